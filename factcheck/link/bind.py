"""Binding: what each mention is about.

Shallow parsing of our own: a sentence is cut into words once, a clause is what lies between
punctuation and conjunctions, and cue words (`link.cues`) say the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.language.data import word_set
from factcheck.language.sentences import sentences
from factcheck.link import cues, lexicon
from factcheck.link.measures import OWN_SPAN, SPAN
from factcheck.link.sentences import PLACES, Sentence
from factcheck.link.setting import EVENTS
from factcheck.link.stems import stem
from factcheck.model import (
    Block,
    BlockKind,
    Document,
    DocumentFacts,
    Extraction,
    Fact,
    Mention,
    Period,
    Role,
    Span,
)

_TITLE_LENGTH = 140
_NEAR = 6  # words on either side in which a cue word counts
_FATE_REACH = 8
_ANCHOR_REACH = 4
_STANCE_REACH = 4
_COMMA = 2  # characters: a comma and a space
_OPENING = 12  # characters in which a sentence says when, before it says what
_LEAD = 900  # characters from the start of the article
_ROLES = {
    BlockKind.LIST: Role.LIST,
    BlockKind.TABLE: Role.TABLE,
    BlockKind.CAPTION: Role.CAPTION,
}
# "Revenue: 412.0m" is a line of a data sheet.
_DATA_LINE = re.compile(r"[^:]{1,40}: [^a-z]{0,4}\d[\d.,]*\S{0,3}(?: \w+){0,2}$")
_WHOLE_BLOCKS = (BlockKind.TABLE, BlockKind.TITLE)
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
_LASTING = frozenset(("remain", "remained", "remains", "still"))
_HOLDS = word_set("seats holds fits sleeps accommodates seating seat hold accommodate")
_INSIDE = frozenset(("in", "at", "near"))
_DEFINITE = frozenset(("the", "these", "those"))
# What may stand between "killing" and the number of those killed.
_BETWEEN = cues.HEDGES | word_set(
    """
    the all another other up to many few both his her their estimated further additional of
    including
    """
)


def bind(document: Document, extraction: Extraction) -> DocumentFacts:
    """Return the facts of a document: each mention with what it is about.

    Args:
        document: The document.
        extraction: What was read in it.
    """
    return DocumentFacts(document, extraction, tuple(_facts(document, extraction)))


def _facts(document: Document, extraction: Extraction) -> Iterator[Fact]:
    title = _title(document)
    first = document.blocks[0].span.start if document.blocks else 0
    for sentence, block, inside in _read(document, extraction):
        role = _role(document.blocks[block], block, title)
        for number, mention in enumerate(inside):
            lead = role is Role.TITLE or mention.span.start - first < _LEAD
            yield _fact(Place(mention, number, inside, sentence), role, lead=lead)


def _read(
    document: Document, extraction: Extraction
) -> Iterator[tuple[Sentence, int, Sequence[Mention]]]:
    """Yield each sentence that has mentions, with its block and its mentions."""
    mentions, periods = extraction.mentions, extraction.periods
    text, blocks = document.text, document.blocks
    at = at_period = index = 0
    n_mentions, n_periods = len(mentions), len(periods)
    while at < n_mentions:
        block_index = mentions[at].block
        block = blocks[block_index]
        start, end = block.span.start, block.span.end
        cut = (
            [(start, end)]
            if block.kind in _WHOLE_BLOCKS
            else sentences(text, start, end)
        ) or [(start, end)]
        last = len(cut) - 1
        for number, (begin, stop) in enumerate(cut):
            first = at
            while (
                at < n_mentions
                and mentions[at].block == block_index
                and (number == last or mentions[at].span.start < stop)
            ):
                at += 1
            if at == first:
                continue
            while at_period < n_periods and periods[at_period].span.end <= begin:
                at_period += 1
            past = at_period
            while past < n_periods and periods[past].span.start < stop:
                past += 1
            here = list(periods[at_period:past])
            yield (
                Sentence(text, Span(begin, stop), index, here),
                block_index,
                mentions[first:at],
            )
            index += 1


def _title(document: Document) -> int:
    """Return the index of the block that is the headline, or -1; a line of data is none."""
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.TITLE:
            return -1 if _DATA_LINE.match(document.surface(block.span)) else index
        if block.boilerplate:
            continue
        span = block.span
        text = document.text[span.start : span.end].strip()
        headline = (
            len(text) <= _TITLE_LENGTH
            and "\n" not in text
            and block.kind in (BlockKind.BODY, BlockKind.HEADING)
            and not text.endswith((".", ":", ";", ","))
            and not _DATA_LINE.match(text)
            and len(document.blocks) > 1
        )
        return index if headline else -1
    return -1


def _role(block: Block, index: int, title: int) -> Role:
    return Role.TITLE if index == title else _ROLES.get(block.kind, Role.BODY)


class Place:
    """Where a mention stands among the words of its sentence.

    Attributes:
        mention: The mention.
        sentence: Its sentence.
        left: First word of its clause.
        at: First word of the mention, or after it.
        after: First word after the mention.
        past: First word after what it counts.
        right: First word after its clause.
    """

    __slots__ = ("after", "at", "left", "mention", "past", "right", "sentence")

    def __init__(
        self,
        mention: Mention,
        number: int,
        inside: Sequence[Mention],
        sentence: Sentence,
    ) -> None:
        self.mention = mention
        self.sentence = sentence
        self.after = self.past = sentence.at(mention.span.end)
        counted = mention.counted
        if counted is not None and not counted.elided:
            self.past = sentence.at(counted.span.end)
        before = inside[number - 1] if number else None
        self.at, first, begin, fence = self._beginning(before)
        self.left = self._expand_left(first, begin, fence)
        behind = inside[number + 1] if number + 1 < len(inside) else None
        self.right = self._expand_right(behind)

    def _beginning(self, before: Mention | None) -> tuple[int, int, int, int]:
        """Return the first word, and from which word, offset and fence to look to the left."""
        sentence = self.sentence
        begin, fence = self.mention.span.start, -1
        if before is not None:
            if sentence.text[before.span.end : begin].strip(" ,-"):
                fence = sentence.at(before.span.end)
            else:
                # "A two-year, $30 million lease": two numbers, one phrase.
                begin = before.span.start
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

    def _expand_right(self, behind: Mention | None) -> int:
        sentence, right = self.sentence, self.after
        gaps, lowers = sentence.gaps, sentence.lowers
        n_words = len(lowers)
        if right >= n_words or sentence.breaks(self.mention.span.end, right):
            return right
        fence = n_words if behind is None else sentence.at(behind.span.start)
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
    def clause(self) -> Span:
        """The clause as a span of the document."""
        starts, span = self.sentence.starts, self.sentence.span
        left, right = self.left, self.right
        start = starts[left] if 0 < left < len(starts) else span.start
        end = starts[right] if right < len(starts) else span.end
        return Span(min(start, end), max(start, end))


def _fact(place: Place, role: Role, *, lead: bool) -> Fact:
    mention, sentence = place.mention, place.sentence
    lowers, stems = sentence.lowers, sentence.stems
    left, at, after, right = place.left, place.at, place.after, place.right
    before_words = lowers[max(left, at - _NEAR) : at]
    after_words = lowers[after : min(right, after + _NEAR)]
    far_words = lowers[max(0, at - _NEAR) : at]
    counted = mention.counted
    head = ""
    qualifiers: tuple[str, ...] = ()
    if counted is not None and not counted.elided:
        head = stem(counted.lemma) or counted.lemma
        qualifiers = tuple([key for q in counted.qualifiers if (key := stem(q))])
    clause = place.clause
    near = {*stems[left:at], *stems[after:right]}
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
    for header in mention.headers:
        near.update(
            key
            for word in header.lower().split()
            if (key := stem(word.strip("().,:;*")))
        )
    return Fact(
        mention=mention,
        subject=sentence.name_near(at),
        property=_property(place),
        period=_period(mention, sentence, clause),
        place=_where(place),
        claimant=sentence.claimant(),
        # Only tolls and magnitudes are told apart by it.
        scope=(
            ()
            if lexicon.FATES.isdisjoint(concepts)
            and EVENTS.isdisjoint(near)
            and mention.dimension != "magnitude"
            else _scope(sentence, concepts)
        ),
        concepts=concepts,
        head=head,
        qualifiers=qualifiers,
        stance=cues.stance(
            before_words, lowers[place.past : min(right, place.past + _STANCE_REACH)]
        ),
        part=cues.part(
            far_words,
            after_words,
            counted.qualifiers if counted is not None else (),
            share=mention.dimension == "ratio",
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
        role=role,
        sentence=sentence.span,
        clause=clause,
        index=sentence.index,
        names=sentence.names,
        words=sentence.words,
        near=sentence.words if near == sentence.words else frozenset(near),
        anchors=_anchors(place, concepts, measure) | anchors,
        lead=lead,
        definite=at > 0 and lowers[at - 1] in _DEFINITE,
    )


def _scope(sentence: Sentence, concepts: frozenset[str]) -> tuple[str, ...]:
    """Return what sets an event apart; who is missing is still so, and remains it."""
    scope = sentence.scope()
    if scope and "missing" in concepts:
        return tuple([word for word in scope if word not in _LASTING])
    return scope


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
    lowers, dimension = place.sentence.lowers, place.mention.dimension
    if dimension == "length" and place.after < place.right:
        return _EXTENTS.get(lowers[place.after])
    if dimension == "count" and place.at > place.left:
        before = place.at - 1
        while before > place.left and lowers[before] in cues.HEDGES:
            before -= 1
        if lowers[before] in _HOLDS:
            return "capacity"
        if lowers[before] == "by" and place.mention.counted is not None:
            return "majority" if place.mention.counted.lemma == "vote" else None
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
        sentence, own = place.sentence, place.mention.span
        spans = _MONTHS.finditer(sentence.text, sentence.span.start, sentence.span.end)
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
    if place.mention.dimension != "count" or lexicon.FATES.isdisjoint(
        place.sentence.words
    ):
        return counted
    best = _fate(place)
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
    # "Killing four people": before the number only where it is close, but for "the toll".
    tolled = not lexicon.TOLLS.isdisjoint(lowers[left:at])
    for i in range(at - 1, max(left, at - _FATE_REACH) - 1, -1):
        if stems[i] in lexicon.FATES:
            if best < 0 or at - i < best - past:
                best = i
            break
        if lowers[i] not in _BETWEEN and not tolled:
            break
    return best


def _period(mention: Mention, sentence: Sentence, clause: Span) -> Period | None:
    """Return the period of the clause, or of the sentence where it opens with one."""
    periods = sentence.periods
    if not periods:
        return None
    at = mention.span.start
    for period in periods:
        # "And in May, 300 went": the comma sets off the month, and not the number.
        if 0 <= at - period.span.end <= _COMMA:
            return period
    own = [p for p in periods if clause.start <= p.span.start < clause.end]
    if own:
        return min(own, key=lambda p: (abs(p.span.start - at), p.span.start))
    # "In March, ..." speaks of the whole sentence, unless it speaks of other times as well.
    opening = sentence.span.start + _OPENING
    if len(periods) == 1 and periods[0].span.start < opening:
        return periods[0]
    return None


def _property(place: Place) -> str | None:
    """Return in words what the number is of: the noun beside it, as written."""
    counted, sentence = place.mention.counted, place.sentence
    if counted is not None and not counted.elided:
        return counted.head
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
