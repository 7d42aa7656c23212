"""The native engine: candidates first, grammar second.

A cheap pass over each block finds where a number may stand (a digit, a number word); only the
stretches around them are cut into tokens and parsed. The work is linear in the text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.extract import finish, links, numerals, periods, tables
from factcheck.extract.candidates import candidates
from factcheck.extract.reader import Reader
from factcheck.language import markup
from factcheck.language.tokens import Tokens
from factcheck.model import Document, Extraction, Form, Mention, Period, Span

# A block longer than this is read in pieces, cut where white space is.
WINDOW = 1 << 18
_BEFORE = 75
_AFTER = 70

_NUMBER_TAIL = re.compile(r"[\d.,]*+")
# Periods that leave no quantity inside.
_CALENDAR = frozenset({"date", "month", "year", "time", "span"})


def read(document: Document) -> Extraction:
    """Return all mentions and periods of a document, in order."""
    cleaned = markup.clean(document.text)
    if cleaned is None:
        return _read(document)
    blocks = tuple(
        replace(block, span=cleaned.made_into(block.span)) for block in document.blocks
    )
    found = _read(replace(document, text=cleaned.text, blocks=blocks))

    def placed(mention: Mention) -> Mention:
        span, noun = cleaned.made_of(mention.span), mention.counted
        return replace(
            mention,
            span=span,
            surface=document.surface(span),
            number=cleaned.made_of(mention.number),
            phrase=cleaned.made_of(mention.phrase),
            counted=noun and replace(noun, span=cleaned.made_of(noun.span)),
            pair=mention.pair and cleaned.made_of(mention.pair),
        )

    def dated(period: Period) -> Period:
        span = cleaned.made_of(period.span)
        parts = tuple(map(dated, period.parts))
        return replace(period, span=span, surface=document.surface(span), parts=parts)

    return Extraction(
        found.document,
        tuple(map(placed, found.mentions)),
        tuple(map(dated, found.periods)),
    )


def named(text: str, start: int, end: int, anchor: dt.date | None) -> list[Period]:
    """Return the periods that are named in text[start:end], whose text is of that day."""
    return periods.scan(text, start, end, anchor, candidates(text, start, end)[2])


def _read(document: Document) -> Extraction:
    text, date = document.text, document.date
    mentions: list[Mention] = []
    found: list[Period] = []
    headers: tables.Headers | None = None
    for index, block in enumerate(document.blocks):
        if block.table is not None and headers is None:
            headers = tables.Headers(document)
        for start, end in _pieces(text, block.span):
            hits, continental, places = candidates(text, start, end)
            spans = periods.scan(text, start, end, date, places)
            if spans:
                found.extend(spans)
                hits = hits and _unmasked(hits, spans)
            if hits:
                hits = links.outside(text, start, end, hits)
            if hits:
                if continental:
                    continental = numerals.is_continental(text, start, end)
                mentions.extend(
                    _mentions(
                        document,
                        index,
                        (start, end),
                        hits,
                        spans,
                        headers=headers,
                        continental=continental,
                    )
                )
    return Extraction(document.path, tuple(mentions), tuple(found))


def _unmasked(hits: list[int], named: list[Period]) -> list[int]:
    """Return the candidates outside dates, years and times of day."""
    kept: list[int] = []
    at, n = 0, len(named)
    for hit in hits:
        while at < n and named[at].span.end <= hit:
            at += 1
        if at == n or hit < named[at].span.start or named[at].kind not in _CALENDAR:
            kept.append(hit)
    return kept


def _pieces(text: str, span: Span) -> list[tuple[int, int]]:
    if span.end - span.start <= WINDOW:
        return [(span.start, span.end)]
    pieces = []
    start = span.start
    while span.end - start > WINDOW:
        cut = start + WINDOW
        for mark in ("\n", ". ", " "):
            at = text.rfind(mark, start + WINDOW // 2, cut)
            if at > 0:
                cut = at + len(mark)
                break
        pieces.append((start, cut))
        start = cut
    pieces.append((start, span.end))
    return pieces


def _mentions(
    document: Document,
    index: int,
    piece: tuple[int, int],
    hits: list[int],
    spans: list[Period],
    *,
    headers: tables.Headers | None,
    continental: bool,
) -> Iterator[Mention]:
    """Yield the mentions of one piece of a block, stretch by stretch."""
    text, (start, end) = document.text, piece
    block = document.blocks[index]
    titles = headers.of(block) if headers is not None else ()
    at, n = 0, len(hits)
    passed, n_spans = 0, len(spans)
    while at < n:
        first = at
        low = max(start, hits[at] - _BEFORE)
        high = hits[at] + _AFTER
        at += 1
        while at < n and hits[at] - _BEFORE <= high:
            high = hits[at] + _AFTER
            at += 1
        low, high = _snap(text, start, end, low, high)
        tokens = Tokens(text, low, high)
        reader = Reader(tokens, start, end, continental=continental, cell=bool(titles))
        while passed < n_spans and spans[passed].span.end <= low:
            passed += 1
        near = passed
        while near < n_spans and spans[near].span.start < high:
            near += 1
        drafts = reader.read(hits[first:at], spans[passed:near])
        if headers is not None and titles:
            headers.apply(drafts, titles, tokens, block)
        if block.row == 0:
            # "Residents (thousands)" is the scale of the column.
            drafts = [draft for draft in drafts if draft.form is not Form.VAGUE]
        for draft in drafts:
            yield finish.mention(
                draft, tokens, document=document.path, block=index, headers=titles
            )


def _snap(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """Move the ends of a stretch to white space."""
    if low > start:
        at = text.rfind(" ", max(start, low - 40), low)
        low = at + 1 if at >= 0 else low
    if high >= end:
        return low, end
    at = text.find(" ", high, min(end, high + 40))
    if at >= 0:
        return low, at
    # Never cut a number.
    return low, _NUMBER_TAIL.match(text, high, end).end()  # type: ignore[union-attr] # it matches nothing, too
