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
from factcheck.checks._context import Passage, alike, hint, pattern
from factcheck.model import DocumentFacts, Form, Outcome, Span

_OTHER = r"\b(?:together|combined|in all|total|altogether|average|by far|per|each|except|apart from|excluding|outside|elsewhere|ago|last year|earlier|up from|down from|than|another|year-on-year)\b"
# Fourth with 18.1 million, behind Ellis (21.4 million), Granby (19.9 million) and Toller (17.5 million).
_BEHIND = r"\b(?:second|third|fourth|fifth|sixth)(?: [a-z'-]+){0,3} (?:with|on|at) <(?P<v>[cem])(?P<slot>\d+)>(?: [a-z'-]+)?,? (?:just )?behind (?P<rest>[^;:]+)$"
_NAMED = r"(?:^|,|\band)(?: and)? ?(?:[a-z'-]+ ){1,4}(?:\(|with |on |at )<(?P<v>[cem])(?P<slot>\d+)>(?: [a-z]+)?\)?"
BEHIND = hint("behind ")
_TIME = r"(?<![\d:.,])(?:\d{1,2}:)?\d{1,2}:\d\d(?:[.,]\d{1,3})?(?![\d:])"
# Two times of a race: the first ahead, or behind.
_RACE = rf"(?P<a>{_TIME})(?P<between>(?:(?! and )[^.;:\d()]){{0,60}}?\b(?P<way>ahead of|in front of|beating|beat|followed by|clear of|behind|trailing) [^.;:\d]{{1,50}}?(?: in|,| with| on| \() ?)(?P<b>{_TIME})"
_WAYS = ("ahead of", "in front of", "beat", "followed by", "clear of", "behind", "trailing")  # fmt: skip
_NOT_RACE = re.compile(
    r"(?i)\b(?:a\.?m|p\.?m|gmt|o'clock|until|opens?|schedule|minutes? (?:ahead|behind)|half|leg|lap|split|heat|record|best|first run|qualif)\b"
)
_RACED = re.compile(
    r"(?i)\b(?:won|wins?|winning|winner|races?|second|third|fourth|fifth|first|runner-up|finish\w*|gold|silver|bronze|title|metres|meters|marathon|slalom|downhill"
    r"|sprint|freestyle|clocked|pursuit|regatta|crossed)\b"
)
_AFTER = 12
_NEAR, _HOURS = 160, 3
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
            yield from _wrong(passage, int(match["slot"]), rest)


def _wrong(passage: Passage, own: int, others: Sequence[int]) -> Iterator[Outcome]:
    mine = passage.mention(own)
    rest = [passage.mention(slot) for slot in others]
    if any(
        m.form is not Form.PLAIN or m.modifier or m.value is None or not alike(m, mine)
        for m in (mine, *rest)
    ):
        return
    values = [_compare.convert(m.reading, m.unit).low or Decimal(0) for m in rest]
    value = _compare.convert(mine.reading, mine.unit).low or Decimal(0)
    wrong = [slot for slot, other in zip(others, values, strict=True) if other < value]
    if len(wrong) != 1:
        return
    a, b = Place(passage, own), Place(passage, wrong[0])
    yield _tallies.say(
        [a.evidence(0), b.evidence(1)],
        f"{a.said()} is ranked behind {b.said()}, which is less.",
        f"The words put {a.said()} behind {b.said()}; the numbers say the reverse.",
        agrees=False,
    )


def races(facts: DocumentFacts) -> Iterator[Outcome]:
    """Yield the times of races that stand in the wrong order: third in 4:05, ahead of one in 4:04."""
    document, text = facts.document, facts.document.text
    for match in _timed(text):
        low = max(
            text.rfind(". ", 0, match.start()), text.rfind("\n", 0, match.start())
        )
        told = text[low + 1 : match.end() + _AFTER]
        if (
            _NOT_RACE.search(told)
            or not _RACED.search(told)
            or "\n" in match["between"]
        ):
            continue
        a, b = (_rankings.seconds(match[name]) or Decimal(0) for name in "ab")
        first, second = (b, a) if match["way"] in ("behind", "trailing") else (a, b)
        if first <= second or first > second * _FAR:
            continue
        spans = [Span(*match.span(name)) for name in "ab"]
        said = [document.surface(span) for span in spans]
        word = "behind" if match["way"] in ("behind", "trailing") else "ahead of"
        yield _tallies.say(
            [
                _compare.span_evidence(document, span, side=side)
                for side, span in enumerate(spans)
            ],
            f"{said[0]} is ranked {word} {said[1]}, but it is the {'shorter' if word == 'behind' else 'longer'} time.",
            f"The words put {said[0]} {word} {said[1]}; the times say the reverse.",
            agrees=False,
        )


def _timed(text: str) -> Iterator[re.Match[str]]:
    """Yield two times near each other with "ahead of" or "behind" between them."""
    at, last = text.find(":"), -_NEAR
    while at >= 0:
        if text[at - 1 : at].isdigit() and text[at + 1 : at + 3].isdigit():
            if _HOURS < at - last < _NEAR:
                start = max(0, last - _HOURS)
                between = text[start:at]
                match = any(way in between for way in _WAYS) and pattern(_RACE).search(
                    text, start, at + _AFTER
                )
                if match:
                    yield match
            last = last if at - last <= _HOURS else at
        at = text.find(":", at + 1)
