"""Markdown: front matter, headings, lists, tables, quotes, code; comments are no text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.errors import RuleError
from factcheck.language import boilerplate, datelines, layout
from factcheck.model.text import Block, BlockKind, Document, Span

Range = layout.Range

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_CLOSING = re.compile(r"[ \t]+#+[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r" {0,3}(?:>[ \t]?)+")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S")
_IMAGE = re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)$")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
# A tag with an attribute, whose values are no text; a plain <b> stays in its sentence.
_TAG = re.compile(
    r"<[A-Za-z/][^<>=\n]{0,200}=[^<>\n]{0,2000}>|</?[A-Za-z][A-Za-z0-9-]*[ \t]*/?>$"
)
_MAX_FRONT = 65_536
_CODE_INDENT = 4
_FLAGS = {
    "true": True,
    "yes": True,
    "on": True,
    "false": False,
    "no": False,
    "off": False,
}


def parse(text: str, *, name: str) -> Document:
    """Return the document of a Markdown text."""
    front = _front_matter(text, name)
    reader = _Reader(text, _comments(text, front.end))
    reader.read(layout.lines(text, front.end))
    title = front.title
    date = front.date or datelines.day(text, reader.blocks)
    if title is None:
        for block in reader.blocks:
            if block.kind is BlockKind.TITLE:
                title = text[block.span.start : block.span.end]
                break
    return Document(
        name,
        text,
        tuple(reader.blocks),
        title=title,
        date=date,
        source=front.source,
        official=front.official,
        notes=tuple(front.notes),
    )


@dataclass(slots=True)
class _Front:
    """What the front matter says, and where it ends."""

    end: int = 0
    title: str | None = None
    date: dt.date | None = None
    source: str | None = None
    official: bool = False
    notes: list[str] = field(default_factory=list)


def _front_matter(text: str, name: str) -> _Front:
    front = _Front()
    first = text.find("\n")
    if not text.startswith("---") or text[:first].strip() != "---":
        return front
    close = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE).search(
        text, first + 1, first + 1 + _MAX_FRONT
    )
    if close is None:
        return front
    inner = text[first + 1 : close.start()]
    if _is_plain(inner):
        front.end = close.end()
        _take(front, _line_by_line(inner))
        return front
    # Slow to import (15 ms with PyYAML), and little front matter needs it.
    from factcheck import yamltext  # noqa: PLC0415

    try:
        node = yamltext.load(inner, name, line=2)
    except RuleError as error:
        front.end = close.end()
        front.notes.append(
            f"the front matter is no YAML, and read line by line: {error}"
        )
        _take(front, _line_by_line(inner))
        return front
    if not isinstance(node, yamltext.Mapping):
        return front  # a text between two rules
    front.end = close.end()
    values = yamltext.plain(node)
    if isinstance(values, dict):
        _take(front, values)
    return front


def _is_plain(text: str) -> bool:
    """Return whether front matter is lines such as "title: Basin opens", as they stand."""
    keys = set()
    lines = text.removesuffix("\n").split("\n")
    for line in lines:
        key, _, value = line.partition(": ")
        value = value.strip()
        if not (key.isidentifier() and value[:1].isalnum() and value.isprintable()):
            return False
        if ":" in value or "#" in value or value[-1] in "\"'":
            return False
        keys.add(key)
    return len(keys) == len(lines)


def _line_by_line(text: str) -> dict[str, object]:
    """Return what front matter says that is no YAML: "title: The tunnel: costs and dates"."""
    found: dict[str, object] = {}
    for line in text.splitlines():
        key, colon, value = line.partition(":")
        if colon and key.isidentifier():
            found.setdefault(key, value.strip().strip("\"'"))
    return found


def _take(front: _Front, values: Mapping[str, object]) -> None:
    written = {
        key.lower(): value.strip()
        for key, value in values.items()
        if isinstance(value, str) and value.strip()
    }
    front.title = written.get("title")
    front.source = written.get("source") or written.get("publisher")
    date = written.get("date")
    if date is not None:
        try:
            front.date = dt.date.fromisoformat(date[:10])
        except ValueError:
            front.notes.append(f"the date {date!r} is not read: write YYYY-MM-DD")
    official = written.get("official", "false").lower()
    if official in _FLAGS:
        front.official = _FLAGS[official]
    else:
        front.notes.append(f"official: {official!r} is not read: write true or false")


def _comments(text: str, start: int) -> list[Range]:
    """Return the ranges of HTML comments; one that is never closed is text."""
    found = []
    at = text.find("<!--", start)
    while at >= 0:
        end = text.find("-->", at + 4)
        if end < 0:
            break
        found.append((at, end + 3))
        at = text.find("<!--", end + 3)
    return found


class _Reader:
    """Collects the blocks of one text, line by line."""

    def __init__(self, text: str, comments: list[Range]) -> None:
        self.text = text
        self.comments = comments
        self.comment = 0
        self.blocks: list[Block] = []
        self.tables = 0
        self.related = False

    def read(self, lines: list[Range]) -> None:
        """Take all lines."""
        at = 0
        while at < len(lines):
            at = self._next(lines, at)

    def _next(self, lines: list[Range], at: int) -> int:
        """Read what starts at a line and return the line after it."""
        text, line = self.text, lines[at]
        start, end = layout.trimmed(text, *line)
        if start == end or _DEFINITION.match(text, *line) or _RULE.match(text, *line):
            return at + 1
        fence = _FENCE.match(text, *line)
        if fence:
            return self._fenced(lines, at, fence.group(1))
        heading = _HEADING.match(text, *line)
        if heading:
            self._heading(len(heading.group(1)), heading.end(), end)
            return at + 1
        return self._container(lines, at)

    def _container(self, lines: list[Range], at: int) -> int:
        """Read a quote, code, a table, a list item or a paragraph."""
        text, line = self.text, lines[at]
        if _QUOTE.match(text, *line):
            return self._quote(lines, at)
        if layout.indent(text, line) >= _CODE_INDENT and self._is_code(lines, at):
            self._add(BlockKind.CODE, *layout.trimmed(text, *line))
            return at + 1
        count, head = layout.table_at(text, lines, at)
        if count:
            self._table(lines[at : at + count], head)
            return at + count
        if layout.marker(text, line) is not None:
            return self._item(lines, at)
        return self._paragraph(lines, at)

    def _is_code(self, lines: list[Range], at: int) -> bool:
        """Return whether an indented line is code: after a blank line, outside a list."""
        if self.blocks and self.blocks[-1].kind is BlockKind.CODE:
            return True
        if at and layout.trimmed(self.text, *lines[at - 1])[0] != lines[at - 1][1]:
            return False
        return not (self.blocks and self.blocks[-1].kind is BlockKind.LIST)

    def _fenced(self, lines: list[Range], at: int, fence: str) -> int:
        end = at + 1
        while end < len(lines):
            line = self.text[slice(*lines[end])].strip()
            if len(line) >= len(fence) and not line.strip(fence[0]):
                break
            end += 1
        if end > at + 1:
            self._add(BlockKind.CODE, lines[at + 1][0], lines[end - 1][1])
        return end + 1

    def _heading(self, level: int, start: int, end: int) -> None:
        closing = _CLOSING.search(self.text, start, end)
        end = closing.start() if closing else end
        if closing is None and not self.text[start:end].strip("#"):
            return
        label = self.text[start:end]
        self.related = boilerplate.opens_related(label)
        is_title = level == 1 and not any(
            block.kind in (BlockKind.TITLE, BlockKind.BODY) for block in self.blocks
        )
        self._add(
            BlockKind.TITLE if is_title else BlockKind.HEADING, start, end, level=level
        )

    def _quote(self, lines: list[Range], at: int) -> int:
        start = end = -1
        while at < len(lines):
            match = _QUOTE.match(self.text, *lines[at])
            inner = layout.trimmed(
                self.text, match.end() if match else lines[at][0], lines[at][1]
            )
            if inner[0] == inner[1]:
                if match is None or start >= 0:
                    break
            elif match is None and (start < 0 or self._interrupts(lines, at)):
                break
            else:
                start = inner[0] if start < 0 else start
                end = inner[1]
            at += 1
        if start >= 0:
            self._add(BlockKind.QUOTE, start, end)
        elif at < len(lines) and _QUOTE.match(self.text, *lines[at]):
            at += 1
        return at

    def _item(self, lines: list[Range], at: int) -> int:
        line = lines[at]
        start = layout.marker(self.text, line) or line[0]
        task = _TASK.match(self.text, start, line[1])
        start = task.end() if task else start
        end = at + 1
        while end < len(lines) and not self._ends_paragraph(lines, end):
            end += 1
        depth = layout.indent(self.text, line) // 2
        self._add(BlockKind.LIST, start, lines[end - 1][1], level=depth)
        return end

    def _paragraph(self, lines: list[Range], at: int) -> int:
        start = lines[at][0]
        end = at + 1
        while end < len(lines) and not self._ends_paragraph(lines, end):
            end += 1
        stop = lines[end - 1][1]
        if end < len(lines) and _UNDERLINE.match(self.text, *lines[end]):
            is_first = "=" in self.text[slice(*lines[end])]
            first, last = layout.trimmed(self.text, start, stop)
            self._heading(1 if is_first else 2, first, last)
            return end + 1
        first, last = layout.trimmed(self.text, start, stop)
        image = _IMAGE.match(self.text, first, last)
        if image:
            self._add(BlockKind.CAPTION, *image.span(1))
        else:
            self._story(first, last)
        return end

    def _story(self, start: int, end: int) -> None:
        if end - start < 700:  # noqa: PLR2004 - longer ones are no label, credit or caption
            label = self.text[start:end]
            if boilerplate.is_caption(label):
                self._add(BlockKind.CAPTION, start, end, boilerplate=True)
                return
            if (
                boilerplate.is_navigation(label)
                or boilerplate.is_related_link(label)
                or boilerplate.is_credit(label)
            ):
                self._add(BlockKind.BODY, start, end, boilerplate=True)
                return
        at = start
        for first, last in boilerplate.appeals(self.text[start:end]):
            self._add(BlockKind.BODY, at, start + first)
            self._add(BlockKind.BODY, start + first, start + last, boilerplate=True)
            at = start + last
        self._add(BlockKind.BODY, at, end)

    def _ends_paragraph(self, lines: list[Range], at: int) -> bool:
        line = lines[at]
        if layout.trimmed(self.text, *line)[0] == line[1] or _is_blank(self.text, line):
            return True
        return self._interrupts(lines, at) or bool(_UNDERLINE.match(self.text, *line))

    def _interrupts(self, lines: list[Range], at: int) -> bool:
        text, line = self.text, lines[at]
        return (
            _HEADING.match(text, *line) is not None
            or _FENCE.match(text, *line) is not None
            or _RULE.match(text, *line) is not None
            or _QUOTE.match(text, *line) is not None
            or layout.marker(text, line) is not None
            or layout.table_at(text, lines, at)[0] > 0
        )

    def _table(self, rows: list[Range], head: int) -> None:
        number = 0
        for index, line in enumerate(rows):
            if index == 1 and head > 1:
                continue
            for column, (start, end) in enumerate(layout.row_cells(self.text, line)):
                self._add(
                    BlockKind.TABLE, start, end, cell=(self.tables, number, column)
                )
            number += 1
        self.tables += 1

    def _add(
        self,
        kind: BlockKind,
        start: int,
        end: int,
        *,
        level: int = 0,
        boilerplate: bool = False,
        cell: tuple[int, int, int] | tuple[None, None, None] = (None, None, None),
    ) -> None:
        """Add a block, cut where a comment or a tag with attributes stands in it."""
        marked = boilerplate or self.related
        for first, last in self._pieces(start, end, code=kind is BlockKind.CODE):
            self.blocks.append(Block(kind, Span(first, last), level, marked, *cell))

    def _pieces(self, start: int, end: int, *, code: bool) -> list[Range]:
        pieces = []
        at = start
        for cut, after in [] if code else self._cuts(start, end):
            if cut > at:
                pieces.append(layout.trimmed(self.text, at, cut))
            at = max(at, after)
        pieces.append(layout.trimmed(self.text, at, max(at, end)))
        return [piece for piece in pieces if piece[0] < piece[1]]

    def _cuts(self, start: int, end: int) -> list[Range]:
        # Blocks come in order, so comments that lie behind are never looked at again.
        while (
            self.comment < len(self.comments)
            and self.comments[self.comment][1] <= start
        ):
            self.comment += 1
        cuts = []
        at = self.comment
        while at < len(self.comments) and self.comments[at][0] < end:
            first, last = self.comments[at]
            cuts.append((max(first, start), min(last, end)))
            at += 1
        if self.text.find("<", start, end) >= 0:
            cuts += [match.span() for match in _TAG.finditer(self.text, start, end)]
        return sorted(cuts)


def _is_blank(text: str, line: Range) -> bool:
    start, end = layout.trimmed(text, *line)
    return start == end
