"""Quantities in English text: what stands where, and what it can be."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.errors import UsageError, nearest
from factcheck.model import Document, Extraction

__all__ = ["ENGINES", "extract"]


def _native(document: Document) -> Extraction:
    from factcheck.extract import scanner  # noqa: PLC0415 - tables of a few ms

    return scanner.read(document)


def _quantulum3(document: Document) -> Extraction:
    from factcheck.extract import quantulum  # noqa: PLC0415 - imports quantulum3 (1 s)

    return quantulum.read(document)


ENGINES: dict[str, Callable[[Document], Extraction]] = {
    "native": _native,
    "quantulum3": _quantulum3,
}


def extract(document: Document, *, engine: str = "native") -> Extraction:
    """Return every mention and every period of a document, in the order of the text.

    Args:
        document: What was read.
        engine: Name of the extractor, of `ENGINES`.

    Raises:
        UsageError: If there is no such engine.
    """
    try:
        read = ENGINES[engine]
    except KeyError:
        hint = nearest(engine, ENGINES) or "native"
        raise UsageError(f"no engine {engine!r}; did you mean {hint!r}?") from None
    return read(document)
