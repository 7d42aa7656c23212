"""Ages against births, and things against the year they were made in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from factcheck.checks import _arithmetic
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, pattern
from factcheck.model import Interval, Mention, Outcome, Period
from factcheck.units import wording

LAW = "duration"

_BORN = r"\bborn (?:[a-z]+ ){0,4}?(?:on|in) (?:[a-z ]{0,30}in )?{a:d}"
_AGE_NOW = r"(?:\bis |\bis now |\bnow |\baged |\bturned |\bturns |\bage )(?:just |only )?<[ca](?P<c>\d+)>(?=[.,;:)]|$| (?:years old|and|but)\b)|(?:^|the |a |an )<a(?P<d>\d+)>"
_NAMED_AGE = (
    r", <[ac](?P<d>\d+)>, (?:who )?(?:was )?born (?:[a-z]+ ){0,4}?(?:on|in) {a:d}"
)
# "was 34 when he took office in 2010; now 48"
_AGED_THEN = (
    r"\b(?:was|aged) <[ca](?P<x>\d+)>,? when [^<;]{1,60}\b(?:in|on) {a:d}[^<]{1,60}"
    r"\b(?:now|today|is),? <[ca](?P<y>\d+)>"
)
# "born in 1950, she joined in 1972 at the age of 22"
_AGED_AT = (
    r"\bborn (?:[a-z]+ ){0,3}?(?:on|in) {a:d}[^<]{1,80}\b(?:in|on) {b:d},? (?:[a-z]+ ){0,2}?"
    r"(?:at the age of|aged|at) <[ca](?P<y>\d+)>"
)
# "Holt was born on 8 March 1999. The 28-year-old said"
_SAME_AGE = r"^(?:but |and |now )?the <a(?P<d>\d+)>(?!,? (?:mother|father|parent|daughter|son|wife|husband|brother|sister|house|building|bridge))"
_KIN = r"\b(?:son|daughter|child|children|mother|father|wife|husband|brother|sister|baby|twins?|grand[a-z]+) (?:was|were|is) born\b"
_JUST_NOW = r"<d\d+> (?:aged|at the age)|\b(?:yesterday|today|this week|last week)\b"
_MADE = r"\b(?:founded|established|built|opened|launched|created|formed|completed|inaugurated|set up|incorporated|erected|commissioned|dating) (?:[a-z]+ ){0,3}?(?:in|from|on) {a:d}"


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a period may be."""

    start: dt.date
    end: dt.date
    floating: bool  # the year is a guess

    @classmethod
    def of(cls, period: Period) -> Days | None:
        if period.start is None or period.end is None or period.start > period.end:
            return None
        return cls(period.start, period.end, not period.precise)


def ages(passage: Passage) -> Iterator[Outcome]:
    """Born in 1950, she is now 72; the 112-year-old bridge, built in 1903."""
    today, masked = passage.document.date, passage.masked
    if "born " in masked:
        yield from _aged_at(passage)
    if today is None:
        return
    yield from _aged_then(passage, today)
    named = pattern(_NAMED_AGE).search(masked)
    if named:
        yield from _age(passage, int(named["a"]), int(named["d"]), today)
        return
    years = [p for p in passage.items if isinstance(p, Period) and p.kind != "weekday"]
    if len(years) != 1:
        return
    for source in (_BORN, _MADE):
        match = pattern(source).search(masked)
        ages = list(pattern(_AGE_NOW).finditer(masked)) if match else []
        if not match or len(ages) != 1:
            continue
        age = int(ages[0]["c"] or ages[0]["d"])
        if source == _MADE and f"<a{age}>" not in masked:
            continue
        yield from _age(passage, int(match["a"]), age, today)


def _aged_then(passage: Passage, today: dt.date) -> Iterator[Outcome]:
    """Compare an age then, or a birth, with an age later."""
    masked = passage.masked
    match = pattern(_AGED_THEN).search(masked)
    if match:
        then = passage.mention(match["x"]).value
        yield from _aged(passage, match, Days(today, today, floating=False), then)
        return


def _aged_at(passage: Passage) -> Iterator[Outcome]:
    """Born in 1951, he died in 2020 at the age of 69."""
    match = pattern(_AGED_AT).search(passage.masked)
    if match:
        last = Days.of(passage.period(match["b"]))
        if last:
            yield from _aged(passage, match, last, Decimal(0))


def next_age(before: Passage, passage: Passage) -> Iterator[Outcome]:
    """Holt was born on 8 March 1999. The 25-year-old said that she would stay."""
    match = pattern(_SAME_AGE).match(passage.masked)
    today, born = passage.document.date, list(pattern(_BORN).finditer(before.masked))
    near = before.block == passage.block and before.index + 1 == passage.index
    if not match or today is None or len(born) != 1 or not near:
        return
    if before.masked.count("<d") > 1 or pattern(_KIN).search(before.masked):
        return
    days = Days.of(before.period(born[0]["a"]))
    mention = passage.mention(match["d"])
    gone = r"\b(?:died|dead|death|killed|late|dies)\b"
    if re.search(gone, f"{before.masked} {passage.masked}"):
        return
    if days is None or days.floating or mention.value is None or days.end > today:
        return
    places = Place(before, int(born[0]["a"])), Place(passage, int(match["d"]))
    yield _against(places, days, mention, today)


def _aged(
    passage: Passage, match: re.Match[str], last: Days, then: Decimal | None
) -> Iterator[Outcome]:
    first = Days.of(passage.period(match["a"]))
    age = passage.mention(match["y"])
    if first is None or first.floating or last.floating or then is None:
        return
    if age.value is None or last.end < first.start:
        return
    low = _years(first.end, last.start) + then - 1
    high = _years(first.start, last.end) + then + 1
    slots = [
        int(match[name]) for name in ("x", "a", "b", "y") if name in match.groupdict()
    ]
    # A birth gives the age to the year; an age then, only to the next birthday.
    ages = (low + 1, high if then else high - 1)
    fit = " or ".join(wording.number(age) for age in dict.fromkeys(ages))
    yield _arithmetic.settle(
        LAW,
        [Place(passage, slot) for slot in slots],
        Interval(low, high),
        Interval.point(age.value),
        sum_text=f"Counted from {passage.period(match['a']).surface}, the age is {fit}",
        said_text=wording.number(age.value),
        fit=fit,
        exact=True,
    )


def _age(passage: Passage, slot: int, age: int, today: dt.date) -> Iterator[Outcome]:
    days, mention = Days.of(passage.period(slot)), passage.mention(age)
    if days is None or days.floating or mention.value is None or days.end > today:
        return
    gone = re.search(r"\b(?:died|dead|death|killed|late|dies)\b", passage.masked)
    if gone and not re.search(_JUST_NOW, passage.masked):
        return
    places = Place(passage, slot), Place(passage, age)
    yield _against(places, days, mention, today)


def _against(
    places: tuple[Place, Place], days: Days, mention: Mention, today: dt.date
) -> Outcome:
    low, high = _years(days.end, today), _years(days.start, today)
    said = places[0].said()
    fit = str(low) if low == high else f"{low} or {high}"
    # A birthday may lie between the writing and the printing.
    derived = Interval(Decimal(low - 1), Decimal(high + 1))
    value = mention.value if mention.value is not None else Decimal(0)
    return _arithmetic.settle(
        LAW,
        places,
        derived,
        mention.reading,
        sum_text=f"From {said} to the date of this text is {fit} years",
        said_text=wording.number(value),
        fit=fit,
        exact=True,
    )


def _years(start: dt.date, end: dt.date) -> int:
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))
