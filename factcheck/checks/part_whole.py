"""A part cannot be larger than its whole.

What it does:
    Compares a number that is said to be part of another ("of the 300, 240 ...", "240 of
    them", "240 out of 300", "300 people, including 240 children") with that other number.

Why it matters:
    It is the simplest of contradictions, and easily made when the whole is updated and the
    part is not, or when two digits change places.

Example:
    "By evening 1,730 people had left, 1,910 of them by train."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks import _arithmetic, _compare
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import PEOPLE, Passage, alike, dense, pattern
from factcheck.model import (
    Cluster,
    DocumentFacts,
    Form,
    Interval,
    Mention,
    Outcome,
    Verdict,
)

LAW = "part_whole"

_THEM = r"(?:them|these|those|whom|which|the(?:m| total| group| dead| victims| wounded| injured| survivors))"
_SHAPES = (
    # 240 of the 300; 240 out of 300
    r"{a:cem}(?: [a-z-]+)? (?:out of|of (?:the|its|their|our|his|her|all|some|about|a total of|an estimated))(?: [a-z-]+){0,2} {w:cem}",
    # 300 people had left, 240 of them by train; 300, of whom 240
    r"{w:cem}(?:[^<;:]|<[dwkq]\d+>){0,90}?[,:(-] ?(?:and |with |but |some |about )*{a:cem}(?: [a-z]+)? of "
    + _THEM
    + r"\b",
    r"{w:cem}(?:[^<;:]|<[dwkq]\d+>){0,60}?,? (?:\()?of (?:whom|which|them|these|those) (?:[a-z]+ ){0,4}{a:cem}",
    # of the 300, 240 were
    r"(?:^|[,;:(] ?|\bthat |\band |\bbut )of (?:the|its|their|our|his|her|those|these|all) (?:[a-z-]+ ){0,2}{w:cem}(?:[^<;:]|<[dwkq]\d+>){0,60}?,? (?:[a-z]+ ){0,4}{a:cem}",
    # 300 people, including 240 children
    r"{w:cem}(?:[^<;:]|<[dwkq]\d+>){0,60}?,? \(?(?:including|among them|among whom were) (?:[a-z]+ ){0,3}{a:cem}",
)
# "the eight-storey tower", "300 more than last year"
_NO_WHOLE = r"-|(?: [a-z]+)? (?:more|fewer|less|extra|additional|other|others)\b"
_INCLUDING = 4


def check(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],  # noqa: ARG001  every law is called alike
) -> Iterator[Outcome]:
    """Yield the parts that exceed their wholes, and those that do not."""
    for passage in dense(documents):
        seen: set[tuple[int, int]] = set()
        found: dict[int, list[Outcome]] = {}
        for number, source in enumerate(_SHAPES):
            for match in pattern(source).finditer(passage.masked):
                if pattern(_NO_WHOLE).match(passage.masked[match.end("w") + 1 :]):
                    continue
                slots = int(match["a"]), int(match["w"])
                if slots in seen:
                    continue
                seen.add(slots)
                part, whole = (passage.mention(slot) for slot in slots)
                if _comparable(part, whole, named=number == _INCLUDING):
                    found.setdefault(slots[0], []).append(_judge(passage, *slots))
        for outcomes in found.values():
            right = [each for each in outcomes if each.verdict is Verdict.AGREE]
            yield right[0] if right else outcomes[0]


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
        return True
    if alike(part, whole):
        return part.dimension == "count" and bool(part.counted and whole.counted)
    kinds = [m.counted.lemma for m in (part, whole) if m.counted]
    return all(kind in PEOPLE for kind in kinds)


def _judge(passage: Passage, part: int, whole: int) -> Outcome:
    a, w = passage.mention(part), passage.mention(whole)
    at_most = Interval(
        None, w.reading.high, low_open=False, high_open=w.reading.high_open
    )
    verdict = _compare.judge(at_most, a.reading, exact=_arithmetic.is_exact(a, w))
    said_part, said_whole = (
        _arithmetic.said(passage, part),
        _arithmetic.said(passage, whole),
    )
    places = [Place(passage, part).evidence(0), Place(passage, whole).evidence(1)]
    if verdict.agrees:
        return _compare.outcome(
            LAW, Verdict.AGREE, places, f"{said_part} is part of {said_whole}."
        )
    return _compare.outcome(
        LAW,
        Verdict.CONFLICT,
        places,
        f"{said_part} cannot be part of {said_whole}: the part is larger than the whole.",
        explanation=f"The text counts {said_part} out of {said_whole}.",
        severity=verdict.severity,
        slip="the two numbers may be swapped"
        if a.modifier is None and w.modifier is None
        else None,
    )
