"""A percentage of a whole must be the part that is stated.

What it does:
    Where a part, a whole and a percentage or fraction are given for one thing ("5,400 of the
    12,000 skaters, 45 percent", "45 percent of 420 million, or 189 million", "turnout was
    64 percent" beside the ballots and the voters), it works out the 33 of them, or 75 percentnd compares.
    The three may stand in one sentence, in neighbouring ones, or in different documents
    where the words leave no doubt what the whole is.

Why it matters:
    It is the figure that gets quoted, and the one that is most often worked out by hand.

Example:
    "Beginners made up 5,400 of the 12,000 skaters, 52 percent of them all." 5,400 of 12,000
    is 45 percent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import _arithmetic, _compare, _ratios
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, aligned, passages, pattern
from factcheck.model import (
    Cluster,
    DocumentFacts,
    Fact,
    Form,
    Interval,
    Mention,
    Outcome,
    Span,
    Verdict,
)
from factcheck.units import wording

LAW = "share"

_OR = (
    r"(?:,| -|:| \(|;)? ?(?:or|that is|that's|which is|i\.e\.|equal to|equivalent to"
    r"|amounting to|representing|accounting for|making up|meaning|a share of"
    r"|(?:a|an|for a) (?:[a-z]+ ){1,2}?of)? ?(?:a |an |just |only |some |about |almost |roughly |nearly |a little over |well over |a mere )*"
)
_SEP = r"(?:,| -|:| \(| or| is| was| are| were| makes?| represents?| equals?)"
_OF = r"(?:out of|of)(?: (?:the|its|their|our|his|her|all|some|about|a total of|an estimated|those|these))?"
# Part a, whole w, share s, within one sentence.
_SHAPES = (
    # 5,400 of the 12,000 people who skated, 45 percent of them
    rf"{{a:cem}}(?: [a-z'-]+)? {_OF}(?: [a-z'-]+){{0,3}} {{w:cem}}(?: [^<;:.,]{{0,60}})?{_SEP}{_OR}{{s:pf}}",
    # 45 percent, or 5,400 of the 12,000 skaters
    rf"{{s:pf}}(?: [a-z'-]+){{0,4}}{_SEP}{_OR}{{a:cem}}(?: [a-z'-]+)? {_OF}(?: [a-z'-]+){{0,3}} {{w:cem}}",
    # 45 percent of the 420 million, or 189 million
    rf"{{s:pf}}(?: [a-z'-]+)? of(?: [a-z'-]+){{0,4}} {{w:cem}}(?: [^<;:.,]{{0,40}})?(?:,| -| \(|:){_OR}{{a:cem}}",
    # 189 million, or 45 percent of the 420 million
    rf"{{a:cem}}(?: [^<;:.,]{{0,50}})?(?:,| -| \(|:){_OR}{{s:pf}}(?: [a-z'-]+)? of(?: [a-z'-]+){{0,4}} {{w:cem}}",
    # of the 140 jobs, 30 (21 percent) are
    rf"\bof (?:the |its |their |those |these |our |all )?(?:[a-z-]+ )?{{w:cem}}[^<;:.]{{0,50}}?,? (?:[a-z]+ ){{0,3}}{{a:cem}}(?: [a-z'-]+){{0,3}}(?:,| -| \(|:){_OR}{{s:pf}}",
    # of the 140 jobs, 21 percent, or 30, are
    rf"\bof (?:the |its |their |those |these |our |all )?(?:[a-z-]+ )?{{w:cem}}[^<;:.]{{0,50}}?,? (?:[a-z]+ ){{0,3}}{{s:pf}}(?: [a-z'-]+){{0,3}}(?:,| -| \(|:){_OR}{{a:cem}}",
    # 1,260 people were tested and 189 were positive, a rate of 15 percent
    (
        r"{w:cem} [^<;:]{1,60} and {a:cem} [^<;:,]{1,40}, (?:a|for a|at a|or a|giving a)"
        r" (?:[a-z]+ )?(?:rate|share|proportion|turnout) of {s:pf}"
    ),
)
# The whole stands elsewhere.
_PART_SHARE = (
    r"{a:cem}(?: [^<;:.,()]{0,40})?(?:, (?:or|that is|about|roughly|some|nearly|almost|i\.e\.)| - (?:or )?| \()(?: ?(?:or|about|roughly|some|nearly|almost|just|only|over|a|an))* ?{s:pf}(?P<tail> of (?:the(?:m| total| whole)?|those|these|all|its|their|whom|which)\b[^<.;,)]{0,40})?",
    r"{s:pf}(?P<tail> of (?:the(?:m| total| whole)?|those|these|all|its|their|whom|which)\b[^<.;,()]{0,40})?(?:, or| \(| - or)(?: (?:about|some|roughly|nearly|almost|just))* ?{a:cem}",
)
# A fraction that stands alone: "150 stand empty, or a quarter".
_PORTIONS = {
    "half": (1, 2), "a third": (1, 3), "one third": (1, 3), "one-third": (1, 3),
    "two thirds": (2, 3), "two-thirds": (2, 3), "a quarter": (1, 4),
    "one quarter": (1, 4), "one-quarter": (1, 4), "three quarters": (3, 4),
    "three-quarters": (3, 4), "a fifth": (1, 5), "one fifth": (1, 5),
    "one-fifth": (1, 5), "two fifths": (2, 5), "two-fifths": (2, 5),
    "three-fifths": (3, 5), "a tenth": (1, 10), "one in ten": (1, 10),
}  # fmt: skip
_PORTION = (
    r"(?:,? or |, | \(| - )(?P<hedge>about |roughly |nearly |almost |around |exactly )?"
    r"(?P<f>(?:a|one|two|three)[ -](?:third|quarter|fifth|tenth)s?|half)(?=[.,;:)]|$| of th)"
)
_PARTED = (
    rf"{{a:cem}}(?: [a-z'-]+)? {_OF}(?: [a-z'-]+){{0,3}} {{w:cem}}(?: [^<;:.,]{{0,40}})?{_PORTION}",
    (
        r"\bof (?:the |its |their |those |these |our |all )?(?:[a-z-]+ )?{w:cem}[^<;:.]{0,50}?,? "
        rf"(?:[a-z]+ ){{0,3}}?{{a:cem}}(?: [a-z'-]+){{0,4}}{_PORTION}"
    ),
)
# For and against, and the share of those for.
_VOTES = (
    r"{a:c}(?: votes?)?(?: [a-z]+)?(?: in favou?r| for|,? yes)(?: [a-z]+)?,? and {b:c}"
    r"(?: votes?)?(?: against| opposed| no)(?:: | \(|, or |, | - ){s:p}"
)
_CHANGE = r"\b(?:up|down|by|from|than|rose|fell|increase[sd]?|decrease[sd]?|rise|fall|drop|growth|grew|gain(?:ed)?|higher|lower|more|fewer|less|off|discount|tax|interest|cut|return|yield|margin)\b"
_AFTER = r"^(?: [a-z]+)? (?:more|fewer|less|higher|lower|increase|rise|fall|drop|up|down|above|below|off|discount|chance|interest)\b"
_ANAPHOR = r"\bof (?:the(?:m|se)|those|these|whom|which|all)\b"
_FRACTIONS = ("half", "third", "quarter", "fifth", "tenth")
_BACK = 2


def check(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],  # noqa: ARG001  every law is called alike
) -> Iterator[Outcome]:
    """Yield whether each stated share is that of the part in the whole."""
    groups = passages(documents)
    for places in _ratios.find(documents, groups):
        outcome = _judge(*places)
        if outcome:
            yield outcome
    for group in groups:
        for at, passage in enumerate(group):
            if len(passage.items) < _BACK:
                continue
            if passage.says(_FRACTIONS):
                yield from _portions(passage)
            if passage.amounts < 1 or not (
                "p" in passage.kinds or "f" in passage.kinds
            ):
                continue
            found = [*_within(passage), *_voted(passage)]
            yield from found or _beside(passage, group[max(0, at - _BACK) : at])


def _within(passage: Passage) -> Iterator[Outcome]:
    masked = passage.masked
    seen: set[int] = set()
    for source in _SHAPES:
        for match in pattern(source).finditer(masked):
            slots = [int(match[name]) for name in "aws"]
            if slots[2] in seen or _changes(masked, match) or _another(masked, match):
                continue
            outcome = _judge(*(Place(passage, slot) for slot in slots))
            if outcome:
                seen.add(slots[2])
                yield outcome


def _another(masked: str, match: re.Match[str]) -> bool:
    """Return whether the part is another group: "a third of the 90 schools, 25 in town"."""
    if not match.start("s") < match.start("w") < match.start("a"):
        return False
    between = masked[match.end("w") : match.start("a")]
    if pattern(r"\b(?:or|some|about|that is|nearly|almost|roughly)\b").search(between):
        return False
    after = masked[match.end("a") + 1 :]
    return not pattern(r"$|[.,;:)]| in (?:all|total)\b| -").match(after)


def _portions(passage: Passage) -> Iterator[Outcome]:
    """Of the 900 flats 150 stand empty, or a quarter."""
    for source in _PARTED:
        match = pattern(source).search(passage.masked)
        portion = _PORTIONS.get(match["f"]) if match else None
        if not match or not portion:
            continue
        slots = int(match["a"]), int(match["w"])
        a, w = (passage.mention(slot) for slot in slots)
        where = _where(passage, match["f"])
        if not (_parts(a, w) and where and w.value and a.value is not None):
            continue
        part, whole = (passage.reading(slot) for slot in slots)
        share = Decimal(portion[0]) / Decimal(portion[1])
        stated = Interval.point(share).widen(relative=_arithmetic.TENTH)
        said = [_arithmetic.plain(passage, slot) for slot in slots]
        percent = wording.number(_arithmetic.to_places(a.value / w.value * 100, 0))
        yield _arithmetic.settled(
            LAW,
            [
                *(Place(passage, slot).evidence(i) for i, slot in enumerate(slots)),
                _compare.span_evidence(
                    passage.document, where, side=2, outer=passage.span
                ),
            ],
            part / whole,
            stated,
            sum_text=f"{said[0]} of {said[1]} is {percent}%",
            said_text=match["f"],
            fit=f"{percent}%",
        )
        return


def _where(passage: Passage, words: str) -> Span | None:
    """Return where words of the marked sentence stand in the text."""
    text = passage.document.surface(passage.span)
    source = r"\b" + r"[\s-]+".join(re.escape(w) for w in re.split("[ -]", words))
    found = list(re.finditer(source, text, re.IGNORECASE))
    if len(found) != 1:
        return None
    start = passage.span.start
    return Span(start + found[0].start(), start + found[0].end())


def _voted(passage: Passage) -> Iterator[Outcome]:
    """6,214 votes in favour and 4,746 against: 56.7 percent."""
    match = pattern(_VOTES).search(passage.masked)
    if not match:
        return
    yes, no, slot = (int(match[name]) for name in "abs")
    a, b, s = (passage.mention(each) for each in (yes, no, slot))
    if (
        a.value is None
        or b.value is None
        or s.unit != "percent"
        or not a.value + b.value
    ):
        return
    votes = passage.reading(yes)
    right = _arithmetic.fitting(a.value / (a.value + b.value) * _arithmetic.HUNDRED, s)
    fit = None if right is None else f"{wording.number(right)}%"
    said = [_arithmetic.plain(passage, each) for each in (yes, no)]
    yield _arithmetic.settle(
        LAW,
        [Place(passage, each) for each in (yes, no, slot)],
        (votes / (votes + passage.reading(no))).scale(_arithmetic.HUNDRED),
        _arithmetic.stated(passage, slot),
        sum_text=f"{said[0]} for and {said[1]} against is {fit} in favour",
        said_text=_arithmetic.said(passage, slot),
        fit=fit,
        right=right,
        written=s.value,
    )


def _changes(masked: str, match: re.Match[str]) -> bool:
    """Return whether the percentage tells a change, not a share."""
    before = masked[max(0, match.start("s") - 30) : match.start("s") - 1]
    before = re.split(r"[,;:(>]", before)[-1]
    after = masked[match.end("s") + 1 :]
    return bool(pattern(_CHANGE).search(before) or pattern(_AFTER).match(after))


def _judge(part: Place, whole: Place, share: Place) -> Outcome | None:
    a, w, s = (p.passage.mention(p.slot) for p in (part, whole, share))
    if not _shared(a, w, s):
        return None
    if (part.passage, part.slot) == (whole.passage, whole.slot):
        return None
    a, w = aligned(a, w) or (a, w)
    derived = _compare.convert(part.passage.reading(part.slot), a.unit)
    derived /= _compare.convert(whole.passage.reading(whole.slot), w.unit)
    percent = derived.scale(_arithmetic.HUNDRED)
    value = None
    if a.value is not None and w.value:
        whole_value = _compare.base_value(w.value, w.unit)
        value = _compare.base_value(a.value, a.unit) / whole_value * _arithmetic.HUNDRED
        value = _arithmetic.fitting(value, s if s.unit == "percent" else a)
    fit = None if value is None else f"{wording.number(value)}%"
    said = [_arithmetic.plain(p.passage, p.slot) for p in (part, whole)]
    stated = _arithmetic.stated(share.passage, share.slot)
    if s.unit != "percent":
        stated = stated.scale(_arithmetic.HUNDRED)
    return _arithmetic.settle(
        LAW,
        (part, whole, share),
        percent,
        _fraction_slack(s, stated),
        sum_text=f"{said[0]} of {said[1]} is {fit or wording.amount(percent, 'percent')}",
        said_text=_arithmetic.said(share.passage, share.slot),
        fit=fit,
        right=value,
        written=s.value if s.unit == "percent" else None,
    )


def _fraction_slack(mention: Mention, stated: Interval) -> Interval:
    """Widen a fraction: "three-quarters" is said of 31 in 41 too."""
    if mention.unit == "percent" or mention.value is None:
        return stated
    share = mention.value * _arithmetic.HUNDRED
    near = Interval.point(share).widen(relative=_arithmetic.TENTH)
    return near if mention.modifier is None else Interval.hull((near, stated))


def _shared(a: Mention, w: Mention, s: Mention) -> bool:
    if s.dimension != "ratio" or not _parts(a, w):
        return False
    return s.form in (Form.PLAIN, Form.FRACTION, Form.RATIO)


def _parts(a: Mention, w: Mention) -> bool:
    """Return whether the one may be a part of the other."""
    if aligned(a, w) is None and a.dimension != w.dimension:
        return False
    if a.unit != w.unit and w.dimension == "count":
        return False
    return not {a.form, w.form} - {Form.PLAIN}


def _beside(passage: Passage, before: Sequence[Passage]) -> Iterator[Outcome]:
    """Find the whole in the sentences before: "33 of them, or 75 percent"."""
    masked = passage.masked
    for source in _PART_SHARE:
        for match in pattern(source).finditer(masked):
            if _changes(masked, match):
                continue
            part, share = (
                Place(passage, int(match["a"])),
                Place(passage, int(match["s"])),
            )
            wholes = _wholes(passage, before, part)
            outcomes = [
                outcome for whole in wholes if (outcome := _judge(part, whole, share))
            ]
            right = [each for each in outcomes if each.verdict is Verdict.AGREE]
            if right:
                yield right[0]
            elif len(outcomes) == 1 and pattern(_ANAPHOR).search(match.group()):
                yield outcomes[0]
            return


def _wholes(passage: Passage, before: Sequence[Passage], part: Place) -> list[Place]:
    mention = passage.mention(part.slot)
    found = []
    for source in (*before, passage):
        if source.block != passage.block:
            continue
        for slot, item in enumerate(source.items):
            if not isinstance(item, Fact) or (source is passage and slot >= part.slot):
                continue
            other = item.mention
            if (
                other.dimension == mention.dimension
                and other.unit == mention.unit
                and other.form is Form.PLAIN
                and _larger(other, mention)
            ):
                found.append(Place(source, slot))
    return found


def _larger(whole: Mention, part: Mention) -> bool:
    return (
        whole.value is not None and part.value is not None and whole.value > part.value
    )
