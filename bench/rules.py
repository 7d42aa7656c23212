"""Measure what rules cost: packs loaded, and many rules against few.

    python bench/rules.py [--documents 1000] [--rules 1000]

Loads all packs as a second run does, from their compiled form, in a process of its own, and
runs ten rules and then a thousand over the same documents. Only processor time is counted;
the bars stand beside the figures, and the exit status is 1 where one is missed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time

from articles import Writer

from factcheck import pipeline, ruleset

RUNS = 5
MOST_LOADING = 0.060
MOST_RATIO = 2
CHARACTERS = 3000
PACKS = ruleset.packs()
LOAD = """
import sys, time
from factcheck import ruleset
start = time.process_time()
ruleset.load(packs=sys.argv[1:])
print(time.process_time() - start)
"""
# General words of news, so that most rules find words of theirs but few find numbers.
WORDS = (
    "people", "workers", "soldiers", "police", "houses", "cars", "roads", "schools",
    "votes", "seats", "shares", "sales", "profit", "budget", "debt", "fire", "flood",
    "storm", "quake", "fever", "cases", "deaths", "patients", "doctors", "trains",
    "flights", "boats", "ships", "tonnes", "harvest", "rain", "bridge", "tunnel", "port",
    "river", "lake", "island", "valley", "border", "region", "capital", "minister",
)  # fmt: skip


def loading() -> float:
    """Return the seconds that loading all packs takes, compiled before, at best."""
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "XDG_CACHE_HOME": cache}
        times = [
            float(
                subprocess.run(  # noqa: S603 - itself
                    [sys.executable, "-c", LOAD, *PACKS],
                    env=environment,
                    capture_output=True,
                    text=True,
                    check=True,
                ).stdout
            )
            for _ in range(RUNS + 1)
        ]
    return min(times[1:])


def rules(n: int) -> str:
    """Return a rule file of some rules, no two about the same words."""
    facts, claims = ["facts:"], ["rules:"]
    for i in range(n):
        first, second = WORDS[i % len(WORDS)], WORDS[i // len(WORDS) % len(WORDS)]
        match = f"{{dimension: count, any: [{first}, name{i}], near: {{any: [{second}], words: 9}}}}"
        facts.append(f"  f{i}: {{property: {first} {i}, match: {match}}}")
        claims.append(f"  - {{id: bench/r{i}, fact: f{i}, expect: agree}}")
    return "\n".join([*facts, *claims, ""])


def running(n: int, texts: list[str]) -> float:
    """Return the seconds that a run with some rules over texts takes."""
    loaded = ruleset.loads({"bench.yaml": rules(n)})
    sources = [pipeline.Source(f"{i}.txt", text=text) for i, text in enumerate(texts)]
    start = time.process_time()
    pipeline.run(sources, rules=loaded)
    return time.process_time() - start


def main() -> int:
    """Measure; return 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--rules", type=int, default=1000)
    options = parser.parse_args()
    seconds = loading()
    late = seconds > MOST_LOADING
    print(
        f"  all {len(PACKS)} packs, warm: {seconds * 1000:.1f} ms"
        f"  bar <= {MOST_LOADING * 1000:.0f} ms: {'MISSED' if late else 'met'}"
    )
    writer = Writer()
    texts = [writer.article(CHARACTERS) for _ in range(options.documents)]
    few = running(10, texts)
    many = running(options.rules, texts)
    slow = many > MOST_RATIO * few
    print(
        f"  {options.rules} rules over {options.documents} documents: {many:.1f} s,"
        f" 10 rules: {few:.1f} s, {many / few:.2f} times"
        f"  bar <= {MOST_RATIO}: {'MISSED' if slow else 'met'}"
    )
    return int(late or slow)


if __name__ == "__main__":
    sys.exit(main())
