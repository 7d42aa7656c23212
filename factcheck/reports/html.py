"""HTML: one file that needs nothing else, drawn by a script that is inside it.

Everything that comes from documents is data in one JSON block, and reaches the page as text
only; a Content-Security-Policy lets no other script, style or request through.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files

from factcheck import __version__
from factcheck.model import (
    Choice,
    Document,
    Evidence,
    Fact,
    Finding,
    MentionRow,
    Outcome,
    Report,
    Severity,
    Span,
    State,
    Verdict,
)
from factcheck.reports import _rows
from factcheck.reports._axis import Axis, axis
from factcheck.reports._matrix import Mark, Row, Statement, matrix
from factcheck.reports._view import (
    View,
    clean,
    count,
    emphasis,
    escape,
    law,
    line,
    outcome_in_words,
    reading,
    remarks,
    told,
    with_reason,
)
from factcheck.units import wording

Node = dict[str, object]
_FIT = {Mark.DIFFERS: "conflict", Mark.AGREES: "agree"}
_CHOICES = {
    Choice.CORRECT: "It is right: the text must change",
    Choice.DIFFERENT: "They are different facts",
    Choice.MISREAD: "The tool misread the text",
    Choice.ACCEPTED: "It may stay as it is",
}
_REACH, _RESULT = "What each number can be", "What the numbers come to"
_FACT_KINDS = ("agreement", "reference")
_TWO = 2


def render(report: Report, view: View) -> Iterator[str]:
    """Yield the report, piece by piece."""
    del view
    # 30 ms, for this format alone.
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415
    from markupsafe import Markup  # noqa: PLC0415

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    template = environment.from_string(_asset("report.html.j2"))
    style, script = _asset("report.css"), _asset("report.js")
    open_findings = [f for f in report.findings if f.decision is None]
    worst = max((f.severity for f in open_findings), key=lambda s: s.rank, default="")
    yield from template.generate(
        title=outcome_in_words(report).partition(" in ")[0],
        headline=_headline(report, len(open_findings)),
        sentences=list(_sentences(report)),
        figures=_figures(report),
        severities=[s.value for s in reversed(Severity)],
        choices={choice.value: words for choice, words in _CHOICES.items()},
        worst=worst,
        version=__version__,
        style=Markup(style),  # noqa: S704 - our own
        script=Markup(script),  # noqa: S704 - our own
        style_hash=_hash(style),
        script_hash=_hash(script),
        data=Markup(_data(report)),  # noqa: S704 - no "<" in it
    )
    yield "\n"


def _asset(name: str) -> str:
    return (files("factcheck.reports") / "assets" / name).read_text("utf-8")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


# --- the top ------------------------------------------------------------------------------


def _headline(report: Report, n: int) -> str:
    if n:
        return f"{count(n, 'finding')} to look at"
    failed = sum(row.document is None for row in report.documents)
    if failed == len(report.documents):
        return "Nothing could be checked"
    if failed:
        return f"No contradiction found, but {count(failed, 'document')} could not be checked"
    if report.partial:
        return "No contradiction found so far"
    return "No numbers contradict each other"


def _sentences(report: Report) -> Iterator[str]:
    """Yield what a run came to, in plain sentences."""
    read = sum(row.document is not None for row in report.documents)
    states = [row.state for row in report.mentions]
    checked, excused = states.count(State.CHECKED), states.count(State.EXCUSED)
    rest = len(states) - checked - excused
    yield (
        f"{count(read, 'document')} with {count(len(states), 'number')}: "
        f"{checked:,} {_were(checked)} compared with another number, a reference "
        "or a law of arithmetic."
    )
    if excused:
        yield f"{count(excused, 'more differs', 'more differ')} but may be right as well."
    if rest:
        yield f"{rest:,} had nothing to be compared with."
    decided = sum(f.decision is not None for f in report.findings)
    if decided:
        yield f"{count(decided, 'finding')} {_were(decided)} decided on before."
    if report.ignored:
        n = len(report.ignored)
        yield f"{count(n, 'finding')} {_were(n)} taken out by comments in the text."
    failed = len(report.documents) - read
    if failed:
        yield f"{count(failed, 'document')} could not be checked."
    if report.partial:
        yield "The run was interrupted: this report is partial."


def _were(n: int) -> str:
    return "was" if n == 1 else "were"


def _figures(report: Report) -> dict[str, int]:
    """Return how many findings there are of each severity."""
    found = [finding.severity for finding in report.findings]
    return {s.value: found.count(s) for s in reversed(Severity)}


# --- what the script draws ----------------------------------------------------------------


def _data(report: Report) -> str:
    """Return what the script draws, as JSON that is harmless inside HTML."""
    text = json.dumps(_Page(report).rows(), ensure_ascii=False, check_circular=False)
    return escape(text).replace("<", "\\u003c").replace("&", "\\u0026")


# Where a number begins and ends in its document: hashed ten times as fast as a span.
Ends = tuple[int, int]
Place = tuple[str, Ends]


@dataclass
class _Page:
    """The report as rows that know each other by their places in lists.

    What is known of numbers is kept by document, and there by their ends.
    """

    report: Report
    paths: dict[str, int] = field(init=False)
    told: dict[str, dict[Ends, list[int]]] = field(init=False)
    facts: dict[str, dict[Ends, Fact]] = field(init=False)
    marks: dict[str, dict[Ends, int]] = field(init=False)
    excused: dict[str, dict[Ends, dict[str, None]]] = field(init=False)
    agreed: dict[str, dict[Ends, str]] = field(init=False)

    def __post_init__(self) -> None:
        report = self.report
        self.paths = {row.path: i for i, row in enumerate(report.documents)}
        self.told, self.marks = defaultdict(dict), defaultdict(dict)
        self.facts, self.excused = defaultdict(dict), defaultdict(dict)
        self.agreed = defaultdict(dict)
        for i, finding in enumerate(report.findings):
            for path, ends in _places(finding.outcome):
                self.told[path].setdefault(ends, []).append(i)
        for outcome in report.outcomes:
            if outcome.verdict is Verdict.EXCUSED:
                for path, ends in _places(outcome):
                    self.excused[path].setdefault(ends, {})[_said(outcome)] = None
            elif outcome.verdict is Verdict.AGREE:
                for path, ends in _places(outcome):
                    self.agreed[path].setdefault(ends, _said(outcome))

    def rows(self) -> Node:
        report = self.report
        mentions: dict[str, list[MentionRow]] = {}
        for mention in report.mentions:
            one = mention.fact.mention
            self.facts[one.document][_ends(one.span)] = mention.fact
            mentions.setdefault(one.document, []).append(mention)
        found = matrix(report)
        names = {f.id: i for i, f in enumerate(report.findings)}
        return {
            "documents": [
                self.document(row.document, mentions.get(row.path, []))
                if row.document
                else {"path": line(row.path), "error": _line(row.error)}
                for row in report.documents
            ],
            "findings": [self.finding(f) for f in report.findings],
            "matrix": [self.fact(row, names) for row in found.rows],
            "rules": list(self.rules()),
            "notes": [line(note) for note in _notes(report)],
        }

    # --- documents ------------------------------------------------------------------------

    def document(self, document: Document, mentions: list[MentionRow]) -> Node:
        pieces: list[object] = []
        counts: dict[str, int] = {}
        at = 0
        text = clean(document.text)  # as long as it was
        rows = {_ends(row.fact.mention.span): row for row in mentions}
        # A finding may rest on a year, which is no mention.
        told, agreed = self.told[document.path], self.agreed[document.path]
        marks = self.marks[document.path]
        for ends in sorted(rows.keys() | told.keys()):
            start, end = ends
            if start < at:
                continue
            if start > at:
                pieces.append(text[at:start])
            row, found = rows.get(ends), told.get(ends)
            state = "conflict" if found else _state_of(row)
            if row:
                counts[state] = counts.get(state, 0) + 1
            marks[ends] = len(pieces)
            why = (row.reason if row else None) or agreed.get(ends)
            pieces.append([text[start:end], state, _line(why), found or []])
            at = end
        pieces.append(text[at:])
        return {
            "path": line(document.path),
            "title": _line(document.title),
            "date": document.date.isoformat() if document.date else "",
            "source": _line(document.source),
            "error": "",
            "numbers": len(mentions),
            "counts": counts,
            "segments": pieces,
        }

    def place(self, place: Evidence) -> list[int]:
        """Return the document of a place and its mark there, or nothing."""
        if place.document is None or place.span is None:
            return []
        mark = self.marks[place.document].get(_ends(place.span), -1)
        return [self.paths[place.document], mark]

    # --- findings -------------------------------------------------------------------------

    def finding(self, finding: Finding) -> Node:
        outcome = finding.outcome
        drawn = axis(outcome)
        return {
            "id": finding.id,
            "severity": finding.severity.value,
            "disputed": outcome.verdict is Verdict.DISPUTED,
            "kind": law(outcome),
            "rule": outcome.rule,
            "absorbed": list(finding.absorbed),
            "label": _line(outcome.label),
            "message": told(outcome),
            "explanation": _line(outcome.explanation),
            "slip": _line(outcome.slip),
            "fingerprint": finding.fingerprint,
            "decision": finding.decision.choice.value if finding.decision else "",
            "reason": line(finding.decision.reason) if finding.decision else "",
            "places": [self.evidence(place) for place in outcome.evidence],
            "axis": drawn
            and {
                "caption": _caption(drawn),
                "bars": drawn.bars,
                "ticks": drawn.ticks,
            },
            "reckoned": _reckoned(drawn, outcome),
            "tried": self.tried(outcome),
        }

    def evidence(self, place: Evidence) -> Node:
        before, number, after = emphasis(self.report, place)
        row: Node = {
            "at": self.place(place),
            "reference": _line(place.reference),
            "before": before,
            "text": number,
            "after": after,
            "stated": self.stated(place),
            "reading": reading(place.reading, _line(place.unit))
            if place.reading
            else "",
            "side": place.side,
            "also": place.also,
        }
        if place.document is not None and place.span is not None:
            row["line"] = _rows.position(self.report, place.document, place.span)[0]
        return row

    def stated(self, place: Evidence) -> str:
        """Return a number as its text has it, with "about" or "at least"."""
        if place.mention is None or place.span is None:
            return line(place.text)
        start = min(place.mention.phrase.start, place.span.start)
        text = self.report.document(place.mention.document).text
        return line(text[start : place.span.end])

    def tried(self, outcome: Outcome) -> list[list[str]] | None:
        """Return what the texts say that could make two different numbers both right.

        The script names the questions, and those that no text answers. None where the
        numbers are not two statements of one fact.
        """
        if outcome.kind not in _FACT_KINDS:
            return None
        sides: dict[int, Fact] = {}
        places = list(_places(outcome))
        for place in outcome.evidence:
            if place.document is not None and place.span is not None:
                fact = self.facts[place.document].get(_ends(place.span))
                if fact is not None:
                    sides.setdefault(place.side, fact)
        if len(sides) < _TWO:
            return None
        a, b = list(sides.values())[:_TWO]
        found = [
            [question, _line(mine), _line(yours)]
            for question, mine, yours in (
                ("subject", a.subject, b.subject),
                ("place", (a.place or "").title(), (b.place or "").title()),
                ("time", _period(a), _period(b)),
                ("source", a.claimant, b.claimant),
                ("bound", _modifier(a), _modifier(b)),
                ("part", _part(a), _part(b)),
                ("stance", _stance(a), _stance(b)),
            )
            if mine or yours
        ]
        excused = dict.fromkeys(
            said for path, ends in places for said in self.excused[path].get(ends, ())
        )
        return [*found, *(["excused", said] for said in excused)]

    # --- facts and rules ------------------------------------------------------------------

    def fact(self, row: Row, names: dict[str, int]) -> Node:
        return {
            "label": line(row.label),
            "reference": _line(row.reference),
            "state": _state(row.mark),
            "findings": [names[name] for name in row.findings],
            "cells": [
                [self.paths[path], [self.statement(one) for one in cell.statements]]
                for path, cell in row.cells().items()
            ],
        }

    def statement(self, one: Statement) -> list[object]:
        mark = self.marks[one.document].get(_ends(one.span), -1)
        return [line(one.text), _state(one.mark), mark, _line(one.reason)]

    def rules(self) -> Iterator[Node]:
        """Yield every rule with what it matched."""
        report = self.report
        names = dict.fromkeys([*report.rules, *(o.rule for o in report.outcomes)])
        told = {id(f.outcome): i for i, f in enumerate(report.findings)}
        found: dict[str, list[int]] = {}
        for i, finding in enumerate(report.findings):
            for rule in (finding.outcome.rule, *finding.absorbed):
                found.setdefault(rule, []).append(i)
        matched: dict[str, list[object]] = {}
        for outcome in report.outcomes:
            if id(outcome) not in told and outcome.verdict is not Verdict.CONFLICT:
                matched.setdefault(outcome.rule, []).append(
                    [
                        outcome.verdict.value,
                        _said(outcome),
                        *(at for at in map(self.place, outcome.evidence) if at),
                    ]
                )
        for name in names:
            yield {
                "id": line(name),
                "findings": found.get(name, []),
                "matched": matched.get(name, []),
            }


def _places(outcome: Outcome) -> Iterator[Place]:
    for place in outcome.evidence:
        if place.document is not None and place.span is not None:
            yield place.document, _ends(place.span)


def _ends(span: Span) -> Ends:
    return span.start, span.end


def _line(text: str | None) -> str:
    return line(text) if text else ""


def _state_of(row: MentionRow | None) -> str:
    """Return how a number in no finding is marked; one that is no mention agrees."""
    if row is None or row.state is State.CHECKED:
        return "agree"
    return row.state.value


def _said(outcome: Outcome) -> str:
    return line(with_reason(outcome))


def _state(mark: Mark) -> str:
    """Return the state of a mark, as documents show it."""
    return _FIT.get(mark, mark.value)


def _period(fact: Fact) -> str | None:
    return fact.period.surface if fact.period else None


def _modifier(fact: Fact) -> str | None:
    modifier = fact.mention.modifier
    return modifier.value.replace("_", " ") if modifier else None


def _part(fact: Fact) -> str | None:
    return fact.part.value if fact.part else None


def _stance(fact: Fact) -> str | None:
    return fact.stance.value if fact.stance else None


def _notes(report: Report) -> Iterator[str]:
    yield from remarks(report)
    for one in report.ignored:
        where, said = f"{one.document}:{one.line}", one.finding.outcome.message
        yield f"{where}: ignored: {said} — {one.reason}"


def _caption(drawn: Axis) -> str:
    said = _REACH if drawn.are_statements else _RESULT
    unit = f", {drawn.unit}" if drawn.unit else ""
    scale = " (each step multiplies)" if drawn.logarithmic else ""
    return f"{said}{line(unit)}{scale}"


def _reckoned(drawn: Axis | None, outcome: Outcome) -> list[Node]:
    """Return the bars of a number line on what is no place of a text."""
    if drawn is None or drawn.places is outcome.evidence:
        return []
    return [
        {
            "side": place.side,
            "letter": "",
            "text": place.text,
            "stated": f"{place.text}: {reading(place.reading, wording.signed(place.unit)[0])}",
            "reading": reading(place.reading, line(place.unit)),
        }
        for place in drawn.places
        if place.reading is not None
    ]
