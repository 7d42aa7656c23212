"""How sentences tell of a change: which number is the old value, the new one, the change.

Read from marked sentences alone, so that one wording is read once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from factcheck.checks import _bases, _direction
from factcheck.checks._context import (
    TOKEN,
    finds,
    pattern,
    remembered,
    search,
    segments,
)
from factcheck.frozen import dataclass

_UP_VERBS = (
    f"{_direction.RISES}|gain(?:s|ed|ing)?|expand(?:s|ed|ing)?|advanced|improved|lifted"
    "|swelled|extended|lengthened|deepened|thickened|broadened|heightened|warmed|stretched"
)
_DOWN_VERBS = f"{_direction.FALLS}|cuts?|cutting|sank|contracted|shortened|thinned|lightened|cooled|los(?:t|es|ing)|shed(?:s|ding)?"
_UP_NOUNS = (
    "rise|increase|growth|jump|gain|surge|improvement|climb|hike|expansion|uptick"
    "|advance|leap"
)
_DOWN_NOUNS = (
    "fall|drop|decline|decrease|cut|reduction|loss|slump|dip|plunge|slide|shortfall"
    "|contraction|saving"
)
_UP_THAN = (
    "more|higher|larger|bigger|greater|longer|heavier|faster|dearer|older|taller|wider"
    "|farther|further|above|over(?! (?:the (?:next|last|past|following) )?<t)"
)
_DOWN_THAN = (
    "fewer|less|lower|smaller|shorter|lighter|slower|cheaper|younger|narrower|below"
    "|short of|under"
)
VERBS = f"(?:{_UP_VERBS}|{_DOWN_VERBS})"
NOUNS = f"(?:{_UP_NOUNS}|{_DOWN_NOUNS})"
"""Nouns for a change: "rise", "loss"."""
THAN = f"(?:{_UP_THAN}|{_DOWN_THAN})"
"""Words that compare: "more", "below"."""
_LEAD = "(?: (?:an?|by|only|just|another|as much as|the|exactly|even|more))*"
SIGN = (
    rf"\b(?:(?P<up>up|{_UP_VERBS}|{_UP_NOUNS}|{_UP_THAN})"
    rf"|(?P<down>down|{_DOWN_VERBS}|{_DOWN_NOUNS}|{_DOWN_THAN}))\b"
)
# A fund that "raised 40 million" took it in; prices are raised by an amount.
_DELTA_LEFT = rf"\b(?:up|down|by|(?!raised $){VERBS}|{NOUNS}(?: in [a-z ]{{1,20}})? (?:of|at)){_LEAD} $"
_DELTA_RIGHT = rf"^-?(?: (?!and\b|to\b|an?\b)[a-z-]+){{0,2}}? (?:{THAN}|{NOUNS})\b"
_AMOUNT_RIGHT = rf"^(?: [a-z-]+){{0,2}}? (?!under the [a-z]){THAN} (?:[a-z-]+ ){{0,3}}?(?:than|the)\b"
_OLD_RIGHT = (
    r"^(?: [a-z-]+)?,? (?:a (?:year|month|week|decade) (?:ago|earlier|before)"
    r"|(?:last|the previous) (?:year|month|week)|previously|the (?:year|month|week) before)\b"
)
# "from 92 to 115 euros, or 15 percent"
_DELTA_OR = r">(?: [^<;:]{0,30})?, or(?: about| some| roughly)? $"
# A change told twice: "by 12 euros or 25 percent".
_AGAIN = r"^(?: [a-z'-]+){0,3}?(?:,? or|,? that is,?|,? i\.e\.|,? equal to| \(=?|,)(?: about| some| roughly| nearly| almost| just over| just under)? ?$"
# The last preposition before a number says what it is.
# "They make up 14 percent", "a limit on rises passed by 38 votes to 31".
_NO_RISE = r"\b(?:ma(?:ke|kes|de|king)|add(?:s|ed|ing)?|t(?:ake|akes|ook|aking)) up (?:[a-z]+ ){0,2}$"
# Of each of several: "from 9 to 30 euros, one more in each class".
_VOTES = r"^ votes? (?:to|against) <|^(?: [a-z]+)? (?:in|for|on|at) (?:each|every|all|both) [a-z]"
_OLD_LEFT = (
    r"(?:\b(?:from|than|against|versus|vs\.?|compared (?:with|to))|"
    r"(?:above|below|short of)|(?:>|growth|rise|increase|fall|drop|decline|gain)"
    r"(?: [a-z]+)? (?:on|over)(?!(?: [a-z]+){1,2} of $))"
    r"(?: (?!(?:to|up|down|and|further|another|additional|extra)\b)(?:[a-z0-9'-]+|<[dw]\d+>(?:'s)?)){0,6} $"
)
# Neither the old value nor on the same terms as the new one.
_EXTREME = r"\b(?:low|high|peak|bottom|trough)s? of $"
_OTHER_TERMS = (
    r"constant[- ](?:currenc|price|exchange)|organic|adjusted"
    r"|year[- ](?:on|over)[- ]year[^;]* from (?:[a-z]+ )?<[cemr]\d+>(?: [a-z]+)?,? in <d\d+>"
    r"|comparable|same[- ]store|identical|\bbasis\b|\bsplit\b|local currenc|underlying|annuali[sz]ed"
)
_SAME_TERMS = r"\b(?:adjusted|underlying) (?!for\b)(?=[a-z])"
_OLD_ASIDE = (
    r"\bthan in <d\d+>,? when (?:[a-z']+ ){1,4}$|"
    r"\((?:<[dw]\d+>|(?:last|previous|prior) year|a year (?:earlier|before)):? $"
    r"|\bthan [a-z' -]{1,40},? (?:which (?:measures|has|is|had|was|costs?|weighs|got)"
    r"|with|at)(?: [a-z]+)? $"
    r"|\binstead of (?:the (?:usual )?)?$"
    r"|\bthan (?:(?:in|on|for|at) )?(?:<[dw]\d+>|[a-z]+(?: [a-z]+)?) \($"
    r"|\bthan (?:<[tdw]\d+>|(?:last|a|the) (?:year|month|week))(?: (?:earlier|before|ago))?,"
    r" (?:when (?:(?:it|they|there|the (?:figure|number)) (?:was|were|had been|stood at|came to) )?|at )?$"
)
_NEW_LEFT = (
    r"\b(?:to|reach(?:ed|es|ing)?|hit(?:s|ting)?|at)(?: (?:an?|the|some|new|"
    r"record|about|total|of|high|low|just)){0,4} $"
)
# "doubled from 40 to 80", "tripled, from 20 to 60"
_MULTIPLIED = (
    r"^(?: [a-z]+){0,3}? (?:from|to) |^, to |^: "
    r"|^(?: [a-z'-]+| <[tdw]\d+>){1,8}, from (?:[a-z]+ ){0,3}<[cemr]"
    r"|^ (?:in|since|over|within|by) (?:[a-z]+ ){0,3}(?:<[tdw]\d+>)?,? ?(?:from|to) "
)
# What a change was helped by is none of its values.
_TAIL = (
    r", (?:(?:is|was|were) )?(?:also |partly |mainly |largely |chiefly |again )?(?:helped|depressed|dampened|driven|boosted|lifted|supported"
    r"|buoyed|fuel+ed|aided|led|powered|hurt|hit|held back|dragged down|weighed down|caused"
    r"|prompted|spurred|pushed up) by [^;]*$"
)
# What may stand between a new value and the words that compare it.
_BRIDGE = (
    r"^(?:-?[^<;:()]{0,70})(?:<[dwkqt]\d+>[^<;:()]{0,40})?(?:<[dwkq]\d+>[^<;:()]{0,30})?"
    r"(?:,| -|\((?:<[dw]\d+>: ?)?| or| is| was| were| are|'s)(?: \()? ?"
    r"(?:or |i\.e\. |that is |which (?:is|was|represents|means) |representing |still "
    r"|some |about |and )*"
    rf"(?:up|down|by|an?|the|compared (?:with|to)|against|versus|vs\.?|{NOUNS} of"
    rf"|(?:an? |the )?(?:[a-z]+ )?{NOUNS} of)?"
    r"(?: [a-z'-]+){0,4} ?$"
)
_SUBJECT = (
    rf",(?: and| but)? (?!an? (?:[a-z]+ )?{NOUNS} of\b|which (?:is|was|means|represents)\b)"
    r"(?:its|the|his|her|their|our|[a-z]+s?) [a-z ]*"
    rf"\b(?:{VERBS}|was|were|is|are|has|have)\b"
)
_NEXT_ONE = rf" and (?:the|its|their) (?:[a-z]+ ){{1,3}}?(?:to |will |would |has |have )?{VERBS} by "
# "Slipped by 1.5 percent to 13 million": the change leads to that value, and no other.
_LEADS_TO = r"^(?: (?:in|over|since|during) (?:the )?<[dwt]\d+>)?,? to(?: (?!from\b)[a-z'-]+){0,3} <[cemtr](\d+)>"
_NEXT_CLAUSE = r", (?:and|but|while|whereas) (?=[^<]{1,60}<)"


@dataclass(frozen=True, slots=True)
class Token:
    """A number of a marked sentence; its role is "old", "new", "delta", "other" or none."""

    start: int
    end: int
    kind: str
    slot: int
    role: str


class Part(NamedTuple):
    """A part of a marked sentence that tells of one change.

    Attributes:
        text: The part.
        tokens: Its numbers.
        delta: The change.
        sign: 1 for a rise, -1 for a fall, 0 where the words leave it open.
        whole: Whether it is no mere clause, and may go back to the sentence before.
    """

    text: str
    tokens: tuple[Token, ...]
    delta: Token
    sign: int
    whole: bool


@remembered
def parts(
    masked: str,
) -> tuple[Part, ...]:
    """Return the changes that the parts of a marked sentence tell."""
    if not ("<x" in masked or " went from <" in masked or search(masked, SIGN)):
        return ()
    if " by " in masked:
        masked = pattern(_TAIL).sub("", masked)
    return tuple([part for text in segments(masked) for part in _read(text)])


def _read(text: str, *, whole: bool = True) -> list[Part]:
    tokens = tuple([token(text, match) for match in TOKEN.finditer(text)])
    for amount, share in pairwise(tokens):
        if (
            amount.role == "delta"
            and share.kind == "p" != amount.kind
            and finds(text[amount.end : share.start], _AGAIN)
        ):
            way, others = sign(text, amount), [t for t in tokens if t is not share]
            twin = replace(share, role="delta")
            rest = [twin if t is share else t for t in tokens if t is not amount]
            return [
                Part(text, tuple(others), amount, way, whole),
                Part(text, tuple(rest), twin, way, whole),
            ]
    deltas = [token for token in tokens if token.role == "delta"]
    if len(deltas) == 1 and _bases.is_elsewhere(text, deltas[0].start, deltas[0].end):
        return []
    if len(deltas) == 1:
        way = 1 if deltas[0].kind == "x" else sign(text, deltas[0])
        return [Part(text, tokens, deltas[0], way, whole)]
    # "Up 6 percent from 310,000, and members recorded 410 sales, 31 more than in 2023."
    clauses = pattern(_NEXT_CLAUSE).split(text) if deltas else ()
    if len(clauses) > 1:
        return [part for clause in clauses for part in _read(clause, whole=False)]
    return []


def is_broken(segment: str, old: Token, new: Token, delta: Token) -> bool:
    """Return whether the change is told in another part of the sentence than its values."""
    if leads_elsewhere(segment, delta, new.slot):
        return True
    first, last = sorted((old, new), key=lambda token: token.start)
    if delta.start > last.start:
        return _bases.goes_on(segment[last.end : delta.start])
    if delta.end <= first.start:
        return _bases.goes_on(segment[delta.end : first.start])
    between = segment[first.end : delta.start]
    if old is first:
        return _bases.goes_on(between)
    # "Reserves reached 60 million and the surplus grew by 15 million, from 20 million"
    return pattern(_NEXT_ONE).search(between) is not None


def leads_elsewhere(segment: str, delta: Token, new: int) -> bool:
    """Return whether a change says what value it leads to, and that is not the new one.

    "Sales fell by 4 percent to 6 million, so that the price rose from 50 to 54 crowns".
    """
    led = pattern(_LEADS_TO).match(segment[delta.end :])
    return led is not None and new not in (int(led[1]), delta.slot)


def is_on_other_terms(segment: str) -> bool:
    """Return whether a change is told on other terms than its two values.

    "Adjusted profit was 51.6 million (43.0 million), up 20 percent" is on one.
    """
    head, token, rest = segment.partition("<")
    if _bases.is_exchange(segment) or _bases.leaves_out(segment):
        return True
    return bool(
        pattern(_OTHER_TERMS).search(pattern(_SAME_TERMS).sub("", head) + token + rest)
    )


def token(segment: str, match: re.Match[str]) -> Token:
    left = segment[max(0, match.start() - 60) : match.start()]
    right = segment[match.end() : match.end() + 60]
    kind = match["kind"]
    moves = not (finds(left, _NO_RISE) or pattern(_VOTES).match(right))
    role = _role(kind, left, right) if moves else ""
    return Token(match.start(), match.end(), kind, int(match["slot"]), role)


def _role(kind: str, left: str, right: str) -> str:
    """Return what a number is in a change."""
    if kind in "cemtr":
        return _role_of_amount(kind, left, right)
    if kind == "x":
        return "delta" if pattern(_MULTIPLIED).match(right) else ""
    told = pattern(_DELTA_OR).search(left) and not right.startswith(" of ")
    by = pattern(_DELTA_LEFT).search(left) or pattern(_DELTA_RIGHT).search(right)
    return "delta" if kind in "pfb" and (told or by) else ""


def _role_of_amount(kind: str, left: str, right: str) -> str:
    """Return what an amount is in a change."""
    if pattern(_EXTREME).search(left) or (
        kind == "t"
        and (
            left.endswith("> over ")
            or pattern(r"^ (?:earlier|before|ago|later)\b").match(right)
        )
    ):
        return ""
    if _bases.is_cause(right):
        return "other"
    itself = _bases.is_change_itself(left, right)
    if not itself and (
        pattern(_OLD_LEFT).search(left)
        or pattern(_OLD_ASIDE).search(left)
        or pattern(_OLD_RIGHT).match(right)
    ):
        return "other" if _bases.was_hoped(left, right) else "old"
    if pattern(_DELTA_LEFT).search(left) or pattern(_AMOUNT_RIGHT).search(right):
        return "delta"
    if pattern(_NEW_LEFT).search(left):
        return "new"
    return "other" if itself else ""


def news(
    segment: str, tokens: Sequence[Token], old: Token, delta: Token
) -> list[Token]:
    """Return what may be the new value, the likeliest first."""
    kinds = {old.kind, "r"} if old.kind in "em" else {old.kind}
    if old.kind == "c":
        kinds = set("cemtr")
    told = [token for token in tokens if token.role == "new" and token.kind in kinds]
    if not told and old.kind in "em":  # "from 3.1 million euros to 3.4 million"
        told = [token for token in tokens if token.role == "new" and token.kind == "c"]
    if told:
        return told if len(told) == 1 else []
    first = min(old, delta, key=lambda token: token.start)
    before = [t for t in tokens if t.end <= first.start and t.kind in kinds]
    if old.kind == "c":  # "94 million in the first six months, up six percent from 89"
        before = [t for t in before if t.kind != "t"] or before
    if not before:
        return []
    new, last = before[-1], before[-1]
    if len(before) > 1 and last.kind == "r" != old.kind == before[-2].kind:
        # "4.5 million euros, or 71 cents a share, up from 4.1 million euros"
        either = segment[before[-2].end : last.start]
        new = before[-2] if pattern(r"^[a-z ]*,? or $").match(either) else new
    between = segment[last.end : first.start]
    if pattern(_BRIDGE).match(between) and not pattern(_SUBJECT).search(between):
        return [new]
    return []


def sign(segment: str, delta: Token) -> int:
    """Return 1 for a rise, -1 for a fall, 0 where the words leave it open."""
    best, way = 1000, 0
    for hint in pattern(SIGN).finditer(segment):
        before = hint.end() <= delta.start
        distance = delta.start - hint.end() if before else hint.start() - delta.end
        if distance < best:
            best, way = distance, 1 if hint["up"] else -1
    return way
