"""Sentences that two of many documents have word for word are compared as a whole."""

from __future__ import annotations

from collections import defaultdict

import pytest

from factcheck import documents, extract, link
from factcheck.link import candidates, verbatim
from factcheck.link.setting import Setting
from factcheck.model import Verdict
from factcheck.pipeline import checking

COPY = "The ferry line of Arlow carried 41,300 passengers and 6,120 cars in the spring."


def bound(text, name):
    document = documents.parse(text, name=name)
    return link.bind(document, extract.extract(document))


def many(*texts):
    return [bound(text, f"{n:02}.txt") for n, text in enumerate(texts)]


def beside(*texts):
    known: dict[tuple[object, ...], int] = {}
    own = defaultdict(list)
    for side in Setting(many(*texts)).sides:
        own[side.path].append(side)
    said = [verbatim.Sentences(sides, known) for sides in own.values()]
    return [
        (x.fact.mention.surface, y.fact.mention.surface)
        for mine, yours in verbatim.same(*said)
        for x, y in zip(mine, yours, strict=True)
    ]


def test_each_number_of_a_copied_sentence_is_beside_its_like():
    assert beside(f"Spring was wet. {COPY}", f"{COPY} It rained.") == [
        ("41,300", "41,300"),
        ("6,120", "6,120"),
    ]


def test_a_sentence_with_another_number_is_no_copy():
    assert beside(COPY, COPY.replace("6,120", "6,210")) == []


def test_what_one_document_says_twice_is_each_time_beside_what_the_other_says():
    assert len(beside(f"{COPY}\n\n{COPY}", COPY)) == 4
    assert len(beside(COPY, f"{COPY}\n\n{COPY}\n\n{COPY}")) == 6


def test_a_few_words_are_not_enough():
    assert beside("Some 41 came.", "Some 41 came.") == []


def test_copies_among_many_documents_are_one_fact_and_an_odd_one_is_found():
    texts = [f"Ferries of Arlow\n\n{COPY}"] * 14
    texts.append(texts[0].replace("41,300", "43,100"))
    (passengers,) = (
        cluster
        for cluster in link.cluster(many(*texts))
        if any(fact.mention.surface == "43,100" for fact in cluster.facts)
    )
    assert len(passengers.facts) == 15


def test_sentences_that_two_documents_share_are_in_no_pair():
    setting = Setting(many(*[f"Ferries of Arlow\n\n{COPY}"] * 14))
    for pairs, same, _ in candidates.candidates(setting):
        assert not list(pairs)
        assert all(len(mine) == len(yours) == 2 for mine, yours in same)


ARTICLE = f"""# Ferries of Arlow

{COPY}

The harbour office of Arlow spent 730,000 euros on new ramps for lorries.

More than 90 skippers of the inner islands asked for a later boat on Sundays.

The longest of the crossings takes about 45 minutes in calm weather at noon.

About 5,200 people live on the inner islands of Arlow all the year round.
"""


def alarms(*texts):
    corpus = many(*texts)
    return [
        outcome
        for outcome in checking.check(corpus, link.cluster(corpus), None).outcomes
        if outcome.verdict is Verdict.CONFLICT
    ]


@pytest.mark.parametrize("copies", [1, 14])
@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("More than 90", "More than 140"),
        ("730,000", "7,300,000"),
        ("About 5,200", "About 5,400"),
        ("about 45", "about 15"),
        ("6,120", "6,121"),
    ],
)
def test_in_a_copy_of_an_article_any_other_number_is_found(copies, said, other):
    (found,) = alarms(*[ARTICLE] * copies, ARTICLE.replace(said, other))
    assert {evidence.document for evidence in found.evidence} >= {f"{copies:02}.txt"}


@pytest.mark.parametrize(
    ("said", "numbers", "dates", "why"),
    [
        (
            "The storm that came on Sunday killed at least {} people on the islands.",
            (12, 15),
            ("2024-05-06", "2024-05-07"),
            "updated",
        ),
        (
            "A ticket for the night boat to the islands costs about {} crowns on board.",
            (12, 15),
            ("2024-05-06", "2025-05-06"),
            "different dates",
        ),
    ],
    ids=["a later edition", "the bulletin of a later year"],
)
def test_a_later_text_of_one_make_may_have_another_number(said, numbers, dates, why):
    editions = [
        documents.parse(
            f"---\ndate: {date}\n---\n\n{ARTICLE}\n{said.format(number)}\n",
            name=f"{number}.md",
        )
        for date, number in zip(dates, numbers, strict=True)
    ]
    corpus = [link.bind(each, extract.extract(each)) for each in editions]
    (told,) = (
        outcome
        for outcome in checking.check(corpus, link.cluster(corpus), None).outcomes
        if outcome.verdict is not Verdict.AGREE
    )
    assert told.verdict is Verdict.EXCUSED
    assert why in told.message


def test_what_two_documents_both_say_differs_no_more_between_them_than_in_each():
    text = (
        f"{ARTICLE}\nThe quake of 2003 in the hills of Arlow was a shock: 740 were killed "
        "as its walls fell.\n\nThe quake of 1990 in the plain of Arlow killed more than "
        "28,000 as its walls fell.\n"
    )
    assert alarms(text) == alarms(text, text) == []
