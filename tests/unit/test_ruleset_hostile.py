from __future__ import annotations

import time
import tracemalloc
from contextlib import suppress

import pytest

from factcheck import ruleset
from factcheck.errors import RuleError

FACT = "facts: {f: {match: {any: [x]}}}\n"


@pytest.mark.untraced
@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- a\n" * 900_000, id="a million entries"),
        pytest.param("facts:\n" + "".join(f"  f{i}: 5\n" for i in range(90_000)), id="facts"),
        pytest.param("[" * 1_000_000, id="open brackets"),
        pytest.param("{a: " * 500_000, id="open mappings"),
        pytest.param("- " * 1_000_000, id="nested lists"),
        pytest.param(
            "a: &a [x, x, x, x, x, x, x, x, x]\n"
            + "".join(
                f"{b}: &{b} [{', '.join(['*' + a] * 9)}]\n"
                for a, b in zip("abcdefgh", "bcdefghi", strict=True)
            ),
            id="aliases",
        ),
        pytest.param("!!python/object/apply:os.system [exit]\n", id="a tag"),
        pytest.param("a: '" + "x" * 3_900_000, id="an open quote"),
        pytest.param(
            "facts: {f: {match: {regex: '" + "(" * 400 + "a" + "){1000}" * 80 + "'}}}",
            id="a pattern of patterns",
        ),
        pytest.param(
            "facts: {f: {match: {regex: '" + "x{1000}" * 140 + "'}}}", id="a large pattern"
        ),
        pytest.param(
            FACT
            + "rules: [{id: r, facts: [f], expect: {relation: '"
            + "(" * 100_000
            + "'}}]",
            id="a relation of parentheses",
        ),
        pytest.param(
            FACT
            + "rules: [{id: r, facts: [f], expect: {relation: 'f == "
            + "9" * 1_900
            + "'}}]",
            id="a number of many digits",
        ),
        pytest.param("extends: [../../etc/passwd]\n", id="a path for a pack"),
        pytest.param("rules: [{id: " + "a-" * 100_000 + "}]", id="an id without an end"),
    ],
)  # fmt: skip
def test_no_rule_file_costs_more_than_two_seconds_or_200_megabytes(text):
    start = time.process_time()
    with suppress(RuleError):
        ruleset.loads({"x.yaml": text}, packs=())
    assert time.process_time() - start < 2
    tracemalloc.start()
    with suppress(RuleError):
        ruleset.loads({"x.yaml": text}, packs=())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 200_000_000
