# ruff: noqa: RUF001 - typographic signs are the point
from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from factcheck import documents
from factcheck.errors import DocumentError, UsageError
from factcheck.model import BlockKind


def shape(document):
    """Return kind and text of every block, a trailing `~` marking boilerplate."""
    return [
        (block.kind.value + "~" * block.boilerplate, document.surface(block.span))
        for block in document.blocks
    ]


def parse(text, name="a.txt"):
    return documents.parse(text, name=name)


LONG = (
    "The harbour office said on Tuesday that the new quay would take ships of up to 300 "
    "metres, and that work on the second basin would begin before the end of the summer."
)

WRAPPED = (
    "The quay, which was built of stone in the last century, has been\n"
    "closed to ships since the storm of the spring, and will be open\n"
    "again when the wall has been mended."
)

TYPED = (
    "HARBOUR OF ARLE\n"
    "    Ships 412 vs 388.\n"
    "    Crates 7,120 vs 6,940.\n"
    "    Note: the count of crates leaves out those from the port of\n"
    "Sund, which came by rail, and 120 of the port of\n"
    "Ruhn. They were counted there.\n"
    "    The quay, built of stone in the last century, was mended in\n"
    "May and cost 3.4 million crowns."
)


# Plain text ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(" \n\t\n", [], id="white space"),
        pytest.param("One line.", [("body", "One line.")], id="one line"),
        pytest.param(
            "First one here.\n\nSecond one there.",
            [("body", "First one here."), ("body", "Second one there.")],
            id="paragraphs between blank lines",
        ),
        pytest.param(
            f"{LONG}\n{LONG}",
            [("body", LONG), ("body", LONG)],
            id="a paragraph a line",
        ),
        pytest.param(
            WRAPPED,
            [("body", WRAPPED)],
            id="wrapped lines are one paragraph",
        ),
        pytest.param(
            "The harbour master counted the ships that came,\nand there were 40.",
            [
                (
                    "body",
                    "The harbour master counted the ships that came,\nand there were 40.",
                )
            ],
            id="a line that goes on in lower case",
        ),
        pytest.param(
            f"Harbour of Arle opens its second basin after a wait of six years and two storms\n{WRAPPED}",
            [
                (
                    "title",
                    "Harbour of Arle opens its second basin after a wait of six years and two storms",
                ),
                ("body", WRAPPED),
            ],
            id="a headline longer than the wrapped lines below it",
        ),
        pytest.param(
            TYPED,
            [
                ("title", "HARBOUR OF ARLE"),
                ("body", "Ships 412 vs 388."),
                ("body", "Crates 7,120 vs 6,940."),
                (
                    "body",
                    (
                        "Note: the count of crates leaves out those from the port of\n"
                        "Sund, which came by rail, and 120 of the port of\n"
                        "Ruhn. They were counted there."
                    ),
                ),
                (
                    "body",
                    (
                        "The quay, built of stone in the last century, was mended in\n"
                        "May and cost 3.4 million crowns."
                    ),
                ),
            ],
            id="typed paragraphs that begin with white space",
        ),
        pytest.param(
            "Moll, Jan: The stones of the harbour wall of Arle and Sund\n"
            "    second edition, Ruhn 1998\n"
            "Brink, Eva: How the quays were built, and who paid for them\n"
            "    with maps of all basins\n"
            "Ode, Lena: Ships and their masters, a history of the port",
            [
                (
                    "body",
                    (
                        "Moll, Jan: The stones of the harbour wall of Arle and Sund\n"
                        "    second edition, Ruhn 1998"
                    ),
                ),
                (
                    "body",
                    (
                        "Brink, Eva: How the quays were built, and who paid for them\n"
                        "    with maps of all basins"
                    ),
                ),
                ("body", "Ode, Lena: Ships and their masters, a history of the port"),
            ],
            id="entries that go on with white space",
        ),
        pytest.param(
            "Left at nine.\nBack at ten.",
            [("body", "Left at nine."), ("body", "Back at ten.")],
            id="short lines with full stops",
        ),
        pytest.param(
            f"Harbour opens second basin\n\n{LONG}",
            [("title", "Harbour opens second basin"), ("body", LONG)],
            id="headline",
        ),
        pytest.param(
            f"Harbour opens second basin\nBy Ann Bell\n{LONG}",
            [
                ("title", "Harbour opens second basin"),
                ("body~", "By Ann Bell"),
                ("body", LONG),
            ],
            id="headline and byline",
        ),
        pytest.param(
            f"The harbour is open.\n{LONG}",
            [("body", "The harbour is open."), ("body", LONG)],
            id="a sentence is no headline",
        ),
        pytest.param(
            f"{LONG}\nA Second Basin\n{LONG}",
            [("body", LONG), ("heading", "A Second Basin"), ("body", LONG)],
            id="sub-heading",
        ),
        pytest.param(
            f"{LONG}\nAt a glance:\n{LONG}",
            [("body", LONG), ("body", "At a glance:"), ("body", LONG)],
            id="a line with a colon is no heading",
        ),
        pytest.param(
            f"{LONG}\nShips 40\nBoats 7",
            [("body", LONG), ("body", "Ships 40"), ("body", "Boats 7")],
            id="short lines in a row are no headings",
        ),
        pytest.param(
            "What came:\n- 3 ships\n- 4 boats\n  of wood\n* a raft\n1. first\n2) second",
            [
                ("body", "What came:"),
                ("list", "3 ships"),
                ("list", "4 boats\n  of wood"),
                ("list", "a raft"),
                ("list", "first"),
                ("list", "second"),
            ],
            id="lists, without their marks and numbers",
        ),
        pytest.param(
            "-5 degrees at night.\n3.5 metres deep.",
            [("body", "-5 degrees at night."), ("body", "3.5 metres deep.")],
            id="numbers that are no marks",
        ),
        pytest.param(
            "| Town | Ships |\n|---|--:|\n| Bex | 4 |\n|  | 5 |\nThat was all.",
            [
                ("table", "Town"),
                ("table", "Ships"),
                ("table", "Bex"),
                ("table", "4"),
                ("table", "5"),
                ("body", "That was all."),
            ],
            id="table",
        ),
        pytest.param(
            "Town\tShips\nBex\t4\nAsh\t5",
            [
                ("table", "Town"),
                ("table", "Ships"),
                ("table", "Bex"),
                ("table", "4"),
                ("table", "Ash"),
                ("table", "5"),
            ],
            id="table of tabs",
        ),
        pytest.param(
            "4 ships\tat sea.",
            [("body", "4 ships\tat sea.")],
            id="one line with a tab is no table",
        ),
        pytest.param(
            "a | b", [("body", "a | b")], id="one line with a pipe is no table"
        ),
        pytest.param(
            "Up.\r\n\r\nDown.\rOn.\u2028Off.",
            [("body", "Up."), ("body", "Down."), ("body", "On."), ("body", "Off.")],
            id="line ends of all systems",
        ),
    ],
)
def test_plain_text_is_cut_into_blocks(text, expected):
    assert shape(parse(text)) == expected


