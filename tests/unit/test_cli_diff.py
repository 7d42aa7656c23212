from __future__ import annotations

import json

import jsonschema
import pytest
from referencing import Registry, Resource

from factcheck.cli import CLEAN, FOUND, UNCHECKED, USAGE, main
from factcheck.reports import changes

OLD = {
    "a.txt": "The bridge is 10 miles (26 km) long.\n",
    "b.txt": "The tower is 90 metres (395 feet) high.\n\nThe mill employs 412 workers.\n",
    "d.txt": "The dam is 10 miles (28 km) long.\n",
    "e.txt": "Nothing is counted here.\n",
}
NEW = {
    "a.txt": "The bridge is 10 miles (62 km) long.\n",
    "b.txt": "The tower is 90 metres (295 feet) high.\n\nThe mill employs 421 workers.\n",
    "c.txt": "The road is 10 miles (61 km) long.\n",
    "d.txt": "The dam is 10 miles (28 km) long. <!-- factcheck: ignore as signed -->\n",
}


@pytest.fixture
def written(tmp_path, monkeypatch, capsys):
    """Return what writes a JSON report of some texts."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_CONFIG", raising=False)
    monkeypatch.setenv("COLUMNS", "100")

    def write(name, texts):
        for path in tmp_path.glob("*.txt"):
            path.unlink()
        for document, text in texts.items():
            (tmp_path / document).write_text(text)
        main(["run", "--format", f"json:{name}.json"])
        capsys.readouterr()

    return write


@pytest.fixture
def folder(tmp_path, written):
    written("old", OLD)
    written("new", NEW)
    return tmp_path


def said(capsys, *arguments):
    status = main(["diff", *arguments])
    return status, capsys.readouterr().out


def test_what_changed_is_told(folder, capsys, golden):
    assert folder
    status, out = said(capsys, "old.json", "new.json")
    assert status == FOUND
    golden("reports/diff.text", out)


def test_programs_get_the_rows_of_the_reports(folder, capsys):
    assert folder
    status, out = said(capsys, "old.json", "new.json", "--format", "json")
    assert status == FOUND
    whole = json.loads(out)
    new = json.loads((folder / "new.json").read_text("utf-8"))
    assert (whole["format"], whole["version"]) == ("factcheck-diff", 1)
    (fresh,) = whole["findings"]["new"]
    assert fresh in new["findings"]
    assert [pair["new"] for pair in whole["findings"]["settled"]] == new["ignored"]
    texts = [(pair["old"]["text"], pair["new"]["text"]) for pair in whole["values"]]
    assert ("412 workers", "421 workers") in texts
    assert whole["documents"] == {"new": ["c.txt"], "gone": ["e.txt"]}


def test_the_schemas_that_ship_describe_what_programs_get(folder, capsys):
    assert folder
    schemas = {}
    for name in ("report", "diff"):
        main(["schema", name])
        schemas[name] = json.loads(capsys.readouterr().out)
    known = Registry().with_resource(
        "urn:factcheck:report:1", Resource.from_contents(schemas["report"])
    )
    jsonschema.Draft202012Validator.check_schema(schemas["diff"])
    right = jsonschema.Draft202012Validator(schemas["diff"], registry=known)
    for pair in (("old.json", "new.json"), ("new.json", "old.json")):
        whole = json.loads(said(capsys, *pair, "--format", "json")[1])
        right.validate(whole)
        for wrong in (
            whole | {"more": 1},
            whole | {"values": [{"old": {}, "new": {}}]},
            whole | {"findings": whole["findings"] | {"new": [{"id": "fc-1"}]}},
        ):
            assert not right.is_valid(wrong)


def test_what_was_settled_and_is_not_any_more_is_an_alarm(folder, capsys):
    assert folder
    status, out = said(capsys, "new.json", "old.json")
    assert status == FOUND
    assert "Reopened findings (1)\n" in out
    assert out.endswith("1 new, 1 gone, 1 changed, 1 reopened. 3 values changed.\n")


def test_a_report_does_not_differ_from_itself(folder, capsys):
    assert folder
    assert said(capsys, "new.json", "new.json") == (
        CLEAN,
        "Findings: 0 new, 0 gone, 0 changed. 0 values changed.\n",
    )


def test_a_new_finding_that_is_ignored_is_no_alarm(written, capsys):
    written("old", {})
    written("old", {"e.txt": OLD["e.txt"]})
    written("new", {"d.txt": NEW["d.txt"]})
    status, out = said(capsys, "old.json", "new.json")
    assert status == CLEAN
    assert "    Ignored: d.txt:1 — as signed\n" in out


def test_a_changed_severity_is_a_change(folder, capsys):
    path = folder / "old.json"
    path.write_text(
        path.read_text().replace('"severity": "error"', '"severity": "note"')
    )
    (folder / "new.json").write_text((folder / "old.json").read_text())
    written = json.loads((folder / "new.json").read_text())
    written["findings"][0]["severity"] = "error"
    (folder / "new.json").write_text(json.dumps(written))
    assert said(capsys, "old.json", "new.json", "--fail-on", "error")[0] == FOUND
    assert "    before: note\n" in said(capsys, "old.json", "new.json")[1]
    assert said(capsys, "new.json", "old.json", "--fail-on", "warning")[0] == CLEAN


@pytest.mark.parametrize(
    ("old", "new", "status"),
    [
        pytest.param({}, {"partial": True}, UNCHECKED, id="a partial new report"),
        pytest.param({"partial": True}, {}, CLEAN, id="a partial old report"),
        pytest.param({"tool": {"name": "f", "version": "0"}}, {}, CLEAN, id="another version"),
    ],
)  # fmt: skip
def test_what_makes_a_comparison_less_than_whole_is_said(
    old, new, status, written, tmp_path, capsys
):
    written("old", {"e.txt": OLD["e.txt"]})
    plain = json.loads((tmp_path / "old.json").read_text())
    for name, change in (("old", old), ("new", new)):
        (tmp_path / f"{name}.json").write_text(json.dumps(plain | change))
    found, out = said(capsys, "old.json", "new.json")
    assert found == status
    assert "Notes (1)\n" in out


def test_a_document_that_cannot_be_read_is_never_a_pass(written, tmp_path, capsys):
    written("old", {"e.txt": OLD["e.txt"]})
    (tmp_path / "x.bin").write_bytes(b"\0\1\2" * 99)
    main(["run", "e.txt", "x.bin", "--format", "json:new.json"])
    status, out = said(capsys, "old.json", "new.json")
    assert status == UNCHECKED
    assert "x.bin could not be checked for the new report" in out


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        pytest.param(
            "The mill employs 412 workers.", "The mill employs 421 workers.",
            [("412", "421")], id="one number",
        ),
        pytest.param(
            "The mill employs about 400 workers.", "The mill employs 421 workers.",
            [("400", "421")], id="a modifier is dropped",
        ),
        pytest.param(
            "The old pier is 300 metres long. It has 12 lamps.",
            "The pier is 400 metres long. It has 12 lamps.",
            [("300 metres", "400 metres")], id="the words before it changed",
        ),
        pytest.param(
            "12 boats sank. 8 boats sailed. 30 boats stayed.",
            "13 boats sank. 8 boats sailed. 31 boats stayed.",
            [("12", "13"), ("30", "31")], id="each at its place",
        ),
        pytest.param(
            "12 boats sank. 8 boats sailed. 30 boats stayed.",
            "13 boats sank. 9 boats sailed. 31 boats stayed.",
            [("12", "13"), ("8", "9"), ("30", "31")], id="all of them",
        ),
        pytest.param(
            "12 boats sank.", "Of the fleet that sailed, 5 boats came home.",
            [], id="another sentence",
        ),
        pytest.param(
            "The mill employs 412 workers.", "The mill burned 412 logs.",
            [], id="another noun",
        ),
        pytest.param(
            "12 boats sank. 30 boats stayed.", "30 boats stayed. 12 boats sank.",
            [], id="sentences that changed places",
        ),
        pytest.param(
            "The pier is 3,000 metres long.", "The pier is 3,000 m long.",
            [], id="the unit is written in another way",
        ),
    ],
)  # fmt: skip
def test_numbers_are_paired_only_at_one_place(
    old, new, pairs, written, tmp_path, monkeypatch
):
    assert monkeypatch
    written("old", {"a.txt": old + "\n"})
    written("new", {"a.txt": new + "\n"})
    reports = [json.loads((tmp_path / f"{n}.json").read_text()) for n in ("old", "new")]
    found = changes.compare(*reports).values
    assert [(a["surface"], b["surface"]) for a, b in found] == pairs


def test_a_long_report_is_compared_in_no_time():
    rows = [
        {
            "id": f"m{i}", "document": "a.txt", "start": 9 * i, "end": 9 * i + 4,
            "dimension": "count", "counted": "boats", "value": str(i), "stated_low": None,
            "stated_high": None, "unit": "boat", "base_low": str(i), "base_high": str(i),
            "base_unit": "boat", "subject": None, "property": None, "period": None,
            "text": f"{i} boats", "surface": str(i),
        }
        for i in range(20_000)
    ]  # fmt: skip
    document = {"path": "a.txt", "characters": 180_000, "status": "read"}
    report = {
        "documents": [document], "mentions": rows, "findings": [], "ignored": [],
        "partial": False, "tool": {"version": "1"},
    }  # fmt: skip
    later = [row | {"value": "x", "base_low": "-1"} for row in rows]
    found = changes.compare(report, report | {"mentions": later})
    assert len(found.values) == len(rows)


def test_json_lines_are_a_report_as_well(folder, capsys):
    assert folder
    assert main(["run", "--format", "jsonl:new.jsonl"]) == FOUND
    assert said(capsys, "old.json", "new.jsonl") == said(capsys, "old.json", "new.json")


@pytest.fixture
def versions(tmp_path, monkeypatch):
    """Two folders with versions of the same documents."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_CONFIG", raising=False)
    for name, texts in (("v1", OLD), ("v2", NEW)):
        (tmp_path / name).mkdir()
        for document, text in texts.items():
            (tmp_path / name / document).write_text(text)
    return tmp_path


