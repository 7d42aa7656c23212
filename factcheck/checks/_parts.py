"""Amounts that stand together as parts of a whole, with the words that say of what.

"The county counted 1,153 pupils. Boys: 582. Girls: 561": after a whole, in its own sentence
or in those after it, stand amounts of its kind. `runs` finds them; whether they are all of the
whole is for `_partition` to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.checks import _columns
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    PEOPLE,
    TOKEN,
    Passage,
    finds,
    hint,
    pattern,
    remembered,
)
from factcheck.frozen import dataclass
from factcheck.model import BlockKind, Form, Mention

FEWEST, MOST, SENTENCES = 2, 12, 5
_SCALE = 10_000
_SKIPPED = 110  # characters of a sentence without a number
# Words after which an amount is no part: another time, a comparison, a sub-part, a rate.
_NO_PART = (
    r"\b(?:each|per|every|apiece|versus|vs|citing|in addition to|(?:in|de)creases? in|a day|a week|a month|a year|than|average[sd]?|averaging|mean|median|times (?:as|more|the|higher)|last year"
    r"|years? (?:ago|earlier|before)|earlier|previous(?:ly)?|compared|against last|up from|down from|(?:up|down|rose|fell|grew) (?:by )?<"
    r"|including|include[sd]?|among (?:them|these|those)|especially|such as|for example|for instance|both|also|too|as well|record"
    r"|so far|already|target|planned|expect(?:s|ed)|forecast|estimate[sd]?|worth|capacity"
    r"|mostly|mainly|largely|some of|(?:would|could|may|might)\b(?=[^<]*<)|between <[cem]\d+> and|from <[cem]\d+> to|c\d+> for <c\d+|respectively|since|bought|out of|except|excluding)\b"
)
# "We won 16, Arle 15 and Borrow nine": a number that was taken for part of a name.
_UNREAD = r"(?<![<a-z\d-])\d+(?![\d-])"
# What others are worth: 16 wins and eight draws are 56 points.
_WORTH = frozenset({"point", "mark", "credit"})
DRAWN = r"\b(?:drew|drawn|draws?|ties|tied)\b"
DIVIDES = (
    r"\b(?:consist(?:s|ed|ing)? of|(?:made|make|makes) up of|composed of|(?:bring|brings|bringing|brought) together|came from(?= <[^.;]*<[^.;]*<)|compris(?:es?|ed|ing)|(?:break|breaks|broke|broken) down"
    r"|(?:divid|split|spread)(?:e[sd]?|ing|s)? (?:\w+ )?(?:up )?(?:into|between|among|across|evenly|as)|(?:is|are|was|were) (?:divided|split)|namely"
    r"|shared (?:out )?(?:between|among)|(?:division|breakdown|split|distribution|composition)\b)"
)
_NUMBER_FIRST = r"^(?:and |while |then |with |but |plus |of (?:them|these|those|whom|which),? |(?:a )?further |another |some |about )*$"
_THEM = r"^ of (?:them|these|those|whom|which|it)\b"
_BOUNDARY = r"[,;:().]| - | and | plus | but |<"
_STOPS = r"^.*(?:[,;:(.>]| - |\band\b|\bplus\b|\bbut\b)"
_OPENS = r"^(?:(?:[^<;:(]|<[a-z]\d+>){0,90}?(?P<list>: | - | \()|(?:[^<;:(,]|<[dwkqt]\d+>|(?<= from )<c\d+>(?= [a-z])|(?<= in )<c\d+>(?= [a-z])){0,80}?(?P<mark>; |, ))"
# "staying in two schools" tells where, and is no part.
_PLACED = r"(?<!^)\b(?:in|to|at|by|on|from|with|of|for|into|under|over|near|aboard|after|against|than) (?:the |its |their )?$"
# "131 soldiers and 19 sailors, among them four cooks": what is said of the list.
_AMONG = r"(?:(?<=[a-z>]),?(?<!>)|(?<=>)(?! of )) (?:\()?(?:among (?:them|these|whom|those)|including|of (?:whom|them|which))(?= (?:[a-z]+ ){0,2}<)"
_WHEN = r"<[dwqk]\d+>"
_REST_OF = r"\b(?:rest|remainder|others|balance), $"
# "A chairman, five deputies and 23 others": one of the parts is no number.
ONE = r"(?:\b(?:of|between|into) (?:an?|one)|\b(?:consisting|composed|up) of (?:the|his|her|its)|(?:^|\band |[,:(] )(?:an?|the|his|her|its|their)) (?:[a-z-]+ )?([a-z]+)(?=,| and |$|\.)"
_SHARE = r" ?\(<p\d+>\)"
_EDGE = r"^(?P<all>.*?)(?:\)| - )"
# "Among the 300 who landed were 190 sailors, 80 cooks and 50 passengers."
AMONG = "among the "
_SAID = r", (?:[a-z'-]+ ){1,4}(?:said|says|reported|reports|announced|wrote|told|added|noted|found)\b.*$"
# "400 in cash and 120 in debt, the two companies announced"
_SAID_BY = r", (?:the |all |both )?<c\d+> (?:[a-z]+ ){1,2}(?:said|says|say|reported|announced|wrote|told|added|noted|confirmed|agreed)\b.*$"
_WERE = r"^(?: [a-z'-]+){0,8}? (?:were|are) (?=<c)"
# "52 million of the 70 million", "14 of its 30 games": a part stands before the whole.
PART_OF = r"<[cem]\d+>(?P<noun>(?: [a-z-]+)?) (?:out of|of|from|in)(?: (?:the|its|their|his|her|our)(?: [a-z-]+)?)? $"
_COMPARED = r"\b(?:against|compared (?:with|to)|from|versus|than|after|up|down)\b[^<]*<[a-z]\d+>"
# Sentences that take up a whole told in another paragraph.
_TAKES_UP = r"^(?:of (?:this|that|these|those|the [a-z]+)\b|(?:[a-z]+ ){0,2}?(?:by|per) (?:[a-z]+ )?[a-z]+: )"
_TAKING = hint("of ", "by ", "per ", sources=(_TAKES_UP,))
_WHERE = r"^(?:in|at|among|for|during|on|elsewhere|meanwhile) "
_AFTER = 130
_PERSONAL = ("er", "or", "ist", "man", "ian", "ant", "ain", "chief")
_SHORT = 2
_BE = r"^(?: of (?:them|these|those|whom|which))? ?(?:is|are|was|were)?\b"
_OWNED = r"^(?:the )?[a-z-]+'s\b"
_WORD = re.compile("[a-z]+")
TIMES, _AMOUNTS = frozenset("dwqk"), frozenset("cem")


@dataclass(frozen=True, slots=True)
class Part:
    """An amount, with the words that say what it is of."""

    place: Place
    before: str
    after: str
    foreign: bool

    @property
    def mention(self) -> Mention:
        """The amount."""
        return self.place.passage.mention(self.place.slot)

    @property
    def words(self) -> str:
        """What stands before and after it."""
        return f"{self.before} {self.after}"


@dataclass(frozen=True, slots=True)
class Run:
    """Parts that stand together.

    Attributes:
        parts: In written order.
        lead: What stands between the whole and the first of them.
        tail: What stands after the last of them.
        mark: The mark that opens the list in the whole's own sentence, or nothing.
        apart: Whether a sentence without a number stands between.
        ones: How many of them are told as "a child".
        said: The list in the whole's own sentence.
        after: What the text says after it, up to the next number.
    """

    parts: tuple[Part, ...]
    lead: str
    tail: str
    mark: str
    apart: bool = False
    ones: int = 0
    said: str = ""
    after: str = ""


def is_worth(mention: Mention) -> bool:
    """Return whether an amount is what others are worth, and no sum of them: points."""
    return mention.counted is not None and mention.counted.lemma in _WORTH


def are_of_others(run: Run, whole: Place) -> bool:
    """Return whether after a part in the whole's own sentence comes one of another owner.

    "Tarn scored 17, 11 of them by Olo. Orm's last seven came late."
    """
    own = [part.place.passage is whole.passage for part in run.parts]
    return own[0] and any(
        not here and finds(part.before, _OWNED)
        for part, here in zip(run.parts, own, strict=True)
    )


def reach(group: Sequence[Passage]) -> list[int]:
    """Return the last sentence that may hold parts of a whole in each: a cheap first look."""
    found: list[int] = []
    last = len(group) - 1
    for at in range(last, -1, -1):
        found.append(min(last, at + SENTENCES))
        source = group[at]
        if _AMOUNTS.isdisjoint(source.kinds) or not (
            (at and source.block == group[at - 1].block)
            or source.in_list
            or source.says(_TAKING)
        ):
            last = at - 1
    return found[::-1]


def runs(group: Sequence[Passage], at: int, slot: int) -> list[Run]:
    """Return the parts after a whole, cut after each sentence.

    Args:
        group: The sentences of a document.
        at: Number of the whole's sentence.
        slot: The whole.
    """
    passage = group[at]
    whole = passage.mention(slot)
    first = _own(passage, slot)
    if first is None:
        return []
    parts, lead, mark, apart = list(first.parts), first.lead, first.mark, False
    found = [first]
    last = passage
    for source in group[at + 1 : at + 1 + SENTENCES]:
        gap = between(last, source, inside=last is not passage)
        if gap is None or (gap and apart):
            break
        apart = apart or bool(gap)
        more = read(source, source.masked, whole)
        if not more or len(parts) + len(more) > MOST:
            break
        listed_below = source.in_list
        others = any(part.foreign for part in more) and not listed_below
        scope = pattern(_WHERE).match(source.masked)
        if scope and parts and not parts[-1].before.startswith(scope.group()):
            break  # "527 passed. In maths 40 failed"
        if others and (parts or not finds(source.masked, DIVIDES)):
            break
        if not parts:
            own = passage.around(slot)[1]
            lead = f"{own} {gap} {source.masked.partition('<')[0]}"
            mark = ": " if own.endswith(":") or listed_below else ""
        parts = [*parts, *more]
        after = _after(source)
        found.append(
            Run(tuple(parts), lead, tail(source.masked), mark, apart=apart, after=after)
        )
        last = source
    return [r for r in found if r.parts and len(r.parts) + r.ones >= FEWEST]


def _own(passage: Passage, slot: int) -> Run | None:
    """Return the parts in a whole's own sentence; None where it tells something else."""
    whole = passage.mention(slot)
    before, own = passage.around(slot)
    parts = _before_whole(passage, before, whole) if slot else []
    if not set(passage.kinds[slot + 1 :]) & _AMOUNTS:
        return Run(tuple(parts), own, own, "")
    lead, mark, listed = _opened(own)
    if before.endswith(AMONG) and (were := pattern(_WERE).match(own)):
        lead, mark, listed = were.group(), AMONG, own[were.end() :]
    more = read(passage, listed, whole) if mark else []
    if len(more) + ones(listed) < FEWEST:
        if mark == " (" or _only_compares(own):
            more = []  # "(Q2 2024: 1,200 million)"
        elif not more:
            return None
        mark = ""
    return Run(
        (*parts, *more),
        lead,
        tail(listed),
        mark,
        ones=ones(listed),
        said=listed,
        after=_after(passage),
    )


