"""Linking: which mentions state the same fact."""

from __future__ import annotations

from factcheck.link.bind import bind
from factcheck.link.clusters import cluster

__all__ = ["bind", "cluster"]
