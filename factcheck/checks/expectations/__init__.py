"""What rules expect: one file an expectation, registered here by its claim."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from factcheck.checks import _compare
from factcheck.checks.expectations import (
    agree,
    between,
    conversion,
    equals,
    monotonic,
    relation,
    total,
)
from factcheck.checks.expectations.common import Case
from factcheck.checks.expectations.retune import retuned
from factcheck.model import (
    Claim,
    DocumentFacts,
    Outcome,
    Rule,
    RuleSet,
    Selection,
)

EXPECTATIONS: dict[Claim, Callable[[Case], Iterator[Outcome]]] = {
    Claim.AGREE: agree.outcomes,
    Claim.EQUALS: equals.outcomes,
    Claim.BETWEEN: between.outcomes,
    Claim.RELATION: relation.outcomes,
    Claim.MONOTONIC: monotonic.outcomes,
    Claim.SUM: total.outcomes,
    Claim.CONVERSION: conversion.outcomes,
}

__all__ = ["EXPECTATIONS", "evaluate", "retuned"]


def evaluate(
    rule: Rule,
    ruleset: RuleSet,
    selection: Selection,
    documents: Sequence[DocumentFacts],
) -> Iterator[Outcome]:
    """Yield what a rule says of the mentions that state its facts.

    Args:
        rule: The rule; one that stands for a core law yields nothing here.
        ruleset: Where its facts are.
        selection: What states them: `link.select.select(ruleset, documents)`.
        documents: In the order that the selection was made of.
    """
    claim = rule.expect.claim
    if claim is Claim.LAW or rule.off:
        return
    for outcome in EXPECTATIONS[claim](Case(rule, ruleset, selection, documents)):
        if outcome.severity is not None and rule.message is not None:
            yield outcome  # what its author wrote
        else:
            yield replace(outcome, message=_compare.sentence(outcome.message))
