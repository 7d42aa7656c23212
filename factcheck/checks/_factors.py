"""Products whose units cancel: a rate, how many it is for, and what that comes to.

44 trains a day, times 420 seats a train, is seats a day. Times of the day and of work are
counted as both may be meant: a week has five days or seven.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from factcheck import units
from factcheck.checks import _compare, _products
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import PEOPLE, Passage, finds, pattern
from factcheck.checks._terms import HEADS, Per, Term, counts, times
from factcheck.frozen import dataclass
from factcheck.model import Fact, Interval, Motion, Outcome, Part, Stance

# What a length of time must stand after, to be one that a rate runs for.
_FOR = (
    r"(?:\b(?:for|over|during|in|within|after|of|with(?: its)?|takes?|took|needs?|needed|lasts?|lasted|runs?|ran"
    r"|works?|worked|all|every|these|those|the|its|their|his|her|full|,)|^)"
    r"(?: (?:[a-z]+'s|exactly|precisely|just|only|under|him|her|them|the|its|their|his|her|all|an?|next|past|last|first|whole|full|standard|normal|about|some|just|of|[a-z]+ing|[a-z]+ week of|[a-z]+ of))* $"
)
_AWAY = r"^ (?:ago|later|earlier|before|old|after|more|less|longer|from|notice|late|early|to)\b"
TAKES = (
    r"\b(?:takes?|took|needs?|needed|lasts?|lasted|ready|done|finished|empty|full|gone|used up|complete|completed|repaid|paid off)"
    r"(?: [a-z]+){0,2}?(?: (?:about|some|in|after|within|for|him|her|them|it|nearly|almost))* $"
)
_FOR_MANY = r"^(?: [a-z'-]+){0,3}? (?:for|from|on|with|in|over|within|after|during)\b(?: [a-z'-]+){0,3} $"
_LOST = r"\b(?:lost|lose|loses|losing|shed|shrank|shrunk) $"
_SPENT = r"\b(?:cost|costs|costing|worth|pa(?:y|ys|id)|raise[sd]?|earn(?:s|ed)?|spend|spent|bill of|budget of)(?: (?:about|some|up to))? $"
_TURNS = frozenset({"night", "shift", "season", "game", "match", "trip", "evening", "morning", "session"})  # fmt: skip
_TWO, _LOOSE = 2, 10
_ASIDE = frozenset({Stance.PREVIOUS, Stance.DENIAL, Stance.HYPOTHETICAL})


@dataclass(frozen=True, slots=True)
class Product:
    """A rate, how many it is for, and what it comes to.

    Attributes:
        rate: An amount for each of something.
        many: How many there are; two for an amount for each of them a day, none where two
            amounts are for other times.
        total: What that comes to.
        factor: What else the product is multiplied by, for the units to be those written.
        plain: The same, as one reckons.
    """

    rate: Term
    many: tuple[Term, ...]
    total: Term
    factor: Interval
    plain: Decimal

    @property
    def terms(self) -> tuple[Term, ...]:
        return (*self.many, self.rate, self.total)

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(term.place for term in self.terms)

    @property
    def result(self) -> Term:
        """The number that stands last, or what is said to be for it: "3,360 for 2,000"."""
        last = max(self.terms, key=lambda term: term.key)
        total = self.total
        if last in self.many and total.place.passage is last.place.passage:
            before, between = last.place.around()[0], total.place.around()[1]
            between = between[: len(before) - len(total.place.around()[0])].partition(
                "<"
            )[0]
            if pattern(_FOR_MANY).match(between) and not pattern(TAKES).search(before):
                return total
        return last

    def without(self, result: Term) -> tuple[Interval, Decimal]:
        """Return what one of the terms must be by the others, in its own unit."""
        others = [term for term in (*self.many, self.rate) if term is not result]
        if result is self.total:
            reading, value = self.factor, self.plain
            for term in others:
                reading, value = reading * term.reading(), value * term.value
            return reading, value
        reading, value = (
            self.total.reading() / self.factor,
            self.total.value / self.plain,
        )
        for term in others:
            reading, value = reading / term.reading(), value / term.value
        return reading, value


def products(rate: Term, found: Sequence[Term], last: Passage) -> Iterator[Product]:
    """Yield the products that a rate may be part of, if a sentence has a term of any."""
    key = rate.key
    others = [term for term in found if term.key != key]
    totals = [term for term in others if _kin(term, rate) and _totals(term, rate)]
    if not totals:
        return
    manys = [term for term in others if _for(term, rate)]
    if all(term.place.passage is not last for term in (rate, *totals, *manys)):
        return
    for number in range(min(len(rate.per), _TWO) + 1):
        for many in combinations(manys, number):
            for total in totals:
                keys = {term.key for term in (rate, *many, total)}
                if len(keys) == number + _TWO:
                    priced = _in_money_of(rate, total)
                    factor = _factor(priced, many, total)
                    if factor is not None:
                        yield Product(priced, many, total, *factor)


def _in_money_of(rate: Term, total: Term) -> Term:
    """Return a rate told in cents in the money of its total."""
    if rate.dimension == total.dimension or not _are_cents(rate, total):
        return rate
    return replace(rate, dimension=total.dimension, unit=total.unit)


def _are_cents(rate: Term, total: Term) -> bool:
    money = rate.dimension.startswith("currency:") and total.dimension.startswith(
        "currency:"
    )
    return money and "cent" in rate.mention.surface


def _kin(one: Term, other: Term) -> bool:
    """Return whether two amounts are of one kind; one may leave out the money's name."""
    if one.dimension == other.dimension or _are_cents(other, one):
        return True
    bare, money = (one, other) if one.dimension == "count" else (other, one)
    if bare.dimension != "count" or not money.dimension.startswith("currency:"):
        return False
    before = bare.place.around()[0]
    if bare.lemmas or before.endswith(("every ", "each ", "per ", " for ")):
        return False
    return one.place.passage is other.place.passage or finds(before, _SPENT)


