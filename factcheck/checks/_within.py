"""Means and extremes against the range that is told for all.

"The samples contained between 14 and 31 micrograms. The mean was 37": a range is told by one
number with two ends, by two bounds ("none below 4 and none above 9"), from a value to another
("from 29 kilos for the lightest to 44 kilos for the heaviest"), or by its two extremes ("the
slowest was doing 22, the fastest 61"). What lies in it by its own words is the mean, the one
that is called the youngest or the dearest, and one of all of which the text says that none
lies outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from factcheck.checks import _afar, _arithmetic, _compare
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    RANGED,
    TOKEN,
    Passage,
    aligned,
    finds,
    hint,
    pattern,
    search,
)
from factcheck.model import (
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

# "A low of 22", "the low temperature was 22", but not "in the low wind speed case", "was high".
_NOUN = r"(?:(?<=\bthe )|(?<=\ba )|(?<=\bits )|(?<![a-z] ))"
_NAMED = r"(?! (?!(?:of|is|was|at|in|on|for|and|to)\b)[a-z-]+ (?!(?:of|is|was|at|in|on|for|and|to|being|came|stood)\b)[a-z-]+)"
SMALL = f"lowest|smallest|shortest|lightest|youngest|cheapest|coldest|coolest|shallowest|weakest|narrowest|thinnest|least|minimum|{_NOUN}low{_NAMED}"
LARGE = f"highest|largest|biggest|longest|heaviest|oldest|dearest|priciest|most expensive|best paid|warmest|hottest|deepest|strongest|widest|thickest|tallest|greatest|most|maximum|{_NOUN}high{_NAMED}"
# Of a race or a score either end may be the better one.
_EITHER = "slowest|fastest|quickest|worst|best|hardest-[a-z]+|earliest|latest"
_EXTREME = rf"\b(?:{SMALL}|{LARGE}|{_EITHER})\b"
_EXTREMES = rf"{_EXTREME}[^<]*<.*{_EXTREME}"
MEAN = r"\b(?:(?:mean|average|median|midpoint|middle one)(?! (?:age|size|height|weight|price|length) of [a-z]+ (?:who|that))|averag(?:es|ed|ing)|at its cent(?:re|er))\b"
# What varies: its values go from one end to the other, and do not move.
_VARIES = (
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|spann?(?:s|ed|ing)?|spread|extend(?:s|ed)?|scattered|[a-z]+s (?:run|ran|go|went|stretch(?:ed)?)"
    r"|lasts?|lasted|anything) (?:in (?:[a-z]+|<[dw]\d+>) |anywhere |all the way )?from (?:just |only |about )?$"
)
_SCALE = r"\bon a scale (?:from|of) (?P<low>one|zero) to {a:c}"
# "None lower than 2.2 million and none above 3.7 million"
_NONE = r"\b(?:none|never|no|not|nothing|nobody|neither|nor|or)\b(?: [a-z]+){0,3} $"
_ALL = r"\b(?:none|never|nothing|nobody|no one|at no time|no exceptions?|without exception|each of|every (?!<))\b|^only "
# Such a range is not of all, or not of what was found.
LOOSE = (
    r"\b(?:(?<!\bthe )most(?! (?:expensive|of all))(?:ly)?|typical(?:ly)?|usual(?:ly)?|normal(?:ly)?|ordinary|ordinarily|generally|mainly|often|some of|many|expect(?:s|ed|ing)?|aim(?:s|ed|ing)?|seek(?:s|ing)?|reduced to"
    r"|forecasts?|predict(?:s|ed)?|estimate[sd]?|guess(?:es|ed)?|plan(?:s|ned)?|budget(?:ed)?|hoped?|recommend(?:s|ed)?|safe|ideal|advis(?:es|ed)|apart from|except"
    r"|excluding|not included|aside from|interquartile|quartile|percentile|confidence|deviation|target|desired|according to plan|suggest(?:s|ed)?|seen the)\b"
)
_MODAL = r"\b(?:may|might|could|should|would)\b"
# "Between 81 and 84, compared with the usual mean of 60"
_AGAINST = r"\b(?:compared|against|versus|vs)\b[^,;]*$"
# Something else is told of, or at another time.
_ELSEWHERE = r"^(?:but |and |while |yet )?(?:an?|another|other|others|in|by|at|with|without|outside|beyond|elsewhere|on foot|across|among|for (?!the <c|all)|last|until|before|after|since|normally|later|earlier|meanwhile|then) (?!average\b|the average\b|total\b)"
OTHERWISE = r"\b(?:ever|(?:day|night|week|month|season|year|time) (?:before|earlier)|record|previous(?:ly)?|outside|beyond|below it|above it|below that|above that|altogether|in all|in total|together|control|forecast|expected|instead|now|of the (?:year|decade|century|season))\b"
_HINTS = hint(
    "averag", "mean", "median", "midpoint", "est ", "est,", "est:", "est-", "worst", "imum",
    "most expensive", "its cent", "closed", "ended", "none <", "never ", "at no time", "every ", "only ", "nothing", "no one", "nobody", "each of",
    "last to ", "first to ", "dle one", "includ",
)  # fmt: skip
LIKELY = hint(
    "> interval",
    "> range",
    "> ci",
    "ly range",
    "ble range",
    "ble interval",
    "ity interval",
    "nce interval",
    "ty range",
)
"""The mark of sentences that tell how wide an estimate is."""
_ENDED = r"\b(?:closed|settled|ended)\b(?=[^<]* at <)"
CUE = rf"{MEAN}|{_ENDED}|^(?:{_EXTREME}) of (?:them )?all\b|\b(?:the|its|their|his|her|our) (?:very )?(?:(?P<size>largest|biggest|smallest|tallest)|{_EXTREME}|(?!(?:latest|nearest|rest|west|forest|guest|interest|harvest|contest|request|protest|latest|honest|modest)\b)[a-z]{{3,}}est)(?! and\b)|\bone of (?:the|them|these|those|all)\b|\bthe (?:first|last) to [a-z]+|\binclud(?:es|ed|ing) (?:an?|one) "
_BEFORE = r"{a:cemtrpa}(?: [a-z]+){0,4}? (?:on|as an) average\b"
_NOT_ITS_OWN = (
    r"\b(?:from|than|against|over|up|down|by|under|(?<!is )(?<!was )for) $"
    r"|\b(?:who|whose|had|ago|before|earlier|previous|last) (?!was\b|is\b)[^<]*$"
)
_OF_WHAT = re.compile(
    r"^(?: [a-z]+)? (?:of|for|in|among|at) (?:the |its |their |all |these |those |this |that |<c\d+> )*(?P<what>[a-z'-]{4,}|<[dtw])"
)
_BUT = r", (?:though|although|but|while|whereas|and|still)\b"
_AVERAGED = rf"{MEAN}(?: [a-z]+){{0,3}} $|\bby (?:about |some )?$"
_TIMED = r"<[dwq]\d|\b(?:week|month|year|season|summer|winter|spring|autumn)\b"
_DATED = r"<d(?P<d>\d+)>"
_OTHER_TIME, _EVER = r"<[dwq]\d", r"\b(?:ever|record)\b"
_PRONOUN = r"^(?:<[dkw]\d+>,? |at that,? )?(?:it|they|this|he|she)\b|\b(?:it|they) (?:was|were|stood|came|had|is)\b|\b(?:of|among) them\b"
_WORD, _STEM = re.compile(r"[a-z]{5,}"), 5
_COMMON = frozenset(
    {
        "betwe",
        "which",
        "their",
        "there",
        "other",
        "every",
        "never",
        "nothi",
        "about",
        "where",
        "these",
        "those",
        "after",
        "befor",
    }
)
_AT_THE_EXTREME = r"^(?:in|at|on|for) the (?:[a-z]+est|worst|best)\b"
_NUMBERED = r"^[a-z]+ $|\b(?:mean|average|median) (?:[a-z]+ )?(?:of|for) (?:the|all|these|those) $"  # "hive seven", "the mean of the four"
_WIDE = ("week", "month", "year", "season", "summer", "winter", "spring", "autumn")
_OF_ONE = rf"{_EXTREME}(?: [a-z]+){{0,3}}[,:]? (?:(?:was|is|were|at|of|being|did|doing) ){{0,2}}$"
_TO = r"^[^<;.]{0,40} to (?:[a-z]+ ){0,2}$"
_AND_END = r"^(?: a [a-z]+)? and (?:ends?|tops? out|peaks?|stops?|finish(?:es)?|go(?:es)? up|rises?|runs?) (?:at|to) $"
_ONLY_AND = r"^(?: [a-z]+){0,2} (?:and|but)(?: (?:also|yet))? $"
# One of these stands in a sentence that tells a range.
TOLD = (
    RANGED
    | hint(
        "scale ", "and <", "but <", "also <", "yet <", "from <", "from just <", "from only <",
        "from about <", "start at <", "starts at <", "begin at <", "begins at <",
    )
    | hint("st ", "st,", "st:", "st-", "paid", "imum", "low", "high", "sive", sources=(f"{_EXTREME}[^<]*<[^<]*{_EXTREME}[^<]*<",))
    | hint("no", "nei", "never ", "or ", sources=(f"{_NONE[:-1]}<[^<]*{_NONE[:-1]}<",))
)  # fmt: skip
_LOWER = frozenset({Modifier.AT_LEAST, Modifier.MORE_THAN})
_UPPER = frozenset({Modifier.UP_TO, Modifier.LESS_THAN})
_KINDS = frozenset("cemtrpa")
_SAME = frozenset(
    {
        "range",
        "them",
        "these",
        "those",
        "week",
        "month",
        "year",
        "season",
        "sample",
        "group",
    }
)
OUTSIDE = (
    "The range is that of all, so neither their mean nor one of them can lie outside it."
    " One of the numbers is wrong."
)
# "Our estimate of 2,150, with a likely range of 2,400 to 2,900"
_LIKELY = r"(?:\b|(?=<))(?:likely|probable|plausible|credible|credibility|confidence|uncertainty|<[ps]\d+>) (?:range|interval|limits|bounds|ci)(?: (?:is|was|being|of|from|between|at))*[ :,(]*$"
_SURE = r"^ (?:confidence|credible|credibility|uncertainty|prob\w+|likely|interval|ci)\b"  # of how sure it is
_ESTIMATED = (
    "An estimate lies within its own likely range. One of the numbers is wrong."
)
_LEAST = Decimal(0)
_FAR, _FACTOR = 2, 12  # sentences; a mean further off is of something else
_REACH = 60


class Range(NamedTuple):
    """A range: its ends in the base unit, the numbers that tell it, and one like all in it."""

    low: Decimal
    high: Decimal
    slots: tuple[int, ...]
    like: Mention
    said: str


def outside(group: Sequence[Passage], at: int) -> Iterator[Outcome]:
    """Yield the mean or the extreme that does not lie in the range of what it is of.

    Args:
        group: The sentences of a document.
        at: Number of the sentence that tells the range.
    """
    passage = group[at]
    near = [each for each in group[at : at + 1 + _FAR] if each.block == passage.block]
    if passage.in_table or not any(each.hints & _HINTS for each in near):
        return
    closed = search(passage.masked, _ALL) is not None
    told = told_in(passage)
    if told is None:
        return
    said = passage.bearing(told.slots[0])
    if finds(said, LOOSE) or (not closed and finds(said, _MODAL)):
        return
    closed = closed or search(passage.masked, _EXTREMES) is not None
    if finds(passage.masked.partition(f"{told.slots[0]}>")[0], MEAN):
        # "Rents average 640, with a range of 520 to 810": another mean is of others.
        near = near[:1]
    for other in near:
        first = other is passage
        if not first and (ranges(other) or _is_elsewhere(other, closed=closed)):
            return
        start = other.masked.index(f"{told.slots[-1]}>") if first else 0
        said = passage.masked[:start] if first else passage.masked
        slot = value_in(other, told, said, start, closed=closed and not first)
        if slot is not None:
            value, whole = Place(other, slot), Place(passage, told.slots[0])
            if first or (_takes_up_mean(other, passage) and _is_of_same(value, whole)):
                yield from judged(passage, told, value)
            return


def estimated(passage: Passage) -> Iterator[Outcome]:
    """Yield the estimate that does not lie in its own likely range."""
    likely = _estimate(passage) if passage.says(LIKELY) else None
    if likely is not None:
        yield from judged(passage, *likely, because=_ESTIMATED)


def _estimate(passage: Passage) -> tuple[Range, Place] | None:
    """Return the likely range that a sentence tells, and the one number it can be of."""
    masked = passage.masked
    tokens = list(TOKEN.finditer(masked))
    for told in ranges(passage):
        at = next(t for t in tokens if int(t["slot"]) == told.slots[0])
        if not finds(masked[: at.start()], _LIKELY):
            continue
        bare = told.like.dimension == "count" and told.like.counted is None
        slots = [
            int(token["slot"])
            for token in tokens
            if token["kind"] in "cemp"
            and token.start() < at.start()
            and not finds(masked[token.end() :], _SURE)
            and (bare or aligned(passage.mention(token["slot"]), told.like))
        ]
        return (told, Place(passage, slots[0])) if len(slots) == 1 else None
    return None


def told_in(passage: Passage) -> Range | None:
    """Return the one range that a sentence tells of all, and of no change of theirs."""
    found = ranges(passage)
    if len(found) != 1 or set("fp") & set(passage.kinds[: found[0].slots[0]]):
        return None  # "Half of them weighed between 7 and 9 grams"
    opening = passage.masked.partition(f"{found[0].slots[0]}>")[0][:-2]
    return None if finds(opening, _AVERAGED) else found[0]


def _is_elsewhere(other: Passage, *, closed: bool) -> bool:
    """Return whether a sentence opens with another time or place than the one with the range."""
    # "At no time ... On <d0>, it stood at ...", "At the poorest attended of all ..."
    away = not closed and finds(other.masked, _ELSEWHERE)
    return away and not finds(other.masked, _AT_THE_EXTREME)


def _is_of_same(value: Place, whole: Place) -> bool:
    """Return whether what bears on a value says that it is one of those of a range."""
    said = value.passage.bearing(value.slot)
    if finds(said, LOOSE) or finds(said, OTHERWISE):
        return False
    mine = _afar.periods(whole)
    return not mine or all(
        any(_covers(a, b) for a in mine) for b in _afar.periods(value)
    )


def _covers(a: Period, b: Period) -> bool:
    if a.surface.lower().endswith(_WIDE):
        return True
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return a.surface.lower() in b.surface.lower()
    return a.start <= b.start and b.end <= a.end


def ranges(passage: Passage) -> list[Range]:
    """Return the ranges that a sentence tells."""
    found = [
        Range(
            base(low, item.mention),
            base(high, item.mention),
            (slot,),
            item.mention,
            _arithmetic.plain(passage, slot),
        )
        for slot, item in enumerate(passage.items)
        if isinstance(item, Fact)
        and (low := item.mention.stated_low) is not None
        and (high := item.mention.stated_high) is not None
        and low < high
    ]
    if found:
        return found
    masked, tokens = passage.masked, list(TOKEN.finditer(passage.masked))
    scale = search(masked, _SCALE)
    if scale:
        top = passage.mention(scale["a"])
        said = f"{scale['low']} to {top.surface}"
        return [Range(_LEAST, top.value or _LEAST, (int(scale["a"]),), top, said)]
    for at, (first, second) in enumerate(pairwise(tokens)):
        if {first["kind"], second["kind"]} - _KINDS:
            continue
        both = _aligned(passage.mention(first["slot"]), passage.mention(second["slot"]))
        if both is None or both[0].value is None or both[1].value is None:
            continue
        left = tokens[at - 1].end() if at else 0
        right = tokens[at + 2].start() if at + 2 < len(tokens) else len(masked)
        around = (
            masked[left : first.start()],
            masked[first.end() : second.start()],
            masked[second.end() : right],
        )
        if _is_bounded(*both, around) or _is_spanned(*both, around):
            low, high = sorted(
                (base(both[0].value, both[0]), base(both[1].value, both[1]))
            )
            slots = (int(first["slot"]), int(second["slot"]))
            said = " to ".join(_arithmetic.plain(passage, slot) for slot in slots)
            found.append(Range(low, high, slots, both[1], said))
    return found


def _aligned(a: Mention, b: Mention) -> tuple[Mention, Mention] | None:
    """Return two numbers in comparable units, or None: "under 42 or over 55 percent"."""
    bare = a.dimension == "count" and a.counted is None and a.form is Form.PLAIN
    if bare and b.dimension == "ratio" and b.form is Form.PLAIN:
        return replace(a, unit=b.unit, dimension=b.dimension), b
    return aligned(a, b)


def base(value: Decimal, mention: Mention) -> Decimal:
    """Return a value in the base unit; ages and rates as they are written."""
    if mention.form is Form.AGE or " / " in mention.unit:
        return value
    return _compare.base_value(value, mention.unit)


def worth(mention: Mention, like: Mention) -> Decimal:
    """Return a number in the unit of a range, of which one number is known.

    "Between 6 and 8 grams a litre; the mean was 9 grams": the litre is left out.
    """
    both = aligned(mention, like)
    own = both[0] if both else mention
    value = own.value or _LEAST
    bare = both is None and like.dimension == "count"
    if like.form is Form.AGE or bare or " / " in like.unit:
        return value
    return base(value, own)


def _is_bounded(a: Mention, b: Mention, around: Sequence[str]) -> bool:
    """Return whether two numbers are bounds: "none below 4 and none above 9"."""
    if a.modifier in _LOWER and b.modifier in _UPPER:
        return finds(around[1], _ONLY_AND)
    denied = finds(around[0], _NONE) and finds(around[1], _NONE)
    return a.modifier in _UPPER and b.modifier in _LOWER and denied


def _is_spanned(a: Mention, b: Mention, around: Sequence[str]) -> bool:
    """Return whether two numbers are the ends between which all lie."""
    if a.modifier or b.modifier:
        return False
    before, between, after = around
    if finds(between, _TO) and finds(before, _VARIES):
        return True
    if finds(before, r"\b(?:start|begin)s? at $") and finds(between, _AND_END):
        return True
    if finds(before, r"\bfrom $") and finds(between, r" to $"):
        return finds(between, _EXTREME) and finds(after, rf"^[^.;]{{0,30}}{_EXTREME}")
    return finds(before, _OF_ONE) and finds(between, _OF_ONE)


def value_in(
    other: Passage, told: Range, said: str, start: int, *, closed: bool
) -> int | None:
    """Return the number in a sentence that must lie in a range, or None.

    Args:
        other: The sentence.
        told: The range.
        said: The sentence that tells it.
        start: Where to look from, in the marked sentence.
        closed: Whether nothing at all lies outside the range.
    """
    masked = other.masked
    tokens = [
        token
        for token in TOKEN.finditer(masked, start)
        if token["kind"] in _KINDS
        and not finds(masked[: token.start()], _NUMBERED)
        and not finds(masked[start : token.start()], _AGAINST)
        and is_like(other.mention(token["slot"]), told.like, said)
    ]
    if told.like.counted is not None:
        tokens = [t for t in tokens if other.mention(t["slot"]).counted] or tokens
    if not tokens:
        return None
    before = pattern(_BEFORE).search(masked, start)  # "at 11.2 on average"
    if before and any(token["slot"] == before["a"] for token in tokens):
        return int(before["a"])
    for cue in pattern(CUE).finditer(masked, start):
        token = next((each for each in tokens if each.start() >= cue.end()), None)
        if token is None or (cue["size"] and token["kind"] in "re"):
            continue
        if cue.group().startswith("includ") and told.like.form is not Form.AGE:
            continue
        mean = finds(cue.group(), MEAN)
        after = re.split("[,;.]", masked[token.end() :], maxsplit=1)[0]
        year = pattern(_DATED).search(after)
        if year and other.period(year["d"]).kind == "year" and not finds(said, _TIMED):
            continue  # "its deepest was 35 metres in 1950"
        if _is_its_own(masked[cue.end() : token.start()], said, mean=mean):
            return int(token["slot"])
    if not closed or len(tokens) != 1:
        return None
    slot = int(tokens[0]["slot"])
    unit = other.mention(slot).unit
    same = unit != "" and unit == told.like.unit and not told.like.counted
    return slot if same or _takes_up(masked, said) else None


def _is_its_own(between: str, said: str, *, mean: bool) -> bool:
    """Return whether a number is the mean or the extreme that words before it name."""
    if finds(between, _EVER) or finds(between, _NOT_ITS_OWN):
        return False
    if finds(between, _OTHER_TIME) and not finds(said, _TIMED):
        return False
    if mean and (finds(between, _BUT) or not _is_known(between, said)):
        return False
    return ";" not in between and len(between) <= _REACH


def _takes_up_mean(other: Passage, passage: Passage) -> bool:
    """Return whether a sentence that tells a mean "on average" is of what the range is of."""
    if not finds(other.masked, r"\bon average\b") or finds(
        other.masked, r"\b(?:it|they|them|these)\b"
    ):
        return True
    return _takes_up(other.masked, passage.masked)


def _takes_up(masked: str, said: str) -> bool:
    """Return whether a sentence goes on about a thing of the one before it."""
    if finds(masked, _PRONOUN):
        return True
    words = {word[:_STEM] for word in _WORD.findall(said)} - _COMMON
    return any(word[:_STEM] in words for word in _WORD.findall(masked))


def _is_known(words: str, said: str) -> bool:
    """Return whether a mean is of what the range is of: "the average for the old boats"."""
    match = _OF_WHAT.match(words)
    if match is None or match["what"] in _SAME:
        return True
    return match["what"][0] != "<" and match["what"][:_STEM] in said


def is_like(mention: Mention, like: Mention, said: str) -> bool:
    """Return whether a number may be one of those of which a range is told."""
    if mention.value is None or mention.form not in (Form.PLAIN, Form.AGE):
        return False
    bare = mention.dimension == "count" and (
        mention.counted is None or mention.counted.elided
    )
    if like.form is Form.AGE or (like.dimension == "count" and like.counted is None):
        named = (
            mention.unit and mention.unit in said
        )  # "magnitudes lay between 2.1 and 3.4"
        return bare or mention.form is Form.AGE or bool(named)
    return aligned(mention, like) is not None


def judged(
    passage: Passage, told: Range, value: Place, *, because: str = OUTSIDE
) -> Iterator[Outcome]:
    """Yield a number that lies outside a range, unless it is far from all of it."""
    mention = value.passage.mention(value.slot)
    number = worth(mention, told.like)
    if told.low <= number <= told.high or not (
        told.low < number * _FACTOR and number < told.high * _FACTOR
    ):
        return
    places = [Place(passage, slot) for slot in told.slots]
    yield _compare.outcome(
        LAW,
        Verdict.CONFLICT,
        [place.evidence(side) for side, place in enumerate((*places, value))],
        f"{value.said()} lies outside the range of {told.said}.",
        explanation=because,
        severity=Severity.ERROR,
    )
