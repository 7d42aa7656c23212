"""Units and currencies beside a number: words, symbols, signs, and what they compose to."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from decimal import Decimal

from factcheck import units
from factcheck.extract.lexicon import SCALES, STREETS
from factcheck.extract.numerals import Numeral
from factcheck.language.tokens import Tokens

_HYPHENS = frozenset("-‐‑")
_TAILS = {"squared": 2, "cubed": 3}
_JOINTS = frozenset("-·⋅*")
_SUPERSCRIPTS = {"²": 2, "³": 3, "¹": 1, "⁴": 4}
# What a word after a number may be: a unit, a currency code, or (code, n-th part).
_WORDS: dict[str, str | tuple[str, int]] = {
    **units.SUBUNITS,
    **units.CURRENCY_WORDS,
    **units.WORDS,
}
_LONGEST = 5

# Symbols that are also words or letters of names: with a space before them, only in digits
# and where nothing speaks against it.
_LETTERS = frozenset(
    [
        "A",
        "B",
        "C",
        "F",
        "J",
        "K",
        "L",
        "M",
        "N",
        "S",
        "T",
        "V",
        "W",
        "d",
        "g",
        "h",
        "l",
        "m",
        "s",
        "t",
        "st",
        "ha",
        "mo",
        "Mt",
        "Ma",
        "Da",
        "bp",
        "cd",
        "ct",
        "pc",
    ]
)
# Words that a number often stands before without measuring: the number must be in digits.
_DIGITS_ONLY = frozenset({"bar", "bit", "mole", "barn", "gray", "dots", "nit"})
_MASS_WORDS = frozenset(
    [
        "weigh",
        "weighs",
        "weighed",
        "weighing",
        "weight",
        "weights",
        "heavy",
        "heavier",
        "lost",
        "lose",
        "gained",
        "gain",
        "body",
        "cocaine",
        "heroin",
        "marijuana",
        "meat",
        "thrust",
        "pressure",
        "body",
    ]
)
_MONEY_WORDS = frozenset(
    [
        "cost",
        "costs",
        "costing",
        "worth",
        "paid",
        "pay",
        "pays",
        "price",
        "priced",
        "fine",
        "fined",
        "spend",
        "spent",
        "spending",
        "budget",
        "fee",
        "fees",
        "earn",
        "earned",
        "sold",
        "sell",
        "bought",
        "buy",
        "invest",
        "invested",
        "raised",
        "bill",
        "loan",
        "debt",
        "salary",
        "wage",
        "wages",
        "tax",
        "compensation",
        "grant",
        "bonus",
    ]
)
# "a V-4", "an A-3": with a plain hyphen these are names.
_MODELS = frozenset(["A", "B", "C", "F", "M", "N", "T", "V", "J"])
# Written in capitals by some; nothing else is meant.
_TOLERANT = frozenset(
    [
        "hz",
        "khz",
        "mhz",
        "ghz",
        "km",
        "kg",
        "cm",
        "mph",
        "kph",
        "kwh",
        "mwh",
        "gwh",
        "kmh",
    ]
)
_SCREENS = frozenset(
    [
        "resolution",
        "video",
        "videos",
        "tv",
        "tvs",
        "display",
        "displays",
        "screen",
        "screens",
        "monitor",
        "ultra",
        "uhd",
        "camera",
        "content",
        "footage",
    ]
)
_LENGTH_TAILS = frozenset(
    [
        "thick",
        "wide",
        "long",
        "tall",
        "high",
        "deep",
        "across",
        "in",
        "x",
        "×",
        "by",
        "diameter",
    ]
)
# "a", "an" and "each" before these make a rate: "$5 a gallon", "40 hours a week".
_RATE_WORDS = frozenset(
    [
        "second",
        "minute",
        "hour",
        "day",
        "week",
        "month",
        "year",
        "quarter",
        "decade",
        "century",
        "night",
        "season",
        "game",
        "match",
        "gallon",
        "litre",
        "liter",
        "barrel",
        "pound",
        "ounce",
        "ton",
        "tonne",
        "kilo",
        "kilogram",
        "kilowatt",
        "mile",
        "kilometre",
        "kilometer",
        "share",
        "person",
        "head",
        "piece",
        "unit",
        "litres",
        "pint",
        "acre",
        "hectare",
    ]
)
_NOUN_RATES = frozenset(
    [
        "share",
        "person",
        "head",
        "capita",
        "piece",
        "game",
        "match",
        "night",
        "household",
        "employee",
        "worker",
        "student",
        "pupil",
        "patient",
        "unit",
        "passenger",
        "vehicle",
        "car",
        "ticket",
        "bottle",
        "bushel",
        "week",
        "customer",
        "resident",
        "family",
        "child",
        "inhabitant",
        "user",
        "subscriber",
        "visit",
        "visitor",
        "trip",
        "bag",
        "box",
        "room",
        "bed",
        "seat",
        "season",
        "inning",
        "point",
        "goal",
        "shot",
        "vote",
        "child",
        "pixel",
        "cell",
        "case",
    ]
)


_CANONICAL: dict[str, str] = {
    symbol.lower(): unit
    for symbol, unit in units.SYMBOLS.items()
    if symbol.lower() in _TOLERANT
}


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit beside a number.

    Attributes:
        unit: pint name or expression, currency code, "percent".
        dimension: Name of its dimension.
        last: Token after its last one.
        part: For cents: how many make one of `unit`.
    """

    unit: str
    dimension: str
    last: int
    part: int = 1


