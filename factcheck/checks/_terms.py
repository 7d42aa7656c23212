"""Amounts with what they are for: "420 seats each", "44 trains a day", "6,200 a square metre".

The rate law reckons with units as physics does: 44 trains a day times 420 seats a train is
seats a day. A term is an amount of something and the things that it is told for, whether a
unit says so ("euros per hour"), the words after it ("a tree", "each") or those before it
("every pupil gets", "a night costs").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from factcheck import units
from factcheck.checks import _arithmetic, _products
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    PEOPLE,
    TOKEN,
    Passage,
    finds,
    firm,
    hint,
    pattern,
    remembered,
)
from factcheck.frozen import dataclass
from factcheck.language import words
from factcheck.model import Fact, Form, Interval, Mention, Modifier, Period

HEADS = frozenset({"head", "person", "capita", "inhabitant", "resident", "citizen"})
EACH = ""
_THEM = frozenset({"them"})
_PIECES = frozenset({"piece", "unit", "item", "copy", "one"})
_SPEEDS = {"knot": ("nautical_mile", "hour"), "bpm": ("1", "minute")}
# What is sold, sat in or taught under another name.
_KIN = {
    "ticket": frozenset({"person", "seat", "visitor", "spectator", "guest"}),
    "seat": frozenset({"ticket"}),
    "pupil": frozenset({"child", "student"}),
    "student": frozenset({"pupil"}),
    "child": frozenset({"pupil"}),
    "vehicle": frozenset({"car", "lorry", "truck", "van", "bus", "motorbike"}),
    "household": frozenset({"family", "home"}),
    "family": frozenset({"household"}),
    "subscription": frozenset({"subscriber", "member"}),
    "membership": frozenset({"member"}),
    "employee": frozenset({"worker"}),
    "worker": frozenset({"employee"}),
}
_HUNDREDS = {"hundred": Decimal(100), "thousand": Decimal(1000)}
# What an amount is for, in the words after it: "450 kg of flour a shift".
_PER = (
    r"^(?: (?:of )?(?!to\b|the\b|in\b|at\b|for\b|on\b|from\b|with\b|without\b|by\b|and\b|or\b|came\b|comes?\b|amount|pa(?:y|ys|id)\b|gets?\b|got\b|receive|bring|brought\b|costs?\b|earn|carr(?:y|ies|ied)\b|took\b|takes\b|gives?\b|gave\b|sold\b|bought\b|that\b|which\b|who\b|when\b|where\b)[a-z'-]+){0,3}? (?:(?:an?|per|each|every|(?:for|from|out of) (?:each|every|one)|(?:in|on|at|by) (?:each|every)|to (?:an?|each|every))"
    r" (?P<per>(?!(?:paid|pays?|got|gets?|gave|gives?|costs?|took|takes?|brought|brings?|earn(?:s|ed)|received?|weigh(?:s|ed)|had|has|have|made|makes|sold|with|worth|holds?|carry|carries|carried|raised|lasts?|lasted)\b|and\b|or\b|in\b|of\b|from\b|to\b|for\b|on\b|at\b|with\b|the\b|average|total|more\b|less\b)[a-z]+(?: (?!ago\b|earlier\b|later\b|before\b|after\b|old\b|sooner\b|each\b|apiece\b)[a-z]+)?)"
    r"|(?P<ly>daily|weekly|monthly|hourly|yearly|annually))\b(?! (?:ago|earlier|later|before|after|old|more|less|sooner)\b)"
)
_PER_TIME = (
    r"^(?: (?:of|for|from|to|in) [a-z]+)? (?:(?:an?|per|each|every|in an?) (?P<per>second|minute|hour|day|week|month|year|night|shift|person|head|household)"
    r"|(?P<ly>daily|weekly|monthly|hourly|yearly|annually))\b"
)
_EACH_TIME = r"^(?: (?!and\b|or\b)[a-z'-]+){0,3}? each,? (?:an?|per|every) (?P<time>second|minute|hour|day|week|month|year|night|shift)\b"
# "310 people saw the play each week"
_EACH_WEEK = r"^(?: (?!and\b|or\b|but\b)[a-z'-]+){4,7} (?:each|every) (?P<time>second|minute|hour|day|week|month|year|night)\b"
# "gave each of them", "out each time": not for each of what stands before
_EACH_OTHER = r"\beach (?:of|time)\b|\beach (?!(?:with|at|for|of)\b)[a-z]+ $"
_TWICE = r"^ (?:(?:(?:an?|per|each|every)|and) (?P<per>[a-z]+)\b|(?:each|apiece)(?=[,.;]| to))"
_PER_BASE = r"^(?: of [a-z]+)? (?:per|for every|for each|every|in every|on every|(?P<one>for)) {b:m}"
_APIECE = (
    r"^(?: (?!and\b|or\b)[a-z'-]+){0,3}? ?[,(]?(?:each|apiece|a piece|(?:on|in|for|to|from) each)"
    r"\b(?! (?!(?:on|in|by|since|during) <|last\b|this\b)[a-z]+)(?! of [^<]*$)|^(?: [a-z'-]+){0,4}? each$"
)
# And in those before it: "every household has <c0> members".
_VERB = (
    r"(?:takes?|holds?|carr(?:y|ies)|seats?|brings?(?: in)?|costs?|pays?|earns?|fetch(?:es)?|weighs?|makes?|moves?|has|have|had|gets?"
    r"|receives?|gives?|yields?|lifts?|needs?|uses?|sells? for|goes for|go for|produces?|owes?|spends?|eats?|drinks?|burns?|covers?|(?:is|was|are|were) (?:rated|priced|valued|sold|insured|put) (?:at|for)"
    r"|measures?|contains?|employs?|(?:is )?worth|(?:is |are )?made up of|consists? of|comprises?|with|holding|carrying|costing|seating|buys?|saves?|cost|paid|got|earned|worked|gave|weighed|received|recycled|planted|collected|used|ate|drank|donated|bought|sold|wrote|read|walked|sent|sends?|drew|built|raised|lost|work|treats?|serves?|handles?|sees|sold for"
    r"|(?:(?:is|was|are|were) )?[a-z]{3,}ed|(?:is|was|are|were) (?:paid|given)|brought|took|made|held|kept|caught|grew|dug|drove|ran|laid|spent|found|won)"
)
_HEDGE = r"(?: (?:on average|an average of|now|still|about|some|around|up to|only|for|usually|roughly|room for|an?|can|could|will))*"
_EVERY = (
    rf"\b(?:each|every)(?: one)?(?: of (?:them|these|those|which|whom))?(?: (?P<noun>(?!{_VERB}\b(?! {_VERB}\b)|(?:of|one|will|can|could|now|still|would|then|also|was|were|is|are)\b)[a-z-]+)(?: (?:in|on|of|at|from|without) (?:the |its )?[a-z]+)?"
    rf"|(?: of (?:the |its |their |these |those )?(?:[a-z]+'s )?<c\d+>)(?: (?!and\b|or\b|but\b)[a-z'-]+){{1,12}}| of (?:the|its|their|these|those)(?: [a-z-]+){{0,2}} (?P<nouns>[a-z-]+s))?{_HEDGE} {_VERB}"
    rf"(?: (?:an? )?[a-z]+(?: (?:that|which) {_VERB}| of| worth| [a-z]+ of)| back)?{_HEDGE} $"
)
# "20 instalments of 140,000", "18 wards of 24 beds"
_PIECES_OF = r"<c\d+> (?:[a-z]+ )?(?P<noun>[a-z]{3,}s|classes) of $"
_LISTED = r"^(?: [a-z-]+)?(?:, (?:and )?| and )<[cem]"
_FOR_EACH = rf"\bfor (?:each|every one) of (?:the |its |their |his |her )?<c\d+>(?: [a-z-]+){{1,4}}?,? (?:that|this|it|which) [a-z]+{_HEDGE}(?: to)? $"
# "Shared among the heirs, it gave each of them <e2>", "per inhabitant, the debt is <e0>"
_GIVES = (
    r"\b(?:gave|gives?|giving|leaves?|left|leaving|pa(?:y|ys|id|ying)|costs?|brings?|brought|hand(?:s|ed)|sent|sends) (?:each|every)(?: one)?"
    rf"(?: of (?:them|these|those|the(?: [a-z-]+){{1,3}}|(?:the |its |their |our |some |about )?<c\d+>(?: [a-z-]+){{1,4}})| [a-z-]+)?{_HEDGE} $"
)
_OPENS_PER = r"(?:^|[.;:] )(?:per|for each|for every) (?P<noun>(?!cent\b|one\b)[a-z]+),[^<;:]{0,60}$"
# "past the gauge in an hour", "in an entire week it turns over <e1>"
_IN_A = r"^(?: (?!and\b|or\b|but\b)[a-z'-]+){0,4} (?:in|within|during|over) (?:an?|one|every|each|<t\d+>)(?: (?:whole|full|entire|single))? ?(?P<time>second|minute|hour|day|week|month|year)(?=[.,;:)]|$| and\b)"
_OPENS_A = r"^(?:so |thus |and )?(?:in|over|for) (?:an?|one) (?:whole |full |entire |single |normal )?(?P<time>minute|hour|day|week|month|year)\b(?:,(?:[^<,]|<d\d+>)*,)?,?(?: [a-z'-]+){1,6} $"
# "5,000 a year for every one of the <m1>"
_OF_THE = r"^(?: (?:an?|per|each|every) (?:day|week|month|year))? (?:for|from|to) (?:each|every)(?: one)? of (?:the |its |their |our )?{m:m}"
# "A daily <m0>", "an annual bill of <e0>"
_A_DAILY = r"\b(?P<ly>daily|weekly|monthly|hourly|yearly|annual)(?: (?:total|sum|bill|output|yield|cost|amount|average))?(?: of)?(?: (?:about|some))? $"
_SYMBOL = r"\b[a-z] = $"
# "one doctor for <c3> residents", "one every <m2>"
_RATIO = r"(?:\bone|<c\d+>) (?:[a-z]+ )?(?:for every|for each|to every|for|per|every|to) (?:about |some )?<[cm]"
_OF_ONE = r"^ (?:[a-z]+ )?(?:for every|for each|to every|for|per|every|to) (?:about |some )?<[cm]"
_ONE_FOR = r"(?:\bone|<c(?P<one>\d+)>) (?:(?P<noun>(?!for\b|per\b|every\b|to\b)[a-z]+) )?(?:for every|for each|to every|for|per|every|to) (?:about |some )?$"
_ONE = rf"(?:^|[,;:] |\b(?:that|when|and|since|as|because) )(?:an?|one) (?P<noun>[a-z]+)(?: (?:of|in|for|at)(?: (?:the|its|a))? [a-z]+(?: [a-z]+)?)?{_HEDGE} {_VERB}(?: (?:it|him|her|them|the [a-z]+))?{_HEDGE} $"
_ALL = (
    r"(?:^|[,;:] )(?:the |its |their )?(?P<noun>[a-z]+s|people|children|women|men)(?: (?:at|in|of|to|for) (?:the )?[a-z]+)?"
    rf"{_HEDGE} (?:pay|paid|cost|earn|get|receive|fetch|sell for|go for|are sold for|weigh|hold|carry|bring in|spend)(?: back)?{_HEDGE} $"
)
_PRICED = (
    r"\b(?:at|for) (?:an? )?(?:average |list |unit |sale |selling |ticket |fixed |mean )?(?:price|cost|fee|fare) of(?: about| some)? $"
    r"|\b(?:all|the) <c\d+>(?: (?!and\b|or\b|share)[a-z'-]+){1,6}? (?:get|receive|earn|pay|(?:be|been|were|are) (?:paid|given|charged|fined|awarded|offered)) an? [a-z]+ of $"
    r"|\bat an average(?: of)? $|\bon average(?: of)? $|\ban average (?:[a-z]+ )?of $"
)
_AT_PRICE = r"<c\d+>(?: (?!and\b|or\b|each\b)[a-z'-]+){1,6}?,? at(?: just| only)? $"
# "Their nine shows have drawn 800 people on average".
_ON_AVERAGE = r"^(?: (?!and\b|or\b)[a-z'-]+){0,3} on average\b"
_LAST = r"(?:(?:last|this|the whole|the past|a|the) (?P<time>year|month|week)|(?P<year>(?:19|20)\d\d))$"
_CROWD = r"\b(?:crowd|audience|attendance|population|staff|workforce|enrolment|membership) (?:of|was|is)(?: about)? $"
_CROWDS = hint("crowd", "audience", "attendance", "population", "staff", "workforce", "enrolment", "membership")  # fmt: skip
# "The flock of 192,000 eats": how many there are of what the flock is of.
_FLOCK = r"\b(?:flock|herd|fleet|crew|colony|shoal|swarm|pack|class|team|brood|workforce|stud|garrison|congregation) of $"
_FLOCKS = hint("flock", "herd", "fleet", "crew", "colony", "shoal", "swarm", "pack", "class", "team", "brood", "workforce", "stud", "garrison", "congregation")  # fmt: skip
_DOES = rf"^ (?:now |still )?{_VERB}\b|^ (?:goes?|went|gets?|got) through\b|^ (?:is|was|are|were|lays?|laid|drank|ate|used|burnt|burned)\b"
_TIMELY = {"daily": "day", "weekly": "week", "monthly": "month", "hourly": "hour", "yearly": "year", "annually": "year", "annual": "year"}  # fmt: skip
# What a sentence has that tells what an amount is for: a unit, or a piece of what is above.
MAY = hint(
    "<r", "<m", "a ", "an ", "one ", "per ", "each", "every", "apiece", *_TIMELY,
    " for <", " to <", " for about <", " for some <", " to about <", " to some <",
    "pay ", "paid ", "cost ", "earn ", "get ", "receive ", "fetch ", "weigh ", "hold ",
    "carry ", "spend ", "sell for ", "go for ", "are sold for ", "bring in ", "back ",
    "average", "price of ", "cost of ", "fee of ", "fare of ", "s of <", "classes of <",
    " at <e", " at just <e", " at only <e", "in <t", "within <t", "during <t", "over <t",
)  # fmt: skip
_PLAINLY = frozenset("cembrpt")  # kinds that are told for something
# How many of the one go into the other: in working time, at most, and as it is reckoned.
_ALL_SUCH = r"(?:^|\b(?:all|the|and|of which|so far) |<[dw]\d+>,? )$"
_WERE = r"^ (?:(?:were|was|are|have been|had been) )?(?:sold|paid|came|bought|issued|made|built|delivered)\b"
_BANDS: dict[tuple[str, str], tuple[int, int, int]] = {
    ("hour", "day"): (6, 24, 24),
    ("hour", "week"): (30, 168, 168),
    ("day", "week"): (5, 7, 7),
    ("day", "month"): (20, 31, 30),
    ("day", "year"): (200, 366, 365),
    ("week", "month"): (4, 5, 4),
    ("week", "year"): (46, 53, 52),
    ("month", "year"): (10, 12, 12),
}
_SHORT = frozenset({"second", "minute", "hour"})
_QUARTER, _TENTH = Decimal("0.25"), Decimal("0.1")
_POINT = Interval.point(Decimal(1))


@dataclass(frozen=True, slots=True)
class Per:
    """What an amount is for: a unit of some dimension, or a noun ("" for "each")."""

    dimension: str
    unit: str
    base: Decimal = Decimal(1)  # litres for so many kilometres


@dataclass(frozen=True, slots=True)
class Term:
    """An amount, and what it is for."""

    place: Place
    dimension: str
    unit: str
    per: tuple[Per, ...]
    value: Decimal

    @property
    def key(self) -> tuple[int, int]:
        """Where it stands."""
        return (self.place.passage.span.start, self.place.slot)

    @property
    def mention(self) -> Mention:
        """The mention behind it."""
        return self.place.passage.mention(self.place.slot)

    @property
    def lemmas(self) -> set[str]:
        """What it counts."""
        item = self.place.passage.items[self.place.slot]
        if not isinstance(item, Fact):
            return set()
        if self.place.passage.says(_CROWDS) and finds(self.place.around()[0], _CROWD):
            return {"person"}
        return _products.lemmas(item.mention) - _THEM

    def said(self) -> str:
        """Return it as written, without its modifier."""
        place = self.place
        if isinstance(place.passage.items[place.slot], Period):
            return f"one {self.unit}"
        text = _arithmetic.plain(place.passage, place.slot)
        times = [per.unit for per in self.per if per.dimension == "duration"]
        if not times or self.value != self.mention.value or text.endswith(times[0]):
            return text
        if "/" in text or self.mention.unit in _SPEEDS:
            return text
        return f"{text} {'an' if times[0] == 'hour' else 'a'} {times[0]}"

    def reading(self) -> Interval:
        """Return what it can be, in the unit that it is written in."""
        item = self.place.passage.items[self.place.slot]
        if not isinstance(item, Fact) or item.mention.value != self.value:
            return Interval.point(self.value)
        mention = item.mention
        if mention.dimension == "duration" and mention.modifier is Modifier.MORE_THAN:
            return firm(mention)  # "over eight hours" is in them
        if mention.dimension == "duration" and mention.modifier is None:
            return _timed(firm(mention), self.value)
        return self.place.passage.reading(self.place.slot)


def _timed(reading: Interval, value: Decimal) -> Interval:
    """Return what a length of time can be where a text reckons with it: to a quarter or so."""
    if reading.low is None or reading.high is None:
        return reading
    if value == 1:
        return _POINT  # "in one hour"
    part = _QUARTER if value == value.to_integral_value() else _TENTH
    return Interval(
        max(reading.low, value - (reading.high - reading.low) * part),
        min(reading.high, value + (reading.high - reading.low) * part),
    )


@lru_cache(maxsize=8)  # a sentence is read with those before it, and with those after
def terms(passage: Passage) -> tuple[Term, ...]:
    """Return the amounts of a sentence, each as often as it can be read."""
    rated = may_rate(passage)
    return tuple(
        [
            term
            for slot in range(len(passage.items))
            for term in _read(passage, slot, rated=rated)
        ]
    )


def _read(passage: Passage, slot: int, *, rated: bool) -> Iterator[Term]:
    item, place = passage.items[slot], Place(passage, slot)
    if isinstance(item, Period):
        found = pattern(_LAST).match(item.surface.lower())
        if found and item.bound is None:  # "since 2019" is no one year
            yield Term(place, "duration", found["time"] or "year", (), Decimal(1))
        return
    mention = item.mention
    if mention.form is not Form.PLAIN or not mention.value or mention.base:
        return
    if " = " in passage.masked and finds(place.around()[0], _SYMBOL):
        return  # "at x = 0.07 m"
    unit, dimension, per = _unit_of(passage, mention)
    if not rated:
        yield Term(place, dimension, unit, (), mention.value)
        return
    if dimension == "duration" and place.around()[0].endswith("every "):
        # a bus every 12 minutes is five an hour
        yield Term(
            place, "count", "", (Per("duration", unit, mention.value),), Decimal(1)
        )
        return
    own = [_named(each) for each in per.split(" / ")] if per else []
    ratio = None if per else _of_one(passage, place)
    for more in _told(place, item, timed=bool(per)) if ratio is None else ratio:
        pers = tuple(dict.fromkeys((*own, *more)))
        if len({each.dimension for each in pers}) == len(pers):
            yield Term(place, dimension, unit, pers, mention.value)


def _unit_of(passage: Passage, mention: Mention) -> tuple[str, str, str]:
    """Return what an amount is told in, its dimension, and what its unit says it is for."""
    unit, _, per = mention.unit.partition(" / ")
    if mention.unit in _SPEEDS:
        unit, per = _SPEEDS[mention.unit]
    unit = "" if unit == "1" else unit
    dimension = (
        units.dimension(unit) if unit else "count"
    ) or mention.dimension.partition("/")[0]
    if mention.unit == "pound" or (
        dimension.startswith("currency:") and "cent" in mention.surface
    ):
        unit, dimension = _in_money(passage, unit, dimension)
    return unit, dimension, per


def _of_one(passage: Passage, place: Place) -> tuple[tuple[Per, ...], ...] | None:
    """Return what "one doctor for 600 residents" is for; nothing for the one itself."""
    before, after = place.around()
    if passage.mention(place.slot).value == 1 and pattern(_OF_ONE).match(after):
        return ()
    heads = pattern(_ONE_FOR).search(before)
    if not heads or (heads["one"] and passage.mention(heads["one"]).value != 1):
        return None
    # "Their teachers came free, one for every ten children": of whom, is left out.
    return ((_named(heads["noun"]),),) if heads["noun"] else ()


def _in_money(passage: Passage, unit: str, dimension: str) -> tuple[str, str]:
    """Return the money that cents or pounds are of: that of the sentence's other sum."""
    others = {
        (head, each.mention.dimension.partition("/")[0])
        for each in passage.items
        if isinstance(each, Fact)
        and each.mention.dimension.startswith("currency:")
        and "cent" not in each.mention.surface
        and (head := each.mention.unit.partition(" / ")[0])
        and (unit != "pound" or head == "GBP")
    }
    return others.pop() if len(others) == 1 else (unit, dimension)


