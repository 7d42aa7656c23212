"""Whether two facts state one truth, and if not quite, why both may be right.

Two facts are kin when they measure the same kind of thing, their words say the same, and
nothing tells them apart. What tells them apart is an excuse, and has a name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from factcheck.link import lexicon
from factcheck.link.stems import stem
from factcheck.model import (
    DocumentFacts,
    Fact,
    Form,
    Modifier,
    Motion,
    Part,
    Role,
    Stance,
)

# Scores are whole numbers: shares in percent of the weight of the words.
PERCENT = 100


@dataclass(frozen=True, slots=True)
class Kinship:
    """How close two facts are.

    Attributes:
        share: Weight of the words that they share, in percent of the shorter one's.
        dice: The same, in percent of the mean of both.
        common: How many words stand in both clauses, beside what is counted.
        anchors: How many of the words that say what the number is are the same.
        names: How many names stand in both sentences.
        sentence: Weight of the words that both sentences share, in percent of the shorter.
        together: How many words both sentences share.
        event: Whether both count people under one fate: killed, injured, missing.
        same_head: Whether both count the same noun.
        slip: 1 where one digit of several is off, 2 where two are swapped or the point is off.
        excuse: Why both may be right although the words are the same, or None.
        summary: Whether one document is a summary of the other.
    """

    share: int = 0
    dice: int = 0
    common: int = 0
    anchors: int = 0
    names: int = 0
    sentence: int = 0
    together: int = 0
    event: bool = False
    same_head: bool = False
    slip: int = 0
    excuse: str | None = None
    summary: bool = False


def kind(fact: Fact) -> str | None:
    """Return what a fact can be compared with: facts of the same kind only; None with nothing."""
    mention = fact.mention
    if mention.form in (Form.MULTIPLE, Form.RATIO):
        return None
    if mention.form is Form.AGE:
        return "age"
    if mention.dimension == "count":
        if "block" in fact.anchors and not fact.concepts:
            return None  # of a street
        return "magnitude" if _is_magnitude(fact) else "count"
    # "Earnings per share of $5" and "$5 a share" are one.
    return mention.dimension.removesuffix("/share")


def _is_magnitude(fact: Fact) -> bool:
    value = fact.mention.value
    return (
        value is not None
        and value < _TEN
        and not fact.near.isdisjoint(_MAGNITUDE)
        and (value != value.to_integral_value() or not fact.head)
        and fact.mention.form is Form.PLAIN
    )


_MAGNITUDE = frozenset({"magnitud", "richter"})
_TEN = 10


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


class Setting:
    """What the facts of a run are judged by: weights of words, dates and names of documents."""

    __slots__ = (
        "_documents",
        "_names",
        "_numbers",
        "_properties",
        "_read_words",
        "_summaries",
        "weights",
    )

    def __init__(
        self, documents: Iterable[DocumentFacts], facts: Iterable[Fact]
    ) -> None:
        self.weights = Weights(facts)
        self._documents = {d.document.path: d.document for d in documents}
        self._names: dict[tuple[str, int | None], frozenset[str]] = {}
        self._read_words: dict[str, frozenset[str]] = {}
        self._numbers: dict[tuple[str, str | None], set[Decimal]] = {}
        self._properties: dict[tuple[str, str | None, str], set[Decimal | None]] = {}
        for fact in facts:
            for name in fact.anchors & lexicon.PROPERTIES:
                self._properties.setdefault(
                    (fact.mention.document, kind(fact), name), set()
                ).add(fact.mention.value)
            mine = (fact.mention.document, kind(fact))
            self._numbers.setdefault(mine, set()).update(_numbers(fact))
        self._summaries: dict[tuple[str, str], bool] = {}

    def same_day(self, a: Fact, b: Fact) -> bool:
        """Return whether two facts may have been published on one day."""
        first = self._documents[a.mention.document].date
        second = self._documents[b.mention.document].date
        return first is None or second is None or first == second

    def shared_names(self, a: Fact, b: Fact) -> int:
        """Return how many names the beginnings of two documents share."""
        return len(self._read(a, _LEAD) & self._read(b, _LEAD))

    def sole_property(self, a: Fact, b: Fact) -> bool:
        """Return whether each document has one number for a property that both state."""
        return any(
            len(self._properties[fact.mention.document, kind(fact), name]) == 1
            and len(self._properties[other.mention.document, kind(other), name]) == 1
            for name in a.anchors & b.anchors & lexicon.PROPERTIES
            for fact, other in ((a, b),)
        )

    def stated_too(self, a: Fact, b: Fact) -> int:
        """Return how many of two numbers stand in the other's document as well."""
        mine = self._numbers[a.mention.document, kind(a)]
        yours = self._numbers[b.mention.document, kind(b)]
        return 2 - mine.isdisjoint(_numbers(b)) - yours.isdisjoint(_numbers(a))

    def summarises(self, a: Fact, b: Fact) -> bool:
        """Return whether one of two documents is a summary of the other.

        A summary is short, and its words stand in its source.
        """
        first, second = a.mention.document, b.mention.document
        if first == second:
            return False
        short, long = sorted(
            (first, second), key=lambda path: (len(self._documents[path].text), path)
        )
        known = self._summaries.get((short, long))
        if known is None:
            known = self._summaries[short, long] = self._is_summary(short, long)
        return known

    def _is_summary(self, short: str, long: str) -> bool:
        text, source = self._documents[short].text, self._documents[long].text
        if len(text) > _SUMMARY_LENGTH or len(text) * _SUMMARY_SHARE > len(source):
            return False
        if len(source) > _SOURCE_LENGTH:
            return False
        words, known = self._words(short), self._words(long)
        return len(words & known) * 100 >= _SUMMARY_WORDS * len(words)

    def _words(self, path: str) -> frozenset[str]:
        words = self._read_words.get(path)
        if words is None:
            words = self._read_words[path] = frozenset(
                filter(
                    None, map(stem, _WORD.findall(self._documents[path].text.lower()))
                )
            )
        return words

    def names_of(self, fact: Fact) -> frozenset[str]:
        """Return all names in the document of a fact."""
        return self._read(fact, None)

    def _read(self, fact: Fact, end: int | None) -> frozenset[str]:
        at = fact.mention.document, end
        names = self._names.get(at)
        if names is None:
            text = self._documents[at[0]].text[:end]
            names = self._names[at] = frozenset(
                key
                for found in _NAME.finditer(text)
                if (key := stem(found.group().lower()))
            )
        return names


