"""What all expectations share: facts as sizes, their grouping, and how a rule judges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import NamedTuple

from factcheck import units
from factcheck.checks import _compare
from factcheck.model import (
    Across,
    Document,
    DocumentFacts,
    Evidence,
    Expect,
    Fact,
    FactSpec,
    Grouping,
    Interval,
    Quantity,
    Rule,
    RuleSet,
    Selected,
    Selection,
    Severity,
)
from factcheck.units import wording

Exponents = tuple[tuple[str, int], ...]
_NUMBERS = frozenset({"count", "ratio", "ratio_difference"})


class Stated(NamedTuple):
    """What one mention states, as a size.

    Attributes:
        selected: The mention.
        document: Its document.
        reading: What it can be, in coherent units, with the rule's tolerance.
        plain: The same without the tolerance.
        exponents: Of its dimension; counts and shares are plain numbers.
    """

    selected: Selected
    document: Document
    reading: Interval
    plain: Interval
    exponents: Exponents

    @property
    def fact(self) -> Fact:
        """The bound mention."""
        return self.selected.fact

    @property
    def unit(self) -> str:
        """Unit that it is written in; "" for a count."""
        return self.fact.mention.unit

    @property
    def start(self) -> int:
        """Where it stands in its document."""
        return self.fact.mention.span.start

    @property
    def is_exact(self) -> bool:
        """Whether its digits leave one value."""
        mention = self.fact.mention
        return mention.exact and mention.modifier is None

    @property
    def is_bound(self) -> bool:
        """Whether it is given as a bound: "at least", "up to"."""
        modifier = self.fact.mention.modifier
        return modifier is not None and modifier.is_bound

    @property
    def words(self) -> str:
        """The number as written, with its modifier and unit, on one line."""
        mention = self.fact.mention
        start = mention.span.start
        if mention.modifier is not None:
            start = min(start, mention.phrase.start)
        said = _compare.quote(self.document, start, mention.span.end)
        return _compare.lowered(said)

    def evidence(self, *, side: int = 0, also: int = 0) -> Evidence:
        """Quote it."""
        period = self.selected.period
        if period is not None:
            place = _compare.span_evidence(
                self.document, period.span, side=side, outer=self.fact.sentence
            )
            # "In its fourth year" is a reading; a day or a year is none.
            return replace(place, reading=period.elapsed, unit=period.unit or "")
        return _compare.evidence(self.document, self.fact, side=side, also=also)


class Case(NamedTuple):
    """A rule with all that it is held against."""

    rule: Rule
    ruleset: RuleSet
    selection: Selection
    documents: Sequence[DocumentFacts]

    @property
    def expect(self) -> Expect:
        """What must hold."""
        return self.rule.expect

    def spec(self, alias: str) -> FactSpec:
        """Return the fact behind a name of the rule."""
        return self.ruleset.fact(dict(self.rule.facts)[alias])

    @property
    def label(self) -> str:
        """What the rule is about, in words."""
        return self.spec(self.rule.facts[0][0]).label()

    @property
    def beyond(self) -> str:
        """A sentence on the rule's tolerance, to end an explanation with; "" without one.

        Readings and gaps are told as the texts have them; the tolerance comes on top.
        """
        granted = self.rule.tolerance
        if granted.is_rounding:
            return ""
        said = f"{percent(granted.relative)}" if granted.relative else ""
        if granted.absolute is not None:
            said = granted.absolute.text
        if granted.factor is not None:
            said = f"a factor of {wording.number(granted.factor)}"
        return f" The rule's tolerance of {said} is not enough."

    def stated(self, alias: str) -> list[Stated]:
        """Return what states a fact, in the order of documents and spans."""
        paths = self.rule.paths
        found = []
        for one in self.selection.of(dict(self.rule.facts)[alias]):
            document = self.documents[one.document].document
            if paths and not any(fnmatchcase(document.path, glob) for glob in paths):
                continue
            mention = one.fact.mention
            size = sized(mention.reading, mention.unit)
            if size is None:
                continue
            widened = self.rule.tolerance.widen(size[0])
            found.append(Stated(one, document, widened, size[0], size[1]))
        return found

    def groups(self, stated: Iterable[Stated]) -> list[list[Stated]]:
        """Return facts by what they must share, but for periods and the like."""
        grouped: dict[tuple[object, ...], list[Stated]] = {}
        for one in stated:
            grouped.setdefault(self.group_of(one), []).append(one)
        return list(grouped.values())

    def group_of(self, one: Stated) -> tuple[object, ...]:
        """Return what a fact must share with another to be compared."""
        groups = self.expect.group_by
        key: list[object] = []
        in_document = self.expect.across is Across.DOCUMENT
        if in_document or Grouping.DOCUMENT in groups or _is_inner(groups):
            key.append(one.selected.document)
        if Grouping.BLOCK in groups:
            key.append(one.fact.mention.block)
        if Grouping.SENTENCE in groups:
            key.append((one.fact.sentence.start, one.fact.mention.block))
        return tuple(key)

    def comparable(self, a: Stated, b: Stated) -> bool:
        """Return whether two facts are of one dimension and may be compared."""
        return a.exponents == b.exponents and self.compatible(a, b)

    def compatible(self, a: Stated, b: Stated) -> bool:
        """Return whether periods, claimants and subjects allow a comparison.

        What is not stated is compatible with every value.
        """
        groups = self.expect.group_by
        first, second = a.fact, b.fact
        if Grouping.PERIOD in groups:
            one, other = first.period, second.period
            if one and other and not one.overlaps(other):
                return False
        pairs = []
        if Grouping.CLAIMANT in groups:
            pairs.append((first.claimant, second.claimant))
        if Grouping.SUBJECT in groups:
            pairs.append((first.subject_key, second.subject_key))
        return all(
            not one or not other or one.casefold() == other.casefold()
            for one, other in pairs
        )

    def judge(self, a: Interval, b: Interval, *, exact: bool = False) -> Judgement:
        """Say whether two readings can both be right, as the rule has it."""
        if a.meets(b):
            return Judgement(agrees=True)
        gap = a.gap(b)
        return Judgement(
            agrees=False, gap=gap, severity=self.severity(gap, exact=exact)
        )

    def severity(self, gap: Decimal, *, exact: bool = False) -> Severity:
        """Return how bad a gap is; a rule's own severity wins."""
        rule = self.rule
        if rule.severity is not None:
            return rule.severity
        if rule.warn_if is None and rule.error_if is None:
            return _compare.severity(gap, exact=exact)
        error = _compare.ERROR_GAP if rule.error_if is None else rule.error_if
        warning = _compare.WARNING_GAP if rule.warn_if is None else rule.warn_if
        if gap > error:
            return Severity.ERROR
        return Severity.WARNING if gap >= warning else Severity.NOTE


