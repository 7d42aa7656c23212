from __future__ import annotations

import dataclasses
import datetime as dt
import inspect
from decimal import Decimal

import pytest

from factcheck.model import (
    Block,
    BlockKind,
    Document,
    DocumentRow,
    Interval,
    Mention,
    Modifier,
    Period,
    Report,
    Severity,
    Span,
)


def interval(text):
    """Read "[1, 2)", "(-inf, 3]"."""
    low, high = (part.strip() for part in text[1:-1].split(","))
    return Interval(
        None if low == "-inf" else Decimal(low),
        None if high == "inf" else Decimal(high),
        text[0] == "(" and low != "-inf",
        text[-1] == ")" and high != "inf",
    )


@pytest.mark.parametrize(
    ("a", "b", "meets"),
    [
        pytest.param("[1, 2]", "[2, 3]", True, id="closed ends touch"),
        pytest.param("[1, 2)", "[2, 3]", False, id="an open end does not touch"),
        pytest.param("[1, 2)", "(2, 3]", False, id="two open ends"),
        pytest.param("[1, inf)", "(-inf, 1]", True, id="bounds that share one value"),
        pytest.param("(1, inf)", "(-inf, 1]", False, id="more than 1, at most 1"),
        pytest.param("(5, inf)", "[9, inf)", True, id="two lower bounds"),
        pytest.param("[1, 9]", "[3, 4]", True, id="one inside the other"),
    ],
)
def test_intervals_meet_where_they_share_a_value(a, b, meets):
    assert interval(a).meets(interval(b)) is meets


@pytest.mark.parametrize(
    ("expression", "wanted"),
    [
        pytest.param(interval("[1, 2)") + interval("(3, 4]"), "(4, 6)", id="sum"),
        pytest.param(interval("[1, 2)") - interval("(3, 4]"), "[-3, -1)", id="minus"),
        pytest.param(interval("[-2, 3]") * interval("[4, 5)"), "(-10, 15)", id="times"),
        pytest.param(
            interval("[-2, 3]") * interval("[-4, 5)"), "[-12, 15)", id="signs"
        ),
        pytest.param(
            interval("[0, 3]") * interval("(4, 5)"), "[0, 15)", id="zero is reached"
        ),
        pytest.param(
            interval("(0, 3]") * interval("(4, inf)"), "(0, inf)", id="unbounded"
        ),
        pytest.param(interval("[1, 2]") / interval("[4, 5]"), "[0.2, 0.5]", id="over"),
        pytest.param(interval("[6, 9]") / interval("[3, 3]"), "[2, 3]", id="exact"),
        pytest.param(interval("[1, 2]") / interval("[0, 5]"), "(-inf, inf)", id="zero"),
        pytest.param(
            interval("[1, 2]") / interval("[4, inf)"), "(0, 0.5]", id="over no end"
        ),
        pytest.param(
            interval("(-inf, 2]") / interval("[4, 8]"), "(-inf, 0.5]", id="from no end"
        ),
        pytest.param(abs(interval("[-3, 2)")), "[0, 3]", id="absolute, mixed"),
        pytest.param(abs(interval("(-3, -2]")), "[2, 3)", id="absolute, negative"),
        pytest.param(abs(interval("[2, 3]")), "[2, 3]", id="absolute, positive"),
        pytest.param(interval("[2, 3]").scale(Decimal(-2)), "[-6, -4]", id="scaled"),
        pytest.param(
            interval("[10, inf)").widen(relative=Decimal("0.1")), "[9, inf)", id="wide"
        ),
        pytest.param(
            interval("(-inf, 10]").widen(absolute=Decimal(1)), "(-inf, 11]", id="wider"
        ),
    ],
)
def test_arithmetic_keeps_ends_and_openness(expression, wanted):
    assert expression == interval(wanted)


def test_a_third_is_rounded_outward():
    third = interval("[1, 1]") / interval("[3, 3]")
    assert third.low < third.high
    assert (third * interval("[3, 3]")).contains(Decimal(1))


@pytest.mark.parametrize(
    ("text", "point", "bounded", "empty"),
    [
        pytest.param("[1, 1]", True, True, False, id="point"),
        pytest.param("[1, 1)", True, True, True, id="open point"),
        pytest.param("[2, 1]", False, True, True, id="reversed"),
        pytest.param("[1, inf)", False, False, False, id="unbounded"),
        pytest.param("[1, 2]", False, True, False, id="proper"),
    ],
)
def test_an_interval_knows_its_shape(text, point, bounded, empty):
    x = interval(text)
    assert (x.is_point, x.is_bounded, x.is_empty) == (point, bounded, empty)


