"""What every law needs: comparing readings, quoting them, and saying numbers plainly.

The laws share these and nothing else:

- `compare(a, b)` and `judge(a, b, exact=...)` say whether two readings meet, and how bad it
  is if they do not.
- `convert(reading, unit)` brings a reading into the base unit of its dimension.
- `evidence(document, mention)` quotes a place; `outcome(...)` puts places and words together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck import units
from factcheck.frozen import dataclass
from factcheck.model import (
    Arithmetic,
    Block,
    Document,
    DocumentFacts,
    Evidence,
    Fact,
    Form,
    Interval,
    Mention,
    Modifier,
    Outcome,
    Severity,
    Span,
    Verdict,
)

# DESIGN.md section 3: error above 10%, warning from 1%, note below.
ERROR_GAP = Decimal("0.1")
WARNING_GAP = Decimal("0.01")
# Two bounds in one direction ("at least 8,000", "at least 80,000") exclude nothing, yet a
# factor between them is worth a query.
BOUND_FACTOR = Decimal(2)

_QUOTE_LENGTH = 160
_NOWHERE = Span(-1, -1)
_WHOLE = frozenset({"year", "month"})
# Digits that nobody gives who only knows a number roughly.
_TELLING_DIGITS = 3
_TEN = 10


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether two readings can both be right.

    Attributes:
        agrees: Whether they meet.
        gap: Distance between them, relative to the nearer end; 0 where they meet.
        severity: Of the disagreement, or None where they agree.
    """

    agrees: bool
    gap: Decimal = Decimal(0)
    severity: Severity | None = None


AGREES = Comparison(agrees=True)


def severity(gap: Decimal, *, exact: bool = False) -> Severity:
    """Return how bad a gap is; any gap between exact counts is an error.

    >>> severity(Decimal("0.05")).value
    'warning'
    """
    if exact or gap > ERROR_GAP:
        return Severity.ERROR
    return Severity.WARNING if gap >= WARNING_GAP else Severity.NOTE


def judge(a: Interval, b: Interval, *, exact: bool = False) -> Comparison:
    """Compare two readings in one unit.

    Args:
        a: A reading.
        b: Another, in the same unit.
        exact: Whether both are exact counts, where every difference is an error.
    """
    if a.meets(b):
        return AGREES
    gap = a.gap(b)
    return Comparison(agrees=False, gap=gap, severity=severity(gap, exact=exact))


def compare(a: Mention, b: Mention, *, restated: bool = False) -> Comparison:
    """Compare two mentions that state one fact, in whatever units they are.

    Two bounds in the same direction never exclude each other; from a factor of two
    between them they are a warning.

    Args:
        a: A mention.
        b: Another.
        restated: Whether the words around both are the same too. A range that has other
            ends, or a number with another last digit, is then an error in copying and no
            rounding: a warning at least.
    """
    said = as_said(a)
    if said is not None and said == as_said(b):
        return AGREES
    verdict = _compare_readings(a, b)
    if verdict.severity is Severity.NOTE and _are_whole_years(a, b):
        return replace(verdict, severity=Severity.WARNING)
    if not restated:
        return verdict
    if verdict.agrees and (_other_ends(a, b) or _are_swapped(a, b)):
        return Comparison(agrees=False, severity=Severity.WARNING)
    if verdict.severity is Severity.NOTE:
        return replace(verdict, severity=Severity.WARNING)
    return verdict


def as_said(mention: Mention) -> tuple[object, ...] | None:
    """Return what is alike of mentions that give one number in the same way, and so agree.

    Most linked ones do. None where a number has neither a value nor ends.
    """
    value, low = mention.value, mention.stated_low
    if value is None and low is None:
        return None
    return (
        value,
        low,
        mention.stated_high,
        mention.unit,
        mention.modifier,
        mention.form,
    )


