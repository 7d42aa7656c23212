"""Parts counted off one after another, in one sentence or over several.

"It launched 62 drones. 41 of them were shot down; a further 15 were jammed; nine got
through": what is left over is said, or the parts come to more than there were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from factcheck.checks import _arithmetic, _columns, _wholes
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    TOKEN,
    Passage,
    aligned,
    pattern,
    search,
)
from factcheck.model import Form, Mention, Outcome, Verdict

# A word that sets a part apart from those before it.
_FURTHER = (
    r"\b(?:a further|another|the other|the remaining|the last|the final)(?: [a-z]+)? $"
)
_LAST = r"\b(?:the other|the remaining|the last|the final)(?: [a-z]+)? $"
_REST = r"\bthe (?:other|remaining) {r:cem}"
_LISTED = r"^{a:c} (?:were|was|died|had been|worked|came|went) (?:in|at|on|from|to|by|aboard) "
_GAMES = r"(?:of|from|in) (?:its|their|his|her|the|our)? ?(?:[a-z]+ )?{w:c} [a-z]+"
_RECORDS = (
    rf"\bwon {{a:c}} {_GAMES},? (?:and )?drew {{b:c}},? and lost {{c:c}}",
    rf"\bwon {{a:c}}(?: [a-z]+)?, (?:drew|drawn|tied) {{b:c}},? and lost {{c:c}} {_GAMES}",
    (
        rf"{{a:c}} (?:wins|victories),? (?:and )?{{b:c}} (?:draws|ties) and {{c:c}} (?:defeats|losses)"
        rf" {_GAMES}"
    ),
)
_NOT_APART = (
    r"\b(?:including|of whom|of which|than|percent|from <|last year|earlier|each|aged|per|also|both|among"
    r"|up to|injured|wounded|a day|previous(?:ly)?|about half|average|times|compared|against|versus"
    r"|ago)\b"
)
_MOST = 5
# "These four items make up the whole budget": the list stands in the sentence before.
_ALL_OF_IT = (
    r"^(?:these|those|together,? (?:they|these|the))(?: [a-z]+){0,3} (?:together )?(?:make up|made up|account for"
    r"|accounted for|form|cover|add up to|are|were|is) (?:the (?:whole|total|entire)|all (?:of )?(?:the|its|their|of)|the (?:[a-z]+ )?in full"
    r"|everything|all there (?:is|was))\b"
)
_ITEM_GAP = r"^(?: [^<;:.]{1,60})?(?:,|;| and|, and)(?: [^<;:.,]{1,60})? (?:with |at |: ?|for |gets? |- )?$"
_NOT_LISTED = r"\b(?:than|from|up|down|each|per|of which|of whom|including|percent|more|less|fewer|last year|other items)\b"
_LIST_MOST, _AFTER = 10, 120
_PAIR = 2
_OF_THIS = (
    r"^of (?:this|that|these|those|it|them|the (?P<noun>[a-z]+)),? [^<;:.]{0,60}<"
)
_PART_GAP = r"^[^<;:.]{0,60}?(?:,| and|, and) [^<;:.,]{0,40}$"
_REACHED = (
    r"\b(?:to|of|at|was|were|reached|totall?ed)(?: (?:a|the|record|total|about))* $"
)
_DEAD = frozenset(
    {"dead", "body", "victim", "killed", "person", "people", "casualty", "death"}
)
_POINTS = ("these ", "those ", "together")


def counted_off(group: Sequence[Passage], at: int) -> Iterator[Outcome]:
    """Yield whether parts that are told one by one come to their whole."""
    passage = group[at]
    if passage.says(("further <", "another <", "other <", "remaining <", "last <")):
        found = list(_from_first(group, at)) or list(_rest(group, at))
        yield from found
    elif passage.says((" and lost <", " defeats ", " losses ")):
        yield from _record(passage)
    elif passage.masked.startswith("<c0> ") and passage.amounts > 1:
        yield from _listed(group, at)
    elif at and passage.amounts > 1:
        yield from _of_this(group, at) if passage.amounts > _PAIR else ()
        yield from _whole_list(group, at)


def _from_first(group: Sequence[Passage], at: int) -> Iterator[Outcome]:
    """41 of them; a further 15; nine got through."""
    for start in (at, at - 1):
        passage = group[max(0, start)]
        if start < 0 or passage.block != group[at].block:
            return
        anchors = [(a, [Place(passage, w)]) for a, w in _wholes.pairs(passage)] or [
            (a, _wholes.wholes(group, start, a, noun=noun))
            for a, noun in _wholes.referring(passage.masked)
        ]
        if len(anchors) != 1 or len(anchors[0][1]) != 1:
            continue
        first, (whole,) = anchors[0]
        parts = [Place(passage, first)]
        slots = [slot for slot in range(len(passage.kinds)) if slot > first]
        slots = [s for s in slots if (passage, s) != (whole.passage, whole.slot)]
        parts += [Place(passage, slot) for slot in slots]
        if start != at:
            if group[at].index - passage.index != at - start:
                return
            parts += [Place(group[at], s) for s in range(len(group[at].kinds))]
        if len(parts) <= _MOST and _apart(parts, whole):
            yield from _compared(parts, whole, closed=_marked(parts[-1], _LAST))
        return


def _rest(group: Sequence[Passage], at: int) -> Iterator[Outcome]:
    """58 people were treated. Twelve were kept, the other 46 went home."""
    passage = group[at]
    match = search(passage.masked, _REST)
    if not match:
        return
    rest = int(match["r"])
    before = list(range(rest))
    if not before or set(passage.kinds[:rest]) - {passage.kinds[rest]}:
        return
    first = passage.mention(before[0])
    if first.counted is not None and not first.counted.elided:
        wholes, before = [Place(passage, before[0])], before[1:]
    else:
        wholes = _wholes.wholes(group, at, before[0])
    parts = [Place(passage, slot) for slot in (*before, rest)]
    if len(wholes) == 1 and 1 < len(parts) <= _MOST and _apart(parts, wholes[0]):
        yield from _compared(parts, wholes[0], closed=True)


def _record(passage: Passage) -> Iterator[Outcome]:
    """It won 14 of its 30 games, drew seven and lost nine."""
    for source in _RECORDS:
        match = search(passage.masked, source)
        if not match:
            continue
        a, b, c, whole = (Place(passage, int(match[name])) for name in "abcw")
        yield from _compared([a, b, c], whole, closed=True)


def _listed(group: Sequence[Passage], at: int) -> Iterator[Outcome]:
    """Nine people died. Five were in the bus, three in the lorry and one in a car."""
    passage = group[at]
    slots = range(len(passage.kinds))
    if set(passage.kinds) != {"c"} or not pattern(_LISTED).match(passage.masked):
        return
    if " and <" not in passage.masked or len(slots) > _MOST:
        return
    wholes = _wholes.wholes(group, at, 0)
    parts = [Place(passage, slot) for slot in slots]
    nouns = [passage.mention(slot).counted for slot in slots]
    if any(noun is not None for noun in nouns) or len(wholes) != 1:
        return
    if not search(passage.masked, _NOT_APART):
        yield from _compared(parts, wholes[0], closed=False)


def _of_this(group: Sequence[Passage], at: int) -> Iterator[Outcome]:
    """Sales came to 1,246 million. Of this, food made 690, clothing 376 and homes 220."""
    told, listed = group[at - 1 : at + 1]
    match = pattern(_OF_THIS).match(listed.masked)
    if not match or listed.index - told.index != 1:
        return
    if told.block != listed.block and match["noun"] is None:
        return
    tokens = list(TOKEN.finditer(listed.masked))
    gaps = [listed.masked[a.end() : b.start()] for a, b in pairwise(tokens)]
    if not all(pattern(_PART_GAP).match(gap) for gap in gaps):
        return
    if len(set(listed.kinds)) != 1 or search(listed.masked, _NOT_LISTED):
        return
    parts = [Place(listed, int(token["slot"])) for token in tokens]
    wholes = [Place(told, slot) for slot in _meant(told, listed, match["noun"])]
    if len(wholes) != 1 or len(parts) > _LIST_MOST:
        return
    total = told.mention(wholes[0].slot)
    if all(_of_kind(p.passage.mention(p.slot), total) for p in parts):
        yield from _compared(parts, wholes[0], closed=False)


def _meant(told: Passage, listed: Passage, noun: str | None) -> list[int]:
    """Return the amounts that "of this" or "of the dead" can mean."""
    kind = listed.kinds[0]
    slots = [slot for slot in range(len(told.kinds)) if told.kinds[slot] == kind]
    if noun is None or kind != "c":
        reached = [slot for slot in slots if _marked(Place(told, slot), _REACHED)]
        return reached if len(reached) == 1 else slots
    return [
        slot
        for slot in slots
        if (counted := told.mention(slot).counted) is not None
        and counted.lemma
        in (_DEAD if noun in _DEAD else (noun, noun.removesuffix("s")))
    ]


def _whole_list(group: Sequence[Passage], at: int) -> Iterator[Outcome]:
    """Health with 3.6 billion, schools with 2.3. These items make up the whole budget."""
    told, listed = group[at - 1 : at + 1]
    if told.block != listed.block or listed.index - told.index != 1:
        return
    text, end = listed.document.text, listed.span.end
    after = " ".join(text[end : end + _AFTER].lower().split())
    if not after.startswith(_POINTS) or len(listed.items) > _LIST_MOST:
        return
    match = re.match(_ALL_OF_IT, after)
    if not match:
        return
    tokens = list(TOKEN.finditer(listed.masked))
    gaps = [listed.masked[a.end() : b.start()] for a, b in pairwise(tokens)]
    closed = all(pattern(_ITEM_GAP).match(gap) for gap in gaps)
    if len(tokens) < 2 or not closed or search(listed.masked, _NOT_LISTED):  # noqa: PLR2004
        return
    counted = group[at + 1 : at + 2]
    many: Decimal | int | None = len(tokens)
    if counted and counted[0].index == listed.index + 1 and counted[0].kinds[:1] == "c":
        many = counted[0].mention(0).value
    wholes = [s for s in range(len(told.kinds)) if told.kinds[s] in "em"]
    if not wholes:
        wholes = [s for s in range(len(told.kinds)) if told.kinds[s] == "c"]
    if many != len(tokens) or len(wholes) != 1:
        return
    whole = Place(told, wholes[0])
    parts = [Place(listed, int(token["slot"])) for token in tokens]
    total = told.mention(wholes[0])
    if all(_of_kind(p.passage.mention(p.slot), total) for p in parts):
        yield from _compared(parts, whole, closed=True)


def _apart(parts: Sequence[Place], whole: Place) -> bool:
    """Return whether parts are amounts of the whole's kind, set apart from each other."""
    w = whole.passage.mention(whole.slot)
    for place in parts:
        if place.passage.kinds[place.slot] not in "cem":
            return False
        if not _of_kind(place.passage.mention(place.slot), w):
            return False
    texts = {place.passage.masked for place in parts}
    if any(pattern(_NOT_APART).search(_after(text, parts)) for text in texts):
        return False
    return any(_marked(place, _FURTHER) for place in parts[1:])


