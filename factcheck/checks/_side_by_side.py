"""Two ends of a range side by side, the larger before the smaller, where nothing goes down.

"Salary: £52,000-£48,000", "the dose is 400 to 200 milligrams a day", "from 45 euros up to 30",
"from 14 May to 2 May": what is told by two ends without a word between them but "to" or a dash
runs upwards, unless the sentence tells of a fall, a score, a vote or a ratio.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks import _compare
from factcheck.checks._context import Passage, aligned, hint, matches, search
from factcheck.model import Form, Mention, Motion, Period

_DASH = r"(?: ?- ?| ?\u2013 ?)"
_SIDE_BY_SIDE = rf"(?<![0-9/]){{a:cemt}}(?: to |{_DASH}){{b:cemtr}}"
_AGES = (
    r"\bages?d? (?:from |group )?{a:cat}(?: to |-| ?- ?| down to ){b:cat}",
    r"{a:c}-? to {b:a}",
)
# "From 45 euros up to 30 euros", "reaches from 2,400 up to 1,900 metres"
_UP_TO = r"\b(?:from|at) {a:cemtrp}(?: [a-z'-]+){0,4}?(?: and)?(?: (?:goes|go|rises?|runs?|climbs?|extends?|reach(?:es)?))? {b:cemtrp}"
TELLS = hint(
    "> to <", "> - <", ">-<", ">- to <", "\u2013 <", ">\u2013<", "from <", "at <"
)
"""The mark of sentences in which two ends may stand side by side."""
# What is told from its end, or is no range.
OTHER = (
    r"\b(?:f[ae]ll(?:s|en|ing)?|fell|dropp?|declin|decreas|shr[aiu]nk|slid|slip|slump|plung|plummet|dipp|tumbl|descend|dived|diving|cut|reduc|sank|lower|narrow|trimm|slash|contract|eas(?:e|ed|ing)\b|dwindl|shorten|down\b|weaken|los[est]"
    r"|from|compar|ratio|odds|scor|w[io]ns?\b|winning|beat|lead|vot|majority|margin|defeat|against|versus|convert|exchang|chang|switch|mov|tr[ai]d|swap|count|discount|half-time|draw|tie|passed|pass|approv|adopt|outnumber"
    r"|respectively|futures|bills?|bonds?|bids?|quot|gains?|loss|cents? on|odds|scale|grade|rank|bc|ago|million years|marks|draught|par|split|senate|house|court|jury|committee|board|council|panel)[a-z]*\b"
)
_SIZES = frozenset(
    ("length", "mass", "volume", "area", "duration", "speed", "energy", "power", "angle", "temperature", "pressure")
)  # fmt: skip
_LEAST, _FAR = Decimal("0.1"), Decimal("0.95")
_FIRST_YEAR = 1000
_DAYS = 31
_ENDS = 2
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = re.compile(
    rf"(?:\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}"
    r"(?: (?P<year>\d{4}))?)"
)
# "From 9 to 5 September", "from 1818 to 1815"
_DAY_TO = r"\b(?:from|between|on) (?:the )?{a:c}(?: to | and | until | ?- ?){b:d}"
_YEAR_TO = r"\b(?:from|between|in|years?|period|lasted|wars? of|reigned|ruled|lived) (?:the )?(?:years? )?{a:d}(?: to | and | until | ?- ?){b:c}(?=[ ,.;:)]|$)"


def pairs(passage: Passage, seen: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the slots of the first and the last end of a range, where the first is larger.

    Args:
        passage: The sentence.
        seen: The first ends that are judged already.
    """
    if not passage.says(TELLS) or passage.in_table:
        return
    masked = passage.masked
    for match in matches(masked, *_AGES):
        a, b = int(match["a"]), int(match["b"])
        if a not in seen and _are_ages(passage, a, b):
            yield a, b
            return
    for match in matches(masked, _UP_TO):
        a, b = int(match["a"]), int(match["b"])
        bound = passage.mention(b).modifier
        rises = bound is not None and bound.value == "up_to"
        if a not in seen and rises and _is_reversed(passage, a, b):
            yield a, b
            return
    if search(masked, OTHER):
        return
    for match in matches(masked, _SIDE_BY_SIDE):
        a, b = int(match["a"]), int(match["b"])
        if a not in seen and _is_told(passage, a, b) and _is_reversed(passage, a, b):
            yield a, b


def _is_told(passage: Passage, a: int, b: int) -> bool:
    """Return whether two numbers side by side are of one thing that has a measure or a name."""
    first, second = passage.fact(a), passage.fact(b)
    mention = second.mention
    if first.motion in (Motion.FROM, Motion.TO) or second.motion is not None:
        return False
    named = mention.counted is not None and not mention.counted.elided
    kind = mention.dimension.partition(":")[0]
    return named or kind in _SIZES or kind == "currency" or " / " in mention.unit


def _are_ages(passage: Passage, a: int, b: int) -> bool:
    low, high = passage.mention(a), passage.mention(b)
    return low.value is not None and high.value is not None and high.value < low.value


def _is_reversed(passage: Passage, a: int, b: int) -> bool:
    """Return whether the first of two plain amounts of one kind is the larger, but not by far."""
    first, second = passage.mention(a), passage.mention(b)
    if {first.form, second.form} != {Form.PLAIN} or first.modifier is not None:
        return False
    bare = first.dimension == "count" and first.counted is None
    pair = aligned(first, second)
    if pair is None or not (bare or _unit(first) == _unit(second)):
        return False
    low, high = pair
    if low.value is None or high.value is None or high.value <= 0:
        return False
    start, end = (
        _compare.base_value(each.value or low.value, each.unit) for each in pair
    )
    return start * _LEAST < end < start * _FAR


def _unit(mention: Mention) -> str:
    return mention.unit.partition(" / ")[0]


def is_backwards(first: Period, last: Period) -> bool:
    """Return whether two days of one month are told with the later one first."""
    one, other = (_DAY.search(period.surface.lower()) for period in (first, last))
    if not one or not other or one["month"] != other["month"]:
        return False
    years = {match["year"] for match in (one, other)} - {None}
    return len(years) < _ENDS and int(one["day"]) > int(other["day"])


def days(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield the day that is later than the date it begins, the year later than its end."""
    for match in matches(passage.masked, _DAY_TO):
        a, b = passage.mention(match["a"]), passage.period(match["b"])
        begin = a.value or Decimal(0)
        bare = a.counted is None and a.surface.isdigit()
        end = _DAY.search(b.surface.lower()) if b.kind == "date" else None
        if bare and end and int(end["day"]) < begin <= _DAYS:
            yield int(match["a"]), int(match["b"])
    for span in matches(passage.masked, _YEAR_TO):
        first, last = passage.period(span["a"]), passage.mention(span["b"])
        year = last.value or Decimal(0)
        plain = last.counted is None and last.surface.isdigit()
        if (
            plain
            and first.kind == "year"
            and first.start
            and _FIRST_YEAR < year < first.start.year
        ):
            yield int(span["a"]), int(span["b"])
