"""An age against a birth that another sentence tells, of the same person.

The age may be that of the day of the document, or of any date that its sentence or the one
before names. Only where none of them explains it, and the two sentences speak of one
person, the two cannot both be right.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.checks import _arithmetic, _spans
from factcheck.checks._ages import KIN, LAW, Days, years
from factcheck.checks._arithmetic import Place, Spot
from factcheck.checks._context import Passage, finds, pattern
from factcheck.model import Document, DocumentFacts, Interval, Outcome, Period
from factcheck.units import wording

_BORN = r"\b[Bb]orn(?:\b[^.;:\d]{0,60}\b(?:on|in)(?: early| late)?)? $|\(b\. ?$"
_NAME = r"\b[A-Z][a-zà-ÿ'-]{2,}"
_NO_NAMES = frozenset({"Born", "The", "She", "Her", "His", "They", "Their", "When", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "After", "Before", "From"})  # fmt: skip
_SHE, _HE = r"\b(?:she|her)\b", r"\b(?:he|his|him)\b"
# An age of the one that the sentence is about.
_OF_SUBJECTS = (
    # "At 25 he is the first", "a man older than his 26 years"
    r"(?:^|[,;:] |\b(?:and|but|that|because) )(?:at|aged)(?: just| only| still)? <[ac]%d>,? (?:he|she) (?:is|has|can|will|knows|remains|still|already|may)\b",
    r"\b(?:older|younger|wiser|calmer|cooler) (?:[a-z]+ )?than (?:his|her) <[act]%d>(?: years)?(?=[.,;)]|$)",
    (
        r"(?:^|[,;:(] |\bwhen |\band |\bbut |\bthat )(?:he|she) (?:(?:was|is|turned|turns|will turn)(?: (?:now|just|only|still|already|aged|the|age|of))*"
        r"|(?:died|has died|had died|passed away)\b[^;]{0,90}?(?:aged|at the age of|at|,)) <[ac]%d>"
        r"(?=[.,;)]|$| (?:now|and|on|in|last|this|years old|<))"
    ),
)
_THAN = r"\bthan\b"
_OF_NAME = (
    r"(?:^|\b(?:said|and|by|of|for|to|with) )(?P<name>(?:[a-z'-]+ ){0,2}[a-z'-]+)(?:, |,? (?:who )?(?:is|was|turned|turns|has turned|died)"
    r" (?:[^<,;]{0,40})?)(?:aged |now |at the age of |at )?<[ac]%d>(?=[.,;)]|$| (?:on|in|and|now|last|this|years old|<))"
)
# "Dana Holm died on 3 June at the age of 79."
_OF_DEAD = (
    r"(?:^|, |\bthat )(?P<name>(?:[a-z'-]+ ){0,4}?[a-z'-]+)(?:, [^;<:]{1,80},)?,? (?:who )?(?:died|dies|dead|has died|had died|passed away|passes away|was killed)\b"
    r"[^;]{0,90}?(?:aged|at the age of|at age|at|,) <[ac]%d>"
)
# "Dr Holm retired in 2022 at 65."
_OF_ONE = r"(?:^|, )(?P<name>(?:[a-z'-]+ ){0,4}?[a-z'-]+)(?:, [^;<:]{1,80},)? [a-z]+(?: [a-z]+){0,7} (?:in|on) <d\d+>,? (?:at|aged|at the age of) <[ac]%d>(?=[.,;]|$)"
_OF_BORN = r"^\W*the <[a]%d>(?!,? (?:mother|father|parent|daughter|son|wife|husband|brother|sister|house|building|bridge))"
_DEATH = r"\b(?:died|dies|death|dead|killed|passed away|late)\b"
_WHO = r"\b[A-Z][a-zà-ÿ'-]+(?: [A-Z][a-zà-ÿ'-]+)*"
_REACH = 1200
_BACK, _LINE = 400, 120  # characters
_LATELY = 45
_OLDEST = 118


class Birth(NamedTuple):
    """The one birth that a document tells.

    Attributes:
        document: The document.
        period: When it was.
        days: The days that this may be.
        told: The sentence that tells it.
        names: The words of the names that it is told of.
    """

    document: Document
    period: Period
    days: Days
    told: str
    names: frozenset[str]


def birth(facts: DocumentFacts) -> Birth | None:
    """Return the one birth that a document tells, or None."""
    births = [p for p in facts.extraction.periods if _is_birth(facts, p)]
    if len(births) != 1 or births[0].parts:
        return None
    days = Days.of(births[0])
    if days is None or days.floating:
        return None
    told, names = _named(births[0], facts.document.text)
    return Birth(facts.document, births[0], days, told, names)


def ages(facts: DocumentFacts, group: Sequence[Passage]) -> Iterator[Outcome]:
    """Yield the ages of the one person whose birth a document tells."""
    born = birth(facts)
    if born is None or facts.document.date is None:
        return
    start = born.period.span.start
    for passage in group:
        at = passage.span.start
        inside = at < start < passage.span.end
        if abs(at - start) > _REACH or passage.in_table:
            continue
        for slot, kind in enumerate(passage.kinds):
            own = _same(passage, slot, born) if kind in "act" else False
            if own and (not inside or finds(_subject(passage.masked, slot), _THAN)):
                yield from _aged(passage, slot, born)


def apart(
    documents: Sequence[DocumentFacts], groups: Sequence[Sequence[Passage]]
) -> Iterator[Outcome]:
    """Yield the ages of persons whose births other documents of a story tell."""
    births = [birth(each) if _tells(each) else None for each in documents]
    for born in births:
        if born is None or not born.names or not _is_alone(born, births):
            continue
        for facts, own, group in zip(documents, births, groups, strict=True):
            if own is None and facts.document.date is not None:
                yield from _elsewhere(born, group)


def _tells(facts: DocumentFacts) -> bool:
    return "orn " in facts.document.text


def _is_alone(born: Birth, births: Sequence[Birth | None]) -> bool:
    """Return whether no other birth is told of somebody with a name like this one's."""
    return all(
        each is None or each is born or born.names.isdisjoint(each.names)
        for each in births
    )


