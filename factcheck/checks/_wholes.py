"""Parts and their wholes, in one sentence or across the sentences of a block.

"240 of the 300", "300 people, 240 of them", "The club has 300 members. Of these, 240 ...":
several laws ask what a number is a part of, and this is where they find it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    PEOPLE,
    Passage,
    aligned,
    alike,
    finds,
    hint,
    pattern,
    remembered,
    search,
)
from factcheck.model import Fact, Form, Mention, Motion, Period, Stance

_THEM = r"(?:them|these|those|whom|which|the(?:m| total| group| dead| victims| wounded| injured| survivors))"
_GAP = r"(?:[^<;:]|<[dwkqta]\d+>)"
_NEAR_BY = r"(?:[^<;:,]|<[dwkqta]\d+>)"
_DET = r"(?:the|its|their|our|his|her|all)"
# Words of a noun phrase: no verb, no preposition.
_WORD = (
    r"(?: (?!(?:on|in|at|from|with|for|by|near|to|and|or|that|who|which|were|was|are|is|had|have|has"
    r"|stood|came|went|lived?|died)\b)[a-z-]+)"
)
# Nothing else between a comma and a part: "of the 12 crews, the last rowed 80 miles".
_HEDGE = r"(?:(?:about|some|only|just|nearly|almost|over|as many as|no (?:fewer|less) than|a total of) )?"
# Each with a piece of text that stands in it.
_SHAPES = (
    # 300 people, including 240 children
    (
        ("includ", "among"),
        (
            rf"{{w:cem}}{_GAP}{{0,60}}?,? \(?(?:including|among them|among whom were)"
            r" (?!(?:[a-z]+ ){0,2}of <)(?:[a-z]+ ){0,3}{a:cem}"
        ),
    ),
    # 240 of the 300; 240 out of 300
    (
        (" of ",),
        (
            rf"{{a:cem}}(?: [a-z-]+)?(?:,(?! of th[eo]se ))? (?:out of(?: {_DET})?|of (?:{_DET}|some|about|a total of"
            r"|an estimated|those|these)|of (?:the |an? )?[a-z-]+(?: [a-z-]+)?'s?)"
            rf"{_WORD}{{0,2}} {{w:cem}}"
        ),
    ),
    # 300 people had left, 240 of them by train; 300, of whom 240
    (
        (" of th", " of wh", " of it"),
        (
            rf"{{w:cem}}{_GAP}{{0,90}}?[,:;(-] ?(?:and |with |but |some |about )*{{a:cem}}(?: [a-z]+)?"
            rf" of (?:{_THEM}|it)\b(?!(?<=which|.whom) <)"
        ),
    ),
    (
        ("of th", "of wh"),
        (
            rf"{{w:cem}}{_GAP}{{0,60}}?(?:,|;| -| \() ?(?:and )?of (?:whom|which|them|these|those) (?:[a-z]+ ){{0,4}}"
            r"{a:cem}"
        ),
    ),
    # of the 300, 240 were
    (
        ("of ",),
        (
            rf"(?:^(?:<[a-z]\d+> )?|[,;:(] ?|\bthat |\band |\bbut )(?:of|out of) (?:{_DET} |<[dw]\d+>'s )?(?!whom|which|them|an? (?!total|group|pool))(?:[a-z-]+(?:'s(?= <c))? ){{0,2}}"
            rf"{{w:cem}}{_NEAR_BY}{{0,60}}?, {_HEDGE}{{a:cem}}"
        ),
    ),
    # of 300 people only 240 were
    (
        ("of ",),
        (
            rf"(?:^|[;:(] ?)(?:of|out of) (?:{_DET} |<[dw]\d+>'s )?(?:[a-z-]+ )?"
            rf"{{w:cem}}{_WORD}{{1,3}} (?:only|just|barely|a mere|no (?:fewer|less|more) than|as many as|at least|fewer than) {{a:cem}}"
        ),
    ),
    # among the 300 who came there were 240 children
    (
        ("of ", "among"),
        (
            rf"(?:^|[,;:(] ?|\bthat |\band |\bbut )(?:of|out of|among) {_DET} {{w:c}}(?: [a-z-]+)? (?:who|that|which)\b"
            rf"{_GAP}{{1,60}}?,? there (?:are|were|was) (?:only |just |some |about |even )?{{a:c}}"
        ),
    ),
    # 52 of 45 questions
    (("> of <",), r"{a:c} of {w:c} [a-z]+s\b"),
    # of the 300, 240 were sold and 350 were lent
    (
        ("of ",),
        (
            rf"(?:^|[,;:(] ?|\bthat |\band |\bbut )(?:of|out of) (?:{_DET} )?(?!whom|which|them)(?:[a-z-]+ ){{0,2}}"
            rf"{{w:c}}{_GAP}{{0,60}}?, (?:[a-z]+ ){{0,2}}<c\d+> (?P<verb>were|was|are|had|have|did|said|got)\b(?:[^<;:.]|<[dwqk]\d+>){{1,60}}?,? and {{a:c}} (?P=verb)\b"
        ),
    ),
)
# "the eight-storey tower", "300 more than last year"
_NO_WHOLE = r"-|(?: [a-z]+)? (?:more|fewer|less|extra|additional|other|others|each|apiece|(?:up|down) on)\b"
# "Three offers, of 14, 17 and 19 million": numbers of one rank.
_ENUMERATED = r"(?:, <[a-z]\d+>)+,? (?:and|or) <"
# "90 films from 40 countries": the 40 belong to the 90.
_HEAD = (
    r"{h:c}(?: [a-z'-]+){1,3} (?:from|in|to|at|by|on|of|for|across|over|with|between|through"
    r"|aboard)(?: (?:about|some|around|only|just|more than|the|all))? $"
)
_WITH_IT = (
    "from ", "in ", "to ", "at ", "by ", "on ", "of ", "for ", "across ", "over ", "with ",
    "between ", "through ", "aboard ", "about ", "some ", "around ", "only ", "just ", "than ",
    "the ", "all ",
)  # fmt: skip
_INCLUDING = 0
_SOME = 2  # "240 of them"
_LOOSE = 7  # "52 of 45 questions", and what comes after it
_THOUSAND = 1000
_MOST_LOOSE = 2
# A part whose whole stands before it.
_OF_THESE = (
    r"(?:^|[;,:(] ?|\b(?:and|but|that) )(?:out )?of (?:these|those|them|whom|which|it|that"
    r"|that (?:total|sum|amount|number|area))(?:,| -)? (?:[a-z'-]+ ){0,5}?{a:cem}"
)
_SOME_OF_THEM = (
    r"{a:cem}(?: [a-z]+)? of (?:them|these|those|whom|which|it"
    r"|that (?:total|sum|amount|number|area)|the (?:total|sum|whole))\b(?!(?<=which|.whom) <)"
)
# "Last year there were eleven of them", "all four of them": as many, and no part.
_THERE_WERE = r"\bthere (?:are|were|have been|had been) {a:c} of (?:them|these)\b"
_ALL_SO_MANY = ("all ", "both ")
_ALL_OF_THEM = r"\b(?:all|most|many|half|some) of (?:them|these|those|whom),? (?:or )?{a:cem}(?=,| -|\))"
_OF_NOUN = r"{a:c} of (?:the|these|those) (?P<noun>[a-z-]{3,})\b"
# "Of the quota, 58,800 tonnes go to trawlers": the quota is told further up.
_OF_AMOUNT = (
    r"^of (?:the|this|that) (?P<noun>(?!total|sum|whole|rest|other)[a-z-]{4,}),? "
    r"(?:[a-z'-]+ ){0,4}?{a:em}"
)
# "434 of you": the whole is how many replied.
_OF_YOU = r"{a:c} of (?P<noun>you)\b"
_REPLIES = hint(
    " replies", " responses", " answers", " letters", " forms", "questionnaires",
    " replied", " responded", " answered", " took part", " wrote to us",
)  # fmt: skip
# "The drivers, 45 of them from abroad", "the dead, 45 of them": who they are stands just before.
# "It has new pontoons; it now owns 14 of them."
_APPOSED = (
    r"\b(?P<noun>[a-z-]{3,}s|people|children|women|men"
    r"|(?<=\bthe )(?:dead|injured|wounded|missing|homeless|sick|poor|rich|old|young|elderly|unemployed))(?:, (?:some |about )?"
    r"|; (?:it|she|he|they|we|there)(?: [a-z]+)? (?:has|have|had|owns?|runs?|keeps?|are|is|uses?)(?: [a-z]+)? )$"
)
# "40 sailors each" are not all the sailors.
_EACH = r"\b(?:each|every|apiece|per|a day|a week|a month|a year)\b"
_IS_PART = r"^(?: [a-z]+)? of (?:the|them|these|those|whom|which)\b(?! <)"
_ANAPHORS = (" of th", "of th", " of wh", "of wh", " of it", "of it", "> of you")
_PERSONS = (
    "child",
    "man",
    "woman",
    "boy",
    "girl",
    "mother",
    "father",
    "worker",
    "goer",
)
_PART = r"^(?: [a-z-]+)? of (?:the|these|those|them|its|their|his|her|our|all)\b"
# What makes a number one of another time; "the former mill" does not.
_BEFORE = hint(
    "last ", "previous", "earlier", " ago", "before", "prior", " than ", "once ", "originally",
    "then ", "used to", "until", " had ", "was ", "were ", "<d",
)  # fmt: skip
_NOW = frozenset({"today", "now", "currently", "tonight", "this morning"})
_TOTALS = (
    r"\b(?:total(?:s|led|ed|ling|ing)?|numbered|a total of|in total|came to|amounted to)"
    r"(?: (?:about|around|some|just|only|nearly|almost|over|more than))? $"
)
PARTS = hint(*_ANAPHORS, *(word for words, _ in _SHAPES for word in words))
_BACK, _FAR = 2, 2
# Of these a part may be more than the whole, where another part is less than nothing.
_BALANCE = (
    r"\b(?:surplus|deficit|balance|profits?|loss|losses|income|earnings|credits?)\b"
)
_FEW_KINDS, _MANY_EACH = 20, 20
_ATTRIBUTE = r"\d-[a-z]"
_AMOUNTS = frozenset("cemtr")
_MOST_BEYOND = 10


def pairs(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield what is said to be a part, and its whole, in one sentence."""
    for number, *slots in _meant(passage):
        part, whole = (passage.mention(slot) for slot in slots)
        if (number >= _LOOSE and not _close(part, whole)) or _beyond(part, whole):
            continue
        if " / " in whole.unit:
            continue  # "30 kilometres a day, 34 of them on the Sunday"
        if _is_of_other(passage, slots[0]):
            continue
        if _counts_kinds(part, whole) or (
            number == _INCLUDING and pattern(_BALANCE).search(passage.masked)
        ):
            continue
        if _comparable(part, whole, named=number == _INCLUDING):
            yield slots[0], slots[1]


