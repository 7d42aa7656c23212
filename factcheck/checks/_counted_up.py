"""A count that can only grow, told in two places: by nightfall 43, on the next day 38.

What counts up is known by the way it is told: "so far", "rose to", "had counted", a career. That
two places count one thing is known by the things counted and by the names and words that their
paragraphs share; which of them is the later, by dates, days of the week, or by what is told of
the stage ("with boxes still unopened", "when the last was counted").
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from factcheck.checks import _spans, _tallies
from factcheck.checks._ages import Days
from factcheck.checks._arithmetic import Place, plain
from factcheck.checks._context import TOKEN, Passage, hint, pattern, saying
from factcheck.checks._dated import CLOSELY, Page, Pages
from factcheck.frozen import dataclass
from factcheck.model import DocumentFacts, Fact, Form, Motion, Outcome, Period

_PERFECT = r"\b(?:ha[sd]|have|having)(?: (?:now|already|so|far|since|also|been|thus))* (?:[a-z]+ed|found|sold|made|won|built|given|taken|sent|brought|caught|shot|lost|seen|read|run|met|dug)\b"
_UP = (
    r"\b(?:so far|to date|in all|altogether|all told|in total|total of|running total|tally|toll|counter|cumulative(?:ly)?|career|to (?:his|her|their|its) name|all-time"
    r"|(?:rose|risen|rises|climb(?:s|ed)|grew|grown|swelled|swollen|mounted|increased|went up|gone up|jumped|crept up) to|brings? (?:the|its|their|his|her) [^<,;]*\bto|brought (?:the|its|their|his|her) [^<,;]*\bto"
    r"|(?:retires|retired|finishes|finished|ends|ended|bows out|leaves|left|starts|started|begins|goes into|went into|enters|entered|stands|stood|reached|has reached) (?:[a-z]+ ){0,4}?(?:with|on|at)"
    rf"|since (?:the|its|their|launch|records|work|january|<d)[^<,;]*)\b|{_PERFECT}"
)
COUNTING = hint(
    "so far", "to date", "in all", "altogether", "all told", "in total", "total", "tally", "toll", "counter", "cumulative", "career", " name", "all-time",
    " to <", "had ", "has ", "have ", "having ", " with <", " on <", " at <", "since ", sources=(_UP,),
)  # fmt: skip
_EARLY = r"\b(?:still|yet to|unopened|uncounted|outstanding|under way|underway|starts|begins|halfway|half-time|so far|goes into|enters|ahead of|by (?:nightfall|midnight|noon|midday|dusk|lunchtime)|at (?:midnight|noon|midday|nightfall|half-time))\b"
_LATE = r"\b(?:final|finally|finished|over|complete|completed|retires|retired|retirement|bows out|last|ended|ends|closed|altogether|in the end|all (?:the )?(?:votes|ballots|boxes))\b"
# A rate, a part, a level that goes up and down; figures that were changed by hand.
_NO_COUNT = r"\b(?:each|per|a (?:day|week|month|year)|an hour|average|of them|of whom|of which|including|excluding|others?|another|more|new|missing|unaccounted|trapped|stranded|active|current(?:ly)?|remain\w*|left|shrunk|fell|fallen|falls|down|dropped|against|than|only|capacity|target|goal|room|seats)\b"
_CHANGED = r"\b(?:revis|correct|recount|miscount|withdr|refund|struck|duplicat|lower(?:ed)? (?:its|the))"
_BREAK = re.compile(r"[,;:]| and | but | when | while | as | after | which | - ")
_NEAR = 60
_COUNTED = frozenset("ce")
_FEWEST = 10  # of fewer, two places seldom tell of the same
_DAYS = 3  # from one day of the week to another
_YEAR = 2000
_HALF = 200  # days
_MOST = 24
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
    """

    page: Page
    passage: Passage
    slot: int
    day: dt.date | None
    weekday: int | None
    stage: int

    @property
    def fact(self) -> Fact:
        """What is counted."""
        return self.passage.fact(self.slot)


def told(
    documents: Sequence[DocumentFacts],
    groups: Sequence[Sequence[Passage]],
    known: Iterable[tuple[Fact, Fact]],
) -> Iterator[Outcome]:
    """Yield the counts of one thing that are lower later, in another document.

    Args:
        documents: The documents.
        groups: The sentences of each.
        known: Pairs of counts that are compared otherwise.
    """
    if len(documents) < 2:  # noqa: PLR2004 - in one, other rules read the words between
        return
    pages = Pages(documents)
    having: dict[str, list[_Point]] = {}
    for page, group in zip(pages.pages, groups, strict=True):
        for _, passage in saying(group, COUNTING):
            for point in () if passage.in_table else _points(page, passage):
                for thing in _things(point.fact):
                    having.setdefault(thing, []).append(point)
    seen = {pair for a, b in known for pair in ((id(a), id(b)), (id(b), id(a)))}
    for first, second in _pairs(having):
        key = id(first.fact), id(second.fact)
        if key not in seen:
            seen.add(key)
            if _is_earlier(first, second) and _falls(first, second, pages):
                yield _outcome(first, second)


