"""The rate law's general form: so many units, at an amount for each unit."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck import units
from factcheck.checks import _arithmetic, _compare, _products
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, hint, pattern
from factcheck.model import Fact, Form, Interval, Mention, Outcome

# "6,200 a square metre": the unit of the rate stands in words after the amount.
_UNIT = r"^ (?:an?|per|for each|for every|each|the) (?P<unit>[a-z]+(?: [a-z]+)?)"
_NOT_WHOLE = r"\b(?:more|less|fewer|extra|from|than|up|down|against|between|each|of which)(?: [a-z]+){0,2} $"
_TOTAL = (
    r"(?:, or|:|\bfor|\bgets?|\bgot|\bgiving|\bcrop of|\bcosts?|\bcosting|\bpa(?:y|ys|id|ying)|\bcom(?:es?|ing) to|\bcame to|\bmak(?:es?|ing)"
    r"|\bmade|\bg[ai]v(?:es?|ing)|\byield(?:s|ed|ing)?|\bproduc(?:es?|ed|ing)|\bharvest(?:ed|ing)?"
    r"|\bworth|\bis|\bthat is|\bequals|\btotal+ing|\bfetch(?:es|ed)?|\bearn(?:s|ed|ing)?"
    r"|\braised|\bbrought in|\bamounts? to|\bweigh(?:s|ed|ing)?"
    r"|\b(?:total|crop|harvest|output|production|price|bill|cost|rent|revenue|proceeds|weight|consumption)"
    r"(?: [a-z]+){0,2}? (?:of|to|at|is|was|:))"
    r"(?: (?:him|her|them|us|me|it|the [a-z]+ (?:an?|of)))?"
    r"(?: (?:an?|the|about|some|just|nearly|almost|in all|in total|only))* $"
)
# A sentence that reckons with the rate of the one before it.
_WOULD_BE = (
    r"\b(?:(?:that|this|it|which|they) (?:would |will |could |might )?(?:be|is|was|makes?|made|means?|meant|gives?|gave"
    r"|comes? to|came to|amounts? to|amounted to|works? out at|brings? in|brought in|costs?|fetch(?:es|ed)?"
    r"|earn(?:s|ed)?)(?: (?:a |an )?(?:bill|income|total|sum|cost) of)?"
    r"|comes? to|adds up to|works out at)(?: (?:about|some|just|nearly|almost|only|another))* $"
)
_OTHERWISE = r"; | (?:while|whereas|but|and an?|and the|against|compared|after|before|and (?:paid|spent|bought|owes|lost)) "
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
# "84,000 tonnes from 2,400 hectares, which is 35 tonnes a hectare"
_FROM = r"^(?: (?!more|less|from|than)[a-z'-]+){0,5}? (?:from|off|on|over|across|for|with|in|per)(?: (?:its|their|the|his|her|some|about))* $"
_IS = (
    r"^(?: [a-z'-]+){0,3}(?:,| -|:| \(|;) ?(?:or|which (?:is|was|makes|means|gives|comes to|works out at)|that is|a yield of|an average of"
    r"|a rate of|averaging|on average|giving|making|i\.e\.)?(?: (?:an?|the))?(?: [a-z]+){0,2}(?: (?:of|about|some|just))* ?$"
)
_ONE = Decimal(1)
_HINTS = hint(" a ", " an ", " per ", " each ", " for each ", " for every ")


def multiplied(passage: Passage, before: Passage | None) -> list[Outcome]:
    """1.2 million hectares at 3.4 tonnes a hectare: 4.1 million tonnes."""
    if passage.amounts < 2:  # noqa: PLR2004  a rate, and what it comes to
        return []
    rates = [
        rate for slot in range(len(passage.items)) if (rate := _rate(passage, slot))
    ]
    if not rates and before is not None and _products.neighbour(passage, before):
        return _rated_before(passage, before)
    if len(rates) != 1:
        return []
    slot, mention, numerator, unit = rates[0]
    measured = _measured(passage, unit, slot)
    if not measured and before is not None and _products.neighbour(passage, before):
        measured = _measured(before, unit, None)
    if len(measured) != 1 or measured[0].passage.mention(measured[0].slot).modifier:
        return []
    return _settled(
        passage, Place(passage, slot), measured[0], mention, (numerator, unit)
    )


def _rated_before(passage: Passage, before: Passage) -> list[Outcome]:
    """It fetched 41 a kilo. For the 21,000 tonnes of the fleet that would be 861 million."""
    rates = [rate for slot in range(len(before.items)) if (rate := _rate(before, slot))]
    if len(rates) != 1:
        return []
    slot, mention, numerator, unit = rates[0]
    measured = _measured(passage, unit, None)
    dimension = units.dimension(numerator)
    if len(measured) != 1 or not dimension or _other_kind(dimension, unit):
        return []
    if measured[0].passage.mention(measured[0].slot).modifier:
        return []
    each, many, right = _times(Place(before, slot), measured[0], mention, unit)
    said = [
        _arithmetic.plain(p.passage, p.slot) for p in (measured[0], Place(before, slot))
    ]
    outcomes = [
        _products.told(
            (measured[0], Place(before, slot), Place(passage, total)),
            each * many,
            right,
            Place(passage, total),
            f"{said[0]} times {said[1]} is",
        )
        for total, token in _totals(passage, dimension, {measured[0].slot})
        if pattern(_WOULD_BE).search(passage.masked[: token.start()])
    ]
    return outcomes if len(outcomes) == 1 else []


def _other_kind(dimension: str, unit: str) -> bool:
    return dimension in ("count", units.dimension(unit))


def _times(
    rate: Place, measure: Place, mention: Mention, unit: str
) -> tuple[Interval, Interval, Decimal | None]:
    """Return a rate for one unit, what it is for, and what the two come to as written."""
    head = mention.unit.partition(" / ")[0]
    one = _compare.base_value(_ONE, unit)
    each = _compare.convert(rate.passage.reading(rate.slot), head).scale(1 / one)
    source = measure.passage
    many = _compare.convert(
        source.reading(measure.slot), source.mention(measure.slot).unit
    )
    nominal = _products.nominal(measure)
    right = None
    if nominal is not None and mention.value is not None:
        right = nominal * _compare.base_value(mention.value, head) / one
    return each, many, right


def _measured(passage: Passage, unit: str, but: int | None) -> list[Place]:
    """Return the amounts that are measured in a unit, or one like it."""
    dimension = units.dimension(unit)
    return [
        Place(passage, slot)
        for slot, item in enumerate(passage.items)
        if isinstance(item, Fact)
        and slot != but
        and item.mention.form is Form.PLAIN
        and item.mention.dimension == dimension
    ]


def _rate(passage: Passage, slot: int) -> tuple[int, Mention, str, str] | None:
    """Return a rate in this slot: the amount's unit, and the unit that it is for."""
    item = passage.items[slot]
    if not isinstance(item, Fact):
        return None
    mention = item.mention
    if mention.form is not Form.PLAIN or mention.value is None or mention.base:
        return None
    head, slash, unit = mention.unit.partition(" / ")
    if not slash and passage.kinds[slot] in "em" and passage.says(_HINTS):
        token = passage.masked.partition(f"<{passage.kinds[slot]}{slot}>")[2]
        match = pattern(_UNIT).match(token)
        unit = _named(match["unit"]) if match else ""
    if not unit or not head or head == "1" or unit in _TIMES or " / " in unit:
        return None
    return slot, mention, head, unit


