"""HTML: one file that needs nothing else, drawn by a script that is inside it.

Everything that comes from documents is data in one JSON block, and reaches the page as text
only; a Content-Security-Policy lets no other script, style or request through.
"""

from __future__ import annotations

import base64
import hashlib
import json
import math
from collections.abc import Iterator
from importlib.resources import files

from factcheck import __version__, units
from factcheck.model import (
    Document,
    DocumentRow,
    Evidence,
    Finding,
    MentionRow,
    Outcome,
    Report,
    State,
    Verdict,
)
from factcheck.reports import _rows
from factcheck.reports._view import (
    View,
    clean,
    emphasis,
    escape,
    line,
    outcome_in_words,
    reading,
)

Node = dict[str, object]
_WIDTH, _MARGIN = 1000, 40
_LOGARITHMIC = 50.0  # from this ratio on, a linear axis shows nothing
_ALARMS = (Verdict.CONFLICT, Verdict.DISPUTED)
_COMPARED = (*_ALARMS, Verdict.AGREE)


def render(report: Report, view: View) -> Iterator[str]:
    """Yield the report, piece by piece."""
    del view
    # 30 ms, for this format alone.
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415
    from markupsafe import Markup  # noqa: PLC0415

    environment = Environment(autoescape=True, undefined=StrictUndefined)
    template = environment.from_string(_asset("report.html.j2"))
    style, script = _asset("report.css"), _asset("report.js")
    worst = max((f.severity for f in report.findings), key=lambda s: s.rank, default="")
    said = outcome_in_words(report)
    yield from template.generate(
        title=said.partition(" in ")[0],
        outcome=said,
        worst=worst,
        version=__version__,
        style=Markup(style),  # noqa: S704 - our own
        script=Markup(script),  # noqa: S704 - our own
        style_hash=_hash(style),
        script_hash=_hash(script),
        data=Markup(_data(report)),  # noqa: S704 - no "<" in it
    )
    yield "\n"


def _asset(name: str) -> str:
    return (files("factcheck.reports") / "assets" / name).read_text("utf-8")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _data(report: Report) -> str:
    """Return what the script draws, as JSON that is harmless inside HTML."""
    paths = {row.path: i for i, row in enumerate(report.documents)}
    told: dict[tuple[str, int], list[int]] = {}
    for i, finding in enumerate(report.findings):
        for place in finding.outcome.evidence:
            if place.document is not None and place.span is not None:
                told.setdefault((place.document, place.span.start), []).append(i)
    mentions: dict[str, list[MentionRow]] = {}
    for mention in report.mentions:
        mentions.setdefault(mention.fact.mention.document, []).append(mention)
    marks: dict[tuple[str, int], int] = {}
    documents = [
        _document(row, mentions.get(row.path, []), told, marks)
        for row in report.documents
    ]
    rows = {
        "documents": documents,
        "findings": [_finding(report, f, paths, marks) for f in report.findings],
        "matrix": _matrix(report, paths),
        "rules": _rules(report),
        "notes": [line(note) for note in _notes(report)],
    }
    text = json.dumps(rows, ensure_ascii=False, check_circular=False)
    return escape(text).replace("<", "\\u003c").replace("&", "\\u0026")


def _document(
    row: DocumentRow,
    mentions: list[MentionRow],
    told: dict[tuple[str, int], list[int]],
    marks: dict[tuple[str, int], int],
) -> Node:
    document = row.document
    if document is None:
        return {
            "path": line(row.path),
            "error": line(row.error or ""),
            "numbers": 0,
            "segments": [],
        }
    return {
        "path": line(row.path),
        "title": line(document.title or ""),
        "date": document.date.isoformat() if document.date else "",
        "source": line(document.source or ""),
        "error": "",
        "numbers": len(mentions),
        "segments": _segments(document, mentions, told, marks),
    }


def _segments(
    document: Document,
    mentions: list[MentionRow],
    told: dict[tuple[str, int], list[int]],
    marks: dict[tuple[str, int], int],
) -> list[object]:
    """Return a text cut at its mentions; each with its state and its findings."""
    pieces: list[object] = []
    at = 0
    for row in mentions:
        span = row.fact.mention.span
        if span.start > at:
            pieces.append(clean(document.text[at : span.start]))
        found = told.get((document.path, span.start), [])
        state = "conflict" if found else row.state.value
        if state == State.CHECKED:
            state = "agree"
        marks[document.path, span.start] = len(pieces)
        pieces.append([clean(row.fact.mention.surface), state, row.reason or "", found])
        at = span.end
    pieces.append(clean(document.text[at:]))
    return pieces


