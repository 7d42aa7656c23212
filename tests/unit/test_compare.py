from __future__ import annotations

import json

import pytest

from factcheck import extract
from factcheck.cli import CLEAN, UNCHECKED, USAGE, main
from factcheck.model import Extraction
from factcheck.reports.compare import Match, pairs

TEXT = (
    "The pier is 12 km long. It took 3 years. It cost 5 dollars and 40 guests came.\n"
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_CONFIG", raising=False)
    (tmp_path / "a.txt").write_text(TEXT)
    return tmp_path


@pytest.fixture
def second(monkeypatch):
    """A second engine: no years, miles for kilometres, and nothing of "40"."""

    def read(document):
        text = document.text.replace("12 km", "12 mi")
        text = text.replace("3 years", "a while").replace("40", "no")
        other = type(document)(document.path, text, document.blocks)
        return Extraction(document.path, extract.extract(other).mentions, ())

    monkeypatch.setitem(extract.ENGINES, "quantulum3", read)


def test_each_place_is_alike_different_or_read_by_one(folder, second, capsys):
    assert folder
    assert second is None
    assert main(["extract", "a.txt", "--compare"]) == CLEAN
    out = capsys.readouterr().out
    assert out.startswith(
        "a.txt: 1 alike, 1 different, 2 native only, 0 quantulum3 only\n"
    )
    assert "In all: 1 alike, 1 different, 2 native only, 0 quantulum3 only\n" in out
    assert "1:13" in out
    assert "“12 km”" in out
    assert "“12 mi”" in out


def test_json_lines_give_a_row_a_place(folder, second, capsys):
    assert folder
    assert second is None
    assert main(["extract", "a.txt", "--compare", "--format", "jsonl"]) == CLEAN
    rows = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    assert [row["match"] for row in rows] == [
        "different",
        "native only",
        "alike",
        "native only",
    ]
    assert rows[0]["native"]["unit"] == "kilometer"
    assert rows[0]["quantulum3"]["unit"] == "mile"
    assert rows[1]["quantulum3"] is None


def test_what_only_the_second_engine_reads_is_a_place_too():
    from factcheck import extract_text  # noqa: PLC0415

    (one,) = extract_text("It is 12 km long.")
    assert [p.match for p in pairs([], [one])] == [Match.SECOND]
    assert [p.match for p in pairs([one], [one])] == [Match.ALIKE]
    assert pairs([], []) == []


def test_a_document_without_numbers_has_no_table(folder, second, capsys):
    assert second is None
    (folder / "a.txt").write_text("Nothing here.\n")
    assert main(["extract", "--compare"]) == CLEAN
    assert "at  " not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("-", USAGE, id="standard input"),
        pytest.param("a.bin", UNCHECKED, id="binary"),
    ],
)
def test_what_cannot_be_compared_is_said(folder, second, capsys, path, status):
    assert second is None
    (folder / "a.bin").write_bytes(b"\0\1\2" * 99)
    assert main(["extract", path, "--compare"]) == status
    assert capsys.readouterr().err.startswith("factcheck: ")


@pytest.mark.slow
def test_the_real_engine_is_compared(folder, capsys):
    assert folder
    assert main(["extract", "a.txt", "--compare", "--format", "jsonl"]) == CLEAN
    rows = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    assert rows[0]["match"] == "alike"
    assert rows[0]["quantulum3"]["value"] == "12"
