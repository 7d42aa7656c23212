"""What rules are read from."""

from __future__ import annotations

from factcheck.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A rule file or a pack.

    Attributes:
        name: As problems name it.
        text: What it holds.
        pack: Name of the pack, or None for a file.
    """

    name: str
    text: str
    pack: str | None = None
