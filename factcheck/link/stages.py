"""How far a thing has come: the first phase of a work, the score after so many rounds."""

from __future__ import annotations

import re
from functools import cache

from factcheck.link.setting import Setting
from factcheck.link.sides import Side
from factcheck.link.stems import stem

# "The first phase of the port": with one word of each.
_STAGES = frozenset(
    map(stem, ("section", "phase", "stage", "tranche", "batch", "instalment"))
)
_NUMBERED = frozenset(
    map(stem, ("first", "second", "third", "initial", "final", "last"))
)
# What is added up from round to round.
_SCORED = frozenset(
    map(stem, ("points", "goals", "wins", "medals", "runs", "victories"))
)


def is_of_one(x: Side, y: Side) -> bool:
    """Return whether the first of two, and the smaller, is of one stage of a work."""
    a = x.fact.words
    if a.isdisjoint(_STAGES) or a.isdisjoint(_NUMBERED):
        return False
    p, q = x.reading.low, y.reading.high
    return (
        p is not None and q is not None and p < q and y.fact.words.isdisjoint(_STAGES)
    )


def of_standing(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether a score is told after so many rounds, and another at the end, or later."""
    if x.kind != "count" or x.fact.head not in _SCORED:
        return False
    mine, yours = (setting.told(side, _standing()) for side in (x, y))
    if mine and yours:
        return mine != yours
    late = x if yours else y
    return bool(mine or yours) and setting.tells(late, _finished(), whole=True)


@cache
def _standing() -> re.Pattern[str]:
    return re.compile(
        r"(?i)\b(?:after|with) (?:[\w-]+ ){1,4}?(?:rounds?|games?|matche?s?|stages?|laps?|legs?"
        r"|heats|holes|races|frames|events|days?)\b|\bhalf-?time\b|\bat (?:the break|half-?way)\b"
    )


@cache
def _finished() -> re.Pattern[str]:
    return re.compile(
        r"(?i)\b(?:won|wins?|finish(?:ed|es)|ended|ends|champions?|title|final)\b"
    )
