"""Counts that share a noun: "from 40 to 60 soldiers", "460 vehicles, compared with 63"."""

from __future__ import annotations

import re
from typing import Final

from factcheck.language import lexicon
from factcheck.language.data import word_set

_N_CHARACTERS: Final = 120  # within which a count can share a noun
# A word before a count that makes it count what the count before does, and how many words may
# stand between the two.
_BORROWING: Final = {
    "from": 8, "than": 8, "versus": 8, "against": 8, "including": 8, "and": 7, "or": 1,
    "to": 1,
}  # fmt: skip
_N_LISTED: Final = 6
_COMPARED: Final = frozenset(
    {"compared with", "compared to", "opposed to", "relative to"}
)
_LENDING: Final = word_set("to or and up down")
_HARMING: Final = word_set(
    "killed killing injured injuring wounded wounding hurt hurting displaced displacing"
)
_N_HARMED: Final = 3  # "and wounded another 40"
_N_LENT: Final = 10
_N_GAPPED: Final = 4
_JOINTS: Final = frozenset({",", ";", "and"})
# What a list after a colon shares out: seats that are divided as follows.
_SHARED_OUT: Final = word_set(
    "follows distributed divided shared split allocated allotted"
)
_THE_NAME: Final = re.compile(r"\b[Tt]he [A-Z][a-z]+[^.;]*$")
_ENDS: Final = ("", ",", ";", ".", ")")
_MODIFIERS: Final = word_set(
    """
    the its their another further about around some roughly nearly almost over under up just only at least most more
    fewer less an estimated approximately a total of as many no exactly
    """
)


def borrows(text: str, previous: int, start: int) -> bool:
    """Return whether a count without a noun counts what the count before it counts.

    "40 arrests, up from 25 in 2019", "460 vehicles, compared with 63", "12 men in Larn, 5 in
    Oril".

    Args:
        text: The text of the document.
        previous: Where the phrase of the count before ends.
        start: Where the number without a noun starts; in the same sentence.
    """
    if not previous <= start <= previous + _N_CHARACTERS:
        return False
    between = text[previous:start]
    if ". " in between or ";" in between or "\n\n" in between:
        return False
    parts = between.lower().replace(",", " , ").split()
    while parts and parts[-1] in _MODIFIERS:
        parts.pop()
    last, n = parts[-1] if parts else "", len(parts)
    if last == ",":
        return _parallel(text, parts, start)
    if n > 1 and f"{parts[-2]} {last}" in _COMPARED:
        return True
    if last in _HARMING and n <= _N_HARMED and parts[0] in {"and", "or", ","}:
        before = text[max(0, previous - 20) : previous].split()
        return bool(before) and before[-1].lower() in lexicon.PEOPLE
    # "Or" after a comma says the same in another way: "or 71 percent".
    return 0 < n <= _BORROWING.get(last, 0)


def lends(text: str, end: int, start: int) -> bool:
    """Return whether a count without a noun counts what the count after it counts.

    "From 40 to 60 soldiers", "ten or 12 boats", "1,300, up 12 points".

    Args:
        text: The text of the document.
        end: Where the number without a noun ends.
        start: Where the next number starts; in the same sentence.
    """
    return start - end < _N_LENT and text[end:start].strip(" ,") in _LENDING


def gapped(text: str, first: int, previous: int, start: int, end: int) -> bool:
    """Return whether a number leaves out verb and noun: "Orrin lost 52 barns, Selk 38 and the Tarn Valley 16".

    Args:
        text: The text of the document.
        first: Where the count before starts.
        previous: Where its number ends.
        start: Where the number without a noun starts; in the same sentence.
        end: Where it ends.
    """
    if start - previous > _N_CHARACTERS or text[end : end + 4].strip()[:1] not in _ENDS:
        return text[end : end + 5] == " and " and gapped(
            text, first, previous, start, len(text)
        )
    pieces = text[previous:start].replace(",", " , ").replace(";", " ; ")
    between = pieces.replace(":", " : ").split()
    at = len(between) - 1
    while at >= 0 and _is_word(between[at]) and between[at] != "and":
        at -= 1
    who = between[at + 1 :]
    if at < 0 or not 0 < len(who) <= _N_GAPPED:
        return False
    if between[at] not in _JOINTS and not (
        between[at] == ":" and not _SHARED_OUT.isdisjoint(between[:at])
    ):
        return False
    opening = who[0].lower()
    if opening in lexicon.PREPOSITIONS:
        # "In the east 912 oaks fell, in the west 604."
        return (
            opening in text[max(0, first - _N_CHARACTERS // 3) : first].lower().split()
        )
    names = who
    if opening == "the":
        # "The Greens hold 62 seats, the Liberals 48", but not "she owns 5, the Nokia 33".
        before = text[max(0, first - _N_CHARACTERS) : first]
        names = who[1:] if _THE_NAME.search(before) else []
    return bool(names) and all(word[:1].isupper() and len(word) > 1 for word in names)


def _is_word(piece: str) -> bool:
    """Return whether a piece of text is a word, or one that tells whose: "Farmers'"."""
    return piece.replace("'", "").replace("\u2019", "").isalpha()


def _parallel(text: str, parts: list[str], start: int) -> bool:
    """Return whether two counts in a list stand before the same preposition."""
    following = text[start : start + _N_CHARACTERS // 2].split(maxsplit=2)
    return (
        len(parts) <= _N_LISTED
        and len(following) > 1
        and following[1] == parts[0]
        and parts[0] in lexicon.PREPOSITIONS
    )
