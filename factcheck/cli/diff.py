"""`factcheck diff`: what changed between two JSON reports."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from factcheck.cli import CLEAN, FOUND, UNCHECKED, options, output
from factcheck.errors import UsageError
from factcheck.model import Severity
from factcheck.reports import REPORT_FORMAT, changes

_FORMATS = {"text": changes.text, "json": changes.json}
_VERSION = 1


def diff(
    old: Annotated[Path, typer.Argument(help="A report: factcheck run --format json.")],
    new: Annotated[Path, typer.Argument(help="A later one.")],
    *,
    formats: options.DiffFormats = None,
    fail_on: options.FailOn = None,
) -> None:
    """Say which findings are new, gone or changed, and which numbers changed their value."""
    targets = output.targets(formats or (), _FORMATS)
    severity = Severity.WARNING
    if fail_on is not None:
        severity = Severity(options.chosen("--fail-on", fail_on, tuple(Severity)))
    earlier, later = _report(old), _report(new)
    try:
        found = changes.compare(earlier, later)
    except (KeyError, TypeError, AttributeError):
        raise UsageError(f"{old}, {new}: rows of a report are missing") from None
    view = options.view()
    for target in targets:
        output.write(target, _FORMATS[target.format](found, view))
    if later["partial"] or any(r["status"] != "read" for r in later["documents"]):
        raise typer.Exit(UNCHECKED)
    ranks = [Severity(row["severity"]).rank for row in found.alarms()]
    raise typer.Exit(FOUND if max(ranks, default=-1) >= severity.rank else CLEAN)


def _report(path: Path) -> dict[str, Any]:
    try:
        report = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: it cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError):
        raise UsageError(f"{path}: it is not JSON") from None
    if not isinstance(report, dict) or report.get("format") != REPORT_FORMAT:
        raise UsageError(f"{path}: it is not a report of factcheck run --format json")
    if report.get("version") != _VERSION:
        raise UsageError(f"{path}: it is a report of another version of factcheck")
    return report
