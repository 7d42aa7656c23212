"""Render 10,000 findings in each format, and hold time and memory against their bars.

    python bench/render.py [--findings 10000]

The findings are real ones: articles of ten paragraphs, each with a conversion that is wrong and
another number, are checked one by one, and their reports are put together. Each format has a
process of its own, whose peak memory includes the report itself; it makes the report anew, for a
forked process would pay for copying every page that it looks at, as no run does. The exit status
is 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import resource
import sys
import time
from dataclasses import replace
from itertools import chain
from multiprocessing.connection import Connection

import factcheck
from factcheck.model import Report
from factcheck.reports import FORMATS, View, renderer

SECONDS, MEGABYTES = 1.0, 300
PARAGRAPHS = 10
SPAWN = multiprocessing.get_context("spawn")


def article(n: int) -> str:
    """Return an article with a wrong conversion a paragraph."""
    return f"# Bridges of district {n}\n\n" + "\n".join(
        f"The bridge at Tarn {i} is {i + 10} miles ({2 * i + 50:,} km) long, and {i + 3} "
        "painters have worked on it.\n"
        for i in range(n * PARAGRAPHS, (n + 1) * PARAGRAPHS)
    )


def whole(n: int) -> Report:
    """Return the report of so many articles, each checked on its own."""
    parts = [factcheck.check_texts({f"d{i:05}.md": article(i)}) for i in range(n)]
    mentions = chain.from_iterable(part.mentions for part in parts)
    return Report(
        documents=tuple(chain.from_iterable(part.documents for part in parts)),
        mentions=tuple(replace(one, id=f"m{i}") for i, one in enumerate(mentions, 1)),
        outcomes=tuple(chain.from_iterable(part.outcomes for part in parts)),
        findings=tuple(chain.from_iterable(part.findings for part in parts)),
        rules=parts[0].rules,
        clusters=tuple(chain.from_iterable(part.clusters for part in parts)),
    )


def rendered(name: str, n: int, told: Connection) -> None:
    """Render so many findings in a format, and tell their number, seconds, size and megabytes."""
    gc.disable()  # as the program runs
    report = whole(n // PARAGRAPHS)
    started = time.process_time()
    size = sum(map(len, renderer(name)(report, View())))
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told.send((len(report.findings), seconds, size / 1e6, peak))


def main() -> int:
    """Measure each format and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--findings", type=int, default=10_000)
    n = parser.parse_args().findings
    missed = sum(not measured(name, n) for name in FORMATS)
    return 1 if missed else 0


def measured(name: str, n: int) -> bool:
    """Measure a format, print the figures, and return whether the bars are met."""
    mine, its = SPAWN.Pipe(duplex=False)
    process = SPAWN.Process(target=rendered, args=(name, n, its))
    process.start()
    findings, seconds, size, peak = mine.recv()
    process.join()
    good: bool = seconds < SECONDS and peak < MEGABYTES
    print(
        f"{name:<9} {findings:,} findings  {seconds:5.2f} s (bar {SECONDS:g})"
        f"  {peak:4.0f} MB (bar {MEGABYTES})  {size:5.1f} MB written"
        f"  {'ok' if good else 'MISSED'}"
    )
    return good


if __name__ == "__main__":
    sys.exit(main())
