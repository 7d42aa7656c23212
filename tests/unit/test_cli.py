from __future__ import annotations

import json
import os
import pathlib
import subprocess
import sys

import pytest

import factcheck
from factcheck import pipeline
from factcheck.cli import CLEAN, FOUND, UNCHECKED, USAGE, main
from factcheck.cli.app import COMMANDS

WRONG = "The bridge is 10 miles (26 km) long.\n"
RIGHT = "The bridge is 10 miles (16 km) long.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_CONFIG", raising=False)
    (tmp_path / "a.txt").write_text(WRONG)
    (tmp_path / "b.md").write_text(RIGHT)
    return tmp_path


def call(*arguments, cwd=None, stdin=None, **environment):
    """Run the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=cwd,
        input=stdin,
        env=os.environ | {"FACTCHECK_CONFIG": ""} | environment,
        capture_output=True,
        check=False,
        timeout=120,
    )


# --- exit status --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        pytest.param(["b.md"], CLEAN, id="clean"),
        pytest.param(["a.txt"], FOUND, id="found"),
        pytest.param(["."], FOUND, id="a folder"),
        pytest.param([], FOUND, id="what lies here"),
        pytest.param(["*.md"], CLEAN, id="a glob"),
    ],
)
def test_the_exit_status_says_what_was_found(arguments, status, folder, capsys):
    assert folder
    assert main(["run", *arguments]) == status
    capsys.readouterr()


def test_fail_on_moves_the_severity_that_fails(folder, capsys):
    (folder / ".factcheck.yaml").write_text(
        "levels: {'*': {'core/*': warning}}\nfail_on: error\n"
    )
    assert main(["run"]) == CLEAN
    assert main(["run", "--fail-on", "warning"]) == FOUND
    assert main(["run", "--fail-on", "note"]) == FOUND
    capsys.readouterr()


def test_a_level_of_off_drops_findings_in_some_documents(folder, capsys):
    (folder / ".factcheck.yaml").write_text(
        "levels: {'a.*': {'core/conversion': off}}\n"
    )
    assert main(["run", "--format", "json"]) == CLEAN
    assert json.loads(capsys.readouterr().out)["findings"] == []


@pytest.mark.parametrize(
    ("levels", "severity"),
    [
        pytest.param("{'a.txt': {core/conversion: note}}", "note", id="lower"),
        pytest.param("{'a.txt': {core/conversion: warning}}", "warning", id="between"),
        pytest.param("{'b.txt': {core/conversion: off}}", "error", id="another path"),
        pytest.param("{'*': {core/total: off}}", "error", id="another rule"),
        pytest.param(
            "{'*': {core/conversion: off}, 'a.*': {core/*: note}}",
            "note",
            id="the last",
        ),
        pytest.param("{'*': {core/conversion: off}}", None, id="off"),
    ],
)
def test_levels_are_by_path_and_rule(levels, severity, folder, capsys):
    (folder / ".factcheck.yaml").write_text(f"levels: {levels}\n")
    main(["run", "--format", "json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [row["severity"] for row in found] == ([severity] if severity else [])


def test_a_level_for_no_rule_is_told(folder, capsys):
    (folder / ".factcheck.yaml").write_text(
        "levels: {'drafts/*': {core/agrement: off, core/*: note, x/*: off}}\n"
    )
    main(["run"])
    out = " ".join(capsys.readouterr().out.split())
    said = "levels of 'drafts/*': there is no rule"
    assert f"{said} 'core/agrement': did you mean 'core/agreement'?" in out
    assert f"{said} 'x/*'" in out
    assert out.count(said) == 2


def test_a_bug_is_a_traceback_and_never_a_pass(folder, capsys, monkeypatch):
    assert folder
    monkeypatch.setattr("factcheck.pipeline.run", lambda *_, **__: 1 / 0)
    assert main(["run"]) == UNCHECKED
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_an_interrupt_outside_of_reading_is_never_a_pass(folder, capsys, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    assert folder
    monkeypatch.setattr("factcheck.pipeline.run", interrupt)
    assert main(["run"]) == UNCHECKED
    assert capsys.readouterr().err == "factcheck: interrupted\n"


def test_an_interrupt_while_reading_prints_what_is_done_as_partial(
    folder, capsys, monkeypatch
):
    assert folder
    original = pipeline.read

    def read(source, **options):
        if source.name == "b.md":
            raise KeyboardInterrupt
        return original(source, **options)

    monkeypatch.setattr("factcheck.pipeline.read", read)
    assert main(["run"]) == UNCHECKED
    out = capsys.readouterr().out
    assert "core/conversion" in out
    said = " ".join(out.split())  # whatever the terminal's width
    assert "The run was interrupted: this report is partial." in said


# --- output -------------------------------------------------------------------------------


def test_several_reports_are_written_in_one_run(folder, capsys):
    arguments = ["--format", "text", "--format", "json:r.json", "--format", "csv:r.csv"]
    assert main(["run", *arguments]) == FOUND
    assert "core/conversion" in capsys.readouterr().out
    found = json.loads((folder / "r.json").read_text("utf-8"))
    assert len(found["findings"]) == 1
    assert (folder / "r.csv").read_text("utf-8").startswith("finding,severity")


def test_a_format_from_the_settings_is_overruled_by_the_command_line(folder, capsys):
    (folder / ".factcheck.yaml").write_text("format: json\n")
    main(["run"])
    assert capsys.readouterr().out.startswith('{"format"')
    main(["run", "--format", "csv"])
    assert capsys.readouterr().out.startswith("finding,")


def test_a_report_file_is_written_whole_or_not_at_all(folder, capsys, monkeypatch):
    (folder / "r.txt").write_text("before")

    def render(*_):
        yield "half"
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("factcheck.cli.run.renderer", lambda _: render)
    assert main(["run", "--format", "text:r.txt"]) == USAGE
    assert "r.txt: it cannot be written: No space left" in capsys.readouterr().err
    assert (folder / "r.txt").read_text() == "before"
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "b.md", "r.txt"]


def test_a_report_may_go_to_a_device(folder, capsys):
    assert folder
    assert main(["run", "--format", f"text:{os.devnull}"]) == FOUND
    assert capsys.readouterr().out == ""
    assert not pathlib.Path(os.devnull).is_file()


def test_standard_input_is_a_document():
    done = call("run", "-", "--format", "json", stdin=WRONG.encode())
    assert done.returncode == FOUND
    assert json.loads(done.stdout)["documents"][0]["path"] == "-"


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        pytest.param({}, False, id="no terminal"),
        pytest.param({"FORCE_COLOR": "1"}, True, id="forced"),
        pytest.param({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, id="NO_COLOR"),
    ],
)
def test_colour_is_for_those_who_see_it(
    environment, coloured, folder, capsys, monkeypatch
):
    assert folder
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    main(["run"])
    assert ("\x1b[" in capsys.readouterr().out) is coloured


def test_a_reader_that_stops_reading_is_no_error(folder):
    (folder / "a.txt").write_text(WRONG * 2000)
    command = f"{sys.executable} -m factcheck run --verbose | head -c 10"
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, capture_output=True, check=False
    )
    assert len(done.stdout) == 10
    assert done.stderr == b""


# --- the same bytes -----------------------------------------------------------------------


@pytest.mark.parametrize("name", ["text", "json"])
def test_output_is_the_same_bytes_however_the_run_is_started(name, folder):
    for i in range(6):
        (folder / f"d{i}.txt").write_text(
            f"The bridge is {10 + i} miles (26 km) long. It cost €{i} million in 2020.\n"
        )
    (folder / "link").symlink_to(folder, target_is_directory=True)
    arguments = ["run", ".", "--format", name, "--verbose"]
    reference = call(*arguments, cwd=folder)
    assert reference.returncode == FOUND
    files = sorted(path.name for path in folder.glob("*.*"))
    others = [
        call(*arguments, cwd=folder / "link", PYTHONHASHSEED="7"),
        call(*arguments, cwd=folder, LC_ALL="C", PYTHONUTF8="0", PYTHONHASHSEED="1"),
        call(*arguments, cwd=folder, LC_ALL="de_DE.ISO-8859-1", PYTHONUTF8="0"),
        call(*arguments, "--jobs", "2", cwd=folder),
        call("run", *reversed(files), *arguments[2:], cwd=folder),
        call("run", str(folder), *arguments[2:], cwd=folder),
    ]
    assert [other.stdout for other in others] == [reference.stdout] * len(others)


# --- start-up -----------------------------------------------------------------------------


def imported(code):
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_the_version_is_answered_before_anything_is_imported():
    modules = imported("from factcheck.cli import main; main(['--version'])")
    assert {"typer", "pydantic", "pint", "quantulum3", "yaml"}.isdisjoint(modules)
    assert "factcheck.model" not in modules


def test_a_run_imports_neither_pint_nor_quantulum3(folder):
    modules = imported(
        f"from factcheck.cli import main; main(['run', {str(folder)!r}])"
    )
    assert {"pint", "quantulum3", "yaml", "re2", "charset_normalizer"}.isdisjoint(
        modules
    )


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_printed(option, capsys):
    assert main([option]) == CLEAN
    assert capsys.readouterr().out == f"factcheck {factcheck.__version__}\n"


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_explains_itself(command, capsys):
    assert main([command, "--help"]) == CLEAN
    assert f"Usage: factcheck {command}" in capsys.readouterr().out


def test_help_lists_every_command(capsys):
    assert main(["--help"]) == CLEAN
    out = capsys.readouterr().out
    assert all(f"  {command} " in out for command in COMMANDS)


def test_an_unknown_command_is_an_error(capsys):
    assert main(["rnu"]) == USAGE
    assert "rnu" in capsys.readouterr().err


# --- extract ------------------------------------------------------------------------------


def test_extract_prints_the_mentions_of_the_json_report(folder, capsys):
    assert folder
    assert main(["extract", "a.txt", "--format", "jsonl"]) == CLEAN
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["surface"] for row in rows] == ["10 miles", "26 km"]
    for row in rows:
        assert WRONG[row["start"] : row["end"]] == row["surface"]


def test_extract_prints_a_line_a_mention(folder, capsys):
    assert folder
    assert main(["extract", "a.txt"]) == CLEAN
    assert capsys.readouterr().out == (
        "a.txt:1:15: 10 miles  [length: 9.5 to 10.5 miles]\n"
        "a.txt:1:25: 26 km  [length: 25.5 to 26.5 kilometers]\n"
    )


def test_extract_tells_of_a_file_that_cannot_be_read(folder, capsys):
    (folder / "c.txt").write_bytes(b"\0\1\2" * 100)
    assert main(["extract", "."]) == UNCHECKED
    assert capsys.readouterr().err == "factcheck: c.txt: it is a binary file\n"
