"""What the laws inside a document share: sentences with their numbers marked.

A law looks for a way of speaking ("up 12 percent from 300"), and ways of speaking are
easiest to describe on a sentence in which every number is one token. `Passage.masked` is
that: lower case, single spaces, plain dashes and
apostrophes, each mention and period written as `<c3>`, a letter for its
kind and its place in `Passage.items`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.model import (
    BlockKind,
    Document,
    DocumentFacts,
    Fact,
    Form,
    Mention,
    Period,
    Span,
)

# c count, e money, m measure, t duration, r rate, p percentage, b percentage points,
# f fraction, x multiple, a age; d date, q position in time, k clock time, w relative.
_FORMS = {
    Form.AGE: "a",
    Form.FRACTION: "f",
    Form.RATIO: "f",
    Form.MULTIPLE: "x",
}
_DIMENSIONS = {"count": "c", "ratio": "p", "ratio_difference": "b", "duration": "t"}
_PERIODS = {"position": "q", "time": "k", "relative": "w"}
_SPACE = re.compile(r"\s+")
_DASH = re.compile(r"[\u2012-\u2015]|--+")
_SLOT = re.compile(r"\{(\w+):(\w+)\}")
_SKIP = re.compile(r"\{~(\d+)\}")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, a list item or a table cell, with what was read in it.

    Attributes:
        facts: The document.
        span: Where it stands.
        index: Its number in the document.
        block: Index of its block.
        items: Facts and periods in it, in order of their spans.
        masked: The sentence with a token for each of `items`.
    """

    facts: DocumentFacts
    span: Span
    index: int
    block: int
    items: tuple[Fact | Period, ...]
    masked: str

    @property
    def document(self) -> Document:
        """The document that it stands in."""
        return self.facts.document

    @property
    def text(self) -> str:
        """The sentence as written, on one line."""
        return _SPACE.sub(" ", self.document.surface(self.span)).strip()

    def mention(self, slot: str | int) -> Mention:
        """Return the mention behind a token's number."""
        return self.fact(slot).mention

    def fact(self, slot: str | int) -> Fact:
        """Return the fact behind a token's number."""
        item = self.items[int(slot)]
        assert isinstance(item, Fact)
        return item

    def period(self, slot: str | int) -> Period:
        """Return the period behind a token's number."""
        item = self.items[int(slot)]
        assert isinstance(item, Period)
        return item


def letter(mention: Mention) -> str:
    """Return the kind of a mention, as `masked` marks it."""
    form = _FORMS.get(mention.form)
    if form:
        return form
    dimension = mention.dimension
    known = _DIMENSIONS.get(dimension)
    if known:
        return known
    if "/" in dimension:
        return "r"
    return "e" if dimension.startswith("currency:") else "m"


@cache
def pattern(source: str) -> re.Pattern[str]:
    """Return a pattern over `Passage.masked`, compiled once, on first use.

    `{a:ce}` is a token of one of these kinds, captured as `a`; `{~4}` is up to four words.

    >>> bool(pattern(r"from {a:ce} {~2}to {b:ce}").search("from <c0> people to <c1>"))
    True
    """
    source = _SLOT.sub(r"<[\2](?P<\1>\\d+)>", source)
    return re.compile(_SKIP.sub(r"(?:[^\\s<>.;:()]+ ){0,\1}?", source))


_LAST: list[tuple[Sequence[DocumentFacts], tuple[tuple[Passage, ...], ...]]] = []


def passages(documents: Sequence[DocumentFacts]) -> tuple[tuple[Passage, ...], ...]:
    """Return the sentences of each document that hold a number, in order.

    All laws of a run ask for the same documents, so the last answer is kept.
    """
    if not (_LAST and _LAST[0][0] is documents):
        _LAST[:] = [(documents, tuple(_passages(each) for each in documents))]
    return _LAST[0][1]


def dense(documents: Sequence[DocumentFacts], least: int = 2) -> Iterator[Passage]:
    """Yield the sentences with at least `least` numbers or periods."""
    for group in passages(documents):
        for passage in group:
            if len(passage.items) >= least:
                yield passage


