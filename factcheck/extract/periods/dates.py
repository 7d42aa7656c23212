# ruff: noqa: PLR0911, RUF001, SIM905 - one way out for each form; word lists as text
"""Periods that a name of a month, a day or a quarter makes: "5 November", "Monday", "Q3"."""

from __future__ import annotations

import datetime as dt
import re

from factcheck.extract.periods import calendar
from factcheck.extract.periods.calendar import Days
from factcheck.extract.periods.reading import (
    BLANK,
    COUNTED_AFTER,
    DAY_PART,
    NAME,
    OFFSETS,
    YEAR_END,
    Found,
    Lazy,
    Reader,
    back,
    century_of,
    latest,
    modified,
)
from factcheck.extract.periods.years import stands_free

_TH = "(?:st|nd|rd|th)?"

# What makes a measure of the number behind a month: "In July 9 km were laid".
_MEASURED = (
    r" (?:[kcm]m|km2|kg|mph|km/h|per ?cent|pct|million|billion|thousand|mln|bn)\b"
)

_OF_THEM = Lazy(r" of (?:these|those|them|its|their|our|whom|which)\b")
_DAY_AFTER_MONTH = Lazy(
    rf"\.?[ \t\n\xa0-]{{1,2}}(?:the )?(\d{{1,2}}){_TH}(?![%\w]|:\d|[.,]\d{{1,3}}(?!\d)|{_MEASURED})"
    rf"(?:(?: ?[-–—] ?| (?:to|through|and|&) )(\d{{1,2}}){_TH}(?![%\w/-]|:\d|[.,]\d{{1,3}}(?!\d)))?"
)

_YEAR_AFTER = Lazy(
    rf"\.?(?:,?{BLANK}{{1,2}}|,|-|/)(?:of )?{YEAR_END}|\.?(?:,? of)?,? [’'](\d\d)\b"
)

_RELATIVE_YEAR = Lazy(r"(?:,? of)?,? (last|this|next) year\b")

_MONTH_AFTER_DAY = Lazy(
    rf"(\d{{1,2}}){_TH}(?:(?: ?[-–—] ?| (?:to|and|&) )(\d{{1,2}}){_TH})?"
    rf"(?:{BLANK}{{1,2}}|-)(?:(?:day )?of (?:the )?)?([A-Z][A-Za-z]{{2,8}})\b"
)

_QUARTER = Lazy(
    r"(Q|H(?=[12]))([1-4])(?:(?: of)?[ -/]{0,2}(?:FY ?)?(?:(\d{4})|[’']?(\d\d))(?![\d%]|[.,]\d)"
    r"(?!\w))?(?!\w)"
)

_LISTED_MONTH = Lazy(r"\.? ?(?:[-–—/]|and|to|or|through) ?([A-Z][a-z]{2,8})\b")

_FISCAL = Lazy(r"FY ?[’']?(\d{4}|\d\d)(?: ?[-–/] ?(\d{4}|\d\d))?(?![\d%]|[.,]\d)(?!\w)")

_WILL = frozenset(
    "will would due expected expects scheduled planned upcoming forthcoming shall".split()
)

_WEAK_CUES = frozenset({"and", "or", "for", "to", "of", "after"})

_FEASTS = frozenset(
    {"black", "good", "bloody", "super", "cyber", "ash", "easter", "palm"}
)

_PAPERS = Lazy(
    r" (?:Times|Telegraph|Mirror|Express|Herald|Mail|Post|Independent|Night Live|People)\b"
)

_DATE_AFTER_WEEKDAY = Lazy(
    r"(?: (?:morning|afternoon|evening|night))?\.?,?[ \t\n\xa0]{1,2}(?:the )?(?=[A-Z0-9])"
)

_NAMES_OF_PEOPLE = frozenset({"may", "march", "april", "june", "august"})

_ABBREVIATIONS = frozenset(
    {
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    }
)

DATE_CUES = frozenset(
    "in since until till by during from to of between before after through last next "
    "this early late mid and for or every each late around".split()
)


def read_day(reader: Reader, start: int) -> Found | None:
    """Read "5 November 2025", "5th of November", "5-7 November"."""
    text = reader.text
    found = _MONTH_AFTER_DAY.match(text, start, reader.end)
    if not found:
        return None
    month = calendar.MONTHS.get(found[3].lower())
    if month is None:
        return None
    name = found[3]
    if not (name[1:].islower() or name.isupper()):
        return None
    last = int(found[2]) if found[2] else None
    cut = (found.end(1), found.start(2))
    return _dated(reader, start, found.end(), month, int(found[1]), last=last, cut=cut)


