from __future__ import annotations

import pytest

from factcheck.language.sentences import clauses, sentences


def split(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text, 0, len(text))]


def parts(text: str) -> list[str]:
    return [text[a:b] for a, b in clauses(text, 0, len(text))]


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(["It rained.", "It snowed."], id="full stops"),
        pytest.param(["Mr. Day met Dr. No at 9 St. John Street."], id="titles"),
        pytest.param(["He came on Nov. 5 and left.", "We stayed."], id="months"),
        pytest.param(["Run no. 10 was lost.", "Was it No. 5?"], id="numbers"),
        pytest.param(["The answer was no.", "Then he left."], id="no, the word"),
        pytest.param(
            ["The U.S. President spoke.", "He is in the U.S.", "The end."],
            id="initials",
        ),
        pytest.param(["J. R. Smith spoke."], id="initials of a name"),
        pytest.param(["Police came at 5 p.m.", "Nobody was hurt."], id="p.m."),
        pytest.param(["It was 5 p.m. EST.", "They left."], id="time zone"),
        pytest.param(["It was 9 a.m. Monday."], id="weekday after a.m."),
        pytest.param(['"Yes!" he said.', '"No."', "Or so."], id="quotes"),
        pytest.param(["Wait... what?", "Wait...", "Now."], id="ellipsis"),
        pytest.param(["Rates rose 3.5 percent.", "It hurt."], id="decimals"),
        pytest.param(["Acme Inc. grew.", "Acme Inc.", "It shrank."], id="companies"),
        pytest.param(["Est. 1902 by monks."], id="est."),
        pytest.param(["He left (at last.)", "She stayed."], id="bracket"),
        pytest.param(["It was est. 40 of them."], id="estimated"),
        pytest.param(["About 12 km. were left."], id="lower case after"),
    ],
)
def test_sentences_end_where_they_should(expected):
    assert split(" ".join(expected)) == expected


def test_a_blank_line_ends_a_sentence():
    assert split("One line\n \nAnother line") == ["One line", "Another line"]


def test_spans_lie_inside_the_range_asked_for():
    text = "Before. Inside one. Inside two. After."
    assert list(sentences(text, 8, 31)) == [(8, 19), (20, 31)]


def test_nothing_but_white_space_has_no_sentence():
    assert list(sentences(" \n\n \t ", 0, 6)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "It had 60,000 people, but only 7,000 remain",
            ["It had 60,000 people", "but only 7,000 remain"],
            id="but",
        ),
        pytest.param(
            "43 people were killed and 12 were wounded",
            ["43 people were killed", "and 12 were wounded"],
            id="and between verbs",
        ),
        pytest.param(
            "men and women were seen; others fled - 12 in all",
            ["men and women were seen", "others fled", "12 in all"],
            id="strong signs",
        ),
        pytest.param(
            "the raid, killing five, and the fire were over",
            ["the raid", "killing five, and the fire were over"],
            id="comma",
        ),
        pytest.param(
            "They left at noon, and 12 stayed behind",
            ["They left at noon", "and 12 stayed behind"],
            id="comma and",
        ),
        pytest.param("bread, salt, 40 eggs", ["bread, salt, 40 eggs"], id="list"),
        pytest.param("at 12:30 it fell, 5,", ["at 12:30 it fell, 5,"], id="clock"),
    ],
)
def test_clauses_split_where_it_is_safe(text, expected):
    assert parts(text) == expected


@pytest.mark.untraced
def test_long_text_is_read_in_linear_time():
    text = "a. " * 100_000
    assert len(list(sentences(text, 0, len(text)))) == 1
    assert len(list(sentences("A b c. " * 50_000, 0, 350_000))) == 50_000
    assert len(clauses(", and " * 50_000, 0, 300_000)) >= 1
