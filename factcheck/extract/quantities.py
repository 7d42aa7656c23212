# ruff: noqa: C901, PLR0911, PLR0912, PLR2004, RUF001, RUF002 - one way out for each form; signs
"""One quantity at one place: number, scale word, currency, unit."""

from __future__ import annotations

from decimal import Decimal

from factcheck import units
from factcheck.extract import (
    formulas,
    letters,
    measures,
    never,
    numerals,
    symbols,
    written,
)
from factcheck.extract import money as money_of
from factcheck.extract.drafts import Draft
from factcheck.extract.lexicon import (
    SCALES,
    SUFFIXES,
    SURE_SUFFIXES,
    VULGAR,
)
from factcheck.extract.numerals import Numeral
from factcheck.language.data import word_set
from factcheck.language.tokens import Tokens
from factcheck.language.words import is_plural
from factcheck.model import Form
from factcheck.units import CURRENCY_WORDS

_HYPHENS = frozenset("-‐‑")
_MINUS = frozenset("-−")
_SIGNS = _HYPHENS | _MINUS | {"–", "minus"}
_MARKS = '*_"“'  # emphasis, and an opening quote
_OPENS = "([|=<>~≈/,;:$£€–"
_NEAR = 4
_SLASHES = ("/", "⁄")
_EITHER = ("or", "/", "-")


def digits(tokens: Tokens, i: int, *, continental: bool) -> Draft | None:
    """Return the quantity whose number is in digits at token `i`, or None."""
    words = tokens.words
    per = False
    if never.is_glued(tokens, i) and not _is_prefixed(tokens, i):
        # "3 cells/10 ml", "50 miles/80 km": what stands after the slash has its own unit.
        per = words[i - 1] == "/" and words[i - 2].isalpha()
        # "mL/min/1.73 m²" is told for a body of that surface.
        if not per or words[i] == "1.73" or never.is_term(tokens, i - 2):
            return None
    if words[i] in VULGAR:
        return _vulgar(tokens, i)
    numeral = numerals.digits(tokens, i, continental=continental)
    if numeral is None:
        if not numerals.is_decimal_comma(words[i]):
            return None
        numeral = numerals.comma_decimal(tokens, i)
        if (
            measures.after(tokens, i + 1, numeral) is None
            and money_of.before(tokens, i) is None
        ):
            return None
    first = i
    if (
        words[i - 1] == "."
        and i
        and tokens.adjacent(i)
        and words[i].isdigit()
        and not never.is_pointed(tokens, i)
    ):
        point = _leading_point(tokens, i)
        if point is None:
            return None
        numeral, first = point, i - 1
    if never.is_ordinal(tokens, numeral.last):
        return None
    following = tokens.lower[numeral.last]
    if following in _SLASHES and numeral.last == i + 1:
        slash = numerals.simple_fraction(tokens, i)
        if slash is not None:
            return _slashed(tokens, i, slash)
    if following == "and" or not following.isalpha():
        numerals.add_fraction(tokens, numeral)
    if words[numeral.last] == "(":
        written.pass_uncertainty(tokens, numeral)
    money = money_of.before(tokens, first)
    number_first = first
    if money is not None:
        first = money[1]
    else:
        group = (
            written.age_group(tokens, i, numeral)
            if words[numeral.last] == "s"
            else None
        )
        if group is not None:
            return group
        if never.is_identifier(tokens, i):
            return None
    first, negative = _sign(tokens, first)
    if money is not None and words[i - 1] in _MINUS:
        negative = True
    if (
        negative
        and money is None
        and words[first] == "−"
        and formulas.is_exponent(tokens, first, numeral.last)
    ):
        return None
    if negative:
        numeral.value = -numeral.value
        number_first = number_first if money else first
    if money is None and not negative and words[numeral.last] in written.JOINTS:
        joint = written.feet(tokens, first, numeral) or written.hours(
            tokens, first, numeral
        )
        if joint is not None:
            return joint
    _scale(
        tokens,
        numeral,
        money=money is not None or (words[i - 1] in _ENDS and _goes_on(tokens, first)),
    )
    draft = measured(tokens, first, number_first, numeral, money[0] if money else None)
    if money is not None and written.is_loss(tokens, first, draft.last):
        draft.value = None if draft.value is None else -draft.value
        draft.last += tokens.words[draft.last - 2] == "("
    if per and (
        draft.last == draft.number_last
        or (
            tokens.adjacent(draft.number_last)
            and len(tokens.words[draft.number_last]) == 1
        )
    ):
        # "13C/12C"
        return None
    return draft


def _is_prefixed(tokens: Tokens, i: int) -> bool:
    """Return whether the letters or signs glued before digits are a currency."""
    return tokens.adjacent(i) and money_of.before(tokens, i) is not None


