"""Whether work grows as its input does, and not as its square.

No bound here is a number of seconds: each run is held against a smaller one of the same moment,
and tried again, so that a busy machine changes no answer. The seconds themselves are for `bench`.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

TRIES = 8


def linear(work: Callable[[T], object], small: T, large: T) -> bool:
    """Return whether four times the input takes less than twice four times as long."""
    return any(
        _seconds(work, large) <= 8 * _seconds(work, small) + 0.1 for _ in range(TRIES)
    )


def _seconds(work: Callable[[T], object], input_: T) -> float:
    start = time.process_time()
    work(input_)
    return time.process_time() - start
