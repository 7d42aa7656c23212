"""Everything in this process, one document after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

In = TypeVar("In")
Out = TypeVar("Out")


def run(
    function: Callable[[In], Out],
    items: Sequence[In],
    /,
    *,
    weights: Sequence[int] = (),
    jobs: int = 1,
) -> Iterator[Out]:
    """Yield `function(item)` for each item.

    Args:
        function: What to do.
        items: What to do it with.
        weights: Not used; for the other runners.
        jobs: Not used; for the other runners.
    """
    del weights, jobs
    return map(function, items)
