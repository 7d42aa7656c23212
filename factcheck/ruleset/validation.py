"""What is doubtful about rules that can be read: warnings, not errors."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.errors import Problem
from factcheck.link.page import cut
from factcheck.link.select import occurs
from factcheck.model import (
    Bounds,
    Claim,
    FactSpec,
    Grouping,
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

    Facts that no rule uses, facts that can match nothing, terms that no example holds, rules
    that can never fire, and rules that say the same as another. The core laws are left out.
    """
    own = [rule for rule in ruleset.rules if rule.law is None]
    used = {name for rule in own for _, name in rule.facts}
    found = [
        *(_problem(f.place, said) for f in ruleset.facts for said in _of_fact(f, used)),
        *(_problem(r.place, said) for r in own for said in _of_rule(r, ruleset)),
        *_twins(own, ruleset),
        *_untried(own, ruleset),
    ]
    return tuple(sorted(found))


def _problem(place: Place, text: str) -> Problem:
    return Problem(place.path, place.line, place.column, text)


def _of_fact(fact: FactSpec, used: set[str]) -> Iterator[str]:
    if fact.name not in used and not _is_pack(fact.place):
        yield f"no rule uses the fact {fact.name!r}"
    if fact.match is not None:
        for term in _excluded(fact.match):
            yield f"the fact {fact.name!r} can match nothing: it needs and excludes {term.text!r}"


def _is_pack(place: Place) -> bool:
    return place.path.startswith("packs/")


def _excluded(match: Match) -> Iterator[Term]:
    """Yield the terms that a match both needs and excludes."""
    for wanted in match.where:
        refused = [
            other.words
            for terms in match.none
            if terms.words is None and not terms.all and _covers(terms, wanted)
            for other in terms.any
        ]
        yield from (term for term in wanted.all if term.words in refused)
        if wanted.any and all(term.words in refused for term in wanted.any):
            yield wanted.any[0]


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
    if _never_meet(rule, facts):
        yield f"the rule {rule.id!r} can never fire: no block holds all of its facts"
    wants = {example.want for example in rule.examples}
    if rule.examples and "conflict" not in wants:
        yield f"the rule {rule.id!r} has no example that fires"
    if wants == {"conflict"}:
        yield f"the rule {rule.id!r} has no example that passes"


def _never_meet(rule: Rule, facts: list[FactSpec]) -> bool:
    """Return whether facts that must share a block stand in blocks of other kinds."""
    kinds = [set(f.match.kinds) for f in facts if f.match and f.match.kinds]
    together = {Grouping.BLOCK, Grouping.SENTENCE} & set(rule.expect.group_by)
    return bool(together and kinds) and not set.intersection(*kinds)


def _inside(inner: Bounds, outer: Bounds) -> bool:
    if outer.low is not None and (inner.low is None or inner.low.base < outer.low.base):
        return False
    if outer.high is None:
        return True
    return inner.high is not None and inner.high.base <= outer.high.base


def _untried(rules: list[Rule], ruleset: RuleSet) -> Iterator[Problem]:
    """Yield the terms that stand in no example of the rules that need them.

    A term that nobody ever saw match may be misspelt, or miss the form it was meant for.
    """
    texts: dict[str, list[list[str]]] = {}
    for rule in rules:
        words = [cut(text) for example in rule.examples for _, text in example.docs]
        for _, name in rule.facts:
            texts.setdefault(name, []).extend(words)
    for fact in ruleset.facts:
        seen = texts.get(fact.name)
        if not seen or _is_pack(fact.place):
            continue
        missing: dict[int, list[tuple[str, int]]] = {}
        for term, line, column in dict.fromkeys(fact.written):
            if not any(occurs(term, words, 0, len(words)) for words in seen):
                missing.setdefault(line, []).append((term.text, column))
        for line, terms in missing.items():
            said = ", ".join(repr(text) for text, _ in terms)
            text = f"no example of the fact {fact.name!r} holds {said}"
            yield Problem(fact.place.path, line, terms[0][1], text)


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