def _dated(
    reader: Reader,
    start: int,
    end: int,
    month: int,
    first: int,
    *,
    last: int | None = None,
    cut: tuple[int, int] = (0, 0),
) -> Found | None:
    """Finish a day, or two, and a month: with the year that follows, if one does.

    Args:
        reader: The text.
        start: Where the date starts.
        end: Where day and month end.
        month: Month of the year.
        first: Day of the month.
        last: Last day of a span, or None.
        cut: Where the first day of a span ends and the second starts.
    """
    year, end, stated = _year_after(reader, end)
    found: list[Found] = []
    for number in (first,) if last is None else (first, last):
        date = calendar.day(2000 if year is None else year, month, number)
        if date is None:
            return None
        one = Found(start, end, "date", precise=stated)
        if year is None:
            one.when = (month, number)
        else:
            one.days = (date, date)
        found.append(one)
    if last is None:
        return found[0]
    one, other = found
    if last < first:
        return None
    one.end, other.start = cut
    days = one.days and other.days and (one.days[0], other.days[1])
    return Found(start, end, "span", days, precise=stated, parts=(one, other))


def _year_after(reader: Reader, at: int) -> tuple[int | None, int, bool]:
    """Return the year that follows a month or a day, where it ends, and if it is stated."""
    text = reader.text
    found = _YEAR_AFTER.match(text, at, reader.end)
    if found and found[1]:
        year = int(found[1])
        comma = "," in text[at : found.start(1)]
        counted = COUNTED_AFTER.match(text, found.end(), reader.end)
        round_count = year % 100 == 0 and counted
        if 1000 <= year <= 2999 and not (round_count and not comma):  # noqa: PLR2004
            return year, found.end(), True
    elif found:
        year = 2000 + int(found[2])
        return (year - 100 if year > 2069 else year), found.end(), True  # noqa: PLR2004
    if reader.anchor and (found := _RELATIVE_YEAR.match(text, at, reader.end)):
        offset = OFFSETS[found[1]]
        return reader.anchor.year + offset, found.end(), False
    return None, at, False


def read_name(reader: Reader, start: int, end: int) -> Found | None:
    """Read a period that the capitalised word from `start` to `end` begins."""
    text, limit = reader.text, reader.end
    word = text[start:end]
    lower = word.lower()
    month, weekday = calendar.MONTHS.get(lower), calendar.WEEKDAYS.get(lower)
    if month is None and weekday is None:
        if found := _QUARTER.match(text, start, limit):
            year = found[3] or found[4]
            return read_quarter(reader, found, found[1], int(found[2]), year)
        if found := _FISCAL.match(text, start, limit):
            return _fiscal(start, found)
        return _holiday(reader, start)
    if end < limit and (text[end].isalnum() or text[end] == "_"):
        return None
    if not (word[1:].islower() or word.isupper()):
        return None
    if month is not None:
        return _month(reader, start, end, month, lower)
    return _weekday(reader, start, end, weekday or 0, lower)


def _holiday(reader: Reader, start: int) -> Found | None:
    text = reader.text
    for name, when in calendar.HOLIDAYS.items():
        end = start + len(name)
        if when and end <= reader.end and text[start:end].lower() == name:
            return _dated(reader, start, end, when[0], when[1])
    return None


def read_quarter(
    reader: Reader, found: re.Match[str], letter: str, number: int, year: str | None
) -> Found | None:
    """Read "Q3 2024", "1H25" and "Q3" alone, the latest that has begun."""
    kind, length = ("quarter", 3) if letter == "Q" else ("half", 6)
    start, end = found.span()
    if year is not None:
        days = calendar.months(century_of(year), (number - 1) * length + 1, length)
    elif letter == "H" and reader.before(start, 10)[-1:] != ["in"]:
        return None
    else:
        days = latest(reader, number, length)
    marks = ((kind, number),)
    stated = year is not None
    return Found(start, end, kind, days, precise=stated, number=number, marks=marks)


def _fiscal(start: int, found: re.Match[str]) -> Found | None:
    year = century_of(found[2] or found[1])
    return Found(start, found.end(), "fiscal", calendar.years(year, year))


def _month(reader: Reader, start: int, end: int, month: int, name: str) -> Found | None:
    """Read "November 5, 2025", "Nov. 5-7", "October 2025" and "in May"."""
    text, limit = reader.text, reader.end
    if found := _DAY_AFTER_MONTH.match(text, end, limit):
        one = _month_and_day(reader, start, month, found)
        if one is not None:
            return one
    year, after, stated = _year_after(reader, end)
    if year is not None:
        one = Found(start, after, "month", calendar.months(year, month), precise=stated)
        return modified(reader, one) if one.days else None
    words = reader.before(start)
    cue = words[-1] if words else ""
    if cue == "of" and len(words) > 1 and (day := calendar.ordinal(words[-2])):
        begin = start - back(reader, start, (words[-2],))
        if day < 32 and " " in text[begin:start]:  # noqa: PLR2004 # the Fourth of July
            return _dated(reader, begin, end, month, day)
    if name in _NAMES_OF_PEOPLE | _ABBREVIATIONS and not _is_month(
        reader, start, end, name, words
    ):
        return None
    if name in _ABBREVIATIONS and text[end : end + 1] == ".":
        end += 1
    offset = {"last": -1, "next": 1}.get(cue)
    if offset and reader.anchor:
        begin = start - back(reader, start, (cue,))
        days = _beside(month, offset, reader.anchor)
        return Found(begin, end, "month", days, precise=False)
    bare = Found(start, end, "month", when=(month, None), precise=False)
    return modified(reader, bare)


