"""Facts with what comparing them needs, worked out once."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from factcheck import units
from factcheck.link import lexicon
from factcheck.link.measures import OWN_SPAN, measures
from factcheck.link.stems import stem
from factcheck.model import Fact, Form, Interval

# Words beside the strength of a quake.
_MAGNITUDE = frozenset({"magnitud", "richter"})
EVENTS = _MAGNITUDE | {"quake"}
_TEN = 10
# "31 of which exceeded magnitude 3": a threshold, not the strength of a quake.
_THRESHOLDS = frozenset(map(stem, ("exceeded", "above", "surpassed", "stronger")))


def kind(fact: Fact) -> str | None:
    """Return what a fact can be compared with: facts of the same kind only; None with nothing."""
    mention = fact.mention
    if mention.form in (Form.MULTIPLE, Form.RATIO) or OWN_SPAN in fact.near:
        return None
    if mention.form is Form.AGE:
        return "age"
    if mention.dimension == "count":
        # Of a street, or "arrested dozens of times"; "a quake of 6.4 kills" none of the dead.
        if (
            ("block" in fact.anchors and not fact.concepts)
            or fact.head == "time"
            or (fact.concepts & lexicon.FATES and _is_broken(mention.value))
        ):
            return None
        return "magnitude" if _is_magnitude(fact) else "count"
    if mention.dimension == "magnitude" and not fact.near.isdisjoint(_THRESHOLDS):
        return None
    # "Earnings per share of $5" and "$5 a share" are one.
    return mention.dimension.removesuffix("/share")


def _is_broken(value: Decimal | None) -> bool:
    return value is not None and value != value.to_integral_value()


def _is_magnitude(fact: Fact) -> bool:
    value = fact.mention.value
    return (
        value is not None
        and not fact.near.isdisjoint(_MAGNITUDE)
        and value < _TEN
        and (value != value.to_integral_value() or not fact.head)
        and fact.mention.form is Form.PLAIN
    )


class Wording:
    """What facts in the same words have in common, whatever their numbers are.

    Bulletins and editions repeat a sentence with other figures: what its words say, and how
    they compare with those of another, is worked out once for all of them.

    Attributes:
        fact: One of the facts.
        kind: What they can be compared with.
        counted: The noun that they count, with the words before it.
        fates: What became of the people that they count.
        people: Whether they count people.
        measures: What they can be the measure of.
        near: Weight of the words of their clause.
        words: Weight of the words of their sentence.
    """

    __slots__ = (
        "counted",
        "fact",
        "fates",
        "kind",
        "measures",
        "near",
        "people",
        "words",
    )

    def __init__(self, fact: Fact, family: str) -> None:
        self.fact = fact
        self.kind = family
        self.counted = (
            frozenset((fact.head, *fact.qualifiers))
            if family == "count"
            else frozenset[str]()
        )
        self.fates = fact.concepts & lexicon.FATES
        self.people = not fact.head or fact.head in lexicon.COUNTED_PEOPLE
        self.measures = measures(fact, family)
        self.near = self.words = 0


def wording_key(fact: Fact, family: str) -> tuple[object, ...]:
    """Return what is the same for all facts of one wording."""
    mention = fact.mention
    return (
        family,
        fact.near,
        fact.words,
        fact.anchors,
        fact.names,
        fact.head,
        fact.qualifiers,
        fact.concepts,
        fact.lead,
        fact.motion if family == "ratio" else None,
        mention.unit if family == "area" else None,
        mention.dimension,
        "-" in mention.surface,
    )


class Side:
    """One fact with what comparing it needs, worked out once.

    Attributes:
        number: Its place among all facts of the run.
        fact: The fact.
        path: Its document.
        wording: What it has in common with facts in the same words.
        kind: What it can be compared with.
        fates: What became of the people that it counts.
        people: Whether it counts people.
        reading: What it can be, in the base unit of its dimension.
        numbers: The numbers as written, without their units.
        written: All digits of its value; none for a range.
        digits: The same without zeros at the end.
        shuffled: The same in order of size: one for 410, 140 and 1.4.
        exponent: How many digits it has before the point, in the base unit.
        sentence: The number of its sentence among all sentences of the run.
        measures: What it can be the measure of.
    """

    __slots__ = (
        "digits",
        "exponent",
        "fact",
        "fates",
        "kind",
        "measures",
        "number",
        "numbers",
        "path",
        "people",
        "reading",
        "sentence",
        "shuffled",
        "wording",
        "written",
    )

    def __init__(self, number: int, fact: Fact, wording: Wording) -> None:
        mention = fact.mention
        self.number = number
        self.fact = fact
        self.path = mention.document
        self.wording = wording
        self.kind = wording.kind
        self.fates = wording.fates
        self.people = wording.people
        self.measures = wording.measures
        based = units.to_base(mention.reading, mention.unit) if mention.unit else None
        self.reading: Interval = mention.reading if based is None else based[0]
        value, low, high = mention.value, mention.stated_low, mention.stated_high
        self.numbers: tuple[Decimal, ...] = tuple(
            [number for number in (value, low, high) if number is not None]
        )
        self.written = () if value is None else value.as_tuple().digits
        self.digits = _significant(self.written)
        self.shuffled = _in_order(self.digits)
        high = self.reading.high
        self.exponent = 0 if high is None else high.adjusted()
        self.sentence = 0


@lru_cache(maxsize=4096)
def _in_order(digits: tuple[int, ...]) -> str:
    return "".join(map(str, sorted(digits)))


def _significant(digits: tuple[int, ...]) -> tuple[int, ...]:
    last = len(digits)
    while last > 1 and not digits[last - 1]:
        last -= 1
    return digits[:last]
