"""What one document tells twice: in its headline and its text, or as those of one fate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from factcheck.link.digits import is_transposed
from factcheck.link.kinship import refers_back
from factcheck.link.sides import Side
from factcheck.link.soles import within
from factcheck.model import Motion, Role

# A bound of the text bears out a headline that is so near to it.
_MUCH_THE_SAME = Decimal("1.1")
_TITLE = Role.TITLE  # looked up once: a member of an enumeration takes long


def inside(sides: list[Side]) -> Iterator[tuple[Side, Side]]:
    """Yield the pairs inside one document: the headline with the text, those of one fate."""
    tolls: dict[tuple[object, ...], Side] = {}
    counted: dict[frozenset[str], list[Side]] = defaultdict(list)
    for at, a in enumerate(sides):
        if a.fact.role is _TITLE:
            below = [
                b
                for b in sides[at + 1 :]
                if b.kind == a.kind and b.fact.index != a.fact.index
            ]
            # What the text bears out elsewhere is not the number that differs.
            # Nor is "200 mln" of which the text tells the currency, or its country.
            borne_out = [b for b in below if _bears_out(a, b)]
            money = a.kind.startswith("currency:")
            loose = money or (a.kind == "count" and not a.fact.head)
            told = loose and any(_bears_out(a, b) for b in sides[at + 1 :])
            chosen = borne_out
            if not (borne_out or told or _is_sum(a, below)):
                chosen = below
            elif all(b.fact.mention.value != a.fact.mention.value for b in borne_out):
                chosen = [b for b in below if b in borne_out or is_transposed(a, b)]
            yield from ((a, b) for b in chosen)
        if a.fates:
            toll = (a.fates, a.fact.mention.value)
            first = tolls.setdefault(toll, a)
            if first.fact.index != a.fact.index and first.fact.role is not _TITLE:
                yield first, a
            if refers_back(a):
                yield from _referred(counted[a.fates], a)
            if a.people:
                counted[a.fates].append(a)


def _bears_out(title: Side, side: Side) -> bool:
    """Return whether a number of the text is that of the headline, if only rounded there."""
    a, b = title.fact, side.fact
    if _is_rounded(title, side):
        return True
    return a.mention.value == b.mention.value or (
        title.kind != "count"
        and title.reading.meets(side.reading)
        and not a.near.isdisjoint(b.words)
        and b.motion is not Motion.FROM
        and (
            b.mention.value is None
            or len(title.digits) <= len(side.digits)
            or (b.mention.modifier is not None and within(title, side, _MUCH_THE_SAME))
        )
    )


def _is_rounded(title: Side, side: Side) -> bool:
    """Return whether a headline rounds a count of those of one fate: "more than 210,000", of 212,000."""
    said, told = title.fact.mention, side.fact.mention
    return (
        title.kind == "count"
        and said.modifier is not None
        and bool(title.fates & side.fates)
        and len(title.digits) < len(side.digits)
        and told.value is not None
        and title.reading.contains(told.value)
        and told.value <= _MUCH_THE_SAME * (said.value or 0)
    )


def _is_sum(title: Side, below: list[Side]) -> bool:
    """Return whether the text gives the number of a headline in two parts, or in one list."""
    whole = title.fact.mention.value
    if whole is None:
        return False
    values = {
        b.fact.mention.value
        for b in below
        if title.kind != "count" or b.fact.head == title.fact.head
    }
    if any(
        value is not None and 2 * value != whole and whole - value in values
        for value in values
    ):
        return True
    listed: dict[int, Decimal] = defaultdict(Decimal)
    for b in below:
        listed[b.fact.index] += b.fact.mention.value or 0
    return whole in listed.values()


def _referred(before: list[Side], side: Side) -> Iterator[tuple[Side, Side]]:
    """Yield the count of those of one fate that "the 16 people arrested" goes back to."""
    for earlier in reversed(before):
        if earlier.fact.index < side.fact.index:
            if earlier.fact.mention.value != side.fact.mention.value:
                yield earlier, side
            return