@functools.lru_cache(1024)
def dimension_of(unit: str) -> str:
    """Return the name of a unit's dimension; of "USD / share" it is "currency:USD/share"."""
    found = units.dimension(unit)
    if found is not None:
        return found
    top, slash, under = unit.partition(" / ")
    return f"{dimension_of(top)}/{under}" if slash else unit


def _measure(unit: str, last: int, part: int = 1) -> Measure:
    return Measure(unit, dimension_of(unit), last, part)


def after(
    tokens: Tokens, j: int, numeral: Numeral, *, money: str | None = None
) -> Measure | None:
    """Return the unit that follows the number that ends before token `j`, or None.

    Args:
        tokens: Where.
        j: Token after the number.
        numeral: The number, of which the reading of some symbols depends.
        money: Currency that stands before the number: only "per ..." may follow then.
    """
    if money is not None:
        return _rate(tokens, j, money, numeral) or _measure(money, j)
    word = tokens.words[j]
    if not word:
        return None
    k = j
    gap = tokens.starts[j] - tokens.ends[j - 1]
    if gap > 2:  # noqa: PLR2004 - a space, or a line break
        return None
    hyphened = False
    if word in _HYPHENS:
        if gap or not tokens.adjacent(j + 1):
            return None
        hyphened, k = True, j + 1
        word = tokens.words[k]
    found = None
    if (
        not numeral.words
        and tokens.words[k + 1] in _JOINTS
        and tokens.words[k] in units.SYMBOLS
    ):
        # "lb-ft" is a symbol, "lb" a word: the longer wins.
        term = _term(tokens, k)
        if term is not None and term[2] > k + 1:
            found = _symbol(tokens, k, numeral, spaced=bool(gap), hyphened=hyphened)
    if found is None:
        found = _word(tokens, k, numeral, hyphened=hyphened)
    if found is None and not (hyphened and numeral.words):
        found = _symbol(tokens, k, numeral, spaced=bool(gap), hyphened=hyphened)
    if found is None:
        return None
    if isinstance(found, Measure):
        return found
    unit, last = found
    return _rate(tokens, last, unit, numeral) or _measure(unit, last)


