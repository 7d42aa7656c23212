"""The change law on two sides of a vote: a margin must be what lies between them."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import _arithmetic
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, alike, hint, search
from factcheck.model import Form, Outcome
from factcheck.units import wording

LAW = "change"

# "by a margin of 1,468 votes, 6,214 to 4,746"
_MARGINS = (
    (
        r"\b(?:by|margin of|majority of|lead of)(?: [a-z]+){0,3}? {d:c}(?: votes| points| seats"
        r"| ballots)?,? (?:[a-z]+ ){0,3}?{a:c}(?: votes)? to {b:c}(?! and| to)"
    ),
    (
        r"{a:c}(?: votes)? to {b:c}(?: votes)?, (?:a|with a|for a) (?:margin|majority|lead"
        r"|difference) of {d:c}"
    ),
)
HINTS = hint("margin", "majority", "lead of", " votes,", " points,", " difference of")


def compare(passage: Passage) -> Iterator[Outcome]:
    """Compare a margin with the votes of the two sides."""
    for source in _MARGINS:
        match = search(passage.masked, source)
        if not match:
            continue
        a, b, d = (passage.mention(match[name]) for name in "abd")
        if any(m.value is None or m.form is not Form.PLAIN for m in (a, b, d)):
            continue
        if not (alike(a, b) and d.value and a.value and d.value < a.value):
            continue
        slots = [int(match[name]) for name in "abd"]
        said = [_arithmetic.plain(passage, slot) for slot in slots]
        first, second = passage.reading(slots[0]), passage.reading(slots[1])
        right = abs(a.value - (b.value or 0))
        yield _arithmetic.settle(
            LAW,
            [Place(passage, slot) for slot in slots],
            abs(first - second),
            _arithmetic.stated(passage, slots[2]),
            sum_text=f"{said[0]} less {said[1]} is {wording.number(right)}",
            said_text=said[2],
            fit=wording.number(right),
            exact=_arithmetic.is_exact(a, b, d),
            right=right,
            written=d.value,
        )
        return