def _named(words: str) -> str:
    """Return the unit that these words name, the longer name first."""
    return units.WORDS.get(words) or units.WORDS.get(words.partition(" ")[0]) or ""


def _settled(
    passage: Passage,
    rate: Place,
    measure: Place,
    mention: Mention,
    named: tuple[str, str],
) -> list[Outcome]:
    head, unit = named
    dimension = units.dimension(head)
    if not dimension or _other_kind(dimension, unit):
        return []
    each, many, right = _times(rate, measure, mention, unit)
    said = [_arithmetic.plain(p.passage, p.slot) for p in (measure, rate)]
    outcomes = []
    but = {place.slot for place in (rate, measure) if place.passage is passage}
    for slot, token in _totals(passage, dimension, but):
        outcome = _products.told(
            (measure, rate, Place(passage, slot)),
            each * many,
            right,
            Place(passage, slot),
            f"{said[0]} times {said[1]} is",
        )
        outcomes.append((outcome, token))
    agreed = [o for o, _ in outcomes if o.severity is None]
    if agreed:
        return agreed[:1]
    if len(outcomes) == 1 and _drawn(passage, outcomes[0][1], measure, rate):
        return [outcomes[0][0]]
    last = passage.masked.rfind(f"{rate.slot}>")
    sure = [
        o
        for o, token in outcomes
        if token.start() > last
        and not pattern(_OTHERWISE).search(passage.masked[last : token.start()])
        and (
            pattern(_TOTAL).search(passage.masked[: token.start()])
            or pattern(_products.TOTAL_RIGHT).match(passage.masked[token.end() :])
        )
        and not pattern(_NOT_WHOLE).search(passage.masked[: token.start()])
    ]
    return sure if len(outcomes) == 1 else []


def _drawn(passage: Passage, total: re.Match[str], measure: Place, rate: Place) -> bool:
    """Return whether a rate is said to be what a total from a measure comes to."""
    if measure.passage is not passage:
        return False
    masked, kinds = passage.masked, passage.kinds
    first = masked.index(f"<{kinds[measure.slot]}{measure.slot}>")
    last = masked.index(f"<{kinds[rate.slot]}{rate.slot}>")
    if first < total.start() < last:
        # The road is 84 km long and cost 252 million, 3 million a kilometre.
        said = masked[total.end() : last]
        return bool(pattern(_IS).match(said)) and not pattern(_OTHERWISE).search(
            masked[first : total.start()]
        )
    if not total.end() < first < last:
        return False
    between = masked[total.end() : first]
    said = masked[first:last].partition(">")[2]
    return bool(pattern(_FROM).search(between) and pattern(_IS).match(said))


def _totals(
    passage: Passage, dimension: str, but: set[int]
) -> list[tuple[int, re.Match[str]]]:
    like = next(
        (
            item.mention
            for slot, item in enumerate(passage.items)
            if slot not in but
            and isinstance(item, Fact)
            and item.mention.dimension == dimension
        ),
        None,
    )
    if like is None:
        return []
    return [each for each in _products.amounts(passage, like) if each[0] not in but]
