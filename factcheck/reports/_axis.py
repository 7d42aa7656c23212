"""The number line of a finding: what each number can be, drawn on one scale.

A drawing needs no more than a float; nothing is decided here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from factcheck import units
from factcheck.frozen import dataclass
from factcheck.model import Evidence, Form, Interval, Mention, Outcome
from factcheck.units import wording

_COMPARED = frozenset(
    {"agreement", "conversion", "order", "part_whole", "range", "reference"}
)
# Laws on two numbers of one kind, of which often only one has its unit: "from 9 to 12 seconds".
_ONE_UNIT = frozenset({"change", "order", "part_whole", "range"})
_WIDTH = 1000
_PADDING = 0.07  # of the width, on either side of what is known
_LOGARITHMIC = 50.0  # from this ratio on, a linear scale shows nothing
_TICKS = 5
_DECADES = 3  # a logarithmic scale of more has no ticks between powers of ten
_LARGEST = 250  # decimal exponent: a float takes no more than 308
_ONE = Interval(Decimal(1), Decimal(1))
_ZERO = Interval(Decimal(0), Decimal(0))


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale with what lies on it; places run from 0 to 1,000.

    Attributes:
        places: What is drawn: the evidence, or what the finding reckons from it.
        bars: For each place its two ends, None for an open one; or None for a place that is
            not drawn.
        ticks: Places of round numbers, with the number as written.
        unit: What the numbers of `ticks` are, where no sign at them says so: "in miles", "per
            day"; "" for counts, of which every text has its own word.
        logarithmic: Whether equal distances are equal factors.
        are_statements: Whether the places are what texts state, and not what follows from it.
    """

    places: tuple[Evidence, ...]
    bars: tuple[tuple[int | None, int | None] | None, ...]
    ticks: tuple[tuple[int, str], ...]
    unit: str
    logarithmic: bool
    are_statements: bool = True


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    high: float
    logarithmic: bool
    whole: bool

    def at(self, value: float) -> int:
        if self.logarithmic:
            share = math.log(value / self.low) / math.log(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return round(_WIDTH * share)

    def ticks(self, unit: str) -> Iterable[tuple[int, str]]:
        """Return the places of the round numbers within, some two to six, as written."""
        sign = wording.signed(unit)[0]
        if self.logarithmic:
            return [
                (self.at(digits * 10.0**power), _tick(digits, power, sign))
                for digits, power in self._powers()
            ]
        rough = (self.high - self.low) / _TICKS
        power = math.floor(math.log10(rough))
        step = next(n for n in (1, 2, 5, 10) if n * 10.0**power >= rough)
        if self.whole and power < 0:
            step, power = 1, 0
        size = step * 10.0**power
        first, last = math.ceil(self.low / size), math.floor(self.high / size)
        per = _WIDTH / (self.high - self.low)
        return [
            (round((n * size - self.low) * per), _tick(n * step, power, sign))
            for n in range(first, last + 1)
        ]

    def _powers(self) -> Iterator[tuple[int, int]]:
        first, last = math.log10(self.low), math.log10(self.high)
        every = max(1, math.ceil((last - first) / _TICKS))
        few = last - first < _DECADES
        start = math.floor(first) if few else math.ceil(first)
        for power in range(start, math.floor(last) + 1, every):
            for n in (1, 3) if few else (1,):
                if self.low <= n * 10.0**power <= self.high:
                    yield n, power


def axis(outcome: Outcome) -> Axis | None:
    """Return the number line of an outcome; None where its numbers share no scale.

    What was compared by arithmetic (a share of a whole with a part) lies on no one scale;
    of it the line shows two bars: what follows from the numbers, and what is stated.
    """
    places = _drawn(outcome)
    unit = next((p.unit for p in places if p.reading is not None and p.unit), "")
    said_once = outcome.kind in _ONE_UNIT
    ends = [_ends(place, unit, said_once=said_once) for place in places]
    sides = {place.side for place, pair in zip(places, ends, strict=True) if pair}
    known = [end for pair in ends if pair for end in pair if end is not None]
    if len(sides) < 2 or not known:  # noqa: PLR2004 - two sides differ
        return None
    scale = _scale(known)
    return Axis(
        places,
        tuple(_bar(pair, scale) if pair else None for pair in ends),
        tuple(scale.ticks(unit)),
        _told(unit),
        scale.logarithmic,
        are_statements=outcome.arithmetic is None,
    )


def _drawn(outcome: Outcome) -> tuple[Evidence, ...]:
    told, places = outcome.arithmetic, outcome.evidence
    if told is not None:
        return _named(told.names, (told.computed, told.stated), told.unit)
    first = places[0].mention if places else None
    if len(places) == 1 and first is not None and first.form is Form.RANGE:
        return _named(("from", "to"), _written(first), places[0].unit)
    # A change is reckoned, but where its words alone are wrong: "rose from 84 to 48".
    compared = outcome.kind in _COMPARED
    compared |= outcome.kind == "change" and len(places) == 2  # noqa: PLR2004
    return places if compared else ()


def _named(
    names: Sequence[str], readings: Sequence[Interval], unit: str
) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(None, None, name, "", interval, unit, side=side)
        for side, (name, interval) in enumerate(zip(names, readings, strict=True))
    )


