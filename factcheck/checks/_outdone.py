"""What is called first, or a record, against the number of one that is told to be behind it.

"The Larks lead with 27 points" and, elsewhere, "the Wrens, in second place on 29": the rank of
each is told by a word in its sentence, or in the one before it; that both are of one ranking by
the things counted and by the names and words that their paragraphs share. A record is outdone
by an earlier number of the same things in the same place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from factcheck.checks import _contests, _peers, _spans, _tallies
from factcheck.checks._arithmetic import Place
from factcheck.checks._clauses import trim
from factcheck.checks._context import (
    TOKEN,
    Passage,
    finds,
    firm,
    pattern,
    speaks,
)
from factcheck.checks._dated import CLOSELY, Page, Pages
from factcheck.checks._lengths import KIN
from factcheck.frozen import dataclass
from factcheck.model import DocumentFacts, Fact, Form, Motion, Outcome, Period, Stance

_HIGH = rf"(?:{_peers.LARGE})est|most (?:expensive|popular|successful|valuable)"
_LOW = rf"(?:{_peers.SMALL})est"
_MOST = r"(?:\b(?:the|is|are|was|were|been|remains?|remained|again|still|become|became|becomes)|'s?) (?:very |far )?"
_FIRST = (
    rf"(?P<low>{_MOST}(?:{_LOW})\b|\b(?:{_peers.SMALL})e?r than (?:any|all|every)|\b(?:nobody|no one|no <c\d+>|none|no other [a-z]+)\b[^<;:]*(?:<[dw]\d+>[^<;:]*)? (?:younger|smaller|lower|shorter|cheaper) than)\b"
    rf"|(?P<high>{_MOST}(?:{_HIGH})\b|\b(?:{_peers.LARGE})e?r than (?:any|all|every)"
    r"|\b(?:leads?|leading|leader|tops|topped|in front(?! of)|first place|(?:ta(?:kes?|ken)|took|in) the lead|front-?runner|came first|wins|won|winner|winning|elected|re-elected|champions?|victory|victors?|at the (?:top|head)|heads? the|headed the|number one|no 1|gold medal|fastest|quickest|the most [a-z]+|more [a-z]+ than (?:any|all|every)[a-z]*"
    r"|(?:nobody|no one|no <c\d+>|none|no other [a-z]+)\b[^<;:]*(?:<[dw]\d+>[^<;:]*)? (?:older|taller|bigger|larger|longer|higher|heavier) than)\b)"
)
_SECOND = r"\b(?:second place|number two|no 2|rivals?|second[- ](?:[a-z]+est|most)|(?:los[et]s?|losing) (?:its|the|their|his|her) (?:title|crown|lead|top spot|first place)|(?:been|was|were|is|are) (?:overtaken|dethroned|overhauled)|(?:slips?|slipped|drops?|dropped|falls?|fell) to (?:second|third)|in second|(?:came|finished|ranked|was|is|are|were|sits|lies|stands) (?:a [a-z]+ )?(?:second|third|fourth|fifth)|in (?:third|fourth)|third place|silver|bronze|opponents?|challengers?|(?:second|third) (?:was|were|is|are|came|went|with|on|behind)|(?:has|have|had) to settle for|narrowly (?:lost|missed)|lost (?:out )?to|just behind|came? next|next to (?:him|her|it|them)|runners?-up|behind (?:him|her|it|them)|losing|losers?|beaten|defeated|trails|trailed|trailing)\b"
_RECORD = (
    r"\b(?P<low>never (?:before )?(?:ha(?:s|ve|d) |were |was )?(?:[a-z]+ )?so (?:few|little)|(?:fewest|lowest|least|smallest) (?:[a-z]+ )?(?:ever|on record|since records)|record low|all-time low)\b"
    r"|\b(?P<high>never (?:before )?(?:ha(?:s|ve|d) |were |was )?(?:[a-z]+ )?so (?:many|much|high|hot|large)|(?:most|highest|largest|biggest|hottest|longest|best) (?:[a-z]+ )?(?:ever|on record|since records)|record (?:high|number|crowd|attendance|total|turnout|year|sum|price|of)"
    r"|(?:a|new|all-time|club) record|records? (?:was|were|is) (?:set|broken)|(?:sets?|breaks?|broke|beats?|smashe[sd]|shattere[sd]) (?:a|all|the|every|its|their) (?:[a-z]+ ){0,2}records?|all records|beats every|more than ever)\b"
)
# "In 1987, the driest summer till then": what a record has to go beyond.
_BEST = (
    r"\b(?:(?:best|highest|most|largest|biggest|hottest|peak|busiest|record) (?:[a-z]+ ){0,3}?(?:up to now|until now|so far|to date|yet)|(?:previous|old|former|existing|standing) (?:record|best|high|peak)"
    r"|(?:previous|old|former|existing) (?:title|record)[- ]holder|record (?:of|from|set in|dates from|has stood|stands|still stands|was set)|(?:has|had) stood since|unbeaten since|still the (?:record|best|highest|most))\b"
)
_RANKED = (_FIRST, _SECOND, _RECORD, _BEST)
# What stands before a number that is no rank's: "by 3 votes".
_BY = r"\b(?:(?:behind|ahead of|in front of)(?: the| some| about)?|by|after|in|than|since|until|from|aged|over|under|next|another) $"
# "They are at 41 percent": of what the sentence before tells.
_GOES_ON = r"^(?:they|it|he|she) [^<]{1,40}<"
# A clause that ranks nothing, and holds no number by which to rank, is left out.
_KINDS = "cepmat"
_KEEPS = re.sub(r"\?P<\w+>", "?:", f"{_FIRST}|{_SECOND}|{_RECORD}|{_BEST}")
_NUMBER = re.compile(r"\d")
# What is told of one number, and of the one that it has to go beyond.
_RANKS = (("first", "second"), ("record", "best"), ("first", "best"))
_GONE = ("last ", "the previous ", "the year before")
_LONG = frozenset({"month", "year", "quarter"})
_ROUND = r"\bin the (?:first|second|third|previous|opening) (?:round|leg|half|heat|ballot|vote|run|game)\b"
_REACH = 3  # sentences
_TWO = 2  # documents that somebody has put side by side
_RATIO = Decimal("1.5")


@dataclass(frozen=True, slots=True)
class _Place:
    """A number with the rank that its text gives it.

    Attributes:
        page: The document.
        passage: The sentence of the number.
        slot: Its place there.
        rank: "first", "second", "record", or "best" of what a record has to beat.
        more: Whether the first has more than the others.
    """

    page: Page
    passage: Passage
    slot: int
    rank: str
    more: bool = True

    @property
    def fact(self) -> Fact:
        """What the number is."""
        return self.passage.fact(self.slot)


def told(
    documents: Sequence[DocumentFacts],
    groups: Sequence[Sequence[Passage]],
    known: Iterable[tuple[Fact, Fact]],
) -> Iterator[Outcome]:
    """Yield the numbers of what is first that another, said to be behind, goes beyond.

    Args:
        documents: The documents.
        groups: The sentences of each.
        known: Pairs of numbers that are compared otherwise.
    """
    pages = Pages(documents)
    seen = {frozenset((id(a), id(b))) for a, b in known}
    places: dict[str, list[_Place]] = {}
    for page, group in zip(pages.pages, groups, strict=True):
        for place in _places(page, group):
            places.setdefault(place.rank, []).append(place)
    for rank, other in _RANKS:
        rivals = places.get(other, [])
        for first in places.get(rank, []) if rivals else ():
            found = [each for each in rivals if _is_rival(first, each, pages)]
            if len(found) != 1 or not _is_beyond(first, found[0]):
                continue
            pair = frozenset((id(first.fact), id(found[0].fact)))
            readings = [each.fact.mention.reading for each in (first, found[0])]
            if pair in seen and not readings[0].meets(readings[1]):
                continue  # told as two numbers of one thing
            if not _contests.low_wins(first.page.facts.document):
                yield _outcome(first, found[0])


def _places(page: Page, group: Sequence[Passage]) -> Iterator[_Place]:
    """Yield the numbers that have a rank, one of a sentence."""
    behind = pattern(_SECOND).search(_title(page)) is not None
    for whole in group:
        marked = behind or speaks(whole.masked, *_RANKED, _GOES_ON)
        passage = trim(whole, _KINDS, _KEEPS) if marked else whole
        slots = _slots(passage) if marked and not passage.in_table else []
        if not slots or pattern(KIN).search(passage.masked):
            continue
        rank = _rank(passage.masked)
        if rank is None and speaks(passage.masked, _GOES_ON):
            text, _ = _spans.beside(passage, -1)
            rank = _rank(text) if text and not _NUMBER.search(text) else None
        if (rank is None and behind) or (
            rank and rank[0] == "first" and _falls(passage)
        ):
            rank = "second", True
        if rank is not None and not _is_aside(passage, rank[0]):
            for slot in slots:
                told, more = rank
                quick = passage.kinds[slot] == "t" and told in ("first", "second")
                yield _Place(page, passage, slot, told, more and not quick)


def _falls(passage: Passage) -> bool:
    """Return whether the next sentence tells that a first is no longer: "Now it is second"."""
    text, _ = _spans.beside(passage, 1)
    return bool(text) and not _NUMBER.search(text) and finds(text, _SECOND)


def _is_aside(passage: Passage, rank: str) -> bool:
    """Return whether a sentence is of another ranking: per head, last year, without some."""
    if rank in ("record", "best"):
        return False
    gone = any(
        isinstance(item, Period) and item.surface.lower().startswith(_GONE)
        for item in passage.items
    )
    aside = pattern(_peers.OTHERWISE).search(passage.masked)
    return gone or aside is not None or finds(passage.masked, _ROUND)


def _title(page: Page) -> str:
    document = page.facts.document
    return document.surface(document.blocks[0].span).lower() if document.blocks else ""


def _rank(masked: str) -> tuple[str, bool] | None:
    """Return what rank the words of a sentence give its number, and whether more is better."""
    if pattern(_BEST).search(masked):
        return "best", True
    record = pattern(_RECORD).search(masked)
    if record:
        return "record", not record["low"]
    if pattern(_SECOND).search(masked):
        return "second", True
    first = pattern(_FIRST).search(masked)
    return ("first", not first["low"]) if first else None


def _slots(passage: Passage) -> list[int]:
    """Return the numbers of a sentence by which something may be ranked, one of each measure."""
    found: dict[tuple[str, str], list[int]] = {}
    for token in TOKEN.finditer(passage.masked):
        fact = passage.fact(token["slot"]) if token["kind"] in _KINDS else None
        before = passage.masked[: token.start()]
        quick = token["kind"] == "t" and before.endswith(("in ", "after "))
        bare = quick or not pattern(_BY).search(before)
        if fact and bare and _is_plain(fact):
            measure = fact.mention.dimension, fact.head
            found.setdefault(measure, []).append(int(token["slot"]))
    return [slots[0] for slots in found.values() if len(slots) == 1]


def _is_plain(fact: Fact) -> bool:
    mention = fact.mention
    return (
        mention.form in (Form.PLAIN, Form.AGE)
        and mention.value is not None
        and mention.value > 1
        and (mention.modifier is None or fact.stance is Stance.ESTIMATE)
        and not (fact.part or fact.per)
        and fact.stance in (None, Stance.ESTIMATE, Stance.PREVIOUS)
        and fact.motion is not Motion.BY
    )


def _is_rival(first: _Place, second: _Place, pages: Pages) -> bool:
    """Return whether two numbers are of one ranking."""
    if not _is_of_one(first, second):
        return False
    if first.rank == "first" and _are_of_other_times(first, second):
        return False
    if first.page is second.page:
        after = second.passage.index > first.passage.index
        if after and finds(second.passage.masked, r"\bthe second[- ]"):
            return False  # read with the sentence before it
        return first.passage.block == second.passage.block and (
            abs(first.passage.index - second.passage.index) <= _REACH
        )
    words = (
        first.page.words(first.passage.block),
        second.page.words(second.passage.block),
    )
    shared = words[0] & words[1]
    names = shared & first.page.names & second.page.names
    return len(shared) + len(names) >= CLOSELY and (
        len(pages.pages) <= _TWO or bool(pages.rare(names))
    )


def _are_of_other_times(first: _Place, second: _Place) -> bool:
    """Return whether the paragraphs of two numbers tell months, or years, and none is the same."""
    mine, yours = _long_times(first), _long_times(second)
    return any(mine[kind].isdisjoint(yours[kind]) for kind in mine.keys() & yours)


def _long_times(place: _Place) -> dict[str, set[str]]:
    """Return the months, quarters and years that the paragraph of a number tells, by their kind."""
    document = place.passage.document
    span = document.blocks[place.passage.block].span
    found: dict[str, set[str]] = {}
    for period in place.page.facts.extraction.periods:
        if period.kind in _LONG and span.start <= period.span.start < span.end:
            found.setdefault(period.kind, set()).add(period.surface.lower())
    return found


def _is_of_one(first: _Place, second: _Place) -> bool:
    """Return whether two numbers measure or count the same."""
    a, b = first.fact, second.fact
    if a.mention.dimension != b.mention.dimension:
        return False
    return not (a.head and b.head) or a.head == b.head


def _is_beyond(first: _Place, second: _Place) -> bool:
    """Return whether the second goes beyond the first, by no more than a slip would."""
    a, b = firm(first.fact.mention), firm(second.fact.mention)
    low, high = (a, b) if first.more else (b, a)
    if low.high is None or high.low is None or low.low is None or low.high >= high.low:
        return False
    return high.low < _RATIO * low.high


def _outcome(first: _Place, second: _Place) -> Outcome:
    places = [Place(each.passage, each.slot) for each in (first, second)]
    a, b = (place.said() for place in places)
    word = "more" if first.more else "less"
    if first.rank == "record":
        message = f"{a} is called a record, but {b} before was {word}."
        why = f"A record goes beyond all before it; {b} is told as the best until then."
    else:
        message = f"{a} is ranked first, but {b} is {word}."
        why = (
            f"The words put {a} first, and {b} behind it; the numbers say the reverse."
        )
    shown = [place.evidence(side) for side, place in enumerate(places)]
    return _tallies.say(shown, message, why, agrees=False)