def _meant(passage: Passage) -> Iterator[tuple[int, int, int]]:
    """Yield the pairs; of "90 films from 40 countries, 50 of them", that with the films."""
    for number, part, whole in paired(passage.masked):
        head = _headed(passage, whole)
        if head is None or head == part:
            yield number, part, whole
            continue
        yield number, part, head
        a, w = passage.mention(part).value, passage.mention(whole).value
        if a is not None and w is not None and a <= w:
            yield number, part, whole


def _headed(passage: Passage, whole: int) -> int | None:
    """Return the number that another goes with: the films of "90 films from 40 countries"."""
    before = passage.around(whole)[0]
    match = pattern(_HEAD).search(before) if before.endswith(_WITH_IT) else None
    counted = match and passage.mention(match["h"]).counted
    return int(match["h"]) if match and counted and not counted.elided else None


def _counts_kinds(part: Mention, whole: Mention) -> bool:
    """Return whether the whole says what they are: "6,400 of the two types"."""
    a, w = part.value, whole.value
    if a is None or w is None:
        return False
    return (w < _FEW_KINDS and a > w * _MANY_EACH) or (
        whole.dimension != part.dimension
        and pattern(_ATTRIBUTE).search(whole.surface) is not None
    )


@remembered
def paired(masked: str) -> tuple[tuple[int, int, int], ...]:
    """Return the numbers of a shape, of a part and of its whole, as a marked sentence has them."""
    found: list[tuple[int, int, int]] = []
    seen: set[tuple[int, int]] = set()
    for number, (hints, source) in enumerate(_SHAPES):
        if not any(hint in masked for hint in hints):
            continue
        for match in pattern(source).finditer(masked):
            slots = int(match["a"]), int(match["w"])
            after = masked[match.end("w") + 1 :]
            if slots in seen or pattern(_NO_WHOLE).match(after):
                continue
            if pattern(_ENUMERATED).match(after):
                continue
            seen.add(slots)
            # "Two of the victims ... three of the victims" stand beside each other.
            if number != _SOME or not pattern(_PART).match(after):
                found.append((number, *slots))
    return tuple(found)


