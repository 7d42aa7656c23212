"""What the laws inside a document share: sentences with their numbers marked.

A law looks for a way of speaking ("up 12 percent from 300"), and ways of speaking are
easiest to describe on a sentence in which every number is one token. `Passage.masked` is
that: lower case, single spaces, plain dashes and
apostrophes, each mention and period written as `<c3>`, a letter for its
kind and its place in `Passage.items`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache, reduce
from operator import or_

from factcheck.checks._masking import OPENING, mask
from factcheck.frozen import dataclass
from factcheck.language.asides import bearing
from factcheck.language.data import word_set
from factcheck.language.patterns import Pattern
from factcheck.language.pieces import Pieces
from factcheck.language.sentences import sentences
from factcheck.model import (
    BlockKind,
    Document,
    DocumentFacts,
    Fact,
    Form,
    Interval,
    Mention,
    Period,
    Span,
)

# A member of an enumeration takes long to look up.
_TABLE, _LIST = BlockKind.TABLE, BlockKind.LIST
_ENDS = 2
_HALF = Decimal("0.5")
# Prices such as "$75" are told to the cent or nearly so.
_PRICE, _PRICE_HALF = Decimal(1000), Decimal("0.05")
_SPACE = re.compile(r"\s+")
_KIND = re.compile(r"\{(\w+):(\w)\}")
_SLOT = re.compile(r"\{(\w+):(\w+)\}")
_SKIP = re.compile(r"\{~(\d+)\}")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, a list item or a table cell, with what was read in it.

    Attributes:
        facts: The document.
        span: Where it stands.
        index: Its number in the document.
        block: Index of its block.
        items: Facts and periods in it, in order of their spans.
        masked: The sentence with a token for each of `items`.
        bare: The items whose "more than" compares and is no bound of theirs ("12 percent
            more than the 310,000"); `masked` keeps the words.
        kinds: The letters of `items`, in order.
        amounts: How many counts, sums of money, measures and rates it holds.
        plain: The counts, sums of money and measures that are one number: slots, values, units.
        hints: The marks of `hint` that it has.
        in_table: Whether it is a table cell.
        in_list: Whether it is of a list item.
    """

    facts: DocumentFacts
    span: Span
    index: int
    block: int
    items: tuple[Fact | Period, ...]
    masked: str
    bare: frozenset[int] = frozenset()
    kinds: str = ""
    amounts: int = 0
    plain: tuple[tuple[int, Decimal, str], ...] = ()
    hints: int = 0
    in_table: bool = False
    in_list: bool = False

    # One sentence is one object: comparing two field by field would walk their documents.
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def says(self, mark: int) -> bool:
        """Return whether it says what a `hint` asks for: a cheap first look."""
        return self.hints & mark != 0

    @property
    def document(self) -> Document:
        """The document that it stands in."""
        return self.facts.document

    @property
    def sentence(self) -> Span:
        """Where the sentence stands of which it may be a part."""
        facts = (item.sentence for item in self.items if isinstance(item, Fact))
        return next(facts, self.span)

    @property
    def text(self) -> str:
        """The sentence as written, on one line."""
        return _SPACE.sub(" ", self.document.surface(self.span)).strip()

    @property
    def paragraph(self) -> str:
        """All of its block, in lower case."""
        return self.document.surface(self.document.blocks[self.block].span).lower()

    def is_beside(self, other: Passage) -> bool:
        """Return whether it is another sentence, or stands right before or after it."""
        return self.facts is other.facts and abs(self.index - other.index) <= 1

    def mention(self, slot: str | int) -> Mention:
        """Return the mention behind a token's number."""
        item = self.items[int(slot)]
        assert isinstance(item, Fact)
        return item.mention

    def fact(self, slot: str | int) -> Fact:
        """Return the fact behind a token's number."""
        item = self.items[int(slot)]
        assert isinstance(item, Fact)
        return item

    def token(self, slot: int) -> str:
        """Return how a number is marked."""
        return f"<{self.kinds[slot]}{slot}>"

    def around(self, slot: int) -> tuple[str, str]:
        """Return what stands before a number in the marked sentence, and what stands behind it."""
        before, _, behind = self.masked.partition(self.token(slot))
        return before, behind

    def bearing(self, slot: int) -> str:
        """Return the marked sentence with blanks for what does not bear on a number."""
        return bearing(self.masked, self.masked.find(self.token(slot)))

    def times(self, said: str) -> list[Period]:
        """Return the times that some words of the marked sentence name."""
        return [
            item
            for slot, (kind, item) in enumerate(
                zip(self.kinds, self.items, strict=True)
            )
            if isinstance(item, Period) and f"<{kind}{slot}>" in said
        ]

    def reading(self, slot: str | int) -> Interval:
        """Return what an amount can be where the text reckons with it.

        A text that adds, divides or compares means its numbers more closely than one that
        mentions them: of the zeros at the end of "390 million", one is taken to count.
        """
        mention = self.mention(slot)
        if mention.modifier is not None and int(slot) not in self.bare:
            return mention.reading
        return firm(mention)

    def period(self, slot: str | int) -> Period:
        """Return the period behind a token's number."""
        item = self.items[int(slot)]
        assert isinstance(item, Period)
        return item


