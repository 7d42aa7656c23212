from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import yamltext
from factcheck.extract import counted
from factcheck.model import Counted, Span
from tests.linear import linear

CORPUS = Path(__file__).parents[1] / "corpus/extract/counted.yaml"
NUMBER = re.compile(r"\[([\w, ]+)\]")


def lines(section):
    corpus = yamltext.plain(yamltext.load(CORPUS.read_text("utf-8"), CORPUS.name))
    assert isinstance(corpus, dict)
    return corpus[section]


def cases(section):
    return [pytest.param(line, id=line[:60]) for line in lines(section)]


def found(marked: str, *, one: bool = False) -> tuple[str, Counted | None]:
    """Return the text without the marks of its first number, and what is counted."""
    match = NUMBER.search(marked)
    assert match
    text = marked[: match.start()] + match[1] + marked[match.end() :]
    at = match.start() + len(match[1])
    return text, counted.find(text, at, len(text), one=one)


def plain(expected: str) -> str:
    return NUMBER.sub(r"\1", expected)


@pytest.mark.parametrize(
    ("case", "one"),
    [
        pytest.param(line, section == "one", id=line[:60])
        for section in ("counts", "one")
        for line in lines(section)
    ],
)
def test_the_phrase_and_its_head_are_found(case, one):
    marked, _, expected = case.partition(" | ")
    phrase, _, lemma = expected.partition(" = ")
    text, noun = found(marked, one=one)
    assert noun
    assert not noun.elided
    assert text[noun.span.start : noun.span.end] == phrase
    assert noun.lemma == lemma


@pytest.mark.parametrize("case", cases("stands_in"))
def test_a_stand_in_is_known_as_one(case):
    marked, _, expected = case.partition(" | ")
    text, noun = found(marked)
    assert noun
    assert noun.elided
    assert text[noun.span.start : noun.span.end] == expected


@pytest.mark.parametrize("case", cases("silent"))
def test_a_count_without_a_noun_counts_nothing_named(case):
    assert found(case)[1] is None


def borrowing(case: str) -> bool:
    text = case.replace("{", "").replace("}", "")
    number = NUMBER.search(text)
    assert number
    return counted.borrows(text, case.index("}") - 1, number.start())


@pytest.mark.parametrize("case", cases("borrows"))
def test_a_count_borrows_the_noun_it_is_compared_with(case):
    assert borrowing(case)


@pytest.mark.parametrize("case", cases("keeps"))
def test_a_count_borrows_nothing_from_afar(case):
    assert not borrowing(case)


def test_nothing_is_borrowed_from_what_follows_or_stands_too_far():
    text = "They had 40 beds and more, " + "x" * 200 + " from 30"
    assert not counted.borrows(text, 16, len(text) - 2)
    assert not counted.borrows(text, 20, 9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from [40] to [60] soldiers", True),
        ("[10] or [12] boats", True),
        ("at [1,300], up [12] points", True),
        ("[40] in May and [60] soldiers", False),
        ("[40]. [60] soldiers", False),
    ],
)
def test_a_count_lends_its_noun_to_the_one_before(text, expected):
    first, second = NUMBER.finditer(text)
    assert (
        counted.lends(text.replace("]", " "), first.end(), second.start()) == expected
    )


def test_qualifiers_are_the_words_before_the_head_in_lower_case():
    text = "43 separate Russian attacks"
    assert counted.find(text, 2, len(text)) == Counted(
        Span(3, 27), "attacks", "attack", ("separate", "russian")
    )


def test_nothing_is_read_beyond_the_limit():
    assert counted.find("43 people", 2, 5) is None
    assert counted.find("43 people", 9, 9) is None
    assert counted.find("43\n\npeople", 2, 10) is None
    assert counted.find("43people", 2, 8) is None
    assert counted.find("43-", 2, 3) is None
    assert counted.find("43 of", 2, 5) is None


@given(st.text(max_size=60), st.booleans())
def test_any_text_is_read_and_the_span_holds_the_head(text, one):
    noun = counted.find("7 " + text, 1, len(text) + 2, one=one)
    if noun is not None:
        assert noun.head in ("7 " + text)[noun.span.start : noun.span.end]
        assert noun.lemma


def test_a_call_reads_no_more_than_it_needs():
    def find(text):
        for _ in range(1_000):
            counted.find(text, 1, len(text))

    short, long = ("7 " + "old " * n for n in (250, 250_000))
    assert linear(find, short, long)