@pytest.mark.parametrize(
    ("text", "day", "title", "first"),
    [
        pytest.param(
            f" date 2025-03-01 Harbour opens second basin\n\n{LONG}",
            date(2025, 3, 1),
            "Harbour opens second basin",
            "Harbour opens second basin",
            id="before a headline",
        ),
        pytest.param(
            f"date 2025-03-01\n{LONG}",
            date(2025, 3, 1),
            None,
            LONG,
            id="on its own line",
        ),
        pytest.param(
            f"date 2025-03-01 {LONG}",
            date(2025, 3, 1),
            None,
            LONG,
            id="before a paragraph",
        ),
        pytest.param(
            "date 2025-13-01 came.",
            None,
            None,
            "date 2025-13-01 came.",
            id="no such day",
        ),
        pytest.param(
            "The date 2025-03-01 came.",
            None,
            None,
            "The date 2025-03-01 came.",
            id="inside a sentence",
        ),
    ],
)
def test_a_leading_date_is_the_date_of_the_document(text, day, title, first):
    document = parse(text)
    assert (document.date, document.title) == (day, title)
    assert document.surface(document.blocks[0].span) == first


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Thursday 6 May 2021", date(2021, 5, 6)),
        ("Ostrava, 6 May 2021, 18:30 GMT", date(2021, 5, 6)),
        ("Last updated: May 6th, 2021 at 6.30 pm", date(2021, 5, 6)),
        ("*Published on Thursday, 6 May 2021*", date(2021, 5, 6)),
        ("2021-05-06", date(2021, 5, 6)),
        (f"OSTRAVA, 6 May 2021 (AFN) - {LONG}", date(2021, 5, 6)),
        (f"Thursday, 6 May 2021. {LONG}", date(2021, 5, 6)),
        ("Thursday 6 May", None),
        ("31 June 2021", None),
        ("Applications close on 6 May 2021", None),
        (f"6 May 2021 was the day on which it closed. {LONG}", None),
        (f"6 May 2021\n\n{LONG}\n\n9 May 2021", None),
    ],
)
def test_a_dateline_is_the_date_of_the_document(head, day):
    text = f"Basin is opened\n\n{head}\n\n{LONG}"
    assert parse(text).date == day
    assert parse(f"# {text}", name="a.md").date == day


