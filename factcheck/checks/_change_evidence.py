"""Changes whose old and new value stand in other sentences, or in other documents.

"Fires are down by half", says one report; "70 fires. Last year it was 84", says another.
No wording ties the two: a claim is any number that its own clause makes a change, and the two
values are looked for by what the claim is of. If any two numbers there lead to it, nothing is
said; if none do, it is held against the only two that are of its very things, at two times.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain, combinations, permutations

from factcheck.checks import (
    _apart,
    _bases,
    _change_order,
    _change_pairs,
    _moved_claims,
    _moved_values,
    _moves,
    _steps,
    _then,
)
from factcheck.checks._arithmetic import Place
from factcheck.checks._change_claims import (
    AMOUNTS,
    GENERIC,
    Claim,
    claims,
    topic_of,
)
from factcheck.checks._context import Passage, finds, pattern
from factcheck.checks._evidence import Evidence, evidence_of
from factcheck.checks._steps import Change
from factcheck.checks._then import Value
from factcheck.language.data import word_set
from factcheck.model import (
    Fact,
    Form,
    Outcome,
    Period,
    Verdict,
)

_FAR = Decimal(3)
# Who says it has a name too.
_SAYING = r"\b(?:said|says?|told|tells|according|announced|reported|added)\b"
_TWO = 2
_DEGREE = "degree"
_SOURCES, _NEAR = 6, 2
_ENOUGH, _SOME, _LITTLE = 0.4, 0.2, 0.5
# "Last year's field was 96", "the 2022 figure was 96"
_OF_THEN = r"<[dw]\d+>(?:'s)? [a-z]+(?: [a-z]+)? (?:was|were|had been|stood at|came to)(?: [a-z]+)? $"
_IT = r"^(?:(?:and|but|so|thus|now|today|since then|in all),? )?(?:it|they|this|that|these|those|there|the (?:figure|number|total|sum|amount|count|tally))\b"
_MIDDLES = frozenset({"averag", "median", "mean", "peak", "record"})
_ITS = r"^ (?:of )?(?:its|their|his|her)(?P<said>(?: [a-z-]+){1,3})"
_APPOSED = r"^[a-z]+, (?:its|the|an?|his|her|their|one) "  # "Arle, its largest town,"
# "Surveyors measured <m0>", "a count found <c0>": no other thing is named.
_MEASURED = r"\b[a-z]+ (?:had )?(?:measured|counted|found|recorded|registered|logged|reported|showed|noted)(?: [a-z]+)? $"
AT_ANOTHER_TIME = (  # "the year before, the crop was"
    r"^(?:but |and )?(?:(?:in|on|at|by|for|during|back in) )?(?:the )?(?:<[dw]\d+>|<t\d+> (?:ago|earlier|before|later|on)\b"
    r"|(?:an?|the|one|last|this|previous) (?:[a-z]+ )?(?:year|month|week|decade|season)(?: (?:ago|earlier|before|later))?\b"
    r"|today\b|now\b|at present\b|currently\b|previously\b|until (?:now|then)\b|before (?:that|then)\b)[^<]*[a-z]+ $"
)
_A_YEAR = r"\b(?:(?:a|the) year (?:earlier|ago|before)|on the year|year[- ]o(?:n|ver)[- ]year|last year|the (?:previous|same month of last) year)\b"
_OVER = r"^(?: [a-z'-]+){0,3}? (?:in|over|within|during)(?: (?:the|just|only|about|less|more|under|over|than|last|past)){0,3} <t(?P<t>\d+)>"
_YEARS = {"year": 1, "decade": 10}
_STEM, _AHEAD = 4, 50
_MONTHS, _MONTH = frozenset({"may", "march", "august"}), "mth"
# What any level is told with.
_TOLD = word_set(
    """
    cost costs costing sell sells sold sold-for pay pays paid charge charged fetch fetched worth price
    priced employ employed register registered recorded measured attract attracted draw drew
    """
)
_PAID = word_set(
    "price prices cost costs rent rents wage wages salary salaries fare fares fee fees bill bills"
)
KINDS = word_set(
    """
    onlin domest foreign intern export import women woman men man girl boy child youth adult
    femal male net gross oper core organ retail wholesal rural urban young real
    nomin median global europ privat public passeng freight cargo
    gaap actual like same underli adjust digit mobil subscript advertis consum food energi servic
    industri manufactur
    """
)


def told(groups: Sequence[Sequence[Passage]], passage: Passage) -> Iterator[Outcome]:
    """Yield what the changes of a sentence come to by values that stand elsewhere.

    Args:
        groups: The sentences of each document of its story.
        passage: The sentence.
    """
    for claim in claims(passage):
        found = _compared(claim, groups)
        if found is not None:
            yield found


def _compared(claim: Claim, groups: Sequence[Sequence[Passage]]) -> Outcome | None:
    evidence = evidence_of(groups)
    if not claim.topic:
        claim = _taken_up(claim, evidence)
    sources = _sources(claim, evidence)
    values = list(
        chain.from_iterable(
            _change_pairs.values_of(source, claim) for source in sources
        )
    )
    if _is_explained(claim, values):
        return None
    whole = topic_of(claim.fact.words)
    if len(values) < _TWO and whole > claim.topic:
        wider = claim._replace(topic=whole, fact=replace(claim.fact, near=whole))
        return _compared(wider, groups)
    pairs = {
        (old.place, new.place): (old, new)
        for window in _windows(claim, sources, evidence)
        for old, new in _change_pairs.pairs(claim, window)
        if _is_of(claim, old, new, evidence)
    }
    sizes = {
        tuple(_change_order.size(value) for value in both) for both in pairs.values()
    }
    if len(sizes) != 1:
        return None
    old, new = next(iter(pairs.values()))
    judged = reckoned(claim, old.place, new.place)
    if judged is None or judged.verdict is not Verdict.CONFLICT or are_peers(old, new):
        return None
    told = _moved_claims.read(claim, evidence)
    if not _moved_values.tell_all(told, old, new) or any(
        is_told_of_another(claim, source, new) for source in sources
    ):
        return None
    return None if _bases.is_far_off(judged, _FAR) else judged


def are_peers(old: Value, new: Value) -> bool:
    """Return whether the sentence of the old value has the new one too, as that of another.

    "Oats 41 percent, rye 22", beside "rye lost eight points and fell to 22".
    """
    passage, mention = old.place.passage, new.fact.mention
    items = [item for item in passage.items if isinstance(item, Fact)]
    like = [item for item in items if item.mention.dimension == mention.dimension]
    if passage is new.place.passage:
        alone = len(items) == len(passage.items) and not (old.old or new.new)
        return alone and len(like) > _TWO
    return any(item.mention.value == mention.value for item in like)


def is_told_of_another(claim: Claim, source: Passage, new: Value) -> bool:
    """Return whether a sentence tells the same change, and that it leads to another thing."""
    kind = new.fact.mention.dimension
    return any(
        other.fact.mention.reading.meets(claim.fact.mention.reading)
        and other.fact.mention.dimension == claim.fact.mention.dimension
        and any(
            source.fact(slot).mention.dimension not in _change_pairs.NO_LEVEL | {kind}
            for slot in other.reached
        )
        for other in claims(source)
    )


def _taken_up(claim: Claim, evidence: Evidence) -> Claim:
    """Return a claim with what the sentence before it is about: "It has lost a third"."""
    here = claim.place.passage
    group, at = evidence.spot(here)
    last = group[at - 1] if at else here
    if last.index + 1 != here.index or not finds(here.masked, _IT):
        return claim
    return claim._replace(topic=topic_of(evidence.words(last)))


def _sources(claim: Claim, evidence: Evidence) -> list[Passage]:
    """Return the sentences that may tell the values of a claim, and those beside them."""
    here = claim.place.passage
    found = dict.fromkeys((here, *evidence.beside(here, _NEAR)))
    for source in evidence.like(claim.topic, most=_SOURCES):
        if source is not here:
            found.update(dict.fromkeys((source, *evidence.beside(source, 1))))
    return list(found)


def _windows(
    claim: Claim, sources: Sequence[Passage], evidence: Evidence
) -> Iterator[tuple[Passage, ...]]:
    """Yield the sentences that may tell both values: one, two that stand together, or two that tell the same."""
    here = claim.place.passage
    about = [
        source
        for source in sources
        if source is here or evidence.words(source) & claim.topic
    ]
    for source in about:
        yield (source,)
        for other in evidence.beside(source, 1):
            if other is not here and other not in about:
                yield (source, other)
    yield from combinations(about, 2)


def _is_explained(claim: Claim, values: Sequence[Value]) -> bool:
    """Return whether any two values lead to a claim, either way."""
    if _is_told_here(claim):
        return True
    own = [value for value in values if value.place.passage is claim.place.passage]
    if any(_change_pairs.pairs(claim, [claim.place.passage])):
        values = own  # "from 84 to 96, up 30 percent": it says itself of what
    return any(
        told is not None and told.verdict is Verdict.AGREE
        for a, b in combinations(values, 2)
        if _then.alike(a.fact, b.fact) and _change_pairs.is_one_row(a, b)
        for both in (_change_order.ordered(a, b),)
        if _is_likely(claim, a, b, told=both is not None)
        for old, new in ([both] if both else permutations((a, b)))
        if both or _change_pairs.goes(claim, old, new)
        for told in (reckoned(claim, old.place, new.place, either=True),)
    )


def _is_told_here(claim: Claim) -> bool:
    """Return whether a sentence has the two values of its change: "64, twice as many as the 32 of May"."""
    passage = claim.place.passage
    places = [
        Place(passage, slot)
        for slot, kind in enumerate(passage.kinds)
        if kind in AMOUNTS and slot != claim.place.slot
    ]
    return any(
        told is not None and told.verdict is Verdict.AGREE
        for a, b in permutations(places, 2)
        if passage.mention(a.slot).dimension == passage.mention(b.slot).dimension
        for told in (reckoned(claim, a, b, either=True),)
    )


def _is_likely(claim: Claim, a: Value, b: Value, *, told: bool) -> bool:
    """Return whether two values may be those of a claim by where they stand and what of."""
    one, other = a.place.passage, b.place.passage
    if not told and not one.is_beside(other):
        return False
    tied = [_is_tied(claim, value) for value in (a, b)]
    return all(tied) or (any(tied) and one.is_beside(other))


def _is_tied(claim: Claim, value: Value) -> bool:
    """Return whether a value is told of what a claim is of, or in the paragraph around it."""
    here, there = claim.place.passage, value.place.passage
    if not claim.topic or claim.topic & _said(value):
        return True
    return here.block == there.block and here.is_beside(there)


def reckoned(
    claim: Claim, old: Place, new: Place, *, either: bool = False
) -> Outcome | None:
    """Return what a change from one value to another is, or None where the claim can be none."""
    sign = claim.sign
    if either or not sign:
        a, b = (place.passage.mention(place.slot).value or 0 for place in (old, new))
        sign = 1 if b > a else -1
    if claim.points:
        return _moves.judged((old, new, claim.place), rises=sign > 0)
    if claim.fact.mention.form is Form.MULTIPLE:
        sign = 1
    change = Change(old, new, claim.place, sign)
    delta = claim.fact.mention
    unit = old.passage.mention(old.slot).unit
    if delta.unit == _DEGREE and unit.startswith(f"{_DEGREE}_"):  # "1.4 degrees warmer"
        return _steps.judge(
            change, delta=replace(delta, unit=unit, dimension="temperature")
        )
    facts = [place.passage.fact(place.slot) for place in (old, new)]
    first, second = _then.freed(facts[0], facts[1])
    if first is not facts[0].mention:
        values = first, second
        sound = _steps.sound(change, values)
        return _steps.judge(change, old=first, new=second) if sound else None
    return _steps.judge(change) if _steps.sound(change) else None


def _is_of(claim: Claim, old: Value, new: Value, evidence: Evidence) -> bool:
    """Return whether two values are of the very things of a claim, and of its time and place."""
    if not has_its(claim, old, new) or not _is_then(claim, old, new):
        return False
    cells = [value for value in (old, new) if value.place.passage.in_table]
    if cells:
        own = {word for each in cells for word in each.fact.near if word.isalpha()}
        return bool(own - _then.ANY) and _says(claim, own - _then.ANY)
    if starts_elsewhere(claim, old, new):
        return False
    other, main = sorted(
        (old, new),
        key=lambda each: (
            not pattern(_change_pairs.AGAIN).search(each.left),
            _shared(claim, each, evidence),
            len(each.fact.near),
        ),
    )
    return (
        _is_about(claim, main, other, evidence)
        and _goes_with(claim, main, other)
        and is_narrowed_alike(claim, old, new)
        and is_named(claim, main)
    )


def _is_about(claim: Claim, main: Value, other: Value, evidence: Evidence) -> bool:
    """Return whether two values are told of enough of what a claim is of."""
    both = claim.topic & (_said(main) | _said(other))
    here = claim.place.passage
    named = _apart.unnamed(here, claim.fact, claim.topic)
    if named and not _apart.unnamed(here, claim.fact, both):
        return False
    shared = _part(both, claim.topic, evidence)
    if _has_subject(claim, both):  # of all that a sentence says, it rises or falls
        own = _said(main) - _then.ANY - GENERIC - _TOLD - {""}
        shared = max(shared, _part(both, own, evidence))
    names = claim.fact.names & (main.fact.names | other.fact.names)
    many = len(both) + (main.fact.head in both) + len(names)
    return shared >= (_SOME if many > 1 else _ENOUGH)


def _shared(claim: Claim, value: Value, evidence: Evidence) -> float:
    """Return how much of what a claim is of a value is told of."""
    said = _said(value)
    return _part(claim.topic & said, claim.topic, evidence)


def _part(some: frozenset[str], words: frozenset[str], evidence: Evidence) -> float:
    """Return how much some of the stems tell of what all tell; what all sentences have, a little."""
    weight = evidence.weight(words) + _LITTLE * len(words)
    return (evidence.weight(some) + _LITTLE * len(some)) / weight if words else 0.0


def _said(value: Value) -> frozenset[str]:
    fact, passage = value.fact, value.place.passage
    own = fact.words if passage.amounts <= _TWO else fact.near
    return own | fact.near | {fact.head}


def has_its(claim: Claim, old: Value, new: Value) -> bool:
    """Return whether values are told of what was lost: "half its <cranes>"."""
    passage, slot = claim.place.passage, claim.place.slot
    right = passage.around(slot)[1]
    its = pattern(_ITS).match(right)
    if its is None:
        return True
    said = _said(old) | _said(new)
    starts = {stem[:_STEM] for stem in said}
    return any(word[:_STEM] in starts for word in its["said"].split())


def starts_elsewhere(claim: Claim, old: Value, new: Value) -> bool:
    """Return whether a change is measured from another time than that of an old value."""
    passage, slot = claim.place.passage, claim.place.slot
    right = passage.around(slot)[1]
    if _is_of_longer(passage, right, old, new):
        return True
    if not _apart.from_then(passage, old, new) or (
        finds(right[:_AHEAD], _A_YEAR) and _are_months_apart(old, new)
    ):
        return True
    return _then.starts_elsewhere(right, passage, old, new)


def _is_of_longer(passage: Passage, right: str, old: Value, new: Value) -> bool:
    """Return whether a change is told over years that do not lie between two values: "in ten years"."""
    over = pattern(_OVER).match(right)
    length = passage.mention(over["t"]) if over else None
    if length is None or length.unit not in _YEARS:
        return False
    long = (length.value or Decimal(0)) * _YEARS[length.unit]
    if long <= 1 or old.place.passage is new.place.passage:
        return False
    first, last = (_year(value) for value in (old, new))
    if first is None or last is None:
        now = finds(f"{new.left} {new.right}", r"\b(?:now|today|currently)\b")
        return not (_change_order.is_ago(old) or (first and now))
    return abs(last - first - long) > 1


def _year(value: Value) -> int | None:
    """Return the year that a value is of, or None."""
    period, date = value.period, value.place.passage.document.date
    if period is not None and period.start is not None:
        return period.start.year
    return _change_order.year(value) or (date.year if date else None)


def _are_months_apart(old: Value, new: Value) -> bool:
    """Return whether two values are of two months of the year."""
    months = [
        each.period.start.month
        if each.period.start
        else dict(each.period.marks).get("month")
        for each in (old, new)
        if each.period is not None and each.period.kind == "month"
    ]
    return len(months) == _TWO and months[0] != months[1]


def _has_subject(claim: Claim, stems: Collection[str]) -> bool:
    """Return whether what rises or falls is among some stems."""
    starts = {stem[:_STEM] for stem in stems}
    return any(word[:_STEM] in starts for word in claim.subject)


def _goes_with(claim: Claim, main: Value, other: Value) -> bool:
    """Return whether a second value is one of the same thing: it names no other."""
    if any(
        pattern(source).search(other.left) for source in (_change_pairs.AGAIN, _OF_THEN)
    ):
        return True
    here = claim.place.passage
    if main.place.passage is here is not other.place.passage:
        return bool(claim.topic & other.fact.near) and _names_no_more(
            claim, main, other
        )
    if _goes_on(main, other):
        return True
    return _names_no_more(claim, main, other)


def _names_no_more(claim: Claim, main: Value, other: Value) -> bool:
    """Return whether a second value is told of no thing that the first and the change are not."""
    own = (
        _apart.unnamed(other.place.passage, other.fact, other.fact.near)
        - _then.ANY
        - GENERIC
        - _TOLD
    )
    if main.place.passage is other.place.passage:
        return own <= main.fact.near
    return own <= main.fact.words | main.fact.near | claim.topic


def _goes_on(one: Value, other: Value) -> bool:
    """Return whether the later of two sentences tells what the one before it does, of another time.

    "They picked 96 tonnes. The year before, the crop was 80"; "Surveyors measured 80."
    """
    first, last = sorted((one, other), key=lambda value: value.place.passage.index)
    before, after = first.place.passage, last.place.passage
    beside = before.facts is after.facts and after.index == before.index + 1
    if not beside or after.amounts > 1 or before.amounts > _TWO:
        return False
    if pattern(_MEASURED).search(last.left):
        return True
    lead = last.place.around()[0]
    return pattern(AT_ANOTHER_TIME).match(lead) is not None


def is_narrowed_alike(claim: Claim, old: Value, new: Value) -> bool:
    """Return whether all or none are of a part: online sales, women, exports."""
    paid = old.fact.mention.dimension.startswith("currency:")
    if not claim.points and claim.subject & _PAID and not paid:
        return False  # "the peak reached 23 gigawatts, and prices fell by a third"
    theirs = (old.fact.near | new.fact.near) & KINDS
    said = old.fact.words | new.fact.words | old.fact.near | new.fact.near
    return claim.fact.near & (KINDS | _MIDDLES) <= said and _says(claim, theirs)


def _says(claim: Claim, stems: Collection[str]) -> bool:
    """Return whether the sentence of a change has all of some stems."""
    text = f" {claim.place.passage.masked}"
    mine = claim.fact.near | claim.fact.words
    return all(stem in mine or f" {stem}" in text for stem in stems)


def is_named(claim: Claim, main: Value) -> bool:
    """Return whether two sentences may be on one thing by the names in them.

    Args:
        claim: The change.
        main: The value that tells most of what the change is of.
    """
    mine, yours = claim.fact, main.fact
    places = {mine.place, yours.place} - _MONTHS - {None}
    if len(places) == _TWO or _is_elsewhere(claim, main.place.passage):
        return False
    if (
        mine.names & yours.names
        or claim.place.passage.facts is main.place.passage.facts
    ):
        return True
    text = claim.place.passage.document.text.lower()
    if not all(name in text or name == _MONTH for name in yours.names):
        return False
    first = claim.place.passage.text.partition(" ")[0].strip(",:").lower()
    apposed = finds(claim.place.passage.masked, _APPOSED)
    own = apposed or first in " ".join(mine.names).split()
    return not own or first in main.place.passage.document.text.lower()


def _is_elsewhere(claim: Claim, there: Passage) -> bool:
    """Return whether a change is told of a name that the text of its values does not know."""
    here, text = claim.place.passage, there.document.text.lower()
    if here.facts is there.facts or finds(here.masked, _SAYING):
        return False
    names = claim.fact.names - {_MONTH}
    return bool(names) and not any(name in text for name in names)


def _is_then(claim: Claim, old: Value, new: Value) -> bool:
    """Return whether a claim is told of the times of its values."""
    known = [value.period for value in (old, new) if value.period]
    for item in claim.place.passage.items:
        if not isinstance(item, Period) or item.kind in _change_order.DAYS:
            continue
        if item.bound == "since" and old.period and not old.period.overlaps(item):
            return False
        if any(item.overlaps(each) for each in known):
            continue
        if any(
            _is_in(item, _change_order.year(each))
            for each in (old, new)
            if _change_order.year(each)
        ):
            continue
        if len(known) == _TWO or not (item.bound or item.kind == "span" or known):
            return False
    return True


def _is_in(period: Period, year: int) -> bool:
    """Return whether a period may be of a year: "last year" of any, where no day is known."""
    if str(year) in period.surface:
        return True
    if period.start is None:
        return period.kind == "relative" and not period.bound
    return period.start.year == year
