"""Columns headed "of which", and what else a part may be of.

"Staff | of whom nurses": a cell of the second column is a part of the one beside it. Where
another amount before a part could hold it, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks._arithmetic import Place
from factcheck.checks._context import PEOPLE, finds
from factcheck.checks._tables import Table
from factcheck.model import Fact, Form, Mention

# "19 tankers, 14 carriers and 21 ferries, 48 of which"
_LISTED = r"<[cem]\d+>[^<;:.]{1,40}(?:,|,? and)(?: [a-z]+ (?:for|of|in))? $"
_ONES = frozenset(("one", "ones"))
_KINDS = frozenset(("animal", "vehicle", "vessel", "building", "item"))
# Rows of a table that tell a part of the row above: "of whom finished".
_OF_WHOM_HEAD = (
    r"^(?:out )?of (?:which|whom|these|those|them)\b|^(?:thereof|including|incl\.)"
)


def columns(table: Table) -> Iterator[tuple[Fact, Fact]]:
    """Yield the cells of a column headed "of which ..." that are more than those beside them."""
    for at, header in enumerate(table.rows[0][2:] if table.rows else (), start=2):
        if not finds(header.text.lower(), _OF_WHOM_HEAD):
            continue
        for row in table.rows[1:]:
            part, whole = (row[n].fact if n < len(row) else None for n in (at, at - 1))
            if part and whole and _is_plain(part.mention) and _is_plain(whole.mention):
                a, w = part.mention, whole.mention
                ratio = "ratio" in (a.dimension, w.dimension)
                if not ratio and (a.value or 0) > (w.value or 0):
                    yield part, whole


def _is_plain(mention: Mention) -> bool:
    return mention.form is Form.PLAIN and mention.value is not None


def _is_kin(a: Mention, w: Mention) -> bool:
    """Return whether a part may be of the kind of its whole."""
    if (a.dimension, a.unit) != (w.dimension, w.unit):
        bare = a.dimension == "count" and (a.counted is None or a.counted.elided)
        return bare and w.dimension not in ("count", "ratio", "ratio_difference")
    if a.dimension != "count" or a.counted is None or a.counted.elided:
        return True
    if a.counted.lemma in _ONES or a.counted.lemma in _KINDS:
        return True
    if w.counted is None or w.counted.elided:
        return a.counted.lemma in PEOPLE
    kinds = {a.counted.lemma, w.counted.lemma}
    return len(kinds) == 1 or kinds <= PEOPLE


def fits_another(part: Place, whole: Place) -> bool:
    """Return whether another amount before a part, or a list that its whole ends, could hold it."""
    passage = part.passage
    mention = passage.mention(part.slot)
    value = mention.value or Decimal(0)
    same = passage is whole.passage
    earlier = {
        slot: passage.mention(slot)
        for slot, kind in enumerate(passage.kinds[: part.slot])
        if kind in "cem"
    }
    if any(
        (other.value or 0) >= value and _is_kin(mention, other)
        for slot, other in earlier.items()
        if not (same and slot == whole.slot)
    ):
        return True
    others = {
        slot: other.value or Decimal(0)
        for slot, other in earlier.items()
        if other.unit == mention.unit
    }
    if not same or whole.slot not in others:
        return False
    before = passage.around(whole.slot)[0]
    listed = sum(other for slot, other in others.items() if slot <= whole.slot)
    return finds(before, _LISTED) and listed >= value
