"""How word lists are written down."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text, which is how word lists stay readable.

    >>> sorted(word_set("one two"))
    ['one', 'two']
    """
    return frozenset(text.split())