@remembered
def referring(masked: str) -> tuple[tuple[int, str], ...]:
    """Return the numbers that are part of what was counted before, and the noun if one is said.

    "240 of them" and "of these, 240" have no noun; "240 of the members" has.

    Args:
        masked: A marked sentence.
    """
    if not any(anaphor in masked for anaphor in _ANAPHORS):
        return ()
    found: dict[int, str] = {}
    there = "there " in masked and " alone " not in masked
    as_many = pattern(_THERE_WERE).search(masked) if there else None
    for source in (
        _OF_THESE,
        _SOME_OF_THEM,
        _ALL_OF_THEM,
        _OF_NOUN,
        _OF_AMOUNT,
        *((_OF_YOU,) if "> of you" in masked else ()),
    ):
        for match in pattern(source).finditer(masked):
            slot = int(match["a"])
            if masked[: match.start("a") - 2].endswith(_ALL_SO_MANY):
                continue
            if slot not in found and not (as_many and slot == int(as_many["a"])):
                them = pattern(_APPOSED).search(masked[: match.start("a") - 2])
                noun = match.groupdict().get("noun") or (them["noun"] if them else "")
                found[slot] = noun
    return tuple(found.items())


def wholes(
    group: Sequence[Passage], at: int, slot: int, *, noun: str = ""
) -> list[Place]:
    """Return what a number may be a part of: of the nearest sentence that has any.

    Args:
        group: The sentences of a document.
        at: Number of the part's sentence in `group`.
        slot: The part.
        noun: What the whole counts, where the text says so.
    """
    passage = group[at]
    part = passage.mention(slot)
    amount = bool(noun) and (part.dimension != "count" or noun == "you")
    for source in _telling(group, at, noun) if amount else _near(group, at):
        found = [
            Place(source, other)
            for other, item in enumerate(source.items)
            if isinstance(item, Fact)
            and not (source is passage and other >= slot)
            and other >= _nearest(source, slot if source is passage else None)
            and (_holds(item, part) or _totalled(source, other, part))
            and not (item.stance is Stance.PREVIOUS and _earlier(source))
            and not search(source.masked, _EACH)
            and not _compared(source, other)
            and (not noun or amount or _named(item.mention, noun))
            and not (noun and _is_part(source, other))
        ]
        own = source is passage and not noun
        if own and _is_of_other(source, slot):
            return []
        if found or (own and (_counts(source, slot) or _follows(source, slot))):
            return found
    return []


