"""What prose says of a table: the range of a column, and who is first in it.

"Yields ranged from 38 to 52 hectolitres" above a table with a yield of 57; "Kestrel Yard, with
212 homes the largest" beside a table in which another has 264. The column is the one that bears
the name of what is told, or that holds the number in the row of the one that is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import _compare, _peers, _tallies, _within
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import TOKEN, Passage, finds, hint, pattern, saying
from factcheck.checks._tables import Cell, Table
from factcheck.model import Fact, Form, Mention, Outcome, Severity, Verdict

_CUE = (
    r"\b(?:the|its|their) (?:(?P<up>(?:highest|hardest|worst|best)[- ][a-z]+|largest|biggest|highest|longest|tallest|deepest|heaviest|oldest|busiest|greatest|most [a-z]+)"
    r"|(?P<down>smallest|lowest|fewest|shortest|lightest|youngest|cheapest|quietest))\b|\b(?P<any>more than any(?:one|body| other)|the most)\b"
)
_SCOPE = r"^(?: [a-z]+)?,? (?:since|ever|for|outside|within|this|that|of those|of its|in (?!the (?:field|race|competition|tournament|table|group|class|survey|study|sample)\b)|by |per |on record|among|after|before|until)"
TOPS = hint("est ", "est-", "est,", "est.", "most ", "worst", "best", "than any", sources=(_CUE,))  # fmt: skip
_NO_ROW = (
    r"(?i)^\W*(?:total|all|sum|overall|average|mean|together|combined|whole|median)\b"
)
_NEAR = 60
_FEWEST = 3
_STEM = 5
_WORD = re.compile(r"[a-z]{4,}")
_VARY = r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|lay|lies?|between|from)\b"


def first(group: Sequence[Passage], tables: Sequence[Table]) -> Iterator[Outcome]:
    """Yield who is called the largest of a table's column, where another of its rows has more."""
    for _, passage in saying(group, TOPS) if tables else ():
        cues = list(pattern(_CUE).finditer(passage.masked))
        if len(cues) != 1 or passage.in_table:
            continue
        cue, masked = cues[0], passage.masked
        if (
            finds(masked[: cue.start()], _peers.NOT_FIRST)
            or finds(masked[cue.end() :], _SCOPE)
            or finds(masked, _peers.OTHERWISE)
        ):
            continue
        for token in TOKEN.finditer(masked):
            gap = max(cue.start() - token.end(), token.start() - cue.end())
            if token["kind"] in "cemr" and gap <= _NEAR:
                place = Place(passage, int(token["slot"]))
                found = _best(place, tables, up=cue["down"] is None)
                if found is not None:
                    yield found
                    break


def _best(own: Place, tables: Sequence[Table], *, up: bool) -> Outcome | None:
    mine, said = own.passage.mention(own.slot), own.passage.text.lower()
    if not _plain(mine):
        return None
    for table in tables:
        for row in table.rows[1:]:
            at = [n for n, cell in enumerate(row) if _is(cell, mine)]
            if len(at) != 1 or not _is_named(row, said):
                continue
            beyond = [
                fact
                for fact in _facts(table, at[0])
                if ((fact.mention.value or 0) > (mine.value or 0)) == up
                and fact.mention.value != mine.value
            ]
            if not beyond:
                return None
            other = (max if up else min)(beyond, key=_worth)
            word, rank = ("more", "first") if up else ("less", "last")
            return _tallies.say(
                [own.evidence(0), _compare.evidence(table.document, other, side=1)],
                f"{own.said()} is ranked {rank}, but {other.mention.surface} is {word}.",
                f"The words put {own.said()} {rank}; the table has {other.mention.surface}"
                " for another.",
                agrees=False,
            )
    return None


def _is_named(row: Sequence[Cell], said: str) -> bool:
    """Return whether a row's name, or the last word of it, stands in a sentence."""
    name = next(
        (cell.text.lower() for cell in row if _WORD.search(cell.text.lower())), ""
    )
    last = name.rpartition(" ")[2]
    return (
        len(last) >= _STEM - 1
        and re.search(rf"\b{re.escape(last)}\b", said) is not None
    )


def _is(cell: Cell, mention: Mention) -> bool:
    fact = cell.fact
    return (
        fact is not None
        and _plain(fact.mention)
        and fact.mention.value == mention.value
        and (not fact.mention.unit or fact.mention.unit == mention.unit)
    )


def _facts(table: Table, at: int) -> list[Fact]:
    """Return the numbers of a column, without those of all rows together."""
    rows = [row for row in table.rows[1:] if at < len(row)]
    facts = [row[at].fact for row in rows if not finds(row[0].text, _NO_ROW)]
    return [fact for fact in facts if fact is not None and _plain(fact.mention)]


def _plain(mention: Mention) -> bool:
    return (
        mention.form is Form.PLAIN
        and not mention.modifier
        and mention.value is not None
    )


def _worth(fact: Fact) -> Decimal:
    return fact.mention.value or Decimal(0)


def ranged(passage: Passage, tables: Sequence[Table]) -> Iterator[Outcome]:
    """Yield the one value of a column outside the range that a sentence tells of it.

    Args:
        passage: The sentence.
        tables: The tables of the document.
    """
    if passage.in_table or not finds(passage.masked, _VARY):
        return
    told = _within.ranges(passage)
    if len(told) != 1 or finds(passage.masked, _within.LOOSE):
        return
    low, high = told[0].like.stated_low, told[0].like.stated_high
    if low is None or high is None:
        return
    stems = {word[:_STEM] for word in _WORD.findall(passage.masked)}
    for table in tables:
        for column, title in enumerate(table.rows[0]):
            words = _WORD.findall(title.text.lower())
            if not words or words[0][:_STEM] not in stems:
                continue
            facts = _facts(table, column)
            values = [_worth(fact) for fact in facts]
            outside = [fact for fact in facts if not low <= _worth(fact) <= high]
            if (
                len(facts) <= _FEWEST
                or len(outside) != 1
                or not {low, high} & {*values}
            ):
                continue
            places = [Place(passage, slot) for slot in told[0].slots]
            shown = [place.evidence(side) for side, place in enumerate(places)]
            value = outside[0].mention.surface
            yield _compare.outcome(
                _within.LAW,
                Verdict.CONFLICT,
                [
                    *shown,
                    _compare.evidence(table.document, outside[0], side=len(shown)),
                ],
                f"{value} lies outside the range of {told[0].said}.",
                explanation=_within.OUTSIDE,
                severity=Severity.ERROR,
            )
            return
