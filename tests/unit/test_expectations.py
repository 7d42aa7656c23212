from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck import pipeline, ruleset
from factcheck.checks.expectations import agree, retuned
from factcheck.link import reasons
from factcheck.model import (
    Evidence,
    Form,
    Interval,
    Mention,
    Outcome,
    Severity,
    Span,
    Verdict,
)

ROAD = "road: {property: length of the road, match: {dimension: length, any: [road]}, reference: {value: 50 km, source: the survey}}"
BOATS = "boats: {property: boats lost, match: {dimension: count, units: [boats]}}"
CARS = "cars: {match: {dimension: count, units: [cars]}}"


def run(facts, rule, texts):
    """Return what one rule says of some texts."""
    rules = ruleset.loads(
        {"x.yaml": f"facts: {{{', '.join(facts)}}}\nrules: [{{id: x, {rule}}}]\n"},
        packs=(),
    )
    named = {f"{name}.txt": text for name, text in zip("abcdefgh", texts, strict=False)}
    sources = [pipeline.Source(name, text=text) for name, text in named.items()]
    return [o for o in pipeline.run(sources, rules=rules).outcomes if o.rule == "x"]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        pytest.param(
            "{subject}{property}: {a.text} and {b.text}",
            "length of the road: 50.0 km and 60.0 km",
            id="text",
        ),
        pytest.param(
            "{a.document}:{a.line} {a.value} {a.unit}",
            "a.txt:1 50.0 kilometer",
            id="place, value and unit",
        ),
        pytest.param("{b.quote}", "The road is 60.0 km long.", id="quote"),
        pytest.param("{rule} {label} {n}", "x length of the road 2", id="rule"),
        pytest.param("{gap} {{gap}}", "20% {gap}", id="gap and braces"),
        pytest.param("{a.date}|{a.source}|{a.title}", "||", id="what is not known"),
    ],
)
def test_a_message_is_filled_from_both_sides(message, expected):
    (outcome,) = run(
        [ROAD],
        f"fact: road, expect: agree, message: {message!r}",
        ["The road is 50.0 km long.", "The road is 60.0 km long."],
    )
    assert outcome.message == expected


def test_a_message_names_the_facts_of_a_relation_and_their_references():
    rules = ruleset.loads(
        {
            "x.yaml": "facts:\n  part: {match: {dimension: area, any: [burned]}}\n"
            "  share: {match: {dimension: ratio, any: [share]}}\n"
            "  all: {reference: {value: 500 km2, source: the register, as_of: 2020-01-01}}\n"
            "rules:\n  - id: x\n    facts: [part, share, all]\n"
            "    expect: {relation: share * all == part}\n"
            "    message: '{share.text} of {all.text} {all.value} {all.unit} by {all.source} "
            "{all.date} {all.document} {all.quote}{all.line} is {expected}, not {part.text}'\n"
        },
        packs=(),
    )
    text = "A share of 10.0 percent is gone: 90.0 km2 have burned."
    report = pipeline.run([pipeline.Source("a.txt", text=text)], rules=rules)
    (outcome,) = report.outcomes
    assert outcome.message == (
        "10.0 percent of 500 km2 500 square kilometers by the register 2020-01-01 "
        "the register 500 km2 is about 49.75 to 50.25 square kilometers, not 90.0 km2"
    )


