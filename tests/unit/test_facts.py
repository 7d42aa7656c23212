"""Who says what: the matrix, and what `factcheck facts` makes of it."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

import factcheck
from factcheck import cli
from factcheck.model import Report
from factcheck.reports import FACTS_FORMATS, View, renderer
from factcheck.reports._matrix import Mark, matrix
from factcheck.reports.facts import short_names
from tests import samples

HEAD = "---\ndate: 2025-03-04\n---\n\n"
TEXTS = {
    "desk/harbour.md": HEAD
    + "# Ferry fire in Tarn\n\nThe ferry fire in Tarn killed 12 people. "
    "The Tarn harbour shipped 4,100 crates of herring to Veld.\n",
    "desk/gazette.md": HEAD
    + "# Fire on a ferry\n\nThe ferry fire in Tarn killed 12 people. "
    "The Tarn harbour shipped 4,100 crates of herring to Veld.\n",
    "desk/late.md": HEAD + "# Fire in Tarn\n\nThe ferry fire in Tarn killed 21 people. "
    "The Tarn harbour aimed to ship 5,000 crates of herring to Veld. It has 9 piers.\n",
}
RULES = """\
version: 1
facts:
  crates:
    subject: {name: Tarn harbour}
    property: crates of herring
    match: {dimension: count, units: [crates]}
    reference: {value: 4100, source: Port book}
rules:
  - id: my/crates
    fact: crates
    expect: {equals: reference}
