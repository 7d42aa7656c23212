"""Pieces of text are found in a sentence as a plain search would find them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language import pieces as pieces_
from factcheck.language.pieces import Pieces

SENTENCES = (
    "than a total of <c0> went to arle, up from <c1>.",
    "<c0> of <c1> boats, or a third, went out again",
    "totals: a | b",
    "",
)


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("total", id="any part of a word"),
        pytest.param("went to", id="two words"),
        pytest.param(" than ", id="a word alone"),
        pytest.param(" a ", id="a letter alone"),
        pytest.param("up from <", id="words and a number"),
        pytest.param("> of <", id="a word between numbers"),
        pytest.param(" again", id="the start of a word"),
        pytest.param("ally", id="nothing"),
        pytest.param("|", id="a sign"),
    ],
)
def test_a_piece_is_found_where_it_stands(piece: str, sentence: str) -> None:
    pieces = Pieces()
    mark = pieces.add([piece])
    assert (pieces.marks(sentence) == mark) is (piece in sentence)


@given(
    st.lists(st.text("ab <", min_size=1, max_size=4).filter(str.strip), max_size=5),
    st.text("ab <", max_size=20),
)
def test_all_pieces_are_found_at_once(texts: list[str], sentence: str) -> None:
    pieces, sentence = Pieces(), " ".join(sentence.split())
    marks = {text: pieces.add([text]) for text in dict.fromkeys(texts)}
    said = {text for text, mark in marks.items() if pieces.marks(sentence) & mark}
    assert said == {text for text in marks if text in sentence and "  " not in text}


def test_a_text_of_many_words_does_not_fill_the_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pieces_, "_MOST_WORDS", 3)
    pieces = Pieces()
    mark = pieces.add(["e"])
    words = ["one", "two", "three", "four", "five"]
    assert [pieces.marks(word) for word in words] == [mark, 0, mark, 0, mark]
    assert len(pieces) < len(words)
