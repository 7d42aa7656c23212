"""Shares whose part and whole are told elsewhere: in other sentences, tables or documents.

"One in five of this spring's lambs was a twin" in one text, "2,400 lambs this spring, 800
of them twins" in another: what the share is of, and what is said of it, are
looked for by their words (`_evidence`). Where the numbers of any such sentences fit the share
nothing is said; where none does, a part and a whole of the share's own words are held against
it, if there is no other.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from decimal import Decimal

from factcheck.checks import _afar, _claimed, _compare, _shares
from factcheck.checks._arithmetic import HUNDRED, Place
from factcheck.checks._claimed import Claim
from factcheck.checks._context import Group, Passage, aligned, saying
from factcheck.checks._evidence import evidence_of
from factcheck.checks._roots import roots
from factcheck.model import Form, Interval, Mention, Span

_NEAR, _BESIDE = 2, 1
_MOST_NUMBERS = 30
_FACTOR = Decimal(3)  # a share so far off is one of something else
_FEWEST_SHARED = 3


def told(
    groups: tuple[Group, ...], known: AbstractSet[tuple[str | None, Span | None]]
) -> Iterator[tuple[Place, Place, _shares.Stated]]:
    """Yield part, whole and share where no numbers that are told fit the share.

    Args:
        groups: The sentences of each document.
        known: The documents and beginnings of the numbers that are explained already.
    """
    claims = [
        (group, at, claim)
        for group in groups
        for at, passage in saying(group, _claimed.SPOTS)
        for claim in _claimed.read(passage)
        if (passage.document.path, claim.share.shown.span) not in known
    ]
    if not claims:
        return
    sources = _Sources(groups)
    for group, at, claim in claims:
        found = sources.answer(claim, group, at)
        if found is not None:
            yield *found, claim.share


class _Sources:
    """The sentences of some documents, for finding what a share is worked out from."""

    def __init__(self, groups: tuple[Group, ...]) -> None:
        self._evidence = evidence_of(groups)

    def answer(self, claim: Claim, group: Group, at: int) -> tuple[Place, Place] | None:
        """Return the only part and whole of a share's words, if no others fit it."""
        numbers = self._numbers(claim, group, at)
        meant = [
            (part, whole)
            for whole in numbers
            if _afar.is_level(whole) and _may_be_of(whole, claim)
            for part in self._parts(numbers, whole, claim)
            if self._is_meant(part, whole, claim)
        ]
        if not meant:
            return None
        percents = {_ratio(*pair) * HUNDRED for pair in meant}
        if len(percents) > 1:
            return None
        low, high = claim.share.reading.low or 0, claim.share.reading.high or HUNDRED
        near = low / _FACTOR < percents.pop() < high * _FACTOR
        explained = any(
            _fits(part, whole, claim, left=(part, whole) not in meant)
            for whole in numbers
            for part in self._parts(numbers, whole, claim)
        )
        return meant[0] if near and not explained else None

    def _numbers(self, claim: Claim, group: Group, at: int) -> list[Place]:
        """Return the numbers of the sentences that may tell of a share's things."""
        like = self._evidence.like(self._evidence.words(claim.passage))
        passages = [*group[max(0, at - _NEAR) : at + _NEAR + 1]]
        for passage in like:
            own, here = self._evidence.spot(passage)
            passages += own[max(0, here - _BESIDE) : here + _BESIDE + 1]
        found = [
            Place(passage, slot)
            for passage in dict.fromkeys(passages)
            for slot, kind in enumerate(passage.kinds)
            if kind in "cem"
            and _is_plain(passage.mention(slot))
            and not (passage is claim.passage and _is_in(claim, passage.mention(slot)))
        ]
        return found[:_MOST_NUMBERS]

    def _parts(self, numbers: list[Place], whole: Place, claim: Claim) -> list[Place]:
        """Return the numbers that may be parts of a whole by where they stand."""
        home = whole.passage
        return [
            part
            for part in numbers
            if part != whole
            and (
                part.passage is home
                or home is claim.passage
                or self._are_near(part.passage, home)
            )
            and _are_alike(part, whole)
        ]

    def _are_near(self, first: Passage, second: Passage) -> bool:
        (one, here), (other, there) = map(self._evidence.spot, (first, second))
        table = first.in_table and second.in_table
        return one is other and (table or abs(here - there) <= _NEAR)

    def _is_meant(self, part: Place, whole: Place, claim: Claim) -> bool:
        """Return whether part and whole are of the very words of a share."""
        own = whole.passage is claim.passage
        if not (own or _is_of(whole, claim) or _is_all(part, whole)):
            return False
        return (
            _afar.is_level(part)
            and self._is_said(part, whole, claim)
            and _ratio(part, whole) < 1
        )

    def _is_said(self, part: Place, whole: Place, claim: Claim) -> bool:
        """Return whether the same is said of a part as of a share, and no more."""
        if not _afar.head(part) <= claim.words:
            return False
        about = _afar.named(whole) | claim.of | claim.owner
        both = claim.said & (_afar.said(part) - about)
        own = claim.passage
        told = _afar.around(part.passage, without=own)
        told |= _afar.around(whole.passage, without=own)
        strange = claim.words - told - claim.owner
        if _afar.fact_of(whole).mention.dimension != "count":
            strange -= claim.verb
        if claim.owner and claim.owner.isdisjoint(told):
            return False
        if (
            not both
            or len(strange) >= len(both)
            or not strange.isdisjoint(claim.narrow)
        ):
            return False
        known = claim.words & told
        source = part.passage.document
        if source is not claim.passage.document and len(known) < _FEWEST_SHARED:
            return False
        return _afar.agree_in_time(part.passage, claim.passage) and _afar.denies(
            part.passage
        ) == _afar.denies(claim.passage)


