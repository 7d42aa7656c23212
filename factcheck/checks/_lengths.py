"""Lengths of all of something, as a sentence tells them: how many days, which age, which jubilee.

A number of years is a length of what lasted only where small words bind it so ("after", "for",
"her 12 years at the helm"), and where it is not of a part, of what is to come, of a sentence or
of a contract.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum

from factcheck import units
from factcheck.checks import _ages, _calendar, _episodes
from factcheck.checks._ages import DAYS_IN, Days
from factcheck.checks._clauses import trim
from factcheck.checks._context import Passage, hint, pattern
from factcheck.checks._dated import Moment
from factcheck.checks._episodes import Signs
from factcheck.frozen import dataclass
from factcheck.model import Form, Interval, Mention, Modifier

LENGTHS = hint(
    "<t", "<a", "<q", "aged <", "age of <", " at <", " age <", "turned <", ", <c"
)
# What a length of the whole is bound by; and a length of what is to come, of a part, of each, of
# a sentence or a contract.
_BOUND = (
    r"(?:^\W*|\b(?:after|during|over|for|throughout|of|last(?:s|ed|ing)?|took|takes?|taken|taking|spen[dt]|spending|span(?:s|ned)?|ran|endure[ds]?|serve[ds]?|lost|losing|miss(?:ed|ing)|wait(?:ed)?"
    r"|survived|went on|stood|following|with|until|than) )(?:(?:an?|the|its|his|her|their|these|those|all|full|whole|total|some|about|nearly|almost|around|of|for|exactly|just|only) )*$"
)
_AFTER = r"\b(?:after|following) (?:[a-z]+ )?$"
_OWNED = r"\b(?:an?|the|its|his|her|their|these|those|whose|in|all|'s) $"
_STATE = r"^(?:[ -](?!and\b|or\b|but\b|ago\b|later\b)[a-z'-]+){0,4}"
_NOT_BEFORE = (
    r"\b(?:next|first|last|past|previous|coming|another|every|each|within|maximum|minimum|further|additional|extra|remaining|initial|final|only|average|typically|usually"
    r"|sentenced|sentences?|terms?|jailed|contracts?|deals?|guaranteed?|at intervals|old|aged|some of|part of|half|by|since|from|until|to|than|roughly every|mere) (?:an?|the|of|to|for|about|some|or)*\s*$"
    r"|\b(?:will|would|could|should|may|might|can|must|if|planned|expected|scheduled|supposed|due|likely|unless|until|sentenced|sentence|facing|faces|worked|up to|used to|back then|those days)\b[^,;]*$"
)
# What may go on still, "has lived there for 30 years", and what runs for a time that is set.
_STILL = r"\bha(?:s|ve) [^<,;]* for (?:[a-z]+ )?$"
_RUNS = r"\b(?:runs?|valid|good|fixed|agreed|signed) for (?:[a-z]+ )?$"
_NOT_AFTER = (
    r"^(?: |-)*(?:ago|earlier|later|before|old|older|younger|junior|senior|into|more|longer|late|early|behind|ahead|contracts?|sentences?|terms?|prison terms?|jail|deals?|bonds?|loans?|leases?|notes?"
    r"|plans?|programmes?|averages?|highs?|lows?|notice|warranty|guarantees?|a (?:week|day|month|year)|per|each|from|away|to go|left|remaining|end(?:ed|ing|s)|of age|after(?! (?:he|she|it|they)\b)|since(?! (?:he|she|it|they)\b)|in a row|running|straight|on(?=[, ])|apart|bills?|probation|limits?|deadlines?|visas?|for|to (?!the|go\b)[a-z]+)\b"
    r"|^[^,;.:]*\bbefore\b"
)
_LOOSELY = (
    r"(?:\b(?:after|during|over|for|throughout|last(?:s|ed|ing)?|took|takes?|taken|taking|spen[dt]|spending|held(?: for)?|runs? for|ran(?: for)?|the|an?|its|his|her|their|these|those)|'s?) "
    r"(?:(?:an?|the|its|his|her|their|these|those|all|full|whole|total|some|about|nearly|almost|around|exactly|just|only|barely|no more than|a mere) )*$"
    r"|\b(?:took|takes) (?:the |their |its |him |her |them |us )(?:[a-z]+ )?(?:just |only |about |some )?$"
)
_PARTLY = (
    r"^(?: |-)*(?:ago|earlier|later|old|older|younger|into|more|longer|late|early|ahead|contracts?|sentences?|jail|deals?|bonds?|loans?|notes?|plans?|programmes?|averages?"
    r"|highs?|lows?|notice|warranty|guarantees?|an? (?:day|week|month|year)|per|each|from|away|to go|left|remaining|of age|in a row|running|straight|apart|limits?|deadlines?|visas?)\b"
)
# "Work was halted for six weeks": that long it was halted.
_VERB_FOR = r"\b(?P<verb>[a-z]+ed) for (?:about |nearly |almost |more than |over )?$"
# "Two hours at the border", "31 years as a doctor": what it is a length of, where that is told.
_OF = r"^ (?:of|as|in|at|with|without(?! [a-z]+ing)|on|under|behind|inside|from|among|aboard)\b(?P<what>[^,;.:<]*)"
# "The court locked her away for nine years": set beforehand, and seldom served to the day.
_SET = frozenset({"custody", "ban", "office", "exile", "service", "injury", "holding"})
_FOR = r"\bfor (?:about |some |at least )?$"
# "She won in 1998 at the age of 21", "he died in 2004, 71 years old": of one who is named.
_AGED = r"\b(?:aged|at the age of|at age|turned|(?:he|she) (?:was|turned)) $"
_DIED_AT = r"(?:\b(?:at|was)|,) $"
_THEN = r"^(?:[.,;)]|$| years old| (?:when|after|in|on|following|during)\b)"
KIN = r"\b(?:wife|husband|son|daughter|brother|sister|mother|father|child|children|widow|partner|twins?|grand[a-z]+|baby)\b"
_JUBILEES = ("anniversary", "birthday", "jubilee")
# Lengths and ages; a clause with dates alone is left out where these are those of an aside, of
# what is to come, or of who says so.
_KINDS = "taqk"
_ASIDE = r"\b(?:first|last|only|most|least|best|worst|[a-z]+est)\b[^<]* (?:since|in) <[dw]|\b(?:due|will|planned|scheduled|promised|predicted|hoped|announced)\b|\b(?:since|in) <[dw]\d+>,? (?:said|told|tells|says)\b"
_KEEPS = rf"^(?!.*(?:{_ASIDE})).*<[dwk]|\b(?:born|age|old|then|by then|at the time)\b"
_OVER = Decimal("1.25")  # no more than this is "over" a length
_DAY_MINUTES = 24 * 60
_HALF_YEAR = 200  # days, without a year: the other way round
_OLDEST = 120
_AROUND, _NEAR = 120, 60


class Measure(Enum):
    """What a length is counted in."""

    DAYS = "day"
    MINUTES = "minute"
    AGE = "year of age"
    JUBILEE = "anniversary"


@dataclass(frozen=True, slots=True)
class Claim:
    """A length of what lasted.

    Attributes:
        passage: The sentence.
        slot: Its place there.
        measure: What it is counted in.
        length: What it can be.
        about: The episodes that the words around it speak of.
        what: What it is a length of, in the words behind it: "the border".
        some: Whether it may be a length of the first part: "after a week of strike".
        still: Whether it may go on: "has lived there for 30 years".
        noun: What is called so long: "film course" in "the six-day film course".
        loose: Whether the words beside it do not say for sure that it is of all of something.
    """

    passage: Passage
    slot: int
    measure: Measure
    length: Interval
    about: Signs
    what: str = ""
    some: bool = False
    still: bool = False
    noun: str = ""
    loose: bool = False

    def apart(self, first: Moment, last: Moment) -> Interval | None:
        """Return how far two moments are apart as this length counts, if they can be its ends."""
        if self.measure is Measure.MINUTES:
            return _minutes(first.minute, last.minute)
        if first.days is None or last.days is None:
            return None
        if self.measure is Measure.DAYS:
            return self._days(first.days, last.days)
        return _years(self.measure, first.days, last.days)

    def _days(self, first: Days, last: Days) -> Interval | None:
        mention = self.passage.mention(self.slot)
        floating = first.floating or last.floating
        if floating and mention.unit == "year":
            return None
        if first.floating != last.floating and not _is_day(
            first if last.floating else last
        ):
            return None
        if not floating and last.start <= first.end:
            return None
        apart = _calendar.between(first, last)
        return (
            None
            if floating and apart.low is not None and apart.low > _HALF_YEAR
            else apart
        )

    def fits(self, first: Moment, last: Moment) -> bool:
        """Return whether two moments are so far apart."""
        apart = self.apart(first, last)
        return apart is not None and apart.meets(self.length)


def _is_day(days: Days) -> bool:
    return days.start == days.end


def _years(measure: Measure, first: Days, last: Days) -> Interval | None:
    if first.floating or last.floating or last.end < first.start:
        return None
    if measure is Measure.AGE:
        least = _ages.years(first.end, last.start)
        return Interval(Decimal(least), Decimal(_ages.years(first.start, last.end)))
    return Interval.point(Decimal(last.start.year - first.start.year))


def _minutes(
    first: tuple[int, bool] | None, last: tuple[int, bool] | None
) -> Interval | None:
    if first is None or last is None or first[1] != last[1]:
        return None
    apart = (last[0] - first[0]) % _DAY_MINUTES
    return Interval(Decimal(apart - 1), Decimal(apart + 1))


def without_asides(passage: Passage) -> Passage:
    """Return a sentence without the clauses that are about something else than its lengths."""
    return trim(passage, _KINDS, _KEEPS)


def claims(passage: Passage) -> Iterator[Claim]:
    """Yield the lengths of a sentence that are told of all of something."""
    for slot, kind in enumerate(passage.kinds):
        if kind == "t":
            yield from _length(passage, slot)
        elif kind in "ac":
            yield from _age(passage, slot)
        elif kind == "q":
            yield from _jubilee(passage, slot)


def _length(passage: Passage, slot: int) -> Iterator[Claim]:
    fact, mention = passage.fact(slot), passage.mention(slot)
    before, _, after = passage.masked.partition(f"<t{slot}>")
    if mention.form is not Form.PLAIN or fact.stance or fact.part or fact.per:
        return
    length = _reading(mention)
    loose = not _is_whole(mention, before, after)
    if length is None or (loose and not _may_be_whole(before, after)):
        return
    about = _episodes.signs(f"{before[-_AROUND:]} {after[:_AROUND]}")
    verb = pattern(_VERB_FOR).search(before)
    if verb:
        about = _of(about, _episodes.signs(verb["verb"]))
    of = pattern(_OF).match(after)
    measure = Measure.DAYS if mention.unit in DAYS_IN else Measure.MINUTES
    what = of["what"] if of else ""
    some = not about.ended and pattern(_AFTER).search(before) is not None
    named = pattern(_STATE).match(after) if "-" in mention.surface else None
    noun = named[0] if named else ""
    still = pattern(_STILL).search(before) is not None
    yield Claim(passage, slot, measure, length, about, what, some, still, noun, loose)


def _reading(mention: Mention) -> Interval | None:
    """Return a length in days, or in minutes if it is one of hours; None for no length at all."""
    if mention.unit in DAYS_IN:
        length = _calendar.stated(mention)
    else:
        length = units.convert_interval(mention.reading, mention.unit, "minute")
    if length is None or length.low is None or length.low <= 0:
        return None
    if mention.modifier is Modifier.MORE_THAN:  # or "over six years" of work: all of it
        return Interval(length.low, length.low * _OVER)
    return length


def _is_whole(mention: Mention, before: str, after: str) -> bool:
    """Return whether a length is told of all of something, by the words on both sides."""
    if pattern(_NOT_BEFORE).search(before) or pattern(_NOT_AFTER).search(after):
        return False
    if pattern(_RUNS).search(before):
        return False
    if pattern(_FOR).search(before) and _SET & _episodes.signs(before[-_NEAR:]).begun:
        return False
    state = pattern(_STATE).match(after)
    owned = pattern(_OWNED).search(before) is not None
    return bool(
        pattern(_BOUND).search(before)
        or mention.modifier is Modifier.MORE_THAN
        or (owned and state and _episodes.signs(state[0]).lasting)
    )


def _may_be_whole(before: str, after: str) -> bool:
    """Return whether a length may be of all of something: "it took <t0> to put it out"."""
    if pattern(_NOT_BEFORE).search(before) or pattern(_PARTLY).search(after):
        return False
    return pattern(_LOOSELY).search(before) is not None


def _of(about: Signs, verb: Signs) -> Signs:
    """Return the episodes that a verb speaks of, among those that its sentence does."""
    known = verb.begun | verb.lasting | verb.ended
    if not known:  # "ruled for 12 years", "survived for three days"
        return about
    return Signs(about.begun & known, about.lasting & known, about.ended & known)


def _age(passage: Passage, slot: int) -> Iterator[Claim]:
    """Yield the age of somebody at a time that the sentence tells, or at death."""
    mention = passage.mention(slot)
    value = mention.value
    before, after = passage.around(slot)
    if value is None or mention.modifier or not 0 < value < _OLDEST:
        return
    if not pattern(_THEN).match(after) or pattern(KIN).search(passage.masked):
        return
    about = _episodes.signs(passage.masked)
    died = _episodes.LIFE in about.ended and pattern(_DIED_AT).search(before)
    now = passage.kinds[slot] == "c" or about.begun  # "the 40-year-old ferry, built in"
    if now and not died and not pattern(_AGED).search(before):
        return
    yield Claim(passage, slot, Measure.AGE, Interval(value - 1, value + 1), about)


def _jubilee(passage: Passage, slot: int) -> Iterator[Claim]:
    period = passage.period(slot)
    if period.elapsed is None or not period.surface.lower().endswith(_JUBILEES):
        return
    if period.elapsed.low is not None and period.elapsed.low > 0:
        number = Interval.point(period.elapsed.low)
        about = _episodes.signs(passage.masked)
        yield Claim(passage, slot, Measure.JUBILEE, number, about)
