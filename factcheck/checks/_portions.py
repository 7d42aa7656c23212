"""Shares told apart from the part and the whole: "It holds 84. That is half of its capacity of 210".

Where a sentence tells one share and it, or the one before, tells one part and its whole, the
share is theirs if the words take them up: "which is", "a full", "that puts their share at".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.checks import _arithmetic, _shares, _wholes
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import TOKEN, Passage, aligned, finds, pattern
from factcheck.checks._shares import HEDGE, Claim, Stated
from factcheck.model import Form, Interval

_HEDGES = rf"(?:(?:{HEDGE}|a full|fully|a good|now|thus|therefore|already|still|even|about|in all) )*"
_IS = r"(?:is|was|are|were|makes?|made|means?|meant|represents?|represented|equals?|gives|comes to|amounts to|covers?|meets|fills)"
# Between the two numbers and the share.
_TAKES_UP = (
    rf"(?:,| -|:|;|\()(?: (?:or|that is|so|i\.e\.|meaning|making)(?: that)?)?(?: (?:an? |the )?(?:[a-z]+ )?(?:share|proportion|rate|turnout) of)? {_HEDGES}$"
    rf"|[,;:] (?:and |so )?(?:which|that|this|it) {_IS} {_HEDGES}$"
    rf"|, (?:is|was|are|were|makes up|made up|accounts for|accounted for) {_HEDGES}$"
    rf"|[,;:] (?:so |thus |and )?(?:its|their|the|that|this|her|his) (?:[a-z-]+ )?(?:share|proportion|rate|percentage|quota),? (?:is|was|of|at|stands at|comes to) {_HEDGES}$"
)
_AND_THAT = rf"[,;:] (?:and |so )?(?:which|that|this|it) {_IS} {_HEDGES}$"
# What a sentence begins with that takes up the one before.
_OPENS = (
    rf"^(?:and |so |but )?(?:that|this|which|it) {_IS} {_HEDGES}$"
    rf"|^(?:and |so )?(?:that|this) (?:puts|brings|takes|gives|leaves|makes for) (?:[a-z'-]+ ){{1,4}}?(?:(?:at|to|of) )?{_HEDGES}$"
    rf"|^(?:so |and )?(?:its|their|the|that|this|her|his|such a) (?:[a-z-]+ )?(?:share|proportion|rate|percentage|quota)(?: thus)? (?:is|was|of|stands at|comes to) {_HEDGES}$"
    rf"|^(?:in other words|put differently|put another way|in short|that is),? {_HEDGES}$"
)
# Nothing else is said of what.
_ENDS = (
    r"^ ?(?:$|[.,;:)!?]| -| and (?!<)|(?: (?:is|was) (?:an? |the )?(?:new )?(?:record|best|most|lowest|highest))"
    r"| of (?:them|these|those|all|it)(?= ?(?:$|[.,;:)]))| of the (?:total|whole|lot|workforce|entire)\b(?! (?:of|in|from|with|who|that)\b))"
)
_OF = r"^,? of (?:its|the|their|a|an|that|this|his|her|our|what)(?: [a-z-]+){0,3}?(?: of)?(?: (?:about|some|only))? <(?P<kind>[cem])(?P<w>\d+)>(?! [a-z]+ (?:who|that|which|with|from)\b)"
_FULL = (
    r"^ (?:full|occupied|sold out|booked|taken|filled|(?P<empty>empty|unsold|vacant))\b"
)
_ROOM = r"\b(?:capacity|seats?|beds?|places?|berths?|holds?|stores?|when full|rooms?|cells?|spaces?|pitches)\b"
# "By eight it was half empty": at another time.
_THEN = r"\b(?:by|later|then|after|until|before|soon|at|last|another|other|usually|often|always)\b"
# What was counted, and nothing else, is so full.
_IT = r"\b(?:it|they|this|that|which|so|thus|therefore|leaving|making|means?|meaning|house|place)\b"
_ROOT = 4
_BOTH, _LEAST = 2, 12  # of fewer, the words are a share


class _Told(NamedTuple):
    part: Place
    whole: Place


def claims(group: Sequence[Passage], at: int) -> Iterator[Claim]:
    """Yield what the one share of a sentence is of.

    Args:
        group: The sentences of a document.
        at: Number of the sentence with the share.
    """
    passage = group[at]
    spots = _shares.spots(passage.masked)
    if len(spots) != 1 or passage.in_table:
        return
    spot = spots[0]
    before, after = passage.masked[: spot.start], passage.masked[spot.end :]
    previous = group[at - 1] if at else None
    if previous is not None and (
        previous.block != passage.block or previous.index + 1 != passage.index
    ):
        previous = None
    told = (
        _of_whole(passage, previous, before, after)
        or _paired(passage, previous, before, after)
        or _filled(group, at, before, after)
    )
    share = None if told is None else _shares.stated(passage, spot)
    if told is not None and share is not None:
        full = pattern(_FULL).match(after)
        if full and full["empty"]:
            share = _unfilled(share)
        yield Claim(share, told.part, (told.whole,), sure=True)


def _paired(
    passage: Passage, previous: Passage | None, before: str, after: str
) -> _Told | None:
    """Return the one part and whole that a share takes up: "18 of the 24 ..., a full half"."""
    if not pattern(_ENDS).match(after):
        return None
    source, own = passage, _pairs(passage)
    if not own and previous is not None and finds(before, _OPENS):
        source, own = previous, _pairs(previous)
    elif not finds(before, _TAKES_UP):
        return None
    if len(own) != 1 or (source is not passage and passage.amounts):
        return None
    part, whole = own[0]
    if source is passage:
        last = max(
            before.find(f"<{passage.kinds[slot]}{slot}>") for slot in (part, whole)
        )
        between = before[last:].partition(">")[2]
        if last < 0 or finds(between, r"<[ce]\d+>| and (?![^<]*$)"):
            return None
    return _Told(Place(source, part), Place(source, whole))


def ratio(passage: Passage) -> tuple[Place, Stated] | None:
    """Return "780 out of 1,200", read as one number, and the share that it is said to be."""
    told = [
        slot
        for slot, kind in enumerate(passage.kinds)
        if kind == "f" and (passage.mention(slot).base or 0) >= _LEAST
    ]
    spots = _shares.spots(passage.masked) if len(told) == 1 else ()
    others = [spot for spot in spots if spot.slot not in told]
    if len(others) != 1:
        return None
    spot, token = others[0], f"<f{told[0]}>"
    masked = passage.masked
    at = masked.index(token)
    if at < spot.start:
        between = masked[at + len(token) : spot.start]
        fits = finds(between, _TAKES_UP) and pattern(_ENDS).match(masked[spot.end :])
    else:
        between = masked[spot.end : at]
        fits = pattern(rf"(?:,| -|:| \() ?(?:or |that is )?{_HEDGES}$").search(between)
        fits = fits and pattern(r"^ ?(?:$|[.,;:)])").match(masked[at + len(token) :])
    if not fits or finds(between, "<[ce]| and "):
        return None
    share = _shares.stated(passage, spot)
    return (Place(passage, told[0]), share) if share is not None else None


def _pairs(passage: Passage) -> list[tuple[int, int]]:
    return list(dict.fromkeys(_wholes.pairs(passage)))


def _of_whole(
    passage: Passage, previous: Passage | None, before: str, after: str
) -> _Told | None:
    """Return the part of the whole that a share is said to be of: "half of its capacity of 210"."""
    match = pattern(_OF).match(after)
    if match is None:
        return None
    whole = Place(passage, int(match["w"]))
    if finds(before, "<[cemtr]"):
        source = passage if finds(before, _AND_THAT) else None
        text = before
    else:
        source = previous if finds(before, _OPENS) else None
        text = previous.masked if previous is not None else ""
    if source is None:
        return None
    parts = [
        slot
        for slot in (int(token["slot"]) for token in TOKEN.finditer(text))
        if _is_part(source, slot, whole)
    ]
    return _Told(Place(source, parts[0]), whole) if len(parts) == 1 else None


def _is_part(passage: Passage, slot: int, whole: Place) -> bool:
    if passage.kinds[slot] not in "cem":
        return False
    a, w = passage.mention(slot), whole.passage.mention(whole.slot)
    if {a.form, w.form} != {Form.PLAIN} or aligned(a, w) is None:
        return False
    return a.dimension == w.dimension or a.counted is None


def _filled(group: Sequence[Passage], at: int, before: str, after: str) -> _Told | None:
    """The hall has 240 seats. On Friday 180 came, so it was 80 percent full."""
    clause = re.split(r"[;:>]", before)[-1]
    if not pattern(_FULL).match(after) or finds(clause, _THEN):
        return None
    found: list[Place] = []
    for source in reversed(group[max(0, at - _BOTH) : at + 1]):
        if source.block != group[at].block or len(found) >= _BOTH:
            break
        found += [
            Place(source, slot)
            for slot, kind in enumerate(source.kinds)
            if kind in "cem" and source.mention(slot).form is Form.PLAIN
        ]
    said = " ".join(place.passage.masked.replace(clause, "") for place in found)
    if not finds(clause, _IT) and not any(
        word[:_ROOT] in said for word in re.findall("[a-z]{4,}", clause)
    ):
        return None
    if len(found) != _BOTH:
        return None
    part, whole = sorted(
        found, key=lambda place: place.passage.mention(place.slot).value or 0
    )
    a, w = (place.passage.mention(place.slot) for place in (part, whole))
    same = a.dimension == w.dimension or aligned(a, w) is not None
    if not same or not _has_room(whole) or _has_room(part):
        return None
    return _Told(part, whole)


def _unfilled(share: Stated) -> Stated:
    """Return how full what is so far empty is."""
    low, high = share.reading.low, share.reading.high
    return replace(
        share,
        reading=Interval(
            None if high is None else _arithmetic.HUNDRED - high,
            None if low is None else _arithmetic.HUNDRED - low,
        ),
        said=f"{share.said} empty",
        percent=None,
        shaped=None,
    )


def _has_room(place: Place) -> bool:
    masked = place.passage.masked
    token = f"<{place.passage.kinds[place.slot]}{place.slot}>"
    left, _, right = masked.partition(token)
    near = re.split("[,;:<>]", left)[-1] + re.split("[,;:<>]", right)[0]
    return finds(near, _ROOM)
