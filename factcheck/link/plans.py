"""Whether of two numbers only one is a plan, a limit, a forecast, or what nobody states as a fact."""

from __future__ import annotations

from functools import cache

from factcheck.language.patterns import Pattern
from factcheck.language.sentences import sentences
from factcheck.link import lexicon
from factcheck.link.digits import alike, is_transposed
from factcheck.link.measures import SIDES_OF_A_VOTE
from factcheck.link.reasons import FORECAST, STANCES
from factcheck.link.setting import Setting
from factcheck.link.sides import Side
from factcheck.link.stems import stem
from factcheck.model import Fact, Form, Stance

_LIMITS = frozenset(map(stem, lexicon.LIMITS))
# "The asking price"
_ASKED = frozenset((stem("asking"),))
_VALUED = _ASKED | {stem("estimate")}
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
        "gust",
        "rain",
        "snow",
        "temperature",
        "wind",
    )
)
_AHEAD = frozenset(("forecast", stem("guided")))
_TO_COME = frozenset(("award", "contract", "dividend", "fine", "save", "sentence"))
# What is told in the words of a plan before it is done.
_PLANNED = _TO_COME | {"cost", "layoff", "hire", "invest"}
_NO_LIMITS = SIDES_OF_A_VOTE | {"capacity"}
_DENIED = frozenset(map(stem, lexicon.DENIAL))
_AVERAGE = frozenset(map(stem, ("average", "mean")))
_UNSAID = frozenset((Stance.PREVIOUS, Stance.DENIAL, Stance.HYPOTHETICAL))
_PLAIN_STANCES = (None, Stance.ESTIMATE)


def of_stance(x: Side, y: Side, _: Setting) -> str | None:
    """Return why one is no plain figure where the other is: planned, foretold, supposed, denied."""
    first, second = x.fact, y.fact
    a, b = first.stance, second.stance
    if not _DENIED.isdisjoint(first.near & second.near):
        # "Rejected papers: 41", "the papers rejected came to 43": denied by neither
        a, b = (None if stance is Stance.DENIAL else stance for stance in (a, b))
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
    return next((words for stance, words in STANCES if stance in (a, b)), None)


def of_limits(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether a word makes only one a limit, or a price that is asked."""
    apart = x.fact.near ^ y.fact.near
    both = x.fact.stance is y.fact.stance is Stance.TARGET
    if apart & _LIMITS and not both:
        return True
    if setting.tells(x, _as_aim()) is not setting.tells(y, _as_aim()):
        return True
    full = [setting.tells(side, _when_full(), whole=True) for side in (x, y)]
    if full[0] is not full[1]:
        return True
    if both and x.path != y.path and not _LIMITS.isdisjoint(x.fact.near & y.fact.near):
        wished = [setting.tells(side, _wished(), whole=True) for side in (x, y)]
        if wished[0] is not wished[1]:
            return True
    if not x.kind.startswith("currency:"):
        return False
    # "With an estimate of $2 million", "it fetched $3 million"
    valued = _VALUED if "sold-for" in x.measures | y.measures else _ASKED
    return not apart.isdisjoint(valued)


@cache
def _when_full() -> Pattern:
    return Pattern(
        r"\b(?:when|if) (?:it is |they are |it's |the [a-z]+ is )?full\b|\bat (?:its )?full capacity\b"
    )


def of_outcome(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether a text tells that what it counts came out other than planned.

    "500 beds to let", and later "460 beds: fewer than planned, as one house was shut".
    """
    if x.path == y.path or setting.date(x) == setting.date(y) is not None:
        return False
    return _came_out(x, y, setting) or _came_out(y, x, setting)


def _came_out(own: Side, other: Side, setting: Setting) -> bool:
    text = setting.text(own)
    block = setting.document(own).blocks[own.fact.mention.block].span
    if not _than_planned().search(text[block.start : block.end].lower()):
        return False
    shared = (own.measures & other.measures) | ({own.fact.head, other.fact.head} - {""})
    told = (text[a:b].lower() for a, b in sentences(text, block.start, block.end))
    return any(
        not shared.isdisjoint(map(stem, said.split()))
        for said in told
        if _than_planned().search(said)
    )


@cache
def _than_planned() -> Pattern:
    return Pattern(
        r"\b(?:lower|higher|fewer|more|less|smaller|larger|bigger) than (?:(?:had been|was|were|first|originally|at first) )*(?:planned|announced|expected|intended|hoped|foreseen|advertised|promised)\b"
    )


@cache
def _as_aim() -> Pattern:
    return Pattern(
        r"\bas (?:the|an?|its|their|our) (?:[a-z]+ )?(?:goal|target|aim|objective|minimum|ceiling)\b"
        r"|\b(?:amendment|counter-?proposal|alternative (?:plan|budget|proposal))\b"
    )


@cache
def _wished() -> Pattern:
    """Return how a sentence tells of a limit that is not in force: "the union wants a limit of"."""
    return Pattern(
        r"\b(?:wants?|wanted|would|should|seeks?|demand(?:s|ed|ing)?|call(?:s|ed|ing)? for|propos(?:e[sd]?|al|ing)"
        r"|suggest(?:s|ed)?|recommend(?:s|ed)?|plan(?:s|ned|ning)?|ask(?:s|ed|ing)? for|hopes?|will|is to|are to|from (?:next|now))\b"
    )


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
