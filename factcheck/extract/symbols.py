# ruff: noqa: C901, PLR2004, RUF001, RUF002, RUF003 - one way out for each form; signs
"""Symbols of units, with their powers and products: "m²", "kg m−3", "km/h", "s-1"."""

from __future__ import annotations

import functools
import re

from factcheck import units
from factcheck.language.data import word_set
from factcheck.language.tokens import Tokens

_TAILS = {"squared": 2, "cubed": 3}
SUPERSCRIPTS = {"²": 2, "³": 3, "¹": 1, "⁴": 4}
# "a V-4", "an A-3": with a plain hyphen these are names.
_MODELS = word_set(
    """
    A B C F M N T V J
    """
)
# Written in capitals by some; nothing else is meant.
TOLERANT = word_set(
    """
    hz khz mhz ghz km kg cm mph kph kwh mwh gwh kmh
    """
)


# What the table of units does not have.
_MORE = {
    "mas": "milliarcsecond",
    "am": "attometer",
    "c": "speed_of_light",
    "wt%": "percent",
    "wt %": "percent",
    "wt.%": "percent",
    "vol%": "percent",
    "vol %": "percent",
    "mol%": "percent",
    "at%": "percent",
    "at.%": "percent",
    "wt. %": "percent",
    "mol %": "percent",
    "at. %": "percent",
    "mass%": "percent",
    "mass %": "percent",
    "Gew.-%": "percent",
    "Gew-%": "percent",
    "Vol.-%": "percent",
    "Mol-%": "percent",
    "kD": "kilodalton",
    "cP": "centipoise",
    "ppmv": "ppm",
    "ppbv": "ppb",
    "pptv": "ppt",
    "Mg": "megagram",
    "kb": "kilobase_pair",
    "◦C": "degree_Celsius",
    "◦ C": "degree_Celsius",
    "∘C": "degree_Celsius",
    "∘ C": "degree_Celsius",
    "◦": "degree",
    "∘": "degree",
    "× g": "standard_gravity",
    "×g": "standard_gravity",
    "x g": "standard_gravity",
    "U/mg": "enzyme_unit / milligram",
    "U/g": "enzyme_unit / gram",
}
_SYMBOLS: dict[str, str] = {**units.SYMBOLS, **_MORE}
_CANONICAL: dict[str, str] = {
    symbol.lower(): unit
    for symbol, unit in units.SYMBOLS.items()
    if symbol.lower() in TOLERANT
}


@functools.cache
def openers() -> frozenset[str]:
    """Return the first tokens of all symbols."""
    first = re.compile(r"[^\W\d_]+|.")
    return frozenset(match[0] for symbol in _SYMBOLS if (match := first.match(symbol)))


def term(tokens: Tokens, k: int) -> tuple[str, int, int] | None:
    """Read one symbol with its power: (unit, exponent, token after it)."""
    words = tokens.words
    symbols = _SYMBOLS
    word = words[k]
    if not word or not (
        word in openers() or word.lower() in TOLERANT or word[-1] in SUPERSCRIPTS
    ):
        return None
    n = 1
    # "km/h", "ft-lb", "dB(A)", "m2" are symbols of their own: the longest wins.
    last = k + 1
    found = symbols.get(word)
    if found is None and word.lower() in TOLERANT and word != "kG":
        found = _CANONICAL.get(word.lower())
    limit = tokens.starts[k] + 10
    while n < 6 and words[k + n] and tokens.ends[k + n] <= limit:
        gap = tokens.starts[k + n] - tokens.ends[k + n - 1]
        if gap > 1 or (gap and words[k + n].isdigit()):
            break
        n += 1
        longer = symbols.get(tokens.surface(k, k + n))
        if (
            longer is not None
            and words[k + n - 1] == "."
            and longer == found
            and not (words[k + n].islower() or words[k + n][:1].isdigit())
        ):
            # The point ends the sentence.
            break
        if longer is not None and not (
            tokens.adjacent(k + n)
            and (words[k + n].isalnum() or words[k + n] in ("^", "⁻"))
        ):
            found, last = longer, k + n
    if found is None:
        # "m²" with any symbol before the power.
        power = SUPERSCRIPTS.get(word[-1:])
        base = symbols.get(word[:-1])
        if power is None or base is None:
            return None
        unit = units.power(base, power)
        return None if unit is None else (unit, 1, k + 1)
    return _powered(tokens, found, last)


