"""Changes told apart from their two values: "In 2024 it was 800 crates, so the crop fell by 30 percent".

The old value and the new one are the only two amounts of one kind near the claim that hold at
two times, in its own sentence or in those around it. What the claim is of is said by the words
that it shares with them, or by "so", "that is", "the figure". A change set beside the only two
values that can be compared needs no times: "84 cents in Tarn and 105 cents in Veld, 15 percent more".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck.checks import _bases, _changes, _shares, _then
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    TOKEN,
    Passage,
    finds,
    hint,
    pattern,
    remembered,
    search,
)
from factcheck.checks._then import Value
from factcheck.model import Fact, Form, Motion, Period, Stance

_FAR, _BOTH = 2, 2  # sentences; values in one sentence
_REACH = 25  # characters after a change that say of what
_RATIOS, _AMOUNTS = frozenset("p"), frozenset("cemtr")
# "83 percent, three points above the country": it is a level.
_POINTS_OFF = r"^,? (?:or )?(?:<[bc]\d+>|[a-z]+)(?: percentage)? points? (?:above|below|over|under)\b"
_SPREAD = r"^(?: [a-z]+){0,3}? (?:over|above|below|under)\b"
_THAN = rf"{_then.MORE}|up|down"
_MORE = rf"^(?: [a-z]+)? (?:{_THAN})(?: than (?:before|then|now))?(?:[.,;)]|$)"
_MOVE = "rise|increase|growth|jump|gain|surge|climb|fall|drop|decline|decrease|cut|reduction|loss|slump|difference|change"
_SO = r"\b(?:so|thus|therefore|hence|in other words|consequently)\b"
_NO_BASE = (
    rf"^(?! or <)(?! (?:[a-z]+ )?(?:(?:{_MOVE}) )?(?:on|from|over|against|above|below|compared) (?!<t|(?:the )?(?:last |past |next )?<t|that\b|it\b))"
    rf"(?:(?! (?:{_THAN})\b)| (?:{_THAN})(?: than (?:before|then|now))?(?:[.,;:)]| and\b|$))"
)
_POINTS = r"^ (?:percentage |full )?points?\b"
_MEANT = r"\b(?:target|budgeted|goal|quota|limit|plan(?:s|ned)?|expect(?:s|ed)?|forecast|would|could|should|may|might|hopes?|aims?|call(?:s|ed)? for|demand(?:ed|ing)|urg(?:es|ed|ing)|if|unless|both|respective(?:ly)?|each|while|whereas|average of|record|(?<!is )(?<!was )(?<!are )worth)\b"
_TIED = (
    r"(?:^|, |; |: | - )(?:and |or )?(?:that|this|which|it|they|both figures)(?:'s| (?:is|was|are|were|makes?|made|means?|meant|represents?|marks?|amounts? to|comes? to|equals?|gives))\b"
    r"|(?:^|, |; |: | - )(?:so|thus|hence|therefore|thereby|making|meaning|or|still)\b"
    r"|\b(?:in other words|therefore|thus|hence|consequently|accordingly)\b"
    rf"|(?:, |; |: | - |\()(?:up|down|(?:an?|the) (?:[a-z]+ )?(?:{_MOVE})\b|<[pfxcem]\d+>)"
    rf"|^(?:<[tdw]\d+> later,? |since then,? |in (?:that|this) (?:time|period),? |within <t\d+>,? )?(?:it|they|the (?:number|figure|total|sum|amount|count|tally))(?: (?:has|have|had|is|are|was|were))?(?: [a-z]+)? (?:<x|[a-z]+ed\b|rose|risen|grew|grown|fell|fallen)"
    rf"|\b(?:the|this|that) <[pf]\d+> (?:{_MOVE})\b"
    rf"|^(?:the|this|that) (?:[a-z]+ )?(?:{_MOVE}) of\b"
)
# "In the old town it rose by 40 percent": there, and not where the two values hold.
_ELSEWHERE = r"^(?:but |and )?(?:in|at|on|among|for|across|outside|near|along|of) (?!<|(?:the|that|this|those|these|a|one|just|only)? ?(?:[a-z]+ )?(?:year|month|week|decade|season|day|time|period|months|weeks|years|same)\b)"
# "A rise of 12 percent in exports": it says itself of what.
_OF_WHAT = r"^(?: [a-z]+)? (?:in|of|for|among|to) (?!<|(?:the|a|one|just|only|last|this|that|about|less|more|under|over|its|their)? ?(?:year|month|week|decade|day|season|years|months|weeks|days|comparison|than|all|total)\b)"
_WORDED = rf"\b(?:by|of|{_changes.VERBS}) {_shares.FRACTION}(?! (?:of|years?|months?|hours?)\b|-)"
_WORDED_MORE = rf"(?:^(?:that|this|which|it)(?:'s| (?:is|was|makes?|made|means?|meant)) |(?:, |; | - |\()(?:or |that is |which (?:is|was) )?)(?:{_shares.HEDGE} )?{_shares.FRACTION}(?= (?:{_THAN})(?: than (?:before|then|now))?(?:[.,;)]|$))"
# "15 percent more", "a loss of 40 trees", "having lost 3 km": of what was just told.
_BESIDE = (
    r"(?:^|, |; |: | - |\()(?:(?:or|and so|and thus|so|thus|having|that is|that was|(?:which|that|this) (?:is|was|makes|made|means|meant)) )*"
    rf"(?:{_shares.HEDGE} |an? |the |another |full )*(?:(?:[a-z]+ )?(?:{_MOVE}) of |(?:up|down|(?<=having ){_changes.VERBS}|losing|gaining|shedding|adding) (?:by )?)?"
    rf"(?:{_shares.HEDGE} )*$"
    rf"|^(?:after|following|with|thanks to|despite) an? (?:(?:[a-z]+ )?(?:{_MOVE}) of )?(?:{_shares.HEDGE} )*$"
)
_SIZE = r"^ (?:as (?:much|many)(?: [a-z]+)? as (?!<|before\b|then\b|in <|the <|(?:it|they|there) )|the (?!<|(?:number|amount|sales|output|profits?|turnover|staff)\b)|its (?!<)|that |what |(?:as )?(?:big|large|long|high|old|likely|fast))"
_OTHERS = r"^ as (?:many|much) (?!as\b|again\b|in\b|now\b|on\b|at\b|this\b)[a-z]+s\b"  # three times as many pigs
# "This drop of 400", "a 52 percent jump", "they put the loss at 60 percent": of what was just told.
_NOUN = rf"\b(?:{_MOVE}|plus|minus|improvement|newcomers|savings?|expansion)\b"
BOOKED = r"\b(?:loss|gain|reduction|losses|gains) of (?:[a-z]+ )*$"
_TRADED = r"\b(?:exchange|net|operating|book|trading|currency) (?:loss|gain) of $"
_ALSO = r"^[^<]*(?:<[dw]\d+>[^<]*)? and <[cemr]\d+> since\b"
_AS_NOUN = rf"{_NOUN} (?:of|at|as|to be) (?:{_shares.HEDGE} )*$"
_ITS_NOUN = r"\b(?:the|this|that|an?|such an?)(?: [a-z]+)? $"
# "It doubled in a year", and after a colon between which values.
_AHEAD = r"^(?: [a-z'-]+){0,4}(?: <[tdw]\d+>)?: "
# "By 40", "having lost 40"; "has dropped 40 metres" where what it leads from and to follows.
_MOVED_BY = (
    rf"\b(?:by|(?:having|had|has|have)(?: (?:thus|therefore|since|so))? (?:{_changes.VERBS}|retreated|advanced)"
    rf"|losing|gaining|shedding|adding|sav(?:es?|ed|ing)|(?:{_MOVE}) of)(?: {_shares.HEDGE})? $"
)
_MOVED = rf"\b{_changes.VERBS}(?: {_shares.HEDGE})? $"
_FROM_TO = r"^(?:(?! to | from )[^<;]|<[dwtq]\d+>){0,50} from (?:[a-z]+ ){0,2}<[cemrt]\d+>(?:(?! to )[^<;]|<[dwtq]\d+>){0,50} to (?:[a-z]+ ){0,2}<[cemrt]"
# "It doubled, pushing rents to 70": the rents reach that, and not what doubled.
_PUSHED = r", [a-z]+ing (?!(?:it|them|th(?:at|is)|the (?:number|total|figure|sum|tally|count|amount))\b)(?:[a-z]+[ /])+to (?:[a-z]+ ){0,2}?$"
# "Up 9 percent, after 88 million in the spring": what it was in between.
_AFTERWARDS = r"^, (?:[a-z]+ )?after (?:[a-z]+ )?$"
_THEN = r"\b(?:ago|earlier|before|previously|last year)\b"
# What a sentence begins with that speaks of what the one before does, or of it at another time.
_TAKES_UP = (
    r"^(?:(?:but|and|now|today|so|thus|then|since then|currently|meanwhile),? )*"
    r"(?:(?:<[dwqt]\d+>|(?:next|last|this|that|the (?:following|next|same)) (?:year|month|week|season|autumn|spring|summer|winter))(?: (?:later|on|after))?,? )?"
    r"(?:(?:it|they|he|she|this|that|these|there|the (?:number|figure|total|sum|amount|count|tally|same))\b"
    r"|(?:the|its|their|his|her|[a-z]+) (?:[a-z]+ ){0,2}(?:thus|therefore|hence|accordingly)\b)"
)
_REACHED = r"^(?: [a-z]+){0,4}?(?: <[dw]\d+>)? to (?:[a-z]+ ){0,2}?{b:cemr}"
# "From the previous month": then the old value must be told of a month.
_BASE = r"\b(?:previous|preceding|last|same) (?P<a>day|week|month|quarter|season|year)\b|\b(?P<b>day|week|month|quarter)-o(?:n|ver)-|\b(?:from|than|on|over|against|with) (?:the |its |those of )?<w(?P<w>\d+)>"
# "The smallest since 2017" is told of the new value alone.
_LEAST_SINCE = r"\b(?:[a-z]+est|least|most|worst|first)(?: [a-z]+){0,2}(?: since)?,? "
_YEARLY = r"\b(?:year[- ]on[- ]year|year[- ]over[- ]year|annual(?:ly|ised|ized)?|a year|per year|yearly|month[- ]on[- ]month|week[- ]on[- ]week)\b"

_HINTS = hint(
    "<p", "<f", "<x", "<b", "by <", " more", " fewer", " less", " point", *_shares.SIZES,
)  # fmt: skip
_TOLD_BY = hint(*[f"{noun} of <" for noun in _MOVE.split("|")], " sooner", " at <p")
_MOVING = hint(
    " loss", " lost", " drop", " fell", " fall", " gr", " ris", " rose", " gain", " shr",
    " shed", " increas", " cut", " down ", " up ",
)  # fmt: skip
MAY_TELL = _HINTS | _TOLD_BY | _MOVING
_MOVES = frozenset({"rise", "fall", "last", "year", "percent", "cent"})
_UNITS = frozenset({"day", "week", "month", "quarter", "season", "year"})


class Claim(NamedTuple):
    """A change in a marked sentence.

    Attributes:
        slot: Its number.
        sign: 1 for a rise, -1 for a fall, 0 where its number says which.
        tied: Whether it takes up what was said.
        points: Whether it is told in points of percent.
        text: The sentence.
        reached: The number that it leads to by its own words, or None.
        amounts: The amounts that stand before it, or behind it in its clause.
        beside: Whether it is set beside what it compares: ", 15 percent more".
    """

    slot: int
    sign: int
    tied: bool
    points: bool
    text: str
    reached: int | None
    amounts: frozenset[int]
    beside: bool = False


def may_tell(passage: Passage) -> bool:
    """Return whether a sentence may tell a change of two values: a cheap first look."""
    return passage.says(_HINTS | _TOLD_BY) or (
        passage.amounts > _BOTH and passage.says(_MOVING)
    )


def changes(
    group: Sequence[Passage], at: int
) -> Iterator[tuple[Claim, Place, Place, int]]:
    """Yield a claim in a sentence, its old value, its new one and its sign.

    Args:
        group: The sentences of a document.
        at: Number of the sentence with the claim.
    """
    passage = group[at]
    claim = _claim(passage.masked)
    if claim is None or passage.in_table:
        return
    sign = claim.sign
    delta = passage.fact(claim.slot)
    if delta.mention.form is Form.MULTIPLE:
        value = delta.mention.value
        sign = 0 if value is None or value == 1 else 1 if value > 1 else -1
    if not sign or _is_unsure(delta, claim):
        return
    kinds = _RATIOS if claim.points else _AMOUNTS
    for window in _windows(group, at):
        values = _found(window, passage, claim, kinds)
        both = _then.pair(values, sign, beside=_is_set_by(claim) and _goes_on(window))
        if both is None:
            return
        if both:
            if _is_of(claim, delta, passage, *both):
                yield claim, both[0].place, both[1].place, sign
            return


def _is_set_by(claim: Claim) -> bool:
    """Return whether a change is set beside what it compares, or follows from it: "so it fell by"."""
    return claim.beside or (claim.tied and finds(claim.text, _SO))


def _goes_on(window: Sequence[Passage]) -> bool:
    """Return whether the later of some sentences speak of what the first does."""
    return all(
        finds(passage.masked, _TAKES_UP) or _is_elliptic(passage)
        for passage in window[1:]
    )


def _is_elliptic(passage: Passage) -> bool:
    """Return whether a sentence leaves out what it counts, or has no amount: "Today 91 do"."""
    slots = [slot for slot, kind in enumerate(passage.kinds) if kind in "cemr"]
    if len(slots) != 1:
        return not slots
    mention = passage.mention(slots[0])
    bare = mention.counted is None or mention.counted.elided
    alone = passage.fact(slots[0]).near <= _then.ANY  # "pupils pay 9" names others
    return mention.dimension == "count" and bare and alone


def _is_unsure(delta: Fact, claim: Claim) -> bool:
    """Return whether a change is foreseen, or a price as exchanges write it: "up 3/8"."""
    unreal = delta.stance in _then.UNREAL
    if claim.beside and delta.stance is Stance.FORECAST:
        unreal = (
            False  # as what it is set beside: "it will cost 27 euros, 15 percent more"
        )
    return unreal or "/" in delta.mention.surface


def _found(
    window: Sequence[Passage], passage: Passage, claim: Claim, kinds: frozenset[str]
) -> list[Value]:
    return [
        value
        for source in window
        for value in _then.values(
            source, claim.slot if source is passage else None, kinds
        )
    ]


def unnamed(passage: Passage, fact: Fact, words: Iterable[str]) -> set[str]:
    """Return the stems that are no part of a name; the first word of a sentence may be one."""
    names = " ".join(fact.names).split()
    first, _, rest = passage.text.lower().partition(" ")
    if rest.startswith(tuple(names)):
        names.append(first)
    return {
        word
        for word in words
        if not any(name.startswith(word.removesuffix("e")) for name in names)
    }


@remembered
def _claim(masked: str) -> Claim | None:
    """Return the one change that a marked sentence tells, or None."""
    if "<x" not in masked and not search(masked, _changes.SIGN):
        return None
    found = list(_deltas(masked))
    worded = finds(masked, _WORDED) or finds(masked, _WORDED_MORE)
    if (
        len(found) != 1
        or worded
        or finds(masked, _MEANT)
        or _changes.is_on_other_terms(masked)
    ):
        return None
    (token, points), *_ = found
    ratios = len(list(pattern("<[pfxb]").finditer(masked)))
    # "Repairs made a third of it, three points more": its own level.
    others = "<f" in masked if points else ratios > (token.kind in "pfx")
    if others or (
        token.kind != "x" and _bases.is_elsewhere(masked, token.start, token.end)
    ):
        return None
    right = masked[token.end :]
    own = pattern(r"[,;:].*| and .*").sub("", right)
    reached = pattern(_REACHED).match(right)
    tied = finds(masked[: token.end + _REACH], _TIED)
    amounts = finds(masked[: token.start] + right, "<[cemrt]")
    return Claim(
        token.slot,
        _changes.sign(masked, token),
        tied and not pattern(_OF_WHAT).match(right),
        points,
        masked,
        int(reached["b"]) if reached else None,
        frozenset(
            int(match["slot"])
            for match in TOKEN.finditer(masked[: token.end] + own)
            if token.start != match.start()
            and (match["kind"] in "cemr" or _then.is_length(masked, match))
        ),
        (
            finds(masked[: token.start], _BESIDE)
            and not reached
            and finds(right, _NO_BASE)
            and not pattern(_OF_WHAT).match(right)
        )
        or finds(right, _AHEAD)
        or (not amounts and _takes_up(masked[: token.start], right)),
    )


def _takes_up(left: str, right: str) -> bool:
    """Return whether a change is told by a noun alone, and not said to be of anything."""
    if pattern(_OF_WHAT).match(right) or finds(left, _ELSEWHERE):
        return False
    named = pattern(rf"^(?: [a-z-]+)? {_NOUN}(?! (?:in|of|for|to|among) (?!<))")
    return bool(
        finds(left, _AS_NOUN) or (named.match(right) and finds(left, _ITS_NOUN))
    )


def _deltas(masked: str) -> Iterator[tuple[_changes.Token, bool]]:
    """Yield the numbers that tell a change, and whether in points."""
    for match in TOKEN.finditer(masked):
        kind, right = match["kind"], masked[match.end() :]
        points = kind == "b" or pattern(_POINTS).match(right) is not None
        if kind not in "pfxcembrt" or (kind == "p" and points):
            continue
        if kind == "x":
            if not pattern(_SIZE).match(right) and not pattern(_OTHERS).match(right):
                yield _changes.token(masked, match), False
        elif kind not in "pf" and not points and pattern(_MORE).match(right):
            yield (
                _changes.Token(*match.span(), kind, int(match["slot"]), "delta"),
                points,
            )
        elif (
            kind in "pf" or points or _is_moved_by(masked[: match.start()], right, kind)
        ):
            # To ask for its role is dear, so that is asked last.
            token = _changes.token(masked, match)
            spread = pattern(_SPREAD if points else _POINTS_OFF).match(right)
            named = kind == "p" and finds(masked[: match.start()], _AS_NOUN)
            if (token.role == "delta" or named) and not spread:
                yield token, points


def _is_moved_by(left: str, right: str, kind: str) -> bool:
    """Return whether an amount is said to be that by which something changed.

    Of money a loss and a gain are none, and an amount since some year has others beside it.
    """
    if finds(left, BOOKED if kind in "er" else _TRADED) or pattern(_ALSO).search(right):
        return False
    return finds(left, _MOVED_BY) or (
        finds(left, _MOVED) and pattern(_FROM_TO).match(right) is not None
    )


def _windows(group: Sequence[Passage], at: int) -> Iterator[list[Passage]]:
    """Yield a sentence, then it with the sentences around it, the nearest first."""
    passage = group[at]
    yield [passage]
    near = [
        other
        for other in group[max(0, at - _FAR) : at + _FAR + 1]
        if other.block == passage.block and abs(other.index - passage.index) <= _FAR
    ]
    before = [each for each in near if each.index < passage.index]
    after = [each for each in near if each.index > passage.index]
    for many in (1, 2):
        if len(before) >= many:
            yield [*before[-many:], passage]
    for many in (1, 2):
        if len(after) >= many:
            yield [passage, *after[:many]]
    if before and after:
        yield [before[-1], passage, after[0]]


def _is_of(claim: Claim, delta: Fact, passage: Passage, old: Value, new: Value) -> bool:
    """Return whether a change is that between two values."""
    own = {value.place.slot for value in (old, new) if value.place.passage is passage}
    rivals = {
        slot
        for slot in claim.amounts
        if slot in own or _then.of_a_kind(passage.mention(slot), old.fact.mention)
    }
    if not _is_beside(claim, own, rivals) or _is_of_another(claim, passage, rivals):
        return False
    if _leads_elsewhere(claim, passage, old, new) or _at_own_time(claim, passage):
        return False
    if not _is_between(claim, passage, old, new):
        return False
    next_one = not claim.beside and len(own) == _BOTH and _of_next(claim, passage, own)
    if next_one or not _may_be(claim, delta, old, new):
        return False
    if claim.tied or claim.beside:
        return True
    said = old.fact.words | new.fact.words
    topic = unnamed(passage, delta, delta.near - _MOVES)
    return not said or (not topic - said - _then.ANY and bool(topic & said))


def _is_beside(claim: Claim, own: set[int], rivals: set[int]) -> bool:
    """Return whether no rival of two values, and no other place, is told beside a change than `own`."""
    amounts = set() if claim.points else claim.amounts & rivals
    if len(amounts) > len(own) or (amounts and own and not amounts & own):
        return False
    return len(own) == _BOTH or not finds(claim.text, _ELSEWHERE)


def _is_of_another(claim: Claim, passage: Passage, rivals: set[int]) -> bool:
    """Return whether a change is set beside another amount: "homes sold for 291,000, 2.4 percent more"."""
    if not claim.amounts or rivals:
        return False
    return finds(_around(claim, passage)[0], _BESIDE)


def _around(claim: Claim, passage: Passage) -> tuple[str, str]:
    """Return what stands before and after the number of a claim."""
    token = passage.token(claim.slot)
    left, _, right = claim.text.partition(token)
    return left, right


def _is_between(claim: Claim, passage: Passage, old: Value, new: Value) -> bool:
    """Return whether what a sentence says of times fits two values."""
    if not from_then(passage, old, new) or not _at_their_time(passage, old, new):
        return False
    if old.place.passage is new.place.passage is passage and (
        _then.is_split(claim.slot, old, new) or _is_over(claim.slot, passage, old)
    ):
        return False
    right = _around(claim, passage)[1]
    return not _then.starts_elsewhere(right, passage, old, new)


def _is_over(slot: int, passage: Passage, old: Value) -> bool:
    """Return whether a change is told, and then another thing: "sales have doubled; the ferry ..."."""
    _, _, after = passage.masked.partition(f"{slot}>")
    between, told, _ = after.partition(f"{old.place.slot}>")
    return bool(told) and ";" in between


def _at_own_time(claim: Claim, passage: Passage) -> bool:
    """Return whether a change is told of a time that nothing else is: "having lost four in March"."""
    if not claim.beside:
        return False
    right = _around(claim, passage)[1]
    when = pattern(r"^(?: [a-z]+){0,2} (?:in|during|on|since) <d(?P<d>\d+)>").match(
        right
    )
    others = [
        item
        for slot, item in enumerate(passage.items)
        if isinstance(item, Period) and when and slot != int(when["d"])
    ]
    return bool(when and others) and not any(
        passage.period(when["d"]).overlaps(item) for item in others if when
    )


def _of_next(claim: Claim, passage: Passage, own: set[int]) -> bool:
    """Return whether another statement begins between two values and a change."""
    text, right = _around(claim, passage)
    last = [token for token in TOKEN.finditer(text) if int(token["slot"]) in own]
    if len(last) != len(own):
        return False
    between = text[last[-1].end() :]
    there = pattern(r"^ (?:in|at|on|among|for) (?!<)").match(right)
    return (between.endswith(" and ") and there is not None) or _bases.goes_on(between)


def _leads_elsewhere(claim: Claim, passage: Passage, old: Value, new: Value) -> bool:
    """Return whether a change leads to another value, or another change to its values."""
    if claim.reached is not None and new.place != Place(passage, claim.reached):
        return True
    if finds(old.left, _AFTERWARDS) and not finds(old.right, _THEN):
        return True
    if new.place.passage is passage and finds(new.left, _PUSHED):
        return True
    behind = old.place.passage.index > passage.index
    return behind and old.fact.motion is Motion.TO


def from_then(passage: Passage, old: Value, new: Value) -> bool:
    """Return whether a change that says from when is measured from its old value."""
    base = pattern(_BASE).search(passage.masked)
    if base:
        told = base["w"] and passage.period(base["w"]).surface.lower().split()[-1]
        unit = told or base["a"] or base["b"]
        if unit in _UNITS and not old.tells(unit):
            return False
    return old.yearly or new.yearly or not finds(passage.masked, _YEARLY)


def _may_be(claim: Claim, delta: Fact, old: Value, new: Value) -> bool:
    """Return whether an amount is small enough to be what lies between two values.

    "A rise of 10 percent, six in the first year and four in the second" is their sum.
    """
    size = delta.mention.value
    sizes = [value.fact.mention.value or 0 for value in (old, new)]
    if sum(sizes) in (size, delta.mention.stated_low):
        return False
    amount = not claim.points and delta.mention.dimension != "ratio"
    return not amount or (size is not None and size < max(sizes))


def _at_their_time(passage: Passage, old: Value, new: Value) -> bool:
    """Return whether the periods of a claim are those of its two values."""
    for slot, item in enumerate(passage.items):
        if not isinstance(item, Period) or item.kind in ("position", "time"):
            continue
        if item.bound == "since" and finds(passage.masked, rf"{_LEAST_SINCE}<d{slot}>"):
            continue
        since = item.bound == "since" and old.period is not None
        known = [old.period] if since else [old.period, new.period]
        if all(each and not each.overlaps(item) for each in known):
            return False
    return True
