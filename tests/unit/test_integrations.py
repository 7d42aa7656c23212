"""What other tools read is what they expect, and names what there is."""

from __future__ import annotations

import pathlib
import re

import pytest

from factcheck import yamltext
from factcheck.cli import CLEAN, main

ROOT = pathlib.Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "integrations.md").read_text("utf-8")


def load(name):
    return yamltext.plain(yamltext.load((ROOT / name).read_text("utf-8"), name))


def test_the_hook_reads_all_documents_whatever_was_changed():
    (hook,) = load(".pre-commit-hooks.yaml")
    assert hook["id"] == "factcheck"
    assert hook["entry"] == "factcheck run"
    assert hook["pass_filenames"] == "false"


def test_the_action_takes_what_the_page_gives_it():
    action = load("action.yml")
    assert action["runs"]["using"] == "composite"
    (run,) = [
        s["run"] for s in action["runs"]["steps"] if "factcheck run" in s.get("run", "")
    ]
    assert all(f"${name}" in run for name in ("PATHS", "SARIF", "ARGUMENTS"))
    assert {"paths"} <= set(action["inputs"])


@pytest.mark.parametrize(
    "text", re.findall(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
)
def test_the_examples_of_the_page_are_yaml(text):
    assert yamltext.plain(yamltext.load(text, "example"))


def test_the_page_names_options_that_there_are(capsys):
    assert main(["run", "--help"]) == CLEAN
    known = capsys.readouterr().out
    assert main(["--help"]) == CLEAN
    known += capsys.readouterr().out
    for option in set(re.findall(r"--[a-z-]+", PAGE)):
        assert option in known, option
