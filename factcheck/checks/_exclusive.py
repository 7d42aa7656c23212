"""The words that say that shares of one whole leave each other out, or that they need not.

"34 percent were 60 or older, 51 percent were between 25 and 59": what stands before, between
and after the shares tells whether somebody can be counted in two of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.checks._context import finds

# Words that make the parts exclude each other.
UNDECIDED = (
    r"\b(?:undecided|unsure|not sure|don't know|did not know|didn't know|do not know"
    r"|no opinion|no answer|no preference|did not say|didn't say|abstain(?:ed|ing)?|neither"
    r"|uncertain|declined to (?:say|answer)|no view|had not decided|were not sure"
    r"|refused to (?:say|answer)|blank|spoilt|spoiled|(?:not |un)known|not (?:stated|recorded|given)"
    r"|no reply|preferred not to say)\b"
)
REST = (
    r"\b(?:the rest|the remaining|the remainder|the other|others|all other|other"
    r"|(?:everything|everyone|everybody|all) else)\b"
)
# "the remaining 62 percent", "the rest, 55 percent,": at the end of what stands before a share.
_REST_BEFORE = (
    r"\b(?:the|its|their|his|her) (?:remaining|other|rest|remainder)(?: of (?:the |its |their |it|them)?(?:[a-z]+ )?|,| is| are| was| were|: ?| \(| -)? ?"
    r"(?:about|some|nearly|almost|roughly|just over|just under)?$"
)
# What asks for one answer from each.
ONE_ANSWER = (
    r"\b(?:pick|choose|name|select|give|tick|chose|picked|named) (?:just |only )?(?:the |their )?(?:one|a single|single)\b(?! or (?:more|two)| of the)"
    r"|(?<!than )\b(?:one|a single) answer\b|\b(?:the|only|just) one (?:issue|reason|thing|party|topic|question|answer|factor|person)\b"
)
ONE = (
    rf"{ONE_ANSWER}|\bsplit (?:into|between|among)"
    r"|\bbreak(?:s|down) (?:down )?(?:as|into|by)?|\bdivided (?:as follows|into|between|among)|\bbroken down|\bas follows|\b(?:made up|consists?|composed|comprised?) of\b"
    r"|\bcomprises\b|\bsingle (?:most|main|biggest|question|choice)\b|\b(?:main|chief|biggest|primary|top) (?:reason|issue|concern|worry|priority|cause|motive|source|means|mode|way|method|form|occupation|language)\b"
    r"|\bmost important\b|\b(?:one|a single|their|his|her|a) favou?rite\b|\b(?:two|three)-way race\b"
    r"|\b(?:share|own|divide) (?:the|their|its|all)\b|\b(?:blend|mixture|mix|alloy) of $|\b(?:blend|mixture|alloy) of\b"
)
# "Each has exactly one destination": then the shares leave each other out.
_ONE_EACH = (
    r"\b(?:each|everyone|everybody|every [a-z]+|all)(?: of (?:them|these|those|the [a-z]+))?"
    r" (?:has|have|had|gets?|got|chose|picked|gave|named|belongs? to|could (?:choose|pick|give|name)) "
    r"(?:exactly |only |just )?(?:one|a single)\b(?! or more| of the)"
    r"|\b(?:each|every|all) (?:[a-z]+ ){0,4}(?:(?:was|were|is|are) (?:put|given|listed|counted|assigned|entered|filed)(?: (?:in|into|under|as|to))?|falls? in(?:to)?) (?:exactly |only |just )?(?:one|a single)\b(?! or more)"
    r"|\b(?:one|a single) answer (?:each|only|per [a-z]+)\b"
    r"|\b(?:each|everyone|everybody|every [a-z]+|all)(?: of (?:them|these|those|whom|which|the [a-z]+))? (?:is|are|was|were) counted (?:only |just |exactly )?once\b"
    r"|\b(?:(?:each|all|everyone|everybody)(?: [a-z]+){0,2} asked to )?(?:name|pick|choose|give|named|picked|chose|gave) (?:its|their|his|her|the) (?:one|single) [a-z]"
)
_YEARS = r"(?:the age of )?(?:\d|[a-z]+ty\b|[a-z]+teen\b|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
_AGE = (
    rf"\b(?:under|over|between)[ -]{_YEARS}|\b(?:aged|older|younger|or over|or older|and over|years old|age group|in their)\b"
    rf"|\d-year-olds?\b|\b(?:those|people|children) from (?:\d+|[a-z]+) to (?:\d|{_YEARS})"
)
# "Under-18s form 24 percent": the band stands before its share.
_FORMS = r"\b(?:form|make up|made up|account(?:s|ed)? for|are|were|constitute[sd]?)\b"
_PEOPLE_SIDES = (
    (r"\b(?:men|males?|boys)\b", r"\b(?:women|females?|girls)\b"),
    (
        r"\b(?:urban|cities|towns?)\b",
        r"\b(?:rural|countryside|villages?|the country)\b",
    ),
)
_SIDES = (
    *_PEOPLE_SIDES,
    (
        r"\b(?:in favou?r|for|support(?:ed|s)?|approv(?:e[sd]?|ing)|agree[sd]?|said yes|yes|backed|welcomed|satisfied|favou?r(?:ed|s)?)\b",
        r"\b(?:against|oppos(?:e[sd]?|ing)|disapprov(?:e[sd]?|ing)|disagree[sd]?|said no|no|rejected|dissatisfied)\b",
    ),
    (
        r"\b(?:pass|passed|succeeded|succeed)\b",
        r"\b(?:fail|failed|flunked)\b",
    ),
    (
        r"\b(?:(?:got|get|getting|feels?|felt|is|are|was|were|did|do|doing) (?:much |a little )?better|better off|improved|recovered)\b",
        r"\b(?:worse|worse off|worsened|deteriorated)\b",
    ),
    (
        r"\b(?:on time|punctual(?:ly)?|on schedule|in time)\b",
        r"\b(?:late|delayed|behind schedule|too late)\b",
    ),
    (
        r"\b(?:happy|satisfied|content|pleased)\b",
        r"\b(?:unhappy|dissatisfied|displeased|discontented|not (?:happy|satisfied|pleased))\b",
    ),
    (r"\b(?<!its )(?<!their )(?<!her )(?<!his )own(?:ed|s)?\b", r"\brent(?:ed|s)?\b"),
    (r"\bsold\b", r"\bunsold\b"),
    (
        r"\b(?<!not )(?:guilty|convicted)\b",
        r"\b(?:acquitted|not guilty|cleared|innocent)\b",
    ),
    (r"\b(?:healthy|sound)\b", r"\b(?:sick|ill|diseased)\b"),
    (r"\bmarried\b", r"\b(?:single|unmarried)\b"),
    (r"\b(?:employed|in work|have a job)\b", r"\b(?:unemployed|out of work|jobless)\b"),
    (r"\b(?:upheld|granted)\b", r"\b(?:dismissed|denied|refused|turned down)\b"),
    (r"\bfull[ -]time\b", r"\bpart[ -]time\b"),
    (r"\b(?<!non-)smokers?\b", r"\bnon-smokers?\b"),
    (r"\b(?:survived|alive)\b", r"\b(?:died|dead|perished)\b"),
    (r"\bright-handed\b", r"\bleft-handed\b"),
)
# "55 percent of cases in healthy calves, but 63 in sick ones": each side is a whole.
_WITHIN_SIDES = tuple(
    rf"\bof [a-z'-]+ (?:in|among) (?:the )?{side}"
    for pair in _SIDES[len(_PEOPLE_SIDES) + 1 :]
    for side in pair
)
_GAMES = (r"\bw[io]n(?! back)s?\b", r"\b(?:los[te]|loses)\b")
_OUTCOMES = (*_SIDES[3:], _GAMES)
_PLAYED = r"\b(?:match(?:es)?|games?|races|cases|bouts?|fights?|duels?|sets|trials|appeals|lawsuits|rounds|contests|frames|tie-breaks)\b"
_ONCE = (
    r"\b(?:single|main|chief|primary|principal|most important|sole) [a-z]|\bmainly\b|\bone (?:[a-z]+ ){0,2}(?:each|only|per)\b|\bonly one\b|\b(?:is|are|was|were) (?:[a-z]+ )?counted (?:only |just |exactly )?once\b"
    r"|\b(?:country|place|region) of (?:birth|origin)\b|\bmother tongue\b|\bwhich one (?!or\b)|\bone (?:answer|issue|thing|language|reason|cause|choice)\b"
    r"|\b(?:lik|prefer|trust|fear|lov|valu)(?:ed?|red) (?:best|most)\b|\b(?:best|most) (?:liked|loved|trusted|feared|wanted)\b|\bfavou?rite\b|\bwhich of (?:the|these|those|its|their)\b"
    r"|\b(?:two|three|four|five|six) (?:classes|groups|categories|kinds|types|camps|grades|parts|sources|ways)\b|\b(?:divid|sort|group|classifi|split)[a-z]* [^.;:]*\binto\b"
)
# Two shares that speak of two places, times or groups.
_CONTRASTS = tuple(
    tuple(rf"\b{word}(?:ern|s)?\b" for word in pair.split())
    for pair in (
        "home away", "north south", "east west", "upper lower", "morning evening", "morning afternoon", "summer winter", "spring autumn", "drug placebo",
        "weekday weekend", "public private", "day night", "first second", "old new", "young old", "large small", "domestic foreign",
    )
)  # fmt: skip
_SCOPE = r"(?:[,;.] |\band |\bbut |\bwhile )(?:in|of|at|on|among|for|during|with|elsewhere)\b (?!favou?r|balance|foot|time|average)(?:the )?[a-z]+[^<]*$"
_FOR = r"^(?:for|in|among)\b"
_LIVE = r"\b(?:live|living|lived|born|reside|work|make up|made up|makes up|account|accounts|accounted)\b"
_OF_SIDE = (
    r"(?:^|[,;.] | and | but )of (?:all |the )?(?:men|women|boys|girls|males|females)\b"
)
# "54 percent of the young" is a share of another whole.
OF_OTHERS = r"of (?:the |those |all |its |their )?(?!it\b|votes?\b|total\b|whole\b|seats\b)[a-z]+"
_OF_SAME = r"^of (?:the |those |all |its |their )?([a-z]+)"
_BASE = (
    r"\b(?:of (?:the|its|their) [a-z]+ (?:voting|taking part|turning out)|of (?:those|the(?:m|se)|whom|which) (?:who|that|aged|under|over|with|in)|(?<!make )(?<!makes )(?<!made )(?<!making )(?<!takes )(?<!take )(?<!took )up|down|from|than(?! (?:half|two|three|an? (?:third|quarter|fifth|tenth))\b)|compared"
    r"|measured|against all|against the (?:dollar|euro|pound|yen|franc|mark|same|average|previous|year)|rose|fell|by \w+ percent|increase|decrease|more than one|several|multiple|respectively|both|also|each|turnout|confidence|margin of error|accuracy|likely|inflation|interest(?! (?:takes|took|payments|costs))|yields?|yielding"
    r"|maturity|coupons?|at a price|priced|growth|unemployment|last (?:year|month|week|time)|previous(?:ly)?|earlier|year ago|used to|(?<!spread )(?<!shared )(?<!split )(?<!divided )(?<!distributed )among)\b"
)
# "Of those who replied, 61 percent": all the shares are of these.
_OF_ALL = r"^of (?:all )?(?:those|these|the [a-z]+) (?:who|that|which|asked|surveyed|polled|questioned) ?[^,]*,(?: |$)"
# "Wind gave 41 percent last year, coal 38 percent": when all of it was; "against 38 percent this year" is not.
_SETTING = r"\b(?:last|this) (?:year|month|week|season|summer|winter|spring|autumn)\b"
_OTHER_TIME = r"\b(?:last|this|next|previous) (?:year|month|week|season|summer|winter|spring|autumn|time)\b|\b(?:now|today|ago|earlier|before|previously|then|since|again)\b"
_YEAR = r"\bin (?:19|20)\d\d\b"
# "From the army to the opera" names what a part covers, and is no change.
_FROM_TO = r"\bfrom (?:the |its |their |our )?[a-z'-]+(?: [a-z'-]+)? to (?!the (?:year|month|week)\b)"
# "comes from coal" names a source; "from 40 percent" is a change.
_NAMED_FROM = r"\bfrom (?=[a-z])"
# "rent from the council": whom, and no older value.
_FROM_WHOM = r"(?<!up )(?<!down )\bfrom (?=(?:the|an?|its|their) (?!(?:[a-z]+ )?(?:year|month|week|quarter|poll|survey|time)\b)[a-z])"
_AGED_FROM = rf"\b(?:those|people|children) from (?=(?:\d+|[a-z]+) to {_YEARS})"
_DID_NOT = r"^(?:did|do|does|had|have|has|was|were|is|are|would|will|could) not(?: [a-z]+)?[.,;]?$"
_ONE_OF_TWO = r"(?:^|, |\bof )one (?!of\b)|\bone of the (?:two|pair|houses)\b"
_EITHER = r"(?<![\d,]) or$"
# "48 percent have type A, 39 percent type B"
_KIND = r"^(?:[a-z]+ ){0,5}?(?P<kind>[a-z]{4,}) (?P<name>(?!is|in|at|on|to|by|of|or|as|an|it|we|he)[a-z]{1,2})(?=[ ,.;)]|$)"
_MATERIAL = (
    r"(?:cotton|wool|linen|silk|polyester|nylon|hemp|flax|leather|gold|silver|copper|zinc|tin|lead|iron|steel|nickel|alumini?um|bronze|brass|platinum|chrome|plastic|glass|paper|wood|stone|concrete|clay|sand|silt|gravel|lime|peat"
    r"|water|ice|rock|ash|sugar|fat|protein|salt|alcohol|fruit|milk|butter|flour|oil|honey|juice|cream|cocoa|coffee|rye|wheat|oats|barley|maize|rice|spruce|beech|oak|pine|birch|larch|ash|maple|fir|elm|forest|farmland|desert|meadow|grass"
    r"|nitrogen|oxygen|argon|hydrogen|helium|carbon|methane|ethanol|petrol|diesel|grape|merlot|cabernet|pinot|malt|straw|cement|fuel)"
)
# "80 percent cotton and 30 percent linen"
_MADE_OF_TWO = rf"^{_MATERIAL}(?:,? and|,|,? with)$"
# "Nobody could pick both"; "nobody else lent a hand"
_CLOSED = (
    r"\b(?:no ?one|nobody|none|no [a-z]+) (?:[a-z]+ ){1,4}(?:both|two|twice|more than one)\b|\b(?:nobody|no ?one|nothing) else\b"
    r"|\bthere (?:is|are|was|were) (?:no|not a single|no one|nothing) (?:other|others|else|more|third|further)\b|\bno (?:other|third) [a-z]+\b|\b(?:its|the) only (?:two|three|four|five|[a-z]+s)\b"
)
_TWO_ONLY = r"\b(?:run-?off|two-way|head-to-head|two-horse|between (?:just |only )?two|both candidates|the two (?:candidates|sides|camps|parties))\b"
# "The state has 64 percent of the shares and a fund 48 percent": nothing of it goes to two.
_HAS_OF = r"\b(?:heats|powers|feeds|fuels|gets?|got|w[io]ns?|t(?:ake|akes|ook)|has|have|had|holds?|held|owns?|owned|do|does|did|pays?|paid|s[eo](?:ll|lls|ld)|suppl(?:y|ies|ied)|provide[sd]?|produce[sd]?|wrote|scores?|scored|carr(?:y|ies|ied)|receive[sd]?|controls?|controlled|poll(?:s|ed)|grows?|grew|bears?|bore)$"
_AND_OTHER = r"^of (?:the |its |their |all |his |her )?(?:[a-z'-]+ ){0,2}?[a-z'-]+(?: cast)?(?: (?:in|on|at) (?:the |its )?[a-z]+)?,? (?:and|while|against|to|with)? ?(?!but\b|after\b|before\b|since\b|when\b|later\b|once\b|she\b|he\b|it\b|they\b|so\b|as\b|in\b|on\b|at\b|for\b|by\b|from\b|then\b|now\b|about\b|over\b|of\b|a year|last|another|some)(?:[a-z'.-]+ ){0,3}[a-z'.-]+$"
_LABEL_ONLY = r"^(?:and|while|,)? ?(?!in\b|on\b|at\b|for\b|by\b|from\b|of\b|are\b|is\b|were\b|was\b|have\b|has\b|had\b)(?:[a-z'.-]+ ){0,3}[a-z'.-]+(?:,? and)?$"
_MAKES = r"\b(?:mak(?:e|es|ing)|made) up$|\b(?:accounts?|accounted) for$|\bt(?:ake|akes|ook) up$"
_OF_THE_LAST = r"^of (?:it|them|(?:the|all) [a-z]+)[.,;]?$"
_NOT_BOTH = r"\b(?:no ?one|nobody|none|no [a-z]+) (?:[a-z]+ ){1,4}(?:both|two|twice|more than one)\b"
_ENDS = r"^[.,;)]?$|^[;,.] "
_QUESTION = (
    r"\bwhere (?:does|do|did) [^?]{2,60} (?:go|come from)\?|\bhow (?:is|are|was|were|does|do|did) [^?]{2,60} (?:spent|divided|shared|split|used|made up|get to|go to|travel|come to|spend)[^?]{0,30}\?"
    r"|\bwhat (?:is|are|was|were) [^?]{2,60} (?:made of|spent on|used for)\?|\bwho owns [^?]{2,60}\?"
)
_TELLS_LAST = r"^[.,;)]?$|^(?:is|are|goes (?:to|on|into)) (?:[a-z-]+ ){0,2}[a-z-]+[.]?$"
_VOTES = r"\bof the (?:vote|votes|ballot|seats|market)\b"


def leave_each_other_out(given: Sequence[str], asked: str) -> bool:
    """Return whether the text says that the shares leave each other out.

    Args:
        given: What stands before, between and after the shares, in lower case.
        asked: The sentence before, and what follows.
    """
    pieces = list(given)
    count = len(pieces) - 1
    two = count == 2  # noqa: PLR2004 a pair has two sides
    alone = re.search(_ONE_EACH, pieces[0]) is not None
    pieces[0] = re.sub(_ONE_EACH, " ", pieces[0])
    closed = re.search(_CLOSED, f"{pieces[-1]} {asked}") is not None
    never_both = re.search(_NOT_BOTH, f"{pieces[-1]} {asked}") is not None
    pieces[-1] = re.sub(_CLOSED, " ", pieces[-1])
    if _are_of_kinds(pieces):
        return True
    if _speak_of_others(pieces):
        return False
    if re.search(_REST_BEFORE, pieces[-2]):
        return not re.search(_ONE_OF_TWO, pieces[0])
    after = all(re.search(_AGE, piece) for piece in pieces[1:])
    if after or _are_bands(pieces):
        return True
    if two:  # "65 percent of sales against 66" has no two sides
        pieces[1] = pieces[1].removesuffix(" against")
        return (
            _are_two_sides(pieces)
            or _are_materials(pieces)
            or (
                not re.search(_SCOPE, pieces[1])
                and (never_both or _are_of_two(pieces, asked))
            )
        )
    said = " ".join(pieces)
    return (
        alone
        or closed
        or _are_labelled(pieces, asked)
        or _sided(pieces[1:])
        or _sided(pieces, _OUTCOMES)
        or re.search(UNDECIDED, said) is not None
        or re.search(REST, " ".join(pieces[-2:])) is not None
        or re.search(_ONE_EACH, asked) is not None
        or re.search(f"{ONE}|{_VOTES}", f"{asked} {said}") is not None
    )


def _are_of_kinds(pieces: Sequence[str]) -> bool:
    """Return whether each share is followed by the same noun with another letter: "type A"."""
    found = [re.match(_KIND, piece) for piece in pieces[1:]]
    kinds = [match["kind"] for match in found if match]
    names = {match["name"] for match in found if match}
    several = len(pieces) > 3  # noqa: PLR2004 three shares or more
    return several and len(names) == len(found) and len(set(kinds)) == 1


def _speak_of_others(pieces: Sequence[str]) -> bool:
    """Return whether words of change, or of other wholes, stand with the shares."""
    pieces = [re.sub(_OF_ALL, " ", pieces[0]), *pieces[1:]]
    said = " ".join(_set(pieces))
    spread = said = re.sub(_AGED_FROM, "aged ", said)
    if len(pieces) > 3:  # noqa: PLR2004 three shares or more
        spread = re.sub(_FROM_WHOM, "by ", re.sub(_FROM_TO, "to ", said))
        if re.search(REST, pieces[-2]):
            named = [re.sub(_NAMED_FROM, " ", piece) for piece in _set(pieces)]
            spread = re.sub(_FROM_TO, "to ", " ".join(named))
    if re.search(_BASE, spread) or re.search(_YEAR, " ".join(pieces[1:])):
        return True
    # "25 percent now or 30 percent at a later date"
    if any(re.search(_EITHER, f" {piece}") for piece in pieces[1:-1]):
        return True
    return any(re.search(_OF_SIDE, piece) for piece in pieces) or any(
        re.match(OF_OTHERS, piece) for piece in pieces[2:]
    )


def _set(pieces: Sequence[str]) -> list[str]:
    """Return the words around shares without the one time that all of them are of."""
    times = re.findall(_OTHER_TIME, " ".join(pieces))
    if len(times) != 1 or not re.search(_SETTING, " ".join(pieces[:2])):
        return list(pieces)
    return [re.sub(_SETTING, " ", piece) for piece in pieces]


def _are_bands(pieces: Sequence[str]) -> bool:
    """Return whether an age group stands before each share, and no more is said of them."""
    return (
        all(re.search(_AGE, piece) for piece in pieces[:-1])
        and re.search(_FORMS, " ".join(pieces[:-1])) is not None
        and re.match(r"(?:of [a-z' ]+)?[.,;)]?$", pieces[-1]) is not None
    )


def _are_two_sides(pieces: Sequence[str]) -> bool:
    """Return whether two shares are of the two sides of one question."""
    said = " ".join(pieces)
    if re.search(_SCOPE, pieces[1]) or any(
        all(re.search(word, said) for word in pair) for pair in _CONTRASTS
    ):
        return False
    if re.match(_DID_NOT, pieces[2]):
        return True
    wholes = {match[1] for p in pieces[1:] if (match := re.match(_OF_SAME, p))}
    if len(wholes) > 1:
        return False
    if all(re.match(_FOR, p) for p in pieces[1:]) and not re.search(_LIVE, said):
        return _sided(pieces[1:], _SIDES[len(_PEOPLE_SIDES) :])
    if any(finds(pieces[1], side) for side in _WITHIN_SIDES):
        return False
    return _sided(pieces[1:]) or _sided(pieces[:2])


def _are_materials(pieces: Sequence[str]) -> bool:
    """Return whether two shares are of what a thing is made of: "80 percent cotton"."""
    return (
        re.match(_MADE_OF_TWO, pieces[1]) is not None
        and re.match(rf"{_MATERIAL}\b(?! [a-z])", pieces[2]) is not None
    )


def _are_of_two(pieces: Sequence[str], asked: str) -> bool:
    """Return whether two hold shares of one thing, as candidates do."""
    if re.search(_TWO_ONLY, f"{asked} {pieces[0]}") and "vote" in " ".join(pieces):
        return True
    if not re.search(f"{_HAS_OF}|{_MAKES}", pieces[0]):
        return False
    if re.match(_AND_OTHER, pieces[1]):
        return re.match(_ENDS, pieces[2]) is not None
    label = re.match(_LABEL_ONLY, pieces[1])
    return label is not None and re.match(_OF_THE_LAST, pieces[2]) is not None


def _are_labelled(pieces: Sequence[str], asked: str) -> bool:
    """Return whether three shares or more of one thing stand each behind a name."""
    if not all(re.match(_LABEL_ONLY, piece) for piece in pieces[2:-1]):
        return False
    if re.search(_QUESTION, asked):
        return re.match(_TELLS_LAST, pieces[-1]) is not None
    return (
        re.search(f"{_HAS_OF}|{_MAKES}", pieces[0]) is not None
        and re.match(_AND_OTHER, pieces[1]) is not None
        and re.match(_ENDS, pieces[-1]) is not None
    )


def _sided(
    pieces: Sequence[str], sides: Sequence[tuple[str, str]] = (*_SIDES, _GAMES)
) -> bool:
    """Return whether two pieces name the two sides of one question."""
    said = "\n".join(pieces)
    return any(
        finds(said, a)
        and finds(said, b)
        and (_name(pieces, a, b) or _name(pieces, b, a))
        for a, b in sides
        if (a, b) != _GAMES or finds(said, _PLAYED)
    )


def _name(pieces: Sequence[str], one: str, two: str) -> bool:
    return any(re.search(one, p) for p in pieces[:-1]) and any(
        re.search(two, p) for p in pieces[1:]
    )


def name_sides(texts: Sequence[str]) -> bool:
    """Return whether two sentences name the two sides of one question."""
    return _sided(texts)


def is_base(piece: str) -> bool:
    """Return whether words speak of a change, or of another whole."""
    return re.search(_BASE, re.sub(_NAMED_FROM, " ", piece)) is not None or (
        re.match(_OF_SIDE, piece) is not None
    )


def counted_once(words: str) -> bool:
    """Return whether a text says that each of a whole is in one part only."""
    return finds(words, _ONCE) or one_each(words)


def one_each(words: str) -> bool:
    """Return whether each of a whole is said to be in one of its parts."""
    return re.search(_ONE_EACH, words) is not None
