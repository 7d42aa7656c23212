# ruff: noqa: RUF001, SIM905 - quotes and dashes as people type them; word lists
"""Periods that hang on a word: "last year", "its fourth year", "the 19th century"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable

from factcheck.extract.periods import calendar
from factcheck.extract.periods.calendar import Days
from factcheck.extract.periods.reading import (
    AGES,
    COUNTED_AFTER,
    DAY_PART,
    ERA,
    HEAT,
    OFFSETS,
    YEAR_END,
    Found,
    Lazy,
    Reader,
    latest,
    modified,
    previous,
)
from factcheck.extract.periods.years import is_year

_OF_YEAR = Lazy(
    r",? (?:of |in )?(?:(?:the )?(?:(?:fiscal|financial)(?: year)?|year|FY) ?)?"
    rf"{YEAR_END}|(?:,? of)? (last|this|next|the) (?:fiscal |financial )?year\b"
)

_RELATIVE = {
    "last": -1, "this": 0, "next": 1, "past": -1, "previous": -1, "preceding": -1,
    "prior": -1, "current": 0, "coming": 1, "following": 1,
}  # fmt: skip

_CONTEXTUAL = frozenset({"previous", "preceding", "prior", "following"})

_MODIFYING = frozenset("straight consecutive successive full whole calendar".split())

_FISCAL_WORDS = frozenset({"fiscal", "financial", "academic", "calendar"})

_DAY_WORDS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}

_UNITS = frozenset(
    {"year", "month", "week", "day", "quarter", "decade", "century", "half"}
    | {"night", "weekend", "morning", "afternoon", "evening"}
)

_NUMBERED = Lazy(r"[ -](\d{1,3})(?![\d%/]|[.,:]\d|[^\W\d_])")

_NUMBER_WORD = Lazy(r"[ -]([a-z]{3,6})\b")

_POSITION_CUES = frozenset(
    "on in by of for until till from since after to at is was now entering into and "
    "before through between day around about over".split()
)

_SEASON_YEAR = Lazy(
    r",? (?:of )?(?:(last|this|next) year\b|(\d{4})(?:[-–/]\d\d(?:\d\d)?)?(?![\d%]|[.,]\d)(?!\w))"
)


def read_words(reader: Reader, hints: Iterable[tuple[int, bytes]]) -> list[Found]:
    """Return what hangs on a word such as "year": "last year", "the fourth year".

    Args:
        reader: The text.
        hints: Where which of `HINTS` stands.
    """
    text, start, end = reader.text, reader.start, reader.end
    found: list[Found] = []
    for place, word in hints:
        read, ahead = HINTS[word]
        at, after = place - ahead, place + len(word)
        if (
            at < start
            or not text[place + 1 : after].islower()
            or (at > start and text[at - 1].isalnum())
            or (after < end and text[after].isalnum())
            or (ahead and text[at:place] not in _OF_CLOCK)
        ):
            continue
        one = read(reader, at, after)
        if one is not None and one.start >= start and one.end <= end:
            found.append(one)
    return found


def _unit(reader: Reader, at: int, end: int) -> Found | None:
    """Read "last year", "this week", "fourth year", "third quarter", "19th century"."""
    text = reader.text
    unit = text[at:end].lower()
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        return None  # "a century-old oak"
    word, begin = previous(reader, at)
    if not word:
        return _numbered(reader, at, end, unit, word)
    if word in _FISCAL_WORDS or word in _MODIFYING:
        word, begin = previous(reader, begin)
    if word in _RELATIVE and unit != "half":
        return _relative(reader, begin, end, word, unit)
    for hyphenated in ("mid-", "late-", "early-"):
        if word.startswith(hyphenated):
            begin += len(hyphenated)
            word = word[len(hyphenated) :]
    number = calendar.ordinal(word)
    if number is not None:
        before = previous(reader, begin)[0]
        if before in {"every", "each", "one", "other"}:
            return None
        return _ordinal(reader, begin, end, number, unit)
    return _numbered(reader, at, end, unit, word)


def _jubilee(reader: Reader, at: int, end: int) -> Found | None:
    """Read "the 60th anniversary": sixty years have passed, and not yet sixty-one."""
    word, begin = previous(reader, at)
    number = calendar.ordinal(word)
    if number is None:
        return None
    return Found(begin, end, "position", number=number + 1, unit="year")


def _day_word(reader: Reader, begin: int, end: int) -> Found:
    """Read "yesterday", "tomorrow morning"."""
    offset = _DAY_WORDS[reader.text[begin:end].lower()]
    if part := DAY_PART.match(reader.text, end, reader.end):
        end = part.end()
    days = None
    if reader.anchor is not None:
        days = calendar.relative("day", offset, reader.anchor)
    marks = (("days", offset),)
    return Found(begin, end, "relative", days, precise=False, marks=marks)


def _relative(
    reader: Reader, begin: int, end: int, word: str, unit: str
) -> Found | None:
    """Resolve "last year"; "the past year" is the one that ends on the anchor."""
    offset = _RELATIVE[word]
    if unit in {"night", "morning", "afternoon", "evening"}:
        if word not in {"last", "this"}:
            return None
        unit = "day"
    marks = ((f"{unit}s", offset),)
    one = Found(begin, end, "relative", precise=False, unit=unit, marks=marks)
    if word in _CONTEXTUAL:
        one.number = offset  # against the period before it, known only in order
        return one
    if reader.anchor is not None:
        article = previous(reader, begin)[0] == "the"
        if word == "past" or (word == "last" and article and unit != "century"):
            one.days = calendar.trailing(unit, reader.anchor)
        else:
            one.days = calendar.relative(unit, offset, reader.anchor)
    one.unit = None
    before, at = previous(reader, begin)
    if before in {"earlier", "later"}:
        one.start = at
        if one.days and reader.anchor:
            start, last = one.days
            if before == "earlier":
                one.days = (start, max(start, min(last, reader.anchor)))
            else:
                one.days = (min(last, max(start, reader.anchor)), last)
        return one
    return modified(reader, one)


def _ordinal(
    reader: Reader, begin: int, end: int, number: int, unit: str
) -> Found | None:
    """Read an ordinal before a unit: a quarter, half or century, else a position."""
    if unit == "century":
        one = Found(begin, end, "century", calendar.century(number))
        if era := ERA.match(reader.text, end, reader.end):
            one.end = era.end()
            if era[1][0] == "B":
                one.days, one.precise = None, False
        return modified(reader, one)
    if unit in {"quarter", "half"}:
        return _part_of_year(reader, begin, end, number, unit)
    if unit in {"decade", "week", "day", "month", "year", "night", "weekend"}:
        return Found(begin, end, "position", number=number, unit=unit)
    return None


def _part_of_year(
    reader: Reader, begin: int, end: int, number: int, unit: str
) -> Found | None:
    """Read "the third quarter of 2023" and "the first half of this year"."""
    length, limit = (3, 4) if unit == "quarter" else (6, 2)
    if number > limit:
        return None
    found = _OF_YEAR.match(reader.text, end, reader.end)
    if found is None:
        if unit == "half":  # of a match, more often than not
            return None
        days = latest(reader, number, length)
        marks = ((unit, number),)
        return Found(begin, end, unit, days, precise=False, number=number, marks=marks)
    year = None
    if found[1]:
        year = int(found[1])
        if not 1000 <= year <= 2999:  # noqa: PLR2004
            return None
    elif reader.anchor:
        year = reader.anchor.year + OFFSETS[found[2]]
    days = None
    if year is not None:
        days = calendar.months(year, (number - 1) * length + 1, length)
    stated = bool(found[1])
    return Found(begin, found.end(), unit, days, precise=stated, number=number)


def _numbered(reader: Reader, at: int, end: int, unit: str, word: str) -> Found | None:
    """Read "day 12" and "year four", but not "every day 12 people"."""
    if unit not in {"day", "week", "month", "year", "night"}:
        return None
    text = reader.text
    initial = text[at].isupper()
    bracket = at > reader.start and text[at - 1] in "(["
    if not initial and not bracket and word not in _POSITION_CUES:
        return None
    if found := _NUMBERED.match(text, end, reader.end):
        number = int(found[1])
    else:
        found = _NUMBER_WORD.match(text, end, reader.end)
        value = calendar.NUMBERS.get(found[1]) if found else None
        if found is None or value is None:
            return None
        number = value
    if COUNTED_AFTER.match(text, found.end(), reader.end):
        return None
    if not initial and re.match(r" [a-z]+ers?\b", text[found.end() : found.end() + 20]):
        return None
    return Found(at, found.end(), "position", number=number, unit=unit)


def _season(reader: Reader, begin: int, end: int) -> Found | None:
    """Read "summer 2024", "last spring", "in the winter of 2023-24"."""
    text = reader.text
    name = text[begin:end].lower()
    year, after, _ = _season_year(reader, end)
    if year is not None:
        return modified(
            reader,
            Found(begin, after, "season", calendar.season(name, year), precise=False),
        )
    word, before = previous(reader, begin)
    if word in {"last", "this", "next"}:
        if name == "fall" and word == "this" and text[end : end + 1] == " ":
            return None
        days = reader.anchor and _beside_season(name, word, reader.anchor)
        both = (("season", calendar.SEASONS[name]), ("years", _RELATIVE[word]))
        return Found(before, end, "season", days or None, precise=False, marks=both)
    if name == "fall":
        return None
    if word == "the":
        word = previous(reader, before)[0]
    if word in {"in", "during", "over", "since", "until", "by"}:
        marks = (("season", calendar.SEASONS[name]),)
        return Found(begin, end, "season", precise=False, marks=marks)
    return None


def _season_year(reader: Reader, end: int) -> tuple[int | None, int, bool]:
    found = _SEASON_YEAR.match(reader.text, end, reader.end)
    if found and found[2] and 1000 <= int(found[2]) <= 2999:  # noqa: PLR2004
        if not is_year(reader.text, found.start(2), found.end(2), end, found.end(2)):
            return None, end, False
        return int(found[2]), found.end(), True
    if found and found[1] and reader.anchor:
        return reader.anchor.year + OFFSETS[found[1]], found.end(), False
    return None, end, False


def _beside_season(name: str, word: str, anchor: dt.date) -> Days | None:
    """Return last, this or next summer, beside the document's date."""
    first = calendar.SEASONS[name]
    stretches = [
        days
        for year in range(anchor.year - 2, anchor.year + 3)
        if (days := calendar.months(year, first, 3))
    ]
    if word == "last":
        past = [days for days in stretches if days[1] < anchor]
        return past[-1] if past else None
    if word == "next":
        return next((days for days in stretches if days[0] > anchor), None)
    return min(
        stretches,
        key=lambda days: max((days[0] - anchor).days, (anchor - days[1]).days),
        default=None,
    )