@remembered
def _only_compares(own: str) -> bool:
    """Return whether all that follows a whole is what it is compared with."""
    return not _columns.amounts(pattern(_COMPARED).sub("", own))


def _before_whole(passage: Passage, before: str, whole: Mention) -> list[Part]:
    """Return the parts that a whole is told with: "nine of its 30 games"."""
    match = pattern(PART_OF).search(before)
    if not match:
        return []
    end = match.end("noun")
    return read(passage, before[:end], whole) or read(
        passage, before[match.start() : end], whole
    )


def _after(passage: Passage) -> str:
    """Return what the text says after a sentence, in lower case."""
    text, end = passage.document.text, passage.span.end
    after = text[end : end + _AFTER].partition("\n")[0]
    return re.sub(r"\d.*", "", after).lower()


@remembered
def tells_one(masked: str) -> bool:
    """Return whether a marked sentence may tell of people as "a woman": a cheap first look."""
    return " a" in masked and not PEOPLE.isdisjoint(_WORD.findall(masked))


@remembered
def ones(listed: str) -> int:
    """Return how many people of a list stand there as "a woman"."""
    found = pattern(ONE).findall(listed) if " a" in listed or "the " in listed else []
    return len(found) if all(map(_is_person, found)) else 0


def _is_person(noun: str) -> bool:
    """Return whether a word is a name for people: "woman", "minister"."""
    return noun in PEOPLE or noun.endswith(_PERSONAL)


