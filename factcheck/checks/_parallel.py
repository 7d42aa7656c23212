"""Amounts that stand each beside its share: all are of one whole, or one of them is wrong.

"Of the herring 4.4 tonnes, or 40 percent, were smoked, 3.3 tonnes, or 30 percent, salted, 2.2
tonnes, or 20 percent, canned and 1.1 tonnes, or 15 percent, sold fresh": no word says what the
whole is, but three of the four give the same one, and the last does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import _arithmetic, _shares, slips
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, hint, matches, saying
from factcheck.frozen import dataclass
from factcheck.model import Form, Interval

_HEDGE = r"(?: (?:about|some|just|only|almost|nearly|roughly|around))?"
_PAIRS = (
    rf"{{a:cem}}(?: (?!and\b|but\b|from\b|to\b|than\b)[a-z'-]+){{0,4}}?(?:,? or| - |,|:)?{_HEDGE} ?\(?{{s:p}}(?! (?:[a-z]+ )?(?:more|less|fewer|higher|lower|up|down|above|below|of (?!the\b|all\b|it\b))\b)",
    rf"{{s:p}}(?: [a-z'-]+){{0,3}}?(?:,? or| \(|:){_HEDGE} ?{{a:cem}}",
)
PAIRED = hint("or <p", "(<p", ", <p", "or about <p", "> (<", ">, or <", sources=_PAIRS)
_FEWEST, _SURE = 3, 4
_WIDEST = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Odd:
    """An amount and a share that do not fit the others beside them.

    Attributes:
        part: The amount.
        share: Its share.
        whole: What the whole is by the others.
    """

    part: Place
    share: Place
    whole: Interval


def odd(group: Sequence[Passage]) -> Iterator[Odd]:
    """Yield the one of several amounts whose share is of another whole than all others."""
    run: list[tuple[Place, Place]] = []
    for _, passage in saying(group, PAIRED):
        if passage.in_table:
            continue
        pairs = _pairs(passage)
        if len(pairs) >= _FEWEST:
            yield from _odd(pairs)
        if len(pairs) != 1 or not _is_item(passage):
            continue
        if run and run[-1][0].passage.block + 1 != passage.block:
            yield from _odd(run)
            run = []
        run += pairs
    yield from _odd(run)


def _is_item(passage: Passage) -> bool:
    return passage.in_list


def _pairs(passage: Passage) -> list[tuple[Place, Place]]:
    """Return the amounts of a sentence with the shares that stand beside them."""
    taken: set[int] = set()
    found = []
    for match in matches(passage.masked, *_PAIRS):
        slots = int(match["a"]), int(match["s"])
        if taken.isdisjoint(slots):
            taken.update(slots)
            found.append((Place(passage, slots[0]), Place(passage, slots[1])))
    return found


def _odd(pairs: Sequence[tuple[Place, Place]]) -> Iterator[Odd]:
    wholes = [_whole(*pair) for pair in pairs]
    known = [whole for whole in wholes if whole is not None]
    if len(known) < max(_FEWEST, len(wholes)) or _common(known) is not None:
        return
    wrong = [
        (pair, common)
        for at, pair in enumerate(pairs)
        if (common := _common([*known[:at], *known[at + 1 :]])) is not None
    ]
    if len(wrong) != 1:
        return
    (part, share), whole = wrong[0]
    if len(pairs) >= _SURE or _is_slip(part, share, whole):
        yield Odd(part, share, whole)


def _whole(part: Place, share: Place) -> Interval | None:
    """Return what an amount is that share of; None where that says little."""
    a, s = (place.passage.mention(place.slot) for place in (part, share))
    if {a.form, s.form} != {Form.PLAIN} or not a.value or not s.value or s.value < 0:
        return None
    if s.unit != "percent" or (s.modifier is not None and s.modifier.is_bound):
        return None
    told = _arithmetic.loosened(share.passage.reading(share.slot))
    if told.low is None or told.low <= 0:
        return None
    return (part.passage.reading(part.slot) / told).scale(_arithmetic.HUNDRED)


def _common(wholes: Sequence[Interval]) -> Interval | None:
    """Return what all of some readings may be, if that is narrow."""
    lows = [each.low for each in wholes if each.low is not None]
    highs = [each.high for each in wholes if each.high is not None]
    if len(lows) + len(highs) < 2 * len(wholes) or max(lows) > min(highs):
        return None
    low, high = max(lows), min(highs)
    return Interval(low, high) if high - low <= low * _WIDEST else None


def _is_slip(part: Place, share: Place, whole: Interval) -> bool:
    """Return whether a slip explains why a share is not that of its amount."""
    value = part.passage.mention(part.slot).value or Decimal(0)
    told = _shares.numbered(share.passage, share.slot)
    middle = ((whole.low or Decimal(0)) + (whole.high or Decimal(0))) / 2
    if told is None or told.percent is None or not middle:
        return False
    right = _shares.fitting(value / middle * _arithmetic.HUNDRED, told)
    return right is not None and slips.between(right, told.percent) is not None
