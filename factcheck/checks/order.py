"""What is counted up cannot fall, and a ranking must follow its own numbers.

What it does:
    Follows a count that can only grow ("payments since the start", "the total so far")
    through a list, a sentence, or from one document to another; compares the ranks of a
    table with the column that they are taken from; and tests comparisons against their own
    numbers ("last year 64 boats sank, more than the 79 of 2022", "fourth with 18.1 million,
    behind Toller with 17.5 million").

Why it matters:
    A falling total or a third place that is faster than the second means that one of the
    numbers is wrong, or that two lines changed places.

Example:
    "Payments so far: by 31 March 19.7 million; by 30 June 16.2 million." A running total
    cannot fall.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import (
    _arithmetic,
    _compare,
    _counted_up,
    _rankings,
    _running,
    _standings,
    _tallies,
)
from factcheck.checks._arithmetic import Place
from factcheck.checks._clauses import trimmed
from factcheck.checks._context import (
    Group,
    Passage,
    aligned,
    alike,
    hint,
    matches,
    passages,
    pattern,
    saying,
    search,
)
from factcheck.checks._evidence import are_few, stories
from factcheck.checks._tables import all_tables
from factcheck.model import (
    Cluster,
    DocumentFacts,
    Fact,
    Form,
    Mention,
    Modifier,
    Outcome,
    Verdict,
)

# What stands behind one number, and is meant behind the next.
_SCALE, _BARE = r"(?:thousand|million|billion|trillion|mln|bln|bn|m|k)\b", 1000

_MORE = (
    r"more|higher|larger|bigger|greater|longer|heavier|faster|hotter|warmer|taller|older"
    r"|stronger"
)
_LESS = r"fewer|less|lower|smaller|shorter|lighter|slower|colder|cooler|younger|weaker|cheaper"
# b is compared with a in so many words.
_THAN = (
    rf"{{b:cemp}}(?: [^<;:,]{{0,50}})?(?:,| is| are| was| were) (?:far |much |well |slightly |a little |somewhat |many "
    rf"|even |still )*(?:(?P<up>{_MORE})|(?P<down>{_LESS})) than (?:the|last year's|its|their"
    rf"|an earlier|a previous)(?: [a-z'-]+){{0,4}} {{a:cemp}}"
)
# "a record of 4.1 billion; the previous record was 4.6 billion"
_OLD_RECORD = r"\brecord (?:(?:high )?of |with |at )?{b:cemp}[^<]{0,40}\b(?:previous|old|last|former|existing) (?:record|best|high|mark)\b(?:[^<]|<d\d+>){0,30}\b(?:was|of|stood at|is) {a:cemp}"
_FORECAST = (
    r"{b:cemp}(?: (?!and\b)[a-z'-]+){0,4}?,? (?:(?P<up>beat|beats|beating|topp(?:ed|ing)|tops|exceed(?:ed|s|ing)"
    r"|surpass(?:ed|es|ing)|above|ahead of|better than|higher than|more than)|(?P<down>miss(?:ed|es|ing)"
    r"|fell short of|falling short of|below|short of|lower than|less than|under))"
    r"(?: (?:the|an?|its|their|analysts'|market|consensus|average|official|own|city|initial))*"
    r" (?:(?:forecasts?|expectations?|estimates?|target|goal|guidance|consensus)(?: for| of|, of)*"
    r"(?: [a-z]+ of)? {a:cemp}|(?:analysts'|market|consensus) {a2:cemp})"
)
_LOW = r"\b(?:low|lowest|fewest|smallest|least|fastest|quickest|shortest|time|coldest|cheapest)\b"
_SECOND = (
    r"\bthe second[- ](?P<what>largest|biggest|highest|longest|tallest|heaviest|busiest|most"
    r"|oldest|deepest|fastest|richest)\b"
)
# A cheap first look.
_COUNTING = hint(
    "total",
    "cumul",
    "so far",
    "to date",
    "since",
    "all-time",
    "tally",
    "tallies",
)
_COMPARING = hint(
    " than ", "previous record", "old record", "beat", "topp", "tops", "exceed", "surpass",
    "above", "below", "under", "miss", "short of", "ahead of",
)  # fmt: skip
_NEXT = hint(" second", sources=(_SECOND,))
_ANY = _COUNTING | _COMPARING | _standings.TELLS | _standings.LISTS
_KINDS, _KEEPS = "cemtrpa", r"\b(?:if|unless|exclud\w*|adjust\w*|without|except)\b"
_PAIR = 2


def check(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],
) -> Iterator[Outcome]:
    """Yield counts that fall and ranks that do not follow their numbers, each pair once."""
    seen = set()
    for outcome in _all(documents, clusters):
        pair = frozenset((each.document, each.span) for each in outcome.evidence)
        if outcome.verdict is not Verdict.CONFLICT or pair not in seen:
            yield outcome
        seen.add(pair)


def _all(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],
) -> Iterator[Outcome]:
    groups, few = passages(documents), are_few(documents)
    yield from _between(documents, clusters, groups)
    for facts, group in zip(documents, groups, strict=True):
        listed = list(_tallies.listed(facts, group))
        yield from listed or _running.logged(facts, group)
        yield from _running.since(group)
        yield from _running.turned(group)
        yield from _rankings.listed(facts, group)
        yield from _rankings.behind(facts)
        yield from _told(group, few=few)
    for tables in all_tables(documents):
        for table in tables:
            yield from _rankings.tabled(table)
            yield from _running.tabled(table)


def _told(group: Group, *, few: bool) -> Iterator[Outcome]:
    """Yield what a sentence, or two, tell, with and without the clauses about something else."""
    told = group.hints & (_ANY | _NEXT)
    own = trimmed(group, _KINDS, _KEEPS) if told and few else group
    for at, _ in saying(group, _NEXT):
        if at:
            yield from _second(own[at - 1], own[at])
    for at, passage in saying(group, _ANY):
        found = []
        if len(passage.items) >= _PAIR and not passage.in_table:
            found = list(_sentence(passage))
            if not found and own[at] is not passage:
                found = list(_sentence(own[at]))
        yield from found
        wrong = any(each.verdict is Verdict.CONFLICT for each in found)
        if not wrong and passage.says(_standings.TELLS):
            led = list(_standings.told(passage))
            if not led and own[at] is not passage:
                led = list(_standings.told(own[at]))
            yield from led
        if passage.says(_standings.LISTS):
            yield from _standings.listed(passage)


def _between(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],
    groups: Sequence[Group],
) -> Iterator[Outcome]:
    """Yield counts that fall, in one document or several."""
    known = [
        (cluster.facts[a], cluster.facts[b])
        for cluster in clusters
        for a, b in cluster.links
    ]
    for read, told in stories(documents, groups):
        yield from _counted_up.told(read, told, known)


def _sentence(passage: Passage) -> Iterator[Outcome]:
    hints = passage.hints
    if hints & _COUNTING:
        yield from _tallies.running(passage)
    if hints & _COMPARING and passage.amounts + passage.kinds.count("p") >= _PAIR:
        yield from _compared(passage)


def _compared(passage: Passage) -> Iterator[Outcome]:
    """Compare what a sentence calls more or less than another number of it."""
    masked = passage.masked
    for match in matches(masked, _THAN, _FORECAST):
        yield from _pair(passage, match, larger=bool(match["up"]))
    if not search(masked, _LOW):
        for match in matches(masked, _OLD_RECORD):
            yield from _pair(passage, match, larger=True)


def _second(before: Passage, passage: Passage) -> Iterator[Outcome]:
    """The highest tower has 96 metres. The second highest has 91."""
    match = search(passage.masked, _SECOND)
    assert match
    if before.index + 1 != passage.index:
        return
    first = pattern(rf"(?<!second )(?<!third )\bthe {match['what']}\b")
    if not first.search(before.masked) or "second" in before.masked:
        return
    places = []
    for source in (before, passage):
        amounts = [
            slot
            for slot, item in enumerate(source.items)
            if isinstance(item, Fact) and item.mention.dimension != "ratio"
        ]
        if len(amounts) != 1:
            return
        places.append(Place(source, amounts[0]))
    a, b = (place.passage.mention(place.slot) for place in places)
    if not alike(a, b) or {a.form, b.form} - {Form.PLAIN} or a.modifier or b.modifier:
        return
    x, y = (_compare.convert(m.reading, m.unit) for m in (a, b))
    agrees = x.meets(y) or (y.low or Decimal(0)) < (x.low or Decimal(0))
    said = [place.said() for place in places]
    yield _tallies.say(
        [place.evidence(side) for side, place in enumerate(places)],
        f"The second {match['what']} has {said[1]}, the {match['what']} {said[0]}"
        + ("." if agrees else ", which is less."),
        f"The text ranks {said[1]} behind {said[0]}; the numbers say the reverse.",
        agrees=agrees,
    )


def _pair(passage: Passage, match: re.Match[str], *, larger: bool) -> Iterator[Outcome]:
    """Compare b with a: b is said to be larger, or smaller."""
    told = match.groupdict()
    a, b = int(told["a"] or told["a2"]), int(told["b"])
    pair = aligned(passage.mention(a), passage.mention(b))
    if pair is None or {pair[0].form, pair[1].form} - {Form.PLAIN}:
        return
    first, second = pair
    if _leaves_scale_out(passage, a, b) or any(
        m.modifier in _OPEN and slot not in passage.bare
        for slot, m in ((a, first), (b, second))
    ):
        return
    x = _compare.convert(passage.reading(a), first.unit)
    y = _compare.convert(passage.reading(b), second.unit)
    agrees = x.meets(y) or (y.low or Decimal(0)) > (x.low or Decimal(0))
    if not larger:
        agrees = x.meets(y) or (y.low or Decimal(0)) < (x.low or Decimal(0))
    said = [_arithmetic.said(passage, slot) for slot in (b, a)]
    word = "more" if larger else "less"
    yield _tallies.say(
        [Place(passage, b).evidence(0), Place(passage, a).evidence(1)],
        f"{said[0]} is said to be {word} than {said[1]}"
        + ("." if agrees else f", but it is {'less' if larger else 'more'}."),
        f"The words put {said[0]} {'above' if larger else 'below'} {said[1]}; the numbers"
        " say the reverse.",
        agrees=agrees,
    )


def _leaves_scale_out(passage: Passage, a: int, b: int) -> bool:
    """Return whether only one has a scale word: "the lowest is 214 million, the highest 268"."""
    low, high = sorted((passage.mention(a), passage.mention(b)), key=_worth)
    return (
        _worth(low) < _BARE < _worth(high)
        and search(high.surface.lower(), _SCALE) is not None
        and search(low.surface.lower(), _SCALE) is None
    )


def _worth(mention: Mention) -> Decimal:
    return mention.value or Decimal(0)


_OPEN = frozenset(
    {Modifier.AT_LEAST, Modifier.MORE_THAN, Modifier.UP_TO, Modifier.LESS_THAN}
)
