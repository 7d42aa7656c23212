"""Where a thing stands in time: "in its fourth year" is three years and some months."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck import units
from factcheck.checks import _ages, _arithmetic
from factcheck.checks._ages import Days
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, hint, saying, search
from factcheck.model import Form, Interval, Outcome
from factcheck.units import wording

_BEGAN = r"\b(?:began|begun|started|since|invaded|launched|founded|took office|came to power|broke out|erupted|seized power|took over|opened|declared)\b"
# What may be "in its fourth year", and how its length is told.
_EVENT = (
    r"\b(?P<event>war|conflict|invasion|fighting|siege|strike|occupation|blockade|drought"
    r"|pandemic|epidemic|trial|crisis|lockdown|ceasefire|uprising|insurgency|boycott)\b"
)
_STANDING = (
    rf"{_EVENT}[^<;.]{{0,60}}\b(?:in|into|entering|enters|entered) (?:its|their|the|a)"
    r"(?: now)? {q:q}"
)
_STANDS = hint("<q", sources=(_STANDING,))
_LASTED = (
    rf"{_EVENT}[^<;.]{{0,40}}?{{t:t}} (?:since|after|into)\b",
    rf"{{t:t}} (?:since|into|of|after) [^<;.]{{0,40}}?{_EVENT}",
    (
        rf"{_EVENT}[^<;.]{{0,20}}? (?:has|have) (?:now |already )*(?:lasted|raged|dragged on"
        r"|gone on|been going on|been under way|continued)(?: for)? {t:t}"
    ),
)
_LASTS = hint("<t", sources=_LASTED)
_WAR = frozenset({"war", "conflict", "invasion", "fighting"})


def position(passage: Passage) -> Iterator[Outcome]:
    """The war began in March 2023 and is in its third year."""
    masked, today = passage.masked, passage.document.date
    if "<q" not in masked or today is None or not search(masked, _BEGAN):
        return
    match = search(
        masked,
        # But for "in 2009, in his fourth year there": that is when it was.
        r"{a:d}(?!,? in )[^<;]{0,80}\b(?:in|into|entering|enters|entered) (?:its|their|his|her|the) {q:q}",
    ) or search(
        masked,
        r"\b(?:in|into|entering|enters|entered) (?:its|their|his|her|the) {q:q}[^<;.]{0,60}"
        r"\b(?:in|on|since) {a:d}",
    )
    if not match:
        return
    begin, counted = passage.period(match["a"]), passage.period(match["q"])
    days = Days.of(begin)
    if days is None or begin.parts or counted.elapsed is None:
        return
    size = _ages.DAYS_IN.get(counted.unit or "")
    if size is None or days.end > today or not days.is_past(today, counted.unit):
        return
    derived = Interval(
        Decimal((today - days.end).days - 1) / size,
        Decimal((today - days.start).days + 1) / size,
    )
    places = Place(passage, int(match["a"])), Place(passage, int(match["q"]))
    said = [_arithmetic.said(passage, place.slot) for place in places]
    fit = _ages.spoken(derived.scale(size))
    yield _arithmetic.settle(
        _ages.LAW,
        places,
        derived,
        counted.elapsed,
        sum_text=f"From {said[0]} to the date of this text is {fit}",
        said_text=f"in the {said[1]}",
        fit=None,
    )


def standing(group: Sequence[Passage]) -> Iterator[Outcome]:
    """The war is in its fourth year; it has gone on for three years and eight months."""
    for _, passage in saying(group, _STANDS):
        match = search(passage.masked, _STANDING)
        assert match
        counted = passage.period(match["q"])
        for _, other in saying(group, _LASTS) if counted.elapsed is not None else ():
            for source in _LASTED:
                length = search(other.masked, source)
                if length and _event(match["event"]) == _event(length["event"]):
                    yield from _stands(
                        Place(passage, int(match["q"])), Place(other, int(length["t"]))
                    )
                    break
        return


def _event(word: str) -> str:
    return "war" if word in _WAR else word


def _stands(position: Place, length: Place) -> Iterator[Outcome]:
    period = position.passage.period(position.slot)
    mention = length.passage.mention(length.slot)
    reading = units.convert_interval(mention.reading, mention.unit, period.unit or "")
    if reading is None or period.elapsed is None or mention.form is Form.VAGUE:
        return
    said = _arithmetic.said(position.passage, position.slot)
    spoken = wording.reading(period.elapsed)
    yield _arithmetic.settle(
        _ages.LAW,
        (position, length),
        period.elapsed,
        reading,
        sum_text=f"In its {said} is {spoken} {period.unit}s in",
        said_text=_arithmetic.said(length.passage, length.slot),
        fit=None,
    )
