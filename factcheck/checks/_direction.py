"""What rises must end higher than it began: the words of a change against its two values."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks import _arithmetic, _compare
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    Passage,
    aligned,
    hint,
    pattern,
    remembered,
    segments,
)
from factcheck.model import Form, Outcome, Severity, Verdict

LAW = "change"

RISES = (
    r"ris(?:e[sn]?|ing)|rose|increas(?:e[sd]?|ing)|gr(?:e?w|ow(?:n|s|ing)?)|climb(?:s|ed|ing)?"
    r"|jump(?:s|ed|ing)?|surg(?:e[sd]?|ing)|soar(?:s|ed|ing)?|swell(?:s|ed|ing)?|raised"
    r"|rocketed|leapt|widen(?:s|ed)?|enlarged"
)
"""Verbs of a rise, of any amount; a law adds those that only it can take."""
_UP = (
    rf"{RISES}|swollen|accelerat(?:e[sd]?|ing)|quicken(?:s|ed)|mounted|crept up|went up"
    r"|lifted|hiked|edged (?:up|higher)|ticked up|picked up|moved up|shot up|up"
)
FALLS = (
    r"f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)"
    r"|shr[aiu]nk(?:s|ing)?|slid(?:es?)?|slipp?(?:s|ed)|slump(?:s|ed|ing)?|plung(?:e[sd]?|ing)"
    r"|plummet(?:s|ed|ing)?|dipp?(?:s|ed)|tumbl(?:e[sd]?|ing)|reduc(?:e[sd]?|ing)|lowered"
    r"|narrow(?:s|ed)|retreated|trimmed|slashed|eased|dwindled"
)
"""Verbs of a fall."""
_DOWN = rf"{FALLS}|cut(?:s|ting)?(?= (?:its|their|the|his|her|our)\b)|slow(?:s|ed|ing)?|went down|came down|edged (?:down|lower)|ticked down|down"
# Words that turn the sense of a number, or tell of a place in a row and not of an amount.
_TURNED = (
    r"\b(?:not|never|nor|revised|corrected|wrongly|depths?|deep|below|minus|under (?:the )?(?:sea"
    r"|water|ground)|ranks?|ranked|rankings?|place|position|seeds?|number <|no\. <|spot|table"
    r"|charts?|against the|to the (?:dollar|euro|pound|yen|rouble|ruble)|exchange|odds|handicap"
    r"|per dollar|frequenc(?:y|ies)|intervals?|par|bogeys?|(?:whole|rest|all) of|full[- ]year|entire|alone|on average"
    r"|rupee|yen|won|lira|peso|real|rand|rouble|ruble|yuan|renminbi|franc|kron[ae]|hryvnia|naira"
    r"|zloty|forint|baht|ringgit|rupiah|dong|shilling|cedi|kwacha|pound|dollar|euro|currency"
    r"|forecast(?:s|ed|er|ers)?|expect(?:s|ed|ations?)?|target(?:s|ed)?|instead)\b"
)
_HEAD = r"(?: (?:an?|the|its|their|his|her|about|around|some|just|only|nearly|almost|as|over))*"
_WHEN = r"(?:[^<;:()]|<[dwkq]\d+>)"
_SPEAKS = (
    (
        rf"(?<![\w-])(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?: [a-z-]+){{0,3}}?,? from{_HEAD}(?: [a-z'-]+){{0,3}}?"
        rf" {{a:cemtrp}}{_WHEN}{{0,50}}? to{_HEAD}(?: [a-z'-]+){{0,3}}? {{b:cemtrp}}"
    ),
    (
        rf"(?<![\w-])(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?: [a-z-]+){{0,2}}? (?:to|at){_HEAD}"
        rf"(?: [a-z'-]+){{0,3}}? {{b:cemtrp}}{_WHEN}{{0,50}}?,? (?:from|against|compared (?:with|to))"
        rf"{_HEAD}(?: [a-z'-]+){{0,3}}? {{a:cemtrp}}"
    ),
)
# Each way of speaking has one of these, and one of `MOVED`: the verbs of `_UP` and `_DOWN`.
TURNS = hint(" from", " to", " against", " compared")
MOVED = hint(
    "rise", "rising", "rose", "increas", "grew", "grow", "climb", "jump", "surg", "soar", "swell", "rais", "lift", "hik", "rocket",
    "leapt", "widen", "enlarged", "swollen", "accelerat", "quicken", "mounted", "up", "edged ", "fall", "fell", "drop",
    "declin", "decreas", "shrank", "shrink", "shrunk", "slid", "slip", "slump", "plung", "plummet", "dipp", "dips",
    "tumbl", "reduc", "lowered", "narrow", "retreated", "trimmed", "slashed", "eased", "dwindled", "cut", "slow", "down",
)  # fmt: skip
_PAIR = 2
_FAR, _FARTHEST = 20, 1000  # times as much is an amount, and no price for one
_OR = r">(?: [a-z]+){0,2},? (?:or |\()(?:about |some )?$"
_AFTER_ALL = r"<[cemtrp]\d+>[^<]*, (?:after|despite|including|excluding|before) (?:an? )?(?:[a-z]+ ){0,3}$"
# "A loss of 11 million, down from a gain of 3 million"
_OF_OTHER_SIGN = r"\b(?:from|with|against) (?:an? )?(?:[a-z]+ )?(?:gain|profit|loss|surplus|deficit) of "
_IN_TIME = r"\b(?:in|over|for|within|during|after)(?: the| its| their)?(?: (?:last|past|first))? $"
_HINT = rf"\b(?:{_UP}|{_DOWN})\b"


def may_turn(hints: int) -> bool:
    """Return whether a sentence may tell a rise or a fall of two values, by its marks."""
    return hints & TURNS != 0 and hints & MOVED != 0


def directed(passage: Passage) -> Iterator[Outcome]:
    """Yield whether two values lie as the words between them say."""
    values = passage.amounts + passage.kinds.count("p")
    if values < _PAIR or passage.in_table:
        return
    for segment, spoken in _moves(passage.masked):
        for match in spoken:
            if not _is_aside(segment, match):
                old, new = (Place(passage, int(match[name])) for name in "ab")
                yield from _judged(old, new, match)


def _is_aside(text: str, match: re.Match[str]) -> bool:
    """Return whether another number is compared: "32 crowns, or 5 dollars, up from 30, or 4".

    So it is in "a profit of 94 million, after a charge of 120 million, down from 107 million".
    """
    before = text[: match.start("b") - 2]
    if pattern(_AFTER_ALL).search(before) or pattern(_OF_OTHER_SIGN).search(match[0]):
        return True
    twice = text.startswith((", or ", " or ", " ("), match.end())
    return twice and pattern(_OR).search(before) is not None


@remembered
def _moves(masked: str) -> tuple[tuple[str, tuple[re.Match[str], ...]], ...]:
    """Return the parts of a marked sentence that tell of a rise or fall, and where they do."""
    return tuple(
        [
            (segment, spoken)
            for segment in segments(masked)
            if (spoken := tuple(_spoken(segment)))
            and not pattern(_TURNED).search(segment)
        ]
    )


def _spoken(segment: str) -> Iterator[re.Match[str]]:
    seen: set[tuple[str, str]] = set()
    for source in _SPEAKS:
        for match in pattern(source).finditer(segment):
            pair = match["a"], match["b"]
            if (
                pair in seen
                or _goes_on(segment, match)
                or _turns(segment, match)
                or _length(segment, match)
                or _is_range(segment, match)
            ):
                continue
            seen.add(pair)
            yield match


def _goes_on(segment: str, match: re.Match[str]) -> bool:
    """Return whether there are more values than two: "12 dead and 84 hurt, from 15 and 90"."""
    return bool(
        segment.startswith((" and from", " to", " and <", ", <"), match.end())
        or re.search(
            r"<[cemtrp]\d+>[^<]{0,40} and [^<]{0,20}$", segment[: match.start("b") - 2]
        )
    )


def _turns(segment: str, match: re.Match[str]) -> bool:
    """Return whether another move lies between: "grew from 40, fell to 30 and ended at 50"."""
    told = match.span("up" if match["up"] is not None else "down")
    ends = sorted((match.span("a"), match.span("b")))
    return any(
        (found.start(), found.end()) != told
        for found in pattern(_HINT).finditer(segment, ends[0][1], ends[1][0])
    )


def _length(segment: str, match: re.Match[str]) -> bool:
    """Return whether a value is the time it took: "4.1 percent in the 12 months to May"."""
    before = segment[: match.start("b") - 2]
    return segment[match.start("b") - 1] == "t" and bool(
        pattern(_IN_TIME).search(before)
    )


def _is_range(segment: str, match: re.Match[str]) -> bool:
    """Return whether both are the old value: "5.1 to 5.6 million, down from 5.3 to 5.9"."""
    told = "up" if match["up"] is not None else "down"
    return (
        match.start("a") < match.start("b")
        and match[told] in ("up", "down")
        and re.search(r">[^<;]{0,25}, $", segment[: match.start(told)]) is not None
    )


def _judged(old: Place, new: Place, match: re.Match[str]) -> Iterator[Outcome]:
    first, second = (place.passage.mention(place.slot) for place in (old, new))
    if {first.form, second.form} - {Form.PLAIN}:
        return
    pair = aligned(first, second)
    if pair is None or first.value is None or second.value is None:
        return
    far = _FAR if first.unit != second.unit else _FARTHEST
    if not (first.value < second.value * far and second.value < first.value * far):
        return  # "64 cents a share, up from $5.2 million"
    if first.value < 0 and second.value < 0:  # a deficit that grows
        return
    readings = (old.passage.reading(old.slot), new.passage.reading(new.slot))
    x, y = (
        _compare.convert(reading, mention.unit)
        for reading, mention in zip(readings, pair, strict=True)
    )
    rises = match["up"] is not None
    low, high = (x, y) if rises else (y, x)
    agrees = (
        low.meets(high) or low.low is None or high.high is None or low.low < high.high
    )
    said = [_arithmetic.plain(place.passage, place.slot) for place in (old, new)]
    word = (match["up"] or match["down"]).split()[-1]
    if agrees:
        yield _compare.outcome(
            LAW,
            Verdict.AGREE,
            [old.evidence(0), new.evidence(1)],
            f"From {said[0]} to {said[1]} is a {'rise' if rises else 'fall'}, as the text says.",
        )
        return
    yield _compare.outcome(
        LAW,
        Verdict.CONFLICT,
        [old.evidence(0), new.evidence(1)],
        f"From {said[0]} to {said[1]} is a {'fall' if rises else 'rise'}, but the text says"
        f" “{word}”.",
        explanation=f"The words tell of a {'rise' if rises else 'fall'}, the numbers of the"
        " reverse: one of them is wrong, or the two changed places.",
        severity=Severity.ERROR,
    )
