"""CSV for spreadsheets: one row for each place behind a finding, with what was decided."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from factcheck.model import Evidence, Finding, Report
from factcheck.reports import _rows
from factcheck.reports._view import View, line

HEADER = (
    "finding",
    "severity",
    "rule",
    "kind",
    "about",
    "message",
    "slip",
    "document",
    "reference",
    "line",
    "column",
    "text",
    "quote",
    "low",
    "high",
    "unit",
    "more_places",
    "decision",
    "reason",
)
# A cell that begins with one of these is a formula to a spreadsheet (OWASP, CSV injection).
_FORMULA = "=+-@"


class _Lines:
    """The file that the csv module writes to: it keeps the last line."""

    def __init__(self) -> None:
        self.last = ""

    def write(self, text: str) -> None:
        self.last = text


def render(report: Report, view: View) -> Iterator[str]:
    """Yield the report, a line at a time."""
    del view
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(HEADER)
    yield lines.last
    told = [(finding, *_decided(finding)) for finding in report.findings]
    told += [(one.finding, "ignored", one.reason) for one in report.ignored]
    for finding, *decided in told:
        for place in finding.outcome.evidence:
            writer.writerow([*_row(report, finding, place), *map(_cell, decided)])
            yield lines.last


def _decided(finding: Finding) -> tuple[str, str]:
    decision = finding.decision
    return (decision.choice.value, decision.reason) if decision else ("", "")


def _row(report: Report, finding: Finding, place: Evidence) -> list[str]:
    outcome = finding.outcome
    at = ("", "")
    if place.document is not None and place.span is not None:
        row, column = _rows.position(report, place.document, place.span)
        at = (str(row), str(column))
    low = _rows.decimal(place.reading.low) if place.reading else None
    high = _rows.decimal(place.reading.high) if place.reading else None
    said = [
        finding.id,
        finding.severity.value,
        outcome.rule,
        outcome.kind,
        outcome.label,
        outcome.message,
        outcome.slip or "",
        place.document or "",
        place.reference or "",
    ]
    quoted = [place.text, place.quote]
    return [
        *map(_cell, said),
        *at,
        *map(_cell, quoted),
        low or "",
        high or "",
        _cell(_rows.place_unit(place) or ""),
        str(place.also),
    ]


def _cell(text: str) -> str:
    text = line(text)
    return f"'{text}" if text.startswith(tuple(_FORMULA)) else text
