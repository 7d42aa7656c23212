"""A length of time and the dates that it lies between, whatever the verbs are.

What plays which part is read from the small words: "after", "for" and "later" bind a length
to what has ended, and what follows it must not make it the length of something else. Two
dates of one clause, or a clock time and the one told before it, are then its ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.checks import _spans
from factcheck.checks._ages import Days
from factcheck.checks._arithmetic import Place, Spot
from factcheck.checks._context import TOKEN, Passage, pattern, remembered, search
from factcheck.frozen import dataclass
from factcheck.model import Document, Form, Period


@dataclass(frozen=True, slots=True)
class Elapsed:
    """A length and its ends.

    Attributes:
        length: The slot of the length.
        first: The start.
        last: The end.
        sure: Whether the words leave no doubt, however far off the length is.
    """

    length: int
    first: Place | Spot
    last: Place | Spot
    sure: bool = False


_FILL = (
    r"(?: (?:an?|the|its|his|her|their|full|whole|total|some|about|almost|nearly|just|only|more than|less than|over"
    r"|all|exactly|roughly|around|well|up|to|of|last|for|period|span|term|total of))*"
)
_SPAN = r"(?:period|term|span|stretch|run|reign|wait|gap|spell|stay|stint|tenure|absence|silence|closure|total)"
# Nouns for what lasts; a length of one is as long as it.
_LASTING = (
    r"(?:period|span|stretch|run|reign|rule|wait|gap|spell|stay|stint|tenure|absence|silence|closure|shutdown|outage|blackout|standstill|stoppage"
    r"|hiatus|exile|captivity|imprisonment|ordeal|disruption|career|(?:working )?life|existence|journey|voyage|crossing|trip|trek|march|flight|mission"
    r"|siege|occupation|blockade|strike|walkout|lockdown|ceasefire|truce|moratorium|vigil|marriage|partnership|season)"
)
# What binds a length to what has ended; behind "for" a state must be meant, not a contract.
_BOUND = (
    r"(?:^|[ ,(:-])(?:after|following|for|mak(?:es|ing)|lies?|lay|last(?:ed|s|ing)?|took|taking|takes|taken|spent|spending|served|serving|spanned|spanning|covering|covered|ending"
    r"|ended|capping|over|that is|which is|or|it was|in (?:its|his|her|their|all)|with|during (?:its|his|her|their))"
    + _FILL
    + rf" $|(?:, (?:an?|the)(?: [a-z]+)? {_SPAN}|\b(?:an?|the|its|his|her|their)(?: [a-z-]+)?? {_LASTING}) of{_FILL} $"
)
# Of the time that the sentence before has told.
_OWN = r"(?:^|\b(?:in|over|during|after|of|for) (?:all )?)(?:its|his|her|their|those|these) $|^\W*(?:in|over|during|for) all $"
_TOOK = (
    r"\b(?:took|taken|needed)(?: (?:him|her|it|them|(?:the )?[a-z]+))?" + _FILL + " $"
)
_TO_DO = r"^ to [a-z ]+: [^<]*<d\d+>[^<]*<d"
_IN_THOSE = r"^\W*in (?:all )?(?:those|these) $"
_TRADE = r"^ as (?:an?|the|its)\b|^ (?:in|of) (?:the |this |that )?(?:trade|business|profession|sport|industry|game|army|navy|police|force|field|job)\b"
# "In its six-day pass": of something that does not last so long.
_NOUN = rf"^ (?!(?:[a-z]+ )?{_LASTING}\b)[a-z]+ (?:rate|repo|bill|bond|note|auction|forecast|outlook|average|guarantee|ticket|pass|visa|course|plan|deal|contract|loan|window|limit)\b|^ (?:rate|bill|bond|note|auction|forecast|outlook|average|guarantee|ticket|pass|visa|plan|deal|contract|loan|limit)\b"
_HAS_BEEN = r"^(?:he|she|it|they) (?:has|have) (?:now )?been (?:in (?:office|power|charge|command)|closed|shut|open|there|at the helm) for $"
_APPOSED = rf", (?:its|his|her|their|an?|the) (?!(?:[a-z-]+ )??(?:{_SPAN}|{_LASTING}) of|(?:[a-z]+ )?[a-z]+ed for)[a-z]+(?: [a-z]+)? (?:for|of|over) $"
_LATER = (
    r"^,? (?:starting|beginning|commencing) (?:in|on) <d|^ after (?:it|that|this|the first|[a-z]+(?:ission|ation))(?=[.,;]|$)|^ (?:later|afterwards|in all|in total|altogether|long|in between|all told|together|apart)\b|^ on(?=[.,;]|$)"
    r"|^ (?:(?:had |have )?(?:went|gone|go|passed|elapsed)(?: by)?|lie|lay|to the day|running)(?=[.,;]|$| (?:between|before|until)\b)"
)
# "from 1 to 9 May, nine days", right behind both ends
_RIGHT_BEHIND = rf"<[dkw]\d+>(?:,| -|:| \(| or){_FILL} $"
_STATES = (
    r"office|power|orbit|space|captivity|custody|detention|prison|jail|exile|hiding|command|charge|service|place|use|operation"
    r"|business"
)
_WHOLE = (
    rf"^(?:[.,;:)!?]|$| -|(?: |-)(?:[a-z]+ )?{_LASTING}(?=[.,;:)!?]|$| (?:and|when|as|while|before|with|in|on|at|by|of|from|between|through|that|which)\b)"
    r"| from (?:an?|its|his|her|their) (?!<)[a-z]+(?! ago\b)"
    r"| (?:we|they|he|she|it) [^;:,<]*<d"
    r"| (?:abroad|overseas)(?=[.,;:)!?]|$)| (?:in|during) which\b| (?:by the time|when|until|till)\b| of [a-z]{2,}ing\b(?! had\b)| in (?:the )?(?:post|job|role|chair|office|power|captivity|custody)\b| (?:later|long|in all|in total|altogether|all told|together|apart|adrift|away|there|underground|missing|lost|idle"
    r"|aground|asleep|alone|afloat|aboard|on strike|at sea|at war|on the run|of marriage|of (?:it|them)"
    rf"|in (?:{_STATES})|of (?:works?|construction|repairs?|renovation|restoration|service|captivity|closure|absence|silence|peace|war|rule|drought)"
    r"|(?:in|at) the [a-z]+|(?:on|behind|aboard|under) (?:the|its|his|her)(?: same| very)? [a-z]+)(?=[.,;:)!?]|$| -| (?:and|when|as|while|before|to|with|in|on|at) ))"
)
# Lengths that are set, not passed, and those that are only a part.
_OTHER = (
    r"\b(?:sentenced|jailed for|contracts?|(?<!, a )terms? of|loans?|leases?|warrant(?:y|ies)|extend(?:ed|s|ing)?|renew\w*|born|extension|deals?|offer(?:ed|s)?|agreed"
    r"|planned|plans?|scheduled|due|should|would|could|may|might|expected|supposed|instead|short of|earlier|previous(?:ly)?|before (?:that|then)"
    r"|another|extra|further|additional|more than once|twice|again(?=[^<]* <t)|part-time|on and off|average|every|each|per|delay(?:ed|s)?|late"
    r"|minutes? late|overdue|ban(?:ned)?|suspended|guarantee[ds]?|transition|maturity|mature|bonds?|notes?|stage[sd]?|of (?:that|this|which|those)"
    r"|alone|only (?:in|on|at)|half of|first <t|last <t|within <t|under way for|separate[ds]?|adjourn\w*|interrupt\w*|(?<!without a )break|pause)\b"
)
# It was to last as long as that, or one of the dates is no end of it.
_OTHER_ENDS = r"\b(?:born|(?:ended|ends|closed|stopped) early|prematurely|ahead of (?:time|schedule))\b"
# "It was restored at 13:40, five hours after the start": the start is told before.
# What one is in from the start to the end: "after four hours in the saddle".
_UNDER_WAY = r"(?: (?:in the (?:saddle|water|air)|on the (?:road|water|course|move|bike|march|pitch)|at (?:sea|the wheel|the oars)))?"
# Where what is freed has been all the time: "after ten hours on the reef".
_HELD = r" (?:in|on|under|inside|aboard|behind) (?:the|its|his|her|their) [a-z]+"
_BACK = (
    r"\b(?:restored|back|out|over|ended|finished|reopened|re-opened|resumed|lifted|cleared|freed|rescued|found|arrived|landed|docked"
    r"|reached|extinguished|repaired|running again|under control|called off|later)\b|,? after <t\d+>"
    + _UNDER_WAY
    + "[.;]?$"
)
_FREED = rf"\b(?:pulled|brought|got|towed|winched|hauled|lifted|taken|dug|cut|released) [^;]*\bafter <t\d+>{_HELD}[.;]?$"
_SINCE_START = r"^ (?:after|from) (?:(?:the|its) (?:start|beginning|outset|outbreak|onset|first <?|(?P<noun>[a-z]{4,}))|it (?:all )?(?:began|started|broke out|happened))[.,;]?$"
_PRONOUN = r"(?:^|[ ,])(?:it|he|she|they) "
_LASTED = r"\b(?:lasted|took|went on|dragged on|ran)(?: [a-z]+)* $"
_IT_LASTED = r"^\W*(?:it|they|this|that|all this|the [a-z]+)(?: [a-z]+){0,2}? (?:took|lasted|went on)\b"
# A state that goes on: "closed since 3 May"; no "first since 1998".
_AFTER_IT = r"<t\d+> after (?:it|that|the first)\b"
_UP_TO = r"\b(?:until|till|by) (?:the |late |early )*<d"
_SURE = r"<t\d+> (?:in all|in total|altogether|all told|later|to the day|running)\b|<t\d+>,? since <d|<d\d+>,? (?:just |only )?<t\d+> later"
_SO_FAR = (
    r"\b(?:has|have) (?!been (?:closed|shut|out|off)\b)[a-z]+(?: [a-z]+){0,6}? for"
    + _FILL
    + " $"
)
_DATED = frozenset({"date", "month", "year", "season", "weekday", "relative"})
_FINE = frozenset({"second", "minute", "hour"})  # counted between clock times
_TWO, _WEEK = 2, 7
_ROOT = 4


def told(passage: Passage) -> Iterator[Elapsed]:
    """Yield the lengths of a sentence whose ends are told."""
    for length in _lengths(passage.masked):
        slot = length.slot
        if passage.mention(slot).form is not Form.PLAIN:
            continue
        if length.clocked:
            yield from _clocks(passage, slot, length.part, length.noun)
        if length.ended:
            yield from _ends(passage, slot, length.part, length.before)


class _Length(NamedTuple):
    """A length of a marked sentence, and where its ends may be told.

    Attributes:
        slot: The length.
        part: The part of the sentence that it stands in.
        before: What stands before it there.
        clocked: Whether a clock time of the sentence may be one.
        noun: What it began with, where that is told.
        ended: Whether the part itself may tell them.
    """

    slot: int
    part: str
    before: str
    clocked: bool
    noun: str | None
    ended: bool


@remembered
def _lengths(masked: str) -> tuple[_Length, ...]:
    """Return the lengths of a marked sentence whose ends may be told."""
    found = []
    for token in TOKEN.finditer(masked):
        if token["kind"] != "t":
            continue
        low = masked.rfind(";", 0, token.start()) + 1
        high = masked.find(";", token.end())
        part = masked[low : high if high >= 0 else len(masked)]
        before, _, after = part.partition(token[0])
        near = f"{before[-45:]}{token[0]}{after.split(',')[0][:30]}"
        if pattern(_IN_THOSE).search(before):
            near = before
        if pattern(_APPOSED).search(before) or pattern(_OTHER).search(near):
            continue
        if pattern(_OTHER_ENDS).search(part):
            continue
        own = pattern(_OWN).search(before) or pattern(_HAS_BEEN).match(before)
        if own and (pattern(_TRADE).match(after) or pattern(_NOUN).match(after)):
            continue
        since = pattern(_SINCE_START).match(after)
        later = pattern(_LATER).match(after)
        length = _Length(
            int(token["slot"]),
            part,
            before,
            _is_freed(part)
            or (
                bool(since or later or pattern(f"^{_UNDER_WAY}[.;]?$").match(after))
                and _is_back(part)
            ),
            since["noun"] if since else None,
            bool(
                later
                or (pattern(_TOOK).search(before) and pattern(_TO_DO).match(after))
                or (
                    (
                        pattern(_BOUND).search(before)
                        or pattern(_RIGHT_BEHIND).search(before)
                    )
                    and pattern(_WHOLE).match(after)
                )
            ),
        )
        if length.clocked or length.ended:
            found.append(length)
    return tuple(found)


def _is_freed(part: str) -> bool:
    """Return whether what was held comes free at the one clock time of a part."""
    return "<k" in part and pattern(_FREED).search(part) is not None


def _is_back(part: str) -> bool:
    """Return whether something ends at the one clock time of a part."""
    return ("<k" in part or "<c" in part) and pattern(_BACK).search(part) is not None


def _ends(passage: Passage, slot: int, part: str, before: str) -> Iterator[Elapsed]:
    points = _told_points(passage, slot, part, before)
    clocks = [point for kind, point in points if kind == "k"]
    days = [point for kind, point in points if kind != "k" and _dated(passage, point)]
    if len(points) == 1 and not days and not search(part, _UP_TO):
        sure = search(part, _SURE) is not None
        item = passage.items[points[0][1]]
        yield from _between(passage.document, item, slot, sure=sure)
    elif len(clocks) == _TWO and _is_one_day(passage, days):
        yield _both(slot, [Place(passage, point) for point in clocks])
    elif clocks or len(days) != len(points):
        return
    elif len(days) == _TWO and search(part, _SURE):
        yield _both(slot, [Place(passage, point) for point in days], sure=True)
    elif len(days) == _TWO:
        # "First elected in 1996, she has sat for 24 years, after she lost her seat in 2008."
        # "Made in 1891 and lost in the war, it came home in 2024 after 79 years from an attic"
        source = part.partition(before)[2].partition(">")[2].startswith(" from ")
        lost = source and " and " in before.partition(">")[2]
        if not search(before, _SO_FAR) and not lost:
            yield _both(slot, [Place(passage, point) for point in days])


def _told_points(
    passage: Passage, slot: int, part: str, before: str
) -> list[tuple[str, int]]:
    """Return the times and dates that may be ends of a length: years lie between no hours."""
    points = _all_points(passage, part, before)
    if passage.mention(slot).unit in _FINE:
        return points
    return [point for point in points if point[0] != "k"]


def _all_points(passage: Passage, part: str, before: str) -> list[tuple[str, int]]:
    """Return the times and dates of a part of a sentence, or of all of it where that goes on."""
    if "ever since" in before:
        return _points(passage, before.partition("ever since")[0])[-1:]
    points = _points(passage, part)
    lasted = search(before, _LASTED) and (
        len(points) == 1 or (not points and search(before, _IT_LASTED))
    )
    taken_up = len(points) < _TWO and (
        search(part, _PRONOUN) or search(part, _AFTER_IT)
    )
    if (lasted or taken_up) and not search(passage.masked, _OTHER):
        return _points(passage, passage.masked)
    return points


def _is_one_day(passage: Passage, days: list[int]) -> bool:
    """Return whether clock times are told of one day, or of one day and the next."""
    if not days:
        return True
    first, last = (Days.of(passage.period(days[at])) for at in (0, -1))
    if first is None or last is None or len(days) > _TWO:
        return False
    apart = (last.start - first.start).days
    if all(passage.period(day).kind == "weekday" for day in days):
        apart %= _WEEK
    return apart in (0, 1)


def _clocks(
    passage: Passage, slot: int, part: str, noun: str | None
) -> Iterator[Elapsed]:
    """Yield the clock time of a sentence with the one that the sentences before tell."""
    points = _points(passage, part)
    if [kind for kind, _ in points] != ["k"]:
        return
    if not (_is_freed(part) or pattern(_BACK).search(part)):
        return
    near = [_spans.sentence(passage, step) for step in (-2, -1)]
    start = min((each[0] for each in near if each), default=passage.span.start)
    told = _spans.clocks(passage, start, passage.span.start)
    if not told:  # the one time that the paragraphs before tell
        start = 0
        told = _spans.clocks(passage, start, passage.span.start)
    said = passage.document.text[start : passage.span.start].lower()
    if len(told) != 1 or told[0].parts or (noun and noun[:_ROOT] not in said):
        return
    yield Elapsed(slot, Spot(passage.document, told[0]), Place(passage, points[0][1]))


def _points(passage: Passage, text: str) -> list[tuple[str, int]]:
    """Return the clock times and dates of a text, with the days that are told as "last May"."""
    return [
        ("k" if found[1] == "c" else found[1], int(found[2]))
        for found in re.finditer(r"<([dkwc])(\d+)>", text)
        if found[1] in "dk"
        or (found[1] == "w" and _dated(passage, int(found[2])))
        or (found[1] == "c" and _is_clock(passage, int(found[2])))
    ]


def _both(
    slot: int, ends: Sequence[Place] | Sequence[Spot], *, sure: bool = False
) -> Elapsed:
    return Elapsed(slot, ends[0], ends[1], sure)


def _between(
    document: Document, period: object, slot: int, *, sure: bool = False
) -> Iterator[Elapsed]:
    """Yield both ends of one stretch of time: "from 5 April to 30 June"."""
    if (
        isinstance(period, Period)
        and len(period.parts) == _TWO
        and period.kind != "time"
    ):
        yield _both(slot, [Spot(document, part) for part in period.parts], sure=sure)


def _is_clock(passage: Passage, slot: int) -> bool:
    """Return whether a number may be a time of day: "at 18.05"."""
    mention = passage.mention(slot)
    return (
        mention.counted is None
        and re.fullmatch(r"(?:[01]?\d|2[0-3])\.[0-5]\d", mention.surface) is not None
        and re.search(rf"\b(?:at|by|from|until) <c{slot}>", passage.masked) is not None
    )


def _dated(passage: Passage, slot: int) -> bool:
    period: Period = passage.period(slot)
    return period.kind in _DATED and not period.parts and Days.of(period) is not None
