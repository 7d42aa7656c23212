"""The one way from documents to a report: read, bind, link, check, merge.

Reading and binding are done document by document, by whatever mapper is given; the rest looks
at all documents at once.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from factcheck import documents, extract, link
from factcheck.config import Level
from factcheck.errors import DocumentError
from factcheck.frozen import dataclass
from factcheck.language import comments
from factcheck.model import (
    Decision,
    Document,
    DocumentFacts,
    DocumentRow,
    Report,
    RuleSet,
)
from factcheck.pipeline import ignores, merge, states

In = TypeVar("In")
Out = TypeVar("Out")


class Mapper(Protocol):
    """Applies a picklable function to each item; results come in the order of the items."""

    def __call__(
        self, function: Callable[[In], Out], items: Sequence[In], /
    ) -> Iterable[Out]:
        """Return or yield `function(item)` for each item."""


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A document to read.

    Attributes:
        name: As the report shows it.
        path: The file, or None if `text` is given.
        text: What to read in place of a file.
        format: Name of the format of `text`; by default what the name says.
        date: Date of publication, if the configuration knows it.
        publisher: Who published it, if the configuration knows it.
    """

    name: str
    path: Path | None = None
    text: str | None = None
    format: str | None = None
    date: dt.date | None = None
    publisher: str | None = None


def run(
    sources: Iterable[Source],
    *,
    rules: RuleSet | None = None,
    levels: Sequence[Level] = (),
    decided: Sequence[Decision] = (),
    mapper: Mapper = map,
    engine: str = "native",
    progress: Callable[[int, int], None] | None = None,
    whole: bool = True,
) -> Report:
    """Check documents, and say all there is to say of them.

    Args:
        sources: What to read, in any order; the report is ordered by name.
        rules: What must hold beside the core laws, and which of these are on; without any,
            all core laws are.
        levels: How the configuration moves the severity of findings.
        decided: What a person decided on findings of earlier runs.
        mapper: Where documents are read.
        engine: What extracts quantities: "native" or "quantulum3".
        progress: Called after each document with how many are done, and of how many.
        whole: Whether these are all documents and rules that there are, so that a decision
            on what is not found is stale.

    A keyboard interrupt while documents are read ends the reading; the report on what was
    read by then is marked as partial.
    """
    rows, corpus, interrupted = read_all(
        sources, mapper=mapper, engine=engine, progress=progress
    )
    # All laws take 25 ms to import; `extract` needs none.
    from factcheck.pipeline import checking  # noqa: PLC0415

    clusters = link.cluster(corpus)
    checked = checking.check(corpus, clusters, rules)
    found = merge.findings(checked.outcomes, levels=levels)
    shown, ignored, remarks = ignores.apply(found, rows)
    stale: list[str] = []
    # A level may speak of a rule that is off.
    known = checked.rules if rules is None else [rule.id for rule in rules.rules]
    if decided:
        from factcheck.pipeline import decisions  # noqa: PLC0415 - most runs have none

        scope = decisions.Scope(
            {document.document.path for document in corpus},
            checked.rules,
            whole=whole and len(corpus) == len(rows) and not interrupted,
        )
        shown, stale = decisions.apply(shown, decided, scope=scope, gone=ignored)
    return Report(
        documents=tuple(rows),
        mentions=states.rows(corpus, clusters, checked.outcomes, checked.left_out),
        outcomes=checked.outcomes,
        findings=tuple(shown),
        rules=checked.rules,
        rules_without_match=checked.rules_without_match,
        notes=(
            *(rules.notes if rules else ()),
            *merge.unused(levels, known),
            *merge.copies(corpus),
            *remarks,
            *stale,
        ),
        partial=interrupted,
        clusters=tuple(clusters),
        selected=checked.selected,
        ignored=tuple(ignored),
    )


def extract_only(
    sources: Iterable[Source],
    *,
    mapper: Mapper = map,
    engine: str = "native",
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Read documents without checking them; as `run` in all else."""
    rows, corpus, interrupted = read_all(
        sources, mapper=mapper, engine=engine, progress=progress
    )
    return Report(
        documents=tuple(rows),
        mentions=states.rows(corpus, (), ()),
        outcomes=(),
        findings=(),
        partial=interrupted,
    )


def run_texts(texts: Mapping[str, str], rules: RuleSet) -> Report:
    """Return what rules say of texts, given by name: what examples are run by."""
    return run([Source(name, text=text) for name, text in texts.items()], rules=rules)


def read_all(
    sources: Iterable[Source],
    *,
    mapper: Mapper = map,
    engine: str = "native",
    progress: Callable[[int, int], None] | None = None,
) -> tuple[list[DocumentRow], list[DocumentFacts], bool]:
    """Return all documents, the facts of those that could be read, and whether it ended early.

    The arguments are those of `run`.
    """
    ordered = sorted(sources, key=lambda source: source.name)
    rows: list[DocumentRow] = []
    corpus: list[DocumentFacts] = []
    try:
        for row, facts in mapper(partial(read, engine=engine), ordered):
            rows.append(row)
            if facts is not None:
                corpus.append(facts)
            if progress:
                progress(len(rows), len(ordered))
    except KeyboardInterrupt:
        return rows, corpus, True
    return rows, corpus, False


def read(
    source: Source, *, engine: str = "native"
) -> tuple[DocumentRow, DocumentFacts | None]:
    """Return one document with its facts, or why it could not be checked.

    The facts come from the text without comments to this tool, which are no part of it.
    """
    try:
        document = _document(source)
    except DocumentError as error:
        return DocumentRow(source.name, None, error.reason), None
    row = DocumentRow(document.path, document)
    plain = comments.masked(document.text)
    if plain is not document.text:
        document = replace(document, text=plain)
    return row, link.bind(document, extract.extract(document, engine=engine))


def _document(source: Source) -> Document:
    if source.path is not None:
        document = documents.read(source.path, name=source.name)
    else:
        document = documents.parse(
            source.text or "", name=source.name, format=source.format
        )
    if source.date is not None or source.publisher is not None:
        document = replace(
            document,
            date=source.date or document.date,
            source=source.publisher or document.source,
        )
    return document


def rules(
    paths: Iterable[str | os.PathLike[str]], *, packs: Iterable[str] = ()
) -> RuleSet | None:
    """Return the rules of some files; None, for all core laws and nothing else, if none.

    Raises:
        UsageError: If a path is missing.
        RuleError: If rules are wrong, with all places.
    """
    files, names = [Path(path) for path in paths], tuple(packs)
    if not files and not names:
        return None
    # Reading YAML is 20 ms that a run without rules does not pay.
    from factcheck import ruleset  # noqa: PLC0415

    return ruleset.load(files, packs=("core", *names))
