"""One number that a text tells twice, once with a slip.

"The drug was tested on 806 patients. In the entire trial, with its 860 patients, ...": nothing
says that the second number is the first, but two of its digits are swapped, it counts the same
noun and takes up what was told. A slip of a known kind is evidence: the less likely it is by
chance, the fewer words need say that both numbers are one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from factcheck.link.digits import Slip, is_transposed, slip
from factcheck.link.excuses import SURMISES, excuse
from factcheck.link.kinship import PERCENT, within
from factcheck.link.setting import Setting
from factcheck.link.sides import Side
from factcheck.link.stems import stem
from factcheck.model import Form, Role

# How many ties make chance unlikely, by what would turn one number into the other.
_NEEDED = {
    Slip.SWAP: 2,
    Slip.SHORT_SWAP: 3,
    Slip.POINT: 3,
    Slip.DROPPED: 4,
    Slip.DIGIT: 4,
}
_MOST_NUMBERS = 40  # of a kind; of more, some have the same digits
_MANY, _CROWD = 2, 6  # other numbers of the kind, among which slips are by chance
_FEWEST_DIGITS = 2
_BEFORE = 60  # characters
_NEAR_IN_SIZE = 2
_MOST_WORDS = 3  # in common; more say no more
_FORMS = frozenset((Form.PLAIN, Form.AGE))
_PLAIN = 4  # ties
_TOLD_ALIKE = 50  # percent of the words
OTHERS = "the words around them say that one may be of another time or thing"
# What a table of results has between two numbers.
_TABLE = frozenset(("v",))


_OWN = r"(?:\b(?:the|these|those|this|that|its|his|her|their|our|your|all|both)|['\u2019]s?)"
_NOUN = r" (?!(?:is|was|are|were|be|had|has|have|of|in|at|to|for|from|by|than|and|or|with|but|an?)\b)[\w'\u2019-]+"
# What before a number says that it was told before: "those 84", "the debt, 65.1 million".
_TAKEN_UP = (
    rf"(?i)(?:{_OWN}(?:(?! \w+(?:s|ed) ){_NOUN})? (?:of (?:the |these )?)?"
    r"|\bit was |"
    rf"\b(?:final|full|entire|whole|total|overall|exact)(?:{_NOUN})? (?:of )?"
    rf"|{_OWN}(?:{_NOUN}(?: of{_NOUN})?){{1,3}}(?: of|,(?: at| of| which is| which was| being)?) )$"
)
_IN_ALL = r" (?:\w+ )?(?:in (?:all|number|total)|altogether)\b"
# What says that a number is all that there is.
_WHOLE = (
    r"(?i)\b(?:all|altogether|entire|every one|final|full|fully|in number|in total|none|not one|only"
    r"|same|that (?:day|month|week|year)|whole|end to end)\b"
)
# What makes it the number of another time or thing.
_APART = (
    r"(?i)\b(?:ago|before|earlier|previous(?:ly)?|last|next|later|then|now|another|others?|second|third|twin|sister"
    r"|neighbou?r\w*|beside|also|too|more|further|additional|extra|together|besides|plus|includ\w+|exclud\w+|without"
    r"|of (?:these|those|them|which|whom|us)|old|new|former|initially|originally|instead|rather|licen[sc]ed|could|can|may|might|would"
    r"|room|capacity|most|least|up to|record|usual\w*|normal\w*|average|if|compared|against|from|after|until|since|already|still"
    r"|had|draft|editions?|versions?|estimate\w*|thought|while|but)\b"
)
# The same between an article and the number.
_OTHER = (
    r"(?i)\b(?:another|others?|second|third|twin|sister|further|additional|extra|remaining|rest|old|new|former|previous|earlier|next|next-\w+"
    r"|of (?:these|those|them)|out of|most of|some of|many of|half of)\b[^.;:]*$"
)
# The words behind a number that narrow what it counts: "the 63 spans of the viaduct".
_NARROWED = r" (?:[\w-]+ )?(?:that|who|whom|which|of|in(?! (?:all|number|total)\b)|at|on|from|for|by|with|\w+ed (?:by|in|at|for|on|from))\b[^,.;:]*"


def pairs(
    sides: list[Side], setting: Setting
) -> Iterator[tuple[Side, Side, int, str | None]]:
    """Yield the numbers of one document that are one with a slip.

    Args:
        sides: The facts of the document.
        setting: The run.

    Yields:
        Two numbers, how many ties they have, and what may excuse them.
    """
    for a, b, found in _candidates(sides, setting):
        ties = _ties(a, b, setting)
        kinds = setting.kinds[a.path][a.kind]
        others = len({side.numbers for side in kinds} - {a.numbers, b.numbers})
        if ties < _NEEDED[found] + (others > _MANY) + (others > _CROWD):
            continue
        yield a, b, ties, _excuse(a, b, setting, ties)


def _candidates(
    sides: list[Side], setting: Setting
) -> Iterator[tuple[Side, Side, Slip]]:
    """Yield the numbers of two sentences that are one but for a slip."""
    same: dict[tuple[str, str], list[Side]] = {}
    heads: dict[tuple[str, str], list[Side]] = defaultdict(list)
    for b in sides:
        fact = b.fact
        if (
            len(b.shuffled) < _FEWEST_DIGITS
            or fact.mention.form not in _FORMS
            or fact.mention.headers
            or fact.role is Role.TITLE
            or len(setting.kinds[b.path][b.kind]) > _MOST_NUMBERS
        ):
            continue
        before = same.setdefault((b.kind, b.shuffled.lstrip("0")), [])
        found = before
        if len(b.digits) > _FEWEST_DIGITS:
            alike = heads[b.kind, fact.head]
            found = before + alike if fact.definite else before
            alike.append(b)
        for a in found:
            if a.fact.index != fact.index and (by := slip(a, b)) is not None:
                yield a, b, by
        before.append(b)


def _ties(x: Side, y: Side, setting: Setting) -> int:
    """Return how much says that two numbers of one text are one."""
    a, b = x.fact, y.fact
    if (
        a.motion is not b.motion
        or a.mention.modifier is not b.mention.modifier
        or not _TABLE.isdisjoint(a.words | b.words)
        or not (_is_told_once(x, setting) or _is_told_once(y, setting))
        or not _is_nearest(x, y, setting)
    ):
        return 0
    counted = _counts_the_same(x, y)
    shared = ((a.near & b.words) | (a.words & b.near)) - {a.head, b.head}
    if not (counted or shared):
        return 0
    # One word in common is soon a name, or that of a whole story.
    taken_up = _is_taken_up(y, setting) and (
        counted or len(shared) > 1 or is_transposed(x, y)
    )
    whole = setting.tells(y, _compiled(_WHOLE))
    p, q = a.period, b.period
    then = p and q and p.start and (p.start, p.end) == (q.start, q.end)
    return 2 * taken_up + counted + min(len(shared), _MOST_WORDS) + whole + bool(then)


def _is_taken_up(side: Side, setting: Setting) -> bool:
    """Return whether a number is said as one that was told before."""
    return (
        side.fact.definite
        or _is_before(side, _TAKEN_UP, setting)
        or bool(_behind(side, _IN_ALL, setting))
    )


def _is_apart(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether words around one number alone make it that of another time or thing."""
    if not _is_taken_up(y, setting):
        mine, yours = (_markers(side, setting) for side in (x, y))
        named = y.fact.near & setting.names(y.path)
        return (
            mine != yours
            or not named <= x.fact.words
            or _alike(x, y, setting) < _TOLD_ALIKE
        )
    behind = _behind(y, _NARROWED, setting) & (y.fact.near - {y.fact.head})
    if behind and behind.isdisjoint(x.fact.words):
        return True
    return _is_before(y, _OTHER, setting)


