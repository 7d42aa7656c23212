"""Which mentions state the facts of the rules: one pass over all mentions for all rules.

Each fact of the rules is filed under the words of which one must stand near its number, so
that a mention is tried only against the facts that its own sentence, block or document
brings up. A thousand rules then cost little more than ten.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import TypeAlias

from factcheck import units
from factcheck.language.sentences import clauses, sentences
from factcheck.link import patterns
from factcheck.model import (
    DocumentFacts,
    Fact,
    FactSpec,
    Form,
    Match,
    Mention,
    Motion,
    Period,
    Reach,
    Refused,
    RuleSet,
    Selected,
    Selection,
    Span,
    Subject,
    Term,
    Terms,
)

_POINTERS = frozenset(("the", "this", "that"))
_DESCRIPTIONS = frozenset(
    (
        *("area", "capital", "city", "country", "district", "island", "kingdom"),
        *("municipality", "nation", "province", "region", "republic", "settlement"),
        *("state", "territory", "town", "village"),
        *("agency", "airline", "airport", "bank", "business", "carmaker", "club"),
        *("company", "firm", "group", "hospital", "manufacturer", "maker", "ministry"),
        *("organisation", "organization", "party", "plant", "retailer", "school"),
        *("team", "union", "university"),
    )
)
OUT_OF_RANGE = "out of range"

_TOKEN = re.compile(r"[^\W_]+")
_NARROW = (Reach.CLAUSE, Reach.SENTENCE)
_RATIOS = ("ratio", "ratio_difference")
_YES = ""
_Cut: TypeAlias = Callable[[str, int, int], list[tuple[int, int]]]


def select(ruleset: RuleSet, documents: Sequence[DocumentFacts]) -> Selection:
    """Return the mentions that state facts of the rules, and those nearly refused.

    Args:
        ruleset: The rules; facts that no active rule uses are left out.
        documents: Documents with their facts, bound.
    """
    used = {name for rule in ruleset.active for _, name in rule.facts}
    facts = [fact for fact in ruleset.facts if fact.match and fact.name in used]
    if not facts:
        return Selection()
    index = _Index(facts)
    selected: list[Selected] = []
    refused: list[Refused] = []
    for number, document in enumerate(documents):
        page = _Page(document)
        for fact, period in page.candidates(positions=index.wants_positions):
            for spec, verdict in index.stated_by(fact, page):
                if verdict == _YES:
                    bound = _named(fact, spec)
                    selected.append(Selected(spec.name, bound, number, period))
                else:
                    refused.append(Refused(spec.name, fact, verdict))
    return Selection(tuple(selected), tuple(refused))


def _named(fact: Fact, spec: FactSpec) -> Fact:
    subject = spec.subject.name if spec.subject else fact.subject
    return replace(fact, subject=subject, property=spec.property or fact.property)


class _Page:
    """The words of one document, found when they are asked for."""

    def __init__(self, facts: DocumentFacts) -> None:
        self.facts = facts
        self.document = facts.document
        self._blocks: dict[int, tuple[list[str], list[int]]] = {}
        self._all: tuple[list[str], list[int]] | None = None
        self._sets: dict[tuple[int, int], frozenset[str]] = {}

    def candidates(self, *, positions: bool) -> Iterator[tuple[Fact, Period | None]]:
        """Yield the facts that are evidence, and positions in time, in order."""
        found: list[tuple[Fact, Period | None]] = [
            (fact, None)
            for fact in self.facts.facts
            if self._counts(fact.mention.block)
        ]
        if positions:
            found += [
                (fact, period)
                for period in self.facts.extraction.periods
                if (fact := self._position(period)) is not None
            ]
            found.sort(key=lambda pair: pair[0].mention.span.start)
        yield from found

    def _counts(self, block: int) -> bool:
        blocks = self.document.blocks
        return block >= len(blocks) or not blocks[block].boilerplate

    def _position(self, period: Period) -> Fact | None:
        """Return "in its fourth year" as the three to four years that have passed."""
        block = self.document.block_at(period.span.start)
        if period.elapsed is None or block is None or not self._counts(block):
            return None
        elapsed, unit = period.elapsed, period.unit or "year"
        mention = Mention(
            self.document.path,
            period.span,
            period.surface,
            period.span,
            period.span,
            Form.RANGE,
            None,
            elapsed.low,
            elapsed.high,
            elapsed,
            elapsed,
            exact=False,
            unit=unit,
            dimension="duration",
            block=block,
        )
        outer = self.document.blocks[block].span
        sentence = self._part(sentences, outer, period)
        clause = self._part(clauses, sentence, period)
        return Fact(mention, sentence=sentence, clause=clause)

    def _part(self, cut: _Cut, outer: Span, period: Period) -> Span:
        """Return the sentence or clause that a period stands in."""
        parts = cut(self.document.text, outer.start, outer.end)
        at = period.span.start
        return next((Span(a, b) for a, b in parts if a <= at < b), outer)

    def reach(self, fact: Fact, reach: Reach) -> tuple[int, int]:
        """Return where a term may stand."""
        if reach is Reach.CLAUSE and fact.clause.covers(fact.mention.span):
            return fact.clause.start, fact.clause.end
        if reach in _NARROW and fact.sentence.covers(fact.mention.span):
            return fact.sentence.start, fact.sentence.end
        blocks = self.document.blocks
        if reach is not Reach.DOCUMENT and fact.mention.block < len(blocks):
            span = blocks[fact.mention.block].span
            return span.start, span.end
        return 0, len(self.document.text)

    def words(self, fact: Fact, reach: Reach) -> tuple[list[str], list[int], int, int]:
        """Return words with their places, and the part of them within reach."""
        start, end = self.reach(fact, reach)
        words, places = self._words(fact.mention.block, start, end)
        return words, places, bisect_left(places, start), bisect_left(places, end)

    def set_of(self, fact: Fact, reach: Reach) -> frozenset[str]:
        """Return the words within reach, with the headers of a table cell."""
        start, end = self.reach(fact, reach)
        found = self._sets.get((start, end))
        if found is None:
            words, _, first, last = self.words(fact, reach)
            found = self._sets[start, end] = frozenset(words[first:last])
        if fact.mention.headers:
            found |= frozenset(
                _TOKEN.findall(" ".join(fact.mention.headers).casefold())
            )
        return found

    def _words(self, block: int, start: int, end: int) -> tuple[list[str], list[int]]:
        blocks = self.document.blocks
        if block < len(blocks) and blocks[block].span.covers(Span(start, end)):
            found = self._blocks.get(block)
            if found is None:
                span = blocks[block].span
                found = self._blocks[block] = self._cut(span.start, span.end)
            return found
        if self._all is None:
            self._all = self._cut(0, len(self.document.text))
        return self._all

    def _cut(self, start: int, end: int) -> tuple[list[str], list[int]]:
        words, places = [], []
        for found in _TOKEN.finditer(self.document.text, start, end):
            words.append(found.group().casefold())
            places.append(found.start())
        return words, places


class _Index:
    """The facts of the rules, filed by the words that bring them up."""

    def __init__(self, facts: Iterable[FactSpec]) -> None:
        # Facts that look for the same are tried once.
        shared: dict[tuple[Match, Subject | None], list[FactSpec]] = {}
        for fact in facts:
            assert fact.match is not None
            shared.setdefault((fact.match, fact.subject), []).append(fact)
        self.entries = [_Entry(*key, tuple(same)) for key, same in shared.items()]
        self.wants_positions = any(
            entry.match.dimension in (None, "duration") for entry in self.entries
        )
        self.near: dict[str, list[int]] = {}
        self.block: dict[str, list[int]] = {}
        self.document: dict[str, list[int]] = {}
        self.counted: dict[str, list[int]] = {}
        self.always: list[int] = []
        for number, entry in enumerate(self.entries):
            table, words = self._trigger(entry)
            if not words:
                self.always.append(number)
            for word in words:
                table.setdefault(word, []).append(number)
        self._seen: dict[frozenset[str], tuple[int, ...]] = {}

    def _trigger(self, entry: _Entry) -> tuple[dict[str, list[int]], set[str]]:
        """Return where a fact is filed: the words of which one must be there."""
        best: tuple[int, Terms] | None = None
        order = (Reach.CLAUSE, Reach.SENTENCE, Reach.PARAGRAPH, Reach.DOCUMENT)
        for terms in entry.match.where:
            rank = order.index(terms.within)
            if best is None or rank < best[0]:
                best = (rank, terms)
        if best is None:
            words = {word for term in entry.match.counted for word in term.words[-1]}
            # A count without a noun of its own satisfies any noun.
            return self.counted, words | {""} if words else words
        terms = best[1]
        chosen = terms.all[:1] or terms.any
        words = {word for term in chosen for word in term.words[0]}
        if terms.within in _NARROW:
            return self.near, words
        is_block = terms.within is Reach.PARAGRAPH
        return (self.block if is_block else self.document), words

    def stated_by(self, fact: Fact, page: _Page) -> Iterator[tuple[FactSpec, str]]:
        """Yield the facts that a mention states, in order, or why it nearly does."""
        tried = set(self.always)
        if self.near:
            tried.update(self._filed(self.near, page.set_of(fact, Reach.SENTENCE)))
        if self.block:
            tried.update(self._filed(self.block, page.set_of(fact, Reach.PARAGRAPH)))
        if self.document:
            tried.update(self._filed(self.document, page.set_of(fact, Reach.DOCUMENT)))
        if self.counted and fact.mention.dimension == "count":
            counted = fact.mention.counted
            heads = {""} if counted is None or counted.elided else _heads(counted.head)
            tried.update(self._filed(self.counted, heads))
        for number in sorted(tried):
            entry = self.entries[number]
            verdict = entry.verdict(fact, page)
            if verdict is not None:
                for spec in entry.specs:
                    yield spec, verdict

    @staticmethod
    def _filed(table: dict[str, list[int]], words: Iterable[str]) -> Iterator[int]:
        for word in words:
            if word in table:
                yield from table[word]


def _heads(head: str) -> set[str]:
    return set(_TOKEN.findall(head.casefold()))


class _Entry:
    """One thing to look for, with the facts that look for it."""

    def __init__(
        self, match: Match, subject: Subject | None, specs: tuple[FactSpec, ...]
    ) -> None:
        self.match = match
        self.subject = subject
        self.specs = specs

    def verdict(self, fact: Fact, page: _Page) -> str | None:
        """Return "" for a mention that states it, None for another, else what is amiss."""
        match, mention = self.match, fact.mention
        if not (
            _measures(match, fact)
            and _counts(match, mention)
            and _stands(match, fact, page)
            and all(_holds(terms, fact, page) for terms in match.where)
            and not any(_holds(terms, fact, page) for terms in match.none)
            and _is_about(self.subject, fact, page)
            and _matches(match.regex, match.regex_within, fact, page)
        ):
            return None
        return _YES if _in_range(match, mention) else OUT_OF_RANGE


def _measures(match: Match, fact: Fact) -> bool:
    mention, wanted = fact.mention, match.dimension
    if wanted is not None and mention.dimension != wanted:
        is_money = wanted == "currency" and mention.dimension.startswith("currency:")
        if not is_money or "/" in mention.dimension:
            return False
    # "rose by 300" states no level; a rate of growth is a fact of its own.
    if fact.motion is Motion.BY and mention.dimension not in _RATIOS:
        return False
    if match.pair and mention.pair is None:
        return False
    if not match.units:
        return True
    known = units.lookup(mention.unit)
    return known is not None and known.name in match.units


def _counts(match: Match, mention: Mention) -> bool:
    if not match.counted:
        return True
    if mention.dimension != "count":
        return False
    counted = mention.counted
    if counted is None or counted.elided:
        return True
    head = _TOKEN.findall(counted.head.casefold())
    lemma = counted.lemma.casefold()
    qualifiers = {word for text in counted.qualifiers for word in _heads(text)}
    for term in match.counted:
        *before, last = term.words
        if not (last & set(head[-1:]) or lemma in last):
            continue
        around = qualifiers | set(head)
        if all(forms & around for forms in before):
            return True
    return False


def _stands(match: Match, fact: Fact, page: _Page) -> bool:
    """Return whether block, document, period and claimant are those asked for."""
    blocks = page.document.blocks
    if match.kinds and (
        fact.mention.block >= len(blocks)
        or blocks[fact.mention.block].kind not in match.kinds
    ):
        return False
    if match.paths and not on_path(match.paths, page.document.path):
        return False
    if match.period is not None:
        stated = fact.period
        if stated is None:
            return not match.period.stated
        wanted = Period(stated.span, "", "span", match.period.start, match.period.end)
        if not stated.overlaps(wanted):
            return False
    if match.claimant:
        said = _TOKEN.findall((fact.claimant or "").casefold())
        return any(_occurs(term, said, 0, len(said)) for term in match.claimant)
    return True


def on_path(globs: Iterable[str], path: str) -> bool:
    """Return whether a document is one of those that globs name.

    >>> on_path(["reports/*.md"], "reports/may.md")
    True
    """
    return any(fnmatchcase(path, glob) for glob in globs)


def _holds(terms: Terms, fact: Fact, page: _Page) -> bool:
    """Return whether words stand around a mention as asked for."""
    words, places, first, last = page.words(fact, terms.within)
    found = page.set_of(fact, terms.within)
    headers = _TOKEN.findall(" ".join(fact.mention.headers).casefold())
    lo = bisect_left(places, fact.mention.number.start)
    hi = bisect_left(places, fact.mention.number.end)

    def stands(term: Term) -> bool:
        if not term.words[0] & found:
            return False
        if headers and _occurs(term, headers, 0, len(headers)):
            return True
        return _occurs(term, words, first, last, near=terms.words, number=(lo, hi))

    if terms.all and not all(stands(term) for term in terms.all):
        return False
    return not terms.any or any(stands(term) for term in terms.any)


def _occurs(
    term: Term,
    words: Sequence[str],
    first: int,
    last: int,
    *,
    near: int | None = None,
    number: tuple[int, int] = (0, 0),
) -> bool:
    """Return whether a term stands among words, near a number if that is asked for.

    Args:
        term: What to look for.
        words: Where.
        first: First place to look at.
        last: Place after the last.
        near: How many words at most lie between term and number, or None.
        number: The places of the number itself.
    """
    size = len(term.words)
    head = term.words[0]
    for at in range(first, last - size + 1):
        if words[at] not in head:
            continue
        if any(words[at + n] not in term.words[n] for n in range(1, size)):
            continue
        if near is None:
            return True
        between = number[0] - (at + size) if at < number[0] else at - number[1]
        if between <= near:
            return True
    return False


def _is_about(subject: Subject | None, fact: Fact, page: _Page) -> bool:
    """Return whether a mention is about a subject, as near as can be told."""
    if subject is None:
        return True
    if subject.within is not None:
        return _named_within(subject, subject.within, fact, page)
    bound = _TOKEN.findall((fact.subject or "").casefold())
    key = _TOKEN.findall((fact.subject_key or "").casefold())
    if (
        _names(subject, bound)
        or _names(subject, key)
        or _named_within(subject, Reach.CLAUSE, fact, page)
    ):
        return True
    # Another name in its place is another subject; "the city" may be any.
    is_named = fact.subject is not None and fact.subject[:1].isupper() and bool(key)
    if not is_named and _named_within(subject, Reach.SENTENCE, fact, page):
        return True
    if is_named or (fact.names and not _points_back(fact, page)):
        return False
    return _named_within(subject, Reach.PARAGRAPH, fact, page) or _opens_with(
        subject, page
    )


def _points_back(fact: Fact, page: _Page) -> bool:
    """Return whether a sentence speaks of "the city", whose name was said before."""
    words, _, first, last = page.words(fact, Reach.SENTENCE)
    return any(
        words[at] in _POINTERS and words[at + 1] in _DESCRIPTIONS
        for at in range(first, last - 1)
    )


def _names(subject: Subject, words: list[str]) -> bool:
    return any(_occurs(name, words, 0, len(words)) for name in subject.names)


def _named_within(subject: Subject, reach: Reach, fact: Fact, page: _Page) -> bool:
    words, _, first, last = page.words(fact, reach)
    found = page.set_of(fact, reach)
    for name in subject.names:
        if name.words[0] & found and (
            fact.mention.headers or _occurs(name, words, first, last)
        ):
            return True
    return subject.regex is not None and _matches(subject.regex, reach, fact, page)


def _opens_with(subject: Subject, page: _Page) -> bool:
    """Return whether the title or the first paragraph of a document names a subject."""
    document = page.document
    title = _TOKEN.findall((document.title or "").casefold())
    opening = next((block for block in document.blocks if not block.boilerplate), None)
    if opening is not None:
        title += _TOKEN.findall(document.surface(opening.span).casefold())
    return any(_occurs(name, title, 0, len(title)) for name in subject.names)


def _matches(pattern: str | None, within: Reach, fact: Fact, page: _Page) -> bool:
    if pattern is None:
        return True
    start, end = page.reach(fact, within)
    number = fact.mention.number
    inner = Span(number.start - start, number.end - start)
    return patterns.found(pattern, page.document.text[start:end], inner)


def _in_range(match: Match, mention: Mention) -> bool:
    if match.range is None:
        return True
    size = units.to_coherent(mention.reading, mention.unit)
    for end in (match.range.low, match.range.high):
        if end is not None and _dimension_of(end.unit) != _dimension_of(mention.unit):
            return False
    if size is None:
        return False
    low, high = size[0].low, size[0].high
    # A bound is measured by its number: "more than 350,000" is no million.
    if mention.value is not None and None in (low, high):
        low = high = low if low is not None else high
    lowest, highest = match.range.low, match.range.high
    above = lowest is None or high is None or high >= lowest.base
    below = highest is None or low is None or low <= highest.base
    return above and below


@lru_cache(maxsize=256)
def _dimension_of(unit: str) -> object:
    known = units.lookup(unit)
    return known.exponents if known is not None else unit
