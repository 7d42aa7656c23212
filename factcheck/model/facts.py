"""Facts: mentions bound to what they are about."""

from __future__ import annotations

from enum import StrEnum

from factcheck.frozen import dataclass
from factcheck.model.quantity import Extraction, Mention, Period
from factcheck.model.text import Document, Span

_NOWHERE = Span(0, 0)


class Role(StrEnum):
    """Where in a document a fact stands."""

    TITLE = "title"  # headline, the first block of an article
    BODY = "body"
    LIST = "list"
    TABLE = "table"
    CAPTION = "caption"


class Stance(StrEnum):
    """How a text commits itself to a number; a plain statement has none."""

    ESTIMATE = "estimate"  # an estimate by somebody, unlike an approximator
    TARGET = "target"  # planned, required, allowed, capacity
    FORECAST = "forecast"
    PREVIOUS = "previous"  # earlier put at, up from, last year's
    DENIAL = "denial"  # not, no, denied
    HYPOTHETICAL = "hypothetical"  # if, would have, could


class Part(StrEnum):
    """How a fact is a piece of a larger one."""

    OF = "of"  # 12 of them, of whom 12
    INCLUDING = "including"
    OTHERS = "others"  # another, more, others, the remaining
    EXCLUDING = "excluding"


class Motion(StrEnum):
    """What part of a change a number is."""

    BY = "by"  # rose by 300, up 25%, an increase of
    FROM = "from"  # from 200, against 200 a year ago
    TO = "to"  # rose to 500


@dataclass(frozen=True, slots=True)
class Fact:
    """A mention bound to subject, property, period, claimant and scope.

    None, and an empty tuple, is "not stated", which is compatible with every value.

    Attributes:
        mention: The quantity.
        subject: Who or what it is about, as written ("Pokrovsk", "the company").
        property: What of it, in words ("population", "soldiers killed").
        claimant: Who says so, as written, or None.
        place: Where, folded, or None.
        concepts: What is measured, as keys of `link.concepts` ("killed", "people") or lemmas.
        head: Lemma of the counted noun, or of the noun that the number is a property of.
        qualifiers: The words before the counted noun, lower case lemmas.
        stance: How the text commits itself, or None for a plain statement.
        part: How it is a piece of a larger one, or None.
        motion: What part of a change it is, or None for a level.
        per: What a rate is per ("day", "household", "each"), or None.
        disputed: Whether the text itself says that the number is contested, or gives it
            as one side's claim in a quarrel.
        definite: Whether it takes up a number that was given before: "the 16 people".
        names: Folded names (people, places, organisations) in the sentence.
        words: Lemmas of the content words of the sentence, numbers left out.
        own: Of `words`, those of what bears on the number, and not only on another clause.
        near: Lemmas of the content words of the clause, numbers left out.
        anchors: Lemmas of the words that say what the number is: the counted noun, or the
            nearest content words on either side.
        period: When it holds, or None.
        scope: Words of the sentence that widen or narrow what is counted ("weekend",
            "across", "since"), lower case.
        role: Where it stands.
        sentence: The sentence, a list item or a table cell, of `Document.text`.
        clause: The part of `sentence` that the mention stands in.
        index: Number of the sentence in its document.
        lead: Whether it stands in the headline or the first paragraphs.
        subject_key: `subject`, resolved within the document and folded, for comparing.
    """

    mention: Mention
    subject: str | None = None
    property: str | None = None
    claimant: str | None = None
    place: str | None = None
    concepts: frozenset[str] = frozenset()
    head: str = ""
    qualifiers: tuple[str, ...] = ()
    stance: Stance | None = None
    part: Part | None = None
    motion: Motion | None = None
    per: str | None = None
    disputed: bool = False
    definite: bool = False
    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    anchors: frozenset[str] = frozenset()
    period: Period | None = None
    scope: tuple[str, ...] = ()
    role: Role = Role.BODY
    sentence: Span = _NOWHERE
    clause: Span = _NOWHERE
    index: int = 0
    lead: bool = False
    subject_key: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """One document with all that was read in it, and the facts bound from it."""

    document: Document
    extraction: Extraction
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Facts that should describe one truth.

    Attributes:
        key: What they are about, for reports: "survivors rescued by the coastguard".
        facts: In the order of the documents and of their spans.
        links: Pairs of indexes into `facts` that were found to state one truth.
        excused: Pairs that look alike, and why they need not agree.
        disputed: Pairs that state one truth, on which the sides openly differ.
        restated: Pairs of `links` that stand in sentences with the same words, as a summary
            and its source do: a difference in the last digit is no rounding there.
        miscopied: Pairs of `links` with other numbers in a sentence that is the same otherwise:
            no bound and no "about" makes them agree.
    """

    key: str
    facts: tuple[Fact, ...]
    links: tuple[tuple[int, int], ...] = ()
    excused: tuple[tuple[int, int, str], ...] = ()
    disputed: tuple[tuple[int, int], ...] = ()
    restated: tuple[tuple[int, int], ...] = ()
    miscopied: tuple[tuple[int, int], ...] = ()
