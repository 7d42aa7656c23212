"""Totals that stand under or beside what they sum up: lists, lines with labels, tables."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise

from factcheck.checks import _arithmetic, _compare, slips
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import TOKEN, Passage, hint, pattern, saying
from factcheck.checks._tables import Cell, Table
from factcheck.model import (
    Fact,
    Form,
    Interval,
    Mention,
    Outcome,
    Severity,
    Verdict,
)
from factcheck.units import wording

LAW = "total"

_TOTAL_LABEL = r"^[\W_]*(?:grand |overall |sub-?)?(?:total|sum|altogether|all|(?:[a-z]+ )?in all|in total|(?:amount|sum|balance|total) (?:due|payable|to pay)|to pay)\b"
# Part of the row above it, and no row of its own.
_THEREOF = r"^[\W_]*(?:of (?:which|that|these|those|whom|them)|thereof|therein|including|incl)\b"
# Under its rows, and near to what they come to, such a row sums them up.
_WHOLE_GROUP = (
    r"^[\W_]*(?:the )?(?:(?:whole|entire|full) [a-z]+|group|company|firm|concern|combined|together|overall"
    r"|nationwide|everyone|everything)[\W_]*$"
)
_WHOLE_TIME = r"^[\W_]*(?:(?:the )?(?:whole |full |entire )?(?:year|season)|(?:19|20)\d\d|12 months|twelve months)\b"
_PART_TIME = (
    r"^[\W_]*(?:(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|q[1-4]\b|(?:first|second|third|fourth|[1-4](?:st|nd|rd|th)) (?:quarter|half)"
    r"|(?:spring|summer|autumn|winter|h[12])\b)"
)
# A row for each time, the last of which is no sum.
_TIME = rf"{_PART_TIME}|^[\W_]*(?:in |by |up to |under |over )?(?:week |day |round |stage )?\d"
_SWAPPED = frozenset({"two digits may be swapped"})
_SLIPS = _SWAPPED | {"one digit differs", "a digit may be missing"}
_MOST_OF_IT = Decimal("0.7")
_FEWEST, _MOST, _TELLING = 2, 12, 100
_NEAR = Decimal("0.12")
# What stands under such a header is not added up, whatever its unit.
UNADDED = (
    r"\b(?:per|average|avg|mean|median|rate|ratio|index|share|unit (?:price|cost)"
    r"|changes?|growth|margins?|yield|rank|age|percent)\b|%"
)
# Prices are added up where they are all that a table tells.
_PRICES = r"\bprice\b"


def outcome(
    places: Sequence[Place],
    derived: Interval,
    right: Decimal | None,
    sum_text: str,
    total: Place,
) -> Outcome:
    mentions = [place.passage.mention(place.slot) for place in (*places, total)]
    whole = mentions[-1]
    value = _arithmetic.fitting(right, whole)
    fit = None
    if value is not None:
        fit = _arithmetic.worth(value, total.passage, total.slot)
    return _arithmetic.settle(
        LAW,
        (*places, total),
        derived,
        total.passage.reading(total.slot),
        sum_text=f"{sum_text} {fit or wording.reading(derived)}",
        said_text=_arithmetic.said(total.passage, total.slot),
        fit=fit,
        exact=_arithmetic.is_exact(*mentions),
        least=Severity.WARNING,
        right=value,
        written=whole.value,
    )


def nominal(mentions: Sequence[Mention]) -> Decimal | None:
    """Return the sum of the values as written."""
    values = [m.value for m in mentions if m.value is not None]
    return sum(values, Decimal(0)) if len(values) == len(mentions) else None


_LABELLED = hint(":", "|")
_NAMED = hint(
    "total", "sum", "altogether", "all", "amount", "balance", "to pay", sources=(_TOTAL_LABEL,)
)  # fmt: skip


def amounts(text: str) -> list[re.Match[str]]:
    return [match for match in TOKEN.finditer(text) if match["kind"] in "cem"]


def listed(group: Sequence[Passage]) -> Iterator[Outcome]:
    """Add up list items, or lines with a label, under one that is named total."""
    if not saying(group, _NAMED):
        return
    run: list[Place] = []
    last = group[0]
    for passage in group:
        if passage.in_table or not (passage.says(_LABELLED) or _is_item(passage)):
            run = []
            continue
        found = amounts(passage.masked)
        if len(found) != 1:
            run = []
            continue
        place = Place(passage, int(found[0]["slot"]))
        if run and not _follows(last, passage):
            run = []
        last = passage
        if pattern(_THEREOF).match(passage.masked):
            continue
        if not passage.says(_NAMED):
            run.append(place)
            continue
        if len(run) >= _FEWEST:
            yield from _column(run, place)
        run = []


def _is_item(passage: Passage) -> bool:
    return passage.in_list


def _follows(first: Passage, second: Passage) -> bool:
    """Return whether a line stands right under another, with no words between them."""
    between = first.document.text[first.span.end : second.span.start]
    return first.index + 1 == second.index and not any(map(str.isalpha, between))


def _column(parts: Sequence[Place], total: Place) -> Iterator[Outcome]:
    mentions = [place.passage.mention(place.slot) for place in parts]
    whole = total.passage.mention(total.slot)
    if any(m.unit != whole.unit or m.form is not Form.PLAIN for m in mentions):
        return
    if _is_among((*mentions, whole)):
        return  # "Arle: 62. Borrow: 48. All towns: 55"
    derived = _arithmetic.total_of([p.passage.reading(p.slot) for p in parts])
    said = " + ".join(_arithmetic.plain(p.passage, p.slot) for p in parts)
    yield outcome(parts, derived, nominal(mentions), f"{said} is", total)


def tabled(table: Table) -> Iterator[Outcome]:
    rows = table.rows
    labels = [row[0].text.lower() if row else "" for row in rows]
    totals = [
        at
        for at, label in enumerate(labels)
        if at > _FEWEST and pattern(_TOTAL_LABEL).match(label)
    ]
    named = bool(totals)
    weak = False
    if not totals and len(rows) > _FEWEST + 1:
        totals = [len(rows) - 1]
        weak = not _spans(labels) and not pattern(_WHOLE_GROUP).match(labels[-1])
    if len(totals) != 1 or (weak and _are_times(labels)):
        return
    last = totals[0]
    if any("of which" in label or "average" in label for label in labels):
        return
    columns = list(_summable(table, last, named=named or _spans(labels)))
    if (weak and not _adds_up(columns)) or _lists_some(columns):
        return
    within = next((at for each in columns if (at := _subtotal(*each))), None)
    for facts, total in columns:
        if within is not None and within < len(facts):
            del facts[within]
        if _holds_subtotals(facts, total):
            continue
        yield _table_sum(table, facts, total)


def across(table: Table) -> Iterator[Outcome]:
    """Add up the cells of each row before its total, where other rows show what it sums up.

    "Gold, silver, bronze, total"; the four quarters of a game before its final score.
    """
    header = [cell.text.lower() for cell in table.rows[0]]
    totals = [at for at, each in enumerate(header) if pattern(_TOTAL_LABEL).match(each)]
    at = totals[0] if totals else len(header) - 1
    if at <= _FEWEST or len(totals) > 1 or pattern(UNADDED).search(" ".join(header)):
        return
    for first in range(1, at - 1):
        rows = [row for cells in table.rows[1:] if (row := _row(cells, first, at))]
        wrong = [row for row in rows if not _fits(*row)]
        right = [row for row in rows if _fits(*row)]
        known = totals or any(_is_telling(*row) for row in right)
        if right and known and len(right) >= len(wrong):
            for parts, total in wrong:
                if len(right) >= _FEWEST or _is_near(parts, total):
                    yield _table_sum(table, parts, total, "cells")
            return


def _row(cells: Sequence[Cell], first: int, at: int) -> tuple[list[Fact], Fact] | None:
    """Return the parts and the total of a row; None where a cell holds no amount."""
    parts = [cell.fact for cell in cells[first:at] if cell.fact]
    total = cells[at].fact if at < len(cells) else None
    if total is None or len(parts) < at - first or not _addable(parts, total):
        return None
    return parts, total


def _fits(parts: Sequence[Fact], total: Fact) -> bool:
    return nominal([part.mention for part in parts]) == total.mention.value


def _is_telling(parts: Sequence[Fact], total: Fact) -> bool:
    """Return whether a sum is hardly right by chance."""
    return len(parts) > _FEWEST + 1 or (total.mention.value or 0) >= _TELLING


def _lists_some(columns: Sequence[tuple[list[Fact], Fact]]) -> bool:
    """Return whether the rows above a total are some of it, in each of several columns."""
    return len(columns) > 1 and all(
        sum(part.mention.value or 0 for part in parts)
        < (total.mention.value or 0) * _MOST_OF_IT
        for parts, total in columns
    )


def _summable(
    table: Table, last: int, *, named: bool
) -> Iterator[tuple[list[Fact], Fact]]:
    """Yield the parts and the total of each column that is one to add up."""
    rows = table.rows
    for column in range(1, table.width):
        cells = [row[column].fact if column < len(row) else None for row in rows]
        parts, total = cells[1:last], cells[last]
        if total is None or any(part is None for part in parts):
            continue
        facts = [part for part in parts if part is not None]
        header = rows[0][column].text if column < len(rows[0]) else ""
        if pattern(UNADDED).search(header.lower()):
            continue
        if pattern(_PRICES).search(header.lower()) and not _sole(table, column):
            continue
        near = named or _is_near(facts, total)
        if near and _addable(facts, total) and len(facts) <= 4 * _MOST:
            yield facts, total


def summed_up(table: Table, total: Fact, *, sure: bool = False) -> Iterator[Outcome]:
    """Yield whether the rows of a table come to a total that is told in the text beside it.

    Args:
        table: The table.
        total: The total.
        sure: Whether the text says that the rows make it up; else a slip must.
    """
    found: list[list[Fact]] = []
    for column in range(1, table.width):
        facts = [cell.fact for cell in table.column(column) if cell and cell.fact]
        header = table.rows[0][column].text if column < len(table.rows[0]) else ""
        if (
            len(facts) == len(table.rows) - 1
            and _FEWEST < len(facts) <= _MOST
            and not pattern(UNADDED).search(header.lower())
            and not pattern(_PRICES).search(header.lower())
            and _addable(facts, total)
            and _is_near(facts, total)
        ):
            found.append(facts)
    if len(found) != 1:
        return
    told = _table_sum(table, found[0], total)
    if sure or told.verdict is Verdict.AGREE or _is_slip(found[0], total):
        yield told


def _adds_up(columns: Sequence[tuple[list[Fact], Fact]]) -> bool:
    """Return whether a row that nothing calls a total is the sum of those above it, but for a slip."""
    wrong, right = [], 0
    for parts, total in columns:
        values = [part.mention.value or Decimal(0) for part in parts]
        whole = total.mention.value or Decimal(0)
        if len(values) <= _FEWEST or whole <= max(values):
            return False
        if sum(values, Decimal(0)) == whole:
            right += whole >= _TELLING
            continue
        # Growing numbers are soon near to the sum of those before them.
        grows = all(a <= b for a, b in pairwise(values))
        many = len(values) > _FEWEST + 1 and not grows
        wrong.append(_is_slip(parts, total, _SLIPS if many else _SWAPPED))
    return right > 0 or (len(wrong) > 0 and all(wrong))


def _are_times(labels: Sequence[str]) -> bool:
    """Return whether rows are told for one time after another."""
    return all(pattern(_TIME).match(label) for label in labels[1:])


def _is_slip(
    parts: Sequence[Fact], total: Fact, kinds: Container[str] | None = None
) -> bool:
    """Return whether a slip, in the total or in a row, explains the difference.

    Args:
        parts: The rows.
        total: The total.
        kinds: The slips to look for; None for any.
    """
    values = [part.mention.value or Decimal(0) for part in parts]
    value, whole = sum(values, Decimal(0)), total.mention.value or Decimal(0)
    pairs = [(value, whole), *((each, each + whole - value) for each in values)]
    found = [slip for pair in pairs if (slip := slips.between(*pair)) is not None]
    return any(kinds is None or slip in kinds for slip in found)


def _subtotal(parts: Sequence[Fact], total: Fact) -> int | None:
    """Return the row that adds up some before it, and is no part of the total: "Big three"."""
    values = [part.mention.value or Decimal(0) for part in parts]
    for at in range(_FEWEST, len(values)):
        if sum(values) - values[at] == total.mention.value and any(
            sum(values[first:at]) == values[at] for first in range(at - 1)
        ):
            return at
    return None


def _holds_subtotals(parts: Sequence[Fact], total: Fact) -> bool:
    """Return whether rows are too much by those that sum up the rows right before or after them."""
    values = [part.mention.value or Decimal(0) for part in parts]
    whole = total.mention.value or Decimal(0)
    off = sum(values, -whole)
    if off <= 0:
        return False
    inner = [
        value
        for at, value in enumerate(values)
        if _sums_up(value, values[at + 1 :]) or _sums_up(value, values[:at][::-1])
    ]
    return off in (whole, sum(inner))


def _sums_up(value: Decimal, values: Sequence[Decimal]) -> bool:
    """Return whether the first few of some values, and no single one, come to another."""
    return value in [*accumulate(values)][1:]


def _sole(table: Table, column: int) -> bool:
    """Return whether no other column has numbers, such as how many pieces were sold."""
    return not any(
        cell.fact
        for row in table.rows
        for at, cell in enumerate(row)
        if at and at != column
    )


def _is_near(parts: Sequence[Fact], total: Fact) -> bool:
    """Return whether rows come to about as much as the last one."""
    value, whole = nominal([part.mention for part in parts]), total.mention.value
    return (
        value is not None and whole is not None and abs(whole - value) <= value * _NEAR
    )


def _spans(labels: Sequence[str]) -> bool:
    """Return whether months or quarters stand above a year or a season."""
    whole = pattern(_WHOLE_TIME).match(labels[-1])
    return bool(whole) and all(
        pattern(_PART_TIME).match(label) for label in labels[1:-1]
    )


def _addable(parts: Sequence[Fact], total: Fact) -> bool:
    unit = total.mention.unit
    return (
        len(parts) >= _FEWEST
        and total.mention.dimension not in {"ratio", "ratio_difference"}
        and "/" not in total.mention.dimension
        and all(
            part.mention.unit == unit and part.mention.form is Form.PLAIN
            for part in parts
        )
        and not _is_among([part.mention for part in (*parts, total)])
    )


def _is_among(mentions: Sequence[Mention]) -> bool:
    """Return whether the last amount lies among the others: a mean, or the most of them."""
    values = [m.value for m in mentions if m.value is not None]
    *parts, whole = values or (Decimal(-1),)
    return bool(parts) and 0 <= min(parts) <= whole <= max(parts)


def _is_counted_out(mentions: Sequence[Mention]) -> bool:
    """Return whether a column is counted to the last digit, so that 310 beside 806 is exact."""
    values = [
        m.value for m in mentions if m.dimension == "count" and m.modifier is None
    ]
    return (
        len(values) == len(mentions)
        and all(v is not None and v == v.to_integral_value() for v in values)
        and any(v is not None and _has_ones(v) for v in values)
    )


def _has_ones(value: Decimal) -> bool:
    """Return whether the last of the digits before the point is no zero."""
    tenth = value.scaleb(-1)
    return tenth != tenth.to_integral_value()


def _table_sum(
    table: Table, parts: Sequence[Fact], total: Fact, what: str = "rows"
) -> Outcome:
    value = nominal([part.mention for part in parts])
    exact = _arithmetic.is_exact(*(p.mention for p in parts), total.mention)
    readings = [part.mention.reading for part in (*parts, total)]
    if not exact and _is_counted_out([part.mention for part in (*parts, total)]):
        exact = True
        readings = [
            Interval.point(part.mention.value or Decimal(0)) for part in (*parts, total)
        ]
    derived = _arithmetic.total_of(readings[:-1])
    said = table.document.surface(total.mention.span)
    fit = None
    if value is not None:
        fit = wording.amount(Interval.point(value), total.mention.unit)
    places = [
        _compare.evidence(table.document, fact, side=side)
        for side, fact in enumerate((*parts, total))
    ]
    return _arithmetic.settled(
        LAW,
        places,
        derived,
        readings[-1],
        sum_text=f"The {len(parts)} {what} add up to {fit}",
        said_text=said,
        fit=fit,
        exact=exact,
        least=Severity.WARNING,
        right=value,
        written=total.mention.value,
    )
