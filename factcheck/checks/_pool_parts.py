"""Shares of a text by their roles: what each is of, and what else is said of it.

"Wheat was sown on 45 percent of the farmland and barley on 30; another 13 lies fallow": the
pool of all three is the farmland, told beside the first; their labels are wheat, barley and
lying fallow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from factcheck.checks import _afar, _exclusive, _shares, _sides
from factcheck.checks._arithmetic import HUNDRED
from factcheck.checks._context import Group, Passage, finds, pattern, saying
from factcheck.checks._roots import roots
from factcheck.language.data import word_set
from factcheck.language.lexicon import (
    AUXILIARIES,
    FUNCTION_WORDS,
    PREDICATES,
    PREPOSITIONS,
    PRONOUNS,
)
from factcheck.language.words import is_plural
from factcheck.model import Fact, Form, Motion

# "Paperwork takes up half, and a quarter is lost": a verb or a place follows.
_WORDED = rf"(?:^|(?<= )){_shares.FRACTION}(?= (?:is|are|was|were|goes?|went|comes?|came|by|on|in|to|for|from|at|lies?|lay|remains?|[a-z]+(?:ed|s) (?:the|a|to|on|in|for|by|from))\b)(?! in [a-z]*\d)"
# What the words between two shares are split at, the surest first.
_BREAKS = (
    r"; |: | - | while | whereas | but ",
    r", (?!<)",
    r",? and (?!<)| with |, ",
)
_AFTER = r"^(?:[,;:.)]| and | while | but | with )"
_END = r"[,;:.)(]| - | according to | because | thanks to | although | compared | after | and (?=(?:[a-z']+ ){1,3}(?:is|are|was|were|has|have|had|will|plans?|wants?)\b)| as "
_OPENS = r"; |: | that (?=[^<]*$)| - |, (?:in|of|by|to|with) (?:which|whom) |^(?:on|by|under|after|according to|in (?:an?|the|its|his|their) (?:[a-z]+ )?(?:poll|survey|study|census|count|vote|referendum|election)) [^,<]*(?:<[a-z]\d+>[^,<]*)*, "
_OF = r"^ (?:of|in) (?P<of>.*)$"
_OF_FIRST = r"(?:^|, |: |; )(?:of|among) (?P<of>[^,<]*(?:<[a-z]\d+>[^,<]*)*), (?:about |some |only )?$"
_OF_IT = r"^ of (?:it|them|this|that|(?:these|those)(?! (?:for|of|in|who|that|from|with|at|on)\b)|the total|the whole|all(?! [a-z]))\b"
_STOP = (
    AUXILIARIES
    | PREDICATES
    | PRONOUNS
    | (PREPOSITIONS - {"of"})
    | word_set("that who which and or but not his her their its now also still only")
)
_DETERMINED = r"^(?:(?:the|its|their|his|her|our|all|this|that|these|those|every|each|a|an|total) )+"
# What stands beside a share that is none of a pool.
_ELSE = (
    r"\b(?:rates?|turnout|occupancy|inflation|unemployment|margin|interest|yields?|average|target|likely|confidence|chance|probability|risk|discount|compared|(?<!other )(?<!rather )than|rose|fell|grew"
    r"|increase[sd]?|decrease[sd]?|growth|drop(?:ped)?|capacity|full|empty|last time|year ago|earlier|previous(?:ly)?|before|expected|forecast|would|if|at least (?:one|once)|both|also|too|as well"
    r"|(?:up|down|by)(?: (?:about|some|nearly|almost|over|around))? $|(?:up|down) (?:from|by|to) (?:[a-z]+ )?<|half-time|first half|second half|including|includes?|of which|of whom|alone|such as|per|a year|each|respectively|alcohol content|effective|accurate|correct|complete|counted|tallied|processed|reporting|declared|in so far)(?:\b|$)"
)
_BY_WHOM = r"\b(?:named|chosen|picked|cited|mentioned|given|preferred|favou?red|backed|opposed|supported|rejected|used|owned|held|spoken|liked|wanted) by (?:about |some )?$"
# "Coal's share of the power was 38 percent"
_SHARE_OF = r"\b(?:share|proportion|portion|slice|percentage) (?:of|in) (?:the |its |their |all )?(?P<of>(?:[^<,;]|<[dwq]\d+>)*?) (?:is|was|were|at|stood at|stands at|came to|comes to|reached|of|had been|has been)(?: about| some| only| just)? $"
# Where "the shares are held by the family" stands before its share in brackets
_SUBJECT = r"^(?:the |its |their |our |all |nearly all |most )*(?!(?:it|they|this|that|these|those|he|she|we|by|in|at|on|for)\b)(?P<of>[a-z' -]+?) (?:is|are|was|were|comes?|came|goes|went|consists?|consisted)\b(?: [a-z]+)? (?:by|from|to|of|among|between|into|on|for)\b[^<]*$"
_MADE = r"\b(?:consist(?:s|ed|ing)? of|(?:made|composed|made up) of|contain(?:s|ed|ing)?|compris(?:es|ed|ing)|by weight|by volume)\b"
# "60 or 70 percent"
_EITHER, _OR = r"> or (?:[a-z]+ )?$", r" or (?:[a-z]+ )?<"
# "642, or 35 percent, had not tried", "an efficacy of 80 percent", "fell to 9 percent"
_TOLD_BY = r"<[cem]\d+>(?:,| \(| -)? ?(?:or |that is )?(?:about |some )?$|\b(?:at|to|(?<!share )(?<!slice )of) (?:about |some |just )?$"
_UP = r"\b(?:ma(?:kes?|de|king)|t(?:akes?|ook|aken|aking)|eat(?:s|en|ing)?|ate|swallow(?:s|ed)|used|snapp(?:s|ed)|soak(?:s|ed)|bought|burn(?:s|ed|t)) up(?: [a-z]+)? $"
_CLAIMED = r"\bclaim(?:s|ed)? (?:about |some |only )?$"
REST = (
    rf"{_exclusive.REST}|{_exclusive.UNDECIDED}|\b(?:remaining|remainder|(?:all|any) (?:others?|[a-z]+ (?:other than|apart from|except))|(?:everything|everybody|everyone|anything) (?:else|other)"
    r"|blank)\b"
)
FURTHER = r"\b(?:another|(?:a )?further|an? additional) (?:about |some )?$"
WHERE = r"\b(?:in(?! favou?r)|at|across|throughout|among|during|within) (?:the |this |that |its |their |his |her |all |an? )?[a-z'-]+(?: [a-z'-]+)?"
_WHOEVER = r"(?:the |all |all the )?(?:those|people|persons|everyone|everybody)\b"
_LIGHT = word_set(
    """account cover receive spend spent cost pay paid hold held own owned win won supply provide produce contribute generate deliver bring brought swallow eat eaten lie lay mark marked mean
    sow sown plant planted claim amount together name given remain another further rest other others everything else sell sold buy bought use used born earmark earmarked reserve
    reserved devote devoted consist contain form show accord live reside stay work last main single cast"""
)
LIGHT_ROOTS = roots(" ".join(_LIGHT)) | _LIGHT
_NEXT = 2
_OF_ONE = r"^ of (?:it|this|that|the total|the whole|all)\b"


class Part(NamedTuple):
    """A share with what it is of and whose it is.

    Attributes:
        passage: Where it stands.
        share: It.
        pool: The words for what it is of.
        told: Whether they stand with it, and are not those of the share before it.
        label: The roots of what else is said of it.
        left: The words before it.
        right: The words after it, up to the next share or clause.
        chain: The number of the paragraph's run of shares that it is in.
    """

    passage: Passage
    share: _shares.Stated
    pool: str
    told: bool
    label: frozenset[str]
    left: str
    right: str
    chain: int

    @property
    def words(self) -> str:
        """All that is said of it."""
        return f"{self.left} {self.right}"

    @property
    def spot(self) -> _afar.Spot:
        """Where it stands."""
        return _afar.Spot(self.passage, self.share.start)

    @property
    def low(self) -> Decimal:
        """What it is at least."""
        return self.share.reading.low or Decimal(0)

    @property
    def middle(self) -> Decimal:
        """What it is about."""
        if self.share.percent is not None:
            return self.share.percent
        return (self.low + (self.share.reading.high or HUNDRED)) / 2


class _Words(NamedTuple):
    pool: str
    left: str
    right: str


def read(group: Group, chain: int) -> list[Part]:
    """Return the shares of a document with their pools."""
    found: list[Part] = []
    for _, passage in saying(group, _shares.SPOTS):
        if passage.in_table or passage.in_list:
            continue
        last = found[-1] if found else None
        near = last is not None and (
            last.passage.block == passage.block
            and passage.index - last.passage.index <= _NEXT
        )
        found.extend(_read(passage, last if near else None, chain + len(found)))
    return found


def _read(passage: Passage, last: Part | None, chain: int) -> Iterator[Part]:
    """Yield the shares of a sentence; what each is of may be told by the one before it."""
    masked = passage.masked
    spots = _spots(masked)
    opening = pattern(_OF_FIRST).search(masked[: spots[0].start]) if spots else None
    once = _exclusive.counted_once(passage.paragraph)
    first = True
    for spot, (left, right) in zip(spots, _split(masked, spots), strict=True):
        share = _stated(passage, spot, left, right)
        nested = last is not None and finds(right, _OF_IT) and not roots(left)
        if share is None or nested:
            continue  # "62 percent of the grant, and 48 percent of that"
        ratio = spot.slot is not None and passage.mention(spot.slot).form is Form.RATIO
        words = _Words("", left, f" of{right}" if ratio else right)
        words = _pooled(words, passage, first=first, alone=last is None)
        if not words.pool and opening:
            words = _Words(opening["of"], left.replace(opening["of"], " "), right)
            told = first
        else:
            told = bool(words.pool)
        if not words.pool and finds(left, _TOLD_BY) and not finds(left, _MADE):
            continue
        if not told and last is not None:
            words = words._replace(pool=words.pool or last.pool)
            chain = last.chain
        elif not (told or once or _is_open(left, right)):
            continue
        label = _label(f"{words.left} {words.right}", words.pool)
        if label or finds(left, f"{REST}|{FURTHER}"):
            last = Part(passage, share, words.pool, told, label, *words[1:], chain)
            first = False
            yield last


def _stated(
    passage: Passage, spot: _shares.Spot, left: str, right: str
) -> _shares.Stated | None:
    """Return the share at a spot; None where it is a change, a bound, a rate or one of two."""
    masked = passage.masked
    before, after = masked[: spot.start], masked[spot.end :]
    either = re.search(_EITHER, before) or re.match(_OR, after)
    if either or not _is_level(passage, spot.slot, left, right):
        return None
    share = _shares.stated(passage, spot)
    return share if share and (share.percent or 0) < HUNDRED else None


def _pooled(words: _Words, passage: Passage, *, first: bool, alone: bool) -> _Words:
    """Return the words around a share with its pool, where they tell it.

    Args:
        words: What stands before and after the share.
        passage: The sentence.
        first: Whether it is the first share of it.
        alone: Whether no share stands before it in the paragraph.
    """
    _, left, right = words
    pool, after = _pool(right, left)
    if pool:
        return _Words(pool, left, after)
    named = pattern(_SHARE_OF).search(left)
    if named is not None:
        return _Words(named["of"], left[: named.start()], after)
    subject = pattern(_SUBJECT).match(left) if first else None
    if subject is not None:
        return _Words(subject["of"], left[subject.end("of") :], after)
    if alone and finds(right, _OF_IT):
        pool = "it" if finds(right, _OF_ONE) else _cut(_sentence_before(passage))[0]
    return _Words(pool, left, after)


def _spots(masked: str) -> list[_shares.Spot]:
    """Return where shares may stand, in order; of words those too that a verb follows."""
    found = list(_shares.located(masked))
    for match in pattern(_WORDED).finditer(masked):
        if not any(
            spot.start < match.end() and match.start() < spot.end for spot in found
        ):
            found.append(_shares.Spot(*match.span("f"), None, "", match["f"]))
    return sorted(found, key=lambda spot: spot.start)


def _is_open(left: str, right: str) -> bool:
    """Return whether a share whose pool is told elsewhere is of what something is made, or of a side."""
    if pattern(r" of (?:them|these|those|whom|which)\b").match(right):
        return False
    return finds(left, _MADE) or bool(_sides.told(right))


def _label(words: str, pool: str) -> frozenset[str]:
    """Return the roots of whose a share is; where there are none, its words: "yes"."""
    bare = pattern(WHERE).sub("", words)
    light = named(pool) | LIGHT_ROOTS
    found = (roots(bare) - light) or (roots(words) - light)
    if found:
        return found
    said = frozenset(re.findall("[a-z]{3,}", words)) - FUNCTION_WORDS - _LIGHT
    return said | frozenset(pattern(r"\b(?:yes|no|against)\b").findall(words))


def _sentence_before(passage: Passage) -> str:
    """Return the sentence before one in its paragraph, in lower case."""
    said = _said_before(passage)
    return re.split(r"[.!?]\s", said.strip(" .!?"))[-1]


def _split(masked: str, spots: Sequence[_shares.Spot]) -> list[tuple[str, str]]:
    """Return the words that belong to each share: those before it and those after it."""
    if not spots:
        return []
    lefts, rights = [re.split(_OPENS, masked[: spots[0].start])[-1]], []
    for one, two in pairwise(spots):
        right, left = _halves(masked[one.end : two.start])
        rights.append(right)
        lefts.append(left)
    last = masked[spots[-1].end :]
    rights.append(_cut_off(last))
    return list(zip(lefts, rights, strict=True))


def _halves(gap: str) -> tuple[str, str]:
    """Return what of the words between two shares belongs to the first, and to the second."""
    surest, *others = _BREAKS
    for breaks in (surest, *(() if pattern(_AFTER).match(gap) else others)):
        found = list(pattern(breaks).finditer(gap))
        if found:
            at = 0 if breaks is surest else -1
            return _cut_off(gap[: found[at].start()]), gap[found[-1].end() :]
    return ("", gap) if pattern(_AFTER).match(gap) else (gap, "")


def _cut_off(words: str) -> str:
    """Return the words behind a share up to where its clause ends."""
    end = pattern(_END).search(words)
    return words[: end.start()] if end else words


def _is_level(passage: Passage, slot: int | None, left: str, right: str) -> bool:
    """Return whether a share tells how much is so, and no change, bound or rate."""
    if finds(pattern(f"{_UP}|{_BY_WHOM}").sub(" ", left), _ELSE) or finds(right, _ELSE):
        return False
    if slot is None:
        return True
    fact = passage.items[slot]
    if not isinstance(fact, Fact) or (fact.disputed and not finds(left, _CLAIMED)):
        return False
    bound = fact.mention.modifier is not None and fact.mention.modifier.is_bound
    return not bound and fact.motion in (None, Motion.BY, Motion.TO)


def _pool(right: str, left: str) -> tuple[str, str]:
    """Return what a share is of, by the words after it, and the others of these words."""
    match = pattern(_OF).match(right)
    if match is None or pattern(_OF_IT).match(right) or right.startswith(" in "):
        return "", right
    if pattern(_WHOEVER).match(match["of"]) and _label(left, ""):
        return match["of"], ""
    return _cut(match["of"])


def _cut(words: str) -> tuple[str, str]:
    """Return a noun with what narrows it, and what follows: "residents" and "rejected the toll"."""
    bare = pattern(_DETERMINED).sub("", words)
    said = bare.split()
    for at, word in enumerate(said):
        plain = word.strip(",.;")
        if at and (
            plain in _STOP
            or plain.startswith("<")
            or (
                is_plural(said[at - 1])
                and plain != "of"
                and not said[at - 1].endswith("'s")
            )
            or (plain.endswith("ed") and said[at - 1] != "of")
        ):
            return " ".join(said[:at]), " ".join(said[at:])
    return bare, ""


def named(pool: str) -> frozenset[str]:
    """Return the roots of what a pool is; possession is of the ball."""
    return roots(pattern(r"\bball\b").sub("possession", pool))


def _said_before(passage: Passage) -> str:
    document = passage.document
    start = document.blocks[passage.block].span.start
    return document.text[start : passage.span.start].lower()


def own(part: Part) -> frozenset[str]:
    bare = roots(pattern(WHERE).sub("", part.words))
    return bare - named(part.pool) - LIGHT_ROOTS
