"""Sums that no word tells of, but one slip does.

"The shelter took in 64 dogs and 83 cats. It reports 174 newcomers." Nothing says that the
last number is the sum of the others. But 147 and 174 have the same digits, the three numbers
are all there are of their kind, and chance hardly makes such a thing: it is evidence as good
as a word.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from factcheck.checks import _arithmetic, _columns, _sums, slips
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, finds, pattern
from factcheck.model import BlockKind, Mention, Outcome, Span

_SENTENCES, _FEWEST, _MOST, _CROWD = 3, 2, 5, 9
_TELLING, _SMALL, _NINE = 100, 12, 9
_NEAR, _FAR = Decimal("0.6"), Decimal("1.6")
_SWAPPED = "two digits may be swapped"
_SLIPS = frozenset({_SWAPPED, "one digit differs"})
# Other times, other things, and what is more than the parts.
_OTHERWISE = (
    r"\b(?:after|an? (?:second|minute|hour|day|night|week|month|quarter|year)|as well as|besides|among others|or <|up|down|more|most|fewer|less"
    r"|another|others?|further|additional|extra|excluding|except|without|not|of (?:it|this|that|these|those)|nearly|around|almost|some of|room|space|seats|holds?|can|could|lifts?|small(?:er)?|several|many|worst|best|largest|biggest|highest|record|peak(?:ed)?|top|still|shortfall|shortage|gap|backlog|arrears|outstanding|remainder)\b"
)
_OF_THEM = r"\bof (?:them|which|whom|these|those)\b"
# "Of the 320 entries, 118 were late": a part, and no further one.
_OF_THE = r"(?:^|[.;:,] )(?:out )?of (?:the |its |their |all |our )?<c\d+>"
_AND = r"^[^.;]*(?:,| and | plus |\()[^.;]*$"
_ITEM = r"^ [a-z'-]+ and $"
# "5,100 sacks (40 percent)": not of those behind it.
_OWN_SHARE = r"^(?: [a-z]+){0,2},? (?:\(|or )<p\d+>"
_REMAINING = r"\b(?:the|its|their|another) (?:remaining|rest|remainder|balance|others?)\b[^<.;]{0,20}$"
_IT = r"\b(?:it|they|he|she|we|its|their|this|these|that)\b"
_TIE = r"^[^<,;:.()]*?\b(of|for|in|to|at|from|on|by|via|through|with|as)\b"


def starts(group: Sequence[Passage]) -> list[int]:
    """Return the numbers of the sentences that enough amounts stand in, and right after."""
    many = [len(each.plain) for each in group]
    return [
        at
        for at, passage in enumerate(group)
        if passage.amounts and sum(many[at : at + _SENTENCES]) > _FEWEST
    ]


_ABOVE = 160  # characters
_RUNNING = r"\b(?:since the (?:start|beginning|launch|opening)|so far|to date|running (?:total|tally|count)|cumulative|at the end of (?:each|every))\b"


def told(
    group: Sequence[Passage], at: int, settled: Container[Span]
) -> Iterator[Outcome]:
    """Yield where amounts that stand together, and are all there are, miss their sum by a slip.

    Args:
        group: The sentences of a document.
        at: Number of the first sentence to look at.
        settled: The numbers that have been reckoned with.
    """
    window: list[Passage] = []
    values: list[Decimal] = []
    many = 0
    for source in group[at : at + _SENTENCES]:
        if source.in_table or (window and not _goes_on(window[-1], source)):
            return
        window.append(source)
        many += source.amounts
        if many > _CROWD:
            return
        if source.plain:
            values += [value for _, value, _ in source.plain if value]
        if len(values) <= _FEWEST or not _comes_near(values):
            continue
        outcome = _judged(window, settled)
        if outcome is not None:
            yield outcome
            return


def _goes_on(last: Passage, source: Passage) -> bool:
    if source.index != last.index + 1:
        return False
    return (
        source.block == last.block
        or source.in_list
        or last.in_list
        or last.document.blocks[last.block].kind is BlockKind.TITLE
    )


def _judged(window: Sequence[Passage], settled: Container[Span]) -> Outcome | None:
    """Return whether all amounts but the largest come to it; None where nothing says so."""
    told = [
        (Place(source, slot), value)
        for source in window
        for slot, value, _ in source.plain
        if value
    ]
    places, values = [each[0] for each in told], [each[1] for each in told]
    if len(places) > _FEWEST + 1 and _sums.counts(places[0], places[1:-1]):
        places, values = places[1:], values[1:]
    total = max(values)
    whole = places[values.index(total)]
    if not _comes_near(values) or _mention(whole).span in settled or _is_rest(whole):
        return None
    row = _parts(places, whole)
    if not _FEWEST <= len(row) <= _MOST:
        return None
    value = sum(map(_value, row), Decimal(0))
    if value != total and not (
        _NEAR < value / total < _FAR
        and _is_slip(row, whole, value)
        and _is_together(row, whole, value, window)
    ):
        return None
    if value != total and _is_running(row[0].passage):
        return None
    said = " + ".join(_arithmetic.plain(place.passage, place.slot) for place in row)
    derived = _arithmetic.total_of([place.passage.reading(place.slot) for place in row])
    return _columns.outcome(row, derived, value, f"{said} is", whole)


def _is_running(first: Passage) -> bool:
    """Return whether what stands above a list makes its amounts running totals."""
    start = first.span.start
    above = first.document.text[max(0, start - _ABOVE) : start]
    return finds(above.lower(), _RUNNING)


def _is_rest(place: Place) -> bool:
    """Return whether an amount is what parts leave over, or a share itself, and no sum of them."""
    passage, slot = place.passage, place.slot
    before, _, after = passage.masked.partition(f"<{passage.kinds[slot]}{slot}>")
    return finds(before, _REMAINING) or finds(after, _OWN_SHARE)


def _comes_near(values: Sequence[Decimal]) -> bool:
    """Return whether all amounts but the largest may come to it: a cheap first look."""
    total = max(values)
    if total < _TELLING:
        return False
    return sum([value for value in values if value > 0], -total) > total * _NEAR


def _parts(places: Sequence[Place], whole: Place) -> list[Place]:
    """Return the amounts of the kind of the largest, or, where all are of others, all."""
    others = [place for place in places if place is not whole]
    near = [_sums.kin(_mention(place), _mention(whole)) for place in others]
    row = [place for place, one in zip(others, near, strict=True) if one]
    at = places.index(whole)
    # "919 of one thing, 203 of another and 676 of a third" have no sum before them.
    if not row and None not in near and whole is places[-1]:
        row = others
    if any(_mention(place).modifier is not None for place in (*row, whole)):
        return []
    if row and places.index(row[0]) < at < places.index(row[-1]):
        return []
    least = min(map(_value, row), default=Decimal(0))
    return [] if least <= _SMALL or least == _value(whole) else row


def _is_slip(row: Sequence[Place], whole: Place, value: Decimal) -> bool:
    """Return whether one wrong digit, or two that are swapped, explain a difference."""
    total = _value(whole)
    off = (value - total).normalize().as_tuple().digits
    if len(off) > 1 and sum(off) % _NINE:  # neither one digit nor two that are swapped
        return False
    step = min(_exponent(_value(place)) for place in (*row, whole))
    least = Decimal(_TELLING).scaleb(step)
    rounding = Decimal(len(row) + 1).scaleb(step) / 2
    if min(value, total) < least or (step and abs(value - total) <= rounding):
        return False
    # One digit is soon the same where a bare number stands before two of other things.
    first = whole.passage is row[0].passage and whole.slot < row[0].slot
    kinds = {_SWAPPED} if first and _noun(whole) is None else _SLIPS
    pairs = [(value, total)]
    pairs += [(own, own + total - value) for own in map(_value, row) if own >= least]
    # A last digit that is no zero, so that no zero goes unseen.
    return any(
        slips.between(a.scaleb(1 - step) + 1, b.scaleb(1 - step) + 1) in kinds
        for a, b in pairs
    )


def _is_together(
    row: Sequence[Place], whole: Place, value: Decimal, window: Sequence[Passage]
) -> bool:
    """Return whether amounts stand in one list, and nothing sets the largest apart from them."""
    first = whole.passage is row[0].passage and whole.slot < row[0].slot
    text = " ".join(source.masked for source in window)
    if first and value > _value(whole):
        text = pattern(_OF_THEM).sub("", text)
    # "Last year" is another time; told in one sentence alone it parts the numbers.
    times = {"w" in source.kinds for source in window}
    if len(times) > 1 or finds(text, f"{_sums.NO_ROW}|{_OF_THE}"):
        return False
    for text in _around(whole):
        said = pattern(_sums.NOTHING_ELSE).sub("", text)
        if any(finds(said, each) for each in (_OTHERWISE, _sums.USUAL, _sums.WIDER)):
            return False
    if not _is_row(row):
        return False
    if not first:
        return _sums_up(row, whole)
    ties = [pattern(_TIE).match(_around(place)[1]) for place in (whole, *row)]
    told = {tie and tie[1] for tie in ties}
    return len(told) > 1 or None in told


def _is_row(row: Sequence[Place]) -> bool:
    """Return whether parts stand in one list, or in sentences of one kind of thing."""
    for a, b in pairwise(row):
        if a.passage is b.passage:
            text = _between(a, b).replace("the other", "")
            if finds(text, _OTHERWISE) or not finds(text, _AND):
                return False
        elif min(_value(a), _value(b)) < _TELLING or None in (_noun(a), _noun(b)):
            return False
    return True


def _sums_up(row: Sequence[Place], whole: Place) -> bool:
    """Return whether a number after others is no further one of them, nor of something new."""
    if row[-1].passage is whole.passage:
        return not finds(_between(row[-1], whole), _ITEM)
    nouns = {_noun(place) for place in row} - {None}
    told = _noun(whole)
    before = whole.passage.masked.partition(f"{whole.slot}>")[0]
    return told is None or told in nouns or finds(before, _IT)


def _noun(place: Place) -> str | None:
    mention = _mention(place)
    token = f": <{place.passage.kinds[place.slot]}{place.slot}>"
    if mention.unit or token in place.passage.masked:
        return mention.unit or ":"
    return mention.counted.lemma if mention.counted else None


def _around(place: Place) -> tuple[str, str]:
    """Return the clause before and after a number."""
    masked = place.passage.masked
    before, _, after = masked.partition(
        f"<{place.passage.kinds[place.slot]}{place.slot}>"
    )
    return re.split("[;:>]", before)[-1], re.split("[;:<]", after)[0]


def _between(a: Place, b: Place) -> str:
    after = a.passage.masked.partition(f"<{a.passage.kinds[a.slot]}{a.slot}>")[2]
    return after.partition(f"<{b.passage.kinds[b.slot]}{b.slot}>")[0]


def _mention(place: Place) -> Mention:
    return place.passage.mention(place.slot)


def _value(place: Place) -> Decimal:
    return _mention(place).value or Decimal(0)


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent
