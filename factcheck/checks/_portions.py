"""Shares beside a part and whole that are read as one number: "780 out of 1,200, or 65 percent"."""

from __future__ import annotations

from factcheck.checks import _shares
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, finds, pattern
from factcheck.checks._shares import HEDGE, Stated

_HEDGES = rf"(?:(?:{HEDGE}|a full|fully|a good|now|thus|therefore|already|still|even|about|in all) )*"
_IS = r"(?:is|was|are|were|makes?|made|means?|meant|represents?|represented|equals?|gives|comes to|amounts to|covers?|meets|fills)"
# Between the two numbers and the share.
_TAKES_UP = (
    rf"(?:,| -|:|;|\()(?: (?:or|that is|so|i\.e\.|meaning|making)(?: that)?)?(?: (?:an? |the )?(?:[a-z]+ )?(?:share|proportion|rate|turnout) of)? {_HEDGES}$"
    rf"|[,;:] (?:and |so )?(?:which|that|this|it) {_IS} {_HEDGES}$"
    rf"|, (?:is|was|are|were|makes up|made up|accounts for|accounted for) {_HEDGES}$"
    rf"|[,;:] (?:so |thus |and )?(?:its|their|the|that|this|her|his) (?:[a-z-]+ )?(?:share|proportion|rate|percentage|quota),? (?:is|was|of|at|stands at|comes to) {_HEDGES}$"
)
# Nothing else is said of what.
_ENDS = (
    r"^ ?(?:$|[.,;:)!?]| -| and (?!<)|(?: (?:is|was) (?:an? |the )?(?:new )?(?:record|best|most|lowest|highest))"
    r"| of (?:them|these|those|all|it)(?= ?(?:$|[.,;:)]))| of the (?:total|whole|lot|workforce|entire)\b(?! (?:of|in|from|with|who|that)\b))"
)
_LEAST = 12  # of fewer, the words are a share


def ratio(passage: Passage) -> tuple[Place, Stated] | None:
    """Return "780 out of 1,200", read as one number, and the share that it is said to be."""
    told = [
        slot
        for slot, kind in enumerate(passage.kinds)
        if kind == "f" and (passage.mention(slot).base or 0) >= _LEAST
    ]
    spots = _shares.spots(passage.masked) if len(told) == 1 else ()
    others = [spot for spot in spots if spot.slot not in told]
    if len(others) != 1:
        return None
    spot, token = others[0], f"<f{told[0]}>"
    masked = passage.masked
    at = masked.index(token)
    if at < spot.start:
        between = masked[at + len(token) : spot.start]
        fits = finds(between, _TAKES_UP) and pattern(_ENDS).match(masked[spot.end :])
    else:
        between = masked[spot.end : at]
        fits = pattern(rf"(?:,| -|:| \() ?(?:or |that is )?{_HEDGES}$").search(between)
        fits = fits and pattern(r"^ ?(?:$|[.,;:)])").match(masked[at + len(token) :])
    if not fits or finds(between, "<[ce]| and "):
        return None
    share = _shares.stated(passage, spot)
    return (Place(passage, told[0]), share) if share is not None else None
