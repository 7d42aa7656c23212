"""The file with decisions on findings, for the commands that write it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.cli import output
from factcheck.errors import UsageError
from factcheck.model import Decision
from factcheck.pipeline import decisions


def known(path: Path) -> tuple[Decision, ...]:
    """Return the decisions so far; none, if there is no file yet.

    Raises:
        UsageError: If the file cannot be read.
        RuleError: If something in it is wrong.
    """
    return decisions.load(path) if path.exists() else ()


def keep(path: Path, fresh: Sequence[Decision]) -> None:
    """Write decisions to the file, whole or not at all; what else stands in it stays.

    Raises:
        UsageError: If the file cannot be read or written.
        RuleError: If something in it is wrong by now.
    """
    if path.exists():
        try:
            before = path.read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{path}: decisions cannot be read: {error}") from None
        text = decisions.added(before, str(path), fresh)
        if text == before:
            return
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = decisions.written(fresh)
    output.write(output.Target("yaml", path), [text])
