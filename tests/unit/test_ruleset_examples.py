from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck import pipeline, ruleset

ROOT = Path(__file__).parent.parent.parent
FEATURES = sorted((ROOT / "tests/corpus/rules/features").glob("*.yaml"))
OWN = sorted((ROOT / "rules").glob("*.yaml"))
PACKS = [name for name in ruleset.packs() if name != "core"]


def run_texts(texts, rules):
    sources = [pipeline.Source(name, text=text) for name, text in texts.items()]
    return pipeline.run(sources, rules=rules)


def results(rules):
    return [
        f"{result.example.place} ({result.rule}): wanted {result.example.want}, "
        f"got {result.got}: {result.message}"
        for result in ruleset.run_examples(rules, run_texts)
        if not result.passed
    ]


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.stem) for path in [*FEATURES, *OWN]]
)
def test_every_example_of_a_rule_file_comes_true(path):
    assert results(ruleset.load([path], packs=(), cache=False)) == []


@pytest.mark.parametrize("name", PACKS)
def test_every_example_of_a_pack_comes_true(name):
    assert results(ruleset.load(packs=(name,), cache=False)) == []


@pytest.mark.parametrize("name", PACKS)
def test_every_rule_of_a_pack_has_an_example_that_fires_and_one_that_does_not(name):
    rules = ruleset.load(packs=(name,), cache=False)
    assert [c.rule for c in ruleset.coverage(rules) if not c.is_covered] == []


@pytest.mark.parametrize("name", PACKS)
def test_every_rule_and_fact_of_a_pack_is_described(name):
    rules = ruleset.load(packs=(name,), cache=False)
    assert [rule.id for rule in rules.rules if not rule.description] == []
    assert [fact.name for fact in rules.facts if not fact.description] == []


def test_every_rule_of_this_project_is_exercised_both_ways():
    rules = ruleset.load(OWN, packs=(), cache=False)
    rules = replace(rules, rules=tuple(r for r in rules.rules if r.law is None))
    assert [c.rule for c in ruleset.coverage(rules) if not c.is_covered] == []
    assert ruleset.validate(rules) == ()


def test_an_example_that_should_fire_and_does_not_fails():
    rules = ruleset.loads(
        {
            "x.yaml": "facts: {road: {match: {dimension: length, any: [road]}}}\n"
            "rules:\n"
            "  - id: x\n    fact: road\n    expect: {equals: 5 km}\n    examples:\n"
            "      - {docs: {a.txt: The road is 5 km long.}, want: conflict}\n"
            "      - {docs: {a.txt: The road is 9 km long.}, want: ok}\n"
            "      - {docs: {a.txt: The road is 9 km long.}, want: conflict, severity: note}\n"
            "      - {docs: {a.txt: The path is 9 km long.}, want: agree}\n"
            "      - {docs: {a.txt: The road is 5 km long.}, want: unmatched}\n"
        },
        packs=(),
    )
    found = list(ruleset.run_examples(rules, run_texts))
    assert [result.passed for result in found] == [False] * 5
    assert [result.got for result in found] == [
        "agree",
        "conflict",
        "conflict",
        "unmatched",
        "agree",
    ]
    assert found[2].message.startswith("severity error, not note: ")
