"""Why two numbers that look like one fact may both be right (DESIGN.md section 8).

Each excuse is a phrase that completes "may both be right: ...". None of them is a proof;
each is what an editor would say before picking up the telephone.
"""

from __future__ import annotations

from factcheck.link import editions, kinship, lexicon, quakes, stages
from factcheck.link.digits import alike, is_transposed
from factcheck.link.measures import SIDES_OF_A_VOTE, done
from factcheck.link.setting import Setting
from factcheck.link.sides import Side, say_the_same
from factcheck.link.stems import stem
from factcheck.link.strangers import (
    NAMES,
    PLACES,
    of_names,
    of_namesakes,
    of_places,
    of_strangers,
    overlap,
)
from factcheck.model import Fact, Form, Motion, Part, Role, Stance

CHANGE = "one says by how much it changed, the other how much there is"
EARLIER = "one is the figure from before a change"
RATE = "one is a rate, such as so many a day"
TIMES = "they are about different dates or periods"
BASES = "the two changes are measured from different times"
THINGS = "the words beside them exclude each other, as men and women do"
KINDS = "they count different kinds of people"
REVISED = "the count may have been updated between the two reports"
EVENTS = "one may add up several events"
OTHER_TIMES = "they may be about different periods"
AFTERSHOCK = "one is an aftershock"
FRESH = "one is of the new ones only"
OTHER_SURVEY = "they are from different polls"
SURVEY = "only one of them is from a poll"
PART = "one may be only a part of what the other covers"
SCALE = "one is a bare number in a table, whose scale may be told elsewhere"
SHARE = "one is given as a percentage of the other"
REDUCED = "one is a price for certain people or days only"
CHANGED = "one tells how things stood that day, and they may have changed since"
ATTACKER = "one may include the attacker"
_PARTS = {
    Part.OTHERS: "one counts only the others, without those already mentioned",
    Part.EXCLUDING: "one leaves out some of what the other counts",
    Part.OF: "one is a part of a larger total",
    Part.INCLUDING: "one is a part of a larger total",
}
_STANCES = (
    (Stance.TARGET, "one is a target or a limit, not what was reached"),
    (Stance.PREVIOUS, "one is an earlier figure"),
    (Stance.HYPOTHETICAL, "one is only supposed, not stated as a fact"),
    (Stance.DENIAL, "one is a figure that its own text denies"),
    (Stance.FORECAST, "one is a forecast"),
)
FORECAST = "one is a forecast"
# What is only guessed from other words, and gives way to a plain slip.
SURMISES = frozenset((KINDS, NAMES, PART, RATE, _PARTS[Part.OF]))
# What holds even where one text copies the other: it may be a later edition of it.
_LATER = frozenset((OTHER_TIMES, REVISED, CHANGED))
# What gives way where still more says that two numbers are one.
LOOSE = frozenset((CHANGE, _PARTS[Part.EXCLUDING], FORECAST))
_CONTRASTS = {stem(word) or word: n for word, n in lexicon.CONTRASTS.items()}
_NARROWING = frozenset(map(stem, lexicon.NARROWING))
_WIDENING = frozenset(map(stem, lexicon.WIDENING))
_LIMITS = frozenset(map(stem, lexicon.LIMITS))
# "The asking price"
_ASKED = frozenset((stem("asking"), stem("offered")))
_EXCLUDING = frozenset(map(stem, ("excluding", "except", "adjusted", "excludes")))
# Of jobs: how many come or go, beside how many there are.
_FLOWS = frozenset(("hire", "layoff"))
# Measures that are changes themselves.
_CHANGING = frozenset(
    (
        "growth",
        "hire",
        "inflation",
        "intercept",
        "invest",
        "layoff",
        "lose",
        "raise",
        "raise-pay",
    )
)
# "An extra 85 nurses", "recruited 58 additional nurses".
_BOTH_MORE = frozenset((Part.OTHERS,))
# Of these a part may be more than the whole, where others have the opposite.
_BALANCES = frozenset(("deficit", "lose", "profit", "surplus"))
# What is forecast in the words in which it is told afterwards.
_RESULTS = frozenset(
    (
        "revenue",
        "profit",
        "growth",
        "inflation",
        "deficit",
        "demand",
        "unemployment",
        "turnout",
        "vote",
    )
)
_REPORTED = frozenset(map(stem, ("case", "infected", "injured", "killed")))
_AHEAD = frozenset(("forecast", stem("guided")))
_ANOTHER = frozenset(map(stem, ("second", "third")))
_NEXT_DOOR = frozenset(map(stem, ("neighbouring", "neighboring", "adjoining")))
# As things are, and with something left out of the reckoning.
_ADJUSTED = frozenset(map(stem, ("adjusted", "underlying")))
_TO_COME = frozenset(("award", "contract", "dividend", "fine", "save", "sentence"))
# What is told in the words of a plan before it is done.
_PLANNED = _TO_COME | {"cost", "layoff", "hire", "invest"}
_NO_LIMITS = SIDES_OF_A_VOTE | {"capacity"}
_AVERAGE = frozenset(map(stem, ("average", "mean")))
_UNSAID = frozenset((Stance.PREVIOUS, Stance.DENIAL, Stance.HYPOTHETICAL))
_MOVED = frozenset(("fall", "rise"))
_RISEN = frozenset(("rise", "reach", "climb"))
# "Bringing the toll to nine".
_LIFTED = frozenset(map(stem, ("raise", "bring", "push", "lift")))
_COUNTED_AGAIN = frozenset(map(stem, ("recount", "recounted", "recounts")))
_PASSING = frozenset(("count", "ratio", "age"))
_PLAIN_STANCES = (None, Stance.ESTIMATE)
_LONG_TIMES = frozenset({"month", "year", "season", "decade"})
_THOUSANDFOLD = 500  # so far apart that one may be told in thousands
_TWICE = 2  # what one source has counted, another may not have by half


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
    found = _in_words(a, b)
    if found or editions.of_bases(a, b, setting):
        return found or BASES
    if stages.of_other_times(a, b, setting):
        return TIMES
    if not a.fact.head and stages.of_extras(a, b, setting):
        return _PARTS[Part.EXCLUDING]
    if not (event or (restated and say_the_same(a, b)) or setting.summarises(a, b)):
        found = _of_scope(a, b, setting, restated=restated)
    found = found or _of_steps(a, b, setting)
    found = found or _of_others_named(a, b, setting)
    if found is None and event:
        found = _of_some(a, b, setting)
    if found is None:
        found = (
            _of_event(a, b, setting)
            if event
            else _of_report(a, b, setting) or of_namesakes(a, b, setting)
        )
    if found is None and not (event and a.fact.lead and b.fact.lead):
        found = of_names(a, b, setting, event=event)
    return found


