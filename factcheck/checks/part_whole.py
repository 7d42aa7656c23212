"""A part cannot be larger than its whole.

What it does:
    Compares a number that is said to be part of another ("of the 300, 240 ...", "240 of
    them", "240 out of 300", "300 people, including 240 children") with that other number.

Why it matters:
    It is the simplest of contradictions, and easily made when the whole is updated and the
    part is not, or when two digits change places.

Example:
    "By noon 2,140 fans had arrived, 2,410 of them by tram."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.checks import _arithmetic, _compare
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import PEOPLE, Passage, alike, dense, passages, pattern
from factcheck.model import (
    Cluster,
    DocumentFacts,
    Fact,
    Form,
    Interval,
    Mention,
    Outcome,
    Verdict,
)

LAW = "part_whole"

_THEM = r"(?:them|these|those|whom|which|the(?:m| total| group| dead| victims| wounded| injured| survivors))"
_GAP = r"(?:[^<;:]|<[dwkq]\d+>)"
_DET = r"(?:the|its|their|our|his|her|those|these|all)"
# Each with a piece of text that stands in it.
_SHAPES = (
    # 300 people, including 240 children
    (
        ("includ", "among"),
        (
            rf"{{w:cem}}{_GAP}{{0,60}}?,? \(?(?:including|among them|among whom were)"
            r" (?:[a-z]+ ){0,3}{a:cem}"
        ),
    ),
    # 240 of the 300; 240 out of 300
    (
        (" of ",),
        (
            rf"{{a:cem}}(?: [a-z-]+)? (?:out of(?: {_DET})?|of (?:{_DET}|some|about|a total of"
            r"|an estimated))(?: [a-z-]+){0,2} {w:cem}"
        ),
    ),
    # 300 people had left, 240 of them by train; 300, of whom 240
    (
        (" of th", " of wh"),
        (
            rf"{{w:cem}}{_GAP}{{0,90}}?[,:;(-] ?(?:and |with |but |some |about )*{{a:cem}}(?: [a-z]+)?"
            rf" of {_THEM}\b"
        ),
    ),
    (
        ("of th", "of wh"),
        (
            rf"{{w:cem}}{_GAP}{{0,60}}?(?:,|;| -| \() ?(?:and )?of (?:whom|which|them|these|those) (?:[a-z]+ ){{0,4}}"
            r"{a:cem}"
        ),
    ),
    # of the 300, 240 were
    (
        ("of ",),
        (
            rf"(?:^|[,;:(] ?|\bthat |\band |\bbut )(?:of|out of) (?:{_DET} )?(?:[a-z-]+ ){{0,2}}"
            rf"{{w:cem}}{_GAP}{{0,60}}?, (?:[a-z]+ ){{0,4}}{{a:cem}}"
        ),
    ),
    # 52 of 45 questions
    (("> of <",), r"{a:c} of {w:c} [a-z]+s\b"),
)
# Of these, 240 were; 240 of them: the whole stands in the sentence before.
_ACROSS = (
    r"^(?:but |and )?(?:out )?of (?:these|those|them|that total),? (?:[a-z]+ ){0,4}?{a:cem}",
    r"^(?:but |and |some |about |only )*{a:cem}(?: [a-z]+)? of (?:them|these|those)\b",
)
# "the eight-storey tower", "300 more than last year"
_NO_WHOLE = r"-|(?: [a-z]+)? (?:more|fewer|less|extra|additional|other|others)\b"
_THESE = ("of these", "of those", "of them", "of that total")
_HINTS = (" of ", "of ", "includ", "among")
_PAIR = 2
_INCLUDING = 0
_LOOSE = 5  # "52 of 45 questions"
_MOST_LOOSE = 2


def check(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],  # noqa: ARG001  every law is called alike
) -> Iterator[Outcome]:
    """Yield the parts that exceed their wholes, and those that do not."""
    for group in passages(documents):
        for before, passage in pairwise(group):
            if passage.says(_THESE):
                yield from _across(before, passage)
    for passage in dense(documents):
        if passage.amounts < _PAIR or not passage.says(_HINTS):
            continue
        found: dict[int, list[Outcome]] = {}
        for part, whole in _pairs(passage):
            found.setdefault(part, []).append(_judge(passage, part, whole))
        for outcomes in found.values():
            right = [each for each in outcomes if each.verdict is Verdict.AGREE]
            yield right[0] if right else outcomes[0]


def _pairs(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield what is said to be a part, and its whole, in one sentence."""
    seen: set[tuple[int, int]] = set()
    for number, (hints, source) in enumerate(_SHAPES):
        if not passage.says(hints):
            continue
        for match in pattern(source).finditer(passage.masked):
            slots = int(match["a"]), int(match["w"])
            after = passage.masked[match.end("w") + 1 :]
            if slots in seen or pattern(_NO_WHOLE).match(after):
                continue
            seen.add(slots)
            part, whole = (passage.mention(slot) for slot in slots)
            if number == _LOOSE and not _close(part, whole):
                continue
            if _comparable(part, whole, named=number == _INCLUDING):
                yield slots


