"""Documents: text with structure."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import field
from enum import StrEnum

from factcheck.frozen import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of `Document.text`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Return whether the two have a code point in common."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Return whether all of `other` lies inside."""
        return self.start <= other.start and other.end <= self.end


class BlockKind(StrEnum):
    """What part of a document a block is."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    LIST = "list"
    TABLE = "table"
    CAPTION = "caption"
    QUOTE = "quote"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table cell.

    Attributes:
        kind: What it is; a table has one block a cell.
        span: Its text, without markup around it.
        level: Heading level, or depth in a list; else 0.
        boilerplate: Whether it is text around the story (support appeals, captions' credits,
            navigation): read, but no evidence.
        table: Which table of the document (0, 1, ...), or None.
        row: Row in the table, 0 the header row; None outside tables.
        column: Column in the table; None outside tables.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    boilerplate: bool = False
    table: int | None = None
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One document, read.

    Attributes:
        path: POSIX path as the report shows it.
        text: All of the text; for plain text and Markdown the decoded file itself.
        blocks: Ordered by span, never overlapping. What no block covers is markup.
        title: Title, or None.
        date: Date of publication, or None.
        source: Publisher, or None.
        official: Whether the document declares itself the official source.
        encoding: How the bytes were decoded.
        encoding_guessed: Whether the encoding is a guess.
        sha256: Of the bytes.
        notes: What the report should say of the reading ("the file is empty").
    """

    path: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    date: dt.date | None = None
    source: str | None = None
    official: bool = False
    encoding: str = "utf-8"
    encoding_guessed: bool = False
    sha256: str = ""
    notes: tuple[str, ...] = ()
    _lines: list[int] = field(default_factory=list, repr=False, compare=False)

    def surface(self, span: Span) -> str:
        """Return the exact source text of `span`."""
        return self.text[span.start : span.end]

    def position(self, offset: int) -> tuple[int, int]:
        """Return one-based line and column, in code points, of an offset."""
        if not self._lines:
            starts, at = [0], self.text.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = self.text.find("\n", at + 1)
            self._lines.extend(starts)
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def block_at(self, offset: int) -> int | None:
        """Return the index of the block that holds `offset`, or None."""
        index = bisect_right(self.blocks, offset, key=lambda b: b.span.start) - 1
        if index >= 0 and offset < self.blocks[index].span.end:
            return index
        return None
