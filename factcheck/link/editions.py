"""Of what time a number is, where its own words do not say: by its text, and by what is told beside it.

A report for a year and one for a quarter, bulletin 6 and bulletin 8 tell of other times
throughout, and only their titles say so. A later text often tells the step from the earlier
one: "now seven, with two additional trucks".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from factcheck.language.patterns import Pattern
from factcheck.link.digits import UNITLESS, alike, is_transposed
from factcheck.link.measures import spans
from factcheck.link.setting import Setting
from factcheck.link.sides import Side
from factcheck.link.stems import stem
from factcheck.model import (
    Block,
    BlockKind,
    Document,
    Form,
    Mention,
    Motion,
    Part,
    Period,
)

# What a change is measured from.
_BASE = (
    r"(?i)\b(?:(?:a|the|last|previous|prior)[ -])?(?P<base>year|month|quarter|week)(?:[ -]o(?:n|ver)[ -]"
    r"|ly\b| earlier\b| before\b| ago\b|\b)|\b(?P<annual>annual)|\b(?P<month>from|than in)"
    r" (?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\b(?! (?:\d|to\b|through\b|until\b))"
)
_BASE_REACH = 60  # characters
_CUT = r"[,;]| and | but "
_PASSING = frozenset(("count", "ratio"))
_DAYS_OF_YEAR = 365
_SEASON = frozenset(("~season",))
_LATE_SEASON = 12, 31
_WEEK = dt.timedelta(days=7)
_HEAD = 600  # characters of a text that say of what hour it is
_LINE = 90  # characters of a title
_JOINED = 40  # characters between two counts that are told as one
_PARTS_OF_YEARS = frozenset(("quarter", "half", "month", "date", "span"))
# Looked up once: a member of an enumeration takes long.
_RANGE, _BY, _OTHERS = Form.RANGE, Motion.BY, Part.OTHERS
_OFFERS = frozenset(map(stem, ("offer", "bid")))
_RAISED = frozenset(map(stem, ("raised", "increased", "improved", "sweetened")))
_STEPS = frozenset(("additional", "extra", "new"))


def of_other_days(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether two texts, one of no date, may be of two days, by the weekdays they name.

    Of two that name one day, what names another as well is the later: its number has grown,
    or is told of that other day alone. The closing report of one event is later as well.
    """
    if x.path == y.path or (setting.date(x) and setting.date(y)) or alike(x, y):
        return False
    closed = setting.once(x, _is_closing)
    if closed != setting.once(y, _is_closing):
        early, late = (y, x) if closed else (x, y)
        if early.reading.is_below(late.reading):
            return True
    mine, yours = setting.once(x, _weekdays), setting.once(y, _weekdays)
    if not mine or not yours or mine == yours:
        return False
    if not (mine < yours or yours < mine):
        return True
    early, late, days = (x, y, mine) if mine < yours else (y, x, yours)
    own = late.fact.period
    alone = own is not None and not _days(own) <= days
    return alone or early.reading.is_below(late.reading)


def _is_closing(side: Side, setting: Setting) -> bool:
    """Return whether the headline of a text says that it looks back at all there was."""
    document = setting.document(side)
    end = document.blocks[0].span.end
    return _closing().search(document.text[:end].lower()) is not None


@cache
def _closing() -> Pattern:
    return Pattern(
        r"\b(?:final (?:report|figures|count|tally|toll)|closing (?:report|figures)|inquiry|inquest|findings"
        r"|after-action|looking back|lessons|(?:months|years?|weeks) (?:on|later|after))\b"
    )


def _days(period: Period) -> set[int]:
    return {value for name, value in period.marks if name == "weekday"}


def _weekdays(side: Side, setting: Setting) -> set[int]:
    return {
        day
        for period in setting.periods(side)
        for part in (period.parts or (period,))
        for name, day in part.marks
        if name == "weekday"
    }


