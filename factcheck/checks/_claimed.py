"""Shares with what they are said to be of, and what is said of that.

"A quarter of the trust's pupils now eat at school" is of the pupils, and says that they eat at
school: the words by which its part, its whole or its other side are found elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from factcheck.checks import _afar, _compare, _shares
from factcheck.checks._afar import ENDS, SURE
from factcheck.checks._arithmetic import HUNDRED
from factcheck.checks._context import Passage, finds, hint, matches, pattern
from factcheck.checks._roots import roots
from factcheck.language.asides import bearing
from factcheck.language.data import word_set
from factcheck.language.lexicon import AUXILIARIES, PREDICATES, PREPOSITIONS
from factcheck.language.words import is_plural
from factcheck.model import Fact, Form, Interval, Motion, Span

# "A quarter of the 46-acre park", "two in three households": up to a verb or preposition.
_STOP = (
    r"(?!(?:is|are|was|were|be|been|has|have|had|will|would|can|could|do|does|did|now|who|that|which"
    r"|in|on|at|to|for|from|with|by|said|say|says|whom|whose|where|and|or|but|not|when|while|as|than|after|before|since|because|already|also|still|never|full)\b)"
)
_OF = (
    r"^(?: (?:or|so|more|less))?(?P<link> (?:of|among|amongst)|)"
    rf"(?P<of>(?: {_STOP}(?:[a-z][a-z'-]*|<[cdemw]\d+>(?:'s)?)){{1,7}})(?P<rest>.*)$"
)
_OPENING = r"^(?:in|at|on|among|for|during|under|with|of) [^,]*, "
_INSIDE = r"<[cem](?P<slot>\d+)>"
_BEGINS_CLAIM = rf"{ENDS}| that | after | because | since | once | when | although "
_ENDS_CLAIM = rf"{ENDS}|, | because | due to | after "
# What narrows a group or an act: "in the north", "who left", "of those asked".
NARROWS = r"\b(?:in|at|on|among|amongst|from|with|for|under|over|aged|who|that|which|by|to(?= (?:the|an?|its|their)\b)|of|when|if)((?: [a-z'-]+){1,4})"
_HEDGES = r"\b(?:an? (?:mere|whopping|full|staggering|paltry|meagre|record|total)|barely|[a-z]{3,}ly) $"
# "One bridge in ten", "two of five" being read elsewhere.
_IN = r"{a:c} (?P<noun>[a-z-]+(?: [a-z-]+)?) in {b:c}"
SPOTS = _shares.SPOTS | hint("> ", sources=(_IN,))
"""The mark of sentences in which a share may stand."""
_PAIR, _LARGEST = 2, 20
_SLACK = Decimal("0.1")
_PRONOUNS = frozenset(("them", "these", "those", "it"))
# "Of those in need", "of the people who answered", "of everything that was borrowed"
_WHOEVER = frozenset(
    ("those", "people", "everyone", "everybody", "everything", "anyone", "all")
)
# "In the constituency": where the story is.
_HERE = r"\b(?:in|of|across|throughout) (?:the|this|our) (?:whole |entire )?(?:constituency|country|city|town|village|county|region|area|district|borough|province|nation|island)\b"
_DOING = word_set("going coming living working using eating paying taking")
_WHO = r"^ (?:who|that|which|in|on|with|at|from)\b"
_MOST_TOLD = 4  # words
_MAKES_UP = rf"{_shares.MAKES_UP}(?: [a-z]+)? $"
# "At <9 million> they accounted for <a third> of sales", "<9 million>, or <a third> of sales"
_TOLD_OF = rf"{{a:cem}}(?: [a-z'-]+){{0,3}}(?:,| -| \(|) ?(?:or|which is|which was|that is|(?:and |they |it |these |this )?(?:account(?:s|ed|ing) for|ma[dk]es? up|making up|represent(?:s|ed|ing)?|equal to|equivalent to)) (?:{_shares.HEDGE} )*$"
_AT = r"(?:\b(?!(?:put|puts|stood|stands|is|was|were|are|be|been|estimated|remained|stayed|running|runs|ran|came|now|still) )[a-z-]+|>) at (?:about |some |only |just )?$"
# "The dean put the share of men among the freshmen at <58 percent>"
_SHARE_AT = (
    r"\b(?:share|proportion|percentage)\b[^,;<]* at (?:about |some |only |just )?$"
)
_SHARE_OF = r"\b(?:share|proportion|percentage) of (?P<part>(?:[a-z'-]+ ){1,3}?)(?:among|amongst|of|in) (?:the |its |their |all |his |her )*(?P<of>[a-z-]+) (?:is|was|at|stood at|stands at|of|had reached|reached)\b[^<,;]*$"
# "Backed by <60 percent> of the delegates", but not "cut by <60 percent> of the cost"
_BY_WHOM = r"\b(?!(?:increas|reduc|cut|rais|lower|risen|fall|fell|boost|lift|trim|extend|widen|narrow|shorten|outperform|miss|exceed|chang|drop|slow|expand|grow|shr|revis|improv|swell|enlarg|diminish|devalu|discount)[a-z]*)[a-z]{3,}(?:ed|wn|en|ne) by$"
_NEAR = 2  # words
_DEGREE = r"^ (?:full|empty|(?P<state>complete|completed|finished|done|loaded|charged|ready|built))\b"
_BEING = r"\b(?:is|are|was|were|been|being|now) (?:about |only |just |still |already |nearly |almost )*$"
_FAR = 200  # characters
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
        part: The slot of the number right before that it is told of, or None.
        whoever: Whether it is of those who do something: "of the people who answered".
        opening: The words that its sentence begins with, up to a comma: "In Asia, ".
        denied: Whether its clause tells what is not, or is of others.
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
    part: int | None
    whoever: bool
    opening: str
    denied: bool

    @property
    def spot(self) -> _afar.Spot:
        """Where it stands."""
        return _afar.Spot(self.passage, self.share.start)

    @property
    def words(self) -> frozenset[str]:
        """All that its clause says."""
        return self.of | self.owner | self.said


def read(passage: Passage) -> Iterator[Claim]:
    """Yield the shares of a sentence that say what they are of."""
    if passage.in_table:
        return
    masked = passage.masked
    for spot in _shares.located(masked):
        if pattern(_ASIDE).search(bearing(masked, spot.start)):
            continue
        if finds(masked[: spot.start], _AT) and not (
            masked.startswith(" of ", spot.end)
            or finds(masked[: spot.start], _SHARE_AT)
        ):
            continue  # "bills at <9 percent>"
        if _is_degree(masked[: spot.start], masked[spot.end :]):
            continue
        near = " ".join(re.split(r"[,;:(>]", masked[: spot.start])[-1].split()[-_NEAR:])
        by_some = masked.startswith(" of ", spot.end) and finds(near, _BY_WHOM)
        if (not by_some and _shares.changes(near)) or not _is_firm(
            passage, spot.slot, by_some=by_some
        ):
            continue
        share = _shares.stated(passage, spot)
        claim = _claim(passage, share, spot.slot) if share is not None else None
        if claim is not None:
            yield claim
    for share, noun in _counted_out(passage):
        claim = _claim(passage, share, None, noun=noun)
        if claim is not None:
            yield claim


def _is_degree(before: str, after: str) -> bool:
    """Return whether a share is how full or how far done something is: "the barns are 80% full"."""
    told = pattern(_DEGREE).match(after)
    return told is not None and (told["state"] is None or finds(before, _BEING))


def _counted_out(passage: Passage) -> Iterator[tuple[_shares.Stated, str]]:
    """Yield the shares that are told around what they are of: "two bridges in five"."""
    if passage.kinds.count("c") < _PAIR:
        return
    for match in matches(passage.masked, _IN):
        a, b = (passage.mention(match[name]) for name in "ab")
        few, all_ = a.value, b.value
        bare = b.counted is None or b.counted.elided
        if few is None or all_ is None or not (bare and few < all_ <= _LARGEST):
            continue
        near = Interval.point(few / all_).widen(relative=_SLACK).scale(HUNDRED)
        span = Span(a.span.start, b.span.end)
        said = _compare.quote(passage.document, span.start, span.end)
        shown = _compare.span_evidence(
            passage.document, span, side=2, outer=passage.span
        )
        told = _compare.lowered(said)
        yield (
            _shares.Stated(*match.span(), near, told, shown, None, None),
            match["noun"],
        )


def _claim(
    passage: Passage, share: _shares.Stated, slot: int | None, *, noun: str = ""
) -> Claim | None:
    masked = passage.masked
    before, after = masked[: share.start], masked[share.end :]
    match = pattern(_OF).match(after)
    ratio = slot is not None and passage.mention(slot).form is Form.RATIO
    if not noun and match is not None and (match["link"] or ratio):
        noun, after = match["of"], match["rest"]
    told, after = _doing(noun, after)
    noun, verb = (told, "") if told else _cut(noun)
    inside = pattern(_INSIDE).search(noun)
    whose = ""
    if not told:
        whose, _, noun = noun.rpartition("'s ")
    if noun in _PRONOUNS:
        whose = before if before.strip() else _sentence_before(passage)
    if not noun and (named := pattern(_SHARE_OF).search(before)) is not None:
        noun, before = named["of"], f"{before[: named.start('part')]}{named['part']}"
    opening = match[0] if (match := pattern(_OPENING).match(before)) else ""
    if not noun and opening.startswith("of "):
        noun, before, opening = opening[3:-2], before.removeprefix(opening), ""
    told_of = pattern(_TOLD_OF).search(before)
    part = int(told_of["a"]) if told_of else None
    before = pattern(_HEDGES).sub("", re.split(_BEGINS_CLAIM, before)[-1])
    after = re.split(_ENDS_CLAIM, after)[0]
    clause = pattern(_HERE).sub("", f"{opening} {before} {verb} {after}")
    of, owner = roots(noun), roots(whose)
    said = roots(clause) - of - owner
    narrow = [match[1] for match in pattern(NARROWS).finditer(clause)]
    if not said and (part is None or not of):
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
        part,
        bool(told),
        opening,
        denied=_afar.says_not(f"{whose} {noun} {clause}"),
    )


def _sentence_before(passage: Passage) -> str:
    """Return the sentence before one in its paragraph, in lower case."""
    document = passage.document
    start = document.blocks[passage.block].span.start if document.blocks else 0
    text = document.text[max(start, passage.span.start - _FAR) : passage.span.start]
    return re.split(r"[.!?]\s", text.strip())[-1].lower()


def _cut(words: str) -> tuple[str, str]:
    """Return a noun and the verb behind it: "pupils" and "eat", "46-acre park" and "burned"."""
    told = words.split()
    for at, word in enumerate(told[:-1]):
        if word.isalpha() and is_plural(word):
            return " ".join(told[: at + 1]), " ".join(told[at + 1 :])
    if len(told) > 1 and (told[-1].endswith("ed") or told[-1] in _DOING):
        return " ".join(told[:-1]), told[-1]
    return " ".join(told), ""


def _doing(noun: str, after: str) -> tuple[str, str]:
    """Return what those do or are of whom a share is, and what is said of them.

    Args:
        noun: The words after "of".
        after: What follows them: " who answered the survey had told her".
    """
    words = noun.split()
    if not words or words[-1] not in _WHOEVER or not pattern(_WHO).match(after):
        return "", after
    said = after.split(" ")[2:]
    first = next((n for n, each in enumerate(said) if each not in AUXILIARIES), 0)
    most = first + _MOST_TOLD
    end = next(
        (n for n in range(first + 1, len(said)) if _ends(said[n], said[first:n])),
        len(said),
    )
    told = " ".join(said[first : min(end, most)])
    return told, f" {' '.join(said[end:])}"


def _ends(word: str, told: list[str]) -> bool:
    """Return whether a word is none of those that tell whom a share is of.

    Args:
        word: It.
        told: The words before it that do.
    """
    return (
        (word in PREPOSITIONS and bool(roots(" ".join(told))))
        or word in AUXILIARIES
        or word in PREDICATES
        or word.endswith("ed")
        or not word.rstrip(",.").replace("'", "").isalpha()
    )


def _is_firm(passage: Passage, slot: int | None, *, by_some: bool) -> bool:
    """Return whether a share is stated of what is, and tells no change.

    Args:
        passage: The sentence.
        slot: The share, if it is a number.
        by_some: Whether it is of those by whom something is done.
    """
    if slot is None:
        facts = [item for item in passage.items if isinstance(item, Fact)]
        return all(fact.stance in SURE for fact in facts)
    fact = passage.fact(slot)
    before = passage.around(slot)[0]
    modifier = fact.mention.modifier
    bound = modifier is not None and modifier.is_bound  # "fewer than one in ten"
    level = by_some or fact.motion in (
        None,
        Motion.TO,
    )  # "rose to a third" tells what it is
    still = level or bound or finds(before, _MAKES_UP)
    return fact.stance in SURE and still and not fact.disputed
