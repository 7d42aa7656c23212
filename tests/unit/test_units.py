from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest

from factcheck import units
from factcheck.model import Interval
from factcheck.units import table


def between(low: str, high: str) -> Interval:
    return Interval(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("name", "dimension", "base", "factor"),
    [
        pytest.param("", "count", "", "1", id="no unit is a count"),
        pytest.param("mile", "length", "meter", "1609.344", id="mile"),
        pytest.param("kilometer", "length", "meter", "1000", id="prefix"),
        pytest.param("kilometer ** 2", "area", "meter ** 2", "1000000", id="area"),
        pytest.param("meter ** 3", "volume", "meter ** 3", "1", id="volume"),
        pytest.param("hectare", "area", "meter ** 2", "10000", id="hectare"),
        pytest.param("tonne", "mass", "kilogram", "1000", id="tonne"),
        pytest.param("metric_ton", "mass", "kilogram", "1000", id="alias"),
        pytest.param("week", "duration", "second", "604800", id="week"),
        pytest.param("decade", "duration", "second", "315576000", id="ten years"),
        pytest.param("kilowatt_hour", "energy", "joule", "3600000", id="energy"),
        pytest.param("gigawatt", "power", "watt", "1000000000", id="power"),
        pytest.param("percent", "ratio", "percent", "1", id="percent"),
        pytest.param("permille", "ratio", "percent", "0.1", id="per mille"),
        pytest.param(
            "percentage point", "ratio_difference", "percentage point", "1", id="points"
        ),
        pytest.param(
            "basis points", "ratio_difference", "percentage point", "0.01", id="basis"
        ),
        pytest.param("USD", "currency:USD", "USD", "1", id="currency"),
        pytest.param(
            "USD / liter",
            "currency:USD/volume",
            "USD / meter ** 3",
            "1000",
            id="currency per volume",
        ),
        pytest.param("1 / minute", "count/duration", "1 / second", None, id="rate"),
        pytest.param(
            "1 / kilometer ** 2",
            "count/area",
            "1 / meter ** 2",
            "0.000001",
            id="per area",
        ),
        pytest.param(
            "percent / year", "ratio/duration", "1 / second", None, id="growth"
        ),
        pytest.param("kilometer / hour", "speed", "meter / second", None, id="speed"),
        pytest.param(
            "meter / second / second",
            "acceleration",
            "meter / second ** 2",
            "1",
            id="twice",
        ),
        pytest.param("byte", "data", "bit", "8", id="data"),
        pytest.param(
            "megabit / second", "data_rate", "bit / second", "1000000", id="bit rate"
        ),
        pytest.param("sievert", "dose", "sievert", "1", id="dose is no squared speed"),
        pytest.param("decibel", "sound_level", "decibel", "1", id="level"),
        pytest.param(
            "kilogram * meter",
            "length*mass",
            "kilogram * meter",
            "1",
            id="no name of its own",
        ),
        pytest.param(
            "meter / kilogram", "length/mass", "meter / kilogram", "1", id="written out"
        ),
        pytest.param("1 / meter", "count/length", "1 / meter", "1", id="per metre"),
    ],
)
def test_a_unit_has_a_dimension_a_base_and_a_factor(name, dimension, base, factor):
    unit = units.lookup(name)
    assert unit is not None
    assert (unit.dimension, unit.base) == (dimension, base)
    if factor is not None:
        assert unit.factor == Decimal(factor)
    assert units.dimension(name) == dimension


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("soldiers", id="a noun"),
        pytest.param("usd", id="a code in lower case"),
        pytest.param("kilomile", id="a prefix that the unit does not take"),
        pytest.param("meter ** -2", id="a negative power"),
        pytest.param("meter ** 99", id="a huge power"),
        pytest.param("meter **", id="no power"),
        pytest.param("meter meter", id="two names"),
        pytest.param("meter /", id="nothing under the stroke"),
        pytest.param("/ meter", id="nothing over the stroke"),
        pytest.param("meter / soldiers", id="a noun under the stroke"),
        pytest.param("**", id="an operator alone"),
    ],
)
def test_what_is_no_unit_is_not_found(name):
    assert units.lookup(name) is None
    assert units.dimension(name) is None
    assert units.to_base(Interval.point(Decimal(1)), name) is None
    assert units.to_coherent(Interval.point(Decimal(1)), name) is None


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        pytest.param("1000", "mile", "kilometer", "1609.344", id="miles"),
        pytest.param("5", "foot", "inch", "60", id="feet"),
        pytest.param(
            "20", "degree_Celsius", "degree_Fahrenheit", "68", id="temperature"
        ),
        pytest.param(
            "-40", "degree_Fahrenheit", "degree_Celsius", "-40", id="crossing"
        ),
        pytest.param(
            "9",
            "delta_degree_Fahrenheit",
            "delta_degree_Celsius",
            "5",
            id="a difference of temperatures has no offset",
        ),
        pytest.param("90", "kilometer / hour", "meter / second", "25", id="speed"),
        pytest.param("50", "basis point", "percentage point", "0.5", id="basis points"),
        pytest.param("2", "percent", "permille", "20", id="ratio"),
        pytest.param("1", "mile", "kilogram", None, id="other dimension"),
        pytest.param("1", "USD", "EUR", None, id="other currency"),
        pytest.param("1", "percent", "percentage point", None, id="share and points"),
        pytest.param(
            "1", "degree_Celsius", "delta_degree_Celsius", None, id="difference"
        ),
        pytest.param("1", "mile", "soldiers", None, id="no unit"),
    ],
)
def test_a_value_is_converted_exactly(value, unit, to, expected):
    converted = units.convert(Decimal(value), unit, to)
    assert converted == (None if expected is None else Decimal(expected))
    interval = units.convert_interval(Interval.point(Decimal(value)), unit, to)
    assert (interval is None) == (expected is None)
    if interval is not None and expected is not None:
        assert interval.contains(Decimal(expected))
    assert units.same_dimension(unit, to) == (expected is not None)


