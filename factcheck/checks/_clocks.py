"""Spans of time between two clock times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck import units
from factcheck.checks import _ages, _arithmetic
from factcheck.checks._arithmetic import Place, Spot
from factcheck.model import Interval, Outcome

LAW = _ages.LAW
_FEWEST = 2

_CLOCK = (
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)\s*(?P<half>[ap])?"
    r"|(?P<whole>\d{1,2})\s*(?P<side>[ap])\.?m\b|\b(?P<name>noon|midday|midnight)\b"
)
_MINUTES = 24 * 60


def _time(found: re.Match[str]) -> tuple[int, bool]:
    """Return the minute of the day, and whether its half of the day is told."""
    if found["name"]:
        return (0 if found["name"] == "midnight" else 12 * 60), True
    hour, half = int(found["hour"] or found["whole"]), found["half"] or found["side"]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour % 24 * 60 + int(found["minute"] or 0), bool(half)


def minute(text: str) -> tuple[int, bool] | None:
    """Return the minute of the day that a time names, and whether its half of the day is told."""
    found = re.search(_CLOCK, text.lower())
    return _time(found) if found else None


def timed(said: str, ends: Sequence[Place | Spot], length: Place) -> Iterator[Outcome]:
    """Compare the time from the one to the other clock time in `said` with a span."""
    times = [_time(found) for found in re.finditer(_CLOCK, said.lower())]
    mention = length.passage.mention(length.slot)
    stated = units.convert_interval(mention.reading, mention.unit, "minute")
    if len(times) != _FEWEST or stated is None:
        return
    if stated.low is None or stated.low > _MINUTES:  # days lie between the two
        return
    (first, told), (last, also) = times
    if told != also:  # "from 9.30 to 2 p.m."
        return
    minutes = (last - first) % _MINUTES
    hours, rest = divmod(minutes, 60)
    fit = " ".join(
        [*([f"{hours} hours"] if hours else []), *([f"{rest} minutes"] if rest else [])]
    )
    yield _arithmetic.settle(
        LAW,
        (*ends, length),
        Interval(Decimal(minutes - 1), Decimal(minutes + 1)),
        stated,
        sum_text=f"From {said} is {fit}",
        said_text=length.said(),
        fit=fit,
        unit="minute",
    )
