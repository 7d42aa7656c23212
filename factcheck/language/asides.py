"""What of a sentence bears on one of its numbers: not what another clause says, or an aside.

"47 people drowned, the first wreck since 1987, although the boat was new": the year and the
boat say nothing of the 47. What a sentence goes on with on its own ("; a decision is due in
March", "and nobody knows why") bears on nothing before it, nor that on what follows; what is
thrown in bears on nothing else, but all else on it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from factcheck.language import lexicon
from factcheck.language.data import word_set
from factcheck.language.sentences import has_verb, opens_clause

# Where a sentence may go on with a clause that has a subject of its own.
_ON: Final = re.compile(r"(?i);\s|,? (?:but|yet|whereas|while|and)\s")
_SUBJECT: Final = re.compile(r"\s*([^\W\d_]+(?:['\u2019][^\W\d_]+)?)")
_NO_SUBJECT: Final = (
    lexicon.PREPOSITIONS
    | lexicon.PAST
    | word_set(
        "is are was were has have had will would can could may might must do does did said says not only also then so even never thus"
    )
)
# What is thrown in, up to the next comma or the end of its clause.
_THROWN_IN: Final = re.compile(
    r"(?i),\s(?:(?:even )?(?:al)?though|as(?! (?:well|many|much|few|little|of)\b)|(?:about |much |roughly )?the same as|unlike|despite|like"
    r"|who|whose|which|where|according to|compared (?:with|to)|(?:up|down) from|against|instead of"
    r"|(?:the|its|his|her|their|an?) (?:[a-z]+ )?(?:first|second|third|last|only|most|least|worst|best|[a-z]{2,}est)) [^,;]*(?:,(?=\d)[^,;]*)*"
    r"|,\s(?:[a-z]+ed|built|held|made|born|begun|won|sold|bought) (?:in|on|by|at|from|since|under) [^,;]*(?=,)"
)
_OPENING: Final = re.compile(
    r"(?i)(?:(?:even )?(?:al)?though|while|whereas|as|unlike|despite|like|contrary to|compared (?:with|to)) [^;]*?,\s"
)
# "The mayor told members that": what somebody says begins after it.
_SAYING: Final = re.compile(
    rf"(?i)[^;]*?\b(?:{'|'.join(sorted(lexicon.SAYING))})(?:,? [a-z'\u2019]+){{0,3}} that\s"
)
# When it was said may be when it was so.
_WHEN: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b|<[dqw]\d")
# Where a clause begins and ends, and its asides.
_Clause = tuple[int, int, tuple[tuple[int, int], ...]]
_LONGEST: Final = 1000  # characters; a longer sentence is a list


def bearing(text: str, at: int) -> str:
    """Return a sentence with blanks for all that does not bear on what stands at an offset.

    >>> bearing("47 drowned, the first since 1987; a decision is due.", 0).rstrip()
    '47 drowned'

    Args:
        text: The sentence, as written or marked.
        at: The offset.
    """
    kept = text
    for start, end, asides in _clauses(text):
        if not start <= at < end:
            kept = _blanked(kept, start, end)
            continue
        for begin, stop in asides:
            if not begin <= at < stop:
                kept = _blanked(kept, begin, stop)
    return kept


def bears(text: str, at: int, other: int) -> bool:
    """Return whether what stands at one offset of a sentence bears on what stands at another.

    Args:
        text: The sentence.
        at: What it may bear on.
        other: What may bear on it.
    """
    return not bearing(text, at)[other].isspace()


@lru_cache(maxsize=8192)
def _clauses(text: str) -> tuple[_Clause, ...]:
    """Return where the clauses with a subject of their own begin and end, with their asides."""
    if len(text) > _LONGEST:
        return ()
    found: list[_Clause] = []
    start = begin = 0  # the latter behind "and"
    for match in _ON.finditer(text):
        if _goes_on(text, begin, match):
            end = match.start()
            found.append((start, end, _asides(text, begin, end)))
            start, begin = end, match.end()
    asides = _asides(text, begin, len(text))
    if not found and not asides:
        return ()
    return (*found, (start, len(text), asides))


def _asides(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return what is thrown into a clause, and what it opens with."""
    found = [match.span() for match in _THROWN_IN.finditer(text, start, end)]
    opening = _OPENING.match(text, start, end)
    if opening:
        found.append(opening.span())
    if text.find(" that ", start, end) >= 0:
        said = _SAYING.match(text, start, end)
        if said and not _is_dated(text, said, found):
            found.append(said.span())
    return tuple(found)


def _is_dated(text: str, said: re.Match[str], asides: list[tuple[int, int]]) -> bool:
    """Return whether it is told when something was said, and not only in an aside."""
    return any(
        not any(start <= when.start() < end for start, end in asides)
        for when in _WHEN.finditer(text, said.start(), said.end())
    )


def _goes_on(text: str, start: int, match: re.Match[str]) -> bool:
    if match[0].startswith(";"):
        return True
    following = _SUBJECT.match(text, match.end())
    if following is None or following[1].lower() in _NO_SUBJECT:
        return False
    return "and" not in match[0].lower() or (
        has_verb(text, start, match.start())
        and opens_clause(text, match.end(), len(text))
    )


def _blanked(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{' ' * (end - start)}{text[end:]}"