def test_a_converted_interval_is_rounded_outward():
    yards = units.convert_interval(between("1", "2"), "meter", "yard")
    assert yards is not None
    assert yards.low is not None
    assert yards.high is not None
    assert yards.low < yards.high
    assert yards.low * Decimal("0.9144") <= 1
    assert yards.high * Decimal("0.9144") >= 2


def test_open_ends_stay_open():
    half = Interval(Decimal(3), None, low_open=True)
    assert units.to_base(half, "kilometer") == (
        Interval(Decimal(3000), None, low_open=True),
        "meter",
    )
    below = Interval(None, Decimal(0))
    assert units.to_base(below, "degree_Celsius") == (
        Interval(None, Decimal("273.15")),
        "kelvin",
    )


def test_a_name_with_several_readings_gives_the_hull_of_them():
    tons = units.to_base(Interval.point(Decimal(100)), "ton")
    assert tons is not None
    assert tons[0].contains(Decimal("90718.474"))  # short tons
    assert tons[0].contains(Decimal(100_000))  # tonnes
    assert tons[0].contains(Decimal("101604.69088"))  # long tons
    per_gallon = units.to_base(Interval.point(Decimal(1)), "mile / gallon")
    assert per_gallon is not None
    assert not per_gallon[0].is_point


def test_two_sizes_in_one_unit_are_compared_as_they_stand():
    first, second = between("1", "2"), between("3", "4")
    assert units.common(first, "ton", second, "ton") == (first, second, "ton")
    both = units.common(first, "ton", second, "tonne")
    assert both is not None
    assert both[2] == "kilogram"
    assert units.common(first, "ton", second, "meter") is None
    assert units.common(first, "ton", second, "people") is None


def test_coherent_units_make_plain_numbers_of_ratios():
    share = units.to_coherent(between("18.5", "19.5"), "percent")
    assert share == (between("0.185", "0.195"), ())
    assert units.to_coherent(between("1", "2"), "") == (between("1", "2"), ())
    area = units.to_coherent(between("1", "2"), "kilometer ** 2")
    assert area == (between("1000000", "2000000"), (("length", 2),))


