"""Terms: the words that a rule looks for, with the forms that they may take."""

from __future__ import annotations

import re

from factcheck.language import words
from factcheck.model import Term

_TOKEN = re.compile(r"[^\W_]+")
_VOWELS = frozenset("aeiouy")


def words_in(text: str) -> int:
    """Return how many words a text has.

    >>> words_in("put to sea")
    3
    """
    return sum(1 for _ in _TOKEN.finditer(text))


def term(text: str, *, exact: bool = False) -> Term | None:
    """Return a term, or None where `text` holds no word.

    Args:
        text: One or several words.
        exact: Whether only these very words are meant, not their other forms.

    >>> sorted(term("control").words[0])[:3]
    ['control', 'controlled', 'controlling']
    """
    tokens = _TOKEN.findall(text.casefold())
    if not tokens:
        return None
    if exact:
        return Term(text, tuple(frozenset([token]) for token in tokens), exact=True)
    return Term(
        text, tuple(frozenset([token]) | words.forms(token) for token in tokens)
    )


def name(text: str, *, exact: bool = False) -> Term | None:
    """Return a name, which takes the forms of an adjective of place only.

    >>> "ukrainian" in name("Ukraine").words[0]
    True
    """
    tokens = _TOKEN.findall(text.casefold())
    if not tokens:
        return None
    forms = [frozenset([token]) for token in tokens]
    if len(tokens) == 1 and not exact:
        forms = [frozenset([tokens[0], *_adjectives(tokens[0])])]
    return Term(text, tuple(forms), exact=exact)


def _adjectives(place: str) -> list[str]:
    """Return what a name of a place may look like as an adjective, right ones among them."""
    stem = place[:-1] if place[-1] in _VOWELS else place
    endings = ("n", "an", "ian", "ean", "ese", "i", "ish")
    return [base + ending for base in {place, stem} for ending in endings]