def _leading_point(tokens: Tokens, i: int) -> Numeral | None:
    """Read ".5" as a number of its own."""
    start = tokens.starts[i - 1]
    before = tokens.text[start - 1] if start else " "
    if (
        not (before.isspace() or before in "([-−$£€~<>≤≥=±/")
        or len(tokens.words[i]) > numerals.MAX_DIGITS
    ):
        return None
    part = tokens.words[i]
    if not part.isascii() or _is_calibre(tokens, i):
        return None
    value = Decimal(f"0.{part}")
    return Numeral(
        value,
        Decimal(1).scaleb(-len(part)),
        zeros=False,
        last=i + 1,
        mantissa=value,
        point=True,
    )


_GUNS = word_set(
    """
    magnum rifle rifles round rounds revolver revolvers pistol pistols handgun handguns
    ammunition cartridge cartridges bullet bullets winchester semi calibre caliber
    """
)


def _is_calibre(tokens: Tokens, i: int) -> bool:
    """Return whether ".308" names a gun or what it shoots: "a .308 rifle"."""
    return len(tokens.words[i]) > 1 and (
        tokens.lower[i + 1] in _GUNS
        or (tokens.words[i + 1] == "-" and tokens.lower[i + 2] in _GUNS)
    )


def _sign(tokens: Tokens, first: int) -> tuple[int, bool]:
    """Read a minus before the number: -5, −5, minus 5, -$5."""
    words = tokens.words
    before = words[first - 1]
    if first <= 0 or tokens.lower[first - 1] not in _SIGNS:
        return first, False
    if before in _MINUS or before == "–":
        if not tokens.adjacent(first):
            return (first - 1, True) if _is_minus(tokens, first) else (first, False)
        if _is_free(tokens, first - 1):
            return first - 1, True
        if words[first - 2].lower() == "minus":
            return first - 2, True
        return first, False
    if before.lower() == "minus" and not words[first - 2][-1:].isdigit():
        return (first, False) if is_either(tokens, first - 1) else (first - 1, True)
    if before in _HYPHENS and words[first - 2].lower() == "minus":
        return first - 2, True
    if before in _HYPHENS and tokens.adjacent(first) and _is_free(tokens, first - 1):
        return first - 1, True
    return first, False


def _is_free(tokens: Tokens, sign: int) -> bool:
    """Return whether a dash joins its number to nothing before it: "(−5", "**−5**", no "4–5"."""
    start = tokens.starts[sign]
    ahead = tokens.text[max(0, start - _NEAR) : start].rstrip(_MARKS)[-1:]
    return not ahead or ahead.isspace() or ahead in _OPENS


_BEFORE_MINUS = frozenset("=≈∼~<>≤≥(") | word_set(
    "of to at from by is was were below about between approximately"
)


def _is_minus(tokens: Tokens, first: int) -> bool:
    """Return whether a blank parts a minus sign and its number: "θ ≈ − 10", "at − 20 °C"."""
    return (
        tokens.words[first - 1] == "−"
        and tokens.starts[first] - tokens.ends[first - 1] == 1
        and first > 1
        and tokens.lower[first - 2] in _BEFORE_MINUS
    )


def is_either(tokens: Tokens, minus: int) -> bool:
    """Return whether a minus is one of two signs: "plus or minus 3 points"."""
    lower = tokens.lower
    return minus > 1 and lower[minus - 1] in _EITHER and lower[minus - 2] == "plus"


def _scale(tokens: Tokens, numeral: Numeral, *, money: bool) -> None:
    """Read scale words and suffixes after digits."""
    while True:
        j = numeral.last
        word = tokens.words[j]
        if not word:
            return
        if (
            word in _HYPHENS
            and tokens.adjacent(j)
            and tokens.lower[j + 1] in SCALES
            and tokens.adjacent(j + 1)
        ):
            if tokens.lower[j + 1] == "hundred":
                return
            numeral.scale(SCALES[tokens.lower[j + 1]], j + 2)
            continue
        lower = tokens.lower[j]
        if lower in SCALES and (word[0].islower() or numeral.scaled == 0):
            if tokens.starts[j] - tokens.ends[j - 1] > 2:
                return
            power = SCALES[lower]
            if numeral.scaled and power < 5 and numeral.scaled <= power:
                return
            numeral.scale(power, j + 1)
            continue
        if lower == "dozen":
            numeral.value *= 12
            numeral.step *= 12
            numeral.zeros = False
            numeral.last = j + 1
            return
        if (
            word in SUFFIXES
            and not numeral.scaled
            and _is_suffix(tokens, j, money=money)
        ):
            pointed = (
                tokens.words[j + 1] == "." and tokens.lower[j + 2] in CURRENCY_WORDS
            )
            numeral.scale(SUFFIXES[word], j + 1 + pointed)
        return


