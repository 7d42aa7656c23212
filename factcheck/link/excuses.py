"""Why two numbers that look like one fact may both be right: every excuse, in order.

An excuse asks of two sides, and returns its reason or None (DESIGN.md section 8). The first that
holds is told, so what is sure stands before what is only surmised. The questions of one family
have a module each: `amounts`, `plans`, `scopes`, `editions`, `headings`, `stages`, `tolls`,
`quakes` and `strangers`. A new excuse is a question there, and a row in one of the tables here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from factcheck.link import (
    amounts,
    editions,
    headings,
    kinship,
    plans,
    products,
    quakes,
    scopes,
    stages,
    strangers,
    times,
    tolls,
)
from factcheck.link.digits import alike
from factcheck.link.reasons import (
    AFTERSHOCK,
    ATTACKER,
    BASES,
    CHANGE,
    CHANGED,
    EARLIER,
    EVENTS,
    FRESH,
    KINDS,
    LATER,
    NAMES,
    OTHER_EVENTS,
    OTHER_TIMES,
    PART,
    PARTS,
    REDUCED,
    REVISED,
    SCALE,
    SHARE,
    SURVEY,
    TARGET,
    THINGS,
    TIMES,
)
from factcheck.link.setting import Setting
from factcheck.link.sides import Side, say_the_same
from factcheck.link.stems import stem
from factcheck.model import Part

Question = Callable[[Side, Side, Setting], bool]
Excuse = Callable[[Side, Side, Setting], str | None]
# What is asked, and the reason; none where the answer is the reason.
Row = tuple[Callable[[Side, Side, Setting], bool | str | None], str]
_COUNTED_AGAIN = frozenset(map(stem, ("recount", "recounted", "recounts")))


def _given(holds: Question, reason: str) -> Row:
    return holds, reason


def _rows(*entries: Row | Excuse) -> tuple[Row, ...]:
    return tuple(
        entry if isinstance(entry, tuple) else (entry, "") for entry in entries
    )


def _unless_swapped(holds: Question) -> Question:
    """Ask only where no digits are swapped, which is a slip whatever else is said."""
    return lambda x, y, setting: holds(x, y, setting) and alike(x, y) <= 1


def _unless_one_quake(find: Excuse) -> Excuse:
    """Ask only where two strengths are not of one quake, which is felt in many places."""

    def ask(x: Side, y: Side, setting: Setting) -> str | None:
        found = find(x, y, setting)
        return found if found and not quakes.are_of_one_quake(x, y, setting) else None

    return ask


def _is_recount(x: Side, y: Side, _: Setting) -> bool:
    return bool((x.fact.words ^ y.fact.words) & _COUNTED_AGAIN)


def _has_grown(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether a count that does not last may be of two days."""
    return (
        x.kind == "count"
        and not kinship.lasts(x, y)
        and editions.of_other_days(x, y, setting)
    )


