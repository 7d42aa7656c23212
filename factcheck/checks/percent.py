"""Shares of one whole cannot come to more than all of it.

What it does:
    Adds up the percentages that a sentence or a list gives for parts of one whole which
    exclude each other (age groups, answers of which one could be picked, yes and no), and
    looks for shares of a group that are above 100 percent.

Why it matters:
    One of the shares is wrong, or people could give several answers and the text should
    say so.

Example:
    "Of the riders, 34 percent were 60 or older, 51 percent were between 25 and 59, and 26
    percent were under 25." That is 111 percent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from factcheck.checks import (
    _arithmetic,
    _beyond_all,
    _classes,
    _compare,
    _listed,
    _one_answer,
    _pool,
    _rows,
    _shared_out,
)
from factcheck.checks._arithmetic import Place
from factcheck.checks._classes import Share
from factcheck.checks._context import Group, Passage, finds, passages, saying
from factcheck.checks._evidence import are_few, stories
from factcheck.checks._pool_parts import Part
from factcheck.checks._shared_out import ALL, WHOLE
from factcheck.checks._tables import all_tables
from factcheck.checks._trimmed import trimmed
from factcheck.model import (
    Arithmetic,
    Cluster,
    DocumentFacts,
    Outcome,
    Verdict,
)
from factcheck.units import wording

LAW = "percent"
_FAR_PAST = 175
_OF_A_TIME = r"^ (?:over|after|within|in|during)(?: the)?(?: [a-z]+)? <t"
# What says that something may be counted twice, or that shares are of a change.
_Spot = tuple[str, int]
_KEEPS = r"\b(?:both|several|multiple|overlap[a-z]*|more than one|compared|up from|down from|rounded|rounding|answers?|respectively)\b"


def check(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],  # noqa: ARG001  every law is called alike
) -> Iterator[Outcome]:
    """Yield the shares that come to more than a whole, and those that make one up."""
    groups = passages(documents)
    settled: set[_Spot] = set()
    few = are_few(documents)
    for group in groups:
        short = _short(group) if few else group
        yield from _within(group, settled)
        if short is not group:
            yield from _within(short, settled)
        for _, passage in saying(group, _shared_out.SHARE):
            yield from _beyond_all.shares(passage)
    for _, told in stories(documents, groups):
        for shares in _in_story(told):
            spots = {_spot(share.passage) for share in shares}
            if not spots <= settled and not _holds_whole(shares):
                settled |= spots
                yield _told(shares, Verdict.CONFLICT)
    for tables in all_tables(documents):
        for table in tables:
            yield from _rows.shared_out(table)


def _in_story(groups: tuple[Group, ...]) -> Iterator[list[Share]]:
    """Yield the shares of one whole that sentences of some documents tell, and that are too much."""
    for parts in _pool.beyond(groups):
        yield list(map(_part, parts))


def _short(group: Group) -> Group:
    """Return the sentences of a document without clauses that tell no shares."""
    if not group.hints & _shared_out.ANY:
        return group
    return trimmed(group, "pf", _KEEPS)


def _spot(passage: Passage) -> _Spot:
    """Return which sentence it is, whole or without its outer clauses."""
    return passage.document.path, passage.index


def _within(group: Group, settled: set[_Spot]) -> Iterator[Outcome]:
    """Yield what the shares of one whole come to that stand in a sentence or beside each other."""
    known = frozenset(settled)
    for places, verdict in _shared_out.read(group):
        spots = {_spot(place.passage) for place in places}
        if all(_is_of_its_own_time(place) for place in places):
            continue
        # Three that are each most of something are shares of as many things.
        if (
            known.isdisjoint(spots)
            and sum(map(_shared_out.value, places), Decimal(0)) < _FAR_PAST
        ):
            settled |= spots
            shares = list(map(_share, places))
            if verdict is Verdict.AGREE or not _holds_whole(shares):
                yield _told(shares, verdict)
    for places in chain(_listed.read(group), _one_answer.told(group)):
        spots = {_spot(place.passage) for place in places}
        if settled.isdisjoint(spots):
            settled |= spots
            yield _told(list(map(_share, places)), Verdict.CONFLICT)
    for shares in _classes.told(group):
        spots = {_spot(share.passage) for share in shares}
        if settled.isdisjoint(spots):
            settled |= spots
            yield _told(shares, Verdict.CONFLICT)


def _holds_whole(shares: Sequence[Share]) -> bool:
    """Return whether later ones are a whole by themselves: "The rest came by rail (28) or road (72)"."""
    values = [share.value for share in shares]
    return any(
        sum(values[start:end]) == ALL
        for start in range(1, len(values))
        for end in range(start + 2, len(values) + 1)
    )


def _is_of_its_own_time(place: Place) -> bool:
    """Return whether a percentage is told of a time of its own: "71% over six months"."""
    return finds(place.passage.around(place.slot)[1], _OF_A_TIME)


def _share(place: Place) -> Share:
    said = _arithmetic.plain(place.passage, place.slot)
    reading, value = _shared_out.reading(place), _shared_out.value(place)
    return Share(place.passage, 0, 0, reading, value, said, place.evidence(0))


def _part(part: Part) -> Share:
    share = part.share
    said = share.shaped.surface if share.shaped else share.said
    return Share(part.passage, 0, 0, share.reading, part.middle, said, share.shown)


def _told(shares: Sequence[Share], verdict: Verdict) -> Outcome:
    total = _arithmetic.total_of([share.reading for share in shares])
    value = wording.number(sum([share.value for share in shares], Decimal(0)))
    shown = [replace(share.shown, side=at) for at, share in enumerate(shares)]
    listed = " + ".join(share.said for share in shares)
    if verdict is Verdict.AGREE:
        return _compare.outcome(
            LAW, verdict, shown, f"{listed} is {value}%: all of the whole."
        )
    return _compare.outcome(
        LAW,
        verdict,
        shown,
        f"{listed} is {value}%, more than the whole.",
        explanation=_rows.TOO_MUCH,
        severity=_compare.severity((total.low or ALL) / ALL - 1),
        arithmetic=Arithmetic(total, WHOLE, "percent", ("together", "a whole")),
    )