@pytest.mark.parametrize(
    ("rule", "texts", "verdict", "message"),
    [
        pytest.param(
            "fact: road, expect: agree",
            ["The road is 50.0 km long.", "The road is 60.0 km long."],
            Verdict.CONFLICT,
            "length of the road: 50.0 km in a.txt, but 60.0 km in b.txt.",
            id="agree across documents",
        ),
        pytest.param(
            "fact: road, expect: agree",
            ["The road is 50.0 km long.\n\nThe road is 60.0 km long."],
            Verdict.CONFLICT,
            "length of the road: 50.0 km in a.txt, but 60.0 km in line 3 of the same document.",
            id="agree inside a document",
        ),
        pytest.param(
            "fact: road, expect: agree",
            ["The road is 50.0 km long.", "A road of 50 km."],
            Verdict.AGREE,
            "length of the road: 50.0 km, 50 km agree in 2 documents.",
            id="agreement",
        ),
        pytest.param(
            "fact: road, expect: {equals: reference}",
            ["The road is 5.0 km long.", "The road is 5.0 km long."],
            Verdict.CONFLICT,
            "length of the road: 5.0 km in a.txt, not 50 km.",
            id="equals",
        ),
        pytest.param(
            "fact: road, expect: {between: {min: 40 km}}",
            ["The road is 5.0 km long.", "The road is 5.0 km long."],
            Verdict.CONFLICT,
            "length of the road: 5.0 km in a.txt is not at least 40 km.",
            id="between",
        ),
        pytest.param(
            "facts: [boats, cars], expect: {relation: boats < cars}",
            ["The ferry carries 3 boats and 2 cars."],
            Verdict.CONFLICT,
            "boats lost: the text says 3, which is not less than 2.",
            id="less",
        ),
        pytest.param(
            "facts: [boats, cars], expect: {relation: min(boats) == max(cars)}",
            ["There are 3 boats, 5 boats, 2 cars and 7 cars."],
            Verdict.CONFLICT,
            "boats lost: the smallest of 3, 5 is 3, but the largest of 2, 7 is 7.",
            id="extremes",
        ),
        pytest.param(
            "facts: [boats, cars], expect: {relation: (boats + 1) * 2 - -1 == cars}",
            ["The ferry carries 3 boats and 19 cars."],
            Verdict.CONFLICT,
            "boats lost: (3 + 1) × 2 − −1 is 9, but the text says 19.",  # noqa: RUF001
            id="arithmetic in words",
        ),
        pytest.param(
            "facts: [boats, cars], expect: {relation: abs(boats - cars) == 5}",
            ["The ferry carries 3 boats and 19 cars."],
            Verdict.CONFLICT,
            "boats lost: abs(3 − 19) is 16, not 5.",  # noqa: RUF001
            id="functions in words",
        ),
        pytest.param(
            "facts: [boats, cars], expect: {relation: boats / (cars - 2) == 5}",
            ["The ferry carries 3 boats and 2 cars."],
            Verdict.UNDETERMINED,
            "boats lost: not checked, the divisor can be zero.",
            id="division by zero",
        ),
    ],
)
def test_an_outcome_says_what_is_wrong_in_one_line(rule, texts, verdict, message):
    facts = [ROAD, BOATS, CARS]
    outcomes = run([f for f in facts if f.split(":")[0] in rule], rule, texts)
    assert (outcomes[0].verdict, outcomes[0].message) == (verdict, message)


@pytest.mark.parametrize(
    ("rule", "tolerance", "explanation"),
    [
        pytest.param(
            "expect: agree",
            "{relative: 5%}",
            "“50.0 km” can be 49.95 to 50.05 kilometers, “60.0 km” 59.95 to 60.05 kilometers: they are "
            "20% apart. The rule's tolerance of 5% is not enough.",
            id="agree",
        ),
        pytest.param(
            "expect: {equals: 40 km}",
            "{absolute: 2 km}",
            "“50.0 km” can be 49.95 to 50.05 kilometers; x.yaml:2:14 gives 40 km. "
            "The rule's tolerance of 2 km is not enough.",
            id="equals",
        ),
        pytest.param(
            "expect: {between: {min: 1 km, max: 9 km}}",
            "{factor: 1.25}",
            "“50.0 km” can be 49.95 to 50.05 kilometers; the rule expects a value between 1 km "
            "and 9 km. The rule's tolerance of a factor of 1.25 is not enough.",
            id="between",
        ),
        pytest.param(
            "expect: {sum: {max: 60 km}}",
            "{relative: 5%}",
            "50.0 km + 62.0 km is 111.9 to 112.1 kilometers; expected at most 60 km. "
            "The rule's tolerance of 5% is not enough.",
            id="sum",
        ),
    ],
)
def test_readings_are_told_without_the_tolerance_of_the_rule(
    rule, tolerance, explanation
):
    texts = ["The road is 50.0 km long.", "The road is 60.0 km long."]
    if "sum" in rule:
        texts = ["The road is 50.0 km long, and the road to the sea 62.0 km."]
    found = run([ROAD], f"fact: road, {rule}, tolerance: {tolerance}", texts)
    assert found[0].explanation == explanation


def test_an_excuse_of_a_rule_is_in_the_words_of_the_link_stage():
    own = {*agree._EXCUSES.values()}
    assert own <= {words for _, words in reasons.STANCES}


def test_one_disagreement_is_one_finding_with_counts():
    (outcome,) = run(
        [ROAD],
        "fact: road, expect: agree",
        [*(["The road is 50.0 km long."] * 6), *(["The road is 60.0 km long."] * 2)],
    )
    sides = [(place.side, place.also) for place in outcome.evidence]
    assert sides == [(0, 2), (0, 0), (0, 0), (0, 0), (1, 0), (1, 0)]


def test_very_many_values_are_still_one_finding():
    text = " ".join(f"The road is {n}.5 km long." for n in range(100, 300))
    (outcome,) = run([ROAD], "fact: road, expect: agree", [text])
    assert outcome.verdict is Verdict.CONFLICT
    said = {place.text for place in outcome.evidence}
    assert {"100.5 km", "299.5 km"} <= said


