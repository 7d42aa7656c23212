"""Which mentions state the facts of the rules: one pass over all mentions for all rules.

Each fact of the rules is filed under the words of which one must stand near its number, so
that a mention is tried only against the facts that its own sentence, block or document
brings up. A thousand rules then cost little more than ten.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import lru_cache

from factcheck import units
from factcheck.link import patterns
from factcheck.link.page import NARROW, Page, cut
from factcheck.model import (
    DocumentFacts,
    Fact,
    FactSpec,
    Grouping,
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
# What leads from the name of a number to the number itself.
_LEADS = frozenset(
    (
        *("of", "at", "to", "is", "was", "are", "were", "be", "been", "by", "from"),
        *("reach", "reached", "reaches", "stands", "stood", "totalled", "totaled"),
        *("exceeded", "exceeds", "hit", "fell", "rose", "than", "numbered", "numbers"),
        *("employs", "employed", "employing", "employ"),
    )
)
_LEAD = 40
OUT_OF_RANGE = "out of range"

_RATIOS = ("ratio", "ratio_difference")
_YES = ""


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
    by_claimant = {
        name
        for rule in ruleset.active
        if Grouping.CLAIMANT in (*rule.expect.group_by, *rule.expect.per)
        for _, name in rule.facts
    }
    index = _Index(facts)
    selected: list[Selected] = []
    refused: list[Refused] = []
    for number, document in enumerate(documents):
        page = Page(document)
        for fact, period in page.candidates(positions=index.wants_positions):
            for spec, verdict in index.stated_by(fact, page):
                if verdict == _YES:
                    claimant = fact.claimant
                    if spec.name in by_claimant:
                        claimant = page.claimant(fact)
                    bound = _named(fact, spec, claimant)
                    selected.append(Selected(spec.name, bound, number, period))
                else:
                    refused.append(Refused(spec.name, fact, verdict))
    return Selection(tuple(selected), tuple(refused))


def _named(fact: Fact, spec: FactSpec, claimant: str | None) -> Fact:
    return replace(
        fact,
        subject=spec.subject.name if spec.subject else fact.subject,
        property=spec.property or fact.property,
        claimant=claimant,
    )


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
        self.files = {
            reach: _File()
            for reach in (Reach.SENTENCE, Reach.PARAGRAPH, Reach.DOCUMENT)
        }
        self.counted: dict[str, list[int]] = {}
        self.always: list[int] = []
        for number, entry in enumerate(self.entries):
            self._file(number, entry)
        self.subjects = _File()
        self.anybody: set[int] = set()
        for number, entry in enumerate(self.entries):
            subject = entry.subject
            if subject is None or subject.regex is not None:
                self.anybody.add(number)
            else:
                words = {word for name in subject.names for word in name.words[0]}
                self.subjects.add(number, [words])
        self._alive: tuple[Page | None, set[int]] = (None, set())

    def _file(self, number: int, entry: _Entry) -> None:
        """File a fact under the words that must be there, by the nearest reach."""
        wheres = entry.match.where
        reaches = [
            Reach.SENTENCE if where.within in NARROW else where.within
            for where in wheres
        ]
        for reach, file in self.files.items():
            if reach in reaches:
                groups = [
                    words
                    for where, within in zip(wheres, reaches, strict=True)
                    if within is reach
                    for words in _groups(where)
                ]
                file.add(number, groups)
                return
        words = {word for term in entry.match.counted for word in term.words[-1]}
        for word in words:
            self.counted.setdefault(word, []).append(number)
        if words:
            # A count without a noun of its own satisfies any noun.
            self.counted.setdefault("", []).append(number)
        else:
            self.always.append(number)

    def stated_by(self, fact: Fact, page: Page) -> Iterator[tuple[FactSpec, str]]:
        """Yield the facts that a mention states, in order, or why it nearly does."""
        tried = set(self.always)
        for reach, file in self.files.items():
            if file.full:
                tried.update(file.filed(fact, page, reach))
        if self.counted and fact.mention.dimension == "count":
            counted = fact.mention.counted
            nameless = counted is None or counted.elided
            heads = [""] if counted is None or nameless else cut(counted.head)
            for head in heads:
                tried.update(self.counted.get(head, ()))
        if not tried:
            return
        if self._alive[0] is not page:
            named = self.subjects.brought_up(page.vocabulary)
            self._alive = (page, self.anybody.union(named))
        for number in sorted(tried & self._alive[1]):
            entry = self.entries[number]
            verdict = entry.verdict(fact, page)
            if verdict is not None:
                for spec in entry.specs:
                    yield spec, verdict


def _groups(where: Terms) -> Iterator[set[str]]:
    """Yield sets of words, of each of which one must be there."""
    for term in where.all:
        yield set(term.words[0])
    if where.any:
        yield {word for term in where.any for word in term.words[0]}


class _File:
    """Numbers, filed under groups of words; one word of each group brings a number up."""

    def __init__(self) -> None:
        self.table: dict[str, list[tuple[int, int]]] = {}
        self.full: dict[int, int] = {}
        self._last: tuple[frozenset[str], list[int]] = (frozenset(), [])

    def add(self, number: int, groups: Iterable[Iterable[str]]) -> None:
        """File a number under groups of words."""
        bit = 1
        for words in groups:
            for word in words:
                self.table.setdefault(word, []).append((number, bit))
            bit <<= 1
        self.full[number] = bit - 1

    def brought_up(self, words: frozenset[str]) -> list[int]:
        """Return the numbers of which every group has one of these words."""
        masks: dict[int, int] = {}
        table = self.table
        for word in words:
            if word in table:
                for number, bit in table[word]:
                    masks[number] = masks.get(number, 0) | bit
        full = self.full
        return [number for number, mask in masks.items() if mask == full[number]]

    def filed(self, fact: Fact, page: Page, reach: Reach) -> list[int]:
        """Return the numbers that the words around a mention bring up."""
        words = page.set_of(fact, reach)
        if words is not self._last[0]:
            self._last = (words, self.brought_up(words))
        return self._last[1]


class _Entry:
    """One thing to look for, with the facts that look for it."""

    def __init__(
        self, match: Match, subject: Subject | None, specs: tuple[FactSpec, ...]
    ) -> None:
        self.match = match
        self.subject = subject
        self.specs = specs

    def verdict(self, fact: Fact, page: Page) -> str | None:
        """Return "" for a mention that states it, None for another, else what is amiss."""
        match, mention = self.match, fact.mention
        if not (
            _measures(match, fact)
            and _counts(match, mention, page)
            and not _is_change(fact, page)
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
    if wanted is not None and not _is_of(mention, wanted):
        return False
    if match.pair and mention.pair is None:
        return False
    if not match.units:
        return True
    known = units.lookup(mention.unit)
    return known is not None and known.name in match.units


def _is_of(mention: Mention, wanted: str) -> bool:
    """Return whether a mention has a dimension, or has it with any currency or noun."""
    dimension = mention.dimension
    if dimension == wanted or not wanted.startswith("currency"):
        return dimension == wanted
    money, per, under = dimension.partition("/")
    wanted_money, wanted_per, wanted_under = wanted.partition("/")
    if not money.startswith("currency:") or wanted_money not in ("currency", money):
        return False
    if under == wanted_under:
        return per == wanted_per
    return wanted_under == "count" and units.uncounted(mention.unit) != mention.unit


def _is_change(fact: Fact, page: Page) -> bool:
    """Return whether a number is a step: "rose by 300" states no level.

    A rate of growth ("by 5 percent") is a fact of its own.
    """
    mention = fact.mention
    if fact.motion is not Motion.BY or mention.dimension in _RATIOS:
        return False
    start = min(mention.phrase.start, mention.span.start)
    return (
        page.document.text[max(0, start - 8) : start].rstrip().endswith((" by", "\nby"))
    )


def _counts(match: Match, mention: Mention, page: Page) -> bool:
    if not match.counted:
        return True
    if mention.dimension != "count":
        return False
    counted = mention.counted
    if counted is None:
        return _is_nameless(mention, page)
    if counted.elided:
        return True
    head = cut(counted.head)
    lemma = counted.lemma.casefold()
    qualifiers = {word for text in counted.qualifiers for word in cut(text)}
    for term in match.counted:
        *before, last = term.words
        if not (last & set(head[-1:]) or lemma in last):
            continue
        around = qualifiers | set(head)
        if all(forms & around for forms in before):
            return True
    return False


def _is_nameless(mention: Mention, page: Page) -> bool:
    """Return whether a bare number counts what the words before it say.

    "A population of 60,000" does, and so does a cell of a table; "6.7" counts nothing.
    """
    value = mention.value
    if value is not None and value != value.to_integral_value():
        return False
    if mention.headers:
        return True
    start = min(mention.phrase.start, mention.span.start)
    before = cut(page.document.text[max(0, start - _LEAD) : start])
    return bool(before) and before[-1] in _LEADS


def _stands(match: Match, fact: Fact, page: Page) -> bool:
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
        said = cut(page.claimant(fact) or "")
        return any(occurs(term, said, 0, len(said)) for term in match.claimant)
    return True


def on_path(globs: Iterable[str], path: str) -> bool:
    """Return whether a document is one of those that globs name.

    >>> on_path(["reports/*.md"], "reports/may.md")
    True
    """
    return any(fnmatchcase(path, glob) for glob in globs)


def _holds(terms: Terms, fact: Fact, page: Page) -> bool:
    """Return whether words stand around a mention as asked for."""
    words, places, first, last = page.words(fact, terms.within)
    found = page.set_of(fact, terms.within)
    headers = cut(" ".join(fact.mention.headers))
    lo = bisect_left(places, fact.mention.number.start)
    hi = bisect_left(places, fact.mention.number.end)

    def stands(term: Term) -> bool:
        if not term.words[0] & found:
            return False
        if headers and occurs(term, headers, 0, len(headers)):
            return True
        return occurs(term, words, first, last, near=terms.words, number=(lo, hi))

    if terms.all and not all(stands(term) for term in terms.all):
        return False
    return not terms.any or any(stands(term) for term in terms.any)


def occurs(
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


def _is_about(subject: Subject | None, fact: Fact, page: Page) -> bool:
    """Return whether a mention is about a subject, as near as can be told."""
    if subject is None:
        return True
    if subject.within is not None:
        return _named_within(subject, subject.within, fact, page)
    bound = cut(fact.subject or "")
    key = cut(fact.subject_key or "")
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
    if is_named or not (_points_back(fact, page) or not page.others(fact)):
        return False
    return _named_within(subject, Reach.PARAGRAPH, fact, page) or _opens_with(
        subject, page
    )


def _points_back(fact: Fact, page: Page) -> bool:
    """Return whether a sentence speaks of "the city", whose name was said before."""
    words, _, first, last = page.words(fact, Reach.SENTENCE)
    return any(
        words[at] in _POINTERS and words[at + 1] in _DESCRIPTIONS
        for at in range(first, last - 1)
    )


def _names(subject: Subject, words: list[str]) -> bool:
    return any(occurs(name, words, 0, len(words)) for name in subject.names)


def _named_within(subject: Subject, reach: Reach, fact: Fact, page: Page) -> bool:
    words, _, first, last = page.words(fact, reach)
    found = page.set_of(fact, reach)
    for name in subject.names:
        if name.words[0] & found and (
            fact.mention.headers or occurs(name, words, first, last)
        ):
            return True
    return subject.regex is not None and _matches(subject.regex, reach, fact, page)


def _opens_with(subject: Subject, page: Page) -> bool:
    """Return whether the title or the first paragraph of a document names a subject."""
    document = page.document
    title = cut(document.title or "")
    opening = next((block for block in document.blocks if not block.boilerplate), None)
    if opening is not None:
        title += cut(document.surface(opening.span))
    return any(occurs(name, title, 0, len(title)) for name in subject.names)


def _matches(pattern: str | None, within: Reach, fact: Fact, page: Page) -> bool:
    if pattern is None:
        return True
    start, end = page.reach(fact, within)
    number = fact.mention.number
    inner = Span(number.start - start, number.end - start)
    return patterns.found(pattern, page.document.text[start:end], inner)


def _in_range(match: Match, mention: Mention) -> bool:
    if match.range is None:
        return True
    unit = units.uncounted(mention.unit)
    size = units.to_coherent(mention.reading, unit)
    for end in (match.range.low, match.range.high):
        if end is not None and _dimension_of(end.unit) != _dimension_of(unit):
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
