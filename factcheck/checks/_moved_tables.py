"""Rows and columns of tables that tell one thing at several times.

A row under "October | November", or a column beside "2022", "2023", "2024".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from factcheck.checks._context import Passage, finds, pattern
from factcheck.checks._evidence import Evidence
from factcheck.checks._roots import roots
from factcheck.model import Document, Period, Span

_YEAR = r"\b(?P<year>(?:18|19|20)\d\d)\b"
_LAST = r"^(?:last|previous|prior) (?:year|month|week|season|quarter)\b"
_THIS = r"^(?:this|current) (?:year|month|week|season|quarter)\b"
_MONTH = r"^(?:(?P<n>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?)$"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")  # fmt: skip
_NOWHERE = Span(0, 0)


class Time(NamedTuple):
    """When the cells of a row or column hold.

    Attributes:
        kind: "year", "month" or "relative".
        number: Which, so that of two of one kind the lower is the earlier.
        rest: What else its header says.
    """

    kind: str
    number: int
    rest: str

    @property
    def period(self) -> Period | None:
        """It as a period, if it is more than "last year"."""
        if self.kind == "year":
            first, last = dt.date(self.number, 1, 1), dt.date(self.number, 12, 31)
            return Period(_NOWHERE, str(self.number), "year", first, last)
        if self.kind == "month":
            marks = (("month", self.number),)
            return Period(_NOWHERE, "month", "month", marks=marks)
        return None


class Line(NamedTuple):
    """Cells that tell one thing, each at another time.

    Attributes:
        said: The roots of what they tell: their row, the header, the caption, the headline.
        cells: Their times, and they.
    """

    said: frozenset[str]
    cells: tuple[tuple[Time, Passage], ...]


def time_of(header: str) -> Time | None:
    """Return the time that a header tells, or None.

    >>> time_of("Sales 2023"), time_of("This season").number
    (Time(kind='year', number=2023, rest='sales '), 0)
    """
    low = header.strip().lower()
    year = pattern(_YEAR).search(low)
    if year:
        return Time("year", int(year["year"]), low.replace(year[0], ""))
    month = pattern(_MONTH).match(low)
    if month:
        return Time("month", _MONTHS.index(month["n"]) + 1, "")
    for source, number in ((_LAST, -1), (_THIS, 0)):
        if finds(low, source):
            return Time("relative", number, low.partition(" ")[2])
    return None


@lru_cache(maxsize=8)
def lines(evidence: Evidence) -> tuple[Line, ...]:
    """Return the rows and columns of the tables of a story that tell one thing at several times."""
    tables: dict[tuple[int, int], dict[tuple[int, int], Passage]] = {}
    documents: dict[int, Document] = {}
    for passage in evidence.passages:
        block = passage.document.blocks[passage.block] if passage.in_table else None
        if block and None not in (block.table, block.row, block.column):
            documents[id(passage.facts)] = passage.document
            cells = tables.setdefault((id(passage.facts), block.table or 0), {})
            cells[block.row or 0, block.column or 0] = passage
    return tuple(
        line
        for (key, number), cells in tables.items()
        for line in _lines_of(documents[key], number, cells)
    )


def _lines_of(
    document: Document, number: int, cells: dict[tuple[int, int], Passage]
) -> Iterator[Line]:
    blocks = document.blocks
    first = next(at for at, block in enumerate(blocks) if block.table == number)
    texts = {
        (block.row, block.column): document.surface(block.span)
        for block in blocks[first:]
        if block.table == number
    }
    about = f"{document.surface(blocks[0].span)} {document.surface(blocks[max(0, first - 1)].span)}"
    times = {at: time_of(text) for at, text in texts.items() if 0 in at}
    said: dict[tuple[str, int, str], list[str]] = {}
    found: dict[tuple[str, int, str], list[tuple[Time, Passage]]] = {}
    for (row, column), passage in cells.items():
        over, beside = times.get((0, column)), times.get((row, 0))
        if over and not beside:
            found.setdefault(("row", row, over.rest), []).append((over, passage))
        elif beside and not over:
            key = "column", column, beside.rest
            found.setdefault(key, []).append((beside, passage))
            said[key] = [texts.get((0, column), "")]
    rows: dict[int | None, list[str]] = {}
    for (line, at), text in texts.items():
        if not times.get((0, at)):
            rows.setdefault(line, []).append(text)
    for key, members in found.items():
        if len(members) > 1:
            told = rows.get(key[1], []) if key[0] == "row" else said[key]
            words = " ".join((*told, key[2], about))
            yield Line(roots(words.lower()), tuple(members))
