"""The command line: `factcheck COMMAND`; this module is all that `--version` imports."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

import factcheck

# Exit statuses; the gravest wins: 2, 3, 1, 0.
CLEAN, FOUND, USAGE, UNCHECKED = 0, 1, 2, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    Args:
        arguments: Without the program's name; those of the process by default.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given[:1] in (["--version"], ["-V"]):
        sys.stdout.write(f"factcheck {factcheck.__version__}\n")
        return CLEAN
    # All that a run allocates lives to its end or is freed at once: looking for rings of
    # garbage takes a twentieth of its time, and finds none but those that imports leave.
    gc.disable()
    try:
        return _run(given)
    finally:
        gc.enable()


def _run(arguments: list[str]) -> int:
    # Typer is 90 ms; `--version` is answered without it.
    from factcheck.cli import app  # noqa: PLC0415

    return app.run(arguments)
