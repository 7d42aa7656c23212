"""A rate, what it is for and what that comes to, in one sentence or in some that follow each other.

The reader does not ask how a sentence is worded. It takes the amounts of up to three sentences
with what they are for (`_terms`), looks for those whose units cancel (44 trains a day, 420
seats each: seats a day), and for products that are right; what is part of one is explained. Of
what is left, one product may be wrong: only where nothing else could be meant, the numbers
belong together, and words or a slip bind the last of them to the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from factcheck.checks import _meant, _products
from factcheck.checks._arithmetic import Place
from factcheck.checks._clauses import span
from factcheck.checks._context import Passage, finds, hint, pattern, saying
from factcheck.checks._factors import Product, holds, products, settled
from factcheck.checks._terms import EACH, MAY, Term, may_rate, terms
from factcheck.model import Fact, Outcome

# Nothing between the parts of one product may turn to something else.
_TURN = (
    r"; with [a-z]|\b(?:while|whereas|but|against|compare[sd]|instead|rather|yet|unlike|although|though|despite|than|versus|except|plus"
    r"|excluding|another|others?|remaining|rest|besides|half|until|if|would have|could|(?:has|have) an? (?:[a-z]+ )?capacity|rose|rises?|fell|falls?|grew|dropped"
    r"|increased?|decreased?|added|adding|more|less|fewer|extra|additional|further|still|maximum|minimum|forecast|target|quotas?|limits?|planned|previously"
    r"|(?<!each )(?<!every )of (?:them|these|those|which|whom)|stops?|stopovers?|breaks?|pauses?|delays?|profits?|tax|as well as|incl\w*|because|due to|(?:down|up) from|starts? at|and (?:then )?(?:spen[dt]s?|paid|pays|bought|owe[sd]?|lost)|(?:and|along|together),? with (?:the|its|their|his|her|other|some|all)\b|minimum|extra)\b"
)
_WITHOUT = r", (?:[a-z'-]+ ){1,5}included(?=,)|\binclud(?:es?|ing) everything\b|\bwithout [^<,;:]*|\bno (?:[a-z]+ of any kind|(?:other|further|extra|additional) [a-z]+)\b"
_WITH_MORE = (
    "with ",
    "together with ",
    "along with ",
    "including ",
    "counting ",
    "plus ",
)
_TAKES_UP = r"^(?:the|these|those|all|all the|its|their) <c\d+>|^each of (?:them|the)\b"
_LEFT_OVER = (
    r"^(?: [a-z-]+){0,3} (?:left|remaining|to go|short|more|less|fewer|extra|over(?! (?:that|the|this|those|its|their|an?)\b)|ahead|behind|away|since|down|up|below|above|lower|higher|too (?:much|many|little|few))\b"
    r"|^ (?:straight|wid|deep|long|short|tall|high|low|thick|thinn|heavi|light|larg|small|clos)er\b"
)
_ALL_IN = r"^, (?:[a-z]+ ){1,4}(?:included|excluded|apart|aside)\b"  # "21 hours, stops included"
_WAS = r"\bfrom [^<]*<[a-z]\d+> \($"  # "from 1.70 a pound (200.30)" is what it was
_HINTS = hint(
    "<r",
    "<m",
    " a ",
    " an ",
    " per ",
    "each",
    "every ",
    "apiece",
    " cost",
    "pay ",
    "paid ",
    " price of",
    " average",
    " for <c",
    " at <e",
    "s of <e",
)
_FEWEST, _MOST = 2, 12
_SENTENCES = 3
# A season ticket costs less than its days, a limit is not used up.
_NO_PACE = (
    r"\b(?:subscri\w*|tickets?|pass(?:es)?|members?\w*|plans?|season|licen[cs]es?|fees?|fares?"
    r"|limit\w*|maximum|max|cap(?:ped)?|at most|up to|allow\w*|discount\w*|tariffs?|rent out"
    r"|hire|parking|permits?|summer|winter|weekdays?|weekends?|peak|club|gym)\b"
)
_PACE_ENDS = r"^(?! (?:with|including|plus|counting|before|after)\b)(?: [a-z'-]+){0,2}?(?: (?:an?|per|each|every|in an?) [a-z]+)?(?:[.,;:)]|$)"
_AT_END = r"^(?:[.;]|$)"  # "they kept it for <t0> and paid <e1>."
# "1,080, as children pay less", "590 with breakfasts and tax": not the plain price of so many
_ON_TERMS = r"^(?: [a-z-]+)?,? (?:with|including|plus|as(?! a whole)|because|since|at (?:the|an?) [a-z-]+ (?:rate|price|fare|fee)|thanks|after|before)\b|^[^<;]*\b(?:this|that|it|which) (?:also )?(?:includ|count)"
# What goes before another statement: "it makes <e0>, to be paid from a fund, which holds <c1>".
_NEXT = r"^(?:(?!;|, (?:which|who|whose|where|while|when)\b).)*"
_CLOSE = Decimal("0.005")
_PURPOSE = r"^ (?:on|for|to|of) (?:the |its |their |an? )?(?P<what>(?!it\b|them\b|this\b|these\b|those\b|all\b|each\b|every\b)[a-z]+)"
# "He had queued for 20 minutes": a time of hers alone.
_OWN_TIME = r"\b(?:had|has|have) (?:been|waited|stood|sat|queued|lived|worked|lain|slept)\b[^<;]*$"


def near_rates(group: Sequence[Passage]) -> set[int]:
    """Return the numbers of the sentences at which `told` may find something."""
    return {
        at + further
        for at, passage in saying(group, MAY)
        if may_rate(passage)
        for further in range(_SENTENCES)
    }


def told(group: Sequence[Passage], at: int) -> list[Outcome]:
    """Return the products that a sentence and those before it tell of, right or wrong."""
    passage = group[at]
    if not passage.amounts:
        return []
    first = at
    while (
        first
        and at - first < _SENTENCES - 1
        and (
            _products.neighbour(group[first], group[first - 1])
            or _goes_on(group[first - 1], group[first])
        )
    ):
        first -= 1
    sizes = [each.amounts + each.kinds.count("t") for each in group[first : at + 1]]
    size = sum(sizes)
    for many in sizes:
        if _FEWEST <= size <= _MOST:
            window = group[first : at + 1]
            if any(source.says(_HINTS) for source in window):
                return _told(window) if any(map(may_rate, window)) else []
        size -= many
        first += 1
    return []


def _goes_on(last: Passage, passage: Passage) -> bool:
    """Return whether a paragraph begins with what the last one told of: "the <c0> winners"."""
    return (
        passage.index == last.index + 1
        and passage.block == last.block + 1
        and not last.in_table
        and not passage.in_table
        and pattern(_TAKES_UP).match(passage.masked) is not None
    )


def _told(sources: Sequence[Passage]) -> list[Outcome]:
    passage = sources[-1]
    found = [term for source in sources for term in terms(source)]
    told = [
        product
        for rate in found
        if rate.per and not rate.lemmas & _products.OF_TWO
        for product in products(rate, found, passage)
        if any(term.place.passage is passage for term in product.terms)
    ]
    if not told:
        return []
    reckoned = {term.key for p in told if p.many for term in (p.rate, p.total)}
    told = [p for p in told if p.many or p.total.key not in reckoned]
    right = [settled(product, product.total) for product in told if holds(product)]
    return right or _wrong(told, sources)


def _wrong(told: Sequence[Product], sources: Sequence[Passage]) -> list[Outcome]:
    """Return the one product that is left and wrong."""
    sure = [
        (_distance(product), product)
        for product in told
        if product.result.place.passage is sources[-1]
        and _joined(product, sources)
        and _meant.is_likely(product)
        and not _is_of_no_time(product)
        and not _otherwise(product, sources)
        and not any(_is_own_time(term, sources[-1]) for term in product.terms)
    ]
    sure.sort(key=lambda each: each[0])
    if not sure or (
        len(sure) > 1
        and sure[0][0] == sure[1][0]
        and sure[0][1].places != sure[1][1].places
    ):
        return []
    best = sure[0][1]
    return [settled(best, best.result if best.many else best.total)]


def _is_of_no_time(product: Product) -> bool:
    """Return whether how many there are a day is told elsewhere than a sum, which is of no time."""
    total = product.total
    timed = {per.dimension for per in total.per}
    return any(
        per.dimension == "duration" and "duration" not in timed
        for many in product.many
        if many.place.passage is not total.place.passage
        and not any(other.dimension == "duration" for other in product.many)
        for per in many.per
    )


def _is_own_time(term: Term, passage: Passage) -> bool:
    """Return whether a time in another sentence is that of somebody alone."""
    other = term.dimension == "duration" and term.place.passage is not passage
    return other and finds(term.place.around()[0], _OWN_TIME)


def _distance(product: Product) -> int:
    """Return how far the first of the terms stands from the last."""
    keys = sorted(term.key for term in product.terms)
    return keys[-1][0] - keys[0][0] + sum(abs(a[1] - b[1]) for a, b in pairwise(keys))


def _joined(product: Product, sources: Sequence[Passage]) -> bool:
    """Return whether nothing between the numbers turns to something else, or could be meant."""
    ordered = sorted(product.terms, key=lambda term: term.key)
    first, last = ordered[0], ordered[-1]
    for passage in sources:
        if not first.key[0] <= passage.span.start <= last.key[0]:
            continue
        said = _between(ordered, passage)
        if product.result is product.rate or finds(last.place.around()[1], _AT_END):
            said = said.replace(" and pays ", " ").replace(" and paid ", " ")
        if pattern(_TURN).search(said):
            return False
    before, after = last.place.around()
    if not product.many and (
        not pattern(_PACE_ENDS).match(after)
        or any(pattern(_NO_PACE).search(source.masked) for source in sources)
    ):
        return False
    here = last.place.passage
    if here.masked.startswith(_WITH_MORE) and not any(
        term.place.passage is here for term in (product.rate, *product.many)
    ):
        return False
    if (
        (last is product.total and pattern(_ON_TERMS).match(after))
        or pattern(_LEFT_OVER).match(after)
        or pattern(_ALL_IN).match(after)
        or pattern(_WAS).search(before)
    ):
        return False
    purposes = [
        pattern(_PURPOSE).match(term.place.around()[1])
        for term in (product.rate, product.total)
    ]
    if purposes[0] and purposes[1] and purposes[0]["what"] != purposes[1]["what"]:
        return False
    return not _rivals(product, sources)


def _between(ordered: Sequence[Term], passage: Passage) -> str:
    """Return what a sentence says between some terms, or in the clauses of those that it holds."""
    first, last = ordered[0].place, ordered[-1].place
    slots = [t.place.slot for t in ordered if t.place.passage is passage]
    low, high = span(passage, *slots) if slots else (0, len(passage.masked))
    if passage is first.passage:
        low = len(first.around()[0])
    if passage is last.passage:
        high = len(last.around()[0])
    return pattern(_WITHOUT).sub("", passage.masked[low:high])


def _rivals(product: Product, sources: Sequence[Passage]) -> bool:
    """Return whether another number could stand for one of those of a product."""
    keys = {term.key for term in product.terms}
    bases = {(per.base, per.unit) for per in product.rate.per}
    last = product.result
    after = pattern(_NEXT).sub("", last.place.around()[1])
    for term in (term for source in sources for term in terms(source)):
        if after and term.place.passage is last.place.passage and term.key > last.key:
            token = term.place.passage.token(term.place.slot)
            if token in after:
                continue  # what is told next
        paired = isinstance(
            item := term.place.passage.items[term.place.slot], Fact
        ) and (item.mention.pair is not None)
        one = term.value == 1 and term.dimension == "count"
        if term.key in keys or paired or one or (term.value, term.unit) in bases:
            continue
        bare = not isinstance(item, Fact) or not (term.lemmas or term.unit)
        if bare and _is_aside(term, product):
            continue
        if _may_be_each(term, product):
            return True
        if any(
            _like(term, one) and (term.value, term.unit) != (one.value, one.unit)
            for one in (product.rate, *product.many, product.total)
        ):
            return True
    return False


def _may_be_each(term: Term, product: Product) -> bool:
    """Return whether "each" may be each of other things than those: "24 choirs in five towns"."""
    others = [many for many in product.many if many.dimension == "count"]
    return (
        bool(others)
        and not finds(product.rate.place.around()[0], r"\b(?:each|every)\b")
        and term.dimension == "count"
        and bool(term.lemmas)
        and term.key < max(product.rate.key, product.total.key)
        and term.key != product.total.key
        and any(per.unit == EACH for per in product.rate.per)
    )


def _is_aside(term: Term, product: Product) -> bool:
    """Return whether a number stands in a clause of its own: "and it will stay below 40"."""
    passage = term.place.passage
    slots = [each.place.slot for each in product.terms if each.place.passage is passage]
    if not slots:
        return False
    low, high = span(passage, *slots)
    return not low <= len(term.place.around()[0]) < high


def _like(one: Term, other: Term) -> bool:
    if one.dimension != other.dimension or {p.dimension for p in one.per} != {
        p.dimension for p in other.per
    }:
        return False
    if one.dimension != "count":
        return True
    return not one.lemmas or not other.lemmas or bool(one.lemmas & other.lemmas)


def _otherwise(product: Product, sources: Sequence[Passage]) -> bool:
    """Return whether other numbers nearby add up, or multiply, to the same result."""
    last = product.result
    if not isinstance(last.place.passage.items[last.place.slot], Fact):
        return True  # a month, a year: nothing is told of it
    total = _products.nominal(last.place) or Decimal(0)
    others = [
        Place(source, slot)
        for source in sources
        for slot, item in enumerate(source.items)
        if isinstance(item, Fact) and (source.span.start, slot) != last.key
    ]
    values = [value for place in others if (value := _products.nominal(place))]
    # "60 litres a week over 20 weeks, or 1,200 litres a year"
    written = [place.passage.mention(place.slot).value or 0 for place in others]
    if any(a * b == last.mention.value for a, b in combinations(written, 2)):
        return True
    return any(
        abs(found - total) <= total * _CLOSE
        for a, b in combinations(values, 2)
        for found in (a + b, abs(a - b), a * b)
    )
