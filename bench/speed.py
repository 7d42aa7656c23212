"""Measure how fast quantities are read, beside quantulum3, and where the time goes.

    python bench/speed.py [--megabytes 20] [SECTION ...]

Sections, all by default: `throughput` (native and quantulum3, warm, one process), `linear` (one
long text against short ones), `memory` (peak resident set), `start` (start-up of the commands
against `python -c pass`), `profile` (cProfile, by own time). Only processor time is counted;
the bars stand beside the figures, and the exit status is 1 where one is missed. A busy machine
moves every absolute figure: trust the ratios.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import os
import pstats
import resource
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from articles import ROOT, Writer

from factcheck import documents
from factcheck.extract import extract
from factcheck.model import Document

MEGA = 1_000_000
SAMPLE = 100_000
SHORT = 10_000
RUNS = 15
_HERE = str(Path(__file__).resolve())


class Bars:
    """Prints figures beside their bars, and remembers whether one was missed."""

    def __init__(self) -> None:
        self.missed = 0

    def line(self, name: str, figure: str, *, bar: str = "", met: bool = True) -> None:
        """Print a figure."""
        self.missed += not met
        verdict = f"  bar {bar}: {'met' if met else 'MISSED'}" if bar else ""
        print(f"  {name:<34}{figure:>16}{verdict}", flush=True)


def timed(work: Callable[[], object]) -> float:
    """Return the processor seconds that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def read(texts: list[str]) -> list[Document]:
    """Parse texts as plain-text documents."""
    return [documents.parse(text, name=f"{i}.txt") for i, text in enumerate(texts)]


def mentions(docs: list[Document]) -> int:
    """Extract, and count the mentions."""
    return sum(len(extract(doc).mentions) for doc in docs)


def write(megabytes: float, characters: int) -> list[str]:
    """Write articles of so many characters, so many megabytes of them."""
    writer, texts, n = Writer(), [], 0
    while n < megabytes * MEGA:
        texts.append(writer.article(characters))
        n += len(texts[-1])
    return texts


