# ruff: noqa: C901, PLR0911, PLR0912, PLR2004, RUF001 - one way out for each form; signs
"""Quantities whose number is in words: "three million", "two-thirds of", "half a mile"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract import measures, never, numerals, quantities
from factcheck.extract.drafts import Draft
from factcheck.extract.lexicon import (
    FRACTIONS,
    LEXICALISED,
    ONES,
    ORDINALS,
    SCALES,
    TENS,
)
from factcheck.extract.numerals import Numeral
from factcheck.language.data import word_set
from factcheck.language.tokens import Tokens
from factcheck.units import CURRENCY_WORDS

_HYPHENS = frozenset("-‐‑")
_BEHIND_NAMES = word_set(
    "is was has had met said says will would in on at and to for nations countries"
)
_QUOTES = frozenset("\"“‘'")
_BEFORE_SCALES = word_set("than over about around nearly almost some half")
_NOT_AFTER_ONE = word_set(
    """
    another is was has had can could will would should must may might does did who
    that which where when whose whom by as to at in on for with and or but if it he
    she they we you i such more thing side way of
    """
)
NOT_BEFORE_ONE = word_set(
    """
    no this that the each every any which other another some such next last every
    only someone loved number first second third new old good bad big best day never
    """
)
_NOT_BEFORE_ONLY = word_set("the an my his her our their your its")
_DETERMINERS = word_set(
    """
    the these those my his her its our their your
    """
)


_WHOSE = word_set("its their his her our my your")
_NUMBERED = word_set(
    """
    session anniversary birthday meeting edition floor street president congress annual
    year century amendment conference assembly season regiment division
    """
)


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
    elif (word == "dozen" or (word in SCALES and numeral.last == i + 1)) and lower[
        i - 1
    ] not in _BEFORE_SCALES:
        # "the million", "per thousand": no number of its own.
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
    if _is_title(tokens, i, numeral.last) or _is_idiom(tokens, i, numeral.last):
        return None
    if (
        lower[numeral.last] in _HYPHENS
        and tokens.adjacent(numeral.last)
        and not _hyphened(tokens, i, numeral)
    ):
        return None
    negative = lower[first - 1] == "minus" and first > 0
    if negative and quantities.is_either(tokens, first - 1):
        negative = False
    if negative:
        first -= 1
        numeral.value = -numeral.value
    return quantities.measured(tokens, first, first, numeral, None)


def _hyphened(tokens: Tokens, i: int, numeral: Numeral) -> bool:
    lower, k = tokens.lower, numeral.last + 1
    if f"{lower[i]}-{lower[k]}" in LEXICALISED and not (
        lower[k] == "to" and lower[k + 2] in ONES
    ):
        return False
    if lower[i] in TENS and (
        lower[k] in ORDINALS
        or (
            lower[k] == "second"
            and (lower[i - 1] in _WHOSE or lower[k + 1] in _NUMBERED)
        )
    ):
        # "The twenty-first floor", "its thirty-second session".
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
    if never.opens_sentence(tokens, i) and words[i - 1] not in _QUOTES:
        return False
    if words[i - 1] == "of" and words[i - 2][:1].isupper() and words[i - 2] != "Out":
        # "The Group of Seven".
        return not following[:1].isalpha() or tokens.lower[j] in _BEHIND_NAMES
    if following[:1].isupper() and following.lower() not in CURRENCY_WORDS:
        return True
    before = words[i - 1]
    return (
        before[:1].isupper()
        and before.isalpha()
        and before.lower()
        not in ("about", "the", "at", "than", "over", "some", "nearly", "almost", "and")
    )


def _is_idiom(tokens: Tokens, i: int, j: int) -> bool:
    """Return whether number words count nothing: "half past nine", "cloud nine"."""
    lower = tokens.lower
    before, following = lower[i - 1], lower[j]
    if before in ("past", "to") and i >= 2 and lower[i - 2] in _OF_THE_HOUR:
        return before == "past" or following in ("", ".", ",", ";", "on", "in", "o")
    if lower[i] == "zero" and _is_attribute(tokens, i):
        return True
    if before == "one" and following == "time":
        return True
    if before == "cloud" and lower[i] == "nine":
        return True
    if before == "a" and following == "thanks":
        return True
    return (
        before == "at"
        and lower[i] == "one"
        and following in ("time", "point", "stage", "end", "level")
    )


def _is_attribute(tokens: Tokens, i: int) -> bool:
    """Return whether "zero" belongs to the word before it: "net zero", "sub-zero"."""
    lower = tokens.lower
    if lower[i - 1] in _HYPHENS:
        return tokens.adjacent(i) and lower[i - 2].isalpha() and lower[i - 2] != "near"
    return lower[i - 1] in ("net", "ground", "patient")


_OF_THE_HOUR = word_set("half quarter minutes")


def _is_fraction_word(tokens: Tokens, j: int, numeral: Numeral) -> bool:
    lower = tokens.lower
    k = j + 1 if lower[j] in _HYPHENS and tokens.adjacent(j) else j
    word = lower[k]
    if word not in FRACTIONS or numeral.scaled or numeral.value > 99:
        return False
    if numeral.value == 1:
        return not word.endswith("s") or word == "halves"
    if word in ("third", "fourth", "fifth") and k > j:
        return numeral.value > 1 and lower[k + 1] in ("of", "the", "majority")
    return word.endswith("s") and word != "seconds"


def _fraction_words(tokens: Tokens, first: int, numeral: Numeral) -> Draft | None:
    lower, j = tokens.lower, numeral.last
    k = j + 1 if lower[j] in _HYPHENS else j
    # "two quarters", "three quarters of growth": terms of a year, unless of a whole.
    if lower[k] == "quarters" and numeral.value != 3:
        return None
    if (
        lower[k] == "quarters"
        and lower[k + 1] != "of"
        and lower[j] not in _HYPHENS
        and lower[k + 1].isalpha()
    ) and lower[k + 1] not in ("the", "a", "an", "full", "empty"):
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
        if lower[m] == "a" and lower[m + 1] in _HYPHENS:
            m += 2
    percent = _of_percent(tokens, m if article or not of else k)
    if percent:
        # "half a percent", "one half of one percent"
        draft.unit, draft.dimension = "percent", "ratio"
        draft.value, draft.step = value, value
        draft.last = draft.unit_last = percent
        return draft
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
            quantities.apply(draft, found)
        return draft
    if article or (not of and not hyphen) or hyphen:
        plain = Numeral(value, value, zeros=True, last=m, words=True, point=True)
        at = tokens.starts[m] - tokens.ends[m - 1] <= 2
        found = measures.after(tokens, m, plain) if at else None
        if found is not None and found.unit != "percent":
            quantities.apply(draft, found)
            return draft
    quantities.as_fraction(draft)
    return draft


def _of_percent(tokens: Tokens, m: int) -> int:
    """Return the token after "percent" where a fraction is a part of one, else 0."""
    lower = tokens.lower
    if lower[m] == "one":
        m += 1
    elif lower[m - 1] != "a":
        return 0
    if lower[m] == "percent":
        return m + 1
    return m + 2 if lower[m] == "per" and lower[m + 1] == "cent" else 0


def _one(tokens: Tokens, i: int) -> bool:
    """Return whether "one" is a number at token `i`, not a pronoun."""
    lower = tokens.lower
    before, following = lower[i - 1], lower[i + 1]
    # "Only one of the 43", but "the only one of its kind".
    only = before == "only" and lower[i - 2] not in _NOT_BEFORE_ONLY
    if before in NOT_BEFORE_ONE and i and not only:
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
    if following == "to" and (lower[i + 2] in ONES or lower[i + 2] in TENS):
        return before not in ("from", "-")
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
