"""Binding: what each mention is about.

Shallow parsing of our own: a sentence is cut into words once, a clause is what lies between
punctuation and conjunctions, and cue words (`link.cues`) say the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from factcheck.language.asides import bears
from factcheck.language.sentences import sentences
from factcheck.link.places import Bound, bound
from factcheck.link.positions import Slot
from factcheck.model import (
    Block,
    BlockKind,
    Document,
    DocumentFacts,
    Extraction,
    Fact,
    Mention,
    Period,
    Role,
    Span,
)

_TITLE_LENGTH = 140
_COMMA = 2  # characters: a comma and a space
_OPENING = 12  # characters in which a sentence says when, before it says what
_LEAD = 900  # characters from the start of the article
# What is asked for each mention is looked up once: a member of an enumeration takes long.
_TITLE, _BODY = Role.TITLE, Role.BODY
_ROLES = {
    BlockKind.LIST: Role.LIST,
    BlockKind.TABLE: Role.TABLE,
    BlockKind.CAPTION: Role.CAPTION,
}
# "Revenue: 412.0m" is a line of a data sheet.
_DATA_LINE = re.compile(r"[^:]{1,40}: [^a-z]{0,4}\d[\d.,]*\S{0,3}(?: \w+){0,2}$")
_WHOLE_BLOCKS = (BlockKind.TABLE, BlockKind.TITLE)
_LASTING = frozenset(("remain", "remained", "remains", "still"))
# Whoever speaks of the event of the day does not say the year.
_LONG = frozenset(("month", "year", "season", "decade"))
# How a sentence goes on with what the one before it told.
_WHEN = ("when ", " when ", ", when ")
_TAKEN_UP = ("It ", "They ", "That ", "This ", "Then ", "At that time")
# Characters of a sentence that may be told more than once.
_SHARED = 1000
_LINE = 40  # characters, from which a line is wrapped
_AND_NOW = re.compile(
    r",? and (?:(?:now|today|currently) )?(?:has|have|is|are|employs?|owns?|runs?|operates?|serves?|counts?|holds?)\b"
)
# When a document came out is not when what it says is so.
_PUBLISHED = re.compile(
    r"\b(?:plans?|proposals?|reports?|papers?|drafts?|documents?|figures|accounts|letter|statement|budget|list) (?:[\w'-]+ ){0,5}?(?:published|unveiled|released|issued|presented|tabled|announced|circulated|made public|set out)(?: on| in| late| early)* $"
)
_REACH = 100  # characters
_DAYS = frozenset(("date", "weekday"))
_WRAP = re.compile(rf"(?<=[^\n]{{{_LINE}}})\n(?!\n)")


def bind(document: Document, extraction: Extraction) -> DocumentFacts:
    """Return the facts of a document: each mention with what it is about.

    Args:
        document: The document.
        extraction: What was read in it.
    """
    return DocumentFacts(document, extraction, tuple(_facts(document, extraction)))


def _facts(document: Document, extraction: Extraction) -> Iterator[Fact]:
    title = _title(document)
    first = document.blocks[0].span.start if document.blocks else 0
    text = document.text
    for index, (span, block, inside, own) in enumerate(_read(document, extraction)):
        role = _role(document.blocks[block], block, title)
        sentence = _joined(text, span)
        slots = tuple([_slot(mention, span.start) for mention in inside])
        shared = len(sentence) <= _SHARED
        found = (
            _shared(_levelled(sentence), slots) if shared else bound(sentence, slots)
        )
        for mention, said in zip(inside, found, strict=True):
            start, end = said.clause
            whole = not start and end == span.end - span.start
            clause = span if whole else Span(span.start + start, span.start + end)
            periods = own
            if not own and said.scope is not None and sentence.startswith(_TAKEN_UP):
                # "The last eruption was in 1967. It cost 212 lives."
                periods = _told_before(document, extraction, span.start, block)
            yield Fact(
                mention,
                *said[:-2],  # all but its clause and scope
                _period(mention, span, clause, periods, text) if periods else None,
                _scope(mention, span, said, periods, sentence)
                if said.scope is not None
                else (),
                role,
                span,
                clause,
                index,
                role is _TITLE or mention.span.start - first < _LEAD,
            )


_DIGITS = "123456789"
_NOUGHTS = str.maketrans(dict.fromkeys(_DIGITS, "0"))
_shared = lru_cache(maxsize=8192)(bound)


def _joined(text: str, span: Span) -> str:
    """Return a sentence with a space where a long line is wrapped, which ends no clause."""
    sentence = text[span.start : span.end]
    if "\n" not in sentence:
        return sentence
    return _WRAP.sub(" ", text[max(0, span.start - _LINE) : span.end])[-len(sentence) :]


def _told_before(
    document: Document, extraction: Extraction, start: int, block: int
) -> Sequence[Period]:
    """Return the period of the sentence before one, if it names a single one."""
    outer = document.blocks[block].span
    before = [
        cut
        for cut in sentences(document.text, outer.start, outer.end)
        if cut[0] < start
    ]
    if not before:
        return ()
    begin, stop = before[-1]
    found = [p for p in extraction.periods if begin <= p.span.start < stop]
    return found if len(found) == 1 else ()


def _levelled(sentence: str) -> str:
    """Return a sentence with other figures, alike for all that differ in nothing else."""
    if "months" in sentence.lower():
        return sentence  # "in the 9 months to June": the figure is a word
    if sentence.isascii():
        return sentence.translate(_NOUGHTS)
    for digit in _DIGITS:
        sentence = sentence.replace(digit, "0")
    return sentence


def _slot(mention: Mention, base: int) -> Slot:
    span, counted = mention.span, mention.counted
    start, end = span.start - base, span.end - base
    if counted is None:
        return Slot(start, end, end, None, "", (), mention.dimension, mention.headers)
    written = not counted.elided
    return Slot(
        start,
        end,
        counted.span.end - base if written else end,
        counted.head if written else None,
        counted.lemma,
        counted.qualifiers,
        mention.dimension,
        mention.headers,
    )


def _read(
    document: Document, extraction: Extraction
) -> Iterator[tuple[Span, int, Sequence[Mention], Sequence[Period]]]:
    """Yield each sentence that has mentions: its block, its mentions, its periods."""
    mentions, periods = extraction.mentions, extraction.periods
    text, blocks = document.text, document.blocks
    at = at_period = 0
    n_mentions, n_periods = len(mentions), len(periods)
    while at < n_mentions:
        block_index = mentions[at].block
        block = blocks[block_index]
        start, end = block.span.start, block.span.end
        past_block = at + 1
        while past_block < n_mentions and mentions[past_block].block == block_index:
            past_block += 1
        whole = [(start, end)]
        cut = [] if block.kind in _WHOLE_BLOCKS else sentences(text, start, end)
        for begin, stop in chain(cut, whole):
            first = at
            while at < past_block and mentions[at].span.start < stop:
                at += 1
            if at == first:
                continue
            while at_period < n_periods and periods[at_period].span.end <= begin:
                at_period += 1
            past = at_period
            while past < n_periods and periods[past].span.start < stop:
                past += 1
            here = periods[at_period:past]
            yield Span(begin, stop), block_index, mentions[first:at], here
            if at == past_block:
                break


def _title(document: Document) -> int:
    """Return the index of the block that is the headline, or -1; a line of data is none."""
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.TITLE:
            return -1 if _DATA_LINE.match(document.surface(block.span)) else index
        if block.boilerplate:
            continue
        span = block.span
        text = document.text[span.start : span.end].strip()
        headline = (
            len(text) <= _TITLE_LENGTH
            and "\n" not in text
            and block.kind in (BlockKind.BODY, BlockKind.HEADING)
            and not text.endswith((".", ":", ";", ","))
            and not _DATA_LINE.match(text)
            and len(document.blocks) > 1
        )
        return index if headline else -1
    return -1


def _role(block: Block, index: int, title: int) -> Role:
    return _TITLE if index == title else _ROLES.get(block.kind, _BODY)


def _scope(
    mention: Mention,
    span: Span,
    said: Bound,
    periods: Sequence[Period],
    sentence: str,
) -> tuple[str, ...]:
    """Return what sets an event apart; who is missing is still so, and remains it."""
    scope = set(said.scope or ())
    at = mention.span.start - span.start
    for period in periods:
        other = period.span.start - span.start
        if 0 <= other < len(sentence) and not bears(sentence, at, other):
            continue
        if period.kind in _LONG:
            scope.add(period.kind)
        elif period.kind == "date" and period.precise and period.start:
            scope.add("year")
    if "missing" in said.concepts:
        scope -= _LASTING
    return tuple(sorted(scope))


def _period(
    mention: Mention, sentence: Span, clause: Span, periods: Sequence[Period], text: str
) -> Period | None:
    """Return the period of the clause, or of the sentence where it opens with one.

    "She came in 2018, when the rate was 59 percent" is of 2018.
    """
    at = mention.span.start
    for period in periods:
        # "And in May, 300 went": the comma sets off the month, and not the number. "He said on
        # Friday: 300 went" does not say when they did.
        if 0 <= at - period.span.end <= _COMMA and not (
            text.startswith(":", period.span.end)
            and sentence.start + _OPENING < period.span.start
        ):
            return period
    own = [
        p
        for p in periods
        if clause.start <= p.span.start < clause.end and not _is_of_another(p, at, text)
    ]
    if not own:
        when = text.startswith(_WHEN, clause.start)
        own = [
            p
            for p in periods
            if 0 <= clause.start - p.span.end <= _COMMA
            # Of a year before a colon, as in "the worst was in 1998: 300 died".
            and (when or (p.kind == "year" and text[p.span.end] == ":"))
        ]
    if own:
        return min(own, key=lambda p: (abs(p.span.start - at), p.span.start))
    # "In March, ..." speaks of the whole sentence, unless it speaks of other times as well.
    opening = sentence.start + _OPENING
    if len(periods) == 1 and periods[0].span.start < opening:
        return periods[0]
    return None


def _is_of_another(period: Period, at: int, text: str) -> bool:
    """Return whether a period says when something else was than the number at `at`.

    "17 million (2019: 12)"; "it was founded in 1994 and has 310 singers"; "12 posts would go
    under plans published on Friday".
    """
    start, end = period.span.start, period.span.end
    if at < start:
        if text.startswith("(", start - 1) and text.startswith(":", end):
            return True
        near = period.kind in _DAYS and not period.surface[-4:].isdigit()
        return near and bool(_PUBLISHED.search(text, max(at, start - _REACH), start))
    return _AND_NOW.match(text, end, at) is not None
