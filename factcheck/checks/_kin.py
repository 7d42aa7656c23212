"""Roots of words that say nearly the same: "reply" and "answer", "sign" and "signature".

The words are those of WordNet's senses (see `kin.txt`). They are read when two texts are
held against each other word by word, and at no other time.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("kin.txt")


@cache
def _senses() -> dict[str, list[int]]:
    """Return the senses of each root, by their numbers."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(_FILE.read_text("utf-8").splitlines()):
        if line[0] != "#":
            for word in line.split():
                if word in found:
                    found[word].append(number)
                else:
                    found[word] = [number]
    return found


@lru_cache(maxsize=1024)
def senses_of(words: frozenset[str]) -> frozenset[int]:
    """Return the senses of some roots, by their numbers."""
    senses = _senses()
    return frozenset(number for word in words for number in senses.get(word, ()))


def said_too(words: AbstractSet[str], others: frozenset[str]) -> frozenset[str]:
    """Return those of some roots that others say too, in the same words or near ones."""
    left = words - others
    if not left or not others:
        return frozenset(words - left)
    senses, known = _senses(), senses_of(others)
    same = {word for word in left if not known.isdisjoint(senses.get(word, ()))}
    return frozenset(words - left | same)
