"""A span whose start stands in the sentence beside it: "It had closed in March 2019"."""

from __future__ import annotations

import re

from factcheck.checks._context import (
    Passage,
    pattern,
    remembered,
    search,
)
from factcheck.language.data import word_set
from factcheck.language.sentences import sentences
from factcheck.model import Form, Period, Span

# How something ends, how the same thing begins.
_PAIRS = (
    (
        r"\b(?:reopen\w*|re-open\w*|open\w* again|welcom\w+ [a-z ]{0,20}again|back in use)\b",
        r"\b(?:had |was |were |been |has )*(?:closed|shut)\b",
    ),
    (
        r"\b(?:open(?:s|ed)?|complet\w+|finish\w+|inaugurat\w+|handed over|is ready|was ready)\b",
        (
            r"\b(?:work|works|construction|building|digging) (?:had |has )?(?:began|begun|started)\b"
            r"|\b(?:broke ground|ground was broken|(?:first|foundation) (?:stone|sleeper|brick|sod)\b.*\blaid)\b"
        ),
    ),
    (
        r"\b(?:released|freed|came home|set free|walked free)\b",
        r"\b(?:captured|kidnapped|abducted|arrested|jailed|imprisoned|taken hostage|seized)\b",
    ),
    (
        r"\b(?:returned|docked|came back|landed|arrived back)\b",
        r"\b(?:set out|set sail|sailed|left|launched|took off|blasted off)\b",
    ),
)
_AFTER = (
    r"\b(?:after|following) (?:a )?{t:t}(?! (?:of (?:talks|negotiation|delay|debate|planning|legal)"
    r"|later|earlier|ago|more))|(?::|,| -) {t:t} of (?:works?|construction|building|captivity)\b"
)
# "So for three years and four months": between the dates of the sentences before.
_ALL_OF_IT = word_set(
    """
    gap wait delay closure thing job affair work works interruption stoppage outage blackout
    disruption breakdown failure fault shutdown standstill ordeal incident absence
    """
)
_LASTS = (
    r"(?:was|lasted|took|went on|dragged on|(?:has|had|will have) (?:taken|lasted))"
)
_SO = (
    r"^(?:and |but )?(?:so|thus|that(?:'s| is| was| makes| made| meant)|for (?:all )?(?:those|these)|in (?:all|between),?"
    rf"|(?:it|that|this|they|the (?:whole )?(?P<noun>[a-z]+))(?: (?:thus|therefore|so|hence))? {_LASTS}|(?:he|she|they|the [a-z]+) (?:had |have |has )?(?:needed|took|taken|spent|waited|served|been (?:held|away|gone))(?: them| him| her)?)"
    r"(?: (?:it|they|the [a-z]+) (?:took|had taken|lasted|lay|stood))?(?: (?:for|about|some|nearly|almost|just|the|a|an|gap|of|all|thus|therefore))* {t:t}"
    r"(?P<rest>[^<]*)$"
)
_PART_OF_IT = r"^ (?:of|to|before|after|longer|more|later|ago|earlier)\b(?! (?:waiting|silence|delay|closure))"
_NO_MORE = r"^(?:[.,;:!?]?$| (?:without (?:interruption|a break)|(?:in|at|on) (?:captivity|custody|prison|jail|hiding|hospital|exile|sea|remand))\b[^<]*$| (?:in all|altogether|in total|of (?:[a-z]+ing|noise|dust|darkness|silence|delay|closure|works?|construction|repairs?)\b[^<;]*|(?:during|in) which [^<;]*)$)"
_OVER = (
    r"\b(?:ended|stopped|finished|concluded|completed|came back|restored|back (?:on|in|up)|handed over|(?:re-?)?opened|is to open|to board|resumed"
    r"|arrived|landed|docked|returned|released|freed|lifted|(?:was|were) laid|over by)\b"
)
# "in 2019, 14 years after he had founded it": when that was stands in an earlier sentence.
_SINCE_THEN = (
    r"\b(?:in|on) (?:early |late )?{b:d},? (?:[a-z]+ ){0,2}?{t:t} after (?:it|he|she|they|the [a-z]+|its|his|her|their)"
    r" (?:(?:[a-z]+ )?(?:had |was |were |been |first )*)?(?P<verb>[a-z]{3,}(?:ed|ing|ght|gan|gun|ilt|ook|eft|old))\b"
)
# "It is 57 years since then", "their first title in 27 years": from what a sentence beside it dates.
_THEN = (
    r"^\W*(?:but |and |now )?(?:it|that|this) (?:is|was|has been|'s)(?: now| almost| nearly| just| over| exactly)*"
    r" {t:t} (?:since (?:then|that (?:day|night|year|time))|ago)\b"
)
_NOW_ON = r"^\W*(?:but |and )?(?:now|today|even now),? {t:t} (?:on|later)(?=,| )"
_FIRST_IN = (
    r"\b(?:first|only|biggest|worst|highest|lowest|largest|longest)\b[^<;]{0,40} (?:in|for) {t:t}"
    r"(?=[.,;]|$)"
)
_LAST_ONE = (
    r"^\W*(?:the|its|their|his|her) (?:last|previous|most recent)(?: (?:one|time|such [a-z]+|[a-z]+))?"
    r" (?:came|was|dates|dated|had come|had been|happened|fell)(?: [a-z]+){0,2}? (?:in|from|on|to)\b"
)
_ASIDE = r"\b(?:expected|planned|scheduled|should|would|until|since|by the|before)\b"
_ASIDE_BOTH = r"\b(?:planned|scheduled|should|would|could|instead|originally|every|each|daily|weekdays|average|not|only|another|again|a second|both|born)\b"
_DOTTED = r"\b(?:[Aa]t|[Bb]y|[Ff]rom|[Uu]ntil|[Ss]ince|[Aa]fter|[Bb]efore) ((?:[01]?\d|2[0-3])\.[0-5]\d)(?!\d|[.,]\d| ?(?:%|p[.]?c|per ?cent|points?|euros?|dollars?|pounds?|[a-z]*illion))"
_TWO, _ROOT = 2, 4
_SHORTLY = 400
_FIRST = r"\b(?:again|second time|originally|first (?:opened|built)|previously|twice)\b"


