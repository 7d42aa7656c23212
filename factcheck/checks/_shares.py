"""Shares as a text states them beside a part, wherever the whole stands.

"Of these, 698, or 58 percent", "1,560 answered, a response rate of 65 percent", "62 were
late. That is one in five": the part is the number that the share stands beside, and the whole
is found by `_wholes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.checks import _arithmetic, _compare, _wholes
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import TOKEN, Passage, hint, pattern, remembered
from factcheck.frozen import dataclass
from factcheck.model import Evidence, Form, Interval, Mention, Modifier, Span

HEDGE = (
    r"(?:about|some|around|roughly|approximately|nearly|almost|just|only|exactly|over|under"
    r"|well|a little|slightly|a bit|more than|less than|fewer than|not quite|close to|a mere|no less than"
    r"|at least)"
)
_RATE = (
    r"(?:an? |the |its |her |his |their )?(?:(?!final|last|previous|national|average)[a-z-]+ ){0,3}(?P<rate>rate|share|proportion|turnout"
    r"|occupancy|percentage|quota|fraction|attendance|majority)(?: of| at| was| is|:)?"
)
_SAYS = (
    r"(?:or|that is|that's|that was|that makes|that means|that gives|which (?:is|was|means|makes|meant|made|gives|gave"
    r"|represents|represented|corresponds to|corresponded to|amounts to|amounted to|comes to|came to|works out at)"
    r"|i\.e\.|equal to|equivalent to|corresponding to|amounting to|representing|accounting for|making(?: up)?|meaning|giving|for)"
)
# Between a part and its share.
_LINK = (
    rf"^(?:[^<;:(),]*?|(?:[^;:(),<]|<[dwkq]\d+>)*?)(?:,|;| -|:| \(|,? {_SAYS}) ?(?:{_SAYS} )?"
    rf"(?:{_RATE} )?(?:{HEDGE} )*$"
)
# "Administration accounted for 270,000 euros": what follows is its share.
_VERB = (
    r"^,?(?: [a-z'-]+){0,3} (?:covers?|covered|makes? up|made up|accounts? for|accounted for|represents?|represented"
    r"|equals?|equal|corresponds? to|is|was|were|are) (?:[a-z]+ )?$"
)
# "The three are 40 percent full": how much of each is so, and no part of a number.
_IS_SO = r" (?:is|was|were|are) (?:[a-z]+ )?< (?!(?:of|in|on|at|by|for|from|to|and|or|but|as|while|so|this|last|each|overall|altogether|according)\b)[a-z]"
_SENTENCE = (
    r"^(?:and |so |but )?(?:that|this|which|it) (?:is|was|makes|made|means|meant|represents|represented|equals"
    r"|amounts to|amounted to|corresponds to|corresponded to|comes to|came to|gives|works out at|translates into)"
    rf" (?:{_RATE} )?(?:{HEDGE} )*$"
)
_THE_WHOLE = (
    r"^,? of (?:(?:them|these|it|that|whom|which)\b|those(?= ?(?:[.,;:)]|$))"
    r"|(?:the |its |their |our )?(?:total|whole|overall|sample)\b(?! (?!(?:in|of|for|at|on|number|amount|is|was|were|and)\b)[a-z])"
    r"|(?:all|everyone|everybody)\b)"
)
# "It sold 41,000 shares, leaving it with 9,000, or 3 percent of the total"
_SOLD = r"\b(?:s[eo]lls?|sold|selling|sale of|disposed of|disposal of|divested|shed)(?: [a-z]+){0,3} $"
_LEFT = r"\b(?:reduc(?:es|ed|ing)|cut(?:s|ting)|left|leav(?:es|ing)|retain(?:s|ed|ing)?|keeps?|keeping|kept|holds?|owns?)\b"
_OF_NOUN = (
    r"^,? of (?:the |all |its |their |our |his |her |these |those |all the )?(?P<noun>[a-z'-]+)"
    r"(?P<which> (?:that|who|which|in|at|on|from|aged|under|over|before|due|with|outstanding|offered)\b)?"
)
# ", half of them women" is a share of the part; ", or half of them" of the whole.
_COMMA = rf", (?:{HEDGE} )*$"
_OF_THE_PART = r"^ of (?:them|these|those|which|whom|it)\b(?! all| ?[,.;)])"
# "A quarter, or 87, will be", "imports made up 70 percent, 54,000 boxes", "half of them: 42".
_PART_AFTER = (
    r"^(?: of (?:(?:them|these|those|it|all|the total|the whole)\b|(?:the |all |its |their |our |his |her |these |those )*"
    r"(?P<noun>[a-z'-]+)))?(?P<said>(?: [a-z'-]+){0,7}?)(?P<mark>,| -| \(|:| or)"
    rf" ?(?P<or>(?:or|that is|that was|that's|which is|which was|i\\.e\\.|namely|making|giving|a total of)? ?)(?:{HEDGE} )*"
    r"{a:cem}(?P<own>(?: [a-z'-]+){0,2}?)(?: of (?:them|these|those))?(?P<all> in all| altogether| in total)?(?:[.,;:)]| -|$)(?! of )"
)
# A share within a place, a time or a group is not one of what was named before.
_SCOPE = r"(?:^|[;:,] |\b(?:and|but|while) )(?:in|at|among|for|across|within|elsewhere|on)\b(?! (?:all|total))[^<]*$"
_NARROWS = (
    r"^ (?:in|at|among|who|that|which|with|under|over|aged|from|for|on|due|left)\b"
)
# "64 of its 138 kilometres, 78 percent voted No": who voted are others.
_OF_PEOPLE = (
    r"^ (?:said|says?|vot(?:e|es|ed|ing)|think|thought|want(?:ed)?|back(?:ed)?|support(?:ed)?|favou?r(?:ed)?|reject(?:ed)?"
    r"|oppose[sd]?|liked?|answered|replied|hoped?|believed?)\b"
)
_HOW_LONG = r"\b((?:within|after|in|for|in under|in less than|for up to) )<t\d+>"
_AMOUNT = r"<[cem]\d+>"
# "with 40 of its own": not what is counted here.
_ASIDE = r"\b(?:with|of|in|at|from|to) (?:[a-z]+ )?$"
_ACCOUNTS = r"\b(?:account(?:s|ed)? for|ma[dk]e(?:s)? up|contribut(?:es?|ed)|represent(?:s|ed)?) (?:[a-z]+ )?$"
_NOT_SHARE = (
    r"^(?:-| an? (?=[a-z])| points?\b| among(?:st)?\b| (?:[a-z]+ ){0,2}(?:rate|margin|level|majority)\b| (?:[a-z]+ )?(?:more|fewer|less|higher|lower|above|below|off|up|down"
    r"|increase|rise|fall|drop|discount|chance|interest|faster|slower|growth|tax|a year|per year|annually)\b)"
)
# Words of change: what stands beside them is no share.
CHANGE = (
    r"up|down|by|from|than|rose|fell|risen|fallen|increas(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|rise|fall"
    r"|drop(?:ped)?|growth|grew|gain(?:ed)?|higher|lower|more|fewer|less|off|discount|tax|interest|cut|cutting"
    r"|return|yield|margin|reduc(?:tions?|e[sd]?|ing)|declin(?:e[sd]?|ing)|improvement|surge|jump|slump"
    r"|saving|premium|mark-?up|decline|difference|gap|risk|effective(?:ness)?|efficacy|inflation"
)
_CHANGE = (
    rf"\b(?:{CHANGE}|target|goal|aim"
    r"|average|averages|compared|against|last year|year ago|previous(?:ly)?|expected|forecast)\b"
)
MAKES_UP = (
    r"\b(?:ma(?:kes?|de|king)|t(?:akes?|ook|aking)) up\b|\b[a-z]+-(?:up|down|off|cut)\b"
)
# "212 of the 380 are past 65": an age or a limit, and no part.
_LIMIT = r"\b(?:past|over|under|above|below|aged|older than|younger than|beyond|turned|reached|age) $"
_LIMIT_OF = r"(?:\b(?:is|are|was|were|be|been|aged|people|those)|[a-z]s) $"
# Words that stand for a share where no number does: "a quarter".
FRACTION = rf"(?P<hedge>(?:{HEDGE} )*)(?P<f>(?:an?|one|two|three|four)[ -](?:half|third|quarter|fifth|sixth|eighth|tenth)s?|half)"
_WORDS = rf"{FRACTION}(?= ?[.,;:)]|$| of (?:th|all|it)| (?:full|empty)\b)"
SIZES = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10,
}  # fmt: skip
_MANY = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_BELOW = r"\b(?:under|less than|fewer than|nearly|almost|not quite|close to)\b"
_ABOVE = r"\b(?:over|more than|at least|above)\b"
_TENTH, _FIFTH = Decimal("0.1"), Decimal("0.2")
_SLACK = Decimal("0.02")
_ONE = Decimal(1)
_TWO = 2
_BEYOND = 5000  # a part so small is one of something else


@dataclass(frozen=True, slots=True)
class Stated:
    """A share as it stands in a sentence.

    Attributes:
        start: Where it begins in `Passage.masked`.
        end: Where it ends there.
        reading: What it can be, in percent.
        said: It, as written.
        shown: It, as evidence.
        percent: The percentage as written, or None for a fraction.
        shaped: Its number.
    """

    start: int
    end: int
    reading: Interval
    said: str
    shown: Evidence
    percent: Decimal | None
    shaped: Mention | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A share, the part that it is, and the wholes that it may be of.

    Attributes:
        share: The share.
        part: The part.
        wholes: What the whole may be, the likeliest first.
        sure: Whether the words leave no other reading than the first of `wholes`.
    """

    share: Stated
    part: Place
    wholes: tuple[Place, ...]
    sure: bool


