"""Addresses of pages, whole or with blanks in them: their digits are no quantities."""

from __future__ import annotations

import functools
import re

_SIGNS = frozenset("/?=&%#_")
_N_PIECE = 200
_ENDS = frozenset("/?=&%#_-:")


@functools.cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"https?: ?//|\bwww\.")


def outside(text: str, start: int, end: int, hits: list[int]) -> list[int]:
    """Return the places among `hits` that stand in no address of a page.

    >>> outside("Go to www. tarn. org/ item? id= 44 for 12 more", 0, 46, [32, 39])
    [39]
    """
    if text.find("http", start, end) < 0 and text.find("www.", start, end) < 0:
        return hits
    at = start
    while (found := _opening().search(text, at, end)) is not None:
        at = _end(text, found.end(), end, broken=" " in found[0])
        hits = [hit for hit in hits if not found.start() <= hit < at]
    return hits


def _end(text: str, at: int, end: int, *, broken: bool) -> int:
    """Return where an address ends that goes on at `at`, over blanks in it."""
    while True:
        stop = text.find(" ", at, end)
        stop = end if stop < 0 else stop
        line = text.find("\n", at, stop)
        if line >= 0 or stop == end:
            return line if line >= 0 else end
        following = text[stop + 1 : min(end, stop + _N_PIECE)].partition(" ")[0]
        last = text[stop - 1]
        if last in _ENDS:
            goes_on = not _SIGNS.isdisjoint(following) or (
                broken and following[:1].isalnum()
            )
        else:
            goes_on = (
                last == "."
                and (broken or text[stop - 4 : stop] == "www.")
                and (following[:1].islower())
            )
        if not goes_on:
            return stop
        at, broken = stop + 1, True
