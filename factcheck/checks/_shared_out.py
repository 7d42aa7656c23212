"""Percentages that share out one whole, over a sentence, a list or several sentences.

"It spends 58 percent of its income on shelters. Legal aid takes 26 percent. Rent accounts for
13 percent and fundraising another 12." Shares leave each other out where the words around them
say so (`_exclusive`), where verbs hand out one thing ("takes", "accounts for"), where each is
another part ("another 31 percent"), where one verb is told once for all of them, and where
they stand behind the labels of a breakdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.checks import _arithmetic, _exclusive
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, finds, hint, pattern, saying
from factcheck.checks._parts import DIVIDES, between
from factcheck.model import Fact, Form, Interval, Mention, Motion, Verdict

ALL = Decimal(100)
WHOLE = Interval(None, ALL)
_PAIR, _SEVERAL, _AFTER = 2, 3, 80
_FEWEST, _MOST, _SENTENCES = 3, 10, 5
_SLACK, _TOO_MUCH, _FAR = Decimal(1), Decimal(130), Decimal(118)
# "According to a survey of 640 farms, 45 percent of the crop": who was asked.
_ASKED = (
    r"^[a-z][^<,]*<c0>[^<,]*, (?:[a-z]+ )?<p1> of "
    r"|^[^<.;]*\b(?:poll|survey|sample|panel) (?:of|among) (?:[a-z]+ )?<c0>"
)
_NEAR, _LISTED = Decimal(112), Decimal(140)
# What is handed out, so that nothing of it goes to two.
_STUFF = (
    r"(?:incomes?|budget|spending|revenues?|sales|shares|stock"
    r"|votes?|ballots?|power|electricity|energy|heat|land|farmland|forests?|woodland|fields?|area|acreage|earnings|exports?|imports?|output|production|water|money|costs?"
    r"|expenses|expenditure|time|traffic|freight|cargo|market|seats|turnover|waste|emissions|debt|grants?|funds?|funding|donations|profits?|harvest|crops?|timber|grain|milk"
    r"|catch|fuel|demand|supply|volume|weight|mass|total|capital|equity|loans?|portfolio|trade|air|soil|mixture|diet|crude|oil|gas)\b"
)
GOODS = (
    rf"\bof (?:the |its |their |his |her |all |our |this |that |total |[a-z]+'s? |[a-z]+ ){{0,3}}?{_STUFF}"
    rf"|^(?:[a-z'-]+ ){{0,3}}?{_STUFF} (?:mainly |mostly |chiefly )?(?:go(?:es)?|went|c[oa]mes?) (?:mainly |mostly |chiefly )?(?:to|from) "
    r"|\bof (?:each|every|a) (?:pound|euro|dollar|crown|franc|ticket|fare|hour|day|week|litre|kilo|tonne|barrel|bottle|loaf|hectare|acre)\b(?!.*\bof (?:each|every|a) )"
)
_HANDS_OUT = (
    r"\b(?:takes?|took|gets?|got|goes|go|went|comes?|came|accounts?|accounted|makes?|made|covers?|covered|suppl(?:y|ies|ied)|provide[sd]?"
    r"|contribute[sd]?|deliver(?:s|ed)?|generate[sd]?|brings?|brought|holds?|held|owns?|owned|receive[sd]?|spends?|spent|absorbs?|absorbed"
    r"|consume[sd]?|won|wins?|poll(?:s|ed)|secured|grows?|lies?|lay|belong(?:s|ed)?|use[sd]?|claim(?:s|ed)?|eats?|swallows?|reserved|allotted|earmarked"
    r"|heats|powers|feeds|fuels|traded|fall(?:s)? to|fell to|end(?:s|ed)? up|shared|form(?:s|ed)?|constitutes?|is|are|was|were)\b"
)
_ANOTHER = r"\b(?:another|a further|the (?:remaining|other|rest|remainder))\b"
_REST = r"\b(?:the )?(?:remaining|other|rest|remainder|last)(?: [a-z]+)? (?:of )?$|\b(?:the rest|the remainder|others|all other [a-z]+)\b[^<.;]{0,40}$"
_AGO = r"> (?:ago|earlier|before)\b[^<]*<[pf]"
_NOT_ONE = (
    r"\b(?:(?<!made )(?<!make )(?<!makes )up|down|from <|than(?! <)|compared|rose|fell|risen|fallen|increase[sd]?|decrease[sd]?|growth|grew|drop(?:ped)?|inflation|unemployment|turnout|interest|rate"
    r"|yields?|margin|average|both|also|too(?! [a-z])|as well|several|more than one|multiple|respectively|last (?:year|month|week|time)|ago|earlier|previous(?:ly)?"
    r"|among|men|women|boys|girls|aged|(?:under|over)(?! (?:the|this|its|a|an)\b)|at least (?:once|one|two|some)|up to|likely|confidence|target|expected|forecast|(?<!\bit )(?<!\bthis )(?<!\bthat )would|effective|discount|instead|times"
    r"|tick|answers|not|neither|(?<=> )(?:cheaper|dearer|lighter|heavier|higher|lower|larger|smaller|bigger|faster|slower|longer|shorter|stronger|weaker|better|worse|more|less|fewer))\b"
)
_ELSEWHERE = r"^(?:of(?!f)|in|among|at|for|by|across|elsewhere|meanwhile|last|a year|nationwide|but)\b"
_WHOLE_OF = r"<[pf]\d+>(?: (?:share|stake|interest|holding))? (?:in (?!all)|of )(?!(?:them|these|those|it|the total|the whole)\b)"
# "The soil is 45 percent sand, 38 percent clay and 28 percent silt."
_MADE = r"\b(?:is|are|was|were|contains?|lists?|blend of|mix of|mixture of|(?:made|composed|made up|consists?) of) <p\d+> [a-z]+(?: [a-z]+)?(?:, <p\d+> [a-z]+(?: [a-z]+)?)+,? and <p\d+> [a-z]+(?: [a-z]+)?(?=[.;,]|$)"
# "58 percent came by car, 34 percent by train and 21 percent on foot": one way each.
_WAY = (
    r"(?:(?:were|was|are|is) (?=(?:in|on|from|by|at) )|(?:(?:were|was|are|is|had|have) )?(?:born|(?<!have )(?<!had )(?:paid|ordered|booked|applied|replied|registered|went)(?= (?:by|in|on|at|via|online|through))|c[oa]mes?|happen(?:s|ed)?|occur(?:s|red)?|took place|arrived|travel(?:led|ed)?|lived?|died|voted(?! in)|hail(?:ed)?|slept"
    r"|stayed|commuted?)|by|from|on|in|at|via|for|through|abroad|online|elsewhere)\b"
)
# "74 percent were filed online, 31 percent on paper": once each, and not what one may be in two ways.
_DONE_ONCE = r"(?:were|was|are|is|will be|have been|had been) (?!(?:satisfi|interest|involv|vaccinat|affect|cover|equipp|treat|insur|skill|test|infect|concern|worri|train|us|known|found|mention|seen)[a-z]*\b)[a-z]{2,}(?:ed|t|n|d) "
_ONE_WAY = rf"<[pf]\d+>(?: of [^<,]{{1,40}}?)? (?!by |from |on |in |at |for )(?:{_DONE_ONCE}(?:over |up |out |off |in )?)?{_WAY}[^<]*, <[pf]\d+> {_WAY}[^<]*?(?:, <[pf]\d+> {_WAY}[^<]*?)*,? and <[pf]\d+> {_WAY}"
# "44 percent live in the hills, 37 percent on the coast and 31 percent in town": nobody lives in two places.
_LIVES = (
    r"<[pf]\d+>(?: of [^<,]{1,40}?)? (?:now |still )?(?:live|reside|(?:live|reside|are base|were base|are house|are locate)d|(?:are|were) (?:born|buried|kept)|work) "
    r"(?:in|on|at|near|outside|within|abroad)\b[^<]*, <[pf]\d+> (?:in|on|at|near|outside|within|abroad|elsewhere)\b[^<]*?(?:, <[pf]\d+> (?:in|on|at|near|outside|within)\b[^<]*?)*,? and <[pf]\d+> (?:in|on|at|near|outside|within|abroad|elsewhere)\b"
)
# "It gets 44 percent of its flour from Dorn, 39 percent from Esk and 27 percent from Fell."
_FROM_EACH = r"<[pf]\d+> of (?:the|its|their|our|his|her|all) [a-z ]{2,25} from [^<,]+, <[pf]\d+> from [^<]+?,? and <[pf]\d+> from "
# Where "the power came from": wind (44 percent), coal (33 percent) and gas (35 percent).
_SOURCES = r"\b(?:c[oa]mes?|drawn|derived?s?) from [^<]*\(<p\d+>\), [^<]*\(<p\d+>\),? and [^<]*\(<p\d+>\)"
_POLL = r"\b(?:polls?|votes?|elections?|ballots?)\b"
_STANDS = r"\b(?:on|at|with|gives? (?:him|her|it|them|[a-z]+)|has|have|gets?|got|polls?|polled|w[io]ns?|takes?|took) (?:about |some |just |only )?<p\d+>"
# What one may do beside the other: own a dog, speak French.
_HAVING = r"\b(?:ha(?:s|ve|d)|owns?|owned|keeps?|likes?|liked|speaks?|spoke|use[sd]?|reads?|suffer(?:s|ed)?|want(?:s|ed)?|worr(?:y|ied|ies)|know|knew|trust(?:s|ed)?)\b"
MANY = r"\b(?:(?:more than one|several|multiple|many|two|three) (?:answers?|boxes|choices|options|reasons|things|times)|more than once|all that apply)\b"
_LEAD = r"^[^<]*: "
# What opens a list of shares that leave each other out.
OPENS_LIST = (
    r"\b(?:one|a single) (?:answer|choice|reply)\b|\b(?:main|chief|biggest|primary|top) (?:reason|cause|motive|source)s?\b"
    r"|\bshares? of (?:all|the (?:total|whole)|votes|the votes?)\b|\bas (?:a )?(?:percentages?|proportions?) of (?:all|the (?:total|whole))\b"
    r"|\b(?:breakdown|composition|broken down|make-?up|made up of|consists? of|divided|split|shared out)\b|\bmost important\b"
    r"|\bwhere (?:the|its|our|their|your|his|her) [a-z]+ (?:go(?:es)?|went|comes? from|came from|is spent|was spent)\b"
    r"|\bhow (?:the|its|our|their|your|his|her) [a-z]+ (?:is|was|are|were) (?:spent|used|split|divided)\b"
)
NO_LIST = (
    r"\b(?:up|down|than|rose|fell|risen|fallen|increase[sd]?|decrease[sd]?|growth|grew|change[sd]?|rates?|average|in each|per|within"
    r"|last year|ago|earlier|previous(?:ly)?|target|of (?:these|them|which|whom)|including|also|who|with)\b"
)


# What labels and their shares look like: "Sales by region: Asia 46 percent, ..."
_LABELLED = r"(?:^|[.?] )(?P<lead>[^:]{3,100}): (?P<first>[^<,;:]{2,30}) \(?<p\d+>\)?(?:[,;] [^<,;:]{2,30} \(?<p\d+>\)?)*(?:,|;|,? and) (?P<last>[^<,;:]{2,30}) \(?<p\d+>\)?(?: of [^<,;:]+)?(?:\.|$)"
STUFF_LEAD = rf"\b{_STUFF}(?: [a-z]+)? (?:by|per|for|of|in|at|from)\b|\b(?:uses?|sources?|mix|make-up|causes?|modes?|breakdown|composition|distribution|split|consists? of|contains?|ingredients|owners|ownership|shareholders|shareholdings)\b"
_NO_LABEL = r"^(?:with|in|for|at|of|among|on|by|about)\b"
_LABEL = r"^([^<:.]{2,40}): <p\d+>\.?$"
# "Arn has 40 percent, Bell 35 percent and Corr 35 percent of the shares."
_OWNERS = rf"\b(?:has|have|had|holds?|held|owns?|owned|controls?|gets?|got|takes?|took) <p\d+>(?:, [^<,]{{2,30}} <p\d+>)*,? and [^<,]{{2,30}} <p\d+> of (?:the|its|all|their|that|this) (?:[a-z]+ )?{_STUFF}"
# "Half of it goes to mills, which must save by a fifth": how much less.
_BY = r"\bby (?:[a-z]+ )?"
_COUNTED = r"^(?:with|after) {s:p} of (?:the |all )?[^<,]* (?:counted|reporting|tallied|declared|reported|in)(?: [^<,]*)?, "
# Sentences that tell the two halves of one whole.
_MAKE_UP = r"\b(?:ma[dk]es? up|account(?:s|ed)? for|constitut(?:e|es|ed))\b"
_OF_WHAT = r"<p\d+> of (?:the |all |its |their )?([a-z' ]+)"
_ROUNDS = r"\b(?:first|second|third|round)\b"
_SHARED_OUT = (
    r"\b(?:polls?|votes?|ballots?|candidates?|surveys?|elections?|asked|said|answered)\b"
    r"|<p\d+> of (?:the|its|their|all) "
)
_OF_IT = r"<[pf]\d+> of (?:the|its|their|his|her|all|our|these|those) [a-z]"
_THE_REST = r"^(?:the|its|their) (?:other|remaining|rest, (?:about |some )?)(?: about| some| roughly)? ?{s:p}(?! of (?!the|it|them))"


SHARE, ANY = hint("<p"), hint("<p", "<f")


def read(group: Sequence[Passage]) -> Iterator[tuple[list[Place], Verdict]]:
    """Yield the shares of one whole, and whether they come to all of it or to more."""
    settled: set[int] = set()
    for at, passage in saying(group, SHARE):
        found = _in_sentence(passage, group[at - 1] if at else None)
        found = found or _across(group, at)
        if found:
            settled.add(passage.index)
            yield found
    for places in _runs(group):
        if not settled & {place.passage.index for place in places}:
            yield places, Verdict.CONFLICT


def total(places: Sequence[Place]) -> Interval:
    """Return what shares come to, in percent."""
    return _arithmetic.total_of(list(map(reading, places)))


def reading(place: Place) -> Interval:
    """Return what a share can be, in percent."""
    return _percent(place.passage.mention(place.slot))


def value(place: Place) -> Decimal:
    """Return a share as written, in percent."""
    mention = place.passage.mention(place.slot)
    value = mention.value or Decimal(0)
    return value if mention.unit == "percent" else value * ALL


def _percent(mention: Mention) -> Interval:
    if mention.unit == "percent" or mention.value is None:
        return mention.reading
    return Interval.point(mention.value * ALL)


def _in_sentence(
    passage: Passage, previous: Passage | None
) -> tuple[list[Place], Verdict] | None:
    """Return the shares of a sentence that come to all of a whole, or to more."""
    if passage.kinds.count("p") + passage.kinds.count("f") < _PAIR:
        return None
    places = _shares(passage)
    if not _PAIR <= len(places) <= _MOST or "<x" in passage.masked:
        return None
    sum_ = total(places)
    if sum_.meets(Interval(ALL - _SLACK, ALL + _SLACK)):
        told = len(places) > _PAIR or _exclusive_here(passage, previous, places)
        return (places, Verdict.AGREE) if told else None
    past = sum_.low is not None and sum_.low > ALL + _SLACK
    if finds(passage.masked, _AGO):
        return None  # "54 percent said yes; 11 years ago 57 percent said no"
    if past and _exclusive_here(passage, previous, places):
        return places, Verdict.CONFLICT
    return None


def _shares(passage: Passage) -> list[Place]:
    """Return the percentages of a sentence; fractions too, where they share out with them."""
    masked = passage.masked
    slots = _percentages(passage)
    # "With 99.5 percent of the polling stations counted, 51 percent said yes"
    if len(slots) > _PAIR and (aside := pattern(_COUNTED).match(masked)):
        slots = [slot for slot in slots if slot > int(aside["s"])]
    # Half of the land is forest, 38 percent farmland and the remaining 22 percent built up.
    if "<f" in masked:
        rest = finds(masked, _exclusive.REST)
        undecided = finds(masked, _exclusive.UNDECIDED)
        one = finds(masked, _exclusive.ONE)
        forms = {Form.FRACTION} if rest or one else set()
        forms |= {Form.FRACTION, Form.RATIO} if undecided else set()
        slots += [
            slot
            for slot, item in enumerate(passage.items)
            if isinstance(item, Fact)
            and item.mention.form in forms
            and (item.mention.modifier is None or not item.mention.modifier.is_bound)
            and not _told_again(masked, slot)
        ]
        slots.sort()
    return [Place(passage, slot) for slot in slots]


def _told_again(masked: str, slot: int) -> bool:
    """Return whether a fraction is told as a percentage too: "half of them, <48 percent>,"."""
    return finds(masked, rf"<f{slot}>[^<;]{{0,50}}, <p\d+>,")


def _percentages(passage: Passage) -> list[int]:
    return [
        slot
        for slot, item in enumerate(passage.items)
        if isinstance(item, Fact)
        and item.mention.dimension == "ratio"
        and item.mention.unit == "percent"
        and item.mention.form is Form.PLAIN
        and not _is_step(passage, slot)
    ]


def _is_step(passage: Passage, slot: int) -> bool:
    """Return whether something rises or falls by a percentage."""
    fact = passage.items[slot]
    by = isinstance(fact, Fact) and fact.motion is Motion.BY
    return by and finds(passage.masked, rf"{_BY}<{passage.kinds[slot]}{slot}>")


def _exclusive_here(
    passage: Passage, previous: Passage | None, places: Sequence[Place]
) -> bool:
    """Return whether the words of a sentence say that its shares leave each other out."""
    if finds(passage.masked, _OWNERS) or _is_breakdown(passage, places):
        return not _many_answers(passage)
    end = passage.span.end
    asked = previous.text.lower() if previous is not None else ""
    if "?" in (before := _paragraph(passage)[: passage.span.start - passage.span.end]):
        asked += before[-_AFTER:]
    after = passage.document.text[end : end + _AFTER].partition("\n")[0].lower()
    return _exclusive.leave_each_other_out(
        _pieces(places), f"{asked} {after}"
    ) and not _many_answers(passage)


def _is_breakdown(passage: Passage, places: Sequence[Place]) -> bool:
    """Return whether shares stand behind labels: "Sales by region: Asia 46 percent, ..."."""
    labelled = pattern(_LABELLED).search(passage.masked)
    if not labelled or len(places) < _FEWEST:
        return False
    lead, first = labelled["lead"], labelled["first"]
    if finds(lead, NO_LIST) or finds(first, _NO_LABEL):
        return False
    if not sum(map(value, places), Decimal(0)) <= _LISTED:
        return False
    return finds(lead, f"{STUFF_LEAD}|{OPENS_LIST}") or finds(
        labelled["last"], f"{_exclusive.REST}|{_exclusive.UNDECIDED}"
    )


def _pieces(places: Sequence[Place]) -> list[str]:
    """Return what stands before, between and after the shares of a sentence, as written."""
    passage = places[0].passage
    text = passage.document.text
    spans = [passage.mention(place.slot).span for place in places]
    starts = [passage.span.start, *(span.end for span in spans)]
    ends = [*(span.start for span in spans), passage.span.end]
    return [
        " ".join(text[start:end].lower().replace("\u2019", "'").split())
        for start, end in zip(starts, ends, strict=True)
    ]


def _across(group: Sequence[Passage], at: int) -> tuple[list[Place], Verdict] | None:
    """The Reds won 41 percent, the Blues 43. The remaining 26 percent went to others."""
    run = [group[at]]
    for before in reversed(group[max(0, at - _SENTENCES) : at]):
        near = before.block == run[0].block and before.index + 1 == run[0].index
        if not near or not {*"pf"} & {*before.kinds}:
            break
        run.insert(0, before)
    if len(run) == 1 or _least(run) <= ALL + _SLACK:
        return None
    if _labels(run):
        places = [Place(passage, passage.kinds.index("p")) for passage in run]
    elif any({*"xb"} & {*p.kinds} for p in run):
        return None
    else:
        places = _one_question(run)
    sum_ = total(places)
    if sum_.low is None or not ALL + _SLACK < sum_.low <= _LISTED:
        return None
    return (places, Verdict.CONFLICT) if len(places) <= _MOST else None


def _least(run: Sequence[Passage]) -> Decimal:
    """Return what all the shares of some sentences come to at least, and some of them at most."""
    lows = [
        _percent(passage.mention(slot)).low
        for passage in run
        for slot, kind in enumerate(passage.kinds)
        if kind in "pf"
    ]
    return sum([low for low in lows if low is not None and low > 0], Decimal(0))


def _labels(run: Sequence[Passage]) -> bool:
    """Return whether sentences are labels with a share each, and leave nothing over."""
    found = [pattern(_LABEL).match(passage.masked) for passage in run]
    labels = [match[1] for match in found if match]
    if len(labels) < max(len(run), _FEWEST) or _many_answers(run[0]):
        return False
    if any(finds(label, _NO_LABEL) or finds(label, NO_LIST) for label in labels):
        return False
    return finds(labels[-1], f"{_exclusive.REST}|{_exclusive.UNDECIDED}")


def _one_question(run: Sequence[Passage]) -> list[Place]:
    """Return the shares of sentences that share out one whole, the last of which ends it."""
    rest = _rest_of_it(run[-2:])
    if rest:
        return rest
    run = run[-_SEVERAL:]
    found = [
        [Place(passage, slot) for slot in _percentages(passage)] for passage in run
    ]
    if not all(found) or any("<f" in passage.masked for passage in run):
        return []
    pieces = [piece for places in found for piece in _pieces(places)]
    texts = [passage.masked for passage in run]
    if any(_exclusive.is_base(piece) for piece in pieces) or any(
        re.match(_ELSEWHERE, text) for text in texts[1:]
    ):
        return []
    places = [place for each in found for place in each]
    if len(texts) == _PAIR == len(places):
        wholes = [re.search(_OF_WHAT, text) for text in texts]
        same = wholes[1] is None or (
            wholes[0] is not None and wholes[0].group(1) == wholes[1].group(1)
        )
        made = same and all(re.search(_MAKE_UP, text) for text in texts)
        return places if made and _exclusive.name_sides(texts) else []
    others = any(re.match(_exclusive.OF_OTHERS, piece) for piece in pieces[_PAIR:])
    said = " ".join(texts)
    ends = finds(texts[-1], f"{_exclusive.REST}|{_exclusive.UNDECIDED}")
    asked = ends and finds(said, _SHARED_OUT) and not finds(said, _ROUNDS)
    return places if asked and not others else []


def _rest_of_it(run: Sequence[Passage]) -> list[Place]:
    """Return two shares, of which the second is told as the rest of what the first is of."""
    first, second = run
    match = pattern(_THE_REST).match(second.masked)
    shares = [at for at, kind in enumerate(first.kinds) if kind in "pf"]
    if not match or len(shares) != 1 or not finds(first.masked, _OF_IT):
        return []
    places = [Place(first, shares[0]), Place(second, int(match["s"]))]
    if not all(is_share(place.passage, place.slot) for place in places):
        return []
    words = [*_pieces(places[:1]), *_pieces(places[1:])]
    return [] if any(map(_exclusive.is_base, words)) else places


def _runs(group: Sequence[Passage]) -> Iterator[list[Place]]:
    """Yield shares that come to more than a whole although they share it out."""
    past = 0
    for at, _ in saying(group, ANY):
        if at < past or not _may_run(group, at):
            continue
        run = _run(group, at)
        if len(run) > _FEWEST - 1:
            yield from _judged(run)
        past = at + len({id(place.passage) for place in run})


def _may_run(group: Sequence[Passage], at: int) -> bool:
    """Return whether enough shares stand in sentences that may tell of nothing else."""
    shares = 0
    for passage in group[at : at + _SENTENCES]:
        kinds = passage.kinds
        if not shares and kinds.startswith("cp"):
            kinds = kinds[1:]
        kinds = kinds if shares else kinds.strip("dw")
        if not kinds or kinds.strip("pf") or passage.block != group[at].block:
            break
        shares += len(kinds)
    return shares >= _FEWEST


def _run(group: Sequence[Passage], at: int) -> list[Place]:
    """Return the shares of sentences that follow each other and tell of shares only."""
    found: list[Place] = []
    last: Passage | None = None
    for passage in group[at : at + _SENTENCES]:
        kinds, masked = passage.kinds, passage.masked
        asked = last is None and kinds.startswith("cp") and finds(masked, _ASKED)
        # When it holds may be told before the shares, and behind them.
        told = kinds.rstrip("dw") if last is None else kinds
        start = int(asked) or len(told) - len(told.lstrip("dw"))
        if not kinds or set(told[start:]) - set("pf"):
            break
        if last is not None and (
            between(last, passage) != ""
            or last.block != passage.block
            or finds(masked, _ELSEWHERE)
            or finds(masked, _WHOLE_OF)
        ):
            break
        wholes = len(pattern(_WHOLE_OF).findall(masked))
        if finds(masked, _NOT_ONE) or (
            wholes > 1 and not finds(masked, f"{_LIVES}|{_ONE_WAY}")
        ):
            break
        slots = [
            slot for slot in range(start, len(told)) if not _told_again(masked, slot)
        ]
        if not all(is_share(passage, slot) for slot in slots):
            break
        found += [Place(passage, slot) for slot in slots]
        last = passage
    percent = any(place.passage.kinds[place.slot] == "p" for place in found)
    return found if percent and len(found) <= _MOST else []


def is_share(passage: Passage, slot: int) -> bool:
    """Return whether a number is a plain share, and no bound or change."""
    item = passage.items[slot]
    if not isinstance(item, Fact) or item.mention.value is None:
        return False
    if _is_step(passage, slot):
        return False
    mention = item.mention
    bound = mention.modifier is not None and mention.modifier.is_bound
    if mention.form is Form.FRACTION:
        return not bound
    return mention.unit == "percent" and mention.form is Form.PLAIN and not bound


def _judged(run: Sequence[Place]) -> Iterator[list[Place]]:
    """Yield the shortest start of a run that is closed and comes to too much."""
    values = [value(place) for place in run]
    slack = _SLACK if run[0].passage is not run[-1].passage else Decimal(0)
    for start, end in combinations(range(len(run) + 1), 2):
        if abs(sum(values[start:end]) - ALL) <= slack:
            return
    for end in range(_FEWEST, len(run) + 1):
        cut = run[:end]
        whole = end == len(run) or run[end].passage is not cut[-1].passage
        sum_ = sum(values[:end], Decimal(0))
        if whole and ALL + _SLACK < sum_ <= _TOO_MUCH and _shares_out(cut, sum_):
            if _many_answers(cut[0].passage):
                return
            yield list(cut)
            return


def _shares_out(run: Sequence[Place], sum_: Decimal) -> bool:
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
        finds(first, shape) for shape in (_MADE, _ONE_WAY, _SOURCES, _LIVES, _FROM_EACH)
    ):
        return True
    said = " ".join(texts.values())
    if len(list(pattern(_STANDS).finditer(said))) == len(run) and finds(
        _paragraph(run[-1].passage), _POLL
    ):
        return sum_ <= _FAR
    if len(run) > _FEWEST and len(texts) == 1 and sum_ <= _NEAR:
        return not finds(first, _HAVING)
    return sum_ <= _FAR and (another or bool(lead and hands))


def _many_answers(passage: Passage) -> bool:
    """Return whether a paragraph says that one may be counted more than once."""
    return finds(_paragraph(passage), MANY)


def _paragraph(passage: Passage) -> str:
    """Return a paragraph up to the end of a sentence, in lower case."""
    document = passage.document
    start = document.blocks[passage.block].span.start
    return document.text[start : passage.span.end].lower()


def _before(place: Place) -> str:
    """Return the words between a share and the number or the mark before it."""
    return place.around()[0].rpartition(">")[2]