def _elsewhere(born: Birth, group: Sequence[Passage]) -> Iterator[Outcome]:
    """Yield the ages that a document tells of somebody who is born in another."""
    for passage in group:
        if passage.in_table:
            continue
        for slot, kind in enumerate(passage.kinds):
            if kind in "act" and _is_of(passage, slot, born):
                yield from _aged(passage, slot, born)


def _is_birth(facts: DocumentFacts, period: Period) -> bool:
    start = period.span.start
    before = facts.document.text[max(0, start - 80) : start]
    return (
        ("orn" in before or "(b." in before)
        and period.kind in {"date", "month", "year"}
        and finds(before, _BORN)
    )


def _named(birth: Period, text: str) -> tuple[str, frozenset[str]]:
    """Return the sentence that tells a birth, and the words of the names it is told of."""
    start = birth.span.start
    low = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start))
    end = text.find(".", birth.span.end)
    told = text[low + 1 : end if end >= 0 else len(text)]
    own = set(pattern(_NAME).findall(told.partition(" in ")[0])) - _NO_NAMES
    if not own or told.lstrip().startswith(("Born", "He ", "She ")):
        own = set(pattern(_NAME).findall(text[max(0, low - 400) : low + 1])) - _NO_NAMES
    return told, frozenset(own)


def _same(passage: Passage, slot: int, born: Birth) -> bool:
    """Return whether an age is that of the one whose birth its document tells."""
    masked, told = passage.masked, born.told
    if _is_of_kin(passage, slot, born):
        return False
    subject = _subject(masked, slot)
    if subject:
        mine = _SHE if " she " in f" {subject} " or " her " in subject else _HE
        other = _HE if mine is _SHE else _SHE
        return not pattern(other).search(told.lower()) or bool(
            pattern(mine).search(told.lower())
        )
    if re.search(_OF_BORN % slot, masked):
        mention = passage.mention(slot)
        text = passage.document.text
        if re.match(r"(?: [a-z-]+){0,2} [A-Z]", text[mention.span.end :][:60]):
            return False  # somebody else: "the 38-year-old keeper Ana Rist"
        return 0 <= passage.span.start - born.period.span.end < len(told)
    words = _owner(masked, slot)
    if words in (["he"], ["she"]):
        return True
    return bool(words) and words[-1].capitalize() in born.names


