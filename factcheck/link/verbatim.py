"""Sentences that two documents have word for word, with the same numbers.

Agencies' copy stands in many papers. What two of them say in one sentence is one statement
and cannot differ; nor can two such sentences differ between the documents more than in either.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, zip_longest
from operator import attrgetter

from factcheck.link.sides import Side
from factcheck.model import Fact

_MANY = 3  # sentences that no two texts have in common by custom
_WHOLE = 6  # words: a sentence of as many is no other by chance
_TELLING = 4  # words: of fewer, and in a cell, two documents may say two things

Sentences = dict[int, list[list[Side]]]
"""The numbers of each sentence of a document, under the number of what it says."""


def are_same(a: Side, b: Side) -> bool:
    """Return whether two facts of two documents are told in the same words and numbers."""
    return (
        a.wording is b.wording
        and a.fact.mention.surface == b.fact.mention.surface
        and a.path != b.path
        and _is_told(a.fact)
    )


def is_miscopied(a: Side, b: Side) -> bool:
    """Return whether two numbers differ in words that are the same throughout.

    "Up to 300 miners are trapped" is "up to 450" in no copy of it, whatever bounds may mean.
    """
    x, y = a.fact, b.fact
    mine, yours = x.mention, y.mention
    return (
        a.wording is b.wording
        and len(x.words) >= _WHOLE
        and mine.value != yours.value
        and None not in (mine.value, yours.value)
        and mine.modifier is yours.modifier
        and mine.unit == yours.unit
        and x.role is y.role
        and not (mine.headers or yours.headers)
    )


def sentences(sides: list[Side], known: dict[tuple[object, ...], int]) -> Sentences:
    """Return the sentences of a document that another may have word for word.

    Args:
        sides: The facts of the document, in their order.
        known: Gets what has been said so far, numbered.
    """
    found: Sentences = {}
    for _, told in groupby(sides, attrgetter("sentence")):
        numbers = list(told)
        if _is_told(numbers[0].fact):
            said = tuple([(one.wording, one.fact.mention.surface) for one in numbers])
            found.setdefault(known.setdefault(said, len(known)), []).append(numbers)
    return found


def shared(a: Sentences, b: Sentences) -> Iterator[tuple[list[Side], list[Side]]]:
    """Yield the numbers of each sentence of one document beside those of the same in another.

    One that stands in either more than once is each time beside one of the other.
    """
    for said, mine in a.items():
        yours = b.get(said)
        if yours is not None:
            yield from zip_longest(mine, yours[: len(mine)], fillvalue=yours[0])
            for more in yours[len(mine) :]:
                yield mine[0], more


def is_copy(n: int, a: Sentences, b: Sentences) -> bool:
    """Return whether one document repeats most of another, by how many sentences they share."""
    return n >= _MANY and n * 2 > min(len(a), len(b))


def _is_told(fact: Fact) -> bool:
    return len(fact.words) >= _TELLING and not fact.mention.headers