def _of_steps(a: Side, b: Side, setting: Setting) -> str | None:
    """Return whether a text tells how one number comes from the other, or of other issues."""
    if editions.of_change(a, b, setting):
        return EARLIER
    if _is_cut_of(a, b, setting) or _is_cut_of(b, a, setting):
        return SHARE
    return TIMES if editions.of_other_issues(a, b, setting) else None


def _of_others_named(x: Side, y: Side, setting: Setting) -> str | None:
    """Return whether two facts are of other places or names; a quake is felt in many."""
    if quakes.are_of_one_quake(x, y, setting):
        return None
    return of_places(x, y, setting) or of_strangers(x, y, setting)


def excuse_of_copy(a: Side, b: Side, setting: Setting, *, event: bool) -> str | None:
    """Return why two facts may both be right that differ in a text and a copy of it, or None."""
    if (
        setting.are_weeks_apart(a, b)
        or stages.of_other_times(a, b, setting)
        or editions.of_other_issues(a, b, setting)
    ):
        return TIMES
    found = _of_event(a, b, setting) if event else _of_report(a, b, setting)
    return found if found in _LATER else None


def _of_scale(a: Fact, b: Fact) -> str | None:
    """Excuse "17.6" in a cell beside 17.6 million."""
    cell, other = a.mention, b.mention
    if not cell.headers or cell.dimension != "count" or cell.counted is not None:
        return None
    if cell.value is None or other.value is None:
        return None
    return SCALE if abs(other.value) > abs(cell.value) * _THOUSANDFOLD else None