def test_exponents_have_names():
    assert units.name_of(()) == ("ratio", "")
    assert units.name_of((("length", 2),)) == ("area", "meter ** 2")
    assert units.name_of((("currency:EUR", 1),)) == ("currency:EUR", "EUR")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param(("USD", "gallon"), "USD / gallon", id="price"),
        pytest.param(("", "day"), "1 / day", id="count a day"),
        pytest.param(("mile", "hour"), "mile / hour", id="speed"),
        pytest.param(
            ("meter", "second", "second"), "meter / second / second", id="two"
        ),
        pytest.param(
            ("kilogram", "meter ** 2"), "kilogram / meter ** 2", id="under a power"
        ),
        pytest.param(("", ""), None, id="nothing under"),
        pytest.param(("USD", "share"), None, id="a noun under"),
        pytest.param(("share", "day"), None, id="a noun over"),
        pytest.param(
            ("watt", "meter ** 2 / second"),
            "watt / meter ** 2 * second",
            id="under a quotient",
        ),
        pytest.param(("USD", "1 / day"), "USD * day", id="under a rate"),
    ],
)
def test_units_are_composed(parts, expected):
    assert units.compose(*parts) == expected


def test_units_are_raised_to_powers():
    assert units.power("mile", 2) == "mile ** 2"
    assert units.power("mile", 1) == "mile"
    assert units.power("people", 1) is None
    assert units.power("people", 2) is None
    assert units.power("mile / hour", 2) is None


@pytest.mark.parametrize(
    ("word", "name"),
    [
        pytest.param("miles", "mile", id="miles"),
        pytest.param("air miles", "mile", id="air miles"),
        pytest.param("kilometres", "kilometer", id="British spelling"),
        pytest.param("kilometers", "kilometer", id="American spelling"),
        pytest.param("square miles", "mile ** 2", id="square miles"),
        pytest.param("sq km", None, id="a symbol is no word"),
        pytest.param("feet", "foot", id="irregular plural"),
        pytest.param("barrels", "oil_barrel", id="barrels of oil"),
        pytest.param("barrels per day", "oil_barrel / day", id="barrels per day"),
        pytest.param("per cent", "percent", id="per cent"),
        pytest.param("percentage points", "percentage point", id="points"),
        pytest.param("basis points", "basis point", id="basis points"),
        pytest.param("centuries", "century", id="centuries"),
        pytest.param("kilowatt hours", "kilowatt_hour", id="kilowatt hours"),
        pytest.param("degrees celsius", "degree_Celsius", id="degrees"),
        pytest.param("light years", "light_year", id="light years"),
        pytest.param("beats per minute", "bpm", id="beats"),
        pytest.param("stone", "stone", id="stone"),
        pytest.param("are", None, id="a verb"),
        pytest.param("key", None, id="key"),
        pytest.param("hands", None, id="hands"),
        pytest.param("points", None, id="points of a game"),
        pytest.param("times", None, id="times"),
        pytest.param("league", None, id="a league"),
        pytest.param("gig", None, id="a gig"),
    ],
)
def test_a_word_is_a_unit_or_not(word, name):
    assert units.WORDS.get(word) == name


@pytest.mark.parametrize(
    ("symbol", "name"),
    [
        pytest.param("km", "kilometer", id="km"),
        pytest.param("km²", "kilometer ** 2", id="superscript"),
        pytest.param("km2", "kilometer ** 2", id="plain two"),
        pytest.param("sq km", "kilometer ** 2", id="sq km"),
        pytest.param("sq mi", "mile ** 2", id="sq mi"),
        pytest.param("km/h", "kilometer / hour", id="km/h"),
        pytest.param("mph", "mile / hour", id="mph"),
        pytest.param("°C", "degree_Celsius", id="degrees"),
        pytest.param("C", "degree_Celsius", id="C after digits"),
        pytest.param("kWh", "kilowatt_hour", id="kWh"),
        pytest.param("MW", "megawatt", id="mega"),
        pytest.param("mW", "milliwatt", id="milli"),
        pytest.param("Mbps", "megabit / second", id="Mbps"),
        pytest.param("GB", "gigabyte", id="GB"),
        pytest.param("μm", "micrometer", id="Greek mu"),
        pytest.param("µm", "micrometer", id="micro sign"),
        pytest.param("%", "percent", id="percent"),
        pytest.param("pp", "percentage point", id="points"),
        pytest.param("bpd", "oil_barrel / day", id="bpd"),
        pytest.param("mAh", "milliampere_hour", id="mAh"),
        pytest.param("KM", None, id="symbols have a case"),
    ],
)
def test_a_symbol_is_a_unit_or_not(symbol, name):
    assert units.SYMBOLS.get(symbol) == name


