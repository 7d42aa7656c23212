from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from factcheck import pipeline, ruleset, yamltext
from factcheck.ruleset import reference, schema

PAGE = Path(__file__).parent.parent.parent / "docs" / "rules.md"
TEXT = PAGE.read_text("utf-8")
BLOCK = re.compile(r"^##+ (.+)\n(?:(?!^#).*\n)*?```yaml\n((?:.*\n)*?)```", re.MULTILINE)
BLOCKS = BLOCK.findall(TEXT)


def run_texts(texts, rules):
    sources = [pipeline.Source(name, text=text) for name, text in texts.items()]
    return pipeline.run(sources, rules=rules)


@pytest.mark.parametrize(
    ("title", "block"), [pytest.param(*found, id=found[0]) for found in BLOCKS]
)
def test_every_rule_of_the_page_is_valid_and_its_examples_come_true(title, block):
    rules = ruleset.loads({title: block})
    assert ruleset.validate(rules) == ()
    failed = [r for r in ruleset.run_examples(rules, run_texts) if not r.passed]
    assert [(r.example.docs, r.example.want, r.got, r.message) for r in failed] == []
    own = {rule.id for rule in rules.rules if rule.law is None}
    covered = {c.rule for c in ruleset.coverage(rules) if c.is_covered}
    assert own <= covered


@pytest.mark.parametrize(
    "block", [pytest.param(block, id=title) for title, block in BLOCKS]
)
def test_the_schema_takes_every_rule_of_the_page(block):
    checker = jsonschema.Draft202012Validator(json.loads(schema.text()))
    found = yamltext.plain(yamltext.load(block, "page"))
    assert [error.message for error in checker.iter_errors(found)] == []


def test_the_cookbook_has_twenty_rules():
    assert len(BLOCKS) >= 22
    assert TEXT.count("```yaml") == len(BLOCKS)


def test_the_reference_is_made_from_the_models():
    assert reference.updated(TEXT) == TEXT


def test_the_first_rule_takes_five_commands(tmp_path):
    tutorial = TEXT.partition("## A first rule")[2].partition("## A relation")[0]
    for text, name in re.findall(r"printf '(.+)' > (\S+)", tutorial):
        (tmp_path / name).write_text(text)
    (tmp_path / "rules.yaml").write_text(BLOCKS[0][1])
    commands = re.findall(r"^    factcheck (.+)$", tutorial, re.MULTILINE)
    assert len(commands) <= 5
    statuses, said = [], ""
    for command in commands:
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", *command.split()],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        statuses.append(done.returncode)
        said = done.stdout
    assert statuses == [0, 0, 1]
    assert "museum/visitors" in said
    assert "two digits may be swapped" in said


def test_the_draft_on_the_page_is_what_is_suggested(tmp_path):
    part = TEXT.partition("## Rules drafted")[2].partition("## How a fact")[0]
    for text, name in re.findall(r"printf '(.+)' > (\S+)", part):
        (tmp_path / name).write_text(text)
    (command,) = re.findall(r"^    factcheck (.+)$", part, re.MULTILINE)
    said = ""
    for arguments in (command, "validate drafts.yaml", "test drafts.yaml --coverage"):
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", *arguments.split()],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        said = done.stdout
    (shown,) = re.findall(r"```text\n(.*?)```", part, re.DOTALL)
    assert shown in (tmp_path / "drafts.yaml").read_text("utf-8")
    assert "2 of 2 examples are as wanted" in said
