"""All mentions of a fact state one value.

What it does:
    Compares the mentions of one fact, between documents and inside them, as the intervals
    that their digits and words such as "about" allow, widened by the rule's tolerance.

Why it matters:
    Where the author of a rule says that the numbers are one fact, two that differ cannot
    both be right.

Example:
    "a city of about 60,000 people" and "home to 80,000 people".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.checks import _compare, slips
from factcheck.checks.expectations.common import Case, Stated, amount, percent
from factcheck.checks.expectations.messages import message
from factcheck.model import (
    Modifier,
    Motion,
    Outcome,
    Severity,
    Stance,
    Verdict,
)

# Beyond these, a rule speaks of many facts, and examples say as much as all of them.
_MOST_POINTS = 60
_MOST_A_SIDE = 4
_LOWER = (Modifier.AT_LEAST, Modifier.MORE_THAN)
_UPPER = (Modifier.UP_TO, Modifier.LESS_THAN)
_EXCUSES = {
    # The words are those of `factcheck.link`, which a reader meets beside these.
    Stance.PREVIOUS: "one is an earlier figure",
    Stance.DENIAL: "one is a figure that its own text denies",
    Stance.HYPOTHETICAL: "one is only supposed, not stated as a fact",
    Stance.TARGET: "one is a target or a limit, not what was reached",
    Stance.FORECAST: "one is a forecast",
}


class _Point(NamedTuple):
    """All places that state one reading under the same circumstances."""

    one: Stated
    places: tuple[Stated, ...]

    @property
    def clarity(self) -> int:
        """How unclear an example it is: bounds and positions are less clear than numbers."""
        is_bound = self.one.fact.mention.modifier is not None
        return int(is_bound) + int(self.one.selected.period is not None)


def outcomes(case: Case) -> Iterator[Outcome]:
    """Yield what is to be said of one fact."""
    ((alias, _),) = case.rule.facts
    for group in case.groups(case.stated(alias)):
        points = _thinned(_points(group))
        for connected in _connected(case, points):
            yield from _judged(case, _sides(case, connected))


def _points(group: Sequence[Stated]) -> list[_Point]:
    """Put together what says the same, so that a thousand places are few to compare."""
    same: dict[tuple[object, ...], list[Stated]] = {}
    for one in group:
        fact = one.fact
        period = fact.period
        key = (
            one.reading,
            one.exponents,
            (period.start, period.end) if period else None,
            fact.claimant,
            fact.subject_key,
            _stance(one),
            fact.part,
            fact.mention.modifier,
            one.is_exact,
        )
        same.setdefault(key, []).append(one)
    return [_Point(places[0], tuple(places)) for places in same.values()]


def _thinned(points: list[_Point]) -> list[_Point]:
    """Leave out points between others where there are too many to compare each with each.

    The smallest upper and the largest lower ends stay, and they conflict if any two do.
    """
    if len(points) <= _MOST_POINTS:
        return points
    by_high = sorted(points, key=lambda p: _end(p.one.reading.high, missing=1))
    by_low = sorted(points, key=lambda p: _end(p.one.reading.low, missing=-1))
    ends = [*by_high[: _MOST_POINTS // 4], *by_low[-_MOST_POINTS // 4 :]]
    step = len(points) // (_MOST_POINTS // 2) + 1
    kept = {id(point) for point in (*ends, *by_low[::step])}
    return [point for point in points if id(point) in kept]


def _end(value: Decimal | None, *, missing: int) -> Decimal:
    return Decimal("Infinity") * missing if value is None else value


def _connected(case: Case, points: list[_Point]) -> Iterator[list[_Point]]:
    """Yield sets of points that can be compared, one with the next."""
    left = list(points)
    while left:
        connected, fringe = [left.pop(0)], True
        while fringe:
            more = [
                point
                for point in left
                if any(case.comparable(point.one, other.one) for other in connected)
            ]
            connected += more
            fringe = bool(more)
            taken = {id(point) for point in more}
            left = [point for point in left if id(point) not in taken]
        connected.sort(key=lambda p: (p.one.selected.document, p.one.start))
        yield connected


def _sides(case: Case, points: Sequence[_Point]) -> list[list[_Point]]:
    """Group what can be right together, most stated first."""
    sides: list[list[_Point]] = []
    for point in points:
        fitting = (
            side
            for side in sides
            if all(_fits(case, point.one, other.one) for other in side)
        )
        side = next(fitting, None)
        if side is None:
            sides.append([point])
        else:
            side.append(point)
    return sorted(sides, key=lambda side: -sum(len(point.places) for point in side))


def _fits(case: Case, a: Stated, b: Stated) -> bool:
    return not case.comparable(a, b) or (
        _excuse(a, b) is None and _apart(case, a, b) is None
    )


def _apart(case: Case, a: Stated, b: Stated) -> tuple[Decimal, Severity] | None:
    """Return how far apart two facts are and how bad that is, or None if both can be right."""
    if not case.comparable(a, b) or _excuse(a, b) is not None:
        return None
    verdict = case.judge(a.reading, b.reading, exact=a.is_exact and b.is_exact)
    if not verdict.agrees:
        # The tolerance says whether there is a conflict, not how bad it is.
        gap = a.plain.gap(b.plain)
        return gap, case.severity(gap, exact=a.is_exact and b.is_exact)
    first, second = a.fact.mention, b.fact.mention
    for side in (_LOWER, _UPPER):
        if first.modifier in side and second.modifier in side:
            return _factor(case, a, b)
    return None


def _factor(case: Case, a: Stated, b: Stated) -> tuple[Decimal, Severity] | None:
    """Compare two bounds in one direction, which exclude nothing, by a factor of two."""
    ends = [
        end
        for one in (a, b)
        for end in (one.plain.low, one.plain.high)
        if end is not None and end > 0
    ]
    tolerance = case.rule.tolerance.factor or _compare.BOUND_FACTOR
    factor = max(tolerance, _compare.BOUND_FACTOR)
    if len(ends) == len((a, b)) and max(ends) / min(ends) >= factor:
        severity = case.rule.severity or Severity.WARNING
        return max(ends) / min(ends) - 1, min(
            severity, Severity.WARNING, key=lambda one: one.rank
        )
    return None


def _excuse(a: Stated, b: Stated) -> str | None:
    """Return why two numbers that differ may both be right, or None."""
    if a.reading.meets(b.reading):
        return None
    first, second = _stance(a), _stance(b)
    if first != second:
        known = _EXCUSES.get(first) if first is not None else None
        return known or _EXCUSES.get(second or Stance.ESTIMATE)
    if a.fact.part != b.fact.part:
        return "one is a part of a larger total"
    return None


def _stance(one: Stated) -> Stance | None:
    if one.fact.motion is Motion.FROM:
        return Stance.PREVIOUS
    # An estimate is of the same fact.
    return one.fact.stance if one.fact.stance in _EXCUSES else None


def _judged(case: Case, sides: list[list[_Point]]) -> Iterator[Outcome]:
    if len(sides) == 1:
        if len(_places(sides[0])) > 1:
            yield _agreement(case, sides[0])
        return
    pairs = [
        (found[1].rank, a, b, *found)
        for i, first in enumerate(sides)
        for second in sides[i + 1 :]
        for a in first
        for b in second
        if (found := _apart(case, a.one, b.one)) is not None
    ]
    if not pairs:
        yield from _excused(case, sides)
        return
    # The clearest example: plain numbers before bounds, then the first to be read.
    worst = max(pair[0] for pair in pairs)
    _, a, b, gap, severity = min(
        (pair for pair in pairs if pair[0] == worst),
        key=lambda pair: pair[1].clarity + pair[2].clarity,
    )
    yield _conflict(case, sides, (a, b), gap, severity)


def _places(side: Sequence[_Point]) -> list[Stated]:
    return [one for point in side for one in point.places]


def _excused(case: Case, sides: list[list[_Point]]) -> Iterator[Outcome]:
    """Yield what agrees, and why the rest may differ."""
    for side in sides:
        if len(_places(side)) > 1:
            yield _agreement(case, side)
    members = [point.one for side in sides for point in side]
    for i, a in enumerate(members):
        for b in members[i + 1 :]:
            reason = _excuse(a, b) if case.comparable(a, b) else None
            if reason is not None:
                yield Outcome(
                    case.rule.id,
                    case.rule.kind,
                    Verdict.EXCUSED,
                    (a.evidence(side=0), b.evidence(side=1)),
                    f"{case.label}: {a.words} and {b.words} may both be right: {reason}",
                    reason=reason,
                    label=case.label,
                )
                return


def _is_dispute(a: Stated, b: Stated) -> bool:
    """Return whether the texts themselves set one side's number against the other's."""
    first, second = a.fact.claimant, b.fact.claimant
    if not (a.fact.disputed or b.fact.disputed) or not first or not second:
        return False
    return first.casefold() != second.casefold()


def _conflict(
    case: Case,
    sides: list[list[_Point]],
    pair: tuple[_Point, _Point],
    gap: Decimal,
    severity: Severity,
) -> Outcome:
    a, b = pair[0].one, pair[1].one
    ordered = sorted(sides, key=lambda side: (pair[0] not in side, pair[1] not in side))
    places = []
    for number, side in enumerate(ordered):
        chosen = sorted(_places(side), key=lambda one: one not in (a, b))
        room = chosen[:_MOST_A_SIDE]
        for position, one in enumerate(room):
            also = len(chosen) - len(room) if position == 0 else 0
            places.append(one.evidence(side=number, also=also))
    n = sum(len(_places(side)) for side in sides)
    verdict = Verdict.CONFLICT
    if _is_dispute(a, b):
        verdict, severity = Verdict.DISPUTED, Severity.NOTE
    said = (
        f"{case.label}: {a.words} in {a.document.path}, but {b.words} in {_where(a, b)}"
    )
    return Outcome(
        case.rule.id,
        case.rule.kind,
        verdict,
        tuple(places),
        message(case, said, {"a": a, "b": b}, n=n, gap=percent(gap)),
        _explained(a, b, percent(gap)) + case.beyond,
        severity,
        slips.likeliest(a.fact.mention, b.fact.mention),
        label=case.label,
    )


def _explained(a: Stated, b: Stated, gap: str) -> str:
    """Say what two numbers can be; of one that can be only what it says there is no need."""
    first, second = f"“{a.words}”", f"“{b.words}”"
    said = [amount(one.plain, a.unit) for one in (a, b)]
    plain = [
        one.plain.is_point or (one.is_bound and told.split(" ", 2)[-1] in one.words)
        for one, told in zip((a, b), said, strict=True)
    ]
    if all(plain):
        return f"{first} and {second} are {gap} apart."
    if plain[1]:
        return f"{first} can be {said[0]}: that and {second} are {gap} apart."
    if plain[0]:
        return f"{second} can be {said[1]}: that and {first} are {gap} apart."
    return f"{first} can be {said[0]}, {second} {said[1]}: they are {gap} apart."


def _where(a: Stated, b: Stated) -> str:
    if a.document.path != b.document.path:
        return b.document.path
    return f"line {b.document.position(b.start)[0]} of the same document"


def _agreement(case: Case, side: Sequence[_Point]) -> Outcome:
    members = sorted(_places(side), key=lambda one: (one.selected.document, one.start))
    n_documents = len({one.document.path for one in members})
    where = f"{n_documents} documents" if n_documents > 1 else members[0].document.path
    listed = list(dict.fromkeys(one.words for one in members))
    said = ", ".join(listed[:4]) + (" ..." if len(listed) > 4 else "")  # noqa: PLR2004 - a line
    return Outcome(
        case.rule.id,
        case.rule.kind,
        Verdict.AGREE,
        tuple(one.evidence() for one in members),
        f"{case.label}: {said} {'agree' if len(listed) > 1 else 'is stated'} in {where}",
        label=case.label,
    )
