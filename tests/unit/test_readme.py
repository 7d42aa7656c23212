"""The examples of README.md are what the tool does."""

from __future__ import annotations

import contextlib
import io
import pathlib
import re

import pytest

from factcheck import config
from factcheck.cli import CLEAN, FOUND, main
from factcheck.cli.app import COMMANDS
from factcheck.reports import FORMATS

README = (pathlib.Path(__file__).parents[2] / "README.md").read_text("utf-8")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_CONFIG", raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def test_the_first_example_is_what_is_printed(folder, capsys):
    (shown,) = blocks("console")
    text = re.search(r"cat (\S+)\n(.*?)\$ factcheck (.*?)\n(.*)", shown, re.DOTALL)
    assert text
    (folder / text[1]).write_text(text[2])
    assert main(text[3].split()) == FOUND
    assert capsys.readouterr().out == text[4]


def test_the_rules_are_right(folder, capsys):
    rules, settings = blocks("yaml")
    (folder / "rules").mkdir()
    (folder / "rules" / "a.yaml").write_text(rules)
    (folder / ".factcheck.yaml").write_text(settings)
    assert main(["validate"]) == CLEAN
    assert capsys.readouterr().out.endswith(" facts are right, 0 warnings\n")
    assert len(config.load(folder=folder, environment={}).levels) == 2


def test_the_python_example_runs():
    (code,) = blocks("python")
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(code, {})
    assert "error 10 miles is 16.1 km, not 26 km." in out.getvalue()
    assert "12 km" in out.getvalue()


def test_every_command_and_every_format_is_named():
    for command in COMMANDS:
        assert f"`factcheck {command}" in README
    for name in FORMATS:
        assert f"`{name}`" in README


def test_every_link_leads_somewhere():
    root = pathlib.Path(__file__).parents[2]
    for link in re.findall(r"\]\(([^)]+)\)", README):
        assert (root / link).exists(), link


def test_the_pictures_are_there_small_and_told_in_words():
    shown = re.findall(r"!\[([^]]*)\]\((docs/pictures/[^)]+)\)", README)
    root = pathlib.Path(__file__).parents[2]
    taken = sorted((root / "docs" / "pictures").iterdir())
    assert sorted(root / path for _, path in shown) == taken
    for words, path in shown:
        assert len(words.split()) > 10, path
        picture = (root / path).read_bytes()
        assert picture.startswith(b"\x89PNG"), path
        assert 20_000 < len(picture) < 200_000, path
