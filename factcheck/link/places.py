"""Where mentions stand among the words of a sentence, and what these words say of them.

A clause is what lies between punctuation and conjunctions; cue words (`link.cues`) say the
rest. Only the words count, and where the numbers stand among them: bulletins and editions
repeat a sentence with other figures, and it is read once for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.language.data import word_set
from factcheck.link import cues, lexicon
from factcheck.link.measures import OWN_SPAN, SPAN
from factcheck.link.sentences import PLACES, Sentence
from factcheck.link.sides import EVENTS
from factcheck.link.stems import stem
from factcheck.model import Motion, Part, Stance

_NEAR = 6  # words on either side in which a cue word counts
_FATE_REACH = 8
_ANCHOR_REACH = 4
_THROWN_IN = 10  # words between the commas after a subject
_STANCE_REACH = 4
_ANDS = frozenset(("and", "or", "nor"))
_RELATIVES = frozenset(("who", "whom"))
_STOPS = frozenset(",;:)")
# A word after a length, or before a count, that says of what it is the measure.
_EXTENTS = {
    "across": "diameter",
    "wide": "width",
    "tall": "height",
    "high": "height",
    "deep": "depth",
    "long": "length",
    "above": "height",
}
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
_MONTHS = re.compile(
    r"\b(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven)[ -]months (?:to|ended|ending"
    r"|through|until|of)\b",
    re.IGNORECASE,
)
_NOTHING: frozenset[str] = frozenset()
_HOLDS = word_set(
    "seats holds fits sleeps accommodates carries seating seat hold accommodate"
)
# With one of these a clause goes on whose subject stands before what is thrown in.
_GOES_ON = word_set(
    """
    stood stands was were is are rose fell reached came totalled amounted climbed dropped has had
    costs cost weighs measures employs
    """
)
_WHOLES = frozenset(
    ("of", "of the", "of its", "of their", "of all", "out of", "out of the", "of some")
)
_INSIDE = frozenset(("in", "at", "near"))
_DEFINITE = frozenset(("the", "these", "those"))
# What may stand between "killing" and the number of those killed.
_BETWEEN = cues.HEDGES | word_set(
    """
    the all another other up to many few both his her their estimated further additional of
    including
    """
)


class Slot(NamedTuple):
    """A mention as far as the words around it are concerned.

    Attributes:
        start: First character of its number in the sentence.
        end: End of its number there.
        past: End of what it counts, or of its number.
        noun: What it counts, as written; None where no noun is.
        lemma: The same, or its stand-in, in the singular.
        qualifiers: The words before that.
        dimension: Its dimension.
        headers: Of a table cell, the texts of its headers.
    """

    start: int
    end: int
    past: int
    noun: str | None
    lemma: str
    qualifiers: tuple[str, ...]
    dimension: str
    headers: tuple[str, ...]


class Bound(NamedTuple):
    """What the words of a sentence say of a mention; see `Fact`.

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
    clause: tuple[int, int]
    scope: frozenset[str] | None
    names: frozenset[str]
    words: frozenset[str]
    near: frozenset[str]
    anchors: frozenset[str]


