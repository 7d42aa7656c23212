from __future__ import annotations

import json
import pathlib

import jsonschema
import pytest

import factcheck
from factcheck.cli import CLEAN, FOUND, UNCHECKED, USAGE, main
from factcheck.errors import RuleError
from factcheck.model import Choice, Decision
from factcheck.pipeline import Source, decisions, run
from factcheck.reports import FORMATS, View, renderer

WRONG = "The bridge is 10 miles (26 km) long.\n"
MARK = "0123456789abcdef" * 2
NAME = ".factcheck-decisions.yaml"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_CONFIG", raising=False)
    (tmp_path / "a.txt").write_text(WRONG)
    return tmp_path


def entry(**changes):
    row: dict[str, str | None] = {
        "fingerprint": MARK,
        "rule": '"r"',
        "decision": "misread",
        "reason": '"why"',
    }
    row.update(changes)
    lines = [f"{key}: {value}" for key, value in row.items() if value is not None]
    return "  - " + "\n    ".join(lines) + "\n"


def file(*entries):
    # The shape that the HTML report saves.
    return "# Decisions\nversion: 1\ndecisions:\n" + "".join(entries)


@pytest.mark.parametrize("choice", list(Choice))
@pytest.mark.parametrize(
    "documents",
    [
        pytest.param((), id="none"),
        pytest.param(("a.txt",), id="one"),
        pytest.param(('b "c": #\\.md', "\N{BEAR FACE}\x85\x07.txt"), id="odd names"),
    ],
)
def test_decisions_are_read_as_they_are_written(choice, documents):
    decided = Decision(
        MARK, choice, 'the "old" figure: # 1', "core/agreement", "x:4", documents
    )
    assert decisions.parse(decisions.written([decided]), "x") == (decided,)


def test_one_document_needs_no_list():
    (one,) = decisions.parse(file(entry(documents="a.txt")), "x")
    assert one.documents == ("a.txt",)


def test_a_new_decision_takes_the_place_of_the_old_one_and_comments_stay():
    head = "# ours\nversion: 1\ndecisions:\n"
    other = "  - {fingerprint: " + "e" * 32 + ", decision: misread, reason: so}\n"
    text = head + "  # the sign\n" + entry() + "  # the map\n" + other + "# end\n"
    new = Decision(MARK, Choice.CORRECT, "looked up", "r")
    changed = decisions.added(text, "x", [new])
    assert changed.startswith(head + "  # the sign\n  # the map\n" + other + "# end\n")
    assert [d.reason for d in decisions.parse(changed, "x")] == ["so", "looked up"]


def test_no_decision_is_a_file_too():
    assert decisions.parse(decisions.written([]), "x") == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("- a", "1:1: this must map 'version'", id="a list"),
        pytest.param("decisions: []", "1:1: this must say version: 1", id="no version"),
        pytest.param("version: 2", "1:10: this must say version: 1", id="version 2"),
        pytest.param(
            "version: 1\ndecisions: yes", "2:12: 'decisions' must be a list", id="text"
        ),
        pytest.param(
            "version: 1\ndecision: []", "2:1: unknown key 'decision': did you mean 'dec",
            id="unknown key",
        ),
        pytest.param(file("  - a\n"), "4:5: a decision is a mapping", id="an item"),
        pytest.param(
            file(entry(fingerprint="12")), "4:18: a fingerprint is 32", id="short mark"
        ),
        pytest.param(
            file(entry(fingerprint=None)), "4:5: 'fingerprint' is missing", id="no mark"
        ),
        pytest.param(
            file(entry(decision="acepted")),
            "6:15: unknown decision 'acepted': did you mean 'accepted'?", id="misspelt",
        ),
        pytest.param(
            file(entry(decision="zzz")), "it is one of correct, different facts",
            id="unknown word",
        ),
        pytest.param(file(entry(reason="[a]")), "7:13: this must be text", id="a list there"),
        pytest.param(
            file(entry(note="x")), "8:5: unknown key 'note': known are", id="no such key"
        ),
    ],
)  # fmt: skip
def test_a_wrong_file_says_where_it_is_wrong(text, said):
    with pytest.raises(RuleError) as error:
        decisions.parse(text, "x")
    assert said in str(error.value)


def test_a_baseline_makes_the_next_run_pass_and_only_new_findings_fail(folder, capsys):
    assert main(["run"]) == FOUND
    assert main(["baseline", "--reason", "as on the sign"]) == CLEAN
    assert "1 new decision\n" in capsys.readouterr().out
    assert main(["run"]) == CLEAN
    out = capsys.readouterr().out
    assert "Decided: accepted — as on the sign" in out
    assert "No findings in 1 document" in out
    assert "1 finding decided." in " ".join(out.split())
    (folder / "b.txt").write_text("The road is 5 miles (28 km) long.\n")
    assert main(["run", "--fail-on", "note"]) == FOUND
    capsys.readouterr()


def test_a_second_baseline_keeps_what_is_written_there(folder, capsys):
    main(["baseline", "--reason", "first"])
    path = folder / NAME
    path.write_text(path.read_text() + "# a remark\n")
    (folder / "b.txt").write_text("The road is 5 miles (28 km) long.\n")
    assert main(["baseline", "--reason", "later", "--decision", "misread"]) == CLEAN
    text = path.read_text()
    assert "# a remark\n" in text
    assert [d.reason for d in decisions.parse(text, "x")] == ["first", "later"]
    assert main(["baseline", "--reason", "again"]) == CLEAN
    assert path.read_text() == text
    assert "0 new decisions" in capsys.readouterr().out


def test_a_list_in_another_style_is_written_anew():
    new = Decision("f" * 32, Choice.CORRECT, "so", "r")
    text = f"{{version: 1, decisions: [{{fingerprint: {MARK}, decision: misread}}]}}"
    longer = decisions.parse(decisions.added(text, "x", [new]), "x")
    assert [d.fingerprint for d in longer] == [MARK, new.fingerprint]


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        pytest.param(entry(), f"{NAME}:4: the decision (r) is stale", id="stale"),
        pytest.param(entry(rule=None), f"{NAME}:4: the decision is stale", id="no rule"),
        pytest.param(
            entry(documents="[gone.txt]"), f"{NAME}:4: the decision (r) is stale",
            id="of a document that is gone",
        ),
        pytest.param(
            entry(reason='""'), f"{NAME}:4: the decision has no reason", id="no reason"
        ),
    ],
)  # fmt: skip
def test_a_decision_that_holds_for_nothing_is_told(folder, capsys, entries, said):
    (folder / NAME).write_text(file(entries))
    assert main(["run"]) == FOUND
    out = " ".join(capsys.readouterr().out.split())
    assert said in out


@pytest.mark.parametrize(
    ("arguments", "changes", "is_told"),
    [
        pytest.param([], {}, True, id="all there is"),
        pytest.param(["a.txt"], {}, True, id="its document"),
        pytest.param(["b.txt"], {}, False, id="another document"),
        pytest.param(["a.txt"], {"documents": None}, False, id="it names no document"),
        pytest.param([], {"documents": None}, True, id="no document, all there is"),
        pytest.param(
            ["a.txt"], {"documents": "[a.txt, b.txt]"}, False, id="one of two documents"
        ),
        pytest.param(
            ["a.txt", "b.txt"], {"documents": "[a.txt, b.txt]"}, True, id="both"
        ),
        pytest.param(
            ["a.txt"], {"rule": "my/rule"}, False, id="a rule that is not of the run"
        ),
        pytest.param(
            [".", "--rules", "r.yaml"], {"rule": "my/rule"}, False, id="other rules"
        ),
    ],
)  # fmt: skip
def test_a_decision_is_stale_only_if_the_run_would_have_found_it(
    folder, capsys, arguments, changes, is_told
):
    (folder / "b.txt").write_text("The sea is 12 km wide.\n")
    (folder / "r.yaml").write_text("version: 1\nrules: []\n")
    row = {"rule": "core/conversion", "documents": "[a.txt]", **changes}
    (folder / NAME).write_text(file(entry(**row)))
    main(["run", *arguments])
    assert ("is stale" in capsys.readouterr().out) is is_told


