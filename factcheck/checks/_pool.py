"""Shares of one pool, wherever a text or several tell them, that come to more than all of it.

"The council spends 45 percent of its budget on schools"; in other texts, "40 percent of its budget
on roads" and "23 percent of its budget on parks". Each share is read by its roles: what it is of
(its pool, told beside it, before it in its sentence, or by the share before it), and whose
or what it is (its label). Shares are added up where their pools agree, their labels differ, and
nothing of the pool can be in two of them: because it is stuff that is handed out, because one
is "the remaining" or "another" one, or because the text says that each is counted once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.checks import _afar, _exclusive, _shared_out, _sides
from factcheck.checks._arithmetic import HUNDRED
from factcheck.checks._context import Group, Passage, finds, pattern
from factcheck.checks._kin import said_too
from factcheck.checks._pool_parts import (
    FURTHER,
    LIGHT_ROOTS,
    REST,
    WHERE,
    Part,
    named,
    own,
    read,
)
from factcheck.checks._ratios import names_in
from factcheck.checks._roots import roots
from factcheck.checks._stuff import is_stuff
from factcheck.language.lexicon import FUNCTION_WORDS

_RIVALS = r"\b(?:possession|ball|market|votes?|ballots?|shares|capital|stock|equity|royalties|estate|inheritance|seats)\b"
_HOLDS = r"\b(?:owns?|owned|holds?|held|controls?|controlled|(?:stake|holding|shareholding)\b[^<]*) (?:about |some |now )?$"
_CLOSED = r"\b(?:the (?:others|rest|remainder|remaining [a-z]+|other [a-z]+)|everyone else|everybody else|everything else)\b"
# What one may have, use or like beside another.
_HAVING = r"\b(?:owns?|have an?|has an?|uses?|used|likes?)\b"
# Its other side stands with it: "58 percent, compared with 37 percent who did not".
_AGAINST = r"<[pf]\d+>[^;]*\b(?:compared (?:with|to)|against|versus|as opposed to|while|and) (?:about |some |only |just )?<[pf]\d+>"
_BOTH = r"\b(?:both|overlap)\b"
_TO = r"\b(?:to|on|for|into|towards?|toward)\b"
_FROM = r"\b(?:from|by|out of)\b"
_NARROWING = frozenset(("new", "old", "young"))
_MONEY = roots("money cash sum funds grant budget fund")
_MOST, _FEWEST, _PAIR = 48, 3, 2
_SLACK, _FAR = Decimal(1), Decimal(140)
_LARGEST = 8


def beyond(groups: tuple[Group, ...]) -> Iterator[list[Part]]:
    """Yield the shares of one pool that come to more than all of it."""
    parts: list[Part] = []
    for number, group in enumerate(groups):
        parts += read(group, number * 1000)
    if not _PAIR <= len(parts) <= _MOST:
        return
    told: set[frozenset[int]] = set()
    for seed in parts:
        if not (seed.told or _is_one_answer(seed)):
            continue
        pooled = _pooled(seed, parts)
        keys = frozenset(id(part.share) for part in pooled)
        if (
            keys not in told
            and _is_too_much(pooled)
            and _are_told(pooled)
            and _leave_each_other_out(pooled)
            and not _is_answered(pooled)
        ):
            told.add(keys)
            yield pooled


def _are_told(parts: Sequence[Part]) -> bool:
    """Return whether both of two shares in two sentences name their pool, or are "a further" one."""
    apart = len({part.passage for part in parts}) == len(parts) == _PAIR
    further = f"{FURTHER}|{REST}"
    return not apart or all(part.told or finds(part.left, further) for part in parts)


# --- which are of one pool ---


def _pooled(seed: Part, parts: Sequence[Part]) -> list[Part]:
    """Return the shares of the pool of one of them, each of another part of it."""
    found = [seed]
    for part in parts:
        if part is seed or not all(_agree(part, each) for each in found):
            continue
        if any(_repeats(part, each) for each in found):
            continue
        same = [each for each in found if not _differ(part, each)]
        if any(each.middle != part.middle for each in same):
            return []  # one thing has two shares: which is meant?
        if not same:
            found.append(part)
    return found


def _is_one_answer(part: Part) -> bool:
    """Return whether a share is one of the answers to a question that has one each."""
    return not part.pool and _exclusive.counted_once(part.passage.paragraph)


def _repeats(part: Part, other: Part) -> bool:
    """Return whether words tell about what a number told before: "nearly half"."""
    reading = part.share.reading
    return part.share.percent is None and (reading.low or 0) <= other.middle <= (
        reading.high or HUNDRED
    )


def _differ(one: Part, other: Part) -> bool:
    """Return whether two shares are of two things."""
    if finds(one.left, FURTHER) or finds(other.left, FURTHER):
        return True
    if finds(one.left, REST) or finds(other.left, REST) or _opposed(one, other):
        return True
    if not (one.label and other.label):
        return False
    lefts = roots(one.left) - LIGHT_ROOTS, roots(other.left) - LIGHT_ROOTS
    return _are_apart(one.label, other.label) or (all(lefts) and _are_apart(*lefts))


def _are_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return not (said_too(one, other) or said_too(other, one))


def _agree(one: Part, other: Part) -> bool:
    """Return whether two shares are of one pool at one time."""
    if not _afar.agree_in_time(one.spot, other.spot):
        return False
    if one.chain == other.chain and not (one.told and other.told):
        return _are_of_one_scope(one, other)
    if not (
        _are_of_one_story(one.passage, other.passage) and _are_named_alike(one, other)
    ):
        return False
    if one.passage is other.passage:
        return _are_of_one_scope(one, other)
    return _is_there_too(one, other) and _is_there_too(other, one)


def _are_named_alike(one: Part, other: Part) -> bool:
    """Return whether the words for two pools may mean one."""
    first, second = named(one.pool), named(other.pool)
    if not (first or second):
        return False
    bare = not first or not second or first <= _MONEY or second <= _MONEY
    if not bare and _are_apart(first, second):
        return False
    if _NARROWING & {*one.pool.split()} ^ _NARROWING & {*other.pool.split()}:
        return False
    return _knows(one, other) and _knows(other, one)


def _are_of_one_scope(one: Part, other: Part) -> bool:
    """Return whether the later of two shares is of no other place than the earlier."""
    first, second = sorted(
        (one, other), key=lambda part: (part.passage.index, part.share.start)
    )
    if finds(second.left, f"{FURTHER}|{REST}"):
        return True
    where = _where(second) if own(first) else _scope(second)
    return where <= frozenset(f"{first.words} {first.pool}".split())


def _is_there_too(one: Part, other: Part) -> bool:
    """Return whether the place of a share is told around another too."""
    where = roots(" ".join(_scope(one)))
    known = _around(other, one) | named(other.pool)
    left = len(where) - len(said_too(where, known))
    return left < _PAIR and (left == 0 or len(where) >= _PAIR)


def _scope(part: Part) -> frozenset[str]:
    """Return the words for where a share is so, unless nothing else is said of it: "in Poland"."""
    return _where(part) if own(part) else frozenset()


def _where(part: Part) -> frozenset[str]:
    words = (part.left, part.right)
    found = [match[0] for each in words for match in pattern(WHERE).finditer(each)]
    return frozenset(" ".join(found).split()) - FUNCTION_WORDS


def _are_of_one_story(one: Passage, other: Passage) -> bool:
    """Return whether two texts have a name, or a word of their headlines and others, in common."""
    if _afar.on_one_story(one, other):
        return True
    first, second = (_afar.around(each, without=each) for each in (one, other))
    heads = [
        roots(each.document.surface(each.document.blocks[0].span).lower())
        for each in (one, other)
    ]
    return len(first & second) >= _PAIR and bool(heads[0] & heads[1])


def _knows(one: Part, other: Part) -> bool:
    """Return whether what narrows the pool of a share is told around another, and not as its label."""
    pool, own = named(one.pool), named(other.pool)
    if pool <= _MONEY and own & _MONEY:
        return True
    strange = pool - own - said_too(pool, own)
    if strange & other.label and _opposed(one, other) is None:
        return False  # a share of a part: "of the road freight"
    known = _around(other, one)
    strange -= said_too(strange, known)
    many = len(said_too(pool | one.label, own | other.label)) >= _FEWEST
    return len(strange) <= (1 if many and not pool <= strange else 0)


# --- whether they come to too much ---


def _is_too_much(parts: Sequence[Part]) -> bool:
    """Return whether shares come to more than all, and none of them to all of it."""
    if not _PAIR <= len(parts) <= _LARGEST:
        return False
    if not HUNDRED + _SLACK < sum(part.low for part in parts) <= _FAR:
        return False
    values = [part.middle for part in parts]
    return not any(
        abs(sum(some) - HUNDRED) <= _SLACK
        for size in range(_PAIR, len(values))
        for some in combinations(values, size)
    )


def _leave_each_other_out(parts: Sequence[Part]) -> bool:
    """Return whether nothing can be in two of the shares."""
    passages = {part.passage: None for part in parts}
    told = " ".join(passage.paragraph for passage in passages)
    both = any(finds(passage.masked, _BOTH) for passage in passages)
    if both or finds(told, _shared_out.MANY):
        return False
    return (
        _are_opposed(parts)
        or _are_told_apart(parts, told)
        or (_is_handed_out(parts) and not _are_named(parts))
    )


def _is_answered(parts: Sequence[Part]) -> bool:
    """Return whether a share has its other side beside it: "58 percent, compared with 37 who did not"."""
    return len({part.passage for part in parts}) > 1 and any(
        finds(part.passage.masked, _AGAINST)
        and sum(other.passage is part.passage for other in parts) == 1
        for part in parts
    )


def _are_told_apart(parts: Sequence[Part], told: str) -> bool:
    """Return whether words keep shares apart: "the remaining", "another", "one answer each"."""
    if any(finds(part.words, REST) or finds(part.left, FURTHER) for part in parts[1:]):
        return True
    if len(parts) >= _FEWEST and _exclusive.counted_once(told):
        return True
    passages, chains = ({part[at] for part in parts} for at in (0, -1))
    return min(len(passages), len(chains)) == 1 and finds(told, _CLOSED)


def _is_handed_out(parts: Sequence[Part]) -> bool:
    """Return whether shares are of what is handed out, in one respect."""
    if not all(is_stuff(part.pool) for part in parts) or not _one_way(parts):
        return False
    several = len(parts) >= _FEWEST
    to = all(finds(part.words, _TO) for part in parts)
    return several or to or _are_rivals(parts)


def _are_opposed(parts: Sequence[Part]) -> bool:
    """Return whether shares are of the sides of one question, each of another."""
    return all(
        _opposed(one, other) is not None for one, other in combinations(parts, _PAIR)
    )


def _opposed(one: Part, other: Part) -> frozenset[str] | None:
    """Return the roots of the words that put two shares on two sides of one question."""
    if finds(one.words, _HAVING) or finds(other.words, _HAVING):
        return None
    first, second = _sides.told(one.words), _sides.told(other.words)
    for scale in first.keys() & second.keys():
        if first[scale] != second[scale]:
            own = _sides.words_of(scale)
            topics = one.label - own, other.label - own
            if _told_too(topics[0], one, other) and _told_too(topics[1], other, one):
                return own
    return None


def _told_too(topic: frozenset[str], one: Part, other: Part) -> bool:
    """Return whether what one share is about is told around another too."""
    known = _around(other, one) | other.label
    return len(said_too(topic, known)) == len(topic)


def _around(part: Part, without: Part) -> frozenset[str]:
    passage = part.passage
    return _afar.around(passage, without=without.passage) | roots(passage.masked)


def _are_rivals(parts: Sequence[Part]) -> bool:
    """Return whether shares are of what only one can hold."""
    return all(
        not part.pool or finds(part.pool, _RIVALS) or finds(part.left, _HOLDS)
        for part in parts
    )


def _one_way(parts: Sequence[Part]) -> bool:
    """Return whether shares are told by one respect: where all goes, or where all comes from."""
    to, from_ = (
        any(finds(part.words, words) for part in parts) for words in (_TO, _FROM)
    )
    return not (to and from_)


def _are_named(parts: Sequence[Part]) -> bool:
    """Return whether parts in several sentences are named, so that one may lie in another."""
    if len({part.passage for part in parts}) == 1 or _are_rivals(parts):
        return False
    return any(part.label <= names_in(part.passage.facts) for part in parts)
