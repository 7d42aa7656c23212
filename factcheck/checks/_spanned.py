"""A length of time, and the only two dates that a story sets beside each other.

"The alarm was raised at 23:40 and the fire was out at 03:10"; elsewhere, "it took six hours to
put out the fire": whatever began and ended, where one document tells two times side by side,
and its sentences share words with that of the length, the three are of one thing. If any two
times that are told explain the length, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.checks import _episodes
from factcheck.checks._context import pattern
from factcheck.checks._dated import Event, Page, Pages, words_of
from factcheck.checks._lengths import Claim, Measure
from factcheck.model import Period

_MOST, _PAIR = 4, 2
_DID_FOR = r"\b(?P<verb>[a-z]+ed|dug|sat|fought|rode|sang|slept|swam|ran|flew|spoke|drove|wept|fed|met) for (?:[a-z]+ )?$"  # "the rescuers dug for four hours"
_ANY = frozenset(
    {"lasted", "held", "on", "stood", "hung", "been", "was", "were", "out"}
)
_AS = r"^ (?:as|of)\b"


def pairs(claim: Claim, own: Page, pages: Pages) -> list[tuple[Event, Event]]:
    """Return the pairs of times that a length may lie between: side by side, and of its words."""
    if claim.measure not in (Measure.DAYS, Measure.MINUTES) or _is_dated(claim):
        return []
    words = words_of(claim.passage.text)
    found = []
    for page in pages.alike(own):
        if page is own:
            continue
        named = page.names & own.names
        for first, last in _beside(page, claim.measure):
            if claim.apart(first.moment, last.moment) is None:
                continue
            shared = words & (first.words | last.words)
            if shared - named and _is_of(claim, first, last):
                found.append((first, last))
    return found


def _is_of(claim: Claim, first: Event, last: Event) -> bool:
    """Return whether what a length is of is told of two times: "as a singer", "six-day course"."""
    verb = pattern(_DID_FOR).search(_before(claim))
    if verb and verb["verb"] not in _ANY and not _has([verb["verb"]], first, last):
        return False
    noun = words_of(claim.noun)
    called = noun & (first.words | last.words) or _has(
        claim.noun.split()[:1], first, last
    )
    if noun and not called:
        return False
    after = claim.passage.masked.partition(f"<t{claim.slot}>")[2]
    return not pattern(_AS).match(after) or _has(claim.what.split(), first, last)


def _has(words: Sequence[str], first: Event, last: Event) -> bool:
    """Return whether two times are told of some words, or of an episode that they speak of."""
    told = " ".join(words).lower()
    signs = _episodes.signs(told)
    mine = signs.begun | signs.lasting | signs.ended
    theirs = first.signs.begun | first.about.lasting | last.signs.ended
    return bool(words_of(told) & (first.own | last.own) or mine & theirs)


def _before(claim: Claim) -> str:
    return claim.passage.masked.partition(f"<t{claim.slot}>")[0]


def _is_dated(claim: Claim) -> bool:
    """Return whether the sentence of a length tells a time itself."""
    return any(
        isinstance(item, Period) and item.kind != "weekday"
        for item in claim.passage.items
    )


def _beside(page: Page, measure: Measure) -> Iterator[tuple[Event, Event]]:
    """Yield the two times of a document that stand side by side, where it tells few others."""
    timed = [
        event
        for event in page.events
        if (event.moment.days is None) == (measure is Measure.MINUTES)
        and not event.planned
    ]
    if not _PAIR <= len(timed) <= _MOST:
        return
    for first, last in pairwise(timed):
        if last.block - first.block <= 1:
            yield first, last
