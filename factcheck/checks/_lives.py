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

from factcheck.checks import _arithmetic, _spans
from factcheck.checks._ages import KIN, LAW, Days, years
from factcheck.checks._arithmetic import Place, Spot
from factcheck.checks._context import Passage, finds, pattern
from factcheck.model import DocumentFacts, Interval, Outcome, Period
from factcheck.units import wording

_BORN = r"\b(?:[Bb]orn)\b[^.;:\d]{0,60}\b(?:on|in) (?:early |late )?$|\(b\. ?$"
_NAME = r"\b[A-Z][a-zà-ÿ'-]{2,}"
_NO_NAMES = frozenset({"Born", "The", "She", "Her", "His", "They", "Their", "When", "After", "Before", "From"})  # fmt: skip
_SHE, _HE = r"\b(?:she|her)\b", r"\b(?:he|his|him)\b"
# An age of the one that the sentence is about.
_OF_SUBJECT = (
    r"(?:^|[,;:(] |\bwhen |\band |\bbut |\bthat )(?:he|she) (?:(?:was|is|turned|turns|will turn)(?: (?:now|just|only|still|already|aged|the|age|of))*"
    r"|(?:died|has died|had died|passed away)\b[^;]{0,90}?(?:aged|at the age of|at|,)) <[ac]%d>"
    r"(?=[.,;)]|$| (?:now|and|on|in|last|this|years old|<))"
)
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
_REACH = 1200
_LATELY = 45
_OLDEST = 118


def ages(facts: DocumentFacts, group: Sequence[Passage]) -> Iterator[Outcome]:
    """Yield the ages of the one person whose birth a document tells."""
    births = [p for p in facts.extraction.periods if _is_birth(facts, p)]
    if len(births) != 1 or facts.document.date is None:
        return
    born = Days.of(births[0])
    if born is None or born.floating or births[0].parts:
        return
    text = facts.document.text
    for passage in group:
        at = passage.span.start
        inside = passage.span.start < births[0].span.start < passage.span.end
        if inside or abs(at - births[0].span.start) > _REACH or passage.in_table:
            continue
        for slot, kind in enumerate(passage.kinds):
            if kind in "ac" and _same(passage, slot, births[0], text):
                yield from _aged(passage, slot, births[0], born)


def _is_birth(facts: DocumentFacts, period: Period) -> bool:
    start = period.span.start
    before = facts.document.text[max(0, start - 80) : start]
    return (
        ("orn" in before or "(b." in before)
        and period.kind in {"date", "month", "year"}
        and finds(before, _BORN)
    )


def _same(passage: Passage, slot: int, birth: Period, text: str) -> bool:
    """Return whether an age is that of the one whose birth is told."""
    masked = passage.masked
    low = max(
        text.rfind("\n", 0, birth.span.start), text.rfind(". ", 0, birth.span.start)
    )
    end = text.find(".", birth.span.end)
    told = text[low + 1 : end if end >= 0 else len(text)]
    if pattern(KIN).search(told.partition("orn ")[0].lower()) or pattern(KIN).search(
        masked.partition(f"{slot}>")[0]
    ):
        return False
    own = {
        name
        for name in pattern(_NAME).findall(told.partition(" in ")[0])
        if name not in _NO_NAMES
    }
    if not own or told.lstrip().startswith(("Born", "He ", "She ")):
        own = set(pattern(_NAME).findall(text[max(0, low - 400) : low + 1])) - _NO_NAMES
    subject = re.search(_OF_SUBJECT % slot, masked)
    if subject:
        mine = _SHE if " she " in f" {subject[0]} " else _HE
        other = _HE if mine is _SHE else _SHE
        return not pattern(other).search(told.lower()) or bool(
            pattern(mine).search(told.lower())
        )
    if re.search(_OF_BORN % slot, masked):
        mention = passage.mention(slot)
        if re.match(r"(?: [a-z-]+){0,2} [A-Z]", text[mention.span.end :][:60]):
            return False  # somebody else: "the 38-year-old keeper Ana Rist"
        return 0 <= passage.span.start - birth.span.end < len(told)
    named = re.search(_OF_NAME % slot, masked) or re.search(_OF_DEAD % slot, masked)
    named = named or re.search(_OF_ONE % slot, masked)
    words = named["name"].split() if named else []
    if words in (["he"], ["she"]):
        return True
    return bool(words) and words[-1].capitalize() in own


def _aged(passage: Passage, slot: int, birth: Period, born: Days) -> Iterator[Outcome]:
    mention, today = passage.mention(slot), passage.document.date
    value = mention.value
    if value is None or mention.modifier or not 0 < value < _OLDEST or today is None:
        return
    told = [item for item in passage.items if isinstance(item, Period)]
    dated = _dates([period for period in told if period is not birth])
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
    spot, place = Spot(passage.document, birth), Place(passage, slot)
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