@remembered
def _opened(own: str) -> tuple[str, str, str]:
    """Return what stands before a list, the mark that opens it, and the list."""
    first = pattern(r"<[cem]\d+>").search(own)
    if (
        first
        and ": " not in own
        and finds(own[: first.start()], rf"{DIVIDES}[^<;:.,]*$")
    ):
        return own[: first.start()], ": ", own[first.start() :]
    opened = pattern(_OPENS).match(own)
    if not opened:
        return "", "", ""
    mark, listed = opened["list"] or opened["mark"], own[opened.end() :]
    edge = pattern(_EDGE).match(listed) if mark in (" (", " - ") else None
    return own[: opened.end()], mark, edge["all"] if edge else listed


def tail(text: str) -> str:
    """Return what stands after a list, but for who says it: ", the ministry said"."""
    words = text.rpartition(">")[2]
    return pattern(_SAID).sub("", words) if ", " in words else words


def between(first: Passage, second: Passage, *, inside: bool = True) -> str | None:
    """Return the words between two sentences that speak of one thing; None for too many."""
    document = first.document
    if first.block != second.block:
        if document.blocks[first.block].kind is BlockKind.LIST and not inside:
            return None
        blocks = document.blocks[first.block + 1 : second.block + 1]
        takes_up = len(blocks) == 1 and finds(second.masked, _TAKES_UP)
        if not takes_up and any(block.kind is not BlockKind.LIST for block in blocks):
            return None
    gap = document.text[first.sentence.end : second.sentence.start].strip(
        " \t\r\n-*\u2022+"
    )
    return gap.lower() if len(gap) <= _SKIPPED else None


