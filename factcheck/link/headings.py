"""Of what time figures are that stand under a line of its own: "Full year", "Nine months to June".

A release of results gives the same figures twice, for the quarter and for the year, and only
the line above says which. A line that names no time, as "Outlook", ends what such a line heads.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from factcheck.link.setting import Setting
from factcheck.link.sides import Side
from factcheck.model import BlockKind

_LINE = 60  # characters of a heading
_ENDS = (BlockKind.HEADING, BlockKind.TITLE)
# One word, or one figure, for each way to write it.
_UNITS = {
    "annual": "year", "fy": "year", "yr": "year", "half-year": "half", "interim": "half", "mth": "month",
    "monthly": "month", "qtr": "quarter", "q": "quarter", "quarterly": "quarter", "h": "half",
    "wk": "week", "weekly": "week", "ytd": "date",
}  # fmt: skip
_SAID = {"year", "half", "month", "quarter", "week", "season", "date", "day", "period"}
_NUMBERS = {
    word: str(number)
    for words in (
        "one two three four five six seven eight nine ten eleven twelve",
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    )
    for number, word in enumerate(words.split(), 1)
}
_MONTHS = frozenset(
    "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905 a word list
)
_LETTERS = 3  # that tell a month
# What says nothing of how long it was, or when.
_FILLERS = frozenset(
    "the a of in for to at and by so far full whole entire fiscal financial calendar end ended"  # noqa: SIM905 a word list
    " ending only period".split()
)
_Key = frozenset[str]
_NO_TIME: _Key = frozenset()


def of_headings(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether two figures of one text stand under lines that name two times.

    Where only one stands under such a line, the clause of the other may name that time. What
    is set below the headline alone heads that as well.
    """
    if x.path != y.path:
        return False
    starts, keys = setting.once(x, _lines)
    over = [bisect_right(starts, side.fact.mention.block) - 1 for side in (x, y)]
    mine, yours = (keys[at] if at >= 0 else _NO_TIME for at in over)
    if mine and yours:
        return not (mine <= yours or yours <= mine)
    head, at, other = (mine, over[0], y) if mine else (yours, over[1], x)
    if head.isdisjoint(_SAID):
        return False  # "March 2025" may be the date of the whole text
    named = _named(other, setting)
    return not (head <= named or (starts[at] == 1 and named.isdisjoint(_SAID)))


def _lines(side: Side, setting: Setting) -> tuple[Sequence[int], Sequence[_Key]]:
    """Return the blocks of a document that head what follows, and the time that each names."""
    document = setting.document(side)
    starts: list[int] = []
    keys: list[_Key] = []
    for number, block in enumerate(document.blocks):
        span = block.span
        short = span.end - span.start <= _LINE and block.kind is not BlockKind.TABLE
        key = time_of(document.surface(span)) if short else _NO_TIME
        if key or (
            keys and block.kind in _ENDS and number not in setting.once(side, _figures)
        ):
            starts.append(number)
            keys.append(key)
    return starts, keys


def _figures(side: Side, setting: Setting) -> set[int]:
    """Return the blocks of a document that hold numbers."""
    kinds = setting.kinds[side.path].values()
    return {each.fact.mention.block for sides in kinds for each in sides}


def time_of(line: str) -> _Key:
    """Return the time that a line names which says nothing else, in words of one form.

    >>> sorted(time_of("Nine mths ended Sept 30")), time_of("Year of the dragon")
    (['30', '9', 'month', 'sep'], frozenset())
    """
    words: list[str] = []
    for match in _words().finditer(_plain(line.lower())):
        words.append(_word(match[0]))
        if not words[-1]:
            return _NO_TIME
    return frozenset(words) - _FILLERS if _is_time(words) else _NO_TIME


def _is_time(words: Sequence[str]) -> bool:
    """Return whether words name a time: with a unit, a month or the number of a year."""
    return any(word in _SAID or word in _MONTHS or _is_year(word) for word in words)


def _is_year(word: str) -> bool:
    return len(word) == len("2000") and word[:2] in ("19", "20")


def _word(word: str) -> str:
    """Return a word of a time in one form, or nothing for any other word."""
    if word.isdigit() or word in _FILLERS:
        return word
    if word in _NUMBERS:
        return _NUMBERS[word]
    single = word if word in _UNITS else word.removesuffix("s")
    single = _UNITS.get(single, single)
    if single in _SAID:
        return single
    begin = word[:_LETTERS]
    return begin if begin in _MONTHS and _month().fullmatch(word) else ""


def _named(side: Side, setting: Setting) -> set[str]:
    """Return the words for times in the clause of a figure, but for those it is compared with."""
    span = side.fact.clause
    clause = _compared().sub("", setting.text(side)[span.start : span.end].lower())
    return set(map(_word, _split(clause))) - {""}


def _split(text: str) -> list[str]:
    """Return the words of a text of small letters: "1st half", "4Q24"."""
    return _words().findall(_plain(text))


def _plain(text: str) -> str:
    """Return a text with its ordinals as figures."""
    return _ordinal().sub("", text)


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"half-year|[^\W\d_]+|\d+")


@cache
def _ordinal() -> re.Pattern[str]:
    return re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")


@cache
def _month() -> re.Pattern[str]:
    return re.compile(
        r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
        r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    )


@cache
def _compared() -> re.Pattern[str]:
    """What a figure of another time is told by: "a year earlier", "last quarter"."""
    return re.compile(
        r"\b(?:last|previous|prior|next|(?:an?|the|one) (?:same )?)[ -]?(?:year|quarter|half|month|week)s?\b(?! to\b)"
        r"|\b(?:year|quarter|month|week)(?:[ -](?:ago|earlier|before|on|over)\b)"
    )
