"""docs/how-it-works.md shows what the tool does now: outputs, laws and excuses are made anew."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from factcheck import checks, cli
from tests.unit.test_excuses import PAIRS

PAGE = Path(__file__).parents[2] / "docs" / "how-it-works.md"
TEXT = PAGE.read_text("utf-8")
DOCUMENT = re.compile(r"`(\w+\.md)`:\n\n```markdown\n(.*?)```", re.DOTALL)
COMMANDS = {
    "extract": ["extract", "."],
    "facts": ["facts", "."],
    "run": ["run", "--excused", "."],
}


def filled(text, mark, made):
    """Put what was made between a mark and its end."""
    pattern = re.compile(rf"(<!-- {mark} -->\n).*?(<!-- end -->)", re.DOTALL)
    assert len(pattern.findall(text)) == 1
    return pattern.sub(lambda match: f"{match[1]}\n{made}\n\n{match[2]}", text)


def fenced(text):
    lines = "\n".join(line.rstrip() for line in text.rstrip().split("\n"))
    return f"```text\n{lines}\n```"


def laws():
    rows = []
    for name, law in checks.LAWS.items():
        doc = inspect.cleandoc(inspect.getmodule(law).__doc__ or "")
        first = doc.partition("\n")[0]
        example = doc.partition("Example:")[2]
        rows.append(f"- **{name}**: {first}\n  Example: {' '.join(example.split())}")
    return "\n".join(rows)


def excuses():
    rows = []
    for reason, pair in PAIRS.items():
        first, second = (said(text) for text in pair)
        rows.append(f"- **{reason}**: “{first}” — “{second}”")
    return "\n".join(rows)


def said(text):
    dated = re.match(r"---\ndate: (\S+)\n---\n\n", text)
    text = text.replace("\n|---|---|", "").replace("\n|", " /")  # a table, in one line
    return f"{text[dated.end() :]} ({dated[1]})" if dated else text


@pytest.fixture
def outputs(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "96")
    found = DOCUMENT.findall(TEXT)
    assert [name for name, _ in found] == ["monday.md", "tuesday.md"]
    for name, text in found:
        (tmp_path / name).write_text(text, "utf-8")
    made = {}
    for name, command in COMMANDS.items():
        cli.main(command)
        made[name] = capsys.readouterr().out
    return made


def test_the_page_is_current(outputs, request):
    text = filled(TEXT, "laws", laws())
    text = filled(text, "excuses", excuses())
    for name, output in outputs.items():
        text = filled(text, f"output: {name}", fenced(output))
    if request.config.getoption("--update-golden"):
        PAGE.write_text(text, "utf-8")
    else:
        assert text == TEXT


def test_the_example_shows_each_verdict(outputs):
    assert "114 guests" in outputs["run"]
    assert "Agree (" in outputs["run"]
    assert "one counts only the others" in outputs["run"]
    assert "Likely slip: two digits may be swapped" in outputs["run"]
