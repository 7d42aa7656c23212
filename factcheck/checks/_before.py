"""What a thing was before it rose or fell, told in a sentence of its own.

"The ticket, raised in May, now costs 2.80. Before the rise it cost 3.10"; "After a further fall
on Friday the share closed at 41.20. It had closed at 39.80 the day before": one sentence tells
the value now and the other the value before, one of them which way it went.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import _compare, _direction, _tallies
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    TOKEN,
    Passage,
    aligned,
    finds,
    hint,
    pattern,
    saying,
)
from factcheck.model import Form, Outcome, Period

_UP = "rise|increase|hike|jump|surge|gain|climb"
_DOWN = "cut|reduction|drop|fall|decrease|decline|slump|slide"
# Before the rise passengers paid 3.10.
_MARK = rf"\b(?:before|prior to|until) (?:the|that|this|its) (?:[a-z]+ )?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?! (?:in|of) )"
# A value is what a thing costs or is, and no number of things.
_IS = r"\b(?:is|are|was|were|been|being|at|to|costs?|cost|pays?|paid|charged?|charges|stood at|stands at|earned|earns?|gets?|got|measured|of)(?: (?:only|just|now|still|again|already|as much as))*(?: an?)? $"
_OTHER = r"[,;]? and (?:the|its|their|his|her|an?|[a-z]+'s) "
_NOW = r"\b(?:now|today|currently|at present|these days|the new)\b"
# It had closed at 39.80 the day before.
_SPANS = "day|evening|night|morning|week|month|year"
_EVE = rf"\b(?:the|an?) (?:(?P<span>{_SPANS}) (?:before|earlier)|(?:previous|preceding) (?P<span2>{_SPANS}))\b"
_HAD = r"\b(?:it|they|there|the [a-z]+|before|earlier|<d\d+>) had (?:still )?(?:closed|stood|been|cost|reached|come to|measured|ended|read)\b"
_MOVED = rf"(?<![\w-])(?:(?P<up>{_UP}|{_direction.RISES}|went up)|(?P<down>{_DOWN}|{_direction.FALLS}|went down))\b"
_NOT = (
    r"\b(?:not|never|n't|since|revised|corrected|expected|forecast|average|opening|intraday|high of|low of|record|compared|than|against|from <|per|if|would|could|slow\w*|rate of"
    r"|growth|inflation)\b"
)
_DAILY = frozenset({"date", "weekday"})
_HINTS = hint(" before", "efore the ", " until the ", " earlier", " previous ", "rior to the ", sources=(_MARK, _EVE))  # fmt: skip
_KINDS = "cemrp"
_NEAR = Decimal(2)


def told(group: Sequence[Passage]) -> Iterator[Outcome]:
    """Yield the values before and after a change that went the other way."""
    for at, passage in saying(group, _HINTS):
        if passage.in_table:
            continue
        near = [
            other
            for other in group[max(0, at - 1) : at + 2]
            if other is not passage and other.block == passage.block
        ]
        if finds(passage.masked, _MARK):
            yield from _since(passage, near)
        elif at and near and near[0] is group[at - 1]:
            yield from _next(near[0], passage)


def _since(passage: Passage, near: Sequence[Passage]) -> Iterator[Outcome]:
    """Yield where the value now is on the wrong side of that "before the rise"."""
    masked = passage.masked
    mark = pattern(_MARK).search(masked)
    assert mark is not None
    tokens = _tokens(passage, valued=True)
    after = [
        token
        for token in tokens
        if token.start() > mark.end() and ";" not in masked[mark.end() : token.start()]
    ]
    before = [
        token
        for token in tokens
        if token.end() < mark.start()
        and not finds(masked[token.end() : mark.start()], r"[,;:]|\bnow\b")
    ]
    old = after[0] if after else before[-1] if before else None
    if old is None:
        return
    other = Place(passage, int(old["slot"]))
    own = [
        Place(passage, int(token["slot"]))
        for token in tokens
        if token is not old and _fits(other, Place(passage, int(token["slot"])))
    ] or [
        Place(each, int(token["slot"]))
        for each in near
        for token in _tokens(each, valued=True)
        if _fits(other, Place(each, int(token["slot"])))
    ]
    if len(own) == 1 and finds(own[0].passage.masked, _NOW):
        yield from _judged(own[0], other, up=mark["up"] is not None)


def _next(first: Passage, second: Passage) -> Iterator[Outcome]:
    """Yield where what it was the day before is on the wrong side of the day's value."""
    eve = pattern(_EVE).search(second.masked)
    if eve is None or not finds(second.masked, _HAD):
        return
    moves = list(pattern(_MOVED).finditer(first.masked))
    ways = {move["up"] is not None for move in moves}
    if len(ways) != 1 or finds(f"{first.masked} {second.masked}", _NOT):
        return
    if not _of_span(first, eve["span"] or eve["span2"]):
        return
    new, old = _tokens(first), _tokens(second)
    if len(new) == len(old) == 1 and not finds(
        first.masked[moves[0].end() : new[0].start()], _OTHER
    ):
        own, other = (
            Place(first, int(new[0]["slot"])),
            Place(second, int(old[0]["slot"])),
        )
        if _fits(other, own):
            yield from _judged(own, other, up=ways.pop())


def _of_span(passage: Passage, span: str) -> bool:
    """Return whether a change is told of a day, where it is the day before that is told."""
    kinds = {item.kind for item in passage.items if isinstance(item, Period)}
    if span in {"week", "month", "year"}:
        return kinds == {span}
    return bool(kinds) and kinds <= _DAILY


def _tokens(passage: Passage, *, valued: bool = False) -> list[re.Match[str]]:
    return [
        token
        for token in TOKEN.finditer(passage.masked)
        if token["kind"] in _KINDS
        and passage.mention(token["slot"]).form is Form.PLAIN
        and passage.mention(token["slot"]).modifier is None
        and (not valued or finds(passage.masked[: token.start()], _IS))
    ]


def _fits(a: Place, b: Place) -> bool:
    """Return whether two values are of one thing, as far as their units and sizes go."""
    both = aligned(a.passage.mention(a.slot), b.passage.mention(b.slot))
    if both is None:
        return False
    first, second = (_compare.convert(m.reading, m.unit).low for m in both)
    return bool(first and second and 1 / _NEAR < first / second < _NEAR)


def _judged(own: Place, other: Place, *, up: bool) -> Iterator[Outcome]:
    both = aligned(own.passage.mention(own.slot), other.passage.mention(other.slot))
    assert both is not None
    now, then = (_compare.convert(m.reading, m.unit) for m in both)
    assert now.low is not None
    assert then.low is not None
    if now.meets(then) or (now.low > then.low) == up:
        return
    word = "rise" if up else "fall"
    yield _tallies.say(
        [other.evidence(0), own.evidence(1)],
        f"The text tells of a {word}, but {own.said()} follows {other.said()}.",
        f"The value before the {word} is {other.said()}, and the one after it {own.said()}:"
        " one of them or the word is wrong.",
        agrees=False,
    )