def _powered(tokens: Tokens, unit: str, last: int) -> tuple[str, int, int] | None:
    words = tokens.words
    word = words[last]
    if not word or " " in unit:
        return unit, 1, last
    tail = _TAILS.get(tokens.lower[last])
    if tail is not None:
        powered = units.power(unit, tail)
        return (unit, 1, last) if powered is None else (powered, 1, last + 1)
    near = tokens.starts[last] == tokens.ends[last - 1]
    if word in ("2", "3") and not near and _is_lost(tokens, last, unit):
        powered = units.power(unit, int(word))
        return (unit, 1, last) if powered is None else (powered, 1, last + 1)
    exponent, end = 0, last
    if word == "^" and near:
        sign = -1 if words[last + 1] in ("-", "−") else 1
        at = last + 1 + (sign < 0)
        if words[at].isdecimal() and len(words[at]) == 1:
            exponent, end = sign * int(words[at]), at + 1
    elif (
        word in ("-", "−", "–", "⁻")
        and words[last + 1].isascii()
        and words[last + 1].isdigit()
        and (
            tokens.adjacent(last + 1)
            or (
                # "mA g− 1": the blank of some publishers.
                near
                and word == "−"
                and tokens.starts[last + 1] - tokens.ends[last] == 1
            )
        )
    ):
        # "s-1"; with a lost superscript also "cm −3".
        if (
            "0" < words[last + 1] < "5"
            and len(words[last + 1]) == 1
            and (near or word == "−")
            and not (
                word == "-"
                and (words[last + 2] in ("%", "-") or words[last - 1] in _MODELS)
            )
        ):
            exponent, end = -int(words[last + 1]), last + 2
    elif word in ("⁻¹", "⁻²", "⁻³") and near:
        exponent, end = -SUPERSCRIPTS[word[1]], last + 1
    elif word == "⁻" and near and words[last + 1] in SUPERSCRIPTS:
        exponent, end = -SUPERSCRIPTS[words[last + 1]], last + 2
    elif (
        near
        and word.isascii()
        and word in ("2", "3", "4")
        and units.dimension(unit) in ("length", "duration")
    ):
        exponent, end = int(word), last + 1
    if not exponent:
        return unit, 1, last
    if exponent < 0:
        return unit, exponent, end
    powered = units.power(unit, exponent)
    return None if powered is None else (powered, 1, end)


def _is_lost(tokens: Tokens, k: int, unit: str) -> bool:
    """Return whether the digit at token `k` was a superscript: "m 2 s −1", "m 2 /h"."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    if starts[k] - ends[k - 1] != 1 or units.dimension(unit) != "length":
        return False
    return (
        words[k + 1] in units.SYMBOLS
        and words[k + 2] == "−"
        and words[k + 3] in ("1", "2", "3")
        and starts[k + 1] - ends[k] == 1
        and starts[k + 3] == ends[k + 2]
    )


_RESISTANCES = word_set("Ω mΩ µΩ μΩ kΩ MΩ GΩ")


def _is_by_length(tokens: Tokens, last: int, unit: str) -> bool:
    """Return whether a resistance is multiplied by a length without a sign: "45 µΩ cm"."""
    return tokens.words[last - 1] in _RESISTANCES and unit in ("centimeter", "meter")


_ELEMENTS = word_set("N P K C S CO CH NO NH SO PO photons quanta")


def _substance(tokens: Tokens, k: int, unit: str) -> int:
    """Return the token after what an amount is of: "120 kg N ha−1", "2 g CO2 m−2"; else 0."""
    if units.dimension(unit) not in ("mass", "substance"):
        return 0
    at = k + 1
    if tokens.words[at].isdigit() and tokens.adjacent(at):
        at += 1
    return at if is_divisor(tokens, at) else 0


def is_divisor(tokens: Tokens, k: int) -> bool:
    """Return whether a symbol with a negative power stands at token `k`: "g−1"."""
    words = tokens.words
    return (
        words[k] in units.SYMBOLS
        and words[k + 1] in ("−", "-", "⁻")
        and words[k + 2][:1].isdigit()
        and tokens.adjacent(k + 2)
    )


def product(tokens: Tokens, last: int, unit: str) -> tuple[str, int]:
    """Multiply in the symbols that follow: "kg m−3", "N·m", "mg kg-1 d-1"."""
    while True:
        k = last
        dotted = (
            tokens.words[k] in ("·", "⋅", "*", "∙", "•")
            and tokens.words[k + 1] in units.SYMBOLS
        )
        if dotted:
            k += 1
        elif (
            tokens.words[k] == "."
            and tokens.adjacent(k)
            and tokens.adjacent(k + 1)
            and tokens.words[k + 2] in ("-", "−", "⁻", "⁻¹")
        ):
            # "m.s-1"
            k += 1
        elif tokens.starts[k] - tokens.ends[k - 1] != 1:
            return unit, last
        elif tokens.words[k] in _ELEMENTS and (at := _substance(tokens, k, unit)):
            k = at
        word = tokens.words[k]
        if word not in units.SYMBOLS or word in ("in", "am", "as"):
            return unit, last
        found = term(tokens, k)
        if found is not None and found[0].startswith("1 / "):
            found = found[0].removeprefix("1 / "), -1, found[2]
        if found is None:
            return unit, last
        if found[1] >= 0 and not (dotted or _is_by_length(tokens, last, found[0])):
            return unit, last
        base, exponent, end = found
        if exponent < 0:
            powered = units.power(base, -exponent)
            name = None if powered is None else units.compose(unit, powered)
        else:
            name = f"{unit} * {base}"
            name = name if units.lookup(name) else None
        if name is None:
            return unit, last
        unit, last = name, end