def _is_plain(mention: Mention) -> bool:
    return mention.form is Form.PLAIN and (mention.value or 0) > 0


def _are_alike(part: Place, whole: Place) -> bool:
    a, w = (_afar.fact_of(place).mention for place in (part, whole))
    return a.dimension == w.dimension or aligned(a, w) is not None


def _aligned(part: Place, whole: Place) -> tuple[Mention, Mention]:
    a, w = (_afar.fact_of(place).mention for place in (part, whole))
    return aligned(a, w) or (a, w)


def _ratio(part: Place, whole: Place) -> Decimal:
    """Return what a part is, divided by its whole."""
    a, w = (
        _compare.base_value(mention.value or Decimal(0), mention.unit)
        for mention in _aligned(part, whole)
    )
    return a / w


def _fits(part: Place, whole: Place, claim: Claim, *, left: bool) -> bool:
    """Return whether a share is that of a part in a whole.

    Args:
        part: The part.
        whole: The whole.
        claim: The share.
        left: Whether it may be that of what the part leaves.
    """
    a, w = _aligned(part, whole)
    size = _compare.convert(part.passage.reading(part.slot), a.unit)
    most = _compare.convert(whole.passage.reading(whole.slot), w.unit)
    if _ratio(part, whole) > 1:
        return False  # "more than half" is not told of four times as many
    percent, reading = (size / most).scale(HUNDRED), claim.share.reading
    rest = Interval.point(HUNDRED) - percent
    return percent.meets(reading) or (left and rest.meets(reading))


def _is_in(claim: Claim, mention: Mention) -> bool:
    """Return whether a number is one of those that tell a share: "one bridge in <ten>"."""
    span = claim.share.shown.span
    return span is not None and span.covers(mention.span)


def _may_be_of(whole: Place, claim: Claim) -> bool:
    """Return whether a number may be what a share is of, whatever its part is."""
    if whole.passage is claim.passage:
        return whole.slot == claim.whole
    headers = _afar.fact_of(whole).mention.headers
    column = roots(headers[-1].lower()) if headers else frozenset()
    return not column.isdisjoint(claim.of) or _is_of(whole, claim)


def _is_of(whole: Place, claim: Claim) -> bool:
    """Return whether a number counts or measures what a share is of."""
    named = _afar.named(whole)
    of = claim.of or claim.said | claim.owner
    if named and whole.passage.in_list:
        return named <= claim.words and not named.isdisjoint(of)
    if named:
        return named <= of
    # "6,300 people applied for asylum" are the asylum applicants.
    counted = _afar.fact_of(whole).mention.counted
    people = counted is not None and not counted.elided
    return people and bool(claim.of) and claim.of <= _afar.said(whole)


def _is_all(part: Place, whole: Place) -> bool:
    """Return whether a whole stands first in the column of its part."""
    a, w = (_afar.fact_of(place).mention for place in (part, whole))
    if not a.headers or not w.headers or a.headers[-1] != w.headers[-1]:
        return False
    blocks = whole.passage.document.blocks
    first, later = blocks[w.block], blocks[a.block]
    return first.table == later.table and first.row == 1
