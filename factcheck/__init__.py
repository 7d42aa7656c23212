"""Cross-check the numbers in your documents."""

from __future__ import annotations

__version__ = "0.1.0"
