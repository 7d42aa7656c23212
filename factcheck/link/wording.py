"""What facts that state one truth have in common in words: terms, names, counted nouns.

A rule that looks for what these have in common finds them again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from factcheck.language import words
from factcheck.language.data import word_set
from factcheck.language.names import Kind, names
from factcheck.link.page import TOKEN
from factcheck.link.stems import stem
from factcheck.model import Document, DocumentFacts, Fact, Reach, Span

_REACHES = (Reach.SENTENCE, Reach.PARAGRAPH)
_CLOSE, _NEAR = 4, 9  # words from the number
_MOST_TERMS = 6
_MOST_WAYS = 4  # of saying one thing
_MOST_NAMES = 3
_OPENING = 3000  # characters in which a document names what it is about
_SHORTEST = 3
# Beside a number they say no more than its dimension.
_SIZES = word_set("big deep heavy high large long old tall thick wide")
_MOST_OF = 2  # half of the facts have the full name
_LONGEST_NAME = 4  # words; beyond, it is a heading
_NO_SUBJECTS = (Kind.DEMONYM,)


class Named(NamedTuple):
    """A name that all of some facts have near them.

    Attributes:
        ways: How it is written, the fullest first.
        within: How near all of them have it; None for in the sentence.
    """

    ways: tuple[str, ...]
    within: Reach | None = None


class Common(NamedTuple):
    """What facts have in common.

    Attributes:
        terms: Words near all of the numbers, the most telling first; several where the
            facts use several for one thing ("killed", "died").
        reach: Where the terms stand.
        subjects: Names, the nearest and likeliest first.
        nouns: What is counted, as written.
    """

    terms: tuple[tuple[str, ...], ...]
    reach: Reach
    subjects: tuple[Named, ...]
    nouns: tuple[str, ...]


class _Word(NamedTuple):
    """A word near a number: as written, how many words away, and whether in the clause."""

    text: str
    distance: int
    in_clause: bool


class Wording:
    """The words of some documents, for the facts in them."""

    def __init__(self, corpus: Sequence[DocumentFacts]) -> None:
        self._read = {facts.document.path: facts for facts in corpus}
        self._known_names: dict[tuple[str, Span], dict[str, str]] = {}
        # How many numbers of a dimension stand with a word.
        self._counts: dict[str, Counter[str]] = defaultdict(Counter)
        for facts in corpus:
            for fact in facts.facts:
                self._counts[fact.mention.dimension].update(fact.words)

    def document(self, fact: Fact) -> Document:
        """Return the document of a fact."""
        return self._read[fact.mention.document].document

    def common(self, facts: Sequence[Fact]) -> Common:
        """Return what some facts have in common."""
        subjects = tuple(self._subjects(facts))
        named = {
            token
            for fact in facts
            for name in self._names(fact, self._span(fact, Reach.PARAGRAPH))
            for token in _tokens(name)
        }
        nouns = _nouns(facts)
        taken = named | {token for noun in nouns for token in _tokens(noun)}
        for reach in _REACHES:
            near = [self._words(fact, reach, taken) for fact in facts]
            shared = set(near[0]).intersection(*near[1:])
            if shared:
                ranked = sorted(shared, key=lambda key: self._rank(key, near, facts))
                terms = tuple(
                    _ways(found[key] for found in near) for key in ranked[:_MOST_TERMS]
                )
                return Common(terms, reach, subjects, nouns)
        near = [self._words(fact, Reach.SENTENCE, taken) for fact in facts]
        cover = _cover(near)
        return Common((cover,) if cover else (), Reach.SENTENCE, subjects, nouns)

    def _rank(
        self, key: str, near: Sequence[Mapping[str, _Word]], facts: Sequence[Fact]
    ) -> tuple[bool, int, int, int, str]:
        found = [words_[key] for words_ in near]
        distance = max(word.distance for word in found)
        bucket = 0 if distance <= _CLOSE else 1 if distance <= _NEAR else 2
        away = sum(not word.in_clause for word in found)
        count = self._counts[facts[0].mention.dimension][key]
        is_size = any(word.text in _SIZES for word in found)
        return is_size, away, bucket, count, key

    def _span(self, fact: Fact, reach: Reach) -> Span:
        blocks = self.document(fact).blocks
        if reach is Reach.PARAGRAPH and fact.mention.block < len(blocks):
            return blocks[fact.mention.block].span
        return fact.sentence

    def _words(
        self, fact: Fact, reach: Reach, taken: Iterable[str]
    ) -> dict[str, _Word]:
        """Return the words near a number that say something, by their stems."""
        facts = self._read[fact.mention.document]
        span, mention = self._span(fact, reach), fact.mention
        tokens = list(TOKEN.finditer(facts.document.text, span.start, span.end))
        at = bisect_left(tokens, mention.span.start, key=lambda t: t.start())
        past = bisect_left(tokens, mention.span.end, key=lambda t: t.start())
        numbers = [
            other.span
            for other in facts.extraction.mentions
            if other.span.start < span.end and span.start < other.span.end
        ]
        found: dict[str, _Word] = {}

        def add(text: str, distance: int, *, in_clause: bool) -> None:
            key = stem(text)
            usable = key and text.isalpha() and len(text) >= _SHORTEST
            if not usable or text in taken:
                return
            word = _Word(text, distance, in_clause)
            if key not in found or distance < found[key].distance:
                found[key] = word

        for place, token in enumerate(tokens):
            if any(number.covers(Span(*token.span())) for number in numbers):
                continue
            distance = at - place if place < at else place - past + 1
            inside = fact.clause.start <= token.start() < fact.clause.end
            add(token.group().casefold(), distance, in_clause=inside)
        for header in mention.headers:
            for text in _tokens(header):
                add(text, 1, in_clause=True)
        return found

    # --- names ----------------------------------------------------------------------------

    def _names(self, fact: Fact, span: Span) -> dict[str, str]:
        """Return the names in a stretch of a document, with the key of each."""
        key = (fact.mention.document, span)
        known = self._known_names.get(key)
        if known is None:
            text = self.document(fact).text
            known = self._known_names[key] = {
                name.text: name.key
                for name in names(text, span.start, span.end)
                if name.kind not in _NO_SUBJECTS
                and len(name.text) >= _SHORTEST
                and len(_tokens(name.text)) <= _LONGEST_NAME
                and "\n" not in name.text
            }
        if fact.claimant is None:
            return known
        said = fact.claimant.casefold()
        return {text: at for text, at in known.items() if text.casefold() not in said}

    def _subjects(self, facts: Sequence[Fact]) -> list[Named]:
        """Return names that all facts have near them, each as near as it stands."""
        found: list[Named] = []
        near: list[dict[str, str]] = [{} for _ in facts]
        for reach in (None, Reach.PARAGRAPH, Reach.DOCUMENT):
            near = [
                names_ | self._names_within(fact, reach)
                for fact, names_ in zip(facts, near, strict=True)
            ]
            seen = {text for named in found for text in named.ways}
            found += (
                Named(ways, reach)
                for ways in _shared(facts, near)
                if seen.isdisjoint(ways)
            )
        return found[:_MOST_NAMES]

    def _names_within(self, fact: Fact, reach: Reach | None) -> dict[str, str]:
        if reach is not Reach.DOCUMENT:
            return self._names(fact, self._span(fact, reach or Reach.SENTENCE))
        found: dict[str, str] = {}
        for block in self.document(fact).blocks:
            if block.span.start > _OPENING:
                break
            if not block.boilerplate:
                found |= self._names(fact, block.span)
        return found


def _shared(
    facts: Sequence[Fact], found: Sequence[Mapping[str, str]]
) -> list[tuple[str, ...]]:
    """Return the names that all facts have, likeliest first, with the ways of writing each."""
    tokens = {key: set(_tokens(key)) for one in found for key in one.values()}
    everywhere = set.intersection(
        *({token for key in one.values() for token in tokens[key]} for one in found)
    )
    keys = sorted(key for key in tokens if not everywhere.isdisjoint(tokens[key]))
    families: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        # "Voss" and "Mara Voss" are one; the longest name that has all of it leads.
        longest = max(
            (other for other in keys if tokens[key] <= tokens[other]),
            key=lambda other: (len(tokens[other]), other),
        )
        families[longest].add(key)
    ranked: list[tuple[int, int, int, str, tuple[str, ...]]] = []
    for head, members in families.items():
        ways = [{text for text, key in one.items() if key in members} for one in found]
        if all(ways):
            written = Counter(text for texts in ways for text in texts)
            bound = sum(
                (fact.subject or "").casefold() in map(str.casefold, texts)
                for fact, texts in zip(facts, ways, strict=True)
            )
            # The first name is what a sentence, or a report, is about.
            first = sum(next(iter(one.values())) in members for one in found)
            spelled = _spelled(written, len(facts))
            ranked.append((bound, -bound - first, -len(head), head, spelled))
    if any(bound == len(facts) for bound, *_ in ranked):
        ranked = [one for one in ranked if one[0]]
    return [one[-1] for one in sorted(ranked, key=lambda one: one[1:])[:_MOST_NAMES]]


def _spelled(written: Mapping[str, int], n: int) -> tuple[str, ...]:
    """Return how a name is to be looked for: in full, with what else it is called.

    Args:
        written: The ways of writing it, each with how many facts have it.
        n: How many facts there are.

    Where few have the full name, its common part is the name: "Ostrel" of "Ostrel" and
    "Ostrel Fire Department".
    """
    ways = sorted(written, key=lambda text: (-len(text), text))
    core = [text for text in ways if _is_in_all(text, ways)]
    if core and _MOST_OF * written[ways[0]] < n:
        return (core[0],)
    return tuple(ways[:_MOST_WAYS])


def _is_in_all(text: str, ways: Iterable[str]) -> bool:
    return all(set(_tokens(text)) <= set(_tokens(way)) for way in ways)


def _tokens(text: str) -> list[str]:
    return TOKEN.findall(text.casefold())


def _nouns(facts: Iterable[Fact]) -> tuple[str, ...]:
    """Return what is counted, once in all its forms."""
    heads = Counter(
        fact.mention.counted.head.casefold()
        for fact in facts
        if fact.mention.counted is not None and not fact.mention.counted.elided
    )
    found: dict[str, str] = {}
    for head, _ in sorted(heads.items(), key=lambda item: (-item[1], item[0])):
        if TOKEN.search(head):
            found.setdefault(words.singular(head), head)
    return tuple(found.values())


def _ways(found: Iterable[_Word]) -> tuple[str, ...]:
    """Return the terms that find all of some words: one, where they are its forms."""
    said = Counter(word.text for word in found)
    left = sorted(said, key=lambda text: (-said[text], text))
    ways: list[str] = []
    while left:
        first = left[0]
        base = words.lemma(first)
        forms = {
            term: {term, *words.forms(term)} for term in (base, first) if term.isalpha()
        }
        best = max(forms, key=lambda t: (first in forms[t], len(forms[t] & set(left))))
        ways.append(best)
        left = [text for text in left if text not in forms[best]]
    return tuple(ways)


def _base(text: str) -> str:
    """Return the term that a word is a form of: "employ" of "employs"."""
    base = words.lemma(text)
    return base if text in words.forms(base) else text


def _cover(near: Sequence[Mapping[str, _Word]]) -> tuple[str, ...]:
    """Return a few words of which one stands close to each number; none if that takes many."""
    left = [
        {_base(word.text) for word in found.values() if word.distance <= _CLOSE}
        for found in near
    ]
    chosen: list[str] = []
    while left and len(chosen) < _MOST_WAYS:
        counts = Counter(text for texts in left for text in texts)
        if not counts:
            return ()
        best = min(counts, key=lambda text: (-counts[text], text))
        chosen.append(best)
        left = [texts for texts in left if best not in texts]
    return () if left or len(chosen) >= len(near) else tuple(chosen)
