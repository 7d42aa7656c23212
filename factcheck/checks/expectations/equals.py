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

from collections.abc import Iterator, Sequence

from factcheck.checks import slips
from factcheck.checks.expectations.common import (
    Case,
    Stated,
    given,
    reference,
)
from factcheck.checks.expectations.messages import unmet
from factcheck.model import Evidence, Interval, Outcome, Quantity, Verdict


def outcomes(case: Case) -> Iterator[Outcome]:
    """Yield what is to be said of each mention that is wrong, and of those that are right."""
    ((alias, _),) = case.rule.facts
    values, known = _values(case, alias)
    sizes = [given(value) for value in values]
    right: dict[tuple[int, ...], list[Stated]] = {}
    wrong: dict[tuple[str, Interval], list[Stated]] = {}
    for one in case.stated(alias):
        fitting = tuple(i for i, s in enumerate(sizes) if one.reading.meets(s))
        if fitting:
            right.setdefault(fitting, []).append(one)
        else:
            wrong.setdefault((one.unit, one.reading), []).append(one)
    for fitting, found in right.items():
        yield _agreement(case, found, [known[i] for i in fitting])
    others = [one.evidence(side=2) for found in right.values() for one in found[:1]]
    for side in wrong.values():
        yield _conflict(case, side, values, (*known, *others))


def _values(
    case: Case, alias: str
) -> tuple[tuple[Quantity, ...], tuple[Evidence, ...]]:
    spec = case.spec(alias)
    values = case.expect.values
    if not values and spec.reference is not None:
        return (spec.reference.quantity,), (reference(alias, case),)
    return values, tuple(
        Evidence(
            None,
            None,
            value.text,
            f"{case.label}: {value.text}",
            Interval.point(value.value),
            value.unit,
            side=1,
            reference=str(case.rule.place),
        )
        for value in values
    )


def _agreement(case: Case, right: list[Stated], known: Sequence[Evidence]) -> Outcome:
    said = ", ".join(dict.fromkeys(one.words for one in right))
    expected = " or ".join(value.text for value in known)
    return Outcome(
        case.rule.id,
        case.rule.kind,
        Verdict.AGREE,
        (*(one.evidence() for one in right), *known),
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
    why = f"{others[0].reference} gives {expected}"
    return unmet(
        case,
        side,
        others,
        verdict,
        expected=expected,
        why=why,
        fallback=said,
        slip=slip,
    )
