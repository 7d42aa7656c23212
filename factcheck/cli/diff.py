"""`factcheck diff`: what changed between two reports, or two versions of documents."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from factcheck import config as settings
from factcheck import documents
from factcheck.cli import CLEAN, FOUND, UNCHECKED, inputs, options, output
from factcheck.errors import UsageError
from factcheck.model import Severity
from factcheck.pipeline import Source
from factcheck.reports import REPORT_FORMAT, View, changes, renderer

_FORMATS = {"text": changes.text, "json": changes.json}
_VERSION = 1
# What the rows of JSON Lines are in the JSON report.
_LISTS = {
    "document": "documents",
    "mention": "mentions",
    "check": "checks",
    "finding": "findings",
    "ignored": "ignored",
}


def diff(
    old: Annotated[
        Path,
        typer.Argument(
            help="A report (factcheck run --format json or jsonl), or documents: a folder"
            " or a file."
        ),
    ],
    new: Annotated[Path, typer.Argument(help="A later one.")],
    *,
    rules: options.Rules = None,
    formats: options.DiffFormats = None,
    fail_on: options.FailOn = None,
    config: options.ConfigFile = None,
    jobs: options.Jobs = None,
) -> None:
    """Say which findings are new, gone or changed, and which numbers changed their value."""
    targets = output.targets(formats or (), _FORMATS)
    severity = Severity.WARNING
    if fail_on is not None:
        severity = Severity(options.chosen("--fail-on", fail_on, tuple(Severity)))
    for path in (old, new):
        if not path.exists():
            raise UsageError(f"{path}: it cannot be read: there is no such file")
    if _is_document(old) and _is_document(new):
        loaded = settings.load(Path(config) if config else None)
        earlier, later = (
            _checked(found, rules or (), loaded, jobs) for found in _versions(old, new)
        )
    else:
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


# --- versions of documents ----------------------------------------------------------------


def _is_document(path: Path) -> bool:
    return path.is_dir() or path.suffix.lower() in documents.EXTENSIONS


def _versions(old: Path, new: Path) -> list[list[Source]]:
    """Return the documents of two folders, each by its name there; two files are one document."""
    if old.is_dir() != new.is_dir():
        raise UsageError(f"{old}, {new}: one is a folder and one a file")
    if not new.is_dir():
        return [[Source(new.name, path)] for path in (old, new)]
    return [
        [Source(name, path) for path, name in documents.walk([folder], root=folder)]
        for folder in (old, new)
    ]


def _checked(
    found: list[Source], rules: Sequence[str], loaded: settings.Config, jobs: int | None
) -> dict[str, Any]:
    ruleset = inputs.rules(rules, loaded)
    report = inputs.checked(found, ruleset, loaded, jobs=jobs)
    rows: dict[str, Any] = json.loads("".join(renderer("json")(report, View())))
    return rows


# --- reports ------------------------------------------------------------------------------


def _report(path: Path) -> dict[str, Any]:
    if _is_document(path):
        raise UsageError(f"{path}: two reports are compared, or two sets of documents")
    try:
        text = path.read_text("utf-8")
        report = _joined(text) if path.suffix == ".jsonl" else json.loads(text)
    except OSError as error:
        raise UsageError(f"{path}: it cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError):
        said = "it is not JSON, as a report of factcheck run --format json is"
        raise UsageError(f"{path}: {said}") from None
    if not isinstance(report, dict) or report.get("format") != REPORT_FORMAT:
        raise UsageError(f"{path}: it is not a report of factcheck run --format json")
    if report.get("version") != _VERSION:
        raise UsageError(f"{path}: it is a report of another version of factcheck")
    return report


def _joined(text: str) -> dict[str, Any] | None:
    """Return a report in JSON Lines as one; None for rows of something else."""
    report: dict[str, Any] = {name: [] for name in _LISTS.values()}
    for line in filter(None, text.split("\n")):
        row = json.loads(line)
        kind = row.pop("type", None) if isinstance(row, dict) else None
        if kind == "report":
            report |= row
        elif kind in _LISTS:
            report[_LISTS[kind]].append(row)
        elif kind not in {"note", "stats"}:
            return None
    return report
