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
from functools import cached_property
from itertools import permutations

from factcheck.checks import _afar, _breakdown, _claimed, _compare, _shares, _wholes
from factcheck.checks._arithmetic import HUNDRED, Place
from factcheck.checks._claimed import Claim
from factcheck.checks._context import (
    PEOPLE,
    Group,
    Passage,
    aligned,
    finds,
    pattern,
    saying,
)
from factcheck.checks._evidence import evidence_of
from factcheck.checks._kin import are_said, said_too, senses_of
from factcheck.checks._roots import roots
from factcheck.model import Form, Interval, Mention, Span

_NEAR, _BESIDE = 2, 1
_MOST_NUMBERS, _FEW = 40, 4
_FACTOR = Decimal(3)  # a share so far off is one of something else
_WELL_ABOVE = Decimal("1.4")  # times a bound
_FEWEST_SHARED = 3
_PAIR_SHARED = 2  # with numbers that are told as part and whole
_MOST_RATIOS = 3  # more numbers that may be meant, and none is
# Words by which a whole is all of its kind.
_ANYONE = frozenset(("person", "people", "item", "piece", "thing"))
# "For it to succeed <7,140> had to sign."
_MUST = r"\b(?:must|should|ha(?:s|ve|d) to|need(?:s|ed)?|required?|threshold|quorum|enough)\b"
# "<456> common shares and <527> preferred shares"
_AND = r"^(?: [a-z-]+){1,3},? (?:and|or) (?:about |some |another )?$"
_IN_BRACKETS = r"<[cem](?P<slot>\d+)>[^<,;:()]* \($"
_OWN = roots("company group firm bank council town city country state")
_ALL = roots("registered eligible entitled total overall entire whole current")


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
        self._groups = groups

    def answer(self, claim: Claim, group: Group, at: int) -> tuple[Place, Place] | None:
        """Return the likeliest part and whole of a share's words, if no others fit it."""
        own = _in_brackets_behind(claim)
        numbers = self._numbers(claim, group, at)
        meant = [
            (part, whole)
            for whole in numbers
            if _afar.is_level(whole) and _may_be_of(whole, claim)
            for part in self._parts(numbers, whole, claim)
            if own in (None, part)
            and _is_near(part, whole, claim)
            and (_is_own(part, whole, claim) or self._is_meant(part, whole, claim))
            and not _is_one_of_rows(part, numbers, claim)
        ]
        if not meant:
            return None if own else self._tied(claim, numbers)
        if len({_ratio(*pair) for pair in meant}) > _MOST_RATIOS:
            return None
        if self._is_explained(claim, numbers, meant):
            return None
        return max(meant, key=lambda pair: _weight(pair, claim))

    def _tied(self, claim: Claim, numbers: list[Place]) -> tuple[Place, Place] | None:
        """Return the likeliest of the pairs that a text itself tells as part and whole.

        Two words in common with the share are enough then, if no pair that has as many fits.
        """
        pairs = self._pairs
        if claim.whole is not None:
            own = Place(claim.passage, claim.whole)
            pairs = [(part, own) for part in numbers if _may_be_its(part, own)]
        found = [
            (part, whole)
            for part, whole in pairs
            if part.passage is not claim.passage
            and _is_near(part, whole, claim)
            and _is_of_its(whole, claim)
            and _is_of_share(part, whole, claim)
        ]
        if len({_ratio(*pair) for pair in found}) != 1:
            return None
        best = max(_in_common(*pair, claim) for pair in found)
        explained = any(
            _fits(part, whole, claim, left=True)
            and (
                _are_beside(part, claim)
                or (
                    ((part, whole) in self._pairs or _is_of(whole, claim))
                    and _in_common(part, whole, claim) >= best
                )
            )
            for whole in numbers
            for part in self._parts(numbers, whole, claim)
            if _may_explain(part, claim)
        )
        return None if explained else found[0]

    def _is_explained(
        self, claim: Claim, numbers: list[Place], meant: list[tuple[Place, Place]]
    ) -> bool:
        """Return whether a share is that of any part in any whole that may be meant."""
        told = {place for place in numbers if self._may_tell(place, claim)}
        known = _breakdown.find(numbers)
        beside = {pair for each in known for pair in permutations(each.parts, 2)}
        return any(
            _fits(part, whole, claim, left=(part, whole) not in meant)
            for whole in numbers
            for part in self._parts(numbers, whole, claim)
            if (part in told or whole in told)
            and _may_explain(part, claim)
            and (part, whole) not in beside
            and _may_be_in(part, whole, claim)
        ) or any(
            claim.share.reading.contains(ratio * HUNDRED)
            for each in known
            if each.whole in told
            for ratio in each.sums()
        )

    @cached_property
    def _pairs(self) -> list[tuple[Place, Place]]:
        """The numbers that a text itself tells as part and whole: "of the <960>, <240>"."""
        found = [
            (Place(passage, part), whole)
            for group in self._groups
            for at, passage in saying(group, _wholes.PARTS)
            if passage.amounts and not passage.in_table
            for part, whole in _tied(group, at)
        ]
        return [
            (part, whole)
            for part, whole in found
            if _afar.is_level(part)
            and _afar.is_level(whole)
            and all(_is_plain(_afar.fact_of(place).mention) for place in (part, whole))
            and _are_alike(part, whole)
            and _ratio(part, whole) < 1
            and not finds(_afar.clause(part), _MUST)
        ]

    @cached_property
    def _named(self) -> dict[str | int, list[Passage]]:
        """The sentences that count or measure something, by its roots and their senses."""
        found: dict[str | int, list[Passage]] = {}
        for group in self._groups:
            for passage in group:
                told = [
                    _afar.named(Place(passage, slot))
                    for slot, kind in enumerate(passage.kinds)
                    if kind in "cem"
                ]
                words = frozenset().union(*told)
                for key in words | senses_of(words):
                    found.setdefault(key, []).append(passage)
        return found

    def _of_name(self, claim: Claim) -> list[Passage]:
        """Return the few sentences that count or measure what a share is of."""
        keys = claim.of | senses_of(claim.of)
        few = [each for key in keys if len(each := self._named.get(key, ())) <= _FEW]
        return [passage for each in few for passage in each]

    def _numbers(self, claim: Claim, group: Group, at: int) -> list[Place]:
        """Return the numbers of the sentences that may tell of a share's things."""
        like = self._evidence.like(self._evidence.words(claim.passage))
        passages = [*group[max(0, at - _NEAR) : at + _NEAR + 1]]
        for passage in [*like, *self._of_name(claim)]:
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
            and not _stands_beside(part, whole)
            and (
                part.passage is home
                or home is claim.passage
                or _is_beside(part, claim)
                or self._are_near(part.passage, home)
            )
            and _are_alike(part, whole)
        ]

    def _may_tell(self, place: Place, claim: Claim) -> bool:
        """Return whether a number stands beside a share, or with any of its words."""
        own, passage = claim.passage, place.passage
        if passage.document is own.document and abs(passage.index - own.index) <= _NEAR:
            return True
        return bool(said_too(claim.words, _afar.sentence(passage)))

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
            and not finds(_afar.clause(part), _MUST)
            and self._is_said(part, whole, claim)
            and _ratio(part, whole) < 1
            and not _is_of_another(part, whole)
        )

    def _is_said(self, part: Place, whole: Place, claim: Claim) -> bool:
        """Return whether the same is said of a part as of a share, and no more."""
        if not are_said(_afar.head(part), claim.words):
            return False
        about = _afar.named(whole) | claim.of | claim.owner
        both = said_too(claim.said, _afar.said(part) - about) - about
        own = claim.passage
        told = _afar.around(part.passage, without=own)
        told |= _afar.around(whole.passage, without=own)
        strange = claim.words - claim.owner
        strange -= said_too(strange, told)
        if _afar.fact_of(whole).mention.dimension != "count":
            strange -= claim.verb
        if claim.owner and claim.owner.isdisjoint(told):
            return False
        if (
            not both
            or len(strange) >= len(claim.said - strange - claim.owner)
            or not strange.isdisjoint(claim.narrow)
        ):
            return False
        known = claim.words & told
        far = part.passage.document is not own.document
        if (
            far
            and len(known) < _FEWEST_SHARED
            and (strange or not _afar.on_one_story(part.passage, own))
        ):
            return False
        return (
            _afar.agree_in_time(part, claim.spot) and _afar.denied(part) == claim.denied
        )


