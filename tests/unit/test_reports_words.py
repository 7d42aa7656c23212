from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.model import Interval
from factcheck.reports import _rows
from factcheck.reports._table import columns, shortened, wrapped
from factcheck.reports._view import clean, escape, plain, reading


def span(low, high, *, low_open=False, high_open=False):
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    return Interval(ends[0], ends[1], low_open, high_open)


@pytest.mark.parametrize(
    ("interval", "unit", "said"),
    [
        pytest.param(span(None, None), "", "any number", id="open at both ends"),
        pytest.param(span(5, None, low_open=True), "mile", "more than 5 miles", id="over"),
        pytest.param(span(5, None), "mile", "at least 5 miles", id="from"),
        pytest.param(span(None, 5, high_open=True), "mile", "less than 5 miles", id="under"),
        pytest.param(span(0, 5), "guests", "at most 5 guests", id="up to"),
        pytest.param(span(5, 5), "foot", "exactly 5 feet", id="a point"),
        pytest.param(span("4.5", "5.5"), "percent", "between 4.5 and 5.5%", id="percent"),
        pytest.param(span(1, 2), "USD", "between 1 and 2 USD", id="a currency"),
        pytest.param(
            span(1, 2), "mile / hour", "between 1 and 2 miles per hour", id="a rate"
        ),
        pytest.param(
            span(1, 2), "meter ** 3", "between 1 and 2 cubic meters", id="a volume"
        ),
        pytest.param(
            span(1, 2), "meter ** 4", "between 1 and 2 meters^4", id="a high power"
        ),
    ],
)  # fmt: skip
def test_a_reading_is_said_in_words(interval, unit, said):
    assert reading(interval, unit) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        pytest.param(None, "", id="none"),
        pytest.param(Decimal("1E+40"), "1E+40", id="huge"),
        pytest.param(Decimal("1234567.891234"), "1,234,567.89", id="nine digits"),
        pytest.param(Decimal("-0"), "0", id="minus zero"),
    ],
)
def test_a_number_is_written_short(value, said):
    assert plain(value) == said


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
