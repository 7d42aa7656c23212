"""Whether one of two numbers covers a part of what the other does, or something else beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from factcheck.language.patterns import Pattern
from factcheck.link import lexicon
from factcheck.link.digits import alike
from factcheck.link.measures import ABOARD, done
from factcheck.link.reasons import OTHER_SURVEY, PARTS, PLACES, THINGS
from factcheck.link.setting import Setting
from factcheck.link.sides import Side, say_the_same
from factcheck.link.stems import stem
from factcheck.model import Fact, Part, Role

_CONTRASTS = {stem(word) or word: n for word, n in lexicon.CONTRASTS.items()}
_NARROWING = frozenset(map(stem, lexicon.NARROWING))
_WIDENING = frozenset(map(stem, lexicon.WIDENING))
_EXCLUDING = frozenset(map(stem, ("excluding", "except", "adjusted", "excludes")))
# Of these a part may be more than the whole, where others have the opposite.
_BALANCES = frozenset(("deficit", "lose", "profit", "surplus"))
_REPORTED = frozenset(map(stem, ("case", "infected", "injured", "killed")))
_ANOTHER = frozenset(map(stem, ("second", "third")))
_NEXT_DOOR = frozenset(map(stem, ("neighbouring", "neighboring", "adjoining")))
# As things are, and with something left out of the reckoning.
_ADJUSTED = frozenset(map(stem, ("adjusted", "underlying", "diluted")))
_MOVED = frozenset(("fall", "rise"))
_LONGEST_WORD = 30
_WEIGHED = frozenset(("mass", "speed"))
# Where some of a firm's people work.
_SITES = frozenset(map(stem, ("branch", "depot", "factory", "mill", "office", "plant", "shop", "site", "store", "warehouse")))  # fmt: skip
_ENDS = "largest|biggest|smallest|highest|lowest|longest|shortest|oldest|youngest|heaviest|lightest|greatest|tallest|costliest|cheapest|dearest"
_UNSURE = frozenset(map(stem, ("suspected", "probable", "possible", "presumed")))
_ON_BOARD = frozenset(map(stem, ("passengers", "crew")))


def of_part(x: Side, y: Side, _: Setting) -> str | None:
    """Return why one counts some, or others, of what the other counts."""
    a, b = x.fact, y.fact
    if a.part == b.part or _of_the_same(x, y) or _of_the_same(y, x):
        return None
    part, other = _part(a), _part(b)
    found = part or other
    return None if part == other or found is None else PARTS[found]


def _of_the_same(x: Side, y: Side) -> bool:
    """Return whether one counts "71 of the 86 drones" where the other counts "61 drones"."""
    a, b = x.fact, y.fact
    counted = a.mention.counted
    return (
        a.part is Part.OF
        and b.part is None
        and not (
            counted and counted.lemma in lexicon.RELATIVE
        )  # "310 barges, 46 of which"
        and b.head in a.words
        and a.head in ("", b.head)
        # Posts are counted as those who fill them, and so none of them is one of some.
        and (b.head not in lexicon.COUNTED_PEOPLE or "vacant" in done(a) & done(b))
        and (
            not done(a).isdisjoint(done(b))
            or (alike(x, y) > 1 and not (a.near & b.near).isdisjoint(_MOVED))
        )
    )


def _part(fact: Fact) -> Part | None:
    # "Two dead and five others injured": the others of the dead are all of the injured.
    if (
        fact.part is Part.OTHERS
        and "injured" in fact.concepts
        and "killed" in fact.words
    ):
        return None
    return fact.part


def of_words_apart(x: Side, y: Side, setting: Setting) -> str | None:
    """Return what two facts are told of that the words of only one of them say."""
    if say_the_same(x, y):
        return None
    a, b = x.fact, y.fact
    if _contrast(a.near, b.near):
        return THINGS
    apart = a.words ^ b.words
    if (
        apart & _NEXT_DOOR
        and a.names.isdisjoint(b.names)
        and any(setting.tells(side, _adjoins(), whole=True) for side in (x, y))
    ):
        return PLACES
    if apart & _ANOTHER and "poll" in a.words & b.words:
        return OTHER_SURVEY
    # "Nine of the wounded were in hospital", "two of the wounded died there".
    if a.part is b.part is Part.OF and (a.near ^ b.near) & lexicon.FATES:
        return PARTS[Part.OF]
    return None


@cache
def _adjoins() -> Pattern:
    # "Six neighbours were hurt" tells of no other place.
    return Pattern(r"\b(?:neighbou?ring|adjoining)\b")


def _contrast(a: frozenset[str], b: frozenset[str]) -> bool:
    get = _CONTRASTS.get
    sets = {number for word in a - b if (number := get(word)) is not None}
    return bool(sets) and any(get(word) in sets for word in b - a)


def of_letters(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether letters tell what they are of from each other: "Class A", "Class B"."""
    mine = _lettered(x, setting)
    yours = _lettered(y, setting) if mine else mine
    return any(
        noun in yours and letters.isdisjoint(yours[noun])
        for noun, letters in mine.items()
    )


