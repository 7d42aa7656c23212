"""pint, the authority on units: the one place that imports it.

Only the build of the table and its tests come here; at run time the table is enough.
"""

from __future__ import annotations

import functools
from fractions import Fraction

import pint

# pint's base dimensions in our words. Angles, information and counts are plain numbers to
# pint; here each has a dimension, so that a bit is never compared with a radian.
_DIMENSIONS = {
    "[length]": "length",
    "[mass]": "mass",
    "[time]": "duration",
    "[temperature]": "temperature",
    "[current]": "current",
    "[substance]": "substance",
    "[luminosity]": "luminosity",
    "[printing_unit]": "pixel",
    "radian": "angle",
    "bit": "data",
    "count": "count",
}

Exponents = tuple[tuple[str, int], ...]


@functools.cache
def registry() -> pint.UnitRegistry[Fraction]:
    """Return a registry with exact rational factors."""
    return pint.UnitRegistry(non_int_type=Fraction, cache_folder=None)


def knows(name: str) -> bool:
    """Return whether pint has a unit `name` whose dimension has whole exponents."""
    try:
        measure(name)
    except (pint.PintError, ArithmeticError, ValueError, TypeError, AttributeError):
        return False
    return True


def measure(name: str) -> tuple[Fraction, Fraction, Exponents]:
    """Return factor and offset to SI base units, and the exponents, of one unit name.

    A value `x` is `x * factor + offset` in base units.

    Raises:
        ValueError: If an exponent is no integer, or a factor no rational number.
    """
    offset, exponents = _root(0, name)
    top, _ = _root(1, name)
    return top - offset, offset, exponents


def evaluate(expression: str) -> tuple[Fraction, Exponents]:
    """Return factor to SI base units and exponents of "100 * kilogram".

    Raises:
        ValueError: As `measure`.
    """
    number, _, unit = expression.partition(" * ")
    if not unit:
        number, _, under = expression.partition(" / ")
        unit = f"1 / {under}" if under else ""
    size, exponents = _root(1, unit)
    return size * Fraction(number), exponents


def _root(value: int, unit: str) -> tuple[Fraction, Exponents]:
    """Return a value in SI base units, and their exponents."""
    reg = registry()
    root = reg.Quantity(Fraction(value), reg.parse_units(unit)).to_root_units()
    exponents: dict[str, int] = {}
    for base, power in root.unit_items():
        whole = Fraction(str(power))
        if whole.denominator != 1:
            raise ValueError(unit)
        (kind,) = dict(reg.get_dimensionality(base)) or (base,)
        exponents[_DIMENSIONS[kind]] = whole.numerator
    # pint's root unit of mass is the gram, the SI's is the kilogram (SI brochure, 2.3.1).
    size = Fraction(str(root.magnitude)) / Fraction(1000) ** exponents.get("mass", 0)
    return size, tuple(sorted(exponents.items()))
