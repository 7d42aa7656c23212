"""Settings: the nearest `.factcheck.yaml`, or `[tool.factcheck]` of `pyproject.toml`."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import TypeVar

from factcheck.errors import Problem, RuleError, UsageError, nearest
from factcheck.frozen import dataclass
from factcheck.model import Severity

YAML_NAME = ".factcheck.yaml"
TOML_NAME = "pyproject.toml"
VARIABLE = "FACTCHECK_CONFIG"
DECISIONS_NAME = ".factcheck-decisions.yaml"
LEVELS = ("off", *Severity)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry:
    """Documents to read.

    Attributes:
        path: A path or glob, relative to the configuration's folder.
        date: Date of publication of them all, or None.
        source: Who published them, or None.
    """

    path: str
    date: dt.date | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """How grave the findings of a rule are in some documents.

    Attributes:
        pattern: Glob of documents.
        rule: Id of the rule, or a glob of ids.
        severity: The severity of its findings there, or None for off.
    """

    pattern: str
    rule: str
    severity: Severity | None


@dataclass(frozen=True, slots=True)
class Config:
    """Settings, each at its default unless a file or the command line says otherwise.

    Attributes:
        root: The folder that paths are relative to.
        path: The file that was read, or None.
        documents: What to read when no path is given.
        rules: Rule files and folders of them.
        packs: Names of packs that ship with the tool, beside the core.
        fail_on: From which severity findings make the exit status 1.
        formats: `FORMAT` or `FORMAT:FILE` of each report.
        levels: In the order of the file; the last that fits wins.
        decisions: The file with decisions on findings, or None for the usual one.
    """

    root: Path
    path: Path | None = None
    documents: tuple[Entry, ...] = ()
    rules: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    fail_on: Severity = Severity.WARNING
    formats: tuple[str, ...] = ()
    levels: tuple[Level, ...] = field(default=())
    decisions: str | None = None


def load(
    path: Path | None = None,
    *,
    folder: Path | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Config:
    """Return the settings that hold in a folder.

    Args:
        path: The file to read, or None to look for one.
        folder: Where to start looking; the working directory by default.
        environment: `FACTCHECK_CONFIG` names a file as `path` does.

    Raises:
        UsageError: If a file that is asked for is not there or holds no settings.
        RuleError: If the settings are wrong, with all places.
    """
    folder = folder or Path.cwd()
    if path is None and environment.get(VARIABLE):
        path = Path(environment[VARIABLE])
    if path is not None:
        found = _read(path if path.is_absolute() else folder / path, asked=True)
        if found is None:
            raise UsageError(f"{path}: there is no table [tool.factcheck] in it")
        return found
    for parent in (folder, *folder.parents):
        for name in (YAML_NAME, TOML_NAME):
            if (parent / name).is_file():
                found = _read(parent / name, asked=False)
                if found is not None:
                    return found
    return Config(folder)


def _read(path: Path, *, asked: bool) -> Config | None:
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no such settings file") from None
    except (OSError, UnicodeDecodeError) as error:
        if not asked and path.name == TOML_NAME:
            return None
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UsageError(f"{path}: the settings cannot be read: {reason}") from None
    if path.suffix == ".toml":
        if "factcheck" not in text:
            return None
        return _from_toml(path, text)
    return _from_yaml(path, text)


# --- where a setting stands ---------------------------------------------------------------


class _Reader:
    """Reads values out of plain data, and collects what is wrong with them."""

    def __init__(
        self, path: Path, place: Callable[[tuple[str | int, ...]], tuple[int, int]]
    ) -> None:
        self.path = path
        self.place = place
        self.problems: list[Problem] = []

    def wrong(self, at: tuple[str | int, ...], text: str) -> None:
        line, column = self.place(at)
        self.problems.append(Problem(str(self.path), line, column, text))

    def keys(
        self, value: object, at: tuple[str | int, ...], names: tuple[str, ...]
    ) -> Mapping[str, object]:
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            self.wrong(at, "this must be a mapping of names to values")
            return {}
        for key in value:
            if key not in names:
                best = nearest(str(key), names)
                hint = (
                    f"did you mean '{best}'?"
                    if best
                    else "known are " + ", ".join(names)
                )
                self.wrong((*at, str(key)), f"unknown key '{key}': {hint}")
        return value

    def text(self, value: object, at: tuple[str | int, ...]) -> str | None:
        if isinstance(value, str):
            return value
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return value.isoformat()
        self.wrong(at, "this must be text")
        return None

    def texts(self, value: object, at: tuple[str | int, ...]) -> Iterator[str]:
        if value is None:
            return
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list):
            self.wrong(at, "this must be a list of texts")
            return
        for i, item in enumerate(items):
            text = self.text(item, (*at, i))
            if text:
                yield text

    def choice(
        self, value: object, at: tuple[str | int, ...], choices: tuple[str, ...]
    ) -> str | None:
        text = self.text(value, at)
        if text is None or text in choices:
            return text
        best = nearest(text, choices)
        hint = (
            f"did you mean '{best}'?" if best else "it is one of " + ", ".join(choices)
        )
        self.wrong(at, f"unknown value '{text}': {hint}")
        return None

    def date(self, value: object, at: tuple[str | int, ...]) -> dt.date | None:
        text = self.text(value, at)
        if text is None:
            return None
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            self.wrong(at, f"'{text}' is not a date such as 2025-11-05")
            return None


_KEYS = ("documents", "rules", "packs", "fail_on", "format", "levels", "decisions")


def _config(reader: _Reader, data: object, root: Path) -> Config:
    top = reader.keys(data, (), _KEYS)
    fail_on = (
        reader.choice(top["fail_on"], ("fail_on",), tuple(Severity))
        if "fail_on" in top
        else None
    )
    config = Config(
        root=root,
        path=reader.path,
        documents=tuple(_entries(reader, top.get("documents"))),
        rules=tuple(reader.texts(top.get("rules"), ("rules",))),
        packs=tuple(reader.texts(top.get("packs"), ("packs",))),
        fail_on=Severity(fail_on) if fail_on else Severity.WARNING,
        formats=tuple(reader.texts(top.get("format"), ("format",))),
        levels=tuple(_levels(reader, top.get("levels"))),
        decisions=(
            reader.text(top["decisions"], ("decisions",))
            if top.get("decisions") is not None
            else None
        ),
    )
    if reader.problems:
        raise RuleError(reader.problems)
    return config


def _entries(reader: _Reader, value: object) -> Iterator[Entry]:
    if value is None:
        return
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list):
        reader.wrong(("documents",), "this must be a list of paths")
        return
    for i, item in enumerate(items):
        at: tuple[str | int, ...] = ("documents", i)
        if isinstance(item, str):
            yield Entry(item)
            continue
        known = reader.keys(item, at, ("path", "date", "source"))
        path = reader.text(known.get("path"), (*at, "path"))
        date = known.get("date")
        source = known.get("source")
        if path:
            yield Entry(
                path,
                None if date is None else reader.date(date, (*at, "date")),
                None if source is None else reader.text(source, (*at, "source")),
            )


def _levels(reader: _Reader, value: object) -> Iterator[Level]:
    if value is None:
        return
    if not isinstance(value, Mapping):
        reader.wrong(
            ("levels",), "this must map globs of documents to rules and levels"
        )
        return
    for pattern, rules in value.items():
        at = ("levels", str(pattern))
        if not isinstance(rules, Mapping):
            reader.wrong(at, "this must map ids of rules to levels")
            continue
        for rule, level in rules.items():
            known = reader.choice(level, (*at, str(rule)), LEVELS)
            if known:
                severity = None if known == "off" else Severity(known)
                yield Level(str(pattern), str(rule), severity)


# --- YAML and TOML ------------------------------------------------------------------------


def _from_yaml(path: Path, text: str) -> Config:
    # YAML is 20 ms that a run without such a file does not pay.
    from factcheck import yamltext  # noqa: PLC0415

    top = yamltext.load(text, str(path))

    def place(at: tuple[str | int, ...]) -> tuple[int, int]:
        node: yamltext.Node = top
        where = node.line, node.column
        for step in at:
            if isinstance(node, yamltext.Mapping):
                for key, value in node:
                    if key.value == step:
                        node, where = value, (key.line, key.column)
                        break
            elif isinstance(node, yamltext.Sequence) and isinstance(step, int):
                node = node.value[step]
                where = node.line, node.column
        return where

    return _config(_Reader(path, place), yamltext.plain(top), path.parent)


_HEADER = re.compile(r"^[ \t]*\[\[?[ \t]*([^\]\n]+?)[ \t]*\]", re.MULTILINE)


def _from_toml(path: Path, text: str) -> Config | None:
    import tomllib  # noqa: PLC0415 - 5 ms that a run without such a file does not pay

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+), column (\d+)", str(error))
        line, column = (int(at[1]), int(at[2])) if at else (1, 1)
        what = str(error).partition(" (at ")[0]
        raise RuleError(
            [Problem(str(path), line, column, f"this is not TOML: {what}")]
        ) from None
    table = data.get("tool", {}).get("factcheck")
    if table is None:
        return None

    def place(at: tuple[str | int, ...]) -> tuple[int, int]:
        return _toml_place(text, at)

    return _config(_Reader(path, place), table, path.parent)


def _toml_place(text: str, at: tuple[str | int, ...]) -> tuple[int, int]:
    """Return where a setting stands, as near as can be told: tomllib keeps no places."""
    start = end = 0
    for header in _HEADER.finditer(text):
        name = re.sub(r"""["'\s]""", "", header[1])
        inside = name == "tool.factcheck" or name.startswith("tool.factcheck.")
        if inside and not end:
            start = end = header.start()
        if inside:
            following = _HEADER.search(text, header.end())
            end = following.start() if following else len(text)
    found = start
    for step in at:
        if isinstance(step, int):
            continue
        key = re.compile(rf"""(?<![\w-])["']?{re.escape(step)}["']?(?=[ \t]*[=.\]])""")
        match = key.search(text, found, end)
        if match is None:
            break
        found = match.start()
    line = text.count("\n", 0, found) + 1
    return line, found - (text.rfind("\n", 0, found) + 1) + 1
