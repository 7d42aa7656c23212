"""The numbers of a group add up.

What it does:
    Adds the mentions of a fact that share what `group_by` names, as intervals, and compares
    the sum with a value or with another fact.

Why it matters:
    The answers to one question make 100 percent; the votes make the votes cast.

Example:
    "46 percent yes, 41 percent no, 23 percent undecided".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce

from factcheck.checks.expectations.common import (
    Case,
    Stated,
    amount,
    given,
    in_unit,
    percent,
    reference,
    sized,
)
from factcheck.checks.expectations.messages import message
from factcheck.model import (
    Arithmetic,
    Evidence,
    Expression,
    Interval,
    Op,
    Outcome,
    Verdict,
)


def outcomes(case: Case) -> Iterator[Outcome]:
    """Yield what is to be said of the sum of each group."""
    ends = [case.expect.total, case.expect.limit]
    named = [end.name for end in ends if end is not None and end.op is Op.FACT]
    wholes = {name: case.stated(name) for name in named}
    rest = [end.name for end in ends if end is not None]
    (alias,) = [name for name, _ in case.rule.facts if name not in rest]
    for group in case.groups(case.stated(alias)):
        parts = _distinct(group)
        if len(parts) < 2:  # noqa: PLR2004 - one number is no sum
            continue
        for end in ends:
            if end is not None:
                of_group = [
                    one
                    for one in wholes.get(end.name, ())
                    if case.group_of(one) == case.group_of(parts[0])
                ]
                yield from _judged(case, parts, end, of_group)


def _distinct(group: Sequence[Stated]) -> list[Stated]:
    """Leave out what is of another dimension than the first."""
    return [one for one in group if one.exponents == group[0].exponents]


def _judged(
    case: Case, parts: Sequence[Stated], end: Expression, wholes: Sequence[Stated]
) -> Iterator[Outcome]:
    total = reduce(lambda a, b: a + b, (one.reading for one in parts))
    plain = reduce(lambda a, b: a + b, (one.plain for one in parts))
    is_limit = end is case.expect.limit
    for (wide, wanted), words, place in _wanted(case, end, wholes):
        allowed = Interval(None, wanted.high) if is_limit else wanted
        granted = Interval(None, wide.high) if is_limit else wide
        exact = all(one.is_exact for one in parts)
        listed = " + ".join(one.words for one in parts)
        said = f"{listed} is {amount(plain, parts[0].unit)}"
        places = [one.evidence(side=side) for side, one in enumerate(parts)]
        places.append(place)
        right = f"at most {words}" if is_limit else words
        if total.meets(granted):
            yield Outcome(
                case.rule.id,
                case.rule.kind,
                Verdict.AGREE,
                tuple(places),
                f"{case.label}: {said}, which fits {right}",
                label=case.label,
            )
            continue
        # The tolerance says whether there is a conflict, not how bad it is.
        verdict = case.judge(plain, allowed, exact=exact)
        sides = {"a": parts[0], "b": parts[-1]}
        yield Outcome(
            case.rule.id,
            case.rule.kind,
            Verdict.CONFLICT,
            tuple(places),
            message(
                case,
                f"{case.label}: {said}, not {right}",
                sides,
                n=len(parts),
                expected=right,
                gap=percent(verdict.gap),
            ),
            f"{said}; expected {right}.{case.beyond}",
            verdict.severity,
            label=case.label,
            arithmetic=Arithmetic(
                in_unit(plain, parts[0].unit),
                in_unit(allowed, parts[0].unit),
                parts[0].unit,
            ),
        )


def _wanted(
    case: Case, end: Expression, wholes: Sequence[Stated]
) -> Iterator[tuple[tuple[Interval, Interval], str, Evidence]]:
    """Yield what the sum should be, with tolerance and without, in words, and where that stands."""
    if end.op is Op.FACT:
        for one in wholes:
            yield (one.reading, one.plain), one.words, one.evidence(side=99)
        return
    if end.op is Op.REFERENCE:
        known = case.spec(end.name).reference
        assert known is not None
        quantity, place = known.quantity, reference(end.name, case)
    else:
        assert end.quantity is not None
        quantity = end.quantity
        place = Evidence(
            None,
            None,
            quantity.text,
            f"{case.label}: {quantity.text}",
            Interval.point(quantity.value),
            quantity.unit,
            reference=str(case.rule.place),
        )
    assert sized(Interval.point(quantity.value), quantity.unit) is not None
    yield (given(quantity), given(quantity)), quantity.text, place
