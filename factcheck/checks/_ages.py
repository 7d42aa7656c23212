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
    finds,
    hint,
    matches,
    pattern,
    search,
)
from factcheck.frozen import dataclass
from factcheck.language import words
from factcheck.model import Interval, Mention, Outcome, Period, Severity
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
    r"\b(?:born|hatched|planted|founded|established|built|opened|launched|created|formed|completed|inaugurated|set up"
    r"|erected|commissioned) (?:[a-z]+ ){0,4}?(?:in|on|back in) {a:d},?(?: (?:and|which|it|she|he|but|has|had|just|will|would|have))*"
    r" (?:turned|turns|turn|makes (?:it|them|her|him)) <[ca](?P<y>\d+)>(?: years old)?(?: (?:on|in))? {b:dw}"
)
# "born in 1950, she joined in 1972 at the age of 22"
_LIVED = r"\({s:d}\),?[^<;]{0,60}\b(?:died|dead|lived)\b(?:(?! (?:his|her|their|whose|when|while|leaving|survived) )[^<]){0,60}(?:at the age of|aged|at|was|to be|to)(?: just| only)? <[ca](?P<y>\d+)>(?! [a-z]+s\b)"
_AGED_AT = (
    (
        r"\bborn (?:[a-z]+ ){0,3}?(?:on|in) {a:d}[^<]{1,80}?\b(?:(?:in|on) |died )(?:early |late )?{b:dw},? (?:[a-z]+ ){0,2}?"
        r"(?:at the age of|aged|at|was) <[ca](?P<y>\d+)>"
    ),
    # "born in 1950, was 35 when she became rector in 1985"
    r"\bborn (?:[a-z]+ ){0,3}?(?:on|in) {a:d},?(?: (?:and|but|he|she|who|it))*(?: (?:was|were)(?: just| only)?| [a-z][^<;]{1,60} (?:at|aged|at the age of)) <[ca](?P<y>\d+)>(?: years old)?(?:,? (?:when|as) (?:he|she|it)\b[^<;]{1,70}|,?) (?:in|on) (?:early |late )?{b:d}(?=[.,;]|$)",
    r"\bb(?:orn(?: in)?|\.) {a:d}\)?[^<;]{1,80}\bin {b:d},? (?:when|as) (?:he|she) was(?: just| only)? <[ca](?P<y>\d+)>(?=[.,;]|$| and)",
    # "At his death in 2019 the painter was 71; he had been born in 1938", "who died in 2020 at 84, was born in 1946"
    r"\b(?:die[ds]|death|killed)\b[^<;]{0,30} (?:in|on) (?:early |late )?{b:d},?(?: (?:at|aged|at the age of)| (?:[a-z]+ ){1,3}was(?: just| only)?) <[ca](?P<y>\d+)>(?:,|;| and)(?: (?:and|he|she|who|it))*(?: (?:was|had been))? born (?:[a-z]+ ){0,3}?(?:on|in) {a:d}",
)
# "Tom Reyes, 47, who left school at 16, 31 years ago"
_AGED_AGO = (
    (
        r"<[ca](?P<y>\d+)>(?: years old)?,[^;<]{1,80}? (?:at the age of|at age|aged|at|when (?:he|she) was)(?: just| only)?"
        r" <[ca](?P<x>\d+)>(?: years old)?(?:,| -| \()? ?(?:[a-z]+ ){0,2}?{t:t} ago\b"
    ),
    (
        r"{t:t} ago,? (?:at the age of|at age|aged|at|when (?:he|she) was)(?: just| only)? <[ca](?P<x>\d+)>(?=[ ,])"
        r"[^<]{0,60}(?:\bnow|\bis|\btoday|\bturned)(?: now| aged)?,? <[ca](?P<y>\d+)>(?=[.,;]|$)"
    ),
)
# "At 29 she moved to Orm in 2004. She is now 57."
_THEN = (
    r"\b(?:was|were)(?: just| only)? <[ca](?P<x>\d+)>(?: years old)?,? (?:when|as) (?:he|she|his|her) (?![^<;]*\bborn\b)[^<;]{1,60}\b(?:in|on) {a:d}",
    r"\b(?:when|as) (?:he|she) [^<;]{1,60}\b(?:in|on) {a:d},? (?:he|she) was(?: just| only)? <[ca](?P<x>\d+)>(?=[.,;]|$| and)",
    r"\b(?:at the age of|at age|aged|at|when (?:he|she) was)(?: just| only)? <[ca](?P<x>\d+)>(?=,| )[^<;]{0,60}?\b(?:in|on) {a:d}",
    r"\b(?:in|on) {a:d},?[^<;]{0,60}?\b(?:at the age of|at age|aged|at|when (?:he|she) was)(?: just| only)? <[ca](?P<x>\d+)>(?=[.,;]|$| and)",
)
_TODAY = (
    r"(?:^|[;,] ?|\band |\bbut )(?:(?:now|today)(?:,? (?:aged|at))?(?= <[ca]\d+>,)|(?:now |today |<w\d+>,? )?(?:(?P<who>he|she) )?(?:is|turns|turned|has turned|will turn)(?: now| today| just| already| still)*)"
    r" <[ca](?P<y>\d+)>(?: years old)?(?=[.,;]|$| (?:now|today|and|but|<w)\b)"
)
NOW = hint("he is ", " turn", "now", sources=(_TODAY,))
# "a driver of 34 who has worked here for 41 years"
_SO_LONG = (
    r"(?:, (?:aged )?<[ca](?P<y>\d+)>,|\b(?:of|aged) <[ca](?P<y2>\d+)>)(?: (?:from|of|in|at)(?: (?!that\b|which\b|whose\b|where\b)[a-z'-]+){1,4})?,? (?:who |and |she |he )?(?:has|have) (?:now |already |also |always |since )?"
    r"(?P<did>(?!been (?!an? |with |at |the |married))[a-z]+)(?: (?!that|which|where|whose|wh)[a-z'-]+){0,8}? for (?:the (?:past|last) )?{t:t}(?=[.,;]|$| (?:now|and|was|is|has|said|won|in|at)\b)"
)
_JOBS = frozenset(
    {"worked", "run", "taught", "driven", "served", "managed", "led", "headed", "coached", "treated", "edited", "chaired",
     "repaired", "kept", "sold", "owned", "campaigned", "governed", "represented", "flown"}
)  # fmt: skip
_OWN_LIFE = frozenset({"lived", "been", "played", "danced", "sung", "known", "collected", "fished", "farmed", "painted"})  # fmt: skip
_FINE = frozenset({"hour", "day", "week"})
_MONTHS = 300
_CHILD, _OLD = 4, 100
_NEAR = 50  # characters
_NO_JOB = 8  # nobody had one at this age
_JUBILEES = ("anniversary", "birthday")
# What makes a year the one that a jubilee counts from.
_SINCE = (
    r"\b(?:founded|founding|established|built|opened|opening|launch(?:ed)?|created|formed|set up"
    r"|born|dates (?:from|back)|dating|inaugurated|incorporated|began|started|signed|signing)\b|<q\d+> of (?:the|its|his|her|their|a)\b"
)
_HELD = r"<q\d+>,? (?:in|on) <d\d+>|\b(?:in|on) <d\d+>,? (?:on |for |at )?(?:its|their|his|her) <q"
_TAKEN_UP = r"^\W*(?:(?:it|he|she|they) (?:was|were|had been|opened|began)|founded|established|built|opened|born|set up)\b"
_TAKES_UP = r"\b(?:it|he|she|they) (?:[a-z]+ ){1,4}(?:its|his|her|their) $"
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
    if " turn" in masked or " makes " in masked:
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


