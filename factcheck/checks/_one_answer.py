"""Answers to a question that each could give one of come to no more than all who were asked.

"Each could name one only. Half of them took to the harp, 35 per cent to the drum and 31 to the
flute": from such words to the end of the paragraph, or to a comparison, each share is an answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from factcheck.checks import _exclusive, _shared_out
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Group, Passage, finds
from factcheck.model import Fact, Form

# Shares of another time, of some of those who were asked, or of another question.
_OTHERWISE = (
    r"\b(?:than|from|against|compared|up|down|before|earlier|ago|last|previous(?:ly)?|rise|risen|rose|fell|fallen|of (?:them|these|those|whom|which)|among|both|also|as well"
    r"|men|women|aged|under|over|older|younger|either|second|another question|asked (?:whether|if)|(?:in|on) the (?:north|south|east|west))\b"
)
_FEWEST, _MOST, _SLACK = 3, 8, Decimal("0.5")


def told(group: Group) -> Iterator[list[Place]]:
    """Yield the shares of answers, one from each, that come to more than all."""
    for _, run in groupby(group, key=lambda passage: passage.block):
        passages = [each for each in run if not each.in_table]
        at = next((n for n, each in enumerate(passages) if "p" in each.kinds), None)
        if at is None or not _is_asked_for_one(passages[at]):
            continue
        places = list(_answers(passages[at:]))
        values = [_shared_out.value(place) for place in places]
        few = _FEWEST <= len(places) <= _MOST
        if few and sum(values, -_SLACK * len(values)) > _shared_out.ALL:
            yield places


def _is_asked_for_one(first: Passage) -> bool:
    """Return whether what a paragraph says before its first share asks each for one answer."""
    document, slot = first.document, first.kinds.index("p")
    start = document.blocks[first.block].span.start
    said = document.text[start : first.mention(slot).span.start].lower()
    return finds(said, _exclusive.ONE_ANSWER) or _exclusive.one_each(said)


def _answers(passages: list[Passage]) -> Iterator[Place]:
    """Yield the shares of sentences that follow each other, up to one that tells of others."""
    for number, passage in enumerate(passages):
        follows = passage.index == passages[0].index + number
        if not follows or "p" not in passage.kinds or finds(passage.masked, _OTHERWISE):
            return
        for slot, kind in enumerate(passage.kinds):
            item = passage.items[slot]
            if (
                kind == "p"
                and isinstance(item, Fact)
                and item.mention.form is Form.PLAIN
            ):
                yield Place(passage, slot)
