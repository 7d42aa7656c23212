"""The change law in points: "by half a point, from 4.00 to 4.75 percent"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks import _arithmetic
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, hint, search
from factcheck.model import Form, Interval, Mention, Outcome
from factcheck.units import wording

LAW = "change"

_UP = "up|rose|risen|raised?|raising|gained|climbed|jumped|grew|increased?|lifted|higher|more"
_DOWN = (
    "down|fell|fallen|cut|cutting|lost|dropped|slipped|declined|lowered|reduced?|slid|eased"
    "|lower|less"
)
_NOUN = "rise|increase|gain|jump|hike|fall|drop|decline|cut|decrease|reduction|change|improvement"
_ASIDE = r"(?:[^<;]|<[dwq]\d+>){0,50}?"
_FEW = r"(?: [a-z'-]+){0,4}?"
_BY = r"(?: (?:an?|by|just|only|another|about|some|a full|the|as much as))*"
# A fraction is one of points only where the word stands.
_POINT = r"(?:(?<=f\d>) (?:of )?(?:an? )?(?:percentage |full )?points?\b|(?<!f\d>))"
_WAYS = (
    # "by half a point on Thursday, from 4.00 percent to 4.75"
    rf"\b(?:by|{_UP}|{_DOWN}|(?:{_NOUN}) of){_BY} {{d:bf}}{_POINT}{_ASIDE}\bfrom{_BY} {{a:pc}}{_FEW} to{_BY} {{b:pc}}",
    # "from 4.00 to 4.75 percent, a rise of half a point"
    (
        rf"\bfrom{_BY} {{a:pc}}{_FEW} to{_BY} {{b:pc}}(?: [a-z]+){{0,3}}?(?:,| -|:)"
        rf"(?: (?:or|up|down|which is|that is))*{_BY}(?: [a-z]+)?(?: (?:{_NOUN}) of{_BY})? {{d:bf}}{_POINT}"
    ),
    # "at 63 percent, up four points from 58"
    (
        rf"{{b:p}}(?:{_FEW}),(?: or)? (?:up|down){_BY} {{d:bf}}{_POINT} (?:from|on|compared with)"
        rf"{_BY}(?: [a-z]+){{0,3}}? {{a:p}}"
    ),
    # "rose half a point to 4.75 percent from 4.00"
    (
        rf"\b(?:{_UP}|{_DOWN}){_BY} {{d:bf}}{_POINT} to{_BY} {{b:pc}}{_ASIDE},? from{_BY} {{a:pc}}"
    ),
)
_HUNDREDTH = Decimal("0.01")
_HINTS = hint(" from ", " on ")


def compare(passage: Passage) -> Iterator[Outcome]:
    """Compare a change in points with what it leads from and to."""
    if not passage.says(_HINTS):
        return
    for source in _WAYS:
        match = search(passage.masked, source)
        if match is None:
            continue
        slots = [int(match[name]) for name in "abd"]
        old, new, delta = (passage.mention(slot) for slot in slots)
        if not (_is_share(old, new) and _is_plain(delta)):
            continue
        stated = _arithmetic.stated(passage, slots[2])
        written = delta.value or Decimal(0)
        if delta.unit == "basis point":
            stated, written = stated.scale(_HUNDREDTH), written * _HUNDREDTH
        right = abs((new.value or Decimal(0)) - (old.value or Decimal(0)))
        said = [_arithmetic.plain(passage, slot) for slot in slots]
        fit = f"{wording.number(right)} points"
        yield _arithmetic.settle(
            LAW,
            [Place(passage, slot) for slot in slots],
            _distance(passage.reading(slots[1]), passage.reading(slots[0])),
            stated,
            sum_text=f"From {said[0]} to {said[1]} is {fit}",
            said_text=said[2],
            fit=fit,
            right=right,
            written=written,
        )
        return


def _distance(new: Interval, old: Interval) -> Interval:
    return abs(new - old)


def _is_share(old: Mention, new: Mention) -> bool:
    """Return whether both are percentages, or one is and the other leaves the word out."""
    if {old.form, new.form} != {Form.PLAIN} or old.value is None or new.value is None:
        return False
    kinds = {old.dimension, new.dimension}
    bare = all(m.dimension == "ratio" or m.counted is None for m in (old, new))
    return "ratio" in kinds and kinds <= {"ratio", "count"} and bare


def _is_plain(delta: Mention) -> bool:
    return delta.value is not None and delta.form in (Form.PLAIN, Form.FRACTION)
