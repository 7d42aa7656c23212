"""Echoes: numbers that another document states too, in words that may differ.

Clusters hold what must agree, and little else: where nothing differs, the laws need not know
that two numbers are one fact. Who drafts rules wants to know.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.link import lexicon
from factcheck.link.setting import Setting
from factcheck.link.sides import Side
from factcheck.model import DocumentFacts, Fact, Form, Modifier, Motion, Stance

_UNCLEAR = (Form.VAGUE, Form.MULTIPLE, Form.RATIO)
_MOST = 40  # numbers with one word or value; beyond, having it in common says nothing
# How much must be said in common, by the significant digits of the number.
_NEEDED = (6, 5, 3, 2)
_ROUNDED = 4  # where the numbers agree, but are not the same
_BESIDE = 2  # of a word beside the number; elsewhere in the sentence it counts one
# Numbers of these kinds stand everywhere.
_EVERYWHERE = ("count", "ratio", "duration", "length", "age")
_BOUNDS = tuple(modifier for modifier in Modifier if modifier.is_bound)
_OTHER_TIMES = (Stance.PREVIOUS, Stance.DENIAL, Stance.HYPOTHETICAL)


def echoes(corpus: Sequence[DocumentFacts]) -> Iterator[tuple[Fact, Fact]]:
    """Yield pairs of facts of different documents that state one number, in order."""
    setting = Setting(corpus)
    filed: dict[tuple[str, object], list[Side]] = defaultdict(list)
    for side in setting.sides:
        if side.fact.mention.form not in _UNCLEAR:
            filed[side.kind, side.reading].append(side)
            for word in side.fact.near:
                filed[side.kind, word].append(side)
    pairs = {
        (a.number, b.number)
        for sides in filed.values()
        if len(sides) <= _MOST
        for a, b in combinations(sides, 2)
        if a.path != b.path and a.reading.meets(b.reading)
    }
    for i, j in sorted(pairs):
        a, b = setting.sides[i], setting.sides[j]
        if _is_echo(a, b, setting):
            yield a.fact, b.fact


def _is_echo(a: Side, b: Side, setting: Setting) -> bool:
    """Return whether two numbers that agree are said of the same."""
    first, second = a.fact, b.fact
    if a.fates != b.fates or not _may_agree(first, second):
        return False
    told = (first, second) if a.kind == "count" else ()
    heads = {head for fact in told if (head := fact.head)}
    if len(heads) > 1:
        return False
    near = (first.near & second.near) - heads - lexicon.FATES
    far = (first.words & second.words) - near - heads - lexicon.FATES
    telling = _BESIDE * (len(near) + bool(heads) + bool(a.fates)) + len(far)
    telling += bool(setting.lead_names(a.path) & setting.lead_names(b.path))
    telling += a.kind not in _EVERYWHERE and not a.kind.startswith("currency:")
    value = first.mention.value
    if value is None or value != second.mention.value or a.reading != b.reading:
        bounded = any(fact.mention.modifier in _BOUNDS for fact in (first, second))
        return telling >= _ROUNDED and not bounded
    digits = len(value.normalize().as_tuple().digits)
    return telling >= _NEEDED[min(digits, len(_NEEDED) - 1)]


def _may_agree(a: Fact, b: Fact) -> bool:
    if a.part and b.part and a.part is not b.part:
        return False
    if a.motion is not b.motion and Motion.BY in (a.motion, b.motion):
        return False
    if a.stance is not b.stance and (
        a.stance in _OTHER_TIMES or b.stance in _OTHER_TIMES
    ):
        return False
    if a.place and b.place and a.place != b.place:
        return False
    return a.period is None or b.period is None or a.period.overlaps(b.period)
