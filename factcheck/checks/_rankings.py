"""Numbered lists under a heading that ranks: the values must fall from rank to rank.

"The largest farms: 1. Holt, 840 hectares; 2. Birch, 610; 3. Elm, 655": one step that goes
the other way is a slip; more of them, and the list follows something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.checks import _tallies
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, pattern
from factcheck.model import BlockKind, Document, DocumentFacts, Form, Outcome

_RANK = re.compile(r"\s*(\d{1,2})[.)]\s+\S")
_LINE = r"[a-z)\]'\"][,:]?(?: [-|(]| at| with)? (?:with |at )?<[cem]\d+>(?: [a-z]+){0,2}\)?[.;,]?$"
_MOST = (
    r"\b(?:largest|biggest|highest|busiest|greatest|longest|tallest|heaviest|richest|deepest|dearest|costliest"
    r"|most (?:visited|expensive|common|frequent|read|watched|borrowed|used|sold|populous|valuable|votes|points|goals|wins|medals)|leading)\b"
)
_SCORED = r"\b(?:standings|classification|rankings?|league|results?|order|table|top|scorers?|winners?|popular)\b"
_SCORES = frozenset(
    {"point", "pt", "vote", "seat", "medal", "goal", "win", "visitor", "passenger"}
)
_OTHER_ORDER = (
    r"\b(?:from (?:north|south|east|west|the)|alphabetical\w*|by (?:name|age|date|year|name)|risers?|fallers?|change|score"
    r"|smallest|lowest|fewest|least|shortest|stages?|programme|schedule|order of (?:appearance|arrival|opening)|no particular|growth)\b"
)
_FEWEST = 3
_NEAR = 160


def listed(facts: DocumentFacts, group: Sequence[Passage]) -> Iterator[Outcome]:
    """Yield the one step of a ranked list that goes up."""
    run: list[Place] = []
    document = facts.document
    for passage in group:
        if not document.blocks or (
            document.blocks[passage.block].kind is not BlockKind.LIST
        ):
            continue
        rank = _rank(document, passage)
        if not rank:
            continue
        if rank != len(run) + 1:
            yield from _falling(document, run)
            run = []
        if rank == len(run) + 1 and pattern(_LINE).search(passage.masked):
            run.append(Place(passage, len(passage.items) - 1))
    yield from _falling(document, run)


def _rank(document: Document, passage: Passage) -> int:
    """Return the number that a line of a list begins with, or 0."""
    at = document.text.rfind("\n", 0, passage.span.start) + 1
    found = _RANK.match(document.text, at)
    return int(found[1]) if found else 0


def _falling(document: Document, run: Sequence[Place]) -> Iterator[Outcome]:
    if len(run) < _FEWEST or not _ranks(document, run):
        return
    values = [place.passage.mention(place.slot).value or 0 for place in run]
    wrong = [i for i, (a, b) in enumerate(pairwise(values)) if a < b]
    if len(wrong) != 1:
        return
    first, second = run[wrong[0]], run[wrong[0] + 1]
    said = first.said(), second.said()
    yield _tallies.say(
        [first.evidence(0), second.evidence(1)],
        f"Number {wrong[0] + 2} of the list has more than number {wrong[0] + 1}:"
        f" {said[1]} against {said[0]}.",
        f"The list ranks {said[0]} before {said[1]}. The two may be swapped, or one of them"
        " is wrong.",
        agrees=False,
    )


def _ranks(document: Document, run: Sequence[Place]) -> bool:
    """Return whether the line above a list says that it goes by these values."""
    mentions = [place.passage.mention(place.slot) for place in run]
    like = mentions[0]
    if any(
        m.form is not Form.PLAIN or m.modifier or m.unit != like.unit for m in mentions
    ):
        return False
    nouns = {m.counted.lemma for m in mentions if m.counted and not m.counted.elided}
    start = document.text.rfind("\n", 0, run[0].passage.span.start)
    above = document.text[max(0, start - _NEAR) : start].rstrip()
    head = " ".join(above[above.rfind("\n") + 1 :].lower().split())
    if len(nouns) > 1 or pattern(_OTHER_ORDER).search(head):
        return False
    if pattern(_MOST).search(head):
        return not nouns & {"place", "year", "day"}
    return bool(pattern(_SCORED).search(head) and nouns and nouns <= _SCORES)
