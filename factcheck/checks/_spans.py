"""A span whose start stands in the sentence beside it: "It had closed in March 2019"."""

from __future__ import annotations

import re

from factcheck.checks._context import Passage, pattern
from factcheck.language.sentences import sentences
from factcheck.model import Form, Period

# How something ends, how the same thing begins.
_PAIRS = (
    (
        r"\b(?:reopen\w*|re-open\w*|open\w* again|welcom\w+ [a-z ]{0,20}again|back in use)\b",
        r"\b(?:had |was |were |been |has )*(?:closed|shut)\b",
    ),
    (
        r"\b(?:open(?:s|ed)?|complet\w+|finish\w+|inaugurat\w+|handed over|is ready|was ready)\b",
        (
            r"\b(?:work|works|construction|building|digging) (?:had |has )?(?:began|begun|started)\b"
            r"|\b(?:broke ground|ground was broken|(?:first|foundation) (?:stone|sleeper|brick|sod)\b.*\blaid)\b"
        ),
    ),
    (
        r"\b(?:released|freed|came home|set free|walked free)\b",
        r"\b(?:captured|kidnapped|abducted|arrested|jailed|imprisoned|taken hostage|seized)\b",
    ),
    (
        r"\b(?:returned|docked|came back|landed|arrived back)\b",
        r"\b(?:set out|set sail|sailed|left|launched|took off|blasted off)\b",
    ),
)
_AFTER = (
    r"\b(?:after|following) (?:a )?{t:t}(?! (?:of (?:talks|negotiation|delay|debate|planning|legal)"
    r"|later|earlier|ago|more))|(?::|,| -) {t:t} of (?:works?|construction|building|captivity)\b"
)
_FIRST = r"\b(?:again|second time|originally|first (?:opened|built)|previously|twice)\b"


def beginning(passage: Passage) -> tuple[int, int, Period] | None:
    """Return the slots of an end and of a span, and the start in the sentence beside it."""
    kinds = passage.kinds
    if kinds.count("d") != 1 or kinds.count("t") != 1:
        return None
    match = pattern(_AFTER.replace("{t:t}", r"<t(?:\d+)>")).search(passage.masked)
    end, span = kinds.index("d"), kinds.index("t")
    if not match or passage.mention(span).form is not Form.PLAIN:
        return None
    starts = [start for end_, start in _PAIRS if pattern(end_).search(passage.masked)]
    if not starts:
        return None
    found = [
        (period, text)
        for period, text in neighbours(passage)
        if any(re.search(start, text) for start in starts)
    ]
    if len(found) != 1 or re.search(_FIRST, found[0][1]):
        return None
    return end, span, found[0][0]


def before(passage: Passage) -> tuple[Period, str] | None:
    """Return the one date of the sentence before, with that sentence."""
    found = neighbours(passage, steps=(-1,))
    return found[0] if found else None


def neighbours(
    passage: Passage, steps: tuple[int, ...] = (-1, 1)
) -> list[tuple[Period, str]]:
    """Return the sentences next to a passage that hold one date each."""
    document = passage.document
    if not document.blocks:
        return []
    block = document.blocks[passage.block].span
    spans = list(sentences(document.text, block.start, block.end))
    here = [i for i, (a, b) in enumerate(spans) if a <= passage.span.start < b]
    found = []
    for index in (here[0] + step for step in steps) if here else ():
        if not 0 <= index < len(spans):
            continue
        start, end = spans[index]
        periods = [
            period
            for period in passage.facts.extraction.periods
            if start <= period.span.start < end
        ]
        if len(periods) == 1 and periods[0].precise and not periods[0].parts:
            found.append((periods[0], document.text[start:end].lower()))
    return found
