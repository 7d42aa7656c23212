from __future__ import annotations

import contextlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck import documents
from factcheck.documents.decode import decode
from factcheck.errors import DocumentError
from factcheck.model import BlockKind

PIECES = [
    "# Title",
    "---",
    "| a | b |",
    "|---|---|",
    "- item 5 km",
    "1. first",
    "> quoted",
    "```",
    "<!-- note 3 -->",
    "<!--",
    "-->",
    '<img width="4">',
    "Read more",
    "Related stories",
    "date 2025-03-01",
    "Share your thoughts in the comments below.",
    "title: x",
    "Forty ships came in, the harbour office said on Tuesday.",
    "\t",
    "    code",
    "===",
    "![a](b)",
    "a\tb",
    "\r",
    "\u2028",
    "(AP)",
    "©",
    "",
]
texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=20).map("\n".join),
    st.lists(st.sampled_from(PIECES), max_size=12).map("\n\n".join),
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
)


@pytest.mark.parametrize("format_name", sorted(documents.FORMATS))
@given(text=texts)
@example(text="---\n---\n")
def test_blocks_are_ordered_inside_the_text_and_never_overlap(format_name, text):
    document = documents.parse(text, name="a", format=format_name)
    assert document.text == text
    end = 0
    for index, block in enumerate(document.blocks):
        assert end <= block.span.start < block.span.end <= len(text)
        surface = document.surface(block.span)
        assert surface == surface.strip()
        assert document.block_at(block.span.start) == index
        assert (block.kind is BlockKind.TABLE) == (block.table is not None)
        end = block.span.end
    assert document.title is None or document.title.strip() == document.title


@given(text=texts)
def test_plain_text_loses_no_word(text):
    document = documents.parse(text, name="a.txt")
    if document.date is None and "|" not in text:
        covered: set[int] = set()
        for block in document.blocks:
            covered.update(range(block.span.start, block.span.end))
        left = "".join(c for i, c in enumerate(text) if i not in covered)
        assert not any(character.isalpha() for character in left)


@given(data=st.binary(max_size=400))
def test_any_bytes_are_a_text_or_a_document_error(data):
    with contextlib.suppress(DocumentError):
        assert isinstance(decode(data, name="a").text, str)


@given(
    text=st.text(
        alphabet=st.characters(blacklist_categories=("Cs", "Cc")), max_size=200
    )
)
def test_text_survives_every_unicode_encoding(text):
    assert decode(text.encode(), name="a").text == text.removeprefix("\ufeff")
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        assert decode(text.encode(encoding), name="a").text == text
