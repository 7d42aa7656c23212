"""The matrix of facts and documents: who says what, where they agree, and where nothing is said.

A projection of the report. Its rows are the facts of the rules and, of what no rule speaks of,
the facts that several places state.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cached_property

from factcheck import units
from factcheck.frozen import dataclass
from factcheck.link import naming
from factcheck.model import (
    Cluster,
    Evidence,
    Fact,
    Interval,
    Outcome,
    Report,
    Selected,
    Span,
    State,
    Verdict,
)

_CORE = "core/"
_ON_ONE_FACT = ("core/agreement", "core/reference")
Place = tuple[str, Span]


class Mark(StrEnum):
    """How a number fits what else is said of its fact; the gravest first."""

    DIFFERS = "differs"
    DISPUTED = "disputed"
    AGREES = "agrees"
    EXCUSED = "excused"
    ALONE = "alone"  # nothing to compare it with
    MISSING = "not stated"


_GRAVEST = tuple(Mark)


@dataclass(frozen=True, slots=True)
class Statement:
    """One number that states a fact.

    Attributes:
        document: Path.
        span: The number, or the position in time that stands for it.
        text: As stated, with "about" or "at least".
        mark: How it fits the others.
        reading: What it can be, in `unit`; None for a position in time.
        unit: Unit, or what is counted.
        reason: Why it is excused, or None.
    """

    document: str
    span: Span
    text: str
    mark: Mark
    reading: Interval | None = None
    unit: str = ""
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What one document says of a fact."""

    statements: tuple[Statement, ...] = ()

    @property
    def mark(self) -> Mark:
        """The gravest mark of its statements; "not stated" without any."""
        return _gravest(one.mark for one in self.statements)


