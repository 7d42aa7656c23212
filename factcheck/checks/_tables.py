"""Tables of a document as rows of cells, with the numbers read in them."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.frozen import dataclass
from factcheck.model import Document, DocumentFacts, Fact, Span


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        text: Its text, without marks of emphasis.
        span: Where it stands.
        fact: The only number in it, or None.
    """

    text: str
    span: Span
    fact: Fact | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `rows[0]` is its header."""

    document: Document
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def width(self) -> int:
        """The number of columns."""
        return max(len(row) for row in self.rows)

    def column(self, at: int, first: int = 1) -> list[Cell | None]:
        """Return a column's cells from row `first` on; None where a row is shorter."""
        return [row[at] if at < len(row) else None for row in self.rows[first:]]


_PAIR = 2

_LAST: list[tuple[Sequence[DocumentFacts], tuple[list[Table], ...]]] = []


def all_tables(documents: Sequence[DocumentFacts]) -> tuple[list[Table], ...]:
    """Return the tables of each document.

    Several laws of a run ask for the same documents, so the last answer is kept.
    """
    if not (_LAST and _LAST[0][0] is documents):
        _LAST[:] = [(documents, tuple(_tables(each) for each in documents))]
    return _LAST[0][1]


def _tables(facts: DocumentFacts) -> list[Table]:
    blocks = facts.document.blocks
    cells: dict[int, dict[int, dict[int, int]]] = {}
    for number, block in enumerate(blocks):
        if block.table is not None and block.row is not None:
            row = cells.setdefault(block.table, {}).setdefault(block.row, {})
            row[block.column or 0] = number
    if not cells:
        return []
    numbers: dict[int, list[Fact]] = {}
    for fact in facts.facts:
        numbers.setdefault(fact.mention.block, []).append(fact)
    return [
        Table(
            facts.document,
            tuple(
                tuple(_cell(facts, row, numbers, at) for at in range(max(row) + 1))
                for _, row in sorted(rows.items())
            ),
        )
        for _, rows in sorted(cells.items())
    ]


def _cell(
    facts: DocumentFacts, row: dict[int, int], numbers: dict[int, list[Fact]], at: int
) -> Cell:
    number = row.get(at)
    if number is None:
        return Cell("", Span(0, 0), None)
    span = facts.document.blocks[number].span
    found = numbers.get(number, [])
    text = facts.document.surface(span).strip(" *_`\t\n")
    single = len(found) == 1 or _is_converted(found)
    return Cell(text, span, found[0] if single else None)


def _is_converted(found: Sequence[Fact]) -> bool:
    """Return whether a cell gives one number in two units: "172 km/h (107 mph)"."""
    if len(found) != _PAIR:
        return False
    one, other = (fact.mention for fact in found)
    return one.dimension == other.dimension and one.unit != other.unit
