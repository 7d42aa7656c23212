"""What of a sentence bears on one of its numbers."""

from __future__ import annotations

import pytest

from factcheck.language.asides import bearing, bears


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param(
            "12 drowned, the most since 1987", "12 drowned", id="more of the event"
        ),
        pytest.param("12 drowned; a ferry is due in May", "12 drowned", id="sign"),
        pytest.param(
            "12 drowned, and a new ferry is due in May", "12 drowned", id="and"
        ),
        pytest.param("12 drowned and nobody knows why", "12 drowned", id="no comma"),
        pytest.param(
            "12 drowned, but critics want to know why", "12 drowned", id="but"
        ),
        pytest.param(
            "12 drowned, as the mayor said, on Sunday", "12 drowned, on Sunday", id="as"
        ),
        pytest.param(
            "Orm, which fell in 1951, lost 12 men", "Orm, lost 12 men", id="which"
        ),
        pytest.param("Unlike in 1951, 12 drowned", "12 drowned", id="opening"),
        pytest.param(
            "Ann Day told members that 12 had drowned", "12 had drowned", id="said"
        ),
    ],
)
def test_what_is_told_of_something_else_bears_on_no_number(text, kept):
    assert " ".join(bearing(text, text.index("12")).split()).replace(" ,", ",") == kept


@pytest.mark.parametrize(
    "text",
    [
        "12 drowned in the region and were buried at sea",
        "12 men and women were seen",
        "They hit the region, killing 12",
        "12 in the region, as many as in 1951",
        "A survey of 2019 said that 12 had drowned",
        "12 were lost, but not in the region",
    ],
)
def test_what_belongs_to_a_number_is_kept(text):
    assert bearing(text, text.index("12")) == text


def test_all_but_other_asides_bears_on_what_is_thrown_in():
    text = "40 came, although 12 had promised to, as in 1951"
    assert bearing(text, text.index("12")).rstrip() == text[:36]
    assert bears(text, text.index("12"), 0)
    assert not bears(text, 0, text.index("12"))


def test_a_very_long_sentence_is_left_whole():
    text = "a, as b, " * 1000
    assert bearing(text, 0) == text
