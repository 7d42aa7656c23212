# ruff: noqa: PLR0911 - one way out for each kind of name
"""Nominal numbers: those that name something, and neither count nor measure.

A year, a code, a street number, a page, a reference: `never` knows each kind, and here it is
decided, for one draft, which kinds to ask for.
"""

from __future__ import annotations

from factcheck.extract import formulas, never
from factcheck.extract.drafts import Draft
from factcheck.extract.lexicon import MONTHS
from factcheck.language import lexicon as language
from factcheck.language.tokens import Tokens
from factcheck.model import Form

_HOURS = frozenset(range(1, 13))
_QUARTERS = frozenset({"half", "quarter"})
_DASHES = frozenset("-‐‑−")  # noqa: RUF001 - a minus sign
_FORMS = frozenset({Form.PLAIN, Form.RANGE})
_BLOCK_UNITS = frozenset({"watt", "newton", "siemens"})
_SIZES = frozenset({"Rp", "Rs"})
_SHORT = 3


def is_nominal(
    tokens: Tokens, draft: Draft, *, bare: bool, start: int, cell: bool
) -> bool:
    """Return whether a number only names something.

    Args:
        tokens: The stretch that it stands in.
        draft: The number, with its unit and its counted noun.
        bare: Whether it is a number and nothing else: no scale, no sign, no modifier.
        start: Where the stretch starts in the text.
        cell: Whether the stretch is the cell of a table.
    """
    if draft.unit and draft.form is not Form.AGE:
        return _is_measured(tokens, draft)
    if draft.form not in _FORMS:
        return False
    if never.is_label(
        tokens,
        draft.first,
        bare=bare or draft.form is Form.RANGE,
        measured=False,
    ):
        return True
    if draft.words:
        return _is_spelled(tokens, draft, bare=bare)
    if _is_marked(tokens, draft, bare=bare, start=start):
        return True
    noun = draft.counted
    word = tokens.words[draft.first]
    if bare and "," not in word and _is_plain(tokens, draft):
        return True
    return (
        noun is None
        and not cell
        and "," not in word
        and (draft.form is Form.RANGE or not word.startswith("0."))
        and not draft.scaled
        and never.is_citation(tokens, draft.first, draft.number_last)
    )


def _is_measured(tokens: Tokens, draft: Draft) -> bool:
    """Return whether what looks like a unit belongs to a name: "12 W 40th Street"."""
    if draft.words:
        return never.is_place(tokens, draft.first, draft.last)
    if draft.unit == "byte" and never.is_address(tokens, draft.last):
        return True
    if draft.unit in _BLOCK_UNITS and never.is_block(tokens, draft.number_last):
        return True
    return draft.unit != "percent" and never.is_label(
        tokens, draft.first, bare=False, measured=True
    )


def _is_marked(tokens: Tokens, draft: Draft, *, bare: bool, start: int) -> bool:
    """Return whether the signs beside its digits make it a name: "4c", "11/", "-30-"."""
    i, j = draft.first, draft.number_last
    noun = draft.counted
    following = tokens.words[j]
    glued = tokens.adjacent(j)
    if glued and following[:1].isalpha() and following != "ish":
        # "5Rp" and "3.4RE" are measures, of a size that is not told here.
        return following not in _SIZES and not (
            draft.point and len(following) <= _SHORT and following[0].isupper()
        )
    if glued and following in _DASHES and tokens.adjacent(j + 1):
        tail = tokens.words[j + 1]
        if noun is None or tail.isupper() or len(tail) == 1 or following == "−":  # noqa: RUF001
            return True
    if _is_past(tokens, i):
        return True
    if (
        following == "/"
        and bare
        and glued
        and not tokens.adjacent(j + 1)
        and len(tokens.words[i]) <= _SHORT
    ):
        # The mark of a footnote: "the Convention, 11/ adopted in 1994".
        return True
    if (
        draft.point
        and tokens.starts[i] == start
        and (never.is_listing(tokens, i, j) or never.is_heading(tokens, i, j))
    ):
        return True
    if following in never.REFERENCES and never.is_reference(tokens, i, j):
        return True
    if following == "-" and glued and j + 1 == tokens.count:
        return True  # "-30-": the end of the copy
    return draft.form is Form.RANGE and noun is None and never.is_address(tokens, j)


def _is_plain(tokens: Tokens, draft: Draft) -> bool:
    """Return whether digits alone name something: a year, a code, a variable, a house."""
    i, j = draft.first, draft.number_last
    noun = draft.counted
    if (
        never.is_code(tokens, i, j)
        or formulas.is_variable(tokens, i, j)
        or formulas.is_named(tokens, i, j)
        or formulas.is_numeral_of(tokens, i, j)
        or never.is_emergency(tokens, i)
        or never.is_name(tokens, i, noun)
        or never.is_listing(tokens, i, j)
        or never.is_block(tokens, j)
    ):
        return True
    if noun is None and (
        never.is_address(tokens, j) or never.is_designation(tokens, j)
    ):
        return True
    if (noun is None or tokens.lower[j] == "is") and (
        never.is_year(tokens, i) or never.is_numbered(tokens, i)
    ):
        return True
    return (
        tokens.words[j] in ("≤", "<")
        and len(tokens.words[j + 1]) == 1
        and tokens.words[j + 1].isalpha()
    )


def _is_spelled(tokens: Tokens, draft: Draft, *, bare: bool) -> bool:
    """Return whether words tell an hour or a day, or "one" stands for somebody."""
    i, j = draft.first, draft.number_last
    if _is_past(tokens, i):
        return True
    if draft.counted is not None:
        return False
    if bare and draft.value in _HOURS and never.is_hour(tokens, i, j):
        # "Half-past seven", "dinner at eight"
        return True
    following = tokens.words[j]
    if (
        bare
        and tokens.lower[i - 1] in MONTHS
        and tokens.words[i - 1][:1].isupper()
        and not following.isalpha()
    ):
        # "On March six,": a day, as some wires write it.
        return True
    if draft.value != 1:
        return False
    if tokens.lower[i - 1] == "least" and following in language.PAST:
        # "At least one underwent surgery."
        return False
    return not (
        following.islower()
        and following not in language.FUNCTION_WORDS
        and tokens.words[j + 1] in (".", ",", ";", ")", "")
    )


def _is_past(tokens: Tokens, i: int) -> bool:
    """Return whether an hour is told: "half-past seven", "a quarter past 9"."""
    lower = tokens.lower
    return lower[i - 1] == "past" and (
        lower[i - 2] in _QUARTERS or (lower[i - 2] == "-" and lower[i - 3] in _QUARTERS)
    )
