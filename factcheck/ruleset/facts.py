"""Facts of a rule file: what to look for."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from factcheck import units
from factcheck.frozen import dataclass
from factcheck.model import (
    BlockKind,
    Bounds,
    FactSpec,
    Match,
    PeriodMatch,
    Place,
    Reach,
    Reference,
    Subject,
    Term,
    Terms,
)
from factcheck.ruleset import keys, quantities, terms
from factcheck.ruleset.desk import Desk
from factcheck.ruleset.quantities import a_size
from factcheck.yamltext import Mapping, Node, Scalar

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_PERIOD = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_NEAR_WORDS = 8
_MAX_TERM_WORDS = 12
RESERVED = frozenset({"document", "sum", "min", "max", "abs", "a", "b"})


@dataclass(frozen=True, slots=True)
class Defaults:
    """What facts of a file take if they do not say."""

    within: Reach = Reach.SENTENCE


def name_problem(name: str) -> str | None:
    """Return what is wrong with the name of a fact, or None."""
    if not _NAME.fullmatch(name):
        return f"the name {name!r} must be lower case letters, digits and _"
    return f"the name {name!r} is reserved" if name in RESERVED else None


def read(desk: Desk, key: Scalar, node: Node, defaults: Defaults) -> FactSpec | None:
    """Return a fact, or None after a problem."""
    before = len(desk.problems)
    problem = name_problem(key.value)
    if problem:
        desk.problem(key, problem)
    if not isinstance(node, Mapping):
        desk.problem(
            node if node.line else key,
            f"the fact {key.value!r} must be a mapping with match or reference",
        )
        return None
    found = desk.mapping(node, "fact", f"the fact {key.value!r}")
    match = _match(desk, found["match"], defaults) if "match" in found else None
    dimension = _dimension(match)
    reference = (
        _reference(desk, found["reference"], dimension)
        if "reference" in found
        else None
    )
    if "match" not in found and "reference" not in found:
        desk.problem(key, f"the fact {key.value!r} has neither match nor reference")
    subject = _subject(desk, found.get("subject"))
    spec = FactSpec(
        key.value,
        Place(key.path, key.line, key.column),
        subject,
        desk.text(found.get("property"), "property"),
        match,
        reference,
        desk.text(found.get("description"), "description"),
        _written(match, found["match"]) if match is not None else (),
    )
    return spec if len(desk.problems) == before else None


def _written(match: Match, node: Node) -> tuple[tuple[Term, int, int], ...]:
    """Return the terms that a match needs, with the places where they are written."""
    needed = [
        *(term for where in match.where for term in (*where.any, *where.all)),
        *match.counted,
        *match.claimant,
    ]
    places = {
        scalar.value.strip(): (scalar.line, scalar.column) for scalar in _scalars(node)
    }
    return tuple((term, *places[term.text]) for term in needed)


def _scalars(node: Node) -> Iterator[Scalar]:
    """Yield the texts under the keys of a match, but for those of `not`."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for key, value in node:
            if key.value != "not":
                yield from _scalars(value)
    else:
        for item in node:
            yield from _scalars(item)


def _dimension(match: Match | None) -> str | None:
    if match is None:
        return None
    if match.dimension is None and match.units:
        return units.dimension(match.units[0])
    if match.dimension is None and match.counted:
        return "count"
    return match.dimension


def _reference(desk: Desk, node: Node, dimension: str | None) -> Reference | None:
    if isinstance(node, Scalar):
        quantity = desk.quantity(node, "reference", dimension)
        return Reference(quantity) if quantity is not None else None
    found = desk.mapping(node, "reference", "reference")
    quantity = desk.quantity(found.get("value"), "value", dimension)
    source = desk.text(found.get("source"), "source")
    as_of = desk.date(found.get("as_of"), "as_of")
    return Reference(quantity, source, as_of) if quantity is not None else None


def _subject(desk: Desk, node: Node | None) -> Subject | None:
    if node is None:
        return None
    if isinstance(node, Scalar):
        scalar = desk.scalar(node, "subject")
        names = _names(desk, [scalar]) if scalar is not None else ()
        return Subject(scalar.value.strip(), names) if scalar is not None else None
    found = desk.mapping(node, "subject", "subject")
    name = desk.text(found.get("name"), "name")
    nodes = [found["name"]] if name is not None else []
    if "aliases" in found:
        nodes += desk.items(found["aliases"])
    names = _names(desk, nodes)
    regex = desk.pattern(found.get("regex"), "regex")
    within = desk.choice(found.get("within"), keys.REACHES, "within")
    reach = Reach(within) if within is not None else None
    return Subject(name, names, regex, reach) if name is not None else None


