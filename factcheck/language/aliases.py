"""Which names of one document mean the same, and what "the city" and "he" stand for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from typing import Final

from factcheck.language import lexicon
from factcheck.language.data import word_set
from factcheck.language.names import Kind, Name, is_region
from factcheck.model import Span

# "the city": which kind of name each noun can stand for.
_NOUNS: Final[dict[str, frozenset[Kind]]] = {
    **dict.fromkeys(
        word_set(
            """
            city town village region province district county area island port capital
            suburb neighbourhood neighborhood municipality settlement state resort valley
            river lake bridge airport camp
            """
        ),
        frozenset({Kind.PLACE}),
    ),
    **dict.fromkeys(
        word_set("country nation republic kingdom"), frozenset({Kind.COUNTRY})
    ),
    **dict.fromkeys(
        word_set(
            """
            company firm bank ministry agency group university hospital school club team
            party union retailer manufacturer carmaker airline operator developer watchdog
            regulator organisation organization charity institute department commission
            council court force authority utility lender insurer
            """
        ),
        frozenset({Kind.ORGANISATION, Kind.OTHER}),
    ),
    **dict.fromkeys(
        word_set(
            """
            president minister governor mayor senator general man woman boy girl suspect
            gunman defendant driver pilot teenager captain striker coach manager singer
            actor victim officer
            """
        ),
        frozenset({Kind.PERSON}),
    ),
}
_DEFINITE: Final = re.compile(r"\b[Tt]he (?:(\d{1,3}-year-old)|([a-z]+))\b")
_EXPANSION: Final = re.compile(r"\s?\((?:the )?([A-Z][A-Z&-]{1,7})\)")
_TOWNS: Final = word_set(
    "city town village port capital suburb municipality settlement neighbourhood neighborhood"
)
_REGION: Final = re.compile(
    r" (?:region|province|oblast|county|district|state|valley|prefecture|border)\b"
)
_FIRM_ENDINGS: Final = word_set(
    """
    inc corp ltd limited plc llc gmbh ag sa nv co company corporation group holdings
    industries enterprises partners capital ventures airlines airways motors energy
    electric oil petroleum gas steel mining pharmaceuticals pharma technologies technology
    systems software solutions networks media bank
    """
)
_DEMONYMS: Final = (
    ("ians", ("ia", "a", "")), ("ian", ("ia", "a", "")), ("ans", ("a", "")), ("an", ("a", "")),
    ("ns", ("",)), ("n", ("",)), ("ese", ("a", "")), ("ish", ("", "land")), ("is", ("",)),
    ("i", ("",)), ("ers", ("",)), ("er", ("",)),
)  # fmt: skip
_SHORTEST: Final = 2  # letters of a stem
_REACH: Final = 800  # characters within which the name most often used is meant
_PERSON: Final = frozenset({Kind.PERSON})
# An organisation that says itself what it is: "the ministry" is no bank.
_SAYS_ITSELF: Final = word_set(
    """
    bank ministry agency university hospital school club party union airline institute
    department commission council court group
    """
)


class Aliases:
    """The names of one document, each under one key.

    Args:
        text: The text of the document.
        names: All names of the document, in order.
    """

    __slots__ = ("_canonical", "_counts", "_kinds", "_names", "_regions", "_starts")

    def __init__(self, text: str, names: Iterable[Name]) -> None:
        self._names = list(names)
        self._starts = [name.span.start for name in self._names]
        self._kinds: dict[str, Kind] = {}
        self._canonical: dict[str, str] = {}
        self._regions = {
            name.span.start
            for name in self._names
            if name.kind is Kind.PLACE and _REGION.match(text, name.span.end)
        }
        for name in self._names:
            if name.kind is not Kind.OTHER:
                self._kinds.setdefault(name.key, name.kind)
        for name in self._names:
            self._learn(text, name)
        self._learn_demonyms()
        self._counts = Counter(map(self.key, self._names))

    def _learn(self, text: str, name: Name) -> None:
        expansion = _EXPANSION.match(text, name.span.end)
        if expansion:
            self._canonical.setdefault(expansion[1].lower(), name.key)
            self._kinds.setdefault(name.key, Kind.ORGANISATION)
        if " " not in name.key:
            return
        kind = self.kind(name)
        first, _, last = name.key.partition(" ")
        if kind is Kind.PERSON:
            surname = last.rsplit(" ", 1)[-1]
            self._canonical.setdefault(surname, name.key)
            self._canonical.setdefault(first, name.key)
        elif (
            kind is Kind.ORGANISATION
            and last.rstrip(".") in _FIRM_ENDINGS
            and first not in lexicon.ADJECTIVES
            and first not in self._kinds
        ):
            self._canonical.setdefault(first, name.key)

    def _learn_demonyms(self) -> None:
        """Take "Norlandish" for what belongs to Norland, if the document names both."""
        known = {name.key for name in self._names}
        for key in sorted(known):
            for ending, replacements in _DEMONYMS:
                if not key.endswith(ending) or key in self._canonical:
                    continue
                stem = key.removesuffix(ending)
                for replacement in replacements:
                    country = stem + replacement
                    if country != key and country in known and len(stem) > _SHORTEST:
                        self._canonical[key] = country
                        self._kinds.setdefault(key, Kind.DEMONYM)

    def key(self, name: Name) -> str:
        """Return the key under which all ways of naming it in this document fall."""
        if name.kind in {Kind.COUNTRY, Kind.DEMONYM}:
            return name.key
        return self._canonical.get(name.key, name.key)

    def kind(self, name: Name) -> Kind:
        """Return what it names, as far as the whole document tells."""
        if name.kind is not Kind.OTHER:
            return name.kind
        return self._kinds.get(name.key, self._kinds.get(self.key(name), Kind.OTHER))

    def referent(self, noun: str, before: int) -> Name | None:
        """Return the latest name before an offset that "the `noun`" can stand for, or None.

        Args:
            noun: A noun in lower case, "city", or "54-year-old".
            before: Where the description starts.
        """
        kinds = _PERSON if noun.endswith("-year-old") else _NOUNS.get(noun)
        if kinds is None:
            return None
        best: Name | None = None
        seen: set[str] = set()
        for index in range(bisect_left(self._starts, before) - 1, -1, -1):
            name = self._names[index]
            if before - name.span.start > _REACH and best is not None:
                break
            key = self.key(name)
            if key in seen or not self._fits(name, key, noun, kinds):
                continue
            seen.add(key)
            if best is None or self._counts[key] > self._counts[self.key(best)]:
                best = name
            if kinds is _PERSON:
                break
        return best

    def _fits(self, name: Name, key: str, noun: str, kinds: frozenset[Kind]) -> bool:
        kind = self.kind(name)
        if kind not in kinds:
            return False
        if kind is Kind.PLACE:
            # "Larn region" is no city, and neither is Texas.
            return noun not in _TOWNS or not (
                name.span.start in self._regions or is_region(key)
            )
        if noun in _SAYS_ITSELF and kind is Kind.ORGANISATION:
            return noun in key.split() or not _SAYS_ITSELF.intersection(key.split())
        return True

    def definite(self, text: str, start: int, end: int) -> list[Name]:
        """Return the definite descriptions in `text[start:end]` as names, with what they mean."""
        found: list[Name] = []
        for match in _DEFINITE.finditer(text, start, end):
            meant = self.referent(match[1] or match[2], match.start())
            if meant is not None:
                span = Span(match.start(), match.end())
                found.append(Name(span, match[0], self.kind(meant), self.key(meant)))
        return found