def of_moments(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether two reports of one market are of other hours: "in early trading", "closed at"."""
    if x.path == y.path or x.kind in UNITLESS - {"ratio"} or alike(x, y) > 1:
        return False
    mine = setting.once(x, _moments)
    if not mine or not mine.isdisjoint(setting.once(y, _moments) or mine):
        return False
    return all(setting.tells(each, _traded(), whole=True) for each in (x, y))


def _moments(side: Side, setting: Setting) -> frozenset[str]:
    """Return the hours of which the beginning of a market report tells."""
    document = setting.document(side)
    start = document.blocks[0].span.start
    head = document.text[start : start + _HEAD].lower()
    if not _market().search(head):
        return frozenset()
    return frozenset(
        hour for match in _hour().finditer(head) if (hour := match.lastgroup)
    )


@cache
def _market() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:dealers|traders|brokers|analysts|futures|stocks|shares|bourse|trading|central bank|(?:money|bond|stock|share|currency|oil|gold|grain) (?:market|exchange|price)s?)\b"
    )


@cache
def _traded() -> Pattern:
    return Pattern(
        r"\b(?:dealers|traders|futures|stocks|index|trad(?:ed|ing)|quoted|settled|fixed|bills?|repurchases?|session|market"
        r"|shares (?:[a-z]+ ){0,5}(?:were|rose|fell|opened|closed|gained|lost|climbed|jumped|dropped|stood)|(?:opened|closed|ended) (?:up|down|at|higher|lower))\b"
    )


@cache
def _hour() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?P<expected>(?:is|are|was|were) (?:expected|likely|seen)\b|will open|probably)"
        r"|(?P<morning>mid-?morning|(?:this|in the|monday|tuesday|wednesday|thursday|friday) morning|morning (?:session|trad\w+|deal\w+)"
        r"|early (?:trad\w+|deal\w+|session)|opened|opening|at the open)"
        r"|(?P<midday>midday|noon|mid-?session|lunch\w*)"
        r"|(?P<afternoon>(?:mid-?|late )?afternoon|late (?:trad\w+|deal\w+))"
        r"|(?P<close>close[sd]?(?= (?:up|down|at|on|higher|lower|firm\w*|strong|steady|little|mixed|quietly|[\d.]))|settled|(?:ended|finished)(?= (?:the (?:day|session)|up|down|higher|lower))|(?:at|by|on|near) the close))\b"
    )


def of_two_todays(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether texts of two days tell of "today's tender", or of two weeks of "this week"."""
    if setting.same_day(x, y):
        return False
    said = [setting.told(side, _this_day()) for side in (x, y)]
    if all(said):
        first, second = (
            date and date.toordinal() - ("yesterday" in day)
            for date, day in zip(map(setting.date, (x, y)), said, strict=True)
        )
        return not first or first != second
    told = _this_week()
    return setting.are_weeks_apart(x, y) and all(
        setting.tells(side, told, whole=True) for side in (x, y)
    )


@cache
def _this_day() -> Pattern:
    """Return how a sentence says that its number is of the day, and not that it is told then."""
    return Pattern(
        r"(?<!said )(?<!says )(?<!announced )(?<!reported )\b(?:today|tonight|yesterday)(?:['\u2019]s)?\b(?! (?:said|that)\b)"
    )


@cache
def _this_week() -> Pattern:
    return Pattern(r"\b(?:this|last|the|latest|past|current) week\b|\bweekly\b")


def of_other_issues(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether two numbers without a time of their own are of texts on other times."""
    if _is_past(x, y, setting) or _is_past(y, x, setting):
        return not (is_transposed(x, y) and _says_how_long(x, y))
    if x.path == y.path or alike(x, y) > 1:
        return False
    if _are_of_series(x, y, setting):
        return True
    mine = _told(x, setting)
    yours = _told(y, setting) if mine else mine
    if yours and not any(_is_one(p, q) for p in mine for q in yours):
        return True
    if any(
        p is not None and p.bound != "since" for p in (x.fact.period, y.fact.period)
    ):
        return False
    first = setting.once(x, _number)
    return bool(first) and setting.once(y, _number) not in ("", first)


def _says_how_long(x: Side, y: Side) -> bool:
    """Return whether one is of all of several years: "between March 2017 and October 2022"."""
    return any(
        period is not None
        and period.start is not None
        and period.end is not None
        and period.start.year < period.end.year
        for period in (x.fact.period, y.fact.period)
    )


def of_periods(x: Side, y: Side, _: Setting) -> bool:
    """Return whether two numbers are told of other dates or periods."""
    if x.path == y.path and y.fact.definite:
        # "The 16 people arrested appeared in court on Friday": arrested before that.
        return False
    p, q = x.fact.period, y.fact.period
    if p is None or q is None:
        return False
    return not p.overlaps(q) or _are_seasons(p, q)


def of_later_months(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether prices, shares or counts are told a month or more after one another.

    Neither says of when they are, but of a day of its own week; what is so long or heavy stays so.
    """
    if x.kind == "age":
        return setting.are_months_apart(x, y) and _has_aged(x, y, setting)
    passes = x.kind in _PASSING or x.kind.startswith("currency:")
    return (
        passes
        and setting.are_months_apart(x, y)
        and _is_of_its_day(x, setting)
        and _is_of_its_day(y, setting)
    )


def _has_aged(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether somebody may have come from one age to another between two texts."""
    first, second = setting.date(x), setting.date(y)
    young, old = x.fact.mention.value, y.fact.mention.value
    if first is None or second is None or young is None or old is None:
        return False
    if first > second:
        first, second, young, old = second, first, old, young
    return 0 <= old - young <= (second - first).days // _DAYS_OF_YEAR + 1


def _is_of_its_day(side: Side, setting: Setting) -> bool:
    """Return whether a number is told of no time, or of a day of the week of its text."""
    told, day = side.fact.period, setting.date(side)
    if told is None or day is None or not (told.start and told.end):
        return told is None
    return day - _WEEK <= told.start == told.end <= day + _WEEK


def _are_seasons(p: Period, q: Period) -> bool:
    """Return whether two periods are two seasons: "2023/24" and "2024/25"."""
    return _is_season(p) and _is_season(q) and p.start != q.start


def _is_season(period: Period) -> bool:
    start, end = period.start, period.end
    return (
        start is not None
        and end is not None
        and end.year == start.year + 1
        and (end.month, end.day) == _LATE_SEASON
        and len(period.parts) > 1
    )


def _is_one(p: Period, q: Period) -> bool:
    """Return whether two periods may be meant to be one."""
    if not p.overlaps(q) or _are_seasons(p, q):
        return False
    if p.start is None or q.start is None:
        return True
    nested = {p.kind, q.kind} & _PARTS_OF_YEARS and "year" in (p.kind, q.kind)
    return not nested


def _told(side: Side, setting: Setting) -> list[Period]:
    """Return the period of a number: its own, the last one told in its paragraph, or its title's."""
    own = side.fact.period
    if own is not None and own.bound != "since":
        return [own]
    document = setting.document(side)
    block = document.blocks[side.fact.mention.block].span
    at = side.fact.mention.span.start
    for period in reversed(setting.periods_between(side, block.start, at)):
        if period.start and setting.bears_on(side, period):
            return [period]
    title = document.blocks[0]
    if not _is_title(title, document):
        return []
    return [
        period
        for period in setting.periods_between(side, 0, title.span.end)
        if period.span.end <= title.span.end and (period.start or period.marks)
    ]


def _are_of_series(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether titles differ in their time alone: "Traffic in June", "Traffic in July"."""
    if x.fact.period is not None or y.fact.period is not None:
        return False
    mine, yours = setting.once(x, _series), setting.once(y, _series)
    return mine[0] == yours[0] != "" and not any(
        p.overlaps(q) for p in mine[1] for q in yours[1]
    )


def _series(side: Side, setting: Setting) -> tuple[str, Sequence[Period]]:
    """Return the title of a document without its periods, and these; no title without any."""
    document = setting.document(side)
    title = document.blocks[0]
    periods = setting.periods_between(side, title.span.start, title.span.end)
    if not periods or not _is_title(title, document):
        return "", ()
    words = document.surface(title.span)
    for period in periods:
        words = words.replace(period.surface, "")
    return " ".join(words.split()), periods


def _is_title(block: Block, document: Document) -> bool:
    """Return whether a text begins with a title, marked as one or a short line without an end."""
    if block.kind is BlockKind.TITLE:
        return True
    text = document.surface(block.span).rstrip()
    return len(text) <= _LINE and not text.endswith((".", "!", "?", ":"))


def _number(side: Side, setting: Setting) -> str:
    """Return the number of a report of a series, as its title tells it."""
    document = setting.document(side)
    title = document.text[: document.blocks[0].span.end].lower()
    found = _numbered().search(title)
    return found[1] or found[2] if found else ""


@cache
def _numbered() -> Pattern:
    return Pattern(
        r"\b(?:report|bulletin|update|issue|edition|newsletter|circular|notice|log|round|week|day|instalment)"
        r"(?:,? (?:no|nr)\.?| number)? ?#?(\d+)\b|\b(?:no|nr)\. ?(\d+)\b"
    )


def of_change(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether the text of one tells how it comes from the other, or the step between them."""
    if (
        setting.has_been(x, y)
        or setting.has_been(y, x)
        or _is_summand(x, y, setting)
        or _is_summand(y, x, setting)
    ):
        return True
    if x.path == y.path:
        return False
    if (
        _tells_step(x, y, setting)
        or _tells_step(y, x, setting)
        or _outbids(x, y)
        or _outbids(y, x)
    ):
        return True
    return x.kind.startswith("currency:") and (
        _tells_bare(x, y, setting) or _tells_bare(y, x, setting)
    )


def _tells_step(now: Side, other: Side, setting: Setting) -> bool:
    """Return whether the sentence of a number tells how far it is from that of another text.

    "The museum employs 79 people, five more than a year before", beside 74.
    """
    if now.fact.mention.form is _RANGE:
        return False
    for step in setting.beside(now):
        fact = step.fact
        points = now.kind == "ratio" and fact.head == "point"
        if not (
            points
            or _is_difference(now, other, step)
            or fact.motion is _BY
            or fact.part is _OTHERS
            or not _STEPS.isdisjoint(fact.near)
        ):
            continue
        if now.kind.startswith(f"{step.kind}/"):
            if _is_step(now.fact.mention, other.fact.mention, fact.mention):
                return True
        elif step.kind == now.kind or (
            step.kind == "count" and (points or not fact.head)
        ):
            size = step.reading
            if (
                (now.reading - size).meets(other.reading)
                or (now.reading + size).meets(other.reading)
                # "310 hectares, only 20 more than on Monday"
                or _is_step(now.fact.mention, other.fact.mention, fact.mention)
            ):
                return True
    return False


def _is_difference(now: Side, other: Side, step: Side) -> bool:
    """Return whether a sum is just what lies between two others: "90 million, of which 20", and 70."""
    x, y, z = (side.fact.mention.value for side in (now, other, step))
    if x is None or y is None or step.kind != now.kind:
        return False
    return now.kind.startswith("currency:") and abs(x - y) == z


def _outbids(now: Side, before: Side) -> bool:
    """Return whether one is what an offer was raised to, and the other what was offered."""
    mine, yours = now.fact.near, before.fact.near
    if not mine & _RAISED or yours & _RAISED or not mine & yours & _OFFERS:
        return False
    low, high = before.reading.high, now.reading.low
    return low is not None and high is not None and low < high


def _is_step(now: Mention, other: Mention, step: Mention) -> bool:
    """Return whether two amounts are as far apart as a number: "256 a year, 30 less than planned"."""
    if now.value is None or other.value is None or now.unit != other.unit:
        return False
    return step.value is not None and abs(now.value - other.value) == step.value


def _is_summand(part: Side, whole: Side, setting: Setting) -> bool:
    """Return whether a count and what is told with it come to another: "212 travellers and a crew of 18"."""
    if part.kind != "count" or part.fact.head == whole.fact.head:
        return False
    text, span = setting.text(part), part.fact.mention.span
    return any(
        0 < step.fact.mention.span.start - span.end <= _JOINED
        and _joining().fullmatch(text, span.end, step.fact.mention.span.start)
        and (part.fact.mention.value or 0) + (step.fact.mention.value or 0)
        == whole.fact.mention.value
        for step in setting.beside(part)
        if step.kind == "count"
    )


@cache
def _joining() -> re.Pattern[str]:
    return re.compile(r"[^.,;:\d]*? (?:and|plus|with) (?:an? [a-z]+ of )?")


def is_echoed(a: Side, b: Side, setting: Setting) -> bool:
    """Return whether both texts have both of two numbers beside each other, in one order.

    "68 million of debt and 15 million of credit" in both: neither is the other's. Where the
    order is turned, the two are mixed up.
    """
    mine = [s for s in setting.beside(a) if s.kind == b.kind and _is_same(s, b)]
    yours = [s for s in setting.beside(b) if s.kind == a.kind and _is_same(s, a)]
    return bool(mine and yours) and (a.number < mine[0].number) != (
        b.number < yours[0].number
    )


def _is_same(a: Side, b: Side) -> bool:
    return bool(a.numbers) and a.numbers == b.numbers


def _tells_bare(now: Side, other: Side, setting: Setting) -> bool:
    """Return whether a text has the sum of another without its currency: "of the 12 million"."""
    return other.numbers in setting.once(now, _bare_numbers)


def _bare_numbers(side: Side, setting: Setting) -> set[tuple[Decimal, ...]]:
    """Return the numbers of a document that count nothing."""
    counts = setting.kinds[side.path].get("count", ())
    return {other.numbers for other in counts if not other.fact.head} - {()}


def of_other_rows(x: Side, y: Side, _: Setting) -> bool:
    """Return whether one of two numbers is of a row of a table that the other does not name."""
    if bool(x.fact.mention.headers) == bool(y.fact.mention.headers):
        return False
    cell, other = (x, y) if x.fact.mention.headers else (y, x)
    label = _row(cell.fact.mention.headers)
    return bool(label) and label.isdisjoint(other.fact.words | other.fact.near)


def _row(headers: tuple[str, ...]) -> frozenset[str]:
    """Return the names that a row begins with."""
    return frozenset(filter(None, map(stem, _words().findall(headers[0].lower()))))


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]{3,}")


def of_spans(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether two clauses name other spans of time."""
    mine, yours = spans(x.fact), spans(y.fact)
    if not _other_spans(mine, yours):
        return False
    if is_transposed(x, y) and not (mine and yours):
        # "A profit of 27.4 million", "a quarterly profit of 24.7 million"
        unsaid = y if mine else x
        return setting.tells(unsaid, _long_time(), whole=True)
    return True


@cache
def _long_time() -> Pattern:
    return Pattern(r"\b(?:half|year|months|annual|season)")


def _other_spans(mine: frozenset[str], yours: frozenset[str]) -> bool:
    """Return whether two clauses name other spans; what names none may be of the season."""
    if mine == yours or not mine.isdisjoint(yours):
        return False
    return bool(mine and yours) or mine | yours != _SEASON


def of_bases(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether two changes are told from others: "from February", "from a year earlier"."""
    if x.kind != "ratio":
        return False
    first = _measured_from(x, setting)
    return bool(first) and _measured_from(y, setting) not in ("", first)


def _measured_from(side: Side, setting: Setting) -> str:
    """Return since when something changed: a "year", "month", "week"; "" if nobody says."""
    text, span = setting.document(side).text, side.fact.sentence
    at = side.fact.mention.span
    after = text[at.end : min(span.end, at.end + _BASE_REACH)]
    before = text[max(span.start, at.start - _BASE_REACH) : at.start]
    found = re.search(_BASE, re.split(_CUT, after)[0]) or re.search(_BASE, before)
    if found is None:
        return ""
    if found["annual"]:
        return "year"
    return "month" if found["month"] else found["base"].lower()


def _is_past(side: Side, other: Side, setting: Setting) -> bool:
    """Return whether a fact is of a year long before, of which the other text tells nothing."""
    period, date = side.fact.period, setting.date(side)
    if period is None or period.end is None:
        return False
    told = setting.text(side).startswith("when ", side.fact.clause.start)
    if date is None or other.fact.period is not None:
        # "She came in 2018, when the rate was 59 percent"
        if not (told and period.kind == "year"):
            return False
    elif period.end.year >= date.year - 1:
        return False
    if period.span.start > side.fact.mention.span.start:
        return False  # "1.20 euros a share (2019: 1.10)"
    return side.path == other.path or not any(
        one.start and period.overlaps(one) for one in setting.periods(other)
    )
