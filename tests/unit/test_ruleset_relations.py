from __future__ import annotations

import datetime as dt

import pytest

from factcheck.model import FactSpec, Match, Op, Place, Reference
from factcheck.ruleset import quantities, relations

PLACE = Place("x", 1, 1)


def fact(name, dimension=None, reference=None, *, units=(), counted=()):
    match = None
    if dimension or units or counted or not reference:
        match = Match(dimension=dimension, units=units, counted=counted)
    known = Reference(quantities.parse(reference)) if reference else None
    return FactSpec(name, PLACE, match=match, reference=known)


FACTS = {
    one.name: one
    for one in (
        fact("n", "count"),
        fact("share", "ratio"),
        fact("area", "area"),
        fact("road", units=("kilometer",)),
        fact("boats", counted=("x",)),
        fact("heat", "temperature"),
        fact("warmer", "temperature_difference"),
        fact("war", "duration"),
        fact("money", "currency:USD"),
        fact("any_money", "currency"),
        fact("open"),
        fact("country", None, "603628 km2"),
        fact("both", "area", "5 km2"),
    )
}
FACTS["broken"] = None


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        pytest.param("share * country == area", "area", id="product"),
        pytest.param("area / road == 3 miles", "length", id="quotient"),
        pytest.param("n + 5 >= boats - 3", "ratio", id="counts are numbers"),
        pytest.param("-n <= 5", "ratio", id="negation"),
        pytest.param("(n) != ((7))", "ratio", id="parentheses"),
        pytest.param("war == document.date - 2022-02-24", "duration", id="dates"),
        pytest.param("2022-02-24 + war < document.date", "date", id="a later day"),
        pytest.param("war + 2022-02-24 == document.date", "date", id="from a day on"),
        pytest.param("document.date - war == 2022-02-24", "date", id="an earlier day"),
        pytest.param("heat - heat == warmer", "temperature_difference", id="warmer"),
        pytest.param("heat + warmer > heat", "temperature", id="hotter"),
        pytest.param("money == $1.5 billion", "currency:USD", id="money"),
        pytest.param("any_money == 5 EUR", "currency:EUR", id="any money"),
        pytest.param("open == 5 km", "length", id="a fact of any dimension"),
        pytest.param("open + 5 km == 7 km", "length", id="adding what is open"),
        pytest.param("5 km + open == 7 km", "length", id="adding to what is known"),
        pytest.param("open * 5 km == area", "area", id="times what is open"),
        pytest.param("open == broken", "", id="nothing known"),
        pytest.param("document.date - open == war", "duration", id="a date less what"),
        pytest.param("min(n, 3) == max(share, 5%)", "ratio", id="functions"),
        pytest.param("sum(area) == abs(area - country)", "area", id="sums"),
        pytest.param("both == both.reference", "area", id="a fact and its reference"),
        pytest.param("country.reference == area", "area", id="a reference by name"),
        pytest.param("n × 3 ÷ 2 − 1 == 5", "ratio", id="typographic signs"),  # noqa: RUF001
        pytest.param("area == 1.5 million km²", "area", id="scale words"),
        pytest.param("area == 10 sq km", "area", id="units of two words"),
        pytest.param("area == 5 km/n * 3 km", "area", id="a name ends a unit"),
        pytest.param(
            "money / 5 barrels == 3 USD/barrel", "currency:USD/volume", id="per"
        ),
    ],
)
def test_a_relation_has_one_dimension(text, dimension):
    assert relations.parse(text, FACTS).dimension == dimension


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        pytest.param("n == 5" + " " * 2000, 0, "more than 2,000 characters", id="long"),
        pytest.param("-" * 50 + "n == 5", 40, "nested more than 40 deep", id="deep"),
        pytest.param("n == 2 n", 7, "expected an operator, found 'n'", id="no operator"),
        pytest.param("n == 5 5", 7, "expected an operator, found '5'", id="two numbers"),
        pytest.param("n == 5 ~", 7, "the character '~' has no meaning here", id="sign"),
        pytest.param("n == 1" + "0" * 70, 5, "a number of more than 60 digits", id="digits"),
        pytest.param("n == $5 km", 5, "'$5 km' has a currency sign and a unit", id="money"),
        pytest.param("abs(n, 3) == 5", 0, "abs() takes one argument", id="abs"),
        pytest.param("n == -2022-02-24", 5, "a date cannot be negated", id="negated"),
        pytest.param("n == abs(2022-02-24)", 5, "a date cannot be used in abs()", id="day"),
        pytest.param("n == min(3, 5 km)", 5, "min() of a number and a length", id="min"),
        pytest.param("both.size == 5", 0, "a fact has no 'size'; write both or both.reference", id="attribute"),
        pytest.param("area.reference == 5", 0, "the fact 'area' has no reference value", id="no reference"),
        pytest.param("n == document.date", 2, "the two sides cannot be compared: a number on the left, a date on the right", id="number and date"),
        pytest.param("n == 2022-02-24 / 2", 16, "a date cannot be divided", id="divided"),
        pytest.param("war == war - document.date", 11, "one cannot subtract a duration and a date", id="less a date"),
        pytest.param("n == nn", 5, "the rule names no fact 'nn'; did you mean 'n'?", id="no such fact"),
        pytest.param("min(n == 3", 6, "expected an operator or ), found '=='", id="open call"),
        pytest.param("min(n", 3, "this parenthesis is never closed", id="open call at the end"),
    ],
)  # fmt: skip
def test_a_relation_that_makes_no_sense_is_refused_at_its_place(text, at, said):
    with pytest.raises(relations.RelationError) as caught:
        relations.parse(text, FACTS)
    assert (caught.value.at, caught.value.text) == (at, said)


