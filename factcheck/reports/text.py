"""Text for people: findings first, then what agreed, then what was not checked and why."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import (
    DocumentRow,
    Evidence,
    Finding,
    MentionRow,
    Outcome,
    Report,
    Severity,
    State,
    Verdict,
)
from factcheck.reports import _rows
from factcheck.reports._table import columns, shortened, table, wrapped
from factcheck.reports._view import (
    View,
    about,
    agreements,
    count,
    emphasis,
    line,
    outcome_in_words,
    reading,
    remarks,
    sentence,
    stated,
    told,
    with_reason,
)

_BOLD, _DIM = "1", "2"
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_INDENT = "  "
_MOST_AGREED = 25
_MOST_EXAMPLES = 5
_NARROW = 20
_FIGURES = {
    "documents": "documents read",
    "failed": "documents that could not be checked",
    "mentions": "numbers",
    "checked": "numbers checked",
    "excused": "numbers excused",
    "unlinked": "numbers with nothing to compare them with",
    "boilerplate": "numbers around the story",
    "checks": "comparisons",
    "agree": "comparisons that agree",
    "undetermined": "comparisons undetermined",
    "findings": "findings",
    "decided": "findings decided",
    "ignored": "findings ignored",
}


def render(report: Report, view: View) -> Iterator[str]:
    """Yield the report, piece by piece."""
    page = _Page(report, view)
    yield from page.findings()
    yield from page.failed()
    if not view.quiet:
        yield from page.agreed()
        yield from page.ignored()
        yield from page.excused()
        yield from page.undetermined()
        yield from page.unchecked()
        yield from page.remarks()
    if view.verbose:
        yield from page.mentions()
    if view.statistics:
        yield from page.statistics()
    yield page.heading(outcome_in_words(report))


def one_finding(report: Report, finding: Finding, view: View) -> Iterator[str]:
    """Yield one finding of a report, as `render` shows it."""
    page = _Page(report, view)
    if finding.outcome.label:
        yield page.heading(line(finding.outcome.label))
    yield from page.finding(finding)


class _Page:
    def __init__(self, report: Report, view: View) -> None:
        self.report = report
        self.view = view

    def paint(self, colour: str, text: str) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self.view.colour and text else text

    def heading(self, text: str) -> str:
        return self.painted(_BOLD, self.wrapped(text, ""))

    def painted(self, colour: str, lines: str) -> str:
        return self.paint(colour, lines.removesuffix("\n")) + "\n"

    def wrapped(
        self, text: str, indent: str = _INDENT, first: str | None = None
    ) -> str:
        room = max(self.view.width, _NARROW * 2) - len(indent)
        first_line, *others = wrapped(line(text), room)
        start = indent if first is None else first
        return "\n".join([start + first_line, *(indent + o for o in others)]) + "\n"

    # --- findings -------------------------------------------------------------------------

    def findings(self) -> Iterator[str]:
        groups: dict[str, list[Finding]] = {}
        for finding in self.report.findings:
            label = finding.outcome.label
            groups.setdefault(label or f"\0{finding.id}", []).append(finding)
        for label, found in groups.items():
            if not label.startswith("\0"):
                yield self.heading(line(label))
            for finding in found:
                yield from self.finding(finding)
                yield "\n"

    def finding(self, finding: Finding) -> Iterator[str]:
        outcome = finding.outcome
        severity = finding.severity.value
        hang = " " * (len(severity) + 2)
        text = self.wrapped(told(outcome), hang, hang)
        colour = _COLOURS[finding.severity]
        yield self.paint(colour, severity) + text[len(severity) :]
        for place in outcome.evidence:
            yield from self.place(place)
        if outcome.explanation:
            yield self.wrapped(outcome.explanation)
        if outcome.slip:
            yield self.wrapped(sentence(f"Likely slip: {outcome.slip}"))
        if finding.decision is not None:
            choice, why = finding.decision.choice, finding.decision.reason
            yield self.wrapped(f"Decided: {choice} — {why}")
        names = [outcome.rule, *finding.absorbed]
        first = f"{_INDENT}{finding.id}  "
        listed = self.wrapped(", ".join(names), " " * len(first), first)
        yield self.painted(_DIM, listed)

    def place(self, place: Evidence) -> Iterator[str]:
        if place.document is not None and place.span is not None:
            row, column = _rows.position(self.report, place.document, place.span)
            where = f"{line(place.document)}:{row}:{column}"
        else:
            where = line(place.reference or "reference")
        more = f"(and {count(place.also, 'more place')})" if place.also else ""
        fits = columns(f"{_INDENT}{where}{_INDENT}{more}") <= self.view.width
        between = _INDENT if fits else f"\n{_INDENT * 2}"
        yield f"{_INDENT}{self.paint(_BOLD, where)}{between if more else ''}{more}\n"
        before, number, after = self.cut(*emphasis(self.report, place))
        quoted = before + self.paint("1;4", number) + after
        yield f"{_INDENT}{_INDENT}{quoted}\n"
        if number and not self.view.colour:
            spaces = " " * columns(before)
            yield f"{_INDENT}{_INDENT}{spaces}{'^' * columns(number)}\n"
        if place.reading is not None:
            said = reading(place.reading, place.unit)
            yield self.wrapped(f"reads as {said}", _INDENT * 2)

    def cut(self, before: str, number: str, after: str) -> tuple[str, str, str]:
        """Cut a quote to one line around the number."""
        room = max(_NARROW, self.view.width - 2 * len(_INDENT) - columns(number))
        if not number:
            return shortened(before, room), "", ""
        short = columns(before + after)
        if short > room:
            half = room // 2
            left = max(half, room - columns(after))
            before = shortened(before, left, keep_end=True)
            after = shortened(after, room - columns(before))
        return before, number, after

    # --- the rest -------------------------------------------------------------------------

    def failed(self) -> Iterator[str]:
        failed = [row for row in self.report.documents if row.document is None]
        if failed:
            yield self.heading("Could not be checked")
            for row in failed:
                yield self.wrapped(f"{row.path}: {row.error}", _INDENT * 2, _INDENT)
            yield "\n"

    def agreed(self) -> Iterator[str]:
        agreed = agreements(self.report)
        if not agreed:
            return
        yield self.heading(f"Agree ({len(agreed):,})")
        rows = [(about(o), stated(o), _documents(o)) for o in agreed]
        if self.view.verbose:
            wide = max(_NARROW, (self.view.width - 8) // 3)
            yield table(rows, ["fact", "stated as", "where"], [wide] * 3)
        else:
            # tabulate takes 20 ms to import, a tenth of a small run.
            for label, values, where in rows[:_MOST_AGREED]:
                yield self.wrapped(f"{label}: {values} ({where})", _INDENT * 2, _INDENT)
            if len(agreed) > _MOST_AGREED:
                more = len(agreed) - _MOST_AGREED
                yield f"{_INDENT}… and {more:,} more (--verbose)\n"
        yield "\n"

    def ignored(self) -> Iterator[str]:
        if not self.report.ignored:
            return
        yield self.heading(f"Ignored ({len(self.report.ignored):,})")
        for one in self.report.ignored:
            said = f"{one.finding.outcome.message.removesuffix('.')} — {one.reason}"
            where = f"({one.document}:{one.line})"
            yield self.wrapped(f"{said} {where}", _INDENT * 2, _INDENT)
        yield "\n"

    def excused(self) -> Iterator[str]:
        excused = [o for o in self.report.outcomes if o.verdict is Verdict.EXCUSED]
        if not excused:
            return
        if not self.view.excused:
            differ = "differs" if len(excused) == 1 else "differ"
            said = f"{count(len(excused), 'pair')} {differ} and may both be right"
            yield self.wrapped(f"{said} (--excused shows them)", "") + "\n"
            return
        yield self.heading(f"Excused ({len(excused):,})")
        for outcome in excused:
            yield self.wrapped(with_reason(outcome), _INDENT * 2, _INDENT)
        yield "\n"

    def unchecked(self) -> Iterator[str]:
        rows = [
            row
            for row in self.report.mentions
            if row.state in (State.UNLINKED, State.BOILERPLATE)
        ]
        if not rows:
            return
        yield self.heading(f"Not checked ({len(rows):,})")
        groups: dict[str, list[MentionRow]] = {}
        for row in rows:
            groups.setdefault(row.reason or "", []).append(row)
        for reason, group in sorted(
            groups.items(), key=lambda group: (-len(group[1]), group[0])
        ):
            said = f"{reason}, {len(group):,}: {self.examples(group)}"
            yield self.wrapped(said, _INDENT * 2, _INDENT)
        yield "\n"

    def undetermined(self) -> Iterator[str]:
        untold = [o for o in self.report.outcomes if o.verdict is Verdict.UNDETERMINED]
        if not untold:
            return
        yield self.heading(f"Undetermined ({len(untold):,})")
        for outcome in untold:
            yield self.wrapped(with_reason(outcome), _INDENT * 2, _INDENT)
        yield "\n"

    def examples(self, rows: list[MentionRow]) -> str:
        texts = dict.fromkeys(
            _rows.phrase(self.report, row.fact.mention) for row in rows
        )
        shown = [f"“{text}”" for text in list(texts)[:_MOST_EXAMPLES]]
        return ", ".join(shown) + (", …" if len(texts) > _MOST_EXAMPLES else "")

    def remarks(self) -> Iterator[str]:
        said = list(remarks(self.report))
        if said:
            yield self.heading("Notes")
            for note in said:
                yield self.wrapped(note, _INDENT * 2, _INDENT)
            yield "\n"

    def mentions(self) -> Iterator[str]:
        for row in self.report.documents:
            if row.document is not None:
                yield from self.document(row)

    def document(self, row: DocumentRow) -> Iterator[str]:
        mine = [m for m in self.report.mentions if m.fact.mention.document == row.path]
        if row.document is None or not mine:
            return
        yield self.heading(f"Numbers in {line(row.path)} ({len(mine):,})")
        rows = []
        for one in mine:
            mention = one.fact.mention
            at = row.document.position(mention.span.start)
            rows.append(
                (
                    f"{at[0]}:{at[1]}",
                    _rows.phrase(self.report, mention),
                    reading(mention.reading, _rows.unit(row.document, mention) or ""),
                    one.state.value,
                    one.reason or "",
                )
            )
        wide = max(_NARROW, (self.view.width - 30) // 3)
        yield table(
            rows,
            ["at", "text", "reads as", "state", "because"],
            [None, wide, wide, None, wide],
        )
        yield "\n"

    def statistics(self) -> Iterator[str]:
        figures = _rows.statistics(self.report)
        yield self.heading("Statistics")
        rows = [(said, f"{figures[name]:,}") for name, said in _FIGURES.items()]
        kinds: dict[str, int] = {}
        for finding in self.report.findings:
            key = f"findings of {finding.outcome.rule}"
            kinds[key] = kinds.get(key, 0) + 1
        rows += [(kind, f"{n:,}") for kind, n in sorted(kinds.items())]
        yield table(rows, ["figure", "count"], [None, None])
        yield "\n"


def _documents(outcome: Outcome) -> str:
    names = dict.fromkeys(p.document or p.reference or "" for p in outcome.evidence)
    return ", ".join(names)
