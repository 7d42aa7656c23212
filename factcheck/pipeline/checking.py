"""Laws and rules over linked facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck import checks
from factcheck.frozen import dataclass
from factcheck.model import (
    Cluster,
    DocumentFacts,
    Mention,
    Outcome,
    Rule,
    RuleSet,
    Selected,
    Selection,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """What laws and rules say.

    Attributes:
        outcomes: In the order of the rules.
        rules: Ids of the rules that were on.
        rules_without_match: Those whose facts no mention states.
        left_out: Mentions that a rule looked at and did not check, with the reason.
        selected: Mentions that state the facts of the rules.
    """

    outcomes: tuple[Outcome, ...]
    rules: tuple[str, ...]
    rules_without_match: tuple[str, ...] = ()
    left_out: tuple[tuple[Mention, str], ...] = ()
    selected: tuple[Selected, ...] = ()


def check(
    corpus: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],
    rules: RuleSet | None,
) -> Checked:
    """Check facts against the rules; without any, against all core laws."""
    if rules is None:
        return Checked(
            outcomes=tuple(
                outcome
                for law in checks.LAWS.values()
                for outcome in law(corpus, clusters)
            ),
            rules=tuple(f"core/{law.replace('_', '-')}" for law in checks.LAWS),
        )
    # What rules need is 10 ms to import, and a run without rules does not pay for it.
    from factcheck.checks import expectations  # noqa: PLC0415
    from factcheck.link.select import select  # noqa: PLC0415

    selection = select(rules, corpus)
    outcomes: list[Outcome] = []
    for rule in rules.active:
        if rule.law is not None:
            found = checks.LAWS[rule.law](corpus, clusters)
            outcomes.extend(expectations.retuned(rule, found))
        else:
            outcomes.extend(expectations.evaluate(rule, rules, selection, corpus))
    return Checked(
        outcomes=tuple(outcomes),
        rules=tuple(rule.id for rule in rules.active),
        rules_without_match=tuple(_without_match(rules, selection)),
        left_out=tuple(_left_out(rules, selection)),
        selected=selection.selected,
    )


def _without_match(rules: RuleSet, selection: Selection) -> Iterator[str]:
    for rule in rules.active:
        if rule.law is None and not any(
            selection.of(name) for name in _looked_for(rule, rules)
        ):
            yield rule.id


def _looked_for(rule: Rule, rules: RuleSet) -> list[str]:
    names = [name for _, name in rule.facts]
    return [name for name in names if rules.fact(name).match is not None]


def _left_out(rules: RuleSet, selection: Selection) -> Iterator[tuple[Mention, str]]:
    for refused in selection.refused:
        label = rules.fact(refused.name).label()
        yield refused.fact.mention, f"{refused.reason} ({label})"
    for selected in selection.selected:
        if selected.period is None:
            label = rules.fact(selected.name).label()
            yield selected.fact.mention, f"nothing else to compare it with ({label})"
