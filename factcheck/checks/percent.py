"""Shares of one whole cannot come to more than all of it.

What it does:
    Adds up the percentages that a sentence or a list gives for parts of one whole which
    exclude each other (age groups, answers of which one could be picked, yes and no), and
    looks for shares of a group that are above 100 percent, and for the one row of a table
    whose shares do not come to 100 percent as those of all other rows do.

Why it matters:
    One of the shares is wrong, or people could give several answers and the text should
    say so.

Example:
    "Of the riders, 34 percent were 60 or older, 51 percent were between 25 and 59, and 26
    percent were under 25." That is 111 percent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import _arithmetic, _compare, _rows, _shared_out
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    Passage,
    matches,
    passages,
    pattern,
)
from factcheck.checks._tables import all_tables
from factcheck.model import (
    Arithmetic,
    Cluster,
    DocumentFacts,
    Fact,
    Form,
    Interval,
    Mention,
    Outcome,
    Severity,
    Verdict,
)
from factcheck.units import wording

LAW = "percent"

# Words that make the parts exclude each other.
_UNDECIDED = (
    r"\b(?:undecided|unsure|not sure|don't know|did not know|didn't know|do not know"
    r"|no opinion|no answer|no preference|did not say|didn't say|abstain(?:ed|ing)?|neither"
    r"|uncertain|declined to (?:say|answer)|no view|had not decided|were not sure"
    r"|refused to (?:say|answer)|blank|spoilt|spoiled|(?:not |un)known|not (?:stated|recorded|given)"
    r"|no reply|preferred not to say)\b"
)
_REST = (
    r"\b(?:the rest|the remaining|the remainder|the other|others|all other|other"
    r"|(?:everything|everyone|everybody|all) else)\b"
)
_ONE = r"\b(?:pick|choose|name|select|give|chose|picked|named) (?:just |only )?(?:one|a single)\b|\b(?<!than )(?:one|a single) answer\b|\bsplit (?:into|between|among)|\bbreak(?:s|down) (?:down )?(?:as|into|by)?|\bdivided (?:as follows|into|between|among)|\bbroken down|\bas follows|\b(?:made up|consists?|composed|comprised?) of\b|\bcomprises\b|\bsingle (?:most|main|biggest)\b|\b(?:main|chief|biggest|primary|top) (?:reason|issue|concern|worry|priority|cause|motive|source)\b|\bthe one (?:issue|reason|thing|party|topic|question|answer|factor|person)\b|\bmost important\b"
# "Each has exactly one destination": then the shares leave each other out.
_ONE_EACH = (
    r"\b(?:each|everyone|everybody|every [a-z]+|all)(?: of (?:them|these|those|the [a-z]+))?"
    r" (?:has|have|had|gets?|got|chose|picked|gave|named|belongs? to|was put (?:in|into)|falls? into|could (?:choose|pick|give|name)) "
    r"(?:exactly |only |just )?(?:one|a single)\b(?! or more| of the)"
    r"|\b(?:one|a single) answer (?:each|only|per [a-z]+)\b"
)
_AGE = r"(?:under|over|aged|between|older|younger|or over|or older|and over|years old|age group|in their)"
_SIDES = (
    (r"\b(?:men|males?|boys)\b", r"\b(?:women|females?|girls)\b"),
    (
        r"\b(?:in favou?r|for|support(?:ed|s)?|approv(?:e[sd]?|ing)|agree[sd]?|said yes|yes|backed|satisfied|favou?r(?:ed|s)?)\b",
        r"\b(?:against|oppos(?:e[sd]?|ing)|disapprov(?:e[sd]?|ing)|disagree[sd]?|said no|no|rejected|dissatisfied)\b",
    ),
    (r"\b(?:urban|cities)\b", r"\b(?:rural|countryside)\b"),
)
_OF_SIDE = (
    r"(?:^|, |; | and | but )of (?:all |the )?(?:men|women|boys|girls|males|females)\b"
)
# "54 percent of the young" is a share of another whole.
_OF_OTHERS = (
    r"of (?:the |those |all |its |their )?(?!votes?\b|total\b|whole\b|seats\b)[a-z]+"
)
_BASE = r"\b(?:of (?:the|its|their) [a-z]+ (?:voting|taking part|turning out)|of (?:those|the(?:m|se)|whom|which) (?:who|that|aged|under|over|with|in)|(?<!make )(?<!makes )(?<!made )(?<!making )up|down|from|than|compared|against the|rose|fell|by \w+ percent|increase|decrease|more than one|several|multiple|respectively|both|also|each|turnout|confidence|margin of error|accuracy|likely|inflation|interest|yields?|yielding|maturity|coupons?|at a price|priced|growth|unemployment|last (?:year|month|week|time)|previous(?:ly)?|earlier|year ago|used to|among|in (?:19|20)\d\d)\b"
# "From the army to the opera" names what a part covers, and is no change.
_FROM_TO = r"\bfrom (?:the |its |their |our )?[a-z'-]+(?: [a-z'-]+)? to (?!the (?:year|month|week)\b)"
_GROUP = (
    r"(?:people|voters|votes|respondents|residents|inhabitants|citizens|students|pupils"
    r"|patients|adults|children|women|men|households|families|workers|employees|members"
    r"|participants|those (?:asked|polled|surveyed|questioned)|population|electorate|victims"
    r"|survivors|land|territory|deaths|cases|schools|hospitals|seats|homes|buildings"
    r"|businesses|companies|farmers|teachers|doctors|passengers|refugees|prisoners|ballots"
    r"|country|workforce|total)"
)
_OVER = rf"{{s:p}} of (?:the |all |its |their |our |these |those )?(?:[a-z-]+ )?{_GROUP}\b(?! (?:capacity|target|level|average|price|principal|amount|face|cost|value|budget|income|salary|gdp))"
# What cannot pass 100 by its nature; beds and cells may be overfilled, so not theirs.
_BOUNDED = (
    r"(?:turnout|voter participation|load factor|(?:hotel|room) occupancy(?: rate)?"
    r"|(?:pass|success|survival|literacy|response|employment|unemployment|jobless|conviction|clearance) rate"
    r"|approval rating|market share|share of the vote)"
)
_TURNOUT = (
    rf"\b{_BOUNDED} (?:of|was|is|at|reached|stood at|stands at|hit|averaged|came to"
    r"|(?:rose|fell|climbed|dropped|improved|increased|slipped|went up|jumped) to) {~2}{s:p}(?! of\b)"
)
# Sentences that tell the two halves of one whole.
_MAKE_UP = r"\b(?:ma[dk]es? up|account(?:s|ed)? for|constitut(?:e|es|ed))\b"
_ELSEWHERE = r"(?:in|among|at|on|for|by|across|elsewhere|meanwhile|last|a year|nationwide|of|but in|and in)\b"
_CHANGED = r"\b(?:up|down|by|rose|fell|grew|increase[sd]?|than|equivalent to|to|at|worth|more|extra|additional) (?:[a-z]+ ){0,2}$"
_ALL = Decimal(100)
_WHOLE = Interval(None, _ALL)
_SLACK = Decimal(1)
_FEWEST, _MOST, _AFTER = 2, 10, 80
_TOO_MUCH, _SENTENCES = Decimal(140), 3
_OF_WHAT = r"<p\d+> of (?:the |all |its |their )?([a-z' ]+)"
_ROUNDS = r"\b(?:first|second|third|round)\b"
_SHARED_OUT = (
    r"\b(?:polls?|votes?|ballots?|candidates?|surveys?|elections?|asked|said|answered)\b"
    r"|<p\d+> of (?:the|its|their|all) "
)
# "comes from coal" names a source; "from 40 percent" is a change.
_NAMED_FROM = r"\bfrom (?=[a-z])"


def check(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],  # noqa: ARG001  every law is called alike
) -> Iterator[Outcome]:
    """Yield the shares that come to more than a whole, and those that make one up."""
    for group in passages(documents):
        settled: set[int] = set()
        for at, passage in enumerate(group):
            if "<p" not in passage.masked:
                continue
            previous = group[at - 1] if at else None
            told = list(_sums(passage, previous))
            alone = told or list(_across(group, at))
            settled |= {passage.index} if alone else set()
            yield from alone
            yield from _over(passage)
        for places in _shared_out.runs(group):
            if not settled & {place.passage.index for place in places}:
                yield _told(places, _total(places), Verdict.CONFLICT)
        for places in _shared_out.lists(group):
            yield _told(places, _total(places), Verdict.CONFLICT)
    for tables in all_tables(documents):
        for table in tables:
            yield from _rows.told(table)
            yield from _rows.shared_out(table)


def _sums(passage: Passage, previous: Passage | None) -> Iterator[Outcome]:
    slots = _percentages(passage)
    # Half of the land is forest, 38 percent farmland and the remaining 22 percent built up.
    if "<f" in passage.masked and re.search(_REST, passage.masked):
        slots += [
            slot
            for slot, item in enumerate(passage.items)
            if isinstance(item, Fact)
            and item.mention.form is Form.FRACTION
            and item.mention.modifier is None
        ]
        slots.sort()
    if not _FEWEST <= len(slots) <= _MOST or "<x" in passage.masked:
        return
    total = _arithmetic.total_of([_percent(passage.mention(slot)) for slot in slots])
    places = [Place(passage, slot) for slot in slots]
    if total.meets(Interval(_ALL - _SLACK, _ALL + _SLACK)):
        if len(slots) > _FEWEST or _exclusive(passage, previous, slots):
            yield _told(places, total, Verdict.AGREE)
    elif (
        total.low is not None
        and total.low > _ALL + _SLACK
        and _exclusive(passage, previous, slots)
    ):
        yield _told(places, total, Verdict.CONFLICT)


def _total(places: Sequence[Place]) -> Interval:
    mentions = [place.passage.mention(place.slot) for place in places]
    return _arithmetic.total_of([_percent(mention) for mention in mentions])


def _percentages(passage: Passage) -> list[int]:
    return [
        slot
        for slot, item in enumerate(passage.items)
        if isinstance(item, Fact)
        and item.mention.dimension == "ratio"
        and item.mention.unit == "percent"
        and item.mention.form is Form.PLAIN
    ]


def _across(group: Sequence[Passage], at: int) -> Iterator[Outcome]:
    """The Reds won 41 percent, the Blues 43. The remaining 26 percent went to others."""
    run = [group[at]]
    for before in reversed(group[:at]):
        near = before.block == run[0].block and before.index + 1 == run[0].index
        if not near or "<p" not in before.masked:
            break
        run.insert(0, before)
    if not 1 < len(run) <= _SENTENCES or any({*"xbf"} & {*p.kinds} for p in run):
        return
    found = [_percentages(passage) for passage in run]
    places = [
        Place(passage, slot)
        for passage, slots in zip(run, found, strict=True)
        for slot in slots
    ]
    if len(places) > _MOST:
        return
    total = _arithmetic.total_of([p.passage.mention(p.slot).reading for p in places])
    if total.low is None or not _ALL + _SLACK < total.low <= _TOO_MUCH:
        return
    if _one_question(run, found):
        yield _told(places, total, Verdict.CONFLICT)


def _one_question(run: Sequence[Passage], found: Sequence[Sequence[int]]) -> bool:
    """Return whether sentences share out one whole, and the last of them ends it."""
    pieces = [
        piece
        for passage, slots in zip(run, found, strict=True)
        for piece in _pieces(passage, slots)
    ]
    texts = [passage.masked for passage in run]
    if any(re.search(_BASE, re.sub(_NAMED_FROM, " ", piece)) for piece in pieces):
        return False
    other = any(re.match(_OF_SIDE, piece) for piece in pieces)
    if other or any(re.match(_ELSEWHERE, text) for text in texts[1:]):
        return False
    if len(texts) == _FEWEST == sum(map(len, found)):
        wholes = [re.search(_OF_WHAT, text) for text in texts]
        same = wholes[1] is None or (
            wholes[0] is not None and wholes[0].group(1) == wholes[1].group(1)
        )
        return same and all(re.search(_MAKE_UP, t) for t in texts) and _sided(texts)
    if any(re.match(_OF_OTHERS, piece) for piece in pieces[_FEWEST:]):
        return False
    said, last = " ".join(texts), texts[-1]
    ends = re.search(_REST, last) or re.search(_UNDECIDED, last)
    return bool(ends and re.search(_SHARED_OUT, said)) and not re.search(_ROUNDS, said)


def _percent(mention: Mention) -> Interval:
    if mention.unit == "percent" or mention.value is None:
        return mention.reading
    return Interval.point(mention.value * _ALL)


def _pieces(passage: Passage, slots: Sequence[int]) -> list[str]:
    """Return what stands before, between and after the shares, as written."""
    text = passage.document.text
    spans = [passage.mention(slot).span for slot in slots]
    starts = [passage.span.start, *(span.end for span in spans)]
    ends = [*(span.start for span in spans), passage.span.end]
    return [
        " ".join(text[start:end].lower().replace("\u2019", "'").split())
        for start, end in zip(starts, ends, strict=True)
    ]


def _exclusive(
    passage: Passage, previous: Passage | None, slots: Sequence[int]
) -> bool:
    """Return whether the text says that the shares leave each other out."""
    pieces = _pieces(passage, slots)
    alone = any(re.search(_ONE_EACH, piece) for piece in pieces[:1])
    pieces[0] = re.sub(_ONE_EACH, " ", pieces[0])
    said = " ".join(pieces)
    spread = said
    if len(slots) > _FEWEST:
        spread = re.sub(_FROM_TO, "to ", said)
        if re.search(_REST, pieces[-2]):
            named = [re.sub(_NAMED_FROM, " ", piece) for piece in pieces]
            spread = re.sub(_FROM_TO, "to ", " ".join(named))
    if re.search(_BASE, spread) or any(re.search(_OF_SIDE, piece) for piece in pieces):
        return False
    # "25 percent now or 30 percent at a later date"
    either = any(re.search(r"(?<![\d,]) or$", f" {piece}") for piece in pieces[1:-1])
    if either or any(re.match(_OF_OTHERS, piece) for piece in pieces[2:]):
        return False
    if all(re.search(_AGE_PIECE, piece) for piece in pieces[1:]):
        return True
    if len(slots) == _FEWEST:  # "65 percent of sales against 66" has no two sides
        pieces[1] = pieces[1].removesuffix(" against")
    sides = _sided(pieces[1:]) or (
        len(slots) == _FEWEST and _sided([pieces[0], pieces[1]])
    )
    if len(slots) == _FEWEST:
        return sides
    if sides or re.search(_UNDECIDED, said) or re.search(_REST, " ".join(pieces[-2:])):
        return True
    asked = previous.text.lower() if previous is not None else ""
    alone = alone or re.search(_ONE_EACH, asked) is not None
    end = passage.span.end
    asked += " " + passage.document.text[end : end + _AFTER].partition("\n")[0].lower()
    return alone or bool(re.search(_ONE, f"{asked} {said}")) or _votes(said)


def _sided(pieces: Sequence[str]) -> bool:
    """Return whether two pieces name the two sides of one question."""
    return any(
        (
            any(re.search(a, one) for one in pieces[:-1])
            and any(re.search(b, two) for two in pieces[1:])
        )
        or (
            any(re.search(b, one) for one in pieces[:-1])
            and any(re.search(a, two) for two in pieces[1:])
        )
        for a, b in _SIDES
    )


def _votes(said: str) -> bool:
    """Return whether the shares are those of candidates in one vote."""
    return bool(re.search(r"\bof the (?:vote|votes|ballot|seats|market)\b", said))


_AGE_PIECE = rf"\b{_AGE}\b"


def _told(places: Sequence[Place], total: Interval, verdict: Verdict) -> Outcome:
    said = [_arithmetic.plain(place.passage, place.slot) for place in places]
    mentions = [place.passage.mention(place.slot) for place in places]
    values = [
        (m.value or Decimal(0)) * (1 if m.unit == "percent" else _ALL) for m in mentions
    ]
    value = wording.number(sum(values, Decimal(0)))
    shown = [place.evidence(side) for side, place in enumerate(places)]
    listed = " + ".join(said)
    if verdict is Verdict.AGREE:
        return _compare.outcome(
            LAW, verdict, shown, f"{listed} is {value}%: all of the whole."
        )
    return _compare.outcome(
        LAW,
        verdict,
        shown,
        f"{listed} is {value}%, more than the whole.",
        explanation=_rows.TOO_MUCH,
        severity=_compare.severity((total.low or _ALL) / _ALL - 1),
        arithmetic=Arithmetic(total, _WHOLE, "percent", ("together", "a whole")),
    )


def _over(passage: Passage) -> Iterator[Outcome]:
    masked = passage.masked
    for match in matches(masked, _OVER, _TURNOUT):
        slot = int(match["s"])
        reading = passage.mention(slot).reading
        if reading.low is None or reading.low <= _ALL:
            continue
        if pattern(_CHANGED).search(masked[: match.start()]):
            continue
        said = _arithmetic.said(passage, slot)
        yield _compare.outcome(
            LAW,
            Verdict.CONFLICT,
            [Place(passage, slot).evidence(0)],
            f"{said} is more than the whole.",
            explanation="A share of a group cannot pass 100%.",
            severity=Severity.ERROR,
            arithmetic=Arithmetic(
                _WHOLE, reading, "percent", ("a whole", "what is stated")
            ),
        )
