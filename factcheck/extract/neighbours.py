# ruff: noqa: C901, PLR2004, RUF001 - one way out for each form; distances in words; signs
"""What numbers side by side share: a unit, a scale word, an amount in two units."""

from __future__ import annotations

import itertools

from factcheck import units
from factcheck.extract.bounds import BEFORE_LAST
from factcheck.extract.drafts import Draft
from factcheck.extract.lexicon import CHANGES
from factcheck.language.data import word_set
from factcheck.language.tokens import Tokens
from factcheck.model import Form

_PAIR_WORDS = word_set(
    """
    about around roughly approximately some nearly almost or equivalent to equal
    equals ie i.e. just over under more less than ~ ≈ ∼ = approx up at least
    """
)
_STOPS = word_set(
    """
    . , ; : ) ( for in on at by since after before during when while as because but and
    """
) | {""}


def share(tokens: Tokens, drafts: list[Draft]) -> None:
    """Give neighbours what they share, in place."""
    if len(drafts) > 1:
        _propagate(tokens, drafts)
    _elided(tokens, drafts)
    if len(drafts) > 1:
        _pair(tokens, drafts)


def opened(tokens: Tokens, a: Draft) -> str:
    """Return the word that opens the range before it: "between", "from", or ""."""
    lower = tokens.lower
    i = a.first - 1
    for _ in range(4):
        word = lower[i]
        if word in ("between", "from"):
            return word
        if word not in BEFORE_LAST and word not in (
            "a",
            "an",
            "the",
            "anywhere",
            "somewhere",
            "as",
            "little",
            "low",
            "up",
            "to",
        ):
            return ""
        i -= 1
    return ""


def is_change(tokens: Tokens, a: Draft) -> bool:
    """Return whether a verb or noun of change stands before "from A to B"."""
    lower = tokens.lower
    i = a.first - 1
    for _ in range(14):
        word = lower[i]
        if not word or word in (".", ";", ":"):
            return False
        if word in _RANGING and lower[i + 1] != "by":
            return False
        if word in CHANGES:
            return True
        i -= 1
    return False


def is_step(tokens: Tokens, a: Draft) -> bool:
    """Return whether a number says by how much something changed: "rose by about 300"."""
    lower = tokens.lower
    i = a.first - 1
    for _ in range(3):
        if lower[i] == "by":
            return not CHANGES.isdisjoint(lower[max(0, i - 3) : i])
        if lower[i] not in BEFORE_LAST:
            return False
        i -= 1
    return False


_NEAR_IN_SIZE = 10
_SET_AGAINST = (
    ["up", "from"], ["down", "from"], ["against"], ["compared", "with"],
    ["compared", "to"], ["after"], ["from"],
)  # fmt: skip
_COHORTS = frozenset({"group", "bracket", "range", "cohort", "groups", "band"})
_RANGING = frozenset({"anywhere", "somewhere", "ranging", "ranges", "ranged", "range"})


def _elided(tokens: Tokens, drafts: list[Draft]) -> None:
    """Give the end of a change the unit of its start: "from 34 mpg overall to 37"."""
    lower = tokens.lower
    for draft in drafts:
        at = draft.last
        if draft.form is Form.RANGE and not draft.unit:
            opening = lower[max(0, draft.first - 2) : draft.first]
            if opening in (["aged", "between"], ["ages", "between"]) or (
                lower[at] == "age" and lower[at + 1] in _COHORTS
            ):
                draft.form, draft.unit = Form.AGE, "year"
                draft.dimension = "duration"
                continue
        if (
            not draft.unit
            and lower[at] == "on"
            and lower[at + 1] == "the"
            and draft.form in (Form.PLAIN, Form.RANGE)
            and lower[at + 3] == "scale"
            and len(tokens.words[at + 2]) > 1
        ):
            unit = units.SYMBOLS.get(tokens.words[at + 2])
            if unit is not None:
                draft.unit, draft.dimension = unit, units.dimension(unit) or unit
    for a, b in itertools.pairwise(drafts):
        if (
            a.form is Form.AGE
            and b.form is Form.PLAIN
            and not (b.unit or b.point or b.scaled or b.words)
            and a.last == a.number_last
            and lower[a.first - 1] == lower[b.first - 1] == ","
            and lower[b.last] in (".", ";", "")
            and all(
                w[:1].isupper() and w.isalpha()
                for w in tokens.words[b.first - 3 : b.first - 1]
            )
        ):
            # "Ann Marsh, 44, and Simon Tanner, 32."
            b.form, b.unit, b.dimension = Form.AGE, a.unit, a.dimension
            continue
        if (
            b.form is Form.AGE
            and a.form is Form.PLAIN
            and not (a.unit or a.point or a.scaled)
            and a.counted is None
            and b.last > b.number_last
            and lower[a.last : b.first] in (["and"], ["or"])
            and a.words == b.words
        ):
            # "13 and 17 years old"
            a.form, a.unit, a.dimension = Form.AGE, b.unit, b.dimension
            continue
        if (
            a.form is Form.AGE
            and b.form is Form.PLAIN
            and not b.unit
            and not b.point
            and lower[a.first - 1] in ("aged", "ages")
            and lower[a.last : b.first] in (["and"], [","], [",", "and"], ["or"])
            and lower[b.last] in _STOPS
        ):
            b.form, b.unit, b.dimension = Form.AGE, a.unit, a.dimension
            continue
        if (
            a.unit
            and not b.unit
            and not a.money_first
            and b.form is Form.PLAIN
            and not b.scaled
            and not b.words
            and 0 < b.first - a.last <= 2
            and lower[b.first - 1] == "to"
            and (b.first - a.last == 1 or tokens.words[a.last].isalpha())
            and lower[b.last] in _STOPS
            and opened(tokens, a) == "from"
        ):
            take_unit(a, b)
        if (
            a.unit
            and not b.unit
            and a.form is b.form is Form.PLAIN
            and a.value != a.mantissa
            and b.counted is None
            and b.point
            and not b.scaled
            and (
                lower[b.last] in _STOPS
                or lower[b.last] == "last"
                or lower[b.last + 1] in ("year", "previous")
            )
            and [w for w in lower[a.last : b.first] if w != ","] in _SET_AGAINST
        ):
            take_unit(a, b)  # "38.9 million euros, up from 36.2"