def _counts(passage: Passage, slot: int) -> bool:
    """Return whether an amount before a part may be meant by "of them"."""
    part = passage.mention(slot)
    return any(
        kind in _AMOUNTS and alike(part, passage.mention(other))
        for other, kind in enumerate(passage.kinds[:slot])
    )


def _follows(passage: Passage, slot: int) -> bool:
    """Return whether a part is of what stands right before: "214 hours, of which 60"."""
    return slot > 0 and finds(passage.masked, rf">[^<>;.]*, of which <[a-z]{slot}>")


def _is_of_other(passage: Passage, slot: int) -> bool:
    """Return whether a bare number is of a time, a sum or a size: "40 months, of which she spent 20"."""
    kind = passage.kinds[slot]
    counted = passage.mention(slot).counted
    return (
        kind == "c"
        and (counted is None or counted.elided)
        and finds(
            passage.masked,
            rf"<[temr]\d+>(?: [a-z-]+){{0,2}}, of which (?:[a-z'-]+ ){{0,4}}<c{slot}>",
        )
    )


def _earlier(passage: Passage) -> bool:
    """Return whether a sentence speaks of a time before."""
    return passage.says(_BEFORE) or any(
        isinstance(item, Period)
        and item.kind == "relative"
        and item.surface.lower() not in _NOW
        for item in passage.items
    )


def _said_total(passage: Passage, slot: int) -> bool:
    before = passage.around(slot)[0]
    return pattern(_TOTALS).search(before) is not None


def _nearest(passage: Passage, before: int | None) -> int:
    """Return the last amount of a sentence that holds for a time or a thing: "a day", "each".

    What follows such an amount speaks of it, and not of one before it.
    """
    slots = [
        slot
        for slot, kind in enumerate(passage.kinds)
        if kind == "r" and (before is None or slot < before)
    ]
    return slots[-1] if slots else 0


def _near(group: Sequence[Passage], at: int) -> Iterator[Passage]:
    """Yield a sentence and those just before it in its block, the nearest first."""
    passage = group[at]
    yield passage
    for source in reversed(group[max(0, at - _BACK) : at]):
        if source.block != passage.block or passage.index - source.index > _FAR:
            return
        yield source


