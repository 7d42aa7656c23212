"""One number that a text tells twice, once with a slip.

"The drug was tested on 806 patients. In the entire trial, with its 860 patients, ...": nothing
says that the second number is the first, but two of its digits are swapped, it counts the same
noun and takes up what was told. A slip of a known kind is evidence: the less likely it is by
chance, the fewer words need say that both numbers are one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from factcheck.language.patterns import Pattern
from factcheck.link.digits import Slip, is_transposed, slip
from factcheck.link.excuses import excuse
from factcheck.link.kinship import PERCENT
from factcheck.link.lexicon import STOPWORDS
from factcheck.link.reasons import CHANGE, SURMISES
from factcheck.link.setting import Setting
from factcheck.link.sides import Side
from factcheck.link.soles import within
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
_BOTH = 2
_MOST_WORDS = 3  # in common; more say no more
_FORMS = frozenset((Form.PLAIN, Form.AGE))
_TITLE = Role.TITLE  # looked up once: a member of an enumeration takes long
_PLAIN = 4  # ties
_WEAK = SURMISES | {CHANGE}
_TOLD_ALIKE = 50  # percent of the words
OTHERS = "the words around them say that one may be of another time or thing"
_STEM, _LETTERS, _NARROW = 5, 3, 4
_TIMES = frozenset(
    ("last", "next", "ago", "earlier", "later", "previous", "then", "before")
)
# What a table of results has between two numbers.
_TABLE = r"\bvs?\b"


_THE = r"(?:\b(?:the|these|those|its|his|her|their|our|your)|['\u2019]s?)"
_NOUN = r" (?!(?:is|was|are|were|be|had|has|have|of|in|at|to|for|from|by|than|and|or|with|but|an?)\b)[\w'\u2019-]+"
# What before a number says that it was told before: "those 84", "all of the 63", "the full 153".
_TAKEN_UP = (
    rf"(?i)(?:{_THE}(?:{_NOUN})? |\b(?:this|that|all|both|it was)(?: of)? "
    rf"|\b(?:final|full|entire|whole|total|overall|exact)(?:{_NOUN})? (?:of )?)$"
)
# The noun for a number beside it: "the debt, 65.1 million", "at a price of 12 crowns".
_NAMED = (
    rf"(?i)(?:{_THE}|\bth(?:is|at))((?:{_NOUN}(?: of{_NOUN})?){{1,3}})"
    r"(?: of|,(?: at| of| which is| which was| being)?) $"
)
_IN_ALL = r" (?:\w+ )?(?:in (?:all|number|total)|altogether)\b"
# How many there are, told once and taken up whole: "has nine bells", "all ten of its bells".
_HAS = (
    r"(?i)\b(?:there (?:are|were)|has|have|consists? of|comprises?|contains?|holds?|shows?|owns?|keeps?|runs"
    r"|wrote|published|author of|made up of)(?: just| only| exactly)? $"
)
_MAKE_UP = r" (?:\w+ )?(?:\w+ )?(?:make up|form|belong to)\b"
_EACH = (
    r"(?i)(?:\b(?:all|each|every one|none)(?: of)?(?: (?:the|its|his|her|their|these|those))?"
    r"|\b(?:its|his|her|their|our)|\w['\u2019]s?) $"
)
_WITH = r" (?:[\w-]+ )?(?:at|by|for|near|on|over|under|with|without)\b"
# What says that a number is all that there is.
_WHOLE = (
    r"\b(?:all|altogether|entire|every one|final|full|fully|in number|in total|none|not one|only"
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
    r"(?i)\b(?:another|others?|second|third|twin|sister|further|additional|extra|remaining|rest|old|new|former"
    r"|previous|earlier|next)\b(?: [\w'\u2019-]+){0,4}(?:,(?: at| of| being| which is| which was)?| of)? $"
    r"|\bof (?:these|those|them|which|whom), $"
)
# The words behind a number that narrow what it counts: "the 63 spans of the viaduct".
_NARROWED = (
    r"(?: of (?:us|them|you))? (?:[\w-]+ )?(?:(?:that|who|whom|which)(?: (?:is|was|are|were|had|has|have|will|would))?|\w+ed (?:by|in|at|for|on|from)"
    r"|of|in(?! (?:all|number|total)\b)|from)\b((?:(?! (?:is|was|are|were|had|has|have|will|would|can|could)\b)[^,.;:])*)"
)


def pairs(
    kinds: Mapping[str, list[Side]], setting: Setting
) -> Iterator[tuple[Side, Side, int, str | None]]:
    """Yield the numbers of one document that are one with a slip.

    Args:
        kinds: The facts of the document, by their kind.
        setting: The run.

    Yields:
        Two numbers, how many ties they have, and what may excuse them.
    """
    for sides in kinds.values():
        for a, b, found in _candidates(sides):
            ties = _ties(a, b, setting)
            others = len({side.numbers for side in sides} - {a.numbers, b.numbers})
            if ties < _NEEDED[found] + (others > _MANY) + (others > _CROWD):
                continue
            yield a, b, ties, _excuse(a, b, setting, ties)
    for a, b in _wholes(kinds.get("count", [])):
        if (
            (_is_before(a, _HAS, setting) or _behind(a, _MAKE_UP, setting))
            and _is_before(b, _EACH, setting)
            and not _behind(b, _WITH, setting)
            and (ties := _ties(a, b, setting))
            >= _PLAIN + setting.tells(b, _told_by(_WHOLE))
            and _markers(a, setting) == _markers(b, setting)
        ):
            yield a, b, ties, _excuse(a, b, setting, 0)


def _wholes(sides: Iterable[Side]) -> Iterator[tuple[Side, Side]]:
    """Yield the only two counts of a noun, which are no slip of each other but near in size."""
    counts: dict[str, list[Side]] = defaultdict(list)
    for side in sides:
        fact = side.fact
        if fact.head and fact.role is not _TITLE:
            counts[fact.head].append(side)
    for told in counts.values():
        if len(told) != _BOTH:
            continue
        a, b = told
        if (
            a.fact.index != b.fact.index
            and a.fact.mention.form is b.fact.mention.form is Form.PLAIN
            and not (a.fates or b.fates)
            and not (a.fact.mention.headers or b.fact.mention.headers)
            and within(a, b, _NEAR_IN_SIZE)
            and a.numbers != b.numbers
            and slip(a, b) is None
            and a.fact.words.issuperset(b.fact.qualifiers)
        ):
            yield a, b


def _candidates(sides: list[Side]) -> Iterator[tuple[Side, Side, Slip]]:
    """Yield the numbers of one kind in two sentences that are one but for a slip."""
    same: dict[str, list[Side]] = {}
    heads: dict[str, list[Side]] = defaultdict(list)
    if len(sides) > _MOST_NUMBERS:
        return
    for b in sides:
        fact = b.fact
        if (
            len(b.shuffled) < _FEWEST_DIGITS
            or fact.mention.form not in _FORMS
            or fact.mention.headers
            or fact.role is _TITLE
        ):
            continue
        before = same.setdefault(b.shuffled.lstrip("0"), [])
        found = before
        if len(b.digits) > _FEWEST_DIGITS:
            alike = heads[fact.head]
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
        or not (_is_told_once(x, setting) or _is_told_once(y, setting))
        or _is_told_before(y, setting)
        or not _is_nearest(x, y, setting)
        or setting.tells(x, _told_by(_TABLE), whole=True)
        or setting.tells(y, _told_by(_TABLE), whole=True)
    ):
        return 0
    named = _named(y, setting) & a.words
    counted = bool(named) or _counts_the_same(x, y)
    shared = ((a.near & b.words) | (a.words & b.near)) - {a.head, b.head}
    if x.kind.startswith("currency:"):  # "yen", written out, says nothing
        shared -= set(map(stem, b.mention.surface.lower().split()))
    other = a.head and b.head and not counted and x.kind == "count"
    if other or not (counted or shared):
        return 0
    # One word in common is soon a name, or that of a whole story.
    taken_up = _is_taken_up(x, y, setting) and (
        counted or len(shared) > 1 or is_transposed(x, y)
    )
    whole = setting.tells(y, _told_by(_WHOLE))
    p, q = a.period, b.period
    then = p and q and p.start and (p.start, p.end) == (q.start, q.end)
    return 2 * taken_up + counted + min(len(shared), _MOST_WORDS) + whole + bool(then)


def _is_taken_up(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether a number is said as one that was told before."""
    a, b = x.fact, y.fact
    return (
        b.definite
        or _is_before(y, _TAKEN_UP, setting)
        or not _named(y, setting).isdisjoint(a.words)
        or bool(_behind(y, _IN_ALL, setting))
        or (x.kind == "age" and bool(a.near & b.near & setting.names(y.path)))
    )


