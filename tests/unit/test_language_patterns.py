"""Patterns that wait for their words: what they ask for, and that they find as `re` does."""

from __future__ import annotations

import re

import pytest

from factcheck.language.patterns import Pattern, asked

LINE = "of <c0> ferries, <c1> ran late, or <p2>; each crew of four had <t3> off."


@pytest.mark.parametrize(
    ("source", "tokens", "words"),
    [
        pytest.param("up to <c", 1, [("up to <c",)], id="plain letters"),
        pytest.param(r"\bof \d+ crews?\b", 0, [("of ",), (" crew",)], id="last letter"),
        pytest.param("<[ce]0> of <t", 2, [("0> of <t",)], id="tokens"),
        pytest.param("(?:each|every) of", 0, [("each", "every"), (" of",)], id="choice"),
        pytest.param("(?P<up>rose|fell) by", 0, [("rose", "fell"), (" by",)], id="named"),
        pytest.param("(?:rise|r[io]se|grew)", 0, [("rise", "se", "grew")], id="class"),
        pytest.param("an? (?:about )?half", 0, [("half",)], id="optional group"),
        pytest.param("a(?: [a-z]+){0,3}? half", 0, [(" half",)], id="none or some"),
        pytest.param("is(?: so){1,2}? late", 0, [("is",), (" so",), (" late",)], id="some"),
        pytest.param("at (?:(?:the )?port|sea)", 0, [("at ",), ("port", "sea")], id="deep"),
        pytest.param("(?:at (?:the )?port)?, no", 0, [(", no",)], id="optional and deep"),
        pytest.param("of(?! the| a) it(?<=no|so it)", 0, [("of",), (" it",)], id="around"),
        pytest.param("(?!(?<=which) <)of", 0, [("of",)], id="one look within another"),
        pytest.param("(?P<n> [a-z]+)? x(?P=n)y (?(n)(?= z)|$)w", 0, [(" x",), ("y ",)], id="back"),
        pytest.param("rose|fell by", 0, [("rose", "fell by")], id="branches"),
        pytest.param("rose|[a-z]+ by|.", 0, [], id="a branch that asks for nothing"),
        pytest.param("(?i)rose", 0, [], id="letters of any case"),
        pytest.param(r"\(\d\) (?:a|the) [)|(] ferry", 0, [(" ferry",)], id="brackets"),
    ],
)  # fmt: skip
def test_what_a_pattern_asks_for_is_read_off_it(source, tokens, words):
    assert asked(source) == (tokens, tuple(words))


@pytest.mark.parametrize("text", [LINE, "each", "<c0> of", ""])
@pytest.mark.parametrize(
    "source",
    [
        r"<c(?P<a>\d+)>(?: [a-z]+)?,? (?:ran|was|were) ",
        "each (?:crew|team) of|of each",
        "<[ct]\\d> .*<[ct]\\d>",
        "[a-z]+",
        "apiece",
    ],
)
def test_a_pattern_that_waits_finds_what_any_pattern_finds(source, text):
    waits, plain = Pattern(source), re.compile(source)

    assert str(waits.search(text)) == str(plain.search(text))
    assert str(waits.search(text, 3, 40)) == str(plain.search(text, 3, 40))
    assert str(waits.match(text)) == str(plain.match(text))
    assert str(waits.match(text, 3)) == str(plain.match(text, 3))
    assert str(list(waits.finditer(text))) == str(list(plain.finditer(text)))
    assert waits.findall(text) == plain.findall(text)
    assert waits.split(text) == plain.split(text)
    assert waits.sub("-", text) == plain.sub("-", text)


def test_a_match_is_known_as_that_of_its_pattern():
    first, second = Pattern("of <c"), Pattern("of <[ct]")
    match = first.search(LINE)

    assert match is not None
    assert (first.found(match), second.found(match)) == (True, False)
