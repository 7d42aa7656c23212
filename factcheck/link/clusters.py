"""Clustering: which facts describe one truth, without comparing all with all.

Facts are blocked by what they measure and by the rarest words around them; only facts that
share a block are compared. A fact keeps the closest partner in each other document, and an
agreeing partner before a disagreeing one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck import units
from factcheck.link import lexicon
from factcheck.link.pairs import PERCENT, Kinship, Setting, Weights, kind, kinship
from factcheck.model import Cluster, DocumentFacts, Fact, Form, Interval, Mention, Role

_KEYS = 6  # rarest words that a fact is filed under
_FEW = 60  # facts of one kind that are all compared
_CROWD = 48  # facts under one key that are all compared; beyond, neighbours only
_NEIGHBOURS = 8
_SAME_SENTENCE = 80  # percent of the words from which two sentences are one
# How firmly, in percent, a number that both documents state keeps others away from it.
# A toll at the head of two articles is compared even if one repeats the other's further down.
_SETTLED = 150
_SETTLED_TOLL = 70


@dataclass(frozen=True, slots=True)
class Tie:
    """Two facts that may state one truth."""

    a: int
    b: int
    kin: Kinship
    agrees: bool
    close: bool
    restated: bool = False
    lead: bool = False

    @property
    def score(self) -> int:
        """How strong it is."""
        kin = self.kin
        return (
            kin.share
            + kin.dice
            + 10 * min(kin.common, 8)
            + 20 * min(kin.anchors, 2)
            + 30 * kin.event
            + 40 * self.lead
            + 10 * kin.same_head
            + 10 * kin.slip
        )


def cluster(documents: Sequence[DocumentFacts]) -> tuple[Cluster, ...]:
    """Return the facts that should describe one truth, in the order of the documents."""
    facts = [fact for facts in documents for fact in _usable(facts)]
    if len(facts) < 2:  # noqa: PLR2004 it takes two to disagree
        return ()
    setting = Setting(documents, facts)
    readings = [_base(fact) for fact in facts]
    ties = list(_ties(facts, readings, setting))
    links, excused = _settle(facts, readings, ties)
    return tuple(_group(facts, links, excused))


def _usable(document: DocumentFacts) -> Iterator[Fact]:
    blocks = document.document.blocks
    for fact in document.facts:
        mention = fact.mention
        if kind(fact) is None or blocks[mention.block].boilerplate:
            continue
        if mention.pair is not None and mention.pair.start < mention.span.start:
            continue
        yield fact


def _base(fact: Fact) -> Interval:
    mention = fact.mention
    based = units.to_base(mention.reading, mention.unit) if mention.unit else None
    return mention.reading if based is None else based[0]


def _ties(
    facts: list[Fact], readings: list[Interval], setting: Setting
) -> Iterator[Tie]:
    found: dict[tuple[int, int], Kinship] = {}
    agreeing: Counter[tuple[str, int, str, int]] = Counter()
    differing: Counter[tuple[str, int, str, int]] = Counter()
    for i, j in _candidates(facts, setting.weights):
        if (i, j) in found:
            continue
        a, b = facts[i], facts[j]
        same_document = a.mention.document == b.mention.document
        if same_document and (
            a.index == b.index
            or not (_restates(a, b) or _repeats(a, b, readings[i], readings[j]))
        ):
            continue
        kin = kinship(a, b, setting)
        if kin is None:
            continue
        found[i, j] = kin
        if readings[i].meets(readings[j]):
            agreeing[_sentences(a, b)] += kin.excuse is None
        elif kin.same_head or kin.anchors:
            differing[_sentences(a, b)] += 1
    for (i, j), kin in found.items():
        a, b = facts[i], facts[j]
        agrees = readings[i].meets(readings[j])
        pair = _sentences(a, b)
        others = agreeing[pair] - (agrees and kin.excuse is None)
        if not others and differing[pair] > 1 and kin.sentence < 70:
            # The same words around other numbers throughout: another season, another match.
            others = -1
        near = close(a, b, kin, setting, others)
        again = is_restated(kin, others)
        if again and other_ends(a.mention, b.mention):
            agrees = False
        if near and not agrees and not kin.event and not _one_document(a, b):
            # One of the numbers stands in the other document too: it means something else
            # there, unless the two sentences are one and their numbers are mixed up.
            too = setting.stated_too(a, b)
            near = not too or (too > 1 and kin.sentence >= _SAME_SENTENCE)
        near = near or (agrees and _one_toll(a, b, kin))
        if near or (agrees and kin.share >= 40):
            yield Tie(i, j, kin, agrees, near, again, kin.event and a.lead and b.lead)


def other_ends(a: Mention, b: Mention) -> bool:
    """Return whether two stated ranges have different ends."""
    return (
        a.form is Form.RANGE
        and b.form is Form.RANGE
        and a.unit == b.unit
        and (a.stated_low, a.stated_high) != (b.stated_low, b.stated_high)
    )


def _sentences(a: Fact, b: Fact) -> tuple[str, int, str, int]:
    return a.mention.document, a.index, b.mention.document, b.index


def _restates(a: Fact, b: Fact) -> bool:
    """Return whether one of two facts of a document is its headline."""
    return Role.TITLE in (a.role, b.role)


def _one_toll(a: Fact, b: Fact, kin: Kinship) -> bool:
    """Return whether two facts of one document give one toll twice."""
    return kin.event and kin.excuse is None and _one_document(a, b)


def _repeats(a: Fact, b: Fact, x: Interval, y: Interval) -> bool:
    """Return whether two facts of a document give one toll twice."""
    fates = a.concepts & b.concepts & lexicon.FATES
    return bool(fates) and a.mention.value == b.mention.value and x.meets(y)


def close(a: Fact, b: Fact, kin: Kinship, setting: Setting, agreeing: int = 0) -> bool:
    """Return whether two facts are close enough to be compared.

    Args:
        a: A fact.
        b: Another.
        kin: What they share.
        setting: The run.
        agreeing: How many other numbers of the two sentences agree.
    """
    if is_restated(kin, agreeing):
        return True
    if kind(a) == "magnitude":
        return a.lead and b.lead and setting.shared_names(a, b) > 0
    if kin.event:
        return (
            kin.share >= 25
            and (a.lead or b.lead)
            and (not _one_document(a, b) or (a.lead and b.lead))
            and _tells_toll(a)
            and _tells_toll(b)
            and setting.shared_names(a, b) > 0
        )
    if kin.share >= 75 and kin.dice >= 50 and kin.common >= 3 and kin.anchors:
        return True
    if kin.anchors and kin.names and kin.share >= 50 and kin.common >= 3:
        return True
    if (
        Role.TITLE in (a.role, b.role)
        and _one_document(a, b)
        and kin.same_head
        and a.head not in lexicon.PEOPLE
    ):
        return True
    if kin.names > 2 and kin.together > 4 and kin.share >= 80 and kin.common:
        return a.lead and b.lead and a.mention.dimension.startswith("currency")
    if kin.summary and not kin.event:
        if kin.share >= 50 and kin.dice >= 30 and kin.common >= 2:
            return True
        if kin.same_head and kin.share >= 50 and kin.common >= 1:
            return True
        return kin.slip > 0 and kin.share >= 40 and kin.common >= 1
    if kin.slip and Role.TITLE in (a.role, b.role) and _one_document(a, b):
        return True
    if (
        kin.anchors
        and kind(a) != "count"
        and kin.dice >= 40
        and setting.sole_property(a, b)
        and setting.shared_names(a, b) > 0
        and (kin.slip or _near_in_size(a, b))
    ):
        return True
    if kin.slip == 2 and kin.together >= 3 and kin.share >= 35:
        return True
    return kin.slip > 0 and kin.share >= 45 and kin.common >= 2


def _one_document(a: Fact, b: Fact) -> bool:
    return a.mention.document == b.mention.document


def _near_in_size(a: Fact, b: Fact) -> bool:
    """Return whether two numbers are of one order, as two versions of one number are."""
    first, second = _base(a), _base(b)
    if first.low is None or second.low is None:
        return False
    low, high = sorted((first.low, second.low))
    return low > 0 and high <= 2 * low


def _tells_toll(fact: Fact) -> bool:
    """Return whether a fact is the toll of the event that its document is about."""
    return fact.lead or {"killed", "injured"} <= fact.words


def is_restated(kin: Kinship, agreeing: int) -> bool:
    """Return whether two sentences say the same, as a summary and its source do."""
    if agreeing < 0:
        return False
    same = (kin.together >= 5 and kin.sentence >= 50) or (
        agreeing > 0 and kin.together >= 4 and kin.sentence >= 35
    )
    if kin.share >= 55 and kin.common >= 4 and (kin.same_head or kin.anchors > 1):
        return True
    return same and (kin.anchors > 0 or kin.same_head or kin.share >= 60)


def _candidates(facts: list[Fact], weights: Weights) -> Iterator[tuple[int, int]]:
    families: dict[str, list[int]] = defaultdict(list)
    for i, fact in enumerate(facts):
        families[kind(fact) or ""].append(i)
    for members in families.values():
        if len(members) <= _FEW:
            for at, i in enumerate(members):
                for j in members[at + 1 :]:
                    yield i, j
    filed: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, fact in enumerate(facts):
        family = kind(fact) or ""
        if len(families[family]) <= _FEW:
            continue
        rare = sorted(fact.near, key=lambda w: (-weights.of(w), w))[:_KEYS]
        for key in {*rare, *fact.concepts}:
            filed[(family, key)].append(i)
    for members in filed.values():
        crowded = len(members) > _CROWD
        for at, i in enumerate(members):
            stop = at + 1 + _NEIGHBOURS if crowded else len(members)
            for j in members[at + 1 : stop]:
                yield i, j


def _settle(
    facts: list[Fact], readings: list[Interval], ties: Sequence[Tie]
) -> tuple[list[Tie], list[Tie]]:
    """Keep for each fact its closest partner in each other document.

    A number that the other document states too, in much the same words, is settled: what
    else stands there is something else. What is left is matched greedily, closest first.
    """
    settled: dict[tuple[int, str], int] = {}
    links: list[Tie] = []
    excused: list[Tie] = []
    rest: list[Tie] = []
    for tie in ties:
        if tie.agrees:
            if _settles(facts[tie.a].mention, facts[tie.b].mention):
                for end in _ends(facts, tie):
                    settled[end] = max(settled.get(end, 0), tie.score)
            if tie.close and tie.kin.excuse is None:
                links.append(tie)
        elif tie.kin.excuse is not None:
            excused.append(tie)
        else:
            rest.append(tie)
    taken: dict[tuple[int, str], list[Tie]] = defaultdict(list)
    for tie in sorted(rest, key=lambda t: (-t.score, t.a, t.b)):
        ends = _ends(facts, tie)
        firm = _SETTLED_TOLL if tie.kin.event else _SETTLED
        if any(settled.get(end, 0) * firm > tie.score * PERCENT for end in ends):
            continue
        # One article may give two readings of one quake, each by another institute.
        if kind(facts[tie.a]) != "magnitude" and not all(
            readings[_other(tie, end[0])].meets(readings[_other(first, end[0])])
            for end in ends
            for first in taken[end][:1]
        ):
            continue
        for end in ends:
            taken[end].append(tie)
        links.append(tie)
    return links, excused


def _settles(a: Mention, b: Mention) -> bool:
    """Return whether two numbers that agree are the same, and not only within a bound."""
    if Form.RANGE in (a.form, b.form) and a.form != b.form:
        return False
    return a.value == b.value or not (
        (a.modifier and a.modifier.is_bound)
        or (b.modifier and b.modifier.is_bound)
        or Form.VAGUE in (a.form, b.form)
    )


def _other(tie: Tie, fact: int) -> int:
    return tie.b if tie.a == fact else tie.a


def _ends(facts: list[Fact], tie: Tie) -> tuple[tuple[int, str], tuple[int, str]]:
    return (
        (tie.a, facts[tie.b].mention.document),
        (tie.b, facts[tie.a].mention.document),
    )


def _group(
    facts: list[Fact], links: list[Tie], excused: list[Tie]
) -> Iterator[Cluster]:
    parent = list(range(len(facts)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for tie in links:
        x, y = root(tie.a), root(tie.b)
        if x != y:
            parent[max(x, y)] = min(x, y)
    groups: dict[int, list[Tie]] = defaultdict(list)
    for tie in links:
        groups[root(tie.a)].append(tie)
    apart: dict[int, list[Tie]] = defaultdict(list)
    for tie in excused:
        apart[root(tie.a)].append(tie)
    for number in sorted({*groups, *apart}):
        members = sorted(
            {i for t in (*groups[number], *apart[number]) for i in (t.a, t.b)}
        )
        place = {i: at for at, i in enumerate(members)}
        yield Cluster(
            key=_name(facts, members),
            facts=tuple(facts[i] for i in members),
            links=tuple(
                sorted(
                    {
                        (place[min(t.a, t.b)], place[max(t.a, t.b)])
                        for t in groups[number]
                    }
                )
            ),
            restated=tuple(
                sorted(
                    {
                        (place[min(t.a, t.b)], place[max(t.a, t.b)])
                        for t in groups[number]
                        if t.restated
                    }
                )
            ),
            excused=tuple(
                sorted(
                    (place[t.a], place[t.b], t.kin.excuse or "") for t in apart[number]
                )
            ),
        )


def _name(facts: list[Fact], members: list[int]) -> str:
    first = facts[members[0]]
    shared = first.near
    for i in members[1:]:
        shared = shared & facts[i].near
    words = sorted((first.concepts or frozenset()) & lexicon.FATES) + sorted(shared)[:4]
    head = [first.head] if first.head else []
    return " ".join(dict.fromkeys(head + words)) or first.mention.dimension
