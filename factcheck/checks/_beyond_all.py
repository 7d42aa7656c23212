"""One share of more than all: "118 percent of the staff stayed away".

A group has no more members than all of them, and a thing that lies there whole cannot be lost,
covered or finished more than once. What is planned, ordered, needed, owed or held against
another time may well be passed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks import _arithmetic, _compare
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import PEOPLE, Passage, finds, matches, pattern
from factcheck.language.words import lemma
from factcheck.model import Arithmetic, Interval, Modifier, Outcome, Severity, Verdict

LAW = "percent"

_WHOLE = Interval(None, Decimal(100))
_ABOUT = Decimal(102)  # "about 101 percent" may be all
_DET = r"(?:the|all|its|their|our|his|her|these|those|that|this|every)"
_MEMBERS = (
    r"(?:people|voters|votes|respondents|residents|inhabitants|citizens|students|pupils"
    r"|patients|adults|children|women|men|households|families|workers|employees|members"
    r"|participants|those (?:asked|polled|surveyed|questioned)|population|electorate|victims"
    r"|survivors|land|territory|deaths|cases|schools|hospitals|seats|homes|buildings"
    r"|businesses|companies|farmers|teachers|doctors|passengers|refugees|prisoners|ballots"
    r"|country|workforce|total)"
)
# What is held against something else: it has no members that could run out.
_MEASURE = (
    r"\b(?:capacity|targets?|goals?|aims?|quotas?|levels?|averages?|normal|usual|prices?|principal|amounts?|face|costs?|values?|worth|budgets?|incomes?"
    r"|salar(?:y|ies)|wages?|pay|gdp|gross|product|output|needs?|needed|entitled|demand|requirements?|required|recommended|daily|planned|plans?|orders|orders? (?:was|were|for)"
    r"|of (?:the|its|their) (?:order|plan|target|places|beds|berths|cells)\b|ordered|subscribed|subscription|offered|on offer|expect(?:ed|ations?)|forecasts?|foreseen|estimate[sd]?|projected|allotted|allocated|allowance"
    r"|issued?|(?<!the )capital|equity|assets?|debts?|loans?|revenues?|sales|earnings|profits?|growth|gains?|losses|deficit|rises?|increases?|invest(?:ed|ments?)|bets?"
    r"|electricity|power|energy|consumption|consumed|intake|effort|strength|himself|themselves|weight|speed|length|height|size|number|figure|rate"
    r"|last (?:year|month|week|season)|year (?:ago|earlier|before)|previous|earlier|before the|prior|that of|those of|what|than|as (?:many|much)|compared|equal|equivalent|correspond[a-z]*|exceed[a-z]*"
    r"|collateral|deposits?|reserves?|premiums?|par|nominal|market|stock|shares?|bonds?|enrolment|enrollment|ratio|index|base|volume|supply|stocks)\b"
)
_LEFT = r"(?:\b(?:up|down|by|rose|fell|grew|increase[sd]?|than|equivalent to|to|at|worth|more|extra|additional|for|with|from|above|below|between|reach(?:ed|es)?|hit|need(?:s|ed)?|want(?:s|ed)?|has|have|had|buys?|bought|order(?:s|ed)?|plann?(?:s|ed)?|represent(?:s|ed)?) (?:[a-z]+ ){0,2})$"
# Of people no other measure is told: "with 103 percent of the pupils passing".
_CHANGED = r"(?:\b(?:up|down|by|rose|fell|grew|increase[sd]?|than|equivalent to|equal to|worth|more|extra|additional|correspond(?:s|ing)? to) (?:[a-z]+ ){0,2})$"
_STARTS = r"(?:^|[,:;(\"-] ?|\b(?:that|and|but|because|while|where|when|so|a (?:record|whopping|full|staggering|remarkable)|fully|some|about|an? [a-z]+|said|by <[dwq]\d+>|by (?:the |this |that )?[a-z]+|in [a-z]+|then|now|already|or) )$"
# What became of the members, told after them.
_FATE = (
    r"(?:have|has|had|were|was|are|is|can|could|must|will|did|do|does|went|stayed|left|came|took|gave|got|said|cast|lost|kept|died|fled|knew|know|like|live|own|use|want|speak|read"
    r"|came|work|watch|drink|eat|smoke|prefer|believe|think|support|oppose|[a-z]{2,}ed)\b"
)
_SUBJECT = (
    rf"{{s:p}},? of (?:{_DET} )?(?:<c\d+> )?(?:[a-z'-]+ ){{0,3}}?(?:them|us|[a-z'-]{{3,}}s|people|children|women|men|staff|crew|fish|police|cattle|sheep)"
    rf"(?: (?:in|on|at|of|from|aboard|with) (?:the |its |their )?[a-z'-]+(?: [a-z'-]+)?)?(?: on board| there| here| alive)?(?: (?:that|who|which) [^<,;:]{{2,50}}?)? {_FATE}"
)
_THINGS = rf"{{s:p}} of (?:{_DET} )?(?:<c\d+> )?(?:[a-z'-]+ ){{0,3}}?(?:[a-z'-]{{3,}}s)\b (?!(?:in|at|of|than|as|to|for|per)\b)[a-z]+"
_OBJECT = (
    r"\b(?:lost|loses?|cover(?:s|ed|ing)?|destroy(?:s|ed|ing)?|burn(?:s|ed|t)?|broken?|flooded|complete[sd]?|finish(?:es|ed)?|kill(?:s|ed)?|damage[sd]?|read|wrecked|smashed"
    r"|wiped out|swallow(?:s|ed)?|flatten(?:s|ed)|evacuated|searched|mapped|surveyed|checked|inspected|examined|treated|infected|vaccinated|visited|repaired"
    r"|painted|restored|cleared|cleaned|melted|felled|interviewed|arrested|counted|registered|crossed|travelled|explored|submerged|blackened|ruined|inhabits?|put|closed|shut)"
    rf" (?:[a-z]+ )?{{s:p}} of (?:{_DET} )?[a-z]"
)
# "Only 8 percent of staff have a desk, while 102 percent work at home"
_ELIDED = rf"<[pf]\d+> of [^;:]*?(?:,|\band|\bwhile|\bbut) {{s:p}} {_FATE}"
_HELD_TO = (
    r"\b(?:up|down|by|than|to|worth|more|for|at|with|fell|rose) (?:[a-z]+ ){0,2}$"
)
_EVERY = r"{s:p} of (?:all|every one of) (?:the |its |their )?[a-z-]{3,}\b"
_OF = r" of (?:[a-z'-]+ )*?(?P<noun>[a-z-]+)$"
_GROUP = rf"{{s:p}} of (?:{_DET} )?(?:[a-z-]+ )?{_MEMBERS}\b(?! (?:capacity|target|level|average|price|principal|amount|face|cost|value|budget|income|salary|gdp))"
# What cannot pass 100 by its nature; beds and cells may be overfilled, so not theirs.
_BOUNDED = (
    r"(?:turnout|voter participation|load factor|(?:hotel|room) occupancy(?: rate)?"
    r"|(?:pass|success|survival|literacy|response|employment|unemployment|jobless|conviction|clearance) rate"
    r"|approval rating|market share|share of the vote)"
)
_TURNOUT = (
    rf"\b{_BOUNDED}(?: (?:in|at|of|among|for) (?:[a-z'-]+ ){{0,4}}?[a-z'-]+)? (?:of|was|is|at|reached|stood at|stands at|hit|averaged|came to"
    r"|(?:rose|fell|climbed|dropped|improved|increased|slipped|went up|jumped) to) {~2}{s:p}(?! of\b)"
)
# "Raised its stake in the mill to 105 percent", "owns 104 percent of the company"
_STAKE = (
    r"\b(?:stake|holding|shareholding|interest|share of the (?:company|firm|market|vote))\b[^<,;]*(?:to|of|at|is|was|reached|hit) (?:about |some )?{s:p}"
    r"(?! of (?!the (?:shares|capital|stock|company|firm|votes?))| (?:above|more|higher|premium|of (?:its|the) value))"
)
_HOLDS = (
    r"\b(?:owns?|owned|holds?|held|controls?|controlled|won|polled|took|got|gained|commands?|had|has|have) (?:about |some |now )?{s:p} of (?:the |its |all |[a-z]+'s )?"
    r"(?:[a-z]+ )?(?:shares|stock|company|firm|votes?|market|seats|possession|land)\b(?! value)"
)


def shares(passage: Passage) -> Iterator[Outcome]:
    """Yield the shares of a group or of a thing that are more than all of it."""
    high = [slot for slot in range(len(passage.kinds)) if _is_beyond(passage, slot)]
    if not high:
        return
    masked = passage.masked
    measured = all(finds(passage.bearing(slot), _MEASURE) for slot in high)
    known = (_GROUP, _TURNOUT)
    others = (_EVERY, _SUBJECT, _THINGS, _OBJECT, _ELIDED)
    holding = (_STAKE, _HOLDS)
    sources = (*known, *holding) if measured else (*known, *holding, *others)
    told = set()
    for source in sources:
        for match in matches(masked, source):
            slot = int(match["s"])
            before = masked[: match.start()]
            if slot not in high or slot in told:
                continue
            if source is _EVERY:
                plain = not finds(before, _HELD_TO)
            elif source in known:
                left = _CHANGED if _of_people(match) and not measured else _LEFT
                plain = not finds(before, left) or finds(before, _STARTS)
            else:
                plain = source in (_OBJECT, _ELIDED, *holding) or finds(before, _STARTS)
            if plain:
                told.add(slot)
                yield _told(
                    passage, slot, "is more than the whole", "A share of a group"
                )


def _of_people(match: re.Match[str]) -> bool:
    """Return whether a share is said to be of people."""
    of = pattern(_OF).search(match[0])
    return of is not None and lemma(of["noun"]) in PEOPLE


def _is_beyond(passage: Passage, slot: int) -> bool:
    if passage.kinds[slot] != "p":
        return False
    mention = passage.mention(slot)
    bare = mention.span.end == mention.number.end  # "fell 210,000 or 1.5 percent"
    if mention.value is None or mention.unit != "percent" or bare:
        return False
    if mention.modifier in (Modifier.ABOUT, Modifier.NEARLY):
        return mention.value >= _ABOUT
    low = mention.reading.low
    return low is not None and low > Decimal(100)


def _told(passage: Passage, slot: int, what: str, kind: str) -> Outcome:
    mention = passage.mention(slot)
    return _compare.outcome(
        LAW,
        Verdict.CONFLICT,
        [Place(passage, slot).evidence(0)],
        f"{_arithmetic.said(passage, slot)} {what}.",
        explanation=f"{kind} cannot pass 100%.",
        severity=Severity.ERROR,
        arithmetic=Arithmetic(
            _WHOLE, mention.digits, "percent", ("a whole", "what is stated")
        ),
    )
