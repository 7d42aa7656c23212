"""Changes told as an amount, which one slip parts from the difference of their two values.

"The register lists 2,140 boats, as against 1,820 in 2011. The harbour gained 420 boats": no word
ties the change to the two values, and they may stand in another document. But 320 and 420 have
all digits but one in common, the three count one thing, and the two values hold at two times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from typing import NamedTuple

from factcheck.checks import _changes, _then, slips
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    TOKEN,
    Passage,
    aligned,
    finds,
    hint,
    pattern,
    remembered,
)
from factcheck.checks._then import Value
from factcheck.model import Fact, Form, Mention, Period

_AMOUNTS = frozenset("cemtr")
_FAR = 3  # sentences
_MOST = 8  # amounts of a kind in the sentences around; more are a list of other things
_DOCUMENTS, _CROWD = 12, 24  # more are hardly of one story, or of one thing
_DIGITS, _DIGITS_AFAR = 2, 3  # that tell, in its own document and in another
_SLIPS = frozenset({"two digits may be swapped", "one digit differs"})
_ADDED = r"\b(?:extra|additional|added|adding|gain(?:s|ed|ing)?|won|newcomers?)\b"
_LEFT = rf"(?:{_changes.SIGN}|(?P<more>{_ADDED}))[^<,;:.()]{{0,20}}$"
_RIGHT = rf"^(?: [a-z'-]+){{0,2}}? (?:{_changes.SIGN}|(?P<more>extra|additional))"
# A level, and not what was added: "up to 620", "more than 620", "rose from 620"
_LEVEL = r"\b(?:to|from|than|at|over|above|below|under|against|of the|until|since|expand(?:s|ed)?)(?: (?:an?|the|about|some|just|almost|nearly))* $"
MOVING = hint(
    "gain", "lost ", "los", "extra ", "additional ", "add", " more", " fewer", " less",
    "by <", "up <", "down <", "rise", "rose ", "gr", "increase", "fall", "fell ", "drop",
    "higher", "lower", "shed ", "won ", "cut", "shr",
)  # fmt: skip
# What another year, a plan or a part of the thing has gained.
_OTHERWISE = r"\b(?:another|plan(?:s|ned)?|target|forecast|expect(?:s|ed)?|will|would|could|should|may|might|if|alone|each|every|average|per|net|gross|births?|deaths?|of (?:them|these|those|which|whom))\b"
# Where the clause of a change begins, and what it may open with.
_CLAUSE = r"^.*(?:[,;:()]| (?:and|but|so|that|while|as|because) )"
_BARE = (
    r"^(?:(?:so|thus|and|but|therefore|in (?:all|total|other words)|since then|overall) )*"
    r"(?:(?:it|they|we|he|she|you|that|this|these|which|there|who|both)\b|(?:the|its|their|our|his|her|this|that) (?!its |the )[a-z-]*(?:[a-rt-z]|ss)\b)?"
)
_SAID = r"\b(?:has|have|had|is|are|was|were|been|be|now|thus|therefore|then|since|only|just|about|some|an?|the|of|by|in|number|total|figure|means?|meant|welcomed|saw|seen|there|altogether)\b"
# "6,570 more than on Mondays": than at no other time.
_THAN = r"^(?:[^<,;:.]|<[dwk]\d+>)* than (?!before|then|now|<[dw]|(?:in|at|on|of) (?:<|the (?:start|beginning|outset|end|time)|last|that)|(?:the |a )?(?:year|last|previous|season))"
_WHERE = r"^(?:but |and )?(?:in|at|on|among|for|across|outside|near|along|of) (?!<)(?!(?:all|total|fact|short|other words)\b)"
_STEM, _NINE, _TEN = 4, 9, 10
_WORD = re.compile("[a-z]{3,}")


Index = dict[str, list[Passage]]
"""The sentences that may tell two values, by what they count."""


class Claim(NamedTuple):
    """An amount by which something changed, and 1 where it rose, -1 where it fell."""

    place: Place
    sign: int
    subject: str


def index(groups: Sequence[Sequence[Passage]]) -> Index:
    """Return the sentences with two amounts of one kind or more; none of many documents."""
    found: Index = {}
    for group in groups if 1 < len(groups) <= _DOCUMENTS else ():
        for source in group:
            if len(source.plain) > 1 and not source.in_table:
                kinds = set().union(
                    *(_kinds(source.fact(slot)) for slot, _, _ in source.plain)
                )
                for kind in kinds - {""}:
                    found.setdefault(kind, []).append(source)
    return {kind: each for kind, each in found.items() if len(each) <= _CROWD}


def _kinds(fact: Fact) -> frozenset[str]:
    """Return what an amount is of: "passengers numbered 81,400" has it before the number."""
    kind = fact.mention.unit or fact.head
    return frozenset((kind,)) if kind else fact.near


def told(
    known: Index, group: Sequence[Passage], at: int
) -> Iterator[tuple[Place, Place, Place, int]]:
    """Yield an old value, a new one, and a change that is their difference but for a slip.

    Args:
        known: The sentences of all documents that may tell two values.
        group: The sentences of the document with the change.
        at: Number of the sentence with the change, which is `MOVING`.
    """
    passage = group[at]
    for claim in _claims(passage):
        near = [
            other
            for other in group[max(0, at - _FAR) : at + _FAR + 1]
            if abs(other.index - passage.index) <= _FAR
        ]
        found = _nearest(claim, passage, near) or _afar(claim, known)
        if found and not _is_explained(claim, near):
            yield found[0].place, found[1].place, claim.place, claim.sign


def _claims(passage: Passage) -> Iterator[Claim]:
    """Yield the amounts of a sentence that are said to have been gained or lost."""
    if passage.in_table or not passage.plain:
        return
    for slot, sign, subject in _signs(passage.masked):
        mention = passage.mention(slot)
        if mention.form is Form.PLAIN and mention.value and mention.modifier is None:
            yield Claim(Place(passage, slot), sign, subject)


@remembered
def _signs(masked: str) -> tuple[tuple[int, int, str], ...]:
    found = []
    if finds(masked, _WHERE):
        return ()
    for match in TOKEN.finditer(masked):
        if match["kind"] not in _AMOUNTS:
            continue
        left, right = masked[: match.start()], masked[match.end() :]
        said = pattern(_LEFT).search(left[-40:])
        if said is not None and _is_level(said.group()):
            continue
        said = said or pattern(_RIGHT).match(right)
        if said is None or finds(right, _THAN):
            continue
        if not finds(f"{pattern(_CLAUSE).sub('', left)} {right[:40]}", _OTHERWISE):
            sign = 1 if said["up"] or said["more"] else -1
            verb = said.string is right  # "The airport handled <c0> more passengers"
            words = left.rstrip().rpartition(" ")[0] + " " if verb else left
            found.append((int(match["slot"]), sign, _subject(words)))
    # "It opened with 48 players, gained 13, lost six and ended with 58"
    return tuple(found) if len(found) == 1 else ()


def _is_level(said: str) -> bool:
    """Return whether words before a number make it no change: "up to <c0>", "was over in <c0>"."""
    compares = finds(said, rf"^{_changes.THAN}\b") and not finds(said, r"\bby\b")
    return compares or pattern(_LEVEL).search(said) is not None


def _subject(left: str) -> str:
    """Return the words before a change that say what changed; none for "it" and "the town"."""
    clause = pattern(_CLAUSE).sub("", left)
    if pattern(f"^(?:{_SAID}| )*(?:{_ADDED}|{_changes.SIGN}|$)").match(clause):
        clause = left.partition(",")[0]  # "Arle, its largest town, gained <c0>"
    words = pattern(_BARE).sub("", clause)
    for known in (_ADDED, _changes.SIGN, _SAID):
        words = pattern(known).sub("", words)
    return words


def _is_own(claim: Claim, both: Sequence[Value]) -> bool:
    """Return whether a change is told of nothing that its values are not told of."""
    said = " ".join(value.place.passage.masked for value in both)
    fact, masked = (
        claim.place.passage.fact(claim.place.slot),
        claim.place.passage.masked,
    )
    left = masked[: masked.index(f"{claim.place.slot}>")]
    words = [
        *_WORD.findall(claim.subject),
        *(name for name in fact.names if name in left),
    ]
    return all(word[:_STEM] in said for word in words)


def _nearest(
    claim: Claim, passage: Passage, near: Sequence[Passage]
) -> tuple[Value, Value] | None:
    """Return the two values around a change, in one sentence or in two that stand together."""
    windows = [[passage], *([each] for each in near if each is not passage)]
    windows += [[a, b] for a, b in pairwise(near)]
    amounts = {source: _amounts(claim, source) for source in near}
    stated = _value(claim.place)
    for window in windows:
        values = [value for source in window for value in amounts[source]]
        if len(values) <= 1 or not _may_slip(stated, values):
            continue
        both = _pair(claim, window)
        if both and _is_slip(claim, *both, digits=_DIGITS):
            return both
    return None


def _afar(claim: Claim, known: Index) -> tuple[Value, Value] | None:
    """Return the two values in a sentence of another document that names the same."""
    fact = claim.place.passage.fact(claim.place.slot)
    for source in known.get(fact.mention.unit or fact.head, ()):
        if source.facts is claim.place.passage.facts:
            continue
        if not _may_slip(_value(claim.place), _amounts(claim, source)):
            continue
        both = _pair(claim, [source])
        if (
            both
            and _is_slip(claim, *both, digits=_DIGITS_AFAR)
            and _is_of_same(fact, both)
        ):
            return both
    return None


def _pair(claim: Claim, window: Sequence[Passage]) -> tuple[Value, Value] | None:
    """Return the two values that some sentences tell, of the kind of a change."""
    place = claim.place
    delta = place.passage.mention(place.slot)
    values = [
        value
        for source in window
        for value in _then.values(
            source, place.slot if source is place.passage else None, _AMOUNTS
        )
        if _is_like(value.fact.mention, delta)
    ]
    if len(values) > _MOST:
        return None
    both = _then.pair(values, claim.sign)
    return both if both and _is_own(claim, both) and _is_then(claim, both) else None


def _amounts(claim: Claim, source: Passage) -> list[Decimal]:
    """Return the amounts of a sentence that a change may lie between."""
    own = claim.place.slot if source is claim.place.passage else None
    return [
        value
        for slot, kind in enumerate(source.kinds)
        if kind in _AMOUNTS and slot != own and (value := source.mention(slot).value)
    ]


def _may_slip(stated: Decimal, values: Sequence[Decimal]) -> bool:
    """Return whether two amounts may miss a stated change by a slip: a cheap first look."""
    low, high = stated / _TEN, stated * _TEN
    return any(
        low < (right := abs(a - b)) < high and _is_off(right, stated)
        for a, b in combinations(values, 2)
    )


def _is_off(right: Decimal, stated: Decimal) -> bool:
    """Return whether numbers are apart as those with one wrong digit, or two swapped, are."""
    if right == stated:
        return False
    off = (right - stated).normalize().as_tuple().digits
    return len(off) == 1 or not sum(off) % _NINE


def _is_then(claim: Claim, both: Sequence[Value]) -> bool:
    """Return whether a change is told of no other time than its values."""
    known = [value.period for value in both if value.period and value.period.start]
    passage = claim.place.passage
    clause = passage.fact(claim.place.slot).clause
    told = [
        any(item.overlaps(each) for each in known)
        for item in passage.items
        if isinstance(item, Period) and item.start and item.span.end <= clause.end
    ]
    return all(told) if len(known) == len(both) else any(told) or not told


def _is_like(value: Mention, delta: Mention) -> bool:
    if value.form is not Form.PLAIN or not value.value:
        return False
    both = aligned(value, delta)
    return both is not None and both[0].unit == both[1].unit


def _is_of_same(delta: Fact, both: Sequence[Value]) -> bool:
    """Return whether two documents count one thing, and name it or a time of it alike."""
    counted = frozenset().union(*(_kinds(value.fact) for value in both))
    if delta.mention.dimension == "count" and delta.head not in counted:
        return False
    time = delta.period
    return any(
        (time and value.period and time.start and time.overlaps(value.period))
        or delta.names & value.fact.names
        for value in both
    )


def _is_slip(claim: Claim, old: Value, new: Value, *, digits: int) -> bool:
    """Return whether one wrong digit, or two that are swapped, part a change from its values."""
    stated = _value(claim.place)
    right = abs(_value(new.place) - _value(old.place))
    if not right or right == stated:
        return False
    written = [
        _exponent(_value(place)) for place in (old.place, new.place, claim.place)
    ]
    if abs(right - stated) < Decimal(1).scaleb(max(written)):
        return False  # cut or rounded
    step = min(_exponent(right), _exponent(stated))
    if min(right, stated) < Decimal(1).scaleb(step + digits - 1):
        return False
    a, b = right.scaleb(1 - step) + 1, stated.scaleb(1 - step) + 1
    return slips.between(a, b) in _SLIPS


def _is_explained(claim: Claim, near: Sequence[Passage]) -> bool:
    """Return whether a change is the difference, or the sum, of two amounts around it."""
    stated = _value(claim.place)
    values = [
        value
        for source in near
        for slot, value, _ in source.plain
        if Place(source, slot) != claim.place
    ]
    return any(stated in (abs(a - b), a + b) for a, b in combinations(values, 2))


def _value(place: Place) -> Decimal:
    return place.passage.mention(place.slot).value or Decimal(0)


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent
