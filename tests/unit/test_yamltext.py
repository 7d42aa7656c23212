from __future__ import annotations

import pytest

from factcheck.errors import RuleError
from factcheck.yamltext import Mapping, Scalar, Sequence, load, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: NO", {"a": "NO"}, id="no is not False"),
        pytest.param("a: 12:30", {"a": "12:30"}, id="a clock time is not 750"),
        pytest.param("a: 1.10", {"a": "1.10"}, id="a number keeps its zeros"),
        pytest.param("a: 2024-03-01", {"a": "2024-03-01"}, id="a date stays text"),
        pytest.param("a: null", {"a": "null"}, id="null is a word"),
        pytest.param("a:", {"a": None}, id="nothing written is None"),
        pytest.param("a: ''", {"a": ""}, id="an empty text is a text"),
        pytest.param("", None, id="an empty file is nothing"),
        pytest.param("# only a comment", None, id="a comment is nothing"),
        pytest.param("[a, {b: c}]", ["a", {"b": "c"}], id="flow style"),
        pytest.param("a: |\n  x\n  y\n", {"a": "x\ny\n"}, id="a block of lines"),
        pytest.param("<<: x", {"<<": "x"}, id="a merge key is a key"),
        pytest.param(
            "a: &t [x]\nb: *t", {"a": ["x"], "b": ["x"]}, id="an alias repeats"
        ),
        pytest.param("a: &t x\nb: *t", {"a": "x", "b": "x"}, id="an alias of a text"),
        pytest.param("\ufeffa: b", {"a": "b"}, id="a byte order mark is skipped"),
        pytest.param('a: ! "5"', {"a": "5"}, id="the tag of plain text is no tag"),
    ],
)
def test_yaml_is_read_as_text(text, expected):
    assert plain(load(text, "f")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: 1\na: 2", "f:2:1: the key 'a' occurs twice", id="duplicate"),
        pytest.param(
            "a: !!python/name:os.system x",
            "f:1:4: tags (!...) are refused; write plain text",
            id="tag",
        ),
        pytest.param(
            "!x [a]", "f:1:1: tags (!...) are refused; write plain text", id="list tag"
        ),
        pytest.param(
            "a:\n\tb: 1", "f:2:1: a tab cannot indent; use spaces", id="tabulator"
        ),
        pytest.param(
            "a: b: c",
            "f:1:5: a colon cannot stand here; put the text in quotes",
            id="colon",
        ),
        pytest.param(
            "a: [b", "f:2:1: a comma or ] was expected here", id="open bracket"
        ),
        pytest.param("a: 'x", "f:1:6: the file ends inside quotes", id="open quote"),
        pytest.param(
            "b: c\na: \x01b", "f:2:4: the character U+0001 is not allowed", id="control"
        ),
        pytest.param(
            "a: \ud800", "f:1:4: the character U+D800 is not allowed", id="surrogate"
        ),
        pytest.param(
            "---\na: 1\n---\nb: 2",
            "f:3:1: a second document starts here; one is read",
            id="two documents",
        ),
        pytest.param("[a]: 2", "f:1:1: a key must be plain text", id="list as a key"),
        pytest.param(
            "- &x [a]\n- ? *x\n  : b",
            "f:2:5: a key must be plain text",
            id="alias of a list as a key",
        ),
        pytest.param(
            "&x [*x]", "f:1:5: no anchor &x before this alias", id="alias in itself"
        ),
        pytest.param("[" * 51, "f:1:51: nested more than 50 deep", id="deep nesting"),
        pytest.param(
            "- a\n" * 200_001, "f:200001:3: more than 200,000 values", id="many values"
        ),
        pytest.param(
            "- &a [x]\n"
            + "".join(
                f"- &{b} [{', '.join(['*' + a] * 10)}]\n"
                for a, b in zip("abcdefgh", "bcdefghi", strict=True)
            ),
            "f:6:39: more than 200,000 values",
            id="alias bomb",
        ),
        pytest.param(
            "#" * 4_000_001,
            "f:1:1: the file has more than 4,000,000 characters",
            id="huge file",
        ),
        pytest.param("a: %", None, id="a stray character"),
    ],
)
def test_what_would_hurt_is_refused_with_its_place(text, expected):
    with pytest.raises(RuleError) as caught:
        load(text, "f")
    (problem,) = caught.value.problems
    if expected is not None:
        assert str(problem) == expected


def test_a_node_knows_its_place():
    node = load("a:\n  - é😀: [x, 'y z']\n", "f", line=10)
    assert isinstance(node, Mapping)
    items = node.get("a")
    assert isinstance(items, Sequence)
    (item,) = items
    assert isinstance(item, Mapping)
    ((key, value),) = item
    assert (key.line, key.column, key.value) == (11, 5, "é😀")
    assert isinstance(value, Sequence)
    y = value.value[1]
    assert isinstance(y, Scalar)
    assert (y.line, y.column) == (11, 13)
    assert y.place(2) == (11, 16)
    assert node.get("b") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("abc def", (1, 5), id="plain"),
        pytest.param("'abc def'", (1, 6), id="quoted"),
        pytest.param("|\n  abc def", (1, 1), id="a block has one place"),
        pytest.param('"a\\tbc def"', (1, 1), id="an escape moves characters"),
    ],
)
def test_a_character_has_a_place_where_the_file_shows_it(text, expected):
    node = load(text, "f")
    assert isinstance(node, Scalar)
    assert node.place(4) == expected
