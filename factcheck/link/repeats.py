"""What one document tells twice: in its headline and its text, or in two of its sentences."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from factcheck.link.digits import TELLING_DIGITS, is_transposed
from factcheck.link.kinship import PERCENT, Kinship, refers_back, within
from factcheck.link.setting import Setting
from factcheck.link.sides import Side
from factcheck.model import Motion, Role

# A bound of the text bears out a headline that is so near to it.
_MUCH_THE_SAME = Decimal("1.1")
_POINT_OFF = frozenset((Decimal(10), Decimal(100), Decimal(1000)))
_MOST_NUMBERS = 40  # of a kind; of more, some have the same digits
_DOWN = frozenset(("fall", "lose"))
_FEWEST_DIGITS = 2  # of 13.0, beside 10.3
_FEWEST_WORDS = 5  # of a sentence, which a line of a table has not
_TOLD_ALIKE = 15  # percent of the words
_SAID_AGAIN = 60
_NEAR_IN_SIZE = 2


def inside(sides: list[Side]) -> Iterator[tuple[Side, Side]]:
    """Yield the pairs inside one document: the headline with the text, what is told twice."""
    tolls: dict[tuple[object, ...], Side] = {}
    counted: dict[frozenset[str], list[Side]] = defaultdict(list)
    for at, a in enumerate(sides):
        if a.fact.role is Role.TITLE:
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
            if first.fact.index != a.fact.index and first.fact.role is not Role.TITLE:
                yield first, a
            if refers_back(a):
                yield from _referred(counted[a.fates], a)
            if a.people:
                counted[a.fates].append(a)
    yield from _slipped(sides)


def _bears_out(title: Side, side: Side) -> bool:
    """Return whether a number of the text is that of the headline, if only rounded there."""
    a, b = title.fact, side.fact
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


def _slipped(sides: list[Side]) -> Iterator[tuple[Side, Side]]:
    """Yield the numbers of two sentences that are one with digits swapped or the point off."""
    known: dict[tuple[str, str], list[Side]] = {}
    numbers = Counter([side.kind for side in sides])
    for b in sides:
        fact = b.fact
        if (
            numbers[b.kind] > _MOST_NUMBERS
            or len(b.shuffled) < _FEWEST_DIGITS
            or fact.role is Role.TITLE
            or fact.mention.headers
            or (len(fact.words) < _FEWEST_WORDS and not fact.definite)
        ):
            continue
        before = known.setdefault((b.kind, b.shuffled.lstrip("0")), [])
        for a in before:
            if a.fact.index != fact.index and (
                is_transposed(a, b) or _is_point_off(a, b)
            ):
                yield a, b
        before.append(b)


def _is_point_off(a: Side, b: Side) -> bool:
    first, second = a.fact.mention, b.fact.mention
    if a.digits != b.digits or first.value is None or second.value is None:
        return False
    low, high = sorted((first.value, second.value))
    return first.unit == second.unit and low > 0 and high / low in _POINT_OFF


def is_told_twice(x: Side, y: Side, kin: Kinship, setting: Setting) -> bool:
    """Return whether two sentences of one text give one number, once with a slip.

    Args:
        x: A fact.
        y: Another further down, with the same digits.
        kin: What they share.
        setting: The run.
    """
    if not (_is_told_once(x, setting) or _is_told_once(y, setting)) or _is_opposed(
        x, y
    ):
        return False
    taken_up = y.fact.definite
    if kin.share >= _SAID_AGAIN and kin.common > 2:  # noqa: PLR2004 nearly one clause
        return True
    if (
        not setting.few_numbers(x, y)
        or _name_others(x, y, setting)
        or not (taken_up or _is_nearest(x, y, setting))
    ):
        return False
    if not is_transposed(x, y):
        both = max(len(x.digits), len(y.digits)) >= TELLING_DIGITS
        return both and (taken_up or kin.common > 1)
    return taken_up or (kin.share >= _TOLD_ALIKE and kin.together > 1)


def _is_told_once(side: Side, setting: Setting) -> bool:
    """Return whether no other fact of its kind in its document has the number of a fact."""
    return not any(
        other is not side and other.numbers == side.numbers
        for other in setting.kinds[side.path][side.kind]
    )


def _name_others(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether two clauses have names, and none in common."""
    known = setting.names(x.path)
    mine, yours = x.fact.near & known, y.fact.near & known
    return bool(mine and yours) and mine.isdisjoint(yours)


def _is_nearest(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether no other number of about that size is told more like one than another is."""
    alike = _alike(x, y, setting)
    return not any(
        other.numbers not in (x.numbers, y.numbers)
        and within(other, y, _NEAR_IN_SIZE)
        and _alike(other, y, setting) > alike
        for other in setting.kinds[y.path][y.kind]
    )


def _alike(x: Side, y: Side, setting: Setting) -> int:
    """Return the weight of the words that two clauses share, in percent of their mean."""
    weight = x.wording.near + y.wording.near
    return 2 * PERCENT * setting.weigh(x.fact.near & y.fact.near) // (weight or 1)


def _is_opposed(x: Side, y: Side) -> bool:
    """Return whether one number is of a gain and the other of a loss."""
    apart = x.fact.near ^ y.fact.near
    return "rise" in apart and not _DOWN.isdisjoint(apart)
