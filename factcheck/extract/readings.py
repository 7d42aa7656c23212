# ruff: noqa: PLR0911 - one way out for each modifier
"""What a stated number can be: intervals from digits, bounds and approximators.

DESIGN.md section 3 is the law; nothing here knows about text.
"""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal

from factcheck.model import Interval, Modifier

CAP = Decimal("0.05")
PAIR_CAP = Decimal("0.03")
_TENTH = Decimal("0.1")
_ZERO = Decimal(0)
_TWO = Decimal(2)
# Numbers of a few hundred digits are read: half of their last digit must not be rounded away.
_WIDE = Context(prec=500, Emax=MAX_EMAX, Emin=MIN_EMIN)


def of_digits(
    value: Decimal, step: Decimal, *, zeros: bool, exact: bool, cap: Decimal = CAP
) -> Interval:
    """Return what the digits as written allow.

    Args:
        value: The number as stated.
        step: The unit of its last significant digit.
        zeros: Whether it ends in zeros that may be rounding; then `cap` holds.
        exact: Whether it is a count that leaves one value.
        cap: At most this share of the value, for trailing zeros.
    """
    if exact:
        return Interval.point(value)
    half = _WIDE.divide(step, _TWO)
    if not half:
        return Interval.point(value)
    if zeros:
        limit = _WIDE.multiply(abs(value), cap)
        if half > limit:
            return Interval(_WIDE.subtract(value, limit), _WIDE.add(value, limit))
    low, high = _WIDE.subtract(value, half), _WIDE.add(value, half)
    if value < 0:
        return Interval(low, high, low_open=True)
    return Interval(low, high, high_open=True)


def with_modifier(
    digits: Interval, low: Decimal, high: Decimal, modifier: Modifier | None
) -> Interval:
    """Return the reading of a number, or of a range from `low` to `high`, under a modifier."""
    if modifier is None:
        return digits
    if modifier is Modifier.ABOUT:
        around = Interval(low - abs(low) * _TENTH, high + abs(high) * _TENTH)
        return Interval.hull([digits, around])
    if modifier is Modifier.NEARLY:
        return _ordered(low - abs(low) * _TENTH, high)
    if modifier is Modifier.JUST_OVER:
        return _ordered(low, high + abs(high) * _TENTH)
    if modifier is Modifier.AT_LEAST:
        return Interval(low, None)
    if modifier is Modifier.MORE_THAN:
        return Interval(low, None, low_open=True)
    floor = _ZERO if high >= 0 else None
    if modifier is Modifier.UP_TO:
        return Interval(floor, high)
    if high == 0:
        return Interval(None, high, high_open=True)
    return Interval(floor, high, high_open=True)


def _ordered(low: Decimal, high: Decimal) -> Interval:
    return Interval(low, high) if low <= high else Interval(high, low)
