"""Word forms: the lemma of a word, all forms of a term, and what a word can be."""

from __future__ import annotations

from functools import lru_cache

from factcheck.language import irregular, lexicon

_VOWELS = frozenset("aeiou")


@lru_cache(maxsize=8192)
def singular(noun: str) -> str:
    """Return the singular of a noun in lower case; a singular comes back as it is.

    >>> singular("Attacks"), singular("bodies"), singular("people")
    ('attack', 'body', 'person')
    """
    word = noun.lower()
    found = irregular.NOUNS.get(word)
    if found:
        return found
    if "-" in word:
        head, _, tail = word.rpartition("-")
        return f"{head}-{singular(tail)}" if tail else word
    if word in lexicon.SINGULAR_S or len(word) < 3 or word[-1] != "s":  # noqa: PLR2004 - "as", "us"
        if word.endswith("men") and word in lexicon.PLURALS:
            return word[:-3] + "man"
        return word
    if word.endswith(("ss", "us", "is", "'s", "’s")):
        return word
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - "dies", "ties"
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]