def _is_apart(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether words around one number alone make it that of another time or thing."""
    a, b = x.fact, y.fact
    if not _is_taken_up(x, y, setting):
        mine, yours = (_markers(side, setting) for side in (x, y))
        named = b.near & setting.names(y.path)
        return (
            mine != yours or not named <= a.words or _alike(x, y, setting) < _TOLD_ALIKE
        )
    if _is_before(y, _OTHER, setting):
        return True
    # "The herd of Ole Vatne, 134 reindeer"
    if not (_named(y, setting) & setting.names(y.path)) <= a.words:
        return True
    if x.kind == "age":
        return False
    found = _behind(y, _NARROWED, setting)
    words = found[1].lower().split() if found else []
    told = setting.text(x)[a.sentence.start : a.sentence.end].lower()
    if any(word in _TIMES and word not in told for word in words):
        return True
    # "The 42 trams covered by the contract" says what was said; "of the viaduct" does not.
    telling = [
        word[:_STEM]
        for word in words[:_NARROW]
        if len(word) > _LETTERS and word not in STOPWORDS
    ]
    known = sum(start in told for start in telling)
    return len(telling) > 2 * known


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
    firm = ties > _PLAIN or (x.kind == "age" and y.fact.definite)
    if why is not None and not (why in _WEAK and firm):
        return why
    return OTHERS if _is_apart(x, y, setting) else None


def _is_told_once(side: Side, setting: Setting) -> bool:
    """Return whether no other fact of its kind in its document has the number of a fact."""
    return not any(
        other is not side and other.numbers == side.numbers
        for other in setting.kinds[side.path][side.kind]
    )


def _is_told_before(side: Side, setting: Setting) -> bool:
    """Return whether its document has the number of a fact further up."""
    kinds = setting.kinds[side.path]
    # "Per Holm, 92, founded it" need not be an age.
    told = (*kinds[side.kind], *(kinds.get("count", ()) if side.kind == "age" else ()))
    return any(
        other.number < side.number and other.numbers == side.numbers for other in told
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
    return _before(side, pattern, setting) is not None


def _before(side: Side, pattern: str, setting: Setting) -> re.Match[str] | None:
    mention = side.fact.mention
    end = min(mention.span.start, mention.number.start)
    start = max(side.fact.sentence.start, end - _BEFORE)
    return _compiled(pattern).search(setting.text(side), start, end)


def _named(side: Side, setting: Setting) -> set[str]:
    """Return the stems of the words for what a number says: "the debt, 65.1 million"."""
    found = _before(side, _NAMED, setting)
    return {stem(word) for word in found[1].lower().split()} - {""} if found else set()


def _behind(side: Side, pattern: str, setting: Setting) -> re.Match[str] | None:
    return _compiled(pattern).match(setting.text(side), side.fact.mention.span.end)


def _markers(side: Side, setting: Setting) -> set[str]:
    """Return the words of its sentence that may make a number that of another time or thing."""
    span = side.fact.sentence
    found = _compiled(_APART).finditer(setting.text(side), span.start, span.end)
    return {match[0].lower() for match in found}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _told_by(pattern: str) -> Pattern:
    return Pattern(pattern)
