"""Parts that leave nothing over, and a total that another sentence or document gives of them.

"The choir is 31 men, 22 women and 14 children"; elsewhere: "All 76 of the choir sang". No word
ties the two. The parts are known by being kinds that leave nothing over, or by "nobody else";
the total by its noun, by the rare words that both sentences have, and by being near to what the
parts come to. Where any number of the texts is that sum, the texts are right.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, islice

from factcheck.checks import _arithmetic, _columns, _partition, _parts, _sums
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import PEOPLE, TOKEN, Group, Passage, finds
from factcheck.checks._evidence import Evidence, evidence_of
from factcheck.checks._tables import Table
from factcheck.frozen import dataclass
from factcheck.language import lexicon
from factcheck.model import (
    Fact,
    Form,
    Interval,
    Mention,
    Motion,
    Outcome,
    Part,
    Span,
    Stance,
)

_FEWEST, _MOST, _ROWS = 2, 8, 200
_NEAR, _FAR = Decimal("0.8"), Decimal("1.25")
_MANY, _CLOSE = 3, Decimal("0.2")
_WORDS, _BESIDE, _CROWD = 2, 30, 4
_BOUNDARY = re.compile(r"[,;.()]| and | or | while | - ")
_AMOUNTS = frozenset("cemt")
_CAPITALS = re.compile(r"\b[A-Z][a-z]{2,}")
_INNER = re.compile(r"[a-z,] ([A-Z][a-z]{2,})")
_HEAD, _ABOVE = 2000, 200  # characters
_SAID = (None, Stance.ESTIMATE)
_LEVELS = (None, Motion.BY)  # "lost 12 games"
_UNLIKE = 1000  # "38 million shares", "two lawsuits"
_SENTENCES = 600  # that are all looked at
_TIMES = frozenset(map(str.title, lexicon.WEEKDAYS | lexicon.MONTHS))
# What makes an amount the total, or a part, of something else than it seems.
_OPEN = (
    r"\b(?:vs|versus|against|compared|includ\w+|among|so far|expect\w*|forecast\w*|predict\w*|estimat\w*|would|could|may|might"
    r"|average|each|every|per|planned|target|earlier|previous(?:ly)?|last year|ago|other|others|another|further|additional|besides"
    r"|after (?:costs?|expenses|tax)|net|some of|of (?:them|these|those|whom|which)|half|first half|until|since|already|still"
    r"|minimum|maximum|capacity|limit|registered|eligible|entitled|than (?:last|the|in))\b"
)
# "14 of the lambs wear a bell": some, and the others need be in no other part.
_SOME_OF = r"<[cem]\d+> of (?:the|its|their|our|his|her) (?!total|whole)"
_TAKES_UP = r"^(?:its|their|his|her|they|it|these|those|all)\b"
_NOBODY_ELSE = (
    r"\b(?:nobody|no ?one|nothing|none) else\b|\bno (?:others?|further|more)\b"
    r"|\b(?:nobody|no ?one|none) (?:was|were|is|has|had|of)\b"
)
_REST = r"\b(?:the (?:rest|remainder|others?|remaining|balance)|all others?|everyone else)\b"
_TOTAL = r"\b(?:altogether|in all|in total|all told|total(?:s|led|ling)?|combined|overall|together|in sum|sum(?:s|med)? of)\b"
# What kinds that leave nothing over are kinds of, where it has a name of its own.
_NAMES = (  # as stems
    (frozenset(("gold", "silver", "bronz")), frozenset(("medal",))),
    (
        frozenset(("win", "defeat", "lose", "drew", "draw")),
        frozenset(("match", "game", "fight", "bout", "meet", "rac", "fixtur")),
    ),
    (frozenset(("ye", "support", "oppose")), frozenset(("vote",))),
)
_FATES = frozenset(("killed", "injured", "missing", "rescued", "arrested", "displaced"))
_ANYTHING = frozenset(
    ("item", "piece", "thing", "object", "article", "unit", "exhibit")
)
_LIVES = PEOPLE | {"life", "soul", "death", "dead", "person"}


@dataclass(frozen=True, slots=True)
class _Row:
    """Amounts of one unit that stand together in a sentence, or in sentences of one each."""

    places: tuple[Place, ...]
    labels: tuple[str, ...]
    lead: str = ""  # what stands above a list or a table

    def shares(self, words: frozenset[str]) -> frozenset[str]:
        """Return which of some stems its sentences have, or what stands above it."""
        above = self.lead.split()
        found = words & self.words
        rest = words - found if above else ()
        return found | {
            word for word in rest if any(each.startswith(word) for each in above)
        }

    @property
    def facts(self) -> list[Fact]:
        return [place.passage.fact(place.slot) for place in self.places]

    @property
    def sum(self) -> Decimal:
        return sum((_value(fact.mention) for fact in self.facts), Decimal(0))

    @property
    def words(self) -> frozenset[str]:
        """The stems of what its sentences say."""
        return frozenset().union(*(fact.words | fact.near for fact in self.facts))


def told(
    groups: Sequence[Group],
    grids: Sequence[Sequence[Table]],
    wrong: Collection[tuple[str | None, Span | None]],
) -> Iterator[Outcome]:
    """Yield where the total that one sentence gives is not what the parts in another come to.

    Args:
        groups: The sentences of each document.
        grids: The tables of each.
        wrong: The documents and places of numbers that do not fit already.
    """
    rows = list(islice(_all_rows(groups, grids), _ROWS + 1))
    if not rows or len(rows) > _ROWS:
        return
    evidence = evidence_of(groups)
    for row in rows:
        if any(_key(fact.mention) in wrong for fact in row.facts):
            continue
        whole = _total_of(row, groups, evidence)
        if whole and _key(whole.passage.mention(whole.slot)) not in wrong:
            yield _compared(row, whole)


def _key(mention: Mention) -> tuple[str, Span]:
    return mention.document, mention.span


# --- parts ---


def _all_rows(
    groups: Sequence[Group], grids: Sequence[Sequence[Table]]
) -> Iterator[_Row]:
    for group, tables in zip(groups, grids, strict=True):
        yield from _rows(group)
        for table in tables:
            yield from _of_table(table, group)


def _rows(group: Sequence[Passage]) -> Iterator[_Row]:
    """Yield the rows of amounts of a document: of a sentence, of several, of a list, of a table."""
    run: list[Passage] = []
    for passage in group:
        if passage.in_table:
            continue
        amounts = _labels(passage.masked)
        if _FEWEST <= len(amounts) <= _MOST:
            yield from _in_sentence(passage)
        if not (len(amounts) == 1 == passage.amounts):
            yield from _of_run(run)
            run = []
            continue
        if run and not _goes_on(run[-1], passage):
            yield from _of_run(run)
            run = []
        run.append(passage)
    yield from _of_run(run)


def _goes_on(last: Passage, passage: Passage) -> bool:
    """Return whether a sentence follows another at once, or is the next item of its list."""
    if last.in_list and passage.in_list:
        return last.block + 1 == passage.block
    return last.block == passage.block and last.index + 1 == passage.index


def _of_run(run: Sequence[Passage]) -> Iterator[_Row]:
    """Yield the sentences with one amount each that tell of all kinds, or of parts at all."""
    for size in range(min(len(run), _MOST), _FEWEST - 1, -1):
        for start in range(len(run) - size + 1):
            cut = run[start : start + size]
            places = tuple(Place(each, _labels(each.masked)[0][0]) for each in cut)
            row = _Row(places, tuple(each.masked for each in cut), _above(cut[0]))
            if _is_row(row) and (size == len(run) or _are_all_kinds(row)):
                yield row
                return


def _of_table(table: Table, group: Sequence[Passage]) -> Iterator[_Row]:
    """Yield the columns of a table that no row sums up."""
    labels = [row[0].text.lower() for row in table.rows[1:]]
    if not _FEWEST <= len(labels) <= _MOST or any(
        finds(each, _TOTAL) for each in labels
    ):
        return
    for column in range(1, table.width):
        facts = [cell.fact for cell in table.column(column) if cell and cell.fact]
        if len(facts) == len(labels):
            places = tuple(_place(fact, group) for fact in facts)
            header = " ".join(cell.text.lower() for cell in table.rows[0])
            row = _Row(places, tuple(labels), f"{header} {_above(places[0].passage)}")
            if _is_row(row) and not finds(header, _columns.UNADDED):
                yield row


def _place(fact: Fact, group: Sequence[Passage]) -> Place:
    at = bisect_left(group, fact.sentence.start, key=lambda each: each.span.start)
    return Place(group[at], group[at].items.index(fact))


def _above(passage: Passage) -> str:
    """Return what stands above a list or a table, and the headline; of a sentence nothing."""
    if not (passage.in_list or passage.in_table):
        return ""
    document, start = passage.document, passage.span.start
    return f"{document.title or ''} {document.text[max(0, start - _ABOVE) : start]}".lower()


def _in_sentence(passage: Passage) -> Iterator[_Row]:
    """Yield the longest row of a sentence that is of all kinds, else the one of all amounts."""
    labels = _labels(passage.masked)
    for size in range(len(labels), _FEWEST - 1, -1):
        for start in range(len(labels) - size + 1):
            row = _row(passage, labels[start : start + size])
            if _are_all_kinds(row) and _is_row(row):
                yield row
                return
    if len(labels) >= _FEWEST and _is_row(row := _row(passage, labels)):
        yield row


def _row(passage: Passage, labels: Sequence[tuple[int, str]]) -> _Row:
    return _Row(
        tuple(Place(passage, slot) for slot, _ in labels),
        tuple(label for _, label in labels),
    )


@lru_cache(maxsize=4096)
def _labels(masked: str) -> tuple[tuple[int, str], ...]:
    """Return the amounts of a marked sentence, each with the words in its own piece of it."""
    found: list[tuple[int, str]] = []
    start = 0
    ends = [match.span() for match in _BOUNDARY.finditer(masked)]
    for stop, after in (*ends, (len(masked), len(masked))):
        piece = masked[start:stop]
        tokens = [t for t in TOKEN.finditer(piece) if t["kind"] in _AMOUNTS]
        if len(tokens) == 1:
            found.append((int(tokens[0]["slot"]), piece))
        start = after
    return tuple(found)


def _is_row(row: _Row) -> bool:
    """Return whether amounts are plain, exact by their words, and of one unit."""
    first = row.facts[0].mention
    return all(
        fact.mention.form is Form.PLAIN
        and (fact.mention.dimension, fact.mention.unit) == (first.dimension, first.unit)
        and fact.mention.modifier is None
        and _value(fact.mention) > 0
        and fact.stance in _SAID
        and fact.motion in _LEVELS
        and fact.per is None
        for fact in row.facts
    ) and not (
        any(map(_is_open, row.places)) or _are_unlike(row) or finds(row.lead, _OPEN)
    )


def _are_unlike(row: _Row) -> bool:
    """Return whether a total is among the amounts, or one number told again, or one of other things."""
    if any(finds(label, _TOTAL) for label in row.labels):
        return True
    values = [_value(fact.mention) for fact in row.facts]
    apart = row.places[0].passage is not row.places[-1].passage
    return (apart and len({*values}) == 1) or max(values) > min(values) * _UNLIKE


def _are_all_kinds(row: _Row, *, past: bool = True) -> bool:
    return _partition.leave_nothing_over(row.labels, past=past)


def _is_closed(row: _Row, whole: Place) -> bool:
    """Return whether nothing is left over beside the parts of a row."""
    past = row.sum > _value(whole.passage.mention(whole.slot))
    if _are_all_kinds(row, past=past):
        return True
    if row.lead.rstrip("\n -*\u2022").endswith(":") and len(row.places) > _FEWEST:
        return True
    if any(finds(label, _SOME_OF) for label in row.labels):
        return False
    last = row.places[-1]
    behind = last.passage.masked.partition(f"{last.slot}>")[2]
    if finds(behind, _NOBODY_ELSE) or finds(row.labels[-1], _REST):
        return True
    return _is_told_as_total(row, whole)


def _is_told_as_total(row: _Row, whole: Place) -> bool:
    """Return whether an amount is said to be what others come to: "88 tonnes in three flights"."""
    passage = whole.passage
    before, _, after = passage.masked.partition(f"{whole.slot}>")
    if finds(before[-_BESIDE:], _TOTAL) or finds(after[:_BESIDE], _TOTAL):
        return True
    return len(row.places) > _FEWEST and any(
        kind == "c" and passage.mention(slot).value == len(row.places)
        for slot, kind in enumerate(passage.kinds)
        if slot != whole.slot
    )


# --- totals ---


def _adds_up(row: _Row) -> bool:
    """Return whether one of the parts is the sum of the others, and so their total."""
    most = max(_value(fact.mention) for fact in row.facts)
    return len(row.facts) > _FEWEST and row.sum == 2 * most


def _total_of(row: _Row, groups: Sequence[Group], evidence: Evidence) -> Place | None:
    """Return the only amount that is told as a total of parts, where it is not their sum."""
    found: dict[Decimal, Place] = {}
    reading = _reading(row)
    if _adds_up(row):
        return None
    used = {(place.passage, place.slot) for place in row.places}
    for passage in _near(row, groups, evidence):
        for slot, kind in enumerate(() if passage.in_table else passage.kinds):
            if kind not in _AMOUNTS or (passage, slot) in used:
                continue
            mention = passage.mention(slot)
            if _same_unit(mention, row) and reading.meets(passage.reading(slot)):
                return None
            whole = Place(passage, slot)
            if (
                not _is_within_reach(passage, row)
                and _may_be_total(whole, row)
                and _is_meant(whole, row, groups, evidence)
            ):
                found.setdefault(_value(mention), whole)
    if len(found) != 1:
        return None
    whole = next(iter(found.values()))
    return whole if not _is_explained(row, whole, groups) else None


def _is_within_reach(passage: Passage, row: _Row) -> bool:
    """Return whether the law has judged a sentence with the parts: it is of their paragraph."""
    return any(
        place.passage.document is passage.document
        and place.passage.block == passage.block
        and abs(place.passage.index - passage.index) <= _parts.SENTENCES
        for place in row.places
    )


def _near(row: _Row, groups: Sequence[Group], evidence: Evidence) -> list[Passage]:
    """Return the sentences that may give a total of a row: all of few documents."""
    if sum(map(len, groups)) > _SENTENCES:
        return evidence.like(row.words)
    return [passage for group in groups for passage in group]


def _said(
    passage: Passage, groups: Sequence[Group], evidence: Evidence
) -> frozenset[str]:
    """Return the stems of a sentence, and of that before it where it takes it up."""
    said = evidence.words(passage)
    if not finds(passage.masked, _TAKES_UP):
        return said
    group = next(
        each for each in groups if each and each[0].document is passage.document
    )
    at = bisect_left(group, passage.span.start, key=lambda each: each.span.start)
    before = group[at - 1] if at else passage
    return said | evidence.words(before) if before.block == passage.block else said


def _may_be_total(whole: Place, row: _Row) -> bool:
    """Return whether an amount is plain, near in size to what parts come to, and no part."""
    fact = whole.passage.fact(whole.slot)
    mention = fact.mention
    return (
        mention.form is Form.PLAIN
        and mention.dimension != "duration"  # a story tells of many
        and _same_unit(mention, row)
        and mention.modifier is None
        and fact.stance in _SAID
        and fact.motion in (None, Motion.TO)
        and fact.part in (None, Part.OF)
        and fact.per is None
        and _is_near(_value(mention), row.sum)
        and whole.passage.amounts <= _CROWD
        and not _is_open(whole)
        and not any(
            fact.period and part.period and not fact.period.overlaps(part.period)
            for part in row.facts
        )
    )


def _is_near(total: Decimal, value: Decimal) -> bool:
    return _NEAR <= total / value <= _FAR


def _is_meant(
    whole: Place, row: _Row, groups: Sequence[Group], evidence: Evidence
) -> bool:
    """Return whether a noun and rare words say that an amount is the total of a row."""
    fact = whole.passage.fact(whole.slot)
    fates = row.words & _FATES
    named = _is_named(fact, row)
    if (
        named is None
        or not _share_fate(fact, row)
        or not are_dated_alike(whole.passage, row.places[0].passage)
    ):
        return False
    own = row.places[0].passage
    closed = _are_all_kinds(row) or (
        not fates and _is_closed(row, whole) and not _is_of_one_part(whole, row)
    )
    words = row.shares(_said(whole.passage, groups, evidence))
    ties = len(words - {fact.head}) + named + share_names(own, whole.passage)
    if closed:
        return ties >= _WORDS
    return not fates and ties >= _MANY and _is_likely(row, whole)


def _share_fate(fact: Fact, row: _Row) -> bool:
    """Return whether the same has become of those counted, by the clauses or the sentences."""
    clauses = frozenset().union(*(part.near for part in row.facts))
    return any(
        not (one ^ other) & _FATES
        for one, other in ((fact.near, clauses), (fact.words, row.words))
    )


def _is_likely(row: _Row, whole: Place) -> bool:
    """Return whether parts that nothing closes are hardly of anything else than a total."""
    own = row.places[0].passage
    if own.document is not whole.passage.document:
        names = whole.passage.fact(whole.slot).names
        if not row.shares(names):
            return False
    if own is not row.places[-1].passage and not row.lead:
        heads = {fact.head for fact in row.facts}
        if len(heads) > 1 or heads == {""}:
            return False
    if _is_of_one_part(whole, row) or any(fact.motion for fact in row.facts):
        return False
    return _is_close(row, whole) and not any(
        finds(each.passage.masked, _sums.NO_ROW) for each in (*row.places, whole)
    )


def _is_of_one_part(whole: Place, row: _Row) -> bool:
    """Return whether an amount is told in words of one of the parts alone: tonnes of maize."""
    near = whole.passage.fact(whole.slot).near
    told = [fact.anchors for fact in row.facts]
    return any(
        near & words - frozenset().union(*told[:at], *told[at + 1 :])
        for at, words in enumerate(told)
        if at
    )


def _is_close(row: _Row, whole: Place) -> bool:
    """Return whether parts come so near to a total that they are hardly of anything else."""
    total = _value(whole.passage.mention(whole.slot))
    return abs(row.sum - total) <= _CLOSE * total


def _is_named(fact: Fact, row: _Row) -> int | None:
    """Return how much the noun of an amount says that it is a total of a row, or None."""
    head, heads = fact.head, {part.head for part in row.facts}
    if fact.mention.dimension != "count":
        return 0
    if not head:
        told = _are_all_kinds(row) and row.shares(fact.near)
        return 0 if told else None
    for kinds, names in _NAMES:
        if head in names:
            return 1 if not kinds.isdisjoint(row.words) else None
    if row.shares(frozenset((head,))):
        return int(head in heads)
    nouns = {_noun(part) for part in row.facts} - {""}
    return _names_any(_noun(fact), nouns, listed=row.places[0].passage.in_list)


def _noun(fact: Fact) -> str:
    """Return the counted noun, not joined with others that say the same."""
    counted = fact.mention.counted
    return counted.lemma if counted and not counted.elided else ""


def _names_any(head: str, heads: Collection[str], *, listed: bool) -> int | None:
    """Return the same of a noun that the parts do not have: people are men and women."""
    people = [each in _LIVES or each == "child" for each in heads]
    if not people or (head in _LIVES and not all(people)):
        return None
    if head in _LIVES or head in _ANYTHING:
        return 0 if all(people) or not any(people) else None
    return -1 if listed and not any(people) else None  # trees are oaks and limes


def share_names(a: Passage, b: Passage) -> bool:
    """Return whether two sentences are of one text, or of two that name one thing."""
    if a.document is b.document:
        return True
    (mine, inner), (yours, others) = _names(a.document.text), _names(b.document.text)
    return not (mine & yours).isdisjoint(inner | others)


@lru_cache(maxsize=64)
def _names(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words at the head of a text with a capital, and those that begin no sentence."""
    head = text[:_HEAD]
    inner = frozenset(_INNER.findall(head)) - _TIMES
    return frozenset(_CAPITALS.findall(head)) - _TIMES, inner


