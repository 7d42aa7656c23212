"""Each mention of a fact is a known value, or one of several.

What it does:
    Compares every mention with the values that the rule gives, or with the fact's own
    reference value.

Why it matters:
    What is known for certain need not be believed from anybody else.

Example:
    "a country of 630,628 square kilometers", where the reference says 603,628.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import slips
from factcheck.checks.expectations.common import (
    Case,
    Stated,
    amount,
    given,
    percent,
    reference,
)
from factcheck.checks.expectations.messages import message
from factcheck.model import Evidence, Interval, Outcome, Quantity, Verdict


def outcomes(case: Case) -> Iterator[Outcome]:
    """Yield what is to be said of each mention that is wrong, and of all that are right."""
    ((alias, _),) = case.rule.facts
    values, known = _values(case, alias)
    right: list[Stated] = []
    wrong: dict[tuple[str, Interval], list[Stated]] = {}
    for one in case.stated(alias):
        sizes = [given(value) for value in values]
        if any(one.reading.meets(size) for size in sizes):
            right.append(one)
        else:
            wrong.setdefault((one.unit, one.reading), []).append(one)
    if right:
        yield _agreement(case, right, values, known)
    for side in wrong.values():
        yield _conflict(
            case, side, values, (known, *(one.evidence(side=2) for one in right[:1]))
        )


def _values(case: Case, alias: str) -> tuple[tuple[Quantity, ...], Evidence]:
    spec = case.spec(alias)
    values = case.expect.values
    if not values and spec.reference is not None:
        return (spec.reference.quantity,), reference(alias, case)
    said = " or ".join(value.text for value in values)
    evidence = Evidence(
        None,
        None,
        said,
        f"{case.label}: {said}",
        Interval.point(values[0].value),
        values[0].unit,
        side=1,
        reference=str(case.rule.place),
    )
    return values, evidence


def _agreement(
    case: Case, right: list[Stated], values: tuple[Quantity, ...], known: Evidence
) -> Outcome:
    said = ", ".join(dict.fromkeys(one.words for one in right))
    expected = " or ".join(value.text for value in values)
    return Outcome(
        case.rule.id,
        case.rule.kind,
        Verdict.AGREE,
        (*(one.evidence() for one in right), known),
        f"{case.label}: {said} fits {expected}",
        label=case.label,
    )


def _conflict(
    case: Case,
    side: list[Stated],
    values: tuple[Quantity, ...],
    others: tuple[Evidence, ...],
) -> Outcome:
    one = side[0]
    verdicts = [
        (case.judge(one.plain, given(value), exact=one.is_exact), value)
        for value in values
    ]
    verdict, value = min(verdicts, key=lambda pair: pair[0].gap)
    expected = " or ".join(value.text for value in values)
    mention = one.fact.mention
    slip = None
    if mention.value is not None and mention.unit == value.unit:
        slip = slips.between(mention.value, value.value, mention.dimension)
    said = f"{case.label}: {one.words} in {one.document.path}, not {expected}"
    more = f" Said in {len(side)} places." if len(side) > 1 else ""
    return Outcome(
        case.rule.id,
        case.rule.kind,
        Verdict.CONFLICT,
        (one.evidence(also=len(side) - 1), *others),
        message(
            case,
            said,
            {"a": one},
            n=len(side),
            expected=expected,
            gap=percent(verdict.gap),
        ),
        f"“{one.words}” can be {amount(one.plain, one.unit)}; "
        f"{others[0].reference} gives {expected}.{case.beyond}{more}",
        verdict.severity,
        slip,
        label=case.label,
    )