def _word(
    tokens: Tokens, k: int, numeral: Numeral, *, hyphened: bool
) -> tuple[str, int] | Measure | None:
    """Look the words at token `k` up, longest first."""
    lower = tokens.lower
    word = lower[k]
    if not word.isalpha() and word != "%":
        return None
    if numeral.point and not numeral.scaled and word == "in":
        return None
    ends: list[int] = []
    parts: list[str] = []
    at = k
    while len(parts) < _LONGEST:
        parts.append(lower[at])
        at += 1
        if (
            lower[at] == "."
            and tokens.adjacent(at)
            and len(lower[at - 1]) <= 3
            and lower[at + 1].isalpha()
        ):
            parts[-1] += "."
            at += 1
        ends.append(at)
        if lower[at] in _HYPHENS and tokens.adjacent(at) and tokens.adjacent(at + 1):
            at += 1
        if not lower[at].isalpha():
            break
    for n in range(len(parts), 0, -1):
        key = " ".join(parts[:n])
        found = _WORDS.get(key)
        if found is None:
            continue
        last = ends[n - 1]
        if isinstance(found, tuple):
            code, part = found
            return _measure(code, last, part) if part > 1 else (code, last)
        if n == 1 and not _fits(tokens, k, numeral, key, hyphened=hyphened):
            return None
        if key in ("deg", "degs", "degree", "degrees") and tokens.words[last] in (
            "C",
            "F",
        ):
            return (
                f"degree_{'Celsius' if tokens.words[last] == 'C' else 'Fahrenheit'}",
                last + 1,
            )
        if key in ("pound", "pounds"):
            return _pounds(tokens, k, numeral), last
        return found, last
    if word.upper() in units.CURRENCIES and tokens.words[k].isupper():
        return word.upper(), k + 1
    return None


def _fits(
    tokens: Tokens, k: int, numeral: Numeral, key: str, *, hyphened: bool
) -> bool:
    """Return whether a single word after a number is a unit there."""
    written = tokens.words[k]
    if key in units.LOWER_ONLY and not written.islower():
        return False
    if key in _DIGITS_ONLY and numeral.words:
        return False
    following = tokens.lower[k + 1]
    if key == "second" and not hyphened:
        # "4.3 second dash" but not "one second-half goal".
        if following == "-" or (numeral.words and numeral.value != 1):
            return False
    if (
        key in ("cup", "cups", "won", "mark", "foot", "yard", "rand")
        and written[0].isupper()
        and not written.isupper()
    ):
        return False
    if key == "won" and (
        numeral.words
        or following in ("the", "a", "an", "in", "at", "by", "his", "their", "seats")
    ):
        return numeral.scaled > 0
    if key == "foot" and following in ("soldiers", "soldier", "patrol", "patrols"):
        return False
    return not (
        key in ("yard", "mile")
        and following == "-"
        and tokens.lower[k + 2] == "long"
        and False
    )


def _pounds(tokens: Tokens, k: int, numeral: Numeral) -> str:
    """Tell money from mass."""
    lower = tokens.lower
    if lower[k + 1] in ("of", "-") and not numeral.scaled:
        return "pound"
    near = {*lower[max(0, k - 8) : k], *lower[k + 1 : k + 4]}
    if near & _MASS_WORDS:
        return "pound"
    if numeral.scaled or near & _MONEY_WORDS:
        return "GBP"
    return "pound"


def _symbol(
    tokens: Tokens, k: int, numeral: Numeral, *, spaced: bool, hyphened: bool
) -> tuple[str, int] | Measure | None:
    """Look the symbol at token `k` up, with its power and what is multiplied to it."""
    if numeral.words and tokens.words[k] not in (
        "%",
        "km",
        "kg",
        "cm",
        "mm",
        "mph",
        "°",
    ):
        return None
    term = _term(tokens, k)
    if term is None:
        return _sign(tokens, k, spaced=spaced)
    unit, exponent, last = term
    symbol = tokens.surface(k, last)
    if last == k + 1 and not _is_symbol(
        tokens, k, numeral, symbol, spaced=spaced, hyphened=hyphened
    ):
        return _sign(tokens, k, spaced=spaced)
    if symbol == "pc" and not spaced:
        return "percent", last
    if symbol == "F" and unit != "degree_Fahrenheit":
        return None
    if exponent < 0:
        inverse = units.compose("", *[unit] * -exponent)
        return None if inverse is None else _product(tokens, last, inverse)
    return _product(tokens, last, unit)


