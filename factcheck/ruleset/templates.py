"""Message templates: "{subject} {property}: {a.text} in {a.document}"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.errors import nearest
from factcheck.model import Claim

_FIELD = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
FIELDS = {
    "rule": "id of the rule",
    "subject": "the subject of the fact",
    "property": "the property of the fact",
    "label": "subject and property",
    "n": "how many numbers were compared",
    "expected": "what would be right, in words",
    "gap": "how far apart the two are, in percent",
}
ATTRIBUTES = {
    "text": "the number as written, with its unit",
    "quote": "the sentence around it",
    "document": "path of the document",
    "line": "line in the document",
    "value": "the number alone",
    "unit": "the unit, or what is counted",
    "date": "date of the document",
    "source": "publisher of the document",
    "title": "title of the document",
}


def problems(
    template: str, claim: Claim, aliases: Sequence[str]
) -> Iterator[tuple[str, int]]:
    """Yield what is wrong with a template, with the offset.

    Args:
        template: As written.
        claim: What the rule expects.
        aliases: The names that the rule uses for its facts.
    """
    sides = list(aliases)
    if claim not in (Claim.RELATION, Claim.SUM):
        sides += ["a", "b"]
    for found in _FIELD.finditer(template):
        if found.group() in ("{{", "}}"):
            continue
        if found[1] is None:
            yield (
                f"a single {found.group()!r}; write it twice to mean it",
                found.start(),
            )
            continue
        side, dot, attribute = found[1].partition(".")
        if not dot and side in FIELDS:
            continue
        if dot and side in sides and attribute in ATTRIBUTES:
            continue
        valid = [*FIELDS, *(f"{side}.{name}" for side in sides for name in ATTRIBUTES)]
        hint = nearest(found[1], valid)
        meant = f"; did you mean {{{hint}}}?" if hint else ""
        yield f"unknown field {{{found[1]}}}{meant}", found.start()
