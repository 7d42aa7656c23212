"""Sentences without the clauses around their numbers that tell something else.

"Although critics had warned of it, 46 percent of them take the bus, 31 percent the train and 34
percent walk, which many had not expected": what a law asks of the words of a sentence, only the
words next to the numbers can answer. A clause before the first number or behind the last one
that holds no such number is left out, unless it may say how the numbers are to be read.
"""

from __future__ import annotations

import re

from factcheck.checks._context import Group, Passage, finds, part_of, pattern
from factcheck.language.sentences import opens_clause
from factcheck.model import Fact, Span, Stance

# "The mayor told members that 46 percent": who tells it.
_FRAME = re.compile(
    r"\b(?:said|says?|told|tells?|known|announced?|warn(?:s|ed)|report(?:s|ed)|learn(?:s|ed)|show(?:s|ed)?|found|finds|add(?:s|ed)|claim(?:s|ed)|explain(?:s|ed)"
    r"|insist(?:s|ed)|admit(?:s|ted)|confirm(?:s|ed)|stress(?:es|ed)|note[sd])(?: [A-Za-z'\u2019-]+){0,4} that "
)
# "Although critics had warned of it, 46 percent"
_ASIDE = re.compile(
    r"(?:although|though|while|whereas|unlike|like|as|since|because|despite|after|before|when|to [a-z]+(?:'s|\u2019s)) [^,:;]*, ",
    re.IGNORECASE,
)
_OF = re.compile(r"\bof\b", re.IGNORECASE)
_JOINT = re.compile(
    "[,;:](?=\\s)|\\s[\u2013\u2014-]{1,2}(?=\\s)|\u2014"
    "|\\s(?:and|but|while|whereas|although|though|despite|because|when)(?=\\s)"
)


_SURE = frozenset((None, Stance.ESTIMATE))


def trimmed(group: Group, letters: str, keeps: str) -> Group:
    """Return sentences without the outer clauses that have no numbers of some kinds.

    Args:
        group: The sentences of a document.
        letters: The kinds of numbers, as in `Passage.kinds`.
        keeps: What a clause says that may not be left out.

    Returns:
        As many sentences, or `group` itself if nothing was left out.
    """
    asked = frozenset(letters)
    return group.each(lambda passage: _trimmed(passage, asked, keeps))


def _trimmed(passage: Passage, asked: frozenset[str], keeps: str) -> Passage:
    if passage.in_table or asked.isdisjoint(passage.kinds):
        return passage
    spans = [
        item.mention.phrase
        for item, kind in zip(passage.items, passage.kinds, strict=True)
        if kind in asked and isinstance(item, Fact) and _is_stated(item)
    ]
    if not spans:
        return passage
    text, whole = passage.document.text, passage.span
    start = _start(text, whole.start, spans[0].start)
    if finds(text[whole.start : start].lower(), keeps):
        start = whole.start
    span = Span(start, _end(text, spans[-1].end, whole.end, keeps))
    return passage if span == whole else part_of(passage, span)


def _is_stated(fact: Fact) -> bool:
    """Return whether a number is told as what is, and not as a bound."""
    modifier = fact.mention.modifier
    return fact.stance in _SURE and not (modifier is not None and modifier.is_bound)


def _start(text: str, begin: int, first: int) -> int:
    """Return where the clause of the first number begins."""
    aside = _ASIDE.match(text, begin, first)
    start = aside.end() if aside else begin
    frames = [match.end() for match in _FRAME.finditer(text, start, first)]
    if frames and not _OF.match(text, start):
        start = frames[-1]
    return start


def _end(text: str, last: int, end: int, keeps: str) -> int:
    """Return where the clause of the last number ends, or that of the last words to keep."""
    kept = [match.end() for match in pattern(keeps).finditer(text[last:end].lower())]
    for match in _JOINT.finditer(text, last + max(kept, default=0), end):
        joint = match[0].strip()
        if joint != "and" or opens_clause(text, match.end(), end):
            return match.start()
    return end
