"""The quantulum3 engine: what quantulum3 finds, in our words. For comparison only.

quantulum3 reads "a key supply" as a number of exayears; nothing of it is corrected here. It
knows neither bounds nor approximators nor counted nouns.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Protocol

from factcheck import units
from factcheck.extract import finish, scanner
from factcheck.extract.drafts import Draft
from factcheck.language.tokens import Tokens
from factcheck.model import Document, Extraction, Form, Mention

_ONE = Decimal(1)
# What quantulum3 names otherwise than pint.
_NAMES = {
    "": "",
    "dimensionless": "",
    "percentage": "percent",
    "degree celsius": "degree_Celsius",
    "degree fahrenheit": "degree_Fahrenheit",
    "pound-mass": "pound",
}


class _Unit(Protocol):
    name: str
    currency_code: str | None


class _Quantity(Protocol):
    value: float
    uncertainty: float | None
    surface: str
    span: tuple[int, int]
    unit: _Unit


def read(document: Document) -> Extraction:
    """Return what quantulum3 finds in a document, block by block."""
    with warnings.catch_warnings():
        # It warns that its optional classifier is not installed; we do without.
        warnings.simplefilter("ignore")
        from quantulum3 import parser  # noqa: PLC0415 - 1 s, 4 s more at its first parse

    mentions: list[Mention] = []
    found = []
    for index, block in enumerate(document.blocks):
        start, end = block.span.start, block.span.end
        found.extend(scanner.named(document.text, start, end, document.date))
        text = document.text[start:end]
        try:
            quantities = parser.parse(text)
        except (ValueError, ArithmeticError, LookupError, TypeError, AttributeError):
            # It fails on some texts (a lone sign, a long number); its failure finds nothing.
            continue
        mentions.extend(_mentions(document, index, start, quantities))
    return Extraction(document.path, tuple(mentions), tuple(found))


def _mentions(
    document: Document, index: int, offset: int, quantities: list[_Quantity]
) -> Iterator[Mention]:
    last = offset
    for quantity in sorted(quantities, key=lambda q: q.span):
        start, end = offset + quantity.span[0], offset + quantity.span[1]
        body = document.text[start:end]
        start += len(body) - len(body.lstrip())
        end -= len(body) - len(body.rstrip())
        value = _decimal(quantity.value)
        if start >= end or start < last or value is None:
            continue
        last = end
        tokens = Tokens(document.text, start, end)
        draft = Draft(
            0, tokens.count, 0, tokens.count, value, _step(value), mantissa=value
        )
        draft.unit = _unit(quantity.unit)
        draft.dimension = (
            (units.dimension(draft.unit) or draft.unit) if draft.unit else "count"
        )
        half = _decimal(quantity.uncertainty or 0.0)
        if half:
            draft.form, draft.value = Form.RANGE, None
            draft.stated = value - abs(half), value + abs(half)
            draft.ends = tuple(
                Draft(0, 1, 0, 1, one, _step(one), mantissa=one) for one in draft.stated
            )  # type: ignore[assignment] # two ends
        yield finish.mention(
            draft, tokens, document=document.path, block=index, headers=()
        )


def _decimal(value: float) -> Decimal | None:
    if not math.isfinite(value):
        return None
    try:
        return Decimal(repr(value)).normalize() + 0
    except InvalidOperation:
        return None


def _step(value: Decimal) -> Decimal:
    exponent = value.normalize().as_tuple().exponent
    return _ONE.scaleb(exponent) if isinstance(exponent, int) else _ONE


def _unit(unit: _Unit) -> str:
    code = getattr(unit, "currency_code", None)
    if code:
        return str(code)
    name = _NAMES.get(unit.name, unit.name)
    known = units.WORDS.get(name)
    if known is not None:
        return known
    top, per, under = name.partition(" per ")
    if per and top in units.WORDS and under in units.WORDS:
        return units.compose(units.WORDS[top], units.WORDS[under]) or name
    return name