def test_front_matter_goes_before_a_dateline():
    text = f"---\ndate: 2021-05-04\n---\n# Basin is opened\n\n6 May 2021\n\n{LONG}"
    assert parse(text, name="a.md").date == date(2021, 5, 4)


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        pytest.param("Read more", "body~", id="button"),
        pytest.param("Read more: The quay of 1920", "body~", id="link"),
        pytest.param("© 2024 Harbour Gazette", "body~", id="copyright"),
        pytest.param(
            "Reporting by Ann Bell; editing by Tom Hay", "body~", id="credits"
        ),
        pytest.param(
            "Sign up for our newsletter and get 5 stories a day.",
            "body~",
            id="newsletter",
        ),
        pytest.param(
            "Your support helps 20 reporters do their work. Give today.",
            "body~",
            id="appeal",
        ),
        pytest.param(
            "open image in gallery A crane lifts 40 tonnes ( AP )",
            "caption~",
            id="gallery",
        ),
        pytest.param("Photo: a crane lifts 40 tonnes", "caption~", id="photo"),
        pytest.param(
            "A crane lifts 40 tonnes at the quay (Ann Bell/Reuters)",
            "caption~",
            id="credit at the end",
        ),
        pytest.param(
            "A crane lifts 40 tonnes at the quay [Courtesy of Bex Harbour]",
            "caption~",
            id="courtesy",
        ),
        pytest.param(
            "More on this basin will be known in May.", "body", id="more, in a sentence"
        ),
        pytest.param(
            "The club sold 5,000 boxes of cookies for the harbour fund.",
            "body",
            id="cookies that one eats",
        ),
        pytest.param(
            "She told reporters that 40 ships came (three of them at night).",
            "body",
            id="brackets at the end",
        ),
        pytest.param(
            "By March the crews had built 40 boats.", "body", id="By, and no byline"
        ),
        pytest.param(
            "“Your support for the 40 crews matters,” the mayor said.",
            "body",
            id="one weak cue in a story",
        ),
    ],
)
def test_what_is_no_story_is_marked(paragraph, kind):
    blocks = shape(parse(f"{LONG}\n\n{paragraph}\n\n{LONG}"))
    assert blocks[1] == (kind, paragraph)
    assert blocks[0][0] == blocks[2][0] == "body"


def test_a_prompt_at_the_end_leaves_the_story_before_it():
    prompt = "What do you think of it? Share your thoughts in the comments below."
    assert shape(parse(f"{LONG} {prompt}")) == [("body", LONG), ("body~", prompt)]


def test_a_prompt_at_the_end_of_a_very_long_text_is_found():
    prompt = "What do you think of it? Share your thoughts in the comments below."
    story = " ".join([LONG] * 40)
    assert shape(parse(f"{story} {prompt}")) == [("body", story), ("body~", prompt)]


def test_a_prompt_inside_a_paragraph_leaves_both_sides_of_it():
    prompt = "Sign up here for the harbour letter."
    assert shape(parse(f"{LONG} {prompt} {LONG} {LONG}")) == [
        ("body", LONG),
        ("body~", prompt),
        ("body", f"{LONG} {LONG}"),
    ]


def test_related_stories_end_where_the_story_goes_on():
    text = f"{LONG}\n\nRelated stories\n\nTen ships lost\n\n- Five boats found\n\n{LONG} {LONG}"
    assert [kind for kind, _ in shape(parse(text))] == [
        "body",
        "body~",
        "body~",
        "list~",
        "body",
    ]