class Spot(NamedTuple):
    """Where a share may stand in a marked sentence: a number, or words that tell a fraction."""

    start: int
    end: int
    slot: int | None = None
    hedge: str = ""
    fraction: str = ""


def numbered(passage: Passage, slot: int) -> Stated | None:
    """Return the share in a slot, or None where no share is."""
    token = passage.token(slot)
    if token[1] not in "pf":
        return None
    start = passage.masked.index(token)
    return stated(passage, Spot(start, start + len(token), slot))


def stated(passage: Passage, spot: Spot) -> Stated | None:
    """Return the share at a spot, or None where its number is no share."""
    slot = spot.slot
    if slot is None:
        return _worded(passage, spot)
    mention = passage.mention(slot)
    if mention.form not in (Form.PLAIN, Form.FRACTION, Form.RATIO):
        return None
    if (mention.value or 0) < 0:
        return None  # "Sales: 900 in 2004, 750 in 2024 (-16.7%)"
    reading = _arithmetic.stated(passage, slot)
    percent = None
    if mention.unit == "percent":
        percent = mention.value
    elif mention.value is not None:
        reading = _about(mention.value, reading, mention.modifier)
    return Stated(
        spot.start,
        spot.end,
        reading,
        _arithmetic.said(passage, slot),
        Place(passage, slot).evidence(2),
        percent,
        mention,
    )


