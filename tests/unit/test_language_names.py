from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.names import names
from factcheck.model import Span
from tests.linear import linear


def shown(text: str) -> list[str]:
    return [f"{n.text} | {n.kind.value} | {n.key}" for n in names(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Police in Kyiv met Gen. Ann Lee.",
            ["Kyiv | place | kyiv", "Ann Lee | person | ann lee"],
            id="title",
        ),
        pytest.param(
            "Ukrainian troops left the Donetsk region.",
            ["Ukrainian | demonym | ukraine", "Donetsk | place | donetsk"],
            id="demonym",
        ),
        pytest.param(
            "Britain voted.", ["Britain | country | united kingdom"], id="alias"
        ),
        pytest.param(
            "The U.S. Senate met.",
            ["U.S. Senate | organisation | u.s. senate"],
            id="senate",
        ),
        pytest.param(
            "Russian President Ivan Orlov spoke.",
            ["Russian | demonym | russia", "Ivan Orlov | person | ivan orlov"],
            id="demonym and title",
        ),
        pytest.param(
            "On Monday Larn was quiet. Officials said Velmo was not.",
            ["Larn | other | larn", "Velmo | other | velmo"],
            id="calendar and common words",
        ),
        pytest.param(
            "He works at the Ministry of Internal Affairs.",
            [
                "Ministry of Internal Affairs | organisation | ministry of internal affairs"
            ],
            id="of",
        ),
        pytest.param(
            "The Institute for the Study of Peace said so.",
            [
                "Institute for the Study of Peace | organisation | institute for the study of peace"
            ],
            id="for the",
        ),
        pytest.param(
            "The Department of Health and Human Services agreed.",
            [
                "Department of Health and Human Services | organisation | department of health and human services"
            ],
            id="and",
        ),
        pytest.param(
            "Brask Steel Ltd fell.",
            ["Brask Steel Ltd | organisation | brask steel ltd"],
            id="firm",
        ),
        pytest.param("It was near Oril.", ["Oril | place | oril"], id="cue"),
        pytest.param(
            "It hit Oril, a small town.", ["Oril | place | oril"], id="apposition"
        ),
        pytest.param(
            "The port city of Oril fell.", ["Oril | place | oril"], id="before"
        ),
        pytest.param(
            "He left Oril, a large retailer.",
            ["Oril | organisation | oril"],
            id="firm apposed",
        ),
        pytest.param(
            "He met Oril Vance, the chief executive.",
            ["Oril Vance | person | oril vance"],
            id="who",
        ),
        pytest.param(
            "He met Oril Vance, 54, there.",
            ["Oril Vance | person | oril vance"],
            id="age",
        ),
        pytest.param(
            "There Oril Vance said no.", ["Oril Vance | person | oril vance"], id="said"
        ),
        pytest.param(
            "He crossed Lake Tamura.", ["Lake Tamura | place | lake tamura"], id="lake"
        ),
        pytest.param("They chose NATO.", ["NATO | organisation | nato"], id="initials"),
        pytest.param(
            "They chose ZKRP.", ["ZKRP | organisation | zkrp"], id="unknown initials"
        ),
        pytest.param(
            "He took Ukraine's Velmo.",
            ["Ukraine | country | ukraine", "Velmo | other | velmo"],
            id="possessive",
        ),
        pytest.param(
            "She met Ludwig van Hoorn.",
            ["Ludwig van Hoorn | other | ludwig van hoorn"],
            id="particle",
        ),
        pytest.param(
            "President of Norland met him.",
            ["Norland | other | norland"],
            id="of after a title",
        ),
        pytest.param(
            "Mayor Wellington spoke.",
            ["Wellington | person | wellington"],
            id="a city as surname",
        ),
        pytest.param(
            "Storm Kills Nine In Norway As UAE Sends Help To Coast",
            ["Norway | country | norway", "UAE | country | united arab emirates"],
            id="heading",
        ),
        pytest.param(
            "Flood Hits New York And ZKRP Says Nothing",
            ["New York | place | new york", "ZKRP | organisation | zkrp"],
            id="heading with two words",
        ),
        pytest.param(
            "Mr J. Smith left.", ["J. Smith | person | j. smith"], id="initial"
        ),
        pytest.param(
            "The Hague was calm.", ["Hague | place | the hague"], id="the Hague"
        ),
        pytest.param("President spoke. Chief Executive left.", [], id="titles alone"),
        pytest.param(
            "Larn Monday Velmo fell.",
            ["Larn | other | larn", "Velmo | other | velmo"],
            id="day inside",
        ),
        pytest.param(
            "New York was cold.",
            ["New York | place | new york"],
            id="starts with a common word",
        ),
        pytest.param(
            "Troops Larn fell.", ["Larn | other | larn"], id="common before a name"
        ),
        pytest.param(
            "ADUN, Mazir - It rained.",
            ["ADUN | place | adun", "Mazir | other | mazir"],
            id="dateline",
        ),
        pytest.param(
            "It was 5 GMT for M. and A. too.",
            ["GMT | other | gmt", "M. | other | m", "A. | other | a"],
            id="no names",
        ),
        pytest.param(
            "Warnings rang. Owls fell on the Owls of it.",
            ["Owls | other | owls", "Owls | other | owls"],
            id="plurals",
        ),
        pytest.param("Yes won. He'd lost. Oaks fell. Oaks grew.", [], id="common"),
        pytest.param("I am. A cat. 12 people.", [], id="nothing"),
        pytest.param(
            "Petrels flew over petrels or petrels .", [], id="small letters elsewhere"
        ),
    ],
)
def test_names_are_found_and_sorted(text, expected):
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("As Table 1 shows, trams filled up.", [], id="a table"),
        pytest.param("Figure 12. Trips by mode.", [], id="a figure"),
        pytest.param("They sailed to Table Bay.", ["Table Bay"], id="a place"),
    ],
)
def test_what_points_to_a_part_of_the_document_is_no_name(text, expected):
    assert [name.text for name in names(text, 0, len(text))] == expected


def test_spans_hold_the_names():
    text = "In Kyiv (Ukraine's capital) Gen. Ann Lee met NATO."
    for name in names(text, 0, len(text)):
        assert text[name.span.start : name.span.end] == name.text
    assert names(text, 8, 27)[0].span == Span(9, 16)


@given(st.text(max_size=80))
def test_any_text_is_read(text):
    found = names(text, 0, len(text))
    assert all(text[n.span.start : n.span.end] == n.text for n in found)


@pytest.mark.parametrize("piece", ["Larn ", "Larns. "])
def test_long_rows_are_read_in_linear_time(piece):
    small, large = piece * 5_000, piece * 20_000
    assert linear(lambda text: names(text, 0, len(text)), small, large)
