"""A whole and the parts that are told after it, in whatever words.

"The county counted 1,153 pupils. Boys: 582. Girls: 561." A text seldom says that a list is
complete. This reader takes the amounts that follow a whole, in its own sentence or in those
after it, and weighs what speaks for their being all of it: words that close a list ("the
remaining"), verbs that divide ("made up of"), kinds that leave nothing over ("men and
women"), parts told in one way, and a sum that is one slip away from the whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

from factcheck.checks import _arithmetic, _columns, _complete, _parts, slips
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, finds, hint, pattern
from factcheck.checks._parts import Part, Run, alike, number_first
from factcheck.model import (
    Fact,
    Form,
    Interval,
    Motion,
    Outcome,
    Stance,
    Verdict,
)

_TOTALLED = (
    r"\b(?:altogether|in all|in total|all told|combined|overall|together|total(?:s|led|ling|ed|ing)?|sum)\b[^<,;:.]*$"
    r"|^(?:[a-z'-]+ ){1,4}(?:had|has|have|numbered|counted|of) $"
)
# "Of a class of 28, seventeen passed"
_GROUP_OF = r"\b(?:of|in|from) (?:an?|the|its|their|his|her) [a-z]+ of $"
_DIVIDING = rf"{_parts.DIVIDES} (?:an? |the |about |some )?$"
_CONSISTS = rf"^ (?:[a-z]+ )?{_parts.DIVIDES} (?:[a-z]+ )?<"
_THEN_LIST = (
    # "made up of 18 people: nine cooks", or "of 18 boats, of which nine are new"
    r"^(?: [a-z-]+){1,3}(?:: (?:[a-z]+ )?<|, of (?:which|whom|them) <)"
)
_DIVIDED = hint(
    "consist", "composed", "compris", "up of", "down", "split", "divi", "spread", "namely", "shared", "distribution", "composition",
    sources=(_parts.DIVIDES,),
)  # fmt: skip
_NEAR, _LEAST, _FAR = Decimal("0.12"), Decimal("0.6"), Decimal("1.5")
_MANY_NEAR, _CLOSE = Decimal("0.25"), Decimal("0.05")
# "Five people died: two men and a woman", which is as much up to 60.
_NEARLY, _SMALL = Decimal("0.4"), Decimal(60)
# What ties an amount to what it is of.
_TIE = r"\b(?:of|for|in|to|at|from|on)\b(?! (?:them|these|those|whom|which)\b)"
_ROUNDED, _HUNDREDS = Decimal("0.002"), 100
_LARGE, _LEAD = 10_000, 60
_TWICE = 2
_TELLING = 100  # a slip in a smaller number tells nothing
# The list is of something else, or says that it is not complete.
OPEN = r"\b(?:several|many|various|numerous|a number of|a few|different|others|rivals?|neighbours?|competitors?|opponents?|and so on|etc|besides|apart from|biggest|largest|main|top|leading|highlights?|more than one|multiple)\b"
_BY_KIND = r"(?:^|[.;:] +)(?:[a-z]+ ){0,2}?(?:by|per) (?:[a-z]+ )?[a-z]+: "
_REST = (
    r"\b(?:the )?(?:other|remaining|rest|remainder|balance|final|last)(?: [a-z'-]+){0,2},? (?:of |was |were |is |are |at |for )?$"
    r"|\b(?:the rest|the remainder|the balance|others|other [a-z]+|the remaining [a-z]+)\b[^<;.]{0,40}$"
)
# "The remaining 6 million of the bridge loan"
_REST_OF_ELSE = r"^ of (?:the|its|their|an?) (?!total|whole|sum|money|amount|lot\b)"
# Kinds that come last and hold what fits no other.
_LEFTOVER = (
    r"\b(?:invalid|blank|spoilt|spoiled|unknown|abstain(?:ed|ing)?|abstentions?|undecided|unsure|missing|miscellaneous|unclear"
    r"|unidentified|no (?:opinion|answer|reply)|various|other|others|elsewhere)\b"
)
_CLOSES = (
    r"\b(?:nothing|nobody|no ?one|none|no) (?:else|other[a-z]*|more|further|one else)\b|\b(?:that|this|these|they)(?: [a-z]+){0,2}"
    r" (?:make up|makes up|is|are|was|were|form|cover) (?:the (?:whole|full|entire|total)|all|everything)\b"
    r"|\b(?:nobody|none|no one) (?:was|were|is|are|has|had|have) (?:been )?(?:left|missing|lost|spared|hurt|killed|harmed|omitted|forgotten)\b"
)
# "Rent is the largest item at 70, followed by coal at 31": the first of the parts.
_LARGEST = r"\b(?:largest|biggest|main|greatest|highest|costliest|heaviest|most [a-z]+)\b[^<;]{0,40}$"
# "The biggest share, 29,000 tonnes, goes to Arle."
_A_SHARE = r"\b(?:[a-z]+est|main|most|lion's) (?:share|part|portion|slice|chunk|allocation|quota)(?: of [a-z ]+)?(?:, | \(| - |: )(?:about |some |nearly |almost )?$"
_FOLLOWED = r"^[^<;.]{0,40}(?:,| and)? (?:followed by|ahead of|before|then (?:come|comes|came)|next (?:come|comes|came))\b"
_NEXT = r"\bfollowed by\b[^<;.]{0,40}$"
_LISTED = frozenset({": ", " - ", " ("})
_FROM_THEN = r"^(?: an? [a-z]+)? from (?:<[dwq]|year\b|then\b|the [a-z]+ year\b)"
# "Of 46 calves 35 lived, and of the last 15 all but one."
_OF_THE_LAST = r"\bof the (?:last|first|past|next|previous|latest)\b"
# "In 48 hours 131 mm of rain fell, 88 mm in the last 24": hours again, and no rain.
_IN_THE_LAST = r"\b(?:in|over|during|within|for|from) the (?:last|first|past|next|previous|final) $"
# "Nine figures, four vases and a caddy": one more thing, told without a number.
_AND_ONE = r"^[^<,;.]*,? and (?:an?|one|some|its|their|his|her|any) [a-z]"
# What one may be beside what one does.
_TRAITS = (
    r"\b(?:wom[ae]n|m[ae]n|child(?:ren)?|girls?|boys?|babies|infants?|aged|over|under|elderly|older|young(?:er)?"
    r"|foreign(?:ers)?|locals?|residents?|citizens?|nationals|born|new|sick|injured|wounded|disabled|teenagers?"
    r"|pensioners?|people|newcomers|volunteers?|winners?|graduates?|mothers?|fathers?|parents)\b"
)
# "1,030 were closed and 290 open in part"
_IN_PART = (
    r"\b(?:in part|partly|partially|half (?:open|full|closed|empty|built|finished))\b"
)
# "In 1990 there were 31 mills; now there are 17 and next year there will be 16."
_THERE_IS = r"\b(?:there|it|they|we|he|she) (?:now |still |only |just |soon )*(?:is|are|was|were|has|had|have|will|would)\b(?: [a-z]+){0,2} $"
# "3,240 claims are open. During the quarter 1,840 were filed": what came in a time of its own.
_IN_A_TIME = r"^(?:(?:in|during|over|since|by|on|at|within|for|through|throughout|between|until) (?:[a-z-]+ ){0,3}?)?(?:<[dwqt]\d+>|(?:(?:this|last|that|next) )?(?:hour|day|night|week|month|quarter|year|season|half|spring|summer|autumn|winter|period)\b)[^<]*<[cem]"
# "21 medals: nine gold and seven silver" leaves the bronze to the reader.
_OVERLAPS = r"\b(?:many|some|several|most|a few|few)\b[^<;.]*\b(?:all <c|both\b|more than one\b|several\b)"
# "140 row and 120 sail", "eight in Orm and seven sold out": one may be both.
_DOING = r"^(?: of (?:them|these|which|whom))? (?:in|on|at|by|with|from|for)\b|^ (?!are |were |of )[a-z]+[^sd\W]\b"
_STILL = r"\b(?:still|yet)\b"
_AGAIN = (
    r"^ of (?:them|these|those|whom|which)\b"  # "310 of them new and 260 of them red"
)
_OF_THE = r"^of (?:the |its |their |these |those |all )+$"
_OF_WHICH = r"^of (?:them|these|those|whom|which),? $"
_FURTHER = r"\b(?:further|another|more)\b"
_NOTHING, _THOUSAND = Decimal(0), 1000
_HAVING = r"^ (?:with|without|have|has|had|who|that|which)\b"
# "44 barges that carry 162": what each of them has.
_SOMEWHERE = r"^ (?:(?:in|on|at|by|via|from|to|near|along|outside|beside|behind|under|above|below) (?!average|time|order|sale|strike|leave|duty|debt)|abroad|overseas|elsewhere)"
_STAND = rf"^(?: of (?:them|these|which|whom))? (?:(?:now |still )?(?:stand|stood|lie|lay|live|lived|work|worked|sit|sat|hang|hung|grow|grew|stay|stayed|come|came|arrived?|travel|travelled|go|went|fled|moved|flew|fly|drove|drive|are|were)(?: (?:based|located|stationed|kept|held|moored|buried|born|parked|housed))?)(?={_SOMEWHERE[1:]})"
_HELD = r"<c\d+>(?:(?! and )[^<,;:.(])*\b(?:with|having|have|has|had|(?:that|which|who)(?: [a-z'-]+){1,3}) $"
_MEDALS = r"\b(?:golds?|silvers?)\b"


def told(group: Sequence[Passage]) -> tuple[dict[int, Outcome], frozenset[int]]:
    """Return whether parts that are told after a whole come to it.

    Args:
        group: The sentences of a document.

    Returns:
        What was found, under the number in `group` of the whole's sentence, and the numbers of
        the sentences that hold such parts.
    """
    found: dict[int, Outcome] = {}
    taken: set[tuple[int, int]] = set()
    for at, slots in _candidates(group).items():
        outcome = _told(group, at, slots, taken)
        if outcome is not None:
            found[at] = outcome
    return found, frozenset(index for index, _ in taken)


def _told(
    group: Sequence[Passage], at: int, slots: Sequence[int], taken: set[tuple[int, int]]
) -> Outcome | None:
    """Judge the wholes of one sentence; `taken` are the parts of those before, and grows."""
    passage = group[at]
    found: list[tuple[Outcome, Run, Place]] = []
    for slot in slots:
        if (passage.index, slot) in taken or not _is_whole(passage, slot):
            continue
        whole = Place(passage, slot)
        meant: list[tuple[Outcome, Run, Place]] = []
        for run in _parts.runs(group, at, slot):
            outcome = _judged(whole, run)
            if meant and _is_listed(meant[0][1]) and _is_listed(run):
                meant = []  # a list is not cut in two
            if outcome is None:
                continue
            taken |= {(p.place.passage.index, p.place.slot) for p in run.parts}
            if outcome.verdict is Verdict.AGREE:
                return outcome
            if not meant or finds(run.parts[-1].before, _REST):
                meant = [(outcome, run, whole)]
        found += meant
    if len(found) > 1:
        found = [
            each for each in found if passage.fact(each[2].slot).motion is Motion.TO
        ]
    if len(found) == 1 and not _fits_another(group, at, *found[0][1:]):
        return found[0][0]
    return None


def _is_listed(run: Run) -> bool:
    """Return whether some parts end with an item of a list."""
    return run.parts[-1].place.passage.in_list


def _candidates(group: Sequence[Passage]) -> dict[int, list[int]]:
    """Return the amounts that those beside and after them can come near: a cheap first look."""
    found: dict[int, list[int]] = {}
    plain = [() if each.in_table else each.plain for each in group]
    # Up to each sentence: how many amounts, and what they come to.
    many = list(accumulate(map(len, plain), initial=0))
    sums = list(accumulate(map(_positive, plain), initial=_NOTHING))
    for at, last in enumerate(_parts.reach(group)):
        if not plain[at] or many[last + 1] - many[at] < _parts.FEWEST:
            continue
        most = sums[last + 1] - sums[at]
        near: list[tuple[Decimal, str]] = []
        for slot, total, unit in plain[at]:
            need = total * _NEARLY if total < _SMALL else total * _LEAST - _parts.MOST
            if most - max(total, _NOTHING) < need:
                continue
            near = near or [each[1:] for told in plain[at : last + 1] for each in told]
            parts = [v for v, u in near if v < total and (not u or u == unit)]
            if _come_to(parts, need, group[at]):
                found.setdefault(at, []).append(slot)
    return found


def _positive(plain: Sequence[tuple[int, Decimal, str]]) -> Decimal:
    if not plain:
        return _NOTHING
    return sum([value for _, value, _ in plain if value > 0], _NOTHING)


def _come_to(parts: Sequence[Decimal], need: Decimal, passage: Passage) -> bool:
    """Return whether enough amounts come to what one of a sentence needs."""
    sum_ = Decimal(0)
    for many, value in enumerate(parts, 1):
        sum_ += value
        if sum_ >= need and (many >= _parts.FEWEST or _parts.tells_one(passage.masked)):
            return True
    return False


def _is_whole(passage: Passage, slot: int) -> bool:
    """Return whether an amount may be divided."""
    fact = passage.fact(slot)
    mention = fact.mention
    bound = mention.modifier is not None and mention.modifier.is_bound
    if mention.form is not Form.PLAIN or (mention.value or 0) <= _parts.FEWEST or bound:
        return False
    before, after = passage.around(slot)
    divided = passage.says(_DIVIDED) and finds(before, _DIVIDING)
    if divided and not finds(after, _THEN_LIST):
        return False  # "made up of 80 tonnes of rye, ..."
    if _is_first(before, after):
        return False
    moved = fact.motion is Motion.FROM and not finds(before, _parts.PART_OF)
    # "cut 620 jobs: 280 pilots, ...", but not "rose by 30: ..."
    by = fact.motion is Motion.BY and not pattern(_THEN_LIST).match(after)
    if moved or by or fact.stance is Stance.PREVIOUS:
        return False
    noun = mention.counted
    named = noun is not None and not noun.elided
    large = (mention.value or 0) >= _LARGE and ": " in after[:_LEAD]
    if mention.dimension != "count" or named or large:
        return True
    return _is_said_whole(before, after)


def _is_said_whole(before: str, after: str) -> bool:
    """Return whether the words beside a bare number say that it is divided."""
    if after.startswith(": ") or before.endswith(_parts.AMONG):
        return True
    if finds(before, _GROUP_OF) or finds(before, _TOTALLED):
        return True
    return pattern(_CONSISTS).match(after) is not None


def _is_first(before: str, after: str) -> bool:
    """Return whether an amount is the first of the parts: a share, the largest, or a year's of several.

    "25 million from year three (10 million in year one, ...)"
    """
    if " from " in after[:_LEAD] and pattern(_FROM_THEN).match(after):
        return True
    if finds(before, _A_SHARE):
        return True
    return finds(before, _NEXT) or (finds(after, _FOLLOWED) and finds(before, _LARGEST))


def _judged(whole: Place, run: Run) -> Outcome | None:
    """Return whether a run of parts comes to the whole; None where it need not."""
    if not _is_near(whole, run.parts, run.ones):
        return None
    if _is_one_of(whole, run):
        return None
    right = _total(run.parts, run.ones).meets(whole.passage.reading(whole.slot))
    if right or _is_meant(run, whole):
        return _compared(whole, run.parts, run.ones)
    return None


def _is_meant(run: Run, whole: Place) -> bool:
    """Return whether a run of parts that does not come to a whole needs to."""
    if run.mark == _parts.AMONG and not _is_past(run, whole):
        return False
    if (
        _parts.divide_another(run.parts)
        or _is_earned(whole, run)
        or _holds_aside(run, whole)
    ):
        return False
    if _is_of_no_unit(run, whole) or any(_is_held(part.place) for part in run.parts):
        return False
    if _parts.is_mixed(run.parts, whole) or _parts.are_of_others(run, whole):
        return False
    total = whole.passage.mention(whole.slot).value or Decimal(0)
    past = _sum(run.parts, run.ones) > total
    past = past and not any(_is_other(part, whole) for part in run.parts)
    closed = _is_closed(run, past=past) or (
        not _are_of_other_times(run.parts, whole) and _is_told_whole(run, whole)
    )
    if _is_open(run) or not closed:
        return False
    return not (_is_item(whole, run) or _is_rounded(whole, run))


def _is_of_no_unit(run: Run, whole: Place) -> bool:
    """Return whether no part has the unit of a whole, and one stands in another sentence.

    "The chairs, 12 of them, cost 45 crowns. The other 12 were a gift."
    """
    unit = whole.passage.mention(whole.slot).unit
    return run.parts[-1].place.passage is not whole.passage and all(
        part.mention.unit != unit and (part.mention.value or 0) < _THOUSAND
        for part in run.parts
    )


def _holds_aside(run: Run, whole: Place) -> bool:
    """Return whether parts are too much by one that is of another: "30 in equity, 14 of it hers, and 8 lent"."""
    values = [part.mention.value or _NOTHING for part in run.parts]
    total = whole.passage.mention(whole.slot).value or _NOTHING
    aside = sum(values, Decimal(run.ones)) - total
    return aside in values[1:-1] and not number_first(run.parts)


def _is_one_of(whole: Place, run: Run) -> bool:
    """Return whether a whole is of a kind that its parts leave out: "33 men, 24 women"."""
    counted = whole.passage.mention(whole.slot).counted
    if counted is None or counted.elided:
        return False
    labels = tuple(part.words for part in run.parts)
    if _complete.leave_nothing_over(labels, past=True):
        return False  # "six children, three boys and two girls"
    return _complete.leave_nothing_over((counted.head.lower(), *labels), past=True)


def _is_held(place: Place) -> bool:
    """Return whether a number is what each of some others has."""
    before = place.around()[0]
    return finds(before, _HELD)


def _is_other(part: Part, whole: Place) -> bool:
    """Return whether a part has a noun that is not the whole's."""
    a, w = part.mention.counted, whole.passage.mention(whole.slot).counted
    if a is None or a.elided or w is None:
        return False
    return a.lemma != w.lemma


