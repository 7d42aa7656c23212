"""The two sides of a question, by the words that name them: men and women, for and against."""

from __future__ import annotations

import re
from functools import cache

from factcheck.checks._roots import root

# Words for the one side and for the other.
_SIDES = tuple(
    tuple(frozenset(side.split()) for side in line.split("|"))
    for line in """
    man men male males boy boys|woman women female females girl girls
    favour favor favours support supports supported approve approves approved yes agree agrees agreed|oppose opposes opposed against disapprove disapproves disapproved disagree disagrees disagreed reject rejects rejected
    pass passes passed succeeded|fail fails failed flunked
    town towns city cities urban|village villages rural countryside
    owner owners own owned owner-occupied|rent rents rented tenant tenants renters
    married|single unmarried
    employed|unemployed jobless
    punctual|late delayed
    satisfied happy pleased content|dissatisfied unhappy displeased discontented
    better improved|worse worsened
    survived survive survives alive|died die dead perished
    smoker smokers smoke|non-smoker non-smokers
    full-time|part-time
    abroad foreign overseas exported exports export|home domestic domestically
    public state|private
    vaccinated|unvaccinated
    insured|uninsured
    literate|illiterate
    sold|unsold
    occupied|empty vacant unoccupied
    healthy|sick ill diseased
    guilty convicted|acquitted innocent
    right-handed|left-handed
    native native-born|immigrant immigrants foreign-born
    adults adult|children child minors
    won win wins|lost lose loses
    repaid|defaulted
    remain stay|leave
    """.strip().splitlines()
)
_PHRASES = {
    "on time": "punctual",
    "in time": "punctual",
    "in favour": "favour",
    "in favor": "favour",
    "were for the": "favour",
    "are for the": "favour",
    "vote for": "favour",
    "voted for": "favour",
}
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def told(clause: str) -> dict[int, int]:
    """Return the scales of which a clause names one side only, with that side."""
    for phrase, word in _PHRASES.items():
        clause = clause.replace(phrase, word)
    said = frozenset(_WORD.findall(clause))
    found = {}
    for number, sides in enumerate(_SIDES):
        own = [at for at, side in enumerate(sides) if side & said]
        if len(own) == 1:
            found[number] = own[0]
    return found


@cache
def words_of(scale: int) -> frozenset[str]:
    """Return the roots of the words for the sides of a scale."""
    return frozenset(root(word) for one in _SIDES[scale] for word in one) - {""}