def _sign(tokens: Tokens, k: int, *, spaced: bool) -> tuple[str, int] | Measure | None:
    """Read a currency sign after the number: 15€, 50 p, 20¢."""
    word = tokens.words[k]
    if word == "″" and not spaced:
        return "inch", k + 1
    if word == "′" and not spaced and tokens.words[k - 2] != "°":
        return "foot", k + 1
    if word in units.SUBUNIT_SIGNS and not spaced:
        if word != "¢" and tokens.words[k - 1] in (
            "480",
            "576",
            "720",
            "1080",
            "1440",
            "2160",
        ):
            return None
        if word != "¢" and tokens.adjacent(k + 1) and tokens.words[k + 1] in "/-–+":
            return None
        code, part = units.SUBUNIT_SIGNS[word]
        return _measure(code, k + 1, part)
    if word in units.CURRENCY_SIGNS and not (
        tokens.adjacent(k + 1) and tokens.words[k + 1][:1].isdigit()
    ):
        if spaced and tokens.words[k + 1][:1].isdigit():
            return None
        return units.CURRENCY_SIGNS[word], k + 1
    return None


def _is_symbol(
    tokens: Tokens,
    k: int,
    numeral: Numeral,
    symbol: str,
    *,
    spaced: bool,
    hyphened: bool,
) -> bool:
    """Return whether a symbol of letters is one here, not a word or part of a name."""
    following = tokens.words[k + 1]
    if symbol == "in":
        return _is_inch(tokens, k, numeral, spaced=spaced, hyphened=hyphened)
    if symbol in ("am", "pm"):
        return numeral.point and numeral.step != Decimal("0.01")
    if not spaced:
        if symbol == "s":
            return numeral.point or int(numeral.value) % 10 != 0
        if symbol == "st":
            return int(numeral.value) % 10 != 1
        return symbol != "K" or tokens.lower[k + 1] not in _SCREENS
    if symbol not in _LETTERS:
        return True
    if (
        following == "."
        and tokens.words[k + 2][:1].isupper()
        and tokens.adjacent(k + 1)
        and len(symbol) == 1
    ):
        # "5 J. Smith", but the end of a sentence is no initial.
        return tokens.starts[k + 2] - tokens.ends[k + 1] > 0 and symbol not in "AJ"
    if symbol in ("A", "S", "st", "Mt"):
        return not following or not (following[0].isalpha() or following in ("&", "-"))
    if symbol in ("B", "T") or (symbol == "M" and not following.isalpha()):
        return (
            not following
            or not following[0].islower()
            or following in ("of", "and", "in", "at", "per", "or", "to")
        )
    return True


def _is_inch(
    tokens: Tokens, k: int, numeral: Numeral, *, spaced: bool, hyphened: bool
) -> bool:
    if hyphened or not spaced:
        return not numeral.words
    following = tokens.lower[k + 1]
    if numeral.words:
        return False
    if following in _LENGTH_TAILS or numeral.fraction:
        return True
    if not following or following in (".", ",", ")", ";", "(", "]"):
        return True
    return False