def throughput(bars: Bars, megabytes: float) -> None:
    """Measure both engines on the same articles."""
    texts = write(megabytes, SHORT // 2)
    paragraphs = [part for text in texts for part in text.strip().split("\n\n")]
    n = sum(map(len, texts))
    print(
        f"throughput: {n / MEGA:.1f} MB, {len(texts)} articles, {len(paragraphs)} paragraphs"
    )
    alike = len(paragraphs) - len(set(paragraphs))
    bars.line("paragraphs that are alike", f"{alike}", bar="0", met=not alike)
    start = time.process_time()
    docs = read(texts)
    bars.line("parsing", f"{n / (time.process_time() - start) / MEGA:.2f} MB/s")
    mentions(docs[:200])  # warm
    start = time.process_time()
    found = mentions(docs)
    seconds = time.process_time() - start
    density = found / n * 1000
    bars.line("mentions a kilobyte", f"{density:.2f}", bar=">= 2", met=density >= 2)  # noqa: PLR2004 - the bar
    bars.line("native", f"{n / seconds / MEGA:.2f} MB/s")
    bars.line("native, a mention, all in", f"{seconds / found * MEGA:.1f} us")
    sample = texts[: 1 + SAMPLE * len(texts) // n]
    beside(bars, sample)


def beside(bars: Bars, sample: list[str]) -> None:
    """Measure quantulum3 on a sample, whole articles and paragraphs, and native on the same."""
    warnings.simplefilter("ignore")  # it asks for a classifier that it does without
    from quantulum3 import parser  # noqa: PLC0415 - 1 s

    parser.parse("It is 5 km.")  # its first parse takes seconds
    m = sum(map(len, sample))
    whole = parts = quick = 0.0
    # They take turns, so that all see the same machine.
    for doc, text in zip(read(sample), sample, strict=True):
        whole += timed(partial(parser.parse, text))
        parts += timed(partial(list, map(parser.parse, text.split("\n\n"))))
        quick += timed(partial(mentions, [doc] * 20)) / 20
    bars.line("quantulum3, by the article", f"{m / whole / 1000:.1f} kB/s")
    bars.line("quantulum3, by the paragraph", f"{m / parts / 1000:.1f} kB/s")
    bars.line("native on the same sample", f"{m / quick / MEGA:.2f} MB/s")
    ratio = whole / quick
    bars.line("ratio, by the article", f"{ratio:.0f}", bar=">= 200", met=ratio >= 200)  # noqa: PLR2004 - the bar
    bars.line("ratio, by the paragraph", f"{parts / quick:.0f}")


def linear(bars: Bars, megabytes: float) -> None:
    """Compare one text of many megabytes, in one block too, with short ones."""
    texts = write(min(10, megabytes), SHORT)
    n = sum(map(len, texts))
    print(f"linear: {n / MEGA:.1f} MB in one text against texts of {SHORT // 1000} kB")
    short = read(texts)
    whole = read(["\n".join(texts)])
    block = read([" ".join(" ".join(texts).split())])
    mentions(short[:50])
    gc.disable()  # as the program runs
    rounds = [
        (
            timed(lambda: mentions(short)),
            timed(lambda: mentions(whole)),
            timed(lambda: mentions(block)),
        )
        for _ in range(3)
    ]
    base, one, solid = (min(times) for times in zip(*rounds, strict=True))
    bars.line("short texts", f"{n / base / MEGA:.2f} MB/s")
    bars.line(
        "one text, a character",
        f"{one / base:.3f}",
        bar="<= 1.10",
        met=one <= base * 1.1,
    )
    bars.line(
        "one paragraph, a character",
        f"{solid / base:.3f}",
        bar="<= 1.10",
        met=solid <= base * 1.1,
    )
    same = mentions(short) == mentions(whole)
    bars.line("the same mentions", "yes" if same else "no", bar="yes", met=same)


def memory(bars: Bars, megabytes: float) -> None:
    """Measure the peak of a process that reads one text."""
    for size in sorted({1.0, min(10.0, megabytes)}):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "text.txt"
            path.write_text("".join(write(size, SHORT)), "utf-8")
            result = subprocess.run(  # noqa: S603 - this very file
                [sys.executable, _HERE, "--peak", str(path)],
                check=True,
                capture_output=True,
                text=True,
            )
        idle, peak, n, found = map(int, result.stdout.split())
        allowed = 4 * n + 1500 * found + 30 * MEGA
        print(f"memory: one text of {n / MEGA:.1f} MB, {found} mentions")
        bars.line("interpreter with tables", f"{idle / MEGA:.1f} MB")
        bars.line(
            "peak of the process",
            f"{peak / MEGA:.1f} MB",
            bar=f"<= {allowed / MEGA:.1f} MB",
            met=peak <= allowed,
        )
        bars.line("a mention", f"{(peak - idle - 4 * n) / found:.0f} bytes")


def most() -> int:
    """Return the largest resident set so far, in bytes, since this program began."""
    # ru_maxrss keeps what the parent had before exec; VmHWM does not.
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def peak(path: Path) -> None:
    """Print what a process needs at rest and at most, and what it read."""
    extract(documents.parse("It is 5 km.", name="a.txt"))
    idle = most()
    document = documents.read(path, name="a.txt")
    found = len(extract(document).mentions)
    high = most()
    print(idle, high, len(document.text), found)


def start(bars: Bars, _megabytes: float) -> None:
    """Compare the start of the commands with that of the interpreter."""
    print(f"start: median of {RUNS}, taking turns")
    environment = {
        name: value
        for name, value in os.environ.items()
        if name != "PYTHONDONTWRITEBYTECODE"
    }
    binary = Path(sys.executable).with_name("factcheck")
    with tempfile.TemporaryDirectory() as folder:
        short = Path(folder) / "short.txt"
        short.write_text(
            "The bridge is 410 metres long and cost $48 million.\n", "utf-8"
        )
        # Five of the sample articles, in the project, so that its rules are found.
        five = sorted(
            path for path in (ROOT / "seeds").iterdir() if path.suffix != ".yaml"
        )
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "--version": [str(binary), "--version"],
            "extract": [str(binary), "extract", str(short)],
            "run": [str(binary), "run", *map(str, five[:5])],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for turn in range(RUNS + 1):
            for name, command in commands.items():
                begun = time.perf_counter()
                result = subprocess.run(  # noqa: S603 - our own commands
                    command, check=False, capture_output=True, cwd=ROOT, env=environment
                )
                if result.returncode not in (0, 1):
                    raise SystemExit(result.stderr.decode())
                if turn:  # the first writes the bytecode
                    times[name].append(time.perf_counter() - begun)
    middle = {name: sorted(values)[RUNS // 2] for name, values in times.items()}
    base = middle.pop("python -c pass")
    bars.line("python -c pass", f"{base * 1000:.1f} ms")
    for name, bar in (("--version", 3), ("extract", 20), ("run", 25)):
        ratio = middle[name] / base
        bars.line(
            f"factcheck {name}",
            f"{middle[name] * 1000:.0f} ms, {ratio:.1f} x",
            bar=f"<= {bar} x",
            met=ratio <= bar,
        )


def profile(bars: Bars, megabytes: float) -> None:
    """Print the functions that take most time of their own."""
    docs = read(write(min(2, megabytes), SHORT // 2))
    mentions(docs[:100])
    profiler = cProfile.Profile()
    found = profiler.runcall(mentions, docs)
    stats: Any = pstats.Stats(profiler)
    total = stats.total_tt
    print(f"profile: {found} mentions; the profiler itself slows small functions most")
    rows = sorted(
        stats.stats.items(),
        key=lambda row: -row[1][2],
    )
    for (file, line, name), (_, calls, own, cumulative, _) in rows[:25]:
        where = f"{Path(file).parent.name}/{Path(file).stem}:{line} {name}"
        print(
            f"  {own / total:6.1%} own {cumulative / total:6.1%} all "
            f"{calls / found:7.1f} calls a mention  {where if line else name}"
        )
    bars.line("profiled", f"{total:.1f} s")


SECTIONS: dict[str, Callable[[Bars, float], None]] = {
    "throughput": throughput,
    "linear": linear,
    "memory": memory,
    "start": start,
    "profile": profile,
}


def main() -> int:
    """Run the sections that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sections", nargs="*", metavar="SECTION")
    parser.add_argument("--megabytes", type=float, default=20)
    parser.add_argument("--peak", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peak:
        peak(options.peak)
        return 0
    unknown = set(options.sections) - set(SECTIONS)
    if unknown:
        parser.error(f"no section {', '.join(sorted(unknown))}")
    bars = Bars()
    for name, section in SECTIONS.items():
        if name in (options.sections or SECTIONS):
            section(bars, options.megabytes)
    print(f"{bars.missed} bars missed" if bars.missed else "all bars met")
    return 1 if bars.missed else 0


if __name__ == "__main__":
    sys.exit(main())