def _finding(
    report: Report,
    finding: Finding,
    paths: dict[str, int],
    marks: dict[tuple[str, int], int],
) -> Node:
    outcome = finding.outcome
    axis = _axis(outcome.evidence)
    places = []
    for place, ends in zip(outcome.evidence, axis, strict=True):
        before, number, after = emphasis(report, place)
        row: Node = {
            "document": None,
            "reference": line(place.reference or ""),
            "before": before,
            "text": number,
            "after": after,
            "reading": reading(place.reading, place.unit) if place.reading else "",
            "also": place.also,
            "axis": ends,
        }
        if place.document is not None and place.span is not None:
            at = _rows.position(report, place.document, place.span)
            row |= {
                "document": paths[place.document],
                "line": at[0],
                "mark": marks.get((place.document, place.span.start), -1),
            }
        places.append(row)
    said = [outcome.message, outcome.label, outcome.rule, finding.id]
    said += [place.quote for place in outcome.evidence]
    return {
        "id": finding.id,
        "severity": finding.severity.value,
        "rule": outcome.rule,
        "absorbed": list(finding.absorbed),
        "message": line(outcome.message),
        "explanation": line(outcome.explanation),
        "slip": line(outcome.slip or ""),
        "fingerprint": finding.fingerprint,
        "decision": finding.decision.choice.value if finding.decision else "",
        "reason": line(finding.decision.reason) if finding.decision else "",
        "search": line(" ".join(said)).lower(),
        "places": places,
    }


def _axis(places: tuple[Evidence, ...]) -> list[list[int] | None]:
    """Return where each reading lies on a common line; None where it has no place on it."""
    ends = [_ends(place) for place in places]
    known = [e for pair in ends if pair for e in pair if e is not None]
    if not known:
        return [None] * len(places)
    low, high = min(known), max(known)
    logarithmic = low > 0 and high / low > _LOGARITHMIC

    def at(value: float) -> int:
        if high == low:
            return _WIDTH // 2
        share = (
            math.log(value / low) / math.log(high / low)
            if logarithmic
            else (value - low) / (high - low)
        )
        return round(_MARGIN + share * (_WIDTH - 2 * _MARGIN))

    return [
        None
        if pair is None
        else [
            0 if pair[0] is None else at(pair[0]),
            _WIDTH if pair[1] is None else at(pair[1]),
        ]
        for pair in ends
    ]


def _ends(place: Evidence) -> tuple[float | None, float | None] | None:
    if place.reading is None:
        return None
    known = units.to_base(place.reading, place.unit) if place.unit else None
    interval = known[0] if known else place.reading
    if interval.low is None and interval.high is None:
        return None
    low, high = (
        None if end is None or abs(end.adjusted()) > _WIDTH // 4 else float(end)
        for end in (interval.low, interval.high)
    )
    return low, high


def _matrix(report: Report, paths: dict[str, int]) -> list[Node]:
    """Return the facts-by-documents matrix: what each document states of what was compared."""
    rows: dict[str, tuple[dict[int, dict[str, None]], Verdict]] = {}
    for outcome in sorted(report.outcomes, key=_gravity):
        if outcome.verdict not in _COMPARED or not outcome.label:
            continue
        cells, _ = rows.setdefault(line(outcome.label), ({}, outcome.verdict))
        for place in outcome.evidence:
            if place.document is not None:
                stated = cells.setdefault(paths[place.document], {})
                stated[line(place.text)] = None
    return [
        {
            "label": label,
            "verdict": verdict.value,
            "cells": [[i, ", ".join(cells[i])] for i in sorted(cells)],
        }
        for label, (cells, verdict) in sorted(rows.items())
    ]


def _gravity(outcome: Outcome) -> int:
    order = _COMPARED
    return order.index(outcome.verdict) if outcome.verdict in order else len(order)


def _rules(report: Report) -> list[Node]:
    names = dict.fromkeys([*report.rules, *(o.rule for o in report.outcomes)])
    counts: dict[tuple[str, str], int] = {}
    for outcome in report.outcomes:
        key = (outcome.rule, outcome.verdict.value)
        counts[key] = counts.get(key, 0) + 1
    found: dict[str, int] = {}
    for finding in report.findings:
        for rule in (finding.outcome.rule, *finding.absorbed):
            found[rule] = found.get(rule, 0) + 1
    return [
        {
            "id": line(name),
            "findings": found.get(name, 0),
            "agree": counts.get((name, "agree"), 0),
            "excused": counts.get((name, "excused"), 0),
            "undetermined": counts.get((name, "undetermined"), 0),
        }
        for name in names
    ]


def _notes(report: Report) -> Iterator[str]:
    for row in report.documents:
        for note in row.document.notes if row.document else ():
            yield f"{row.path}: {note}"
    yield from report.notes
    for one in report.ignored:
        where, said = f"{one.document}:{one.line}", one.finding.outcome.message
        yield f"{where}: ignored: {said} — {one.reason}"
    for rule in report.rules_without_match:
        yield f"the rule {rule} matched nothing"
