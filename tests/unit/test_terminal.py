"""What somebody at a terminal sees: each test runs the program in a terminal of its own."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios

import pytest

from factcheck.cli import FOUND, UNCHECKED, inputs, main

CONFLICT = "The road from Tarn to Veld is 10 miles (26 km) long.\n"
CLUSTER = {
    "a.txt": "The Tarn coastguard pulled 14 sailors from the wreck off Veld.\n",
    "b.txt": "The Tarn coastguard pulled three other sailors from the wreck off Veld.\n",
}
UNHEARD = 2  # seconds without a word
# Long enough to read that a bar is drawn after it.
LONG = CONFLICT + "".join(f"Crate {n} weighs {n + 2}.5 kg.\n" for n in range(3000))
SGR = re.compile("\x1b\\[[0-9;]*m")
BAR = re.compile("\r[█░0-9][^\r\n]*\x1b\\[K|\r\x1b\\[K")
# It makes the terminal its own, so that Ctrl-C reaches it; a job in the background ignores it.
PROGRAM = """
import fcntl, signal, sys, termios
signal.signal(signal.SIGINT, signal.default_int_handler)
fcntl.ioctl({terminal}, termios.TIOCSCTTY, 0)
from factcheck.cli import main
sys.exit(main(sys.argv[1:]))
"""


class Terminal:
    """A program in a terminal, with what has come from it so far."""

    def __init__(self, folder, *arguments, columns=100, stdout=True, **environment):
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        settings = {"TERM": "xterm", **environment}
        gone = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", *settings)
        rest = {k: v for k, v in os.environ.items() if k not in gone}
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM.format(terminal=2), *arguments],
            cwd=folder,
            env=rest | settings,
            stdin=slave,
            stdout=slave if stdout else subprocess.DEVNULL,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)
        self.text = ""

    def read(self, until=None):
        """Read to the end, or until some text has come."""
        data = self.text.encode()
        while until is None or until not in data.decode("utf-8", "replace"):
            try:
                piece = os.read(self.master, 65536)
            except OSError:  # the program has closed its end
                break
            if not piece:
                break
            data += piece
        self.text = data.decode()
        return self.text

    def interrupt(self, answer):
        """Press Ctrl-C till an answer comes: one that comes just before a read goes unheard."""
        while answer not in self.text:
            if not select.select([self.master], [], [], UNHEARD)[0]:
                os.write(self.master, b"\x03")
                continue
            try:
                self.text += os.read(self.master, 65536).decode()
            except OSError:  # the program has closed its end
                break

    def end(self):
        """Read to the end and return the exit status with the lines that came."""
        text = self.read()
        os.close(self.master)
        return self.process.wait(), text.replace("\r\n", "\n")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "road.txt").write_text(CONFLICT)
    return tmp_path


def plain(text):
    """Leave out colours, and what a progress bar drew and wiped."""
    return SGR.sub("", BAR.sub("", text))


@pytest.mark.parametrize("columns", [50, 80, 120])
def test_no_line_is_wider_than_the_terminal_and_a_wide_one_is_used(columns, folder):
    long = "and the sign at the harbour says so to all who come by boat " * 3
    (folder / "road.txt").write_text(CONFLICT.replace(" long", f" long, {long}"))
    status, text = Terminal(folder, "run", columns=columns).end()
    assert status == FOUND
    assert columns - 12 < max(map(len, plain(text).split("\n"))) <= columns


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        pytest.param({}, True, id="terminal"),
        pytest.param({"NO_COLOR": "1"}, False, id="NO_COLOR"),
        pytest.param({"TERM": "dumb"}, False, id="dumb terminal"),
    ],
)
def test_severities_are_coloured_and_numbers_emphasised(environment, coloured, folder):
    _, text = Terminal(folder, "run", **environment).end()
    assert ("\x1b[1;31merror\x1b[0m" in text) is coloured
    assert ("\x1b[1;4m26 km\x1b[0m" in text) is coloured
    assert bool(re.search(r"^ +\^{5}$", text, re.MULTILINE)) is not coloured


def test_a_document_commands_no_terminal(folder):
    evil = "\x1b[2J\x1b]0;owned\x9b31m\u202e"
    (folder / "road.txt").write_text(
        CONFLICT.replace("Tarn", f"{evil}Tarn") * 9, "utf-8"
    )
    _, text = Terminal(folder, "run", "--verbose", "--excused").end()
    assert "26 km" in text
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", plain(text))


def test_findings_of_one_fact_stand_under_one_heading(folder):
    rule = (
        "facts: {road: {property: length of the road, match: {any: [road], dimension: length}}}\n"
        "rules:\n"
        "  - {id: x/low, fact: road, expect: {between: {min: 90 km, max: 95 km}}}\n"
        "  - {id: x/high, fact: road, expect: {between: {min: 80 km, max: 85 km}}}\n"
    )
    (folder / "rules.yaml").write_text(rule)
    (folder / "road.txt").write_text("The road is 26.0 km long.\n")
    _, text = Terminal(folder, "run", "road.txt", "--rules", "rules.yaml").end()
    lines = plain(text).split("\n")
    assert lines.count("length of the road") == 1
    assert sum(line.startswith("error  26.0 km in road.txt") for line in lines) == 2
    assert "error  length of the road:" not in plain(text)


@pytest.mark.parametrize(
    ("option", "shown"),
    [
        pytest.param("--verbose", "Numbers in a.txt (1)", id="verbose"),
        pytest.param("--statistics", "figure", id="statistics"),
        pytest.param("--excused", "may both be right: one counts only", id="excused"),
    ],
)
def test_an_option_shows_more(option, shown, folder, capsys):
    for name, text in CLUSTER.items():
        (folder / name).write_text(text)
    main(["run"])
    assert shown not in capsys.readouterr().out
    main(["run", option])
    assert shown in capsys.readouterr().out


def test_quiet_leaves_findings_and_the_last_line(folder, capsys):
    for name, text in CLUSTER.items():
        (folder / name).write_text(text)
    main(["run"])
    full = capsys.readouterr().out
    main(["run", "--quiet"])
    quiet = capsys.readouterr().out
    assert "--excused shows them" in full
    assert full.startswith(quiet.rpartition("\n\n")[0])
    assert quiet.count("\n\n") == 1
    assert quiet.split("\n")[-2] == full.split("\n")[-2]


# --- progress -----------------------------------------------------------------------------


@pytest.mark.parametrize("columns", [30, 100])
def test_a_bar_with_rate_and_time_left_is_drawn_and_wiped(columns, folder):
    (folder / "long.txt").write_text(LONG)
    _, text = Terminal(folder, "run", columns=columns, stdout=False).end()
    drawn = text.split("\r")
    assert drawn[0] == ""
    assert drawn[-1] == "\x1b[K"
    assert all(len(one.removesuffix("\x1b[K")) < columns for one in drawn)
    assert "1 of 2 documents" in text
    if columns > 30:
        assert re.search(r"█+░+ 1 of 2 documents, \d+/s, \d+ s left", text)
        assert "2 of 2 documents" in text


def test_no_bar_goes_where_no_one_looks(folder):
    (folder / "long.txt").write_text(LONG)
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "run"],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    assert done.returncode == FOUND
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        pytest.param(0.2, "0 s", id="soon"),
        pytest.param(59, "59 s", id="seconds"),
        pytest.param(90, "2 min", id="minutes"),
        pytest.param(9000, "2 h", id="hours"),
    ],
)
def test_the_time_left_is_told_roughly(seconds, said):
    assert inputs.duration(seconds) == said


def test_ctrl_c_prints_what_is_done_and_says_that_it_is_partial(folder):
    # Names are read in order: a long one, then what somebody types, which never comes.
    (folder / "!long.txt").write_text(LONG)
    terminal = Terminal(folder, "run", "!long.txt", "-", "road.txt", "--quiet")
    terminal.read(until="1 of 3 documents")
    terminal.interrupt("interrupted")
    status, text = terminal.end()
    assert status == UNCHECKED
    assert "10 miles" in text
    assert "in 1 document:" in text
    last = " ".join(plain(text).split())
    assert last.endswith("The run was interrupted: this report is partial.")