def test_two_folders_are_compared_as_their_reports_are(
    versions, folder, capsys, golden
):
    assert versions == folder
    status, out = said(capsys, "v1", "v2")
    assert status == FOUND
    golden("reports/diff.text", out)


def test_two_files_are_two_versions_of_one_document(versions, capsys):
    (versions / "draft.txt").write_text("The mill employs 412 workers.\n")
    (versions / "final.md").write_text("The mill employs 421 workers.\n")
    status, out = said(capsys, "draft.txt", "final.md")
    assert status == CLEAN
    assert "  final.md:1:18: 412 workers → 421 workers\n" in out


def test_versions_of_documents_are_held_to_rules(versions, capsys):
    (versions / "rules.yaml").write_text(
        "facts:\n  staff: {match: {dimension: count, any: [employs]}}\n"
        "rules: [{id: my/staff, fact: staff, expect: {between: {max: 415}}}]\n"
    )
    status, out = said(capsys, "v1/b.txt", "v2/b.txt", "--rules", "rules.yaml")
    assert status == FOUND
    assert "my/staff" in out


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        pytest.param(
            "v1", "v2/b.txt", "one is a folder and one a file", id="folder and file"
        ),
        pytest.param(
            "v1", "old.json", "v1: two reports are compared", id="folder and report"
        ),
        pytest.param("v1", "away", "away: it cannot be read", id="nothing there"),
    ],
)
def test_what_cannot_be_compared_is_said(old, new, what, versions, folder, capsys):
    assert versions == folder
    assert main(["diff", old, new]) == USAGE
    assert what in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param(None, "it cannot be read", id="missing"),
        pytest.param("{", "it is not JSON", id="no JSON"),
        pytest.param("[" * 100_000, "it is not JSON", id="deep"),
        pytest.param("[]", "it is not a report", id="no report"),
        pytest.param(
            '{"format": "factcheck-report", "version": 2}', "it is a report of another version",
            id="a later version",
        ),
    ],
)  # fmt: skip
def test_what_is_no_report_is_an_error(text, what, folder, capsys):
    if text is not None:
        (folder / "x.json").write_text(text)
    assert main(["diff", "x.json", "new.json"]) == USAGE
    assert f"x.json: {what}" in capsys.readouterr().err


def test_a_report_without_its_rows_is_an_error(folder, capsys):
    (folder / "x.json").write_text('{"format": "factcheck-report", "version": 1}')
    assert main(["diff", "x.json", "new.json"]) == USAGE
    assert "rows of a report are missing" in capsys.readouterr().err
