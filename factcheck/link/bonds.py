"""Bonds: how close two facts are by their words, worked out once for all facts in these words."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.link.copied import are_told_otherwise, is_copied
from factcheck.link.digits import TELLING_DIGITS, alike, is_transposed
from factcheck.link.kinship import (
    MOVES,
    PERCENT,
    WEAK,
    is_chance,
    may_be_one,
    restated_from,
)
from factcheck.link.measures import ABOARD, PASSING
from factcheck.link.setting import Setting
from factcheck.link.sides import Side, Wording, aged
from factcheck.link.tiers import Kinship
from factcheck.model import Fact, Role

# Which numbers two facts of two documents can have to be compared, by their words: none but
# slips of each other, and then others say nothing of the rest of their sentences, or do;
# those that agree; any.
SILENT, NEVER, AGREEING, EITHER = range(4)
LEAD_SCORE = 40
_DWELLINGS = frozenset(("flat", "home", "unit", "property"))
_SWAPPED = 2  # as `alike` tells swapped digits
_TOLD_ALIKE = 2  # words in common of two sentences that count one thing by two nouns


class Bond(NamedTuple):
    """How close two wordings are.

    Attributes:
        kin: What their words share.
        counts_other: Whether they count different things, and only slips are compared.
        apart: Whether their clauses share nothing, and only slips are compared.
        likely: Whether they may be of one fact, see `kinship.may_be_one`.
        restated_from: How many other numbers must agree for one to restate the other.
        hope: Which numbers can be compared: SILENT, NEVER, AGREEING or EITHER.
        score: How strong it is where the numbers are the same, see `Kinship.score`.
    """

    kin: Kinship
    counts_other: bool
    apart: bool
    likely: bool
    restated_from: int
    hope: int
    score: int

    def of_lead(self, side: Side) -> Bond:
        """Return it with what it counts for in the toll that a document opens with."""
        if not (self.kin.event and side.fact.lead):
            return self
        return self._replace(score=self.score + LEAD_SCORE)


_UNKNOWN = Bond(Kinship(), False, False, False, 0, SILENT, 0)  # noqa: FBT003 - fields
_UNTOLD = _UNKNOWN._replace(counts_other=True, apart=True)


class Bonds:
    """The bonds of a run, each made when it is first asked for."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._known: dict[tuple[Wording, Wording], Bond | None] = {}
        self._of_one: dict[Wording, Bond | None] = {}

    def measure(self, x: Side, y: Side) -> Bond | None:
        """Return how close two facts of one kind are; None where they measure different things."""
        bond = self.of_words(x, y)
        if bond is None:
            if not self._is_of_untold_fate(x, y):
                return None
            bond = _UNTOLD
        slip = alike(x, y)
        if not slip and x.path == y.path:
            slip = _SWAPPED * _is_headline_swapped(x, y)
        if not slip:
            if bond.counts_other or (bond.apart and not self._is_alone(x, y)):
                return None
            return bond._replace(hope=EITHER) if x.path == y.path else bond
        if bond.counts_other and not (
            _is_slipped_count(x, y, slip)
            or _is_of_headline(x, y)
            or _is_headline_swapped(x, y)
            or (slip > 1 and is_copied(x, y, self._setting))
        ):
            return None
        if bond.apart and not (
            self._is_alone(x, y)
            or Role.TITLE in (x.fact.role, y.fact.role)
            or (slip > 1 and (bond.kin.together or is_transposed(x, y)))
            or (slip > 1 and is_copied(x, y, self._setting))
        ):
            return None
        return bond._replace(kin=bond.kin._replace(slip=slip), hope=EITHER)

    def of_words(self, x: Side, y: Side) -> Bond | None:
        """Return how close two facts are, whatever their numbers."""
        mine, yours = x.wording, y.wording
        bond = self._known.get((mine, yours), _UNKNOWN)
        if bond is _UNKNOWN:
            bond = self._known.get((yours, mine)) or _bond(x, y, self._setting)
            self._known[mine, yours] = bond
        return bond

    def of_one(self, side: Side) -> Bond | None:
        """Return how close a fact is to others in the very same words."""
        bond = self._of_one.get(side.wording, _UNKNOWN)
        if bond is _UNKNOWN:
            bond = self.of_words(side, side)
            bond = self._of_one[side.wording] = bond and bond.of_lead(side)
        return bond

    def _is_of_untold_fate(self, x: Side, y: Side) -> bool:
        """Return whether one text alone says in plain words what became of those counted.

        "2,418 dead hives", "2,148 colonies had perished": of a slip alone. So it is under a
        headline: "61 rescued", and "a tug took 16 people off the barge".
        """
        if bool(x.fates) is bool(y.fates):
            return False
        if x.path == y.path:
            return _is_headline_swapped(x, y)
        people = x.people and y.people
        return not people and is_transposed(x, y) and is_copied(x, y, self._setting)

    def _is_alone(self, x: Side, y: Side) -> bool:
        """Return whether two documents have one number of a kind, and of one measure."""
        if not self._setting.are_few:
            return False
        shared = x.measures & y.measures
        return not shared <= PASSING and self._setting.numbers.sole(x, y)


