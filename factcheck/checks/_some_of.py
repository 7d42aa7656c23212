"""Parts of a set that another sentence counts: "of the states that signed, 24 have ratified".

A part is read by its role: a count with the words for what it is some of, before it ("of the
ships in the harbour, 14"), behind it ("14 of the ships") or beside "among". The whole is a
count of such things anywhere on the story that is smaller: its noun is that of the set or near
to it, its own sentence tells what narrows the set, and nothing narrows it that is not told of
the part. Where any count of such things is large enough, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.checks import _afar
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    PEOPLE,
    Group,
    Passage,
    finds,
    hint,
    matches,
    pattern,
    saying,
)
from factcheck.checks._kin import said_too
from factcheck.checks._roots import root, roots
from factcheck.language.lexicon import AUXILIARIES, PREDICATES, PREPOSITIONS
from factcheck.language.words import is_plural, lemma
from factcheck.model import Form, Modifier, Motion, Part

_DET = r"(?:the|these|those|its|their|her|his|our|all(?: the| its| their)?|(?:the )?[a-z-]+'s?)"
_WORD = r"(?: (?:[a-z][a-z'-]*|<[dwqt]\d+>(?:'s)?))"
_SOURCES = (
    rf"(?:^|[,;:] |\bthat )(?:of|out of|among) (?P<of>{_DET}{_WORD}{{1,12}}?)(?:,| -)?(?: [a-z'-]+){{0,4}} {{a:cem}}",
    rf"(?<!all )(?<!both ){{a:cem}}(?:(?: [a-z-]+){{0,2}}?) (?:out )?of (?P<of>{_DET}{_WORD}{{1,9}})",
    rf"{{a:c}}(?:(?: [a-z-]+){{0,3}}?)(?: (?:that|who|which))?(?: (?:is|are|was|were))? among (?P<of>{_DET}{_WORD}{{1,9}})",
    rf"\bamong (?P<of>{_DET}{_WORD}{{1,9}}?) (?:is|are|was|were|there (?:is|are|was|were)) {{a:c}}",
)
# "The 940 women in the poll"
_INSIDE = r"\bthe {a:c}(?:(?: [a-z-]+){1,2}?) (?:in|on|aboard) (?P<of>the (?:[a-z-]+ ){0,2}?(?:poll|survey|study|trial|sample|test|experiment|jury|crew|team|squad|class|choir|band|council|committee|board|plane|bus|train|ship|boat|ferry))\b"
# "She won with 8,610 votes": some of the ballots cast.
_WON = r"\b(?:won|wins|got|gets|polled|polls|received|gained|secured|elected|with)(?: [a-z]+){0,3} {a:c}(?P<of> votes)\b(?! (?:cast|in all|more|fewer|less|ahead|between|each))"
_CAST = r"^ (?:[a-z]+ ){0,2}(?:ballots?|votes?)(?: papers?)? (?:(?:were|was|had been) )?(?:cast|counted|handed in|valid)\b"
_CLAIMS = (
    hint("of ", "among ", sources=_SOURCES)
    | hint(" votes", sources=(_WON,))
    | hint("the <", sources=(_INSIDE,))
)
# Words that make a count one of others than the set.
_OTHERS = r"\b(?:former|past|retired|new|future|additional|potential|would-be|more|other|others|further|another|extra|previous|rest|remaining|first|last|second|next|every|each|per|average|capacity|up to|at least|room for|space for|than|planned|expected|target|once|ever|over the years|since)\b"
_NOBODY_S = r"^(?:the |its |their )?(?:public|time|year|day|week|month|world|war|kind|type|sort|age|size|past|same|money|total|sum|cost|budget)\b"
_LATER = r"\b(?:by|until|as of|since)(?: [a-z]+){0,4} <[dwqkt]|\b(?:so far|to date|meanwhile|over the years|by now)\b"
_OF_STUFF = r"^ (?:[a-z]+ )?of (?P<what>[a-z-]+)"
# "Ballots found in the boxes came to 14,020"
_NUMBER = r"(?:^|[,;:] )(?:the )?(?:number of )?(?P<what>[a-z]+s)\b[^<,;:]* (?:came to|totalled|numbered|stood at|amounted to)(?: about| some| only)? $"
_COUNTED = r" (?:<[cem]\d+>)"
_GROUP = r"\b(?P<group>[a-z-]+) of (?:about |some |only |just )?$"
_LONG = r"^ (?:long|in length|wide|deep|high|tall|large|in size|in area)\b"
_TOTAL = r"\b(?:all|total|altogether|whole|entire|both|the|its|their|his|her|our|ha(?:s|ve|d)|with|of|there (?:are|were)|compris(?:es|ed|ing)|consist(?:s|ed)? of|number(?:s|ed)?|count(?:s|ed)?|employs?|home to|lists?|carr(?:y|ies|ied|ying))(?: (?:about|some|only|just))? $"
_EVENTS = frozenset(
    ("poll", "survey", "study", "trial", "sample", "test", "experiment")
)
_PEOPLE = frozenset(("people", "person", "those", "everybody", "everyone", "all"))
_CUT = AUXILIARIES | PREDICATES | frozenset(("that", "who", "which", "whom"))
_VERBS, _WHO = AUXILIARIES | PREDICATES, frozenset(("that", "who", "which", "whom"))
_MOST, _CLOSE, _MANY, _FEW = Decimal(3), Decimal("1.6"), 24, 2


class Some(NamedTuple):
    """A count with the set that it is some of.

    Attributes:
        place: It.
        head: The noun of the set.
        more: The roots of all else that is said of the set.
        own: Whether a pronoun stands for whose it is.
    """

    place: Place
    head: str
    more: frozenset[str]
    own: bool


def beyond(groups: tuple[Group, ...]) -> Iterator[tuple[Place, Place]]:
    """Yield parts that are more than what the texts count of their set, with that count."""
    parts = [
        some
        for group in groups
        for _, passage in saying(group, _CLAIMS)
        for some in _read(passage)
    ]
    if not 0 < len(parts) <= _MANY:
        return
    counts = [place for group in groups for place in _counts(group)]
    for some in parts:
        whole = _whole(some, counts)
        if whole is not None:
            yield some.place, whole


def _read(passage: Passage) -> Iterator[Some]:
    """Yield the counts of a sentence that say what they are some of."""
    if passage.in_table:
        return
    for match in matches(passage.masked, *_SOURCES, _INSIDE, _WON):
        place = Place(passage, int(match["a"]))
        if pattern(_COUNTED).match(passage.masked, match.end("of")):
            continue  # "14 of the owner's 20 ships"
        some = _some(place, match["of"])
        if some is not None and _is_part(place):
            yield some


def _some(place: Place, words: str) -> Some | None:
    """Return a count with the words for its set, cut where something else is said."""
    said = words.split()
    head = _head(said)
    before = words.partition(head)[0] if head else words
    if not head or finds(words, _NOBODY_S) or finds(before, _OTHERS):
        return None
    words = _bare(words, head)
    noun = lemma(head)
    more = roots(words) - {root(head), root(noun)}
    own = said[0] in {"its", "their", "her", "his", "our"}
    return Some(place, noun, more, own)


def _bare(words: str, head: str) -> str:
    """Return the words for a set up to what is said of its part: "instruments were still"."""
    before, _, after = words.partition(head)
    told = after.split()
    for at, word in enumerate(told):
        verb = word in _VERBS or (
            word.endswith("ed") and at and told[at - 1].endswith("ed")
        )
        if verb and not {*told[:at]} & _WHO:
            return f"{before}{head} {' '.join(told[:at])}"
    return words


def _head(said: Sequence[str]) -> str:
    """Return the noun of a set: the last word before a verb, a preposition or what narrows it."""
    head = ""
    for word in said[1:] if len(said) > 1 else said:
        plain = word.strip(",.")
        if head and (plain in _CUT or plain in PREPOSITIONS or not plain.isalpha()):
            break
        if head and is_plural(head) and not head.endswith("'s"):
            break
        if plain in _CUT or plain in PREPOSITIONS:
            return said[0] if said[0] in _PEOPLE else ""
        head = plain
    return head


def _is_part(place: Place) -> bool:
    fact = _afar.fact_of(place)
    mention = fact.mention
    level = fact.motion is None or (fact.part is Part.OF and fact.motion is Motion.BY)
    upper = mention.modifier in (Modifier.UP_TO, Modifier.LESS_THAN)
    return (
        fact.stance in _afar.SURE
        and level
        and not fact.per
        and mention.form is Form.PLAIN
        and not upper
        and (mention.value or 0) > 1
    )


def _counts(group: Group) -> Iterator[Place]:
    """Yield the counts and measures of a document that may be of all."""
    for passage in group:
        for slot, kind in enumerate(passage.kinds):
            if kind in "cem" and passage.mention(slot).form is Form.PLAIN:
                yield Place(passage, slot)


def _whole(some: Some, counts: Sequence[Place]) -> Place | None:
    """Return the one count of the set, if none of such things is large enough."""
    part = some.place
    size = part.passage.mention(part.slot).value or Decimal(0)
    found = []
    for place in counts:
        if place.passage is part.passage or not _is_of_kind(some, place):
            continue
        meant = _is_meant(some, place)
        if _value(place) >= size and (meant or some.head not in _PEOPLE):
            return None
        if meant:
            found.append(place)
    if len({_value(place) for place in found}) != 1:
        return None
    return found[0] if size <= _value(found[0]) * _MOST else None


def _value(place: Place) -> Decimal:
    mention = place.passage.mention(place.slot)
    high = place.passage.reading(place.slot).high
    return (mention.value or Decimal(0)) if high is None else high


def _is_of_kind(some: Some, place: Place) -> bool:
    """Return whether a count is of things such as the set has, or a size of the one thing."""
    part, whole = (each.passage.mention(each.slot) for each in (some.place, place))
    if whole.dimension != "count":
        before, after = place.around()
        same = (part.dimension, part.unit) == (whole.dimension, whole.unit)
        told = re.findall("[a-z]+", before)[-6:] if finds(after, _LONG) else []
        of = pattern(_OF_STUFF).match(after)
        told += [of["what"], lemma(of["what"])] if of else []
        return same and some.head in told
    if part.dimension != "count":
        return False
    nouns = _nouns(place)
    if some.head in _PEOPLE or some.head in _EVENTS:
        return bool(nouns & (PEOPLE | _PEOPLE)) or not nouns
    if some.head in nouns:
        return True
    mine, theirs = {root(some.head)} - {""}, frozenset(map(root, nouns)) - {""}
    return bool(mine) and bool(said_too(mine, theirs))


def _nouns(place: Place) -> frozenset[str]:
    """Return what a count counts: its noun, and that of the group it is told for."""
    counted = place.passage.mention(place.slot).counted
    before, _ = place.around()
    found = {counted.lemma} if counted and not counted.elided else set()
    if match := pattern(_GROUP).search(before):
        found.add(match["group"])
    if not found and (match := pattern(_NUMBER).search(before)):
        found.add(lemma(match["what"]))
    return frozenset(found) | _afar.named(place) if not found else frozenset(found)


def _is_meant(some: Some, whole: Place) -> bool:
    """Return whether a count is that of the whole set."""
    fact = _afar.fact_of(whole)
    mention = fact.mention
    if (
        fact.part
        or not _afar.is_level(whole)
        or mention.modifier not in (None, Modifier.ABOUT)
    ):
        return False
    before, after = whole.around()
    near = re.split(_afar.ENDS, before)[-1], re.split(_afar.ENDS, after)[0]
    if finds(" ".join(near[0].split()[-4:] + near[1].split()[:4]), _OTHERS):
        return False
    return _are_of_one_set(some, whole)


def _are_of_one_set(some: Some, whole: Place) -> bool:
    """Return whether what narrows a set is told of a count, and what narrows the count of the set."""
    one, other = some.place.passage, whole.passage
    if some.own and not (one.document is other.document or some.more):
        return False
    if not _afar.on_one_story(one, other):
        return False
    told = _afar.around(other, without=one) | roots(other.masked)
    if len(said_too(some.more, told)) < len(some.more):
        return False
    known = _afar.around(one, without=other) | roots(one.masked)
    narrow = _narrow(whole)
    strange = len(narrow) - len(said_too(narrow, known))
    own = len(said_too(some.more, roots(_afar.clause(whole))))
    if strange > (own >= _FEW) or not _agree_in_time(
        some.place, whole, sure=own >= _FEW
    ):
        return False
    before, after = whole.around()
    total = finds(before, _TOTAL) or finds(after, _CAST) or finds(before, _NUMBER)
    size = some.place.passage.mention(some.place.slot).value or Decimal(0)
    if size > _value(whole) * _CLOSE or not (own or total):
        return False
    return bool(some.more) or one.document is other.document or some.head not in PEOPLE


def _agree_in_time(part: Place, whole: Place, *, sure: bool) -> bool:
    """Return whether two counts may be of one time; where much ties them, one may tell no year."""
    if finds(part.passage.masked, _LATER):
        return False  # by then there may be more
    mine, theirs = _afar.periods(part), _afar.periods(whole)
    if theirs and not mine and finds(whole.around()[1], _CAST):
        return True  # of one vote
    if part.passage.document is not whole.passage.document and theirs and not mine:
        return sure and all(period.kind == "year" for period in theirs)
    return _afar.agree_in_time(part, whole)


def _narrow(whole: Place) -> frozenset[str]:
    """Return the roots of what says which things are counted: their adjectives and places."""
    mention = whole.passage.mention(whole.slot)
    counted = mention.counted
    _, after = whole.around()
    told = re.match(
        r"(?: [a-z'-]+){0,3}? (?:with|who|that|which|aged|under|over|for|without|from|in|on|at) (?P<n>(?:[a-z'-]+ ?){1,3})",
        after,
    )
    words = " ".join(counted.qualifiers).lower() if counted else ""
    return roots(f"{words} {told['n'] if told else ''}") - {"valid"}
