"""What the words on either side of a number say of it: stance, change, part, rate.

Closed lists of cue words (`link.lexicon`), looked for in a few words before and after the
number, inside its clause.
"""

from __future__ import annotations

from itertools import chain, pairwise

from factcheck.language.data import word_set
from factcheck.language.lexicon import DETERMINERS
from factcheck.link import lexicon
from factcheck.model import Motion, Part, Stance

_PERS = frozenset(("a", "an"))
_EACH = frozenset(("per", "each", "every"))
_PER_ADVERBS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "annually": "year",
    "yearly": "year",
    "apiece": "each",
    "each": "each",
    "hourly": "hour",
    "nightly": "night",
}
_FOR = frozenset(("for", "to"))
_ASKED = frozenset(("ask", "asked"))
_PER_BEFORE = word_set("daily weekly monthly annual each")
_UNITS_OF_RATES = word_set(
    "day week month year hour minute second night head piece person household"
)
_WITHIN = word_set("after in for within over than about before during at half")
_OF_WHOM = word_set("them whom these those which the our its")
_OF_THEM = _OF_WHOM - {"the", "our", "its", "those"}
_INCLUDES = word_set("including included include includes among")
_OTHERS = word_set("other others another more additional extra further remaining rest")
_OTHERS_BEFORE = word_set("another extra further remaining additional other")
# "At 62 percent of capacity"
_OF_CAPACITY = ["of", "capacity"]
_OF_ITS_CAPACITY = (["of", "its", "capacity"], ["of", "their", "capacity"])
_AMONG_THE = ["among", "the"]
_THE_OTHER = (["the", "other"], ["the", "others"])  # "The other, with 45 beds"
_EXCLUDES = word_set("excluding except besides without")
_ONES = word_set("a an he she his her")
# Words between a cue and its number.
HEDGES = word_set(
    """
    only just about around nearly almost some roughly at least more than over an a as much
    approximately
    """
)
_COMPARATIVES = word_set("higher lower fewer more less")
# Right after a number of its measure: "two metres wider".
_OF_MEASURES = word_set(
    """
    longer shorter wider narrower deeper shallower taller heavier lighter larger bigger smaller
    cheaper dearer faster slower warmer cooler colder hotter
    """
)
_CHANGES = word_set(
    """
    increase rise drop fall decline growth improvement jump gain reduction cut decrease surge
    climb raise
    """
)
_STANCES = (
    lexicon.TARGET
    | lexicon.TARGET_AFTER
    | lexicon.FORECAST
    | lexicon.PREVIOUS
    | lexicon.DENIAL
    | lexicon.CONDITIONS
    | lexicon.ESTIMATE
    | {"than", "not", "to"}
)
_STANCE_CUES = (
    (lexicon.FORECAST, Stance.FORECAST),
    (lexicon.PREVIOUS, Stance.PREVIOUS),
    (lexicon.DENIAL, Stance.DENIAL),
    (lexicon.CONDITIONS, Stance.HYPOTHETICAL),
    (lexicon.ESTIMATE, Stance.ESTIMATE),
)
_DOWNED = word_set(
    """
    shot shoot shooting brought bring gunned taken took blew blown blowing cut cutting knocked
    knocking torn tore tearing pulled pulling
    """
)
# "Picked up 40 bags", and "prices went up 40 cents".
_UPPED = word_set(
    """
    pick picked picks picking take takes took taken taking set sets setting make makes made making
    turn turned turns turning round rounded put puts give gives gave given giving buy buys bought
    buying end ended ends sign signed signs signing dig digs dug draw draws drew drawn catch catches
    caught gather gathered haul hauled hauls sweep swept clean cleaned use used uses eat eats ate
    line lined lines break breaks broke broken chalk chalked snap snapped scoop scooped mop mopped
    blow blows blew blown hand handed locked lock patch patched
    """
)
_IS_TO = frozenset((("is", "to"), ("are", "to")))
_WAS_TO = frozenset((("was", "to"), ("were", "to")))
# "The former figure of 40", but "the former head got seven years".
_FORMER = frozenset(("former", "past"))
_FIGURES = word_set(
    """
    estimate figure figures high level low maximum minimum number peak price rate record total
    value
    """
)
_REFUSED = 5  # words before a number in which "not" speaks of it
# "A maximum depth of 40 metres", "must pay 40 dollars": no limits.
_NO_LIMITS = frozenset(
    [
        ("must", "pay"),
        ("must", "serve"),
        ("must", "spend"),
        *(
            ("maximum", what)
            for what in ("depth", "height", "sustained", "temperature", "wind", "winds")
        ),
    ]
)
# To act against what a number tells of is to compare it with nothing.
_AGAINST = frozenset(
    (act + ending, "against")
    for act in (
        "appeal",
        "complain",
        "protest",
        "fight",
        "vote",
        "object",
        "demonstrat",
        "rul",
    )
    for ending in ("", "s", "ed", "ing", "e", "es")
) | {("fought", "against"), ("objections", "against"), ("suit", "against")}
# Those of a trial that are held beside each other.
_ARMS = frozenset(("placebo", "control", "controls"))
_COMPARED = frozenset(("compared", "against", "versus", "vs"))
_NEGATIONS = frozenset(("neither", "not", "no"))
# "It reached a maximum of 28 degrees"
_REACHED = word_set(
    """
    reach reached reaches reaching hit hits hitting climbed recorded recording registered
    measured peaked rose fell
    """
)
_EXTREMES = frozenset(("maximum", "minimum"))
_TWO_WORDS = frozenset(("to", "must", "maximum"))
_UP_AND_DOWN = frozenset(("up", "down"))
# "Seven were added"
_ADDED = (["was", "added"], ["were", "added"], ["been", "added"])
# "Births exceeded deaths by 410"
_LEADS = word_set("exceed exceeded exceeds outnumber outnumbered outnumbers")
# "Too low by 12 km/h", "12 km/h too low"
_AMISS = word_set(
    "low high out off short long late early wrong wide large small much many few"
)
_MOTIONS = (
    lexicon.RISE
    | lexicon.FALL
    | _CHANGES
    | _COMPARATIVES
    | _OF_MEASURES
    | _UP_AND_DOWN
    | _LEADS
    | {"from", "than", "added", "by", "too"}
)
_PARTS = (
    _OTHERS
    | _OTHERS_BEFORE
    | _OF_WHOM
    | _INCLUDES
    | _EXCLUDES
    | {"and", "of", "in", "whom"}
)
_PART_CUES = (
    (frozenset(("whom",)), Part.OF),
    (_INCLUDES, Part.INCLUDING),
    (_EXCLUDES, Part.EXCLUDING),
)
_RATES = _EACH | _PERS | _PER_BEFORE | frozenset(_PER_ADVERBS)
_OFF = word_set("over above below under beyond")
_SIZES = word_set("cent percent half third quarter fifth well far slightly just")
_USUAL = word_set("usual normal normally")  # "a metre higher than usual" is a level
_VOTES = "votes"
_PAIR = 2
_REACH = 3  # words after the number that say by how much