def _other_ends(a: Mention, b: Mention) -> bool:
    return (
        a.form is Form.RANGE
        and b.form is Form.RANGE
        and a.unit == b.unit
        and (a.stated_low, a.stated_high) != (b.stated_low, b.stated_high)
    )


def _are_whole_years(a: Mention, b: Mention) -> bool:
    """Return whether "four years" stands beside "five years": told in full, and no rounding."""
    return a.unit == b.unit and all(
        m.unit in _WHOLE
        and m.modifier is None
        and m.value is not None
        and m.value == m.value.to_integral_value()
        for m in (a, b)
    )


def _are_swapped(a: Mention, b: Mention) -> bool:
    """Return whether "about 14,200" is "some 12,400" with two digits swapped."""
    if a.value is None or b.value is None or a.unit != b.unit or a.value == b.value:
        return False
    if {a.modifier, b.modifier} - {None, Modifier.ABOUT}:
        return False
    first, second = (
        "".join(map(str, value.as_tuple().digits)).rstrip("0")
        for value in (a.value, b.value)
    )
    return len(first) >= _TELLING_DIGITS and sorted(first) == sorted(second)


def _compare_readings(a: Mention, b: Mention) -> Comparison:
    first, second = convert(_told(a), a.unit), convert(_told(b), b.unit)
    plain = a.modifier is None and b.modifier is None
    verdict = judge(first, second, exact=a.exact and b.exact and plain)
    if not verdict.agrees or not _same_direction(a.modifier, b.modifier):
        return verdict
    if a.value is None or b.value is None:
        return verdict
    low, high = sorted((base_value(a.value, a.unit), base_value(b.value, b.unit)))
    if low > 0 and high / low >= BOUND_FACTOR:
        return Comparison(agrees=False, gap=high / low - 1, severity=Severity.WARNING)
    return verdict


def _told(mention: Mention) -> Interval:
    """Return the reading of a number; "thousands" are told of 12,000 too, and of 40,000."""
    reading, low, high = mention.reading, mention.stated_low, mention.stated_high
    if mention.form is not Form.VAGUE or low is None or high is None:
        return reading
    if reading.high is None or low * _TEN > high:  # several hundred
        return reading
    return Interval(reading.low, reading.high * _TEN)


def _same_direction(a: Modifier | None, b: Modifier | None) -> bool:
    lower = (Modifier.AT_LEAST, Modifier.MORE_THAN)
    upper = (Modifier.UP_TO, Modifier.LESS_THAN)
    return (a in lower and b in lower) or (a in upper and b in upper)


def convert(interval: Interval, unit: str) -> Interval:
    """Return an interval in the base unit of its dimension, as it is where it has none."""
    based = units.to_base(interval, unit) if unit else None
    return interval if based is None else based[0]


def base_value(value: Decimal, unit: str) -> Decimal:
    """Return one value in the base unit of its dimension."""
    point = convert(Interval.point(value), unit)
    return value if point.low is None else point.low


def sentence(text: str) -> str:
    """End a message with a full stop, where it has none; a heading of nothing stays so."""
    return f"{text}." if text and not text.endswith((".", "!", "?")) else text


def lowered(text: str) -> str:
    """Lower the first letter of a number that began a sentence: "Five", "About 60", "A third"."""
    begins = text[1:2].islower() or text.startswith("A ")
    return text[:1].lower() + text[1:] if begins else text


def quote(document: Document, start: int, end: int) -> str:
    """Return the sentence or phrase at a span on one line, shortened around it."""
    said = document.text[start:end]
    if said.isprintable() and "  " not in said:
        return said.strip()
    return " ".join(said.split())


