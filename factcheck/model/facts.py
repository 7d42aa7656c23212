"""Facts: mentions bound to what they are about."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model.quantity import Extraction, Mention, Period
from factcheck.model.text import Document


@dataclass(frozen=True, slots=True)
class Fact:
    """A mention bound to subject, property, period, claimant and scope.

    None is "not stated", which is compatible with every value.
    """

    mention: Mention
    subject: str | None = None
    property: str | None = None
    period: Period | None = None
    claimant: str | None = None
    scope: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """One document with all that was read in it, and the facts bound from it."""

    document: Document
    extraction: Extraction
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Facts that should describe one truth."""

    key: str
    facts: tuple[Fact, ...]
