"""How many days lie between two dates, and whether a stated span is that long."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck import units
from factcheck.checks import _ages, _arithmetic
from factcheck.checks._ages import Days
from factcheck.checks._arithmetic import Place, Spot
from factcheck.model import Form, Interval, Mention, Outcome

_FEBRUARY, _LEAP_DAY = 2, 29
_YEAR = 366  # days


def to_today(
    start: Place | Spot, days: Days, today: dt.date, length: Place
) -> Iterator[Outcome]:
    """Compare a span with the days from its start to the date of the document."""
    now = Days(today, today, floating=False)
    yield from compared((start,), days, now, length, to="the date of this text")


def between(first: Days, last: Days) -> Interval:
    """Return the days from the one to the other; either end may be counted or not."""
    start, end = last.start, last.end
    if first.floating or last.floating:
        start, end = (_in_year(day, first.start.year) for day in (start, end))
        if end < first.start:
            start, end = (_in_year(day, day.year + 1) for day in (start, end))
    return Interval(
        Decimal((start - first.end).days - 1), Decimal((end - first.start).days + 1)
    )


def _in_year(day: dt.date, year: int) -> dt.date:
    leap = day.month == _FEBRUARY and day.day == _LEAP_DAY
    return day.replace(year=year, day=_LEAP_DAY - 1 if leap else day.day)


def stated(mention: Mention) -> Interval | None:
    """Return a span of time in days; a last digit of weeks and more may have been cut."""
    reading = units.convert_interval(mention.reading, mention.unit, "day")
    if reading is None:
        return None
    return _arithmetic.loosened(reading) if mention.unit == "year" else reading


def compared(
    dates: Sequence[Place | Spot],
    first: Days,
    last: Days,
    length: Place,
    *,
    to: str | None = None,
) -> Iterator[Outcome]:
    """Compare a span with the days between two dates; `to` names an end that is not told."""
    mention = length.passage.mention(length.slot)
    told = stated(mention)
    if told is None or mention.form in (Form.VAGUE, Form.AGE):
        return
    derived = between(first, last)
    # Without a year, whole years may have passed.
    long = mention.unit == "year" or (told.high is not None and told.high > _YEAR)
    if long and (first.floating or last.floating):
        return
    if derived.high is not None and derived.high < 0:
        return
    said = [place.said() for place in dates]
    ends = " to ".join([*said, *([to] if to else [])])
    fit = _ages.spoken(derived)
    yield _arithmetic.settle(
        _ages.LAW,
        (*dates, length),
        derived,
        told,
        sum_text=f"From {ends} is {fit}",
        said_text=_arithmetic.said(length.passage, length.slot),
        fit=fit,
    )