def test_a_table_knows_its_rows_and_columns():
    document = parse(
        "| A | B |\n|---|---|\n| 1 |  |\n| 2 | 3 |\n\n| C |\n|---|\n| 4 |\n"
    )
    assert [(b.table, b.row, b.column) for b in document.blocks] == [
        (0, 0, 0),
        (0, 0, 1),
        (0, 1, 0),
        (0, 2, 0),
        (0, 2, 1),
        (1, 0, 0),
        (1, 1, 0),
    ]


# Markdown ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "# Harbour #\n\n## Basin\n\nTwo *ships*.",
            [("title", "Harbour"), ("heading", "Basin"), ("body", "Two *ships*.")],
            id="headings",
        ),
        pytest.param(
            "Harbour\n=======\nBasin\n---\nTwo ships.",
            [("title", "Harbour"), ("heading", "Basin"), ("body", "Two ships.")],
            id="underlined headings",
        ),
        pytest.param(
            "Two ships.\n\n# Late title",
            [("body", "Two ships."), ("heading", "Late title")],
            id="a heading after text is no title",
        ),
        pytest.param("##\n#nothing", [("body", "#nothing")], id="empty heading"),
        pytest.param(
            "Two ships\nat sea.\n***\nOne boat.",
            [("body", "Two ships\nat sea."), ("body", "One boat.")],
            id="paragraphs and a rule",
        ),
        pytest.param(
            "- [x] one ship\n  at sea\n- two\n  - three\n\n1. four",
            [
                ("list", "one ship\n  at sea"),
                ("list", "two"),
                ("list", "three"),
                ("list", "four"),
            ],
            id="lists",
        ),
        pytest.param(
            "> two ships\n> at sea\nand more\n\n>\n\n> > three",
            [("quote", "two ships\n> at sea\nand more"), ("quote", "three")],
            id="quotes",
        ),
        pytest.param(
            "```py\nx = 3\n```\n\n    y = 4\n    z = 5\n\n~~~\n~~~\n",
            [("code", "x = 3"), ("code", "y = 4"), ("code", "z = 5")],
            id="code",
        ),
        pytest.param("```\nx = 3", [("code", "x = 3")], id="code without an end"),
        pytest.param(
            "- a\n\n      b 4",
            [("list", "a"), ("body", "b 4")],
            id="indented under a list",
        ),
        pytest.param(
            "Two\n    ships.",
            [("body", "Two\n    ships.")],
            id="indented in a paragraph",
        ),
        pytest.param(
            "a | b\n--|--\n1 \\| 2 | 3\n\nText.",
            [
                ("table", "a"),
                ("table", "b"),
                ("table", "1 \\| 2"),
                ("table", "3"),
                ("body", "Text."),
            ],
            id="table without outer pipes, escaped pipe",
        ),
        pytest.param(
            "Two ships <!-- factcheck: ignore[a/b] 3 boats --> came.",
            [("body", "Two ships"), ("body", "came.")],
            id="comment",
        ),
        pytest.param(
            "Two ships.\n<!-- 3\n\n4 -->\nOne boat.",
            [("body", "Two ships."), ("body", "One boat.")],
            id="comment of several lines",
        ),
        pytest.param(
            "<!-- never closed 3", [("body", "<!-- never closed 3")], id="open comment"
        ),
        pytest.param(
            'A <img width="40"> and <b>5 ships</b>.',
            [("body", "A"), ("body", "and <b>5 ships</b>.")],
            id="tags with attributes are no text",
        ),
        pytest.param(
            "[1]: https://example.org/40\n\nText [1].",
            [("body", "Text [1].")],
            id="link definition",
        ),
        pytest.param(
            "![A crane, 40 metres](crane.png)",
            [("caption", "A crane, 40 metres")],
            id="picture",
        ),
        pytest.param(
            "Photo: a crane of 40 metres",
            [("caption~", "Photo: a crane of 40 metres")],
            id="caption",
        ),
        pytest.param("By Ann Bell", [("body~", "By Ann Bell")], id="byline"),
        pytest.param(
            f"{LONG} What do you think of it? Share your thoughts with 40 others.",
            [
                ("body", LONG),
                (
                    "body~",
                    "What do you think of it? Share your thoughts with 40 others.",
                ),
            ],
            id="prompt",
        ),
        pytest.param(
            "## Related stories\n\n- Ten ships lost\n\n## Basin\n\nTwo ships.",
            [
                ("heading~", "Related stories"),
                ("list~", "Ten ships lost"),
                ("heading", "Basin"),
                ("body", "Two ships."),
            ],
            id="related stories",
        ),
    ],
)
def test_markdown_is_cut_into_blocks(text, expected):
    assert shape(parse(text, "a.md")) == expected


