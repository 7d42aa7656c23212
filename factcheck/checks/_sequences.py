"""Parts counted off one after another, in one sentence or over several.

"It launched 62 drones. 41 of them were shot down; a further 15 were jammed; nine got
through": what is left over is said, or the parts come to more than there were.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks import _arithmetic, _columns, _wholes
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import TOKEN, Passage, aligned, hint, pattern
from factcheck.model import Form, Mention, Outcome, Verdict

# A word that sets a part apart from those before it.
# "88 mm fell in the last 24" has hours, and "of the last 24" is no part.
_NOT_WITHIN = r"(?<!\bof )(?<!\bin )(?<!\bover )(?<!\bfor )(?<!\bduring )(?<!\bwithin )"
_FURTHER = rf"{_NOT_WITHIN}\b(?:a further|another|the other|the remaining|the last|the final)(?: [a-z]+)? $"
_LAST = rf"{_NOT_WITHIN}\b(?:the other|the remaining|the last|the final)(?: [a-z]+)? $"
_NOT_APART = (
    r"\b(?:including|of whom|of which|than|percent|from <|last year|earlier|each|aged|per|also|both|among"
    r"|up to|injured|wounded|a day|previous(?:ly)?|about half|average|times|compared|against|versus"
    r"|ago)\b"
)
# Set beside the whole, with no verb of its own: ", and another 400 at its clinic".
_BESIDE = r"(?:,| -|;) (?:and|plus) (?:another|a further) $"
_THERE = r"^(?: (?:people|jobs|staff|members|more))? (?:in|at|on|with|from|for|abroad|elsewhere)\b"
_MOST = 5
ONE_MORE = hint("further <", "another <", "other <", "remaining <", "last <")


def counted_off(group: Sequence[Passage], at: int) -> list[Outcome]:
    """Return whether parts that are told one by one come to their whole."""
    return list(_from_first(group, at)) if group[at].says(ONE_MORE) else []


def _from_first(group: Sequence[Passage], at: int) -> Iterator[Outcome]:
    """41 of them; a further 15; nine got through."""
    for start in (at, at - 1):
        passage = group[max(0, start)]
        if start < 0 or passage.block != group[at].block:
            return
        anchors = [(a, [Place(passage, w)]) for a, w in _wholes.pairs(passage)] or [
            (a, _wholes.wholes(group, start, a, noun=noun))
            for a, noun in _wholes.referring(passage.masked)
        ]
        if len(anchors) != 1 or len(anchors[0][1]) != 1:
            continue
        first, (whole,) = anchors[0]
        parts = [Place(passage, first)]
        slots = [slot for slot in range(len(passage.kinds)) if slot > first]
        slots = [s for s in slots if (passage, s) != (whole.passage, whole.slot)]
        parts += [Place(passage, slot) for slot in slots]
        if start != at:
            if group[at].index - passage.index != at - start:
                return
            parts += [Place(group[at], s) for s in range(len(group[at].kinds))]
        if len(parts) <= _MOST and _apart(parts, whole) and not _is_sum(parts, whole):
            yield from _compared(parts, whole, closed=_marked(parts[-1], _LAST))
        return


def _is_sum(parts: Sequence[Place], whole: Place) -> bool:
    """Return whether parts come to another number beside their whole: "30 of the 180 members"."""
    passage = whole.passage
    value = _columns.nominal([part.passage.mention(part.slot) for part in parts])
    return value is not None and any(
        passage.mention(slot).value == value
        for slot, kind in enumerate(passage.kinds)
        if kind in "cem" and slot != whole.slot
    )


def _apart(parts: Sequence[Place], whole: Place) -> bool:
    """Return whether parts are amounts of the whole's kind, set apart from each other."""
    w = whole.passage.mention(whole.slot)
    if all(place.passage.mention(place.slot).unit != w.unit for place in parts):
        return False  # "45 crowns for the chairs, 12 of them. The other 12"
    for place in parts:
        if place.passage.kinds[place.slot] not in "cem":
            return False
        if not _of_kind(place.passage.mention(place.slot), w):
            return False
    texts = {place.passage.masked for place in parts}
    if any(pattern(_NOT_APART).search(_after(text, parts)) for text in texts):
        return False
    return any(_marked(place, _FURTHER) for place in parts[1:])


def _after(text: str, parts: Sequence[Place]) -> str:
    """Return what a sentence says after the first of its parts."""
    slots = [p.slot for p in parts if p.passage.masked == text]
    start = next(m.end() for m in TOKEN.finditer(text) if int(m["slot"]) == min(slots))
    return text[start:].removeprefix(" of which").removeprefix(" of whom")


def _of_kind(part: Mention, whole: Mention) -> bool:
    if {part.form, whole.form} - {Form.PLAIN} or aligned(part, whole) is None:
        return False
    return part.modifier is None and whole.modifier is None


def _marked(place: Place, source: str) -> bool:
    before = place.around()[0]
    return pattern(source).search(before) is not None


def _is_beside(part: Place) -> bool:
    """Return whether a last part may be told beside the whole: "has 900, and another 40 in Tarn"."""
    before, after = part.around()
    told = pattern(_BESIDE).search(before) and pattern(_THERE).match(after)
    return told is not None


def _compared(
    parts: Sequence[Place], whole: Place, *, closed: bool
) -> Iterator[Outcome]:
    """Compare the sum with the whole; without a last part only too much is wrong."""
    mentions = [p.passage.mention(p.slot) for p in parts]
    total = whole.passage.mention(whole.slot)
    value = _columns.nominal(mentions)
    if value is None or total.value is None:
        return
    said = " + ".join(_arithmetic.plain(p.passage, p.slot) for p in parts)
    if value > total.value and _is_beside(parts[-1]):
        return
    outcome = _columns.outcome(
        parts,
        _arithmetic.total_of([p.passage.reading(p.slot) for p in parts]),
        value,
        f"{said} is",
        whole,
    )
    largest = max(m.value or 0 for m in mentions)
    if outcome.verdict is Verdict.AGREE or (
        largest < total.value and (closed or value > total.value)
    ):
        yield outcome
