"""From outcomes to findings: one disagreement, one finding, with an identity that lasts."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from decimal import Decimal
from fnmatch import fnmatchcase

from factcheck.config import Level
from factcheck.errors import nearest
from factcheck.model import (
    DocumentFacts,
    Evidence,
    Finding,
    Outcome,
    Severity,
    Verdict,
)

CORE = "core/"
_ALARMS = (Verdict.CONFLICT, Verdict.DISPUTED)
_SETTLED = (Verdict.AGREE, Verdict.EXCUSED)
_ID_DIGITS = 6
# Two mentions in common make two findings one; the more telling law speaks.
_SAME = 2
_TELLING = (
    "conversion",
    "total",
    "share",
    "change",
    "rate",
    "percent",
    "range",
    "duration",
    "part_whole",
    "reference",
    "order",
    "agreement",
)

Key = tuple[str, int, int]


def findings(
    outcomes: Sequence[Outcome], *, levels: Sequence[Level] = ()
) -> tuple[Finding, ...]:
    """Return what the report shows: the gravest first, then by place.

    A user's rule absorbs the core finding on the same mentions, or on mentions that the
    rule has judged one by one, and what a user's rule finds right is not a core finding;
    of core findings on the same mentions the most telling one is kept.
    """
    mine = [o for o in outcomes if not o.rule.startswith(CORE)]
    settled, judged = _settled(mine), _judged(mine)
    kept: list[tuple[Outcome, Severity, list[str]]] = []
    index: dict[Key, list[int]] = {}
    for outcome in sorted(
        (o for o in outcomes if o.verdict in _ALARMS), key=_precedence
    ):
        severity = _severity(outcome, levels)
        keys = _keys(outcome)
        if severity is None or (
            outcome.rule.startswith(CORE) and _is_settled(keys, settled)
        ):
            continue
        found = _same(outcome, keys, judged, kept, index)
        if found is not None:
            if outcome.rule not in (kept[found][0].rule, *kept[found][2]):
                kept[found][2].append(outcome.rule)
            continue
        for key in keys:
            index.setdefault(key, []).append(len(kept))
        kept.append((outcome, severity, []))
    return _identified(sorted(kept, key=lambda k: (-k[1].rank, *_place(k[0]))))


def _settled(mine: Iterable[Outcome]) -> dict[Key, list[frozenset[Key]]]:
    """Return what the user's rules find right, by each of its places."""
    settled: dict[Key, list[frozenset[Key]]] = {}
    for outcome in mine:
        if outcome.verdict in _SETTLED:
            places = _keys(outcome)
            for key in places:
                settled.setdefault(key, []).append(places)
    return settled


def _judged(mine: Iterable[Outcome]) -> dict[str, set[Key]]:
    """Return the places that each of the user's rules has judged."""
    judged: dict[str, set[Key]] = {}
    for outcome in mine:
        if outcome.verdict in (*_ALARMS, Verdict.AGREE):
            judged.setdefault(outcome.rule, set()).update(_keys(outcome))
    return judged


def _precedence(outcome: Outcome) -> tuple[bool, int, int, int]:
    telling = (
        _TELLING.index(outcome.kind) if outcome.kind in _TELLING else len(_TELLING)
    )
    rank = outcome.severity.rank if outcome.severity else 0
    return outcome.rule.startswith(CORE), -rank, telling, -len(outcome.evidence)


def _place(outcome: Outcome) -> tuple[str, int, str, str]:
    first = outcome.evidence[0] if outcome.evidence else None
    return (
        (first.document or "") if first else "",
        first.span.start if first and first.span else 0,
        outcome.rule,
        outcome.message,
    )


def _keys(outcome: Outcome) -> frozenset[Key]:
    return frozenset(
        (place.document, place.span.start, place.span.end)
        for place in outcome.evidence
        if place.document is not None and place.span is not None
    )


def _is_settled(
    keys: frozenset[Key], settled: Mapping[Key, Sequence[frozenset[Key]]]
) -> bool:
    if len(keys) < _SAME:
        return False
    return any(keys <= other for other in settled.get(next(iter(keys)), ()))


