from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from factcheck import ruleset, units
from factcheck.checks.expectations.common import Case, Stated
from factcheck.checks.expectations.values import Sum, UndeterminedError
from factcheck.model import (
    Document,
    Fact,
    FactSpec,
    Form,
    Interval,
    Match,
    Mention,
    Place,
    Selected,
    Selection,
    Span,
)
from factcheck.ruleset import quantities, relations

PLACE = Place("x", 1, 1)
NAMES = ("x", "y", "z")
FACTS = {name: FactSpec(name, PLACE, match=Match(dimension="count")) for name in NAMES}
RULES = ruleset.loads(
    {
        "x": "facts: {f: {match: {dimension: count}}}\n"
        "rules: [{id: r, fact: f, expect: agree}]"
    },
    packs=(),
)
CASE = Case(RULES.rules[0], RULES, Selection(), ())
DOCUMENT = Document("a.txt", "1", ())
numbers = st.integers(-50, 50).map(Decimal)
widths = st.integers(0, 9).map(Decimal)


@st.composite
def expressions(draw, depth=3):
    kind = draw(st.integers(0, 7)) if depth else 0
    if kind <= 2:
        return draw(st.sampled_from([*NAMES, "2", "7", "0.5"]))
    left, right = draw(expressions(depth=depth - 1)), draw(expressions(depth=depth - 1))
    if kind == 6:
        return f"{draw(st.sampled_from(['min', 'max', 'sum']))}({left} + 0, {right})"
    if kind == 7:
        return f"abs({left} - {right})"
    return f"({left} {draw(st.sampled_from('+-*/'))} {right})"


def stated(name, reading, unit="", exponents=()):
    mention = Mention(
        "a.txt",
        Span(0, 1),
        "1",
        Span(0, 1),
        Span(0, 1),
        Form.PLAIN,
        None,
        None,
        None,
        reading,
        reading,
        exact=False,
        unit=unit,
        dimension="count",
    )
    return Stated(
        Selected(name, Fact(mention), 0), DOCUMENT, reading, reading, exponents
    )


def value(expression, readings):
    binding = {name: [stated(name, readings[name])] for name in NAMES}
    return Sum(CASE, binding, DOCUMENT).value(expression).reading


@given(expressions(), st.tuples(numbers, numbers, numbers), st.tuples(widths, widths))
@example("2 / y", (Decimal(2), Decimal(23), Decimal(0)), (Decimal(1), Decimal(0)))
def test_interval_arithmetic_contains_point_arithmetic(text, points, width):
    relation = relations.parse(f"{text} == x", FACTS)
    below, above = width
    exact = {n: Interval.point(p) for n, p in zip(NAMES, points, strict=True)}
    wide = {
        n: Interval(p - below, p + above) for n, p in zip(NAMES, points, strict=True)
    }
    try:
        point = value(relation.left, exact)
        whole = value(relation.left, wide)
    except UndeterminedError:
        assume(condition=False)
    # A quotient of points is as wide as its last digit: one side of it may lie outside.
    assert whole.meets(point)


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        pytest.param("length", ["km", "mile", "m", "foot"], id="length"),
        pytest.param("area", ["km2", "acre", "hectare", "square mile"], id="area"),
        pytest.param("mass", ["kg", "tonne", "gram"], id="mass"),
    ],
)
@given(data=st.data())
def test_a_verdict_does_not_depend_on_the_units_of_the_facts(kind, names, data):
    facts = {n: FactSpec(n, PLACE, match=Match(dimension=kind)) for n in NAMES}
    relation = relations.parse("x + y == z", facts)
    canonical = [quantities.unit(name) for name in names]
    readings = {
        name: Interval(low, low + data.draw(widths))
        for name in NAMES
        for low in [data.draw(st.integers(1, 90).map(Decimal))]
    }
    verdicts = set()
    for _ in range(3):
        binding = {}
        for name in NAMES:
            unit = data.draw(st.sampled_from(canonical))
            there = units.convert_interval(readings[name], canonical[0], unit)
            assert there is not None
            size = units.to_coherent(there, unit)
            assert size is not None
            binding[name] = [stated(name, size[0], unit, size[1])]
        sum_ = Sum(CASE, binding, DOCUMENT)
        left, right = sum_.value(relation.left), sum_.value(relation.right)
        # An end that meets an end exactly may move by the last of fifty digits.
        grown = left.reading.widen(relative=Decimal("1E-30"))
        verdicts.add(grown.meets(right.reading))
    assert len(verdicts) == 1
