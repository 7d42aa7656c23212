"""What `factcheck facts` prints: who says what, as a table, as CSV or as JSON."""

from __future__ import annotations

import csv as csv_module
import json as json_module
from collections.abc import Iterator, Sequence

from factcheck import __version__
from factcheck.model import Report
from factcheck.reports import _rows
from factcheck.reports._matrix import Cell, Mark, Matrix, Row, Statement, matrix
from factcheck.reports._table import INDENT, shortened, table, wrapped
from factcheck.reports._view import View, count, escape, line

FORMAT = "factcheck-facts"
VERSION = 1
_SIGNS = {
    Mark.AGREES: "=",
    Mark.DIFFERS: "≠",
    Mark.EXCUSED: "~",
    Mark.DISPUTED: "?",
    Mark.ALONE: "",
    Mark.MISSING: "\N{EN DASH}",
}
_MEANINGS = {
    Mark.DIFFERS: "differs",
    Mark.DISPUTED: "openly disputed",
    Mark.AGREES: "agrees",
    Mark.EXCUSED: "may be right as well",
    Mark.MISSING: "not stated",
}
_COLOURS = {Mark.DIFFERS: "1;31", Mark.DISPUTED: "1;33", Mark.EXCUSED: "36"}
_BOLD = "1"
_GAP = 2  # blanks between columns
_LABEL_SHARE = 3  # the first column takes a third of the width
_LABEL_WIDTHS = (16, 44)
_COLUMN_WIDTHS = (18, 30)
# A cell that begins with one of these is a formula to a spreadsheet (OWASP, CSV injection).
_FORMULA = "=+-@"


# --- text ---------------------------------------------------------------------------------


def text(report: Report, view: View) -> Iterator[str]:
    """Yield the matrix, as many documents side by side as fit, and what its signs mean."""
    found = matrix(report, single=view.verbose)
    if found.rows and found.documents:
        yield from _tables(found, view)
    for row in report.documents:
        if row.error:
            failed = f"{line(row.path)}: {line(row.error)}"
            yield "\n".join(wrapped(failed, view.width)) + "\n"
    for part in wrapped(_summary(found), view.width):
        yield _painted(part, _BOLD, view) + "\n"


