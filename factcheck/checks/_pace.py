"""The rate law's second half: a rate that runs on, over time or for a value."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck import units
from factcheck.checks import _arithmetic, _compare, _products
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    Passage,
    matches,
    pattern,
    search,
)
from factcheck.checks._products import TIMES
from factcheck.model import Fact, Form, Interval, Mention, Outcome

_FOR_EVERY = r"{u:em} (?:for every|per|for each|in every|on every|of every) {b:em}"
_WORTH = r"\b(?:assessed|valued|worth|priced|rated|appraised)(?: at)? (?:[a-z]+ ){0,2}?{v:em}"
_BILL = (
    r"\b(?:come to|comes to|amount to|amounts to|pay|pays|paying|owe|bill(?: [a-z]+){0,2}? of"
    r"|cost|costs|charged|be|is|get|mean|means) (?:[a-z]+ ){0,2}?{t:emr}"
)
_OVER_TIME = (
    r"{u:cemr}(?P<per>(?: [a-z'-]+){0,3}? (?:a|per|each|every) (?:second|minute|hour|day"
    r"|week|month|year))?(?: [a-z'-]+){0,4}?,? (?:for|over|during|in) (?:the (?:next|past|last)"
    r" |all )?{t:t}"
)
# "For 210 days at 6,500 a day".
_TIME_AT = (
    r"\b(?:for|over|during|in) (?:all |the )?{t:t}(?: of [a-z]+)?,? at (?:an? (?:rate|cost|price|fee|charge)"
    r" of )?{u:cemr}(?P<per>(?: [a-z'-]+){0,3}? (?:a|per|each|every) (?:second|minute|hour|day"
    r"|week|month|year))?"
)
_RUNNING = (
    r"\b(?:running for|at (?:that|this) (?:rate|pace|speed),? (?:for|in|over)|for a full"
    r"|over|within|after|in the course of|(?<!first time )in|needs?|takes?|took)(?: [a-z]+)? {t:t}"
)
# "After 12 hours, 3,000 litres had run out", not "were left".
_GONE = (
    r"^ (?:have |had |has |were |was )?(?:been )?(?:run out|leaked|lost|gone|flowed|escaped|drained"
    r"|spilled|spilt|pumped|produced|made|moved|processed|used|burnt|burned)\b"
)
_COMES_TO = (
    r"\b(?:comes|came|amounts|amounted|adds|added up) (?:up )?to (?:about |some )?$"
)
_AT_MOST = r"\b(?:top|maximum|max|peak|capable|at most)\b"
_TIME = "second|minute|hour|day|week|month|year"
_PACE_ALONE = (
    rf"{{a:cr}}(?: [a-z'-]+){{0,3}}?(?: (?:a|per|each|every) (?P<p>{_TIME}))?, "
    rf"{{b:cr}}(?: [a-z'-]+){{0,2}}?(?: (?:an?|per|each|every|in an?) (?P<q>{_TIME}))?"
    r"(?=[.;:)]|$)"
)
# A season ticket costs less than its days, a limit is not used up.
_NO_PACE = (
    r"\b(?:subscri\w*|tickets?|pass(?:es)?|members?\w*|plans?|season|licen[cs]es?|fees?|fares?"
    r"|limit\w*|maximum|max|cap(?:ped)?|at most|up to|allow\w*|discount\w*|tariffs?|rent out"
    r"|hire|parking|permits?|summer|winter|weekdays?|weekends?|peak)\b"
)
# "900 a month, 14,000 a year with bonuses"
_WITH = r"^[^<.;:)]{0,30}\b(?:with|including|plus|counting|before|after|bonus(?:es)?|overtime)\b"
# "300 km at 60 km/h in eight hours, stops included"
_PAUSED = r"\b(?:stops?|stopovers?|breaks?|pauses?|rests?|delays?|interruptions?|outages?|maintenance)\b"
_PACES = (
    rf"{{a:cerm}}(?: [a-z'-]+){{0,2}}?(?: (?:a|per|each|every) (?P<p>{_TIME}))?"
    r"(?:, (?:<m\d+>|<t\d+>(?: [a-z]+){0,3}|[a-z]+(?: [a-z]+){1,4}))?"
    r"(?:,| \(| -) ?(?:or |that is |which is |which makes )(?:[a-z]+ )?"
    rf"{{b:cerm}}(?: [a-z'-]+){{0,2}}?(?: (?:an?|per|each|every|in an?) (?P<q>{_TIME}))?"
    r"(?=[.,;:)]|$| )"
)
# How many of the one go into the other: in working time, at most, and as it is reckoned.
_BANDS: dict[tuple[str, str], tuple[int, int, int]] = {
    ("second", "minute"): (60, 60, 60),
    ("minute", "hour"): (60, 60, 60),
    ("hour", "day"): (6, 24, 24),
    ("day", "week"): (5, 7, 7),
    ("day", "month"): (20, 31, 30),
    ("day", "year"): (200, 366, 365),
    ("week", "month"): (4, 5, 4),
    ("week", "year"): (46, 53, 52),
    ("month", "year"): (10, 12, 12),
}
_SOLD = (
    r"\b(?:costs?|price of|priced at|sells? for|sold for|at) {u:e}(?: each| apiece)?[^<]{0,30}?"
    r"{n:c} (?:[a-z]+ ){0,5}?(?:brought in|raised|earned|yielded|fetched|made) {t:e}"
)
# "A ticket costs 12." "The club sold 3,400 tickets and took in 40,800."
_PRICED = r"\b(?:an?|each|one|every) (?P<noun>[a-z]+) (?:costs?|sells for|sold for|was|is|goes for|went for) {u:e}"
_TAKEN = (
    r"\bsold {n:c} [a-z]+(?: [a-z]+){0,4}?(?:,| and| which| that)(?: [a-z]+)? (?:took in|brought in|earned|raised|made|takes in"
    r"|yielded) {t:e}(?=[.,;]|$| (?:in|on|from) )"
)
PACES = (_FOR_EVERY, _PACES, _PACE_ALONE)
"""How a sentence begins to tell a pace; one of them stands in each that does."""
SALES = (_SOLD, _TAKEN)
"""The same for what was sold."""


def for_every(passage: Passage, after: Passage | None) -> list[Outcome]:
    """3.40 for every 1,000: on 250,000 that comes to 850."""
    match = search(passage.masked, _FOR_EVERY)
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


def over_time(passage: Passage) -> list[Outcome]:
    """3.5 million a year for 20 years, 70 million in all; 90 km/h, or 25 m/s."""
    found = []
    for match in matches(passage.masked, _OVER_TIME, _TIME_AT):
        unit, time = int(match["u"]), int(match["t"])
        u, t = passage.mention(unit), passage.mention(time)
        if {u.form, t.form} - {Form.PLAIN}:
            continue
        amount = _accrued(u, t, match["per"])
        if amount is None:
            continue
        interval, dimension = amount
        totals = [
            slot
            for slot, item in enumerate(passage.items)
            if isinstance(item, Fact)
            and item.mention.dimension == dimension
            and slot not in (unit, time)
        ]
        named = [
            slot
            for slot in totals
            if slot
            in _products.named_total(passage, passage.mention(slot), but={unit, time})
        ]
        outcomes = [
            _products.told(
                (Place(passage, unit), Place(passage, time), Place(passage, slot)),
                interval,
                _point(u, t, match["per"]),
                Place(passage, slot),
                f"{_arithmetic.plain(passage, unit)}{match['per'] or ''} for"
                f" {_arithmetic.plain(passage, time)} is",
            )
            for slot in named
        ]
        found += _products.sure(outcomes)
    return found


def _point(u: Mention, t: Mention, per: str | None) -> Decimal | None:
    """Return what a rate comes to over a time, by the values as written."""
    if u.value is None or t.value is None:
        return None
    points = (Interval.point(u.value), Interval.point(t.value))
    amount = _accrued(replace(u, reading=points[0]), replace(t, reading=points[1]), per)
    return amount[0].low if amount else None


def _accrued(u: Mention, t: Mention, per: str | None) -> tuple[Interval, str] | None:
    """Return what a rate comes to over a time, in base units, and its dimension."""
    days = units.convert_interval(t.reading, t.unit, "day")
    if days is None:
        return None
    head, slash, period = u.unit.partition(" / ")
    if slash:
        # A flow is told in barrels a day, and comes to barrels.
        dimension = units.dimension(head) or u.dimension.partition("/")[0]
    elif per:
        period, head, dimension = per.split()[-1], u.unit, u.dimension
    else:
        return None
    length = units.convert(Decimal(1), period, "day")
    if not length:
        return None
    return _compare.convert(u.reading, head) * days.scale(1 / length), dimension


_FAR = Decimal(30)  # winds in kilometres an hour, and centimetres of rain


def flow(passage: Passage, before: Passage | None) -> list[Outcome]:
    """It moves 200 cubic metres an hour. Running for 24 hours, it moved 4,800."""
    masked = passage.masked
    match = search(masked, _RUNNING)
    if not match or masked.count("<t") != 1 or search(masked, _PAUSED):
        return []
    time = int(match["t"])
    t = passage.mention(time)
    sources = [passage]
    if before is not None and _products.neighbour(passage, before):
        sources.append(before)
    rates = [
        Place(source, slot)
        for source in sources
        for slot, item in enumerate(source.items)
        if isinstance(item, Fact)
        and item.mention.unit.partition(" / ")[2] in TIMES
        and item.mention.form is Form.PLAIN
    ]
    if len(rates) != 1 or t.form is not Form.PLAIN:
        return []
    u = rates[0].passage.mention(rates[0].slot)
    amount = _accrued(u, t, None)
    if amount is None:
        return []
    interval, _ = amount
    head = units.dimension(u.unit.partition(" / ")[0])
    totals = [
        slot
        for slot, item in enumerate(passage.items)
        if isinstance(item, Fact)
        and item.mention.dimension == head
        and head != "count"
        and slot != time
    ]
    if len(totals) != 1:
        return []
    total = Place(passage, totals[0])
    left, _, right = masked.partition(f"<{passage.kinds[total.slot]}{total.slot}>")
    told = pattern(_GONE).match(right) or pattern(_COMES_TO).search(left)
    most = pattern(_AT_MOST).search(rates[0].passage.masked)
    # "After three cuts in eight months it is 1,200": the rate itself has changed.
    first = [Place(passage, slot) for slot in range(time)]
    counts = any(
        passage.kinds[each.slot] in "cem"
        for each in first
        if each not in (total, rates[0])
    )
    changed = counts and not match.group().startswith(("running", "at "))
    size, written = _point(u, t, None), _products.nominal(total)
    far = not size or not written or not 1 / _FAR < size / written < _FAR
    if most or changed or far or (match.group().startswith("after") and not told):
        return []
    said = _arithmetic.plain(rates[0].passage, rates[0].slot)
    return [
        _products.told(
            (rates[0], Place(passage, time), total),
            interval,
            size,
            total,
            f"{said} for {_arithmetic.plain(passage, time)} is",
        )
    ]


def _lemmas(place: Place) -> set[str]:
    return _products.lemmas(place.passage.mention(place.slot))


def paces(passage: Passage) -> list[Outcome]:
    """Compare "250 a day, or 1,750 a week": a week may have five working days."""
    found = []
    masked = passage.masked
    told = matches(masked, _PACES)
    if not told:
        told = matches(masked, _PACE_ALONE)
        if len(told) > 1 or search(masked, _NO_PACE):
            return []
    for match in told:
        slots = int(match["a"]), int(match["b"])
        first, second = (passage.mention(slot) for slot in slots)
        times = (
            first.unit.partition(" / ")[2] or (match["p"] or ""),
            second.unit.partition(" / ")[2] or (match["q"] or ""),
        )
        band, inverse = _BANDS.get(times), _BANDS.get(times[::-1])
        if pattern(_WITH).match(masked[match.end("b") :]):
            continue
        heads = [m.unit.partition(" / ")[0].removeprefix("1") for m in (first, second)]
        if {first.form, second.form} - {Form.PLAIN} or not (band or inverse):
            continue
        if heads[0] != heads[1] and not (heads[1] == "" and second.counted is None):
            continue
        low, high, plain = band or inverse or (1, 1, 1)
        times_each = Interval(Decimal(low), Decimal(high))
        reading = passage.reading(slots[0])
        derived = reading * times_each if band else reading / times_each
        nominal = Decimal(plain) if band else 1 / Decimal(plain)
        right = None if first.value is None else first.value * nominal
        value = _arithmetic.fitting(right, second)
        fit = None
        if value is not None:
            fit = f"{_arithmetic.worth(value, passage, slots[1])}"
        discounted = second.dimension.startswith("currency:") and value is not None
        if discounted and search(masked, _NO_PACE):
            continue
        said = [
            _arithmetic.plain(passage, slot)
            + (
                ""
                if passage.mention(slot).surface.endswith(time)
                else f" {_every(time)}"
            )
            for slot, time in zip(slots, times, strict=True)
        ]
        each = "" if fit is None or fit.endswith(times[1]) else f" {_every(times[1])}"
        turned = "times" if band else "divided by"
        found.append(
            _arithmetic.settle(
                _products.LAW,
                [Place(passage, slot) for slot in slots],
                derived,
                _arithmetic.stated(passage, slots[1]),
                sum_text=f"{said[0]} {turned} {plain} is {fit}{each}",
                said_text=said[1],
                fit=fit,
                right=value,
                written=second.value,
            )
        )
    return found


def _every(time: str) -> str:
    return f"an {time}" if time == "hour" else f"a {time}"


def sold(passage: Passage, before: Passage | None) -> list[Outcome]:
    """A ticket costs 18; the 2,400 sold so far have brought in 43,200."""
    match = search(passage.masked, _SOLD)
    if match:
        places = [Place(passage, int(match[name])) for name in "unt"]
    else:
        taken = search(passage.masked, _TAKEN)
        if not taken or before is None or not _products.neighbour(passage, before):
            return []
        prices = [
            price
            for price in matches(before.masked, _PRICED)
            if price["noun"] in _lemmas(Place(passage, int(taken["n"])))
        ]
        if len(prices) != 1 or before.amounts > 1:
            return []
        places = [
            Place(before, int(prices[0]["u"])),
            *(Place(passage, int(taken[name])) for name in "nt"),
        ]
    unit, count, total = places
    mentions = [place.passage.mention(place.slot) for place in places]
    if {m.form for m in mentions} - {Form.PLAIN}:
        return []
    if mentions[0].unit != mentions[2].unit or not _products.whole(mentions[1]):
        return []
    each, many = _products.nominal(unit), _products.nominal(count)
    said = [place.said() for place in (count, unit)]
    return [
        _products.told(
            (unit, count, total),
            passage.reading(count.slot) * unit.passage.reading(unit.slot),
            each * many if each is not None and many is not None else None,
            total,
            f"{said[0]} times {said[1]} is",
        )
    ]
