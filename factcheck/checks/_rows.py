"""Columns of a table that share out one whole: the votes of an election, what power is made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import _arithmetic, _classes, _compare, _exclusive
from factcheck.checks._context import finds, pattern
from factcheck.checks._shared_out import GOODS, MANY, OPENS_LIST, STUFF_LEAD
from factcheck.checks._stuff import is_stuff
from factcheck.checks._tables import Cell, Table
from factcheck.model import Arithmetic, Fact, Form, Interval, Outcome, Verdict
from factcheck.units import wording

LAW = "percent"

TOO_MUCH = (
    "The shares leave each other out, so together they cannot pass 100%."
    " One may be wrong, or people could be counted more than once."
)
_WHOLE = Interval.point(Decimal(100))
_AT_MOST = Interval(None, Decimal(100))
_SLACK, _FAR = Decimal(101), Decimal(140)
# A column whose header says what its shares are of, and no more than that.
_OF_ONE = rf"^(?:(?:share|percentage|proportion|per ?cent|%) )?{GOODS}(?:,? \(?(?:%|per ?cent)\)?)?$"
_BARE = (
    r"^(?:(?:share|percentage|vote|vote share|share of (?:the )?(?:total|all)|market share|votes|weight|share (?:by|in) [a-z]+)"
    r"(?:,? \(?(?:%|in %|per ?cent)\)?)?|%|per ?cent)$"
)
_KINDS = (
    r"^(?:part(?:y|ies)|lists?|candidates?|sources?|fuels?|causes?|reasons?|answers?|options?|choices?|replies|materials?"
    r"|(?:blood |age )?groups?|kinds? of [a-z]+|ingredients?|makers?|brands?|compan(?:y|ies)|producers?|suppliers?|sellers?|holders?|owners?|shareholders?|crops?|metals?|components?|industry|sectors?|items?|activit(?:y|ies)|categor(?:y|ies)|types?|age(?: groups?)?|uses?|purposes?|modes?|means|destinations?|origins?|languages?|religions?)\b"
)
# "Share of those asked", where the rows are kinds that end with "Other".
_OF_ALL = r"^(?:share|percentage|proportion|per ?cent|%) of (?:the |its |our |total |all )*(?P<of>[a-z -]+)$"
_NOBODY = r"\b(?:nobody|no ?one|none|not) (?:[a-z]+ ){0,4}(?:two|several|both|more than one)\b"
_LEAD = 240  # characters before a table that may say what it shares out
_OTHERS = (
    r"^(?:(?:all |the )?others?|the rest|rest|remainder|none|no (?:answer|reply|opinion)|undecided|unknown"
    r"|miscellaneous|don't know)\b"
)
_TOTAL = r"^[\W_]*(?:total|all(?! (?:the )?others?\b)|sum|altogether|overall)\b"
_FEWEST = 2  # shares in a row, and other rows that come to 100


def shared_out(table: Table) -> Iterator[Outcome]:
    """Yield the columns whose shares of one whole come to more than all of it."""
    rows = [row for row in table.rows[1:] if row]
    totals = 0
    if rows and pattern(_TOTAL).match(rows[-1][0].text.lower()):
        totals = sum(cell.fact is not None for cell in rows.pop()[1:])
    # Beside votes and their total, it is for the share law to say which row is wrong.
    if len(rows) <= _FEWEST or totals > 1:
        return
    columns = [_column(rows, at) for at in range(1, table.width)]
    sums = [_arithmetic.total_of([f.mention.reading for f in c]) for c in columns]
    if not any(total.low and _SLACK < total.low <= _FAR for total in sums):
        return
    header = [cell.text.lower() for cell in table.rows[0]]
    labels = [row[0].text.lower() for row in rows]
    first = table.rows[0][0].span.start if table.rows[0] else 0
    lead = table.document.text[max(0, first - _LEAD) : first].lower()
    if finds(f"{lead} {header[0] if header else ''}", MANY) and not finds(
        lead, _NOBODY
    ):
        return
    whole = any(
        column and total.meets(_WHOLE)
        for column, total in zip(columns, sums, strict=True)
    )
    for at, (column, total) in enumerate(zip(columns, sums, strict=True), 1):
        of = header[at] if at < len(header) else ""
        past = column and total.low is not None and _SLACK < total.low <= _FAR
        if past and (whole or _are_of_one(labels, header[0], of, lead)):
            yield _too_much(table, column, total)


def _column(rows: Sequence[Sequence[Cell]], at: int) -> list[Fact]:
    """Return the shares of a column; none where anything else stands in it."""
    facts = [row[at].fact for row in rows if at < len(row)]
    shares = [fact for fact in facts if fact is not None and _is_share(fact)]
    return shares if len(shares) == len(rows) else []


def _are_of_one(labels: Sequence[str], kinds: str, header: str, lead: str) -> bool:
    """Return whether the rows of a table share out what its header tells, each another part."""
    of_all = pattern(_OF_ALL).match(header)
    if not (of_all or pattern(_BARE).match(header) or pattern(_OF_ONE).match(header)):
        return False
    if _classes.are_bands(labels) or _exclusive.counted_once(lead):
        return True
    stuff = not of_all or is_stuff(of_all["of"])
    others = any(pattern(_OTHERS).match(label) for label in labels)
    named = pattern(_KINDS).match(kinds) is not None
    opens = finds(lead, f"{OPENS_LIST}|{STUFF_LEAD}")
    return (stuff and (others or named or opens)) or (others and (named or opens))


def _too_much(table: Table, shares: Sequence[Fact], total: Interval) -> Outcome:
    value = sum((fact.mention.value or Decimal(0) for fact in shares), Decimal(0))
    return _compare.outcome(
        LAW,
        Verdict.CONFLICT,
        [
            _compare.evidence(table.document, fact, side=side)
            for side, fact in enumerate(shares)
        ],
        f"The {len(shares)} shares come to {wording.number(value)}%, more than the whole.",
        explanation=TOO_MUCH,
        severity=_compare.severity((total.low or value) / 100 - 1),
        arithmetic=Arithmetic(total, _AT_MOST, "percent", ("together", "a whole")),
    )


def _is_share(fact: Fact) -> bool:
    mention = fact.mention
    return (
        mention.unit == "percent"
        and mention.dimension == "ratio"
        and mention.form is Form.PLAIN
        and mention.modifier is None
        and (mention.value or 0) >= 0
    )
