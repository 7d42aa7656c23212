"""Each mention of a fact lies between two ends.

What it does:
    Compares every mention with the ends that the rule gives, whatever units are used.

Why it matters:
    A front line of 6,000 miles or a city of nine people is a slip, not news.

Example:
    "along the 6,000-mile front", where the rule allows 600 to 1,500 miles.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks.expectations.common import Case, Stated
from factcheck.checks.expectations.messages import unmet
from factcheck.model import Bounds, Evidence, Interval, Outcome, Verdict

_FACTORS = (
    (10, "a factor of ten: a digit or a decimal point may be off"),
    (100, "a factor of a hundred: a decimal point may be off"),
    (1000, "million and billion (or thousand and million) may be mixed up"),
)


def outcomes(case: Case) -> Iterator[Outcome]:
    """Yield what is to be said of each mention outside, and of all inside."""
    ((alias, _),) = case.rule.facts
    bounds = case.expect.bounds
    assert bounds is not None
    allowed = Interval(
        bounds.low.base if bounds.low else None,
        bounds.high.base if bounds.high else None,
    )
    ends = [end.text for end in (bounds.low, bounds.high) if end is not None]
    if bounds.low and bounds.high:
        said = f"between {ends[0]} and {ends[1]}"
    else:
        said = f"{'at least' if bounds.low else 'at most'} {ends[0]}"
    inside: list[Stated] = []
    outside: dict[tuple[str, Interval], list[Stated]] = {}
    for one in case.stated(alias):
        if one.reading.meets(allowed):
            inside.append(one)
        else:
            outside.setdefault((one.unit, one.reading), []).append(one)
    if inside:
        words = ", ".join(dict.fromkeys(one.words for one in inside))
        yield Outcome(
            case.rule.id,
            case.rule.kind,
            Verdict.AGREE,
            (*(one.evidence() for one in inside), _limits(case, bounds, said)),
            f"{case.label}: {words} is {said}",
            label=case.label,
        )
    others = [_limits(case, bounds, said)]
    if inside:
        others.append(inside[0].evidence(side=2, also=len(inside) - 1))
    for side in outside.values():
        yield _conflict(case, side, allowed, said, others)


def _limits(case: Case, bounds: Bounds, said: str) -> Evidence:
    text = f"{case.label}: {said}"
    known = [end for end in bounds if end is not None]
    low, high = (None if end is None else end.value for end in bounds)
    one_unit = len({end.unit for end in known}) == 1
    return Evidence(
        None,
        None,
        said,
        text,
        Interval(low, high) if one_unit else None,
        known[0].unit if one_unit else "",
        side=1,
        reference=str(case.rule.place),
    )


def _conflict(
    case: Case,
    side: list[Stated],
    allowed: Interval,
    said: str,
    others: list[Evidence],
) -> Outcome:
    one = side[0]
    verdict = case.judge(one.plain, allowed, exact=one.is_exact)
    fallback = f"{case.label}: {one.words} in {one.document.path} is not {said}"
    slip = next(
        (
            words
            for factor, words in _FACTORS
            for scaled in (
                one.reading.scale(1 / Decimal(factor)),
                one.reading.scale(Decimal(factor)),
            )
            if scaled.meets(allowed)
        ),
        None,
    )
    return unmet(
        case,
        side,
        others,
        verdict,
        expected=said,
        why=f"the rule expects a value {said}",
        fallback=fallback,
        slip=slip,
    )
