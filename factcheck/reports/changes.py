"""What `factcheck diff` prints: what changed between two JSON reports.

Findings are one by their fingerprint. A number is the same place in both versions of a document
where what stands around it says so, never because it looks alike: a fact that moved, or was
reworded together with its number, is silent.
"""

from __future__ import annotations

import json as json_module
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, TypeAlias

from factcheck import __version__
from factcheck.frozen import dataclass
from factcheck.reports._table import wrapped
from factcheck.reports._view import View, count, escape, line

Row: TypeAlias = Mapping[str, Any]
Pair: TypeAlias = tuple[Row, Row]
FORMAT = "factcheck-diff"
VERSION = 1
_DIGITS = re.compile(r"\d[\d.,]*")
_INDENT = "  "
_NARROWEST = 40


@dataclass(frozen=True, slots=True)
class Changes:
    """What two reports differ in, in the order of the second; pairs are old and new.

    Attributes:
        new: Findings of the second alone.
        gone: Findings of the first alone.
        changed: Findings of one rule on one thing whose numbers or severity changed.
        settled: Findings that are decided or ignored by now.
        reopened: Findings that were decided or ignored, and are not any more.
        values: Mentions at one place of one document whose number changed.
        new_documents: Paths of documents that only the second has read.
        gone_documents: Paths of documents that only the first has read.
        notes: What makes the comparison less than whole.
    """

    new: tuple[Row, ...]
    gone: tuple[Row, ...]
    changed: tuple[Pair, ...]
    settled: tuple[Pair, ...]
    reopened: tuple[Pair, ...]
    values: tuple[Pair, ...]
    new_documents: tuple[str, ...]
    gone_documents: tuple[str, ...]
    notes: tuple[str, ...]

    def alarms(self) -> Iterator[Row]:
        """Yield what was not there before, and nobody has decided on or ignored."""
        for row in (
            *self.new,
            *(after for _, after in self.changed),
            *(after for _, after in self.reopened),
        ):
            if not _settled(row):
                yield row


def compare(old: Row, new: Row) -> Changes:
    """Return what two reports differ in."""
    before, after = _findings(old), _findings(new)
    both = [(before[mark], row) for mark, row in after.items() if mark in before]
    fresh, gone, changed = _paired(
        [row for mark, row in after.items() if mark not in before],
        [row for mark, row in before.items() if mark not in after],
    )
    changed += [(a, b) for a, b in both if a["severity"] != b["severity"]]
    paths, later = _read(old), _read(new)
    return Changes(
        new=tuple(fresh),
        gone=tuple(gone),
        changed=tuple(changed),
        settled=tuple((a, b) for a, b in both if _settled(b) and not _settled(a)),
        reopened=tuple((a, b) for a, b in both if _settled(a) and not _settled(b)),
        values=tuple(_values(old, new)),
        new_documents=tuple(path for path in later if path not in paths),
        gone_documents=tuple(path for path in paths if path not in later),
        notes=tuple(_notes(old, new)),
    )


# --- findings -----------------------------------------------------------------------------


def _findings(report: Row) -> dict[str, Row]:
    return {
        row["fingerprint"]: row for row in (*report["findings"], *report["ignored"])
    }


def _settled(row: Row) -> bool:
    """Return whether a finding is decided on, or ignored by a comment."""
    return row["decision"] is not None or "reason" in row


def _paired(
    fresh: Sequence[Row], gone: Sequence[Row]
) -> tuple[list[Row], list[Row], list[Pair]]:
    """Return what is new, what is gone, and what is one finding with other numbers.

    Two are one where nothing else in either report is on the same words or the same thing.
    """
    pairs: dict[str, Row] = {}
    matched: set[str] = set()
    for about in (_words, _thing):
        left = [row for row in gone if row["fingerprint"] not in matched]
        earlier = _alone(left, about)
        right = [row for row in fresh if row["fingerprint"] not in pairs]
        for key, row in _alone(right, about).items():
            if key in earlier:
                pairs[row["fingerprint"]] = earlier[key]
                matched.add(earlier[key]["fingerprint"])
    changed = [
        (pairs[row["fingerprint"]], row) for row in fresh if row["fingerprint"] in pairs
    ]
    return (
        [row for row in fresh if row["fingerprint"] not in pairs],
        [row for row in gone if row["fingerprint"] not in matched],
        changed,
    )


def _alone(
    rows: Iterable[Row], about: Callable[[Row], tuple[object, ...]]
) -> dict[tuple[object, ...], Row]:
    """Return the rows that are alone with what they are about."""
    found: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in rows:
        found[about(row)].append(row)
    return {key: all_[0] for key, all_ in found.items() if len(all_) == 1}


