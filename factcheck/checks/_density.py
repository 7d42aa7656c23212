"""How many people to a square kilometre, and how many in a thousand."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.checks import _arithmetic, _compare, _products
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    PEOPLE,
    Passage,
    matches,
    pattern,
    search,
)
from factcheck.model import Fact, Form, Outcome, Verdict
from factcheck.units import wording

_AMONG = (
    r"\b(?:among(?: (?:the|its))?|population of|(?:town|city|province|region|country|county|state"
    r"|district|island|nation) of)(?: (?:about|some))? $"
)
_MOST_AMOUNTS = 3
_BASES = frozenset({1000, 10_000, 100_000, 1_000_000})
_RESIDENTS = frozenset({"inhabitant", "resident", "person", "people", "citizen"})


def density(passage: Passage, before: Passage | None) -> list[Outcome]:
    """Compare "7.2 per 100,000" with the cases and the inhabitants that are given."""
    rates = [
        slot
        for slot, item in enumerate(passage.items)
        if isinstance(item, Fact)
        and item.mention.form is Form.RATIO
        and item.mention.base in _BASES
        and item.mention.value is not None
    ]
    if len(rates) != 1:
        return []
    rate = rates[0]
    sources = [passage]
    if before is not None and _products.neighbour(passage, before):
        sources.insert(0, before)
    counts = [
        Place(source, slot)
        for source in sources
        for slot, item in enumerate(source.items)
        if isinstance(item, Fact)
        and item.mention.dimension == "count"
        and item.mention.form is Form.PLAIN
        and not (source is passage and slot >= rate)
        and _products.whole(item.mention)
    ]
    wholes = [
        p
        for p in counts
        if _products.lemmas(p.passage.mention(p.slot)) & _RESIDENTS or _population(p)
    ]
    if len(wholes) > 1:
        wholes = [p for p in wholes if _population(p)]
    if len(wholes) != 1:
        return []
    most = _products.nominal(wholes[0])
    counts = [
        p for p in counts if (_products.nominal(p) or Decimal(0)) < (most or Decimal(0))
    ]
    return _products.sure(
        [
            _per_many(part, wholes[0], Place(passage, rate))
            for part in counts
            if part != wholes[0]
            and (
                _population(wholes[0])
                or not _products.lemmas(part.passage.mention(part.slot)) & PEOPLE
            )
        ]
    )


_DWELL = (
    r"\b(?:population (?:of|is|was|at|:|stood at|stands at|reached)|has|had|have|home to|numbered|numbers|counts|counted)"
    r"(?: (?:about|some|just|a population of|only|around|nearly))* {n:c}(?: [a-z]+)? (?:inhabitants|people|residents|citizens|souls)\b"
    r"|\bpopulation(?: of [a-z' -]{2,30})? (?:of|is|was|at|stood at|stands at|reached|numbers) {n2:c}"
)
# A part of the whole, or another place.
_ELSEWHERE = r"\b(?:capital|city|town|village|district|largest|smallest|of whom|of them|national|average|against|compared|than|neighbouring)\b"


def crowding(group: Sequence[Passage], at: int) -> list[Outcome]:
    """It covers 19,700 square kilometres, a density of 125 people per square kilometre."""
    passage = group[at]
    rates = [
        slot
        for slot, kind in enumerate(passage.kinds)
        if kind == "r" and passage.mention(slot).dimension == "count/area"
    ]
    areas = [
        slot
        for slot, kind in enumerate(passage.kinds)
        if kind == "m" and passage.mention(slot).dimension == "area"
    ]
    if len(rates) != 1 or len(areas) != 1 or passage.amounts > _MOST_AMOUNTS:
        return []
    rate, area = passage.mention(rates[0]), passage.mention(areas[0])
    if {rate.form, area.form} - {Form.PLAIN} or not _products.lemmas(rate) & _RESIDENTS:
        return []
    told = [
        Place(source, int(match["n"] or match["n2"]))
        for source in group[: at + 1]
        for match in matches(source.masked, _DWELL)
        if not pattern(_ELSEWHERE).search(source.masked[: match.end()])
    ]
    told = [
        place for place in told if place.passage.mention(place.slot).form is Form.PLAIN
    ]
    outcomes = [
        _crowded(people, Place(passage, areas[0]), Place(passage, rates[0]))
        for people in told
    ]
    alone = not search(passage.masked, _ELSEWHERE)
    right = [each for each in outcomes if each.verdict is Verdict.AGREE]
    return right[:1] or (outcomes if alone and len(outcomes) == 1 else [])


def _crowded(people: Place, area: Place, rate: Place) -> Outcome:
    a = area.passage.mention(area.slot)
    derived = people.passage.reading(people.slot) / _compare.convert(
        area.passage.reading(area.slot), a.unit
    )
    many, size = _products.nominal(people), _products.nominal(area)
    said = [_arithmetic.plain(p.passage, p.slot) for p in (people, area)]
    return _products.told(
        (people, area, rate),
        derived,
        many / size if many is not None and size else None,
        rate,
        f"{said[0]} on {said[1]} is",
    )


def _population(place: Place) -> bool:
    """Return whether a number is given as that of all: "among 620,000 drivers"."""
    before = place.around()[0]
    return pattern(_AMONG).search(before) is not None


def _per_many(part: Place, whole: Place, rate: Place) -> Outcome:
    stated = rate.passage.mention(rate.slot)
    many = stated.base or Decimal(1)
    derived = part.passage.reading(part.slot) / whole.passage.reading(whole.slot)
    a, w = _products.nominal(part), _products.nominal(whole)
    right = _arithmetic.to_places(a / w * many, 1) if a is not None and w else None
    fit = None if right is None else f"{wording.number(right)} per {many:,f}"
    said = [_arithmetic.plain(p.passage, p.slot) for p in (part, whole)]
    return _arithmetic.settle(
        _products.LAW,
        (part, whole, rate),
        derived,
        _arithmetic.loosened(stated.reading),
        sum_text=f"{said[0]} among {said[1]} is {fit or wording.reading(derived)}",
        said_text=rate.said(),
        fit=fit,
    )
