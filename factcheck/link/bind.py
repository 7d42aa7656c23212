"""Binding: what each mention is about.

Shallow parsing of our own: a sentence is cut into words once, a clause is what lies between
punctuation and conjunctions, and closed lists of cue words (`link.lexicon`) say the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.language.sentences import sentences
from factcheck.link import lexicon
from factcheck.link.sentences import Sentence
from factcheck.link.stems import stem
from factcheck.model import (
    Block,
    BlockKind,
    Document,
    DocumentFacts,
    Extraction,
    Fact,
    Mention,
    Motion,
    Part,
    Period,
    Role,
    Span,
    Stance,
)

_TITLE_LENGTH = 140
_NEAR = 6  # words on either side in which a cue word counts
_FATE_REACH = 8
_ANCHOR_REACH = 4
_OPENING = 12  # characters in which a sentence says when, before it says what
_LEAD = 900  # characters from the start of the article
_ROLES = {
    BlockKind.TITLE: Role.TITLE,
    BlockKind.LIST: Role.LIST,
    BlockKind.TABLE: Role.TABLE,
    BlockKind.CAPTION: Role.CAPTION,
}
_PLACES = frozenset(
    """city town village district capital province county suburb camp neighbourhood
    neighborhood borough""".split()
)
# Whoever speaks of the event of the day does not say the year.
_LONG = frozenset(("month", "year", "season", "decade"))
_PERS = frozenset(("a", "an", "per", "each", "every"))
_PER_ADVERBS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "annually": "year",
    "yearly": "year",
    "apiece": "each",
    "each": "each",
    "hourly": "hour",
    "nightly": "night",
}
_ANDS = frozenset(("and", "or", "nor"))
_OF_WHOM = frozenset(("them", "whom", "these", "those", "which", "the", "our", "its"))
_INCLUDES = frozenset(("including", "included", "include", "includes", "among"))
_OTHERS = frozenset(
    ("other", "others", "another", "more", "additional", "further", "remaining", "rest")
)
_HEDGES = frozenset(
    """only just about around nearly almost some roughly at least more than over an a as much
    to by2 approximately""".split()
) - {"to"}
# What may stand between "killing" and the number of those killed.
_BETWEEN = _HEDGES | frozenset(
    """the all another other up to many few both his her their up estimated further
    additional of including""".split()
)
_EXCLUDES = frozenset(("excluding", "except", "besides", "without"))
_CHANGES = frozenset(
    [
        "increase",
        "rise",
        "drop",
        "fall",
        "decline",
        "growth",
        "improvement",
        "jump",
        "gain",
        "reduction",
        "cut",
        "decrease",
        "surge",
        "climb",
        "raise",
    ]
)


def bind(document: Document, extraction: Extraction) -> DocumentFacts:
    """Return the facts of a document: each mention with what it is about.

    Args:
        document: The document.
        extraction: What was read in it.
    """
    return DocumentFacts(document, extraction, tuple(_facts(document, extraction)))


def _facts(document: Document, extraction: Extraction) -> Iterator[Fact]:
    mentions, periods = extraction.mentions, extraction.periods
    title = _title(document)
    first = document.blocks[0].span.start if document.blocks else 0
    n_sentences = -1
    block_index = -1
    spans: list[Span] = []
    at_span = 0
    sentence: Sentence | None = None
    at_period = 0
    inside: list[Mention] = []
    here: list[Period] = []
    for i, mention in enumerate(mentions):
        start = mention.span.start
        if mention.block != block_index:
            block_index = mention.block
            block = document.blocks[block_index]
            spans = (
                [block.span]
                if block.kind in (BlockKind.TABLE, BlockKind.TITLE)
                else [
                    Span(*span)
                    for span in sentences(
                        document.text, block.span.start, block.span.end
                    )
                ]
            )
            at_span = 0
            sentence = None
        while at_span < len(spans) - 1 and start >= spans[at_span].end:
            at_span += 1
            sentence = None
        if sentence is None:
            n_sentences += 1
            span = spans[at_span] if spans else document.blocks[block_index].span
            sentence = Sentence(document.text, span, n_sentences)
            end = span.end
            inside = [mention]
            for other in mentions[i + 1 :]:
                if other.span.start >= end:
                    break
                inside.append(other)
            while (
                at_period < len(periods) and periods[at_period].span.end <= span.start
            ):
                at_period += 1
            here = []
            for period in periods[at_period:]:
                if period.span.start >= end:
                    break
                here.append(period)
        role = _role(document.blocks[block_index], block_index, title)
        yield _fact(mention, sentence, inside, here, role, first)


def _title(document: Document) -> int:
    """Return the index of the block that is the headline, or -1."""
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.TITLE:
            return index
        if block.boilerplate:
            continue
        span = block.span
        text = document.text[span.start : span.end]
        short = span.end - span.start <= _TITLE_LENGTH and "\n" not in text.strip()
        if (
            short
            and block.kind in (BlockKind.BODY, BlockKind.HEADING)
            and not text.rstrip().endswith((".", ":", ";", ","))
            and len(document.blocks) > 1
        ):
            return index
        return -1
    return -1


def _role(block: Block, index: int, title: int) -> Role:
    return Role.TITLE if index == title else _ROLES.get(block.kind, Role.BODY)


def _fact(
    mention: Mention,
    sentence: Sentence,
    inside: list[Mention],
    periods: list[Period],
    role: Role,
    first: int,
) -> Fact:
    left, right = _clause(mention, sentence, inside)
    lowers, stems = sentence.lowers, sentence.stems
    at = sentence.at(mention.span.start)
    after = sentence.at(mention.span.end)
    before_words = lowers[max(left, at - _NEAR) : at]
    after_words = lowers[after : min(right, after + _NEAR)]
    counted = mention.counted
    past = after
    head = ""
    qualifiers: tuple[str, ...] = ()
    if counted is not None and not counted.elided:
        head = stem(counted.lemma) or counted.lemma
        past = sentence.at(counted.span.end)
        qualifiers = tuple(filter(None, map(stem, counted.qualifiers)))
    concepts = _concepts(mention, sentence, left, right, at, past, head)
    near = frozenset(key for key in (*stems[left:at], *stems[after:right]) if key)
    if mention.headers:
        near |= {
            key
            for header in mention.headers
            for word in header.lower().split()
            if (key := stem(word.strip("().,:;*")))
        }
    return Fact(
        mention=mention,
        subject=None,
        property=None,
        period=_period(mention, periods, sentence, left, right),
        scope=_scope(lowers, periods),
        concepts=concepts,
        head=head,
        qualifiers=qualifiers,
        stance=_stance(before_words, lowers[past : min(right, past + 4)]),
        part=_part(mention, lowers[max(0, at - _NEAR) : at], after_words),
        motion=_motion(before_words, after_words, lowers[max(0, at - _NEAR) : at]),
        per=_per(after_words, before_words),
        role=role,
        sentence=sentence.span,
        clause=_clause_span(sentence, left, right),
        index=sentence.index,
        names=sentence.names,
        words=sentence.words,
        near=near,
        anchors=_anchors(stems, left, at, after, right) | concepts,
        lead=role is Role.TITLE or mention.span.start - first < _LEAD,
    )


def _scope(lowers: list[str], periods: list[Period]) -> tuple[str, ...]:
    """Return the words of a sentence that set its event apart from another."""
    words = [word for word in lowers if word in lexicon.SCOPES]
    for i in range(len(lowers) - 2):
        if lowers[i] == "in" and lowers[i + 1] == "the" and lowers[i + 2] in _PLACES:
            words.append(lowers[i + 2])
    words += [p.kind for p in periods if p.kind in _LONG]
    if any(p.kind == "date" and p.precise and p.start for p in periods):
        words.append("year")
    return tuple(words)


def _anchors(
    stems: list[str], left: int, at: int, after: int, right: int
) -> frozenset[str]:
    """Return the nearest word on either side that says something."""
    found = []
    for i in range(at - 1, max(left, at - _ANCHOR_REACH) - 1, -1):
        if stems[i]:
            found.append(stems[i])
            break
    for i in range(after, min(right, after + _ANCHOR_REACH)):
        if stems[i]:
            found.append(stems[i])
            break
    return frozenset(found)


def _clause_span(sentence: Sentence, left: int, right: int) -> Span:
    starts = sentence.starts
    start = starts[left] if left and left < len(starts) else sentence.span.start
    end = starts[right] if right < len(starts) else sentence.span.end
    return Span(min(start, end), max(start, end))


def _clause(
    mention: Mention, sentence: Sentence, inside: list[Mention]
) -> tuple[int, int]:
    """Return the words, from and up to, of the clause that a mention stands in."""
    gaps, lowers = sentence.gaps, sentence.lowers
    n_words = len(lowers)
    begin = mention.span.start
    low = high = None
    for other in inside:
        if other.span.end <= begin:
            low = other
        elif other.span.start >= mention.span.end:
            high = other.span.start
            break
    if low is not None and not sentence.text[low.span.end : begin].strip(" ,-"):
        # "A five-year, $80 million contract": two numbers, one phrase.
        begin, low = low.span.start, None
    at = sentence.at(begin)
    after = sentence.at(mention.span.end)
    left = at
    # "$3.50, up 40.6 percent": what went up stands before the comma.
    if at > 1 and gaps[at - 1] and lowers[at - 1] in ("up", "down"):
        left = at = at - 1
        begin = sentence.starts[at - 1] + len(lowers[at - 1])
    if at and lowers[at - 1] not in _ANDS and not sentence.broken(at - 1, begin):
        fence = sentence.at(low.span.end) if low is not None else -1
        while left > 0:
            left -= 1
            if gaps[left]:
                break
            if left < fence or (low is not None and lowers[left] in _ANDS):
                left += 1
                break
    right = after
    if after < n_words and not sentence.breaks(mention.span.end, after):
        fence = sentence.at(high) if high is not None else n_words
        while right < fence:
            right += 1
            if right < n_words and (
                gaps[right] or (high is not None and lowers[right] in _ANDS)
            ):
                break
    return left, right


def _concepts(
    mention: Mention,
    sentence: Sentence,
    left: int,
    right: int,
    at: int,
    past: int,
    head: str,
) -> frozenset[str]:
    found: set[str] = set()
    if head:
        found.add(head)
    if mention.dimension != "count":
        return frozenset(found)
    stems = sentence.stems
    best = None
    for i in range(past, min(right, past + _FATE_REACH)):
        if sentence.lowers[i] in _ANDS:
            break
        if stems[i] in lexicon.FATES:
            best = i
            break
    tolled = not lexicon.TOLLS.isdisjoint(sentence.lowers[left:at])
    # "Killing four people", "wounded 31": before the number only where it is close.
    for i in range(at - 1, max(left, at - _FATE_REACH) - 1, -1):
        if stems[i] in lexicon.FATES:
            if best is None or at - 1 - i < best - past - 1:
                best = i
            break
        if sentence.lowers[i] not in _BETWEEN and not tolled:
            break
    if best is not None:
        found.add(stems[best])
        for i in (best - 2, best + 2):
            if (
                0 <= i < len(stems)
                and stems[i] in lexicon.FATES
                and sentence.lowers[(i + best) // 2] in ("and", "or")
            ):
                found.add(stems[i])
    return frozenset(found)


def _period(
    mention: Mention,
    periods: list[Period],
    sentence: Sentence,
    left: int,
    right: int,
) -> Period | None:
    if not periods:
        return None
    span = _clause_span(sentence, left, right)
    at = mention.span.start
    own = [p for p in periods if span.start <= p.span.start < span.end]
    if own:
        return min(own, key=lambda p: (abs(p.span.start - at), p.span.start))
    # "In March, ..." speaks of the whole sentence, unless it speaks of other times as well.
    opening = sentence.span.start + _OPENING
    if len(periods) == 1 and periods[0].span.start < opening:
        return periods[0]
    return None


def _stance(before: list[str], after: list[str]) -> Stance | None:
    words = {*before, *after}
    if not lexicon.TARGET.isdisjoint(before) or not lexicon.TARGET_AFTER.isdisjoint(
        after
    ):
        return Stance.TARGET
    if words & lexicon.FORECAST:
        return Stance.FORECAST
    if words & lexicon.PREVIOUS or before[-2:] == ["than", "the"]:
        return Stance.PREVIOUS
    if words & lexicon.DENIAL:
        return Stance.DENIAL
    if "if" in words or "unless" in words:
        return Stance.HYPOTHETICAL
    if words & lexicon.ESTIMATE:
        return Stance.ESTIMATE
    return None


def _motion(before: list[str], after: list[str], far: list[str]) -> Motion | None:
    while before and before[-1] in _HEDGES:
        before = before[:-1]
    last = before[-1] if before else (far[-1] if far else "")
    moved = not lexicon.RISE.isdisjoint(far) or not lexicon.FALL.isdisjoint(far)
    if last == "from" or before[-2:] == ["than", "the"]:
        return Motion.FROM
    if last == "by" and moved:
        return Motion.BY
    if last in ("up", "down") or (last in lexicon.RISE or last in lexicon.FALL):
        return Motion.BY
    if last == "of" and len(before) > 1 and before[-2] in _CHANGES:
        return Motion.BY
    if not _CHANGES.isdisjoint(after[:2]) or not {
        "higher",
        "lower",
        "fewer",
        "more",
        "less",
    }.isdisjoint(after[:3]):
        return Motion.BY
    if last == "to" and moved:
        return Motion.TO
    return None


def _part(mention: Mention, before: list[str], after: list[str]) -> Part | None:
    counted = mention.counted
    qualifiers = counted.qualifiers if counted else ()
    if _joined(before):
        return Part.OF
    if (
        not _OTHERS.isdisjoint(after[:2])
        or not _OTHERS.isdisjoint(qualifiers)
        or (
            before
            and before[-1] in ("another", "further", "remaining", "additional", "other")
        )
    ):
        return Part.OTHERS
    if len(after) > 1 and after[0] == "of" and after[1] in _OF_WHOM:
        return Part.OF
    if {"whom"} & {*before[-3:]} or after[:2] == ["in", "them"]:
        return Part.OF
    tail = before[-3:]
    if not _INCLUDES.isdisjoint(tail):
        return Part.INCLUDING
    if not _EXCLUDES.isdisjoint(tail):
        return Part.EXCLUDING
    return None


def _joined(before: list[str]) -> bool:
    """Return whether the number is the end of a list: "an infant and two women"."""
    if not before or before[-1] != "and":
        return False
    return any(word in ("a", "an", "he", "she", "his", "her") for word in before[-5:-1])


def _per(after: list[str], before: list[str]) -> str | None:
    for i, word in enumerate(after[:4]):
        if word in _PER_ADVERBS:
            return _PER_ADVERBS[word]
        if word in _PERS and i + 1 < len(after):
            following = after[i + 1]
            if word in ("per", "each", "every") or following in (
                "day",
                "week",
                "month",
                "year",
                "hour",
                "minute",
                "second",
                "night",
                "head",
                "piece",
                "person",
                "household",
            ):
                return following
    if before and before[-1] in ("daily", "weekly", "monthly", "annual", "each"):
        return before[-1]
    return None
