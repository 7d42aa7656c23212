"""A price for so much of a value: 3.40 for every 1,000, on 250,000, is 850."""

from __future__ import annotations

from decimal import Decimal

from factcheck.checks import _arithmetic, _compare, _products
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    Passage,
    matches,
    search,
)
from factcheck.model import Outcome

FOR_EVERY = r"{u:em} (?:for every|per|for each|in every|on every|of every) {b:em}"
_WORTH = r"\b(?:assessed|valued|worth|priced|rated|appraised)(?: at)? (?:[a-z]+ ){0,2}?{v:em}"
_BILL = (
    r"\b(?:come to|comes to|amount to|amounts to|pay|pays|paying|owe|bill(?: [a-z]+){0,2}? of"
    r"|cost|costs|charged|be|is|get|mean|means) (?:[a-z]+ ){0,2}?{t:emr}"
)


def for_every(passage: Passage, after: Passage | None) -> list[Outcome]:
    """3.40 for every 1,000: on 250,000 that comes to 850."""
    match = search(passage.masked, FOR_EVERY)
    if not match:
        return []
    unit, base = int(match["u"]), int(match["b"])
    sources = [passage]
    if after is not None and _products.neighbour(passage, after):
        sources.append(after)
    for source in sources:
        worth = search(source.masked, _WORTH)
        bills = matches(source.masked, _BILL)
        if not worth or len(bills) != 1 or bills[0]["t"] == worth["v"]:
            continue
        return _applied(
            Place(passage, unit),
            Place(passage, base),
            Place(source, int(worth["v"])),
            Place(source, int(bills[0]["t"])),
        )
    return []


def _applied(unit: Place, base: Place, value: Place, bill: Place) -> list[Outcome]:
    mentions = [p.passage.mention(p.slot) for p in (unit, base, value, bill)]
    u, b, v, t = mentions
    if len({m.dimension.partition("/")[0] for m in mentions}) > 1 or b.value is None:
        return []
    # The base is a measure of the rate ("for every 1,000"), so it is exact; the value is
    # an example that the text makes up.
    size = _compare.base_value(b.value, b.unit)
    amount = v.value if v.value is not None else None
    if amount is None or not size:
        return []
    times = _compare.base_value(amount, v.unit) / size
    # The bill is for a time, "1,680 a year", and so is the rate.
    once = _compare.base_value(Decimal(1), t.unit.partition(" / ")[0])
    times *= _compare.base_value(Decimal(1), t.unit) / once
    derived = _compare.convert(unit.passage.reading(unit.slot), u.unit).scale(times)
    said = [_arithmetic.plain(p.passage, p.slot) for p in (unit, base, value)]
    return [
        _products.told(
            (unit, base, value, bill),
            derived,
            _compare.base_value(u.value, u.unit) * times
            if u.value is not None
            else None,
            bill,
            f"{said[0]} for every {said[1]} on {said[2]} is",
        )
    ]