def _in_brackets_behind(claim: Claim) -> Place | None:
    """Return the number that a share stands in brackets behind: "in <62> on tea (<8%>)"."""
    match = pattern(_IN_BRACKETS).search(claim.passage.masked[: claim.share.start])
    return Place(claim.passage, int(match["slot"])) if match else None


def _may_be_its(part: Place, whole: Place) -> bool:
    """Return whether a number counts or measures what the whole of a share does: "of the <900> pupils"."""
    heads = _afar.head(part), _afar.head(whole)
    measured = _afar.fact_of(part).mention.dimension != "count"
    return (
        (measured or (all(heads) and are_said(*heads)))
        and part.passage is not whole.passage
        and _afar.is_level(part)
        and _is_plain(_afar.fact_of(whole).mention)
        and _are_alike(part, whole)
        and _ratio(part, whole) < 1
        and not finds(_afar.clause(part), _MUST)
    )


def _tied(group: Group, at: int) -> Iterator[tuple[int, Place]]:
    """Yield the parts of a sentence, each with its whole, as its words tell them."""
    passage = group[at]
    for part, whole in _wholes.pairs(passage):
        yield part, Place(passage, whole)
    for part, noun in _wholes.referring(passage.masked):
        wholes = _wholes.wholes(group, at, part, noun=noun)
        if len(wholes) == 1:
            yield part, wholes[0]