def _after(text: str, parts: Sequence[Place]) -> str:
    """Return what a sentence says after the first of its parts."""
    slots = [p.slot for p in parts if p.passage.masked == text]
    start = next(m.end() for m in TOKEN.finditer(text) if int(m["slot"]) == min(slots))
    return text[start:].removeprefix(" of which").removeprefix(" of whom")


def _of_kind(part: Mention, whole: Mention) -> bool:
    if {part.form, whole.form} - {Form.PLAIN} or aligned(part, whole) is None:
        return False
    return part.modifier is None and whole.modifier is None


def _marked(place: Place, source: str) -> bool:
    kind = place.passage.kinds[place.slot]
    before = place.passage.masked.partition(f"<{kind}{place.slot}>")[0]
    return pattern(source).search(before) is not None


def _compared(
    parts: Sequence[Place], whole: Place, *, closed: bool
) -> Iterator[Outcome]:
    """Compare the sum with the whole; without a last part only too much is wrong."""
    mentions = [p.passage.mention(p.slot) for p in parts]
    total = whole.passage.mention(whole.slot)
    value = _columns.nominal(mentions)
    if value is None or total.value is None:
        return
    said = " + ".join(_arithmetic.plain(p.passage, p.slot) for p in parts)
    outcome = _columns.outcome(
        parts,
        _arithmetic.total_of([p.passage.reading(p.slot) for p in parts]),
        value,
        f"{said} is",
        whole,
    )
    largest = max(m.value or 0 for m in mentions)
    if outcome.verdict is Verdict.AGREE or (
        largest < total.value and (closed or value > total.value)
    ):
        yield outcome