class Judgement(NamedTuple):
    """Whether two readings agree, and if not how far apart they are."""

    agrees: bool
    gap: Decimal = Decimal(0)
    severity: Severity | None = None


def _is_inner(groups: Sequence[Grouping]) -> bool:
    return Grouping.BLOCK in groups or Grouping.SENTENCE in groups


def sized(reading: Interval, unit: str) -> tuple[Interval, Exponents] | None:
    """Return a reading in coherent units, with its exponents; None for an unknown unit.

    What is counted is a plain number, so that an amount per share is an amount.
    """
    size = units.to_coherent(reading, units.uncounted(unit))
    if size is None:
        return None
    return size[0], tuple((k, n) for k, n in size[1] if k not in _NUMBERS)


def given(quantity: Quantity) -> Interval:
    """Return a quantity of a rule as a size; it is taken as exact."""
    return Interval.point(quantity.base)


def in_unit(reading: Interval, unit: str) -> Interval:
    """Return a size in coherent units as one in a unit, for showing."""
    zero, one = _scale(unit)
    return (reading - Interval.point(zero)) / Interval.point(one - zero)


@lru_cache(maxsize=512)
def _scale(unit: str) -> tuple[Decimal, Decimal]:
    ends = []
    for value in (0, 1):
        size = sized(Interval.point(Decimal(value)), unit)
        assert size is not None
        assert size[0].low is not None
        ends.append(size[0].low)
    return ends[0], ends[1]


def amount(reading: Interval, unit: str) -> str:
    """Say a size in coherent units, in a unit that people know."""
    return wording.amount(in_unit(reading, unit), unit)


def percent(gap: Decimal) -> str:
    """Say a gap.

    >>> percent(Decimal("0.331"))
    '33%'
    """
    return wording.percent(gap)


def reference(alias: str, case: Case) -> Evidence:
    """Return the reference value of a fact as evidence."""
    spec = case.spec(alias)
    assert spec.reference is not None
    quantity = spec.reference.quantity
    source = spec.reference.source or str(spec.place)
    as_of = f" ({spec.reference.as_of})" if spec.reference.as_of else ""
    return Evidence(
        None,
        None,
        quantity.text,
        f"{spec.label()}: {quantity.text}{as_of}",
        Interval.point(quantity.value),
        quantity.unit,
        reference=source,
    )
