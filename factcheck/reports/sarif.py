"""SARIF 2.1.0 (OASIS), for code scanning: a result a finding, its other places related."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote

from factcheck import __version__
from factcheck.model import Evidence, Finding, Report, Verdict
from factcheck.reports import _rows
from factcheck.reports._view import View, escape, line

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
Node = dict[str, object]


def render(report: Report, view: View) -> Iterator[str]:
    """Yield the report, piece by piece."""
    del view
    write = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    rules = list(dict.fromkeys(f.outcome.rule for f in report.findings))
    index = {rule: i for i, rule in enumerate(rules)}
    driver = {
        "name": "factcheck",
        "version": __version__,
        "rules": [_rule(report, rule) for rule in rules],
    }
    yield f'{{"$schema": "{SCHEMA}",\n "version": "2.1.0",\n "runs": [{{\n'
    yield f'  "tool": {{"driver": {escape(write(driver))}}},\n'
    yield f'  "invocations": [{escape(write(_invocation(report)))}],\n'
    yield '  "columnKind": "unicodeCodePoints",\n  "artifacts": ['
    between = "\n   "
    for row in report.documents:
        artifact: Node = {"location": {"uri": _uri(row.path)}}
        if row.document is not None and row.document.sha256:
            artifact["hashes"] = {"sha-256": row.document.sha256}
        yield between + escape(write(artifact))
        between = ",\n   "
    yield '],\n  "results": ['
    between = "\n   "
    for finding in report.findings:
        yield between + escape(write(_result(report, finding, index)))
        between = ",\n   "
    yield "]\n }]}\n"


def _rule(report: Report, rule: str) -> Node:
    kind = next(f.outcome.kind for f in report.findings if f.outcome.rule == rule)
    return {"id": rule, "properties": {"kind": kind}}


def _invocation(report: Report) -> Node:
    failed = [row for row in report.documents if row.document is None]
    told: list[Node] = [
        {
            "level": "error",
            "message": {"text": line(row.error or "it could not be read")},
            "locations": [
                {"physicalLocation": {"artifactLocation": {"uri": _uri(row.path)}}}
            ],
        }
        for row in failed
    ]
    return {
        "executionSuccessful": not failed and not report.partial,
        "toolExecutionNotifications": told,
    }


def _result(report: Report, finding: Finding, index: dict[str, int]) -> Node:
    outcome = finding.outcome
    parts = [outcome.message, outcome.explanation]
    if outcome.slip:
        parts.append(f"Likely slip: {outcome.slip}")
    places = [p for p in outcome.evidence if p.document is not None]
    result: Node = {
        "ruleId": outcome.rule,
        "ruleIndex": index[outcome.rule],
        "level": finding.severity.value,
        "message": {"text": " ".join(_sentence(line(part)) for part in parts if part)},
        "partialFingerprints": {"factcheck/v1": finding.fingerprint},
        "properties": {
            "id": finding.id,
            "disputed": outcome.verdict is Verdict.DISPUTED,
            "absorbed": list(finding.absorbed),
        },
    }
    if finding.decision is not None:
        result["suppressions"] = [
            {"kind": "external", "justification": line(finding.decision.reason)}
        ]
    if places:
        result["locations"] = [_location(report, places[0])]
    if places[1:]:
        result["relatedLocations"] = [
            _location(report, place) | {"id": i, "message": {"text": line(place.quote)}}
            for i, place in enumerate(places[1:], start=1)
        ]
    return result


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else text + "."


def _location(report: Report, place: Evidence) -> Node:
    physical: Node = {"artifactLocation": {"uri": _uri(place.document or "")}}
    if place.document is not None and place.span is not None:
        document = report.document(place.document)
        row, column = _rows.position(report, place.document, place.span)
        end_row, end_column = document.position(place.span.end)
        physical["region"] = {
            "startLine": row,
            "startColumn": column,
            "endLine": end_row,
            "endColumn": end_column,
            "charOffset": place.span.start,
            "charLength": place.span.end - place.span.start,
            "snippet": {"text": place.text},
        }
    return {"physicalLocation": physical}


def _uri(path: str) -> str:
    return quote(path, safe="/", errors="replace")
