"""How long something lasted, against its begin and its end, wherever these are told.

"Two nurses were abducted on 6 May and freed on 2 June"; elsewhere, "after 17 days as hostages":
the length is known by what it is a length of, the ends by what happened on them (`_episodes`),
and both by the names and words that their paragraphs share (`_dated`). An age is the length of
a life, an anniversary counts from what was founded. Only where no two dates that are told
explain the length, and one begin and one end alone can be meant, the three cannot be right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import permutations, product

from factcheck.checks import _ages, _arithmetic, _episodes, _since
from factcheck.checks._ages import LAW, Days
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, finds, pattern, saying
from factcheck.checks._dated import CLOSELY, Event, Moment, Page, Pages, words_of
from factcheck.checks._episodes import LIFE
from factcheck.checks._lengths import (
    KIN,
    LENGTHS,
    Claim,
    Measure,
    claims,
    without_asides,
)
from factcheck.model import (
    DocumentFacts,
    Interval,
    Outcome,
    Period,
    Severity,
    Verdict,
)
from factcheck.units import wording

_GENERIC = frozenset({"event", "building", "study", "publication", "record", "ban"})
_BORN_KIN = rf"{KIN}[^,;]* born"
_NO_END = frozenset({"by", "before"})  # "had reached 40,000 by the end of May"
_DATED = frozenset({"date", "month", "year"})
_PRONOUN = r"\b(?:he|she|it|they|we|his|her|its|their|this|that|these|those)\b"
_FARTHEST = 3
_PAIR, _MOST_DATES = 2, 60


def told(
    documents: Sequence[DocumentFacts],
    groups: Sequence[Sequence[Passage]],
    known: set[tuple[str | None, int]],
) -> Iterator[Outcome]:
    """Yield the lengths that do not lead from the begin of what lasted to its end.

    Args:
        documents: The documents.
        groups: The sentences of each.
        known: The lengths that are accounted for, by document and start.
    """
    pages = Pages(documents)
    said = dict(zip(pages.pages, groups, strict=True))
    for page, group in said.items():
        for _, passage in saying(group, LENGTHS):
            yield from (
                each
                for each in _since.told(passage, page)
                if not _is_known(each, known)
            )
            for claim in () if passage.in_table else claims(without_asides(passage)):
                item = passage.items[claim.slot]
                span = item.span if isinstance(item, Period) else item.mention.span
                if (passage.document.path, span.start) in known:
                    continue
                near = pages.near(page, passage.block)
                if not claim.loose:
                    yield from _judged(claim, page, near, said)


def _is_known(outcome: Outcome, known: set[tuple[str | None, int]]) -> bool:
    """Return whether the length of an outcome is accounted for."""
    return any(
        (place.document, place.span.start) in known
        for place in outcome.evidence
        if place.span
    )


def _judged(
    claim: Claim,
    own: Page,
    near: Sequence[tuple[int, Event]],
    said: Mapping[Page, Sequence[Passage]],
) -> Iterator[Outcome]:
    planned = (
        claim.measure is Measure.JUBILEE
    )  # "will mark its 50th anniversary in 2024"
    near = [each for each in near if planned or not each[1].planned]
    near = [each for each in near if each[1].period.bound not in _NO_END]
    every = [event for _, event in near]
    meant = {
        (first.moment, last.moment): (first, last)
        for first, last in product(
            [event for event in every if _may_begin(claim, event)],
            [event for event in every if _may_end(claim, event)],
        )
        if first is not last and _is_meant(claim, first, last)
    }
    pairs = list(meant.values())
    if not pairs and claim.measure in (Measure.DAYS, Measure.MINUTES):
        pairs = _only(claim, [event for tie, event in near if tie >= CLOSELY], own)
    if len(pairs) != 1:
        return
    first, last = pairs[0]
    derived = claim.apart(first.moment, last.moment)
    if derived is None:
        return
    if not derived.meets(claim.length) and (
        not _is_near(derived, claim.length)
        or (claim.some and _is_shorter(claim.length, derived))
        or _is_of_another(claim, first, last)
        or _is_explained(claim, {own, first.page, last.page})
        or _is_told_too(claim, (first, last), derived, said)
    ):
        return
    outcome = _outcome(claim, first, last, derived)
    if outcome.verdict is Verdict.AGREE or outcome.severity is not Severity.NOTE:
        yield outcome


def _is_told_too(
    claim: Claim,
    events: Sequence[Event],
    derived: Interval,
    said: Mapping[Page, Sequence[Passage]],
) -> bool:
    """Return whether the sentence of an event gives the length that lies between both."""
    return any(
        other.length.meets(derived)
        for event in events
        for passage in said[event.page]
        if passage.span == event.sentence and passage is not claim.passage
        for other in claims(passage)
        if other.measure is claim.measure
    )


def _is_of_another(claim: Claim, first: Event, last: Event) -> bool:
    """Return whether a length is told of another time than that between two events, or thing."""
    if any(_is_outside(claim, item, first, last) for item in claim.passage.items):
        return True
    if claim.measure not in (Measure.DAYS, Measure.MINUTES):
        return False
    own, title = words_of(claim.passage.text), first.page.words(0)
    there = first.own | last.own | first.page.names | title
    return own.isdisjoint(there) and not finds(claim.passage.masked, _PRONOUN)


def _is_outside(claim: Claim, item: object, first: Event, last: Event) -> bool:
    """Return whether a time of the sentence of a length lies before or after two events."""
    if not isinstance(item, Period) or item.kind not in _DATED:
        return False
    days, start, end = Days.of(item), first.moment.days, last.moment.days
    if days is None or start is None or end is None:
        return False
    if days.floating != start.floating:
        today = claim.passage.document.date
        return item.kind == "year" and (
            today is None or not days.start <= today <= days.end
        )
    return days.end < start.start or days.start > end.end


def _is_shorter(length: Interval, derived: Interval) -> bool:
    return (
        length.high is not None
        and derived.low is not None
        and length.high < derived.low
    )


def _outcome(claim: Claim, first: Event, last: Event, derived: Interval) -> Outcome:
    place = Place(claim.passage, claim.slot)
    said = f"From {first.spot.said()} to {last.spot.said()}"
    fit = _fit(claim.measure, derived)
    item = claim.passage.items[claim.slot]
    return _arithmetic.settle(
        LAW,
        (first.spot, last.spot, place),
        derived,
        claim.length,
        sum_text=f"{said} is {fit}",
        said_text=f"the {item.surface}"
        if isinstance(item, Period)
        else _arithmetic.plain(claim.passage, claim.slot),
        fit=fit,
        unit=claim.measure.value if claim.measure is Measure.MINUTES else None,
    )


def _fit(measure: Measure, derived: Interval) -> str:
    if measure is Measure.DAYS:
        return _ages.spoken(derived)
    low, high = (derived.low or Decimal(0)), (derived.high or Decimal(0))
    if measure is Measure.MINUTES:
        hours, rest = divmod(int(low) + 1, 60)
        return " ".join(
            f"{number} {unit}"
            for number, unit in ((hours, "hours"), (rest, "minutes"))
            if number
        )
    years = [wording.number(year) for year in sorted({low, high})]
    return f"{' or '.join(years)} years"


def _may_begin(claim: Claim, event: Event) -> bool:
    """Return whether on a date may have begun what a length is of."""
    if claim.measure is Measure.AGE:
        return _is_birth(event)
    if claim.measure is Measure.JUBILEE:
        return _is_of(claim, event)
    return not claim.about.lasting.isdisjoint(event.signs.begun)


def _may_end(claim: Claim, event: Event) -> bool:
    """Return whether on a date may have been over what a length is of."""
    if claim.measure is Measure.JUBILEE:
        return _is_own(claim, event)
    if claim.measure is Measure.AGE:
        died = LIFE in event.signs.ended
        told = LIFE in claim.about.ended or _is_beside(claim, event)
        return (died and told) or _is_own(claim, event)
    return not claim.about.lasting.isdisjoint(event.signs.ended)


def _is_meant(claim: Claim, first: Event, last: Event) -> bool:
    """Return whether one episode began and ended on two dates, and the length is of it."""
    if claim.apart(first.moment, last.moment) is None:
        return False
    if claim.measure is Measure.JUBILEE:
        return True
    if _is_own(claim, first) and _is_own(claim, last):
        return False  # read by the words between the three
    if claim.measure is Measure.AGE:  # of one who is named in both places
        return not last.words.isdisjoint(first.words & first.page.names)
    about = first.about.lasting | last.about.lasting
    return any(
        (
            episode not in _GENERIC
            or (episode in about and _is_named(claim, first, last))
        )
        and _is_what(claim, episode, first, last)
        for episode in first.signs.begun & last.signs.ended & claim.about.lasting
    )


def _is_named(claim: Claim, first: Event, last: Event) -> bool:
    """Return whether "the six-day course" is of what begins and ends, where it is called so."""
    noun = words_of(claim.noun)
    return not noun or not noun.isdisjoint(first.own | last.own)


def _is_birth(event: Event) -> bool:
    """Return whether somebody was born then, and it is not told of a relative: "his wife"."""
    text = event.spot.document.surface(event.sentence).lower()
    return LIFE in event.signs.begun and not pattern(_BORN_KIN).search(text)


def _is_what(claim: Claim, episode: str, first: Event, last: Event) -> bool:
    """Return whether the words behind a length speak of an episode, or of what its ends do."""
    what = words_of(claim.what)
    if not what:
        return True
    told = _episodes.signs(claim.what)
    if episode in told.begun | told.lasting | told.ended:
        return True
    return any(what & event.own for event in (first, last) if not _is_own(claim, event))


def _is_of(claim: Claim, first: Event) -> bool:
    """Return whether an anniversary may be of what began: "of its founding", "of the club"."""
    if first.signs.begun <= {LIFE}:
        return False
    named = first.page.names & words_of(claim.passage.text) & first.words
    if not named and not _is_beside(claim, first):
        return False
    after = claim.passage.masked.partition(f"<q{claim.slot}>")[2]
    of = pattern(r"^ of (?:[a-z'-]+ ?)+").match(after)
    return not of or bool(_episodes.signs(of[0]).begun or words_of(of[0]) & first.own)


def _is_beside(claim: Claim, event: Event) -> bool:
    """Return whether an event is told in the paragraph of a length."""
    own = event.page.facts.document is claim.passage.document
    return own and event.block == claim.passage.block


def _is_own(claim: Claim, event: Event) -> bool:
    """Return whether an event is told in the sentence of a length."""
    return (
        event.page.facts.document is claim.passage.document
        and event.sentence == claim.passage.span
    )


def _only(claim: Claim, near: Sequence[Event], own: Page) -> list[tuple[Event, Event]]:
    """Return the two dates of a story that has no others, if their words are the length's too."""
    told = [
        event
        for event in near
        if (event.moment.days is None) == (claim.measure is Measure.MINUTES)
    ]
    times = {event.moment: event for event in told}
    if len(times) != _PAIR:
        return []
    first, last = times.values()
    if claim.apart(first.moment, last.moment) is None:
        first, last = last, first
    if claim.apart(first.moment, last.moment) is None or not _are_free(
        claim, first, last
    ):
        return []
    words = (
        words_of(claim.passage.text) - own.names - first.page.names - last.page.names
    )
    if claim.still or (_is_own(claim, first) and _is_own(claim, last)):
        return []
    about = {
        episode
        for episode in claim.about.lasting | claim.about.begun | claim.about.ended
        if _is_what(claim, episode, first, last)
        and (episode not in _GENERIC or _is_named(claim, first, last))
    }
    begins = about & (first.signs.begun | first.about.lasting)
    ends = about & last.signs.ended
    if not begins and not ends:
        return []
    likely = [
        typed or (words & event.own and not _is_own(claim, event))
        for typed, event in ((begins, first), (ends, last))
    ]
    return [(first, last)] if all(likely) else []


