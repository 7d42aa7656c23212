"""One quantity at one place: number, scale word, currency, unit."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract import measures, never, numerals
from factcheck.extract.drafts import Draft
from factcheck.extract.lexicon import (
    FRACTIONS,
    LEXICALISED,
    ONES,
    SCALES,
    SUFFIXES,
    SURE_SUFFIXES,
    TENS,
    VULGAR,
)
from factcheck.extract.numerals import Numeral
from factcheck.language.tokens import Tokens
from factcheck.language.words import is_plural
from factcheck import units
from factcheck.model import Form
from factcheck.units import CURRENCY_WORDS

_HYPHENS = frozenset("-‐‑")
_MINUS = frozenset("-−")
_TWO_ENDS = frozenset({"per", "a", "an"})
_PEOPLE_TAILS = frozenset(
    [
        "person",
        "people",
        "man",
        "men",
        "woman",
        "women",
        "member",
        "seat",
        "seater",
        "bedroom",
        "storey",
        "story",
        "piece",
        "point",
        "game",
        "match",
        "strong",
        "nation",
        "country",
        "way",
        "player",
        "vote",
        "year",
        "yard",
        "mile",
    ]
)
_NOT_AFTER_ONE = frozenset(
    [
        "another",
        "is",
        "was",
        "has",
        "had",
        "can",
        "could",
        "will",
        "would",
        "should",
        "must",
        "may",
        "might",
        "does",
        "did",
        "who",
        "that",
        "which",
        "where",
        "when",
        "whose",
        "whom",
        "by",
        "as",
        "to",
        "at",
        "in",
        "on",
        "for",
        "with",
        "and",
        "or",
        "but",
        "if",
        "it",
        "he",
        "she",
        "they",
        "we",
        "you",
        "i",
        "such",
        "more",
        "thing",
        "side",
        "way",
        "of",
    ]
)
_NOT_BEFORE_ONE = frozenset(
    [
        "no",
        "this",
        "that",
        "the",
        "each",
        "every",
        "any",
        "which",
        "other",
        "another",
        "some",
        "such",
        "next",
        "last",
        "every",
        "only",
        "someone",
        "loved",
        "number",
        "first",
        "second",
        "third",
        "new",
        "old",
        "good",
        "bad",
        "big",
        "best",
        "day",
        "never",
    ]
)
_DETERMINERS = frozenset(
    ["the", "these", "those", "my", "his", "her", "its", "our", "their", "your"]
)


def digits(tokens: Tokens, i: int, *, continental: bool) -> Draft | None:
    """Return the quantity whose number is in digits at token `i`, or None."""
    words = tokens.words
    if never.is_glued(tokens, i) and not _is_prefixed(tokens, i):
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
            and measures.before(tokens, i) is None
        ):
            return None
    first = i
    if words[i - 1] == "." and i and tokens.adjacent(i) and words[i].isdigit():
        point = _leading_point(tokens, i)
        if point is None:
            return None
        numeral, first = point, i - 1
    if never.is_ordinal(tokens, numeral.last):
        return None
    slash = numerals.simple_fraction(tokens, i) if numeral.last == i + 1 else None
    if slash is not None:
        return _slashed(tokens, i, slash)
    numerals.add_fraction(tokens, numeral)
    money = measures.before(tokens, first)
    number_first = first
    if money is not None:
        first = money[1]
    elif never.is_identifier(tokens, i, numeral.last):
        return None
    first, negative = _sign(tokens, first, money=money is not None)
    if money is not None and words[i - 1] in _MINUS:
        negative = True
    if (
        negative
        and money is None
        and words[first] == "−"
        and never.is_exponent(tokens, first, numeral.last)
    ):
        return None
    if negative:
        numeral.value = -numeral.value
        number_first = number_first if money else first
    if money is None and not negative:
        feet = _feet(tokens, first, numeral)
        if feet is not None:
            return feet
    _scale(tokens, numeral, money=money is not None)
    return _measured(tokens, first, number_first, numeral, money[0] if money else None)


def _feet(tokens: Tokens, i: int, numeral: Numeral) -> Draft | None:
    """Read 5'10" and 6′2″ in inches."""
    words, j = tokens.words, numeral.last
    if words[j] not in _FEET or not tokens.adjacent(j) or numeral.point:
        return None
    inches = words[j + 1]
    if not (
        inches.isascii()
        and inches.isdigit()
        and len(inches) <= 2
        and tokens.adjacent(j + 1)
    ):  # noqa: PLR2004 - below 12
        return None
    last = j + 2
    if int(inches) >= 12 or numeral.value > 9 or words[j - 2] in ("°", "º"):  # noqa: PLR2004 - a height
        return None
    if words[last] in _INCHES and tokens.adjacent(last):
        last += 2 if words[last] == "'" and words[last + 1] == "'" else 1
    elif words[j] not in "'’":
        return None
    value = numeral.value * 12 + int(inches)
    draft = Draft(i, last, i, last, value, Decimal(1), mantissa=value)
    draft.unit, draft.dimension, draft.unit_last = "inch", "length", last
    return draft