def _factor(
    rate: Term, many: Sequence[Term], total: Term
) -> tuple[Interval, Decimal] | None:
    """Return by what a product is multiplied for its units to cancel; None if they do not."""
    rest = list(rate.per)
    if not many and not any(per.dimension == "count" for per in total.per):
        rest = [per for per in rest if per.dimension != "count"]
    if not rest or (not many and (rate.per == total.per or total.key < rate.key)):
        return None
    if rate.dimension == "length" and {p.dimension for p in total.per} - {
        p.dimension for p in rate.per
    }:
        return None  # "each 9 metres across, moved at 17 metres a day"
    sizes = [_taken(rest, term) for term in many]
    timed = any(term.dimension == "duration" for term in many)
    sizes += _left(rest, list(total.per), alone=not many or timed)
    if rate.unit != total.unit and rate.dimension == total.dimension:
        size = units.convert(Decimal(1), rate.unit, total.unit)
        sizes.append(None if not size else (Interval.point(size), size))
    reading, plain = Interval.point(Decimal(1)), Decimal(1)
    for found in sizes:
        if found is None:
            return None
        reading, plain = reading * found[0], plain * found[1]
    return (reading, plain) if many or plain != 1 else None


def _left(
    rest: Sequence[Per], left: list[Per], *, alone: bool
) -> list[tuple[Interval, Decimal] | None]:
    """Return the sizes of what is left on both sides; None for what does not cancel.

    Args:
        rest: What a product is still for.
        left: What its total is for.
        alone: Whether an amount is only told for another time.
    """
    sizes: list[tuple[Interval, Decimal] | None] = []
    loose = 0
    for per in rest:
        like = next((each for each in left if each.dimension == per.dimension), None)
        if like is not None and (per.dimension != "count" or per.unit == like.unit):
            left.remove(like)
            sizes.append(_size(like.unit, per))
        elif like is None and (per.dimension == "duration" or per.unit in _TURNS):
            loose += (
                1  # "28 litres a day each, 3,360 litres in all": both are for a day
            )
        else:
            sizes.append(None)
    loose += len(left)
    if loose > (not alone) or any(per.dimension != "duration" for per in left):
        sizes.append(None)
    return sizes


def _taken(rest: list[Per], term: Term) -> tuple[Interval, Decimal] | None:
    """Take what there are so many of from what a rate is for, and add what those are for."""
    per = next((per for per in rest if counts(per, term)), None)
    if per is None or per.base == term.value != 1:
        return None  # the 100 km that litres are told for
    if term.value == 1 and term.unit == per.unit:
        return None  # "exported last year", of a quota a year
    if term.unit not in ("", per.unit) and per.dimension in {
        each.dimension for each in term.per
    }:
        return None
    rest.remove(per)
    rest += term.per
    return _size(term.unit, per)


def _size(unit: str, per: Per) -> tuple[Interval, Decimal] | None:
    """Return how many of what a rate is for go into a unit."""
    if per.dimension == "count":
        return Interval.point(Decimal(1)), Decimal(1)
    found = times(per.unit, unit) if per.dimension == "duration" else None
    if found is None:
        size = units.convert(Decimal(1), unit, per.unit)
        if size is None:
            return None
        found = Interval.point(size), size
    return found[0].scale(1 / per.base), found[1] / per.base