def test_multiplication_binds_closer_than_addition_and_to_the_left():
    left = relations.parse("n + 2 * 3 - 4 == 5", FACTS).left
    assert left.op is Op.SUBTRACT
    assert left.operands[0].op is Op.ADD
    assert left.operands[0].operands[1].op is Op.MULTIPLY


def test_a_fact_without_a_match_is_its_reference():
    left = relations.parse("country == area", FACTS).left
    assert (left.op, left.name) == (Op.REFERENCE, "country")


def test_the_day_of_a_relation_is_read():
    right = relations.parse("document.date - war == 2022-02-24", FACTS).right
    assert right.date == dt.date(2022, 2, 24)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        pytest.param("603,628 km2", 603628, "kilometer ** 2", id="grouped digits"),
        pytest.param("5%", 5, "percent", id="percent"),
        pytest.param("$5m", 5_000_000, "USD", id="a scale letter behind money"),
        pytest.param("5 m", 5, "meter", id="a letter that is a unit"),
        pytest.param("2 bn EUR", 2_000_000_000, "EUR", id="scale and code"),
        pytest.param("3 dollars", 3, "USD", id="currency by word"),
        pytest.param("25 °C", 25, "degree_Celsius", id="temperature"),
        pytest.param("5 barrels per day", 5, "oil_barrel / day", id="a rate"),
        pytest.param("7 attacks", None, None, id="a noun is no unit"),
        pytest.param("many", None, None, id="no number"),
        pytest.param("$5 km", None, None, id="sign and unit"),
    ],
)
def test_a_quantity_is_read_as_people_write_it(text, value, unit):
    if value is None:
        with pytest.raises(quantities.QuantityError):
            quantities.parse(text)
    else:
        found = quantities.parse(text)
        assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        pytest.param("area", True, id="by name"),
        pytest.param("count/duration", True, id="a rate"),
        pytest.param("currency:EUR", True, id="money"),
        pytest.param("currency:EUR/mass", True, id="a price"),
        pytest.param("currency", True, id="any money"),
        pytest.param("currency/mass", True, id="a price in any money"),
        pytest.param("currency/count", True, id="money for each"),
        pytest.param("currency/size", False, id="money for nothing"),
        pytest.param("currency:XYZ", False, id="no such money"),
        pytest.param("size/mass", False, id="a rate of nothing"),
    ],
)
def test_a_dimension_is_known_by_name(name, known):
    assert quantities.known_dimension(name) is known
