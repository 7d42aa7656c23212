"""Amounts for each of some things, with how many there are and what they come to told elsewhere.

"All 240 tickets went, at 15 pounds a head"; in another report "the 240 tickets brought in 4,200".
What so much is for is a thing that is counted, or a time; how many there are is looked for in
the sentences around and in those on the same things, and so is the sum. Where any of these
fit, nothing is said; where none do, a sum is compared that is told right after as what they come
to, or that stands elsewhere beside the very same count.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product as combined

from factcheck.checks import _afar, _bases
from factcheck.checks._arithmetic import Place
from factcheck.checks._clauses import clause
from factcheck.checks._context import Passage, finds, pattern
from factcheck.checks._evidence import Evidence, evidence_of
from factcheck.checks._factors import Product, holds, settled
from factcheck.checks._terms import Term
from factcheck.checks._told_rates import (
    Rate,
    amounts,
    counts,
    fact_of,
    product,
    rates,
    sums,
)
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
_SUPPOSED = r"\b(?:would|could|may|might)\b"
_HOLDS = r"\b(?:carries|carry|holds?|seats?|sleeps?|accommodates?)(?: [a-z]+){0,2} $"
_OPENS = r"^(?:in|within|over|during|after|by the end of)(?: [a-z'-]+){0,3} $"
_WITH = r"^(?: (?:a|per) [a-z]+)?,? (?:with|including|plus) (?!that\b|this\b)"
# Of an amount or a count in the words beside it.
_BOUND = r"\b(?:from|starting at)(?: (?:just|only|about))? $|\b(?:up to|at least|minimum|maximum|at most|limit|top|peak|record|if|unless|target|reduced|discount(?:ed)?|concessions?|less than|more than|children|not|only|some|extra|additional|another|first|last|further|(?:increase[sd]?|rises?|rose|fell|falls?|cuts?) (?:of|by|to|from))(?: [a-z'-]+){0,3} $|\b(?:increased|risen|rose|grew|grown|fallen|fell|cut|reduced|up|down) by(?: (?:about|some|nearly|almost|around|another|a further))? $"
_LIMIT = r"\b(?:from|starting at)(?: (?:just|only|about))? $|\b(?:up to|at least|minimum|maximum|at most|limit|top|peak|record|target|reduced|discount(?:ed)?|concessions?|less than|more than|only|some|extra|additional|another|first|last|further)(?: [a-z'-]+){0,3} $|\bby(?: (?:about|some|nearly|almost|around|another|a further))? $"
# What goes before what a rate and a count come to.
_CLOSING = r"\b(?:so|thus|therefore|hence|leaving|removed|handed out|gave out|needs?|which is|works? out|adds? up|over the (?:year|week|month|season|day)|in all|in total|total(?:s|led|ling)?|altogether|all told|makes?|made|making|rais(?:e[sd]?|ing)|br(?:ought|ings?|inging)|yield(?:s|ed)?|took in|takings|bill|sum|c[oa]mes? to|amount(?:s|ed|ing)? to|proceeds|receipts)\b|\band (?:[a-z]+ ){0,2}(?:covered|ran|flew|drove|rode|travelled|walked|lost|pumped) "
_TOGETHER = r"\b(?:with|together|plus|including|besides) (?!that\b|this\b|it\b)"
_PERIODS = "dwqk"
_FEWER = r", <c\d+> (?:more|fewer|less) than [^,<]*(?:<[dw]\d+>)?,"
_RIVAL = r"\b(?:rivals?|competitors?|elsewhere|by contrast|neighbou?r(?:s|ing)?)\b"
_REACH = 3  # sentences
_NEAR, _SOURCES = 2, 6
_BESIDE = 30
_FAR = Decimal(3)


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
        sure = [each for each in products if _is_sure(rate, each, totals)]
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

    def _sources(self, passage: Passage, evidence: Evidence) -> list[Passage]:
        """Return a sentence, those around it, and those on the same things."""
        near = evidence.beside(passage, _NEAR)
        said = _said(passage, evidence)
        like = evidence.like(said, most=_SOURCES)
        return list(dict.fromkeys((passage, *near, *like)))


def _is_sure(rate: Rate, made: Product, totals: Sequence[Term]) -> bool:
    """Return whether a count and a sum are of the very things of a rate."""
    many, total = made.many[0], made.total
    if not _is_plain(made, totals) or _is_of_another(rate, many, total):
        return False
    if _is_in_reach(made):
        return _is_many(rate, made) and _concludes(made)
    beside = _is_beside(rate.passage, many.place.passage)
    return rate.each and beside and _repeats(made)


def _repeats(made: Product) -> bool:
    """Return whether the clauses with a sum tell again how many it is for, and no other sum.

    "All 64 of the machines, which together come to 720 megawatts."
    """
    rate, many, total = made.rate, made.many[0], made.total
    source, slot = total.place.passage, total.place.slot
    if source in (rate.place.passage, many.place.passage):
        return False
    for again in amounts(source):
        known = again.dimension == "count" and again.value == many.value
        if not known or again.place.slot == slot:
            continue
        told = clause(source, again.place.slot, slot)
        if not any(
            other.dimension == total.dimension
            and other.place.slot != slot
            and other.value != rate.value
            and other.place.passage.token(other.place.slot) in told
            for other in amounts(source)
        ):
            return True
    return False


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
        finds(term.place.around()[0], rf"{_SUPPOSED}(?: [a-z'-]+){{0,3}} $")
        for term in (*made.many, made.total)
    ):
        return False
    if (
        finds(made.rate.place.around()[0], _HOLDS)
        or finds(made.rate.place.around()[0], _LIMIT)
        or any(
            finds(term.place.around()[0], _BOUND) for term in (*made.many, made.total)
        )
    ):
        return False
    if finds(made.total.place.around()[1], _WITH):
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
    return there is not here and finds(_clause(many), _RIVAL)


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


def _clause(term: Term) -> str:
    """Return the clause of a term."""
    return clause(term.place.passage, term.place.slot)


def _is_many(rate: Rate, made: Product) -> bool:
    """Return whether a count is of what a rate is for: named alike, told beside it, or alone."""
    many, total = made.many[0], made.total
    here, there = rate.passage, many.place.passage
    if here is there and many.key < rate.term.key:
        between = rate.term.place.around()[0][len(many.place.around()[0]) :].partition(
            ">"
        )[2]
        between = pattern(_FEWER).sub(
            "", between
        )  # "85 farms, six fewer than in May, with"
        return bool(rate.measure or rate.time) or not finds(between, "<[cemrt]")
    near = _is_beside(here, there)
    return near or bool(rate.things) or _is_near_sum(many, total)


def _is_near_sum(many: Term, total: Term) -> bool:
    """Return whether a count stands beside a sum; a time right beside it: "860 for 30 hours"."""
    there, source = many.place.passage, total.place.passage
    if many.dimension != "duration":
        return _is_beside(there, source)
    if there is not source:
        return False
    first, last = sorted((many, total), key=lambda term: term.key)
    between = last.place.around()[0][len(first.place.around()[0]) :].partition(">")[2]
    opens = first is many and finds(many.place.around()[0], _OPENS)
    return (opens or len(between) <= _BESIDE) and "<" not in between


def _concludes(made: Product) -> bool:
    """Return whether a sum is told right after what it is of, as what that comes to."""
    total, factors = made.total, (*made.many, made.rate)
    last = max(factors, key=lambda term: term.key)
    here, source = last.place.passage, total.place.passage
    if last.key > total.key or here.block != source.block or _is_one_of_two(made):
        return False
    between = total.place.around()[0]
    if here is source:
        between = between[len(last.place.around()[0]) :].partition(">")[2]
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


def _is_beside(one: Passage, other: Passage) -> bool:
    return one.is_beside(other) and one.block == other.block


def _said(passage: Passage, evidence: Evidence) -> frozenset[str]:
    """Return the stems of a sentence and of the one before it, whose things it may take up."""
    group, at = evidence.spot(passage)
    last = group[at - 1] if at else passage
    said = evidence.words(passage)
    return said | evidence.words(last) if last.index + 1 == passage.index else said
