"""A quantity while it is being read: mutable, in token indices."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factcheck.model import Counted, Form, Interval, Modifier

ONE = Decimal(1)


@dataclass(slots=True, eq=False)
class Draft:
    """A quantity under construction.

    Attributes:
        first: First token of the span.
        last: Token after the span.
        number_first: First token of the numeral.
        number_last: Token after the numeral and its scale word.
        value: As stated; None for a range.
        step: Unit of the last significant digit.
        zeros: Whether trailing zeros may be rounding.
        words: Whether the number is in words.
        point: Whether decimals are written.
        scaled: Power of ten of a scale word.
        mantissa: Value before the scale word.
        unit: Unit name, "" for a count.
        dimension: Name of the dimension.
        part: How many of it make one of `unit` (cents).
        form: How it is stated.
        low: Draft reading of the lower end of a range, or lower end of what the words allow.
        high: The same for the upper end.
        stated: Ends as stated.
        reading: Reading given by the words themselves (vague counts).
        base: Base of a ratio.
        modifier: Bound or approximator.
        modifier_first: First token of a modifier before, else `first`.
        modifier_last: Token after a modifier behind, else `last`.
        counted: What is counted.
        pair: The draft that states the same amount.
        leader: The one before it in a list whose unit both share.
        money_first: Whether a currency stands before the number.
        hyphened: Whether a hyphen joins number and unit.
        step_factor: Factor of the unit in which `step` is given.
    """

    first: int
    last: int
    number_first: int
    number_last: int
    value: Decimal | None
    step: Decimal = ONE
    zeros: bool = False
    words: bool = False
    point: bool = False
    scaled: int = 0
    mantissa: Decimal = ONE
    unit: str = ""
    dimension: str = "count"
    form: Form = Form.PLAIN
    ends: tuple[Draft, Draft] | None = None
    stated: tuple[Decimal, Decimal] | None = None
    reading: Interval | None = None
    base: Decimal | None = None
    modifier: Modifier | None = None
    modifier_first: int = -1
    modifier_last: int = -1
    counted: Counted | None = None
    pair: Draft | None = None
    leader: Draft | None = None
    money_first: bool = False
    fraction: bool = False
    unit_last: int = -1
