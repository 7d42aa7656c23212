"""Tables of text for a terminal: cells are broken to the width of their column."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from factcheck.reports._view import line

INDENT = "  "
# Below U+0300 every character takes one column; so does typographic punctuation.
_WIDE = re.compile("[^\x00-\u02ff\u2010-\u2027\u2030-\u205e\u2260\ufffd]")


def table(
    rows: Iterable[Iterable[str]],
    headers: Sequence[str],
    widths: Sequence[int | None],
) -> str:
    """Return a table, indented; cells are made harmless.

    Args:
        rows: Cells.
        headers: Of the columns.
        widths: Where the cells of each column are broken; None for nowhere.
    """
    # 12 ms on top of what the command line has loaded, for reports that have a table.
    from tabulate import tabulate  # noqa: PLC0415

    # Wrapped here: tabulate's own wrapping takes "60,000" for a number and fails.
    cells = [
        [
            "\n".join(wrapped(line(cell), width)) if width else line(cell)
            for cell, width in zip(row, widths, strict=True)
        ]
        for row in rows
    ]
    text = tabulate(cells, headers, tablefmt="simple", disable_numparse=True)
    return "".join(f"{INDENT}{row.rstrip()}\n" for row in text.split("\n"))


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes (Unicode TR11)."""
    if text.isascii() or not _WIDE.search(text):
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )


def wrapped(text: str, room: int) -> list[str]:
    """Break a line at spaces, and words that are longer than a line anywhere."""
    if columns(text) <= room:
        return [text]
    lines, used = [""], 0
    for word in text.split(" "):
        left = word
        while columns(left) > room:
            if used:
                lines.append("")
            lines[-1], left, used = left[:room], left[room:], room
        wide = columns(left)
        if used and used + 1 + wide > room:
            lines.append("")
            used = 0
        lines[-1] += f" {left}" if used else left
        used += wide + (used > 0)
    return lines


def shortened(text: str, room: int, *, keep_end: bool = False) -> str:
    """Cut a text to some columns, with "…" where something is left out.

    >>> shortened("harvest.txt", 8), shortened("harvest.txt", 8, keep_end=True)
    ('harvest…', '…est.txt')
    """
    if keep_end:
        return shortened(text[::-1], room)[::-1]
    if columns(text) <= room:
        return text
    if not _WIDE.search(text):
        return text[: max(0, room - 1)] + "…"
    kept, used = [], 1
    for character in text:
        used += columns(character)
        if used > room:
            break
        kept.append(character)
    return "".join(kept) + "…"