def _words(finding: Row) -> tuple[object, ...]:
    places = [
        (place["document"], _DIGITS.sub("#", place["quote"]))
        for place in finding["evidence"]
    ]
    return finding["rule"], *places


def _thing(finding: Row) -> tuple[object, ...]:
    places = sorted({place["document"] or "" for place in finding["evidence"]})
    return finding["rule"], finding["label"], *places


# --- numbers ------------------------------------------------------------------------------


def _values(old: Row, new: Row) -> Iterator[Pair]:
    """Yield numbers that changed at their place, document by document."""
    before, after = _by_document(old), _by_document(new)
    lengths = [_lengths(old), _lengths(new)]
    for path, rows in after.items():
        if path in before:
            ends = lengths[0].get(path, 0), lengths[1].get(path, 0)
            for a, b in _places(before[path], rows, ends):
                if (a["base_low"], a["base_high"], a["base_unit"]) != (
                    b["base_low"],
                    b["base_high"],
                    b["base_unit"],
                ):
                    yield a, b


def _by_document(report: Row) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in report["mentions"]:
        found.setdefault(row["document"], []).append(row)
    return found


def _lengths(report: Row) -> dict[str, int]:
    return {row["path"]: row["characters"] or 0 for row in report["documents"]}


def _kind(row: Row) -> tuple[object, ...]:
    return row["dimension"], (row["counted"] or "").casefold()


def _places(
    old: Sequence[Row], new: Sequence[Row], ends: tuple[int, int]
) -> Iterator[Pair]:
    """Yield numbers that stand at one place in two versions of a document.

    Args:
        old: Mentions of the first, in the order of the text.
        new: Mentions of the second.
        ends: How long the two texts are.
    """
    said = [
        [
            (
                *_kind(row),
                row["value"],
                row["stated_low"],
                row["stated_high"],
                row["unit"],
            )
            for row in rows
        ]
        for rows in (old, new)
    ]
    matcher = SequenceMatcher(None, said[0], said[1])
    for what, i, last_i, j, last_j in matcher.get_opcodes():
        if what != "replace":
            continue
        starts = (old[i - 1]["end"], new[j - 1]["end"]) if i and j else (0, 0)
        stops = ends
        if last_i < len(old) and last_j < len(new):
            stops = old[last_i]["start"], new[last_j]["start"]
        gap = _Gap(old[i:last_i], new[j:last_j])
        yield from sorted(gap.pairs(starts, stops), key=lambda pair: pair[1]["start"])


class _Gap:
    """Numbers between two places that did not change, in both versions."""

    def __init__(self, old: Sequence[Row], new: Sequence[Row]) -> None:
        self.old = {row["id"]: row for row in old}
        self.new = {row["id"]: row for row in new}

    def pairs(self, starts: tuple[int, int], stops: tuple[int, int]) -> Iterator[Pair]:
        """Yield numbers at one place: as far from the last one, or next one, that is known."""
        yield from self._along(starts, ("start", "end"))
        yield from self._along(stops, ("end", "start"))
        yield from self._named()

    def _along(self, known: tuple[int, int], ends: tuple[str, str]) -> Iterator[Pair]:
        near, far = ends
        later = {row[near]: row for row in self.new.values()}
        rows = list(self.old.values())
        for a in rows if near == "start" else reversed(rows):
            b = later.get(known[1] + a[near] - known[0])
            if b is not None and _kind(a) == _kind(b):
                known = a[far], b[far]
                yield self._taken(a, b)

    def _named(self) -> Iterator[Pair]:
        """Yield the numbers that alone state one property of one subject in the same words."""
        earlier, later = (_alone(rows.values(), _name) for rows in (self.old, self.new))
        for name, a in earlier.items():
            if name and name in later:
                yield self._taken(a, later[name])

    def _taken(self, a: Row, b: Row) -> Pair:
        del self.old[a["id"]], self.new[b["id"]]
        return a, b


def _name(row: Row) -> tuple[object, ...]:
    """Return what a mention is called; nothing where its subject or property is not known."""
    if row["subject"] is None or row["property"] is None:
        return ()
    words = row["text"].replace(row["surface"], "#")
    return (*_kind(row), row["subject"], row["property"], row["period"], words)


# --- what is said of the reports ----------------------------------------------------------


def _read(report: Row) -> dict[str, None]:
    return {row["path"]: None for row in report["documents"] if row["status"] == "read"}


