"""Where sentences and clauses begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factcheck.language import lexicon
from factcheck.language.data import word_set

# A sign that may end a sentence, with closing quotes and brackets, and the white space after
# it; or a blank line, which ends one always. Quotes: U+201D, U+2019, U+00BB.
_CANDIDATE: Final = re.compile(
    # The first character is one of a set: that is found ten times sooner than a choice.
    "[.!?\u2026\n](?:(?<!\n)([.!?\u2026]*)[\"'\u201d\u2019\u00bb)\\]]*(\\s+|$)|(?<=\n)[ \\t]*\\n\\s*)"
)
_OPENING: Final = frozenset("\"'\u201c\u2018\u00ab([\u2013\u2014-*\u2022")

# Never at the end of a sentence: a name or a number follows.
_TITLES: Final = word_set(
    """
    mr mrs ms mx dr prof rev hon gen lt col maj capt cmdr adm sgt cpl pvt brig sen rep gov
    pres amb supt insp det messrs mme mlle st mt ft sr fr fig figs eq approx est vs cf ca
    viz pp pg vol vols ed eds al e.g i.e eg ie art sec ch nos op cit ver tel dept lt-gen
    brig-gen maj-gen lt-col
    """
)
# At the end of a sentence only where one clearly begins.
_SHORTENED: Final = word_set(
    """
    inc corp ltd co llc plc bros jr sr etc ph.d m.d b.a m.a ave blvd rd hwy jan feb mar apr
    jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    a.d b.c u.s u.k u.n e.u u.s.a d.c n.y l.a ala ariz ark calif colo conn del fla ga ill
    ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash
    wis wyo sq cu ft in oz lb lbs kg km cm mm min max hr hrs sec secs yr yrs mph avg dist
    """
)
_NUMBERED: Final = word_set("no nr art sec fig vol ch p pp")
_ZONES: Final = word_set(
    "est edt cst cdt mst mdt pst pdt et ct mt pt gmt bst cet cest utc local eastern pacific"
)
# What begins a sentence after a shortened word.
_STARTERS: Final = (
    lexicon.DETERMINERS
    | lexicon.PRONOUNS
    | (lexicon.PREPOSITIONS - {"near", "like", "round", "plus"})
    | (lexicon.CONJUNCTIONS - {"and", "or"})
    | word_set(
        "however meanwhile also then now yesterday today earlier later more about"
    )
)
_LONGEST: Final = 24  # characters of nearly all words
_WORD: Final = re.compile("[^\\W\\d_]+(?:[-'\u2019][^\\W\\d_]+)*")


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences in `text[start:end]`, without white space around.

    >>> list(sentences("Mr. Day left at 5 p.m. on Nov. 5. It rained.", 0, 44))
    [(0, 33), (34, 44)]
    """
    begin = start
    while begin < end and text[begin].isspace():
        begin += 1
    for match in _CANDIDATE.finditer(text, begin, end):
        signs = match[1]
        if signs is None:
            yield from _stripped(text, begin, match.start())
        elif _ends(text, match, begin, end):
            yield begin, match.start(2)
        else:
            continue
        begin = match.end()  # where no white space is
    yield from _stripped(text, begin, end)


