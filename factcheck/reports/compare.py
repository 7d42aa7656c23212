"""What `factcheck extract --compare` prints: where two engines read a document differently."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

from factcheck.frozen import dataclass
from factcheck.model import Document, Mention, Report
from factcheck.reports import _rows
from factcheck.reports._table import table
from factcheck.reports._view import View, escape, line, reading

_NARROW = 20


class Match(StrEnum):
    """How two engines read one place."""

    ALIKE = "alike"
    DIFFERENT = "different"
    FIRST = "first only"
    SECOND = "second only"


@dataclass(frozen=True, slots=True)
class Pair:
    """What two engines read at one place; None for one that reads nothing there."""

    match: Match
    first: Mention | None
    second: Mention | None

    @property
    def start(self) -> int:
        """Where the place begins."""
        return min(m.span.start for m in (self.first, self.second) if m is not None)


def pairs(first: list[Mention], second: list[Mention]) -> list[Pair]:
    """Return the mentions of one document side by side, in the order of the text.

    Mentions that overlap are one place; alike are those with one value in one unit.
    """
    found: list[Pair] = []
    left = list(second)
    for one in first:
        meeting = [other for other in left if one.span.overlaps(other.span)]
        same = [other for other in meeting if _stated(one) == _stated(other)]
        if not meeting:
            found.append(Pair(Match.FIRST, one, None))
            continue
        chosen = (same or meeting)[0]
        left.remove(chosen)
        found.append(Pair(Match.ALIKE if same else Match.DIFFERENT, one, chosen))
    found += [Pair(Match.SECOND, None, other) for other in left]
    return sorted(found, key=lambda pair: pair.start)


def _stated(one: Mention) -> tuple[object, ...]:
    return one.value, one.stated_low, one.stated_high, one.unit


def _compared(first: Report, second: Report) -> Iterator[tuple[Document, list[Pair]]]:
    read: list[dict[str, list[Mention]]] = [{}, {}]
    for mentions, report in zip(read, (first, second), strict=True):
        for row in report.mentions:
            one = row.fact.mention
            mentions.setdefault(one.document, []).append(one)
    for listed in first.documents:
        if listed.document is not None:
            mine = [mentions.get(listed.path, []) for mentions in read]
            yield listed.document, pairs(mine[0], mine[1])


def _named(match: Match, names: tuple[str, str]) -> str:
    if match is Match.FIRST:
        return f"{names[0]} only"
    return f"{names[1]} only" if match is Match.SECOND else match.value


def text(
    first: Report, second: Report, names: tuple[str, str], view: View
) -> Iterator[str]:
    """Yield a table a document, and how often the engines read alike."""
    total: Counter[Match] = Counter()
    wide = max(_NARROW, (view.width - 40) // 2)
    for document, found in _compared(first, second):
        total.update(pair.match for pair in found)
        yield f"{line(document.path)}: {_counts(Counter(p.match for p in found), names)}\n"
        if found:
            rows = [_row(document, pair, names) for pair in found]
            yield table(rows, ["at", "read", *names], [None, None, wide, wide]) + "\n"
    yield f"In all: {_counts(total, names)}\n"


def _counts(counts: Counter[Match], names: tuple[str, str]) -> str:
    return ", ".join(f"{counts[match]:,} {_named(match, names)}" for match in Match)


def _row(document: Document, pair: Pair, names: tuple[str, str]) -> list[str]:
    at = document.position(pair.start)
    said = [_said(document, one) for one in (pair.first, pair.second)]
    return [f"{at[0]}:{at[1]}", _named(pair.match, names), *said]


def _said(document: Document, one: Mention | None) -> str:
    if one is None:
        return ""
    read = reading(one.reading, _rows.unit(document, one) or "")
    return f"“{line(one.surface)}” {read}"


def jsonl(
    first: Report, second: Report, names: tuple[str, str], view: View
) -> Iterator[str]:
    """Yield a row a place: where it is, how it was read, and what by each engine."""
    del view
    write = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    for document, found in _compared(first, second):
        for pair in found:
            at = document.position(pair.start)
            row = {
                "document": document.path,
                "line": at[0],
                "column": at[1],
                "match": _named(pair.match, names),
                names[0]: _plain(pair.first),
                names[1]: _plain(pair.second),
            }
            yield escape(write(row)) + "\n"


def _plain(one: Mention | None) -> _rows.Flat | None:
    if one is None:
        return None
    return {
        "start": one.span.start,
        "end": one.span.end,
        "surface": one.surface,
        "value": _rows.decimal(one.value),
        "stated_low": _rows.decimal(one.stated_low),
        "stated_high": _rows.decimal(one.stated_high),
        "unit": one.unit or None,
        "dimension": one.dimension,
    }
