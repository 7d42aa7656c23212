"""Who is behind by the words, against the numbers of all who are named.

"Harrow came fourth with 8,400, behind Selby (6,100), Corr (9,300) and Orn (9,900)": the one that
is behind has less than each other. Times of races are read as written, "4:05.02".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import _compare, _rankings, _tallies
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, aligned, finds, hint, pattern
from factcheck.model import DocumentFacts, Form, Outcome, Span

_OTHER = r"\b(?:together|combined|in all|total|altogether|average|by far|per|each|except|apart from|excluding|outside|elsewhere|ago|last year|earlier|up from|down from|than|another|year-on-year)\b"
# Fourth with 18.1 million, behind Ellis (21.4 million), Granby (19.9 million) and Toller (17.5 million).
_BEHIND = r"\b(?:second|third|fourth|fifth|sixth)(?: [a-z'-]+){0,3} (?:with|on|at) <(?P<v>[cem])(?P<slot>\d+)>(?: [a-z'-]+)?,? (?:just )?behind (?P<rest>[^;:]+)$"
# Only Orm, on 230, and Tay, on 205, had more than the third.
_THIRD = r"\b(?:second|third|fourth|fifth|sixth)\b"
_ONLY = r"^(?:only|just) (?P<rest>[^;:]+?) (?:had|have|has|got|took|did|saw|were|was|are|is|fared|scored|sold|drew)(?: [a-z]+)? (?P<more>more|better|ahead|higher|larger|bigger|above|longer|taller)\b"
_NAMED = r"(?:^|,|\band)(?: and)? ?(?:[a-z'-]+ ){1,4}(?:\(|with |on |at )<(?P<v>[cemtrp])(?P<slot>\d+)>(?: [a-z]+)?\)?"
BEHIND = hint("behind ")
ONLY = hint("only ", "just ", sources=(_ONLY,))
_TIME = r"(?<![\d:.,])(?:\d{1,2}:)?\d{1,2}:\d\d(?:[.,]\d{1,3})?(?![\d:])"
# Two times of a race: the first ahead, or behind.
_WAY = r"\b(?:ahead of|in front of|beating|beat|followed by|clear of|behind|trailing)\b"
_RACE = rf"(?P<a>{_TIME})(?P<between>(?:(?! and )[^.;:\d()]){{0,60}}?\b(?P<way>ahead of|in front of|beating|beat|followed by|clear of|behind|trailing) [^.;:\d]{{1,50}}?(?: in|,| with| on| \() ?)(?P<b>{_TIME})"
# The first of two times is that of the winner, the second of one who came after; or it is the
# record that the second beats.
_WON = r"\b(?:fastest|quickest|won|wins|first|winner|gold|1\.)(?!\w)(?:(?! and )[^;\d]|\b[A-Z][a-z]*\.){0,70}$"
_AFTER_IT = r"(?i)^(?:[^;\d]{0,80}[\s\"(]| ?)(?:second|third|then came|next came|followed|silver|bronze|runner-up|2\.|(?:had |have )?crossed the line of the same)(?!\w)[^;\d]{0,90}$"
_BEAT = r"(?i)\b(?:beat(?:ing)?|br(?:eak|oke)(?:ing)?|bettered|bettering|smash(?:ed|ing)|improv(?:ed|ing)|lower(?:ed|ing)) [^.;:\d]{0,40}\b(?:record|best|mark)\b[^.;:\d]{0,30}$"
_EXACT = r"[.,]\d|:\d\d:"  # no time of the day
_OWN_TIME = r"^[^;:]{0,80}\b(?:in|with|to|of|clocked|ran|swam|timed at) $"
_NOT_RACE = re.compile(
    r"(?i)\b(?:a\.?m|p\.?m|gmt|o'clock|until|opens?|schedule|minutes? (?:ahead|behind)|half|leg|lap|split|heat|record|best|first run|qualif)\b"
)
_RACED = re.compile(
    r"(?i)\b(?:won|wins?|winning|winner|races?|second|third|fourth|fifth|first|runner-up|finish\w*|gold|silver|bronze|title|metres|meters|marathon|slalom|downhill"
    r"|sprint|freestyle|clocked|pursuit|regatta|crossed)\b"
)
_AFTER = 12
_NEAR, _HOURS = 160, 3
_LONGEST = 20  # characters behind the first colon of a time, with what must not follow
_FEWEST = 2
_FAR = 2


def behind(passage: Passage) -> Iterator[Outcome]:
    """Yield the one that has less than one that is ranked behind it."""
    masked = passage.masked
    if pattern(_OTHER).search(masked) or any(kind in passage.kinds for kind in "dw"):
        return
    match = pattern(_BEHIND).search(masked)
    if match:
        rest = [int(each["slot"]) for each in pattern(_NAMED).finditer(match["rest"])]
        if len(rest) == match["rest"].count("<") and len(rest) >= _FEWEST:
            own = Place(passage, int(match["slot"]))
            yield from _wrong(own, [Place(passage, slot) for slot in rest])


def outdone(group: Sequence[Passage], at: int) -> Iterator[Outcome]:
    """Yield the one of those that are said to have more than another that has less.

    Args:
        group: The sentences of a document.
        at: Number of the sentence that names them: "Only Orm (230) and Tay (205) had more".
    """
    passage = group[at]
    match = pattern(_ONLY).search(passage.masked)
    before = group[at - 1] if at else None
    if match is None or before is None or before.block != passage.block:
        return
    if not finds(before.masked, _THIRD) or finds(before.masked, _OTHER):
        return
    rest = [int(each["slot"]) for each in pattern(_NAMED).finditer(match["rest"])]
    if not rest or len(rest) != match["rest"].count("<"):
        return
    like = [
        slot
        for slot, kind in enumerate(before.kinds)
        if kind in "cemtrp"
        and before.mention(slot).unit == passage.mention(rest[0]).unit
        and aligned(before.mention(slot), passage.mention(rest[0]))
    ]
    if len(like) == 1:
        yield from _wrong(Place(before, like[0]), [Place(passage, s) for s in rest])


def _wrong(own: Place, others: Sequence[Place]) -> Iterator[Outcome]:
    mine = own.passage.mention(own.slot)
    rest = [other.passage.mention(other.slot) for other in others]
    if any(
        m.form is not Form.PLAIN
        or m.modifier
        or m.value is None
        or not aligned(m, mine)
        for m in (mine, *rest)
    ):
        return
    values = [_compare.convert(m.reading, m.unit).low or Decimal(0) for m in rest]
    value = _compare.convert(mine.reading, mine.unit).low or Decimal(0)
    wrong = [each for each, other in zip(others, values, strict=True) if other < value]
    if len(wrong) != 1:
        return
    yield _tallies.say(
        [own.evidence(0), wrong[0].evidence(1)],
        f"{own.said()} is ranked behind {wrong[0].said()}, which is less.",
        f"The words put {own.said()} behind {wrong[0].said()}; the numbers say the reverse.",
        agrees=False,
    )


def races(facts: DocumentFacts) -> Iterator[Outcome]:
    """Yield the times of races that stand in the wrong order: third in 4:05, ahead of one in 4:04."""
    text = facts.document.text
    for first, second in _times(text):
        start = max(0, first[0] - _NEAR, text.rfind("\n", 0, first[0]) + 1)
        stop = text.rfind(". ", start, first[0])
        while stop > 0 and text[stop - 1].isdigit():  # "1. Adler 15:22.4"
            stop = text.rfind(". ", start, stop)
        if stop >= 0:
            start = stop + 1
        before, between = text[start : first[0]], text[first[1] : second[0]]
        told = text[start : second[1] + _AFTER]
        if "\n" in between:
            continue
        if finds(before, _BEAT) and finds(between, _OWN_TIME):
            yield from _raced(facts, second, first, "ahead of")
        elif _NOT_RACE.search(told.replace("astest lap", "")):
            continue
        elif _RACED.search(told) and pattern(_RACE).match(text, first[0]):
            way = pattern(_WAY).search(between)
            behind = way is not None and way[0] in ("behind", "trailing")
            yield from _raced(facts, first, second, "behind" if behind else "ahead of")
        elif (
            finds(before.lower(), _WON)
            and finds(between, _AFTER_IT)
            and all(finds(text[slice(*time)], _EXACT) for time in (first, second))
        ):
            yield from _raced(facts, first, second, "ahead of")


def _raced(
    facts: DocumentFacts, first: tuple[int, int], second: tuple[int, int], word: str
) -> Iterator[Outcome]:
    """Yield a time that is ahead of a shorter one, or behind a longer one."""
    document = facts.document
    spans = [Span(*first), Span(*second)]
    said = [document.surface(span) for span in spans]
    a, b = (_rankings.seconds(time) or Decimal(0) for time in said)
    more, less = (b, a) if word == "behind" else (a, b)
    if not 0 < less < more <= less * _FAR:
        return
    yield _tallies.say(
        [
            _compare.span_evidence(document, span, side=side)
            for side, span in enumerate(spans)
        ],
        f"{said[0]} is ranked {word} {said[1]}, but it is the {'shorter' if word == 'behind' else 'longer'} time.",
        f"The words put {said[0]} {word} {said[1]}; the times say the reverse.",
        agrees=False,
    )


def _times(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield the places of two times of races that follow each other closely."""
    at = text.find(":")
    last: tuple[int, int] | None = None
    while at >= 0:
        found = None
        if text[at - 1 : at].isdigit() and text[at + 1 : at + 3].isdigit():
            found = pattern(_TIME).search(text, max(0, at - _HOURS + 1), at + _LONGEST)
        if found and found.start() < at and (last is None or found.start() > last[0]):
            if last is not None and found.start() - last[1] < _NEAR:
                yield last, found.span()
            last = found.span()
            at = found.end() - 1
        at = text.find(":", at + 1)
