r"""The one YAML reader: everything is text, and every node knows its place.

YAML's guesses are not made: `NO` is not False, `12:30` is not 750, `1.10` is not 1.1. Tags
are refused, so that nothing is ever constructed or executed. What could hurt a reader is
refused with a place: duplicate keys, deep nesting, alias bombs, huge files.

    >>> node = load("title: Harvest\nruns: [1, NO]", "a.yaml")
    >>> plain(node)
    {'title': 'Harvest', 'runs': ['1', 'NO']}
    >>> node.get("runs").line
    2
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from factcheck.errors import Problem, RuleError
from factcheck.frozen import dataclass

if TYPE_CHECKING:
    import yaml  # noqa: TID251 - the one reader

MAX_CHARACTERS = 4_000_000
MAX_NODES = 200_000
MAX_DEPTH = 50
_BMP = 0xFFFF

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
Mark: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text.

    Attributes:
        path: The file.
        line: One-based line.
        column: One-based column, in code points.
        value: The text, without quotes; empty where nothing is written.
        quoted: Whether it is written in quotes or as a block.
        inline: Whether its characters stand in the file one by one, from `column` on.
    """

    path: str
    line: int
    column: int
    value: str
    quoted: bool = False
    inline: bool = True

    def place(self, offset: int = 0) -> tuple[int, int]:
        """Return line and column of a character of `value`, as near as can be said."""
        if not self.inline:
            return self.line, self.column
        return self.line, self.column + offset + (1 if self.quoted else 0)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    path: str
    line: int
    column: int
    value: tuple[Node, ...]

    def __iter__(self) -> Iterator[Node]:
        return iter(self.value)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their nodes, in the order of the file; no key occurs twice."""

    path: str
    line: int
    column: int
    value: tuple[tuple[Scalar, Node], ...]

    def __iter__(self) -> Iterator[tuple[Scalar, Node]]:
        return iter(self.value)

    def get(self, name: str) -> Node | None:
        """Return the node under a key, or None."""
        return next((node for key, node in self.value if key.value == name), None)


Node: TypeAlias = Scalar | Sequence | Mapping


def plain(node: Node) -> Plain:
    """Return a node as strings, lists and dicts; what is left empty is None."""
    if isinstance(node, Scalar):
        return node.value if node.value or node.quoted else None
    if isinstance(node, Sequence):
        return [plain(item) for item in node]
    return {key.value: plain(item) for key, item in node}


def quoted(text: str) -> str:
    r"""Return a text as YAML in double quotes, on one line, whatever stands in it.

    >>> quoted('the "old" town')
    '"the \\"old\\" town"'
    """
    shown = text.replace("\\", "\\\\").replace('"', '\\"')
    if not shown.isprintable():
        shown = "".join(c if c.isprintable() else _escaped(ord(c)) for c in shown)
    return f'"{shown}"'


def _escaped(code: int) -> str:
    return f"\\u{code:04x}" if code <= _BMP else f"\\U{code:08x}"


def load(text: str, path: str, *, line: int = 1) -> Node:
    """Read one YAML document.

    Args:
        text: The YAML.
        path: How to name the file in problems.
        line: Number of the first line of `text` in that file.

    Returns:
        The top node; an empty text gives an empty scalar.

    Raises:
        RuleError: The text is no YAML, or YAML that is refused; one problem, with its place.
    """
    if len(text) > MAX_CHARACTERS:
        raise RuleError(
            [
                Problem(
                    path,
                    line,
                    1,
                    f"the file has more than {MAX_CHARACTERS:,} characters",
                )
            ]
        )
    return _Reader(text, path, line).read()


class _Reader:
    """Builds nodes from the parser's events, without recursion."""

    def __init__(self, text: str, path: str, line: int) -> None:
        self.text = text
        self.path = path
        self.first = line
        self.anchors: dict[str | None, tuple[Node, int]] = {}
        self.opened: list[_Open] = []
        self.top: Node | None = None
        self.documents = 0
        self.count = 0

    def fail(self, text: str, mark: Mark) -> RuleError:
        """Return the error that says what is wrong at a place."""
        at = (self.first + mark[0], mark[1] + 1)
        return RuleError([Problem(self.path, *at, text)])

    def read(self) -> Node:
        """Return the top node."""
        # PyYAML is slow to import (23 ms), and a cached rule set needs none of it.
        import yaml  # noqa: PLC0415, TID251 - the one reader

        take: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.AliasEvent: self._alias,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceEndEvent: self._close,
            yaml.MappingEndEvent: self._close,
            yaml.DocumentStartEvent: self._document,
        }
        try:
            for event in yaml.parse(self.text, Loader=yaml.CSafeLoader):
                taker = take.get(type(event))
                if taker is not None:
                    taker(event)
        except (yaml.reader.ReaderError, UnicodeEncodeError) as error:
            raise self._unprintable() from error
        except yaml.MarkedYAMLError as error:
            raise self._explained(error) from error
        return self.top or Scalar(self.path, self.first, 1, "")

    def _explained(self, error: yaml.MarkedYAMLError) -> RuleError:
        mark = _mark(error.problem_mark or error.context_mark)
        lines = self.text.split("\n", mark[0] + 1)
        line = lines[mark[0]] if mark[0] < len(lines) else ""
        if line[mark[1] : mark[1] + 1] == "\t":
            return self.fail("a tab cannot indent; use spaces", mark)
        said = error.problem or "this is not YAML"
        return self.fail(_SAID.get(said, said), mark)

    def _unprintable(self) -> RuleError:
        for row, line in enumerate(self.text.split("\n")):
            for column, character in enumerate(line):
                if not _printable(character):
                    said = f"the character U+{ord(character):04X} is not allowed"
                    return self.fail(said, (row, column))
        raise AssertionError

    def _document(self, event: yaml.Event) -> None:
        self.documents += 1
        if self.documents > 1:
            said = "a second document starts here; one is read"
            raise self.fail(said, _mark(event.start_mark))

    def _open(self, event: yaml.SequenceStartEvent | yaml.MappingStartEvent) -> None:
        mark = _mark(event.start_mark)
        self._admit(event, mark)
        if len(self.opened) == MAX_DEPTH:
            raise self.fail(f"nested more than {MAX_DEPTH} deep", mark)
        if self.opened and self.opened[-1].wants_key:
            raise self.fail("a key must be plain text", mark)
        # The class name, as yaml itself must not be imported for a type test.
        is_mapping = type(event).__name__ == "MappingStartEvent"
        self.opened.append(_Open(mark, event.anchor, is_mapping=is_mapping))

    def _close(self, _event: yaml.Event) -> None:
        closed = self.opened.pop()
        node = closed.close(self)
        if closed.anchor:
            self.anchors[closed.anchor] = (node, closed.size)
        self._place(node, closed.size, counted=1)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        start, end = _mark(event.start_mark), _mark(event.end_mark)
        self._admit(event, start)
        quoted = bool(event.style)
        length = end[1] - start[1] - (2 if quoted else 0)
        scalar = Scalar(
            self.path,
            self.first + start[0],
            start[1] + 1,
            event.value,
            quoted,
            start[0] == end[0] and length == len(event.value),
        )
        if event.anchor:
            self.anchors[event.anchor] = (scalar, 1)
        self._place(scalar, 1, counted=1)

    def _alias(self, event: yaml.AliasEvent) -> None:
        mark = _mark(event.start_mark)
        known = self.anchors.get(event.anchor)
        if known is None:
            raise self.fail(f"no anchor &{event.anchor} before this alias", mark)
        self._place(*known, counted=known[1], mark=mark)

    def _place(
        self, node: Node, size: int, *, counted: int, mark: Mark | None = None
    ) -> None:
        """Put a node into what is open, or on top; an alias counts with all it repeats."""
        self.count += counted
        at = mark or (node.line - self.first, node.column - 1)
        if self.count > MAX_NODES:
            raise self.fail(f"more than {MAX_NODES:,} values", at)
        if self.opened:
            self.opened[-1].add(self, node, size, at)
        else:
            self.top = node

    def _admit(self, event: yaml.NodeEvent, mark: Mark) -> None:
        if getattr(event, "tag", None) not in (None, "!"):
            raise self.fail("tags (!...) are refused; write plain text", mark)


