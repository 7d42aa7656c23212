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

# A holder, and the verb of holding.
_HOLDS = (
    r"^(?P<who>(?:[a-z][a-z'.&-]* ){1,6}?)(?:(?:now|still|today|already|continues? to|has|have) )*(?:owns?|owned|holds?|held|controls?|has|have|had|took|takes|gained|commands?"
    r"|(?:rais|increas|lift)(?:es|ed|ing) (?:its|his|her|their) (?:stake|holding|share|shareholding|interest)|sold)\b(?P<what>[^<>]*)$"
)
_KIND = r"\b(?:stakes?|holdings?|shareholding|shares?|capital|stock|equity|market|owns?|owned|sold)\b"
_THING = r"^[^<>;:.,]*"
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
            holder = _holder(passage, before)
            if holder is None:
                continue
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


def _holder(passage: Passage, before: Holder | None) -> Holder | None:
    """Return who holds a share, where a sentence tells of a single one."""
    single = passage.kinds.count("p") == 1 and not finds(passage.masked, _PAST)
    claims = list(_claimed.read(passage)) if single else []
    if len(claims) != 1:
        return None
    claim = claims[0]
    masked = passage.masked
    left = re.split(_afar.ENDS, masked[: claim.share.start])[-1]
    right = masked[claim.share.end :]
    match = pattern(_HOLDS).match(left.removesuffix(" ") + " ")
    if match is None:
        return None
    told = match[0] + right
    thing = roots(match["what"]) | roots(re.split(_afar.ENDS, right)[0])
    market = "market" in roots(told) or " sold " in f" {left} "
    bare = not (thing - _ANY)
    who = roots(match["who"])
    if bare and before is not None and _follows(passage, before.claim.passage):
        return Holder(claim, who - before.thing, before.thing, before.market)
    told_of = not bare and finds(told, _KIND)
    return Holder(claim, who - thing, thing, market) if told_of else None


def _follows(passage: Passage, before: Passage) -> bool:
    """Return whether a sentence comes right after another, but for those without numbers."""
    return passage.document is before.document and passage.index - before.index == _NEXT


def _share(first: Holder, second: Holder) -> bool:
    """Return whether two hold shares of one thing at one time."""
    one, other = first.claim, second.claim
    if one.passage is other.passage or not (first.who and second.who):
        return False
    if not first.who.isdisjoint(second.who) or first.market != second.market:
        return False
    if finds(one.passage.masked, _WITHOUT) != finds(other.passage.masked, _WITHOUT):
        return False
    if (first.thing ^ second.thing) & _CLASSES:
        return False
    for mine, theirs in ((first, second), (second, first)):
        here = theirs.claim.passage
        known = _afar.around(here, without=mine.claim.passage) | theirs.thing | _ANY
        if not mine.thing <= known:
            return False
    return _afar.agree_in_time(one.passage, other.passage)


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
