"""Patterns that are compiled when a text first has the words they cannot do without.

A law knows hundreds of ways of speaking, and a text has a few of them. Compiling a pattern
takes a thousand times as long as looking whether "apiece" stands in a sentence; so that is
asked first, of what can be read off the pattern itself.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

_OPENING = "<"
_CLASS = r"\[\^?\]?(?:\\.|[^\]\\])*\]"
# What is no letter of its own, or may be left out; then groups that ask for nothing.
_ANY = re.compile(
    rf"(?:\\.|{_CLASS}|[^()}}])(?:[?*+]|\{{\d*,?\d*\}})[?+]?|\\.|{_CLASS}|[.^$]",
    re.DOTALL,
)
_IDLE = re.compile(r"\((?:[^()]*\)(?:[?*]|\{0,?\d*\})|\?(?!:|P<)[^()]*\))[?+]?")
_GROUP = re.compile(
    r"\((?:\?(?::|P<\w+>)|(?!\?))([^()]*)\)(?![?*]|\{0)(?:(?:\{\d+(?:,\d*)?\}|\+)[?+]?)?"
)
_CONDITION = re.compile(r"\(\?\(\w+\)")
_GAP, _CHOICE = "\n", "\0"
_DEAR = 20  # to look for more words than this takes longer than the search itself

Asked = tuple[str, ...]
"""Pieces of text of which one must stand in a text."""


class Pattern:
    r"""A regular expression over sentences whose numbers are tokens such as `<c0>`.

    >>> Pattern(r"\b(?:each|every) of (?:the )?<c0>").asked
    (1, ((' of ',), ('<c0>',), ('each', 'every')))
    """

    __slots__ = ("_compiled", "_first", "_source", "asked")

    def __init__(self, source: str) -> None:
        tokens, words = asked(source)
        self.asked = tokens, tuple(sorted(words, key=_commonness))
        self._first = self.asked[1]
        self._source = source
        self._compiled: re.Pattern[str] | None = None

    def search(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> re.Match[str] | None:
        """Return the first match, as `re.Pattern.search` does."""
        compiled = self._for(text)
        return compiled and compiled.search(text, start, end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the match that begins at `start`, as `re.Pattern.match` does."""
        compiled = self._for(text)
        return compiled and compiled.match(text, start)

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Return all matches, as `re.Pattern.finditer` does."""
        compiled = self._for(text)
        return compiled.finditer(text, start, end) if compiled else iter(())

    def findall(self, text: str) -> list[str]:
        """Return all that is matched, as `re.Pattern.findall` does."""
        compiled = self._for(text)
        return compiled.findall(text) if compiled else []

    def split(self, text: str) -> list[str]:
        """Return what stands between the matches, as `re.Pattern.split` does."""
        compiled = self._for(text)
        return compiled.split(text) if compiled else [text]

    def sub(self, new: str, text: str) -> str:
        """Return the text with its matches replaced, as `re.Pattern.sub` does."""
        compiled = self._for(text)
        return compiled.sub(new, text) if compiled else text

    def found(self, match: re.Match[str]) -> bool:
        """Return whether a match is one of this pattern."""
        return match.re is self._compiled

    def _for(self, text: str) -> re.Pattern[str] | None:
        """Return the compiled pattern, or None where the text lacks what it asks for."""
        tokens = self.asked[0]
        if tokens > 1 and text.count(_OPENING) < tokens:
            return None
        for choice in self._first:
            for word in choice:
                if word in text:
                    break
            else:
                return None
        if self._compiled is None:
            self._compiled = re.compile(self._source)
            self._first = tuple([each for each in self._first if len(each) <= _DEAR])
        return self._compiled


def asked(source: str) -> tuple[int, tuple[Asked, ...]]:  # noqa: C901 - its parts share groups
    """Return how many tokens, and which pieces of text, every match of a pattern holds.

    It is read from the outermost level of the pattern and from groups that cannot be left
    out; what is not understood asks for nothing.
    """
    if "(?i" in source:
        return 0, ()
    groups: list[Asked] = []

    def pieces(text: str) -> list[Asked]:
        if _GAP not in text:
            return [(text,)] if len(text) > 1 else []
        return [
            groups[int(piece[1:])] if piece[0] == _CHOICE else (piece,)
            for piece in text.split(_GAP)
            if len(piece) > 1
        ]

    def one_of(text: str) -> Asked:
        branches = text.split("|")
        if _GAP not in text:  # words alone
            return tuple(branches) if min(map(len, branches)) > 1 else ()
        found: list[str] = []
        for branch in branches:
            each = pieces(branch)
            if not each:
                return ()
            best: Asked = max(each, key=_rank) if len(each) > 1 else each[0]
            found += best
        return tuple(found)

    def close(group: re.Match[str]) -> str:
        words = one_of(group[1])
        if not words:
            return _GAP
        groups.append(words)
        return f"{_GAP}{_CHOICE}{len(groups) - 1}{_GAP}"

    bare = _ANY.sub(_GAP, _CONDITION.sub("(?!", source))
    while "(" in bare:
        before = bare
        bare = _GROUP.sub(close, _IDLE.sub(_GAP, bare))
        if bare == before:
            return 0, ()
    if "|" in bare:
        words = one_of(bare)
        return 0, ((words,) if words else ())
    return bare.count(_OPENING), tuple(pieces(bare))


def _commonness(words: Asked) -> tuple[int, int]:
    """Return what orders words by how many texts have one of them: short ones, many."""
    return -min(map(len, words)), len(words)


def _rank(words: Asked) -> tuple[int, int]:
    """Return how much is known where one of some words must stand: few of them, long ones."""
    return -len(words), min(map(len, words))
