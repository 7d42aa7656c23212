"""Each format is read back by a reader that no one here wrote, hostile documents included."""

from __future__ import annotations

import csv
import io
import json
import pathlib
import re
from dataclasses import replace

import jsonschema
import pytest

from factcheck.reports import View, renderer
from tests import samples

# `make schemas` puts it there, from a package of its publisher.
SARIF = pathlib.Path(__file__).parents[2] / "build" / "schemas" / "sarif-2.1.0.json"

REPORTS = [
    pytest.param(samples.report, id="sample"),
    pytest.param(samples.hostile, id="hostile"),
]


def render(name, report):
    return "".join(renderer(name)(report, View()))


# --- SARIF --------------------------------------------------------------------------------


@pytest.mark.skipif(not SARIF.is_file(), reason="no SARIF schema here: make schemas")
@pytest.mark.parametrize("make", REPORTS)
def test_sarif_is_as_its_published_schema_says(make):
    schema = json.loads(SARIF.read_text("utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    validator.validate(json.loads(render("sarif", make())))


def test_sarif_names_the_other_places_as_related():
    (run,) = json.loads(render("sarif", samples.report()))["runs"]
    first = run["results"][0]
    assert first["ruleId"] == run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"]
    (location,) = first["locations"]
    (related,) = first["relatedLocations"]
    paths = [
        place["physicalLocation"]["artifactLocation"]["uri"]
        for place in (location, related)
    ]
    assert paths == ["desk/harvest.md", "desk/market.txt"]
    assert first["partialFingerprints"]["factcheck/v1"]


def test_sarif_says_of_each_result_whether_and_why_it_is_suppressed():
    (run,) = json.loads(render("sarif", samples.report()))["runs"]
    told = {r["ruleId"]: r["suppressions"] for r in run["results"]}
    (decided,), (ignored,) = told["core/conversion"], told["core/rate"]
    assert (decided["kind"], decided["justification"]) == (
        "external",
        "accepted: the signpost says so too",
    )
    assert (ignored["kind"], ignored["justification"]) == (
        "inSource",
        "the growers picked as well",
    )
    assert ignored["location"]["physicalLocation"] == {
        "artifactLocation": {"uri": "desk/harvest.md"},
        "region": {"startLine": 8},
    }
    assert [told["desk/apples-picked"], told["desk/area"]] == [[], []]


def test_paths_in_sarif_are_uris():
    (run,) = json.loads(render("sarif", samples.hostile()))["runs"]
    for artifact in run["artifacts"]:
        assert re.fullmatch(r"[\w%./~-]+", artifact["location"]["uri"])


# --- JUnit --------------------------------------------------------------------------------


@pytest.mark.parametrize("make", REPORTS)
def test_junit_is_read_by_a_parser(make):
    junitparser = pytest.importorskip("junitparser")
    report = make()
    xml = junitparser.JUnitXml.fromstring(render("junit", report).encode("utf-8"))
    cases = [case for suite in xml for case in suite]
    failed = [
        c for c in cases if any(isinstance(r, junitparser.Failure) for r in c.result)
    ]
    errors = [
        c for c in cases if any(isinstance(r, junitparser.Error) for r in c.result)
    ]
    alarms = [
        f for f in report.findings if f.severity.value != "note" and not f.decision
    ]
    unread = [row for row in report.documents if row.document is None]
    assert (len(failed), len(errors)) == (len(alarms), len(unread))
    assert xml.skipped == sum(c.is_skipped for c in cases) == _n_suppressed(report)
    assert (xml.failures, xml.errors, xml.tests) == (
        len(alarms),
        len(unread),
        len(cases),
    )


def _n_suppressed(report):
    decided = [f for f in report.findings if f.decision is not None]
    return len(decided) + len(report.ignored)


# --- CSV ----------------------------------------------------------------------------------


@pytest.mark.parametrize("make", REPORTS)
def test_csv_is_a_table_without_formulas(make):
    report = make()
    header, *rows = csv.reader(io.StringIO(render("csv", report), newline=""))
    told = [*report.findings, *(one.finding for one in report.ignored)]
    assert len(rows) == sum(len(f.outcome.evidence) for f in told)
    for row in rows:
        assert len(row) == len(header)
        for cell in row:
            assert not re.match(r"[=@\t\r]|[+-](?!\d)", cell)


def test_a_cell_that_would_be_a_formula_is_text():
    report = samples.hostile()
    outcome = report.findings[0].outcome
    assert outcome.slip
    changed = render("csv", _with_message(report, "=1+1"))
    assert ",'=1+1," in changed


def _with_message(report, message):
    finding = report.findings[0]
    outcome = replace(finding.outcome, message=message)
    return replace(report, findings=(replace(finding, outcome=outcome),), _by_path={})


# --- Markdown -----------------------------------------------------------------------------


@pytest.mark.parametrize("make", REPORTS)
def test_markdown_has_no_html_and_no_link_of_a_document(make):
    markdown_it = pytest.importorskip("markdown_it")
    parser = markdown_it.MarkdownIt("gfm-like", {"linkify": False})
    tokens = parser.parse(render("markdown", make()))
    inline = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in [*tokens, *inline]}
    assert kinds.isdisjoint(
        {"html_block", "link_open", "image", "code_inline", "fence"}
    )
    html = [token.content for token in inline if token.type == "html_inline"]
    assert set(html) <= {"<!-- -->"}


# --- GitHub -------------------------------------------------------------------------------


@pytest.mark.parametrize("make", REPORTS)
def test_a_document_cannot_give_github_a_command(make):
    report = make()
    lines = render("github", report).splitlines()
    unread = sum(row.document is None for row in report.documents)
    decided = sum(f.decision is not None for f in report.findings)
    assert len(lines) == len(report.findings) - decided + unread + 1
    for line in lines:
        assert re.match(r"::(error|warning|notice) (\w+=[^,:]*)(,\w+=[^,:]*)*::", line)


# --- JSON Lines ---------------------------------------------------------------------------


@pytest.mark.parametrize("make", REPORTS)
def test_json_lines_have_the_rows_of_the_json_report(make):
    report = make()
    whole = json.loads(render("json", report))
    rows = [json.loads(line) for line in render("jsonl", report).split("\n") if line]
    for kind in ("document", "mention", "check", "finding", "ignored"):
        mine = [row for row in rows if row["type"] == kind]
        listed = whole[kind if kind == "ignored" else f"{kind}s"]
        assert mine == [{"type": kind, **row} for row in listed]
