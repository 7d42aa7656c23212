"""Lists that share out one whole, an item for each part, and come to more than all of it.

"What the town spends its money on: schools 38 percent, roads 27 percent, ...": the items are
labels with a share each, before or behind it, and the words that open the list, its headline
or the labels say that nothing is in two of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import _classes, _exclusive
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, finds, pattern
from factcheck.checks._shared_out import (
    MANY,
    NO_LIST,
    OPENS_LIST,
    STUFF_LEAD,
    is_share,
    value,
)
from factcheck.model import BlockKind

_ALL, _SLACK, _LISTED = Decimal(100), Decimal(1), Decimal(140)
_FEWEST, _MOST = 3, 10
# "How did they arrive?": in one way.
_ASKS_HOW = r"\b(?:how|where) (?:did|do|does|were|are|was|is|have|had) [a-z' ]{2,60}(?:arrive|come|came|go|travel|get (?:to|here|there|in)|live|born|reach [a-z ]+|pay|vote|die|stay|end up|from)(?: [a-z ]+)?\?"
# What a list that shares something out is headed by.
_PARTED = (
    r"\b(?:by|in order of) (?:weight|volume|value|type|kind|source|sector|age|country|use|cause|party|origin|nationality|means|the way)\b|\b(?:share|stake)holders\b|\bowners(?:hip)?\b"
    r"|\b(?:went|goes|go|spent|spends|used|put) (?:on|to|into|for|as follows)\b|\bmoney (?:goes|went|comes?|came)\b|\b(?:comes?|came) from\b|\b(?:made|heated|fuelled|powered|driven) (?:of|from|with|by)\b|\bwho owns\b"
    r"|\bhow (?:[a-z']+ ){1,4}(?:come|came|reach|reached|travel|travelled|get to|got to|pay|paid|arrive|arrived|vote|voted|died|die|live|use|spend|spent)\b"
)
_SETTING = (
    r"\blast (?:year|season|month|week|autumn|spring|summer|winter)\b|\bput down to\b"
)


def read(group: Sequence[Passage]) -> Iterator[list[Place]]:
    """Yield the shares of a list that come to more than the whole that it shares out."""
    run: list[Place] = []
    for passage in (*group, None):
        item = passage is not None and passage.in_list and _is_item(passage)
        if run and not (
            item and passage and passage.block == run[-1].passage.block + 1
        ):
            if _FEWEST <= len(run) <= _MOST and _is_one_list(run):
                yield run
            run = []
        if item and passage and is_share(passage, slot := passage.kinds.index("p")):
            run.append(Place(passage, slot))


def _is_item(passage: Passage) -> bool:
    """Return whether a list item tells one share; a sentence may follow on a line of its own."""
    if passage.kinds.count("p") != 1:
        return False
    slot = passage.kinds.index("p")
    after = passage.document.text[passage.mention(slot).span.end :][:1]
    first = passage.masked.startswith("<p0>")
    return slot == len(passage.kinds) - 1 or after == "\n" or first


def _is_one_list(run: Sequence[Place]) -> bool:
    """Return whether the items of a list are shares of one whole, and come to too much."""
    if not _ALL + _SLACK < sum(map(value, run), Decimal(0)) <= _LISTED:
        return False
    first, last = run[0].passage, run[-1].passage
    blocks, text = first.document.blocks, first.document.text
    before = reversed(blocks[max(0, first.block - _MOST) : first.block])
    lead = next((each for each in before if each.kind is not BlockKind.LIST), None)
    if lead is None:
        return False
    opening = text[lead.span.start : lead.span.end].lower().replace("\u2019", "'")
    item = last.mention(run[-1].slot).span.end
    after = text[item:].lstrip(" .;\n").partition("\n")[0].lower()
    said = pattern(_SETTING).sub(" ", opening.rstrip().rpartition(". ")[2])
    if finds(f"{opening} {after}", MANY):
        return False
    label = text[last.span.start : item].lower()
    ends = finds(label, f"{_exclusive.REST}|{_exclusive.UNDECIDED}")
    title = text[blocks[0].span.start : blocks[0].span.end].lower()
    if not (
        finds(f"{title}. {said}", f"{OPENS_LIST}|{_PARTED}")
        or (ends and finds(said, f"{STUFF_LEAD}|{_ASKS_HOW}"))
        or _exclusive.counted_once(after)
        or _exclusive.counted_once(opening)
        or _classes.are_bands([_label_of(place) for place in run])
    ):
        return False
    return not any(
        finds(words, NO_LIST)
        for words in (said, *(p.passage.masked.partition(">")[0] for p in run))
    )


def _label_of(place: Place) -> str:
    """Return what an item says before its share, in lower case."""
    passage = place.passage
    start = passage.mention(place.slot).span.start
    if passage.masked.startswith("<p0>"):
        return passage.masked[len("<p0>") :]
    return passage.document.text[passage.span.start : start].lower()
