"""Every error that factcheck raises on purpose."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from factcheck.frozen import dataclass


class FactcheckError(Exception):
    """Base of all errors that a user can act on; its text is one clear sentence."""


class UsageError(FactcheckError):
    """The command line, the configuration or a path is wrong: exit status 2."""


class DocumentError(FactcheckError):
    """A document could not be checked: exit status 3, and the others go on.

    Attributes:
        path: The document, as it is named in the report.
        reason: Why, without the path.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[DocumentError], tuple[str, str]]:
        return type(self), (self.path, self.reason)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong at one place of a text file.

    Attributes:
        path: The file.
        line: One-based line.
        column: One-based column, in code points.
        text: What is wrong, and the nearest valid choice.
    """

    path: str
    line: int
    column: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.text}"


class RuleError(UsageError):
    """Rule or configuration files with problems, all of them at once: exit status 2.

    Attributes:
        problems: In the order of file, line and column.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


# Beyond these a search takes longer than its answer is worth.
_LONGEST_MEANT = 60
_MOST_CHOICES = 4000


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that `word` was most likely meant to be, or None.

    >>> nearest("tolerence", ["tolerance", "severity"])
    'tolerance'
    """
    valid = sorted(choices)
    if len(word) > _LONGEST_MEANT or len(valid) > _MOST_CHOICES:
        return None
    found = difflib.get_close_matches(word, valid, n=1, cutoff=0.6)
    return found[0] if found else None
