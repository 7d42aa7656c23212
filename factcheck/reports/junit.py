"""JUnit XML, as CI servers read it: a suite a document, a failed test a finding.

What agrees is a test that passed; a document that could not be read is an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from factcheck.model import Finding, Outcome, Report, Severity, Verdict
from factcheck.reports import _rows
from factcheck.reports._view import View, clean, line, sentence

_REFERENCE = "(no document)"


def render(report: Report, view: View) -> Iterator[str]:
    """Yield the report, piece by piece.

    Notes are tests that pass; what is decided or ignored is a test that is skipped.
    """
    del view
    failures = sum(_fails(finding) for finding in report.findings)
    suites = _suites(report)
    tests = sum(len(cases) for cases in suites.values())
    errors = sum(row.document is None for row in report.documents)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield (
        f'<testsuites name="factcheck" tests="{tests}" failures="{failures}" '
        f'errors="{errors}">\n'
    )
    broken = {row.path for row in report.documents if row.document is None}
    for path, cases in suites.items():
        failed = sum("<failure" in case for case in cases)
        yield (
            f'  <testsuite name={_attribute(path)} tests="{len(cases)}" '
            f'failures="{failed}" errors="{int(path in broken)}" '
            f'skipped="{sum("<skipped" in case for case in cases)}">\n'
        )
        yield from cases
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _suites(report: Report) -> dict[str, list[str]]:
    suites: dict[str, list[str]] = {row.path: [] for row in report.documents}
    for row in report.documents:
        if row.document is None:
            said = _attribute(row.error or "it could not be read")
            suites[row.path].append(
                f'    <testcase classname="factcheck" name="document">\n'
                f"      <error message={said}/>\n    </testcase>\n"
            )
        else:
            suites[row.path].append(
                '    <testcase classname="factcheck" name="document"/>\n'
            )
    for finding in report.findings:
        path = _path(finding.outcome)
        decision = finding.decision
        why = f"{decision.choice}: {decision.reason}" if decision else None
        suites.setdefault(path, []).append(_case(report, finding, why))
    for one in report.ignored:
        path = _path(one.finding.outcome)
        case = _case(report, one.finding, f"ignored: {one.reason}")
        suites.setdefault(path, []).append(case)
    for outcome in report.outcomes:
        if outcome.verdict is Verdict.AGREE:
            suites.setdefault(_path(outcome), []).append(
                f"    <testcase classname={_attribute(outcome.rule)} "
                f"name={_attribute(sentence(line(outcome.message)))}/>\n"
            )
    return suites


def _fails(finding: Finding) -> bool:
    return finding.severity is not Severity.NOTE and finding.decision is None


def _path(outcome: Outcome) -> str:
    return next((p.document for p in outcome.evidence if p.document), _REFERENCE)


def _case(report: Report, finding: Finding, skipped: str | None) -> str:
    outcome = finding.outcome
    message = sentence(line(outcome.message))
    name = _attribute(f"{finding.id} {message}")
    body = [outcome.explanation] if outcome.explanation else []
    if outcome.slip:
        body.append(sentence(f"Likely slip: {outcome.slip}"))
    for place in outcome.evidence:
        if place.document is not None and place.span is not None:
            at = _rows.position(report, place.document, place.span)
            where = f"{place.document}:{at[0]}:{at[1]}"
        else:
            where = place.reference or "reference"
        body.append(f"{where}: {place.quote}")
    said = escape("\n".join(line(part) for part in body))
    if skipped is not None:
        inside = f"      <skipped message={_attribute(skipped)}/>\n"
        inside += f"      <system-out>{said}</system-out>\n"
    elif not _fails(finding):
        inside = f"      <system-out>{said}</system-out>\n"
    else:
        inside = (
            f"      <failure type={_attribute(finding.severity.value)} "
            f"message={_attribute(message)}>{said}</failure>\n"
        )
    return (
        f"    <testcase classname={_attribute(outcome.rule)} name={name}>\n"
        f"{inside}    </testcase>\n"
    )


def _attribute(text: str) -> str:
    return quoteattr(clean(line(text)))
