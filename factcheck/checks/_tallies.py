"""A count that can only grow, through a list or a sentence."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.checks import _arithmetic, _compare
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    Passage,
    alike,
    hint,
    matches,
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
_NOT_RUNNING = (
    r"\b(?:revised|corrected|refund(?:s|ed)?|active|current|occupied|remain(?:s|ing|ed)?"
    r"|returned|outstanding|balance|stock|backlog)\b"
)
_AMOUNT_BY = (
    r"{v:cem}(?: [a-z'-]+){0,5}? (?:by|on|at the end of|to|as of|until|at|in)"
    r" (?:the )?(?:end of )?{d:d}"
)
_BY_AMOUNT = r"\b(?:by|on|as of|at the end of|to) {d:d},? (?:[a-z]+ ){0,3}?{v:cem}"
_NO_REFUND = r"\bno (?:refunds?|credits?|corrections?|revisions?)\b"
# "Losses so far come to 1.1 million, down from 1.9 million in 2023": each year for itself.
_YEARLY = r"\b(?:up|down) from <|\bcompared (?:with|to) <"
# What the date of the document makes a day or a month of one year.
_RESOLVED = frozenset({"date", "weekday", "month"})
_PAIR = 2
_DATED = hint("<d", "<q", "<k", "<w")
_DAYS = {"hour": 1, "day": 1, "week": 7, "month": 30, "year": 365}


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
    if first.in_list is not second.in_list:
        return False
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
