"""Which two values a change may lead between, by how its sentence and theirs are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from factcheck.checks import _bases, _change_order, _then
from factcheck.checks._change_claims import AMOUNTS, LEVELS, Claim
from factcheck.checks._context import Passage, finds, pattern
from factcheck.checks._then import Value
from factcheck.model import Fact, Motion

_TWO = 2
_SHARES = frozenset("pfx")
NO_LEVEL = frozenset({"ratio", "ratio_difference", "duration", "count"})
_MOST = 10  # values in the sentences that are compared
# "There were 96", "it was 96", "the figure stood at 96": of what was just told.
AGAIN = (
    r"\b(?:it|they|there|he|she|this|that|those|we|the (?:figure|number|tally|total|count|sum|level|rate|price|score|reading|proportion|share|percentage|average|mean|median|area|amount|value|result|quota)|which)"
    r"(?: [a-z']+){1,4} $|\b(?:against|from|versus|compared (?:with|to)|up on|down on|instead of|than|after)(?: [a-z']+){0,2} $|^[^<]{0,12}(?:<[dw]\d+>)?[:,( -]*$"
)
_THAN = r"\b(?:than|against|versus|compared (?:with|to)|(?:up|down) (?:on|from))\b"
_WHOLE = r"\bof (?:the|all|its|their|our|his|her|a possible)(?: [a-z]+)? $"
_YEARS = frozenset({"18", "19", "20"})
_VOTE = "vote"


def values_of(source: Passage, claim: Claim) -> list[Value]:
    """Return the amounts of a sentence that may be an old or a new value."""
    here = claim.place.passage
    delta = claim.place.passage.kinds[claim.place.slot]
    kinds = frozenset("p") if claim.points else AMOUNTS if delta == "p" else LEVELS
    slot = claim.place.slot if source is here else None
    return [
        value._replace(period=_change_order.when(value))
        for value in _then.values(source, slot, kinds)
        if value.fact.motion is not Motion.BY
        and not is_year(value.fact)
        and not (_VOTE in value.fact.near and _VOTE not in claim.fact.words)
        and not pattern(_WHOLE).search(value.left)
        and not _bases.was_hoped(value.left, value.right)
        and "unchanged" not in value.left
    ][:_MOST]


def is_year(fact: Fact) -> bool:
    """Return whether a number may be a year: "from 1999"."""
    surface = fact.mention.surface
    return surface.isdigit() and len(surface) == len("1999") and surface[:2] in _YEARS


def pairs(claim: Claim, window: Sequence[Passage]) -> Iterator[tuple[Value, Value]]:
    """Yield the older and the newer of two values of one thing in some sentences."""
    values = [value for source in window for value in values_of(source, claim)]
    for first, second in combinations(values, 2):
        apart = first.place.passage is not second.place.passage
        if (len(window) > 1) != apart:
            continue
        if _then.alike(first.fact, second.fact) and is_one_row(first, second):
            both = (
                _change_order.ordered(first, second)
                or _contrasted(claim, first, second)
                or _from(claim, first, second)
            )
            if (
                both
                and goes(claim, *both)
                and _leads(claim, *both)
                and _change_order.is_ahead(both[1]) == claim.ahead
            ):
                yield both


def _leads(claim: Claim, old: Value, new: Value) -> bool:
    """Return whether a change may lead from one value to the other, by those in its own sentence."""
    here = claim.place.passage
    own = [value for value in (old, new) if value.place.passage is here]
    ends = [here.fact(slot) for slot in claim.reached]
    if _leads_elsewhere(ends, old, new) or _is_led_up(claim, old):
        return False
    kinds = {value.fact.mention.dimension for value in (old, new)}
    like = [each for each in ends if each.mention.dimension in kinds]
    if not like:
        return not own or (old in own and _is_than(claim, *own))
    if len(own) == _TWO:
        return _is_whole(claim, old, new)
    if len({each.mention.value for each in like}) > 1:
        return False
    if own and own[0] is old and finds(old.left, r"\b(?:to|at)(?: [a-z]+)? $"):
        return False
    end = own[0] if own else old if like[0].motion is Motion.FROM else new
    return _change_order.size(end) == like[0].mention.value


def _is_whole(claim: Claim, old: Value, new: Value) -> bool:
    """Return whether a sentence tells both values: "it has doubled, going from 310 to 520"."""
    here = claim.place.passage
    alone = here.kinds.count(here.kinds[old.place.slot]) == _TWO
    share = here.kinds[claim.place.slot] in _SHARES
    motion = new.fact.motion
    led = motion is Motion.TO or (alone and share and motion is None)
    return _change_order.is_start(old) and led and not _is_parted(claim, old)


def _is_led_up(claim: Claim, old: Value) -> bool:
    """Return whether a change stands behind its new value: "sales were <e0>, up 18 percent"."""
    if old.place.passage is not claim.place.passage or _change_order.is_start(old):
        return False
    return old.place.slot < claim.place.slot and not old.old


def _leads_elsewhere(ends: Sequence[Fact], old: Value, new: Value) -> bool:
    """Return whether a change says itself that it is from another value, or to another thing."""
    starts = [each for each in ends if each.motion is Motion.FROM and not is_year(each)]
    size = _change_order.size(old)
    if starts and all(each.mention.value != size for each in starts):
        return True
    kinds = {value.fact.mention.dimension for value in (old, new)} | NO_LEVEL
    return any(
        each.motion is Motion.TO and each.mention.dimension not in kinds
        for each in ends
    )


def _is_parted(claim: Claim, value: Value) -> bool:
    """Return whether another statement begins between a change and a value."""
    masked = claim.place.passage.masked
    ends = sorted(
        masked.find(f"{slot}>") for slot in (claim.place.slot, value.place.slot)
    )
    return finds(masked[ends[0] : ends[1]], r"; | (?:and|but|while|whereas|where) ")


def _is_than(claim: Claim, *own: Value) -> bool:
    """Return whether a change is set against a value: "84, six fewer than last year, when it was <90>".

    Args:
        claim: The change.
        own: The values in its sentence.
    """
    masked, slot = claim.place.passage.masked, claim.place.slot
    before, _, after = masked.partition(f"{slot}>")
    last = max(
        (value.place.slot for value in own if value.place.slot > slot), default=0
    )
    if not finds(after.partition(f"{last}>")[0], _THAN):
        return False
    first = [value.place.slot for value in own if value.place.slot < slot]
    return not first or not finds(before.partition(f"{first[-1]}>")[2], r"<[cemtr]\d+>")


def _from(claim: Claim, first: Value, second: Value) -> tuple[Value, Value] | tuple[()]:
    """Return two values of the sentence of a change, one of which it is from."""
    here = claim.place.passage
    if first.place.passage is not here or second.place.passage is not here:
        return ()
    starts = [_change_order.is_start(value) for value in (first, second)]
    if starts[0] == starts[1]:
        return ()
    return (first, second) if starts[0] else (second, first)


def is_one_row(first: Value, second: Value) -> bool:
    """Return whether two values are both means or none, and two cells differ in their year alone."""
    for value, other in permutations((first, second)):
        again = other.place.passage.index > value.place.passage.index
        if _then.is_mean(value, other) and not (again and finds(other.left, AGAIN)):
            return False
    rows = [
        {
            pattern(_change_order.IN_YEAR).sub("", header)
            for header in value.fact.mention.headers
        }
        for value in (first, second)
        if value.place.passage.in_table
    ]
    return len(rows) < _TWO or rows[0] == rows[1]


def _contrasted(
    claim: Claim, first: Value, second: Value
) -> tuple[Value, Value] | tuple[()]:
    """Return two values of two times that a change names, in the order that it goes."""
    periods = [value.period or _change_order.when(value) for value in (first, second)]
    told = {each.surface.lower().split()[0] for each in periods if each}
    if not claim.sign or len(told) != _TWO:
        return ()
    days = all(each and each.kind == "weekday" for each in periods)
    again = any(pattern(AGAIN).search(value.left) for value in (first, second))
    if not (days and again) and told - {*claim.place.passage.text.lower().split()}:
        return ()
    return (first, second) if goes(claim, first, second) else (second, first)


def goes(claim: Claim, old: Value, new: Value) -> bool:
    """Return whether two values go the way that a change is told to go."""
    return not claim.sign or (_change_order.size(new) > _change_order.size(old)) == (
        claim.sign > 0
    )
