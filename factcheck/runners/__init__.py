"""Where the work on documents runs: one file a runner, registered here by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from factcheck.runners import processes, serial

In = TypeVar("In")
Out = TypeVar("Out")


class Runner(Protocol):
    """Applies a picklable function to each item; results come in the order of the items."""

    def __call__(
        self,
        function: Callable[[In], Out],
        items: Sequence[In],
        /,
        *,
        weights: Sequence[int] = ...,
        jobs: int = ...,
    ) -> Iterator[Out]:
        """Yield `function(item)` for each item."""


RUNNERS: dict[str, Runner] = {
    "serial": serial.run,
    "processes": processes.run,
}
