# ruff: noqa: RUF001, SIM905 - quotes and dashes as people type them; word lists
"""What the readers of periods share: the text around a place, and what is found there."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from factcheck.extract.periods import calendar
from factcheck.extract.periods.calendar import Days

_AHEAD = frozenset(
    "will would due expected expects scheduled plan plans planned upcoming next coming "
    "shall tomorrow forthcoming deadline".split()
)
_AROUND = 90  # characters
# The same of the date that they lead to: "by the end of June", but not "by the painter".
_LEADING = frozenset("until till by before".split())
_LED = frozenset(
    "the end of start middle beginning early mid late monday tuesday wednesday thursday friday "
    "saturday sunday".split()
)
# What was so by then is past: "had sold 400 by the end of June", and not "had to pay by June".
_WAS = re.compile(
    r"\b(?:had|was|were|stood|fell|rose|grew)\b(?! to\b)(?P<rest>.*)$", re.DOTALL
)
# "Under the contract signed in June", but not "will be signed in June".
_DONE = re.compile(
    r"(?<!\bbe )(?<!\bget )(?<!\bto )\b(?:signed|agreed|announced|published|unveiled|approved|passed|adopted"
    r"|launched|struck|presented|released|made|drawn up|set out|voted|awarded|ordered) (?:in|on|last) (?:early |mid-|late )?$"
)
_IS_TO = re.compile(r"\bto [a-z]|\b(?:if|until|should|must|would|will)\b")


class Lazy:
    """A pattern that is compiled when it is first matched.

    Compiling all patterns of the package takes 5 ms, more than most short texts do.
    """

    __slots__ = ("match",)
    match: Callable[..., re.Match[str] | None]

    def __init__(self, pattern: str) -> None:
        def first(text: str, start: int, end: int) -> re.Match[str] | None:
            self.match = re.compile(pattern).match
            return self.match(text, start, end)

        self.match = first


BLANK = r"[ \t\n\xa0\u2009\u202f]"

YEAR_END = r"(\d{4})(?![\d%]|[.,]\d|[^\W\d_])"

NAME = Lazy(r"[A-Za-z]{2,9}")

ERA = Lazy(r" ?(BCE?|AD|CE|B\.C\.(?:E\.)?|A\.D\.|C\.E\.)(?!\w)")

DAY_PART = Lazy(r" (?:morning|afternoon|evening|night|lunchtime|midday|noon)\b")

COUNTED_AFTER = Lazy(
    r"[ \xa0](?:people|[a-z]{3,}(?:s|men)\b(?<!was)(?<!has)(?<!is)|per |percent|%)"
)

HEAT = frozenset("temperature temperatures high highs low lows".split())

AGES = frozenset("his her their my our your its".split())

OFFSETS = {"last": -1, "this": 0, "next": 1, "the": 0}


class Found:
    """A period that is being read. No dataclass: making one takes a millisecond.

    Attributes:
        start: Where it starts.
        end: Where it ends.
        kind: As in `Period`.
        days: First and last day, or None.
        precise: Whether the words give all of it.
        when: Month and day (or None) of a date without a year.
        number: Of a position, which one; of "the previous day", the offset.
        unit: Of a position, its unit; of a month without a year, the part of it.
        parts: The two ends of a span.
        bound: As in `Period`.
        marks: As in `Period`.
    """

    __slots__ = (
        "bound", "days", "end", "kind", "marks", "number", "parts", "precise", "start", "unit",
        "when",
    )  # fmt: skip

    def __init__(
        self,
        start: int,
        end: int,
        kind: str,
        days: Days | None = None,
        *,
        precise: bool = True,
        when: tuple[int, int | None] | None = None,
        number: int | None = None,
        unit: str | None = None,
        parts: tuple[Found, Found] | None = None,
        marks: tuple[tuple[str, int], ...] = (),
    ) -> None:
        self.start = start
        self.end = end
        self.kind = kind
        self.days = days
        self.precise = precise
        self.when = when
        self.number = number
        self.unit = unit
        self.parts = parts
        self.bound: str | None = None
        self.marks = marks


class Reader:
    """The text between two offsets, and the date to resolve against."""

    __slots__ = ("anchor", "end", "start", "text")

    def __init__(self, text: str, start: int, end: int, anchor: dt.date | None) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.anchor = anchor

    def before(self, at: int, size: int = 24) -> list[str]:
        """Return the lower-case words just before an offset, the last one last."""
        window = self.text[max(self.start, at - size) : at]
        return window.replace("-", " ").lower().split()

    def looks_ahead(self, at: int, cues: frozenset[str] = _AHEAD) -> bool:
        """Return whether the words before it, in its sentence, speak of what is to come."""
        window = self.text[max(self.start, at - 60) : at].rpartition(". ")[2].lower()
        return not cues.isdisjoint(window.split()) and not _DONE.search(window)

    def leads_up(self, at: int) -> bool:
        """Return whether the words just before a date lead up to it: "until the end of"."""
        words = self.before(at)
        while words and (words[-1].strip(",") in _LED or words[-1][0].isdigit()):
            words.pop()
        return bool(words) and words[-1] in _LEADING and not self._is_told(at)

    def _is_told(self, at: int) -> bool:
        """Return whether the words around a date, in its sentence, tell what was so by then."""
        before = self.text[max(self.start, at - _AROUND) : at].rpartition(". ")[2]
        after = self.text[at : min(self.end, at + _AROUND)].partition(". ")[0]
        return any(
            (found := _WAS.search(text.lower())) is not None
            and not _IS_TO.search(found["rest"])
            for text in (before, after)
        )


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
    found.start = start - len(window) + at
    if found.days:
        found.days = calendar.part(found.days, calendar.PARTS[word])
    elif found.when:
        found.unit = word  # resolved together with the year
    return found


def previous(reader: Reader, at: int) -> tuple[str, int]:
    """Return the word before an offset in lower case, hyphens kept, and where it begins.

    No word stands there if punctuation, or more than two blanks, come between.
    """
    window = reader.text[max(reader.start, at - 24) : at]
    words = window.rstrip(" -\n\t\xa0")
    blanks = len(window) - len(words)
    if not 0 < blanks < 3:  # noqa: PLR2004
        return "", at
    token = words.split(" ")[-1].split("\n")[-1].lstrip("(“\"‘'[")
    if not token or not token[-1].isalnum():
        return "", at
    return token.lower(), at - blanks - len(token)
