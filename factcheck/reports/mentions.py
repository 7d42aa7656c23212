"""What `factcheck extract` prints: mentions alone, as a table or as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator

from factcheck.model import Report
from factcheck.reports import _rows
from factcheck.reports._view import View, escape, line, reading


def jsonl(report: Report, view: View) -> Iterator[str]:
    """Yield the `mentions` rows of the JSON report, one a line."""
    del view
    write = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    for row in _rows.mentions(report):
        yield escape(write(row)) + "\n"


def text(report: Report, view: View) -> Iterator[str]:
    """Yield one line a mention: place, phrase, reading, dimension."""
    del view
    for row in report.mentions:
        one = row.fact.mention
        document = report.document(one.document)
        at = document.position(one.span.start)
        said = reading(one.reading, _rows.unit(document, one) or "")
        phrase = line(document.surface(one.phrase))
        yield f"{line(one.document)}:{at[0]}:{at[1]}: {phrase}  [{one.dimension}: {said}]\n"
