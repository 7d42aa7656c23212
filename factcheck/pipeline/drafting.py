"""Rules drafted from documents: facts that are stated in several places, to be edited and kept.

Each cluster is tried with several sets of words, loosest first; what is drafted is what was
seen to find the places again, and to fire only where they differ already.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from enum import Enum, auto
from itertools import combinations, product
from typing import NamedTuple

from factcheck import checks, link, ruleset, units
from factcheck.checks import expectations
from factcheck.language import verbs, words
from factcheck.link.echoes import echoes
from factcheck.link.select import select
from factcheck.link.wording import Common, Wording
from factcheck.model import (
    DocumentFacts,
    Fact,
    Reach,
    RuleSet,
    Selection,
    Verdict,
)
from factcheck.ruleset import drafts, facts, quantities
from factcheck.ruleset.drafts import Draft, Looked
from factcheck.ruleset.examples import RunTexts

_ALARMS = (Verdict.CONFLICT, Verdict.DISPUTED)
_COMPARED = (Verdict.AGREE, *_ALARMS)
_TOGETHER = 2  # as many places make a fact worth a rule
_BATCH = 20  # clusters tried in one pass over the documents
_MOST_LISTED = 6
_QUOTE = 90
_LONGEST_EXAMPLE = 400
_MOST_PAIRS = 4  # of places, tried as examples
_LONGEST_NAME = 48
_BESIDE = 3  # words between a term and its number, at most
_PLAIN_SIZES = ("count", "ratio", "ratio_difference")

Key = tuple[str, int]


class _Story(NamedTuple):
    """Places that state one fact.

    Attributes:
        facts: In the order of documents and spans.
        keys: Of the facts.
        differs: Whether the laws find that they differ.
    """

    facts: tuple[Fact, ...]
    keys: frozenset[Key]
    differs: bool

    @property
    def rank(self) -> tuple[int, int, Key]:
        """Most places first, then most documents, then in order."""
        n_documents = len({path for path, _ in self.keys})
        return -len(self.keys), -n_documents, min(self.keys)


class _Setting(Enum):
    """How much of a text stands in an example."""

    SENTENCE = auto()
    NAMED = auto()  # the sentence, after the name that it is about
    PARAGRAPH = auto()


class _Tried(NamedTuple):
    """What came of a set of words: how good it is, and what it finds."""

    merit: tuple[int, int, int]
    looked: Looked
    found: tuple[Fact, ...]


def draft(
    corpus: Sequence[DocumentFacts],
    *,
    run_texts: RunTexts,
    rules: RuleSet | None = None,
    limit: int = 20,
) -> tuple[Draft, ...]:
    """Return rules for facts that are stated in several places, most places first.

    Args:
        corpus: The documents, bound.
        run_texts: Runs the whole pipeline over texts, given by name.
        rules: Rules that there are already; what they find is left out.
        limit: How many at most.
    """
    desk = _Desk(corpus, rules, run_texts)
    made: list[Draft] = []
    stories = desk.stories()
    for start in range(0, len(stories), _BATCH):
        some = stories[start : start + _BATCH]
        for story, tried in zip(some, desk.tried(some), strict=True):
            if len(made) < limit and tried is not None:
                new = desk.drafted(story, tried)
                if new is not None:
                    made.append(new)
        if len(made) >= limit:
            break
    return tuple(made)


class _Desk:
    """Where rules are drafted: the documents, and what is drafted so far."""

    def __init__(
        self,
        corpus: Sequence[DocumentFacts],
        rules: RuleSet | None,
        run_texts: RunTexts,
    ) -> None:
        self.corpus = corpus
        self.run_texts = run_texts
        self.clusters = link.cluster(corpus)
        self.wording = Wording(corpus)
        self.names = {fact.name for fact in rules.facts} if rules else set()
        self.ids = {rule.id for rule in rules.rules} if rules else set()
        # What the rules that there are find, and what is drafted so far.
        self.known: list[frozenset[Key]] = []
        if rules is not None:
            self.known += _by_fact(select(rules, corpus)).values()

    def stories(self) -> list[_Story]:
        """Return what may be worth a rule, best first."""
        alarms = [
            {
                (place.document, place.span.start)
                for place in outcome.evidence
                if place.document is not None and place.span is not None
            }
            for outcome in checks.LAWS["agreement"](self.corpus, self.clusters)
            if outcome.verdict in _ALARMS
        ]
        found = []
        linked = [(c.facts[i], c.facts[j]) for c in self.clusters for i, j in c.links]
        groups = _together([*linked, *echoes(self.corpus)])
        # Where echoes draw in too much, what is linked may do alone.
        groups += [group for group in _together(linked) if group not in groups]
        for together in groups:
            keys = frozenset(map(_key, together))
            differs = any(len(keys & alarm) >= _TOGETHER for alarm in alarms)
            if _is_worth(together):
                found.append(_Story(together, keys, differs))
        return sorted(found, key=lambda story: story.rank)

    def is_known(self, keys: Collection[Key]) -> bool:
        """Return whether a rule finds these places together already."""
        return any(len(found & set(keys)) >= _TOGETHER for found in self.known)

    def tried(self, stories: Sequence[_Story]) -> list[_Tried | None]:
        """Return the best words for each story, or None where none will do."""
        looks: list[list[Looked]] = []
        for story in stories:
            common = self.wording.common(story.facts)
            dimension = story.facts[0].mention.dimension
            given = [] if self.is_known(story.keys) else _looks(common, dimension)
            looks.append(list(dict.fromkeys(given)))
        flat = {
            (i, j): Draft(f"fact_{i}_{j}", "it", looked)
            for i, given in enumerate(looks)
            for j, looked in enumerate(given)
        }
        if not flat:
            return [None] * len(stories)
        text = drafts.write(list(flat.values()))
        trial = ruleset.loads({"drafts": text}, packs=())
        selection = select(trial, self.corpus)
        best: list[_Tried | None] = [None] * len(stories)
        for ((i, j), one), rule in zip(flat.items(), trial.rules, strict=True):
            found = tuple(s.fact for s in selection.of(one.name) if s.period is None)
            outcomes = expectations.evaluate(rule, trial, selection, self.corpus)
            verdicts = {outcome.verdict for outcome in outcomes}
            merit = _merit(stories[i], one.looked, found, verdicts)
            if merit is not None:
                tried = _Tried((*merit, j), one.looked, found)
                known = best[i]
                best[i] = tried if known is None or tried.merit < known.merit else known
        return best

    # --- what is written ------------------------------------------------------------------

    def drafted(self, story: _Story, tried: _Tried) -> Draft | None:
        """Return the draft for a story, or None where it would not be right."""
        found = frozenset(map(_key, tried.found))
        if self.is_known(found):
            return None
        said = _property(tried.looked)
        name = self._name([*tried.looked.names[:1], said])
        paired = sum(fact.mention.pair is not None for fact in tried.found)
        plain = Draft(
            name,
            said,
            tried.looked,
            tuple(self._comments(story, tried.found)),
            conversions=paired >= _TOGETHER,
        )
        chosen = next(
            (
                one
                for one in (*self._with_examples(plain, story, tried), plain)
                if _is_sound(one)
            ),
            None,
        )
        if chosen is not None:
            self.names.add(name)
            self.known.append(found)
        return chosen

    def _name(self, parts: Iterable[str]) -> str:
        plain = unicodedata.normalize("NFKD", "_".join(parts).lower())
        slug = re.sub(r"[^a-z0-9]+", "_", plain.encode("ascii", "ignore").decode())
        slug = re.sub(r"^[^a-z]+", "", slug)
        if len(slug) > _LONGEST_NAME:
            slug = slug[:_LONGEST_NAME].rpartition("_")[0]
        slug = slug.strip("_") or "fact"
        name, n = slug, 1
        while (
            name in self.names
            or name in facts.RESERVED
            or drafts.rule_id(name) in self.ids
        ):
            n += 1
            name = f"{slug}_{n}"
        return name

    def _comments(self, story: _Story, found: Sequence[Fact]) -> Iterator[str]:
        n_documents = len({fact.mention.document for fact in found})
        places = f"{len(found)} places in {n_documents} document{'s' if n_documents > 1 else ''}"
        values = dict.fromkeys(self._said(fact) for fact in found)
        if story.differs:
            yield f"{places}, which differ: {', '.join(values)}"
        else:
            yield f"{places}, which agree"
        first = [fact for fact in found if _key(fact) in story.keys]
        listed = [*first, *(fact for fact in found if _key(fact) not in story.keys)]
        for fact in listed[:_MOST_LISTED]:
            mention = fact.mention
            document = self.wording.document(fact)
            line, _ = document.position(mention.span.start)
            where = f"{_line(mention.document)}:{line}"
            yield f"  {where}: {self._said(fact)} \N{EM DASH} {self._quote(fact)}"
        if len(listed) > _MOST_LISTED:
            yield f"  and {len(listed) - _MOST_LISTED} more"

    def _said(self, fact: Fact) -> str:
        document, mention = self.wording.document(fact), fact.mention
        start = min(mention.phrase.start, mention.span.start)
        return _line(document.text[start : max(mention.phrase.end, mention.span.end)])

    def _quote(self, fact: Fact) -> str:
        text, span = self.wording.document(fact).text, fact.mention.span
        start = max(fact.sentence.start, span.start - _QUOTE // 2)
        end = min(max(fact.sentence.end, span.end), start + _QUOTE)
        if start > fact.sentence.start:
            start = text.find(" ", start, span.start) + 1 or span.start
        if end < fact.sentence.end:
            end = max(span.end, text.rfind(" ", span.end, end))
        before = "…" if start > fact.sentence.start else ""
        after = "…" if end < fact.sentence.end else ""
        return f"“{before}{_line(text[start:end])}{after}”"

    def _with_examples(
        self, plain: Draft, story: _Story, tried: _Tried
    ) -> Iterator[Draft]:
        """Yield the draft with an example that fires and one that does not, if they hold."""
        mine = [fact for fact in tried.found if _key(fact) in story.keys]
        pairs = sorted(
            combinations(mine, 2),
            key=lambda pair: pair[0].mention.document == pair[1].mention.document,
        )
        for (a, b), setting in product(pairs[:_MOST_PAIRS], _Setting):
            name = tried.looked.names[0] if tried.looked.names else ""
            first, second = (self._text(one, setting, name) for one in (a, b))
            other = self._text(b, setting, name, changed=True)
            # What the documents say, as far as it agrees; else each of them said twice.
            told = (
                [(first, first, "agree"), (first, second, "conflict")]
                if story.differs
                else [(first, second, "agree"), (first, other, "conflict")]
            )
            if all(
                0 < len(text) <= _LONGEST_EXAMPLE
                for *texts, _ in told
                for text in texts
            ):
                examples = tuple(
                    ((("a.txt", one), ("b.txt", two)), want) for one, two, want in told
                )
                new = plain._replace(examples=examples)
                if self._holds(new):
                    yield new
                    return

    def _text(
        self, fact: Fact, setting: _Setting, name: str, *, changed: bool = False
    ) -> str:
        """Return a fact in its setting, on one line; "" where there is no such setting."""
        document, mention = self.wording.document(fact), fact.mention
        span = fact.sentence
        if setting is _Setting.PARAGRAPH:
            span = document.blocks[mention.block].span
        text, number = document.text, mention.number
        said = text[number.start : number.end]
        if changed:
            said = _changed(said, mention.value)
        line = _line(
            f"{text[span.start : number.start]}{said}{text[number.end : span.end]}"
        )
        if setting is _Setting.NAMED:
            return f"{name}: {line}" if name else ""
        return line

    def _holds(self, one: Draft) -> bool:
        loaded = ruleset.loads({"draft": drafts.write([one])}, packs=())
        results = list(ruleset.run_examples(loaded, self.run_texts))
        return bool(results) and all(result.passed for result in results)


def _merit(
    story: _Story,
    looked: Looked,
    found: Sequence[Fact],
    verdicts: Collection[Verdict],
) -> tuple[int, int] | None:
    """Return how much words miss and find too much; None where they would not do."""
    keys = frozenset(map(_key, found))
    extra = len(keys - story.keys)
    fires = not frozenset(_ALARMS).isdisjoint(verdicts)
    if (
        len(keys & story.keys) < _TOGETHER
        or frozenset(_COMPARED).isdisjoint(verdicts)
        or (fires and (extra or not story.differs))
        # Without a name, only the story itself shows what the words find.
        or (extra and not (looked.names and _agree(found)))
    ):
        return None
    return len(story.keys - keys), int(extra > 0)


def _agree(found: Iterable[Fact]) -> bool:
    """Return whether all numbers of some facts can be one."""
    first, *others = (
        units.to_base(fact.mention.reading, fact.mention.unit) for fact in found
    )
    return first is not None and all(
        other is not None and first[0].meets(other[0]) for other in others
    )


def _is_sound(one: Draft) -> bool:
    """Return whether a draft can be read, and nothing is doubtful about it."""
    return not ruleset.validate(ruleset.loads({"draft": drafts.write([one])}, packs=()))


def _is_worth(facts: Sequence[Fact]) -> bool:
    """Return whether a rule can speak of facts, and says more than that there is one."""
    mentions = [fact.mention for fact in facts]
    return quantities.known_dimension(mentions[0].dimension) and not all(
        mention.dimension == "count" and mention.value == 1 for mention in mentions
    )


def _together(pairs: Iterable[tuple[Fact, Fact]]) -> list[tuple[Fact, ...]]:
    """Return facts that state one truth, pair by pair."""
    known: dict[Key, Fact] = {}
    near: dict[Key, list[Key]] = defaultdict(list)
    for a, b in pairs:
        first, second = _key(a), _key(b)
        known |= {first: a, second: b}
        near[first].append(second)
        near[second].append(first)
    found: list[tuple[Fact, ...]] = []
    seen: set[Key] = set()
    for key in sorted(known):
        waiting, together = [key], set()
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                together.add(one)
                waiting += near[one]
        if together:
            found.append(tuple(known[one] for one in sorted(together)))
    return found


def _by_fact(selection: Selection) -> dict[str, frozenset[Key]]:
    found: dict[str, set[Key]] = defaultdict(set)
    for one in selection.selected:
        found[one.name].add(_key(one.fact))
    return {name: frozenset(keys) for name, keys in found.items()}


def _key(fact: Fact) -> Key:
    return fact.mention.document, fact.mention.span.start


# --- what to look for ---------------------------------------------------------------------


def _looks(common: Common, dimension: str) -> Iterator[Looked]:
    """Yield what may be looked for, the plainest first.

    Without a name, and without a noun that is counted, more words have to be there.
    """
    units = common.nouns if dimension == "count" else ()
    for names, within in _names(common):
        firm = bool(names) + bool(units)
        needed = _TOGETHER + (not names)
        for terms in _choices(common.terms):
            if firm + len(terms) >= needed:
                any_, all_ = _split(terms)
                looked = Looked(
                    dimension,
                    units,
                    names,
                    within,
                    any=any_,
                    all=all_,
                    within=common.reach,
                )
                yield looked
                if terms:
                    yield looked._replace(within=Reach.CLAUSE)
                if any_:
                    yield looked._replace(words=_BESIDE)
    if not units and dimension not in _PLAIN_SIZES:
        for ways in common.terms[:1]:
            yield Looked(dimension, any=ways, within=common.reach)
            yield Looked(dimension, any=ways, within=Reach.CLAUSE)


def _names(common: Common) -> Iterator[tuple[tuple[str, ...], Reach | None]]:
    for named in common.subjects:
        yield named.ways, None
        if named.within is not None:
            yield named.ways, named.within
    yield (), None


def _choices(terms: Sequence[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Yield one to three of the most telling terms, or none; one of them may have variants."""
    for chosen in (terms[:1], terms[:2], terms[1:2], terms[1:3], terms[:3], ()):
        if sum(len(ways) > 1 for ways in chosen) <= 1:
            yield tuple(chosen)


