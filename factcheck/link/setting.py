"""What the facts of a run are compared by: words and their weights, names, numbers, dates."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

from factcheck.language.asides import bearing, bears
from factcheck.language.patterns import Pattern
from factcheck.language.titles import TITLES
from factcheck.link.numbers import Numbers
from factcheck.link.sides import Side, Wording, kind, wording_key
from factcheck.link.speakers import speakers
from factcheck.link.stems import stem
from factcheck.link.stories import Stories
from factcheck.link.vocabulary import Vocabulary, Weights, keys
from factcheck.model import (
    Document,
    DocumentFacts,
    Fact,
    Motion,
    Period,
)

T = TypeVar("T")
_AFTERSHOCK = re.compile(r"(?i)\b(?:after|fore)shocks?\b")
_NEXT_WORDS = 12  # characters: "a magnitude-5.1 aftershock"
# "Norholt plant", "Paul Vautrin"; each word may begin another pair.
_ATTRIBUTE = re.compile(r"([A-Z](?<!\w[A-Z])[a-z]+)(?= ([A-Za-z][a-z]{2,})\b)")
# "Said on Wednesday", "as of Wednesday evening".
_TOLD = re.compile(
    r"\b(?:said|says|reported|announced|confirmed|told [a-z]+|released|as of|by)"
    r"(?: late| early)?(?: on)? $",
    re.IGNORECASE,
)
_SUMMARY_LENGTH = 1500
_SOURCE_LENGTH = 100_000
_SUMMARY_SHARE = 3  # how many times longer the source is
_RELATED_WORDS = 50  # percent of a short document's words that stand in another
# The same for two that say it in their own words; of two stories one in a hundred has as many.
_AKIN_WORDS = 20
_SUMMARY_WORDS = 65  # percent of the summary's words that stand in the source
_MONTH = dt.timedelta(days=31)
_SOON_AFTER = dt.timedelta(days=7)
_FROM = Motion.FROM  # looked up once: a member of an enumeration takes long
# Of a sentence that is a web address, taken apart.
_ADDRESSES = frozenset({"http", "https", "www", "html", "htm"})


class Setting:
    """All sides of a run, and what is known of their documents.

    Attributes:
        sides: The sides.
        kinds: Those of each document, by what they can be compared with.
        numbers: Which of them stand alone in their documents.
        names: All names in a document, by its path.
        lead_names: Those at its beginning.
        are_few: Whether there are so few documents that all may be on one story.
    """

    def __init__(self, documents: Sequence[DocumentFacts]) -> None:
        self._documents: dict[str, Document] = {}
        self._vocabulary = Vocabulary(self._documents)
        self.names = self._vocabulary.names
        self.lead_names = self._vocabulary.lead_names
        self._periods: dict[str, Sequence[Period]] = {}
        self._starts: dict[str, list[int]] = {}
        self._summaries: dict[tuple[str, str], bool] = {}
        self._apart: dict[tuple[str, str], bool] = {}
        self._two_heads: dict[tuple[str, str], bool] = {}
        self._before: dict[int, list[Side]] = {}  # "down from six", by its sentence
        self._once: dict[object, dict[str, Any]] = defaultdict(dict)
        self._read_off: dict[object, dict[str, Any]] = defaultdict(dict)
        # What sentences tell, by their words: copies of one are asked once.
        self._told: dict[Pattern, dict[str, str | None]] = defaultdict(dict)
        self._lines: dict[str, str] = {}
        self._lower: dict[int, str] = {}
        self._beside: dict[int, Sequence[Side]] = {}
        self._wordings: dict[tuple[object, ...], Wording] = {}
        self.sides: list[Side] = []
        self.kinds: dict[str, dict[str, list[Side]]] = {}
        self.numbers = Numbers(self._documents, self.kinds, self.names)
        # How often each set of words is a sentence.
        told: dict[frozenset[str], int] = {}
        total = 0
        for document in documents:
            total = self._read(document, told, total)
        self._stories = Stories(self._documents)
        self.are_few = self._stories.are_few
        counts = Counter(chain.from_iterable(told))
        for words, n in told.items():
            if n > 1:
                for word in words:
                    counts[word] += n - 1
        self._weigh = Weights(counts, total).__getitem__
        for wording in self._wordings.values():
            wording.near = self.weigh(wording.fact.near)
            wording.words = self.weigh(wording.fact.own)
        self._wordings.clear()

    def _read(
        self, facts: DocumentFacts, told: dict[frozenset[str], int], total: int
    ) -> int:
        """Take up the facts of a document; return how many sentences there are by then."""
        document = facts.document
        self._documents[document.path] = document
        self._periods[document.path] = facts.extraction.periods
        kinds = self.kinds.setdefault(document.path, {})
        sides, wordings = self.sides, self._wordings
        last = -1
        for fact in facts.facts:
            family = self._family(fact, document)
            if family is None:
                continue
            words = wording_key(fact, family)
            wording = wordings.get(words)
            if wording is None:
                wording = wordings[words] = Wording(fact, family)
            side = Side(len(sides), fact, wording)
            sides.append(side)
            if family in kinds:
                kinds[family].append(side)
            else:
                kinds[family] = [side]
            if fact.index != last:
                last = fact.index
                told[fact.words] = told.get(fact.words, 0) + 1
                total += 1
            side.sentence = total
            before = self._before.get(total)
            if before is None:
                if fact.motion is _FROM:
                    self._before[total] = [side]
            elif fact.motion is _FROM or (
                # "Up from 61 and 2.3 million the week before"
                document.text[
                    before[-1].fact.mention.span.end : fact.mention.span.start
                ]
                == " and "
            ):
                before.append(side)
        return total

    @staticmethod
    def _family(fact: Fact, document: Document) -> str | None:
        """Return what a fact can be compared with, or None."""
        mention = fact.mention
        family = kind(fact)
        if (
            family is None
            or document.blocks[mention.block].boilerplate
            or not fact.words.isdisjoint(_ADDRESSES)
            or (mention.pair is not None and mention.pair.start < mention.span.start)
        ):
            return None
        return family

    def weigh(self, words: Iterable[str]) -> int:
        """Return the weight of words: little for what stands everywhere, more for what is rare."""
        return sum(map(self._weigh, words))

    def document(self, side: Side) -> Document:
        """Return the document of a fact."""
        return self._documents[side.path]

    def periods(self, side: Side) -> Sequence[Period]:
        """Return the dates and periods of the document of a fact."""
        return self._periods[side.path]

    def periods_between(self, side: Side, start: int, end: int) -> Sequence[Period]:
        """Return those of the document of a fact that begin between two offsets."""
        starts = self._starts.get(side.path)
        periods = self._periods[side.path]
        if starts is None:
            starts = self._starts[side.path] = [p.span.start for p in periods]
        first = bisect_left(starts, start)
        return periods[first : bisect_left(starts, end, first)]

    def bears_on(self, side: Side, period: Period) -> bool:
        """Return whether a period bears on a fact, if it stands in its sentence."""
        span, at = side.fact.sentence, period.span.start
        if not span.start <= at < span.end:
            return True
        said = self._documents[side.path].text[span.start : span.end]
        number = side.fact.mention.span.start
        return bears(said, number - span.start, at - span.start)

    def beside(self, side: Side) -> Sequence[Side]:
        """Return the other facts in the sentence of a fact."""
        found = self._beside.get(side.number)
        if found is None:
            sides, number = self.sides, side.number
            first = last = number
            while first and sides[first - 1].sentence == side.sentence:
                first -= 1
            while last + 1 < len(sides) and sides[last + 1].sentence == side.sentence:
                last += 1
            found = sides[first:number] + sides[number + 1 : last + 1]
            self._beside[number] = found
        return found

    def once(self, side: Side, told: Callable[[Side, Setting], T]) -> T:
        """Return what is told of all facts of a document alike, worked out for the first."""
        of_all = self._once[told]
        if side.path not in of_all:
            of_all[side.path] = told(side, self)
        found: T = of_all[side.path]
        return found

    def read(self, text: str, told: Callable[[str], T]) -> T:
        """Return what is told of some words, wherever they stand, worked out once."""
        of_all = self._read_off[told]
        if text not in of_all:
            of_all[text] = told(text)
        found: T = of_all[text]
        return found

    def date(self, side: Side) -> dt.date | None:
        """Return the date of the document of a fact."""
        return self._documents[side.path].date

    def same_day(self, a: Side, b: Side) -> bool:
        """Return whether two facts may have been published on one day."""
        first, second = self.date(a), self.date(b)
        if first is None or second is None or first == second:
            return True
        late, day = (b, first) if first < second else (a, second)
        return day in self._told_on(late)

    def told_then(self, a: Side, b: Side) -> bool:
        """Return whether only one of two facts says when, and the other was told about then."""
        period = a.fact.period or b.fact.period
        day = self.date(b if a.fact.period else a)
        if period is None or day is None or not period.start or not period.end:
            return False
        return period.start <= day <= period.end + _SOON_AFTER

    def are_weeks_apart(self, a: Side, b: Side) -> bool:
        """Return whether two documents are more than a week apart."""
        return self._apart_by(a, b) > _SOON_AFTER

    def are_months_apart(self, a: Side, b: Side) -> bool:
        """Return whether two documents are more than a month apart."""
        return self._apart_by(a, b) > _MONTH

    def _apart_by(self, a: Side, b: Side) -> dt.timedelta:
        first, second = self.date(a), self.date(b)
        if first is None or second is None:
            return dt.timedelta(0)
        return abs(first - second)

    def has_been(self, now: Side, other: Side) -> bool:
        """Return whether the sentence of a number says that it was another before.

        "Four are missing, down from six", beside six in a report that is no later.
        """
        found = self._before.get(now.sentence)
        if not found or now.fact.motion is _FROM:
            return False
        first, second = self.date(now), self.date(other)
        if first is not None and second is not None and first < second:
            return False
        return any(
            side.reading.meets(other.reading)
            if side.kind == other.kind
            else side.kind == "count" and side.numbers == other.numbers
            for side in found
        )

    def _told_on(self, side: Side) -> set[dt.date]:
        """Return the days of which a sentence says that it was so then, or told then."""
        span, document = side.fact.sentence, self._documents[side.path]
        return {
            period.start
            for period in self.periods_between(side, span.start, span.end)
            if period.start
            and period.start == period.end
            and _TOLD.search(document.text, span.start, period.span.start)
        }

    def is_named(self, side: Side) -> bool:
        """Return whether a name stands in the clause of a fact."""
        return not side.fact.near.isdisjoint(self.names(side.path))

    def attributes(self, side: Side) -> dict[str, set[str]]:
        """Return the capitalised word before each word: "Norholt" before "plant"."""
        span = side.fact.sentence
        said = self._documents[side.path].text[span.start : span.end]
        return self.read(said, _attributes)

    def share_names(self, a: Side, b: Side) -> bool:
        """Return whether the beginnings of two documents have a name in common."""
        return not self.lead_names(a.path).isdisjoint(self.lead_names(b.path))

    def share_capitals(self, a: Side, b: Side) -> bool:
        """Return whether two documents have a capitalised word in common, first words too."""
        capitals = self._vocabulary.capitals
        return not capitals(a.path).isdisjoint(capitals(b.path))

    def related(self, a: Side, b: Side, *, swapped: bool = False) -> bool:
        """Return whether two documents may be on one story.

        They share a name, or one is short and says what the other says.

        Args:
            a: A fact.
            b: Another.
            swapped: Whether one number is the other with two digits swapped, which among few
                documents is hardly so by chance.
        """
        if (
            self.apart(a.path, b.path)
            and not (swapped and self.are_few)
            and not self.summarises(a, b)
        ):
            return False
        if self.share_names(a, b) or self.share_capitals(a, b):
            return True
        first, second = self._documents[a.path], self._documents[b.path]
        short, long = sorted((first, second), key=lambda d: (len(d.text), d.path))
        if len(short.text) > _SUMMARY_LENGTH or len(long.text) > _SOURCE_LENGTH:
            return False
        words_of = self._vocabulary.words
        words = words_of(short.path)
        return len(words & words_of(long.path)) * 100 >= _RELATED_WORDS * len(words)

    def akin(self, a: Side, b: Side) -> bool:
        """Return whether two documents speak of much the same, if only with no name in common."""
        if self.related(a, b, swapped=True):
            return True
        first, second = self._documents[a.path], self._documents[b.path]
        if not self.are_few or max(len(first.text), len(second.text)) > _SOURCE_LENGTH:
            return False
        mine, yours = self._vocabulary.words(a.path), self._vocabulary.words(b.path)
        return len(mine & yours) * 100 >= _AKIN_WORDS * min(len(mine), len(yours))

    @cached_property
    def has_summaries(self) -> bool:
        """Whether some document is short enough to be the summary of another."""
        return any(len(d.text) <= _SUMMARY_LENGTH for d in self._documents.values())

    def neighbours(self) -> Iterator[tuple[str, str]]:
        """Yield pairs of many documents that may be on one story."""
        return self._stories.neighbours()

    def apart(self, first: str, second: str) -> bool:
        """Return whether two documents are plainly on two stories."""
        pair = (first, second) if first < second else (second, first)
        known = self._apart.get(pair)
        if known is None:
            known = self._apart[pair] = self._stories.apart(
                *pair, self._vocabulary.says
            )
        return known

    def of_two_heads(self, first: str, second: str) -> bool:
        """Return whether two documents are headed by names of which neither knows the other's."""
        pair = (first, second) if first < second else (second, first)
        known = self._two_heads.get(pair)
        if known is None:
            known = self._two_heads[pair] = self._stories.of_two_heads(
                *pair, self._vocabulary.says
            )
        return known

    def knows_names(self, side: Side, other: Side) -> bool:
        """Return whether the names in the clause of a fact stand in the other's document.

        "Norholt Gas" may be called Norholt there.
        """
        unknown = self._vocabulary.unknown(
            other.path, side.fact.near & self.names(side.path)
        )
        if unknown:
            span = side.fact.sentence
            sentence = self.text(side)[span.start : span.end]
            # "A rescue fund" is no name, though the text has a Fund for Lights.
            unknown -= keys(set(filter(str.islower, sentence.split())))
            unknown -= speakers(sentence)
        before = self.attributes(side) if unknown else {}
        return all(
            any(self.knows(other, frozenset((word,))) for word in before.get(name, ()))
            for name in unknown
        )

    def knows(self, side: Side, words: frozenset[str]) -> bool:
        """Return whether the document of a fact has all of some words."""
        return not self._vocabulary.unknown(side.path, words)

    def names_strangers(self, a: Side, b: Side) -> bool:
        """Return whether the clause of each fact has a name that the other's document has not."""
        for side, other in ((a, b), (b, a)):
            own = side.fact.near - other.fact.near
            names = own & self.names(side.path)
            names |= self._stories.named(side.path, own)
            if not self._vocabulary.unknown(other.path, names):
                return False
        return True

    def tells(self, side: Side, pattern: Pattern, *, whole: bool = False) -> bool:
        """Return whether a pattern is found in the clause, or whole sentence, of a fact."""
        if whole:
            return self._find(pattern, self._said(side)) is not None
        span = side.fact.clause
        clause = self._documents[side.path].text[span.start : span.end]
        return self._find(pattern, self._line(clause)) is not None

    def _find(self, pattern: Pattern, said: str) -> str | None:
        """Return what a pattern finds in some words."""
        known = self._told[pattern]
        if said not in known:
            match = pattern.search(said)
            known[said] = match and match[0]
        return known[said]

    def _line(self, text: str) -> str:
        """Return a text in small letters and on one line."""
        line = self._lines.get(text)
        if line is None:
            line = self._lines[text] = " ".join(text.lower().split())
        return line

    def _said(self, side: Side) -> str:
        """Return what of its sentence bears on a fact, in small letters and on one line."""
        said = self._lower.get(side.number)
        if said is None:
            span, at = side.fact.sentence, side.fact.mention.span.start
            text = self._documents[side.path].text[span.start : span.end]
            said = self._lower[side.number] = self._line(bearing(text, at - span.start))
        return said

    def finds(self, side: Side, pattern: Pattern) -> bool:
        """Return whether a pattern is found in the sentence of a fact, whatever bears on it."""
        return self._find(pattern, self.sentence(side)) is not None

    def sentence(self, side: Side) -> str:
        """Return the whole sentence of a fact, in small letters and on one line."""
        span = side.fact.sentence
        return self._line(self._documents[side.path].text[span.start : span.end])

    def text(self, side: Side) -> str:
        """Return the text of the document of a fact."""
        return self._documents[side.path].text

    def opens(self, side: Side, pattern: re.Pattern[str]) -> bool:
        """Return whether the line of a fact opens with a pattern."""
        text = self._documents[side.path].text
        start = text.rfind("\n", 0, side.fact.sentence.start + 1) + 1
        return pattern.match(text, start) is not None

    def follows(self, side: Side, pattern: re.Pattern[str]) -> bool:
        """Return whether a pattern follows the number of a fact."""
        text = self._documents[side.path].text
        return pattern.match(text, side.fact.mention.span.end) is not None

    def told(self, side: Side, pattern: Pattern) -> str:
        """Return what a pattern finds in the sentence of a fact, in small letters."""
        return self._find(pattern, self._said(side)) or ""

    def is_aftershock(self, side: Side) -> bool:
        """Return whether a strength is not that of the quake itself."""
        text = self._documents[side.path].text
        start, end = side.fact.sentence.start, side.fact.mention.span.end
        return _AFTERSHOCK.search(text, start, end + _NEXT_WORDS) is not None

    def summarises(self, a: Side, b: Side) -> bool:
        """Return whether one of two documents is a summary of the other.

        A summary is short, and its words stand in its source.
        """
        if a.path == b.path or not self.has_summaries:
            return False
        pair = (a.path, b.path) if a.path < b.path else (b.path, a.path)
        known = self._summaries.get(pair)
        if known is None:
            known = self._summaries[pair] = self._is_summary(*pair)
        return known

    def _is_summary(self, first: str, second: str) -> bool:
        short, long = self._documents[first], self._documents[second]
        if len(short.text) > len(long.text):
            short, long = long, short
        if (
            len(short.text) > _SUMMARY_LENGTH
            or len(short.text) * _SUMMARY_SHARE > len(long.text)
            or len(long.text) > _SOURCE_LENGTH
        ):
            return False
        words_of = self._vocabulary.words
        words, known = words_of(short.path), words_of(long.path)
        return len(words & known) * 100 >= _SUMMARY_WORDS * len(words)


def _attributes(text: str) -> dict[str, set[str]]:
    """Return the capitalised word before each word of a text, by their keys."""
    found: dict[str, set[str]] = defaultdict(set)
    for match in _ATTRIBUTE.finditer(text):
        key, owner = stem(match[2].lower()), stem(match[1].lower())
        if key and owner and match[1].lower() not in TITLES:
            found[key].add(owner)
    return found
