"""What the documents of a run say: their words and names, by keys, read when they are asked for."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache

from factcheck.language.concepts import CONCEPTS
from factcheck.link.stems import known_stems, stem
from factcheck.model import BlockKind, Document

# A capitalised word that no sentence begins with.
_NAME = re.compile(r" ([A-Z](?<=[a-z,;:] [A-Z])[a-z]+)\b")
# The first character is one of a set: that is found sooner than the edge of a word.
_CAPITALS = re.compile(r"[A-Z](?<!\w[A-Z])[a-z]{3,}\b")
# Of a text nothing but its letters, in lower case.
_LETTERS = bytes(
    ord(chr(b).lower()) if b < 128 and chr(b).isalpha() else 32  # noqa: PLR2004 - ASCII
    for b in range(256)
)
_LEAD = 2000  # characters in which an article names what it is about
_BEGIN = 4000  # characters in which a word of a heading is said again, if at all
_TITLE, _HEADING = BlockKind.TITLE, BlockKind.HEADING
_SELDOM = 16  # words asked for, which take as long as all words of a document
# Keys of words that look like them in nothing; all others begin like their words.
_CONCEPTS = frozenset(CONCEPTS.values())


class Weights(dict[str, int]):
    """The weight of each word; that of the rarest for a word that no sentence has."""

    __slots__ = ("rarest",)

    def __init__(self, counts: Mapping[str, int], total: int) -> None:
        super().__init__(
            {word: 2 + (4 * total // n).bit_length() for word, n in counts.items()}
        )
        self.rarest = 2 + (4 * max(total, 1)).bit_length()

    def __missing__(self, word: str) -> int:
        return self.rarest


class Vocabulary:
    """The words of documents.

    Args:
        documents: The documents, by path; more may come.
    """

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._plain: dict[str, str] = {}
        self._asked: dict[str, int] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._capitals: dict[str, frozenset[str]] = {}
        self._names: dict[str, frozenset[str]] = {}
        self._leads: dict[str, frozenset[str]] = {}

    def words(self, path: str) -> frozenset[str]:
        """Return all words of a document."""
        words = self._words.get(path)
        if words is None:
            words = self._words[path] = keys(set(self._letters(path).split()))
        return words

    def _letters(self, path: str) -> str:
        """Return a document in lower case, with a space for whatever is no letter."""
        plain = self._plain.get(path)
        if plain is None:
            letters = self._documents[path].text.encode("ascii", "replace")
            plain = self._plain[path] = f" {letters.translate(_LETTERS).decode()} "
        return plain

    def _has(self, path: str, key: str) -> bool:
        """Return whether a document has a word; of one seldom asked not all words are read."""
        if path not in self._words:
            asked = self._asked[path] = self._asked.get(path, 0) + 1
            if asked <= _SELDOM:
                found = _stands(key, self._letters(path))
                if found or key not in _CONCEPTS:
                    return found
        return key in self.words(path)

    def names(self, path: str) -> frozenset[str]:
        """Return all names in a document, which are words of it too."""
        names = self._names.get(path)
        if names is None:
            document = self._documents[path]
            text = document.text
            found = set(map(str.lower, _NAME.findall(text)))
            names = self._names[path] = keys(found - _in_capitals(document))
        return names

    def lead_names(self, path: str) -> frozenset[str]:
        """Return the names at the beginning of a document."""
        names = self._leads.get(path)
        if names is None:
            names = self._leads[path] = _names(self._documents[path].text, _LEAD)
        return names

    def capitals(self, path: str) -> frozenset[str]:
        """Return the words with a capital at the beginning of a document, first words too."""
        capitals = self._capitals.get(path)
        if capitals is None:
            found = _CAPITALS.findall(self._documents[path].text, 0, _LEAD)
            capitals = self._capitals[path] = keys(set(map(str.lower, found)))
        return capitals

    def says(self, *said: tuple[str, Collection[str]]) -> bool:
        """Return whether one of some documents, by their paths, has one of some words."""
        # Names are looked up before all that a document says.
        return any(
            not self.names(path).isdisjoint(words) for path, words in said
        ) or any(self._has(path, word) for path, words in said for word in words)

    def unknown(self, path: str, words: frozenset[str]) -> frozenset[str]:
        """Return which of some words, names for the most part, a document does not have.

        "The Dutch company" is no stranger to a text that speaks of no people.
        """
        words -= self.names(path)
        found = frozenset([word for word in words if not self._has(path, word)])
        if found and not found.isdisjoint(peoples()):
            return found if self.names(path) & peoples() else found - peoples()
        return found


@cache
def peoples() -> frozenset[str]:
    """Return the keys of the names of peoples: "Dutch"."""
    from factcheck.language.places import COUNTRIES  # noqa: PLC0415 - rarely asked

    told = ", ".join(names for names, *_ in COUNTRIES.values())
    return keys(set(told.lower().split(", ")))


def _stands(key: str, letters: str) -> bool:
    """Return whether a word that begins like its key stands in a text of letters."""
    begin = f" {key.removesuffix('y')}"  # of "cities" the key is "city"
    at = letters.find(begin)
    while at >= 0:
        end = letters.index(" ", at + 1)
        if stem(letters[at + 1 : end]) == key:
            return True
        at = letters.find(begin, end)
    return False


def _in_capitals(document: Document) -> set[str]:
    """Return words that have a capital in a heading only: "Crews Reach Old Harbour"."""
    text = document.text
    headed: set[str] = set()
    for block in document.blocks:
        kind = block.kind
        if kind is _HEADING or kind is _TITLE:
            headed.update(_NAME.findall(text, block.span.start, block.span.end))
    if not headed:
        return headed
    begin = text[:_BEGIN]
    return {lower for word in headed if f" {(lower := word.lower())}" in begin}


def _names(text: str, end: int) -> frozenset[str]:
    return keys(set(map(str.lower, _NAME.findall(text, 0, end))))


def keys(lowers: set[str]) -> frozenset[str]:
    """Return the keys of words in lower case, without those that say nothing."""
    found: set[str | None] = set(map(known_stems.get, lowers))
    if None in found:
        found.update(map(stem, lowers.difference(known_stems)))
    return frozenset(filter(None, found))
