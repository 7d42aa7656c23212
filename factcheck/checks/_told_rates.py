"""Amounts for each of some things, for a time or for a measure, as a sentence tells them.

"15 pounds a head", "every class plants 40", "12 sacks an hour", "an average of 17": liberal,
as nothing is said of them alone. What they may be for, and what they may come to, is asked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from factcheck import units
from factcheck.checks import _products, _terms
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import PEOPLE, Passage, finds, hint, pattern, remembered
from factcheck.checks._factors import Product
from factcheck.checks._terms import HEADS, Per, Term
from factcheck.language import words
from factcheck.model import Fact, Form, Interval, Motion, Part, Stance

MAY = _terms.MAY | hint("averag", "hourly", "daily")
_TIMES = frozenset(
    {"second", "minute", "hour", "day", "night", "week", "month", "year"}
)
_EVERY = r"\b(?:each|every)(?: one)?(?: of (?:the|its|their|his|her|our|these|those)(?: [a-z]+'s)?)?(?: <c\d+>)?(?P<said>(?: (?!was\b|were\b|is\b|are\b|got\b|gets\b)[a-z'-]+){0,3})"
_EACH_COUNTED = r"\b(?:each|every)(?: one)? of (?:the|its|their|his|her|our|these|those)(?: [a-z]+'s)? $"
# "A typist at the court manages <c0>", "<m0> into the lake in a day"
_ONE_SUCH = r"^(?:an?|one)(?P<said>(?: [a-z'-]+){1,8}) $"
_IN_A = r"^(?: [a-z'-]+){0,5} (?:in|within) (?:an?|one|a single) (?:average |typical |normal |usual |good )?(?P<time>minute|hour|day|week|month|year)(?=[.,;:)]|$)"
_ONE_FOR = r"(?:<c\d+>|\b(?:one|an?)) (?:[a-z-]+ ){0,2}?(?P<what>[a-z-]+) (?:for|to) every (?:about |roughly |some )?$"
_EVERY_TIME = r"^(?:each|every) (?P<time>hour|day|night|week|month|year) [^<;:]{0,60}$"
_TO_THE = r"^ (?:to|for|from) (?:the|each|every) (?P<unit>hectare|acre|litre|liter|kilogram|tonne|kilometer|kilometre|square metre)\b"
_AVERAGE = r"\baverag(?:e|es|ed|ing)\b[^<,;:]{0,25}$"
_TYPICAL = r"\b(?:median|average|mean|typical(?:ly)?|(?:good|bad|normal|usual|ordinary|decent|poor) (?:year|day|week|month|season)s?)\b"
_PER = r"^(?: (?!to\b|of\b|in\b|for\b)[a-z'-]+){0,2}? (?:per|for each|for every|to each|to every|from each|from every|an?(?= (?:head|piece|person|ticket|seat|night)\b)) (?P<said>[a-z]+)"
# "320 people paid 18 euros", "all 140 rooms at 90 dollars": each of them.
_EACH = r"<c\d+>(?: [a-z'-]+){1,9},? (?:pa(?:y|id)|at)(?: (?:at|just|only|an? price of|an? fee of|a flat))* $"
# "18 monthly payments of 120 euros"
_EACH_OF = r"<c\d+> (?:[a-z-]+ ){0,2}(?!pairs\b|times\b|years\b|rises\b|cuts\b|groups\b)[a-z]{3,}s of $"
_COMES_TO = r"\b(?:comes?|came|coming|amounts?|amounted|amounting|works? out) to(?: (?:about|some|just|almost|nearly))? $"
_AND_DAY = r"^ (?:and|per|an?) (?P<time>hour|day|week|month|year)\b"
_UNREAL = frozenset({Stance.DENIAL, Stance.HYPOTHETICAL, Stance.PREVIOUS})
_ASIDE = frozenset({Part.OTHERS, Part.EXCLUDING, Part.INCLUDING})
_SEATS = frozenset(
    {"ticket", "seat", "place", "visitor", "spectator", "guest", "household"}
)
_ANYBODY = frozenset(
    {"man", "woman", "child", "inhabitant", "resident", "citizen", "head"}
)
_ONE = Interval.point(Decimal(1))
_TWO, _FEW = 2, 5
_JUST = 25


class Rate(NamedTuple):
    """An amount for each of some things, or for a time.

    Attributes:
        term: The amount, without what it is for.
        fact: It, with what it is bound to.
        things: The lemmas of what it is for each of, none where the text leaves that out.
        each: Whether it is for each of something.
        time: The unit of time that it is for, or nothing.
        mean: Whether it is what others come to: an average, a speed.
        measure: The unit of weight, area … that it is for, or nothing.
        named: Whether it is only for what `things` name: "a typist manages <c0>".
    """

    term: Term
    fact: Fact
    things: frozenset[str]
    each: bool
    time: str
    mean: bool
    measure: str = ""
    named: bool = False

    @property
    def passage(self) -> Passage:
        """Its sentence."""
        return self.term.place.passage


def rates(passage: Passage) -> Iterator[Rate]:
    """Yield the amounts of a sentence that are for each of something, or for a time."""
    if passage.in_table or not passage.hints & MAY:
        return
    for slot, item in enumerate(passage.items):
        if not isinstance(item, Fact) or passage.kinds[slot] not in "cemrt":
            continue
        mention = item.mention
        if (
            mention.form is not Form.PLAIN
            or not mention.value
            or item.stance in _UNREAL
        ):
            continue
        left = passage.around(slot)[0]
        moved = item.motion is not None and not finds(left, _COMES_TO)
        if moved or item.part in _ASIDE:
            continue
        rate = _rate(passage, slot, item)
        if rate is not None and not (rate.measure and _is_typical(rate)):
            yield rate


def _is_typical(rate: Rate) -> bool:
    """Return whether a rate is of none in particular: "the median rent per square metre"."""
    left = rate.passage.masked.partition(f"{rate.term.place.slot}>")[0]
    return finds(left, _TYPICAL)


class _For(NamedTuple):
    """What an amount is for: each of some things, a time, a measure of something."""

    things: frozenset[str]
    each: bool
    time: str
    measure: str
    named: bool = False


def _rate(passage: Passage, slot: int, fact: Fact) -> Rate | None:
    mention = fact.mention
    unit, _, per = mention.unit.partition(" / ")
    dimension = mention.dimension.partition("/")[0]
    if unit == "1":
        unit = ""
    dimension = (units.dimension(unit) if unit else None) or dimension
    token = passage.token(slot)
    left, _, right = passage.masked.partition(token)
    if finds(left, _EACH_COUNTED):
        return None  # "each of the 32 classes": how many there are
    things, each, time, measure, named = _for_what(fact, dimension, per, left, right)
    value = mention.value or Decimal(0)
    timed = (Per("duration", time),) if time and not each else ()
    term = Term(Place(passage, slot), dimension, unit, timed, value)
    each &= not measure
    one_for = pattern(_ONE_FOR).search(left)
    if one_for:  # "one doctor for every 2,600 people"
        each, things = True, frozenset({words.lemma(one_for["what"])})
    paced = bool(time and not each and not measure)
    mean = paced or finds(left[-_JUST:] + right[:_JUST], r"\baverag")
    things -= {"piece", "one", "unit", "item"}
    if dimension == "count" and not mean and not term.lemmas:
        return None  # "two each in Arle and Borrow"
    if not (each or time or measure) or (dimension == "duration" and not each):
        return None
    return Rate(term, fact, things, each, time, mean, measure, named)


def _for_what(fact: Fact, dimension: str, per: str, left: str, right: str) -> _For:
    """Return what an amount is for, by its unit and the words on both sides."""
    said, one = _each_of(left, right, paced=per in _TIMES), _one_such(left, per)
    named = said is None and one is not None
    if said is None and one is not None:
        said = frozenset(words.lemma(word) for word in one["said"].split()) - _TIMES
    elif said is None and _is_each(left, dimension):
        said = frozenset()
    timely = pattern(_EVERY_TIME).search(left)
    if timely and not (said or per):
        # "Every hour was charged at 310": for a time, and not for each of some things.
        return _For(frozenset(), each=False, time=timely["time"], measure="")
    things = said or frozenset()
    per, _, also = per.partition(" / ")  # "20 euros per square metre a month"
    each, measure = said is not None, ""
    if per and per not in _TIMES and units.dimension(per) is not None:
        measure = per
    elif per and per not in _TIMES:
        each, things = True, things | {per}
    to_the = pattern(_TO_THE).match(right)
    if to_the and not per:
        measure = to_the["unit"]
    if fact.per and fact.per not in _TIMES and fact.per not in ("each", "every"):
        each, things = True, things | {fact.per}
    each |= fact.per in ("each", "every")
    times = (each_ for each_ in (also, per, fact.per) if each_ in _TIMES)
    time = next(times, "") or ""
    also_timed = pattern(_AND_DAY).match(right)
    if also_timed and each and not time:
        time = also_timed["time"]  # "11 litres per person and day"
    within = pattern(_IN_A).match(right)
    if within and not (time or each):
        time = within["time"]
    return _For(things, each, time, measure, named)


def _is_each(left: str, dimension: str) -> bool:
    """Return whether an amount is that of each by the words before it: "12 payments of 90"."""
    priced = dimension.startswith("currency:") and finds(left[-80:], _EACH)
    return priced or finds(left[-80:], _EACH_OF)


def _one_such(left: str, per: str) -> re.Match[str] | None:
    """Return of what one thing an amount is told: "a typist manages <c0>"."""
    one = pattern(_ONE_SUCH).match(left)
    long = one is not None and len(one["said"].split()) > _FEW
    # "A burst main in the old town is losing <r0>": of this one alone.
    return None if long and per in _TIMES else one


@remembered
def _each_of(left: str, right: str, *, paced: bool) -> frozenset[str] | None:
    """Return the lemmas that may name what an amount is for each of; None where it is for none."""
    found = list(pattern(_EVERY).finditer(left))
    every = found[-1] if found else None
    if every is not None and "<" not in left[every.end() :]:
        return frozenset(words.lemma(word) for word in every["said"].split()) - _TIMES
    after = pattern(_PER).match(right)
    if after and after["said"] not in _TIMES:
        return frozenset({words.lemma(after["said"])})
    if pattern(r"^(?: [a-z'-]+){0,3} (?:each|apiece)\b").match(right):
        return frozenset()
    if not paced and pattern(_AVERAGE).search(left):
        return frozenset()  # an average speed is that of no things
    return None


def amounts(passage: Passage) -> Iterator[Term]:
    """Yield the plain amounts of a sentence."""
    for slot, item in enumerate(passage.items):
        if not isinstance(item, Fact) or item.mention.form is not Form.PLAIN:
            continue
        mention = item.mention
        if mention.value:
            unit, _, per = mention.unit.partition(" / ")
            unit = "" if unit == "1" else unit
            dimension = mention.dimension.partition("/")[0]
            per = per or (item.per if item.per in _TIMES else "") or ""
            yield Term(
                Place(passage, slot),
                (units.dimension(unit) if unit else None) or dimension,
                unit,
                (Per("duration", per),)
                if per in _TIMES
                else (Per("count", per),)
                if per
                else (),
                mention.value,
            )


def fact_of(term: Term) -> Fact:
    """Return the fact behind a term."""
    return term.place.passage.fact(term.place.slot)


def counts(rate: Rate, term: Term) -> bool:
    """Return whether a term may tell how many there are of what a rate is for each of."""
    fact = fact_of(term)
    value = term.value
    hours = term.dimension == "duration" and not rate.each
    if term.place == rate.term.place or (term.per and not hours):
        return False
    if rate.measure:
        return term.dimension == units.dimension(rate.measure) != rate.term.dimension
    if not rate.each:
        return term.dimension == "duration" != rate.term.dimension
    whole = term.dimension == "count" and value == value.to_integral_value() >= _TWO
    if not whole or fact.part in _ASIDE or fact.motion is Motion.BY:
        return False
    lemmas = term.lemmas - rate.term.lemmas
    return lemmas == term.lemmas != set() and (
        not rate.things or _are_named(rate.things, term)
    )


def _are_named(things: frozenset[str], term: Term) -> bool:
    """Return whether a term counts what a rate is said to be for each of."""
    if things & _ANYBODY and term.lemmas & PEOPLE:
        return True
    if things & HEADS and term.lemmas & (PEOPLE | _SEATS):
        return True
    return any(_terms.counts(Per("count", thing), term) for thing in things)


def sums(rate: Rate, term: Term) -> bool:
    """Return whether a term may be what all of a rate come to."""
    fact = fact_of(term)
    mine = rate.term
    if term.place == mine.place or fact.part in _ASIDE or fact.stance in _UNREAL:
        return False
    if term.dimension != mine.dimension or term.value <= mine.value:
        return False
    timed = [rate.time] if rate.time and (rate.each or rate.measure) else []
    per = [per.unit for per in term.per]
    rent = bool(rate.measure) and not timed and len(per) == 1 and per[0] in _TIMES
    weekly = bool(rate.time) and not rate.each and len(per) == 1 and per[0] in _TIMES
    known = rent or weekly or _is_timely(term, timed)
    if per != timed and not known:
        return False
    if mine.dimension != "count":
        return True
    seats = mine.lemmas & _products.PLACES and term.lemmas & PEOPLE
    return not mine.lemmas or bool(mine.lemmas & term.lemmas or seats)


def _is_timely(term: Term, timed: list[str]) -> bool:
    """Return whether a sum is told of a time by a word before it: "the monthly rent of"."""
    left = term.place.passage.masked.partition(f"{term.place.slot}>")[0]
    said = {"day": "daily", "year": r"(?:yearly|annual)"}
    word = said.get(timed[0], f"{timed[0]}ly") if timed else ""
    return (
        bool(word)
        and not term.per
        and finds(left, rf"\b{word} (?:[a-z]+ ){{0,2}}of <[a-z]$")
    )


def product(rate: Rate, many: Term, total: Term) -> Product | None:
    """Return how many times a rate a sum is, or None where their units have no common measure."""
    reading, plain = _ONE, Decimal(1)
    if rate.measure:
        scale = units.convert(Decimal(1), many.unit, rate.measure)
        if not scale:
            return None
        reading, plain = Interval.point(scale), scale
    elif not rate.each:
        told = many.place.passage.masked
        if total.per and not finds(told, rf"\b{total.per[0].unit}(?:ly)?\b"):
            return None  # "18 dollars an hour", "a week of 40 hours", "920 a week"
        found = _terms.times(rate.time, many.unit)
        if found is None:
            return None
        reading, plain = found
    if rate.term.unit != total.unit:
        size = units.convert(Decimal(1), rate.term.unit, total.unit)
        if not size:
            return None
        reading, plain = reading.scale(size), plain * size
    return Product(rate.term, (many,), total, reading, plain)
