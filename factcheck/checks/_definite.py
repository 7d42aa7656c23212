"""Parts of a group that is named, wherever the text says how many it has.

"Marlow has 5,400 allotments" in one report, "5,700 of Marlow's allotments were damaged" in
another: the part names the group that it is taken from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import _afar
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    Passage,
    finds,
    hint,
    matches,
    pattern,
    saying,
)
from factcheck.checks._parts import between
from factcheck.model import Fact, Form, Modifier

_MOST = Decimal(2)  # a part larger than that is one of something else
_PART = r"{a:c} of (?P<det>(?:the )?[a-z-]+'s?|the|its|their|his|her|our) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]{3,})\b"
# "Of the books lent, 15,200 were novels."
_OF_THE = r"^(?:out )?of (?P<det>the|its|their) (?P<noun>[a-z-]{3,})(?P<rest> [^<,;:.]{0,60})?, (?:[a-z'-]+ ){0,4}?{a:c}"
_HAS = (
    r"\b(?:ha(?:s|ve|d)|counts?|counted|there (?:are|were)|numbers|total of|owns?|owned|keeps?|kept|employs?|employed|carried|carries|drew"
    r"|attracted|welcomed|offers?|offered|registered|houses|lent|issued|comprises|runs?|operates?|crowd of|field of)(?: (?:some|about|only|just))? $"
)
_CAME = (
    r"^ (?:[a-z-]+ ){0,2}?[a-z-]+(?: from <c\d+> [a-z]+)? (?:attended|entered|took part|registered|signed up|applied|travelled|came|started|enrolled|competed"
    r"|live in|work (?:at|in|for)|were (?:on board|registered|entered|invited|enrolled)|are (?:on|registered|enrolled))\b"
)
_NARROWED = r"^ (?:[a-z-]+ ){0,2}?[a-z-]+ (?:with|from(?! <)|(?:in|on)(?! <[dw])|of|who|that|which|aged|under|over|for|without)\b"
_SMALL_WORDS = frozenset(("the", "who", "that", "which", "had", "were", "was", "for", "and", "at", "in", "to", "by"))  # fmt: skip
_TAKEN = hint("of ", sources=(_PART, _OF_THE))
_FEWEST_SHARED, _SHORTEST = 2, 4


def beyond(groups: Sequence[Sequence[Passage]]) -> Iterator[tuple[Place, Place]]:
    """Yield parts that are more than the group that they name has, with that whole."""
    claims = [
        (Place(passage, int(match["a"])), match)
        for group in groups
        for _, passage in saying(group, _TAKEN)
        if not passage.in_table
        for match in matches(passage.masked, _PART, _OF_THE)
    ]
    if not claims:
        return
    nouns = {_noun(part, match) for part, match in claims}
    wholes: dict[str, list[Place]] = {}
    for group in groups:
        for noun, place in _wholes(group, nouns):
            wholes.setdefault(noun, []).append(place)
    for part, match in claims:
        found = [
            whole
            for whole in wholes.get(_noun(part, match), ())
            if whole.passage is not part.passage
            and _afar.agree_in_years(part, whole)
            and _belongs(part, whole, match)
        ]
        values = {_value(whole) for whole in found}
        if len(values) == 1 and min(values) < _value(part) <= min(values) * _MOST:
            yield part, found[0]


def _noun(place: Place, match: re.Match[str]) -> str:
    """Return what an amount counts, or what the words of a part name."""
    counted = place.passage.mention(place.slot).counted
    if counted is None or counted.elided:
        return match["noun"]
    return counted.head.lower()


def _value(place: Place) -> Decimal:
    return place.passage.mention(place.slot).value or Decimal(0)


def _wholes(group: Sequence[Passage], nouns: set[str]) -> Iterator[tuple[str, Place]]:
    """Yield the counts that say how many of a kind there are, each after the kind."""
    for passage in group:
        if "c" not in passage.kinds or passage.in_table:
            continue
        for slot, kind in enumerate(passage.kinds):
            if kind != "c":
                continue
            fact = passage.fact(slot)
            mention = fact.mention
            counted = mention.counted
            if counted is None or counted.elided:
                continue
            noun = counted.head.lower()
            if noun not in nouns:
                continue
            if mention.form is not Form.PLAIN or fact.part or fact.stance:
                continue
            if mention.modifier not in (None, Modifier.ABOUT):
                continue
            before, _, after = passage.masked.partition(f"<c{slot}>")
            told = finds(before, _HAS) and not finds(after, _NARROWED)
            if told or pattern(_CAME).match(after):
                yield noun, Place(passage, slot)


def _belongs(part: Place, whole: Place, match: re.Match[str]) -> bool:
    """Return whether the group that a part names is the one that is counted."""
    a, w = part.passage.fact(part.slot), whole.passage.fact(whole.slot)
    owned = match["det"].endswith(("'s", "s'"))
    if a.stance or a.mention.modifier or not _alike(a, w, owned=owned):
        return False
    det, rest = match["det"], match.groupdict().get("rest") or ""
    known = w.words | w.names
    if part.passage.document is whole.passage.document:
        if whole.passage.index > part.passage.index:
            return False
        if det in ("its", "their", "his", "her", "our"):
            return between(whole.passage, part.passage) == ""
        said = {*det.replace("'s", "").split(), *rest.split()} - _SMALL_WORDS
        near = set(whole.passage.masked.replace(",", " ").replace(".", " ").split())
        return bool(said) and said <= near
    shared = (a.words & known) - {w.head, a.head}
    if a.names:
        return all(any(_is_stem(word, name) for word in known) for name in a.names)
    return len(shared) >= _FEWEST_SHARED and det == "the"


def _is_stem(word: str, name: str) -> bool:
    """Return whether a word of a sentence, cut to its stem, is a name."""
    return word == name or (len(word) >= _SHORTEST and name.startswith(word))


def _alike(a: Fact, w: Fact, *, owned: bool) -> bool:
    """Return whether both speak of one kind at one time."""
    if a.period and w.period and a.period.surface != w.period.surface:
        return False
    if a.place and w.place and a.place != w.place:
        return False
    names = " ".join(a.names).split()
    own = {
        word for word in a.qualifiers if not any(_is_stem(word, name) for name in names)
    }
    more = own - set(w.qualifiers)  # "the ship's containers"
    return own >= set(w.qualifiers) and len(more) <= owned