@pytest.mark.parametrize(
    ("word", "code"),
    [
        pytest.param("dollars", "USD", id="dollars"),
        pytest.param("canadian dollars", "CAD", id="Canadian"),
        pytest.param("u.s. dollars", "USD", id="with points"),
        pytest.param("pounds", "GBP", id="pounds"),
        pytest.param("pounds sterling", "GBP", id="sterling"),
        pytest.param("hryvnia", "UAH", id="hryvnia"),
        pytest.param("hryvnias", "UAH", id="hryvnias"),
        pytest.param("czech crowns", "CZK", id="crowns with a country"),
        pytest.param("crowns", "crown", id="crowns alone"),
        pytest.param("kroner", "NOK", id="kroner"),
        pytest.param("danish kroner", "DKK", id="Danish kroner"),
        pytest.param("reais", "BRL", id="reais"),
        pytest.param("real", None, id="real is a word"),
        pytest.param("sol", None, id="sol"),
        pytest.param("peruvian soles", "PEN", id="soles with a country"),
    ],
)
def test_a_word_is_a_currency_or_not(word, code):
    assert units.CURRENCY_WORDS.get(word) == code


def test_every_surface_has_a_unit():
    names = {*units.WORDS.values(), *units.SYMBOLS.values()}
    assert [name for name in sorted(names) if units.lookup(name) is None] == []
    codes = {*units.CURRENCY_WORDS.values(), *units.CURRENCY_SIGNS.values()}
    codes |= {code for code, _ in units.SUBUNITS.values()}
    codes |= {code for many in units.CURRENCY_CANDIDATES.values() for code in many}
    assert codes <= units.CURRENCIES


def test_words_are_lower_case_and_without_hyphens():
    for word in (*units.WORDS, *units.CURRENCY_WORDS, *units.SUBUNITS):
        assert word == word.lower().strip()
        assert "-" not in word
        assert word.count(" ") < units.MAX_WORDS
    assert units.SYMBOLS.keys() >= units.WEAK_SYMBOLS
    assert units.WORDS.keys() >= units.LOWER_ONLY


def test_candidates_begin_with_the_first_choice():
    assert units.CANDIDATES["pounds"] == ("pound", "GBP")
    for word, names in units.CANDIDATES.items():
        assert units.WORDS[word] == names[0]
        assert all(units.lookup(name) for name in names)
    for word, codes in units.CURRENCY_CANDIDATES.items():
        assert {**units.CURRENCY_WORDS, "cent": "USD"}[word] == codes[0]


def test_subunits_tell_how_many_make_one():
    assert units.SUBUNITS["pence"] == ("GBP", 100)
    assert units.SUBUNIT_SIGNS["¢"] == ("USD", 100)


def test_bases_of_dimensions_are_units_with_factor_one():
    for name in {*table.UNITS, *units.WORDS.values(), *units.SYMBOLS.values()}:
        unit = units.lookup(name)
        assert unit is not None
        base = units.lookup(unit.base)
        assert base is not None, unit
        assert base.factor == 1
        assert base.offset == 0


def test_neither_pint_nor_quantulum_is_imported_at_run_time():
    code = (
        "import sys, factcheck.units as u; u.lookup('mile / hour'); "
        "print([m for m in ('pint', 'quantulum3', 'fractions') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
