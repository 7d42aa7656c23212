# ruff: noqa: C901, PLR2004 - one way out for each form; signs
"""Numbers without a numeral: dozens, a few, a year, no survivors."""

from __future__ import annotations

import functools
from decimal import Decimal

from factcheck.extract import measures, modifiers, quantities
from factcheck.extract.drafts import Draft
from factcheck.extract.fractions import HALVED
from factcheck.extract.lexicon import (
    CHANGES,
    ONES,
    SCALES,
    TENS,
    VAGUE,
    VAGUE_FACTORS,
    ZERO_NOUNS,
)
from factcheck.extract.numerals import Numeral
from factcheck.language.data import word_set
from factcheck.language.tokens import Tokens
from factcheck.model import Form, Interval

_ONE = Decimal(1)
_PEOPLE = word_set(
    """
    people men women children soldiers civilians troops victims workers residents
    protesters police officers passengers students patients families homes houses
    others wounded dead
    """
)


_SCALING = word_set("( figures amounts expressed stated numbers all shown values")
# Units of which "a ... of" is an amount; "a ton of work" and "an inch of rain" may be none.
FILLED = word_set(
    """
    gallon litre liter pint kilo kilogram acre hectare kilometre kilometer metre meter tonne
    barrel
    """
)
BEFORE_FEW = frozenset({"a", "last", "past", "next", "first"})


@functools.cache
def behind_vague() -> frozenset[str]:
    """Return the lower-case words that may follow "several", "few" and "couple" in an amount."""
    return (
        _PEOPLE
        | measures.openers()
        | frozenset(SCALES)
        | {"of", "dozen", "hundreds", "km", "kg", "cm", "mm", "mph"}
    )


def vague(tokens: Tokens, i: int) -> Draft | None:
    """Return "dozens", "tens of thousands", "hundreds of" as a vague count, or None."""
    lower = tokens.lower
    word = lower[i]
    low, high, least, most = VAGUE[word]
    j = i + 1
    if lower[j] == "of" and lower[j + 1] in VAGUE:
        second = VAGUE[lower[j + 1]][0]
        if second <= low:
            return None
        low, high, least = low * second, high * second, least * second
        most = (most + 1) * second - 1
        j += 2
    elif (word in ("tens", "scores") and lower[j] != "of") or (
        word == "scores"
        and (
            lower[j + 1] in ("the", "a", "his", "their", "either", "between")
            or not lower[j + 1].isalpha()
        )
    ):
        return None
    if lower[i - 1] == "(" and lower[j] == ")":
        return None  # "Journeys (millions)" is a scale
    if (
        lower[i - 1] in ("in", "the")
        and lower[j] != "of"
        and (lower[i - 2], lower[i - 1]) not in (("by", "the"), ("into", "the"))
    ):
        return None
    if lower[i - 1] == "in" and lower[i - 2] in _SCALING:
        # "(in millions of dollars)": the scale of other numbers.
        return None
    draft = Draft(i, j, i, j, None, words=True, form=Form.VAGUE)
    draft.stated = Decimal(low), Decimal(high)
    draft.reading = Interval(Decimal(least), Decimal(most))
    if lower[j] == "of":
        plain = Numeral(Decimal(2), _ONE, zeros=False, last=j + 1, words=True, scaled=6)
        found = measures.after(tokens, j + 1, plain)
        if found is not None:
            _measure(draft, found)
    return draft


def _measure(draft: Draft, found: measures.Measure) -> None:
    """Give a vague amount the unit behind it."""
    draft.unit, draft.dimension, draft.last = found.unit, found.dimension, found.last
    part = found.part
    if (
        part > 1
        and draft.stated
        and draft.reading
        and draft.reading.low is not None
        and draft.reading.high is not None
    ):
        draft.stated = draft.stated[0] / part, draft.stated[1] / part
        draft.reading = Interval(draft.reading.low / part, draft.reading.high / part)