# A capitalised word that no sentence begins with.
_NAME = re.compile(r"(?<=[a-z,;:] )[A-Z][a-z]+\b")
_LEAD = 2000
_WORD = re.compile(r"[a-z]+")
_WELL_NAMED = 3  # names in common from which two sentences speak of the same
_SUMMARY_LENGTH = 1500
_SOURCE_LENGTH = 100_000
_SUMMARY_SHARE = 3  # how many times longer the source is
_SUMMARY_WORDS = 65  # percent of the summary's words that stand in the source


def _numbers(fact: Fact) -> tuple[Decimal, ...]:
    """Return the numbers of a fact as they are written, without their units."""
    mention = fact.mention
    return tuple(
        number
        for number in (mention.value, mention.stated_low, mention.stated_high)
        if number is not None
    )


def kinship(a: Fact, b: Fact, setting: Setting) -> Kinship | None:
    """Return how close two facts of one kind are, or None where they measure different things."""
    weights = setting.weights
    event = same_head = False
    if kind(a) == "count":
        fates_a, fates_b = a.concepts & lexicon.FATES, b.concepts & lexicon.FATES
        if fates_a != fates_b:
            return None
        people = _people(a) and _people(b)
        event = bool(fates_a) and people
        same_head = bool(a.head) and a.head == b.head
        if a.head and b.head and not same_head and not people:
            return None
        if bool(a.head) != bool(b.head) and not event:
            if fates_a:
                return None
            head = a.head or b.head
            if head not in (b.near if a.head else a.near):
                return None
    elif kind(a) == "age" and not _named(a) & _named(b):
        return None
    near_a, near_b = a.near, b.near
    both = near_a & near_b
    shared = 2 * weights.sum(both)
    shared += weights.sum((near_a & b.words) - near_b)
    shared += weights.sum((near_b & a.words) - near_a)
    weight_a, weight_b = weights.sum(near_a), weights.sum(near_b)
    least = min(weight_a, weight_b)
    slip = alike(a, b)
    if (not shared or not least) and not (slip and Role.TITLE in (a.role, b.role)):
        return None
    least = max(least, 1)
    words = a.words & b.words
    shorter = min(weights.sum(a.words), weights.sum(b.words))
    return Kinship(
        sentence=PERCENT * weights.sum(words) // max(shorter, 1),
        together=len(words),
        share=PERCENT * shared // (2 * least),
        dice=PERCENT * shared // max(weight_a + weight_b, 1),
        common=len(both - {a.head, b.head} - {*a.qualifiers, *b.qualifiers}),
        anchors=len(a.anchors & b.anchors),
        names=len(a.names & b.names),
        summary=setting.summarises(a, b),
        event=event,
        same_head=same_head,
        slip=slip,
        excuse=_excuse(a, b, setting, event=event or kind(a) == "magnitude"),
    )


