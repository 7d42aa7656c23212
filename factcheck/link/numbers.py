"""Which numbers each document has: the only one of its measure, one of few, or told by both."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from factcheck.link.digits import alike
from factcheck.link.sides import Side, aged
from factcheck.model import Document, Motion, Stance

_FEW_PAIRS = 100  # of numbers, among which one with digits swapped is no chance
# Numbers that are no level; as a part or an earlier figure they are no second of a measure.
_CHANGES = frozenset((Motion.FROM, Motion.BY))
# Percentages of which a report has one, wherever in the clause its name stands.
_SHARES = frozenset(("oppose", "raise-pay", "support", "turnout"))

# "A year before, after a wet spring, they had been 73 percent full"
_THE_YEAR_BEFORE = re.compile(
    r"\W*(?:a|the) (?:year|season|decade) (?:before|earlier)\b"
)


class Numbers:
    """The numbers of the documents of a run, asked of two facts that may be one."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        kinds: Mapping[str, Mapping[str, list[Side]]],
        names: Callable[[str], frozenset[str]],
    ) -> None:
        self._documents = documents
        self._kinds = kinds
        self._names = names
        self._all: dict[tuple[str, str], set[Decimal]] = {}
        self._measures: dict[tuple[str, str, str], list[Side]] = {}

    def sole_measure(self, a: Side, b: Side) -> bool:
        """Return whether each document has one number of a measure of what both facts name."""
        keys = a.measures & b.measures
        if a.kind == "ratio":
            # "55 percent in favour": what a share is of stands beside it.
            keys &= (a.fact.anchors & b.fact.anchors) | _SHARES
        if not keys:
            return False
        named: frozenset[str] | None = None  # found only where another number is told
        for key in keys:
            mine, yours = self._rivals(a, key), self._rivals(b, key)
            if (mine or yours) and named is None:
                named = self._named(a, b)
            if not any(
                self._is_challenged(side, others, named or frozenset())
                for side, others in ((a, mine), (b, yours))
            ):
                return True
        return False

    def _named(self, a: Side, b: Side) -> frozenset[str]:
        """Return the names that both facts are told with."""
        if a.kind == "age":
            first, second = (self._documents[side.path].text for side in (a, b))
            return aged(a.fact, first) & aged(b.fact, second)
        return a.fact.near & b.fact.near & self._names(a.path) & self._names(b.path)

    def sole_of(self, a: Side, b: Side, names: frozenset[str]) -> bool:
        """Return whether each document has one number of its kind beside one of some names."""
        return any(
            all(
                other.numbers == side.numbers
                for side in (a, b)
                for other in self._kinds[side.path][side.kind]
                if name in other.fact.near
            )
            for name in names
        )

    def sole_beside(self, title: Side, side: Side) -> bool:
        """Return whether the text under a headline has one number of the headline's measure."""
        return any(
            {other.numbers for other in self._measured(side, key)}
            <= {title.numbers, side.numbers}
            for key in title.measures & side.measures
        )

    def sole_count(self, a: Side, b: Side) -> bool:
        """Return whether no document has two numbers of what one of two facts counts."""
        mine, yours = a.fact.head or b.fact.head, b.fact.head or a.fact.head
        return self._is_sole_count(a, mine) and self._is_sole_count(b, yours)

    def sole(self, a: Side, b: Side) -> bool:
        """Return whether two documents have no other number of the kind of two facts."""
        return a.path != b.path and all(
            self._numbers_like(side) == {*side.numbers} for side in (a, b)
        )

    def are_few(self, a: Side, b: Side) -> bool:
        """Return whether two documents have few numbers of the kind of two facts."""
        mine, yours = self._numbers_like(a), self._numbers_like(b)
        return len(mine) * len(yours) <= _FEW_PAIRS

    def stated_too(self, a: Side, b: Side) -> int:
        """Return how many of two numbers, of ranges both ends, stand in the other's document."""
        if a.numbers == b.numbers:
            return 0  # in two units
        return self._states(a, b) + self._states(b, a)

    def _is_sole_count(self, side: Side, head: str) -> bool:
        """Return whether the document of a count has no two numbers of a noun."""
        counts = {
            other.fact.mention.value
            for other in self._kinds[side.path]["count"]
            if other.fact.head == head
        }
        return len(counts) < 2  # noqa: PLR2004

    def _rivals(self, side: Side, key: str) -> list[Side]:
        """Return the other numbers of the measure of a fact in its document."""
        # What says it beside the number is not challenged by what says it further off.
        beside = key in side.fact.anchors
        return [
            other
            for other in self._measured(side, key)
            if other.numbers != side.numbers
            and not (beside and key not in other.fact.anchors)
        ]

    def _is_challenged(
        self, side: Side, others: Sequence[Side], named: frozenset[str]
    ) -> bool:
        """Return whether another number is told with some names, of no year before."""
        others = [other for other in others if named <= other.fact.near]
        return bool(others) and (
            self._is_of_last_year(side) or not all(map(self._is_of_last_year, others))
        )

    def _measured(self, side: Side, key: str) -> list[Side]:
        """Return the numbers of the kind and document of a fact that are levels of a measure."""
        at = side.path, side.kind, key
        found = self._measures.get(at)
        if found is None:
            found = self._measures[at] = [
                other
                for other in self._kinds[side.path][side.kind]
                if key in other.measures
                and other.fact.motion not in _CHANGES
                and other.fact.stance is not Stance.PREVIOUS
                and other.fact.part is None
            ]
        return found

    def _numbers_like(self, side: Side) -> set[Decimal]:
        """Return all numbers of the kind of a fact in its document."""
        at = side.path, side.kind
        found = self._all.get(at)
        if found is None:
            found = self._all[at] = {
                number
                for other in self._kinds[side.path][side.kind]
                for number in other.numbers
            }
        return found

    def _states(self, own: Side, other: Side) -> bool:
        """Return whether the number of another document stands in that of a fact.

        Where one is the other with two digits swapped, it must be said of the same there.
        """
        if not self._numbers_like(own).issuperset(other.numbers):
            return self._states_in_its_unit(own, other) or self._sets_against(
                own, other
            )
        if alike(own, other) < 2 or len(other.digits) > 2:  # noqa: PLR2004 no slip, or short
            return True
        said = other.fact.near
        return any(
            not (said.isdisjoint(side.fact.words) and said.isdisjoint(side.fact.near))
            for side in self._kinds[own.path][own.kind]
            if side.numbers == other.numbers
        )

    def _states_in_its_unit(self, own: Side, other: Side) -> bool:
        """Return whether the document of a fact has another number in a unit of its own.

        "2.20 euros a kilogram" is "2,200 euros a tonne" there.
        """
        unit = other.fact.mention.unit
        return any(
            side.fact.mention.unit != unit and side.reading.meets(other.reading)
            for side in self._kinds[own.path][own.kind]
        )

    def _sets_against(self, own: Side, other: Side) -> bool:
        """Return whether the sentence of a fact has the number of another, if without its unit.

        "Why 240 mm, where others have 190?"
        """
        kinds, sentence = self._kinds[own.path], own.fact.sentence
        like = [side for side in kinds[own.kind] if side.numbers == other.numbers]
        bare = [
            side
            for side in kinds.get("count", ())
            if side.fact.mention.value == other.fact.mention.value
            and not side.fact.head
        ]
        return any(
            side.fact.sentence == sentence
            for side in (*like, *bare)
            if side is not other
        )

    def are_told_apart(self, a: Side, b: Side) -> bool:
        """Return whether the sentence of one of two numbers of a document has the other too.

        "The magnitude, first put at 5.9, was raised to 6.1" beside 6.1 in the headline.
        """
        return self._sets_against(a, b) or self._sets_against(b, a)

    def _is_of_last_year(self, side: Side) -> bool:
        """Return whether a number is told of a year before that of its document."""
        document, told = self._documents[side.path], side.fact.period
        if told is None or told.end is None or document.date is None:
            said = document.text[
                side.fact.sentence.start : side.fact.mention.span.start
            ]
            return _THE_YEAR_BEFORE.match(said.rpartition(";")[2].lower()) is not None
        return told.end.year < document.date.year
