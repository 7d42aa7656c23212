"""Numbers, units and readings in words, as a newspaper writes them."""

from __future__ import annotations

from decimal import Context, Decimal
from functools import lru_cache

from factcheck.model import Interval
from factcheck.units.algebra import lookup

_MILLION, _MOST_DIGITS = 1_000_000, 6
_THOUSANDS, _MILLIONS = 3, 6  # powers of ten
_LONGEST = 30  # beyond this power of ten a number is written with a power
_SHORT = Context(prec=4)
_LONG = Context(prec=9)
_CODE_LENGTH = 3  # of a currency (ISO 4217)
_SCALES = (("trillion", 12), ("billion", 9), ("million", 6))
# Signs that nobody takes for another currency; of "$" the text says which dollar it is.
_CURRENCY_SIGNS = {
    "USD": "$",
    "EUR": "€",
    "GBP": "£",
    "JPY": "¥",
    "INR": "₹",
    "AUD": "A$",
    "CAD": "C$",
    "NZD": "NZ$",
    "HKD": "HK$",
}
_IRREGULAR = {
    "foot": "feet",
    "inch": "inches",
    "century": "centuries",
    "henry": "henries",
    "millennium": "millennia",
}
_NO_PLURAL = frozenset(
    {
        "horsepower",
        "stone",
        "percent",
        "permille",
        "TEU",
        "bpm",
        "ppb",
        "ppm",
        "ppt",
        "psi",
        "rpm",
    }
)
# Units whose head noun does not stand last: (what the name ends in, how it is said).
_BEHIND = (
    ("_TNT", " of TNT"),
    ("_Hg", " of mercury"),
    ("_Celsius", " Celsius"),
    ("_Fahrenheit", " Fahrenheit"),
    ("_Rankine", " Rankine"),
)
_SPACES = {"2": "square ", "3": "cubic "}


def number(value: Decimal) -> str:
    """Write a number as a newspaper does.

    >>> number(Decimal("60000")), number(Decimal("19.50")), number(Decimal("2500000"))
    ('60,000', '19.5', '2.5 million')
    """
    if not value:
        return "0"
    first = value.adjusted()  # the power of ten of the first digit
    if abs(first) > _LONGEST:
        digits, _, power = f"{value.normalize(_SHORT):E}".partition("E")
        return f"{digits} \N{MULTIPLICATION SIGN} 10^{int(power)}"
    for word, zeros in _SCALES if first >= _MILLIONS else ():
        if first >= zeros and (short := _trim(value.scaleb(-zeros))) is not None:
            return f"{short} {word}"
    whole = value.to_integral_value()
    if value != whole:
        value = _SHORT.plus(value) if first < _THOUSANDS else whole
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def money(value: Decimal) -> str:
    """Write an amount of money: of cents there are two digits.

    >>> money(Decimal("85.5")), money(Decimal("2500000"))
    ('85.50', '2.5 million')
    """
    text = number(value)
    return f"{text}0" if text[-2:-1] == "." else text


def _trim(value: Decimal) -> str | None:
    text = f"{value.normalize(_LONG):,f}"
    return text if len(text.replace(",", "")) <= _MOST_DIGITS else None


def percent(gap: Decimal, *, places: int = 0) -> str:
    """Say a gap.

    >>> percent(Decimal("0.3312")), percent(Decimal("0.3312"), places=1)
    ('33%', '33.1%')
    >>> percent(Decimal("1e40"))
    'more than a million percent'
    """
    if gap * 100 > _MILLION:
        return "more than a million percent"
    return f"{number((gap * 100).quantize(Decimal(1).scaleb(-places)))}%"


def reading(interval: Interval) -> str:
    """Say what values an interval allows.

    >>> reading(Interval(Decimal(57000), Decimal(63000)))
    '57,000 to 63,000'
    """
    return _said(interval, "", "")


