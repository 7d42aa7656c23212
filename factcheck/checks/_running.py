"""A count that runs on through the lines of a log, or down a column.

"8.30 p.m. The counter stands at 2.4 million; 10.00 p.m. Total so far: 2.1 million": each
line has its own time, and the count cannot fall from one line to the next. Nor can it down
a column of a table that says so, where each row is of a later time.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.checks import _arithmetic, _compare, _tallies
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    Group,
    Passage,
    aligned,
    alike,
    finds,
    hint,
    matches,
    pattern,
    saying,
    search,
)
from factcheck.checks._tables import Cell, Table
from factcheck.model import DocumentFacts, Form, Outcome

# The entry of a line is its time, then an amount.
_ENTRY = r"^\W*(?:on |at |by )?<[dkqw]\d+>(?:[ ,-]*<[dkw]\d+>)* ?(?::|-|,)? ?\(?<(?P<v>[cem])(?P<slot>\d+)>"
# What makes an amount the count so far.
_SO_FAR = r"\b(?:total so far|altogether|in all|so far|counter|tally|running (?:total|figure|count))\b[^<;.]{0,40}<(?P<v>[cem])(?P<slot>\d+)>"
_SUMMED = r"<(?P<v>[cem])(?P<slot>\d+)>[^<;.]{0,40}\b(?:so far|in all|altogether|to date|since the (?:start|beginning))\b"
_TOLD = hint("<d", "<k", "<q", "<w", sources=(_ENTRY,)) | hint(
    "so far", "altogether", "in all", "counter", "tally", "running", "to date", "since the",
    sources=(_SO_FAR, _SUMMED),
)  # fmt: skip
_STANDS = r"\b(?:we are|we're|now|stands?|stood|standing)(?: now)? (?:at|on) <(?P<v>[cem])(?P<slot>\d+)>"
_CUES = (
    "o far",
    "ltogether",
    "unning ",
    " tally",
    "Tally",
    "he counter",
    "umulative",
    "in all",
    "In all",
    "o date",
)
_RUNNING = r"\b(?:so far|to date|running (?:total|figure|count|tally)|cumulative(?:ly)?|in total since|since the (?:start|beginning|outbreak))\b"
_NOT_RUNNING = (
    r"\b(?:revised|revises|corrected|correction|refunds?|refunded|active|current|currently|occupied|remain(?:s|ing|ed)?|left|miscount\w*|recount\w*"
    r"|returned|outstanding|balance|stock|backlog|trapped|missing|unaccounted|without power|down from|of which|target|goal|per|a day|an hour|price|shares?)\b"
)
_CORRECTED = r"\b(?:revis|correct|wrong|mistake|miscount|recount|withdr)"
_DROPPED = r"\b(?:none|never|no one|nobody|not|no|without)\b[^,.;]*"
_SETTLED = r"\b(?:withdrawn|withdrew|struck out|struck off|deducted|merged|paid back|cancelled|each|(?:monthly|weekly|daily) (?:total|number|count|figure|sum)|new|down|fell|fallen|dropped|low\w*|levels?|held|shrunk|sunk|declin\w*|price|index|stake|deficit|surplus|profit|loss|compar\w+|than|against|from(?= <[cem]))\b"
# A column of a table that counts up, and the times that its rows are of.
_UPWARDS = r"\b(?:cumulative|running (?:total|count|tally)|(?:total )?(?:so far|to date)|(?:in )?total since|since (?!last|then|previous))"
_NO_COUNT = r"\b(?:change|growth|rise|fall|increase|average|mean|per|rate|share|net|left|remaining|balance|stock|days|years|year to date|time|elapsed|against|vs|revised|new|active)\b|%"
_WHEN = (
    r"(?:(?:the )?(?:end|start|middle|close)(?: of)? |to |by |until )?(?:(?:week|day|month|year|quarter|hour|q) ?\d|\d{1,2}(?:st|nd|rd|th)?[ ./-](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[a-z]*)\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{4}-\d\d|\d{1,2}[:.]\d\d|(?:19|20)\d\d$)"
)
_TIMES = r"(?:date|day|week|month|year|hour|round|stage)\b"
# "310 led out since noon", "the tally of people led out since noon is 280"
_MARK = r"(?:<[kdw]\d+>|midnight|noon|dawn)"
_SINCE = (
    rf"<(?P<v>[cem])(?P<slot>\d+)>(?P<what>[^<;.,]{{3,60}}) since (?P<from>{_MARK})",
    rf"\b(?:tally|count|total|number) of (?P<what>[^<;.,]{{3,60}}) since (?P<from>{_MARK}) (?:now )?(?:is|stands at|has reached|has risen to|has grown to|was|comes to|came to)(?: now)? (?:up to |at )?<(?P<v>[cem])(?P<slot>\d+)>",
)
SINCE = hint(" since ", sources=_SINCE)
# "Puts the number of <pupils in town> at 57", "the number of <pupils in town> has climbed to 49"
_STOOD = (
    r"\b(?:(?:number|count|tally|total) of (?P<what>[^<;:.,]{3,60}?)|(?P<toll>(?:[a-z]+ )?toll(?: (?:in|at|of|from) [^<;:.,]{2,40}?)?))"
    r" (?:is|was|stands at|stood at|at|(?:has )?reached|(?:has |had )?(?:now |since )?(?:(?P<up>climb(?:ed|s)|risen|ris(?:es|ing)|rose|grown|grows|grew|increase[ds]|goes up|gone up|jump(?:ed|s))"
    r"|(?P<down>fallen|falls|fell|drop(?:ped|s)|shrunk|decrease[ds]|goes down|gone down)) to)(?: now)? <(?P<v>[cem])(?P<slot>\d+)>"
)
MOVED = hint(" to <", " to now <", sources=(_STOOD,))
# What has been done stays done; who is stranded or without power may be so no longer.
_DONE = r"\b(?!(?:clos|block|trapp|strand|isolat|detain|hous|shelter|admitt|hospitali[sz]|affect|flood|need|report|expect|remain)ed\b)(?:[a-z]{3,}ed|brought|made|taken|sent|found|sold|given|caught)\b"
_MARKS = 8  # "- On "
_NEAR = 200
_FEWEST, _PAIR = 3, 2


def logged(facts: DocumentFacts, group: Sequence[Passage]) -> Iterator[Outcome]:
    """Yield the one line of a log at which the count so far falls."""
    document, text = facts.document, facts.document.text
    if len(saying(group, _TOLD)) < _FEWEST - 1:
        return
    starts = [period.span.start for period in facts.extraction.periods]
    begun = [at for at in starts if text.rfind("\n", max(0, at - _MARKS), at) >= 0]
    if len(begun) < _FEWEST - 1 or not any(word in text for word in _CUES):
        return
    sentences: dict[int, list[Passage]] = {}
    for passage in group:
        sentences.setdefault(passage.block, []).append(passage)
    run: list[tuple[Place, bool]] = []
    lines, entered = 0, False
    for number, block in enumerate(document.blocks):
        at = bisect_left(starts, block.span.start)
        if block.row is not None or at == len(starts):
            continue
        if starts[at] - block.span.start > _MARKS:
            if lines:
                yield from _falls(run, lines)
                run, lines = [], 0
            continue
        if not lines:
            head = text[max(0, block.span.start - _NEAR) : block.span.start].lower()
            entered = pattern(_RUNNING).search(head) is not None
        lines += 1
        run += _amount(sentences.get(number, ()), entered=entered)
    yield from _falls(run, lines)


def since(group: Sequence[Passage]) -> Iterator[Outcome]:
    """Yield two lines with times of their own that count one thing from one moment, and fall."""
    last: dict[tuple[str, str], tuple[int, Place]] = {}
    for _, passage in saying(group, SINCE):
        words = pattern(_DROPPED).sub("", passage.masked)
        if passage.in_table or pattern(f"{_NOT_RUNNING}|{_SETTLED}").search(words):
            continue
        moment = time(passage)
        if moment is None:
            continue
        for match in matches(passage.masked, *_SINCE):
            place = Place(passage, int(match["slot"]))
            if not finds(match["what"], _DONE) or finds(match["what"], _NOT_RUNNING):
                continue
            known = pattern(r"\b[a-z]{4,}\b").findall(match["what"])
            key = " ".join(known[-_PAIR:]), _moment(passage, match["from"])
            before = last.get(key)
            if before and before[0] < moment and _is_lower(place, before[1]):
                said = [
                    _arithmetic.plain(each.passage, each.slot)
                    for each in (before[1], place)
                ]
                yield _tallies.fallen([before[1].evidence(0), place.evidence(1)], said)
            last[key] = moment, place


def turned(group: Group) -> Iterator[Outcome]:
    """Yield a number that a log tells to have risen, from what was more, or to have fallen."""
    if not group.hints & MOVED:
        return
    last: dict[str, tuple[int, Place]] = {}
    lines: list[tuple[int, Passage]] = []
    for passage in group:
        moment = None if passage.in_table or not passage.amounts else time(passage)
        if moment is None:
            continue
        lines.append((moment, passage))
        found = search(passage.masked, _STOOD)
        if found is None:
            continue
        place = Place(passage, int(found["slot"]))
        key = found["what"] or found["toll"]
        before = last.get(key) or _counted(key, lines[:-1])
        last[key] = moment, place
        if before is None or before[0] >= moment or not (found["up"] or found["down"]):
            continue
        ends = (place, before[1]) if found["up"] else (before[1], place)
        start, end = before[1].passage.span.start, passage.span.end
        said = passage.document.text[start:end].lower()
        if _is_lower(*ends) and not finds(said, _CORRECTED):
            yield _reversed(before[1], place, "risen" if found["up"] else "fallen")


def _counted(
    what: str, lines: Sequence[tuple[int, Passage]]
) -> tuple[int, Place] | None:
    """Return the last number of something that the lines of a log tell: "57 pupils in town"."""
    for moment, passage in reversed(lines):
        found = search(passage.masked, rf"<[cem](?P<slot>\d+)> {re.escape(what)}\b")
        if found is not None:
            return moment, Place(passage, int(found["slot"]))
    return None


def _reversed(old: Place, new: Place, way: str) -> Outcome:
    """Return that a number cannot have gone a way from what it was before."""
    a, b = (_arithmetic.plain(each.passage, each.slot) for each in (old, new))
    return _tallies.say(
        [old.evidence(0), new.evidence(1)],
        f"The number is said to have {way} to {b}, but it was {a} before.",
        f"An earlier line gives {a}; to get to {b} from there is the other way.",
        agrees=False,
    )


def time(passage: Passage) -> int | None:
    """Return the minute of the day with which the line of a sentence begins, as in a log."""
    document = passage.document
    text = document.surface(document.blocks[passage.block].span).lstrip("*-_ \t")
    found = re.match(r"(\d{1,2})[:.](\d\d)\b(?! ?[ap]\.?m)", text)
    return int(found[1]) * 60 + int(found[2]) if found else None


def _moment(passage: Passage, text: str) -> str:
    return passage.period(text[2:-1]).surface.lower() if text[0] == "<" else text


def _is_lower(later: Place, earlier: Place) -> bool:
    a, b = (each.passage.mention(each.slot) for each in (later, earlier))
    if {a.form, b.form} != {Form.PLAIN} or aligned(a, b) is None or a.modifier:
        return False
    return (a.value or 0) < (b.value or 0)


def _amount(line: Sequence[Passage], *, entered: bool) -> list[tuple[Place, bool]]:
    """Return the count so far that a line of a log tells, and whether it is said to be one."""
    if any(search(passage.masked, _NOT_RUNNING) for passage in line):
        return []
    match = pattern(_ENTRY).match(line[0].masked) if entered and line else None
    if match:
        return [(Place(line[0], int(match["slot"])), True)]
    for sure, source in ((True, _SO_FAR), (True, _SUMMED), (False, _STANDS)):
        for passage in line:
            match = search(passage.masked, source)
            if match:
                return [(Place(passage, int(match["slot"])), sure)]
    return []


def _falls(run: Sequence[tuple[Place, bool]], lines: int) -> Iterator[Outcome]:
    mentions = [place.passage.mention(place.slot) for place, _ in run]
    if lines < _FEWEST or any(
        m.form is not Form.PLAIN or m.modifier or not alike(m, mentions[0])
        for m in mentions
    ):
        return
    values = [m.value or 0 for m in mentions]
    wrong = [i for i, (a, b) in enumerate(pairwise(values)) if b < a]
    if len(wrong) == 1:
        (a, sure), (b, also) = run[wrong[0]], run[wrong[0] + 1]
        if sure and also:
            yield from _tallies.grown(a, b)


def tabled(table: Table) -> Iterator[Outcome]:
    """Yield the one step of a column "so far" that goes against all its others."""
    head, *rows = table.rows
    titles = [cell.text.lower() for cell in head]
    if not any(pattern(_UPWARDS).search(title) for title in titles):
        return
    while rows and pattern(r"(?i)\W*(?:total|sum|all)\b").match(rows[-1][0].text):
        rows.pop()
    times = [row[0].text.lower() for row in rows]
    counted = pattern(_TIMES).match(titles[0]) and all(map(str.isdigit, times))
    if not counted and not all(pattern(_WHEN).match(time) for time in times):
        return
    for at, title in enumerate(titles[1:], 1):
        if pattern(_UPWARDS).search(title) and not pattern(_NO_COUNT).search(title):
            yield from _dented(table, [row[at] for row in rows if at < len(row)])


def _dented(table: Table, cells: Sequence[Cell]) -> Iterator[Outcome]:
    """Yield the one step of a column that goes down, or up where the last row comes first."""
    mentions = [cell.fact.mention for cell in cells if cell.fact]
    if len(cells) < _FEWEST or len(mentions) != len(cells):
        return
    if any(m.form is not Form.PLAIN or m.unit != mentions[0].unit for m in mentions):
        return
    values = [m.value or 0 for m in mentions]
    steps = list(pairwise(range(len(cells))))
    falls = [(a, b) for a, b in steps if values[b] < values[a]]
    rises = [(b, a) for a, b in steps if values[b] > values[a]]
    wrong = falls if len(falls) <= len(rises) else rises
    if len(wrong) == 1 and falls and rises:
        told = [cells[at].fact for at in wrong[0]]
        shown = [
            _compare.evidence(table.document, fact, side=side)
            for side, fact in enumerate(told)
            if fact is not None
        ]
        yield _tallies.fallen(shown, [cells[at].text for at in wrong[0]])
