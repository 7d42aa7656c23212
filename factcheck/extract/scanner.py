"""The native engine: candidates first, grammar second.

A cheap pass over each block finds where a number may stand (a digit, a number word); only the
stretches around them are cut into tokens and parsed. The work is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract import finish, numerals, tables
from factcheck.extract.lexicon import (
    ARTICLE_UNITS,
    FRACTIONS,
    MULTIPLES,
    ONES,
    SCALES,
    TENS,
    VAGUE,
    VAGUE_FACTORS,
    ZERO_NOUNS,
)
from factcheck.extract.reader import Reader
from factcheck.language.tokens import Tokens
from factcheck.model import Document, Extraction, Mention, Period, Span

# A block longer than this is read in pieces, cut where white space is.
WINDOW = 1 << 18
_BEFORE = 75
_AFTER = 70

_LETTERS = bytes(
    code if code in range(97, 123) else code + 32 if code in range(65, 91) else 32
    for code in range(256)
)
_DIGITS = re.compile(r"[0-9]++(?:[.,][0-9]++)*+")
_NUMBER_TAIL = re.compile(r"[\d.,]*+")
_ANY_DIGITS = re.compile(r"\d++(?:[.,]\d++)*+|[¼-¾⅐-⅞↉]")

_PLAIN_WORDS = (
    set(ONES)
    | set(TENS)
    | set(SCALES)
    | set(VAGUE)
    | set(VAGUE_FACTORS)
    | set(MULTIPLES)
    | {"dozen", "half"}
)
# Words that need "a" (or, for what did not happen, "no") in front.
_AFTER_ARTICLE = (set(FRACTIONS) - {"half", "halves"}) | ARTICLE_UNITS
_TRIGGERS = frozenset(
    word.encode() for word in _PLAIN_WORDS | _AFTER_ARTICLE | ZERO_NOUNS
)
# How far ahead of such a word its "a", "an" or "no" may end.
_ARTICLES = frozenset({b" a ", b"an "})
_LEADS = {
    word.encode(): 2 if word in _AFTER_ARTICLE else 14
    for word in (_AFTER_ARTICLE | ZERO_NOUNS) - _PLAIN_WORDS
}
# Periods that leave no quantity inside.
_CALENDAR = frozenset({"date", "month", "year", "time"})


def candidates(text: str, start: int, end: int) -> tuple[list[int], bool]:
    """Return where in a stretch of text a quantity may have its number, in order.

    The second value says whether the numbers there may be in the style 1.234,5.
    """
    body = text[start:end]
    hits: list[int] = []
    continental = False
    for match in (_DIGITS if body.isascii() else _ANY_DIGITS).finditer(body):
        hits.append(match.start() + start)
        if match.end() - match.start() > 2:  # noqa: PLR2004 - "0,5"
            number = match[0]
            if ("," in number and (number[1] == "," or "." in number)) or number.count(
                "."
            ) > 1:
                continental = True
    # One byte a character, all but letters blank: words are then split at C speed, and
    # places are the same as in the text.
    letters = b" %b " % body.encode("ascii", "replace").translate(_LETTERS)
    for word in _TRIGGERS.intersection(letters.split()):
        padded = b" %b " % word
        lead = _LEADS.get(word)
        at = letters.find(padded)
        while at >= 0:
            if (
                lead is None
                or (lead == 2 and letters[at - 2 : at + 1] in _ARTICLES)  # noqa: PLR2004 - "a "
                or (lead > 2 and b"o " in letters[max(0, at - lead) : at + 1])  # noqa: PLR2004 - "no known "
            ):
                hits.append(at + start)
            at = letters.find(padded, at + 1)
    hits.sort()
    return hits, continental


def read(document: Document) -> Extraction:
    """Return all mentions and periods of a document, in order."""
    from factcheck.extract import periods  # noqa: PLC0415

    mentions: list[Mention] = []
    found: list[Period] = []
    headers: tables.Headers | None = None
    for index, block in enumerate(document.blocks):
        if block.table is not None and headers is None:
            headers = tables.Headers(document)
        for start, end in _pieces(document.text, block.span):
            hits, continental = candidates(document.text, start, end)
            spans = periods.scan(document.text, start, end, document.date)
            found.extend(spans)
            if spans and hits:
                hits = _unmasked(hits, spans)
            if hits:
                if continental:
                    continental = numerals.is_continental(document.text, start, end)
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


def _unmasked(hits: list[int], periods: list[Period]) -> list[int]:
    """Return the candidates outside dates, years and times of day."""
    spans = [
        (period.span.start, period.span.end)
        for period in periods
        if period.kind in _CALENDAR
    ]
    if not spans:
        return hits
    kept: list[int] = []
    at, n = 0, len(spans)
    for hit in hits:
        while at < n and spans[at][1] <= hit:
            at += 1
        if at == n or hit < spans[at][0]:
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
    periods: list[Period],
    *,
    headers: tables.Headers | None,
    continental: bool,
) -> Iterator[Mention]:
    """Yield the mentions of one piece of a block, stretch by stretch."""
    text, (start, end) = document.text, piece
    block = document.blocks[index]
    titles = headers.of(block) if headers is not None else ()
    at, n = 0, len(hits)
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
        reader = Reader(tokens, start, end, continental=continental)
        drafts = reader.read(hits[first:at], periods)
        if headers is not None and titles:
            headers.apply(drafts, titles)
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