def _notes(old: Row, new: Row) -> Iterator[str]:
    for name, report in (("old", old), ("new", new)):
        if report["partial"]:
            yield f"the {name} report is partial: its run was interrupted"
        for row in report["documents"]:
            if row["status"] != "read":
                yield f"{row['path']} could not be checked for the {name} report"
    versions = [report["tool"]["version"] for report in (old, new)]
    if versions[0] != versions[1]:
        yield f"factcheck {versions[0]} wrote the old report, {versions[1]} the new one"


# --- text ---------------------------------------------------------------------------------


def text(changes: Changes, view: View) -> Iterator[str]:
    """Yield what changed, for people."""
    width = max(view.width, _NARROWEST)
    lists: tuple[tuple[str, Iterable[tuple[Row | None, Row]]], ...] = (
        ("New findings", ((None, row) for row in changes.new)),
        ("Reopened findings", changes.reopened),
        ("Changed findings", changes.changed),
        ("Settled findings", changes.settled),
        ("Gone findings", ((None, row) for row in changes.gone)),
    )
    for title, rows in lists:
        told = ["".join(_finding(*pair, width)) for pair in rows]
        yield from _section(title, told, view)
    told = [_value(a, b, width) for a, b in changes.values]
    yield from _section("Changed values", told, view)
    for title, paths in (
        ("New documents", changes.new_documents),
        ("Gone documents", changes.gone_documents),
    ):
        yield from _section(title, [f"{_INDENT}{line(path)}\n" for path in paths], view)
    yield from _section("Notes", [_wrapped(n, width) for n in changes.notes], view)
    figures = {
        "new": changes.new,
        "gone": changes.gone,
        "changed": changes.changed,
        "settled": changes.settled,
        "reopened": changes.reopened,
    }
    said = ", ".join(
        f"{len(rows):,} {name}"
        for name, rows in figures.items()
        if rows or name in {"new", "gone", "changed"}
    )
    yield f"Findings: {said}. {count(len(changes.values), 'value')} changed.\n"


def _section(title: str, told: Sequence[str], view: View) -> Iterator[str]:
    if told:
        said = f"{title} ({len(told):,})"
        yield f"\x1b[1m{said}\x1b[0m\n" if view.colour else f"{said}\n"
        yield from told
        yield "\n"


def _finding(before: Row | None, row: Row, width: int) -> Iterator[str]:
    first = row["evidence"][0]
    where = f" {first['document']}:{first['line']}" if first["document"] else ""
    head = f"{row['id']} {row['severity']} {row['rule']}{where}"
    yield _wrapped(f"{head}: {row['message']}", width)
    if before is not None and before["message"] != row["message"]:
        yield _wrapped(f"before: {before['message']}", width, deeper=True)
    if before is not None and before["severity"] != row["severity"]:
        yield _wrapped(f"before: {before['severity']}", width, deeper=True)
    if row["decision"] is not None:
        decision = row["decision"]
        why = f"Decided: {decision['decision']} — {decision['reason']}"
        yield _wrapped(why, width, deeper=True)
    elif "reason" in row:
        why = f"Ignored: {row['document']}:{row['line']} — {row['reason']}"
        yield _wrapped(why, width, deeper=True)


def _value(a: Row, b: Row, width: int) -> str:
    names = [n for n in (b["subject"], b["property"]) if n and n not in b["text"]]
    about = ", ".join(names)
    where = f"{b['document']}:{b['line']}:{b['column']}"
    said = f"{where}: {a['text']} → {b['text']}"
    return _wrapped(f"{said} ({about})" if about else said, width)


def _wrapped(said: str, width: int, *, deeper: bool = False) -> str:
    indent = _INDENT * (2 if deeper else 1)
    first, *others = wrapped(line(said), width - len(indent) - len(_INDENT))
    return "\n".join([indent + first, *(indent + _INDENT + o for o in others)]) + "\n"


# --- JSON ---------------------------------------------------------------------------------


def json(changes: Changes, view: View) -> Iterator[str]:
    """Yield what changed, for programs: rows as the reports have them."""
    del view

    def pairs(found: Iterable[Pair]) -> list[dict[str, Row]]:
        return [{"old": a, "new": b} for a, b in found]

    whole = {
        "format": FORMAT,
        "version": VERSION,
        "tool": {"name": "factcheck", "version": __version__},
        "findings": {
            "new": changes.new,
            "gone": changes.gone,
            "changed": pairs(changes.changed),
            "settled": pairs(changes.settled),
            "reopened": pairs(changes.reopened),
        },
        "values": pairs(changes.values),
        "documents": {"new": changes.new_documents, "gone": changes.gone_documents},
        "notes": changes.notes,
    }
    write = json_module.JSONEncoder(ensure_ascii=False, indent=1).encode
    yield escape(write(whole)) + "\n"
