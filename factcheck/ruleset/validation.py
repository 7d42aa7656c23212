"""What is doubtful about rules that can be read: warnings, not errors."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.errors import Problem
from factcheck.model import (
    Bounds,
    Claim,
    FactSpec,
    Match,
    Place,
    Reach,
    Rule,
    RuleSet,
    Term,
    Terms,
)

_WIDTH = (Reach.CLAUSE, Reach.SENTENCE, Reach.PARAGRAPH, Reach.DOCUMENT)


def validate(ruleset: RuleSet) -> tuple[Problem, ...]:
    """Return what is doubtful about rules that were loaded, by place.

    Facts that no rule uses, facts that can match nothing, rules that can never fire, and
    rules that say the same as another. The core laws are left out.
    """
    own = [rule for rule in ruleset.rules if rule.law is None]
    used = {name for rule in own for _, name in rule.facts}
    found = [
        *(_problem(f.place, said) for f in ruleset.facts for said in _of_fact(f, used)),
        *(_problem(r.place, said) for r in own for said in _of_rule(r, ruleset)),
        *_twins(own, ruleset),
    ]
    return tuple(sorted(found))


def _problem(place: Place, text: str) -> Problem:
    return Problem(place.path, place.line, place.column, text)


def _of_fact(fact: FactSpec, used: set[str]) -> Iterator[str]:
    is_pack = fact.place.path.startswith("packs/")
    if fact.name not in used and not is_pack:
        yield f"no rule uses the fact {fact.name!r}"
    if fact.match is not None:
        for term in _excluded(fact.match):
            yield f"the fact {fact.name!r} can match nothing: it needs and excludes {term.text!r}"


def _excluded(match: Match) -> Iterator[Term]:
    """Yield the terms that a match both needs and excludes."""
    for wanted in match.where:
        needed = [*wanted.all, *(wanted.any if len(wanted.any) == 1 else ())]
        for refused in match.none:
            if refused.words is not None or refused.all or not _covers(refused, wanted):
                continue
            for term in needed:
                if any(term.words == other.words for other in refused.any):
                    yield term


def _covers(refused: Terms, wanted: Terms) -> bool:
    return _WIDTH.index(refused.within) >= _WIDTH.index(wanted.within)


def _of_rule(rule: Rule, ruleset: RuleSet) -> Iterator[str]:
    facts = [ruleset.fact(name) for _, name in rule.facts]
    if rule.expect.claim is Claim.BETWEEN and rule.expect.bounds is not None:
        limits = facts[0].match.range if facts[0].match is not None else None
        if limits is not None and _inside(limits, rule.expect.bounds):
            yield f"the rule {rule.id!r} can never fire: the range of its fact lies inside its bounds"
    if rule.expect.claim is Claim.CONVERSION:
        match = facts[0].match
        if match is not None and match.dimension in ("count", "ratio"):
            yield f"the rule {rule.id!r} can never fire: a {match.dimension} has no conversion"
    wants = {example.want for example in rule.examples}
    if rule.examples and "conflict" not in wants:
        yield f"the rule {rule.id!r} has no example that fires"
    if wants == {"conflict"}:
        yield f"the rule {rule.id!r} has no example that passes"


def _inside(inner: Bounds, outer: Bounds) -> bool:
    if outer.low is not None and (inner.low is None or inner.low.base < outer.low.base):
        return False
    if outer.high is None:
        return True
    return inner.high is not None and inner.high.base <= outer.high.base


def _twins(rules: list[Rule], ruleset: RuleSet) -> Iterator[Problem]:
    seen: dict[tuple[object, ...], Rule] = {}
    for rule in rules:
        looked_for = tuple(
            (alias, ruleset.fact(name).match, ruleset.fact(name).subject)
            for alias, name in rule.facts
        )
        key = (rule.expect, looked_for, rule.tolerance, rule.paths)
        if key in seen:
            said = f"the rule {rule.id!r} says the same as {seen[key].id!r}"
            yield _problem(rule.place, said)
        else:
            seen[key] = rule