def read(passage: Passage, text: str, whole: Mention) -> list[Part]:
    """Return the parts that a sentence tells; none where it tells something else as well."""
    text, tokens = _told(text)
    parts: list[Part] = []
    end = 0
    for token, after in tokens:
        slot = int(token["slot"])
        mention = passage.mention(slot)
        foreign = _kinship(mention, whole)
        if foreign is None:
            return []
        said = text[end : token.start()]
        if foreign and pattern(_PLACED).search(said):
            continue
        if parts and said.endswith(" into "):
            return []  # "90,000 are pressed into 20,000": what becomes of a part
        words = "" if _is_noun(after, mention, whole) else after
        before = pattern(_STOPS).sub("", _label(said)).lstrip()
        parts.append(Part(Place(passage, slot), before, words, foreign))
        end = token.end()
    return parts


@remembered
def _told(text: str) -> tuple[str, tuple[tuple[re.Match[str], str], ...]]:
    """Return the words that tell of parts, and each amount there with what stands after it."""
    text = pattern(_SAID_BY).sub("", text)
    if "(<p" in text:
        text = pattern(_SHARE).sub("", text)
    text, _, aside = pattern(_AMONG).sub("\0", text).partition("\0")
    if len(_columns.amounts(aside)) > 1:
        return "", ()
    ends = [token.end() for token in _columns.amounts(text)]
    stop = pattern(_BOUNDARY).search(text, ends[-1]) if ends else None
    text = text[: stop.start()] if stop else text
    tokens = list(TOKEN.finditer(text))
    amounts = [token for token in tokens if token["kind"] in "cem"]
    others = [token["kind"] for token in tokens if token["kind"] not in "cem"]
    if (
        not amounts
        or set(others) - TIMES
        or (others and not len(amounts) - 1 <= len(others) <= len(amounts))
    ) or finds(text, f"{_NO_PART}|{_UNREAD}"):
        return "", ()
    text = pattern(_WHEN).sub("when", text)
    found = []
    for token in _columns.amounts(text):
        after = text[token.end() :]
        stop = pattern(_BOUNDARY).search(after)
        found.append((token, after[: stop.start()] if stop else after))
    return text, tuple(found)