def are_dated_alike(a: Passage, b: Passage) -> bool:
    """Return whether two sentences are of texts of one day, as far as these say."""
    days = {a.document.date, b.document.date} - {None}
    return len(days) < _FEWEST


def _is_explained(row: _Row, whole: Place, groups: Sequence[Group]) -> bool:
    """Return whether a further amount of the kind is what parts lack of their total.

    Or the sentence of the total tells what it comes from: "30 vats of 12 litres, 360 in all".
    """
    if _is_product(whole):
        return True
    off = abs(row.sum - _value(whole.passage.mention(whole.slot)))
    near = {whole.passage.document.path, row.places[0].passage.document.path}
    heads = {fact.head for fact in row.facts} | {
        whole.passage.fact(whole.slot).head,
        "",
    }
    return any(
        isinstance(item, Fact)
        and item.mention.value == off
        and _same_unit(item.mention, row)
        and item.head in heads
        for group in groups
        if group and group[0].document.path in near
        for passage in group
        for item in passage.items
    )


def _is_product(whole: Place) -> bool:
    """Return whether two numbers of a sentence give a third by multiplication."""
    passage = whole.passage
    total = _value(passage.mention(whole.slot))
    values = [
        _value(item.mention)
        for slot, item in enumerate(passage.items)
        if isinstance(item, Fact) and slot != whole.slot
    ]
    return total > 0 and any(a * b == total for a, b in combinations(values, 2))


# --- what is said of them ---


def _compared(row: _Row, whole: Place) -> Outcome:
    said = " + ".join(_arithmetic.plain(p.passage, p.slot) for p in row.places)
    return _columns.outcome(row.places, _reading(row), row.sum, f"{said} is", whole)


def _reading(row: _Row) -> Interval:
    return _arithmetic.total_of([fact.mention.reading for fact in row.facts])


def _same_unit(mention: Mention, row: _Row) -> bool:
    part = row.facts[0].mention
    return (mention.dimension, mention.unit) == (part.dimension, part.unit)


def _is_open(place: Place) -> bool:
    """Return whether words beside an amount make it that of something less or more."""
    masked = place.passage.masked
    piece = next(
        (label for slot, label in _labels(masked) if slot == place.slot), masked
    )
    before, token, after = piece.partition(f"{place.slot}>")
    return finds(f"{before}{token}{after[:_BESIDE]}", _OPEN)


def _value(mention: Mention) -> Decimal:
    return mention.value or Decimal(0)
