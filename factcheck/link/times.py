"""What other time a number is of: another round, season or hour, or as long as told."""

from __future__ import annotations

import re
from functools import cache

from factcheck.language.patterns import Pattern
from factcheck.link.setting import Setting
from factcheck.link.sides import Side
from factcheck.link.stems import stem

NUMBERED = frozenset(
    map(
        stem,
        (
            "first",
            "second",
            "third",
            "initial",
            "final",
            "last",
            "opening",
            "debut",
            "inaugural",
        ),
    )
)
# What is added up from round to round.
_SCORED = frozenset(
    map(stem, ("points", "goals", "wins", "medals", "runs", "victories"))
)
_VOTED = frozenset(map(stem, ("turnout", "vote", "support", "oppose", "majority")))
_ROUND = r"\b(?:first|second|final|deciding) round\b|\brun-?offs?\b"
# What changes from hour to hour.
_HOURLY = frozenset(("speed", "temperature"))
_LEVELS = frozenset(map(stem, ("level", "tide", "gauge", "wind", "gust")))
_YEAR = 365.25  # days


def of_other_times(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether two numbers are of other rounds, seasons, hours or birthdays."""
    return (
        _of_standing(x, y, setting)
        or _of_rounds(x, y, setting)
        or _of_turns(x, y, setting)
        or _of_hours(x, y, setting)
        or _of_birthdays(x, y, setting)
        or _of_years_ago(x, y, setting)
        or _of_short_time(x, y, setting)
        or _of_so_long(x, y, setting)
        or _of_until(x, y, setting)
        or _of_last_and_this(x, y, setting)
        or _is_compared_with(x, y, setting)
        or _is_compared_with(y, x, setting)
    )


def _is_compared_with(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether a number is set against one of the very time that the other is of.

    "Last year the vines gave 6,100 tonnes", "they gave 4,400 tonnes, fewer than in 2023".
    """
    then = x.fact.period
    if then is None or y.fact.period is not None or x.path == y.path:
        return False
    end = y.fact.mention.span.end
    text = setting.document(y).text
    return any(
        (period.start, period.end) == (then.start, then.end)
        and _against().search(text[end : period.span.start].lower()) is not None
        for period in setting.periods_between(y, end, y.fact.sentence.end)
    )


@cache
def _against() -> Pattern:
    return Pattern(
        r"\b(?:than|against|compared (?:with|to)|up from|down from)(?: (?:in|the|those|that|of|for|during|it|its|all))* $"
    )


def _of_last_and_this(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether one is of last season, and the other of this one, in texts of one time."""
    if setting.are_months_apart(x, y):
        return False
    mine, yours = (setting.told(side, _season()) for side in (x, y))
    first, _, what = mine.rpartition(" ")
    second, _, other = yours.rpartition(" ")
    return bool(mine and yours) and what == other and (first == "this") != (second == "this")  # fmt: skip


@cache
def _season() -> Pattern:
    return Pattern(
        r"\b(?:this|last|the (?:last|previous|preceding)) (?:season|year|winter|summer|spring|autumn|term|month|week)\b"
    )


def _of_until(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether one count runs up to a day that the other text, of all in all, does not name.

    "640 nests were found up to 4 May", "a total of 910 nests this season".
    """
    if x.kind != "count" or x.path == y.path:
        return False
    small, large = (x, y) if x.reading.is_below(y.reading) else (y, x)
    day = small.fact.period
    if day is None or day.kind != "date" or not setting.tells(small, _until()):
        return False
    return setting.tells(large, _in_all(), whole=True) and not any(
        other.kind == "date" and other.overlaps(day) for other in setting.periods(large)
    )


@cache
def _until() -> Pattern:
    return Pattern(
        r"\b(?:up to|until|till|to date|as of|by) (?:the |(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d|[a-z]+ \d)"
    )


@cache
def _in_all() -> Pattern:
    return Pattern(
        r"\b(?:(?:this|the|the whole|the entire|all) (?:season|year|summer|winter|spring|autumn)|in (?:all|total)|altogether|a total of|all told|ended|ends)\b"
    )


def _of_short_time(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether one count is of a week or a day, and the other since something began.

    "140 fell ill in the week to Sunday", "900 have fallen ill since the rains set in".
    """
    if x.kind != "count" or x.path == y.path:
        return False
    small, large = (x, y) if x.reading.is_below(y.reading) else (y, x)
    return setting.tells(small, _in_a_week()) and setting.tells(large, _since())


@cache
def _in_a_week() -> Pattern:
    return Pattern(
        r"\b(?:in|during|over|within|for) (?:(?:the|this|that|a|one|its|their|last|past|latest|single|first|second|third) )+(?:weeks?|days?|month|fortnight|24 hours|48 hours|night|weekend)\b|\b(?:this|last|that) (?:week|month)\b"
    )


@cache
def _since() -> Pattern:
    return Pattern(r"\bsince\b|\bso far\b|\bto date\b")


def _of_so_long(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether one sum or count alone is of what so much time had brought.

    "It has lost 2.1 million euros after nine days", "the lost fares come to 3.4 million".
    """
    if x.path == y.path or not (x.kind == "count" or x.kind.startswith("currency:")):
        return False
    mine, yours = (setting.told(side, _so_long()) for side in (x, y))
    return mine != yours


@cache
def _so_long() -> Pattern:
    return Pattern(
        r"(?<!day )(?<!month )(?<!year )\bafter (?:just |only |about |some |the first )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:more )?(?:hours|days|weeks|months|years)\b"
    )


def _of_years_ago(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether one sentence alone begins with "four years ago", and neither has a year."""
    mine, yours = (setting.tells(side, _ago(), whole=True) for side in (x, y))
    if mine is yours:
        return False
    period, day = (y if mine else x).fact.period, setting.date(x)
    if period is None or period.start is None or day is None:
        return True
    return period.start.year >= day.year


@cache
def _ago() -> Pattern:
    return Pattern(r"(?<![\w,;] )\b\w+ (?:years|year|decades?) (?:ago|before)\b")


def _of_standing(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether a score is told after so many rounds, and another at the end, or later."""
    if x.kind != "count" or x.fact.head not in _SCORED:
        return False
    mine, yours = (setting.told(side, _standing()) for side in (x, y))
    if mine and yours:
        return mine != yours
    late = x if yours else y
    return bool(mine or yours) and setting.tells(late, _finished(), whole=True)


def _of_rounds(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether two turnouts or votes may be of the two rounds of an election.

    They are of one round where both sentences name it, and not to compare with it.
    """
    if x.path == y.path or (x.measures & y.measures).isdisjoint(_VOTED):
        return False
    if not (setting.once(x, _has_rounds) and setting.once(y, _has_rounds)):
        return False
    mine, yours = (setting.told(side, _round()) for side in (x, y))
    return not mine or mine != yours


def _has_rounds(side: Side, setting: Setting) -> bool:
    return _rounds().search(setting.document(side).text.lower()) is not None


@cache
def _rounds() -> Pattern:
    return Pattern(_ROUND)


@cache
def _round() -> Pattern:
    return Pattern(rf"(?<!than in the )(?<!from the )(?<!since the )(?:{_ROUND})")


def _of_turns(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether only one is of somebody's first season, second year or the like."""
    if x.fact.words & NUMBERED == y.fact.words & NUMBERED:
        return False
    return setting.told(x, _turn()) != setting.told(y, _turn())


@cache
def _turn() -> Pattern:
    return Pattern(
        r"\bin (?:his|her|its|their|the) (?:first|second|third|initial|final|last|opening|debut|inaugural)"
        r" (?:full )?(?:season|year|month|week|edition|summer|winter|day)\b"
    )


def _of_hours(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether winds, heat, water or a turnout are told of two times of the day."""
    turnout = "turnout" in x.measures & y.measures
    if not (turnout or x.kind in _HOURLY) and (x.fact.near & y.fact.near).isdisjoint(
        _LEVELS
    ):
        return False
    mine, yours = (_hour(setting.told(side, _hours())) for side in (x, y))
    if turnout:
        return mine != yours  # at six, and when the polls had closed
    return mine is not None and yours is not None and mine != yours


def _hour(said: str) -> tuple[int, ...] | None:
    """Return the hour and the minute that are told, of twelve hours."""
    if said in ("", "noon", "midnight"):
        return (0, 0) if said else None
    hour, *minute = map(int, re.findall(r"\d+", said))
    return (hour % 12, *(minute or [0]))


@cache
def _hours() -> Pattern:
    return Pattern(
        r"\b(?:noon|midnight|\d\d?[:.]\d\d(?! ?(?:m|k|per|%|b)(?!\.?m))|\d\d? ?[ap]\.?m\b|\d\d? o'clock)"
    )


@cache
def _standing() -> Pattern:
    return Pattern(
        r"\b(?:after|with|from) (?:[\w-]+ ){1,4}?(?:rounds?|games?|matche?s?|stages?|laps?|legs?"
        r"|heats|holes|races|frames|events|days?)\b|\bhalf-?time\b|\bat (?:the break|half-?way)\b"
    )


@cache
def _finished() -> Pattern:
    return Pattern(
        r"\b(?:won|wins?|finish(?:ed|es)|ended|ends|champions?|title|final)\b"
    )


def _of_birthdays(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether somebody is as much older as the later of two reports is later."""
    first, second = setting.date(x), setting.date(y)
    if x.kind != "age" or first is None or second is None or first == second:
        return False
    young, old = (x, y) if first < second else (y, x)
    before, after = young.fact.mention.value, old.fact.mention.value
    if before is None or after is None:
        return False
    full = int(abs(second - first).days / _YEAR)
    return full <= after - before <= full + 1
