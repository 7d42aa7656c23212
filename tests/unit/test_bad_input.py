"""Each kind of bad input: a clear message, the right exit status, the rest still checked."""

from __future__ import annotations

import json
import os

import pytest

from factcheck.cli import CLEAN, FOUND, UNCHECKED, USAGE, main

GOOD = "The bridge is 10 miles (26 km) long, and the mill employs 412 workers.\n"
RULES = """\
version: 1
facts:
  workers: {subject: mill, property: workers, match: {dimension: count, units: [workers]}}
  span: {match: {dimension: length, any: [span]}}
rules:
  - id: my/rule
    fact: workers
    expect: {agree: {}}
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_CONFIG", raising=False)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text(GOOD)
    return tmp_path


def run(capsys, *arguments):
    status = main(["run", *arguments])
    out, err = capsys.readouterr()
    return status, out, err


def report(capsys, *arguments):
    status, out, err = run(capsys, *arguments, "--format", "json")
    assert err == ""
    return status, json.loads(out)


# --- documents ----------------------------------------------------------------------------


def test_a_conflict_in_good_input_is_found(folder, capsys):
    assert folder
    status, found = report(capsys, "docs")
    assert status == FOUND
    assert len(found["findings"]) == 1


def test_a_missing_path_is_named_with_its_nearest_neighbour(folder, capsys):
    assert folder
    status, out, err = run(capsys, "dosc")
    assert (status, out) == (USAGE, "")
    assert "no such file or folder: dosc; did you mean docs?" in err


def test_a_glob_that_fits_nothing_is_an_error(folder, capsys):
    assert folder
    status, _, err = run(capsys, "docs/*.md")
    assert status == USAGE
    assert "no file matches docs/*.md" in err


def test_an_empty_folder_is_never_a_pass(folder, capsys):
    (folder / "none").mkdir()
    status, out, err = run(capsys, "none")
    assert (status, out) == (USAGE, "")
    assert "no document in none" in err


def test_a_folder_without_configuration_and_documents_is_never_a_pass(
    folder, monkeypatch, capsys
):
    (folder / "none").mkdir()
    monkeypatch.chdir(folder / "none")
    assert run(capsys)[0] == USAGE


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(bytes(range(256)) * 40, "it is a binary file", id="binary"),
        pytest.param(b"%PDF-1.7\n" + b"x" * 90, "it is a PDF", id="PDF"),
        pytest.param(
            b"\xff\xfea\x00b", "it begins as UTF-16-LE and cannot be decoded", id="cut"
        ),
        pytest.param(
            bytes((i * 37 + 128) % 128 + 128 for i in range(4000)),
            "it cannot be decoded",
            id="undecodable",
        ),
    ],
)
def test_a_file_that_is_no_text_is_told_and_the_others_are_checked(
    data, reason, folder, capsys
):
    (folder / "docs" / "b.txt").write_bytes(data)
    status, found = report(capsys, "docs")
    assert status == UNCHECKED
    assert len(found["findings"]) == 1
    failed = [row for row in found["documents"] if row["status"] == "failed"]
    assert [row["path"] for row in failed] == ["docs/b.txt"]
    assert failed[0]["error"].startswith(reason)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_an_unreadable_file_is_told_and_the_others_are_checked(folder, capsys):
    (folder / "docs" / "b.txt").write_text("5 km")
    (folder / "docs" / "b.txt").chmod(0)
    status, found = report(capsys, "docs")
    assert status == UNCHECKED
    assert "Permission denied" in found["documents"][1]["error"]


def test_a_link_to_nowhere_is_told_and_the_others_are_checked(folder, capsys):
    (folder / "docs" / "b.txt").symlink_to("nowhere.txt")
    status, found = report(capsys, "docs")
    assert status == UNCHECKED
    assert found["documents"][1]["error"] == (
        "it cannot be read: No such file or directory"
    )
    assert len(found["findings"]) == 1


def test_a_legacy_encoding_is_read_and_named(folder, capsys):
    text = "Café owners sold 300 “éclairs” \u2013 they hoped for 500 éclairs.\n"
    (folder / "docs" / "b.txt").write_bytes(text.encode("windows-1252"))
    status, found = report(capsys, "docs")
    assert status == FOUND
    assert found["documents"][1]["encoding"] == "windows-1252"
    assert found["documents"][1]["notes"] == ["the encoding is a guess: windows-1252"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_unicode_is_read_with_and_without_a_mark(encoding, folder, capsys):
    (folder / "docs" / "b.txt").write_bytes("It is 12 km long.\n".encode(encoding))
    _, found = report(capsys, "docs/b.txt")
    assert [row["surface"] for row in found["mentions"]] == ["12 km"]


def test_an_empty_file_is_read_with_a_note(folder, capsys):
    (folder / "docs" / "a.txt").write_text("")
    status, found = report(capsys, "docs")
    assert status == CLEAN
    assert found["documents"][0]["notes"] == ["the file is empty"]


@pytest.mark.untraced
@pytest.mark.slow
def test_fifty_megabytes_on_one_line_are_read(folder, capsys):
    words = (
        "The river runs on past fields and farms where nobody counts anything at all. "
    )
    line = "The bridge is 12 km long, they said on Monday. " + words * 12
    (folder / "docs" / "b.txt").write_text(line * (50_000_000 // len(line)))
    status, out, err = run(capsys, "docs", "--quiet")
    assert (status, err) == (FOUND, "")
    assert "2 documents" in out


# --- rules and settings -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param("version: 1", "version: [1", "r.yaml:", id="broken YAML"),
        pytest.param(
            "fact: workers", "fcat: workers", "r.yaml:7:5: ", id="unknown key"
        ),
        pytest.param(
            "fact: workers",
            "fact: workers\n    fact: span",
            "r.yaml:8:5: ",
            id="duplicate key",
        ),
        pytest.param("fact: workers", "fact: wrokers", "r.yaml:7:", id="missing fact"),
        pytest.param(
            "fact: workers\n    expect: {agree: {}}",
            "facts: {a: workers, b: span}\n    expect: {relation: 'a == b'}",
            "r.yaml:8:",
            id="relation with mismatched dimensions",
        ),
        pytest.param(
            "any: [span]", "regex: '(?=span)'", "r.yaml:4:", id="regex RE2 refuses"
        ),
    ],
)
def test_a_wrong_rule_file_is_told_with_its_place(old, new, said, folder, capsys):
    assert old in RULES
    (folder / "r.yaml").write_text(RULES.replace(old, new))
    status, out, err = run(capsys, "docs", "--rules", "r.yaml")
    assert (status, out) == (USAGE, "")
    assert said in err
    assert "Traceback" not in err


def test_the_rules_that_the_broken_ones_are_made_of_are_right(folder, capsys):
    (folder / "r.yaml").write_text(RULES)
    (folder / "docs" / "b.txt").write_text("The mill employs 900 workers.\n")
    status, found = report(capsys, "docs", "--rules", "r.yaml")
    assert status == FOUND
    assert "my/rule" in [f["rule"] for f in found["findings"]]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["--rules", "no.yaml"], "no.yaml", id="missing rules"),
        pytest.param(["--config", "no.yaml"], "no.yaml", id="missing settings"),
        pytest.param(["--format", "jsno"], "did you mean 'json'?", id="format"),
        pytest.param(["--format", "pdf"], "known are text, json", id="no such format"),
        pytest.param(["--format", "json:"], "no file after the colon", id="no file"),
        pytest.param(
            ["--format", "json", "--format", "text"],
            "two formats go to standard output",
            id="two formats in one place",
        ),
        pytest.param(["--format", "json:no/x.json"], "no/x.json", id="no such folder"),
        pytest.param(["--fail-on", "eror"], "did you mean 'error'?", id="severity"),
        pytest.param(["--engine", "spacy"], "native, quantulum3", id="engine"),
        pytest.param(["--jobs", "0"], "--jobs", id="no jobs"),
        pytest.param(["--jbos", "2"], "--jbos", id="no such option"),
    ],
)
def test_a_wrong_option_is_an_error(arguments, said, folder, capsys):
    assert folder
    status, _, err = run(capsys, "docs", *arguments)
    assert status == USAGE
    assert said in err
    assert "Traceback" not in err


def test_a_wrong_setting_is_told_with_its_place(folder, capsys):
    (folder / ".factcheck.yaml").write_text("fail_no: error\n")
    status, _, err = run(capsys, "docs")
    assert status == USAGE
    assert ".factcheck.yaml:1:1: unknown key 'fail_no': did you mean 'fail_on'?" in err


def test_a_usage_error_is_graver_than_a_file_that_cannot_be_checked(folder, capsys):
    (folder / "docs" / "b.txt").write_bytes(b"\0\1\2" * 100)
    assert run(capsys, "docs", "--format", "pdf")[0] == USAGE
    assert run(capsys, "docs")[0] == UNCHECKED