def few(tokens: Tokens, i: int) -> Draft | None:
    """Return "several hundred", "a few days", "a couple of miles", or None."""
    lower = tokens.lower
    word = lower[i]
    low, high = VAGUE_FACTORS[word]
    first, j = i, i + 1
    if word in ("few", "couple"):
        if lower[i - 1] not in BEFORE_FEW:
            return None
        if lower[i - 1] == "a":
            first = i - 1
    if word == "couple":
        if lower[j] == "of":
            j += 1
        elif lower[j] not in SCALES and lower[j] != "dozen":
            return None
    factor = _ONE
    if lower[j] in SCALES or lower[j] in ("dozen", "hundreds"):
        factor = (
            Decimal(12) if lower[j] == "dozen" else _ONE.scaleb(SCALES.get(lower[j], 2))
        )
        j += 1
        if lower[j] in SCALES and SCALES[lower[j]] > 2:
            # "Several hundred million"
            factor = factor.scaleb(SCALES[lower[j]])
            j += 1
    last = j
    plain = Numeral(Decimal(2), _ONE, zeros=False, last=j, words=True, scaled=6)
    found = measures.after(tokens, j, plain)
    if found is None and factor == 1 and lower[j] not in _PEOPLE:
        return None
    if found is None and factor == 1 and word == "couple":
        last = j - 1
    draft = Draft(first, last, first, last, None, words=True, form=Form.VAGUE)
    draft.stated = low * factor, high * factor
    draft.reading = Interval(
        low * factor, (high + 1) * factor - 1 if factor > 1 else high * factor
    )
    if found is not None:
        _measure(draft, found)
    return draft


def article(tokens: Tokens, i: int) -> Draft | None:
    """Return "a year" as 1 year after a modifier ("more than a year"), or None."""
    lower = tokens.lower
    if lower[i - 1] not in ("a", "an") or i < 2:
        return None
    first = i - 1
    if lower[first - 1] in ("half", "quarter", "third"):
        return None
    following = lower[i + 1]
    if following in ("ago", "later", "earlier"):
        pass
    found_modifier = modifiers.before(tokens, first)
    goes_on = (
        following == "and"
        and (lower[i + 2] in ONES or lower[i + 2] in TENS or lower[i + 2].isdigit())
        and lower[i + 3].rstrip("s") in _SMALLER.get(lower[i], ())
    )
    behind = (
        following == "and"
        and lower[i + 2] == "a"
        and lower[i + 3] in ("half", "quarter")
    )
    filled = following == "of" and lower[i] in FILLED
    if found_modifier is None and not (
        behind or goes_on or filled or _is_step(tokens, first, i)
    ):
        return None
    if found_modifier is not None and found_modifier[1] < first - 6:
        return None
    numeral = Numeral(_ONE, _ONE, zeros=False, last=i, words=True, mantissa=_ONE)
    found = measures.after(tokens, i, numeral)
    if found is None:
        return None
    draft = Draft(first, i, first, i, _ONE, _ONE, words=True, mantissa=_ONE)
    quantities.apply(draft, found)
    if behind:
        half = lower[i + 3] == "half"
        draft.value = Decimal("1.5") if half else Decimal("1.25")
        draft.step = Decimal("0.5") if half else Decimal("0.25")
        draft.point = draft.fraction = True
        draft.last = draft.unit_last = i + 4
    return draft


_STEPS = word_set("year month week day hour minute decade")
_LATE = CHANGES | word_set(
    """
    late delay delays delayed delaying postpone postponed postponing extend extends
    extension prolong prolonged shorten shortened behind ahead early earlier overran
    overrun beat back forward adjourned
    """
)


def _is_step(tokens: Tokens, first: int, i: int) -> bool:
    """Return whether "by an hour" says by how much something changed or was late."""
    lower = tokens.lower
    return (
        lower[first - 1] == "by"
        and lower[i] in _STEPS
        and (not lower[i + 1].isalpha() or lower[i + 1] in _BEHIND_STEPS)
        and not _LATE.isdisjoint(lower[max(0, first - 6) : first - 1])
    )


_BEHIND_STEPS = word_set(
    "and or to because after when on in at for from until while as but since"
)
_SMALLER = {
    "year": ("month",),
    "week": ("day",),
    "day": ("hour",),
    "hour": ("minute",),
    "minute": ("second",),
    "pound": ("ounce",),
}


def zero(tokens: Tokens, i: int) -> Draft | None:
    """Return "no survivors" as a count of zero, or None."""
    lower = tokens.lower
    noun = lower[i + 1]
    j = i + 2
    if noun in (
        "known",
        "reported",
        "confirmed",
        "immediate",
        "civilian",
        "serious",
        "further",
        "new",
        "other",
    ):
        noun = lower[j]
    if noun not in ZERO_NOUNS:
        return None
    if lower[i + 1] in ("immediate", "further", "new", "other"):
        return None
    return Draft(
        i, i + 1, i, i + 1, Decimal(0), Decimal(1), words=True, mantissa=Decimal(0)
    )


def none(tokens: Tokens, i: int) -> Draft | None:
    """Return "none of the 12 passengers" as a count of zero, or None."""
    lower = tokens.lower
    counts = tokens.words[i + 3][:1].isdigit() or lower[i + 3] in ONES
    if lower[i + 1] != "of" or not counts or lower[i + 2] not in HALVED:
        return None
    return Draft(i, i + 1, i, i + 1, Decimal(0), _ONE, words=True, mantissa=Decimal(0))
