"""Years that miss the time between the only two dates by a slip: by tens, or digits swapped.

"Founded in 1874, the club celebrates 150 years of existence in 2014": few words bind the
three, but they are all the years there are, and they fit but for one digit. Chance hardly
makes such a thing, so that less is asked of the words than elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks import _arithmetic, _elapsed, _spans
from factcheck.checks._ages import LAW, Days
from factcheck.checks._arithmetic import Place, Spot
from factcheck.checks._context import Passage, finds, matches, pattern, remembered
from factcheck.model import Form, Interval, Mention, Outcome, Period

_KINDS = frozenset({"date", "month", "year"})
_TIMES = frozenset("dwqk")
_FEWEST, _TWO, _TEN, _CENTURY = 3, 2, 10, 100
_LATEST = 50  # a digit of the tens is soon the same by chance
# The length is told of what the dates are of, or stands alone.
_WITH = r"\b(?:with|through|in) [^<]{0,20}$"
_BINDS = r"\b(?:mak(?:es|ing)|made|lies?|lay|celebrat\w+|mark(?:s|ed|ing)|complet\w+|look\w* back on)(?: (?:its|his|her|their|some|about|the|a gap of|a total of|a span of))* $"
_OTHERWISE = r"\b(?:ago|old|aged|another|first|last|next|past|previous|every|each|per|later by|at least|more than|over|up to|in (?:the|his|her|its) [a-z]+ties)\b|\bof (?!existence|service|[a-z]+ing\b|work|marriage|war|peace|rule)[a-z]+ (?:in|from|at)\b"
_LIVED = r"\blived to (?:be|the age of) {n:ac}(?=[.,;:)]|$)"
_BORN_DIED = r"\bborn\b[^<]*<d.*\bdied\b"
_AGES = r"\bat (?:the age of |age )?{a:ac}(?: years)?[^<;]{1,60}\bat (?:the age of |age )?{b:ac}(?: years)?[^<;]{0,60}(?:after|for|making|during|over|it)(?: (?:a total of|some))? <t"
_OLDEST = 110


def told(passage: Passage) -> Iterator[Outcome]:
    """Yield a length in years that its ends miss by tens, where it has just two."""
    if passage.kinds.count("t") != 1:
        return
    slot = passage.kinds.index("t")
    mention = passage.mention(slot)
    if (
        mention.unit != "year"
        or not _is_plain(mention)
        or not is_bound(passage.masked, slot)
    ):
        return
    ends = _ends(passage)
    if ends:
        yield from _between(ends, Place(passage, slot))
    elif not _TIMES & set(passage.kinds):
        yield from _by_ages(passage, slot)


def lived(passage: Passage) -> Iterator[Outcome]:
    """Yield an age at death that misses the years between birth and death by a slip."""
    found = matches(passage.masked, _LIVED)
    if (
        not found
        or not finds(passage.masked, _BORN_DIED)
        or passage.kinds.count("d") != _TWO
    ):
        return
    ends = _ends(passage)
    if ends:
        yield from _between(ends, Place(passage, int(found[0]["n"])))


def _is_plain(mention: Mention) -> bool:
    value = mention.value
    return (
        mention.form is Form.PLAIN
        and mention.modifier is None
        and value is not None
        and value >= _FEWEST
        and value == value.to_integral_value()
    )


@remembered
def is_bound(masked: str, slot: int) -> bool:
    """Return whether nothing makes a length that of something else."""
    before, _, after = masked.partition(f"<t{slot}>")
    if finds(before[-30:] + "it" + after[:30], _OTHERWISE) or finds(before, _WITH):
        return False
    near = f"{before.rpartition(';')[2]}<t{slot}>{after.split(',')[0]}"
    return not finds(near, _elapsed.OTHER) and (
        finds(before, _elapsed.BOUND)
        or finds(before, _BINDS)
        or pattern(_elapsed.WHOLE).match(after) is not None
    )


def _ends(passage: Passage) -> tuple[Spot, ...]:
    """Return the two dates of a sentence, or of it and the one before; none where there are others."""
    if _TIMES & set(passage.kinds) - {"d"}:
        return ()
    own = [item for item in passage.items if isinstance(item, Period)]
    if len(own) < _TWO and not any(period.parts for period in own):
        own = _spans.beside(passage, -1)[1] + own
    points = [part for period in own for part in period.parts or (period,)]
    if len(points) != _TWO or not all(
        point.kind in _KINDS and point.precise and not point.parts for point in points
    ):
        return ()
    points.sort(key=lambda point: str(point.start))
    return tuple(Spot(passage.document, point) for point in points)


def _between(ends: tuple[Spot, ...], length: Place) -> Iterator[Outcome]:
    mention = length.passage.mention(length.slot)
    periods = [end.period for end in ends]
    first, last = (Days.of(period) for period in periods)
    if first is None or last is None or not mention.value:
        return
    years = last.start.year - first.start.year
    before = length.passage.masked.partition(f"{length.slot}>")[0][:-2]
    said = mention.unit == "" or mention.form is Form.AGE or finds(before, _BINDS)
    if not _misses(int(mention.value), years, said=said):
        return
    ends_said = " to ".join(end.said() for end in ends)
    told = Interval.point(mention.value)
    yield _arithmetic.settle(
        LAW,
        (*ends, length),
        Interval(Decimal(years - 1), Decimal(years + 1)),
        told,
        sum_text=f"From {ends_said} is about {years} years",
        said_text=_arithmetic.said(length.passage, length.slot),
        fit=f"{years} years",
        right=Decimal(years),
        written=mention.value,
        unit="year",
    )


def _by_ages(passage: Passage, slot: int) -> Iterator[Outcome]:
    """Joined at 17 and left at 58, having served for 31 years."""
    found = matches(passage.masked, _AGES)
    if len(found) != 1:
        return
    first, last = (Place(passage, int(found[0][name])) for name in "ab")
    a, b, told = (passage.mention(each).value for each in (first.slot, last.slot, slot))
    if a is None or b is None or told is None or not a < b < _OLDEST:
        return
    if _misses(int(told), int(b - a), said=False):
        yield _arithmetic.settle(
            LAW,
            (first, last, Place(passage, slot)),
            Interval(b - a - 1, b - a + 1),
            Interval.point(told),
            sum_text=f"From {a} to {b} is {b - a} years",
            said_text=_arithmetic.said(passage, slot),
            fit=f"{b - a} years",
            right=b - a,
            written=told,
            unit="year",
        )


def _misses(told: int, right: int, *, said: bool) -> bool:
    """Return whether a digit of the tens, or of the hundreds, is another; or two are swapped.

    What is told as shorter may be a part of it, unless that is `said` to be all.
    """
    if told < right and not said:
        return False
    apart = abs(told - right)
    if right < _FEWEST or not apart:
        return False
    swapped = min(told, right) >= _TEN and str(told) == str(right)[::-1]
    return swapped or apart == _CENTURY or (apart % _TEN == 0 and apart <= _LATEST)
