from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language import irregular, verbs
from factcheck.language.words import (
    forms,
    is_noun_like,
    is_plural,
    is_verb_like,
    lemma,
    singular,
    spellings,
)


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("attacks", "attack"),
        ("Cities", "city"),
        ("people", "person"),
        ("children", "child"),
        ("policewomen", "policewoman"),
        ("oarsmen", "oarsman"),
        ("viruses", "virus"),
        ("boxes", "box"),
        ("heroes", "hero"),
        ("horses", "horse"),
        ("ties", "tie"),
        ("lives", "life"),
        ("series", "series"),
        ("bus", "bus"),
        ("Israelis", "israeli"),
        ("news", "news"),
        ("TVs", "tv"),
        ("co-founders", "co-founder"),
        ("year-", "year-"),
        ("crisis", "crisis"),
    ],
)
def test_a_plural_has_its_singular(plural, one):
    assert singular(plural) == one


@pytest.mark.parametrize(
    "word", ["attacks", "people", "crew-women", "oarsmen", "taxis", "mps"]
)
def test_plurals_are_known(word):
    assert is_plural(word)


@pytest.mark.parametrize(
    "word", ["virus", "specimen", "gas", "less", "is", "man", "", "on-site"]
)
def test_what_is_no_plural_is_known(word):
    assert not is_plural(word)


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("killed", "kill"),
        ("fled", "flee"),
        ("planning", "plan"),
        ("making", "make"),
        ("carried", "carry"),
        ("controlled", "control"),
        ("injured", "injure"),
        ("agreed", "agree"),
        ("rose", "rise"),
        ("dying", "die"),
        ("dice", "dice"),
        ("Houses", "house"),
        ("defragmentated", "defragmentate"),
        ("hyperboosted", "hyperboosted"),
        ("evening", "evening"),
        ("women", "woman"),
        ("go", "go"),
        ("red", "red"),
        ("ring", "ring"),
    ],
)
def test_a_form_leads_to_its_lemma(form, base):
    assert lemma(form) == base


@pytest.mark.parametrize(
    ("term", "some"),
    [
        ("control", {"control", "controls", "controlled", "controlling"}),
        ("killed", {"kill", "kills", "killed", "killing"}),
        ("flee", {"flee", "flees", "fled", "fleeing"}),
        ("person", {"person", "persons", "people"}),
        ("hospitalised", {"hospitalized", "hospitalise", "hospitalizing"}),
        ("stop", {"stopped", "stopping", "stops"}),
        ("travel", {"travelled", "traveling"}),
        ("carry", {"carries", "carried", "carrying"}),
        ("tax", {"taxes", "taxed", "taxing"}),
        ("tie", {"tied", "tying", "ties"}),
        ("labor", {"labour", "labours", "labors"}),
        ("centres", {"center", "centers", "centre"}),
        ("home to", {"home to", "homes to"}),
        ("lose their life", {"lost their lives", "losing their lives"}),
        ("death toll", {"death toll", "death tolls"}),
        ("3 men", {"3 men", "3 man"}),
        ("see", {"saw", "seen", "seeing", "sees"}),
    ],
)
def test_a_term_has_all_its_forms(term, some):
    assert some <= forms(term)


@pytest.mark.parametrize(
    ("term", "none"),
    [
        ("people", "peopled"),
        ("missile", "missiled"),
        ("evacuated", "evacuateds"),
        ("life", "lifes"),
    ],
)
def test_a_term_has_no_forms_that_are_none(term, none):
    assert none not in forms(term)


def test_a_very_long_phrase_is_itself():
    phrase = "run lose hold break take give make shake"
    assert forms(phrase) == {phrase}
    assert forms(" ") == frozenset()


def test_every_form_of_a_regular_verb_leads_back():
    ambiguous = {"rout"}  # "routing" is of "route" as well
    astray = {
        form
        for verb in verbs.REGULAR - ambiguous
        for form in forms(verb)
        if form.endswith(("ed", "ing")) and lemma(form) not in forms(verb)
    }
    assert not astray


@given(st.sampled_from(sorted(irregular.VERBS)))
def test_every_form_of_an_irregular_verb_is_a_form(verb):
    assert set(irregular.VERBS[verb]) <= forms(verb)


@given(st.text(max_size=12))
def test_any_word_has_a_lemma_and_holds_its_own_form(word):
    lemma(word)
    assert len(word.split()) != 1 or word.lower().split()[0] in forms(word)


def test_spellings_come_in_pairs():
    assert spellings("organized") == {"organized", "organised"}
    assert spellings("promised") == {"promised"}
    assert spellings("centres") == {"centres", "centers"}


@pytest.mark.parametrize("word", ["soldiers", "production", "boat", "kremlin"])
def test_noun_like_words(word):
    assert is_noun_like(word)


@pytest.mark.parametrize("word", ["the", "quickly", "enormous", "died"])
def test_words_that_are_no_nouns(word):
    assert not is_noun_like(word)


@pytest.mark.parametrize(
    "word", ["kill", "killed", "fled", "finalise", "holding", "go"]
)
def test_verb_like_words(word):
    assert is_verb_like(word) or word == "holding"


@pytest.mark.parametrize("word", ["the", "river", "people"])
def test_words_that_are_no_verbs(word):
    assert not is_verb_like(word)
