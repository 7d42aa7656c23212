"""What a number measures, in one word or two: the height, the turnout, the flats.

Two numbers of one measure state one truth wherever each document has no other number of it
for the same names; how the rest of their sentences is worded does not matter then.
"""

from __future__ import annotations

from factcheck.language.data import word_set
from factcheck.link import lexicon
from factcheck.link.stems import stem
from factcheck.model import Fact

# What a thing has one of: a number beside one of these is that property of it.
PROPERTIES = frozenset(
    map(
        stem,
        word_set(
            """
            age altitude area attendance bail bond contract bonus budget burn capacity circulation
            circumference compensation consumption cost debt deficit demand density depth
            diameter distance dividend donate duration elevation emission employee enrolment
            enrollment export fee fine harvest frequency gdp grant gross growth gust height import
            inflation interest-rate invest layoff length lifespan lifetime loan lose majority
            mandate mass membership oppose output overtime pension population power pressure
            prize produce profit radius rain raise-pay ransom rate renewable rent repair
            reserve resident revenue reward salary save seize sentence snow speed stake steal subsidy
            support surplus tariff tax temperature term thickness throughput toll turnout
            unemployment valuation value voltage volume vote wait wavelength weight width wind
            yield
            """
        ),
    )
)
# What people do or what is done to them: a count of people is of those.
ROLES = frozenset(
    map(
        stem,
        word_set(
            """
            aboard applicant apprentice arrested birth candidate convict customer displaced donor employee
            enrol enrolment enrollment graduate hire homeless hospitalised hostage infected
            injured killed layoff majority member migrant missing passenger patient pensioner
            participant prisoner protest refugee released rescued resident respondent return runner soldier spectator
            student tenant trap turnout unemployment vaccinated viewer visitor volunteer vote voter
            """
        ),
    )
)
# What is done to what is counted, or done by it: under two of these are two facts.
PREDICATES = frozenset(
    map(
        stem,
        word_set(
            """
            arrested birth burn buy cancel close convict damage deploy destroy displaced donate hire
            hospitalised infected injured intercept kidnapped killed launch layoff missing open
            postpone produce released rescued return seize sell steal trap treat vaccinated
            """
        ),
    )
)
# Of these, what says of people what the count is of, whoever they are.
_TELLING = PREDICATES & ROLES
# Nouns for people that leave open which.
_ANYBODY = (
    lexicon.PEOPLE | lexicon.FATES | word_set("people peopl other victim villager")
)
# "A 200-metre tower": the number alone does not say of what it is the size.
_SIZES = {
    "length": frozenset(("length", "height", "depth", "width")),
    "mass": frozenset(("weight",)),
    "power": frozenset(("capacity",)),
}
# "4,100 metres of climbing": only of percentages is growth a measure.
_GROWTH = frozenset((stem("growth"),))
# "Shareholders will get 1.20 euros a share".
_OWNERS = frozenset(map(stem, ("shareholder", "dividend")))
_DIVIDEND = frozenset(("dividend",))
# What a word beside the number says it to be goes before what it counts.
_FIRST = ("capacity", "majority", "resident")
# The keys of spans of time begin with it: "~quarter".
SPAN = "~"
# Of a duration that is the span of another number: "in the three months to June".
OWN_SPAN = "~own"
# What is told when it is over: these counts grow no more from one bulletin to the next.
_OVER = frozenset(("buy", "intercept", "launch", "produce", "seize", "sell", "steal"))
_FLYING = frozenset(("drone", "missile", "plane"))
# "The damage runs to 84 million".
_LOSS = frozenset(("lose",))
_ABOARD = frozenset(("aboard",))
_NOTHING: frozenset[str] = frozenset()


def measures(fact: Fact, kind: str) -> frozenset[str]:
    """Return the keys of what a number can be the measure of.

    Args:
        fact: The fact.
        kind: What it can be compared with, see `link.sides.kind`.
    """
    if kind == "age":
        return frozenset(("age",))
    if kind == "count":
        return _of_count(fact)
    if fact.mention.dimension.endswith("/share") and not _OWNERS.isdisjoint(fact.words):
        return _DIVIDEND
    beside = fact.anchors & PROPERTIES
    if beside:
        return beside if kind == "ratio" else beside - _GROWTH
    found = fact.near & PROPERTIES
    if kind != "ratio":
        found -= _GROWTH
    return found or _unsaid(fact, kind)


def _unsaid(fact: Fact, kind: str) -> frozenset[str]:
    """Return what a number measures by other words than those for it."""
    if "damage" in fact.near and kind.startswith("currency:"):
        return _LOSS
    return _SIZES.get(kind, _NOTHING) if "-" in fact.mention.surface else _NOTHING


def done(fact: Fact) -> frozenset[str]:
    """Return what is done to what a number counts; what flies is destroyed by intercepting it."""
    found = fact.near & PREDICATES
    if "destroy" in found and fact.head in _FLYING:
        return found - {"destroy"} | {"intercept"}
    return found


def spans(fact: Fact) -> frozenset[str]:
    """Return the keys of the spans of time that the clause of a fact names."""
    return frozenset([word for word in fact.near if word[0] == SPAN])


def _of_count(fact: Fact) -> frozenset[str]:
    beside = fact.anchors & PROPERTIES
    for key in _FIRST:
        if key in beside:
            return frozenset((key,))
    fates = fact.concepts & lexicon.FATES
    if fates:
        return fates
    if fact.head in lexicon.COUNTED_PEOPLE and "aboard" in fact.near:
        return _ABOARD
    if fact.head in lexicon.COUNTED_PEOPLE and not _TELLING.isdisjoint(fact.near):
        return fact.near & _TELLING
    if fact.head and fact.head not in _ANYBODY:
        # "Shot down 61 drones": drones, and of these the ones that were shot down.
        over = done(fact) & _OVER
        return beside | {fact.head, *[f"{fact.head} {key}" for key in over]}
    return beside | (fact.near & ROLES)
