"""What a number covers: one phase of a work, a score after so many rounds, a price with tax, an age."""

from __future__ import annotations

import re
from functools import cache

from factcheck.language.lexicon import FUNCTION_WORDS
from factcheck.language.patterns import Pattern
from factcheck.link.digits import alike
from factcheck.link.setting import Setting
from factcheck.link.sides import Side
from factcheck.link.stems import stem

# "The first phase of the port": with one word of each.
_STAGES = frozenset(
    map(stem, ("section", "phase", "stage", "tranche", "batch", "instalment"))
)
_NUMBERED = frozenset(
    map(
        stem,
        (
            "first",
            "second",
            "third",
            "initial",
            "final",
            "last",
            "opening",
            "debut",
            "inaugural",
        ),
    )
)
_TIMES = _NUMBERED | frozenset(("~quarter", "~half", "~season", "fourth", *map(stem, ("quarter", "half", "year", "month", "season"))))  # fmt: skip
# What is added up from round to round.
_SCORED = frozenset(
    map(stem, ("points", "goals", "wins", "medals", "runs", "victories"))
)
_VOTED = frozenset(map(stem, ("turnout", "vote", "support", "oppose", "majority")))
_ROUND = r"\b(?:first|second|final|deciding) round\b|\brun-?offs?\b"
# Amounts of goods.
_OF_GOODS = frozenset(("mass", "volume"))
# What changes from hour to hour.
_HOURLY = frozenset(("speed", "temperature"))
_LEVELS = frozenset(map(stem, ("level", "tide", "gauge", "wind", "gust")))
_YEAR = 365.25  # days
# What the groups of a trial get.
_TREATED = frozenset(map(stem, ("placebo", "dose", "doses", "drug", "pill", "control", "vaccine", "jab", "vaccinated")))  # fmt: skip
_ARM = (
    r"(?:on|in|of|with|given|taking|got|receiving|received|among|for) (?:the |a |those (?:on|given|taking) (?:the )?)?"
    r"(?P<arm>(?:[a-z-]+ )?(?:placebo|doses?|drug|pills?|control|vaccine|jab|vaccinated|unvaccinated|treatment)\b)"
)
# What a price or a profit is told with, or without.
_EXTRAS = frozenset(
    map(stem, ("tax", "taxes", "pretax", "VAT", "duty", "fee", "fees", "premium", "commission", "bonus", "subsidy", "rebate", "postage", "heating"))
)  # fmt: skip


def of_stages(x: Side, y: Side, _: Setting) -> bool:
    """Return whether one is of one stage of a work, or both of one time and nothing else."""
    return _share_times_alone(x, y) or _is_of_one(x, y) or _is_of_one(y, x)


def _share_times_alone(x: Side, y: Side) -> bool:
    """Return whether two bare numbers are of one quarter, and have no other word in common."""
    a, b = x.fact, y.fact
    both = a.near & b.near
    return (
        x.kind == "count" and bool(both) and not (a.head or b.head) and both <= _TIMES
    )


def _is_of_one(x: Side, y: Side) -> bool:
    """Return whether the first of two, and the smaller, is of one stage of a work."""
    a = x.fact.words
    if a.isdisjoint(_STAGES) or a.isdisjoint(_NUMBERED):
        return False
    p, q = x.reading.low, y.reading.high
    return (
        p is not None and q is not None and p < q and y.fact.words.isdisjoint(_STAGES)
    )


