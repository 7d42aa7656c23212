"""Numbers told one after another that come to a whole: its parts, of which none is in another.

"It sold 6,400 lamps: 3,100 of brass, 2,200 of tin and 1,100 of glass." That 1,100 is half of
2,200 explains no share.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from factcheck.checks import _compare
from factcheck.checks._arithmetic import Place

_FEWEST, _MOST = 2, 6


class Breakdown(NamedTuple):
    """A whole and the parts that come to it.

    Attributes:
        whole: It.
        parts: All its parts, in the order of the text.
    """

    whole: Place
    parts: tuple[Place, ...]

    def sums(self) -> Iterator[Decimal]:
        """Yield what some of the parts come to, divided by the whole."""
        values = [size(part) for part in self.parts]
        whole = size(self.whole)
        for many in range(_FEWEST, len(values)):
            for some in combinations(values, many):
                yield sum(some) / whole


def size(place: Place) -> Decimal:
    """Return the value of a number in the base unit of its kind."""
    mention = place.passage.mention(place.slot)
    return _compare.base_value(mention.value or Decimal(0), mention.unit)


def find(numbers: Sequence[Place]) -> list[Breakdown]:
    """Return the wholes that numbers right after them, or right before, come to.

    Args:
        numbers: Numbers of one or more documents; those of one sentence in order.
    """
    rows: dict[int, list[Place]] = {}
    for place in numbers:
        if not place.passage.in_table:
            rows.setdefault(id(place.passage.document), []).append(place)
    found: list[Breakdown] = []
    for row in rows.values():
        row.sort(key=lambda place: (place.passage.index, place.slot))
        sizes = [size(place) for place in row]
        for at, whole in enumerate(row):
            after = range(at + 1, len(row))
            run = _run(sizes, at, after) or _run(sizes, at, range(at - 1, -1, -1))
            if run:
                found.append(Breakdown(whole, tuple(row[n] for n in sorted(run))))
    return found


def _run(sizes: list[Decimal], at: int, others: range) -> list[int]:
    """Return the numbers next to one that come to it, but for one or two in between."""
    for skipped in range(_FEWEST + 1):
        total = Decimal(0)
        for many, other in enumerate(others[skipped : skipped + _MOST], start=1):
            total += sizes[other]
            if total >= sizes[at]:
                if total == sizes[at] and many >= _FEWEST:
                    return list(others[skipped : skipped + many])
                break
    return []
