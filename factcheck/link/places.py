"""Where mentions stand among the words of a sentence, and what these words say of them.

A clause is what lies between punctuation and conjunctions; cue words (`link.cues`) say the
rest. Only the words count, and where the numbers stand among them: bulletins and editions
repeat a sentence with other figures, and it is read once for all of them.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.language.data import word_set
from factcheck.link import cues, lexicon
from factcheck.link.gauges import gauge, measured, numbered
from factcheck.link.measures import OWN_SPAN, SPAN
from factcheck.link.positions import ANDS, Place, Slot
from factcheck.link.sentences import Sentence
from factcheck.link.sides import EVENTS
from factcheck.link.stems import stem
from factcheck.model import Motion, Part, Stance

_NEAR = 6  # words on either side in which a cue word counts
_FATE_REACH = 8
_ANCHOR_REACH = 4
_STANCE_REACH = 4
_BRACKETS = 40  # characters
# Spans of time that a number can be of; longer and shorter ones are other numbers.
_SPANS = {
    "quarter": "~quarter",
    "quarterly": "~quarter",
    "half": "~half",
    "half-year": "~half",
    "week": "~week",
    "weekly": "~week",
    "season": "~season",
    "career": "~career",
    "noon": "~noon",
    "lifetime": "~career",
}
_SEVEN = frozenset(("seven", "7"))
_MONTHS = re.compile(
    r"\b(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven)[ -]months (?:to|ended|ending"
    r"|through|until|of)\b",
    re.IGNORECASE,
)
_WINDOWS = word_set(
    "last past next first final previous preceding coming following latest"
)
_NOTHING: frozenset[str] = frozenset()
_WAYS = word_set("back away north south east west inland up down out along")
_SEVERE = word_set(
    "badly critical critically grave gravely serious seriously severe severely"
)
_INSIDE = frozenset(("in", "at", "near"))
_DEFINITE = frozenset(("the", "these", "those"))
# "Six books, chosen from 158 entries"
_PICKED = word_set(
    """
    choose chose chosen picked selected selection shortlist shortlisted drawn collected emptied
    gathered hear heard looted recovered removed retrieved salvaged seized stole stolen taken took
    """
)
_OF_THE = ["of", "the"]
_AND_CREW = ["and", "crew"]
_MEMBERS, _GROUPS = ("member", "people"), ("crew", "staff", "workforce")
_THEIR = frozenset(("the", "its", "his", "her", "their", "our", "a"))
_LIVES = ["lives"]  # "23 lives were lost"
_THINGS = (["that"], ["which"])
_GIVEN = _DEFINITE | {"all", "its", "their", "his", "her", "this"}
# "Rises 118 metres above the hill" is no change.
_UPRIGHT = frozenset(("depth", "height", "length"))
_SUPPOSED = (Stance.FORECAST, Stance.HYPOTHETICAL)
_WHO = (["who"], ["whom"])
# Before a noun, what became of those that it counts; "rescue workers" are others.
_SUFFERED = word_set(
    "dead missing hurt injured wounded killed rescued arrested displaced"
)
# What may stand between "killing" and the number of those killed.
_BETWEEN = cues.HEDGES | word_set(
    """
    the all another other up to many few both his her their estimated further additional of
    including
    """
)


class Bound(NamedTuple):
    """What the words of a sentence say of a mention: the fields of `Fact`, in order, and more.

    Attributes:
        clause: Where its clause begins and ends in the sentence.
        scope: The words that set an event apart from another, or None where nothing is told
            apart by them.
    """

    subject: str | None
    property: str | None
    claimant: str | None
    place: str | None
    concepts: frozenset[str]
    head: str
    qualifiers: tuple[str, ...]
    stance: Stance | None
    part: Part | None
    motion: Motion | None
    per: str | None
    disputed: bool
    definite: bool
    names: frozenset[str]
    words: frozenset[str]
    own: frozenset[str]
    near: frozenset[str]
    anchors: frozenset[str]
    clause: tuple[int, int]
    scope: frozenset[str] | None


def bound(text: str, slots: tuple[Slot, ...]) -> tuple[Bound, ...]:
    """Return what a sentence says of each mention in it.

    Args:
        text: The sentence.
        slots: Its mentions, in order.
    """
    sentence = Sentence(text)
    found = [_bound(Place(sentence, slots, number)) for number in range(len(slots))]
    for i in range(1, len(slots)):
        # "A year ago it was 1.2 million, a margin of 6 percent"
        before, own = found[i - 1].stance, found[i]
        if (
            before is Stance.PREVIOUS
            and own.stance is None
            and _apposed().fullmatch(text, slots[i - 1].end, slots[i].start)
        ):
            found[i] = own._replace(stance=before)
        if (
            found[i - 1].motion is None
            and own.motion is Motion.BY
            and _joined().fullmatch(text, slots[i - 1].end, slots[i].start)
            and _fewer().match(text, slots[i].end)
        ):
            # "That is 14 hectares and 9,000 vines less"
            found[i - 1] = found[i - 1]._replace(motion=Motion.BY)
    return tuple(found)


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(r"(?: [a-z-]+)? (?:and|or) ")


@cache
def _fewer() -> re.Pattern[str]:
    return re.compile(r"(?: [a-z-]+)? (?:less|fewer)\b")


@cache
def _apposed() -> re.Pattern[str]:
    return re.compile(r",? (?:or|an? (?:[a-z]+ )?[a-z]+ of) |,? [(]")


def _bound(place: Place) -> Bound:
    slot, sentence = place.slot, place.sentence
    lowers, stems = sentence.lowers, sentence.stems
    left, at, after, right = place.left, place.at, place.after, place.right
    before_words = lowers[max(left, at - _NEAR) : at]
    after_words = lowers[after : min(right, after + _NEAR)]
    far_words = lowers[max(0, at - _NEAR) : at]
    head = ""
    qualifiers: tuple[str, ...] = ()
    if slot.noun is not None:
        head = _of_group(place) or stem(slot.lemma) or slot.lemma
        qualifiers = tuple([key for q in slot.qualifiers if (key := stem(q))])
    elif slot.dimension != "count":
        head = measured(place)
    elif "number" in sentence.lowers[left:right]:
        head = numbered(place)
    near = {*stems[left:at], *stems[after:right]}
    near.update(stems[: place.subject()])
    near.discard("")
    anchors: frozenset[str] = frozenset()
    measure = gauge(place)
    if measure:
        near.add(measure)
    if not near and left:
        near = {*stems[place.wider() : at]}
        near.discard("")
        if len(near) == 1:
            anchors = frozenset(near)  # "Turnout: 61 percent"
    elif not near and at == 1 and lowers[0] == "at":
        words = list(filter(None, stems[after : place.following()]))
        near.update(words)
        anchors = frozenset(words[:1])
    concepts = _NOTHING
    if slot.dimension == "count":
        # "The number of beds in the hospital": nobody was taken there.
        bare = slot.noun is not None or not head or head in lexicon.COUNTED_PEOPLE
        concepts = _concepts(place, head) if bare else _only(head)
    near.update(_spans(place))
    for header in slot.headers:
        near.update(
            key
            for word in header.lower().split()
            if (key := stem(word.strip("().,:;*")))
        )
    return Bound(
        subject=sentence.name_near(at),
        property=_property(place),
        claimant=sentence.claimant(),
        place=_where(place),
        concepts=concepts,
        head=head,
        qualifiers=qualifiers,
        stance=_stance(place, before_words),
        part=_part(place, far_words, after_words),
        motion=(
            None
            if measure in _UPRIGHT
            or head == "storey"
            or (
                (head in lexicon.COUNTED_PEOPLE or not _PICKED.isdisjoint(lowers[:at]))
                and cues.is_origin(far_words, after_words)
            )
            else cues.motion(before_words, after_words, far_words)
        ),
        per=cues.per(
            before_words,
            after_words if place.past == after else lowers[place.past : right][:_NEAR],
        )
        or cues.regular(lowers[:2]),
        disputed=sentence.disputed,
        definite=at > 0 and lowers[at - 1] in _DEFINITE,
        clause=place.clause,
        # Only tolls and magnitudes are told apart by it.
        scope=(
            None
            if lexicon.FATES.isdisjoint(concepts)
            and EVENTS.isdisjoint(near)
            and slot.dimension != "magnitude"
            else _scope(place)
        ),
        names=sentence.names,
        words=sentence.words,
        own=sentence.own(slot.start),
        near=sentence.words if near == sentence.words else frozenset(near),
        anchors=_anchors(place, concepts, measure) | anchors,
    )


def _of_group(place: Place) -> str:
    """Return the key of the group whose members are counted: "nine members of the crew"."""
    if place.slot.lemma not in _MEMBERS:
        return ""
    said = place.sentence.lowers[place.past : place.past + 3]
    of = said[:1] == ["of"] and said[1:2] != [] and said[1] in _THEIR
    return stem(said[2]) or "" if of and said[2:3] and said[2] in _GROUPS else ""


def _scope(place: Place) -> frozenset[str]:
    """Return what sets an event apart, and of how badly people were hurt what the clause says.

    "Forty were hurt, six of them seriously": the forty were hurt in any way.
    """
    scope = place.sentence.scope(place.slot.start)
    severe = scope & _SEVERE
    lowers = place.sentence.lowers
    return (
        scope - severe.difference(lowers[place.left : place.right]) if severe else scope
    )


def _part(place: Place, before: list[str], after: list[str]) -> Part | None:
    """Return how a number is a piece of a larger one."""
    slot = place.slot
    if slot.lemma in lexicon.RELATIVE:
        return Part.OF  # "the injured 240, 19 of whom are still in bed"
    after = after[_is_way(after) and slot.dimension == "length" :]
    return cues.part(before, after, slot.qualifiers, share=slot.dimension == "ratio")


def _is_way(after: list[str]) -> bool:
    """Return whether words say how far it is, and not how much more: "3 km further north"."""
    return after[:1] == ["further"] and after[1:2] != [] and after[1] in _WAYS


def _stance(place: Place, before: list[str]) -> Stance | None:
    """Return how the words around a number commit themselves to it.

    What a noun with an article has already is not foretold: "the 340-strong workforce would",
    "all six of our shops will".
    """
    lowers, at, past = place.sentence.lowers, place.at, _past_brackets(place)
    right = place.right if past == place.past else len(lowers)
    found = cues.stance(before, lowers[past : min(right, past + _STANCE_REACH)])
    given = found in _SUPPOSED and at > place.left and lowers[at - 1] in _GIVEN
    return None if given else found


def _past_brackets(place: Place) -> int:
    """Return the first word after a number and what stands in brackets behind it.

    "Waves of 6 metres (20 ft) are expected."
    """
    sentence, end = place.sentence, place.slot.end
    text = sentence.text
    if not text.startswith(" (", end):
        return place.past
    close = text.find(")", end, end + _BRACKETS)
    if close < 0 or text.startswith((",", ";", ":"), close + 1):
        return place.past
    return max(place.past, sentence.at(close))


def _anchors(
    place: Place, concepts: frozenset[str], measure: str | None
) -> frozenset[str]:
    """Return what is counted and the nearest word on either side that says something."""
    stems, at, after = place.sentence.stems, place.at, place.after
    found = set(concepts)
    if measure:
        found.add(measure)
    for i in range(at - 1, max(place.left, at - _ANCHOR_REACH) - 1, -1):
        if stems[i]:
            found.add(stems[i])
            break
    for i in range(after, min(place.right, after + _ANCHOR_REACH)):
        if stems[i]:
            found.add(stems[i])
            break
    return concepts if len(found) == len(concepts) else frozenset(found)


def _spans(place: Place) -> list[str]:
    """Return the keys of the spans of time that the clause names: a quarter, nine months."""
    lowers = place.sentence.lowers
    found = [
        _SPANS[word]
        for word in (*lowers[place.left : place.at], *lowers[place.after : place.right])
        if word in _SPANS
    ]
    if "days" in lowers and lowers[lowers.index("days") - 1] in _SEVEN:
        found.append(_SPANS["week"])
    at = place.at
    if place.slot.dimension == "duration" and at and lowers[at - 1] in _WINDOWS:
        found.append(OWN_SPAN)  # "in the last nine weeks"
    elif "months" in lowers:
        sentence, own = place.sentence, place.slot
        spans = _MONTHS.finditer(sentence.text)
        others = [match for match in spans if match.start() != own.start]
        if others:
            nearest = min(others, key=lambda match: abs(match.start() - own.end))
            found.append(SPAN + nearest[1].lower())
        elif _MONTHS.match(sentence.text, own.start):
            found.append(OWN_SPAN)
    return found


def _concepts(place: Place, head: str) -> frozenset[str]:
    """Return what is counted, and what became of it: killed, injured, missing."""
    counted = _only(head) if head else _NOTHING
    if place.slot.dimension != "count" or lexicon.FATES.isdisjoint(
        place.sentence.words
    ):
        return counted
    lowers, stems = place.sentence.lowers, place.sentence.stems
    # "Their home was one of the 14 that vanished": not of people.
    things = not place.slot.lemma and lowers[place.after : place.after + 1] in _THINGS
    best = -1 if place.whole or things else _fate(place)
    if best < 0:
        # "Treated 14 injured passengers"
        told = [q for q in place.slot.qualifiers if q in _SUFFERED]
        return counted | {stem(told[0])} if told else counted or _labelled(place)
    found = {*counted, stems[best]}
    for i, joint in ((best - 2, best - 1), (best + 2, best + 1)):
        # "Killed or injured" is a fate of its own.
        if 0 <= i < len(stems) and stems[i] in lexicon.FATES and lowers[joint] in ANDS:
            found.add(stems[i])
    return frozenset(found)


def _labelled(place: Place) -> frozenset[str]:
    """Return what befell those of whom a label speaks: "Persons rescued by noon: 71"."""
    sentence, at = place.sentence, place.at
    if place.left < at or not sentence.text.endswith(": ", 0, place.slot.start):
        return _NOTHING
    said = sentence.stems[place.wider() : at]
    fates = lexicon.FATES.intersection(said)
    people = lexicon.GENERAL_PEOPLE.intersection(said) - lexicon.FATES - {""}
    return frozenset(fates | people) if len(fates) == 1 and people else _NOTHING


@lru_cache(maxsize=4096)
def _only(word: str) -> frozenset[str]:
    """Return the set of one word: one for all facts of it."""
    return frozenset((word,))


def _fate(place: Place) -> int:
    """Return the word that says what became of those counted, or -1."""
    lowers, stems = place.sentence.lowers, place.sentence.stems
    past, at, left = place.past, place.at, place.left
    best = _fate_behind(place)
    subject = lowers[: place.subject()]
    if best < 0 and not lexicon.TOLLS.isdisjoint(subject):
        told = [i for i in range(len(subject)) if stems[i] in lexicon.FATES]
        return told[-1] if told else -1
    # "Killing four people": before the number only where it is close, but for "the toll".
    tolled = not lexicon.TOLLS.isdisjoint(lowers[left:at]) and not _is_of_group(place)
    for i in range(at - 1, max(left, at - _FATE_REACH) - 1, -1):
        if stems[i] in lexicon.FATES:
            if best < 0 or at - i < best - past:
                best = i
            break
        if lowers[i] not in _BETWEEN and not tolled:
            break
    lost = best < 0 and lowers[place.after : past] == _LIVES
    return place.after if lost else best


def _fate_behind(place: Place) -> int:
    """Return the word behind those counted that says what became of them, or -1."""
    lowers, stems, past = place.sentence.lowers, place.sentence.stems, place.past
    best = -1
    if lowers[past : past + 2] == _AND_CREW:
        past += 2  # "29 passengers and crew perished"
    for i in range(past, min(place.right, past + _FATE_REACH)):
        if lowers[i] in ANDS and not place.sentence.is_name(i + 1):
            break  # but not in "people in Orm and Veld were hurt"
        if stems[i] in lexicon.FATES:
            best = i
            # "The 40 injured who were taken to hospital"
            told_further = stems[i] == "injured" and lowers[i + 1 : i + 2] in _WHO
            if lowers[i - 2 : i] != _OF_THE and not told_further:
                break  # "Two of the wounded died": of the wounded, the dead
    return best


def _is_of_group(place: Place) -> bool:
    """Return whether a number is that of a group of which some died: "from a crew of 21"."""
    lowers, at = place.sentence.lowers, place.at
    return at > 1 and lowers[at - 1] == "of" and lowers[at - 2] not in lexicon.TOLLS


def _property(place: Place) -> str | None:
    """Return in words what the number is of: the noun beside it, as written."""
    sentence = place.sentence
    if place.slot.noun is not None:
        return place.slot.noun
    for i in (
        *range(place.at - 1, max(place.left, place.at - _ANCHOR_REACH) - 1, -1),
        *range(place.after, min(place.right, place.after + _ANCHOR_REACH)),
    ):
        if sentence.stems[i]:
            word: str = sentence.lowers[i]
            return word
    return None


def _where(place: Place) -> str | None:
    """Return the name after "in", "at" or "near" that follows what is counted, lower case."""
    sentence = place.sentence
    lowers = sentence.lowers
    for i in range(place.past, min(place.right, place.past + _FATE_REACH) - 1):
        if lowers[i] in _INSIDE and sentence.is_name(i + 1):
            name = sentence.name_at(i + 1)
            return name.lower() if name else None
    return None
