# ruff: noqa: C901, PLR0911 - one way out for each form
"""Bounds and approximators, before a number and after it."""

from __future__ import annotations

from factcheck.extract.bounds import (
    AFTER,
    AFTER_FIRST,
    BEFORE,
    BEFORE_LAST,
    BETWEEN,
    MAX_BEFORE,
)
from factcheck.extract.drafts import Draft
from factcheck.language import lexicon as language
from factcheck.language.data import word_set
from factcheck.language.tokens import Tokens
from factcheck.model import Modifier

_MAX_BETWEEN = 4
_STRONG = frozenset(
    {Modifier.AT_LEAST, Modifier.MORE_THAN, Modifier.UP_TO, Modifier.LESS_THAN}
)


# "From 250 at the last close to 290": the end of a day of trade.
_ENDED = word_set("the its last previous prior 's")
_OVER = frozenset({"over", "under", "above", "below"})


def before(tokens: Tokens, i: int) -> tuple[Modifier, int] | None:
    """Return the modifier before token `i`, and its first token, or None.

    A bound wins over an approximator that stands between it and the number ("at least some
    300", "up to about 20").
    """
    lower = tokens.lower
    found: tuple[Modifier, int] | None = None
    at = i
    for _ in range(_MAX_BETWEEN + 1):
        word = lower[at - 1]
        if not word or at <= 0:
            break
        if (
            word == "."
            and lower[at - 2] in ("approx", "ca", "c", "max", "min", "est")
            # "B.C." is an era.
            and not (lower[at - 3] == "." and tokens.adjacent(at - 2))
        ):
            at -= 1
            word = lower[at - 1]
        if word in BEFORE_LAST:
            match = _longest(lower, at)
            if match is not None:
                modifier, first = match
                if modifier is None or (
                    word in _OVER and at == i - 1 and lower[at] in ("a", "an")
                ):
                    # "Under a 30-day truce"
                    return found
                if lower[first] == "close" and lower[first - 1] in _ENDED:
                    return found
                if found is None or (modifier in _STRONG and found[0] not in _STRONG):
                    found = modifier, first
                at = first
                if modifier in _STRONG:
                    return found
                continue
        if word == "c" and lower[at] == "." and found is None:
            return Modifier.ABOUT, at - 1
        if word in BETWEEN or (word == "-" and lower[at - 2] == "sub"):
            at -= 1
            continue
        break
    return found


# Behind these "up to 5" says where something went, not how far it may go.
_WENT = word_set(
    """
    edge edges edged edging inch inched inching creep creeps crept creeping tick ticks
    ticked ticking go goes went gone going nudge nudges nudged nudging
    """
)
_MOVED = _WENT | word_set(
    """
    climb climbs climbed climbing move moves moved moving shoot shoots shot shooting jump
    jumps jumped jumping push pushes pushed pushing drift drifted drifting come comes came
    leap leaps leapt leaped bounce bounced shift shifted
    """
)
_PUSHED = word_set(
    """
    push pushes pushed pushing drive drives drove driven driving send sends sent sending
    bring brings brought bringing take takes took taken taking bid nudge nudged nudging
    """
)
_STANDING = word_set("is are was were stands stood 's")
_TALLIES = word_set("total toll tally number count figure sum score")


def is_rise(tokens: Tokens, at: int, draft: Draft) -> bool:
    """Return whether "up to" at token `at` tells where a value went: "edged up to 5.1 percent".

    "Up to 300 soldiers" and "rose by up to 5 percent" are bounds; "was up to 40 from 30",
    "pushed prices up to $5" and "brought the total up to 40" are changes.
    """
    lower = tokens.lower
    if lower[at : at + 2] != ["up", "to"]:
        return False
    verb = lower[at - 1]
    if verb in _WENT:
        return True
    counts = draft.counted is not None and not draft.counted.elided
    if verb in _MOVED:
        return not counts
    end = draft.last
    if verb in _STANDING:
        return lower[end] == "from" and lower[end + 1][:1].isdigit()
    for k in range(2, 5):
        word = lower[at - k + 1]
        if not word.isalpha() or word in language.PREPOSITIONS:
            return False
        if lower[at - k] in _PUSHED:
            return verb in _TALLIES or (
                (
                    draft.dimension in ("ratio", "count")
                    or draft.dimension.startswith("currency:")
                )
                and not counts
            )
    return False


