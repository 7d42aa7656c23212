"""Changes whose old and new value stand in other sentences, or in other documents.

"Fires are down by half", says one report; "70 fires. Last year it was 84", says another.
No wording ties the two: a claim is any number that its own clause makes a change, and the two
values are looked for by what the claim is of. If any two numbers there lead to it, nothing is
said; if none do, it is held against the only two that are of its very things, at two times.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain, combinations, permutations

from factcheck.checks import _apart, _bases, _moves, _steps, _then
from factcheck.checks._arithmetic import Place
from factcheck.checks._change_claims import (
    AMOUNTS,
    GENERIC,
    LEVELS,
    Claim,
    claims,
    topic_of,
)
from factcheck.checks._context import Passage, finds, pattern
from factcheck.checks._evidence import Evidence, evidence_of
from factcheck.checks._steps import Change
from factcheck.checks._then import Value
from factcheck.language.data import word_set
from factcheck.model import Fact, Form, Motion, Outcome, Part, Period, Verdict

_FAR = Decimal(3)
_TWO = 2
_DEGREE = "degree"
_SOURCES, _NEAR = 6, 2
_MOST = 10  # values in the sentences that are compared
_ENOUGH, _SOME, _LITTLE = 0.4, 0.2, 0.1
# "There were 96", "it was 96", "the figure stood at 96": of what was just told.
_AGAIN = (
    r"\b(?:it|they|there|he|she|this|that|those|we|the (?:figure|number|tally|total|count|sum|level|rate|price|score|reading|proportion|share|percentage|average|mean|median|area|amount|value|result|quota)|which)"
    r"(?: [a-z']+){1,4} $|\b(?:against|from|versus|compared (?:with|to)|up on|down on|instead of|than|after)(?: [a-z']+){0,2} $|^[^<]{0,12}(?:<[dw]\d+>)?[:,( -]*$"
)
_IT = r"^(?:(?:and|but|so|thus|now|today|since then|in all),? )?(?:it|they|this|that|these|those|there|the (?:figure|number|total|sum|amount|count|tally))\b"
_MIDDLES = frozenset({"averag", "median", "mean", "peak", "record"})
_ITS = r"^ (?:of )?(?:its|their|his|her)(?P<said>(?: [a-z-]+){1,3})"
_APPOSED = r"^[a-z]+, (?:its|the|an?|his|her|their|one) "  # "Arle, its largest town,"
_STEM = 4
_DAYS = frozenset({"weekday", "time", "position"})
_AGO = r"\b(?:ago|earlier|before|previously|until then|at the time)\b"
_WHOLE = r"\bof (?:the|all|its|their|our|his|her|a possible)(?: [a-z]+)? $"
_LEVELLED = frozenset({None, Part.OF})  # "47 of the 101 seats"
_YEARS = frozenset({"18", "19", "20"})
_PAST = frozenset({"year", "month", "decade", "century"})
_UNITS = frozenset({"years", "months", "weeks", "days"})
_KINDS = word_set(
    """
    onlin domest foreign intern export import women woman men man girl boy child youth adult
    femal male net gross oper core organ retail wholesal rural urban young real
    nomin median global europ privat public passeng freight cargo
    gaap actual like same underli adjust digit mobil subscript advertis consum food energi servic
    industri manufactur
    """
)


def told(groups: Sequence[Sequence[Passage]], passage: Passage) -> Iterator[Outcome]:
    """Yield what the changes of a sentence come to by values that stand elsewhere.

    Args:
        groups: The sentences of each document of its story.
        passage: The sentence.
    """
    for claim in claims(passage):
        found = _compared(claim, groups)
        if found is not None:
            yield found


def _compared(claim: Claim, groups: Sequence[Sequence[Passage]]) -> Outcome | None:
    evidence = evidence_of(groups)
    if not claim.topic:
        claim = _taken_up(claim, evidence)
    sources = _sources(claim, evidence)
    values = list(chain.from_iterable(_values(source, claim) for source in sources))
    if _is_explained(claim, values):
        return None
    pairs = {
        (old.place, new.place): (old, new)
        for window in _windows(claim, sources, evidence)
        for old, new in _pairs(claim, window)
        if _is_of(claim, old, new, evidence)
    }
    sizes = {tuple(_size(value) for value in both) for both in pairs.values()}
    if len(sizes) != 1:
        return None
    old, new = next(iter(pairs.values()))
    judged = _judged(claim, old.place, new.place)
    if judged is None or judged.verdict is not Verdict.CONFLICT:
        return None
    return None if _bases.is_far_off(judged, _FAR) else judged


def _taken_up(claim: Claim, evidence: Evidence) -> Claim:
    """Return a claim with what the sentence before it is about: "It has lost a third"."""
    here = claim.place.passage
    group, at = evidence.spot(here)
    last = group[at - 1] if at else here
    if last.index + 1 != here.index or not finds(here.masked, _IT):
        return claim
    return claim._replace(topic=topic_of(evidence.words(last)))


def _sources(claim: Claim, evidence: Evidence) -> list[Passage]:
    """Return the sentences that may tell the values of a claim, and those beside them."""
    here = claim.place.passage
    found = dict.fromkeys((here, *evidence.beside(here, _NEAR)))
    for source in evidence.like(claim.topic, most=_SOURCES):
        if source is not here:
            found.update(dict.fromkeys((source, *evidence.beside(source, 1))))
    return list(found)


def _windows(
    claim: Claim, sources: Sequence[Passage], evidence: Evidence
) -> Iterator[tuple[Passage, ...]]:
    """Yield the sentences that may tell both values: one, two that stand together, or two that tell the same."""
    here = claim.place.passage
    about = [
        source
        for source in sources
        if source is here or evidence.words(source) & claim.topic
    ]
    for source in about:
        yield (source,)
        for other in evidence.beside(source, 1):
            if other is not here and other not in about:
                yield (source, other)
    yield from combinations(about, 2)


def _values(source: Passage, claim: Claim) -> list[Value]:
    """Return the amounts of a sentence that may be an old or a new value."""
    here = claim.place.passage
    delta = claim.place.passage.kinds[claim.place.slot]
    kinds = frozenset("p") if claim.points else AMOUNTS if delta == "p" else LEVELS
    slot = claim.place.slot if source is here else None
    return [
        value._replace(period=_when(value))
        for value in _then.values(source, slot, kinds)
        if value.fact.motion is not Motion.BY
        and not _is_year(value.fact)
        and not pattern(_WHOLE).search(value.left)
    ][:_MOST]


def _when(value: Value) -> Period | None:
    """Return the time of a value: beside it, else the only one of its sentence."""
    told = value.period or value.fact.period
    if told is not None and told.kind not in _DAYS:
        return told
    others = [
        item
        for item in value.place.passage.items
        if isinstance(item, Period) and item.kind not in _DAYS
    ]
    return others[0] if len(others) == 1 else told


def _is_year(fact: Fact) -> bool:
    """Return whether a number may be a year: "from 1999"."""
    surface = fact.mention.surface
    return surface.isdigit() and len(surface) == len("1999") and surface[:2] in _YEARS


def _is_explained(claim: Claim, values: Sequence[Value]) -> bool:
    """Return whether any two values lead to a claim, either way."""
    return any(
        told is not None and told.verdict is Verdict.AGREE
        for a, b in combinations(values, 2)
        if _then.comparable(a.fact.mention, b.fact.mention)
        for both in (_ordered(a, b),)
        for old, new in ([both] if both else permutations((a, b)))
        if both or _goes(claim, old, new)
        for told in (_judged(claim, old.place, new.place, either=True),)
    )


def _judged(
    claim: Claim, old: Place, new: Place, *, either: bool = False
) -> Outcome | None:
    """Return what a change from one value to another is, or None where the claim can be none."""
    sign = claim.sign
    if either or not sign:
        a, b = (place.passage.mention(place.slot).value or 0 for place in (old, new))
        sign = 1 if b > a else -1
    if claim.points:
        return _moves.judged((old, new, claim.place), rises=sign > 0)
    if claim.fact.mention.form is Form.MULTIPLE:
        sign = 1
    change = Change(old, new, claim.place, sign)
    delta = claim.fact.mention
    unit = old.passage.mention(old.slot).unit
    if delta.unit == _DEGREE and unit.startswith(f"{_DEGREE}_"):  # "1.4 degrees warmer"
        return _steps.judge(
            change, delta=replace(delta, unit=unit, dimension="temperature")
        )
    return _steps.judge(change) if _steps.sound(change) else None


def _pairs(claim: Claim, window: Sequence[Passage]) -> Iterator[tuple[Value, Value]]:
    """Yield the older and the newer of two values of one thing in some sentences."""
    values = [value for source in window for value in _values(source, claim)]
    for first, second in combinations(values, 2):
        apart = first.place.passage is not second.place.passage
        if (len(window) > 1) != apart:
            continue
        if _then.comparable(first.fact.mention, second.fact.mention):
            both = _ordered(first, second)
            if both and _goes(claim, *both) and _leads(claim, *both):
                yield both


def _leads(claim: Claim, old: Value, new: Value) -> bool:
    """Return whether a change may lead from one value to the other, by those in its own sentence."""
    here = claim.place.passage
    own = [value for value in (old, new) if value.place.passage is here]
    ends = [here.fact(slot) for slot in claim.reached]
    kinds = {value.fact.mention.dimension for value in (old, new)}
    like = [each for each in ends if each.mention.dimension in kinds]
    if not like:
        return not own
    if len(own) == _TWO or len({each.mention.value for each in like}) > 1:
        return False
    end = old if like[0].motion is Motion.FROM else new
    return _size(end) == like[0].mention.value


def _ordered(first: Value, second: Value) -> tuple[Value, Value] | None:
    """Return the older and the newer of two values, or None where nothing tells."""
    if not {first.fact.part, second.fact.part} <= _LEVELLED:
        return None
    apart = first.place.passage is not second.place.passage
    if {first.fact.stance, second.fact.stance} & _then.UNREAL:
        return None
    later = _then.is_later(first, second)
    ago = [finds(value.left, _AGO) for value in (first, second)]
    if ago[0] != ago[1]:
        later = ago[0]
    elif first.period and first.period == second.period and not apart:
        return None  # "revenues at 88 million and their present value at 64 million"
    years = [_year(value) for value in (first, second)]
    if years[0] and years[1]:
        later = years[0] < years[1]
    if later is None:
        gone = [_is_gone(value) for value in (first, second)]
        if gone[0] == gone[1]:
            return None
        later = gone[0]
    old, new = (first, second) if later else (second, first)
    return None if apart and old.fact.motion is Motion.TO else (old, new)


def _is_gone(value: Value) -> bool:
    """Return whether a value is told of a time that is over: "last year", "in the 1980s"."""
    period = value.period
    if period is None:
        return False
    return period.kind in _PAST or any(
        number < 0 for unit, number in period.marks if unit in _UNITS
    )


def _year(value: Value) -> int:
    """Return the year that stands over the cell of a table, or 0."""
    return next(
        (
            int(header)
            for header in value.fact.mention.headers
            if header.isdigit() and len(header) == len("1999")
        ),
        0,
    )


def _goes(claim: Claim, old: Value, new: Value) -> bool:
    """Return whether two values go the way that a change is told to go."""
    return not claim.sign or (_size(new) > _size(old)) == (claim.sign > 0)


def _is_of(claim: Claim, old: Value, new: Value, evidence: Evidence) -> bool:
    """Return whether two values are of the very things of a claim, and of its time and place."""
    if not _has_its(claim, old, new):
        return False
    other, main = sorted(
        (old, new),
        key=lambda each: (_shared(claim, each, evidence), len(each.fact.near)),
    )
    if main.place.passage.in_table:
        own = {word for word in main.fact.near - _then.ANY if not word.isdigit()}
        return bool(own) and own <= claim.fact.near and _is_then(claim, old, new)
    both = claim.topic & (_said(old) | _said(new))
    if not _apart.unnamed(claim.place.passage, claim.fact, both):
        return False
    shared = _part(both, claim.topic, evidence)
    many = (
        len(both)
        + (main.fact.head in both)
        + len(claim.fact.names & (old.fact.names | new.fact.names))
    )
    if shared < (_SOME if many > 1 else _ENOUGH):
        return False
    if not _goes_with(claim, main, other) or not _is_narrowed_alike(claim, old, new):
        return False
    return _is_named(claim, main) and _is_then(claim, old, new)


def _shared(claim: Claim, value: Value, evidence: Evidence) -> float:
    """Return how much of what a claim is of a value is told of."""
    said = _said(value)
    return _part(claim.topic & said, claim.topic, evidence)


def _part(some: frozenset[str], words: frozenset[str], evidence: Evidence) -> float:
    """Return how much some of the stems tell of what all tell; what all sentences have, a little."""
    weight = evidence.weight(words) + _LITTLE * len(words)
    return (evidence.weight(some) + _LITTLE * len(some)) / weight if words else 0.0


def _said(value: Value) -> frozenset[str]:
    fact, passage = value.fact, value.place.passage
    own = fact.words if passage.amounts <= _TWO else fact.near
    return own | fact.near | {fact.head}


def _has_its(claim: Claim, old: Value, new: Value) -> bool:
    """Return whether values are told of what was lost: "half its <cranes>"."""
    passage, slot = claim.place.passage, claim.place.slot
    right = passage.masked.partition(f"<{passage.kinds[slot]}{slot}>")[2]
    its = pattern(_ITS).match(right)
    if its is None:
        return True
    said = _said(old) | _said(new)
    starts = {stem[:_STEM] for stem in said}
    return any(word[:_STEM] in starts for word in its["said"].split())


def _goes_with(claim: Claim, main: Value, other: Value) -> bool:
    """Return whether a second value is one of the same thing: it names no other."""
    if pattern(_AGAIN).search(other.left):
        return True
    own = (
        _apart.unnamed(other.place.passage, other.fact, other.fact.near)
        - _then.ANY
        - GENERIC
    )
    if main.place.passage is other.place.passage:
        return own <= main.fact.near
    return own <= main.fact.words | main.fact.near | claim.topic


def _is_narrowed_alike(claim: Claim, old: Value, new: Value) -> bool:
    """Return whether all or none are of a part: online sales, women, exports."""
    mine = claim.fact.near | claim.fact.words
    theirs = [value.fact.near & _KINDS for value in (old, new)]
    said = old.fact.words | new.fact.words | old.fact.near | new.fact.near
    return claim.fact.near & (_KINDS | _MIDDLES) <= said and all(
        each <= mine for each in theirs
    )


def _is_named(claim: Claim, main: Value) -> bool:
    """Return whether two sentences may be on one thing by the names in them.

    Args:
        claim: The change.
        main: The value that tells most of what the change is of.
    """
    mine, yours = claim.fact, main.fact
    if mine.place and yours.place and mine.place != yours.place:
        return False
    if (
        mine.names & yours.names
        or claim.place.passage.facts is main.place.passage.facts
    ):
        return True
    text = claim.place.passage.document.text.lower()
    if not all(name in text for name in yours.names):
        return False
    first = claim.place.passage.text.partition(" ")[0].strip(",:").lower()
    apposed = finds(claim.place.passage.masked, _APPOSED)
    own = apposed or first in " ".join(mine.names).split()
    return not own or first in main.place.passage.document.text.lower()


def _is_then(claim: Claim, old: Value, new: Value) -> bool:
    """Return whether a claim is told of the times of its values."""
    known = [value.period for value in (old, new) if value.period]
    for item in claim.place.passage.items:
        if not isinstance(item, Period) or item.kind in _DAYS:
            continue
        if item.bound == "since" and old.period and not old.period.overlaps(item):
            return False
        if any(item.overlaps(each) for each in known):
            continue
        if any(str(_year(each)) in item.surface for each in (old, new) if _year(each)):
            continue
        if len(known) == _TWO or not (item.bound or item.kind == "span" or known):
            return False
    return True


def _size(value: Value) -> Decimal:
    return value.fact.mention.value or Decimal(0)
