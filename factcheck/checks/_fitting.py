"""Pairs of values for which a text tells the right change: another percentage is of something else.

"Sales grew by 6.7 percent to 1.60 billion (2023: 1.50 billion)"; further on, "at 1.60 billion
against 1.50 billion, they were up 11 percent in the north".
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from itertools import permutations

from factcheck.checks import _arithmetic, _changes, _compare
from factcheck.checks._context import TOKEN, Passage
from factcheck.model import Interval, Mention, Outcome, Verdict

_FEW = 6  # values in a sentence that tells of one change
_THREE = 3  # places: the old value, the new one, the change


class Fitting:
    """The percentages that each pair of values is told to change by in a document."""

    def __init__(self, group: Sequence[Passage]) -> None:
        """Take the sentences of a document; they are read once it is asked for."""
        self._group = group

    def leaves(self, outcome: Outcome) -> bool:
        """Return whether a change that does not fit may be another than that of its two values.

        So it is where another fits.
        """
        if outcome.verdict is not Verdict.CONFLICT or len(outcome.evidence) != _THREE:
            return False
        old, new, delta = (place.mention for place in outcome.evidence)
        if old is None or new is None or delta is None or outcome.arithmetic is None:
            return False
        if delta.unit != "percent":
            return False
        computed = outcome.arithmetic.computed
        told = self._told.get((_size(old), _size(new)), ())
        return any(reading.meets(computed) for reading in told)

    @cached_property
    def _told(self) -> dict[tuple[Decimal, Decimal], list[Interval]]:
        found: dict[tuple[Decimal, Decimal], list[Interval]] = {}
        for passage in self._group:
            if "p" not in passage.kinds or not 1 < len(passage.plain) <= _FEW:
                continue
            changes = list(_changes_of(passage))
            sizes = {_size(passage.mention(slot)) for slot, _, _ in passage.plain}
            for old, new in permutations(sizes, 2):
                way = 1 if new > old else -1
                found.setdefault((old, new), []).extend(
                    [reading for reading, sign in changes if sign in (0, way)]
                )
        return found


def _changes_of(passage: Passage) -> list[tuple[Interval, int]]:
    """Return the percentages by which a sentence says that something changed, and their signs."""
    masked = passage.masked
    tokens = [
        _changes.token(masked, match)
        for match in TOKEN.finditer(masked)
        if match["kind"] == "p"
    ]
    return [
        (_arithmetic.stated(passage, token.slot), _changes.sign(masked, token))
        for token in tokens
        if token.role == "delta"
    ]


def _size(mention: Mention) -> Decimal:
    return _compare.base_value(mention.value or Decimal(0), mention.unit)
