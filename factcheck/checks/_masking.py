"""How a sentence is marked: a token for each number and period in it, and a letter for its kind."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from factcheck.model import Document, Fact, Form, Mention, Period, Span

OPENING = "<"
# c count, e money, m measure, t duration, r rate, p percentage, b percentage points,
# f fraction, x multiple, a age, s how sure or how strong something is; d date, q position in time, k clock time, w relative.
_FORMS = {
    Form.AGE: "a",
    Form.FRACTION: "f",
    Form.RATIO: "f",
    Form.MULTIPLE: "x",
}
_DIMENSIONS = {"count": "c", "ratio": "p", "ratio_difference": "b", "duration": "t"}
_PERIODS = {"position": "q", "time": "k", "relative": "w"}
_SUMMED = frozenset("cem")
_NONE: frozenset[int] = frozenset()
_PLAIN = Form.PLAIN  # looked up once: a member of an enumeration takes long
_COMPARING = (
    " the", " its", " their", " his", " her", " our", " last", " an", " a", " those",
)  # fmt: skip
_ADDING = ("add", "adds", "added", "adding")
# "5,200 or so of the 7,000": what is said behind a number belongs to it.
_OR_SO = re.compile(
    r",? (?:or so|or thereabouts|more or less|give or take(?! an?\b))\b", re.IGNORECASE
)
# "95% CI", "the 90 percent confidence interval": no share of anything.
_SURE = re.compile(
    r"[ -](?:CI\b|C\.I\.|CrI\b|confidence|credible|credibility|significance|predict(?:ion|ive) interval)"
)
_CONTENTS = tuple(
    f"{by}{gap}%"
    for by in ("wt", "wt.", "vol", "vol.", "mol", "at.")
    for gap in ("", " ")
)
_IN_FULL = {"s": "is", "re": "are", "ve": "have", "ll": "will"}
_SHORT = re.compile(
    r"\b(that|this|it|there|here|he|she|who|what|which|we|you|they|i)'(s|re|ve|ll)\b"
)
_DASH = re.compile(r"[\u2012-\u2015]|--+")


def mask(
    document: Document,
    span: Span,
    items: Sequence[Fact | Period],
    plain: list[tuple[int, Decimal, str]],
) -> tuple[str, frozenset[int], str, bool]:
    """Return `masked`, `bare` and `kinds` of a passage, and whether a number is told by two ends.

    Args:
        document: The document.
        span: The sentence.
        items: Facts and periods in it, in order of their spans.
        plain: Is filled with the amounts that are one number: slots, values, units.
    """
    text = document.text
    at = span.start
    marked = OPENING in text[at : span.end]
    line = kinds = ""
    bare, ranged = set(), False
    for number, item in enumerate(items):
        if isinstance(item, Period):
            place = item.span
            start, end = place.start, place.end
            kind = _PERIODS.get(item.kind, "d")
        else:
            mention = item.mention
            place, form, modifier = mention.span, mention.form, mention.modifier
            start, end = place.start, place.end
            kind = _kind(mention, text)
            if mention.stated_low is not None:
                ranged = True
            elif form is _PLAIN and kind in _SUMMED and mention.value is not None:
                plain.append((number, mention.value, mention.unit))
            if modifier is not None and mention.phrase.start < start:
                opening = max(at, mention.phrase.start)
                if _compares(text, at if number else -1, opening, start):
                    bare.add(number)
                else:
                    start = opening
            elif mention.modifier is not None and (said := _OR_SO.match(text, end)):
                end = said.end()
        between = text[at:start]
        if marked:
            between = between.replace(OPENING, "(")
        line += f"{between}<{kind}{number}>"
        kinds += kind
        at = max(at, end)
    between = text[at : span.end]
    line += between.replace(OPENING, "(") if marked else between
    bares = frozenset(bare) if bare else _NONE
    return sys.intern(_spelt_out(_plain(line).lower())), bares, kinds, ranged


def _spelt_out(line: str) -> str:
    """Return a sentence in lower case with its short verbs in full: "that's", "we've"."""
    if "'" not in line:
        return line
    return _SHORT.sub(lambda match: f"{match[1]} {_IN_FULL[match[2]]}", line)


def _plain(line: str) -> str:
    """Return a sentence with plain apostrophes and dashes, and single blanks."""
    if line.isascii():
        dashed = "--" in line
    else:
        line = line.replace("\u2019", "'").strip()
        dashed = _DASH.search(line) is not None
    if dashed:
        line = _DASH.sub(" - ", line)
    if dashed or "  " in line or not line.isprintable():
        line = " ".join(line.split())
    return line


def _kind(mention: Mention, text: str) -> str:
    """Return the letter for the kind of a number."""
    kind = _letter(mention.form, mention.dimension)
    return "s" if kind == "p" and _is_no_share(mention, text) else kind


def _is_no_share(mention: Mention, text: str) -> bool:
    """Return whether a percentage is one of confidence, or of a mixture: "20 wt%"."""
    return (
        mention.surface.endswith(_CONTENTS)
        or _SURE.match(text, mention.span.end) is not None
    )


@cache
def _letter(form: Form, dimension: str) -> str:
    known = _FORMS.get(form) or _DIMENSIONS.get(dimension)
    if known:
        return known
    if "/" in dimension:
        return "r"
    return "e" if dimension.startswith("currency:") else "m"


def _compares(text: str, last: int, opening: int, start: int) -> bool:
    """Return whether the words of a modifier compare: "more than the 310,000".

    Args:
        text: The document.
        last: End of the number before it in the sentence, or -1.
        opening: Start of the modifier.
        start: Start of the number.
    """
    modifier = " ".join(text[opening:start].lower().split())
    if modifier.endswith(_COMPARING) or "record" in modifier:
        return True
    if modifier.startswith("up to"):
        before = text[max(0, opening - 12) : opening].rstrip().lower()
        if before.endswith(_ADDING):
            return True
    return "than" in modifier and last >= 0 and not text[last:opening].strip()
