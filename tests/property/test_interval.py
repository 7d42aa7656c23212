from __future__ import annotations

import operator
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given

from factcheck.model import Interval
from tests.strategies import decimals, intervals, members

ZERO = Decimal(0)


def exact(operation, a, b):
    return operation(Fraction(a), Fraction(b))


def holds(interval, value):
    """Whether an exact fraction lies inside, ends included or not as they are."""
    if interval.low is not None:
        low = Fraction(interval.low)
        if value < low or (value == low and interval.low_open):
            return False
    if interval.high is not None:
        high = Fraction(interval.high)
        if value > high or (value == high and interval.high_open):
            return False
    return True


@pytest.mark.parametrize(
    "operation", [operator.add, operator.sub, operator.mul, operator.truediv]
)
@given(members(), members())
def test_interval_arithmetic_contains_point_arithmetic(operation, a, b):
    (x, p), (y, q) = a, b
    assume(operation is not operator.truediv or q != 0)
    assert holds(operation(x, y), exact(operation, p, q))


@given(intervals(), intervals())
def test_meeting_is_symmetric_and_has_an_intersection(a, b):
    assert a.meets(b) == b.meets(a)
    common = a.intersection(b)
    assert (common is not None) == a.meets(b)
    if common is not None:
        assert a.covers(common)
        assert b.covers(common)
        assert not common.is_empty


@given(intervals(), intervals())
def test_the_gap_is_symmetric_and_zero_only_where_the_two_meet(a, b):
    assert a.gap(b) == b.gap(a) >= 0
    if a.meets(b):
        assert a.gap(b) == 0


@given(intervals(), intervals())
def test_the_hull_covers_both(a, b):
    hull = Interval.hull([a, b])
    assert hull.covers(a)
    assert hull.covers(b)
    assert Interval.hull([b, a]) == hull


@given(members())
def test_negation_and_absolute_value_keep_their_members(member):
    interval, value = member
    assert (-interval).contains(-value)
    assert abs(interval).contains(abs(value))
    negated = -interval
    assert -negated == interval


@given(members(), decimals, decimals)
def test_scaling_keeps_its_members(member, factor, offset):
    interval, value = member
    assert holds(
        interval.scale(factor, offset),
        Fraction(value) * Fraction(factor) + Fraction(offset),
    )


@given(members(), decimals)
def test_widening_only_adds(member, amount):
    interval, value = member
    wide = interval.widen(absolute=abs(amount), relative=Decimal("0.1"))
    assert wide.contains(value)
    assert wide.covers(interval)


@given(intervals(), intervals(), intervals())
def test_covering_is_transitive(a, b, c):
    if a.covers(b) and b.covers(c):
        assert a.covers(c)
