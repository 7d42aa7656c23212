from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import yamltext
from factcheck.extract.periods import scan
from factcheck.model import Period

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
        for period in scan(text, 0, len(text), anchor)
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


@given(st.text() | st.text(alphabet="0123456789 -–/.,:'’sthMayQFYB"))
def test_any_text_is_read_without_an_error(text):
    found = scan(text, 0, len(text), ANCHOR)
    at = 0
    for period in found:
        assert text[period.span.start : period.span.end] == period.surface
        assert period.span.start >= at
        at = period.span.end


@pytest.mark.parametrize(
    "unit",
    ["1,", "a ", "(", "1", "one and ", "May ", "year", "day ", "2018-", "2018 ", "5 "],
)
def test_a_megabyte_of_one_thing_is_read_in_linear_time(unit):
    text = unit * (200_000 // len(unit))
    begin = time.perf_counter()
    scan(text, 0, len(text), ANCHOR)
    assert time.perf_counter() - begin < 5
