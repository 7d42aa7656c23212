from __future__ import annotations

import datetime as dt

import pytest

from factcheck import config
from factcheck.errors import RuleError, UsageError
from factcheck.model import Severity

FULL_YAML = """\
documents:
  - reports/*.md
  - {path: old.txt, date: 2024-01-31, source: Gazette}
rules: [rules, extra.yaml]
packs: polls
fail_on: error
format: [text, "json:out.json"]
levels:
  "drafts/**": {core/agreement: off, "desk/*": note}
"""
FULL_TOML = """\
[project]
name = "x"

[tool.factcheck]
documents = ["reports/*.md", {path = "old.txt", date = 2024-01-31, source = "Gazette"}]
rules = ["rules", "extra.yaml"]
packs = ["polls"]
fail_on = "error"
format = ["text", "json:out.json"]

[tool.factcheck.levels."drafts/**"]
"core/agreement" = "off"
"desk/*" = "note"
"""


def load(folder, **environment):
    return config.load(folder=folder, environment=environment)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param(".factcheck.yaml", FULL_YAML, id="YAML"),
        pytest.param("pyproject.toml", FULL_TOML, id="TOML"),
    ],
)
def test_every_setting_is_read(tmp_path, name, text):
    (tmp_path / name).write_text(text)
    assert load(tmp_path) == config.Config(
        root=tmp_path,
        path=tmp_path / name,
        documents=(
            config.Entry("reports/*.md"),
            config.Entry("old.txt", dt.date(2024, 1, 31), "Gazette"),
        ),
        rules=("rules", "extra.yaml"),
        packs=("polls",),
        fail_on=Severity.ERROR,
        formats=("text", "json:out.json"),
        levels=(
            config.Level("drafts/**", "core/agreement", None),
            config.Level("drafts/**", "desk/*", Severity.NOTE),
        ),
    )


def test_without_a_file_all_is_at_its_default(tmp_path):
    assert load(tmp_path) == config.Config(tmp_path)


def test_an_empty_file_says_nothing(tmp_path):
    (tmp_path / ".factcheck.yaml").write_text("")
    assert load(tmp_path).documents == ()


def test_the_nearest_file_wins_and_names_the_root(tmp_path):
    (tmp_path / ".factcheck.yaml").write_text("fail_on: error")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.factcheck]\nfail_on = 'note'")
    (tmp_path / "a" / "b").mkdir()
    assert load(tmp_path / "a" / "b").root == tmp_path / "a"
    assert load(tmp_path).fail_on is Severity.ERROR


def test_a_pyproject_of_other_tools_is_passed_over(tmp_path):
    (tmp_path / ".factcheck.yaml").write_text("fail_on: note")
    (tmp_path / "a").mkdir()
    for text in ("[tool.other]\nx = 1", "# factcheck\n[tool.other]\nx = 1", "\xff"):
        (tmp_path / "a" / "pyproject.toml").write_bytes(text.encode("latin-1"))
        assert load(tmp_path / "a").fail_on is Severity.NOTE


def test_the_environment_names_a_file(tmp_path):
    (tmp_path / "my.yaml").write_text("fail_on: note")
    assert load(tmp_path, FACTCHECK_CONFIG="my.yaml").fail_on is Severity.NOTE


def test_the_command_line_wins_over_the_environment(tmp_path):
    (tmp_path / "my.yaml").write_text("fail_on: note")
    found = config.load(
        tmp_path / "my.yaml",
        folder=tmp_path,
        environment={"FACTCHECK_CONFIG": "other.yaml"},
    )
    assert found.fail_on is Severity.NOTE


@pytest.mark.parametrize(
    ("name", "text", "problems"),
    [
        pytest.param(
            "a.yaml",
            "rules: [r]\nfail-on: error\n",
            ["2:1: unknown key 'fail-on': did you mean 'fail_on'?"],
            id="unknown key",
        ),
        pytest.param(
            "a.yaml",
            "fail_on: eror\nformat: {a: b}\n",
            [
                "1:1: unknown value 'eror': did you mean 'error'?",
                "2:1: this must be a list of texts",
            ],
            id="all problems at once",
        ),
        pytest.param(
            "a.yaml",
            "documents:\n  - {path: a.txt, date: 31.1.2024}\n",
            ["2:19: '31.1.2024' is not a date such as 2025-11-05"],
            id="a date",
        ),
        pytest.param(
            "a.yaml",
            "documents:\n  - {file: a.txt}\n",
            [
                "2:6: unknown key 'file': known are path, date, source",
                "2:5: this must be text",
            ],
            id="a document without a path",
        ),
        pytest.param(
            "a.yaml", "documents: {a: b}", ["1:1: this must be a list of paths"]
        ),
        pytest.param(
            "a.yaml",
            "levels: [x]",
            ["1:1: this must map globs of documents to rules and levels"],
        ),
        pytest.param(
            "a.yaml",
            "levels: {x: y}",
            ["1:10: this must map ids of rules to levels"],
        ),
        pytest.param(
            "a.yaml",
            "levels: {x: {y: z}}",
            ["1:14: unknown value 'z': it is one of off, note, warning, error"],
        ),
        pytest.param(
            "a.yaml", "- x", ["1:1: this must be a mapping of names to values"]
        ),
        pytest.param(
            "a.toml",
            "[tool.factcheck]\nrules = ['a']\nfail_no = 'error'\n",
            ["3:1: unknown key 'fail_no': did you mean 'fail_on'?"],
            id="unknown key in TOML",
        ),
        pytest.param(
            "a.toml",
            "[tool.factcheck.levels.'x']\n'core/total' = 'of'\n",
            ["2:1: unknown value 'of': did you mean 'off'?"],
            id="a table in TOML",
        ),
        pytest.param(
            "a.toml",
            "[tool.factcheck]\nrules = 1\n",
            ["2:1: this must be a list of texts"],
            id="a number in TOML",
        ),
        pytest.param(
            "a.toml",
            "[tool.factcheck\n",
            ["1:16: this is not TOML: Expected ']' at the end of a table declaration"],
            id="broken TOML",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path, name, text, problems):
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(RuleError) as caught:
        config.load(path, folder=tmp_path, environment={})
    assert sorted(str(caught.value).splitlines()) == sorted(
        f"{path}:{problem}" for problem in problems
    )


def test_a_duplicate_key_is_an_error(tmp_path):
    (tmp_path / "a.yaml").write_text("rules: a\nrules: b\n")
    with pytest.raises(RuleError, match=r"a\.yaml:2:1: "):
        config.load(tmp_path / "a.yaml", folder=tmp_path, environment={})


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        pytest.param("no.yaml", None, "there is no such settings file"),
        pytest.param("a.toml", b"[tool.x]", "there is no table [tool.factcheck] in it"),
        pytest.param("a.yaml", b"\xff\xfe\xff", "it is not UTF-8"),
    ],
)
def test_a_file_that_is_asked_for_must_be_there(tmp_path, name, data, message):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(UsageError) as caught:
        config.load(tmp_path / name, folder=tmp_path, environment={})
    assert str(caught.value).endswith(message)