def _telling(group: Sequence[Passage], at: int, noun: str) -> Iterator[Passage]:
    """Yield the sentences before one that name what it takes a part of, the nearest first."""
    for source in reversed(group[:at]):
        if noun == "you":
            if source.says(_REPLIES) and "> of you" not in source.masked:
                yield source
        elif noun in source.masked.split():
            yield source


def _compared(passage: Passage, slot: int) -> bool:
    """Return whether a number tells a difference, or a part: "1,900 fewer", "two of them"."""
    before, after = passage.around(slot)
    if passage.kinds[slot] == "c" and pattern(_IS_PART).match(after):
        return True
    return bool(pattern(_NO_WHOLE).match(after) or pattern(r"\bby $").search(before))


def _is_part(passage: Passage, slot: int) -> bool:
    """Return whether it stands beside, not above: "two of the victims ... three of the victims"."""
    after = passage.around(slot)[1]
    return pattern(_PART).match(after) is not None


def _holds(fact: Fact, part: Mention) -> bool:
    """Return whether a fact may be the whole of a part."""
    whole = fact.mention
    if {part.form, whole.form} - {Form.PLAIN} or aligned(part, whole) is None:
        return False
    if _is_of_other_kind(whole, part):
        return False
    if fact.motion is Motion.FROM or " / " in whole.unit:
        return False
    if "/" in whole.dimension or whole.dimension in {"ratio", "ratio_difference"}:
        return False
    # "a family of six", "under 18": what counts nothing is not the whole of anything.
    if whole.dimension == "count" and (whole.counted is None or whole.counted.elided):
        return False
    return not _beyond(part, whole)


def _is_of_other_kind(whole: Mention, part: Mention) -> bool:
    """Return whether a count is of the things that last so long, or have that price."""
    if part.dimension == whole.dimension:
        return False
    few = part.dimension == "count" and (part.value or 0) < _THOUSAND
    return whole.dimension == "duration" or (
        few and whole.dimension.startswith("currency:")
    )


def _totalled(passage: Passage, slot: int, part: Mention) -> bool:
    """Return whether a number without a noun is said to be a total: "visits totalled 900"."""
    whole = passage.mention(slot)
    if whole.dimension != "count" or part.dimension != "count" or whole.counted:
        return False
    if {part.form, whole.form} - {Form.PLAIN} or _beyond(part, whole):
        return False
    return _said_total(passage, slot)


def _beyond(part: Mention, whole: Mention) -> bool:
    """Return whether a number is so much larger that it must be part of another."""
    if part.value is None or whole.value is None:
        return True
    if part.dimension != whole.dimension:
        return not _close(part, whole)
    return part.unit == whole.unit and part.value > whole.value * _MOST_BEYOND


def _named(mention: Mention, noun: str) -> bool:
    if mention.counted is None:
        return False
    said = mention.counted.head.lower()
    return said == noun or noun.rstrip("s") == mention.counted.lemma


def _close(part: Mention, whole: Mention) -> bool:
    if part.value is None or whole.value is None:
        return False
    return part.value < whole.value * _MOST_LOOSE


def _shares_unit(part: Mention, whole: Mention) -> bool:
    """Return whether a number takes the unit of the other: "900 of the 650 hectares"."""
    noun = part.counted
    return (
        part.dimension == "count" != whole.dimension
        and noun is not None
        and whole.surface.lower().endswith(noun.head.lower())
    )


def _comparable(part: Mention, whole: Mention, *, named: bool) -> bool:
    """Return whether the one can be a piece of the other.

    Args:
        part: The part.
        whole: The whole.
        named: Whether the part has a noun of its own, which must then be a kind of the
            whole's: "300 people, including 240 children", not "12 blocks, including 240 flats".
    """
    if {part.form, whole.form} - {Form.PLAIN}:
        return False
    if not named:
        return aligned(part, whole) is not None or _shares_unit(part, whole)
    if whole.dimension != "count" and part.counted is None:
        return aligned(part, whole) is not None
    if part.dimension != whole.dimension or part.unit != whole.unit:
        return False
    if alike(part, whole):
        return part.dimension == "count" and bool(part.counted and whole.counted)
    kinds = [m.counted.lemma for m in (part, whole) if m.counted]
    return all(map(_are_people, kinds))


def _are_people(lemma: str) -> bool:
    """Return whether a noun is one for people, alone or as the end of another: "schoolchild"."""
    return lemma in PEOPLE or lemma.endswith(_PERSONS)
