"""What words and phrases say of a number, and what it measures by them."""

from __future__ import annotations

import pytest

from factcheck import documents, extract, link
from factcheck.language.concepts import CONCEPTS, PHRASES
from factcheck.link.measures import PREDICATES, PROPERTIES, ROLES
from factcheck.link.sentences import Sentence
from factcheck.link.setting import Setting


def stems(text):
    return Sentence(text).stems


def sides(text):
    document = documents.parse(text, name="a.md")
    return Setting([link.bind(document, extract.extract(document))]).sides


def test_a_word_has_one_concept_and_a_concept_its_own_name():
    assert {CONCEPTS[name] for name in CONCEPTS.values()} == set(CONCEPTS.values())


def test_a_phrase_is_longer_than_a_word_and_listed_once():
    for first, phrases in PHRASES.items():
        rests = [rest for rest, _ in phrases]
        assert all(rests), first
        assert len(rests) == len(set(rests)), first


@pytest.mark.parametrize("words", [PREDICATES, PROPERTIES, ROLES])
def test_what_a_number_measures_is_kept_by_stem(words):
    assert "" not in words


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("They lost their lives at sea", "killed"),
        ("The court gave her three and a half years in prison", "sentence"),
        ("It made off with the paintings", "steal"),
        ("Hundreds were driven from their homes", "displaced"),
        ("Guns shot down nine kites", "intercept"),
        ("He was laid off", "layoff"),
        ("Divers found human remains", "body"),
    ],
)
def test_a_phrase_has_the_concept_of_its_word(text, key):
    assert key in stems(text)


def test_what_remains_is_remaining_and_no_body():
    assert stems("It remains closed")[1] == stems("It is remaining closed")[2]


def test_a_word_that_begins_a_phrase_alone_keeps_its_own_concept():
    assert stems("They lost the ball") == ["", "lose", "", "ball"]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The dome is 40 metres across.", {"diameter"}),
        ("The 40-metre dome opens today.", {"depth", "height", "length", "width"}),
        ("The 40-tonne whale was found.", {"weight"}),
        ("The hall seats 4,120 guests.", {"capacity"}),
        ("She won by 4,120 votes.", {"majority"}),
        ("Tarn, a town of 4,120 people, votes today.", {"resident"}),
        ("The firm employs 4,120 people.", {"employee"}),
        ("The firm lays off 4,120 workers.", {"layoff"}),
        ("They counted 4,120 herons at the lake.", {"heron"}),
        ("The herring was sold for $40 million.", {"sold-for"}),
    ],
)
def test_a_number_measures_what_the_words_beside_it_say(text, keys):
    (side,) = sides(text)
    assert side.measures == keys


def test_people_who_were_saved_are_those_that_are_counted():
    (side,) = sides("The 74 people who were saved when the ferry sank are well.")
    assert side.fates == {"rescued"}


def test_an_apposition_is_of_what_stands_before_it():
    (side,) = sides("The new mirror, 42 inches in all, is here.")
    assert "mirror" in side.fact.near


@pytest.mark.parametrize(
    "text",
    [
        "In all, 41 percent of workers in May were idle.",
        "The yield in May was 41 tonnes.",
    ],
)
def test_the_month_of_may_is_no_forecast(text):
    assert sides(text)[0].fact.stance is None


def test_a_crew_is_counted_by_its_members():
    (side,) = sides("All 31 members of the crew were aboard.")
    assert side.fact.head == "crew"
    assert side.measures == {"aboard"}


def test_matches_that_were_drawn_drew_no_visitors():
    won, drawn = sides("Selby have won 37 of them and 18 were drawn.")
    assert "visitor" not in won.measures | drawn.measures
    (came,) = sides("The derby drew 18,400.")
    assert "visitor" in came.measures


@pytest.mark.parametrize(
    "text", ["The firm closed a funding round of $9 million.", "It was a $9m round."]
)
def test_a_sum_is_that_of_the_noun_beside_it(text):
    assert "sum of round" in sides(text)[0].measures


def test_a_total_is_of_whatever_the_clause_tells():
    assert not sides("A total of $9 million went to farmers.")[0].measures
