"""What is said of a cluster: agreement, conflict with sides, dispute, excuse."""

from __future__ import annotations

import pytest

from factcheck import documents, extract, link
from factcheck.checks import _verdicts, agreement, reference
from factcheck.model import Cluster, Severity, Verdict


def facts_of(*texts):
    found = []
    for number, text in enumerate(texts):
        name = f"{chr(97 + number)}.md"
        document = documents.parse(text, name=name, format="markdown")
        found.append(link.bind(document, extract.extract(document)))
    return found


def cluster_of(read, **how):
    return Cluster("ships", tuple(f for d in read for f in d.facts), **how)


def test_a_bound_that_fits_both_sides_is_on_neither():
    read = facts_of("There are 12 ships.", "There are 19 ships.", "At least 9 ships.")
    (found,) = agreement.check(read, [cluster_of(read, links=((0, 1), (0, 2), (1, 2)))])
    assert found.verdict is Verdict.CONFLICT
    assert [(e.document, e.side) for e in found.evidence] == [("a.md", 0), ("b.md", 1)]


def test_three_numbers_make_three_sides():
    read = facts_of("There are 12 ships.", "There are 19 ships.", "There are 25 ships.")
    (found,) = agreement.check(read, [cluster_of(read, links=((0, 1), (0, 2), (1, 2)))])
    assert [e.side for e in found.evidence] == [0, 1, 2]


def test_a_side_with_many_voices_is_listed_in_part_and_counted():
    texts = ["There are 12 ships."] * 10 + ["There are 19 ships."]
    read = facts_of(*texts)
    links = tuple((i, 10) for i in range(10)) + tuple((0, i) for i in range(1, 10))
    (found,) = agreement.check(read, [cluster_of(read, links=tuple(sorted(links)))])
    assert len(found.evidence) == 8
    assert found.evidence[0].also == 3


def test_a_document_that_says_both_is_quoted_for_one():
    read = facts_of("There are 12 ships. Of 19 ships two sank.", "There are 19 ships.")
    (found,) = agreement.check(read, [cluster_of(read, links=((0, 3), (1, 3)))])
    assert [e.text for e in found.evidence] == ["12", "19"]
    assert {e.document for e in found.evidence} == {"a.md", "b.md"}


def test_a_dispute_is_a_note():
    read = facts_of("There are 12 ships.", "There are 19 ships.")
    (found,) = agreement.check(
        read, [cluster_of(read, links=((0, 1),), disputed=((0, 1),))]
    )
    assert (found.verdict, found.severity) == (Verdict.DISPUTED, Severity.NOTE)
    assert "differ" in found.message


def test_an_excuse_says_why():
    read = facts_of("There are 12 ships.", "There are 19 ships.")
    (found,) = agreement.check(
        read, [cluster_of(read, excused=((0, 1, "one is a rate"),))]
    )
    assert (found.verdict, found.reason) == (Verdict.EXCUSED, "one is a rate")
    assert found.message.endswith("may both be right: one is a rate.")


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        (("There are 12 ships.", "We saw twelve ships."), "“12 ships” and “twelve ships” agree."),
        (("There are 12 ships.", "We saw 12 ships."), "They all state “12 ships”."),
    ],
)  # fmt: skip
def test_agreement_quotes_who_agrees(texts, message):
    read = facts_of(*texts)
    (found,) = agreement.check(read, [cluster_of(read, links=((0, 1),))])
    assert (found.verdict, found.message) == (Verdict.AGREE, message)


def test_ranges_with_other_ends_differ_where_the_words_are_the_same():
    read = facts_of("It costs $10 to $20 now.", "It costs $12 to $20 now.")
    assert not list(agreement.check(read, [cluster_of(read)]))
    (found,) = agreement.check(
        read, [cluster_of(read, links=((0, 1),), restated=((0, 1),))]
    )
    assert found.severity is Severity.WARNING


def test_the_last_digit_counts_where_the_words_are_the_same():
    read = facts_of("It costs $6.86 now.", "It costs $6.87 now.")
    (loose,) = agreement.check(read, [cluster_of(read, links=((0, 1),))])
    (strict,) = agreement.check(
        read, [cluster_of(read, links=((0, 1),), restated=((0, 1),))]
    )
    assert (loose.severity, strict.severity) == (Severity.NOTE, Severity.WARNING)


@pytest.mark.parametrize(
    ("text", "official"),
    [
        ("# Official results\n\nThere are 12 ships.", True),
        ("# Ships\n\nThere are 12 ships. The figures above are final.", True),
        ("# Ships\n\nThe values are the reference for all reports on the 12 ships.", True),
        ("---\nofficial: true\n---\n\nThere are 12 ships.", True),
        ("# Ships\n\nThere are 12 ships.", False),
    ],
)  # fmt: skip
def test_a_document_declares_itself_official(text, official):
    assert bool(_verdicts.official(facts_of(text))) is official


def test_the_official_figure_is_quoted_first():
    read = facts_of("There are 19 ships.", "# Official count\n\nThere are 12 ships.")
    clusters = [cluster_of(read, links=((0, 1),))]
    (found,) = reference.check(read, clusters)
    assert found.message.startswith("“12 ships” in b.md, but “19 ships”")
    assert "official" in found.explanation
    assert not list(agreement.check(read, clusters))