def _told(place: Place, fact: Fact, *, timed: bool) -> Iterator[tuple[Per, ...]]:
    """Yield what the words around an amount say that it is for, in each way to read them."""
    passage = place.passage
    token = passage.token(place.slot)
    base = None if timed else _base(passage.masked, token)
    if base is not None:
        many = passage.mention(base[0])
        if many.form is Form.PLAIN and many.value and (not base[1] or many.value == 1):
            yield (Per(many.dimension, many.unit, many.value),)
            return
    of_the = pattern(_OF_THE).match(passage.masked.partition(token)[2])
    if of_the:
        many = passage.mention(of_the["m"])
        yield (Per(many.dimension, many.unit),)
        return
    each = not timed and fact.per in ("each", "every")
    yield from _worded(passage.masked, token, timed=timed, each=each)


def may_rate(passage: Passage) -> bool:
    """Return whether a unit or words of a sentence may tell what an amount is for."""
    if not passage.hints & MAY:
        return False
    kinds = passage.kinds
    if "r" in kinds or _words_may_rate(passage.masked):
        return True
    return "m" in kinds and any(
        kind == "m" and ("/" in (unit := passage.mention(slot).unit) or unit in _SPEEDS)
        for slot, kind in enumerate(kinds)
    )


@remembered
def _words_may_rate(masked: str) -> bool:
    return (
        finds(masked, r"\b(?:each|every|apiece)\b")
        or finds(masked, _RATIO)
        or any(
            _base(masked, token[0]) is not None
            or any(_worded(masked, token[0], timed=False, each=False))
            for token in TOKEN.finditer(masked)
            if token["kind"] in _PLAINLY
        )
    )


