"""Numbered lists under a heading that ranks, and tables: the values must follow the ranks.

"The largest farms: 1. Holt, 840 hectares; 2. Birch, 610; 3. Elm, 655": one step that goes
the other way is a slip; more of them, and the list follows something else. So does a
column of a table where another column tells why the one row stands before the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from factcheck.checks import _compare, _tallies
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import PEOPLE, Passage, finds, pattern
from factcheck.checks._tables import Cell, Table
from factcheck.frozen import dataclass
from factcheck.language import words
from factcheck.model import (
    BlockKind,
    Document,
    DocumentFacts,
    Evidence,
    Form,
    Outcome,
    Span,
)

_RANK = re.compile(r"\s*(\d{1,2})[.)]\s+\S")
_LINE = r"[a-z)\]'\"][,:]?(?: [-|(]| at| with)? (?:with |at )?<[cem]\d+>(?: [a-z]+){0,2}\)?[.;,]?$"
_MOST = (
    r"\b(?:largest|biggest|highest|busiest|greatest|longest|tallest|heaviest|richest|deepest|dearest|costliest"
    r"|most (?:visited|expensive|common|frequent|read|watched|borrowed|used|sold|populous|valuable|votes|points|goals|wins|medals)|leading)\b"
)
# Places that go by how many people live in, work in or come to them.
_CROWDED = r"\b(?:largest|biggest|busiest|most (?:populous|visited|popular))\b(?! by )"
# Places that go by what no column need tell: "the best walks", with their length.
_CHOSEN = r"\b(?:popular|favou?rites?|best|finest|chosen|voted|visited|busiest)\b"
_SCORED = r"\b(?:standings|classification|rankings?|league|results?|order|table|top|scorers?|winners?|popular)\b"
_SCORES = frozenset(
    {"point", "pt", "vote", "seat", "medal", "goal", "win", "visitor", "passenger"}
)
_IN_ORDER = r"\b(?:in (?:the |descending )?order(?! of (?:appearance|arrival|opening))|ranked by|largest first|from the (?:largest|biggest|highest))\b"
_OTHER_ORDER = (
    r"\b(?:from (?:north|south|east|west|the)|alphabetical\w*|by (?:name|age|date|year|name)|risers?|fallers?|change|score"
    r"|smallest|lowest|fewest|least|shortest|stages?|programme|schedule|order of (?:appearance|arrival|opening)|no particular|growth)\b"
)
_RANK_HEAD = re.compile(r"(?i)^\W*(?:rank|ranking|place|pos|position|no|#|rang)\b")
_GOES_BY = re.compile(r"(?i)\bby\b")
_NUMBERED = re.compile(r"(?i)^\W*(?:no|#)")
_BIG_FIRST = re.compile(
    r"(?i)\b(?:points?|pts|score|votes?|seats|medals?|goals|sales|revenue|population|total"
    r"|wins|visitors|passengers|output|deaths|cases|area|height|share)\b"
)
_SMALL_FIRST = re.compile(r"(?i)\b(?:time|result|finish|duration|gap|strokes)\b")
# What a league goes by, whatever else its table tells.
_DECIDES = re.compile(
    r"(?i)\b(?:points?|pts|ppg|score|average|avg|mean|pct|ratio|index|rating|coefficient)\b"
)
# A lone column that is told in these is what the ranks go by.
_SHARED = ("ratio", "currency:")
_VALUED = (*_SHARED, "length", "area", "mass")
_OTHER_TITLE = re.compile(
    r"(?i)\b(?:change|changed|growth|rise|fall|since|previous|last|year|years|swing|margin|against|vs)\b|\+|%.*%"
)
# What a list that goes by something else tells beside the names.
_TRAIT = re.compile(
    r"(?i)\b(?:founded|built|opened|born|age|seed|start|bib|lane|heat|dates?|price|fee|odds|entry|difference|distance|played|number|code|id)\b"
)
_TIME = re.compile(r"^\+? ?(?:(\d+):)?(\d{1,2}):(\d\d)(?:[.,](\d+))?$")
# A line of results: a place, a name, and a time or what is missing to the first.
_RESULT = (
    r"\s*(?P<rank>\d{1,2})[.)]\s+[^\W\d].*?[ (,:](?P<plus>\+ ?)?(?P<value>(?:\d+:)?\d{1,2}:\d\d(?:[.,]\d+)?|(?:(?<=\+)|(?<=\+ ))\d+[.,]\d+|\d{2,3}[.,]\d{2}(?=\s*$)"
    r"|\d+(?:[.,]\d+)?(?= (?:seconds?|secs?|s|minutes?|points?|strokes?|laps?|metres?) (?:behind|back|adrift|down|off)))"
    r"(?: (?:seconds?|secs?|s|minutes?|points?|strokes?|laps?|metres?))?\)?(?P<gap> (?:behind|back|adrift|down|off(?: the (?:lead|pace))?))?[.;,)]*\s*$"
)
_RESULTS = (
    " behind",
    "+",
    " adrift",
    " back",
    " down",
    "esults",
    "tandings",
    "lassification",
    "anking",
)
_FINISHED = r"\b(?:standings|classification|results?|rankings?|finish(?:ers)?|podium)\b"
# A list of times that goes by something else.
_NO_FINISH = r"\b(?:start(?:ing|s)?|lanes?|entr(?:y|ies)|seeds?|draw|records?|bests?|splits?|legs?|laps?|by (?:club|team|nation))\b"
_EXACT = r"[.,]\d+$"
_TITLES = (BlockKind.TITLE, BlockKind.HEADING)
_FEWEST, _TELLING = 3, 6
_NEAR = 160
_FIRST_YEAR, _LAST_YEAR = 1500, 2100


def listed(facts: DocumentFacts, group: Sequence[Passage]) -> Iterator[Outcome]:
    """Yield the one step of a ranked list that goes up."""
    run: list[Place] = []
    document = facts.document
    for passage in group:
        if not passage.in_list:
            continue
        rank = _rank(document, passage)
        if run and passage.block > run[-1].passage.block + 1:
            yield from _falling(document, run)
            run = []
        if not rank:
            # Lines without numbers go by what the line above says.
            head = run[0].passage if run else passage
            above = " ".join(_above(document, head.span.start).split())
            if not finds(above, _IN_ORDER):
                continue
            rank = len(run) + 1
        if rank != len(run) + 1:
            yield from _falling(document, run)
            run = []
        if rank == len(run) + 1 and pattern(_LINE).search(passage.masked):
            run.append(Place(passage, len(passage.items) - 1))
    yield from _falling(document, run)


def behind(facts: DocumentFacts) -> Iterator[Outcome]:
    """Yield the one place of a list of results whose time, or gap, is less than the one before."""
    document, text = facts.document, facts.document.text
    if "\n2" not in text or not any(word in text for word in _RESULTS):
        return
    run: list[tuple[Span, Decimal, bool]] = []
    for block in document.blocks:
        if block.kind is not BlockKind.LIST:
            continue
        start = text.rfind("\n", 0, block.span.end - 1) + 1
        line = pattern(_RESULT).match(text[start : block.span.end])
        if line is None:
            # The first may be told in points, and the others in what they are behind.
            first = _RANK.match(text, start)
            if first and first[1] == "1":
                yield from _overtaken(document, run)
                run = [(block.span, Decimal(0), False)]
            continue
        if int(line["rank"]) != len(run) + 1:
            yield from _overtaken(document, run)
            run = []
        span = Span(start + line.start("value"), start + line.end("value"))
        value = seconds(line["value"])
        if value is not None and int(line["rank"]) == len(run) + 1:
            run.append((span, value, bool(line["plus"] or line["gap"])))
    yield from _overtaken(document, run)


def _overtaken(
    document: Document, run: Sequence[tuple[Span, Decimal, bool]]
) -> Iterator[Outcome]:
    told = [row for row in run if row[2]]
    if len(run) < _FEWEST or (told and len(told) < len(run) - 1):
        return
    if not told and not _is_finish(document, run):
        return
    # Three that fall and rise may be marks, of which the most is the best.
    bare = ":" not in document.surface(run[0][0])
    if bare and not told and len(run) <= _FEWEST:
        return
    rows = told or run
    wrong = [i for i, (a, b) in enumerate(pairwise(rows)) if b[1] < a[1]]
    if len(wrong) != 1:
        return
    at = wrong[0]
    spans = [rows[at][0], rows[at + 1][0]]
    said = [document.surface(span) for span in spans]
    rank = at + 1 + len(run) - len(rows)
    yield _tallies.say(
        [
            _compare.span_evidence(document, span, side=side)
            for side, span in enumerate(spans)
        ],
        f"Number {rank + 1} of the list has less than number {rank}: {said[1]} against {said[0]}.",
        f"The list ranks {said[0]} before {said[1]}. The two may be swapped, or one of them"
        " is wrong.",
        agrees=False,
    )


def _is_finish(document: Document, run: Sequence[tuple[Span, Decimal, bool]]) -> bool:
    """Return whether a list of times goes by them: the line above says so, or a title.

    Under a title, the times are told to a part of a second, as nothing but races is.
    """
    head = " ".join(_above(document, run[0][0].start).split())
    if pattern(_OTHER_ORDER).search(head) or pattern(_NO_FINISH).search(head):
        return False
    start = run[0][0].start
    titles = [
        document.surface(block.span).lower()
        for at, block in enumerate(document.blocks)
        if (not at or block.kind in _TITLES) and block.span.start < start
    ]
    return finds(head, _FINISHED) or (
        any(finds(title, _FINISHED) for title in titles)
        and all(pattern(_EXACT).search(document.surface(span)) for span, _, _ in run)
    )


def _above(document: Document, at: int) -> str:
    """Return the line above the one at a place, in lower case."""
    start = document.text.rfind("\n", 0, at)
    above = document.text[max(0, start - _NEAR) : start].rstrip()
    return above[above.rfind("\n") + 1 :].lower()


def _rank(document: Document, passage: Passage) -> int:
    """Return the number that a line of a list begins with, or 0."""
    at = document.text.rfind("\n", 0, passage.span.start) + 1
    found = _RANK.match(document.text, at)
    return int(found[1]) if found else 0


def _falling(document: Document, run: Sequence[Place]) -> Iterator[Outcome]:
    if len(run) < _FEWEST:
        return
    values = [place.passage.mention(place.slot).value or Decimal(0) for place in run]
    wrong = [i for i, (a, b) in enumerate(pairwise(values)) if a < b]
    if len(wrong) != 1 or not (_ranks(document, run) or _is_bound_to_fall(run, values)):
        return
    first, second = run[wrong[0]], run[wrong[0] + 1]
    said = first.said(), second.said()
    yield _tallies.say(
        [first.evidence(0), second.evidence(1)],
        f"Number {wrong[0] + 2} of the list has more than number {wrong[0] + 1}:"
        f" {said[1]} against {said[0]}.",
        f"The list ranks {said[0]} before {said[1]}. The two may be swapped, or one of them"
        " is wrong.",
        agrees=False,
    )


def _is_bound_to_fall(run: Sequence[Place], values: Sequence[Decimal]) -> bool:
    """Return whether so many values fall, but for two that change places, that no chance does it."""
    return (
        len(run) >= _TELLING
        and _is_swapped(values)
        and _are_alike(run)
        and not any(set(place.passage.kinds) & set("dwqk") for place in run)
    )


def _is_swapped(values: Sequence[Decimal]) -> bool:
    """Return whether values fall one after another, but for two that change places."""
    told = list(values)
    at = next((i for i, (a, b) in enumerate(pairwise(told)) if a < b), None)
    if at is None:
        return False
    told[at : at + 2] = told[at + 1], told[at]
    return all(a > b for a, b in pairwise(told))


def _are_alike(run: Sequence[Place]) -> bool:
    """Return whether values are plain, in one unit and of one thing."""
    mentions = [place.passage.mention(place.slot) for place in run]
    nouns = {m.counted.lemma for m in mentions if m.counted and not m.counted.elided}
    return len(nouns) <= 1 and not any(
        m.form is not Form.PLAIN or m.modifier or m.unit != mentions[0].unit
        for m in mentions
    )


def _ranks(document: Document, run: Sequence[Place]) -> bool:
    """Return whether the line above a list says that it goes by these values."""
    mentions = [place.passage.mention(place.slot) for place in run]
    nouns = {m.counted.lemma for m in mentions if m.counted and not m.counted.elided}
    head = " ".join(_above(document, run[0].passage.span.start).split())
    if not _are_alike(run) or pattern(_OTHER_ORDER).search(head):
        return False
    if finds(head, _MOST) or finds(head, _IN_ORDER):
        return not nouns & {"place", "year", "day"}
    return bool(pattern(_SCORED).search(head) and nouns and nouns <= _SCORES)


# Ranks in tables.


@dataclass(frozen=True, slots=True)
class _Column:
    """A column with a value for each rank; `sign` is 1 where its best is its smallest."""

    title: str
    cells: Sequence[Cell]
    values: Sequence[Decimal]
    sign: int
    dimension: str

    def better(self, first: int, second: int) -> bool:
        return self.sign * self.values[first] < self.sign * self.values[second]


def tabled(table: Table) -> Iterator[Outcome]:
    """Yield the one row of a ranked table that is better than the row before it."""
    head = table.rows[0]
    rank = next(
        (at for at, cell in enumerate(head) if _RANK_HEAD.match(cell.text)),
        0 if _has_gaps(table) else None,
    )
    if rank is None or len(table.rows) <= _FEWEST:
        return
    known = [_integer(cell) for cell in table.column(rank)]
    ranks = [number for number in known if number is not None]
    if len(ranks) != len(known) or ranks != sorted(ranks):
        return
    columns = [
        column
        for at, cell in enumerate(head)
        if at != rank and (column := _column(table.column(at), cell.text))
    ]
    alone = len(columns) == 1 and not _NUMBERED.match(head[rank].text)
    above = _above(table.document, head[rank].span.start)
    crowds = alone and finds(above, _CROWDED) and not finds(above, _OTHER_ORDER)
    # Where a title says what they go by, three rows are enough.
    most = finds(above, _MOST) and not finds(above, _OTHER_ORDER)
    said = most or _GOES_BY.search(head[rank].text)
    fewest = _FEWEST - 1 if said else _FEWEST + 1
    steps = {id(column): _out_of_order(column, ranks) for column in columns}
    told = [
        column
        for column in columns
        if _bears_out(column, alone=alone and not finds(above, _CHOSEN))
        or (crowds and _is_measure(column) and _counts_people(column))
        or (alone and _is_one_swap(column, steps[id(column)], fewest))
    ]
    for column in told:
        wrong = steps[id(column)]
        if len(wrong) != 1:  # with more, the column is not what the ranks go by
            continue
        if not any(
            not steps[id(other)] and _tells_why(other, column, wrong[0])
            for other in columns
        ):
            yield _swapped(table, ranks, column, wrong[0])


def _has_gaps(table: Table) -> bool:
    """Return whether rows are numbered from 1, and tell what each is behind the first."""
    numbers = [_integer(cell) for cell in table.column(0)]
    return numbers == list(range(1, len(numbers) + 1)) and any(
        all(cell and cell.text.startswith("+") for cell in table.column(at, 2))
        for at in range(1, table.width)
    )


def _column(cells: Sequence[Cell | None], title: str) -> _Column | None:
    known = [cell for cell in cells if cell is not None]
    dimension = next((c.fact.mention.dimension for c in known if c.fact), "")
    # "4 h 12 min; + 18 s; + 44 s": the winner's own time, or a dash, stands before the gaps.
    gaps = not known[0].text.startswith("+") and all(
        cell.text.startswith("+") for cell in known[1:]
    )
    # "Bills paid on time, 88 percent": a share is no time.
    timed = (
        (gaps and dimension == "duration")
        or all(_TIME.match(cell.text) for cell in known[gaps:])
        or (not dimension.startswith(_SHARED) and _SMALL_FIRST.search(title))
    )
    found = [_value(cell) for cell in known]
    if gaps and timed:
        found[0] = Decimal(0)
    values = [value for value in found if value is not None]
    if len(values) != len(cells):
        return None
    return _Column(title, known, values, 1 if timed else -1, dimension)


def _bears_out(column: _Column, *, alone: bool) -> bool:
    """Return whether ranks go by such a column: it says so, or there is no other."""
    if column.sign > 0 or _BIG_FIRST.search(column.title):
        return True
    return (
        alone
        and column.dimension.startswith(_VALUED)
        and not _OTHER_TITLE.search(column.title)
    )


def _is_one_swap(column: _Column, wrong: Sequence[int], fewest: int) -> bool:
    """Return whether a column falls from rank to rank, but for two that change places."""
    told = len(wrong) == 1 and len(column.values) > fewest
    return told and _is_measure(column) and _is_swapped(column.values)


def _is_measure(column: _Column) -> bool:
    """Return whether a column tells how much there is, and no change, date or trait."""
    if column.sign > 0 or _OTHER_TITLE.search(column.title):
        return False
    return not _TRAIT.search(column.title) and not all(
        _FIRST_YEAR < value < _LAST_YEAR for value in column.values
    )


def _counts_people(column: _Column) -> bool:
    """Return whether a column says in its title that it counts people: "Residents 2021"."""
    first, _, rest = column.title.lower().partition(" ")
    return words.lemma(first) in PEOPLE and not pattern("[a-z]").search(rest)


def _tells_why(other: _Column, wrong: _Column, step: int) -> bool:
    """Return whether the ranks go by another column: gold before all medals, not wins before points.

    "Takings of the week" bear the ranks out, and so those of all weeks need not.
    """
    if other.sign != wrong.sign or not other.better(step, step + 1):
        return False
    return not _DECIDES.search(wrong.title) or bool(_DECIDES.search(other.title))


def _out_of_order(column: _Column, ranks: Sequence[int]) -> list[int]:
    """Return the rows after which a better one comes."""
    return [
        i
        for i in range(len(ranks) - 1)
        if ranks[i] < ranks[i + 1] and column.better(i + 1, i)
    ]


def _swapped(table: Table, ranks: Sequence[int], column: _Column, step: int) -> Outcome:
    first, second = column.cells[step], column.cells[step + 1]
    better = "a shorter time" if column.sign > 0 else "more"
    return _tallies.say(
        [_place(table, first, 0), _place(table, second, 1)],
        f"Rank {ranks[step + 1]} has {better} than rank {ranks[step]}: {second.text} against"
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


def seconds(text: str) -> Decimal | None:
    """Return the seconds of a time such as "4:05.02", or of a bare number of them."""
    timed = _TIME.match(text)
    if not timed:
        return (
            Decimal(text.replace(",", "."))
            if text[0].isdigit() and ":" not in text
            else None
        )
    hours, minutes, seconds, rest = timed.groups()
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    return whole + Decimal(f"0.{rest or 0}")


def _value(cell: Cell) -> Decimal | None:
    if _TIME.match(cell.text):
        return seconds(cell.text)
    mention = cell.fact.mention if cell.fact else None
    if mention is None or mention.value is None or mention.form is not Form.PLAIN:
        return None
    if mention.dimension == "duration":
        return _compare.base_value(mention.value, mention.unit)
    return mention.value
