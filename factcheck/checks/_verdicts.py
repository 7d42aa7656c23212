"""What is to be said of a cluster: shared by agreement and reference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.checks import _compare, slips
from factcheck.model import (
    Cluster,
    Document,
    DocumentFacts,
    Evidence,
    Fact,
    Mention,
    Outcome,
    Role,
    Severity,
    Verdict,
)
from factcheck.units import wording

# How many places of one side are listed: enough to see who else says so.
_MOST_PLACES = 8
# How many numbers of one side a further one is held against: a thousand are as near.
_MOST_SAID = 16


_LAST: list[tuple[Sequence[DocumentFacts], frozenset[str]]] = []


def official(documents: Sequence[DocumentFacts]) -> frozenset[str]:
    """Return the paths of the documents that declare themselves the official source.

    Two laws of a run ask for the same documents, so the last answer is kept.
    """
    if not (_LAST and _LAST[0][0] is documents):
        paths = [
            facts.document.path
            for facts in documents
            if facts.document.official or _is_official(facts.document.text)
        ]
        _LAST[:] = [(documents, frozenset(paths))]
    return _LAST[0][1]


def _is_official(text: str) -> bool:
    head = text[:_DECLARED].casefold()
    return ("official" in head and _OFFICIAL.search(text, 0, _TITLE) is not None) or (
        any(word in head for word in _DECLARING)
        and _FINAL.search(text, 0, _DECLARED) is not None
    )


# How a fact sheet or a declaration says that its numbers are the ones to go by.
_OFFICIAL = re.compile(
    r"\bofficial(?: \w+){0,2} (?:declaration|results?|figures?|count|tally|data|returns?|statistics|register|standings)\b",
    re.IGNORECASE,
)
_FINAL = re.compile(
    r"\breference for all\b|\b(?:supersedes?|replaces?) (?:all|those|earlier|previous|(?:the |any )?(?:provisional|preliminary|monthly|first|figures|estimates))\b"
    r"|\bthese are (?:now )?the final (?:figures|numbers|results)\b"
    r"|\bfigures? (?:\w+ ){0,5}(?:is|are) final\b"
    r"|\b(?:this|it) is the official (?:value|figure|number|count|result)\b",
    re.IGNORECASE,
)
_DECLARING = ("reference for", "supersede", "replace", "final", "is the official")
_TITLE, _DECLARED = 200, 1500


def judge(
    cluster: Cluster,
    read: Mapping[str, Document],
    law: str,
    official: frozenset[str] = frozenset(),
) -> Iterator[Outcome]:
    """Yield what is to be said of one cluster.

    Args:
        cluster: The facts, and which of them state one truth.
        read: The documents by path.
        law: "agreement", or "reference" where one document is the official source.
        official: Paths of the official documents.
    """
    disputed, restated = set(cluster.disputed), set(cluster.restated)
    miscopied = set(cluster.miscopied)
    apart: dict[tuple[int, int], _compare.Comparison] = {}
    together: list[tuple[int, int]] = []
    quarrel: list[tuple[int, int]] = []
    mentions = [fact.mention for fact in cluster.facts]
    said = [_compare.as_said(mention) for mention in mentions]
    for pair in cluster.links:
        i, j = pair
        if said[i] is not None and said[i] == said[j] and pair not in miscopied:
            together.append(pair)
            continue
        verdict = _compare.compare(mentions[i], mentions[j], restated=pair in restated)
        if verdict.agrees and pair in miscopied:
            verdict = _compare.Comparison(agrees=False, severity=Severity.WARNING)
        if verdict.agrees:
            together.append(pair)
        elif pair in disputed:
            quarrel.append(pair)
        else:
            apart[pair] = verdict
    if apart:
        yield _conflict(cluster, apart, read, law, official)
    elif together:
        yield _agreement(cluster, together, read, law)
    if quarrel:
        yield _dispute(cluster, quarrel, read, law)
    for i, j, why in cluster.excused:
        yield _excuse(cluster, (i, j), why, read, law)


class _Side:
    """Facts that can all be right together."""

    __slots__ = ("documents", "members", "said")

    def __init__(self, number: int, fact: Fact) -> None:
        self.members: list[int] = []
        self.documents: set[str] = set()
        # What says the same is compared once: a thousand places state few numbers.
        self.said: dict[tuple[object, ...], Mention] = {}
        self.add(number, fact)

    def add(self, number: int, fact: Fact) -> bool:
        """Take in a fact; return whether it says what none of them said."""
        mention = fact.mention
        self.members.append(number)
        self.documents.add(mention.document)
        key = _key(mention)
        if key in self.said or len(self.said) >= _MOST_SAID:
            return False
        self.said[key] = mention
        return True

    def fits(self, mention: Mention) -> bool:
        """Return whether a number can be right together with all of them."""
        return all(
            _compare.compare(mention, other).agrees for other in self.said.values()
        )


def _key(mention: Mention) -> tuple[object, ...]:
    return mention.reading, mention.unit, mention.modifier, mention.value


def _sides(
    cluster: Cluster, first: tuple[int, int], apart: Iterable[tuple[int, int]]
) -> list[list[int]]:
    """Group the facts by what they say, the exemplars' sides first.

    A fact that fits both exemplars ("at least 50" beside 50 and 80) is on neither side. No
    more sides are made than a finding shows.
    """
    facts = cluster.facts
    linked = {i for pair in cluster.links for i in pair}
    quarrelling = {i for pair in apart for i in pair}
    sides = [_Side(i, facts[i]) for i in first]
    known: dict[tuple[object, ...], list[_Side]] = {}
    for i in sorted(linked - {*first}):
        mention = facts[i].mention
        key = _key(mention)
        fits = known.get(key)
        if fits is None:
            fits = known[key] = [side for side in sides if side.fits(mention)]
        if len(fits) == 1:
            elsewhere = any(
                mention.document in side.documents
                for side in sides
                if side is not fits[0]
            )
            if not elsewhere and fits[0].add(i, facts[i]):
                known.clear()
        elif not fits and i in quarrelling and len(sides) < _MOST_PLACES:
            sides.append(_Side(i, facts[i]))
            known.clear()
    return [side.members for side in sides]


def _conflict(
    cluster: Cluster,
    apart: Mapping[tuple[int, int], _compare.Comparison],
    read: Mapping[str, Document],
    law: str,
    official: frozenset[str],
) -> Outcome:
    facts = cluster.facts
    first, second = _exemplars(facts, apart)
    verdict = apart[first, second]
    if facts[second].mention.document in official:
        first, second = second, first
    sides = _sides(cluster, (first, second), apart)
    severity = max(
        (found.severity or Severity.NOTE for found in apart.values()),
        key=lambda severity: severity.rank,
    )
    slip = slips.likeliest(facts[first].mention, facts[second].mention)
    places = _places(cluster, sides, (first, second), read)
    a, b = facts[first], facts[second]
    message = f"{_said(a, read)} in {_where(a)}, but {_said(b, read)} in {_where(b, a)}"
    explanation = _explain(a, b, verdict, law)
    return _compare.outcome(
        law,
        Verdict.CONFLICT,
        places,
        message,
        explanation=explanation,
        severity=severity,
        slip=slip,
        label=cluster.key,
    )


def _exemplars(
    facts: Sequence[Fact], apart: Iterable[tuple[int, int]]
) -> tuple[int, int]:
    return min(
        apart,
        key=lambda pair: (
            facts[pair[0]].mention.modifier is not None,
            facts[pair[1]].mention.modifier is not None,
            pair,
        ),
    )


def _places(
    cluster: Cluster,
    sides: list[list[int]],
    first: tuple[int, int],
    read: Mapping[str, Document],
) -> list[Evidence]:
    """Return the places of each side, exemplars first, never more than a page can hold."""
    chosen = [_spread(cluster.facts, side, first) for side in sides]
    room = [1] * len(chosen)
    while sum(room) < _MOST_PLACES:
        open_sides = [n for n, side in enumerate(chosen) if len(side) > room[n]]
        if not open_sides:
            break
        room[min(open_sides, key=lambda n: (room[n], n))] += 1
    places = []
    for number, side in enumerate(chosen):
        for position, i in enumerate(side[: room[number]]):
            fact = cluster.facts[i]
            left_out = len(side) - room[number] if position == 0 else 0
            places.append(
                _compare.evidence(
                    read[fact.mention.document], fact, side=number, also=left_out
                )
            )
    return places


def _spread(
    facts: Sequence[Fact], side: list[int], first: tuple[int, int]
) -> list[int]:
    """Order the facts of a side: the exemplar, one of each document, the rest."""
    seen: set[str] = set()
    repeats: dict[int, bool] = {}
    for i in sorted(side, key=lambda i: (i not in first, i)):
        document = facts[i].mention.document
        repeats[i] = document in seen
        seen.add(document)
    return sorted(repeats, key=lambda i: (i not in first, repeats[i], i))


def _said(fact: Fact, read: Mapping[str, Document]) -> str:
    document = read[fact.mention.document]
    phrase = fact.mention.phrase
    return f"“{_compare.quote(document, phrase.start, phrase.end)}”"


def _where(fact: Fact, other: Fact | None = None) -> str:
    headline = fact.role is Role.TITLE
    if other is not None and other.mention.document == fact.mention.document:
        return "its headline" if headline else "its text"
    return (
        f"the headline of {fact.mention.document}"
        if headline
        else fact.mention.document
    )


def _explain(a: Fact, b: Fact, verdict: _compare.Comparison, law: str) -> str:
    first = wording.amount(a.mention.reading, _compare.unit_label(a.mention))
    second = wording.amount(b.mention.reading, _compare.unit_label(b.mention))
    lead = (
        "The first figure is the official one, and the other does not fit it"
        if law == "reference"
        else "The two seem to state the same thing and cannot both be right"
    )
    if not verdict.gap:
        return f"{lead}: the words are the same, and only the numbers differ."
    percent = wording.percent(verdict.gap, places=1)
    points = a.mention.reading.is_point and b.mention.reading.is_point
    verb = "is" if points else "can be"
    return f"{lead}: one {verb} {first}, the other {second}, {percent} apart."


def _agreement(
    cluster: Cluster,
    together: list[tuple[int, int]],
    read: Mapping[str, Document],
    law: str,
) -> Outcome:
    members = sorted({i for pair in together for i in pair})
    places = [
        _compare.evidence(read[cluster.facts[i].mention.document], cluster.facts[i])
        for i in members[:_MOST_PLACES]
    ]
    said = " and ".join(
        dict.fromkeys(_said(cluster.facts[i], read) for i in members[:3])
    )
    return _compare.outcome(
        law,
        Verdict.AGREE,
        places,
        f"{said} agree" if " and " in said else f"They all state {said}",
        label=cluster.key,
    )


def _dispute(
    cluster: Cluster,
    quarrel: list[tuple[int, int]],
    read: Mapping[str, Document],
    law: str,
) -> Outcome:
    i, j = quarrel[0]
    a, b = cluster.facts[i], cluster.facts[j]
    return _compare.outcome(
        law,
        Verdict.DISPUTED,
        [
            _compare.evidence(read[f.mention.document], f, side=n)
            for n, f in enumerate((a, b))
        ],
        f"The sides differ: {_said(a, read)} in {_where(a)}, {_said(b, read)} in {_where(b, a)}",
        explanation="Each number is given as one side's claim, and the texts say so.",
        severity=Severity.NOTE,
        label=cluster.key,
    )


def _excuse(
    cluster: Cluster,
    pair: tuple[int, int],
    why: str,
    read: Mapping[str, Document],
    law: str,
) -> Outcome:
    a, b = (cluster.facts[i] for i in pair)
    return _compare.outcome(
        law,
        Verdict.EXCUSED,
        [
            _compare.evidence(read[f.mention.document], f, side=n)
            for n, f in enumerate((a, b))
        ],
        f"{_said(a, read)} and {_said(b, read)} may both be right: {why}",
        reason=why,
        label=cluster.key,
    )