def _about(value: Decimal, reading: Interval, modifier: Modifier | None) -> Interval:
    """Return a fraction in percent: "three-quarters" is said of 31 in 41 too.

    "More than half" is hardly said of less.
    """
    bound = modifier is not None and modifier.is_bound
    if modifier is Modifier.ABOUT:
        return Interval.point(value).widen(relative=_FIFTH).scale(_arithmetic.HUNDRED)
    near = Interval.point(value).widen(relative=_SLACK if bound else _TENTH)
    both = near if modifier is None else Interval.hull((near, reading))
    return both.scale(_arithmetic.HUNDRED)


def _worded(passage: Passage, spot: Spot) -> Stated | None:
    near = read_words(spot.fraction, spot.hedge)
    where = find_words(passage, spot.fraction)
    if where is None or near is None:
        return None
    return Stated(
        spot.start,
        spot.end,
        near,
        f"{spot.hedge}{spot.fraction}",
        _compare.span_evidence(passage.document, where, side=2, outer=passage.span),
        None,
        None,
    )


def read_words(words: str, hedge: str) -> Interval | None:
    """Return what a fraction in words can be, in percent; None where it is no part.

    Args:
        words: The fraction, such as "two thirds".
        hedge: The words before it, such as "almost ".
    """
    many, _, size = re.sub("[ -]", " ", words).rpartition(" ")
    value = Decimal(_MANY[many] if many else 1) / SIZES[size.rstrip("s")]
    if value >= _ONE:
        return None
    near = Interval.point(value).widen(relative=_TENTH)
    if pattern(_ABOVE).search(hedge):
        near = Interval(value * (1 - _SLACK), _ONE)
    elif pattern(r"\b(?:less|fewer) than\b").search(hedge):
        near = Interval(Decimal(0), value * (1 + _SLACK))
    elif pattern(_BELOW).search(hedge):
        near = Interval(value * (1 - _TENTH), value * (1 + _SLACK))
    return near.scale(_arithmetic.HUNDRED)


