"""Options that several commands share."""

from __future__ import annotations

import os
import shutil
import sys
from typing import Annotated, Any, TypeAlias

import typer

from factcheck.errors import UsageError, nearest
from factcheck.reports import EXTRACTION_FORMATS, FACTS_FORMATS, FORMATS, View

ENGINES = ("native", "quantulum3")
_NARROWEST = 40

Paths: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(help="Documents, folders, globs, or - for standard input."),
]
Rules: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--rules", "-r", metavar="PATH", help="Rule files or folders."),
]


def _format(*known: str) -> Any:  # noqa: ANN401 - so typer has it
    return typer.Option(
        "--format",
        "-f",
        metavar="FORMAT[:FILE]",
        help=f"How to report, and where; may be given more than once: {', '.join(known)}.",
    )


Formats: TypeAlias = Annotated[list[str] | None, _format(*FORMATS)]
ExtractionFormats: TypeAlias = Annotated[list[str] | None, _format(*EXTRACTION_FORMATS)]
FactsFormats: TypeAlias = Annotated[list[str] | None, _format(*FACTS_FORMATS)]
DiffFormats: TypeAlias = Annotated[list[str] | None, _format("text", "json")]
FailOn: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="SEVERITY",
        help="Exit with 1 from this severity on: note, warning or error.",
    ),
]
ConfigFile: TypeAlias = Annotated[
    str | None, typer.Option("--config", "-c", metavar="FILE", help="Settings to use.")
]
Jobs: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--jobs", "-j", min=1, metavar="N", help="How many processes read documents."
    ),
]
Engine: TypeAlias = Annotated[
    str, typer.Option(metavar="NAME", help="What reads numbers: native or quantulum3.")
]
Quiet: TypeAlias = Annotated[
    bool, typer.Option("--quiet", "-q", help="Findings and the last line alone.")
]
Verbose: TypeAlias = Annotated[
    bool, typer.Option("--verbose", "-v", help="With every number.")
]


def chosen(option: str, text: str, choices: tuple[str, ...]) -> str:
    """Return what was given for an option, if it is one of the choices.

    Raises:
        UsageError: If it is not.
    """
    if text in choices:
        return text
    best = nearest(text, choices)
    hint = f"did you mean '{best}'?" if best else "it is one of " + ", ".join(choices)
    raise UsageError(f"{option} {text}: {hint}")


def view(
    *,
    quiet: bool = False,
    verbose: bool = False,
    excused: bool = False,
    statistics: bool = False,
) -> View:
    """Return how standard output wants a report."""
    return View(
        width=_width(),
        colour=_colour(),
        quiet=quiet,
        verbose=verbose,
        excused=excused,
        statistics=statistics,
    )


def _colour() -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _width() -> int:
    if sys.stdout.isatty() or os.environ.get("COLUMNS"):
        return max(_NARROWEST, shutil.get_terminal_size((100, 24)).columns)
    return View().width
