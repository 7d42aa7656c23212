# ruff: noqa: C901 - a header has an order of its own
"""Tables: what the headers of a row and a column say of the numbers below and beside them."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck import units
from factcheck.extract import measures, money
from factcheck.extract.drafts import Draft
from factcheck.extract.lexicon import SCALES, SUFFIXES
from factcheck.extract.numerals import Numeral
from factcheck.frozen import dataclass
from factcheck.language import irregular
from factcheck.language.data import word_set
from factcheck.language.tokens import Tokens
from factcheck.model import Block, BlockKind, Document, Form

_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]")
_SCALE_WORDS = {
    **SCALES,
    "hundreds": 2,
    "thousands": 3,
    "billions": 9,
    "000s": 3,
    "000": 3,
}
# "Tonnes landed", "Hectares burnt in May"
_MEASURED = re.compile(
    r"[\s*_]*([A-Z][a-z]{3,}s) ([a-z]+)(?: (?:in|by|to|since) [\w ]+)?[\s*_]*"
)
_ONE = Decimal(1)
_MINUS = frozenset("-−–—")  # noqa: RUF001 - a minus sign, and what is set for one
# A column of units: "million", "t", "£m" beside each value.
_UNIT_COLUMN = frozenset({"unit", "units", "unit of measure", "unit of measurement"})
# Columns that no unit of the row is meant for.
_NUMBERING = frozenset({"", "#", "no", "no.", "nr", "nr.", "rank", "row", "id", "year"})
# A heading or a line above a table: "Table 1. Journeys by mode (millions)".
_TITLE = 120
_NO_SCALE = re.compile(r"[.!?;]$|(?:^|[\s(,\[])[A-Za-z][)\]]?$")
# Columns that the scale above a table is not meant for.
_UNSCALED = re.compile(
    r"(?i)\b(?:per|number|no|count|rank|share|rate|year|change|ratio|index)\b|[#%]|^$"
)
# Columns that the scale of a row is not meant for.
_SHARES = r"(?i)\b(?:change|share|ratio|per ?cent)\b|[%]"
# "Total (million)", where the rows above it have no scale: that of the whole table.
_TOTALS = ("Total", "All", "Sum", "**Total")
# "Journeys (m)" are millions; "Height (m)" is in metres.
_MILLIONS = word_set(
    """
    people population passengers journeys trips visits visitors arrivals departures
    users customers subscribers members households homes workers employees jobs
    residents inhabitants voters votes pupils students patients tourists guests
    vehicles cars phones downloads sales shipments units shares orders transactions
    tickets copies barrels animals births deaths cases doses tests number
    """
)
# Of one thing these head no numbers of theirs: the second quarter, day 3, a yard of timber.
_SINGLE = word_set(
    """
    second minute hour day week month quarter year decade century stone foot yard pound
    point degree
    """
)


@dataclass(frozen=True, slots=True)
class Scale:
    """What a header gives to bare numbers: a unit, a power of ten, or both."""

    unit: str = ""
    power: int = 0


class Headers:
    """The headers of every table of a document."""

    def __init__(self, document: Document) -> None:
        self._columns: dict[tuple[int, int], str] = {}
        self._rows: dict[tuple[int, int], str] = {}
        self._units: dict[tuple[int, int], str] = {}
        self._captions: dict[int, str] = {}
        self._scales: dict[str, Scale | None] = {}
        unit_columns: set[tuple[int, int]] = set()
        totals: list[tuple[int, str]] = []
        above: Block | None = None
        for block in document.blocks:
            if block.kind is not BlockKind.TABLE or block.table is None:
                above = block
                continue
            if above is not None:
                title = above.span.end - above.span.start <= _TITLE
                text = document.surface(above.span).strip("*_ \n") if title else ""
                # A sentence that ends tells of other things as well; "(A)" is no unit.
                if not _NO_SCALE.search(text):
                    self._captions[block.table] = text
                above = None
            text = document.surface(block.span).strip()
            if block.row == 0 and block.column is not None:
                self._columns[block.table, block.column] = text
                if text.strip("*_ ").lower() in _UNIT_COLUMN:
                    unit_columns.add((block.table, block.column))
            elif block.column == 0 and block.row is not None:
                self._rows[block.table, block.row] = text
                if text.startswith(_TOTALS) and _BRACKETS.search(text):
                    totals.append((block.table, text))
            elif (block.table, block.column) in unit_columns and block.row:
                self._units[block.table, block.row] = text

        for table, text in totals:
            labels = [row for (at, _), row in self._rows.items() if at == table]
            labels.append(self._captions.get(table, ""))
            if not any(map(scale_of, {*labels} - {text})):
                self._captions[table] = text

    def of(self, block: Block) -> tuple[str, ...]:
        """Return the texts of the row header and of the column header of a cell."""
        if block.table is None or not block.row or not block.column:
            return ()
        row = self._rows.get((block.table, block.row), "")
        column = self._columns.get((block.table, block.column), "")
        return row, column

    def apply(
        self,
        drafts: list[Draft],
        headers: tuple[str, ...],
        tokens: Tokens,
        block: Block,
    ) -> None:
        """Give bare numbers of a cell the unit and the scale that its headers state.

        The column's come first, then the row's, then those of a column "Unit" and of the
        line above the table. What stands in brackets or behind a dash is negative, as in
        every statement of account.
        """
        for draft in drafts:
            if draft.value and (
                _is_bracketed(tokens, draft) or _is_dashed(tokens, draft)
            ):
                draft.value = -draft.value
        told = headers[::-1]
        unit = self._units.get((block.table or 0, block.row or 0))
        if unit is not None and headers[1].lower() not in _NUMBERING:
            told = (*told, unit)
        caption = self._captions.get(block.table or 0)
        if caption and not _UNSCALED.search(headers[1]):
            told = (*told, caption)
        for text in told:
            if text not in self._scales:
                self._scales[text] = scale_of(text)
            scale = self._scales[text]
            if (
                scale
                and scale.power
                and text == headers[0]
                and re.search(_SHARES, headers[1])
            ):
                continue
            if scale is None or (
                text == caption
                and scale.unit
                and not _MILLIONS.isdisjoint(headers[1].lower().split())
            ):
                continue
            for draft in drafts:
                if draft.form in (Form.PLAIN, Form.RANGE, Form.UNCERTAIN):
                    _apply(draft, scale)


def _is_bracketed(tokens: Tokens, draft: Draft) -> bool:
    """Return whether an amount fills a cell, in brackets: "(1,204)", "$(1,204)"."""
    first, last = draft.first, draft.last
    return (
        tokens.words[first - 1] == "("
        and first == 1
        and tokens.words[last] == ")"
        and last + 1 == tokens.count
    )


def _is_dashed(tokens: Tokens, draft: Draft) -> bool:
    """Return whether a dash and a blank stand before an amount that fills a cell: "- 2.7%"."""
    return (
        draft.first == 1
        and tokens.words[0] in _MINUS
        and draft.value is not None
        and draft.value > 0
        and draft.last == tokens.count
    )


def _apply(draft: Draft, scale: Scale) -> None:
    if scale.power and not draft.scaled and draft.unit != "percent":
        factor = _ONE.scaleb(scale.power)
        for part in (draft, *(draft.ends or ())):
            part.value = None if part.value is None else part.value * factor
            # A table says how far it is rounded: every digit counts, zeros too.
            part.step = (_ONE if part.zeros else part.step) * factor
            part.zeros = False
        draft.scaled = scale.power
        if draft.stated is not None:
            draft.stated = draft.stated[0] * factor, draft.stated[1] * factor
    if scale.unit and not draft.unit:
        draft.unit, draft.dimension = scale.unit, measures.dimension_of(scale.unit)
        draft.counted = None


def scale_of(text: str) -> Scale | None:
    """Return what a header states in brackets, or as its whole: "Revenue (€m)", "in millions", "%".

    >>> scale_of("Length (km)")
    Scale(unit='kilometer', power=0)
    """
    bracketed = _BRACKETS.findall(text)
    if bracketed == ["m"] and not _MILLIONS.isdisjoint(text.lower().split()):
        return Scale("", 6)
    phrases = [
        *bracketed,
        text.rpartition(",")[2] if "," in text else "",
        "in " + text.rpartition(" in ")[2] if " in " in text else "",
        "" if _is_abbreviation(text.strip("*_ ")) else text,
    ]
    measured = _MEASURED.fullmatch(text)
    if measured and _measures(measured[1], measured[2]):
        phrases.append(measured[1])
    for phrase in phrases:
        found = _phrase(phrase.strip())
        if found is not None:
            return found
    return None


def _measures(unit: str, done: str) -> bool:
    """Return whether a header tells in what unit it says what was done: "Tonnes landed"."""
    told = done.endswith("ed") or any(done in f for f in irregular.VERBS.values())
    return told and unit.lower().removesuffix("s") not in _SINGLE


def _is_abbreviation(text: str) -> bool:
    """Return whether a whole header is short for a word: "W" and "L" are games, no units."""
    return text.lower() in _SINGLE or (len(text) == 1 and text.isupper())


def _phrase(phrase: str) -> Scale | None:
    if not phrase or len(phrase) > 40:  # noqa: PLR2004 - a unit, not a sentence
        return None
    tokens = Tokens(phrase, 0, len(phrase))
    words, i = tokens.words, 0
    if tokens.lower[0] in ("in", "per", "'"):
        i += 1 if tokens.lower[0] != "per" else 0
    unit, power = "", 0
    sign = money.before(tokens, i + 1) if tokens.count > i else None
    if words[i] in units.CURRENCY_SIGNS or words[i] in units.CURRENCIES:
        unit = units.CURRENCY_SIGNS.get(words[i], words[i])
        i += 1
    elif tokens.count > i + 1 and words[i] + words[i + 1] in units.CURRENCY_SIGNS:
        unit = units.CURRENCY_SIGNS[words[i] + words[i + 1]]
        i += 2
    elif sign is not None and sign[1] == i:
        unit, i = sign[0], i + 1
    word = words[i]
    if word.lower() in _SCALE_WORDS:
        power, i = _SCALE_WORDS[word.lower()], i + 1
    elif word in SUFFIXES and (unit or word in ("bn", "mn")):
        power, i = SUFFIXES[word], i + 1
    if words[i] == "of":
        i += 1
    if i < tokens.count and not unit:
        prefixed = f"2 {phrase[tokens.starts[i] :]}"
        found_tokens = Tokens(prefixed, 0, len(prefixed))
        numeral = Numeral(Decimal(2), _ONE, zeros=False, last=1, scaled=power)
        found = measures.after(found_tokens, 1, numeral)
        if found is None or found.last != found_tokens.count or found.part > 1:
            return Scale("", power) if power and i and tokens.lower[0] == "in" else None
        return Scale(found.unit, power)
    if i < tokens.count or not (unit or power):
        return None
    return Scale(unit, power)
