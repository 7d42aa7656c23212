"""Quantities as people write them in rules: "603628 km2", "5%", "$1.5 billion", "12"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TypeAlias

from factcheck import units
from factcheck.errors import nearest
from factcheck.model import Interval, Quantity

_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:[eE][+-]?\d{1,3})?")
_SCALES = {
    "thousand": 3,
    "k": 3,
    "million": 6,
    "m": 6,
    "mn": 6,
    "billion": 9,
    "bn": 9,
    "b": 9,
    "trillion": 12,
    "tn": 12,
}
# One letter is a scale only behind money ("$5m"); elsewhere "5 m" is a length.
_LETTERS = frozenset({"k", "m", "b"})
_MAX_DIGITS = 60

Exponents: TypeAlias = tuple[tuple[str, int], ...]


class QuantityError(ValueError):
    """A quantity that cannot be read; its text says why, for the author of a rule."""


def parse(text: str) -> Quantity:
    """Return a quantity as written in a rule.

    Args:
        text: Number, scale word and unit.

    Raises:
        QuantityError: There is no number, or the unit is unknown.

    >>> parse("603,628 km2").unit
    'kilometer ** 2'
    """
    rest = text.strip()
    sign = next((s for s in _signs() if rest.startswith(s)), "")
    rest = rest[len(sign) :].lstrip()
    found = _NUMBER.match(rest)
    digits = found.group().replace(",", "") if found else ""
    if not any(character.isdigit() for character in digits):
        raise QuantityError(f"{text!r} does not start with a number")
    if len(digits) > _MAX_DIGITS:
        raise QuantityError(f"a number of more than {_MAX_DIGITS} digits")
    value = Decimal(digits)
    rest = rest[len(found.group()) if found else 0 :].strip()
    head, _, tail = rest.partition(" ")
    power = _SCALES.get(head.lower())
    if power is not None and (head not in _LETTERS or (sign and not tail)):
        value = value.scaleb(power)
        rest = tail.strip()
    if sign:
        if rest:
            raise QuantityError(f"{text!r} has a currency sign and a unit")
        return quantity(text, value, units.CURRENCY_SIGNS[sign])
    return quantity(text, value, unit(rest))


def quantity(text: str, value: Decimal, name: str) -> Quantity:
    """Return a quantity of a known unit, with its size in coherent units."""
    known = units.lookup(name)
    size = units.to_coherent(Interval.point(value), name)
    assert known is not None
    assert size is not None
    assert size[0].low is not None
    return Quantity(text.strip(), value, known.name, known.dimension, size[0].low)


def unit(name: str) -> str:
    """Return the canonical name of a unit as people write it; "" for a plain number.

    Raises:
        QuantityError: There is no such unit; the text names the nearest.

    >>> unit("km²"), unit("square miles"), unit("%"), unit("EUR")
    ('kilometer ** 2', 'mile ** 2', 'percent', 'EUR')
    """
    name = " ".join(name.split())
    found = known_unit(name)
    if found is not None:
        return found
    hint = nearest(name, [*units.WORDS, *units.SYMBOLS])
    said = f"; did you mean {hint!r}?" if hint else ""
    raise QuantityError(f"unknown unit {name!r}{said}")


def known_unit(name: str) -> str | None:
    """Return the canonical name of a unit as people write it, or None."""
    if not name:
        return ""
    found = units.SYMBOLS.get(name) or units.WORDS.get(name.lower())
    if found is None:
        found = units.CURRENCY_WORDS.get(name.lower())
    if found is None:
        found = units.CURRENCY_SIGNS.get(name, name)
    known = units.lookup(found)
    if known is not None:
        return known.name
    top, slash, under = name.replace(" per ", "/").rpartition("/")
    if slash:
        a, b = known_unit(top.strip()), known_unit(under.strip())
        if a is not None and b:
            return units.compose(a, b)
    return None


def _signs() -> list[str]:
    return sorted(units.CURRENCY_SIGNS, key=len, reverse=True)


def known_dimension(name: str) -> bool:
    """Return whether a dimension has this name: "area", "currency:EUR", "count/duration"."""
    if name == "currency" or exponents_of(name) is not None:
        return True
    top, slash, under = name.partition("/")
    return bool(slash) and top == "currency" and exponents_of(under) is not None


def is_of(dimension: str, wanted: str) -> bool:
    """Return whether a value of a dimension may be said of a fact of another.

    >>> is_of("currency:EUR/mass", "currency/mass"), is_of("currency:EUR", "currency/count")
    (True, True)
    """
    whole = wanted.removesuffix("/count")
    if dimension in (wanted, whole):
        return True
    money, line, under = dimension.partition("/")
    return money.startswith("currency:") and f"currency{line}{under}" == whole


def a_size(dimension: str) -> str:
    """Say a dimension with its article.

    >>> a_size("area"), a_size("count"), a_size("currency:EUR")
    ('an area', 'a count', 'an amount in EUR')
    """
    kind, _, code = dimension.partition(":")
    if kind == "currency":
        return f"an amount in {code}" if code else "an amount of money"
    if kind.startswith("currency/"):
        return f"an amount of money per {kind.partition('/')[2]}"
    word = dimension.replace("_", " ")
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def dimensions() -> list[str]:
    """Return the plain names of dimensions, sorted."""
    return sorted({*units.DIMENSIONS, *_BASES, "currency"})


def exponents_of(name: str) -> Exponents | None:
    """Return the exponents behind the name of a dimension, or None for an unknown one.

    Counts, percentages and percentage points are plain numbers here, so that one can
    multiply and divide them.

    >>> exponents_of("currency:USD/volume")
    (('currency:USD', 1), ('length', -3))
    """
    if name in ("count", "ratio", "ratio_difference", "1"):
        return ()
    if name in units.DIMENSIONS:
        return plain(units.DIMENSIONS[name])
    if name in _BASES:
        return ((name, 1),)
    top, slash, under = name.rpartition("/")
    if slash:
        a, b = exponents_of(top), exponents_of(under)
        return None if a is None or b is None else combine(a, b, -1)
    kind, _, code = name.partition(":")
    if kind == "currency" and code in units.CURRENCIES:
        return ((name, 1),)
    return None


def plain(exponents: Exponents) -> Exponents:
    """Return exponents without those of plain numbers."""
    return tuple((k, n) for k, n in exponents if k not in _NUMBERS)


def combine(a: Exponents, b: Exponents, sign: int = 1) -> Exponents:
    """Return the exponents of a product, or with `sign` -1 of a quotient."""
    total = dict(a)
    for kind, exponent in b:
        total[kind] = total.get(kind, 0) + sign * exponent
    return tuple(sorted((k, n) for k, n in total.items() if n))


_NUMBERS = frozenset({"count", "ratio", "ratio_difference"})
_BASES = frozenset(
    {
        "angle",
        "base_pair",
        "count",
        "current",
        "data",
        "dose",
        "duration",
        "length",
        "luminosity",
        "magnitude",
        "mass",
        "pixel",
        "ratio_difference",
        "sound_level",
        "substance",
        "temperature",
        "temperature_difference",
    }
)
