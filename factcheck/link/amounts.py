"""Whether two numbers are of one amount: not its change, its rate, its share or its thousands."""

from __future__ import annotations

import re
from functools import cache

from factcheck.language.patterns import Pattern
from factcheck.link import kinship, lexicon
from factcheck.link.reasons import CHANGE, EARLIER, RATE
from factcheck.link.setting import Setting
from factcheck.link.sides import Side
from factcheck.link.stems import stem
from factcheck.model import Fact, Motion, Part

# Of jobs: how many come or go, beside how many there are.
_FLOWS = frozenset(("hire", "layoff"))
_AVERAGED = frozenset((stem("averaged"),))
_FIRST, _REACH = (" first", " last", " past", " next", " previous", " opening"), 12
_PRICED = frozenset(
    map(
        stem,
        ("ticket", "price", "fare", "fee", "charge", "cost", "entry", "admission", "pay", "subscription", "membership", "rate", "reduced", "discount", "concession", "seat", "pass", "single", "return"),
    )
)  # fmt: skip
# Measures that are changes themselves.
_CHANGING = frozenset(
    (
        "growth",
        "hire",
        "inflation",
        "intercept",
        "invest",
        "layoff",
        "lose",
        "raise",
        "raise-pay",
    )
)
# "An extra 85 nurses", "recruited 58 additional nurses".
_BOTH_MORE = frozenset((Part.OTHERS,))
_THOUSANDFOLD = 500  # so far apart that one may be told in thousands


def of_scale(x: Side, y: Side, _: Setting) -> bool:
    """Return whether one is "17.6" in a cell, and the other 17.6 million."""
    return _is_bare(x.fact, y.fact) or _is_bare(y.fact, x.fact)


def _is_bare(a: Fact, b: Fact) -> bool:
    cell, other = a.mention, b.mention
    if not cell.headers or cell.dimension != "count" or cell.counted is not None:
        return False
    if cell.value is None or other.value is None:
        return False
    return abs(other.value) > abs(cell.value) * _THOUSANDFOLD


def of_motion(x: Side, y: Side, _: Setting) -> str | None:
    """Return why a change, what was before it, or a rate is another amount."""
    a, b = x.fact, y.fact
    if a.motion != b.motion:
        if Motion.BY in (a.motion, b.motion):
            if Part.OTHERS in (a.part, b.part):
                return None  # "an extra 85 nurses", "58 additional nurses"
            both = (a.words & b.words) | (x.measures & y.measures)
            return CHANGE if both.isdisjoint(_CHANGING) else None
        if Motion.FROM in (a.motion, b.motion):
            return EARLIER
    if a.per != b.per:
        per = a.per or b.per
        if per != "share" and not (per in a.near and per in b.near):
            return RATE
    return None


def of_flows(x: Side, y: Side, _: Setting) -> bool:
    """Return whether only one counts the jobs that come or go."""
    flows = (x.fact.near ^ y.fact.near) & _FLOWS
    return bool(flows) and {x.fact.part, y.fact.part} != _BOTH_MORE


def of_thresholds(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether each says from where on others are counted: "31 waited more than a week"."""
    if x.kind in ("count", "ratio") or x.fact.mention.modifier is None:
        return False
    return all(_is_threshold(side, setting) for side in (x, y))


def _is_threshold(side: Side, setting: Setting) -> bool:
    modifier = side.fact.mention.modifier
    if modifier is None or not modifier.is_bound:
        return False
    return not side.fact.near.isdisjoint(lexicon.COUNTED_PEOPLE) or any(
        other.kind in ("count", "ratio") for other in setting.beside(side)
    )


def of_average(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether one count is what somebody averages, and the other one of a whole time."""
    if x.kind != "count" or _AVERAGED.isdisjoint(x.fact.near ^ y.fact.near):
        return False
    return setting.tells(x, _averaged()) != setting.tells(y, _averaged())


@cache
def _averaged() -> Pattern:
    return Pattern(r"\baverag(?:es|ed|ing) (?:about |more than |almost |some )?\d")


def of_remaining(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether one time is what is left of the other: "three years of his contract to run"."""
    if x.kind != "duration":
        return False
    return setting.follows(x, _remaining()) != setting.follows(y, _remaining())


@cache
def _remaining() -> re.Pattern[str]:
    return re.compile(
        r"(?: (?:of|on|in) (?:his|her|its|their|the|an?)(?: [a-z-]+){1,3})?,? (?:still )?(?:to run|to go|to serve|left|remaining)\b"
    )


def of_told_beside(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether the sentence of one count has the other too, or what is missing to it.

    "17 by midnight, 19 by noon" beside "19"; "four new stations and two old ones" beside "six".
    """
    if x.kind != "count" or x.path == y.path:
        return False
    return _is_told_beside(x, y, setting) or _is_told_beside(y, x, setting)


def _is_told_beside(side: Side, other: Side, setting: Setting) -> bool:
    own, wanted = side.fact.mention.value, other.fact.mention.value
    if own is None or wanted is None:
        return False
    return any(
        beside.kind == "count"
        and beside.fact.mention.value in (wanted, wanted - own)
        and beside.fact.head in ("", "one", side.fact.head)
        for beside in setting.beside(side)
    )


def of_first(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether one count is of the first or last of several: "its first four summers"."""
    if x.kind != "count":
        return False
    return _is_of_first(x, setting) != _is_of_first(y, setting)


def _is_of_first(side: Side, setting: Setting) -> bool:
    start = side.fact.mention.span.start
    before = setting.document(side).text[max(0, start - _REACH) : start]
    return before.rstrip().lower().endswith(_FIRST)


def of_share(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether a sum stands beside the percentage that it is of another.

    "They take ten per cent, or £36,000", of £360,000.
    """
    return _is_cut_of(x, y, setting) or _is_cut_of(y, x, setting)


def of_reduced(x: Side, y: Side, _: Setting) -> bool:
    """Return whether only one is a price for certain people or days.

    What pensioners were robbed of is no price for them.
    """
    if not x.kind.startswith("currency:"):
        return False
    a, b = x.fact.near, y.fact.near
    return bool((a ^ b) & lexicon.REDUCED) and not (a | b).isdisjoint(_PRICED)


def _is_cut_of(cut: Side, whole: Side, setting: Setting) -> bool:
    x, y = cut.fact.mention, whole.fact.mention
    if x.value is None or not y.value or x.unit != y.unit or not x.unit:
        return False
    share = kinship.PERCENT * x.value / y.value
    return any(
        each.fact.mention.unit == "percent" and each.fact.mention.value == share
        for each in setting.beside(cut)
    )
