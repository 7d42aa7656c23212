from __future__ import annotations

import functools
import json
import pathlib
import re

import jsonschema
import pytest

import factcheck
from factcheck.model import Report
from factcheck.reports import EXTRACTION_FORMATS, FORMATS, View, renderer
from tests import samples
from tests.linear import linear

ROOT = pathlib.Path(__file__).parents[2]
SCHEMA = pathlib.Path(factcheck.__file__).parent / "schema" / "report.schema.json"
# What a terminal would obey, or what would reorder a line.
COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def render(name, report, formats=FORMATS, **view):
    return "".join(renderer(name, formats)(report, View(**view)))


@pytest.fixture(scope="module")
def report():
    return samples.report()


@pytest.mark.parametrize("name", list(FORMATS))
def test_a_report_looks_as_it_did(name, report, golden):
    golden(f"reports/report.{name}", render(name, report))


@pytest.mark.parametrize("name", list(EXTRACTION_FORMATS))
def test_mentions_look_as_they_did(name, report, golden):
    golden(f"reports/mentions.{name}", render(name, report, EXTRACTION_FORMATS))


@pytest.mark.parametrize(
    ("name", "view"),
    [
        pytest.param("full", {"verbose": True, "excused": True, "statistics": True}),
        pytest.param("quiet", {"quiet": True}),
        pytest.param("colour", {"colour": True}),
        pytest.param("narrow", {"width": 40}),
    ],
)
def test_the_text_report_heeds_its_options(name, view, report, golden):
    golden(f"reports/text-{name}.txt", render("text", report, **view))


@pytest.mark.parametrize("name", list(FORMATS))
def test_a_report_of_nothing_can_be_rendered(name):
    assert render(name, Report((), (), (), ()))


@pytest.mark.parametrize("name", list(FORMATS))
@pytest.mark.parametrize("colour", [False, True])
def test_no_control_character_of_a_document_is_passed_through(name, colour):
    text = render(
        name,
        samples.hostile(),
        colour=colour,
        verbose=True,
        excused=True,
        statistics=True,
    )
    ours = re.compile("\x1b\\[[0-9;]*m") if colour and name == "text" else None
    if ours:
        assert "\x1b[31mred" not in text
        text = ours.sub("", text)
    if name == "csv":
        text = text.replace("\r\n", "\n")
    assert not COMMANDS.search(text)


@functools.cache
def many():
    return samples.hostile(100_000)


@pytest.mark.untraced
@pytest.mark.slow
@pytest.mark.parametrize("name", list(FORMATS))
def test_a_hundred_thousand_hostile_findings_come_out_whole_and_inert(name):
    commands = COMMANDS
    if name == "csv":  # its lines end in CR LF
        commands = re.compile(
            COMMANDS.pattern.replace("\x0b-\x1f", "\x0b\x0c\x0e-\x1f")
        )
    n = 0
    for piece in renderer(name)(many(), View()):
        assert not commands.search(piece)
        n += piece.count("fc-0") if name != "html" else piece.count('"fc-0')
    # Findings are told once at least, and a CSV report has a row for each of two places.
    assert n >= 100_000


@pytest.mark.untraced
@pytest.mark.parametrize("name", list(FORMATS))
def test_four_times_the_findings_take_about_four_times_as_long(name):
    write = renderer(name)
    small, large = (samples.hostile(n) for n in (500, 2_000))
    assert linear(lambda report: sum(map(len, write(report, View()))), small, large)


# --- JSON ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def schema():
    loaded = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(loaded)
    return jsonschema.Draft202012Validator(loaded)


def seeds():
    """What a run says of the articles that ship with the project, under its rules."""
    return factcheck.run([ROOT / "seeds"], rules=[ROOT / "rules"])


MADE = pytest.mark.parametrize(
    "make",
    [
        pytest.param(samples.report, id="sample"),
        pytest.param(samples.hostile, id="hostile"),
        pytest.param(lambda: Report((), (), (), ()), id="empty"),
        pytest.param(seeds, id="real"),
    ],
)


@MADE
def test_the_json_report_is_as_its_schema_says(make, schema):
    schema.validate(json.loads(render("json", make())))


@MADE
def test_json_lines_are_the_rows_of_the_json_report(make):
    report = make()
    whole = json.loads(render("json", report))
    rows = [json.loads(line) for line in render("jsonl", report).splitlines()]
    for kind, name in (
        ("document", "documents"),
        ("mention", "mentions"),
        ("check", "checks"),
        ("finding", "findings"),
        ("ignored", "ignored"),
    ):
        told = [row | {"type": kind} for row in whole[name]]
        assert [row for row in rows if row["type"] == kind] == told
    assert rows[-1] == whole["stats"] | {"type": "stats"}


def test_the_schema_refuses_what_it_does_not_know(schema, report):
    row = json.loads(render("json", report))
    row["findings"][0]["surprise"] = 1
    assert not schema.is_valid(row)


def test_json_keeps_every_character_of_a_hostile_document():
    row = json.loads(render("json", samples.hostile()))
    assert row["documents"][0]["title"] == samples.HOSTILE
    assert row["findings"][0]["slip"] == samples.HOSTILE


def test_surfaces_are_the_text_at_their_offsets(report):
    row = json.loads(render("json", report))
    for mention in row["mentions"]:
        text = samples.TEXTS[mention["document"]]
        assert text[mention["start"] : mention["end"]] == mention["surface"]
    for finding in row["findings"]:
        for place in finding["evidence"]:
            if place["document"]:
                text = samples.TEXTS[place["document"]]
                assert text[place["start"] : place["end"]] == place["text"]


def test_mentions_as_json_lines_are_the_rows_of_the_report(report):
    lines = render("jsonl", report, EXTRACTION_FORMATS).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(render("json", report))[
        "mentions"
    ]
