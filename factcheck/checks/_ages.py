"""Ages against births, and things against the year they were made in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import _arithmetic
from factcheck.checks._arithmetic import Place, Spot
from factcheck.checks._context import (
    PEOPLE,
    Passage,
    finds,
    matches,
    pattern,
    search,
)
from factcheck.frozen import dataclass
from factcheck.language import words
from factcheck.model import Interval, Mention, Outcome, Period
from factcheck.units import wording

LAW = "duration"

DAYS_IN = {
    "year": Decimal("365.2425"),
    "month": Decimal("30.436875"),
    "week": Decimal(7),
    "day": Decimal(1),
}

_BORN = r"\bborn (?:[a-z]+ ){0,4}?(?:on|in) (?:[a-z ]{0,30}in )?{a:d}"
_AGE_NOW = r"(?:\bis |\bis now |\bnow |\baged |\bturned |\bturns |\bage )(?:just |only )?<[ca](?P<c>\d+)>(?=[.,;:)]|$| (?:years old|and|but|in|on|this|next|last|<w)\b)|(?:^|the |a |an )<a(?P<d>\d+)>"
_NAMED_AGE = (
    r", <[ac](?P<d>\d+)>, (?:who )?(?:was )?born (?:[a-z]+ ){0,4}?(?:on|in) {a:d}"
)
_AGED_AT = (
    r"\bborn (?:[a-z]+ ){0,3}?(?:on|in) {a:d}[^<]{1,80}?\b(?:(?:in|on) |died )(?:early |late )?{b:dw},? (?:[a-z]+ ){0,2}?"
    r"(?:at the age of|aged|at|was) <[ca](?P<y>\d+)>"
)
# "Built in 1998 and given new engines in 2015, the 36-year-old ship": another year of the same thing.
_REMADE = r"^[a-z]+ in <d\d+> and (?!by\b)[a-z]+(?: [a-z]+){0,4} in <d\d+>,? the <a\d+>"
_FINE = frozenset({"hour", "day", "week"})
_MONTHS = 300
_NEAR = 50  # characters
_JUBILEES = ("anniversary", "birthday")
# What makes a year the one that a jubilee counts from.
_SINCE = (
    r"\b(?:founded|founding|established|built|opened|opening|launch(?:ed)?|created|formed|set up"
    r"|born|dates (?:from|back)|dating|inaugurated|incorporated|began|started|signed|signing)\b|<q\d+> of (?:the|its|his|her|their|a)\b"
)
_HELD = r"<q\d+>,? (?:in|on) <d\d+>|\b(?:in|on) <d\d+>,? (?:on |for |at )?(?:its|their|his|her) <q"
_ELSEWHEN = (
    r"\b(?:had|was then|were then|at the time|years ago|the year before|the following year|ahead of"
    r"|in the run-up|would|planned|since his|since her)\b"
)
_ANY_YEAR = 2000  # with a 29 February
# An age, or a birth, of somebody else.
KIN = r"\b(?:would have|wife|husband|son|daughter|brother|sister|mother|father|child(?:ren)?|widow|partner|twins?|grand[a-z]+|baby|if)\b[^,;]*$"
_JUST_NOW = r"<d\d+> (?:aged|at the age)|\b(?:yesterday|today|this week|last week)\b"
_MADE = r"\b(?:founded|established|built|opened|launched|created|formed|completed|inaugurated|set up|incorporated|erected|commissioned|dat(?:ing|es|ed)) (?:[a-z]+ ){0,7}?(?:in|from|on) {a:d}"


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a period may be."""

    start: dt.date
    end: dt.date
    floating: bool  # the year is a guess

    @classmethod
    def of(cls, period: Period) -> Days | None:
        if period.start is None and period.kind == "date":
            # "On 3 May", in a text without a date: a day of any year.
            known = dict(period.marks)
            if {"month", "day"} <= set(known):
                day = dt.date(_ANY_YEAR, known["month"], known["day"])
                return cls(day, day, floating=True)
        if period.start is None or period.end is None or period.start > period.end:
            return None
        return cls(period.start, period.end, not period.precise)

    def is_past(self, today: dt.date, unit: str | None) -> bool:
        """Return whether a day is told to its year, or is hardly of another than this one."""
        if not self.floating:
            return True
        return unit in _FINE and 0 < (today - self.start).days < _MONTHS


