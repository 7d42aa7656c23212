"""A stated span of time must be the one between its dates.

What it does:
    Where two dates or clock times, a year and "ago", or a birth year and an age stand beside
    a span of time for the same thing, it counts from one to the other and compares. "Ago" and
    ages are counted to the date of the document. A length, an age or an anniversary is also
    held against its begin and its end where these stand in other sentences or documents: an
    abduction and a release, a wedding and a death.

Why it matters:
    Spans are worked out in the head, and stay behind when a text is used again a year later.

Example:
    "The first stone was laid in March 2017, and it opened in October 2023, four and a
    half years after that day." It is six and a half.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import (
    _ages,
    _arithmetic,
    _calendar,
    _clocks,
    _elapsed,
    _lasted,
    _lives,
)
from factcheck.checks._ages import Days
from factcheck.checks._arithmetic import Place, Spot
from factcheck.checks._context import (
    Passage,
    finds,
    hint,
    matches,
    passages,
    pattern,
    saying,
)
from factcheck.checks._evidence import stories
from factcheck.model import (
    Arithmetic,
    Cluster,
    DocumentFacts,
    Outcome,
    Period,
    Verdict,
)

# One token that is a span ("from March 2017 to October 2023") beside a length.
_LENGTH = r"(?:(?:a|an|the) )?(?:period|span|stretch|total|run|interval|window) of "
_SPANS = (
    r"{t:t}(?:,| \(| -|:)? ?(?:from|between) {s:dk}",
    (
        rf"\b(?:from|between) {{s:dk}}(?:,| \(| -|:) ?(?:or )?(?:{_LENGTH}|lasting |a full )?"
        r"{t:t}(?=[.,;:)]|$| (?:later|in all|in total|altogether|long|without (?:an? )?(?:break|gap|pause|interruption)|on end|in a row)\b)"
    ),
    (
        r"\b(?:from|between) {s:dk}[^<;]{0,40}\b(?:lasted|lasting|took|spanned|running for"
        r"|ran for|a total of) (?:[a-z]+ ){0,2}?{t:t}(?! of)"
    ),
    (
        r"{t:t}(?:-| )?[a-z-]+(?: [a-z]+)? (?:runs|ran|lasts|lasted|stretche[sd]|extends"
        r"|extended|will run|goes|went) from {s:dk}"
    ),
)
# "On five days from May to July", "three weeks between May and July", "the nine years between".
_DAYS_ON = r"\b(?:half|third|quarter|part|phase|stage|rest|end|start|years?) of (?:an?|the|its|their|this|that) $|\bon (?:(?:all|only|just|just about) )?$"
_BETWEEN = r"^[^<;]{0,40}\bbetween <"
_PART = 2  # times as long as what lies within
_ALL_OF = r"\b(?:the|these|those|all|period of|span of|total of|gap of)(?: [a-z]+)? $"
_STATE = (
    r"(?=[.,;:)]|$| (?:adrift|later|away|missing|lost|at sea|in office|in power|in orbit"
    r"|in space|in charge|in the (?:job|post|role)|in captivity|on the run|underground"
    r"|at the helm|there|together|of (?:waiting|service|works?|construction|building|repairs?|renovation"
    r"|restoration|closure|planning))\b)"
)
_ON = r"(?:on|in|since|of|from|during)(?: (?:the|early|late|mid|spring|summer))*"
# Two dates and the time between them: the earlier is a, the later b.
_PAIRS = (
    (
        rf"\b{_ON} {{a:d}}[^<;]{{1,120}}\b(?:on|in|until|by) (?:early |late )?{{b:dw}},? "
        rf"(?:[a-z]+ ){{0,2}}?(?:after|following) (?:[a-z]+ )?{{t:t}}{_STATE}"
    ),
    (
        rf"\b{_ON} {{a:d}}[^<;]{{1,120}},? (?:and |but )?(?:[a-z]+ ){{0,3}}?{{t:t}} later,? "
        r"(?:on|in) (?:early |late )?{b:d}"
    ),
    (
        rf"\b{_ON} {{a:d}}[^<;]{{1,120}}\b(?:on|in) (?:early |late )?{{b:d}},? "
        r"(?:[a-z]+ ){0,2}?{t:t} later\b"
    ),
    (
        r"\b(?:on|in) (?:early |late )?{b:d},? (?:[a-z]+ ){0,2}?{t:t} after "
        r"(?:[^<;,]|<[ac]\d+>){1,90}\b(?:on|in|of) (?:early |late )?{a:d}"
    ),
    (
        rf"\b{_ON} {{a:d}}[^<;]{{1,100}}\b(?:on|in) (?:early |late )?{{b:d}},? (?:and )?"
        r"(?:having |has |had )?(?:lasted|lasting|taken|took|after a total of)"
        r"(?: [a-z]+){0,2}? {t:t}(?! of)"
    ),
    (  # "Signed on 3 May, it allows 40 days, so that she must be gone by 12 June"
        r"{a:d}[^<;]{1,60}\b(?:allow(?:s|ed)?|gives?|gave|given|ha[sd]|have|granted|set|with|for|within) (?:[a-z]+ ){0,3}?{t:t}"
        r"[^<;]{0,60}[, ](?:so|which means|meaning|and (?:must|has to|have to|had to|so|thus|therefore))\b[^<;]{1,60}\b(?:by|until|on) {b:d}"
    ),
)
_THAT = r"\b(?:on|in) {b:d},? (?:[a-z]+ ){0,2}?{t:t} (?:after|since) (?:that|this|those|these) [a-z ]+"
_AGO = (
    r"\b(?:in|on|since|from|of) (?:early |late )?{a:d}(?:,| -| \(| or|:)? ?(?:[a-z]+ ){0,2}?{t:t} ago\b",
    r"{t:t} ago,? (?:back )?(?:in|on) (?:early |late )?{a:d}",
    r"\bsince (?:early |late )?{a:d}(?:,| -| \() ?(?:or |a period of |for )?{t:t}(?=[.,;)]|$)",
    r"\b(?:it is|it's|it has been) (?:now )?(?:[a-z]+ )?{t:t} since [^<;.]{1,90}?,? (?:on|in) (?:early |late )?{a:d}(?=[.,;)]|$)",
)
_SPOKEN = hint(
    "<t",
    sources=(*_SPANS, *_PAIRS, *_AGO, _THAT),
)
_LEAVES = r"\b(?:leaves?|leaving|departs?|departing|sets? (?:off|out)|starts?|begins?|opens?)\b[^<,;.]*$"
_FEWEST = 2
_LENGTHS, _DATES, _POSITIONS = hint("<t"), hint("<d"), hint("<q")
_TIMES = _LENGTHS | _DATES | _POSITIONS
_RELATIVE = frozenset({"weekday", "relative"})
_FARTHEST = Decimal("2.5")


def check(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],  # noqa: ARG001  every law is called alike
) -> Iterator[Outcome]:
    """Yield whether each stated span is the one between its dates."""
    known: set[tuple[str | None, int]] = set()
    for outcome in _inside(documents):
        known.update(
            (place.document, place.span.start)
            for place in outcome.evidence
            if place.span
        )
        yield outcome
    for read, told in stories(documents, passages(documents)):
        yield from _lasted.told(read, told, known)
        yield from _lives.apart(read, told)


def _inside(documents: Sequence[DocumentFacts]) -> Iterator[Outcome]:
    """Yield what a sentence tells of spans and their dates."""
    for facts, group in zip(documents, passages(documents), strict=True):
        if "orn " in facts.document.text:
            yield from _lives.ages(facts, group)
        for _, passage in saying(group, _TIMES):
            if len(passage.items) >= _FEWEST and not passage.in_table:
                yield from _passage(passage)


def _passage(passage: Passage) -> Iterator[Outcome]:
    if passage.says(_POSITIONS):
        yield from _ages.jubilee(passage)
    if passage.says(_LENGTHS):
        yield from _first(_lengths(passage)) or _first(_elapsed_between(passage))
    if passage.says(_DATES):
        yield from _first(_ages.ages(passage))


def _first(outcomes: Iterator[Outcome]) -> list[Outcome]:
    """Keep what agrees; else the first of what does not."""
    found = list(outcomes)
    if len(found) < _FEWEST:
        return found
    right = [each for each in found if each.verdict is Verdict.AGREE]
    return right or found[:1]


def _lengths(passage: Passage) -> Iterator[Outcome]:
    masked = passage.masked
    if not passage.says(_SPOKEN):
        return
    for match in matches(masked, *_SPANS):
        yield from _span(passage, int(match["s"]), int(match["t"]))
    for match in matches(masked, *_PAIRS):
        yield from _pair(*(Place(passage, int(match[name])) for name in "abt"))
    for match in matches(masked, *_AGO):
        yield from _ago(passage, int(match["a"]), int(match["t"]))
    for match in matches(masked, _THAT):
        yield from _that(passage, match)


def _elapsed_between(passage: Passage) -> Iterator[Outcome]:
    """It was broken on 30 October, after 112 days: where only a slip can be meant."""
    for told in _elapsed.told(passage):
        length = Place(passage, told.length)
        if _is_clock(told.last):
            if _sets_off(told.last) or _is_gap(length):
                continue
            said = f"{told.first.said()} to {told.last.said()}"
            found = _clocks.timed(said, (told.first, told.last), length)
        else:
            found = _dated(told, passage.document.date, length)
        yield from found if told.sure else _near(found)


def _sets_off(end: Place | Spot) -> bool:
    """Return whether a clock time is that of a start: "on the way back, which leaves at 20:10"."""
    if isinstance(end, Spot):
        return False
    masked = end.passage.masked
    before = masked[: masked.index(end.passage.token(end.slot))]
    return pattern(_LEAVES).search(before) is not None


def _is_gap(length: Place) -> bool:
    """Return whether a length lies between those of a row: "in five groups, six minutes apart"."""
    masked, slot = length.passage.masked, length.slot
    before, _, after = masked.partition(length.passage.token(slot))
    return after.startswith(" apart") and finds(before, r"<c\d+>[^<;.]*$")


def _near(found: Iterator[Outcome]) -> Iterator[Outcome]:
    """Yield what is right, and what a slip may have made wrong."""
    for each in found:
        if each.verdict is Verdict.AGREE or _is_near(each.arithmetic):
            yield each


def _dated(
    told: _elapsed.Elapsed, today: dt.date | None, length: Place
) -> Iterator[Outcome]:
    first = Days.of(_named(told.first))
    last = Days.of(_named(told.last))
    if first is None or last is None:
        return
    if not first.floating and _named(told.last).kind in _RELATIVE:
        last = Days(last.start, last.end, floating=False)
    ends = told.first, told.last
    # "Closed since 3 June 2021. It reopens on 1 April": of the document's year, or of that.
    if last.floating and today is not None and first.end < last.start:
        guess = Days(last.start, last.end, floating=False)
        yield from _calendar.compared(ends, first, guess, length)
    if first.end < last.start or first.floating or last.floating:
        yield from _calendar.compared(ends, first, last, length)


def _is_clock(place: Place | Spot) -> bool:
    if isinstance(place, Spot):
        return place.period.kind == "time"
    return place.passage.kinds[place.slot] in "kc"


def _named(place: Place | Spot) -> Period:
    return place.period if isinstance(place, Spot) else _period(place)


def _is_near(sides: Arithmetic | None) -> bool:
    """Return whether a slip may have made the one of the other."""
    ends = (
        (sides.computed.low, sides.computed.high, sides.stated.low, sides.stated.high)
        if sides is not None
        else ()
    )
    if not ends or any(end is not None and end <= 0 for end in ends):
        return False
    low, high = (Decimal(end or ends[1] or 0) for end in ends[:2])
    least, most = (Decimal(end or ends[2] or ends[3] or 0) for end in ends[2:])
    if not low or not least:
        return False
    ratio = (low + high) / (least + most)
    return 1 / _FARTHEST < ratio < _FARTHEST


def _period(place: Place) -> Period:
    return place.passage.period(place.slot)


def _span(passage: Passage, slot: int, length: int) -> Iterator[Outcome]:
    period = passage.period(slot)
    if period.kind == "time":
        before = passage.masked.partition(f"<k{slot}>")[0]
        if not before.endswith("between "):  # "three hours between 9.00 and 17.00"
            place = Place(passage, slot)
            yield from _near(
                _clocks.timed(place.said(), (place,), Place(passage, length))
            )
    elif "/" in period.surface or _arithmetic.said(passage, length).startswith("over "):
        return  # "the three years from 2015/16"; "due between 2015 and 2018, over ten years"
    elif len(period.parts) == _FEWEST:
        first, last = (Days.of(part) for part in period.parts)
        if first and last and not _lies_within(passage, length, first, last):
            yield from _calendar.compared(
                (Place(passage, slot),), first, last, Place(passage, length)
            )


def _lies_within(passage: Passage, length: int, first: Days, last: Days) -> bool:
    """Return whether a span need not fill its dates: "three weeks between May and July"."""
    before, _, after = passage.masked.partition(f"<t{length}>")
    if pattern(_DAYS_ON).search(before):
        return True
    if not pattern(_BETWEEN).match(after) or pattern(_ALL_OF).search(before):
        return False
    mention = passage.mention(length)
    stated, most = _calendar.stated(mention), _calendar.between(first, last).high
    if stated is None or stated.high is None or most is None:
        return True
    # Years between two dates are hardly so few that they are meant to be a part.
    part = 1 if mention.unit in ("day", "week") else _PART
    return stated.high * part <= most


def _pair(first: Place, last: Place, length: Place) -> Iterator[Outcome]:
    if _period(first).parts or _period(last).parts:
        return
    days = Days.of(_period(first)), Days.of(_period(last))
    if days[0] and days[1]:
        yield from _calendar.compared((first, last), days[0], days[1], length)


def _ago(passage: Passage, slot: int, length: int) -> Iterator[Outcome]:
    """Count to the date of the document."""
    today, period = passage.document.date, passage.period(slot)
    days = Days.of(period)
    if today is None or days is None or days.floating or period.parts:
        return
    yield from _calendar.to_today(
        Place(passage, slot), days, today, Place(passage, length)
    )


def _that(passage: Passage, match: re.Match[str]) -> Iterator[Outcome]:
    """On 9 October 2023, four years after that ceremony."""
    last = passage.period(match["b"])
    days = Days.of(last)
    if days is None:
        return
    told: dict[tuple[dt.date, dt.date], Period] = {}
    for period in passage.facts.extraction.periods:
        if period.span.start >= last.span.start:
            break
        earlier = Days.of(period)
        if earlier and period.precise and not period.parts and earlier.end < days.start:
            told.setdefault((earlier.start, earlier.end), period)
    outcomes = [
        outcome
        for first in told.values()
        for outcome in _calendar.compared(
            (Spot(passage.document, first), Place(passage, int(match["b"]))),
            Days(first.start or days.start, first.end or days.start, floating=False),
            days,
            Place(passage, int(match["t"])),
        )
    ]
    if len(told) == 1 or any(each.verdict is Verdict.AGREE for each in outcomes):
        yield from outcomes