def _lettered(side: Side, setting: Setting) -> dict[str, set[str]]:
    """Return the nouns in the clause, or sentence, of a number that have a letter, with these."""
    text, clause, whole = setting.text(side), side.fact.clause, side.fact.sentence
    return setting.read(text[clause.start : clause.end], _letters) or setting.read(
        text[whole.start : whole.end], _letters
    )


def _letters(text: str) -> dict[str, set[str]]:
    """Return the nouns of a text that have a letter behind them, with these."""
    found: dict[str, set[str]] = defaultdict(set)
    for match in _letter().finditer(text):
        start = max(0, match.start() - _LONGEST_WORD)
        noun = _last_word().search(text, start, match.start())
        if noun:
            found[noun[0].lower()].add(match[1])
    return found


@cache
def _letter() -> re.Pattern[str]:
    return re.compile(r"(?<=[A-Za-z]{3})[ -]([A-Z]|[IVX]{2,4})\b(?![.'\u2019])")


@cache
def _last_word() -> re.Pattern[str]:
    return re.compile(r"\b[A-Za-z]{3,}$")


def of_new(x: Side, y: Side, _: Setting) -> bool:
    """Return whether the smaller count is of what was new: "41 new cases", "3,800 cases"."""
    p, q = x.reading.high, y.reading.high
    if x.kind != "count" or p is None or q is None:
        return False
    small, large = (x.fact, y.fact) if p < q else (y.fact, x.fact)
    return "new" in small.near and "new" not in large.words and small.head in _REPORTED


def of_unsure(x: Side, y: Side, _: Setting) -> bool:
    """Return whether only one counts what is not sure: "71 suspected cases", "46 cases"."""
    a, b = x.fact, y.fact
    return (not _UNSURE.isdisjoint(a.qualifiers) and _UNSURE.isdisjoint(b.near)) or (
        not _UNSURE.isdisjoint(b.qualifiers) and _UNSURE.isdisjoint(a.near)
    )


def of_kinds(x: Side, y: Side, _: Setting) -> bool:
    """Return whether they count different kinds of people."""
    return (
        x.fact.head != y.fact.head
        and x.kind == "count"
        and not (x.measures & y.measures) - lexicon.FATES
        and _other_kind(x, y)
        and not _headline_of(x, y)
    )


def _other_kind(a: Side, b: Side) -> bool:
    anybody = _is_anybody(a.fact) and _is_anybody(b.fact)
    return a.people and b.people and not anybody


def _is_anybody(fact: Fact) -> bool:
    """Return whether a count leaves open what kind of people, or is of all on board."""
    return fact.head in lexicon.GENERAL_PEOPLE or fact.near >= _ON_BOARD


