"""Rules: what must hold between facts, as read from YAML.

Named tuples, where the rest of the model has dataclasses: making a frozen, slotted dataclass
takes 0.4 ms when the module is imported and a named tuple 0.05 ms (Python 3.11), and there
are twenty of them on the way of every run.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from factcheck.frozen import dataclass
from factcheck.model.facts import Fact
from factcheck.model.interval import Interval
from factcheck.model.quantity import Period
from factcheck.model.severity import Severity
from factcheck.model.text import BlockKind

# --- what a rule says -------------------------------------------------------------------


class Place(NamedTuple):
    """Where something stands in a rule file.

    Attributes:
        path: The file, or the pack ("core").
        line: One-based line.
        column: One-based column, in code points.
    """

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Reach(StrEnum):
    """How far from the number a term may stand (`within`)."""

    CLAUSE = "clause"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    DOCUMENT = "document"


class Grouping(StrEnum):
    """What facts must share to be compared (`group_by`)."""

    DOCUMENT = "document"
    BLOCK = "block"
    SENTENCE = "sentence"
    PERIOD = "period"
    CLAIMANT = "claimant"
    SUBJECT = "subject"


class Across(StrEnum):
    """Whether facts of different documents are compared."""

    DOCUMENTS = "documents"
    DOCUMENT = "document"


class Term(NamedTuple):
    """Words to look for.

    Attributes:
        text: As written in the rule, without quotes.
        words: For each word the forms that it may take, folded; one form if exact.
        exact: Whether only the very words are meant (written in double quotes inside YAML).
    """

    text: str
    words: tuple[frozenset[str], ...]
    exact: bool = False


class Terms(NamedTuple):
    """A condition on the words around a number.

    Attributes:
        any: At least one of these stands within reach; empty for no such condition.
        all: Each of these stands within reach.
        within: How far.
        words: How many words at most between the term and the number, or None.
    """

    any: tuple[Term, ...] = ()
    all: tuple[Term, ...] = ()
    within: Reach = Reach.SENTENCE
    words: int | None = None


class Quantity(NamedTuple):
    """A quantity written in a rule: "603628 km2", "5%", "12".

    Attributes:
        text: As written.
        value: The number.
        unit: pint name or expression, currency code, "percent", or "".
        dimension: Name of the dimension.
        base: The value in the base unit of its dimension.
    """

    text: str
    value: Decimal
    unit: str
    dimension: str
    base: Decimal


class Bounds(NamedTuple):
    """Two ends, of which one may be open.

    Attributes:
        low: Lower end, inclusive, or None.
        high: Upper end, inclusive, or None.
    """

    low: Quantity | None = None
    high: Quantity | None = None


class PeriodMatch(NamedTuple):
    """When a fact must hold.

    Attributes:
        start: First day, or None.
        end: Last day, or None.
        stated: Whether the text must say when; otherwise what is not stated fits.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    stated: bool = False


class Subject(NamedTuple):
    """What a fact is about.

    Attributes:
        name: As reports show it.
        names: The name and its aliases, as terms.
        regex: RE2 pattern that names it as well, or None.
        within: How near to the number the name must stand, or None for what the linker
            says, and else the paragraph.
    """

    name: str
    names: tuple[Term, ...] = ()
    regex: str | None = None
    within: Reach | None = None


class Match(NamedTuple):
    """Which mentions state a fact; every condition that is given must hold.

    Attributes:
        dimension: Name of the dimension, or None for any.
        units: Units, by canonical name.
        counted: Terms of which one must be what is counted.
        where: `any`, `all` and `near`, each with its reach.
        none: `not`: none of these may hold.
        regex: RE2 pattern, searched within `regex_within`, or None. A group named `number`
            must cover the number.
        regex_within: How far the pattern is searched.
        range: Size of the stated value.
        kinds: Kinds of block, or empty for any.
        period: When it holds, or None.
        claimant: Names of those who say so, or empty for anybody.
        pair: Whether a conversion must stand beside it.
        paths: Globs of documents, or empty for all.
    """

    dimension: str | None = None
    units: tuple[str, ...] = ()
    counted: tuple[Term, ...] = ()
    where: tuple[Terms, ...] = ()
    none: tuple[Terms, ...] = ()
    regex: str | None = None
    regex_within: Reach = Reach.SENTENCE
    range: Bounds | None = None
    kinds: tuple[BlockKind, ...] = ()
    period: PeriodMatch | None = None
    claimant: tuple[Term, ...] = ()
    pair: bool = False
    paths: tuple[str, ...] = ()


class Reference(NamedTuple):
    """A value that is held to be right.

    Attributes:
        quantity: The value.
        source: Who says so, or None.
        as_of: When it held, or None.
    """

    quantity: Quantity
    source: str | None = None
    as_of: dt.date | None = None