def test_front_matter_describes_the_document():
    text = (
        "---\ntitle: Basin opens\ndate: 2025-03-01\nsource: Harbour Gazette\n"
        "official: yes\ntags: [ships]\n---\nTwo ships.\n"
    )
    document = parse(text, "a.md")
    assert document.title == "Basin opens"
    assert document.date == date(2025, 3, 1)
    assert document.source == "Harbour Gazette"
    assert document.official
    assert document.notes == ()
    assert shape(document) == [("body", "Two ships.")]


def test_front_matter_that_is_no_yaml_is_read_line_by_line():
    text = (
        '---\ntitle: The tunnel: costs\ndate: "2025-03-01"\nofficial: yes\n'
        "tags: [a\n---\nTwo ships.\n"
    )
    document = parse(text, "a.md")
    assert document.title == "The tunnel: costs"
    assert document.date == date(2025, 3, 1)
    assert document.official
    assert shape(document) == [("body", "Two ships.")]
    (note,) = document.notes
    assert "a.md:2:18: a colon cannot stand here" in note


@pytest.mark.parametrize(
    ("front", "title"),
    [
        pytest.param("title: The old pier's end", "The old pier's end", id="plain"),
        pytest.param("title: Pier\r", "Pier", id="carriage return"),
        pytest.param("title: Pier # not ours", "Pier", id="comment"),
        pytest.param("title: 'The pier'", "The pier", id="quotes"),
        pytest.param("title: The 'pier'", "The 'pier'", id="quote at the end"),
        pytest.param("title:\n  The pier", "The pier", id="on the next line"),
        pytest.param("title: The\n  pier", "The pier", id="on two lines"),
        pytest.param("title: |\n  The pier", "The pier", id="block"),
        pytest.param("title: [a, b]", None, id="list"),
        pytest.param("{title: Pier}", "Pier", id="braces"),
        pytest.param("title: &a Pier", "Pier", id="anchor"),
        pytest.param("title: Pier\nsource:", "Pier", id="nothing"),
    ],
)
def test_front_matter_is_read_as_yaml(front, title):
    document = parse(f"---\n{front}\n---\nTwo ships.\n", "a.md")
    assert (document.title, document.notes) == (title, ())
    assert shape(document) == [("body", "Two ships.")]


@pytest.mark.parametrize(
    ("text", "blocks", "note"),
    [
        pytest.param("---\ntitle: [\n---\nTwo.", ["Two."], "no YAML", id="broken"),
        pytest.param("---\ndate: 1 March\n---\nTwo.", ["Two."], "1 March", id="date"),
        pytest.param(
            "---\nofficial: maybe\n---\nTwo.", ["Two."], "maybe", id="official"
        ),
        pytest.param("---\nOne.\n---\nTwo.", ["One.", "Two."], None, id="two rules"),
        pytest.param(
            "---\ntitle: a\nTwo.", ["title: a\nTwo."], None, id="never closed"
        ),
        pytest.param("----\nTwo.", ["Two."], None, id="a rule"),
    ],
)
def test_front_matter_that_is_none_or_wrong_is_told(text, blocks, note):
    document = parse(text, "a.md")
    assert [content for _, content in shape(document)] == blocks
    assert [note in said for said in document.notes] == ([] if note is None else [True])


def test_depth_of_headings_and_items_is_kept():
    document = parse("### Three\n\n- a\n  - b\n", "a.md")
    assert [block.level for block in document.blocks] == [3, 0, 1]


# Reading -------------------------------------------------------------------------------


