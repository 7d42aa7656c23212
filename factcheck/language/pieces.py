"""Which of some pieces of text stand in a sentence, found by its words.

A sentence is made of words that were met before. What of "total", " than " and "up from" a
word can be part of is worked out once for each different word; a sentence then costs a look
at each of its words, however many pieces there are.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

_MOST_WORDS = 1 << 16
_START = 2


class _Piece(NamedTuple):
    """A piece of text, and the run without a blank in it by which it is found."""

    text: str
    mark: int
    core: str
    opens: bool  # the run begins a word
    closes: bool  # the run ends a word


_Known = tuple[int, tuple[tuple[str, int], ...]]


class Pieces(dict[str, _Known | None]):
    """The marks that each word has for certain, and the pieces it may be part of with theirs.

    Most words have neither, and are None.
    """

    def __init__(self) -> None:
        super().__init__()
        self._starts: dict[str, list[_Piece]] = {}
        self._next = 1

    def add(self, texts: Iterable[str]) -> int:
        """Return a mark, a bit of its own, for sentences that hold one of some texts."""
        mark, self._next = self._next, self._next << 1
        for text in texts:
            core = max(text.split(), key=len)
            before, _, after = text.partition(core)
            piece = _Piece(
                text, mark, core, before.endswith(" "), after.startswith(" ")
            )
            self._starts.setdefault(core[:_START], []).append(piece)
        self.clear()
        return mark

    def marks(self, sentence: str) -> int:
        """Return the marks of a sentence whose words are one blank apart."""
        found = 0
        for word in sentence.split(" "):
            known = self[word]
            if known is None:
                continue
            found |= known[0]
            for text, marks in known[1]:
                if marks & ~found and text in sentence:
                    found |= marks
        return found

    def __missing__(self, word: str) -> _Known | None:
        if len(self) >= _MOST_WORDS:
            self.clear()
        sure = 0
        may: dict[str, int] = {}
        for at in range(len(word)):
            for start in {word[at], word[at : at + _START]}:
                for piece in self._starts.get(start, ()):
                    if not word.startswith(piece.core, at) or (piece.opens and at):
                        continue
                    if piece.closes and at + len(piece.core) < len(word):
                        continue
                    if piece.core == piece.text:
                        sure |= piece.mark
                    else:
                        may[piece.text] = may.get(piece.text, 0) | piece.mark
        self[word] = (sure, tuple(may.items())) if sure or may else None
        return self[word]
