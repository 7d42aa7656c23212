"""Units at run time: names, exact factors, dimensions, composition.

Everything comes from the generated table, and every answer is cached: a conversion is two
integers. A unit name is a name of the table ("kilometer"), with an SI prefix or without, or an
expression of them as pint reads it: "kilometer ** 2", "kilometer / hour", "USD / oil_barrel",
"1 / day". The empty name is a plain count.

A temperature is a point on a scale and a difference of temperatures is not: "20 °C" is
"degree_Celsius" (dimension "temperature", with an offset), "2 °C warmer" is
"delta_degree_Celsius" (dimension "temperature_difference", without one). The two are never
comparable. Inside an expression ("degree_Celsius / minute") a degree is a difference.
"""

from __future__ import annotations

import functools
from decimal import MAX_EMAX, MIN_EMIN, ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from factcheck.frozen import dataclass
from factcheck.model.interval import Interval
from factcheck.units import table

Exponents = tuple[tuple[str, int], ...]
Ratio = tuple[int, int]

_SAME: Ratio = (1, 1)
_EXACT = Context(prec=50, Emax=MAX_EMAX, Emin=MIN_EMIN)
# A stated number times a factor of 50 digits, before it is rounded once.
_WIDE = Context(prec=200, Emax=MAX_EMAX, Emin=MIN_EMIN)
_DOWN = Context(prec=50, rounding=ROUND_FLOOR, Emax=MAX_EMAX, Emin=MIN_EMIN)
_UP = Context(prec=50, rounding=ROUND_CEILING, Emax=MAX_EMAX, Emin=MIN_EMIN)
_MAX_POWER = 9

# Names of dimensions; what is not here is written out, "length*mass/duration^2".
DIMENSIONS: dict[str, Exponents] = {
    "count": (("count", 1),),
    "ratio": (("ratio", 1),),
    "area": (("length", 2),),
    "volume": (("length", 3),),
    "speed": (("duration", -1), ("length", 1)),
    "acceleration": (("duration", -2), ("length", 1)),
    "energy": (("duration", -2), ("length", 2), ("mass", 1)),
    "power": (("duration", -3), ("length", 2), ("mass", 1)),
    "force": (("duration", -2), ("length", 1), ("mass", 1)),
    "pressure": (("duration", -2), ("length", -1), ("mass", 1)),
    "frequency": (("duration", -1),),
    "rotation": (("angle", 1), ("duration", -1)),
    "voltage": (("current", -1), ("duration", -3), ("length", 2), ("mass", 1)),
    "charge": (("current", 1), ("duration", 1)),
    "resistance": (("current", -2), ("duration", -3), ("length", 2), ("mass", 1)),
    "conductance": (("current", 2), ("duration", 3), ("length", -2), ("mass", -1)),
    "capacitance": (("current", 2), ("duration", 4), ("length", -2), ("mass", -1)),
    "inductance": (("current", -2), ("duration", -2), ("length", 2), ("mass", 1)),
    "magnetic_flux": (("current", -1), ("duration", -2), ("length", 2), ("mass", 1)),
    "magnetic_field": (("current", -1), ("duration", -2), ("mass", 1)),
    "data_rate": (("data", 1), ("duration", -1)),
    "density": (("length", -3), ("mass", 1)),
    "concentration": (("length", -3), ("substance", 1)),
    "flow": (("duration", -1), ("length", 3)),
    "radioactivity": (("count", 1), ("duration", -1)),
}
_NAMES = {exponents: name for name, exponents in DIMENSIONS.items()}
# A rate of counts is not told from a radioactivity: "attacks per day".
_NAMES[DIMENSIONS["radioactivity"]] = "count/duration"