@pytest.mark.parametrize(
    ("a", "b", "gap"),
    [
        pytest.param("[40, 40]", "[50, 50]", "0.25", id="relative to the nearer end"),
        pytest.param("[1, 2)", "[2, 3]", "0", id="touching open ends"),
        pytest.param("[0, 0]", "[5, 5]", "1", id="from zero"),
        pytest.param("[0, 0)", "[0, 3]", "0", id="empty at zero"),
        pytest.param("[-9, -8]", "[4, 5]", "3", id="across zero"),
    ],
)
def test_the_gap_is_relative_to_the_nearer_end(a, b, gap):
    assert interval(a).gap(interval(b)) == Decimal(gap)


@pytest.mark.parametrize(
    ("a", "b", "common"),
    [
        pytest.param("[1, 5)", "(2, 9]", "(2, 5)", id="overlap"),
        pytest.param("[1, 5)", "[1, 5]", "[1, 5)", id="the open end wins"),
        pytest.param("(-inf, 5)", "(2, inf)", "(2, 5)", id="two bounds"),
        pytest.param("[1, 2]", "[3, 4]", None, id="nothing"),
    ],
)
def test_the_intersection_is_what_both_hold(a, b, common):
    found = interval(a).intersection(interval(b))
    assert found == (interval(common) if common else None)


def test_the_hull_of_a_bound_is_unbounded():
    assert Interval.hull([interval("[1, inf)"), interval("(-inf, 2]")]) == interval(
        "(-inf, inf)"
    )


def test_spans_overlap_only_inside():
    assert Span(1, 3).overlaps(Span(2, 4))
    assert not Span(1, 3).overlaps(Span(3, 4))
    assert Span(1, 9).covers(Span(1, 3))
    assert not Span(1, 3).covers(Span(1, 9))


def test_a_document_knows_lines_columns_and_blocks():
    text = "one\ntwo ½\n"
    doc = Document(
        "a.txt",
        text,
        (Block(BlockKind.TITLE, Span(0, 3)), Block(BlockKind.BODY, Span(4, 9))),
    )
    assert [doc.position(i) for i in (0, 3, 4, 8)] == [(1, 1), (1, 4), (2, 1), (2, 5)]
    assert [doc.block_at(i) for i in (0, 2, 3, 4, 9)] == [0, 0, None, 1, None]
    assert doc.surface(Span(4, 7)) == "two"


@pytest.mark.parametrize(
    ("a", "b", "overlaps"),
    [
        pytest.param((1, 5), (5, 9), True, id="the last day is inside"),
        pytest.param((1, 4), (5, 9), False, id="before"),
        pytest.param((5, 9), (1, 4), False, id="after"),
        pytest.param((None, 4), (None, None), True, id="not stated may be any day"),
        pytest.param((5, None), (1, 4), False, id="an open end does not reach back"),
    ],
)
def test_periods_overlap_where_they_may_share_a_day(a, b, overlaps):
    def period(days):
        start, end = (d and dt.date(2024, 1, d) for d in days)
        return Period(Span(0, 1), "x", "span", start, end)

    assert period(a).overlaps(period(b)) is overlaps


def test_severities_are_ordered():
    assert sorted(Severity, key=lambda s: s.rank) == ["note", "warning", "error"]


def test_only_bounds_leave_a_side_open():
    assert Modifier.AT_LEAST.is_bound
    assert not Modifier.ABOUT.is_bound


def test_a_report_finds_the_documents_that_were_read():
    doc = Document("a.txt", "", ())
    report = Report((DocumentRow("a.txt", doc),), (), (), ())
    assert report.document("a.txt") is doc


@pytest.mark.parametrize("made", [Span, Interval, Mention, Period])
def test_what_is_made_quickly_takes_its_fields_in_order_with_their_defaults(made):
    parameters = list(inspect.signature(made).parameters.values())
    fields = dataclasses.fields(made)

    assert [p.name for p in parameters] == [f.name for f in fields]
    assert [p.default is p.empty or p.default for p in parameters] == [
        f.default is dataclasses.MISSING or f.default for f in fields
    ]


def test_what_is_made_quickly_holds_what_it_was_given_and_stays_frozen():
    span = Span(end=9, start=2)

    assert (span, dataclasses.replace(span, end=4)) == (Span(2, 9), Span(2, 4))
    with pytest.raises(dataclasses.FrozenInstanceError):
        span.end = 3  # type: ignore[misc] # it must not be possible