def ages(passage: Passage) -> Iterator[Outcome]:
    """Born in 1950, she is now 72; the 112-year-old bridge, built in 1903."""
    today, masked = passage.document.date, passage.masked
    if "born " in masked or "b. " in masked:
        yield from _aged_at(passage)
    if today is None:
        return
    named = search(masked, _NAMED_AGE)
    if named:
        yield from _age(passage, int(named["a"]), int(named["d"]), today)
        return
    years = [
        period
        for period in passage.items
        if isinstance(period, Period)
        and period.precise
        and period.start is not None
        and period.start <= today
        and period.kind not in {"weekday", "relative"}
    ]
    if not years or (len(years) > 1 and not finds(masked, _REMADE)):
        return
    for source in (_BORN, _MADE):
        match = search(masked, source)
        ages = matches(masked, _AGE_NOW) if match else ()
        if not match or len(ages) != 1:
            continue
        age = int(ages[0]["c"] or ages[0]["d"])
        if source == _BORN and pattern(KIN).search(_until(masked, age)):
            continue
        if source == _MADE and not _is_thing(masked, age, match):
            continue
        yield from _age(passage, int(match["a"]), age, today)


def _until(masked: str, age: int) -> str:
    """Return what is said before an age, or of whom it is said to be another's."""
    return "son" if "whose " in masked else masked.partition(f"{age}>")[0]


def _is_thing(masked: str, age: int, made: re.Match[str]) -> bool:
    """Return whether what has an age is what was made then, and no person beside it."""
    token = f"<a{age}>"
    at = masked.find(token)
    if at < 0:
        return False
    after = masked[at + len(token) :]
    noun = re.match(r"(?: [a-z'-]+){0,6}", after)
    between = noun[0] if noun else ""
    if made.start() > at:
        between = between[: made.start() - at - len(token)]
    else:  # "opened in 1932, is 72 years old"; "built in 1985, the 41-year-old ferry"
        between = " ".join(between.split()[:3])
    end = max(made.end(), at + len(token) + len(between))
    if re.search(r"\b(?:whose|his|her|their)\b", masked[:end]):
        return False
    if made.start() > at and re.search(r" (?:of|and|from|at|in|on|with|for) ", between):
        return False
    return not any(words.lemma(word) in PEOPLE for word in between.split())


def jubilee(passage: Passage) -> Iterator[Outcome]:
    """Count from the year of an event to its anniversary, or to the birthday of one born."""
    today, masked = passage.document.date, passage.masked
    slots = [
        slot
        for slot, item in enumerate(passage.items)
        if isinstance(item, Period) and item.surface.lower().endswith(_JUBILEES)
    ]
    dates = [
        slot
        for slot, item in enumerate(passage.items)
        if isinstance(item, Period)
        and item.kind in {"date", "month", "year"}
        and item.precise
        and not item.parts
    ]
    if len(slots) != 1 or today is None:
        return
    if not dates or not search(masked, _SINCE):
        return
    # "Of the calves born since 1990, 35 lived past their first birthday."
    several = "their <q" in masked and "birthday" in passage.period(slots[0]).surface
    one = "her <q" in masked or "his <q" in masked
    if several or (one and "born " not in masked):
        return
    days = sorted(
        (found.start, found.end, slot)
        for slot in dates
        if (found := Days.of(passage.period(slot)))
    )
    last = _held_on(masked, days, f"<q{slots[0]}>") or today
    if not days or (last is today and not _counts_from(masked, days, slots[0])):
        return
    places = [Place(passage, slot) for _, _, slot in days]
    yield from _jubilee(places, days[0][0].year, last, Place(passage, slots[0]), today)


def _held_on(
    masked: str, days: Sequence[tuple[dt.date, dt.date, int]], token: str
) -> dt.date | None:
    """Return the day on which a jubilee is held, where it is told beside its start."""
    if len(days) != 2:  # noqa: PLR2004 - the start, and the day
        return None
    (_, _, start), (day, _, slot) = days
    told = _clause(masked, token)
    beside = f"<d{slot}>" in told and _is_start(masked, start)
    if search(masked, _HELD) or (beside and not finds(told, _ELSEWHEN)):
        return day
    return None