def _passages(facts: DocumentFacts) -> tuple[Passage, ...]:
    document = facts.document
    groups: list[tuple[Span, int, list[Fact | Period]]] = []
    for fact in facts.facts:
        span = fact.sentence
        if document.blocks and document.blocks[fact.mention.block].boilerplate:
            continue
        if groups and groups[-1][0] == span:
            groups[-1][2].append(fact)
        else:
            groups.append((span, fact.index, [fact]))
    periods = facts.extraction.periods
    at = 0
    found = []
    for span, index, items in groups:
        while at < len(periods) and periods[at].span.end <= span.start:
            at += 1
        here = at
        while here < len(periods) and periods[here].span.start < span.end:
            items.append(periods[here])
            here += 1
        items.sort(key=_start)
        first = next(item for item in items if isinstance(item, Fact))
        masked = _mask(document, span, items)
        found.append(
            Passage(facts, span, index, first.mention.block, tuple(items), masked)
        )
    return tuple(found)


def _start(item: Fact | Period) -> int:
    return item.span.start if isinstance(item, Period) else item.mention.span.start


def _mask(document: Document, span: Span, items: Sequence[Fact | Period]) -> str:
    text = document.text
    at = span.start
    parts = []
    for number, item in enumerate(items):
        if isinstance(item, Period):
            start, end = item.span.start, item.span.end
            kind = _PERIODS.get(item.kind, "d")
        else:
            mention = item.mention
            start, end = mention.span.start, mention.span.end
            if mention.modifier is not None and mention.phrase.start < start:
                start = max(at, mention.phrase.start)
            kind = letter(mention)
        parts.append(text[at:start].replace("<", "("))
        parts.append(f"<{kind}{number}>")
        at = max(at, end)
    parts.append(text[at : span.end].replace("<", "("))
    line = _SPACE.sub(" ", _DASH.sub(" - ", "".join(parts)))
    return line.replace("\u2019", "'").strip().lower()


def in_table(passage: Passage) -> bool:
    """Return whether a passage is a table cell."""
    blocks = passage.document.blocks
    return bool(blocks) and blocks[passage.block].kind is BlockKind.TABLE


def alike(first: Mention, second: Mention) -> bool:
    """Return whether two amounts may be added or compared.

    One dimension, and, where both name what they count, one noun.
    """
    if first.dimension != second.dimension:
        return False
    a, b = first.counted, second.counted
    if a is None or b is None or a.elided or b.elided:
        return True
    return a.lemma == b.lemma or not (a.lemma and b.lemma)


TOKEN = re.compile(r"<(?P<kind>[a-z])(?P<slot>\d+)>")
_SEGMENT = re.compile(r"; | while | whereas | but |: (?=[a-z])")


def segments(masked: str) -> list[str]:
    """Return the parts of a marked sentence that speak of one thing each."""
    return _SEGMENT.split(masked)


# Nouns for people, so that one group may be part of another.
PEOPLE = frozenset(
    {
        "person",
        "people",
        "man",
        "woman",
        "child",
        "boy",
        "girl",
        "adult",
        "teenager",
        "baby",
        "infant",
        "toddler",
        "pensioner",
        "civilian",
        "soldier",
        "officer",
        "policeman",
        "firefighter",
        "worker",
        "employee",
        "staff",
        "driver",
        "passenger",
        "resident",
        "inhabitant",
        "citizen",
        "villager",
        "refugee",
        "migrant",
        "pupil",
        "student",
        "teacher",
        "patient",
        "doctor",
        "nurse",
        "medic",
        "victim",
        "survivor",
        "casualty",
        "prisoner",
        "captive",
        "hostage",
        "detainee",
        "member",
        "voter",
        "visitor",
        "tourist",
        "guest",
        "player",
        "fan",
        "spectator",
        "protester",
        "demonstrator",
        "fighter",
        "rebel",
        "sailor",
        "pilot",
        "crew",
        "journalist",
        "lawmaker",
        "councillor",
        "minor",
        "youth",
        "foreigner",
        "national",
        "volunteer",
        "rescuer",
        "farmer",
        "fisherman",
        "customer",
        "participant",
        "runner",
        "applicant",
        "candidate",
        "respondent",
        "recruit",
        "veteran",
        "troop",
        "guard",
        "suspect",
        "newcomer",
        "arrival",
    }
)
