"""The change law where the change is told in points, or as a fraction in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import _arithmetic, _compare, _direction, _shares
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import Passage, aligned, hint, pattern
from factcheck.model import Form, Interval, Mention, Outcome, Severity, Verdict
from factcheck.units import wording

_HEDGE = r"(?: (?:by|an?|the|about|around|some|just|only|nearly|almost|another|extra|further|full))*"
_POINTS = r"(?:{d:b}|{d2:c}(?: percentage)?[ -]points?)"
_WHEN = r"(?:[^<;:()]|<[dwkq]\d+>)"
_OLD = rf"(?:from|against|compared (?:with|to)|versus){_HEDGE}(?: [a-z'-]+){{0,3}}? {{a:pc}}"
_UP = rf"up|{_direction.RISES}|gained|improved|advanced"
_DOWN = rf"down|{_direction.FALLS}|lost|sank|cut"
_UP_NOUN = "rise|increase|gain|jump|improvement|climb|surge"
_DOWN_NOUN = "fall|drop|decline|decrease|loss|slump|dip|slide"
_MOVED = rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?: [a-z-]+){{0,2}}?"
_MOVE = rf"(?:(?P<up>{_UP_NOUN})|(?P<down>{_DOWN_NOUN}))"
_SHAPES = (
    # rose by 3.1 points to 58.2 percent, from 55.1
    rf"{_MOVED}{_HEDGE} {_POINTS},? to{_HEDGE} {{b:p}}{_WHEN}{{0,50}}?,? {_OLD}",
    # 58.2 percent, up 3.1 points from 55.1
    rf"{{b:p}}{_WHEN}{{0,30}}?,? {_MOVED}{_HEDGE} {_POINTS}(?: (?:from|on|compared with)){_HEDGE}(?: [a-z'-]+){{0,3}} {{a:pc}}",
    # 58.2 percent, 3.1 points more than the 55.1 of last year
    (
        rf"{{b:p}}{_WHEN}{{0,30}}?,?{_HEDGE} {_POINTS} (?:(?P<up>more|higher|above|up|better)"
        rf"|(?P<down>less|lower|fewer|below|down|worse))(?: (?:than|on|from|the|its|in|a|year|ago|last|<[dw]\d+>|[a-z]+'s)){{1,5}} {{a:pc}}"
    ),
    # from 55.1 to 58.2 percent, a rise of 3.1 points
    rf"\bfrom{_HEDGE} {{a:pc}}{_WHEN}{{0,40}}? to{_HEDGE} {{b:p}}{_WHEN}{{0,40}}?,? {_HEDGE} ?{_MOVE} of{_HEDGE} {_POINTS}",
    # rose from 55.1 to 58.2 percent, or by 3.1 points
    rf"{_MOVED} from{_HEDGE} {{a:pc}}{_WHEN}{{0,40}}? to{_HEDGE} {{b:p}}{_WHEN}{{0,20}}?,? (?:or )?(?:by )?{_HEDGE} ?{_POINTS}(?=[.,;)]|$)",
)  # fmt: skip


_FRACTION = _shares.FRACTION
_BY = rf"{_MOVED}(?: by)? {_FRACTION}"
_HEAD = (
    r"(?: (?:an?|the|its|about|around|some|just|only|nearly|almost|over|average of))*"
)
_FRACTIONS = (
    # fell by a third, from 15 to 10
    rf"{_BY}(?: (?:in|over|since|within) [^<,;]{{0,20}}(?:<[dwt]\d+>)?)?,? from{_HEAD} {{a:cemtr}}{_WHEN}{{0,50}}? to{_HEAD} {{b:cemtr}}",
    # fell by a third to 10, from 15
    rf"{_BY}(?: (?:in|over|since|within) [^<,;]{{0,20}}(?:<[dwt]\d+>)?)?,? to{_HEAD} {{b:cemtr}}{_WHEN}{{0,50}}?,? (?:from|against|compared with){_HEAD} {{a:cemtr}}",
    # from 15 to 10, a fall of a third
    rf"\bfrom{_HEAD} {{a:cemtr}}{_WHEN}{{0,50}}? to{_HEAD} {{b:cemtr}}{_WHEN}{{0,40}}?,? (?:an? )?{_MOVE} of {_FRACTION}",
)  # fmt: skip
FRACTIONS = hint(*[f" {size}" for size in _shares.SIZES])
_BASIS = "basis point"
_HUNDREDTH = Decimal("0.01")


def compare(passage: Passage) -> Iterator[Outcome]:
    """Compare points with the two percentages between which they are told."""
    for source in _SHAPES:
        match = pattern(source).search(passage.masked)
        if not match:
            continue
        old, new = (int(match[name]) for name in "ab")
        delta = int(match["d"] or match["d2"])
        mentions = [passage.mention(slot) for slot in (old, new, delta)]
        if all(map(_plain, mentions)) and _percent(mentions[0]):
            places = [Place(passage, slot) for slot in (old, new, delta)]
            yield judged(places, rises=match["up"] is not None)
        return


def fractions(passage: Passage) -> Iterator[Outcome]:
    """Compare "fell by a third to 10 million, from 15 million" with the two values."""
    for source in _FRACTIONS:
        match = pattern(source).search(passage.masked)
        if not match:
            continue
        old, new = (Place(passage, int(match[name])) for name in "ab")
        words = match["f"], match["hedge"]
        yield from by_fraction(old, new, passage, words, rises=match["up"] is not None)
        return


def by_fraction(
    old: Place, new: Place, passage: Passage, words: tuple[str, str], *, rises: bool
) -> Iterator[Outcome]:
    """Compare a fraction in words with the two values between which it is told.

    Args:
        old: The old value.
        new: The new one.
        passage: The sentence with the fraction.
        words: The fraction, and the words before it.
        rises: Whether a rise is told.
    """
    reading = _shares.read_words(*words)
    where = _shares.find_words(passage, words[0])
    pair = aligned(*(place.passage.mention(place.slot) for place in (old, new)))
    if reading is None or where is None or pair is None:
        return
    if not all(map(_plain, pair)) or not pair[0].value or not pair[1].value:
        return
    before, after = (
        _compare.convert(place.passage.reading(place.slot), mention.unit)
        for place, mention in zip((old, new), pair, strict=True)
    )
    first, second = (_compare.base_value(m.value or Decimal(0), m.unit) for m in pair)
    change = (after / before - Interval.point(Decimal(1))).scale(_arithmetic.HUNDRED)
    value = (second / first - 1) * _arithmetic.HUNDRED
    fit = f"{wording.number(_arithmetic.to_places(abs(value), 0))}%"
    word = "rise" if value > 0 else "fall"
    evidence = _compare.span_evidence(
        passage.document, where, side=2, outer=passage.span
    )
    yield _arithmetic.settled(
        _direction.LAW,
        [old.evidence(0), new.evidence(1), evidence],
        change if rises else -change,
        reading,
        sum_text=f"From {old.said()} to {new.said()} is a {word} of {fit}",
        said_text=f"{words[1]}{words[0]}",
        fit=fit,
    )


def _plain(mention: Mention) -> bool:
    return mention.form is Form.PLAIN and mention.value is not None


def _percent(mention: Mention) -> bool:
    """Return whether a number is a percentage, or one that leaves the word out."""
    counted = mention.counted
    return mention.dimension == "ratio" or counted is None or counted.elided


def judged(told: Sequence[Place], *, rises: bool) -> Outcome:
    """Compare points with what lies between an old percentage and a new one, in that order."""
    before, after, points = (place.passage.mention(place.slot) for place in told)
    beside = told[0].passage is told[1].passage
    digits = min(_digits(mention) for mention in (before, after)) if beside else 0
    readings = [_reading(mention, digits) for mention in (before, after)]
    derived = readings[1] - readings[0] if rises else readings[0] - readings[1]
    stated = points.reading
    if points.unit == _BASIS:
        stated = stated.scale(_HUNDREDTH)
    stated = _arithmetic.loosened(stated)
    places = [place.evidence(side) for side, place in enumerate(told)]
    size = _size(after) - _size(before)
    said = [_arithmetic.plain(place.passage, place.slot) for place in told]
    word = "rise" if size > 0 else "fall"
    sum_text = (
        f"From {said[0]} to {said[1]} is a {word} of {wording.number(abs(size))} points"
    )
    wrong_way = (size > 0) != rises and size != 0
    if wrong_way and not derived.meets(stated):
        claim = "rise" if rises else "fall"
        return _compare.outcome(
            _direction.LAW,
            Verdict.CONFLICT,
            places,
            f"{sum_text}, but the text tells of a {claim}.",
            explanation="The words and the two values go opposite ways: one of them is"
            " wrong, or the values changed places.",
            severity=Severity.ERROR,
        )
    return _arithmetic.settled(
        _direction.LAW,
        places,
        derived,
        stated,
        sum_text=sum_text,
        said_text=told[2].said(),
        fit=f"{wording.number(abs(size))} points",
        least=Severity.WARNING,
        right=abs(size),
        written=_size(points),
    )


def _size(mention: Mention) -> Decimal:
    value = mention.value or Decimal(0)
    return value * _HUNDREDTH if mention.unit == _BASIS else value


def _reading(mention: Mention, digits: int) -> Interval:
    """Return what a percentage can be, by its digits even where it is read as a count.

    Args:
        mention: The percentage.
        digits: The place of the last digit of another beside it, which is told as closely:
            "from 4.25% to 5%".
    """
    value = _size(mention)
    half = Decimal("0.5").scaleb(min(_digits(mention), digits))
    return Interval(value - half, value + half)


def _digits(mention: Mention) -> int:
    """Return the place of the last digit after the point of a percentage: -2 for 4.25."""
    exponent = _size(mention).as_tuple().exponent
    assert isinstance(exponent, int)
    return min(exponent, 0) if mention.modifier is None else 0
