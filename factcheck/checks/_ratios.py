"""Shares whose part and whole every reader knows: turnout, land held, beds taken.

Such a share says by its name what it is a share of, so its part and its whole may stand far
away, even in another document on the same place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, in_table, pattern
from factcheck.language.data import word_set
from factcheck.model import DocumentFacts, Form, Period


@dataclass(frozen=True, slots=True)
class Ratio:
    """A share, and how its three numbers are spoken of.

    Attributes:
        name: What the share is called.
        word: A word that every text with the share has.
        share: Patterns of the share, slot `s`.
        part: Patterns of the part, slot `a`.
        whole: Patterns of the whole, slot `w`.
        dimension: Of part and whole.
    """

    name: str
    word: str
    share: tuple[str, ...]
    part: tuple[str, ...]
    whole: tuple[str, ...]
    dimension: str


_CAST = (
    r"(?:ballots?(?: papers?)?|votes|voting papers) (?:were |was |had been )?(?:cast|returned"
    r"|counted|handed in|received)"
)
_VOTERS = (
    r"(?:registered|eligible|qualified) (?:voters|electors|citizens)|electorate|voters on the"
    r" (?:roll|register)|(?:people|citizens|voters|adults) (?:registered|eligible|entitled)"
    r" to vote"
)
_HOLD = r"(?:controls?|controlled|holds?|held|occup(?:y|ies|ied)|ruled?|rules)"
RATIOS = (
    Ratio(
        name="turnout",
        word="turnout",
        share=(
            (
                r"\bturnout(?: [a-z]+){0,2}? (?:was|of|stood at|reached|at|hit|came to|is|:)"
                r"(?: (?:a|just|only|some))* {s:pf}"
            ),
            r"\bturnout: {s:pf}",
            r"{s:pf} turnout\b",
        ),
        part=(
            rf"{_CAST}:? (?:was |were |at |of )?{{a:c}}",
            (
                rf"{{a:c}} (?:[a-z]+ ){{0,2}}?(?:{_CAST}|(?:people |voters |citizens )?"
                r"(?:cast (?:a|their) (?:ballot|vote)s?|went to the polls|turned out to vote"
                r"|took part in the vote))"
            ),
        ),
        whole=(
            rf"(?:{_VOTERS})(?: of|:| was| is| numbered| numbers)? {{w:c}}",
            rf"{{w:c}} (?:{_VOTERS})",
        ),
        dimension="count",
    ),
    Ratio(
        name="share of the country held",
        word="percent",
        share=(
            rf"\b{_HOLD} {{~3}}{{s:pf}} of (?P<of>it|the country|its territory|[a-z]+)\b",
            (
                r"{s:pf} of (?P<of>it|the country|its territory|[a-z]+) (?:is|was|are|remains"
                r"|lies|lay) (?:now |still )*(?:in [a-z]+ hands|under [a-z]+ (?:control|occupation"
                r"|rule)|occupied|controlled|held)"
            ),
        ),
        part=(rf"\b{_HOLD} {{~3}}{{a:m}}",),
        whole=(
            (
                r"\b(?P<of>[a-z]+),? (?:covers|spans|measures|has an area of|has a territory of"
                r"|extends over|stretches over) {w:m}"
            ),
            r"\b(?:area|size|territory) of (?P<of>[a-z]+) (?:is|was) {w:m}",
        ),
        dimension="area",
    ),
    Ratio(
        name="occupancy",
        word="occupan",
        share=(
            r"\b(?:bed |hotel |room )?occupancy (?:was|of|stood at|reached|at|is) {s:p}",
        ),
        part=(r"{a:c} (?:beds|rooms|places) (?:are|were) (?:occupied|taken|filled)",),
        whole=(r"\b(?:has|have|had|with|of its|of our) {w:c} (?:beds|rooms|places)\b",),
        dimension="count",
    ),
)
# Another vote, another year: not the share of these numbers.
_OTHER = (
    r"\b(?:previous(?:ly)?|last time|earlier|years? (?:ago|before|earlier)|first attempt"
    r"|needed|required|at least half|threshold|expected|forecast|predicted|projected|target"
    r"|will|would|could|aged|among|constituency|district|province|region|city|town)\b"
)
_NAME = r"\b[A-Z][a-z]{4,}\b"
_NO_NAMES = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april
    august september october november december electoral commission election elections
    turnout voters ballots registered government country president minister ministry there
    these their about after other sunday's police party votes valid under question would
    which should source official officials results final total referendum north south
    """
)
_SHARED_NAMES, _NEAR = 1, 50