# The unit that a size is shown in after `to_base`.
_BASES = {
    "length": "meter",
    "mass": "kilogram",
    "duration": "second",
    "temperature": "kelvin",
    "temperature_difference": "delta_degree_Celsius",
    "current": "ampere",
    "substance": "mole",
    "luminosity": "candela",
    "angle": "radian",
    "data": "bit",
    "pixel": "pixel",
    "sound_level": "decibel",
    "magnitude": "magnitude",
    "dose": "sievert",
    "base_pair": "base_pair",
    "ratio_difference": "percentage point",
    "energy": "joule",
    "power": "watt",
    "force": "newton",
    "pressure": "pascal",
    "frequency": "hertz",
    "voltage": "volt",
    "charge": "coulomb",
    "resistance": "ohm",
    "ratio": "percent",
    "count": "",
}
# Bases that are not coherent: what one of them is in coherent units.
_BASE_RATIOS: dict[str, Ratio] = {"ratio": (1, 100), "ratio_difference": (1, 100)}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: one value is `value * ratio + shift` of its base unit.

    Attributes:
        name: As pint reads it.
        dimension: Name of the dimension: "length", "currency:USD", "currency:USD/volume".
        exponents: Powers of base quantities, sorted by name.
        ratio: Exact factor to `base`, as numerator and denominator.
        shift: Exact offset to `base`, likewise; zero but for temperatures.
        base: The base unit of the dimension.
        readings: What else the name may stand for ("ton"), as further exact factors.
    """

    name: str
    dimension: str
    exponents: Exponents
    ratio: Ratio
    shift: Ratio
    base: str
    readings: tuple[Ratio, ...] = ()

    @property
    def factor(self) -> Decimal:
        """The factor to the base unit, to 50 digits."""
        return _EXACT.divide(Decimal(self.ratio[0]), Decimal(self.ratio[1]))

    @property
    def offset(self) -> Decimal:
        """The offset to the base unit, to 50 digits; zero but for temperatures."""
        return _EXACT.divide(Decimal(self.shift[0]), Decimal(self.shift[1]))


@functools.lru_cache(4096)
def lookup(name: str) -> Unit | None:
    """Return the unit of a name or expression, or None.

    >>> lookup("kilometer / hour").dimension
    'speed'
    """
    name = table.ALIASES.get(name, name)
    if not name:
        return Unit("", "count", DIMENSIONS["count"], (1, 1), (0, 1), "")
    atom = _atom(name)
    if atom is not None:
        exponents, ratio, offset = atom
        readings = table.READINGS.get(name, ())
        return _unit(name, exponents, ratio, offset, readings)
    terms = _terms(name)
    if terms is None:
        return None
    exponents_of: dict[str, int] = {}
    ratios: list[Ratio] = [(1, 1)]
    for term, power in terms:
        if term == "1":
            exponents_of["count"] = exponents_of.get("count", 0) + 1
            continue
        found = _atom(term)
        if found is None:
            return None
        for kind, exponent in found[0]:
            # In an expression a degree is a difference: "3 °C a minute".
            base = "temperature_difference" if kind == "temperature" else kind
            total = exponents_of.get(base, 0) + exponent * power
            exponents_of[base] = total
        choices = [found[1], *table.READINGS.get(term, ())]
        ratios = [
            _times(ratio, _raised(choice, power))
            for ratio in ratios
            for choice in choices
        ]
    exponents = tuple(sorted((k, v) for k, v in exponents_of.items() if v))
    return _unit(name, exponents, ratios[0], (0, 1), tuple(ratios[1:]))


def convert(value: Decimal, unit: str, to: str) -> Decimal | None:
    """Return `value` in another unit, to 50 digits; None if it cannot be converted.

    >>> convert(Decimal(1000), "mile", "kilometer")
    Decimal('1609.344')
    """
    pair = _pair(unit, to)
    if pair is None:
        return None
    (num, den), (shift, over) = pair
    scaled = _WIDE.multiply(value, Decimal(num * over))
    return _EXACT.divide(_WIDE.add(scaled, Decimal(shift * den)), Decimal(den * over))


def convert_interval(interval: Interval, unit: str, to: str) -> Interval | None:
    """Return an interval in another unit, rounded outward; None if it cannot be converted."""
    pair = _pair(unit, to)
    return None if pair is None else _mapped(interval, *pair)


def to_base(interval: Interval, unit: str) -> tuple[Interval, str] | None:
    """Return an interval in the base unit of its dimension, and that unit; None if unknown.

    A name with several readings ("ton", "gallon") gives the hull of them all. Two sizes in
    the same unit are better compared as they stand: see `common`.
    """
    found = lookup(unit)
    if found is None:
        return None
    low = _mapped(interval, found.ratio, found.shift)
    if not found.readings:
        return low, found.base
    others = [_mapped(interval, ratio, found.shift) for ratio in found.readings]
    return Interval.hull([low, *others]), found.base


def to_coherent(interval: Interval, unit: str) -> tuple[Interval, Exponents] | None:
    """Return an interval in coherent SI units and its exponents, for arithmetic; None if unknown.

    Percentages become plain numbers (19 % is 0.19), counts and ratios have no exponents.
    """
    found, size = lookup(unit), to_base(interval, unit)
    if found is None or size is None:
        return None
    scale = _BASE_RATIOS.get(found.dimension, (1, 1))
    return _mapped(size[0], scale, (0, 1)), tuple(
        (kind, exponent)
        for kind, exponent in found.exponents
        if kind not in ("count", "ratio")
    )


def uncounted(unit: str) -> str:
    """Return a unit without what is counted below its line.

    >>> uncounted("EUR / share"), uncounted("EUR / kilogram")
    ('EUR', 'EUR / kilogram')
    """
    above, line, _ = unit.rpartition(" / ")
    return above if line and lookup(unit) is None else unit


def name_of(exponents: Exponents) -> tuple[str, str]:
    """Return the names of a dimension and of its coherent unit.

    >>> name_of((("length", 2),))
    ('area', 'meter ** 2')
    """
    if not exponents:
        return "ratio", ""
    name = _dimension(exponents)
    return name, _base(name, exponents)


def common(
    a: Interval, unit_a: str, b: Interval, unit_b: str
) -> tuple[Interval, Interval, str] | None:
    """Return two intervals in one unit, and that unit; None if the two cannot be compared."""
    if unit_a == unit_b:
        return a, b, unit_a
    first, second = to_base(a, unit_a), to_base(b, unit_b)
    if first is None or second is None or not same_dimension(unit_a, unit_b):
        return None
    return first[0], second[0], first[1]


def same_dimension(a: str, b: str) -> bool:
    """Return whether sizes in `a` and `b` can be compared."""
    if a == b:
        return True
    first, second = lookup(a), lookup(b)
    return (
        first is not None and second is not None and first.exponents == second.exponents
    )


def dimension(name: str) -> str | None:
    """Return the name of a unit's dimension, or None for an unknown unit."""
    found = lookup(name)
    return None if found is None else found.dimension


