"""What a change says of itself: what rises or falls, and which values it names.

"Sales climbed by 18 per cent to 465 million" is of sales and leads to 465 million; "that is
1,300 more" is of what the sentence before it tells.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.checks import _afar, _change_claims, _changes, _then
from factcheck.checks._arithmetic import Place
from factcheck.checks._change_claims import Claim
from factcheck.checks._context import TOKEN, Passage, finds, pattern
from factcheck.checks._evidence import Evidence
from factcheck.checks._roots import roots

MOVES = roots(
    "rise fall increase decrease grow drop decline lose gain jump leap surge climb more less"
    " fewer higher lower double triple quadruple halve cut thank last this same previous earlier"
)
"""Roots of what any change is told with."""
# "The town gained 900 people": of what was just told.
_OWN = roots(
    "company group firm bank council town city country state club school hospital island county"
    " university museum network village"
)
_BACK = 2  # sentences
_FEWEST = 10  # "led by four" is a score, and "two more" may be two others
_NEXT_WORDS = 60  # characters
_COUNT = "count"
_IT = r"^(?:(?:and|but|so|thus|now|today|since then|in all),? )?(?:it|they|this|that|these|those|he|she|the (?:figure|number|total|sum|amount|count|tally|same)(?! of\b))\b"
_THAT = r"^(?:(?:and|but|so|thus),? )?(?:that|this|which)(?:'s| (?:is|was|were|are|makes?|made|means?|meant|represents?|marks?|amounts? to|comes? to|equals?))\b"
_PRONOUN = r"\b(?:it|they|he|she)\b"
_EDGE = r"[;:] ?|, (?:and|but|while|whereas|although|though|when|where|as) | (?:but|while|whereas) "
_PART = r"[;:,(] ?| but | while | whereas "
_ASIDE = r",? {2,},?"  # what `Passage.bearing` leaves of an aside
# "Climbed by 18 per cent to <e1>"
_LED = r"^(?:(?! from | and )[^<;:(]){0,40}?(?:<[dwtqk]\d+>)?(?:(?! from | and )[^<;:(]){0,20}\b(?P<how>to|at|reaching|from|than the|on the|on)(?: (?:an?|the|about|some|just|total|of|record|around|nearly|almost|over|under|more|less|than)){0,3} <(?P<kind>[cemtrp])(?P<slot>\d+)>"
_TO = frozenset({"to", "at", "reaching"})
# "Ended at <e1>, having lost", "are <e1> now, a rise of"
_BESIDE = r"^[^,]*, (?:or |and )?(?:so |thus )?(?:having|up|down|an? |the |which|that|losing|gaining|shedding|adding|(?:about |some |nearly )?$)"
_JOINED = r"\b(?:from|to|than|against|with|after|been|at|was|were|is|are|had|stood)(?: (?:an?|the|about|some|just|only|around|nearly|almost|over|under)){0,3} $"
_REST = r", (?!going|rising|falling|climbing|growing|dropping|reaching)[a-z]+ing\b|, (?:which|who|whom|whose|thanks|helped|as|with|where|when)\b| who | which "
_VERB = r" (?:was|were|is|has|had|have|will|that|which|as|after|since|before|when|swallowed) "
_PREPOSITION = r" (?:for|in|at|on|from|through|with|by|to|among|across|between|under|over|about|against|who|that|which|within)\b"
# "It doubled the <first printing>", "raised its <policy rate> by", "a leap in <wages>"
_DOUBLED = r"^ (?:the|its|their|his|her|our|annual|net|pre-?tax) (?P<of>[^<,;:]+)"
_MOVED = rf"\b{_changes.VERBS} (?:the|its|their|his|her|our|a) (?P<of>(?:[a-z'-]+ ){{1,9}}?)by (?:[a-z]+ ){{0,3}}$"
_MOVE_IN = rf"^(?: [a-z-]+){{0,2}}? {_changes.NOUNS} (?:in|of|for|to) (?P<of>[^<,;:]+)"
# "20 more schools": others, where nothing says than what.
_FURTHER = r"^[^,;:.]{0,40}\b(?:more|fewer|less|[a-z]{3,}er)\b(?! than\b)"
_SINCE = r"^(?: [a-z-]+){0,2}? (?:more|fewer|less) than (?:in|on|at|a year|(?:the )?(?:last|previous|year|season)|<[dw])\b"
# "12 cents more for a litre of <milk>"
_FOR = r"^ (?:more|less) for (?:an? )?(?:<[cm]\d+> )?(?P<of>[^<,;:]+)"
_AS_WIDE = r"^ as (?!many|much|high|large|big|expensive|dear)[a-z]+\b"
_THAN = r"\b(?:than|compared|on last|dearer|cheaper)\b"


class Told(NamedTuple):
    """A change, with what it says of itself.

    Attributes:
        claim: The change.
        core: The roots of what rises or falls.
        head: Those of the noun for it, if it has one of its own.
        complement: Those of what that noun is of: "the price of <bread>".
        words: Those of its clause.
        names: Those of the names in its sentence.
        around: Those of its paragraph and headline.
        before: The sentence that it takes up, or None.
        that: Whether it is all about that sentence: "that is 1,300 more".
        actor: Those of who gained or lost what it counts: "the <juniors> gained 20 members".
        theirs: Whether it is of a thing of what was just told: "its range has doubled".
        taken: Whether it is of what the sentences before it tell.
        lost: Whether nothing says what rises or falls.
        ends: The values that it names: "old", "new", or "" for either.
        near: The values of its sentence that it may be of.
    """

    claim: Claim
    core: frozenset[str]
    head: frozenset[str]
    complement: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    around: frozenset[str]
    before: Passage | None
    that: bool
    actor: frozenset[str]
    theirs: bool
    taken: bool
    lost: bool
    ends: dict[Place, str]
    near: frozenset[Place]


# "Twice as many as <a year> earlier, when there were <32>"
_WHEN = r"^(?:[^<;:]|<[dwt]\d+>)*, when (?:there (?:were|was)|(?:it|they) (?:was|were|had|stood at)) (?:about |some |only |just )?<[cemtr](?P<old>\d+)>"


def read(claim: Claim, evidence: Evidence) -> Told:
    """Return a change with what it says of itself."""
    here, slot = claim.place.passage, claim.place.slot
    token = here.token(slot)
    clause = here.bearing(slot)
    told, is_object = _subject(clause, token)
    core = roots(told) - MOVES
    words = roots(_afar.clause(claim.place)) - MOVES
    group, at = evidence.spot(here)
    before = group[at - 1] if at and group[at - 1].index + 1 == here.index else None
    opens = not finds(clause.partition(token)[0], "[:;] ")
    takes = opens and (
        (finds(here.masked, _IT) and not is_object)
        or (bool(core) and core <= _OWN)
        or (not core and finds(told or clause, _PRONOUN))
    )
    that = takes and finds(here.masked, _THAT)
    more: frozenset[str] = frozenset()
    if takes and before is not None:
        blocks = {here.block, here.block - that}
        back = [each for each in group[max(0, at - _BACK) : at] if each.block in blocks]
        more = more.union(*map(_afar.sentence, back))
    theirs = before is not None and finds(told, r"^ ?(?:its|their|his|her) ")
    if theirs and not takes and before is not None:
        core |= _afar.sentence(before)
    taken = takes and before is not None and bool(more)
    head = frozenset() if taken else head_of(told) & core
    first, of, rest = told.partition(" of ")
    complement = roots(rest) - head if of and head <= roots(first) else frozenset()
    names = roots(" ".join(claim.fact.names))
    counted = frozenset() if taken or claim.points else _afar.head(claim.place)
    actor = head_of(told) - names - _OWN - counted if counted else counted
    ends, near = values_in(claim)
    return Told(
        claim,
        (core | more or words) | counted,
        counted or head,
        complement,
        words | more,
        names,
        _afar.around(here, without=here) | _afar.sentence(here) | more,
        before if taken else None,
        that and taken,
        actor,
        theirs and not taken,
        taken,
        not (core or taken),
        ends,
        near,
    )


def is_sure(claim: Claim) -> bool:
    """Return whether a number is a change, and none of a list or of some more of a kind."""
    passage, slot = claim.place.passage, claim.place.slot
    kind, mention = passage.kinds[slot], claim.fact.mention
    listed = rf"<{kind}{slot}>[^<,;]{{0,30}}, (?:and )?[a-z ]{{2,40}} <{kind}\d+>"
    if kind in "pf" and finds(passage.masked, listed):
        return False
    right = passage.around(slot)[1]
    if claim.points or kind not in _change_claims.AMOUNTS:
        return kind != "x" or not finds(right, _AS_WIDE)
    if mention.dimension != _COUNT:
        return True
    if finds(right[:_NEXT_WORDS], _FURTHER) and not finds(right, _THAN):
        return False
    return (mention.value or 0) >= _FEWEST or finds(right, _SINCE)


def values_in(claim: Claim) -> tuple[dict[Place, str], frozenset[Place]]:
    """Return the values that a change names itself, and those of its sentence that it may be of."""
    passage, slot = claim.place.passage, claim.place.slot
    left, right = passage.around(slot)
    kinds = _kinds(claim)
    rest = pattern(_REST).split(right)[0]
    led = pattern(_LED).match(rest)
    ends: dict[Place, str] = {}
    if led and led["kind"] in kinds:
        role = "new" if led["how"] in _TO else "old"
        ends[Place(passage, int(led["slot"]))] = role
    near: list[Place] = []
    part = pattern(_EDGE).split(left)[-1]
    told = [
        each
        for each in TOKEN.finditer(part)
        if each["kind"] in f"{kinds}pfxb" or _then.is_length(part, each)
    ]
    if told and told[-1]["kind"] in f"{kinds}t" and "new" not in ends.values():
        between = part[told[-1].end() :]
        if " and " not in between:
            near.append(Place(passage, int(told[-1]["slot"])))
            if "," not in between or finds(between, _BESIDE):
                ends[near[0]] = ""
                near = _values_before(passage, left, kinds)
    for match in TOKEN.finditer(rest):
        if match["kind"] in kinds:
            if finds(rest[: match.start()], _JOINED):
                near.append(Place(passage, int(match["slot"])))
        elif match["kind"] in "pfxb":
            break
    return ends, frozenset(near)


def _kinds(claim: Claim) -> str:
    """Return the kinds of values that a change may be of."""
    kind = claim.place.passage.kinds[claim.place.slot]
    if claim.points:
        return "p"
    if kind in "xf":
        return "cemrp"
    return "t" if kind == "t" else "cemr"


def _values_before(passage: Passage, left: str, kinds: str) -> list[Place]:
    """Return the values before a change up to another one, the nearest first."""
    found = []
    for match in reversed(list(TOKEN.finditer(left))):
        if match["kind"] in kinds:
            found.append(Place(passage, int(match["slot"])))
        elif match["kind"] in "pfxb":
            break
    return found


def _subject(clause: str, token: str) -> tuple[str, bool]:
    """Return the words for what rises or falls, and whether it is what a verb has done it to."""
    left, _, right = clause.partition(token)
    for source in (_change_claims.MORE_OF, _change_claims.LOST_OF, _FOR):
        more = pattern(source).match(right)
        if more:
            return more["of"], False
    doubled = pattern(_DOUBLED).match(right) if token.startswith("<x") else None
    if doubled:
        return pattern(f"{_VERB}|{_PREPOSITION}").split(doubled["of"])[0], True
    moved = pattern(_MOVED).search(left)
    if moved:
        return moved["of"], True
    noun = pattern(_MOVE_IN).match(right)
    if noun:
        return pattern(_VERB).split(noun["of"])[0], True
    parts = re.split(_PART, re.sub(_ASIDE, " ", left))
    last = next((part for part in reversed(parts) if part.strip()), "")
    found = pattern(_change_claims.RISES).match(last)
    if found:
        return found["of"], False
    return f"{last} {pattern(r'[,;:<]').split(right)[0]}", False


def head_of(told: str) -> frozenset[str]:
    """Return the root of the noun that some words are about."""
    for part in told.split(" of "):
        for word in reversed(pattern(_PREPOSITION).split(part)[0].split()):
            found = roots(word) - MOVES
            if found:
                return found
    return frozenset()


def base(claim: Claim) -> Place | None:
    """Return the value that a change is measured from, if its sentence says: "when there were <32>"."""
    passage, slot = claim.place.passage, claim.place.slot
    right = passage.around(slot)[1]
    match = pattern(_WHEN).match(right)
    return None if match is None else Place(passage, int(match["old"]))