def test_no_decision_is_stale_while_a_document_cannot_be_read(folder, capsys):
    (folder / "scan.txt").write_bytes(b"\0\1\2" * 99)
    (folder / NAME).write_text(file(entry(documents="[scan.txt]")))
    assert main(["run"]) == UNCHECKED
    assert "is stale" not in capsys.readouterr().out


def test_a_number_that_is_said_once_more_reopens_nothing(folder, capsys):
    (folder / "a.txt").write_text("The old pier in Ostrel drew 412 visitors in May.\n")
    (folder / "b.txt").write_text("The old pier in Ostrel drew 421 visitors in May.\n")
    (folder / "r.yaml").write_text(
        "version: 1\nfacts:\n  drew: {match: {units: [visitors], any: [pier]}}\n"
        "rules: [{id: my/pier, fact: drew, expect: agree}]\n"
    )
    (folder / ".factcheck.yaml").write_text("rules: [r.yaml]\n")
    assert main(["run"]) == FOUND
    assert main(["baseline", "--reason", "known"]) == CLEAN
    with (folder / "a.txt").open("a") as more:
        more.write("\nYes, 412 visitors came to the pier.\n")
    assert main(["run"]) == CLEAN
    (folder / "b.txt").write_text("The old pier in Ostrel drew 431 visitors in May.\n")
    assert main(["run"]) == FOUND
    assert "is stale" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        pytest.param(["baseline"], USAGE, "--reason", id="no reason"),
        pytest.param(["baseline", "--reason", " "], USAGE, "needs a reason", id="blank"),
        pytest.param(
            ["baseline", "--reason", "x", "--decision", "acepted"], USAGE,
            "did you mean 'accepted'?", id="misspelt",
        ),
        pytest.param(["run", "-c", "c.yaml"], USAGE, "cannot be read", id="no file"),
        pytest.param(
            ["baseline", "--reason", "x", "a.bin"], UNCHECKED, "", id="binary"
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said(folder, capsys, arguments, status, said):
    (folder / "c.yaml").write_text("decisions: kept/d.yaml\n")
    (folder / "a.bin").write_bytes(b"\0\1\2" * 99)
    assert main(arguments) == status
    assert said in capsys.readouterr().err


def test_the_settings_name_the_file(folder, capsys):
    (folder / ".factcheck.yaml").write_text("decisions: kept.yaml\n")
    (folder / "kept.yaml").write_text(file())
    assert main(["baseline", "--reason", "x"]) == CLEAN
    assert main(["run"]) == CLEAN
    assert "core/conversion" in (folder / "kept.yaml").read_text()
    capsys.readouterr()


@pytest.fixture(scope="module")
def decided():
    texts = {
        "a.txt": WRONG,
        "b.txt": WRONG[:-1] + " <!-- factcheck: ignore as signed -->",
    }
    (one,) = factcheck.check_texts({"a.txt": WRONG}).findings
    known = Decision(one.fingerprint, Choice.MISREAD, "an old mile")
    return run([Source(n, text=t) for n, t in texts.items()], decided=[known])


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_but_annotations_tells_what_is_decided_and_ignored(name, decided):
    out = "".join(renderer(name)(decided, View()))
    assert ("an old mile" in out) is (name != "github")
    assert ("as signed" in out) is (name != "github")
    assert "<failure" not in out
    assert "::error file" not in out


def test_json_tells_what_is_decided_and_what_is_ignored(decided):
    report = json.loads("".join(renderer("json")(decided, View())))
    (finding,) = report["findings"]
    assert finding["decision"] == {"decision": "misread", "reason": "an old mile"}
    (ignored,) = report["ignored"]
    assert (ignored["document"], ignored["line"]) == ("b.txt", 1)
    assert (report["stats"]["decided"], report["stats"]["ignored"]) == (1, 1)
    schema = pathlib.Path(factcheck.__path__[0], "schema", "report.schema.json")
    jsonschema.validate(report, json.loads(schema.read_text("utf-8")))


def test_text_lists_what_is_ignored(decided):
    out = "".join(renderer("text")(decided, View()))
    assert "Ignored (1)\n" in out
    assert "as signed (b.txt:1)" in out
