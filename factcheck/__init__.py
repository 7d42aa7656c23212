"""Cross-check the numbers in your documents.

>>> import factcheck
>>> [mention.surface for mention in factcheck.extract_text("It is 12 km long.")]
['12 km']
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os

    from factcheck.model import Mention, Report

__version__ = "0.1.0"
__all__ = ["__version__", "check_texts", "extract_text", "run"]

# The imports below are inside the functions: `factcheck --version` pays for none of them.


def run(
    paths: Iterable[str | os.PathLike[str]],
    *,
    rules: Iterable[str | os.PathLike[str]] = (),
) -> Report:
    """Check documents, without any configuration.

    Args:
        paths: Documents, folders or globs.
        rules: Rule files or folders of them.

    Returns:
        What `factcheck run` reports; documents are named relative to the working directory.

    Raises:
        factcheck.errors.UsageError: If a path is missing or a rule is wrong.
    """
    from pathlib import Path  # noqa: PLC0415

    from factcheck import documents, pipeline  # noqa: PLC0415

    found = documents.walk([Path(path) for path in paths], root=Path.cwd())
    sources = [pipeline.Source(name, path) for path, name in found]
    return pipeline.run(sources, rules=pipeline.rules(rules))


def extract_text(text: str) -> tuple[Mention, ...]:
    """Return the quantities that a text states, in its order."""
    from factcheck import documents, extract  # noqa: PLC0415

    document = documents.parse(text, name="text", format="text")
    return extract.extract(document).mentions


def check_texts(
    texts: Mapping[str, str], *, rules: Iterable[str | os.PathLike[str]] = ()
) -> Report:
    """Check texts that are already in memory.

    Args:
        texts: Each under the name that the report gives it; `.md` is read as Markdown.
        rules: Rule files or folders of them.
    """
    from factcheck import pipeline  # noqa: PLC0415

    sources = [pipeline.Source(name, text=text) for name, text in texts.items()]
    return pipeline.run(sources, rules=pipeline.rules(rules))