def beginning(passage: Passage) -> tuple[int, int, Period] | None:
    """Return the slots of an end and of a span, and the start in the sentence beside it."""
    kinds = passage.kinds
    if kinds.count("d") != 1 or kinds.count("t") != 1:
        return None
    match = pattern(_AFTER.replace("{t:t}", r"<t(?:\d+)>")).search(passage.masked)
    end, span = kinds.index("d"), kinds.index("t")
    if not match or passage.mention(span).form is not Form.PLAIN:
        return None
    starts = [start for end_, start in _PAIRS if search(passage.masked, end_)]
    if not starts:
        return None
    found = [
        (period, text)
        for period, text in neighbours(passage)
        if any(re.search(start, text) for start in starts)
    ]
    if len(found) != 1 or re.search(_FIRST, found[0][1]):
        return None
    return end, span, found[0][0]


def between(passage: Passage) -> tuple[int, Period, Period] | None:
    """Return the slot of a span that counts from the one to the other sentence before."""
    if passage.kinds.count("t") != 1 or set("dwqk") & set(passage.kinds):
        return None
    match = pattern(_SO).match(passage.masked)
    if not match:
        return None
    ends = _both_ends(passage, match["noun"]) if _is_all(match) else None
    if ends:
        return int(match["t"]), *ends
    noun, rest = match["noun"], match["rest"]
    if (noun and noun not in _ALL_OF_IT) or pattern(_PART_OF_IT).match(rest):
        return None
    found = neighbours(passage, steps=(-2, -1))
    if len(found) != _TWO or any(re.search(_ASIDE, text) for _, text in found):
        return None
    return int(match["t"]), found[0][0], found[1][0]


@remembered
def may_count(masked: str) -> bool:
    """Return whether a marked sentence may tell how long what stands beside it is ago, or took."""
    return (
        pattern(_SO).match(masked) is not None
        or pattern(_THEN).search(masked) is not None
        or pattern(_NOW_ON).search(masked) is not None
        or pattern(_FIRST_IN).search(masked) is not None
    )


def _is_all(match: re.Match[str]) -> bool:
    """Return whether a span is told of all that went before: no "two hours longer"."""
    return pattern(_NO_MORE).match(match["rest"]) is not None


def _both_ends(passage: Passage, noun: str | None) -> tuple[Period, Period] | None:
    """Return the start and the end where the sentence before tells both; "09:40 to 14:10" is both."""
    text, periods = beside(passage, -1)
    times = [period for period in periods if period.kind == "time"]
    told = times or periods
    ranged = len(told) == 1
    if ranged:
        told = [*told, *told] if times else list(told[0].parts)
    if len(told) != _TWO or re.search(_ASIDE_BOTH, text):
        return None
    if noun == "delay" or (noun not in _ALL_OF_IT and (noun or "")[:_ROOT] not in text):
        return None
    plain = passage.masked.startswith(("it ", "they ", "the "))
    if plain and not ranged and not re.search(_OVER, text):
        return None
    if times or all(is_told(period) and period.kind != "time" for period in told):
        return told[0], told[1]
    return None


