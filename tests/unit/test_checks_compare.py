from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.checks import _compare, slips
from factcheck.model import (
    Block,
    BlockKind,
    Document,
    Evidence,
    Fact,
    Form,
    Interval,
    Mention,
    Modifier,
    Severity,
    Span,
    Verdict,
)

FIRST = Span(0, 2)


def mention(
    value: str | None,
    *,
    low: str | None = None,
    high: str | None = None,
    unit: str = "",
    dimension: str = "count",
    modifier: Modifier | None = None,
    exact: bool = True,
    span: Span = FIRST,
) -> Mention:
    number = Decimal(value) if value is not None else None
    point = number if number is not None else Decimal(0)
    reading = Interval(
        Decimal(low) if low is not None else point,
        (Decimal(high) if high != "inf" else None) if high is not None else point,
    )
    return Mention(
        document="a.txt",
        span=span,
        surface="43",
        number=span,
        phrase=span,
        form=Form.PLAIN if value is not None else Form.RANGE,
        value=number,
        stated_low=None,
        stated_high=None,
        reading=reading,
        digits=reading,
        exact=exact,
        unit=unit,
        dimension=dimension,
        modifier=modifier,
    )


@pytest.mark.parametrize(
    ("a", "b", "agrees", "severity"),
    [
        pytest.param(mention("43"), mention("43"), True, None, id="one count"),
        pytest.param(
            mention("43"), mention("34"), False, Severity.ERROR, id="exact counts"
        ),
        pytest.param(
            mention("100", low="97", high="103", exact=False),
            mention("104", low="104", high="105", exact=False),
            False,
            Severity.NOTE,
            id="a gap below one percent",
        ),
        pytest.param(
            mention("100", exact=False),
            mention("105", exact=False),
            False,
            Severity.WARNING,
            id="a gap of five percent",
        ),
        pytest.param(
            mention("100", exact=False),
            mention("120", exact=False),
            False,
            Severity.ERROR,
            id="a gap of twenty percent",
        ),
        pytest.param(
            mention("8000", high="inf", modifier=Modifier.AT_LEAST),
            mention("80000", high="inf", modifier=Modifier.MORE_THAN),
            False,
            Severity.WARNING,
            id="bounds in one direction, a factor of ten apart",
        ),
        pytest.param(
            mention("8000", high="inf", modifier=Modifier.AT_LEAST),
            mention("9000", high="inf", modifier=Modifier.AT_LEAST),
            True,
            None,
            id="bounds in one direction, near",
        ),
        pytest.param(
            mention("300", low="0", modifier=Modifier.UP_TO),
            mention("20", high="inf", modifier=Modifier.AT_LEAST),
            True,
            None,
            id="bounds in two directions",
        ),
        pytest.param(
            mention(None, low="10", high="inf", modifier=Modifier.AT_LEAST),
            mention("20", high="inf", modifier=Modifier.AT_LEAST),
            True,
            None,
            id="a bound without a number of its own",
        ),
        pytest.param(
            mention("1", unit="kilometer", dimension="length"),
            mention("1000", unit="meter", dimension="length"),
            True,
            None,
            id="two units",
        ),
    ],
)
def test_two_mentions_agree_where_their_readings_meet(a, b, agrees, severity):
    found = _compare.compare(a, b)
    assert (found.agrees, found.severity) == (agrees, severity)


def test_a_quote_is_one_line_around_the_number_and_never_too_long():
    text = "word " * 60 + "killed 43\npeople " + "tail " * 60
    at = text.index("43")
    document = Document("a.txt", text, (Block(BlockKind.BODY, Span(0, len(text))),))
    fact = Fact(mention("43", span=Span(at, at + 2)), sentence=Span(0, len(text)))
    found = _compare.evidence(document, fact)
    assert "killed 43 people" in found.quote
    assert len(found.quote) < 200
    assert found.quote.startswith("…")
    assert found.quote.endswith("…")


def test_a_bare_mention_is_quoted_with_its_phrase():
    document = Document("a.txt", "43 dead", (Block(BlockKind.BODY, Span(0, 7)),))
    assert _compare.evidence(document, mention("43")).quote == "43"
    assert _compare.span_evidence(document, Span(3, 7)).text == "dead"


def test_a_place_that_is_named_twice_is_told_once():
    place = Evidence("a.txt", Span(0, 2), "43", "43 dead", also=1)
    found = _compare.outcome("agreement", Verdict.AGREE, [place, place], "both")
    assert [p.also for p in found.evidence] == [2]
    assert found.rule == "core/agreement"


@pytest.mark.parametrize(
    ("a", "b", "dimension", "slip"),
    [
        pytest.param("6500", "5600", "", "two digits may be swapped", id="swap"),
        pytest.param("2300000", "2300", "", "million and billion", id="thousand"),
        pytest.param("600", "6000", "", "a factor of ten", id="ten"),
        pytest.param("600", "60000", "", "a factor of a hundred", id="hundred"),
        pytest.param("1000", "1609", "length", "miles and kilometers", id="miles"),
        pytest.param("74000", "28571", "area", "square miles", id="square miles"),
        pytest.param("1245", "145", "", "a digit may be missing", id="dropped"),
        pytest.param("2799", "2999", "", "one digit differs", id="one off"),
        pytest.param("41", "52", "", None, id="none"),
        pytest.param("13", "310000", "", None, id="swapped, and far apart"),
        pytest.param("0", "52", "", None, id="zero"),
        pytest.param("18", "28", "", None, id="short numbers differ by chance"),
    ],
)
def test_the_likeliest_slip_is_named(a, b, dimension, slip):
    found = slips.between(Decimal(a), Decimal(b), dimension)
    assert found is None if slip is None else slip in (found or "")


@pytest.mark.parametrize(
    ("a", "b", "slip"),
    [
        pytest.param(
            mention("116000", unit="kilometer ** 2", dimension="area"),
            mention("116000", unit="mile ** 2", dimension="area"),
            "square kilometers and square miles may be swapped",
            id="one number, two units",
        ),
        pytest.param(
            mention("5", unit="percent", dimension="ratio"),
            mention("5", unit="percentage_point", dimension="ratio_difference"),
            "percent and percentage points",
            id="percent and points",
        ),
        pytest.param(mention(None), mention("5"), None, id="a range"),
        pytest.param(mention("41"), mention("14"), "swapped", id="digits"),
    ],
)
def test_the_slip_between_two_mentions_is_named(a, b, slip):
    found = slips.likeliest(a, b)
    assert found is None if slip is None else slip in (found or "")
