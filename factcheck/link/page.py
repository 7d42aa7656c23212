"""The words of a document, within reach of its numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from factcheck.language.sentences import clauses, sentences
from factcheck.model import (
    DocumentFacts,
    Fact,
    Form,
    Mention,
    Period,
    Reach,
    Span,
)

NARROW = (Reach.CLAUSE, Reach.SENTENCE)
TOKEN = re.compile(r"[^\W_]+")
_Cut: TypeAlias = Callable[[str, int, int], Iterable[tuple[int, int]]]


class Page:
    """The words of one document, found when they are asked for."""

    def __init__(self, facts: DocumentFacts) -> None:
        self.facts = facts
        self.document = facts.document
        self._blocks: dict[int, tuple[list[str], list[int]]] = {}
        self._all: tuple[list[str], list[int]] | None = None
        self._vocabulary: frozenset[str] | None = None
        self._sets: dict[tuple[int, int], frozenset[str]] = {}

    def candidates(self, *, positions: bool) -> Iterator[tuple[Fact, Period | None]]:
        """Yield the facts that are evidence, and positions in time, in order."""
        found: list[tuple[Fact, Period | None]] = [
            (fact, None)
            for fact in self.facts.facts
            if self._counts(fact.mention.block)
        ]
        if positions:
            found += [
                (fact, period)
                for period in self.facts.extraction.periods
                if (fact := self._position(period)) is not None
            ]
            found.sort(key=lambda pair: pair[0].mention.span.start)
        yield from found

    def _counts(self, block: int) -> bool:
        blocks = self.document.blocks
        return block >= len(blocks) or not blocks[block].boilerplate

    def _position(self, period: Period) -> Fact | None:
        """Return "in its fourth year" as the three to four years that have passed."""
        block = self.document.block_at(period.span.start)
        if period.elapsed is None or block is None or not self._counts(block):
            return None
        elapsed, unit = period.elapsed, period.unit or "year"
        mention = Mention(
            self.document.path,
            period.span,
            period.surface,
            period.span,
            period.span,
            Form.RANGE,
            None,
            elapsed.low,
            elapsed.high,
            elapsed,
            elapsed,
            exact=False,
            unit=unit,
            dimension="duration",
            block=block,
        )
        outer = self.document.blocks[block].span
        sentence = self._part(sentences, outer, period)
        clause = self._part(clauses, sentence, period)
        return Fact(mention, sentence=sentence, clause=clause)

    def _part(self, cut: _Cut, outer: Span, period: Period) -> Span:
        """Return the sentence or clause that a period stands in."""
        parts = cut(self.document.text, outer.start, outer.end)
        at = period.span.start
        return next((Span(a, b) for a, b in parts if a <= at < b), outer)

    def reach(self, fact: Fact, reach: Reach) -> tuple[int, int]:
        """Return where a term may stand."""
        if reach is Reach.CLAUSE and fact.clause.covers(fact.mention.span):
            return fact.clause.start, fact.clause.end
        if reach in NARROW and fact.sentence.covers(fact.mention.span):
            return fact.sentence.start, fact.sentence.end
        blocks = self.document.blocks
        if reach is not Reach.DOCUMENT and fact.mention.block < len(blocks):
            span = blocks[fact.mention.block].span
            return span.start, span.end
        return 0, len(self.document.text)

    def words(self, fact: Fact, reach: Reach) -> tuple[list[str], list[int], int, int]:
        """Return words with their places, and the part of them within reach."""
        start, end = self.reach(fact, reach)
        words, places = self._words(fact.mention.block, start, end)
        return words, places, bisect_left(places, start), bisect_left(places, end)

    def set_of(self, fact: Fact, reach: Reach) -> frozenset[str]:
        """Return the words within reach, with the headers of a table cell."""
        start, end = self.reach(fact, reach)
        found = self._sets.get((start, end))
        if found is None:
            words, _, first, last = self.words(fact, reach)
            found = self._sets[start, end] = frozenset(words[first:last])
        if fact.mention.headers:
            found |= frozenset(cut(" ".join(fact.mention.headers)))
        return found

    def claimant(self, fact: Fact) -> str | None:
        """Return who says so: as bound, or else the only one who speaks in the sentence."""
        if fact.claimant is not None:
            return fact.claimant
        # 3 ms to import, for few mentions.
        from factcheck.language.claims import claims  # noqa: PLC0415

        start, end = self.reach(fact, Reach.SENTENCE)
        found = claims(self.document.text, start, end)
        said = {claim.claimant for claim in found if claim.claimant is not None}
        return said.pop() if len(said) == 1 else None

    def others(self, fact: Fact) -> list[str]:
        """Return the words of other places and bodies that the sentence names."""
        # 10 ms to import, where neither sentence nor linker names the subject.
        from factcheck.language.names import Kind, names  # noqa: PLC0415

        start, end = self.reach(fact, Reach.SENTENCE)
        return [
            name.text
            for name in names(self.document.text, start, end)
            if name.kind not in (Kind.PERSON, Kind.DEMONYM)
        ]

    @property
    def vocabulary(self) -> frozenset[str]:
        """All words of the document."""
        if self._vocabulary is None:
            self._vocabulary = frozenset(cut(self.document.text))
        return self._vocabulary

    def _words(self, block: int, start: int, end: int) -> tuple[list[str], list[int]]:
        blocks = self.document.blocks
        if block < len(blocks) and blocks[block].span.covers(Span(start, end)):
            found = self._blocks.get(block)
            if found is None:
                span = blocks[block].span
                found = self._blocks[block] = self._cut(span.start, span.end)
            return found
        if self._all is None:
            self._all = self._cut(0, len(self.document.text))
        return self._all

    def _cut(self, start: int, end: int) -> tuple[list[str], list[int]]:
        words, places = [], []
        for found in TOKEN.finditer(self.document.text, start, end):
            words.append(found.group().casefold())
            places.append(found.start())
        return words, places


def cut(text: str) -> list[str]:
    """Return the words of a text, folded.

    >>> cut("Kyiv's air-defence")
    ['kyiv', 's', 'air', 'defence']
    """
    return TOKEN.findall(text.casefold())
