"""A stated span of time must be the one between its dates.

What it does:
    Where two dates or clock times, a year and "ago", a birth year and an age, or "in its
    third year" stand beside a span of time for the same thing, it counts from one to the
    other and compares. "Ago", ages and "in its third year" are counted to the date of the
    document. "In its fourth year" is three years and some months. A length, an age or an
    anniversary is also held against its begin and its end where these stand in other
    sentences or documents: an abduction and a release, a wedding and a death.

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
    _clauses,
    _clocks,
    _decades,
    _elapsed,
    _lasted,
    _lives,
    _positions,
    _set,
    _spans,
    _tenures,
    _timeline,
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
    remembered,
    saying,
    search,
)
from factcheck.checks._evidence import stories
from factcheck.checks._lengths import without_asides
from factcheck.model import (
    Arithmetic,
    Cluster,
    DocumentFacts,
    Outcome,
    Period,
    Severity,
    Verdict,
)

# One token that is a span ("from March 2017 to October 2023") beside a length.
_LENGTH = r"(?:(?:a|an|the) )?(?:period|span|stretch|total|run|interval|window) of "
_SPANS = (
    r"{t:t}(?:,| \(| -|:)? ?(?:from|between) {s:dk}",
    # "the eight-year programme (2020-2030)" and the like
    r"(?<!first )(?<!last ){t:t}(?:-| )(?:[a-z-]+ ){0,2}?(?:plan|programme|program|project|scheme|period|budget|mandate|course|tour|cycle|campaign|strategy|study|experiment|career|reign) (?:\(|for |covering |over )(?:the (?:years|period) )?{s:d}(?! to\b)",
    (
        r"{t:t}(?:-| )(?:period|span|stretch|interval|window|run|spell|stint|reign|tenure|term"
        r"|war|siege|ceasefire|truce|trial|closure|campaign|strike)(?: [a-z]+){0,2}?,? "
        r"(?:from|between) {s:dk}"
    ),
    (
        rf"\b(?:from|between) {{s:dk}}(?:,| \(| -|:) ?(?:or )?(?:{_LENGTH}|lasting |a full )?"
        r"{t:t}(?=[.,;:)]|$| (?:later|in all|in total|altogether|long)\b)"
    ),
    (
        r"\b(?:from|between) {s:dk}[^<;]{0,40}\b(?:lasted|lasting|took|spanned|running for"
        r"|ran for|a total of) (?:[a-z]+ ){0,2}?{t:t}(?! of)"
    ),
    (
        r"{t:t}(?:-| )?[a-z-]+(?: [a-z]+)? (?:runs|ran|lasts|lasted|stretche[sd]|extends"
        r"|extended|will run|goes|went) from {s:dk}"
    ),
    (
        r"\b(?:lasted|spanned|ran for|stretched over) (?:[a-z]+ ){0,2}?{t:t},? (?:from|between)"
        r" {s:dk}"
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
        r"\bfrom [^<;]{1,60} (?:in|on|of) {a:d} to [^<;]{1,60} (?:in|on|of) {b:d}(?:,| is| was| makes| took| -|:)* (?:[a-z]+ ){0,3}?"
        r"{t:t}(?=[.,;:)]|$| to [a-z]+[.,;])"
    ),
    (
        r"{t:t} after [^<;,]{1,50} (?:in|on|of) (?:early |late )?{a:d},[^<;]{0,70}\b(?:in|on)"
        r" (?:early |late )?{b:d}"
    ),
    (
        rf"\b{_ON} {{a:d}}[^<;]{{1,80}}\b(?:in|on) (?:early |late )?{{b:d}},"
        r" (?:[a-z]+ ){0,2}?{t:t} after (?:it|he|she|they|the|its|his|her)\b[^<;]*$"
    ),
    (
        rf"\b{_ON} {{a:d}}[^<;]{{1,120}}\b(?:on|in|until|by) (?:early |late )?{{b:dw}},? "
        rf"(?:[a-z]+ ){{0,2}}?(?:after|following) (?:[a-z]+ )?{{t:t}}{_STATE}"
    ),
    (
        rf"\b{_ON} {{a:d}}(?:[^<;]|<[kw]\d+>){{1,140}}{{b:d}}(?::| -) (?:[a-z]+ ){{0,2}}?{{t:t}}"
        r" of (?:works?|construction|building|digging|repairs?|renovation|restoration|captivity)\b"
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
)
_SINCE_IT, _ROOT = 2, 4
# "lived alone for 28 years after his release in 2005": at most up to now.
_FOR_SO_LONG = r"\bfor (?:all |some |about |nearly |almost |more than |over )?{t:t} (?:after|since|following) (?:[^<;,]{1,60} )?(?:in|on) (?:early |late )?{a:d}"
_NOT_YET = r"\b(?:will|would|should|may|might|must|can|could|to be|until <|sentenced|banned|barred|contracts?|planned|plans?|if|due|agreed|guaranteed?|valid|ahead|expires?|runs? (?:to|until|till))\b"
_LASTED_PAIR = (
    rf"\b{_ON} {{a:d}}[^<;]{{1,100}}\b(?:on|in) (?:early |late )?{{b:d}},? (?:and )?"
    r"(?:having |has |had )?(?:lasted|lasting|taken|took|after a total of)"
    r"(?: [a-z]+){0,2}? {t:t}(?! of)"
)
_THAT = r"\b(?:on|in) {b:d},? (?:[a-z]+ ){0,2}?{t:t} (?:after|since) (?:that|this|those|these) [a-z ]+"
_AGO = (
    r"\b(?:in|on|since|from|of) (?:early |late )?{a:d}(?:,| -| \(| or|:)? ?(?:[a-z]+ ){0,2}?{t:t} ago\b",
    r"{t:t} ago,? (?:back )?(?:in|on) (?:early |late )?{a:d}",
    r"\bsince (?:early |late )?{a:d}(?:,| -| \() ?(?:or |a period of |for )?{t:t}(?=[.,;)]|$)",
)
_JUBILEE = (
    r"\b(?:celebrat|mark)(?:es|ed|ing) (?:its |their |his |her )?{t:t}(?: <w\d+>)?,"
    r" [^<;]{0,20}\b(?:founded|established|set up|opened|formed|built) (?:[a-z]+ ){0,2}in"
    r" {a:d}"
)
_LATER = (
    r"^(?:but |and |just |only |some |about |exactly )*{t:t} (?:later|on),? (?:(?:early |late )?(?:in|on)|in the [a-z]+ of) {b:d}"
    r"|\b(?:in|on) {b2:d},? (?:just |only |some |about |exactly )*{t2:t} later[.,]"
)
_SPOKEN = hint(
    "<t",
    sources=(
        *_SPANS, *_PAIRS, _LASTED_PAIR, _clocks.CLOCKS, *_AGO, _JUBILEE, _THAT, _FOR_SO_LONG
    ),
)  # fmt: skip
_LEAVES = r"\b(?:leaves?|leaving|departs?|departing|sets? (?:off|out)|starts?|begins?|opens?)\b[^<,;.]*$"
_GOES_BACK = hint("later", "> on", sources=(_LATER,))
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
    """Yield what a sentence, or the sentences beside it, tell of spans and their dates."""
    for facts, group in zip(documents, passages(documents), strict=True):
        yield from _positions.standing(group)
        if " season" in facts.document.text or " year" in facts.document.text:
            yield from _tenures.told(facts)
        if "orn " in facts.document.text:
            yield from _lives.ages(facts, group)
        for at, passage in saying(group, _TIMES | _ages.NOW):
            if _may_tell(passage):
                yield from list(_passage(passage)) or _alone(passage)
            if passage.hints & _ages.NOW:
                yield from _ages.then_and_now(group[max(0, at - 1)], passage)


def _may_tell(passage: Passage) -> bool:
    """Return whether a sentence holds more than a date, or a length that nothing is told of."""
    if len(passage.items) >= _FEWEST or passage.says(
        _POSITIONS | _set.SET | _set.OLDER
    ):
        return True
    return passage.says(_LENGTHS) and _may_last(passage.masked)


@remembered
def _may_last(masked: str) -> bool:
    """Return whether a marked sentence may tell of what the one length in it is."""
    return (
        not _clauses.is_one(masked)
        or _spans.may_count(masked)
        or bool(_elapsed.lengths(masked))
        or _decades.is_bound(masked, 0)
    )


def _alone(passage: Passage) -> Iterator[Outcome]:
    """Yield what a sentence tells without the clauses that are about something else."""
    own = without_asides(passage)
    if own is not passage:
        yield from _passage(own)


def _passage(passage: Passage) -> Iterator[Outcome]:
    hints, masked = passage.hints, passage.masked
    if hints & _LENGTHS and not passage.in_table:
        if _spans.may_count(masked):
            yield from _first(_so_long(passage))
        if len(passage.items) < _FEWEST:
            yield from _first(_elapsed_between(passage)) or _decades.told(passage)
    if hints & _POSITIONS:
        yield from _ages.jubilee(passage)
    if len(passage.items) < _FEWEST or passage.in_table:
        return
    if hints & _LENGTHS:
        yield from (
            list(_ages.spent(passage))
            or _first(_lengths(passage))
            or _first(_told(passage))
            or _first(_later(passage))
            or _begun(passage)
            or _first(_after(passage))
            or _first(_elapsed_between(passage))
            or _decades.told(passage)
        )
    if hints & _DATES:
        if ">) " in masked and (" died " in masked or " lived " in masked):
            yield from _ages.lived(passage)
        yield from _first(_ages.ages(passage)) or _decades.lived(passage)
        yield from _positions.position(passage)


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
    since_it = pattern(_PAIRS[_SINCE_IT])
    for match in matches(masked, *_PAIRS, _LASTED_PAIR):
        if since_it.found(match) and not _again(match):
            continue
        yield from _pair(
            *(Place(passage, int(match[name])) for name in "abt"),
        )
    for match in matches(masked, _clocks.CLOCKS):
        yield from _clocks.clocks(passage, *(int(match[name]) for name in "abt"))
    for match in matches(masked, *_AGO, _JUBILEE):
        yield from _ago(passage, int(match["a"]), int(match["t"]))
    for match in matches(masked, _THAT):
        yield from _that(passage, match)
    if not search(masked, _NOT_YET):
        for match in matches(masked, _FOR_SO_LONG):
            yield from _ago(passage, int(match["a"]), int(match["t"]), past=True)


def _again(match: re.Match[str]) -> bool:
    """Return whether "three years after it opened" names what the first date dates."""
    told, _, after = match[0].rpartition(" after ")
    words = {word[:_ROOT] for word in re.findall(r"[a-z]{4,}", told)}
    if any(word[:_ROOT] in words for word in re.findall(r"[a-z]{4,}", after)):
        return True
    return after.startswith(("it ", "he ", "she ", "they "))


def _told(passage: Passage) -> Iterator[Outcome]:
    """She joined in 1994 and retired in 2024, after 30 years with the firm."""
    for told in _timeline.told(passage):
        if told.last is not None:
            first, last = Place(passage, told.first), Place(passage, told.last)
            if passage.kinds[told.first] == "k":
                said = f"{first.said()} to {last.said()}"
                yield from _clocks.timed(
                    said, (first, last), Place(passage, told.length)
                )
            elif _fits_days(passage, told):
                yield from _pair(first, last, Place(passage, told.length))
        elif passage.period(told.first).parts or passage.kinds[told.first] == "k":
            yield from _span(passage, told.first, told.length)
        else:
            yield from _ago(passage, told.first, told.length, past=told.past)


def _elapsed_between(passage: Passage) -> Iterator[Outcome]:
    """It was broken on 30 October, after 112 days: where only a slip can be meant."""
    if not (_elapsed.lengths(passage.masked) or passage.says(_set.SET | _set.OLDER)):
        return
    for told in (*_elapsed.told(passage), *_set_out(passage)):
        length = Place(passage, told.length)
        if told.last is not None and _is_clock(told.last):
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


def _set_out(passage: Passage) -> Iterator[_elapsed.Elapsed]:
    if passage.says(_set.SET):
        yield from _set.told(passage)
    if passage.says(_set.OLDER):
        yield from _set.between_births(passage)


def _near(found: Iterator[Outcome]) -> Iterator[Outcome]:
    """Yield what is right, and what a slip may have made wrong."""
    for each in found:
        if each.verdict is Verdict.AGREE or _is_near(each.arithmetic):
            yield each


def _dated(
    told: _elapsed.Elapsed, today: dt.date | None, length: Place
) -> Iterator[Outcome]:
    first = Days.of(_named(told.first))
    if told.last is None:
        if (
            first is not None
            and today is not None
            and first.is_past(today, _unit(length))
        ):
            yield from _calendar.to_today(told.first, first, today, length)
        return
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


def _unit(length: Place) -> str:
    return length.passage.mention(length.slot).unit


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


def _fits_days(passage: Passage, told: _timeline.Told) -> bool:
    """Return whether dates are fine enough for the span, and not only days of a week."""
    ends = [told.first] if told.last is None else [told.first, told.last]
    return passage.mention(told.length).unit in _ages.DAYS_IN and not any(
        passage.period(slot).kind == "weekday" for slot in ends
    )


def _later(passage: Passage) -> Iterator[Outcome]:
    """It was passed in 2009. Seven years later, in 2019, it was repealed."""
    match = search(passage.masked, _LATER) if passage.says(_GOES_BACK) else None
    if not match or passage.kinds.count("d") != 1 or passage.kinds.count("t") != 1:
        return
    earlier = _spans.before(passage)
    if earlier is None or pattern(r"\b(?:until|before|since|by)\b").search(earlier[1]):
        return
    last = Place(passage, int(match["b"] or match["b2"]))
    days = Days.of(earlier[0]), Days.of(_period(last))
    if days[0] and days[1] and not _period(last).parts:
        ends = Spot(passage.document, earlier[0]), last
        length = Place(passage, int(match["t"] or match["t2"]))
        yield from _calendar.compared(ends, days[0], days[1], length)


def _begun(passage: Passage) -> list[Outcome]:
    """It reopens on 14 September 2024 after nine years. It had closed in March 2019."""
    told = _spans.beginning(passage) if "d" in passage.kinds else None
    if told is None:
        return []
    end, length, start = told
    first, last = Days.of(start), Days.of(passage.period(end))
    if first is None or last is None or last.floating:
        return []
    places = Spot(passage.document, start), Place(passage, end)
    found = _calendar.compared(places, first, last, Place(passage, length))
    return [
        each
        for each in found
        if each.verdict is Verdict.AGREE or each.severity is Severity.ERROR
    ]


def _after(passage: Passage) -> Iterator[Outcome]:
    """It closed in 2019, 14 years after he had founded it."""
    told = _spans.since_then(passage)
    if told is not None:
        end, length, start = told
        first, last = Days.of(start), Days.of(passage.period(end))
        if first and last and not last.floating and not passage.period(end).parts:
            places = Spot(passage.document, start), Place(passage, end)
            yield from _calendar.compared(places, first, last, Place(passage, length))


def _so_long(passage: Passage) -> Iterator[Outcome]:
    """The warning came in May 2016. It shut in September 2021. So for five years ..."""
    back = _spans.told_back(passage)
    today = passage.document.date
    if back is not None and today is not None:
        days = Days.of(back[1])
        if days is not None and not days.floating:
            spot = Spot(passage.document, back[1])
            yield from _calendar.to_today(spot, days, today, Place(passage, back[0]))
    told = _spans.between(passage)
    if told is not None:
        length, start, end = told
        ends = (start,) if start is end else (start, end)
        places = [Spot(passage.document, each) for each in ends]
        first, last = Days.of(start), Days.of(end)
        found: Iterator[Outcome] = iter(())
        if start.kind == "time":
            said = " to ".join(place.said() for place in places)
            found = _clocks.timed(said, places, Place(passage, length))
        elif first and last and first.end < last.start:
            found = _calendar.compared(places, first, last, Place(passage, length))
        yield from _near(found)


def _period(place: Place) -> Period:
    return place.passage.period(place.slot)


def _span(passage: Passage, slot: int, length: int) -> Iterator[Outcome]:
    period = passage.period(slot)
    if period.kind == "time":
        before = passage.masked.partition(f"<k{slot}>")[0]
        if not before.endswith("between "):  # "three hours between 9.00 and 17.00"
            yield from _near(_clocks.clock(passage, slot, length))
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


def _ago(
    passage: Passage, slot: int, length: int, *, past: bool = False
) -> Iterator[Outcome]:
    """Count to the date of the document; what is past may have ended before it."""
    today, period = passage.document.date, passage.period(slot)
    days = Days.of(period)
    if today is None or days is None or days.floating or period.parts:
        return
    if past:
        stated = _calendar.stated(passage.mention(length))
        elapsed = _calendar.between(days, Days(today, today, floating=False)).high
        if stated is None or stated.low is None or elapsed is None:
            return
        if stated.low <= elapsed:
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
