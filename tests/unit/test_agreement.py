"""Agreement and reference against their corpora: several documents, or a headline and its text."""

from __future__ import annotations

import pathlib
from typing import Any

import pytest

from factcheck import checks, documents, extract, link, yamltext
from factcheck.model import Severity, Verdict

FOLDER = pathlib.Path(__file__).parents[1] / "corpus" / "checks"
LAWS = ("agreement", "reference")


def cases(kind):
    for law in LAWS:
        path = FOLDER / f"{law}.yaml"
        corpus: Any = yamltext.plain(yamltext.load(path.read_text("utf-8"), path.name))
        for case in corpus[kind]:
            yield pytest.param(law, case, id=f"{law}: {case['name']}")


def outcomes(case):
    facts = []
    for name, text in sorted(case["docs"].items()):
        document = documents.parse(text, name=name, format="markdown")
        facts.append(link.bind(document, extract.extract(document)))
    clusters = link.cluster(facts)
    return [o for law in LAWS for o in checks.LAWS[law](facts, clusters)]


def alarms(found):
    return [
        o
        for o in found
        if o.verdict is Verdict.CONFLICT and o.severity is not Severity.NOTE
    ]


@pytest.mark.parametrize(("law", "case"), list(cases("finds")))
def test_the_law_finds_this_and_says_so(law, case):
    (alarm,) = alarms(outcomes(case))
    assert alarm.kind == law
    assert alarm.message == case["message"]
    assert alarm.severity == case["severity"]
    assert alarm.slip == case.get("slip")
    assert {e.side for e in alarm.evidence} == {0, 1}


@pytest.mark.parametrize(("law", "case"), list(cases("passes")))
def test_the_law_lets_this_pass(law, case):
    found = outcomes(case)
    assert not alarms(found)
    if "want" in case:
        assert case["want"] in {o.verdict.value for o in found if o.kind == law}
    if "reason" in case:
        assert case["reason"] in {o.reason for o in found}