def divide_another(parts: Sequence[Part]) -> bool:
    """Return whether a part is one of the part before it: "six withdrew, four of them through illness"."""
    of_them = [pattern(_THEM).match(part.after) is not None for part in parts]
    return any(of_them[1:]) and not of_them[0]


def is_mixed(parts: Sequence[Part], whole: Place) -> bool:
    """Return whether bare numbers in sentences of their own stand before a part with the unit.

    "6,000 pounds go to the fund. For: 129. Against: 3. The remaining 4,900 pounds are kept."
    """
    unit = whole.passage.mention(whole.slot).unit
    named = [part.place.passage for part in parts if part.mention.unit == unit]
    return any(
        part.mention.unit != unit
        and part.place.passage.index < named[-1].index
        and all(part.place.passage is not each for each in (whole.passage, *named))
        for part in parts
        if named
    )


def _is_noun(text: str, part: Mention, whole: Mention) -> bool:
    """Return whether words are no more than the noun of the whole."""
    a, w = part.counted, whole.counted
    return (
        a is not None
        and w is not None
        and (a.lemma == w.lemma or (a.lemma == "person" and w.lemma in PEOPLE))
        and text.strip() == a.head.lower()
    )


def _broken(mention: Mention) -> bool:
    """Return whether a number has decimals."""
    return (
        mention.value is not None and mention.value != mention.value.to_integral_value()
    )


def _label(text: str) -> str:
    """Return the words before an amount without the mark of a label: "Girls: 561"."""
    for mark in (": ", ", "):
        if text.endswith(mark) and (mark == ": " or pattern(_REST_OF).search(text)):
            return f"{text.removesuffix(mark)} "
    return text


def _kinship(part: Mention, whole: Mention) -> bool | None:
    """Return whether a part has a noun of its own; None where it can be no part at all."""
    if (
        part.form is not Form.PLAIN
        or part.value is None
        or part.value >= (whole.value or 0)
    ):
        return None
    if part.modifier is not None and part.modifier.is_bound:
        return None
    if (part.dimension, part.unit) != (whole.dimension, whole.unit):
        bare = part.dimension == "count" and part.counted is None
        # "29.3 million euros of it, restaurants 6.2": millions too, or who knows what.
        scaled = part.value * _SCALE <= (whole.value or 0)
        return False if bare and whole.dimension != "count" and not scaled else None
    if part.dimension == "count" and _broken(part) and not _broken(whole):
        return None
    a, w = part.counted, whole.counted
    if part.dimension != "count" or a is None or a.elided or w is None or w.elided:
        return False
    # "310 electric bicycles and 260 ordinary ones"
    same = a.lemma in (w.lemma, "one")
    return not same and not {a.lemma, w.lemma} <= PEOPLE


def number_first(parts: Sequence[Part]) -> bool:
    """Return whether each part opens with its number; a verb may stand before the first."""
    return all(finds(part.before, _NUMBER_FIRST) for part in parts[1:]) and bool(
        all(part.after.strip() for part in parts)
    )


def short(parts: Sequence[Part]) -> bool:
    """Return whether each part is told in a word or two: "740 plum, 560 cherry", "14 are old"."""
    words = [pattern(_BE).sub("", part.after).strip(" .").split() for part in parts]
    return number_first(parts) and all(0 < len(each) <= _SHORT for each in words)


def alike(parts: Sequence[Part]) -> bool:
    """Return whether all parts are told in one way: "12 in Arle, 9 in Borrow", "Arle 12, Borrow 9"."""
    if number_first(parts):
        words = [
            pattern(_THEM).sub("", part.after).strip(" .").split() for part in parts
        ]
        heads = {each[0] for each in words[1:] if each}
        nouns = {part.mention.counted and part.mention.counted.lemma for part in parts}
        if len(nouns) == 1 and nouns.isdisjoint((None, "them")):
            return True
        # "4,250 work in mills and 3,890 in offices"
        return len(heads) == 1 and heads <= set(words[0])
    return all(part.before.strip() and not part.after.strip(" .") for part in parts)