def _is_of_its(whole: Place, claim: Claim) -> bool:
    """Return whether what a share is of is what a number counts, or stands in its clause."""
    if _may_be_of(whole, claim):
        return True
    return bool(said_too(claim.of, _afar.named(whole) | _afar.said(whole)))


def _is_of_share(part: Place, whole: Place, claim: Claim) -> bool:
    """Return whether a part and its whole are told in enough of the words of a share."""
    told = _afar.around(part.passage, without=claim.passage)
    told |= _afar.around(whole.passage, without=claim.passage)
    strange = claim.words - claim.owner
    strange -= said_too(strange, told)
    said = _afar.sentence(claim.passage)
    enough = 1 if claim.of and are_said(said, told) else _PAIR_SHARED
    return (
        _afar.denied(part) == claim.denied
        and strange.isdisjoint(roots(claim.opening) | (claim.narrow - claim.of))
        and not _are_of_other_times(part, claim)
        and _in_common(part, whole, claim) >= enough
    )


def _are_of_other_times(part: Place, claim: Claim) -> bool:
    """Return whether a part is told of one time, and a share of another."""
    both = _afar.periods(part), _afar.periods(claim.spot)
    return all(both) and not _afar.agree_in_time(part, claim.spot)


def _in_common(part: Place, whole: Place, claim: Claim) -> int:
    """Return how many words the sentences of a pair share with that of a share, but what it is of.

    What narrows the share, such as its place, must stand in the clause of the part itself.
    """
    about = _afar.named(whole) | claim.of | claim.owner
    told = _afar.sentence(part.passage) | _afar.sentence(whole.passage)
    said = _afar.sentence(claim.passage) - about
    both = said_too(said, _afar.said(part) - about)
    return len(both | said_too(said - claim.narrow, told - about))


def _are_beside(part: Place, claim: Claim) -> bool:
    """Return whether a part stands in the sentence of a share or in one right beside it."""
    return part.passage.is_beside(claim.passage)


def _is_one_of_rows(part: Place, numbers: list[Place], claim: Claim) -> bool:
    """Return whether other rows of a table say as much of a share: "with a licence", "licence lapsed"."""
    if not part.passage.in_table:
        return False
    mine = said_too(claim.said, _afar.said(part))
    return any(
        other != part
        and _are_of_one_column(part, other)
        and mine <= said_too(claim.said, _afar.said(other))
        for other in numbers
    )


def _are_of_one_column(first: Place, second: Place) -> bool:
    a, b = (_afar.fact_of(place).mention for place in (first, second))
    if first.passage.document is not second.passage.document:
        return False
    blocks = first.passage.document.blocks
    one, two = blocks[a.block], blocks[b.block]
    return one.table == two.table is not None and one.column == two.column


def _may_be_in(part: Place, whole: Place, claim: Claim) -> bool:
    """Return whether a part counts nothing that neither its whole nor the share is of."""
    counted = _afar.fact_of(part).mention.counted
    if counted is None or counted.lemma in PEOPLE:
        return True
    return are_said(_afar.head(part), claim.words | _afar.named(whole))


def _may_explain(part: Place, claim: Claim) -> bool:
    """Return whether a number is none of a limit or a hope that has nothing to do with a share."""
    fact = _afar.fact_of(part)
    modifier = fact.mention.modifier
    loose = fact.stance not in _afar.SURE or (
        modifier is not None and modifier.is_bound
    )
    return not loose or bool(said_too(claim.words, _afar.said(part)))


def _stands_beside(part: Place, whole: Place) -> bool:
    """Return whether two numbers are told as of one rank: "12 swans and 30 geese"."""
    if part.passage is not whole.passage:
        return False
    if not (_afar.head(part) and _afar.head(whole)):
        return False
    first, second = sorted((part.slot, whole.slot))
    masked, kinds = part.passage.masked, part.passage.kinds
    between = masked.partition(f"<{kinds[first]}{first}>")[2]
    between = between.partition(f"<{kinds[second]}{second}>")[0]
    return finds(between, _AND)