def _stripped(text: str, begin: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return a span without white space around, if anything is left."""
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return ((begin, end),) if begin < end else ()


def _ends(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    """Return whether a sentence ends with the sign that was found."""
    at = match.end()
    if at >= end:
        return True
    follows = text[at]
    if follows in _OPENING:
        inner = at + 1
        while inner < end and not text[inner].isalnum():
            inner += 1
        follows = text[inner : inner + 1]
    if follows.islower():
        return False
    if match[1] or text[match.start()] != ".":
        return True
    word = _before(text, match.start(), begin)
    return not word or _ends_after(word, text, at, end)


def _before(text: str, stop: int, begin: int) -> str:
    """Return the word that the full stop is written to, with inner points."""
    _, space, last = text[max(begin, stop - _LONGEST) : stop].rpartition(" ")
    if space and last.isalpha():
        return last
    at = stop
    while at > begin and (text[at - 1].isalpha() or text[at - 1] in ".-"):
        at -= 1
    return text[at:stop]


def _ends_after(word: str, text: str, at: int, end: int) -> bool:
    """Return whether a sentence ends with this word, its full stop, and what follows."""
    lower = word.lower().lstrip(".-")
    follows = text[at]
    if lower in _NUMBERED:
        return not follows.isdigit() and lower not in _TITLES
    if lower in _TITLES:
        return word.isupper() and len(word) > 2  # noqa: PLR2004 - "EST", "EG"
    initial = len(lower) == 1 and word.isupper()
    if not (initial or lower in _SHORTENED or "." in lower):
        return True
    if follows.isdigit():
        return False
    found = _WORD.search(text, at, min(end, at + 30))
    following = found[0].lower() if found else ""
    if lower in {"a.m", "p.m"}:
        return following not in _ZONES | lexicon.WEEKDAYS | lexicon.MONTHS
    return following in _STARTERS


# Where a clause may end: a strong sign, a spaced dash, a comma with white space, or a joining
# word.
_JOINT: Final = re.compile(
    "[;:](?=\\s)|\\s[\u2013\u2014-]{1,2}\\s|\u2014|,(?=\\s)"
    "|\\s(?:and|but|while|whereas|although|though)(?=\\s)"
)
_AFTER_COMMA: Final = word_set(
    """
    and but or yet so while whereas although though which who whom whose where when as
    after before because since unless until if with including compared of making leaving
    bringing killing injuring wounding causing forcing destroying damaging up down
    according adding saying citing
    """
)
_FINITE: Final = lexicon.PREDICATES | word_set(
    """
    is are was were has have had will would can could may might must do does did said says
    killed wounded injured hurt dead missing left lost hit
    """
)
_RED: Final = 4  # letters of what ends so and is no verb
_NO_VERBS: Final = word_set("hundred indeed kindred naked sacred speed breed biped")
_REACH: Final = 5  # words within which a clause after "and" shows its verb


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the clauses of the sentence `text[start:end]`, in order.

    Split where it is safe: at semicolons, colons and dashes, at a comma before a joining or
    relative word, at "but" and "while", and at "and" where both sides have a verb.
    """
    spans: list[tuple[int, int]] = []
    begin = start
    for match in _JOINT.finditer(text, start, end):
        joint = match[0].strip()
        if joint == "," and not _opens_clause(text, match.end(), begin, end):
            continue
        if joint == "and" and not _joins_clauses(text, match, begin, end):
            continue
        spans += _stripped(text, begin, match.start())
        begin = match.start() if joint.isalpha() else match.end()
    spans += _stripped(text, begin, end)
    return spans


def _opens_clause(text: str, at: int, begin: int, end: int) -> bool:
    found = _WORD.search(text, at, min(end, at + 24))
    if not found or text[at : found.start()].strip():
        return False
    lower = found[0].lower()
    if lower not in _AFTER_COMMA:
        return False
    if lower in {"and", "or"}:
        return has_verb(text, begin, at) and verb_soon(text, found.end(), end)
    return True


def _joins_clauses(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    return has_verb(text, begin, match.start()) and verb_soon(text, match.end(), end)


def opens_clause(text: str, at: int, end: int) -> bool:
    """Return whether a clause with a subject of its own begins behind an "and"."""
    found = _WORD.search(text, at, end)
    alone = found is not None and found[0].lower() in lexicon.PRONOUNS
    return alone or verb_soon(text, at, end)


def has_verb(text: str, begin: int, end: int) -> bool:
    """Return whether a verb stands in a stretch of text, near its end if it is long."""
    return any(
        _finite(word) for word in _WORD.findall(text, max(begin, end - 200), end)
    )


def verb_soon(text: str, at: int, end: int) -> bool:
    """Return whether a clause shows its verb in its first words."""
    stop = min(end, at + 80)
    for sign in (",", ";", ":"):
        found = text.find(sign + " ", at, stop)
        stop = found if found >= 0 else stop
    return any(_finite(word) for word in _WORD.findall(text, at, stop)[:_REACH])


def _finite(word: str) -> bool:
    lower = word.lower()
    return (
        lower in _FINITE
        or lower.removesuffix("s") in _FINITE
        or (
            lower.endswith("ed")
            and len(lower) > _RED
            and lower not in _NO_VERBS
            and not word[0].isupper()
        )
    )
