"""What a text has from an official source, by its own words, against that source.

"According to the latest return, the fleet has shrunk to 74 boats", and the return has another
number of boats, and 74 nowhere. Which of its numbers is meant is told by a word that it has
beside one number alone; by "of every kind", which is the total of a table; or by what the source
is called: "the count confirmed by the agency", and "the agency's confirmed count is 17".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import _compare, _verdicts, slips
from factcheck.checks._context import (
    TOKEN,
    Group,
    Passage,
    hint,
    pattern,
    saying,
)
from factcheck.checks._dated import words_of
from factcheck.language.data import word_set
from factcheck.model import (
    Cluster,
    Document,
    DocumentFacts,
    Fact,
    Form,
    Mention,
    Motion,
    Outcome,
    Stance,
)

_SOURCE = r"(?P<source>(?:(?!<)[a-z'\u2019-]+ ?){1,10})"
_CITES = (
    rf"\b(?:according to|as (?:shown|stated|given) (?:in|by)|going by|based on|taken from|quoting|citing) {_SOURCE}",
    r"(?P<source>(?:[a-z'\u2019-]+ ){1,6}(?:figures|statistics|data|tables?|returns?|register|tally|count|report|records|papers))(?: [a-z]+)? (?:shows?|says?|puts?|gives?|lists?)\b",
)
CITING = hint("ccording to", "as shown", "as stated", "as given", "going by", "based on", "taken from", "quoting", "citing", " show", " say", " put", " give", " list", sources=_CITES)  # fmt: skip
_OWN = re.compile(r"['\u2019]s?\b")
_EVERY = r"\b(?:of (?:every|all) (?:kind|sort|type)s?|in all|altogether|in total|overall|all told|all in all)\b"
_TOTAL = r"(?i)^\W*(?:grand |overall )?total\b"
# A number that the source itself goes by.
_COUNTS = word_set("count tally toll total number figure")
# Of no source in particular.
_PLAIN = word_set(
    """
    latest official final according recent newest published public annual yearly own same
    sunday monday tuesday wednesday thursday friday saturday today yesterday
    """
)
# Beside a number these say nothing of what it is.
_EMPTY = word_set(
    "area end fall lose new number official per person rate rise start total year"
)
# Of another source or time than the one that is official.
_FIRST = r"\b(?:provisional|preliminary|initial|first|earlier|previous)\b[^<,;]{0,30}\b(?:count|tally|figures?|data|estimates?|report|results?|returns?)\b"
_OTHERWISE = r"\b(?:not|never|instead of|rather than|originally|forecast|expect\w*|unlike|contrary to|than|at first)\b"
_HEAD = 600  # characters in which a document says what it is
_LEAST = 3  # smaller numbers stand for all sorts of things
_NEAR, _FAR = Decimal("1.6"), Decimal(3)
_NAMED = 2  # words of a source that its own number is told with
_MOST = 400  # numbers of an official document that are looked through
_UNREAL = frozenset((Stance.TARGET, Stance.FORECAST, Stance.PREVIOUS, Stance.DENIAL))


def told(
    documents: Sequence[DocumentFacts],
    groups: Sequence[Group],
    clusters: Sequence[Cluster],
    official: frozenset[str],
) -> Iterator[Outcome]:
    """Yield the numbers that texts have wrong from the official source that they name.

    Args:
        documents: Those of one story.
        groups: The sentences of each.
        clusters: What is compared otherwise.
        official: The paths of the documents that are official.
    """
    sources = [facts for facts in documents if facts.document.path in official]
    heads = {facts.document.path: _head(facts.document) for facts in sources}
    read = _compare.by_path(documents) if sources else {}
    known = {id(c.facts[i]) for c in clusters for pair in c.links for i in pair}
    for facts, group in zip(documents, groups, strict=True):
        for _, passage in saying(group, CITING) if sources else ():
            named = _source(passage)
            meant = [
                source
                for source in sources
                if source is not facts and named & heads[source.document.path]
            ]
            if len(meant) != 1 or pattern(_FIRST).search(passage.masked):
                continue
            pairs = [
                (own, fact)
                for fact in _amounts(passage)
                if id(fact) not in known
                and (own := _meant(passage, fact, meant[0], named))
            ]
            if len(pairs) == 1:
                cluster = Cluster(key="", facts=pairs[0], links=((0, 1),))
                yield from _verdicts.judge(cluster, read, "reference", official)


def _head(document: Document) -> frozenset[str]:
    """Return the words by which a document says what it is."""
    return words_of(f"{document.source or ''} {document.text[:_HEAD]}")


def _source(passage: Passage) -> frozenset[str]:
    """Return the words for the source that a sentence names."""
    for each in _CITES:
        found = pattern(each).search(passage.masked)
        if found:
            return words_of(_OWN.sub("", found["source"])) - _PLAIN
    return frozenset()


def _amounts(passage: Passage) -> Iterator[Fact]:
    """Yield the numbers of a sentence that may be those of its source."""
    for token in TOKEN.finditer(passage.masked):
        if token["kind"] in "cemp" and _is_plain(fact := passage.fact(token["slot"])):
            clause = passage.document.surface(fact.clause).lower()
            if not pattern(_OTHERWISE).search(clause):
                yield fact


def _is_plain(fact: Fact) -> bool:
    mention = fact.mention
    return (
        mention.form is Form.PLAIN
        and mention.value is not None
        and mention.value >= _LEAST
        and mention.modifier is None
        and fact.stance not in _UNREAL
        and not fact.part
        and fact.per in (None, "kind")
        and fact.motion not in (Motion.BY, Motion.FROM)
    )


def _meant(
    passage: Passage, fact: Fact, source: DocumentFacts, named: frozenset[str]
) -> Fact | None:
    """Return the number of a source that one said to be from it differs from."""
    told_there = source.facts[:_MOST]
    if any(_says(own.mention, fact.mention) for own in told_there):
        return None
    dimension = fact.mention.dimension
    plain = [
        own
        for own in told_there
        if own.mention.dimension == dimension and _is_plain(own)
    ]
    whole = pattern(_EVERY).search(passage.masked) is not None
    if whole:
        found = [own for own in plain if _is_total(own)]
    else:
        found = _of_word(fact, plain) or _of_name(plain, named, source.document)
    if len(found) != 1 or not _is_near(found[0], fact, _FAR if whole else _NEAR):
        return None
    p, q = found[0].period, fact.period
    return None if p and q and not p.overlaps(q) else found[0]


def _says(own: Mention, mention: Mention) -> bool:
    """Return whether a source has a number, of whatever it is there."""
    if own.value == mention.value:
        return True
    return own.dimension == mention.dimension and own.reading.meets(mention.reading)


def _is_total(fact: Fact) -> bool:
    headers = fact.mention.headers
    return bool(headers) and pattern(_TOTAL).search(headers[0]) is not None


def _of_word(fact: Fact, plain: Sequence[Fact]) -> list[Fact]:
    """Return the number beside a word that stands beside no other, and beside the one told."""
    said = _beside(fact)
    found = []
    for word in said:
        having = [own for own in plain if word in _beside(own)]
        if len(having) == 1 and having[0] not in found:
            found += having
    return found


def _beside(fact: Fact) -> frozenset[str]:
    return (fact.near | fact.concepts | {fact.head}) - _EMPTY - {""}


def _of_name(
    plain: Sequence[Fact], named: frozenset[str], document: Document
) -> list[Fact]:
    """Return the number that is told as the source itself is: "the confirmed count is 17"."""
    if _COUNTS.isdisjoint(named):
        return []
    return [
        own
        for own in plain
        if not own.head
        and not (words := words_of(document.surface(own.sentence))).isdisjoint(_COUNTS)
        and len(words & named) >= _NAMED
    ]


def _is_near(own: Fact, fact: Fact, most: Decimal) -> bool:
    a, b = own.mention.value, fact.mention.value
    if not a or not b:
        return False
    a = _compare.base_value(a, own.mention.unit)
    b = _compare.base_value(b, fact.mention.unit)
    return max(a, b) <= most * min(a, b) or slips.between(a, b) is not None
