"""JSON: the whole report, one row a line, as `factcheck/schema/report.schema.json` says."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from factcheck.model import Report
from factcheck.reports import _rows
from factcheck.reports._view import View, escape


def render(report: Report, view: View) -> Iterator[str]:
    """Yield the report, piece by piece."""
    del view
    write = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    ids = _rows.Mentions(report)
    lists: dict[str, Iterable[object]] = {
        "documents": map(_rows.document, report.documents),
        "mentions": _rows.mentions(report),
        "checks": (_rows.check(o, ids) for o in report.outcomes),
        "findings": (_rows.finding(report, f) for f in report.findings),
        "ignored": (_rows.ignored(report, one) for one in report.ignored),
    }
    yield "{"
    for name, value in _rows.head().items():
        yield f'"{name}": {write(value)},\n '
    for name, rows in lists.items():
        yield f'"{name}": ['
        between = "\n  "
        for row in rows:
            yield between + escape(write(row))
            between = ",\n  "
        yield "],\n "
    yield f'"notes": {escape(write(list(report.notes)))},\n '
    yield f'"partial": {write(report.partial)},\n '
    yield f'"stats": {write(_rows.statistics(report))}}}\n'
