"""Where a rule file is taken apart: values are read from nodes, problems collected."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal

from factcheck.errors import Problem, RuleError, nearest
from factcheck.link import patterns
from factcheck.model import Place, Quantity
from factcheck.ruleset import keys, quantities
from factcheck.ruleset.quantities import a_size
from factcheck.yamltext import Mapping, Node, Scalar, Sequence

_KINDS = {Scalar: "text", Sequence: "a list", Mapping: "a mapping"}
_NUMBER = re.compile(r"\d+(\.\d+)?")
_MAX_SHOWN = 40
MAX_PROBLEMS = 100
# What terms and patterns cost in all, in terms of 30 microseconds each.
MAX_WORK = 40_000
_PATTERN = 8
_STEPS = 150


class Desk:
    """Reads values, and notes what is wrong with them and where.

    Every reading method returns None, or something empty, after a problem.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.work = 0

    def problem(self, node: Node, text: str, offset: int = 0) -> None:
        """Note what is wrong, at a character of a node where that can be told."""
        at = (node.line, node.column)
        if isinstance(node, Scalar):
            at = node.place(offset) if offset else at
        if len(self.problems) == MAX_PROBLEMS:
            text = f"more than {MAX_PROBLEMS} problems; mend those before this first"
            raise RuleError([*self.problems, Problem(node.path, *at, text)])
        self.problems.append(Problem(node.path, *at, text))

    def spend(self, node: Node, work: int) -> None:
        """Count the work of a term or a pattern, so that no file takes for ever.

        Raises:
            RuleError: There are too many of them.
        """
        self.work += work
        if self.work > MAX_WORK:
            text = "more terms and patterns than a set of rules may have"
            found = Problem(node.path, node.line, node.column, text)
            raise RuleError([*self.problems, found])

    def unknown(self, node: Node, what: str, said: str, choices: Iterable[str]) -> None:
        """Note a word that is none of some choices, and the nearest of them."""
        valid = list(choices)
        hint = nearest(said, valid)
        if hint is None and len(valid) <= 12:  # noqa: PLR2004 - what one line can hold
            there = "there are" if len(valid) > 1 else "there is only"
            self.problem(node, f"unknown {what} {said!r}; {there} {', '.join(valid)}")
        else:
            meant = f"; did you mean {hint!r}?" if hint else ""
            self.problem(node, f"unknown {what} {said!r}{meant}")

    def mapping(self, node: Node, section: str, what: str) -> dict[str, Node]:
        """Return the nodes under the known keys of a section of the language."""
        if not isinstance(node, Mapping):
            self.problem(node, f"{what} must be a mapping, not {_said(node)}")
            return {}
        known = keys.names(section)
        found: dict[str, Node] = {}
        for key, value in node:
            if key.value not in known and _is_cut(key, value):
                said = "a comma ends a value inside {...}; put the value in quotes"
                self.problem(key, said)
            elif key.value not in known:
                self.unknown(key, f"key in {what}:", key.value, known)
            elif isinstance(value, Scalar) and not value.value and not value.quoted:
                self.problem(key, f"nothing stands under {key.value!r}")
            else:
                found[key.value] = value
        written = {key.value for key, _ in node}
        for key_ in keys.SECTIONS[section]:
            if key_.required and key_.name not in written:
                self.problem(node, f"{what} has no {key_.name!r}")
        return found

    def named(self, node: Node, what: str) -> list[tuple[Scalar, Node]]:
        """Return the pairs of a mapping whose keys are free."""
        if not isinstance(node, Mapping):
            self.problem(node, f"{what} must be a mapping, not {_said(node)}")
            return []
        return list(node)

    def items(self, node: Node) -> list[Node]:
        """Return the items of a list, or what stands alone as the only one."""
        return list(node) if isinstance(node, Sequence) else [node]

    def scalar(self, node: Node, what: str) -> Scalar | None:
        """Return a node of text that is not empty."""
        if not isinstance(node, Scalar):
            self.problem(node, f"{what} must be text, not {_said(node)}")
        elif not node.value.strip():
            self.problem(node, f"{what} must not be empty")
        else:
            return node
        return None

    def text(self, node: Node | None, what: str) -> str | None:
        """Return text, or None where there is no node."""
        found = self.scalar(node, what) if node is not None else None
        return found.value.strip() if found is not None else None

    def texts(self, node: Node | None, what: str) -> tuple[str, ...]:
        """Return a list of texts; one text alone is a list of one."""
        found = (self.text(item, what) for item in self.items(node)) if node else ()
        return tuple(text for text in found if text is not None)

    def choice(
        self, node: Node | None, choices: Iterable[str], what: str
    ) -> str | None:
        """Return one of some words."""
        found = self.scalar(node, what) if node is not None else None
        if found is None or found.value in (valid := list(choices)):
            return found.value if found is not None else None
        self.unknown(found, what, found.value, valid)
        return None

    def choices(
        self, node: Node | None, choices: Iterable[str], what: str
    ) -> tuple[str, ...]:
        """Return a list of words, each one of some."""
        if node is None:
            return ()
        valid = tuple(choices)
        found = [self.choice(item, valid, what) for item in self.items(node)]
        return tuple(dict.fromkeys(word for word in found if word is not None))

    def date(self, node: Node | None, what: str) -> dt.date | None:
        """Return a day, written 2022-02-24."""
        text = self.text(node, what)
        if node is None or text is None:
            return None
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            self.problem(node, f"{what} must be a day such as 2022-02-24, not {text!r}")
            return None

    def number(self, node: Node | None, what: str) -> Decimal | None:
        """Return a plain number."""
        text = self.text(node, what)
        if node is None or text is None:
            return None
        if not _NUMBER.fullmatch(text) or len(text) > _MAX_SHOWN:
            self.problem(node, f"{what} must be a number, not {_short(text)}")
            return None
        return Decimal(text)

    def percentage(self, node: Node | None, what: str) -> Decimal | None:
        """Return a percentage as a plain number: "5%" is 0.05."""
        text = self.text(node, what)
        if node is None or text is None:
            return None
        number = text.removesuffix("%").rstrip()
        if number == text or not _NUMBER.fullmatch(number) or len(text) > _MAX_SHOWN:
            said = f"{what} must be a percentage such as 5%, not {_short(text)}"
            self.problem(node, said)
            return None
        return Decimal(number).scaleb(-2)

    def quantity(
        self, node: Node | None, what: str, dimension: str | None = None
    ) -> Quantity | None:
        """Return a quantity, of a dimension where one is asked for."""
        found = self.scalar(node, what) if node is not None else None
        if found is None:
            return None
        try:
            quantity = quantities.parse(found.value)
        except quantities.QuantityError as error:
            self.problem(found, str(error))
            return None
        # "€5" is said of a price per share as well.
        if dimension is None or quantities.is_of(quantity.dimension, dimension):
            return quantity
        if dimension == "ratio" and quantity.dimension == "count":
            said = f"{found.value!r} needs a % sign: the fact is a share"
        else:
            said = (
                f"{found.value!r} is {a_size(quantity.dimension)}, "
                f"but the fact is {a_size(dimension)}"
            )
        self.problem(found, said)
        return None

    def pattern(self, node: Node | None, what: str) -> str | None:
        """Return an RE2 pattern that can be used."""
        found = self.scalar(node, what) if node is not None else None
        if found is None:
            return None
        try:
            size = patterns.check(found.value)
        except patterns.PatternError as error:
            self.problem(found, f"bad pattern: {error.text}", error.at)
            return None
        self.spend(found, _PATTERN + size // _STEPS)
        return found.value

    def place(self, node: Node) -> Place:
        """Return where a node stands."""
        return Place(node.path, node.line, node.column)


def _is_cut(key: Scalar, value: Node) -> bool:
    """Return whether a key is what a comma cut off: `{value: 1,240 km2}`."""
    is_empty = isinstance(value, Scalar) and not value.value and not value.quoted
    return is_empty and (key.value[:1].isdigit() or " " in key.value)


def _said(node: Node) -> str:
    if isinstance(node, Scalar) and node.value:
        return _short(node.value)
    return "nothing" if isinstance(node, Scalar) else _KINDS[type(node)]


def _short(text: str) -> str:
    return repr(text if len(text) <= _MAX_SHOWN else text[:_MAX_SHOWN] + "…")
