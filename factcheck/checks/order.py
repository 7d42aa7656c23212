"""What is counted up cannot fall, and a ranking must follow its own numbers.

What it does:
    Follows a count that can only grow ("payments since the start", "the total so far")
    through a list or a sentence; compares the ranks of a table with the column that they
    are taken from; and tests comparisons against their own numbers ("36.8, which beats the
    record of 37.9", "the second largest, with 640,000, behind Arvo with 510,000").

Why it matters:
    A falling total or a third place that is faster than the second means that one of the
    numbers is wrong, or that two lines changed places.

Example:
    "Payments so far: to March 19.7 million; to June 16.2 million." A running total cannot
    fall.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from factcheck.checks import _arithmetic, _compare
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, alike, in_table, passages, pattern
from factcheck.checks._tables import Cell, Table, tables
from factcheck.model import (
    Cluster,
    DocumentFacts,
    Evidence,
    Fact,
    Form,
    Mention,
    Modifier,
    Outcome,
    Period,
    Severity,
    Verdict,
)

LAW = "order"

_RUNNING = (
    r"\b(?:running total|cumulative(?:ly)?|so far|to date|since the (?:start|beginning|launch"
    r"|outbreak|invasion|opening|first)|since (?:it|they|work|fighting|records?) (?:began"
    r"|started|opened)|total (?:since|to date)|in total since|altogether since|year to date"
    r"|grand total|all-time)\b"
)
_SINCE = (
    r"\bsince (?:the )?(?P<what>[a-z]+)(?: [a-z]+)? (?:began|started|broke out|opened)\b"
    r"|\bsince the (?:start|beginning|outbreak|onset) of (?:the )?(?P<what2>[a-z]+)"
)
_NOT_RUNNING = (
    r"\b(?:revised|corrected|refund(?:s|ed)?|active|current|occupied|remain(?:s|ing|ed)?"
    r"|returned|outstanding|balance|stock|backlog)\b"
)
_AMOUNT_BY = (
    r"{v:cem}(?: [a-z'-]+){0,5}? (?:by|on|at the end of|to|as of|until|at|in)"
    r" (?:the )?(?:end of )?{d:d}"
)
_BY_AMOUNT = r"\b(?:by|on|as of|at the end of|to) {d:d},? (?:[a-z]+ ){0,3}?{v:cem}"
# "six by the end of October, 13 by the New Year, 11 by the end of February", in written order.
_TALLY = r"\b(?:tally|tallies|cumulative(?:ly)?|running total|so far|to date|since the (?:start|beginning|launch|opening))\b"
_BY_WHEN = (
    r"(?:by|after|up to|at|until|to) (?:the )?(?:end of |start of |middle of )?(?:the )?"
    r"(?:<[dwq]\d+>|new year|christmas|easter|break|interval|half-time|halfway point|winter break)"
)
_TALLIED = rf"{{v:ce}}(?: [a-z'-]+){{0,3}}? {_BY_WHEN}(?=,|;| and |\.|$)"
# "end of June, 88,000; end of July, 214,000"
_ENTERED = r"(?:^|[:;,] ?|\b(?:and|then|by|to|at|the) ){d:d}(?:,|:| -|) \(?(?:[a-z]+ )?{v:ce}\)?(?=;|,|\.|$| and | [a-z]+(?:;|,|\.|$))"
_NO_TALLY = (
    r"\b(?:left|remain\w*|open|waiting|unsold|target|goal|plan\w*|aim|cut|reduc\w+|should|will|fall\w*|fell|down|back"
    r"|each|per|a month|a week|a day|new(?! year)|monthly|weekly|annual|respectively)\b"
)
_NO_REFUND = r"\bno (?:refunds?|credits?|corrections?|revisions?)\b"
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
_BEATS = (
    r"{b:cemt}(?:[^<;:]|<[dw]\d+>){0,60}?(?:,| and| that| which|:) ?(?:[a-z]+ )?(?:beats|beating|beat"
    r"|broke|breaking|breaks|surpass(?:es|ed|ing)|exceed(?:s|ed|ing)|topp(?:ed|ing)|tops"
    r"|eclips(?:es|ed|ing)|overtaking|overtakes|overtook|above|up from|passing|past) (?:the|its|their"
    r"|his|her|a|an)(?: [a-z'-]+){0,5}? (?:of |set at |at )?{a:cemt}"
)
_FORECAST = (
    r"{b:cemp}(?: [a-z'-]+){0,4}?,? (?:(?P<up>beat|beats|beating|topp(?:ed|ing)|tops|exceed(?:ed|s|ing)"
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
    (
        r"\b(?P<what>largest|biggest|highest|longest|tallest|heaviest|busiest|richest|oldest)\b"
        r"[^<;]{0,60}{a:cemt}[^<;]{0,40}\b(?:ahead of|followed by|before|in front of)"
        r" [^<;]{0,50}?{b:cemt}"
    ),
)
_LEADS = (
    (
        r"{a:cp} (?:points|goals|medals|seats|votes|wins)[^<;]{0,30}\b(?:leads|ahead of"
        r"|in front of)\b[^<;]{0,50}\b(?:with|on|at) {b:cp}"
    ),
    (
        r"\b(?:won|win|took|takes|leads?|led|finished|came first|tops|topped|ahead)\b[^<;]{0,40}{a:p}"
        r"(?: of the votes?| of votes| support)?,? (?:ahead of|in front of|beating|leading|to beat)"
        r" [^<;]{1,40}(?: on| with| at|,) {b:p}"
    ),
)
_TIMED = (
    r"\b(?:won|wins|winning|first|gold|victory)\b[^<;]{0,40} in {a:t},? (?:just )?(?:ahead of|beating"
    r"|from|followed by) [^<;]{1,40}(?: in|,| with) {b:t}"
)
_TWO_RANKS = (
    r"\bthe (?P<what>largest|biggest|highest|longest|tallest|heaviest|busiest|oldest)\b"
    r"[^<;]{0,50}{a:cemt}[^<;]{0,20}\b(?:and|while) the second[- ](?P=what)\b[^<;]{0,40}"
    r"{b:cemt}"
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
_BEING = r"(?: (?P<%s>[a-z'-]+))?(?: (?:is|was|are|were|being|at|of|costs?|has|had|sells for|reads?))?"
_LEAST_TO_MOST = (
    rf"\b(?:%(least)s)\b{_BEING % 'small'} {{a:%(kinds)s}}[^<;]{{0,30}}?(?:,| and| to) (?:the |its |an? |their )?"
    rf"(?:%(most)s)\b{_BEING % 'large'} {{b:%(kinds)s}}"
)
_MOST_TO_LEAST = (
    rf"\b(?:%(most)s)\b{_BEING % 'large'} {{b:%(kinds)s}}[^<;]{{0,30}}?(?:,| and| to) (?:the |its |an? |their )?"
    rf"(?:%(least)s)\b{_BEING % 'small'} {{a:%(kinds)s}}"
)
_VERBS = frozenset(
    {None, "is", "was", "are", "were", "being", "at", "of", "cost", "costs", "has", "had", "reads"}
)  # fmt: skip
_SECOND = (
    r"\bthe second[- ](?P<what>largest|biggest|highest|longest|tallest|heaviest|busiest|most"
    r"|oldest|deepest|fastest|richest)\b"
)
_RANK_HEAD = re.compile(r"(?i)^\W*(?:rank|ranking|place|pos|position|no|#|rang)\b")
_BIG_FIRST = re.compile(
    r"(?i)\b(?:points?|pts|score|votes?|seats|medals?|goals|sales|revenue|population|total"
    r"|wins|visitors|passengers|output|deaths|cases|area|height|share)\b"
)
_SMALL_FIRST = re.compile(r"(?i)\b(?:time|result|finish|duration|gap|strokes)\b")
_TIME = re.compile(r"^\+?(?:(\d+):)?(\d{1,2}):(\d\d)(?:[.,](\d+))?$")
# A cheap first look.
_COUNTING = (
    "total",
    "cumul",
    "so far",
    "to date",
    "since",
    "all-time",
    "tally",
    "tallies",
)
_COMPARING = (
    " than ", "beat", "broke", "break", "surpass", "exceed", "topp", "tops", "eclips",
    "overt", "above", "up from", "pass", "past", "miss", "short of", "below", "under", "ahead of",
)  # fmt: skip
_FEWEST_ROWS = 3
_PAIR = 2
# Dates that stand in a row without a year.
_STAGES = frozenset({"month", "date", "quarter", "year", "week", "weekday"})


def check(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],  # noqa: ARG001  every law is called alike
) -> Iterator[Outcome]:
    """Yield counts that fall and ranks that do not follow their numbers."""
    groups = passages(documents)
    yield from _over_documents(documents, groups)
    for facts, group in zip(documents, groups, strict=True):
        yield from _running_list(facts, group)
        for before, passage in pairwise(group):
            if " second" in passage.masked:
                yield from _second(before, passage)
        for passage in group:
            if len(passage.items) >= _PAIR and not in_table(passage):
                yield from _sentence(passage)
        for table in tables(facts):
            yield from _ranks(table)


def _sentence(passage: Passage) -> Iterator[Outcome]:
    if passage.says(_COUNTING):
        found = list(_running(passage))
        yield from found or _tallied(passage)
    if passage.amounts + passage.kinds.count("p") < _PAIR:
        return
    if passage.says(_COMPARING):
        yield from _compared(passage)
    if passage.says(("est", "most", "ahead of", "leads", "in front", "low of", "mum")):
        yield from _ranked(passage)
        yield from _extremes(passage)


def _say(
    places: Sequence[Evidence], message: str, explanation: str, *, agrees: bool
) -> Outcome:
    if agrees:
        return _compare.outcome(LAW, Verdict.AGREE, places, message)
    return _compare.outcome(
        LAW,
        Verdict.CONFLICT,
        places,
        message,
        explanation=explanation,
        severity=Severity.ERROR,
    )


# A count that can only grow.


def _end(item: Fact | Period) -> dt.date | None:
    if not isinstance(item, Period) or item.parts:
        return None
    return item.end if item.precise or item.kind in {"date", "weekday"} else None


def _running_list(facts: DocumentFacts, group: Sequence[Passage]) -> Iterator[Outcome]:
    """Follow list items with a date and an amount under a line that says "so far"."""
    run: list[tuple[dt.date, Place]] = []
    for passage in group:
        point = _point(passage)
        joins = point and run and _follows(facts, run[-1][1].passage, passage)
        if run and not joins:
            yield from _falls(facts, run)
            run = []
        if point:
            run.append(point)
    yield from _falls(facts, run)


def _point(passage: Passage) -> tuple[dt.date, Place] | None:
    """Return the one date and the one amount of a line."""
    ends = [end for item in passage.items if (end := _end(item))]
    if len(ends) != 1:
        return None
    amounts = [
        slot
        for slot, item in enumerate(passage.items)
        if isinstance(item, Fact)
        and item.mention.form is Form.PLAIN
        and item.mention.dimension not in {"ratio", "duration"}
    ]
    if len(amounts) != 1 or in_table(passage):
        return None
    return ends[0], Place(passage, amounts[0])


def _follows(facts: DocumentFacts, first: Passage, second: Passage) -> bool:
    between = facts.document.text[first.span.end : second.span.start]
    return not between.strip(" \t\r\n-*•.;,0123456789)")


def _falls(
    facts: DocumentFacts, run: Sequence[tuple[dt.date, Place]]
) -> Iterator[Outcome]:
    if len(run) < _PAIR:
        return
    first = run[0][1].passage.span.start
    lead = facts.document.text[max(0, first - 200) : first]
    lead = " ".join(lead.lower().split())
    rest = run[-1][1].passage.span.end
    tail = facts.document.text[rest : rest + 120].lower()
    if not re.search(_RUNNING, lead) or _revised(lead) or _revised(tail):
        return
    yield from _fallen(run)


def _revised(text: str) -> bool:
    return bool(re.search(_NOT_RUNNING, text) and not re.search(_NO_REFUND, text))


def _fallen(run: Sequence[tuple[dt.date, Place]]) -> Iterator[Outcome]:
    ordered = sorted(run, key=lambda point: point[0])
    for (before, a), (after, b) in itertools.pairwise(ordered):
        first, second = (p.passage.mention(p.slot) for p in (a, b))
        if before == after or not alike(first, second) or first.unit != second.unit:
            continue
        yield from _grown(a, b)


def _grown(a: Place, b: Place) -> Iterator[Outcome]:
    """Compare an earlier count that runs on with a later one."""
    low = a.passage.mention(a.slot).reading.low
    high = b.passage.mention(b.slot).reading.high
    agrees = low is None or high is None or high >= low
    said = [_arithmetic.said(p.passage, p.slot) for p in (a, b)]
    yield _say(
        [a.evidence(0), b.evidence(1)],
        f"A running total goes from {said[0]} to {said[1]}"
        + ("." if agrees else ", but it cannot fall."),
        f"The count is said to run on, yet the later figure, {said[1]}, is lower than"
        f" the earlier one, {said[0]}.",
        agrees=agrees,
    )


def _over_documents(
    documents: Sequence[DocumentFacts], groups: Sequence[Sequence[Passage]]
) -> Iterator[Outcome]:
    """Follow a count "since the outbreak began" through the reports of one source."""
    series: dict[tuple[str, ...], list[tuple[dt.date, Place]]] = {}
    for facts, group in zip(documents, groups, strict=True):
        source, today = facts.document.source, facts.document.date
        if not source or today is None:
            continue
        for passage in group:
            if "since " not in passage.masked:
                continue
            since = pattern(_SINCE).search(passage.masked)
            if not since or _revised(passage.masked):
                continue
            counts = [
                slot
                for slot, item in enumerate(passage.items)
                if isinstance(item, Fact)
                and item.mention.dimension == "count"
                and item.mention.form is Form.PLAIN
                and item.mention.modifier is None
            ]
            if len(counts) != 1:
                continue
            fact = passage.fact(counts[0])
            noun = fact.mention.counted
            if noun is None or noun.elided:
                continue
            key = (
                source,
                noun.lemma,
                *noun.qualifiers,
                since["what"] or since["what2"],
            )
            names = sorted(fact.names)
            series.setdefault((*key, *names), []).append(
                (today, Place(passage, counts[0]))
            )
    for points in series.values():
        if len({place.passage.document.path for _, place in points}) > 1:
            yield from _fallen(points)


def _running(passage: Passage) -> Iterator[Outcome]:
    """Follow dated amounts in one sentence that says "so far"."""
    masked = passage.masked
    if not pattern(_RUNNING).search(masked) or _revised(masked):
        return
    points = []
    for match in [
        *pattern(_AMOUNT_BY).finditer(masked),
        *pattern(_BY_AMOUNT).finditer(masked),
    ]:
        end = _end(passage.items[int(match["d"])])
        if end and passage.mention(match["v"]).form is Form.PLAIN:
            points.append((end, Place(passage, int(match["v"]))))
    dated: dict[int, tuple[dt.date, Place]] = {}
    for end, place in points:
        dated.setdefault(place.slot, (end, place))
    if len(dated) >= _PAIR:
        yield from _fallen(list(dated.values()))


def _tallied(passage: Passage) -> Iterator[Outcome]:
    """Cumulative attendance: end of June, 88,000; end of July, 214,000."""
    masked = passage.masked
    said = pattern(_TALLY).search(masked)
    if not said or _revised(masked) or pattern(_NO_TALLY).search(masked):
        return
    for source in (_TALLIED, _ENTERED):
        run = [
            match
            for match in pattern(source).finditer(masked)
            if passage.mention(match["v"]).form is Form.PLAIN
        ]
        # One after the other, nothing between them but the marks of a list.
        if len(run) < _PAIR or not all(
            pattern(r"^[ ,;]*(?:and )?(?:[a-z]+ ){0,2}$").match(
                masked[a.end() : b.start()]
            )
            for a, b in pairwise(run)
        ):
            continue
        if all(match.groupdict().get("d") for match in run):
            ends = [passage.period(match["d"]) for match in run]
            if any(end.parts or end.kind not in _STAGES for end in ends):
                continue
        places = [Place(passage, int(match["v"])) for match in run]
        yield from _climbs(places)
        return


def _climbs(places: Sequence[Place]) -> Iterator[Outcome]:
    """Compare each count with the one before it, in written order."""
    for a, b in pairwise(places):
        first, second = (p.passage.mention(p.slot) for p in (a, b))
        if alike(first, second):
            yield from _grown(a, b)


# Comparisons in words.


def _compared(passage: Passage) -> Iterator[Outcome]:
    masked = passage.masked
    for match in pattern(_THAN).finditer(masked):
        yield from _pair(passage, match, larger=bool(match["up"]))
    for match in pattern(_FORECAST).finditer(masked):
        yield from _pair(passage, match, larger=bool(match["up"]))
    for match in pattern(_BEATS).finditer(masked):
        high, low = pattern(_HIGH).search(masked), pattern(_LOW).search(masked)
        if high and not low:
            yield from _pair(passage, match, larger=True)


def _ranked(passage: Passage) -> Iterator[Outcome]:
    for source in (*_RANKED, _TWO_RANKS, *_LEADS):
        for match in pattern(source).finditer(passage.masked):
            yield from _pair(passage, match, larger=False, ranked=True)
    for match in pattern(_TIMED).finditer(passage.masked):
        yield from _pair(passage, match, larger=True, ranked=True)


def _extremes(passage: Passage) -> Iterator[Outcome]:
    """The youngest was 19 and the oldest 34."""
    for least, most, kinds in _EXTREMES:
        if not passage.says((*least.split("|"), least.partition("(")[0])):
            continue
        for source in (_LEAST_TO_MOST, _MOST_TO_LEAST):
            words = {"least": least, "most": most, "kinds": kinds}
            match = pattern(source % words).search(passage.masked)
            if match and _of_a_kind(match):
                yield from _pair(passage, match, larger=True)


def _of_a_kind(match: re.Match[str]) -> bool:
    """Return whether no two nouns are named: "the cheapest seat, the dearest programme"."""
    named = {match["small"], match["large"]} - _VERBS
    return len(named) < _PAIR


def _second(before: Passage, passage: Passage) -> Iterator[Outcome]:
    """The highest tower has 96 metres. The second highest has 91."""
    match = pattern(_SECOND).search(passage.masked)
    if not match or before.index + 1 != passage.index:
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
    yield _say(
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
    first, second = passage.mention(a), passage.mention(b)
    if not alike(first, second) or {first.form, second.form} - {Form.PLAIN}:
        return
    if any(
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
    yield _say(
        [Place(passage, b).evidence(0), Place(passage, a).evidence(1)],
        f"{said[0]} is {claim} {said[1]}"
        + ("." if agrees else f", but it is {'less' if larger else 'more'}."),
        f"The words put {said[0]} {'above' if larger else 'below'} {said[1]}; the numbers"
        " say the reverse.",
        agrees=agrees,
    )


_OPEN = frozenset(
    {Modifier.AT_LEAST, Modifier.MORE_THAN, Modifier.UP_TO, Modifier.LESS_THAN}
)


# Ranks in tables.


def _ranks(table: Table) -> Iterator[Outcome]:
    head = table.rows[0]
    rank = next(
        (at for at, cell in enumerate(head) if _RANK_HEAD.match(cell.text)), None
    )
    if rank is None or len(table.rows) <= _FEWEST_ROWS:
        return
    ranks = [_integer(cell) for cell in table.column(rank)]
    if any(number is None for number in ranks):
        return
    order = [number for number in ranks if number is not None]
    if order != sorted(order):
        return
    for at, cell in enumerate(head):
        if at != rank:
            yield from _ranked_column(table, order, at, cell.text)


def _ranked_column(
    table: Table, ranks: Sequence[int], at: int, title: str
) -> Iterator[Outcome]:
    cells = [cell for cell in table.column(at) if cell is not None]
    values = [_value(cell) for cell in cells]
    known = [value for value in values if value is not None]
    if len(known) != len(ranks):
        return
    timed = all(_TIME.match(cell.text) for cell in cells)
    if timed or _SMALL_FIRST.search(title):
        sign = 1
    elif _BIG_FIRST.search(title):
        sign = -1
    else:
        return
    wrong = [
        i
        for i in range(len(known) - 1)
        if ranks[i] < ranks[i + 1] and sign * known[i] > sign * known[i + 1]
    ]
    # More than one step out of order: the column is not what the ranks go by.
    if len(wrong) != 1:
        return
    i = wrong[0]
    first, second = cells[i], cells[i + 1]
    better = "a shorter time" if sign > 0 else "more"
    yield _say(
        [_place(table, first, 0), _place(table, second, 1)],
        f"Rank {ranks[i + 1]} has {better} than rank {ranks[i]}: {second.text} against"
        f" {first.text}.",
        f"The table ranks {first.text} before {second.text}. The two may be swapped, or one"
        " of them is wrong.",
        agrees=False,
    )


def _place(table: Table, cell: Cell, side: int) -> Evidence:
    if cell.fact is not None:
        return _compare.evidence(table.document, cell.fact, side=side)
    return _compare.span_evidence(table.document, cell.span, side=side)


def _integer(cell: Cell | None) -> int | None:
    text = cell.text.rstrip(".=") if cell else ""
    return int(text) if text.isdigit() and len(text) < 4 else None  # noqa: PLR2004  a rank


def _value(cell: Cell) -> Decimal | None:
    timed = _TIME.match(cell.text)
    if timed:
        hours, minutes, seconds, rest = timed.groups()
        whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
        return whole + Decimal(f"0.{rest or 0}")
    mention: Mention | None = cell.fact.mention if cell.fact else None
    return mention.value if mention and mention.form is Form.PLAIN else None
