"""An arithmetic comparison holds between facts.

What it does:
    Works out both sides of a relation for each combination of mentions in a group, nearest
    first, by interval arithmetic with units, and sees whether it can hold.

Why it matters:
    A share, its whole and its part stand in different sentences, often in different units;
    nobody multiplies while reading.

Example:
    "19 percent of the country" of 603,628 square kilometers and "160,000 square kilometers".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import islice, product
from math import prod
from typing import NamedTuple

from factcheck.checks import slips
from factcheck.checks.expectations.common import (
    Case,
    Exponents,
    Judgement,
    Stated,
    amount,
    in_unit,
    percent,
    reference,
)
from factcheck.checks.expectations.messages import message
from factcheck.checks.expectations.values import (
    Sum,
    UndeterminedError,
    Value,
    single_names,
)
from factcheck.model import (
    Arithmetic,
    Evidence,
    Expression,
    Interval,
    Op,
    Outcome,
    Reference,
    Relation,
    Verdict,
)

MOST_COMBINATIONS = 1000
_MOST_LISTED = 20_000
_OTHER_DOCUMENT = 1_000_000_000
_FACTORS = (
    (1000, "million and billion (or thousand and million) may be mixed up"),
    (10, "a factor of ten: a digit or a decimal point may be off"),
    (100, "a factor of a hundred: a decimal point may be off"),
)


class _Result(NamedTuple):
    """One combination, worked out."""

    sum: Sum
    mentions: tuple[Stated, ...]
    left: Value
    right: Value
    judgement: Judgement


def outcomes(case: Case) -> Iterator[Outcome]:
    """Yield what is to be said of a relation."""
    relation = case.expect.relation
    assert relation is not None
    sides = (relation.left, relation.right)
    singles = list(dict.fromkeys(n for side in sides for n in single_names(side)))
    aliases = list(dict.fromkeys(n for side in sides for n in _facts(side)))
    groups: dict[tuple[object, ...], dict[str, list[Stated]]] = {}
    for alias in aliases:
        for one in case.stated(alias):
            group = groups.setdefault(case.group_of(one), {})
            group.setdefault(alias, []).append(one)
    for group in groups.values():
        if all(alias in group for alias in aliases):
            yield from _group(case, relation, group, singles)


def _facts(expression: Expression) -> list[str]:
    if expression.op is Op.FACT:
        return [expression.name]
    return [name for part in expression.operands for name in _facts(part)]


def _group(
    case: Case, relation: Relation, group: dict[str, list[Stated]], singles: list[str]
) -> Iterator[Outcome]:
    wholes = {alias: found for alias, found in group.items() if alias not in singles}
    choices = [group[alias] for alias in singles]
    agreeing: list[_Result] = []
    conflicting: list[_Result] = []
    undetermined: dict[str, list[Stated]] = {}
    settled: set[tuple[int, int]] = set()
    for chosen in _nearest(case, choices):
        taken = {alias: [one] for alias, one in zip(singles, chosen, strict=True)}
        mentions = (*chosen, *(one for found in wholes.values() for one in found))
        keys = {(one.selected.document, one.start) for one in mentions}
        # Two pairs that each hold need not hold crosswise.
        if keys <= settled:
            continue
        sum_ = Sum(case, {**wholes, **taken}, mentions[0].document)
        try:
            result = _worked_out(case, relation, sum_, mentions)
        except UndeterminedError as error:
            undetermined.setdefault(str(error), []).extend(mentions)
            continue
        if result.judgement.agrees:
            settled |= keys
            agreeing.append(result)
        else:
            conflicting.append(result)
    if agreeing:
        yield _agreement(case, relation, agreeing)
    for together in _linked(conflicting):
        yield _conflict(case, relation, together)
    for reason, untold in undetermined.items():
        yield _untold(case, reason, untold)
    n_combinations = prod(len(found) for found in choices)
    if n_combinations > MOST_COMBINATIONS:
        many = f"{n_combinations:,} combinations; the nearest {MOST_COMBINATIONS:,} were tried"
        yield _untold(case, many, [found[0] for found in choices])


def _worked_out(
    case: Case, relation: Relation, sum_: Sum, mentions: tuple[Stated, ...]
) -> _Result:
    """Return one combination with both sides and what they come to.

    Raises:
        UndeterminedError: A side cannot be told, or the two cannot be compared.
    """
    exact = all(one.is_exact for one in mentions)
    operator = relation.operator
    left, right = sum_.value(relation.left), sum_.value(relation.right)
    if left.exponents != right.exponents:
        raise UndeterminedError("the two sides are of different dimensions")
    judgement = _judge(case, operator, left.reading, right.reading, exact=exact)
    if not judgement.agrees and not case.rule.tolerance.is_rounding:
        # The tolerance says whether there is a conflict, not how bad it is.
        strict = sum_._replace(tolerant=False)
        left, right = strict.value(relation.left), strict.value(relation.right)
        judgement = _judge(case, operator, left.reading, right.reading, exact=exact)
    return _Result(sum_, mentions, left, right, judgement)


def _nearest(
    case: Case, choices: Sequence[Sequence[Stated]]
) -> list[tuple[Stated, ...]]:
    """Return the combinations of mentions that may belong together, nearest first."""
    listed = [
        chosen
        for chosen in islice(product(*choices), _MOST_LISTED)
        if len({(one.selected.document, one.start) for one in chosen}) == len(chosen)
        and all(
            case.compatible(a, b) for i, a in enumerate(chosen) for b in chosen[i + 1 :]
        )
    ]
    listed.sort(key=_spread)
    return listed[:MOST_COMBINATIONS]


def _spread(chosen: Sequence[Stated]) -> tuple[int, list[tuple[int, int]]]:
    places = [(one.selected.document, one.start) for one in chosen]
    if not places:
        return 0, places
    starts = [document * _OTHER_DOCUMENT + start for document, start in places]
    return max(starts) - min(starts), places


def _judge(
    case: Case, operator: str, left: Interval, right: Interval, *, exact: bool
) -> Judgement:
    if operator == "==":
        return case.judge(left, right, exact=exact)
    if operator == "!=":
        if not (left.is_point and left == right):
            return Judgement(agrees=True)
        return Judgement(agrees=False, severity=case.severity(Decimal(1)))
    is_strict = operator in ("<", ">")
    if operator in (">", ">="):
        left, right = right, left
    # It can hold as long as the smaller side is not wholly above the larger one.
    lower = Interval(left.low, None, low_open=left.low_open or is_strict)
    upper = Interval(None, right.high, high_open=right.high_open)
    if lower.meets(upper):
        return Judgement(agrees=True)
    gap = left.gap(right)
    return Judgement(agrees=False, gap=gap, severity=case.severity(gap, exact=exact))


def _linked(results: Sequence[_Result]) -> list[list[_Result]]:
    """Group conflicts that share a mention: one disagreement is one finding."""
    groups: list[tuple[set[tuple[int, int]], list[_Result]]] = []
    for result in results:
        keys = {(one.selected.document, one.start) for one in result.mentions}
        joined = [group for group in groups if group[0] & keys]
        rest = [group for group in groups if not group[0] & keys]
        members = [one for group in joined for one in group[1]]
        groups = [
            *rest,
            (keys.union(*(group[0] for group in joined)), [*members, result]),
        ]
    return [sorted(members, key=lambda r: _spread(r.mentions)) for _, members in groups]


def _conflict(case: Case, relation: Relation, results: Sequence[_Result]) -> Outcome:
    result = results[0]
    unit = _unit_of(result, relation)
    left, right = (
        _said(result, side, value, unit)
        for side, value in (
            (relation.left, result.left),
            (relation.right, result.right),
        )
    )
    gap = percent(result.judgement.gap) if result.judgement.gap else ""
    fallback = f"{case.label}: {left[0]}, but {right[1]}"
    if relation.operator == "==" and right[1] == right[2]:
        fallback = f"{case.label}: {left[0]}, not {right[2]}"
    elif relation.operator != "==":
        fallback = f"{case.label}: {left[0]}, which is not {_WORDS[relation.operator]} {right[2]}"
    sides: dict[str, Stated | Reference] = {
        alias: found[0] for alias, found in result.sum.binding.items()
    }
    for alias in dict(case.rule.facts):
        known = case.spec(alias).reference
        if alias not in sides and known is not None:
            sides[alias] = known
    others = {
        (one.selected.document, one.start)
        for other in results[1:]
        for one in other.mentions
    } - {(one.selected.document, one.start) for one in result.mentions}
    explanation = (
        f"By the rule, {relation.text}. {left[0][:1].upper()}{left[0][1:]}; {right[1]}."
        f"{case.beyond}"
    )
    if others:
        places = "place is" if len(others) == 1 else "places are"
        explanation += f" {len(others)} more {places} affected."
    return Outcome(
        case.rule.id,
        case.rule.kind,
        Verdict.CONFLICT,
        _evidence(case, relation, result),
        message(
            case, fallback, sides, n=len(result.mentions), expected=left[2], gap=gap
        ),
        explanation,
        result.judgement.severity,
        _slip(relation, result, unit),
        label=case.label,
        arithmetic=_arithmetic(relation, result, unit),
    )


def _arithmetic(relation: Relation, result: _Result, unit: str) -> Arithmetic | None:
    """Return both sides in one unit; dates have none."""
    if any(name == "date" for name, _ in result.left.exponents):
        return None
    sides = (
        in_unit(result.left.reading, unit),
        in_unit(result.right.reading, unit),
    )
    # What stands alone is what is stated.
    computed, stated = sides[::-1] if relation.left.op is Op.FACT else sides
    return Arithmetic(computed, stated, unit)


_WORDS = {
    "!=": "different from",
    "<": "less than",
    "<=": "at most",
    ">": "more than",
    ">=": "at least",
}


def _agreement(case: Case, relation: Relation, results: Sequence[_Result]) -> Outcome:
    result = results[0]
    unit = _unit_of(result, relation)
    left = _said(result, relation.left, result.left, unit)
    right = _said(result, relation.right, result.right, unit)
    places: dict[tuple[str | None, object], Evidence] = {}
    for each in results:
        for place in _evidence(case, relation, each):
            places.setdefault((place.document, place.span or place.text), place)
    return Outcome(
        case.rule.id,
        case.rule.kind,
        Verdict.AGREE,
        tuple(places.values()),
        f"{case.label}: {left[0]}; {right[1]}",
        label=case.label,
    )


def _untold(case: Case, reason: str, mentions: Sequence[Stated]) -> Outcome:
    unique = dict.fromkeys((one.selected.document, one.start) for one in mentions)
    first = {(one.selected.document, one.start): one for one in reversed(mentions)}
    return Outcome(
        case.rule.id,
        case.rule.kind,
        Verdict.UNDETERMINED,
        tuple(first[key].evidence() for key in unique),
        f"{case.label}: not checked, {reason}",
        reason=reason,
        label=case.label,
    )


def _evidence(case: Case, relation: Relation, result: _Result) -> tuple[Evidence, ...]:
    places = [one.evidence(side=side) for side, one in enumerate(result.mentions)]
    used = _references(relation.left) + _references(relation.right)
    places += [
        replace(reference(alias, case), side=side)
        for side, alias in enumerate(dict.fromkeys(used), len(places))
    ]
    return tuple(places)


def _references(expression: Expression) -> list[str]:
    if expression.op is Op.REFERENCE:
        return [expression.name]
    return [name for part in expression.operands for name in _references(part)]


def _unit_of(result: _Result, relation: Relation) -> str:
    """Return the unit in which to show both sides: that of a fact that stands alone."""
    for side in (relation.right, relation.left):
        if side.op is Op.FACT:
            return result.sum.binding[side.name][0].unit
    for one in result.mentions:
        if one.exponents == result.left.exponents:
            return one.unit
    return _FALLBACKS.get(result.left.exponents, "")


_FALLBACKS: dict[Exponents, str] = {
    (("length", 1),): "kilometer",
    (("length", 2),): "kilometer ** 2",
    (("duration", 1),): "day",
    (("mass", 1),): "kilogram",
}


def _said(
    result: _Result, side: Expression, value: Value, unit: str
) -> tuple[str, str, str]:
    """Say a side: as a first clause, as a second clause, and its size alone."""
    words = result.sum.words(side)
    if value.exponents and value.exponents[0][0] == "date":
        return words, words, words
    size = _about(value.reading, unit)
    if side.op is Op.FACT:
        one = result.sum.binding[side.name][0]
        return f"the text says {one.words}", f"the text says {one.words}", one.words
    said = size if words == size else f"{words} is {size}"
    return said, said, size


def _about(reading: Interval, unit: str) -> str:
    if reading.is_bounded and not reading.is_point:
        return f"about {amount(reading, unit)}"
    return amount(reading, unit)


def _slip(relation: Relation, result: _Result, unit: str) -> str | None:
    """Return the slip that would explain a conflict with a fact that stands alone."""
    for side, derived in (
        (relation.right, result.left),
        (relation.left, result.right),
    ):
        if side.op is not Op.FACT or relation.operator != "==":
            continue
        one = result.sum.binding[side.name][0]
        stated = one.fact.mention
        shown = in_unit(derived.reading, unit)
        if stated.value is None or shown.low is None or shown.high is None:
            continue
        for factor, words in _FACTORS:
            for scaled in (Decimal(factor), 1 / Decimal(factor)):
                if derived.reading.meets(one.reading.scale(scaled)):
                    return words
        middle = (shown.low + shown.high) / 2
        return slips.between(middle, stated.value, stated.dimension)
    return None