@dataclass(frozen=True, slots=True)
class Row:
    """One fact.

    Attributes:
        label: What it is about.
        statements: In the order of documents and spans.
        fact: Its name in the rules, or None.
        reference: The value that is held to be right, and who says so, or None.
        findings: Ids of the findings that a number of it is part of.
    """

    label: str
    statements: tuple[Statement, ...]
    fact: str | None = None
    reference: str | None = None
    findings: tuple[str, ...] = ()

    @property
    def mark(self) -> Mark:
        """The gravest mark of its statements."""
        return _gravest(one.mark for one in self.statements)

    def cells(self) -> dict[str, Cell]:
        """Return what each document says; documents that say nothing are left out."""
        said: dict[str, list[Statement]] = defaultdict(list)
        for one in self.statements:
            said[one.document].append(one)
        return {path: Cell(tuple(all_)) for path, all_ in said.items()}


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who says what: facts are rows, documents are columns.

    Attributes:
        documents: Paths of the documents that were read, the columns.
        rows: Facts on which documents differ first, then by place.
    """

    documents: tuple[str, ...]
    rows: tuple[Row, ...]


def matrix(report: Report, *, single: bool = False) -> Matrix:
    """Return who says what.

    Args:
        report: What a run says.
        single: Whether facts that are stated once are rows too.
    """
    columns = tuple(row.path for row in report.documents if row.document is not None)
    maker = _Maker(report)
    rows = [*maker.of_rules(), *maker.of_clusters()]
    if single:
        rows += maker.of_the_rest(rows)
    else:
        rows = [row for row in rows if len(row.statements) > 1 or row.reference]
    place = {path: at for at, path in enumerate(columns)}
    rows.sort(
        key=lambda row: (
            _GRAVEST.index(row.mark),
            place[row.statements[0].document],
            row.statements[0].span,
        )
    )
    return Matrix(columns, tuple(rows))


def _gravest(marks: Iterable[Mark]) -> Mark:
    return min(marks, key=_GRAVEST.index, default=Mark.MISSING)


class _Maker:
    def __init__(self, report: Report) -> None:
        self.report = report

    @cached_property
    def findings(self) -> dict[Place, list[str]]:
        """Return the ids of the findings that a place is part of."""
        found: dict[Place, list[str]] = defaultdict(list)
        for finding in self.report.findings:
            for place in _places(finding.outcome.evidence):
                found[place].append(finding.id)
        return found

    @cached_property
    def by_place(self) -> dict[Place, list[int]]:
        """Return the indexes of the outcomes that a place is part of."""
        found: dict[Place, list[int]] = defaultdict(list)
        for number, outcome in enumerate(self.report.outcomes):
            for place in _places(outcome.evidence):
                found[place].append(number)
        return found

    def outcomes(self, places: Iterable[Place], *, core: bool) -> list[Outcome]:
        """Return what was said of some places: by laws on one fact, or by rules."""
        numbers = {n for place in places for n in self.by_place.get(place, ())}
        found = [self.report.outcomes[n] for n in sorted(numbers)]
        if core:
            return [o for o in found if o.rule in _ON_ONE_FACT]
        return [o for o in found if not o.rule.startswith(_CORE)]

    def row(
        self,
        label: str,
        statements: Iterable[Statement],
        fact: str | None = None,
        reference: str | None = None,
    ) -> Row:
        ordered = tuple(sorted(statements, key=lambda s: (s.document, s.span)))
        found = (
            identifier
            for one in ordered
            for identifier in self.findings.get((one.document, one.span), ())
        )
        return Row(label, ordered, fact, reference, tuple(dict.fromkeys(found)))

    def statement(
        self, fact: Fact, mark: Mark, *, reason: str | None = None
    ) -> Statement:
        mention = fact.mention
        text = self.report.document(mention.document).text
        start = min(mention.phrase.start, mention.span.start)
        return Statement(
            document=mention.document,
            span=mention.span,
            text=" ".join(text[start : mention.span.end].split()),
            mark=mark,
            reading=mention.reading,
            unit=mention.unit or (mention.counted.noun if mention.counted else ""),
            reason=reason,
        )

    # --- facts of the rules ---------------------------------------------------------------

    def of_rules(self) -> Iterator[Row]:
        by_name: dict[str, list[Selected]] = defaultdict(list)
        for selected in self.report.selected:
            by_name[selected.name].append(selected)
        for name, stated in by_name.items():
            outcomes = self.outcomes(map(_place, stated), core=False)
            references = {
                f"{one.text} ({one.reference})"
                for outcome in outcomes
                if outcome.kind == "reference"
                for one in outcome.evidence
                if one.reference
            }
            labels = (o.label for o in outcomes if o.label and o.kind != "relation")
            label = next(labels, stated[0].fact.property or name.replace("_", " "))
            judged = _judged([_said(one) for one in stated], outcomes)
            yield self.row(
                label,
                [self.selected(one, *j) for one, j in zip(stated, judged, strict=True)],
                name,
                ", ".join(sorted(references)) or None,
            )

    def selected(self, one: Selected, mark: Mark, reason: str | None) -> Statement:
        if one.period is None:
            return self.statement(one.fact, mark, reason=reason)
        return Statement(
            document=one.fact.mention.document,
            span=one.period.span,
            text=one.period.surface,
            mark=mark,
            reason=reason,
        )

    # --- facts that were found without rules ----------------------------------------------

    def of_clusters(self) -> Iterator[Row]:
        by_rules = {_place(one) for one in self.report.selected}
        for cluster in self.report.clusters:
            places = [(f.mention.document, f.mention.span) for f in cluster.facts]
            if by_rules.issuperset(places):
                continue
            judged = _marks(cluster, self.outcomes(places, core=True))
            yield self.row(
                cluster.key,
                [
                    self.statement(fact, mark, reason=reason)
                    for fact, (mark, reason) in zip(cluster.facts, judged, strict=True)
                ],
            )

    def of_the_rest(self, rows: Sequence[Row]) -> Iterator[Row]:
        told = {(one.document, one.span) for row in rows for one in row.statements}
        for mention in self.report.mentions:
            fact = mention.fact
            place = fact.mention.document, fact.mention.span
            if place in told or mention.state is State.BOILERPLATE:
                continue
            document = self.report.document(fact.mention.document)
            yield self.row(
                naming.name([fact], document), [self.statement(fact, Mark.ALONE)]
            )


def _places(evidence: Iterable[Evidence]) -> Iterator[Place]:
    for place in evidence:
        if place.document is not None and place.span is not None:
            yield place.document, place.span


def _place(one: Selected) -> Place:
    mention = one.fact.mention
    return mention.document, one.period.span if one.period else mention.span


Judgement = tuple[Mark, str | None]


@dataclass(frozen=True, slots=True)
class _Said:
    """A place with what it says."""

    place: Place
    unit: str
    reading: Interval | None

    @classmethod
    def of(cls, fact: Fact) -> _Said:
        mention = fact.mention
        place = mention.document, mention.span
        return cls(place, mention.unit, _base(mention.reading, mention.unit))

    def fits(self, other: Evidence) -> bool:
        """Return whether it can say the same as a place of a finding."""
        if self.reading is None or other.mention is None:
            return False
        reading = _base(other.mention.reading, other.mention.unit)
        return self.reading.meets(reading)


def _said(one: Selected) -> _Said:
    if one.period is None:
        return _Said.of(one.fact)
    return _Said(_place(one), one.period.unit or "", None)


def _base(interval: Interval, unit: str) -> Interval:
    based = units.to_base(interval, unit) if unit else None
    return interval if based is None else based[0]


def _marks(cluster: Cluster, outcomes: Sequence[Outcome]) -> list[Judgement]:
    """Return how each fact of a cluster fits the facts that it is linked with."""
    linked = {i for pair in (*cluster.links, *cluster.disputed) for i in pair}
    quarrelling = {i for pair in cluster.disputed for i in pair}
    reasons = {i: why for *pair, why in cluster.excused for i in pair}
    found = [o for o in outcomes if o.verdict is not Verdict.EXCUSED]
    judged = _judged([_Said.of(fact) for fact in cluster.facts], found)
    marks: list[Judgement] = []
    for i, judgement in enumerate(judged):
        if i not in linked:
            marks.append((Mark.EXCUSED, reasons.get(i)))
        elif judgement[0] is not Mark.DIFFERS and i in quarrelling:
            marks.append((Mark.DISPUTED, None))
        else:
            marks.append(judgement)
    return marks


def _judged(said: Sequence[_Said], outcomes: Sequence[Outcome]) -> list[Judgement]:
    """Return what outcomes say of each place, the gravest.

    An outcome lists some places of each side; the others fit what is listed.
    """
    judged: list[list[Judgement]] = [[] for _ in said]
    for outcome in outcomes:
        if outcome.verdict is Verdict.CONFLICT:
            for mine, mark in zip(judged, _sides(said, outcome), strict=True):
                if mark is not None:
                    mine.append((mark, None))
            continue
        listed = set(_places(outcome.evidence))
        judgement = _VERDICTS[outcome.verdict], outcome.reason
        for one, mine in zip(said, judged, strict=True):
            if one.place in listed:
                mine.append(judgement)
            elif any(map(one.fits, outcome.evidence)):
                mine.append((Mark.AGREES, None))
    return [
        min(mine, key=lambda j: _GRAVEST.index(j[0]), default=(Mark.ALONE, None))
        for mine in judged
    ]


_VERDICTS = {
    Verdict.AGREE: Mark.AGREES,
    Verdict.DISPUTED: Mark.DISPUTED,
    Verdict.EXCUSED: Mark.EXCUSED,
    Verdict.UNDETERMINED: Mark.ALONE,
}


def _sides(said: Sequence[_Said], outcome: Outcome) -> list[Mark | None]:
    """Return how each place fits a conflict; None for one that has no part in it.

    What most places say is taken to agree, and the rest to differ.
    """
    listed = {
        (one.document, one.span): one.side for one in outcome.evidence if one.document
    }
    side: list[int | None] = [
        listed.get(
            one.place,
            next((place.side for place in outcome.evidence if one.fits(place)), None),
        )
        for one in said
    ]
    if any(one.document is None for one in outcome.evidence):
        # Against a value that is held to be right, the first side is wrong.
        return [None if n is None else Mark.AGREES if n else Mark.DIFFERS for n in side]
    votes = Counter(n for n in side if n is not None)
    most = max(votes.values(), default=0)
    winners = [n for n, number in votes.items() if number == most]
    return [
        None if n is None else Mark.AGREES if winners == [n] else Mark.DIFFERS
        for n in side
    ]
