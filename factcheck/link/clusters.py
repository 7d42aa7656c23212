"""Clustering: which facts describe one truth, without comparing all with all.

Only documents that may be on one story are compared, and in them only facts of one kind with
a word in common. A fact keeps the closest partner in each other document; a number that the
other document states too is settled before others are looked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.link import editions, naming, retold, verbatim
from factcheck.link.bonds import AGREEING, EITHER, LEAD_SCORE, SILENT, Bond, Bonds
from factcheck.link.candidates import Pairs, Sentences, candidates
from factcheck.link.copied import is_copied
from factcheck.link.digits import TELLING_DIGITS, is_spelt_out, is_transposed
from factcheck.link.excuses import excuse, excuse_of_copy
from factcheck.link.kinship import (
    OTHER_SENTENCE,
    PERCENT,
    WEAK,
    agree_beside,
    is_chance,
    is_close,
    is_plausible,
    is_swapped,
)
from factcheck.link.quakes import MAGNITUDE
from factcheck.link.reasons import (
    LOOSE,
    NAMES,
    OTHER_TIMES,
    PLACES,
    SURMISES,
    THINGS,
    TIMES,
)
from factcheck.link.setting import Setting
from factcheck.link.sides import Side
from factcheck.link.tiers import Kinship
from factcheck.model import Cluster, Document, DocumentFacts, Fact, Form, Mention

_ONE_SENTENCE = 80  # percent of the words from which two sentences are one
# How firmly, in percent, a number that both documents state keeps others away from it.
# A toll at the head of two articles is compared even if one repeats the other's further down.
_SETTLED = 150
_SETTLED_TOLL = 70
_UNLIKE_OTHERS = 4  # digits
# Looked up once: a member of an enumeration takes long.
_RANGE, _VAGUE = Form.RANGE, Form.VAGUE
_COPIED = 1000  # a score that no other number outweighs
_SEVERAL = 3  # numbers of two documents on one matter hardly all differ
# What two numbers of two matters are told of.
_OF_OTHERS = frozenset((NAMES, PLACES, THINGS))
_PLAIN = 2  # ties to spare of two numbers that are plainly one


_Pair = tuple[Side, Side, Bond]
_tied = tuple.__new__  # a tie of all its values, in a third of the time


class Tie(NamedTuple):
    """Two facts that may state one truth, by their numbers among the sides.

    Of two that agree among many documents the excuse is asked only where no other tie joins
    them: till then it is `due`.
    """

    a: int
    b: int
    event: bool
    agrees: bool
    close: bool
    restated: bool
    score: int
    excuse: str | None
    due: bool = False


def cluster(documents: Sequence[DocumentFacts]) -> tuple[Cluster, ...]:
    """Return the facts that should describe one truth, in the order of the documents."""
    setting = Setting(documents)
    if len(setting.sides) < 2:  # noqa: PLR2004 it takes two to disagree
        return ()
    bonds = Bonds(setting)
    ties: list[Tie] = []
    for pairs, same, altered in candidates(setting):
        ties += _ties_of_same(same, bonds)
        changed = {
            (tie.a, tie.b): tie
            for mine, yours in altered
            for tie in _ties_of_altered(mine, yours, bonds, setting)
        }
        ties += changed.values()
        ties += [
            tie for tie in _ties(setting, bonds, pairs) if (tie.a, tie.b) not in changed
        ]
    ties += _retold(setting)
    links, excused = _settle(setting, _told_apart(setting.sides, ties))
    read = {facts.document.path: facts.document for facts in documents}
    return tuple(_group(setting.sides, links, excused, read))


# --- ties ---


def _ties(setting: Setting, bonds: Bonds, pairs: Pairs) -> Iterator[Tie]:
    told: list[_Pair] = []
    hopeful: dict[int, dict[int, list[_Pair]]] = {}
    measure = bonds.measure
    for a, b in pairs:
        bond = measure(a, b)
        if bond is None or bond.hope == SILENT:
            continue
        told.append((a, b, bond))
        if bond.hope == EITHER or (
            bond.hope == AGREEING and a.reading.meets(b.reading)
        ):
            hopeful.setdefault(a.sentence, {})[b.sentence] = []
    for pair in told:
        others = hopeful.get(pair[0].sentence)
        if others is not None and pair[1].sentence in others:
            others[pair[1].sentence].append(pair)
    for others in hopeful.values():
        for found in others.values():
            yield from _of_sentences(found, setting)


def _of_sentences(pairs: list[_Pair], setting: Setting) -> Iterator[Tie]:
    """Yield the ties of the facts of two sentences."""
    agreeing = differing = 0
    agree = [a.reading.meets(b.reading) for a, b, _ in pairs]
    for (_, _, bond), agrees in zip(pairs, agree, strict=True):
        kin = bond.kin
        if agrees:
            agreeing += kin.share >= WEAK
        elif kin.same_head or kin.anchors:
            differing += 1
    for (a, b, bond), agrees in zip(pairs, agree, strict=True):
        if bond.hope < (AGREEING if agrees else EITHER):
            continue
        kin = bond.kin
        others = agreeing - (agrees and kin.share >= WEAK)
        if differing > 1 and (
            (not others and kin.sentence < OTHER_SENTENCE)
            or not (setting.are_few or setting.same_day(a, b))
        ):
            # The same words around other numbers throughout: another season, another match.
            others = -1
        tie = _tie(a, b, bond, setting, agrees=agrees, others=others)
        if tie is not None:
            yield tie


def _tie(
    a: Side,
    b: Side,
    bond: Bond,
    setting: Setting,
    *,
    agrees: bool,
    others: int,
) -> Tie | None:
    if agrees and verbatim.are_same(a, b):
        return _tie_of_same(a, b, bond)
    kin = bond.kin
    inside = a.path == b.path
    said_alike = others >= bond.restated_from
    swapped = agrees and is_transposed(a, b) and is_swapped(a, b, setting)
    restated = said_alike or swapped  # "about 14,200" and "some 12,400"
    if (
        swapped
        or (restated and _other_ends(a.fact.mention, b.fact.mention))
        or (said_alike and _is_miscopied(a, b, setting))
    ):
        agrees = False
    differ = not (agrees or kin.event)
    # Among many documents sentences are the same by custom.
    if differ and not (
        (others >= 0 or setting.are_few)
        and is_plausible(a, b, kin, restated=restated and setting.are_few)
    ):
        return None
    told_twice = inside and is_transposed(a, b)
    close = said_alike or is_close(a, b, kin, setting, likely=bond.likely)
    if close and differ:
        close = _is_worth_a_query(a, b, kin, setting)
    if not close and not (agrees and (kin.share >= WEAK or inside)):
        return None
    event = kin.event or a.kind == MAGNITUDE
    # What agrees without being close settles a number, excused or not.
    needed = close or not agrees or (inside and kin.event)
    due = agrees and close and not (inside or setting.are_few)
    why = None
    if needed and not due:
        why = excuse(a, b, setting, event=event, restated=restated)
    if why is not None and _gives_way(why, a, b, kin, setting, told_twice=told_twice):
        why = None
    if inside and agrees and kin.event and why is None:
        close = True
    if close and (is_transposed(a, b) or (inside and is_spelt_out(a, b))):
        restated = True  # 45.79 and 45.97: no rounding
    lead = kin.event and a.fact.lead and b.fact.lead
    score = kin.score + (LEAD_SCORE if lead else 0)
    return Tie(a.number, b.number, kin.event, agrees, close, restated, score, why, due)


def _ties_of_same(same: Sentences, bonds: Bonds) -> Iterator[Tie]:
    """Yield the ties of the numbers of sentences that two documents have word for word."""
    for mine, yours in same:
        for a, b in zip(mine, yours, strict=True):
            bond = bonds.of_one(a)
            if bond is not None:
                event, score = bond.kin.event, bond.score
                found = a.number, b.number, event, True, True, False, score, None, False
                yield _tied(Tie, found)


def _tie_of_same(a: Side, b: Side, bond: Bond) -> Tie:
    score = bond.of_lead(a).score
    return Tie(a.number, b.number, bond.kin.event, True, True, False, score, None)  # noqa: FBT003


def _ties_of_altered(
    mine: list[Side], yours: list[Side], bonds: Bonds, setting: Setting
) -> Iterator[Tie]:
    """Yield the ties of the numbers of a sentence that one document has from another, changed."""
    for a, b in zip(mine, yours, strict=True):
        if not verbatim.is_miscopied(a, b):
            continue
        bond = bonds.of_words(a, b)
        event = bond is not None and bond.kin.event
        why = excuse_of_copy(a, b, setting, event=event)
        yield Tie(a.number, b.number, event, False, True, True, _COPIED, why)  # noqa: FBT003


def _is_miscopied(a: Side, b: Side, setting: Setting) -> bool:
    return setting.are_few and verbatim.is_whole(a, b) and verbatim.is_miscopied(a, b)


def _is_worth_a_query(a: Side, b: Side, kin: Kinship, setting: Setting) -> bool:
    """Return whether two numbers that differ may be meant to be one, no toll of one event."""
    if a.path != b.path:
        if setting.of_two_heads(a.path, b.path):
            return False
        if not setting.are_few and is_chance(a, b, kin):
            return False
        # One of the numbers stands in the other document too: it means something else
        # there, unless the two sentences are one and their numbers are mixed up.
        too = setting.numbers.stated_too(a, b)
        if too == 1 or (too and kin.sentence < _ONE_SENTENCE):
            return False
        if editions.is_echoed(a, b, setting):
            return False
    elif setting.numbers.are_told_apart(a, b):
        return False
    return (
        a.path == b.path
        or (setting.akin(a, b) if kin.slip > 1 else setting.related(a, b))
        or (setting.are_few and agree_beside(a, b, setting))
        or (setting.are_few and is_swapped(a, b, setting) and _is_long(a, b))
    )


def _gives_way(
    why: str, a: Side, b: Side, kin: Kinship, setting: Setting, *, told_twice: bool
) -> bool:
    """Return whether an excuse is only surmised, and a slip too plain for it."""
    if told_twice:
        return why in SURMISES and not (why == NAMES and _are_named(a, b, setting))
    taken_up = kin.same_head and _is_taken_up(a.fact, b.fact)
    if why == NAMES and not taken_up and setting.names_strangers(a, b):
        return False  # "640 million in the Norholt plant", "460 million in the Tiverly plant"
    if why in SURMISES and is_swapped(a, b, setting):
        return True
    if kin.slip <= 1:
        return False
    if why in SURMISES:
        return is_copied(a, b, setting)
    loose = why in LOOSE or (why == TIMES and _is_taken_up(a.fact, b.fact))
    return loose and is_copied(a, b, setting, spare=_PLAIN)


def _is_taken_up(a: Fact, b: Fact) -> bool:
    """Return whether one number takes up the other, with no date that says when for both.

    "Raiders took 57 silver spoons on Friday", "a list of the 75 stolen silver spoons".
    """
    dated = a.period and b.period and a.period.precise and b.period.precise
    return (a.definite or b.definite) and not dated


def _are_named(a: Side, b: Side, setting: Setting) -> bool:
    """Return whether names stand in the clauses of both numbers."""
    return setting.is_named(a) and setting.is_named(b)


def _is_long(a: Side, b: Side) -> bool:
    """Return whether two numbers have so many digits that no other story has one like them."""
    return min(len(a.written), len(b.written)) >= _UNLIKE_OTHERS


def _retold(setting: Setting) -> Iterator[Tie]:
    """Yield the ties of numbers that one text tells twice, once with a slip."""
    for kinds in setting.kinds.values():
        for a, b, ties, why in retold.pairs(kinds, setting):
            score = PERCENT + LEAD_SCORE * ties
            yield Tie(
                a.number,
                b.number,
                event=False,
                agrees=False,
                close=True,
                restated=True,
                score=score,
                excuse=why,
            )


def _other_ends(a: Mention, b: Mention) -> bool:
    """Return whether two stated ranges have different ends."""
    return (
        a.form is b.form is _RANGE
        and a.unit == b.unit
        and (a.stated_low, a.stated_high) != (b.stated_low, b.stated_high)
    )


# --- links ---


def _settle(setting: Setting, ties: Sequence[Tie]) -> tuple[list[Tie], list[Tie]]:
    """Keep for each fact its closest partner in each other document.

    A number that the other document states too, in much the same words, is settled: what
    else stands there is something else. What is left is matched greedily, closest first.
    """
    sides = setting.sides
    same: list[Tie] = []
    links: list[Tie] = []
    bounds: list[Tie] = []
    excused: list[Tie] = []
    rest: list[Tie] = []
    for tie in ties:
        if tie.agrees:
            a, b = sides[tie.a].fact.mention, sides[tie.b].fact.mention
            exact = (a.value == b.value is not None) or _settles(a, b)
            if exact:
                same.append(tie)
            if tie.close and tie.excuse is None:
                (links if exact else bounds).append(tie)
        else:
            (rest if tie.excuse is None else excused).append(tie)
    settled = _settled(sides, same, [*bounds, *rest])
    if not setting.are_few:
        links = _joining(setting, links)
    # "More than 10,000" and "more than a million" are one only where neither is told again.
    links += [
        tie
        for tie in bounds
        if settled.get((tie.a, sides[tie.b].path), 0) < tie.score
        and settled.get((tie.b, sides[tie.a].path), 0) < tie.score
        and not (tie.due and _is_excused(setting, tie))
    ]
    return links + _matched(sides, rest, settled), excused


def _settled(
    sides: list[Side], same: list[Tie], asked: list[Tie]
) -> dict[tuple[int, str], int]:
    """Return how firmly facts that are asked for are told in other documents as well."""
    facts = {number for tie in asked for number in (tie.a, tie.b)}
    settled: dict[tuple[int, str], int] = {}
    for tie in same:
        if tie.a in facts or tie.b in facts:
            for end in _ends(sides, tie):
                settled[end] = max(settled.get(end, 0), tie.score)
    return settled


def _told_apart(sides: list[Side], ties: list[Tie]) -> list[Tie]:
    """Excuse what differs between two documents that differ in several numbers and agree in none.

    They are of two times, two issues of one series or two matters: of one, some number is
    the same in both. A toll is told anew from one day to the next, and is none of these.
    """
    unlike: dict[tuple[str, str], tuple[set[int], set[int]]] = {}
    for tie in ties:
        if tie.agrees or not _is_unlike(tie):
            continue
        pair = sides[tie.a].path, sides[tie.b].path
        if pair[0] != pair[1]:
            mine, yours = unlike.setdefault(pair, (set(), set()))
            mine.add(tie.a)
            yours.add(tie.b)
    apart = {pair for pair, told in unlike.items() if min(map(len, told)) >= _SEVERAL}
    if not apart:
        return ties
    for tie in ties:
        if tie.agrees:
            a, b = sides[tie.a], sides[tie.b]
            if (a.path, b.path) in apart and _is_telling(a, b):
                apart.remove((a.path, b.path))
    return [
        tie._replace(excuse=OTHER_TIMES)
        if not tie.agrees
        and _is_open(tie)
        and (sides[tie.a].path, sides[tie.b].path) in apart
        else tie
        for tie in ties
    ]


def _is_telling(a: Side, b: Side) -> bool:
    """Return whether two numbers that agree hardly do so by chance, as "two" and 100 may."""
    fewest = min(len(a.digits), len(b.digits))
    return fewest >= TELLING_DIGITS or (fewest > 1 and a.numbers == b.numbers)


def _is_open(tie: Tie) -> bool:
    """Return whether nothing excuses two numbers that differ, of no toll."""
    return tie.excuse is None and not tie.event


def _is_unlike(tie: Tie) -> bool:
    """Return whether two numbers that differ are open, or plainly of two things or names."""
    return _is_open(tie) or tie.excuse in _OF_OTHERS


def _joining(setting: Setting, ties: list[Tie]) -> list[Tie]:
    """Return as many ties as join what all of them join; what needs no excuse comes first."""
    groups = _Groups(len(setting.sides))
    joining = [tie for tie in ties if not tie.due and groups.join(tie)]
    for tie in ties:
        if tie.due and not (groups.has(tie) or _is_excused(setting, tie)):
            groups.join(tie)
            joining.append(tie)
    return joining


def _is_excused(setting: Setting, tie: Tie) -> bool:
    a, b = setting.sides[tie.a], setting.sides[tie.b]
    event = tie.event or a.kind == MAGNITUDE
    return excuse(a, b, setting, event=event, restated=tie.restated) is not None


class _Groups:
    """Facts that ties join, each known by the first of its group."""

    def __init__(self, n: int) -> None:
        self._parent = list(range(n))

    def root(self, i: int) -> int:
        """Return the first fact of the group of one."""
        parent = self._parent
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    def has(self, tie: Tie) -> bool:
        """Return whether both ends are in one group."""
        return self.root(tie.a) == self.root(tie.b)

    def join(self, tie: Tie) -> bool:
        """Put both ends into one group; return whether they were in two."""
        parent = self._parent
        if parent[tie.a] == parent[tie.b]:
            return False
        x, y = self.root(tie.a), self.root(tie.b)
        parent[max(x, y)] = min(x, y)
        return x != y


def _matched(
    sides: list[Side], ties: list[Tie], settled: dict[tuple[int, str], int]
) -> list[Tie]:
    taken: dict[tuple[int, str], Tie] = {}
    matched: list[Tie] = []
    for tie in sorted(ties, key=lambda t: (-t.score, t.a, t.b)):
        ends = _ends(sides, tie)
        firm = _SETTLED_TOLL if tie.event else _SETTLED
        if any(settled.get(end, 0) * firm > tie.score * PERCENT for end in ends):
            continue
        if all(_admits(sides, tie, end[0], taken.get(end)) for end in ends):
            for end in ends:
                taken.setdefault(end, tie)
            matched.append(tie)
    return matched


def _settles(a: Mention, b: Mention) -> bool:
    """Return whether two numbers that agree do so otherwise than within a bound."""
    if _RANGE in (a.form, b.form) and a.form != b.form:
        return False
    return not (
        (a.modifier and a.modifier.is_bound)
        or (b.modifier and b.modifier.is_bound)
        or _VAGUE in (a.form, b.form)
    )


def _admits(sides: list[Side], tie: Tie, fact: int, first: Tie | None) -> bool:
    """Return whether a fact that has a partner in a document may have this one as well."""
    # One article may give two readings of one quake, each by another institute.
    if first is None or sides[fact].kind == MAGNITUDE:
        return True
    other, earlier = sides[_other(tie, fact)], sides[_other(first, fact)]
    return other.reading.meets(earlier.reading)


def _other(tie: Tie, fact: int) -> int:
    return tie.b if tie.a == fact else tie.a


def _ends(sides: list[Side], tie: Tie) -> tuple[tuple[int, str], tuple[int, str]]:
    return (tie.a, sides[tie.b].path), (tie.b, sides[tie.a].path)


# --- clusters ---


def _group(
    sides: list[Side],
    links: list[Tie],
    excused: list[Tie],
    read: Mapping[str, Document],
) -> Iterator[Cluster]:
    groups = _Groups(len(sides))
    for tie in links:
        groups.join(tie)
    together: dict[int, list[Tie]] = defaultdict(list)
    apart: dict[int, list[Tie]] = defaultdict(list)
    for tie in links:
        together[groups.root(tie.a)].append(tie)
    for tie in excused:
        apart[groups.root(tie.a)].append(tie)
    for number in sorted({*together, *apart}):
        yield _cluster(sides, together[number], apart[number], read)


def _is_quarrel(a: Side, b: Side) -> bool:
    """Return whether two sides may openly differ, and not two reports of what one of them says.

    Nobody who contradicts another hits upon the same digits in another order.
    """
    if len(a.digits) >= TELLING_DIGITS and is_transposed(a, b):
        return False
    same = a.wording is b.wording and a.fact.claimant == b.fact.claimant
    return (a.fact.disputed or b.fact.disputed) and not same


def _cluster(
    sides: list[Side],
    links: list[Tie],
    excused: list[Tie],
    read: Mapping[str, Document],
) -> Cluster:
    members = sorted({i for tie in (*links, *excused) for i in (tie.a, tie.b)})
    place = {i: at for at, i in enumerate(members)}

    def pairs(ties: Sequence[Tie]) -> tuple[tuple[int, int], ...]:
        found = {(place[tie.a], place[tie.b]) for tie in ties}
        return tuple(sorted({(p, q) if p < q else (q, p) for p, q in found}))

    quarrels = [
        tie
        for tie in links
        if not tie.agrees and _is_quarrel(sides[tie.a], sides[tie.b])
    ]
    miscopied = [
        tie
        for tie in links
        if not tie.agrees and verbatim.is_miscopied(sides[tie.a], sides[tie.b])
    ]
    facts = tuple(sides[i].fact for i in members)
    return Cluster(
        key=naming.name(facts, read[sides[members[0]].path]),
        facts=facts,
        links=pairs(links),
        disputed=pairs(quarrels),
        restated=pairs([tie for tie in links if tie.restated]),
        miscopied=pairs(miscopied),
        excused=tuple(
            sorted(
                (place[min(t.a, t.b)], place[max(t.a, t.b)], t.excuse or "")
                for t in excused
            )
        ),
    )
