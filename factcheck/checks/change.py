"""A change must lead from the old value to the new one.

What it does:
    Where a sentence gives an old value, a new value and the change between them ("up 15
    percent to 4,500 from 3,600", "from 125 to 160 km, a gain of 50 percent",
    "65 million more than the budget of 390 million"), it works out the change and compares.

Why it matters:
    Percentages are copied from a draft, worked out on the wrong base, or left behind when
    one of the two values is corrected. Readers quote the percentage.

Example:
    "Bookings rose by 15 percent, from 3,600 to 4,500." From 3,600 to 4,500 is a rise of
    25 percent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.checks import (
    _apart,
    _arithmetic,
    _bases,
    _changes,
    _compare,
    _differences,
    _direction,
    _grids,
    _margins,
    _moves,
    _points,
    _then,
)
from factcheck.checks._arithmetic import Place
from factcheck.checks._changes import Part, Token
from factcheck.checks._context import Passage, aligned, alike, hint, passages, search
from factcheck.checks._fitting import Fitting
from factcheck.frozen import dataclass
from factcheck.model import (
    Cluster,
    DocumentFacts,
    Fact,
    Form,
    Interval,
    Mention,
    Outcome,
    Severity,
    Verdict,
)
from factcheck.units import wording

LAW = _margins.LAW


# "24,000, three times the 8,000 of last year"
_TIMES = (
    r"{b:cemt}(?: [^<;:]{0,50})?, (?:or |which is |that is )?{d:x}(?: as (?:many|much) as)?"
    r" (?:the|last year's|its|their)(?: [a-z]+){0,3} {a:cemt}"
)
# "14 nights above 20 degrees, twice the usual seven"
_NARROWED = r"<[cemt]\d+>(?: [a-z]+)? <[a-z]$"
_FROM_RANGE = r"\b(?:from|by) (?:an? |the |about |some )?<[cemt]"
# "It fell by 29 to 33 with two abstentions"
_VOTED = r"\b(?:abstentions?|abstained|votes?|voted|ballots?|motion|amendment)\b"
_ANAPHOR = (
    r"^(?:that|this|it|which)(?: is|'s| was| represents| means| amounts to| marks)\b"
    r"|\b(?:which|that|this) (?:makes|made|is|was|means|amounts to|represents)\b"
)
# "doubled" is said of 1.75 to 2.25 times.
_MULTIPLE_SLACK = Decimal("0.125")
_WITHIN = (" in ", " over ", " within ", " after ")
_TWO = 2  # one of them read as a range: "by 200 to 1,500, from 1,700"
_CHANGES = frozenset("pfbx")
_POINTS = hint("point", "<b")
_ANY = _POINTS | _moves.FRACTIONS | _margins.HINTS | hint("<x")
_OUT_OF = (
    r"(?:<[cem]\d+> (?:out )?|^|[,;:] )of (?:the |its |their |all |these )?<[cem]\d+>"
)
# "The rise was smaller, from 4,100 to 4,510": it is a rise.
_COMPARED = r"\b(?:rise|fall|increase|drop|decrease|gain|loss|growth|decline) (?:is|was|were|has been) (?:[a-z]+ )?(?:smaller|larger|bigger|less|greater|more)\b"
# "Which is 140 fewer than the old one, and will run four times instead of six"
_THAN_ANOTHER = r"^(?: [a-z-]+)? [a-z]+ than (?!<)[^;:(]* (?:instead of|rather than) (?:the (?:usual )?)?$"
# "11 schools and 2,400 children more than the year before"
_BOTH_MOVED = r"^(?: [a-z-]+){0,2} and (?:[a-z]+ )?$"
_HUNDRED = Decimal(100)
_TIMES_OF = frozenset({"hour", "day", "week", "month", "year"})
_ONE = Interval.point(Decimal(1))


@dataclass(frozen=True, slots=True)
class _Change:
    old: Place
    new: Place
    delta: Place
    sign: int

    @property
    def places(self) -> tuple[Place, Place, Place]:
        return self.old, self.new, self.delta


def check(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],  # noqa: ARG001  every law is called alike
) -> Iterator[Outcome]:
    """Yield what each stated change comes to."""
    yield from _grids.told(documents, LAW)
    groups = passages(documents)
    known = _differences.index(groups)
    for group in groups:
        fitting = Fitting(group)
        for at, passage in enumerate(group):
            hints = passage.hints
            previous = group[at - 1] if at else None
            said = hints & _ANY or (
                _is_enough(passage) and _changes.parts(passage.masked)
            )
            found = list(_told(passage, previous)) if said else []
            if not found and hints & _apart.MAY_TELL and _apart.may_tell(passage):
                found = list(_apartly(group, at))
            if not found:
                found = list(_differing(known, group, at))
            if not found and _direction.may_turn(passage):
                found = list(_direction.directed(passage, previous))
            yield from (each for each in found if not fitting.leaves(each, passage))


def _differing(
    known: _differences.Index, group: Sequence[Passage], at: int
) -> Iterator[Outcome]:
    """Yield a change that is the difference of two values, but for a slip."""
    for old, new, delta, sign in _differences.told(known, group, at):
        change = _Change(old, new, delta, sign)
        if _sound(change) and (told := _judge(change)).verdict is Verdict.CONFLICT:
            yield told


def _apartly(group: Sequence[Passage], at: int) -> Iterator[Outcome]:
    """Compare a change with the two values that stand elsewhere."""
    passage = group[at]
    for claim, old, new, sign in _apart.changes(group, at):
        found: list[Outcome] = []
        if claim.slot is None:
            words, rises = claim.fraction, sign > 0
            found += _moves.by_fraction(old, new, passage, words, rises=rises)
        elif claim.points:
            places = old, new, Place(passage, claim.slot)
            found.append(_moves.judged(places, rises=sign > 0))
        else:
            delta = Place(passage, claim.slot)
            way = 1 if passage.kinds[claim.slot] == "x" else sign
            change = _Change(old, new, delta, way)
            found += [_judge(change)] if _sound(change) and not _fits(change) else []
        far = _bases.FARTHER if claim.beside else _bases.FAR
        yield from (each for each in found if not _bases.is_far_off(each, far))


def _fits(change: _Change) -> bool:
    """Return whether a percentage fits as a share, or the other way: "the rise was smaller"."""
    old, new, delta = (_mention(p) for p in (change.old, change.new, change.delta))
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


def _told(passage: Passage, previous: Passage | None) -> Iterator[Outcome]:
    kinds, amounts = passage.kinds, passage.amounts
    if "p" in kinds and passage.says(_POINTS):
        yield from list(_points.compare(passage)) or _moves.compare(passage)
    if amounts >= _TWO and passage.says(_moves.FRACTIONS):
        yield from _moves.fractions(passage)
    if not _is_enough(passage):
        return
    if passage.says(_margins.HINTS):
        yield from _margins.compare(passage)
    if "x" in kinds:
        yield from _times(passage)
    for rows, parts in _changes.parts(passage.masked):
        plain = list(_plainly(passage, rows))
        yield from plain
        for part in parts:
            if part.again or not plain:
                yield from _within(passage, part, previous)


def _is_enough(passage: Passage) -> bool:
    """Return whether a sentence has the numbers that a change is told by."""
    more = passage.amounts and not _CHANGES.isdisjoint(passage.kinds)
    return bool(passage.amounts >= _TWO or more)


def _plainly(passage: Passage, rows: Sequence[_bases.Row]) -> Iterator[Outcome]:
    for *slots, sign in rows:
        old, new, delta = (Place(passage, slot) for slot in slots)
        change = _Change(old, new, delta, sign)
        if _sound(change):
            yield _judge(change)


def _within(
    passage: Passage, part: Part, previous: Passage | None
) -> Iterator[Outcome]:
    segment, tokens, delta, sign = part.text, part.tokens, part.delta, part.sign
    if not part.whole:
        previous = None
    olds = [token for token in tokens if token.role == "old"]
    may_range = search(segment, _FROM_RANGE) and not search(segment, _VOTED)
    elsewhere = olds and _changes.leads_elsewhere(segment, delta, olds[0].slot)
    ranged = (
        _ranged(passage, olds, delta, sign) if may_range and not elsewhere else None
    )
    if ranged:
        weak = olds and _bases.is_weak(segment[: olds[0].start])
        if ranged.verdict is Verdict.AGREE or not (
            (weak and _bases.is_far_off(ranged)) or _changes.is_on_other_terms(segment)
        ):
            yield ranged
        return
    if _is_of_another(passage, segment, delta, olds or tokens):
        return
    if len(olds) == 1:
        old = olds[0]
        news = [
            new
            for new in _changes.news(segment, tokens, old, delta)
            if not _changes.is_broken(segment, old, new, delta)
        ]
        changes = [_change(passage, old, new, delta, sign) for new in news]
    elif not olds and _goes_back(segment, previous):
        bare = [t for t in tokens if not t.role and t.kind in "cemtr"]
        if len(bare) != 1 or bare[0].kind in passage.kinds[: bare[0].slot]:
            return
        old, changes = bare[0], []
    else:
        return
    if not changes and previous is not None and _goes_back(segment, previous):
        changes = [
            _Change(Place(passage, old.slot), new, Place(passage, delta.slot), sign)
            for new in _anaphoric(previous, passage, passage.mention(old.slot))
        ]
    rivals = (
        sum(
            token.kind == old.kind
            and token is not delta
            and not segment[: token.start].endswith(_WITHIN)
            and not _is_one_of(passage, segment, token)
            for token in tokens
        )
        > _TWO
    )
    told = _surest(passage, segment, changes, rivals=rivals)
    if not olds:
        # "It held 640, which is 12 percent more" leaves open than what.
        told = [each for each in told if not _bases.runs_against(each)]
    weak = _bases.is_weak(segment[: old.start]) or " at <" in segment
    yield from (each for each in told if not (weak and _bases.is_far_off(each)))


def _is_of_another(
    passage: Passage, segment: str, delta: Token, tokens: Sequence[Token]
) -> bool:
    """Return whether what may be an old value is none: a change of another thing, or another base."""
    left, right = segment[: delta.start], segment[delta.end :]
    return _then.goes_farther(passage, left, right) or any(
        search(segment[delta.end : token.start], _THAN_ANOTHER)
        if token.role
        else search(segment[token.end : delta.start], _BOTH_MOVED)
        for token in tokens
        if token is not delta
    )


def _is_one_of(passage: Passage, segment: str, token: Token) -> bool:
    """Return whether a number is the first word of "one of the ports", which never changes."""
    return passage.mention(token.slot).value == 1 and segment.startswith(
        " of ", token.end
    )


def _goes_back(segment: str, previous: Passage | None) -> bool:
    """Return whether a clause speaks of the sentence before, which is no headline."""
    return (
        previous is not None
        and not previous.masked[-1:].isalnum()
        and not previous.masked.endswith(">")
        and search(segment, _ANAPHOR) is not None
    )


def _surest(
    passage: Passage, segment: str, changes: Sequence[_Change], *, rivals: bool
) -> list[Outcome]:
    """Return what agrees; else what does not, if nothing else can be meant."""
    smaller = search(passage.masked, _COMPARED) is not None
    outcomes = [
        _judge(change)
        for change in changes
        if _sound(change) and not (smaller and _fits(change))
    ]
    right = [each for each in outcomes if each.verdict is Verdict.AGREE]
    if right:
        return right[:1]
    if rivals or not outcomes or _changes.is_on_other_terms(segment):
        return []
    sure = len(outcomes) == 1 or changes[0].new.passage is passage
    return outcomes[:1] if sure and not _is_of_another_value(changes[0]) else []


def _is_of_another_value(change: _Change) -> bool:
    """Return whether another number of the sentence is the new value: "640 in 12 towns, up 5% from 610"."""
    passage = change.delta.passage
    taken = {place.slot for place in change.places if place.passage is passage}
    return any(
        _sound(other) and _judge(other).verdict is Verdict.AGREE
        for slot, kind in enumerate(passage.kinds)
        if kind in "cemr" and slot not in taken
        for other in (replace(change, new=Place(passage, slot)),)
    )


def _ranged(
    passage: Passage, olds: Sequence[Token], delta: Token, sign: int
) -> Outcome | None:
    """Read "tripled from 20 to 45" and "fell by 200 to 1,500, from 1,900".

    What was read as one range is the two ends of a change there.
    """
    for token in (*olds, delta):
        mention = passage.mention(token.slot)
        if mention.form is Form.RANGE and len(olds) == 1:
            ends = _bases.ends(mention)
            if token is delta and not alike(passage.mention(olds[0].slot), mention):
                return None
            if token is delta:
                change = _change(passage, olds[0], delta, delta, sign)
                return _judge(change, new=ends[1], delta=ends[0]) if ends else None
            if passage.mention(delta.slot).form is Form.RANGE:
                return None  # an outlook, and what that is above last year
            change = _change(passage, token, token, delta, sign)
            return _judge(change, old=ends[0], new=ends[1]) if ends else None
    return None


def _anaphoric(before: Passage, passage: Passage, old: Mention) -> list[Place]:
    """Return what may be the new value in the sentence before."""
    if before.index + 1 != passage.index:
        return []
    return [
        Place(before, slot)
        for slot, item in enumerate(before.items)
        if isinstance(item, Fact)
        and alike(old, item.mention)
        and item.mention.unit == old.unit
    ]


def _change(
    passage: Passage, old: Token, new: Token, delta: Token, sign: int
) -> _Change:
    return _Change(
        Place(passage, old.slot),
        Place(passage, new.slot),
        Place(passage, delta.slot),
        sign,
    )


def _mention(place: Place) -> Mention:
    return place.passage.mention(place.slot)


def _sound(change: _Change) -> bool:
    old, new, delta = (_mention(place) for place in change.places)
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
    return delta.form is Form.PLAIN and (bare or unit in {old.unit, new.unit})


def _is_of_other_base(change: _Change) -> bool:
    """Return whether a change is from a value that is not told: "rose another 50 cents"."""
    told = change.delta.passage
    before = _before(change.delta)
    right = told.masked[len(before) :].partition(">")[2]
    if before.endswith((" another ", " a further ")) or _bases.is_of_measure(
        _mention(change.delta), right
    ):
        return True
    # "A final dividend of 6.5p making 9.75p for the year": a part and its whole.
    old, new = change.old, change.new
    return (
        old.passage is new.passage is told
        and "making" in _before(new)[len(_before(old)) :]
    )


def _before(place: Place) -> str:
    masked = place.passage.masked
    return masked[: masked.find(f"<{place.passage.kinds[place.slot]}{place.slot}>")]


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


def _judge(
    change: _Change,
    *,
    old: Mention | None = None,
    new: Mention | None = None,
    delta: Mention | None = None,
) -> Outcome:
    """Compare; a number that is one end of a range is given."""
    passage, slot = change.delta.passage, change.delta.slot
    before = old.reading if old else _reading(change.old)
    after = new.reading if new else _reading(change.new)
    stated = delta.reading if delta else _stated(change)
    said = (
        _arithmetic.worth(old.value, change.old.passage, change.old.slot)
        if old and old.value is not None
        else _arithmetic.plain(change.old.passage, change.old.slot),
        _arithmetic.worth(new.value, change.new.passage, change.new.slot)
        if new and new.value is not None
        else _arithmetic.plain(change.new.passage, change.new.slot),
        _arithmetic.worth(delta.value, passage, slot)
        if delta and delta.value is not None
        else _arithmetic.said(passage, slot),
    )
    old, new, delta = (
        old or _mention(change.old),
        new or _mention(change.new),
        delta or _mention(change.delta),
    )
    old, new = aligned(old, new) or (old, new)
    bare = delta.dimension == "count" and (
        delta.counted is None or delta.counted.elided
    )
    head, slash, _ = delta.unit.partition(" / ")
    if bare or (slash and head == new.unit):
        delta = replace(delta, unit=new.unit, dimension=new.dimension)
    derived = _derived(old, new, delta, before, after)
    right = _right(old, new, delta)
    fit = _fit(right, delta, passage, slot)
    word = "fall" if _lower(new, old) else "rise"
    sum_text = f"From {said[0]} to {said[1]} is a {word} of"
    if delta.form is Form.MULTIPLE:
        sum_text = f"From {said[0]} to {said[1]} is"
    return _arithmetic.settle(
        LAW,
        change.places,
        -derived if change.sign < 0 else derived,
        stated,
        sum_text=f"{sum_text} {fit or wording.reading(abs(derived))}",
        said_text=said[2],
        fit=fit,
        exact=_arithmetic.is_exact(old, new, delta),
        least=_least(old, new, delta),
        right=right,
        written=delta.value,
    )


def _least(old: Mention, new: Mention, delta: Mention) -> Severity:
    """Return the least that a change counts for: more where no rounding can explain it.

    "From 12.3 to 14.1 million, a rise of 1.6": three rounded digits are off by 1.5 at most.
    """
    values = [m.value for m in (old, new, delta) if m.value]
    if delta.form is not Form.PLAIN or len({old.unit, new.unit, delta.unit}) > 1:
        return Severity.NOTE
    if len(values) <= _TWO or any(m.modifier for m in (old, new, delta)):
        return Severity.NOTE
    ends = [value.normalize().as_tuple().exponent for value in values]
    step = Decimal(1).scaleb(max(end for end in ends if isinstance(end, int)))
    off = abs(abs(values[1] - values[0]) - values[2])
    return Severity.WARNING if off >= 2 * step else Severity.NOTE


def _reading(place: Place) -> Interval:
    return place.passage.reading(place.slot)


def _times(passage: Passage) -> Iterator[Outcome]:
    """Compare "three times the 8,000 of last year" with the new value."""
    match = search(passage.masked, _TIMES)
    if match and not search(passage.masked[: match.start("b")], _NARROWED):
        old, new, delta = (Place(passage, int(match[name])) for name in "abd")
        change = _Change(old, new, delta, sign=1)
        if _sound(change):
            outcome = _judge(change)
            if not _bases.is_far_off(outcome):
                yield outcome


def _lower(a: Mention, b: Mention) -> bool:
    if a.value is None or b.value is None:
        return False
    return _compare.base_value(a.value, a.unit) < _compare.base_value(b.value, b.unit)


def _stated(change: _Change) -> Interval:
    delta = _mention(change.delta)
    stated = _arithmetic.stated(change.delta.passage, change.delta.slot)
    if delta.form is Form.MULTIPLE and delta.value is not None:
        hull = Interval.point(delta.value).widen(relative=_MULTIPLE_SLACK)
        return hull if delta.modifier is None else Interval.hull((hull, delta.reading))
    if delta.form is Form.FRACTION:
        return stated.widen(relative=_arithmetic.TENTH)
    return stated


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
