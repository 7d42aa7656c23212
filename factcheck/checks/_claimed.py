"""Shares with what they are said to be of, and what is said of that.

"A quarter of the trust's pupils now eat at school" is of the pupils, and says that they eat at
school: the words by which its part, its whole or its other side are found elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.checks import _shares
from factcheck.checks._afar import ENDS, SURE
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, finds, pattern
from factcheck.checks._roots import roots
from factcheck.language.words import is_plural
from factcheck.model import Fact, Form

# "A quarter of the 46-acre park", "two in three households": up to a verb or preposition.
_STOP = (
    r"(?!(?:is|are|was|were|be|been|has|have|had|will|would|can|could|do|does|did|now|who|that|which"
    r"|in|on|at|to|for|from|with|by|said|say|says|and|or|but|not|when|while|as|than|after|before|since|because|already|also|still|never|full)\b)"
)
_OF = (
    r"^(?: (?:or|so|more|less))?(?P<link> (?:of|among|amongst)|)"
    rf"(?P<of>(?: {_STOP}(?:[a-z][a-z'-]*|<[cdemw]\d+>(?:'s)?)){{1,7}})(?P<rest>.*)$"
)
_OPENING = r"^(?:in|at|on|among|for|during|under|with|of) [^,]*, "
_INSIDE = r"<[cem](?P<slot>\d+)>"
_ENDS_CLAIM = rf"{ENDS}|, | because | due to | after "
# What narrows a group or an act: "in the north", "who left", "of those asked".
_NARROWS = r"\b(?:in|at|on|among|amongst|from|with|for|under|over|aged|who|that|which|by|to|of|when|if)((?: [a-z'-]+){1,4})"
_MAKES_UP = rf"{_shares.MAKES_UP}(?: [a-z]+)? $"
_NEAR = 2  # words
_ASIDE = r"\b(?:must|should|may|might|would|could|if|target|goal|required|compulsory|average)\b"


class Claim(NamedTuple):
    """A share that says what it is of.

    Attributes:
        passage: Where it stands.
        share: It.
        of: The roots of what it is of.
        owner: Of whom that is: "the trust's" pupils.
        said: The roots of what else its clause says.
        narrow: Those of `said` and `of` that narrow the group or the act.
        verb: That of the word right before it: "the theatre swallows <35 percent>".
        clause: The words of its clause, marked.
        whole: The slot of the whole, where it stands in the same words, or None.
    """

    passage: Passage
    share: _shares.Stated
    of: frozenset[str]
    owner: frozenset[str]
    said: frozenset[str]
    narrow: frozenset[str]
    verb: frozenset[str]
    clause: str
    whole: int | None

    @property
    def words(self) -> frozenset[str]:
        """All that its clause says."""
        return self.of | self.owner | self.said


def read(passage: Passage) -> Iterator[Claim]:
    """Yield the shares of a sentence that say what they are of."""
    if passage.in_table:
        return
    masked = passage.masked
    if pattern(_ASIDE).search(masked):
        return
    for spot in _shares.located(masked):
        near = " ".join(re.split(r"[,;:(>]", masked[: spot.start])[-1].split()[-_NEAR:])
        if _shares.changes(near) or not _is_firm(passage, spot.slot):
            continue
        share = _shares.stated(passage, spot)
        if share is not None:
            claim = _claim(passage, share, spot.slot)
            if claim is not None:
                yield claim


def _claim(passage: Passage, share: _shares.Stated, slot: int | None) -> Claim | None:
    masked = passage.masked
    before, after = masked[: share.start], masked[share.end :]
    match = pattern(_OF).match(after)
    told = slot is not None and passage.mention(slot).form is Form.RATIO
    noun = ""
    if match is not None and (match["link"] or told):
        noun, after = match["of"], match["rest"]
    noun, verb = _cut(noun)
    inside = pattern(_INSIDE).search(noun)
    whose, _, noun = noun.rpartition("'s ")
    opening = match[0] if (match := pattern(_OPENING).match(before)) else ""
    before, after = re.split(ENDS, before)[-1], re.split(_ENDS_CLAIM, after)[0]
    clause = f"{opening} {before} {verb} {after}"
    of, owner = roots(noun), roots(whose)
    said = roots(clause) - of - owner
    narrow = [match[1] for match in pattern(_NARROWS).finditer(clause)]
    if not said:
        return None
    return Claim(
        passage,
        share,
        of,
        owner,
        said,
        roots(" ".join(narrow)) | of,
        roots(before.strip().rpartition(" ")[2]),
        clause,
        int(inside["slot"]) if inside else None,
    )


def _cut(words: str) -> tuple[str, str]:
    """Return a noun and the verb behind it: "pupils" and "eat", "46-acre park" and "burned"."""
    told = words.split()
    for at, word in enumerate(told[:-1]):
        if word.isalpha() and is_plural(word):
            return " ".join(told[: at + 1]), " ".join(told[at + 1 :])
    if len(told) > 1 and told[-1].endswith("ed"):
        return " ".join(told[:-1]), told[-1]
    return " ".join(told), ""


def _is_firm(passage: Passage, slot: int | None) -> bool:
    """Return whether a share is stated of what is, and tells no change."""
    if slot is None:
        facts = [item for item in passage.items if isinstance(item, Fact)]
        return all(fact.stance in SURE for fact in facts)
    fact = passage.fact(slot)
    before = passage.masked.partition(f"<{passage.kinds[slot]}{slot}>")[0]
    still = fact.motion is None or finds(before, _MAKES_UP)
    return fact.stance in SURE and still and not fact.disputed


def places(claims: Sequence[Claim]) -> list[Place]:
    """Return where some shares stand; none where one is told in words that are no number."""
    found = [
        Place(claim.passage, slot)
        for claim in claims
        for slot, item in enumerate(claim.passage.items)
        if isinstance(item, Fact) and item.mention is claim.share.shaped
    ]
    return found if len(found) == len(claims) else []
