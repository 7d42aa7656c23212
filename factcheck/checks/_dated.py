"""What happened when, in a set of documents: dates and times with what began or ended then.

A law that looks for the two ends of a length has to find them in any sentence, also in those
that hold no number. An event is a date, or a time of day, with the signs (`_episodes`) of the
words beside it and the words of its paragraph, by which it is tied to what others tell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from factcheck.checks import _clocks, _episodes
from factcheck.checks._ages import Days
from factcheck.checks._arithmetic import Spot
from factcheck.checks._episodes import Signs
from factcheck.frozen import dataclass
from factcheck.language.data import word_set
from factcheck.language.sentences import sentences
from factcheck.language.words import lemma
from factcheck.model import BlockKind, DocumentFacts, Period, Span

_DATED = frozenset({"date", "month", "year", "time"})
_BREAK = re.compile(r"[,;:]| and | but | when | while | before | after | until | - ")
_CAPITAL = re.compile(r"[A-Z\u00c0-\u00de][\w'\u2019-]{3,}")
_DATELINE = re.compile(
    r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de .,'()/-]+"
)  # "TARN, March 2 -"
_PLANNED = re.compile(
    r"\b(?:expect|schedul|plann?(?:ed|s|ing)|due\b|will\b|would\b|should\b|may\b|might\b|could\b|likely|hope[ds]?\b|if\b|at (?:least|most|the (?:latest|earliest))|aims?\b|wants?\b|is to\b|are to\b)"
)
# "The worst since 1987", "Olo, who has led them since 2014, said": no event of the story.
_SINCE = re.compile(
    r"\b(?:first|last|only|most|least|best|worst|\w+est)\b[^,;]* since $|,? who (?:has|have|had) [^,;]* since $"
)
_WORD = re.compile(r"[^\W\d_][\w'-]{2,}\w")
_COMMON = word_set(
    """
    about after again their there these those which while where would could should other under
    year years month months week weeks days since until being first three seven eight people
    still never every always before have been with that this from when they were into over said
    says also only just more than some most what will
    """
)
_MOST_EVENTS = 40  # a chronicle of more is of many things
_TIED, CLOSELY, _NEAR = 2, 3, 2
MOST_DOCUMENTS = 6


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened: on a day of some days, or at a time of day.

    Attributes:
        days: The days that it may be; None for a time of day.
        minute: The minute of the day, and whether its half is told; None for a date.
    """

    days: Days | None
    minute: tuple[int, bool] | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What happened on a date, or at a time of day.

    Attributes:
        page: The document.
        period: When, as told.
        moment: When it may have been.
        signs: What began, or was over, by the words beside it.
        about: What else its sentence speaks of.
        own: The words of its sentence.
        words: The words of its paragraph and of the title.
        block: Number of its paragraph.
        sentence: Where its sentence stands.
        planned: Whether it is only to happen, by its clause.
    """

    page: Page
    period: Period
    moment: Moment
    signs: Signs
    about: Signs
    own: frozenset[str]
    words: frozenset[str]
    block: int
    sentence: Span
    planned: bool

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @property
    def spot(self) -> Spot:
        """The date as evidence."""
        return Spot(self.page.facts.document, self.period)


class Page:
    """A document with its names, its words and its events, worked out as far as asked for.

    Args:
        facts: The document.
    """

    def __init__(self, facts: DocumentFacts) -> None:
        self.facts = facts
        self._words: dict[int, frozenset[str]] = {}

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that the document writes with a capital letter alone."""
        text = self.facts.document.text
        capital = {lemma(word.lower()) for word in _CAPITAL.findall(text)}
        return frozenset(capital).difference(
            words_of(" ".join(re.findall(r"\b[a-z][a-z'-]*", text)))
        )

    def words(self, block: int) -> frozenset[str]:
        """Return the words of a paragraph and of the title."""
        if block not in self._words:
            document = self.facts.document
            if document.blocks:
                title, own = document.blocks[0].span, document.blocks[block].span
                text = f"{document.surface(title)} {document.surface(own)}"
            else:
                text = document.text
            self._words[block] = words_of(text)
        return self._words[block]

    @cached_property
    def events(self) -> list[Event]:
        """The first events that it dates."""
        document = self.facts.document
        periods = [
            part
            for told in self.facts.extraction.periods
            for part in (told.parts or (told,))
            if part.kind in _DATED
        ]
        found: list[Event] = []
        for number, block in enumerate(document.blocks):
            span = block.span
            inside = [p for p in periods if span.start <= p.span.start < span.end]
            if not inside or block.boilerplate or block.kind is BlockKind.TABLE:
                continue
            for start, end in sentences(document.text, span.start, span.end):
                here = [p for p in inside if start <= p.span.start < end]
                if here:
                    found += self._told(Span(start, end), here, number)
            if len(found) >= _MOST_EVENTS:
                break
        return found

    def _told(
        self, sentence: Span, periods: Sequence[Period], block: int
    ) -> Iterator[Event]:
        text = self.facts.document.text
        timed = [(each, moment) for each in periods if (moment := _moment(each))]
        if timed and _DATELINE.fullmatch(text, sentence.start, timed[0][0].span.start):
            timed = timed[1:]
        if not timed:
            return
        whole = text[sentence.start : sentence.end]
        about, own = _episodes.signs(whole.lower()), words_of(whole)
        for at, (period, moment) in enumerate(timed):
            low = timed[at - 1][0].span.end if at else sentence.start
            following = at + 1 < len(timed)
            high = timed[at + 1][0].span.start if following else sentence.end
            before, after = text[low : period.span.start], text[period.span.end : high]
            if _SINCE.search(before):
                continue
            yield Event(
                self,
                period,
                moment,
                _beside(before, after, alone=not following),
                about,
                own,
                self.words(block),
                block,
                sentence,
                _PLANNED.search(_clause(before, after)) is not None,
            )


