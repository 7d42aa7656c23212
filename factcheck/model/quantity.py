"""Mentions: quantities at spans, and periods beside them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum

from factcheck.frozen import dataclass
from factcheck.model.interval import Interval
from factcheck.model.text import Span


class Modifier(StrEnum):
    """A bound or an approximator, never dropped."""

    ABOUT = "about"
    NEARLY = "nearly"
    JUST_OVER = "just_over"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    LESS_THAN = "less_than"

    @property
    def is_bound(self) -> bool:
        """Whether it leaves one side open."""
        return self in _BOUNDS


_BOUNDS = frozenset(
    {Modifier.AT_LEAST, Modifier.MORE_THAN, Modifier.UP_TO, Modifier.LESS_THAN}
)


class Form(StrEnum):
    """How a quantity is stated."""

    PLAIN = "plain"
    RANGE = "range"  # 10-12, between 10 and 12
    UNCERTAIN = "uncertain"  # 10 ± 2
    VAGUE = "vague"  # dozens, several
    AGE = "age"  # a 40-year-old
    MULTIPLE = "multiple"  # twice, tripled, 3-fold
    FRACTION = "fraction"  # a third, 3/4
    RATIO = "ratio"  # 3 out of 10, one in five; keeps its base


_PRONOUNS = frozenset({"them", "us", "those", "these", "you", "whom", "which"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase that a count counts.

    Attributes:
        span: The whole phrase after the number: "separate Russian attacks".
        head: Its head noun as written: "attacks".
        lemma: The head in the singular, lower case: "attack".
        qualifiers: The words before the head, lower case: ("separate", "russian").
        elided: Whether no noun is written and the phrase is a stand-in ("six others",
            "12 of the wounded", "43 were killed").
    """

    span: Span
    head: str
    lemma: str
    qualifiers: tuple[str, ...] = ()
    elided: bool = False

    @property
    def noun(self) -> str:
        """The head, or nothing where it is a pronoun: "them" names no kind of thing."""
        return "" if self.lemma in _PRONOUNS else self.head


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity at a span.

    Attributes:
        document: Path of the document.
        span: The number with its scale word and unit; for a count the number alone.
        surface: The exact text of `span`.
        number: The numeral with its scale word, without currency sign or unit.
        phrase: The mention in its phrase, from the modifier to the counted noun.
        form: How it is stated.
        value: The number as stated; None for a stated range.
        stated_low: Lower end of a stated range, else None.
        stated_high: Upper end of a stated range, else None.
        reading: What it can be: digits, modifier and range together; in `unit`.
        digits: What the digits as written allow, without the modifier; in `unit`.
        exact: Whether the digits leave one value (a count such as 412).
        unit: pint name or expression, currency code, "percent", or "" for a count.
        dimension: Name of the dimension: "count", "ratio", "currency:USD", "length", ...
        modifier: Bound or approximator, or None.
        counted: What a count counts, or None.
        base: The base of a ratio ("3 out of 10": 10), else None.
        pair: Span of the mention that states the same amount in another unit, side by side
            ("1,000 miles (1,600 km)"), else None.
        block: Index into `Document.blocks`.
        headers: In a table, the texts of the row header and of the column header.
    """

    document: str
    span: Span
    surface: str
    number: Span
    phrase: Span
    form: Form
    value: Decimal | None
    stated_low: Decimal | None
    stated_high: Decimal | None
    reading: Interval
    digits: Interval
    exact: bool
    unit: str
    dimension: str
    modifier: Modifier | None = None
    counted: Counted | None = None
    base: Decimal | None = None
    pair: Span | None = None
    block: int = 0
    headers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time that a text names.

    Attributes:
        span: Where it is named.
        surface: The exact text of `span`.
        kind: "date", "month", "year", "fiscal" (year), "quarter", "half", "season",
            "decade", "century", "weekday", "span" (from ... to), "relative" ("last year"),
            "position" ("in its fourth year"), "time" (clock).
        start: First day, or None where it is open or cannot be resolved.
        end: Last day, inclusive, or None.
        elapsed: For a position, the years elapsed: [3, 4) for "fourth year".
        unit: For a position, the unit of `elapsed`: "year", "day", ...
        precise: Whether the words give all of it, without the document's date.
        bound: The preposition before it that leaves one side open: "since", "until", "by",
            "before", "after" or "from"; it is no part of the span, and `start` and `end`
            stay those of the period itself.
        parts: For a span, the two periods that it runs between.
        marks: Of a period that cannot be resolved, what is known all the same: on which
            weekday, in which month, how many years from now ("last year": -1).
    """

    span: Span
    surface: str
    kind: str
    start: dt.date | None = None
    end: dt.date | None = None
    elapsed: Interval | None = None
    unit: str | None = None
    precise: bool = True
    bound: str | None = None
    parts: tuple[Period, ...] = ()
    marks: tuple[tuple[str, int], ...] = ()

    def overlaps(self, other: Period) -> bool:
        """Return whether the two may share a day; what is not stated may be any day."""
        if (self.end and other.start and self.end < other.start) or (
            other.end and self.start and other.end < self.start
        ):
            return False
        if not self.marks and not other.marks:
            return True
        mine, theirs = self._known(), other._known()
        return all(theirs.get(name, value) == value for name, value in mine.items())

    def _known(self) -> dict[str, int]:
        """Return the marks, or those of the day or month that it is resolved to."""
        known = dict(self.marks)
        if self.start and self.end and not self.marks:
            if (self.start.year, self.start.month) == (self.end.year, self.end.month):
                known["month"] = self.start.month
            if (self.start.year, _quarter(self.start)) == (
                self.end.year,
                _quarter(self.end),
            ):
                known["quarter"] = _quarter(self.start)
            if self.start == self.end:
                known["day"] = self.start.day
                known["weekday"] = self.start.weekday()
        return known


def _quarter(day: dt.date) -> int:
    return (day.month + 2) // 3


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read in one document, ordered by span; mentions never overlap."""

    document: str
    mentions: tuple[Mention, ...]
    periods: tuple[Period, ...]
