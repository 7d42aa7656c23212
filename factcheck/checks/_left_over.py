"""What is left of a whole, told apart from the whole and from what was taken of it.

"Of the 450 tickets 310 were sold online"; elsewhere: "160 tickets are left". What is left is known
by its word, the whole and what was taken by their noun and the rare words that the sentences
share. Where any of the amounts explain what is left, the texts are right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations, islice

from factcheck.checks import _arithmetic, _columns, _gathered
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Group, Passage, finds, hint, saying
from factcheck.checks._evidence import Evidence, evidence_of
from factcheck.model import Form, Interval, Mention, Outcome

_CLAIMS, _MOST, _TIES = 40, 4, 3
_NEAR, _FAR = Decimal("0.75"), Decimal("1.34")
_BESIDE = 40
_LEFT = (
    r"\b(?:(?:are|is|were|was|has|have|had) (?:still |only |just )?left(?! (?:the|for|behind|by|in)\b)|left over|remain(?:s|ed|ing)?|unsold|unspent|unused"
    r"|still (?:free|empty|vacant|available|to (?:come|go|be))|yet to|to go|over)\b"
)
_LEFT_BEFORE = r"\b(?:left with|leaves|leaving|remaining|the rest,|there (?:are|is|were) still|still) (?:[a-z]+ ){0,2}$"
# "There are 160 tickets left", not "160 guests left the hall".
_NOUN_LEFT = r"^ (?:[a-z]+ ){0,2}left\b"
_THERE = r"\b(?:there (?:are|is|were|was)|has|have|had|with|only|just|still)(?: (?:still|only|just))? $"
LEAVES = hint(
    " left",
    "remain",
    "unsold",
    "unspent",
    "unused",
    "still ",
    "yet to",
    "to go",
    " over",
    "leav",
)
# What makes an amount one of another time, or of something else.
_OTHERWISE = (
    r"\b(?:each|every|per|average|than|another|further|additional|more|expect\w*|forecast\w*|would|could|may|might|planned|if"
    r"|includ\w+|at least|up to|by (?:the end|then|next)|last (?:year|month|week)|previous(?:ly)?|earlier|ago|from <|to <)\b"
)


def told(groups: Sequence[Group]) -> Iterator[Outcome]:
    """Yield where what is left is not the whole less what was taken of it.

    Args:
        groups: The sentences of each document.
    """
    claims = list(islice(_claims(groups), _CLAIMS + 1))
    if not claims or len(claims) > _CLAIMS:
        return
    evidence = evidence_of(groups)
    for left in claims:
        found = list(_wholes(left, groups, evidence))
        if len(found) == 1 and not _is_explained(left, *found[0], groups):
            yield _compared(left, *found[0])


def _claims(groups: Sequence[Group]) -> Iterator[Place]:
    """Yield the amounts that are said to be left."""
    for group in groups:
        for _, passage in saying(group, LEAVES):
            if passage.in_table or finds(passage.masked, _OTHERWISE):
                continue
            slots = [slot for slot, *_ in passage.plain]
            if len(slots) != 1:
                continue  # with the whole beside it, the sentence is judged by itself
            before, _, after = passage.masked.partition(f"{slots[0]}>")
            before = before[: -len("<c")]
            if (
                finds(after[:_BESIDE], _LEFT)
                or finds(before, _LEFT_BEFORE)
                or (finds(after, _NOUN_LEFT) and finds(before, _THERE))
            ):
                place = Place(passage, slots[0])
                if _is_plain(place):
                    yield place


def _is_plain(place: Place) -> bool:
    fact = place.passage.fact(place.slot)
    mention = fact.mention
    return (
        mention.form is Form.PLAIN
        and mention.modifier is None
        and _value(mention) > 0
        and fact.motion is None
        and fact.stance is None
        and fact.per is None
    )


def _wholes(
    left: Place, groups: Sequence[Group], evidence: Evidence
) -> Iterator[tuple[Place, tuple[Place, ...]]]:
    """Yield the wholes that what is left may be of, each with all that was taken."""
    own = left.passage
    words = evidence.words(own)
    for group in groups:
        for at, passage in enumerate(group):
            if passage is own or passage.in_table or not passage.plain:
                continue
            shared = words & evidence.words(passage) - {
                left.passage.fact(left.slot).head
            }
            ties = len(shared) + _gathered.share_names(own, passage)
            if ties < _TIES or finds(passage.masked, _OTHERWISE):
                continue
            yield from _taken(left, group, at)


def _taken(
    left: Place, group: Sequence[Passage], at: int
) -> Iterator[tuple[Place, tuple[Place, ...]]]:
    """Yield the largest amount of a sentence with the smaller ones there and in the next."""
    passage = group[at]
    near = [passage]
    if at + 1 < len(group):
        after = group[at + 1]
        follows = after.block == passage.block and after.index == passage.index + 1
        if (
            follows
            and after is not left.passage
            and not finds(after.masked, _OTHERWISE)
        ):
            near.append(after)
    for many in range(1, len(near) + 1):
        places = [
            place
            for each in near[:many]
            for slot, *_ in each.plain
            if _is_alike(place := Place(each, slot), left)
        ]
        if not 1 < len(places) <= _MOST or not all(map(_is_plain, places)):
            continue
        whole = max(places, key=lambda each: _value(_mention(each)))
        taken = tuple(place for place in places if place is not whole)
        rest = _value(_mention(whole)) - sum(_value(_mention(each)) for each in taken)
        if (
            whole.passage is passage
            and rest > 0
            and _is_close(_value(_mention(left)), rest)
        ):
            yield whole, taken
            return


def _is_alike(place: Place, left: Place) -> bool:
    """Return whether an amount counts what is left, or leaves out what it counts."""
    a, b = _mention(place), _mention(left)
    if (a.dimension, a.unit) != (b.dimension, b.unit):
        return False
    mine, yours = (each.passage.fact(each.slot).head for each in (place, left))
    return mine == yours or not mine or not yours


def _is_close(value: Decimal, rest: Decimal) -> bool:
    return _NEAR <= value / rest <= _FAR


def _is_explained(
    left: Place, whole: Place, taken: Sequence[Place], groups: Sequence[Group]
) -> bool:
    """Return whether some of the amounts leave what is left, or the rest is told elsewhere."""
    reading = left.passage.reading(left.slot)
    if not _gathered.are_dated_alike(left.passage, whole.passage):
        return True
    some = chain.from_iterable(combinations(taken, n) for n in range(len(taken) + 1))
    if any(_rest(whole, each).meets(reading) for each in some):
        return True
    # Any further amount of the kind may have been taken, or come back, as well.
    known = {(each.passage, each.slot) for each in (left, whole, *taken)}
    near = {left.passage.document.path, whole.passage.document.path}
    told = [_value(_mention(each)) for each in (left, whole, *taken)]
    return any(
        (passage, slot) not in known
        and _is_alike(Place(passage, slot), left)
        and value not in told
        for group in groups
        if group and group[0].document.path in near
        for passage in group
        for slot, value, *_ in passage.plain
    )


def _rest(whole: Place, taken: Sequence[Place]) -> Interval:
    """Return what some amounts leave of another."""
    total = whole.passage.reading(whole.slot)
    sum_ = _arithmetic.total_of(
        [each.passage.reading(each.slot) for each in taken]
        or [Interval.point(Decimal(0))]
    )
    low = None if total.low is None or sum_.high is None else total.low - sum_.high
    high = None if total.high is None or sum_.low is None else total.high - sum_.low
    return Interval(low, high)


def _compared(left: Place, whole: Place, taken: Sequence[Place]) -> Outcome:
    said = " less ".join(_arithmetic.plain(p.passage, p.slot) for p in (whole, *taken))
    value = _value(_mention(whole)) - sum(_value(_mention(each)) for each in taken)
    return _columns.outcome(
        [whole, *taken], _rest(whole, taken), value, f"{said} is", left
    )


def _mention(place: Place) -> Mention:
    return place.passage.mention(place.slot)


def _value(mention: Mention) -> Decimal:
    return mention.value or Decimal(0)
