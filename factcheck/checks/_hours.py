"""Hours of one day, and years, that are told from the later to the earlier.

"Open on Wednesday afternoons from 16:30 to 14:00", "from 9 p.m. to 7 p.m. the same evening": a
bar may close in the morning, but what is told of one afternoon, or of the same day, runs on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks import _clocks
from factcheck.checks._context import pattern
from factcheck.model import Document, Span

_CLOCK = r"(?:\d{1,2}[:.]\d\d(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?|noon|midday)"
_FROM_TO = rf"(?:from|between) (?P<a>{_CLOCK}) (?:to|until|till|and) (?P<b>{_CLOCK})"
_YEARS = r"between (?P<a>1[5-9]\d\d|20\d\d) and (?P<b>1[5-9]\d\d|20\d\d)\b(?![,.]\d| [a-z]+s\b(?<! in| on))"
_SAME = r"\b(?:the )?same (?:day|morning|afternoon|evening)\b"
_PARTS = (
    (r"\bmornings?\b", 0, 13),
    (r"\bafternoons?\b", 11, 20),
    (r"\bevenings?\b", 16, 24),
)
_NIGHT = r"\b(?:night|overnight|next (?:day|morning)|following (?:day|morning))"
_NO_RANGE = r"\b(?:difference|gap|choice|choose|distance|match|game|compare\w*) $"
_NEAR = 60


def backwards(document: Document) -> Iterator[tuple[Span, Span]]:
    """Yield the ends of spans of one day, or of years, of which the first is the later."""
    text = document.text
    for word in ("rom ", "etween "):
        at = text.find(word)
        while at >= 0:
            begin = at - 1
            if text[at + len(word) : at + len(word) + 1].isdigit():
                yield from _read(text, begin)
            at = text.find(word, at + 1)


def _read(text: str, begin: int) -> Iterator[tuple[Span, Span]]:
    """Yield the ends of what is told from a place on, if they run backwards."""
    before = text[max(0, begin - _NEAR) : begin].lower()
    told = text[begin : begin + 2 * _NEAR].lower()
    years = pattern(_YEARS).match(told)
    hours = pattern(_FROM_TO).match(told)
    if years and years["a"] > years["b"] and not pattern(_NO_RANGE).search(before):
        yield _spans(begin, years)
    elif hours and _is_backwards(hours["a"], hours["b"], before, told[hours.end() :]):
        yield _spans(begin, hours)


def _spans(begin: int, match: re.Match[str]) -> tuple[Span, Span]:
    first, second = match.span("a"), match.span("b")
    return (
        Span(begin + first[0], begin + first[1]),
        Span(begin + second[0], begin + second[1]),
    )


def _is_backwards(first: str, second: str, before: str, after: str) -> bool:
    """Return whether two times of one part of a day are told with the later one first."""
    one, other = _clocks.minute(first), _clocks.minute(second)
    if one is None or other is None or one[0] <= other[0] or one[1] != other[1]:
        return False
    before = re.split(r"[.;!?]\s", before)[-1]
    after = re.split(r"[.;!?]\s", after)[0]
    if pattern(_NIGHT).search(f"{before} {after}"):
        return False
    if pattern(_SAME).search(after[:_NEAR]):
        return True
    hours = one[0] // 60, other[0] // 60
    return any(
        pattern(word).search(f"{before} {after}")
        and all(low <= hour < high for hour in hours)
        for word, low, high in _PARTS
    )
