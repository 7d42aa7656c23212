"""What a rule that stands for a core law changes of its outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fnmatch import fnmatchcase

from factcheck.checks.expectations.common import sized
from factcheck.model import Interval, Outcome, Rule, Verdict

_PAIRWISE = ("agreement", "conversion", "reference")
_TWO = 2


def retuned(rule: Rule, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """Yield the outcomes of a core law, as the rule for it has them.

    Args:
        rule: A rule with `law`, perhaps amended: severity, tolerance, paths.
        outcomes: Of the law.
    """
    for outcome in outcomes:
        if rule.paths and not _on_paths(rule, outcome):
            continue
        if outcome.verdict is not Verdict.CONFLICT:
            yield outcome
        elif not rule.tolerance.is_rounding and _tolerated(rule, outcome):
            yield replace(
                outcome,
                verdict=Verdict.EXCUSED,
                severity=None,
                reason="within the tolerance of the rule",
            )
        elif rule.severity is not None:
            yield replace(outcome, severity=rule.severity)
        else:
            yield outcome


def _on_paths(rule: Rule, outcome: Outcome) -> bool:
    paths = [place.document for place in outcome.evidence if place.document is not None]
    return all(any(fnmatchcase(path, glob) for glob in rule.paths) for path in paths)


def _tolerated(rule: Rule, outcome: Outcome) -> bool:
    """Return whether the first two sides meet within the rule's tolerance."""
    sides: dict[int, tuple[Interval, str]] = {}
    for place in outcome.evidence:
        mention = place.mention
        if mention is not None and place.reading is not None:
            sides.setdefault(place.side, (place.reading, mention.unit))
    if rule.law not in _PAIRWISE or len(sides) < _TWO:
        return False
    sizes = [sized(reading, unit) for reading, unit in list(sides.values())]
    known = [size for size in sizes if size is not None]
    return len(known) == len(sizes) and all(
        rule.tolerance.widen(a[0]).meets(rule.tolerance.widen(b[0]))
        for i, a in enumerate(known)
        for b in known[i + 1 :]
    )
