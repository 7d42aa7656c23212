"""What a count counts: the noun phrase beside a number, and its head.

A number is followed by modifiers and a run of nouns. A plural ends the run, as a rule, for a
count above one; closed-class words, finite verbs and punctuation end it always. What stays
open is left open: no noun is better than a wrong one.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from factcheck.language import lexicon, words
from factcheck.model import Counted, Span

# A word with inner hyphens, apostrophes and points (air-defence, people's, U.S.); a number,
# with what is written together with it (250ml, 20-year-old); or one other character.
_TOKEN: Final = re.compile(
    r"[^\W\d_]+(?:[-'’‑](?=[^\W\d_])[^\W\d_]+|\.(?=[A-Z]\.)[A-Z]\.?)*"
    r"|\d[\d,.]*(?<![,.])(?:[-‑]?[^\W\d_]+)*|\S"
)
_N_TOKENS: Final = 12
_N_CHARACTERS: Final = 120

_NOT_STOPS: Final = frozenset(
    [
        "no",
        "such",
        "straight",
        "live",
        "overseas",
        "offshore",
        "near",
        "past",
        "worldwide",
        "save",
        "round",
        "inside",
        "outside",
        "underground",
        "then",
        "opposite",
        "minus",
        "plus",
        "over",
        "like",
        "out",
        "back",
        "well",
        "still",
        "just",
        "even",
        "enough",
        "very",
        "next",
        "almost",
    ]
)
_STOPS: Final = (
    lexicon.PREPOSITIONS
    | lexicon.CONJUNCTIONS
    | lexicon.PRONOUNS
    | lexicon.AUXILIARIES
    | lexicon.ADVERBS
    | lexicon.DETERMINERS
) - _NOT_STOPS
_CALENDAR: Final = lexicon.WEEKDAYS | lexicon.MONTHS
_ENDS: Final = frozenset(".;:!?)}>|*=/\n")
_QUOTES: Final = frozenset("\"'“”‘’«»[]")
_CHAIN: Final = (
    lexicon.AUXILIARIES
    | lexicon.ADVERBS
    | {"confirmed", "reported", "left", "feared", "believed"}
)
_GROUP: Final = frozenset(
    [
        "the",
        "those",
        "these",
        "this",
        "that",
        "its",
        "their",
        "his",
        "her",
        "our",
        "my",
        "your",
        "all",
        "both",
        "each",
    ]
)
_WHOM: Final = frozenset(["them", "us", "whom", "which", "you", "these", "those"])
_OR_SO: Final = frozenset(["so", "more", "fewer", "less", "thereabouts"])
_PAIRS: Final = frozenset(
    [
        "men",
        "women",
        "children",
        "boys",
        "girls",
        "adults",
        "sons",
        "daughters",
        "brothers",
        "sisters",
        "husbands",
        "wives",
        "males",
        "females",
    ]
)
_FINITE: Final = frozenset(
    [
        "says",
        "has",
        "does",
        "was",
        "goes",
        "takes",
        "makes",
        "gives",
        "comes",
        "gets",
        "means",
        "seems",
        "becomes",
        "remains",
        "keeps",
        "wants",
        "needs",
        "knows",
        "thinks",
        "shows",
        "tells",
        "finds",
        "warns",
        "claims",
        "insists",
    ]
)
_TAILS: Final = frozenset({"odd", "plus", "some", "strong", "ish"})


class _Token(NamedTuple):
    """One token after the number; `lower` has plain hyphens and apostrophes."""

    text: str
    lower: str
    start: int
    end: int


def find(text: str, at: int, limit: int, *, one: bool = False) -> Counted | None:
    """Return what the number that ends at `at` counts, or None where no noun of its own stands.

    Call it for numbers without unit, currency or percent sign only. "Population of 60,000" and
    "the toll rose to 43" give None: the count has no noun of its own.

    Args:
        text: The text of the document.
        at: Where the number with its scale word ends ("43", "two million", "dozens").
        limit: Where the block, or the sentence, ends; nothing is read beyond.
        one: Whether the count is exactly one, so that a singular noun is looked for.

    Returns:
        The phrase after the number, its head, lemma and qualifiers, or None.

    >>> find("43 separate Russian attacks in a day", 2, 36).head
    'attacks'
    """
    if at >= limit:
        return None
    first = text[at]
    if first in "-‑":
        return _hyphened(text, at, limit, one=one)
    if first == "+":
        at += 1
        first = text[at : at + 1]
    if not first.isspace():
        return None
    tokens = _tokens(text, at, limit)
    if not tokens:
        return None
    return _after(tokens, one=one)


def _tokens(text: str, at: int, limit: int) -> list[_Token]:
    """Return the tokens up to the first that surely ends a phrase, at most a dozen."""
    limit = min(limit, at + _N_CHARACTERS)
    if text.find("\n\n", at, limit) == at:
        return []
    tokens: list[_Token] = []
    for match in _TOKEN.finditer(text, at, limit):
        token = match[0]
        if token in _ENDS or len(tokens) == _N_TOKENS:
            break
        lower = token.lower()
        if "’" in lower or "‑" in lower:
            lower = lower.replace("’", "'").replace("‑", "-")
        tokens.append(_Token(token, lower, match.start(), match.end()))
    return tokens


def _hyphened(text: str, at: int, limit: int, *, one: bool) -> Counted | None:
    match = _TOKEN.match(text, at + 1, limit)
    if not match or not match[0][0].isalpha():
        return None
    part = match[0].replace("‑", "-").partition("-")[0]
    lower = part.lower()
    end = at + 1 + len(part)
    if lower == "strong":
        return Counted(Span(at + 1, end), part, lower, elided=True)
    if lower in _TAILS:
        return find(text, end, limit, one=one)
    if (
        lower in _STOPS
        or lower in lexicon.ADJECTIVES
        or lower.endswith(("ed", "al", "ly"))
    ):
        return None
    return Counted(Span(at + 1, end), part, words.singular(part))


def _after(tokens: list[_Token], *, one: bool) -> Counted | None:
    i, n = 0, len(tokens)
    lower = tokens[0].lower
    if lower == "or" and n > 1 and tokens[1].lower in _OR_SO:
        i = 2
    elif lower == "out" and n > 3 and tokens[1].lower == "of":  # noqa: PLR2004 - a number and a noun follow
        i = 3 if tokens[2].lower not in _GROUP else 2
    if i < n and tokens[i].lower == "of":
        i += 1
        if i < n and tokens[i].lower in _GROUP:
            i += 1
            if i < n and tokens[i].text[0].isdigit():
                i += 1
            if i == n or tokens[i].lower in _STOPS:
                pronoun = tokens[i - 1]
                if pronoun.lower in _WHOM:
                    return _stand_in(pronoun)
                return None
        elif i < n and tokens[i].lower in _WHOM:
            return _stand_in(tokens[i])
        return _phrase(tokens, i, one=False)
    return _phrase(tokens, i, one=one)


def _stand_in(token: _Token) -> Counted:
    return Counted(Span(token.start, token.end), token.text, token.lower, elided=True)


def _phrase(tokens: list[_Token], i: int, *, one: bool) -> Counted | None:
    n, first = len(tokens), i
    head = fallback = -1
    noun = -1  # the last word that can be a noun
    while i < n:
        token = tokens[i]
        lower = token.lower
        initial = lower[0]
        if not initial.isalpha():
            if initial.isdigit():
                if not lower[-1].isalpha():
                    break
            elif initial == "," or initial == "&":
                if not _joins(tokens, first, i, noun):
                    break
            elif initial not in _QUOTES:
                break
            i += 1
            continue
        if lower in _STOPS:
            if lower in {"and", "or"} and _joins(tokens, first, i, noun):
                i += 1
                continue
            break
        if lower in _CALENDAR and token.text[0].isupper():
            break
        if lower in lexicon.PREDICATES and noun < 0 and i - first < 2:  # noqa: PLR2004 - "43 more died"
            break
        if lower.endswith("'s"):
            i += 1
            continue
        plural = is_plural(lower)
        if one:
            if (
                plural
                and lower not in lexicon.ATTRIBUTIVE
                and not (lower in lexicon.PLURALS and noun < 0)
            ):
                break
            if noun >= 0 and _verbal(lower):
                break
            if not _adjectival(lower):
                noun = i
            i += 1
            continue
        if plural:
            if _compound(tokens, i):
                fallback = i
                i += 1
                continue
            head = i
            break
        if fallback >= 0 and _verbal(lower):
            break
        if not _adjectival(lower):
            noun = i
        i += 1
    if head < 0:
        head = noun if one else fallback
    if head < 0:
        return _elided(tokens, first)
    return _counted(tokens, first, head)


def _counted(tokens: list[_Token], first: int, head: int) -> Counted:
    token = tokens[head]
    end = token.end
    if (
        head + 2 < len(tokens)
        and token.lower in _PAIRS
        and tokens[head + 1].lower in {"and", "or"}
        and tokens[head + 2].lower in _PAIRS
    ):
        end = tokens[head + 2].end
    while tokens[first].lower[0] in _QUOTES:
        first += 1
    qualifiers = tuple(t.lower for t in tokens[first:head] if t.lower[0].isalnum())
    return Counted(
        Span(tokens[first].start, end),
        token.text,
        words.singular(token.lower),
        qualifiers,
    )


def _elided(tokens: list[_Token], first: int) -> Counted | None:
    """Return the stand-in of a phrase without a noun: others, wounded, (were) killed."""
    n = len(tokens)
    stand_in = None
    i = first
    while i < n and tokens[i].lower in lexicon.STAND_INS:
        stand_in = tokens[i]
        i += 1
    steps = 0
    while i < n and steps < 5:  # noqa: PLR2004 - "have so far been confirmed dead"
        lower = tokens[i].lower
        if lower in lexicon.STATES:
            state = tokens[i]
            return Counted(
                Span((stand_in or state).start, state.end),
                state.text,
                lower,
                (stand_in.lower,) if stand_in else (),
                elided=True,
            )
        if lower not in _CHAIN and not lower.endswith("ly"):
            break
        i += 1
        steps += 1
    return _stand_in(stand_in) if stand_in else None


def is_plural(lower: str) -> bool:
    """Return whether a lower-case word reads as a plural noun."""
    if lower in lexicon.PLURALS:
        return True
    if lower[-1] != "s":
        return "-" in lower and lower.rpartition("-")[2] in lexicon.PLURALS
    return (
        len(lower) > 3  # noqa: PLR2004 - "gas", "bus", "his"
        and lower not in lexicon.SINGULAR_S
        and not lower.endswith(("ss", "us", "is", "'s"))
    ) or lower in {
        "ups",
        "tvs",
        "pcs",
        "mps",
        "cds",
        "ads",
        "ids",
        "gps",
        "mds",
        "eps",
        "lps",
    }


def _adjectival(lower: str) -> bool:
    """Return whether a word is no noun where a phrase could end."""
    if lower in lexicon.NOUNS:
        return False
    return (
        lower in lexicon.ADJECTIVES
        or lower in lexicon.STAND_INS
        or lower in lexicon.STATES
        or (lower.endswith("ly") and lower not in lexicon.NOT_ADVERBS)
        or lower.endswith(
            ("ed", "ous", "ful", "less", "ible", "able", "ical", "ish", "-old")
        )
    )


def _verbal(lower: str) -> bool:
    """Return whether a word after a noun is its verb or an adjective rather than a noun."""
    return (
        lower in lexicon.PREDICATES
        or lower in lexicon.STATES
        or lower in _FINITE
        or lower.endswith(("ed", "ing", "ly"))
        or (lower in lexicon.ADJECTIVES and lower not in lexicon.NOUNS)
    )


def _joins(tokens: list[_Token], first: int, i: int, noun: int) -> bool:
    """Return whether a comma or an "and" stands between modifiers of a plural to come."""
    if i == first or i + 1 >= len(tokens):
        return False
    following = tokens[i + 1]
    if not following.lower[0].isalpha() or following.lower in _STOPS:
        return False
    before = tokens[i - 1]
    if tokens[i].lower == ",":
        return (
            noun < first and _adjectival(before.lower) and _adjectival(following.lower)
        )
    if is_plural(following.lower):
        # "dead and wounded soldiers" has an adjective on both sides; "12 dead and soldiers" not.
        return False
    if i + 2 >= len(tokens):
        return False
    second = tokens[i + 2]
    if not is_plural(second.lower) or second.lower in _FINITE:
        return False
    return before.text[0].isupper() == following.text[0].isupper()


def _compound(tokens: list[_Token], i: int) -> bool:
    """Return whether the plural at `i` stands before the head: "sports cars"."""
    if i + 1 >= len(tokens):
        return False
    token, following = tokens[i], tokens[i + 1]
    lower = following.lower
    if not lower[0].isalpha() or lower in _STOPS or lower in _FINITE:
        return False
    if following.text[0].isupper() and not token.text[0].isupper():
        return False
    if lower in lexicon.TIME_NOUNS or lower in lexicon.STAND_INS or lower in _CALENDAR:
        return False
    if is_plural(lower):
        return lower not in lexicon.PREDICATES
    if token.lower not in lexicon.ATTRIBUTIVE or _verbal(lower):
        return False
    for token in tokens[i + 2 : i + 5]:
        lower = token.lower
        if not lower[0].isalpha() or lower in _STOPS:
            return False
        if is_plural(lower):
            return True
    return False