def _is_of(passage: Passage, slot: int, born: Birth) -> bool:
    """Return whether an age is that of somebody whose birth another document tells."""
    masked = passage.masked
    if _is_of_kin(passage, slot, born):
        return False
    if not _subject(masked, slot):
        words = _owner(masked, slot)
        if words not in (["he"], ["she"]):
            return bool(words) and words[-1].capitalize() in born.names
    # The last name before it in its paragraph; else the one of the headline.
    document, start = passage.document, passage.mention(slot).span.start
    low = document.blocks[passage.block].span.start if document.blocks else 0
    before = document.text[max(low, start - _BACK) : start]
    found = [each.split() for each in pattern(_WHO).findall(before)]
    known = [each for each in found if each[-1] in born.names or len(each) > 1]
    if known:
        return known[-1][-1] in born.names
    headline = document.title or ""
    if not headline and document.blocks:
        headline = document.surface(document.blocks[0].span)
    titled = pattern(_WHO).findall(headline[:_LINE])
    return any(word in born.names for each in titled for word in each.split())


def _is_of_kin(passage: Passage, slot: int, born: Birth) -> bool:
    """Return whether a birth or an age is that of a relation."""
    said = _subject(passage.masked, slot) or passage.masked.partition(f"{slot}>")[0]
    return finds(born.told.partition("orn ")[0].lower(), KIN) or finds(said, KIN)


def _subject(masked: str, slot: int) -> str:
    """Return the words that give an age to "he" or "she", or nothing."""
    found = next(
        (m for each in _OF_SUBJECTS if (m := re.search(each % slot, masked))), None
    )
    return found[0] if found else ""


def _owner(masked: str, slot: int) -> list[str]:
    """Return the words of the name that an age is given to."""
    for each in (_OF_NAME, _OF_DEAD, _OF_ONE):
        named = re.search(each % slot, masked)
        if named:
            return str(named["name"]).split()
    return []


def _aged(passage: Passage, slot: int, birth: Birth) -> Iterator[Outcome]:
    born = birth.days
    mention, today = passage.mention(slot), passage.document.date
    value = mention.value
    if value is None or not 0 < value < _OLDEST or today is None:
        return
    if mention.modifier and not finds(_subject(passage.masked, slot), _THAN):
        return
    told = [item for item in passage.items if isinstance(item, Period)]
    dated = _dates([period for period in told if period is not birth.period])
    gone = pattern(_DEATH).search(passage.masked)
    past = re.search(rf"\bwas (?:[a-z]+ )?<[ac]{slot}>", passage.masked)
    if not dated and (gone or past):
        text, periods = _spans.beside(passage, -1)
        dated = _dates(periods) if pattern(_DEATH).search(text) or gone else []
        if past and not gone and not dated:
            return
    dates = [*dated, Days(today, today, floating=False)]
    ranges = [
        (years(born.end, each.start), years(born.start, each.end)) for each in dates
    ]
    low, high = ranges[0]
    fits = any(a - 1 <= value <= b + 1 for a, b in ranges)
    if high < 0 or (not fits and low <= 0):
        return
    spot, place = Spot(birth.document, birth.period), Place(passage, slot)
    fit = str(low) if low == high else f"{low} or {high}"
    lately = abs((today - dates[0].end).days) <= _LATELY
    to = "the date of this text" if lately else dates[0].end.strftime("%Y")
    derived = Interval(Decimal(low - 1), Decimal(high + 1))
    yield _arithmetic.settle(
        LAW,
        (spot, place),
        Interval.point(value) if fits else derived,
        Interval.point(value),
        sum_text=f"From {spot.said()} to {to} is {wording.number(value) if fits else fit} years",
        said_text=wording.number(value),
        fit=fit,
        exact=True,
    )


def _dates(periods: Sequence[Period]) -> list[Days]:
    """Return the dates that an age may be of, those in words from the document's day too."""
    found = [Days.of(each) for each in periods if not each.parts]
    return [
        Days(each.start, each.end, floating=False)
        for each in found
        if each is not None and each.start > dt.date.min
    ]
