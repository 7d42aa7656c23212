"""The likeliest slip behind a conflict: what turns one number into the other.

`likeliest(a, b)` takes two mentions; `between(a, b)` takes two values in one unit, for laws
that compute what the second should have been. Both return a few plain words, or None.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.checks import _compare
from factcheck.model import Mention
from factcheck.units import wording

_TONS = "short tons and tonnes may be swapped"
# Ratio of two units that are confused in print, and how an editor would say it.
_SWAPS: dict[str, tuple[tuple[Decimal, str], ...]] = {
    "length": (
        (Decimal("1.609344"), "miles and kilometers may be swapped"),
        (Decimal("3.28084"), "feet and meters may be swapped"),
        (Decimal("2.54"), "inches and centimeters may be swapped"),
        (Decimal("0.9144"), "yards and meters may be swapped"),
        (Decimal("1.852"), "nautical miles and kilometers may be swapped"),
    ),
    "area": (
        (Decimal("2.589988"), "square miles and square kilometers may be swapped"),
        (Decimal("2.471054"), "acres and hectares may be swapped"),
        (Decimal("10.76391"), "square feet and square meters may be swapped"),
    ),
    "mass": (
        (Decimal("2.204623"), "pounds and kilograms may be swapped"),
        (Decimal("1.102311"), _TONS),
    ),
    "volume": (
        (Decimal("3.785412"), "gallons and liters may be swapped"),
        (Decimal("4.54609"), "gallons and liters may be swapped"),
        (Decimal("1.201"), "imperial and American gallons may be swapped"),
    ),
    "speed": (
        (Decimal("1.609344"), "miles and kilometers an hour may be swapped"),
        (Decimal("1.852"), "knots and kilometers an hour may be swapped"),
    ),
}
_SWAP_TOLERANCE = Decimal("0.02")
MISSING = "a digit may be missing"
_FACTORS = {
    Decimal(10): "a factor of ten: a digit or a decimal point may be off",
    Decimal(100): "a factor of a hundred: a decimal point may be off",
    Decimal(1000): "million and billion (or thousand and million) may be mixed up",
    Decimal(
        1_000_000
    ): "million and trillion (or thousand and billion) may be mixed up",
}
_FEWEST_DIGITS = 3
_TEN = 10


def likeliest(a: Mention, b: Mention) -> str | None:
    """Return the likeliest slip that would turn one mention into the other, or None."""
    if a.value is None or b.value is None:
        return None
    if a.unit != b.unit and a.value == b.value:
        if {a.unit, b.unit} == {"percent", "percentage_point"}:
            return "percent and percentage points may be mixed up"
        first, second = wording.unit_words(a.unit), wording.unit_words(b.unit)
        if first and second:
            return f"one number, two units: {first} and {second} may be swapped"
    if a.unit == b.unit:
        found = between(a.value, b.value, a.dimension)
    else:
        x = _compare.base_value(a.value, a.unit)
        y = _compare.base_value(b.value, b.unit)
        found = between(x, y, a.dimension) or between(a.value, b.value)
    in_tons = "ton" in a.unit or "ton" in b.unit
    return None if found == _TONS and not in_tons else found


def between(  # noqa: PLR0911 the likeliest first
    a: Decimal, b: Decimal, dimension: str = ""
) -> str | None:
    """Return the likeliest slip between two values in one unit, or None.

    >>> between(Decimal(6500), Decimal(5600))
    'two digits may be swapped'
    """
    if a <= 0 or b <= 0 or a == b:
        return None
    low, high = sorted((a, b))
    ratio = high / low
    if ratio in _FACTORS:
        return _FACTORS[ratio]
    digits = _digits(low), _digits(high)
    # 310,000 is not 13 with its digits swapped.
    near = ratio < _TEN
    if near and _transposed(*digits):
        return "two digits may be swapped"
    for factor, words in _SWAPS.get(dimension, ()):
        if abs(ratio / max(factor, 1 / factor) - 1) <= _SWAP_TOLERANCE:
            return words
    if _dropped(*digits):
        return MISSING
    if _one_off(*digits):
        return "one digit differs"
    return None


def _digits(value: Decimal) -> tuple[int, ...]:
    return value.normalize().as_tuple().digits


def _transposed(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    if len(a) != len(b) or a == b:
        return False
    wrong = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(wrong) != 2:  # noqa: PLR2004 a swap changes two places
        return False
    i, j = wrong
    return a[i] == b[j] and a[j] == b[i]


def _dropped(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    short, long = sorted((a, b), key=len)
    if len(short) < _FEWEST_DIGITS - 1 or len(long) != len(short) + 1:
        return False
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _one_off(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    if len(a) != len(b) or len(a) < _FEWEST_DIGITS:
        return False
    return sum(x != y for x, y in zip(a, b, strict=True)) == 1