def _around(document: Document, inner: Span, outer: Span) -> str:
    text, lo, hi = document.text, outer.start, outer.end
    if hi - lo > _QUOTE_LENGTH:
        room = max(0, _QUOTE_LENGTH - (inner.end - inner.start))
        lo = max(lo, inner.start - room // 2)
        hi = min(hi, inner.end + room - (inner.start - lo))
        while lo > outer.start and not text[lo - 1].isspace() and lo < inner.start:
            lo += 1
        while hi < outer.end and not text[hi].isspace() and hi > inner.end:
            hi -= 1
    said = quote(document, lo, hi)
    head = "…" if lo > outer.start else ""
    tail = "…" if hi < outer.end else ""
    return head + said + tail


def evidence(
    document: Document,
    place: Fact | Mention,
    *,
    side: int = 0,
    compared: Interval | None = None,
    also: int = 0,
) -> Evidence:
    """Quote a mention as evidence.

    Args:
        document: The document it stands in.
        place: The fact, whose sentence is quoted, or a bare mention, whose phrase is.
        side: Places with one number state the same.
        compared: What was compared, if it is not the mention's reading; in its unit.
        also: How many more places state this side.
    """
    if isinstance(place, Fact):
        mention, outer = place.mention, place.sentence
    else:
        mention, outer = place, place.phrase
    if not outer.covers(mention.span):
        outer = mention.phrase if mention.phrase.covers(mention.span) else mention.span
    outer = _row(document, mention) or outer
    return Evidence(
        document=document.path,
        span=mention.span,
        text=mention.surface,
        quote=_around(document, mention.span, outer),
        reading=mention.reading if compared is None else compared,
        unit=unit_label(mention),
        mention=mention,
        side=side,
        also=also,
    )


def _row(document: Document, mention: Mention) -> Span | None:
    """Return the row of the table that a number stands in: a cell alone says nothing."""
    blocks = document.blocks
    cell = blocks[mention.block] if mention.block < len(blocks) else None
    if cell is None or cell.row is None:
        return None
    first = last = mention.block
    while first and _beside(blocks[first - 1], cell):
        first -= 1
    while last + 1 < len(blocks) and _beside(blocks[last + 1], cell):
        last += 1
    return Span(blocks[first].span.start, blocks[last].span.end)


def _beside(block: Block, cell: Block) -> bool:
    return (block.table, block.row) == (cell.table, cell.row)


def unit_label(mention: Mention) -> str:
    """Return a mention's unit, or what it counts; a share ("a third of the boats") counts nothing."""
    if mention.unit or mention.dimension == "ratio":
        return mention.unit
    return mention.counted.noun if mention.counted else ""


def span_evidence(
    document: Document, span: Span, *, side: int = 0, outer: Span | None = None
) -> Evidence:
    """Quote a span that is no mention: a year, a date."""
    return Evidence(
        document=document.path,
        span=span,
        text=document.surface(span),
        quote=_around(document, span, outer or span),
        side=side,
    )


def by_path(documents: Iterable[DocumentFacts]) -> Mapping[str, Document]:
    """Return the documents by their paths."""
    return {facts.document.path: facts.document for facts in documents}


def outcome(
    law: str,
    verdict: Verdict,
    places: Sequence[Evidence],
    message: str,
    *,
    explanation: str = "",
    severity: Severity | None = None,
    slip: str | None = None,
    reason: str | None = None,
    label: str = "",
    arithmetic: Arithmetic | None = None,
) -> Outcome:
    """Return what a law found, under the rule id "core/<law>".

    Places that state the same number twice are kept once.
    """
    kept: dict[tuple[str | None, int, int], Evidence] = {}
    for place in places:
        span = place.span or _NOWHERE
        key = (place.document, span.start, span.end)
        if key in kept:
            kept[key] = replace(kept[key], also=kept[key].also + place.also)
        else:
            kept[key] = place
    return Outcome(
        rule=f"core/{law.replace('_', '-')}",
        kind=law,
        verdict=verdict,
        evidence=tuple(kept.values()),
        message=sentence(message),
        explanation=explanation,
        severity=severity,
        slip=slip,
        reason=reason,
        label=label,
        arithmetic=arithmetic,
    )
