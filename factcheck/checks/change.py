"""A change must lead from the old value to the new one.

What it does:
    Where a sentence gives an old value, a new value and the change between them ("up 15
    percent to 4,500 from 3,600", "from 125 to 160 km, a gain of 50 percent",
    "65 million more than the budget of 390 million"), it works out the change and compares.

Why it matters:
    Percentages are copied from a draft, worked out on the wrong base, or left behind when
    one of the two values is corrected. Readers quote the percentage.

Example:
    "Bookings rose by 15 percent, from 3,600 to 4,500." From 3,600 to 4,500 is a rise of
    25 percent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.checks import (
    _apart,
    _bases,
    _changes,
    _direction,
    _moves,
    _then,
)
from factcheck.checks._arithmetic import Place
from factcheck.checks._changes import Part, Token
from factcheck.checks._clauses import trimmed
from factcheck.checks._context import Passage, alike, finds, hint, passages, search
from factcheck.checks._evidence import are_few
from factcheck.checks._fitting import Fitting
from factcheck.checks._steps import Change, fits, judge, sound
from factcheck.model import (
    Cluster,
    DocumentFacts,
    Fact,
    Form,
    Mention,
    Outcome,
    Verdict,
)

LAW = _direction.LAW


# "24,000, three times the 8,000 of last year"
_TIMES = (
    r"{b:cemt}(?: [^<;:]{0,50})?, (?:or |which is |that is )?{d:x}(?: as (?:many|much) as)?"
    r" (?:the|last year's|its|their)(?: [a-z]+){0,3} {a:cemt}"
)
# "14 nights above 20 degrees, twice the usual seven"
_NARROWED = r"<[cemt]\d+>(?: [a-z]+)? <[a-z]$"
_FROM_RANGE = r"\b(?:from|by) (?:an? |the |about |some )?<[cemt]"
# "It fell by 29 to 33 with two abstentions"
_VOTED = r"\b(?:abstentions?|abstained|votes?|voted|ballots?|motion|amendment)\b"
_ANAPHOR = (
    r"^(?:that|this|it|which)(?: is|'s| was| represents| means| amounts to| marks)\b"
    r"|\b(?:which|that|this) (?:makes|made|is|was|means|amounts to|represents)\b"
)
_WITHIN = (" in ", " over ", " within ", " after ")
# What a change is told in, and what of a clause may say how it is meant.
_KINDS = "cembprtfxas"
_KEEPS = r"\b(?:half|halve[sd]?|thirds?|quarters?|fifths?|doubl\w*|tripl\w*|trebl\w*|[a-z]+fold|percent\w*|compared|than|adjust\w*|inflation|currenc\w*|exclud\w*|strip\w*|terms|basis|comparable|same[- ]store|if|unless)\b"
_TWO = 2  # one of them read as a range: "by 200 to 1,500, from 1,700"
_CHANGES = frozenset("pfbx")
_POINTS = hint("point", "<b")
_ANY = _POINTS | hint("<x")
# "The rise was smaller, from 4,100 to 4,510": it is a rise.
_COMPARED = r"\b(?:rise|fall|increase|drop|decrease|gain|loss|growth|decline) (?:is|was|were|has been) (?:[a-z]+ )?(?:smaller|larger|bigger|less|greater|more)\b"
# "Which is 140 fewer than the old one, and will run four times instead of six"
_THAN_ANOTHER = r"^(?: [a-z-]+)? [a-z]+ than (?!<)[^;:(]* (?:instead of|rather than) (?:the (?:usual )?)?$"
# "11 schools and 2,400 children more than the year before"
_BOTH_MOVED = r"^(?: [a-z-]+){0,2} and (?:[a-z]+ )?$"
# "1.9 million, up 6 percent from 1.8 million"
_UP_BY = r"^(?: [a-z]+)?(?:,| \(|,? which (?:is|was)) (?:up|down|a (?:rise|fall|gain|drop) of)(?: by)?(?: about| some| just| nearly)? $"
_UP_FROM = r"^ (?:from|on)(?: the)? $"
_THAN = (
    r"^(?: [a-z-]+){0,2}? (?:more|fewer|less|higher|lower|up|down) (?:than|from|on)\b"
)


def check(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],  # noqa: ARG001  every law is called alike
) -> Iterator[Outcome]:
    """Yield what each stated change comes to."""
    groups = passages(documents)
    if are_few(documents):
        groups = tuple(trimmed(group, _KINDS, _KEEPS) for group in groups)
    for group in groups:
        fitting = Fitting(group)
        for at, passage in enumerate(group):
            hints = passage.hints
            previous = group[at - 1] if at else None
            said = hints & _ANY or (
                _is_enough(passage) and _changes.parts(passage.masked)
            )
            found = list(_told(passage, previous)) if said else []
            if not found and hints & _apart.MAY_TELL and _apart.may_tell(passage):
                found = list(_apartly(group, at))
            if not found and _direction.may_turn(hints):
                found = list(_direction.directed(passage))
            for each in found:
                if not fitting.leaves(each):
                    yield each


def _apartly(group: Sequence[Passage], at: int) -> Iterator[Outcome]:
    """Compare a change with the two values that stand elsewhere."""
    passage = group[at]
    for claim, old, new, sign in _apart.changes(group, at):
        found: list[Outcome] = []
        delta = Place(passage, claim.slot)
        if claim.points:
            found.append(_moves.judged((old, new, delta), rises=sign > 0))
        else:
            way = 1 if passage.kinds[claim.slot] == "x" else sign
            change = Change(old, new, delta, way)
            found += [judge(change)] if sound(change) and not fits(change) else []
        far = _bases.FARTHER if claim.beside else _bases.FAR
        yield from (each for each in found if not _bases.is_far_off(each, far))


def _told(passage: Passage, previous: Passage | None) -> Iterator[Outcome]:
    if not _is_enough(passage):
        return
    if "x" in passage.kinds:
        yield from _times(passage)
    for part in _changes.parts(passage.masked):
        close = _close(passage, part)
        if close is None:
            yield from _within(passage, part, previous)
        else:
            found = _surest(passage, part.text, [close], rivals=False)
            yield from (each for each in found if not _bases.is_far_off(each))


def _is_enough(passage: Passage) -> bool:
    """Return whether a sentence has the numbers that a change is told by."""
    amounts = passage.amounts
    return amounts >= _TWO or (amounts > 0 and not _CHANGES.isdisjoint(passage.kinds))


def _within(
    passage: Passage, part: Part, previous: Passage | None
) -> Iterator[Outcome]:
    segment, tokens, delta, sign = part.text, part.tokens, part.delta, part.sign
    if not part.whole:
        previous = None
    olds = [token for token in tokens if token.role == "old"]
    may_range = search(segment, _FROM_RANGE) and not search(segment, _VOTED)
    elsewhere = olds and _changes.leads_elsewhere(segment, delta, olds[0].slot)
    ranged = (
        _ranged(passage, olds, delta, sign) if may_range and not elsewhere else None
    )
    if ranged:
        weak = olds and _bases.is_weak(segment[: olds[0].start])
        if ranged.verdict is Verdict.AGREE or not (
            (weak and _bases.is_far_off(ranged)) or _changes.is_on_other_terms(segment)
        ):
            yield ranged
        return
    if _is_of_another(passage, segment, delta, olds or tokens):
        return
    if len(olds) == 1:
        old = olds[0]
        news = [
            new
            for new in _changes.news(segment, tokens, old, delta)
            if not _changes.is_broken(segment, old, new, delta)
        ]
        changes = [_change(passage, old, new, delta, sign) for new in news]
    elif not olds and _goes_back(segment, previous):
        bare = [t for t in tokens if not t.role and t.kind in "cemtr"]
        if len(bare) != 1 or _is_new(passage, segment, bare[0], delta):
            return
        old, changes = bare[0], []
    else:
        return
    if not changes and previous is not None and _goes_back(segment, previous):
        changes = [
            Change(Place(passage, old.slot), new, Place(passage, delta.slot), sign)
            for new in _anaphoric(previous, passage, passage.mention(old.slot))
        ]
    rivals = (
        sum(
            token.kind == old.kind
            and token is not delta
            and not segment[: token.start].endswith(_WITHIN)
            and not _is_one_of(passage, segment, token)
            for token in tokens
        )
        > _TWO
    )
    told = _surest(passage, segment, changes, rivals=rivals)
    if not olds:
        # "It held 640, which is 12 percent more" leaves open than what.
        told = [each for each in told if not _bases.runs_against(each)]
    weak = _bases.is_weak(segment[: old.start]) or " at <" in segment
    yield from (each for each in told if not (weak and _bases.is_far_off(each)))


def _close(passage: Passage, part: Part) -> Change | None:
    """Return a change that stands between its two values, with nothing else: "40, up 5 percent from 38"."""
    at = part.tokens.index(part.delta)
    news = [token for token in part.tokens[:at] if token.kind in "cemr"]
    olds = part.tokens[at + 1 : at + 2]
    if len(news) != 1 or not olds or olds[0].role != "old":
        return None
    (new,), (old,), delta = news, olds, part.delta
    before, after = part.text[new.end : delta.start], part.text[delta.end : old.start]
    if finds(before, _UP_BY) and finds(after, _UP_FROM):
        return _change(passage, old, new, delta, part.sign)
    return None


def _is_new(passage: Passage, segment: str, bare: Token, delta: Token) -> bool:
    """Return whether a bare number is no old value: "it came to 640, which is 60 more than in May"."""
    if bare.kind in passage.kinds[: bare.slot]:
        return True
    than = bare.start < delta.start and search(segment[delta.end :], _THAN)
    return bool(than)


def _is_of_another(
    passage: Passage, segment: str, delta: Token, tokens: Sequence[Token]
) -> bool:
    """Return whether what may be an old value is none: a change of another thing, or another base."""
    left, right = segment[: delta.start], segment[delta.end :]
    return _then.goes_farther(passage, left, right) or any(
        search(segment[delta.end : token.start], _THAN_ANOTHER)
        if token.role
        else search(segment[token.end : delta.start], _BOTH_MOVED)
        for token in tokens
        if token is not delta
    )


def _is_one_of(passage: Passage, segment: str, token: Token) -> bool:
    """Return whether a number is the first word of "one of the ports", which never changes."""
    return passage.mention(token.slot).value == 1 and segment.startswith(
        " of ", token.end
    )


def _goes_back(segment: str, previous: Passage | None) -> bool:
    """Return whether a clause speaks of the sentence before, which is no headline."""
    return (
        previous is not None
        and not previous.masked[-1:].isalnum()
        and not previous.masked.endswith(">")
        and search(segment, _ANAPHOR) is not None
    )


def _surest(
    passage: Passage, segment: str, changes: Sequence[Change], *, rivals: bool
) -> list[Outcome]:
    """Return what agrees; else what does not, if nothing else can be meant."""
    smaller = search(passage.masked, _COMPARED) is not None
    outcomes = [
        judge(change)
        for change in changes
        if sound(change) and not (smaller and fits(change))
    ]
    right = [each for each in outcomes if each.verdict is Verdict.AGREE]
    if right:
        return right[:1]
    if rivals or not outcomes or _changes.is_on_other_terms(segment):
        return []
    sure = len(outcomes) == 1 or changes[0].new.passage is passage
    return outcomes[:1] if sure and not _is_of_another_value(changes[0]) else []


def _is_of_another_value(change: Change) -> bool:
    """Return whether another number of the sentence is the new value: "640 in 12 towns, up 5% from 610"."""
    passage = change.delta.passage
    taken = {place.slot for place in change.places if place.passage is passage}
    return any(
        sound(other) and judge(other).verdict is Verdict.AGREE
        for slot, kind in enumerate(passage.kinds)
        if kind in "cemr" and slot not in taken
        for other in (replace(change, new=Place(passage, slot)),)
    )


def _ranged(
    passage: Passage, olds: Sequence[Token], delta: Token, sign: int
) -> Outcome | None:
    """Read "tripled from 20 to 45" and "fell by 200 to 1,500, from 1,900".

    What was read as one range is the two ends of a change there.
    """
    for token in (*olds, delta):
        mention = passage.mention(token.slot)
        if mention.form is Form.RANGE and len(olds) == 1:
            ends = _bases.ends(mention)
            if token is delta and not alike(passage.mention(olds[0].slot), mention):
                return None
            if token is delta:
                change = _change(passage, olds[0], delta, delta, sign)
                return judge(change, new=ends[1], delta=ends[0]) if ends else None
            if passage.mention(delta.slot).form is Form.RANGE:
                return None  # an outlook, and what that is above last year
            change = _change(passage, token, token, delta, sign)
            return judge(change, old=ends[0], new=ends[1]) if ends else None
    return None


def _anaphoric(before: Passage, passage: Passage, old: Mention) -> list[Place]:
    """Return what may be the new value in the sentence before."""
    if before.index + 1 != passage.index:
        return []
    return [
        Place(before, slot)
        for slot, item in enumerate(before.items)
        if isinstance(item, Fact)
        and alike(old, item.mention)
        and item.mention.unit == old.unit
    ]


def _change(
    passage: Passage, old: Token, new: Token, delta: Token, sign: int
) -> Change:
    return Change(
        Place(passage, old.slot),
        Place(passage, new.slot),
        Place(passage, delta.slot),
        sign,
    )


def _times(passage: Passage) -> Iterator[Outcome]:
    """Compare "three times the 8,000 of last year" with the new value."""
    match = search(passage.masked, _TIMES)
    if match and not search(passage.masked[: match.start("b")], _NARROWED):
        old, new, delta = (Place(passage, int(match[name])) for name in "abd")
        change = Change(old, new, delta, sign=1)
        if sound(change):
            outcome = judge(change)
            if not _bases.is_far_off(outcome):
                yield outcome