@cache
def pattern(source: str) -> Pattern:
    """Return a pattern over `Passage.masked`, compiled on first use.

    `{a:ce}` is a token of one of these kinds, captured as `a`; `{~4}` is up to four words.

    >>> bool(pattern(r"from {a:ce} {~2}to {b:ce}").search("from <c0> people to <c1>"))
    True
    """
    source = _KIND.sub(r"<\2(?P<\1>\\d+)>", source)
    source = _SLOT.sub(r"<[\2](?P<\1>\\d+)>", source)
    return Pattern(_SKIP.sub(r"(?:[^\\s<>.;:()]+ ){0,\1}?", source))


# Bulletins and editions repeat a sentence with other numbers, and marked it is the same. What
# is found in a whole marked sentence is therefore remembered; what is cut from it is not.
_REMEMBERED = 1 << 16


remembered = lru_cache(maxsize=_REMEMBERED)


@remembered
def search(masked: str, source: str) -> re.Match[str] | None:
    """Return the first match of a pattern in a marked sentence, or None."""
    return pattern(source).search(masked)


def finds(text: str, source: str) -> bool:
    """Return whether a pattern is found in some words."""
    return pattern(source).search(text) is not None


@remembered
def matches(masked: str, *sources: str) -> tuple[re.Match[str], ...]:
    """Return all matches of some patterns in a marked sentence, those of the first first."""
    return tuple(
        [match for source in sources for match in pattern(source).finditer(masked)]
    )


_PIECES = Pieces()
_BOUND: dict[int, tuple[str, ...]] = {}


def hint(*words: str, sources: tuple[str, ...] = ()) -> int:
    """Return the mark of sentences that a law may have something to say of.

    Laws declare it at import, and ask for it with `Passage.says`. A marked sentence is looked
    at once for all laws and documents, so a hint costs nothing where it is asked.

    Args:
        words: Pieces of text of which one stands in the marked sentence.
        sources: Patterns of which one is found there as well, if any are given.
    """
    mark = _PIECES.add(words)
    if sources:
        _BOUND[mark] = sources
        _bound_marks.cache_clear()
    return mark


@remembered
def _hints(masked: str) -> int:
    """Return the marks of a marked sentence."""
    found, tokens = _PIECES.marks(masked), masked.count(OPENING)
    unsure = found & _bound_marks()
    while unsure:
        mark = unsure & -unsure
        unsure ^= mark
        fewest, patterns = _bound(mark)
        if tokens >= fewest:
            for each in patterns:
                if each.search(masked) is not None:
                    break
            else:
                found ^= mark
        else:
            found ^= mark
    return found


@cache
def _bound_marks() -> int:
    """Return the marks of the hints that have patterns as well."""
    return sum(_BOUND)


@cache
def _bound(mark: int) -> tuple[int, tuple[Pattern, ...]]:
    """Return how many tokens each sentence with a mark has, and the patterns it is found by."""
    patterns = tuple(map(pattern, _BOUND[mark]))
    return min(each.asked[0] for each in patterns), patterns


RANGED = hint()
"""The mark of sentences with a number that is told by its two ends."""


def saying(group: Sequence[Passage], mark: int) -> list[tuple[int, Passage]]:
    """Return the sentences of a document that say what a `hint` asks for, with their numbers."""
    if isinstance(group, Group) and not group.hints & mark:
        return []
    return [each for each in enumerate(group) if each[1].hints & mark]


@remembered
def speaks(masked: str, *sources: str) -> bool:
    """Return whether one of some patterns is found in a marked sentence."""
    return any(pattern(source).search(masked) is not None for source in sources)


def speaking(
    group: Sequence[Passage], mark: int, *sources: str
) -> list[tuple[int, Passage]]:
    """Return those of `saying` in which a pattern is found as well.

    For laws that ask of few documents: the patterns of a `hint` are looked for in all.
    """
    return [each for each in saying(group, mark) if speaks(each[1].masked, *sources)]


class Group(tuple[Passage, ...]):  # noqa: SLOT001 - a tuple has no room for slots
    """The sentences of a document that hold a number, with the marks that any of them has."""

    hints: int

    @classmethod
    def of(cls, passages: Sequence[Passage]) -> Group:
        """Return sentences with the marks that any of them has."""
        told = cls(passages)
        told.hints = reduce(or_, [passage.hints for passage in told], 0)
        return told

    def each(self, told: Callable[[Passage], Passage]) -> Group:
        """Return these sentences, each as `told` gives it; the very group if all stay as they are."""
        found = [told(passage) for passage in self]
        same = all(new is old for new, old in zip(found, self, strict=True))
        return self if same else Group.of(found)


