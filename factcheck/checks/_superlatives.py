"""Who is ahead by the words, against the numbers of all who are named.

"Harrow is the largest of the four, with 8,400; Selby has 6,100 and Corr 9,300": the one that is
called the largest has more than each other. Times of races are read as written, "4:05.02".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import _compare, _rankings, _tallies
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import TOKEN, Passage, alike, hint, pattern
from factcheck.model import DocumentFacts, Form, Outcome, Span

# The largest of some, with its amount beside it.
_GROUP = r"(?: [a-z'-]+){0,2}? (?:of|among) (?:the|its|their|our|all|these) (?:<c\d+>|two|three|four|five|six|seven|eight)(?: [a-z'-]+){0,2}"
_LARGEST = (
    rf"\bthe (?:largest|biggest|busiest|longest|tallest|highest|deepest|heaviest|oldest|richest|strongest|dearest|most [a-z]+){_GROUP},? (?:with|at|has|having|:|,) ?<(?P<v>[cem])(?P<slot>\d+)>",
    rf"\bthe (?:largest|biggest|busiest|longest|tallest|highest|deepest|heaviest|oldest|richest|strongest|dearest|most [a-z]+){_GROUP} (?:has|is|had|was) <(?P<v>[cem])(?P<slot>\d+)>",
    r"^the (?:first|second|third|fourth) (?:quarter|round|day|week|stage|night|half) (?:was|is) the (?:strongest|busiest|best|longest),? (?:with|at) <(?P<v>[cem])(?P<slot>\d+)>",
)
_OTHER = r"\b(?:together|combined|in all|total|altogether|average|by far|per|each|except|apart from|excluding|outside|elsewhere|ago|last year|earlier|up from|down from|than|another|year-on-year)\b"
_EACH = r"(?:,|;| and|, and|;? but|;? while| followed by)+ ?(?:the )?(?:[a-z'-]+ ){1,4}?(?:(?:has|had|have|with|brought|at|is|on|comes to) )?(?:only |just )?$"
# Fourth with 18.1 million, behind Ellis (21.4 million), Granby (19.9 million) and Toller (17.5 million).
_BEHIND = r"\b(?:second|third|fourth|fifth|sixth)(?: [a-z'-]+){0,3} (?:with|on|at) <(?P<v>[cem])(?P<slot>\d+)>(?: [a-z'-]+)?,? (?:just )?behind (?P<rest>[^;:]+)$"
_NAMED = r"(?:^|,|\band)(?: and)? ?(?:[a-z'-]+ ){1,4}(?:\(|with |on |at )<(?P<v>[cem])(?P<slot>\d+)>(?: [a-z]+)?\)?"
AHEAD = hint("largest ", "biggest ", "busiest ", "longest ", "tallest ", "highest ", "deepest ", "heaviest ", "oldest ", "richest ", "strongest ", "dearest ", "the most ", " is the best ", "was the best ", "behind ")  # fmt: skip
_TIME = r"(?<![\d:.,])(?:\d{1,2}:)?\d{1,2}:\d\d(?:[.,]\d{1,3})?(?![\d:])"
# Two times of a race: the first ahead, or behind.
_RACE = rf"(?P<a>{_TIME})(?P<between>(?:(?! and )[^.;:\d()]){{0,60}}?\b(?P<way>ahead of|in front of|beating|beat|followed by|clear of|behind|trailing) [^.;:\d]{{1,50}}?(?: in|,| with| on| \() ?)(?P<b>{_TIME})"
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


def ahead(passage: Passage) -> Iterator[Outcome]:
    """Yield the one that has more than what is called the largest of some."""
    masked = passage.masked
    if pattern(_OTHER).search(masked) or any(kind in passage.kinds for kind in "dw"):
        return
    for source in _LARGEST:
        match = pattern(source).search(masked)
        if match:
            yield from _beaten(passage, match)
            return
    match = pattern(_BEHIND).search(masked)
    if match:
        rest = [int(each["slot"]) for each in pattern(_NAMED).finditer(match["rest"])]
        if len(rest) == match["rest"].count("<") and len(rest) >= _FEWEST:
            yield from _wrong(passage, int(match["slot"]), rest, larger=False)


def _beaten(passage: Passage, match: re.Match[str]) -> Iterator[Outcome]:
    own, masked = int(match["slot"]), passage.masked
    tokens = [t for t in TOKEN.finditer(masked, match.end()) if t["kind"] in "cem"]
    start = match.end()
    others = []
    for token in tokens:
        if pattern(_EACH).search(f"{masked[start : token.start()]}"):
            others.append(int(token["slot"]))
        start = token.end()
    if len(others) == len(tokens) and len(others) >= _FEWEST:
        yield from _wrong(passage, own, others, larger=True)


def _wrong(
    passage: Passage, own: int, others: Sequence[int], *, larger: bool
) -> Iterator[Outcome]:
    mine = passage.mention(own)
    rest = [passage.mention(slot) for slot in others]
    if any(
        m.form is not Form.PLAIN or m.modifier or m.value is None or not alike(m, mine)
        for m in (mine, *rest)
    ):
        return
    values = [_compare.convert(m.reading, m.unit).low or Decimal(0) for m in rest]
    value = _compare.convert(mine.reading, mine.unit).low or Decimal(0)
    wrong = [
        slot
        for slot, other in zip(others, values, strict=True)
        if (other > value if larger else other < value)
    ]
    if len(wrong) != 1:
        return
    a, b = Place(passage, own), Place(passage, wrong[0])
    word = "more" if larger else "less"
    place = "ahead of" if larger else "behind"
    yield _tallies.say(
        [a.evidence(0), b.evidence(1)],
        f"{a.said()} is ranked {place} {b.said()}, which is {word}.",
        f"The words put {a.said()} {place} {b.said()}; the numbers say the reverse.",
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
                match = pattern(_RACE).search(text, max(0, last - _HOURS), at + _AFTER)
                if match:
                    yield match
            last = last if at - last <= _HOURS else at
        at = text.find(":", at + 1)
