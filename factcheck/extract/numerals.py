# ruff: noqa: C901, PLR0911, PLR0912, PLR0915, PLR2004, RUF001, RUF002, RUF003 - one way out for each form; signs
"""Numerals: digits in every grouping style, number words, scale words, fractions.

What comes out is an exact decimal with the unit of its last significant digit; what it is a
number of is not known here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from factcheck.extract.lexicon import FRACTIONS, ONES, SCALES, TENS, VULGAR
from factcheck.language.data import word_set
from factcheck.language.tokens import Tokens

# Longer strings of digits, and larger powers, are no quantity that a text states.
MAX_DIGITS = 400
_MAX_GROUPS = 12
_THIN_SPACES = "\u00a0\u202f\u2009\u2007"
_MINUSES = "-−–"
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_ONE = Decimal(1)

# What is counted by powers of ten.
_SIZES = frozenset({"mm", "cm", "m", "µm", "μm", "px", "pixels", "inches", "in"})
_DIGITS = frozenset("3456789")
_CELLS = frozenset({"cells", "cfu", "pfu", "copies", "spores", "bacteria", "platelets"})
# What is counted by powers of ten alone.
_PARTICLES = frozenset(
    {
        "molecules",
        "atoms",
        "photons",
        "electrons",
        "protons",
        "neutrons",
        "ions",
        "particles",
    }
    | {"erg", "ergs", "cfu"}
)
# Units of which "10-3" is a part, not a score or a range.
_SMALL_UNITS = word_set(
    "Torr mbar bar Pa hPa kPa MPa M mol eV S K T cm mm m s g kg W A V N J Hz h"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_INDIAN = re.compile(r"\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?", re.ASCII)
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?", re.ASCII)
_DOTTED_ONE = re.compile(r"\d{1,3}\.\d{3}(?:,\d+)?", re.ASCII)
_DOT_COMMA = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+", re.ASCII)
_COMMA = re.compile(r"\d+,\d+", re.ASCII)
_POINT = re.compile(r"\d+\.\d+", re.ASCII)
# A number that shows the continental style beyond doubt.
_CONTINENTAL = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+,\d|\d{1,3}(?:\.\d{3}){2,}|0,\d)"
)


@dataclass(slots=True)
class Numeral:
    """A number as written.

    Attributes:
        value: Its value.
        step: The unit of the last significant digit ("60,000": 10,000).
        zeros: Whether the digits end in zeros that may be rounding.
        last: Token after its last one.
        words: Whether it is written in words.
        scaled: Power of ten of the scale word, or 0.
        mantissa: The value before the scale word.
        point: Whether decimals are written.
        fraction: Whether it is (or ends in) a fraction.
    """

    value: Decimal
    step: Decimal
    zeros: bool
    last: int
    words: bool = False
    scaled: int = 0
    mantissa: Decimal = _ONE
    point: bool = False
    fraction: bool = False

    def scale(self, power: int, last: int) -> None:
        """Multiply by a power of ten that tokens up to `last` spell."""
        factor = Decimal(1).scaleb(power)
        if not self.scaled:
            self.mantissa = self.value
        self.value *= factor
        self.step *= factor
        self.zeros = self.zeros or not self.point
        self.scaled += power
        self.last = last


def is_continental(text: str, start: int, end: int) -> bool:
    """Return whether a paragraph shows the style 1.234,5 beyond doubt."""
    return _CONTINENTAL.search(text, start, end) is not None


def _plain(value: Decimal, n_zeros: int, last: int) -> Numeral:
    step = _ONE.scaleb(n_zeros) if n_zeros else _ONE
    return Numeral(value, step, n_zeros > 0, last, mantissa=value)


def _integer(digits: str, last: int) -> Numeral:
    stripped = digits.rstrip("0")
    zeros = len(digits) - len(stripped) if stripped else 0
    return _plain(Decimal(digits), zeros, last)


def _decimal(whole: str, part: str, last: int) -> Numeral:
    value = Decimal(f"{whole or '0'}.{part}")
    return Numeral(
        value,
        _ONE.scaleb(-len(part)),
        zeros=False,
        last=last,
        mantissa=value,
        point=True,
    )


def digits(tokens: Tokens, i: int, *, continental: bool) -> Numeral | None:
    """Return the number that the digits at token `i` begin, without scale word, or None."""
    word = tokens.words[i]
    if len(word) > MAX_DIGITS:
        return None
    if word.isdigit():
        if not word.isascii():
            word = "".join(str(int(c)) for c in word if c.isdecimal())
            if not word:
                return None
        found = _spaced(tokens, i, word) or _integer(word, i + 1)
    else:
        read = _grouped(word, i + 1, continental=continental)
        if read is None:
            return None
        found = read
    return _power(tokens, i, found)


def _grouped(word: str, last: int, *, continental: bool) -> Numeral | None:
    comma, point = "," in word, "." in word
    if not comma:
        if continental and word[0] != "0" and _DOTTED_ONE.fullmatch(word):
            return _integer(word.replace(".", ""), last)
        if _POINT.fullmatch(word):
            whole, _, part = word.partition(".")
            return _decimal(whole, part, last)
        if _DOTTED.fullmatch(word):
            return _integer(word.replace(".", ""), last)
        return None
    if not point and (continental or word.startswith("0,")) and _COMMA.fullmatch(word):
        whole, _, part = word.partition(",")
        return _decimal(whole, part, last)
    if _THOUSANDS.fullmatch(word) or _INDIAN.fullmatch(word):
        whole, _, part = word.replace(",", "").partition(".")
        return _decimal(whole, part, last) if part else _integer(whole, last)
    if _DOT_COMMA.fullmatch(word):
        whole, _, part = word.replace(".", "").partition(",")
        return _decimal(whole, part, last)
    return None


def is_decimal_comma(word: str) -> bool:
    """Return whether digits can only be a decimal with a comma ("3,5"), or a list."""
    whole, comma, part = word.partition(",")
    return (
        bool(comma)
        and whole.isascii()
        and whole.isdigit()
        and part.isascii()
        and part.isdigit()
        and len(part) != 3
    )


def comma_decimal(tokens: Tokens, i: int) -> Numeral:
    """Return "3,5" as a decimal; what follows has told that it is one."""
    whole, _, part = tokens.words[i].partition(",")
    return _decimal(whole, part, i + 1)


def _spaced(tokens: Tokens, i: int, word: str) -> Numeral | None:
    """Read groups of three that spaces (or apostrophes) part: 1 234 567, 1'234."""
    following = tokens.words[i + 1]
    if not (following[:1].isdecimal() or following == "'"):
        return None
    if len(word) > 3 or word[0] == "0":
        return None
    words, text, ends, starts = tokens.words, tokens.text, tokens.ends, tokens.starts
    parts, j, thin = [word], i + 1, True
    while len(parts) < _MAX_GROUPS:
        group = words[j]
        if group == "'" and tokens.adjacent(j) and tokens.adjacent(j + 1):
            # The Swiss way; five feet and ten inches have fewer digits.
            if len(words[j + 1]) != 3 or not words[j + 1].isdigit():
                break
            parts.append(words[j + 1])
            j += 2
            continue
        if len(group) >= 3 and group[:3].isdecimal() and starts[j] - ends[j - 1] == 1:
            gap = text[ends[j - 1]]
            if gap != " " and gap not in _THIN_SPACES:
                break
            thin = thin and gap != " "
        else:
            break
        if len(group) > 3:
            whole, point, part = group.partition(".")
            if len(whole) != 3 or not point or not part.isdigit():
                break
            return _decimal("".join([*parts, whole]), part, j + 1)
        parts.append(group)
        j += 1
    if len(parts) == 1:
        return None
    # "12 500 people" is safe enough; "5 100 ml bottles" and "Group 1 200 mg" are not.
    if not thin and len(parts) == 2 and parts[1] != "000" and len(word) == 1:
        return None
    return _integer("".join(parts), j)


