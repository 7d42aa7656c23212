"""Compiled rules, kept by the hash of what they were made from.

Loading the rules of a project takes tens of milliseconds, most of it importing a YAML
reader; a compiled rule set takes one or two. What is kept is a pickle of the dataclasses of
`factcheck.model` alone: reading one can make nothing else, and whatever does not fit is
ignored and made anew.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import factcheck
from factcheck.model import RuleSet

_MAX_BYTES = 50_000_000
_MOST = 64  # sets of rules that are kept
_ALLOWED = {
    "builtins": {"frozenset", "set"},
    "decimal": {"Decimal"},
    "datetime": {"date"},
}
# What decides how rules are compiled, besides the rules themselves.
_PARTS = ("ruleset", "model", "units", "language", "packs", "frozen.py", "yamltext.py")


def folder() -> Path | None:
    """Return where compiled rules are kept, or None where nothing may be kept."""
    base = os.environ.get("XDG_CACHE_HOME")
    if base:
        return Path(base) / "factcheck" if Path(base).is_absolute() else None
    try:
        return Path.home() / ".cache" / "factcheck"
    except RuntimeError:
        return None


def key(texts: Iterable[tuple[str, str]]) -> str:
    """Return the name under which the rules of some files are kept.

    Args:
        texts: Names of files, with what they hold.
    """
    digest = hashlib.sha256(f"{factcheck.__version__} {sys.version}".encode())
    root = Path(__file__).parent.parent
    for part in _PARTS:
        path = root / part
        files = (
            sorted((*path.glob("*.py"), *path.glob("*.yaml")))
            if path.is_dir()
            else [path]
        )
        for file in files:
            stat = file.stat()
            digest.update(f"{file.name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    for name, text in texts:
        encoded = text.encode("utf-8", "surrogatepass")
        digest.update(f"{len(name)} {len(encoded)}\n{name}\n".encode())
        digest.update(encoded)
    return digest.hexdigest()


def read(name: str, *, at: Path) -> RuleSet | None:
    """Return the rules kept under a name, or None."""
    path = at / f"rules-{name}.pickle"
    try:
        data = path.read_bytes()
        if len(data) > _MAX_BYTES:
            return None
        found = _Reader(BytesIO(data)).load()
    except (OSError, EOFError, AttributeError, ImportError, IndexError):
        return None
    except (pickle.UnpicklingError, TypeError, ValueError, KeyError):
        return None
    return found if isinstance(found, RuleSet) else None


def keep(name: str, rules: RuleSet, *, at: Path) -> None:
    """Keep rules under a name, and forget the oldest; where that cannot be done, nothing happens."""
    import tempfile  # noqa: PLC0415 - 3 ms, once for each set of rules

    try:
        at.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=at, delete=False) as file:
            pickle.dump(rules, file, protocol=5)
        Path(file.name).replace(at / f"rules-{name}.pickle")
        kept = sorted(at.glob("rules-*.pickle"), key=lambda path: path.stat().st_mtime)
        for path in kept[:-_MOST]:
            path.unlink()
    except OSError:
        return


class _Reader(pickle.Unpickler):
    """Refuses everything but our own dataclasses and plain values."""

    def find_class(self, module: str, name: str) -> object:
        if module.startswith("factcheck.model.") and name[:1].isupper():
            return super().find_class(module, name)
        if name in _ALLOWED.get(module, ()):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name}")
