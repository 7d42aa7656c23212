"""Whether two values are of the times that a change is told of."""

from __future__ import annotations

from factcheck.checks import _change_evidence, _change_order
from factcheck.checks._change_claims import Claim
from factcheck.checks._context import finds, pattern
from factcheck.checks._moved_values import TILL_NOW, takes_up
from factcheck.checks._then import Value
from factcheck.model import Period

_EXPLICIT = frozenset(
    {"year", "fiscal", "month", "quarter", "half", "season", "decade", "date", "span"}
)
_BRIEF = frozenset({"month", "week", "weekday", "date", "quarter", "season"})
_UNIT = r"\b(?:than|from|on|over|against) (?:an?|the|one) (?P<unit>day|week|month|quarter)(?: (?:before|earlier|ago))?\b"
_YEARS = r"\byear (?:before|earlier|ago)\b|\bon the year\b|\b(?:last|the previous) year\b|\byear[- ]on[- ]year\b"
_OF_A_YEAR = r"[0-9]{4}|year|^last "
_NEXT = 60  # characters


def agree(claim: Claim, old: Value, new: Value, *, ended: bool, joined: bool) -> bool:
    """Return whether two values are of the times of a change.

    Args:
        claim: The change.
        old: The older value.
        new: The newer one.
        ended: Whether one of them stands in the sentence of the change.
        joined: Whether one sentence sets one against the other.
    """
    passage, slot = claim.place.passage, claim.place.slot
    right = passage.around(slot)[1]
    unit = pattern(_UNIT).search(right)
    if unit and not (old.tells(unit["unit"]) or new.tells(unit["unit"])):
        return False
    if finds(right[:_NEXT], _YEARS) and _is_of_less(old, new):
        return False
    return all(
        _holds(claim, old, new, item, ended=ended, joined=joined)
        for item in passage.times(passage.bearing(slot))
        if item.kind in _EXPLICIT
    )


def is_at_another(value: Value) -> bool:
    """Return whether a sentence tells the thing of the one before it at another time."""
    passage, slot = value.place.passage, value.place.slot
    lead = passage.around(slot)[0]
    return finds(lead, _change_evidence.AT_ANOTHER_TIME) or finds(lead, TILL_NOW)


def _is_of_less(old: Value, new: Value) -> bool:
    """Return whether an old value is of a month or a day that is not a year before the new one."""
    period = old.period
    if period is None or period.kind not in _BRIEF:
        return False
    if finds(f"{old.left} {old.right}", "year") or "years" in dict(period.marks):
        return False
    if finds(period.surface.lower(), _OF_A_YEAR):
        return False
    same = old.place.passage.facts is new.place.passage.facts
    return new.period is None or new.period.kind != period.kind or same


def _holds(
    claim: Claim, old: Value, new: Value, item: Period, *, ended: bool, joined: bool
) -> bool:
    """Return whether a time that a change is told of is one of its values."""
    periods = old.period, new.period
    if item.parts:
        return all(
            each is not None and each.overlaps(part)
            for each, part in zip(periods, item.parts, strict=False)
        )
    if item.start is None and "years" in dict(item.marks):
        return True  # "last winter"
    if item.bound == "since":
        return _is_since(old, item, joined=joined)
    known = [each for each in periods if each is not None and each.kind != "relative"]
    if any(each.overlaps(item) for each in known):
        return True
    if ended:
        dated = [value.period or value.fact.period for value in (old, new)]
        return any(each is None or each.overlaps(item) for each in dated)
    here, there = claim.place.passage, new.place.passage
    follows = here.facts is there.facts and there.index == here.index + 1
    return follows and takes_up(there) and None in periods


def _is_since(old: Value, item: Period, *, joined: bool) -> bool:
    """Return whether an old value may be of the time since which a change is told."""
    if old.period is not None and old.period.overlaps(item):
        return True
    passage = old.place.passage
    times = passage.times(passage.masked)
    if joined and _change_order.is_start(old) and len(times) == 1:
        return times[0].overlaps(item)
    if old.period is not None:
        return False
    others = any(each.overlaps(item) for each in times if each.kind == item.kind)
    return _change_order.is_ago(old) and not others
