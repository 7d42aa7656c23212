"""The native engine: candidates first, grammar second.

A cheap pass over each block finds where a number may stand (a digit, a number word); only the
stretches around them are cut into tokens and parsed. The work is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from factcheck import units
from factcheck.extract import finish, links, numerals, periods, phrases, tables
from factcheck.extract.bounds import BEFORE_LAST, BETWEEN
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
from factcheck.language import markup
from factcheck.language.tokens import Tokens
from factcheck.model import Document, Extraction, Form, Mention, Period, Span

# A block longer than this is read in pieces, cut where white space is.
WINDOW = 1 << 18
# Words are looked for in stretches of at most so many characters.
_LONG = 1 << 12
_BEFORE = 75
_AFTER = 70

_LETTERS = bytes(
    code if code in range(97, 123) else code + 32 if code in range(65, 91) else 32
    for code in range(256)
)
# A single character in front: `re` then skips ahead to the next of its kind.
_DIGITS = re.compile(r"[0-9][0-9]*+(?:[.,][0-9]++)*+")
_NUMBER_TAIL = re.compile(r"[\d.,]*+")
_ANY_DIGITS = re.compile(r"[\d¼-¾⅐-⅞↉](?:(?<=\d)\d*+(?:[.,]\d++)*+)?")

_PLAIN_WORDS = (
    set(ONES)
    | set(TENS)
    | set(SCALES)
    | set(VAGUE)
    | set(VAGUE_FACTORS)
    | set(MULTIPLES)
    | {"dozen", "half", "none"}
)
# Words that need "a" (or, for what did not happen, "no") in front.
_AFTER_ARTICLE = (set(FRACTIONS) - {"half", "halves"}) | ARTICLE_UNITS
_ARTICLES = frozenset({b" a ", b"an "})
# What stands before "a week" where that is an amount.
_MODIFYING = frozenset(word.encode() for word in BEFORE_LAST | BETWEEN | {"c", "by"})
_ORDINALS = frozenset({"st", "nd", "rd", "th", "ST", "ND", "RD", "TH"})
# Behind these first characters digits may be an ordinal or a time of day.
_DOUBTFUL = frozenset("snrtSNRT:")
# Periods that leave no quantity inside.
_CALENDAR = frozenset({"date", "month", "year", "time"})


def candidates(
    text: str, start: int, end: int
) -> tuple[list[int], bool, frozenset[bytes]]:
    """Return where in a stretch of text a quantity may have its number, in order.

    The second value says whether the numbers there may be in the style 1.234,5, the third
    which of the words are there that quantities or periods hang on.
    """
    body = text[start:end]
    hits, continental = _numbers(body, start)
    cues = _words(hits, body, start)
    hits.sort()
    return hits, continental, cues


def _numbers(body: str, start: int) -> tuple[list[int], bool]:
    """Return where digits may be a number, and whether they may be in the style 1.234,5."""
    hits: list[int] = []
    continental = False
    for match in (_DIGITS if body.isascii() else _ANY_DIGITS).finditer(body):
        at, last = match.span()
        if last - at > 2:  # noqa: PLR2004 - "0,5"
            number = match[0]
            if ("," in number and (number[1] == "," or "." in number)) or number.count(
                "."
            ) > 1:
                continental = True
        before = body[at - 1] if at else " "
        if (before != " " or body[last : last + 1] in _DOUBTFUL) and _is_part(
            body, at, last, before
        ):
            continue
        hits.append(at + start)
    return hits, continental


def _words(hits: list[int], body: str, start: int) -> frozenset[bytes]:
    """Add where words may be a number or begin a quantity; return which of `_CUES` are there."""
    # One byte a character, all but letters blank: words are then split at C speed, and
    # places are the same as in the text.
    letters = b" %b " % body.encode("ascii", "replace").translate(_LETTERS)
    cues: frozenset[bytes] = frozenset()
    low, end = 0, len(letters)
    while low < end:
        # Each word is looked for where it stands: in a long text nearly all do somewhere.
        high = end if end - low < _LONG else letters.find(b" ", low + _LONG // 2) + 1
        here = _CUES.intersection(letters[low:high].split())
        cues = cues | here if low else here
        for word in here:
            if word not in _LEADS:
                continue
            padded, lead, may_be = _LEADS[word]
            at = letters.find(padded, low - 1 if low else 0, high)
            while at >= 0:
                if (
                    (
                        not lead
                        or (lead == 2 and letters[at - 2 : at + 1] in _ARTICLES)  # noqa: PLR2004 - "a "
                        or (lead > 2 and b"o " in letters[max(0, at - lead) : at + 1])  # noqa: PLR2004 - "no known "
                    )
                    and (
                        may_be is None or may_be(body, letters, at, at + len(word) + 1)
                    )
                ):
                    hits.append(at + start)
                at = letters.find(padded, at + 1, high)
        low = high
    return cues


def _is_part(body: str, at: int, last: int, before: str) -> bool:
    """Return whether digits are part of what is no quantity: an ordinal, a code, a time."""
    return (
        (
            body[last : last + 2] in _ORDINALS
            and not body[last + 2 : last + 3].isalnum()
            and not _is_weight(body, last)
        )
        or (before.isalpha() and not _is_money(body, at))
        # Neither half of "10:30" is a number of its own.
        or (before == ":" and body[at - 2 : at - 1].isdigit())
        or (
            before.isspace()
            and body[last : last + 1] == ":"
            and body[last + 1 : last + 2].isdigit()
        )
    )


def _is_weight(body: str, last: int) -> bool:
    """Return whether "st" makes stones of the digits before it, no ordinal: "11st", "9st"."""
    return body[last] == "s" and (
        body[last - 1] != "1" or body[last - 2 : last] == "11"
    )


def _is_money(body: str, at: int) -> bool:
    """Return whether the letters glued before digits may be a currency: "Rs50", "C$"."""
    first = at - 1
    while first and body[first - 1].isalpha() and at - first < _LONGEST_SIGN:
        first -= 1
    word = body[first:at]
    return (
        word in units.CURRENCY_SIGNS
        or word in units.CURRENCIES
        # Signs that were lost on the wire: of the pound, of the euro; and rand.
        or word in ("PS", "R", "euro")
        or body[first - 1 : first] in units.CURRENCY_SIGNS
    )


def _is_amount(body: str, letters: bytes, at: int, end: int) -> bool:
    """Return whether "a week" may be an amount: "about a week", "a week and a half"."""
    following = letters[end : end + 16].split()[:1]
    if following == [b"and"] or (
        following == [b"of"] and letters[at + 1 : end] in _FILLED
    ):
        return True
    before = at - 2 if letters[at - 2] == _BLANK else at - 3
    if before < 1 or body[before - 1] != " " or letters[before - 1] == _BLANK:
        return True
    return letters[letters.rfind(b" ", 0, before) + 1 : before] in _MODIFYING


def _is_vague(body: str, letters: bytes, _: int, end: int) -> bool:
    """Return whether what stands behind "several" may be a unit, a scale or people."""
    following = letters[end + 1 : letters.find(b" ", end + 1)]
    after = end + len(following)
    if (
        not following
        or body[end - 1] != " "
        or not body[after : after + 1].isascii()
        or not body[end].islower()
    ):
        return True
    return following.decode() in phrases.behind_vague()


def _is_few(body: str, letters: bytes, at: int, end: int) -> bool:
    """Return whether "few" and "couple" may be an amount: "a few days"."""
    if not at:
        return False
    if body[at - 1] == " " and not body[at - 2 : at - 1].isspace():
        before = letters[letters.rfind(b" ", 0, at) + 1 : at]
        if before not in _BEFORE_FEW:
            return False
    return _is_vague(body, letters, at, end)


def _is_none(body: str, _: bytes, __: int, end: int) -> bool:
    """Return whether "of" stands behind "none": "none of the 12 passengers"."""
    return body[end : end + 12].split()[:1] in _OF


_BLANK = 32
_OF = (["of"], ["Of"], ["OF"])
_FILLED = frozenset(word.encode() for word in phrases.FILLED)
_LONGEST_SIGN = 8
_BEFORE_FEW = frozenset(word.encode() for word in phrases.BEFORE_FEW)
# Words that are candidates only where something else says so as well.
_MAY_BE: dict[bytes, Callable[[str, bytes, int, int], bool]] = {
    **dict.fromkeys((word.encode() for word in ARTICLE_UNITS), _is_amount),
    b"several": _is_vague,
    b"few": _is_few,
    b"couple": _is_few,
    b"none": _is_none,
}
# Of each word: how it stands in the letters; how far ahead its "a", "an" or "no" may end, 0
# where it needs none; what says that it is a candidate.
_LEADS = {
    word.encode(): (
        b" %b " % word.encode(),
        0 if word in _PLAIN_WORDS else 2 if word in _AFTER_ARTICLE else 14,
        _MAY_BE.get(word.encode()),
    )
    for word in _PLAIN_WORDS | _AFTER_ARTICLE | ZERO_NOUNS
}
_CUES = frozenset(_LEADS) | periods.CUES


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


def _read(document: Document) -> Extraction:
    mentions: list[Mention] = []
    found: list[Period] = []
    headers: tables.Headers | None = None
    for index, block in enumerate(document.blocks):
        if block.table is not None and headers is None:
            headers = tables.Headers(document)
        for start, end in _pieces(document.text, block.span):
            hits, continental, cues = candidates(document.text, start, end)
            spans = periods.scan(document.text, start, end, document.date, cues=cues)
            if spans:
                found.extend(spans)
                if hits:
                    hits = _unmasked(hits, spans)
            if hits:
                hits = links.outside(document.text, start, end, hits)
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


def _unmasked(hits: list[int], named: list[Period]) -> list[int]:
    """Return the candidates outside dates, years and times of day."""
    spans = [
        (period.span.start, period.span.end)
        for period in named
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