def _is_month(
    reader: Reader, start: int, end: int, name: str, words: list[str]
) -> bool:
    """Return whether "May", "June" or "Sep" is a month, by the words around it."""
    text, limit = reader.text, reader.end
    listed = _LISTED_MONTH.match(text, end, limit)
    if listed and listed[1].lower() in calendar.MONTHS:
        return True
    cue = words[-1] if words else ""
    dash = start > reader.start and text[start - 1] in "-–—"
    if cue in {"the", "a", "an"}:  # "the August vote", not "the March on Rome"
        noun = text[end : end + 1] == " " and text[end + 1 : end + 2].islower()
        return noun and not stands_free(text, end, limit)
    if (cue not in DATE_CUES and not dash) or text[end : end + 2] in {"’s", "'s"}:
        return False
    after = NAME.match(text, end + 1, limit)
    if after and after[0][0].isupper() and after[0].lower() not in calendar.MONTHS:
        return False
    if name in {"may", "march"} and cue in _WEAK_CUES:
        last = words[-2] if len(words) > 1 else ""
        return (
            last in calendar.MONTHS or last in {"end", "month"} | calendar.PARTS.keys()
        )
    return True


def _beside(month: int, offset: int, anchor: dt.date) -> Days | None:
    """Return "last May" or "next May"."""
    year = anchor.year
    if offset < 0 and month >= anchor.month:
        year -= 1
    if offset > 0 and month <= anchor.month:
        year += 1
    return calendar.months(year, month)


def _month_and_day(
    reader: Reader, start: int, month: int, found: re.Match[str]
) -> Found | None:
    """Read the day after a month, unless it counts something: "in May 12 people"."""
    text, limit = reader.text, reader.end
    end, last = found.end(), found[2]
    joined = last and text[found.end(1) : found.start(2)].split()
    if joined in (["and"], ["&"]) and COUNTED_AFTER.match(text, end, limit):
        end, last = found.end(1), None
    cue = reader.before(start, 10)[-1:]
    if cue == ["in"] and COUNTED_AFTER.match(text, end, limit):
        return None
    if not last and _OF_THEM.match(text, end, limit):
        return None  # "at the end of May 12 of these posts were vacant"
    if " the " in found[0] and not stands_free(text, end, limit):
        return None  # "in May the 5th battalion"
    cut = (found.end(1), found.start(2))
    number = int(last) if last else None
    return _dated(reader, start, end, month, int(found[1]), last=number, cut=cut)


def _weekday(
    reader: Reader, start: int, end: int, weekday: int, name: str
) -> Found | None:
    """Read "Monday", "last Friday", "Monday night" and "Monday, 3 November"."""
    text, limit = reader.text, reader.end
    goes_on = end < limit and text[end] in " ,.\t\n\xa0"
    following = text[end + 1 : min(end + 2, limit)]
    # "Monday said" goes on with neither a date nor the name of a newspaper.
    alone = text[end : end + 1] == " " and following.islower()
    date = None
    if goes_on and not (alone and following not in "aemnt"):
        date = _date_after_weekday(reader, end)
    if date is not None:
        date.start = start
        return date
    words = reader.before(start)
    cue = words[-1] if words else ""
    if (
        len(name) < 6  # noqa: PLR2004 # "Sun", "Sat" alone are other words
        or cue in _FEASTS
        or (goes_on and not alone and _PAPERS.match(text, end, limit))
    ):
        return None
    if alone and following in "aelmn" and (part := DAY_PART.match(text, end, limit)):
        end = part.end()
    days = None
    if reader.anchor is not None:
        ahead = cue in {"next", "coming"} or reader.looks_ahead(start, _WILL)
        behind = (reader.anchor.weekday() - weekday) % 7
        if cue in {"last", "past"}:
            offset = -(behind or 7)
        elif ahead and (behind or cue == "next"):
            offset = 7 - behind
        else:
            offset = -behind
        nearest = calendar.move(reader.anchor, offset)
        days = (nearest, nearest)
    if cue in {"last", "next", "this", "coming", "past"}:
        start -= back(reader, start, (cue,))
    marks = (("weekday", weekday),)
    return Found(start, end, "weekday", days, precise=False, marks=marks)


def _date_after_weekday(reader: Reader, end: int) -> Found | None:
    """Return the date in "Monday, 3 November" and "Monday, November 3"."""
    text, limit = reader.text, reader.end
    found = _DATE_AFTER_WEEKDAY.match(text, end, limit)
    if found is None:
        return None
    at = found.end()
    if text[at].isdigit():
        return read_day(reader, at)
    word = NAME.match(text, at, limit)
    month = calendar.MONTHS.get(word[0].lower()) if word else None
    day = word and _DAY_AFTER_MONTH.match(text, word.end(), limit)
    return _month_and_day(reader, at, month, day) if month and day else None
