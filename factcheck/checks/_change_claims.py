"""Numbers that their own clause makes a change: "down by a third", "lost a quarter of its crowd"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.checks import _apart, _changes, _then
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import TOKEN, Passage, finds, hint, pattern, remembered
from factcheck.language.data import word_set
from factcheck.model import Fact, Form, Motion, Stance

AMOUNTS = frozenset("cemtr")
"""The kinds of amounts, as `Passage.masked` marks them."""
LEVELS = AMOUNTS | {"p"}
"""The kinds of what an old or a new value may be."""
MAY = _apart.MAY_TELL | hint(
    "losing ", "lost", " off ", " sav", " shorter", " up<", "cost "
)
_BEFORE, _AFTER = 45, 30  # characters
_MORE = rf"^(?: [a-z-]+){{0,2}}? (?:{_then.MORE}|up|down)\b"
_LOSS = r"\b(?:los[te]|loses|losing|shed|sheds|shedding|(?<!used to )cost|costs|costing|cut|cuts|cutting|stripped|wiped|sav(?:es?|ed|ing))\b(?: [a-z'-]+){0,4} $"
_CLAUSE = r"^.*(?:[,;:()\"]| (?:and|but|so|while|as|because) )"
_LEVEL = r"\b(?:to|at|from|only|until|above|below|over|under|past|near)(?: (?:an?|the|about|some|just|almost|nearly|around))* $"
_DOES = r"^(?: [a-z]+)? (?:have|has|had|are|is|were|was|said|say|cut)\b"
_ALSO = r"<[cemtr](?P<slot>\d+)>(?: [a-z'-]+){0,3}(?:,| -|) \(?(?:or|that is) (?:by |about |some |nearly |almost )?<p(?P<p>\d+)>(?! of )"
# "Twice the size of Wales": of something else.
_SIZED = r"^ (?:the|that|what|its|their|his|her|an?|this|more likely|as likely)\b"
_TIMES = ("times", "twice", "thrice")
_POINTS = r"^ (?:percentage |full )?points?\b"
# What is measured from no value of the past, is no change yet, or is one a year.
_OTHER_BASE = (
    r"^(?:[^<,;.]|<[dwk]\d+>){0,40}?\b(?:than|above|below|over|under|against|behind|ahead of|short of|compared (?:with|to)|as (?:many|much|high|big|large|long|often|likely|expensive)(?: [a-z-]+){0,3} as) (?!(?:(?:what )?(?:it|they) (?:was|were|did|had)"
    r"|(?:in|at|on|during|for|those (?:of|in)|that (?:of|in)|the|an?|its|their|one|this time|same) ?)*(?:<[dwkqt]|years?\b|months?\b|weeks?\b|decades?\b|previous|last\b|same\b|start\b|beginning\b"
    r"|end\b|now\b|before\b|then\b|usual time|first\b|season\b|period\b|spring\b|summer\b|autumn\b|winter\b|level\b|old\b))"
)
_YEARLY = r"^(?: (?!in\b|within\b|over\b|after\b)[a-z'-]+){0,3}? (?:an?|per|each|every) (?:day|week|month|quarter|year)\b(?! (?:ago|earlier|before|later)\b)|^(?: [a-z'-]+){0,2}? (?:annually|yearly|monthly|on average)\b"
# "Response times improved by nine minutes": they fell.
_EITHER = r"\b(?:improv(?:e[sd]?|ing|ements?)|worsen(?:s|ed|ing)?|worse|better|chang(?:e[sd]?|ing)|shift(?:s|ed)?|swung|swing|mov(?:e[sd]|ing)|differences?)\b"
_UNREAL = (
    r"\b(?:plan(?:s|ned)?|target(?:s|ed)?|goals?|forecast(?:s|ed)?|expect(?:s|ed)?|predict(?:s|ed)?|will|would|could|should|may|might|can|if|unless|hopes?|hoped|aims?|aimed|wants?|wanted"
    r"|promise[sd]?|pledge[sd]?|propose[sd]?|demanded|call(?:s|ed)? for|vow(?:s|ed)?|bids?|offer(?:s|ed)?|not|never|no|each|every|average of|on average|annual(?:ly)? (?:rate|growth)|alone|respectively|both|another|further)\b"
)
_SOON = r"\b(?:plan(?:s|ned)?|target(?:s|ed)?|forecast|expected|predicted|hoped|if|unless)\b"
_UNTRUE = frozenset({Stance.DENIAL, Stance.HYPOTHETICAL, Stance.PREVIOUS})
GENERIC = word_set(
    """
    tally figur total number count amount stand stood level start begin end previous past
    earlier then now today later season period time year record report show statist
    accord say put come reach amount peopl person thing use
    """
)
"""Stems of words that count or time anything, and name no thing."""


class Claim(NamedTuple):
    """A number that its clause makes a change.

    Attributes:
        place: Where it stands.
        fact: It, with what it is bound to.
        sign: 1 for a rise, -1 for a fall, 0 for either: "improved by".
        points: Whether it is told in points of percent.
        topic: The stems of what it is of.
        reached: The amounts of its clause, one of which it may lead to.
    """

    place: Place
    fact: Fact
    sign: int
    points: bool
    topic: frozenset[str]
    reached: frozenset[int]


def claims(passage: Passage) -> Iterator[Claim]:
    """Yield the numbers of a sentence that it makes a change."""
    if passage.in_table or not passage.hints & MAY:
        return
    if _changes.is_on_other_terms(passage.masked):
        return
    for slot, sign, points in _signs(passage.masked):
        fact = passage.fact(slot)
        mention = fact.mention
        if mention.form in (Form.VAGUE, Form.RANGE, Form.AGE) or not mention.value:
            continue
        if fact.stance in _UNTRUE or "/" in mention.surface:
            continue  # as exchanges write a price: "up 3/8"
        if (
            mention.modifier is not None
            and mention.modifier.is_bound
            and passage.kinds[slot] in AMOUNTS
        ):
            continue  # "rose above 18 dollars"
        if mention.form is Form.MULTIPLE:
            right = passage.masked.partition(f"<x{slot}>")[2]
            if mention.surface.endswith(_TIMES) and pattern(_SIZED).match(right):
                continue
            sign = 1 if mention.value > 1 else -1  # noqa: PLW2901 - its size says which
        unit = set(mention.unit.split()) | set(mention.surface.split())
        topic = topic_of(fact.near - unit) or topic_of(fact.words - unit)
        yield Claim(
            Place(passage, slot), fact, sign, points, topic, _reached(passage, fact)
        )


def topic_of(words: frozenset[str]) -> frozenset[str]:
    """Return the stems of what is told, without those that any change is told with."""
    return words - _then.ANY - GENERIC - _TOLD


def _reached(passage: Passage, delta: Fact) -> frozenset[int]:
    """Return the amounts that stand in the clause of a change: it may lead to one of them."""
    return frozenset(
        slot
        for slot, item in enumerate(passage.items)
        if isinstance(item, Fact)
        and item is not delta
        and passage.kinds[slot] in LEVELS
        and (
            item.motion in (Motion.TO, Motion.FROM)
            or delta.clause.start <= item.mention.span.start < delta.clause.end
        )
    )


_TOLD = word_set(
    "point lose lost gain cut drop shorter longer fewer more less save time becom went go bring shed cost grow shrink climb"
)


@remembered
def _signs(masked: str) -> tuple[tuple[int, int, bool], ...]:
    """Return the slots of the changes that a marked sentence tells, their signs, and which are points."""
    found = []
    if "respectively" in masked:
        return ()
    for match in TOKEN.finditer(masked):
        kind = match["kind"]
        left, right = masked[: match.start()], masked[match.end() :]
        points = kind == "b" or pattern(_POINTS).match(right) is not None
        if kind not in "pfxb" and kind not in AMOUNTS:
            continue
        if not (_is_change(kind, left, right, match, masked) or kind == "x"):
            continue
        if pattern(_OTHER_BASE).match(right) or pattern(_YEARLY).match(right):
            continue
        clause = pattern(_CLAUSE).sub("", left)
        if finds(clause[-_BEFORE:], _UNREAL) or finds(right[:_AFTER], _SOON):
            continue
        token = _changes.Token(*match.span(), kind, int(match["slot"]), "delta")
        turned = finds(masked, _EITHER)
        sign = 0 if turned else _changes.sign(masked, token)
        if not turned and not sign and pattern(_LOSS).search(left):
            sign = -1
        if sign or turned or kind == "x":
            found.append((int(match["slot"]), sign, points))
    if len(found) == 1 and (also := _restated(masked, found[0])):
        found.append(also)
        return tuple(found)
    return tuple(found) if len(found) == 1 else ()


def _restated(masked: str, told: tuple[int, int, bool]) -> tuple[int, int, bool] | None:
    """Return the percentage that a change is told as once more: "by 480, or 25 percent"."""
    found = pattern(_ALSO).search(masked)
    if found is None or int(found["slot"]) != told[0]:
        return None
    return int(found["p"]), told[1], False


def _is_change(
    kind: str, left: str, right: str, match: re.Match[str], masked: str
) -> bool:
    if finds(left[-30:], _LEVEL) or (kind in "er" and finds(left, _apart.BOOKED)):
        return False
    if kind in "pfb":
        if right.startswith((" of ", " its ", " their ", " his ", " her ")):
            return finds(left[-50:], _LOSS)
        if pattern(_DOES).match(right) or left.endswith((", or ", " or ")):
            return False
        token = _changes.token(masked, match)
        return token.role == "delta" or pattern(_MORE).match(right) is not None
    if kind == "x":
        return True
    token = _changes.token(masked, match)
    return (
        token.role == "delta"
        or pattern(_MORE).match(right) is not None
        or finds(left[-50:], _LOSS)
        or pattern(_POINTS).match(right) is not None
    )