def _names(desk: Desk, nodes: list[Node]) -> tuple[Term, ...]:
    found = []
    for node in nodes:
        scalar = desk.scalar(node, "a name")
        if scalar is None:
            continue
        if _is_long(desk, scalar, "a name"):
            continue
        name = terms.name(scalar.value.strip(), exact=scalar.quoted)
        if name is None:
            desk.problem(scalar, f"{scalar.value!r} holds no word")
        else:
            found.append(name)
    return tuple(found)


def _is_long(desk: Desk, scalar: Scalar, what: str) -> bool:
    """Return whether a text has too many words to be looked for, and note it."""
    words = terms.words_in(scalar.value)
    desk.spend(scalar, min(words, _MAX_TERM_WORDS))
    if words > _MAX_TERM_WORDS:
        desk.problem(scalar, f"{what} of more than {_MAX_TERM_WORDS} words")
    return words > _MAX_TERM_WORDS


def read_terms(desk: Desk, node: Node | None, what: str) -> tuple[Term, ...]:
    """Return a list of terms; quoted ones are exact."""
    found = []
    for item in desk.items(node) if node is not None else ():
        scalar = desk.scalar(item, f"a term of {what!r}")
        if scalar is None:
            continue
        if _is_long(desk, scalar, "a term"):
            continue
        term = terms.term(scalar.value.strip(), exact=scalar.quoted)
        if term is None:
            desk.problem(scalar, f"the term {scalar.value!r} holds no word")
        else:
            found.append(term)
    return tuple(found)


def _match(desk: Desk, node: Node, defaults: Defaults) -> Match | None:
    found = desk.mapping(node, "match", "match")
    if isinstance(node, Mapping) and not node.value:
        desk.problem(node, "match must not be empty")
    within = _reach(desk, found.get("within"), defaults.within)
    dimension = _dimension_name(desk, found.get("dimension"))
    names, counted = _units(desk, found.get("units"), dimension)
    if dimension is None and names:
        dimension_of = units.dimension(names[0])
    else:
        dimension_of = "count" if counted and dimension is None else dimension
    where = _where(desk, found, within)
    kinds = desk.choices(found.get("in"), keys.BLOCKS, "block")
    pair = desk.choice(found.get("pair"), ["parenthetical"], "pair")
    return Match(
        dimension,
        names,
        counted,
        where,
        _none(desk, found.get("not"), within),
        desk.pattern(found.get("regex"), "regex"),
        within,
        _range(desk, found.get("range"), "range", dimension_of),
        tuple(BlockKind(kind) for kind in kinds),
        _period(desk, found.get("period")),
        read_terms(desk, found.get("claimant"), "claimant"),
        pair is not None,
        desk.texts(found.get("paths"), "paths"),
    )


def _reach(desk: Desk, node: Node | None, default: Reach) -> Reach:
    said = desk.choice(node, keys.REACHES, "within")
    return Reach(said) if said is not None else default


def _dimension_name(desk: Desk, node: Node | None) -> str | None:
    said = desk.text(node, "dimension")
    if node is None or said is None or quantities.known_dimension(said):
        return said
    known = quantities.known_unit(said)
    dimension = units.dimension(known) if known else None
    if dimension is not None:
        text = f"{said!r} is a unit; write dimension: {dimension}"
        desk.problem(node, text)
    else:
        desk.unknown(node, "dimension", said, quantities.dimensions())
    return None


def _units(
    desk: Desk, node: Node | None, dimension: str | None
) -> tuple[tuple[str, ...], tuple[Term, ...]]:
    """Return unit names and counted nouns; a count has nouns, all else has units."""
    names: list[str] = []
    counted: list[Term] = []
    for item in desk.items(node) if node is not None else ():
        scalar = desk.scalar(item, "a unit")
        if scalar is None:
            continue
        said = scalar.value.strip()
        if _is_long(desk, scalar, "a unit"):
            continue
        name = None if dimension == "count" else quantities.known_unit(said)
        term = terms.term(said, exact=scalar.quoted)
        if name is None and dimension not in (None, "count"):
            try:
                quantities.unit(said)
            except quantities.QuantityError as error:
                desk.problem(scalar, str(error))
        elif name is None and term is not None:
            counted.append(term)
        elif name is None:
            desk.problem(scalar, f"the noun {said!r} holds no word")
        elif dimension is None or quantities.is_of(
            units.dimension(name) or "", dimension
        ):
            names.append(name)
        else:
            of = a_size(units.dimension(name) or "")
            desk.problem(
                scalar,
                f"{said!r} is a unit of {of}, but the fact is {a_size(dimension or '')}",
            )
    if names and counted and node is not None:
        desk.problem(node, "units mixes units and counted nouns")
    return tuple(names), tuple(counted)


