"""Two units side by side must state the same amount.

What it does:
    Where one amount is given in two units, in brackets or apposition ("1,000 miles
    (1,600km)", "4.5 kilometres per second, or 16,200 kilometres per hour"), it converts one
    into the other and compares; so it does where words make them one ("That is 746
    kilometres"). A sum in figures and a fraction in percent are told twice in the same way.
    Only the digits count: "about" and "up to" belong to both. Currencies are never compared, for the rate is not known.

Why it matters:
    Conversions are done in haste and last, often in the head: the factor is taken the wrong
    way round, a linear factor is used for an area, a digit slips.

Example:
    "A 430-kilometre (390-mile) trail": 430 kilometres are 267 miles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Context, Decimal
from itertools import pairwise

from factcheck import units
from factcheck.checks import _apposed, _arithmetic, _compare, slips
from factcheck.language.asides import bearing
from factcheck.model import (
    Cluster,
    DocumentFacts,
    Fact,
    Form,
    Interval,
    Mention,
    Modifier,
    Outcome,
    Severity,
    Verdict,
)
from factcheck.units import wording

LAW = "conversion"

_TIMES = ("minute / ", "hour / ", "day / ", "week / ", "month / ")

# Trailing zeros of a converted amount are rounding, but never more than this share of it.
_MOST_ROUNDING = Decimal("0.03")
_HALF, _TENTH = Decimal("0.5"), Decimal("0.1")
_ONE, _TEN, _AT_SEA = Decimal(1), Decimal(10), {"mile": "nautical_mile"}
_BOTH = 2
# Where miles may be those of sailors and pilots.
_SEA = r"\b(?:coast|sea|ocean|off|offshore|ships?|boats?|vessels?|ferry|tanker|trawler|yacht|island|isle|harbour|port|reef|wreck|sail\w*|nautical|navy|naval|aircraft|airport|runway|flew|flight|plane|pilot|buoy|strait|bay|gulf|channel|lighthouse)\b"
_HUNDRED, _POINTS, _FAR = Decimal(100), Decimal("3.5"), Decimal(10)
_ABOVE = {Modifier.MORE_THAN, Modifier.AT_LEAST}
_BELOW = {Modifier.LESS_THAN, Modifier.UP_TO}
_POWERS = frozenset({"square", "cubic", "per"})
_CONVERTED = frozenset({"length", "area", "mass", "volume", "speed"})
_MOST_GAP, _MOST_TIME_GAP = Decimal(2000), Decimal(12)
# "Warmed by a further 2 degrees": it can be nothing else.
_BY = r"\b(?:warm|cool|heat|ris|rose|fall|fell|drop|increas|decreas|climb|gr[eo]w|soar|s[aiu]nk|chang|differ|lower|rais|up|down)[a-z]*(?: [a-z]+){0,2} by (?:(?:an?|another|further|extra|additional|about|around|some|up to|at least|more than|less than|only|just|nearly|almost|over|as much as) )*$"
_DIFFERS = (
    r"\b(?:warm(?:s|er|ing|ed)|cool(?:s|er|ing|ed)|heat(?:s|ing|ed)|cold(?:er)|hotter|higher|lower|above|below"
    r"|rises?|rose|risen|rising|falls?|fell|drop(?:s|ped)?|increase[sd]?|decrease[sd]?|difference"
    r"|change|more|less|within|limit)\b"
)
_ELSEWHERE = (
    r" (?:in (?:places|parts|some|winter|summer)|at (?:its|their|the|times|low|high)|when|if"
    r"|with|including|without|before|after|for|of (?:it|them|which))\b"
)
_NEXT, _SMALL = 20, 12  # degrees: so few of both are hardly a temperature
_PER = (" to the ", " per ", " to a ")  # "or 43 miles to the gallon"
_FRACTIONS = ("half ", "quarter of ", "a quarter ", "a third ")
_DIFFERENCE = {
    ("degree_Celsius", "degree_Fahrenheit"): Decimal("1.8"),
    ("degree_Fahrenheit", "degree_Celsius"): 1 / Decimal("1.8"),
}


def check(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],  # noqa: ARG001  every law is called alike
) -> Iterator[Outcome]:
    """Yield whether the two sides of each pair agree."""
    for facts in documents:
        paired = [fact for fact in facts.facts if fact.mention.pair is not None]
        starts = {fact.mention.span: fact for fact in paired}
        for fact in paired:
            pair = fact.mention.pair
            other = starts.get(pair) if pair else None
            if other is not None and fact.mention.span.start < other.mention.span.start:
                yield from _judge(facts, fact, other)
        for fact, other in pairwise(facts.facts):
            mention = fact.mention
            if mention.dimension in _CONVERTED and mention.unit == other.mention.unit:
                yield from _same_unit(facts, fact, other)
        for fact, other in _apposed.told(facts):
            if fact.mention.unit and fact.mention.unit != other.mention.unit:
                yield from _judge(facts, fact, other)
            else:
                yield _again(facts, fact, other)


def _again(facts: DocumentFacts, fact: Fact, other: Fact) -> Outcome:
    """Compare a sum with itself in figures, a fraction with itself in percent."""
    a, b = fact.mention, other.mention
    first, second, right = a.reading, b.reading, a.value
    if not a.unit and right is not None:
        right *= _HUNDRED
        second, first = Interval.point(b.value or right), _share(right, a, b)
    verdict = _compare.judge(first, second)
    places = (
        _compare.evidence(facts.document, fact, side=0),
        _compare.evidence(facts.document, other, side=1),
    )
    said = [_text(facts, each) for each in (a, b)]
    label = f"{said[0]} in other words"
    if verdict.agrees or right is None or b.value is None:
        return _compare.outcome(
            LAW, Verdict.AGREE, places, f"{said[0]} is {said[1]}.", label=label
        )
    fit = wording.amount(Interval.point(_rounded(right, b)), b.unit)
    return _compare.outcome(
        LAW,
        Verdict.CONFLICT,
        places,
        f"{said[0]} is {fit}, not {said[1]}.",
        explanation=f"The text gives {said[0]} as {said[1]}. {fit} would fit.",
        severity=verdict.severity,
        slip=slips.between(right, b.value),
        label=label,
    )


def _share(value: Decimal, fraction: Mention, percent: Mention) -> Interval:
    """Return what a fraction may be in percent: "more than a third" may be 42."""
    said = {fraction.modifier, percent.modifier}
    slack = _POINTS * (1 + (said != {None}))
    most, least = (_FAR if each & said else slack for each in (_ABOVE, _BELOW))
    return Interval(value - least, value + most)


def _judge(facts: DocumentFacts, fact: Fact, other: Fact) -> Iterator[Outcome]:
    a, b = fact.mention, other.mention
    document = facts.document
    places = (
        _compare.evidence(document, fact, side=0, compared=rounding(a)),
        _compare.evidence(document, other, side=1, compared=rounding(b)),
    )
    label = f"{_text(facts, a)} in other units"
    if ("/" in a.unit and a.unit.partition(" / ")[0] == b.unit.partition(" / ")[0]) or (
        a.unit.startswith(_TIMES) and b.unit.startswith(_TIMES)
    ):
        return  # an amount a month and a year, "six hours a day, six days a week"
    if a.dimension.startswith("currency:") or b.dimension.startswith("currency:"):
        yield _compare.outcome(
            LAW,
            Verdict.UNDETERMINED,
            places,
            f"{_text(facts, a)} and {_text(facts, b)}: not compared.",
            reason="the exchange rate is not known",
            label=label,
        )
        return
    alike = a.dimension == b.dimension and a.unit != b.unit
    if not alike or Form.VAGUE in (a.form, b.form) or _elsewhere(facts, b):
        return
    if _is_by(facts, fact) and (a.unit, b.unit) in _DIFFERENCE:
        yield _differing(facts, fact, other)
        return
    first, second = (_compare.convert(rounding(m), m.unit) for m in (a, b))
    verdict = _compare.judge(first, second)
    if not verdict.agrees and _are_two_things(facts, fact, other, verdict.gap):
        return
    if verdict.agrees or _as_difference(facts, fact, other):
        yield _compare.outcome(
            LAW,
            Verdict.AGREE,
            places,
            f"{_text(facts, a)} is {_text(facts, b)}.",
            label=label,
        )
        return
    fit = _fit(facts, a, b)
    yield _compare.outcome(
        LAW,
        Verdict.CONFLICT,
        places,
        f"{_text(facts, a)} is {fit}, not {_text(facts, b)}.",
        explanation=f"The text gives {_text(facts, a)} as {_text(facts, b)}."
        f" {fit} would fit.",
        severity=verdict.severity,
        slip=_slip(a, b),
        label=label,
    )


def _are_two_things(
    facts: DocumentFacts, fact: Fact, other: Fact, gap: Decimal
) -> bool:
    """Return whether what stands beside an amount need not be that amount in other units."""
    a, b = fact.mention, other.mention
    # A bracket with another length of time is seldom a conversion.
    if gap > (_MOST_GAP if a.dimension != "duration" else _MOST_TIME_GAP):
        return True
    if _is_worked(a, b) or _are_round(a, b) or (gap > 1 and _is_height(a, b)):
        return True
    said = facts.document.surface(fact.sentence).lower()
    return re.search(_SEA, said) is not None and _is_at_sea(a, b)


def _is_height(a: Mention, b: Mention) -> bool:
    """Return whether a bracket after a distance may tell a height: "stage 5: 141 km (1,900 m)"."""
    factor = (
        units.convert(Decimal(1), a.unit, b.unit) if a.dimension == "length" else None
    )
    return factor is not None and factor >= _HUNDRED and _slip(a, b) is None


def _is_worked(a: Mention, b: Mention) -> bool:
    """Return whether one time may be what is worked of the other: "three weeks (15 days)"."""
    if a.dimension != "duration":
        return False
    part, whole = sorted((a, b), key=lambda each: _compare.base_value(_ONE, each.unit))
    day = _compare.base_value(_ONE, "day")
    if part.unit == "week" or _compare.base_value(_ONE, whole.unit) < day:
        return False
    some, all_ = (_compare.convert(rounding(each), each.unit) for each in (part, whole))
    return some.high is not None and all_.low is not None and some.high < all_.low


def _are_round(a: Mention, b: Mention) -> bool:
    """Return whether both are one digit and zeros, and nearly the same: "10 metres (30 feet)"."""
    numbers = [each.value for each in (a, b) if each.value and abs(each.value) >= _TEN]
    if len(numbers) < _BOTH or any(
        len(number.normalize().as_tuple().digits) > 1 for number in numbers
    ):
        return False
    first, second = (
        _compare.convert(Interval.point(number).widen(relative=_TENTH / 2), each.unit)
        for number, each in zip(numbers, (a, b), strict=True)
    )
    return first.meets(second)


def _is_at_sea(a: Mention, b: Mention) -> bool:
    """Return whether two lengths agree where miles are those of sailors and pilots."""
    if "mile" not in (a.unit, b.unit):
        return False
    first, second = (
        _compare.convert(rounding(each), _AT_SEA.get(each.unit, each.unit))
        for each in (a, b)
    )
    return first.meets(second)


def _elsewhere(facts: DocumentFacts, b: Mention) -> bool:
    """Return whether a bracket tells of another place or time: "30 cm (2 m in places)"."""
    text = facts.document.text
    end = b.span.end
    if text.startswith(_PER, end):
        return True
    return re.match(_ELSEWHERE, text[end : end + _NEXT].lower()) is not None


def _same_unit(facts: DocumentFacts, fact: Fact, other: Fact) -> Iterator[Outcome]:
    """Yield a conflict for "1,000 miles (1,600 miles)": a conversion with one unit twice."""
    a, b = fact.mention, other.mention
    if a.value is None or b.value is None:
        return
    text = facts.document.text
    if text[a.span.end : b.span.start].strip() != "(" or text[b.span.end] != ")":
        return
    slip = slips.between(a.value, b.value, a.dimension)
    if slip is None or "swapped" not in slip or "digits" in slip:
        return
    yield _compare.outcome(
        LAW,
        Verdict.CONFLICT,
        (
            _compare.evidence(facts.document, fact, side=0),
            _compare.evidence(facts.document, other, side=1),
        ),
        f"{_text(facts, a)} cannot be {_text(facts, b)}: one unit is given twice.",
        explanation=f"The text gives {_text(facts, a)} as {_text(facts, b)}, and the two"
        " numbers are as far apart as two units are.",
        severity=Severity.ERROR,
        slip=slip,
        label=f"{_text(facts, a)} in other units",
    )


def _text(facts: DocumentFacts, mention: Mention) -> str:
    if ("-" in mention.surface or mention.headers) and mention.value is not None:
        return wording.amount(Interval.point(mention.value), mention.unit)
    span = mention.span
    return _compare.quote(facts.document, span.start, span.end)


def rounding(mention: Mention) -> Interval:
    """Return what the digits of one side of a pair allow, in its unit."""
    value, digits = mention.value, mention.digits
    if value is None or digits.low is None or digits.high is None:
        return digits
    if mention.exact:
        return Interval(value - _HALF, value + _HALF)
    if mention.surface.lower().startswith(_FRACTIONS):
        return Interval.point(value).widen(relative=_TENTH)  # "half a metre (1.5 feet)"
    half = (digits.high - digits.low) / 2
    most = abs(value) * _MOST_ROUNDING
    if half <= most or value != value.to_integral_value():
        return digits
    # Half a unit is always allowed: "2 m (7 ft)".
    half = max(most, min(half, _HALF))
    return Interval(value - half, value + half)


def _is_by(facts: DocumentFacts, fact: Fact) -> bool:
    """Return whether a temperature is told as a difference: "warms by <2 degrees>"."""
    sentence = facts.document.surface(fact.sentence)
    left = sentence[: fact.mention.span.start - fact.sentence.start].lower()
    return re.search(_BY, left) is not None


def _differing(facts: DocumentFacts, fact: Fact, other: Fact) -> Outcome:
    """Compare a difference of temperatures with what it is given as in other degrees."""
    a, b = fact.mention, other.mention
    factor = _DIFFERENCE[a.unit, b.unit]
    places = (
        _compare.evidence(facts.document, fact, side=0, compared=rounding(a)),
        _compare.evidence(facts.document, other, side=1, compared=rounding(b)),
    )
    one, two = (_text(facts, mention) for mention in (a, b))
    label = f"{one} in other units"
    verdict = _compare.judge(rounding(a).scale(factor), rounding(b))
    if verdict.agrees or a.value is None:
        said = f"{one} is {two}."
        return _compare.outcome(LAW, Verdict.AGREE, places, said, label=label)
    value = _rounded(a.value * factor, b).normalize()
    fit = f"{wording.number(value)} degrees"
    return _compare.outcome(
        LAW,
        Verdict.CONFLICT,
        places,
        f"A difference of {one} is one of {fit}, not {two}.",
        explanation=f"The text gives a difference of {one} as {two}, which it is for a"
        " temperature. Of a difference only the size of a degree counts.",
        severity=verdict.severity,
        label=label,
    )


def _as_difference(facts: DocumentFacts, fact: Fact, other: Fact) -> bool:
    """Return whether two temperatures agree as a difference: "2C (3.6F) warmer"."""
    a, b = fact.mention, other.mention
    factor = _DIFFERENCE.get((a.unit, b.unit))
    if factor is None:
        return False
    sentence = facts.document.surface(fact.sentence)
    said = bearing(sentence, a.span.start - fact.sentence.start).lower()
    small = all(abs(each.value or _HUNDRED) < _SMALL for each in (a, b))
    if not small and not re.search(_DIFFERS, said):
        return False
    return rounding(a).scale(factor).meets(rounding(b))


def _fit(facts: DocumentFacts, a: Mention, b: Mention) -> str:
    ends = [
        right
        for end in (a.value, a.stated_low, a.stated_high)
        if end is not None and (right := units.convert(end, a.unit, b.unit)) is not None
    ]
    if ("-" in b.surface or b.headers) and len(ends) == 1:
        return wording.amount(Interval.point(_rounded(ends[0], b)), b.unit)
    text = facts.document.text
    before = text[b.span.start : b.number.start]
    after = text[b.number.end : b.span.end]
    said = " to ".join(wording.number(_rounded(end, b)) for end in ends)
    return " ".join(f"{before}{said}{after}".split())


def _rounded(value: Decimal, like: Mention) -> Decimal:
    """Round a computed value about as finely as another number is written."""
    digits = max(3, len(like.value.normalize().as_tuple().digits) if like.value else 3)
    exponent = value.adjusted() - digits + 1
    rounded = Context(prec=digits).plus(value)
    return _arithmetic.to_places(rounded, 0) if exponent > 0 else rounded


def _slip(a: Mention, b: Mention) -> str | None:
    """Return the slip that turns the right amount into the stated one, or None."""
    if a.value is None or b.value is None:
        return None
    right = units.convert(a.value, a.unit, b.unit)
    if right is None or right <= 0 or a.value <= 0:
        return None
    stated = rounding(b)
    if stated.meets(_near(a.value * a.value / right)):
        return "the factor was taken the wrong way round"
    if a.dimension == "area":
        side = (right / a.value).sqrt()
        if any(stated.meets(_near(x)) for x in (a.value * side, a.value / side)):
            return "the factor for lengths may have been used for an area"
    for power, words in ((10, "ten"), (100, "a hundred"), (1000, "a thousand")):
        if stated.meets(_near(right * power)) or stated.meets(_near(right / power)):
            return f"a factor of {words}: a digit or a decimal point may be off"
    return _named(slips.between(_rounded(right, b), b.value, b.dimension), a, b)


def _named(slip: str | None, a: Mention, b: Mention) -> str | None:
    """Return a slip, unless it speaks of units that the text does not."""
    if slip is None or "swapped" not in slip or "digits" in slip:
        return slip
    units_named = {
        word for m in (a, b) for word in wording.unit_words(m.unit).split()
    } - _POWERS
    return slip if units_named & set(slip.split()) else None


def _near(value: Decimal) -> Interval:
    return Interval.point(value).widen(relative=Decimal("0.02"))
