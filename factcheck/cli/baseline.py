"""`factcheck baseline`: take all present findings as known."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck import config as settings
from factcheck.cli import CLEAN, UNCHECKED, decided, inputs, options, output
from factcheck.errors import UsageError
from factcheck.model import Choice
from factcheck.pipeline import decisions


def baseline(
    paths: options.Paths = None,
    *,
    reason: Annotated[
        str, typer.Option(help="Why the findings may stay; it is written to each.")
    ],
    decision: Annotated[
        str,
        typer.Option(
            metavar="WORD", help="correct, different facts, misread or accepted."
        ),
    ] = Choice.ACCEPTED.value,
    rules: options.Rules = None,
    config: options.ConfigFile = None,
    jobs: options.Jobs = None,
) -> None:
    """Write a decision on each present finding, so that only new ones fail a run."""
    loaded = settings.load(Path(config) if config else None)
    choice = Choice(options.chosen("--decision", decision, tuple(Choice)))
    if not reason.strip():
        raise UsageError("--reason: a decision needs a reason")
    ruleset = inputs.rules(rules or (), loaded)
    path = inputs.decisions_file(loaded)
    known = decided.known(path)
    found = inputs.sources(paths or (), loaded)
    report = inputs.checked(found, ruleset, loaded, decided=known, jobs=jobs)
    fresh = [
        decisions.decide(one, choice, reason)
        for one in report.findings
        if one.decision is None
    ]
    decided.keep(path, fresh)
    n = len(fresh)
    output.write_stdout(
        [f"{inputs.shown(path)}: {n:,} new decision{'' if n == 1 else 's'}\n"]
    )
    raise typer.Exit(UNCHECKED if inputs.is_incomplete(report) else CLEAN)
