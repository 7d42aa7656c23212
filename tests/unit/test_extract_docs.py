"""docs/extraction.md says what is true: every line of its tables is read so."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck import documents
from factcheck.extract import extract
from factcheck.model import Mention, Modifier

PAGE = Path(__file__).parents[2] / "docs/extraction.md"
MODIFIERS = {modifier.value for modifier in Modifier}


def lines(n_cells: int):
    """Yield the rows of the page's tables that have so many columns, without their heads."""
    for line in PAGE.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if (
            line.startswith("| ")
            and cells[0] not in ("text", "column")
            and len(cells) == n_cells
        ):
            yield cells


def rows():
    for cells in lines(2):
        yield pytest.param(*cells, id=cells[0][:60])


def cells():
    for row in lines(4):
        yield pytest.param(*row, id=f"{row[0]} - {row[1]} - {row[2]}")


def matches(mention: Mention, stated: str) -> bool:
    value, *words = stated.split()
    modifier = words.pop() if words and words[-1] in MODIFIERS else None
    low, dots, high = value.partition("..")
    if dots:
        ends = (mention.stated_low, mention.stated_high) == (
            Decimal(low),
            Decimal(high),
        )
    else:
        top, _, bottom = value.partition("/")
        ends = mention.value == Decimal(top) / Decimal(bottom or 1)
    return (
        ends
        and mention.unit == " ".join(words)
        and (mention.modifier and mention.modifier.value) == modifier
    )


@pytest.mark.parametrize(("text", "reading"), list(rows()))
def test_the_page_on_extraction_says_what_is_read(text, reading):
    surfaces = re.findall(r"\*\*(.+?)\*\*", text)
    found = extract(documents.parse(text.replace("**", ""), name="x.txt")).mentions
    assert [mention.surface for mention in found] == surfaces
    if surfaces:
        parts = reading.split(" ; ")
        assert len(parts) == len(found)
        for mention, part in zip(found, parts, strict=True):
            assert matches(mention, part), mention


@pytest.mark.parametrize(("column", "row", "cell", "reading"), list(cells()))
def test_the_page_on_extraction_says_what_a_cell_is_read_as(column, row, cell, reading):
    text = f"| | {column} |\n|---|---|\n| {row} | {cell.replace('**', '')} |\n"
    (mention,) = extract(documents.parse(text, name="x.md")).mentions
    assert mention.surface == re.findall(r"\*\*(.+?)\*\*", cell)[0]
    assert mention.headers == (row, column)
    assert matches(mention, reading), mention


def test_the_page_has_examples_of_both_kinds():
    texts = [row.values[0] for row in rows()]
    assert sum("**" in text for text in texts) > 40
    assert sum("**" not in text for text in texts) > 10
