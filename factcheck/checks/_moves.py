"""The change law where the change is told in points."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.checks import _arithmetic, _compare, _direction
from factcheck.checks._arithmetic import Place
from factcheck.model import Interval, Mention, Outcome, Severity, Verdict
from factcheck.units import wording

_BASIS = "basis point"
_HUNDREDTH = Decimal("0.01")


def judged(told: Sequence[Place], *, rises: bool) -> Outcome:
    """Compare points with what lies between an old percentage and a new one, in that order."""
    before, after, points = (place.passage.mention(place.slot) for place in told)
    beside = told[0].passage is told[1].passage
    digits = min(_digits(mention) for mention in (before, after)) if beside else 0
    readings = [_reading(mention, digits) for mention in (before, after)]
    derived = readings[1] - readings[0] if rises else readings[0] - readings[1]
    stated = points.reading
    if points.unit == _BASIS:
        stated = stated.scale(_HUNDREDTH)
    stated = _arithmetic.loosened(stated)
    places = [place.evidence(side) for side, place in enumerate(told)]
    size = _size(after) - _size(before)
    said = [_arithmetic.plain(place.passage, place.slot) for place in told]
    word = "rise" if size > 0 else "fall"
    sum_text = (
        f"From {said[0]} to {said[1]} is a {word} of {wording.number(abs(size))} points"
    )
    wrong_way = (size > 0) != rises and size != 0
    if wrong_way and not derived.meets(stated):
        claim = "rise" if rises else "fall"
        return _compare.outcome(
            _direction.LAW,
            Verdict.CONFLICT,
            places,
            f"{sum_text}, but the text tells of a {claim}.",
            explanation="The words and the two values go opposite ways: one of them is"
            " wrong, or the values changed places.",
            severity=Severity.ERROR,
        )
    return _arithmetic.settled(
        _direction.LAW,
        places,
        derived,
        stated,
        sum_text=sum_text,
        said_text=told[2].said(),
        fit=f"{wording.number(abs(size))} points",
        least=Severity.WARNING,
        right=abs(size),
        written=_size(points),
    )


def _size(mention: Mention) -> Decimal:
    value = mention.value or Decimal(0)
    return value * _HUNDREDTH if mention.unit == _BASIS else value


def _reading(mention: Mention, digits: int) -> Interval:
    """Return what a percentage can be, by its digits even where it is read as a count.

    Args:
        mention: The percentage.
        digits: The place of the last digit of another beside it, which is told as closely:
            "from 4.25% to 5%".
    """
    value = _size(mention)
    half = Decimal("0.5").scaleb(min(_digits(mention), digits))
    return Interval(value - half, value + half)


def _digits(mention: Mention) -> int:
    """Return the place of the last digit after the point of a percentage: -2 for 4.25."""
    exponent = _size(mention).as_tuple().exponent
    assert isinstance(exponent, int)
    return min(exponent, 0) if mention.modifier is None else 0
