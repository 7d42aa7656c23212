"""A count that can only grow, told in two places: by nightfall 43, on the next day 38.

What counts up is known by the way it is told: "so far", "rose to", "had counted", a career; and
from when on, by "since dawn", "today", "for the year". That two places count one thing is known
by the things counted and by the names and words that their paragraphs share; which of them is
the later, by dates, days of the week, the times of the lines of a log, or by what is told of the
stage ("with boxes still unopened", "when the last was counted").
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from factcheck.checks import _running, _spans, _tallies
from factcheck.checks._ages import Days
from factcheck.checks._arithmetic import Place, plain
from factcheck.checks._clauses import trim
from factcheck.checks._context import (
    TOKEN,
    Passage,
    firm,
    hint,
    pattern,
    speaking,
)
from factcheck.checks._dated import CLOSELY, Page, Pages
from factcheck.frozen import dataclass
from factcheck.language.data import word_set
from factcheck.model import (
    DocumentFacts,
    Fact,
    Form,
    Interval,
    Mention,
    Motion,
    Outcome,
    Period,
)

_PERFECT = r"\b(?:ha[sd]|have|having)(?: (?:now|already|so|far|since|also|been|thus))* (?:[a-z]+ed|found|sold|made|won|built|given|taken|sent|brought|caught|shot|lost|seen|read|run|met|dug|laid|burnt|had|eaten|drunk|driven|written|flown|cut|put)\b"
_SUMMED = (
    r"\b(?:so far|to date|in all|altogether|all told|in total|total of|running total|tally|toll|counter|cumulative(?:ly)?|career|to (?:his|her|their|its) name|all-time"
    r"|(?:rose|risen|rises|climb(?:s|ed)|grew|grown|swelled|swollen|mounted|increased|went up|gone up|jumped|crept up) to|brings? (?:the|its|their|his|her) [^<,;]*\bto|brought (?:the|its|their|his|her) [^<,;]*\bto"
    r"|(?:retires|retired|finishes|finished|ends|ended|bows out|leaves|left|starts|started|begins|goes into|went into|enters|entered|stands|stood|reached|has reached) (?:[a-z]+ ){0,4}?(?:with|on|at)"
    r"|since (?:the|its|their|launch|records|work|january|day|dawn|sunrise|midnight|<[dw])[^<,;]*)\b"
)
_UP = f"{_SUMMED}|{_PERFECT}"
# From when on a count runs, whatever it is called: two counts of one day, or of one year.
_DAY = r"\b(?:today|so far this (?:morning|afternoon|evening)|since (?:this |the )?(?:day(?:break|light)|dawn|sun-?(?:rise|up)|first light|midnight|morning|breakfast)|(?:for|of) the day)\b"
_OF_YEAR = r"\b(?:since (?:the (?:start|beginning|turn) of (?:the|this) year|january|1 january|new year)|this year|for the year|(?:the )?year[- ]to[- ]date|in the year (?:so far|to date))\b"
_OF_LAST = r"(?:^|[,;] )(?:in |during |over )?(?:last|the (?:previous|past|preceding)) (?:season|year|winter|summer|spring|autumn|month|week)\b|\b(?:last|the (?:previous|preceding)) (?:season|year|winter|summer|spring|autumn|month|week)\.?$"
COUNTING = hint(
    "so far", "to date", "in all", "altogether", "all told", "in total", "total", "tally", "toll", "counter", "cumulative", "career", " name", "all-time",
    " to <", "had ", "has ", "have ", "having ", " with <", " on <", " at <", "since ",
)  # fmt: skip
_EARLY = r"\b(?:still|yet to|unopened|uncounted|outstanding|under way|underway|starts|begins|halfway|half-time|so far|goes into|enters|ahead of|by (?:nightfall|midnight|noon|midday|dusk|lunchtime)|at (?:midnight|noon|midday|nightfall|half-time))\b"
_LATE = r"\b(?:final|finally|finished|over|complete|completed|retires|retired|retirement|bows out|last|ended|ends|closed|altogether|in the end|all (?:the )?(?:votes|ballots|boxes))\b"
# The day from which on, and what is so now.
_FROM = r"\bsince (?:[^<,;:.]{0,60} (?:on|in) )?{d:d}"
_NOW = r"\b(?:now|ha(?:s|ve)|is|are|stands|comes|takes|brings)\b"
# A rate, a part, a level that goes up and down; figures that were changed by hand.
_NO_COUNT = r"\b(?:each|per|a (?:day|week|month|year)|an hour|average|of them|of whom|of which|including|excluding|others?|another|more|new|missing|unaccounted|trapped|stranded|active|current(?:ly)?|remain\w*|left|shrunk|fell|fallen|falls|down|dropped|against|than|only|capacity|target|goal|room|seats)\b"
_CHANGED = r"\b(?:revis|correct|recount|miscount|withdr|refund|struck|duplicat|lower(?:ed)? (?:its|the))"
_BREAK = re.compile(r"[,;:]| and | but | when | while | as | after | which | - ")
_NEAR, _BESIDE = 60, 1
_COUNTED = "cemp"
# Of measures and shares only what was done cannot fall: land burned, adults who have been given it.
_LEVELS = "mp"
_DID = r"\b(?:ha[sd]|have|having)(?: (?:now|already|so|far|since|also|been|thus))* (?!risen|grown|climbed|edged|reached|fallen|dropped|slipped|crept|swollen|increased|jumped|passed|been|stood|come|gone|declined|eased|improved|remained|stayed|covered)(?:[a-z]+ed|found|sold|made|won|built|given|taken|sent|brought|caught|shot|lost|seen|read|run|met|dug|laid|burnt|had|eaten|drunk|driven|written|flown|cut|put)\b"
# What is told of what happened since one day: things that stay done, and no part of them.
_HAPPENED = rf"{_DID}|\b(?:confirmed|reported|recorded|registered|known|stolen|killed|injured|arrested|found|sold|built|planted)\b|\b(?:cases|toll|deaths|births|fires|floods|arrests|burglaries|thefts|robberies|raids|murders|killings|accidents|crashes|collisions|incidents|breaches|violations|attacks|strikes|outages|earthquakes|tremors|sightings|infections|complaints|claims|fines|callouts|rescues|landings|crossings|arrivals|sales|downloads|visits|goals)\b"
_OF_THEM = r"\b(?:of (?:these|those|this|that|the (?:total|number)|<c\d+>)|among (?:these|those|them)|active|current)\b"
_ANEW = r"\b(?:miscount|recount|duplicat|reclassif|revis(?:ed|ion)|counted twice|entered twice|counted double|double[- ](?:count|entr)|turned out to be|(?:correct|adjust|remov|delet|discard|struck|withdr|dropp|taken)[a-z]* (?:[a-z]+ ){0,3}?(?:from|off|out|down|figures?|numbers?|totals?|cases|counts?|lists?|records|entr(?:y|ies)|tall(?:y|ies))|(?:were|was|been) (?:removed|reclassified|discarded|withdrawn|corrected|adjusted|ruled out))"
_STANDING = word_set(
    """
    number count total tally toll figure now already far stand rise climb grow reach bring take
    come get go increase put there last past
    """
)
_RAISED = r"\b(?:ha[sd]|have)(?: [a-z]+)? raised(?: [a-z]+)? $"
# A clause without a count says nothing of it, unless it says whether it goes on, or from when.
_KEEPS = f"{_EARLY}|{_LATE}|{_DAY}|{_OF_YEAR}|{_OF_LAST}"
_FEWEST = 10  # of fewer, two places seldom tell of the same
_DAYS = 3  # from one day of the week to another
_YEAR = 2000
_HALF = 200  # days
_MOST = 24
_SOLD, _PAIR = "sell", 2
_FARTHEST = Decimal("1.35")  # what is far lower counts a part of it


@dataclass(frozen=True, slots=True)
class _Point:
    """A count so far, and what is known of when it was so many.

    Attributes:
        page: The document.
        passage: The sentence.
        slot: Its place there.
        day: The day of the count; without a year, of the year 2000.
        weekday: The day of the week, if that is all that is told.
        stage: -1 where the text says that it goes on, 1 where it is over, else 0.
        scope: The day or the year from whose start it is counted, if its sentence says so.
        minute: The minute of the day at which the line of a log tells it.
        since: The day from which it is counted, if its sentence dates that.
    """

    page: Page
    passage: Passage
    slot: int
    day: dt.date | None
    weekday: int | None
    stage: int
    scope: str
    minute: int | None
    since: dt.date | None

    @property
    def fact(self) -> Fact:
        """What is counted."""
        return self.passage.fact(self.slot)


def told(
    documents: Sequence[DocumentFacts],
    groups: Sequence[Sequence[Passage]],
    known: Iterable[tuple[Fact, Fact]],
) -> Iterator[Outcome]:
    """Yield the counts of one thing that are lower later, in another place.

    Args:
        documents: The documents.
        groups: The sentences of each.
        known: Pairs of counts that are compared otherwise.
    """
    if len(documents) < _PAIR and not _is_log(groups):
        return  # in one, other rules read the words between
    pages = Pages(documents)
    having: dict[str, list[_Point]] = {}
    for page, group in zip(pages.pages, groups, strict=True):
        for _, passage in speaking(group, COUNTING, _UP):
            for point in () if passage.in_table else _points(page, passage):
                for thing in _ties(point.fact):
                    having.setdefault(thing, []).append(point)
    seen = {pair for a, b in known for pair in ((id(a), id(b)), (id(b), id(a)))}
    for first, second in _pairs(having):
        key = id(first.fact), id(second.fact)
        if key not in seen:
            seen.add(key)
            if _is_earlier(first, second) and _falls(first, second, pages):
                yield _outcome(first, second)


def _is_log(groups: Sequence[Sequence[Passage]]) -> bool:
    """Return whether several lines that begin with a time of the day tell a count so far."""
    told = [
        passage for group in groups for _, passage in speaking(group, COUNTING, _UP)
    ]
    return sum(_running.time(passage) is not None for passage in told) >= _PAIR


def _pairs(having: dict[str, list[_Point]]) -> Iterator[tuple[_Point, _Point]]:
    """Yield the counts of two documents, or of two lines of a log, that have a word in common."""
    for points in having.values():
        for first, second in permutations(points[:_MOST], 2):
            if first.page is not second.page or _are_logged(first, second):
                yield first, second


def _are_logged(first: _Point, second: _Point) -> bool:
    return bool(first.scope) and None not in (first.minute, second.minute)


def _points(page: Page, passage: Passage) -> Iterator[_Point]:
    """Yield the one count so far of a sentence."""
    passage = trim(passage, _COUNTED, _KEEPS)
    masked = passage.masked
    cues = list(pattern(_UP).finditer(masked))
    minute = _running.time(passage)
    tokens = [
        token
        for token in TOKEN.finditer(masked)
        if token["kind"] in _COUNTED
        and _is_plain(passage.fact(token["slot"]), masked, token.start())
        and not (minute is not None and not token.start())
    ]
    if len(tokens) > 1:  # "had reached 171,000 by May, and is in the top ten"
        tokens = [
            token
            for token in tokens
            if any(_gap(cue, token)[0] <= _BESIDE for cue in cues)
        ]
    if not cues or len(tokens) != 1:
        return
    apart, low, high = min(_gap(cue, tokens[0]) for cue in cues)
    if apart > _NEAR:
        return
    low, high = min(low, tokens[0].start()), max(high, tokens[0].end())
    said = (
        _BREAK.split(masked[:low])[-1]
        + masked[low:high]
        + _BREAK.split(masked[high:])[0]
    )
    if tokens[0]["kind"] in _LEVELS and not pattern(_DID).search(masked):
        return
    if pattern(_NO_COUNT).search(said) or pattern(_CHANGED).search(passage.paragraph):
        return
    start = _start(passage)
    day, weekday = _when(passage, start)
    late, early = (pattern(each).search(masked) for each in (_LATE, _EARLY))
    stage = bool(late) - bool(early)
    slot, scope = int(tokens[0]["slot"]), _scope(passage, day)
    since = start.start if start else None
    yield _Point(page, passage, slot, day, weekday, stage, scope, minute, since)


def _start(passage: Passage) -> Period | None:
    """Return the date from which a sentence counts: "since the gates opened on 4 May"."""
    found = pattern(_FROM).search(passage.masked)
    return passage.period(found["d"]) if found else None


def _scope(passage: Passage, day: dt.date | None) -> str:
    """Return the day or the year since whose start a sentence counts, or ""."""
    text = " ".join(passage.document.surface(passage.span).lower().split())
    if pattern(_DAY).search(text):
        return f"day {passage.document.date}"
    if pattern(_OF_LAST).search(text):
        return f"before {day}"
    return f"year {day and day.year}" if pattern(_OF_YEAR).search(text) else ""


def _gap(cue: re.Match[str], token: re.Match[str]) -> tuple[int, int, int]:
    """Return how many characters lie between a cue and a number, and where the cue is."""
    apart = max(token.start() - cue.end(), cue.start() - token.end(), 0)
    return apart, cue.start(), cue.end()


def _is_plain(fact: Fact, masked: str, at: int) -> bool:
    """Return whether a number says how many there are, and not by how many more they became."""
    # Money: "has raised 20 million so far", and not that of one round.
    raised = pattern(_RAISED).search(masked[:at]) and pattern(_SUMMED).search(masked)
    mention = fact.mention
    return (
        mention.form is Form.PLAIN
        and mention.value is not None
        and mention.value >= _FEWEST
        and not (fact.stance or fact.part or fact.per)
        and (fact.motion is not Motion.BY or raised is not None)
        and fact.motion is not Motion.FROM
    )


def _things(fact: Fact) -> frozenset[str]:
    """Return the words by which what a number counts may be known."""
    things = fact.near | fact.concepts | {fact.head} - {""}
    if "revenue" in things:
        things |= {_SOLD}
    return things | {"killed"} if "body" in things else things


def _ties(fact: Fact) -> frozenset[str]:
    """Return the words by which a count is found; a sum of money has no noun of its own."""
    return _things(fact) if fact.head else _things(fact) | fact.words


def _when(passage: Passage, since: Period | None) -> tuple[dt.date | None, int | None]:
    """Return the day that a sentence tells, or the one before that it takes up ("it", "that").

    The day since which it counts is not the day of the count, which then is that of the text.
    """
    told = [
        item for item in passage.items if isinstance(item, Period) and item is not since
    ]
    for step in () if since and pattern(_NOW).search(passage.masked) else (-1, -2):
        told = told or _spans.beside(passage, step)[1]
    for period in told:
        days = Days.of(period)
        marks = dict(period.marks)
        if days is not None:
            return days.end, None
        if "month" in marks:
            end = period.end if passage.document.date else None
            return end or dt.date(_YEAR, marks["month"], 28), None
        if period.kind == "weekday" and "weekday" in marks:
            return passage.document.date, marks["weekday"]
    return passage.document.date, None


def _is_earlier(first: _Point, second: _Point) -> bool:
    """Return whether one count is known to be the earlier of the two."""
    bases = [(point.scope, point.since) for point in (first, second)]
    if bases[0] != bases[1] or _starts_after(second, first):
        return False
    if first.page is second.page:
        return (first.minute or 0) < (second.minute or 0)
    if first.day and second.day and first.day != second.day:
        if (first.day.year == _YEAR) != (second.day.year == _YEAR):
            return False
        return 0 < (second.day - first.day).days < 10 * _HALF
    if first.weekday is not None and second.weekday is not None:
        return 0 < (second.weekday - first.weekday) % 7 <= _DAYS
    return first.stage < second.stage and first.stage * second.stage < 1


def _starts_after(second: _Point, first: _Point) -> bool:
    """Return whether one counts since a day on which the other had been told: "since April"."""
    since = pattern(r"\bsince {d:d}").search(second.passage.masked)
    told = dict(second.passage.period(since["d"]).marks) if since else {}
    if first.since:
        return False  # both count since one day
    month, day = told.get("month"), first.day
    if month is None or day is None or told.get("year", day.year) != day.year:
        return False
    return month >= day.month


def _falls(first: _Point, second: _Point, pages: Pages) -> bool:
    """Return whether the later of two counts of one thing is lower, and nothing explains it."""
    a, b = first.fact, second.fact
    if a.mention.unit != b.mention.unit or (a.place and b.place and a.place != b.place):
        return False
    low, high = _closely(a.mention).low, _closely(b.mention).high
    if low is None or high is None or low <= high or low > _FARTHEST * high:
        return False
    if not _is_one_thing(a, b) or (first.since and not _is_told_alike(first, second)):
        return False
    if not _are_of_one_story(first, second, pages):
        return False
    return not _is_explained(first, second) and not _is_explained(second, first)


def _closely(mention: Mention) -> Interval:
    """Return what a count can be; "some 19.6 percent" is no rough number."""
    exact = "".join(filter(str.isdigit, mention.surface))[-1:] != "0"
    return firm(mention) if exact or mention.modifier is None else mention.reading


def _are_of_one_story(first: _Point, second: _Point, pages: Pages) -> bool:
    """Return whether the paragraphs of two counts share names and words.

    Where both say from when on they count, or in the same words, it is enough that their
    documents share a name.
    """
    if first.page is second.page:
        return True
    named = pages.rare(first.page.names & second.page.names)
    if named and (first.scope or len(_said_of_both(first.fact, second.fact)) >= _PAIR):
        return True
    words = (
        first.page.words(first.passage.block),
        second.page.words(second.passage.block),
    )
    shared = words[0] & words[1]
    names = shared & first.page.names & second.page.names
    return bool(pages.rare(names)) and len(shared) + len(names) >= CLOSELY


def _is_one_thing(a: Fact, b: Fact) -> bool:
    """Return whether two numbers count one thing: by their nouns, or by the words of a clause."""
    mine, yours = _things(a), _things(b)
    if a.head and b.head and a.head == b.head:
        return not a.qualifiers or not b.qualifiers or a.qualifiers == b.qualifiers
    if "killed" in mine & yours:
        return True
    heads = {a.head, b.head} - {""}
    if len(heads) > 1:
        heads.discard("person")  # "402 people passed the gates", "388 visitors"
    if heads and heads <= (mine | a.words) & (yours | b.words):
        return True
    if not heads and a.mention.unit:
        # "Had burned 2,300 hectares", "the fire had consumed 1,900"
        both = len(_said_of_both(a, b))
        return both > _PAIR or (both == _PAIR and bool(mine & yours))
    # "Sold 186,000 copies", "sales had reached 171,000"
    bare = bool(a.head) is not bool(b.head)
    return bare and _SOLD in _said(a) & _said(b) and len(_said_of_both(a, b)) >= _PAIR


def _is_told_alike(first: _Point, second: _Point) -> bool:
    """Return whether two counts since one day are of what happened, in the same words.

    "The number of fires since 4 May is 61", "since 4 May there have been 52 fires": neither
    of fires in one district, nor of those that were large, nor counted anew.
    """
    others = first.fact.words ^ second.fact.words
    return others <= _STANDING and all(
        pattern(_HAPPENED).search(each.passage.masked)
        and not pattern(_OF_THEM).search(each.passage.masked)
        and not pattern(_ANEW).search(each.page.facts.document.text.lower())
        for each in (first, second)
    )


def _said_of_both(a: Fact, b: Fact) -> frozenset[str]:
    """Return the words that the sentences of two counts share, but for names."""
    return (_said(a) & _said(b)) - a.names - b.names


def _said(fact: Fact) -> frozenset[str]:
    """Return the words of the sentence of a count; what is counted in sales was sold."""
    return fact.words | {_SOLD} if "revenue" in fact.words else fact.words


def _is_explained(own: _Point, other: _Point) -> bool:
    """Return whether a document tells the number of the other as well, or a count beyond it."""
    value = other.fact.mention.value
    return any(
        fact.mention.value == value and fact is not own.fact and fact is not other.fact
        for fact in own.page.facts.facts
        if fact.mention.unit == own.fact.mention.unit
    )


def _outcome(first: _Point, second: _Point) -> Outcome:
    places = [Place(each.passage, each.slot) for each in (first, second)]
    return _tallies.fallen(
        [place.evidence(side) for side, place in enumerate(places)],
        [plain(each.passage, each.slot) for each in (first, second)],
    )
