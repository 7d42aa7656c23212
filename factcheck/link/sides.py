"""Facts with what comparing them needs, worked out once."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from factcheck import units
from factcheck.link import lexicon
from factcheck.link.measures import OWN_SPAN, measures
from factcheck.link.stems import stem
from factcheck.model import Fact, Form, Interval

# Words beside the strength of a quake.
_MAGNITUDE = frozenset({"magnitud", "richter", "strength"})
EVENTS = frozenset({"magnitud", "richter", "quake"})
_TEN = 10
Digits = tuple[int, ...]
_NO_DIGITS: tuple[Digits, Digits, str] = (), (), ""
# What is asked for each fact is looked up once: a member of an enumeration takes long.
_PLAIN, _AGED = Form.PLAIN, Form.AGE
_OF_SEVERAL = (Form.MULTIPLE, Form.RATIO)
# "Mother Amara, who at 27 is the oldest cow"
_WHO = re.compile(
    r"(\w+), who (?:at|is|was|turn(?:s|ed)|has turned)(?: now| just| only)? $"
)
# "31 of which exceeded magnitude 3": a threshold, not the strength of a quake.
_IN_THE_SKY = frozenset(
    map(stem, ("comet", "star", "nova", "supernova", "asteroid", "telescope", "bright"))
)
_THRESHOLDS = frozenset(map(stem, ("exceeded", "above", "surpassed", "stronger")))


def kind(fact: Fact) -> str | None:
    """Return what a fact can be compared with: facts of the same kind only; None with nothing."""
    mention = fact.mention
    if mention.form in _OF_SEVERAL or OWN_SPAN in fact.near:
        return None
    if mention.form is _AGED:
        return "age"
    if mention.dimension == "count":
        # Of a street, or "arrested dozens of times"; "a quake of 6.4 kills" none of the dead.
        if (
            ("block" in fact.anchors and not fact.concepts)
            or fact.head == "time"
            or (
                not lexicon.FATES.isdisjoint(fact.concepts)
                and _is_broken(mention.value)
            )
        ):
            return None
        return "magnitude" if _is_magnitude(fact) else "count"
    if mention.dimension == "magnitude" and not (
        fact.near.isdisjoint(_THRESHOLDS) and fact.words.isdisjoint(_IN_THE_SKY)
    ):
        return None
    # "Earnings per share of $5" and "$5 a share" are one.
    return mention.dimension.removesuffix("/share")


def aged(fact: Fact, text: str) -> frozenset[str]:
    """Return the names of whom an age is: the one before "who", or those beside it.

    Args:
        fact: The age.
        text: The document.
    """
    found = _WHO.search(text[fact.sentence.start : fact.mention.span.start])
    return fact.names & {stem(found[1].lower())} if found else fact.near & fact.names


def _is_broken(value: Decimal | None) -> bool:
    return value is not None and value != value.to_integral_value()


def _is_magnitude(fact: Fact) -> bool:
    value = fact.mention.value
    return (
        not fact.near.isdisjoint(_MAGNITUDE)
        and value is not None
        and value < _TEN
        and (value != value.to_integral_value() or not fact.head)
        and fact.mention.form is _PLAIN
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
        is_plain: Whether nothing says what they are but the words of their sentence.
    """

    __slots__ = (
        "counted",
        "fact",
        "fates",
        "is_plain",
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
        self.is_plain = fact.near <= fact.words


def wording_key(fact: Fact, family: str) -> tuple[object, ...]:
    """Return what is the same for all facts of one wording."""
    mention = fact.mention
    return (
        family,
        fact.near,
        fact.words,
        fact.own,
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
        written: All digits of its value; none for a range, or a fraction.
        digits: The same without zeros at the end.
        shuffled: The same in order of size: one for 410, 140 and 1.4.
        reading: What it can be, in the base unit of its dimension.
        sentence: The number of its sentence among all sentences of the run.
        measures: What it can be the measure of.
    """

    __slots__ = (
        "digits",
        "fact",
        "fates",
        "kind",
        "measures",
        "number",
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
        value = mention.value
        self.written, self.digits, self.shuffled = (
            _NO_DIGITS
            if value is None or fact.mention.form is Form.FRACTION
            else _digits(str(value))
        )
        self.sentence = 0
        self.reading: Interval
        if not mention.unit:
            self.reading = mention.reading

    def __getattr__(self, name: str) -> Interval:
        """Work out the reading of a number with a unit, when it is first asked for."""
        if name != "reading":
            raise AttributeError(name)
        mention = self.fact.mention
        based = units.to_base(mention.reading, mention.unit)
        self.reading = mention.reading if based is None else based[0]
        return self.reading

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The numbers as written, without their units."""
        mention = self.fact.mention
        if mention.value is not None:
            return (mention.value,)
        ends = (mention.stated_low, mention.stated_high)
        return tuple([number for number in ends if number is not None])

    @property
    def exponent(self) -> int:
        """How many digits it has before the point, in the base unit."""
        high = self.reading.high
        return 0 if high is None else high.adjusted()


def say_the_same(x: Side, y: Side) -> bool:
    """Return whether two facts are told in the same words, so that none sets them apart."""
    return x.wording is y.wording and x.wording.is_plain


@lru_cache(maxsize=16384)
def _digits(value: str) -> tuple[Digits, Digits, str]:
    """Return all digits of a number, those without zeros at the end, and these in order."""
    written = Decimal(value).as_tuple().digits
    last = len(written)
    while last > 1 and not written[last - 1]:
        last -= 1
    digits = written[:last]
    return written, digits, "".join(map(str, sorted(digits)))