def _base(masked: str, token: str) -> tuple[int, bool] | None:
    """Return the measure that an amount is told for, and whether it must be one: "7 for a litre"."""
    after = masked.partition(token)[2]
    found = pattern(_PER_BASE).match(after) if "<m" in after else None
    return found and (int(found["b"]), found["one"] is not None)


@remembered
def _worded(
    masked: str, token: str, *, timed: bool, each: bool
) -> tuple[tuple[Per, ...], ...]:
    """Return what the words around an amount say that it is for, in each way to read them.

    Args:
        masked: A marked sentence.
        token: The amount.
        timed: Whether its unit tells what it is for.
        each: Whether it is known to be for each of something.
    """
    return tuple(_ways(*masked.partition(token)[::2], timed=timed, each=each))


def _ways(
    before: str, after: str, *, timed: bool, each: bool
) -> Iterator[tuple[Per, ...]]:
    own = _after(after, timed=timed, each=each)
    every = pattern(_EVERY).search(before)
    if every is not None and all(per.dimension != "count" for per in own):
        noun = every["noun"] or every["nouns"]
        yield (*own, _named(noun) if noun else Per("count", EACH))
        return
    yield own
    opens = pattern(_OPENS_PER).search(before)
    if opens and not own:
        yield (_named(opens["noun"]),)
    if pattern(_GIVES).search(before) and not own:
        yield (Per("count", EACH),)
    daily = pattern(_A_DAILY).search(before)
    if daily and not timed and not own:
        yield (Per("duration", _TIMELY[daily["ly"]]),)
    in_a = pattern(_IN_A).match(after) or pattern(_OPENS_A).match(before)
    if in_a and not timed and all(per.dimension != "duration" for per in own):
        yield (*own, Per("duration", in_a["time"]))
    if all(per.dimension == "duration" for per in own):
        generic = pattern(_ONE).search(before) or pattern(_ALL).search(before)
        if generic:
            yield (*own, _named(generic["noun"]))
        elif not own and not timed:
            yield from _priced(before, after)
    if finds(before, _AT_PRICE) and all(per.dimension == "duration" for per in own):
        yield (*own, Per("count", EACH))