def stance(before: list[str], after: list[str]) -> Stance | None:
    """Return how the words around a number commit themselves to it."""
    if _STANCES.isdisjoint(before) and _STANCES.isdisjoint(after):
        return None
    if "not" in before[-_REFUSED:] and "only" not in before:
        return Stance.DENIAL
    if not _TWO_WORDS.isdisjoint(before):
        pairs = set(pairwise(before))
        if not _WAS_TO.isdisjoint(pairs):
            return Stance.PREVIOUS  # "was to cost 84 million"
        # "It is to seat 9,000"
        ahead = ["will"] if not _IS_TO.isdisjoint(pairs) else []
        before = ahead + [
            a for a, b in pairwise([*before, ""]) if (a, b) not in _NO_LIMITS
        ]
    filled = (after[:2] == _OF_CAPACITY and before[-1:] == ["at"]) or (
        after[:3] in _OF_ITS_CAPACITY
    )
    if not _REACHED.isdisjoint(before):
        before = [word for word in before if word not in _EXTREMES]
    if not lexicon.TARGET.isdisjoint(_aiming(before)) or not (
        filled or lexicon.TARGET_AFTER.isdisjoint(after)
    ):
        return Stance.TARGET
    words = _telling(before, after)
    if "could" in after and not _NEGATIONS.isdisjoint(after):
        words.discard("could")  # "1,200 users could not log in"
    if before[-2:] == ["than", "the"]:
        return Stance.PREVIOUS
    if tuple(after[:2]) in _IS_TO:
        words.add("will")  # "A park of 35 hectares is to be laid out"
    return next(
        (found for cue, found in _STANCE_CUES if not cue.isdisjoint(words)), None
    )


