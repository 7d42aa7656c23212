"""Sums and differences by the roles of their numbers, whatever the words.

"Hale owns 41 boats, Sund 27. Together that makes 86": words say that a number is what others
come to, or what is left of them ("leaving 12"), or what lies between two ("a majority of
951"). The others are the amounts of its kind that stand before it in a row, in its own
sentence or in those just before. If any of them fit, the text is right. Only where the row
is all there is, and nothing else could be meant, is it wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.checks import _arithmetic, _columns, _wholes, slips
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    PEOPLE,
    TOKEN,
    Passage,
    finds,
    hint,
    pattern,
    remembered,
)
from factcheck.checks._parts import DRAWN, is_worth
from factcheck.frozen import dataclass
from factcheck.model import Fact, Form, Interval, Mention, Outcome, Verdict

_WORDS = r"(?: (?:(?!each\b|per\b|than\b|of which\b|another\b|and\b|or\b)[a-z'-]+|<[ctq]\d+>))"
# What a number comes to: words before it, or after it.
_TOTAL_BEFORE = (
    r"\b(?:altogether|in all|in total|in sum|together(?! with\b)|combined|overall|all told|total(?:s|led|ling|ed|ing)?|sum(?:s|med|ming)?"
    r"|makes?|made|making|gives?|gave|giving|(?:comes?|came|coming|adds? up|added up|adding up|amounts?|amounted|amounting) to"
    r"|(?:that|which|this) (?:is|was|means?|meant)|(?:bring(?:s|ing)?|brought|taking|took|takes) (?:the|their|its|his|her) (?:[a-z ]|<t\d+>){3,50} to|arriv(?:es?|ed|ing) at|therefore|thus|hence|(?<=, )so|(?<=and )so|bill|in other words)\b"
    rf"[,:]?{_WORDS}{{0,6}},? ?$|\ball (?:the |of the |of )?$|>: {_WORDS}{{1,5}} $"
    r"|\b(?:(?:the|their|its|his|her|[a-z]+'s) (?:[a-z]+ )?(?:figure|count|tally|number|collection|staff|fleet|herd|stock|harvest|crop|haul|audience|crowd) of) $"
    r"|(?:^|[;,:] )(?:the|all|these) (?:<c\d+>|two|three|four|five|six) (?:(?:of them|together|combined) )?(?:brought in|bring in|came to|come to|raised|make|made|total(?:led)?|earned|cost|weigh|weighed|yielded|produced) $"
)
_TOTAL_AFTER = (
    r"^(?: (?!and\b|or\b|each\b)[a-z'-]+){0,4}? (?:in all|in total|altogether|all told|together|combined|overall|between them|all together)\b"
    r"|^ (?:[a-z'-]+ ){0,2}(?:over|in|within|for|across) (?:the |all |these |those )?<t\d+>"
)
_OUT_OF = r"\bout of (?:an? |the |its |their |all )?$"
# What calls a number a total; "makes" and "so" do much else.
_CALLED = (
    r"\b(?:altogether|in all|in total|together|combined|overall|all told|total(?:s|led|ling|ed|ing)?|sum(?:s|med|ming)? (?:of|to)"
    r"|(?:comes?|came|coming|adds? up|added up|adding up|amounts?|amounted) to)\b"
)
_LEFT_BEFORE = (
    r"\b(?:leaving|leaves|(?:which|that|this|and) left|remaining|(?:so|and) now(?: only| just| still)? (?:has|have|holds?|owns?|numbers?|counts?|keeps?)"
    r"|(?:now|still) (?:has|have|holds?|ow(?:n|e)s?|numbers?|counts?|keeps?)|end(?:s|ed|ing)(?: [a-z]+){0,2} (?:with|on|at|up with)|down to|remains? of)"
    r"(?: [a-z'-]+){0,4} $"
)
_LEFT_AFTER = r"^(?: (?!had\b|has\b|have\b|who\b|that\b|which\b|then\b|later\b)[a-z'-]+){0,2}? (?:(?:are|is|were|was) (?:still )?)?(?:left|remain(?:s|ed|ing)?|remained|to go|over|unsold|stay(?:s|ed)?)\b(?! (?:the|in|on|for|at|by|to|with|a|an)\b)"
_APART = (
    r"\b(?:an?|the|its|his|her|their) (?:[a-z]+ )?(?:majority|deficit|surplus|lead|margin|difference|gap|shortfall)(?: [a-z]+){0,2}?(?: of| is| was| came to| comes to|:)(?: (?:just|only|about))? $"
    r"|\b(?:exceed(?:s|ed|ing)?|outnumber(?:s|ed|ing)?|beat(?:s|ing)?|ahead|behind|surpass(?:es|ed|ing)?|trail(?:s|ed|ing)?|outstripped|won|lost|led|larger|smaller|higher|lower)\b[^<;]{0,40} by (?:just |only )?$"
)
TELLS = hint(
    "ogether", "in all", "total", "combined", "overall", "all told", " sum", "mak", "made", "giv", "gave", " to <",
    "that is", "which is", " was", "means", "therefore", "thus", "hence", "so ", "bill", "over ", " in <t", " the <t", "lea", "left", "remain",
    "now ", "still ", " end", "majority", "deficit", "surplus", "margin", "difference", " gap", "short", "excess",
    " of <", "exceed", "outnumber", "ahead", "behind", "by <", "between them", "other words",
)  # fmt: skip
# What is not simply added up.
NO_ROW = (
    r"\b(?:each|per|apiece|every|including|include[sd]?|of (?:them|which|whom|these|those)|than|average[sd]?|mean|times|(?:up|down)(?: from|(?: by)? <[pbf]\d+)|(?<=, )(?:up|down)(?: by)? <[a-z]\d+|(?:in|de)creases?|rises?|drops?|declines?|compared|against"
    r"|versus|expected?|forecast|target|planned|would|could|previous(?:ly)?|earlier|ago|at least|up to|worth|half|rate|percent|instead|(?:rose|fell|grew)(?: by| to| from|,? <[a-z]\d+)|from <[a-z]\d+> to"
    r"|capacity|limit|record|last year|both|aged?|between <[a-z]\d+> and|such as|among|mostly|mainly|one of)\b"
)
USUAL = r"\b(?:usual(?:ly)?|normal(?:ly)?|average|typical(?:ly)?|ordinar(?:y|ily)|good|bad|most|other) (?:year|day|month|week|season)s?\b|\b(?:usual(?:ly)?|normal(?:ly)?|average|so far|since|to date|last year|the year before|until)\b"
WIDER = (
    r"\b(?:whole|entire|nationwide|worldwide|nation|country|includ\w+|with (?:the|those|its|their|his|her|[a-z]+ing)"
    r"|plus|only|but|however|elsewhere|brings? it|already|others?|another|a (?:second|third|fourth|fifth)|more|further|additional|extra|besides|also|too|up from|down from|a year|a month|a week|a day|per|each|every|rest|about)\b"
)
NOTHING_ELSE = (
    r"\bno (?:other|further|more|extra)\b|\bin other words\b|\bnothing else\b"
)
_LEAVING = r"\b(?:leaving|leaves|left|remaining)(?: [a-z'-]+){0,4} $"
_REMAINING = r"\bremain\w*(?: [a-z'-]+){0,4} $"
_REMAIN = r"^(?: [a-z'-]+){0,3} remain\w*"
# "four abroad, two each in Spain and in Belgium": parts of the last part.
_ASIDE = r",? <c\d+> (?:each|apiece) (?:in|from|at|on|off|near|for|of) (?:[^<,;:.]|<[dwq]\d+>)*(?=[,;:.]|$)"
_PART_OF = r"^(?: [a-z'-]+)? (?:of (?:them|these|those|whom|which)|each|apiece)\b"
_GAINS = r"\b(?:gain(?:s|ed)?|add(?:s|ed)?|bought|buys?|join(?:s|ed)?|born|arriv(?:es|ed)|took (?:in|on)|takes? (?:in|on)|received?|hired?|rose by|won|acquired|new|found|came|moved in|admitted)\b"
_EXTENT = r"^(?: [a-z]+)? (?:wide|high|deep|tall|thick|across)\b"
_LOSSES = r"\b(?:los[et]s?|lost|sold|sells?|left|leaves?|died|dies|g[ai]ves?(?: away)?|cut|leak(?:s|ed)|withdr[ae]w|spent|spends?|paid|pays|used|uses|closed|scrapped|removed|destroyed|eaten|ate|burn(?:t|ed)|deducted|dismissed|released|moved out|moved away|dropped out|lent|took out|takes out|went|gone|dead|missing|resigned|sank|retired|broke[n]?|drew|fell)\b"
_OF_ELSE = r"^ of (?!the\b|all\b|them\b|these\b|which\b)[a-z]"
_OWN_SUBJECT = (
    r"^(?!this|thus|its|besides)[a-z]{3,}s (?:worth|of|in|for|from|had|have|has|were|are) "
    # "Income comes to 93.7 million"
    r"|^(?!this|that|they|these|together|altogether|both|combined|which|everything)[a-z]{4,} (?:comes?|came|amounts?|amounted) to "
)
_PAIR = (
    r"(?:^|[,;)] )(?:the )?(?:[a-z'-]+ )?(?P<a>[a-z'-]+) and (?:the )?(?P<b>[a-z'-]+)(?: [a-z'-]+)?"
    r" (?:are|were|have|had|last|lasted|take|took|cost|make|made|weigh|weighed|come|came|get|got|bring|brought|hold|held|employ|run|ran)\b"
)
_JOINT = r"[,;:(]|\b(?:and|plus|adding|added)\b| - | to the $"
# "The society, with its 300 volunteers, came to 5,100": a count of its own.
_OWN_COUNT = (
    r"^(?:[^;<]|<t\d+>)*<[cem]\d+>(?: (?!that|this|it|which|and|together|altogether|all|total)[a-z'-]+){0,3},?"
    r" (?:comes?|came|coming|amounts?|amounted|arrives?|arrived) (?:to|at) $"
)
# "The second round drew 93,500, which was 11,400 fewer than the first."
_DIFFERENCE = r"^(?: [a-z'-]+){0,2} (?:(?:more|fewer|less|higher|lower|larger|smaller) than|short of)\b"
_TAKES_UP = r"^(?:(?:the|his|her|its|their|that|this|which) )[^<]*$"
_ONE_MORE = (
    r"^[^<]*(?:,| and) (?:a|an|the|one|his|her|its|their) (?:[a-z]+ )?[a-z]+(?=,| and )"
    r"|^[^<]*\b(?:(?:together|along|combined) with|plus|added to|besides|on top of) (?:what|that|those|the|an?|his|her|its|their)\b"
)
# "412 guests on Friday and 388 on Monday, and a total of 1,240 in the week"
_IN_ALL_THE = r"^(?: [a-z'-]+){0,2} (?:in|for|over|during|across|throughout|of) (?:the|that|this)(?: [a-z]+)? (?:week|month|quarter|year|season|summer|winter|spring|autumn|decade)\b"
_TIMES = frozenset("dqw")
_DOZEN, _MANY = 12, 50
_NEAR, _FAR = Decimal("0.6"), Decimal("1.6")
_FEWEST, _SMALL, _MOST, _BACK, _LONGEST = 2, 5, 10, 2, 90
_TELLING = 100
_TRIPLE = 3
_LARGE, _FAR_APART = 1000, 10_000
_AMOUNTS = frozenset("cem")
_THEM = frozenset({"them", "these", "those", "which", "whom"})
_CLAIMED = frozenset("cemt")
_BREAKS = frozenset("abfxr")


@dataclass(frozen=True, slots=True)
class _Claim:
    place: Place
    kind: str  # "total", "left", "apart"
    before: str
    after: str

    @property
    def mention(self) -> Mention:
        return self.place.passage.mention(self.place.slot)


def may_tell(passage: Passage) -> bool:
    """Return whether a sentence has an amount that others may come to, leave or differ by."""
    return passage.says(TELLS) and passage.amounts > 0 and bool(_roles(passage.masked))


def told(group: Sequence[Passage], at: int) -> Iterator[Outcome]:
    """Yield whether numbers come to, leave or differ by what a sentence says."""
    passage = group[at]
    if not may_tell(passage):
        return
    near = sum([each.amounts for each in group[max(0, at - _BACK) : at + 1]])
    if near <= _FEWEST:
        return
    for claim in _claims(passage):
        rows = [row for row in _rows(group, at, claim) if not _has_extents(row)]
        judged = [each for row in rows if (each := _judged(claim, row)) is not None]
        right = [each for each in judged if each.verdict is Verdict.AGREE]
        if right:
            yield right[0]
            continue
        if judged and _is_meant(claim, rows[-1]) and not _some_fit(claim, rows[-1]):
            yield judged[-1]


def _some_fit(claim: _Claim, row: Sequence[Place]) -> bool:
    """Return whether some of a row come to a total: "16 goals, two clear of Orr; with three"."""
    return claim.kind == "total" and any(
        sum(chosen) == claim.mention.value
        for many in range(_FEWEST, min(len(row), _SMALL))
        for chosen in combinations(_values(row), many)
    )


def _claims(passage: Passage) -> Iterator[_Claim]:
    masked = passage.masked
    for slot, kind, start, end in _roles(masked):
        mention = passage.mention(slot)
        if mention.form is Form.PLAIN and mention.value:
            yield _Claim(Place(passage, slot), kind, masked[:start], masked[end:])


@remembered
def _roles(masked: str) -> tuple[tuple[int, str, int, int], ...]:
    """Return the amounts that others come to, leave or differ by, where they stand, and which."""
    found = []
    for token in TOKEN.finditer(masked):
        if token["kind"] not in _CLAIMED:
            continue
        before, after = masked[: token.start()], masked[token.end() :]
        for kind, left, right in (
            ("apart", _APART, ""),
            ("left", _LEFT_BEFORE, _LEFT_AFTER),
            ("total", _TOTAL_BEFORE, _TOTAL_AFTER),
        ):
            if finds(before, left) or (right and pattern(right).match(after)):
                found.append((int(token["slot"]), kind, *token.span()))
                break
    return tuple(found)


def _rows(
    group: Sequence[Passage], at: int, claim: _Claim
) -> Iterator[tuple[Place, ...]]:
    """Yield the amounts of a kind that stand in a row before a claim, the shortest row first."""
    row: list[Place] = []
    passage, text = group[at], claim.before
    for source in (passage, *reversed(group[max(0, at - _BACK) : at])):
        if source is not passage:
            if not row and _is_item(source) and not _is_listed(passage):
                listed = _list(group, at)
                if listed and all(
                    kin(p.passage.mention(p.slot), claim.mention) is not None
                    for p in listed
                ):
                    yield listed
                return
            if source.block != passage.block or passage.index - source.index > _BACK:
                return
            text = source.masked
        found = _row(source, text, claim)
        if found is None:
            return
        row = [*found, *row]
        if len(row) >= _FEWEST:
            yield tuple(row)
        if len(found) >= _FEWEST:
            return


def _is_listed(passage: Passage) -> bool:
    return passage.in_list


def _is_item(passage: Passage) -> bool:
    return passage.amounts == 1 and _is_listed(passage)


def _list(group: Sequence[Passage], at: int) -> tuple[Place, ...]:
    """Return the amounts of a list that ends right before a sentence."""
    row: list[Place] = []
    below = group[at]
    for source in reversed(group[max(0, at - _MOST) : at]):
        if not _is_item(source) or below.block - source.block != 1:
            break
        slot = next(i for i, kind in enumerate(source.kinds) if kind in "cemtr")
        row.insert(0, Place(source, slot))
        below = source
    if len(row) <= _FEWEST or any(p.passage.kinds[p.slot] not in _AMOUNTS for p in row):
        return ()
    return tuple(row)


def _row(passage: Passage, text: str, claim: _Claim) -> list[Place] | None:
    """Return the amounts of a text that may be added up; None where it tells something else."""
    kinds = _AMOUNTS | ({"t"} if claim.mention.dimension == "duration" else set())
    text = re.sub(_ASIDE, " ", text)
    tokens = [t for t in TOKEN.finditer(text) if text[t.end() : t.end() + 1] != "-"]
    last = max((t.end() for t in tokens if t["kind"] in kinds), default=0)
    drawn = is_worth(claim.mention) and finds(text, DRAWN)
    broken = _BREAKS & {token["kind"] for token in tokens}
    if drawn or broken or finds(text[:last], NO_ROW) or finds(text[last:], _PART_OF):
        return None
    places = [
        Place(passage, int(token["slot"])) for token in tokens if token["kind"] in kinds
    ]
    if len(places) > _FEWEST and counts(places[0], places[1:]):
        places = places[1:]
    if not places:
        return [] if passage is claim.place.passage else None
    near = [kin(place.passage.mention(place.slot), claim.mention) for place in places]
    same = [place for place, one in zip(places, near, strict=True) if one]
    if len(same) == len(places):
        return same if len(same) <= _MOST else None
    if None in near:
        return None
    if not same and passage is claim.place.passage and _is_few(places):
        return []  # "The two chains will have a total of 151 hotels"
    return places


def _is_few(places: Sequence[Place]) -> bool:
    value = places[0].passage.mention(places[0].slot).value or Decimal(0)
    return len(places) == 1 and value <= _DOZEN


def counts(place: Place, others: Sequence[Place]) -> bool:
    """Return whether a number is how many others there are: "three buses carried 48, 52 and 39"."""
    mention, lead = (p.passage.mention(p.slot) for p in (place, others[0]))
    return (
        mention.value == len(others)
        and mention.counted is not None
        and not mention.counted.elided
        and (lead.counted is None or lead.counted.lemma != mention.counted.lemma)
    )


def kin(part: Mention, whole: Mention) -> bool | None:
    """Return whether an amount counts the same as a whole; None where it is none of its kind."""
    if part.form is not Form.PLAIN or part.value is None:
        return None
    if (part.dimension, part.unit) != (whole.dimension, whole.unit):
        # But for "Called at 10.44, there at 11.02, 18 minutes later"
        timed = whole.dimension == "duration" and "." in part.surface
        bare = [
            m.dimension == "count" and m.counted is None and not timed
            for m in (part, whole)
        ]
        return True if any(bare) and not all(bare) else None
    if (
        part.dimension == "count"
        and _broken(part) != _broken(whole)
        and max(part.value, whole.value or 0) < _LARGE
    ):
        return None
    if (
        part.value * _FAR_APART < (whole.value or 0)
        and whole.counted is None
        and not whole.unit
    ):
        return None
    a, w = part.counted, whole.counted
    if a is None or w is None or a.elided or w.elided or a.lemma == w.lemma:
        return True
    same = a.lemma in _THEM or {a.lemma, w.lemma} <= PEOPLE
    return None if is_worth(part) or is_worth(whole) else same


def _has_extents(row: Sequence[Place]) -> bool:
    """Return whether a row has the sides of a thing: "241 metres long and 31 metres wide"."""
    return any(
        finds(place.passage.masked.partition(f"{place.slot}>")[2], _EXTENT)
        for place in row
        if place.passage.kinds[place.slot] == "m"
    )


def _broken(mention: Mention) -> bool:
    """Return whether a number has decimals, if only ".0"."""
    value = mention.value
    return value is not None and (
        "." in mention.surface or value != value.to_integral_value()
    )


def _judged(claim: _Claim, row: Sequence[Place]) -> Outcome | None:
    """Return whether the best of the ways to reckon with a row gives a claim."""
    ways = list(_ways(claim, row))
    for outcome in ways:
        if outcome.verdict is Verdict.AGREE:
            return outcome
    return ways[0] if ways else None


def _ways(claim: _Claim, row: Sequence[Place]) -> Iterator[Outcome]:
    """Yield what a row comes to, the likeliest reading first."""
    if claim.kind == "total":
        for start in range(len(row) - 1):
            yield _reckoned(row[start:], [1] * (len(row) - start), claim)
        return
    if claim.kind == "apart":
        for start in range(len(row) - 1, 0, -1):
            a, b = row[start - 1], row[start]
            first, second = (p.passage.mention(p.slot).value or 0 for p in (a, b))
            pair = (a, b) if first >= second else (b, a)
            yield _reckoned(pair, [1, -1], claim)
        return
    signs = _signs(row)
    yield _reckoned(row, signs, claim)
    for start in range(1, len(row) - 1):
        yield _reckoned(row[start:], [1, *signs[start + 1 :]], claim)


def _signs(row: Sequence[Place]) -> list[int]:
    """Return whether each amount was added to the first or taken from it."""
    return [1, *(_sign(place) or -1 for place in row[1:])]


def _sign(place: Place) -> int | None:
    """Return whether an amount was gained or lost, where words say so."""
    masked = place.passage.masked
    token = place.passage.token(place.slot)
    before, _, after = masked.partition(token)
    clause = before[before.rfind(">") + 1 :]
    near = re.split("[,;:.<]| and ", after, maxsplit=1)[0]
    if finds(clause, _LOSSES):
        return -1
    if finds(clause, _GAINS):
        return 1
    if finds(near, _LOSSES):
        return -1
    return 1 if finds(near, _GAINS) else None


def _reckoned(row: Sequence[Place], signs: Sequence[int], claim: _Claim) -> Outcome:
    derived = Interval.point(Decimal(0))
    value = Decimal(0)
    said = ""
    for place, sign in zip(row, signs, strict=True):
        reading = place.passage.reading(place.slot)
        own = place.passage.mention(place.slot).value or Decimal(0)
        derived = derived + reading if sign > 0 else derived - reading
        value += own * sign
        word = " + " if sign > 0 else (" and " if " less " in said else " less ")
        said += f"{word if said else ''}{_arithmetic.plain(place.passage, place.slot)}"
    return _columns.outcome(list(row), derived, value, f"{said} is", claim.place)


def _is_meant(claim: _Claim, row: Sequence[Place]) -> bool:
    """Return whether a claim can only mean the row before it."""
    bound = any(_is_bound(place.passage.mention(place.slot)) for place in row)
    if bound or _is_modified(claim.place) or not _is_row(row, claim):
        return False
    if not _as_many(claim, row) or _has_other(row) or _is_elsewhere(row, claim):
        return False
    return _may_come_to(claim, row) and not _is_wider(claim, row)


def _may_come_to(claim: _Claim, row: Sequence[Place]) -> bool:
    """Return whether a claim of its kind may be made of a row."""
    total, values = claim.mention.value or Decimal(0), _values(row)
    if claim.kind == "total":
        return _may_be_total(claim, row)
    if claim.kind == "apart":
        two = len(row) == _FEWEST and total < max(values) and _kinds(row) <= 1
        return two and _may_be_apart(total, abs(values[0] - values[-1]))
    return _may_be_left(claim, row)


def _may_be_total(claim: _Claim, row: Sequence[Place]) -> bool:
    """Return whether a claim is called a total, or is one slip away from that of its kind."""
    total, values = claim.mention.value or Decimal(0), _values(row)
    if total <= max(values) or (
        min(values) <= _DOZEN and min(values) * _MANY < max(values)
    ):
        return False  # "8,400 hens; the other three have 9,300 together"
    if row[-1].passage is claim.place.passage and (
        (row[-1].slot, claim.place.slot) in _wholes.pairs(row[-1].passage)
        or finds(claim.before, _OUT_OF)
    ):
        return False  # "seven golds and four silvers, ahead of Orr with six golds out of 31 in all"
    # "140 tents and 95. That makes 250 families dry": not called a total, it must be alike.
    alike = _kinds(row) > 1 or all(kin(each, claim.mention) for each in _named(row))
    slip = _is_slip(claim, row)
    if not _is_called(claim) and not (alike and slip):
        return False
    # But for "130 members and 11 aircraft have made 1,460 flights"
    near = _NEAR < sum(values) / total < _FAR
    akin = near or any(kin(_mention(place), claim.mention) for place in row)
    return near or (akin and slip)


def _may_be_left(claim: _Claim, row: Sequence[Place]) -> bool:
    """Return whether a claim is near what a row leaves, and is told of it alone."""
    total, values = claim.mention.value or Decimal(0), _values(row)
    gained = any(_sign(place) == 1 for place in row[1:])
    hardly = total * _TRIPLE < values[0]  # "960 members; 70 joined and 15 left"
    if values[0] != max(values) or (hardly if gained else total >= values[0]):
        return False
    if finds(claim.before, _REMAINING) or pattern(_REMAIN).match(claim.after):
        return False
    rest = sum(sign * each for sign, each in zip(_signs(row), values, strict=True))
    if not _NEAR < rest / total < _FAR:
        return False
    left = finds(claim.before, _LEAVING) or pattern(_LEFT_AFTER).match(claim.after)
    return bool(left) or all(_sign(place) is not None for place in row[1:])


def _is_called(claim: _Claim) -> bool:
    """Return whether words near a claim call it a total."""
    after = re.split("[;:<]", claim.after, maxsplit=1)[0]
    return finds(_gap(claim), _CALLED) or finds(after, _CALLED)


def _gap(claim: _Claim) -> str:
    """Return what stands between a claim and the number before it."""
    text = re.sub(_ASIDE, " ", claim.before)
    return text[text.rfind(">") + 1 :]


def _may_be_apart(total: Decimal, apart: Decimal) -> bool:
    """Return whether a distance may be that of two amounts, and not of one from its record."""
    near = total < apart * _TRIPLE and apart < total * _TRIPLE
    return near or slips.between(apart, total) is not None


def _is_wider(claim: _Claim, row: Sequence[Place]) -> bool:
    """Return whether a claim is told of more than a row, or of something else."""
    after = re.split("[;:<]", claim.after, maxsplit=1)[0]
    before = _gap(claim)
    said = pattern(NOTHING_ELSE).sub("", f"{before} {after}")
    passage = claim.place.passage
    own = row[0].passage is not passage and pattern(_OWN_COUNT).match(claim.before)
    if own or _is_of_others(before, row):
        return True
    if finds(said, USUAL) or (finds(said, WIDER) and not _is_slip(claim, row)):
        return True
    if row[-1].passage is passage:
        return False
    if claim.kind == "apart":
        return not finds(claim.before, _TAKES_UP)
    if pattern(_OF_ELSE).match(claim.after):
        return True
    return finds(claim.before, _OWN_SUBJECT) and not _is_slip(claim, row)


def _is_of_others(before: str, row: Sequence[Place]) -> bool:
    """Return whether a claim names whose it is, and a row tells of others.

    "Act I takes 65 minutes. Acts II and III last 80 minutes together."
    """
    pair = pattern(_PAIR).search(before)
    if pair is None:
        return False
    told = " ".join(place.passage.masked for place in row).replace(before, "")
    return not (finds(told, rf"\b{pair['a']}\b") or finds(told, rf"\b{pair['b']}\b"))


def _mention(place: Place) -> Mention:
    return place.passage.mention(place.slot)


def _is_slip(claim: _Claim, row: Sequence[Place]) -> bool:
    """Return whether a total is a wrong digit away from what its row comes to."""
    value, total = sum(_values(row), Decimal(0)), claim.mention.value or Decimal(0)
    return (
        claim.kind == "total"
        and min(value, total) >= _TELLING
        and slips.between(value, total) is not None
    )


def _values(row: Sequence[Place]) -> list[Decimal]:
    return [place.passage.mention(place.slot).value or Decimal(0) for place in row]


def _has_other(row: Sequence[Place]) -> bool:
    """Return whether a part is no number, or one only the distance from another.

    "Four passengers, the driver and two cyclists"; "11,400 fewer than the first".
    """
    after = (place.around()[1] for place in row)
    return any(finds(each, _ONE_MORE) or finds(each, _DIFFERENCE) for each in after)


def _is_modified(place: Place) -> bool:
    passage = place.passage
    return (
        passage.mention(place.slot).modifier is not None
        and place.slot not in passage.bare
    )


def _is_bound(mention: Mention) -> bool:
    return mention.modifier is not None and mention.modifier.is_bound


def _as_many(claim: _Claim, row: Sequence[Place]) -> bool:
    """Return whether a claim is for as many days or games as stand in a row."""
    passage = claim.place.passage
    first = row[-1].slot + 1 if row[-1].passage is passage else 0
    for slot in range(first, len(passage.items)):
        item = passage.items[slot]
        if slot == claim.place.slot or not isinstance(item, Fact):
            continue
        value = item.mention.value
        if value and 1 < value <= _DOZEN and value != len(row):
            return False
    return True


def _kinds(row: Sequence[Place]) -> int:
    return len({(m.unit, m.counted and m.counted.lemma) for m in _named(row)})


def _named(row: Sequence[Place]) -> list[Mention]:
    """Return the amounts of a row that have a unit or a noun of their own."""
    told = [_mention(place) for place in row]
    return [m for m in told if m.unit or (m.counted and not m.counted.elided)]


def _is_row(row: Sequence[Place], claim: _Claim) -> bool:
    """Return whether amounts stand side by side, with few words between."""
    for a, b in zip(row, (*row[1:], claim.place), strict=True):
        if a.passage is not b.passage:
            continue
        masked = a.passage.masked
        first = masked.index(a.passage.token(a.slot))
        second = masked.index(b.passage.token(b.slot))
        if second - first > _LONGEST:
            return False
        if b is not claim.place and not finds(masked[first:second], _JOINT):
            return False
    return True


def _is_elsewhere(row: Sequence[Place], claim: _Claim) -> bool:
    """Return whether a claim tells of another time than the row."""
    passage = claim.place.passage
    if row[-1].passage is passage:
        later = passage.kinds[row[-1].slot + 1 : claim.place.slot]
    else:
        later = passage.kinds
    dated = not _TIMES.isdisjoint(row[0].passage.kinds)
    if "w" in later:
        return True
    if dated and len(row) == _FEWEST and pattern(_IN_ALL_THE).match(claim.after):
        return True
    return bool(set(later) & set("dq")) and not dated
