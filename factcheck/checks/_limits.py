"""The least and the most of one thing, told in one sentence, the least above the most.

"A minimum of 220 euros by May and a maximum of 180"; "at the very least 32,000 visitors and, if
all goes well, at the most 25,000"; "no less than 5.5 and no more than 3 per cent".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.checks._context import TOKEN, Passage, finds, hint
from factcheck.model import Fact, Period

TELLS = hint("and <", "but <", "or <", "and, ", "but, ")
"""The mark of sentences in which the two may stand."""
# The words for the least, and those for the most that go with them.
_PAIRS = (
    (frozenset({"minimum", "min"}), frozenset({"maximum", "max"})),
    (
        frozenset({"at least", "at the least", "at the very least"}),
        frozenset({"at most", "at the most", "at the very most"}),
    ),
    (
        frozenset({"no less than", "no fewer than", "not less than", "not fewer than"}),
        frozenset({"no more than", "not more than", "no greater than", "no higher than"}),
    ),
)  # fmt: skip
# Nothing but more of the first, and at most an aside, stands between the two.
_JOINED = (
    r"^(?: [a-z'-]+)?(?: (?:a|an|by|in|on|at|per|of|from) (?:[a-z' -]*|<[dwkq]\d+>))?"
    r",? (?:and|but|or)(?:, [^;<,]*,)? (?:an? )?$"
)
# Of these each has bounds of its own.
_APART = r"\b(?:for|while|who|which|when|where|if not|instead|others?|last|previous|earlier|rival|old|is|are|was|were|has|have|had|will|must)\b"
_ARTICLES = ("a ", "an ", "the ")
_ENDS = 2


def pairs(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield the slots of the least and of the most of one thing."""
    if sum(map(_is_bounded, passage.items)) < _ENDS:
        return
    masked = passage.masked
    slots = [m for m in TOKEN.finditer(masked) if m["kind"] in "cemtrpa"]
    for one, other in pairwise(slots):
        a, b = int(one["slot"]), int(other["slot"])
        ends = _said(passage, a), _said(passage, b)
        for least, most in _PAIRS if all(ends) else ():
            if (ends[0] in least and ends[1] in most) or (
                ends[0] in most and ends[1] in least
            ):
                between = masked[one.end() : other.start()]
                if _is_one(passage.fact(a), passage.fact(b)) and _is_joined(between):
                    yield (a, b) if ends[0] in least else (b, a)


def _is_bounded(item: Fact | Period) -> bool:
    """Return whether words beside a number say how it is meant, as those for a bound do."""
    return isinstance(item, Fact) and item.mention.modifier is not None


def _said(passage: Passage, slot: int) -> str:
    """Return the words of the bound of a number: "at the very least"."""
    mention = passage.mention(slot)
    if mention.modifier is None:
        return ""
    before = passage.document.text[mention.phrase.start : mention.span.start]
    said = " ".join(before.lower().split())
    for article in _ARTICLES:
        said = said.removeprefix(article)
    return said.removesuffix(" of")


def _is_one(first: Fact, second: Fact) -> bool:
    """Return whether two numbers count one thing, or one of them does not say what."""
    return not (first.head and second.head) or first.head == second.head


def _is_joined(between: str) -> bool:
    """Return whether two numbers are joined, and nothing of another thing stands between."""
    aside = between.partition(",")[0]
    return finds(between, _JOINED) and not finds(aside, _APART)