def _aiming(before: list[str]) -> list[str]:
    """Return the words before a number but "asked" where nothing is asked for: "asked 40 guests"."""
    if _ASKED.isdisjoint(before) or not _FOR.isdisjoint(before):
        return before
    return [word for word in before if word not in _ASKED]


def _telling(before: list[str], after: list[str]) -> set[str]:
    """Return the words around a number without those that say nothing of when it held."""
    words = {*before, *after}
    for pair in chain(pairwise(before), pairwise(after)):
        if pair in _AGAINST:  # "to appeal against the fine of 8 million"
            words.discard("against")
        elif pair[0] in _FORMER and pair[1] not in _FIGURES:
            words.discard(pair[0])
    # "The 40 who rejected the project": who denies nothing, and no forecast.
    for one, two in chain(pairwise(before), pairwise(after)):
        if two == "project" and one in DETERMINERS:
            words.discard(two)
    for one, two in pairwise(after):
        if one in lexicon.DENIAL and two in DETERMINERS:
            words.discard(one)
    if not _ARMS.isdisjoint(after[:_REACH]):
        words -= _COMPARED  # "31, compared with 12 in the control group"
    if after[:1] == ["against"] and "against" not in before:
        words.discard("against")  # "12 in favour and nine against"
    return words


def motion(before: list[str], after: list[str], far: list[str]) -> Motion | None:
    """Return what part of a change a number is.

    Args:
        before: The words before it in its clause.
        after: The words after it in its clause.
        far: The words before it in its sentence.
    """
    based = before[-1:] == ["the"] and _is_base(before, far)
    # "A limit on rises by 38 votes to 31"
    voted = _VOTES in far or _VOTES in after[:1]
    moves = based or not (_MOTIONS.isdisjoint(far) and _MOTIONS.isdisjoint(after))
    if voted or not moves:
        return None
    end = len(before)
    while end and before[end - 1] in HEDGES:
        end -= 1
    last = before[end - 1] if end else (far[-1] if far else "")
    if based or last == "from":
        return Motion.FROM
    if last == "down" and end > 1 and before[end - 2] in _DOWNED:
        last = ""  # "shot down 38 drones"
    if last == "up" and end > 1 and before[end - 2] in _UPPED:
        last = ""  # "picked up 38 bags"
    if last in _UP_AND_DOWN or last in lexicon.RISE or last in lexicon.FALL:
        return Motion.BY
    moved = not lexicon.RISE.isdisjoint(far) or not lexicon.FALL.isdisjoint(far)
    if last == "by" and (
        moved
        or not _LEADS.isdisjoint(far)
        or not _AMISS.isdisjoint(before[max(0, end - 2) : end])
    ):
        return Motion.BY
    if (
        (last == "of" and end > 1 and before[end - 2] in _CHANGES)
        or not _CHANGES.isdisjoint(after[: _REACH - 1])
        or (
            not _COMPARATIVES.isdisjoint(after[:_REACH])
            and _USUAL.isdisjoint(after[: _REACH + 1])
        )
        or not _OF_MEASURES.isdisjoint(after[:1])
        or after[:2] in _ADDED
        or (after[:1] == ["too"] and not _AMISS.isdisjoint(after[1:2]))
    ):
        return Motion.BY
    return Motion.TO if last == "to" and moved else None