def alike(a: Fact, b: Fact) -> int:
    """Return 2 where a number is the other with a swap of digits, 1 where one digit is off."""
    x, y = a.mention.value, b.mention.value
    if x is None or y is None or x == y:
        return 0
    first, second = _digits(x), _digits(y)
    if len(first) != len(second) or len(first) == 1:
        return 0
    wrong = [i for i, (p, q) in enumerate(zip(first, second, strict=True)) if p != q]
    if not wrong:
        return 2
    if len(wrong) == 1:
        return int(len(first) > 2)  # noqa: PLR2004 one of two digits is often off by chance
    if len(wrong) > 2:  # noqa: PLR2004 a swap changes two places
        return 0
    i, j = wrong
    return 2 * (first[i] == second[j] and first[j] == second[i])


def _digits(value: Decimal) -> str:
    return "".join(map(str, value.normalize().as_tuple().digits))


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
_GENERAL = frozenset(
    {
        "people",
        "peopl",
        "person",
        "victim",
        "other",
        "civilian",
        "resident",
        "citizen",
        "individual",
        "human",
        "soul",
        "villager",
        *lexicon.FATES,
        "",
    }
)


def excuse(a: Fact, b: Fact) -> str | None:
    """Return why two alike facts may both be right, or None."""
    part_a, part_b = _part(a), _part(b)
    if part_a != part_b and a.part != b.part:
        return _part_excuse(part_a or part_b)
    if a.motion != b.motion and Motion.BY in (a.motion, b.motion):
        return "one is a change, the other a level"
    if a.motion != b.motion and Motion.FROM in (a.motion, b.motion):
        return "one is an earlier level"
    if a.per != b.per and (a.per or b.per) not in (a.near & b.near) | {"share"}:
        return "one is a rate"
    stance = _stance_excuse(a, b)
    if stance:
        return stance
    if _other_period(a, b):
        return "they speak of different times"
    if _contrast(a.near, b.near):
        return "they speak of different things"
    if a.mention.dimension == "count" and _other_kind(a, b):
        return "they count different kinds"
    if _other_place(a, b):
        return "they speak of different places"
    return None


def _part(fact: Fact) -> Part | None:
    # "Two dead and five others injured": the others of the dead are all of the injured.
    if (
        fact.part is Part.OTHERS
        and "injured" in fact.concepts
        and "killed" in fact.words
    ):
        return None
    return fact.part


