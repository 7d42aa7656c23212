"""What facts are about, for people: the words around the number, which gives way to "…"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from factcheck.link.stems import stem
from factcheck.model import Document, Fact, Span

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_PARTS = re.compile("['\u2019-]")
_MOST_BEFORE, _MOST_AFTER = 7, 6  # words on either side of the number
_SHORTEST = 3


def name(facts: Sequence[Fact], document: Document) -> str:
    """Say what some facts are about, in the words of the first.

    Args:
        facts: What describes one truth, or a single fact.
        document: The document of the first.

    The words from the first to the last one that all have in common are told, and what the
    number counts.
    """
    first = facts[0]
    shared = first.near.intersection(*{fact.near for fact in facts})
    mention = first.mention
    outer = first.clause if first.clause.covers(mention.span) else first.sentence
    if not outer.covers(mention.span):
        outer = mention.phrase
    hole = Span(max(outer.start, mention.phrase.start), mention.span.end)
    end = hole.end
    if mention.counted is not None and mention.counted.span.end <= outer.end:
        end = max(end, mention.counted.span.end)
    text = document.text
    before = list(_WORD.finditer(text, outer.start, hole.start))[-_MOST_BEFORE:]
    after = list(islice(_WORD.finditer(text, hole.end, outer.end), _MOST_AFTER))
    start = next(
        (word.start() for word in before if _is_shared(word[0].lower(), shared)),
        hole.start,
    )
    last = next(
        (word.end() for word in reversed(after) if _is_shared(word[0].lower(), shared)),
        end,
    )
    end = max(end, last)
    said = f"{text[start : hole.start]} … {text[hole.end : end]}"
    said = " ".join(said.split()).removeprefix("…").lstrip()
    if len(said) >= _SHORTEST:
        return said
    # A cell of a table has no words of its own: its headers say what it is.
    return ", ".join(filter(None, mention.headers)) or mention.dimension


def _is_shared(word: str, shared: frozenset[str]) -> bool:
    if stem(word) in shared:
        return True
    return not word.isalpha() and any(
        stem(part) in shared for part in _PARTS.split(word)
    )
