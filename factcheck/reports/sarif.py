"""SARIF 2.1.0 (OASIS), for code scanning: a result a finding, its other places related."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from factcheck import __version__
from factcheck.model import Evidence, Finding, Ignored, Report, Verdict
from factcheck.reports import _rows
from factcheck.reports._view import View, escape, line, sentence

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")
Node = dict[str, object]


def render(report: Report, view: View) -> Iterator[str]:
    """Yield the report, piece by piece."""
    del view
    write = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    ignored = {one.finding.fingerprint: one for one in report.ignored}
    findings = [*report.findings, *(one.finding for one in report.ignored)]
    kinds = {f.outcome.rule: f.outcome.kind for f in findings}
    rules = list(kinds)
    index = {rule: i for i, rule in enumerate(rules)}
    driver = {
        "name": "factcheck",
        "version": __version__,
        "rules": [
            {"id": rule, "properties": {"kind": kind}} for rule, kind in kinds.items()
        ],
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
    for finding in findings:
        result = _result(report, finding, index)
        # For one result it has to be there for each (SARIF 3.27.23).
        result["suppressions"] = [*_suppressions(finding, ignored)]
        yield between + escape(write(result))
        between = ",\n   "
    yield "]\n }]}\n"


def _invocation(report: Report) -> Node:
    failed = [row for row in report.documents if row.document is None]
    told: list[Node] = [
        {
            "level": "error",
            "message": {"text": _text(row.error or "it could not be read")},
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
        "message": {"text": " ".join(sentence(_text(part)) for part in parts if part)},
        "partialFingerprints": {"factcheck/v1": finding.fingerprint},
        "properties": {
            "id": finding.id,
            "disputed": outcome.verdict is Verdict.DISPUTED,
            "absorbed": list(finding.absorbed),
        },
    }
    if places:
        result["locations"] = [_location(report, places[0])]
    if places[1:]:
        result["relatedLocations"] = [
            _location(report, place)
            | {"id": i, "message": {"text": _text(place.quote)}}
            for i, place in enumerate(places[1:], start=1)
        ]
    return result


def _suppressions(finding: Finding, ignored: Mapping[str, Ignored]) -> Iterator[Node]:
    """Yield why a result is no alarm: a comment in a document, or the file of decisions."""
    comment = ignored.get(finding.fingerprint)
    if comment is not None:
        place = {
            "artifactLocation": {"uri": _uri(comment.document)},
            "region": {"startLine": comment.line},
        }
        yield {
            "kind": "inSource",
            "status": "accepted",
            "justification": line(comment.reason),
            "location": {"physicalLocation": place},
        }
    if finding.decision is not None:
        choice, reason = finding.decision.choice.value, finding.decision.reason
        yield {
            "kind": "external",
            "status": "accepted",
            "justification": line(f"{choice}: {reason}"),
        }


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


def _text(said: str) -> str:
    """Return plain text for a message, in which "[a](b)" would be a link (SARIF 3.11.6)."""
    return _LINK.sub(r"\\[", line(said))


def _uri(path: str) -> str:
    return quote(path, safe="/", errors="replace")
