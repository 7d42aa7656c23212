# ruff: noqa: RUF001 - signs as people type them
"""A value survives being written and read, in every style of writing it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import documents
from factcheck.extract import extract
from factcheck.model import Mention

RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
MANTISSAS = st.decimals(min_value=Decimal("1.01"), max_value=Decimal("9.99"), places=2)
CENTS = st.decimals(min_value=Decimal("0.01"), max_value=Decimal("99999.99"), places=2)


def only(text: str) -> Mention:
    document = documents.parse(f"It was so.\n\n{text}", name="a.txt")
    (mention,) = extract(document).mentions
    return mention


@given(MANTISSAS, st.integers(-40, 40))
@pytest.mark.parametrize(
    "style",
    [
        pytest.param(lambda m, e: f"{m}e{e}", id="e"),
        pytest.param(lambda m, e: f"{m}E{e:+d}", id="signed E"),
        pytest.param(lambda m, e: f"{m} × 10^{e}", id="caret"),
        pytest.param(lambda m, e: f"{m}×10^{e}", id="tight caret"),
        pytest.param(lambda m, e: f"{m} x 10^{e}", id="letter"),
        pytest.param(
            lambda m, e: f"{m} × 10{str(e).translate(RAISED)}", id="superscripts"
        ),
    ],
)
def test_a_power_of_ten_survives(style, mantissa, exponent):
    mention = only(f"The cloud weighs {style(mantissa, exponent)} kg in all.")
    assert mention.value == mantissa.scaleb(exponent)
    assert mention.unit == "kilogram"


@given(st.integers(1, 9_999), st.integers(0, 99))
@pytest.mark.parametrize(
    ("words", "power"),
    [
        pytest.param(" million", 6, id="million"),
        pytest.param(" billion", 9, id="billion"),
        pytest.param(" trillion", 12, id="trillion"),
        pytest.param(" thousand", 3, id="thousand"),
        pytest.param("bn", 9, id="bn"),
        pytest.param("m", 6, id="m"),
        pytest.param("k", 3, id="k"),
        pytest.param("-million", 6, id="hyphen"),
    ],
)
def test_a_scale_survives_on_money(words, power, whole, part):
    mention = only(f"The fleet cost ${whole}.{part:02d}{words} to refit.")
    assert mention.value == Decimal(f"{whole}.{part:02d}").scaleb(power)
    assert mention.unit == "USD"


@given(CENTS)
@pytest.mark.parametrize(
    "style",
    [
        pytest.param("${}", id="sign before"),
        pytest.param("{} dollars", id="word"),
        pytest.param("USD {}", id="code before"),
        pytest.param("{} USD", id="code behind"),
    ],
)
def test_money_survives_to_the_cent(style, value):
    mention = only(f"The lamp is sold for {style.format(value)} in town.")
    assert (mention.value, mention.unit) == (value, "USD")
    assert mention.reading.contains(value)


def indian(value: int) -> str:
    head, tail = f"{value}"[:-3], f"{value}"[-3:]
    groups: list[str] = []
    while head:
        groups.insert(0, head[-2:])
        head = head[:-2]
    return ",".join([*groups, tail])


@given(st.integers(1_00_000, 99_99_99_999))
def test_indian_grouping_survives(value):
    assert only(f"The dam cost ₹{indian(value)} to build.").value == value


@given(st.integers(2, 99))
@pytest.mark.parametrize(
    ("style", "part"),
    [
        pytest.param("{}½ miles", "0.5", id="half sign"),
        pytest.param("{} ½ miles", "0.5", id="half sign apart"),
        pytest.param("{} 1/2 miles", "0.5", id="half"),
        pytest.param("{}-1/2 miles", "0.5", id="half with hyphen"),
        pytest.param("{}¼ miles", "0.25", id="quarter sign"),
        pytest.param("{} 3/4 miles", "0.75", id="three quarters"),
        pytest.param("{} and a half miles", "0.5", id="half in words"),
        pytest.param("{} and a quarter miles", "0.25", id="quarter in words"),
    ],
)
def test_a_mixed_number_survives(style, part, whole):
    mention = only(f"The lane is {style.format(whole)} long.")
    assert (mention.value, mention.unit) == (whole + Decimal(part), "mile")


@given(
    st.integers(1, 999), st.integers(1, 999), st.sampled_from(["-", "–", " to ", " – "])
)
def test_both_ends_of_a_range_survive(low, width, link):
    mention = only(f"The lane is {low}{link}{low + width} km long.")
    assert (mention.stated_low, mention.stated_high) == (low, low + width)
    assert mention.unit == "kilometer"


@given(st.integers(1, 120))
@pytest.mark.parametrize(
    "style", ["A {}-year-old potter left.", "The potter, aged {}, left."]
)
def test_an_age_survives(style, age):
    mention = only(style.format(age))
    assert (mention.value, mention.unit, mention.form) == (age, "year", "age")


@given(st.integers(1, 8), st.integers(1, 11))
@pytest.mark.parametrize(
    "style", ["{} ft {} in", "{} feet {} inches", "{} feet, {} inches"]
)
def test_feet_and_inches_survive(style, feet, inches):
    mention = only(f"The post is {style.format(feet, inches)} tall.")
    assert (mention.value, mention.unit) == (12 * feet + inches, "inch")
