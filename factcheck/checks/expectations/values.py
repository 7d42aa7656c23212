"""The values of relations: expressions evaluated by interval arithmetic, and told in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import reduce
from typing import NamedTuple

from factcheck.checks.expectations.common import (
    Case,
    Exponents,
    Stated,
    given,
    sized,
)
from factcheck.model import Document, Expression, Interval, Op, Quantity
from factcheck.units import wording

_DAY = Decimal(86400)
_DATE: Exponents = (("date", 1),)
_DURATION: Exponents = (("duration", 1),)
_ZERO = Interval.point(Decimal(0))
_AGGREGATES = (Op.SUM, Op.MIN, Op.MAX)
_DATES = (Op.DATE, Op.DOCUMENT_DATE)
_SIGNS = {Op.ADD: "+", Op.SUBTRACT: "−", Op.MULTIPLY: "×", Op.DIVIDE: "÷"}  # noqa: RUF001
_LOOSE = (Op.ADD, Op.SUBTRACT)
_EXTREMES = {Op.MIN: "smallest", Op.MAX: "largest"}
_ATOMS = (Op.QUANTITY, Op.REFERENCE, Op.FACT, Op.DATE, Op.DOCUMENT_DATE)

# What stands behind a name: one mention, or all of a group.
Binding = Mapping[str, Sequence[Stated]]


class UndeterminedError(Exception):
    """A value that cannot be told; its text says why, for the report."""


class Value(NamedTuple):
    """What a part of a relation can be, in coherent units."""

    reading: Interval
    exponents: Exponents


class Sum(NamedTuple):
    """All that is needed to work out a relation for one combination."""

    case: Case
    binding: Binding
    document: Document
    tolerant: bool = True

    def value(self, expression: Expression) -> Value:
        """Return what an expression can be.

        Raises:
            UndeterminedError: A date is missing, or dimensions do not fit.
        """
        op = expression.op
        if op is Op.QUANTITY:
            return _quantity(expression.quantity)
        if op is Op.REFERENCE:
            reference = self.case.spec(expression.name).reference
            return _quantity(reference.quantity if reference else None)
        if op is Op.FACT:
            one = self.binding[expression.name][0]
            return self._reading(one)
        if op is Op.DATE:
            assert expression.date is not None
            return _day(expression.date)
        if op is Op.DOCUMENT_DATE:
            if self.document.date is None:
                raise UndeterminedError(f"{self.document.path} has no date")
            return _day(self.document.date)
        return self._worked_out(expression)

    def _reading(self, one: Stated) -> Value:
        return Value(one.reading if self.tolerant else one.plain, one.exponents)

    def _worked_out(self, expression: Expression) -> Value:
        op = expression.op
        if is_aggregate(expression):
            name = expression.operands[0].name
            values = [self._reading(one) for one in self.binding[name]]
        else:
            values = [self.value(part) for part in expression.operands]
        if op in _OPERATORS:
            return _OPERATORS[op](*values)
        first = values[0]
        if any(value.exponents != first.exponents for value in values):
            raise UndeterminedError("the numbers are of different dimensions")
        readings = [value.reading for value in values]
        if op is Op.SUM:
            return Value(reduce(_plus, readings, _ZERO), first.exponents)
        return Value(_extreme(readings, least=op is Op.MIN), first.exponents)

    def words(self, expression: Expression, *, inner: bool = False) -> str:
        """Say an expression with its numbers, as a person would write the sum."""
        op = expression.op
        if op in _ATOMS:
            return self._atom_words(expression)
        if is_aggregate(expression):
            said = [one.words for one in self.binding[expression.operands[0].name]]
            if op is Op.SUM:
                return " + ".join(said)
            return f"the {_EXTREMES[op]} of {', '.join(said)}"
        inside = op in _SIGNS or op is Op.NEGATE
        parts = [self.words(part, inner=inside) for part in expression.operands]
        if op is Op.MULTIPLY and self._is_share(expression.operands[0]):
            return f"{parts[0]} of {parts[1]}"
        if op in _SIGNS:
            text = f"{parts[0]} {_SIGNS[op]} {parts[1]}"
            if all(part.op in _DATES for part in expression.operands):
                text = f"the time from {parts[1]} to {parts[0]}"
            return f"({text})" if inner and op in _LOOSE else text
        minus = f"−{parts[0]}"  # noqa: RUF001 - a minus sign
        return minus if op is Op.NEGATE else f"{op.value}({', '.join(parts)})"

    def _atom_words(self, expression: Expression) -> str:
        op = expression.op
        if op is Op.FACT:
            return self.binding[expression.name][0].words
        if op is Op.DATE:
            return str(expression.date)
        if op is Op.DOCUMENT_DATE:
            return f"the document's date ({self.document.date})"
        quantity = expression.quantity
        if op is Op.REFERENCE:
            reference = self.case.spec(expression.name).reference
            quantity = reference.quantity if reference else None
        assert quantity is not None
        return wording.amount(Interval.point(quantity.value), quantity.unit)

    def _is_share(self, expression: Expression) -> bool:
        if expression.op is Op.FACT:
            return self.binding[expression.name][0].unit == "percent"
        quantity = expression.quantity
        return quantity is not None and quantity.unit == "percent"


def is_aggregate(expression: Expression) -> bool:
    """Return whether an expression adds up, or picks from, all mentions of one fact."""
    operands = expression.operands
    return (
        expression.op in _AGGREGATES
        and len(operands) == 1
        and operands[0].op is Op.FACT
    )


def single_names(expression: Expression) -> list[str]:
    """Return the facts of which one mention at a time is taken."""
    if is_aggregate(expression):
        return []
    if expression.op is Op.FACT:
        return [expression.name]
    found = [name for part in expression.operands for name in single_names(part)]
    return list(dict.fromkeys(found))


def _quantity(quantity: Quantity | None) -> Value:
    assert quantity is not None
    size = sized(Interval.point(quantity.value), quantity.unit)
    return Value(given(quantity), size[1] if size else ())


def _day(date: dt.date) -> Value:
    return Value(Interval.point(date.toordinal() * _DAY), _DATE)


def _plus(a: Interval, b: Interval) -> Interval:
    return a + b


def _total(a: Value, b: Value) -> Value:
    if _DATE in (a.exponents, b.exponents):
        rest = b if a.exponents == _DATE else a
        if rest.exponents != _DURATION:
            raise UndeterminedError("only a duration can be added to a date")
        return Value(a.reading + b.reading, _DATE)
    return Value(a.reading + b.reading, _same(a, b))


def _difference(a: Value, b: Value) -> Value:
    reading = a.reading - b.reading
    if a.exponents == _DATE and b.exponents in (_DATE, _DURATION):
        return Value(reading, _DURATION if b.exponents == _DATE else _DATE)
    return Value(reading, _same(a, b))


def _scaled(a: Value, b: Value, sign: int) -> Value:
    total = dict(a.exponents)
    for kind, exponent in b.exponents:
        total[kind] = total.get(kind, 0) + sign * exponent
    exponents = tuple(sorted((kind, n) for kind, n in total.items() if n))
    reading = a.reading * b.reading if sign > 0 else a.reading / b.reading
    return Value(reading, exponents)


def _product(a: Value, b: Value) -> Value:
    return _scaled(a, b, 1)


def _quotient(a: Value, b: Value) -> Value:
    if b.reading.contains(Decimal(0)):
        raise UndeterminedError("the divisor can be zero")
    return _scaled(a, b, -1)


def _negative(a: Value) -> Value:
    return Value(-a.reading, a.exponents)


def _size(a: Value) -> Value:
    return Value(abs(a.reading), a.exponents)


def _same(a: Value, b: Value) -> Exponents:
    if a.exponents != b.exponents:
        raise UndeterminedError("the numbers are of different dimensions")
    return a.exponents


def _extreme(readings: Sequence[Interval], *, least: bool) -> Interval:
    """Return what the smallest, or largest, of some sizes can be."""
    if not least:
        return -_extreme([-reading for reading in readings], least=True)
    result = readings[0]
    for other in readings[1:]:
        hull = Interval.hull([result, other])
        high, is_open = result.high, result.high_open
        if high is None or (
            other.high is not None
            and (other.high, not other.high_open) < (high, not is_open)
        ):
            high, is_open = other.high, other.high_open
        result = Interval(hull.low, high, hull.low_open, is_open)
    return result


_OPERATORS: Mapping[Op, Callable[..., Value]] = {
    Op.ADD: _total,
    Op.SUBTRACT: _difference,
    Op.MULTIPLY: _product,
    Op.DIVIDE: _quotient,
    Op.NEGATE: _negative,
    Op.ABS: _size,
}
