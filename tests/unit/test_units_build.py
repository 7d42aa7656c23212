"""The shipped table against pint, and against what would be generated now."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from factcheck import units
from factcheck.units import build, lexicon, registry, table

OWN = {*lexicon.KINDS, *lexicon.DEFINITIONS}
NAMES = sorted(
    {*table.UNITS, *units.WORDS.values(), *units.SYMBOLS.values(), "degree_Celsius"}
)


def known_to_pint(name):
    return not any(own in name for own in OWN)


def test_the_shipped_table_is_what_would_be_generated_now():
    shipped = Path(table.__file__).read_text(encoding="utf-8")
    assert build.render() == shipped


@pytest.mark.parametrize("name", [name for name in NAMES if known_to_pint(name)])
def test_every_factor_is_the_one_of_pint(name):
    factor, offset, exponents = registry.measure(name)
    unit = units.lookup(name)
    assert unit is not None
    if name not in ("lumen", "kilolumen", "lux", "kilolux"):
        physical = tuple(item for item in unit.exponents if item[0] != "count")
        assert physical == tuple(item for item in exponents if item[0] != "count")
    assert Fraction(*unit.shift) == offset
    shipped = Fraction(*unit.ratio)
    if unit.dimension.startswith("temperature_difference"):
        pytest.skip("a scale of its own")
    # Factors with pi or a measured constant are shipped to 50 digits.
    assert abs(shipped - factor) <= factor / 10**48


@pytest.mark.parametrize("name", sorted(lexicon.DEFINITIONS))
def test_every_definition_of_our_own_is_kept(name):
    unit = units.lookup(name)
    assert unit is not None
    if name not in lexicon.KINDS:
        factor, _ = registry.evaluate(lexicon.DEFINITIONS[name])
        assert abs(Fraction(*unit.ratio) - factor) <= factor / 10**48


def test_readings_have_the_dimension_of_the_first():
    for name, others in lexicon.READINGS.items():
        assert all(units.same_dimension(name, other) for other in others)


def test_pint_refuses_what_has_no_whole_exponents():
    assert not registry.knows("maxwell")
    assert not registry.knows("no such unit")
    assert registry.knows("furlong")


def test_every_line_of_the_lexicon_has_four_fields():
    for line in lexicon.UNITS.strip().splitlines():
        assert line.count("|") == 3, line
    for line in lexicon.CURRENCIES.strip().splitlines():
        assert line.count("|") in (3, 4), line
