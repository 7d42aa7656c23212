"""Shares of the two sides of one whole, told in two sentences or documents.

"Adults are 71 percent of the members" in one text, "children are 38 percent of the members"
in another: nobody is on both sides, so the two cannot come to more than all. What the two are
shares of is compared by its words; a word that narrows one of them and that the text of the
other does not have makes them shares of two things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import combinations
from typing import NamedTuple

from factcheck.checks import _afar, _claimed, _classes
from factcheck.checks._arithmetic import HUNDRED
from factcheck.checks._claimed import SPOTS, Claim
from factcheck.checks._context import Group, finds, pattern, saying
from factcheck.checks._roots import root

# Words for the one side and for the other.
_SIDES = tuple(
    tuple(frozenset(side.split()) for side in line.split("|"))
    for line in """
    man men male males boy boys|woman women female females girl girls
    favour favor favours support supports supported approve approves approved yes agree agrees agreed|oppose opposes opposed against disapprove disapproves disapproved disagree disagrees disagreed reject rejects rejected
    pass passes passed succeeded|fail fails failed flunked
    town towns city cities urban|village villages rural countryside
    owner owners own owned owner-occupied|rent rents rented tenant tenants renters
    married|single unmarried
    employed|unemployed jobless
    punctual|late delayed
    satisfied happy pleased content|dissatisfied unhappy displeased discontented
    better improved|worse worsened
    survived survive survives alive|died die dead perished
    smoker smokers smoke|non-smoker non-smokers
    full-time|part-time
    abroad foreign overseas exported exports export|home domestic domestically
    public state|private
    vaccinated|unvaccinated
    insured|uninsured
    literate|illiterate
    sold|unsold
    occupied|empty vacant unoccupied
    healthy|sick ill diseased
    guilty convicted|acquitted innocent
    right-handed|left-handed
    native native-born|immigrant immigrants foreign-born
    adults adult|children child minors
    won win wins|lost lose loses
    repaid|defaulted
    remain stay|leave
    """.strip().splitlines()
)
_PHRASES = {
    "on time": "punctual",
    "in time": "punctual",
    "in favour": "favour",
    "in favor": "favour",
    "were for the": "favour",
    "are for the": "favour",
    "vote for": "favour",
    "voted for": "favour",
}
# Of things and their denial: "have been vaccinated", "have not been vaccinated".
_SCALES: tuple[tuple[frozenset[str], ...], ...] = (
    *_SIDES,
    *(
        tuple(frozenset(rung.split()) for rung in line.split("|"))
        for line in _classes.SCALES
    ),
    (frozenset(), frozenset()),
)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_AGE = r"^ of (?:the |its |their |all )*(?P<age>new|old|young)\b"
_NOT = r"\b(?:not|never|no)\b|n't\b"
_TOO_MANY, _FAR_PAST = 24, Decimal(175)
_FEWEST_SHARED, _MOST_STRANGE = 2, 1
_SLACK = Decimal(1)
_PAIR, _THREE = 2, 3


class Side(NamedTuple):
    """A share that is of one side.

    Attributes:
        claim: It.
        scale: What it is a side of.
        side: Which of them.
        own: The roots of the words that say so.
    """

    claim: Claim
    scale: int
    side: int
    own: frozenset[str]


def beyond(groups: tuple[Group, ...]) -> Iterator[tuple[Claim, ...]]:
    """Yield shares of two sides of one whole that come to more than all of it."""
    told: dict[frozenset[int], tuple[Claim, ...]] = {}
    fitting: set[int] = set()
    for sides in _opposed(groups):
        claims = tuple(side.claim for side in sides)
        keys = frozenset(id(claim.share) for claim in claims)
        if _is_beyond(claims):
            told[keys] = claims
        elif len(_SCALES[sides[0].scale]) == len(claims):
            fitting |= keys
    for keys, claims in told.items():
        if fitting.isdisjoint(keys) and not any(other < keys for other in told):
            yield claims


def _opposed(groups: tuple[Group, ...]) -> Iterator[tuple[Side, ...]]:
    """Yield the shares of the sides of one whole, two or three of them."""
    found: dict[tuple[int, str], list[Side]] = {}
    for group in groups:
        for _, passage in saying(group, SPOTS):
            for claim in _claimed.read(passage):
                for side in _sides(claim):
                    for word in claim.words - side.own:
                        found.setdefault((side.scale, word), []).append(side)
    for sides in found.values():
        if len(sides) <= _TOO_MANY and len({side.side for side in sides}) > 1:
            yield from _of_one_whole(sorted(sides, key=lambda side: side.side))


def _of_one_whole(sides: list[Side]) -> Iterator[tuple[Side, ...]]:
    """Yield two or three of some sides, told in several sentences, that are of one whole."""
    pairs = {
        (id(one), id(other))
        for one, other in combinations(sides, _PAIR)
        if one.side != other.side and _are_of_one(one, other)
    }
    for size in (_PAIR, _THREE) if pairs else ():
        for some in combinations(sides, size):
            apart = len({side.claim.passage for side in some}) > 1
            if apart and all(
                (id(a), id(b)) in pairs for a, b in combinations(some, _PAIR)
            ):
                yield some


def _sides(claim: Claim) -> Iterator[Side]:
    """Yield the sides that a share is of."""
    denied = finds(claim.clause, _NOT)
    for number, side in told(claim.clause).items():
        words = words_of(number)
        if words.isdisjoint(claim.of) and not denied:
            yield Side(claim, number, side, words)
    yield Side(claim, len(_SCALES) - 1, int(denied), frozenset())


def told(clause: str) -> dict[int, int]:
    """Return the scales of which a clause names one side only, with that side."""
    for phrase, word in _PHRASES.items():
        clause = clause.replace(phrase, word)
    said = frozenset(_WORD.findall(clause))
    found = {}
    for number, sides in enumerate(_SCALES[:-1]):
        own = [at for at, side in enumerate(sides) if side & said]
        if len(own) == 1:
            found[number] = own[0]
    return found


@cache
def words_of(scale: int) -> frozenset[str]:
    """Return the roots of the words for the sides of a scale."""
    return frozenset(root(word) for one in _SCALES[scale] for word in one) - {""}


def _are_of_one(one: Side, other: Side) -> bool:
    """Return whether two shares are of one whole, of which nothing is on both sides."""
    first, second = one.claim, other.claim
    shared = (first.words - one.own) & (second.words - other.own)
    if not one.own:
        # "have been vaccinated", "have not been vaccinated": all else is the same.
        same = first.said & second.said
        if len(first.words ^ second.words) > _MOST_STRANGE or not same:
            return False
    if _age(first) != _age(second):
        return False
    both = first.of & second.of
    if first.of and second.of and not both:
        return False
    few = len(shared) < _FEWEST_SHARED
    if (
        few
        and not _takes_up(one, other)
        and not (both and _afar.on_one_story(first.passage, second.passage))
    ):
        return False
    strange = _strange(one, other), _strange(other, one)
    many = len(shared) > _FEWEST_SHARED and not both
    if any(len(each) > (_MOST_STRANGE if many else 0) for each in strange):
        return False
    return _afar.agree_in_time(first.spot, second.spot)


def _age(claim: Claim) -> str:
    """Return the word that keeps the new from the old: "of the new staff"."""
    found = pattern(_AGE).match(claim.passage.masked[claim.share.end :])
    return found["age"] if found else ""


def _takes_up(one: Side, other: Side) -> bool:
    """Return whether a sentence tells no more than the other side: "The share of men is <58 percent>"."""
    first, second = sorted((one, other), key=lambda side: side.claim.passage.index)
    a, b = first.claim.passage, second.claim.passage
    return (
        a.document is b.document
        and a.block == b.block
        and b.index - a.index == 1
        and bool(first.claim.of)
        and not second.claim.of
        and second.claim.words <= second.own
    )


def _strange(one: Side, other: Side) -> frozenset[str]:
    """Return what narrows a share and does not stand in the text of the other; names twice."""
    claim, rival = one.claim, other.claim
    known = _afar.around(rival.passage, without=claim.passage) | rival.words
    narrow = claim.narrow - one.own - claim.verb - known
    text = claim.passage.document.surface(claim.passage.span)
    names = frozenset(map(root, map(str.lower, _NAME.findall(text))))
    return narrow | {f"{name}'s" for name in narrow & names}


def _is_beyond(claims: tuple[Claim, ...]) -> bool:
    low = [claim.share.reading.low or Decimal(0) for claim in claims]
    high = [claim.share.reading.high or HUNDRED for claim in claims]
    return sum(low) > HUNDRED + _SLACK and sum(high) < _FAR_PAST
