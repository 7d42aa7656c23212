"""`factcheck run`: check documents and report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from factcheck import config as settings
from factcheck.cli import CLEAN, FOUND, UNCHECKED, inputs, options, output
from factcheck.model import Report, Severity
from factcheck.reports import FORMATS, renderer


def run(
    paths: options.Paths = None,
    *,
    rules: options.Rules = None,
    formats: options.Formats = None,
    fail_on: options.FailOn = None,
    config: options.ConfigFile = None,
    jobs: options.Jobs = None,
    engine: options.Engine = "native",
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    excused: Annotated[
        bool, typer.Option("--excused", help="With what was excused, and why.")
    ] = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="With a table of figures.")
    ] = False,
) -> None:
    """Check the numbers in documents against each other and against rules."""
    loaded = settings.load(Path(config) if config else None)
    targets = output.targets(formats or loaded.formats, FORMATS)
    severity = loaded.fail_on
    if fail_on is not None:
        severity = Severity(options.chosen("--fail-on", fail_on, tuple(Severity)))
    options.chosen("--engine", engine, options.ENGINES)
    ruleset = inputs.rules(rules or (), loaded)
    decided = inputs.decided(loaded)
    found = inputs.sources(paths or (), loaded)
    report = inputs.checked(
        found,
        ruleset,
        loaded,
        decided=decided,
        jobs=jobs,
        engine=engine,
        whole=not paths and not rules,
    )
    written = [target.file for target in targets]
    unread = inputs.passed_over(paths or (), loaded, written)
    report = replace(report, notes=(*report.notes, *unread))
    view = options.view(
        quiet=quiet, verbose=verbose, excused=excused, statistics=statistics
    )
    for target in targets:
        output.write(target, renderer(target.format)(report, view))
    raise typer.Exit(status(report, severity))


def status(report: Report, fail_on: Severity) -> int:
    """Return the exit status that a report comes to."""
    if inputs.is_incomplete(report):
        return UNCHECKED
    open_ = (f for f in report.findings if f.decision is None)
    if any(finding.severity.rank >= fail_on.rank for finding in open_):
        return FOUND
    return CLEAN