def _same(
    outcome: Outcome,
    keys: frozenset[Key],
    judged: Mapping[str, AbstractSet[Key]],
    kept: Sequence[tuple[Outcome, Severity, list[str]]],
    index: dict[Key, list[int]],
) -> int | None:
    """Return which finding that is kept tells of the same disagreement, or None."""
    shared = Counter(i for key in keys for i in index.get(key, ()))
    for i, n in sorted(shared.items()):
        other = kept[i][0]
        if outcome.rule.startswith(CORE):
            if n >= min(_SAME, len(keys), len(_keys(other))):
                return i
            if keys <= judged.get(other.rule, set()):
                return i
        elif keys == _keys(other) and _references(outcome) == _references(other):
            return i
    return None


def _references(outcome: Outcome) -> set[str]:
    return {place.text for place in outcome.evidence if place.document is None}


def _severity(outcome: Outcome, levels: Sequence[Level]) -> Severity | None:
    severity: Severity | None = outcome.severity or Severity.NOTE
    if outcome.verdict is Verdict.DISPUTED and outcome.severity is None:
        severity = Severity.NOTE
    paths = {place.document for place in outcome.evidence if place.document}
    for level in levels:
        if fnmatchcase(outcome.rule, level.rule) and any(
            fnmatchcase(path, level.pattern) for path in paths
        ):
            severity = level.severity
    return severity


def unused(levels: Iterable[Level], rules: Sequence[str]) -> list[str]:
    """Return what is to be said of levels that speak of no rule of the run."""
    notes = []
    for level in levels:
        if not any(fnmatchcase(rule, level.rule) for rule in rules):
            best = nearest(level.rule, rules)
            hint = f": did you mean '{best}'?" if best else ""
            notes.append(
                f"levels of '{level.pattern}': there is no rule '{level.rule}'{hint}"
            )
    return notes


def copies(corpus: Iterable[DocumentFacts]) -> list[str]:
    """Return what is to be said of documents that are one file under two names.

    All of their numbers agree, which says nothing for them.
    """
    first: dict[str, str] = {}
    notes = []
    for document in (facts.document for facts in corpus):
        if document.sha256 and document.blocks:
            known = first.setdefault(document.sha256, document.path)
            if known != document.path:
                notes.append(f"{document.path} is the same text as {known}")
    return notes


def _identified(
    kept: Sequence[tuple[Outcome, Severity, list[str]]],
) -> tuple[Finding, ...]:
    seen: Counter[str] = Counter()
    found: list[Finding] = []
    for outcome, severity, absorbed in kept:
        mark = fingerprint(outcome)
        seen[mark] += 1
        if seen[mark] > 1:
            # The same numbers disagree in the same documents once more.
            mark = _digest([mark, str(seen[mark])])
        found.append(Finding("", mark, outcome, severity, tuple(sorted(absorbed))))
    digits = _ID_DIGITS
    while len({f.fingerprint[:digits] for f in found}) < len(found):
        digits += 1
    short = Counter(f.fingerprint[:_ID_DIGITS] for f in found)
    return tuple(
        replace(
            f,
            id="fc-"
            + f.fingerprint[
                : _ID_DIGITS if short[f.fingerprint[:_ID_DIGITS]] == 1 else digits
            ],
        )
        for f in found
    )


def fingerprint(outcome: Outcome) -> str:
    """Return what stays the same while rule, documents and numbers do."""
    # A number that a document states once more is the same disagreement.
    places = sorted({_identity(place) for place in outcome.evidence})
    return _digest([outcome.rule, outcome.kind, *places])


def _identity(place: Evidence) -> str:
    mention = place.mention
    if mention is None:
        said = " ".join(place.text.casefold().split())
        # Who gives a reference may be a line of the rule file, which moves; the value stays.
        return "\x1f".join([place.document or "", said])
    return "\x1f".join(
        [
            mention.document,
            _plain(mention.value),
            _plain(mention.stated_low),
            _plain(mention.stated_high),
            mention.unit,
            mention.counted.lemma if mention.counted else "",
            mention.modifier or "",
        ]
    )


def _plain(value: Decimal | None) -> str:
    return "" if value is None else str(value.normalize())


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\x1e".join(parts).encode("utf-8", "replace")).hexdigest()[
        :32
    ]
