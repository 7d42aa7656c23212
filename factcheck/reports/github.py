"""GitHub workflow commands: a finding becomes an annotation on the line of each change.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Finding, Report, Severity
from factcheck.reports import _rows
from factcheck.reports._view import View, line, outcome_in_words, sentence

_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}


def render(report: Report, view: View) -> Iterator[str]:
    """Yield the report, a line at a time."""
    del view
    for row in report.documents:
        if row.document is None:
            yield f"::error file={_property(row.path)},title=factcheck::{_data(row.error or '')}\n"
    for finding in report.findings:
        if finding.decision is None:
            yield _annotation(report, finding)
    yield f"::notice title=factcheck::{_data(outcome_in_words(report))}\n"


def _annotation(report: Report, finding: Finding) -> str:
    outcome = finding.outcome
    parts = [sentence(line(outcome.message)), outcome.explanation]
    if outcome.slip:
        parts.append(sentence(f"Likely slip: {outcome.slip}"))
    properties = {"title": f"{outcome.rule} {finding.id}"}
    places = [
        p for p in outcome.evidence if p.document is not None and p.span is not None
    ]
    if places:
        # The last place is the one that disagrees with what was said before.
        first = places[0]
        assert first.document is not None
        assert first.span is not None
        document = report.document(first.document)
        row, column = document.position(first.span.start)
        end_row, end_column = document.position(first.span.end)
        properties |= {
            "file": first.document,
            "line": str(row),
            "endLine": str(end_row),
        }
        if row == end_row:
            properties |= {"col": str(column), "endColumn": str(end_column)}
        for other in places[1:]:
            assert other.document is not None
            assert other.span is not None
            at = _rows.position(report, other.document, other.span)
            parts.append(f"Against {other.document}:{at[0]}: {other.quote}")
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    said = "%0A".join(_data(part) for part in parts if part)
    return f"::{_LEVELS[finding.severity]} {told}::{said}\n"


def _data(text: str) -> str:
    return line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