def of_other_times(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether two numbers are of other rounds, seasons, hours or birthdays."""
    return (
        _of_standing(x, y, setting)
        or _of_rounds(x, y, setting)
        or _of_turns(x, y, setting)
        or _of_hours(x, y, setting)
        or _of_birthdays(x, y, setting)
        or _of_years_ago(x, y, setting)
        or _of_short_time(x, y, setting)
        or _of_so_long(x, y, setting)
        or _of_until(x, y, setting)
        or _of_last_and_this(x, y, setting)
        or _is_compared_with(x, y, setting)
        or _is_compared_with(y, x, setting)
    )


def _is_compared_with(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether a number is set against one of the very time that the other is of.

    "Last year the vines gave 6,100 tonnes", "they gave 4,400 tonnes, fewer than in 2023".
    """
    then = x.fact.period
    if then is None or y.fact.period is not None or x.path == y.path:
        return False
    end = y.fact.mention.span.end
    text = setting.document(y).text
    return any(
        (period.start, period.end) == (then.start, then.end)
        and _against().search(text[end : period.span.start].lower()) is not None
        for period in setting.periods_between(y, end, y.fact.sentence.end)
    )


@cache
def _against() -> Pattern:
    return Pattern(
        r"\b(?:than|against|compared (?:with|to)|up from|down from)(?: (?:in|the|those|that|of|for|during|it|its|all))* $"
    )


def _of_last_and_this(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether one is of last season, and the other of this one, in texts of one time."""
    if setting.are_months_apart(x, y):
        return False
    mine, yours = (setting.told(side, _season()) for side in (x, y))
    first, _, what = mine.rpartition(" ")
    second, _, other = yours.rpartition(" ")
    return bool(mine and yours) and what == other and (first == "this") != (second == "this")  # fmt: skip


@cache
def _season() -> Pattern:
    return Pattern(
        r"\b(?:this|last|the (?:last|previous|preceding)) (?:season|year|winter|summer|spring|autumn|term|month|week)\b"
    )


def _of_until(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether one count runs up to a day that the other text, of all in all, does not name.

    "640 nests were found up to 4 May", "a total of 910 nests this season".
    """
    if x.kind != "count" or x.path == y.path:
        return False
    small, large = (x, y) if x.reading.is_below(y.reading) else (y, x)
    day = small.fact.period
    if day is None or day.kind != "date" or not setting.tells(small, _until()):
        return False
    return setting.tells(large, _in_all(), whole=True) and not any(
        other.kind == "date" and other.overlaps(day) for other in setting.periods(large)
    )


@cache
def _until() -> Pattern:
    return Pattern(
        r"\b(?:up to|until|till|to date|as of|by) (?:the |(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d|[a-z]+ \d)"
    )


@cache
def _in_all() -> Pattern:
    return Pattern(
        r"\b(?:(?:this|the|the whole|the entire|all) (?:season|year|summer|winter|spring|autumn)|in (?:all|total)|altogether|a total of|all told|ended|ends)\b"
    )


def _of_short_time(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether one count is of a week or a day, and the other since something began.

    "140 fell ill in the week to Sunday", "900 have fallen ill since the rains set in".
    """
    if x.kind != "count" or x.path == y.path:
        return False
    small, large = (x, y) if x.reading.is_below(y.reading) else (y, x)
    return setting.tells(small, _in_a_week()) and setting.tells(large, _since())


@cache
def _in_a_week() -> Pattern:
    return Pattern(
        r"\b(?:in|during|over|within|for) (?:(?:the|this|that|a|one|its|their|last|past|latest|single|first|second|third) )+(?:weeks?|days?|month|fortnight|24 hours|48 hours|night|weekend)\b|\b(?:this|last|that) (?:week|month)\b"
    )


@cache
def _since() -> Pattern:
    return Pattern(r"\bsince\b|\bso far\b|\bto date\b")


def _of_so_long(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether one sum or count alone is of what so much time had brought.

    "It has lost 2.1 million euros after nine days", "the lost fares come to 3.4 million".
    """
    if x.path == y.path or not (x.kind == "count" or x.kind.startswith("currency:")):
        return False
    mine, yours = (setting.told(side, _so_long()) for side in (x, y))
    return mine != yours


@cache
def _so_long() -> Pattern:
    return Pattern(
        r"(?<!day )(?<!month )(?<!year )\bafter (?:just |only |about |some |the first )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:more )?(?:hours|days|weeks|months|years)\b"
    )


def _of_years_ago(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether one sentence alone begins with "four years ago", and neither has a year."""
    mine, yours = (setting.tells(side, _ago(), whole=True) for side in (x, y))
    if mine is yours:
        return False
    period, day = (y if mine else x).fact.period, setting.date(x)
    if period is None or period.start is None or day is None:
        return True
    return period.start.year >= day.year


@cache
def _ago() -> Pattern:
    return Pattern(r"(?<![\w,;] )\b\w+ (?:years|year|decades?) (?:ago|before)\b")


def _of_standing(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether a score is told after so many rounds, and another at the end, or later."""
    if x.kind != "count" or x.fact.head not in _SCORED:
        return False
    mine, yours = (setting.told(side, _standing()) for side in (x, y))
    if mine and yours:
        return mine != yours
    late = x if yours else y
    return bool(mine or yours) and setting.tells(late, _finished(), whole=True)


def _of_rounds(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether two turnouts or votes may be of the two rounds of an election.

    They are of one round where both sentences name it, and not to compare with it.
    """
    if x.path == y.path or (x.measures & y.measures).isdisjoint(_VOTED):
        return False
    if not (setting.once(x, _has_rounds) and setting.once(y, _has_rounds)):
        return False
    mine, yours = (setting.told(side, _round()) for side in (x, y))
    return not mine or mine != yours


def _has_rounds(side: Side, setting: Setting) -> bool:
    return _rounds().search(setting.document(side).text.lower()) is not None


@cache
def _rounds() -> Pattern:
    return Pattern(_ROUND)


@cache
def _round() -> Pattern:
    return Pattern(rf"(?<!than in the )(?<!from the )(?<!since the )(?:{_ROUND})")


def _of_turns(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether only one is of somebody's first season, second year or the like."""
    if x.fact.words & _NUMBERED == y.fact.words & _NUMBERED:
        return False
    return setting.told(x, _turn()) != setting.told(y, _turn())


@cache
def _turn() -> Pattern:
    return Pattern(
        r"\bin (?:his|her|its|their|the) (?:first|second|third|initial|final|last|opening|debut|inaugural)"
        r" (?:full )?(?:season|year|month|week|edition|summer|winter|day)\b"
    )


def _of_hours(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether winds, heat, water or a turnout are told of two times of the day."""
    turnout = "turnout" in x.measures & y.measures
    if not (turnout or x.kind in _HOURLY) and (x.fact.near & y.fact.near).isdisjoint(
        _LEVELS
    ):
        return False
    mine, yours = (_hour(setting.told(side, _hours())) for side in (x, y))
    if turnout:
        return mine != yours  # at six, and when the polls had closed
    return mine is not None and yours is not None and mine != yours


def _hour(said: str) -> tuple[int, ...] | None:
    """Return the hour and the minute that are told, of twelve hours."""
    if said in ("", "noon", "midnight"):
        return (0, 0) if said else None
    hour, *minute = map(int, re.findall(r"\d+", said))
    return (hour % 12, *(minute or [0]))


@cache
def _hours() -> Pattern:
    return Pattern(
        r"\b(?:noon|midnight|\d\d?[:.]\d\d(?! ?(?:m|k|per|%|b)(?!\.?m))|\d\d? ?[ap]\.?m\b|\d\d? o'clock)"
    )


def of_complements(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether two counts of one noun say of which: "ships with grain", "ships with coal"."""
    if x.kind != "count" or not x.fact.head or x.fact.head != y.fact.head:
        return False
    if alike(x, y):
        return False
    mine, yours = (_complement(side, setting) for side in (x, y))
    return (
        bool(mine and yours)
        and mine.isdisjoint(y.fact.words)
        and yours.isdisjoint(x.fact.words)
    )


def _complement(side: Side, setting: Setting) -> frozenset[str]:
    """Return the words after "with" that say which of what it counts a number is of."""
    counted = side.fact.mention.counted
    if counted is None:
        return frozenset()
    found = _with().match(setting.text(side), counted.span.end)
    words = found[1].lower().split() if found else []
    return frozenset([key for word in words if (key := stem(word))])


@cache
def _with() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:with|without|carrying|involving)\s((?:[a-z-]+\s){0,2}?[a-z-]{4,})\b"
    )


def of_substances(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether two amounts say of what: "400 tonnes of flour", "300 tonnes of white sugar".

    What is called otherwise in a text that does not know the word may be the same where the
    digits are swapped.
    """
    if x.kind not in _OF_GOODS or x.path == y.path:
        return False
    mine, yours = (_substance(side, setting) for side in (x, y))
    if not (mine and yours) or not mine.isdisjoint(yours):
        return False
    if not (mine.isdisjoint(y.fact.words) and yours.isdisjoint(x.fact.words)):
        return False
    return alike(x, y) <= 1 or setting.knows(y, mine) or setting.knows(x, yours)


def _substance(side: Side, setting: Setting) -> frozenset[str]:
    """Return the words that say of what an amount is, up to one that says something else."""
    found = _of_what().match(setting.text(side), side.fact.mention.span.end)
    if found is None:
        return frozenset()
    words = []
    for word in (found[1] or found[2]).lower().split():
        if word in FUNCTION_WORDS or word == "vs":
            break
        words.append(stem(word))
    return frozenset(filter(None, words))


@cache
def _of_what() -> re.Pattern[str]:
    """Return what an amount is of, in a headline in capitals also without "of"."""
    return re.compile(
        r"\s+(?:of\s+((?:[A-Za-z-]+\s+){0,3}[A-Za-z-]+)|((?:[A-Z]+\s+){0,2}[A-Z]{2,}))"
    )


def of_victims(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether only one of two counts is of some of the dead, wounded or missing."""
    return setting.follows(x, _victims()) != setting.follows(y, _victims())


@cache
def _victims() -> re.Pattern[str]:
    return re.compile(
        r"(?i) of (?:the|those|these|their|its) (?:[a-z]+ )?"
        r"(?:dead|deaths|victims|fatalities|casualties|killed|injured|wounded|hurt|missing|survivors)\b"
    )


def of_worst_hit(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether the smaller of two tolls is told of the place that was hit worst."""
    small = x if x.reading.is_below(y.reading) else y
    return setting.tells(small, _worst_hit(), whole=True)


@cache
def _worst_hit() -> Pattern:
    return Pattern(
        r"\b(?:(?:hardest|worst|badly)[- ](?:hit|affected|struck)|(?:hit|struck|affected|suffered) (?:the )?(?:hardest|worst|most)"
        r"|bore the brunt|alone)\b"
    )


def of_causes(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether only one of two tolls is of an illness, of which the other's headline says nothing."""
    mine, yours = (setting.tells(side, _ill(), whole=True) for side in (x, y))
    if mine == yours:
        return False
    other = y if mine else x
    document = setting.document(other)
    title = document.blocks[0].span.end
    return _ill().search(document.text[:title].lower()) is None


@cache
def _ill() -> Pattern:
    return Pattern(
        r"\b(?:cholera|measles|malaria|dengue|typhoid|influenza|flu|ebola|covid(?:-19)?|dysentery|diarrhoea|diarrhea"
        r"|pneumonia|tetanus|mpox|diseases?|illness(?:es)?|epidemic|pandemic|outbreak|infect\w+|virus\w*|fever|heatstroke|hypothermia|suspected cases)\b"
    )


def of_whole(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether a share is of what another is the share itself: "votes: 900 (61%)", "36% of the votes"."""
    if x.kind != "ratio":
        return False
    mine, yours = (setting.follows(side, _of_the()) for side in (x, y))
    other = y if mine else x
    start = other.fact.mention.span.start
    return mine != yours and setting.text(other)[start - 1 : start] == "("


@cache
def _of_the() -> re.Pattern[str]:
    return re.compile(r"(?i) of (?:the|all|its|their|those)\b")


def of_arms(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether two numbers are of two groups of one trial: "32 on the low dose", "eight on placebo"."""
    a, b = x.fact, y.fact
    if all(map(_TREATED.isdisjoint, (a.words, b.words, a.near, b.near))):
        return False
    mine = _arm(x, setting)
    return bool(mine) and _arm(y, setting) not in ("", mine)


def _arm(side: Side, setting: Setting) -> str:
    """Return of which group of a trial a number is told, or ""."""
    text, at = setting.text(side), side.fact.mention.span
    found = _arms().match(text, at.end) or _arm_before().search(
        text, side.fact.sentence.start, at.start
    )
    return " ".join(found["arm"].lower().split()) if found else ""


@cache
def _arms() -> re.Pattern[str]:
    return re.compile(
        rf"(?i)(?: [a-z]+){{0,2}}?(?: \([^()]{{1,20}}\)|[ %a-z]{{0,12}}\))? {_ARM}"
    )


@cache
def _arm_before() -> re.Pattern[str]:
    return re.compile(rf"(?i){_ARM} \($")


def of_extras(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether only one is told with a tax, a fee or the like, or without it."""
    if (
        x.fact.head
        or (x.fact.words | y.fact.words).isdisjoint(_EXTRAS)
        or not (x.kind == "count" or x.kind.startswith("currency:"))
    ):
        return False
    return _extras(x, setting) != _extras(y, setting)


def _extras(side: Side, setting: Setting) -> str:
    """Return with what, or before what, a number is told: "before tax", as pre-tax is."""
    told = setting.told(side, _with_extras())
    return "before tax" if told.startswith("pre") else told.replace("-", " ")


@cache
def _with_extras() -> Pattern:
    return Pattern(
        r"\b(?:with(?:out)?|before|after|including|excluding|incl\.|excl\.|plus|net of|on top of)"
        r" (?:(?!interest)[a-z-]+ ){0,2}?"
        r"(?:tax(?:es)?|vat|dut(?:y|ies)|fees?|premium|commission|bonus(?:es)?|subsid(?:y|ies)|rebates?|postage|heating)\b"
        r"|\b(?:pre-?|after-)tax\b"
    )


@cache
def _standing() -> Pattern:
    return Pattern(
        r"\b(?:after|with|from) (?:[\w-]+ ){1,4}?(?:rounds?|games?|matche?s?|stages?|laps?|legs?"
        r"|heats|holes|races|frames|events|days?)\b|\bhalf-?time\b|\bat (?:the break|half-?way)\b"
    )


@cache
def _finished() -> Pattern:
    return Pattern(
        r"\b(?:won|wins?|finish(?:ed|es)|ended|ends|champions?|title|final)\b"
    )


def _of_birthdays(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether somebody is as much older as the later of two reports is later."""
    first, second = setting.date(x), setting.date(y)
    if x.kind != "age" or first is None or second is None or first == second:
        return False
    young, old = (x, y) if first < second else (y, x)
    before, after = young.fact.mention.value, old.fact.mention.value
    if before is None or after is None:
        return False
    full = int(abs(second - first).days / _YEAR)
    return full <= after - before <= full + 1


def of_revised(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether a text says that somebody has told another number before, or will later."""
    if x.path == y.path:
        return False
    return any(setting.tells(side, _put_now(), whole=True) for side in (x, y))


@cache
def _put_now() -> Pattern:
    return Pattern(
        r"\b(?:has|have|had) now\b|\bnow (?:puts?|gives?|says?|sets?|counts?|lists?|reckons?|estimates?|reports?|believes?|thinks?)\b"
        r"|\b(?:up|down|revised|raised|lowered|corrected) from (?:an?|the|its|their) (?:first|initial|earlier|preliminary|previous) (?:estimate|figure|count|reading|report|toll)\b"
        r"|\b(?:in|according to) (?:an?|its|the|their)? ?(?:first|initial|preliminary) (?:notice|reports?|estimates?|counts?|bulletin|statement|readings?)\b"
    )


def of_evening(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether the earlier of two reports tells a number of an evening, which may have grown."""
    first, second = setting.date(x), setting.date(y)
    if first is None or second is None or first == second:
        return False
    return setting.tells(x if first < second else y, _evening(), whole=True)


@cache
def _evening() -> Pattern:
    return Pattern(
        r"\b(?:on the night|by the end of the (?:night|evening|show)|at that time)\b"
    )


@cache
def _as_it_stands(*, same_day: bool) -> Pattern:
    """Return how a text says that its number is that of the day, or else of the hour."""
    if same_day:
        return Pattern(
            r"\b(?:(?:so far|total[a-z ]{1,20}) today|today so far|(?:percent|per cent|%) contained)\b"
        )
    return Pattern(
        r"\b(?:still|remain(?:s|ed|ing)?|currently|no longer|so far|to date"
        r"|(?:brings?|bringing|takes?|taking) (?!in\b|out\b)[^.,;\d]{1,40} to"
        r"|(?:percent|per cent|%) contained"
        r"|(?:are|is|by|until|for) now|ha(?:s|ve)(?: now| since| already)? (?:grown|risen|climbed"
        r"|increased|swollen|spread|shrunk|fallen|dropped))\b"
    )


@cache
def _spreading() -> Pattern:
    """Return how a text tells of what goes on growing from day to day."""
    return Pattern(
        r"\b(?:(?:f[ae]ll(?:en|ing)?|taken) ill|sick\w*|infect\w+|tested positive|symptoms|(?:people|patients|staff|homes|households|animals|farms) affected)\b"
    )


@cache
def _as_it_turned_out() -> Pattern:
    """Return how a text says that its number is another than was told before."""
    return Pattern(
        r"\b(?:(?:less|more|fewer|higher|lower|cheaper|dearer) than"
        r" (?:expected|planned|forecast|feared|budgeted|thought)"
        r"|(?:was|were|been) (?:since |now )?(?:revised|corrected|restated)|(?:revised|corrected|restated) (?:to|from|up|down)"
        r"|(?:shrinks|falls|drops|rises|grows|swells|climbs)(?: as well,?| again| slightly|,)?"
        r" (?:from [^ ]+ )?to)\b"
    )


@cache
def _logged() -> re.Pattern[str]:
    return re.compile(r"[-*\s]*\d{1,2}[:.]\d\d\b")


def is_logged(side: Side, setting: Setting) -> bool:
    """Return whether a number is of one hour of a log: "09:05 Two more found. One missing."."""
    return setting.opens(side, _logged())


def _is_of_today(side: Side, setting: Setting) -> bool:
    """Return whether a word stands in a clause that says that its number may be of the day."""
    said = setting.text(side)[side.fact.clause.start : side.fact.clause.end].lower()
    return "today" in said or "contained" in said


def of_state(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether one of two reports of other days, or hours, tells how things stand."""
    same_day = setting.same_day(x, y)
    told = _as_it_stands(same_day=same_day)
    if any(
        setting.tells(each, told)
        for each in (x, y)
        if not same_day or _is_of_today(each, setting)
    ):
        return True
    if same_day or x.path == y.path:
        return False
    if x.kind == "count" and all(
        setting.tells(each, _spreading(), whole=True) for each in (x, y)
    ):
        return True
    turned = _as_it_turned_out()
    return any(setting.tells(each, turned, whole=True) for each in (x, y))
