"""Each fact of a pack finds what plain English states of it, and leaves what looks alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck import documents, extract, link, ruleset, yamltext
from factcheck.link.select import select


def read(path):
    return yamltext.plain(yamltext.load(path.read_text("utf-8"), path.name))


CORPUS = Path(__file__).parent.parent / "corpus" / "packs"
PACKS = {name: ruleset.load(packs=(name,)) for name in ruleset.packs()}
FACTS = {
    (path.stem, name): cases
    for path in sorted(CORPUS.glob("*.yaml"))
    for name, cases in read(path).items()
}


def found(pack, fact, text):
    document = documents.parse(text, name="a.txt")
    bound = [link.bind(document, extract.extract(document))]
    return [one.fact.mention.surface for one in select(PACKS[pack], bound).of(fact)]


@pytest.mark.parametrize(
    ("pack", "fact", "stated", "text"),
    [
        pytest.param(*key, str(stated), text, id=f"{key[1]}: {text[:40]}")
        for key, cases in FACTS.items()
        for stated, texts in cases["finds"].items()
        for text in texts
    ],
)
def test_a_pack_finds_a_fact_however_it_is_said(pack, fact, stated, text):
    assert found(pack, fact, text) == [stated]


@pytest.mark.parametrize(
    ("pack", "fact", "text"),
    [
        pytest.param(*key, text, id=f"{key[1]}: {text[:40]}")
        for key, cases in FACTS.items()
        for text in cases["leaves"]
    ],
)
def test_a_pack_leaves_what_only_looks_like_a_fact(pack, fact, text):
    assert found(pack, fact, text) == []


def test_every_fact_of_a_pack_that_a_rule_compares_across_texts_has_its_sentences():
    wanted = {
        (pack, name)
        for pack, rules in PACKS.items()
        for rule in rules.rules
        if rule.law is None and rule.expect.relation is None
        for _, name in rule.facts
    }
    # Answers are told by what stands beside them; their rule has examples of its own.
    assert wanted - {("elections", "election_answers")} <= set(FACTS)


def test_the_page_on_rules_lists_the_packs_by_their_first_lines():
    page = (Path(__file__).parents[2] / "docs" / "rules.md").read_text("utf-8")
    table = page.partition("| pack |")[2].partition("\n\n")[0]
    rows = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", table, re.MULTILINE))
    files = Path(ruleset.__file__).parents[1] / "packs"
    first = {
        path.stem: path.read_text("utf-8").partition("\n")[0].removeprefix("# ")
        for path in files.glob("*.yaml")
    }
    assert rows == {name: line for name, line in first.items() if name != "core"}
