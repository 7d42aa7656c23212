"""From paths, configuration and options to what the pipeline takes."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from factcheck import documents, pipeline
from factcheck.config import DECISIONS_NAME, Config, Entry
from factcheck.errors import UsageError
from factcheck.model import Decision, Report, RuleSet
from factcheck.pipeline import In, Mapper, Out, Source
from factcheck.runners import RUNNERS

# Below, starting processes costs more than they gain.
_WORTH_PROCESSES = 8_000_000
_REDRAW_S = 0.1
_NAMED = 5  # files that a note names
_BAR = 24
_NARROWEST_BAR = 5
_COLUMNS = 80
_MINUTE_S, _HOUR_S = 60, 3600


def sources(paths: Sequence[str], config: Config) -> list[Source]:
    """Return the documents under some paths, or else those of the configuration.

    Raises:
        UsageError: If a path is missing, or there is no document at all.
    """
    asked = _asked(paths, config)
    found = documents.walk(asked, root=config.root)
    if not found:
        where = ", ".join(map(str, paths)) or ", ".join(
            entry.path for entry in config.documents
        )
        raise UsageError(f"there is no document in {where or 'this folder'}")
    told = list(_told(config))
    return [_source(path, name, told) for path, name in found]


def passed_over(
    paths: Sequence[str], config: Config, written: Iterable[Path | None]
) -> tuple[str, ...]:
    """Return a note on the files in folders that may be documents and were not read.

    Args:
        paths: As for `sources`.
        config: As for `sources`.
        written: The reports of this run, which are none of its documents.
    """
    own = {os.path.realpath(path) for path in written if path is not None}
    names = [
        name
        for name in documents.passed_over(_asked(paths, config), root=config.root)
        if os.path.realpath(config.root / name) not in own
    ]
    if not names:
        return ()
    more = len(names) - _NAMED
    said = ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
    return (f"not read, for want of a reader: {said}",)


def _asked(paths: Sequence[str], config: Config) -> list[Path]:
    if paths:
        return [Path(path) for path in paths]
    return [config.root / entry.path for entry in config.documents] or [Path()]


def _told(config: Config) -> Iterator[tuple[Entry, frozenset[str]]]:
    for entry in config.documents:
        if entry.date is not None or entry.source is not None:
            walked = documents.walk([config.root / entry.path], root=config.root)
            yield entry, frozenset(name for _, name in walked)


def _source(
    path: Path, name: str, told: Iterable[tuple[Entry, frozenset[str]]]
) -> Source:
    date = publisher = None
    for entry, names in told:
        if name in names:
            date = entry.date or date
            publisher = entry.source or publisher
    return Source(name, path, date=date, publisher=publisher)


def mapper(found: Sequence[Source], jobs: int | None) -> Mapper:
    """Return what reads documents: in this process, or in several where that pays.

    Args:
        found: What will be read.
        jobs: How many processes, or None to decide by the size of the documents.
    """
    sizes = {source.name: _size(source) for source in found}
    if any(str(source.path) == "-" for source in found):
        jobs = 1  # standard input is this process's own
    if jobs is None:
        small = len(found) < 2 or sum(sizes.values()) < _WORTH_PROCESSES  # noqa: PLR2004
        jobs = 1 if small else len(os.sched_getaffinity(0))
    if jobs <= 1:
        return map

    def spread(function: Callable[[In], Out], items: Sequence[In], /) -> Iterable[Out]:
        weights = [sizes[getattr(item, "name", "")] for item in items]
        return RUNNERS["processes"](function, items, weights=weights, jobs=jobs)

    return spread


def _size(source: Source) -> int:
    try:
        return source.path.stat().st_size if source.path else len(source.text or "")
    except OSError:
        return 0


class Progress:
    """A bar on standard error, with rate and time left; only on a terminal."""

    def __init__(self) -> None:
        self._started = self._drawn = time.monotonic()
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        """Draw the bar, ten times a second at most."""
        now = time.monotonic()
        if now - self._drawn < _REDRAW_S and not (self._shown and done == total):
            return
        self._drawn, self._shown = now, True
        rate = done / (now - self._started)
        said = f"{done:,} of {total:,} documents, {rate:,.0f}/s, "
        said += (
            f"{duration((total - done) / rate)} left" if done < total else "checking"
        )
        room = _columns() - 1
        width = min(_BAR, room - len(said) - 1)
        full = width * done // total
        bar = "█" * full + "░" * (width - full)
        drawn = f"{bar} {said}" if width >= _NARROWEST_BAR else said[:room]
        sys.stderr.write(f"\r{drawn}\x1b[K")
        sys.stderr.flush()

    def clear(self) -> None:
        """Wipe the bar."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _columns() -> int:
    """Return how wide the terminal behind standard error is, if it says so."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or _COLUMNS
    except OSError:
        return _COLUMNS


def duration(seconds: float) -> str:
    """Say how long something takes, roughly.

    >>> duration(12.3), duration(130), duration(7300)
    ('12 s', '2 min', '2 h')
    """
    if seconds < _MINUTE_S:
        return f"{seconds:.0f} s"
    if seconds < _HOUR_S:
        return f"{seconds / _MINUTE_S:.0f} min"
    return f"{seconds / _HOUR_S:.0f} h"


def checked(
    found: Sequence[Source],
    ruleset: RuleSet | None,
    config: Config,
    *,
    decided: Sequence[Decision] = (),
    jobs: int | None = None,
    engine: str = "native",
    whole: bool = True,
) -> Report:
    """Check documents as the configuration says, and show how far it is.

    Args:
        found: What to read.
        ruleset: What must hold beside the core laws.
        config: The settings.
        decided: Decisions on findings of earlier runs.
        jobs: How many processes read, or None to decide by the size of the documents.
        engine: What extracts quantities.
        whole: Whether these are all documents and rules that there are.
    """
    with progress() as bar:
        return pipeline.run(
            found,
            rules=ruleset,
            levels=config.levels,
            decided=decided,
            mapper=mapper(found, jobs),
            engine=engine,
            progress=bar,
            whole=whole,
        )


def is_incomplete(report: Report) -> bool:
    """Return whether something that was asked for could not be checked."""
    return report.partial or any(row.document is None for row in report.documents)


@contextmanager
def progress() -> Iterator[Progress | None]:
    """Give a progress bar, if somebody sees it, and wipe it in the end."""
    if not sys.stderr.isatty():
        yield None
        return
    bar = Progress()
    try:
        yield bar
    finally:
        bar.clear()


def shown(path: Path) -> str:
    """Return a path of the configuration as a person here would write it."""
    written = os.path.relpath(path)
    return str(path) if written.startswith("..") else written


def rules(paths: Sequence[str], config: Config) -> RuleSet | None:
    """Return the rules under some paths, or else those of the configuration; None if none."""
    asked = list(paths) or [shown(config.root / path) for path in config.rules]
    return pipeline.rules(asked, packs=config.packs)


def decisions_file(config: Config) -> Path:
    """Return where decisions on findings are kept."""
    return config.root / (config.decisions or DECISIONS_NAME)


def decided(config: Config) -> tuple[Decision, ...]:
    """Return the decisions on findings; none, if there is no file and none is asked for.

    Raises:
        UsageError: If the file of the configuration is not there.
        RuleError: If something in it is wrong.
    """
    path = decisions_file(config)
    if config.decisions is None and not path.is_file():
        return ()
    from factcheck.pipeline import decisions  # noqa: PLC0415 - most runs have none

    return decisions.load(path, name=shown(path))
