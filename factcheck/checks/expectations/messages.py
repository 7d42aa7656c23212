"""Messages of rules: a template of the author, or a plain sentence of ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from factcheck.checks import _compare
from factcheck.checks.expectations.common import (
    Case,
    Judgement,
    Stated,
    amount,
    percent,
)
from factcheck.model import Evidence, Outcome, Reference, Verdict
from factcheck.units import wording

_FIELD = re.compile(r"\{\{|\}\}|\{([^{}]*)\}")


def message(
    case: Case,
    fallback: str,
    sides: Mapping[str, Stated | Reference],
    *,
    n: int = 0,
    expected: str = "",
    gap: str = "",
) -> str:
    """Return the one line for an editor.

    Args:
        case: The rule.
        fallback: What is said where the rule has no template.
        sides: What stands behind names such as `a`, `b` and those of the rule's facts.
        n: How many numbers were compared.
        expected: What would be right, in words.
        gap: How far apart the two are.
    """
    template = case.rule.message
    if template is None:
        return fallback
    spec = case.spec(case.rule.facts[0][0])
    plain = {
        "rule": case.rule.id,
        "subject": spec.subject.name if spec.subject else "",
        "property": spec.property or "",
        "label": case.label,
        "n": str(n),
        "expected": expected,
        "gap": gap,
    }

    def filled(found: re.Match[str]) -> str:
        if found[1] is None:
            return found.group()[0]
        side, dot, attribute = found[1].partition(".")
        if not dot:
            return plain.get(side, "")
        return _attribute(sides.get(side), attribute)

    return " ".join(_FIELD.sub(filled, template).split())


def unmet(
    case: Case,
    side: Sequence[Stated],
    others: Iterable[Evidence],
    verdict: Judgement,
    *,
    expected: str,
    why: str,
    fallback: str,
    slip: str | None,
) -> Outcome:
    """Return the conflict of one number, in all its places, with what its rule gives.

    Args:
        case: The rule.
        side: The places that say the number.
        others: What stands against it.
        verdict: How far it is off.
        expected: What would be right, in words.
        why: Who says so, a clause.
        fallback: The message where the rule has no template.
        slip: The likeliest cause.
    """
    one = side[0]
    more = f" Said in {len(side)} places." if len(side) > 1 else ""
    return Outcome(
        case.rule.id,
        case.rule.kind,
        Verdict.CONFLICT,
        (one.evidence(also=len(side) - 1), *others),
        message(
            case,
            fallback,
            {"a": one},
            n=len(side),
            expected=expected,
            gap=percent(verdict.gap),
        ),
        f"“{one.words}” can be {amount(one.plain, one.unit)}; {why}.{case.beyond}{more}",
        verdict.severity,
        slip,
        label=case.label,
    )


def _attribute(side: Stated | Reference | None, name: str) -> str:
    if side is None:
        return ""
    if isinstance(side, Reference):
        quantity = side.quantity
        known = {
            "text": quantity.text,
            "quote": quantity.text,
            "value": wording.number(quantity.value),
            "unit": wording.unit_words(quantity.unit),
            "source": side.source or "",
            "date": str(side.as_of or ""),
            "document": side.source or "the rule",
        }
        return known.get(name, "")
    document, mention = side.document, side.fact.mention
    if name == "quote":
        return side.evidence().quote
    if name == "line":
        return str(document.position(mention.span.start)[0])
    if name == "value":
        span = mention.number
        return _compare.quote(document, span.start, span.end)
    known = {
        "text": side.words,
        "document": document.path,
        "unit": _compare.unit_label(mention),
        "date": str(document.date or ""),
        "source": document.source or "",
        "title": document.title or "",
    }
    return known[name]
