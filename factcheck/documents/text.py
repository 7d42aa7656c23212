"""Plain text: paragraphs, a headline, sub-headings, lists, tables, and what is no story."""

from __future__ import annotations

import datetime as dt
import itertools
import re

from factcheck.language import boilerplate, comments, datelines, layout
from factcheck.model.text import Block, BlockKind, Document, Span

# "date 2025-11-05", alone or before the first words of the text (DESIGN section 5).
_DATE = re.compile(r"\s*date[: \t]\s*(\d{4}-\d{2}-\d{2})\b[ \t]*", re.IGNORECASE)
_MAX_WRAP = 100
_MIN_WRAP = 45
_MIN_WRAPPED_LINES = 3
_FEWEST = 2  # lines with white space before them, and without
_MIN_SENTENCE = 40
_LONG = 200
_PROSE = 60

Range = layout.Range


def parse(text: str, *, name: str) -> Document:
    """Return the document of a plain text."""
    plain = comments.masked(text)
    start, date = _dated(plain)
    reader = _Reader(plain)
    for chunk in _chunks(plain, layout.lines(plain, start)):
        reader.read(chunk)
    blocks = reader.finished()
    if date is None:
        date = datelines.day(plain, blocks)
    title = next(
        (plain[b.span.start : b.span.end] for b in blocks if b.kind is BlockKind.TITLE),
        None,
    )
    return Document(name, text, blocks, title=title, date=date)


def _dated(text: str) -> tuple[int, dt.date | None]:
    """Return where the text starts after a leading date, and that date."""
    match = _DATE.match(text)
    if match:
        try:
            return match.end(), dt.date.fromisoformat(match.group(1))
        except ValueError:
            pass  # no day of the calendar, so it is text like any other
    return 0, None


def _chunks(text: str, lines: list[Range]) -> list[list[Range]]:
    """Return runs of lines between blank ones, without the white space at their ends."""
    chunks: list[list[Range]] = [[]]
    for line in lines:
        start, end = layout.trimmed(text, *line)
        if start == end:
            if chunks[-1]:
                chunks.append([])
        else:
            chunks[-1].append((line[0], end))
    return [chunk for chunk in chunks if chunk]


