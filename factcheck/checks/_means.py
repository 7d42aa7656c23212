"""A mean beside the two counts that it is of: "in 24 games he scored 684 points, 31.5 a night".

Any two counts of a sentence may be what a mean is of, so one is judged only where there are just
two, and where the mean is so near what they come to that it can be of nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks import _products
from factcheck.checks._arithmetic import Place, plain
from factcheck.checks._context import TOKEN, Passage, finds, hint, pattern
from factcheck.model import Form, Outcome

TELLS = hint("averag")
# "An average of 31.5", "averaging 31.5"
_MEAN = r"\baverag(?:e|es|ed|ing)(?: (?:of|about|some|just|only|nearly|almost|out|at|to|was|is))* {r:crm}"
# A mean of others, or of less than all of them.
_OTHERWISE = (
    r"\b(?:not[- ]outs?|dismissals?|completed|median|national|last|previous|league|usual|expected|against|than|per <|excluding|without|other|another|more|including"
    r"|only|half|best|of (?:them|whom|which))\b"
)
_OF_HOW_MANY = r"\b(?:in|from|over|across|during|after|played|for|between|among|by|its|the|all|of)(?: (?:all|the|his|her|their|its|just|only|these|those))* $"
_NEAR = Decimal("1.35")
_PAIR, _LEAST = 2, 2


def told(passage: Passage) -> Iterator[Outcome]:
    """Yield a mean that is not what the two counts of its sentence come to."""
    masked = passage.masked
    means = list(pattern(_MEAN).finditer(masked))
    if len(means) != 1 or passage.in_table or finds(masked, _OTHERWISE):
        return
    slot = int(means[0]["r"])
    counts = [
        token
        for token in TOKEN.finditer(masked)
        if token["kind"] == "c" and int(token["slot"]) != slot
    ]
    if len(counts) != _PAIR or not all(_is_plain(passage, token) for token in counts):
        return
    sized = sorted(counts, key=lambda token: passage.mention(token["slot"]).value or 0)
    few, many = (Place(passage, int(token["slot"])) for token in sized)
    if not finds(masked[: sized[0].start()], _OF_HOW_MANY):
        return
    mean = passage.mention(slot)
    both = [place.passage.mention(place.slot) for place in (many, few)]
    if mean.modifier or mean.form is not Form.PLAIN or not mean.value:
        return
    lemmas = [each.counted.lemma if each.counted else "" for each in both]
    if lemmas[0] == lemmas[1]:
        return
    right = (both[0].value or Decimal(0)) / (both[1].value or Decimal(1))
    if not 1 / _NEAR < mean.value / right < _NEAR:
        return
    place = Place(passage, slot)
    derived = passage.reading(many.slot) / passage.reading(few.slot)
    said = " divided by ".join(plain(each.passage, each.slot) for each in (many, few))
    outcome = _products.told((many, few, place), derived, right, place, f"{said} is")
    yield outcome


def _is_plain(passage: Passage, token: re.Match[str]) -> bool:
    mention = passage.mention(token["slot"])
    return (
        mention.form is Form.PLAIN
        and mention.modifier is None
        and mention.value is not None
        and mention.value >= _LEAST
    )