def _counts_the_same(x: Side, y: Side) -> bool:
    """Return whether two numbers count one noun, if only one of them has it beside it.

    "The 13,500 kilos" and "the 34-year-old" are told by their units.
    """
    a, b = x.fact, y.fact
    if x.kind != "count":
        return b.definite
    if a.head == b.head:
        return bool(a.head)
    # "Employs 520 people", "its 250 employees"
    if a.head and b.head and not (x.people or x.measures & y.measures):
        return False
    return bool((a.head and a.head in b.near) or (b.head and b.head in a.near))


def _excuse(x: Side, y: Side, setting: Setting, ties: int) -> str | None:
    """Return why two numbers may both be right, where it is more than a surmise."""
    why = excuse(x, y, setting, event=False, restated=True)
    if why is not None:
        return None if why in SURMISES and ties > _PLAIN else why
    return OTHERS if _is_apart(x, y, setting) else None


def _is_told_once(side: Side, setting: Setting) -> bool:
    """Return whether no other fact of its kind in its document has the number of a fact."""
    return not any(
        other is not side and other.numbers == side.numbers
        for other in setting.kinds[side.path][side.kind]
    )


def _is_nearest(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether no other number of about that size is told more like one than another is."""
    alike = _alike(x, y, setting)
    return not any(
        other.numbers not in (x.numbers, y.numbers)
        and within(other, y, _NEAR_IN_SIZE)
        and _alike(other, y, setting) > alike
        for other in setting.kinds[y.path][y.kind]
    )


def _alike(x: Side, y: Side, setting: Setting) -> int:
    """Return the weight of the words that two clauses share, in percent of their mean."""
    weight = x.wording.near + y.wording.near
    return 2 * PERCENT * setting.weigh(x.fact.near & y.fact.near) // (weight or 1)


def _is_before(side: Side, pattern: str, setting: Setting) -> bool:
    """Return whether the words of its sentence before a number end with a pattern."""
    end = side.fact.mention.number.start
    start = max(side.fact.sentence.start, end - _BEFORE)
    return _compiled(pattern).search(setting.text(side), start, end) is not None


def _behind(side: Side, pattern: str, setting: Setting) -> set[str]:
    """Return the stems of the words that a pattern finds behind a number."""
    found = _compiled(pattern).match(setting.text(side), side.fact.mention.span.end)
    return {stem(word) for word in found[0].lower().split()} if found else set()


def _markers(side: Side, setting: Setting) -> set[str]:
    """Return the words of its sentence that may make a number that of another time or thing."""
    span = side.fact.sentence
    found = _compiled(_APART).finditer(setting.text(side), span.start, span.end)
    return {match[0].lower() for match in found}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
