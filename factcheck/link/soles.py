"""Whether two numbers are the only ones of their kind that two stories have."""

from __future__ import annotations

from decimal import Decimal

from factcheck.link.setting import Setting
from factcheck.link.sides import Side
from factcheck.link.stems import stem
from factcheck.link.tiers import Kinship, Tier

_SOLE = Tier(share=20, together=1) | Tier(share=10, together=4)
# What one thing has one of: told in two units, it is converted.
_BODIES = frozenset(("area", "mass", "speed", "volume"))
_GROWING = frozenset(map(stem, ("fire", "blaze", "flood", "spill", "slick", "leak")))
_NEAR_IN_UNITS, _TOLD_OF_BODY = Decimal("2.6"), 3
SIZES = frozenset(("length", "mass", "area", "volume", "duration"))


def within(x: Side, y: Side, factor: Decimal | int) -> bool:
    """Return whether two numbers are within a factor of each other."""
    first, second = _size(x), _size(y)
    if first is None or second is None:
        return False
    low, high = sorted((first, second))
    return low > 0 and high <= factor * low


def _size(side: Side) -> Decimal | None:
    reading = side.reading
    return reading.low or reading.high  # what "up to 40" can be begins at 0


def is_sole_swap(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether two stories have one number of a kind and measure, in other digit order."""
    return (
        x.shuffled == y.shuffled
        and x.digits != y.digits
        and not x.measures.isdisjoint(y.measures)
        and setting.numbers.sole(x, y)
    )


def is_sole_size(x: Side, y: Side, kin: Kinship, setting: Setting) -> bool:
    """Return whether both are the one size of its kind in their stories, in any unit."""
    return (
        setting.are_few
        and x.path != y.path
        and may_be_sole_size(x, kin)
        and within(x, y, _NEAR_IN_UNITS)
        and _GROWING.isdisjoint(x.fact.words & y.fact.words)
        and setting.numbers.sole(x, y)
    )


def may_be_sole_size(x: Side, kin: Kinship) -> bool:
    """Return whether two sizes are told in words enough that both have."""
    if x.kind in _BODIES:
        return kin.share > 0 or kin.together >= _TOLD_OF_BODY
    # A story tells of many durations.
    measured = x.kind in SIZES and x.kind != "duration"
    money = x.kind.startswith("currency:") and "/" not in x.kind
    return (measured or money) and _SOLE.holds(kin)