def test_a_file_is_read_with_its_hash(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfTwo ships.")
    document = documents.read(path, name="news/a.txt")
    assert document.path == "news/a.txt"
    assert document.text == "Two ships."
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (document.encoding, document.encoding_guessed) == ("utf-8", False)


def test_the_format_is_told_by_the_name_or_outright():
    assert documents.format_of("a/b.MD") == "markdown"
    assert documents.format_of("a/b.log") == "text"
    assert documents.parse("# A", name="x", format="markdown").title == "A"
    for name, (extensions, _) in documents.FORMATS.items():
        assert {documents.format_of(f"a{extension}") for extension in extensions} == {
            name
        }


@pytest.mark.parametrize(
    ("content", "note"),
    [
        pytest.param("", "the file is empty", id="empty"),
        pytest.param(" \n", "the file has no text", id="blank"),
    ],
)
def test_a_file_without_text_is_read_with_a_note(content, note):
    assert parse(content).notes == (note,)


@pytest.mark.parametrize(
    ("data", "encoding", "guessed", "text"),
    [
        pytest.param("Café".encode(), "utf-8", False, "Café", id="UTF-8"),
        pytest.param("Café".encode("utf-16"), "utf-16-le", False, "Café", id="UTF-16"),
        pytest.param(
            b"\xfe\xff" + "Café".encode("utf-16-be"),
            "utf-16-be",
            False,
            "Café",
            id="UTF-16, big end first",
        ),
        pytest.param(
            "Two ships".encode("utf-16-be"),
            "utf-16-be",
            True,
            "Two ships",
            id="no mark",
        ),
        pytest.param(
            "The café paid £300 – “too much”.".encode("cp1252"),
            "windows-1252",
            True,
            "The café paid £300 – “too much”.",
            id="Western",
        ),
        pytest.param(
            ("Порт принял двадцать кораблей и сорок лодок за одно лето. " * 4).encode(
                "koi8-r"
            ),
            "koi8_r",
            True,
            "Порт принял двадцать кораблей и сорок лодок за одно лето. " * 4,
            id="Cyrillic",
        ),
    ],
)
def test_bytes_are_decoded(tmp_path, data, encoding, guessed, text):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    document = documents.read(path, name="a.txt")
    assert document.text == text
    assert (document.encoding, document.encoding_guessed) == (encoding, guessed)
    assert [encoding in note for note in document.notes] == ([True] if guessed else [])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"%PDF-1.7 text", "a PDF", id="PDF"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "picture", id="picture"),
        pytest.param(bytes(range(256)) * 8, "binary", id="all bytes"),
        pytest.param(b"\x01\x02\x03\x04text" * 9, "binary", id="control characters"),
        pytest.param(b"a\0\0b\0\xff\xd8\0\1", "binary", id="zeros"),
        pytest.param(b"a\0" * 9 + b"\0\xd8", "binary", id="zeros that are no UTF-16"),
        pytest.param(b"\xff\xfe\x00\xd8", "UTF-16", id="broken UTF-16"),
        pytest.param(b"Two \xff\xff\xff\xff ships", "decoded", id="no encoding fits"),
        pytest.param(bytes(range(128, 256)) * 9, "decoded", id="noise"),
    ],
)
def test_what_is_no_text_could_not_be_checked(tmp_path, data, reason):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(DocumentError, match=reason) as caught:
        documents.read(path, name="a.txt")
    assert caught.value.path == "a.txt"