def _first(masked: str, sources: Sequence[str]) -> re.Match[str] | None:
    return next(iter(matches(masked, *sources)), None)


def spent(passage: Passage) -> Iterator[Outcome]:
    """Compare a length of life with an age: at 23, 45 years ago; at work for 41 years."""
    masked = passage.masked
    match = _first(masked, _AGED_AGO) if " ago" in masked else None
    if match and not pattern(KIN).search(masked[: match.start("x")]):
        age, then, length = (int(match[name]) for name in ("y", "x", "t"))
        stated = passage.mention(length)
        now, once = passage.mention(age).value, passage.mention(then).value
        if stated.unit == "year" and now and once and now > once:
            fit = wording.number(now - once)
            yield _arithmetic.settle(
                LAW,
                [Place(passage, slot) for slot in (age, then, length)],
                Interval(now - once - 1, now - once + 1),
                stated.reading,
                sum_text=f"From {once} to {now} is {fit} years",
                said_text=_arithmetic.said(passage, length),
                fit=fit,
            )
    elif " for " in masked:
        yield from _at_it(passage)


def _at_it(passage: Passage) -> Iterator[Outcome]:
    """Compare an age with a stay that no child, or no one so young, can have had."""
    match = search(passage.masked, _SO_LONG)
    if not match or match["did"] not in _JOBS | _OWN_LIFE:
        return
    slot, length = int(match["y"] or match["y2"]), int(match["t"])
    age, stay = passage.mention(slot).value, passage.mention(length)
    if age is None or age < _NO_JOB or stay.unit != "year" or stay.value is None:
        return
    most = age - (_NO_JOB if match["did"] in _JOBS else 0)
    if stay.value <= most + 1:
        return
    yield _arithmetic.settle(
        LAW,
        [Place(passage, slot), Place(passage, length)],
        Interval(Decimal(0), most),
        stay.reading,
        sum_text=f"At the age of {age} one cannot have done so for that long",
        said_text=_arithmetic.said(passage, length),
        fit=None,
        least=Severity.ERROR,
    )