def find_words(passage: Passage, words: str) -> Span | None:
    """Return where words of the marked sentence stand in the text."""
    text = passage.document.surface(passage.span)
    source = r"\b" + r"[\s-]+".join(re.escape(w) for w in re.split("[ -]", words))
    found = list(re.finditer(source, text, re.IGNORECASE))
    if len(found) != 1:
        return None
    start = passage.span.start
    return Span(start + found[0].start(), start + found[0].end())


def fitting(value: Decimal, share: Stated) -> Decimal | None:
    """Return the percentage that follows, written about as finely as the stated share."""
    if share.shaped is None or share.percent is None:
        return _arithmetic.to_places(value, 0 if share.shaped is None else 1)
    return _arithmetic.fitting(value, share.shaped)


def of_the_part(before: str, after: str) -> bool:
    """Return whether a share is one of the part: "12 of the 48, half of them women".

    Args:
        before: What stands before it in the marked sentence.
        after: What stands after it.
    """
    return bool(pattern(_OF_THE_PART).match(after) and pattern(_COMMA).search(before))


def tells_people(after: str) -> bool:
    """Return whether what follows a share makes it one of people: "78 percent voted No"."""
    return pattern(_OF_PEOPLE).match(after) is not None


def claims(group: Sequence[Passage], at: int) -> Iterator[Claim]:
    """Yield what the shares of a sentence are said to be of."""
    passage = group[at]
    for spot in spots(passage.masked):
        yield from _claimed(group, at, spot)


def _claimed(group: Sequence[Passage], at: int, spot: Spot) -> Iterator[Claim]:
    passage = group[at]
    masked = passage.masked
    before, after = masked[: spot.start], masked[spot.end :]
    if pattern(_SENTENCE).match(before):
        share = stated(passage, spot)
        if share is not None:
            yield from _of_sentence(group, at, share, after)
        return
    first = _share_first(group, at, spot)
    if first is not None:
        yield first
        return
    before = _without_limits(passage, _without_times(before))
    tokens = [t for t in TOKEN.finditer(before) if t["kind"] in "cemtfpx"]
    if not tokens or tokens[-1]["kind"] not in "cemt":
        return
    if tokens[-1]["kind"] != "c" and tells_people(after):
        return
    link = pattern(_LINK).match(before[tokens[-1].end() :])
    verb = None if link else pattern(_VERB).match(before[tokens[-1].end() :])
    so = verb and pattern(_IS_SO).search(f"{verb[0]}<{after}")
    if so or not (link or verb) or of_the_part(before, after):
        return
    share = stated(passage, spot)
    if share is None:
        return
    rated = bool(link and link["rate"])
    claim = _beside(group, at, int(tokens[-1]["slot"]), share, rated=rated)
    if claim and (link or claim.sure):
        yield claim


@remembered
def _part_after(masked: str, end: int) -> re.Match[str] | None:
    """Return the part that is told after a share in a marked sentence."""
    return pattern(_PART_AFTER).match(masked[end:])