def _term(tokens: Tokens, k: int) -> tuple[str, int, int] | None:
    """Read one symbol with its power: (unit, exponent, token after it)."""
    words = tokens.words
    symbols = units.SYMBOLS
    word = words[k]
    if not word:
        return None
    n = 1
    # "km/h", "ft-lb", "dB(A)", "m2" are symbols of their own: the longest wins.
    last = k + 1
    found = symbols.get(word)
    if found is None and word.lower() in _TOLERANT:
        found = _CANONICAL.get(word.lower())
    limit = tokens.starts[k] + 10
    while n < 6 and words[k + n] and tokens.ends[k + n] <= limit:
        gap = tokens.starts[k + n] - tokens.ends[k + n - 1]
        if gap > 1 or (gap and words[k + n].isdigit()):
            break
        n += 1
        longer = symbols.get(tokens.surface(k, k + n))
        if longer is not None and not (
            tokens.adjacent(k + n) and (words[k + n].isalnum() or words[k + n] == "^")
        ):
            found, last = longer, k + n
    if found is None:
        # "m²" with any symbol before the power.
        power = _SUPERSCRIPTS.get(word[-1:])
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
    exponent, end = 0, last
    if word == "^" and near:
        sign = -1 if words[last + 1] in ("-", "−") else 1
        at = last + 1 + (sign < 0)
        if words[at].isdigit() and len(words[at]) == 1:
            exponent, end = sign * int(words[at]), at + 1
    elif (
        word in ("-", "−", "–", "⁻")
        and words[last + 1].isascii()
        and words[last + 1].isdigit()
        and tokens.adjacent(last + 1)
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
    elif word == "⁻" and near and words[last + 1] in _SUPERSCRIPTS:
        exponent, end = -_SUPERSCRIPTS[words[last + 1]], last + 2
    elif near and word.isascii() and word in ("2", "3", "4"):
        exponent, end = int(word), last + 1
    if not exponent:
        return unit, 1, last
    if exponent < 0:
        return unit, exponent, end
    powered = units.power(unit, exponent)
    return None if powered is None else (powered, 1, end)


def _product(tokens: Tokens, last: int, unit: str) -> tuple[str, int]:
    """Multiply in the symbols that follow: "kg m−3", "N·m", "mg kg-1 d-1"."""
    while True:
        k = last
        dotted = (
            tokens.words[k] in ("·", "⋅", "*", "∙", "•")
            and tokens.words[k + 1] in units.SYMBOLS
        )
        if dotted:
            k += 1
        elif tokens.starts[k] - tokens.ends[k - 1] != 1:
            return unit, last
        word = tokens.words[k]
        if word not in units.SYMBOLS or word in ("in", "am", "as"):
            return unit, last
        term = _term(tokens, k)
        if term is None or (term[1] >= 0 and not dotted):
            return unit, last
        base, exponent, end = term
        if exponent < 0:
            powered = units.power(base, -exponent)
            name = None if powered is None else units.compose(unit, powered)
        else:
            name = f"{unit} * {base}"
            name = name if units.lookup(name) else None
        if name is None:
            return unit, last
        unit, last = name, end


def _rate(tokens: Tokens, j: int, unit: str, numeral: Numeral) -> Measure | None:
    """Read what makes a rate of a unit: "/h", "per day", "a barrel", "-a-year"."""
    lower = tokens.lower
    word = lower[j]
    k = j
    if word == "us" and tokens.words[j] == "US" and unit == "USD":
        k += 1
        word = lower[k]
        found = _rate(tokens, k, unit, numeral)
        return found or _measure(unit, k)
    if word in _HYPHENS and tokens.adjacent(j) and lower[j + 1] in ("per", "a", "an"):
        k += 1
        word = lower[k]
    if word == "/" and tokens.starts[k] - tokens.ends[k - 1] <= 1:
        return _under(tokens, k + 1, unit, numeral, slash=True)
    if word in ("per", "for"):
        if word == "for" and lower[k + 1] not in ("each", "every"):
            return None
        return _under(tokens, k + 1 + (word == "for"), unit, numeral, slash=False)
    if word in ("a", "an", "each", "every"):
        at = k + 1
        if lower[at] in _HYPHENS:
            at += 1
        if lower[at] in _RATE_WORDS and lower[at + 1] not in (
            "ago",
            "earlier",
            "before",
            "later",
        ):
            if units.dimension(unit) == "duration" and lower[at] not in (
                "day",
                "week",
                "month",
                "year",
                "night",
            ):
                return None
            return _under(tokens, at, unit, numeral, slash=False)
    return None


def _under(
    tokens: Tokens, k: int, unit: str, numeral: Numeral, *, slash: bool
) -> Measure | None:
    lower = tokens.lower
    if lower[k] in _HYPHENS and tokens.adjacent(k):
        k += 1
    found: tuple[str, int] | None = None
    if lower[k] in ("m", "s", "h", "l", "d", "g") or not lower[k].isalpha() or slash:
        term = _term(tokens, k)
        if term is not None and term[1] > 0:
            base, last = term[0], term[2]
            word = tokens.words[last]
            # A superscript that was lost after a slash: "kg/m 3".
            if (
                slash
                and word in ("2", "3")
                and " " not in base
                and tokens.starts[last] - tokens.ends[last - 1] == 1
            ):
                powered = units.power(base, int(word))
                if powered is not None:
                    base, last = powered, last + 1
            found = base, last
    if found is None:
        read = _word(tokens, k, numeral, hyphened=False)
        if isinstance(read, tuple):
            found = read
        elif read is None and not slash:
            term = _term(tokens, k)
            if (
                term is not None
                and term[1] > 0
                and tokens.words[k] not in ("in", "A", "a")
            ):
                found = term[0], term[2]
    if found is not None:
        name = units.compose(unit, found[0])
        if name is not None:
            measure = _measure(name, found[1])
            return _rate(tokens, found[1], name, numeral) or measure
        return None
    noun = lower[k]
    if noun in _NOUN_RATES:
        return _measure(f"{unit} / {noun}", k + 1)
    return None


def under(tokens: Tokens, k: int) -> str | None:
    """Return the unit that stands at token `k` as what a rate is per: "day", "km²"."""
    numeral = Numeral(Decimal(1), Decimal(1), zeros=False, last=k)
    found = _word(tokens, k, numeral, hyphened=False)
    if isinstance(found, tuple):
        return found[0]
    term = _term(tokens, k)
    return (
        term[0]
        if term is not None and term[1] > 0 and tokens.words[k] != "in"
        else None
    )


def before(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """Return the currency that stands before token `i`, and its first token, or None."""
    words = tokens.words
    word = words[i - 1]
    if not word or i == 0:
        return None
    gap = tokens.starts[i] - tokens.ends[i - 1]
    if gap > 1:
        return None
    signs = units.CURRENCY_SIGNS
    if word.isalpha():
        if gap and not (
            word.isupper()
            or word in ("Rs", "Rp", "Ksh", "KSh", "Dh", "Dhs", "Tk", "SFr", "Sh")
        ):
            return None
        if (
            not gap
            and words[i - 2] in ("$", "£", "¥")
            and tokens.adjacent(i - 1)
            and i >= 2
        ):
            code = signs.get(word + words[i - 2])
            if code is not None:
                return code, i - 2
        code = signs.get(word)
        if code is None and word in units.CURRENCIES:
            code = word
        if not gap and len(words[i]) == 1 and not _goes_on(tokens, i):
            # "CHF3" is a formula.
            return None
        return None if code is None else (code, i - 1)
    if word == "." and i >= 2 and tokens.adjacent(i - 1):
        code = signs.get(f"{words[i - 2]}.")
        return None if code is None else (code, i - 2)
    if (
        word in ("-", "−")
        and i >= 2
        and tokens.adjacent(i)
        and tokens.adjacent(i - 1)
        and words[i - 2] in signs
    ):
        return signs[words[i - 2]], i - 2
    code = signs.get(word)
    if code is None:
        return None
    prefix = words[i - 2] if i >= 2 else ""
    if prefix.isalpha() and prefix[0].isupper():
        near = tokens.starts[i - 1] - tokens.ends[i - 2]
        longer = signs.get(prefix + word)
        if longer is not None and near <= 1:
            return longer, i - 2
        if not near:
            return None
    if (
        prefix == "."
        and i >= 4
        and tokens.surface(i - 5 if i >= 5 else 0, i).endswith("U.S.$")
    ):
        return "USD", i - 5
    return code, i - 1


def _goes_on(tokens: Tokens, i: int) -> bool:
    following = tokens.lower[i + 1]
    return following in SCALES or (tokens.adjacent(i + 1) and following.isalpha())


def is_street(tokens: Tokens, j: int) -> bool:
    """Return whether the words at token `j` are the name of a street: "Downing Street"."""
    words = tokens.words
    for n in range(4):
        word = words[j + n]
        if n and word.lower() in STREETS:
            return True
        if not word[:1].isupper() and not word[:1].isdigit():
            return False
    return False