@functools.lru_cache(4096)
def compose(numerator: str, *denominators: str) -> str | None:
    """Return the unit `numerator` per all of `denominators`, or None if there is none.

    >>> compose("USD", "gallon"), compose("", "day"), compose("kilometer", "hour", "second")
    ('USD / gallon', '1 / day', 'kilometer / hour / second')
    """
    name = numerator or "1"
    for unit in denominators:
        terms = _terms(unit) if unit else None
        if terms is None:
            return None
        for term, exponent in terms:
            if term == "1":
                continue
            sign = "/" if exponent > 0 else "*"
            size = abs(exponent)
            name += f" {sign} {term}" if size == 1 else f" {sign} {term} ** {size}"
    return name if lookup(name) is not None else None


@functools.lru_cache(512)
def power(unit: str, exponent: int) -> str | None:
    """Return `unit` to a positive power, or None if there is no such unit.

    >>> power("meter", 2)
    'meter ** 2'
    """
    if exponent == 1:
        return unit if lookup(unit) is not None else None
    name = f"{unit} ** {exponent}"
    return name if _atom(unit) is not None and lookup(name) is not None else None


@functools.lru_cache(4096)
def _pair(unit: str, to: str) -> tuple[Ratio, Ratio] | None:
    source, target = lookup(unit), lookup(to)
    if source is None or target is None or source.exponents != target.exponents:
        return None
    inverse = target.ratio[::-1]
    shift = _times(_minus(source.shift, target.shift), inverse)
    return _times(source.ratio, inverse), shift


def _mapped(interval: Interval, ratio: Ratio, offset: Ratio) -> Interval:
    if ratio == _SAME and not offset[0]:
        return interval
    num, den = Decimal(ratio[0]), Decimal(ratio[1])
    low, high = interval.low, interval.high
    if low is not None:
        low = _DOWN.divide(_DOWN.multiply(low, num), den)
    if high is not None:
        high = _UP.divide(_UP.multiply(high, num), den)
    if offset[0]:
        shift, over = Decimal(offset[0]), Decimal(offset[1])
        low = None if low is None else _DOWN.add(low, _DOWN.divide(shift, over))
        high = None if high is None else _UP.add(high, _UP.divide(shift, over))
    return Interval(low, high, interval.low_open, interval.high_open)