def _bond(x: Side, y: Side, setting: Setting) -> Bond | None:
    """Work out what two wordings share; of the facts, only what these say is looked at."""
    a, b = x.fact, y.fact
    event = same_head = counts_other = False
    if x.kind == "count":
        if x.fates != y.fates and not x.measures == y.measures == ABOARD:
            return None
        people = x.people and y.people
        event = people and bool(x.fates)
        same_head = bool(a.head) and (a.head == b.head or _is_of_model(a, b))
        counts_other = not (
            same_head
            or event
            or not x.measures.isdisjoint(y.measures)
            or _countable(x, y, people=people)
        )
    elif x.kind == "age" and not _one_person(x, y, setting):
        if a.names.isdisjoint(b.names):
            return None
        counts_other = True
    mine, yours = x.wording, y.wording
    both = a.near & b.near
    words = a.words & b.words
    weigh = setting.weigh
    shared = 2 * weigh(both)
    half = words - both
    if half:  # in one clause and in the other's sentence
        shared += weigh(half & (a.near | b.near))
    shorter = min(mine.near, yours.near)
    share = common = anchors = 0
    # "An increase of 7 percent", "shares were 5 percent higher": what rose is not said alike.
    if not (x.kind == "ratio" and both <= MOVES):
        if shorter:
            share = min(PERCENT, PERCENT * shared // (2 * shorter))
        common = len(both.difference(mine.counted, yours.counted))
        anchors = len(a.anchors & b.anchors)
    kin = Kinship(
        share,
        PERCENT * shared // (mine.near + yours.near or 1),
        common,
        anchors,
        len(a.names & b.names),
        PERCENT * weigh(words) // (min(mine.words, yours.words) or 1),
        len(words),
        event=event,
        same_head=same_head,
    )
    likely = may_be_one(x, y, kin, setting)
    least = restated_from(kin)
    if likely or least <= 1:
        chance = not (setting.are_few or event) and is_chance(x, y, kin)
        hope = AGREEING if chance else EITHER
    elif kin.share >= WEAK:
        hope = AGREEING
    else:
        hope = NEVER if same_head or kin.anchors else SILENT
    apart = not (shorter and shared)
    return Bond(kin, counts_other, apart, likely, least, hope, kin.score)


def _is_headline_swapped(x: Side, y: Side) -> bool:
    """Return whether a headline swaps both digits of how many people its text begins with."""
    return (
        x.path == y.path
        and Role.TITLE in (x.fact.role, y.fact.role)
        and x.people
        and y.people
        and x.fact.lead
        and y.fact.lead
        and x.shuffled == y.shuffled
        and len(x.digits) == len(y.digits) > 1
        and x.digits != y.digits
    )


def _is_of_headline(x: Side, y: Side) -> bool:
    """Return whether a text has the number of its headline with two digits swapped.

    "Hostel list grows to 4,310", "4,130 students were waiting".
    """
    return (
        x.path == y.path
        and Role.TITLE in (x.fact.role, y.fact.role)
        and len(x.digits) >= TELLING_DIGITS
        and is_transposed(x, y)
    )


def _is_of_model(a: Fact, b: Fact) -> bool:
    """Return whether one count names the model of what the other counts: "12 A220s", "A220 jets"."""
    return a.head in b.qualifiers or b.head in a.qualifiers


def _countable(x: Side, y: Side, *, people: bool) -> bool:
    """Return whether two counts of other nouns, or of none, may count the same."""
    a, b = x.fact, y.fact
    if a.head and b.head:
        return people
    if not a.head and not b.head:
        return True
    if x.fates:
        return False
    return (a.head or b.head) in (b.near if a.head else a.near)


def _counted_there(x: Side, y: Side) -> bool:
    """Return whether the noun that one number counts stands in the sentence of a bare other."""
    a, b = x.fact, y.fact
    if bool(a.head) == bool(b.head) or x.fates or y.fates:
        return False
    return (a.head or b.head) in (b.words if a.head else a.words)


def _is_slipped_count(x: Side, y: Side, slip: int) -> bool:
    """Return whether the numbers say that two counts of other nouns may count the same."""
    if is_transposed(x, y):
        a, b = x.fact, y.fact
        if not (a.head and b.head):
            return not a.near.isdisjoint(b.near)
        # "Chosen from 158 entries", "they read 185 novels"
        return not are_told_otherwise(x, y) and (
            (x.people and y.people)
            or len(a.words & b.words) >= _TOLD_ALIKE
            or (a.head in _DWELLINGS and b.head in _DWELLINGS)
        )
    return slip > 1 and _counted_there(x, y)


def _one_person(x: Side, y: Side, setting: Setting) -> bool:
    mine, yours = (aged(side.fact, setting.text(side)) for side in (x, y))
    return not mine.isdisjoint(yours)
