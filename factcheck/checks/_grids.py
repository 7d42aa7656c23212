"""Columns of a table that follow from each other: where the rows fit, all of them must.

A column may be the quotient of two others (area, crop, yield), their difference, a change in
percent, a share of the total, or the sum of the others. No header has to say so, for the
rows show it: where all of them fit but one, that one is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from factcheck.checks import _arithmetic, _compare
from factcheck.checks._tables import Table, all_tables
from factcheck.frozen import dataclass
from factcheck.model import DocumentFacts, Fact, Form, Interval, Outcome, Severity
from factcheck.units import wording

_FEWEST, _SURE, _MOST_ROWS, _MOST_COLUMNS = 2, 4, 60, 7
_WRITTEN = re.compile(r"\d[\d,]*(?:\.\d+)?")
_DIGITS, _MOST_POWER = 2, 9
_ROUND, _NEAR = Decimal(2), Decimal("0.2")
_HUNDRED, _HALF, _ONE = Decimal(100), Decimal("0.5"), Decimal(1)
_WIDEST, _TENTHS = 15, 10  # an end of a quotient is at most 1.5 times the other
_MOVES = re.compile(
    r"(?i)\b(?:change[sd]?|diff(?:erence)?|gain|loss|margin|balance|net|surplus|deficit|increase"
    r"|decrease|growth|variance|rise|fall)\b|\+/-|±"
)
_QUOTIENT = re.compile(
    r"(?i)\b(?:per|average|avg|mean|each|every|rate|ratio|yield|density|apiece)\b|/"
)
_SUM = re.compile(r"(?i)^[\W_]*(?:total|sum|altogether|all|both|combined)\b")


@dataclass(frozen=True, slots=True)
class _Column:
    """The numbers of a column, all in one unit; None for a cell without one."""

    title: str
    unit: str
    facts: tuple[Fact | None, ...]

    def value(self, row: int) -> Decimal:
        fact = self.facts[row]
        assert fact is not None
        assert fact.mention.value is not None
        return fact.mention.value

    def reading(self, row: int) -> Interval:
        """Return what a cell can be by the digits in it, each zero taken to count."""
        fact = self.facts[row]
        assert fact is not None
        if re.search("[a-z]", fact.mention.surface):
            return fact.mention.digits
        value = self.value(row)
        exponent = value.as_tuple().exponent
        assert isinstance(exponent, int)
        half = _HALF.scaleb(min(exponent, 0))
        written = _WRITTEN.search(fact.mention.surface)
        if (
            written
            and (plain := Decimal(written[0].replace(",", "")))
            and plain < value
        ):
            # "0.18" under a heading in millions
            places = plain.as_tuple().exponent
            assert isinstance(places, int)
            half = _HALF.scaleb(min(places, 0)) * value / plain
        return Interval(value - half, value + half)


@dataclass(frozen=True, slots=True)
class _Relation:
    """How a column follows from others.

    Attributes:
        law: The law that it is a matter of.
        kind: "quotient", "share", "whole", "growth", "difference" or "sum".
        power: Of ten, that a quotient is multiplied by.
    """

    law: str
    kind: str
    power: int = 0

    def derived(self, parts: Sequence[Interval]) -> Interval:
        first, second = parts[0], parts[-1]
        if self.kind == "sum":
            return _arithmetic.total_of(parts)
        if self.kind == "difference":
            return first - second
        if self.kind == "growth":
            return (first / second - Interval.point(_ONE)).scale(_HUNDRED)
        return (first / second).scale(_ONE.scaleb(self.power))

    def words(self, said: Sequence[str]) -> str:
        if self.kind == "sum":
            return f"{' + '.join(said)} is"
        if self.kind == "difference":
            return f"{said[0]} less {said[1]} is"
        if self.kind == "growth":
            return f"From {said[1]} to {said[0]} is a change of"
        between = "divided by" if self.kind == "quotient" else "of"
        return f"{said[0]} {between} {said[1]} is"


_PERCENT = frozenset({"share", "whole", "growth"})
_SHARE = _Relation("share", "share", 2)
_OF_ALL = _Relation("share", "whole", 2)
_GROWTH = _Relation("change", "growth")
_DIFFERENCE = _Relation("change", "difference")
_TOTAL = _Relation("total", "sum")


def told(documents: Sequence[DocumentFacts], law: str) -> Iterator[Outcome]:
    """Yield what the columns of the tables come to under one law."""
    for group in all_tables(documents):
        for table in group:
            if _FEWEST < len(table.rows) <= _MOST_ROWS:
                yield from _table(table, law)


def _table(table: Table, law: str) -> Iterator[Outcome]:
    columns = list(_numeric(table))[:_MOST_COLUMNS]
    labels = [row[0].text.lower() if row else "" for row in table.rows[1:]]
    totals = [at for at, text in enumerate(labels) if _SUM.match(text)]
    if law == "total":
        yield from _summed(table, columns)
        return
    seen: set[frozenset[int]] = set()
    if law == "share" and len(totals) == 1:
        yield from _of_all(table, columns, totals[0])
    for x, y, z in permutations(range(len(columns)), 3):
        if frozenset((x, y, z)) in seen:
            continue
        for relation in _relations(columns[x], columns[y], columns[z], law):
            found = _judged(table, relation, (columns[x], columns[y]), columns[z])
            if found:
                seen.add(frozenset((x, y, z)))
                yield from found


def _numeric(table: Table) -> Iterator[_Column]:
    for at in range(1, table.width):
        facts = tuple(
            cell.fact
            if cell and cell.fact and cell.fact.mention.form is Form.PLAIN
            else None
            for cell in table.column(at)
        )
        units = {fact.mention.unit for fact in facts if fact}
        if len(units) == 1 and sum(fact is not None for fact in facts) > _FEWEST:
            title = table.rows[0][at].text if at < len(table.rows[0]) else ""
            yield _Column(title, units.pop(), facts)


def _relations(x: _Column, y: _Column, z: _Column, law: str) -> Iterator[_Relation]:
    """Yield what the last of three columns may be."""
    if law == "change" and x.unit == y.unit and _MOVES.search(z.title):
        yield _DIFFERENCE
    if "percent" in (x.unit, y.unit):
        return
    if "percent" in z.unit or "%" in z.title or "percent" in z.title.lower():
        if law == "share":
            yield _SHARE
        elif law == "change" and x.unit == y.unit:
            yield _GROWTH
    elif law == "rate":
        power = _power(x, y, z)
        if power is not None and (_QUOTIENT.search(z.title) or _is_telling(z)):
            yield _Relation("rate", "quotient", power)


def _is_telling(column: _Column) -> bool:
    """Return whether numbers are so long, or so measured, that no others divide into them by chance.

    Games won and lost do.
    """
    return bool(column.unit) or any(
        fact.mention.value is not None
        and len(fact.mention.value.as_tuple().digits) > _DIGITS
        for fact in column.facts
        if fact
    )


def _power(x: _Column, y: _Column, z: _Column) -> int | None:
    """Return the power of ten between a column and the quotient of two others."""
    found: dict[int, int] = {}
    for row in _rows((x, y, z)):
        ratio = z.value(row) * y.value(row) / x.value(row)
        power = (ratio * _ROUND).adjusted()
        if ratio > 0 and abs(ratio.scaleb(-power) - 1) < _NEAR:
            found[power] = found.get(power, 0) + 1
    best = max(found, key=lambda each: found[each], default=None)
    return best if best is not None and abs(best) <= _MOST_POWER else None


def _rows(columns: Sequence[_Column]) -> list[int]:
    """Return the rows where each column has a number that one can divide by."""
    return [
        row
        for row in range(len(columns[0].facts))
        if all(
            (fact := column.facts[row]) is not None and fact.mention.value
            for column in columns
        )
    ]


def _summed(table: Table, columns: Sequence[_Column]) -> Iterator[Outcome]:
    """Men, women, total."""
    for at, total in enumerate(columns):
        parts = [each for each in columns[:at] if each.unit == total.unit]
        if _SUM.match(total.title) and len(parts) >= _FEWEST:
            yield from _judged(table, _TOTAL, parts, total)
            return


def _of_all(table: Table, columns: Sequence[_Column], total: int) -> Iterator[Outcome]:
    """Votes, and their share of all votes in the last row."""
    for share in columns:
        if not ("percent" in share.unit or "%" in share.title or "hare" in share.title):
            continue
        for part in columns:
            whole = part.facts[total]
            if part is share or whole is None or not whole.mention.value:
                continue
            kept = tuple(
                None if row == total else fact for row, fact in enumerate(part.facts)
            )
            wholes = tuple(None if fact is None else whole for fact in kept)
            parts = (
                _Column(part.title, part.unit, kept),
                _Column(part.title, part.unit, wholes),
            )
            yield from _judged(table, _OF_ALL, parts, share)


def _judged(
    table: Table, relation: _Relation, parts: Sequence[_Column], result: _Column
) -> list[Outcome]:
    """Return what each row comes to, if all of them fit, or all but one."""
    rows = _rows((*parts, result))
    fits: list[int] = []
    others: list[int] = []
    for row in rows:
        derived = relation.derived([part.reading(row) for part in parts])
        stated = _arithmetic.loosened(result.reading(row))
        if not derived.meets(stated):
            others.append(row)
        elif relation.kind != "quotient" or _says_much(derived):
            fits.append(row)
    fine = [row for row in fits if len(result.value(row).as_tuple().digits) >= _DIGITS]
    if len(others) > 1 or len(fits) < _FEWEST:
        return []
    if len(fine) < _FEWEST and len(fits) < _SURE:
        return []
    return [_outcome(table, relation, parts, result, row) for row in rows]


def _says_much(derived: Interval) -> bool:
    """Return whether a quotient is narrow: 4 by 1 may be 2.3 to 9, which much fits."""
    low, high = derived.low, derived.high
    return low is not None and high is not None and high * _TENTHS <= low * _WIDEST


def _outcome(
    table: Table,
    relation: _Relation,
    parts: Sequence[_Column],
    result: _Column,
    row: int,
) -> Outcome:
    facts = [fact for column in (*parts, result) if (fact := column.facts[row])]
    said = [table.document.surface(fact.mention.span) for fact in facts]
    values = [Interval.point(part.value(row)) for part in parts]
    right = _arithmetic.fitting(relation.derived(values).low, facts[-1].mention)
    fit = None if right is None else wording.number(right)
    if fit and (said[-1].endswith("%") or relation.kind in _PERCENT):
        fit += "%"
    return _arithmetic.settled(
        relation.law,
        [
            _compare.evidence(table.document, fact, side=side)
            for side, fact in enumerate(facts)
        ],
        relation.derived([part.reading(row) for part in parts]),
        _arithmetic.loosened(result.reading(row)),
        sum_text=f"{relation.words(said[:-1])} {fit}",
        said_text=said[-1],
        fit=fit,
        least=Severity.WARNING,
        right=right,
        written=result.value(row),
    )