class _Reader:
    """Collects the blocks of one text, paragraph by paragraph."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.tables = 0
        self.related = False

    def read(self, chunk: list[Range]) -> None:
        """Take lines that stand together."""
        indented = _is_indented(self.text, chunk)
        if not indented and _is_headed(self.text, chunk):
            self.read(chunk[:1])
            chunk = chunk[1:]
        width = _width(chunk) if not indented and _wraps(self.text, chunk) else 0
        at = 0
        while at < len(chunk):
            count, head = layout.table_at(self.text, chunk, at)
            separator = "|" if count else "\t"
            count = count or layout.tabbed_at(self.text, chunk, at)
            if count:
                self._table(chunk[at : at + count], separator, head)
                at += count
                continue
            item = layout.marker(self.text, chunk[at])
            end = at + 1
            while end < len(chunk) and (
                _is_flush(self.text, chunk, end)
                if indented and item is None
                else self._continues(chunk, end, width, item=item)
            ):
                end += 1
            line = (chunk[at][0] if item is None else item, chunk[end - 1][1])
            start, stop = layout.trimmed(self.text, *line)
            if item is not None:
                depth = layout.indent(self.text, chunk[at]) // 2
                self._add(BlockKind.LIST, start, stop, level=depth)
            else:
                self._paragraph(start, stop, lines=end - at)
            at = end

    def finished(self) -> tuple[Block, ...]:
        """Return all blocks, headlines and headings told from paragraphs."""
        blocks = self.blocks
        stories = [i for i, block in enumerate(blocks) if not block.boilerplate]
        for index, following in itertools.pairwise(stories):
            block = blocks[index]
            if block.kind is not BlockKind.BODY:
                continue
            start, end = block.span.start, block.span.end
            if "\n" in self.text[start : min(end, start + _LONG)]:
                continue
            if index == stories[0] and layout.is_headline(self.text, start, end):
                blocks[index] = Block(BlockKind.TITLE, block.span, 1)
            elif (
                index != stories[0]
                and following == index + 1
                and self._is_prose(blocks[following])
                and layout.is_heading(self.text, start, end)
            ):
                blocks[index] = Block(BlockKind.HEADING, block.span, 2)
        return tuple(blocks)

    def _is_prose(self, block: Block) -> bool:
        """Return whether a block may stand under a heading: no other short line."""
        start, end = block.span.start, block.span.end
        return (
            block.kind is not BlockKind.BODY
            or end - start >= _LONG
            or layout.ends_sentence(self.text, start, end)
        )

    def _continues(
        self, chunk: list[Range], at: int, width: int, *, item: int | None
    ) -> bool:
        """Return whether a line goes on with the paragraph or item of the line before."""
        text, (start, end) = self.text, chunk[at]
        if layout.marker(text, chunk[at]) is not None:
            return False
        if layout.table_at(text, chunk, at)[0] or layout.tabbed_at(text, chunk, at):
            return False
        before = chunk[at - 1]
        first = layout.trimmed(text, start, end)[0]
        if item is not None:
            return layout.indent(text, chunk[at]) > layout.indent(text, before) or (
                text[first].islower() and not layout.ends_sentence(text, *before)
            )
        if width:
            return _is_full(text, before, chunk[at], width)
        return (
            text[first].islower()
            and before[1] - before[0] >= _MIN_SENTENCE
            and not layout.ends_sentence(text, *before)
        )

    def _table(self, rows: list[Range], separator: str, head: int) -> None:
        number = 0
        for index, line in enumerate(rows):
            if index == 1 and head > 1:
                continue
            for column, (start, end) in enumerate(
                layout.row_cells(self.text, line, separator)
            ):
                if start < end:
                    self.blocks.append(
                        Block(
                            BlockKind.TABLE,
                            Span(start, end),
                            boilerplate=self.related,
                            table=self.tables,
                            row=number,
                            column=column,
                        )
                    )
            number += 1
        self.tables += 1

    def _paragraph(self, start: int, end: int, *, lines: int) -> None:
        head = self.text[start : min(end, start + 700)]
        if end - start < 700 and lines == 1:  # noqa: PLR2004 - as `head`
            is_label = boilerplate.is_navigation(head) or boilerplate.is_related_link(
                head
            )
            if not is_label and boilerplate.opens_related(head):
                self.related = is_label = True
            if is_label or boilerplate.is_credit(head):
                self._add(BlockKind.BODY, start, end, boilerplate=True)
                return
        if end - start < 700 and boilerplate.is_caption(head):  # noqa: PLR2004
            self._add(BlockKind.CAPTION, start, end, boilerplate=True)
            return
        if end - start >= _PROSE and layout.ends_sentence(self.text, start, end):
            self.related = False
        at = start
        for first, last in boilerplate.appeals(self.text[start:end]):
            self._add(BlockKind.BODY, at, start + first)
            self._add(BlockKind.BODY, start + first, start + last, boilerplate=True)
            at = start + last
        self._add(BlockKind.BODY, at, end)

    def _add(
        self,
        kind: BlockKind,
        start: int,
        end: int,
        *,
        level: int = 0,
        boilerplate: bool = False,
    ) -> None:
        start, end = layout.trimmed(self.text, start, end)
        if start < end:
            marked = boilerplate or self.related
            self.blocks.append(Block(kind, Span(start, end), level, marked))


def _width(chunk: list[Range]) -> int:
    return max(end - start for start, end in chunk)


def _wraps(text: str, chunk: list[Range]) -> bool:
    """Return whether a paragraph is wrapped: no line had room for the next one's first word."""
    width = _width(chunk)
    if len(chunk) < _MIN_WRAPPED_LINES or not _MIN_WRAP <= width <= _MAX_WRAP:
        return (
            len(chunk) > 1
            and _MIN_WRAP <= width <= _MAX_WRAP
            and not any(layout.ends_sentence(text, *line) for line in chunk[:-1])
        )
    full = sum(
        _is_full(text, line, following, width)
        for line, following in itertools.pairwise(chunk)
    )
    return full * 10 >= (len(chunk) - 1) * 7


def _is_headed(text: str, chunk: list[Range]) -> bool:
    """Return whether only the first line keeps a chunk from being one that is wrapped."""
    return (
        len(chunk) > _MIN_WRAPPED_LINES
        and layout.is_headline(text, *layout.trimmed(text, *chunk[0]))
        and not text[layout.trimmed(text, *chunk[1])[0]].islower()
        and not _wraps(text, chunk)
        and _wraps(text, chunk[1:])
    )


def _is_indented(text: str, chunk: list[Range]) -> bool:
    """Return whether paragraphs begin with white space, and go on without, as when typed."""
    indents = [layout.indent(text, line) for line in chunk]
    openers = [at for at, indent in enumerate(indents) if indent]
    flush = [at for at, indent in enumerate(indents) if at and not indent]
    if len(openers) < _FEWEST or len(flush) < _FEWEST:
        return False
    if any(text[layout.trimmed(text, *chunk[at])[0]].islower() for at in openers):
        return False
    going = sum(_is_flush(text, chunk, at) for at in flush)
    return going * 4 >= len(flush) * 3


def _is_flush(text: str, chunk: list[Range], at: int) -> bool:
    """Return whether a line without white space before it goes on with the one before."""
    before = chunk[at - 1]
    return before[1] - before[0] >= _MIN_WRAP and not layout.indent(text, chunk[at])


def _is_full(text: str, line: Range, following: Range, width: int) -> bool:
    start, end = layout.trimmed(text, *following)
    word = text.find(" ", start, end)
    return line[1] - line[0] + 1 + (end if word < 0 else word) - start > width
