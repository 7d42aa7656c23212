"""A rate times what it applies to must give the stated amount.

What it does:
    Multiplies where a text gives a number of things, an amount for each and the amount for
    all ("68 machines, each rated at 15 megawatts, 1,020 megawatts in all"); divides where it
    gives an amount, those who share it and the share of each ("4.6 people per household");
    applies a rate to a value ("6.20 for every 1,000"), and a rate over time ("3.5 million a
    year for 20 years").

Why it matters:
    "Per head" and "each" make large amounts clear, and make an error of one digit as large.

Example:
    "The 68 machines, each rated at 15 megawatts, have a total capacity of 1,200 megawatts."
    68 times 15 megawatts is 1,020.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck import units
from factcheck.checks import _arithmetic, _compare
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    PEOPLE,
    TOKEN,
    Passage,
    alike,
    in_table,
    passages,
    pattern,
)
from factcheck.model import (
    Cluster,
    DocumentFacts,
    Fact,
    Form,
    Interval,
    Mention,
    Outcome,
    Verdict,
)

LAW = "rate"

# An amount u that each of n things has.
_EACH = (
    (
        r"{n:c}(?P<noun>(?: [a-z'-]+){1,4}),? (?:and |with |which |that |who )?(?:[a-z]+ ){0,3}?"
        r"each(?: [a-z'-]+){0,6}? (?:a |an |some |about )?{u:cemtr}"
    ),
    (
        r"{n:c}(?P<noun>(?: [a-z'-]+){1,6}?),? (?:with|of|at|for|holding|costing|carrying|seating"
        r"|worth|priced at|paid|rated at|producing|taking|earning|weighing|measuring|had|have"
        r"|got|get|received?|gave|exchanged|cost|holds?|carr(?:y|ies)|seats?|at a cost of"
        r"|at a price of) (?:up to |some |about )?{u:cemtr}(?: [a-z'-]+){0,4}? ?\(?"
        r"(?:each|apiece|a piece|per (?:unit|item|piece))\b"
    ),
    (
        r"{n:c} (?P<noun>teams|groups|crews|squads|packs|boxes|crates|batches|lots|classes|units"
        r"|instalments|installments|tranches|pairs|rows|shifts|stages|payments) of {u:cemtr}"
    ),
    (
        r"{u:cemt} (?:to|for|from) each of (?:the |its |their |some |about )?{n:c}"
        r"(?P<noun>(?: [a-z'-]+){1,3})"
    ),
)
_TOTAL = (
    r"(?:\b(?:a |the |its |their |an? |for a |giving a |with a )?(?:total|combined|overall"
    r"|joint|aggregate|installed)(?: [a-z]+){0,4}?(?: of| is| was|:| at| to)"
    r"(?: (?:about|some|just))?"
    r"|\b(?:in all|in total|altogether|come(?:s)? to|came to|add(?:s|ed|ing)? up to|making"
    r"|makes|made|or|totalling|totaling|which is|that is|equals|works out at|works out to"
    r"|for)(?: (?:about|some|just|a))?) $"
)
_TOTAL_RIGHT = (
    r"^(?:-[a-z]+)?(?: [a-z'-]+){0,4}? (?:in all|in total|altogether|all told|combined"
    r"|overall)\b"
)
# An amount u for every one of a kind.
_PER = (
    r"{u:cemtr}(?: [a-z'-]+){0,2}?(?: per|for each|for every|a|to each|to every)"
    r" (?P<noun>head|person|capita|[a-z]+)\b"
)
_PER_UNIT = r"{u:r}"
_EVERY = (
    r"\b(?:every one|each one|each|every single one) of (?:[a-z'-]+ ){0,4}?{n:c}"
    r"(?P<noun>(?: [a-z'-]+){1,3}?)[^<;]{0,60}?{u:emc}"
)
_SPREAD = (
    r"\b(?:spread|divided|shared|split|works? out|comes to|amounts? to|per head|averaged"
    r"|distributed|equivalent)\b"
)
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
_RATES = r"{a:r}(?:,| \(| -) ?(?:or |that is |which is |equal to |equivalent to ){b:r}"
_HEADS = frozenset({"head", "person", "capita"})
_RUNNING = (
    r"\b(?:running for|at (?:that|this) (?:rate|pace|speed),? (?:for|in|over)|for a full"
    r"|over|within|in the course of|in)(?: [a-z]+)? {t:t}"
)
_PER_MANY = r"{u:c} (?:[a-z]+ ){0,2}?(?:per|for every|in every|in) {b:c}"
_BASES = frozenset({1000, 10_000, 100_000, 1_000_000})
_RESIDENTS = frozenset({"inhabitant", "resident", "person", "people", "citizen"})
_PLACES = frozenset({"seat", "place", "bed", "bunk", "berth"})
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "time"})
_NO = r"\b(?:up to|between|average|on average|first|another|extra|other|remaining|including)\b"
_MOST_TOTALS = 1


def check(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],  # noqa: ARG001  every law is called alike
) -> Iterator[Outcome]:
    """Yield whether each rate gives the amount that is stated."""
    for group in passages(documents):
        for at, passage in enumerate(group):
            if in_table(passage) or len(passage.items) < 2:  # noqa: PLR2004  a rate needs two
                continue
            after = group[at + 1] if at + 1 < len(group) else None
            before = group[at - 1] if at else None
            yield from _first(
                [
                    *_each(passage, after),
                    *_per(passage, before),
                    *_every(passage, before, after),
                    *_for_every(passage, after),
                    *_over_time(passage),
                    *_flow(passage, before),
                    *_density(passage, before),
                ]
            )


def _first(found: Sequence[Outcome]) -> list[Outcome]:
    right = [each for each in found if each.verdict is Verdict.AGREE]
    return right or list(found[:1])


def _neighbour(passage: Passage, other: Passage | None) -> bool:
    return (
        other is not None
        and abs(other.index - passage.index) == 1
        and other.block == passage.block
    )


def _amounts(passage: Passage, like: Mention) -> list[tuple[int, re.Match[str]]]:
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


def _named_total(passage: Passage, like: Mention, *, but: set[int]) -> list[int]:
    """Return the amounts that a passage calls a total."""
    masked = passage.masked
    return [
        slot
        for slot, match in _amounts(passage, like)
        if slot not in but
        and (alike(passage.mention(slot), like) or _seats(like, passage.mention(slot)))
        and (
            pattern(_TOTAL).search(masked[: match.start()])
            or pattern(_TOTAL_RIGHT).match(masked[match.end() :])
        )
    ]


def _seats(unit: Mention, total: Mention) -> bool:
    """Return whether places for people are added up as people."""
    return bool(_lemmas(unit) & _PLACES and _lemmas(total) & PEOPLE)


def _each(passage: Passage, after: Passage | None) -> list[Outcome]:
    """68 machines, each rated at 15 megawatts, a total of 1,020."""
    found = []
    for source in _EACH:
        for match in pattern(source).finditer(passage.masked):
            count, unit = int(match["n"]), int(match["u"])
            n, u = passage.mention(count), passage.mention(unit)
            if n.form is not Form.PLAIN or u.form is not Form.PLAIN or not _whole(n):
                continue
            totals = [
                Place(passage, slot)
                for slot in _named_total(passage, u, but={count, unit})
            ]
            if not totals and after is not None and _neighbour(passage, after):
                totals = [
                    Place(after, slot) for slot in _named_total(after, u, but=set())
                ]
            outcomes = [
                _product(Place(passage, count), Place(passage, unit), total)
                for total in totals
            ]
            found += _sure(outcomes)
    return found


def _whole(mention: Mention) -> bool:
    return (
        mention.value is not None and mention.value == mention.value.to_integral_value()
    )


def _sure(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Keep what agrees, or the one that does not."""
    right = [each for each in outcomes if each.verdict is Verdict.AGREE]
    if right:
        return right[:1]
    return list(outcomes) if len(outcomes) == _MOST_TOTALS else []


