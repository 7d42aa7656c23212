from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.model import Interval
from factcheck.units import wording


def span(low, high, *, low_open=False, high_open=False):
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    return Interval(ends[0], ends[1], low_open, high_open)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("60000", "60,000"),
        ("19.50", "19.5"),
        ("2500000", "2.5 million"),
        ("1234567", "1,234,567"),
        ("9.5E+9", "9.5 billion"),
        ("1234.5678", "1,235"),
        ("0.50", "0.5"),
        ("100", "100"),
        ("-0", "0"),
        pytest.param("1E+40", "1 \N{MULTIPLICATION SIGN} 10^40", id="huge"),
        pytest.param("-2.5E-40", "-2.5 \N{MULTIPLICATION SIGN} 10^-40", id="tiny"),
    ],
)
def test_numbers_read_as_in_a_newspaper(value, said):
    assert wording.number(Decimal(value)) == said


@pytest.mark.parametrize(
    ("interval", "unit", "said"),
    [
        pytest.param(span(None, None), "", "any number", id="open at both ends"),
        pytest.param(span(43, None), "people", "at least 43 people", id="from"),
        pytest.param(span(5, None, low_open=True), "mile", "more than 5 miles", id="over"),
        pytest.param(span(0, 9), "", "at most 9", id="up to"),
        pytest.param(span(None, 5, high_open=True), "mile", "less than 5 miles", id="under"),
        pytest.param(span(0, 9, high_open=True), "guests", "less than 9 guests", id="less"),
        pytest.param(span("9.5", "10.5"), "mile", "9.5 to 10.5 miles", id="a range"),
        pytest.param(span("99.999", "100.001"), "mile", "100 miles", id="ends that round alike"),
        pytest.param(span("19.45", "19.55"), "percent", "19.45% to 19.55%", id="percent"),
        pytest.param(span(5, 5), "USD", "$5", id="money"),
        pytest.param(span(-5, -5), "EUR", "-€5", id="a loss"),
        pytest.param(span(1, 2), "AUD", "A$1 to A$2", id="a dollar of its own"),
        pytest.param(span(5, 5), "PLN", "5 PLN", id="a currency without a sign"),
        pytest.param(span(5, 6), "USD / oil_barrel", "$5 to $6 per barrel", id="a price"),
        pytest.param(span(1, 1), "mile", "1 mile", id="one"),
        pytest.param(span(1, 1), "foot ** 2", "1 square foot", id="one square foot"),
        pytest.param(span(1, 1), "guest", "1 guest", id="one of a count"),
        pytest.param(
            span("4.75E+8", "4.85E+8"), "USD", "$475 million to $485 million", id="millions"
        ),
    ],
)  # fmt: skip
def test_amounts_are_said_in_words(interval, unit, said):
    assert wording.amount(interval, unit) == said


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("", ""),
        ("percent", "%"),
        ("Russian soldiers", "Russian soldiers"),
        ("kilometer ** 2", "square kilometers"),
        ("foot ** 3", "cubic feet"),
        ("meter ** 4", "meters^4"),
        ("mile / hour", "miles per hour"),
        ("oil_barrel / day", "barrels per day"),
        ("meter / second ** 2", "meters per second squared"),
        ("1 / kilometer ** 2", "per square kilometer"),
        ("inch", "inches"),
        ("century", "centuries"),
        ("kilowatt_hour", "kilowatt hours"),
        ("megahertz", "megahertz"),
        ("horsepower", "horsepower"),
        ("degree_Celsius", "degrees Celsius"),
        ("delta_degree_Fahrenheit", "degrees Fahrenheit"),
        ("megaton_TNT", "megatons of TNT"),
        ("percentage point", "percentage points"),
        ("ppm", "ppm"),
    ],
)
def test_units_are_named_as_people_name_them(unit, said):
    assert wording.unit_words(unit) == said
