"""Patterns of rules, by RE2: matching takes linear time, whatever the pattern."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, cast

from factcheck.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAX_CHARACTERS = 1000
_MAX_MEMORY = 8 << 20
_NUMBER = "number"


class _Match(Protocol):
    def start(self, group: int) -> int: ...
    def end(self, group: int) -> int: ...


class _Pattern(Protocol):
    groupindex: Mapping[str, int]
    programsize: int

    def search(self, text: str) -> _Match | None: ...
    def finditer(self, text: str) -> Iterator[_Match]: ...


class PatternError(ValueError):
    """A pattern that RE2 refuses.

    Attributes:
        text: Why, for the author of the rule.
        at: Offset in the pattern.
    """

    def __init__(self, text: str, at: int) -> None:
        super().__init__(text)
        self.text = text
        self.at = at


def check(pattern: str) -> int:
    """Return the size of the program behind a pattern, which is what it costs to make.

    Raises:
        PatternError: It cannot.
    """
    if len(pattern) > MAX_CHARACTERS:
        raise PatternError(f"more than {MAX_CHARACTERS:,} characters", 0)
    import re2  # type: ignore[import-untyped]  # noqa: PLC0415 - 5 ms, rarely needed; it has no types

    try:
        return _compiled(pattern).programsize
    except re2.error as error:
        said = error.args[0]
        text = said.decode() if isinstance(said, bytes) else str(said)
        reason, _, piece = text.partition(": ")
        known = _SAID.get(piece) if "perl operator" in reason else None
        if known is None and "escape sequence" in reason and piece[1:].isdecimal():
            known = "backreferences"
        if known is not None:
            reason = f"RE2 has no {known}"
        at = max(pattern.find(piece), 0) if piece else 0
        raise PatternError(reason, at) from error


_SAID = {
    "(?=": "lookahead",
    "(?!": "lookahead",
    "(?<": "lookbehind",
    "(?<=": "lookbehind",
    "(?<!": "lookbehind",
}


def found(pattern: str, text: str, number: Span) -> bool:
    """Return whether a pattern that was checked occurs in a text.

    Args:
        pattern: RE2 syntax; letters match in either case.
        text: Where to look.
        number: Place of the number in `text`; a group named "number" must cover it.
    """
    compiled = _compiled(pattern)
    group = compiled.groupindex.get(_NUMBER)
    if group is None:
        return compiled.search(text) is not None
    return any(
        match.start(group) <= number.start and number.end <= match.end(group)
        for match in compiled.finditer(text)
    )


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> _Pattern:
    import re2  # noqa: PLC0415 - as above

    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = False
    options.max_mem = _MAX_MEMORY
    return cast("_Pattern", re2.compile(pattern, options=options))
