"""Comments to this tool in a text: `<!-- factcheck: ... -->`. They are no part of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.frozen import dataclass

_MARK = "factcheck:"
_OPEN, _CLOSE = "<!--", "-->"
_NOT_SPACE = re.compile(r"[^\n\r]")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment to this tool.

    Attributes:
        start: Where it begins, "<!--" included.
        end: Where it ends, "-->" included.
        said: What stands after the tool's name, on one line.
    """

    start: int
    end: int
    said: str


def find(text: str) -> Iterator[Comment]:
    r"""Yield the comments to this tool; one that is never closed is text.

    What stands in backticks (`<!-- factcheck: ... -->`) speaks of comments, and is none.

    >>> [c.said for c in find("a\n<!-- factcheck: ignore\n why -->\n<!-- other -->")]
    ['ignore why']
    """
    if _MARK not in text:
        return
    at = text.find(_OPEN)
    while at >= 0:
        end = text.find(_CLOSE, at + len(_OPEN))
        if end < 0:
            return
        said = text[at + len(_OPEN) : end].strip()
        end += len(_CLOSE)
        if said.startswith(_MARK) and text[at - 1 : at] != "`":
            yield Comment(at, end, " ".join(said[len(_MARK) :].split()))
        at = text.find(_OPEN, end)


def masked(text: str) -> str:
    """Return a text of the same length and lines, with spaces in place of such comments."""
    pieces, at = [], 0
    for comment in find(text):
        pieces += [
            text[at : comment.start],
            _NOT_SPACE.sub(" ", text[comment.start : comment.end]),
        ]
        at = comment.end
    if not pieces:
        return text
    return "".join([*pieces, text[at:]])
