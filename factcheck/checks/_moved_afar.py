"""Changes held against two values of their own words, wherever these stand.

"Sales climbed by 18 per cent to 465 million" in one text, "Revenue reached 465 million (2023:
412 million)" in another: the values are found by what they are of, by the value that the
change names itself (`_moved_claims`), and by where they stand: in one sentence, in two that
follow each other, in one row of a table (`_moved_tables`), or one beside the change and the
other anywhere. Where any two that may be meant fit the change, nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from factcheck.checks import (
    _afar,
    _bases,
    _change_claims,
    _change_evidence,
    _change_order,
    _change_pairs,
    _changes,
    _moved_claims,
    _moved_tables,
    _moved_times,
    _moved_values,
    _steps,
    _then,
)
from factcheck.checks._arithmetic import Place
from factcheck.checks._change_claims import Claim
from factcheck.checks._context import PEOPLE, Passage, finds
from factcheck.checks._evidence import Evidence, evidence_of
from factcheck.checks._kin import said_too
from factcheck.checks._moved_claims import MOVES
from factcheck.checks._roots import roots
from factcheck.checks._steps import Change
from factcheck.checks._then import Value
from factcheck.model import Motion, Outcome, Verdict

_PERSON = roots("person people")
_ANYBODY = roots(" ".join(PEOPLE)) | roots(" ".join(f"{each}s" for each in PEOPLE))
_SMALL = 40  # sentences: all are looked at
_SOURCES, _NEAR, _MOST, _MOST_CELLS = 8, 2, 40, 8
_BACK = 2  # sentences
_FEW_WORDS, _DIGITS = 4, 3
_FAR = Decimal(3)
_UNITLESS = frozenset({"count", "ratio", "ratio_difference"})
_TERMS = r"\b(?:unadjusted|(?:before|after|without|excluding|including) (?:seasonal|adjust|one-off|exceptional)[a-z]*)\b"

_OF_THESE = r"^of (?:these|those|them)\b"


class _Pair(NamedTuple):
    """Two values that a change may lead between.

    Attributes:
        old: The older one.
        new: The newer one.
        said: The roots of what they are told with.
    """

    old: Value
    new: Value
    said: frozenset[str]

    @property
    def values(self) -> tuple[Value, Value]:
        """Both."""
        return self.old, self.new

    @property
    def passages(self) -> tuple[Passage, Passage]:
        """Their sentences."""
        return self.old.place.passage, self.new.place.passage

    @property
    def are_cells(self) -> bool:
        """Whether both stand in a table."""
        return all(passage.in_table for passage in self.passages)

    @property
    def is_joined(self) -> bool:
        """Whether one sentence sets one against the other."""
        return (
            _moved_values.joined(*_moved_values.in_order(self.old, self.new))
            is not None
        )


def told(groups: Sequence[Sequence[Passage]], passage: Passage) -> Iterator[Outcome]:
    """Yield what the changes of a sentence come to by values that stand elsewhere.

    Args:
        groups: The sentences of each document of its story.
        passage: The sentence.
    """
    if finds(passage.masked, _moved_values.LISTED):
        return
    for claim in _change_claims.claims(passage):
        if _moved_claims.is_sure(claim):
            found = _Search(claim, evidence_of(groups)).answer()
            if found is not None:
                yield found


def _is_part(first: Value, second: Value) -> bool:
    """Return whether one value is told as part of the other: "42 pairs. Of these, 35 nested"."""
    return any(
        finds(part.place.passage.masked, _OF_THESE)
        and part.place.passage.index == whole.place.passage.index + 1
        for part, whole in ((first, second), (second, first))
    )


class _Search:
    """The values that a change may lead between."""

    def __init__(self, claim: Claim, evidence: Evidence) -> None:
        self._claim = claim
        self._here = claim.place.passage
        self._evidence = evidence
        self._told = _moved_claims.read(claim, evidence)
        self._sources = self._find_sources()
        self._words: dict[Place, frozenset[str]] = {}

    def answer(self) -> Outcome | None:
        """Return what the change comes to by its likeliest values, if no others fit it."""
        if self._told.lost and not self._told.ends:
            return None
        base = _moved_claims.base(self._claim)
        pairs = [
            pair
            for pair in self._pairs()
            if (base is None or pair.old.place == base) and self._is_of(pair)
        ]
        first = self._likeliest(pairs)
        if first is None or not _moved_values.tell_all(self._told, *first.values):
            return None
        if self._is_explained(first, pairs):
            return None
        found = self._reckoned(first)
        if found is None or found.verdict is not Verdict.CONFLICT:
            return None
        return None if self._is_far_off(first, found) else found

    def _likeliest(self, pairs: Sequence[_Pair]) -> _Pair | None:
        """Return the values that a change most likely leads between, if they are the only ones."""
        best = max(map(self._rank, pairs), default=None)
        first = [pair for pair in pairs if self._rank(pair) == best]
        sizes = {tuple(map(_change_order.size, pair.values)) for pair in first}
        return first[0] if len(sizes) == 1 else None

    def _is_explained(self, first: _Pair, pairs: Sequence[_Pair]) -> bool:
        """Return whether any values that may be meant fit a change, or it is told of another thing."""
        outcomes = (self._reckoned(pair) for pair in pairs)
        if any(each and each.verdict is Verdict.AGREE for each in outcomes):
            return True
        return any(
            _change_evidence.is_told_of_another(self._claim, source, first.new)
            for source in self._sources
        )

    def _is_far_off(self, pair: _Pair, found: Outcome) -> bool:
        """Return whether a change is so far from what is told that it is another one."""
        if not _change_pairs.goes(self._claim, *pair.values):
            either = _change_evidence.reckoned(
                self._claim, pair.old.place, pair.new.place, either=True
            )
            return either is None or _bases.is_far_off(either, _FAR)
        return _bases.is_far_off(found, _FAR)

    def _reckoned(self, pair: _Pair) -> Outcome | None:
        claim, places = self._claim, [value.place for value in pair.values]
        values = pair.old.fact.mention, pair.new.fact.mention
        if any(v.fact is not v.place.passage.fact(v.place.slot) for v in pair.values):
            change = Change(places[0], places[1], claim.place, claim.sign)
            if claim.points or not claim.sign or not _steps.sound(change, values):
                return None
            return _steps.judge(change, old=values[0], new=values[1])
        return _change_evidence.reckoned(claim, *places)

    def _rank(self, pair: _Pair) -> tuple[bool, bool, bool, int]:
        told = self._told
        return (
            bool(said_too(told.head, pair.said)),
            self._is_own(pair),
            not self._are_known(pair),
            len(said_too(told.core, pair.said)),
        )

    def _find_sources(self) -> list[Passage]:
        """Return the sentences that may tell the values."""
        here, evidence = self._here, self._evidence
        if len(evidence.passages) <= _SMALL:
            return [
                each for each in evidence.passages if each.amounts or "p" in each.kinds
            ]
        found = dict.fromkeys((here, *evidence.beside(here, _NEAR)))
        for source in evidence.like(evidence.words(here), most=_SOURCES):
            if source is not here:
                found.update(dict.fromkeys((source, *evidence.beside(source, 1))))
        return list(found)

    def _pairs(self) -> Iterator[_Pair]:
        yield from self._cells()
        values = [
            value
            for source in self._sources
            for value in _moved_values.values_of(source, self._claim)
        ]
        own = {self._here, self._told.before}
        for first, second in combinations(values[:_MOST], 2):
            passages = {first.place.passage, second.place.passage}
            near = _moved_values.are_beside(first, second)
            if own.isdisjoint(passages) and not near:
                continue
            if any(passage.in_table for passage in passages) or _is_part(first, second):
                continue
            other: Value | None = second
            if not _then.alike(first.fact, second.fact):
                other = _moved_values.scaled(first, second)
            both = other and _moved_values.order(first, other)
            if both:
                yield _Pair(*both, self._said(both[0]) | self._said(both[1]))

    def _cells(self) -> Iterator[_Pair]:
        """Yield the cells of a line of a table that tells of a change, by two."""
        for line in _moved_tables.lines(self._evidence):
            if not self._is_core(line.said):
                continue
            found = [
                (time, value._replace(period=time.period))
                for time, cell in line.cells
                for value in _moved_values.values_of(cell, self._claim)
            ]
            found.sort(key=lambda each: each[0].number)
            for (time, old), (other, new) in combinations(found[-_MOST_CELLS:], 2):
                comparable = time.kind == other.kind and time.number < other.number
                if comparable and _then.alike(old.fact, new.fact):
                    yield _Pair(old, new, line.said)

    def _is_of(self, pair: _Pair) -> bool:
        """Return whether two values are of the very thing of a change, of its time and its terms."""
        tests: list[Callable[[_Pair], bool]] = [
            self._is_like,
            self._goes,
            self._is_ordered,
            self._has_ends,
            self._is_beside,
            self._is_on_its_terms,
        ]
        if not all(test(pair) for test in tests):
            return False
        if any(map(self._is_end, pair.values)):
            return self._is_one(pair)
        tests = [
            self._has_nouns,
            lambda pair: (
                self._is_one(pair) or self._are_known(pair) or self._is_next(pair)
            ),
            self._is_whole,
            self._is_then,
            self._is_narrowed_alike,
            self._is_named,
        ]
        return all(test(pair) for test in tests)

    def _is_like(self, pair: _Pair) -> bool:
        """Return whether two values are levels that a change of its kind may lead between."""
        kind = self._here.kinds[self._claim.place.slot]
        ratio = pair.old.fact.mention.dimension == "ratio"
        if ratio and not self._claim.points and kind not in "xf":
            return False
        if not all(map(_moved_values.is_level, pair.values)):
            return False
        return _moved_values.are_of_unit(*pair.values)

    def _goes(self, pair: _Pair) -> bool:
        """Return whether two values go the way of a change, or surely against it."""
        claim, told = self._claim, self._told
        if _change_pairs.goes(claim, *pair.values):
            return True
        if self._here.kinds[claim.place.slot] == "x" or told.taken:
            return False
        return bool(said_too(told.head, pair.said)) and pair.is_joined

    def _is_ordered(self, pair: _Pair) -> bool:
        """Return whether the newer of two values is on the side of now that a change is on."""
        claim, (old, new) = self._claim, pair.values
        led = _change_order.is_start(old) and new.fact.motion is Motion.TO
        return led or _change_order.is_ahead(new) == claim.ahead

    def _has_ends(self, pair: _Pair) -> bool:
        """Return whether two values have those that a change names itself."""
        told = self._told
        if told.that and not told.ends and told.before not in pair.passages:
            return False
        old, new = (_change_order.size(value) for value in pair.values)
        sizes = {"old": {old}, "new": {new}, "": {old, new}}
        for end, role in told.ends.items():
            if end.passage.mention(end.slot).value not in sizes[role]:
                return False
        known = {*told.ends, *told.near}
        return all(
            v.place in known for v in pair.values if v.place.passage is self._here
        )

    def _is_beside(self, pair: _Pair) -> bool:
        """Return whether one value stands just before a change that takes up what was told."""
        if not self._told.taken or self._told.ends:
            return True
        here = self._here
        return any(
            each.facts is here.facts and 0 <= here.index - each.index <= _BACK
            for each in pair.passages
        )

    def _is_on_its_terms(self, pair: _Pair) -> bool:
        """Return whether two values are on no other terms, and no other change leads to them."""
        for value in pair.values:
            passage = value.place.passage
            masked = passage.masked
            if finds(masked, _TERMS) or _changes.is_on_other_terms(masked):
                return False
            if passage is not self._here and self._is_of_another(value):
                return False
        return True

    def _is_of_another(self, value: Value) -> bool:
        size = self._claim.fact.mention.value
        for other in _change_claims.claims(value.place.passage):
            if other.fact.mention.value != size:
                ends, near = _moved_claims.values_in(other)
                if value.place in ends or value.place in near:
                    return True
        return False

    def _has_nouns(self, pair: _Pair) -> bool:
        """Return whether two values count what a change is of."""
        told = self._told
        first, second = (_moved_values.noun(value) - _PERSON for value in pair.values)
        for noun, other in ((first, second), (second, first)):
            if not noun or said_too(noun, told.core | told.words | other):
                continue
            people = noun <= _ANYBODY and told.head <= _ANYBODY
            if not people or len(said_too(told.core, pair.said)) <= 1:
                return False
        return True

    def _is_one(self, pair: _Pair) -> bool:
        """Return whether one value says what a change is of, and the other is of the same."""
        if pair.are_cells or pair.old.place == pair.new.place:
            return pair.are_cells or self._says(pair.old)
        first, second = _moved_values.in_order(*pair.values)
        if not self._says(first):
            first, second = second, first
        if not self._says(first):
            return False
        one, other = (_moved_values.noun(value) - _PERSON for value in (first, second))
        alike = not one or not other or bool(said_too(other, one))
        here, there = first.place.passage, second.place.passage
        if here is there:
            between = _moved_values.is_between(first, second)
            return alike and not between
        if self._says(second):
            return alike
        if here.facts is not there.facts or there.index != here.index + 1:
            return False
        again = finds(second.left, _change_pairs.AGAIN)
        return again or _moved_times.is_at_another(second)

    def _are_known(self, pair: _Pair) -> bool:
        """Return whether two values are told side by side, where what a change is of is told."""
        told = self._told
        if told.ends or (told.taken and not told.that):
            return False
        one, other = pair.passages
        if one is other:
            if not pair.is_joined:
                return False
        elif (
            not _moved_values.are_beside(*pair.values)
            or max(one.amounts, other.amounts) > 1
        ):
            return False
        return all(map(self._is_known, pair.values))

    def _is_next(self, pair: _Pair) -> bool:
        """Return whether two values stand next to a change, in its unit, and tell two times."""
        here, claim = self._here, self._claim.fact.mention
        if claim.dimension in _UNITLESS:
            return False
        first, last = _moved_values.in_order(*pair.values)
        near = all(
            each.is_beside(here) and each.block == here.block for each in pair.passages
        )
        return (
            near
            and first.fact.mention.dimension == claim.dimension
            and _moved_values.are_beside(first, last)
        )

    def _is_known(self, value: Value) -> bool:
        """Return whether a change and a value are each told where the other's subject is."""
        told = self._told
        there = _afar.around(value.place.passage, without=self._here)
        many = len(said_too(told.core, there)) * 2 >= len(told.core) > 1
        if not many and not said_too(told.head, there):
            return False
        about = _moved_values.subject(value)
        return not about or bool(said_too(about, told.around))

    def _is_whole(self, pair: _Pair) -> bool:
        """Return whether few words of what a change is of are strange to its values."""
        told = self._told
        if told.taken or told.lost or self._is_next(pair):
            return True
        said = pair.said.union(*map(self._said, pair.values))
        if self._is_of_part(pair, said) or self._is_of_other_kind(pair, said):
            return False
        around = [
            _afar.around(passage, without=self._here) for passage in pair.passages
        ]
        said = said.union(*around)
        if told.actor and not said_too(told.actor, said):
            return False
        own = told.core - told.names - told.head - MOVES
        strange = len(own) - len(said_too(own, said))
        if strange > len(said_too(told.core, said)) + 1:
            return False
        return _change_evidence.has_its(self._claim, *pair.values)

    def _is_of_part(self, pair: _Pair, said: frozenset[str]) -> bool:
        """Return whether a change is of a thing of what was told, or of some of what its values are."""
        told = self._told
        here = self._here.facts in [passage.facts for passage in pair.passages]
        if told.theirs and here and not said_too(told.head, said):
            return True
        if not told.complement or self._is_ended(pair):
            return False
        title = _title(pair.new.place.passage)
        return not said_too(told.complement, said | title)

    def _is_of_other_kind(self, pair: _Pair, said: frozenset[str]) -> bool:
        """Return whether a change and its values are each of a kind: "cheese profit", "net profit"."""
        told = self._told
        mine = told.core - told.head - told.complement - told.names - MOVES
        if not mine or self._is_ended(pair) or said_too(mine, said):
            return False
        theirs = _moved_values.label(pair.old) | _moved_values.label(pair.new)
        theirs -= told.head
        return bool(theirs - said_too(theirs, told.around))

    def _is_then(self, pair: _Pair) -> bool:
        """Return whether two values are of the times of a change."""
        ended = self._is_ended(pair)
        if not _moved_times.agree(
            self._claim, *pair.values, ended=ended, joined=pair.is_joined
        ):
            return False
        one, other = pair.passages
        if (one.facts is not other.facts and ended) or (
            self._told.that and self._is_own(pair)
        ):
            return True
        return not _change_evidence.starts_elsewhere(self._claim, *pair.values)

    def _is_narrowed_alike(self, pair: _Pair) -> bool:
        """Return whether all or none are of a part, or of a mean."""
        claim, core = self._claim, self._told.core
        claim = claim._replace(
            fact=replace(claim.fact, near=claim.fact.near - {"mean"})  # "that means"
        )
        kinds = (pair.old.fact.near | pair.new.fact.near) & _change_evidence.KINDS
        known = {kind for kind in kinds if kind in core or said_too(roots(kind), core)}
        old, new = (
            value._replace(fact=replace(value.fact, near=value.fact.near - known))
            for value in pair.values
        )
        return _change_evidence.is_narrowed_alike(claim, old, new)

    def _is_named(self, pair: _Pair) -> bool:
        """Return whether two values may be of one thing with a change by the names there."""
        old, new = pair.values
        if not pair.are_cells and not _change_pairs.is_one_row(old, new):
            return False
        if not pair.is_joined and _change_evidence.are_peers(old, new):
            return False
        return all(
            _change_evidence.is_named(self._claim, value) and self._knows(value)
            for value in pair.values
        )

    def _knows(self, value: Value) -> bool:
        """Return whether the paragraph of a change has the names of a value of its document."""
        here, there = self._here, value.place.passage
        if here.facts is not there.facts or here.block == there.block:
            return True
        document = here.document
        spans = document.blocks[0].span, document.blocks[here.block].span
        text = " ".join(map(document.surface, spans)).lower()
        return all(name in text for name in value.fact.names)

    def _says(self, value: Value) -> bool:
        """Return whether a value is told of what a change is of."""
        told = self._told
        if value.place in told.ends or value.place in told.near:
            return True
        return self._is_end(value) or self._is_core(self._said(value))

    def _is_end(self, value: Value) -> bool:
        """Return whether a value is the very one that a change names, told once more."""
        size = _change_order.size(value)
        if len(size.normalize().as_tuple().digits) < _DIGITS:
            return False
        return any(
            end.passage.mention(end.slot).value == size
            and end.passage is not value.place.passage
            for end in self._told.ends
        )

    def _is_core(self, said: frozenset[str]) -> bool:
        """Return whether enough of what a change is of is said."""
        told = self._told
        core = told.core - MOVES
        hits = len(said_too(core, said))
        if (hits > 1 and hits * 2 >= len(core)) or said_too(told.head, said):
            return True
        if told.head and not told.taken:
            return len(said_too(told.core - told.head - told.names, said)) > 1
        least = 1 if told.taken and len(told.core) < _FEW_WORDS else 2
        return len(said_too(told.core | told.words, said)) >= least

    def _said(self, value: Value) -> frozenset[str]:
        if value.place not in self._words:
            self._words[value.place] = _moved_values.said_of(value)
        return self._words[value.place]

    def _is_own(self, pair: _Pair) -> bool:
        """Return whether a value stands beside a change, or in the sentence that it takes up."""
        return self._is_ended(pair) or self._told.before in pair.passages

    def _is_ended(self, pair: _Pair) -> bool:
        """Return whether a value stands beside a change, in its sentence."""
        told = self._told
        return any(v.place in told.ends or v.place in told.near for v in pair.values)


def _title(passage: Passage) -> frozenset[str]:
    document = passage.document
    return roots(document.surface(document.blocks[0].span).lower())
