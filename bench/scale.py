"""Measure how a run grows with its documents, and what linking and checking cost beside reading.

    python bench/scale.py [--full] [--profile N] [--sizes N ...] [KIND ...]

Documents are 20 kB each, in three kinds, the first two by default:

`alike`  paragraphs of seeds/ and of tests/corpus/clusters with other numbers, between ones that
         state none: all documents speak of the same places and people and could be linked;
`dense`  the same paragraphs with nothing between them, seven times as many numbers as in news:
         the worst case, where all documents tell all stories;
`fresh`  articles of bench/articles.py: other names and words in each, as in the news at large.

Each size (100 and 1,000 documents; 10,000 with --full) is run in a process of its own, after a
small run that warms it. Only processor time is counted. `growth` is the exponent of all that
follows extraction: 1 is linear. The exit status is 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import json
import math
import pstats
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from articles import ROOT, Dice, Writer

from factcheck import documents, extract, link, yamltext
from factcheck.model import DocumentRow, Report
from factcheck.pipeline import checking, merge, states
from factcheck.reports import View, renderer

SIZE = 20_000
WARM = 20
MEGA = 1_000_000
MOST_GROWTH = 1.15
MOST_BYTES = 60
STAGES = ("read", "extract", "bind", "cluster", "check", "report")
_DIGITS = re.compile(r"\d+")
T = TypeVar("T")
_HERE = str(Path(__file__).resolve())


# --- documents ----------------------------------------------------------------------------


def paragraphs() -> list[str]:
    """Return our own paragraphs on our own stories."""
    found = []
    for path in sorted((ROOT / "seeds").iterdir()):
        if path.suffix in {".md", ".txt"}:
            document = documents.read(path, name=path.name)
            found += [document.surface(block.span) for block in document.blocks]
    for path in sorted((ROOT / "tests/corpus/clusters").glob("*.yaml")):
        node = yamltext.plain(yamltext.load(path.read_text("utf-8"), path.name))
        for document in node["documents"]:  # type: ignore[index,call-overload] - our own file
            found += document["text"].split("\n\n")  # type: ignore[index,union-attr] - the same
    return [" ".join(text.split()) for text in found if text.strip()]


def alike(n: int, *, filled: bool = True) -> Iterator[str]:
    """Write documents of the same paragraphs, in another order and with other numbers.

    Args:
        n: How many.
        filled: Whether a paragraph without any number stands after each.
    """
    pool, dice, writer = paragraphs(), Dice(7), Writer()
    writer.stating = writer.lines = writer.plain

    def other(match: re.Match[str]) -> str:
        digits = match[0]
        year = len(digits) == 4 and digits[:2] in {"19", "20"}  # noqa: PLR2004 - a year
        if year or digits[0] == "0" or dice.draw(3):
            return digits
        zeros = len(digits) - len(digits.rstrip("0"))
        low = 10 ** (len(digits) - zeros - 1)
        return f"{low + dice.draw(9 * low)}{'0' * zeros}"

    for _ in range(n):
        parts: list[str] = []
        while sum(map(len, parts)) + 2 * len(parts) < SIZE:
            parts.append(_DIGITS.sub(other, pool[dice.draw(len(pool))]))
            if filled:
                parts.append(writer.paragraph())
        yield "\n\n".join(parts) + "\n"


def dense(n: int) -> Iterator[str]:
    """Write documents of the same paragraphs and nothing else."""
    return alike(n, filled=False)


def fresh(n: int) -> Iterator[str]:
    """Write articles that have nothing in common."""
    writer = Writer()
    for _ in range(n):
        yield writer.article(SIZE)


KINDS: dict[str, Callable[[int], Iterator[str]]] = {
    "alike": alike,
    "fresh": fresh,
    "dense": dense,
}


# --- one run ------------------------------------------------------------------------------


def run(folder: Path) -> dict[str, float]:
    """Check all documents of a folder; return the seconds of each stage and the figures."""
    seconds = dict.fromkeys(STAGES, 0.0)

    def clocked(stage: str, work: Callable[[], T]) -> T:
        start = time.process_time()
        result = work()
        seconds[stage] += time.process_time() - start
        return result

    corpus, rows = [], []
    for path in sorted(folder.iterdir()):
        document = clocked("read", lambda p=path: documents.read(p, name=p.name))
        found = clocked("extract", lambda d=document: extract.extract(d))
        corpus.append(clocked("bind", lambda d=document, f=found: link.bind(d, f)))
        rows.append(DocumentRow(document.path, document))
    clusters = clocked("cluster", lambda: link.cluster(corpus))
    checked = clocked("check", lambda: checking.check(corpus, clusters, None))

    def told() -> Report:
        report = Report(
            documents=tuple(rows),
            mentions=states.rows(corpus, clusters, checked.outcomes),
            outcomes=checked.outcomes,
            findings=merge.findings(checked.outcomes),
            clusters=tuple(clusters),
        )
        for _ in renderer("text")(report, View()):
            pass
        return report

    report = clocked("report", told)
    return seconds | {
        "characters": sum(len(one.document.text) for one in corpus),
        "mentions": len(report.mentions),
        "outcomes": len(report.outcomes),
        "findings": len(report.findings),
    }


def most() -> int:
    """Return the largest resident set so far, in bytes."""
    # ru_maxrss keeps what the parent had before exec; VmHWM does not.
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise SystemExit("this system does not say how much memory a process had")


def write(kind: str, n: int, folder: Path) -> None:
    """Write documents into a folder."""
    folder.mkdir()
    for number, text in enumerate(KINDS[kind](n)):
        (folder / f"{number:05}.txt").write_text(text, "utf-8")


def child(folder: Path, warm: Path) -> None:
    """Print what one run takes, in a process that has run before."""
    gc.disable()  # as the command line does
    run(warm)
    idle = most()
    figures = run(folder)
    print(json.dumps(figures | {"idle": idle, "peak": most()}))


# --- all runs -----------------------------------------------------------------------------


def measure(kind: str, sizes: list[int]) -> int:
    """Print the figures of one kind; return how many bars are missed."""
    missed = 0
    before: tuple[float, float] | None = None
    for n in sizes:
        with tempfile.TemporaryDirectory() as temporary:
            folder, warm = Path(temporary) / "documents", Path(temporary) / "warm"
            write(kind, n, folder)
            write(kind, WARM, warm)
            result = subprocess.run(  # noqa: S603 - this very file
                [sys.executable, _HERE, "--child", str(folder), str(warm)],
                check=True,
                stdout=subprocess.PIPE,
                text=True,
            )
        found = json.loads(result.stdout)
        characters = found["characters"]
        later = found["bind"] + found["cluster"] + found["check"]
        ratio = later / found["extract"]
        held = (found["peak"] - found["idle"]) / characters
        print(
            f"{kind}, {n:,} documents, {characters / MEGA:.1f} MB, {found['mentions']:,} "
            f"mentions, {found['outcomes']:,} outcomes, {found['findings']:,} findings"
        )
        print("  " + ", ".join(f"{name} {found[name]:.2f} s" for name in STAGES))
        missed += bar("linking and checking / extraction", ratio, 1)
        missed += bar("memory, bytes a character", held, MOST_BYTES)
        if before is not None:
            grown = math.log(later / before[1]) / math.log(characters / before[0])
            missed += bar("growth of linking and checking", grown, MOST_GROWTH)
        before = characters, later
    return missed


def bar(name: str, figure: float, limit: float) -> bool:
    """Print a figure beside its bar; return whether it is missed."""
    met = figure <= limit
    said = "met" if met else "MISSED"
    print(f"  {name:<34}{figure:>10.2f}  bar <= {limit}: {said}", flush=True)
    return not met


def profile(kind: str, n: int) -> None:
    """Print the functions that take most time of their own, all stages together."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "documents"
        write(kind, n, folder)
        profiler = cProfile.Profile()
        profiler.runcall(run, folder)
    stats = pstats.Stats(profiler)
    total = stats.total_tt  # type: ignore[attr-defined] - it is there, and undocumented
    rows = sorted(
        stats.stats.items(),  # type: ignore[attr-defined] - the same
        key=lambda row: -row[1][2],
    )
    for (file, line, name), (_, calls, own, cumulative, _) in rows[:40]:
        where = f"{Path(file).parent.name}/{Path(file).stem}:{line} {name}"
        print(
            f"  {own / total:6.1%} own {cumulative / total:6.1%} all {calls:>9,} calls  "
            f"{where if line else name}"
        )


def main() -> int:
    """Run the kinds that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND")
    parser.add_argument("--full", action="store_true", help="with 10,000 documents")
    parser.add_argument("--profile", type=int, metavar="N")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--child", type=Path, nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        child(*options.child)
        return 0
    kinds = options.kinds or ["alike", "fresh"]
    if unknown := set(kinds) - set(KINDS):
        parser.error(f"no kind {', '.join(sorted(unknown))}")
    if options.profile:
        for kind in kinds:
            profile(kind, options.profile)
        return 0
    sizes = options.sizes + [10_000] * options.full
    missed = sum(measure(kind, sizes) for kind in kinds)
    print(f"{missed} bars missed" if missed else "all bars met")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