def _are_free(claim: Claim, first: Event, last: Event) -> bool:
    """Return whether no other time that the sentence of the length tells may be its end."""
    mine = [
        item
        for item in claim.passage.items
        if isinstance(item, Period) and item.kind != "position"
    ]
    return all(item in (first.period, last.period) for item in mine)


def _is_near(derived: Interval, length: Interval) -> bool:
    """Return whether a slip may have made the length of the one between two dates."""
    low, high = derived.low, derived.high
    if low is None or high is None or length.low is None or low + high <= 0:
        return False
    most = length.high if length.high is not None else length.low
    ratio = (low + high) / (length.low + most)
    return 1 / Decimal(_FARTHEST) < ratio < _FARTHEST


def _is_explained(claim: Claim, pages: Iterable[Page]) -> bool:
    """Return whether any two dates that are told are as far apart as a length says."""
    moments: dict[Moment, None] = {}
    for page in pages:
        day = page.facts.document.date
        if day:
            moments[Moment(Days(day, day, floating=False))] = None
        moments.update(dict.fromkeys(event.moment for event in page.events))
        for period in page.facts.extraction.periods[:_MOST_DATES]:
            found = map(Days.of, (period, *period.parts))
            moments.update(dict.fromkeys(Moment(days) for days in found if days))
    return any(
        claim.fits(a, b) for a, b in permutations(list(moments)[:_MOST_DATES], 2)
    )
