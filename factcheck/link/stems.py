"""Stems: one key for all forms of a word, cheap and remembered."""

from __future__ import annotations

from factcheck.language.concepts import CONCEPTS
from factcheck.language.words import lemma
from factcheck.link.lexicon import STOPWORDS

# What has been looked up; read by the sentence reader without a call.
known_stems: dict[str, str] = {}
_LIMIT = 200_000
_SHORTEST = 4
_GENITIVES = ("'s", "\N{RIGHT SINGLE QUOTATION MARK}s")


def stem(word: str) -> str:
    """Return the key of a lower-case word: its concept, or its form without endings; "" if it says nothing.

    >>> stem("wounded"), stem("earthquakes"), stem("reported"), stem("the")
    ('injured', 'quake', 'report', '')
    """
    found = known_stems.get(word)
    if found is None:
        if len(known_stems) > _LIMIT:
            known_stems.clear()
        found = known_stems[word] = _stem(word)
    return found


def _stem(word: str) -> str:
    for genitive in _GENITIVES:
        word = word.removesuffix(genitive)
    if word in STOPWORDS or len(word) < 2:  # noqa: PLR2004 one letter says nothing
        return ""
    base = lemma(word)
    concept = CONCEPTS.get(word) or CONCEPTS.get(base)
    if concept:
        return concept
    base = _strip(word)
    return "" if base in STOPWORDS else base


def _strip(word: str) -> str:
    if len(word) <= _SHORTEST:
        plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
        return word[:-1] if plural else word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= _SHORTEST - 1 and _has_vowel(base):
            if base[-1] == base[-2] and base[-1] not in "lsz":
                base = base[:-1]
            return base.removesuffix("e")
    return word.removesuffix("e") if len(word) > _SHORTEST else word


def _has_vowel(text: str) -> bool:
    return any(letter in "aeiouy" for letter in text)
