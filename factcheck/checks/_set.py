"""A length that is set, against the days on which it begins and ends.

"The lease is for ten years. It begins on 1 May 2024 and expires on 30 April 2032": the words
before each date say which end it is. Two births and the years between them are told alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import _spans
from factcheck.checks._ages import Days
from factcheck.checks._arithmetic import Place, Spot
from factcheck.checks._context import Passage, finds, hint, matches, pattern
from factcheck.checks._elapsed import Elapsed
from factcheck.model import Form, Period

_KINDS = r"(?:term|period|guarantee|warranty|contract|lease|licen[cs]e|mandate|cover|loan|permit|moratorium|suspension|freeze|visa|pact|concession|tenancy|patent)"
_SET = (
    (
        rf"\b(?:limited to|valid for|(?:granted|signed|leased|let|fixed|set|holds?|good) for|{_KINDS}(?: (?:is|was|runs?|lasts?))? (?:of|for|to))"
        r"(?: (?:an?|the|full|whole|total|term|period|of))* {t:t}"
    ),
    rf"{{t:t}}(?:-| )(?:[a-z]+ )?{_KINDS}\b",
)
_BEGINS = r"(?:\b(?:beg[aiu]ns?|beginning|starts?|started|starting|from|effective|imposed|signed|granted|issued|installed|bought|commenc\w+|t[ao]kes? effect|took effect|(?:came|comes|entered) into force|dated)\b[^.;:]{0,25}|\bstart: ?)$"
_ENDS = r"(?:\b(?:ends?|ended|ending|expir\w+|r[au]ns? out|lifted|laps\w+|matur\w+|until|terminat\w+|falls due|over)\b[^.;:]{0,20}|\bend: ?)$"
_CHANGED = r"\b(?:earl(?:y|ier)|ahead|premature\w*|extend\w*|extension|renew\w*|prolong\w*|already|first|second|third|new|another|each|every|option|break clause|not|grace)\b"
# "Eight years younger than Jon, who was born in 1950, she was born in 1958."
_BORN = r"\bborn [^<;.]{0,30}<d(?P<d>\d+)>"
_CHILD = r"\b(?:son|daughter|child|children|twins|baby)\b"
_OLDER = r"{t:t} (?:older|younger)\b"
SET = hint("<t", sources=_SET)
OLDER = hint("> older", "> younger")
_TWO = 2


def told(passage: Passage) -> Iterator[Elapsed]:
    """Yield a length that is set, with the two days that begin and end it."""
    for match in matches(passage.masked, *_SET):
        slot = int(match["t"])
        alone = passage.kinds.count("t") == 1  # no "grace period of four years"
        if alone and passage.mention(slot).form is Form.PLAIN:
            ends = _ends(passage)
            if ends:
                yield Elapsed(slot, *ends)
            return


def _ends(passage: Passage) -> tuple[Spot, Spot] | None:
    """Return the one start and the one end that a sentence and those beside it tell."""
    starts: list[Period] = []
    ends: list[Period] = []
    for step in (-1, 0, 1, 2):
        text, periods = _spans.beside(passage, step)
        if finds(text, _CHANGED):
            return None
        low = 0
        for period in periods:
            at = text.find(period.surface.lower(), low)
            before, low = text[low:at], at + len(period.surface)
            if not period.precise or period.parts or Days.of(period) is None:
                return None
            if pattern(_ENDS).search(before):
                ends.append(period)
            elif pattern(_BEGINS).search(before):
                starts.append(period)
    if len(starts) != 1 or len(ends) != 1:
        return None
    return Spot(passage.document, starts[0]), Spot(passage.document, ends[0])


def between_births(passage: Passage) -> Iterator[Elapsed]:
    """Yield by how much one is older, with the births of both."""
    births = [int(match["d"]) for match in matches(passage.masked, _BORN)]
    told = matches(passage.masked, _OLDER)
    days = [Days.of(passage.period(slot)) for slot in births]
    if finds(passage.masked, _CHILD):
        return
    if len(births) == _TWO and len(told) == 1 and days[0] and days[1]:
        places = [Place(passage, slot) for slot in births]
        if days[1].start < days[0].start:
            places.reverse()
        yield Elapsed(int(told[0]["t"]), places[0], places[1], sure=True)
