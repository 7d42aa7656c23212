"""`factcheck extract`: the quantities that documents state."""

from __future__ import annotations

from pathlib import Path

import typer

from factcheck import config as settings
from factcheck import pipeline
from factcheck.cli import inputs, options, output
from factcheck.cli.run import status
from factcheck.model import Severity
from factcheck.reports import EXTRACTION_FORMATS, renderer


def extract(
    paths: options.Paths = None,
    *,
    formats: options.Formats = None,
    config: options.ConfigFile = None,
    jobs: options.Jobs = None,
    engine: options.Engine = "native",
) -> None:
    """Print every quantity in documents, with its unit and what it can be."""
    loaded = settings.load(Path(config) if config else None)
    targets = output.targets(formats or (), EXTRACTION_FORMATS)
    options.chosen("--engine", engine, options.ENGINES)
    found = inputs.sources(paths or (), loaded)
    with inputs.progress() as progress:
        report = pipeline.extract_only(
            found,
            mapper=inputs.mapper(found, jobs),
            engine=engine,
            progress=progress,
        )
    view = options.view()
    for target in targets:
        write = renderer(target.format, EXTRACTION_FORMATS)
        output.write(target, write(report, view))
    for row in report.documents:
        if row.error:
            typer.echo(f"factcheck: {row.path}: {row.error}", err=True)
    raise typer.Exit(status(report, Severity.ERROR))