def then_and_now(before: Passage, passage: Passage) -> Iterator[Outcome]:
    """At 29 she moved to Orm in 2004. She is now 57."""
    now = search(passage.masked, _TODAY)
    today = passage.document.date
    if not now or today is None:
        return
    told = passage
    then = _first(passage.masked[: now.start()], _THEN)
    who = now["who"] or pattern(r"^,? (?:he|she)\b").match(passage.masked[now.end() :])
    if not then and passage.block == before.block and who:
        told, then = before, _first(before.masked, _THEN)
    if told is passage and search(passage.masked, _AGED_THEN):
        return
    if not then or pattern(KIN).search(told.masked[: then.start("x")]):
        return
    first, once = Days.of(told.period(then["a"])), told.mention(then["x"])
    if first is None or first.floating or once.value is None or once.counted:
        return
    if _CHILD < once.value < _OLD:
        places = [Place(told, int(then[name])) for name in ("x", "a")]
        last = Days(today, today, floating=False)
        yield from _grown(
            places, first, last, once.value, Place(passage, int(now["y"]))
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
    match = _first(passage.masked, _AGED_AT)
    if match:
        yield from _aged_on(passage, match)


def _aged_on(passage: Passage, match: re.Match[str]) -> Iterator[Outcome]:
    """Compare a birth with an age on a day, whose year may follow from the document's."""
    period = passage.period(match["b"])
    last = Days.of(period)
    if last and not period.parts:
        floating = last.floating and passage.document.date is None
        yield from _aged(
            passage, match, Days(last.start, last.end, floating), Decimal(0)
        )


def lived(passage: Passage) -> Iterator[Outcome]:
    """Hans Orb (1881-1945) died at the age of 64."""
    match = search(passage.masked, _LIVED)
    ends = passage.period(match["s"]).parts if match else ()
    days = [Days.of(end) for end in ends]
    if match and len(days) == 2 and days[0] and days[1]:  # noqa: PLR2004 - a birth and a death
        place = Place(passage, int(match["y"]))
        birth = Spot(passage.document, ends[0])
        yield from _grown([birth], days[0], days[1], Decimal(0), place)


def _turned(passage: Passage) -> Iterator[Outcome]:
    """It opened in October 1968 and turned 57 last autumn."""
    match = search(passage.masked, _TURNED)
    if match:
        yield from _aged_on(passage, match)


def _aged(
    passage: Passage, match: re.Match[str], last: Days, then: Decimal | None
) -> Iterator[Outcome]:
    first = Days.of(passage.period(match["a"]))
    if first is None or first.floating or last.floating or then is None:
        return
    slots = [int(match[name]) for name in "xab" if name in match.groupdict()]
    places = [Place(passage, slot) for slot in slots]
    yield from _grown(places, first, last, then, Place(passage, int(match["y"])))


def _grown(
    places: Sequence[Place | Spot],
    first: Days,
    last: Days,
    then: Decimal,
    place: Place,
) -> Iterator[Outcome]:
    """Compare an age with the one at an earlier day, or with a birth."""
    age = place.passage.mention(place.slot)
    if age.value is None or last.end < first.start:
        return
    low = years(first.end, last.start) + then - 1
    high = years(first.start, last.end) + then + 1
    # A birth gives the age to the year; an age then, only to the next birthday.
    ages = (low + 1, high if then else high - 1)
    fit = " or ".join(wording.number(age) for age in dict.fromkeys(ages))
    begun = places[1 if then else 0]
    yield _arithmetic.settle(
        LAW,
        [*places, place],
        Interval(low, high),
        Interval.point(age.value),
        sum_text=f"Counted from {begun.said()}, the age is {fit}",
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
