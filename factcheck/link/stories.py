"""Which documents may be on one story, by the names at their heads.

An article says at once whom and what it is about. Two articles whose heads name others, and
of which neither names the other's anywhere, are on two stories, however alike their
sentences: two companies report in the same words. In a folder of many stories a name that
every other article has tells nothing, so rare ones count for more.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Protocol

from factcheck.language import lexicon
from factcheck.language.data import word_set
from factcheck.language.titles import ORGANISATIONS, TITLES
from factcheck.link.stems import stem
from factcheck.link.vocabulary import keys
from factcheck.model import Document

_LEAD = 2000
_HEAD = 500  # characters of text in which an article says what it is about
_FEW = 12  # documents that may all be on one story
_NEIGHBOURS = 4  # of more, each is compared with as many of those most like it
_WINDOW = 12  # documents after it that a name leads to
_TOKEN = re.compile(r"[A-Z](?<!\w[A-Z])[\w'\N{RIGHT SINGLE QUOTATION MARK}-]+")
_NAME = re.compile(
    r"[A-Z](?<!\w[A-Z])[\w'&.-]*(?: (?:(?:of|the|and|de|for) )?[A-Z][\w'&.-]*)*"
)
# A capitalised word that no sentence begins with.
_INNER = re.compile(r"[A-Z](?<=[a-z0-9,(<] [A-Z]|.[(<][A-Z])[\w-]+")
_TICKER = re.compile(r"<([A-Z]{2,})")
_PART = re.compile(r"[A-Za-z][\w-]+")
# "HALDEN TOOLS INC <HTI> 4TH QTR", "<VELDEN FUND> SETS PAYOUT", "Orlan Foods Ltd opens".
_WORDS = r"[A-Z][\w'&.-]*(?: (?:and |of |& )?[A-Z][\w'&.-]*){0,6}?"
_FIRM = re.compile(
    rf"<({_WORDS})>|[<(]?({_WORDS})"
    r"(?:,? (?:INC|Inc|CORP|Corp|LTD|Ltd|PLC|plc|LLC|AG|SA|NV|COS?|Cos?)\b| ?<[A-Z]| \([A-Z]+: ?[A-Z])"
)
# Words with a capital that stand at the head of any article.
_ANYWHERE = (
    lexicon.FUNCTION_WORDS
    | lexicon.WEEKDAYS
    | lexicon.MONTHS
    | TITLES
    | ORGANISATIONS
    | word_set(
        """
        new north south east west northern southern eastern western central national
        international federal state industries industry exchange stock securities
        american european world first second third qtr quarter half year net loss
        profit sales revenues results earnings shares share stake says said told
        """
    )
)


class Says(Protocol):
    """Tells whether one of some documents, by their paths, has one of some words, by keys."""

    def __call__(self, *said: tuple[str, Collection[str]]) -> bool:
        """Return whether it is so."""


class Story:
    """What one document is about.

    Attributes:
        names: The words with a capital in its beginning and its headline.
        inner: Those of them that do more than begin sentences.
        head: Those of these that stand at its head.
        headed: Those of its headline that its text takes up.
        firm: The words of the firm that heads it, in order.
        first: Those of the first name, if not of the firm.
        lowers: The words without a capital in its beginning.
        title: The names in its headline; of one in capitals those that its text has too.
    """

    __slots__ = ("firm", "first", "head", "headed", "inner", "lowers", "names", "title")

    def __init__(self, document: Document) -> None:
        text, title = document.text, document.title or ""
        start = _start(document, title)
        lead = text[start : start + _LEAD]
        self.lowers = frozenset(filter(str.islower, set(lead.split())))
        firm = _firm(title) or _firm(lead)
        self.firm = _in_order(firm, self.lowers)
        titles = _TICKER.findall(title) if title.isupper() else _TOKEN.findall(title)
        titles += firm
        within = _INNER.findall(lead)
        inner = [*titles, *within]
        tokens = [*titles, *_TOKEN.findall(lead)]
        self.inner = _keys(inner, self.lowers)
        self.names = self.inner | _keys(tokens, self.lowers)
        self.head = self.inner & _keys(
            [*titles, *_TOKEN.findall(lead, 0, _HEAD)], self.lowers
        )
        self.title = _keys(_TOKEN.findall(title) or firm, self.lowers)
        if title.isupper():
            self.title &= self.names
            self.headed = self.title
        else:
            self.headed = self.title and self.title & _keys(within, self.lowers)
        self.first: tuple[str, ...] = self.firm or next(
            (
                parts
                for match in _NAME.finditer(lead, 0, _HEAD)
                if (parts := _in_order(_PART.findall(match[0]), self.lowers))
                and (len(parts) > 1 or parts[0] in self.inner)
            ),
            _in_order(_PART.findall(title)[:1], frozenset()),
        )


class Stories:
    """The stories of a run.

    Args:
        documents: All documents, by path.
    """

    def __init__(self, documents: dict[str, Document]) -> None:
        self._documents = documents
        self._stories: dict[str, Story] = {}
        self._weights: dict[str, int] = {}
        # Of the names of a story, and of those at its head, the ones that say something.
        self._weighty: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self._ordinary: frozenset[str] = frozenset()
        # A rare name at the head of both, or two elsewhere.
        self._telling = len(documents).bit_length() * 3 // 2

    @property
    def are_few(self) -> bool:
        """Whether all documents may be on one story."""
        return len(self._documents) <= _FEW

    def of(self, path: str) -> Story:
        """Return what a document is about."""
        story = self._stories.get(path)
        if story is None:
            story = self._stories[path] = Story(self._documents[path])
        return story

    def apart(self, a: str, b: str, says: Says) -> bool:
        """Return whether two documents are plainly on two stories.

        Args:
            a: Path of a document.
            b: Path of another.
            says: Whether one of some documents, by their paths, has one of some words.
        """
        mine, yours = self.of(a), self.of(b)
        if _are_namesakes(mine.first, yours.first) and not says(
            (b, mine.first[:1]), (a, yours.first[:1])
        ):
            return True
        if self.are_few:
            # Two companies report in the words of their trade: "the load factor fell".
            strangers = all(
                any(not says((path, (name,))) for name in told)
                for path, story in ((b, mine), (a, yours))
                for told in (story.first, story.title)
            )
            return strangers or (
                bool(mine.head and yours.head)
                and not says((b, mine.head), (a, yours.head))
            )
        if self._weight(a, b) < self._telling:
            return True
        # Two offices put out bulletins of one make, each on a name that the other has not.
        if any(not says((b, (name,))) for name in mine.title) and any(
            not says((a, (name,))) for name in yours.title
        ):
            return True
        return not says((b, mine.first), (a, yours.first))

    def of_two_heads(self, a: str, b: str, says: Says) -> bool:
        """Return whether two documents are each headed by a name that the other does not know."""
        first, second = self.of(a), self.of(b)
        if (
            first.headed
            and second.headed
            and not says((b, first.headed), (a, second.headed))
        ):
            return True
        mine, yours = first.firm, second.firm
        if not (mine and yours):
            return False
        # "Velden High Income Fund", "Velden Utilities Fund"
        told = 1 if mine[0] != yours[0] else None
        return all(
            any(not says((path, (name,))) for name in names[:told])
            for path, names in ((b, mine), (a, yours))
        )

    def named(self, path: str, words: frozenset[str]) -> frozenset[str]:
        """Return which of some words are names at the beginning of one of many documents."""
        if not self._weighty:
            self._weigh()
        return (words & self.of(path).names) - self._ordinary

    def neighbours(self) -> Iterator[tuple[str, str]]:
        """Yield pairs of documents that may be on one story, each with those most like it."""
        if not self._weighty:
            self._weigh()
        paths = list(self._documents)
        where: dict[str, list[int]] = defaultdict(list)
        for number, path in enumerate(paths):
            for name in self._weighty[path][0]:
                where[name].append(number)
        for number, path in enumerate(paths):
            others: set[int] = set()
            for name in self._weighty[path][0]:
                members = where[name]
                at = bisect_right(members, number)
                others.update(members[at : at + _WINDOW])
            ranked = sorted(
                (-weight, other)
                for other in others
                if (weight := self._weight(path, paths[other])) >= self._telling
            )
            for _, other in ranked[:_NEIGHBOURS]:
                yield path, paths[other]

    def _weight(self, a: str, b: str) -> int:
        """Return how much the names say that two documents share; twice if at both heads."""
        if not self._weighty:
            self._weigh()
        (names, head), (others, other_head) = self._weighty[a], self._weighty[b]
        return sum(
            map(self._weights.__getitem__, chain(names & others, head & other_head))
        )

    def _weigh(self) -> None:
        """Work out how much each name says: more, the fewer documents have it.

        What one document writes without a capital is no name in another, nor is what only
        begins sentences.
        """
        counts: Counter[str] = Counter()
        lowers: set[str] = set()
        named: set[str] = set()
        for path in self._documents:
            story = self.of(path)
            counts.update(story.names)
            lowers |= story.lowers
            named |= story.inner
        ordinary = self._ordinary = keys(lowers)
        total = len(self._documents)
        self._weights = {
            # One that most have is what the folder is about.
            name: self._telling if 2 * n >= total else (total // n).bit_length()
            for name, n in counts.items()
            if n > 1 and name in named and name not in ordinary
        }
        known = self._weights.keys()
        for path in self._documents:
            story = self.of(path)
            self._weighty[path] = story.names & known, story.head & known


def _are_namesakes(mine: tuple[str, ...], yours: tuple[str, ...]) -> bool:
    """Return whether two names of several words end alike: "Harl Basin Trust"."""
    return len(mine) > 1 and len(yours) > 1 and mine[-1] == yours[-1]


def _start(document: Document, title: str) -> int:
    """Return where the text begins, after the headline."""
    return next(
        (
            block.span.start
            for block in document.blocks
            if not block.boilerplate and document.surface(block.span) != title
        ),
        0,
    )


def _firm(head: str) -> list[str]:
    """Return the words of the firm that a headline or text begins with."""
    found = _FIRM.match(head)
    return _PART.findall(found[1] or found[2]) if found else []


def _keys(words: Iterable[str], lowers: frozenset[str]) -> frozenset[str]:
    return frozenset(_in_order(set(words), lowers))


def _in_order(words: Iterable[str], lowers: frozenset[str]) -> tuple[str, ...]:
    return tuple(
        [key for word in words if (key := _key(word)) and word.lower() not in lowers]
    )


@lru_cache(maxsize=16384)
def _key(word: str) -> str:
    lower = (
        word.lower().removesuffix("'s").removesuffix("\N{RIGHT SINGLE QUOTATION MARK}s")
    )
    return "" if lower in _ANYWHERE else stem(lower)