def _moment(period: Period) -> Moment | None:
    if period.kind == "time":
        minute = _clocks.minute(period.surface)
        return Moment(None, minute) if minute else None
    days = Days.of(period)
    return Moment(days) if days else None


def words_of(text: str) -> frozenset[str]:
    """Return the longer words of a text, each in its basic form."""
    return frozenset(
        lemma(word) for word in _WORD.findall(text.lower()) if word not in _COMMON
    )


def _clause(before: str, after: str) -> str:
    return f"{_BREAK.split(before.lower())[-1]}; {_BREAK.split(after.lower())[0]}"


def _beside(before: str, after: str, *, alone: bool) -> Signs:
    """Return what begins or ends on a date, by its clause, else by its sentence.

    Args:
        before: What is said before the date, and after the one before it.
        after: What is said after it, up to the next.
        alone: Whether no other date follows, that it could be said of.
    """
    before, after = (f" {' '.join(part.lower().split())} " for part in (before, after))
    signs = _episodes.signs("")
    near = (_BREAK.split(before)[-1], _BREAK.split(after)[0], before)
    for text in (*near, after) if alone else near:
        signs = _episodes.signs(text)
        if signs.begun or signs.ended:
            break
    return signs


class Pages:
    """Some documents, and which of them may tell one story.

    Args:
        documents: The documents.
    """

    def __init__(self, documents: Sequence[DocumentFacts]) -> None:
        self.pages = [Page(facts) for facts in documents]
        self._like: dict[Page, list[Page]] = {}
        self._near: dict[tuple[Page, int], list[tuple[int, Event]]] = {}

    @cached_property
    def _having(self) -> dict[str, list[Page]]:
        found: dict[str, list[Page]] = {}
        for page in self.pages:
            for name in page.names:
                found.setdefault(name, []).append(page)
        return found

    def rare(self, names: Iterable[str]) -> set[str]:
        """Return the names that few documents have."""
        return {name for name in names if len(self._having[name]) <= MOST_DOCUMENTS}

    def near(self, own: Page, block: int) -> list[tuple[int, Event]]:
        """Return the events of the story that a paragraph tells, and how closely they are tied.

        Each word that two paragraphs share counts, a name twice.
        """
        if (own, block) not in self._near:
            words = own.words(block)
            found = []
            for page in self.alike(own):
                ties: dict[int, int] = {}
                for event in page.events:
                    if event.block not in ties:
                        ties[event.block] = _tie(event, own, block, words)
                    if ties[event.block] >= _TIED:
                        found.append((ties[event.block], event))
            self._near[own, block] = found
        return self._near[own, block]

    def alike(self, page: Page) -> list[Page]:
        """Return a document and the few that have most names in common with it."""
        if len(self.pages) <= MOST_DOCUMENTS:
            return self.pages
        if page not in self._like:
            self._like[page] = self._most_alike(page)
        return self._like[page]

    def _most_alike(self, page: Page) -> list[Page]:
        counted = Counter(
            other
            for name in page.names
            if len(having := self._having[name]) <= 2 * MOST_DOCUMENTS
            for other in having
            if other is not page
        )
        return [page, *(other for other, _ in counted.most_common(MOST_DOCUMENTS))]


def _tie(event: Event, own: Page, block: int, words: frozenset[str]) -> int:
    if event.page is own and abs(event.block - block) <= _NEAR:
        return CLOSELY
    shared = words & event.words
    return len(shared) + len(shared & own.names & event.page.names)
