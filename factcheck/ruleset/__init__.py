"""Rules in YAML: load, check, test, and describe them."""

from __future__ import annotations

from factcheck.ruleset.loading import load, loads, packs

__all__ = ["load", "loads", "packs"]
