"""A figure that was taken back, and is told again later.

"The correct figure is 4.1 days, instead of 5.1 days as printed", and weeks after that another
text on the same has 5.1 days. That both are of the same is known by the figure that was taken
back, and by the words that their paragraphs share.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks import _compare, _verdicts
from factcheck.checks._context import Group, Passage, hint, matches, pattern, saying
from factcheck.checks._dated import CLOSELY, Page
from factcheck.model import Cluster, DocumentFacts, Fact, Form, Outcome, Stance

# What holds, and what was said before it; or the other way round.
_INSTEAD = (
    r"{a:cemtrp}[^<;]{0,40}\b(?:instead of|rather than|in place of|and not|not)\b[^<;]{0,25}{b:cemtrp}",
    r"{b:cemtrp}[^<]{0,90}\b(?:should (?:have (?:read|said|been)|read|be)|(?:correct|right) (?:figure|number|value|amount|sum|total|date) (?:is|was))\b[^<]{0,20}{a:cemtrp}",
)
CORRECTING = hint("instead of", "rather than", "in place of", " not ", "should ", "correct ", "right ", sources=_INSTEAD)  # fmt: skip
_CORRECTS = r"\b(?:correct(?:s|ed|ion|ions)?|wrong(?:ly)?|erroneous(?:ly)?|mistaken(?:ly)?|in error|misstated|misprint(?:ed)?|erratum|typing error)\b"
_FEWEST_DIGITS = 2


def told(
    documents: Sequence[DocumentFacts],
    groups: Sequence[Group],
    clusters: Sequence[Cluster],
) -> Iterator[Outcome]:
    """Yield the figures that a text tells though they were taken back before.

    Args:
        documents: Those of one story.
        groups: The sentences of each.
        clusters: What is compared otherwise.
    """
    known = {id(c.facts[i]) for c in clusters for pair in c.links for i in pair}
    read = _compare.by_path(documents)
    for facts, group in zip(documents, groups, strict=True):
        for _, passage in saying(group, CORRECTING):
            for right, wrong in _corrections(passage):
                for fact in _repeated(facts, passage, right, wrong, documents):
                    pair = Cluster(key="", facts=(right, fact), links=((0, 1),))
                    if not {id(right), id(fact)} <= known:
                        yield from _verdicts.judge(
                            pair, read, "reference", frozenset((facts.document.path,))
                        )


def _corrections(passage: Passage) -> Iterator[tuple[Fact, Fact]]:
    """Yield each figure that a sentence puts right, and what it was before."""
    if passage.in_table or not pattern(_CORRECTS).search(passage.paragraph):
        return
    for match in matches(passage.masked, *_INSTEAD):
        right, wrong = passage.fact(match["a"]), passage.fact(match["b"])
        a, b = right.mention, wrong.mention
        if (
            a.form is b.form is Form.PLAIN
            and a.unit == b.unit
            and a.value != b.value
            and len(str(b.value).strip("0.").replace(".", "")) >= _FEWEST_DIGITS
        ):
            yield right, wrong


def _repeated(
    facts: DocumentFacts,
    passage: Passage,
    right: Fact,
    wrong: Fact,
    documents: Sequence[DocumentFacts],
) -> Iterator[Fact]:
    """Yield where a later text on the same has the wrong figure, and not the right one."""
    day, page = facts.document.date, Page(facts)
    for other in documents:
        date = other.document.date
        if day is None or date is None or date <= day:
            continue
        like = [f for f in other.facts if f.mention.unit == wrong.mention.unit]
        if any(f.mention.value == right.mention.value for f in like):
            continue
        again = [f for f in like if f.mention.value == wrong.mention.value]
        if len(again) == 1 and again[0].stance is not Stance.PREVIOUS:
            mine = page.words(passage.block)
            yours = Page(other).words(again[0].mention.block)
            if len(mine & yours) >= CLOSELY:
                yield again[0]
