"""A record, or "the highest since", against the values that the text gives for other years.

The numbers are found by what they are of, not by how the sentence is built: of the sentence
that claims the record, the amount beside the claim; of those around it, each amount that has
an earlier year of its own and measures the same.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import _compare, _tallies
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    TOKEN,
    Passage,
    aligned,
    finds,
    hint,
    pattern,
    saying,
    search,
)
from factcheck.frozen import dataclass
from factcheck.model import Fact, Form, Motion, Outcome, Period

_SINCE = r"(?:since|for|in) (?:the )?(?:[a-z]+ ){0,6}?<[dt](?P<when>\d+)>"
_FRAME = rf"(?:on record|ever|in (?:its|their|(?:the|an?) [a-z]+'s|[a-z]+'s|the) history|of all time|to date|so far|yet|since [a-z ]*began|in (?:a|living) (?:decade|memory|generation)|{_SINCE})"
_TOP = r"(?:highest|most|largest|biggest|greatest|best|busiest|hottest|warmest|wettest|worst|longest|heaviest|strongest|fastest growth)"
_BOTTOM = r"(?:lowest|fewest|smallest|least|driest|coldest|quietest|weakest|shortest)"
_UP = (
    rf"\b{_TOP}\b(?:[^<;.]|<w\d+>){{0,50}}?\b{_FRAME}"
    r"|\b(?:larger|more|higher|bigger|busier|hotter|longer|better|worse) than ever\b|\bnever (?:before )?(?:ha(?:ve|s|d) (?:[a-z'-]+ ){0,6})?(?:so|as) (?:many|much|high)\b"
    r"|\ba(?:n all-time)? (?:new )?(?:record|high)\b(?! (?:low|of <|for))|\ball-time (?:high|record)\b"
)
_DOWN = (
    rf"\b{_BOTTOM}\b(?:[^<;.]|<w\d+>){{0,50}}?\b{_FRAME}"
    r"|\b(?:smaller|fewer|lower|less) than ever\b|\ban? (?:all-time|record) low\b|\ba (?:course|track|national|world|championship) record\b"
)
_HINTS = hint(
    "est ", "most ", "ever", "never", "record", "all-time", "least ", "est since", "fewest", "worst", "best",
    sources=(_DOWN, _UP),
)  # fmt: skip
_NOT = r"\b(?:second|third|fourth|one of|among|not|no longer|equal(?:s|led|ling)?|apart from|except|bar|until|forecast|expected|seasonally|adjusted|real terms)\b"
_DATED = (
    r"<(?P<k>[dw])(?P<d>\d+)>(?! to )(?:'s|,)?(?:,? (?:[^<,;:]|<t\d+>){1,40},)?(?: [a-z'-]+){0,7}?,? <(?P<v>[cemtpr]\d+)>",
    r"<(?P<v>[cemtpr]\d+)>(?: [a-z'-]+){0,3}?(?:,(?=[^<]*<[dw]\d+>(?:[.;)]|$)))? (?:in|of|for|from|set in|reached in) <(?P<k>[dw])(?P<d>\d+)>",
)
# "the worst since 2009, when fares fell 1.6 percent", "after a 3.6 percent rise"
_THEN = r"^,? (?:when|after)\b"
_AGAINST = (
    r"\b(?:after|against|from|than|following|compared (?:with|to))(?: an?| the)? $"
)
_PRONOUN = r"\b(?:it|there|they|that figure|the (?:figure|number|level|total|rate))\b"
_BARE = r"^<[dw]\d+>,? (?:[a-z]+ )?<"
_AHEAD = r"\b(?:ahead of|beating|above|surpassing|topping|exceeding|breaking|bettering|more than|higher than) the (?:[a-z]+ of )?$"
_EARLIER = frozenset({"date", "month", "year", "relative", "season"})
_REACH = 3
_NEAR = Decimal("2.5")


@dataclass(frozen=True, slots=True)
class _Claim:
    """An amount that is said to be a record, from a day on where one is told."""

    place: Place
    up: bool
    since: dt.date | None


def told(group: Sequence[Passage]) -> Iterator[Outcome]:
    """Yield the records that another value of the text has beaten."""
    for at, passage in saying(group, _HINTS):
        claim = None if passage.in_table else _claim(passage)
        if claim is None:
            continue
        for other in group[max(0, at - 2) : at + _REACH + 1]:
            if abs(other.index - passage.index) > _REACH or other.in_table:
                continue
            # Two sentences that each call a number a record speak of two things.
            if other is passage or not other.says(_HINTS) or _claim(other) is None:
                yield from _beaten(claim, other)


def _claim(passage: Passage) -> _Claim | None:
    masked = passage.masked
    down = search(masked, _DOWN)
    match = down or search(masked, _UP)
    if match is None or search(masked, _NOT):
        return None
    framed, since = _from(passage, match[0])
    slot = _claimed(passage, match)
    if not framed or slot is None:
        return None
    return _Claim(Place(passage, slot), up=down is None, since=since)


def _from(passage: Passage, claim: str) -> tuple[bool, dt.date | None]:
    """Return whether it is clear from when on a record counts, and that day, if not ever."""
    today = passage.document.date
    told = re.search(rf"\b{_SINCE}$", claim)
    if not told:
        years = 10 if claim.endswith("in a decade") else 0
    else:
        item = passage.items[int(told["when"])]
        if isinstance(item, Period):
            return item.end is not None, item.end
        years = _years(item)
        if not years:
            return False, None
    if not years:
        return True, None
    since = today.replace(year=today.year - years, day=1) if today else None
    return since is not None, since


def _claimed(passage: Passage, match: re.Match[str]) -> int | None:
    """Return the amount that is called a record."""
    left = passage.masked[: match.start()]
    tokens = [
        token
        for token in TOKEN.finditer(passage.masked)
        if token["kind"] in "cemtp" and _plain(passage, int(token["slot"]))
    ]
    before = [
        token
        for token in tokens
        if token.end() <= match.start()
        and not pattern(_AGAINST).search(passage.masked[: token.start()])
    ]
    if pattern(_THEN).match(passage.masked[match.end() :]):
        tokens = []
    after = [token for token in tokens if token.start() >= match.end()]
    named = match[0].startswith("a") and "record" in match[0]
    if named and re.search(r"\b(?:from|after|than|since|against|of) $", left):
        return None
    if named and not re.search(r"(?:,|is|was|be|-|:|were) $", left):
        before = []
    told = before[-1:] or after[:1]
    return int(told[0]["slot"]) if told else None


def _years(fact: Fact) -> int:
    mention = fact.mention
    value = mention.value
    return int(value) if value is not None and mention.unit == "year" else 0


def _plain(passage: Passage, slot: int) -> bool:
    mention = passage.mention(slot)
    return mention.form is Form.PLAIN and mention.value is not None


def _beaten(claim: _Claim, other: Passage) -> Iterator[Outcome]:
    today = claim.place.passage.document.date
    own = claim.place.passage
    for source in _DATED:
        for match in pattern(source).finditer(other.masked):
            slot = int(match["v"][1:])
            period = other.period(match["d"])
            if (other is own and slot == claim.place.slot) or not _plain(other, slot):
                continue
            if period.kind not in _EARLIER or period.parts or period.end is None:
                continue
            if today is None or period.end.year >= today.year:
                continue
            if claim.since is not None and period.end <= claim.since:
                continue
            if _of_one(claim.place, Place(other, slot), match[0]):
                yield from _compared(claim, Place(other, slot))


def _compared(claim: _Claim, place: Place) -> Iterator[Outcome]:
    first = claim.place.passage.fact(claim.place.slot)
    second = place.passage.fact(place.slot)
    pair = aligned(first.mention, second.mention)
    if pair is None:
        return
    mine, other = (_compare.convert(m.reading, m.unit) for m in pair)
    if any(
        end is None or end <= 0 for end in (mine.low, mine.high, other.low, other.high)
    ):
        return
    low, high = (other, mine) if claim.up else (mine, other)
    assert low.low is not None
    assert high.high is not None
    assert mine.low is not None
    assert other.low is not None
    agrees = low.low <= high.high
    if not agrees and not 1 / _NEAR < mine.low / other.low < _NEAR:
        return
    said = claim.place.said(), place.said()
    word = "more" if claim.up else "less"
    yield _tallies.say(
        [claim.place.evidence(0), place.evidence(1)],
        f"{said[0]} is called a record"
        + (
            f", and {said[1]} is no {word}."
            if agrees
            else f", but {said[1]} is {word}."
        ),
        f"The text calls {said[0]} the {'most' if claim.up else 'least'}, and gives {said[1]} for an earlier time.",
        agrees=agrees,
    )


def _of_one(mine: Place, other: Place, told: str) -> bool:
    """Return whether two amounts are of the same thing, as far as the words go."""
    first, second = (place.passage.fact(place.slot) for place in (mine, other))
    if first.motion != second.motion and Motion.BY in (first.motion, second.motion):
        return False
    if second.names - first.names:
        return False
    a, b = first.mention.counted, second.mention.counted
    if a is not None and b is not None and not a.elided and not b.elided:
        return a.lemma == b.lemma and set(b.qualifiers) <= set(a.qualifiers)
    beside = abs(first.index - second.index) <= 1
    shared = first.words & second.near
    heat = beside and first.mention.unit.startswith("deg")
    masked = other.passage.masked
    sure = heat or finds(masked.partition(told)[0], _AHEAD)
    if sure or (shared and first.sentence != second.sentence):
        return sure or len(second.near - shared) <= len(shared)
    rest = masked.partition(told)[2]
    lead = pattern(_PRONOUN).search(told) or pattern(_BARE).search(told)
    if a is None and b is not None:
        return beside and pattern(_PRONOUN).search(mine.passage.masked) is not None
    return bool(beside and lead and re.match(r"^(?: [a-z]+)?[.,;)]|^$|^ and ", rest))