def _in_words(x: Side, y: Side) -> str | None:
    a, b = x.fact, y.fact
    said = (
        _of_scale(a, b)
        or _of_scale(b, a)
        or _of_part(x, y)
        or _of_motion(x, y)
        or _of_stance(x, y)
        # "The 16 people arrested appeared in court on Friday": arrested before that.
        or (None if x.path == y.path and b.definite else _of_period(a, b))
        or _of_others(x, y)
    )
    if said:
        return said
    if x.kind.startswith("currency:") and (a.near ^ b.near) & lexicon.REDUCED:
        return REDUCED
    if (
        a.head != b.head
        and x.kind == "count"
        and not (x.measures & y.measures) - lexicon.FATES
        and _other_kind(x, y)
    ):
        return None if _headline_of(x, y) else KINDS
    return None


def _of_others(x: Side, y: Side) -> str | None:
    """Return whether a word beside one number alone makes it that of another thing."""
    said = None if say_the_same(x, y) else _of_words_apart(x.fact, y.fact)
    if said:
        return said
    if (
        stages.share_times_alone(x, y)
        or stages.is_of_one(x, y)
        or stages.is_of_one(y, x)
    ):
        return PART
    return FRESH if x.kind == "count" and _is_new(x, y) else None


def _of_words_apart(a: Fact, b: Fact) -> str | None:
    """Return what two facts are told of that the words of only one of them say."""
    if _contrast(a.near, b.near):
        return THINGS
    apart = a.words ^ b.words
    if apart & _NEXT_DOOR and a.names.isdisjoint(b.names):
        return PLACES
    if apart & _ANOTHER and "poll" in a.words & b.words:
        return OTHER_SURVEY
    # "Nine of the wounded were in hospital", "two of the wounded died there".
    if a.part is b.part is Part.OF and (a.near ^ b.near) & lexicon.FATES:
        return _PARTS[Part.OF]
    return None


def _is_cut_of(cut: Side, whole: Side, setting: Setting) -> bool:
    """Return whether a sum stands beside the percentage that it is of another.

    "They take ten per cent, or £36,000", of £360,000.
    """
    x, y = cut.fact.mention, whole.fact.mention
    if x.value is None or not y.value or x.unit != y.unit or not x.unit:
        return False
    share = kinship.PERCENT * x.value / y.value
    return any(
        each.fact.mention.unit == "percent" and each.fact.mention.value == share
        for each in setting.beside(cut)
    )


def _of_part(x: Side, y: Side) -> str | None:
    a, b = x.fact, y.fact
    if a.part == b.part or _of_the_same(x, y) or _of_the_same(y, x):
        return None
    part, other = _part(a), _part(b)
    found = part or other
    return None if part == other or found is None else _PARTS[found]


def _of_the_same(x: Side, y: Side) -> bool:
    """Return whether one counts "71 of the 86 drones" where the other counts "61 drones"."""
    a, b = x.fact, y.fact
    return (
        a.part is Part.OF
        and b.part is None
        and b.head in a.words
        and a.head in ("", b.head)
        and b.head not in lexicon.COUNTED_PEOPLE
        and (
            not done(a).isdisjoint(done(b))
            or (alike(x, y) > 1 and not (a.near & b.near).isdisjoint(_MOVED))
        )
    )


def _part(fact: Fact) -> Part | None:
    # "Two dead and five others injured": the others of the dead are all of the injured.
    if (
        fact.part is Part.OTHERS
        and "injured" in fact.concepts
        and "killed" in fact.words
    ):
        return None
    return fact.part