class Place:
    """Where a mention stands among the words of its sentence.

    Attributes:
        slot: The mention.
        sentence: Its sentence.
        left: First word of its clause.
        at: First word of the mention, or after it.
        after: First word after the mention.
        past: First word after what it counts.
        right: First word after its clause.
        whole: Whether another number counts a part of it: "14 of the 34 people".
    """

    __slots__ = ("after", "at", "left", "past", "right", "sentence", "slot", "whole")

    def __init__(self, sentence: Sentence, slots: Sequence[Slot], number: int) -> None:
        slot = slots[number]
        self.slot = slot
        self.sentence = sentence
        self.after = self.past = sentence.at(slot.end)
        if slot.past != slot.end:
            self.past = sentence.at(slot.past)
        before = slots[number - 1] if number else None
        self.whole = (
            before is not None
            and sentence.text[before.end : slot.start].strip().lower() in _WHOLES
        )
        self.at, first, begin, fence = self._beginning(before)
        self.left = self._expand_left(first, begin, fence)
        behind = slots[number + 1] if number + 1 < len(slots) else None
        self.right = self._expand_right(behind)

    def _beginning(self, before: Slot | None) -> tuple[int, int, int, int]:
        """Return the first word, and from which word, offset and fence to look to the left."""
        sentence = self.sentence
        begin, fence = self.slot.start, -1
        if before is not None:
            if sentence.text[before.end : begin].strip(" ,-"):
                fence = sentence.at(before.end)
            else:
                # "A two-year, $30 million lease": two numbers, one phrase.
                begin = before.start
        at = sentence.at(begin)
        lowers = sentence.lowers
        if at > 1 and at - 1 in sentence.gaps and lowers[at - 1] in ("up", "down"):
            # "$3.50, up 40.6 percent": what went up stands before the comma.
            begin = sentence.starts[at - 2] + len(lowers[at - 2])
            return at, at - 1, begin, -1
        return at, at, begin, fence

    def _expand_left(self, left: int, begin: int, fence: int) -> int:
        sentence = self.sentence
        gaps, lowers = sentence.gaps, sentence.lowers
        if not left or lowers[left - 1] in _ANDS or sentence.broken(left - 1, begin):
            return left
        while left > 0:
            left -= 1
            if left in gaps:
                break
            if fence >= 0 and (left < fence or lowers[left] in _ANDS):
                return left + 1
        return left

    def subject(self) -> int:
        """Return where the subject before what is thrown in ends: "The toll, he said, stood at".

        The subject begins the sentence; 0 where the clause has its own.
        """
        sentence, left = self.sentence, self.left
        if not 0 < left < self.at or sentence.lowers[left] not in _GOES_ON:
            return 0
        stops = [gap for gap in sentence.gaps if 0 < gap < left]
        return stops[0] if len(stops) == 1 and left - stops[0] <= _THROWN_IN else 0

    def _expand_right(self, behind: Slot | None) -> int:
        sentence, right = self.sentence, self.after
        gaps, lowers = sentence.gaps, sentence.lowers
        n_words = len(lowers)
        if right >= n_words or sentence.breaks(self.slot.end, right):
            return right
        fence = n_words if behind is None else sentence.at(behind.start)
        while right < fence:
            right += 1
            if right < n_words and (
                (right in gaps and not self._is_relative(right))
                or (behind is not None and lowers[right] in _ANDS)
            ):
                break
        return right

    def _is_relative(self, word: int) -> bool:
        """Return whether a word goes on to say who is counted: "74 people who were saved"."""
        sentence = self.sentence
        return (
            word == self.past
            and sentence.lowers[word] in _RELATIVES
            and sentence.text[sentence.starts[word] - 2] not in _STOPS
        )

    def wider(self) -> int:
        """Return the first word of the clause before, of which this one is an apposition."""
        sentence, left = self.sentence, self.left
        while left > 0:
            left -= 1
            if left in sentence.gaps:
                break
        return left

    def following(self) -> int:
        """Return the first word after the next clause: "At 61 percent, turnout was high"."""
        sentence, right = self.sentence, self.right
        while right + 1 < len(sentence.lowers):
            right += 1
            if right in sentence.gaps:
                break
        return right

    @property
    def clause(self) -> tuple[int, int]:
        """Where its clause begins and ends in the sentence."""
        starts, length = self.sentence.starts, len(self.sentence.text)
        left, right = self.left, self.right
        start = starts[left] if 0 < left < len(starts) else 0
        end = starts[right] if right < len(starts) else length
        return min(start, end), max(start, end)


