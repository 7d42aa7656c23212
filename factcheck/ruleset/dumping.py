"""A rule set, written as one YAML file that loads to the same rule set."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from factcheck.model import (
    Bounds,
    Claim,
    Example,
    Expect,
    Expression,
    FactSpec,
    Match,
    PeriodMatch,
    Reference,
    Rule,
    RuleSet,
    Subject,
    Term,
    Terms,
    Tolerance,
)

_INDENT = "  "
_WIDTH = 80
# What stands in a list on one line as it stands alone: words, or a text in quotes.
_FLAT = re.compile(r"""[^\W_][\w' -]*|"[^"\\]*\"""")

# A text as it stands in the file, a list, or a mapping; None is left out.
Tree: TypeAlias = "str | Sequence[Tree] | Mapping[str, Tree | None] | None"


def dump(ruleset: RuleSet) -> str:
    """Return rules and facts as YAML; laws of the core are rules with `law`."""
    tree: dict[str, Tree | None] = {
        "version": "1",
        "facts": {fact.name: _fact(fact) for fact in ruleset.facts},
        "rules": [_rule(rule) for rule in ruleset.rules],
    }
    return "\n".join(_mapping(tree, "")) + "\n"


def _mapping(tree: Mapping[str, Tree | None], indent: str) -> Iterator[str]:
    for key, value in tree.items():
        if isinstance(value, str):
            yield f"{indent}{key}: {value}"
        elif line := _on_one_line(value):
            yield f"{indent}{key}: {line}"
        elif value:
            yield f"{indent}{key}:"
            yield from _inner(value, indent + _INDENT)


def _on_one_line(
    value: Sequence[Tree] | Mapping[str, Tree | None] | None,
) -> str | None:
    """Return a list of plain words or quoted texts as people write it, where it is short."""
    if not value or isinstance(value, Mapping):
        return None
    items = [item for item in value if isinstance(item, str) and _FLAT.fullmatch(item)]
    line = f"[{', '.join(items)}]"
    return line if len(items) == len(value) and len(line) <= _WIDTH else None


def _inner(
    value: Sequence[Tree] | Mapping[str, Tree | None], indent: str
) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _mapping(value, indent)
        return
    for item in value:
        if isinstance(item, str):
            yield f"{indent}- {item}"
        elif item:
            first, *rest = _inner(item, indent + _INDENT)
            yield f"{indent}- {first.lstrip()}"
            yield from rest


def _quoted(text: object) -> str | None:
    return None if text is None else json.dumps(str(text), ensure_ascii=False)


def _listed(texts: Iterable[object]) -> list[Tree]:
    return [_quoted(text) for text in texts]


def _terms(terms: Iterable[Term]) -> list[Tree]:
    # Quotes mean that a term is exact.
    return [_quoted(term.text) if term.exact else term.text for term in terms]


def _fact(fact: FactSpec) -> Tree:
    return {
        "subject": None if fact.subject is None else _subject(fact.subject),
        "property": _quoted(fact.property),
        "description": _quoted(fact.description),
        "match": None if fact.match is None else _match(fact.match),
        "reference": None if fact.reference is None else _reference(fact.reference),
    }


def _subject(subject: Subject) -> Tree:
    name, *aliases = _terms(subject.names)
    return {
        "name": name,
        "aliases": aliases,
        "regex": _quoted(subject.regex),
        "within": None if subject.within is None else subject.within.value,
    }


def _reference(reference: Reference) -> Tree:
    return {
        "value": _quoted(reference.quantity.text),
        "as_of": _quoted(reference.as_of),
        "source": _quoted(reference.source),
    }


def _match(match: Match) -> Tree:
    near = [where for where in match.where if where.words is not None]
    wide = [where for where in match.where if where.words is None]
    return {
        "dimension": _quoted(match.dimension),
        "units": _listed(match.units) or _terms(match.counted),
        **(_any_all(wide[0]) if wide else {}),
        "near": {"any": _terms(near[0].any), "words": str(near[0].words)}
        if near
        else None,
        "within": match.regex_within.value,
        "not": [_condition(terms) for terms in match.none],
        "regex": _quoted(match.regex),
        "range": None if match.range is None else _bounds(match.range),
        "in": [kind.value for kind in match.kinds],
        "period": None if match.period is None else _period(match.period),
        "claimant": _terms(match.claimant),
        "pair": "parenthetical" if match.pair else None,
        "paths": _listed(match.paths),
    }


def _any_all(terms: Terms) -> dict[str, Tree | None]:
    return {"any": _terms(terms.any), "all": _terms(terms.all)}


def _condition(terms: Terms) -> Tree:
    return {
        **_any_all(terms),
        "within": terms.within.value,
        "words": None if terms.words is None else str(terms.words),
    }


def _bounds(bounds: Bounds) -> Tree:
    return {
        "min": None if bounds.low is None else _quoted(bounds.low.text),
        "max": None if bounds.high is None else _quoted(bounds.high.text),
    }


def _period(period: PeriodMatch) -> Tree:
    if period.stated:
        return "stated"
    return {"from": _quoted(period.start), "to": _quoted(period.end)}


def _rule(rule: Rule) -> Tree:
    is_law = rule.law is not None
    severity = "off" if rule.off else rule.severity
    return {
        "id": rule.id,
        "description": _quoted(rule.description),
        "law": rule.law,
        "facts": dict(rule.facts),
        "expect": None if is_law else _expect(rule.expect),
        "tolerance": None if rule.tolerance.is_rounding else _tolerance(rule.tolerance),
        "severity": None if severity is None else str(severity),
        "warn_if": None if rule.warn_if is None else _percentage(rule.warn_if),
        "error_if": None if rule.error_if is None else _percentage(rule.error_if),
        "message": _quoted(rule.message),
        "links": _listed(rule.links),
        "tags": _listed(rule.tags),
        "paths": _listed(rule.paths),
        "examples": [_example(example) for example in rule.examples],
    }


def _example(example: Example) -> Tree:
    return {
        "name": _quoted(example.name),
        "docs": {json.dumps(name): _quoted(text) for name, text in example.docs},
        "want": example.want,
        "severity": None if example.severity is None else example.severity.value,
    }


def _percentage(share: Decimal) -> str:
    return f"{share.scaleb(2):f}%"


def _tolerance(tolerance: Tolerance) -> Tree:
    absolute = tolerance.absolute
    return {
        "relative": _percentage(tolerance.relative) if tolerance.relative else None,
        "absolute": None if absolute is None else _quoted(absolute.text),
        "factor": None if tolerance.factor is None else str(tolerance.factor),
    }


def _expect(expect: Expect) -> Tree:
    groups = [group.value for group in expect.group_by]
    return {
        expect.claim.value: _claim(expect),
        "group_by": groups or "[]",
        "across": expect.across.value,
    }


def _claim(expect: Expect) -> Tree:
    claim = expect.claim
    if claim is Claim.EQUALS:
        return _listed(value.text for value in expect.values) or "reference"
    if expect.bounds is not None:
        return _bounds(expect.bounds)
    if expect.relation is not None:
        return _quoted(expect.relation.text)
    if claim is Claim.MONOTONIC:
        return {
            "over": expect.over,
            "direction": "falling" if expect.falling else "rising",
            "per": [group.value for group in expect.per],
        }
    if claim is Claim.SUM:
        return {"to": _operand(expect.total), "max": _operand(expect.limit)}
    return {"across": expect.across.value}


def _operand(end: Expression | None) -> str | None:
    if end is None:
        return None
    return end.name or (_quoted(end.quantity.text) if end.quantity else None)
