"""A percentage of a whole must be the part that is stated.

What it does:
    Where a part, a whole and a percentage or fraction are given for one thing ("5,400 of the
    12,000 skaters, 45 percent", "45 percent of 420 million, or 189 million", "turnout was
    64 percent" beside the ballots and the voters), it works out the third
    and compares. The three may stand in one sentence, in neighbouring ones, or in different documents
    where the words leave no doubt what the whole is.

Why it matters:
    It is the figure that gets quoted, and the one that is most often worked out by hand.

Example:
    "Beginners made up 5,400 of the 12,000 skaters, 52 percent of them all." 5,400 of 12,000
    is 45 percent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from factcheck.checks import (
    _arithmetic,
    _bases,
    _compare,
    _portions,
    _quotas,
    _ratios,
    _shares,
)
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    Group,
    Passage,
    aligned,
    finds,
    firm,
    matches,
    passages,
    pattern,
    saying,
)
from factcheck.language import words
from factcheck.model import (
    Cluster,
    DocumentFacts,
    Form,
    Interval,
    Modifier,
    Outcome,
    Verdict,
)
from factcheck.units import wording

LAW = "share"

_OR = (
    r"(?:,| -|:| \(|;)? ?(?:or|that is|that's|which is|which is to say|in other words|namely|i\.e\.|equal to|equivalent to"
    r"|amounting to|representing|accounting for|making up|meaning|a share of"
    r"|(?:a|an|for a) (?:[a-z]+ ){1,2}?of)? ?(?:a |an |just |only |some |about |almost |roughly |nearly |a little over |well over |a mere |full |whole |good )*"
)
_SEP = r"(?:,| -|:| \(| or| is| was| are| were| makes?| represents?| equals?)"
_OF = r"(?:out of|of)(?: (?:the|its|their|our|his|her|all|some|about|a total of|an estimated|those|these))?"
# "3.4 percent of output" is no share of what was named before.
_OF_ELSE = r"(?! of (?!(?:them|these|those|it|which|whom|all|the total)\b))"
# Part a, whole w, share s, within one sentence.
_SHAPES = (
    # 5,400 of the 12,000 people who skated, 45 percent of them
    rf"{{a:cem}}(?: [a-z'-]+)? {_OF}(?: [a-z'-]+){{0,3}} {{w:cem}}(?: [^<;:.,]{{0,60}})?{_SEP}{_OR}{{s:pf}}",
    # 45 percent, or 5,400 of the 12,000 skaters
    rf"{{s:pf}}(?: [a-z'-]+){{0,4}}{_SEP}{_OR}{{a:cem}}(?: [a-z'-]+)? {_OF}(?: [a-z'-]+){{0,3}} {{w:cem}}",
    # 45 percent of the 420 million, or 189 million
    rf"{{s:pf}}(?: [a-z'-]+)? of(?: [a-z'-]+){{0,4}} {{w:cem}}(?: [^<;:.,]{{0,40}})?(?:,| -| \(|:){_OR}{{a:cem}}",
    # 2.4 million covers 60 percent of the cost of 4 million
    (
        r"{a:cem},?(?: [a-z'-]+){0,3} (?:covers?|covered|makes? up|made up|represents?|represented|is|was"
        r"|takes? up|took up|accounts? for|accounted for|swallow(?:s|ed)?|consumes?|consumed"
        r"|equals?|corresponds? to) (?:[a-z]+ )?{s:pf} of (?:the|its|their|his|her|our|a)"
        r"(?: [a-z'-]+){0,3}(?: of)? {w:cem}"
    ),
    # 189 million, or 45 percent of the 420 million
    rf"{{a:cem}}(?: [^<;:.,]{{0,50}})?(?:,| -| \(|:){_OR}{{s:pf}}(?: [a-z'-]+)? of(?: (?!from\b)[a-z'-]+){{0,4}} {{w:cem}}",
    # of the 140 jobs, 30 (21 percent) are
    rf"(?<!> )\bof (?:the |its |their |those |these |our |all )?(?:[a-z-]+ )?{{w:cem}}[^<;:.]{{0,50}}?,? (?:[a-z]+ ){{0,3}}{{a:cem}}(?: [a-z'-]+){{0,3}}(?:,| -| \(|:){_OR}{{s:pf}}{_OF_ELSE}",
    # of the 140 jobs, 21 percent, or 30, are
    rf"(?<!> )\bof (?:the |its |their |those |these |our |all )?(?:[a-z-]+ )?{{w:cem}}[^<;:.]{{0,50}}?,? (?:[a-z]+ ){{0,3}}{{s:pf}}(?: [a-z'-]+){{0,3}}(?:,| -| \(|:){_OR}{{a:cem}}",
    # the appeal for 240 million is 45 percent funded, with 108 million in hand
    r"{w:e}(?: [a-z-]+){0,3} (?:is|was|remains?) (?:only |just |barely |still )*{s:pf} funded,? (?:with|having) {a:e} (?:in hand|received|raised|pledged|so far|paid|given|donated|collected|committed)",
)
_CHANGE = rf"\b(?:{_shares.CHANGE})\b"
_CHANGED_BY = (
    r"\b(?:increase|rise|gain|growth|jump|fall|drop|decline|decrease|cut|reduction) (?:of|by)"
    r"(?: [a-z]+)? $"
)
# "In Orlo, a town of 9,000": how many live there, and no part.
# "Of all hospital doctors who": what a share is of, by its own words.
_REACH = 80
_MARGIN = r"^(?: [a-z]+)?,? (?:or )?an? (?:[a-z]+ )?(?:margin|return|yield) of <[pf]"
_OF_ALL = r"^ of (?:all )?(?!the\b|its\b|their\b|his\b|her\b|our\b|these\b|those\b|them\b)(?:[a-z'-]+ ){0,2}?(?P<noun>[a-z'-]+s)(?=[.,;:)]| (?:who|that|which|in|on|at|are|were|have|had)\b|$)"
_PLACE_OF = r", an? (?:[a-z-]+ )?(?!total|sum|majority|group|part|share)[a-z]+ of (?:about |some |only |just |nearly )?$"
_LARGE = 100_000
_BACK = 3  # sentences before
_FEW = 6  # amounts of a sentence that are held against each other
_FAR_OFF = Decimal(10)  # "1,964 of you gave 141,300, which is 57 percent"
# A noun and a verb, with nothing between that would narrow the noun.
_DOING = (
    r"^(?: (?!(?:who|that|which|in|on|of|at|by|from|for|with|to|this|last|aged|under|over)\b)"
    r"[a-z'-]+){3}"
)
# "Half a point ahead" is no share.
_AFTER = r"^ an? |^(?: [a-z]+)? (?:among|amongst|more|fewer|less|higher|lower|increase|rise|fall|drop|up|down|above|below|off|discount|chance|interest|preferred|convertible|redeemable|notes?|bonds?)\b"


def check(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],  # noqa: ARG001  every law is called alike
) -> Iterator[Outcome]:
    """Yield whether each stated share is that of the part in the whole."""
    groups = passages(documents)
    yield from _named(documents, groups)
    for group in groups:
        for at, passage in saying(group, _shares.SPOTS):
            found: list[Outcome] = []
            if passage.amounts and ("p" in passage.kinds or "f" in passage.kinds):
                found = list(_within(passage))
            elif passage.kinds.count("f") and len(passage.kinds) > 1:
                found = list(_of_ratio(passage))
            if found or _shares.spots(passage.masked):
                yield from found or _claimed(group, at)


def _named(
    documents: Sequence[DocumentFacts], groups: tuple[Group, ...]
) -> Iterator[Outcome]:
    """Yield those with a name: where one of several is right, the others are of something else."""
    found = [
        (part, whole, outcome)
        for part, whole, share in _ratios.find(documents, groups)
        if (outcome := _judge(part, whole, share)) is not None
    ]
    right = [each[:2] for each in found if each[2].verdict is Verdict.AGREE]
    for part, whole, outcome in found:
        if outcome.verdict is Verdict.AGREE or (part, whole) not in right:
            yield outcome


def _claimed(group: Sequence[Passage], at: int) -> Iterator[Outcome]:
    """Of these, 33, or 75 percent: the whole stands where the words point."""
    near = group[max(0, at - _BACK) : at]
    for told in (_shares.claims, _quotas.claims):
        found = [
            each
            for claim in told(group, at)
            for each in _answered(claim, near)
            if not _bases.is_far_off(each, _FAR_OFF)
        ]
        if found:
            yield from found
            return


def _answered(claim: _shares.Claim, near: Sequence[Passage]) -> list[Outcome]:
    part, share = claim.part, claim.share
    text, span = part.passage.document.text, share.shown.span
    after = text[span.end : span.end + _REACH].lower() if span else ""
    wholes = [
        whole
        for whole in claim.wholes
        if _may_be_part(part, whole)
        and not _is_of_others(whole, after)
        and not _has_its_own(whole)
    ]
    right = [whole for whole in wholes if _fits(part, whole, share)]
    if not right and (not claim.sure or _fits_another(claim, near)):
        return []
    return [_settled(part, whole, share) for whole in right[:1] or wholes]


def _fits_another(claim: _shares.Claim, near: Sequence[Passage]) -> bool:
    """Return whether a share is right of another number: "of 900 asked 400 came; 40 of them, 10 percent".

    Or of one in the sentences before: "you pay 36.4 cents, others 27.8. Fees are 11.3 cents, 31 percent".
    """
    passage, part = claim.part.passage, claim.part.slot
    own = _amounts(passage, part)
    wholes = list(own)
    for source in near:
        if source.block == passage.block:
            wholes += _amounts(source, len(source.kinds))
    pairs = [(claim.part, whole) for whole in wholes]
    # Of 72 who may vote 60 came, 51 for it and nine against, a majority of 85 percent.
    pairs += permutations(own, 2) if len(own) <= _FEW else ()
    if any(_is_right(one, whole, claim.share) for one, whole in pairs):
        return True
    return any(_is_of_same(claim, whole) for whole in claim.wholes)


def _amounts(passage: Passage, end: int) -> list[Place]:
    """Return the amounts of a sentence that stand before a slot."""
    return [
        Place(passage, slot)
        for slot, kind in enumerate(passage.kinds[:end])
        if kind in "cemr"
    ]


def _is_right(part: Place, whole: Place, share: _shares.Stated) -> bool:
    """Return whether a share is that of a part in a whole, if of a rate: "11 cents of 36 cents per kWh"."""
    if _may_be_part(part, whole):
        return _fits(part, whole, share)
    a, w = (place.passage.mention(place.slot) for place in (part, whole))
    if not a.unit or not w.unit.startswith(f"{a.unit} / ") or not (a.value and w.value):
        return False
    percent = a.value / w.value * _arithmetic.HUNDRED
    return share.reading.contains(percent)


def _is_of_same(claim: _shares.Claim, other: Place) -> bool:
    """Return whether both are shares of one whole: "Ost, with 40 percent, gets 80; Wik a quarter, or 50"."""
    told, quotient = other.passage, _quotient(claim.part, other)
    own = claim.share.shown
    shares = (
        _shares.numbered(told, slot)
        for slot, kind in enumerate(told.kinds)
        if kind in "pf" and Place(told, slot).evidence(2) != own
    )
    return any(
        each is not None and (quotient * each.reading).meets(claim.share.reading)
        for each in shares
    )


def _within(passage: Passage) -> Iterator[Outcome]:
    masked = passage.masked
    seen: set[int] = set()
    for match in matches(masked, *_SHAPES):
        slots = [int(match[name]) for name in "aws"]
        if slots[2] in seen or _changes(masked, match) or _another(masked, match):
            continue
        after = masked[match.end("s") + 1 :]
        if match.start("s") > match.start("w") and any(
            _is_of_others(Place(passage, slot), after) for slot in slots[:2]
        ):
            continue
        measured = passage.kinds[slots[1]] != "c"
        if measured and _shares.tells_people(after):
            continue
        # "Its stake in Orlan, one of the country's four banks"
        ones = {passage.mention(slot).value for slot in slots[:2]}
        if _shares.is_limit(passage, slots[0]) or 1 in ones or _again(passage, match):
            continue
        if finds(masked[: match.start("a") - 2], _PLACE_OF):
            continue
        outcome = _judge(*(Place(passage, slot) for slot in slots))
        if outcome and not _bases.is_far_off(outcome, _FAR_OFF):
            seen.add(slots[2])
            yield outcome


def _again(passage: Passage, match: re.Match[str]) -> bool:
    """Return whether the part is the whole in other money: "36 billion crowns (41 billion dollars)"."""
    between = passage.masked[match.end("w") + 1 : match.start("a") - 2]
    part, whole = (passage.mention(int(match[name])) for name in "aw")
    return (
        match.start("w") < match.start("a")
        and part.dimension != whole.dimension
        and pattern(r"^[a-z ]* \($").match(between) is not None
    )


def _is_of_others(whole: Place, after: str) -> bool:
    """Return whether a share is of others: "61 of 64 hospitals say that 46 percent of doctors".

    Args:
        whole: What it may be of.
        after: What stands behind it.
    """
    counted = whole.passage.mention(whole.slot).counted
    told = pattern(_OF_ALL).match(after)
    if counted is None or told is None:
        return False
    return words.lemma(told["noun"]) != counted.lemma


def _has_its_own(whole: Place) -> bool:
    """Return whether a number has a margin of its own: "51 million, a margin of 11 percent"."""
    _, _, after = whole.passage.masked.partition(f"{whole.slot}>")
    return pattern(_MARGIN).match(after) is not None


def _another(masked: str, match: re.Match[str]) -> bool:
    """Return whether the part is another group: "a third of the 90 schools, 25 in town"."""
    if match.start("w") < match.start("s") < match.start("a"):
        # "15 percent stood empty, 12 of them for lack of staff"
        return pattern(r"^(?: [a-z]+)? of (?:them|these|those|whom|which)\b").match(
            masked[match.end("a") + 1 :]
        ) is not None and not pattern(r"\b(?:or|that is)\b").search(
            masked[match.end("s") : match.start("a")]
        )
    if match.start("a") < match.start("s") < match.start("w"):
        # "31 died, 46 in all, a quarter of the 900 houses stand empty": the share does something
        comma = masked[match.end("a") + 1 : match.start("s") - 2].rstrip().endswith(",")
        return comma and bool(pattern(_DOING).match(masked[match.end("w") + 1 :]))
    if not match.start("s") < match.start("w") < match.start("a"):
        return False
    between = masked[match.end("w") : match.start("a")]
    if pattern(r"\b(?:or|some|about|that is|nearly|almost|roughly)\b").search(between):
        return False
    after = masked[match.end("a") + 1 :]
    if pattern(r"^>(?: [a-z]+){0,2}, (?:[a-z]+ )?<").match(between + "<"):
        after = after.removeprefix(" of them")
    rest = r"(?: people| persons)?(?:$|[.,;:)]| in (?:all|total)\b| -)"
    return not pattern(rest).match(after)


def _of_ratio(passage: Passage) -> Iterator[Outcome]:
    """780 out of 1,200 answered, or 75 percent."""
    told = _portions.ratio(passage)
    if told is None:
        return
    place, share = told
    value = (passage.mention(place.slot).value or 0) * _arithmetic.HUNDRED
    yield _compared([place], place.said(), Interval.point(value), value, share)


def _changes(masked: str, match: re.Match[str]) -> bool:
    """Return whether the percentage tells a change, or is of the part."""
    before = masked[max(0, match.start("s") - 30) : match.start("s") - 1]
    before = pattern(_shares.MAKES_UP).sub("", re.split(r"[,;:(>]", before)[-1])
    after = masked[match.end("s") + 1 :]
    if pattern(_CHANGED_BY).search(masked[: match.start("a") - 2]):
        return True
    if _shares.of_the_part(masked[: match.start("s") - 2], after):
        return True
    return bool(pattern(_CHANGE).search(before) or pattern(_AFTER).match(after))


def _judge(part: Place, whole: Place, share: Place) -> Outcome | None:
    told = _shares.numbered(share.passage, share.slot)
    larger = (_percent(part, whole).low or 0) > _arithmetic.HUNDRED
    if told and larger and _fits(whole, part, told):
        # "Of the 56.8 km of tunnel 51.2 km, or 90 percent": the part comes last.
        part, whole = whole, part
    return _settled(part, whole, told) if told and _may_be_part(part, whole) else None


def _fits(part: Place, whole: Place, share: _shares.Stated) -> bool:
    """Return whether a share is that of a part in a whole."""
    percent = _percent(part, whole, closely=_is_rough(share))
    return percent.meets(share.reading)


def _is_rough(share: _shares.Stated) -> bool:
    """Return whether a share is told in words, which stand for much by themselves."""
    return share.percent is None


def _settled(part: Place, whole: Place, share: _shares.Stated) -> Outcome:
    a, w = (p.passage.mention(p.slot) for p in (part, whole))
    percent = _percent(part, whole, closely=_is_rough(share))
    a, w = aligned(a, w) or (a, w)
    value = None
    if a.value is not None and w.value:
        whole_value = _compare.base_value(w.value, w.unit)
        value = _compare.base_value(a.value, a.unit) / whole_value * _arithmetic.HUNDRED
    said = " of ".join(_arithmetic.plain(p.passage, p.slot) for p in (part, whole))
    if _is_left_out(part):
        percent = Interval.point(_arithmetic.HUNDRED) - percent
        value = None if value is None else _arithmetic.HUNDRED - value
        said = f"all but {said}"
    return _compared([part, whole], said, percent, value, share)


def _is_left_out(part: Place) -> bool:
    """Return whether a part is what the share leaves out: "all but six of its 150"."""
    return any(
        int(match["a"]) == part.slot
        for match in matches(part.passage.masked, r"\ball (?:but|except) {a:c}")
    )


def _compared(
    places: Sequence[Place],
    said: str,
    percent: Interval,
    value: Decimal | None,
    share: _shares.Stated,
) -> Outcome:
    """Compare a share with what its numbers come to, as an interval and as written."""
    right = None if value is None else _shares.fitting(value, share)
    fit = None if right is None else f"{wording.number(right)}%"
    return _arithmetic.settled(
        LAW,
        [*(place.evidence(side) for side, place in enumerate(places)), share.shown],
        percent,
        share.reading,
        sum_text=f"{said} is {fit or wording.amount(percent, 'percent')}",
        said_text=share.said,
        fit=fit,
        right=right,
        written=share.percent,
        unit="percent",
    )


def _percent(part: Place, whole: Place, *, closely: bool = False) -> Interval:
    return _quotient(part, whole, closely=closely).scale(_arithmetic.HUNDRED)


def _quotient(part: Place, whole: Place, *, closely: bool = False) -> Interval:
    """Return what one number is, divided by another.

    Args:
        part: The one.
        whole: The other.
        closely: Whether "or so" beside a number leaves it as it is written.
    """
    a, w = (p.passage.mention(p.slot) for p in (part, whole))
    a, w = aligned(a, w) or (a, w)
    derived = _compare.convert(_reading(part, closely=closely), a.unit)
    return derived / _compare.convert(_reading(whole, closely=closely), w.unit)


def _reading(place: Place, *, closely: bool) -> Interval:
    mention = place.passage.mention(place.slot)
    if closely and mention.modifier is Modifier.ABOUT:
        return firm(mention)
    return place.passage.reading(place.slot)


def _may_be_part(part: Place, whole: Place) -> bool:
    """Return whether the one number may be a part of the other."""
    if part == whole:
        return False
    a, w = (p.passage.mention(p.slot) for p in (part, whole))
    if aligned(a, w) is None and a.dimension != w.dimension:
        return False
    if (
        w.dimension == "count"
        and w.value != (w.value or Decimal(0)).to_integral_value()
    ):
        return False  # "2.3 persons in a household", on average
    # "182 million euros ... on sales of 520 million": so many can be nothing but money.
    bare = w.counted is None and (w.value or 0) >= _LARGE
    if a.unit != w.unit and w.dimension == "count" and not bare:
        return False
    if ("/" in a.unit) != ("/" in w.unit):
        return False  # "24,000 litres a day" is no part of a stock
    return not {a.form, w.form} - {Form.PLAIN}