def _is_base(before: list[str], far: list[str]) -> bool:
    """Return whether a number is what another is measured against: "14% over the £1.4bn"."""
    if before[-2:] == ["than", "the"]:
        return True
    if len(before) < _PAIR or before[-2] not in _OFF:
        return False
    # A number ends the words before it: "14%", but not at the start of a sentence.
    beside = len(before) == _PAIR and len(far) > _PAIR
    return beside or (len(before) > _PAIR and before[-3] in _SIZES)


def is_origin(far: list[str], after: list[str]) -> bool:
    """Return whether a number after "from" is no earlier one: "took it from 40 clients"."""
    return (
        far[-1:] == ["from"]
        and "to" not in after[:_REACH]
        and _MOTIONS.isdisjoint(far[:-1])
        and lexicon.PREVIOUS.isdisjoint(after)
    )


def part(
    before: list[str],
    after: list[str],
    qualifiers: tuple[str, ...],
    *,
    share: bool = False,
) -> Part | None:
    """Return how a number is a piece of a larger one.

    Args:
        before: The words before it in its sentence.
        after: The words after it in its clause.
        qualifiers: The words before the noun that it counts.
        share: Whether it is a percentage: "of the voters" says what is the whole of it.
    """
    if not qualifiers and _PARTS.isdisjoint(before) and _PARTS.isdisjoint(after):
        return None
    if _joined(before):
        return Part.OF
    others = _OTHERS_BEFORE if share else _OTHERS  # "9 percent more" is a rise
    if (
        not others.isdisjoint(after[: _REACH - 1])
        or not _OTHERS.isdisjoint(qualifiers)
        or (before and before[-1] in _OTHERS_BEFORE)
        or before[:2] in _THE_OTHER
    ):
        return Part.OTHERS
    whole = _OF_THEM if share or before[-1:] == ["all"] else _OF_WHOM
    if (len(after) > 1 and after[0] == "of" and after[1] in whole) or after[:2] == [
        "in",
        "them",
    ]:
        return Part.OF
    if before[-2:] == _AMONG_THE:
        return None  # "she was among the 40 passengers"
    tail = before[-_REACH:]
    return next((found for cue, found in _PART_CUES if not cue.isdisjoint(tail)), None)


def _joined(before: list[str]) -> bool:
    """Return whether the number is the end of a list: "an infant and two women"."""
    if not before or before[-1] != "and":
        return False
    return not _ONES.isdisjoint(before[-5:-1])


def per(before: list[str], after: list[str]) -> str | None:
    """Return what a rate is per, or None for no rate."""
    if _RATES.isdisjoint(after) and (not before or before[-1] not in _PER_BEFORE):
        return None
    for i, word in enumerate(after[: 2 * _REACH]):
        following = after[i + 1] if i + 1 < len(after) else ""
        last = after[i - 1] if i else ""
        if word in _EACH and last in _FOR and following not in ("", "of"):
            return following  # "400 euros will be paid for each box"
        if i > _REACH:
            continue
        if word in _PER_ADVERBS:
            return _PER_ADVERBS[word]
        # "On Friday after an hour"
        rate = word in _PERS and following in _UNITS_OF_RATES and last not in _WITHIN
        if following and (word in _EACH or rate):
            return following
    return before[-1] if before and before[-1] in _PER_BEFORE else None


def regular(first: list[str]) -> str | None:
    """Return what a sentence is told of that begins with it: "Each week the bakery uses"."""
    if len(first) > 1 and first[0] in _EACH and first[1] in _UNITS_OF_RATES:
        return first[1]
    return None
