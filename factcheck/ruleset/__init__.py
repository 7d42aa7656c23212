"""Rules in YAML: load, check, test, and describe them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from factcheck.ruleset.loading import load, loads, packs

if TYPE_CHECKING:
    from factcheck.ruleset.dumping import dump
    from factcheck.ruleset.examples import (
        Coverage,
        ExampleResult,
        coverage,
        run_examples,
    )
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

# A run only loads; what writes and tests rules is imported when it is asked for (5 ms).
_LATER = {
    "Coverage": "examples",
    "ExampleResult": "examples",
    "coverage": "examples",
    "dump": "dumping",
    "run_examples": "examples",
    "validate": "validation",
}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(name)
    found: object = getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    globals()[name] = found
    return found