def _headline_of(x: Side, y: Side) -> bool:
    """Return whether a headline leaves open what kind of people its text counts."""
    return (
        x.path == y.path
        and Role.TITLE in (x.fact.role, y.fact.role)
        and lexicon.KINDS_OF_PEOPLE.isdisjoint((x.fact.head, y.fact.head))
    )


def of_one_of_several(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether the smaller number is of one of several kinds, or leaves a rest over.

    "126 rooms", "64 double rooms, 38 single rooms and 24 suites".
    """
    if x.path == y.path or x.reading.meets(y.reading) or alike(x, y) > 1:
        return False
    small, large = (x, y) if x.reading.is_below(y.reading) else (y, x)
    fact = small.fact
    # Whichever clause tells of the rest, it is the rest of this.
    if setting.finds(small, _the_rest()) and not setting.finds(large, _the_rest()):
        return True
    own = set(fact.qualifiers) - large.fact.words - set(large.fact.qualifiers)
    return bool(own) and any(
        other.kind == "count"
        and other.fact.head == fact.head
        and other.fact.qualifiers
        and own.isdisjoint(other.fact.qualifiers)
        for other in setting.beside(small)
    )


@cache
def _the_rest() -> Pattern:
    return Pattern(
        r"\b(?:the (?:rest|remainder)|unused|unsold|unspent|left over|remain(?:s|ed)?(?=[.,;]))\b"
    )


def of_divided(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether only one is told to be divided: "51 of its 58 members voted in favour".

    What was done, some of the 58 did, and others of the same name may be all who did.
    """
    if x.kind != "count" or (x.fact.head and x.fact.head == y.fact.head):
        return False
    return _is_divided(x, setting) is not _is_divided(y, setting)


def _is_divided(side: Side, setting: Setting) -> bool:
    start = side.fact.mention.span.start
    before = setting.text(side)[max(0, start - _LONGEST_WORD) : start]
    return _some_of().search(before) is not None


@cache
def _some_of() -> re.Pattern[str]:
    return re.compile(
        r"(?i)\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|most|some|none|many|few)"
        r" of (?:its|the|their|these|those|his|her|our) $"
    )


def of_trials(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether only one is of a try before the thing itself: "in the warm-up she threw 66"."""
    return setting.tells(x, _trial()) is not setting.tells(y, _trial())


@cache
def _trial() -> Pattern:
    return Pattern(
        r"\b(?:in|at|during|after) (?:(?:the|an?|his|her|their|its|final|free|first) )*(?:warm-?up|practice|training|rehearsals?|dress rehearsal|qualifying|test run|trial run|dry run)\b"
    )


def of_polls(x: Side, y: Side, _: Setting) -> bool:
    """Return whether only one is from a poll: "31 percent would vote for it", "24 did"."""
    a, b = x.fact, y.fact
    bare = x.kind == "count" and not (a.head or b.head)
    return (x.kind == "ratio" or bare) and "poll" in a.words ^ b.words


def of_narrowing(x: Side, y: Side, _: Setting) -> bool:
    """Return whether a word of one of two texts may make its number that of a part."""
    if x.kind in _WEIGHED:
        return False  # "A girl weighing 3.7 kilos"
    return x.path != y.path and (_narrows(x, y) or _narrows(y, x))


def _narrows(x: Side, y: Side) -> bool:
    """Return whether a number may be of a part of what another is of, in its own words."""
    a, b = x.fact, y.fact
    cut = (a.near - b.words) & _NARROWING or (b.near - a.words) & _WIDENING
    if not cut:
        return False
    if x.kind == "ratio" or not (x.measures | y.measures).isdisjoint(_BALANCES):
        return True
    p, q = x.reading.low, y.reading.high
    return p is None or q is None or p < q


def of_name(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether the smaller number is of a name that the other text does not know."""
    if x.path == y.path or x.reading.meets(y.reading) or alike(x, y) > 1:
        return False
    if x.kind in _WEIGHED:
        return False
    known = setting.knows_names(x, y)
    if known == setting.knows_names(y, x):
        return False
    small, large = (y, x) if known else (x, y)
    return small.reading.is_below(large.reading)


def of_site(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether only one counts the staff of a site: "65 jobs in the mill".

    Or the text of the other speaks of that site, though not there: its number is the firm's.
    """
    if "employee" not in x.measures & y.measures:
        return False
    mine, yours = x.fact.near & _SITES, y.fact.near & _SITES
    if bool(mine) is bool(yours):
        return False
    site, other = (x, y) if mine else (y, x)
    return _SITES.isdisjoint(other.fact.words) and (
        setting.tells(site, _at_site()) or setting.knows(other, mine or yours)
    )


def of_area(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether only one share is of one of several, set against others or the whole.

    "68 per cent, the highest of any ward and well above the city as a whole".
    """
    if x.kind != "ratio":
        return False
    mine, yours = (setting.finds(side, _set_apart()) for side in (x, y))
    return mine is not yours


@cache
def _set_apart() -> Pattern:
    return Pattern(
        rf"\b(?:{_ENDS}) (?:[a-z]+ )?of (?:any|all)\b"
        r"|\b(?:above|below|than|against|(?:compared )?(?:with|to)) (?:in |for |that (?:of|in) )?(?:the|its|our) [a-z]+ (?:as a whole|overall)\b"
        r"|\b(?:above|below|than|against) the (?:national|county|state|city|regional|provincial|district) (?:average|mean|rate|figure)\b"
    )


def of_extremes(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether only one is the size of the largest, or the smallest, of several.

    "The largest barn holds 900 bales", "her barn holds 350".
    """
    mine, yours = (setting.tells(side, _extreme()) for side in (x, y))
    if mine == yours:
        return False
    other = y if mine else x
    return not (
        other.fact.mention.headers or setting.tells(other, _superlative(), whole=True)
    )


@cache
def _extreme() -> Pattern:
    return Pattern(
        rf"\b(?:the|its|their|his|her) (?:single )?(?:{_ENDS})(?: [a-z-]+){{0,3}}? (?:(?:is|was|were|are|being|came to|stood at|reached|ran to)\b|of (?=[£$€\d]))"
    )


@cache
def _superlative() -> Pattern:
    return Pattern(rf"\b(?:{_ENDS})\b")


@cache
def _at_site() -> Pattern:
    # "The mill employs 90" tells of all that the mill is.
    return Pattern(
        r"\b(?:at|in) (?:the|its|their|this|that|an?)(?: [\w'-]+){0,2} (?:branch|depot|factory|mill|office|plant|shop|site|store|warehouse)\b"
    )


def of_aboard(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether one counts all on board, and one those who were treated, or saved."""
    if ABOARD not in (x.measures, y.measures) or x.measures == y.measures:
        return False
    other = y if x.measures == ABOARD else x
    return setting.tells(other, _helped()) and not setting.tells(other, _on_board())


@cache
def _helped() -> Pattern:
    return Pattern(
        r"\b(?:treat|hurt|injur|wound|rescu|sav|help|evacuat|hospitali[sz])(?:e?d|ing)?\b"
    )


@cache
def _on_board() -> Pattern:
    return Pattern(r"\b(?:aboard|on board|carrying)\b")


def of_adjusted(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether only one is adjusted, with something left out of the reckoning."""
    if (x.fact.near ^ y.fact.near) & _ADJUSTED:
        return True
    mine, yours = (setting.tells(side, _stripped(), whole=True) for side in (x, y))
    return mine is not yours


@cache
def _stripped() -> Pattern:
    return Pattern(
        r"\b(?:like[- ]for[- ]like|same[- ]stores?|strip(?:s|ped|ping)? out|leav(?:e|es|ing) (?:out|aside)|not counting|adjust(?:s|ed|ing) for)\b"
    )


def of_exclusions(x: Side, y: Side, _: Setting) -> bool:
    """Return whether only one sentence says that something is left out."""
    return bool((x.fact.words ^ y.fact.words) & _EXCLUDING)