def test_a_sample_that_fits_and_a_rest_that_does_not(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("café ".encode("cp1252") + b"x" * 300_000 + b"\x81")
    with pytest.raises(DocumentError, match="decoded"):
        documents.read(path, name="a.txt")


def test_a_format_without_reader_is_refused(tmp_path):
    path = tmp_path / "a.html"
    path.write_text("<p width=40>Two ships.")
    with pytest.raises(DocumentError, match=r"no reader for \.html"):
        documents.read(path, name="a.html")


def test_an_unreadable_file_could_not_be_checked(tmp_path, monkeypatch):
    with pytest.raises(DocumentError, match="Is a directory"):
        documents.read(tmp_path, name="folder")

    def refuse(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(DocumentError, match="Permission denied"):
        documents.read(tmp_path / "a.txt", name="a.txt")


def test_standard_input_is_a_document(monkeypatch):
    stdin = io.TextIOWrapper(io.BytesIO(b"Two ships."))
    monkeypatch.setattr(sys, "stdin", stdin)
    ((path, name),) = documents.walk(["-"], root=Path.cwd())
    assert name == "-"
    assert documents.read(path, name=name).text == "Two ships."


def test_fifty_megabytes_on_one_line_are_one_block():
    assert len(parse((LONG + " ") * 300_000).blocks) == 1


# Which files ---------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a.md", "c.csv", "sub/d.txt", ".hidden.txt", ".git/e.txt"):
        path = tmp_path / "reports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Two ships.")
    return tmp_path


def names(paths, root):
    return [name for _, name in documents.walk(paths, root=root)]


def test_a_folder_is_walked_in_order_without_hidden_files(folder):
    assert names([folder], folder) == [
        "reports/a.md",
        "reports/b.txt",
        "reports/sub/d.txt",
    ]


def test_names_are_relative_to_the_root_and_absolute_outside(folder):
    real = (folder / "reports/b.txt").resolve().as_posix()
    assert names([folder / "reports/b.txt"], folder / "reports") == ["b.txt"]
    assert names([folder / "reports/b.txt"], folder / "reports/sub") == [real]


def test_a_file_named_outright_is_taken_whatever_it_is(folder):
    paths = [folder / "reports/c.csv", folder / "reports/.hidden.txt"]
    assert names(paths, folder) == ["reports/.hidden.txt", "reports/c.csv"]


def test_order_and_spelling_of_paths_do_not_matter(folder, monkeypatch):
    monkeypatch.chdir(folder)
    plain = names(["reports"], folder)
    assert names(["reports/sub", "reports/b.txt", "./reports/"], folder) == plain
    assert names(["reports/../reports", folder / "reports"], folder) == plain
    link = folder / "link"
    link.symlink_to(folder / "reports")
    assert names(["link"], folder) == plain


def test_links_that_lead_back_are_followed_once(folder):
    (folder / "reports/sub/loop").symlink_to(folder / "reports")
    (folder / "reports/z.txt").symlink_to(folder / "reports/b.txt")
    assert names([folder], folder) == [
        "reports/a.md",
        "reports/b.txt",
        "reports/sub/d.txt",
    ]


def test_globs_are_expanded(folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert names(["reports/*.txt"], folder) == ["reports/b.txt"]
    assert names(["reports/**/*.txt"], folder) == ["reports/b.txt", "reports/sub/d.txt"]
    assert names(["rep*"], folder) == [
        "reports/a.md",
        "reports/b.txt",
        "reports/sub/d.txt",
    ]
    (folder / "reports/[x].txt").write_text("Two ships.")
    assert names(["reports/[x].txt"], folder) == ["reports/[x].txt"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        pytest.param("report", "did you mean reports", id="folder with a slip"),
        pytest.param(
            "reports/bb.txt", "did you mean reports/b.txt", id="file with a slip"
        ),
        pytest.param(
            "reports/x/y.txt", "x/y.txt; reports exists", id="nothing like it"
        ),
        pytest.param(
            "quite/else", "no such file or folder: quite/else", id="nothing at all"
        ),
        pytest.param("reports/*.pdf", "no file matches", id="glob"),
        pytest.param("empty", "no document in empty", id="empty folder"),
    ],
)
def test_a_path_without_documents_is_a_usage_error(folder, monkeypatch, path, message):
    monkeypatch.chdir(folder)
    (folder / "empty").mkdir()
    with pytest.raises(UsageError, match=message.replace("*", r"\*")):
        documents.walk(["reports/b.txt", path], root=folder)


def test_a_folder_that_cannot_be_listed_is_a_document_that_cannot_be_read(
    folder, monkeypatch
):
    listed = os.scandir

    def scandir(path):
        if Path(path).name == "sub":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = documents.walk([folder], root=folder)
    assert [name for _, name in found] == [
        "reports/a.md",
        "reports/b.txt",
        "reports/sub",
    ]
    with pytest.raises(DocumentError):
        documents.read(found[2][0], name="reports/sub")


def test_a_text_is_read_without_slow_imports(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Two ships.")
    code = (
        "import sys, pathlib; from factcheck import documents; "
        f"documents.read(pathlib.Path({str(path)!r}), name='a.txt'); "
        "print([m for m in ('yaml', 'charset_normalizer') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_kinds_are_what_the_model_names():
    assert {kind for kind, _ in shape(parse(LONG))} <= set(BlockKind)
