"""Rules of a rule file: what must hold."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingOf
from dataclasses import field
from decimal import Decimal

from factcheck.errors import nearest
from factcheck.frozen import dataclass
from factcheck.model import (
    Across,
    Claim,
    Example,
    Expect,
    FactSpec,
    Rule,
    Severity,
    Tolerance,
)
from factcheck.ruleset import expectations, facts, keys, templates
from factcheck.ruleset.desk import Desk
from factcheck.yamltext import Mapping, Node, Scalar

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*")
_AMENDABLE = (
    "id",
    "severity",
    "tolerance",
    "warn_if",
    "error_if",
    "message",
    "paths",
    "tags",
    "links",
    "examples",
)
_MAX_FACTOR = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Defaults:
    """What rules of a file take if they do not say."""

    severity: Severity | None = None
    off: bool = False
    tolerance: Tolerance = field(default_factory=Tolerance)
    warn_if: Decimal | None = None
    error_if: Decimal | None = None
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()


def read_defaults(desk: Desk, found: dict[str, Node]) -> Defaults:
    """Return what a file sets for all of its rules."""
    severity, off = _severity(desk, found.get("severity"))
    return Defaults(
        severity,
        off,
        _tolerance(desk, found.get("tolerance"), None),
        desk.percentage(found.get("warn_if"), "warn_if"),
        desk.percentage(found.get("error_if"), "error_if"),
        desk.texts(found.get("tags"), "tags"),
        desk.texts(found.get("links"), "links"),
        desk.texts(found.get("paths"), "paths"),
    )


def read(
    desk: Desk,
    node: Node,
    known: MappingOf[str, FactSpec | None],
    defaults: Defaults,
    earlier: MappingOf[str, Rule],
) -> Rule | None:
    """Return a rule, or None after a problem.

    Args:
        desk: Where problems are noted.
        node: The rule.
        known: All facts by name; None for one whose definition is broken.
        defaults: Of the file.
        earlier: Rules of packs, by id; a rule with such an id amends it.
    """
    before = len(desk.problems)
    found = desk.mapping(node, "rule", "the rule")
    identifier = _identifier(desk, found.get("id"))
    rule: Rule | None
    if identifier in earlier and identifier is not None:
        rule = _amended(desk, found, earlier[identifier])
    else:
        rule = _whole(
            desk, node, found, identifier=identifier, known=known, defaults=defaults
        )
    return rule if len(desk.problems) == before else None


def _identifier(desk: Desk, node: Node | None) -> str | None:
    said = desk.text(node, "id")
    if node is not None and said is not None and not _ID.fullmatch(said):
        desk.problem(
            node, f"the id {said!r} must be kebab-case, such as ua/front-length"
        )
        return None
    return said


def _amended(desk: Desk, found: dict[str, Node], rule: Rule) -> Rule:
    for key, node in found.items():
        if key not in _AMENDABLE:
            text = f"{rule.id!r} is a rule of a pack; its {key} cannot be changed"
            desk.problem(node, text)
    severity, off = _severity(desk, found.get("severity"))
    own = Defaults(
        severity or rule.severity,
        off,
        rule.tolerance,
        rule.warn_if,
        rule.error_if,
        rule.tags,
        rule.links,
        rule.paths,
    )
    shared = _shared(desk, found, own, None)
    message = desk.text(found.get("message"), "message") or rule.message
    return rule._replace(
        tolerance=shared.tolerance,
        severity=severity or rule.severity,
        warn_if=shared.warn_if,
        error_if=shared.error_if,
        message=message,
        tags=shared.tags,
        links=shared.links,
        paths=shared.paths,
        examples=rule.examples + _examples(desk, found.get("examples")),
        off=off,
    )


def _shared(
    desk: Desk, found: dict[str, Node], defaults: Defaults, dimension: str | None
) -> Defaults:
    severity, off = _severity(desk, found.get("severity"))
    said = "severity" in found
    tolerance = defaults.tolerance
    if "tolerance" in found:
        tolerance = _tolerance(desk, found["tolerance"], dimension)
    warn_if = desk.percentage(found.get("warn_if"), "warn_if")
    error_if = desk.percentage(found.get("error_if"), "error_if")
    warn_if = defaults.warn_if if warn_if is None else warn_if
    error_if = defaults.error_if if error_if is None else error_if
    if warn_if is not None and error_if is not None and warn_if > error_if:
        node = found.get("warn_if") or found.get("error_if")
        if node is not None:
            desk.problem(node, "warn_if is larger than error_if")
    paths = desk.texts(found.get("paths"), "paths")
    return Defaults(
        severity if said else defaults.severity,
        off if said else defaults.off,
        tolerance,
        warn_if,
        error_if,
        _joined(defaults.tags, desk.texts(found.get("tags"), "tags")),
        _joined(defaults.links, desk.texts(found.get("links"), "links")),
        paths or defaults.paths,
    )


def _joined(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(first + second))


def _whole(
    desk: Desk,
    node: Node,
    found: dict[str, Node],
    *,
    identifier: str | None,
    known: MappingOf[str, FactSpec | None],
    defaults: Defaults,
) -> Rule | None:
    if not found:
        return None
    aliases = _aliases(desk, found, known)
    used = {alias: known.get(name) for alias, name in aliases}
    dimension = expectations.only_dimension(used)
    shared = _shared(desk, found, defaults, dimension)
    if "law" in found:
        expect = _law(desk, found)
    elif "expect" in found:
        expect = expectations.read(desk, found["expect"], used)
        if not aliases and not ("fact" in found or "facts" in found):
            desk.problem(node, "the rule names no fact")
    else:
        desk.problem(node, "the rule has neither expect nor law")
        expect = None
    message = desk.text(found.get("message"), "message")
    if message is not None and expect is not None:
        claim = expect.claim
        for text, at in templates.problems(message, claim, list(used)):
            desk.problem(found["message"], text, at)
    examples = _examples(desk, found.get("examples"))
    description = desk.text(found.get("description"), "description")
    if identifier is None or expect is None:
        return None
    return Rule(
        identifier,
        desk.place(found["id"]),
        aliases,
        expect,
        shared.tolerance,
        shared.severity,
        shared.warn_if,
        shared.error_if,
        message,
        description,
        shared.links,
        shared.tags,
        shared.paths,
        examples,
        shared.off,
    )


def _law(desk: Desk, found: dict[str, Node]) -> Expect | None:
    law = desk.choice(found["law"], keys.LAWS, "law")
    for key in ("expect", "fact", "facts"):
        if key in found:
            desk.problem(found[key], f"a rule with law has no {key}")
    if law is None:
        return None
    return Expect(Claim.LAW, law=law, across=Across.DOCUMENTS)


def _aliases(
    desk: Desk, found: dict[str, Node], known: MappingOf[str, FactSpec | None]
) -> tuple[tuple[str, str], ...]:
    """Return the names that a rule uses, with the facts behind them."""
    if "fact" in found and "facts" in found:
        desk.problem(found["facts"], "a rule has fact or facts, not both")
    pairs: list[tuple[Scalar, Node]] = []
    if "fact" in found:
        scalar = desk.scalar(found["fact"], "fact")
        pairs = [(scalar, scalar)] if scalar is not None else []
    elif "facts" in found:
        node = found["facts"]
        if isinstance(node, Mapping):
            pairs = list(node)
        else:
            scalars = [desk.scalar(item, "a fact") for item in desk.items(node)]
            pairs = [(scalar, scalar) for scalar in scalars if scalar is not None]
        if not pairs:
            desk.problem(node, "facts must not be empty")
    aliases = []
    for key, value in pairs:
        name = desk.scalar(value, "a fact")
        if name is None:
            continue
        if name.value not in known:
            hint = nearest(name.value, known)
            meant = f"; did you mean {hint!r}?" if hint else ""
            desk.problem(name, f"there is no fact {name.value!r}{meant}")
        problem = facts.name_problem(key.value) if key is not value else None
        if problem:
            desk.problem(key, problem)
        aliases.append((key.value, name.value))
    return tuple(aliases)


def _severity(desk: Desk, node: Node | None) -> tuple[Severity | None, bool]:
    said = desk.choice(node, (*keys.SEVERITIES, "off"), "severity")
    if said is None or said == "off":
        return None, said == "off"
    return Severity(said), False


def _tolerance(desk: Desk, node: Node | None, dimension: str | None) -> Tolerance:
    if node is None or (isinstance(node, Scalar) and node.value == "rounding"):
        return Tolerance()
    if isinstance(node, Scalar):
        text = "tolerance must be 'rounding' or a mapping such as {relative: 5%}"
        desk.problem(node, text)
        return Tolerance()
    found = desk.mapping(node, "tolerance", "tolerance")
    factor = desk.number(found.get("factor"), "factor")
    if factor is not None and not 1 <= factor <= _MAX_FACTOR:
        desk.problem(found["factor"], f"factor must be from 1 to {_MAX_FACTOR:,}")
        factor = None
    relative = desk.percentage(found.get("relative"), "relative")
    absolute = desk.quantity(found.get("absolute"), "absolute", dimension)
    return Tolerance(relative or Decimal(0), absolute, factor)


def _examples(desk: Desk, node: Node | None) -> tuple[Example, ...]:
    examples = []
    for item in desk.items(node) if node is not None else ():
        found = desk.mapping(item, "example", "the example")
        want = desk.choice(found.get("want"), keys.WANTS, "want")
        severity = desk.choice(found.get("severity"), keys.SEVERITIES, "severity")
        docs = []
        if "docs" in found:
            for key, value in desk.named(found["docs"], "docs"):
                text = desk.text(value, "a document")
                if text is not None:
                    docs.append((key.value, text))
        if want is not None and docs:
            examples.append(
                Example(
                    desk.place(item),
                    tuple(docs),
                    want,
                    desk.text(found.get("name"), "name"),
                    Severity(severity) if severity is not None else None,
                )
            )
    return tuple(examples)
