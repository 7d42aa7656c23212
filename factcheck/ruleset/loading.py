"""Rule files and packs: read whole, with all problems at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from factcheck.errors import Problem, RuleError, UsageError, nearest
from factcheck.model import RuleSet
from factcheck.ruleset import store
from factcheck.ruleset.source import Source

_PACKS = Path(__file__).parent.parent / "packs"
_SUFFIXES = (".yaml", ".yml")
_MAX_BYTES = 16_000_000


def packs() -> tuple[str, ...]:
    """Return the names of the packs that ship with the tool."""
    return tuple(sorted(path.stem for path in _PACKS.glob("*.yaml")))


def pack(name: str) -> Source:
    """Return a pack that ships with the tool.

    Raises:
        UsageError: There is none of this name.
    """
    if name not in packs():
        hint = nearest(name, packs())
        meant = (
            f"; did you mean {hint!r}?" if hint else f"; there are {', '.join(packs())}"
        )
        raise UsageError(f"there is no pack {name!r}{meant}")
    path = _PACKS / f"{name}.yaml"
    return Source(f"packs/{name}.yaml", path.read_text("utf-8"), name)


def files(paths: Iterable[Path | str]) -> list[Source]:
    """Return rule files, and those under folders, in a stable order.

    Raises:
        UsageError: A path does not exist, or cannot be read.
        RuleError: A file is no text.
    """
    found: dict[str, Path] = {}
    for path in map(Path, paths):
        if path.is_dir():
            inner = (p for p in path.rglob("*") if p.suffix in _SUFFIXES)
            found.update({p.as_posix(): p for p in sorted(inner) if p.is_file()})
        elif path.exists():
            found[path.as_posix()] = path
        else:
            raise UsageError(f"{path.as_posix()}: no such rule file or folder")
    return [Source(name, _read(path, name)) for name, path in found.items()]


def _read(path: Path, name: str) -> str:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise RuleError([Problem(name, 1, 1, "the file is too large for rules")])
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{name}: {error.strerror or error}") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        said = "this is not UTF-8 text"
        raise RuleError([Problem(name, line, column, said)]) from error


def load(
    paths: Iterable[Path | str] = (),
    *,
    packs: Sequence[str] = ("core",),
    cache: bool = True,
) -> RuleSet:
    """Return the rules of some files, on top of packs.

    Args:
        paths: Rule files, and folders with rule files in them.
        packs: Packs that ship with the tool; files can ask for more by `extends`.
        cache: Whether a compiled form may be taken and kept.

    Raises:
        UsageError: A path does not exist, or there is no such pack.
        RuleError: Files with problems, all of them at once.
    """
    return compile_(
        [*(pack(name) for name in dict.fromkeys(packs)), *files(paths)], cache=cache
    )


def loads(texts: Mapping[str, str], *, packs: Sequence[str] = ("core",)) -> RuleSet:
    """Return the rules of some texts, given by name, on top of packs.

    Raises:
        UsageError: There is no such pack.
        RuleError: Texts with problems, all of them at once.
    """
    given = [Source(name, text) for name, text in texts.items()]
    return compile_(
        [*(pack(name) for name in dict.fromkeys(packs)), *given], cache=False
    )


def compile_(sources: Sequence[Source], *, cache: bool) -> RuleSet:
    """Return the rules of sources, and keep their compiled form if asked to.

    Raises:
        RuleError: Sources with problems, all of them at once.
    """
    at = store.folder() if cache else None
    if at is None:
        return _compiled(sources)
    # Packs that files ask for are part of the tool, whose state is in the key.
    key = store.key((source.name, source.text) for source in sources)
    kept = store.read(key, at=at)
    if kept is None:
        kept = _compiled(sources)
        store.keep(key, kept, at=at)
    return kept


def _compiled(sources: Sequence[Source]) -> RuleSet:
    # The reader of YAML and the grammar cost 30 ms, and kept rules need neither.
    from factcheck.ruleset import book  # noqa: PLC0415

    return book.read(sources, available=packs(), fetch=pack)
