"""`factcheck review`: decide on findings, one after the other."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from factcheck import config as settings
from factcheck.cli import CLEAN, UNCHECKED, decided, inputs, options, output
from factcheck.errors import UsageError
from factcheck.model import Choice, Finding, Report
from factcheck.pipeline import decisions
from factcheck.reports import View


class _Answer(NamedTuple):
    """An answer that decides.

    Attributes:
        choice: What it decides.
        about: What it means, for people.
        reason: What is written where no reason is given; a decision needs one.
    """

    choice: Choice
    about: str
    reason: str


_ANSWERS = {
    "c": _Answer(Choice.CORRECT, "a real error, to be mended", "a real error"),
    "d": _Answer(
        Choice.DIFFERENT, "two facts, both right", "two facts, and both are right"
    ),
    "m": _Answer(Choice.MISREAD, "a number was read wrong", "a number was read wrong"),
    "a": _Answer(Choice.ACCEPTED, "disputed, or stays as it is", "accepted as it is"),
}
_SKIP, _QUIT, _HELP = "s", "q", "?"
_QUESTION = "[c]orrect, [d]ifferent facts, [m]isread, [a]ccepted, [s]kip, [q]uit, [?]: "
_NO_ANSWERS = (
    "review asks questions, and nobody answers: run it on a terminal, or pipe the answers, "
    "one a line"
)


def review(
    paths: options.Paths = None,
    *,
    rules: options.Rules = None,
    config: options.ConfigFile = None,
    jobs: options.Jobs = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also what was decided on before.")
    ] = False,
) -> None:
    """Step through findings, and keep what you decide on each."""
    loaded = settings.load(Path(config) if config else None)
    ruleset = inputs.rules(rules or (), loaded)
    path = inputs.decisions_file(loaded)
    known = decided.known(path)
    found = inputs.sources(paths or (), loaded)
    if any(str(source.path) == "-" for source in found):
        raise UsageError("review reads answers from standard input: give files, not -")
    report = inputs.checked(found, ruleset, loaded, decided=known, jobs=jobs)
    for row in report.documents:
        if row.error:
            typer.echo(f"factcheck: {row.path}: {row.error}", err=True)
    open_ = [one for one in report.findings if everything or one.decision is None]
    n = _ask(report, open_, path)
    old = len(report.findings) - len(open_)
    _say(_summary(n, len(open_) - n, old, path))
    raise typer.Exit(UNCHECKED if inputs.is_incomplete(report) else CLEAN)


def _summary(n: int, left: int, old: int, path: Path) -> str:
    if not n and not left:
        return "nothing to review" + (
            f": {old:,} decided before (--all)" if old else ""
        )
    kept = f"{n:,} decided, in {inputs.shown(path)}" if n else "0 decided"
    return f"{kept}; {left:,} left"


def _ask(report: Report, findings: Sequence[Finding], path: Path) -> int:
    """Ask about findings, keep each answer at once, and return how many were decided on."""
    from factcheck.reports import text  # noqa: PLC0415 - not for help and mistakes

    lines = _lines()
    view: View = options.view()
    n = 0
    for number, finding in enumerate(findings, 1):
        _say(f"\nFinding {number:,} of {len(findings):,}")
        output.write_stdout(text.one_finding(report, finding, view))
        answer = _answer(lines)
        if answer is None:
            break
        if answer == _SKIP:
            continue
        _, _, usual = decision = _ANSWERS[answer]
        reason = _line(lines, f"Reason (Enter for “{usual}”): ")
        if reason is None:
            break  # the answer was not finished
        decided.keep(
            path, [decisions.decide(finding, decision.choice, reason or usual)]
        )
        n += 1
    return n


def _answer(lines: Iterator[str]) -> str | None:
    """Return the letter of an answer, or None for an end."""
    names = {answer.choice.value: letter for letter, answer in _ANSWERS.items()}
    names |= {"skip": _SKIP, "quit": _QUIT, "different": "d"}
    while True:
        said = _line(lines, _QUESTION)
        if said is None:
            return None
        word = " ".join(said.lower().split())
        letter = names.get(word, word)
        if letter == _QUIT:
            return None
        if letter == _SKIP or letter in _ANSWERS:
            return letter
        if letter != _HELP:
            _say(f"“{said}” is no answer" if said else "an answer is a letter:")
        for key, answer in _ANSWERS.items():
            _say(f"  {key}  {answer.choice}: {answer.about}")
        _say(f"  {_SKIP}  skip: ask again next time")
        _say(f"  {_QUIT}  quit: what is decided is kept")


def _line(lines: Iterator[str], question: str) -> str | None:
    output.write_stdout([question])
    said = next(lines, None)
    if said is None or not sys.stdin.isatty():
        # On a terminal the person's own Enter ends the line.
        _say("" if said is None else said)
    return said


def _lines() -> Iterator[str]:
    """Yield the lines of standard input.

    Raises:
        UsageError: If it is no terminal, and there is none.
    """
    asked = False
    while True:
        try:
            said = sys.stdin.readline() if sys.stdin is not None else ""
        except KeyboardInterrupt:
            return  # what was decided so far is kept
        except UnicodeDecodeError:
            raise UsageError("the answers are not text") from None
        if not said:
            if not asked and (sys.stdin is None or not sys.stdin.isatty()):
                _say("")
                raise UsageError(_NO_ANSWERS)
            return
        asked = True
        yield said.strip()


def _say(text: str) -> None:
    output.write_stdout([text, "\n"])