class _Open:
    """A list or mapping whose end is not reached yet."""

    def __init__(self, mark: Mark, anchor: str | None, *, is_mapping: bool) -> None:
        self.is_mapping = is_mapping
        self.mark = mark
        self.anchor = anchor
        self.size = 1
        self.items: list[Node] = []
        self.pairs: list[tuple[Scalar, Node]] = []
        self.keys: set[str] = set()
        self.key: Scalar | None = None

    @property
    def wants_key(self) -> bool:
        """Whether a key comes next."""
        return self.is_mapping and self.key is None

    def add(self, reader: _Reader, node: Node, size: int, mark: Mark) -> None:
        """Take the next node: an item, a key, or what stands under a key."""
        self.size += size
        if not self.is_mapping:
            self.items.append(node)
        elif self.key is not None:
            self.pairs.append((self.key, node))
            self.key = None
        elif not isinstance(node, Scalar):
            raise reader.fail("a key must be plain text", mark)
        elif node.value in self.keys:
            raise reader.fail(f"the key {node.value!r} occurs twice", mark)
        else:
            self.keys.add(node.value)
            self.key = node

    def close(self, reader: _Reader) -> Node:
        """Return what was collected."""
        at = (reader.path, reader.first + self.mark[0], self.mark[1] + 1)
        if self.is_mapping:
            return Mapping(*at, tuple(self.pairs))
        return Sequence(*at, tuple(self.items))


def _mark(mark: yaml.error.Mark | yaml._yaml.Mark | None) -> Mark:
    return (0, 0) if mark is None else (mark.line, mark.column)


def _printable(character: str) -> bool:
    """Return whether YAML 1.1 (section 5.1) allows a character."""
    code = ord(character)
    return (
        character in "\t\n\r\x85"
        or 0x20 <= code <= 0x7E  # noqa: PLR2004 - YAML 1.1, c-printable
        or 0xA0 <= code <= 0xD7FF  # noqa: PLR2004
        or (0xE000 <= code <= 0xFFFD and code != 0xFEFF)  # noqa: PLR2004
        or code >= 0x10000  # noqa: PLR2004
    )


_SAID = {
    "found character that cannot start any token": "this character cannot start a value; "
    "put the text in quotes",
    "mapping values are not allowed in this context": "a colon cannot stand here; "
    "put the text in quotes",
    "did not find expected <document start>": "this does not belong to the document above; "
    "check the indentation",
    "did not find expected key": "a key was expected here; check the indentation",
    "could not find expected ':'": "a colon was expected after the key",
    "did not find expected '-' indicator": "an item with '-' was expected here; "
    "check the indentation",
    "did not find expected ',' or ']'": "a comma or ] was expected here",
    "did not find expected ',' or '}'": "a comma or } was expected here",
    "did not find expected node content": "a value was expected here",
    "found unexpected end of stream": "the file ends inside quotes",
}
