"""Which files to read, in a stable order, and what to call them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.errors import DocumentError, UsageError, nearest

STDIN = "-"
_GLOB = frozenset("*?[")


def walk(
    paths: Sequence[str | Path],
    *,
    root: Path,
    extensions: frozenset[str],
) -> list[tuple[Path, str]]:
    """Return every document under some paths, with its name: see `factcheck.documents`."""
    base = Path(os.path.realpath(root))
    found: dict[str, Path] = {}
    for path in paths:
        found.update(_documents(os.fspath(path), base, extensions))
    seen: set[str] = set()
    unique = []
    for name, path in sorted(found.items()):
        real = name if name == STDIN else os.path.realpath(path)
        if real not in seen:
            seen.add(real)
            unique.append((path, name))
    return unique


def names(
    paths: Sequence[str | Path], *, root: Path, extensions: frozenset[str]
) -> list[str]:
    """Return the names of all files below some folders that end in certain ways, in order."""
    base = Path(os.path.realpath(root))
    found = {
        _named(file, base)[0]
        for path in paths
        for file in _files(Path(os.path.realpath(path)), extensions)
        if file.suffix.lower() in extensions
    }
    return sorted(found)


def read_bytes(path: Path, *, name: str) -> bytes:
    """Return the bytes of a file; `-` is standard input.

    Raises:
        DocumentError: It cannot be read.
    """
    try:
        return sys.stdin.buffer.read() if str(path) == STDIN else path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DocumentError(name, f"it cannot be read: {reason}") from error


def _documents(
    written: str, base: Path, extensions: frozenset[str]
) -> Iterator[tuple[str, Path]]:
    if written == STDIN:
        yield STDIN, Path(STDIN)
        return
    path = Path(written)
    if not os.path.lexists(path):
        yield from _globbed(written, base, extensions)
    elif path.is_dir():
        yield from _in_folder(written, Path(os.path.realpath(path)), base, extensions)
    else:
        parent = Path(os.path.realpath(path.parent))
        yield _named(parent / path.name, base)


def _in_folder(
    written: str, folder: Path, base: Path, extensions: frozenset[str]
) -> Iterator[tuple[str, Path]]:
    found = [_named(file, base) for file in _files(folder, extensions)]
    if not found:
        known = ", ".join(sorted(extensions))
        raise UsageError(f"no document in {written} (looked for {known})")
    yield from found


def _files(folder: Path, extensions: frozenset[str]) -> Iterator[Path]:
    """Yield the readable files below a folder, hidden ones left out, each folder once."""
    seen: set[str] = set()
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        real = os.path.realpath(current)
        if real in seen:  # a symbolic link that leads back
            continue
        seen.add(real)
        try:
            entries = sorted(os.scandir(current), key=lambda entry: entry.name)
        except OSError:
            # To read it as a document says what is wrong with it, and the rest goes on.
            yield current
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = Path(entry.path)
            if entry.is_dir():
                waiting.append(path)
            elif path.suffix.lower() in extensions:
                yield path


def _globbed(
    written: str, base: Path, extensions: frozenset[str]
) -> Iterator[tuple[str, Path]]:
    if not _GLOB.intersection(written):
        raise UsageError(_missing(Path(written)))
    # Slow to import (2 ms).
    from glob import glob  # noqa: PLC0415

    matches = sorted(glob(written, recursive=True))  # noqa: PTH207 - keeps the spelling
    files = [path for path in matches if not Path(path).is_dir()]
    if not files and not matches:
        raise UsageError(f"no file matches {written}")
    if not files:
        for folder in matches:
            yield from _in_folder(
                folder, Path(os.path.realpath(folder)), base, extensions
            )
    for file in files:
        path = Path(file)
        yield _named(Path(os.path.realpath(path.parent)) / path.name, base)


def _missing(path: Path) -> str:
    """Return the message for a path that does not exist, with the nearest that does."""
    message = f"no such file or folder: {path}"
    parent = path
    while not parent.exists() and parent != parent.parent:
        path, parent = parent, parent.parent
    try:
        names = [child.name for child in parent.iterdir() if child.name[0] != "."]
    except OSError:
        return message
    close = nearest(path.name, names)
    if close is not None:
        return f"{message}; did you mean {parent / close}?"
    return f"{message}; {parent} exists" if str(parent) != "." else message


def _named(path: Path, base: Path) -> tuple[str, Path]:
    """Return a document's name and path: relative to the base, absolute outside it."""
    try:
        return path.relative_to(base).as_posix(), path
    except ValueError:
        return path.as_posix(), path
