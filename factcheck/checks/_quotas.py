"""Shares that take up the one part and whole beside them, in whatever words.

"1,710 of its 1,900 elms were lost, so that 90 percent of the elms are gone", "With 27 of the 45
seats, it holds 60 percent of the chamber", "Seven of the 56 wells were closed, which is 12
percent": what ties them is where the share stands, a word that draws a
conclusion, or one that names the share. What it is said to be of must be told with the two, or be
a word for a whole such as "the fleet".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.checks import _shares, _wholes
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import TOKEN, Passage, aligned, finds, pattern, search
from factcheck.checks._shares import HEDGE, Claim
from factcheck.language.data import word_set
from factcheck.model import Form

_HEDGES = rf"(?:(?:{HEDGE}|a full|fully|a good|now|only|no) )*"
_NAME = r"(?:share|proportion|rate|percentage|quota|ratio|fraction)"
# Right before a share that is set beside its numbers.
_BESIDE = (
    r"(?:[,:;(]| -|\.{3}) ?(?:(?:or|that is|that's|i\.e\.|namely|(?:which|that) is to say|in other words,?|put differently,?|(?:which|that|this) (?:is|was|makes|made|equals)|equal to|giving|making) )*"
    rf"(?:(?:an? |the )?(?:[a-z-]+ )?{_NAME} (?:of|at) )?{_HEDGES}$"
)
# "Six of the 48 lost land; the largest loss, 12 percent, was in Arle": it is of what is named before it.
_NEW = r";|[,:] (?:the|an?|its|their) [^<,]*$"
# A conclusion, drawn from what was told.
_SO = (
    r"(?:(?:^|[,;:(] | - |\band |\bwhich )(?:so(?: that)?|thus|therefore|hence|which (?:means?|meant|gives?|gave|puts?)|meaning(?: that)?|making"
    r"|in other words|in short|put (?:differently|another way)|(?:that|this) (?:means?|meant|makes)|giving)\b|\b(?:thus|therefore|accordingly|consequently|hence)\b)"
)
_SO_FAR = rf"{_SO}[^<;]*$"
# "With 27 of its 45 seats, the alliance holds 60 percent of the chamber"
_WITH = r"^(?:with|having|by winning|winning|holding|taking) "
_HOLDS = rf", [^<,;:]{{1,60}} (?:holds?|held|controls?|controlled|has|had|have|commands?|owns?|owned|takes?|won|fills?) {_HEDGES}$"
_THAT = rf"^[\"'(]?(?:and |so |but )?(?:that|this|which|it) (?:is|was|makes?|made|means?|meant|represents?|equals|comes to|amounts to|gives|(?:puts|brings|leaves) [^<]{{1,40}}) (?:an? |the )?{_HEDGES}$"
# "At 60 percent, payment is slow": what the two numbers come to.
_AT = rf"^at {_HEDGES}<,? (?:the|its|their|his|her|this|that|it|they|[a-z]+ (?:is|was|remains?)) ?(?!(?:next|second|neighbou?ring|other)\b)"
_OF_OTHERS = r"^(?:for|in|among|at|on|outside|with) (?!<|all\b|total\b|other words\b|short\b)[a-z]"
_FULL = r"^ (?:full|empty|booked|sold out|taken|occupied)\b"  # of the places there are
_THIS = r"(?:^|[;,:] )(?:this|that|the same|such a) $"
_NAMED = (
    rf"\b(?:the|this|that|their|its|such a|a) (?P<which>(?:[a-z-]+ ){{0,2}}?){_NAME}\b(?! (?:in|among|for|at|on)\b)"
    r"(?: of (?P<of>[a-z' -]+?)(?= (?:is|was|at|to)\b))?"
)
# "Every second goal, 14 of 70,": the numbers stand beside the share.
_ASIDE = r"^[^<;:]{0,60}?(?:,| -|\(|:) ?(?:or |that is |namely |i\.e\. |about |some )*$"
_CLOSED = r"^(?: [a-z'-]+){0,3}?(?:[,.;)]| -|$)"
_CLOSED_OFF = r" ?(?:[,.;:)]|-|$)"
_EXPLAINED = r"^[^<;]{0,60}?(?:: (?:there (?:are|were) |it has |they have )?|, (?:with|as|since|because|after) (?:only |just )?)(?:[a-z]+ )?$"
_RATED = r"\b(?:turnout|share|proportion|rate|percentage|occupancy|quota|make up|made up|makes up|account(?:s|ed)? for)\b[^<]*$"
_OF = r"^,? (?:of |the (?=[a-z]+ (?:was|were|is|are|could|had|has|have)\b))(?P<np>(?:(?!,|\.|;|:|\(|<| (?:is|are|was|were|has|have|had|will|would|could|came|went|voted|said|lives?|paid|fail(?:ed|s)?)\b).)*)"
# "With 31 of 48 precincts in, she has 52 percent": so much of the votes so far.
_COUNTED = r"> (?:[a-z]+ )?(?:precincts|stations|districts|wards|constituencies|ballots|votes)(?: having)?(?: been)? (?:in|counted|reporting|declared|reported)\b"
_THE_PART = r"^(?: of)? (?:them|these|those|whom|which)\b"
_ELSEWHERE = r"\b(?:last|previous|across|district|region|national|nationwide|average|elsewhere|outdoors|indoors|outside|abroad|country|usual(?:ly)?|target|goal|expected|forecast|would|could|should|need(?:ed|s)?|at least|earlier|before|aim|other|others|women|men|compared|than|against|from|up|down|rose|fell|final|both|each)\b"
_BARE = (
    r"{a:cem}(?: [a-z-]+)? (?:out )?of(?: (?:about|some|around|the|its|their|his|her|all|an?))*"
    r"(?: (?:[a-z-]+ ){1,2}of(?: (?:about|some))?)? {w:cem}"
    r"|{b:cem}(?: (?:in|of) [a-z-]+(?: [a-z-]+)?)? out of (?:an?|the|its|their) (?:[a-z-]+ )?[a-z-]+ of {v:cem}"
)
_AMONG = r"(?:^|[,;:(] ?|: )(?:of|among|from|out of) (?:an? |the |its |their |all )?(?:[a-z-]+ ){0,2}?(?:of )?{w:cem}[^<;:]{0,60}?, (?:[a-z'-]+ ){0,6}?{a:cem}"
_THEM = r"{a:c} of them (?:among|in|out of) (?:the|its|their|all)(?: [a-z]+)? {w:c}"
# Words for a whole of any kind, and those for one of some kind.
_ANY = word_set(
    "total whole all capacity lot volume sum amount number sample entire places cases"
)
_GROUPS = word_set(
    """
    fleet workforce staff team class population electorate membership herd flock stock timetable
    budget chamber assembly council parliament house board network crop harvest catch collection
    estate course orchestra cast grant money spending costs crew payroll inventory
    """
)
_ARTICLES = word_set("the its their his her our these those this")
_OTHERS = word_set("what that a an who which before had normal usual last next than")
_STEM = 5
_TWO = 2


class _Pair(NamedTuple):
    part: Place
    whole: Place


def claims(group: Sequence[Passage], at: int) -> Iterator[Claim]:
    """Yield the one share of a sentence with the one part and whole that it takes up.

    Args:
        group: The sentences of a document.
        at: Number of the sentence with the share.
    """
    passage = group[at]
    near = passage.amounts + (group[at - 1].amounts if at else 0)
    if near < _TWO or passage.in_table:
        return
    spots = _shares.spots(passage.masked)
    if len(spots) != 1:
        return
    spot = spots[0]
    before, after = passage.masked[: spot.start], passage.masked[spot.end :]
    if pattern(_THE_PART).match(after) or search(passage.masked, _COUNTED):
        return
    previous = group[at - 1] if at and _follows(group[at - 1], passage) else None
    pair = _pair(group, at)
    if pair is not None:
        tied = _is_tied(passage, pair, before, after)
    else:
        pair = None if previous is None or passage.amounts else _pair(group, at - 1)
        tied = pair is not None and _is_taken_up(passage, pair, before, after)
    share = _shares.stated(passage, spot) if tied else None
    if pair is None or share is None:
        return
    yield Claim(share, pair.part, (pair.whole,), sure=True)


def _follows(previous: Passage, passage: Passage) -> bool:
    return previous.block == passage.block and previous.index + 1 == passage.index


def _pair(group: Sequence[Passage], at: int) -> _Pair | None:
    """Return the one part and its whole that a sentence tells, with the one before it."""
    passage = group[at]
    masked = passage.masked
    found = dict.fromkeys(_wholes.pairs(passage))
    for source in (_BARE, _AMONG, _THEM):
        match = None if found else search(masked, source)
        slots = match and [int(each) for each in match.groups() if each]
        if slots and _is_smaller(passage, slots[0], passage, slots[-1]):
            found[slots[0], slots[-1]] = None
    if len(found) == 1:
        part, whole = next(iter(found))
        return _Pair(Place(passage, part), Place(passage, whole))
    if found:
        return None
    for slot, noun in _wholes.referring(masked):
        wholes = _wholes.wholes(group, at, slot, noun=noun)
        return _Pair(Place(passage, slot), wholes[0]) if len(wholes) == 1 else None
    return None


def _is_smaller(passage: Passage, part: int, source: Passage, whole: int) -> bool:
    a, w = passage.mention(part), source.mention(whole)
    if {a.form, w.form} != {Form.PLAIN} or not a.value or not w.value:
        return False
    pair = aligned(a, w)
    return pair is not None and pair[0].unit == pair[1].unit and a.value < w.value


def _is_tied(passage: Passage, pair: _Pair, before: str, after: str) -> bool:
    """Return whether a share in the sentence of its part is told of it."""
    masked = passage.masked
    spans = [
        token.span()
        for token in TOKEN.finditer(masked)
        if Place(passage, int(token["slot"])) in (pair.part, pair.whole)
    ]
    first, last = spans[0][0], spans[-1][1]
    end = len(masked) - len(after)
    if last <= len(before):
        return _is_tied_after(masked, masked[last : len(before)], after, pair)
    if end > first or len(spans) != _TWO:
        return False
    mid = masked[end:first]
    if pattern(_ASIDE).match(mid):
        direct = pattern(_BARE).match(masked, first)
        closed = mid.endswith(": ") or pattern(_CLOSED).match(masked[last:])
        return bool(direct and closed)
    rated = finds(before, _RATED) or ":" in mid
    return rated and bool(pattern(_EXPLAINED).match(mid))


def _is_tied_after(masked: str, mid: str, after: str, pair: _Pair) -> bool:
    """Return whether a share is told of the part and whole that stand before it.

    Args:
        masked: The marked sentence.
        mid: What stands between them and the share.
        after: What follows the share.
        pair: The part and the whole.
    """
    if finds(mid, "<[cem]") or not _is_of_them(after, pair):
        return False
    beside = search(mid, _BESIDE)
    if beside and _is_closed(after) and not finds(mid[: beside.start()], _NEW):
        return True
    if finds(mid, _SO_FAR):
        return True
    if finds(mid, _THIS):
        return True
    return bool(pattern(_WITH).match(masked) and pattern(_HOLDS).search(mid))


def _is_taken_up(passage: Passage, pair: _Pair, before: str, after: str) -> bool:
    """Return whether a share is told of the part and whole in the sentence before."""
    if set(passage.kinds) & set("dwqk") or not _is_of_them(after, pair):
        return False
    if pattern(_THAT).match(before) or pattern(_THIS).search(before):
        return True
    if before.endswith("at ") and pattern(_AT).match(f"{before}<{after}"):
        return True
    said = f"{before}{after}".replace("in other words", "so")
    if pattern(_FULL).match(after) or finds(said, _ELSEWHERE):
        return False
    named = pattern(_NAMED).search(passage.masked)
    if named is not None and not pattern(_OF_OTHERS).match(before):
        said = " of ".join(filter(None, (named["which"], named["of"])))
        return not said or _is_told(said, after, pair)
    return finds(passage.masked, _SO)


def _is_closed(after: str) -> bool:
    """Return whether nothing is told of a share but what it is of."""
    match = pattern(_OF).match(after)
    return pattern(_CLOSED_OFF).match(after, match.end() if match else 0) is not None


def _is_of_them(after: str, pair: _Pair) -> bool:
    """Return whether what a share is said to be of is told with the two numbers, or any whole."""
    match = pattern(_OF).match(after)
    return match is None or _is_told(match["np"], after, pair)


def _is_told(said: str, after: str, pair: _Pair) -> bool:
    """Return whether words name what two numbers are of; "stock of rye" does in both its nouns."""
    told = {
        word[:_STEM]
        for place in (pair.part, pair.whole)
        for word in place.passage.masked.replace(after, "").replace("'", " ").split()
    }
    for piece in said.split(" of "):
        words = [word.partition("'")[0] for word in piece.split()]
        if not _OTHERS.isdisjoint(words):
            return False
        named = [word for word in words if word not in _ARTICLES]
        known = not (_ANY | _GROUPS).isdisjoint(named)
        if named and not known and not any(word[:_STEM] in told for word in named):
            return False
    return True
