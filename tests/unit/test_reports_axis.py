"""The number line of a finding."""

from __future__ import annotations

import pytest

from factcheck.model import Evidence, Outcome, Verdict
from factcheck.reports._axis import axis
from tests.samples import interval


def outcome(*readings, kind="agreement"):
    return Outcome(
        rule="core/agreement",
        kind=kind,
        verdict=Verdict.CONFLICT,
        evidence=tuple(
            Evidence(
                "a.txt", None, "", "", reading and interval(*reading), unit, side=i
            )
            for i, (reading, unit) in enumerate(readings)
        ),
        message="",
    )


def drawn(*readings, kind="agreement"):
    found = axis(outcome(*readings, kind=kind))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("readings", "ticks", "unit"),
    [
        pytest.param(
            [((25, 25), "systems"), ((52, 52), "systems")],
            ["30", "40", "50"],
            "systems",
            id="counts",
        ),
        pytest.param(
            [((95, 105), "mile"), ((255, 265), "kilometer")],
            ["100", "120", "140", "160"],
            "miles",
            id="units of one dimension",
        ),
        pytest.param(
            [((-10, -10), "degree_Celsius"), ((50, 50), "degree_Fahrenheit")],
            ["-10", "-5", "0", "5", "10"],
            "degrees Celsius",
            id="scales with a zero of their own",
        ),
        pytest.param(
            [((5, 5), "men"), ((5, 5), "soldiers")],
            ["4.8", "5", "5.2"],
            "men",
            id="the same number twice",
        ),
        pytest.param(
            [((1, 2), "tonne"), ((900, 1100), "tonne")],
            ["1", "10", "100", "1,000"],
            "tonnes",
            id="a factor of a thousand",
        ),
        pytest.param(
            [((1, 2), "men"), (("9E9", "9E9"), "men")],
            ["1", "1,000", "1 million", "1 billion"],
            "men",
            id="ten powers of ten",
        ),
    ],
)
def test_ticks_are_round_numbers_in_the_unit_of_the_first(readings, ticks, unit):
    found = drawn(*readings)
    assert [text for _, text in found.ticks] == ticks
    assert found.unit == unit


def test_bars_keep_their_order_and_their_gap():
    a, b = drawn(((54, 66), "tonne"), ((76000, 84000), "kilogram")).bars
    assert 0 < a[0] < a[1] < b[0] < b[1] < 1000


def test_an_open_end_has_no_place():
    a, b = drawn(((8000, None), "men"), ((0, 300), "men")).bars
    assert a[1] is None
    assert b[0] > 0


def test_at_most_is_open_on_a_scale_of_factors():
    found = drawn(((0, 3), "men"), ((8000, 9000), "men"))
    assert found.logarithmic
    assert found.bars[0] == (None, 61)


@pytest.mark.parametrize(
    ("readings", "kind"),
    [
        pytest.param([((1, 2), "mile"), ((5, 6), "mile")], "relation", id="arithmetic"),
        pytest.param(
            [((1, 2), "mile"), ((5, 6), "hour")], "agreement", id="dimensions"
        ),
        pytest.param([((1, 2), "mile"), ((5, 6), "men")], "agreement", id="no unit"),
        pytest.param([((1, 2), "mile"), (None, "")], "agreement", id="no reading"),
        pytest.param(
            [((None, None), "men"), ((5, 6), "men")], "agreement", id="any number"
        ),
        pytest.param(
            [(("1E400", "2E400"), "men"), ((5, 6), "men")],
            "agreement",
            id="more than a float takes",
        ),
    ],
)
def test_what_shares_no_scale_is_not_drawn(readings, kind):
    assert axis(outcome(*readings, kind=kind)) is None
