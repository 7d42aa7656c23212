"""`factcheck suggest`: draft rules for facts that documents state in several places."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck import config as settings
from factcheck import pipeline
from factcheck.cli import CLEAN, UNCHECKED, inputs, options, output, rulebook
from factcheck.errors import UsageError
from factcheck.ruleset import drafts


def suggest(
    paths: options.Paths = None,
    *,
    to: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write; else it is printed."
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite the file if there is one.")
    ] = False,
    limit: Annotated[
        int, typer.Option(min=1, metavar="N", help="How many facts at most.")
    ] = 20,
    rules: options.Rules = None,
    config: options.ConfigFile = None,
    jobs: options.Jobs = None,
) -> None:
    """Draft rules for facts that are stated in several places, to be edited and kept."""
    loaded = settings.load(Path(config) if config else None)
    target = Path(to) if to and to != "-" else None
    if target is not None and target.exists() and not force:
        raise UsageError(f"{target}: it is there already; --force overwrites it")
    ruleset = inputs.rules(rules or (), loaded)
    found = inputs.sources(paths or (), loaded)
    with inputs.progress() as progress:
        rows, corpus, interrupted = pipeline.read_all(
            found, mapper=inputs.mapper(found, jobs), progress=progress
        )
    from factcheck.pipeline import drafting  # noqa: PLC0415 - not for help and mistakes

    for row in rows:
        if row.error:
            typer.echo(f"factcheck: {row.path}: {row.error}", err=True)
    made = drafting.draft(
        corpus, run_texts=pipeline.run_texts, rules=ruleset, limit=limit
    )
    if made and not interrupted:
        text = drafts.write(made, head=_head(len(corpus), target))
        output.write(output.Target("yaml", target), [text])
    n = len(made)
    said = f"{n:,} fact{'' if n == 1 else 's'} drafted from {len(corpus):,} documents"
    if not n:
        said = "no fact is stated in several places that no rule finds already"
    if target is not None or not n:
        typer.echo(f"{target}: {said}" if n else said, err=target is None)
    failed = interrupted or len(corpus) < len(rows)
    raise typer.Exit(UNCHECKED if failed else CLEAN)


def _head(n: int, target: Path | None) -> list[str]:
    schema = rulebook.schema_for(target)
    documents = f"{n:,} document{'' if n == 1 else 's'}"
    return [
        f"yaml-language-server: $schema={schema}",
        "",
        f"Drafted by `factcheck suggest` from {documents}: facts that they state in several places,",
        "most places first. Keep what is worth checking; change names, terms and tolerance:",
        "  factcheck validate    says what is wrong with this file",
        "  factcheck test        runs the examples",
    ]
