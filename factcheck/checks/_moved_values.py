"""Values that a change may lead between: which they are, what is said of them, which is older."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from factcheck.checks import _afar, _bases, _change_order, _change_pairs, _then
from factcheck.checks._change_claims import Claim
from factcheck.checks._context import Passage, finds, pattern
from factcheck.checks._kin import are_said
from factcheck.checks._moved_claims import MOVES, Told, head_of
from factcheck.checks._roots import roots
from factcheck.checks._then import Value
from factcheck.model import Form, Motion, Part, Period, Stance

_MOST = 10  # of one sentence
_SCALES = (Decimal(1000), Decimal(10) ** 6, Decimal(10) ** 9)
_AS_MUCH = 5  # times
_COUNT = "count"
_FEW = 3  # periods of a headline
_LONG = frozenset({"year", "fiscal", "month", "quarter", "half", "season", "relative"})
_OTHERS = (
    r"\b(?:others?|another|remaining|rest|elsewhere)\b"  # "the other two have 410"
)
_TIMES = frozenset({"hour", "day", "week", "month", "year", "decade"})
# What stands between a new value and the old one that it is set against.
_AFTER = (
    r"^(?:[^<;:.]|<[dwqtk]\d+>){0,80}?(?:\b(?:after|against|compared (?:with|to)|having been|versus|instead of|up from|down from|than|from)\b[^<;:]{0,20}"
    r"|\((?:<[dw]\d+>:? ?)?(?:[a-z ]{0,20}: ?)?)$"
)
_BRACKET = r"^[^(]{0,20}\((?:<[dw]\d+>:? |[a-z ]{0,20}: ?)?$"
_AGAINST = r"\b(?:from|against|than|compared (?:with|to)|after)(?: [a-z]+| <[dw]\d+>(?:'s)?){0,3} $"
_TO = r"^[^<,;]{0,20} to (?:[a-z]+ ){0,2}$"
_DONE_BY = r"\b(?:is|was|were|are|been) [a-z]+ by $"  # "it was seen by 900 people"
_AIM = r"\b(?:target|goal|quota|limit|capacity|budget|plan|aim|ceiling|revised|corrected|rounded)[a-z]*(?: (?!it\b|they\b|there\b)[a-z]+){0,4} $"
_OF_THEM = r"^ of (?:them|these|those|it)\b"
TILL_NOW = r"\b(?:(?:up to|until|till|before) now|so far|hitherto|to date)\b"
"""What a value is told with that has just changed."""
_OF = r"\b(?:the|an?|its|their) (?:[a-z-]+ ){0,2}?(?P<of>[a-z-]+) of (?:about |some |only |just )?$"
LISTED = r"\bvs\b"
# A sentence of what the one before it is of: "there were 900 of them", "a year ago it was".
_BARE = (
    r"^(?:[a-z]+ )?(?:it|they|there|this|that|these|those|he|she|we|its|their|his|her|the (?:figure|number|total|sum|amount|count|tally|same|rest)(?! of\b))\b|<[cemr]\d+> of them\b"
    r"|^(?:(?:in|at|on|for|a|the|last|<[dwt]\d+>|year|month|week|earlier|ago|before|later|previous|by|this)[ ,]+)*(?:the figure|the number|it|there|that|they|the tally|the total)\b(?! of\b)"
)
_BEFORE = r"[;:] |<[cemr]\d+>| but | while | whereas "
_BEHIND = r"[;:] |, (?=<)|<[cemr]\d+>| but | while | whereas "
_PART = r"[;:,(] ?| but | while | whereas |<[cemrp]\d+>"
_LABEL = r"^(?P<of>[^<:,]+?)(?:: | (?:was|were|is|are|stood at|came to|reached|amounted to) )(?:[a-z]+ )?$"
_SUBJECT = r"^(?P<of>.+?) (?:ha(?:s|ve|d)|is|are|was|were|will|would|stood|stands?|came|cost|costs|reached)\b"
_SURE = frozenset(
    (None, Stance.ESTIMATE, Stance.PREVIOUS, Stance.TARGET, Stance.FORECAST)
)


def values_of(source: Passage, claim: Claim) -> list[Value]:
    """Return the amounts of a sentence that may be an old or a new value."""
    here = claim.place.passage
    delta = here.kinds[claim.place.slot]
    kinds = "p" if claim.points else "cemtr" if delta == "p" else "cemtrp"
    slot = claim.place.slot if source is here else None
    title = _title_time(source) if source.facts is not here.facts else None
    alone = source.amounts + source.kinds.count("p") <= 1 or source.in_table
    return [
        value._replace(
            period=(_change_order.when(value) if alone else value.period) or title
        )
        for value in map(_freed, _then.values(source, slot, frozenset(kinds)))
        if (value.fact.motion is not Motion.BY or finds(value.left, _DONE_BY))
        and not _change_pairs.is_year(value.fact)
        and not _bases.was_hoped(value.left, value.right)
        and "unchanged" not in value.left
    ][:_MOST]


def _title_time(passage: Passage) -> Period | None:
    """Return the one time that the headline of a sentence names: "Climate report 2015"."""
    title = passage.document.blocks[0].span
    periods = passage.facts.extraction.periods
    found = [each for each in periods[:_FEW] if title.covers(each.span)]
    return found[0] if len(found) == 1 and found[0].kind in _LONG else None


def _freed(value: Value) -> Value:
    """Return a value without what is no noun of its own: "505 million twelve months earlier"."""
    counted = value.fact.mention.counted
    if counted is None or counted.lemma not in _TIMES or not counted.qualifiers:
        return value
    mention = replace(value.fact.mention, counted=None)
    return value._replace(fact=replace(value.fact, mention=mention, head=""))


def scaled(first: Value, second: Value) -> Value | None:
    """Return a bare value in brackets in the unit before it: "1,840 million (<1,710>)"."""
    a, b = first.fact.mention, second.fact.mention
    bare = b.dimension == _COUNT and b.counted is None and b.form is Form.PLAIN
    if first.place.passage is not second.place.passage or not bare:
        return None
    if not a.value or not b.value or not finds(_between(first, second), _BRACKET):
        return None
    for scale in _SCALES:
        value = b.value * scale
        if scale <= a.value and a.value < _AS_MUCH * value < _AS_MUCH**2 * a.value:
            digits = b.digits.scale(scale)
            mention = replace(
                b,
                value=value,
                unit=a.unit,
                dimension=a.dimension,
                digits=digits,
                reading=digits,
            )
            return second._replace(fact=replace(second.fact, mention=mention))
    return None


def is_level(value: Value) -> bool:
    """Return whether a value is stated, and no bound, part or aim, nor that of others."""
    fact, mention = value.fact, value.fact.mention
    modifier = mention.modifier
    if (modifier is not None and modifier.is_bound) or mention.form is not Form.PLAIN:
        return False
    if mention.value == 1 or finds(value.place.passage.masked, LISTED):
        return False
    if finds(_before(value), _OTHERS):
        return False
    traded = value.right.startswith("/") or value.left.endswith("/")
    if traded or finds(_before(value), _AIM) or fact.stance not in _SURE:
        return False
    own = fact.part is Part.OF and finds(value.right, _OF_THEM)
    return fact.part is None or own


def _before(value: Value) -> str:
    """Return the words of the part of a sentence that a value stands in, up to it."""
    passage, slot = value.place.passage, value.place.slot
    left = passage.around(slot)[0]
    return re.split(r"[;:,] ", left)[-1]


def are_of_unit(first: Value, second: Value) -> bool:
    """Return whether two values have one unit, or the later one leaves it out."""
    a, b = in_order(first, second)
    one, other = a.fact.mention, b.fact.mention
    if one.dimension in ("ratio", other.dimension):
        return True
    bare = other.dimension == _COUNT and other.counted is None
    return bare and are_beside(a, b)


def in_order(first: Value, second: Value) -> tuple[Value, Value]:
    """Return two values in the order that they are written in."""
    a, b = sorted(
        (first, second), key=lambda each: (each.place.passage.index, each.place.slot)
    )
    return a, b


def are_beside(first: Value, second: Value) -> bool:
    """Return whether two values stand in one sentence, or in two that follow each other."""
    return first.place.passage.is_beside(second.place.passage)


def noun(value: Value) -> frozenset[str]:
    """Return the roots of the noun that a value has of its own: "a <stock> of 900 tonnes"."""
    mention = value.fact.mention
    counted = mention.counted
    if counted is None and not mention.headers:
        found = pattern(_OF).search(value.left)
        return roots(found["of"]) - MOVES if found else frozenset()
    if mention.headers or counted is None or counted.elided:
        return frozenset()
    return roots(counted.head.lower())


def label(value: Value) -> frozenset[str]:
    """Return the roots of all that stands before a value as its name: "operating profit: <48>"."""
    passage, slot = value.place.passage, value.place.slot
    left = passage.around(slot)[0]
    found = pattern(_LABEL).match(left)
    return roots(found["of"]) if found else frozenset()


def subject(value: Value) -> frozenset[str]:
    """Return the root of what the clause of a value is about, if anything."""
    passage, slot = value.place.passage, value.place.slot
    left = passage.bearing(slot).partition(passage.token(slot))[0]
    parts = re.split(_PART, re.sub(r",? {2,},?", " ", left))
    last = next((part for part in reversed(parts) if part.strip()), "")
    found = pattern(_SUBJECT).match(last)
    return head_of(found["of"]) if found else frozenset()


def said_of(value: Value) -> frozenset[str]:
    """Return the roots of what a value is told with, and of the sentence that it takes up."""
    place = value.place
    passage, slot = place.passage, place.slot
    if passage.in_table:
        return _afar.named(place)
    before, _, after = passage.bearing(slot).partition(passage.token(slot))
    told = [before.partition(",")[0], re.split(_BEFORE, before)[-1]]
    told.append(re.split(_BEHIND, after)[0])
    if takes_up(passage):
        span = passage.document.blocks[passage.block].span
        text = passage.document.text[span.start : passage.span.start]
        told.append(text.rstrip(" .\n").rpartition(". ")[2].lower())
    return roots(" ".join(told))


def tell_all(told: Told, *values: Value) -> bool:
    """Return whether two values are told of all that a change is of: not of all sales, but of "sales of tea".

    What the paragraph of a value or its headline says is told too, as is what stands in the
    sentence of the change or right behind it.
    """
    here = told.claim.place.passage
    passages = [value.place.passage for value in values]
    if (
        told.taken
        or told.ends
        or any(
            each.facts is here.facts and each.index - here.index in (0, 1)
            for each in passages
        )
    ):
        return True
    said = [
        _afar.around(each, without=here) | _afar.sentence(each) for each in passages
    ]
    core = told.core - MOVES - told.names
    return are_said(core, frozenset().union(*map(said_of, values), *said))


def takes_up(passage: Passage) -> bool:
    """Return whether a sentence is of what the one before it is of."""
    return finds(passage.masked, _BARE)


def is_between(first: Value, second: Value) -> bool:
    """Return whether another value of the kind stands between two of a sentence."""
    a, b = sorted((first.place.slot, second.place.slot))
    kinds = first.place.passage.kinds
    return kinds[b] in kinds[a + 1 : b]


def order(first: Value, second: Value) -> tuple[Value, Value] | None:
    """Return the older and the newer of two values, or None where nothing tells."""
    a, b = in_order(first, second)
    one, other = a.place.passage, b.place.passage
    if one is other:
        found = (a, b) if _are_months(a, b) else joined(a, b)
        if found:
            return found
    elif are_beside(a, b) and _are_weekdays(one, other):
        return a, b
    if all(finds(value.left, _AGAINST) for value in (a, b)):
        return None
    till = [finds(value.left, TILL_NOW) for value in (a, b)]
    if till[0] != till[1]:
        return (a, b) if till[0] else (b, a)
    last = [_is_last(value) for value in (a, b)]
    known = one.facts is other.facts or (a.period and b.period)
    if (
        known
        and last[0] != last[1]
        and not any(v.period and v.period.start for v in (a, b))
    ):
        return (a, b) if last[0] else (b, a)
    both = _change_order.ordered(first, second)
    return both if one.facts is other.facts or _are_dated(a, b) else None


def joined(first: Value, second: Value) -> tuple[Value, Value] | None:
    """Return the older and the newer of two values of a sentence that it sets against each other."""
    if first.place == second.place:
        return first, second
    if first.place.passage is not second.place.passage or is_between(first, second):
        return None
    between = _between(first, second)
    if _change_order.is_start(first) and finds(between, _TO):
        return first, second
    if finds(between, _AFTER) and not finds(first.left, _AGAINST):
        return second, first
    return None


def _between(first: Value, second: Value) -> str:
    passage = first.place.passage
    marks = [passage.token(v.place.slot) for v in (first, second)]
    return passage.masked.partition(marks[0])[2].partition(marks[1])[0]


def _are_months(a: Value, b: Value) -> bool:
    """Return whether two values of a sentence are of two months, of no year that it says."""
    one, other = a.period, b.period
    if one is None or other is None or one.surface == other.surface:
        return False
    told = one.surface + other.surface
    return one.kind == other.kind == "month" and not any(map(str.isdigit, told))


def _are_weekdays(one: Passage, other: Passage) -> bool:
    """Return whether two sentences are of two days of a week."""
    days = [
        each
        for passage in (one, other)
        for each in passage.times(passage.masked)
        if each.kind == "weekday"
    ]
    times = [passage.times(passage.masked) for passage in (one, other)]
    alone = all(len(each) == 1 for each in times)
    return alone and len({each.surface for each in days}) > 1


def _is_last(value: Value) -> bool:
    """Return whether a value is told of a year that is past: "last year", "a year ago"."""
    if value.period is None:
        return _change_order.is_ago(value)
    return dict(value.period.marks).get("years", 0) < 0


def _are_dated(a: Value, b: Value) -> bool:
    """Return whether two values of two documents are told of times that tell which is older."""
    if a.period and b.period:
        return True
    return any(
        test(a) != test(b) for test in (_change_order.is_ago, _change_order.is_gone)
    )
