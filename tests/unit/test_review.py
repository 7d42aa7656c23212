from __future__ import annotations

import io
import sys

import pytest

from factcheck.cli import CLEAN, FOUND, UNCHECKED, USAGE, main
from factcheck.model import Choice
from factcheck.pipeline import decisions

NAME = ".factcheck-decisions.yaml"
BRIDGE = "The bridge is 10 miles (26 km) long.\n"
ROAD = "The road is 5 miles (28 km) long.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_CONFIG", raising=False)
    (tmp_path / "bridge.txt").write_text(BRIDGE)
    (tmp_path / "road.txt").write_text(ROAD)
    return tmp_path


class Terminal(io.StringIO):
    def isatty(self):
        return True


class Interrupted(Terminal):
    def readline(self, *_):
        raise KeyboardInterrupt


class Binary(io.StringIO):
    def readline(self, *_):
        raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")


@pytest.fixture
def answer(folder, monkeypatch, capsys):
    """Review with typed answers; returns the status, and what was printed."""

    assert folder

    def run(typed, *arguments, stream=io.StringIO):
        given = stream("".join(f"{line}\n" for line in typed))
        monkeypatch.setattr(sys, "stdin", given)
        status = main(["review", *arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


def kept(folder):
    path = folder / NAME
    return [(d.choice, d.reason) for d in decisions.load(path)] if path.exists() else []


@pytest.mark.parametrize(
    ("typed", "decided"),
    [
        pytest.param(["c", ""], [(Choice.CORRECT, "a real error")], id="correct"),
        pytest.param(
            ["d", "one is by road"], [(Choice.DIFFERENT, "one is by road")],
            id="different facts, with a reason",
        ),
        pytest.param(
            ["m", ""], [(Choice.MISREAD, "a number was read wrong")], id="misread"
        ),
        pytest.param(
            ["ACCEPTED", " as  signed "], [(Choice.ACCEPTED, "as signed")], id="in full"
        ),
        pytest.param(["s", "s"], [], id="skip"),
        pytest.param(["q"], [], id="quit"),
        pytest.param(["c"], [], id="the end before the reason"),
        pytest.param(
            ["?", "x", "", "m", ""], [(Choice.MISREAD, "a number was read wrong")],
            id="help and mistakes first",
        ),
        pytest.param(
            ["a", "x", "m", "y"], [(Choice.ACCEPTED, "x"), (Choice.MISREAD, "y")],
            id="both findings",
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_an_answer_decides_the_finding_it_is_given_to(
    typed, decided, stream, folder, answer
):
    status, out, _ = answer(typed, stream=stream)
    assert status == CLEAN
    assert kept(folder) == decided
    assert "Finding 1 of 2\n" in out
    assert f"{len(decided)} decided" in out
    assert f"; {2 - len(decided)} left\n" in out


def test_a_finding_is_shown_as_the_report_shows_it(answer, capsys):
    assert main(["run", "bridge.txt", "--quiet"]) == FOUND
    shown = capsys.readouterr().out.partition("\n\n")[0]
    assert "Likely slip:" in shown
    assert shown in answer(["q"])[1]


def test_help_says_what_each_letter_means(answer):
    out = answer(["?"])[1]
    assert "  d  different facts: two facts, both right\n" in out
    assert "  q  quit: what is decided is kept\n" in out


def test_what_is_decided_is_not_asked_again_but_with_all(folder, answer):
    answer(["a", "first", "q"])
    out = answer(["s"])[1]
    assert "Finding 1 of 1" in out
    out = answer(["m", "later", "q"], "--all")[1]
    assert "Finding 1 of 2" in out
    assert "Decided: accepted — first" in out
    assert kept(folder) == [(Choice.MISREAD, "later")]
    answer(["c", "", "c", ""], "--all")
    assert answer([])[:2] == (
        CLEAN,
        "nothing to review: 2 decided before (--all)\n",
    )


def test_each_answer_is_kept_before_the_next_question(folder, answer):
    seen = []

    class Looking(io.StringIO):
        def readline(self, *_):
            seen.append(kept(folder))
            return super().readline()

    answer(["a", "x", "q"], stream=Looking)
    assert seen == [[], [], [(Choice.ACCEPTED, "x")]]


def test_an_interrupt_keeps_what_was_decided(folder, answer):
    status, out, _ = answer([], stream=Interrupted)
    assert status == CLEAN
    assert "0 decided; 2 left" in out
    assert kept(folder) == []


def test_what_people_wrote_in_the_file_stays(folder, answer):
    (folder / NAME).write_text("# ours\nversion: 1\ndecisions:\n")
    answer(["a", "x", "q"])
    text = (folder / NAME).read_text()
    assert text.startswith("# ours\nversion: 1\ndecisions:\n  - fingerprint: ")
    assert 'documents: ["bridge.txt"]' in text


def test_a_decided_finding_fails_no_run_until_its_numbers_change(folder, answer):
    answer(["d", "x", "d", "y"])
    assert main(["run"]) == CLEAN
    (folder / "bridge.txt").write_text(f"It rained for 3 days.\n\n{BRIDGE}")
    assert main(["run"]) == CLEAN
    (folder / "bridge.txt").write_text(BRIDGE.replace("26", "27"))
    assert main(["run"]) == FOUND
    assert "Finding 1 of 1" in answer(["q"])[1]


@pytest.mark.parametrize(
    ("arguments", "stream", "status", "said"),
    [
        pytest.param([], io.StringIO, USAGE, "or pipe the answers", id="nobody answers"),
        pytest.param([], Terminal, CLEAN, "", id="the end on a terminal"),
        pytest.param([], Binary, USAGE, "not text", id="answers in no encoding"),
        pytest.param(["-"], io.StringIO, USAGE, "give files, not -", id="documents there"),
        pytest.param(["none.txt"], io.StringIO, USAGE, "none.txt", id="missing"),
    ],
)  # fmt: skip
def test_a_review_without_answers_changes_nothing(
    arguments, stream, status, said, folder, answer
):
    got, _, err = answer([], *arguments, stream=stream)
    assert (got, kept(folder)) == (status, [])
    assert said in err


def test_nothing_to_review_asks_nothing(folder, answer):
    (folder / "bridge.txt").write_text("The bridge is long.\n")
    (folder / "road.txt").unlink()
    assert answer([]) == (CLEAN, "nothing to review\n", "")


def test_a_document_that_cannot_be_read_is_told_after_the_review(folder, answer):
    (folder / "scan.txt").write_bytes(b"\0\1\2" * 99)
    status, out, err = answer(["q"])
    assert status == UNCHECKED
    assert "scan.txt: " in err
    assert "0 decided; 2 left" in out


@pytest.mark.parametrize(
    ("before", "said"),
    [
        pytest.param(b"version: 2\n", "version: 1", id="wrong"),
        pytest.param(b"\xff\xfe\xff", "UTF-8", id="no text"),
    ],
)
def test_a_file_that_is_wrong_is_left_as_it_is(before, said, folder, answer):
    (folder / NAME).write_bytes(before)
    status, _, err = answer(["a", "x"])
    assert status == USAGE
    assert said in err
    assert (folder / NAME).read_bytes() == before


def test_the_folder_of_the_file_is_made(folder, answer):
    (folder / ".factcheck.yaml").write_text("decisions: desk/kept.yaml\n")
    assert answer(["a", "x", "q"])[0] == CLEAN
    assert len(decisions.load(folder / "desk" / "kept.yaml")) == 1
