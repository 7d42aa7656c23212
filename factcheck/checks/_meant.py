"""Whether the last number of a product is meant to be what the others come to.

Words may make it that ("so", "averaging", "for each"); where they leave it open, a slip of the
pen says so: two digits swapped.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck import units
from factcheck.checks import _products, slips
from factcheck.checks._arithmetic import Place
from factcheck.checks._clauses import clause
from factcheck.checks._context import TOKEN, Passage, finds, pattern
from factcheck.checks._factors import TAKES, Product
from factcheck.checks._terms import Term

_SECURITIES = frozenset(
    {"share", "note", "bond", "warrant", "debenture", "option", "stock", "right"}
)
_JUST = 24
_ASIDE_TOO = r"\b(?:from|than|because|due|another|other|first|new|next|some|and (?:its|their|his|her))\b"
_SHARES = frozenset({"ratio", "ratio_difference"})
# What words make of the last number: what the others come to.
_CLAIM = (
    r"\b(?:so|thus|hence|therefore|thereby|consequently|accordingly|that (?:is|was|makes?|made|means?|meant|equals|equalled|gives?|gave|comes|came|works|would be|amounts)"
    r"|(?:which|this|it) (?:is|was|makes?|made|means?|meant|equals|equalled|gives?|gave|comes|came|works|would be|amounts)|equal(?:s|ling)?|in other words|works? out|worked out|comes? to|came to|amounts? to"
    r"|averag(?:e|es|ed|ing)|rate of|speed of|density of|yield of|pace of|ratio of|price of|at that (?:rate|speed|pace|price)|enough for|total|altogether|giving|making|meaning|(?:each|every one) of (?:them|these|those|which|whom|the)"
    r"|for (?:each|every)|every (?!day|year|week|month|hour)[a-z]+)\b|, (?:or|at) (?:about |some |nearly |only )?$|(?: -|:|,) (?:an? )?$| \($"
)
_ON_AVERAGE = r"^(?: [a-z'-]+){0,3} on average\b"  # what a rate is told with
_IN_THE_YEAR = r"^(?: [a-z-]+)? in the (?:year|season|summer|winter|autumn|spring)\b"
_THUS = r"^(?: [a-z'-]+){0,4} (?:can|could|will|would) (?:thus|therefore|hence) be\b"
# Another case than the one that the other numbers are about.
_CASE = (
    r"\b(?:best|worst|top|peak|record|alone|dearest|cheapest|fastest|slowest|largest|smallest|highest|lowest|longest|shortest|busiest|poorest|richest"
    r"|oldest|youngest|strongest|where|also|too|only|list price|normally|usually|at first|initially|elsewhere|neighbou?r(?:s|ing)?|next door|afterwards|bonus|surcharge|deposit)\b"
    r"|, rated at $|(?:^|[.,;:(] )(?:out )?of $"
)
_OPENING = (
    r"(?:^|[.;:,] |\b(?:and|but) )(?:in|at|for|among|during|before|after|on|counting|including|with|without|under|since|near|inside|outside|across|by|per|when)"
    r" (?!that\b|this\b|all\b|total\b|other words\b|fact\b|short\b|average\b|an average\b|the same\b|sum\b|each\b|every\b|its\b|his\b|her\b|their\b"
    r"|an? (?:mean |average |steady |total )?(?:rate|speed|price|density|yield|pace|cost|total|fee|sum)\b)[^<,;]{1,40}(?:, [^<,;]{1,40})?$"
)
# "or <one doctor for> 400 inhabitants": what stands before the number is of its rate
_ONE_FOR = r"(?:\bone|<c\d+>) (?:[a-z]+ )?(?:for every|for each|to every|for|per|every|to) (?:about |some )?$"
_NEW_STORY = r"; (?!it\b|this\b|that\b|these\b|they\b|he\b|she\b|in\b|an?\b|the\b|his\b|her\b|its\b|their\b|all\b|together\b|altogether\b|total\b|so\b)"
# "Never faster than 80 kilometres an hour"
_AT_MOST = r"\b(?:faster|quicker|more|higher|slower|less|beyond|above|over) (?:than )?(?:about )?$|\b(?:maximum|top speed) of $"
_LIMIT = r"\b(?:limit(?:s|ed)?|cap(?:s|ped)?|maximum|at most|wants?|wanted|allow(?:s|ed)?|quotas?)\b"
_REASON = (
    r"\b(?:because|due to|owing to|thanks to|despite|after all|since(?! <[dwk]))\b"
)
# A total that is told as what a rate comes to.
_RESULT = (
    r"(?:\b(?:in all|in total|altogether|so|thus|hence|meaning|or|that is|which is|i\.e\.|equals|total(?:s|led|ling)?|sum|bill"
    r"|makes?|made|making|means?|meant|comes?|came|coming|amounts?|amounted|amounting|adds? up|added up|adding up|works? out|worked out"
    r"|gives?|gave|giving|brings?|brought|bringing|yields?|yielded|produces?|produced|gets? through|got through|reach(?:es|ed)|harvest|crop|output)"
    r"(?: (?:up|out|in|to|it|him|her|them|us|me|at|on|of|is|was|an?|the|about|some|nearly|almost|just|roughly|total|sum|bill|around|only))*|[:,(]| - )"
    r"(?: (?:about|some|a|the))* ?$"
    r"|, which [a-z]+(?: (?!and\b|or\b|but\b)[a-z']+){0,3} $"
)
_TAKES_UP = r"(?:(?:so|and|thus|hence),? )?(?:that|this|it|they|these|those|all|together|altogether|in all|in total)\b"
_PERIODS = frozenset("dwq")
_LONGEST = 60
_FEWEST_DIGITS = 3
_SWAPPED = 2
# "In an <t0> shift it fills <c1>", "with <c0> trains a day, that gives <c1>".
_INTRO = (
    r"(?:^|[,;:] |\b(?:and|so|that|which|running|working) )(?:running |working )?(?:for|in|over|at|with|after|during|from|on|to|within)"
    r"(?: (?!and\b|or\b)[a-z'-]+){0,3} $"
)
_CLAUSE = r"^(?: (?!and\b|or\b|but\b)(?:[a-z'-]+|<[dw]\d+>)){0,7},?(?: (?!and\b|or\b|but\b|by\b|of\b|to\b)[a-z'-]+){1,6} $"
_SAID = (
    r"\b(?:revenues?|turnover|receipts|proceeds|takings|sales|income|earnings|costs?|price|bill|orders?|contract|deal|payroll|rent|total|sum"
    r"|capacity|output|production|harvest|crop|weight|area|volume|consumption|intake|workload|debt)(?: [a-z]+){0,3}?"
    r" (?:is|was|were|are|came to|comes to|of|stood at|stands at|reached|amounted to|worth)(?: worth)?(?: (?:about|some|an?|almost|nearly|just))* $"
    r"|\bworth(?: about| some)? $|\bow(?:ed?|es|ing)(?: [a-z]+){0,2} $|\btogether,?(?: [a-z]+){1,3} $|\b(?:bringing|bring|brings|brought|taking|took|takes|raising|raised|earning|earned) in (?:about |some )?$"
    r"|\b(?:offers?|can (?:carry|hold|seat|move|take|serve|shift|lift|handle|deliver|treat|process|produce|make)|expects?(?: to [a-z]+)?)(?: (?:about|some|up to))* $"
)
_IS = (
    r"^[^<;]{0,40}?(?:, (?:or|(?:who|which) (?:gets?|got|received?|costs?|pays?|paid|takes?)|averaging|giving|making|i\.e\.)|:| -| \(|\b(?:which|that|this|it) (?:is|was|makes?|made|means?|meant|gives?|gave"
    r"|comes to|came to|works out at|amounts to|would be)|(?:comes?|came|works? out|amounts?|amounted|adds? up) (?:to|at)|\bthere (?:are|were|is|was)"
    r"|\ban? (?:average|ratio|rate|density|speed|price|yield)(?: [a-z]+)?(?: of)?|\bon average|,? at an average(?: [a-z]+)?(?: of)?|,? averaging|, an? [a-z]+(?: [a-z]+)? of)"
    r"(?: (?:about|some|just|an?|nearly|almost|only|roughly|him|her|them|it|around))* ?$"
    r"|^(?: [a-z'-]+){0,6},(?: (?:about|some|nearly|almost))* $|^ (?:[a-z]+ )?(?:instalments|installments|payments|parts|tranches|rates) of $"
)
_DONE = r"^(?: to [a-z]+)?(?:[.,;:)]|$)"
_STRAY = r"\b(?:and|or|but|not|no|from|than|because|due|also|another|other|only)\b|[;(]|<[cemtrpbfx]"
_NEAREST, _FURTHEST = Decimal("0.4"), Decimal("2.5")
_WIDEST, _WIDE = Decimal(1100), Decimal(21)
_FAR = Decimal(2)  # times as far, where words bind the numbers
# What so many take, or is used in so many hours.
_FOR_THE = r"^ (?:for|to [a-z]+) (?:the |its |a )?$"
_WITHIN = r"^(?: [a-z-]+){0,3} (?:in|within|over|during)(?: (?:just|only|about|the|those|these))? $"
_USED = r"^(?:,? and|;| so)?(?: (?!but\b|or\b|on\b)[a-z'-]+){1,4} $"
_TAKEN = r"(?:,| and|;)(?: (?:it|he|she|they|the [a-z]+))? (?:(?:took|takes|brought|brings) in|earned|raised|made|received|got|(?:has|have) (?:taken|brought) in)(?: about| some)? $"
_MORE = r"^(?:(?: of)? [a-z]+)? (?:with|including|plus|and(?! (?:day|week|month|year)\b)|as well|from)\b"
_SHARED_OUT = (
    r"^ (?:comes? to|works? out|is|makes)[^<]*\b(?:shared|spread|divided|split)\b"
)


def is_likely(product: Product) -> bool:
    """Return whether the last number is near what it must be, and told as it or a slip away."""
    result = product.result
    _, right = product.without(result)
    written = result.value
    ratio = right / written
    case = (
        finds(_after(result), _REASON)
        or finds(product.rate.place.around()[0][-_JUST:], _CASE)
        or (result is product.total and finds(result.mention.surface, r"\d-"))
    )
    timed = any(term.dimension == "duration" for term in product.many)
    case |= timed and finds(result.place.around()[1], _IN_THE_YEAR)
    case |= written == right.to_integral_value()  # "an average of 291"
    if case or _is_capped(product) or not 1 / _WIDEST < ratio < _WIDEST:
        return False
    near = _NEAREST < right / written < _FURTHEST
    scale = (
        units.convert(Decimal(1), product.rate.unit, product.total.unit)
        if product.rate.unit
        else None
    )
    if scale and scale.normalize().as_tuple().digits != (1,):
        return False  # grams a tonne, and ounces: not all of it is won
    slipped = slips.between(right, written) is not None
    if 1 / _WIDE < ratio < _WIDE and _claimed(product, result):
        return True
    if _NEAREST / _FAR < ratio < _FURTHEST * _FAR and _bound(product, result):
        return near or slipped or finds(result.place.around()[0], _RESULT)
    return near and result is product.total and _slipped(right, written)


def _bound(product: Product, result: Term) -> bool:
    """Return whether words make the last number what the others come to."""
    if _at_another_time(product, result.place.passage) or _is_apart(product):
        return False
    before, after = result.place.around()
    gap = _gap(product, result)
    if result is product.total and (
        (pattern(_TAKEN).search(gap) and not pattern(_MORE).match(after))
        or pattern(_SHARED_OUT).match(after)
        or _used(product, gap)
    ):
        return True
    story = ";" in gap and finds(gap, _NEW_STORY)
    said = gap.removesuffix(", or ").removesuffix(", or about ")
    if story or len(gap) > _LONGEST or pattern(_STRAY).search(said):
        return False
    if result is product.rate:
        return bool(pattern(_IS).search(gap)) and not finds(gap, _OPENING)
    if result is not product.total:
        return bool(pattern(TAKES).search(before) and pattern(_DONE).match(after))
    told = pattern(_products.TOTAL_RIGHT).match(after)
    return (
        bool(told)
        or finds(before, _RESULT)
        or finds(before, _SAID)
        or (_opens(product, gap) and not _may_be_some(product))
    )


def _is_apart(product: Product) -> bool:
    """Return whether a result stands alone in a sentence that takes nothing up: "The bill was 900"."""
    passage = product.result.place.passage
    together = sum(term.place.passage is passage for term in product.terms)
    return together == 1 and not pattern(_TAKES_UP).match(passage.masked)


def _may_be_some(product: Product) -> bool:
    """Return whether a total may be some of what a rate elsewhere comes to: "it lost 150"."""
    result = product.result
    right = product.without(result)[1]
    elsewhere = product.rate.place.passage is not result.place.passage
    slipped = slips.between(right, result.value) is not None
    return elsewhere and result.value < right and not slipped


def _claimed(product: Product, result: Term) -> bool:
    """Return whether a word says that the last number follows from the others."""
    gap = _gap(product, result)
    if result is product.total:
        gap = pattern(_ON_AVERAGE).sub("", gap)
    return (
        (product.many != () or finds(gap, _RESULT) or finds(gap, _IS))
        and _countable(product)
        and len({term.place.passage.index for term in product.terms}) == 1
        and (finds(gap, _CLAIM) or finds(result.place.around()[1], _THUS))
        and not finds(gap, _ASIDE_TOO)
        and not finds(gap, _CASE)
        and not finds(gap, _OPENING)
        and not pattern(_MORE).match(result.place.around()[1])
    )


def _countable(product: Product) -> bool:
    """Return whether the words around a rate let it be one that holds throughout."""
    rate, total = product.rate, product.total
    lemmas = {per.unit for per in rate.per}.union(*(t.lemmas for t in product.terms))
    if rate.dimension in _SHARES or lemmas & _SECURITIES:
        return False
    counted = any(term.dimension == "count" for term in product.many)
    if (
        counted
        and product.result is rate
        and rate.value >= 1 > product.without(rate)[1]
    ):
        return False
    return not (counted and rate.unit == total.unit and total.value < rate.value)


def _is_capped(product: Product) -> bool:
    """Return whether how many there are is a limit, or only a part of the total."""
    if finds(product.rate.place.around()[0], _AT_MOST):
        return True
    total = product.total.place
    for term in product.many:
        passage, slot = term.place.passage, term.place.slot
        part = f"<{passage.kinds[slot]}{slot}> of <c{total.slot}>"
        if finds(clause(passage, slot), _LIMIT) or (
            passage is total.passage and part in passage.masked
        ):
            return True
    return False


def _at_another_time(product: Product, passage: Passage) -> bool:
    """Return whether the result may be one of another time than its rate."""
    timed = any(per.dimension == "duration" for per in product.rate.per)
    here = any(term.place.passage is passage for term in product.many)
    if product.rate.place.passage is passage or (here and not timed):
        return False
    said = clause(passage, *(place.slot for place in product.places if place.passage is passage))  # fmt: skip
    return any(
        kind in _PERIODS
        and Place(passage, slot) not in product.places
        and f"<{kind}{slot}>" in said
        for slot, kind in enumerate(passage.kinds)
    )


def _after(result: Term) -> str:
    """Return the words after a result in its clause."""
    passage, slot = result.place.passage, result.place.slot
    return clause(passage, slot).partition(f"{slot}>")[2]


def _gap(product: Product, result: Term) -> str:
    """Return the words between a result and the number before it, or what its sentence begins with."""
    before = result.place.around()[0]
    ends = [
        len(term.place.around()[0])
        for term in product.terms
        if term.place.passage is result.place.passage and term.key < result.key
    ]
    token = TOKEN.match(before, max(ends)) if ends else None
    said = before[token.end() :] if token else before
    return pattern(_ONE_FOR).sub("", said) if "one" in said or "<" in said else said


def _opens(product: Product, gap: str) -> bool:
    """Return whether a clause opens with how many there are: "in an <t0> shift it fills <c1>"."""
    passage = product.total.place.passage
    return finds(gap, _CLAUSE) and any(
        finds(term.place.around()[0], _INTRO)
        for term in product.many
        if term.place.passage is passage
    )


def _used(product: Product, gap: str) -> bool:
    """Return whether a rate runs for a time that is told beside its total."""
    before = product.total.place.around()[0]
    for term in product.many:
        if (
            term.dimension == "duration"
            and term.place.passage is product.total.place.passage
        ):
            own = term.place.around()[0]
            if pattern(_FOR_THE).match(gap) and pattern(TAKES).search(own):
                return True
            between = own[len(before) :].partition(">")[2]
            if len(own) > len(before) and pattern(_WITHIN).match(between):
                return pattern(_USED).match(gap) is not None
    return False


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
