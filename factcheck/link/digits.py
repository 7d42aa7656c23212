"""How far the digits of two numbers say that one is the other with a slip."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum, auto
from operator import ne

from factcheck.link.sides import Side

# Digits from which two numbers with digits swapped are hardly so by chance.
TELLING_DIGITS = 3
_SWAPPED = 2  # places that change where two digits are swapped
_MOVED_PAST = 3  # places that change where one digit is put two places off
UNITLESS = frozenset({"count", "magnitude", "age", "ratio"})
_PREFIXES = frozenset({Decimal(1000), Decimal(1_000_000)})
_POINT_OFF = frozenset((Decimal(10), Decimal(100), Decimal(1000)))


class Slip(Enum):
    """What turns one number into another: the likelier by chance, the further down."""

    SWAP = auto()
    POINT = auto()
    SHORT_SWAP = auto()
    DROPPED = auto()
    DIGIT = auto()


def slip(a: Side, b: Side) -> Slip | None:  # noqa: PLR0911 one kind after the other
    """Return the slip that makes one number of two of one unit of the other, or None.

    Numbers with one digit only are so by chance, and so are those with two of which one is
    another.
    """
    x, y = a.fact.mention, b.fact.mention
    if x.value is None or y.value is None or (x.unit != y.unit and a.kind != "count"):
        return None
    low, high = sorted((abs(x.value), abs(y.value)))
    first, second = a.digits, b.digits
    if first == second:
        off = len(first) > 1 and high / low in _POINT_OFF
        return Slip.POINT if off else None
    apart = high.adjusted() - low.adjusted()
    if not apart and is_transposed(a, b):
        return Slip.SWAP
    if len(first) == len(second) and not apart:
        if len(first) < TELLING_DIGITS:
            swapped = first == second[::-1] and len(a.written) == len(b.written)
            return Slip.SHORT_SWAP if swapped else None
        return Slip.DIGIT if sum(map(ne, first, second)) == 1 else None
    short, long = sorted((a.written, b.written), key=len)
    if apart == 1 and len(long) == len(short) + 1 >= TELLING_DIGITS:
        ways = (long[:i] + long[i + 1 :] for i in range(len(long)))
        return Slip.DROPPED if short in ways else None
    return None


_ZEROS = (1, 3)  # too many or too few: a slip of one, or a thousand for a million


def alike(a: Side, b: Side) -> int:
    """Return 2 where a number is the other with a swap of digits, 1 where one digit is off."""
    first, second = a.digits, b.digits
    if a.shuffled == b.shuffled:
        if not first:
            return 0  # ranges
        if first != second:
            # 25 km are no 52 metres.
            same = a.kind == "count" or a.fact.mention.unit == b.fact.mention.unit
            return 2 * (same and _is_swap(first, second) and _are_near(a, b))
        if a.fact.mention.value != b.fact.mention.value:
            return 2 * _are_zeros_off(a, b)
        return 2 * (a.kind not in UNITLESS and _is_prefix_off(a, b))
    if len(first) == len(second):
        # One of two digits is often off by chance.
        off = len(first) > 2 and sum(map(ne, first, second)) == 1  # noqa: PLR2004
        return int(off and _are_near(a, b))
    # 140 and 104
    return 2 * (
        len(a.written) == len(b.written)
        and _are_near(a, b)
        and a.shuffled.lstrip("0") == b.shuffled.lstrip("0")
        and _is_swap(a.written, b.written)
    )


def _are_zeros_off(a: Side, b: Side) -> bool:
    """Return whether two numbers with the same digits are hardly two numbers.

    15 and 1,500 may well be, 15 and 150 are hardly unless they count nothing, or two things.
    """
    if len(a.digits) <= 2:  # noqa: PLR2004
        by = abs(a.exponent - b.exponent)
        bare = a.kind == "count" and not (a.fact.head and b.fact.head)
        return len(a.digits) > 1 and by in _ZEROS and not bare
    return True


def _are_near(a: Side, b: Side) -> bool:
    """Return whether two numbers are of one order: 29 cents are no slip for 92,000 dollars."""
    return abs(a.exponent - b.exponent) <= 1


def is_zero_off(a: Side, b: Side) -> bool:
    """Return whether one number has a zero or more too many, or the other too few: 6,000, 60,000.

    Of two numbers with one digit before the zeros that is so by chance as well.
    """
    x, y = a.fact.mention, b.fact.mention
    if a.digits != b.digits or x.unit != y.unit or not (x.value and y.value):
        return False
    low, high = sorted((abs(x.value), abs(y.value)))
    return high / low in _POINT_OFF and len(a.written) > 2 < len(b.written)  # noqa: PLR2004


def is_transposed(a: Side, b: Side) -> bool:
    """Return whether one number is the other with two of three or more digits swapped.

    Two numbers of one size that differ so are hardly ever two facts: among a hundred pairs of
    other numbers with three digits not one looks like it.
    """
    if a.digits == b.digits or not _are_as_long(a, b):
        return False
    if a.shuffled == b.shuffled:
        return len(a.digits) >= TELLING_DIGITS and _is_swap(a.digits, b.digits)
    # 10.3 and 13.0
    return (
        max(len(a.digits), len(b.digits)) >= TELLING_DIGITS
        and len(a.written) == len(b.written)
        and a.shuffled.lstrip("0") == b.shuffled.lstrip("0")
        and sum(map(ne, a.written, b.written)) == _SWAPPED
        and _is_swap(a.written, b.written)
    )


def _are_as_long(a: Side, b: Side) -> bool:
    """Return whether two numbers have as many digits before the point, in one unit."""
    x, y = a.fact.mention, b.fact.mention
    if x.unit == y.unit and x.value is not None and y.value is not None:
        return x.value.adjusted() == y.value.adjusted()  # 127 and 172 minutes
    return a.exponent == b.exponent


def is_spelt_out(a: Side, b: Side) -> bool:
    """Return whether two numbers have as many digits, so many that neither is rounded."""
    return (
        len(a.digits) == len(b.digits) >= TELLING_DIGITS
        and a.fact.mention.modifier is b.fact.mention.modifier is None
    )


def _is_swap(first: tuple[int, ...], second: tuple[int, ...]) -> bool:
    """Return whether two digits are swapped, or one of four or more has moved past two."""
    wrong = [i for i, (p, q) in enumerate(zip(first, second, strict=True)) if p != q]
    if len(wrong) == _MOVED_PAST and len(first) > _MOVED_PAST:
        at, _, last = wrong
        mine, yours = first[at : last + 1], second[at : last + 1]
        return mine in ((*yours[1:], yours[0]), (yours[-1], *yours[:-1]))
    return len(wrong) == _SWAPPED and all(
        first[i] == second[j] for i, j in (wrong, wrong[::-1])
    )


def _is_prefix_off(a: Side, b: Side) -> bool:
    """Return whether one number has two units, a thousand or a million apart."""
    x, y = a.reading.high, b.reading.high
    if x is None or y is None or not x or not y:
        return False
    low, high = sorted((abs(x), abs(y)))
    return high / low in _PREFIXES