def _goes_on(tokens: Tokens, i: int) -> bool:
    """Return whether the number at token `i` ends a range of money: "£5-10m"."""
    words = tokens.words
    return words[i - 2][:1].isdigit() and words[i - 3] in units.CURRENCY_SIGNS and i > 2


_DASHES = frozenset("-–—")
_ENDS = _DASHES | {"to"}
# Units of which "m" before them makes millions: "2.3m bpd", "1.2m sq ft".
_OF_MILLIONS = word_set("bpd boepd kwh mwh tpa")

# What stands behind a symbol, not behind "M" for millions or "B" for billions.
_BEHIND_SYMBOLS = word_set(
    "in of per at and or to with for from by was were is solution"
)


def _is_suffix(tokens: Tokens, j: int, *, money: bool) -> bool:
    word = tokens.words[j]
    gap = tokens.starts[j] - tokens.ends[j - 1]
    if gap > 1:
        return False
    if word in SURE_SUFFIXES:
        return True
    following = tokens.lower[j + 1]
    if following == "." and tokens.adjacent(j + 1):
        # "110 b. dollars"
        following = tokens.lower[j + 2]
        return following in CURRENCY_WORDS or money
    if following in ("²", "³", "/", "^") and tokens.adjacent(j + 1) and not money:
        return False
    if money:
        return True
    if following in CURRENCY_WORDS and word in (
        "m",
        "M",
        "b",
        "B",
        "k",
        "K",
        "mn",
        "tn",
    ):
        return True
    if word in ("k", "tn", "mn", "Mn", "trn", "tln"):
        return not gap and not (
            word == "k" and following in ("run", "race", "fun", "and")
        )
    if word in ("m", "M", "b", "B"):
        return (
            following.isalpha()
            and not (word == "m" and gap and following in letters.IN_METRES)
            and tokens.words[j + 1].islower()
            and (
                is_plural(following)
                or following in _OF_MILLIONS
                or (
                    following in ("sq", "square", "cubic")
                    and (phrase := f"{following} {tokens.lower[j + 2]}")
                    and (phrase in units.WORDS or phrase in units.SYMBOLS)
                )
                or (word in "MB" and not gap and following not in _BEHIND_SYMBOLS)
            )
            and following not in ("is", "was", "as")
        ) or (word == "m" and not gap and letters.takes_up_millions(tokens, j))
    if word == "K":
        return not gap and following.isalpha() and is_plural(following)
    if word in ("cr", "Cr", "mil"):
        return not gap
    return False


def measured(
    tokens: Tokens, first: int, number_first: int, numeral: Numeral, money: str | None
) -> Draft:
    """Return the draft of a number with the unit that follows, or the money before it."""
    j = numeral.last
    draft = Draft(
        first,
        j,
        number_first,
        j,
        numeral.value,
        numeral.step,
        numeral.zeros,
        numeral.words,
        numeral.point,
        numeral.scaled,
        numeral.mantissa,
        fraction=numeral.fraction,
    )
    found = measures.after(tokens, j, numeral, money=money)
    if found is not None:
        apply(draft, found)
        draft.money_first = money is not None
    return draft


_EVERY = frozenset({"a", "an", "per", "each", "every", "/"})
_TIMES = word_set(
    """
    as the more higher larger greater bigger its that what their his her faster longer
    lower smaller worse better stronger heavier denser quicker earnings sales revenue
    revenues ebitda book profit profits normal hotter forward trailing expected annual
    """
)


_BEHIND_FOLD = word_set(
    """
    increase increases increased decrease decreased reduction rise change changes higher
    lower greater more difference risk excess improvement enrichment jump surge growth
    """
)


_AGO = ("ago", "earlier", "before", "later", "after", "previously")  # "a year ago"


def add_rate(tokens: Tokens, draft: Draft, j: int) -> bool:
    """Make a count the rate that tokens at `j` say ("a day", "per km²"); return whether they do."""
    lower = tokens.lower
    at = j + 1
    if tokens.words[at] == "−" and symbols.is_divisor(tokens, j):
        at = j  # "72 beats" and "min" to the power of minus one
    elif (
        lower[j] not in _EVERY
        or (lower[j] == "per" and lower[at] in ("cent", "se", "capita", "person"))
        or (
            lower[j] in ("a", "an")
            and (lower[at] not in _SPANS_OF_TIME or lower[j + 2] in _AGO)
        )
    ):
        return False
    unit = measures.under(tokens, at)
    if unit is None:
        return False
    name = units.compose("", unit)
    if name is None or unit in units.CURRENCIES:
        return False
    draft.unit, draft.dimension = name, measures.dimension_of(name)
    return True


_MULTIPLYING = _HYPHENS | {"times", "x", "×", "fold"}


