"""A cluster of thousands of facts is judged with work that grows with it, not with its square."""

from __future__ import annotations

import sys
from dataclasses import replace
from decimal import Decimal

import pytest

from factcheck import checks, documents, extract, link
from factcheck.checks import agreement
from factcheck.model import (
    Cluster,
    DocumentFacts,
    Extraction,
    Fact,
    Form,
    Interval,
    Mention,
    Modifier,
    Span,
    Verdict,
)

PLAIN = "The council said {number} barns in Arlebury were burnt on Monday."
MONEY = "The fund of Arlebury paid ${number} million for {count} barns, {count}% more than a year ago."
ROSE = "Sales of Arle rose {count}% to {number} loaves in 2021 from {count} loaves in 2020."


class Number(int):
    """A number that counts how often it is held against another."""

    asked = 0

    def __eq__(self, other):
        Number.asked += 1
        return int(self) == int(other)

    __hash__ = int.__hash__


def calls(work):
    """How many functions a piece of work calls, and what it returns."""
    made = 0

    def count(_frame, event, _argument):
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        result = work()
    finally:
        sys.setprofile(before)
    return made, result


def corpus(n, modifier=None):
    """Documents that each state another number, each linked with the next."""
    read, facts = [], []
    for number in range(n):
        text = f"There were {3 * number + 1000} sheep."
        document = documents.parse(text, name=f"{number:05}.txt")
        span = Span(11, 11 + len(str(3 * number + 1000)))
        value = Decimal(3 * number + 1000)
        mention = Mention(
            document=document.path,
            span=span,
            surface=document.surface(span),
            number=span,
            phrase=span,
            form=Form.PLAIN,
            value=value,
            stated_low=None,
            stated_high=None,
            reading=Interval(value, None) if modifier else Interval.point(value),
            digits=Interval.point(value),
            exact=not modifier,
            unit="",
            dimension="count",
            modifier=modifier,
        )
        facts.append(Fact(mention, sentence=Span(0, len(text))))
        read.append(
            DocumentFacts(document, Extraction(document.path, (mention,), ()), ())
        )
    links = (*((i, i + 1) for i in range(n - 1)), (0, n - 1))
    return read, (Cluster("sheep", tuple(facts), links),)


def test_a_gap_of_any_size_can_be_told():
    read, (cluster,) = corpus(2)
    small, large = cluster.facts
    value = Decimal(10) ** 60 + 1
    mention = replace(
        large.mention,
        value=value,
        reading=Interval.point(value),
        digits=Interval.point(value),
    )
    huge = replace(cluster, facts=(small, replace(large, mention=mention)))
    (outcome,) = agreement.check(read, (huge,))
    assert outcome.explanation.endswith("more than a million percent apart.")


def judged(n, modifier=None):
    read, clusters = corpus(n, modifier)
    made, (outcome,) = calls(lambda: list(agreement.check(read, clusters)))
    return made, outcome


@pytest.mark.parametrize(
    "modifier",
    [
        pytest.param(None, id="no two agree"),
        pytest.param(Modifier.AT_LEAST, id="most agree"),
    ],
)
def test_ten_times_the_facts_are_about_ten_times_the_work(modifier):
    few, _ = judged(400, modifier)
    many, outcome = judged(4000, modifier)
    assert outcome.verdict is Verdict.CONFLICT
    assert many < 15 * few


def test_restated_pairs_are_looked_up_and_not_searched():
    read, (cluster,) = corpus(300)
    pairs = tuple((Number(i), Number(j)) for i, j in cluster.links)
    Number.asked = 0
    assert list(agreement.check(read, (replace(cluster, restated=pairs),)))
    assert Number.asked < 20 * len(pairs)


def alike(template, n):
    """Documents that say one sentence four times, with other numbers each time."""
    for at in range(n):
        numbers = range(4 * at, 4 * at + 4)
        said = [template.format(number=1001 + i, count=11 + i % 80) for i in numbers]
        document = documents.parse(" ".join(said), name=f"{at:04}.txt")
        yield link.bind(document, extract.extract(document))


@pytest.mark.parametrize(
    "template", [PLAIN, MONEY, ROSE], ids=["plain", "money", "rose"]
)
def test_all_laws_together_take_four_times_the_work_for_four_times_the_documents(
    template,
):
    made = []
    for n in (60, 15, 60):
        read = list(alike(template, n))
        linked = link.cluster(read)
        assert 2 * max(len(cluster.facts) for cluster in linked) > n
        work, _ = calls(
            lambda d=read, c=linked: [list(law(d, c)) for law in checks.LAWS.values()]
        )
        made.append(work)
    _, few, many = made  # the first run fills what is remembered
    assert many < 5 * few


def test_a_finding_shows_no_more_sides_than_a_page_can_hold():
    _, outcome = judged(50)
    assert sorted({place.side for place in outcome.evidence}) == list(range(8))
