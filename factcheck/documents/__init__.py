"""Documents: from bytes to text with structure.

A format is a module here with `parse(text, name=...)`, and a line in `FORMATS`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath

from factcheck.documents import folders
from factcheck.documents.decode import decode
from factcheck.documents.text import parse as parse_text
from factcheck.errors import DocumentError
from factcheck.model.text import Document

__all__ = ["EXTENSIONS", "FORMATS", "format_of", "parse", "passed_over", "read", "walk"]


def _parse_markdown(text: str, *, name: str) -> Document:
    # Its patterns take 2 ms to compile, and a run may have no Markdown.
    from factcheck.documents import markdown  # noqa: PLC0415

    return markdown.parse(text, name=name)


# Each format with its extensions and its parser.
FORMATS: dict[str, tuple[tuple[str, ...], Callable[..., Document]]] = {
    "text": ((".txt", ".text"), parse_text),
    "markdown": ((".md", ".markdown"), _parse_markdown),
}
_BY_EXTENSION = {
    extension: name
    for name, (extensions, _) in FORMATS.items()
    for extension in extensions
}
# What `walk` takes from a folder; a file that is named outright is read whatever its name.
EXTENSIONS = frozenset(_BY_EXTENSION)
# What may be documents, and has no reader: a folder with such is not read whole.
_OTHERS = frozenset(
    {
        ".csv", ".doc", ".docx", ".epub", ".htm", ".html", ".odt", ".pdf", ".pptx",
        ".rtf", ".tsv", ".xlsx",
    }
)  # fmt: skip
# Text to the eye of the decoder, but full of numbers that are markup.
_UNREADABLE = frozenset({".html", ".htm", ".xhtml", ".xml", ".svg", ".rtf", ".tex"})


def format_of(name: str) -> str:
    """Return the format that a document's name says; plain text by default."""
    return _BY_EXTENSION.get(PurePosixPath(name).suffix.lower(), "text")


def walk(paths: Sequence[str | Path], *, root: Path) -> list[tuple[Path, str]]:
    """Return every document under some paths, with its name, ordered by name.

    Args:
        paths: Files, folders, globs such as "reports/**/*.md", or "-" for standard input.
            Hidden files and folders are left out, unless they are named outright.
        root: The folder of the configuration, else the working directory: names are
            relative to it, and absolute outside it.

    Returns:
        Each document once, however many paths lead to it.

    Raises:
        UsageError: A path does not exist, or has no document in it.
    """
    return folders.walk(paths, root=root, extensions=EXTENSIONS)


def passed_over(paths: Sequence[str | Path], *, root: Path) -> list[str]:
    """Return the names of files in folders that may be documents and have no reader.

    Args:
        paths: As for `walk`.
        root: As for `walk`.
    """
    below = [path for path in paths if Path(path).is_dir()]
    return folders.names(below, root=root, extensions=_OTHERS)


def read(path: Path, *, name: str) -> Document:
    """Return the document in a file; `-` is standard input.

    Args:
        path: The file.
        name: How the report names it.

    Raises:
        DocumentError: It cannot be read, is binary, cannot be decoded, or has no reader.
    """
    suffix = path.suffix.lower()
    if suffix in _UNREADABLE:
        raise DocumentError(name, f"there is no reader for {suffix} files")
    data = folders.read_bytes(path, name=name)
    decoded = decode(data, name=name)
    document = parse(decoded.text, name=name)
    # hashlib loads OpenSSL (4 ms): not for a command that reads nothing.
    from hashlib import sha256  # noqa: PLC0415

    notes = document.notes
    if decoded.guessed:
        notes = (f"the encoding is a guess: {decoded.encoding}", *notes)
    return dataclasses.replace(
        document,
        encoding=decoded.encoding,
        encoding_guessed=decoded.guessed,
        sha256=sha256(data).hexdigest(),
        notes=notes,
    )


def parse(text: str, *, name: str, format: str | None = None) -> Document:  # noqa: A002
    """Return the document of a text.

    Args:
        text: All of it; offsets are code points of it.
        name: How the report names it.
        format: A key of `FORMATS`; by default what `name` says.
    """
    _, parser = FORMATS[format or format_of(name)]
    document = parser(text, name=name)
    if not text:
        return dataclasses.replace(document, notes=("the file is empty",))
    if not document.blocks:
        notes = (*document.notes, "the file has no text")
        return dataclasses.replace(document, notes=notes)
    return document
