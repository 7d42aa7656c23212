"""`factcheck facts`: who says what."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from factcheck import config as settings
from factcheck.cli import CLEAN, UNCHECKED, inputs, options, output
from factcheck.reports import FACTS_FORMATS, renderer


def facts(
    paths: options.Paths = None,
    *,
    rules: options.Rules = None,
    formats: options.FactsFormats = None,
    config: options.ConfigFile = None,
    jobs: options.Jobs = None,
    every: Annotated[
        bool, typer.Option("--all", help="With what is stated only once.")
    ] = False,
) -> None:
    """Print who says what: facts as rows, documents as columns."""
    loaded = settings.load(Path(config) if config else None)
    targets = output.targets(formats or (), FACTS_FORMATS)
    ruleset = inputs.rules(rules or (), loaded)
    found = inputs.sources(paths or (), loaded)
    report = inputs.checked(found, ruleset, loaded, jobs=jobs)
    view = replace(options.view(), verbose=every)
    for target in targets:
        output.write(target, renderer(target.format, FACTS_FORMATS)(report, view))
    raise typer.Exit(UNCHECKED if inputs.is_incomplete(report) else CLEAN)
