"""Sentences that two documents have word for word, with the same numbers or with others.

Agencies' copy stands in many papers. What two of them say in one sentence is one statement
and cannot differ; nor can two such sentences differ between the documents more than in either.
Where one document repeats most of another, a sentence with another number is copied wrongly.
"""

from __future__ import annotations

from functools import cached_property
from itertools import groupby, zip_longest
from operator import attrgetter

from factcheck.link.sides import Side, Wording
from factcheck.model import Fact

_MANY = 3  # sentences that no two texts have in common by custom
_WHOLE = 6  # words: a sentence of as many is no other by chance
_TELLING = 4  # words: of fewer, and in a cell, two documents may say two things

_Pair = tuple[list[Side], list[Side]]


class Sentences:
    """The sentences of a document that another may have word for word, as their numbers.

    Args:
        sides: The facts of the document, in their order.
        known: Gets what has been said so far in the run, numbered.

    Attributes:
        said: The numbers of each, under the number of what it says.
    """

    def __init__(self, sides: list[Side], known: dict[tuple[object, ...], int]) -> None:
        self.said: dict[int, list[list[Side]]] = {}
        for _, told in groupby(sides, attrgetter("sentence")):
            numbers = list(told)
            if _is_told(numbers[0].fact):
                said = tuple(
                    [(one.wording, one.fact.mention.surface) for one in numbers]
                )
                key = known.setdefault(said, len(known))
                self.said.setdefault(key, []).append(numbers)

    @cached_property
    def worded(self) -> dict[tuple[Wording, ...], tuple[int, list[Side]]]:
        """The same with the number, under its words only, of words that stand there once."""
        found: dict[tuple[Wording, ...], tuple[int, list[Side]]] = {}
        twice: set[tuple[Wording, ...]] = set()
        for key, told in self.said.items():
            words = tuple([one.wording for one in told[0]])
            if len(told) > 1 or words in found:
                twice.add(words)
            found[words] = key, told[0]
        for words in twice:
            del found[words]
        return found


def same(a: Sentences, b: Sentences) -> list[_Pair]:
    """Return the numbers of each sentence of one document beside those of the same in another.

    One that stands in either more than once is each time beside one of the other.
    """
    found: list[_Pair] = []
    for said, mine in a.said.items():
        yours = b.said.get(said)
        if yours is None:
            continue
        if len(mine) == len(yours) == 1:
            found.append((mine[0], yours[0]))
        else:
            found += zip_longest(mine, yours[: len(mine)], fillvalue=yours[0])
            found += [(mine[0], more) for more in yours[len(mine) :]]
    return found


def is_copy(a: Sentences, b: Sentences, shared: int) -> bool:
    """Return whether one document repeats most of another, by how many sentences they share."""
    return shared >= _MANY and 2 * shared > min(len(a.said), len(b.said))


def altered(a: Sentences, b: Sentences) -> list[_Pair]:
    """Return the numbers of each sentence that one document has from another with other numbers.

    To be asked where one copies the other.
    """
    found: list[_Pair] = []
    others = b.worded
    for words, (said, mine) in a.worded.items():
        other = others.get(words)
        if other is not None and other[0] != said:
            found.append((mine, other[1]))
    return found


def are_same(a: Side, b: Side) -> bool:
    """Return whether two facts of two documents are told in the same words and numbers."""
    return (
        a.wording is b.wording
        and a.fact.mention.surface == b.fact.mention.surface
        and a.path != b.path
        and _is_told(a.fact)
    )


def is_whole(a: Side, b: Side) -> bool:
    """Return whether two facts are told in the words of one sentence, and no short one."""
    return (
        a.wording is b.wording
        and len(a.fact.words) >= _WHOLE
        and a.fact.role is b.fact.role
        and not (a.fact.mention.headers or b.fact.mention.headers)
    )


def is_miscopied(a: Side, b: Side) -> bool:
    """Return whether two numbers that stand in the same words are not the same.

    "Up to 300 miners are trapped" is "up to 450" in no copy of it, whatever bounds may mean.
    """
    x, y = a.fact.mention, b.fact.mention
    return (
        a.wording is b.wording
        and x.value is not None
        and y.value is not None
        and x.value != y.value
        and x.modifier is y.modifier
        and x.unit == y.unit
    )


def _is_told(fact: Fact) -> bool:
    return len(fact.words) >= _TELLING and not fact.mention.headers
