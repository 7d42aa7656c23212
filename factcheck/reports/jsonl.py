"""JSON Lines: the rows of the JSON report one a line, each with what it is under `type`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from factcheck.model import Report
from factcheck.reports import _rows
from factcheck.reports._view import View, escape


def render(report: Report, view: View) -> Iterator[str]:
    """Yield the report, a line at a time."""
    del view
    write = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    ids = _rows.Mentions(report)
    kinds: dict[str, Iterable[Mapping[str, object]]] = {
        "report": [_rows.head() | {"partial": report.partial}],
        "document": map(_rows.document, report.documents),
        "mention": _rows.mentions(report),
        "check": (_rows.check(o, ids) for o in report.outcomes),
        "finding": (_rows.finding(report, f) for f in report.findings),
        "ignored": (_rows.ignored(report, one) for one in report.ignored),
        "note": ({"text": note} for note in report.notes),
        "stats": [_rows.statistics(report)],
    }
    for kind, rows in kinds.items():
        for row in rows:
            yield escape(write({"type": kind, **row})) + "\n"
