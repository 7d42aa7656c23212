"""A cluster of thousands of facts is judged in a time that grows with it, not with its square."""

from __future__ import annotations

import time
from dataclasses import replace
from decimal import Decimal

from factcheck import documents
from factcheck.checks import agreement
from factcheck.model import (
    Cluster,
    DocumentFacts,
    Extraction,
    Fact,
    Form,
    Interval,
    Mention,
    Span,
    Verdict,
)


def corpus(n):
    """Documents that each state another number, each linked with the next."""
    read, facts = [], []
    for number in range(n):
        text = f"There were {number + 1000} sheep."
        document = documents.parse(text, name=f"{number:05}.txt")
        span = Span(11, 11 + len(str(number + 1000)))
        value = Decimal(number + 1000)
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
            reading=Interval.point(value),
            digits=Interval.point(value),
            exact=True,
            unit="",
            dimension="count",
        )
        facts.append(Fact(mention, sentence=Span(0, len(text))))
        read.append(
            DocumentFacts(document, Extraction(document.path, (mention,), ()), ())
        )
    links = tuple((i, i + 1) for i in range(n - 1))
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


def judged(n):
    read, clusters = corpus(n)
    start = time.process_time()
    (outcome,) = agreement.check(read, clusters)
    return time.process_time() - start, outcome


def test_ten_times_the_facts_take_about_ten_times_the_time():
    judged(100)
    few, _ = judged(300)
    many, outcome = judged(3000)
    assert outcome.verdict is Verdict.CONFLICT
    assert many < 30 * few


def test_a_finding_shows_no_more_sides_than_a_page_can_hold():
    _, outcome = judged(50)
    assert sorted({place.side for place in outcome.evidence}) == list(range(8))
