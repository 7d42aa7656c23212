# ruff: noqa: RUF001 - texts are full of typographic signs
"""The shape of plain text: lines, tables of pipes or tabs, list markers, headlines.

Shared by the readers of documents. Everything works on half-open ranges of one string, line
by line, in one pass: a line of fifty million characters is one line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

Range = tuple[int, int]

# What ends a line: LF, CR, CR LF, and the Unicode separators (UAX 14, mandatory breaks).
_LINE = re.compile(
    r"[^\n\r\x0b\x0c\x85\u2028\u2029]+|\r\n?|[\n\x0b\x0c\x85\u2028\u2029]"
)
_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
_MARKER = re.compile(r"[ \t]*(?:[-*+•‣▪◦●·]|\d{1,3}[.)])[ \t]+(?=\S)")
_FINAL = frozenset(".!?…。")
_CLOSERS = "\"'”’»)]*_ \t"
_MAX_HEADLINE = 160
_MAX_HEADLINE_WORDS = 28
_MAX_HEADING = 90
_MAX_HEADING_WORDS = 14


def lines(text: str, start: int = 0, end: int | None = None) -> list[Range]:
    """Return the range of every line from `start` on, without its line break."""
    found: list[Range] = []
    at = start
    stop = len(text) if end is None else end
    for match in _LINE.finditer(text, start, stop):
        if match.group()[0] in _BREAKS:
            found.append((at, match.start()))
            at = match.end()
    if at < stop:
        found.append((at, stop))
    return found


def trimmed(text: str, start: int, end: int) -> Range:
    """Return a range without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def marker(text: str, line: Range) -> int | None:
    """Return where the text of a list item starts, or None if the line is no item."""
    match = _MARKER.match(text, *line)
    return match.end() if match else None


def indent(text: str, line: Range) -> int:
    """Return the width of the white space before a line, a tab being four."""
    width = 0
    for at in range(*line):
        if text[at] == " ":
            width += 1
        elif text[at] == "\t":
            width += 4
        else:
            break
    return width


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Return whether a stretch ends as a sentence does, closing quotes and brackets aside."""
    while end > start and text[end - 1] in _CLOSERS:
        end -= 1
    return end > start and text[end - 1] in _FINAL


def is_headline(text: str, start: int, end: int) -> bool:
    """Return whether a line may be the headline of what follows: short, no full stop."""
    if not 0 < end - start <= _MAX_HEADLINE or text[end - 1] in ".:;,":
        return False
    words = text[start:end].split()
    return 1 < len(words) <= _MAX_HEADLINE_WORDS and not words[0][0].islower()


def is_heading(text: str, start: int, end: int) -> bool:
    """Return whether a line between paragraphs is a sub-heading: shorter, no punctuation."""
    if not 0 < end - start <= _MAX_HEADING or text[end - 1] in '.:;,…!"”':
        return False
    words = text[start:end].split()
    return (
        len(words) <= _MAX_HEADING_WORDS
        and not words[0][0].islower()
        and any(word[0].isalpha() for word in words)
    )


def is_delimiter_row(text: str, line: Range) -> bool:
    """Return whether a line is the row of dashes under a table's header."""
    if _length(line) > _MAX_ROW or text.find("|", *line) < 0:
        return False
    content = text[slice(*line)].strip()
    cells = content.strip("|").split("|")
    return all("-" in cell and not cell.strip().strip(":").strip("-") for cell in cells)


def row_cells(text: str, line: Range, separator: str = "|") -> list[Range]:
    r"""Return the range of every cell of a table row; a pipe written `\|` is text."""
    start, end = trimmed(text, *line)
    if separator == "|":
        start += text.startswith("|", start, end)
    cells: list[Range] = []
    at = start
    while True:
        cut = _separator(text, at, end, separator)
        if cut < 0:
            break
        cells.append(trimmed(text, start, cut))
        start = at = cut + 1
    if start < end or separator != "|":
        cells.append(trimmed(text, start, end))
    return cells


def table_at(text: str, rows: Sequence[Range], index: int) -> tuple[int, int]:
    """Return how many lines from `index` on are a table of pipes, and its header lines.

    A table has a row of dashes under its header, or at least two rows within pipes. No table
    is `(0, 0)`.
    """
    if _length(rows[index]) > _MAX_ROW or text.find("|", *rows[index]) < 0:
        return 0, 0
    following = index + 1
    ruled = following < len(rows) and is_delimiter_row(text, rows[following])
    if not ruled and not _is_boxed(text, rows[index]):
        return 0, 0
    head = count = 2 if ruled else 1
    while index + count < len(rows) and _is_row(
        text, rows[index + count], boxed=not ruled
    ):
        count += 1
    return (count, head) if count > 1 else (0, 0)


def tabbed_at(text: str, rows: Sequence[Range], index: int) -> int:
    """Return how many lines from `index` on, at least two, have the same number of tabs."""
    tabs = _tabs(text, rows[index])
    count = 0
    while (
        tabs and index + count < len(rows) and _tabs(text, rows[index + count]) == tabs
    ):
        count += 1
    return count if count > 1 else 0


_MAX_ROW = 100_000


def _length(line: Range) -> int:
    return line[1] - line[0]


def _tabs(text: str, line: Range) -> int:
    if _length(line) > _MAX_ROW or text.find("\t", *line) < 0:
        return 0
    return text[slice(*line)].strip().count("\t")


def _is_boxed(text: str, line: Range) -> bool:
    start, end = trimmed(text, *line)
    return end - start > 1 and text[start] == text[end - 1] == "|"


def _is_row(text: str, line: Range, *, boxed: bool) -> bool:
    if boxed:
        return _is_boxed(text, line)
    return _length(line) <= _MAX_ROW and text.find("|", *line) >= 0


def _separator(text: str, at: int, end: int, separator: str) -> int:
    cut = text.find(separator, at, end)
    while cut > at and text[cut - 1] == "\\":
        cut = text.find(separator, cut + 1, end)
    return cut
