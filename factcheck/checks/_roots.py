"""What some words of a text say, whatever their form: "treats" and "treatment" are one root."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.language.concepts import CONCEPTS
from factcheck.language.data import word_set
from factcheck.language.lexicon import FUNCTION_WORDS
from factcheck.language.words import lemma

_WORD = re.compile(r"(?:\be-)?[a-z]+(?:'[a-z]+)?")
_ENDINGS = (
    "ification", "isation", "ization", "ation", "ition", "ments", "ment", "ility", "ness",
    "tion", "sion", "ance", "ence", "ings", "ing", "able", "ible", "ers", "ors", "ees", "ed",
    "er", "or", "ee", "al", "ly", "e",
)  # fmt: skip
_SHORTEST = 3
# Words that say nothing of what is counted.
_LIGHT = word_set(
    """
    say said says tell told report reported show shows showed find found finds according figure
    figures number total percent cent year month week day time today group part share rate
    proportion percentage half third quarter fifth tenth one two three four five six seven eight
    nine ten hundred thousand million billion dozen make made take took give gave get got come
    came go went put set use used new now just only still already also about nearly almost
    study survey data official officials people account go case cases instance instances
    """
)

# Where something is or is done, for all that these are adverbs.
_WHERE = {
    "abroad": "abroad", "overseas": "abroad", "online": "online", "indoors": "indoors",
    "outdoors": "outdoors",
}  # fmt: skip


@lru_cache(maxsize=8192)
def root(word: str) -> str:
    """Return what a lower-case word and its other forms have in common; "" if it says nothing.

    >>> root("treatment") == root("treats"), root("voters") == root("electorate"), root("the")
    (True, True, '')
    """
    word = word.removesuffix("'s")
    if word in _WHERE:
        return _WHERE[word]
    if len(word) < 3 or word in FUNCTION_WORDS or word in _LIGHT:  # noqa: PLR2004
        return ""
    base = lemma(word)
    cut = _cut(base)
    if base in _LIGHT or (base.endswith("er") and cut in _LIGHT_CUT):
        return ""
    return CONCEPTS.get(word) or CONCEPTS.get(base) or CONCEPTS.get(cut) or cut


def _cut(base: str) -> str:
    for ending in _ENDINGS:
        if base.endswith(ending) and len(base) - len(ending) >= _SHORTEST:
            return base.removesuffix(ending)
    return base


_LIGHT_CUT = frozenset(map(_cut, _LIGHT))


@lru_cache(maxsize=4096)
def roots(text: str) -> frozenset[str]:
    """Return the roots of some words in lower case."""
    return frozenset(filter(None, map(root, _WORD.findall(text))))
