"""The formats and the rules that docs/design.md shows are those of the tool."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

import factcheck
from factcheck import checks, pipeline, ruleset
from factcheck.cli.app import COMMANDS
from factcheck.reports import View, renderer

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "design.md").read_text("utf-8")


def block(language):
    (found,) = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return found


SHOWN = json.loads(block("json"))


@pytest.fixture(scope="module")
def report():
    found = factcheck.check_texts({"a.txt": "The pier is 10 miles (26 km) long."})
    return json.loads("".join(renderer("json")(found, View())))


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=".".join(map(str, path)) or "report")
        for path in (
            (),
            ("tool",),
            ("documents", 0),
            ("mentions", 0),
            ("findings", 0),
            ("findings", 0, "evidence", 0),
            ("stats",),
        )
    ],
)
def test_the_json_report_has_the_keys_that_are_shown(path, report):
    shown, made = SHOWN, report
    for step in path:
        shown, made = shown[step], made[step]
    assert set(shown) == set(made)


def test_a_row_of_checks_has_the_keys_that_are_shown():
    found = factcheck.check_texts({"a.txt": "The pier is 10 miles (16 km) long."})
    (row,) = json.loads("".join(renderer("json")(found, View())))["checks"]
    assert set(SHOWN["checks"][0]) == set(row)


def test_the_rules_that_are_shown_are_right_and_their_examples_come_true():
    rules = ruleset.loads({"design": block("yaml")})

    def run_texts(texts, rules):
        sources = [pipeline.Source(name, text=text) for name, text in texts.items()]
        return pipeline.run(sources, rules=rules)

    results = ruleset.run_examples(rules, run_texts)
    assert [result.passed for result in results] == [True, True]


def test_every_command_and_every_law_is_named():
    for command in COMMANDS:
        assert f"`{command}" in PAGE
    laws = PAGE.partition("## 7.")[2].partition("## 8.")[0]
    assert [name for name in checks.LAWS if name not in laws] == []


def test_every_dependency_has_its_paragraph():
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = {re.split("[<>=]", line)[0] for line in project["dependencies"]}
    assert set(re.findall(r"^\*\*([\w-]+)\*\* \(", page, re.MULTILINE)) == names
    for module in re.findall(r"Imported in\s+`([^`]+)`", page):
        assert (ROOT / module).exists(), module
