"""What a rule expects: `agree`, `equals`, `between`, `relation`, ..."""

from __future__ import annotations

from factcheck.model import (
    Across,
    Claim,
    Expect,
    Expression,
    FactSpec,
    Grouping,
    Op,
)
from factcheck.ruleset import facts, keys, relations
from factcheck.ruleset.desk import Desk
from factcheck.yamltext import Mapping, Node, Scalar

CLAIMS = (
    "agree",
    "equals",
    "between",
    "relation",
    "monotonic",
    "sum",
    "conversion",
)
_PLAIN_CLAIMS = ("agree", "conversion")


def only_dimension(used: dict[str, FactSpec | None]) -> str | None:
    """Return the dimension of the only fact of a rule, or None where that is open."""
    if len(used) != 1:
        return None
    (fact,) = used.values()
    if fact is None or fact.match is None:
        return None
    if fact.match.dimension is None and fact.match.counted:
        return "count"
    return fact.match.dimension


def read(desk: Desk, node: Node, used: dict[str, FactSpec | None]) -> Expect | None:
    """Return what a rule expects, or None after a problem.

    Args:
        desk: Where problems are noted.
        node: What stands under `expect`.
        used: The facts of the rule, by the names that it uses; None for a broken one.
    """
    if isinstance(node, Scalar):
        if node.value in _PLAIN_CLAIMS:
            return _claim(desk, node.value, node, {}, used)
        if node.value in CLAIMS:
            desk.problem(node, f"{node.value!r} needs a value: {{{node.value}: ...}}")
        else:
            desk.unknown(node, "expectation", node.value, CLAIMS)
        return None
    found = desk.mapping(_without_empty(node), "expect", "expect")
    claims = [key for key in CLAIMS if key in found]
    if len(claims) != 1:
        if not claims and not _has_problem_inside(desk, node):
            said = ", ".join(CLAIMS)
            desk.problem(node, f"expect needs one of {said}")
        elif claims:
            second = found[claims[1]]
            desk.problem(second, f"expect has {claims[0]} and {claims[1]}; choose one")
        return None
    return _claim(desk, claims[0], found[claims[0]], found, used)


def _without_empty(node: Node) -> Node:
    """Let `agree:` stand for `agree: {}`."""
    if not isinstance(node, Mapping):
        return node
    pairs = tuple(
        (key, Mapping(key.path, key.line, key.column, ()))
        if key.value in _PLAIN_CLAIMS and isinstance(value, Scalar) and not value.value
        else (key, value)
        for key, value in node
    )
    return Mapping(node.path, node.line, node.column, pairs)


def _has_problem_inside(desk: Desk, node: Node) -> bool:
    return any(
        problem.path == node.path
        and (problem.line, problem.column) > (node.line, node.column)
        for problem in desk.problems[-3:]
    )


def _claim(
    desk: Desk,
    name: str,
    node: Node,
    outer: dict[str, Node],
    used: dict[str, FactSpec | None],
) -> Expect | None:
    claim = Claim(name)
    section = {"agree": "options", "conversion": "options"}.get(name, name)
    inner: dict[str, Node] = {}
    if isinstance(node, Mapping) and claim is not Claim.RELATION:
        inner = desk.mapping(node, section, name)
    elif claim in (Claim.AGREE, Claim.CONVERSION) and not isinstance(node, Scalar):
        desk.problem(node, f"{name} must be a mapping, or nothing")
    if claim not in (Claim.RELATION, Claim.SUM) and len(used) > 1:
        desk.problem(node, f"{name} is about one fact; the rule names {len(used)}")
    expect = _READERS[claim](desk, node, inner, used)
    if expect is None:
        return None
    default = ("period",) if claim is Claim.AGREE else ()
    where = inner if "group_by" in inner else outer
    group_by = desk.choices(where.get("group_by"), keys.GROUPINGS, "group_by")
    if "group_by" not in where:
        group_by = default
    where = inner if "across" in inner else outer
    across = desk.choice(where.get("across"), keys.ACROSS, "across")
    if across is None:
        across = "documents" if claim is Claim.AGREE else "document"
        if expect.over == "document.date" and claim is Claim.MONOTONIC:
            across = "documents"
    elif (
        across == "documents"
        and expect.relation is not None
        and any(
            relations.uses(side, Op.DOCUMENT_DATE)
            for side in (expect.relation.left, expect.relation.right)
        )
    ):
        text = "document.date is the date of one document; across must be document"
        desk.problem(where["across"], text)
    return expect._replace(
        group_by=tuple(Grouping(group) for group in group_by),
        across=Across(across),
    )


def _fact_of(used: dict[str, FactSpec | None]) -> FactSpec | None:
    return next(iter(used.values()), None)


def _simple(
    claim: Claim, desk: Desk, node: Node, used: dict[str, FactSpec | None]
) -> Expect:
    if isinstance(node, Scalar) and node.value not in ("", claim.value):
        desk.problem(node, f"{claim.value} must be a mapping, or nothing")
    _need_match(desk, node, used)
    return Expect(claim)


def _need_match(desk: Desk, node: Node, used: dict[str, FactSpec | None]) -> None:
    for alias, fact in used.items():
        if fact is not None and fact.match is None:
            desk.problem(
                node, f"the fact {alias!r} has no match, so nothing is compared"
            )


