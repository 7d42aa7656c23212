"""The clauses of a sentence that speak of a number of it."""

from __future__ import annotations

import pytest

from factcheck import documents, extract, link
from factcheck.checks._clauses import clause
from factcheck.checks._context import passages
from factcheck.model import Fact


def clause_of(text, surface):
    """Return the clause of a number, with the number put back."""
    document = documents.parse(text, name="a.md", format="markdown")
    facts = link.bind(document, extract.extract(document))
    ((passage,),) = passages([facts])
    (slot,) = (
        slot
        for slot, item in enumerate(passage.items)
        if isinstance(item, Fact) and item.mention.surface.startswith(surface)
    )
    return clause(passage, slot).replace(f"<{passage.kinds[slot]}{slot}>", surface)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mill sold 40 sacks, although others sold more.",
            "the mill sold 40 sacks",
        ),
        ("The mill sold 40 sacks, and nobody knows why.", "the mill sold 40 sacks"),
        ("The mill sold 40 sacks, the most since 1987.", "the mill sold 40 sacks"),
        ("The mill sold 40 sacks, which few had foreseen.", "the mill sold 40 sacks"),
        ("The mill sold 40 sacks despite the rain.", "the mill sold 40 sacks"),
        ("The mill sold 40 sacks; a new one opens in May.", "the mill sold 40 sacks"),
        ("While others slept, the mill sold 40 sacks.", "the mill sold 40 sacks."),
        ("Unlike last year, the mill sold 40 sacks.", "the mill sold 40 sacks."),
        ("Olo Veld told us on Monday that it sold 40 sacks.", "it sold 40 sacks."),
        (
            "The mill sold 40 sacks, with $90 to spare.",
            "the mill sold 40 sacks",
        ),
    ],
)
def test_a_clause_of_its_own_is_left_out(text, expected):
    assert clause_of(text, "40") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The mill sold 40 sacks, but that includes gifts.",
        "The mill sold 40 sacks, which was too few.",
        "The mill sold 40 sacks, if the miller is right.",
        "The mill sold 40 sacks; the rest were given away.",
        "The mill sold 40 sacks, with others to come.",
        "The mill sold 40 sacks and two carts.",
    ],
)
def test_what_goes_on_about_a_number_stays(text):
    said = text[len("The mill sold 40") :].replace("two", "<c1>")
    assert clause_of(text, "40") == f"the mill sold 40{said}"
