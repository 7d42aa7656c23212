"""Markdown: for a comment on a change, an issue, a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Evidence, Finding, Report, Verdict
from factcheck.reports import _rows
from factcheck.reports._view import (
    View,
    about,
    agreements,
    emphasis,
    line,
    outcome_in_words,
    reading,
    remarks,
    sentence,
    stated,
    with_reason,
)

# What CommonMark or its tables give a meaning; "&" and "<" against entities and tags.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&]|:(?=//)|^[-+#=])")
# On GitHub a name after it would be told; a comment between them is not seen.
_AT = ("@", "@<!-- -->")
_MOST_REASONS = 20


def render(report: Report, view: View) -> Iterator[str]:
    """Yield the report, piece by piece."""
    yield "# factcheck report\n\n"
    yield f"{outcome_in_words(report)}\n"
    if report.findings:
        yield "\n## Findings\n"
        for finding in report.findings:
            yield from _finding(report, finding)
    failed = [row for row in report.documents if row.document is None]
    if failed:
        yield "\n## Could not be checked\n\n"
        for row in failed:
            yield f"- {text(row.path)}: {text(row.error or '')}\n"
    if not view.quiet:
        yield from _agreed(report)
        yield from _ignored(report)
        yield from _undetermined(report)
        yield from _unchecked(report)
        yield from _notes(report)


def text(written: str) -> str:
    r"""Return text that Markdown shows as it is.

    >>> text("[a](b) <c>")
    '\\[a\\](b) \\<c\\>'
    """
    return _SPECIAL.sub(r"\\\1", line(written)).replace(*_AT)


def _finding(report: Report, finding: Finding) -> Iterator[str]:
    outcome = finding.outcome
    decided = " (decided)" if finding.decision is not None else ""
    yield f"\n### {finding.severity.value}{decided}: {text(sentence(line(outcome.message)))}\n\n"
    for place in outcome.evidence:
        before, number, after = emphasis(report, place)
        quoted = text(before) + (" " if before.endswith(" ") else "")
        if number:
            quoted += f"**{text(number)}**"
        quoted += (" " if after.startswith(" ") else "") + text(after)
        said = ""
        if place.reading is not None:
            said = f" ({text(reading(place.reading, place.unit))})"
        more = f", and {place.also} more" if place.also else ""
        yield f"- {text(_where(report, place))}{more}: “{quoted}”{said}\n"
    if outcome.explanation:
        yield f"\n{text(outcome.explanation)}\n"
    if outcome.slip:
        yield f"\nLikely slip: {text(sentence(outcome.slip))}\n"
    if finding.decision is not None:
        said = f"{finding.decision.choice} — {finding.decision.reason}"
        yield f"\nDecided: {text(said)}\n"
    names = ", ".join(text(rule) for rule in (outcome.rule, *finding.absorbed))
    yield f"\n{finding.id} · {names}\n"


def _where(report: Report, place: Evidence) -> str:
    if place.document is None or place.span is None:
        return place.reference or "reference"
    row, column = _rows.position(report, place.document, place.span)
    return f"{place.document}:{row}:{column}"


def _agreed(report: Report) -> Iterator[str]:
    agreed = agreements(report)
    if not agreed:
        return
    yield "\n## Agree\n\n| fact | stated as | where |\n| --- | --- | --- |\n"
    for outcome in agreed:
        where = dict.fromkeys(p.document or p.reference or "" for p in outcome.evidence)
        cells = (about(outcome), stated(outcome), ", ".join(where))
        yield "| " + " | ".join(text(cell) for cell in cells) + " |\n"


def _ignored(report: Report) -> Iterator[str]:
    if not report.ignored:
        return
    yield "\n## Ignored\n\n| finding | because | comment |\n| --- | --- | --- |\n"
    for one in report.ignored:
        where = f"{one.document}:{one.line}"
        cells = (one.finding.outcome.message, one.reason, where)
        yield "| " + " | ".join(text(cell) for cell in cells) + " |\n"


def _undetermined(report: Report) -> Iterator[str]:
    untold = [o for o in report.outcomes if o.verdict is Verdict.UNDETERMINED]
    if untold:
        yield "\n## Undetermined\n\n"
    for outcome in untold:
        yield f"- {text(with_reason(outcome))}\n"


def _notes(report: Report) -> Iterator[str]:
    said = list(remarks(report))
    if said:
        yield "\n## Notes\n\n"
    for note in said:
        yield f"- {text(note)}\n"


def _unchecked(report: Report) -> Iterator[str]:
    reasons: dict[str, int] = {}
    for row in report.mentions:
        if row.reason:
            key = f"{row.state.value}: {row.reason}"
            reasons[key] = reasons.get(key, 0) + 1
    if not reasons:
        return
    yield "\n## Not checked, or excused\n\n| because | numbers |\n| --- | ---: |\n"
    listed = sorted(reasons.items(), key=lambda reason: (-reason[1], reason[0]))
    for reason, n in listed[:_MOST_REASONS]:
        yield f"| {text(reason)} | {n:,} |\n"
