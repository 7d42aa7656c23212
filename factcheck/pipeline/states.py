"""What became of each mention: no number is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.model import (
    Cluster,
    DocumentFacts,
    Fact,
    Form,
    Mention,
    MentionRow,
    Outcome,
    Span,
    State,
    Verdict,
)

ALONE = "nothing else states this fact"
BARE = "nothing says what the number counts"
VAGUE = "stated too vaguely to compare"
BOILERPLATE = "stands in text around the story"

_COMPARED = (Verdict.AGREE, Verdict.CONFLICT, Verdict.DISPUTED)
Key = tuple[str, Span]


def rows(
    corpus: Sequence[DocumentFacts],
    clusters: Iterable[Cluster],
    outcomes: Iterable[Outcome],
    left_out: Iterable[tuple[Mention, str]] = (),
) -> tuple[MentionRow, ...]:
    """Return every mention with its state, in the order of documents and spans.

    Args:
        corpus: The documents with their facts.
        clusters: What was linked.
        outcomes: What was compared.
        left_out: Mentions that a rule looked at and did not check, with the reason.
    """
    compared, excused, undetermined = _told(clusters, outcomes)
    for mention, why in left_out:
        undetermined.setdefault((mention.document, mention.span), why)
    listed: list[MentionRow] = []
    for document in corpus:
        bound = {fact.mention.span: fact for fact in document.facts}
        for mention in document.extraction.mentions:
            key = (mention.document, mention.span)
            state, reason = _state(document, mention, key, compared, excused)
            if state is State.UNLINKED:
                reason = undetermined.get(key) or reason
            fact = bound.get(mention.span) or Fact(mention)
            listed.append(MentionRow(f"m{len(listed) + 1}", fact, state, reason))
    return tuple(listed)


def _told(
    clusters: Iterable[Cluster], outcomes: Iterable[Outcome]
) -> tuple[set[Key], dict[Key, str], dict[Key, str]]:
    """Return what was compared, and what was excused or undetermined and why."""
    compared: set[Key] = set()
    excused: dict[Key, str] = {}
    undetermined: dict[Key, str] = {}
    for outcome in outcomes:
        keys = [
            (place.document, place.span)
            for place in outcome.evidence
            if place.document is not None and place.span is not None
        ]
        if outcome.verdict in _COMPARED:
            compared.update(keys)
            continue
        told = excused if outcome.verdict is Verdict.EXCUSED else undetermined
        for key in keys:
            told.setdefault(key, outcome.reason or outcome.message)
    for cluster in clusters:
        facts = [(f.mention.document, f.mention.span) for f in cluster.facts]
        for a, b in (*cluster.links, *cluster.disputed):
            compared.update((facts[a], facts[b]))
        for a, b, reason in cluster.excused:
            excused.setdefault(facts[a], reason)
            excused.setdefault(facts[b], reason)
    return compared, excused, undetermined


def _state(
    document: DocumentFacts,
    mention: Mention,
    key: Key,
    compared: set[Key],
    excused: dict[Key, str],
) -> tuple[State, str | None]:
    if key in compared:
        return State.CHECKED, None
    blocks = document.document.blocks
    if mention.block < len(blocks) and blocks[mention.block].boilerplate:
        return State.BOILERPLATE, BOILERPLATE
    if key in excused:
        return State.EXCUSED, excused[key]
    if mention.form is Form.VAGUE:
        return State.UNLINKED, VAGUE
    if mention.dimension == "count" and mention.counted is None:
        return State.UNLINKED, BARE
    return State.UNLINKED, ALONE
