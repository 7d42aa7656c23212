"""What the readers of periods share: the text around a place, and what is found there."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from factcheck.extract.periods import calendar
from factcheck.extract.periods.calendar import Days

_AHEAD = frozenset(
    "will would due expected expects scheduled plan plans planned upcoming next coming "
    "until till by before shall tomorrow forthcoming deadline".split()
)

BLANK = r"[ \t\n\xa0\u2009\u202f]"

YEAR_END = r"(\d{4})(?![\d%]|[.,]\d|[^\W\d_])"

NAME = re.compile(r"[A-Za-z]{2,9}")

ERA = re.compile(r" ?(BCE?|AD|CE|B\.C\.(?:E\.)?|A\.D\.|C\.E\.)(?!\w)")

DAY_PART = re.compile(r" (?:morning|afternoon|evening|night|lunchtime|midday|noon)\b")

COUNTED_AFTER = re.compile(
    r"[ \xa0](?:people|[a-z]{3,}(?:s|men)\b(?<!was)(?<!has)(?<!is)|per |percent|%)"
)

HEAT = frozenset("temperature temperatures high highs low lows".split())

AGES = frozenset("his her their my our your its".split())

OFFSETS = {"last": -1, "this": 0, "next": 1, "the": 0}


@dataclass(slots=True)
class Found:
    """A period that is being read; `when` is the month and day of a date without year."""

    start: int
    end: int
    kind: str
    days: Days | None = None
    precise: bool = True
    when: tuple[int, int | None] | None = None
    number: int | None = None
    unit: str | None = None
    parts: tuple[Found, Found] | None = None
    bound: str | None = None


@dataclass(slots=True)
class Reader:
    """The text between two offsets, and the date to resolve against."""

    text: str
    start: int
    end: int
    anchor: dt.date | None

    def before(self, at: int, size: int = 24) -> list[str]:
        """Return the lower-case words just before an offset, the last one last."""
        window = self.text[max(self.start, at - size) : at]
        return window.replace("-", " ").lower().split()

    def looks_ahead(self, at: int) -> bool:
        """Return whether the words before an offset speak of what is to come."""
        return not _AHEAD.isdisjoint(self.before(at, 60))


def back(reader: Reader, start: int, words: tuple[str, ...]) -> int:
    """Return how far before `start` the last of the words begins."""
    window = reader.text[max(reader.start, start - 20) : start].lower()
    return len(window) - max(window.rfind(word) for word in words)


def century_of(year: str) -> int:
    """Return a year that may be written with two digits."""
    value = int(year)
    if len(year) > 2:  # noqa: PLR2004
        return value
    return value + (2000 if value <= 69 else 1900)  # noqa: PLR2004 # POSIX strptime's pivot


def latest(reader: Reader, number: int, length: int) -> Days | None:
    """Return the latest such quarter or half that has begun when the document is dated."""
    if reader.anchor is None:
        return None
    days = calendar.months(reader.anchor.year, (number - 1) * length + 1, length)
    if days and days[0] > reader.anchor:
        days = calendar.months(
            reader.anchor.year - 1, (number - 1) * length + 1, length
        )
    return days


def modified(reader: Reader, found: Found) -> Found:
    """Narrow it by the words before: "early 2024", "the end of May", "mid-19th century"."""
    text, start = reader.text, found.start
    window = text[max(reader.start, start - 20) : start].lower()
    words = window.replace("-", " ").split()
    if not words:
        return found
    at = -1
    if words[-1] in {"the", "in", "of"}:
        words.pop()
        if words and words[-1] in {"of", "in"}:
            words.pop()
        if not words or words[-1] not in calendar.PARTS:
            return found
        if window.rstrip().endswith(" in") and words[-1] not in {"early", "late"}:
            return found
    elif words[-1] not in {"early", "mid", "late"}:
        return found
    word = words[-1]
    at = window.rfind(word)
    if at > 0 and window[at - 1].isalnum():
        return found
    days = found.days and calendar.part(found.days, calendar.PARTS[word])
    narrowed = replace(found, start=start - len(window) + at, days=days)
    if found.when:
        narrowed.unit = word  # resolved together with the year
    return narrowed


def previous(reader: Reader, at: int) -> tuple[str, int]:
    """Return the word before an offset in lower case, hyphens kept, and where it begins."""
    text = reader.text
    stop = at
    while stop > reader.start and at - stop < 2 and text[stop - 1] in " -\n\t\xa0":
        stop -= 1
    if stop == at:
        return "", at
    begin = stop
    floor = max(reader.start, stop - 20)
    while begin > floor and (text[begin - 1].isalnum() or text[begin - 1] in "-’'"):
        begin -= 1
    if begin == floor > reader.start and text[begin - 1].isalnum():
        return "", at
    return text[begin:stop].lower(), begin
