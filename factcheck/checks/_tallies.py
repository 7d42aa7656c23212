"""A count that can only grow, through a list, a sentence or the reports of one source."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.checks import _arithmetic, _compare, _direction
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    TOKEN,
    Passage,
    alike,
    hint,
    matches,
    pattern,
    saying,
    search,
)
from factcheck.model import (
    DocumentFacts,
    Evidence,
    Fact,
    Form,
    Outcome,
    Period,
    Severity,
    Verdict,
)

LAW = "order"

_RUNNING = (
    r"\b(?:running total|cumulative(?:ly)?|so far|to date|since the (?:start|beginning|launch"
    r"|outbreak|invasion|opening|first)|since (?:it|they|work|fighting|records?|(?:the|its|their|this) [a-z]+(?: [a-z]+)?) (?:began"
    r"|started|opened|was launched|broke out|set off)|total (?:since|to date)|in total since|altogether since|year to date"
    r"|grand total|all-time|up to (?:the end of )?(?:each|every))\b"
)
# "since the reopening the count had reached 88,300 at the end of June"
_REACHED = r"\bsince (?:the|its|their) [a-z]+\b[^;]{0,80}\b(?:had|has|have) (?:now |already )?(?:reached|come to|passed|risen to|grown to|climbed to) <"
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
# "Losses so far come to 1.1 million, down from 1.9 million in 2023": each year for itself.
_YEARLY = r"\b(?:up|down) from <|\bcompared (?:with|to) <"
# Dates that stand in a row without a year.
_STAGES = frozenset({"month", "date", "quarter", "year", "week", "weekday"})
# What the date of the document makes a day or a month of one year.
_RESOLVED = frozenset({"date", "weekday", "month"})
_PAIR = 2
_DATED = hint("<d", "<q", "<k", "<w")
_DAYS = {"hour": 1, "day": 1, "week": 7, "month": 30, "year": 365}


# Said to fall for the third week running, with a list.
_TREND = (
    rf"\b(?:(?P<up>{_direction.RISES}|gained|up)|(?P<down>{_direction.FALLS}|down))\b(?P<how>[^:;]{{1,70}}?)"
    r"(?:: | - | \(|, from )(?P<list>[^;:]{1,200})$"
)
_STEADILY = (
    r"\b(?:every|each|steadily|continuously|constantly|in a row|running|consecutive|successive|straight"
    r"|(?:year|month|week) (?:after|by|on) (?:year|month|week)|without (?:a break|interruption))\b"
)
_STEP = r"^(?: [a-z]+)?(?: (?:in|on|at|by) <[dw]\d+>| \(<[dw]\d+>\)| <[dw]\d+>)?(?:,|;| and|, and| to|, then| then)(?: (?:to|in|by))? ?$"
TRENDS = hint(" row", "running", "every ", "each ", "steadily", "consecutive", "successive", "straight", "after year", "by year", "by month")  # fmt: skip


def trend(passage: Passage) -> Iterator[Outcome]:
    """Yield where a list that is said to rise, or to fall, does not."""
    match = pattern(_TREND).search(passage.masked)
    if not match or not pattern(_STEADILY).search(match["how"]):
        return
    listed = match["list"]
    tokens = [token for token in TOKEN.finditer(listed) if token["kind"] in "cemp"]
    gaps = [listed[a.end() : b.start()] for a, b in pairwise(tokens)]
    if len(tokens) <= _PAIR or not all(pattern(_STEP).match(gap) for gap in gaps):
        return
    if listed[: tokens[0].start()].strip():
        return
    places = [Place(passage, int(token["slot"])) for token in tokens]
    mentions = [place.passage.mention(place.slot) for place in places]
    if any(m.form is not Form.PLAIN or not alike(m, mentions[0]) for m in mentions):
        return
    years = [item.start for item in passage.items if isinstance(item, Period)]
    dated = [year for year in years if year is not None][-len(tokens) :]
    if len(dated) == len(tokens) and dated != sorted(dated):
        return
    rises = match["up"] is not None
    for a, b in pairwise(places):
        first, second = (passage.reading(place.slot) for place in (a, b))
        low, high = (first, second) if rises else (second, first)
        if low.meets(high) or low.low is None or high.low is None:
            continue
        if low.low > high.low:
            word = "rise" if rises else "fall"
            yield say(
                [a.evidence(0), b.evidence(1)],
                f"The text tells of a steady {word}, but {b.said()} follows {a.said()}.",
                f"A list that is said to {word} every time goes the other way between"
                f" {a.said()} and {b.said()}.",
                agrees=False,
            )


def say(
    places: Sequence[Evidence], message: str, explanation: str, *, agrees: bool
) -> Outcome:
    """Return what two numbers in the wrong or right order come to."""
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


def last_day(item: Fact | Period) -> dt.date | None:
    """Return the last day of a period, where it is told or follows from the text."""
    if not isinstance(item, Period) or item.parts:
        return None
    if item.kind == "position" and item.elapsed and item.elapsed.high:
        # "Day 6", "week 3": so long after a start that is not told.
        return _start(int(item.elapsed.high * _DAYS.get(item.unit or "", 1)))
    return item.end if item.precise or item.kind in _RESOLVED else None


def _start(days: int) -> dt.date:
    return dt.date.fromordinal(max(1, days))


def listed(facts: DocumentFacts, group: Sequence[Passage]) -> Iterator[Outcome]:
    """Follow list items with a date and an amount under a line that says "so far"."""
    run: list[tuple[dt.date, Place]] = []
    dated = dict(saying(group, _DATED))
    for at, passage in dated.items():
        if at - 1 not in dated and at + 1 not in dated:
            continue
        point = _point(passage)
        last = (
            run[-1][1].passage if run and run[-1][1].passage is group[at - 1] else None
        )
        joins = point and last and _follows(facts, last, passage)
        if run and not joins:
            yield from _falls(facts, run)
            run = []
        if point:
            run.append(point)
    yield from _falls(facts, run)


def _point(passage: Passage) -> tuple[dt.date, Place] | None:
    """Return the one date and the one amount of a line."""
    ends = [end for item in passage.items if (end := last_day(item))]
    if len(ends) != 1:
        return None
    amounts = [
        slot
        for slot, item in enumerate(passage.items)
        if isinstance(item, Fact)
        and item.mention.form is Form.PLAIN
        and item.mention.dimension not in {"ratio", "duration"}
    ]
    if len(amounts) != 1 or passage.in_table:
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
    opening = run[0][1].passage
    first = opening.span.start
    lead = " ".join(facts.document.text[max(0, first - 200) : first].lower().split())
    if not opening.in_list:
        lead = ""  # sentences, each of which must say it
    rest = run[-1][1].passage.span.end
    tail = facts.document.text[rest : rest + 120].lower()
    runs_on = re.search(_RUNNING, lead) or all(
        search(place.passage.masked, _RUNNING) for _, place in run
    )
    if not runs_on or _revised(lead) or _revised(tail):
        return
    yield from _fallen(run)


def _revised(text: str) -> bool:
    return bool(re.search(_NOT_RUNNING, text) and not re.search(_NO_REFUND, text))


def _fallen(run: Sequence[tuple[dt.date, Place]]) -> Iterator[Outcome]:
    ordered = sorted(run, key=lambda point: point[0])
    for (before, a), (after, b) in pairwise(ordered):
        first, second = (p.passage.mention(p.slot) for p in (a, b))
        if before == after or not alike(first, second) or first.unit != second.unit:
            continue
        yield from grown(a, b)


def grown(a: Place, b: Place) -> Iterator[Outcome]:
    """Compare an earlier count that runs on with a later one."""
    low = a.passage.mention(a.slot).reading.low
    high = b.passage.mention(b.slot).reading.high
    agrees = low is None or high is None or high >= low
    said = [_arithmetic.said(p.passage, p.slot) for p in (a, b)]
    shown = [a.evidence(0), b.evidence(1)]
    if not agrees:
        yield fallen(shown, said)
        return
    yield say(
        shown, f"A running total goes from {said[0]} to {said[1]}.", "", agrees=True
    )


def fallen(places: Sequence[Evidence], said: Sequence[str]) -> Outcome:
    """Return the conflict between a count that runs on and a later, lower one."""
    return say(
        places,
        f"A running total goes from {said[0]} to {said[1]}, but it cannot fall.",
        f"The count is said to run on, yet the later figure, {said[1]}, is lower than"
        f" the earlier one, {said[0]}.",
        agrees=False,
    )


def over_documents(
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
            since = search(passage.masked, _SINCE)
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


def running(passage: Passage) -> Iterator[Outcome]:
    """Follow dated amounts in one sentence that says "so far"."""
    masked = passage.masked
    counts = search(masked, _RUNNING) or search(masked, _REACHED)
    if not counts or _revised(masked) or search(masked, _YEARLY):
        return
    points = []
    for match in matches(masked, _AMOUNT_BY, _BY_AMOUNT):
        end = last_day(passage.items[int(match["d"])])
        if end and passage.mention(match["v"]).form is Form.PLAIN:
            points.append((end, Place(passage, int(match["v"]))))
    dated: dict[int, tuple[dt.date, Place]] = {}
    for end, place in points:
        dated.setdefault(place.slot, (end, place))
    if len(dated) >= _PAIR:
        yield from _fallen(list(dated.values()))


def tallied(passage: Passage) -> Iterator[Outcome]:
    """Cumulative attendance: end of June, 88,000; end of July, 214,000."""
    masked = passage.masked
    said = search(masked, _TALLY)
    if not said or _revised(masked) or search(masked, _NO_TALLY):
        return
    for source in (_TALLIED, _ENTERED):
        run = [
            match
            for match in matches(masked, source)
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
            yield from grown(a, b)