def _exponent(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """Read an exponent at token `j`: ^23, ⁻⁵, −5 or 23; its value and the token after it."""
    words = tokens.words
    word = words[j]
    if word == "^":
        j += 1
        word = words[j]
        if word in ("{", "("):
            j += 1
            word = words[j]
    elif word == "(" and tokens.adjacent(j) and tokens.adjacent(j + 1):
        # "10(6)", as abstracts write it.
        j += 1
        word = words[j]
        if words[j + 1 + (word in _MINUSES)] != ")":
            return None
    sign = 1
    if word and word in _MINUSES:
        sign = -1
        j += 1
        word = words[j]
        if not tokens.adjacent(j):
            return None
    elif word and word[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺":
        plain = word.translate(_SUPERSCRIPTS)
        if plain == "-" and words[j + 1]:
            sign, plain, j = -1, words[j + 1].translate(_SUPERSCRIPTS), j + 1
        body = plain.lstrip("+-")
        if body.isascii() and body.isdigit() and len(body) <= 3:
            return sign * int(plain), j + 1
        return None
    if word.isascii() and word.isdigit() and len(word) <= 3:
        opening = words[j - 2] if sign < 0 else words[j - 1]
        if words[j + 1] in ("}", ")") and opening in ("{", "("):
            return sign * int(word), j + 2
        return sign * int(word), j + 1
    return None


def _power(tokens: Tokens, i: int, found: Numeral) -> Numeral | None:
    """Add a power of ten that follows the digits, in any notation."""
    words, j = tokens.words, found.last
    word = words[j]
    if not word:
        return found
    if word in ("e", "E") and tokens.adjacent(j) and tokens.adjacent(j + 1):
        k = j + 1
        sign = 1
        if words[k] in ("-", "−", "+"):
            sign = -1 if words[k] != "+" else 1
            k += 1
        if words[k].isascii() and words[k].isdigit() and tokens.adjacent(k):
            return _raised(found, sign * int(words[k][:4]), k + 1)
        return found
    if word in ("×", "x", "X", "·", "⋅", "*", "✕") and words[j + 1][:2] in ("10", "2"):
        base = words[j + 1]
        power = _exponent(tokens, j + 2)
        marked = words[j + 2] == "^" or (words[j + 2] and not words[j + 2].isdigit())
        if power is not None and base == "10" and (marked or word in "×·⋅"):
            near = tokens.starts[j + 2] - tokens.ends[j + 1] <= 1
            if near and (marked or abs(power[0]) < 100):
                return _raised(found, *power)
        if (
            base[:2] == "10"
            and base[2:] in _DIGITS
            and word == "×"
            and found.value < 10
        ):
            # A superscript that was lost: "2 × 105 cells".
            noun = tokens.lower[j + 2]
            if noun in _CELLS or noun in _PARTICLES:
                return _raised(found, int(base[2]), j + 2)
        if base[:2] == "10" and word == "×" and found.point and found.value < 10:
            # "1.2 × 1014 cm−3", but "2.1 × 105 mm" is a size.
            lost = base[2:]
            if (lost in _DIGITS or (len(lost) == 2 and "10" <= lost <= "30")) and words[
                j + 2
            ] not in _SIZES:
                return _raised(found, int(lost), j + 2)
        if (
            power is not None
            and base == "2"
            and words[j + 2] == "^"
            and 0 <= power[0] < 999
        ):
            value = found.value * (Decimal(2) ** power[0])
            return Numeral(
                value, found.step, zeros=False, last=power[1], mantissa=value
            )
    if words[i] == "10" and j == i + 1:
        # A bare power: 10^6, 10⁶, 10 −7, 10−7. "10 7" may be anything.
        if word[0] in "^⁰¹²³⁴⁵⁶⁷⁸⁹⁻" or (word == "(" and words[j + 1] in _MINUSES):
            power = _exponent(tokens, j)
            if power is not None:
                return _raised(Numeral(_ONE, _ONE, zeros=False, last=j), *power)
            if word == "^":
                return None
        if (
            len(word) < 3
            and word.isdigit()
            and (tokens.lower[j + 1] in _PARTICLES or tokens.lower[j + 1] in _CELLS)
            and tokens.starts[j] - tokens.ends[j - 1] == 1
        ):
            # A superscript that was lost: "10 12 molecules".
            return _raised(Numeral(_ONE, _ONE, zeros=False, last=j), int(word), j + 1)
        if (
            word == "-"
            and len(words[j + 1]) == 1
            and tokens.adjacent(j)
            and tokens.adjacent(j + 1)
            and words[j + 1].isdigit()
            and words[j + 2] in _SMALL_UNITS
        ):
            # "10-3 Torr", which runs down and is no score
            return _raised(
                Numeral(_ONE, _ONE, zeros=False, last=j), -int(words[j + 1]), j + 2
            )
        if word == "−" and words[j + 1].isdigit():
            gap = tokens.starts[j] - tokens.ends[j - 1]
            # "10−6" runs down: no range.
            sure = gap == 1 or (
                not gap and (len(words[j + 1]) == 1 or words[i - 1] in ("×", "·"))
            )
            power = _exponent(tokens, j)
            if power is not None and tokens.adjacent(j + 1) and sure:
                return _raised(Numeral(_ONE, _ONE, zeros=False, last=j), *power)
    return found


def _raised(found: Numeral, exponent: int, last: int) -> Numeral | None:
    if abs(exponent) > MAX_DIGITS:
        return None
    factor = _ONE.scaleb(exponent)
    # In this notation every digit written is significant.
    step = found.step if found.point else _ONE
    value = found.value * factor
    return Numeral(
        value, step * factor, zeros=False, last=last, mantissa=value, point=True
    )


def words(tokens: Tokens, i: int) -> Numeral | None:
    """Return the number that number words at token `i` spell, scale words included."""
    lower = tokens.lower
    total = current = 0
    limit = 99
    j = i
    started = False
    while True:
        word = lower[j]
        if word in ONES:
            value = ONES[word]
            if current % 100 and not (
                current % 100 >= 20 and current % 10 == 0 and 0 < value < 10
            ):
                break
            if started and (value == 0 or not (current or total)):
                break
            current += value
        elif word in TENS:
            if current % 100:
                break
            current += TENS[word]
        elif word == "hundred":
            if current >= 100 or (started and not current):
                break
            current = (current or 1) * 100
        elif word in SCALES:
            power = SCALES[word]
            if power >= limit or (started and not current and total):
                break
            total += (current or 1) * 10**power
            current = 0
            limit = power
        else:
            break
        started = True
        j += 1
        following = lower[j]
        if following == "-" and tokens.adjacent(j) and tokens.adjacent(j + 1):
            if _continues(lower[j + 1], current, limit):
                j += 1
            elif lower[j + 1] == "and" and lower[j + 2] == "-":
                break
        elif (
            following in ("and", "&")
            and (current % 100 == 0)
            and (current or total)
            and (lower[j + 1] in ONES or lower[j + 1] in TENS)
            and lower[j + 1] != "zero"
            and not _joins_bigger(tokens, i, j + 1, limit)
        ) or (
            following == ","
            and not current
            and limit < 99
            and lower[j + 2] == "hundred"
        ):
            j += 1
    if not started:
        return None
    value = total + current
    text = str(value)
    n_zeros = len(text) - len(text.rstrip("0")) if value else 0
    number = Decimal(value)
    found = Numeral(
        number, _ONE.scaleb(n_zeros), n_zeros > 0, j, words=True, mantissa=number
    )
    if limit < 99 and not current:
        found.scaled = limit
        found.mantissa = number.scaleb(-limit)
    return found


def _continues(word: str, current: int, limit: int) -> bool:
    if word in ONES:
        return current % 10 == 0 and (current % 100 >= 20 or current % 100 == 0)
    if word in TENS:
        return current % 100 == 0
    return word == "hundred" or (word in SCALES and SCALES[word] < limit)


def _joins_bigger(tokens: Tokens, i: int, j: int, limit: int) -> bool:
    """Return whether the words after "and" are a number of their own.

    "Two hundred and three hundred" are two numbers, "two hundred and ten thousand" is one,
    unless "between" stands before it.
    """
    lower = tokens.lower
    if lower[i - 1] == "between" and i:
        return True
    while lower[j] in ONES or lower[j] in TENS or lower[j] == "-":
        j += 1
    return lower[j] == "hundred" or SCALES.get(lower[j], 0) >= limit


def vulgar(word: str) -> Decimal | None:
    """Return the value of ½ and its kind, or None."""
    parts = VULGAR.get(word)
    return None if parts is None else Decimal(parts[0]) / Decimal(parts[1])


def add_fraction(tokens: Tokens, found: Numeral) -> bool:
    """Add what follows a whole number: "and a half", "½", "1/2"; say whether it did."""
    lower, j = tokens.lower, found.last
    if found.point or found.scaled:
        return False
    word = lower[j]
    if word.isalpha() and word != "and":
        return False
    if word in VULGAR:
        _add(found, vulgar(word), j + 1)
        return True
    k = j
    if word == "-" and tokens.adjacent(j) and lower[j + 1] == "and":
        k = j + 1
    if lower[k] == "and":
        hyphens = 1 if lower[k + 1] == "-" else 0
        a = k + 1 + hyphens
        if lower[a] in ("a", "one") and lower[a + 1] in ("half", "quarter", "third"):
            _add(found, _ONE / FRACTIONS[lower[a + 1]], a + 2)
            return True
        if (
            lower[a] in ("a", "one")
            and lower[a + 1] == "-"
            and lower[a + 2] in ("half", "quarter", "third")
        ):
            _add(found, _ONE / FRACTIONS[lower[a + 2]], a + 3)
            return True
        if lower[a] == "three" and lower[a + 1] == "quarters":
            _add(found, Decimal("0.75"), a + 2)
            return True
    # 2 1/2, 2-1/2
    at = j + 1 if word == "-" and tokens.adjacent(j) else j
    slash = simple_fraction(tokens, at)
    if (
        slash is not None
        and not found.words
        and 0 < slash < 1
        and (at > j or tokens.starts[j] - tokens.ends[j - 1] == 1)
    ):
        _add(found, slash, at + 3)
        return True
    return False


def _add(found: Numeral, part: Decimal | None, last: int) -> None:
    if part is None:
        raise AssertionError
    found.value += part
    found.mantissa = found.value
    found.step = Decimal("0.5") if part == Decimal("0.5") else Decimal("0.25")
    found.zeros = False
    found.point = True
    found.fraction = True
    found.last = last


def simple_fraction(tokens: Tokens, j: int) -> Decimal | None:
    """Return the value of "3/4" at token `j` (three tokens), or None."""
    words_ = tokens.words
    if (
        words_[j + 1] not in ("/", "⁄")
        or not tokens.adjacent(j + 1)
        or not tokens.adjacent(j + 2)
    ):
        return None
    top, bottom = words_[j], words_[j + 2]
    if not (top.isascii() and bottom.isascii() and top.isdigit() and bottom.isdigit()):
        return None
    if len(top) > 3 or len(bottom) > 4 or not int(bottom):
        return None
    return Decimal(int(top)) / Decimal(int(bottom))
