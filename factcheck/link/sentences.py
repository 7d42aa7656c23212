"""Sentences with mentions, cut into words once and shared by the facts in them."""

from __future__ import annotations

import re
from bisect import bisect_left

from factcheck.link.stems import stem
from factcheck.model import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# What ends a clause, between two words.
_BREAK = re.compile(
    r"[;:()\[\]—–|\n]|,(?!\d)|\.\.|…|\s-\s(?!year|month|week|day|mile|foot)|[.!?]\s"
)
_JOINS = frozenset(
    [
        "while",
        "whereas",
        "but",
        "although",
        "though",
        "compared",
        "versus",
        "which",
        "who",
        "whom",
        "whose",
        "when",
    ]
)
_MONTHS_AND_DAYS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "i",
    ]
)


class Sentence:
    """A sentence, list item or cell, with its words in parallel lists.

    Attributes:
        span: Where it stands.
        index: Its number among the sentences of the document that were read.
        starts: Offset of each word.
        lowers: Each word in lower case.
        stems: Key of the forms of each word; "" where it says nothing of what is measured.
        gaps: Whether what stands before each word ends a clause.
        names: Stems of the words that are written like names.
        words: Stems of all words that say something.
    """

    __slots__ = (
        "gaps",
        "index",
        "lowers",
        "names",
        "span",
        "starts",
        "stems",
        "text",
        "words",
    )

    def __init__(self, text: str, span: Span, index: int) -> None:
        self.text = text
        self.span = span
        self.index = index
        self.starts: list[int] = []
        self.lowers: list[str] = []
        self.stems: list[str] = []
        self.gaps: list[bool] = []
        names: set[str] = set()
        last = first = span.start
        for found in _WORD.finditer(text, span.start, span.end):
            at = found.start()
            surface = found.group()
            lower = surface.lower()
            key = stem(lower)
            between = text[last:at]
            self.starts.append(at)
            self.lowers.append(lower)
            self.stems.append(key)
            self.gaps.append(
                lower in _JOINS
                or (between != " " and _BREAK.search(between) is not None)
            )
            if (
                lower != surface
                and last != first
                and lower not in _MONTHS_AND_DAYS
                and len(lower) > 1
            ):
                names.add(lower.removesuffix("'s").removesuffix("’s"))
            last = found.end()
        self.names = frozenset(names)
        self.words = frozenset(key for key in self.stems if key)

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
