"""Whether two facts state one truth, and if not quite, why both may be right.

Two facts are kin when they measure the same kind of thing, their words say the same, and
nothing tells them apart. What tells them apart is an excuse, and has a name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.link import lexicon
from factcheck.model import Fact, Form, Modifier, Motion, Part, Stance

# Scores are whole numbers: shares in percent of the weight of the words.
PERCENT = 100


@dataclass(frozen=True, slots=True)
class Kinship:
    """How close two facts are.

    Attributes:
        share: Weight of the words that they share, in percent of the shorter one's.
        weight: Weight of the words that they share.
        anchored: Whether what is measured is the same by name: one counted noun, one fate.
        excuse: Why both may be right although the words are the same, or None.
    """

    share: int
    weight: int
    anchored: bool
    excuse: str | None = None


def kind(fact: Fact) -> str | None:
    """Return what a fact can be compared with: facts of the same kind only; None with nothing."""
    mention = fact.mention
    if mention.form in (Form.MULTIPLE, Form.RATIO):
        return None
    if mention.form is Form.AGE:
        return "age"
    return mention.dimension


class Weights:
    """How much a word says, by how rare it is among the sentences with facts."""

    __slots__ = ("_counts", "_known", "_total")

    def __init__(self, facts: Iterable[Fact]) -> None:
        counts: Counter[str] = Counter()
        seen: set[tuple[str, int]] = set()
        for fact in facts:
            key = (fact.mention.document, fact.index)
            if key not in seen:
                seen.add(key)
                counts.update(fact.words)
        self._counts = counts
        self._total = max(len(seen), 1)
        self._known: dict[str, int] = {}

    def of(self, word: str) -> int:
        """Return the weight of a word: 2 for what stands everywhere, more for what is rare."""
        weight = self._known.get(word)
        if weight is None:
            count = max(self._counts[word], 1)
            weight = 2 + (4 * self._total // count).bit_length()
            self._known[word] = weight
        return weight

    def sum(self, words: Iterable[str]) -> int:
        """Return the weight of several words."""
        of = self.of
        return sum(map(of, words))


def kinship(a: Fact, b: Fact, weights: Weights) -> Kinship | None:
    """Return how close two facts of one kind are, or None where they are not."""
    anchored = _anchored(a, b)
    if anchored is None:
        return None
    near_a, near_b = a.near, b.near
    both = near_a & near_b
    shared = 2 * weights.sum(both)
    shared += weights.sum((near_a & b.words) - near_b)
    shared += weights.sum((near_b & a.words) - near_a)
    least = min(weights.sum(near_a), weights.sum(near_b))
    if not shared or not least:
        return Kinship(0, 0, anchored, None)
    return Kinship(
        share=PERCENT * shared // (2 * least),
        weight=shared // 2,
        anchored=anchored,
        excuse=excuse(a, b),
    )


def _anchored(a: Fact, b: Fact) -> bool | None:
    """Return whether both count the same by name, None where they count different things."""
    if a.mention.dimension != "count":
        return False
    fates_a, fates_b = a.concepts & lexicon.FATES, b.concepts & lexicon.FATES
    if fates_a or fates_b:
        if fates_a != fates_b:
            return None
        if _people(a) and _people(b):
            return True
    if a.head and b.head:
        if a.head == b.head:
            return True
        if _people(a) and _people(b):
            return False
        if a.head in b.near or b.head in a.near:
            return False
        return None
    return bool(fates_a)


def _people(fact: Fact) -> bool:
    return not fact.head or fact.head in _PEOPLE


_PEOPLE = frozenset(
    {
        *lexicon.PEOPLE,
        *lexicon.KINDS_OF_PEOPLE,
        "resident",
        "child",
        "police",
        "soldier",
        "killed",
        "injured",
        "missing",
        "rescued",
        "migrant",
        "refugee",
        "passenger",
        "employee",
        "patient",
    }
)
_GENERAL = frozenset({"people", "person", "victim", "other", ""})


def excuse(a: Fact, b: Fact) -> str | None:
    """Return why two alike facts may both be right, or None."""
    if a.part != b.part and (a.part or b.part):
        return _part_excuse(a, b)
    if a.motion != b.motion and Motion.BY in (a.motion, b.motion):
        return "one is a change, the other a level"
    if a.motion != b.motion and Motion.FROM in (a.motion, b.motion):
        return "one is an earlier level"
    if a.per != b.per:
        return "one is a rate"
    stance = _stance_excuse(a.stance, b.stance)
    if stance:
        return stance
    if _other_period(a, b):
        return "they speak of different times"
    if a.mention.dimension == "count" and _other_kind(a, b):
        return "they count different kinds"
    if _other_place(a, b):
        return "they speak of different places"
    return None


def _part_excuse(a: Fact, b: Fact) -> str:
    part = a.part or b.part
    if part is Part.OTHERS:
        return "one counts only the others"
    if part is Part.EXCLUDING:
        return "one leaves some out"
    return "one is part of a larger number"


_SAME_STANCE = (None, Stance.ESTIMATE)


def _stance_excuse(a: Stance | None, b: Stance | None) -> str | None:
    if a == b or (a in _SAME_STANCE and b in _SAME_STANCE):
        return None
    for stance, words in (
        (Stance.TARGET, "one is a target or a limit"),
        (Stance.PREVIOUS, "one is an earlier figure"),
        (Stance.HYPOTHETICAL, "one is not a fact but a condition"),
        (Stance.DENIAL, "one is denied"),
        (Stance.FORECAST, "one is a forecast"),
    ):
        if stance in (a, b):
            return words
    return None


def _other_period(a: Fact, b: Fact) -> bool:
    p, q = a.period, b.period
    return p is not None and q is not None and not p.overlaps(q)


def _other_kind(a: Fact, b: Fact) -> bool:
    if a.head == b.head or not (_people(a) and _people(b)):
        return False
    return not (a.head in _GENERAL or b.head in _GENERAL) or bool(
        {a.head, b.head} & lexicon.KINDS_OF_PEOPLE
    )


def _other_place(a: Fact, b: Fact) -> bool:
    return bool(a.place and b.place and a.place != b.place)


def bounded_apart(a: Modifier | None, b: Modifier | None) -> bool:
    """Return whether two modifiers leave opposite sides open."""
    lower = (Modifier.AT_LEAST, Modifier.MORE_THAN)
    upper = (Modifier.UP_TO, Modifier.LESS_THAN)
    return (a in lower and b in upper) or (a in upper and b in lower)
