"""Sentences that tell of one thing are found by the words that few sentences have."""

from __future__ import annotations

from factcheck import documents, extract, link
from factcheck.checks._context import passages
from factcheck.checks._evidence import Evidence, evidence_of
from factcheck.checks._kin import said_too
from factcheck.checks._roots import roots


def groups(*texts):
    bound = []
    for number, text in enumerate(texts):
        document = documents.parse(text, name=f"{number}.txt")
        bound.append(link.bind(document, extract.extract(document)))
    return passages(bound)


FIRST = """The mill at Orsk employs 412 people. The mill ground 8,300 tonnes of rye in May.
The mill was built for 3 million crowns."""
SECOND = "Rye came to 8,900 tonnes at the mill. The mill has 388 people on its rolls."
STORY = FIRST, SECOND


def test_the_sentence_with_the_rarest_words_comes_first():
    (first, second) = groups(*STORY)
    evidence = Evidence((first, second))
    found = evidence.like(evidence.words(first[1]), most=2)
    assert found == [first[1], second[0]]


def test_the_order_of_the_words_tells_nothing():
    evidence = Evidence(groups("Ada ran 5 km.\nBo swam 2 km.\nCy rode 9 km."))
    assert evidence.like(["ada", "bo"], most=1) == evidence.like(["bo", "ada"], most=1)


def test_what_all_sentences_say_weighs_nothing():
    evidence = Evidence(groups(*STORY))
    assert evidence.weight({"mill"}) == 0
    assert evidence.weight({"unheard"}) == 0
    assert evidence.weight({"crown"}) > evidence.weight({"rye"}) > 0


def test_the_evidence_of_a_run_is_gathered_once():
    found = groups(*STORY)
    assert evidence_of(found) is evidence_of(found)
    assert evidence_of(found) is not evidence_of(groups(*STORY))


def test_words_that_say_nearly_the_same_are_kin():
    answered, signed = roots("answered"), roots("signed a paper")
    assert said_too(answered, roots("the replies")) == answered
    assert said_too(signed, roots("signatures")) == roots("signed")
    assert not said_too(roots("swans"), roots("geese"))
