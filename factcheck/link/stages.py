"""What a number covers: one phase of a work, one group of a trial, a price with tax, a day."""

from __future__ import annotations

import re
from functools import cache

from factcheck.language.lexicon import FUNCTION_WORDS
from factcheck.language.patterns import Pattern
from factcheck.link.digits import alike
from factcheck.link.setting import Setting
from factcheck.link.sides import Side
from factcheck.link.stems import stem
from factcheck.link.times import NUMBERED

# "The first phase of the port": with one word of each.
_STAGES = frozenset(
    map(stem, ("section", "phase", "stage", "tranche", "batch", "instalment"))
)
_TIMES = NUMBERED | frozenset(("~quarter", "~half", "~season", "fourth", *map(stem, ("quarter", "half", "year", "month", "season"))))  # fmt: skip
# Amounts of goods.
_OF_GOODS = frozenset(("mass", "volume"))
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
    if a.isdisjoint(_STAGES) or a.isdisjoint(NUMBERED):
        return False
    p, q = x.reading.low, y.reading.high
    return (
        p is not None and q is not None and p < q and y.fact.words.isdisjoint(_STAGES)
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
