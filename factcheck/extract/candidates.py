"""Where in a text a number or a period may stand: one cheap pass that finds few places."""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck import units
from factcheck.extract import periods, phrases, spelled
from factcheck.extract.bounds import BEFORE_LAST, BETWEEN
from factcheck.extract.lexicon import (
    ARTICLE_UNITS,
    FRACTIONS,
    MULTIPLES,
    ONES,
    SCALES,
    TENS,
    VAGUE,
    VAGUE_FACTORS,
    ZERO_NOUNS,
)
from factcheck.extract.periods.words import HINTS

# Words are looked for in stretches of at most so many characters.
_LONG = 1 << 12

_LETTERS = bytes(
    code if code in range(97, 123) else code + 32 if code in range(65, 91) else 32
    for code in range(256)
)
# A single character in front: `re` then skips ahead to the next of its kind.
_DIGITS = re.compile(r"[0-9][0-9]*+(?:[.,][0-9]++)*")
_FIRST = re.compile(r"[0-9]\d*+")
_ANY_DIGITS = re.compile(r"[\d¼-¾⅐-⅞↉](?:(?<=\d)\d*+(?:[.,]\d++)*)?")

_PLAIN_WORDS = (
    set(ONES)
    | set(TENS)
    | set(SCALES)
    | set(VAGUE)
    | set(VAGUE_FACTORS)
    | set(MULTIPLES)
    | {"dozen", "half", "none"}
)
# Words that need "a" (or, for what did not happen, "no") in front.
_AFTER_ARTICLE = (set(FRACTIONS) - {"half", "halves"}) | ARTICLE_UNITS
_ARTICLES = frozenset({b" a ", b"an "})
# What stands before "a week" where that is an amount.
_MODIFYING = frozenset(word.encode() for word in BEFORE_LAST | BETWEEN | {"c", "by"})
_ORDINALS = frozenset({"st", "nd", "rd", "th", "ST", "ND", "RD", "TH"})
# Behind these first characters digits may be an ordinal or a time of day.
_DOUBTFUL = frozenset("snrtSNRT:")


def candidates(
    text: str, start: int, end: int
) -> tuple[list[int], bool, periods.Places]:
    """Return where in a stretch of text a quantity may have its number, in order.

    The second value says whether the numbers there may be in the style 1.234,5, the third
    where periods may be.
    """
    body = text[start:end]
    places = periods.Places([], [])
    hits, continental = _numbers(body, start, places.begins)
    _words(body, start, hits, places)
    # Words come in no order of their own.
    hits.sort()
    places.begins.sort()
    places.hints.sort()
    return hits, continental, places


def _numbers(
    body: str, start: int, digits: list[tuple[int, int]]
) -> tuple[list[int], bool]:
    """Return where digits may be a number, and whether they may be in the style 1.234,5.

    Where digits begin and end that no digit and sign stand before is added to `digits`.
    """
    hits: list[int] = []
    continental = False
    plain = body.isascii()
    for match in (_DIGITS if plain else _ANY_DIGITS).finditer(body):
        at, last = match.span()
        if plain and (last - at < 3 or match[0].isdigit()):  # noqa: PLR2004 - "0,5"
            digits.append((start + at, start + last))
        else:
            number = match[0]
            if first := _FIRST.search(number):
                digits.append((start + at + first.start(), start + at + first.end()))
            if number.startswith("0,") or (
                "." in number and ("," in number or number.count(".") > 1)
            ):
                continental = True
        before = body[at - 1] if at else " "
        if (before != " " or body[last : last + 1] in _DOUBTFUL) and _is_part(
            body, at, last, before
        ):
            continue
        hits.append(start + at)
    return hits, continental