_LAST: list[tuple[Sequence[DocumentFacts], tuple[Group, ...]]] = []


def passages(documents: Sequence[DocumentFacts]) -> tuple[Group, ...]:
    """Return the sentences of each document that hold a number, in order.

    All laws of a run ask for the same documents, so the last answer is kept.
    """
    if not (_LAST and _LAST[0][0] is documents):
        _LAST[:] = [(documents, tuple(_passages(each) for each in documents))]
    return _LAST[0][1]


def firm(mention: Mention) -> Interval:
    """Return what the digits of a number allow, one zero at its end taken to count."""
    value, digits = mention.value, mention.digits
    if value is None or mention.exact or mention.form is not Form.PLAIN or not value:
        return digits
    written = value.as_tuple().exponent
    natural = value.normalize().as_tuple().exponent
    assert isinstance(written, int)
    assert isinstance(natural, int)
    if mention.dimension.startswith("currency:") and written == 0 and value < _PRICE:
        half = _PRICE_HALF
    elif natural > written:
        half = _HALF.scaleb(max(written, natural - 1))
    else:
        return digits
    return Interval(value - half, value + half)


def _passages(facts: DocumentFacts) -> Group:
    blocks = facts.document.blocks
    groups: list[tuple[Span, int, int, list[Fact | Period]]] = []
    last = Span(-1, -1)
    for fact in facts.facts:
        span, block = fact.sentence, fact.mention.block
        if blocks and blocks[block].boilerplate:
            continue
        if span is last or (span.start == last.start and span.end == last.end):
            groups[-1][3].append(fact)
        else:
            groups.append((span, fact.index, block, [fact]))
            last = span
    _with_periods(facts, groups)
    return Group.of([_passage(facts, *group) for group in groups])


def part_of(passage: Passage, span: Span) -> Passage:
    """Return what a part of a sentence tells, as if it were all of it."""
    items = [
        item
        for item in passage.items
        if span.start <= _start(item) and _end(item) <= span.end
    ]
    return _passage(passage.facts, span, passage.index, passage.block, items)


def _passage(
    facts: DocumentFacts,
    span: Span,
    index: int,
    block: int,
    items: Sequence[Fact | Period],
) -> Passage:
    blocks = facts.document.blocks
    block_kind = blocks[block].kind if blocks else None
    plain: list[tuple[int, Decimal, str]] = []
    masked, bare, kinds, ranged = mask(facts.document, span, items, plain)
    return Passage(
        facts,
        span,
        index,
        block,
        tuple(items),
        masked,
        bare,
        kinds,
        _amounts(kinds),
        tuple(plain),
        _hints(masked) | (RANGED if ranged else 0),
        block_kind is _TABLE,
        block_kind is _LIST,
    )


def marked_as(passage: Passage, masked: str, first: int, many: int) -> Passage:
    """Return a sentence of which only some items in a row count, marked otherwise.

    Args:
        passage: The sentence.
        masked: The words of its items, numbered from 0.
        first: The first of the items.
        many: How many there are.
    """
    kinds = passage.kinds[first : first + many]
    return replace(
        passage,
        items=passage.items[first : first + many],
        masked=masked,
        bare=frozenset(slot - first for slot in passage.bare if slot >= first),
        kinds=kinds,
        amounts=_amounts(kinds),
        plain=tuple(
            (slot - first, value, unit)
            for slot, value, unit in passage.plain
            if first <= slot < first + many
        ),
        hints=_hints(masked) | passage.hints & RANGED,
    )


def _with_periods(
    facts: DocumentFacts, groups: list[tuple[Span, int, int, list[Fact | Period]]]
) -> None:
    """Add the periods to their sentences; a position in time stands in one of its own."""
    starts = [span.start for span, _, _, _ in groups]
    alone: list[tuple[Span, int, int, list[Fact | Period]]] = []
    for period in facts.extraction.periods:
        at = bisect_right(starts, period.span.start) - 1
        if at >= 0 and period.span.start < groups[at][0].end:
            items = groups[at][3]
            if _start(items[-1]) <= period.span.start:
                items.append(period)
            else:
                insort(items, period, key=_start)
        elif period.kind == "position":
            alone.append(_sentence_of(facts, period))
    if alone:
        groups += alone
        groups.sort(key=lambda group: group[0])