def take_unit(a: Draft, b: Draft) -> None:
    """Give the end of a change the unit and the scale of its start: "from 45 cents to 52"."""
    b.unit, b.dimension = a.unit, a.dimension
    if not (a.value and b.value) or b.scaled or a.value == a.mantissa:
        return
    if a.mantissa / _NEAR_IN_SIZE <= b.value <= a.mantissa * _NEAR_IN_SIZE:
        factor = a.value / a.mantissa
        b.value, b.step, b.scaled = b.value * factor, b.step * factor, a.scaled


def _share_part(a: Draft, b: Draft) -> None:
    """Read "from 3 to 5 cents": a cent is a part of its unit."""
    if a.value and b.value and not b.scaled and 0 < b.value < b.mantissa:
        part = b.value / b.mantissa
        a.value, a.step = a.value * part, a.step * part


def _propagate(tokens: Tokens, drafts: list[Draft]) -> None:
    """Give the unit at the end of a list to its numbers: "5, 6 and 7 km"."""
    lower = tokens.lower
    for at in range(len(drafts) - 1, 0, -1):
        b, a = drafts[at], drafts[at - 1]
        if a.unit or a.form not in (Form.PLAIN, Form.RANGE) or not b.unit:
            continue
        if (b.money_first and not (a.scaled and b.scaled)) or _is_share_of(
            tokens, drafts, at - 1
        ):
            continue
        if a.counted is not None or b.dimension == "count" or b.form is Form.AGE:
            continue
        between = [w for w in lower[a.last : b.first] if w not in ("-", "–")]
        if (
            between in (["of", "the"], ["of", "its"], ["of", "their"])
            and a.scaled
            and b.scaled
        ):
            a.unit, a.dimension = b.unit, b.dimension
            continue
        if a.words != b.words:
            continue
        closes = between in (
            ["and"],
            ["or"],
            [",", "and"],
            [",", "or"],
            ["&"],
            ["/"],
            ["and", "/", "or"],
            ["versus"],
            ["vs"],
            ["vs", "."],
            ["to"],
            ["bis"],
            ["und"],
            ["oder"],
            ["à"],
            ["et"],
            ["ou"],
            ["by"],
            ["x"],
            ["×"],
        )
        if between in (["by"], ["x"], ["×"]) and b.dimension != "length":
            continue
        if not closes and not (between == [","] and b.modifier_first == -2):
            continue
        if between == ["to"] and not is_change(tokens, a):
            continue
        # "3,120, or 25 percent" says one thing twice; "from 472 million and 22 percent" two.
        if b.unit == "percent" and (between == [",", "or"] or a.scaled):
            continue
        a.unit, a.dimension = b.unit, b.dimension
        _share_part(a, b)
        if (
            b.scaled
            and not a.scaled
            and a.value is not None
            and abs(a.value) < abs(b.mantissa)
            and between != ["and"]
        ):
            a.value, a.step, a.scaled, a.zeros = (
                a.value.scaleb(b.scaled),
                a.step.scaleb(b.scaled),
                b.scaled,
                True,
            )
        a.modifier_first = -2
        if between not in (["to"], ["by"]) and "v" not in "".join(between):
            b.leader = a


def _is_share_of(tokens: Tokens, drafts: list[Draft], at: int) -> bool:
    """Return whether a percentage is of a range: "9% from 30 to 44, and 12% ..."."""
    return (
        at > 0
        and drafts[at].form is Form.RANGE
        and drafts[at - 1].unit == drafts[at + 1].unit == "percent"
        and drafts[at].first - drafts[at - 1].last < 4
        and tokens.lower[drafts[at].first - 1] == "from"
    )


def _pair(tokens: Tokens, drafts: list[Draft]) -> None:
    """Link the mentions that state one amount in two units."""
    lower = tokens.lower
    for at in range(1, len(drafts)):
        a, b = drafts[at - 1], drafts[at]
        if b.first - a.last > 6 or not a.unit or not b.unit or a.unit == b.unit:
            continue
        if not _comparable(a, b):
            continue
        between = lower[a.last : b.first]
        if between[-4:] == ["i", ".", "e", "."]:
            between = between[:-4]
        while between and between[-1] in _PAIR_WORDS:
            between.pop()
        cut = lower[a.last : b.first][len(between) :]
        following = lower[b.last]
        if between and between[-1] in ("(", "["):
            words = between[:-1]
            fits = (
                len(words) <= 2
                and all(w.isalpha() for w in words)
                and following in (")", "]", "/", ",", ";", "in")
            )
        elif between == [","] or not between:
            fits = cut[:1] in (["or"], ["equal"], ["equals"], ["equivalent"])
        elif between in (["—"], ["–"]):
            fits = following == between[0]
        else:
            fits = between == ["/"]
        if fits:
            a.pair = a.pair or b
            b.pair = a if a.pair is b else a.pair


def _comparable(a: Draft, b: Draft) -> bool:
    if a.dimension.startswith("currency:"):
        return b.dimension.startswith("currency:") and a.dimension.count(
            "/"
        ) == b.dimension.count("/")
    return (
        a.dimension == b.dimension and a.dimension not in ("count", "ratio", "duration")
    ) or units.same_dimension(a.unit, b.unit)