def _share_first(group: Sequence[Passage], at: int, spot: Spot) -> Claim | None:
    """The plan has 348 homes. A quarter of them, or 87, will be affordable."""
    passage = group[at]
    before = passage.masked[: spot.start]
    match = _part_after(passage.masked, spot.end)
    if not match or (
        match["said"]
        and match["mark"] == ","
        and not (match["or"].strip() or match["all"])
    ):
        return None
    slot = int(match["a"])
    counted = passage.mention(slot).counted
    own = match["own"].rpartition(" ")[2]
    if own and (counted is None or own not in (counted.head.lower(), counted.lemma)):
        return None
    if pattern(_SCOPE).search(before) or pattern(_NARROWS).match(match["said"]):
        return None
    wholes = _meant(group, at, slot, match["noun"] or "")
    wholes = [each for each in wholes if _larger(each, passage, slot)]
    share = stated(passage, spot)
    if not wholes or share is None:
        return None
    sure = len(wholes) == 1 and not any(
        _narrowed(each, passage, slot) for each in wholes if each.passage is not passage
    )
    return Claim(share, Place(passage, slot), tuple(wholes), sure)


def _meant(group: Sequence[Passage], at: int, slot: int, noun: str) -> list[Place]:
    """Return what the whole of a part may be, where the text says what the share is of."""
    found = _wholes.wholes(group, at, slot, noun=noun)
    if found or not noun:
        return found
    # "5,400 bundles of reed ... a quarter of the reed, 900 bundles"
    found = _wholes.wholes(group, at, slot)
    counted = group[at].mention(slot).counted
    lemma = counted.lemma if counted and not counted.elided else None
    return [
        place
        for place in found
        if noun in re.split("[^a-z]+", place.passage.masked)
        and (whole := place.passage.mention(place.slot).counted) is not None
        and whole.lemma == lemma
    ]


def _without_times(before: str) -> str:
    """Return the words before a share, a time that tells how no number: "within four hours"."""
    if "<t" not in before or pattern(_AMOUNT).search(before) is None:
        return before
    return pattern(_HOW_LONG).sub(r"\1it", before)


SPOTS = hint("<p", "<f", *SIZES)


@remembered
def spots(masked: str) -> tuple[Spot, ...]:
    """Return where shares may stand in a marked sentence, numbers first, but for those that tell a change."""
    return tuple(
        [
            spot
            for spot in located(masked)
            if not changes(re.split(r"[,;:(>]", masked[: spot.start])[-1])
        ]
    )


def changes(before: str) -> bool:
    """Return whether words before a percentage tell of a change, a limit or an average."""
    return pattern(_CHANGE).search(pattern(MAKES_UP).sub("", before)) is not None


@remembered
def located(masked: str) -> tuple[Spot, ...]:
    """Return where percentages and fractions stand that may be shares, numbers first."""
    found: list[Spot] = []
    if "<p" in masked or "<f" in masked:
        found = [
            Spot(token.start(), token.end(), int(token["slot"]))
            for token in TOKEN.finditer(masked)
            if token["kind"] in "pf"
        ]
    if any(size in masked for size in SIZES):
        found += [
            Spot(*match.span("f"), None, match["hedge"], match["f"])
            for match in pattern(rf"(?:^|(?<= )){_WORDS}").finditer(masked)
        ]
    return tuple([s for s in found if not pattern(_NOT_SHARE).match(masked[s.end :])])


def _without_limits(passage: Passage, before: str) -> str:
    """Return the words before a share, the ages and limits in them no longer numbers."""
    for token in reversed(list(TOKEN.finditer(before))):
        if is_limit(passage, int(token["slot"])):
            before = f"{before[: token.start()]}it{before[token.end() :]}"
    return before


def is_limit(passage: Passage, slot: int) -> bool:
    """Return whether a number without a noun says how old or large those counted are."""
    kind = passage.kinds[slot]
    if kind not in "ca":
        return False
    mention = passage.mention(slot)
    if kind == "a":
        return True
    left = passage.masked.partition(f"<c{slot}>")[0]
    if mention.counted is not None and not mention.counted.elided:
        return False
    bound = mention.modifier is not None and mention.modifier.is_bound
    return bool(pattern(_LIMIT).search(left)) or (
        bound and pattern(_LIMIT_OF).search(left) is not None
    )