class FactSpec(NamedTuple):
    """What to look for.

    Attributes:
        name: Its key in the file.
        place: Where it is written.
        subject: What it is about, or None.
        property: Which property of it, or None.
        match: Which mentions state it, or None for a mere reference value.
        reference: The value that is held to be right, or None.
        description: One sentence for people, or None.
        written: The terms that its numbers need, each with its line and column.
    """

    name: str
    place: Place
    subject: Subject | None = None
    property: str | None = None
    match: Match | None = None
    reference: Reference | None = None
    description: str | None = None
    written: tuple[tuple[Term, int, int], ...] = ()

    def label(self) -> str:
        """Return subject and property, or else the name in words."""
        parts = [self.subject.name if self.subject else "", self.property or ""]
        return " ".join(part for part in parts if part) or self.name.replace("_", " ")


# --- relations --------------------------------------------------------------------------


class Op(StrEnum):
    """What a part of a relation is."""

    QUANTITY = "quantity"  # 603628 km2, 5%, 12
    DATE = "date"  # 2022-02-24
    DOCUMENT_DATE = "document.date"
    FACT = "fact"  # a name of the rule
    REFERENCE = "reference"  # name.reference
    NEGATE = "-x"
    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "*"
    DIVIDE = "/"
    SUM = "sum"
    MIN = "min"
    MAX = "max"
    ABS = "abs"


class Expression(NamedTuple):
    """A part of a relation; one class for all, as each class costs start-up time.

    Attributes:
        op: What it is.
        at: Its offset in the text of the relation.
        operands: Of an operator or a function.
        quantity: Of `Op.QUANTITY`.
        date: Of `Op.DATE`.
        name: Of `Op.FACT` and `Op.REFERENCE`: the name in the rule.
    """

    op: Op
    at: int = 0
    operands: tuple[Expression, ...] = ()
    quantity: Quantity | None = None
    date: dt.date | None = None
    name: str = ""


class Relation(NamedTuple):
    """An arithmetic comparison.

    Attributes:
        operator: "==", "!=", "<", "<=", ">" or ">=".
        left: The left side.
        right: The right side.
        text: As written.
        dimension: Of both sides.
    """

    operator: str
    left: Expression
    right: Expression
    text: str
    dimension: str


# --- what must hold ---------------------------------------------------------------------


class Claim(StrEnum):
    """What must hold."""

    LAW = "law"  # a law of the core
    AGREE = "agree"  # all mentions of a fact state one value
    EQUALS = "equals"  # each mention states one of some values
    BETWEEN = "between"  # each mention lies between two ends
    RELATION = "relation"  # an arithmetic comparison holds
    MONOTONIC = "monotonic"  # a series never goes the other way
    SUM = "sum"  # the mentions in a group add up
    CONVERSION = "conversion"  # the sides of a conversion state one amount


class Expect(NamedTuple):
    """What must hold, and among which facts.

    Attributes:
        claim: What must hold.
        group_by: What facts must share to be compared.
        across: Whether facts of different documents are compared.
        law: Name of the law, of `Claim.LAW`.
        values: Of `Claim.EQUALS`; empty if the fact's own reference value is meant.
        bounds: Of `Claim.BETWEEN`.
        relation: Of `Claim.RELATION`.
        over: What orders a series: "period" or "document.date".
        falling: Whether a series may only fall; otherwise it may only rise.
        per: What each series has in common.
        total: What mentions add up to: a quantity, or a part of the rule; None if only
            a limit is given.
        limit: What a sum does not exceed, or None.
    """

    claim: Claim
    group_by: tuple[Grouping, ...] = ()
    across: Across = Across.DOCUMENT
    law: str = ""
    values: tuple[Quantity, ...] = ()
    bounds: Bounds | None = None
    relation: Relation | None = None
    over: str = "period"
    falling: bool = False
    per: tuple[Grouping, ...] = ()
    total: Expression | None = None
    limit: Expression | None = None

    @property
    def kind(self) -> str:
        """Name of the law or expectation: "agreement", "relation", ..."""
        return self.law if self.claim is Claim.LAW else _KINDS[self.claim]


# A finding's `kind` is the law that the expectation is an instance of.
_KINDS = {
    Claim.AGREE: "agreement",
    Claim.EQUALS: "reference",
    Claim.BETWEEN: "range",
    Claim.RELATION: "relation",
    Claim.MONOTONIC: "order",
    Claim.SUM: "total",
    Claim.CONVERSION: "conversion",
}


