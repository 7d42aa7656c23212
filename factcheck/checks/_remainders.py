"""The rest of a sum, told in another sentence than the sum: with the other parts it must come to it.

"The round came to $48 million. Arden led with $20 million. Tessel put in $12 million, others
$9 million between them, and the remaining $5 million is a loan": what is called the rest closes
the list, so that the amounts between the whole and it are all the parts. Where any amount before
them is their sum, the text is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import _arithmetic, _columns
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, finds, hint, matches, saying
from factcheck.model import Form, Mention, Modifier, Motion, Outcome, Stance

_REST = (
    r"\b(?:the|its|their|his|her) (?:remaining|other|last|final) {z:cem}(?! of (?:the|its|their|an?) )",
    r"\b(?:the rest|the remainder|the balance),? {z:cem}",
    r"{z:cem}(?: [a-z-]+)?,? the (?:rest|remainder|balance)\b",
)
_TELLS = hint(
    "remaining <",
    "other <",
    "last <",
    "final <",
    "the rest",
    "remainder",
    "the balance",
)
_BACK, _FEWEST, _MOST = 4, 3, 8
_NEAR, _LARGE = Decimal("0.15"), 100_000
_SAID = (None, Stance.ESTIMATE)
# What tells of another sum between the whole and its rest.
_OTHER = (
    r"\b(?:each|per|apiece|every|including|include[sd]?|of (?:them|these|those|whom|which)|than|average|last year|ago|years? earlier|earlier than|compared|against|versus|up|down"
    r"|rose|fell|grew|from <|percent|half|worth|previous(?:ly)?|planned|expected|target|also|too|another|more|further|days|weeks|years|minutes)\b"
)


def told(group: Sequence[Passage]) -> Iterator[Outcome]:
    """Yield where parts with what is called the rest do not come to the whole before them."""
    for at, passage in saying(group, _TELLS):
        if passage.in_table or passage.in_list:
            continue
        for match in matches(passage.masked, *_REST):
            outcome = _judged(group, at, Place(passage, int(match["z"])))
            if outcome is not None:
                yield outcome
                break


def _judged(group: Sequence[Passage], at: int, rest: Place) -> Outcome | None:
    """Compare the amounts before what is called the rest with the whole before them."""
    before = _before(group, at, rest)
    if len(before) < _FEWEST or len(before) > _MOST:
        return None
    last = rest.passage.mention(rest.slot)
    wrong: tuple[Sequence[Place], Place] | None = None
    for start in range(len(before) - _FEWEST, -1, -1):
        whole, parts = before[start], [*before[start + 1 :], rest]
        readings = [place.passage.reading(place.slot) for place in parts]
        if _arithmetic.total_of(readings).meets(whole.passage.reading(whole.slot)):
            return None
        most = max(_value(place) for place in parts)
        apart = whole.passage is not rest.passage
        off = abs(_sum(parts) / _value(whole) - 1)
        if wrong is None and apart and _value(whole) > most and off <= _NEAR:
            wrong = parts, whole
    if wrong is None or last.modifier is not None or _is_open(group, *wrong):
        return None
    return _compared(*wrong)


def _before(group: Sequence[Passage], at: int, rest: Place) -> list[Place]:
    """Return the amounts of the unit of the rest before it in its paragraph."""
    last = rest.passage.mention(rest.slot)
    found: list[Place] = []
    for passage in group[max(0, at - _BACK) : at + 1]:
        if passage.block != rest.passage.block:
            continue
        found += [
            Place(passage, slot)
            for slot, kind in enumerate(passage.kinds)
            if kind in "cem"
            and (passage is not rest.passage or slot < rest.slot)
            and _is_like(passage.mention(slot), last)
        ]
    return found


def _is_like(mention: Mention, last: Mention) -> bool:
    plain = mention.form is Form.PLAIN and (mention.value or 0) > 0
    if (
        plain
        and _is_bare(last)
        and (_is_bare(mention) or mention.dimension[:8] == "currency")
    ):
        return True  # "5 million euros ... and the rest, 1.6 million"
    if not plain or mention.dimension != last.dimension or mention.unit != last.unit:
        return False
    a, b = mention.counted, last.counted
    bare = a is None or a.elided or b is None or b.elided
    return bare or (a is not None and b is not None and a.lemma == b.lemma)


def _is_bare(mention: Mention) -> bool:
    """Return whether a large number has no noun and no unit."""
    large = (mention.value or 0) >= _LARGE
    return mention.dimension == "count" and mention.counted is None and large


def _is_open(group: Sequence[Passage], parts: Sequence[Place], whole: Place) -> bool:
    """Return whether one of the amounts is no part, or others stand between them."""
    places = [*parts, whole]
    for place in places:
        fact = place.passage.fact(place.slot)
        bound = fact.mention.modifier not in (None, Modifier.ABOUT)
        # "Our earlier backers put in 9 million" tells of no earlier sum.
        said = (*_SAID, Stance.PREVIOUS) if place is not whole else _SAID
        if bound or fact.stance not in said or fact.per or fact.motion is Motion.FROM:
            return True
    passages = {place.passage for place in parts}
    first = whole.passage.masked.partition(f"{whole.slot}>")[2]
    words = " ".join(
        [first, *(each.masked for each in passages if each is not whole.passage)]
    )
    if finds(words, _OTHER):
        return True
    between = [
        p for p in group if whole.passage.index < p.index < parts[-1].passage.index
    ]
    return any(p.amounts and p not in passages for p in between)


def _compared(parts: Sequence[Place], whole: Place) -> Outcome:
    said = " + ".join(_arithmetic.plain(p.passage, p.slot) for p in parts)
    readings = [place.passage.reading(place.slot) for place in parts]
    return _columns.outcome(
        parts, _arithmetic.total_of(readings), _sum(parts), f"{said} is", whole
    )


def _sum(parts: Sequence[Place]) -> Decimal:
    return sum(map(_value, parts), Decimal(0))


def _value(place: Place) -> Decimal:
    return place.passage.mention(place.slot).value or Decimal(0)
