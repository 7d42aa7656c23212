"""What is called the dearest or the oldest of all, against the range that another text tells.

"Rents go up by 20 to 45 euros" in one report, "the largest flats will cost 60 euros more" in
another; "a ticket costs 30 euros at most", and two sentences on "the dearest is 38": the range,
or the one bound, is looked for by the rare words that both sentences have, and nothing is said
where any range of the texts holds the value.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from factcheck.checks import _afar, _arithmetic, _within
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    RANGED,
    TOKEN,
    Group,
    Passage,
    finds,
    pattern,
)
from factcheck.checks._evidence import Evidence, evidence_of
from factcheck.checks._roots import roots
from factcheck.checks._within import Range
from factcheck.model import Fact, Form, Modifier, Motion, Outcome

_TELLS = RANGED | _within.TOLD
# "Inland, gusts of 110 to 125 km/h were common": not of all.
_ELSEWHERE = r"^(?:inland|elsewhere|outside|away from|nearby|further|farther|in the [a-z]+(?:ern)?)[^<,]*, |\bcommon(?:ly)?\b|\bwidespread\b|\bfrequent(?:ly)?\b"
_LARGE = rf"\b(?:{_within.LARGE}|[a-z]+iest|best-[a-z]+|top-[a-z]+|peak(?:s|ed)?|(?<=the )most [a-z]+)\b"
_SMALL = rf"\b(?:{_within.SMALL}|worst-[a-z]+|(?<=the )least [a-z]+)\b"
_CUE = rf"(?P<mean>{_within.MEAN})|(?P<more>{_LARGE})|(?P<less>{_SMALL})"
_UPPER = (Modifier.UP_TO, Modifier.LESS_THAN)
_LOWER = (Modifier.AT_LEAST, Modifier.MORE_THAN)
_OTHER_NUMBER = r"(?<!of the )(?<!of all )(?<!of )<[cemtrpa]\d"
_APART = r"^(?: [a-z]+)? (?:above|below|short of|over|under|behind|ahead of|(?:more|less|higher|lower|longer|shorter) than|apart|away)(?: (?:the|that|those|its|their|average|last)\b|[.,;])"
_BESIDE, _AFTER, _NEAR_BY = 70, 25, 12  # characters
_NEAR, _FACTOR, _ENDLESS = 2, 3, Decimal("Infinity")
_FEWEST_SHARED, _MANY = 2, 60
# "The oldest of the players"
_OF_WHAT = (
    r"\b(?:[a-z]+est|most [a-z]+) (?:(?:of|among) (?:the|all|its|their|these|those) (?:<c\d+> )?)?"
    r"(?!(?:is|was|are|were|at|of|among|had|has|weighs?|costs?|paid|to|measures?|ran|came|went|and|point|one|ones|part|spot)\b)(?P<what>[a-z-]{3,})"
)
# What stands for any of the numbers: "the warmest reading of the week".
_ANY_VALUE = r"^(?:readings?|values?|figures?|levels?|measurements?|results?|samples?|numbers?|sums?|amounts?|prices?|rates?|of)$"
_SUBJECT = r"^(?:but |and |yet )?(?:the|its|their) [a-z]+(?:est|imum)\b|^(?:at|in) (?:the|its|their) [a-z]+est\b"
# A bound of what may come, or of the first of several.
_LOOSE_BOUND = r"\b(?:so far|still|already|first|if|until|another|further|other|reward|average|target|at a time|once)\b"


def told(groups: tuple[Group, ...], settled: Collection[Passage]) -> Iterator[Outcome]:
    """Yield the extremes that lie outside the range that another sentence tells of all.

    Args:
        groups: The sentences of each document.
        settled: Those with a range that is judged already.
    """
    found = [
        (passage, each)
        for group in groups
        for passage in group
        if not passage.in_table and (each := _range(passage)) is not None
    ]
    if not found or len(found) > _MANY:
        return
    evidence = evidence_of(groups)
    for passage, each in found:
        if passage in settled:
            continue
        for other in _candidates(passage, evidence):
            place = _extreme(other, each, passage, evidence)
            if place is None:
                continue
            if not any(_holds(rival, place) for _, rival in found):
                yield from _within.judged(passage, each, place)
                break


def _range(passage: Passage) -> Range | None:
    """Return the range of all that a sentence tells, or its one bound."""
    masked = passage.masked
    if passage.says(_TELLS) and (whole := _whole(passage)) is not None:
        said = passage.bearing(whole.slots[0])
        loose = finds(said, _within.LOOSE) or finds(said, _ELSEWHERE)
        return None if loose else whole
    bounds = [
        slot
        for slot, item in enumerate(passage.items)
        if isinstance(item, Fact) and item.mention.modifier in (*_UPPER, *_LOWER)
    ]
    if len(bounds) != 1 or passage.amounts != 1:
        return None
    said = passage.bearing(bounds[0])
    if finds(said, _LOOSE_BOUND) or finds(said, _within.LOOSE):
        return None
    fact = passage.fact(bounds[0])
    mention, value = fact.mention, fact.mention.value
    counted = mention.dimension == "count"
    if counted or value is None or value <= 0 or mention.form is not Form.PLAIN:
        return None
    if fact.motion not in (None, Motion.TO) or fact.stance is not None:
        return None
    size = _within.base(value, mention)
    denied = finds(
        masked.partition(f"<{passage.kinds[bounds[0]]}")[0],
        r"\b(?:no|none|nothing|never|not)\b",
    )
    upper = (mention.modifier in _UPPER) is not denied
    ends = (Decimal(0), size) if upper else (size, _ENDLESS)
    return Range(*ends, (bounds[0],), mention, _arithmetic.said(passage, bounds[0]))


def _whole(passage: Passage) -> Range | None:
    """Return the range that a sentence tells by both ends; one of changes too."""
    both = _within.told_in(passage)
    if both is not None:
        return both
    found = _within.ranges(passage)
    alone = len(found) == 1 == passage.amounts + passage.kinds.count("p")
    moved = alone and passage.fact(found[0].slots[0]).motion is Motion.BY
    return found[0] if moved else None


def _candidates(passage: Passage, evidence: Evidence) -> list[Passage]:
    """Return the sentences right after a range, and those like it elsewhere."""
    near = [
        other
        for other in evidence.beside(passage, _NEAR)
        if other.block == passage.block and other.index > passage.index
    ]
    return [
        *near,
        *(each for each in evidence.like(evidence.words(passage)) if each not in near),
    ]


def _extreme(
    other: Passage, told_: Range, passage: Passage, evidence: Evidence
) -> Place | None:
    """Return the one number of a sentence that is called the most or least of what a range is of."""
    if other is passage or other.in_table or _range(other) is not None:
        return None
    slots = [
        slot
        for slot, item in enumerate(other.items)
        if isinstance(item, Fact)
        and _within.is_like(item.mention, told_.like, passage.masked)
    ]
    whole = Place(passage, told_.slots[0])
    found = [
        place
        for slot in slots
        if _is_outside(place := Place(other, slot), told_, passage, slots)
    ]
    if len(found) != 1:
        return None
    said = other.bearing(found[0].slot)
    at = said.find(f"{found[0].slot}>")
    beside = said[max(0, at - _BESIDE) : at + _AFTER]
    if finds(said, _within.OTHERWISE) or finds(beside, _within.LOOSE):
        return None
    return found[0] if _is_of_same(found[0], whole, evidence) else None


def _is_outside(
    place: Place, told_: Range, passage: Passage, slots: Sequence[int]
) -> bool:
    """Return whether a number is past the end of a range of which it is the extreme, or the mean."""
    fact, like = _afar.fact_of(place), passage.fact(told_.slots[-1])
    mention, value = fact.mention, _within.worth(fact.mention, told_.like)
    above = value > told_.high
    if not (above or value < told_.low) or mention.modifier in (*_UPPER, *_LOWER):
        return False
    moves = {fact.motion is Motion.BY, like.motion is Motion.BY}
    far = value > told_.high * _FACTOR or value * _FACTOR < told_.low
    if len(moves) > 1 or far:
        return False
    # "Rents go up by 20 to 45 euros", "some pay 60 more"; else "60 more" is a difference.
    token = f"{place.slot}>"
    after = place.passage.masked.partition(token)[2]
    if finds(after, _APART) and moves == {False} and "more" not in after[:_NEAR_BY]:
        return False
    return _is_called(place, slots, above=above)


def _is_called(place: Place, slots: Sequence[int], *, above: bool) -> bool:
    """Return whether the words beside a number call it the most (or the least), or the mean.

    The words stand before it, or else right after it: "at 41 the oldest".
    """
    masked = place.passage.masked
    spots = {int(token["slot"]): token.span() for token in TOKEN.finditer(masked)}
    start, end = spots[place.slot]
    ends = [spots[slot] for slot in slots if slot != place.slot]
    low = max((high for _, high in ends if high <= start), default=0)
    high = min((begin for begin, _ in ends if begin >= end), default=len(masked))
    before, after = masked[low:start], masked[end:high]
    cues = list(pattern(_CUE).finditer(before))
    if cues and not _is_next_to(before[cues[-1].end() :], mean=cues[-1]["mean"]):
        return False
    if not cues:
        cue = pattern(
            rf"^(?: [a-z]+)?,? (?:(?:is|was|as|makes? (?:him|her|it)|made (?:him|her|it)|becomes?|became) )?(?:by far )?(?:the |its |their )?(?:{_CUE})"
        ).search(after)
        cues = [cue] if cue else []
    wanted = "more" if above else "less"
    return bool(cues) and (cues[-1]["mean"] or cues[-1][wanted]) is not None


def _is_next_to(between: str, *, mean: str | None) -> bool:
    """Return whether nothing stands between a word for a mean, or an extreme, and its number."""
    if len(between) > _BESIDE:
        return False
    apart = rf"[,;:]| (?:and|but|while|though|after|from) |{_OTHER_NUMBER}"
    return not (mean and finds(between, apart))


def _is_of_same(place: Place, whole: Place, evidence: Evidence) -> bool:
    """Return whether a value is of what a range is of: rare words, the time and the story."""
    other, passage = place.passage, whole.passage
    beside = (
        other.document is passage.document and 0 < other.index - passage.index <= _NEAR
    )
    said = roots(passage.masked)
    what = pattern(_OF_WHAT).search(other.masked)
    named = what is not None and not finds(what["what"], _ANY_VALUE)
    meant = roots(what["what"]) if what is not None and named else frozenset()
    if meant:
        if not meant <= said:
            return False
    elif not beside:
        shared = evidence.words(passage) & evidence.words(other)
        around = _afar.around(other, without=passage) & said
        if not shared or len(around) < _FEWEST_SHARED:
            return False
    elif not finds(other.masked, _SUBJECT):
        return False
    return _afar.on_one_story(passage, other) and _afar.agree_in_time(whole, place)


def _holds(each: Range, place: Place) -> bool:
    mention = place.passage.mention(place.slot)
    if mention.dimension != each.like.dimension or mention.value is None:
        return False
    return each.low <= _within.base(mention.value, mention) <= each.high
