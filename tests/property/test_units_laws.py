from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from factcheck import units
from factcheck.model import Interval
from factcheck.units import table

NAMES = sorted({*table.UNITS, *units.WORDS.values(), *units.SYMBOLS.values()})
DIMENSIONS: dict[str, list[str]] = {}
for known in NAMES:
    found = units.lookup(known)
    if found is not None:
        DIMENSIONS.setdefault(found.dimension, []).append(known)

values = st.decimals(
    min_value=Decimal("-1e12"), max_value=Decimal("1e12"), places=4, allow_nan=False
)
names = st.sampled_from(NAMES)
pairs = st.sampled_from(sorted(DIMENSIONS)).flatmap(
    lambda key: st.tuples(
        st.sampled_from(DIMENSIONS[key]), st.sampled_from(DIMENSIONS[key])
    )
)


@given(values, pairs)
def test_a_conversion_there_and_back_gives_the_value(value, pair):
    there = units.convert(value, *pair)
    assert there is not None
    back = units.convert(there, pair[1], pair[0])
    assert back is not None
    # Temperatures lose digits to their offset.
    assert abs(back - value) <= (abs(value) + 1000) / Decimal(10) ** 40


@given(values, pairs)
def test_a_converted_interval_holds_the_converted_value(value, pair):
    interval = units.convert_interval(Interval.point(value), *pair)
    single = units.convert(value, *pair)
    assert interval is not None
    assert single is not None
    assert interval.contains(single)


@given(values, values, names)
def test_to_base_keeps_the_order(first, second, name):
    low, high = sorted((first, second))
    based = units.to_base(Interval(low, high), name)
    assert based is not None
    assert not based[0].is_empty


@given(names, names)
def test_dimensions_agree_in_both_directions(first, second):
    assert units.same_dimension(first, second) == units.same_dimension(second, first)


@given(pairs.filter(lambda pair: not {"[", "1"} & {pair[0][0], pair[1][0]}))
def test_a_quotient_of_one_dimension_has_no_exponents(pair):
    quotient = units.compose(*pair)
    assert quotient is not None
    found = units.lookup(quotient)
    assert found is not None
    assert found.exponents == ()


@given(st.text(max_size=40))
def test_any_text_is_a_unit_or_none(text):
    unit = units.lookup(text)
    assert unit is None or unit.name == table.ALIASES.get(text, text)


@given(st.text(alphabet="meter /*123 kilgo", max_size=30))
def test_any_expression_is_a_unit_or_none(text):
    unit = units.lookup(text)
    assert unit is None or unit.ratio[1] > 0