def _named_decade(reader: Reader, begin: int, end: int) -> Found | None:
    """Read "the nineties"; not "in his nineties"."""
    number = calendar.DECADES[reader.text[begin:end].lower()]
    words = reader.before(begin, 40)
    if words[-1:] not in (["the"], ["early"], ["mid"], ["late"]):
        return None
    if not HEAT.isdisjoint(words) or not AGES.isdisjoint(words[-3:]):
        return None
    days = calendar.years(1900 + number, 1909 + number)
    return modified(reader, Found(begin, end, "decade", days, precise=False))


def _noon(_: Reader, begin: int, end: int) -> Found:
    return Found(begin, end, "time", precise=False)


def _oclock(reader: Reader, at: int, end: int) -> Found | None:
    """Read "ten o'clock"; with digits the number is read from its own end."""
    word, begin = previous(reader, at)
    if word not in calendar.NUMBERS:
        return None
    return Found(begin, end, "time", precise=False)


_Read = Callable[[Reader, int, int], Found | None]


_OF_CLOCK = ("o'", "o’")
# What reads what hangs on each word, in lower case, and how many signs belong to it before.
HINTS: dict[bytes, tuple[_Read, int]] = {
    **{word.encode(): (_unit, 0) for word in _UNITS},
    **{word.encode(): (_day_word, 0) for word in _DAY_WORDS},
    **{word.encode(): (_season, 0) for word in calendar.SEASONS},
    **{word.encode(): (_named_decade, 0) for word in calendar.DECADES},
    b"noon": (_noon, 0),
    b"midnight": (_noon, 0),
    b"anniversary": (_jubilee, 0),
    b"birthday": (_jubilee, 0),
    b"clock": (_oclock, len("o'")),
}