def _close(part: Mention, whole: Mention) -> bool:
    if part.value is None or whole.value is None:
        return False
    return part.value < whole.value * _MOST_LOOSE


def _across(before: Passage, passage: Passage) -> Iterator[Outcome]:
    """By noon 2,140 had arrived. Of these, 2,410 came by tram."""
    if before.block != passage.block or before.index + 1 != passage.index:
        return
    for source in _ACROSS:
        match = pattern(source).match(passage.masked)
        if not match:
            continue
        part = passage.mention(match["a"])
        wholes = [
            slot
            for slot, item in enumerate(before.items)
            if isinstance(item, Fact) and _comparable(part, item.mention, named=False)
        ]
        if len(wholes) == 1:
            yield _told(Place(passage, int(match["a"])), Place(before, wholes[0]))
        return


def _comparable(part: Mention, whole: Mention, *, named: bool) -> bool:
    """Return whether the one can be a piece of the other.

    Args:
        part: The part.
        whole: The whole.
        named: Whether the part has a noun of its own, which must then be a kind of the
            whole's: "300 people, including 240 children", not "12 blocks, including 240 flats".
    """
    if part.dimension != whole.dimension or part.unit != whole.unit:
        return False
    if {part.form, whole.form} - {Form.PLAIN}:
        return False
    if not named:
        return alike(part, whole)
    if alike(part, whole):
        return part.dimension == "count" and bool(part.counted and whole.counted)
    kinds = [m.counted.lemma for m in (part, whole) if m.counted]
    return all(kind in PEOPLE for kind in kinds)


def _judge(passage: Passage, part: int, whole: int) -> Outcome:
    return _told(Place(passage, part), Place(passage, whole))


def _told(part: Place, whole: Place) -> Outcome:
    a, w = (place.passage.mention(place.slot) for place in (part, whole))
    most = whole.passage.reading(whole.slot)
    at_most = Interval(None, most.high, low_open=False, high_open=most.high_open)
    verdict = _compare.judge(
        at_most, part.passage.reading(part.slot), exact=_arithmetic.is_exact(a, w)
    )
    places = [part.evidence(0), whole.evidence(1)]
    said = part.said(), whole.said()
    if verdict.agrees:
        return _compare.outcome(
            LAW, Verdict.AGREE, places, f"{said[0]} is part of {said[1]}."
        )
    swapped = a.modifier is None and w.modifier is None
    return _compare.outcome(
        LAW,
        Verdict.CONFLICT,
        places,
        f"{said[0][:1].upper()}{said[0][1:]} cannot be part of {said[1]}: the part is larger than the whole.",
        explanation=f"The text counts {said[0]} out of {said[1]}.",
        severity=verdict.severity,
        slip="the two numbers may be swapped" if swapped else None,
    )