def _is_earned(whole: Place, run: Run) -> bool:
    """Return whether parts earn what they are said to make: "56 points: 16 wins, eight draws"."""
    worth = _parts.is_worth(whole.passage.mention(whole.slot))
    return worth and any(
        _is_other(part, whole) or finds(part.words, _parts.DRAWN) for part in run.parts
    )


def _is_item(whole: Place, run: Run) -> bool:
    """Return whether a whole is told as the parts are: "52 of rent, 50 of fuel and 3 of tax"."""
    if run.mark in _LISTED:
        return False
    own = whole.around()[1]
    words = [
        pattern(_TIE).search(re.split("[,;:(.<]", text, maxsplit=1)[0])
        for text in (own, *(part.after for part in run.parts))
    ]
    ties = {match and match[0] for match in words}
    return len(ties) == 1 and None not in ties


def _is_rounded(whole: Place, run: Run) -> bool:
    """Return whether rounding explains a difference: 68,700 of 51,200 and 17,600."""
    total = whole.passage.mention(whole.slot).value or Decimal(0)
    values = [part.mention.value or Decimal(0) for part in run.parts]
    off = abs(_sum(run.parts, run.ones) - total)
    most = min(total * _ROUNDED, Decimal(_HUNDREDS * (len(values) + 1) // 2))
    return off <= most and not any(value % _HUNDREDS for value in (*values, total))


def _is_near(whole: Place, parts: Sequence[Part], ones: int) -> bool:
    """Return whether the sum of parts is anywhere near a whole."""
    total = whole.passage.mention(whole.slot).value
    return bool(total and _LEAST <= _sum(parts, ones) / total <= _FAR)


def _compared(whole: Place, parts: Sequence[Part], ones: int) -> Outcome:
    """Compare the sum of parts with a whole."""
    places = [part.place for part in parts]
    said = " + ".join(_arithmetic.plain(p.passage, p.slot) for p in places)
    said += f" + {ones}" if ones else ""
    return _columns.outcome(
        places, _total(parts, ones), _sum(parts, ones), f"{said} is", whole
    )


def _total(parts: Sequence[Part], ones: int) -> Interval:
    readings = [part.place.passage.reading(part.place.slot) for part in parts]
    return _arithmetic.total_of([*readings, Interval.point(Decimal(ones))])


def _sum(parts: Sequence[Part], ones: int) -> Decimal:
    return sum((part.mention.value or Decimal(0) for part in parts), Decimal(ones))


def _is_open(run: Run) -> bool:
    """Return whether a list leaves something out, or is one of something else."""
    said = f"{run.lead} {' '.join(part.words for part in run.parts)} {run.tail}"
    if finds(said, _MEDALS) and "bronze" not in said:
        return True
    if finds(said, _OF_THE_LAST) or any(
        finds(part.before, _IN_THE_LAST) for part in run.parts
    ):
        return True
    if not run.ones and (
        finds(said, rf"{_parts.ONE}|(?:,|\band) one [a-z]")
        or pattern(_AND_ONE).match(run.parts[-1].place.around()[1])
    ):
        return True
    said = f"{run.lead}{run.parts[0].before} {run.tail}"
    return finds(said, OPEN) and not finds(run.after, _CLOSES)


def _is_closed(run: Run, *, past: bool) -> bool:
    """Return whether words say that the parts are all of the whole.

    Args:
        run: The parts.
        past: Whether they are more than it; kinds that leave each other out then suffice.
    """
    parts, last = run.parts, run.parts[-1]
    lead = f"{run.lead}{parts[0].before}"
    if any(finds(part.words, _IN_PART) for part in parts):
        return False
    if finds(lead, _parts.DIVIDES) or finds(lead, _BY_KIND):
        return True
    rest = finds(last.before, _REST) and not pattern(_REST_OF_ELSE).match(last.after)
    if rest or finds(f"{run.tail} {run.after}", _CLOSES):
        return True
    most = past or len(parts) > _parts.FEWEST
    if most and finds(last.words, _LEFTOVER) and alike(parts[:-1]):
        return True
    return _complete.leave_nothing_over(tuple(part.words for part in parts), past=past)


def _is_told_whole(run: Run, whole: Place) -> bool:
    """Return whether parts are told in one way, and seem to be meant for all of the whole."""
    parts = run.parts
    value, total = _sum(parts, run.ones), whole.passage.mention(whole.slot).value or 1
    same = alike(parts)
    if run.mark == _parts.AMONG or (
        _is_broken_down(parts) and abs(value / total - 1) <= _CLOSE
    ):
        return True
    if run.mark in _LISTED and (same or number_first(parts)):
        many = len(parts) + run.ones > _parts.FEWEST
        return many or value > total or " and " in run.said
    if any(part.foreign for part in parts) or run.apart or _is_bare(whole):
        return _are_named(parts) and _opens(whole) and _is_past(run, whole)
    if not same:
        return _is_past(run, whole) and (_are_states(parts) or _are_placed(parts))
    listed = run.mark != ", " or number_first(parts)
    if not listed or _are_traits(parts):
        return (
            False  # "aphids hit 4.67 million hectares, mites 2.8 million and rust 1.7"
        )
    many = len(parts) > _parts.FEWEST and value > total
    overlap = many and finds(parts[-1].place.passage.masked, _OVERLAPS)
    near = abs(value / total - 1) <= (_MANY_NEAR if many else _NEAR) and not overlap
    return near and (value > total or _is_slip(parts, whole, run.ones))


def _are_of_other_times(parts: Sequence[Part], whole: Place) -> bool:
    """Return whether parts are what there was at other times than the whole, or came in one."""
    if finds(parts[-1].before, _THERE_IS):
        return True
    source = parts[0].place.passage
    if source is whole.passage or any("when" in part.words for part in parts[1:]):
        return False
    return pattern(_IN_A_TIME).match(source.masked) is not None


def _are_named(parts: Sequence[Part]) -> bool:
    """Return whether three parts or more are each a thing: "31 were freighters, 14 tankers and nine ferries"."""
    named = all(part.foreign for part in parts[1:])
    return named and len(parts) > _parts.FEWEST and _parts.short(parts)


def _opens(whole: Place) -> bool:
    """Return whether a sentence opens with a whole of which all that follows is told: "Of the 52 ships"."""
    before = whole.around()[0]
    return pattern(_OF_THE).match(before) is not None


def _is_broken_down(parts: Sequence[Part]) -> bool:
    """Return whether a whole is told with three parts or more: "of which 40 red, 12 blue and nine green"."""
    if any(part.foreign for part in parts) or not finds(parts[0].before, _OF_WHICH):
        return False
    return len(parts) > _parts.FEWEST and _parts.short(parts)


def _is_bare(whole: Place) -> bool:
    """Return whether a number has neither unit nor noun."""
    mention = whole.passage.mention(whole.slot)
    return mention.dimension == "count" and mention.counted is None


def _are_traits(parts: Sequence[Part]) -> bool:
    """Return whether one may be both: "nine with lifts and 17 with a roof"."""
    having = [pattern(_HAVING).match(part.after) for part in parts]
    return len(parts) == _parts.FEWEST and all(having)


def _are_states(parts: Sequence[Part]) -> bool:
    """Return whether nothing can be in two of the parts: "29 were found, 21 are still missing"."""
    if any(finds(part.before, _FURTHER) for part in parts) or any(
        finds(part.after, _AGAIN) for part in parts[1:]
    ):
        return False
    if finds(parts[-1].words, _STILL):
        return True
    return _parts.short(parts) and pattern(_DOING).match(parts[0].after) is None


def _are_placed(parts: Sequence[Part]) -> bool:
    """Return whether each part is somewhere, or came in a way of its own: "16 in Borrow, 12 abroad"."""
    stand = pattern(_STAND).match(parts[0].after)
    placed = [pattern(_SOMEWHERE).match(part.after) for part in parts[1:]]
    return len(parts) > _parts.FEWEST and stand is not None and all(placed)


def _is_past(run: Run, whole: Place) -> bool:
    """Return whether some of a whole, told by what they do, come to a little more than it."""
    value, total = (
        _sum(run.parts, run.ones),
        whole.passage.mention(whole.slot).value or 1,
    )
    words = " ".join(part.words for part in run.parts)
    return 0 < value / total - 1 <= _NEAR and not finds(words, _TRAITS)


def _is_slip(parts: Sequence[Part], whole: Place, ones: int) -> bool:
    """Return whether one wrong digit, in the whole or in a part, explains the difference."""
    value = _sum(parts, ones)
    total = whole.passage.mention(whole.slot).value or Decimal(0)
    values = [part.mention.value or Decimal(0) for part in parts]
    pairs = [(each, each + total - value) for each in values]
    slip = slips.between(value, total) is not None and min(value, total) >= _TELLING
    # 1,652 without a digit is not 1,520.
    return slip or any(
        min(a, b) >= _TELLING
        and slips.between(a, b) is not None
        and (max(a, b) > _TWICE * min(a, b) or slips.between(a, b) != slips.MISSING)
        for a, b in pairs
    )


def _fits_another(group: Sequence[Passage], at: int, run: Run, whole: Place) -> bool:
    """Return whether some of the parts come to another number that stands near."""
    values = [part.mention.value or Decimal(0) for part in run.parts]
    # Of a list in one way, some are no whole: "six in Arle ... He leads 11 of the tours".
    one_way = alike(run.parts) or all(part.foreign for part in run.parts)
    least = len(values) if run.mark in _LISTED and one_way else _parts.FEWEST
    sums = {
        sum(values[start:end])
        for start in range(len(values))
        for end in range(start + least, len(values) + 1)
    }
    # "31 wounded; nine were flown out, the other 22 stayed"
    if (
        run.mark not in _LISTED
        and not alike(run.parts)
        and any(
            values[first] == sum(values[first + 1 : end])
            for first in range(len(values))
            for end in range(first + 1 + _parts.FEWEST, len(values) + 1)
        )
    ):
        return True
    # "The catch is 71,000 tonnes. Arle may land 29,000, Borrow 25,000 and the others 17,000."
    sums.add((whole.passage.mention(whole.slot).value or Decimal(0)) + sum(values))
    unit = whole.passage.mention(whole.slot).unit
    used = {(part.place.passage, part.place.slot) for part in run.parts}
    return any(
        item.mention.unit == unit and item.mention.value in sums
        for source in group[max(0, at - _parts.SENTENCES) : at + _parts.SENTENCES]
        for slot, item in enumerate(source.items)
        if isinstance(item, Fact) and (source, slot) not in used
    )
