# ruff: noqa: PLR0911, RUF001 - one way out for each form; dashes as people type them
"""Periods: dates, years, seasons, clock times and positions in time, as intervals of days.

One cheap pass finds where a period may stand (digits, capitals that begin a month or a
day, words such as "year"); small anchored patterns read it there. Neighbours are then
joined: "from March 2016 to June 2021" is one span.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import NamedTuple

from factcheck.extract.periods import calendar
from factcheck.extract.periods.calendar import Days
from factcheck.extract.periods.dates import read_name
from factcheck.extract.periods.figures import read_digits
from factcheck.extract.periods.reading import Found, Reader
from factcheck.extract.periods.words import read_words
from factcheck.model import Interval, Period, Span

NAMES = {
    word.encode()
    for word in (
        *calendar.MONTHS,
        *calendar.WEEKDAYS,
        *["q", "h", "fy", "christmas", "boxing", "new"],
    )
}
"""Words in lower case; written with a capital, they may begin a period."""


class Places(NamedTuple):
    """Where periods may be in a stretch of text.

    Attributes:
        begins: Where each run of digits and each of `NAMES` begins and ends, in order.
        hints: Where each of `words.HINTS` stands, and which it is.
    """

    begins: list[tuple[int, int]]
    hints: list[tuple[int, bytes]]


_BOUNDS = {
    "since": "since", "until": "until", "till": "until", "by": "by",
    "before": "before", "after": "after", "from": "from",
}  # fmt: skip

# Before a blank, what may end a word of these, or "the".
_BOUND_ENDS = frozenset("elyrmELYRM-")

# "The six months to June"
_MONTHS_TO = {"three": 3, "six": 6, "nine": 9, "twelve": 12, "12": 12}
_WHOLE = frozenset({"the", "full", "financial", "fiscal"})
_YEAR_TO = 3  # words: "the year to"

_JOINS = frozenset(
    {"to", "through", "until", "till", "thru", "-", "–", "—", "and", "up to"}
)

_DATED_KINDS = frozenset(
    {"date", "month", "year", "quarter", "half", "season", "decade", "century"}
    | {"weekday", "fiscal", "relative"}
)


def scan(
    text: str, start: int, end: int, anchor: dt.date | None, places: Places
) -> list[Period]:
    """Return the periods that are named in text[start:end].

    Args:
        text: The text of a document.
        start: First code point to read.
        end: After the last code point to read.
        anchor: Date of the document, against which "last Friday" is resolved.
        places: Where to look.

    Returns:
        Periods in order, not overlapping. Days are inclusive. What cannot be resolved
        has neither start nor end.

    >>> places = Places([(3, 6), (7, 11)], [])
    >>> [(p.surface, p.kind) for p in scan("In May 2024 and since.", 0, 22, None, places)]
    [('May 2024', 'month')]
    """
    begins, hints = places
    if not (begins or hints):
        return []
    reader = Reader(text, start, end, anchor)
    found = _digits_and_names(reader, begins)
    if hints and (words := read_words(reader, hints)):
        found = _disjoint([*found, *words])
    if not found:
        return []
    found = _join(reader, found)
    _resolve(reader, found)
    return [_period(text, one) for one in found]


def _period(text: str, found: Found) -> Period:
    days = found.days
    start, end = days or (None, None)
    elapsed = None
    if found.kind == "position" and found.number:  # on day 0 nothing has elapsed
        elapsed = Interval(
            Decimal(found.number - 1), Decimal(found.number), high_open=True
        )
    return Period(
        Span(found.start, found.end),
        text[found.start : found.end],
        found.kind,
        start,
        end,
        elapsed,
        found.unit,
        precise=found.precise and days is not None,
        bound=found.bound,
        parts=tuple(_period(text, part) for part in found.parts) if found.parts else (),
        marks=_marks(found) if days is None else (),
    )


def _marks(found: Found) -> tuple[tuple[str, int], ...]:
    """Return what is known of a period that could not be resolved."""
    if found.when is None:
        return found.marks
    month, day = found.when
    return (("month", month),) if day is None else (("month", month), ("day", day))


def _disjoint(found: list[Found]) -> list[Found]:
    """Return them in order; of two that overlap, the longer."""
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Found] = []
    for one in found:
        while kept and one.start < kept[-1].end:
            if one.end - one.start <= kept[-1].end - kept[-1].start:
                break
            kept.pop()
        else:
            kept.append(one)
    return kept


def _digits_and_names(reader: Reader, begins: list[tuple[int, int]]) -> list[Found]:
    """Return what begins with a digit or with the name of a month or a day."""
    text, at = reader.text, reader.start
    found: list[Found] = []
    for here, end in begins:
        if here < at:
            continue
        if text[here] > "9":
            if here > reader.start and text[here - 1].isalnum():
                continue
            one = read_name(reader, here, end)
        elif end - here > 4:  # noqa: PLR2004 # no year has five
            continue
        else:
            one = read_digits(reader, here, end, found)
        if one is not None and one.end <= reader.end:
            found.append(one)
            at = one.end
    return found


def _join(reader: Reader, found: list[Found]) -> list[Found]:
    """Join "X to Y", "between X and Y" and "the first week of May" into one."""
    joined: list[Found] = []
    for one in found:
        last = joined[-1] if joined else None
        if last is not None and one.start - last.end < 12:  # noqa: PLR2004
            merged = _merge(reader, last, one)
            if merged is not None:
                joined[-1] = merged
                continue
        joined.append(one)
    return joined


def _merge(reader: Reader, one: Found, other: Found) -> Found | None:
    gap = reader.text[one.end : other.start]
    link = gap.strip().lower().removesuffix(" the")
    if one.kind == other.kind == "time":
        if link not in {"to", "-", "–", "until"}:
            return None
        return Found(one.start, other.end, "time", precise=False)
    if one.kind == "position" and link in {"of", "in"}:
        return _position_in(one, other)
    if link in {"and", "or", ","} or link in _JOINS:
        _share_year(one, other)
    if one.kind not in _DATED_KINDS or other.kind not in _DATED_KINDS:
        return None
    if link not in _JOINS or (link == "—" and gap != link):
        return None
    if link == "and" and "between" not in reader.before(one.start, 14)[-2:]:
        return None
    return Found(
        one.start,
        other.end,
        "span",
        precise=one.precise and other.precise,
        parts=(one, other),
    )


def _share_year(one: Found, other: Found) -> None:
    """Give "May and June 2024", "Q1 to Q3 2024" the year that stands at the end."""
    if other.days is None or other.when is not None or not other.precise:
        return
    year = other.days[0].year
    if one.when is not None and other.kind in {"date", "month", "span"}:
        days = _days_of(one.when, year)
    elif one.kind in {"quarter", "half"} and not one.precise and one.kind == other.kind:
        length = 3 if one.kind == "quarter" else 6
        days = calendar.months(year, ((one.number or 1) - 1) * length + 1, length)
    else:
        return
    if days and days[0] <= other.days[0]:
        one.days, one.when, one.precise = days, None, True


def _days_of(when: tuple[int, int | None], year: int) -> Days | None:
    month, number = when
    if number is None:
        return calendar.months(year, month)
    date = calendar.day(year, month, number)
    return None if date is None else (date, date)


def _position_in(one: Found, other: Found) -> Found | None:
    """Resolve "the first week of May 2024" as days."""
    if other.kind != "month" or one.unit not in {"week", "day"} or not other.days:
        return None
    length = 7 if one.unit == "week" else 1
    number = one.number or 1
    first = calendar.move(other.days[0], (number - 1) * length)
    if first > other.days[1]:
        return None
    return Found(
        one.start,
        other.end,
        "date",
        (first, min(calendar.move(first, length - 1), other.days[1])),
        precise=other.precise,
    )


def _resolve(reader: Reader, found: list[Found]) -> None:
    """Give dates without a year one, spans their ends, and each its bound."""
    anchor = reader.anchor
    last = (anchor, anchor) if anchor else None
    for one in found:
        if one.parts is not None and one.days is None:
            _resolve_span(reader, one, *one.parts)
        elif one.kind == "relative" and one.number is not None:
            _resolve_contextual(one, last)
        else:
            _resolve_one(reader, one)
        if one.kind not in {"time", "position"}:
            end = reader.text[one.start - 2 : one.start - 1]
            if one.kind != "span" and (end in _BOUND_ENDS or end.isspace()):
                words = reader.before(one.start, 16)
                cue = words[-1] if words else ""
                if cue == "the" and len(words) > 1:
                    cue = words[-2]
                one.bound = _BOUNDS.get(cue)
            last = one.days or last


def _resolve_one(reader: Reader, one: Found) -> None:
    if one.when is not None and one.days is None and reader.anchor is not None:
        month, number = one.when
        ahead = reader.looks_ahead(one.start) or reader.leads_up(one.start)
        one.days = calendar.nearest(month, number, reader.anchor, ahead=ahead)
        if one.days and one.unit:
            one.days = calendar.part(one.days, calendar.PARTS[one.unit])
    if one.kind != "position":
        one.unit = None
    if one.days and one.kind in {"date", "month"}:
        _lead_up(reader, one)


def _lead_up(reader: Reader, one: Found) -> None:
    """Read "in the year to 31 March", "in the six months to June" as all the days up to it."""
    words = reader.before(one.start, 36)
    while words and words[-1] in {"the", "end", "of"}:
        words.pop()
    if len(words) < _YEAR_TO or words[-1] != "to" or one.days is None:
        return
    span, many = words[-2], words[-3]
    months = (
        12
        if span == "year" and many in _WHOLE
        else _MONTHS_TO.get(many)
        if span == "months"
        else None
    )
    if months is None:
        return
    after = calendar.move(one.days[1], 1)
    first = calendar.months(after.year, after.month - months, 1)
    if first is not None:
        start = calendar.day(first[0].year, first[0].month, after.day)
        one.days, one.kind = (start or first[0], one.days[1]), "span"


def _resolve_contextual(one: Found, last: Days | None) -> None:
    """Resolve "the previous day" against the period that was named before it."""
    if last is not None:
        unit = one.unit or "day"
        near = last[0] if (one.number or 0) < 0 else last[1]
        one.days = calendar.relative(unit, one.number or 0, near)
    one.unit = one.number = None


def _put_back(reader: Reader, span: Found, one: Found, other: Found) -> None:
    """Put months of no year, told as past, before the date of the document: "between April and March"."""
    anchor = reader.anchor
    if not one.kind == other.kind == "month" or not (one.days and other.days):
        return
    if not anchor or other.days[1] <= anchor or reader.looks_ahead(span.start):
        return
    if one.when and other.when:
        first = _days_of(one.when, one.days[0].year - 1)
        last = _days_of(other.when, other.days[0].year - 1)
        if first and last and last[1] <= anchor:
            one.days, other.days = first, last


def _resolve_span(reader: Reader, span: Found, one: Found, other: Found) -> None:
    """Resolve both ends; an end without a year takes it from the other."""
    if one.when and other.when is None and other.days:
        year = other.days[0].year
        for candidate in (year, year - 1):
            days = _days_of(one.when, candidate)
            if days and days[0] <= other.days[1]:
                one.days, one.precise = days, other.precise
                break
    _resolve_one(reader, one)
    if other.when and one.days:
        year = one.days[0].year
        for candidate in (year, year + 1):
            days = _days_of(other.when, candidate)
            if days and days[1] >= one.days[0]:
                other.days = days
                break
    _resolve_one(reader, other)
    span.precise = one.precise and other.precise
    _put_back(reader, span, one, other)
    if one.days and other.days:
        if one.kind == "weekday" and one.days[0] > other.days[0]:
            first = calendar.move(one.days[0], -7)
            one.days = (first, first)
        if one.days[0] <= other.days[1]:
            span.days = (one.days[0], other.days[1])
