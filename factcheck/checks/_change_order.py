"""Which of two values holds later, by all that is said of their times.

"A year ago there were 84", "today it is 96", "it had been 84": periods, words of time and the
tense of the verb.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.checks import _changes, _then
from factcheck.checks._context import finds, pattern
from factcheck.checks._then import Value
from factcheck.model import Motion, Part, Period, Stance

_AGO = r"\b(?:ago|earlier|before|previously|until then|at the time)\b"
_YEAR_BEFORE = (
    r"^ (?:[a-z]+ )?(?:an?|the|<t\d+>)(?: [a-z]+| <t\d+>)? (?:before|earlier|previously|ago)\b"
    r"|^ (?:in|during|for|over|of) the (?:previous|preceding|prior)\b"
)
# "3.10 in January, and now <3.72>": of the amount before.
_LAST_ONES = r"^ (?:in|on|for|during|at|of)(?: the)?(?: [a-z]+ of)? <[dw]\d+>.*\b(?:now|today|then)\b"
_THAN = r"\b(?:than|compared (?:with|to)|against) (?:(?:in|at|on|for|during|the|those|that|of|all) )*$"
_TENSES = (
    r"\bused to\b|\bhad (?:[a-z]+ )?(?:been|[a-z]+ed|[a-z]+n)\b",
    r"\b(?:was|were|did|had)\b|\b[a-z]{2,}ed $",
    r"\b(?:has|have|is|are|stands?|'s)\b",
)
_LEFT = r"\b(?:left|remain(?:s|ed|ing)?|surviv(?:e|es|ed|ing)|still)\b"
_OF_ALL = r"\bof (?:the|its|their|our|his|her|all|those)(?: [a-z]+){0,2} $"
IN_YEAR = r"\b(?:18|19|20)\d\d\b"
_UNTRUE = _then.UNREAL - {Stance.FORECAST}
_LEVELLED = frozenset({None, Part.OF})  # "47 of the 101 seats"
_PAST = frozenset({"year", "month", "decade", "century"})
_UNITS = frozenset({"years", "months", "weeks", "days"})
DAYS = frozenset({"weekday", "time", "position"})


def when(value: Value) -> Period | None:
    """Return the time of a value: beside it, else the only one of its sentence."""
    period = None if pattern(_LAST_ONES).match(value.left) else value.period
    told = period or value.fact.period
    if told is not None and told.kind not in DAYS and told is period:
        return told
    if told is not None and _is_of_base(value, told):
        return None
    if period is None and (is_ago(value) or finds(value.left, r"\b(?:now|today)\b")):
        return None  # "69 in 2023, 46 the year before": not of 2023
    if told is not None and told.kind not in DAYS:
        return told
    others = [
        item
        for item in value.place.passage.items
        if isinstance(item, Period) and item.kind not in DAYS
    ]
    if len(others) == 1:
        return None if _is_of_base(value, others[0]) else others[0]
    return told


def _is_of_base(value: Value, period: Period) -> bool:
    """Return whether a time is that of what a value is set against: "12 more than last year"."""
    passage = value.place.passage
    left = passage.document.text[passage.span.start : period.span.start]
    return finds(left.lower(), _THAN)


def ordered(first: Value, second: Value) -> tuple[Value, Value] | None:
    """Return the older and the newer of two values, or None where nothing tells."""
    if not {first.fact.part, second.fact.part} <= _LEVELLED:
        return None
    apart = first.place.passage is not second.place.passage
    ahead = [is_ahead(value) for value in (first, second)]
    if {first.fact.stance, second.fact.stance} & _UNTRUE or all(ahead):
        return None
    one_time = first.period and first.period == second.period and not apart
    if one_time and is_ago(first) == is_ago(second):
        return None  # "revenues at 88 million, their present value at 64 million"
    later = _is_later(first, second)
    if later is None:
        return None
    old, new = (first, second) if later else (second, first)
    return None if apart and _is_led_to(old) else (old, new)


def _is_led_to(value: Value) -> bool:
    """Return whether a change of its own leads to a value: "rose 16 in the week to <96>"."""
    passage, slot = value.place.passage, value.place.slot
    to = rf"\b{_changes.VERBS}(?: by)? <[pcemr]\d+>[^,;]* to (?:[a-z]+ )?$"
    left = passage.around(slot)[0]
    return value.fact.motion is Motion.TO or finds(left, to)


def _is_later(first: Value, second: Value) -> bool | None:
    """Return whether the second of two values is the later one; None where nothing says so."""
    years = [year(value) for value in (first, second)]
    if all(years):
        return years[0] < years[1]
    if is_ago(first) != is_ago(second):
        return is_ago(first)
    if is_ahead(first) != is_ahead(second):
        return is_ahead(second)
    if _remains(first, second) != _remains(second, first):
        return _remains(second, first)
    later = _then.is_later(first, second)
    return _past(first, second) if later is None else later


def _past(first: Value, second: Value) -> bool | None:
    """Return whether a period that is over, or else the tense, says that the first is older."""
    gone = [is_gone(value) for value in (first, second)]
    if gone[0] != gone[1]:
        return gone[0]
    tenses = [_tense(value) for value in (first, second)]
    one, other = first.place.passage, second.place.passage
    apart = one.facts is not other.facts or one.block != other.block
    moved = first.fact.motion or second.fact.motion
    if apart or moved or not all(tenses) or tenses[0] == tenses[1]:
        return None
    return tenses[0] < tenses[1]


def is_ahead(value: Value) -> bool:
    """Return whether a value is still to come: "it will be <96>", and not "it will now be"."""
    return value.fact.stance is Stance.FORECAST and not finds(value.left, r"\bnow\b")


def _remains(value: Value, whole: Value) -> bool:
    """Return whether a value is what is left of another: "of the 120 shops, <84> are left"."""
    if value.place.passage is not whole.place.passage:
        return False
    left, right = (finds(told, _LEFT) for told in (value.left, value.right))
    return finds(whole.left, _OF_ALL) and (left or right)


def _tense(value: Value) -> int:
    """Return 1 for "had been", 2 for "was", 3 for "is" before a value, or 0."""
    told = [at for at, source in enumerate(_TENSES, 1) if finds(value.left, source)]
    return told[0] if told else 0


def is_ago(value: Value) -> bool:
    return finds(value.left, _AGO) or finds(value.right, _YEAR_BEFORE)


def is_gone(value: Value) -> bool:
    """Return whether a value is told of a time that is over: "last year", "in the 1980s"."""
    period = value.period
    if period is None:
        return False
    return period.kind in _PAST or any(
        number < 0 for unit, number in period.marks if unit in _UNITS
    )


def year(value: Value) -> int:
    """Return the year that stands over the cell of a table, or 0."""
    found = [pattern(IN_YEAR).search(each) for each in value.fact.mention.headers]
    return next((int(year[0]) for year in found if year), 0)


def is_start(value: Value) -> bool:
    return value.fact.motion is Motion.FROM or finds(
        value.left, r"\bfrom(?: [a-z]+)? $"
    )


def size(value: Value) -> Decimal:
    return value.fact.mention.value or Decimal(0)