def _product(count: Place, unit: Place, total: Place) -> Outcome:
    u = unit.passage.mention(unit.slot)
    derived = count.passage.reading(count.slot) * _compare.convert(
        unit.passage.reading(unit.slot), u.unit
    )
    said = [_arithmetic.plain(p.passage, p.slot) for p in (count, unit)]
    each, many = _nominal(unit), _nominal(count)
    right = each * many if each is not None and many is not None else None
    return _told(
        (count, unit, total), derived, right, total, f"{said[0]} times {said[1]} is"
    )


def _quotient(whole: Place, count: Place, unit: Place) -> Outcome:
    w = whole.passage.mention(whole.slot)
    derived = _compare.convert(whole.passage.reading(whole.slot), w.unit)
    derived /= count.passage.reading(count.slot)
    said = [_arithmetic.plain(p.passage, p.slot) for p in (whole, count)]
    amount, many = _nominal(whole), _nominal(count)
    right = amount / many if amount is not None and many else None
    return _told(
        (whole, count, unit), derived, right, unit, f"{said[0]} divided by {said[1]} is"
    )


def _told(
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
        value = _arithmetic.fitting(_back(right, stated.unit), stated)
    fit = None if value is None else _arithmetic.worth(value, place.passage, place.slot)
    mentions = [p.passage.mention(p.slot) for p in places]
    return _arithmetic.settle(
        LAW,
        places,
        derived,
        _compare.convert(_arithmetic.stated(place.passage, place.slot), stated.unit),
        sum_text=f"{said} {fit or _compare.reading(derived)}",
        said_text=_arithmetic.said(place.passage, place.slot),
        fit=fit,
        exact=_arithmetic.is_exact(*mentions),
        right=value,
        written=stated.value,
    )


def _back(value: Decimal, unit: str) -> Decimal:
    """Return a value in base units in a unit again."""
    return value / _compare.base_value(Decimal(1), unit)


def _nominal(place: Place) -> Decimal | None:
    """Return a value as written, in base units."""
    mention = place.passage.mention(place.slot)
    if mention.value is None:
        return None
    return _compare.base_value(mention.value, mention.unit)


def _lemmas(mention: Mention) -> set[str]:
    if mention.counted is None:
        return set()
    return {mention.counted.lemma, mention.counted.head.lower()}


def _per(passage: Passage, before: Passage | None) -> list[Outcome]:
    """86,400 people in 18,800 households, or 4.6 people per household."""
    found = []
    masked = passage.masked
    for match in [
        *pattern(_PER).finditer(masked),
        *pattern(_PER_UNIT).finditer(masked),
    ]:
        unit = int(match["u"])
        u = passage.mention(unit)
        head, _, noun = u.unit.partition(" / ")
        noun = match.groupdict().get("noun") or noun
        if not noun or noun in _TIMES:
            continue
        sources = [passage]
        if before is not None and _neighbour(passage, before):
            sources.append(before)
        counts = [
            Place(source, slot)
            for source in sources
            for slot, item in enumerate(source.items)
            if isinstance(item, Fact)
            and item.mention.dimension == "count"
            and item.mention.form is Form.PLAIN
            and not (source is passage and slot == unit)
            and _counts(item.mention, noun)
        ]
        if len(counts) == 1:
            like = replace(u, unit=head, dimension=u.dimension.partition("/")[0])
            outcomes = _shared(passage, counts[0], unit, like)
            right = [each for each in outcomes if each.verdict is Verdict.AGREE]
            if right or pattern(_SO).search(masked[: match.start()]):
                found += _sure(outcomes)
    return found


_SO = r"(?:, or|\(|, about|that is|which is|, i\.e\.| -)(?: [a-z]+){0,3} ?$"


def _shared(passage: Passage, count: Place, unit: int, like: Mention) -> list[Outcome]:
    """Divide each amount that may be meant by those who share it."""
    return [
        _quotient(Place(passage, slot), count, Place(passage, unit))
        for slot, _ in _amounts(passage, like)
        if slot < unit
        and not (count.passage is passage and slot == count.slot)
        and _same_noun(like, passage.mention(slot))
        and _exceeds(passage.mention(slot), like)
    ]


def _counts(mention: Mention, noun: str) -> bool:
    lemmas = _lemmas(mention)
    if noun in _HEADS:
        return bool(lemmas & PEOPLE)
    return noun in lemmas


def _same_noun(a: Mention, b: Mention) -> bool:
    if a.dimension != "count":
        return True
    return not a.counted or not b.counted or bool(_lemmas(a) & _lemmas(b))


def _exceeds(whole: Mention, part: Mention) -> bool:
    if whole.value is None or part.value is None:
        return False
    return _compare.base_value(whole.value, whole.unit) > _compare.base_value(
        part.value, part.unit
    )


def _every(
    passage: Passage, before: Passage | None, after: Passage | None
) -> list[Outcome]:
    """Every one of the 182,000 residents owes 3,500; that is 637 million, spread."""
    match = pattern(_EVERY).search(passage.masked)
    if not match:
        return []
    count, unit = int(match["n"]), int(match["u"])
    u = passage.mention(unit)
    if passage.mention(count).form is not Form.PLAIN or u.form is not Form.PLAIN:
        return []
    for source in (passage, after, before):
        if source is None or (
            source is not passage and not _neighbour(passage, source)
        ):
            continue
        outcomes = [
            _quotient(Place(source, slot), Place(passage, count), Place(passage, unit))
            for slot, _ in _amounts(source, u)
            if not (source is passage and slot in (count, unit))
            and _exceeds(source.mention(slot), u)
        ]
        right = [each for each in outcomes if each.verdict is Verdict.AGREE]
        if right or pattern(_SPREAD).search(source.masked):
            return _sure(outcomes)
    return []


def _for_every(passage: Passage, after: Passage | None) -> list[Outcome]:
    """6.20 for every 1,000: on 300,000 that comes to 1,860."""
    match = pattern(_FOR_EVERY).search(passage.masked)
    if not match:
        return []
    unit, base = int(match["u"]), int(match["b"])
    sources = [passage]
    if after is not None and _neighbour(passage, after):
        sources.append(after)
    for source in sources:
        worth = pattern(_WORTH).search(source.masked)
        bills = list(pattern(_BILL).finditer(source.masked))
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
    u, b, v, _ = mentions
    if len({m.dimension.partition("/")[0] for m in mentions}) > 1 or b.value is None:
        return []
    # The base is a measure of the rate ("for every 1,000"), so it is exact; the value is
    # an example that the text makes up.
    size = _compare.base_value(b.value, b.unit)
    amount = v.value if v.value is not None else None
    if amount is None or not size:
        return []
    times = _compare.base_value(amount, v.unit) / size
    derived = _compare.convert(unit.passage.reading(unit.slot), u.unit).scale(times)
    said = [_arithmetic.plain(p.passage, p.slot) for p in (unit, base, value)]
    return [
        _told(
            (unit, base, value, bill),
            derived,
            _compare.base_value(u.value, u.unit) * times
            if u.value is not None
            else None,
            bill,
            f"{said[0]} for every {said[1]} on {said[2]} is",
        )
    ]


def _over_time(passage: Passage) -> list[Outcome]:
    """3.5 million a year for 20 years, 70 million in all; 90 km/h, or 25 m/s."""
    found = []
    for match in pattern(_OVER_TIME).finditer(passage.masked):
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
            if slot in _named_total(passage, passage.mention(slot), but={unit, time})
        ]
        outcomes = [
            _told(
                (Place(passage, unit), Place(passage, time), Place(passage, slot)),
                interval,
                _point(u, t, match["per"]),
                Place(passage, slot),
                f"{_arithmetic.plain(passage, unit)}{match['per'] or ''} for"
                f" {_arithmetic.plain(passage, time)} is",
            )
            for slot in named
        ]
        found += _sure(outcomes)
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
        dimension = u.dimension.partition("/")[0]
    elif per:
        period, head, dimension = per.split()[-1], u.unit, u.dimension
    else:
        return None
    length = units.convert(Decimal(1), period, "day")
    if not length:
        return None
    return _compare.convert(u.reading, head) * days.scale(1 / length), dimension


