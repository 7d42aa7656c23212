"""Intervals of exact decimals: what a stated number can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import MAX_EMAX, MIN_EMIN, ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from factcheck.frozen import dataclass

# Directed rounding: an end that cannot be represented moves outward, so that an interval
# always contains the exact result (IEEE 1788-2015, section 12.10).
_DOWN = Context(prec=40, rounding=ROUND_FLOOR, Emax=MAX_EMAX, Emin=MIN_EMIN)
_UP = Context(prec=40, rounding=ROUND_CEILING, Emax=MAX_EMAX, Emin=MIN_EMIN)
_ZERO = Decimal(0)

End = tuple[Decimal | None, bool]


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` to `high`.

    Attributes:
        low: Lower end; None is minus infinity.
        high: Upper end; None is plus infinity.
        low_open: Whether `low` itself is left out.
        high_open: Whether `high` itself is left out.
    """

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, value: Decimal) -> Interval:
        """Return the interval that holds `value` alone."""
        return cls(value, value)

    @classmethod
    def hull(cls, intervals: Iterable[Interval]) -> Interval:
        """Return the smallest interval that covers all; at least one is needed."""
        first, *rest = intervals
        low, high = (first.low, first.low_open), (first.high, first.high_open)
        for other in rest:
            low = _lower(low, (other.low, other.low_open))
            high = _higher(high, (other.high, other.high_open))
        return cls(low[0], high[0], low[1], high[1])

    @property
    def is_point(self) -> bool:
        """Whether exactly one value is left."""
        return self.low is not None and self.low == self.high

    @property
    def is_bounded(self) -> bool:
        """Whether both ends are finite."""
        return self.low is not None and self.high is not None

    @property
    def is_empty(self) -> bool:
        """Whether no value is left."""
        if self.low is None or self.high is None:
            return False
        if self.low == self.high:
            return self.low_open or self.high_open
        return self.low > self.high

    def contains(self, value: Decimal) -> bool:
        """Return whether `value` lies inside."""
        return self.meets(Interval(value, value))

    def covers(self, other: Interval) -> bool:
        """Return whether all of `other` lies inside."""
        low, high = (self.low, self.low_open), (self.high, self.high_open)
        return (
            _lower(low, (other.low, other.low_open)) == low
            and _higher(high, (other.high, other.high_open)) == high
        )

    def meets(self, other: Interval) -> bool:
        """Return whether the two have a value in common."""
        # As `is_below` both ways: it is asked of all pairs of facts.
        low, high = other.low, self.high
        if (
            high is not None
            and low is not None
            and (high < low or (high == low and (self.high_open or other.low_open)))
        ):
            return False
        low, high = self.low, other.high
        return (
            high is None
            or low is None
            or low < high
            or (low == high and not (self.low_open or other.high_open))
        )

    def is_below(self, other: Interval) -> bool:
        """Return whether each value of the one is smaller than each of the other."""
        if self.high is None or other.low is None:
            return False
        if self.high == other.low:
            return self.high_open or other.low_open
        return self.high < other.low

    def intersection(self, other: Interval) -> Interval | None:
        """Return what the two have in common, or None."""
        if not self.meets(other):
            return None
        low, high = self.low, self.high
        low_open, high_open = self.low_open, self.high_open
        if low is None or (other.low is not None and other.low >= low):
            low_open = other.low_open or (low_open and low == other.low)
            low = other.low
        if high is None or (other.high is not None and other.high <= high):
            high_open = other.high_open or (high_open and high == other.high)
            high = other.high
        return Interval(low, high, low_open, high_open)

    def gap(self, other: Interval) -> Decimal:
        """Return the distance between the two, relative to the nearer end; 0 if they meet.

        "Nearer end" is the end, of the two that face each other, with the smaller size.

        >>> Interval.point(Decimal(40)).gap(Interval.point(Decimal(50)))
        Decimal('0.25')
        """
        if self.meets(other):
            return _ZERO
        below, above = (self, other) if self.is_below(other) else (other, self)
        if below.high is None or above.low is None:
            raise AssertionError
        base = min(abs(below.high), abs(above.low)) or max(
            abs(below.high), abs(above.low)
        )
        return (above.low - below.high) / base if base else _ZERO

    def widen(
        self, *, relative: Decimal = _ZERO, absolute: Decimal = _ZERO
    ) -> Interval:
        """Return the interval grown at both ends by a share of each end plus a constant."""
        low, high = self.low, self.high
        if low is not None:
            low = _DOWN.subtract(low, abs(low) * relative + absolute)
        if high is not None:
            high = _UP.add(high, abs(high) * relative + absolute)
        return Interval(low, high, self.low_open, self.high_open)

    def scale(self, factor: Decimal, offset: Decimal = _ZERO) -> Interval:
        """Return `interval * factor + offset`, ends rounded outward."""
        if factor < 0:
            return (-self).scale(-factor, offset)
        if not factor:
            return Interval.point(offset)
        low, high = self.low, self.high
        if low is not None:
            low = _DOWN.fma(low, factor, offset)
        if high is not None:
            high = _UP.fma(high, factor, offset)
        return Interval(low, high, self.low_open, self.high_open)

    def __neg__(self) -> Interval:
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Interval(low, high, self.high_open, self.low_open)

    def __abs__(self) -> Interval:
        if self.low is not None and self.low >= 0:
            return self
        if self.high is not None and self.high <= 0:
            return -self
        negated = -self
        high = _higher((self.high, self.high_open), (negated.high, negated.high_open))
        return Interval(_ZERO, high[0], low_open=False, high_open=high[1])

    def __add__(self, other: Interval) -> Interval:
        low = high = None
        if self.low is not None and other.low is not None:
            low = _DOWN.add(self.low, other.low)
        if self.high is not None and other.high is not None:
            high = _UP.add(self.high, other.high)
        return Interval(
            low,
            high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        sizes = _sizes(self, other)
        if sizes is None:
            return self._combine(other, _product)
        a, b, c, d = sizes
        return Interval(
            _DOWN.multiply(a, c),
            _UP.multiply(b, d),
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __truediv__(self, other: Interval) -> Interval:
        """Divide; a divisor that contains zero gives the whole line."""
        sizes = _sizes(self, other)
        if sizes is not None:
            a, b, c, d = sizes
            return Interval(
                _DOWN.divide(a, d),
                _UP.divide(b, c),
                self.low_open or other.high_open,
                self.high_open or other.low_open,
            )
        if other.contains(_ZERO) or _ZERO in (other.low, other.high):
            return Interval(None, None)
        if self.is_bounded and other.is_bounded:
            return self._combine(other, _quotient)
        inverse = Interval(
            _ZERO if other.high is None else _DOWN.divide(Decimal(1), other.high),
            _ZERO if other.low is None else _UP.divide(Decimal(1), other.low),
            other.high is None or other.high_open,
            other.low is None or other.low_open,
        )
        return self * inverse

    def _combine(
        self, other: Interval, operation: Callable[[End, End, int, int, Context], End]
    ) -> Interval:
        ends = [
            (a, b, sign_a, sign_b)
            for a, sign_a in (
                ((self.low, self.low_open), -1),
                ((self.high, self.high_open), 1),
            )
            for b, sign_b in (
                ((other.low, other.low_open), -1),
                ((other.high, other.high_open), 1),
            )
        ]
        lows = [operation(a, b, sa, sb, _DOWN) for a, b, sa, sb in ends]
        highs = [operation(a, b, sa, sb, _UP) for a, b, sa, sb in ends]
        low, high = lows[0], highs[0]
        for candidate in lows[1:]:
            low = _least(low, candidate)
        for candidate in highs[1:]:
            high = _most(high, candidate)
        return Interval(
            None if low[0] is None or low[0].is_infinite() else low[0],
            None if high[0] is None or high[0].is_infinite() else high[0],
            low[1],
            high[1],
        )


_INFINITY = Decimal("Infinity")


def _sizes(
    one: Interval, other: Interval
) -> tuple[Decimal, Decimal, Decimal, Decimal] | None:
    """Return the ends of two intervals above zero, as nearly all are; None of others."""
    a, b, c, d = one.low, one.high, other.low, other.high
    if a is None or b is None or c is None or d is None:
        return None
    return (a, b, c, d) if a > 0 and c > 0 else None


def _finite(end: End, sign: int) -> Decimal:
    return end[0] if end[0] is not None else _INFINITY * sign


def _product(a: End, b: End, sign_a: int, sign_b: int, context: Context) -> End:
    x, y = _finite(a, sign_a), _finite(b, sign_b)
    if x == 0 or y == 0:
        # Zero is reached if a zero end is itself inside.
        return _ZERO, not ((x == 0 and not a[1]) or (y == 0 and not b[1]))
    return context.multiply(x, y), a[1] or b[1]


def _quotient(a: End, b: End, sign_a: int, sign_b: int, context: Context) -> End:
    x, y = _finite(a, sign_a), _finite(b, sign_b)
    return context.divide(x, y), a[1] or (b[1] and x != 0)


def _least(a: End, b: End) -> End:
    x, y = _finite(a, -1), _finite(b, -1)
    if x == y:
        return x, a[1] and b[1]
    return a if x < y else b


def _most(a: End, b: End) -> End:
    x, y = _finite(a, 1), _finite(b, 1)
    if x == y:
        return x, a[1] and b[1]
    return a if x > y else b


def _lower(a: End, b: End) -> End:
    if a[0] is None or b[0] is None:
        return None, False
    return _least(a, b)


def _higher(a: End, b: End) -> End:
    if a[0] is None or b[0] is None:
        return None, False
    return _most(a, b)