def _written(mention: Mention) -> Sequence[Interval]:
    """Return the two ends of a range that runs backwards, as far as each is rounded."""
    found = []
    for stated, end in (
        (mention.stated_high, mention.reading.high),
        (mention.stated_low, mention.reading.low),
    ):
        assert stated is not None
        off = abs((stated if end is None else end) - stated)
        found.append(Interval(stated - off, stated + off))
    return found


def _bar(
    pair: tuple[float | None, float | None], scale: _Scale
) -> tuple[int | None, int | None]:
    low, high = pair
    if low is not None and scale.logarithmic and low <= 0:
        low = None
    return (
        None if low is None else scale.at(low),
        None if high is None else scale.at(high),
    )


def _scale(known: Sequence[float]) -> _Scale:
    low, high = min(known), max(known)
    whole = all(end.is_integer() for end in known)
    positive = [value for value in known if value > 0]
    if low >= 0 and positive and high / min(positive) > _LOGARITHMIC:
        low = min(positive)
        beyond = (high / low) ** _PADDING
        return _Scale(low / beyond, high * beyond, logarithmic=True, whole=whole)
    beyond = (high - low) * _PADDING or abs(high) * _PADDING or 1.0
    return _Scale(low - beyond, high + beyond, logarithmic=False, whole=whole)


def _ends(
    place: Evidence, unit: str, *, said_once: bool
) -> tuple[float | None, float | None] | None:
    """Return the ends of what a number can be, in a unit; None where it has no place.

    Args:
        place: The number.
        unit: Of the line.
        said_once: Whether a number that has no such unit is taken to be in it.
    """
    if place.reading is None:
        return None
    interval = place.reading
    low, high = _float(interval.low), _float(interval.high)
    if low is None and high is None:
        return None
    if place.unit == unit:
        return low, high
    # "" is of a count whose noun stands elsewhere.
    mine = units.to_base(interval, place.unit) if place.unit else None
    common = _scaled(unit) if unit else None
    if mine is None or common is None:
        # Counts of different nouns, which the finding holds to be the same.
        alike = said_once or (mine is None and common is None)
        return (low, high) if alike else None
    one, shift, base = common
    if mine[1] != base:
        return (low, high) if said_once else None
    low, high = _float(mine[0].low), _float(mine[0].high)
    return (
        None if low is None else (low - shift) / (one - shift),
        None if high is None else (high - shift) / (one - shift),
    )


@lru_cache(maxsize=1024)
def _tick(digits: int, power: int, sign: str) -> str:
    return wording.amount(Interval.point(Decimal(digits).scaleb(power)), sign)


@lru_cache(maxsize=256)
def _told(unit: str) -> str:
    if units.lookup(unit) is None and " / " not in unit:
        return ""
    words = wording.signed(unit)[1]
    return f"in {words}" if words and not words.startswith("per ") else words


@lru_cache(maxsize=256)
def _scaled(unit: str) -> tuple[float, float, str] | None:
    """Return what one and what zero of a unit are in its base unit, and which that is."""
    one, zero = units.to_base(_ONE, unit), units.to_base(_ZERO, unit)
    if one is None or zero is None:
        return None
    high, low = _float(one[0].low), _float(zero[0].low)
    return None if high is None or low is None else (high, low, one[1])


def _float(end: Decimal | None) -> float | None:
    return None if end is None or abs(end.adjusted()) > _LARGEST else float(end)
