"""pint, the authority on units: the one place that imports it.

Only the build of the table and its tests come here; at run time the table is enough.
"""

from __future__ import annotations

import functools
from fractions import Fraction

import pint

# pint's base dimensions, in our words. Angles and information are plain numbers to pint;
# `KINDS` gives them a dimension of their own, so that a bit is never compared with a radian.
_DIMENSIONS = {
    "[length]": "length",
    "[mass]": "mass",
    "[time]": "duration",
    "[temperature]": "temperature",
    "[current]": "current",
    "[substance]": "substance",
    "[luminosity]": "luminosity",
    "[printing_unit]": "pixel",
}
_PLAIN = {
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
    reg = registry()
    unit = reg.parse_units(name)
    definition = reg._units.get(name)  # noqa: SLF001 - pint has no public way to an offset
    converter = getattr(definition, "converter", None)
    if hasattr(converter, "offset"):
        return (
            Fraction(converter.scale),
            Fraction(converter.offset),
            (("temperature", 1),),
        )
    return _root((Fraction(1) * unit).to_root_units(), name)


def evaluate(expression: str) -> tuple[Fraction, Exponents]:
    """Return factor to SI base units and exponents of "100 * kilogram".

    Raises:
        ValueError: As `measure`.
    """
    reg = registry()
    size = reg.parse_expression(expression)
    quantity = size if isinstance(size, reg.Quantity) else reg.Quantity(size)
    factor, _, exponents = _root(quantity.to_root_units(), expression)
    return factor, exponents


def _root(
    root: pint.Quantity[Fraction], name: str
) -> tuple[Fraction, Fraction, Exponents]:
    reg = registry()
    exponents = dict[str, int]()
    for base, power in root.unit_items():
        whole = Fraction(power)
        if whole.denominator != 1:
            msg = f"{name}: {base} ** {power}"
            raise ValueError(msg)
        dimension = _PLAIN.get(base)
        if dimension is None:
            (kind,) = dict(reg.get_dimensionality(base))
            dimension = _DIMENSIONS[kind]
        exponents[dimension] = int(whole)
    # pint's root unit of mass is the gram, the SI's is the kilogram (SI brochure, 2.3.1).
    factor = Fraction(root.magnitude) / Fraction(1000) ** exponents.get("mass", 0)
    return factor, Fraction(0), tuple(sorted(exponents.items()))
