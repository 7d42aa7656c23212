"""Which year or season of a stay it is, against the year in which the stay began.

"She took over the choir in 2012; this is her 15th year here": the start may stand in the
sentence before. A stay that began within a year counts that year as its first, so that
one more or less is let pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks import _arithmetic, _compare
from factcheck.checks._ages import LAW, Days
from factcheck.checks._arithmetic import Spot
from factcheck.checks._context import pattern
from factcheck.language.sentences import sentences
from factcheck.model import DocumentFacts, Interval, Outcome, Period, Span

_NTH = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
_NOW = (
    r"\b(?:(?:is|are|now|currently) (?:now |currently |already )*(?:in|into)|(?:[Tt]his|[Ii]t|[Tt]hat) is(?: now| already)?|enter(?:s|ing)|begin(?:s|ning))"
    r" (?P<whose>his|her|their) (?P<nth>[a-z]+|\d{1,2}(?:st|nd|rd|th)) (?:season|year)\b"
    r"(?=[.,;:!)]|$| (?:here|there|now|with (?:the|it|them|that)\b|at (?:the (?:club|helm|company|firm|school|orchestra|team)|it)\b|in (?:the )?(?:job|post|role|office|charge|chair|position"
    r"|command|town|city)\b|on the (?:job|board|podium|throne|team)\b|as (?:head|director|coach|its|the)\b))"
)
_BEGAN = (
    r"\b(?:signed|joined|took (?:over|up|charge|office|the)|became|appointed|elected|hired|arrived|came to|moved to|started|began|named"
    r"|has (?:led|run|headed|coached|managed|conducted|chaired|taught|been))\b[^;.]{0,60}? (?:in|since|on)(?: (?:early|late|the|spring|summer|autumn|winter|of))* $"
)
_TAKES_UP = r"^\W*(?:now |and |so )?(?:he|she|they|it|this|that|now)\b"
_AGAIN = r"\b(?:again|back|re-?joined|re-?turned|re-?signed|second time|first time|loan|until|career|professional)\b"
_OTHER = {"his": r"\b(?:she|her)\b", "her": r"\b(?:he|his)\b"}
_DATED = frozenset({"date", "month", "year"})


def told(facts: DocumentFacts) -> Iterator[Outcome]:
    """Yield the years and seasons of a stay whose start the text tells."""
    document = facts.document
    if document.date is None or not document.blocks:
        return
    for found in pattern(_NOW).finditer(document.text):
        block = document.blocks[document.block_at(found.start()) or 0].span
        spans = list(sentences(document.text, block.start, block.end))
        here = next(i for i, (a, b) in enumerate(spans) if a <= found.start() < b)
        start = _start(facts, (spans[here][0], found.start()), own=True)
        if start is None and here and _is_taken_up(document.text, spans[here]):
            before = document.text[slice(*spans[here - 1])].lower()
            if not pattern(_OTHER.get(found["whose"], r"^$")).search(before):
                start = _start(facts, spans[here - 1], own=False)
        if start is not None:
            yield from _counted(facts, start, Span(*found.span("nth")))


def _is_taken_up(text: str, sentence: tuple[int, int]) -> bool:
    return bool(pattern(_TAKES_UP).match(text[slice(*sentence)].lower()))


def _start(
    facts: DocumentFacts, within: tuple[int, int], *, own: bool
) -> Period | None:
    """Return the one date in a stretch of text, where a stay begins at it."""
    text, (low, high) = facts.document.text, within
    told = [p for p in facts.extraction.periods if low <= p.span.start < high]
    if len(told) != 1 or told[0].kind not in _DATED or not told[0].precise:
        return None
    before = text[low : told[0].span.start]
    said = text[low:high].lower()
    # "He joined in 2015. Captain Al Stone is in his 13th season": somebody else.
    others = own and re.search(r"(?<![.;] )\b[A-Z]", text[told[0].span.end : high])
    if others or pattern(_AGAIN).search(said):
        return None
    return told[0] if pattern(_BEGAN).search(before.lower()) else None


def _counted(facts: DocumentFacts, start: Period, nth: Span) -> Iterator[Outcome]:
    document, days = facts.document, Days.of(start)
    word = document.surface(nth)
    position = int(word[:-2]) if word[0].isdigit() else _number(word)
    if days is None or not position or document.date is None:
        return
    years = document.date.year - days.start.year
    if years < 1:
        return
    spot = Spot(document, start)
    yield _arithmetic.settled(
        LAW,
        [spot.evidence(0), _compare.span_evidence(document, nth, side=1)],
        Interval(Decimal(years), Decimal(years + 2)),
        Interval.point(Decimal(position)),
        sum_text=f"From {spot.said()} to the date of this text is {years} years",
        said_text=f"the {word}",
        fit=None,
        exact=True,
    )


def _number(word: str) -> int:
    return _NTH.index(word) + 1 if word in _NTH else 0