def _sentence_of(
    facts: DocumentFacts, position: Period
) -> tuple[Span, int, int, list[Fact | Period]]:
    document = facts.document
    number = document.block_at(position.span.start) or 0
    block = (
        document.blocks[number].span if document.blocks else Span(0, len(document.text))
    )
    span = next(
        (
            Span(start, end)
            for start, end in sentences(document.text, block.start, block.end)
            if start <= position.span.start < end
        ),
        position.span,
    )
    periods = facts.extraction.periods
    first = bisect_left(periods, span.start, key=_start)
    past = bisect_left(periods, span.end, first, key=_start)
    return span, -1, number, [*periods[first:past]]


def _start(item: Fact | Period) -> int:
    return item.span.start if isinstance(item, Period) else item.mention.span.start


def _end(item: Fact | Period) -> int:
    return item.span.end if isinstance(item, Period) else item.mention.span.end


@remembered
def _amounts(kinds: str) -> int:
    return sum(map(kinds.count, "cemtr"))


def alike(first: Mention, second: Mention) -> bool:
    """Return whether two amounts may be added or compared.

    One dimension, and, where both name what they count, one noun.
    """
    if first.dimension != second.dimension:
        return False
    a, b = first.counted, second.counted
    if a is None or b is None or a.elided or b.elided:
        return True
    return a.lemma == b.lemma or not (a.lemma and b.lemma)


def aligned(first: Mention, second: Mention) -> tuple[Mention, Mention] | None:
    """Return two amounts in comparable units, or None.

    A number without a noun takes the other's unit ("310 square kilometres, from 620"); of
    two prices one may leave out what it is for ("$240 a tonne, from $320").
    """
    if alike(first, second):
        return first, second
    for a, b, swapped in ((first, second, False), (second, first, True)):
        bare = a.dimension == "count" and a.form is Form.PLAIN and _is_unsaid(a)
        head, slash, _ = b.unit.partition(" / ")
        if bare and b.unit and b.dimension not in {"ratio", "ratio_difference"}:
            a = replace(a, unit=b.unit, dimension=b.dimension)  # noqa: PLW2901
        elif slash and head == a.unit:
            b = replace(b, unit=head, dimension=a.dimension)  # noqa: PLW2901
        else:
            continue
        return (b, a) if swapped else (a, b)
    return None


def is_bare(mention: Mention) -> bool:
    """Return whether an amount has neither unit nor noun."""
    return mention.dimension == "count" and mention.counted is None


def _is_unsaid(mention: Mention) -> bool:
    """Return whether a number says nothing of what it counts: "2,650 of them"."""
    return mention.counted is None or mention.counted.lemma == "them"


# Numbers in words, from the least to the most.
_COUNTS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip


def runs_backwards(mention: Mention) -> bool:
    """Return whether a stated range is written with its upper end first."""
    low, high = mention.stated_low, mention.stated_high
    written = re.findall(r"\d[\d,]*(?:\.\d+)?", mention.surface)
    if low is None or high is None:
        return False
    if not written:
        words = [word for word in mention.surface.lower().split() if word in _COUNTS]
        return len(words) == _ENDS and _COUNTS.index(words[0]) > _COUNTS.index(words[1])
    if len(written) != _ENDS:
        return False
    first, second = (Decimal(number.replace(",", "")) for number in written)
    # The same ratio both ways, so that no scale word stands behind one of them.
    return first > second > 0 and first * low == second * high


TOKEN = re.compile(r"<(?P<kind>[a-z])(?P<slot>\d+)>")
_SEGMENT = re.compile(r"; | while | whereas | but |: (?=[a-z])")


def segments(masked: str) -> list[str]:
    """Return the parts of a marked sentence that speak of one thing each."""
    return _SEGMENT.split(masked)


# Nouns for people, so that one group may be part of another.
PEOPLE = word_set(
    """
    actor adult applicant apprentice arrival attacker baby believer bishop
    bomber boy brother builder cadet caller camper candidate captive
    casualty child citizen civilian climber commuter conscript convict
    councillor crew customer cyclist dancer daughter delegate demonstrator
    deputy detainee diner doctor donor drinker driver elder employee
    engineer fan farmer father fighter firefighter fisherman foreigner girl
    graduate grandchild guard guest gunman hiker holder hostage human hunter
    individual infant inhabitant inmate insurgent islander journalist judge
    juror killer lawmaker lawyer leader learner listener local lodger man
    manager marine mayor medic member migrant militant miner minor monk
    mother motorist murderer national native newborn newcomer nun nurse
    offender officer orphan owner painter parent participant passenger
    patient patron pedestrian pensioner people person pilgrim pilot player
    policeman priest prisoner protester pupil reader rebel recruit refugee
    rescuer reservist resident respondent rider runner sailor scholar
    senator sergeant settler singer sister skier skipper smoker soldier son
    speaker spectator staff stranger student subscriber surfer survivor
    suspect swimmer teacher teenager tenant toddler tourist trader trainee
    trainer traveler traveller troop trustee user veteran victim viewer
    villager visitor volunteer voter walker warrior widow woman worker
    writer youth
    """
)