def _pairs(having: dict[str, list[_Point]]) -> Iterator[tuple[_Point, _Point]]:
    """Yield the counts of two documents that have a word in common."""
    for points in having.values():
        for first, second in permutations(points[:_MOST], 2):
            if first.page is not second.page:
                yield first, second


def _points(page: Page, passage: Passage) -> Iterator[_Point]:
    """Yield the one count so far of a sentence."""
    masked = passage.masked
    cues = list(pattern(_UP).finditer(masked))
    tokens = [
        token
        for token in TOKEN.finditer(masked)
        if token["kind"] in _COUNTED and _is_plain(passage.fact(token["slot"]))
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
    document = passage.document
    block = document.surface(document.blocks[passage.block].span).lower()
    if pattern(_NO_COUNT).search(said) or pattern(_CHANGED).search(block):
        return
    day, weekday = _when(passage)
    late, early = (pattern(each).search(masked) for each in (_LATE, _EARLY))
    stage = bool(late) - bool(early)
    yield _Point(page, passage, int(tokens[0]["slot"]), day, weekday, stage)


def _gap(cue: re.Match[str], token: re.Match[str]) -> tuple[int, int, int]:
    """Return how many characters lie between a cue and a number, and where the cue is."""
    apart = max(token.start() - cue.end(), cue.start() - token.end(), 0)
    return apart, cue.start(), cue.end()


def _is_plain(fact: Fact) -> bool:
    mention = fact.mention
    return (
        mention.form is Form.PLAIN
        and mention.value is not None
        and mention.value >= _FEWEST
        and not (fact.stance or fact.part or fact.per)
        and fact.motion is not Motion.BY
        and fact.motion is not Motion.FROM
    )


def _things(fact: Fact) -> frozenset[str]:
    """Return the words by which what a number counts may be known."""
    things = fact.near | fact.concepts | {fact.head} - {""}
    return things | {"killed"} if "body" in things else things


def _when(passage: Passage) -> tuple[dt.date | None, int | None]:
    """Return the day that a sentence tells, or the one before that it takes up ("it", "that")."""
    told = [item for item in passage.items if isinstance(item, Period)]
    if not told and passage.masked.startswith(("it ", "that ", "this ")):
        told = _spans.beside(passage, -1)[1]
    for period in told:
        days = Days.of(period)
        marks = dict(period.marks)
        if days is not None:
            return days.end, None
        if "month" in marks:
            return dt.date(_YEAR, marks["month"], 28), None
        if period.kind == "weekday" and "weekday" in marks:
            return passage.document.date, marks["weekday"]
    return passage.document.date, None


def _is_earlier(first: _Point, second: _Point) -> bool:
    """Return whether one count is known to be the earlier of the two."""
    if first.day and second.day and first.day != second.day:
        if (first.day.year == _YEAR) != (second.day.year == _YEAR):
            return False
        return 0 < (second.day - first.day).days < 10 * _HALF
    if first.weekday is not None and second.weekday is not None:
        return 0 < (second.weekday - first.weekday) % 7 <= _DAYS
    return first.stage < second.stage and first.stage * second.stage < 1


def _falls(first: _Point, second: _Point, pages: Pages) -> bool:
    """Return whether the later of two counts of one thing is lower, and nothing explains it."""
    a, b = first.fact, second.fact
    if a.mention.unit != b.mention.unit or (a.place and b.place and a.place != b.place):
        return False
    low, high = a.mention.reading.low, b.mention.reading.high
    if low is None or high is None or low <= high or low > _FARTHEST * high:
        return False
    if not _is_one_thing(a, b):
        return False
    words = (
        first.page.words(first.passage.block),
        second.page.words(second.passage.block),
    )
    shared = words[0] & words[1]
    names = shared & first.page.names & second.page.names
    if not pages.rare(names) or len(shared) + len(names) < CLOSELY:
        return False
    return not _is_explained(first, second) and not _is_explained(second, first)


def _is_one_thing(a: Fact, b: Fact) -> bool:
    """Return whether two numbers count one thing: by their nouns, or by the words of a clause."""
    mine, yours = _things(a), _things(b)
    if a.head and b.head and a.head == b.head:
        return not a.qualifiers or not b.qualifiers or a.qualifiers == b.qualifiers
    if "killed" in mine & yours:
        return True
    heads = {a.head, b.head} - {""}
    return bool(heads) and heads <= (mine | a.words) & (yours | b.words)


def _is_explained(own: _Point, other: _Point) -> bool:
    """Return whether a document tells the number of the other as well, or a count beyond it."""
    value = other.fact.mention.value
    return any(
        fact.mention.value == value and fact is not own.fact
        for fact in own.page.facts.facts
        if fact.mention.unit == own.fact.mention.unit
    )


def _outcome(first: _Point, second: _Point) -> Outcome:
    places = [Place(each.passage, each.slot) for each in (first, second)]
    return _tallies.fallen(
        [place.evidence(side) for side, place in enumerate(places)],
        [plain(each.passage, each.slot) for each in (first, second)],
    )
