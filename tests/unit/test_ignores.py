from __future__ import annotations

import pytest

import factcheck
from factcheck.language import comments

SAID = "The bridge is 10 miles (26 km) long."


def note(said):
    return f"<!-- factcheck: {said} -->"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("a.txt", f"{SAID} {note('ignore as signed')}\n", id="end of line"),
        pytest.param("a.txt", f"{note('ignore as signed')}\n{SAID}\n", id="line before"),
        pytest.param(
            "a.txt", f"{note('ignore as signed')}\n\n{SAID}\n", id="blank line between"
        ),
        pytest.param("a.md", f"{SAID} {note('ignore as signed')}\n", id="Markdown"),
        pytest.param(
            "a.md", f"# Bridge\n\n{note('ignore as signed')}\n\n{SAID}\n", id="block"
        ),
        pytest.param(
            "a.txt", f"{SAID} {note('ignore[core/conversion] as signed')}", id="a rule"
        ),
        pytest.param(
            "a.txt", f"{SAID} {note('ignore[conversion] as signed')}", id="a law"
        ),
        pytest.param(
            "a.txt", f"{SAID} {note('ignore[x/y, core/*]: as signed')}", id="several"
        ),
        pytest.param(
            "a.txt", f"{SAID} <!--\nfactcheck: ignore\nas signed\n-->", id="long comment"
        ),
    ],
)  # fmt: skip
def test_a_comment_takes_out_the_finding_on_its_line_or_the_next(name, text):
    report = factcheck.check_texts({name: text})
    assert report.findings == ()
    assert report.notes == ()
    (ignored,) = report.ignored
    assert (ignored.document, ignored.reason) == (name, "as signed")
    assert ignored.finding.outcome.rule == "core/conversion"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            f"{SAID} {note('ignore')}", "a.txt:1: the comment ignore has no reason",
            id="no reason",
        ),
        pytest.param(
            f"{SAID}\n\n{note('ignore[core/total] why')}\n",
            "a.txt:3: the comment ignore[core/total] takes out no finding",
            id="nothing after it",
        ),
        pytest.param(
            f"{SAID} {note('ignore[core/total] why')}",
            "a.txt:1: the comment ignore[core/total] takes out no finding",
            id="another rule",
        ),
        pytest.param(
            f"{note('ignore why')}\nThe sea is deep.\n{SAID}",
            "a.txt:1: the comment ignore takes out no finding", id="two lines before",
        ),
        pytest.param(
            f"{SAID} {note('ingore why')}",
            "a.txt:1: the comment “ingore why” is not understood", id="a misspelling",
        ),
    ],
)  # fmt: skip
def test_a_comment_that_takes_out_nothing_is_told(text, said):
    report = factcheck.check_texts({"a.txt": text})
    assert len(report.findings) == 1
    assert report.ignored == ()
    (told,) = report.notes
    assert told.startswith(said)


def test_numbers_in_a_comment_are_not_read_and_offsets_stay():
    text = f"{SAID} {note('ignore 7 of 8 signs')} It has 12 arches.\n"
    report = factcheck.check_texts({"a.txt": text})
    found = [row.fact.mention for row in report.mentions]
    assert [one.surface for one in found] == ["10 miles", "26 km", "12"]
    assert [text[m.span.start : m.span.end] for m in found] == [
        m.surface for m in found
    ]
    assert report.document("a.txt").text == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("```\n" + note("ignore why") + "\n```\n", id="code"),
        pytest.param("Write `" + note("ignore why") + "` there.\n", id="in a line"),
        pytest.param("<!-- factcheck: ignore it\n", id="never closed"),
        pytest.param("<!-- ignore the factcheck: it -->\n", id="another comment"),
    ],
)
def test_what_only_shows_a_comment_is_none(text):
    assert factcheck.check_texts({"a.md": text}).notes == ()


def test_masking_keeps_length_and_lines():
    text = f"a\n{note('ignore')}\nb<!-- factcheck:\nignore -->c"
    plain = comments.masked(text)
    assert len(plain) == len(text)
    assert plain.split() == ["a", "b", "c"]
    assert plain.count("\n") == text.count("\n")
    assert comments.masked("factcheck: nothing") == "factcheck: nothing"