_FEET = frozenset("'’′")
_INCHES = frozenset("\"”″'")


def _is_prefixed(tokens: Tokens, i: int) -> bool:
    """Return whether the letters or signs glued before digits are a currency."""
    return tokens.adjacent(i) and measures.before(tokens, i) is not None


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
    if not part.isascii():
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


def _sign(tokens: Tokens, first: int, *, money: bool) -> tuple[int, bool]:
    """Read a minus before the number: -5, −5, minus 5, -$5."""
    words = tokens.words
    before = words[first - 1]
    if first <= 0:
        return first, False
    if before in _MINUS or before == "–":
        if not tokens.adjacent(first):
            return first, False
        start = tokens.starts[first - 1]
        ahead = tokens.text[start - 1] if start else " "
        if ahead.isspace() or ahead in "([=<>~≈/,;:$£€–" or start == 0:
            return first - 1, True
        if words[first - 2].lower() == "minus":
            return first - 2, True
        return first, False
    if before.lower() == "minus" and not words[first - 2][-1:].isdigit():
        return first - 1, True
    if before in _HYPHENS and words[first - 2].lower() == "minus":
        return first - 2, True
    return first, False


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
            if tokens.starts[j] - tokens.ends[j - 1] > 2:  # noqa: PLR2004 - a space, or a line break
                return
            power = SCALES[lower]
            if numeral.scaled and power < 5 and numeral.scaled <= power:  # noqa: PLR2004 - "5 million million"
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
            and _is_suffix(tokens, j, numeral, money=money)
        ):
            numeral.scale(SUFFIXES[word], j + 1)
        return


def _is_suffix(tokens: Tokens, j: int, numeral: Numeral, *, money: bool) -> bool:
    word = tokens.words[j]
    gap = tokens.starts[j] - tokens.ends[j - 1]
    if gap > 1:
        return False
    if word in SURE_SUFFIXES:
        return True
    following = tokens.lower[j + 1]
    if following in ("²", "³", "/", "^") and tokens.adjacent(j + 1) and not money:
        return False
    if money:
        return not (word == "mm" and False)
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
            and tokens.words[j + 1].islower()
            and (
                is_plural(following)
                or (
                    word in "MB"
                    and not gap
                    and following
                    not in (
                        "in",
                        "of",
                        "per",
                        "at",
                        "and",
                        "or",
                        "to",
                        "with",
                        "for",
                        "from",
                        "by",
                        "was",
                        "were",
                        "is",
                        "solution",
                    )
                )
            )
            and following not in ("is", "was", "as")
        )
    if word == "K":
        return not gap and following.isalpha() and is_plural(following)
    if word in ("cr", "Cr", "mil"):
        return not gap
    return False


def _measured(
    tokens: Tokens, first: int, number_first: int, numeral: Numeral, money: str | None
) -> Draft:
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
_TIMES = frozenset(
    """
    as the more higher larger greater bigger its that what their his her faster longer
    lower smaller worse better stronger heavier denser quicker hotter
    """.split()
)


def add_rate(tokens: Tokens, draft: Draft, j: int) -> bool:
    """Make a count the rate that tokens at `j` say ("a day", "per km²"); return whether they do."""
    lower = tokens.lower
    if lower[j] not in _EVERY:
        return False
    if lower[j] in ("a", "an") and lower[j + 1] not in _SPANS_OF_TIME:
        return False
    unit = measures.under(tokens, j + 1)
    if unit is None:
        return False
    name = units.compose("", unit)
    if name is None or unit in units.CURRENCIES:
        return False
    draft.unit, draft.dimension = name, measures.dimension_of(name)
    return True