def _agree(
    desk: Desk, node: Node, inner: dict[str, Node], used: dict[str, FactSpec | None]
) -> Expect:
    del inner
    return _simple(Claim.AGREE, desk, node, used)


def _conversion(
    desk: Desk, node: Node, inner: dict[str, Node], used: dict[str, FactSpec | None]
) -> Expect:
    del inner
    return _simple(Claim.CONVERSION, desk, node, used)


def _equals(
    desk: Desk, node: Node, inner: dict[str, Node], used: dict[str, FactSpec | None]
) -> Expect | None:
    _need_match(desk, node, used)
    dimension = only_dimension(used)
    nodes = [
        item
        for key in ("value", "values")
        if key in inner
        for item in desk.items(inner[key])
    ]
    if not isinstance(node, Mapping):
        nodes = desk.items(node)
    elif not nodes:
        desk.problem(node, "equals needs value or values")
    if (
        len(nodes) == 1
        and isinstance(nodes[0], Scalar)
        and nodes[0].value == "reference"
    ):
        fact = _fact_of(used)
        if fact is not None and fact.reference is None:
            desk.problem(nodes[0], f"the fact {fact.name!r} has no reference value")
            return None
        return Expect(Claim.EQUALS)
    values = [desk.quantity(item, "a value", dimension) for item in nodes]
    known = tuple(value for value in values if value is not None)
    return Expect(Claim.EQUALS, values=known) if known else None


def _between(
    desk: Desk, node: Node, inner: dict[str, Node], used: dict[str, FactSpec | None]
) -> Expect | None:
    _need_match(desk, node, used)
    if not isinstance(node, Mapping):
        desk.problem(node, "between must be a mapping such as {min: 1 km, max: 5 km}")
        return None
    found = facts.bounds(desk, node, inner, only_dimension(used))
    return Expect(Claim.BETWEEN, bounds=found) if found is not None else None


def _relation(
    desk: Desk, node: Node, inner: dict[str, Node], used: dict[str, FactSpec | None]
) -> Expect | None:
    del inner
    scalar = desk.scalar(node, "relation")
    if scalar is None:
        return None
    try:
        relation = relations.parse(scalar.value, used)
    except relations.RelationError as error:
        desk.problem(scalar, error.text, error.at)
        return None
    sides = (relation.left, relation.right)
    named = {name for side in sides for name in relations.names_in(side)}
    for alias in used:
        if alias not in named:
            desk.problem(scalar, f"the relation does not use the fact {alias!r}")
    if not any(relations.uses(side, Op.FACT) for side in sides):
        desk.problem(scalar, "no fact of the relation has a match")
    return Expect(Claim.RELATION, relation=relation)


def _monotonic(
    desk: Desk, node: Node, inner: dict[str, Node], used: dict[str, FactSpec | None]
) -> Expect | None:
    _need_match(desk, node, used)
    if not isinstance(node, Mapping):
        desk.problem(
            node,
            "monotonic must be a mapping such as {over: period, direction: rising}",
        )
        return None
    over = desk.choice(inner.get("over"), keys.SERIES, "over")
    direction = desk.choice(inner.get("direction"), keys.DIRECTIONS, "direction")
    per = desk.choices(inner.get("per"), keys.GROUPINGS, "per")
    if over is None or direction is None:
        return None
    return Expect(
        Claim.MONOTONIC,
        over=over,
        falling=direction == "falling",
        per=tuple(Grouping(group) for group in per),
    )


def _sum(
    desk: Desk, node: Node, inner: dict[str, Node], used: dict[str, FactSpec | None]
) -> Expect | None:
    if not isinstance(node, Mapping):
        desk.problem(node, "sum must be a mapping such as {to: 100%}")
        return None
    if "to" not in inner and "max" not in inner:
        desk.problem(node, "sum needs to or max")
        return None
    ends = [
        _operand(desk, inner.get("to"), "to", used),
        _operand(desk, inner.get("max"), "max", used),
    ]
    whole = [end.name for end in ends if end is not None and end.name]
    parts = [alias for alias in used if alias not in whole]
    if len(parts) != 1 and used:
        desk.problem(node, f"sum adds the numbers of one fact, not of {len(parts)}")
    if ends == [None, None]:
        return None
    return Expect(Claim.SUM, total=ends[0], limit=ends[1])


def _operand(
    desk: Desk, node: Node | None, what: str, used: dict[str, FactSpec | None]
) -> Expression | None:
    if isinstance(node, Scalar) and node.value in used:
        fact = used[node.value]
        is_reference = fact is not None and fact.match is None
        op = Op.REFERENCE if is_reference else Op.FACT
        return Expression(op, name=node.value)
    quantity = desk.quantity(node, what, only_dimension(used))
    if quantity is None:
        return None
    return Expression(Op.QUANTITY, quantity=quantity)


_READERS = {
    Claim.AGREE: _agree,
    Claim.EQUALS: _equals,
    Claim.BETWEEN: _between,
    Claim.RELATION: _relation,
    Claim.MONOTONIC: _monotonic,
    Claim.SUM: _sum,
    Claim.CONVERSION: _conversion,
}