_KNOWN = word_set("the a an its his her their our last this")


def is_difference(tokens: Tokens, at: int, end: int, previous: Draft | None) -> bool:
    """Return whether "less than" tells how far from what: "18 percent less than the 5 tonnes".

    Args:
        tokens: The text.
        at: The first word of the modifier.
        end: The token behind it, and behind "the".
        previous: The quantity before, which must end where the modifier begins.
    """
    if previous is None or previous.last != at:
        return False
    lower = tokens.lower
    for k in range(at + 1, end):
        if lower[k] == "than":
            return previous.unit == "percent" or lower[k + 1] in _KNOWN
    return False


_SPREAD = word_set(
    """
    spread spreads spreading scattered scattering distributed averaged averaging divided
    split dispersed strewn staggered phased
    """
)
_HANDED = frozenset({"hand", "hands", "handed", "handing", "turns", "turned", "signed"})
_MARKS = frozenset({"mark", "level", "threshold", "figure", "range"})


def _longest(lower: list[str], at: int) -> tuple[Modifier | None, int] | None:
    for n in range(min(MAX_BEFORE, at), 0, -1):
        key = lower[at - 1] if n == 1 else " ".join(lower[at - n : at])
        if key in BEFORE:
            if (
                key == "over"
                and lower[at] in ("the", "its", "their", "his", "her")
                and lower[at + 1] != "age"
            ):
                return None
            if key == "over" and (lower[at - 2] in _SPREAD or lower[at - 2] in _HANDED):
                # "Spread over 7 files", "handed over 750 euros": not how many more.
                return None
            if key in ("around", "about", "up to") and lower[at] in ("the", "its"):
                # "Around the 6 km loop": a place; but "around the 5% mark".
                return (
                    None
                    if _MARKS.isdisjoint(lower[at + 1 : at + 6])
                    else (BEFORE[key], at - n)
                )
            if (
                key in ("below", "above", "under", "beyond")
                and lower[at : at + 3 : 2] == ["the", "-"]
                and _MARKS.isdisjoint(lower[at + 3 : at + 6])
            ):
                return None  # "below the five-year average"
            return BEFORE[key], at - n
    return None


_AFTERTHOUGHTS = frozenset(
    {"at least", "at most", "give or take", "or so", "or thereabouts", "more or less"}
)


def _afterthought(lower: list[str], j: int) -> tuple[Modifier, int] | None:
    for n in (3, 2):
        key = " ".join(lower[j : j + n])
        if key in _AFTERTHOUGHTS and (
            lower[j + n] in ("", ".", ";", ")", "!", "?", ",")
        ):
            return AFTER[key], j + n
    return None


# Behind these "plus" adds: "101 plus interest".
_ADDED = word_set(
    """
    a an the other another accrued interest tax taxes vat expenses costs fees postage
    shipping bonuses tips benefits one two three four five six
    """
)


# Nothing but these begins a modifier behind a number.
BEHIND = AFTER_FIRST | {",", "-", "odd", "ish"}


def after(tokens: Tokens, j: int) -> tuple[Modifier, int] | None:
    """Return the modifier that begins at token `j`, and the token after it, or None."""
    lower = tokens.lower
    word = lower[j]
    if word == ",":
        # "70, at least.", "300, give or take"
        found = _afterthought(lower, j + 1)
        return None if found is None else (found[0], found[1])
    if word == "-" and tokens.adjacent(j) and lower[j + 1] in ("odd", "plus", "ish"):
        return (
            Modifier.AT_LEAST if lower[j + 1] == "plus" else Modifier.ABOUT,
            j + 2,
        )
    if word not in AFTER_FIRST:
        if word == "odd" or (word == "ish" and tokens.adjacent(j)):
            return Modifier.ABOUT, j + 1
        return None
    for n in (3, 2, 1):
        key = word if n == 1 else " ".join(lower[j : j + n])
        modifier = AFTER.get(key)
        if modifier is None:
            continue
        if key == "+" and (not tokens.adjacent(j) or lower[j + 1][:1].isdigit()):
            return None
        if key == "plus" and not lower[j + 1].isalpha():
            return None
        if key in ("at least", "at most", "minimum", "maximum", "max") and (
            lower[j + n][:1].isalnum()
        ):
            # "12 at least 5 of them": it belongs to what follows.
            return None
        if key == "plus" and lower[j + 1] in _ADDED:
            return None
        return modifier, j + n
    return None
