"""The day of a text that its head tells: "Saturday 23 August 2025" alone, or "Tepe, 12 April 2025 -"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import cache

from factcheck.model.text import Block, BlockKind

_PROSE = frozenset((BlockKind.TITLE, BlockKind.HEADING, BlockKind.BODY))
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")  # fmt: skip
_HEAD = 4  # blocks of a text among which a line of its date stands
_LONGEST = 80  # characters of a line that tells a date and little else
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DAY = (
    rf"(?:{_WEEKDAY},?\s)?(?:(?P<day>\d\d?)(?:st|nd|rd|th)?\s{_MONTH.format('month')},?\s(?P<year>\d{{4}})"
    rf"|{_MONTH.format('month2')}\s(?P<day2>\d\d?)(?:st|nd|rd|th)?,?\s(?P<year2>\d{{4}})"
    r"|(?P<iso>\d{4}-\d\d-\d\d))\b"
)
_TIME = (
    r"(?:,?\s(?:at\s)?\d\d?(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s(?:[A-Z]{2,4}|h))?)?"
)
_LABEL = r"(?:(?:first\s)?(?:published|posted|updated|issued|released|date|dated|last\supdated)(?:\son)?:?\s)?"
_PLACE = r"(?-i:[A-Z][\w.' -]{1,30}(?:\([A-Z][\w. ]{1,20}\))?,\s)?"


def day(text: str, blocks: Iterable[Block]) -> dt.date | None:
    """Return the day that the head of a text tells as its own, or None.

    Where others are told further down in the same way, the text is a chronicle, and of no one day.

    Args:
        text: The text.
        blocks: Its blocks, of which headlines and paragraphs are asked.
    """
    spans = [(b.span.start, b.span.end) for b in blocks if b.kind in _PROSE]
    for told in (_of_line, _of_opening):
        for number, span in enumerate(spans[:_HEAD], 1):
            found = told(text, *span)
            if found is not None:
                later = (told(text, *other) for other in spans[number:])
                return None if any(later) else found
    return None


def _of_line(text: str, start: int, end: int) -> dt.date | None:
    if end - start > _LONGEST:
        return None
    return _told(_line().fullmatch(text, start, end))


def _of_opening(text: str, start: int, end: int) -> dt.date | None:
    return _told(_opening().match(text, start, end))


def _told(match: re.Match[str] | None) -> dt.date | None:
    if match is None:
        return None
    try:
        if match["iso"]:
            return dt.date.fromisoformat(match["iso"])
        name = (match["month"] or match["month2"])[:3].lower()
        return dt.date(
            int(match["year"] or match["year2"]),
            _MONTHS.index(name) + 1,
            int(match["day"] or match["day2"]),
        )
    except ValueError:
        return None  # no day of the calendar


@cache
def _line() -> re.Pattern[str]:
    """Return a line of nothing but a date, and where and at what hour it is."""
    return re.compile(
        rf"(?i)[*_(]*{_LABEL}{_PLACE}(?:(?:late|early)(?:\son)?\s)?{_DAY}{_TIME}[.)*_]*"
    )


@cache
def _opening() -> re.Pattern[str]:
    """Return how a first paragraph begins with the day it was written: "Brackley, 8 July 2025 -"."""
    return re.compile(
        rf"(?i)[*_(]*{_PLACE}{_DAY}(?:\s\([A-Z][\w ]{{1,20}}\))?(?:\s?[\u2013\u2014]|\s-|[.:)*_]+)\s"
    )