def find(
    documents: Sequence[DocumentFacts], groups: Sequence[Sequence[Passage]]
) -> Iterator[tuple[Place, Place, Place]]:
    """Yield part, whole and share, where each is named and there is only one of it."""
    for ratio in RATIOS:
        told = [
            number
            for number, facts in enumerate(documents)
            if ratio.word in facts.document.text or ratio.word == "percent"
        ]
        shares = [s for n in told for s in _places(ratio, groups[n], "s", n)]
        if not shares:
            continue
        numbers = range(len(groups))
        parts = [p for n in numbers for p in _places(ratio, groups[n], "a", n)]
        wholes = [w for n in numbers for w in _places(ratio, groups[n], "w", n)]
        if not (parts and wholes):
            continue
        names = {
            each.number: _names(documents[each.number])
            for each in (*shares, *parts, *wholes)
        }
        for share in shares:
            near = [p for p in parts if _related(share, p, names)]
            large = [
                w for w in wholes if _related(share, w, names) and _named(share, w)
            ]
            if (
                len({_value(p) for p in near}) == 1
                and len({_value(w) for w in large}) == 1
            ):
                yield near[0].place, large[0].place, share.place


@dataclass(frozen=True, slots=True)
class _Spot:
    place: Place
    number: int  # of the document
    of: str  # what it is a share of, or ""


def _places(
    ratio: Ratio, group: Sequence[Passage], slot: str, number: int
) -> Iterator[_Spot]:
    sources = {"s": ratio.share, "a": ratio.part, "w": ratio.whole}[slot]
    letter = "m" if ratio.dimension == "area" else "c"
    wanted = "pf" if slot == "s" else letter
    before = ""
    for passage in group:
        masked = passage.masked
        kinds = passage.kinds
        if letter not in kinds and not (slot == "s" and ("p" in kinds or "f" in kinds)):
            before = ""
            continue
        for source in sources if any(kind in kinds for kind in wanted) else ():
            match = pattern(source).search(masked)
            if not match or in_table(passage):
                continue
            near = masked[max(0, match.start() - _NEAR) : match.end() + _NEAR // 2]
            if pattern(_OTHER).search(near) or _another_year(passage):
                continue
            at = int(match[slot])
            mention = passage.mention(at)
            dimension = "ratio" if slot == "s" else ratio.dimension
            if mention.dimension == dimension and mention.form is not Form.VAGUE:
                of = match.groupdict().get("of") or ""
                if of in {"it", "the country", "its territory"}:
                    of = before or of
                yield _Spot(Place(passage, at), number, of)
                break
        before = _named_whole(ratio, passage) if letter in kinds else ""


def _another_year(passage: Passage) -> bool:
    """Return whether a sentence names a year that is not that of its document."""
    today = passage.document.date
    return any(
        isinstance(item, Period)
        and item.kind == "year"
        and (today is None or item.start is None or item.start.year != today.year)
        for item in passage.items
    )


def _named_whole(ratio: Ratio, passage: Passage) -> str:
    """Return what the whole of a passage is, for an "it" that follows."""
    for source in ratio.whole:
        match = pattern(source).search(passage.masked)
        if match:
            return match.groupdict().get("of") or ""
    return ""


def _value(spot: _Spot) -> object:
    mention = spot.place.passage.mention(spot.place.slot)
    return mention.value


def _names(facts: DocumentFacts) -> frozenset[str]:
    found: set[str] = set()
    for fact in facts.facts:
        found |= fact.names
    # A short text may hold its one name at the start of a sentence only.
    found.update(re.findall(_NAME, facts.document.text))
    return frozenset(name.lower() for name in found) - _NO_NAMES


def _related(a: _Spot, b: _Spot, names: dict[int, frozenset[str]]) -> bool:
    if a.number == b.number:
        return True
    return len(names[a.number] & names[b.number]) >= _SHARED_NAMES


def _named(share: _Spot, whole: _Spot) -> bool:
    """Return whether the share is one of this whole, where either says so."""
    return not (share.of and whole.of) or share.of == whole.of
