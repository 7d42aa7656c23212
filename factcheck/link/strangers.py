"""Whether two numbers are of other people, places or organisations, by the names beside them."""

from __future__ import annotations

import re

from factcheck.language.lexicon import MONTHS
from factcheck.link.measures import are_of_one_sale
from factcheck.link.reasons import NAMES, PLACES
from factcheck.link.setting import Setting
from factcheck.link.sides import Side, say_the_same
from factcheck.link.stems import stem
from factcheck.link.vocabulary import peoples

_MANY = 6  # words in common from which two sentences may be one
_WELL_NAMED = 3  # names in common from which two sentences speak of the same
# "Heron 4", "Phase II"; no day of a month.
_NUMBERED = re.compile(
    rf"\b(?!(?:{'|'.join(map(str.capitalize, sorted(MONTHS)))})\b)([A-Z][a-z'-]+) (\d{{1,3}}|[IVX]{{1,4}})\b(?![.,:/%-]?\d)"
)
# Endings that make the name of a people of that of its country.
_OF_PEOPLES = frozenset(("an", "ian", "n", "ish", "ese", "i"))


def overlap(a: frozenset[str], b: frozenset[str], percent: int) -> bool:
    """Return whether two sets share so many words, in percent of the smaller one."""
    return len(a & b) * 100 >= percent * min(len(a), len(b))


def of_places(x: Side, y: Side, setting: Setting) -> str | None:
    """Return whether two counts are of places of which one document knows both."""
    a, b = x.fact.place, y.fact.place
    if a is None or b is None or a in b or b in a:
        return None
    known = stem(b.split()[-1]) in setting.names(x.path) or (
        stem(a.split()[-1]) in setting.names(y.path)
    )
    return PLACES if known else None


def of_both_counted(x: Side, y: Side, setting: Setting) -> str | None:
    """Return whether one sentence counts apart for the names of both numbers.

    "The storm killed 20 in Orland and eight in Merrow", beside seven dead in Merrow.
    """
    if x.path == y.path:
        return None
    mine, yours = x.fact.near - y.fact.near, y.fact.near - x.fact.near
    if not (mine and yours):
        return None
    mine, yours = mine & setting.names(x.path), yours & setting.names(y.path)
    if not (mine and yours):
        return None
    for own, here, there in ((x, mine, yours), (y, yours, mine)):
        for other in setting.beside(own):
            near = other.fact.near
            if _counts_the_same(own, other) and there & near and not here & near:
                return NAMES
    return None


def _counts_the_same(own: Side, other: Side) -> bool:
    """Return whether two numbers of one sentence are of one thing: "20 deaths ... and eight"."""
    if other.kind != own.kind or other.fates not in (own.fates, frozenset()):
        return False
    return bool(other.fates) or other.fact.head in ("", own.fact.head)


def of_strangers(x: Side, y: Side, setting: Setting) -> str | None:
    """Return whether two sentences name others, in documents that share no name.

    Among many documents two clauses that do so are enough: bulletins are of one make.
    """
    a, b = x.fact, y.fact
    if x.path == y.path or say_the_same(x, y) or setting.summarises(x, y):
        return None
    if setting.names_strangers(x, y):
        return NAMES
    if a.names & b.names or setting.share_names(x, y):
        return None
    return NAMES if all(_unshared(a.names, b.names)) else None


def of_numbered(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether two sentences are of two of a series: "Heron 3 cost", where all else is of Heron 4."""
    if x.path == y.path:
        return False
    return any(
        _is_of_another_number(side, other, setting) for side, other in ((x, y), (y, x))
    )


def _is_of_another_number(side: Side, other: Side, setting: Setting) -> bool:
    mine = _numbered(side, setting)
    if not mine:
        return False
    yours = _numbered(other, setting)
    text = setting.text(other)
    return any(
        (name, number) not in yours
        and any(each == name for each, _ in yours or _NUMBERED.findall(text))
        and f"{name} {number}" not in text
        for name, number in mine
    )


def _numbered(side: Side, setting: Setting) -> frozenset[tuple[str, str]]:
    """Return the names with a number of the sentence of a fact, its own number left out."""
    span, own = side.fact.sentence, side.fact.mention.span
    text = setting.text(side)
    told = f"{text[span.start : own.start]}\n{text[own.end : span.end]}"
    return setting.read(told, _names_numbered)


def _names_numbered(text: str) -> frozenset[tuple[str, str]]:
    return frozenset(_NUMBERED.findall(text))


def of_namesakes(x: Side, y: Side, setting: Setting) -> str | None:
    """Return whether two names differ before a word that both use: "the Norholt plant"."""
    shared = x.fact.near & y.fact.near
    if not shared or x.reading.meets(y.reading):
        return None
    mine = setting.attributes(x)
    shared &= mine.keys()
    if not shared:
        return None
    yours = setting.attributes(y)
    apart = [w for w in shared & yours.keys() if mine[w].isdisjoint(yours[w])]
    strangers = any(
        mine[word].isdisjoint(setting.names(y.path))
        and yours[word].isdisjoint(setting.names(x.path))
        for word in apart
    )
    return NAMES if strangers else None


def _either(
    words: frozenset[str], first: frozenset[str], second: frozenset[str]
) -> frozenset[str]:
    """Return the words that stand in one of two sets, which may be large."""
    return (words & first) | (words & second)


def _unshared(
    mine: frozenset[str], yours: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return names without those of a country beside its people: "Norland", "Norlandian"."""
    same = {
        name
        for p in mine
        for q in yours
        if p.removeprefix(q) in _OF_PEOPLES or q.removeprefix(p) in _OF_PEOPLES
        for name in (p, q)
    }
    return mine - same, yours - same


def of_names(x: Side, y: Side, setting: Setting, *, event: bool) -> str | None:
    """Return whether each speaks of a name that the other's document knows, but not here."""
    a, b = x.fact, y.fact
    if (
        say_the_same(x, y)
        or len(a.names & b.names) >= _WELL_NAMED
        or setting.summarises(x, y)
    ):
        return None
    known_a, known_b = setting.names(x.path), setting.names(y.path)
    mine, yours = _either(a.near, known_a, known_b), _either(b.near, known_a, known_b)
    restated = len(a.words & b.words) >= _MANY and overlap(a.words, b.words, 61)
    if not event and not restated:
        if (mine - b.near) & known_b and (yours - a.near) & known_a:
            return NAMES
        mine = mine or _either(a.words, known_a, known_b)
        yours = yours or _either(b.words, known_a, known_b)
    if are_of_one_sale(a, b):
        return None
    only_a, only_b = _unshared(mine - b.words, yours - a.words)
    if (
        only_a
        and only_b
        and (only_a.isdisjoint(peoples()) or only_b.isdisjoint(peoples()))
    ):
        # "The Dutch company" is called by its name elsewhere.
        only_a, only_b = only_a - peoples(), only_b - peoples()
    # Who knows the other's name, and uses another, means another.
    if only_a and only_b and (only_a & known_b or only_b & known_a):
        return NAMES
    return None
