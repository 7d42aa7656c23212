"""A rate times what it applies to must give the stated amount.

What it does:
    Multiplies where a text gives a number of things, an amount for each and the amount for
    all ("54 pumps, each rated at 12 megawatts, 648 megawatts in all"); divides where it
    gives an amount, those who share it and the share of each ("2.3 people per household");
    applies a rate to a value ("3.40 for every 1,000"), and a rate over time ("3.5 million a
    year for 20 years").

Why it matters:
    "Per head" and "each" make large amounts clear, and make an error of one digit as large.

Example:
    "The 54 pumps, each rated at 12 megawatts, have a total capacity of 864 megawatts."
    54 times 12 megawatts is 648.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck import units
from factcheck.checks import (
    _arithmetic,
    _balance,
    _compare,
    _density,
    _earnings,
    _grids,
    _pace,
    _products,
    _unit_rates,
)
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    PEOPLE,
    Passage,
    hint,
    matches,
    passages,
    pattern,
    search,
)
from factcheck.checks._products import TIMES
from factcheck.model import (
    Cluster,
    DocumentFacts,
    Fact,
    Form,
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
        r"{n:c}(?P<noun>(?: [a-z'-]+){1,3}?),? (?:(?:that|which|who) [a-z]+|[a-z]{2,}ing)"
        r" (?:up to |some |about )?{u:cemtr}(?: [a-z'-]+){0,3}? each\b"
    ),
    (
        r"{n:c}(?P<noun>(?: [a-z'-]+){1,4}?),? (?:an average of|at an average (?:of|[a-z]+ of)) {u:em}"
    ),
    (
        r"{n:c}(?P<noun>(?: [a-z'-]+){1,6}?),? (?:with|of|at|for|holding|costing|carrying|seating"
        r"|worth|priced at|paid|rated at|producing|taking|earning|weighing|measuring|had|have"
        r"|got|get|received?|gave|exchanged|cost|holds?|carr(?:y|ies)|seats?|at a cost of"
        r"|at a price of) (?:up to |some |about )?{u:cemtr}(?: [a-z'-]+){0,4}? ?\(?"
        r"(?:each|apiece|a piece|per (?:unit|item|piece))\b"
    ),
    # 600 days, eight hours on each
    (
        r"{n:ct}(?P<noun>(?: [a-z'-]+){0,6}?),? (?:and |with |at )?{u:cemt}(?: [a-z'-]+){0,2}?"
        r" (?:on|for|in|at|to|from) each\b(?! of)"
    ),
    (
        r"{n:c} (?P<noun>teams|groups|crews|squads|packs|boxes|crates|batches|lots|classes|units"
        r"|instalments|installments|pallets|containers|trays|bags|baskets|bundles|cases|cartons"
        r"|wagons|rounds|tranches|pairs|rows|shifts|stages|payments) of {u:cemtr}"
    ),
    (
        r"\beach of (?:the |its |their |our |these |those )?{n:c}(?P<noun>(?: [a-z'-]+){1,3}?)"
        r"(?: [a-z'-]+){1,4}? (?:a |an |some |about )?{u:cemt}"
    ),
    (
        r"{u:cemt} (?:went |goes |was paid |is paid |paid )?(?:to|for|from) each of (?:the |its |their |some |about )?{n:c}"
        r"(?P<noun>(?: [a-z'-]+){1,3})"
    ),
)
# Verbs behind "each", of those that do not end as verbs do.
_DOES = frozenset((
    "will", "would", "can", "could", "may", "might", "must", "should", "had", "got", "gave", "took", "cost", "held",
    "sold", "paid", "made", "brought", "drew", "fetched", "of", "with", "at", "about", "now", "then", "one", "ate", "ran", "set",
))  # fmt: skip
_SUFFICES = (
    r"{m:me}(?: (?:a|per) year)?,? (?:which is |that is |which would be )?(?:enough|sufficient)"
    r"(?: [a-z]+)? (?:for|to (?:supply|power|feed|heat|serve|meet)(?: [a-z]+){0,4}?)"
    r"(?: (?:about|some|the|around))?[ ~]*$"
)
# An amount u for every one of a kind.
_PER = (
    r"{u:cemtr}(?: [a-z'-]+){0,2}?(?: per|for each|for every|to each|to every)"
    r" (?P<noun>head|person|capita|[a-z]+)\b"
)
# The things stand in the sentence before: "Each costs 310,000."
_EACH_ALONE = (
    r"(?:^|, |; )(?:and |but )?each(?P<noun> [a-z]+)?(?: of (?:them|these|those))?"
    r"(?: [a-z'-]+){1,4}? (?:a |an |some |about |up to )?{u:cemt}"
)
# "40 of his 100 cows for 1,200 each" is about the 40.
_PART_OF = r"<c\d+> (?:out )?of (?:the|his|her|its|their|our|all)(?: [a-z]+)? ?$"
# "400 old lamps and another 250 at six dollars each": a total may be that of both.
_ADDED = r"<c\d+>.*\band(?: [a-z]+){0,6}?(?P<more> (?:another|an? further|an additional))? ?$"
_MORE = (" more", " further", " additional", " extra", " other")
_WORKS_OUT = (
    r"\b(?:works? out (?:at|to)|comes to|amounts to|that is|meaning)(?: [a-z]+)? ?$"
)
_PER_UNIT = r"{u:r}"
_EVERY = (
    r"\b(?:every one|each one|each|every single one) of (?:[a-z'-]+ ){0,4}?{n:c}"
    r"(?P<noun>(?: [a-z'-]+){1,3}?)[^<;]{0,60}?{u:emc}"
)
_SHARED_OUT = (
    r"{t:em}[^<;]{0,40}\b(?:shared|divided|split)\b[^<;]{0,30}?(?:by|among|between) (?:the )?"
    r"{n:c} [^<;]{0,40}?{u:em} (?:each|apiece)\b"
)
# 30 trams for 96 million, 3.2 million each; 14 million went to seven winners, who get 2 million each.
_APIECE = (
    (
        r"{n:c}(?: [a-z'-]+){1,4}? (?:for|at a cost of|at a price of|costing|worth) {t:em}(?: in all| in total)?,"
        r" (?:or |that is |about |i\.e\. )*{u:cem}(?: [a-z]+)? (?:each|apiece|a piece)\b"
    ),
    (
        r"{t:em}(?: [a-z'-]+){0,4} (?:to|by|among|between) (?:the |its )?{n:c}(?: [a-z'-]+){1,3}?,? (?:who |which |or )?"
        r"(?:will |would )?(?:get |receive |got |received |have |pay )?{u:cem} (?:each|apiece)\b"
    ),
)
_SPREAD = (
    r"\b(?:spread|divided|shared|split|works? out|comes to|amounts? to|per head|averaged"
    r"|distributed|equivalent)\b"
)
_HEADS = frozenset({"head", "person", "capita", "inhabitant", "resident", "citizen"})
# Between a total and the things that an amount is given for: it is for others too.
_OTHERS = r"\b(?:plus|and|while|but)\b|; the "
# What a sentence says that shares an amount out, gives it for each, tells a rate, or sales.
_SHARED = hint("shared", "divided", "split", sources=(_SHARED_OUT,))
_EACHES = hint(
    "each", "apiece", "a piece", "every ", "per unit", "per item", "average ", "> of <", "s of <", "es of <",
    sources=(*_EACH, _EACH_ALONE, _EVERY, *_APIECE),
)  # fmt: skip
_RATED = hint(
    "<r", " per ", "for each", "for every", "to each", "to every", " a head", " a person",
    "in every", "on every", "of every", ", or ", " a day", " a week", " a month", " a year", " an hour",
    sources=(_PER, _PER_UNIT, *_pace.PACES),
)  # fmt: skip
_SUCH = hint("> such", "> eligible", "> qualifying", "> of th")
_SOLD = hint(
    "brought in", "took in", "taken in", "raised", "earned", "yielded", "fetched", "made",
    sources=_pace.SALES,
)  # fmt: skip


def check(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],  # noqa: ARG001  every law is called alike
) -> Iterator[Outcome]:
    """Yield whether each rate gives the amount that is stated."""
    yield from _grids.told(documents, LAW)
    for group in passages(documents):
        for at, passage in enumerate(group):
            if not passage.amounts or passage.in_table:
                continue
            after = group[at + 1] if at + 1 < len(group) else None
            before = group[at - 1] if at else None
            found = _found(passage, before, after) if len(passage.items) > 1 else []
            found += _balance.told(group, at)
            if "r" in passage.kinds and "m" in passage.kinds:
                found += _density.crowding(group, at)
            yield from _products.first(found)


def _found(
    passage: Passage, before: Passage | None, after: Passage | None
) -> list[Outcome]:
    found = []
    if passage.says(_SHARED):
        found += _shared_out(passage)
    if passage.says(_EACHES):
        found += _each(passage, after)
        found += _each_of_them(passage, before, after)
        found += _every(passage, before, after)
        found += _apiece(passage)
    if passage.says(_RATED):
        found += _per(passage, before)
        found += _pace.for_every(passage, after)
        found += _pace.paces(passage)
    # "200 euros a hectare, for 12 of them": a count there is what the rate is for.
    if "m" in passage.kinds or ("r" in passage.kinds and "c" not in passage.kinds):
        found += _unit_rates.multiplied(passage, before)
    if "t" in passage.kinds:
        found += _pace.over_time(passage)
        found += _pace.flow(passage, before)
    if "f" in passage.kinds:
        found += _density.density(passage, before)
    if passage.says(_SUCH):
        found += _density.granted(passage, before)
    if passage.amounts > 1 and passage.says(_earnings.HINTS):
        found += _earnings.told(passage, before)
    if passage.says(_SOLD):
        found += _pace.sold(passage, before)
    return found


def _each(passage: Passage, after: Passage | None) -> list[Outcome]:
    """54 pumps, each rated at 12 megawatts, a total of 648."""
    found = []
    for match in matches(passage.masked, *_EACH):
        count, unit = int(match["n"]), int(match["u"])
        n, u = passage.mention(count), passage.mention(unit)
        before = passage.masked[: match.start("n") - 3]
        if pattern(_PART_OF).search(before) or _is_added(before, match["noun"]):
            continue
        if (
            n.form is not Form.PLAIN
            or u.form is not Form.PLAIN
            or not _products.whole(n)
        ):
            continue
        totals = [
            Place(passage, slot)
            for like in _likes(u)
            for slot in _products.named_total(passage, like, but={count, unit})
            if _one_story(passage, match, slot)
        ] or [Place(passage, slot) for slot in _enough(passage, u, before)]
        if not totals and after is not None and _products.neighbour(passage, after):
            totals = [
                Place(after, slot)
                for slot in _products.named_total(after, u, but=set())
            ]
        said = passage.masked[: match.start("u") - 3]
        if not totals and pattern(_WORKS_OUT).search(said):
            totals = [
                Place(passage, slot)
                for slot, _ in _products.amounts(passage, u)
                if slot != unit
            ]
        outcomes = [
            _product(Place(passage, count), Place(passage, unit), total)
            for total in totals
        ]
        found += _products.sure(outcomes)
    return found


def _is_added(before: str, noun: str) -> bool:
    """Return whether things with a price come on top of others in the same sentence."""
    found = pattern(_ADDED).search(before)
    return bool(found and (found["more"] or noun.startswith(_MORE)))


def _enough(passage: Passage, like: Mention, before: str) -> list[int]:
    """Return the amount that is said to be enough for so many: "290 GWh, enough for"."""
    match = search(before, _SUFFICES)
    if not match or not passage.mention(int(match["m"])).unit:
        return []
    slot = int(match["m"])
    same = passage.mention(slot).dimension == like.dimension
    return [slot] if same else []


def _likes(u: Mention) -> list[Mention]:
    """Return what a total may be like: 28 litres a day from each come to litres, all told."""
    head, slash, time = u.unit.partition(" / ")
    if not slash or time not in TIMES:
        return [u]
    return [u, replace(u, unit=head, dimension=units.dimension(head) or u.dimension)]


def _one_story(passage: Passage, match: re.Match[str], slot: int) -> bool:
    """Return whether a total is that of the things that an amount is given for."""
    masked = passage.masked
    at = masked.index(f"<{passage.kinds[slot]}{slot}>")
    if at < match.start():
        return not pattern(_OTHERS).search(masked[at : match.start("n")])
    if "average" in match.group() and masked[:at].endswith(("cost ", "costs ")):
        return False
    return "; the " not in masked[match.end("u") : at]


def _each_of_them(
    passage: Passage, before: Passage | None, after: Passage | None
) -> list[Outcome]:
    """The city bought 24 buses. Each cost 310,000, or 7.44 million in all."""
    match = search(passage.masked, _EACH_ALONE)
    if not match or before is None or not _products.neighbour(passage, before):
        return []
    unit = int(match["u"])
    u = passage.mention(unit)
    counts = [
        Place(before, slot)
        for slot, item in enumerate(before.items)
        if isinstance(item, Fact)
        and item.mention.dimension == "count"
        and item.mention.form is Form.PLAIN
        and item.mention.counted is not None
        and _products.whole(item.mention)
    ]
    noun = (match["noun"] or "").strip()
    named = [c for c in counts if noun in _products.lemmas(before.mention(c.slot))]
    if named or _names_another(noun):
        counts = named
    if len(counts) != 1 or u.form is not Form.PLAIN:
        return []
    totals = [
        Place(source, slot)
        for source in (passage, after, before)
        if source is not None
        and (source is passage or _products.neighbour(passage, source))
        for slot in _products.named_total(source, u, but=set())
        if not (source is passage and slot == unit)
        and not (source is before and slot == counts[0].slot)
    ]
    return _products.sure(
        [_product(counts[0], Place(passage, unit), total) for total in totals]
    )


def _names_another(noun: str) -> bool:
    """Return whether the word behind "each" is what has the amount: "each day", "each visitor"."""
    return bool(noun) and noun not in _DOES and not noun.endswith(("s", "ed"))


def _product(count: Place, unit: Place, total: Place) -> Outcome:
    u = unit.passage.mention(unit.slot)
    t = total.passage.mention(total.slot)
    # "28 litres a day each, 3,360 litres in all": both are for a day.
    timed = "/" in u.unit and "/" not in t.unit
    name = u.unit.partition(" / ")[0] if timed else u.unit
    derived = count.passage.reading(count.slot) * _compare.convert(
        unit.passage.reading(unit.slot), name
    )
    said = [_arithmetic.plain(p.passage, p.slot) for p in (count, unit)]
    each = None if u.value is None else _compare.base_value(u.value, name)
    many = count.passage.mention(count.slot).value
    right = each * many if each is not None and many is not None else None
    return _products.told(
        (count, unit, total), derived, right, total, f"{said[0]} times {said[1]} is"
    )


def _quotient(whole: Place, count: Place, unit: Place) -> Outcome:
    w = whole.passage.mention(whole.slot)
    derived = _compare.convert(whole.passage.reading(whole.slot), w.unit)
    derived /= count.passage.reading(count.slot)
    said = [_arithmetic.plain(p.passage, p.slot) for p in (whole, count)]
    amount, many = _products.nominal(whole), _products.nominal(count)
    right = amount / many if amount is not None and many else None
    return _products.told(
        (whole, count, unit), derived, right, unit, f"{said[0]} divided by {said[1]} is"
    )


def _per(passage: Passage, before: Passage | None) -> list[Outcome]:
    """9,660 people in 4,200 households, or 2.3 people per household."""
    found = []
    masked = passage.masked
    for match in matches(masked, _PER, _PER_UNIT):
        unit = int(match["u"])
        u = passage.mention(unit)
        head, _, noun = u.unit.partition(" / ")
        noun = match.groupdict().get("noun") or noun
        if not noun or noun in TIMES:
            continue
        sources = [passage]
        if before is not None and _products.neighbour(passage, before):
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
            and not re.fullmatch("(?:19|20)\\d\\d", item.mention.surface.split()[0])
        ]
        if len(counts) == 1:
            like = replace(u, unit=head, dimension=u.dimension.partition("/")[0])
            outcomes = _shared(passage, counts[0], unit, like)
            right = [each for each in outcomes if each.verdict is Verdict.AGREE]
            if right or pattern(_SO).search(masked[: match.start()]):
                found += _products.sure(outcomes)
    return found


_SO = r"(?:, or|:|, an average of|, a density of|\(|, about|that is|which is|, i\.e\.| -)(?: [a-z]+){0,3} ?$"


def _shared(passage: Passage, count: Place, unit: int, like: Mention) -> list[Outcome]:
    """Divide each amount that may be meant by those who share it."""
    return [
        _quotient(Place(passage, slot), count, Place(passage, unit))
        for slot, _ in _products.amounts(passage, like)
        if slot < unit
        and not (count.passage is passage and slot == count.slot)
        and _same_noun(like, passage.mention(slot))
        and _products.exceeds(passage.mention(slot), like)
    ]


def _counts(mention: Mention, noun: str) -> bool:
    lemmas = _products.lemmas(mention)
    if noun in _HEADS:
        return bool(lemmas & PEOPLE)
    return noun in lemmas


def _same_noun(a: Mention, b: Mention) -> bool:
    if a.dimension != "count":
        return True
    return (
        not a.counted
        or not b.counted
        or bool(_products.lemmas(a) & _products.lemmas(b))
    )


def _shared_out(passage: Passage) -> list[Outcome]:
    """900,000 is shared by six winners, who get 150,000 each."""
    match = search(passage.masked, _SHARED_OUT)
    if not match:
        return []
    whole, count, unit = (Place(passage, int(match[name])) for name in "tnu")
    mentions = [passage.mention(p.slot) for p in (whole, count, unit)]
    if {m.form for m in mentions} - {Form.PLAIN} or mentions[0].unit != mentions[
        2
    ].unit:
        return []
    return [_quotient(whole, count, unit)]


def _apiece(passage: Passage) -> list[Outcome]:
    """30 trams for 96 million, or 3.2 million each."""
    for source in _APIECE:
        match = search(passage.masked, source)
        if not match:
            continue
        whole, count, unit = (Place(passage, int(match[name])) for name in "tnu")
        t, n, u = (passage.mention(p.slot) for p in (whole, count, unit))
        bare = (
            u.dimension == "count"
            and u.counted is None
            and passage.kinds[whole.slot] == "e"
        )
        if {t.form, n.form, u.form} - {Form.PLAIN} or not (bare or t.unit == u.unit):
            continue
        if _products.whole(n) and n.counted is not None:
            return [_quotient(whole, count, unit)]
    return []


def _every(
    passage: Passage, before: Passage | None, after: Passage | None
) -> list[Outcome]:
    """Every one of the 48,000 residents owes 4,500; that is 216 million, shared."""
    match = search(passage.masked, _EVERY)
    if not match:
        return []
    count, unit = int(match["n"]), int(match["u"])
    u = passage.mention(unit)
    if passage.mention(count).form is not Form.PLAIN or u.form is not Form.PLAIN:
        return []
    for source in (passage, after, before):
        if source is None or (
            source is not passage and not _products.neighbour(passage, source)
        ):
            continue
        outcomes = [
            _quotient(Place(source, slot), Place(passage, count), Place(passage, unit))
            for slot, _ in _products.amounts(source, u)
            if not (source is passage and slot in (count, unit))
            and _products.exceeds(source.mention(slot), u)
        ]
        right = [each for each in outcomes if each.verdict is Verdict.AGREE]
        if right or search(source.masked, _SPREAD):
            return _products.sure(outcomes)
    return []
