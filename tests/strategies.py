"""Strategies that all property tests share."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from factcheck.model import Interval

decimals = st.decimals(
    min_value=Decimal(-10) ** 9,
    max_value=Decimal(10) ** 9,
    allow_nan=False,
    allow_infinity=False,
    places=3,
)


@st.composite
def intervals(draw, *, bounded=False):
    """Non-empty intervals, open, closed, half-open or unbounded."""
    low, high = sorted((draw(decimals), draw(decimals)))
    if low == high:
        return Interval.point(low)
    open_low, open_high = draw(st.booleans()), draw(st.booleans())
    if bounded:
        return Interval(low, high, open_low, open_high)
    keep_low, keep_high = draw(st.booleans()), draw(st.booleans())
    return Interval(
        low if keep_low else None,
        high if keep_high else None,
        keep_low and open_low,
        keep_high and open_high,
    )


@st.composite
def members(draw):
    """An interval and a value inside it."""
    interval = draw(intervals())
    low = interval.low if interval.low is not None else Decimal(-(10**12))
    high = interval.high if interval.high is not None else Decimal(10**12)
    share = draw(st.fractions(0, 1, max_denominator=64))
    value = low + (high - low) * share.numerator / share.denominator
    if not interval.contains(value):
        value = (low + high) / 2
    return interval, value