def _is_of_another(part: Place, whole: Place) -> bool:
    """Return whether a sentence says what a part is of, and that is not the whole."""
    passage = part.passage
    wholes = {
        passage.mention(w).value for a, w in _wholes.pairs(passage) if a == part.slot
    }
    return bool(wholes) and whole.passage.mention(whole.slot).value not in wholes


def _is_beside(part: Place, claim: Claim) -> bool:
    """Return whether a share is told of a number right before it."""
    return part.passage is claim.passage and part.slot == claim.part


def _is_own(part: Place, whole: Place, claim: Claim) -> bool:
    """Return whether a share is told of a part, and is of a whole that is told elsewhere."""
    here, there = claim.passage, whole.passage
    return (
        _is_beside(part, claim)
        and here is not there
        and not claim.opening
        and _afar.is_level(part)
        and bool(claim.of)
        and _is_of(whole, claim)
        and are_said(claim.of - _OWN, _afar.around(there, without=here))
        and _ratio(part, whole) < 1
        and (_afar.agree_in_time(whole, part) or _is_undated(whole))
        and not _afar.denies(there)
        and _afar.on_one_story(there, here)
    )


def _is_undated(place: Place) -> bool:
    """Return whether the times of a sentence are those of the numbers beside one."""
    return place.passage.amounts > 1 and _afar.fact_of(place).period is None


def _is_near(part: Place, whole: Place, claim: Claim) -> bool:
    """Return whether a part is of the size that a share says, or within reach of it."""
    low, high = claim.share.reading.low or 0, claim.share.reading.high or HUNDRED
    return low / _FACTOR < _ratio(part, whole) * HUNDRED < high * _FACTOR


def _weight(pair: tuple[Place, Place], claim: Claim) -> int:
    """Return how many of the words of a share its part and its whole are told with."""
    part, whole = pair
    about = _afar.named(whole) | claim.of | claim.owner
    return len(claim.said & (_afar.said(part) - about))


def _is_plain(mention: Mention) -> bool:
    """Return whether a number is an amount; "43.6" of what is counted is none."""
    value = mention.value or Decimal(0)
    countable = mention.dimension != "count" or value == value.to_integral_value()
    return mention.form is Form.PLAIN and value > 0 and countable


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
    percent, reading = (size / most).scale(HUNDRED), _nearly(claim.share.reading)
    rest = Interval.point(HUNDRED) - percent
    return percent.meets(reading) or (left and rest.meets(reading))


def _nearly(share: Interval) -> Interval:
    """Return what a share is, if it is told as a bound: no "more than a third" is nine in ten."""
    low, high = share.low or Decimal(0), share.high or HUNDRED
    if high >= HUNDRED > low > 0:
        return Interval(low, min(HUNDRED, low * _WELL_ABOVE))
    if low == 0 < high < HUNDRED:
        return Interval(high / _WELL_ABOVE, high)
    return share


def _is_in(claim: Claim, mention: Mention) -> bool:
    """Return whether a number is one of those that tell a share: "one bridge in <ten>"."""
    span = claim.share.shown.span
    return span is not None and span.covers(mention.span)


def _may_be_of(whole: Place, claim: Claim) -> bool:
    """Return whether a number may be what a share is of, whatever its part is."""
    if whole.passage is claim.passage:
        return whole.slot == claim.whole
    if claim.whole is not None:
        return False
    headers = _afar.fact_of(whole).mention.headers
    column = roots(headers[-1].lower()) if headers else frozenset()
    return not column.isdisjoint(claim.of) or _is_of(whole, claim)


def _is_of(whole: Place, claim: Claim) -> bool:
    """Return whether a number counts or measures what a share is of."""
    named = _afar.named(whole)
    named = (named - _ALL) or named
    of = claim.of or claim.said | claim.owner
    if named and whole.passage.in_list:
        return named <= claim.words and not named.isdisjoint(of)
    if named and are_said(named, of):
        return True
    # "6,300 people applied for asylum" are the asylum applicants.
    counted = _afar.fact_of(whole).mention.counted
    if counted is None or counted.elided:
        return False
    if not (claim.whoever or counted.lemma in _ANYONE):
        return False
    return bool(claim.of) and are_said(claim.of, _afar.said(whole))


def _is_all(part: Place, whole: Place) -> bool:
    """Return whether a whole stands first in the column of its part."""
    a, w = (_afar.fact_of(place).mention for place in (part, whole))
    if not a.headers or not w.headers or a.headers[-1] != w.headers[-1]:
        return False
    blocks = whole.passage.document.blocks
    first, later = blocks[w.block], blocks[a.block]
    return first.table == later.table and first.row == 1
