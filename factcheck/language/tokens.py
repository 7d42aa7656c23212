"""A light tokenizer: words, numbers and single signs, with their places."""

from __future__ import annotations

import re
from itertools import accumulate

# Digits keep the dots and commas inside them; a vulgar fraction stands alone, so that "2½cups"
# is three tokens. Possessive repeats: linear on any input. The group makes `split` return the
# tokens between the gaps, which is faster than a match object each.
_ASCII_TOKEN = re.compile(r"([A-Za-z]++|[0-9]++(?:[.,][0-9]++)*|\S)")
_TOKEN = re.compile(
    r"([A-Za-z]++(?![^\W\d_])|\d++(?:[.,]\d++)*|[¼-¾⅐-⅞↉]|[^\W\d_¼-¾⅐-⅞↉]++|\S)"
)

# Empty tokens at the end: reading a little past either end needs no check.
PADDING = 12
_PADDING = [""] * PADDING


class Tokens:
    """The tokens of one stretch of text, as parallel lists.

    Every list has `PADDING` empty tokens after the last one, so that an index a little past
    the end, or a little below zero, gives the empty string.

    Attributes:
        text: The whole text.
        words: The exact token texts.
        lower: The same in lower case.
        starts: Where each begins in `text`.
        ends: Where each ends in `text`.
        count: How many there are, without the padding.
    """

    __slots__ = ("count", "ends", "lower", "starts", "text", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        body = text[start:end]
        parts = (_ASCII_TOKEN if body.isascii() else _TOKEN).split(body)
        places = list(accumulate(map(len, parts), initial=start))
        words = parts[1::2]
        starts = places[1:-1:2]
        ends = places[2:-1:2]
        self.text = text
        self.count = len(words)
        # No token has a blank inside: lowered as one, which is twice as fast.
        self.lower = " ".join(words).lower().split(" ")
        words += _PADDING
        self.words = words
        self.lower += _PADDING
        beyond = [end + 1] * PADDING
        starts += beyond
        ends += beyond
        self.starts = starts
        self.ends = ends

    def adjacent(self, index: int) -> bool:
        """Return whether nothing stands between a token and the one before it."""
        return index > 0 and self.ends[index - 1] == self.starts[index]

    def surface(self, first: int, last: int) -> str:
        """Return the exact text of tokens `first` up to, not including, `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]