def _after(after: str, *, timed: bool, each: bool) -> tuple[Per, ...]:
    """Return what the words after an amount say that it is for."""
    both = None if timed else pattern(_EACH_TIME).match(after)
    if both:
        return (Per("count", EACH), Per("duration", both["time"]))
    said = pattern(_PER_TIME if timed else _PER).match(after)
    if said:
        per = _named(_TIMELY[said["ly"]] if said["ly"] else said["per"])
        again = pattern(_TWICE).match(after[said.end() :])
        if again is None:
            return (per,)
        return (per, _named(again["per"]) if again["per"] else Per("count", EACH))
    timely = None if timed else pattern(_EACH_WEEK).match(after)
    if timely:
        return (Per("duration", timely["time"]),)
    each = each and not pattern(_EACH_OTHER).search(after.partition("<")[0])
    return (Per("count", EACH),) if each or pattern(_APIECE).match(after) else ()


def _priced(before: str, after: str) -> Iterator[tuple[Per, ...]]:
    """Yield what a price is for, or what so many are in: "at a price of", "20 crates of"."""
    on_average = pattern(_ON_AVERAGE).match(after) and finds(before, r"<c\d+>")
    if on_average or finds(before, _PRICED) or finds(before, _FOR_EACH):
        yield (Per("count", EACH),)
    pieces = pattern(_PIECES_OF).search(before)
    if pieces and not pattern(_LISTED).match(after):
        yield (_named(pieces["noun"]),)


