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
    _pace,
    _products,
    _rate_evidence,
)
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    Passage,
    finds,
    hint,
    is_bare,
    matches,
    passages,
    pattern,
    search,
)
from factcheck.checks._evidence import stories
from factcheck.checks._products import TIMES
from factcheck.model import (
    Cluster,
    DocumentFacts,
    Fact,
    Form,
    Mention,
    Outcome,
    Part,
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
        r"|got|get|received?|gave|exchanged|cost|holds?|carr(?:y|ies)|seats?|[a-z]{3,}ed|laid|grew|made|sent"
        r"|wrote|built|bought|sold|drove|ran|ate|drank|spent|lost|won|took|at a cost of"
        r"|at a price of) (?:up to |some |about )?{u:cemtr}(?: [a-z'-]+){0,4}? ?\(?"
        r"(?:each|apiece|a piece|per (?:unit|item|piece))\b"
    ),
    # 600 days, eight hours on each
    (
        r"{n:ct}(?P<noun>(?: [a-z'-]+){0,6}?),? (?:and |with |at )?{u:cemt}(?: [a-z'-]+){0,2}?"
        r" (?:on|for|in|at|to|from) each(?=[.,;:)]|$| (?:and|or|for|in|on|a|making|which|came|comes|is|are|was|were)\b)"
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
_SUFFICES = (
    r"{m:me}(?: (?:a|per) year)?,? (?:which is |that is |which would be )?(?:enough|sufficient)"
    r"(?: [a-z]+)? (?:for|to (?:supply|power|feed|heat|serve|meet)(?: [a-z]+){0,4}?)"
    r"(?: (?:about|some|the|around))?[ ~]*$"
)
# "40 of his 100 cows for 1,200 each" is about the 40.
_PART_OF = r"<c\d+> (?:out )?of (?:the|his|her|its|their|our|all)(?: [a-z]+)? ?$"
# "400 old lamps and another 250 at six dollars each": a total may be that of both.
_ADDED = r"<c\d+>.*\band(?: [a-z]+){0,6}?(?P<more> (?:another|an? further|an additional))? ?$"
_MORE = (" more", " further", " additional", " extra", " other")
_WHEN = (" after ", " before ", " when ", " while ")
_WORKS_OUT = (
    r"\b(?:works? out (?:at|to)|comes to|amounts to|that is|meaning)(?: [a-z]+)? ?$"
)
_WITH_ITS = r"\b(?:and|plus|together|along),? with (?:its|their|his|her)\b"
# "Beside a dam with an output of 250": what another thing has; "in a park with" is theirs.
_OF_ANOTHER = (
    r"(?<!\bfor)(?<!\bin)(?<!\binto)(?<!\bas)(?<!\bis)(?<!\bare)(?<!\bform)(?<!\bmake)(?<!\bmakes)(?<!\bmaking)(?<!\bgiving)"
    r"(?:^| )an? (?:[a-z'-]+ ){1,4}(?:with|having|(?:that|which) (?:has|had)) (?:an? |the )?(?:[a-z-]+ ){1,2}of (?:[a-z]+ )?$"
)
# "12 men won four cups each, losing 90 altogether"
_NOW_DOING = r", (?:losing|leaving|missing|failing|ignoring|excluding|rejecting|refusing|beating)\b"
# Between a total and the things that an amount is given for: it is for others too.
_OTHERS = r"\b(?:plus|and|while|but)\b|; the "


_EACHES = hint(
    "each",
    "apiece",
    "a piece",
    "average ",
    " per ",
    "> of <",
    "s of <",
    "es of <",
    sources=_EACH,
)
_RATED = hint(
    " per ",
    "for every",
    "for each",
    "in every",
    "on every",
    "of every",
    sources=(_pace.FOR_EVERY,),
)
_ANY = _EACHES | _RATED


def check(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],  # noqa: ARG001  every law is called alike
) -> Iterator[Outcome]:
    """Yield whether each rate gives the amount that is stated."""
    groups = passages(documents)
    known: set[tuple[str, int]] = set()
    for outcome in _worded(groups):
        known.update(
            (each.document, each.span.start)
            for each in outcome.evidence
            if each.document and each.span
        )
        yield outcome
    for _, told in stories(documents, groups):
        yield from _rate_evidence.Finder(told).told(known)


def _worded(groups: Sequence[Sequence[Passage]]) -> Iterator[Outcome]:
    """Yield what each rate comes to by the numbers that its own words or sentences tie to it."""
    for group in groups:
        rated = _balance.near_rates(group)
        for at, passage in enumerate(group):
            if not (passage.hints & _ANY or at in rated):
                continue
            if not passage.amounts or passage.in_table:
                continue
            found = _in_sentence(group, at)
            if at in rated:
                found += _balance.told(group, at)
            yield from _products.first(found)


def _in_sentence(group: Sequence[Passage], at: int) -> list[Outcome]:
    """Return what the rates of a sentence come to by the words in it, and in those beside it."""
    passage = group[at]
    after = group[at + 1] if at + 1 < len(group) else None
    found: list[Outcome] = []
    if passage.says(_EACHES):
        found += _each(passage)
    if passage.says(_RATED):
        found += _pace.for_every(passage, after)
    return found


def _each(passage: Passage) -> list[Outcome]:
    """54 pumps, each rated at 12 megawatts, a total of 648."""
    found = []
    for match in matches(passage.masked, *_EACH):
        count, unit = int(match["n"]), int(match["u"])
        n, u = passage.mention(count), passage.mention(unit)
        before = passage.masked[: match.start("n") - 3]
        if pattern(_PART_OF).search(before) or _is_added(before, match["noun"]):
            continue
        if match["noun"].startswith(_WHEN):
            continue  # "ten after leaving each port"
        if _products.lemmas(u) & _products.OF_TWO:
            continue  # "12 teams played 22 games each, 132 in all"
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
        if any(_is_one_item(passage, (count, unit, total.slot)) for total in totals):
            continue
        said = passage.masked[: match.start("u") - 3]
        if not totals and pattern(_WORKS_OUT).search(said):
            totals = [
                Place(passage, slot)
                for slot, _ in _products.amounts(passage, u)
                if slot != unit
            ]
        totals = [
            total
            for total in totals
            if not _is_with_more(passage, (count, unit), total)
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


def _is_one_item(passage: Passage, slots: tuple[int, int, int]) -> bool:
    """Return whether a total has other items before it: "fare 44, four meals at €18 each"."""
    count, unit, total = slots
    n, u, t = (passage.mention(slot).value or 0 for slot in slots)
    like = passage.mention(unit).dimension
    return n * u < t and any(
        item.mention.dimension == like or is_bare(item.mention)
        for slot, item in enumerate(passage.items[:total])
        if slot not in (count, unit) and isinstance(item, Fact)
    )


def _is_with_more(passage: Passage, slots: tuple[int, int], total: Place) -> bool:
    """Return whether a total is more than what "the other five" get: it is that of all."""
    n, u = (passage.mention(slot).value or 0 for slot in slots)
    t = total.passage.mention(total.slot).value or 0
    return passage.fact(slots[0]).part is Part.OTHERS and n * u < t


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
    at = masked.index(passage.token(slot))
    if at < match.start():
        return not pattern(_OTHERS).search(masked[at : match.start("n")])
    if "average" in match.group() and masked[:at].endswith(("cost ", "costs ")):
        return False
    between = masked[match.end("u") : at]
    if finds(between, _OF_ANOTHER):
        return False
    if finds(between, _NOW_DOING):
        return False
    return ";" not in between and not pattern(_WITH_ITS).search(between)


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