def _atom(name: str) -> tuple[Exponents, Ratio, Ratio] | None:
    entry = table.UNITS.get(name)
    if entry is not None:
        kind, num, den = entry
        offset = table.OFFSETS.get(name, (0, 1))
        return table.EXPONENTS[kind], (num, den), offset
    if name in table.CURRENCIES:
        return ((f"currency:{name}", 1),), (1, 1), (0, 1)
    for prefix, (num, den) in table.PREFIXES.items():
        if name.startswith(prefix) and name[len(prefix) :] in table.PREFIXABLE:
            kind, base_num, base_den = table.UNITS[name[len(prefix) :]]
            return (
                table.EXPONENTS[kind],
                _times((num, den), (base_num, base_den)),
                (0, 1),
            )
    return None


def _terms(name: str) -> list[tuple[str, int]] | None:
    """Split "a * b ** 2 / c" into its terms, with their powers."""
    if _atom(name) is not None:
        return [(name, 1)]
    terms: list[tuple[str, int]] = []
    for index, over in enumerate(name.replace("**", "^").split("/")):
        for at, factor in enumerate(over.split("*")):
            # In "a / b * c" only b is divided by.
            sign = -1 if index and not at else 1
            term, raised, exponent = (part.strip() for part in factor.partition("^"))
            if raised and not (
                exponent.isdecimal() and 0 < int(exponent) <= _MAX_POWER
            ):
                return None
            terms.append((term, sign * int(exponent or 1)))
    return terms


def _unit(
    name: str,
    exponents: Exponents,
    ratio: Ratio,
    offset: Ratio,
    readings: tuple[Ratio, ...],
) -> Unit:
    dimension_name = _dimension(exponents)
    scale = _BASE_RATIOS.get(dimension_name, (1, 1))[::-1]
    return Unit(
        name,
        dimension_name,
        exponents,
        _times(ratio, scale),
        offset,
        _base(dimension_name, exponents),
        tuple(_times(reading, scale) for reading in readings),
    )


def _dimension(exponents: Exponents) -> str:
    if exponents in _NAMES:
        return _NAMES[exponents]
    if len(exponents) == 1 and exponents[0][1] == 1:
        return exponents[0][0]
    special = [(k, v) for k, v in exponents if k.startswith("currency:") or k in _PLAIN]
    if len(special) == 1 and special[0][1] == 1:
        rest = tuple((k, -v) for k, v in exponents if (k, v) != special[0])
        return f"{special[0][0]}/{_dimension(rest)}"
    over = "*".join(_powered(k, v) for k, v in exponents if v > 0) or "1"
    under = "*".join(_powered(k, -v) for k, v in exponents if v < 0)
    return f"{over}/{under}" if under else over


_PLAIN = frozenset({"count", "ratio", "ratio_difference"})


def _powered(name: str, exponent: int) -> str:
    return name if exponent == 1 else f"{name}^{exponent}"


def _base(dimension_name: str, exponents: Exponents) -> str:
    if dimension_name in _BASES:
        return _BASES[dimension_name]
    parts = [
        (_BASES.get(kind, kind.removeprefix("currency:")), exponent)
        if kind not in ("count", "ratio")
        else ("1", exponent)
        for kind, exponent in exponents
    ]
    name = " * ".join(
        term if size == 1 else f"{term} ** {size}"
        for term, size in sorted(parts)
        if size > 0
    )
    for term, size in parts:
        if size < 0 and term != "1":
            name = f"{name or '1'} / {term}" + (f" ** {-size}" if size < -1 else "")
    return name


def _times(a: Ratio, b: Ratio) -> Ratio:
    num, den = a[0] * b[0], a[1] * b[1]
    divisor = _gcd(num, den)
    return num // divisor, den // divisor


def _raised(ratio: Ratio, exponent: int) -> Ratio:
    if exponent < 0:
        ratio, exponent = ratio[::-1], -exponent
    return ratio[0] ** exponent, ratio[1] ** exponent


def _minus(a: Ratio, b: Ratio) -> Ratio:
    return a[0] * b[1] - b[0] * a[1], a[1] * b[1]


def _gcd(a: int, b: int) -> int:
    while b:
        a, b = b, a % b
    return abs(a) or 1
