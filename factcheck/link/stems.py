"""Stems: one key for all forms of a word, cheap and remembered."""

from __future__ import annotations

from factcheck.link.lexicon import CONCEPTS, STOPWORDS

_MEMO: dict[str, str] = {}
_MEMO_LIMIT = 200_000
_SHORTEST = 4


def stem(word: str) -> str:
    """Return the key of a lower-case word: its concept, or its form without endings; "" if it says nothing.

    >>> stem("wounded"), stem("earthquakes"), stem("reported"), stem("the")
    ('injured', 'quake', 'report', '')
    """
    found = _MEMO.get(word)
    if found is None:
        if len(_MEMO) > _MEMO_LIMIT:
            _MEMO.clear()
        found = _MEMO[word] = _stem(word)
    return found


def _stem(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("’s")
    if word in STOPWORDS or len(word) < 2:  # noqa: PLR2004 one letter says nothing
        return ""
    concept = CONCEPTS.get(word)
    if concept:
        return concept
    base = _strip(word)
    if base in STOPWORDS:
        return ""
    return CONCEPTS.get(base, base)


def _strip(word: str) -> str:
    if len(word) <= _SHORTEST:
        return (
            word[:-1]
            if word.endswith("s") and not word.endswith(("ss", "us", "is"))
            else word
        )
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