def _flow(passage: Passage, before: Passage | None) -> list[Outcome]:
    """It moves 200 cubic metres an hour. Running for 24 hours, it moved 4,800."""
    masked = passage.masked
    match = pattern(_RUNNING).search(masked)
    if not match or masked.count("<t") != 1:
        return []
    time = int(match["t"])
    t = passage.mention(time)
    sources = [passage]
    if before is not None and _neighbour(passage, before):
        sources.append(before)
    rates = [
        Place(source, slot)
        for source in sources
        for slot, item in enumerate(source.items)
        if isinstance(item, Fact)
        and item.mention.unit.partition(" / ")[2] in _TIMES
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
    said = _arithmetic.plain(rates[0].passage, rates[0].slot)
    return [
        _told(
            (rates[0], Place(passage, time), total),
            interval,
            _point(u, t, None),
            total,
            f"{said} for {_arithmetic.plain(passage, time)} is",
        )
    ]


def _density(passage: Passage, before: Passage | None) -> list[Outcome]:
    """41 killings among 620,000 people: 6.6 per 100,000."""
    match = pattern(_PER_MANY).search(passage.masked)
    if not match:
        return []
    rate, base = int(match["u"]), int(match["b"])
    b = passage.mention(base)
    if b.value is None or b.value not in _BASES:
        return []
    sources = [passage]
    if before is not None and _neighbour(passage, before):
        sources.insert(0, before)
    counts = [
        Place(source, slot)
        for source in sources
        for slot, item in enumerate(source.items)
        if isinstance(item, Fact)
        and item.mention.dimension == "count"
        and item.mention.form is Form.PLAIN
        and not (source is passage and slot >= rate)
        and _whole(item.mention)
    ]
    wholes = [p for p in counts if _lemmas(p.passage.mention(p.slot)) & _RESIDENTS]
    if len(wholes) != 1:
        return []
    return _sure(
        [
            _per_many(part, wholes[0], Place(passage, rate), Place(passage, base))
            for part in counts
            if part != wholes[0]
            and not _lemmas(part.passage.mention(part.slot)) & PEOPLE
        ]
    )


def _per_many(part: Place, whole: Place, rate: Place, base: Place) -> Outcome:
    many = base.passage.mention(base.slot).value or Decimal(1)
    derived = (
        part.passage.reading(part.slot) / whole.passage.reading(whole.slot)
    ).scale(many)
    a, w = _nominal(part), _nominal(whole)
    said = [_arithmetic.plain(p.passage, p.slot) for p in (part, whole, base)]
    return _told(
        (part, whole, rate),
        derived,
        a / w * many if a is not None and w else None,
        rate,
        f"{said[0]} in {said[1]} per {said[2]} is",
    )
