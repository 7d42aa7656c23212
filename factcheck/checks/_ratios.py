"""Shares whose part and whole every reader knows: turnout, land held, beds taken.

Such a share says by its name what it is a share of, so its part and its whole may stand far
away, even in another document on the same place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import NamedTuple

from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, hint, pattern, saying, search
from factcheck.frozen import dataclass
from factcheck.language.data import word_set
from factcheck.model import DocumentFacts, Form


class _Named(NamedTuple):
    """Patterns of a number, and the mark of the sentences that have one of them."""

    sources: tuple[str, ...]
    mark: int

    @classmethod
    def by(cls, *words: str, sources: tuple[str, ...]) -> _Named:
        """Return how a number is named, where one of some words stands."""
        return cls(sources, hint(*words, sources=sources))


@dataclass(frozen=True, slots=True)
class Ratio:
    """A share, and how its three numbers are spoken of.

    Attributes:
        name: What the share is called.
        share: How the share is told, slot `s`.
        part: How the part is told, slot `a`.
        whole: How the whole is told, slot `w`.
        dimension: Of part and whole.
    """

    name: str
    share: _Named
    part: _Named
    whole: _Named
    dimension: str


_CAST = (
    r"(?:ballots?(?: papers?)?|votes|voting papers) (?:were |was |had been )?(?:cast|returned"
    r"|counted|handed in|received|verified|issued)"
)
_VOTERS = (
    r"(?:registered|eligible|qualified) (?:voters|electors|citizens)|electorate|voters on the"
    r" (?:roll|register)|(?:people|citizens|voters|adults) (?:registered|eligible|entitled)"
    r" to vote"
)
_HELD = ("control", "hold", "held", "occup", "rule", " hands")
_HOLD = r"(?:controls?|controlled|holds?|held|occup(?:y|ies|ied)|ruled?|rules)"
RATIOS = (
    Ratio(
        name="turnout",
        share=_Named.by(
            "turnout",
            sources=(
                (
                    r"\bturnout(?: [a-z]+){0,2}? (?:was|of|stood at|reached|at|hit|came to|is|:)"
                    r"(?: (?:a|just|only|some))* {s:pf}"
                ),
                r"\bturnout\b(?:[^<>;:.,]|<[dw]\d+>){1,70} (?:was|of|at|reached|hit|came to|is) {s:p}",
                r"\bturnout:? {s:pf}",
                r"{s:pf} turnout\b",
            ),
        ),
        part=_Named.by(
            "ballot",
            "vote",
            "voting",
            "polls",
            sources=(
                rf"{_CAST}(?: (?:in|at) [a-z]+)?:? (?:was |were |at |of |came to |stood at |totalled )?{{a:c}}",
                (
                    rf"{{a:c}} (?:[a-z]+ ){{0,2}}?(?:{_CAST}|(?:people |voters |citizens )?"
                    r"(?:cast (?:a|their) (?:ballot|vote)s?|went to the polls|turned out to vote"
                    r"|took part in the vote))"
                ),
            ),
        ),
        whole=_Named.by(
            "vote",
            "elect",
            "citizens",
            sources=(
                rf"(?:{_VOTERS})(?: of|:| was| is| numbered| numbers| stood at| stands at| came to| totalled)? {{w:c}}",
                rf"{{w:c}} (?:{_VOTERS})",
            ),
        ),
        dimension="count",
    ),
    Ratio(
        name="share of the country held",
        share=_Named.by(
            *_HELD,
            sources=(
                rf"\b{_HOLD} {{~3}}{{s:pf}} of (?P<of>it|the country|its territory|[a-z]+)\b",
                (
                    r"{s:pf} of (?P<of>it|the country|its territory|[a-z]+) (?:is|was|are|remains"
                    r"|lies|lay) (?:now |still )*(?:in [a-z]+ hands|under [a-z]+ (?:control|occupation"
                    r"|rule)|occupied|controlled|held)"
                ),
            ),
        ),
        part=_Named.by(*_HELD, sources=(rf"\b{_HOLD} {{~3}}{{a:m}}",)),
        whole=_Named.by(
            "area",
            "cover",
            "span",
            "measures",
            "territory",
            "over",
            "size",
            sources=(
                (
                    r"\b(?P<of>[a-z]+),? (?:covers|spans|measures|has an area of|has a territory of"
                    r"|extends over|stretches over) {w:m}"
                ),
                r"\b(?:area|size|territory) of (?P<of>[a-z]+) (?:is|was) {w:m}",
            ),
        ),
        dimension="area",
    ),
    Ratio(
        name="occupancy",
        share=_Named.by(
            "occupancy",
            sources=(
                r"\b(?:bed |hotel |room )?occupancy (?:was|of|stood at|reached|at|is) {s:p}",
            ),
        ),
        part=_Named.by(
            "occupied",
            "taken",
            "filled",
            sources=(
                r"{a:c} (?:beds|rooms|places) (?:are|were) (?:occupied|taken|filled)",
            ),
        ),
        whole=_Named.by(
            "beds",
            "rooms",
            "places",
            sources=(
                r"\b(?:has|have|had|with|of its|of our) {w:c} (?:beds|rooms|places)\b",
            ),
        ),
        dimension="count",
    ),
)
# What the sentences of any of them have.
_ANY = reduce(
    or_,
    [each.mark for ratio in RATIOS for each in (ratio.share, ratio.part, ratio.whole)],
)
# Another vote, another year: not the share of these numbers.
_OTHER = (
    r"\b(?:previous(?:ly)?|last time|earlier|years? (?:ago|before|earlier)|first attempt"
    r"|needed|required|at least half|threshold|expected|forecast|predicted|projected|target"
    r"|will|would|could|aged|among(?! (?:registered|eligible))|constituency|district|province|region|city|town)\b"
)
# Of the turnouts in two rounds of a vote, that of the other is told in a sentence of its own.
_ROUND = r"\bin the (?:first|second|third|earlier|previous|final) round\b"
_NAME = r"[A-Z](?<!\w.)[a-z]{4,}\b"  # quicker than with its boundary first
_NO_NAMES = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april
    august september october november december electoral commission election elections
    turnout voters ballots registered government country president minister ministry there
    these their about after other sunday's police party votes valid under question would
    which should source official officials results final total referendum north south
    """
)
_NEAR, _TWO, _SHORT = 50, 2, 4000


