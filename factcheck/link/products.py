"""Of which goods a number is: "rice production", "exports of palm oil"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import takewhile

from factcheck.language.lexicon import ADJECTIVES, FUNCTION_WORDS, MONTHS, PREDICATES
from factcheck.link.setting import Setting
from factcheck.link.sides import Side
from factcheck.link.stems import stem

# No part of the name of goods: "it said", "in May".
_ENDS = (FUNCTION_WORDS | MONTHS | PREDICATES) - {"and", "or"}
# "Booming", "annual", "black and green": they name no goods.
_PLAIN = ADJECTIVES | {"and", "or"}
_TRADED = frozenset(
    map(stem, ("production", "output", "import", "imports", "export", "exports", "stocks", "inventories", "crop", "harvest", "sales", "shipments", "consumption", "reserves", "demand", "price", "prices"))
)  # fmt: skip
_ENDINGS = ("ing", "ed", "ous", "ive", "able", "ful", "less", "ly", "est", "ional")


def of_other_goods(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether two numbers are of two goods, of which one text speaks of both.

    Or each is headed by its own: "Rice output falls", "Sugar output seen at record".
    """
    if x.path == y.path or x.fact.words.isdisjoint(_TRADED):
        return False
    mine = _goods(x, setting)
    yours = _goods(y, setting) if mine else mine
    if not yours or not mine.isdisjoint(y.fact.words | yours):
        return False
    if not yours.isdisjoint(x.fact.words):
        return False
    return (
        setting.knows(x, yours)
        or setting.knows(y, mine)
        or (_heads(mine, x, setting) and _heads(yours, y, setting))
    )


def _heads(goods: frozenset[str], side: Side, setting: Setting) -> bool:
    """Return whether the headline of a text names some of its goods."""
    title = setting.document(side).title or ""
    return not goods.isdisjoint(map(stem, title.lower().split()))


def _goods(side: Side, setting: Setting) -> frozenset[str]:
    """Return the goods of the last noun before a number that asks for some."""
    start, end = side.fact.sentence.start, side.fact.mention.span.start
    told = list(_traded().finditer(setting.text(side), start, end))
    if not told:
        return frozenset()
    last = told[-1]
    if last["of"]:
        named = takewhile(_goes_on, last["of"].split())
        return _keys(word for word in named if not _is_plain(word))
    before = last["before"]
    if last.start() == start:
        before = before.lower()  # "Barley production fell": no name
    words = reversed(before.split())
    return _keys(takewhile(lambda word: _goes_on(word) and not _is_plain(word), words))


def _goes_on(word: str) -> bool:
    """Return whether a word may be one of the name of goods."""
    return word.islower() and word not in _ENDS


def _is_plain(word: str) -> bool:
    """Return whether a word only says how they are."""
    return word in _PLAIN or word.endswith(_ENDINGS)


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(stem, words)))


@cache
def _traded() -> re.Pattern[str]:
    return re.compile(
        r"(?P<before>(?<![A-Za-z-])(?:[A-Za-z-]+\s){0,3})(?:\([A-Z]+\)\s)?(?<![A-Za-z-])"
        r"(?i:production|output|imports?|exports?|stocks|inventories|crops?|harvests?|sales"
        r"|shipments|consumption|reserves|demand|prices?)\b"
        r"(?:\sof\s(?P<of>(?:[a-z-]+\s){0,3}[a-z-]+))?"
    )
