from __future__ import annotations

import pytest

from factcheck.cli import CLEAN, UNCHECKED, USAGE, main


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        pytest.param(["--help"], CLEAN, "baseline", id="help names every command"),
        pytest.param(["nothing"], USAGE, "", id="no such command"),
        pytest.param(["-h"], CLEAN, "facts", id="short help"),
    ],
)
def test_the_whole_program_answers(arguments, status, said, capsys):
    assert main(arguments) == status
    assert said in capsys.readouterr().out


def test_the_version_is_told_behind_other_options_too(capsys):
    from factcheck.cli import app  # noqa: PLC0415 - typer, as the program imports it

    assert app.run(["--version", "schema"]) == CLEAN
    assert capsys.readouterr().out.startswith("factcheck ")


def test_an_interrupt_before_any_document_is_no_pass(tmp_path, capsys, monkeypatch):
    def interrupt(*_arguments, **_options):
        raise KeyboardInterrupt

    (tmp_path / "a.txt").write_text("It is 12 km long.\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("factcheck.config.load", interrupt)
    assert main(["run"]) == UNCHECKED
    assert "interrupted" in capsys.readouterr().err