def _of_sentence(
    group: Sequence[Passage], at: int, share: Stated, after: str
) -> Iterator[Claim]:
    """62 of the 310 were late. That is 20 percent."""
    passage, before = group[at], group[at - 1] if at else group[at]
    if before.block != passage.block or before.index + 1 != passage.index:
        return
    found = [(Place(before, a), [Place(before, w)]) for a, w in _wholes.pairs(before)]
    if not found:
        found = [
            (Place(before, a), _wholes.wholes(group, at - 1, a, noun=noun))
            for a, noun in _wholes.referring(before.masked)
        ]
    if len(found) == 1 and len(found[0][1]) == 1:
        part, wholes = found[0]
        noun = pattern(_OF_NOUN).match(after)
        same = noun is None or pattern(_THE_WHOLE).match(after) is not None
        yield Claim(share, part, tuple(wholes), sure=same)


def _beside(
    group: Sequence[Passage], at: int, slot: int, share: Stated, *, rated: bool
) -> Claim | None:
    """Return the claim of a share that stands right after a number."""
    passage = group[at]
    after = passage.masked[share.end :]
    whole_said = bool(pattern(_THE_WHOLE).match(after))
    noun = None if whole_said else pattern(_OF_NOUN).match(after)
    pairs = list(_wholes.pairs(passage))
    for part, whole in pairs:
        if slot in (part, whole):
            places = Place(passage, part), (Place(passage, whole),)
            clean = noun is None or _same(places[1][0], noun)
            return Claim(share, *places, sure=clean and len(pairs) == 1)
    said = dict(_wholes.referring(passage.masked))
    wholes = _wholes.wholes(group, at, slot, noun=said.get(slot, ""))
    wholes = [
        each
        for each in wholes
        if _larger(each, passage, slot) and not _is_sold(each, passage, slot)
    ]
    before = passage.around(slot)[0]
    if not wholes:
        return None
    if noun is not None and not _same(wholes[0], noun):
        return None
    sure = slot in said or whole_said or noun is not None
    if not sure and not pattern(_ASIDE).search(before):
        counted = passage.mention(slot).counted
        sure = (rated and counted is None) or _bare(passage, slot, wholes)
    sure = sure or bool(pattern(_ACCOUNTS).search(before))
    sure = sure and not any(_narrowed(each, passage, slot) for each in wholes)
    return Claim(share, Place(passage, slot), tuple(wholes), sure and len(wholes) == 1)


def _bare(passage: Passage, slot: int, wholes: Sequence[Place]) -> bool:
    """Return whether a number without a noun can only be part of the one before it."""
    mention = passage.mention(slot)
    if mention.dimension != "count" or mention.counted is not None:
        return False
    if set(passage.kinds) & set("dwq") or passage.amounts > _TWO:
        return False
    return all(abs(each.passage.index - passage.index) <= 1 for each in wholes)


def _same(whole: Place, noun: re.Match[str]) -> bool:
    """Return whether what a share is said to be of is the whole."""
    counted = whole.passage.mention(whole.slot).counted
    if counted is None or noun["which"]:
        return False
    return noun["noun"] in {counted.lemma, counted.head.lower()}


def _narrowed(whole: Place, passage: Passage, slot: int) -> bool:
    """Return whether a share of the whole stands before: "a third of the 900 ... Of those"."""
    source = whole.passage
    end = slot if source is passage else len(source.kinds)
    return bool(set(source.kinds[:end]) & set("pf"))


def _is_sold(whole: Place, passage: Passage, slot: int) -> bool:
    """Return whether a number is what was left after a sale, and no part of what was sold.

    "A further 1.2 million shares" are themselves one part of several.
    """
    before, after = whole.around()
    if whole.passage is not passage:
        after = passage.masked
    left = after.partition(passage.token(slot))[0]
    return before.endswith(("another ", " further ", " additional ")) or bool(
        pattern(_SOLD).search(before) and pattern(_LEFT).search(left)
    )


def _larger(whole: Place, passage: Passage, slot: int) -> bool:
    w, a = whole.passage.mention(whole.slot), passage.mention(slot)
    if w.value is None or a.value is None:
        return False
    bare = a.dimension == "count" and a.counted is None
    if w.unit != a.unit and not bare:
        return True
    return a.value < w.value <= a.value * _BEYOND