def _split(
    terms: Sequence[tuple[str, ...]],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if len(terms) <= 1:
        return (terms[0] if terms else ()), ()
    several = next((ways for ways in terms if len(ways) > 1), ())
    return several, tuple(ways[0] for ways in terms if len(ways) == 1)


def _property(looked: Looked) -> str:
    terms = [*looked.any[:1], *looked.all]
    if looked.units:
        done = _participle if looked.units[0] == "people" else str
        return " ".join([looked.units[0], *map(done, terms[:1])])
    size = looked.dimension.partition("/")[0]
    if size in _PLAIN_SIZES or ":" in size:
        return " ".join(terms[:2])
    noun = next((term for term in terms if words.is_noun_like(term)), terms[0])
    return size if size == noun else f"{noun} {size}"


def _participle(term: str) -> str:
    """Return a verb as what was done, "killed" of "kill"; any other word as it is."""
    base = words.lemma(term)
    if base not in verbs.REGULAR:
        return term
    done = (form for form in words.forms(base) if form.endswith("ed"))
    return min(done, default=term)


def _changed(number: str, value: Decimal | None) -> str:
    """Return another number, far off: another first digit, or three times a number in words."""
    digit = re.search(r"[1-9]", number)
    if digit is not None:
        other = (int(digit[0]) + 3) % 9 + 1
        return f"{number[: digit.start()]}{other}{number[digit.end() :]}"
    return number if value is None else str(int(value * 3))


def _line(text: str) -> str:
    """Return text on one line, and nothing in it that YAML would not have in a comment."""
    shown = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(shown.split())
