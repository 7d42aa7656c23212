"""What leads from an old value to a new one: three numbers, and what their change comes to."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.checks import _arithmetic, _bases, _compare, _direction
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, aligned, finds, is_bare, search
from factcheck.frozen import dataclass
from factcheck.model import Fact, Form, Interval, Mention, Motion, Outcome, Severity
from factcheck.units import wording

# "doubled" is said of 1.75 to 2.25 times.
_MULTIPLE_SLACK = Decimal("0.125")
_OUT_OF = (
    r"(?:<[cem]\d+> (?:out )?|^|[,;:] )of (?:the |its |their |all |these )?<[cem]\d+>"
)
_HUNDRED = Decimal(100)
_TIMES_OF = frozenset({"hour", "day", "week", "month", "year"})
_ONE = Interval.point(Decimal(1))


@dataclass(frozen=True, slots=True)
class Change:
    """An old value, a new one, and what is said to lead from one to the other.

    Attributes:
        old: Where the old value stands.
        new: Where the new one stands.
        delta: Where the change stands.
        sign: 1 where it is a rise, -1 where it is a fall, 0 where neither is said.
    """

    old: Place
    new: Place
    delta: Place
    sign: int

    @property
    def places(self) -> tuple[Place, Place, Place]:
        """The three, in this order."""
        return self.old, self.new, self.delta


def mention(place: Place) -> Mention:
    """Return the mention that stands at a place."""
    return place.passage.mention(place.slot)


def sound(change: Change, values: tuple[Mention, Mention] | None = None) -> bool:
    """Return whether the three numbers may be reckoned with one another.

    Args:
        change: They.
        values: The old and the new one, where these are not read as they stand.
    """
    old, new, delta = (mention(place) for place in change.places)
    if values is not None:
        old, new = values
    if {old.form, new.form} - {Form.PLAIN} or aligned(old, new) is None:
        return False
    if _bases.are_of_other_size(old, new):
        return False
    if delta.form is Form.VAGUE or _is_of_other_base(change):
        return False
    if delta.dimension == "ratio":
        return change.sign != 0
    # An amount by which something changes: "65 million more than 390 million".
    bare = delta.dimension == "count" and delta.counted is None
    unit, _, per = delta.unit.partition(" / ")
    if per not in _TIMES_OF:  # "by 4 euros a month, from 29 to 33 euros"
        unit = delta.unit
    told = delta.form is Form.PLAIN and (bare or unit in {old.unit, new.unit})
    return told and _is_tied(change, old, new, delta)


def _is_tied(change: Change, old: Mention, new: Mention, delta: Mention) -> bool:
    """Return whether a number without a unit or a noun has a role in a change of such as have one."""
    if is_bare(new) and not is_bare(old) and not _is_led_to(change):
        return False
    # "Sank under zero"; "up to 40 crowns, and about six went".
    loose = delta.modifier or (is_bare(delta) and (old.unit or new.unit))
    return not loose or _fact(change.delta).motion is Motion.BY


def _is_of_other_base(change: Change) -> bool:
    """Return whether a change is from a value that is not told: "rose another 50 cents"."""
    told = change.delta.passage
    before = change.delta.around()[0]
    right = told.masked[len(before) :].partition(">")[2]
    if before.endswith((" another ", " a further ")) or _bases.is_of_measure(
        mention(change.delta), right
    ):
        return True
    # "A final dividend of 6.5p making 9.75p for the year": a part and its whole.
    old, new = change.old, change.new
    return (
        old.passage is new.passage is told
        and "making" in new.around()[0][len(old.around()[0]) :]
    )


def _is_led_to(change: Change) -> bool:
    """Return whether a bare number may be what a change in its sentence leads to.

    "By 14 metres, from 248 metres to 239", and not "48 tonnes were lost against a plan of 90".
    """
    new = change.new
    if new.passage is not change.delta.passage or _fact(new).motion is Motion.TO:
        return True
    left, right = new.around()
    beside = rf"^(?:,| -| \() ?(?:[a-z]+ ){{0,3}}<[a-z]{change.delta.slot}>"
    return left.endswith(" to ") or finds(right, beside)


def _fact(place: Place) -> Fact:
    return place.passage.fact(place.slot)


def fits(change: Change) -> bool:
    """Return whether a percentage fits as a share, or the other way: "the rise was smaller"."""
    old, new, delta = (mention(p) for p in (change.old, change.new, change.delta))
    old, new = aligned(old, new) or (old, new)
    if delta.unit != "percent" or not old.value or not new.value:
        return False
    a = _compare.base_value(old.value, old.unit)
    b = _compare.base_value(new.value, new.unit)
    share, moved = min(a, b) / max(a, b), abs(b - a) / a
    way = (b > a) == (change.sign > 0)
    if not way and delta.reading.contains(moved * _HUNDRED):
        return True
    whole = search(change.delta.passage.masked, _OUT_OF) is not None
    return whole and delta.reading.contains(share * _HUNDRED)


def judge(
    change: Change,
    *,
    old: Mention | None = None,
    new: Mention | None = None,
    delta: Mention | None = None,
) -> Outcome:
    """Compare a change with its two values; a number that is one end of a range is given."""
    told = change.delta
    before, was = old.reading if old else _reading(change.old), _said(old, change.old)
    after, now = new.reading if new else _reading(change.new), _said(new, change.new)
    stated = delta.reading if delta else _stated(change)
    said = _end(delta, told) or _arithmetic.said(told.passage, told.slot)
    old, new = old or mention(change.old), new or mention(change.new)
    old, new = aligned(old, new) or (old, new)
    delta = _in_its_unit(delta or mention(told), new)
    derived = _derived(old, new, delta, before, after)
    right = _right(old, new, delta)
    fit = _fit(right, delta, told.passage, told.slot)
    sum_text = f"From {was} to {now} is"
    if delta.form is not Form.MULTIPLE:
        sum_text += " a fall of" if _lower(new, old) else " a rise of"
    return _arithmetic.settle(
        _direction.LAW,
        change.places,
        -derived if change.sign < 0 else derived,
        stated,
        sum_text=f"{sum_text} {fit or wording.reading(abs(derived))}",
        said_text=said,
        fit=fit,
        exact=_arithmetic.is_exact(old, new, delta),
        least=_least(old, new, delta),
        right=right,
        written=delta.value,
    )


def _said(end: Mention | None, place: Place) -> str:
    return _end(end, place) or _arithmetic.plain(place.passage, place.slot)


def _end(end: Mention | None, place: Place) -> str | None:
    """Return how one end of a range is told, or None where there is none."""
    if end is None or end.value is None:
        return None
    return _arithmetic.worth(end.value, place.passage, place.slot)


def _in_its_unit(delta: Mention, new: Mention) -> Mention:
    """Return a bare change in the unit of the value that it leads to."""
    bare = delta.dimension == "count" and (
        delta.counted is None or delta.counted.elided
    )
    head, slash, _ = delta.unit.partition(" / ")
    if bare or (slash and head == new.unit):
        return replace(delta, unit=new.unit, dimension=new.dimension)
    return delta


def _derived(
    old: Mention, new: Mention, delta: Mention, before: Interval, after: Interval
) -> Interval:
    """Return what the change comes to, signed, in the unit of the change."""
    if delta.dimension == old.dimension or _is_of_rate(old, delta):
        return after - before
    ratio = _compare.convert(after, new.unit) / _compare.convert(before, old.unit)
    if delta.form is Form.MULTIPLE:
        return ratio
    share = ratio - _ONE
    return share.scale(_HUNDRED) if delta.unit == "percent" else share


def _is_of_rate(rate: Mention, delta: Mention) -> bool:
    """Return whether a change leaves out what its rate is for: "lost 390, from 6,240 a tonne"."""
    head, slash, _ = rate.unit.partition(" / ")
    return bool(slash) and head == delta.unit


def _right(old: Mention, new: Mention, delta: Mention) -> Decimal | None:
    """Return the size of the change between the values as written."""
    if old.value is None or new.value is None or not old.value:
        return None
    points = Interval.point(old.value), Interval.point(new.value)
    size = abs(_derived(old, new, delta, *points))
    if delta.dimension == "ratio" and delta.form is not Form.MULTIPLE:
        if delta.unit != "percent":
            size = size.scale(_HUNDRED)
            return None if size.low is None else _arithmetic.to_places(size.low, 0)
        return _arithmetic.fitting(size.low, delta)
    return _arithmetic.fitting(size.low, delta)


def _fit(
    value: Decimal | None, delta: Mention, passage: Passage, slot: int
) -> str | None:
    if value is None:
        return None
    if delta.form is Form.MULTIPLE:
        return f"{wording.number(value)} times"
    if delta.dimension == "ratio":
        return f"{wording.number(value)}%"
    return _arithmetic.worth(value, passage, slot)


def _least(old: Mention, new: Mention, delta: Mention) -> Severity:
    """Return the least that a change counts for: more where no rounding can explain it.

    "From 12.3 to 14.1 million, a rise of 1.6": three rounded digits are off by 1.5 at most.
    """
    mentions = old, new, delta
    values = [m.value for m in mentions if m.value]
    if delta.form is not Form.PLAIN or len({m.unit for m in mentions}) > 1:
        return Severity.NOTE
    if len(values) < len(mentions) or any(m.modifier for m in mentions):
        return Severity.NOTE
    ends = [value.normalize().as_tuple().exponent for value in values]
    step = Decimal(1).scaleb(max(end for end in ends if isinstance(end, int)))
    off = abs(abs(values[1] - values[0]) - values[2])
    return Severity.WARNING if off >= 2 * step else Severity.NOTE


def _lower(a: Mention, b: Mention) -> bool:
    if a.value is None or b.value is None:
        return False
    return _compare.base_value(a.value, a.unit) < _compare.base_value(b.value, b.unit)


def _stated(change: Change) -> Interval:
    delta = mention(change.delta)
    stated = _arithmetic.stated(change.delta.passage, change.delta.slot)
    if delta.form is Form.MULTIPLE and delta.value is not None:
        hull = Interval.point(delta.value).widen(relative=_MULTIPLE_SLACK)
        return hull if delta.modifier is None else Interval.hull((hull, delta.reading))
    if delta.form is Form.FRACTION:
        return stated.widen(relative=_arithmetic.TENTH)
    return stated


def _reading(place: Place) -> Interval:
    return place.passage.reading(place.slot)
