# ruff: noqa: PLR2004, RUF001, RUF002 - signs of formulas
"""Numbers of formulas, of names of substances and of the parts of a drawing: no quantities."""

from __future__ import annotations

from factcheck import units
from factcheck.extract import never
from factcheck.language import lexicon as language
from factcheck.language.data import word_set
from factcheck.language.tokens import Tokens


def is_exponent(tokens: Tokens, first: int, j: int) -> bool:
    """Return whether "−2" at token `first` is a power whose superscript was lost: "m −2"."""
    head = tokens.words[first - 1]
    if first <= 0 or tokens.starts[first] - tokens.ends[first - 1] > 1:
        return False
    if j - first > 2:
        return False
    if head.lower() in language.FUNCTION_WORDS:
        return False
    return head == ")" or (head.isalpha() and len(head) <= 2)


_STEMS = (
    "aza", "oxo", "deoxy", "hydroxy", "methyl", "ethyl", "propyl", "butyl", "phenyl",
    "fluoro", "chloro", "bromo", "iodo", "nitro", "amino", "dimethyl", "acetyl", "benzyl",
    "hexyl", "methoxy", "ethoxy", "cyclo", "pyridyl", "thio", "keto", "carboxy",
)  # fmt: skip
_MARKED = frozenset("−/^")


def is_variable(tokens: Tokens, i: int, j: int) -> bool:
    """Return whether a bare number from `i` to `j` stands in a formula: "1 − f", "1/n", "n 0"."""
    words = tokens.words
    head, behind, after = words[i - 1], words[j], words[j + 1]
    if i > 0 and len(head) == 1 and head.isalpha() and head not in "aAI":
        # "the root x 1 solves it", but "the port's 12 cranes"
        return (
            head.islower()
            and not tokens.adjacent(i - 1)
            and tokens.starts[i] - tokens.ends[i - 1] == 1
        )
    if behind in _MARKED and len(after) == 1 and after.isalpha():
        return behind != "/" or (tokens.adjacent(j) and after not in units.SYMBOLS)
    if tokens.lower[i - 1] in ("cos", "sin", "tan"):
        return True
    return (
        head in ("−", "+")
        and i > 1
        and len(words[i - 2]) == 1
        and words[i - 2].isalpha()
        and behind in (")", "/", "^")
    )


def is_named(tokens: Tokens, i: int, j: int) -> bool:
    """Return whether the number is part of a name: "cyclin 7 (CYC7)", "2-chlorophenol"."""
    words = tokens.words
    if words[j] == "(":
        return (
            words[j + 2] == words[i] and words[j + 1].isalpha() and words[j + 3] == ")"
        )
    if words[j] in ("'", "′", "’"):
        # "the 5' end" of a strand of DNA
        return words[i] in ("3", "5") and tokens.lower[j + 1] in _STRANDS
    return (
        words[j] == "-"
        and tokens.adjacent(j + 1)
        and words[j + 1].lower().startswith(_STEMS)
    )


_STRANDS = word_set(
    "end ends untranslated utr region regions flanking splice terminus cap"
)
_GREAT = word_set(
    """
    lot record good great high low big small huge large long short tall bad fair healthy
    nice respectable number minimum maximum mere target goal better best more
    """
)


def is_numeral_of(tokens: Tokens, i: int, j: int) -> bool:
    """Return whether a number names a part of a drawing: "4 is a lever, 7 is a cam"."""
    lower = tokens.lower
    if lower[j] not in ("is", "denotes", "designates"):
        return False
    named = lower[j + 1]
    if tokens.words[i - 1] in (",", "and") and (
        never.is_noun(named) or named in language.PLURALS
    ):
        return named.isalpha() and named not in _GREAT
    return (
        lower[j + 1] in ("a", "an")
        and lower[j + 2] not in _GREAT
        and (
            never.opens_sentence(tokens, i) or tokens.words[i - 1] in (",", ";", "and")
        )
    )
