"""`factcheck extract`: the quantities that documents state."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from factcheck import config as settings
from factcheck import pipeline
from factcheck.cli import inputs, options, output
from factcheck.cli.run import status
from factcheck.errors import UsageError
from factcheck.model import Report, Severity
from factcheck.reports import EXTRACTION_FORMATS, renderer


def extract(
    paths: options.Paths = None,
    *,
    formats: options.ExtractionFormats = None,
    config: options.ConfigFile = None,
    jobs: options.Jobs = None,
    engine: options.Engine = "native",
    compare: Annotated[
        bool,
        typer.Option("--compare", help="Show where native and quantulum3 differ."),
    ] = False,
) -> None:
    """Print every quantity in documents, with its unit and what it can be."""
    loaded = settings.load(Path(config) if config else None)
    targets = output.targets(formats or (), EXTRACTION_FORMATS)
    options.chosen("--engine", engine, options.ENGINES)
    found = inputs.sources(paths or (), loaded)
    if compare:
        _compare(found, targets, jobs)
        return
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
    _end(report)


def _end(report: Report) -> None:
    for row in report.documents:
        if row.error:
            typer.echo(f"factcheck: {row.path}: {row.error}", err=True)
    raise typer.Exit(status(report, Severity.ERROR))


def _compare(
    found: Sequence[pipeline.Source], targets: Sequence[output.Target], jobs: int | None
) -> None:
    if any(str(source.path) == "-" for source in found):
        raise UsageError("--compare reads documents twice: give files, not -")
    from factcheck.reports import compare as comparison  # noqa: PLC0415 - for this alone

    first, second = (
        pipeline.extract_only(found, mapper=inputs.mapper(found, jobs), engine=engine)
        for engine in options.ENGINES
    )
    for target in targets:
        write = {"text": comparison.text, "jsonl": comparison.jsonl}[target.format]
        names = (options.ENGINES[0], options.ENGINES[1])
        output.write(target, write(first, second, names, options.view()))
    _end(first)
