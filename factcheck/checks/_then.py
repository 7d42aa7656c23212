"""Two values of one thing at two times, as sentences near each other tell them.

"It picked 640 crates. In 2023 it was 800", "there were 140; now there are 98": which of two
amounts is the older is said by their periods and by words such as "now" and "used to".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.checks import _changes
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    PEOPLE,
    TOKEN,
    Passage,
    aligned,
    finds,
    pattern,
    remembered,
)
from factcheck.language.data import word_set
from factcheck.model import Fact, Form, Mention, Motion, Period, Stance

UNREAL = frozenset((Stance.FORECAST, Stance.DENIAL, Stance.HYPOTHETICAL))
"""Stances of numbers that nothing has come to."""
_TODAY = frozenset({"today", "now", "tonight"})
_MOST_TIMES = 10  # as much is another thing
_HALF_YEAR = 6  # months
_TIMES = "time"
_ANYBODY = frozenset({"person", "people", "resident", "inhabitant"})
_UNITS = frozenset({"years", "months", "weeks", "days"})
# Where one statement of a sentence ends and the next begins.
_EDGE = r"[;,()]|(?<!\d>): | - | and | but | while | whereas | where "
# "By midnight it had reached <m0>"
_GOT_TO = "(?:reached|climbed|risen|grown|swollen|swelled|soared|mounted|dropped|fallen|sunk|shrunk|dwindled)"
_OLD_BEFORE = (
    rf"\b(?:had(?! (?:already )?{_GOT_TO} )|used to|previous(?:ly)?|earlier|then|once|formerly|originally|initially"
    r"|(?:instead of|rather than|against|compared (?:with|to)|than|versus|vs|from)(?= (?:[^ ]+ ){0,8}$)|(?:a|the|one|last) (?:year|month|week|season|decade)|before|until|when)\b|\($"
)
_OLD_AFTER = r"\b(?:ago|earlier|before|previously|then|until|when|at first|at the (?:time|start|beginning|outset))\b"
_NEW_BEFORE = rf"\b(?:had (?:already )?{_GOT_TO}|peaked|crested|now(?:adays)?|today|currently|this (?:year|month|week|season)|later|meanwhile|at present|(?<!used )to|rose|risen|fell|fallen|grew|grown)\b"
_NEW_AFTER = r"\b(?:now|today|currently|at present|nowadays)\b"
# "After tax it was", "without them it was": on other terms, and not at another time.
_BASIS = (
    r"^(?:and |but |or )?(?:(?:after|before) (?:[a-z]+ )?(?:tax(?:es|ation)?|vat|dut(?:y|ies)|interest|costs?|fees?|wages|expenses|deductions?|depreciation|subsid(?:y|ies)|discounts?|rebates?|inflation|(?:one-off )?items)\b"
    r"|(?:without|with|net of|excluding|including|not counting|counting|leaving out|apart from|adjusted for)\b|online\b|elsewhere\b)"
)
MORE = "more|fewer|less|higher|lower|larger|smaller|bigger|longer|shorter|heavier|lighter|cheaper|dearer|deeper|wider|faster|slower|sooner|quicker"
# "28 percent above the 375p": its own base.
_ABOVE = rf"^(?: [a-z]+)? (?:above|over|below|under|(?:{MORE}) than|(?:more|up|down|premium|discount) (?:on|to)) (?:[a-z]+ ){{0,3}}?{{a:cemr}}"
# "Than in May last year", "than at the start of the year", "year on year", "as before the strike".
_THAN_WHEN = (
    rf"^(?: [a-z]+)? (?:(?:{MORE}) than|since|(?:up|down) (?:on|from|since))(?: (?:in|at|on|for|the|those of))*"
    r" (?:<[dwk](?P<d>\d+)>|(?:start|beginning|end) of|(?:a|one) year (?:before|earlier|ago)|<t\d+> (?:before|earlier|ago|previously))"
    rf"|^(?: (?:{MORE}|so far))? (?:this year\b|<[wd](?P<w>\d+)>(?=[.,;)]|$)|year[- ](?:on|over)[- ]year|on the year\b)"
    r"|^ (?:as (?:many|much|high|large) )?as before the\b"
)
_MEAN = r"\b(?:averag(?:e|es|ed|ing)|mean|median)\b"
# "The fund has 212 million, when it needs 390": what is wanted was never there.
_WANTED = r"\b(?:needs?|needed|requires?|required|wants?|wanted|sought|seeks?|asks|asked|appeal(?:s|ed)?|requests?|requested)\b"
_IT = r"^(?:(?:but|and|so|thus|now|today),? )?(?:it|they|he|she|th(?:is|at|ese|ose)|the (?:figure|number|total|sum|amount|count|tally))\b"
_SHORTER = (
    r"\b(?:on|in|over|within|during) (?:the|a|one) (?:day|week|month)\b|\bovernight\b"
)
_BRIEF = frozenset({"weekday", "day", "date", "week"})
_PARTS_OF_YEAR = frozenset({"month", "quarter", "season", "span"})
_YEAR_AGO = r"\byear (?:ago|before|earlier)\b|\blast year\b"
_MOST_DAYS = 300
_FEW = 13
# "It was seen by <c0> people": they did it.
_DONE_BY = rf"\b(?:is|was|were|are|been|being) (?!{_changes.VERBS})[a-z]+(?:ed|en|n) by (?:about |some |nearly |almost |just |only )?$"
_TIME = r"\b(?:in|over|within|for|during|after|every|since|by|first|last|past|next)(?: (?:the|just|only|about|these|those|its|more than|less than|first|last|past|next))* $"
_TIME_AFTER = r"^ (?:ago|earlier|later|before|after|of|running)\b"
# What any measure is told with: stems that name no thing.
ANY = word_set(
    """
    rise fall last year month week day number total figur averag cost revenue sell price level
    volum size rate double doubl trebl tripl quadrupl halv compar becom becam expensiv dearer
    cheaper autumn spring summer winter season time thank nearli almost half third quarter
    decade percent cent point new record report annual
    """
)


class Value(NamedTuple):
    """An amount, with what says when it holds.

    Attributes:
        place: Where it stands.
        fact: It, with what it is bound to.
        left: The words before it.
        right: The words after it.
        period: The one period told beside it, or None.
    """

    place: Place
    fact: Fact
    left: str
    right: str
    period: Period | None

    @property
    def old(self) -> bool:
        """Whether the words around it say that it held before."""
        if self.fact.motion is Motion.FROM or finds(self.left, _OLD_BEFORE):
            return True
        return finds(self.right, _OLD_AFTER)

    @property
    def new(self) -> bool:
        """Whether the words around it say that it holds now."""
        if self.fact.motion is Motion.TO or finds(self.left, _NEW_BEFORE):
            return True
        today = self.period is not None and (
            any(not n and unit in _UNITS for unit, n in self.period.marks)
            or self.period.surface.lower() in _TODAY
        )
        return today or finds(self.right, _NEW_AFTER)

    @property
    def yearly(self) -> bool:
        """Whether it is told beside a year, so that the other may be of a year before."""
        period = self.period
        if period is not None and (
            period.kind in ("year", "relative") or period.start is not None
        ):
            return True
        return "year" in self.left or "year" in self.right

    def tells(self, unit: str) -> bool:
        """Return whether it is told of a day, a month, a year …, where it tells a time."""
        period = self.period
        said = f"{self.left} {self.right}" if period is None else period.surface.lower()
        told = pattern(r"\b(?:day|week|month|quarter|season|year)\b").finditer(said)
        units = [match.group() for match in told]
        return units[-1:] == [unit] or (period is not None and period.kind == unit)

    @property
    def timed(self) -> bool:
        """Whether its period alone says that it held before."""
        period = self.period
        return period is not None and (
            period.kind in ("year", "month") or dict(period.marks).get("years", 0) < 0
        )


def values(
    passage: Passage, claim: int | None, kinds: frozenset[str]
) -> Iterator[Value]:
    """Yield the amounts of a sentence that may be one of two values.

    Args:
        passage: The sentence.
        claim: The change, if it stands in it, which is none of them.
        kinds: What the values may be, as `Passage.masked` marks it.
    """
    for slot, left, right, periods in _spots(passage.masked, kinds):
        fact = passage.fact(slot)
        # "600 for the four": nights, and no value that four may become.
        if slot != claim and not (fact.definite and _is_bare(fact)):
            yield Value(
                Place(passage, slot),
                fact,
                left,
                right,
                passage.period(periods[0]) if len(periods) == 1 else None,
            )


def _is_bare(fact: Fact) -> bool:
    """Return whether a small count says nothing of what it counts."""
    mention = fact.mention
    value = mention.value
    few = value is not None and value < _FEW
    return few and mention.dimension == "count" and mention.counted is None


@remembered
def _spots(
    masked: str, kinds: frozenset[str]
) -> tuple[tuple[int, str, str, tuple[str, ...]], ...]:
    """Return the amounts of a marked sentence, the words beside them, and periods there."""
    if "respectively" in masked:
        return ()
    found = []
    edges = [0, *(m.start() for m in pattern(_EDGE).finditer(masked)), len(masked)]
    for match in TOKEN.finditer(masked):
        slot = int(match["slot"])
        if match["kind"] not in kinds:
            continue
        done = pattern(_DONE_BY).search(masked[: match.start()])
        if not done and _changes.token(masked, match).role == "delta":
            continue
        left, right = masked[: match.start()], masked[match.end() :]
        if match["kind"] == "t" and _is_time(left, right):
            continue
        start = max(edge for edge in edges if edge <= match.start())
        end = min(edge for edge in edges if edge >= match.end())
        if not pattern("<[cemrpfx]").search(masked, 0, start):
            start = 0  # "The year before, the price had been 200"
        left = pattern("^.*<[cemrpfx]\\d+>").sub("", masked[start : match.start()])
        right = masked[match.end() : end].partition("<c")[0].partition("<e")[0]
        periods = [
            each["slot"]
            for each in TOKEN.finditer(f"{left} {right}")
            if each["kind"] in "dw"
        ]
        found.append((slot, left, right, tuple(periods)))
    return tuple(found)


def _is_time(left: str, right: str) -> bool:
    """Return whether a length of time between some words says when or how long: "in <t0>"."""
    return finds(left, _TIME) or pattern(_TIME_AFTER).match(right) is not None


def is_length(masked: str, token: re.Match[str]) -> bool:
    """Return whether a length of time is a value: "it sat for <t0>", and no "in <t0>"."""
    if token["kind"] != "t":
        return False
    left, right = masked[: token.start()], masked[token.end() :]
    return finds(left, r"\bfor (?:[a-z]+ )?$") or not _is_time(left, right)


def pair(
    values: Sequence[Value], sign: int, *, beside: bool = False
) -> tuple[Value, Value] | tuple[()] | None:
    """Return the one pair of an older and a newer value; None where there are more, () where none.

    Args:
        values: What may be one of them.
        sign: 1 where a rise is told, -1 where a fall.
        beside: Whether the change is set beside them, and needs no times: where they are the
            only two that can be compared, it says itself which is more.
    """
    likes = [
        (first, second)
        for number, first in enumerate(values)
        for second in values[number + 1 :]
        if comparable(first.fact.mention, second.fact.mention)
        and not (is_mean(first, second) or is_mean(second, first))
        and _is_wanted(first) == _is_wanted(second)
    ]
    found = [both for each in likes if (both := _ordered(*each, sign, akin=False))]
    if not found and beside and len(likes) == 1 and _is_real(likes[0]):
        first, second = likes[0]
        found = [both for each in likes if (both := _ordered(*each, sign, akin=True))]
        if is_later(first, second) is None and not (
            first.fact.part or second.fact.part
        ):
            rises = (second.fact.mention.value or 0) > (first.fact.mention.value or 0)
            return (first, second) if rises == (sign > 0) else (second, first)
    if not found:
        return ()
    if len(found) != 1:
        return None
    old, new = found[0]
    return None if _moved(new, old, values) or _moved(old, new, values) else found[0]


def is_mean(value: Value, other: Value) -> bool:
    """Return whether one value alone is told as a mean: "the monthly average was 737"."""
    return finds(f"{value.left} {value.right}", _MEAN) and not finds(
        other.place.passage.masked, _MEAN
    )


def _is_wanted(value: Value) -> bool:
    """Return whether a value is told as what somebody needs or asks for."""
    return finds(value.left, _WANTED)


def _moved(value: Value, other: Value, values: Sequence[Value]) -> bool:
    """Return whether a value is where another one led to: "from nine to <12>"."""
    return (
        value.fact.motion is Motion.TO
        and other.fact.motion is not Motion.FROM
        and any(
            each.fact.motion is Motion.FROM
            and each.place.passage is value.place.passage
            for each in values
        )
    )


def _is_real(both: tuple[Value, Value]) -> bool:
    """Return whether two values have come about, or are foreseen in one sentence."""
    first, second = both
    apart = first.place.passage is not second.place.passage
    return not apart or first.fact.stance not in UNREAL


def _ordered(
    first: Value, second: Value, sign: int, *, akin: bool
) -> tuple[Value, Value] | None:
    a, b = first.fact, second.fact
    if a.part or b.part or (not akin and {a.stance, b.stance} & UNREAL):
        return None
    apart = first.place.passage is not second.place.passage
    if apart and not akin and not _akin(a, b):
        return None
    later = is_later(first, second)
    rises = (b.mention.value or 0) > (a.mention.value or 0)
    if later is None or rises != (later == (sign > 0)):
        return None
    return (first, second) if later else (second, first)


def is_split(change: int, old: Value, new: Value) -> bool:
    """Return whether a value behind a change, and it alone, is of something else, for all that is said.

    "Arlo's customers pay most, £703, up 32 percent, Denby's least: £452."
    """
    first, last = sorted((old, new), key=lambda value: value.place.slot)
    told = last.old or last.new or last.period is not None
    return first.place.slot < change < last.place.slot and not told


def starts_elsewhere(right: str, passage: Passage, old: Value, new: Value) -> bool:
    """Return whether a change says what it starts from, and that is no old value before a new one.

    "The offer is 28 percent above the 375p of March. They closed at 471p yesterday"; "from
    82 to 84 in the week, 11 percent dearer than at the start of the year".

    Args:
        right: What stands after the change.
        passage: Its sentence.
        old: The value that it may start from.
        new: The value that it may lead to.
    """
    base = pattern(_ABOVE).match(right)
    if base and old.place == Place(passage, int(base["a"])):
        later = new.place.passage.index > passage.index
        apart = new.place.passage is not passage
        return later or (apart and not finds(passage.masked, _IT))
    when = pattern(_THAN_WHEN).match(right)
    period = passage.period(when["d"]) if when and when["d"] else None
    if period is not None and not finds(period.surface.lower(), _YEAR_AGO):
        return old.period is not None and not period.overlaps(old.period)
    told = f"{old.left} {old.right} {new.left} {new.right}"
    periods = [each.period for each in (old, new) if each.period]
    return _is_farther(passage, right) and _is_brief(told, periods)


def goes_farther(passage: Passage, left: str, right: str) -> bool:
    """Return whether a change is since long before, and the values before it of days, weeks or months."""
    periods = {
        match["slot"]: passage.period(match["slot"])
        for match in TOKEN.finditer(left)
        if match["kind"] in "dwk"
    }
    labelled = any(
        f"(<d{slot}>: <" in left
        and period.kind in _PARTS_OF_YEAR
        and not finds(period.surface.lower(), "[0-9]{4}|year")
        for slot, period in periods.items()
    )
    return _is_farther(passage, right) and (
        labelled or _is_brief(left, list(periods.values()))
    )


def _is_farther(passage: Passage, right: str) -> bool:
    """Return whether a change says that it is since a year or more, or since some event."""
    when = pattern(_THAN_WHEN).match(right)
    if when is None or when["d"] is not None:
        return False
    return when["w"] is None or passage.period(when["w"]).surface.lower() == "this year"


def _is_brief(told: str, periods: Sequence[Period]) -> bool:
    """Return whether values are told of days, or of two months or quarters of one year."""
    if finds(told, _SHORTER) or any(period.kind in _BRIEF for period in periods):
        return True
    if any(
        period.kind not in _PARTS_OF_YEAR or "year" in period.surface
        for period in periods
    ):
        return False
    starts = [period.start for period in periods if period.start]
    if starts and (max(starts) - min(starts)).days >= _MOST_DAYS:
        return False
    return len({period.surface.lower() for period in periods}) > 1


def comparable(first: Mention, second: Mention) -> bool:
    """Return whether two amounts may be two values of one thing."""
    a, b = first.value, second.value
    if not a or not b or min(a, b) < 0 or a == b or first.pair or second.pair:
        return False
    return max(a, b) <= _MOST_TIMES * min(a, b) and of_a_kind(first, second)


def alike(first: Fact, second: Fact) -> bool:
    """Return whether two amounts may be two values of one thing.

    A number without a noun takes no time from another: "52 weeks; they numbered 312".
    """
    a, b = freed(first, second)
    times = [each.dimension == "duration" for each in (a, b)]
    told = (first, second)[times[0]].motion is not None
    return comparable(a, b) and (times[0] == times[1] or told)


def freed(first: Fact, second: Fact) -> tuple[Mention, Mention]:
    """Return two mentions, without what they count where one is told as "visited 30 times"."""
    a, b = first.mention, second.mention
    for fact, other in ((first, second), (second, first)):
        if fact.head == _TIMES and other.head != _TIMES and other.head in fact.near:
            return replace(a, counted=None), replace(b, counted=None)
    if first.head != second.head and _are_people(first, second):
        return replace(a, counted=None), replace(b, counted=None)
    return a, b


def _are_people(first: Fact, second: Fact) -> bool:
    """Return whether two numbers count people, one of them in a word for anybody."""
    heads = {first.head, second.head}
    return heads <= PEOPLE and not heads.isdisjoint(_ANYBODY)


def of_a_kind(first: Mention, second: Mention) -> bool:
    """Return whether two amounts have one unit, or count one thing."""
    same = aligned(first, second)
    plain = {first.form, second.form} == {Form.PLAIN}
    return plain and same is not None and same[0].unit == same[1].unit


def _akin(first: Fact, second: Fact) -> bool:
    """Return whether two sentences speak of one thing, as far as they name any."""
    one, two = first.near - ANY, second.near - ANY
    return not one or not two or bool(one & second.words or two & first.words)


def is_later(first: Value, second: Value) -> bool | None:
    """Return whether the second value is the later one; None where nothing says so."""
    one, two = first.period, second.period
    if one and two:
        order = _after(one, two)
        if order is not None or (one.start and two.start):
            return order
    starts = [value.fact.motion is Motion.FROM for value in (first, second)]
    if starts[0] != starts[1] and first.place.passage is not second.place.passage:
        return starts[0]  # "It picked 450. The crop thus fell from 540"
    if first.new != second.new:
        new, other = (second, first) if second.new else (first, second)
        unsure = finds(other.left, _BASIS) or _is_aside(other, new)
        return None if unsure else second.new
    if first.old != second.old:
        return first.old
    if not first.old and bool(one) != bool(two) and (first.timed or second.timed):
        return one is not None
    return None


def _is_aside(value: Value, new: Value) -> bool:
    """Return whether an amount follows a new value, and no word makes it the old one.

    "Profit rose by a quarter to 31 million, helped by the sale of a plot for 5 million."
    """
    if new.fact.motion is not Motion.TO or value.place.passage is not new.place.passage:
        return False
    return value.place.slot > new.place.slot and not (value.old or value.period)


def _after(one: Period, two: Period) -> bool | None:
    """Return whether the second of two periods is the later one."""
    x, y = dict(one.marks), dict(two.marks)
    if one.start and two.start:
        bare = not any(map(str.isdigit, one.surface + two.surface))
        if not (one.kind == two.kind == "month" and bare):
            return None if one.start == two.start else two.start > one.start
        # "In May and in October": which year a document means is a guess.
        x, y = {"month": one.start.month}, {"month": two.start.month}
    for name in ("years", "months", "weeks", "days"):
        if name in x and name in y and x[name] != y[name]:
            return y[name] > x[name]
    if "month" in x and "month" in y:
        ahead = (y["month"] - x["month"]) % 12
        return ahead < _HALF_YEAR if ahead else None
    if bool(one.start) != bool(two.start):
        return one.start is not None  # "in 2019", and "last year"
    return None
