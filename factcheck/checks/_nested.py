"""Those who come to a second stage, told in other sentences than those who came to the first.

"4,100 riders set off" in one text, "4,600 riders finished" in another: who finishes has started,
who is admitted has applied. The two are compared where they count the same things on one story,
at one time, and where no text counts as many of them as there are at the second stage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from factcheck.checks import _afar, _claimed
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Group, finds, pattern
from factcheck.checks._roots import roots
from factcheck.model import Form

# Who comes to the second is one of those who came to the first.
_STAGES = (
    (
        r"\b(?:start(?:s|ed)?|set off|entered|lined up|signed up|registered|set out|began|took part)\b",
        r"\b(?:finish(?:es|ed)?|complet(?:es|ed)|reached the (?:finish|end|goal)|crossed the (?:finish|line))\b",
    ),
    (
        r"\b(?:appl(?:y|ies|ied)|applications?)\b",
        r"\b(?:admitted|accepted|enrolled|granted|given a place)\b",
    ),
    (
        r"\b(?:invited|invitations?)\b",
        r"\b(?:attended|came|turned up|accepted)\b",
    ),
    (
        r"\b(?:tested|checked|examined|inspected|sampled|screened)\b",
        r"\b(?:positive|infected|contaminated|faulty|diseased|failed)\b",
    ),
    (
        r"\b(?:asked|polled|questioned|sent (?:out )?to)\b",
        r"\b(?:answered|replied|responded|returned)\b",
    ),
    (
        r"\b(?:arrested|detained|taken into custody|rounded up)\b",
        r"\b(?:charged|convicted|released|set free)\b",
    ),
    (r"\b(?:ordered|orders for)\b", r"\b(?:delivered|handed over)\b"),
    (r"\b(?:planted|sown)\b", r"\b(?:survived|took root|grew)\b"),
    (r"\b(?:hatched|born)\b", r"\b(?:fledged|survived|weaned)\b"),
    (r"\b(?:sent|dispatched|shipped)\b", r"\b(?:arrived|received)\b"),
)
_MOST = Decimal("1.5")  # so many more are others
_MOST_COUNTS = 24


class Count(NamedTuple):
    """A count of things at a stage.

    Attributes:
        place: It.
        named: The roots of what it counts.
        stages: The stages that its clause tells of: number, and first (0) or second (1).
    """

    place: Place
    named: frozenset[str]
    stages: frozenset[tuple[int, int]]


def beyond(groups: tuple[Group, ...]) -> Iterator[tuple[Place, Place]]:
    """Yield the counts of a second stage that are more than those of the first, with these."""
    found: dict[frozenset[str], list[Count]] = {}
    for group in groups:
        for passage in group:
            for slot, kind in enumerate(passage.kinds):
                count = _count(Place(passage, slot)) if kind == "c" else None
                if count is not None:
                    found.setdefault(count.named, []).append(count)
    for counts in found.values():
        staged = any(number == 1 for each in counts for _, number in each.stages)
        if staged and len(counts) <= _MOST_COUNTS:
            yield from _compared(counts)


def _count(place: Place) -> Count | None:
    """Return a count with what it counts and what is told of that."""
    passage, slot = place.passage, place.slot
    mention = passage.mention(slot)
    if mention.form is not Form.PLAIN or mention.counted is None or passage.in_table:
        return None
    named = _afar.named(place)
    if not named:
        return None
    before, _, after = passage.masked.partition(f"<c{slot}>")
    clause = f"{re.split(_afar.ENDS, before)[-1]} {re.split(_afar.ENDS, after)[0]}"
    stages = frozenset(
        (at, number)
        for at, stage in enumerate(_STAGES)
        for number, source in enumerate(stage)
        if finds(clause, source)
    )
    return Count(place, named, stages)


def _compared(counts: list[Count]) -> Iterator[tuple[Place, Place]]:
    for part in counts:
        for at, number in sorted(part.stages):
            if number == 1 and _afar.is_level(part.place):
                wholes = [each for each in counts if (at, 0) in each.stages]
                wholes = [each for each in wholes if _is_before(each, part, at)]
                values = {_value(each) for each in wholes}
                most = max(
                    (_value(each) for each in counts if each is not part), default=0
                )
                if len(values) == 1 and most < _value(part) <= values.pop() * _MOST:
                    yield part.place, wholes[0].place
                    break


def _is_before(first: Count, second: Count, at: int) -> bool:
    """Return whether a count is of the first stage of the very things of another."""
    one, other = first.place.passage, second.place.passage
    if one is other or (at, 1) in first.stages or not _afar.is_level(first.place):
        return False
    known = _afar.around(other, without=one) | roots(other.masked)
    back = _afar.around(one, without=other) | roots(one.masked)
    return (
        _narrowed(first) <= known
        and _narrowed(second) <= back
        and _afar.on_one_story(one, other)
        and _afar.agree_in_time(first.place, second.place)
    )


def _narrowed(count: Count) -> frozenset[str]:
    """Return the roots of what says which of the things are counted: "in the lake race"."""
    passage, slot = count.place.passage, count.place.slot
    after = passage.masked.partition(f"<c{slot}>")[2]
    clause = re.split(_afar.ENDS, after)[0]
    told = [match[1] for match in pattern(_claimed.NARROWS).finditer(clause)]
    return roots(" ".join(told)) - count.named


def _value(count: Count) -> Decimal:
    mention = count.place.passage.mention(count.place.slot)
    high = mention.reading.high
    return (mention.value or Decimal(0)) if high is None else high
