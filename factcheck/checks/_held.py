"""Shares of one company, market or vote that several hold, told in several sentences.

"Argo raised its holding in Lund to 47 percent" beside "the family owns 62 percent", or makers'
shares of one market: what one holds no other does, so that all holders together have no more
than all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from factcheck.checks import _afar, _claimed
from factcheck.checks._arithmetic import HUNDRED
from factcheck.checks._claimed import SPOTS, Claim
from factcheck.checks._context import Group, Passage, finds, pattern, saying
from factcheck.checks._roots import roots
from factcheck.language.asides import bearing

# A holder, and the verb of holding.
_HOLDS = (
    r"^(?P<who>[^<>]*[a-z][^<>]*? )(?:(?:now|still|today|already|continues? to|has|have) )*(?:owns?|owned|holds?|held|controls?|has|have|had|took|takes|gained|commands?|keeps?|kept|retains?|w[io]ns?|gets?|got|polls|polled"
    r"|(?:rais|increas|lift|cut|reduc|lower)(?:es|ed|ing) (?:its|his|her|their) (?:stake|holding|share|shareholding|interest)|sold)\b(?P<what>[^<>]*)$"
)
# "A poll gives the mayor <46 percent> of the vote", "with the mayor on <46 percent>"
_GIVES = r"\b(?:gives?|gave|puts?|sees?|saw|with) (?P<who>(?:[a-z.'-]+ ){1,5}?)(?:(?:on|at|with) )?$"
# "and her rival <39 percent>", "<39 percent> ..., the Greens <21 percent>"
_NEXT_ONE = r"^[^<>]*?(?:,|\band\b|\bwhile\b|\bbut\b|;) (?P<who>(?:[a-z.'&-]+ ){1,5})(?:(?:on|at|with|has|had|gets?|holds?|owns?) )?$"
_KIND = r"\b(?:votes?|voters|ballots|stakes?|holdings?|shareholding|shares?|capital|stock|equity|market|owns?|owned|sold)\b"
_CLAUSES = r"; |: | - | but | while | whereas "
_LISTS = rf"{_afar.ENDS}|,| and "
_ELSEWHERE = r"^(?:in|among|at|for|across|elsewhere|meanwhile|nationwide|overall)\b"
_SCOPE = r"^ (?:in|among|at|for)\b"
_VOTES = r"\b(?:votes?|voters|ballots)\b"
_UNDECIDED = r"\b(?:undecided|unsure|(?:not|yet to|n't) (?:yet )?(?:decided?|made? up their minds?)|not (?:know|sure)|no (?:opinion|preference))\b"
_WITHOUT = r"\b(?:without|non)\b"
_CLASSES = frozenset(("vote", "capital", "prefer", "ordin", "common", "class", "right"))
_PAST = r"\b(?:until|previously|formerly|once|used to|sold (?:its|his|her|their|a)|before|after|would|will|plans?|wants?|offer(?:s|ed)?|bids?|option|if|each|both|together|jointly|through)\b"
_ANY = frozenset(
    (
        "share",
        "stock",
        "stake",
        "market",
        "capital",
        "equity",
        "hold",
        "company",
        "country",
        "sell",
        "buy",
    )
)
_MOST, _FAR_PAST, _SLACK = 6, Decimal(160), Decimal(1)
_NEXT = 1


class Holder(NamedTuple):
    """Who holds a share of a thing.

    Attributes:
        claim: The share.
        who: The roots of who holds it.
        thing: The roots of what it is a share of.
        market: Whether that is a market.
    """

    claim: Claim
    who: frozenset[str]
    thing: frozenset[str]
    market: bool


def beyond(groups: tuple[Group, ...]) -> Iterator[list[Claim]]:
    """Yield shares of one thing that several hold and that come to more than all of it."""
    found: dict[str, list[Holder]] = {}
    for group in groups:
        before: Holder | None = None
        for _, passage in saying(group, SPOTS):
            for holder in _holders(passage, before):
                before = holder
                for word in holder.thing - _ANY:
                    found.setdefault(word, []).append(holder)
    told: set[frozenset[int]] = set()
    for holders in found.values():
        if len(holders) > _MOST:
            continue
        for first in holders:
            sharing = [each for each in holders if each is first or _share(first, each)]
            keys = frozenset(id(each.claim.share) for each in sharing)
            if keys not in told and _is_beyond(sharing):
                told.add(keys)
                yield [each.claim for each in sharing]


def _holders(passage: Passage, before: Holder | None) -> Iterator[Holder]:
    """Yield who holds the shares that a sentence tells of, what each is of told once."""
    if finds(passage.masked, _PAST):
        return
    if finds(passage.masked, _ELSEWHERE):
        before = None
    claims = sorted(_claimed.read(passage), key=lambda claim: claim.share.start)
    if len(claims) != passage.kinds.count("p") or len(claims) > _MOST:
        return
    starts = [0, *(claim.share.end for claim in claims)]
    for claim, start in zip(claims, starts, strict=False):
        holder = _holder(claim, start, before)
        if holder is None:
            return
        before = holder
        yield holder


def _holder(claim: Claim, start: int, before: Holder | None) -> Holder | None:
    """Return who holds a share.

    Args:
        claim: It.
        start: Where the share before it ends in the sentence.
        before: That share, or the one of the sentence before.
    """
    passage = claim.passage
    masked = bearing(passage.masked, claim.share.start)
    left = " ".join(masked[start : claim.share.start].split())
    left = re.split(_CLAUSES, left)[-1]
    right = masked[claim.share.end :].partition("<")[0]
    what = re.split(
        _afar.ENDS if right == masked[claim.share.end :] else _LISTS, right
    )[0]
    undecided = finds(right, _UNDECIDED)
    match = (
        None if undecided else _told_by(left.removesuffix(" ") + " ", first=not start)
    )
    if (match is None and not undecided) or (start and finds(right, _SCOPE)):
        return None
    inside = match.groupdict().get("what") or "" if match else ""
    told = f"{left} {what}"
    thing = roots(inside) | (claim.of if undecided else roots(what))
    market = "market" in roots(told) or " sold " in f" {left} "
    who = roots(match["who"]) if match else frozenset(("undecided",))
    if not thing - _ANY and not finds(what, _VOTES):
        near = before is not None and _follows(passage, before.claim.passage)
        if not near or before is None:
            return None
        return Holder(claim, who - before.thing, before.thing, before.market)
    if not finds(told, _KIND):
        return None
    votes = frozenset(("vote",)) if finds(what, _VOTES) else frozenset()
    return Holder(claim, who - thing, thing | votes, market)


def _told_by(left: str, *, first: bool) -> re.Match[str] | None:
    """Return the words before a share that say who holds it."""
    found = pattern(_HOLDS).match(left) or pattern(_GIVES).search(left)
    return found if found or first else pattern(_NEXT_ONE).match(left)


def _follows(passage: Passage, before: Passage) -> bool:
    """Return whether a sentence comes right after another, but for those without numbers."""
    return passage.document is before.document and passage.index - before.index <= _NEXT


def _share(first: Holder, second: Holder) -> bool:
    """Return whether two hold shares of one thing at one time."""
    one, other = first.claim, second.claim
    if not (first.who and second.who):
        return False
    if not first.who.isdisjoint(second.who) or first.market != second.market:
        return False
    if one.passage is other.passage:
        return first.thing == second.thing
    return _is_one_thing(first, second) and _afar.agree_in_time(one.spot, other.spot)


def _is_one_thing(first: Holder, second: Holder) -> bool:
    """Return whether two sentences tell shares of one thing."""
    one, other = first.claim, second.claim
    if finds(one.passage.masked, _WITHOUT) != finds(other.passage.masked, _WITHOUT):
        return False
    if (first.thing ^ second.thing) & _CLASSES:
        return False
    for mine, theirs in ((first, second), (second, first)):
        here = theirs.claim.passage
        known = _afar.around(here, without=mine.claim.passage) | theirs.thing | _ANY
        if not mine.thing <= known:
            return False
    return True


def _is_beyond(holders: list[Holder]) -> bool:
    """Return whether the shares of some holders come to more than all."""
    names = [each.who for each in holders]
    apart = all(
        one is other or one.isdisjoint(other) for one in names for other in names
    )
    low = sum(
        (each.claim.share.reading.low or Decimal(0) for each in holders), Decimal(0)
    )
    high = sum(
        (each.claim.share.reading.high or HUNDRED for each in holders), Decimal(0)
    )
    return apart and len(holders) > 1 and low > HUNDRED + _SLACK and high < _FAR_PAST
