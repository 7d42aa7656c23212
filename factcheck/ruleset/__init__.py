"""Rules in YAML: load, check, test, and describe them."""

from __future__ import annotations

from factcheck.ruleset.dump import dump
from factcheck.ruleset.examples import (
    Coverage,
    ExampleResult,
    coverage,
    run_examples,
)
from factcheck.ruleset.loading import load, loads, packs
from factcheck.ruleset.validation import validate

__all__ = [
    "Coverage",
    "ExampleResult",
    "coverage",
    "dump",
    "load",
    "loads",
    "packs",
    "run_examples",
    "validate",
]
