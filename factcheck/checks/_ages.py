"""Ages against births, and things against the year they were made in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import _arithmetic, _spans
from factcheck.checks._arithmetic import Place, Spot
from factcheck.checks._context import (
    PEOPLE,
    Passage,
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
_AGE_NOW = r"(?:\bis |\bis now |\bnow |\baged |\bturned |\bturns |\bage )(?:just |only )?<[ca](?P<c>\d+)>(?=[.,;:)]|$| (?:years old|and|but)\b)|(?:^|the |a |an )<a(?P<d>\d+)>"
_NAMED_AGE = (
    r", <[ac](?P<d>\d+)>, (?:who )?(?:was )?born (?:[a-z]+ ){0,4}?(?:on|in) {a:d}"
)
# "was 34 when he took office in 2010; now 48"
_AGED_THEN = (
    r"\b(?:was|aged) <[ca](?P<x>\d+)>,? when [^<;]{1,60}\b(?:in|on) {a:d}[^<]{1,60}"
    r"\b(?:now|today|is),? <[ca](?P<y>\d+)>"
)
# "Dana Holm, 44, who joined in 2005 at the age of 32"
_AGED_ONCE = (
    r", <[ac](?P<y>\d+)>, (?:who |has |had )*(?P<did>[a-z][^<;]{0,60} )(?:in|on) (?:early |late )?{a:d},?"
    r" (?:at the age of|at age|aged|when (?:he|she) was)(?: just| only)? <[ca](?P<x>\d+)>(?=[.,;)]|$)"
)
# "opened in October 1968 and turned 47 last autumn"
_TURNED = (
    r"\b(?:born|founded|established|built|opened|launched|created|formed|completed|inaugurated|set up"
    r"|erected|commissioned) (?:[a-z]+ ){0,4}?(?:in|on|back in) {a:d},?(?: (?:and|which|it|she|he|but|has|had|just|will))*"
    r" (?:turned|turns|turn) <[ca](?P<y>\d+)>(?: (?:on|in))? {b:dw}"
)
# "born in 1950, she joined in 1972 at the age of 22"
_AGED_AT = (
    r"\bborn (?:[a-z]+ ){0,3}?(?:on|in) {a:d}[^<]{1,80}\b(?:in|on) {b:d},? (?:[a-z]+ ){0,2}?"
    r"(?:at the age of|aged|at) <[ca](?P<y>\d+)>"
)
_JUBILEES = ("anniversary", "birthday")
# What makes a year the one that a jubilee counts from.
_SINCE = (
    r"\b(?:founded|founding|established|built|opened|opening|launch(?:ed)?|created|formed|set up"
    r"|born|inaugurated|incorporated|began|started|signed|signing)\b|<q\d+> of (?:the|its|his|her|their|a)\b"
)
_HELD = r"<q\d+>,? (?:in|on) <d\d+>|\b(?:in|on) <d\d+>,? (?:on |for |at )?(?:its|their|his|her) <q"
_TAKEN_UP = r"^\W*(?:(?:it|he|she|they) (?:was|were|had been|opened|began)|founded|established|built|opened|born|set up)\b"
_TAKES_UP = r"\b(?:it|he|she|they) (?:[a-z]+ ){1,4}(?:its|his|her|their) $"
_ELSEWHEN = (
    r"\b(?:had|was then|were then|at the time|years ago|the year before|the following year|ahead of"
    r"|in the run-up|will|would|next|last|planned|since his|since her)\b"
)
_ANY_YEAR = 2000  # with a 29 February
# An age, or a birth, of somebody else.
KIN = r"\b(?:would have|wife|husband|son|daughter|brother|sister|mother|father|child(?:ren)?|widow|partner|twins?|grand[a-z]+|baby|if)\b[^,;]*$"
_JUST_NOW = r"<d\d+> (?:aged|at the age)|\b(?:yesterday|today|this week|last week)\b"
_MADE = r"\b(?:founded|established|built|opened|launched|created|formed|completed|inaugurated|set up|incorporated|erected|commissioned|dating) (?:[a-z]+ ){0,7}?(?:in|from|on) {a:d}"


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


def ages(passage: Passage) -> Iterator[Outcome]:
    """Born in 1950, she is now 72; the 112-year-old bridge, built in 1903."""
    today, masked = passage.document.date, passage.masked
    if "born " in masked:
        yield from _aged_at(passage)
    if today is None:
        return
    if " turn" in masked:
        yield from _turned(passage)
    yield from _aged_then(passage, today)
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
    if len(years) != 1:
        return
    for source in (_BORN, _MADE):
        match = search(masked, source)
        ages = matches(masked, _AGE_NOW) if match else ()
        if not match or len(ages) != 1:
            continue
        age = int(ages[0]["c"] or ages[0]["d"])
        if source == _BORN and pattern(KIN).search(masked.partition(f"{age}>")[0]):
            continue
        if source == _MADE and not _is_thing(masked, age, match):
            continue
        yield from _age(passage, int(match["a"]), age, today)


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
    if re.search(r"\b(?:whose|his|her|their)\b", masked):
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
    if not dates:
        yield from _told_beside(passage, slots[0], today)
        return
    if not search(masked, _SINCE):
        return
    days = sorted(
        (found.start, found.end, slot)
        for slot in dates
        if (found := Days.of(passage.period(slot)))
    )
    if not days:
        return
    last = today
    if len(days) == 2 and search(masked, _HELD):  # noqa: PLR2004 - and the event
        last = days[1][0]
    elif len(days) != 1 or search(masked, _ELSEWHEN):
        return
    places = [Place(passage, slot) for _, _, slot in days]
    yield from _jubilee(places, days[0][0].year, last, Place(passage, slots[0]), today)


def _told_beside(passage: Passage, slot: int, today: dt.date) -> Iterator[Outcome]:
    """The club marks its 75th anniversary this week. It was founded in 1949."""
    left = passage.masked.partition("<q")[0]
    if search(passage.masked, _ELSEWHEN):
        return
    told = []
    for step in (-1, 1):
        takes_up = r"\b(?:its|his|her|their) $" if step > 0 else _TAKES_UP
        if not re.search(takes_up, left):
            continue
        told += [
            period
            for period, text in _spans.neighbours(passage, (step,))
            if pattern(_SINCE).search(text)
            and (step < 0 or pattern(_TAKEN_UP).match(text))
            and (" born " in text) == left.endswith((" his ", " her "))
        ]
    if len(told) == 1 and told[0].start is not None:
        place = Place(passage, slot)
        spot = Spot(passage.document, told[0])
        yield from _jubilee([spot], told[0].start.year, today, place, today)


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


def _aged_then(passage: Passage, today: dt.date) -> Iterator[Outcome]:
    """Compare an age then, or a birth, with an age later."""
    masked = passage.masked
    match = search(masked, _AGED_THEN) or search(masked, _AGED_ONCE)
    if match and not pattern(KIN).search(match.groupdict().get("did") or ""):
        then = passage.mention(match["x"]).value
        yield from _aged(passage, match, Days(today, today, floating=False), then)
        return


def _aged_at(passage: Passage) -> Iterator[Outcome]:
    """Born in 1951, he died in 2020 at the age of 69."""
    match = search(passage.masked, _AGED_AT)
    if match:
        last = Days.of(passage.period(match["b"]))
        if last:
            yield from _aged(passage, match, last, Decimal(0))


def _turned(passage: Passage) -> Iterator[Outcome]:
    """It opened in October 1968 and turned 57 last autumn."""
    match = search(passage.masked, _TURNED)
    if match:
        period = passage.period(match["b"])
        last = Days.of(period)
        if last and not period.parts:
            # The year of "last autumn" follows from the date of the document.
            last = Days(last.start, last.end, floating=passage.document.date is None)
            yield from _aged(passage, match, last, Decimal(0))


def _aged(
    passage: Passage, match: re.Match[str], last: Days, then: Decimal | None
) -> Iterator[Outcome]:
    first = Days.of(passage.period(match["a"]))
    age = passage.mention(match["y"])
    if first is None or first.floating or last.floating or then is None:
        return
    if age.value is None or last.end < first.start:
        return
    low = years(first.end, last.start) + then - 1
    high = years(first.start, last.end) + then + 1
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
