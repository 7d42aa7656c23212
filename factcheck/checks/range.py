"""A range must run from the smaller value to the larger, and hold what lies in it.

What it does:
    Looks at "between 18,000 and 21,000", "10 to 15 mm", "no fewer than 45 and no more than 60",
    "a low of 3 and a high of 9", and at dates ("from June 2019 to March 2021"), and flags the
    ones whose first end is above the second, so that no value fits. Looks at the mean and at
    the one that is called the youngest or the dearest of those whose range is told.

Why it matters:
    A reversed range is a sure sign of a lost or doubled digit, and no reader can tell which
    end is right.

Example:
    "Between 18,000 and 2,100 cyclists a day": no number lies in it. "The players are aged 18
    to 33; the oldest is 36."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import (
    _arithmetic,
    _compare,
    _limits,
    _outlying,
    _within,
)
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    RANGED,
    Group,
    Passage,
    aligned,
    finds,
    hint,
    matches,
    passages,
    pattern,
    runs_backwards,
    saying,
    search,
)
from factcheck.checks._evidence import stories
from factcheck.model import (
    Cluster,
    Document,
    DocumentFacts,
    Fact,
    Form,
    Mention,
    Modifier,
    Outcome,
    Period,
    Severity,
    Verdict,
)

LAW = "range"

# Words before "between" that do not make a range of it.
_NOT_RANGE = (
    r"\b(?:difference|gap|gaps|split|ratio|choice|choose|chose|margin|distinction|divided"
    r"|divide|shared|distance|contrast|comparison|relationship|link|clash|match|game|talks"
    r"|border|spread|toss-up|alternate[sd]?|switch(?:ed|es)?|disparity|discrepancy|tie) $"
)
# "Between two euros up and one down"
# "The works were brought forward from 2031 to 2028": a date and another one.
_PUT_ELSEWHERE = r"\b(?:forward|move[sd]?|moving|shift(?:s|ed|ing)?|push(?:es|ed|ing)?|pull(?:s|ed|ing)?|reschedul\w+|advanc\w+|earlier)\b"
_MOVED = r"^ (?:[a-z]+ )?(?:higher|lower|above|below|up|down|more|less|firmer|easier|dearer|cheaper)\b"
_RANGING = (
    r"(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|waits?|waiting|tak(?:e|es|ing)|last(?:s|ing)?|weigh(?:s|ing)?|measur(?:e|es|ing)|sleeps?|seats?"
    r"|(?:expect|forecast|predict|estimat|project|anticipat|need|requir|employ|attract|draw|serv)(?:e|ed|es|s|ing)?)"
    r"(?: in [a-z]+| anywhere| widely)?"
    r"|costs?|priced|sold(?: for)?|(?:prices|fares|tickets|rents|fees|rates|wages|salaries)"
    r" (?:run|ran|go|went|extend|span)"
)
_RANGE_LEFT = (
    rf"\b(?:{_RANGING}) from $|"
    r"\bbetween $|\b(?:anywhere|aged|somewhere)(?: [a-z]+){0,2}? from $|\brange of $"
)
_SHAPES = (
    r"\bbetween {a:cemtrpa} {~2}and {b:cemtrpa}",
    r"\b(?:anywhere|aged|somewhere) {~2}from {a:cemtrpa} {~3}to {b:cemtrpa}",
    rf"\b(?:{_RANGING}) from {{a:cemtrp}} {{~3}}to {{b:cemtrp}}",
    r"\bbetween the ages of {a:ca} and {b:ca}",
    r"\b(?:a (?:low|minimum)|lows) of {a:cemtrp} {~6}(?:and|to) (?:a (?:high|maximum)|highs) of {b:cemtrp}",
    r"\baged {~1}{a:ca} to {b:cat}",
)
# "at least 800 and at most 300": the bounds stand in the modifiers.
_BOUNDS = (
    r"(?P<none>\b(?:no|not|never) )?{a:cemtrpa}(?P<noun> [a-z'-]+)?,? (?:and|but|or) (?:also |yet )?(?P<nor>(?:no|not|never) )?{b:cemtrpa}"
    r"(?:(?P=noun)\b|(?(noun)(?= ?[.,;:)]|$| of (?:them|these|those|it)\b)))"
)
_LOWER = frozenset({Modifier.AT_LEAST, Modifier.MORE_THAN})
_UPPER = frozenset({Modifier.UP_TO, Modifier.LESS_THAN})
# "A rise of 45 to 28 centimetres": one unit for both ends, and nothing that goes down.
_BARE = r"(?<!from)(?<!between)(?<![:;,0-9]) {a:cemt} (?:to|-) {b:emtr}"
# What a price must stand behind, which dealers tell from either end.
_MEANT = r"\b(?:of|by|about|some|within|in|takes?|took|costs?|expects?|needs?|requires?|and|for|is|are|be) $"
_GOING_DOWN = (
    r"\b(?:f[ae]ll(?! on\b)|descend|div(?:e|es|ed|ing)\b|drop|declin|decreas|shr[aiu]nk|slid|slip|slump|plung|plummet|dip|tumbl|cut"
    r"|cutting|reduc|sank|lower|narrow|trimm|slash|contract|eas(?:e|ing)|dwindl|shorten|down"
    r"|from|compar|ratio|odds|score|win|won|beat|lead|vote|convert|chang|switch|mov|tr[ai]d|swap"
    r"|retreat|los[ste]|weaken|odds|scale|count|loosen|discount)"
)
_DIGITS = r"\D?[\d.,]+$"
# Depths and the past are told downwards.
# Dealers tell prices and their moves from the higher to the lower.
_DOWNWARDS = r"\b(?:gains?|losses|futures|bills?|bonds?|bids?|trad(?:ed|ing)|assays?|cargoes|bc|million years|marks?|grades?|scales?|scored?|ranks?|ranked)\b"
_TO = hint("> to <", "> - <")
_BOUNDED = hint(
    "and <",
    "but <",
    "also <",
    "yet <",
    "and no",
    "but no",
    "or no",
    "or <",
    sources=(_BOUNDS,),
)
_HINTS = hint(
    "between ",
    "anywhere ",
    "aged ",
    "somewhere ",
    " from ",
    "s at <",
    "t at <",
    "n at <",
    "range of",
    "range ",
    " low of",
    "lows of",
    "imum of",
    *(
        f"{word} than <"
        for word in (
            "further",
            "farther",
            "higher",
            "later",
            "older",
            "longer",
            "larger",
            "bigger",
            "heavier",
            "faster",
            "warmer",
            "hotter",
        )
    ),
)
_PAIRED = _HINTS | _TO | _BOUNDED | _limits.TELLS
_DEPTHS = r"\b(?:depths?|deep|below|under|par)\b"  # of which no time is told
# A week costs more than a day; a box need not cost more than a stall.
_OF_ITS_OWN = r"^(?: a [a-z]+)? (?:for|in|at|on|with|near|by) (?!an? (?:hour|day|week|month|year))(?:[a-z]|<)"
_ENDS = 2
_NEAR, _LONG = 25, 60
_DECIMAL = re.compile(r"\d\.\d+\W*(?:$|[a-z]{0,6}$)")
_FRACTION = re.compile(r"\d[- ]\d+/\d")  # "99-16/32", as dealers write
_CLOSE = Decimal("1.5")  # decimals so close are told from either end
_SIZES = frozenset(
    {
        "length",
        "mass",
        "volume",
        "area",
        "pressure",
        "duration",
        "speed",
        "energy",
        "power",
    }
)
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = re.compile(
    rf"(?:\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}"
    r"(?: (?P<year>\d{4}))?)"
)
_OLDEST = 120  # years; beyond it "years old" is a date


def check(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],  # noqa: ARG001  every law is called alike
) -> Iterator[Outcome]:
    """Yield the ranges that hold nothing, and those that are sound, each once."""
    seen = set()
    for outcome in _all(documents):
        ends = frozenset((each.document, each.span) for each in outcome.evidence)
        if outcome.verdict is not Verdict.CONFLICT or ends not in seen:
            yield outcome
        seen.add(ends)


def _all(documents: Sequence[DocumentFacts]) -> Iterator[Outcome]:
    for facts in documents:
        yield from _dates(facts)
    groups = passages(documents)
    settled: set[Passage] = set()
    for group in groups:
        yield from _in_sentences(group, settled)
    for _, told in stories(documents, groups):
        yield from _outlying.told(told, settled)


def _in_sentences(group: Group, settled: set[Passage]) -> Iterator[Outcome]:
    """Yield what is wrong with the ranges of a document, and with what is beside them."""
    for at, passage in saying(group, RANGED | _PAIRED | _within.TOLD):
        hints = passage.hints
        if hints & RANGED:
            yield from _in_one_piece(passage)
        if hints & _PAIRED and len(passage.items) >= _ENDS:
            yield from _pairs(passage)
        if hints & _within.TOLD:
            estimated = list(_within.estimated(passage))
            for found in estimated or _within.outside(group, at):
                settled.add(passage)
                yield found


def _in_one_piece(passage: Passage) -> Iterator[Outcome]:
    """Tickets range from $90 to $60: one number with both ends."""
    for slot, item in enumerate(passage.items):
        mention = item.mention if isinstance(item, Fact) else None
        if mention is None or mention.form is not Form.RANGE:
            continue
        low, high = mention.stated_low, mention.stated_high
        if not low or not high or low <= 0 or not runs_backwards(mention):
            continue
        left, _, right = passage.masked.partition(passage.token(slot))
        # "Its parts range from 14% to 3%" tells a list in its order.
        percent = mention.dimension == "ratio"
        if percent or right.startswith(" ago") or not finds(left, _RANGE_LEFT):
            continue
        if _is_downwards(f"{left[-_NEAR:]}{right[:_NEAR]}", mention):
            continue
        if not finds(left.removesuffix("between "), _NOT_RANGE):
            written = [_arithmetic.worth(end, passage, slot) for end in (high, low)]
            yield _finding(passage, (slot,), written[0], written[1], low / high)


def _pairs(passage: Passage) -> Iterator[Outcome]:
    masked = passage.masked
    seen: set[int] = set()
    for match in matches(masked, *_SHAPES) if passage.says(_HINTS) else ():
        a, b = int(match["a"]), int(match["b"])
        if a in seen or pattern(_NOT_RANGE).search(masked[: match.start()]):
            continue
        if pattern(r"^(?: years?)? ago\b").match(masked[match.end() :]):
            continue
        # "Between nine percent less and two percent more"
        if pattern(r"> (?:less|fewer|lower|below|down)\b").search(match.group()):
            continue
        seen.add(a)
        if _are_two_things(masked, match):
            continue
        near = _beside(masked, *match.span())
        if not _is_downwards(near, passage.mention(int(match["b"]))):
            yield from _compared(passage, a, b)
    if passage.says(_TO):
        yield from _bare(passage, seen)
    yield from _limited(passage, seen)


def _limited(passage: Passage, seen: set[int]) -> Iterator[Outcome]:
    """Yield the least and the most of one thing, in the words that bounds are told in."""
    if passage.says(_BOUNDED):
        yield from _bounded(passage, seen)
    if passage.says(_limits.TELLS):
        for a, b in _limits.pairs(passage):
            if not seen & {a, b}:
                yield from _compared(passage, a, b)


def _is_downwards(near: str, mention: Mention) -> bool:
    """Return whether the words beside a range are those of one told from its higher end."""
    return bool(
        search(near, _DOWNWARDS)
        or (mention.dimension != "duration" and search(near, _DEPTHS))
    )


def _beside(masked: str, start: int, end: int) -> str:
    return masked[max(0, start - _NEAR) : end + _NEAR]


def _are_two_things(masked: str, match: re.Match[str]) -> bool:
    """Return whether each end is of a thing of its own: "from 60 for stalls to 15 for a box"."""
    between = masked[match.end("a") + 1 : match.start("b") - 3]
    if pattern(_MOVED).match(between):
        return True
    return bool(
        pattern(_OF_ITS_OWN).match(between)
        and pattern(_OF_ITS_OWN).match(masked[match.end("b") + 1 :])
    )


def _bounded(passage: Passage, seen: set[int]) -> Iterator[Outcome]:
    """No fewer than 45 and no more than 60."""
    if "depending on" in passage.masked:
        return  # "fewer than 90 and more than 110, depending on whom you ask"
    for match in matches(passage.masked, _BOUNDS):
        a, b = int(match["a"]), int(match["b"])
        first, second = passage.mention(a), passage.mention(b)
        aged = Form.AGE in (first.form, second.form)
        if aged and not (match["none"] and match["nor"]):
            continue  # "free for those under 14 and over 65"
        between = passage.masked[match.end("a") : match.start("b")]
        if " or " in between and not (match["none"] or match["nor"]):
            continue  # "below 5 or above 7 it spoils": what lies outside
        ends = _end(first, match["none"]), _end(second, match["nor"])
        if ends in ((-1, 1), (1, -1)):
            seen |= {a, b}
            both = (a, b) if ends[0] < 0 else (b, a)
            yield from _compared(passage, *both, sure=True)


def _end(mention: Mention, denied: str | None) -> int:
    """Return -1 for a bound below, 1 for one above, else 0: "no shorter than" is below."""
    modifier = mention.modifier
    if denied:
        return (
            {Modifier.LESS_THAN: -1, Modifier.MORE_THAN: 1}.get(modifier, 0)
            if modifier
            else 0
        )
    return (modifier in _UPPER) - (modifier in _LOWER)


def _bare(passage: Passage, seen: set[int]) -> Iterator[Outcome]:
    """A rise of 45 to 28 centimetres."""
    masked = passage.masked
    found = [m for m in matches(masked, _BARE) if int(m["a"]) not in seen]
    if not found or search(masked, _GOING_DOWN):
        return
    for match in found:
        a, b = int(match["a"]), int(match["b"])
        first, second = passage.mention(a), passage.mention(b)
        gap = passage.document.text[first.span.end : second.span.start]
        if "to" not in gap and len(gap) > 1:
            continue  # "In 45 - 30 minutes more than planned - they were home."
        written = _arithmetic.plain(passage, a)
        bare = first.dimension == "count" and first.counted is None
        each = bool(passage.fact(b).per) or " / " in second.unit
        same = first.unit == second.unit.partition(" / ")[0]
        if not (bare or first.unit == second.unit or (each and same)):
            continue
        priced = second.dimension.startswith("currency:")
        left = masked[: match.start("a") - 2]
        if second.dimension not in _SIZES and not (
            priced and (each or pattern(_MEANT).search(left))
        ):
            continue
        if {first.form, second.form} - {Form.PLAIN} or first.modifier:
            continue
        near = _beside(masked, *match.span())
        if (bare or pattern(_DIGITS).match(written)) and not _is_downwards(
            near, second
        ):
            seen.add(a)
            yield from _compared(passage, a, b, sure=each and priced)


def _compared(
    passage: Passage, a: int, b: int, *, sure: bool = False
) -> Iterator[Outcome]:
    """Compare the lower end `a` with the upper end `b`.

    Args:
        passage: The sentence.
        a: The lower end.
        b: The upper end.
        sure: Whether the words tell which end is the lower.
    """
    first, second = passage.mention(a), passage.mention(b)
    aged = Form.AGE in {first.form, second.form}
    # "no less than 5.5 and no more than 3 per cent"
    shared = (first.dimension, second.dimension) == (
        "count",
        "ratio",
    ) and not first.counted
    pair = (first, second) if aged or shared else aligned(first, second)
    if pair is None:
        return
    first, second = pair
    if first.value is None or second.value is None:
        return
    unit = second.unit if shared else first.unit
    low = _compare.base_value(first.value, "" if aged else unit)
    high = _compare.base_value(second.value, "" if aged else second.unit)
    if low <= 0 or high <= 0 or (aged and first.value > _OLDEST):
        return
    said = _arithmetic.plain(passage, a), _arithmetic.plain(passage, b)
    if low <= high or (
        low < high * _CLOSE
        and not sure
        and (
            all(_DECIMAL.search(each) for each in said)
            or any(_FRACTION.search(each) for each in said)
        )
        and not _measured(second)
    ):
        return
    yield _finding(passage, (a, b), *said, high / low)


def _measured(mention: Mention) -> bool:
    """Return whether a size is told, and no price or rate that dealers tell from either end."""
    return mention.dimension in _SIZES


def _finding(
    passage: Passage, slots: tuple[int, ...], low: str, high: str, ratio: Decimal
) -> Outcome:
    slip = None
    for power, words in ((10, "a factor of ten"), (100, "a factor of a hundred")):
        if 1 < ratio * power <= 2:  # noqa: PLR2004  a range within one power of ten
            slip = words
    return _compare.outcome(
        LAW,
        Verdict.CONFLICT,
        [Place(passage, slot).evidence(side) for side, slot in enumerate(slots)],
        f"No number lies between {low} and {high}: the first is the larger.",
        explanation=f"The range starts at {low} and ends at {high}. The ends may be"
        " swapped, or a digit was lost.",
        severity=Severity.ERROR,
        slip=slip,
    )


def _dates(facts: DocumentFacts) -> Iterator[Outcome]:
    for period in facts.extraction.periods:
        if len(period.parts) == _ENDS:
            yield from _reversed_dates(facts.document, period)


def _reversed_dates(document: Document, period: Period) -> Iterator[Outcome]:
    first, second = period.parts
    if not _is_backwards(first, second):
        if not (_dated(first) and _dated(second)):
            return
        if first.start is None or second.end is None or second.end >= first.start:
            return
    left = document.text[max(0, period.span.start - 30) : period.span.start].lower()
    if not pattern(r"\b(?:from|between|years|closed|open) $").search(left):
        return
    clause = document.text[: period.span.start].rpartition(". ")[2].lower()
    if left.endswith("from ") and pattern(_PUT_ELSEWHERE).search(clause):
        return
    yield _compare.outcome(
        LAW,
        Verdict.CONFLICT,
        [
            _compare.span_evidence(document, part.span, side=side, outer=period.span)
            for side, part in enumerate(period.parts)
        ],
        f"{first.surface} is later than {second.surface}: nothing lies between the two.",
        explanation=f"The period starts with {first.surface} and ends with"
        f" {second.surface}. The ends may be swapped, or a year is wrong.",
        severity=Severity.ERROR,
    )


def _is_backwards(first: Period, last: Period) -> bool:
    """Return whether two days of one month are told with the later one first."""
    one, other = (_DAY.search(period.surface.lower()) for period in (first, last))
    if not one or not other or one["month"] != other["month"]:
        return False
    years = {match["year"] for match in (one, other)} - {None}
    return len(years) < _ENDS and int(one["day"]) > int(other["day"])


def _dated(period: Period) -> bool:
    """Return whether the words give the year, so that the order is certain."""
    return period.precise and period.kind in {"date", "month", "year", "quarter"}
