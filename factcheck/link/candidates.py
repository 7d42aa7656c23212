"""Candidates: which facts of which documents are worth a closer look, without all pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, combinations, groupby, product
from operator import attrgetter

from factcheck.link import repeats, verbatim
from factcheck.link.setting import Setting
from factcheck.link.sides import Side

Pairs = Iterable[tuple[Side, Side]]
Sentences = Sequence[tuple[list[Side], list[Side]]]

_ALL_DOCUMENTS = 12  # as many documents are all compared with each other
_ALL_SIDES = 300  # as many facts are all compared, in as many documents
_MOST_COPIES = 2  # of one text are read against it; each again against two
_MOST_ALIKE = 100  # of more facts in one document, a word tells none apart
_SWAPPED = 2  # digits of a number that may stand swapped in another


def candidates(setting: Setting) -> Iterator[tuple[Pairs, Sentences, Sentences]]:
    """Yield the pairs of facts that are worth a closer look, each once.

    All pairs of two sentences come together. Beside them stand the sentences that two
    documents have word for word, which are in no pair with each other, and those that one
    has from the other with another number.
    """
    own = {path: kinds for path, kinds in setting.kinds.items() if kinds}
    known: dict[tuple[object, ...], int] = {}
    told: dict[str, verbatim.Sentences] = {}
    for path, of_one in groupby(setting.sides, attrgetter("path")):
        sides = list(of_one)
        told[path] = verbatim.Sentences(sides, known)
        yield repeats.inside(sides), (), ()
    if len(own) <= _ALL_DOCUMENTS and len(setting.sides) <= _ALL_SIDES:
        for path, other in combinations(own, 2):
            same, altered = _repeated(told[path], told[other])
            mine, yours = _numbered(same)
            found = (
                (a, b)
                for kind, sides in own[path].items()
                for a, b in product(sides, own[other].get(kind, ()))
                if not (a.sentence in mine and b.sentence in yours)
            )
            yield found, same, altered or ()
        return
    related: dict[str, list[str]] = defaultdict(list)
    for path, other in _related(setting, list(own)):
        related[other].append(path)
    copies: Counter[str] = Counter()
    for other, paths in related.items():
        filed = {kind: _File(sides) for kind, sides in own[other].items()}
        for path in paths:
            same, altered = _repeated(told[path], told[other])
            if altered is not None:
                copies[path] += 1
                if copies[path] > _MOST_COPIES:
                    yield (), same, altered
                    continue
            mine, yours = _numbered(same)
            across = [
                _across(sides, filed[kind], mine, filed[kind].of(yours))
                for kind, sides in own[path].items()
                if kind in filed
            ]
            yield chain.from_iterable(across), same, altered or ()


def _related(setting: Setting, paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of documents that may be on one story."""
    if len(paths) <= _ALL_DOCUMENTS:
        yield from combinations(paths, 2)
        return
    known = set(paths)
    for path, other in setting.neighbours():
        if path in known and other in known:
            yield path, other


def _repeated(
    a: verbatim.Sentences, b: verbatim.Sentences
) -> tuple[Sentences, Sentences | None]:
    """Return what two documents both say and, if one copies the other, what it has changed."""
    same = verbatim.same(a, b)
    copied = verbatim.is_copy(a, b, len(same))
    return same, verbatim.altered(a, b) if copied else None


def _numbered(same: Sentences) -> tuple[set[int], set[int]]:
    """Return which sentences of one document, and of another, are the same."""
    return {a[0].sentence for a, _ in same}, {b[0].sentence for _, b in same}


class _File:
    """The facts of one kind in a document, by the words of their clauses.

    Facts are bits of a number: which of them share words with another is told by a few
    operations for each word, however many facts have it.
    """

    __slots__ = (
        "crowds",
        "digits",
        "fates",
        "masks",
        "sentences",
        "sides",
        "words",
    )

    def __init__(self, sides: list[Side]) -> None:
        self.sides = sides
        self.digits: dict[str, int] = {}
        self.fates: dict[frozenset[str], int] = {}
        self.sentences: dict[int, int] = {}
        self.masks: dict[str, int] = {}
        self.crowds: dict[str, int] = {}
        masks, bit = self.masks, 1
        for side in sides:
            for word in side.wording.fact.near:
                masks[word] = masks.get(word, 0) | bit
            if len(side.digits) >= _SWAPPED:
                self.digits[side.shuffled] = self.digits.get(side.shuffled, 0) | bit
            self.fates[side.fates] = self.fates.get(side.fates, 0) | bit
            self.sentences[side.sentence] = self.sentences.get(side.sentence, 0) | bit
            bit <<= 1
        if len(sides) > _MOST_ALIKE:
            for word in [w for w, m in masks.items() if m.bit_count() > _MOST_ALIKE]:
                self.crowds[word] = masks.pop(word)
        self.words = frozenset(masks)

    def of(self, sentences: Collection[int]) -> int:
        """Return the facts of some sentences."""
        found = 0
        for sentence in sentences:
            found |= self.sentences.get(sentence, 0)
        return found


def _across(
    sides: list[Side], file: _File, same: Collection[int], as_same: int
) -> Iterator[tuple[Side, Side]]:
    """Yield the facts of one kind in two documents that share words enough.

    Args:
        sides: The facts of one document.
        file: Those of the other.
        same: The sentences of the first that stand in the second.
        as_same: The facts of the second in these sentences.
    """
    masks, words, digits = file.masks, file.words, file.digits
    for a in sides:
        fact = a.wording.fact  # at hand sooner than its own, and in the same words
        near = fact.near & words
        if not near:
            continue
        # One word in common says nothing, but beside the number, or where it has the same
        # digits.
        anchors = fact.anchors
        once = twice = 0
        telling = digits.get(a.shuffled, 0)
        for word in near:
            mask = masks[word]
            twice |= once & mask
            once |= mask
            if word in anchors:
                telling |= mask
        if file.crowds:
            for word in fact.near & file.crowds.keys():
                twice |= once & file.crowds[word]
        found = twice | once & telling
        if a.kind == "count":
            found &= file.fates.get(a.fates, 0)  # people under other fates are others
        if a.sentence in same:
            found &= ~as_same
        while found:
            last = found.bit_length() - 1
            found ^= 1 << last
            yield a, file.sides[last]
