"""A number, its place, and those that stand above or below it with theirs.

"With 52 medals Norland came second, ahead of Ostmark with 55 and Varn with 31"; "on 3.1 million
boxes the port is fourth, after Delmar with 4.9 million, Costa with 3.6 million and Rhena with
2.8 million"; "6.12 metres, the highest level since 1931, ahead of the 6.31 metres of 1995". Each
of those named must stand on its side of the number. One that does not is a slip; if none does, the
list counts by something else. "Its 46 mills make it the third-largest miller: Orm has 88 and Velm
39": as many as stand before the third are named, so all of them must have more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks import _compare, _tallies
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    TOKEN,
    Passage,
    aligned,
    finds,
    hint,
    matches,
    pattern,
)
from factcheck.language.data import word_set
from factcheck.model import Form, Mention, Outcome, Span

TELLS = hint(
    "behind ", "ahead of", "in front of", " above ", " below ", " after ", "followed ",
    "then come", "next come", "then came", "next came",
)  # fmt: skip
"""The mark of sentences in which a number may be set among others."""
_PLACE = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|runner-up|top|last)"
_MOST = r"(?:largest|biggest|highest|greatest|longest|tallest|deepest|heaviest|busiest|richest|oldest|widest|wettest|hottest|strongest|best|most)"
# What is placed, and on which side the others stand.
_SIDE = (
    rf"\b(?:{_PLACE}(?! <c)|{_MOST}|w[io]ns?|winning|beat|(?<!the )(?<!its )(?<!their )(?<!a )leads?|led)\b(?:[^<;:.(]|<[dwkqcemp]\d+>){{0,90}}?"
    r"(?:,| -|\b(?:is|was|were|are|just|narrowly|well|only))? ?"
    r"(?<![a-z])(?P<side>behind|(?:a|<c\d+>) (?:rungs?|places?|spots?) (?:above|below)|ahead of|in front of|after|followed (?:[a-z]+ )?by|(?:then|next) c[ao]mes?)\b"
)
# "Its <46 mills make it the third-largest> miller in the land: ", and what the others have.
_NTH = ("", "second", "third", "fourth", "fifth", "sixth")
_RANK = rf"(?<!of )(?<!among )the (?:(?:[a-z]+|<c\d+>)'s )?(?:(?P<nth>{'|'.join(_NTH[1:])})[- ])?{_MOST}\b"
_MADE = r"(?:mak(?:es?|ing)|made) (?:it|them|him|her|this|that|[a-z]+)"
_UNTIL = r"(?:[^<;:.()]|<[dwkq]\d+>){0,60}"
# "61 goals, more than any other", "61 medals, the most of the four", "the highest number of guests, 61"
_TOP = rf"(?:more (?:[a-z]+ )?than any other(?: (?!(?:in|of|on|at|from|outside|within|by)\b)[a-z-]+){{0,2}}(?=:|;|,| \()|the {_MOST} of (?:the|all)\b(?: <c\d+>)?)"
_AGAINST = r"(?:: |; | \(|,? (?:against|compared with) )"
_PLACED = (
    rf"<(?P<v>[cem])(?P<slot>\d+)>[^<;:.]{{0,40}} {_TOP}{_UNTIL}{_AGAINST}",
    rf"\bthe {_MOST} (?:number|total|count) of [a-z]+(?: [a-z]+)?,? (?:with |at )?<(?P<v>[cem])(?P<slot>\d+)>{_AGAINST}",
    rf"\b(?:is|are|was|were) {_TOP}[^<;:.()]{{0,30}} (?:at|with) <(?P<v>[cem])(?P<slot>\d+)>{_AGAINST}",
    rf"<(?P<v>[cem])(?P<slot>\d+)>[^<;:.]{{0,30}} {_MADE} {_RANK}{_UNTIL}(?:: |; | \(|,? with )",
    rf"\b(?:with|at|on) (?:(?:its|their|a total of|some|about) )?<(?P<v>[cem])(?P<slot>\d+)>[^<;:.]{{0,30}},? (?:(?:it|he|she|they|this|[a-z' &-]+) )?(?:is|are|was|were|ranks? as|remains?) {_RANK}{_UNTIL}(?:: |; | \(|,? with )",
    rf"\b(?:is|are|was|were|ranks? as|remains?) {_RANK}[^<;:.()]{{0,60}}? (?:with|at|on) <(?P<v>[cem])(?P<slot>\d+)>(?: [a-z]+){{0,3}}(?:: |; | \()",
)
_HAS = r"<[cemp](?P<slot>\d+)>|(?<![<\w,.])\d+(?:,\d{3})*(?![\w>])"
_HOLDER = r"(?s)\b[A-Z][^.,;\d]{1,50}$"
_HELD = r"^(?: [a-z]+)? (?:in|at|for|by|from) (?:the )?[A-Z]"
_AND = r"^(?: [a-z'-]+){0,2}(?:,|;| and)"
_ENDS = r"^(?: [a-z'-]+){0,2}\)?(?:[.,;)]|$)"
# What sets the others on two sides, or is of another list.
_ASIDE = r"\b(?:ahead|behind|above|below|after|before|follow\w*|between|next|nationwide|worldwide|abroad|elsewhere|each|together|combined|planned|plans?|was|were|of (?:them|which|whom|these))\b"
_OF_OTHER = r"\bby (?!(?:the )?(?:number|count)\b|far\b)|\b(?:outside|except|apart|besides|other than|among)\b"
LISTS = hint("more ", *_MOST[3:-1].split("|"), sources=_PLACED)
"""The mark of sentences that say which place a number has, and then what the others have."""
# Of these the smaller comes first, or the order is of something else.
_OTHERWISE = (
    r"\b(?:lowest|smallest|fewest|least|cheapest|fastest|quickest|shortest|youngest|slowest|coldest|driest|earliest|latest|strokes?|par|golf|rounds?|shots?"
    r"|goal difference|games? in hand|forecasts?|expect\w*|target|schedule|handicap|per|if|not|never|although|though|despite|until)\b"
)
# What names another beside its number, and what ends the list.
_BESIDE = r"(?:,|\()?(?: (?:with|on|at|in|has|had|have|got|won|drew|sold|is|was|were|(?:who|which|that) [a-z]+|the|its|their|about|some|just|only|still|a total of))* ?\(?$"
_LISTED = r"^(?:[^<;:]|<[dwkq]\d+>){1,90}$"
_NEXT = r"(?:,| and|\))"
_OPENS = r"(?:, | and )(?:it|they|he|she|its|their|while|whereas|but|so|this|that|ticket|the (?:two|three|four|first|last|rest|others?))\b"
_NAMED = re.compile(r"\b[A-Z][\w'-]+|\d")
_OF_NAME = re.compile(
    r"[^.;:,()]{0,30}? (?:of|in|by|from|for) (?:the )?(?:[a-z]+ ){0,3}(?:[A-Z]|\d{4})"
)
_IN_TURN = "after|follow|come|came"  # "won 3 in 2027, followed by 5 in 2028"
_AT_OTHER = r"<[dwq]\d+>|\b(?:this|last|next)\b"
_RANKED = word_set(
    """
    point vote seat reader viewer listener subscriber visitor guest passenger customer user member
    inhabitant resident ticket copy box container parcel car vehicle student pupil
    """
)
_NEAR = Decimal(3)  # times as much is of something else


def told(passage: Passage) -> Iterator[Outcome]:
    """Yield the number of a rival that stands on the wrong side."""
    masked = passage.masked
    side = pattern(_SIDE).search(masked)
    if side is None or passage.in_table or finds(masked, _OTHERWISE):
        return
    own = _own(passage, masked[: side.start("side")])
    if own is None:
        return
    if finds(side[0], r"\boldest\b") and passage.mention(own).dimension != "duration":
        return
    up = not side["side"].endswith(("behind", "below", "after"))
    others = _others(passage, own, side)
    wrong = [slot for slot in others if _is_wrong(passage, own, slot, up=up)]
    if len(wrong) != 1 or (len(others) == 1 and not _ranks(passage, own, side)):
        return
    places = [Place(passage, own), Place(passage, wrong[0])]
    first, second = (place.said() for place in places)
    words = ("ahead of", "less") if up else ("behind", "more")
    yield _tallies.say(
        [place.evidence(at) for at, place in enumerate(places)],
        f"{first} is ranked {words[0]} {second}, but it is {words[1]}.",
        f"The words put {first} {'above' if up else 'below'} {second}; the numbers say the"
        " reverse.",
        agrees=False,
    )


def listed(passage: Passage) -> Iterator[Outcome]:
    """Yield the number of another that belies a place: "the third-largest: Orm has 88, Velm 39".

    As many as stand before it are named behind a colon, and one of them has less; or more of
    those who are named stand before it than its place allows.
    """
    masked = passage.masked
    ranked = next(iter(matches(masked, *_PLACED)), None)
    if ranked is None or passage.in_table or finds(masked, _OTHERWISE):
        return
    own, before = int(ranked["slot"]), _NTH.index(ranked.groupdict().get("nth") or "")
    if finds(ranked[0], _OF_OTHER) or finds(masked[ranked.end() :], _ASIDE):
        return
    if not _is_plain(passage.mention(own)):
        return
    value = passage.mention(own).value or Decimal(0)
    others = _named(passage, own, ranked.end())
    more = sorted(other for other in others if other[0] > value)
    less = [other for other in others if other[0] < value]
    wrong = None
    if len(others) == before > 1 == len(less):
        wrong = less[0]
    elif len(more) == before + 1 and len(others) > 1:
        wrong = more[0]
    if wrong is None or not 1 / _NEAR < wrong[0] / value < _NEAR:
        return
    place, said = Place(passage, own), passage.document.surface(wrong[1])
    words = ("ahead of", "less") if wrong in more else ("behind", "more")
    yield _tallies.say(
        [
            place.evidence(0),
            _compare.span_evidence(passage.document, wrong[1], side=1),
        ],
        f"{place.said()} is ranked {words[0]} {said}, but it is {words[1]}.",
        f"With {place.said()} it would have another place among those that are named.",
        agrees=False,
    )


def _named(passage: Passage, own: int, start: int) -> list[tuple[Decimal, Span]]:
    """Return what each of a list of names has, behind a place; nothing if a part is no such list."""
    masked, text = passage.masked, passage.document.text
    at = passage.mention(own).span.end
    found: list[tuple[Decimal, Span]] = []
    follows = False  # "88 in Orm and 39 in Velm"
    for token in pattern(_HAS).finditer(masked, start):
        between = masked[start : token.start()]
        value, span = _amount(passage, own, token, at)
        if value is None or span is None:
            return []
        named = finds(text[at : span.start], _HOLDER)
        follows = follows if found else not named
        if follows:
            named = finds(text[span.end :], _HELD)
        if not named or "<" in between or (found and not finds(between, _AND)):
            return []
        found.append((value, span))
        start, at = token.end(), span.end
    return found if finds(masked[start:], _ENDS) else []


def _amount(
    passage: Passage, own: int, token: re.Match[str], at: int
) -> tuple[Decimal | None, Span | None]:
    """Return a number of the kind of another, also one that is read as none: "Velm's 39"."""
    mine = passage.mention(own)
    if token["slot"]:
        other = passage.mention(token["slot"])
        pair = aligned(mine, other) if _is_plain(other) else None
        fits = pair is not None and pair[0].unit == pair[1].unit
        return (other.value, other.span) if fits else (None, None)
    start = passage.document.text.find(token[0], at)
    bare = mine.dimension == "count" and mine.surface.replace(",", "").isdigit()
    if start < 0 or not bare:
        return None, None
    return Decimal(token[0].replace(",", "")), Span(start, start + len(token[0]))


def _ranks(passage: Passage, own: int, side: re.Match[str]) -> bool:
    """Return whether a number alone says who is ahead, without a third that stands right.

    Faults count the other way, medals by their kind, and what is followed may come in turn.
    """
    most = finds(side[0], rf"\b{_MOST}\b")
    if finds(side["side"], _IN_TURN):
        return most and side["side"] != "after"
    counted = passage.mention(own).counted
    ranked = counted is not None and counted.lemma in _RANKED
    if ranked and finds(passage.masked[side.end() :], _AT_OTHER):
        return False
    return most or ranked or passage.kinds[own] in "emp"


def _own(passage: Passage, before: str) -> int | None:
    """Return the number that is placed: the last amount before, and no difference."""
    tokens = [t for t in TOKEN.finditer(before) if t["kind"] in "cemp"]
    if (
        tokens
        and finds(before[tokens[-1].end() :], r"^(?: [a-z]+)? ?$")
        and len(tokens) > 1
    ):
        tokens = tokens[:-1]  # "with 41 points, two behind"
    slots = [int(t["slot"]) for t in tokens if _is_plain(passage.mention(t["slot"]))]
    if not slots or ";" in before[tokens[-1].end() :]:
        return None
    alike = [
        s for s in slots if aligned(passage.mention(s), passage.mention(slots[-1]))
    ]
    return slots[-1] if len(alike) == 1 else None


def _is_plain(mention: Mention) -> bool:
    return mention.form is Form.PLAIN and not mention.modifier and bool(mention.value)


def _others(passage: Passage, own: int, side: re.Match[str]) -> list[int]:
    """Return the numbers of those that are named behind the word that sets them."""
    masked, text = passage.masked, passage.document.text
    found: list[int] = []
    start, word = side.end(), side["side"].rpartition("> ")[2]
    in_turn = finds(word, _IN_TURN)
    last = text.lower().find(word, passage.mention(own).span.end)
    for token in TOKEN.finditer(masked, start):
        if token["kind"] in "dwkq":
            continue
        between, slot = masked[start : token.start()], int(token["slot"])
        mention = passage.mention(slot)
        if not finds(between, _LISTED) or finds(between, _OPENS):
            break
        if found and not finds(between, _NEXT):
            break
        written = text[last : mention.span.start]
        named = _NAMED.search(written) or (
            not in_turn and _OF_NAME.match(text, mention.span.end)
        )
        if not named or not finds(between, _BESIDE):
            break
        if not _is_plain(mention) or not _pair(passage.mention(own), mention):
            break
        found.append(slot)
        start, last = token.end(), mention.span.end
    return found


def _pair(own: Mention, other: Mention) -> tuple[Mention, Mention] | None:
    """Return two numbers that can be compared: "12.4 percent, behind the Greens on 14.1"."""
    bare = other.dimension == "count" and other.counted is None
    return (own, other) if bare and own.dimension == "ratio" else aligned(own, other)


def _is_wrong(passage: Passage, own: int, other: int, *, up: bool) -> bool:
    """Return whether another number is surely on the wrong side of the one that is placed."""
    both = _pair(passage.mention(own), passage.mention(other))
    if both is None:
        return False
    first, second = both[0].reading, both[1].reading
    if not first.low or not second.low or not first.high or not second.high:
        return False
    if not 1 / _NEAR < first.low / second.low < _NEAR:
        return False
    return first.high < second.low if up else first.low > second.high