def multiply(tokens: Tokens, draft: Draft) -> bool:
    """Make a multiple of "three times as many", "10x", "3-fold"; return whether it is one."""
    lower, j = tokens.lower, draft.number_last
    if draft.unit or draft.form is not Form.PLAIN:
        return False
    if lower[j] == "times" and lower[j + 1] in _TIMES:
        last = j + 1
    elif (
        lower[j] in ("x", "×", "fold")
        and tokens.adjacent(j)
        and not tokens.words[j + 1][:1].isdigit()
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
    if draft.unit or draft.form is not Form.PLAIN:
        return False
    if lower[j] in _HYPHENS and lower[j + 1] == "magnitude":
        draft.last = draft.unit_last = j + 2
    elif lower[j] == "magnitude":
        draft.last = draft.unit_last = j + 1
    elif lower[i - 1] != "magnitude" and not (
        lower[i - 1] in ("of", "-") and lower[i - 2] == "magnitude"
    ):
        return False
    draft.unit, draft.dimension = "magnitude", measures.dimension_of("magnitude")
    return True


_SPANS_OF_TIME = frozenset(
    "second minute hour day night week fortnight month quarter year decade century".split()
)


def is_cut(tokens: Tokens, draft: Draft) -> bool:
    """Return whether letters or digits are glued behind what was read: "06F6" is a code."""
    j = draft.last
    return tokens.adjacent(j) and tokens.words[j][:1].isalnum() and draft.unit != ""


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
    money = measures.before(tokens, i)
    _scale(tokens, numeral, money=money is not None)
    draft = _measured(
        tokens, money[1] if money else i, i, numeral, money[0] if money else None
    )
    _fraction(draft)
    return draft


def _slashed(tokens: Tokens, i: int, value: Decimal) -> Draft | None:
    """Read 3/4: a fraction where something shows that it is one; not 9/11, 24/7, 5/6/2020."""
    words, lower = tokens.words, tokens.lower
    top, bottom = int(words[i]), int(words[i + 2])
    j = i + 3
    if words[j] == "/" or (words[i - 1] == "/" and tokens.adjacent(i)):
        return None
    if never.is_identifier(tokens, i, j) or (
        tokens.adjacent(j) and words[j][:1].isalnum() and words[j] not in ("in",)
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
        or (top == 1 and bottom > 3)  # noqa: PLR2004 - thirds and more
    ):
        return None
    draft = Draft(
        i, j, i, j, value, value, zeros=True, point=True, mantissa=value, fraction=True
    )
    if found is not None:
        apply(draft, found)
    _fraction(draft)
    return draft


def _fraction(draft: Draft) -> None:
    if not draft.unit and not draft.scaled:
        draft.form = Form.FRACTION
        draft.dimension = "ratio"


def spelled(tokens: Tokens, i: int) -> Draft | None:
    """Return the quantity whose number is in words at token `i`, or None."""
    lower = tokens.lower
    word = lower[i]
    numeral = numerals.words(tokens, i)
    if numeral is None:
        if word != "dozen":
            return None
        numeral = Numeral(Decimal(1), Decimal(1), zeros=False, last=i, words=True)
    first = i
    if lower[i - 1] in ("a", "an") and (word in SCALES or word == "dozen") and i:
        first = i - 1
    elif word == "dozen" or (word in SCALES and numeral.last == i + 1):
        # "the million", "per thousand": no number of its own.
        if lower[i - 1] not in (
            "than",
            "over",
            "about",
            "around",
            "nearly",
            "almost",
            "some",
            "half",
        ):
            return None
    j = numeral.last
    if lower[j] == "dozen":
        numeral.value *= 12
        numeral.step = numeral.value if word == "dozen" else Decimal(12)
        numeral.zeros = True
        numeral.last = j + 1
    elif _is_fraction_word(tokens, j, numeral):
        return _fraction_words(tokens, first, numeral)
    if numerals.add_fraction(tokens, numeral):
        after = tokens.lower[numeral.last]
        if after in SCALES:
            numeral.scale(SCALES[after], numeral.last + 1)
    if numeral.value == 1 and not numeral.scaled and not _one(tokens, i):
        return None
    if (
        numeral.value == 0
        and not tokens.words[j].isalpha()
        and tokens.words[j] not in _HYPHENS
    ):
        return None
    if _is_title(tokens, i, numeral.last):
        return None
    if (
        lower[numeral.last] in _HYPHENS
        and tokens.adjacent(numeral.last)
        and not _hyphened(tokens, i, numeral)
    ):
        return None
    negative = lower[first - 1] == "minus" and first > 0
    if negative:
        first -= 1
        numeral.value = -numeral.value
    return _measured(tokens, first, first, numeral, None)


def _hyphened(tokens: Tokens, i: int, numeral: Numeral) -> bool:
    lower, k = tokens.lower, numeral.last + 1
    if f"{lower[i]}-{lower[k]}" in LEXICALISED:
        return False
    if not tokens.adjacent(k):
        return lower[k] in ("to", "or", "and")
    if measures.after(tokens, numeral.last, numeral) is not None:
        return True
    return lower[k].isalpha()


def _is_title(tokens: Tokens, i: int, j: int) -> bool:
    """Return whether capitals make a name of the words: "Seven Oaks"."""
    words = tokens.words
    if not words[i][0].isupper() or words[i].isupper():
        return False
    following = words[j]
    if following in _HYPHENS:
        following = words[j + 1]
    if never.opens_sentence(tokens, i):
        return False
    if following[:1].isupper() and following.lower() not in CURRENCY_WORDS:
        return True
    before = words[i - 1]
    return (
        before[:1].isupper()
        and before.isalpha()
        and before.lower()
        not in ("about", "the", "at", "than", "over", "some", "nearly", "almost", "and")
    )


def _is_fraction_word(tokens: Tokens, j: int, numeral: Numeral) -> bool:
    lower = tokens.lower
    k = j + 1 if lower[j] in _HYPHENS and tokens.adjacent(j) else j
    word = lower[k]
    if word not in FRACTIONS or numeral.scaled or numeral.value > 99:  # noqa: PLR2004 - no such numerator
        return False
    if numeral.value == 1:
        return not word.endswith("s") or word == "halves"
    return word.endswith("s") and not (word == "seconds")


def _fraction_words(tokens: Tokens, first: int, numeral: Numeral) -> Draft | None:
    lower, j = tokens.lower, numeral.last
    k = j + 1 if lower[j] in _HYPHENS else j
    # "two quarters", "three quarters of growth": terms of a year, unless of a whole.
    if lower[k] == "quarters" and numeral.value != 3:  # noqa: PLR2004 - three quarters
        return None
    if (
        lower[k] == "quarters"
        and lower[k + 1] != "of"
        and lower[j] not in _HYPHENS
        and lower[k + 1].isalpha()
    ):
        if lower[k + 1] not in ("the", "a", "an", "full", "empty"):
            return None
    value = numeral.value / FRACTIONS[lower[k]]
    return fraction(tokens, first, k + 1, value)


def fraction(tokens: Tokens, first: int, last: int, value: Decimal) -> Draft:
    """Return a fraction in words, of a scale word or of a unit where one follows."""
    lower = tokens.lower
    draft = Draft(
        first,
        last,
        first,
        last,
        value,
        value,
        zeros=True,
        words=True,
        point=True,
        mantissa=value,
        fraction=True,
    )
    j = last
    of = lower[j] == "of"
    k = j + 1 if of else j
    article = lower[k] in ("a", "an")
    m = k + 1 if article else k
    hyphen = lower[j] in _HYPHENS and tokens.adjacent(j)
    if hyphen:
        m = j + 1
    if (article or not of) and (lower[m] in SCALES or lower[m] == "dozen"):
        if lower[m] == "dozen":
            draft.value, draft.step = value * 12, value * 12
        else:
            numeral = Numeral(value, value, zeros=True, last=m, words=True, point=True)
            numeral.scale(SCALES[lower[m]], m + 1)
            draft.value, draft.step, draft.scaled = (
                numeral.value,
                numeral.step,
                numeral.scaled,
            )
            draft.mantissa = value
        draft.zeros = True
        draft.last = draft.number_last = m + 1
        plain = Numeral(
            draft.value,
            draft.step,
            zeros=True,
            last=m + 1,
            words=False,
            scaled=draft.scaled,
        )
        found = measures.after(tokens, m + 1, plain)
        if found is not None:
            apply(draft, found)
        return draft
    if article or (not of and not hyphen) or hyphen:
        plain = Numeral(value, value, zeros=True, last=m, words=True, point=True)
        at = tokens.starts[m] - tokens.ends[m - 1] <= 2  # noqa: PLR2004 - a space, or a line break
        found = measures.after(tokens, m, plain) if at else None
        if found is not None and found.unit != "percent":
            apply(draft, found)
            return draft
    _fraction(draft)
    return draft


def _one(tokens: Tokens, i: int) -> bool:
    """Return whether "one" is a number at token `i`, not a pronoun."""
    lower = tokens.lower
    before, following = lower[i - 1], lower[i + 1]
    if before in _NOT_BEFORE_ONE and i:
        return False
    if following in _HYPHENS and tokens.adjacent(i + 1):
        return True
    if following == "day":
        return before in (
            "of",
            "in",
            "for",
            "just",
            "only",
            "than",
            "least",
            "to",
            "about",
            "after",
            "within",
            "over",
        )
    if following == "or" and lower[i + 2] == "more":
        return True
    if following == "more":
        return lower[i + 2].isalpha() and lower[i + 2] not in (
            "time",
            "thing",
            "than",
            "reason",
            "and",
            "or",
            "to",
            "in",
        )
    if following == "of" and any(
        word in ("most", "best", "worst", "few", "only", "main", "many", "least")
        or (
            word.endswith("est")
            and word not in ("forest", "west", "guest", "test", "interest")
        )
        for word in lower[i + 2 : i + 6]
    ):
        # "one of the best": praise, no count.
        return False
    if following == "of":
        return lower[i + 2] in _DETERMINERS or (
            tokens.words[i + 2][:1].isupper()
            or lower[i + 2] in ONES
            or lower[i + 2] in TENS
        )
    if following in ("in", "out"):
        return False
    return following.isalpha() and following not in _NOT_AFTER_ONE
