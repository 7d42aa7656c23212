"""The commands, and what becomes of the errors that they raise."""

from __future__ import annotations

import os
import sys
import traceback
from importlib import import_module
from typing import Annotated

import typer

import factcheck
from factcheck.cli import CLEAN, UNCHECKED, USAGE
from factcheck.errors import DocumentError, FactcheckError

# Command -> module and function. Only the command that is asked for is imported and
# registered: typer's work grows with each.
COMMANDS = {
    "run": ("factcheck.cli.run", "run"),
    "extract": ("factcheck.cli.extract", "extract"),
    "facts": ("factcheck.cli.facts", "facts"),
    "diff": ("factcheck.cli.diff", "diff"),
    "review": ("factcheck.cli.review", "review"),
    "baseline": ("factcheck.cli.baseline", "baseline"),
    "test": ("factcheck.cli.rulebook", "check_examples"),
    "validate": ("factcheck.cli.rulebook", "validate"),
    "rules": ("factcheck.cli.rulebook", "rules"),
    "explain": ("factcheck.cli.rulebook", "explain"),
    "init": ("factcheck.cli.rulebook", "init"),
    "suggest": ("factcheck.cli.suggest", "suggest"),
    "schema": ("factcheck.cli.rulebook", "schema"),
}
_INTERRUPTED = 130


def run(arguments: list[str]) -> int:
    """Run a command and return the exit status."""
    try:
        _app(arguments)(arguments, prog_name="factcheck")
    except SystemExit as end:
        # Typer says 130 of an interrupt: what is left undone is not checked.
        if end.code == _INTERRUPTED:
            return _failed("interrupted", UNCHECKED)
        return end.code if isinstance(end.code, int) else CLEAN
    except BrokenPipeError:
        # The reader has what it wanted (`factcheck run | head`); Python must not try to
        # flush again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except FactcheckError as error:
        return _failed(error, UNCHECKED if isinstance(error, DocumentError) else USAGE)
    except Exception:  # noqa: BLE001 - a bug: all of it is told, and it is never a pass
        traceback.print_exc()
        return UNCHECKED
    return CLEAN


def _failed(error: object, status: int) -> int:
    sys.stderr.write(f"factcheck: {error}\n")
    return status


def _app(arguments: list[str]) -> typer.Typer:
    app = typer.Typer(
        name="factcheck",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_main)
    asked = arguments[0] if arguments else ""
    names = [asked] if asked in COMMANDS else list(COMMANDS)
    for name in names:
        module, function = COMMANDS[name]
        app.command(name)(getattr(import_module(module), function))
    return app


def _main(
    *,
    version: Annotated[
        bool, typer.Option("--version", "-V", help="Print the version and exit.")
    ] = False,
) -> None:
    """Cross-check the numbers in your documents."""
    if version:
        typer.echo(f"factcheck {factcheck.__version__}")
        raise typer.Exit
