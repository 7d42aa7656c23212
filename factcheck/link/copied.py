"""One number that two documents of one story tell, once with a slip.

"The dome spans 34 metres", "under the 43-metre-wide dome": of two related stories hardly one
pair in ten thousand has two such numbers by chance, so the slip is evidence, and little else
need say that both are one. The less a slip says, and the more numbers there are among which
it may be by chance, the more must stand beside both.
"""

from __future__ import annotations

import re
from itertools import chain

from factcheck.link.digits import TELLING_DIGITS, UNITLESS, Slip, slip
from factcheck.link.setting import Setting
from factcheck.link.sides import Side
from factcheck.model import Form

# How many ties make chance unlikely, by what would turn one number into the other.
_NEEDED: dict[Slip | None, int] = {Slip.SWAP: 1, Slip.SHORT_SWAP: 2, Slip.POINT: 4}
_CROWDS = 20, 60, 150  # pairs of numbers: each takes one tie more
_MOST_WORDS = 3  # in common; more say no more
_LONG = 2  # digits beyond the telling ones that say more
_SAME_SIZE = (
    2  # pairs of numbers as long as two: of so few hardly one is a slip by chance
)
_TWO_DIGITS = 10
_FEW = 2  # of which any text may tell
# Nouns made for people: "first-grader", "cyclist", "volunteer".
_PEOPLE = re.compile(
    r"-\w+er$|(?:ian|ist|eer|man|men)$"
    r"|^(?:buyer|delegate|guard|guest|member|miner|pilgrim|player|reader|singer|shopper)$"
)
_FORMS = frozenset((Form.PLAIN, Form.AGE))


def is_copied(x: Side, y: Side, setting: Setting, *, spare: int = 0) -> bool:
    """Return whether two of few documents tell one number, once with a slip.

    Args:
        x: A fact.
        y: Another.
        setting: The run.
        spare: How much more than needed must say so.
    """
    if x.path == y.path or not setting.are_few:
        return False
    by = slip(x, y)
    needed = _NEEDED.get(by)
    return (
        needed is not None
        and x.fact.mention.form is y.fact.mention.form
        and x.fact.mention.form in _FORMS
        and (by is not Slip.POINT or len(x.digits) >= TELLING_DIGITS)
        and not (_states(x, y, setting) or _states(y, x, setting))
        and not are_things_and_people(x, y)
        and ((by is not Slip.SHORT_SWAP and x.kind != "ratio") or _are_told_alike(x, y))
        and _ties(x, y, setting) >= needed + spare
        and (setting.akin(x, y) or (by is Slip.SWAP and len(x.digits) > TELLING_DIGITS))
    )


def _are_told_alike(x: Side, y: Side) -> bool:
    """Return whether anything beside two numbers is the same.

    Of two digits, and of percentages, many are swapped by chance.
    """
    a, b = x.fact, y.fact
    if are_sums_of_others(x, y):
        return False
    return (
        not a.near.isdisjoint(b.words | b.near)
        or not b.near.isdisjoint(a.words)
        or not x.measures.isdisjoint(y.measures)
    )


def are_things_and_people(x: Side, y: Side) -> bool:
    """Return whether only one of two counts is of people: "142 schools" beside "412 pupils"."""
    if x.people is y.people or not (x.fact.head and y.fact.head):
        return False
    return not _PEOPLE.search((y if x.people else x).fact.head)


def are_sums_of_others(x: Side, y: Side) -> bool:
    """Return whether words say of two sums what each is: "3.8 million in fees", "sold for 8.3"."""
    return (
        x.kind.startswith("currency:")
        and bool(x.measures and y.measures)
        and x.measures.isdisjoint(y.measures)
    )


def are_told_otherwise(x: Side, y: Side) -> bool:
    """Return whether a word says of one of two things what the other is not: "homes cut off"."""
    a, b = x.fact.head, y.fact.head
    return (
        x.kind == "count"
        and bool(a and b)
        and a != b
        and not (x.people or y.people)
        and x.measures.isdisjoint(y.measures)
        and not (x.measures <= {a} and y.measures <= {b})
    )


def _states(own: Side, other: Side, setting: Setting) -> bool:
    """Return whether the document of a fact states another number too, or what makes it up.

    "46 passenger trains and 18 freight trains" are 64 trains.
    """
    told = chain.from_iterable(setting.kinds[own.path].values())
    if any(not set(other.numbers).isdisjoint(side.numbers) for side in told):
        return True
    mine, yours = own.fact.mention.value, other.fact.mention.value
    apart = mine is not None and yours is not None and abs(mine - yours)
    return any(apart == side.fact.mention.value for side in setting.beside(own))


def _ties(x: Side, y: Side, setting: Setting) -> int:
    """Return how much says that two numbers of two documents are one."""
    a, b = x.fact, y.fact
    counted = bool(a.head) and a.head == b.head
    near = (a.near & b.near) - {a.head, b.head}
    other = x.kind == "count" and bool(a.head and b.head) and not (counted or x.people)
    further = not ((a.near & b.words) | (b.near & a.words)) <= near | {a.head, b.head}
    mine, yours = (setting.kinds[side.path][side.kind] for side in (x, y))
    pairs = len({s.numbers for s in mine}) * len({s.numbers for s in yours})
    return (
        2 * counted
        - other
        - are_told_otherwise(x, y)
        - 2 * are_sums_of_others(x, y)
        + min(len(near), _MOST_WORDS)
        + further
        + (not x.measures.isdisjoint(y.measures))
        + bool((a.names & b.names) - near)
        + _weight(x.kind)
        + _length(x, y)
        + _are_rare(x, mine, yours)
        + (x.kind == "count" and are_of_one_time(x, y))
        + min(len(_told(x, setting) & _told(y, setting)), 2)
        - sum(pairs > crowd for crowd in _CROWDS)
    )


def _weight(kind: str) -> int:
    """Return how few numbers of a kind a text has."""
    if kind in ("count", "ratio"):
        return 0
    return 1 if kind in UNITLESS or kind.startswith("currency:") else 2


def _length(x: Side, y: Side) -> int:
    """Return how many digits two numbers have beyond those that any other may share."""
    more = min(len(x.digits), len(y.digits)) - TELLING_DIGITS
    return max(0, min(more, _LONG))


def _are_rare(x: Side, mine: list[Side], yours: list[Side]) -> bool:
    """Return whether hardly any other numbers of their kind are as long as two."""
    if len(x.written) <= TELLING_DIGITS or len(x.digits) < TELLING_DIGITS:
        return False
    first, second = (
        len({s.numbers for s in sides if len(s.written) == len(x.written)})
        for sides in (mine, yours)
    )
    return first * second <= _SAME_SIZE


def are_of_one_time(x: Side, y: Side) -> bool:
    """Return whether two numbers are told of one time, and both texts say which."""
    p, q = x.fact.period, y.fact.period
    return bool(
        p
        and q
        and p.precise
        and q.precise
        and p.start
        and (p.start, p.end) == (q.start, q.end)
    )


def _told(side: Side, setting: Setting) -> set[tuple[object, ...]]:
    """Return the numbers of the document of a fact that hardly stand in another by chance."""
    told: set[tuple[object, ...]] = set()
    for kind, sides in setting.kinds[side.path].items():
        for other in sides:
            fact, most = other.fact, max(other.numbers, default=0)
            if kind != "count" or most >= _TWO_DIGITS:
                told.add((kind, *other.numbers, fact.mention.unit))
            elif fact.head and most > _FEW:
                told.add((fact.head, *other.numbers))
    return told