def _named(text: str) -> Per:
    """Return what is meant by "square metre", "pupil" or "piece"."""
    first, _, rest = text.partition(" ")
    if rest and first in _HUNDREDS:
        return replace(_named(rest), base=_HUNDREDS[first])
    unit = (
        text
        if units.dimension(text) and ("*" in text or "_" in text)
        else units.WORDS.get(text) or units.WORDS.get(first)
    )
    dimension = units.dimension(unit) if unit else None
    if unit and dimension:
        return Per(dimension, unit)
    noun = words.lemma(first)
    return Per("count", EACH if noun in _PIECES else noun)


def counts(per: Per, term: Term) -> bool:
    """Return whether a term may be how many there are of what an amount is for."""
    if per.dimension != term.dimension:
        return False
    if per.dimension != "count":
        return True
    lemmas = term.lemmas
    if term.place.passage.says(_FLOCKS):
        before, after = term.place.around()
        if pattern(_FLOCK).search(before) and pattern(_DOES).match(after):
            return True
    if not lemmas and not term.per:
        before, after = term.place.around()
        return bool(pattern(_ALL_SUCH).search(before) and pattern(_WERE).match(after))
    if per.unit in HEADS:
        return bool(lemmas & PEOPLE)
    return (
        per.unit == EACH
        or per.unit in lemmas
        or bool(_KIN.get(per.unit, frozenset()) & lemmas)
    )


def times(one: str, other: str) -> tuple[Interval, Decimal] | None:
    """Return how many of one unit go into another: what it can be, and as it is reckoned."""
    if one == other:
        return _POINT, Decimal(1)
    for first, second, turned in ((one, other, False), (other, one, True)):
        short = "hour" if first in _SHORT else first
        band = _BANDS.get((short, second))
        if band is None:
            continue
        exact = units.convert(Decimal(1), short, first) or Decimal(1)
        low, high, plain = (Decimal(each) * exact for each in band)
        if turned:
            return Interval(1 / high, 1 / low), 1 / plain
        return Interval(low, high), plain
    size = units.convert(Decimal(1), other, one)
    return None if size is None else (Interval.point(size), size)
