"""What is counted up cannot fall, and a ranking must follow its own numbers.

What it does:
    Follows a count that can only grow ("payments since the start", "the total so far")
    through a list, a sentence, or from one document to another; compares the ranks of a
    table with the column that they are taken from; and tests comparisons against their own numbers ("36.8, which beats the
    record of 37.9", "the second largest, with 640,000, behind Arvo with 510,000"), also where
    the one that is behind, or the record that was, stands in another document.

Why it matters:
    A falling total or a third place that is faster than the second means that one of the
    numbers is wrong, or that two lines changed places.

Example:
    "Payments so far: to March 19.7 million; to June 16.2 million." A running total cannot
    fall.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import (
    _arithmetic,
    _before,
    _compare,
    _contests,
    _counted_up,
    _extremes,
    _outdone,
    _peers,
    _rankings,
    _records,
    _running,
    _standings,
    _superlatives,
    _tallies,
    _told_tables,
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
    remembered,
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

LAW = _tallies.LAW

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
# It holds less than the old pool, 900 cubic metres against 700.
_THAN_WITH = (
    rf"\b(?:(?P<up>{_MORE})|(?P<down>{_LESS}))\b[^<;:]{{0,50}}? than [^<;:]{{1,20}}<d\d+>,? (?:when|which) [^<;:]{{1,40}} {{a:cemp}}(?: [a-z]+)?: {{b:cemp}}(?=[.,;]|$)",
    # More snow fell in 2021 (97 centimetres) than in 2020 (88).
    rf"\b(?:(?P<up>{_MORE})|(?P<down>{_LESS}))\b(?:[^<;:(]|<[dw]\d+>){{1,60}}\({{b:cemp}}(?: [a-z]+)?\),? than(?:[^<;:(]|<[dw]\d+>){{1,40}}\({{a:cemp}}(?: [a-z]+)?\)",
    # Never had it rained so much: 84 millimetres, against the previous record of 71.
    r"\bnever\b[^<;:]{1,40}\bso (?:(?P<up>much|many|high|long|large|often|hot|strong|late|far|fast)|(?P<down>few|little|low|short|cold|early|small))\b(?:[^<;:]|<[dw]\d+>){0,60}[:,] (?:only |just )?{b:cemp}(?: [a-z]+)?,? (?:against|compared with|after|beating) (?:the|an?|its) (?:previous|old|former|earlier|last) (?:record|high|low|best|peak|worst)(?: (?:of|was))? {a:cemp}",
    # A record low turnout of 38 percent, under the 41 percent of 2015.
    r"\brecord[- ](?:(?P<down>low)|(?P<up>high)) (?:[a-z-]+ ){0,3}of {b:cemp}(?: [a-z]+)?, (?:just |well )?(?:under|below|over|above|beating) the (?:[a-z]+ )?{a:cemp}",
)
# "a record of 4.1 billion; the previous record was 4.6 billion"
_OLD_RECORD = r"\brecord (?:(?:high )?of |with |at )?{b:cemp}[^<]{0,40}\b(?:previous|old|last|former|existing) (?:record|best|high|mark)\b(?:[^<]|<d\d+>){0,30}\b(?:was|of|stood at|is) {a:cemp}"
_BEATS = (
    r"{b:cemt}(?:[^<;:]|<[dw]\d+>){0,60}?(?:,| and| that| which|:) ?(?:[a-z]+ )?(?:beats|beating|beat"
    r"|broke|breaking|breaks|surpass(?:es|ed|ing)|exceed(?:s|ed|ing)|topp(?:ed|ing)|tops"
    r"|eclips(?:es|ed|ing)|overtaking|overtakes|overtook|above|up from|passing|past) (?:the|its|their"
    r"|his|her|a|an)(?: [a-z'-]+){0,5}? (?:of |set at |at )?{a:cemt}"
)
_OLDER = (
    r"\b(?:from|than|against|versus|compared (?:with|to)|when|where)(?: [a-z]+){0,3} $"
)
_FORECAST = (
    r"{b:cemp}(?: (?!and\b)[a-z'-]+){0,4}?,? (?:(?P<up>beat|beats|beating|topp(?:ed|ing)|tops|exceed(?:ed|s|ing)"
    r"|surpass(?:ed|es|ing)|above|ahead of|better than|higher than|more than)|(?P<down>miss(?:ed|es|ing)"
    r"|fell short of|falling short of|below|short of|lower than|less than|under))"
    r"(?: (?:the|an?|its|their|analysts'|market|consensus|average|official|own|city|initial))*"
    r" (?:(?:forecasts?|expectations?|estimates?|target|goal|guidance|consensus)(?: for| of|, of)*"
    r"(?: [a-z]+ of)? {a:cemp}|(?:analysts'|market|consensus) {a2:cemp})"
)
_HIGH = r"\b(?:record|high|highest|most|largest|biggest|best|hottest|longest|tallest)\b"
_LOW = r"\b(?:low|lowest|fewest|smallest|least|fastest|quickest|shortest|time|coldest|cheapest)\b"
_RANKED = (
    (
        r"\b(?:second|third|fourth|2nd|3rd)[- ](?P<what>largest|biggest|highest|most|longest"
        r"|tallest|heaviest|busiest|richest|oldest)[^<;]{0,60}{b:cemt}[^<;]{0,60}"
        r"\b(?:after|behind|only to|second to|next to) [^<;]{0,50}?{a:cemt}"
    ),
    # With 461,000 visitors it was the most popular of the three, ahead of Arvo with 510,000.
    (
        r"{a:cemt}(?: [a-z'-]+){0,2},? (?:is|was|are|were|remains?|remained|came out) (?:again |by far |still )?(?:the|its|their"
        r"|our) (?P<what>most|largest|biggest|highest|longest|tallest|heaviest|busiest|richest|oldest)\b(?:[^<;,]|<c\d+>){0,40},"
        r" (?:well |just |narrowly |far )?(?:ahead of|followed by|before|in front of) [^<;]{1,50}?\b(?:on|with|at|had|has) {b:cemt}"
    ),
)
_RANK = r"(?:second|third|fourth|fifth|2nd|3rd|4th|5th)"
_HAS = r"(?:with|on|at|in|has|had|have|(?:who|which) (?:ha[sd]|have|got|won|is|was|measures?d?|weigh(?:s|ed)|costs?)|,|\()"
_BEHIND = (
    # With 14,200 seats it is the second largest, after Norfield with 12,800.
    (
        rf"{{b:cemt}}(?: [a-z'-]+){{0,4}},? (?:it |this |that )?(?:is|was|are|were|makes? (?:it|them)|made (?:it|them)|ranks|ranked) (?:the |its )?"
        rf"{_RANK}[- ](?P<what>largest|biggest|highest|longest|tallest|heaviest|busiest|richest|oldest|most [a-z]+)[^<;]{{0,50}},?"
        rf" (?:after|behind|only to|second to) [^<;]{{1,40}}? ?{_HAS} ?{{a:cemt}}"
    ),
)
# The least and the most of one thing.
_EXTREMES = (
    ("cheapest|lowest-priced", "dearest|most expensive|priciest|costliest", "er"),
    ("lowest", "highest", "cemtrp"),
    ("smallest|tiniest", "largest|biggest|greatest", "cemr"),
    ("youngest", "oldest|eldest", "cat"),
    ("shortest", "longest|tallest", "mt"),
    ("lightest", "heaviest", "m"),
    ("fewest", "most", "c"),
    ("low(?= of)", "high(?= of)|peak(?= of)", "cemtrp"),
    ("minimum", "maximum", "cemtrp"),
    ("coldest|coolest", "hottest|warmest", "m"),
)
_BEING = r"(?: (?P<%s>[a-z'-]+))?(?: (?:is|was|are|were|being|at|of|costs?|has|had|sells for|reads?|takes?|took|lasts?|lasted|weighs?|weighed|measures?|measured|earns?|holds?|seats?))?"
_LEAST_TO_MOST = (
    rf"\b(?:%(least)s)\b{_BEING % 'small'} {{a:%(kinds)s}}[^<;]{{0,30}}?(?:,| and| to) (?:the |its |an? |their )?"
    rf"(?:%(most)s)\b{_BEING % 'large'} {{b:%(kinds)s}}"
)
_MOST_TO_LEAST = (
    rf"\b(?:%(most)s)\b{_BEING % 'large'} {{b:%(kinds)s}}[^<;]{{0,30}}?(?:,| and| to) (?:the |its |an? |their )?"
    rf"(?:%(least)s)\b{_BEING % 'small'} {{a:%(kinds)s}}"
)
_VERBS = frozenset(
    {None, "is", "was", "are", "were", "being", "at", "of", "cost", "costs", "has", "had", "reads", "takes", "took", "lasts", "lasted", "weighs", "measures", "holds", "seats"}
)  # fmt: skip
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
    " than ", "never ", "record low", "record high", "record-", "beat", "broke", "break", "surpass", "exceed", "topp", "tops", "eclips",
    "overt", "above", "up from", "pass", "past", "previous record", "old record", "miss", "short of", "below", "under", "ahead of",
)  # fmt: skip
_RANKING = hint(
    "est", "most", "ahead of", "leads", "in front", "low of", "mum", "behind", "runner-up", "second in", "third in", "second with", "second on",
)  # fmt: skip
_NEXT = hint(" second", sources=(_SECOND,))
_ANY = (
    _tallies.TRENDS
    | _COUNTING
    | _COMPARING
    | _RANKING
    | _peers.HINTS
    | _contests.HINTS
    | _running.GROWS
    | _standings.TELLS
    | _superlatives.ONLY
)
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
        yield from _rankings.listed(facts, group)
        yield from _rankings.behind(facts)
        yield from _superlatives.races(facts)
        yield from _records.told(group)
        yield from _before.told(group)
        yield from _contests.led(facts, group)
        yield from _told(group, few=few)
        yield from _ends(group)
    every = [table for tables in all_tables(documents) for table in tables]
    for group in groups if every else ():
        yield from _told_tables.first(group, every)
    for tables in all_tables(documents):
        for table in tables:
            yield from _rankings.tabled(table)
            yield from _extremes.in_rows(table)
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
        if not wrong:
            near = list(_neighbours(group, at))
            if not near and own is not group:
                near = list(_neighbours(own, at))
            yield from near
            wrong = bool(near)
        if not wrong and passage.says(_standings.TELLS):
            led = list(_standings.told(passage))
            if not led and own[at] is not passage:
                led = list(_standings.told(own[at]))
            yield from led


def _ends(group: Sequence[Passage]) -> Iterator[Outcome]:
    """Yield the least that is more than the most, where no phrase of both tells it."""
    for at, passage in saying(group, _extremes.TELLS):
        if not _least_and_most(passage.masked):
            yield from _extremes.told(group, at)


def _between(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],
    groups: Sequence[Group],
) -> Iterator[Outcome]:
    """Yield counts that fall, and firsts that are outdone, in one document or several."""
    found = list(_tallies.over_documents(documents, groups))
    yield from found
    known = [
        (cluster.facts[a], cluster.facts[b])
        for cluster in clusters
        for a, b in cluster.links
    ]
    for read, told in stories(documents, groups):
        if not found:
            yield from _counted_up.told(read, told, known)
        yield from _outdone.told(read, told, known)


def _neighbours(group: Sequence[Passage], at: int) -> Iterator[Outcome]:
    """Yield what a sentence and the next one compare."""
    found: list[Outcome] = []
    hints = group[at].hints
    if hints & _peers.HINTS:
        found = list(_peers.outdone(group, at))
    if not found and hints & _contests.HINTS:
        found = list(_contests.compared(group, at))
    yield from found
    if hints & _superlatives.ONLY:
        yield from _superlatives.outdone(group, at)
    if hints & _running.GROWS:
        yield from _running.followed(group, at)


def _sentence(passage: Passage) -> Iterator[Outcome]:
    hints = passage.hints
    if hints & _tallies.TRENDS:
        yield from _tallies.trend(passage)
    if hints & _COUNTING:
        found = list(_tallies.running(passage))
        yield from found or _tallies.tallied(passage)
    if passage.amounts + passage.kinds.count("p") < _PAIR:
        return
    if hints & _COMPARING:
        yield from _compared(passage)
    if hints & _RANKING:
        yield from _ranked(passage)
        if hints & _superlatives.BEHIND:
            yield from _superlatives.behind(passage)
        for match in _least_and_most(passage.masked):
            yield from _pair(passage, match, larger=True)


# Comparisons in words.


def _compared(passage: Passage) -> Iterator[Outcome]:
    masked = passage.masked
    for match in matches(masked, _THAN):
        yield from _pair(passage, match, larger=bool(match["up"]))
    for match in matches(masked, *_THAN_WITH):
        yield from _pair(passage, match, larger=bool(match["up"]))
    for match in matches(masked, _FORECAST):
        yield from _pair(passage, match, larger=bool(match["up"]))
    for match in matches(masked, _OLD_RECORD):
        if not (search(masked, _LOW) or search(masked, _BEATS)):
            yield from _pair(passage, match, larger=True)
    for match in matches(masked, _BEATS):
        high, low = search(masked, _HIGH), search(masked, _LOW)
        older = search(masked[: match.start("b") - 2], _OLDER)
        if high and not (low or older):
            yield from _pair(passage, match, larger=True)


def _ranked(passage: Passage) -> Iterator[Outcome]:
    for match in matches(passage.masked, *_RANKED, *_BEHIND):
        yield from _pair(passage, match, larger=False, ranked=True)


@remembered
def _least_and_most(masked: str) -> tuple[re.Match[str], ...]:
    """The youngest was 19 and the oldest 34."""
    found = []
    for least, most, kinds in _EXTREMES:
        words = (*least.split("|"), least.partition("(")[0])
        if not any(word in masked for word in words):
            continue
        for source in (_LEAST_TO_MOST, _MOST_TO_LEAST):
            told = {"least": least, "most": most, "kinds": kinds}
            match = pattern(source % told).search(masked)
            if match and _of_a_kind(match):
                found.append(match)
    return tuple(found)


def _of_a_kind(match: re.Match[str]) -> bool:
    """Return whether no two nouns are named: "the cheapest seat, the dearest programme"."""
    named = {match["small"], match["large"]} - _VERBS
    return len(named) < _PAIR


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


def _pair(
    passage: Passage, match: re.Match[str], *, larger: bool, ranked: bool = False
) -> Iterator[Outcome]:
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
    claim = "ranked behind" if ranked else f"said to be {word} than"
    yield _tallies.say(
        [Place(passage, b).evidence(0), Place(passage, a).evidence(1)],
        f"{said[0]} is {claim} {said[1]}"
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
