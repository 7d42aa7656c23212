"""What is said of a number, for finding it again in other sentences, tables and documents."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, pattern
from factcheck.checks._ratios import names_in
from factcheck.checks._roots import root, roots
from factcheck.language.asides import bearing
from factcheck.model import Document, Fact, Period, Stance

SURE = frozenset((None, Stance.ESTIMATE))
"""How a number is told that holds."""
ENDS = r"; |: | - |, (?!<)| but | while | whereas "
"""Where a clause ends in a marked sentence."""
_FEWEST_SHARED, _MANY_SHARED = 2, 4
# "The number of bridges is <240>", "the county's bridges number <240>"
_NUMBER_OF = (
    r"\bnumber of (?P<of>[a-z-]+(?: [a-z-]+)?)\b[^<,;:]{0,40} (?:is|was|stood at|stands at|came to|reached|totalled) (?:about |some )?$"
    r"|\b(?P<who>[a-z-]+s) (?:number|numbered|total|totalled) (?:about |some )?$"
)
_NEXT = rf"{ENDS}|, <[cem]"
OPENING = r"^(?:in|at|on|among|for|during|under|with|of) [^,<]*, "
"""What a marked sentence opens with, of all its numbers."""
_TIMES = frozenset("dqkw")
_YEARS = frozenset({"year", "fiscal", "decade", "century"})
_BEGINS = r"[;:,>] | - | but | while | whereas | and "
_NOT = (
    r"\b(?:not|no|never|without|none|neither|nor|nobody|failed to|lack(?:s|ed)?|except|other than|rest|remaining|others?"
    r"|another|rival|neighbouring|all but)\b|n't\b"
)


class Spot(NamedTuple):
    """Where words stand that tell a number, which need be none that was read: "half"."""

    passage: Passage
    offset: int


def agree_in_time(
    first: Passage | Place | Spot, second: Passage | Place | Spot
) -> bool:
    """Return whether two sentences name a day in common, or one of them none, and the same years.

    Of a number only the times are asked that bear on it.
    """
    if not agree_in_years(first, second):
        return False
    one, other = (
        {item.surface.lower() for item in periods(where) if item.kind != "time"}
        for where in (first, second)
    )
    return not (one and other) or not one.isdisjoint(other)


def agree_in_years(
    first: Passage | Place | Spot, second: Passage | Place | Spot
) -> bool:
    """Return whether two sentences or numbers are of a year in common, or neither of one."""
    years, others = (
        {item.surface.lower() for item in periods(where) if item.kind in _YEARS}
        for where in (first, second)
    )
    return years == others or bool(years & others)


def periods(where: Passage | Place | Spot) -> list[Period]:
    """Return the times that a sentence names, or of them those that bear on a number."""
    if isinstance(where, Passage):
        return where.times(where.masked)
    passage = where.passage
    if not _TIMES.intersection(passage.kinds):
        return []
    if isinstance(where, Spot):
        return passage.times(bearing(passage.masked, where.offset))
    return passage.times(passage.bearing(where.slot))


def fact_of(place: Place) -> Fact:
    """Return a number with what it is bound to."""
    return place.passage.fact(place.slot)


def is_level(place: Place) -> bool:
    """Return whether a number is stated, as a value and no bound, of what is."""
    fact = fact_of(place)
    modifier = fact.mention.modifier
    bound = modifier is not None and modifier.is_bound
    return fact.stance in SURE and not (fact.motion or fact.per or bound)


def named(place: Place) -> frozenset[str]:
    """Return the roots of what a number counts or measures."""
    fact = fact_of(place)
    mention = fact.mention
    if mention.headers:
        return roots(mention.headers[0].lower()) or roots(mention.headers[-1].lower())
    label, colon, _ = place.passage.masked.partition(": <")
    if colon and place.passage.in_list:
        return roots(label)
    if mention.dimension != "count":
        return roots((fact.property or "").lower())
    counted = mention.counted
    if counted is None:
        before = place.passage.masked.partition(f"<c{place.slot}>")[0]
        match = pattern(_NUMBER_OF).search(before)
        return roots(match["of"] or match["who"]) if match else frozenset()
    if counted.elided:
        return frozenset()
    return roots(" ".join((*counted.qualifiers, counted.head)).lower())


def head(place: Place) -> frozenset[str]:
    """Return the root of the noun that a number has of its own, if any."""
    mention = fact_of(place).mention
    counted = mention.counted
    if mention.headers or counted is None or counted.elided:
        return frozenset()
    return frozenset((root(counted.head.lower()),)) - {""}


def said(place: Place) -> frozenset[str]:
    """Return the roots of what is said of a number: its words up to the numbers beside it."""
    passage = place.passage
    if passage.in_table or passage.in_list:
        return named(place)
    return roots(clause(place))


def clause(place: Place) -> str:
    """Return the words of a number up to those beside it, with what its sentence opens with."""
    passage, slot = place.passage, place.slot
    before, _, after = passage.bearing(slot).partition(passage.token(slot))
    if passage.amounts > 1:
        opening = pattern(OPENING).match(before)
        before, after = re.split(_BEGINS, before)[-1], re.split(_NEXT, after)[0]
        before = f"{opening[0]} {before}" if opening else before
    return f"{before} {after}"


def denied(place: Place) -> bool:
    """Return whether the words next to a number tell what is not, or are of others."""
    passage, slot = place.passage, place.slot
    before, _, after = passage.bearing(slot).partition(passage.token(slot))
    return says_not(f"{re.split(_BEGINS, before)[-1]} {re.split(_NEXT, after)[0]}")


def sentence(passage: Passage) -> frozenset[str]:
    """Return the roots of a sentence; of a cell, those of its headers."""
    if passage.in_table:
        headers = (
            fact.mention.headers for fact in passage.items if isinstance(fact, Fact)
        )
        return roots(" ".join(word for row in headers for word in row).lower())
    return roots(passage.masked)


def says_not(words: str) -> bool:
    """Return whether some words tell what is not, or are of others."""
    return pattern(_NOT).search(words) is not None


def around(passage: Passage, *, without: Passage) -> frozenset[str]:
    """Return the roots of the paragraph of a sentence and of its headline.

    Args:
        passage: The sentence; of a table or list the whole document counts.
        without: A sentence that is left out.
    """
    document = passage.document
    blocks = document.blocks
    if not blocks or passage.in_table or passage.in_list:
        text = document.text
    else:
        spans = blocks[0].span, blocks[passage.block].span
        text = " ".join(map(document.surface, spans))
    if document is without.document:
        text = text.replace(document.surface(without.span), " ")
    return roots(text.lower())


def on_one_story(first: Passage, second: Passage) -> bool:
    """Return whether two documents have a name, or words of their headlines, in common."""
    if first.document is second.document:
        return True
    one, other = (names_in(passage.facts) for passage in (first, second))
    if not one.isdisjoint(other):
        return True
    heads = [_headline(passage.document) for passage in (first, second)]
    if len(heads[0] & heads[1]) >= _FEWEST_SHARED:
        return True
    told = around(first, without=second) & around(second, without=first)
    return len(told) >= _MANY_SHARED


def _headline(document: Document) -> frozenset[str]:
    blocks = document.blocks
    return roots(document.surface(blocks[0].span).lower()) if blocks else frozenset()
