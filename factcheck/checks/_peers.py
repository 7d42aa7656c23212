"""What is called the largest, or more than another, against the numbers of its peers.

"The highest of the four peaks is Tarn at 2,310 metres, ahead of the Skarv (2,245) and the Nebb
(2,380)": the one that is called the highest has its number next to the word, its peers have
theirs behind it, in the same sentence or the next. No peer can have more. Peers are told by a
count ("of the two"), a rank ("the second largest"), or a word that sets them beside it ("ahead
of", "followed by", "the other two", "another of them").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from factcheck.checks import _compare, _tallies
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import TOKEN, Passage, aligned, finds, hint, pattern
from factcheck.language.data import word_set
from factcheck.model import Form, Mention, Outcome, Period

LARGE = "larg|bigg|high|long|tall|deep|heavi|old|rich|wealthi|strong|dear|costli|prici|busi|wid|great|wet|warm|hott|steep|thick|loud|steep|sharp"
SMALL = "small|low|short|light|young|cheap|shallow|narrow|thin|cold|cool|dri|poor|few|weak|tini|quiet"
_LIST = r"(?:[a-z'-]+ ){0,3}(?:list|table|ranking|rankings|standings|charts?)"
_TWO = r"of the (?:(?:two|pair)\b|<c\d+>)"
_CUE = (
    rf"(?:\b(?:the|its|their|his|her|is|are|was|were|been|remains?|remained|again|still|ranks?)|'s?) (?:very |far )?(?:(?P<more>(?:{LARGE})est|most (?!ever\b)[a-z]+)|(?P<less>(?:{SMALL})est|least))\b(?! but\b| (?:[a-z]+ ){{0,3}}?(?:since|ever|in (?:<|years|decades|history|memory)|by |per |on record|that ))"
    rf"|\bthe (?:(?P<larger>(?:{LARGE})er)|(?P<smaller>(?:{SMALL})er)) (?:[a-z]+ )?{_TWO}"
    rf"|\b(?P<any>(?:more(?: [a-z]+)?|(?:{LARGE})er),? than (?:any other|all (?:the )?others|any of its|anyone|anybody|everyone else))\b"
    r"|\bthe (?P<fast>fastest|quickest)\b|\bthe (?P<slow>slowest)\b"
    rf"|(?P<top>\bat the (?:top|head) of the {_LIST} (?:is|are|was|were|stands?|stood|comes?|came)\b|\b(?:tops|topped|heads|headed) the {_LIST}|\bcame out (?:best|top|on top)\b)"
)
# What can be old, or cheap; other such words go with any amount.
_MEASURES = (
    ("old young", "at"),
    ("tall deep wide thick steep narr shal thin heav ligh loud warm hott cold cool wett dri", "m"),
    ("stro weak", "mcp"),
    ("dear cost pric chea poor rich weal", "er"),
    ("long shor", "mt"),
    ("fast quic slow", "t"),
)  # fmt: skip
_KINDS = {stem: kinds for stems, kinds in _MEASURES for stem in stems.split()}
# The smallest banks may well have the largest percentage.
_OF_SHARES = ("high", "low", "most", "least", "more", "best")
# "The biggest faller": of changes.
_OF_CHANGE = r"^ (?:[a-z]+ )?(?:fall|ris|los|gain|drop|increas|decreas|declin|jump|climb|mov|swing|cut|shar|turnout|slump|surg)[a-z]*\b"
# One of several such, or the second of them; and what is said not to be.
NOT_FIRST = r"(?:\b(?:second|third|fourth|fifth|next|one of|among|not|isn't|wasn't|never|of its|some of)|<c\d+>)(?:[- ]| of )$"
_RANKED = r"(?:second|third) (?:prize|place|came|was|is)|came (?:second|third)|in (?:second|third)|ranked (?:second|third|fourth|fifth|sixth)|runner-up|silver"
_PEER = (
    rf"\b(?:{_RANKED}|ahead of|followed by|followed|before|in front of|then (?:comes?|came)|came next|next|second|third|runner-up|another|the others?|whereas|while|also|its (?:brother|sister|rival|neighbour)"
    r"|(?:her|his|their|the) (?:rival|opponent|challenger|other)|and(?! (?:will|would|has|have|had|is|was|can|may|must)\b)|with)\b|[;(]|(?:^|, )(?:the )?[a-z'-]+(?: [a-z'-]+)?,? $"
)
# The next sentence is of peers only where it says so.
_OF_PEERS = rf"\b(?:{_RANKED}|third|others?|another|same|also|then (?:comes?|came)|next|followed|rivals?|brothers?|sisters?|siblings?|opponent)\b"
OTHERWISE = (
    r"\b(?:total|together|combined|in all|altogether|overall|average|mean|per|each|except|apart from|excluding|leaves? out|outside|elsewhere|abroad|ago|last (?:year|time)"
    r"|earlier|previous(?:ly)?|former|until|since|up from|down from|than in|year-on-year|record|limits?|threshold|target|capacity|forecast|expected|planned|only(?! (?:[a-z]+ )?(?:rivals?|challengers?|number two|second)\b)|natural|under-|for progress|per head|points? (?:ahead|behind|clear)"
    r"|respectively|relative|proportion\w*|adjusted|licen[cs]es?|permits?|allow(?:s|ed)?|insured?|room for|among the|heat|qualif\w*|handicap|corrected|allowance|worldwide|world|nationwide|would|could|may|if|debts?|cost)\b"
)
# "The dearest city, with an average rent of <e0>": that of the others is told alike.
_AVERAGE = r"\ban average (?:[a-z]+ )?of (?=<)"
# "If they voted now, Tarn would be first": so for all of them.
_POLLED = r"\b(?:if (?:there|they|people|voters|elections?|an election|the election|germans|all)\b|would|could)"
HINTS = hint(
    "est ", "est,", "the most ", "the least ", "er of the <", "of the pair", "than any", "than all",
    " top ", "tops ", "topped ", "heads ", "headed ", "than everyone", sources=(_CUE,),
)  # fmt: skip
# "The busiest of the three posts": what is told next is of the other two.
_SET = r"(?:est (?:[a-z]+ )?(?:of|among) (?:the|its|all)|^(?:of|among) (?:the|its|all)) <c(\d+)>"
_SIZE = r"\b(?:of|among|between|all|others?) (?:the |its |their |all )*$"
_ITS = r"^(?:it|its) [^<.;]{1,40}<(?P<kind>[cemrpat])(?P<slot>\d+)>"
_OTHER_TIME = r"\b(?:while|whereas|but|and) (?:in|on|by|last|this) ?<[dw]\d"
_SECOND = r"\bthe second[- ][a-z]+est\b"
_FAR, _REACH = 70, 40
_BREAK = re.compile(r"[;,:] | and | while | whereas | but ")
_WORDS = re.compile(r"[a-z'-]+")
# "It holds 50 billion in deposits", "her brother has 5": of other things, or hers.
_ENDS = r"^(?: [a-z]+)?(?: (?:was|were) [a-z]+ed)?(?: (?:for|on|after|as|when|because|following|thanks|in (?=<)) [^<]*(?:<[dw]\d+>)?)?[.)]?$"
_HIS = (
    r"\b(?:his|her|their|it|he|she|they) (?!(?:was|were|is|are|came|stood|amounted)\b)"
)
_PLACED = r"(?:between|from|of|in|at|to|beside|by|with|near)\b"
_SMALL_WORDS = word_set(
    """
    the a an and but while in at on of for to with by is are was were be been has had have it they there that this those
    these which who only just even about some nearly almost more than less then also too again still now here came come
    stood went got gets paid made took fell rose one ones each other others would could
    """
)

# "Pohl has 19, or 25 with those in the cup"
_WITH_MORE = r"^(?: [a-z]+)? (?:with (?:those|these|the)|including|counting)\b"


def outdone(group: Sequence[Passage], at: int) -> Iterator[Outcome]:
    """Yield the one that has more than the one that is called the largest of them.

    Args:
        group: The sentences of a document.
        at: Number of the sentence that says so.
    """
    passage = group[at]
    cues = list(pattern(_CUE).finditer(passage.masked))
    if len(cues) != 1 or passage.in_table:
        return
    cue = cues[0]
    words = pattern(_POLLED).sub("", pattern(_AVERAGE).sub("", passage.masked))
    if finds(passage.masked[: cue.start()], NOT_FIRST) or finds(words, OTHERWISE):
        return
    two = cue["larger"] or cue["smaller"]
    kinds = _kinds(cue)
    own = _own(passage, cue, kinds)
    said, start = passage, own.end() if own else 0
    following = group[at + 1] if at + 1 < len(group) else None
    if following is not None and following.block != passage.block:
        following = None
    if own is None and two and following is not None:
        # "The longer of the two is the Orn. It runs for 64 kilometres; the Sal, 79."
        said, following = following, None
        own = pattern(_ITS).match(said.masked)
        start = own.end() if own else 0
    if own is None or not _is_plain(said.mention(own["slot"])):
        return
    if own["kind"] not in kinds and said.mention(own["slot"]).unit:
        return
    mine = Place(said, int(own["slot"]))
    peers = _after(said, start, mine, kinds)
    unsure: list[Place] = []
    if following is not None:
        others = pattern(_SET).search(passage.masked)
        number = passage.mention(others[1]).value if others else None
        rest = int(number) - 1 - len(peers) if number else 0
        sure = bool(two or others)
        more, unsure = _following(following, mine, kinds, rest=rest, sure=sure)
        peers += more
    fewer = cue["less"] or cue["smaller"] or cue["fast"]
    beyond = _beyond(mine, peers, more=not fewer)
    if len(beyond) == 1 and not _beyond(mine, unsure, more=not fewer):
        yield _outcome(mine, beyond[0], more=not fewer)


def _following(
    passage: Passage, mine: Place, kinds: str, *, rest: int, sure: bool
) -> tuple[list[Place], list[Place]]:
    """Return the numbers of peers in the next sentence, and those that may be of others.

    Args:
        passage: The next sentence.
        mine: The number of the one that is called the largest.
        kinds: The kinds of numbers that can show it.
        rest: How many others there are, if that is told.
        sure: Whether it is known that it goes on about them.
    """
    words = passage.masked
    if finds(words, _SECOND):
        return [], []
    if finds(mine.passage.masked, _POLLED):
        words = pattern(_POLLED).sub("", words)
    if pattern(_CUE).search(words) or finds(words, OTHERWISE):
        return [], []
    told = sure or finds(words, _OF_PEERS)
    found = _after(passage, 0, mine, kinds, rest=rest) if told else []
    return (found, []) if found else _named(passage, mine, kinds)


def _kinds(cue: re.Match[str]) -> str:
    """Return the kinds of numbers that show who is the oldest, or the cheapest."""
    told = ("more", "less", "larger", "smaller", "any", "fast", "slow", "top")
    word = next(cue[name] for name in told if cue[name])
    shares = (
        word.startswith(_OF_SHARES)
        or bool(cue["top"])
        or finds(cue.string[cue.end() :], _OF_CHANGE)
    )
    usual = "cemrp" if shares else "cemr"
    return _KINDS.get(word[:4], _KINDS.get(word[:3], usual))


def _own(passage: Passage, cue: re.Match[str], kinds: str) -> re.Match[str] | None:
    """Return the number of the one that is called the largest: behind the word, or before it."""
    masked = passage.masked
    tokens = [
        token
        for token in TOKEN.finditer(masked)
        if token["kind"] in f"{kinds}c" and not _is_size(masked, token)
    ]
    for token in tokens:
        between = masked[cue.end() : token.start()]
        if token.start() >= cue.end() and not finds(
            between, r"^ (?:[a-z]+ )?of (?:the |its |all |these )*$"
        ):
            near = len(between) <= _FAR and not re.search(r"[;(](?!$)", between)
            beside = finds(
                between, r"\b(?:ahead of|followed by|while|whereas|before)\b"
            )
            if near and not beside:
                return token
            break
    before = [t for t in tokens if t.end() <= cue.start()]
    if before and cue.start() - before[-1].end() <= _REACH:
        return before[-1]
    return None


def _is_size(masked: str, token: re.Match[str]) -> bool:
    """Return whether a count says among how many: "of the 12", and not "a rent of <e0>"."""
    return token["kind"] == "c" and finds(masked[: token.start()], _SIZE)


def _after(
    passage: Passage, start: int, mine: Place, kinds: str, *, rest: int = 0
) -> list[Place]:
    """Return the numbers of peers from a place on; none where another number stands there.

    Args:
        passage: The sentence.
        start: Where to begin.
        mine: The number of the one that is called the largest.
        kinds: The kinds of numbers that can show it.
        rest: How many others there are, where that is told: as many numbers are theirs.
    """
    masked, found = passage.masked, []
    own = mine.passage.mention(mine.slot)
    tokens = [
        token
        for token in TOKEN.finditer(masked, start)
        if token["kind"] in f"{kinds}c"
        and aligned(own, mention := passage.mention(token["slot"])) is not None
        and _is_plain(mention)
        and not _is_size(masked, token)
        and not masked.startswith((" away", " years ago"), token.end())
    ]
    for token in tokens:
        between = masked[start : token.start()]
        if len(tokens) != rest and not finds(between, _PEER):
            return []
        if finds(between, _OTHER_TIME):
            return []
        found.append(Place(passage, int(token["slot"])))
        start = token.end()
    return found


def _named(
    passage: Passage, mine: Place, kinds: str
) -> tuple[list[Place], list[Place]]:
    """Return the numbers of others that are each told of a name, or a day, of its own.

    "The lowest rate is that of Tarn, 6.1 percent. It was 7.0 percent in Olm; Karst had 6.4."

    Returns:
        These numbers, and those of others that may be of something else.
    """
    own = mine.passage.fact(mine.slot)
    found: list[Place] = []
    unsure: list[Place] = []
    if passage.in_table or mine.passage is passage:
        return found, unsure
    days = {item.surface for item in mine.passage.items if isinstance(item, Period)}
    for token, clause, after in _told_of(passage, kinds):
        fact = passage.fact(token["slot"])
        if aligned(own.mention, fact.mention) is None:
            continue
        odd = fact.part or fact.per or fact.stance not in (None, own.stance)
        if odd or not _is_plain(fact.mention):
            return [], []
        whose = fact.names & frozenset(_WORDS.findall(clause))
        told = {item.surface for item in passage.times(clause)}
        if token["kind"] == "a":
            told = set()  # "turned 104 in March"
        dated = bool(days) and len(told) == 1 and told.isdisjoint(days)
        before = clause[: clause.find(token[0])]
        known = dated or (whose - own.names and not told)
        like = known and _is_like(before, after, mine.passage, fact.names)
        (found if like else unsure).append(Place(passage, int(token["slot"])))
    return found, unsure


def _is_like(before: str, after: str, first: Passage, names: frozenset[str]) -> bool:
    """Return whether a clause says nothing of its number that was not said of the first.

    Names may have what they are before them: "the miller Tarn gave up <p0>".
    """
    called = "|".join(sorted(map(re.escape, names))) or "$"
    after = re.sub(rf" (?:in|at|of) (?:the )?(?:{called})\b", "", after)
    if finds(before, _HIS) or not finds(after, _ENDS):
        return False
    bare = re.sub(rf"(?:\b(?!{_PLACED})[a-z'-]+ )*(?:{called})\b", " ", before)
    bare = re.sub(r"\bthe (?:same|one|rate|figure|price)\b(?: [a-z]+)?", " ", bare)
    words = _WORDS.findall(re.sub(r"<[a-z]\d+>", " ", bare))
    known = frozenset(_WORDS.findall(first.masked)) | _SMALL_WORDS
    left = [w for w in words if w not in known and not w.endswith("ed")]
    return not left or (len(left) == 1 and before.rstrip().endswith(left[0]))


def _told_of(passage: Passage, kinds: str) -> Iterator[tuple[re.Match[str], str, str]]:
    """Yield each number with its clause, and what of the clause follows it."""
    masked, start = passage.masked, 0
    tokens = [t for t in TOKEN.finditer(masked) if t["kind"] in f"{kinds}c"]
    for token, following in zip_longest(tokens, tokens[1:]):
        end = following.start() if following else len(masked)
        broken = _BREAK.search(masked, token.end(), end)
        stop = broken.start() if broken else end
        yield token, masked[start:stop], masked[token.end() : stop]
        start = broken.end() if broken else end


def _is_plain(mention: Mention) -> bool:
    return (
        mention.form in (Form.PLAIN, Form.AGE)
        and mention.modifier is None
        and mention.value is not None
    )


def _beyond(mine: Place, peers: Sequence[Place], *, more: bool) -> list[Place]:
    """Return the numbers that go beyond the one that is called the largest."""
    own = mine.passage.mention(mine.slot)
    beyond = []
    for peer in peers:
        masked = peer.passage.masked
        if finds(masked.partition(f"{peer.slot}>")[2], _WITH_MORE):
            continue
        both = aligned(own, peer.passage.mention(peer.slot))
        a, b = (_compare.convert(m.reading, m.unit) for m in both or (own, own))
        if not a.meets(b) and ((b.low or 0) > (a.low or 0)) == more:
            beyond.append(peer)
    return beyond


def _outcome(mine: Place, peer: Place, *, more: bool) -> Outcome:
    word, rank = ("more", "first") if more else ("less", "last")
    return _tallies.say(
        [mine.evidence(0), peer.evidence(1)],
        f"{mine.said()} is ranked {rank}, but {peer.said()} is {word}.",
        f"The words put {mine.said()} {rank}; by the numbers {peer.said()} is {word}.",
        agrees=False,
    )
