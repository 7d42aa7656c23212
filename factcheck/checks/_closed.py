"""Parts that words close, with their total in the paragraph or anywhere on the story.

"Fourteen of the turbines stand in Lengen and the other 9 in Ostrau"; elsewhere: "the park has 26
turbines". All amounts of one unit that stand together are the parts; that there are no more is
told by any word for it ("the other", "nowhere else", "three backers" of three), and the total by
its noun, or by a word such as "altogether" beside the parts. Where some of the amounts come to
the total, or any amount is their sum, the texts are right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.checks import _afar, _arithmetic, _columns, _wholes
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import PEOPLE, Group, Passage, finds, pattern
from factcheck.checks._kin import said_too
from factcheck.checks._roots import roots
from factcheck.model import Fact, Form, Interval, Motion, Outcome, Stance

_TOTAL = r"\b(?:altogether|in all|in total|all told|total(?:s|led|ling)?|combined|overall|together|in sum|sum(?:s|med)? of|all of them|giving)\b"
_BEHIND = r"^(?:[a-z-]+ ){0,2}(?:altogether|in all|in total|all told|combined|overall|together)\b"
_BESIDE = 4  # words
_CLOSES = (
    r"\b(?:no|none|nothing|nobody|never|not) (?:(?!more than\b)[a-z]+ ){0,3}?(?:else|elsewhere|anywhere|other|others|more|further|in between|missing|remained|left)\b"
    r"|\b(?:the|its|their|an) other (?:about )?<|\bthe (?:rest|remainder|remaining)\b|\bnowhere else\b|\bonly at\b|\b(?:closed|closes) its books\b"
)
_UNCOUNTED = r"<[cem]\d+> [^<,;:]*(?:,| and) (?:the|an?|her|his|their|one) [a-z-]+(?:,| and) [^<]*<"
_LEFT_OVER = r"\b(?:elsewhere|others?|later|more|some|but|only|not|nor|never|further|another|as well|too|of the)\b"
_SO_MANY = r"\b(?:just|only|all|its|the|these|into|in|of|has|have) (?:its |the |these )?(?P<n>two|three|four|five|six) (?:[a-z-]+ )?(?:[a-z-]+s)\b"
_SIZES = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
# What makes an amount one of something else, or no plain part.
_OPEN = (
    r"\b(?:each|per|apiece|every|average|than|from|instead|minus|less|net|compared|against|versus|previous(?:ly)?|earlier|last year|year ago|ago|target|planned|expected|up to|at least|including|included|includes"
    r"|of (?:them|these|those|whom|which)|half|times|so far|already|since|estimated|worth|limit|maximum|minimum|capacity|first|second|third|price|fee|costs?|older|oldest|youngest|aged|another|additional|besides|also)\b"
)
_NEAR, _FAR = Decimal("0.7"), Decimal("1.4")
_FEWEST, _MOST, _SENTENCES, _BLOCKS = 2, 6, 3, 60
_STANCES = (None, Stance.ESTIMATE, Stance.FORECAST, Stance.TARGET)
_KINDS = frozenset("cemt")


def told(groups: Sequence[Group]) -> Iterator[Outcome]:
    """Yield where parts that words close do not come to the total that is told of them."""
    rows = [row for group in groups for row in _rows(group)]
    if not rows or len(rows) > _BLOCKS:
        return
    for row, said in rows:
        if _is_closed(row, said):
            whole = _total(row, groups)
            if whole is not None:
                yield _compared(row, whole)


def _rows(group: Group) -> Iterator[tuple[list[Place], str]]:
    """Yield the amounts of one unit that stand together in a paragraph or list, with its words."""
    run: list[Passage] = []
    for passage in (*group, None):
        if passage is not None and run and _goes_on(run[-1], passage):
            run.append(passage)
            continue
        yield from _of_run(run)
        run = [passage] if passage is not None and not passage.in_table else []


def _goes_on(last: Passage, passage: Passage) -> bool:
    if passage.in_table or last.in_list != passage.in_list:
        return False
    return passage.block == last.block + int(passage.in_list)


def _of_run(run: Sequence[Passage]) -> Iterator[tuple[list[Place], str]]:
    if not run:
        return
    said = _said(run)
    units: dict[tuple[str, str, str], list[Place]] = {}
    for passage in run:
        noun = ""
        for slot, kind in enumerate(passage.kinds):
            place = Place(passage, slot)
            if kind in _KINDS and _is_plain(place):
                mention = passage.mention(slot)
                noun = _noun(place) or noun
                key = mention.dimension, mention.unit, noun
                units.setdefault(key, []).append(place)
    for places in units.values():
        row = [place for place in places if not _is_open(place)]
        if len(row) > _FEWEST and _value(row[0]) == len(row) - 1 == len(places) - 1:
            places = row = row[1:]  # noqa: PLW2901  "at three sites: 120 in Lyss, ..."
        told = {_value(place) for place in row}  # one number told again is no part
        if len(told) > 1 and _FEWEST <= len(row) <= _MOST and len(row) == len(places):
            first, last = row[0].passage, row[-1].passage
            if run[0].in_list or last.index - first.index < _SENTENCES:
                yield row, said


def _noun(place: Place) -> str:
    """Return what an amount counts; all people are one kind."""
    mention = place.passage.mention(place.slot)
    if mention.dimension != "count":
        return mention.dimension
    counted = mention.counted
    if counted is None or counted.elided:
        after = _words(place)[1].split()[:1]
        return "people" if after == ["people"] else ""
    person = counted.lemma in PEOPLE or counted.lemma.endswith(("er", "ist"))
    return "people" if person else counted.lemma


def _said(run: Sequence[Passage]) -> str:
    """Return the words of a paragraph; of a list, those of what stands above and below it too."""
    document = run[0].document
    first, last = run[0].block, run[-1].block
    if run[0].in_list:
        first, last = max(0, first - 1), min(len(document.blocks) - 1, last + 1)
    span = document.blocks[first].span.start, document.blocks[last].span.end
    return " ".join(document.text[span[0] : span[1]].lower().split())


def _is_plain(place: Place) -> bool:
    item = place.passage.items[place.slot]
    if not isinstance(item, Fact):
        return False
    mention = item.mention
    return (
        mention.form is Form.PLAIN
        and (mention.value or 0) > 0
        and mention.modifier is None
        and item.stance in _STANCES
        and item.per is None
        and item.motion in (None, Motion.BY)
    )


def _words(place: Place) -> tuple[str, str]:
    """Return the few words before an amount and after it."""
    passage, slot = place.passage, place.slot
    before, _, after = passage.masked.partition(f"<{passage.kinds[slot]}{slot}>")
    near = before.rpartition(">")[2].split()[-_BESIDE:]
    return " ".join(near), " ".join(after.partition("<")[0].split()[:_BESIDE])


def _is_open(place: Place) -> bool:
    before, after = _words(place)
    return finds(before, _OPEN) or finds(" ".join(after.split()[:_FEWEST]), _OPEN)


def _is_total(place: Place) -> bool:
    before, after = _words(place)
    return finds(re.split("[,;:]", before)[-1], _TOTAL) or finds(after, _BEHIND)


def _is_closed(row: Sequence[Place], said: str) -> bool:
    """Return whether words say that there are no more parts, or one of the row is their total."""
    parts = [place for place in row if not _is_total(place)]
    masked = " ".join(dict.fromkeys(place.passage.masked for place in row))
    if len(parts) < _FEWEST:
        return False
    if finds(masked, _UNCOUNTED):
        return False  # "four passengers, the driver and two cyclists"
    if any(_holds(place, other) for place in row for other in row):
        return False  # "71 of the 86 drones"
    if len(row) - len(parts) == 1:
        return _stand_with_total(row) and not finds(masked, _LEFT_OVER)
    if finds(f"{said} {masked}", _CLOSES):
        return True
    found = pattern(_SO_MANY).finditer(said)
    return any(_SIZES[match["n"]] == len(parts) > _FEWEST for match in found)


def _holds(part: Place, whole: Place) -> bool:
    """Return whether one amount of a row is told as part of another."""
    passage = part.passage
    return passage is whole.passage and (part.slot, whole.slot) in set(
        _wholes.pairs(passage)
    )


def _stand_with_total(row: Sequence[Place]) -> bool:
    """Return whether parts all stand before the total of a row, or behind it and a colon."""
    at = next(n for n, place in enumerate(row) if _is_total(place))
    whole = row[at]
    if at == len(row) - 1:
        return True
    after = whole.passage.masked.partition(f"{whole.slot}>")[2].partition("<")[0]
    beside = all(place.passage is whole.passage for place in row)
    return at == 0 and beside and ":" in after


def _total(row: list[Place], groups: Sequence[Group]) -> Place | None:
    """Return the one amount that is the total of a row and is not its sum."""
    inside = [place for place in row if _is_total(place)]
    parts = [place for place in row if place not in inside]
    if len(inside) == 1:
        row[:] = parts
        return inside[0] if _is_wrong(parts, inside[0]) else None
    if inside:
        return None
    found: dict[Decimal, Place] = {}
    for group in groups:
        for passage in group:
            for slot, kind in enumerate(passage.kinds):
                place = Place(passage, slot)
                if kind not in _KINDS or place in row or not _is_like(place, row):
                    continue
                if _sum(row) == _value(place):
                    return None
                if _is_of_all(place, row) and _is_wrong(row, place):
                    found.setdefault(_value(place), place)
    return next(iter(found.values())) if len(found) == 1 else None


def _is_like(place: Place, row: Sequence[Place]) -> bool:
    item = place.passage.items[place.slot]
    if not isinstance(item, Fact) or place.passage.in_table:
        return False
    first = row[0].passage.mention(row[0].slot)
    return (item.mention.dimension, item.mention.unit) == (first.dimension, first.unit)


def _is_of_all(place: Place, row: Sequence[Place]) -> bool:
    """Return whether an amount is told of all that the parts are of."""
    passage, own = place.passage, row[0].passage
    if not _is_plain(place) or _is_open(place) or not _afar.on_one_story(passage, own):
        return False
    mine = _afar.periods(place)
    if mine and not all(
        not _afar.periods(part) or _afar.agree_in_time(place, part) for part in row
    ):
        return False
    if passage.document is own.document and passage.index > own.index + _SENTENCES:
        return False
    if place.passage.mention(place.slot).dimension == "count":
        noun, nouns = _noun(place), {*map(_noun, row)} - {""}
        known = roots(own.masked) if not nouns else frozenset()
        return noun in nouns or bool(noun and said_too(roots(noun), known))
    told, known = (
        roots(_afar.clause(place)),
        _afar.around(own, without=passage) | roots(own.masked),
    )
    return len(said_too(told, known)) >= _FEWEST


def _is_wrong(row: Sequence[Place], whole: Place) -> bool:
    """Return whether a total is near what parts come to, and not that of any of them."""
    total = _value(whole)
    if not _NEAR <= total / _sum(row) <= _FAR:
        return False
    values = [_value(place) for place in row]
    if total <= max(values):
        return False
    others = [
        _value(Place(passage, slot))
        for passage in {place.passage: None for place in (*row, whole)}
        for slot, kind in enumerate(passage.kinds)
        if kind in _KINDS and isinstance(passage.items[slot], Fact)
    ]
    if any(
        sum(some) == total
        for size in range(_FEWEST, len(others))
        for some in combinations(others[:8], size)
    ):
        return False
    reading = _arithmetic.total_of([place.passage.reading(place.slot) for place in row])
    return not reading.meets(whole.passage.reading(whole.slot))


def _sum(row: Sequence[Place]) -> Decimal:
    return sum(map(_value, row), Decimal(0))


def _value(place: Place) -> Decimal:
    return place.passage.mention(place.slot).value or Decimal(0)


def _compared(row: Sequence[Place], whole: Place) -> Outcome:
    said = " + ".join(_arithmetic.plain(p.passage, p.slot) for p in row)
    reading: Interval = _arithmetic.total_of(
        [place.passage.reading(place.slot) for place in row]
    )
    return _columns.outcome(list(row), reading, _sum(row), f"{said} is", whole)
