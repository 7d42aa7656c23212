"""Which sentences tell of the same thing, by the words that few sentences have.

A law that reckons with numbers of several sentences or documents ("52.6 percent turned out";
elsewhere "41,208 of 68,450 voted") has to find them first, whatever the wording. Words that
nearly all sentences of a set have say nothing; one that two sentences alone have says much.

Source of the method: inverse document frequency (Sparck Jones, 1972), with a sentence as the
document.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from heapq import nlargest
from math import fsum, log

from factcheck.checks._context import Group, Passage
from factcheck.model import DocumentFacts, Fact

_COMMON = 24  # a word in more sentences leads to none of them
_MOST = 8
_STORY, _STORIES = 12, 60  # documents


class Evidence:
    """The sentences of some documents, by the words in them.

    Args:
        groups: The sentences of each document, as `passages` gives them.
    """

    __slots__ = ("_having", "_spots", "_words")

    def __init__(self, groups: Iterable[Sequence[Passage]]) -> None:
        self._words: dict[Passage, frozenset[str]] = {}
        self._having: dict[str, list[Passage]] = {}
        self._spots: dict[Passage, tuple[Sequence[Passage], int]] = {}
        for group in groups:
            for at, passage in enumerate(group):
                words = _words(passage)
                self._words[passage] = words
                self._spots[passage] = group, at
                for word in words:
                    self._having.setdefault(word, []).append(passage)

    @property
    def passages(self) -> Collection[Passage]:
        """The sentences and cells, in the order of the documents."""
        return self._words.keys()

    def words(self, passage: Passage) -> frozenset[str]:
        """Return the stems of what a sentence says, or the headers of a cell."""
        return self._words[passage]

    def spot(self, passage: Passage) -> tuple[Sequence[Passage], int]:
        """Return the sentences of the document of one, and its number among them."""
        return self._spots[passage]

    def beside(self, passage: Passage, most: int) -> list[Passage]:
        """Return a sentence and those at most so many sentences away from it."""
        group, at = self._spots[passage]
        return [
            other
            for other in group[max(0, at - most) : at + most + 1]
            if abs(other.index - passage.index) <= most
        ]

    def weight(self, words: Iterable[str]) -> float:
        """Return how much some stems tell: nothing if all sentences have them."""
        total = len(self._words)
        return fsum(
            log(total / len(self._having[word]))
            for word in words
            if word in self._having
        )

    def like(self, words: Collection[str], *, most: int = _MOST) -> list[Passage]:
        """Return the sentences that share most of what some stems tell, the best first."""
        found: dict[Passage, float] = {}
        for word in sorted(words):
            having = self._having.get(word, ())
            if len(having) <= _COMMON:
                for passage in having:
                    found[passage] = found.get(passage, 0.0) + self.weight((word,))
        return nlargest(most, found, key=found.__getitem__)


def are_few(documents: Sequence[DocumentFacts]) -> bool:
    """Return whether there are so few documents that each can be read twice, whole and trimmed."""
    return len(documents) <= _STORIES


def stories(
    documents: Sequence[DocumentFacts], groups: Sequence[Group]
) -> Iterator[tuple[Sequence[DocumentFacts], tuple[Group, ...]]]:
    """Yield the documents that are read together for evidence, with their sentences.

    A dozen may all be of one story. More are of many, in which words alone tie nothing: each
    is read by itself. Of hundreds none is, as that takes longer than all other checks.

    Args:
        documents: The documents.
        groups: The sentences of each.
    """
    if len(documents) <= _STORY:
        yield documents, tuple(groups)
    elif len(documents) <= _STORIES:
        for at, group in enumerate(groups):
            yield documents[at : at + 1], (group,)


_KNOWN: dict[tuple[int, ...], tuple[Sequence[Sequence[Passage]], Evidence]] = {}


def evidence_of(groups: Sequence[Sequence[Passage]]) -> Evidence:
    """Return the evidence in the sentences of a story; several laws ask, so it is kept.

    Args:
        groups: The sentences of each document, as `stories` gives them.
    """
    key = tuple(map(id, groups))
    if key not in _KNOWN:
        if len(_KNOWN) >= _STORIES:
            _KNOWN.clear()
        _KNOWN[key] = groups, Evidence(groups)
    return _KNOWN[key][1]


def _words(passage: Passage) -> frozenset[str]:
    facts = (item for item in passage.items if isinstance(item, Fact))
    return frozenset().union(*(fact.words | fact.near for fact in facts))
