"""Percentages that share out one whole over a sentence or several.

"It spends 58 percent of its income on shelters. Legal aid takes 26 percent. Rent accounts for
13 percent and fundraising another 12." Shares leave each other out where verbs hand out one
thing ("takes", "accounts for"), where each is another part ("another 31 percent", "the
remaining 22 percent"), or where one verb is told once for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, finds, pattern
from factcheck.checks._parts import DIVIDES, between
from factcheck.model import BlockKind, Fact, Form

_FEWEST, _MOST, _SENTENCES = 3, 10, 5
_ALL, _SLACK, _TOO_MUCH, _FAR = Decimal(100), Decimal(1), Decimal(130), Decimal(118)
# "According to a survey of 640 farms, 45 percent of the crop": who was asked.
_ASKED = r"^[a-z][^<,]*<c0>[^<,]*, (?:[a-z]+ )?<p1> of "
_NEAR, _LISTED = Decimal(112), Decimal(140)
# What is handed out, so that nothing of it goes to two.
GOODS = (
    r"\bof (?:the |its |their |his |her |all |our |this |that |total |[a-z]+'s? |[a-z]+ ){0,3}?(?:incomes?|budget|spending|revenues?|sales|shares|stock"
    r"|votes?|ballots?|power|electricity|energy|heat|land|farmland|fields?|area|acreage|earnings|exports?|imports?|output|production|water|money|costs?"
    r"|expenses|expenditure|time|traffic|freight|cargo|market|seats|turnover|waste|emissions|debt|grants?|funds?|funding|donations|profits?|harvest|crops?|timber|grain|milk"
    r"|catch|fuel|demand|supply|volume|weight|mass|total|capital|equity|loans?|portfolio|trade|air|soil|mixture|diet|crude|oil|gas)\b"
    r"|\bof (?:each|every|a) (?:pound|euro|dollar|crown|franc|ticket|fare|hour|day|week|litre|kilo|tonne|barrel|bottle|loaf|hectare|acre)\b(?!.*\bof (?:each|every|a) )"
)
_HANDS_OUT = (
    r"\b(?:takes?|took|gets?|got|goes|go|went|comes?|came|accounts?|accounted|makes?|made|covers?|covered|suppl(?:y|ies|ied)|provide[sd]?"
    r"|contribute[sd]?|deliver(?:s|ed)?|generate[sd]?|brings?|brought|holds?|held|owns?|owned|receive[sd]?|spends?|spent|absorbs?|absorbed"
    r"|consume[sd]?|won|wins?|poll(?:s|ed)|secured|grows?|lies?|lay|belong(?:s|ed)?|use[sd]?|claim(?:s|ed)?|eats?|swallows?|reserved|allotted|earmarked"
    r"|traded|fall(?:s)? to|fell to|end(?:s|ed)? up|shared?|form(?:s|ed)?|constitutes?|is|are|was|were)\b"
)
_ANOTHER = r"\b(?:another|a further|the (?:remaining|other|rest|remainder))\b"
_REST = r"\b(?:the )?(?:remaining|other|rest|remainder|last)(?: [a-z]+)? (?:of )?$|\b(?:the rest|the remainder|others|all other [a-z]+)\b[^<.;]{0,40}$"
_NOT_ONE = (
    r"\b(?:(?<!made )(?<!make )(?<!makes )up|down|from <|than|compared|rose|fell|risen|fallen|increase[sd]?|decrease[sd]?|growth|grew|drop(?:ped)?|inflation|unemployment|turnout|interest|rate"
    r"|yields?|margin|average|both|also|too|as well|several|more than one|multiple|respectively|last (?:year|month|week|time)|year ago|earlier|previous(?:ly)?"
    r"|among|men|women|boys|girls|aged|under|over|at least|up to|likely|confidence|target|expected|forecast|(?<!\bit )(?<!\bthis )(?<!\bthat )would|effective|discount|instead|times"
    r"|tick|answers|not|neither)\b"
)
_ELSEWHERE = (
    r"^(?:in|among|at|for|by|across|elsewhere|meanwhile|last|a year|nationwide|but)\b"
)
_WHOLE_OF = r"<[pf]\d+>(?: (?:share|stake|interest|holding))? (?:in (?!all)|of )(?!(?:them|these|those|it|the total|the whole)\b)"
# "The soil is 45 percent sand, 38 percent clay and 28 percent silt."
_MADE = r"\b(?:is|are|was|were|contains?) <p\d+> [a-z]+(?:, <p\d+> [a-z]+)+,? and <p\d+> [a-z]+(?=[.;,]|$)"
# "58 percent came by car, 34 percent by train and 21 percent on foot": one way each.
_WAY = (
    r"(?:(?:(?:were|was|are|is|had|have) )?(?:born|c[oa]me|arrived|travel(?:led|ed)?|lived?|died|voted|hail(?:ed)?|slept"
    r"|stayed|commuted?)|by|from|on|in|at|via|for|abroad|elsewhere)\b"
)
_ONE_WAY = rf"<p\d+>(?: of [^<,]{{1,40}}?)? (?!by |from |on |in |at |for ){_WAY}[^<]*, <p\d+> {_WAY}[^<]*?(?:, <p\d+> {_WAY}[^<]*?)*,? and <p\d+> {_WAY}"
# "44 percent live in the hills, 37 percent on the coast and 31 percent in town": nobody lives in two places.
_LIVES = (
    r"<p\d+>(?: of [^<,]{1,40}?)? (?:now |still )?(?:live|reside|(?:live|reside|are base|were base|are house|are locate)d|(?:are|were) (?:born|buried|kept)|work) "
    r"(?:in|on|at|near|outside|within|abroad)\b[^<]*, <p\d+> (?:in|on|at|near|outside|within|abroad|elsewhere)\b[^<]*?(?:, <p\d+> (?:in|on|at|near|outside|within)\b[^<]*?)*,? and <p\d+> (?:in|on|at|near|outside|within|abroad|elsewhere)\b"
)
# Where "the power came from": wind (44 percent), coal (33 percent) and gas (35 percent).
_SOURCES = r"\b(?:c[oa]mes?|drawn|derived?s?) from [^<]*\(<p\d+>\), [^<]*\(<p\d+>\),? and [^<]*\(<p\d+>\)"
_POLL = r"\b(?:polls?|votes?|elections?|ballots?)\b"
_STANDS = r"\b(?:on|at|gives? (?:him|her|it|them|[a-z]+)|leads? with|has|have) (?:about |some |just )?<p\d+>"
# What one may do beside the other: own a dog, speak French.
_HAVING = r"\b(?:ha(?:s|ve|d)|owns?|owned|keeps?|likes?|liked|speaks?|spoke|use[sd]?|reads?|suffer(?:s|ed)?|want(?:s|ed)?|worr(?:y|ied|ies)|know|knew|trust(?:s|ed)?)\b"
_MANY = r"\b(?:(?:more than one|several|multiple|many|two|three) (?:answers?|choices|options|reasons|things|times)|more than once|all that apply)\b"
_LEAD = r"^[^<]*: "
# What opens a list of shares that leave each other out.
_OPENS_LIST = (
    r"\b(?:one|a single) (?:answer|choice|reply)\b|\b(?:main|chief|biggest|primary|top) (?:reason|cause|motive|source)s?\b"
    r"|\bshares? of (?:all|the (?:total|whole)|votes|the votes?)\b|\bas (?:a )?(?:percentages?|proportions?) of (?:all|the (?:total|whole))\b"
    r"|\b(?:breakdown|composition|broken down|made up of|consists? of|divided|split|shared out)\b|\bmost important\b"
    r"|\bwhere (?:the|its|our|their|your|his|her) [a-z]+ (?:go(?:es)?|went|comes? from|came from|is spent|was spent)\b"
    r"|\bhow (?:the|its|our|their|your|his|her) [a-z]+ (?:is|was|are|were) (?:spent|used|split|divided)\b"
)
_NO_LIST = (
    r"\b(?:up|down|than|rose|fell|risen|fallen|increase[sd]?|decrease[sd]?|growth|grew|change[sd]?|rates?|average|in each|per|within"
    r"|last year|year ago|earlier|previous(?:ly)?|target|of (?:these|them|which|whom)|including|also|who|with)\b"
)


def runs(group: Sequence[Passage]) -> Iterator[list[Place]]:
    """Yield shares that come to more than a whole although they share it out."""
    at = 0
    while at < len(group):
        if not group[at].kinds.endswith(("p", "f")):
            at += 1
            continue
        run = _run(group, at)
        if len(run) > _FEWEST - 1:
            yield from _judged(run)
        at = max(at + 1, at + len({id(place.passage) for place in run}))


def lists(group: Sequence[Passage]) -> Iterator[list[Place]]:
    """Yield the shares of a list that come to more than the whole that it shares out."""
    run: list[Place] = []
    for passage in (*group, None):
        item = passage is not None and passage.kinds == "p" and _is_item(passage)
        if run and not (
            item and passage and passage.block == run[-1].passage.block + 1
        ):
            if _FEWEST <= len(run) <= _MOST and _is_one_list(run):
                yield run
            run = []
        if item and passage and _is_share(passage, 0):
            run.append(Place(passage, 0))


def _is_item(passage: Passage) -> bool:
    return passage.document.blocks[passage.block].kind is BlockKind.LIST


def _is_one_list(run: Sequence[Place]) -> bool:
    """Return whether the items of a list are shares of one whole, and come to too much."""
    if not _ALL + _SLACK < sum(map(_value, run), Decimal(0)) <= _LISTED:
        return False
    first, last = run[0].passage, run[-1].passage
    blocks, text = first.document.blocks, first.document.text
    lead = blocks[first.block - 1] if first.block else None
    if lead is None or lead.kind is BlockKind.LIST:
        return False
    opening = text[lead.span.start : lead.span.end].lower().replace("\u2019", "'")
    after = text[last.span.end :].lstrip().partition("\n")[0].lower()
    said = opening.rstrip().rpartition(". ")[2]
    if finds(f"{opening} {after}", _MANY) or not finds(said, _OPENS_LIST):
        return False
    return not any(
        finds(words, _NO_LIST)
        for words in (said, *(place.passage.masked for place in run))
    )


def _run(group: Sequence[Passage], at: int) -> list[Place]:
    """Return the shares of sentences that follow each other and tell of shares only."""
    found: list[Place] = []
    last: Passage | None = None
    for passage in group[at : at + _SENTENCES]:
        kinds, masked = passage.kinds, passage.masked
        asked = last is None and kinds.startswith("cp") and finds(masked, _ASKED)
        start = int(asked)
        if not kinds or set(kinds[start:]) - set("pf"):
            break
        if last is not None and (
            between(last, passage) != ""
            or last.block != passage.block
            or finds(masked, _ELSEWHERE)
            or finds(masked, _WHOLE_OF)
        ):
            break
        wholes = len(pattern(_WHOLE_OF).findall(masked))
        if finds(masked, _NOT_ONE) or (wholes > 1 and not finds(masked, _LIVES)):
            break
        slots = [slot for slot in range(start, len(kinds)) if _is_share(passage, slot)]
        if len(slots) < len(kinds) - start:
            break
        found += [Place(passage, slot) for slot in slots]
        last = passage
    percent = any(place.passage.kinds[place.slot] == "p" for place in found)
    return found if percent and len(found) <= _MOST else []


def _is_share(passage: Passage, slot: int) -> bool:
    item = passage.items[slot]
    if not isinstance(item, Fact) or item.mention.value is None:
        return False
    mention = item.mention
    bound = mention.modifier is not None and mention.modifier.is_bound
    if mention.form is Form.FRACTION:
        return not bound
    return mention.unit == "percent" and mention.form is Form.PLAIN and not bound


def _value(place: Place) -> Decimal:
    mention = place.passage.mention(place.slot)
    value = mention.value or Decimal(0)
    return value if mention.unit == "percent" else value * _ALL


def _judged(run: Sequence[Place]) -> Iterator[list[Place]]:
    """Yield the shortest start of a run that is closed and comes to too much."""
    values = [_value(place) for place in run]
    slack = _SLACK if run[0].passage is not run[-1].passage else Decimal(0)
    for start, end in combinations(range(len(run) + 1), 2):
        if abs(sum(values[start:end]) - _ALL) <= slack:
            return
    for end in range(_FEWEST, len(run) + 1):
        cut = run[:end]
        whole = end == len(run) or run[end].passage is not cut[-1].passage
        total = sum(values[:end], Decimal(0))
        if whole and _ALL + _SLACK < total <= _TOO_MUCH and _shares_out(cut, total):
            if _many_answers(cut[0].passage):
                return
            yield list(cut)
            return


def _shares_out(run: Sequence[Place], total: Decimal) -> bool:
    """Return whether each share is of a part of its own."""
    before = [_before(place) for place in run]
    if finds(before[-1], _REST):
        return True
    texts = {place.passage.index: place.passage.masked for place in run}
    first = next(iter(texts.values()))
    another = any(finds(words, _ANOTHER) for words in before[1:])
    lead = pattern(_LEAD).match(first) or finds(before[0], DIVIDES)
    goods = finds(first, GOODS) or finds(first, DIVIDES)
    hands = all(finds(text, _HANDS_OUT) for text in texts.values())
    if (goods and (hands or lead)) or any(
        finds(first, shape) for shape in (_MADE, _ONE_WAY, _SOURCES, _LIVES)
    ):
        return True
    said = " ".join(texts.values())
    if len(list(pattern(_STANDS).finditer(said))) == len(run) and finds(
        _paragraph(run[-1].passage), _POLL
    ):
        return total <= _FAR
    if len(run) > _FEWEST and len(texts) == 1 and total <= _NEAR:
        return not finds(first, _HAVING)
    return total <= _FAR and (another or bool(lead and hands))


def _many_answers(passage: Passage) -> bool:
    """Return whether a paragraph says that one may be counted more than once."""
    return finds(_paragraph(passage), _MANY)


def _paragraph(passage: Passage) -> str:
    """Return a paragraph up to the end of a sentence, in lower case."""
    document = passage.document
    start = document.blocks[passage.block].span.start
    return document.text[start : passage.span.end].lower()


def _before(place: Place) -> str:
    """Return the words between a share and the number or the mark before it."""
    left = place.passage.masked.partition(
        f"<{place.passage.kinds[place.slot]}{place.slot}>"
    )
    return left[0].rpartition(">")[2]
