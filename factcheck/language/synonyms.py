"""Concepts: what a word or phrase says, whatever words it says it in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.language.concepts import CONCEPTS
from factcheck.language.words import canonical, lemma

_Index = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@lru_cache(maxsize=1)
def _index() -> _Index:
    """Return the phrases by their first lemma, longest first; made when first asked for."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for concept_key, phrases in CONCEPTS.items():
        for phrase in phrases.split(", "):
            lemmas = tuple(_key(word) for word in phrase.split())
            # A phrase under two keys keeps the first: one phrase, one concept.
            found.setdefault(lemmas[0], {}).setdefault(lemmas, concept_key)
    return {
        first: tuple(sorted(phrases.items(), key=_longest_first))
        for first, phrases in found.items()
    }


def _longest_first(item: tuple[tuple[str, ...], str]) -> tuple[int, tuple[str, ...]]:
    return -len(item[0]), item[0]


@lru_cache(maxsize=8192)
def _key(word: str) -> str:
    """Return the lemma of a word in one spelling."""
    return canonical(lemma(word))


def concept(phrase: str) -> str | None:
    """Return the concept of a word or phrase in any of its forms, or None.

    >>> concept("deaths"), concept("lost their lives"), concept("violins")
    ('killed', 'killed', None)
    """
    words = phrase.split()
    found = concepts(words)
    if found and found[0][1:] == (0, len(words)):
        return found[0][0]
    return None


def concepts(tokens: Sequence[str]) -> list[tuple[str, int, int]]:
    """Return each concept in a row of words with its place: (concept, first, past the last).

    The longest phrase wins, and none overlap.

    >>> concepts(["some", "43", "people", "lost", "their", "lives"])
    [('people', 2, 3), ('killed', 3, 6)]
    """
    index = _index()
    found: list[tuple[str, int, int]] = []
    i, n = 0, len(tokens)
    while i < n:
        word = tokens[i]
        step = 1
        if word[:1].isalpha():
            for lemmas, key in index.get(_key(word), ()):
                size = len(lemmas)
                if size == 1 or (
                    i + size <= n
                    and all(_key(tokens[i + k]) == lemmas[k] for k in range(1, size))
                ):
                    found.append((key, i, i + size))
                    step = size
                    break
        i += step
    return found
