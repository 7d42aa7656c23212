"""Where a sentence tells a start, an end and the time between, by the parts they play.

A date plays a part by the words before it ("joined in", "since", "until"), a span of time
by the words on both sides ("after 14 months of hearings", "a 12-day voyage"). A sentence
is read only where it has no other date and no other span that could be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks._context import TOKEN, Passage, pattern, remembered
from factcheck.frozen import dataclass
from factcheck.model import Form


@dataclass(frozen=True, slots=True)
class Told:
    """A start, an end and the span between, as places in `Passage.items`.

    Attributes:
        length: The span of time.
        first: The start; a range holds both ends.
        last: The end; without one, it is the day of the document.
        past: Whether it was over at an unknown day before the document's ("had stood").
    """

    length: int
    first: int
    last: int | None = None
    past: bool = False


# Verbs with which a stay, a job or an event begins.
_STARTS = (
    r"\b(?:joined|began|begun|begins?|opened|opens|started|starts|launched|set (?:out|off|sail)"
    r"|left|sailed|departed|seized|kidnapped|abducted|captured|detained|arrested|jailed"
    r"|imprisoned|hired|signed|(?:came to|took) (?:power|office|charge)|took over|married|erupted"
    r"|broke (?:out|ground)|(?:was|were) (?:imposed|declared|laid|taken hostage|first reported)"
    r"|went (?:missing|on strike)|walked out|closed|shut)\b"
)
_ENDS = (
    r"\b(?:ended|ends?|closed|closes?|finished|finish(?:es)?|concluded|concludes?|arrived|arrives?"
    r"|docked|landed|expired?|expires|completed|lapses?|stopped|reopened|lifted|released|freed"
    r"|retired|retires?|resigned|stepped down|stood down|quit)\b"
)
# How a span is bound to the end before it.
_AFTER = (
    r"^(?:,| -|:)?(?: and| having| which)? ?(?:after|following|lasting|lasted|took|taking|ending"
    r"|having lasted|had (?:lasted|taken)|has (?:lasted|taken)|over|for|(?:an?|the) [a-z]+ of"
    r"|giving [a-z]+|a total of|which lasted|or|that is)(?: (?:an?|the|its|their|some|about|just"
    r"|only|nearly|more than|a total of))* ?$"
)
_GENERIC = (
    r"work|works|hearings?|service|building|construction|repairs?|renovation|restoration"
    r"|captivity|custody|detention|fighting|occupation|siege|closure|searching"
    r"|digging|waiting|marriage"
)
_WHOLE = (
    r"^(?:[.,;:)]|$| (?:later|long|in all|in total|altogether|adrift|away|missing|at sea|together"
    r"|underground|there|on strike|in (?:office|power|orbit|space|captivity|custody|prison|jail"
    rf"|the (?:job|post|role|company|firm|club))|of (?:{_GENERIC})"
    r"|(?:with|at|in) (?:it|the (?:company|firm|club|team|bank|paper|band|force|party|agency))"
    r"|apart)\b)"
)
# An end may come after a journey that is named; after another event it may be a cause.
_JOURNEY = (
    r"^(?: |-)(?:long )?(?:[a-z]+ )?(?:voyage|journey|trip|trek|crossing|march|tour|expedition"
    r"|mission)(?=[.,;:)]|$)"
)
_LASTS = (
    r"(?:which |it |and |that |has |have |had |, )*(?:lasts|lasted|lasting|took|takes|taking|runs"
    r"|ran|spans|spanned|spanning|covers|covered|went on)(?: (?:for|a|an|the|a total of|over))*"
)
_OTHER = (
    r"\b(?:another|before that|earlier stint|previously|first (?:stint|spell)|more|extra|further"
    r"|part-time|on and off|planned|scheduled|should|expected|supposed|instead of|short of|delay"
    r"|late|early|behind schedule)\b"
)
# "from 2004 to 2016" beside a span.
_RANGES = (
    r"{t:t} (?:as|in|at|with|on|of|for|there)\b[^<;,.]{0,40}? (?:from|between) {s:dk}",
    rf"\b(?:from|between|in) {{s:dk}},? {_LASTS} {{t:t}}(?! of)",
    (
        r"{s:dk},? (?:an?|the) (?:[a-z]+ )?(?:journey|run|reign|spell|stretch|voyage|session|period"
        r"|span|wait|gap) of {t:t}"
    ),
    (
        r"\b(?:lasts|lasted|took|takes|spanned|ran|raged|stood|was (?:closed|shut|open)) "
        r"(?:for )?{t:t},? (?:from|between) {s:dk}"
    ),
)
_NOW = (
    # "taken prisoner in May 2022 and free again after two years in captivity"
    (
        r"\b(?:taken (?:prisoner|hostage|captive)|captured|kidnapped|abducted|seized|detained|arrested"
        r"|jailed|imprisoned) (?:in|on) (?:early |late )?{a:d}[^<;.]{0,60}"
        r"\b(?:free|freed|released|home|back|out|returned)\b[^<;.]{0,30}? after {t:t}"
        r" (?:in|of) (?:captivity|custody|detention|prison|jail|hiding|exile)\b"
    ),
    # "founded in 1875, marks 100 years in business"
    (
        r"\b(?:founded|established|built|opened|launched|created|formed|set up) (?:[a-z]+ ){0,3}?(?:in|on) {a:d},?(?: (?:and|which|it|has|is|now))* (?:marks|celebrates|is celebrating|celebrating"
        r"|marking|looks back on|can look back on|completes|completed) (?:its |their )?{t:t}(?=[.,;]| (?:in (?:business|existence|service|print)|of (?:existence|service)|this|<w|on <))"
    ),
    # "closed for 25 years, since the flood of 2011"
    r"{t:t},? since (?:[^<;,.]{0,40} )?{a:d}",
    # "since 2014, nine years in which"
    (
        r"\bsince {a:d},? (?:a (?:period|span|run|reign|total) of |for )?{t:t}"
        r"(?= (?:in which|during which|of (?:rule|power|war|peace|drought|growth|work))|[.,;)]|$)"
    ),
    # "it is 40 years since the reactor opened in 1996"
    (
        r"\b(?:it is|it's|it has been|it was)(?: now| just| almost| exactly)* {t:t} since "
        r"[^<;,.]{1,60} {a:d}"
    ),
    # "first title since 1998, ending a wait of 23 years"
    (
        r"\b(?:first|last|only|biggest|worst)\b[^<;]{0,60} since {a:d},? (?:ending|after|and ended"
        r"|which ended) (?:an? |the )?(?:[a-z]+ )?(?:(?:wait|drought|absence|run|gap|spell) of )?{t:t}"
        r"(?! of)"
    ),
    (
        r"\b(?:end|ends|ended|ending|after|over) (?:an?|its|their|the|his|her) {t:t}"
        r" (?:[a-z]+ )?(?:wait|drought|absence|gap|hiatus|famine|exile)\b[^<;]{0,60}"
        r"\b(?:last|since)\b[^<;]{0,40} {a:d}"
    ),
    (
        r"\b(?:set|established|dating|made) (?:in|on|from|back to) {a:d},? (?:has |had |which has |that "
        r"has )*stood (?:for )?{t:t}"
    ),
    (
        r"\b(?:in (?:office|power|charge)|at the helm|in the (?:job|post)|(?:president|minister"
        r"|mayor|chancellor|governor|chair(?:man|woman)?|leader|chief|head|coach|king|queen)) "
        r"since {a:d}[^<;]{0,60}\b(?:with|for|completing|marking|has) {t:t} (?:in (?:the )?(?:job|post|office|power|charge|role)|at the "
        r"helm|on the throne)"
    ),
)
_SOON = 45
_ASIDE = (", ", " - ", ": ", " (")


def told(passage: Passage) -> Iterator[Told]:
    """Yield what a sentence tells of a start, an end and the time between."""
    for each, ranged in _read(passage.masked):
        if passage.mention(each.length).form is not Form.PLAIN:
            return
        # "from 2011 until", "signed in 2001, runs for": one date is not both ends.
        if (
            not ranged
            or passage.kinds[each.first] == "k"
            or passage.period(each.first).parts
        ):
            yield each


@remembered
def _read(masked: str) -> tuple[tuple[Told, bool], ...]:
    """Return what a marked sentence may tell, and whether the start must hold the end."""
    lengths = [token for token in TOKEN.finditer(masked) if token["kind"] == "t"]
    if len(lengths) != 1:
        return ()
    length = int(lengths[0]["slot"])
    low = masked.rfind(";", 0, lengths[0].start()) + 1
    high = masked.find(";", lengths[0].end())
    segment = masked[low:] if high < 0 else masked[low:high]
    if re.search(_OTHER, segment):
        return ()
    ranges = [
        Told(length, int(match["s"]))
        for source in _RANGES
        for match in pattern(source).finditer(segment)
    ]
    points = [
        (found.start(), found.end(), found[1], int(found[2]))
        for found in re.finditer(r"<([dk])(\d+)>", segment)
    ]
    found: Iterator[Told] = iter(())
    if len(points) == 1 and points[0][2] == "d":
        found = _to_now(segment, length)
    elif len(points) == 2 and points[0][2] == points[1][2]:  # noqa: PLR2004 - a start and an end
        found = _between(segment, length, points)
    return (*((each, True) for each in ranges), *((each, False) for each in found))


def _to_now(segment: str, length: int) -> Iterator[Told]:
    for source in _NOW:
        match = pattern(source).search(segment)
        if match:
            # "it was the first in 28 years" tells of the day of the report.
            past = " had " in f" {segment[: match.end()]} "
            yield Told(length, int(match["a"]), past=past)
            return


def _between(
    segment: str, length: int, points: list[tuple[int, int, str, int]]
) -> Iterator[Told]:
    """Yield a start and an end by their verbs, where the span is bound to the end."""
    token = f"<t{length}>"
    at = segment.find(token)
    after = segment[at + len(token) :]
    (a_start, a_end, kind, first), (b_start, b_end, _, last) = points
    if at < a_start:
        fits = _leads(after[: a_start - at - len(token)], segment[a_end:b_start])
    elif at < b_start:
        fits = kind == "k" and _lies_between(
            segment[a_end:at], after[: b_start - at - len(token)]
        )
    else:
        bound = segment[b_end:at]
        fits = len(bound) <= _SOON and bool(
            (re.match(_AFTER, bound) or (kind == "k" and bound in _ASIDE))
            and (re.match(_WHOLE, after) or re.match(_JOURNEY, after))
            and (kind == "k" or re.search(_STARTS, segment[:a_start]))
        )
    if fits:
        yield Told(length, first, last)


def _leads(before: str, between: str) -> bool:
    """Return whether "the 12-day voyage began on 3 May and ended on 29 May" is said."""
    return bool(
        re.match(r"(?: |-)[a-z]", before)
        and re.search(_STARTS, before)
        and not re.search(r"<|,.*,", before)
        and re.search(rf"{_ENDS}|\b(?:until|till|to)\b", between)
    )


def _lies_between(before: str, after: str) -> bool:
    """Return whether "began at 9.15 and lasted six hours, until 3.15" is said."""
    return bool(
        re.fullmatch(rf",? ?{_LASTS} ", before)
        and re.fullmatch(r",? (?:until|till|to|ending at|and ended at) ", after)
    )