def _words(body: str, start: int, hits: list[int], places: periods.Places) -> None:
    """Add where words may be a number or begin a quantity, or belong to a period."""
    # One byte a character, all but letters blank: words are then split at C speed, and
    # places are the same as in the text.
    letters = b" %b " % body.encode("ascii", "replace").translate(_LETTERS)
    find = letters.find
    begins, hints = places
    low, end = 0, len(letters)
    while low < end:
        # Each word is looked for where it stands: in a long text nearly all do somewhere.
        high = end if end - low < _LONG else letters.find(b" ", low + _LONG // 2) + 1
        floor = low - 1 if low else 0
        for word in _CUE_WORDS.intersection(letters[low:high].split()):
            padded, lead, may_be, named, hinting = _CUES[word]
            at = find(padded, floor, high)
            while at >= 0:
                if hinting:
                    hints.append((start + at, word))
                elif named and body[at].isupper():
                    begins.append((start + at, start + at + len(word)))
                if (
                    (
                        not lead
                        or (lead == 2 and letters[at - 2 : at + 1] in _ARTICLES)  # noqa: PLR2004 - "a "
                        or (lead > 2 and b"o " in letters[max(0, at - lead) : at + 1])  # noqa: PLR2004 - "no known "
                    )
                    and (
                        may_be is None or may_be(body, letters, at, at + len(word) + 1)
                    )
                ):
                    hits.append(at + start)
                at = find(padded, at + 1, high)
        low = high


def _is_part(body: str, at: int, last: int, before: str) -> bool:
    """Return whether digits are part of what is no quantity: an ordinal, a code, a time."""
    return (
        (
            body[last : last + 2] in _ORDINALS
            and not body[last + 2 : last + 3].isalnum()
            and not _is_weight(body, last)
        )
        or (before.isalpha() and not _is_money(body, at))
        # Neither half of "10:30" is a number of its own.
        or (before == ":" and body[at - 2 : at - 1].isdigit())
        or (
            before.isspace()
            and body[last : last + 1] == ":"
            and body[last + 1 : last + 2].isdigit()
        )
    )


def _is_weight(body: str, last: int) -> bool:
    """Return whether "st" makes stones of the digits before it, no ordinal: "11st", "9st"."""
    return body[last] == "s" and (
        body[last - 1] != "1" or body[last - 2 : last] == "11"
    )


def _is_money(body: str, at: int) -> bool:
    """Return whether the letters glued before digits may be a currency: "Rs50", "C$"."""
    first = at - 1
    while first and body[first - 1].isalpha() and at - first < _LONGEST_SIGN:
        first -= 1
    word = body[first:at]
    return (
        word in units.CURRENCY_SIGNS
        or word in units.CURRENCIES
        # Signs that were lost on the wire: of the pound, of the euro; and rand.
        or word in ("PS", "R", "euro")
        or body[first - 1 : first] in units.CURRENCY_SIGNS
    )


def _is_amount(body: str, letters: bytes, at: int, end: int) -> bool:
    """Return whether "a week" may be an amount: "about a week", "a week and a half"."""
    following = letters[end : end + 16].split()[:1]
    if following == [b"and"] or (
        following == [b"of"] and letters[at + 1 : end] in _FILLED
    ):
        return True
    before = at - 2 if letters[at - 2] == _BLANK else at - 3
    if before < 1 or body[before - 1] != " " or letters[before - 1] == _BLANK:
        return True
    return letters[letters.rfind(b" ", 0, before) + 1 : before] in _MODIFYING


def _is_vague(body: str, letters: bytes, _: int, end: int) -> bool:
    """Return whether what stands behind "several" may be a unit, a scale or people."""
    following = letters[end + 1 : letters.find(b" ", end + 1)]
    after = end + len(following)
    if (
        not following
        or body[end - 1] != " "
        or not body[after : after + 1].isascii()
        or not body[end].islower()
    ):
        return True
    return following.decode() in phrases.behind_vague()


def _is_few(body: str, letters: bytes, at: int, end: int) -> bool:
    """Return whether "few" and "couple" may be an amount: "a few days"."""
    if not at:
        return False
    if body[at - 1] == " " and not body[at - 2 : at - 1].isspace():
        before = letters[letters.rfind(b" ", 0, at) + 1 : at]
        if before not in _BEFORE_FEW:
            return False
    return _is_vague(body, letters, at, end)


def _is_none(body: str, letters: bytes, _: int, end: int) -> bool:
    """Return whether "none" may count: "none of the 12 passengers"."""
    if body[end : end + 12].split()[:1] not in _OF:
        return False
    # Of two words behind "of" the second, or digits in their place.
    second = letters[end : end + 30].split()[2:3]
    return not _COUNTED.isdisjoint(second) or any(
        sign.isdigit() for sign in body[end : end + 30]
    )


def _is_one(body: str, letters: bytes, at: int, end: int) -> bool:
    """Return whether "one" may be a number: not "the one man", but "the one in five"."""
    if not at or body[at - 1] != " " or body[end - 1 : end] != " ":
        return True
    before = letters[letters.rfind(b" ", 0, at) + 1 : at]
    return (
        before not in _BEFORE_PRONOUN
        or letters[end + 1 : letters.find(b" ", end + 1)] in _BEHIND_ONE
    )


_BLANK = 32
_OF = (["of"], ["Of"], ["OF"])
_COUNTED = frozenset(word.encode() for word in ONES)
# Behind these "one" is a pronoun, unless a number goes on with it.
_BEFORE_PRONOUN = frozenset(
    word.encode() for word in spelled.NOT_BEFORE_ONE if word != "only"
)
_BEHIND_ONE = frozenset(
    word.encode()
    for word in {"", "and", "in", "out", "of", "dozen"}.union(
        ONES, TENS, SCALES, FRACTIONS
    )
)
_FILLED = frozenset(word.encode() for word in phrases.FILLED)
_LONGEST_SIGN = 8
_BEFORE_FEW = frozenset(word.encode() for word in phrases.BEFORE_FEW)
# Words that are candidates only where something else says so as well.
_MAY_BE: dict[bytes, Callable[[str, bytes, int, int], bool]] = {
    **dict.fromkeys((word.encode() for word in ARTICLE_UNITS), _is_amount),
    b"several": _is_vague,
    b"few": _is_few,
    b"couple": _is_few,
    b"none": _is_none,
    b"one": _is_one,
}


def _cue(word: bytes) -> tuple[bytes, int, Callable[..., bool] | None, bool, bool]:
    """Return how a word stands in the letters, and what it may begin.

    That is: how far ahead its "a", "an" or "no" may end, 0 where it needs none and -1 where it
    begins no quantity; what says that it is a candidate; whether it is of a period's `NAMES`,
    and whether of their `HINTS`.
    """
    plain = word.decode()
    lead = (
        0
        if plain in _PLAIN_WORDS
        else 2
        if plain in _AFTER_ARTICLE
        else 14
        if plain in ZERO_NOUNS
        else -1
    )
    return (
        b" %b " % word,
        lead,
        _MAY_BE.get(word),
        word in periods.NAMES,
        word in HINTS,
    )


_CUES = {
    word: _cue(word)
    for word in (
        *[word.encode() for word in _PLAIN_WORDS | _AFTER_ARTICLE | ZERO_NOUNS],
        *periods.NAMES,
        *HINTS,
    )
}
_CUE_WORDS = frozenset(_CUES)