def find(
    documents: Sequence[DocumentFacts], groups: Sequence[Sequence[Passage]]
) -> Iterator[tuple[Place, Place, Place]]:
    """Yield part, whole and share, where each is named and there is only one of it."""
    said = [[each for _, each in saying(group, _ANY)] for group in groups]
    numbers = range(len(groups))
    for ratio in RATIOS:
        shares = [s for n in numbers for s in _places(ratio, said[n], "s", n)]
        if not shares:
            continue
        parts = [p for n in numbers for p in _places(ratio, said[n], "a", n)]
        wholes = [w for n in numbers for w in _places(ratio, said[n], "w", n)]
        if not (parts and wholes):
            continue
        names = {
            number: names_in(documents[number])
            for number in {each.number for each in (*shares, *parts, *wholes)}
        }
        near, large = _Related(parts, names), _Related(wholes, names)
        own = {share.place.passage.document.path for share in shares}
        for share in shares:
            part = near.sole(share.number, None)
            source = part.passage.document.path if part else None
            if source in own and source != share.place.passage.document.path:
                continue  # that document gives the share too: the agreement law compares
            whole = large.sole(share.number, share.of) if part else None
            if part and whole:
                yield part, whole, share.place


class _Related:
    """Numbers by the names in their documents, for finding the only one that is meant.

    Under each name at most two values are kept, with the first place of each: two are as good
    as a thousand for not knowing which is meant.
    """

    def __init__(
        self, spots: Iterable[_Spot], names: Mapping[int, frozenset[str]]
    ) -> None:
        self._names = names
        self._known: dict[tuple[str | int, str], dict[Decimal | None, int]] = {}
        self._places: list[Place] = []
        self._whats: set[str] = set()
        for spot in spots:
            rank, value = len(self._places), _value(spot)
            self._places.append(spot.place)
            self._whats.add(spot.of)
            for name in self._keys(spot.number):
                known = self._known.setdefault((name, spot.of), {})
                if len(known) < _TWO:
                    known.setdefault(value, rank)

    def _keys(self, number: int) -> tuple[str | int, ...]:
        # A document is related to itself, with or without a name.
        return (number, *self._names[number])

    def sole(self, number: int, of: str | None) -> Place | None:
        """Return the first place of the one value in documents that share a name with one.

        Args:
            number: The document.
            of: What the number must be of, where the text says so; "" or None for anything.
        """
        whats = sorted(self._whats) if not of else ("", of)
        found: dict[Decimal | None, int] = {}
        for name in self._keys(number):
            for what in whats:
                for value, rank in self._known.get((name, what), {}).items():
                    found[value] = min(rank, found.get(value, rank))
                if len(found) > 1:
                    return None
        return self._places[next(iter(found.values()))] if found else None


@dataclass(frozen=True, slots=True)
class _Spot:
    place: Place
    number: int  # of the document
    of: str  # what it is a share of, or ""


def _places(
    ratio: Ratio, group: Sequence[Passage], slot: str, number: int
) -> Iterator[_Spot]:
    named = {"s": ratio.share, "a": ratio.part, "w": ratio.whole}[slot]
    for at, passage in enumerate(group):
        if not passage.says(named.mark):
            continue
        masked = passage.masked
        for source in named.sources:
            match = search(masked, source)
            if not match or passage.in_table:
                continue
            place = int(match[slot])
            said = passage.bearing(place)
            near = said[max(0, match.start() - _NEAR) : match.end() + _NEAR // 2]
            if pattern(_OTHER).search(near) or _another_year(passage, said):
                continue
            if "round" in masked and pattern(_ROUND).search(masked):
                continue
            mention = passage.mention(place)
            dimension = "ratio" if slot == "s" else ratio.dimension
            if mention.dimension == dimension and mention.form is not Form.VAGUE:
                of = match.groupdict().get("of") or ""
                if of in {"it", "the country", "its territory"}:
                    before = _named_whole(ratio, group[at - 1]) if at else ""
                    of = before or of
                yield _Spot(Place(passage, place), number, of)
                break


def _another_year(passage: Passage, said: str) -> bool:
    """Return whether some words of a sentence name a year that is not that of its document."""
    today = passage.document.date
    return any(
        item.kind == "year"
        and (today is None or item.start is None or item.start.year != today.year)
        for item in passage.times(said)
    )


def _named_whole(ratio: Ratio, passage: Passage) -> str:
    """Return what the whole of a passage is, for an "it" that follows."""
    for source in ratio.whole.sources:
        match = search(passage.masked, source)
        if match:
            return match.groupdict().get("of") or ""
    return ""


def _value(spot: _Spot) -> Decimal | None:
    return spot.place.passage.mention(spot.place.slot).value


def names_in(facts: DocumentFacts) -> frozenset[str]:
    """Return the names of people, places and things in a document, in lower case."""
    found = set().union(*{fact.names for fact in facts.facts})
    # A short text may hold its one name at the start of a sentence only.
    found.update(re.findall(_NAME, facts.document.text[:_SHORT]))
    return frozenset(name.lower() for name in found) - _NO_NAMES
