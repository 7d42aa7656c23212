"""What is remembered of a sentence is what reading it again would find."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from factcheck import documents, extract, link, yamltext
from factcheck.link.bind import _shared

CLUSTERS = Path(__file__).parent.parent / "corpus" / "clusters"


def texts():
    for path in sorted(CLUSTERS.glob("*.yaml")):
        node: Any = yamltext.plain(yamltext.load(path.read_text("utf-8"), path.name))
        yield from (document["text"] for document in node["documents"])


TEXTS = [*texts(), "Sales of the 9 months to June rose 4%, to 120 boats."]


def facts(text):
    document = documents.parse(text, name="a.md")
    return link.bind(document, extract.extract(document)).facts


@given(st.sampled_from(TEXTS), st.permutations("123456789"))
def test_a_sentence_told_before_with_other_figures_is_bound_as_if_it_were_new(
    text, figures
):
    _shared.cache_clear()
    new = facts(text)
    _shared.cache_clear()
    facts(text.translate(str.maketrans("123456789", "".join(figures))))
    assert facts(text) == new
