"""The number line of a finding."""

from __future__ import annotations

from decimal import Context, Decimal

import pytest

import factcheck
from factcheck import pipeline, ruleset
from factcheck.model import Arithmetic, Evidence, Outcome, Verdict
from factcheck.reports._axis import axis
from factcheck.reports._rows import decimal
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
            "",
            id="counts",
        ),
        pytest.param(
            [((25, 25), ""), ((52, 52), "fans")],
            ["30", "40", "50"],
            "",
            id="a count whose noun stands elsewhere",
        ),
        pytest.param(
            [((95, 105), "mile"), ((255, 265), "kilometer")],
            ["100", "120", "140", "160"],
            "in miles",
            id="units of one dimension",
        ),
        pytest.param(
            [((-10, -10), "degree_Celsius"), ((50, 50), "degree_Fahrenheit")],
            ["-10", "-5", "0", "5", "10"],
            "in degrees Celsius",
            id="scales with a zero of their own",
        ),
        pytest.param(
            [((5, 5), "men"), ((5, 5), "soldiers")],
            ["5"],
            "",
            id="the same number twice",
        ),
        pytest.param(
            [((1, 2), "tonne"), ((900, 1100), "tonne")],
            ["1", "10", "100", "1,000"],
            "in tonnes",
            id="a factor of a thousand",
        ),
        pytest.param(
            [((1, 2), "men"), (("9E9", "9E9"), "men")],
            ["1", "1,000", "1 million", "1 billion"],
            "",
            id="ten powers of ten",
        ),
        pytest.param(
            [((14, 14), "rowers"), ((16, 16), "rowers")],
            ["14", "15", "16"],
            "",
            id="whole numbers of whole things",
        ),
        pytest.param(
            [(("1.345", "1.355"), "EUR / share"), (("1.525", "1.535"), "EUR / share")],
            ["€1.35", "€1.40", "€1.45", "€1.50"],
            "per share",
            id="money has its sign",
        ),
        pytest.param(
            [((19, 20), "percent"), ((24, 25), "percent")],
            ["20%", "22%", "24%"],
            "",
            id="percentages have theirs",
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


@pytest.mark.parametrize(
    ("text", "unit", "bars"),
    [
        pytest.param(
            "The notice went to 3,100 farms in Arle, 1,450 in Borrow and 1,250 in Cray, "
            "8,500 farms in total.",
            "farms",
            (("5794", "5806"), ("8495", "8505")),
            id="total",
        ),
        pytest.param(
            "Beginners made up 5,400 of the 12,000 skaters, 52 percent of them all.",
            "percent",
            (("44.7718", "45.2301"), ("51", "53")),
            id="share",
        ),
        pytest.param(
            "Bookings rose by 15 percent, from 3,600 to 4,500.",
            "percent",
            (("24.6879", "25.3129"), ("14", "16")),
            id="change",
        ),
        pytest.param(
            "The 54 pumps, each rated at 12 megawatts, have a total capacity of 864 "
            "megawatts.",
            "megawatt",
            (("621", "675"), ("863", "865")),
            id="rate, in the unit as written",
        ),
        pytest.param(
            "The mill, opened in 2001, closed in 2013 after nine years.",
            "year",
            (("11.0007", "12.9993"), ("8", "10")),
            id="duration, which is reckoned in days",
        ),
        pytest.param(
            "The class ran from 14:00 to 18:30, three hours.",
            "hour",
            (("4.48333", "4.51667"), ("2.5", "3.5")),
            id="duration, which is reckoned in minutes",
        ),
        pytest.param(
            "A quarter of the 900 villagers, 150 people, work at the mill.",
            "percent",
            (("16.5193", "16.8156"), ("22.5", "27.5")),
            id="share, in words",
        ),
        pytest.param(
            "Of the riders, 34 percent were 60 or older, 51 percent were between 25 and 59, "
            "and 26 percent were under 25.",
            "percent",
            (("109.5", "112.5"), (None, "100")),
            id="shares, of which no sum is stated",
        ),
        pytest.param(
            "In the poll 117 percent of respondents said yes.",
            "percent",
            ((None, "100"), ("116.5", "117.5")),
            id="a share of more than all",
        ),
    ],
)
def test_what_follows_and_what_is_stated_share_a_scale(text, unit, bars):
    (finding,) = factcheck.check_texts({"a.md": text}).findings
    told = finding.outcome.arithmetic
    assert told is not None
    assert told.unit == unit
    assert bars == tuple(
        tuple(end and decimal(Context(prec=6).plus(end)) for end in (one.low, one.high))
        for one in (told.computed, told.stated)
    )
    found = axis(finding.outcome)
    assert found is not None
    low, high = sorted((bar for bar in found.bars if bar), key=lambda bar: bar[0] or 0)
    assert low[1] is not None
    assert high[0] is not None
    assert low[1] < high[0]


@pytest.mark.parametrize(
    ("text", "unit", "said"),
    [
        pytest.param(
            "Membership rose from 84 to 48.",
            "",
            [("84", 84, 84), ("48", 48, 48)],
            id="a rise that falls",
        ),
        pytest.param(
            "The gap narrowed from 9 to 12 seconds.",
            "in seconds",
            [("9", "8.5", "9.5"), ("12 seconds", "11.5", "12.5")],
            id="a unit that is said once",
        ),
        pytest.param(
            "Tickets range from $90 to $60.",
            "",
            [("from", "85.5", "94.5"), ("to", "57", "63")],
            id="a range in one piece",
        ),
        pytest.param(
            "Between 18,000 and 2,100 cyclists a day cross the bridge.",
            "per day",
            [("18,000", "17500", "18500"), ("2,100", "2050", "2150")],
            id="a range of a rate",
        ),
    ],
)
def test_two_statements_that_cannot_stand_together_are_drawn(text, unit, said):
    (finding,) = factcheck.check_texts({"a.md": text}).findings
    found = axis(finding.outcome)
    assert found is not None
    assert (found.unit, found.are_statements) == (unit, True)
    assert [
        (place.text, place.reading.low, place.reading.high)
        for place in found.places
        if place.reading is not None
    ] == [(text, Decimal(low), Decimal(high)) for text, low, high in said]
    a, b = found.bars
    assert a is not None
    assert b is not None


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        pytest.param(
            "facts: {e: each, w: all}, expect: {relation: 3 * e == w}",
            Arithmetic(
                interval("20.85", "21.15"), interval("25.95", "26.05"), "kilogram"
            ),
            id="relation",
        ),
        pytest.param(
            "facts: {e: each, w: all}, expect: {relation: w == 3 * e}",
            Arithmetic(
                interval("20.85", "21.15"), interval("25.95", "26.05"), "kilogram"
            ),
            id="what stands alone is what is stated",
        ),
        pytest.param(
            "fact: heavy, expect: {sum: {max: 5 kg}}",
            Arithmetic(interval("32.9", "33.1"), interval(None, 5), "kilogram"),
            id="sum",
        ),
    ],
)
def test_a_rule_tells_its_arithmetic(rule, told):
    facts = "".join(
        f"  {name}: {{match: {{dimension: mass, any: [{word}]}}}}\n"
        for name, word in (("each", "each"), ("all", "together"), ("heavy", "weigh"))
    )
    rules = ruleset.loads({"x.yaml": f"facts:\n{facts}rules: [{{id: x, {rule}}}]\n"})
    text = "A bell weighs 7.0 kg each. They weigh 26.0 kg together."
    report = pipeline.run([pipeline.Source("a.txt", text=text)], rules=rules)
    (found,) = (f.outcome.arithmetic for f in report.findings if f.outcome.rule == "x")
    assert found is not None
    assert found.unit == told.unit
    for one, other in ((found.computed, told.computed), (found.stated, told.stated)):
        assert (one.low, one.high) == (other.low, other.high)
