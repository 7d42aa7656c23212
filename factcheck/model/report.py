"""What a run says: outcomes, findings, and the report that renderers show."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from factcheck.frozen import dataclass
from factcheck.model.facts import Cluster, Fact
from factcheck.model.interval import Interval
from factcheck.model.quantity import Mention
from factcheck.model.rules import Selected
from factcheck.model.severity import Severity
from factcheck.model.text import Document, Span


class Verdict(StrEnum):
    """What a check says of the mentions that it compared."""

    AGREE = "agree"
    CONFLICT = "conflict"
    DISPUTED = "disputed"
    EXCUSED = "excused"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place, or a reference value, behind an outcome.

    Attributes:
        document: Path, or None for a reference value.
        span: The number (or the period), or None for a reference value.
        text: The exact text of `span`, or the reference value as written.
        quote: The phrase or sentence around it, on one line.
        reading: The interval that was compared, in `unit`; None for a period.
        unit: Unit of `reading`.
        mention: The mention at the place, if it is one.
        side: Places with the same number state the same thing; they are told together.
        also: How many more places state this side (they are not listed).
        reference: Who says so, for a reference value.
    """

    document: str | None
    span: Span | None
    text: str
    quote: str
    reading: Interval | None = None
    unit: str = ""
    mention: Mention | None = None
    side: int = 0
    also: int = 0
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """What follows from some numbers, beside what is stated.

    Attributes:
        computed: What follows.
        stated: What the text, or the rule, says.
        unit: Of both; "" for plain numbers.
        names: What the two are called where they are drawn.
    """

    computed: Interval
    stated: Interval
    unit: str
    names: tuple[str, str] = ("what follows", "what is stated")


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of one rule on one set of mentions.

    Attributes:
        rule: Id of the rule, such as "core/agreement".
        kind: Name of the law or expectation: "agreement", "relation", ...
        verdict: What it says.
        evidence: The places compared, exemplars first.
        message: One line for an editor, numbers included.
        explanation: The readings and the arithmetic, one or two plain sentences.
        severity: Of a conflict or a dispute; None otherwise.
        slip: The likeliest slip behind a conflict, or None.
        reason: Why the pair is excused or undetermined, or None.
        label: What the outcome is about, for grouping: "Pokrovsk population".
        arithmetic: What was set against each other where numbers were reckoned with, or
            None.
    """

    rule: str
    kind: str
    verdict: Verdict
    evidence: tuple[Evidence, ...]
    message: str
    explanation: str = ""
    severity: Severity | None = None
    slip: str | None = None
    reason: str | None = None
    label: str = ""
    arithmetic: Arithmetic | None = None


class Choice(StrEnum):
    """What a person decided on a finding."""

    CORRECT = "correct"
    DIFFERENT = "different facts"
    MISREAD = "misread"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided on a finding, kept between runs.

    Attributes:
        fingerprint: Of the finding.
        choice: What was decided.
        reason: Why; without it the decision does not hold.
        rule: Id of the rule, or "" where the file does not say.
        place: File and line where it stands.
        documents: Where the evidence stands; empty where the file does not say.
    """

    fingerprint: str
    choice: Choice
    reason: str
    rule: str = ""
    place: str = ""
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A conflict or a dispute that the report shows, with a stable identity.

    Attributes:
        id: "fc-" and the first hexadecimal digits of the fingerprint.
        fingerprint: Stable while rule, documents and numbers stay the same, wherever the
            numbers stand in the text.
        outcome: What was found.
        severity: After the rule's and the configuration's say.
        absorbed: Rules that found the same and are not shown on their own.
        decision: What a person decided on it; then it fails no run.
    """

    id: str
    fingerprint: str
    outcome: Outcome
    severity: Severity
    absorbed: tuple[str, ...] = ()
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding that a comment in a document takes out of the report.

    Attributes:
        finding: What was found.
        document: Path of the document with the comment.
        line: One-based line of the comment.
        reason: What the comment gives as the reason.
    """

    finding: Finding
    document: str
    line: int
    reason: str


class State(StrEnum):
    """What became of a mention."""

    CHECKED = "checked"
    EXCUSED = "excused"
    UNLINKED = "unlinked"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A mention as the report lists it.

    Attributes:
        id: "m1", "m2", ... in order of document and span.
        fact: The mention, bound.
        state: What became of it.
        reason: Why it was not checked, or None.
    """

    id: str
    fact: Fact
    state: State
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as the report lists it, read or not.

    Attributes:
        path: As the report shows it.
        document: What was read, or None.
        error: Why it could not be checked, or None.
    """

    path: str
    document: Document | None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All that a run says. Every renderer reads this and nothing else.

    Attributes:
        documents: In the order of their names.
        mentions: Every number, in the order of documents and spans.
        outcomes: What was compared, in the order of the rules.
        findings: What is shown: the gravest first.
        rules: Ids of the rules that were on.
        rules_without_match: Those whose facts no mention states.
        notes: What else a run should say.
        partial: Whether the run was interrupted.
        clusters: What was found to describe one truth, without any rule.
        selected: What states the facts of the rules.
        ignored: Findings that comments in the documents take out.
    """

    documents: tuple[DocumentRow, ...]
    mentions: tuple[MentionRow, ...]
    outcomes: tuple[Outcome, ...]
    findings: tuple[Finding, ...]
    rules: tuple[str, ...] = ()
    rules_without_match: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    partial: bool = False
    clusters: tuple[Cluster, ...] = ()
    selected: tuple[Selected, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    _by_path: dict[str, Document] = field(
        default_factory=dict, repr=False, compare=False
    )

    def document(self, path: str) -> Document:
        """Return a document that was read, by its path."""
        if not self._by_path:
            self._by_path.update(
                {row.path: row.document for row in self.documents if row.document}
            )
        return self._by_path[path]
