"""The sentences beside a passage, and the dates and times of day that are told there."""

from __future__ import annotations

from factcheck.checks._context import (
    Passage,
    pattern,
)
from factcheck.language.sentences import sentences
from factcheck.model import Period, Span

_DOTTED = r"\b(?:[Aa]t|[Bb]y|[Ff]rom|[Uu]ntil|[Ss]ince|[Aa]fter|[Bb]efore) ((?:[01]?\d|2[0-3])\.[0-5]\d)(?!\d|[.,]\d| ?(?:%|p[.]?c|per ?cent|points?|euros?|dollars?|pounds?|[a-z]*illion))"


def beside(passage: Passage, step: int) -> tuple[str, list[Period]]:
    """Return the sentence so many further on in the block, in lower case, and its periods."""
    found = sentence(passage, step)
    if found is None:
        return "", []
    start, end = found
    periods = [
        period
        for period in passage.facts.extraction.periods
        if start <= period.span.start < end
    ]
    return passage.document.text[start:end].lower(), periods


def clocks(passage: Passage, start: int, end: int) -> list[Period]:
    """Return the times of day in a stretch of text, those written as numbers too: "at 18.05"."""
    text = passage.document.text[start:end]
    return [
        period
        for period in passage.facts.extraction.periods
        if start <= period.span.start < end and period.kind == "time"
    ] or [
        Period(Span(start + a, start + b), text[a:b], "time", precise=False)
        for a, b in (each.span(1) for each in pattern(_DOTTED).finditer(text))
    ]


def sentence(passage: Passage, step: int) -> tuple[int, int] | None:
    """Return where the sentence so many further on in the block starts and ends."""
    document = passage.document
    if not document.blocks:
        return None
    block = document.blocks[passage.block].span
    spans = list(sentences(document.text, block.start, block.end))
    here = [i for i, (a, b) in enumerate(spans) if a <= passage.span.start < b]
    index = here[0] + step if here else -1
    return spans[index] if 0 <= index < len(spans) else None