def amount(interval: Interval, unit: str) -> str:
    """Say an interval with its unit, which may be what a count counts.

    >>> amount(Interval.point(Decimal(19)), "percent")
    '19%'
    >>> amount(Interval(Decimal(475000000), Decimal(485000000)), "USD")
    '$475 million to $485 million'
    """
    sign, per = signed(unit)
    if sign:
        before, after = ("", "%") if sign == "percent" else (_CURRENCY_SIGNS[sign], "")
        return f"{_said(interval, before, after)} {per}".rstrip()
    words = unit_words(unit, one=interval.is_point and interval.low in (1, -1))
    text = _said(interval, "", "")
    return f"{text} {words}" if words else text


def _said(interval: Interval, before: str, after: str) -> str:
    def said(value: Decimal) -> str:
        if not before:
            return f"{number(value)}{after}"
        return f"{'-' if value < 0 else ''}{before}{money(abs(value))}"

    low, high = interval.low, interval.high
    if high is None:
        if low is None:
            return "any number"
        return f"{'more than' if interval.low_open else 'at least'} {said(low)}"
    if low is None or (low == 0 and high != 0):
        return f"{'less than' if interval.high_open else 'at most'} {said(high)}"
    first, last = said(low), said(high)
    return first if first == last else f"{first} to {last}"


@lru_cache(maxsize=1024)
def unit_words(unit: str, *, one: bool = False) -> str:
    """Write a unit's name behind its number; a counted noun stays as it is.

    Args:
        unit: A unit's name, a currency's code, or what a count counts.
        one: Whether it stands behind "1".

    >>> unit_words("kilometer ** 2"), unit_words("oil_barrel / day"), unit_words("percent")
    ('square kilometers', 'barrels per day', '%')
    >>> unit_words("CZK / year"), unit_words("people / day"), unit_words("1 / day")
    ('CZK per year', 'people per day', 'per day')
    """
    if not unit or unit == "percent":
        return "%" if unit else ""
    head, *denominators = unit.split(" / ")
    words = "" if head == "1" else head
    if words and lookup(head) is not None and not is_money(head):
        words = _named(head, one=one)
    return " per ".join([words, *map(_denominator, denominators)]).lstrip()


def is_money(unit: str) -> bool:
    """Return whether a unit is the code of a currency."""
    return len(unit) == _CODE_LENGTH and unit.isupper()


@lru_cache(maxsize=1024)
def signed(unit: str) -> tuple[str, str]:
    """Return what of a unit a newspaper writes as a sign at the number, and what stays in words.

    >>> signed("USD / barrel"), signed("percent"), signed("CZK / year")
    (('USD', 'per barrel'), ('percent', ''), ('', 'CZK per year'))
    """
    money, _, per = unit.partition(" / ")
    if money in _CURRENCY_SIGNS or money == "percent":
        return money, f"per {_denominator(per)}" if per else ""
    return "", unit_words(unit)


def _denominator(unit: str) -> str:
    name, _, power = unit.partition(" ** ")
    if name == "second" and power == "2":
        return "second squared"
    return _named(unit, one=True)


def _named(unit: str, *, one: bool) -> str:
    name, _, power = unit.partition(" ** ")
    name = name.removeprefix("oil_").removeprefix("delta_")
    tail = ""
    for end, said in _BEHIND:
        if name.endswith(end):
            name, tail = name.removesuffix(end), said
    *firsts, last = name.replace("_", " ").split(" ")
    words = " ".join([*firsts, last if one else _plural(last)]) + tail
    if power:
        words = (
            _SPACES.get(power, "") + words + ("" if power in _SPACES else f"^{power}")
        )
    return words


def _plural(word: str) -> str:
    for one, many in _IRREGULAR.items():
        if word.endswith(one):
            return word.removesuffix(one) + many
    if word.endswith(("s", "z", "x")) or not word.isalpha() or word in _NO_PLURAL:
        return word
    return word + "s"