def _tables(found: Matrix, view: View) -> Iterator[str]:
    low, high = _LABEL_WIDTHS
    wide = max(low, min(high, view.width // _LABEL_SHARE))
    narrow, broad = _COLUMN_WIDTHS
    room = view.width - len(INDENT) - wide
    n = min(len(found.documents), max(1, room // (narrow + _GAP)))
    each = max(narrow, min(broad, room // n - _GAP))
    names = short_names([line(path) for path in found.documents], each)
    said = [row.cells() for row in found.rows]
    for at in range(0, len(found.documents), n):
        paths = found.documents[at : at + n]
        if len(found.documents) > n:
            last = at + len(paths)
            heading = f"Documents {at + 1:,} to {last:,} of {len(found.documents):,}"
            yield _painted(heading, _BOLD, view) + "\n"
        rows = [
            [_label(row), *(_cell(cells.get(path, Cell())) for path in paths)]
            for row, cells in zip(found.rows, said, strict=True)
            if any(path in cells for path in paths)
        ]
        if rows:
            headers = ["fact", *names[at : at + n]]
            widths: list[int | None] = [wide, *[each] * len(paths)]
            yield _coloured(table(rows, headers, widths), view)
        yield "\n"
    for part in _legend(found, names):
        yield "\n".join(wrapped(part, view.width)) + "\n"
    yield "\n"


def _label(row: Row) -> str:
    said = row.label
    if row.reference:
        said += f" [held to be {row.reference}]"
    if row.findings:
        said += f" ({', '.join(row.findings)})"
    return said


def _cell(cell: Cell) -> str:
    if not cell.statements:
        return _SIGNS[Mark.MISSING]
    # What a document says twice in the same words is told once.
    told = dict.fromkeys(_signed(one) for one in cell.statements)
    return "; ".join(told)


def _signed(one: Statement) -> str:
    return f"{_SIGNS[one.mark]} {one.text}".strip()


def _coloured(text: str, view: View) -> str:
    """Paint the signs; nothing that a document says can be taken for one."""
    if not view.colour:
        return text
    for mark, colour in _COLOURS.items():
        sign = _SIGNS[mark]
        text = text.replace(f"  {sign} ", f"  \x1b[{colour}m{sign}\x1b[0m ")
    return text


def _legend(found: Matrix, names: Sequence[str]) -> Iterator[str]:
    marks = {one.mark for row in found.rows for one in row.statements}
    if any(len(row.cells()) < len(found.documents) for row in found.rows):
        marks.add(Mark.MISSING)
    said = [f"{_SIGNS[m]} {words}" for m, words in _MEANINGS.items() if m in marks]
    if said:
        yield ", ".join(said)
    for name, path in zip(names, found.documents, strict=True):
        if "…" in name:
            yield f"{name} is {line(path)}"


def _summary(found: Matrix) -> str:
    marks = [row.mark for row in found.rows]
    words = {
        Mark.DIFFERS: ("differs", "differ"),
        Mark.DISPUTED: ("is disputed", "are disputed"),
        Mark.AGREES: ("agrees", "agree"),
        Mark.EXCUSED: ("may be right on both sides", "may be right on both sides"),
        Mark.ALONE: ("stands alone", "stand alone"),
    }
    parts = [
        f"{n:,} {one if n == 1 else many}"
        for mark, (one, many) in words.items()
        if (n := marks.count(mark))
    ]
    said = f"{count(len(marks), 'fact')} in {count(len(found.documents), 'document')}"
    return f"{said}: {', '.join(parts)}." if parts else f"{said}."


def _painted(text: str, colour: str, view: View) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if view.colour else text


def short_names(paths: Sequence[str], width: int) -> list[str]:
    """Return names for columns: what tells the paths apart, from the end, in some columns.

    >>> short_names(["desk/may/a.txt", "desk/june/a.txt", "desk/b.txt"], 20)
    ['may/a.txt', 'june/a.txt', 'b.txt']
    """
    tails = [_tail(path, 1) for path in paths]
    depth = 1
    while len(set(tails)) < len(tails) and depth < max(p.count("/") for p in paths) + 1:
        depth += 1
        twice = {tail for tail in tails if tails.count(tail) > 1}
        tails = [
            _tail(path, depth) if tail in twice else tail
            for path, tail in zip(paths, tails, strict=True)
        ]
    short = [shortened(tail, width, keep_end=True) for tail in tails]
    if len(set(short)) == len(short):
        return short
    # Names that differ in their middle alone: numbered, and told in full below.
    return [
        f"{n}:{shortened(tail, width - len(str(n)) - 1, keep_end=True)}"
        if short.count(name) > 1
        else name
        for n, (name, tail) in enumerate(zip(short, tails, strict=True), 1)
    ]


def _tail(path: str, depth: int) -> str:
    return "/".join(path.split("/")[-depth:])


# --- CSV ----------------------------------------------------------------------------------


class _Lines:
    """The file that the csv module writes to: it keeps the last line."""

    def __init__(self) -> None:
        self.last = ""

    def write(self, text: str) -> None:
        self.last = text


def csv(report: Report, view: View) -> Iterator[str]:
    """Yield the matrix for spreadsheets, a line at a time."""
    found = matrix(report, single=view.verbose)
    lines = _Lines()
    writer = csv_module.writer(lines, lineterminator="\r\n")
    head = ["fact", "rule_fact", "agreement", "held_to_be", "findings"]
    writer.writerow([*head, *map(_safe, found.documents)])
    yield lines.last
    for row in found.rows:
        cells = row.cells()
        writer.writerow(
            [
                _safe(row.label),
                _safe(row.fact or ""),
                row.mark.value,
                _safe(row.reference or ""),
                " ".join(row.findings),
                *(_in_words(cells.get(path, Cell())) for path in found.documents),
            ]
        )
        yield lines.last


def _in_words(cell: Cell) -> str:
    told = dict.fromkeys(f"{one.text} ({one.mark.value})" for one in cell.statements)
    return _safe("; ".join(told))


def _safe(text: str) -> str:
    text = line(text)
    return f"'{text}" if text.startswith(tuple(_FORMULA)) else text


# --- JSON ---------------------------------------------------------------------------------


def json(report: Report, view: View) -> Iterator[str]:
    """Yield the matrix for programs."""
    found = matrix(report, single=view.verbose)
    ids = {
        (row.fact.mention.document, row.fact.mention.span): row.id
        for row in report.mentions
    }
    write = json_module.JSONEncoder(ensure_ascii=False, indent=1).encode
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "tool": {"name": "factcheck", "version": __version__},
        "documents": list(found.documents),
        "facts": [
            {
                "label": row.label,
                "fact": row.fact,
                "agreement": row.mark.value,
                "reference": row.reference,
                "findings": list(row.findings),
                "statements": [
                    {
                        "document": one.document,
                        "mention": ids.get((one.document, one.span)),
                        "start": one.span.start,
                        "end": one.span.end,
                        "text": one.text,
                        "low": _rows.decimal(one.reading.low) if one.reading else None,
                        "high": _rows.decimal(one.reading.high)
                        if one.reading
                        else None,
                        "unit": one.unit or None,
                        "agreement": one.mark.value,
                        "reason": one.reason,
                    }
                    for one in row.statements
                ],
                "not_stated_in": [
                    path for path in found.documents if path not in row.cells()
                ],
            }
            for row in found.rows
        ],
    }
    yield escape(write(whole)) + "\n"
