"""What the laws inside a document share: comparing what follows with what is stated.

A law works out an interval from some numbers (`derived`) and sets it against another number
as written (`stated`). `settle` turns the two into an outcome, in words for an editor.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Context, Decimal
from typing import Required, TypedDict, Unpack

from factcheck import units
from factcheck.checks import _compare, slips
from factcheck.checks._context import Passage
from factcheck.frozen import dataclass
from factcheck.model import (
    Arithmetic,
    Document,
    Evidence,
    Interval,
    Mention,
    Outcome,
    Period,
    Severity,
    Span,
    Verdict,
)
from factcheck.units import wording

HUNDRED = Decimal(100)
_FEWEST_DIGITS = 3
_MOST_EXACT = 10**12
_MOST_DIGITS, _MOST_PLACES = 12, 24
_TENS = Decimal(2)
TENTH = Decimal("0.1")
_ONE = Interval.point(Decimal(1))
_DAY = Decimal(86_400)  # seconds, the base unit of time
_HUNDREDTHS = frozenset({"p", "c"})
_SUBUNITS = ("cent", "pence", "penny", "¢", "kopeck")


@dataclass(frozen=True, slots=True)
class Place:
    """A number or a period as evidence: the passage, and its place there."""

    passage: Passage
    slot: int

    def said(self) -> str:
        """Return it as written, with its modifier."""
        return said(self.passage, self.slot)

    def around(self) -> tuple[str, str]:
        """Return what stands before it in the marked sentence, and what stands behind it."""
        return self.passage.around(self.slot)

    def evidence(self, side: int) -> Evidence:
        """Quote it."""
        item = self.passage.items[self.slot]
        document = self.passage.document
        if isinstance(item, Period):
            return _compare.span_evidence(
                document, item.span, side=side, outer=self.passage.span
            )
        return _compare.evidence(document, item, side=side)


@dataclass(frozen=True, slots=True)
class Spot:
    """A period as evidence, wherever it stands."""

    document: Document
    period: Period

    def evidence(self, side: int) -> Evidence:
        """Quote it."""
        span = self.period.span
        text = self.document.text
        end = text.find("\n", span.end)
        outer = Span(
            text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text)
        )
        return _compare.span_evidence(self.document, span, side=side, outer=outer)

    def said(self) -> str:
        """Return it as written."""
        return _compare.quote(
            self.document, self.period.span.start, self.period.span.end
        )


def said(passage: Passage, slot: str | int) -> str:
    """Return a number as the text has it, with its modifier, on one line."""
    item = passage.items[int(slot)]
    document = passage.document
    if isinstance(item, Period):
        return _compare.quote(document, item.span.start, item.span.end)
    mention = item.mention
    start = mention.span.start
    if mention.modifier is not None and int(slot) not in passage.bare:
        start = min(start, mention.phrase.start)
    return _compare.lowered(_compare.quote(document, start, mention.span.end))


def plain(passage: Passage, slot: str | int) -> str:
    """Return a number as the text has it, without its modifier, on one line."""
    span = passage.mention(slot).span
    return _compare.lowered(_compare.quote(passage.document, span.start, span.end))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def worth(value: Decimal, passage: Passage, slot: str | int) -> str:
    """Write a value in the way that another number of the text is written.

    >>> # "$1.68 million" and 2,500,000 give "$2.5 million"
    """
    mention = passage.mention(slot)
    text = passage.document.text
    before = text[mention.span.start : mention.number.start]
    after = text[mention.number.end : mention.span.end]
    money = mention.dimension.startswith("currency:")
    if after.strip() in _HUNDREDTHS and money:
        return f"{before}{wording.number(value * HUNDRED)}{after}"
    if money and any(word in after.lower() for word in _SUBUNITS):
        return " ".join(f"{before}{wording.number(value * HUNDRED)}{after}".split())
    unit = mention.unit.partition(" / ")[0]
    write = wording.money if wording.is_money(unit) else wording.number
    return " ".join(f"{before}{write(value)}{after}".split())


def fitting(value: Decimal | None, like: Mention) -> Decimal | None:
    """Return a value that follows, written about as finely as a stated one.

    Args:
        value: What follows from the numbers as written, or None.
        like: The stated number.
    """
    if value is None or not value or like.value is None:
        return value
    written = _exponent(like.value)
    if value == value.to_integral_value() and abs(value) < _MOST_EXACT:
        return value
    digits = len(like.value.normalize().as_tuple().digits)
    if like.unit == "percent" and abs(value) >= 1:
        # As many decimals as the stated percentage has.
        digits = value.adjusted() + 1 - max(min(written, 0), -_FEWEST_DIGITS)
    digits = min(
        max(_FEWEST_DIGITS if like.unit != "percent" else 1, digits), _MOST_DIGITS
    )
    rounded = Context(prec=digits).plus(value)
    return rounded.quantize(Decimal(1)) if 0 < _exponent(rounded) < digits else rounded


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent


def to_places(value: Decimal, places: int) -> Decimal:
    """Round to a number of decimals; a value too long for that to its first digits."""
    if value.adjusted() + places > _MOST_PLACES:
        return Context(prec=_MOST_DIGITS).plus(value)
    return value.quantize(Decimal(1).scaleb(-places))


def loosened(reading: Interval) -> Interval:
    """Return a reading widened by half its own width: a last digit cut, not rounded.

    Writers cut as often as they round ("19 percent" for 19.7), and no editor minds.
    """
    if reading.low is None or reading.high is None:
        return reading
    return reading.widen(absolute=(reading.high - reading.low) / 2)


def stated(passage: Passage, slot: str | int) -> Interval:
    """Return a stated result: a last digit may have been cut, tens of percent rounded."""
    mention = passage.mention(slot)
    reading = passage.reading(slot)
    if mention.modifier is not None and int(slot) not in passage.bare:
        return reading
    value = mention.value
    if mention.unit == "percent" and value and 0 < value < HUNDRED and value % 10 == 0:
        return reading.widen(absolute=_TENS)
    return loosened(reading)


def total_of(readings: Sequence[Interval]) -> Interval:
    """Return the sum of readings."""
    result = Interval.point(Decimal(0))
    for each in readings:
        result = result + each
    return result


def settle(
    law: str,
    places: Sequence[Place | Spot],
    derived: Interval,
    stated: Interval,
    **words: Unpack[Words],
) -> Outcome:
    """Say whether what follows from some numbers is what the text states; see `settled`."""
    shown = [place.evidence(side) for side, place in enumerate(places)]
    return settled(law, shown, derived, stated, **words)


class Words(TypedDict, total=False):
    """What `settled` may be told by name."""

    sum_text: Required[str]
    said_text: Required[str]
    fit: Required[str | None]
    exact: bool
    least: Severity
    right: Decimal | None
    written: Decimal | None
    label: str
    unit: str | None


def settled(
    law: str,
    places: Sequence[Evidence],
    derived: Interval,
    stated: Interval,
    *,
    sum_text: str,
    said_text: str,
    fit: str | None,
    exact: bool = False,
    least: Severity = Severity.NOTE,
    right: Decimal | None = None,
    written: Decimal | None = None,
    label: str = "",
    unit: str | None = None,
) -> Outcome:
    """Say whether what follows from some numbers is what the text states.

    Args:
        law: The law's name.
        places: The numbers behind it, the stated one last.
        derived: What follows.
        stated: What the text says, in the same unit.
        sum_text: The arithmetic as a clause: "From 3,600 to 4,500 is a rise of 25%".
        said_text: The stated number as written: "15 percent".
        fit: What would fit, or None.
        least: The least that a disagreement counts for.
        exact: Whether all numbers are exact counts.
        right: The value that would fit, for finding the slip.
        written: The stated value, in the same unit.
        label: What it is about.
        unit: What a law reckons in that does not reckon in the unit of the stated number, in
            its base unit, or in days.
    """
    verdict = _compare.judge(derived, stated, exact=exact)
    if verdict.agrees:
        return _compare.outcome(
            law,
            Verdict.AGREE,
            places,
            _sentence(f"{sum_text}, and the text says {said_text}."),
            label=label,
        )
    explanation = f"The text says {said_text}."
    if fit:
        explanation += f" {_sentence(fit)} would fit."
    return _compare.outcome(
        law,
        Verdict.CONFLICT,
        places,
        _sentence(f"{sum_text}, not {said_text}."),
        explanation=explanation,
        severity=max(verdict.severity or least, least, key=lambda each: each.rank),
        slip=_slip(right, written),
        label=label,
        arithmetic=_in_unit(derived, stated, places[-1], unit),
    )


def _in_unit(
    derived: Interval, stated: Interval, place: Evidence, unit: str | None
) -> Arithmetic | None:
    """Return both in the unit that the stated number is written in; None where it is not clear."""
    if unit is not None:
        written = [
            units.convert_interval(one, unit, place.unit) for one in (derived, stated)
        ]
        if written[0] is None or written[1] is None:  # "a quarter" has no unit
            return Arithmetic(derived, stated, unit)
        return Arithmetic(written[0], written[1], place.unit)
    if place.reading is None:
        return None
    one = units.to_base(_ONE, place.unit)
    size = one[0].low if one is not None else None
    for scale in (Decimal(1), size, size / _DAY if size else None):
        if scale and stated.meets(place.reading.scale(scale)):
            per = Interval.point(scale)
            return Arithmetic(derived / per, stated / per, place.unit)
    return None


def _slip(right: Decimal | None, written: Decimal | None) -> str | None:
    if right is None or written is None:
        return None
    return slips.between(right, written)


def is_exact(*mentions: Mention) -> bool:
    """Return whether all are exact counts, said without a modifier."""
    return all(m.exact and m.modifier is None for m in mentions)