def _where(desk: Desk, found: dict[str, Node], within: Reach) -> tuple[Terms, ...]:
    where = []
    any_ = read_terms(desk, found.get("any"), "any")
    all_ = read_terms(desk, found.get("all"), "all")
    if any_ or all_:
        where.append(Terms(any_, all_, within))
    if "near" in found:
        near = desk.mapping(found["near"], "near", "near")
        words = desk.number(near.get("words"), "words")
        near_terms = read_terms(desk, near.get("any"), "any")
        if near_terms:
            reach = _NEAR_WORDS if words is None else int(words)
            where.append(Terms(near_terms, (), within, reach))
    return tuple(where)


def _none(desk: Desk, node: Node | None, within: Reach) -> tuple[Terms, ...]:
    """Return the conditions of `not`: each item is a term, or a mapping."""
    plain: list[Term] = []
    conditions: list[Terms] = []
    for item in desk.items(node) if node is not None else ():
        if not isinstance(item, Mapping):
            plain += read_terms(desk, item, "not")
            continue
        found = desk.mapping(item, "condition", "not")
        any_ = read_terms(desk, found.get("any"), "any")
        all_ = read_terms(desk, found.get("all"), "all")
        words = desk.number(found.get("words"), "words")
        reach = _reach(desk, found.get("within"), within)
        if any_ or all_:
            count = int(words) if words is not None else None
            conditions.append(Terms(any_, all_, reach, count))
        elif not any(key.value in ("any", "all") for key, _ in item):
            desk.problem(item, "this condition has neither any nor all")
    if plain:
        conditions.insert(0, Terms(tuple(plain), (), within))
    return tuple(conditions)


def _range(
    desk: Desk, node: Node | None, section: str, dimension: str | None
) -> Bounds | None:
    if node is None:
        return None
    return bounds(desk, node, desk.mapping(node, section, section), dimension)


def bounds(
    desk: Desk, node: Node, found: dict[str, Node], dimension: str | None
) -> Bounds | None:
    """Return two ends, read from `min` and `max`."""
    low = desk.quantity(found.get("min"), "min", dimension)
    high = desk.quantity(found.get("max"), "max", dimension)
    if "min" not in found and "max" not in found:
        if isinstance(node, Mapping) and not any(
            key.value in ("min", "max") for key, _ in node
        ):
            desk.problem(node, "a range needs min or max")
        return None
    if low is not None and high is not None:
        if low.dimension != high.dimension:
            desk.problem(
                found["max"],
                f"min is {a_size(low.dimension)}, max is {a_size(high.dimension)}",
            )
        elif low.base > high.base:
            desk.problem(found["min"], "min is larger than max")
    return Bounds(low, high)


def _period(desk: Desk, node: Node | None) -> PeriodMatch | None:
    if node is None:
        return None
    if isinstance(node, Mapping):
        found = desk.mapping(node, "period", "period")
        start = desk.date(found.get("from"), "from")
        end = desk.date(found.get("to"), "to")
        if start is not None and end is not None and start > end:
            desk.problem(node, "the period ends before it starts")
        return PeriodMatch(start, end)
    said = desk.text(node, "period")
    if said is None:
        return None
    if said == "stated":
        return PeriodMatch(stated=True)
    days = _days(said)
    if days is None:
        desk.problem(
            node,
            f"period must be a year, month or day such as 2024-05, or 'stated', not {said!r}",
        )
        return None
    return PeriodMatch(*days)


def _days(said: str) -> tuple[dt.date, dt.date] | None:
    found = _PERIOD.fullmatch(said)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        if day:
            return dt.date(year, month, day), dt.date(year, month, day)
        if month:
            next_month = dt.date(year + month // 12, month % 12 + 1, 1)
            return dt.date(year, month, 1), next_month - dt.timedelta(1)
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    except ValueError:
        return None
