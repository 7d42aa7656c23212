"""Where results go: standard output in UTF-8, or files that are written whole or not at all."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from factcheck.errors import UsageError, nearest
from factcheck.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """A format, and the file it goes to.

    Attributes:
        format: Name of the format.
        file: The file, or None for standard output.
    """

    format: str
    file: Path | None = None


def targets(texts: Sequence[str], formats: Collection[str]) -> list[Target]:
    """Return what `--format FORMAT[:FILE]` asks for; text on standard output by default.

    Raises:
        UsageError: If a format is unknown, or two go to the same place.
    """
    found: list[Target] = []
    for text in texts or ["text"]:
        name, colon, file = text.partition(":")
        if name not in formats:
            best = nearest(name, formats)
            hint = f"did you mean '{best}'?" if best else ""
            known = ", ".join(formats)
            raise UsageError(f"unknown format '{name}': {hint or 'known are ' + known}")
        if colon and not file:
            raise UsageError(f"--format {text}: there is no file after the colon")
        target = Target(name, Path(file) if file and file != "-" else None)
        if any(other.file == target.file for other in found):
            where = str(target.file or "standard output")
            raise UsageError(f"two formats go to {where}: give one of them a file")
        found.append(target)
    return found


def write(target: Target, pieces: Iterable[str]) -> None:
    """Write a rendered report where it goes.

    Raises:
        UsageError: If a file cannot be written; what was there before is kept.
    """
    if target.file is None:
        write_stdout(pieces)
        return
    try:
        write_file(target.file, pieces)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"{target.file}: it cannot be written: {reason}") from None


def write_stdout(pieces: Iterable[str]) -> None:
    """Write to standard output: UTF-8 with bare newlines, whatever the locale says."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(
            encoding="utf-8", errors="backslashreplace", newline="\n"
        )
    sys.stdout.writelines(pieces)
    sys.stdout.flush()


def write_file(path: Path, pieces: Iterable[str]) -> None:
    """Write a file whole or not at all."""
    data = (piece.encode("utf-8", "backslashreplace") for piece in pieces)
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        # A device or a pipe cannot be replaced.
        with target.open("wb") as stream:
            stream.writelines(data)
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as stream:
            stream.writelines(data)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