def told_back(passage: Passage) -> tuple[int, Period] | None:
    """Return the slot of a span up to now, and the day in a sentence beside it from which it counts."""
    if passage.kinds.count("t") != 1 or set("dwqk") & set(passage.kinds):
        return None
    match = search(passage.masked, _THEN) or search(passage.masked, _NOW_ON)
    if match:
        found = neighbours(passage, steps=(-1,))
    else:
        match = search(passage.masked, _FIRST_IN)
        found = [
            (period, text)
            for period, text in (neighbours(passage) if match else [])
            if re.match(_LAST_ONE, text)
        ]
    if not match or len(found) != 1 or re.search(_ASIDE, found[0][1]):
        return None
    return int(match["t"]), found[0][0]


def since_then(passage: Passage) -> tuple[int, int, Period] | None:
    """Return the slots of an end and a span, and the start that an earlier sentence tells."""
    match = " after " in passage.masked and search(passage.masked, _SINCE_THEN)
    if not match:
        return None
    document = passage.document
    text, low = document.text, passage.span.start
    starts = []
    for found in re.finditer(rf"\b{match['verb']}\b", text[:low], re.IGNORECASE):
        # Up to the end of its sentence, or of what it says.
        rest = re.split(r"[.;,](?= |$)|\n", text[found.end() : low])[0]
        end = found.end() + len(rest)
        starts += [
            period
            for period in passage.facts.extraction.periods
            if found.end() <= period.span.start < end
            and text[: period.span.start].rstrip().endswith((" in", " on"))
        ]
    if len(starts) != 1 or not starts[0].precise or starts[0].parts:
        return None
    return int(match["b"]), int(match["t"]), starts[0]


def before(passage: Passage) -> tuple[Period, str] | None:
    """Return the one date of the sentence before, with that sentence."""
    found = neighbours(passage, steps=(-1,))
    return found[0] if found else None


def neighbours(
    passage: Passage, steps: tuple[int, ...] = (-1, 1)
) -> list[tuple[Period, str]]:
    """Return the sentences next to a passage that hold one date each."""
    found = []
    for step in steps:
        text, periods = beside(passage, step)
        if len(periods) == 1 and is_told(periods[0]):
            found.append((periods[0], text))
    return found


def dates_before(passage: Passage) -> list[Period]:
    """Return the dates told shortly before a sentence, the last first."""
    end = passage.span.start
    return [
        period
        for period in reversed(passage.facts.extraction.periods)
        if end - _SHORTLY < period.span.start < end and is_told(period)
    ]


def is_told(period: Period) -> bool:
    """Return whether a date is told, at least to the day of a year."""
    return not period.parts and (period.precise or period.kind == "date")


def beside(passage: Passage, step: int) -> tuple[str, list[Period]]:
    """Return the sentence so many further on in the block, in lower case, and its periods."""
    found = sentence(passage, step)
    if found is None:
        return "", []
    start, end = found
    periods = [
        period
        for period in passage.facts.extraction.periods
        if start <= period.span.start < end
    ]
    return passage.document.text[start:end].lower(), periods


def clocks(passage: Passage, start: int, end: int) -> list[Period]:
    """Return the times of day in a stretch of text, those written as numbers too: "at 18.05"."""
    text = passage.document.text[start:end]
    return [
        period
        for period in passage.facts.extraction.periods
        if start <= period.span.start < end and period.kind == "time"
    ] or [
        Period(Span(start + a, start + b), text[a:b], "time", precise=False)
        for a, b in (each.span(1) for each in pattern(_DOTTED).finditer(text))
    ]


def sentence(passage: Passage, step: int) -> tuple[int, int] | None:
    """Return where the sentence so many further on in the block starts and ends."""
    document = passage.document
    if not document.blocks:
        return None
    block = document.blocks[passage.block].span
    spans = list(sentences(document.text, block.start, block.end))
    here = [i for i, (a, b) in enumerate(spans) if a <= passage.span.start < b]
    index = here[0] + step if here else -1
    return spans[index] if 0 <= index < len(spans) else None