def multiply(tokens: Tokens, draft: Draft) -> bool:
    """Make a multiple of "three times as many", "10x", "3-fold"; return whether it is one."""
    lower, j = tokens.lower, draft.number_last
    if lower[j] not in _MULTIPLYING:
        return False
    if (
        (lower[j] == "times" and lower[j + 1] in _TIMES)
        or (
            lower[j] in ("x", "×", "fold")
            and tokens.adjacent(j)
            and not tokens.words[j + 1][:1].isdigit()
        )
        or (lower[j] == "fold" and lower[j + 1] in _BEHIND_FOLD)
    ):
        last = j + 1
    elif lower[j] in _HYPHENS and lower[j + 1] == "fold":
        last = j + 2
    else:
        return False
    draft.form, draft.dimension, draft.last = Form.MULTIPLE, "ratio", last
    return True


def magnitude(tokens: Tokens, draft: Draft) -> bool:
    """Read "6.5-magnitude" and "magnitude 6.5"; return whether it is one."""
    lower, i, j = tokens.lower, draft.first, draft.last
    near = (lower[j], lower[j + 1], lower[i - 1], lower[i - 2])
    if "magnitude" not in near and lower[j + 2] != "richter":
        return False
    if lower[j] in _HYPHENS and lower[j + 1] == "magnitude":
        draft.last = draft.unit_last = j + 2
    elif lower[j] == "magnitude":
        draft.last = draft.unit_last = j + 1
    elif lower[i - 1] == "magnitude" or (
        lower[i - 2] == "magnitude" and lower[i - 1] in ("of", "-", "at", "was")
    ):
        pass
    elif lower[j : j + 3] != ["on", "the", "richter"]:
        return False
    draft.unit, draft.dimension = "magnitude", measures.dimension_of("magnitude")
    return True


_SPANS_OF_TIME = word_set(
    "second minute hour day night week fortnight month quarter year decade century"
)


def is_cut(tokens: Tokens, draft: Draft) -> bool:
    """Return whether letters or digits are glued behind a measure: "06F6" is a code."""
    j = draft.last
    return (
        tokens.adjacent(j)
        and tokens.words[j][:1].isalnum()
        # "0.35%Al", "76%HR" are shares of what is written there.
        and not (tokens.words[j - 1] == "%" and tokens.words[j].isalpha())
        and tokens.words[j] != "per"
    )


def apply(draft: Draft, found: measures.Measure) -> None:
    """Give a draft its unit."""
    draft.unit, draft.dimension = found.unit, found.dimension
    draft.last = draft.unit_last = found.last
    if found.part > 1 and draft.value is not None:
        draft.value /= found.part
        draft.step /= found.part


def _vulgar(tokens: Tokens, i: int) -> Draft | None:
    value = numerals.vulgar(tokens.words[i])
    if value is None:
        raise AssertionError
    numeral = Numeral(
        value, value, zeros=True, last=i + 1, mantissa=value, point=True, fraction=True
    )
    money = money_of.before(tokens, i)
    _scale(tokens, numeral, money=money is not None)
    draft = measured(
        tokens, money[1] if money else i, i, numeral, money[0] if money else None
    )
    as_fraction(draft)
    return draft


def _slashed(tokens: Tokens, i: int, value: Decimal) -> Draft | None:
    """Read 3/4: a fraction where something shows that it is one; not 9/11, 24/7, 5/6/2020."""
    words, lower = tokens.words, tokens.lower
    top, bottom = int(words[i]), int(words[i + 2])
    j = i + 3
    if words[j] == "/" or (words[i - 1] == "/" and tokens.adjacent(i)):
        return None
    if never.is_label(tokens, i, bare=True, measured=False):
        # "Resolution 31/144 of the council"
        return None
    if never.is_identifier(tokens, i) or (
        tokens.adjacent(j) and words[j][:1].isalnum() and words[j] != "in"
    ):
        return None
    if top == 0 or (top, bottom) in {(24, 7), (9, 11), (7, 7)}:
        return None
    numeral = Numeral(
        value, value, zeros=True, last=j, mantissa=value, point=True, fraction=True
    )
    found = measures.after(tokens, j, numeral)
    common = bottom in (2, 3, 4, 8, 16, 32) and top < bottom
    if found is None and not (
        (lower[j] in ("of", "the", "as", "to") and top < bottom)
        or common
        or (top == 1 and bottom > 3)
    ):
        return None
    draft = Draft(
        i, j, i, j, value, value, zeros=True, point=True, mantissa=value, fraction=True
    )
    if found is not None:
        apply(draft, found)
    as_fraction(draft)
    return draft


def as_fraction(draft: Draft) -> None:
    """Make a fraction without unit a share of something."""
    if not draft.unit and not draft.scaled:
        draft.form = Form.FRACTION
        draft.dimension = "ratio"
