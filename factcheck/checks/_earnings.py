"""The rate law on what is earned, sold and paid back: a price times how many, an hour's pay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks import _arithmetic, _products
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, hint, pattern
from factcheck.model import Form, Outcome, Period, Verdict

_HEDGE = r"(?: (?:about|around|some|just|only|nearly|almost|over|a total of|up to))*"
# A price u of each, how many n, and what they come to, t.
_PRICES = (
    # a dose costs 8.50, so the 12,000 doses cost 102,000
    (
        r"\b(?:an?|each|every|one) (?P<noun>[a-z]+) (?:costs?|sells for|goes for) {u:e},? (?:so |and |so that |which means that )?"
        rf"(?:the |all |its |our |their )?{{n:c}} (?:such )?(?P=noun)s (?:cost|come to|came to|sell for|would cost|will cost){_HEDGE} {{t:e}}"
    ),
    # a loan of 2.4 million, to be paid back in 20 instalments of 120,000
    (
        rf"{{t:e}}[^<;]{{0,60}}\b(?:in|by|over|through|into){_HEDGE} {{n:c}} (?:[a-z]+ )?(?:instalments|installments|payments|tranches"
        rf"|rates|parts) of{_HEDGE} {{u:e}}"
    ),
)
_PRICED = r"\b(?:an?|each|every|one|the) (?P<noun>[a-z]+) (?:costs?|cost|sells for|sold for|was|is|goes for) {u:e}(?:[.,;]|$| each| apiece)"
_SOLD = (
    r"{n:c}(?P<noun> [a-z]+)? (?:were|have been|had been|was) sold,? (?:and |which |that |for )?(?:bringing in|brought in|raised"
    rf"|raising|earning|earned|making|a total of|in all){_HEDGE} {{t:e}}(?=[.,;]|$)"
)
# 12 euros an hour for 38 hours, 456 euros a week
_PAY = (
    r"{u:r}[^<;.]{0,30}\b(?:for|and works?|working|over|at){_HEDGE} {h:tm}(?:[^<;.]{0,30}?)\b(?:makes?|making|made|earns?|earning|earned"
    r"|comes? to|came to|gets?|paid|or|gives?|giving){_HEDGE} {t:er}(?=[.,;]|$)"
).replace("{_HEDGE}", _HEDGE)
# 3,650 births in the year, or 10 a day
_SPREAD = (
    r"{a:cem}(?P<noun>(?: [a-z'-]+){0,4}?) (?:in|over|during|for) (?P<when>(?:the|that|a|one) (?:whole )?(?:year|month|week)|<[dw](?P<d>\d+)>)"
    rf",? (?:or|that is|which is|an average of|on average){_HEDGE} {{b:cem}}(?: [a-z'-]+)? (?:a|per|each|every) (?P<q>day|week|month)\b"
)
_DAYS = {"year": (365, 366), "month": (28, 31), "week": (7, 7), "day": (1, 1)}
_WORKING = {("year", "day"): Decimal(220), ("month", "day"): Decimal(20), ("week", "day"): Decimal(5)}  # fmt: skip
HINTS = hint("cost", "sells for", "goes for", " sold", "instal", "payments", "tranches", "<r", " or <", "average")  # fmt: skip


def told(passage: Passage, before: Passage | None) -> list[Outcome]:
    """Return what prices, pay and numbers over a time come to."""
    found = []
    for source in _PRICES:
        match = pattern(source).search(passage.masked)
        if match:
            found += _priced(*(Place(passage, int(match[name])) for name in "unt"))
    if before is not None and _products.neighbour(passage, before):
        found += _takings(passage, before)
    return [*found, *_pay(passage), *_spread(passage)]


def _takings(passage: Passage, before: Passage) -> list[Outcome]:
    """A ticket costs 12. On Saturday 850 were sold, bringing in 10,200."""
    match = pattern(_SOLD).search(passage.masked)
    prices = list(pattern(_PRICED).finditer(before.masked)) if match else []
    if not match or len(prices) != 1 or before.kinds.count("e") > 1:
        return []
    noun = (match["noun"] or "").strip()
    if noun and noun.rstrip("s") != prices[0]["noun"]:
        return []
    unit = Place(before, int(prices[0]["u"]))
    return _priced(unit, *(Place(passage, int(match[name])) for name in "nt"))


def _priced(unit: Place, count: Place, total: Place) -> list[Outcome]:
    mentions = [place.passage.mention(place.slot) for place in (unit, count, total)]
    u, n, t = mentions
    if {m.form for m in mentions} - {Form.PLAIN} or u.unit != t.unit:
        return []
    if not _products.whole(n) or u.value is None or n.value is None:
        return []
    each, many = _products.nominal(unit), _products.nominal(count)
    return [
        _products.told(
            (unit, count, total),
            count.passage.reading(count.slot) * unit.passage.reading(unit.slot),
            each * many if each is not None and many is not None else None,
            total,
            f"{count.said()} times {unit.said()} is",
        )
    ]


def _pay(passage: Passage) -> list[Outcome]:
    """She earns 12 euros an hour and works 38 hours a week, making 456 euros a week."""
    if "r" not in passage.kinds:
        return []
    match = pattern(_PAY).search(passage.masked)
    if not match:
        return []
    places = [Place(passage, int(match[name])) for name in "uht"]
    u, h, t = (place.passage.mention(place.slot) for place in places)
    head, _, per = u.unit.partition(" / ")
    time, _, span = h.unit.partition(" / ")
    earned, _, over = t.unit.partition(" / ")
    if {u.form, h.form, t.form} - {Form.PLAIN} or per != time or head != earned:
        return []
    if (span and over and span != over) or not u.dimension.startswith("currency:"):
        return []
    if u.value is None or h.value is None:
        return []
    right = _arithmetic.fitting(u.value * h.value, t)
    fit = None if right is None else _arithmetic.worth(right, passage, places[2].slot)
    return [
        _arithmetic.settle(
            _products.LAW,
            places,
            passage.reading(places[0].slot) * passage.reading(places[1].slot),
            _arithmetic.stated(passage, places[2].slot),
            sum_text=f"{places[0].said()} for {places[1].said()} is {fit}",
            said_text=places[2].said(),
            fit=fit,
            right=right,
            written=t.value,
        )
    ]


def _spread(passage: Passage) -> Iterator[Outcome]:
    match = pattern(_SPREAD).search(passage.masked)
    if not match:
        return
    when = _length(passage, match)
    whole, each = (Place(passage, int(match[name])) for name in "ab")
    w, e = (passage.mention(place.slot) for place in (whole, each))
    if when is None or _DAYS[when][0] <= _DAYS[match["q"]][0] or w.value is None:
        return
    if {w.form, e.form} - {Form.PLAIN} or w.dimension != e.dimension:
        return
    if e.dimension != "count" and w.unit != e.unit:
        return
    many = Decimal(_DAYS[when][0]) / Decimal(_DAYS[match["q"]][1])
    value = w.value / many
    right = _arithmetic.fitting(value, e)
    fit = None if right is None else _arithmetic.worth(right, passage, each.slot)
    reading = passage.reading(whole.slot).scale(1 / many)
    working = _WORKING.get((when, match["q"]))
    stated = _arithmetic.stated(passage, each.slot)
    outcome = _arithmetic.settle(
        _products.LAW,
        [whole, each],
        reading.widen(relative=Decimal("0.03")),
        stated,
        sum_text=f"{whole.said()} a {when} is {fit} a {match['q']}",
        said_text=each.said(),
        fit=fit,
        right=right,
        written=e.value,
    )
    if outcome.verdict is Verdict.CONFLICT and working:
        widest = passage.reading(whole.slot).scale(1 / working)
        if reading.low and widest.high and stated.low is not None:
            between = reading.low <= stated.low <= widest.high
            if between:
                return
    yield outcome


def _length(passage: Passage, match: re.Match[str]) -> str | None:
    """Return how long a time is: "year", "month" or "week"."""
    if match["d"] is None:
        return match["when"].rpartition(" ")[2]
    item = passage.items[int(match["d"])]
    assert isinstance(item, Period)
    said = item.surface.lower()
    if item.kind in {"year", "month", "week"}:
        return item.kind
    last = said.rpartition(" ")[2]
    return (
        last if last in _DAYS and said.startswith(("last ", "this ", "the ")) else None
    )
