"""Left-overs of HTML are taken out of a text, and every place of it is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck.language import markup
from factcheck.model import Span

PIECES = st.lists(
    st.sampled_from(
        [
            "a",
            "12",
            " ",
            "\n",
            "&nbsp;",
            "&euro;",
            "&no;",
            "<b>",
            "</b>",
            "<p>",
            "</p>",
            "<sup>2</sup>",
            "<sup>x</sup>",
            "<sub>2</sub>",
            "<script>1</script>",
            "<",
            "&",
            "<SCRIPT>",
            "<br/>",
            '<a href="5">',
            "</style>",
        ]
    ),
    max_size=30,
).map("".join)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("R&D and AT&T", id="and"),
        pytest.param("&nothing; &#9999999;", id="no such reference"),
        pytest.param("</x> <y>", id="no tag of HTML"),
        pytest.param("<b>300", id="never closed"),
        pytest.param("<script>1 </b", id="a script that does not end"),
    ],
)
def test_a_text_without_left_overs_is_left_alone(text):
    assert markup.clean(text) is None


@given(PIECES)
def test_what_is_kept_stands_where_it_stood(text):
    found = markup.clean(text)
    if found is None:
        return
    end = 0
    for at, sign in enumerate(found.text):
        place = found.made_of(Span(at, at + 1))
        assert place.start >= end
        end = place.end
        kept = text[place.start : place.end]
        assert kept == sign or kept[0] in "<&"
        assert found.made_into(place) == Span(at, at + 1)
    whole = found.made_into(Span(0, len(text)))
    assert found.text[whole.start : whole.end] == found.text


def test_no_span_is_none():
    found = markup.clean("<b>12</b>")
    assert found is not None
    assert found.made_of(Span(1, 1)) == Span(1, 1)


@given(PIECES)
def test_surfaces_are_of_the_text_itself(text):
    for mention in factcheck.extract_text(text):
        assert text[mention.span.start : mention.span.end] == mention.surface


def test_a_script_that_is_opened_again_and_again_is_looked_for_once():
    text = "<script 1 " * 50_000 + "</b>"
    found = markup.clean(text)
    assert found is not None
    assert len(found.text) == len(text) - 4


def test_dates_and_conversions_are_found_through_tags():
    text = "On 5&nbsp;May&nbsp;2024 it was 10 miles (<i>26&nbsp;km</i>) long."
    report = factcheck.check_texts({"a.txt": text})
    (finding,) = report.findings
    assert finding.outcome.message == "10 miles is 16.1&nbsp;km, not 26&nbsp;km."
