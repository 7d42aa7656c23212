from __future__ import annotations

import pytest

from factcheck.cli import CLEAN, FOUND, USAGE, main

OLD = {
    "a.txt": "The bridge is 10 miles (26 km) long.\n",
    "b.txt": "The tower is 90 metres (395 feet) high.\n\nThe mill employs 412 workers.\n",
}
NEW = {
    "a.txt": "The bridge is 10 miles (62 km) long.\n",
    "b.txt": "The tower is 90 metres (295 feet) high.\n\nThe mill employs 421 workers.\n",
    "c.txt": "The road is 10 miles (61 km) long.\n",
}


@pytest.fixture
def folder(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_CONFIG", raising=False)
    for name, texts in (("old", OLD), ("new", NEW)):
        for document, text in texts.items():
            (tmp_path / document).write_text(text)
        main(["run", "--format", f"json:{name}.json"])
    capsys.readouterr()
    return tmp_path


def test_new_gone_and_changed_findings_and_values_are_told(folder, capsys):
    assert folder
    assert main(["diff", "old.json", "new.json"]) == FOUND
    out = capsys.readouterr().out
    new, gone = out.split("Gone findings (1)\n")
    assert new.startswith("New findings (1)\n  fc-")
    assert "not 61 km" in new
    assert "not 395 feet" in gone.split("Changed findings (1)\n")[0]
    assert "not 62 km" in gone
    assert "before: 10 miles is 16.1 km, not 26 km" in gone
    assert "  b.txt:3:18: 412 workers → 421 workers\n" in gone
    assert out.endswith("Findings: 1 new, 1 gone, 1 changed; 3 values changed\n")


def test_a_report_does_not_differ_from_itself(folder, capsys):
    assert folder
    assert main(["diff", "new.json", "new.json"]) == CLEAN
    assert capsys.readouterr().out == (
        "Findings: 0 new, 0 gone, 0 changed; 0 values changed\n"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(None, "it cannot be read", id="missing"),
        pytest.param("{", "it is not JSON", id="no JSON"),
        pytest.param("[]", "it is not a report", id="no report"),
    ],
)
def test_what_is_no_report_is_an_error(text, said, folder, capsys):
    if text is not None:
        (folder / "x.json").write_text(text)
    assert main(["diff", "x.json", "new.json"]) == USAGE
    assert f"x.json: {said}" in capsys.readouterr().err