# What the words of the two numbers say, and what each covers.
_OF_WORDS = _rows(
    _given(amounts.of_scale, SCALE),
    scopes.of_part,
    amounts.of_motion,
    plans.of_stance,
    _given(editions.of_periods, TIMES),
    scopes.of_words_apart,
    _given(stages.of_stages, PART),
    _given(scopes.of_new, FRESH),
    _given(scopes.of_unsure, PART),
    _given(scopes.of_divided, PARTS[Part.OF]),
    _given(scopes.of_trials, THINGS),
    _given(scopes.of_aboard, PART),
    _given(amounts.of_reduced, REDUCED),
    _given(scopes.of_one_of_several, PART),
    _given(scopes.of_kinds, KINDS),
    _given(editions.of_bases, BASES),
    _given(times.of_other_times, TIMES),
    _given(headings.of_headings, TIMES),
    _given(stages.of_extras, PARTS[Part.EXCLUDING]),
)
# A word of one text, and not of the other, makes its number another.
_OF_A_WORD = _rows(
    _given(amounts.of_flows, CHANGE),
    _given(amounts.of_thresholds, TARGET),
    _given(amounts.of_average, THINGS),
    _given(_unless_swapped(amounts.of_first), PART),
    _given(amounts.of_remaining, PART),
    _given(plans.of_limits, TARGET),
    _given(plans.of_outcome, CHANGED),
    _given(scopes.of_polls, SURVEY),
    _given(scopes.of_narrowing, PART),
)
_ADJUSTED = _given(scopes.of_adjusted, PARTS[Part.EXCLUDING])
# A summary leaves out what its source says: by whether both sentences say the same.
_OF_SCOPE: dict[bool, tuple[Row, ...]] = {
    True: (*_OF_A_WORD, _ADJUSTED),
    False: _rows(
        *_OF_A_WORD,
        _given(scopes.of_name, PART),
        _ADJUSTED,
        _given(scopes.of_exclusions, PARTS[Part.EXCLUDING]),
        _given(editions.of_spans, TIMES),
    ),
}
# How one comes from the other, and of whom or what else one is.
_OF_OTHERS = _rows(
    _given(editions.of_change, EARLIER),
    _given(_unless_swapped(stages.of_revised), REVISED),
    _given(amounts.of_share, SHARE),
    _given(_unless_swapped(amounts.of_told_beside), PART),
    _unless_one_quake(
        lambda x, y, s: TIMES if editions.of_other_issues(x, y, s) else None
    ),
    _given(_unless_swapped(editions.of_two_todays), TIMES),
    _unless_one_quake(strangers.of_places),
    _unless_one_quake(strangers.of_both_counted),
    _given(strangers.of_numbered, NAMES),
    _unless_one_quake(strangers.of_strangers),
)
# A toll or a strength of some of the victims, of one place or cause only.
_OF_SOME = _rows(
    _given(stages.of_victims, PARTS[Part.OF]),
    _given(stages.of_worst_hit, PART),
    _given(stages.of_causes, EVENTS),
)
_OF_TOLLS = _rows(
    _given(tolls.of_later, REVISED),
    _given(tolls.of_other_scopes, EVENTS),
    _given(tolls.of_other_attacks, OTHER_EVENTS),
    _given(tolls.of_long_times, OTHER_TIMES),
    _given(tolls.of_attacker, ATTACKER),
    _given(editions.of_other_days, REVISED),
)
_OF_QUAKES = _rows(
    _given(quakes.of_aftershock, AFTERSHOCK),
    _given(quakes.of_other_readings, TIMES),
    _given(quakes.of_later, REVISED),
    _given(quakes.of_several, EVENTS),
)
# What is no event.
_OF_REPORTS = _rows(
    _given(scopes.of_letters, THINGS),
    _given(stages.of_arms, THINGS),
    _given(stages.of_complements, THINGS),
    _given(stages.of_substances, THINGS),
    _given(_unless_swapped(products.of_other_goods), THINGS),
    _given(_unless_swapped(stages.of_whole), THINGS),
    _given(_unless_swapped(scopes.of_site), PART),
    _given(_unless_swapped(scopes.of_area), PART),
    _given(_unless_swapped(scopes.of_extremes), PART),
    _given(_unless_swapped(editions.of_other_rows), PART),
    _given(_unless_swapped(editions.of_later_months), TIMES),
    _given(_is_recount, REVISED),
    _given(_unless_swapped(stages.of_state), CHANGED),
    _given(stages.of_evening, CHANGED),
    _given(editions.of_moments, CHANGED),
    _given(_has_grown, CHANGED),
    strangers.of_namesakes,
)
# Whatever else the two texts say, these hold of a copy.
_OF_COPIES = _rows(
    _given(lambda x, y, setting: setting.are_weeks_apart(x, y), TIMES),
    _given(times.of_other_times, TIMES),
    _given(editions.of_other_issues, TIMES),
)


def excuse(
    a: Side, b: Side, setting: Setting, *, event: bool, restated: bool = False
) -> str | None:
    """Return why two alike facts may both be right, or None.

    Args:
        a: A fact.
        b: Another of its kind.
        setting: The run.
        event: Whether both are the toll or the strength of one event.
        restated: Whether both sentences say the same, as a summary and its source do.
    """
    found = _first(_OF_WORDS, a, b, setting)
    if found:
        return found
    if not (
        event
        or (restated and say_the_same(a, b))
        or setting.summarises(a, b)
        or kinship.is_one_of_story(a, b, setting)
    ):
        found = _first(_OF_SCOPE[restated], a, b, setting)
    found = (
        found
        or _first(_OF_OTHERS, a, b, setting)
        or (event and _first(_OF_SOME, a, b, setting))
        or (
            not (event and tolls.are_of_one_stretch(a, b, setting))
            and _first(_of_its_kind(a, event=event), a, b, setting)
        )
        or None
    )
    # Two ages are compared only if they are of one name, whatever else is named.
    named = a.kind == "age" or (event and a.fact.lead and b.fact.lead)
    if found is None and not named:
        found = strangers.of_names(a, b, setting, event=event)
    return found


def excuse_of_copy(a: Side, b: Side, setting: Setting, *, event: bool) -> str | None:
    """Return why two facts may both be right that differ in a text and a copy of it, or None."""
    found = _first(_OF_COPIES, a, b, setting)
    if found:
        return found
    found = _first(_of_its_kind(a, event=event), a, b, setting)
    return found if found in LATER else None


def _of_its_kind(side: Side, *, event: bool) -> tuple[Row, ...]:
    if not event:
        return _OF_REPORTS
    return _OF_QUAKES if side.kind == quakes.MAGNITUDE else _OF_TOLLS


def _first(rows: Iterable[Row], x: Side, y: Side, setting: Setting) -> str | None:
    for ask, reason in rows:
        found = ask(x, y, setting)
        if found:
            return reason or str(found)
    return None
