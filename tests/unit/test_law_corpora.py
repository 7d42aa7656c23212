"""Every law against its corpus: what it finds, in which words, and what it lets pass."""

from __future__ import annotations

import inspect
import pathlib
import re

import pytest

from factcheck import checks, documents, extract, link, yamltext
from factcheck.model import Severity, Verdict

FOLDER = pathlib.Path(__file__).parents[1] / "corpus" / "checks"
# Their corpora have a form of their own, and a test of their own.
BETWEEN_DOCUMENTS = {"agreement", "reference"}
PACK = pathlib.Path(checks.__file__).parents[1] / "packs" / "core.yaml"


def load(path):
    return yamltext.plain(yamltext.load(path.read_text("utf-8"), path.name))


def cases(kind):
    for path in sorted(FOLDER.glob("*.yaml")):
        for number, case in enumerate(load(path).get(kind) or [], 1):
            if "text" in case or path.stem not in BETWEEN_DOCUMENTS:
                yield pytest.param(path.stem, case, id=f"{path.stem}-{number}")


def laid_out(case):
    head = f"---\ndate: {case['date']}\n---\n\n" if "date" in case else ""
    return {"a.md": f"{head}# A headline\n\n{case['text']}\n"}


def check(case):
    texts = case.get("docs") or laid_out(case)
    read = [
        documents.parse(text, name=name, format="markdown")
        for name, text in texts.items()
    ]
    facts = tuple(link.bind(document, extract.extract(document)) for document in read)
    clusters = link.cluster(facts)
    return [o for law in checks.LAWS.values() for o in law(facts, clusters)]


def alarms(outcomes):
    return [
        o
        for o in outcomes
        if o.verdict is Verdict.CONFLICT and o.severity is not Severity.NOTE
    ]


@pytest.mark.parametrize(("law", "case"), list(cases("finds")))
def test_a_law_finds_this_and_says_so(law, case):
    (alarm,) = alarms(check(case))
    assert (alarm.kind, alarm.message) == (law, case["message"])
    assert [e.text for e in alarm.evidence] == case["places"]
    assert alarm.slip == case.get("slip")
    assert alarm.explanation


@pytest.mark.parametrize(("law", "case"), list(cases("passes")))
def test_no_law_flags_this(law, case):
    outcomes = check(case)
    assert alarms(outcomes) == []
    if "agrees" in case:
        assert case["agrees"] in [o.message for o in outcomes if o.kind == law]


@pytest.mark.parametrize(
    "number",
    ["0", "1", "10", "99999999999999999999999999999999999999999", "0.0000000000000001"],
)
def test_no_number_is_too_odd_for_the_laws(number):
    for param in [*cases("finds"), *cases("passes")]:
        _, case = param.values
        if "text" in case:
            words = re.sub(r"\d[\d,.]*\d|\d", number, case["text"])
            assert isinstance(check({"text": words, "date": "2024-06-01"}), list)
            first = re.sub(r"\d[\d,.]*\d|\d", number, case["text"], count=1)
            assert isinstance(check({"text": first, "date": "2024-06-01"}), list)


@pytest.mark.parametrize("law", sorted(checks.LAWS))
def test_every_law_has_documentation_a_corpus_and_a_rule(law):
    doc = inspect.getmodule(checks.LAWS[law]).__doc__ or ""
    assert all(
        heading in doc for heading in ("What it does:", "Why it matters:", "Example:")
    )
    assert any(load(FOLDER / f"{law}.yaml").get(kind) for kind in ("finds", "passes"))
    assert law in [rule.get("law") for rule in load(PACK)["rules"]]
