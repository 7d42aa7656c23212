"""Comments in documents that take findings out: `<!-- factcheck: ignore[rule] reason -->`.

A comment that stands with text speaks of its line; one that stands alone, of the next line
with text. What a comment takes out is still told, and so is a comment that takes out nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from factcheck.language import comments
from factcheck.model import BlockKind, Document, DocumentRow, Finding, Ignored

_FORM = re.compile(r"ignore(?:\[(?P<rules>[^\]]+)\])?(?:[:\s]+(?P<reason>.*))?$")
_ALL = "*"


@dataclass(slots=True)
class _Ignore:
    """One comment; `first` and `last` are the lines that it speaks of."""

    document: str
    line: int
    first: int
    last: int
    rules: tuple[str, ...]
    reason: str
    used: bool = False

    def fits(self, finding: Finding, lines: Sequence[tuple[str, int, int]]) -> bool:
        rule = finding.outcome.rule
        return any(
            fnmatchcase(rule, name) or rule == f"core/{name}" for name in self.rules
        ) and any(
            path == self.document and first <= self.last and last >= self.first
            for path, first, last in lines
        )


def apply(
    findings: Sequence[Finding], documents: Sequence[DocumentRow]
) -> tuple[list[Finding], list[Ignored], list[str]]:
    """Return the findings that stay, those that are taken out, and what is to be said.

    Args:
        findings: In the order of the report.
        documents: As they were read.
    """
    read = {row.path: row.document for row in documents if row.document is not None}
    ignores: list[_Ignore] = []
    notes: list[str] = []
    for document in read.values():
        for one in _ignores(document):
            if isinstance(one, _Ignore):
                ignores.append(one)
            else:
                notes.append(one)
    if not ignores:
        return list(findings), [], notes
    kept: list[Finding] = []
    ignored: list[Ignored] = []
    for finding in findings:
        lines = list(_lines(finding, read))
        fitting = [one for one in ignores if one.fits(finding, lines)]
        for one in fitting:
            one.used = True
        if fitting:
            first = fitting[0]
            ignored.append(Ignored(finding, first.document, first.line, first.reason))
        else:
            kept.append(finding)
    notes += [
        f"{one.document}:{one.line}: the comment {_written(one)} takes out no finding"
        for one in ignores
        if not one.used
    ]
    return kept, ignored, notes


def _written(one: _Ignore) -> str:
    return "ignore" if one.rules == (_ALL,) else f"ignore[{', '.join(one.rules)}]"


def _lines(
    finding: Finding, read: dict[str, Document]
) -> Iterator[tuple[str, int, int]]:
    for place in finding.outcome.evidence:
        if place.document is not None and place.span is not None:
            document = read[place.document]
            first, _ = document.position(place.span.start)
            last, _ = document.position(max(place.span.start, place.span.end - 1))
            yield place.document, first, last


def _ignores(document: Document) -> Iterator[_Ignore | str]:
    """Yield the comments of a document, or what is wrong with them."""
    found = [one for one in comments.find(document.text) if not _shown(document, one)]
    if not found:
        return
    plain = comments.masked(document.text).split("\n")
    full = [number for number, line in enumerate(plain, 1) if line.strip()]
    for one in found:
        line, _ = document.position(one.start)
        last, _ = document.position(one.end - 1)
        where = f"{document.path}:{line}"
        match = _FORM.match(one.said)
        if match is None:
            yield (
                f"{where}: the comment “{one.said}” is not understood: "
                "write ignore[rule-id] and a reason"
            )
            continue
        rules = tuple(filter(None, map(str.strip, (match["rules"] or _ALL).split(","))))
        reason = (match["reason"] or "").lstrip(":-\N{EN DASH}\N{EM DASH} ")
        if not reason:
            yield f"{where}: the comment {one.said} has no reason, and is not heeded"
            continue
        first = line
        if not any(plain[number - 1].strip() for number in range(line, last + 1)):
            after = bisect_left(full, last)
            first = last = full[after] if after < len(full) else last
        yield _Ignore(document.path, line, first, last, rules, reason)


def _shown(document: Document, one: comments.Comment) -> bool:
    """Return whether a comment is only shown, as code."""
    index = document.block_at(one.start)
    return index is not None and document.blocks[index].kind is BlockKind.CODE