def test_more_combinations_than_can_be_tried_are_told():
    boats = " ".join(f"There were {n} boats." for n in range(100, 140))
    cars = " ".join(f"There were {n} cars." for n in range(200, 240))
    outcomes = run(
        [BOATS, CARS],
        "facts: [boats, cars], expect: {relation: boats < cars}",
        [boats + " " + cars],
    )
    assert [o.verdict for o in outcomes] == [Verdict.AGREE, Verdict.UNDETERMINED]
    assert outcomes[1].reason == "1,600 combinations; the nearest 1,000 were tried"


def test_pairs_that_hold_are_not_held_against_each_other():
    outcomes = run(
        [BOATS, CARS],
        "facts: [boats, cars], expect: {relation: boats * 2 == cars}",
        ["There were 3 boats and 6 cars. Later there were 5 boats and 10 cars."],
    )
    assert [o.verdict for o in outcomes] == [Verdict.AGREE]


def test_conflicts_that_share_a_number_are_one_finding():
    (outcome,) = run(
        [BOATS, CARS],
        "facts: [boats, cars], expect: {relation: boats * 2 == cars}",
        ["There were 3 boats and 7 cars. Later there were 9 cars."],
    )
    assert outcome.explanation.endswith("1 more place is affected.")


def test_numbers_of_several_currencies_are_not_put_together():
    fee = "fee: {match: {dimension: currency, any: [fee]}}"
    cost = "cost: {match: {dimension: currency, any: [cost]}}"
    (outcome,) = run(
        [fee, cost],
        "facts: [fee, cost], expect: {relation: fee <= cost}",
        ["The fee is $50. The cost is €20."],
    )
    assert outcome.reason == "the two sides are of different dimensions"


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        pytest.param("500.0", "factor of ten", id="ten"),
        pytest.param("5000.0", "factor of a hundred", id="hundred"),
        pytest.param("50000.0", "million and billion", id="thousand"),
    ],
)
def test_a_relation_names_the_slip(text, slip):
    side = "side: {match: {dimension: length, any: [side]}}"
    (outcome,) = run(
        [side, ROAD],
        "facts: {side: side, road: road}, expect: {relation: 2 * side == road}",
        [f"The side is 25.0 km long. The road is {text} km long."],
    )
    assert outcome.slip is not None
    assert slip in outcome.slip


# --- core laws, as rules have them ------------------------------------------------------


def place(value, width, side):
    reading = Interval(Decimal(value) - width, Decimal(value) + width)
    span = Span(side, side + 1)
    mention = Mention(
        "a.txt",
        span,
        value,
        span,
        span,
        Form.PLAIN,
        Decimal(value),
        None,
        None,
        reading,
        reading,
        exact=False,
        unit="kilometer",
        dimension="length",
    )
    return Evidence(
        "a.txt", span, value, value, reading, "kilometer", mention, side=side
    )


CONFLICT = Outcome(
    "core/agreement",
    "agreement",
    Verdict.CONFLICT,
    (place("50", Decimal("0.5"), 0), place("53", Decimal("0.5"), 1)),
    "m",
    severity=Severity.WARNING,
)
AGREE = Outcome("core/agreement", "agreement", Verdict.AGREE, CONFLICT.evidence, "m")


@pytest.mark.parametrize(
    ("amended", "verdicts"),
    [
        pytest.param("tags: [x]", [("conflict", "warning")], id="as it is"),
        pytest.param("severity: note", [("conflict", "note")], id="severity"),
        pytest.param("tolerance: {relative: 5%}", [("excused", None)], id="tolerated"),
        pytest.param(
            "tolerance: {relative: 1%}", [("conflict", "warning")], id="not tolerated"
        ),
        pytest.param("paths: ['b/*']", [], id="other documents"),
        pytest.param("paths: ['*.txt']", [("conflict", "warning")], id="its documents"),
    ],
)
def test_a_core_law_is_retuned_by_its_rule(amended, verdicts):
    rules = ruleset.loads({"x": f"rules: [{{id: core/agreement, {amended}}}]"})
    rule = rules.rule("core/agreement")
    assert rule is not None
    found = list(retuned(rule, [CONFLICT]))
    assert [
        (o.verdict.value, o.severity and o.severity.value) for o in found
    ] == verdicts


def test_what_agrees_is_not_retuned():
    rules = ruleset.loads({"x": "rules: [{id: core/agreement, severity: note}]"})
    rule = rules.rule("core/agreement")
    assert rule is not None
    assert list(retuned(rule, [AGREE])) == [AGREE]


def test_a_law_that_compares_no_pairs_has_no_tolerance():
    rules = ruleset.loads({"x": "rules: [{id: core/order, tolerance: {relative: 9%}}]"})
    rule = rules.rule("core/order")
    assert rule is not None
    assert list(retuned(rule, [CONFLICT])) == [CONFLICT]