"""
COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def report():
    return factcheck.check_texts(TEXTS)


def render(name, report, **view):
    return "".join(renderer(name, FACTS_FORMATS)(report, View(**view)))


def marks(row):
    return {path: cell.mark.value for path, cell in row.cells().items()}


def test_what_most_say_agrees_and_the_rest_differs(report):
    (row,) = [r for r in matrix(report).rows if r.mark is Mark.DIFFERS]
    assert marks(row) == {
        "desk/gazette.md": "agrees",
        "desk/harbour.md": "agrees",
        "desk/late.md": "differs",
    }
    assert row.findings == tuple(f.id for f in report.findings)


def test_one_against_one_both_differ():
    texts = {name: TEXTS[name] for name in ("desk/harbour.md", "desk/late.md")}
    (row, *_) = matrix(factcheck.check_texts(texts)).rows
    assert set(marks(row).values()) == {"differs"}


def test_what_is_excused_says_why(report):
    (row,) = [r for r in matrix(report).rows if "crates" in r.label]
    assert marks(row)["desk/late.md"] == "excused"
    assert {s.reason for s in row.statements if s.mark is Mark.EXCUSED} == {
        "one is a target or a limit, not what was reached"
    }


def test_what_is_stated_once_is_a_row_only_if_asked_for(report):
    assert all(len(row.statements) > 1 for row in matrix(report).rows)
    single = [r for r in matrix(report, single=True).rows if len(r.statements) == 1]
    assert [(r.mark, r.statements[0].text) for r in single] == [(Mark.ALONE, "9")]
    assert "piers" in single[0].label


def test_every_number_stands_in_one_row(report):
    rows = matrix(report, single=True).rows
    places = [(s.document, s.span) for row in rows for s in row.statements]
    mentions = [(m.fact.mention.document, m.fact.mention.span) for m in report.mentions]
    assert sorted(places) == sorted(mentions)


def test_a_fact_of_the_rules_takes_the_place_of_what_was_found(tmp_path):
    rules = tmp_path / "rules.yaml"
    rules.write_text(RULES, "utf-8")
    found = matrix(factcheck.check_texts(TEXTS, rules=[rules]))
    (row,) = [r for r in found.rows if "crates" in r.label]
    assert (row.fact, row.label) == ("crates", "Tarn harbour crates of herring")
    assert row.reference is not None
    assert "4100" in row.reference
    assert "Port book" in row.reference
    assert marks(row) == {
        "desk/gazette.md": "agrees",
        "desk/harbour.md": "agrees",
        "desk/late.md": "differs",
    }


# --- renderers ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", list(FACTS_FORMATS))
def test_the_matrix_looks_as_it_did(name, report, golden):
    golden(f"reports/facts.{name}", render(name, report, verbose=True))


@pytest.mark.parametrize(
    ("name", "view"),
    [
        pytest.param("narrow", {"width": 50}),
        pytest.param("colour", {"colour": True}),
    ],
)
def test_the_text_heeds_its_view(name, view, report, golden):
    golden(f"reports/facts-{name}.txt", render("text", report, **view))


@pytest.mark.parametrize("width", [40, 72, 100, 200])
def test_no_line_is_wider_than_the_terminal(width, report):
    lines = render("text", report, width=width, verbose=True).splitlines()
    assert max(map(len, lines)) <= width


@pytest.mark.parametrize("name", list(FACTS_FORMATS))
def test_a_matrix_of_nothing_can_be_rendered(name):
    assert render(name, Report((), (), (), ()))


@pytest.mark.parametrize("name", list(FACTS_FORMATS))
@pytest.mark.parametrize("make", [samples.report, samples.hostile])
def test_no_control_character_is_passed_through(name, make):
    text = render(name, make(), verbose=True)
    if name == "csv":
        text = text.replace("\r\n", "\n")
    assert not COMMANDS.search(text)


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_of_the_csv_is_a_formula(start):
    name = f"{start}cmd|a!A1.txt"
    text = f"{start}SUM(A1) sold 12 crates. {start}SUM(A1) took {start}4 °C.\n"
    found = render("csv", factcheck.check_texts({name: text}), verbose=True)
    cells = [cell for row in csv.reader(io.StringIO(found)) for cell in row]
    assert f"'{name}" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_json_says_who_says_nothing(report):
    whole = json.loads(render("json", report, verbose=True))
    (row,) = [r for r in whole["facts"] if "piers" in r["label"]]
    assert row["not_stated_in"] == ["desk/gazette.md", "desk/harbour.md"]
    (said,) = row["statements"]
    text = TEXTS[said["document"]]
    assert text[said["start"] : said["end"]] == said["text"] == "9"
    assert said["mention"] in {m.id for m in report.mentions}


@pytest.mark.parametrize(
    ("paths", "width", "short"),
    [
        pytest.param(["desk/a.txt", "desk/b.txt"], 20, ["a.txt", "b.txt"], id="names"),
        pytest.param(["x/may/a.md", "x/june/a.md"], 20, ["may/a.md", "june/a.md"], id="folders"),
        pytest.param(["a.md", "x/a.md"], 20, ["a.md", "x/a.md"], id="one is the other's tail"),
        pytest.param(["very-long-name.md"], 10, ["…g-name.md"], id="cut at the front"),
        pytest.param(["a-long-tail.md", "b-long-tail.md"], 8, ["1:…il.md", "2:…il.md"], id="number"),
    ],
)  # fmt: skip
def test_names_of_documents_are_cut_to_what_tells_them_apart(paths, width, short):
    assert short_names(paths, width) == short
    assert all(len(name) <= width for name in short)


# --- the command --------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name, text in TEXTS.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_the_command_prints_the_matrix(capsys):
    assert cli.main(["facts", "desk", "--all"]) == cli.CLEAN
    said = capsys.readouterr().out
    assert "≠ 21" in said
    assert "piers" in said


def test_the_command_writes_files(folder):
    assert cli.main(["facts", "-f", "csv:a.csv", "-f", "json:a.json"]) == cli.CLEAN
    assert (folder / "a.csv").read_text("utf-8").startswith("fact,rule_fact,agreement")
    assert json.loads((folder / "a.json").read_text("utf-8"))["version"] == 1


def test_a_document_that_cannot_be_read_is_told(folder, capsys):
    (folder / "desk" / "scan.txt").write_bytes(b"\x00\x01\x02" * 100)
    assert cli.main(["facts"]) == cli.UNCHECKED
    assert "desk/scan.txt: " in capsys.readouterr().out


@pytest.mark.usefixtures("folder")
def test_an_unknown_format_is_refused(capsys):
    assert cli.main(["facts", "-f", "jsn"]) == cli.USAGE
    assert "did you mean 'json'?" in capsys.readouterr().err
