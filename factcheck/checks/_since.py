"""Lengths up to the day of a text, from the one year that is told beside them.

"The cake bore the founding date, 1929. That made it 95 years"; "it ended an eight-year wait;
the last title dated from 2013"; "the mine closed in 1994. Thirty years later, its water is clean."
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import _calendar
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, finds, pattern
from factcheck.checks._dated import Event, Page
from factcheck.model import Document, Form, Outcome, Period

_UP_TO_NOW = (
    r"\b(?:made|makes|making) (?:it|him|her|them|this|that|the [a-z]+) <t\d+>(?! (?:older|younger))"
    r"|\b(?:end(?:s|ed|ing)?|broke|breaks|snapped|snaps) (?:an?|the|its|their|his|her) <t\d+>[ -](?:[a-z]+ )?(?:wait|drought|famine|absence|search|hunt|run|exile)\b"
    r"|^(?:and |but |now, )?(?:some |about |exactly )?<t\d+> (?:later|on),? [^<;]*\b(?:is|are|has|have)\b"
    r"|\b(?:in|over|through|throughout|during|all|all of) its (?:own )?<t\d+>(?=[.,;]|$| it\b| of (?:existence|operation|service)\b)"
    r"|\ball (?:of )?(?:her|his|their) <t\d+>(?=[.,;]|$| (?:on|in|at) the same\b)"
    r"|\b(?:has|have) (?:now )?(?:existed|stood|been in (?:business|operation|service|existence|use)) for <t\d+>"
    r"|\b(?:has|have)\b(?:[^<;]|every <d\d+>)* since(?: then)?,? <t\d+>(?! (?:ago|after|before|earlier|later|older))"
    r"|\b(?:is|are) [^<;,]{0,40}\bafter <t\d+> (?:(?:in|at) (?:its|the|their) (?:[a-z]+ )?(?:head|helm|top|job|post|role|chair)|in (?:office|power|charge|command))\b"
    r"|\bfor the <t\d+> since\b|\blooks? back on (?:the |its |their )?<t\d+>"
)
# What is told of the year from which it counts.
_FROM_THEN = r"\b(?:last|previous|dated?|dates|dating|found(?:ed|ing|ation)|launched|born|beg[au]n|since|open(?:ed|ing)?|clos(?:ed|ing|ure)|built|established|set up|started|destroyed|sank|died|abandoned|stopped|appointed|elected|chosen|became|first|joined|took (?:over|office)|ended|burn(?:ed|t))\b"
_YEAR = "year"


def told(passage: Passage, page: Page) -> Iterator[Outcome]:
    """Yield what a length up to now comes to by the one year told in its sentence or beside it."""
    today = page.facts.document.date
    if today is None or not finds(passage.masked, _UP_TO_NOW):
        return
    slots = [slot for slot, kind in enumerate(passage.kinds) if kind == "t"]
    mention = passage.mention(slots[0])
    if len(slots) > 1 or mention.unit != _YEAR or mention.form is not Form.PLAIN:
        return
    begins = [event for event in page.events if _is_beside(event, passage)]
    own = [event for event in begins if passage.span.covers(event.sentence)]
    begins = own or begins
    if len(begins) != 1 or _is_of_its_own(passage, begins[0].period):
        return
    first = begins[0].moment.days
    clause = page.facts.document.surface(begins[0].sentence).lower()
    if (
        first is None
        or begins[0].planned
        or not first.is_past(today, _YEAR)
        or not pattern(_FROM_THEN).search(clause)
    ):
        return
    yield from _calendar.to_today(
        begins[0].spot, first, today, Place(passage, slots[0])
    )


def _is_beside(event: Event, passage: Passage) -> bool:
    """Return whether an event is told in the paragraph of a length, or in the one before it."""
    near = event.moment.days is not None and 0 <= passage.block - event.block <= 1
    return near and not _is_yearly(passage.document, event.period)


def _is_yearly(document: Document, period: Period) -> bool:
    """Return whether a time is one of every year: "every May"."""
    return document.text.endswith("every ", 0, period.span.start)


def _is_of_its_own(passage: Passage, known: Period) -> bool:
    """Return whether a sentence tells another date than a known one, and not one of every year."""
    return any(
        isinstance(item, Period)
        and item.start is not None
        and item is not known
        and not _is_yearly(passage.document, item)
        for item in passage.items
    )
