from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.model import Interval
from factcheck.reports import _rows
from factcheck.reports._table import columns, shortened, wrapped
from factcheck.reports._view import clean, escape, reading


@pytest.mark.parametrize(
    ("interval", "unit", "said"),
    [
        pytest.param(
            Interval.point(Decimal(5)), "foot", "exactly 5 feet", id="one value"
        ),
        pytest.param(
            Interval(Decimal(54000), Decimal(66000)),
            "residents",
            "54,000 to 66,000 residents",
            id="a range",
        ),
    ],
)
def test_a_reading_is_said_in_words(interval, unit, said):
    assert reading(interval, unit) == said


def test_a_huge_number_is_written_with_an_exponent_in_rows():
    assert _rows.decimal(Decimal("1E+99")) == "1E+99"
    assert _rows.decimal(None) is None


@pytest.mark.parametrize(
    ("text", "room"),
    [
        pytest.param("abc", 3, id="narrow letters"),
        pytest.param("日本", 4, id="wide letters"),
        pytest.param("e\N{COMBINING ACUTE ACCENT}日", 3, id="an accent of its own"),
        pytest.param("10\N{EN DASH}12 “km”", 10, id="typographic signs"),
    ],
)
def test_columns_are_counted_as_a_terminal_does(text, room):
    assert columns(text) == room
    assert shortened(text, room) == text
    assert columns(shortened(text, room - 1)) <= room - 1


def test_a_word_longer_than_a_line_is_broken():
    assert wrapped("a bcdefghij k", 4) == ["a", "bcde", "fghi", "j k"]
    assert shortened("日本語日本語", 5) == "日本…"


def test_what_commands_a_terminal_is_made_visible():
    assert clean("\N{RIGHT-TO-LEFT OVERRIDE}a") == "\N{REPLACEMENT CHARACTER}a"
    assert escape("é\x9b") == "é\\u009b"
    assert escape("\U000e0001") == "\\udb40\\udc01"
