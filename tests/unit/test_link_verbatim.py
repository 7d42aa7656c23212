"""Sentences that two of many documents have word for word are compared as a whole."""

from __future__ import annotations

from collections import defaultdict

from factcheck import documents, extract, link
from factcheck.link import clusters, verbatim
from factcheck.link.setting import Setting

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
    said = [verbatim.sentences(sides, known) for sides in own.values()]
    return [
        (x.fact.mention.surface, y.fact.mention.surface)
        for mine, yours in verbatim.shared(*said)
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
    for pairs, same in clusters._candidates(setting):
        assert not list(pairs)
        assert all(len(mine) == len(yours) == 2 for mine, yours in same)
