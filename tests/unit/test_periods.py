# ruff: noqa: RUF001 - dashes and quotes as people type them
from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import yamltext
from factcheck.extract.scanner import named
from factcheck.model import Period
from tests.linear import linear

ANCHOR = dt.date(2025, 11, 5)
CORPUS = Path(__file__).parents[1] / "corpus/extract/periods.yaml"


def _load():
    return yamltext.plain(yamltext.load(CORPUS.read_text("utf-8"), CORPUS.name))


def _days(period: Period) -> str:
    if period.elapsed is not None:
        return f"{period.elapsed.low} {period.unit}"
    if period.start is None or period.end is None:
        return "-"
    if period.start == period.end:
        return f"{period.start}"
    return f"{period.start}..{period.end}"


def _shown(text: str, anchor: dt.date | None = ANCHOR) -> list[str]:
    return [
        f"{period.surface} | {period.kind} | {_days(period)}"
        for period in named(text, 0, len(text), anchor)
    ]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        pytest.param(case["text"], case["periods"], id=case["text"][:60])
        for case in _load()["reads"]
    ],
)
def test_a_text_names_these_periods(text, periods):
    assert _shown(text) == periods


@pytest.mark.parametrize("text", _load()["silent"])
def test_a_text_names_no_period(text):
    assert _shown(text) == []


def _documented():
    page = (Path(__file__).parents[2] / "docs/extraction-periods.md").read_text("utf-8")
    rows = [
        line.strip("| ").split(" | ") for line in page.splitlines() if " | " in line
    ]
    return [row for row in rows if row[0] != "kind"]


@pytest.mark.parametrize(("kind", "text", "surface", "days"), _documented())
def test_the_documented_examples_are_read_as_documented(kind, text, surface, days):
    assert _shown(text) == [f"{surface} | {kind} | {days}"]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        pytest.param("Open since 2019.", "since", id="since"),
        pytest.param("Open until the end of May 2026.", "until", id="until"),
        pytest.param("Due by 2030.", "by", id="by"),
        pytest.param("Closed after the 2018 election.", "after", id="after"),
        pytest.param("Closed in 2018.", None, id="none"),
    ],
)
def test_the_preposition_that_leaves_one_side_open_is_kept(text, bound):
    (period,) = named(text, 0, len(text), ANCHOR)
    assert period.bound == bound


def test_a_span_keeps_its_two_ends():
    (period,) = named("Closed from May 2019 to 2021.", 0, 29, None)
    assert [(part.surface, part.kind) for part in period.parts] == [
        ("May 2019", "month"),
        ("2021", "year"),
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param("In May it rained.", ["May | month | -"], id="month"),
        pytest.param("On Monday it rained.", ["Monday | weekday | -"], id="weekday"),
        pytest.param("On last Monday it rained.", ["last Monday | weekday | -"], id="last"),
        pytest.param("Last year it rained.", ["Last year | relative | -"], id="relative"),
        pytest.param("Yesterday it rained.", ["Yesterday | relative | -"], id="day"),
        pytest.param("On 5 May it rained.", ["5 May | date | -"], id="date"),
        pytest.param("Sales fell in Q3.", ["Q3 | quarter | -"], id="quarter"),
        pytest.param("In the summer it rained.", ["summer | season | -"], id="season"),
        pytest.param("Last summer it rained.", ["Last summer | season | -"], id="last-season"),
        pytest.param("In May last year.", ["May | month | -", "last year | relative | -"], id="both"),
        pytest.param("The second half of last year.", ["second half of last year | half | -"], id="half"),
        pytest.param("Up on the previous day.", ["previous day | relative | -"], id="previous"),
        pytest.param("It ran from May to July.", ["May to July | span | -"], id="span"),
    ],
)  # fmt: skip
def test_without_a_date_of_the_document_nothing_relative_is_resolved(text, days):
    assert _shown(text, None) == days


def test_only_the_asked_part_of_the_text_is_read():
    text = "In 2018 and 2019 and 2020."
    assert [period.surface for period in named(text, 8, 16, None)] == ["2019"]


@pytest.mark.parametrize("year", [1, 2, 9998, 9999])
def test_the_ends_of_the_calendar_are_no_error(year):
    text = (
        "last year next year, last century, next decade, the 99th century, next week, "
        "tomorrow, yesterday, last winter, next winter, 1 January, 31 December, May, "
        "last month, next month, next quarter, last quarter, in 0001, AD 1 and AD 9999, "
        "5 November 9999, 29 February, the 100th week of May 2024, Monday to Friday, "
        "the past year, next Monday, last December, 0 BC, AD 0, Q4, this weekend"
    )
    for anchor in (dt.date(year, 1, 1), dt.date(year, 12, 31)):
        named(text, 0, len(text), anchor)


def test_two_periods_overlap_only_where_they_may_share_a_day():
    text = "In May 2024, in 2024, on 05/06/2024 and in June 2025."
    may, year, unclear, june = named(text, 0, len(text), None)
    assert may.overlaps(year)
    assert unclear.overlaps(june)
    assert not may.overlaps(june)


@pytest.mark.parametrize(
    ("text", "may"),
    [
        pytest.param("Up on Monday, down on Tuesday.", False, id="weekdays"),
        pytest.param("Up on Monday, down on Monday night.", True, id="one weekday"),
        pytest.param("Up in May, down in June.", False, id="months"),
        pytest.param("Up in May, down on 5 May.", True, id="month-and-day"),
        pytest.param("Up on 4 May, down on 5 May.", False, id="days"),
        pytest.param("Up this year, down last year.", False, id="years"),
        pytest.param("Up yesterday, down today.", False, id="yesterday"),
        pytest.param("Up in Q1, down in the third quarter.", False, id="quarters"),
        pytest.param("Up last summer, down last winter.", False, id="seasons"),
        pytest.param("Up on Monday, down on 4 November 2025.", False, id="dated"),
        pytest.param("Up on Tuesday, down on 4 November 2025.", True, id="same-day"),
        pytest.param("Up in May, down in May 2025.", True, id="month-and-year"),
        pytest.param("Up in May, down in June 2025.", False, id="other-month"),
        pytest.param("Up in May, down in 2025.", True, id="year"),
        pytest.param("Up last year, down in 2025.", True, id="unknown-year"),
    ],
)
def test_periods_without_a_date_are_told_apart_by_what_is_known(text, may):
    one, other = named(text, 0, len(text), None)
    assert one.overlaps(other) is other.overlaps(one) is may


@given(st.text() | st.text(alphabet="0123456789 -–/.,:'’sthMayQFYB"))
def test_any_text_is_read_without_an_error(text):
    found = named(text, 0, len(text), ANCHOR)
    at = 0
    for period in found:
        assert text[period.span.start : period.span.end] == period.surface
        assert period.span.start >= at
        at = period.span.end


@pytest.mark.untraced
@pytest.mark.parametrize(
    "unit",
    [
        "1,",
        "a ",
        "(",
        "1",
        "one and ",
        "May ",
        "year",
        "day ",
        "2018-",
        "2018 ",
        "5 ",
        "1:1 ",
        "Q1",
        "last ",
    ],
)
def test_one_thing_over_and_over_is_read_in_linear_time(unit):
    small, large = (unit * (n // len(unit)) for n in (50_000, 200_000))
    assert linear(lambda text: named(text, 0, len(text), ANCHOR), small, large)
