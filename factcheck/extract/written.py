# ruff: noqa: PLR2004, RUF001, RUF002 - signs, and what is written with them
"""Amounts that digits and signs write as one: 5'10", 2h30, the over-65s, 1.234(5)."""

from __future__ import annotations

from decimal import Decimal

from factcheck import units
from factcheck.extract.drafts import Draft
from factcheck.extract.numerals import Numeral
from factcheck.language.tokens import Tokens
from factcheck.model import Form, Modifier

_HYPHENS = frozenset("-‐‑")


def feet(tokens: Tokens, i: int, numeral: Numeral) -> Draft | None:
    """Read 5'10" and 6′2″ in inches."""
    words, j = tokens.words, numeral.last
    if words[j] not in _FEET or not tokens.adjacent(j) or numeral.point:
        return None
    inches = words[j + 1]
    if not (
        inches.isascii()
        and inches.isdigit()
        and len(inches) <= 2
        and (
            tokens.adjacent(j + 1)
            or (
                tokens.starts[j + 1] - tokens.ends[j] == 1
                and words[j + 2] in _INCHES
                and tokens.adjacent(j + 2)
            )
        )
    ):
        return None
    last = j + 2
    if int(inches) >= 12 or numeral.value > 9 or words[j - 2] in ("°", "º"):
        return None
    if words[last] in _INCHES and tokens.adjacent(last):
        last += 2 if words[last] == "'" and words[last + 1] == "'" else 1
    elif words[j] not in "'’":
        return None
    value = numeral.value * 12 + int(inches)
    draft = Draft(i, last, i, last, value, Decimal(1), mantissa=value)
    draft.unit, draft.dimension, draft.unit_last = "inch", "length", last
    return draft


def is_loss(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether brackets make an amount negative: "the result was ($99.99)"."""
    return (tokens.words[last - 2] == "(" and tokens.words[last] == ")") or (
        tokens.words[first - 1] == "("
        and tokens.words[last] == ")"
        and tokens.lower[first - 2] in ("is", "was", "are", "were", "of", "to", "from")
        and first > 1
    )


def age_group(tokens: Tokens, i: int, numeral: Numeral) -> Draft | None:
    """Read "the over-65s" and "under 16s" as ages."""
    words, lower, j = tokens.words, tokens.lower, numeral.last
    at = i - 2 if words[i - 1] in _HYPHENS and tokens.adjacent(i) else i - 1
    if (
        words[j] != "s"
        or not tokens.adjacent(j)
        or at < 0
        or lower[at] not in _SIDES
        or numeral.point
        or not 0 < numeral.value < 110
    ):
        return None
    draft = Draft(i, j + 1, i, j, numeral.value, Decimal(1), mantissa=numeral.value)
    draft.unit, draft.dimension, draft.unit_last = "year", "duration", j + 1
    draft.form, draft.modifier, draft.modifier_first = Form.AGE, _SIDES[lower[at]], at
    return draft


_SIDES = {"over": Modifier.MORE_THAN, "under": Modifier.LESS_THAN}


def hours(tokens: Tokens, i: int, numeral: Numeral) -> Draft | None:
    """Read 2h30 in minutes; "at 14h30" is a time of day."""
    words, j = tokens.words, numeral.last
    minutes = words[j + 1]
    if (
        words[j] != "h"
        or not (tokens.adjacent(j) and tokens.adjacent(j + 1))
        or numeral.point
        or len(minutes) != 2
        or not (minutes.isascii() and minutes.isdigit())
        or int(minutes) >= 60
        or tokens.lower[i - 1] in _BEFORE_TIMES
    ):
        return None
    last = j + 2
    if words[last] in ("m", "min", "mn") and tokens.adjacent(last):
        last += 1
    if tokens.adjacent(last) and words[last][:1].isalnum():
        return None
    value = numeral.value * 60 + int(minutes)
    draft = Draft(i, last, i, last, value, Decimal(1), mantissa=value)
    draft.unit, draft.dimension, draft.unit_last = "minute", "duration", last
    return draft


_BEFORE_TIMES = frozenset(
    ["at", "from", "to", "by", "until", "till", "before", "after", "since", "and", "-"]
)


def pass_uncertainty(tokens: Tokens, numeral: Numeral) -> None:
    """Pass over an uncertainty in brackets: 1.2345(6), 1.23 (4) Å, 3.1 (0.4) g/dL.

    It is one of the last digits, or the spread about a mean.
    """
    words, j = tokens.words, numeral.last
    if (
        not numeral.point
        or words[j + 2] != ")"
        or not (tokens.adjacent(j + 1) and tokens.adjacent(j + 2))
    ):
        return
    inner, unit = words[j + 1], words[j + 3]
    if inner.isdigit() and len(inner) <= 2:
        passed = unit in units.SYMBOLS or tokens.adjacent(j)
    else:
        passed = (
            unit in units.SYMBOLS
            and unit != "in"  # "2.4 (1.9) in June"
            and inner.replace(".", "", 1).isdecimal()
            and Decimal(inner) < numeral.value
        )
    if passed:
        numeral.last = j + 3


JOINTS = frozenset("'’′h")
_FEET = frozenset("'’′")
_INCHES = frozenset("\"”″'")
