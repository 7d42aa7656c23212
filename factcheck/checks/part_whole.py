"""A part cannot be larger than its whole.

What it does:
    Compares a number that is said to be part of another ("of the 300, 240 ...", "240 of
    them", "240 out of 300", "300 people, including 240 children") with that other number.

Why it matters:
    It is the simplest of contradictions, and easily made when the whole is updated and the
    part is not, or when two digits change places.

Example:
    "By noon 2,140 fans had arrived, 2,410 of them by tram."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import (
    _afar,
    _arithmetic,
    _compare,
    _parts_afar,
    _some_of,
    _taken,
    _wholes,
    slips,
)
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, firm, matches, passages, saying
from factcheck.checks._evidence import stories
from factcheck.checks._tables import Table, all_tables
from factcheck.model import (
    Cluster,
    DocumentFacts,
    Fact,
    Interval,
    Outcome,
    Severity,
    Verdict,
)

LAW = "part_whole"

_PAIR = 2
_FAR = 3  # times the whole
# "It has 118 hectares and rents 60 more; 130 of the total are grass"
_MORE = (
    r"{a:cem} (?:[a-z]+ )?(?:more|further|additional)\b(?! than)",
    r"\b(?:another|a further|an additional) {a:cem}",
)


def check(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],  # noqa: ARG001  every law is called alike
) -> Iterator[Outcome]:
    """Yield the parts that exceed their wholes, and those that do not."""
    groups = passages(documents)
    settled: set[tuple[int, int]] = set()
    for group in groups:
        for at, passage in saying(group, _wholes.PARTS):
            if not passage.amounts:
                continue
            found = _named(group, at)
            settled |= {(id(passage), slot) for slot in found}
            for outcomes in found.values():
                right = [each for each in outcomes if each.verdict is Verdict.AGREE]
                yield right[0] if right else outcomes[0]
    afar = (
        pair
        for _, told in stories(documents, groups)
        for find in (
            _parts_afar.beside,
            _parts_afar.beyond,
            _some_of.beyond,
        )
        for pair in find(told)
    )
    for place, whole in afar:
        if (id(place.passage), place.slot) not in settled:
            settled.add((id(place.passage), place.slot))
            yield _told(place, whole)
    for tables in all_tables(documents):
        for table in tables:
            rows = (*_taken.columns(table), *_parts_afar.rows(table))
            pairs = {id(part): (part, whole) for part, whole in rows}
            yield from (_told_in_table(table, *pair) for pair in pairs.values())


def _named(group: Sequence[Passage], at: int) -> dict[int, list[Outcome]]:
    """Judge the numbers of a sentence that are said to be part of another."""
    passage = group[at]
    found: dict[int, list[Outcome]] = {}
    if passage.amounts >= _PAIR and _wholes.paired(passage.masked):
        for part, whole in _wholes.pairs(passage):
            told = _judged(Place(passage, part), Place(passage, whole))
            if told:
                found.setdefault(part, []).append(told)
    for slot, noun in _wholes.referring(passage.masked):
        if slot not in found and not passage.in_table:
            wholes = _wholes.wholes(group, at, slot, noun=noun)
            told = _judged(Place(passage, slot), wholes[0]) if wholes else None
            if len(wholes) == 1 and told:
                found[slot] = [told]
    return found


def _judged(part: Place, whole: Place) -> Outcome | None:
    """Judge a part; None where it is too large, but fits another amount before it."""
    told = _told(part, whole)
    beyond = told.verdict is Verdict.CONFLICT
    if part.passage is not whole.passage and (
        not _afar.agree_in_years(part, whole) or _is_in_another_unit(part, whole)
    ):
        return None
    another = beyond and (
        _adds(part, whole)
        or _taken.fits_another(part, whole)
        or _is_of_unsaid(part, whole)
    )
    return None if another else told


def _is_in_another_unit(part: Place, whole: Place) -> bool:
    """Return whether two sizes are told in units of their own, as of two things: 2.4 km, 900 m."""
    a, w = (place.passage.mention(place.slot) for place in (part, whole))
    return a.dimension == w.dimension and a.unit != w.unit


def _is_of_unsaid(part: Place, whole: Place) -> bool:
    """Return whether "90 of them" is hardly of the 12 before it, but of what no number counts."""
    a, w = (place.passage.mention(place.slot) for place in (part, whole))
    if a.value is None or not w.value or a.value <= w.value * _FAR:
        return False
    bare = a.counted is None or a.counted.elided
    return bare and slips.between(w.value, a.value) is None


def _adds(part: Place, whole: Place) -> bool:
    """Return whether the sentence of a whole tells of so many more that they could hold a part."""
    size = part.passage.mention(part.slot).value or Decimal(0)
    total = whole.passage.mention(whole.slot).value or Decimal(0)
    more = [
        whole.passage.mention(match["a"]).value or Decimal(0)
        for match in matches(whole.passage.masked, *_MORE)
    ]
    return bool(more) and total + sum(more) >= size


def _told_in_table(table: Table, part: Fact, whole: Fact) -> Outcome:
    """Say that a row is told as a part of one above it, and is more."""
    shown = [
        _compare.evidence(table.document, fact, side=side)
        for side, fact in enumerate((part, whole))
    ]
    said = [table.document.surface(fact.mention.span) for fact in (part, whole)]
    return _compare.outcome(
        LAW,
        Verdict.CONFLICT,
        shown,
        f"{said[0]} cannot be part of {said[1]}: the part is larger than the whole.",
        explanation=f"The table counts {said[0]} out of {said[1]}.",
        severity=Severity.ERROR,
    )


def _told(part: Place, whole: Place) -> Outcome:
    a, w = (place.passage.mention(place.slot) for place in (part, whole))
    most, size = whole.passage.reading(whole.slot), part.passage.reading(part.slot)
    if a.modifier is not None and a.modifier.is_bound:
        size = firm(a)  # nobody says "up to 70" of 60
    if a.unit != w.unit and a.dimension == w.dimension:
        most, size = _compare.convert(most, w.unit), _compare.convert(size, a.unit)
    at_most = Interval(None, most.high, low_open=False, high_open=most.high_open)
    verdict = _compare.judge(at_most, size, exact=_arithmetic.is_exact(a, w))
    places = [part.evidence(0), whole.evidence(1)]
    said = part.said(), whole.said()
    if verdict.agrees:
        return _compare.outcome(
            LAW, Verdict.AGREE, places, f"{said[0]} is part of {said[1]}."
        )
    swapped = a.modifier is None and w.modifier is None
    return _compare.outcome(
        LAW,
        Verdict.CONFLICT,
        places,
        f"{said[0][:1].upper()}{said[0][1:]} cannot be part of {said[1]}: the part is larger than the whole.",
        explanation=f"The text counts {said[0]} out of {said[1]}.",
        severity=verdict.severity,
        slip="the two numbers may be swapped" if swapped else None,
    )
