"""One report, one renderer a format: one file each, registered here by the format's name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TypeAlias, cast

from factcheck.model import Report
from factcheck.reports._view import REPORT_FORMAT, View
from factcheck.reports._view import line as one_line

Render: TypeAlias = Callable[[Report, View], Iterator[str]]

# Format -> module and function: each brings imports that only its own format should pay for.
FORMATS: dict[str, tuple[str, str]] = {
    "text": ("text", "render"),
    "json": ("json", "render"),
    "jsonl": ("jsonl", "render"),
    "csv": ("csv", "render"),
    "markdown": ("markdown", "render"),
    "sarif": ("sarif", "render"),
    "junit": ("junit", "render"),
    "github": ("github", "render"),
    "html": ("html", "render"),
}
# What `factcheck extract` prints.
EXTRACTION_FORMATS: dict[str, tuple[str, str]] = {
    "text": ("mentions", "text"),
    "jsonl": ("mentions", "jsonl"),
}
# What `factcheck facts` prints.
FACTS_FORMATS: dict[str, tuple[str, str]] = {
    "text": ("facts", "text"),
    "csv": ("facts", "csv"),
    "json": ("facts", "json"),
}


def renderer(
    name: str, formats: Mapping[str, tuple[str, str]] = MappingProxyType(FORMATS)
) -> Render:
    """Return the function that yields a report in a format, piece by piece."""
    module, function = formats[name]
    return cast("Render", getattr(import_module(f"{__name__}.{module}"), function))


__all__ = [
    "EXTRACTION_FORMATS",
    "FACTS_FORMATS",
    "FORMATS",
    "REPORT_FORMAT",
    "Render",
    "View",
    "one_line",
    "renderer",
]