def _of_motion(x: Side, y: Side) -> str | None:
    a, b = x.fact, y.fact
    if a.motion != b.motion:
        if Motion.BY in (a.motion, b.motion):
            if Part.OTHERS in (a.part, b.part):
                return None  # "an extra 85 nurses", "58 additional nurses"
            both = (a.words & b.words) | (x.measures & y.measures)
            return CHANGE if both.isdisjoint(_CHANGING) else None
        if Motion.FROM in (a.motion, b.motion):
            return EARLIER
    if a.per != b.per:
        per = a.per or b.per
        if per != "share" and not (per in a.near and per in b.near):
            return RATE
    return None


def _of_stance(x: Side, y: Side) -> str | None:
    first, second = x.fact, y.fact
    a, b = first.stance, second.stance
    shared = x.measures & y.measures
    if (
        (a == b and not (first.period or second.period))
        or _is_plan_either_way(x, y, shared)
        or _is_of_plan(x, y, shared)
    ):
        return None
    if _foretells(first, second) or _foretells(second, first):
        return FORECAST
    if a == b or (a in _PLAIN_STANCES and b in _PLAIN_STANCES):
        return None
    both = first.near & second.near
    ahead, now = (first, second) if a is Stance.FORECAST else (second, first)
    if ahead.stance is Stance.FORECAST and (
        (ahead.period and not now.period) or "new" in ahead.words - now.words
    ):
        return FORECAST  # "will employ 730 by 2027", "a new arena is to hold 5,200"
    if (
        Stance.FORECAST in (a, b)
        and not (x.measures & y.measures & _RESULTS)
        and (
            "forecast" in both
            or len(both) * 5 > 3 * min(len(first.near), len(second.near))
        )
    ):
        # What one says of the future the other may say as a plan, in the same words.
        return None
    return next((words for stance, words in _STANCES if stance in (a, b)), None)


def _is_plan_either_way(x: Side, y: Side, shared: frozenset[str]) -> bool:
    """Return whether it says nothing that only one of two numbers is told as a plan."""
    stances = {x.fact.stance, y.fact.stance}
    # What a stadium can hold is not its limit alone, nor "the plan by 38 votes to 21".
    if not shared.isdisjoint(_NO_LIMITS) and Stance.TARGET in stances:
        return True
    if (
        any(key.endswith(" buy") for key in shared)
        and "order" in x.fact.near | y.fact.near
    ):
        return True  # "a firm order for 24 trains", "will buy 34 trains"
    # "Will propose a dividend of", "will spend nine years in jail".
    if Stance.FORECAST in stances and not _TO_COME.isdisjoint(shared):
        return True
    if alike(x, y) < 2 or stances & _UNSAID:  # noqa: PLR2004 no slip
        return False
    if Stance.TARGET in stances and not (
        _AVERAGE.isdisjoint(x.fact.near) or _AVERAGE.isdisjoint(y.fact.near)
    ):
        return True  # "waited 43 days on average", "a mean wait of 34 days"
    alike_said = bool(shared) or not x.fact.near.isdisjoint(y.fact.near)
    return not shared.isdisjoint(_PLANNED) or (alike_said and is_transposed(x, y))


def _is_of_plan(x: Side, y: Side, shared: frozenset[str]) -> bool:
    """Return whether one foretells what the other says with an article: "the £16m scheme"."""
    return (
        bool(shared)
        and x.kind != "count"
        and {x.fact.stance, y.fact.stance} == {Stance.FORECAST, None}
        and (x.fact if y.fact.stance else y.fact).definite
    )


def _foretells(ahead: Fact, now: Fact) -> bool:
    """Return whether only one is foretold: "expects 1.40 to 1.50 for the fourth quarter"."""
    return bool(
        ahead.period
        and not (now.period and now.period.start)
        and now.mention.form is not Form.RANGE
        and ahead.near & _AHEAD
        and now.words.isdisjoint(_AHEAD)
    )


def _of_period(a: Fact, b: Fact) -> str | None:
    p, q = a.period, b.period
    if p is None or q is None or (p.overlaps(q) and not editions.of_seasons(p, q)):
        return None
    return TIMES


