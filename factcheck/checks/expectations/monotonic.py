"""A series of numbers only rises, or only falls, in time.

What it does:
    Puts the mentions of a fact in the order of their periods, or of the dates of their
    documents, and compares each with those before it.

Why it matters:
    A toll that falls, or a stock that grows while it is used up, was miscopied or revised.

Example:
    "112 dead" in a report of Monday and "98 dead" in one of Tuesday.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import slips
from factcheck.checks.expectations.common import Case, Stated, amount, percent
from factcheck.checks.expectations.messages import message
from factcheck.model import Grouping, Interval, Outcome, Verdict

_ZERO = Decimal(0)


def outcomes(case: Case) -> Iterator[Outcome]:
    """Yield what is to be said of each series."""
    ((alias, _),) = case.rule.facts
    for group in case.groups(case.stated(alias)):
        series: dict[tuple[object, ...], list[tuple[dt.date, Stated]]] = {}
        undated: list[Stated] = []
        for one in group:
            date = _date(case, one)
            if date is None:
                undated.append(one)
            else:
                series.setdefault(_key(case, one), []).append((date, one))
        for dated in series.values():
            yield from _judged(case, sorted(dated, key=lambda pair: pair[0]))
        if undated:
            yield _untold(case, undated)


def _date(case: Case, one: Stated) -> dt.date | None:
    if case.expect.over == "document.date":
        return one.document.date
    period = one.fact.period
    return None if period is None else period.end or period.start


def _key(case: Case, one: Stated) -> tuple[object, ...]:
    known = {
        Grouping.DOCUMENT: one.selected.document,
        Grouping.BLOCK: (one.selected.document, one.fact.mention.block),
        Grouping.SENTENCE: (one.selected.document, one.fact.sentence.start),
        Grouping.CLAIMANT: (one.fact.claimant or "").casefold(),
        Grouping.SUBJECT: (one.fact.subject_key or "").casefold(),
    }
    return (one.exponents, *(known.get(group) for group in case.expect.per))


def _judged(case: Case, dated: Sequence[tuple[dt.date, Stated]]) -> Iterator[Outcome]:
    worst: tuple[Stated, Stated] | None = None
    # The most extreme of all earlier days: what fits it fits them all.
    extreme: Stated | None = None
    today: list[tuple[dt.date, Stated]] = []
    for date, one in dated:
        if today and today[0][0] != date:
            extreme = _extreme(case, [extreme, *(each for _, each in today)])
            today = []
        today.append((date, one))
        if extreme is None or worst is not None or not case.compatible(extreme, one):
            continue
        if not _allowed(case, extreme, one):
            worst = (extreme, one)
    if worst is not None:
        yield _conflict(case, *worst)
    elif len({date for date, _ in dated}) > 1:
        said = ", ".join(f"{one.words} ({date})" for date, one in dated)
        way = "falls" if case.expect.falling else "rises"
        yield Outcome(
            case.rule.id,
            case.rule.kind,
            Verdict.AGREE,
            tuple(one.evidence(side=side) for side, (_, one) in enumerate(dated)),
            f"{case.label}: {said} {way} as expected",
            label=case.label,
        )


def _extreme(case: Case, earlier: Sequence[Stated | None]) -> Stated | None:
    """Return the number that later ones are the likeliest to break."""
    known = [one for one in earlier if one is not None]
    if case.expect.falling:
        ends = [one for one in known if one.reading.high is not None]
        return min(ends, key=lambda one: one.reading.high or _ZERO, default=None)
    ends = [one for one in known if one.reading.low is not None]
    return max(ends, key=lambda one: one.reading.low or _ZERO, default=None)


def _allowed(case: Case, earlier: Stated, later: Stated) -> bool:
    lower, upper = earlier.reading, later.reading
    if case.expect.falling:
        lower, upper = upper, lower
    least = Interval(lower.low, None, lower.low_open)
    return least.meets(Interval(None, upper.high, high_open=upper.high_open))


def _conflict(case: Case, earlier: Stated, later: Stated) -> Outcome:
    gap = earlier.plain.gap(later.plain)
    way, never = ("rises", "falls") if case.expect.falling else ("falls", "rises")
    exact = earlier.is_exact and later.is_exact
    first, second = _date(case, earlier), _date(case, later)
    said = f"{earlier.words} ({first}), then {later.words} ({second})"
    return Outcome(
        case.rule.id,
        case.rule.kind,
        Verdict.CONFLICT,
        (earlier.evidence(side=0), later.evidence(side=1)),
        message(
            case,
            f"{case.label} {way}: {said}",
            {"a": earlier, "b": later},
            n=2,
            gap=percent(gap),
        ),
        f"By the rule it only {never}. “{earlier.words}” can be "
        f"{amount(earlier.plain, earlier.unit)}, “{later.words}” "
        f"{amount(later.plain, later.unit)}.{case.beyond}",
        case.severity(gap, exact=exact),
        slips.likeliest(earlier.fact.mention, later.fact.mention),
        label=case.label,
    )


def _untold(case: Case, undated: Sequence[Stated]) -> Outcome:
    what = "document" if case.expect.over == "document.date" else "text"
    reason = f"the {what} gives no date"
    return Outcome(
        case.rule.id,
        case.rule.kind,
        Verdict.UNDETERMINED,
        tuple(one.evidence() for one in undated),
        f"{case.label}: not checked, {reason}",
        reason=reason,
        label=case.label,
    )
