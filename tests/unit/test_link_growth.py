"""Linking compares what may be one fact, and never all facts with all others."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from factcheck import documents, extract, link
from factcheck.link import candidates
from factcheck.link.bind import _shared
from factcheck.link.setting import Setting

FOUND = "On the plain of Arle the farm of {name} keeps {number} sheep in its fold."
TOLL = "The {number} people killed in Arle were buried."


def letters(number):
    """A name for a number, with no digit in it."""
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:05}").title()


def bound(text, name):
    document = documents.parse(text, name=name)
    return link.bind(document, extract.extract(document))


def pairs_of(setting):
    return [pair for pairs, *_ in candidates.candidates(setting) for pair in pairs]


def compared(texts):
    read = [bound(text, f"{n:05}.txt") for n, text in enumerate(texts)]
    setting = Setting(read)
    return len(setting.sides), sum(1 for _ in pairs_of(setting))


def alike(n):
    """Documents that all tell of the same farms in the same words."""
    return [
        "\n\n".join(
            FOUND.format(name=letters(farm), number=at + 100 * farm + 1001)
            for farm in range(20)
        )
        for at in range(n)
    ]


def test_ten_times_the_documents_are_ten_times_the_pairs():
    sides, few = compared(alike(20))
    assert sides == 400
    sides, many = compared(alike(200))
    assert sides == 4000
    assert 0 < many < 15 * few
    assert many < 100 * sides


@pytest.mark.parametrize("template", [FOUND, TOLL], ids=["rows", "tolls"])
def test_two_long_documents_of_one_wording_are_not_compared_fact_by_fact(template):
    text = "\n\n".join(
        template.format(name=letters(n), number=n + 1001) for n in range(600)
    )
    sides, pairs = compared([text, text])
    assert sides == 1200
    assert pairs < 10 * sides


def copied(read, n_documents, n_facts):
    """Documents of many facts, copies of some that were read, with other numbers."""
    for at in range(n_documents):
        path = f"{at:05}.txt"
        facts = []
        for index in range(n_facts):
            fact = read.facts[index % len(read.facts)]
            value = Decimal(index + 1001 + at)
            mention = replace(fact.mention, document=path, value=value)
            facts.append(replace(fact, mention=mention, index=index))
        yield replace(
            read, document=replace(read.document, path=path), facts=tuple(facts)
        )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("template", "n_documents", "n_facts"),
    [
        pytest.param(FOUND, 5_000, 20, id="many documents of the same farms"),
        pytest.param(FOUND, 10, 10_000, id="few long documents"),
        pytest.param(TOLL, 1, 100_000, id="one document of tolls"),
    ],
)
def test_of_a_hundred_thousand_mentions_each_meets_few(template, n_documents, n_facts):
    lines = [
        template.format(name=letters(n), number=n + 1001)
        for n in range(min(n_facts, 5_000))
    ]
    read = bound("\n\n".join(["On the plain of Arle.", *lines]), "a.txt")
    assert len(read.facts) == len(lines)
    setting = Setting(list(copied(read, n_documents, n_facts)))
    assert len(setting.sides) == 100_000
    met = sum(1 for pairs, *_ in candidates.candidates(setting) for _ in pairs)
    assert met < 100 * len(setting.sides)


def test_a_sentence_is_read_once_for_all_documents_that_tell_it():
    template = "The brook at Arle rose by {number} inches."
    _shared.cache_clear()
    for at in range(30):
        bound(template.format(number=at + 11), f"{at}.txt")
    assert _shared.cache_info().misses == 1
    bound(f"{template.format(number=77)[:-1]}{' and more' * 200}.", "long.txt")
    assert _shared.cache_info().misses == 1


def test_in_long_documents_a_rare_word_still_leads_to_its_fact():
    texts = [
        "\n\n".join(
            FOUND.format(name=letters(n), number=7 * n + step) for n in range(400)
        )
        for step in (1001, 1002)
    ]
    read = [bound(text, f"{n}.txt") for n, text in enumerate(texts)]
    pairs = pairs_of(Setting(read))
    met = [(a.fact.mention.value, b.fact.mention.value) for a, b in pairs]
    rows = [(Decimal(7 * n + 1001), Decimal(7 * n + 1002)) for n in range(400)]
    assert {*met} == {*rows}
    assert len(met) == len(rows)
