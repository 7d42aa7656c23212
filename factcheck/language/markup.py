"""Left-overs of HTML in a text, out of the way of numbers: `18&nbsp;per cent`, `<b>300</b>`."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right

from factcheck.frozen import dataclass
from factcheck.language.data import word_set
from factcheck.model import Span

# Tags that stand inside a sentence; all others part words.
_INLINE = word_set(
    "a abbr b cite code em font i ins mark q s small span strong sub sup time u"
)
_TAGS = (
    "article|blockquote|br|center|dd|div|dl|dt|figcaption|figure|h[1-6]|hr|img|li|ol|p"
    "|section|table|tbody|td|tfoot|th|thead|tr|ul|" + "|".join(sorted(_INLINE))
)
# Case is left open behind the first sign alone: so the engine can look for that sign.
_MARKUP = (
    r"&(?:[A-Za-z]{2,8}[0-9]{0,2}|#[0-9]{2,6}|#[xX][0-9A-Fa-f]{2,5});"
    r"|<(?i:(?P<small>su[bp])>(?P<raised>[^<>\n]{1,8})</su[bp]>"
    r"|(?P<unseen>script|style)\b"
    rf"|/?(?P<tag>{_TAGS})(?:[ \t][^<>\n]{{0,500}})?/?>)"
)
_RAISED = dict(zip("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻", strict=True))  # noqa: RUF001
_POWERS = frozenset("23")


@dataclass(frozen=True, slots=True)
class Clean:
    """A text without what is left over of HTML.

    It is made of runs: one that was kept, one that stands for markup, one that was kept,
    and so on to the end; some are empty.

    Attributes:
        text: The text.
        starts: Where each run starts in it.
        sources: Where what each run was made of starts.
    """

    text: str
    starts: array[int]
    sources: array[int]

    def made_of(self, span: Span) -> Span:
        """Return what a span of `text` was made of."""
        if span.end <= span.start:
            return span
        starts, sources = self.starts, self.sources
        first = bisect_right(starts, span.start) - 1
        start = sources[first]
        if first % 2 == 0:
            start += span.start - starts[first]
        last = bisect_right(starts, span.end - 1, first) - 1
        if last % 2:
            return Span(start, sources[last + 1])
        return Span(start, sources[last] + span.end - starts[last])

    def made_into(self, span: Span) -> Span:
        """Return what of `text` a stretch of the other text was made into."""
        return Span(self._into(span.start), self._into(span.end))

    def _into(self, place: int) -> int:
        run = bisect_right(self.sources, place) - 1
        beyond = place - self.sources[run]
        if run % 2:
            return self.starts[run + 1 if beyond else run]
        return self.starts[run] + beyond


def clean(text: str) -> Clean | None:
    r"""Return a text without tags and with what character references stand for.

    >>> found = clean("&pound;5&nbsp;m<sup>2</sup> for <b>300</b>")
    >>> found and found.text
    '\xa35\xa0m\xb2 for 300'

    Returns:
        None where there is nothing of the kind, as in nearly every text.
    """
    if "&" not in text and "</" not in text:
        return None
    pieces: list[str] = []
    starts: array[int] = array("Q", [0])
    sources: array[int] = array("Q", [0])
    unclosed: set[str] = set()  # looked for once, however often it is opened
    done = size = 0
    for match in re.compile(_MARKUP).finditer(text):
        start, end = match.span()
        if start < done:
            continue
        if match["unseen"]:
            if match["unseen"] in unclosed:
                continue
            close = text.find(f"</{match['unseen']}>", end)
            if close < 0:
                unclosed.add(match["unseen"])
                continue
            end = text.find(">", close) + 1
        said = _said(match, text[start - 1 : start])
        if said is None:
            continue
        pieces += (text[done:start], said)
        size += start - done
        starts.extend((size, size + len(said)))
        sources.extend((start, end))
        size += len(said)
        done = end
    if not done:
        return None
    pieces.append(text[done:])
    return Clean("".join(pieces), starts, sources)


def _said(match: re.Match[str], before: str) -> str | None:
    """Return what markup stands for, or None where it is none."""
    found = match.group()
    if found[0] == "&":
        # Slow to import (2 ms), and few texts have such a thing.
        from html import unescape  # noqa: PLC0415

        sign = unescape(found)
        return sign if len(sign) == 1 else None
    small = (match["small"] or "").lower()
    if small == "sup":
        raised = match["raised"].strip()
        if before.isdigit() or (before.isalpha() and raised in _POWERS):
            return "".join(_RAISED.get(sign, "") for sign in raised)
        return ""  # the mark of a footnote
    if small:
        return ""  # "CO<sub>2</sub>"
    return "" if (match["tag"] or "").lower() in _INLINE else " "
