"""What the two halves of the rate law share: totals by name, and saying a product."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from factcheck.checks import _arithmetic, _compare
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import PEOPLE, TOKEN, Passage, alike, pattern
from factcheck.model import Fact, Form, Interval, Mention, Outcome, Verdict
from factcheck.units import wording

LAW = "rate"

_TOTAL = (
    r"(?:\b(?:a |the |its |their |an? |for a |giving a |with a )?(?:total|combined|overall"
    r"|joint|aggregate|installed)(?: [a-z]+){0,4}?(?: of| is| was|:| at| to)"
    r"(?: (?:about|some|just))?"
    r"|\b(?:(?:(?<![a-z] )|(?<=\band )|(?<=\bor )|(?<=\bis ))in all|in total|altogether|come(?:s)? to|came to|add(?:s|ed|ing)? up to|making"
    r"|makes|made|or|totalling|totaling|which is|that is|which means(?: that)?|meaning(?: that)?|equals|works out at|works out to"
    r"|for|cost(?:s|ing)?(?: [a-z]+){0,3}|brought in|took in|takes in|brings in|brought|delivered|produces?|produced|contain|contains"
    r"|contained|shipped)(?: (?:about|some|just|a))?"
    r"|\b(?:has|have|had|with|giving|gives?|gave)(?: (?:it|them))? (?:an?|the) (?:[a-z]+ )?(?:capacity|output|value"
    r"|weight|length|area|budget|volume) of) $"
)
TOTAL_RIGHT = (
    r"^(?:-[a-z]+)?(?: [a-z'-]+){0,4}? (?:in all|in total|altogether|all told|combined"
    r"|overall|all together)\b"
)
PAID = r"\b(?:brought|fetched|cost(?:s|ing)?|for|took in|takes in|earned)(?: (?:about|some|just))? $"
# "for two million tonnes of rye and 300,000 of oats a year"
_ONE_OF = r"^ of [a-z -]+ and <"
_CARRIES = r"\b(?:carry|seat|hold|accommodate|take|sleep)\b"
PLACES = frozenset({"seat", "place", "bed", "bunk", "berth"})
# Each of them is had by two: "12 teams played 22 games each, 132 in all".
OF_TWO = frozenset({"game", "match", "bout", "duel", "fixture", "meeting"})
_MOST_TOTALS = 1
TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "time"})


def first(found: Sequence[Outcome]) -> list[Outcome]:
    right = [each for each in found if each.verdict is Verdict.AGREE]
    return right or list(found[:1])


def neighbour(passage: Passage, other: Passage | None) -> bool:
    return (
        other is not None
        and abs(other.index - passage.index) == 1
        and other.block == passage.block
    )


def amounts(passage: Passage, like: Mention) -> list[tuple[int, re.Match[str]]]:
    """Return the plain amounts of one dimension in a passage."""
    found = []
    for match in TOKEN.finditer(passage.masked):
        slot = int(match["slot"])
        item = passage.items[slot]
        if not isinstance(item, Fact):
            continue
        mention = item.mention
        if mention.dimension == like.dimension and mention.form is Form.PLAIN:
            found.append((slot, match))
    return found


def named_total(passage: Passage, like: Mention, *, but: set[int]) -> list[int]:
    """Return the amounts that a passage calls a total."""
    masked = passage.masked
    return [
        slot
        for slot, match in amounts(passage, like)
        if slot not in but
        and (
            alike(passage.mention(slot), like)
            or (_seats(like, passage.mention(slot)) and re.search(_CARRIES, masked))
        )
        and not pattern(_ONE_OF).match(masked[match.end() :])
        and not _is_money(passage.mention(slot), like, masked[: match.start()])
        and (
            pattern(_TOTAL).search(masked[: match.start()])
            or pattern(TOTAL_RIGHT).match(masked[match.end() :])
        )
    ]


def _is_money(bare: Mention, like: Mention, before: str) -> bool:
    """Return whether a number without a noun is a price: "two cases of 12 each brought 9,000"."""
    if bare.dimension != "count" or bare.counted is not None or like.counted is None:
        return False
    return pattern(PAID).search(before) is not None


def whole(mention: Mention) -> bool:
    return (
        mention.value is not None and mention.value == mention.value.to_integral_value()
    )


def sure(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Keep what agrees, or the one that does not."""
    right = [each for each in outcomes if each.verdict is Verdict.AGREE]
    if right:
        return right[:1]
    return list(outcomes) if len(outcomes) == _MOST_TOTALS else []


def told(
    places: Sequence[Place],
    derived: Interval,
    right: Decimal | None,
    place: Place,
    said: str,
) -> Outcome:
    """Compare in base units; say it in the unit of the stated amount."""
    stated = place.passage.mention(place.slot)
    value = None
    if right is not None:
        value = _arithmetic.fitting(back(right, stated.unit), stated)
    fit = None if value is None else _arithmetic.worth(value, place.passage, place.slot)
    items = [p.passage.items[p.slot] for p in places]
    mentions = [item.mention for item in items if isinstance(item, Fact)]
    return _arithmetic.settle(
        LAW,
        places,
        derived,
        reading(place),
        sum_text=f"{said} {fit or wording.reading(derived)}",
        said_text=_arithmetic.said(place.passage, place.slot),
        fit=fit,
        exact=_arithmetic.is_exact(*mentions),
        right=value,
        written=stated.value,
    )


def reading(place: Place) -> Interval:
    """Return a stated amount in base units."""
    unit = place.passage.mention(place.slot).unit
    return _compare.convert(_arithmetic.stated(place.passage, place.slot), unit)


def back(value: Decimal, unit: str) -> Decimal:
    """Return a value in base units in a unit again."""
    return value / _compare.base_value(Decimal(1), unit)


def nominal(place: Place) -> Decimal | None:
    """Return a value as written, in base units."""
    mention = place.passage.mention(place.slot)
    if mention.value is None:
        return None
    return _compare.base_value(mention.value, mention.unit)


def lemmas(mention: Mention) -> set[str]:
    if mention.counted is None:
        return set()
    return {mention.counted.lemma, mention.counted.head.lower()}


def _seats(unit: Mention, total: Mention) -> bool:
    """Return whether places for people are added up as people."""
    return bool(lemmas(unit) & PLACES and lemmas(total) & PEOPLE)