def _of_scope(x: Side, y: Side, setting: Setting, *, restated: bool) -> str | None:
    """Return whether a word of one text, and not of the other, makes its number another."""
    a, b = x.fact, y.fact
    apart = a.near ^ b.near
    if apart & _FLOWS and {a.part, b.part} != _BOTH_MORE:
        return CHANGE
    if apart & _LIMITS or (x.kind.startswith("currency:") and apart & _ASKED):
        return _STANCES[0][1]
    bare = x.kind == "count" and not (
        a.head or b.head
    )  # "31 percent would vote ..., 24 for"
    if (x.kind == "ratio" or bare) and "poll" in a.words ^ b.words:
        return SURVEY
    if (x.path != y.path and (_narrows(x, y) or _narrows(y, x))) or (
        not restated and _names_a_part(x, y, setting)
    ):
        return PART
    if apart & _ADJUSTED or (not restated and (a.words ^ b.words) & _EXCLUDING):
        return _PARTS[Part.EXCLUDING]
    return TIMES if not restated and editions.of_spans(x, y, setting) else None


def _names_a_part(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether the smaller number is of a name that the other text does not know."""
    if x.path == y.path or x.reading.meets(y.reading) or alike(x, y) > 1:
        return False
    known = setting.knows_names(x, y)
    if known == setting.knows_names(y, x):
        return False
    small, large = (y, x) if known else (x, y)
    return small.reading.is_below(large.reading)


def _narrows(x: Side, y: Side) -> bool:
    """Return whether a number may be of a part of what another is of, in its own words."""
    a, b = x.fact, y.fact
    cut = (a.near - b.words) & _NARROWING or (b.near - a.words) & _WIDENING
    if not cut:
        return False
    if x.kind == "ratio" or not (x.measures | y.measures).isdisjoint(_BALANCES):
        return True
    p, q = x.reading.low, y.reading.high
    return p is None or q is None or p < q


def _is_new(x: Side, y: Side) -> bool:
    """Return whether the smaller count is of what was new: "41 new cases", "3,800 cases"."""
    p, q = x.reading.high, y.reading.high
    if p is None or q is None:
        return False
    small, large = (x.fact, y.fact) if p < q else (y.fact, x.fact)
    return "new" in small.near and "new" not in large.words and small.head in _REPORTED


def _contrast(a: frozenset[str], b: frozenset[str]) -> bool:
    get = _CONTRASTS.get
    sets = {number for word in a - b if (number := get(word)) is not None}
    return bool(sets) and any(get(word) in sets for word in b - a)


def _other_kind(a: Side, b: Side) -> bool:
    return (
        a.people
        and b.people
        and not (
            a.fact.head in lexicon.GENERAL_PEOPLE
            and b.fact.head in lexicon.GENERAL_PEOPLE
        )
    )


def _headline_of(x: Side, y: Side) -> bool:
    """Return whether a headline leaves open what kind of people its text counts."""
    return (
        x.path == y.path
        and Role.TITLE in (x.fact.role, y.fact.role)
        and lexicon.KINDS_OF_PEOPLE.isdisjoint((x.fact.head, y.fact.head))
    )


def _of_some(x: Side, y: Side, setting: Setting) -> str | None:
    """Return whether one of two tolls is of some of the victims, of one place or cause only."""
    if stages.of_victims(x, y, setting):
        return _PARTS[Part.OF]
    if stages.of_worst_hit(x, y, setting):
        return PART
    return EVENTS if stages.of_causes(x, y, setting) else None


def _of_event(x: Side, y: Side, setting: Setting) -> str | None:
    """Return why two tolls may both be right, or None."""
    a, b = x.fact, y.fact
    if x.kind == quakes.MAGNITUDE:
        return _of_quake(x, y, setting)
    later = not setting.same_day(x, y) and not _falls(x, y, setting)
    if not later and "missing" in a.concepts & b.concepts and alike(x, y) <= 1:
        later = stages.is_logged(x, setting) != stages.is_logged(y, setting)
    if later or _rises(x, y, setting) or _rises(y, x, setting):
        return REVISED
    if _are_of_other_scopes(a, b):
        return EVENTS
    if not _LONG_TIMES.isdisjoint(a.scope) and not overlap(a.words, b.words, 70):
        return OTHER_TIMES
    if "killed" in a.concepts and (a.words | b.words) & lexicon.ATTACKERS:
        p, q = a.mention.value, b.mention.value
        if p is not None and q is not None and abs(p - q) == 1:
            return ATTACKER
    return (
        REVISED if not alike(x, y) and editions.of_other_days(x, y, setting) else None
    )


def _of_quake(x: Side, y: Side, setting: Setting) -> str | None:
    """Return why two strengths may both be right, or None."""
    if setting.is_aftershock(x) or setting.is_aftershock(y):
        return AFTERSHOCK
    if quakes.is_apart(x, setting) is not quakes.is_apart(y, setting):
        return TIMES
    later = not setting.same_day(x, y)
    if quakes.are_of_one_quake(x, y, setting):
        return REVISED if later and quakes.may_be_revised(x, y) else None
    if later:
        return REVISED
    return EVENTS if _are_of_other_scopes(x.fact, y.fact) else None


def _are_of_other_scopes(a: Fact, b: Fact) -> bool:
    """Return whether a word sets the event of one fact apart from that of another."""
    mine, yours = frozenset(a.scope), frozenset(b.scope)
    return bool(mine) != bool(yours) or (bool(mine) and mine.isdisjoint(yours))


def _of_report(x: Side, y: Side, setting: Setting) -> str | None:
    """Return why two reports of what is no event may both be right, or None."""
    slip = alike(x, y)
    if (
        stages.of_arms(x, y, setting)
        or stages.of_complements(x, y, setting)
        or (slip <= 1 and stages.of_whole(x, y, setting))
    ):
        return THINGS
    if slip <= 1 and editions.of_other_rows(x, y):
        return PART
    if slip <= 1 and _of_later_months(x, y, setting):
        return TIMES
    if (x.fact.words ^ y.fact.words) & _COUNTED_AGAIN:
        return REVISED
    grown = x.kind == "count" and not slip and not kinship.lasts(x, y)
    if (
        (slip <= 1 and stages.of_state(x, y, setting))
        or stages.of_evening(x, y, setting)
        or editions.of_moments(x, y, setting)
        or (grown and editions.of_other_days(x, y, setting))
    ):
        return CHANGED
    return None


def _of_later_months(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether prices, shares or counts are told a month or more after one another.

    Neither says of when they are; what is so long or heavy stays so.
    """
    passes = x.kind in _PASSING or x.kind.startswith("currency:")
    return (
        passes
        and x.fact.period is None
        and y.fact.period is None
        and setting.are_months_apart(x, y)
    )


def _falls(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether a toll is less than it had been, and nobody takes anything back.

    It "rose to" less, or "had risen to" more before, or its digits are only swapped.
    """
    first, second = setting.date(x), setting.date(y)
    if first is None or second is None:
        return False
    before, after = (x, y) if first < second else (y, x)
    low, high = before.reading.low, after.reading.high
    if low is None or high is None or high >= low:
        return False
    return (
        alike(x, y) > 1
        or (after.fact.motion is Motion.TO and not after.fact.near.isdisjoint(_RISEN))
        or (
            before.fact.motion is Motion.TO
            and not before.fact.near.isdisjoint(_RISEN)
            and high * _TWICE >= low
        )
    )


def _rises(now: Side, other: Side, setting: Setting) -> bool:
    """Return whether a toll "rose to" more than another report says, which is no later."""
    first, second = setting.date(other), setting.date(now)
    if first is not None and second is not None and first > second:
        return False
    near = now.fact.near
    risen = now.fact.motion is Motion.TO and not near.isdisjoint(_RISEN)
    return (
        (risen or not near.isdisjoint(_LIFTED))
        and other.fact.motion is None
        and other.fact.near.isdisjoint(_LIFTED)
        and other.reading.is_below(now.reading)
    )