class Tolerance(NamedTuple):
    """What a rule grants beyond the rounding of the digits; it widens a reading.

    Attributes:
        relative: Share of each end ("5%" is 0.05).
        absolute: A quantity added at both ends, or None.
        factor: The factor by which each end moves outward, or None.
    """

    relative: Decimal = Decimal(0)
    absolute: Quantity | None = None
    factor: Decimal | None = None

    def widen(self, reading: Interval) -> Interval:
        """Return a reading in base units, grown by what is granted."""
        if self.factor is not None:
            inverse = Interval.point(Decimal(1)) / Interval.point(self.factor)
            shrink = Interval.hull([inverse, Interval.point(self.factor)])
            ends = [reading * shrink]
            reading = Interval.hull([reading, *ends])
        if self.relative or self.absolute is not None:
            absolute = self.absolute.base if self.absolute else Decimal(0)
            reading = reading.widen(relative=self.relative, absolute=absolute)
        return reading

    @property
    def is_rounding(self) -> bool:
        """Whether nothing is granted."""
        return not self.relative and self.absolute is None and self.factor is None


class Example(NamedTuple):
    """A few documents, and what the rule must say of them.

    Attributes:
        place: Where it is written.
        docs: Names and texts.
        want: "ok" (no finding of the rule), "conflict", "agree", "undetermined" or
            "unmatched" (the rule compared nothing).
        name: What it shows, or None.
        severity: Of the finding, or None for any.
    """

    place: Place
    docs: tuple[tuple[str, str], ...]
    want: str
    name: str | None = None
    severity: Severity | None = None


class Rule(NamedTuple):
    """A configured check.

    Attributes:
        id: "ua/pokrovsk-population".
        place: Where it is written.
        facts: Names that the rule uses, with the names of the facts they stand for.
        expect: What must hold.
        tolerance: What is granted beyond rounding.
        severity: Of its findings; None lets the gap decide.
        warn_if: The gap from which a finding is a warning, or None for the usual 1%.
        error_if: The gap above which it is an error, or None for the usual 10%.
        message: Template of the one line for an editor, or None.
        description: What it checks and why, for people, or None.
        links: Where one can read more.
        tags: Words to select it by.
        paths: Globs of the documents that it reads, or empty for all.
        examples: What it must say of which texts.
        off: Whether it is turned off.
    """

    id: str
    place: Place
    facts: tuple[tuple[str, str], ...]
    expect: Expect
    tolerance: Tolerance = Tolerance()
    severity: Severity | None = None
    warn_if: Decimal | None = None
    error_if: Decimal | None = None
    message: str | None = None
    description: str | None = None
    links: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    off: bool = False

    @property
    def kind(self) -> str:
        """Name of the law or expectation: "agreement", "relation", ..."""
        return self.expect.kind

    @property
    def law(self) -> str | None:
        """Name of the core law that the rule stands for, or None for a user's rule."""
        return self.expect.law or None


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Rules with the facts that they look for.

    Attributes:
        rules: In the order of packs and files.
        facts: In the order of packs and files; names are unique.
        sources: Packs and files, as read.
        notes: What a run should say of the rules ("no rule uses the fact ...").
    """

    rules: tuple[Rule, ...] = ()
    facts: tuple[FactSpec, ...] = ()
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    _facts: dict[str, FactSpec] = field(default_factory=dict, repr=False, compare=False)

    def fact(self, name: str) -> FactSpec:
        """Return a fact by its name."""
        if not self._facts:
            self._facts.update({fact.name: fact for fact in self.facts})
        return self._facts[name]

    def rule(self, identifier: str) -> Rule | None:
        """Return a rule by its id, or None."""
        return next((rule for rule in self.rules if rule.id == identifier), None)

    @property
    def active(self) -> tuple[Rule, ...]:
        """The rules that are not turned off."""
        return tuple(rule for rule in self.rules if not rule.off)

    @property
    def laws(self) -> tuple[str, ...]:
        """Names of the core laws that are on, each once."""
        names = (rule.law for rule in self.active)
        return tuple(dict.fromkeys(name for name in names if name is not None))


# --- what was found to state the facts --------------------------------------------------


class Selected(NamedTuple):
    """A mention that states a fact of the rules.

    Attributes:
        name: Name of the fact.
        fact: The mention, with subject and property as the rule names them.
        document: Index into the documents.
        period: The position in time that stands for the mention ("in its fourth year"), in
            place of a number, or None.
    """

    name: str
    fact: Fact
    document: int
    period: Period | None = None


class Refused(NamedTuple):
    """A mention that would state a fact, but for one condition.

    Attributes:
        name: Name of the fact.
        fact: The mention.
        reason: The condition, for reports: "out of range".
    """

    name: str
    fact: Fact
    reason: str


@dataclass(frozen=True, slots=True)
class Selection:
    """All mentions that state facts of the rules.

    Attributes:
        selected: In the order of documents and spans.
        refused: In the same order.
    """

    selected: tuple[Selected, ...] = ()
    refused: tuple[Refused, ...] = ()
    _by_name: dict[str, tuple[Selected, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def of(self, name: str) -> tuple[Selected, ...]:
        """Return what states one fact."""
        if not self._by_name:
            collected: dict[str, list[Selected]] = {}
            for one in self.selected:
                collected.setdefault(one.name, []).append(one)
            self._by_name.update({key: tuple(all_) for key, all_ in collected.items()})
        return self._by_name.get(name, ())