def bound(text: str, slots: tuple[Slot, ...]) -> tuple[Bound, ...]:
    """Return what a sentence says of each mention in it.

    Args:
        text: The sentence.
        slots: Its mentions, in order.
    """
    sentence = Sentence(text)
    return tuple(
        [_bound(Place(sentence, slots, number)) for number in range(len(slots))]
    )


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
        head = stem(slot.lemma) or slot.lemma
        qualifiers = tuple([key for q in slot.qualifiers if (key := stem(q))])
    near = {*stems[left:at], *stems[after:right]}
    near.update(stems[: place.subject()])
    near.discard("")
    anchors: frozenset[str] = frozenset()
    if not near and left:
        near = {*stems[place.wider() : at]}
        near.discard("")
        if len(near) == 1:
            anchors = frozenset(near)  # "Turnout: 61 percent"
    elif not near and at == 1 and lowers[0] == "at":
        words = list(filter(None, stems[after : place.following()]))
        near.update(words)
        anchors = frozenset(words[:1])
    concepts = _concepts(place, head)
    measure = _measure(place)
    if measure:
        near.add(measure)
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
        stance=cues.stance(
            before_words, lowers[place.past : min(right, place.past + _STANCE_REACH)]
        ),
        part=cues.part(
            far_words, after_words, slot.qualifiers, share=slot.dimension == "ratio"
        ),
        motion=(
            None
            if head in lexicon.COUNTED_PEOPLE and cues.is_origin(far_words, after_words)
            else cues.motion(before_words, after_words, far_words)
        ),
        per=cues.per(
            before_words,
            after_words if place.past == after else lowers[place.past : right][:_NEAR],
        ),
        disputed=sentence.disputed,
        definite=at > 0 and lowers[at - 1] in _DEFINITE,
        clause=place.clause,
        # Only tolls and magnitudes are told apart by it.
        scope=(
            None
            if lexicon.FATES.isdisjoint(concepts)
            and EVENTS.isdisjoint(near)
            and slot.dimension != "magnitude"
            else sentence.scope()
        ),
        names=sentence.names,
        words=sentence.words,
        near=sentence.words if near == sentence.words else frozenset(near),
        anchors=_anchors(place, concepts, measure) | anchors,
    )


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


def _measure(place: Place) -> str | None:
    """Return what a word beside the number says it to be: "40 metres deep", "seats 900"."""
    lowers, dimension = place.sentence.lowers, place.slot.dimension
    if dimension == "length" and place.after < place.right:
        return _EXTENTS.get(lowers[place.after])
    if dimension == "count" and place.at > place.left:
        before = place.at - 1
        while before > place.left and lowers[before] in cues.HEDGES:
            before -= 1
        if lowers[before] in _HOLDS:
            return "capacity"
        if lowers[before] == "by" and place.slot.lemma:
            return "majority" if place.slot.lemma == "vote" else None
        if lowers[before] == "of" and lowers[before - 1] in PLACES:
            return "resident"
    return None


def _spans(place: Place) -> list[str]:
    """Return the keys of the spans of time that the clause names: a quarter, nine months."""
    lowers = place.sentence.lowers
    found = [
        _SPANS[word]
        for word in (*lowers[place.left : place.at], *lowers[place.after : place.right])
        if word in _SPANS
    ]
    if "months" in lowers:
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
    best = -1 if place.whole else _fate(place)
    if best < 0:
        return counted
    lowers, stems = place.sentence.lowers, place.sentence.stems
    found = {*counted, stems[best]}
    for i, joint in ((best - 2, best - 1), (best + 2, best + 1)):
        # "Killed or injured" is a fate of its own.
        if 0 <= i < len(stems) and stems[i] in lexicon.FATES and lowers[joint] in _ANDS:
            found.add(stems[i])
    return frozenset(found)


@lru_cache(maxsize=4096)
def _only(word: str) -> frozenset[str]:
    """Return the set of one word: one for all facts of it."""
    return frozenset((word,))


def _fate(place: Place) -> int:
    """Return the word that says what became of those counted, or -1."""
    lowers, stems = place.sentence.lowers, place.sentence.stems
    past, at, left = place.past, place.at, place.left
    best = -1
    for i in range(past, min(place.right, past + _FATE_REACH)):
        if lowers[i] in _ANDS:
            break
        if stems[i] in lexicon.FATES:
            best = i
            break
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
