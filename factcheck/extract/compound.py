# ruff: noqa: PLR0911, RUF001 - one way out for each form; signs
"""Amounts in two units or three: "3 years and 8 months", "5 foot 10", "three dollars and fifty cents"."""

from __future__ import annotations

from decimal import Decimal

from factcheck import units
from factcheck.extract.drafts import Draft
from factcheck.language.tokens import Tokens
from factcheck.model import Form

# Units that are said together, larger first, and how many of the second make one of the first.
_COMPOUND: dict[tuple[str, str], int] = {
    ("year", "month"): 12,
    ("year", "week"): 52,
    ("month", "week"): 0,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
    ("foot", "inch"): 12,
    ("yard", "foot"): 3,
    ("mile", "yard"): 1760,
    ("pound", "ounce"): 16,
    ("stone", "pound"): 14,
    ("degree", "arcminute"): 60,
    ("arcminute", "arcsecond"): 60,
}
_BEHIND_HEIGHTS = frozenset(
    {"and", "or", "in", "but", "with", "tall", "at", "is", "was"}
)
_ZERO = Decimal(0)
_ONE = Decimal(1)
_TEN_OR_MORE = Decimal(10)


def add(tokens: Tokens, a: Draft, b: Draft) -> bool:
    """Add "8 months" to "three years and": one amount in the smaller unit."""
    _abbreviated(tokens, a, b)
    if a.scaled and b.form is Form.FRACTION and _is_more(tokens, a, b):
        return True
    factor = _COMPOUND.get((a.unit, b.unit))
    if a.unit == b.unit and _is_change_of(tokens, a, b):
        a.value = (a.value or _ZERO) + (b.value or _ZERO)
        a.step, a.zeros, a.point = b.step, False, True
        a.last = a.unit_last = b.last
        a.number_last = b.number_last
        return True
    if (
        not factor
        or a.value is None
        or b.value is None
        or a.form != b.form
        or a.form is not Form.PLAIN
    ):
        return False
    between = tokens.lower[a.last : b.first]
    if (
        between not in ([], ["and"], ["-"], [","])
        or a.value != a.value.to_integral_value()
        or b.value >= factor
        or b.value < 0
    ):
        return False
    # "Five years, two days of them at sea", "3 years, 2 months, 14 days": as written.
    following = tokens.lower[b.last]
    smaller = _smaller(tokens, b)
    if (
        "," in between
        and not smaller
        and (
            following in ("of", "at", "on", "per")
            or (following == "and" and tokens.words[b.last + 1][:1].isdigit())
            or (
                following == ","
                and (
                    tokens.lower[b.last + 1] == "and"
                    or tokens.words[b.last + 1][:1].isdigit()
                )
            )
        )
    ):
        return False
    if not between and tokens.starts[b.first] - tokens.ends[a.last - 1] > 1:
        return False
    # "3 years, 2 months, ...": a list of amounts is left as written.
    if (
        between == ["and"]
        and tokens.lower[a.first - 1] == ","
        and tokens.words[a.first - 2].isalpha()
        and _is_unit_word(tokens, a.first - 2)
    ):
        return False
    a.value = a.value * factor + b.value
    a.mantissa = a.value
    a.unit, a.dimension = b.unit, b.dimension
    a.step, a.zeros, a.point = b.step if b.point else _ONE, False, b.point
    a.last = a.number_last = a.unit_last = b.last
    a.number_last = b.number_last
    return True


def _is_more(tokens: Tokens, a: Draft, b: Draft) -> bool:
    """Add the half of "a million and a half" to the million; say whether there is one."""
    if not (
        a.scaled
        and a.words
        and not a.unit
        and a.value is not None
        and b.value is not None
        and b.form is Form.FRACTION
        and tokens.lower[a.last : b.first] == ["and"]
        and tokens.lower[b.first] == "a"
        and tokens.lower[b.last] != "of"
    ):
        return False
    part = b.value.scaleb(a.scaled)
    a.value, a.step, a.zeros, a.point = a.value + part, part, False, True
    a.last = a.number_last = b.last
    a.counted = None
    return True


def _smaller(tokens: Tokens, b: Draft) -> bool:
    """Return whether a smaller unit goes on: "1 hour, 2 minutes" before "and 5 seconds"."""
    lower, at = tokens.lower, b.last
    # With a comma before "and" it is a list, left as written.
    at += lower[at] in (",", "and")
    unit = units.WORDS.get(lower[at + 1])
    return (
        at > b.last
        and lower[at] not in ("", ",", "and")
        and isinstance(unit, str)
        and bool(_COMPOUND.get((b.unit, unit)))
    )


def _abbreviated(tokens: Tokens, a: Draft, b: Draft) -> None:
    """Read "2h 30m" as minutes, "3m 20s" as minutes, "5 foot 10" as inches."""
    near = tokens.starts[b.first] - tokens.ends[a.last - 1] <= 1
    if not near or a.form is not Form.PLAIN or b.form is not Form.PLAIN:
        return
    minute = units.dimension("minute") or ""
    if a.unit == "hour" and b.unit == "meter" and tokens.words[b.last - 1] == "m":
        b.unit, b.dimension = "minute", minute
    elif (
        a.unit == "meter"
        and b.unit == "second"
        and tokens.words[a.last - 1] == "m"
        and tokens.words[b.last - 1] == "s"
        and tokens.adjacent(a.last - 1)
        and tokens.adjacent(b.last - 1)
    ):
        a.unit, a.dimension = "minute", minute
    elif (
        a.unit == "foot"
        and not b.unit
        and not b.scaled
        and a.value is not None
        and b.value is not None
        and a.value < _TEN_OR_MORE
        and (
            not tokens.words[b.last][:1].isalpha()
            or tokens.lower[b.last] in _BEHIND_HEIGHTS
        )
        and tokens.words[b.last] not in ("-", "/", "%", "x", "×")
    ):
        b.unit, b.dimension = a.unit.replace("foot", "inch"), a.dimension
        b.unit_last = b.last


def _is_change_of(tokens: Tokens, a: Draft, b: Draft) -> bool:
    """Return whether cents go on with dollars: "three dollars and fifty cents"."""
    return (
        a.unit in units.CURRENCIES
        and a.form is b.form is Form.PLAIN
        and a.value is not None
        and b.value is not None
        and a.value == a.value.to_integral_value()
        and 0 < b.value < 1
        and not (a.money_first or b.money_first or a.scaled or b.scaled)
        and not b.point
        and tokens.lower[a.last : b.first] in ([], ["and"])
    )


def _is_unit_word(tokens: Tokens, i: int) -> bool:
    return tokens.lower[i] in units.WORDS