def _for(term: Term, rate: Term) -> bool:
    """Return whether a rate may be for so many."""
    item = term.place.passage.items[term.place.slot]
    if not isinstance(item, Fact) or not any(counts(per, term) for per in rate.per):
        return not isinstance(item, Fact)
    if term.dimension == "count" and (
        _same(term, rate) if term.lemmas else _is_year(item)
    ):
        return False
    other = _is_one(term) and not term.lemmas & {per.unit for per in rate.per}
    if other or item.part in (Part.OTHERS, Part.EXCLUDING):
        return False
    if item.motion is Motion.BY and term.place.around()[0].endswith("by "):
        return False
    if term.dimension != "duration" or term.per:
        return True
    before, after = term.place.around()
    return not pattern(_AWAY).match(after) and (
        not before.strip() or bool(pattern(_FOR).search(before))
    )


def _same(term: Term, rate: Term) -> bool:
    """Return whether both count one thing: it is not for each of itself."""
    if rate.dimension != "count":
        return False
    mine, other = term.lemmas, rate.lemmas
    return bool(mine & other or (mine & HEADS and other & HEADS))


def _is_year(fact: Fact) -> bool:
    """Return whether a number is written as a year: "their 1985 shares"."""
    surface = fact.mention.surface
    return (
        surface.isdigit()
        and surface[:2] in ("18", "19", "20")
        and len(surface) == len("1985")
    )


def _is_one(term: Term) -> bool:
    """Return whether a term is one thing: "one pump moved"."""
    return term.value == 1 and term.dimension == "count"


def _totals(term: Term, rate: Term) -> bool:
    """Return whether an amount may be what a rate comes to."""
    item = term.place.passage.items[term.place.slot]
    if not isinstance(item, Fact) or item.part not in (None, Part.OF):
        return False
    if item.stance in _ASIDE or _moves(item, term):
        return False
    if rate.dimension != term.dimension:
        return True
    if rate.dimension == "duration":
        return any(per.dimension != "duration" for per in rate.per)
    mine, other = rate.lemmas, term.lemmas
    if not mine:  # of unknown things: "17 a week, 205 in all"
        return bool(other) or rate.dimension != "count"
    people = mine & (PEOPLE | _products.PLACES) and other & PEOPLE
    # "16 lamps each brought 48,000": of other things
    paid = not other and finds(term.place.around()[0], _products.PAID)
    return bool(mine & other or people) if other else not paid


def _moves(fact: Fact, term: Term) -> bool:
    """Return whether an amount is one by which, or from which, something changes."""
    before = term.place.around()[0]
    if fact.motion is Motion.BY:
        return not finds(before, _LOST) and not finds(before, _SPENT)
    return fact.motion is Motion.FROM and before.endswith("from ")


def holds(product: Product) -> bool:
    """Return whether the total is what the other numbers come to."""
    total = product.total
    size = _compare.base_value(Decimal(1), total.mention.unit)
    derived = product.without(total)[0].scale(size)
    return derived.meets(_products.reading(total.place)) and not _is_loose(product)


def _is_loose(product: Product) -> bool:
    """Return whether only a bound makes a product fit: "more than 30" are no 1,350."""
    ratio = product.without(product.total)[1] / product.total.value
    return not 1 / _LOOSE < ratio < _LOOSE and any(
        isinstance(term.place.passage.items[term.place.slot], Fact)
        and (modifier := term.mention.modifier) is not None
        and modifier.is_bound
        for term in product.terms
    )


def settled(product: Product, result: Term) -> Outcome:
    """Compare one of the numbers with what the others come to."""
    derived, right = product.without(result)
    total, factors = product.total, (*product.many, product.rate)
    others = [term for term in (total, *factors) if term is not result]
    verb = " divided by "
    if result is total:
        others, verb = list(factors), " times "
    others = [each for each in others if not _is_one(each) or each is product.rate]
    said = [term.said() for term in others]
    if result is total and [term.dimension for term in others] == [
        "duration",
        product.rate.dimension,
    ]:
        verb, said = " for ", [said[1], said[0]]
    if not product.many:
        size = max(product.plain, 1 / product.plain)
        verb = " times " if product.plain > 1 else " divided by "
        said.append(f"{size.normalize():f}")
    size = _compare.base_value(Decimal(1), result.mention.unit)
    return _products.told(
        [term.place for term in (*others, result)],
        derived.scale(size),
        right * size,
        result.place,
        f"{verb.join(said)} is",
    )
