from __future__ import annotations

import subprocess
import sys

import pytest

from factcheck import ruleset
from factcheck.errors import RuleError
from factcheck.ruleset import desk

FACT = "facts: {f: {match: {any: [x]}}}\n"
RULE = FACT + "rules: [{id: r, fact: f, expect: "
RELATION = FACT + "rules: [{id: r, facts: [f], expect: {relation: 'f == "
# Only a process of its own shows what the readers of YAML and patterns, in C, take as well.
MEASURE = """
import pathlib, resource, sys
from factcheck import ruleset
from factcheck.errors import RuleError

text = sys.stdin.read()
try:
    ruleset.loads({"x.yaml": text}, packs=())
except RuleError as error:
    str(error)
# ru_maxrss keeps what the parent had before exec; VmHWM does not.
status = pathlib.Path("/proc/self/status")
lines = status.read_text("ascii").splitlines() if status.is_file() else []
most = [int(line.split()[1]) for line in lines if line.startswith("VmHWM:")]
print(*most or [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss])
"""
# What never ends is stopped; seconds are for the bench.
FAR_TOO_LONG = 120


def lines(first, n, line):
    return first + "".join(line.format(i=i) for i in range(n))


def items(n, item):
    return "[" + ", ".join(item.format(i=i) for i in range(n)) + "]"


HOSTILE = {
    "a million entries": "- a\n" * 900_000,
    "facts that are none": lines("facts:\n", 90_000, "  f{i}: 5\n"),
    "open brackets": "[" * 1_000_000,
    "open mappings": "{a: " * 500_000,
    "nested lists": "- " * 1_000_000,
    "aliases of aliases": "a: &a [x, x, x, x, x, x, x, x, x]\n"
    + "".join(
        f"{b}: &{b} [{', '.join(['*' + a] * 9)}]\n"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ),
    "many anchors": lines("", 60_000, "a{i}: &x{i} y\n"),
    "merge keys": lines("a: &a {b: c}\n", 30_000, "k{i}: {{<<: *a}}\n"),
    "a tag": "!!python/object/apply:os.system [exit]\n",
    "an open quote": "a: '" + "x" * 3_900_000,
    "long keys": lines("", 1200, "k" * 3000 + "{i}: y\n"),
    "comments": "# x\n" * 900_000,
    "a pattern of patterns": "facts: {f: {match: {regex: '"
    + "(" * 400
    + "a"
    + "){1000}" * 80
    + "'}}}",
    "large patterns": lines(
        "facts:\n",
        3000,
        "  f{i}: {{match: {{regex: '" + "x{{1000}}" * 140 + "{i}'}}}}\n",
    ),
    "many patterns": lines(
        "facts:\n", 15_000, "  f{i}: {{match: {{regex: '(a{{50}}){{9}}c{i}'}}}}\n"
    ),
    "many terms": "facts: {f: {match: {any: " + items(95_000, "wordly{i}") + "}}}",
    "a long term": "facts: {f: {match: {any: [" + "a " * 900_000 + "]}}}",
    "a long unit": "facts: {f: {match: {units: [" + "a " * 900_000 + "]}}}",
    "a long name": "facts: {f: {subject: " + "a " * 900_000 + ", match: {any: [x]}}}",
    "many names": "facts: {f: {match: {any: [x]}, subject: {name: a, aliases: "
    + items(95_000, "Namia{i}")
    + "}}}",
    "unknown keys": lines("facts:\n  f:\n", 90_000, "    matsh{i}: x\n"),
    "unknown units": lines(
        "facts:\n", 20_000, "  f{i}: {{reference: 5 kilometrs{i}}}\n"
    ),
    "unknown dimensions": lines(
        "facts:\n", 15_000, "  f{i}: {{match: {{dimension: lenght{i}}}}}\n"
    ),
    "unknown facts": lines("facts:\n", 3900, "  f{i}: {{reference: 5}}\n")
    + lines("rules:\n", 5000, "  - {{id: r{i}, fact: g{i}, expect: agree}}\n"),
    "unknown packs": "extends: " + items(90_000, "financ{i}"),
    "unknown groups": RULE + "{agree: {group_by: " + items(90_000, "blok{i}") + "}}}]",
    "unknown units of relations": FACT
    + lines(
        "rules:\n",
        4000,
        "  - {{id: r{i}, facts: [f], expect: {{relation: 'f == 5 kilometrs{i}'}}}}\n",
    ),
    "unknown fields": RULE + "agree, message: '" + "{x}" * 300_000 + "'}]",
    "a relation of parentheses": RELATION + "(" * 100_000 + "'}}]",
    "a number of many digits": RELATION + "9" * 1_900 + "'}}]",
    "a value of many digits": "facts: {f: {reference: " + "9" * 1_000_000 + " km}}",
    "a value of a large power": "facts: {f: {reference: 1e999999999 km}}",
    "a path for a pack": "extends: [../../etc/passwd]\n",
    "an id without an end": "rules: [{id: " + "a-" * 100_000 + "}]",
    "a large example": RULE
    + "agree, examples: [{want: ok, docs: {a: '"
    + "x " * 1_000_000
    + "'}}]}]",
}


@pytest.mark.untraced
@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_every_rule_file_is_read_to_its_end_in_200_megabytes(name):
    done = subprocess.run(
        [sys.executable, "-c", MEASURE],
        input=HOSTILE[name],
        capture_output=True,
        text=True,
        check=True,
        timeout=FAR_TOO_LONG,
    )
    assert int(done.stdout) < 200_000


def problems(text):
    with pytest.raises(RuleError) as caught:
        ruleset.loads({"x": text}, packs=())
    return [str(problem) for problem in caught.value.problems]


def test_the_first_hundred_problems_are_told():
    told = problems(lines("facts:\n", 200, "  f{i}: 5\n"))
    assert len(told) == desk.MAX_PROBLEMS + 1 == 101
    assert (
        told[-2] == "x:101:8: the fact 'f99' must be a mapping with match or reference"
    )
    assert told[-1] == "x:102:9: more than 100 problems; mend those before this first"


def test_a_set_of_rules_has_so_many_terms_and_no_more():
    told = problems(
        "facts: {f: {match: {any: " + items(desk.MAX_WORK + 1, "w{i}") + "}}}"
    )
    assert [said.partition(": ")[2] for said in told] == [
        "more terms and patterns than a set of rules may have"
    ]