def _excuse(a: Fact, b: Fact, setting: Setting, *, event: bool) -> str | None:
    found = excuse(a, b)
    if found is None and event:
        found = _event_excuse(a, b, setting)
    if found is None and not (event and a.lead and b.lead):
        found = _rivals(a, b, setting, event=event)
    return found


def _named(fact: Fact) -> frozenset[str]:
    """Return the names in the clause of a fact."""
    return frozenset(name for name in fact.names if stem(name) in fact.near)


def _rivals(a: Fact, b: Fact, setting: Setting, *, event: bool) -> str | None:
    """Return whether each speaks of a name that the other's document knows, but not here."""
    names_a, names_b = setting.names_of(a), setting.names_of(b)
    known = names_a | names_b
    mine, yours = a.near & known, b.near & known
    if len(a.names & b.names) >= _WELL_NAMED:
        return None
    if not event and len(a.words & b.words) * 10 <= 6 * min(len(a.words), len(b.words)):
        if (mine - b.near) & names_b and (yours - a.near) & names_a:
            return "they speak of different names"
        mine, yours = mine or a.words & known, yours or b.words & known
    only_a, only_b = mine - b.words, yours - a.words
    # Who knows the other's name, and uses another, means another.
    if only_a and only_b and (only_a & names_b or only_b & names_a):
        return "they speak of different names"
    return None


def _event_excuse(a: Fact, b: Fact, setting: Setting) -> str | None:
    """Return why two tolls may both be right, or None."""
    if not setting.same_day(a, b):
        return "the count may have been revised in between"
    scope_a, scope_b = frozenset(a.scope), frozenset(b.scope)
    if bool(scope_a) != bool(scope_b) or (scope_a and not scope_a & scope_b):
        return "one may cover more than one event"
    if scope_a & _TIMES and len(a.words & b.words) * 10 < 7 * min(
        len(a.words), len(b.words)
    ):
        return "they may speak of different times"
    if "killed" in a.concepts and (a.words | b.words) & _ATTACKERS:
        x, y = a.mention.value, b.mention.value
        if x is not None and y is not None and abs(x - y) == 1:
            return "one may count the attacker"
    return None


_TIMES = frozenset({"month", "year", "season", "decade"})
_ATTACKERS = frozenset(
    {
        "gunman",
        "gunmen",
        "shooter",
        "attacker",
        "suspect",
        "bomber",
        "assailant",
        "perpetrator",
        "himself",
        "suicid",
    }
)


def _part_excuse(part: Part | None) -> str:
    if part is Part.OTHERS:
        return "one counts only the others"
    if part is Part.EXCLUDING:
        return "one leaves some out"
    return "one is part of a larger number"


_SAME_STANCE = (None, Stance.ESTIMATE)


def _stance_excuse(first: Fact, second: Fact) -> str | None:
    a, b = first.stance, second.stance
    if a == b or (a in _SAME_STANCE and b in _SAME_STANCE):
        return None
    both = first.near & second.near
    if Stance.FORECAST in (a, b) and (
        "forecast" in both or len(both) * 5 > 3 * min(len(first.near), len(second.near))
    ):
        # What one says of the future the other may say as a plan, in the same words.
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
    return (
        a.head != b.head
        and _people(a)
        and _people(b)
        and not (a.head in _GENERAL and b.head in _GENERAL)
    )


def _contrast(a: frozenset[str], b: frozenset[str]) -> bool:
    sets = {n: w for w in a - b if (n := lexicon.CONTRASTS.get(w)) is not None}
    return bool(sets) and any(lexicon.CONTRASTS.get(w) in sets for w in b - a)


def _other_place(a: Fact, b: Fact) -> bool:
    return bool(a.place and b.place and a.place != b.place)


def bounded_apart(a: Modifier | None, b: Modifier | None) -> bool:
    """Return whether two modifiers leave opposite sides open."""
    lower = (Modifier.AT_LEAST, Modifier.MORE_THAN)
    upper = (Modifier.UP_TO, Modifier.LESS_THAN)
    return (a in lower and b in upper) or (a in upper and b in lower)
