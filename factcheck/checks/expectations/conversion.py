"""The two sides of a conversion state one amount.

What it does:
    Converts a fact's number into the unit of the number beside it. Words such as "about"
    count for nothing here, only the digits do.

Why it matters:
    A wrong conversion is wrong for every reader who uses the other unit.

Example:
    "a range of 1,000 miles (2,600 km)".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from factcheck.checks import slips
from factcheck.checks.expectations.common import Case, Stated, amount, percent, sized
from factcheck.checks.expectations.messages import message
from factcheck.model import (
    DocumentFacts,
    Fact,
    Interval,
    Mention,
    Outcome,
    Selected,
    Verdict,
)

# DESIGN.md section 3: trailing zeros are worth at most 3% in a conversion.
_MOST = Decimal("0.03")


def outcomes(case: Case) -> Iterator[Outcome]:
    """Yield what is to be said of each conversion, once."""
    ((alias, _),) = case.rule.facts
    seen = set()
    for one in case.stated(alias):
        facts = case.documents[one.selected.document]
        other = _beside(facts, one.fact.mention)
        if other is None:
            continue
        span = min(one.fact.mention.span, other.mention.span)
        if (one.selected.document, span) in seen:
            continue
        seen.add((one.selected.document, span))
        yield from _judged(case, one, other)


def _beside(facts: DocumentFacts, mention: Mention) -> Fact | None:
    if mention.pair is None:
        return None
    return next((f for f in facts.facts if f.mention.span == mention.pair), None)


def _digits(mention: Mention) -> Interval:
    value = mention.value
    if value is None:
        return mention.digits
    return (
        mention.digits.intersection(Interval.point(value).widen(relative=_MOST))
        or mention.digits
    )


def _judged(case: Case, one: Stated, other: Fact) -> Iterator[Outcome]:
    mention, beside = one.fact.mention, other.mention
    first = sized(_digits(mention), mention.unit)
    second = sized(_digits(beside), beside.unit)
    if first is None or second is None or first[1] != second[1]:
        return
    widened = case.rule.tolerance.widen(first[0])
    verdict = case.judge(widened, second[0])
    sides = [one, Stated(_as(one, other), one.document, second[0], *second)]
    sides.sort(key=lambda side: side.start)
    a, b = sides
    converted = amount(first[0] if a is one else second[0], b.unit)
    places = tuple(
        replace(place.evidence(side=side), reading=_digits(place.fact.mention))
        for side, place in enumerate(sides)
    )
    said = f"{a.words} is {converted}"
    if verdict.agrees:
        yield Outcome(
            case.rule.id,
            case.rule.kind,
            Verdict.AGREE,
            places,
            f"{case.label}: {said}, and the text says {b.words}",
            label=case.label,
        )
        return
    yield Outcome(
        case.rule.id,
        case.rule.kind,
        Verdict.CONFLICT,
        places,
        message(
            case,
            f"{case.label}: {said}, not {b.words}",
            {"a": a, "b": b},
            n=2,
            expected=converted,
            gap=percent(verdict.gap),
        ),
        f"{said[:1].upper()}{said[1:]}; the text says {b.words}.",
        verdict.severity,
        slips.likeliest(mention, beside),
        label=case.label,
    )


def _as(one: Stated, other: Fact) -> Selected:
    return Selected(one.selected.name, other, one.selected.document)
