"""Shares of things that are sorted into classes, of which each thing is in one.

"57 percent called the room good, 32 percent acceptable and 24 percent bad"; "within a week, said
44 percent; between one and three weeks, 38 percent; later, 31 percent": grades of one scale,
or bands of one size, leave each other out whatever the sentence says besides, in one sentence
or over several. Each share needs a grade of its own, and one scale must have them all.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations
from typing import NamedTuple

from factcheck.checks import _compare, _exclusive, _shares
from factcheck.checks._arithmetic import HUNDRED, Place
from factcheck.checks._context import TOKEN, Passage, finds, hint, pattern, saying
from factcheck.checks._roots import roots
from factcheck.model import Evidence, Fact, Form, Interval, Modifier, Motion

_FEWEST, _MOST, _SENTENCES = 3, 8, 4
_SHARED = (Form.PLAIN, Form.FRACTION, Form.RATIO)
_SLACK, _FAR = Decimal(1), Decimal(140)
_SHARES = hint("<p", "<f")
SCALES = """
good well excellent outstanding positive positively pleasant favourable favourably favorable satisfied pleased happy comfortable safe|fair acceptable average neutral reasonable adequate satisfactory mediocre indifferent mixed passable tolerable middling okay|poor poorly bad badly unpleasant negative negatively unfavourable unfavorable terrible unacceptable inadequate unsatisfactory dissatisfied unhappy awful weak disappointed disappointing uncomfortable unsafe
better improve improved improving rise risen rose grow grown growing increase increased higher more brighter|same unchanged stable steady change similar|worse worsen worsened fall fallen fell shrink shrunk decrease decreased decline declined lower less fewer darker
always constantly daily|often frequently weekly usually mostly|sometimes occasionally monthly|rarely seldom yearly annually|never
undamaged intact unhurt unharmed unscathed healthy sound|slight slightly minor light lightly mild mildly|moderate moderately medium|severe severely serious seriously heavy heavily badly grave gravely|dead died killed destroyed fatal lost
agree agreed support supported favour favoured approve approved yes back backed|undecided unsure neither neutral abstain abstained|disagree disagreed oppose opposed against disapprove disapproved no rejected reject
small smaller|middling medium medium-sized mid-sized|large larger big bigger
cheap low|moderate average|dear expensive high
childless none|one single|two couple|several three four
children child minors teenagers youngsters|adults adult|elderly pensioners old retired
employed work working job jobs|unemployed jobless|retired pensioners pension|students student studying pupils school
married|single unmarried|divorced separated|widowed widows widowers
catholic catholics|protestant protestants lutheran lutherans anglican anglicans|orthodox|muslim muslims|hindu hindus|buddhist buddhists|jewish jews|atheists atheist religionless
walk walked foot|cycle cycled bicycle bike|car drive drove driven|bus coach|train rail tram metro underground|plane air fly flew|ship boat ferry
first|second|third|fourth
won win victories wins|drawn drew draw draws|lost lose defeats losses
easy easily|hard difficult|impossible
breakfast morning mornings|noon lunch afternoon afternoons|evening evenings dinner|night nights
spring|summer|autumn fall|winter
tertiary university degree|secondary|primary
""".strip().splitlines()
"""Scales with their grades, from the best or most to the worst or least."""
_DEGREES = {
    "very": r"\b(?:very|extremely|highly|completely|fully|entirely|strongly|wholly|totally|absolutely|much|far too)\b",
    "fairly": r"\b(?:fairly|quite|rather|somewhat|reasonably|partly|largely|tend(?:ed)? to|moderately|mostly)\b",
    "slightly": r"\b(?:slightly|a little|a bit|just|barely|hardly)\b",
    "not": r"\b(?:not|no|never|n't|without|neither|nor)\b|n't\b",
}
_LESS = r"\b(?:within|under|below|less than|fewer than|not? (?:more|longer|later|older) than|up to|at most|smaller|younger|newer|shorter|lighter|earlier|sooner|lower|quicker|less)\b"
_MORE = r"\b(?:over|above|beyond|more|longer|later|older|larger|bigger|heavier|farther|further away|higher|slower|at least|upwards?)\b"
_BETWEEN = r"\bbetween [^.;]* and\b|<[a-z]\d+> (?:to|-) <|\bin between\b|\b[a-z]+ to <[a-z]\d+>"
_NONE = r"\b(?:on time|punctual(?:ly)?|on schedule|at once|immediately|straight away|the same day|no|none|never|not)\b"
# Words of change, of chance, and of what one may be twice.
_OTHERWISE = (
    r"\b(?:compared|last year|years? (?:ago|earlier)|the year before|than (?:in|a|the|last)\b(?! (?:minute|hour|day|week|month|year|half))|both|also|respectively|more than one|several times|chance|probability"
    r"|likelihood|margin|turnout|inflation|growth|interest|doses?|up from|down from|rose|fell|grew|percent(?:age)? points?|expected|forecast|target|at least once|so far)\b"
)
_ELSEWHERE = r"^(?:of(?!f)|in|among|at|for|with|across|elsewhere|meanwhile|last|a year|nationwide|but|overall|by contrast|this compares)\b"
_OF = r"^ ?of (?!them\b|these\b|those\b|it\b|the total\b)(?P<of>(?:[a-z'-]+ ?){1,3})"
_PLACED = r"^ ?(?:in|at|among|for) (?:the )?(?P<of>[a-z'-]+)"
_ABOUT = r"\b(?:with|about|of|for|to|in|at|on) (?:the|their|its|his|her|our) (?P<what>[a-z]+)"
_MANY = r"\b(?:more than one|several|multiple|many) (?:answers?|boxes|choices|options|reasons|things|times)|all that appl|as many\b[^.]{0,40}\bas (?:they|you)"
# "Half come by car, a quarter by bus": fractions that are read as no number.
_WORDED = (
    r"(?<![a-z-])(?P<f>(?:an?|one|two|three) (?:third|quarter|fifth|sixth|eighth|tenth)s?|(?<!first )(?<!second )(?<!other )half)"
    r"(?![a-z-])(?! (?:an?|past|hours?|years?|centur|million|billion|miles?|ago|of an?|later|earlier)\b)(?! of (?:an?|the (?:year|century))\b)"
)
# "Each accident is entered under one cause", "one answer each"
_ONE = (
    r"(?:one|a single) (?:[a-z]+ )?(?:answer|reason|cause|choice|box|option|party|name|vote|word|category|class|kind|type|way|means|mode|topic|subject|use|purpose|source"
    r"|colour|color|destination|nationality|religion|language|diagnosis|place|issue|item|thing)\b(?! or)"
)
_ONE_EACH = (
    rf"\b(?:each|every|all|everyone|everybody|were|was|to)\b(?: [a-z'-]+){{1,6}} (?:exactly |only |just )?(?<!least )(?<!than ){_ONE}"
    rf"|\b{_ONE} (?:for |to |by |per )?each\b|\b(?:only|just|exactly|no more than) {_ONE}"
)
# What one may have, use or like beside another.
_HAVING = r"\b(?:owns?|owned|likes?|liked|ha(?:s|ve|d) an?|uses?|used)\b"
_ANOTHER = r"\b(?:another|a further|a second|a third) $"
_PAIR, _STRANGE, _OFF = 2, 2, -1
_NEAR = Decimal(125)


class Share(NamedTuple):
    """A share of something.

    Attributes:
        passage: Where it stands.
        start: Where it begins in the marked sentence.
        end: Where it ends there.
        reading: What it can be, in percent.
        value: It, in percent.
        said: It, as written.
        shown: It, as evidence.
    """

    passage: Passage
    start: int
    end: int
    reading: Interval
    value: Decimal
    said: str
    shown: Evidence


def told(group: Sequence[Passage]) -> Iterator[list[Share]]:
    """Yield the shares of classes that leave each other out and come to more than all."""
    past = -1
    for at, passage in saying(group, _SHARES):
        near = "".join([each.kinds for each in group[at : at + _SENTENCES]])
        if passage.index <= past or near.count("p") + near.count("f") < _PAIR:
            continue
        for run in _runs(group, at):
            if _sorted_out(run):
                past = run[-1].passage.index
                yield run
                break


def _runs(group: Sequence[Passage], at: int) -> Iterator[list[Share]]:
    """Yield the shares of a sentence, and those with the sentences right after it."""
    found: list[Share] = []
    first = last = group[at]
    for passage in group[at : at + _SENTENCES]:
        near = passage.block == first.block and passage.index - last.index <= 1
        if passage is not first and (
            not near or finds(passage.masked, _ELSEWHERE) or passage.in_list
        ):
            return
        shares = _shares_in(passage)
        if not shares or passage.in_table:
            return
        found += shares
        last = passage
        if len(found) > _MOST:
            return
        fraction = any(
            share.passage.masked[share.start : share.end][1] != "p" for share in found
        )
        if len(found) >= (_PAIR if fraction else _FEWEST):
            yield list(found)


def _shares_in(passage: Passage) -> list[Share]:
    """Return the shares of a sentence in order; none if one of them is a bound or a change."""
    found: list[Share] = []
    for token in TOKEN.finditer(passage.masked):
        if token["kind"] in "pf":
            slot = int(token["slot"])
            fact = passage.fact(slot)
            mention = fact.mention
            bound = mention.modifier is not None and mention.modifier.is_bound
            moved = fact.motion not in (None, Motion.BY)  # "32 percent more than 50"
            if mention.form not in _SHARED or bound or moved:
                return []
            place = Place(passage, slot)
            size = HUNDRED if mention.unit != "percent" else Decimal(1)
            found.append(
                Share(
                    passage,
                    *token.span(),
                    mention.reading.scale(size),
                    (mention.value or Decimal(0)) * size,
                    place.said(),
                    place.evidence(0),
                )
            )
    for match in pattern(_WORDED).finditer(passage.masked):
        where = _shares.find_words(passage, match["f"])
        reading = _shares.read_words(match["f"], "")
        if where is None or reading is None:
            return []
        low, high = reading.low or Decimal(0), reading.high or HUNDRED
        shown = _compare.span_evidence(
            passage.document, where, side=0, outer=passage.span
        )
        found.append(
            Share(passage, *match.span(), reading, (low + high) / 2, match["f"], shown)
        )
    return sorted(found, key=lambda share: share.start)


def _sorted_out(run: Sequence[Share]) -> bool:
    """Return whether shares come to too much, each being of a class of its own."""
    values = [share.value for share in run]
    least = sum([share.reading.low or share.value for share in run], Decimal(0))
    if least <= HUNDRED + _SLACK or sum(values) > _FAR:
        return False
    if any(
        abs(sum(values[start:end]) - HUNDRED) <= _SLACK
        for start, end in combinations(range(len(values) + 1), 2)
    ):
        return False  # some of them share out all of it
    texts = {share.passage: share.passage.masked for share in run}
    said = " ".join(texts.values())
    if finds(said, _OTHERWISE) or _many_answers(run[-1].passage):
        return False
    before, after = _labels(run)
    alone = finds(run[-1].passage.paragraph, _ONE_EACH)
    if (alone or len(run) == _PAIR) and _leave_each_other_out(run, alone=alone):
        return True
    several = len(run) > _PAIR
    return several and (
        any(_are_grades(each) or _are_bands(each, run) for each in (after, before))
        or (sum(values) <= _NEAR and _are_others(before, after))
    )


def _are_others(before: Sequence[str], after: Sequence[str]) -> bool:
    """Return whether a share is told as one of further things: "another <31 percent>"."""
    further = re.search(_ANOTHER, before[-1]) is not None
    return further and not any(re.search(_OF, label) for label in after[1:])


def _leave_each_other_out(run: Sequence[Share], *, alone: bool) -> bool:
    """Return whether the words of one sentence keep its shares apart."""
    passage = run[0].passage
    if passage is not run[-1].passage:
        return False
    ends = [0, *(end for share in run for end in share[1:3]), len(passage.masked)]
    pieces = [
        passage.masked[start:end].strip()
        for start, end in zip(ends[::2], ends[1::2], strict=True)
    ]
    if alone:
        pieces = [
            re.sub(_ONE_EACH, " ", re.sub(r"<c\d+>", "one", each)) for each in pieces
        ]
    asked = "one answer each" if alone else ""
    return _exclusive.leave_each_other_out(pieces, asked)


def _many_answers(passage: Passage) -> bool:
    return finds(passage.paragraph, _MANY)


def _labels(run: Sequence[Share]) -> tuple[list[str], list[str]]:
    """Return what stands before each share, and what stands after it."""
    before, after = [], []
    for last, share, coming in zip((None, *run), run, (*run[1:], None), strict=False):
        beside = last is not None and last.passage is share.passage
        start = last.end if last and beside else 0
        beside = coming is not None and coming.passage is share.passage
        end = coming.start if coming and beside else len(share.passage.masked)
        before.append(_shown(share.passage, start, share.start))
        label = _shown(share.passage, share.end, end)
        after.append(label if beside else _cut(label))
    return before, after


def _cut(label: str) -> str:
    """Return the words behind the last share of a sentence up to who said so."""
    return label.strip().partition(", ")[0]


def _shown(passage: Passage, start: int, end: int) -> str:
    """Return some words of a sentence, with the bounds that its numbers have."""

    def show(match: re.Match[str]) -> str:
        item = passage.items[int(match["slot"])]
        if not isinstance(item, Fact):
            return match[0]
        mention = item.mention
        if mention.form is Form.RANGE:
            return f"between {match[0]} and"
        if mention.modifier in (Modifier.UP_TO, Modifier.LESS_THAN):
            return f"under {match[0]}"
        if mention.modifier in (Modifier.AT_LEAST, Modifier.MORE_THAN):
            return f"above {match[0]}"
        return match[0]

    return TOKEN.sub(show, passage.masked[start:end])


# --- grades ---


@cache
def _scales() -> tuple[tuple[re.Pattern[str], ...], ...]:
    return tuple(
        tuple(
            re.compile(rf"(?<![a-z-])(?:{'|'.join(rung.split())})(?![a-z-])")
            for rung in line.split("|")
        )
        for line in SCALES
    )


def _are_grades(labels: Sequence[str]) -> bool:
    """Return whether each of some labels is another grade of one scale."""
    for scale in _scales():
        grades: list[tuple[int, str]] = []
        for label in labels:
            grade = _grade(label, scale)
            if grade is None:
                break
            grades.append(grade)
        if len({*grades}) == len(labels):
            rungs = {rung for rung, _ in grades}
            if len(rungs) > 1 and _are_of_one(labels, scale):
                return True
    return False


def _grade(label: str, scale: Sequence[re.Pattern[str]]) -> tuple[int, str] | None:
    """Return the only rung of a scale that a label names, with its degree."""
    if finds(label, _exclusive.UNDECIDED):
        return _OFF, "undecided"
    rungs = [at for at, rung in enumerate(scale) if rung.search(label)]
    if not rungs and finds(label, _DEGREES["not"]):
        return _OFF, ""
    if len(rungs) != 1:
        return None
    degrees = [name for name, words in _DEGREES.items() if finds(label, words)]
    return rungs[0], degrees[0] if degrees else ""


def _are_of_one(labels: Sequence[str], scale: Sequence[re.Pattern[str]]) -> bool:
    """Return whether all labels grade what the first of them does."""
    known = roots(labels[0])
    if scale[0].search("walk") and finds(" ".join(labels), _HAVING):
        return False  # "a quarter walk, 45 percent have a bus pass"
    for label in labels[1:]:
        bare = label
        for rung in scale:
            bare = rung.sub(" ", bare)
        match = re.search(_OF, bare) or re.search(_PLACED, bare)
        if match and not roots(match["of"]) <= known:
            return False
        about = re.search(_ABOUT, bare)
        if about and not roots(about["what"]) <= known:
            return False
        if len(roots(bare) - known) > _STRANGE:
            return False
    return True


# --- bands ---


def _are_bands(labels: Sequence[str], run: Sequence[Share]) -> bool:
    """Return whether each of some labels is another band of one size."""
    bands = [_band(label) for label in labels]
    if None in bands or len({*bands}) < len(bands):
        return False
    highs = sum(band == "more" for band in bands)
    lows = sum(band == "less" for band in bands)
    return highs == 1 and lows <= 1 and _are_of_one_size(labels, run)


def are_bands(labels: Sequence[str]) -> bool:
    """Return whether each of the labels of a list or table is another band of one size."""
    bands = [_range(label) or _band(label) for label in labels]
    return None not in bands and len({*bands}) == len(bands) and "more" in bands


def _range(label: str) -> str | None:
    match = re.search(r"\d+ ?(?:-|to|\u2013) ?\d+", label)
    return match[0] if match else None


def _band(label: str) -> Hashable:
    """Return which band a label names; None if it names none."""
    between = re.search(_BETWEEN, label)
    if between:
        return between[0]
    if re.search(
        r"\b(?:or|and) (?:more|over|older|longer|later|above)\b|\d ?\+", label
    ):
        return "more"
    less, more = (finds(label, words) for words in (_LESS, _MORE))
    if less != more:
        return "less" if less else "more"
    if less:
        return None
    token = TOKEN.search(label)
    if token:
        return token[0]
    return "none" if finds(label, _NONE) else None


def _are_of_one_size(labels: Sequence[str], run: Sequence[Share]) -> bool:
    """Return whether the numbers in some labels measure one thing, and the words are few."""
    known = roots(labels[0])
    kinds = set()
    passages = {share.passage for share in run}
    for passage in passages:
        for item in passage.items:
            if isinstance(item, Fact) and item.mention.dimension != "ratio":
                bare = item.mention.counted is None or item.mention.counted.elided
                if item.mention.dimension != "count" or not bare:
                    kinds.add((item.mention.dimension, item.mention.unit))
    if len({dimension for dimension, _ in kinds}) > 1:
        return False
    for label in labels[1:]:
        match = re.search(_OF, label) or re.search(_PLACED, label)
        if match and not roots(match["of"]) <= known:
            return False
    return True
