"""Numbers that their own clause makes a change: "down by a third", "lost a quarter of its crowd"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.checks import _apart, _changes, _then
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import TOKEN, Passage, finds, hint, pattern, remembered
from factcheck.language.data import word_set
from factcheck.model import Fact, Form, Motion, Stance

AMOUNTS = frozenset("cemtr")
"""The kinds of amounts, as `Passage.masked` marks them."""
LEVELS = AMOUNTS | {"p"}
"""The kinds of what an old or a new value may be."""
MAY = _apart.MAY_TELL | hint(
    "losing ", "lost", " off ", " sav", " up<", "cost ", "er than ",
    *[f" {word}" for word in _then.MORE.split("|")],
)  # fmt: skip
_BEFORE, _AFTER, _CLOSE = 45, 30, 35  # characters
_MORE = rf"^(?: [a-z-]+){{0,2}}? (?:{_then.MORE}|up|down)\b"
# "1.2 degrees warmer than a year ago": which way is left open.
_COMPARED = r"^(?: [a-z]+)? (?!more|few|oth|rath|und|ov)[a-z]{2,}er than (?:an?|the|last|in|on|at|it|they|he|she|before|usual|<[dw])\b"
_GAIN = (
    r"\b(?:put on|puts on|putting on|added|adds|adding|picked up)\b(?: [a-z'-]+){0,2} $"
)
_LOSS = r"\b(?:los[te]|loses|losing|shed|sheds|shedding|(?<!used to )cost|costs|costing|cut|cuts|cutting|stripped|wiped|sav(?:es?|ed|ing))\b(?: [a-z'-]+){0,4} $"
_CLAUSE = r"^.*(?:[,;:()\"]| (?:and|but|so|while|as|because) )"
_LEVEL = r"\b(?:to|at|from|only|until|above|below|over|under|past|near)(?: (?:an?|the|about|some|just|almost|nearly|around))* $"
# "Thefts made up 71 of them", "set up 30 tents".
RISES = rf"^(?:.*(?:\b(?:that|when|after|because|since)\b|:) )?(?P<of>.+?) (?:ha(?:s|ve|d)|is|are|was|were|will|would|by|up|down|{_changes.VERBS})\b"
"""What rises or falls, up to its verb: "the price of bread has"."""
MORE_OF = r"^(?: [a-z]+)? (?:more|fewer|less) (?!than\b|for\b|in\b|on\b)(?P<of>[a-z-]+(?: [a-z-]+)?)"
"""What there is more of: "30 more <cranes>"."""
LOST_OF = r"^ (?:of )?(?:its|their|his|her)(?P<of>(?: [a-z-]+){1,2})"
"""What a part was lost of: "half its <cranes>"."""
_PREPOSITION = (
    r" (?:for|in|at|on|from|through|with|by|to|among|across|between|under|over)\b"
)
_SINCE = r"^(?: [a-z]+)? (?:from|than|on|compared with) (?:an?|the|<[dwt])"  # "up <p0> from a year earlier"
_ATTRIBUTE = r"^ (?:lower|higher|upper|larger|smaller|bigger|longer|shorter|older|younger|deeper|wider|faster|slower) (?!than\b|for\b|on\b|in\b|at\b|by\b|and\b|over\b|since\b|now\b|this\b)[a-z]"  # "the three lower cabins"
_PRICED = r"\bcost(?:s|ing)?\b(?: [a-z'-]+){0,4} $"
_PHRASAL = r"\b(?:make|makes|made|making|take|takes|took|taken|taking|set|sets|setting|build|built|pick|picked|bring|brought|round|rounded|hold|held|shut|call|called|put|draw|drew|drawn|eat|ate|tie|tied|line|lined|buy|bought|snap|snapped|end|ended|wind|wound|settle|settled|sit|sat) (?:up|down)(?: (?!by\b)[a-z]+)? $"
_DOES = r"^(?: [a-z]+)? (?:have|has|had|are|is|were|was|said|say|cut)\b"
_ALSO = r"<[cemtr](?P<slot>\d+)>(?: [a-z'-]+){0,3}(?:,| -|) \(?(?:or|that is) (?:by |about |some |nearly |almost )?<p(?P<p>\d+)>(?! of )"
# "Twice the size of Wales": of something else.
_SIZED = r"^ (?:the|that|what|its|their|his|her|an?|this|more likely|as likely)\b"
_TIMES = ("times", "twice", "thrice")
_POINTS = r"^ (?:percentage |full )?points?\b"
# What is measured from no value of the past, is no change yet, or is one a year.
_OTHER_BASE = (
    r"^(?:[^<,;.]|<[dwk]\d+>){0,40}?\b(?:than|above|below|over|under|against|behind|ahead of|short of|compared (?:with|to)|as (?:many|much|high|big|large|long|often|likely|expensive)(?: [a-z-]+){0,3} as) (?!(?:what )?(?:it|they|there|he|she) (?:was|were|did|had|used)\b"
    r"|(?:(?:in|at|on|during|for|with|those (?:of|in)|that (?:of|in)|the|an?|its|their|one|this time|same|election|vote|poll|census|survey|count) ?)*(?:<[dwkqt]|years?\b|months?\b|weeks?\b|decades?\b|previous|last\b|quarters?\b|half\b|day\b|weekend\b|point\b|stage\b|start\b|beginning\b"
    r"|end\b|now\b|before\b|then\b|usual time|first\b|season\b|period\b|spring\b|summer\b|autumn\b|winter\b|level\b|old\b))"
)
_YEARLY = r"^(?: (?!in\b|within\b|over\b|after\b)[a-z'-]+){0,3}? (?:an?|per|each|every) (?:day|week|month|quarter|year)\b(?=[.,;:)]|$| (?:and|but|than|on|in|for|from|to|since|as|at|over|under|while|when|because|or|of)\b)|^(?: [a-z'-]+){0,2}? (?:annually|yearly|monthly|on average)\b"
# "Response times improved by nine minutes": they fell.
_EITHER = r"\b(?:improv(?:e[sd]?|ing|ements?)|worsen(?:s|ed|ing)?|worse|better|chang(?:e[sd]?|ing)|shift(?:s|ed)?|swung|swing|mov(?:e[sd]|ing)|differences?)\b"
# "Has swollen by <e0>", whatever the verb.
_BY = r"\b(?:[a-z]{3,}(?:ed|en|ing)|[a-z]*(?:grew|shrank|shrunk|fell|rose|sank|swung|went (?:up|down))) by(?: (?:about|around|some|nearly|almost|just|only|roughly|an?|another|as much as|over|under|well over))* $"
_UNREAL = (
    r"\b(?:target(?:s|ed)?|goals?|forecast(?:s|ed)?|expect(?:s|ed)?|predict(?:s|ed)?|would|could|should|may|might|can|if|unless|hopes?|hoped|aims?|aimed|wants?|wanted"
    r"|promise[sd]?|pledge[sd]?|propose[sd]?|demanded|call(?:s|ed)? for|vow(?:s|ed)?|bids?|offer(?:s|ed)?|not|never|no|each|every|average of|on average|annual(?:ly)? (?:rate|growth)|alone|respectively|both|another|further)\b"
)
# "Six more are to be built": others, and no change.
_MORE_ARE = r"^ (?:more|others)(?: [a-z]+)? (?:are|is|were|was|will|have|had|has|came|joined|followed)\b"
# "She won by <14 seconds> and cut her deficit"
_WON = r"\b(?:w[io]ns?|winning|beat(?:en|s)?|led|leads?|los[et]|ahead|clear|behind|missed|victory)(?: [a-z]+)? by (?:about |some |just |only )?$"
# What is decided, and still to come.
_AHEAD = r"\b(?:will|is to|are to|goes up|go up|must|has to|have to|plans?|planned)\b"
_SOON = r"\b(?:alone|plan(?:s|ned)?|target(?:s|ed)?|forecast|expected|predicted|hoped|if|unless)\b"
_UNTRUE = frozenset({Stance.DENIAL, Stance.HYPOTHETICAL, Stance.PREVIOUS})
GENERIC = word_set(
    """
    tally figur total number count amount stand stood level start begin end previous past
    earlier then now today later season period time year record report show statist
    accord say put come reach amount peopl person thing use
    """
)
"""Stems of words that count or time anything, and name no thing."""


class Claim(NamedTuple):
    """A number that its clause makes a change.

    Attributes:
        place: Where it stands.
        fact: It, with what it is bound to.
        sign: 1 for a rise, -1 for a fall, 0 for either: "improved by".
        points: Whether it is told in points of percent.
        topic: The stems of what it is of.
        reached: The amounts of its clause, one of which it may lead to.
        subject: The words for what rises or falls: "the <number> of <cranes> fell", "30 more <cranes>".
        ahead: Whether it is still to come: "will become a third dearer".
    """

    place: Place
    fact: Fact
    sign: int
    points: bool
    topic: frozenset[str]
    reached: frozenset[int]
    subject: frozenset[str] = frozenset()
    ahead: bool = False


def claims(passage: Passage) -> Iterator[Claim]:
    """Yield the numbers of a sentence that it makes a change."""
    if passage.in_table or not passage.hints & MAY:
        return
    if _changes.is_on_other_terms(passage.masked):
        return
    for slot, sign, points in _signs(passage.masked):
        fact = passage.fact(slot)
        mention = fact.mention
        if mention.form in (Form.VAGUE, Form.RANGE, Form.AGE) or not mention.value:
            continue
        right = passage.around(slot)[1]
        since = fact.stance is Stance.PREVIOUS and finds(right, _SINCE)
        if (fact.stance in _UNTRUE and not since) or "/" in mention.surface:
            continue  # as exchanges write a price: "up 3/8"
        if (
            mention.modifier is not None
            and mention.modifier.is_bound
            and passage.kinds[slot] in AMOUNTS
        ):
            continue  # "rose above 18 dollars"
        if mention.form is Form.MULTIPLE:
            if mention.surface.endswith(_TIMES) and pattern(_SIZED).match(right):
                continue
            sign = 1 if mention.value > 1 else -1  # noqa: PLW2901 - its size says which
        unit = set(mention.unit.split()) | set(mention.surface.split())
        topic = topic_of(fact.near - unit) or topic_of(fact.words - unit)
        yield Claim(
            Place(passage, slot),
            fact,
            sign,
            points,
            topic,
            _reached(passage, fact),
            _subject(passage, slot),
            finds(_clause_before(passage, slot)[-_CLOSE:], _AHEAD),
        )


def _subject(passage: Passage, slot: int) -> frozenset[str]:
    """Return the last word of what rises or falls, of its first part and of what that counts."""
    left, right = passage.around(slot)
    more = pattern(MORE_OF).match(right)
    if more:
        return frozenset(more["of"].split())
    lost = pattern(LOST_OF).match(right)
    clause = pattern(_CLAUSE).sub("", left)
    found = pattern(RISES).match(clause)
    told = lost["of"] if lost else found["of"] if found else clause
    told, _, whole = told.partition(" of ")
    parts = [pattern(_PREPOSITION).split(each)[0] for each in (told, whole)]
    return frozenset(part.split()[-1] for part in parts if part.split())


def _clause_before(passage: Passage, slot: int) -> str:
    left = passage.around(slot)[0]
    return pattern(_CLAUSE).sub("", left)


def topic_of(words: frozenset[str]) -> frozenset[str]:
    """Return the stems of what is told, without those that any change is told with."""
    return words - _then.ANY - GENERIC - _TOLD


def _reached(passage: Passage, delta: Fact) -> frozenset[int]:
    """Return the amounts that stand in the clause of a change: it may lead to one of them."""
    return frozenset(
        slot
        for slot, item in enumerate(passage.items)
        if isinstance(item, Fact)
        and item is not delta
        and passage.kinds[slot] in LEVELS
        and (
            item.motion in (Motion.TO, Motion.FROM)
            or delta.clause.start <= item.mention.span.start < delta.clause.end
        )
    )


_TOLD = word_set(
    "point lose lost gain cut drop shorter longer fewer more less save time becom went go bring shed cost grow shrink climb"
)


@remembered
def _signs(masked: str) -> tuple[tuple[int, int, bool], ...]:
    """Return the slots of the changes that a marked sentence tells, their signs, and which are points."""
    found = []
    if "respectively" in masked:
        return ()
    for match in TOKEN.finditer(masked):
        kind = match["kind"]
        left, right = masked[: match.start()], masked[match.end() :]
        points = kind == "b" or pattern(_POINTS).match(right) is not None
        if kind not in "pfxb" and kind not in AMOUNTS:
            continue
        if not (_is_change(kind, left, right, match, masked) or kind == "x"):
            continue
        if pattern(_OTHER_BASE).match(right) or pattern(_YEARLY).match(right):
            continue
        clause = pattern(_CLAUSE).sub("", left)
        unreal = finds(clause[-_BEFORE:], _UNREAL) or finds(right[:_AFTER], _SOON)
        if unreal or finds(left, _WON):
            continue
        token = _changes.Token(*match.span(), kind, int(match["slot"]), "delta")
        by = kind != "c" and pattern(_BY).search(left) is not None
        turned = finds(masked, _EITHER)
        sign = 0 if turned else _changes.sign(masked, token)
        if not turned and not sign:
            sign = (points and finds(left, _GAIN)) - finds(left, _LOSS)
        compared = pattern(_COMPARED).match(right)
        if sign or turned or by or kind == "x" or compared:
            found.append((int(match["slot"]), sign, points))
    if len(found) == 1 and (also := _restated(masked, found[0])):
        found.append(also)
        return tuple(found)
    return tuple(found) if len(found) == 1 else ()


def _restated(masked: str, told: tuple[int, int, bool]) -> tuple[int, int, bool] | None:
    """Return the percentage that a change is told as once more: "by 480, or 25 percent"."""
    found = pattern(_ALSO).search(masked)
    if found is None or int(found["slot"]) != told[0]:
        return None
    return int(found["p"]), told[1], False


def _is_change(
    kind: str, left: str, right: str, match: re.Match[str], masked: str
) -> bool:
    if (
        finds(left[-30:], _LEVEL)
        or finds(left, _PHRASAL)
        or (kind in "er" and finds(left, _apart.BOOKED))
    ):
        return False
    if kind in "pfb":
        return _is_part_moved(left, right, match, masked)
    points = pattern(_POINTS).match(right) is not None
    if kind == "x" or (kind != "c" and finds(left, _BY)) or points:
        return True
    if pattern(_ATTRIBUTE).match(right) or pattern(_MORE_ARE).match(right):
        return False
    if _is_delta(right, match, masked):
        return True
    price = kind == "e" and finds(left[-50:], _PRICED)
    return finds(left[-50:], _LOSS) and not price


def _is_part_moved(left: str, right: str, match: re.Match[str], masked: str) -> bool:
    """Return whether a percentage, a fraction or points are a change."""
    if right.startswith((" of ", " its ", " their ", " his ", " her ")):
        return finds(left[-50:], _LOSS)
    if pattern(_DOES).match(right) or left.endswith((", or ", " or ")):
        return False
    return finds(left, _BY) or _is_delta(right, match, masked)


def _is_delta(right: str, match: re.Match[str], masked: str) -> bool:
    token = _changes.token(masked, match)
    return (
        token.role == "delta"
        or pattern(f"{_MORE}|{_COMPARED}").match(right) is not None
    )
