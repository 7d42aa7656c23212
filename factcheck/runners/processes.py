"""Several processes on this machine, each with about a megabyte of text at a time."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

# What starting a task and pickling its results costs is lost in a megabyte of reading.
TASK_BYTES = 1_000_000
_QUEUED_PER_JOB = 3


def run(
    function: Callable[[In], Out],
    items: Sequence[In],
    /,
    *,
    weights: Sequence[int] = (),
    jobs: int = 2,
) -> Iterator[Out]:
    """Yield `function(item)` for each item, in the order of the items.

    Args:
        function: A picklable function; what it raises ends the run.
        items: Picklable items.
        weights: The size of each item in bytes; none if all are alike.
        jobs: How many processes.
    """
    # Ten milliseconds to import, and most runs are small: only who asks for it pays.
    from concurrent.futures import Future, ProcessPoolExecutor  # noqa: PLC0415

    tasks = iter(batches(items, weights))
    waiting: deque[Future[list[Out]]] = deque()
    pool = ProcessPoolExecutor(jobs, initializer=_ignore_interrupts)
    try:
        for task in tasks:
            waiting.append(pool.submit(_apply, function, task))
            if len(waiting) >= jobs * _QUEUED_PER_JOB:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def batches(items: Sequence[In], weights: Sequence[int]) -> Iterator[Sequence[In]]:
    """Yield the items in runs of about `TASK_BYTES`.

    >>> list(batches("abcd", [600_000, 600_000, 2_000_000, 5]))
    ['ab', 'c', 'd']
    """
    start, size = 0, 0
    for i, weight in enumerate(weights or [TASK_BYTES // 8] * len(items), start=1):
        size += weight
        if size >= TASK_BYTES:
            yield items[start:i]
            start, size = i, 0
    if start < len(items):
        yield items[start:]


def _apply(function: Callable[[In], Out], task: Sequence[In]) -> list[Out]:
    return [function(item) for item in task]


def _ignore_interrupts() -> None:
    # Ctrl-C reaches the whole process group; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
