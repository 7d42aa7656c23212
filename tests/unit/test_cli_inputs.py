from __future__ import annotations

import datetime as dt
import io
import pathlib

import pytest

from factcheck.cli import inputs
from factcheck.config import Config, Entry
from factcheck.errors import UsageError
from factcheck.pipeline import Source


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_is_shown_on_a_terminal_and_wiped(monkeypatch):
    terminal = Terminal()
    times = iter([0.0, 0.01, 1.0, 1.05])
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr("time.monotonic", lambda: next(times))
    with inputs.progress() as bar:
        assert bar is not None
        for done in (1, 2, 3):
            bar(done, 4)
    shown = terminal.getvalue()
    assert shown.count("documents") == 1
    assert "2 of 4 documents, 2/s, 1 s left" in shown
    assert shown.endswith("\r\x1b[K")


def test_progress_is_for_terminals_alone(monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    with inputs.progress() as bar:
        assert bar is None
    assert stream.getvalue() == ""


def test_a_short_run_shows_no_progress(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with inputs.progress():
        pass
    assert terminal.getvalue() == ""


def test_settings_tell_date_and_source_of_documents(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("x")
    day = dt.date(2024, 5, 6)
    config = Config(tmp_path, documents=(Entry("."), Entry("b.*", day, "Gazette")))
    first, second = inputs.sources([], config)
    assert (first.date, first.publisher) == (None, None)
    assert (second.date, second.publisher) == (day, "Gazette")
    (named,) = inputs.sources([str(tmp_path / "b.txt")], config)
    assert named == second


def test_settings_that_name_no_document_are_an_error(tmp_path):
    with pytest.raises(UsageError):
        inputs.sources([], Config(tmp_path, documents=(Entry("no.txt"),)))


@pytest.mark.parametrize(
    ("sizes", "jobs", "serial"),
    [
        pytest.param([10], None, True, id="one document"),
        pytest.param([10, 10], None, True, id="small documents"),
        pytest.param([10, 10], 1, True, id="one process asked for"),
        pytest.param([10, 10], 2, False, id="two processes asked for"),
        pytest.param([9_000_000, 10], None, False, id="large documents"),
    ],
)
def test_processes_are_for_large_inputs(sizes, jobs, serial, tmp_path, monkeypatch):
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1})
    found = []
    for i, size in enumerate(sizes):
        path = tmp_path / f"{i}.txt"
        with path.open("wb") as stream:
            stream.truncate(size)
        found.append(Source(path.name, path))
    mapper = inputs.mapper(found, jobs)
    assert (mapper is map) is serial
    if not serial:
        assert list(mapper(str, found)) == list(map(str, found))


def test_standard_input_is_read_in_this_process():
    found = [Source("-", pathlib.Path("-")), Source("b.txt", pathlib.Path("no.txt"))]
    assert inputs.mapper(found, 2) is map


@pytest.mark.parametrize(
    ("files", "note"),
    [
        pytest.param(["a.md"], (), id="text alone"),
        pytest.param(["a.md", "b.csv.py", ".c.pdf"], (), id="no document, or hidden"),
        pytest.param(
            ["a.md", "sub/B.PDF", "c.docx"],
            ("not read, for want of a reader: c.docx, sub/B.PDF",),
            id="two files",
        ),
        pytest.param(
            ["a.md", *(f"{n}.rtf" for n in range(7))],
            (
                (
                    "not read, for want of a reader: "
                    "0.rtf, 1.rtf, 2.rtf, 3.rtf, 4.rtf and 2 more"
                ),
            ),
            id="many files",
        ),
        pytest.param(["a.md", "own.html"], (), id="the report of this run"),
    ],
)
def test_what_a_folder_has_and_nothing_reads_is_told(tmp_path, files, note):
    for name in files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("It is 12 km long.")
    config = Config(tmp_path)
    written = [None, tmp_path / "own.html"]
    assert inputs.passed_over([str(tmp_path)], config, written) == note
    assert inputs.passed_over([str(tmp_path / "a.md")], config, written) == ()
