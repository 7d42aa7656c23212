"""Amounts for each of some things, with how many there are and what they come to told elsewhere.

"All 240 tickets went, at 15 pounds a head"; in another report "ticket sales brought in 4,200".
What so much is for is a thing that is counted, or a time; how many there are is looked for in
the sentences around and in those on the same things, and so is the sum. Where any of these
fit, nothing is said; where none do, the only ones that are of these very things are compared.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product as combined

from factcheck.checks import _afar, _apart, _bases, _terms
from factcheck.checks._arithmetic import Place
from factcheck.checks._clauses import clause
from factcheck.checks._context import Passage, finds, pattern, remembered
from factcheck.checks._evidence import Evidence, evidence_of
from factcheck.checks._factors import Product, holds, settled
from factcheck.checks._roots import roots
from factcheck.checks._terms import Term
from factcheck.checks._told_rates import (
    Rate,
    amounts,
    counts,
    fact_of,
    pace,
    product,
    rates,
    sums,
)
from factcheck.language.data import word_set
from factcheck.language.lexicon import FUNCTION_WORDS
from factcheck.model import (
    Fact,
    Outcome,
    Verdict,
)

# What is more than the things that an amount is for, or less: of a sum anywhere in its sentence.
_OTHERWISE = (
    r"^with (?!that\b|this\b|<)|\bwith an? (?!total|combined)[a-z]|\b(?:includ(?:e[sd]?|ing)|plus|besides|in addition|as well|along with|adding|others?|another|extra|additional|rest|remaining|half|partly|so far"
    r"|minimum|maximum|at most|would|could|may|might|if|unless|target|goal|plan(?:s|ned)?|expected|forecast|hop(?:es?|ed)|aim(?:s|ed)?|profit|loss|saved|saving|fell|rose|increase[sd]?|from <e|short of|already|too|also|net|after (?:paying|costs?|tax(?:es)?|expenses|deduct\w*|fees)|left over|smaller|larger|bigger|(?<!no )(?<!any )(?<!without )(?:stops?|stopovers?|breaks?|pauses?|delays?|rests?))\b"
)
# "The newest of them rated at 6 megawatts"
_OF_ONE = r"\b(?:each|every|rated|apiece|single|one|(?:new|old|larg|small|bigg|high|low|strong|fast)est|most)\b"
_SUPPOSED = r"\b(?:would|could|may|might)\b"
_HOLDS = r"\b(?:carries|carry|holds?|seats?|sleeps?|accommodates?)(?: [a-z]+){0,2} $"
_OPENS = r"^(?:in|within|over|during|after|by the end of)(?: [a-z'-]+){0,3} $"
_WITH = r"^(?: (?:a|per) [a-z]+)?,? (?:with|including|plus) (?!that\b|this\b)"
# "Rent and heating will cost <e0>"
_SUM_OF_TWO = r"\band\b[^<;:]{0,80}$"
# Of an amount or a count in the words beside it.
_BOUND = r"\b(?:from|starting at)(?: (?:just|only|about))? $|\b(?:up to|at least|minimum|maximum|at most|limit|top|peak|record|if|unless|target|reduced|discount(?:ed)?|concessions?|less than|more than|children|not|only|some|extra|additional|another|first|last|further|(?:increase[sd]?|rises?|rose|fell|falls?|cuts?) (?:of|by|to|from))(?: [a-z'-]+){0,3} $|\b(?:increased|risen|rose|grew|grown|fallen|fell|cut|reduced|up|down) by(?: (?:about|some|nearly|almost|around|another|a further))? $"
_LIMIT = r"\b(?:from|starting at)(?: (?:just|only|about))? $|\b(?:up to|at least|minimum|maximum|at most|limit|top|peak|record|target|reduced|discount(?:ed)?|concessions?|less than|more than|only|some|extra|additional|another|first|last|further)(?: [a-z'-]+){0,3} $|\bby(?: (?:about|some|nearly|almost|around|another|a further))? $"
_TOTALLED = r"\b(?:in all|in total|total(?:s|led|ling)?|altogether|all told|together|makes?|made|making|rais(?:e[sd]?|ing)|br(?:ought|ings?|inging)|yield(?:s|ed)?|took in|taking|takings|earn(?:s|ed|ing)|costs?|costing|bill|sum|c[oa]mes? to|amount(?:s|ed|ing)? to|worth|collect(?:s|ed)|g[ia]ven?|donated|netted|proceeds|receipts|revenues?|paid|pays?|spen[dt])\b"
# What goes before what a rate and a count come to.
_CLOSING = r"\b(?:so|thus|therefore|hence|leaving|removed|handed out|gave out|needs?|which is|works? out|adds? up|over the (?:year|week|month|season|day)|in all|in total|total(?:s|led|ling)?|altogether|all told|makes?|made|making|rais(?:e[sd]?|ing)|br(?:ought|ings?|inging)|yield(?:s|ed)?|took in|takings|bill|sum|c[oa]mes? to|amount(?:s|ed|ing)? to|proceeds|receipts)\b|\band (?:[a-z]+ ){0,2}(?:covered|ran|flew|drove|rode|travelled|walked|lost|pumped) "
_TOGETHER = r"\b(?:with|together|plus|including|besides) (?!that\b|this\b|it\b)"
_PERIODS = "dwqk"
# "180 laps in five days", "72,000 crowns to the 24 cooks": an amount, and over how many.
_OVER = r"^(?:(?! (?:and|or|but|with|of|plus|from) )[^<;:.]){0,40} (?:in|over|across|for|to|among|amongst|between|within|during|on)(?: (?:the|its|their|his|her|all|just|only|about|these|those))* $"
_FEWER = r", <c\d+> (?:more|fewer|less) than [^,<]*(?:<[dw]\d+>)?,"
_RIVAL = r"\b(?:rivals?|competitors?|elsewhere|by contrast|neighbou?r(?:s|ing)?)\b"
# "Typed the 540 pages of his memoirs in 45 days"
_TAKING = r"^(?:(?! (?:and|or|but|plus|was|were|is|are|who|which|that) )[^<;:]){0,60} (?:in|over|across|within|during|for)(?: (?:the|its|their|his|her|all|just|only|about|these|those))* $|^(?: [a-z]+){1,3} (?:takes?|took|lasts?|lasted)(?: (?:just|only|about|exactly))* $"
_REACH = 3  # sentences
_NEAR, _SOURCES, _FEW = 2, 6, 12
_JUST, _BESIDE = 25, 30
_BETWEEN = 60  # characters
_TWO, _TIED = 2, 4
_FAR, _FARTHER = Decimal(3), Decimal(10)
# A pace that is not the same all the time.
_VARIES = r"\b(?:up to|at least|top|peak|record|maximum|limit|averag\w*|rush|busiest|quietest|fastest|slowest|normal(?:ly)?|usual(?:ly)?|could|would|may|might|capacity|capable|can|designed|rated|planned|target|worst|best|then|first|later|now|earlier|before|after)\b"
# What is said of any sum of money.
_PRICED = word_set("cost price pay sum bill euro dollar pound crown million")
_COMMON = word_set(
    """
    said says will with have from they their this that were been each year last more
    than which would after when into over people also some
    """
)


class Finder:
    """Finds how many there are, and what they come to, for the rates of some documents.

    Args:
        groups: The sentences of each document.
    """

    def __init__(self, groups: Sequence[Sequence[Passage]]) -> None:
        self._groups = groups

    def told(self, known: Collection[tuple[str, int]]) -> Iterator[Outcome]:
        """Yield what amounts for each of something come to by numbers told anywhere.

        Args:
            known: Where the numbers stand that are reckoned with already.
        """
        for passage in (passage for group in self._groups for passage in group):
            for rate in rates(passage):
                if _spot(rate.term) not in known:
                    found = self._compared(rate, known)
                    if found is None and rate.time and not rate.each:
                        found = self._paced(rate)
                    if found is not None:
                        yield found

    def _compared(
        self, rate: Rate, known: Collection[tuple[str, int]]
    ) -> Outcome | None:
        evidence = evidence_of(self._groups)
        sources = self._sources(rate.passage, evidence)
        found = [term for source in sources for term in amounts(source)]
        if (
            rate.things
            and not rate.named
            and not any(counts(rate, term) for term in found)
        ):
            rate = rate._replace(things=frozenset())  # "each sleeps 35 children"
        manys = [term for term in found if counts(rate, term)]
        # What a count is told of leads on to the sum: "a queue of 640 callers".
        for many in manys[:_TWO]:
            more = self._sources(many.place.passage, evidence)
            more = [source for source in more if source not in sources]
            found += [term for source in more for term in amounts(source)]
            sources += more
        manys = _own([term for term in found if counts(rate, term)], rate)
        if rate.each and not rate.things:
            here = _said(rate.passage, evidence)
            manys = [term for term in manys if fact_of(term).head in here] or manys
        totals = [term for term in found if sums(rate, term)]
        if _has_rivals(rate, sources):
            return None
        products = [
            made
            for many, total in combined(manys, totals)
            if many.place != total.place and (made := product(rate, many, total))
        ]
        if any(map(holds, products)) or _fits_any(rate, manys, found):
            return None
        if any(_spot(term) in known for term in totals):
            totals = [term for term in totals if _spot(term) not in known]
        sure = [
            each for each in products if self._is_sure(rate, each, totals, evidence)
        ]
        if len({(each.many[0].value, each.total.value) for each in sure}) != 1:
            return None
        best = sure[0]
        if self._is_of_another_rate(best) or not _afar.agree_in_years(
            best.rate.place, best.total.place
        ):
            return None
        told = settled(best, best.rate if rate.mean else best.total)
        if told.verdict is not Verdict.CONFLICT or _bases.is_far_off(told, _FAR):
            return None
        return told

    def _is_of_another_rate(self, made: Product) -> bool:
        """Return whether another rate is what a count and a sum come to: "6 tonnes a hectare"."""
        own = made.rate
        return any(
            isinstance(item, Fact)
            and item.mention.unit == own.mention.unit
            and Place(source, slot) != own.place
            and item.mention.value
            and holds(
                replace(
                    made,
                    rate=replace(
                        own, place=Place(source, slot), value=item.mention.value
                    ),
                )
            )
            for group in self._groups
            for source in group
            for slot, item in enumerate(source.items)
        )

    def _paced(self, rate: Rate) -> Outcome | None:
        """Return whether the same pace is told otherwise for another time: a second, and an hour."""
        evidence = evidence_of(self._groups)
        here = rate.passage
        said = _said(here, evidence)
        paces = []
        for source in self._sources(here, evidence):
            shared = said & _said(source, evidence)
            near = _paragraph(here) & _paragraph(source)
            akin = source is not here and max(len(shared), len(near)) > _TWO
            for other in rates(source) if akin else ():
                size = None if other.each else pace(rate, other)
                if size is not None:
                    paces.append(size)
        if len(paces) != 1 or holds(paces[0]):
            return None
        if any(finds(_clause(term), _VARIES) for term in paces[0].terms):
            return None
        told = settled(paces[0], paces[0].total)
        if told.verdict is not Verdict.CONFLICT or _bases.is_far_off(told, _FARTHER):
            return None
        return told

    def _sources(self, passage: Passage, evidence: Evidence) -> list[Passage]:
        """Return a sentence, those around it, and those on the same things."""
        near = evidence.beside(passage, _NEAR)
        said = _said(passage, evidence)
        like = evidence.like(said, most=_SOURCES)
        few = self._few_others(passage)
        return list(dict.fromkeys((passage, *near, *like, *few)))

    def _few_others(self, passage: Passage) -> Sequence[Passage]:
        """Return the sentences with numbers in other documents, where there are only a few."""
        others = [
            other
            for group in self._groups
            for other in group
            if other.facts is not passage.facts and other.amounts
        ][: _FEW + 1]
        return others if len(others) <= _FEW else ()

    def _is_sure(
        self, rate: Rate, made: Product, totals: Sequence[Term], evidence: Evidence
    ) -> bool:
        """Return whether a count and a sum are of the very things of a rate."""
        here, many, total = rate.passage, made.many[0], made.total
        if not _is_plain(made, totals) or _is_of_another(rate, many, total):
            return False
        if _is_in_reach(made):
            return _is_many(rate, made, evidence) and _concludes(made)
        if _is_over(many, total):
            there = total.place.passage
            known = _said(here, evidence)
            shared = known & _said(there, evidence)
            near = _paragraph(here) & _paragraph(there)
            return here is not there and max(len(shared), len(near)) > 1
        own = _clause(total).removeprefix("and ")
        if finds(own.partition(_terms.token(total.place))[0], _SUM_OF_TWO):
            return False
        if rate.mean and rate.each and not _is_mean_of(rate, many, total):
            return False
        told = _said(here, evidence) | evidence.words(many.place.passage)
        return _is_many(rate, made, evidence) and _is_total(
            rate, many, total, told, evidence
        )


def _fits_any(rate: Rate, manys: Sequence[Term], found: Sequence[Term]) -> bool:
    """Return whether an amount for any time is what a rate comes to: "570 a week, of which 465"."""
    alone = rate._replace(time="") if rate.each or rate.measure else rate
    for many, term in combined(manys, found):
        bare = replace(term, per=())
        if term.per and many.place != term.place and sums(alone, bare):
            made = product(rate, many, bare)
            if made and holds(made):
                return True
    return False


def _is_plain(made: Product, totals: Sequence[Term]) -> bool:
    """Return whether nothing says that a product is of more, of less or of about so much."""
    if any(term.mention.modifier is not None for term in made.terms):
        return False
    if not finds(_clause(made.rate), _SUPPOSED) and any(
        finds(_left(term), rf"{_SUPPOSED}(?: [a-z'-]+){{0,3}} $")
        for term in (*made.many, made.total)
    ):
        return False
    if (
        finds(_left(made.rate), _HOLDS)
        or finds(_left(made.rate), _LIMIT)
        or any(finds(_left(term), _BOUND) for term in (*made.many, made.total))
    ):
        return False
    if finds(_terms.around(made.total.place)[1], _WITH):
        return False
    same = (each for each in totals if each.value == made.total.value)
    supposed = finds(_clause(made.rate), _SUPPOSED)
    return not any(finds(_told(each, supposed=supposed), _OTHERWISE) for each in same)


def _told(term: Term, *, supposed: bool) -> str:
    """Return the clause of a sum; "would" tells nothing where the rate is supposed as well."""
    said = _clause(term)
    return pattern(_SUPPOSED).sub("", said) if supposed else said


def _is_of_another(rate: Rate, many: Term, total: Term) -> bool:
    """Return whether a count is a stranger's, or a time that of something else.

    "Its rival has sold 700 ovens", "the doors opened; he had queued for an hour".
    """
    here, there, source = rate.passage, many.place.passage, total.place.passage
    if total.dimension == "duration" and source not in (here, there):
        return True
    if there is not here and finds(_clause(many), _RIVAL):
        return True
    texts = {each.document.path: each.document.text for each in (here, source)}
    if there.document.path in texts:
        return False
    return any(
        not any(name in text.lower() for text in texts.values())
        for name in fact_of(many).names
    )


def _spot(term: Term) -> tuple[str, int]:
    """Return where a term stands."""
    return term.place.passage.document.path, term.mention.span.start


def _is_in_reach(made: Product) -> bool:
    """Return whether the numbers of a product stand so near each other that they were reckoned with."""
    passages = [term.place.passage for term in made.terms]
    numbers = [passage.index for passage in passages]
    together = len({passage.document.path for passage in passages}) == 1
    return together and max(numbers) - min(numbers) < _REACH


def _own(manys: Sequence[Term], rate: Rate) -> list[Term]:
    """Return the counts that a rate may be for: the one before it in its sentence, if any is."""
    key = rate.term.key
    own = [term for term in manys if term.place.passage is rate.passage]
    before = [term for term in own if term.key < key]
    return before[-1:] or own or list(manys)


def _has_rivals(rate: Rate, sources: Sequence[Passage]) -> bool:
    """Return whether some of the things have another amount each: adults, and children."""
    return any(
        other.each == rate.each
        and other.term.dimension == rate.term.dimension
        and (other.term.value, other.term.unit) != (rate.term.value, rate.term.unit)
        and (rate.each or other.time == rate.time)
        for source in sources
        if source.facts is rate.passage.facts
        for other in rates(source)
    )


def _is_over(many: Term, total: Term) -> bool:
    """Return whether a sentence sets a sum beside how many it is for."""
    passage = total.place.passage
    if many.place.passage is not passage:
        return False
    first, last = sorted((many, total), key=lambda term: term.key)
    between = _left(last)[len(_left(first)) :].partition(">")[2]
    if many.dimension == "duration":
        if last is many:
            return finds(between, _TAKING)
        short = len(between) <= _BETWEEN and "<" not in between
        return short and not finds(between, r"[;:]| but ")
    return last is many and finds(between, _OVER)


def _left(term: Term) -> str:
    """Return the words before a term in its sentence."""
    return _terms.around(term.place)[0]


def _clause(term: Term) -> str:
    """Return the clause of a term."""
    return clause(term.place.passage, term.place.slot)


def _is_many(rate: Rate, made: Product, evidence: Evidence) -> bool:
    """Return whether a count is of what a rate is for: named alike, told beside it, or alone."""
    many, total = made.many[0], made.total
    here, there = rate.passage, many.place.passage
    if here is there and many.key < rate.term.key:
        between = _left(rate.term)[len(_left(many)) :].partition(">")[2]
        between = pattern(_FEWER).sub(
            "", between
        )  # "85 farms, six fewer than in May, with"
        return bool(rate.measure or rate.time) or not finds(between, "<[cemrt]")
    near = here.facts is there.facts and abs(here.index - there.index) <= 1
    if near or rate.things or _is_near_sum(many, total):
        return True
    if many.dimension == "duration":
        return False
    group, _ = evidence.spot(there)
    values = {
        term.value for other in group for term in amounts(other) if counts(rate, term)
    }
    said = _said(here, evidence)
    shared = said & _said(there, evidence)
    return len(shared) > 1 and (len(values) == 1 or fact_of(many).head in said)


def _is_near_sum(many: Term, total: Term) -> bool:
    """Return whether a count stands beside a sum; a time right beside it: "860 for 30 hours"."""
    there, source = many.place.passage, total.place.passage
    if many.dimension != "duration":
        return _is_beside(there, source)
    if there is not source:
        return False
    first, last = sorted((many, total), key=lambda term: term.key)
    between = _left(last)[len(_left(first)) :].partition(">")[2]
    opens = first is many and finds(_left(many), _OPENS)
    return (opens or len(between) <= _BESIDE) and "<" not in between


def _is_mean_of(rate: Rate, many: Term, total: Term) -> bool:
    """Return whether a mean is told beside how many it is of, and the sum elsewhere."""
    here, there = rate.passage, many.place.passage
    beside = here.facts is there.facts and abs(here.index - there.index) <= 1
    return beside and total.place.passage.facts is not here.facts


def _is_shared_out(rate: Rate, many: Term, total: Term) -> bool:
    """Return whether a sentence elsewhere tells a sum and how many it is for, and no more."""
    source = total.place.passage
    if source is rate.passage or source.amounts != _TWO:
        return False
    told = many.value in {value for _, value, _ in source.plain}
    return told and bool(rate.things & many.lemmas)


def _is_total(
    rate: Rate, many: Term, total: Term, told: frozenset[str], evidence: Evidence
) -> bool:
    """Return whether a sum is told of what is counted."""
    source = total.place.passage
    said = evidence.words(source)
    shared = _apart.unnamed(source, fact_of(total), said & told) - _PRICED
    before, after = _terms.around(total.place)
    alone = _is_alone(rate, many, total, evidence)
    if alone or _is_shared_out(rate, many, total):
        return True
    there = many.place.passage
    tied = _is_beside(there, rate.passage) or source is there
    if not tied and fact_of(many).head not in said:
        return False
    if not finds(f"{before[-_JUST:]} # {after[:_JUST]}", _TOTALLED):
        if source is rate.passage:
            return False
        if _is_beside(there, source) and shared & fact_of(total).near:
            return True
        few = 1 if fact_of(many).head in said else _TWO
        money = total.dimension.startswith("currency:")
        return not money and len(shared) > few
    return source is many.place.passage or fact_of(many).head in said or len(shared) > 1


def _concludes(made: Product) -> bool:
    """Return whether a sum is told right after what it is of, as what that comes to."""
    total, factors = made.total, (*made.many, made.rate)
    last = max(factors, key=lambda term: term.key)
    here, source = last.place.passage, total.place.passage
    if last.key > total.key or here.block != source.block or _is_one_of_two(made):
        return False
    between = _left(total)
    if here is source:
        between = between[len(_left(last)) :].partition(">")[2]
    elif set(_PERIODS) & set(source.kinds):
        return False
    apart = finds(between, r"<[cemrt]|;") or finds(_clause(total), _TOGETHER)
    return not apart and finds(between, _CLOSING)


def _is_one_of_two(made: Product) -> bool:
    """Return whether a rate stands beside another: "12 crowns for adults and 6 for children"."""
    passage, known = made.rate.place.passage, {term.place for term in made.terms}
    return any(
        isinstance(item, Fact)
        and Place(passage, slot) not in known
        and (
            item.mention.dimension == made.rate.mention.dimension
            or (item.mention.dimension == "count" and item.head == "")
        )
        for slot, item in enumerate(passage.items)
    )


def _is_alone(rate: Rate, many: Term, total: Term, evidence: Evidence) -> bool:
    """Return whether a text tells a sum of the very things, and no other such sum.

    The rate, how many there are and the sum stand in two texts, or in three.
    """
    here, there, source = (
        place.passage for place in (rate.term.place, many.place, total.place)
    )
    if finds(_left(total)[-_BETWEEN:], _OF_ONE) or _has_its_own(rate, total):
        return False
    if source.facts is here.facts and (
        there.facts is here.facts or not _is_beside(here, source)
    ):
        return False
    group, _ = evidence.spot(source)
    totals = {
        term.value for other in group for term in amounts(other) if sums(rate, term)
    }
    if len(totals) != 1:
        return False
    own = roots(source.masked) & (_told_near(here) | _told_near(there)) - _PRICED
    if source.facts not in (here.facts, there.facts) and len(own) <= 1:
        return False
    if source.facts is here.facts:
        one, other = [here, source], [there]
    else:
        one, other = [here, there], [source]
    shared = _all_said(one, evidence) & _all_said(other, evidence)
    near = frozenset().union(*map(_paragraph, one)) & _paragraph(other[0])
    sure = rate.things or rate.measure or rate.time
    enough = _TIED - 1 if sure else _TIED
    return len(shared) > 1 and len(near) > 0 and len(shared) + len(near) >= enough


def _has_its_own(rate: Rate, total: Term) -> bool:
    """Return whether a sentence with a sum tells what that is for each: "or about four a head"."""
    return any(
        other.term.place not in (rate.term.place, total.place)
        and other.each
        and other.term.dimension == rate.term.dimension
        for other in rates(total.place.passage)
    )


def _told_near(passage: Passage) -> frozenset[str]:
    """Return the roots of the paragraph and the headline of a sentence."""
    return _afar.around(passage, without=passage) | roots(passage.masked)


def _all_said(told: Sequence[Passage], evidence: Evidence) -> frozenset[str]:
    return frozenset().union(*(_said(passage, evidence) for passage in told))


def _is_beside(one: Passage, other: Passage) -> bool:
    return (
        one.facts is other.facts
        and one.block == other.block
        and abs(one.index - other.index) <= 1
    )


def _paragraph(passage: Passage) -> frozenset[str]:
    """Return the longer words of the paragraph that a sentence stands in."""
    document = passage.document
    if not document.blocks:
        return frozenset()
    return _long_words(document.surface(document.blocks[passage.block].span))


@remembered
def _long_words(text: str) -> frozenset[str]:
    found = (word for word in pattern(r"[a-z]{4,}").finditer(text.lower()))
    return frozenset(match.group() for match in found) - FUNCTION_WORDS - _COMMON


def _said(passage: Passage, evidence: Evidence) -> frozenset[str]:
    """Return the stems of a sentence and of the one before it, whose things it may take up."""
    group, at = evidence.spot(passage)
    last = group[at - 1] if at else passage
    said = evidence.words(passage)
    return said | evidence.words(last) if last.index + 1 == passage.index else said
