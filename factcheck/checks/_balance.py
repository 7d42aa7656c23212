"""A rate, what it is for and what that comes to, wherever the three stand.

The reader does not ask how a sentence is worded. It takes every rate of two sentences,
everything that it can be for and everything that it can come to, and looks for products
that are right; what is part of one is explained. Of what is left, one product may be wrong:
only where nothing else could be meant, the three belong together, and the numbers are so
close that a slip explains them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck import units
from factcheck.checks import _arithmetic, _compare, _products, slips
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import PEOPLE, Passage, firm, hint, pattern
from factcheck.frozen import dataclass
from factcheck.language import words
from factcheck.model import (
    Fact,
    Form,
    Mention,
    Modifier,
    Motion,
    Outcome,
    Part,
    Stance,
    Verdict,
)

_HEADS = frozenset({"head", "person", "capita", "inhabitant", "resident", "citizen"})
_SPEEDS = {"knot": ("nautical_mile", "hour")}
# What an amount is for, in the words after it: "450 kg of flour a shift".
_PER = (
    r"^(?: (?:of )?[a-z'-]+){0,3}? (?:an?|per|each|every|for (?:each|every)|to (?:each|every))"
    r" (?P<per>[a-z]+(?: [a-z]+)?)\b"
)
_PER_BASE = r"^(?: of [a-z]+)? (?:per|for every|for each|every|in every|on every) {b:m}"
# And in those before it: "every household has <c0> members".
_EVERY = (
    r"\b(?:every|each)(?: [a-z]+){0,2}? (?P<per>[a-z]+) [a-z]+ (?:an? |about |some )?$"
)
# What a length of time must stand after, to be one that a rate runs for.
_FOR = (
    r"(?:\b(?:for|over|during|in|within|after|of|with(?: its)?|takes?|took|needs?|needed|lasts?|lasted|runs?|ran"
    r"|works?|worked|all|every|these|those|the|its|their|full|,)|^)"
    r"(?: (?:the|its|their|his|her|all|an?|next|past|last|first|whole|full|standard|normal|about|some|just|of|[a-z]+ing|[a-z]+ week of|[a-z]+ of))* $"
)
_AWAY = r"^ (?:ago|later|earlier|before|old|after|more|less|longer|from|notice|late|early|to)\b"
# Nothing between the parts of one product may turn to something else.
_TURN = (
    r"\b(?:while|whereas|but|against|compared|instead|rather|unlike|although|though|despite|than|versus|except|plus"
    r"|excluding|another|others?|remaining|rest|besides|half|until|if|would have|could|capacity|rose|rises?|fell|falls?|grew|dropped"
    r"|increased?|decreased?|added|adding|more|less|fewer|extra|additional|maximum|minimum|forecast|target|planned|previously"
    r"|spen[dt]s?|of them|of these|of those|of which|of whom|stops?|stopovers?|breaks?|pauses?|delays?|profits?|tax|incl\w*)\b"
)
_LEFT_OVER = (
    r"^(?: [a-z-]+){0,3} (?:left|remaining|to go|short|more|less|fewer|extra|over|ahead|behind|away|too (?:much|many|little|few))\b"
    r"|^ (?:straight|wid|deep|long|short|tall|high|low|thick|thinn|heavi|light|larg|small|clos)er\b"
)
_PARTIAL = (
    r"(?:\b(?:of|by|than|up|down|from|only|against|between|another|other|further|additional|extra|least|most|plus|some of"
    r"|and|each|every|including|excluding|first|last|next|half|cut|rise|increase|fine|fee|loan|debt|grant|discount|profit|loss)|\() $"
)
# A total that is told as what a rate comes to.
_RESULT = (
    r"(?:\b(?:in all|in total|altogether|so|thus|hence|meaning|or|that is|which is|i\.e\.|equals|total(?:s|led|ling)?|sum|bill"
    r"|makes?|made|making|means?|meant|comes?|came|coming|amounts?|amounted|amounting|adds? up|added up|adding up|works? out|worked out"
    r"|gives?|gave|giving|brings?|brought|bringing|yields?|yielded|produces?|produced|gets? through|got through|reach(?:es|ed)|harvest|crop|output)"
    r"(?: (?:up|out|in|to|it|him|her|them|us|me|at|on|of|is|was|an?|the|about|some|nearly|almost|just|roughly|total|sum|bill|around|only))*|[:,(]| - )"
    r"(?: (?:about|some|a|the))* ?$"
)
_WAS = r"\bfrom [^<]*<[a-z]\d+> \($"  # "from 1.70 a pound (200.30)" is what it was
_AND_MORE = r"> (?:[^<]* )?and [^<]*<[cem]"
_HINTS = hint(" a ", " an ", " per ", "each ", "every ")
_FEWEST, _MOST = 3, 12
_FAR = 1000
_FEWEST_DIGITS = 3
_SWAPPED = 2
_CLOSE = Decimal("0.005")
_SPEED = "speed"
_PERIODS = frozenset("dwq")
_NEAREST, _FURTHEST = Decimal("0.4"), Decimal("2.5")
_ASIDE = frozenset({Stance.TARGET, Stance.FORECAST, Stance.PREVIOUS, Stance.DENIAL, Stance.HYPOTHETICAL})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Rate:
    """An amount for one of something: the unit of the amount, what it is for."""

    place: Place
    head: str
    per: str
    measured: bool  # `per` is a unit, not a noun
    base: Decimal = Decimal(1)  # litres for so many kilometres

    @property
    def unit(self) -> str:
        return self.place.passage.mention(self.place.slot).unit

    @property
    def one(self) -> Decimal:
        """What the amount is for, in base units."""
        return _compare.base_value(self.base, self.per) if self.measured else self.base


@dataclass(frozen=True, slots=True)
class _Triple:
    rate: _Rate
    many: Place
    total: Place

    @property
    def places(self) -> tuple[Place, ...]:
        return (self.many, self.rate.place, self.total)


def told(passage: Passage, before: Passage | None) -> list[Outcome]:
    """Return the products that two sentences tell of, right or wrong."""
    sources = [passage]
    if before is not None and _products.neighbour(passage, before):
        sources.insert(0, before)
    if not _FEWEST <= sum(source.amounts for source in sources) <= _MOST:
        return []
    if not any("r" in s.kinds or "m" in s.kinds or s.says(_HINTS) for s in sources):
        return []
    rates = [rate for source in sources for rate in _rates(source)]
    if not rates:
        return []
    outcomes = [
        (triple, _settled(triple))
        for rate in rates
        for triple in _triples(rate, sources)
    ]
    right = [(t, o) for t, o in outcomes if o.verdict is Verdict.AGREE]
    known = {_key(p) for t, _ in right for p in (t.many, t.total)}
    left = [
        (t, o)
        for t, o in outcomes
        if o.verdict is not Verdict.AGREE
        and t.total.passage is passage
        and _key(t.rate.place) < _key(t.total)
        and not known & {_key(t.many), _key(t.total)}
    ]
    here = [o for t, o in right if any(p.passage is passage for p in t.places)]
    return here or _wrong(left, sources)


def _key(place: Place) -> tuple[int, int]:
    return (place.passage.span.start, place.slot)


def _wrong(
    left: Sequence[tuple[_Triple, Outcome]], sources: Sequence[Passage]
) -> list[Outcome]:
    """Return the one product that is left and wrong."""
    sure = [
        (_distance(triple), outcome)
        for triple, outcome in left
        if _joined(triple) and _likely(triple) and not _otherwise(triple, sources)
    ]
    sure.sort(key=lambda each: each[0])
    if not sure or (len(sure) > 1 and sure[0][0] == sure[1][0]):
        return []
    return [sure[0][1]]


def _distance(triple: _Triple) -> int:
    """Return how far what a rate is for stands from what it comes to."""
    (_, a), (_, b) = _key(triple.many), _key(triple.total)
    return abs(a - b) if triple.many.passage is triple.total.passage else _FAR


def _otherwise(triple: _Triple, sources: Sequence[Passage]) -> bool:
    """Return whether other numbers nearby add up, or multiply, to the same total."""
    total = _products.nominal(triple.total)
    values = [
        value
        for source in sources
        for slot, item in enumerate(source.items)
        if isinstance(item, Fact)
        and _key(Place(source, slot)) != _key(triple.total)
        and (value := _products.nominal(Place(source, slot)))
    ]
    return any(
        abs(found - total) <= total * _CLOSE
        for at, a in enumerate(values)
        for b in values[at + 1 :]
        for found in (a + b, abs(a - b), a * b)
        if total is not None
    )


def _rates(passage: Passage) -> list[_Rate]:
    found = []
    for slot, item in enumerate(passage.items):
        if not isinstance(item, Fact):
            continue
        mention = item.mention
        if mention.form is not Form.PLAIN or mention.value is None or mention.base:
            continue
        place = Place(passage, slot)
        head, slash, per = mention.unit.partition(" / ")
        if mention.unit in _SPEEDS:
            head, per = _SPEEDS[mention.unit]
            found.append(_Rate(place, head, per, measured=True))
        elif slash and " / " not in per:
            measured = units.dimension(per) is not None
            found.append(
                _Rate(place, "" if head == "1" else head, per, measured=measured)
            )
        elif passage.kinds[slot] in "cemt":
            found += _worded(passage, place, mention.unit)
    return found


def _worded(passage: Passage, place: Place, head: str) -> list[_Rate]:
    """Return a rate whose second half stands in words: a shift, a square metre, 100 km."""
    before, after = _around(place)
    base = pattern(_PER_BASE).match(after)
    if base:
        many = passage.mention(base["b"])
        if many.value and many.form is Form.PLAIN:
            return [_Rate(place, head, many.unit, measured=True, base=many.value)]
        return []
    match = pattern(_PER).match(after) or pattern(_EVERY).search(before)
    if not match:
        return []
    per = match["per"]
    unit = units.WORDS.get(per) or units.WORDS.get(per.partition(" ")[0]) or ""
    noun = words.lemma(per.partition(" ")[0])
    return [_Rate(place, head, unit or noun, measured=bool(unit))]


def _triples(rate: _Rate, sources: Sequence[Passage]) -> Iterator[_Triple]:
    stated = rate.place.passage.mention(rate.place.slot)
    head = units.dimension(rate.head) if rate.head else "count"
    per = units.dimension(rate.per) if rate.measured else "count"
    if head is None or per is None:
        return
    places = [
        (Place(source, slot), item)
        for source in sources
        for slot, item in enumerate(source.items)
        if isinstance(item, Fact)
        and item.mention.form is Form.PLAIN
        and item.mention.value
        and _key(Place(source, slot)) != _key(rate.place)
    ]
    manys = [
        place
        for place, fact in places
        if _dimension(fact.mention) == per and _for(place, fact, rate)
    ]
    totals = [
        place
        for place, fact in places
        if _dimension(fact.mention) == head and _totals(place, fact, stated, rate)
    ]
    for many in manys:
        for total in totals:
            if many != total and _key(many) != _key(total):
                yield _Triple(rate, many, total)


def _dimension(mention: Mention) -> str:
    """Return the dimension of an amount; three shifts a day are a count."""
    head, slash, _ = mention.unit.partition(" / ")
    return "count" if slash and head == "1" else mention.dimension


def _for(place: Place, fact: Fact, rate: _Rate) -> bool:
    """Return whether a rate may be for so many."""
    mention = fact.mention
    if fact.part in (Part.OTHERS, Part.EXCLUDING) or fact.motion in (
        Motion.BY,
        Motion.FROM,
    ):
        return False
    passage = place.passage
    before, _, after = passage.masked.partition(
        f"<{passage.kinds[place.slot]}{place.slot}>"
    )
    if rate.measured:
        if mention.dimension != "duration":
            return True
        return not pattern(_AWAY).match(after) and (
            not before.strip() or bool(pattern(_FOR).search(before))
        )
    lemmas = _products.lemmas(mention)
    if rate.per in _HEADS:
        return bool(lemmas & PEOPLE)
    return rate.per in lemmas


def _totals(place: Place, fact: Fact, stated: Mention, rate: _Rate) -> bool:
    """Return whether an amount may be what a rate comes to."""
    mention = fact.mention
    if fact.motion in (Motion.BY, Motion.FROM) or fact.part is not None:
        return False
    if fact.stance in _ASIDE or fact.per in ("each", "every"):
        return False
    passage = place.passage
    before, _, _ = passage.masked.partition(
        f"<{passage.kinds[place.slot]}{place.slot}>"
    )
    if pattern(_PARTIAL).search(before):
        return False
    if rate.head:
        return not (mention.dimension == "duration" and not rate.measured)
    mine, other = _products.lemmas(stated), _products.lemmas(mention)
    if not mine or not other:
        return not mine or mention.counted is None
    return bool(mine & other or (mine & PEOPLE and other & PEOPLE))


def _settled(triple: _Triple) -> Outcome:
    rate, many, total = triple.rate, triple.many, triple.total
    each = _compare.convert(rate.place.passage.reading(rate.place.slot), rate.head)
    amount = many.passage.mention(many.slot)
    number = many.passage.reading(many.slot)
    if amount.dimension == "duration":  # "over eight hours" is in them
        number = firm(amount) if amount.modifier is Modifier.MORE_THAN else number
    if rate.measured:
        number = _compare.convert(number, amount.unit)
    said = [_arithmetic.plain(p.passage, p.slot) for p in (many, rate.place)]
    return _products.told(
        triple.places,
        each.scale(1 / rate.one) * number,
        _point(rate, many),
        total,
        f"{said[0]} times {said[1]} is",
    )


def _point(rate: _Rate, many: Place) -> Decimal | None:
    """Return what a rate comes to by the values as written, in base units."""
    each = rate.place.passage.mention(rate.place.slot).value
    amount = many.passage.mention(many.slot)
    if each is None or amount.value is None:
        return None
    number = (
        _compare.base_value(amount.value, amount.unit)
        if rate.measured
        else amount.value
    )
    return _compare.base_value(each, rate.head) / rate.one * number


def _likely(triple: _Triple) -> bool:
    """Return whether a product is near its total, and told as it or a slip away from it."""
    rate, many, total = triple.rate, triple.many, triple.total
    right, written = _point(rate, many), _products.nominal(total)
    if right is None or not written:
        return False
    if not _NEAREST < right / written < _FURTHEST:
        return False
    unit = total.passage.mention(total.slot).unit
    scale = _compare.base_value(Decimal(1), rate.head) / _compare.base_value(
        Decimal(1), unit
    )
    if scale.normalize().as_tuple().digits != (1,):
        return False  # grams a tonne, and ounces: not all of it is won
    slip = _slipped(*(_products.back(each, unit) for each in (right, written)))
    before, after = _around(total)
    if slip or (
        units.dimension(rate.unit) == _SPEED
        and not pattern(_TURN).search(f"{before} {after}")
    ):
        return True
    if rate.place.passage is not total.passage and _PERIODS & set(total.passage.kinds):
        return False
    return bool(
        pattern(_RESULT).search(before) or pattern(_products.TOTAL_RIGHT).match(after)
    )


def _slipped(right: Decimal, written: Decimal) -> bool:
    """Return whether a slip turns the one into the other, a carried digit included."""
    digits = [str(int(each)) for each in (right, written)]
    if sorted(digits[0]) == sorted(digits[1]) and len(set(digits[0])) > 1:
        pairs = zip(digits[0], digits[1], strict=True)
        return sum(a != b for a, b in pairs) == _SWAPPED
    if len(written.normalize().as_tuple().digits) < _FEWEST_DIGITS:
        return False
    step = (right - written).normalize().as_tuple().digits
    return len(step) == 1 or slips.between(right, written) is not None


def _around(place: Place) -> tuple[str, str]:
    """Return the text before and after a number in its sentence."""
    kind = place.passage.kinds[place.slot]
    before, _, after = place.passage.masked.partition(f"<{kind}{place.slot}>")
    return before, after


def _joined(triple: _Triple) -> bool:
    """Return whether nothing between the three turns to something else."""
    ordered = sorted(triple.places, key=_key)
    for passage in dict.fromkeys(place.passage.span for place in ordered):
        own = [place for place in ordered if place.passage.span == passage]
        masked = own[0].passage.masked
        spots = [len(_around(place)[0]) for place in own]
        first = min(spots) if own[0] is ordered[0] else 0
        last = max(spots) if own[-1] is ordered[-1] else len(masked)
        if pattern(_TURN).search(masked[first:last]):
            return False
    before, after = _around(triple.total)
    if pattern(_LEFT_OVER).match(after) or pattern(_WAS).search(before):
        return False
    if triple.many.passage is not triple.total.passage:
        return True
    low, high = sorted((len(_around(triple.many)[0]), len(before)))
    between = triple.total.passage.masked[low:high]
    # What else is counted in between belongs to the total as well.
    return ";" not in between and not pattern(_AND_MORE).search(between)
