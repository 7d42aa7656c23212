# ruff: noqa: C901, PLR0911, PLR0912, PLR2004, RUF001 - one way out for each form; signs
"""Units and currencies beside a number: words, symbols, signs, and what they compose to."""

from __future__ import annotations

import functools
from decimal import Decimal

from factcheck import units
from factcheck.extract import letters, never, symbols
from factcheck.extract import money as money_of
from factcheck.extract.numerals import Numeral
from factcheck.frozen import dataclass
from factcheck.language.data import word_set
from factcheck.language.tokens import Tokens

# "38 cents for the litre"
_SOLD_BY = word_set("litre liter kilo kilogram tonne ton gallon barrel")
_HYPHENS = frozenset("-‐‑")
_JOINTS = frozenset("-·⋅*")
# What a word after a number may be: a unit, a currency code, or (code, n-th part).
_WORDS: dict[str, str | tuple[str, int]] = {
    **units.SUBUNITS,
    **units.CURRENCY_WORDS,
    **units.WORDS,
    "ksi": "kilopsi",
    "mcg": "microgram",
    "mcgs": "microgram",
    "bps": "basis point",
    "millibar": "millibar",
    "millibars": "millibar",
    "mb": "millibar",
    "tpd": "tonne / day",
    "ppg": "point / game",
    "rpg": "rebound / game",
    "apg": "assist / game",
    "spg": "steal / game",
    "bpg": "block / game",
    "war": "win_above_replacement",
}
_LONGEST = 5

# Words that a number often stands before without measuring: the number must be in digits.
_DIGITS_ONLY = word_set(
    """
    bar bit mole barn gray dots nit
    """
)
_CAPACITORS = word_set(
    """
    capacitor capacitors capacitance capacitive supercapacitor supercapacitors
    """
)
# "a", "an" and "each" before these make a rate: "$5 a gallon", "40 hours a week".
_RATE_WORDS = word_set(
    """
    second minute hour day week month year quarter decade century night season game
    match therm gallon litre liter barrel pound ounce ton tonne kilo kilogram kilowatt
    mile kilometre kilometer share person head piece unit litres pint acre hectare
    """
)
_NOUN_RATES = word_set(
    """
    share person head capita piece game match night household employee worker
    student pupil patient unit passenger vehicle car ticket bottle bushel week
    customer resident family child inhabitant user subscriber visit visitor trip bag
    box room bed seat season inning point goal shot vote child pixel cell case
    """
)


_SHARES = money_of.MONEY_WORDS | {"dividend", "share", "shares", "price"}


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


@functools.cache
def openers() -> frozenset[str]:
    """Return the words, in lower case, that the name of a unit or a currency begins with."""
    return frozenset(key.partition(" ")[0].rstrip(".") for key in _WORDS)


@functools.cache
def _beginnings() -> frozenset[str]:
    """Return the tokens that a unit begins with, as written or in lower case."""
    return (
        openers()
        | symbols.openers()
        | symbols.TOLERANT
        | units.CURRENCIES
        | units.CURRENCY_SIGNS.keys()
        | units.SUBUNIT_SIGNS.keys()
        | set('U″"′')
    )


def _may_begin(word: str, lower: str) -> bool:
    """Return whether a unit may begin with a token: most words begin none."""
    known = _beginnings()
    return lower in known or word in known or word[-1:] in symbols.SUPERSCRIPTS


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
    if gap > 2:
        return None
    hyphened = False
    if word in _HYPHENS:
        if (gap or not tokens.adjacent(j + 1)) and not _is_spaced(tokens, j):
            return None
        hyphened, k = True, j + 1
        word = tokens.words[k]
    if not _may_begin(word, tokens.lower[k]):
        return None
    found = None
    if (
        not numeral.words
        and tokens.words[k + 1] in _JOINTS
        and tokens.words[k] in units.SYMBOLS
    ):
        # "lb-ft" is a symbol, "lb" a word: the longer wins.
        term = symbols.term(tokens, k)
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
    if tokens.words[last] in units.SYMBOLS:
        # "erg cm-2 s-1"
        unit, last = symbols.product(tokens, last, unit)
    return _rate(tokens, last, unit, numeral) or _measure(unit, last)


_SPACED = word_set(
    """
    year month week day hour minute mile kilometer kilometre meter metre foot inch pound
    ton tonne acre
    """
)


def _is_spaced(tokens: Tokens, j: int) -> bool:
    """Return whether blanks stand about the hyphen before a unit: "an eight - year term"."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    behind = words[j + 2]
    if words[j + 1] in ("square", "cubic") and behind == "-":
        # "a 40 - square - mile lake"
        return words[j + 3] in _SPACED and starts[j + 2] - ends[j + 1] == 1
    return (
        words[j + 1] in _SPACED
        and starts[j] - ends[j - 1] == 1
        and starts[j + 1] - ends[j] == 1
        and (behind == "-" or behind.islower() or behind == ",")
    )


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
    # Most words begin no unit: only for those that do, what follows is looked at.
    longest = _LONGEST if word in openers() or tokens.words[k] == "U" else 0
    ends: list[int] = []
    parts: list[str] = []
    at = k
    while len(parts) < longest:
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
        if lower[at] in _HYPHENS and (
            (tokens.adjacent(at) and tokens.adjacent(at + 1))
            or (hyphened and parts[-1] in ("square", "cubic"))
        ):
            at += 1
        if not lower[at].isalpha():
            break
    for n in range(len(parts), 0, -1):
        key = " ".join(parts[:n])
        if word == "u":
            # "U.S. dollars" is "u. s. dollars" here.
            key = key.replace(". ", ".", 1)
        found = _WORDS.get(key)
        last = ends[n - 1]
        if key[-1] == "." and not (tokens.words[last].islower() or (found and n > 1)):
            # The point ends the sentence: "7,000 yen. It ..."
            plain = _WORDS.get(key[:-1])
            if plain is not None:
                key, last, found = key[:-1], last - 1, plain
        if found is None:
            continue
        if isinstance(found, tuple):
            code, part = found
            if key == "cts" and lower[last] in ("/", "s"):
                # Counts of a detector.
                return None
            if part == 1:
                return code, last
            rate = _rate(tokens, last, code, numeral)
            if rate is not None:
                return _measure(rate.unit, rate.last, part)
            return _measure(code, last, part)
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
            return money_of.pounds(tokens, k, numeral), last
        if key == "crowns":
            return money_of.crowns(tokens, k), last
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
    if (
        tokens.lower[k + 1] == "ago"
        and not hyphened
        and numeral.value > 1
        and key in _SPACED
    ):
        # "275,000 week ago"
        return False
    if key == "year" and written == "Year" and not hyphened and numeral.value > 200:
        # "Net 48,000 Year Shr 12": what comes.
        return False
    if key == "crowns":
        return (
            not numeral.words
            or numeral.value >= 100
            or not _SHARES.isdisjoint(tokens.lower[max(0, k - 6) : k + 4])
        )
    if key in ("mark", "marks"):
        # School marks are counted; millions of them are money.
        return numeral.scaled > 0
    if key == "war":
        return written == "WAR" and numeral.point
    if key in ("bps", "mb") and not (written.islower() and numeral.value > 800):
        return key == "bps" and written.islower()
    if key in _DIGITS_ONLY and numeral.words:
        return False
    following = tokens.lower[k + 1]
    # "4.3 second dash" but not "one second-half goal".
    if (
        key == "second"
        and not hyphened
        and (following == "-" or (numeral.words and numeral.value != 1))
    ):
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
    return not (
        key == "foot" and following in ("soldiers", "soldier", "patrol", "patrols")
    )


# Symbols that also stand behind number words: "five km".
_BEHIND_WORDS = word_set("% km kg cm mm mph ° bpd kWh MWh GWh")


def _symbol(
    tokens: Tokens, k: int, numeral: Numeral, *, spaced: bool, hyphened: bool
) -> tuple[str, int] | Measure | None:
    """Look the symbol at token `k` up, with its power and what is multiplied to it."""
    if numeral.words and tokens.words[k] not in _BEHIND_WORDS:
        return None
    if never.is_model(tokens, k):
        return None
    term = symbols.term(tokens, k)
    if term is None:
        return _sign(tokens, k, numeral, spaced=spaced)
    unit, exponent, last = term
    symbol = tokens.surface(k, last)
    if last == k + 1 and not letters.is_symbol(
        tokens, k, numeral, symbol, spaced=spaced, hyphened=hyphened
    ):
        return _sign(tokens, k, numeral, spaced=spaced)
    if symbol == "pc" and not spaced:
        return "percent", last
    if symbol in letters.BASES and letters.is_genetic(tokens, k):
        return letters.BASES[symbol], last
    if symbol == "F" and not _CAPACITORS.isdisjoint(
        tokens.lower[max(0, k - 12) : k + 6]
    ):
        return "farad", last
    if symbol == "F" and unit != "degree_Fahrenheit":
        return None
    if exponent < 0:
        powered = units.power(unit, -exponent)
        inverse = None if powered is None else units.compose("", powered)
        return None if inverse is None else symbols.product(tokens, last, inverse)
    return symbols.product(tokens, last, unit)


_RESOLUTIONS = word_set("480 576 720 1080 1440 2160")


def _sign(
    tokens: Tokens, k: int, numeral: Numeral, *, spaced: bool
) -> tuple[str, int] | Measure | None:
    """Read a currency sign after the number: 15€, 50 p, 20¢."""
    word = tokens.words[k]
    if word == "″" and not spaced:
        return "inch", k + 1
    if word == '"' and not spaced and letters.is_inch_mark(tokens, k):
        return "inch", k + 1
    if word == "′" and not spaced and tokens.words[k - 2] != "°":
        return "foot", k + 1
    apart = word == "ct" or tokens.lower[k + 1 : k + 3] == ["/", "kwh"]
    if word in units.SUBUNIT_SIGNS and (not spaced or apart):
        if word != "¢" and tokens.words[k - 1] in _RESOLUTIONS:
            return None
        if (
            word != "¢"
            and tokens.adjacent(k + 1)
            and tokens.words[k + 1] in "/-–+"
            and not apart
        ):
            return None
        if word == "p" and letters.is_orbital(tokens, k):
            return None
        code, part = units.SUBUNIT_SIGNS[word]
        rate = _rate(tokens, k + 1, code, numeral)
        if rate is not None:
            return _measure(rate.unit, rate.last, part)
        return _measure(code, k + 1, part)
    if word in units.CURRENCY_SIGNS and not (
        tokens.adjacent(k + 1) and tokens.words[k + 1][:1].isdigit()
    ):
        if word in ("Rp", "Rs") and len(tokens.words[k - 1]) < 4:
            # The radius of a planet, a resistor.
            return None
        if spaced and tokens.words[k + 1][:1].isdigit():
            return None
        return units.CURRENCY_SIGNS[word], k + 1
    return None


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
    if (
        word == "to"
        and lower[k + 1] in ("the", "a")
        and lower[k + 2] in ("gallon", "litre")
    ):
        return _under(tokens, k + 2, unit, numeral, slash=False)
    if word in ("per", "for"):
        sold = unit in units.CURRENCIES and lower[k + 2] in _SOLD_BY
        if word == "for" and not (
            lower[k + 1] in ("each", "every") or (sold and lower[k + 1] in ("the", "a"))
        ):
            return None
        return _under(tokens, k + 1 + (word == "for"), unit, numeral, slash=False)
    if word in ("a", "an", "each", "every"):
        at = k + 1
        if lower[at] in _HYPHENS:
            at += 1
        named = lower[at] in _RATE_WORDS or (
            lower[at] in _NOUN_RATES and unit in units.CURRENCIES
        )
        if named and lower[at + 1] not in (
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
    if slash and lower[k] == "(":
        return _bracketed(tokens, k + 1, unit)
    if lower[k] in ("m", "s", "h", "l", "d", "g") or not lower[k].isalpha() or slash:
        term = symbols.term(tokens, k)
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
            term = symbols.term(tokens, k)
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


def _bracketed(tokens: Tokens, k: int, unit: str) -> Measure | None:
    """Read what stands in brackets below a line: "W/(m·K)", "kWh/(m² a)"."""
    name: str | None = unit
    while name is not None:
        term = symbols.term(tokens, k)
        if tokens.words[k] == "a":
            term = "year", 1, k + 1
        if term is None:
            return None
        base, exponent, k = term
        powered = units.power(base, abs(exponent)) if " " not in base else base
        if powered is None or exponent < 0:
            return None
        name = units.compose(name, powered)
        word = tokens.words[k]
        if word == ")" and name is not None:
            return _measure(name, k + 1)
        k += word in ("·", "⋅", "*", "∙", ".", "×")
    return None


def under(tokens: Tokens, k: int) -> str | None:
    """Return the unit that stands at token `k` as what a rate is per: "day", "km²"."""
    numeral = Numeral(Decimal(1), Decimal(1), zeros=False, last=k)
    found = _word(tokens, k, numeral, hyphened=False)
    if isinstance(found, tuple):
        return found[0]
    term = symbols.term(tokens, k)
    return (
        term[0]
        if term is not None and term[1] > 0 and tokens.words[k] != "in"
        else None
    )
