"""Rows of a table that share out one whole each: all come to 100 percent, or one is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks import _arithmetic, _compare
from factcheck.checks._tables import Table
from factcheck.model import Arithmetic, Fact, Form, Interval, Outcome, Severity, Verdict
from factcheck.units import wording

LAW = "percent"

_WHOLE = Interval.point(Decimal(100))
_FEWEST = 2  # shares in a row, and other rows that come to 100


def told(table: Table) -> Iterator[Outcome]:
    """Yield the one row whose shares do not make up the whole as those of all others do."""
    rows = [_shares(table, row) for row in range(1, len(table.rows))]
    if not rows or any(len(row) != len(rows[0]) for row in rows):
        return
    if len(rows[0]) < _FEWEST or len(rows) <= _FEWEST:
        return
    totals = [
        _arithmetic.total_of([fact.mention.reading for fact in row]) for row in rows
    ]
    wrong = [at for at, total in enumerate(totals) if not total.meets(_WHOLE)]
    if len(wrong) != 1:
        return
    row, total = rows[wrong[0]], totals[wrong[0]]
    value = wording.number(
        sum((f.mention.value or Decimal(0) for f in row), Decimal(0))
    )
    listed = " + ".join(table.document.surface(fact.mention.span) for fact in row)
    yield _compare.outcome(
        LAW,
        Verdict.CONFLICT,
        [
            _compare.evidence(table.document, fact, side=side)
            for side, fact in enumerate(row)
        ],
        f"{listed} is {value}%, where every other row makes 100%.",
        explanation=f"The {len(rows) - 1} other rows of the table share out a whole.",
        severity=Severity.WARNING,
        arithmetic=Arithmetic(total, _WHOLE, "percent", ("this row", "each other row")),
    )


def _shares(table: Table, at: int) -> list[Fact]:
    """Return the shares of a row; none where anything else stands in it."""
    facts = [cell.fact for cell in table.rows[at][1:] if cell.text]
    shares = [
        fact
        for fact in facts
        if fact is not None
        and fact.mention.unit == "percent"
        and fact.mention.dimension == "ratio"
        and fact.mention.form is Form.PLAIN
        and fact.mention.modifier is None
        and (fact.mention.value or 0) >= 0
    ]
    return shares if len(shares) == len(facts) else []
