"""So many a day, times what each is worth, is so much a day.

"It makes 240 lamps a month at 45 crowns each, which brings in 10,800 crowns monthly"; "Cars
pay 60. At 9,000 cars a day that brings in 540,000 daily". The three may stand in one
sentence or in two; a verb must bind the product to the other two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks import _arithmetic, _compare, _products
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import PEOPLE, TOKEN, Passage, hint, pattern
from factcheck.frozen import dataclass
from factcheck.language import words
from factcheck.model import Fact, Form, Interval, Mention, Outcome

_TIMELY = {"daily": "day", "weekly": "week", "monthly": "month", "hourly": "hour", "yearly": "year", "annually": "year"}  # fmt: skip
_TIME = (
    r"^(?: [a-z'-]+){0,2}? (?:(?:a|an|per|every|each) (?P<time>hour|day|week|month|year)|(?P<ly>daily|weekly"
    r"|monthly|hourly|yearly|annually))\b"
)
# What each of the things is worth, holds or pays.
_EACH_AFTER = (
    r"^(?: (?!and\b|or\b)[a-z'-]+){0,2},? (?:each|apiece|a piece|on each|in each)\b"
)
_HOLDS = r"(?:takes?|holds?|carr(?:y|ies)|seats?|brings?(?: in)?|costs?|pays?|earns?|fetch(?:es)?|weighs?|makes?|moves?|has|have|with|at|of|worth)"
_EACH_BEFORE = (
    rf"(?:^|[ ,;])each(?: of them| one)?(?: (?P<noun>[a-z]+)(?= (?:can |could |will )?{_HOLDS} ))?"
    rf"(?: (?:can|could|will|able to))*(?: {_HOLDS})(?: (?:up to|about|some|for))* $"
)
_PAY = r"(?:^|[,;] )(?P<noun>[a-z]+s|people|children) (?:pay|paid|cost|bring in|fetch|sell for|go for|are sold for)(?: (?:about|some))? $"
# How the product is bound to what comes before it.
_MAKES = (
    r"(?:(?:^|[ ,:-])(?:which|that|this|it|they|together they)(?: [a-z]+)?|,|^(?: [a-z'-]+){0,4})"
    r" (?:bring(?:s|ing)? in|brought in|mak(?:es?|ing)|earn(?:s|ed|ing)?|comes? to|came to|amounts? to|yield(?:s|ing)?|giv(?:es?|ing)|means?|is|takes? in"
    r"|took in|adds? up to|fetch(?:es)?)(?: (?:her|him|them|it|about|some|up to|a total of|an income of|almost|nearly|in))* $"
    r"|(?:^|[ ,])(?:the|it|she|he|they|we|its?)(?: [a-z'-]+){0,3} (?:(?:can|could|will|would)(?: [a-z]+)? [a-z]+|tak(?:es|en)(?: in)?|earns|brings in)(?: (?:about|some|up to|almost|nearly))* $"
    r"|,? (?:can|could) (?:carry|move|take|bring|transport|serve|seat|hold|lift|handle|ship)(?: (?:about|some|up to))* $"
)
_ASIDE = (
    r"\b(?:and|with|plus|where|while|but|another|others?|also|of whom|of which|half|quarter|besides|all|not|no|loses?|costs?|spends?"
    r"|wages|rent|against|of them|if|from|than|instead|only|sometimes|until|before|after|now|once|through)\b|[;(]"
)
_BESIDE = r"^(?: (?!in\b|from\b|for\b|with\b|on\b|by\b|of\b)[a-z'-]+)* (?:a|an|per|every|each|daily|weekly|monthly|hourly|yearly|annually)(?: [a-z]+)? (?:in (?!each|either|both|all|total)|from |for |with |on (?!average)|by |of |and )"
_SOME = r"\b(?:of (?:whom|which|them|these)|half|most|some|while|but)\b"
_HINTS = hint("each", "<r", "apiece", "a piece", "pay ", "paid ", "cost ", "fetch ")
_TIMES = hint("ly", " a ", " an ")
_LONGEST = 60
_FARTHEST = 4
_TWO = 2


@dataclass(frozen=True, slots=True)
class _Rate:
    """An amount by itself, and the time that it is for."""

    place: Place
    at: re.Match[str]
    head: str
    dimension: str
    time: str


def told(passage: Passage, before: Passage | None) -> list[Outcome]:
    """Return whether things a day, times what each is worth, make the amount a day."""
    if not _hints(passage, before):
        return []
    rates = list(_rates(passage))
    if not rates:
        return []
    beside = before if _products.neighbour(passage, before) else None
    total = rates[-1]
    many = [rate for rate in rates[:-1] if rate.head in ("", "1")]
    each = list(_each(passage, total))
    if not many and beside is not None and each:
        many = [rate for rate in _rates(beside) if rate.head in ("", "1")][-1:]
    elif many and not each and beside is not None:
        each = list(_each(beside, None))
    if len(many) != 1 or len(each) != 1 or many[0].time != total.time:
        return []
    count, (unit, noun) = many[0], each[0]
    if noun and not _named(count, noun):
        return []
    return list(_product(passage, count, unit, total))


def _hints(passage: Passage, before: Passage | None) -> bool:
    """Return whether a sentence, with the one before it, may tell such a product."""
    if passage.amounts < _TWO or (
        "r" not in passage.kinds and not passage.says(_TIMES)
    ):
        return False
    return passage.says(_HINTS) or (before is not None and before.says(_HINTS))


def _rates(passage: Passage) -> Iterator[_Rate]:
    """Yield the amounts that are told for a time, in the order in which they stand."""
    for token in TOKEN.finditer(passage.masked):
        slot = int(token["slot"])
        item = passage.items[slot]
        if not isinstance(item, Fact) or token["kind"] not in "cemr":
            continue
        mention = item.mention
        head, slash, time = mention.unit.partition(" / ")
        dimension = mention.dimension.partition("/")[0]
        if slash and time not in _products.TIMES:
            continue
        if not slash:
            said = pattern(_TIME).match(passage.masked[token.end() :])
            if not said:
                continue
            time = said["time"] or _TIMELY[said["ly"]]
        if mention.form is Form.PLAIN and mention.value:
            yield _Rate(Place(passage, slot), token, head, dimension, time)


def _each(passage: Passage, total: _Rate | None) -> Iterator[tuple[Place, str]]:
    """Yield what each is worth, and the noun of the things where it is told."""
    masked = passage.masked
    for token in TOKEN.finditer(masked):
        slot = int(token["slot"])
        if token["kind"] not in "cemr" or (total and slot == total.place.slot):
            continue
        mention = passage.mention(slot)
        if mention.form is not Form.PLAIN or not mention.value:
            continue
        _, slash, per = mention.unit.partition(" / ")
        if slash:
            if mention.dimension.endswith("/" + per):  # 5 euros per car
                yield Place(passage, slot), per
            continue
        left, right = masked[: token.start()], masked[token.end() :]
        found = pattern(_EACH_BEFORE).search(left) or pattern(_PAY).search(left)
        if found:
            yield Place(passage, slot), found.groupdict().get("noun") or ""
        elif pattern(_EACH_AFTER).match(right):
            yield Place(passage, slot), ""


def _named(count: _Rate, noun: str) -> bool:
    """Return whether the things that are counted are those that have a price."""
    mention = count.place.passage.mention(count.place.slot)
    return mention.counted is None or words.lemma(noun) in _products.lemmas(mention)


def _product(
    passage: Passage, count: _Rate, unit: Place, total: _Rate
) -> Iterator[Outcome]:
    n, u = (p.passage.mention(p.slot) for p in (count.place, unit))
    t = passage.mention(total.place.slot)
    head = u.unit.partition(" / ")[0]
    if u.dimension.partition("/")[0] != total.dimension or not _bound(
        passage, count, unit, total
    ):
        return
    if u.dimension == "count" and not _alike(u, t):
        return
    assert n.value is not None
    assert u.value is not None
    assert t.value is not None
    size = _compare.base_value(Decimal(1), total.head)
    right = n.value * _compare.base_value(u.value, head)
    stated = _compare.convert(_arithmetic.stated(passage, total.place.slot), total.head)
    if not 1 < _FARTHEST * right / (t.value * size) < _FARTHEST * _FARTHEST:
        return
    derived: Interval = count.place.passage.reading(
        count.place.slot
    ) * _compare.convert(unit.passage.reading(unit.slot), head)
    value = _arithmetic.fitting(right / size, t)
    assert value is not None
    fit = _arithmetic.worth(value, passage, total.place.slot)
    said = [_arithmetic.plain(p.passage, p.slot) for p in (count.place, unit)]
    places = (count.place, unit, total.place)
    yield _arithmetic.settle(
        _products.LAW,
        places,
        derived,
        stated,
        sum_text=f"{said[0]} times {said[1]} is {fit}",
        said_text=_arithmetic.said(passage, total.place.slot),
        fit=fit,
        exact=_arithmetic.is_exact(n, u, t),
        right=value,
        written=t.value,
    )


def _alike(unit: Mention, total: Mention) -> bool:
    """Return whether what each holds is what is added up: seats are taken by people."""
    lemmas = _products.lemmas(total)
    if not (unit.counted and lemmas) or _products.lemmas(unit) & lemmas:
        return True
    return bool(_products.lemmas(unit) & _products.PLACES and lemmas & PEOPLE)


def _bound(passage: Passage, count: _Rate, unit: Place, total: _Rate) -> bool:
    """Return whether a verb makes the amount the product of what comes before it."""
    masked = passage.masked
    ends = [
        masked.index(f"{place.slot}>") + len(f"{place.slot}>")
        for place in (count.place, unit)
        if place.passage is passage
    ]
    last = max(ends)
    if pattern(_SOME).search(masked[min(ends) : last]):
        return False
    gap, rest = masked[last : total.at.start()], masked[total.at.end() :]
    if len(gap) > _LONGEST or "<" in gap or pattern(_BESIDE).match(rest):
        return False
    return bool(pattern(_MAKES).search(gap)) and not pattern(_ASIDE).search(gap)
