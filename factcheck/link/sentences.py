"""Sentences with mentions, cut into words once and shared by the facts in them."""

from __future__ import annotations

import re
from bisect import bisect_left

from factcheck.language.asides import bearing
from factcheck.language.concepts import PHRASES
from factcheck.language.data import word_set
from factcheck.language.lexicon import SAYING
from factcheck.link import lexicon
from factcheck.link.stems import known_stems, stem

_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"
# What ends a clause, between two words.
_BREAK = re.compile(
    r"[;:()\[\]\N{EM DASH}\N{EN DASH}|\n]|,(?!\d)|\.\.|\N{HORIZONTAL ELLIPSIS}"
    r"|\s-\s(?!year|month|week|day|mile|foot)|[.!?]\s"
)
_WORD = re.compile(rf"[^\W\d_]+(?:[{_APOSTROPHES}][^\W\d_]+)?")
_JOINS = word_set(
    """
    because while whereas but although though compared versus vs which who whom whose when
    """
)
_NO_NAMES = word_set(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday
    saturday sunday i
    """
)
# Kinds of places: "in the city", "a town of 3,000".
PLACES = word_set(
    """
    city town village hamlet island district capital province county suburb camp neighbourhood
    neighborhood borough
    """
)
_DETERMINERS = frozenset(("a", "the", "this", "that", "their"))
_MONTH = "mth"
_SAID = 4  # words from "told" to "that"
_NOBODY: frozenset[str] = frozenset()
_NUMBERS = word_set(
    """
    a and half one two three four five six seven eight nine ten eleven twelve thirteen
    fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
    seventy eighty ninety hundred thousand million billion more another up to
    passengers patients people persons residents villagers
    """
)


class Sentence:
    """A sentence, list item or cell, with its words in parallel lists.

    Attributes:
        text: Its text.
        starts: Offset of each word.
        lowers: Each word in lower case.
        stems: Key of the forms of each word; "" where it says nothing of what is measured.
        gaps: The words, by their place, before which a clause ends.
        capitals: The words, by their place, that are written like names.
        names: The same in lower case.
        words: Stems of all words that say something.
        disputed: Whether it gives a number as one side's claim.
        speech: Whether somebody speaks in it.
    """

    __slots__ = (
        "_claimant",
        "_lasts",
        "_phrases",
        "_said",
        "_scopes",
        "capitals",
        "disputed",
        "gaps",
        "lowers",
        "names",
        "speech",
        "starts",
        "stems",
        "text",
        "words",
    )

    def __init__(self, text: str) -> None:
        self.text = text
        lowered = text.lower()
        if len(lowered) != len(text):
            # A few letters grow when they are made small; then none is.
            lowered = text
        found = list(_WORD.finditer(lowered))
        lowers = [word[0] for word in found]
        inner = [word.start() for word in found]
        try:
            stems = [known_stems[word] for word in lowers]
        except KeyError:
            stems = [stem(word) for word in lowers]
        said = set(lowers)
        if "may" in said:
            # The month is no forecast.
            for i, word in enumerate(lowers):
                if word == "may" and inner[i] and text[inner[i]] == "M":
                    lowers[i] = _MONTH
        if not PHRASES.keys().isdisjoint(said):
            _merge(lowers, stems, said)
        gaps = {bisect_left(inner, stop.start()) for stop in _BREAK.finditer(lowered)}
        if not _JOINS.isdisjoint(said):
            gaps.update([i for i, word in enumerate(lowers) if word in _JOINS])
        if "that" in said and not SAYING.isdisjoint(said):
            gaps.update(_sayings(lowers))
        self.lowers = lowers
        self.stems = stems
        self.starts = inner
        self.gaps = gaps
        self.capitals = [
            i
            for i, at in enumerate(inner)
            if text[at] != lowered[at]
            and i
            and lowers[i] not in _NO_NAMES
            and len(lowers[i]) > 1
        ]
        self.names = _NOBODY
        if self.capitals:
            self.names = frozenset(
                {
                    lowers[i] if lowers[i].isalpha() else _bare(lowers[i])
                    for i in self.capitals
                }
            )
        words = set(stems)
        words.discard("")
        self.words = frozenset(words)
        self._said = said
        self._scopes: list[int] | None = None
        self.disputed = (
            not lexicon.DISPUTE.isdisjoint(said)
            and "lives" not in said
            and not _is_of_dispute(lowers, said)
        )
        self.speech = not lexicon.SPEECH.isdisjoint(said)
        self._phrases: list[tuple[int, str]] | None = None
        self._lasts: list[int] = []
        self._claimant: list[str | None] = []

    def scope(self, at: int) -> frozenset[str]:
        """Return the words that set the event of what stands at an offset apart from another."""
        if self._scopes is None:
            self._scopes = self._scoped()
        if not self._scopes:
            return _NOBODY
        said = bearing(self.text, at)
        return frozenset(
            [self.lowers[i] for i in self._scopes if not said[self.starts[i]].isspace()]
        )

    def own(self, at: int) -> frozenset[str]:
        """Return the words that bear on what stands at an offset."""
        said = bearing(self.text, at)
        if said is self.text:
            return self.words
        starts = self.starts
        kept = [
            key
            for i, key in enumerate(self.stems)
            if key and not said[starts[i]].isspace()
        ]
        return frozenset(kept)

    def _scoped(self) -> list[int]:
        lowers, said = self.lowers, self._said
        found: list[int] = []
        if not lexicon.SCOPES.isdisjoint(said):
            found += [i for i, word in enumerate(lowers) if word in lexicon.SCOPES]
        if "in" in said and not PLACES.isdisjoint(said):
            found += [
                i
                for i in range(2, len(lowers))
                if lowers[i] in PLACES and lowers[i - 2 : i] == ["in", "the"]
            ]
        return found

    def broken(self, word: int, offset: int) -> bool:
        """Return whether a clause ends between a word and a later offset."""
        end = self.starts[word] + len(self.lowers[word])
        return _BREAK.search(self.text, end, offset) is not None

    def breaks(self, offset: int, word: int) -> bool:
        """Return whether a clause ends between an offset and a later word."""
        return (
            self.lowers[word] in _JOINS
            or _BREAK.search(self.text, offset, self.starts[word]) is not None
        )

    def at(self, offset: int) -> int:
        """Return the index of the first word at or after an offset."""
        return bisect_left(self.starts, offset)

    def name_near(self, word: int) -> str | None:
        """Return the name, as written, that stands nearest to a word; the one before it first."""
        if not self.capitals:
            return None
        phrases = self._named()
        at = bisect_left(self._lasts, word)
        return min(
            phrases[max(at - 1, 0) : at + 1],
            key=lambda item: abs(item[0] - word) + (item[0] >= word) * 3,
        )[1]

    def name_at(self, word: int) -> str | None:
        """Return the name, as written, that begins with a word."""
        phrases = self._named()
        at = bisect_left(self._lasts, word)
        return phrases[at][1] if at < len(phrases) else None

    def is_name(self, word: int) -> bool:
        """Return whether a word, by its place, is written like a name."""
        at = bisect_left(self.capitals, word)
        return at < len(self.capitals) and self.capitals[at] == word

    def claimant(self) -> str | None:
        """Return who says so, as written: the name before "said", or after "according to"."""
        if not self._claimant:
            self._claimant.append(self._speaker() if self.speech else None)
        return self._claimant[0]

    def _speaker(self) -> str | None:
        lowers = self.lowers
        for i, word in enumerate(lowers):
            if word not in lexicon.SPEECH:
                continue
            if word == "according":
                return self.name_near(i + 2)
            if i and self.is_name(i - 1):
                return self.name_near(i - 1)
            if i and self.stems[i - 1]:
                return lowers[i - 1]
        return None

    def _named(self) -> list[tuple[int, str]]:
        if self._phrases is None:
            self._phrases = self._names()
            self._lasts = [last for last, _ in self._phrases]
        return self._phrases

    def _names(self) -> list[tuple[int, str]]:
        """Return names of one or more words, each with its last word."""
        phrases: list[tuple[int, str]] = []
        first = -1
        for at, i in enumerate(self.capitals):
            if first < 0:
                first = i
            following = self.capitals[at + 1] if at + 1 < len(self.capitals) else -1
            if following == i + 1 and self._adjacent(i):
                continue
            end = self.starts[i] + len(self.lowers[i])
            phrases.append((i, _bare(self.text[self.starts[first] : end])))
            first = -1
        return phrases

    def _adjacent(self, word: int) -> bool:
        end = self.starts[word] + len(self.lowers[word])
        return self.text[end : self.starts[word + 1]].isspace()


def _sayings(lowers: list[str]) -> list[int]:
    """Return the words with which begins what somebody says: "told members that 12 had"."""
    return [
        i + 1
        for i, word in enumerate(lowers)
        if word == "that" and not SAYING.isdisjoint(lowers[max(0, i - _SAID) : i])
    ]


def _is_of_dispute(lowers: list[str], said: set[str]) -> bool:
    """Return whether a sentence tells of a dispute, and disputes nothing: "after the dispute"."""
    if lexicon.DISPUTE & said != {"dispute"}:
        return False
    return lowers[lowers.index("dispute") - 1] in _DETERMINERS


def _merge(lowers: list[str], stems: list[str], said: set[str]) -> None:
    """Give the first word of each phrase its concept, and the others none."""
    for i, word in enumerate(lowers):
        if word not in PHRASES:
            continue
        for rest, key in PHRASES[word]:
            if said.issuperset(rest) and (places := _follow(lowers, i + 1, rest)):
                stems[i] = key
                for place in places:
                    stems[place] = ""
                break


def _follow(lowers: list[str], at: int, rest: tuple[str, ...]) -> list[int]:
    """Return the places of words that follow each other but for numbers, or none."""
    places: list[int] = []
    for word in rest:
        while at < len(lowers) and lowers[at] != word and lowers[at] in _NUMBERS:
            at += 1
        if at >= len(lowers) or lowers[at] != word:
            return []
        places.append(at)
        at += 1
    return places


def _bare(word: str) -> str:
    for apostrophe in _APOSTROPHES:
        word = word.removesuffix(f"{apostrophe}s")
    return word