def _counts_from(
    masked: str, days: Sequence[tuple[dt.date, dt.date, int]], slot: int
) -> bool:
    """Return whether a jubilee counts from the one year of its sentence to today."""
    told = _clause(masked, f"<q{slot}>")
    return (
        len(days) == 1 and _is_start(masked, days[0][2]) and not finds(told, _ELSEWHEN)
    )


def _clause(masked: str, token: str) -> str:
    """Return what stands before a token in its clause."""
    return re.split(r"[,;] | and ", masked.partition(token)[0])[-1]


def _is_start(masked: str, slot: int) -> bool:
    """Return whether a year is told with what began in it."""
    before, _, after = masked.partition(f"<d{slot}>")
    return finds(f"{before[-_NEAR:]}<d>{after[:_NEAR]}", _SINCE)


def _jubilee(
    places: Sequence[Place | Spot],
    first: int,
    last: dt.date,
    place: Place,
    today: dt.date,
) -> Iterator[Outcome]:
    count = last.year - first
    position = place.passage.period(place.slot)
    if count <= 0 or position.elapsed is None or position.elapsed.low is None:
        return
    said = " to ".join(
        [place.said() for place in places]
        + (["the date of this text"] if last is today else [])
    )
    # A text on a jubilee may be of the year before or after it.
    slack = 1 if last is today else 0
    yield _arithmetic.settle(
        LAW,
        [*places, place],
        Interval(Decimal(count - slack), Decimal(count + slack)),
        Interval.point(position.elapsed.low),
        sum_text=f"From {said} is {count} years",
        said_text=f"the {position.surface}",
        fit=str(count),
        exact=True,
    )


def _aged_at(passage: Passage) -> Iterator[Outcome]:
    """Born in 1951, he died in 2020 at the age of 69."""
    match = search(passage.masked, _AGED_AT)
    if not match:
        return
    birth, end = Place(passage, int(match["a"])), Place(passage, int(match["b"]))
    place, period = Place(passage, int(match["y"])), passage.period(end.slot)
    age = passage.mention(place.slot)
    first, last = Days.of(passage.period(birth.slot)), Days.of(period)
    if first is None or last is None or first.floating or period.parts:
        return
    # The year of its end may follow from the document's.
    undated = last.floating and passage.document.date is None
    if undated or age.value is None or last.end < first.start:
        return
    low, high = years(first.end, last.start), years(first.start, last.end)
    fit = " or ".join(
        wording.number(Decimal(age)) for age in dict.fromkeys((low, high))
    )
    yield _arithmetic.settle(
        LAW,
        [birth, end, place],
        Interval(Decimal(low - 1), Decimal(high + 1)),
        Interval.point(age.value),
        sum_text=f"Counted from {birth.said()}, the age is {fit}",
        said_text=wording.number(age.value),
        fit=fit,
        exact=True,
    )


def _age(passage: Passage, slot: int, age: int, today: dt.date) -> Iterator[Outcome]:
    days, mention = Days.of(passage.period(slot)), passage.mention(age)
    if days is None or days.floating or mention.value is None or days.end > today:
        return
    gone = re.search(r"\b(?:died|dead|death|killed|late|dies)\b", passage.masked)
    if gone and not pattern(_JUST_NOW).search(passage.masked):
        return
    places = Place(passage, slot), Place(passage, age)
    yield _against(places, days, mention, today)


def _against(
    places: tuple[Place, Place], days: Days, mention: Mention, today: dt.date
) -> Outcome:
    low, high = years(days.end, today), years(days.start, today)
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


def years(start: dt.date, end: dt.date) -> int:
    """Return the whole years between two days."""
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def spoken(days: Interval) -> str:
    """Say a number of days as a span of time, in the unit that an editor would use."""
    if days.low is None or days.high is None:
        return wording.amount(days, "day")
    middle = (days.low + days.high) / 2
    if middle < 60:  # noqa: PLR2004  two months
        low = max(days.low, Decimal(0))
        return f"{wording.number(low)} to {wording.number(days.high)} days"
    unit = "year" if middle >= 2 * DAYS_IN["year"] else "month"
    value = _arithmetic.to_places(middle / DAYS_IN[unit], 1)
    return f"about {wording.number(value)} {unit}s"
