"""`factcheck diff`: what changed between two JSON reports."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import typer

from factcheck.cli import CLEAN, FOUND, output
from factcheck.errors import UsageError
from factcheck.reports import REPORT_FORMAT, one_line

Row: TypeAlias = Mapping[str, Any]
_ALARMS = ("warning", "error")


@dataclass(frozen=True, slots=True)
class Changes:
    """What two reports differ in.

    Attributes:
        new: Findings of the second alone.
        gone: Findings of the first alone.
        changed: Findings of one rule on one thing whose numbers changed, old and new.
        values: Mentions of one fact in one document whose number changed, old and new.
    """

    new: tuple[Row, ...]
    gone: tuple[Row, ...]
    changed: tuple[tuple[Row, Row], ...]
    values: tuple[tuple[Row, Row], ...]


def diff(
    old: Annotated[Path, typer.Argument(help="A report: factcheck run --format json.")],
    new: Annotated[Path, typer.Argument(help="A later one.")],
) -> None:
    """Say which findings are new, gone or changed, and which facts changed their value."""
    changes = compare(_report(old), _report(new))
    output.write_stdout(_told(changes))
    later = [*changes.new, *(after for _, after in changes.changed)]
    alarming = any(row["severity"] in _ALARMS for row in later)
    raise typer.Exit(FOUND if alarming else CLEAN)


def _report(path: Path) -> Row:
    try:
        report = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: it cannot be read: {error.strerror}") from None
    except ValueError:
        raise UsageError(f"{path}: it is not JSON") from None
    if not isinstance(report, dict) or report.get("format") != REPORT_FORMAT:
        raise UsageError(f"{path}: it is not a report of factcheck run --format json")
    return report


def compare(old: Row, new: Row) -> Changes:
    """Return what two reports differ in, in the order of the second."""
    before = {row["fingerprint"]: row for row in old["findings"]}
    after = {row["fingerprint"]: row for row in new["findings"]}
    gone = [row for mark, row in before.items() if mark not in after]
    fresh: list[Row] = []
    changed: list[tuple[Row, Row]] = []
    for mark, row in after.items():
        if mark in before:
            continue
        same = next((one for one in gone if _about(one) == _about(row)), None)
        if same is None:
            fresh.append(row)
        else:
            gone.remove(same)
            changed.append((same, row))
    return Changes(
        tuple(fresh),
        tuple(gone),
        tuple(changed),
        tuple(_values(old["mentions"], new["mentions"])),
    )


def _about(finding: Row) -> tuple[object, ...]:
    places = {place["document"] or "" for place in finding["evidence"]}
    return finding["rule"], finding["label"], tuple(sorted(places))


def _values(old: Sequence[Row], new: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Yield mentions of one fact whose number changed; facts stated differently often apart."""
    before, after = _by_fact(old), _by_fact(new)
    for fact, rows in after.items():
        earlier = before.get(fact, [])
        if len(earlier) == len(rows):
            for a, b in zip(earlier, rows, strict=True):
                if _stated(a) != _stated(b):
                    yield a, b


def _by_fact(mentions: Sequence[Row]) -> dict[tuple[object, ...], list[Row]]:
    found: dict[tuple[object, ...], list[Row]] = {}
    for row in mentions:
        words = row["text"].replace(row["surface"], "#")
        unit = row["base_unit"] if row["counted"] is None else row["counted"]
        fact = (row["document"], row["subject"], row["property"], unit, words)
        found.setdefault(fact, []).append(row)
    return found


def _stated(row: Row) -> tuple[object, ...]:
    return row["value"], row["stated_low"], row["stated_high"], row["unit"]


def _told(changes: Changes) -> Iterator[str]:
    for title, rows in (("New", changes.new), ("Gone", changes.gone)):
        if rows:
            yield f"{title} findings ({len(rows):,})\n"
            for row in rows:
                yield f"  {_finding(row)}\n"
    if changes.changed:
        yield f"Changed findings ({len(changes.changed):,})\n"
        for a, b in changes.changed:
            yield f"  {_finding(b)}\n    before: {one_line(a['message'])}\n"
    if changes.values:
        yield f"Changed values ({len(changes.values):,})\n"
        for a, b in changes.values:
            where = f"{one_line(b['document'])}:{b['line']}:{b['column']}"
            yield f"  {where}: {one_line(a['text'])} → {one_line(b['text'])}\n"
    figures = {
        "new": changes.new,
        "gone": changes.gone,
        "changed": changes.changed,
    }
    said = ", ".join(f"{len(rows):,} {name}" for name, rows in figures.items())
    yield f"Findings: {said}; {len(changes.values):,} values changed\n"


def _finding(row: Row) -> str:
    message = one_line(row["message"])
    return f"{row['id']} {row['severity']} {row['rule']}: {message}"
