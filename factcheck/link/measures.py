"""What a number measures, in one word or two: the height, the turnout, the flats.

Two numbers of one measure state one truth wherever each document has no other number of it
for the same names; how the rest of their sentences is worded does not matter then.
"""

from __future__ import annotations

from factcheck.language.data import word_set
from factcheck.link import lexicon
from factcheck.link.gauges import SUM
from factcheck.link.stems import stem
from factcheck.model import Fact, Motion

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
            mandate mass oppose output overtime pension population power pressure
            prize produce profit radius rain raise-pay ransom rate renewable rent repair
            reserve resident revenue reward salary save seize sentence snow sold-for speed stake steal subsidy
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
            signature student tenant trap turnout unemployment vacant vaccinated viewer visitor volunteer vote voter
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
            fine hospitalised infected injured inspect intercept kidnapped killed launch layoff
            lend missing nominate open postpone produce released rescued return seize sell steal
            stop test trap treat vacant vaccinated win
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
# Of what a number of a kind can be the measure: no length is a cost, no amount a distance.
_OF_KIND = {
    kind: frozenset(map(stem, written.split()))
    for kind, written in {
        "length": "altitude circumference depth diameter distance elevation height length radius"
        " rain snow thickness wavelength width",
        "mass": "burn capacity consumption donate emission export harvest import mass produce"
        " reserve seize steal throughput volume weight yield",
        "area": "area burn harvest",
        "duration": "age contract duration frequency lifespan lifetime mandate sentence term time wait",
        "speed": "gust speed wind",
        "temperature": "temperature",
    }.items()
}
# "A 200-metre tower": the number alone does not say of what it is the size.
_SIZES = {
    "length": frozenset(("length", "height", "depth", "width")),
    "mass": frozenset(("weight",)),
}
# Homes in the dark and customers without power.
_SERVED = frozenset(("", "home", "customer", "person", "building"))
_CUT_OFF = frozenset(("home outage",))
_AGE = frozenset(("age",))
_CAPACITY = frozenset(("capacity",))
_DRAWN = frozenset((stem("consumption"), "demand"))
_DURATION = frozenset(("duration",))
_AWARD = frozenset((stem("prize"),))
_PAY = frozenset(("pay", "salary", "raise-pay"))
_RAISE = frozenset(("raise-pay",))
_RISES = frozenset(("rise", stem("contract")))  # "a pay offer of 4 percent"
_APPROVED = frozenset((stem("approved"), "support"))
_VOTE = frozenset(("vote", "support"))
_VOTING = frozenset(
    map(
        stem,
        word_set(
            "vote member councillor councilor lawmaker senator delegate deputy mp worker"
        ),
    )
)
SIDES_OF_A_VOTE = frozenset(("oppose", "support"))
# Votes on something else than the matter itself.
_OTHER_VOTES = frozenset(map(stem, ("committee", "amendment", "adjournment")))
_SUPPORT = frozenset(("support",))
_FULL = frozenset(("full",))
# Who comes and who watches: one crowd.
_CROWD = frozenset(("visitor", "spectator"))
# Units for halls and flats; fires and floods are told in others, and grow.
_FLOOR_UNITS = frozenset(("meter ** 2", "foot ** 2"))
_AREA = frozenset(("area",))
_SPREADING = frozenset(
    map(stem, ("fire", "flood", "burn", "oil", "slick", "smoke", "control"))
)
# What is one number today and another tomorrow, or here and there.
PASSING = frozenset(
    map(
        stem,
        word_set(
            """
            demand gust interest-rate inflation pressure rain rate snow speed temperature wait wind
            """
        ),
    )
)
# "Worth" is said of what has a name of its own: "the contract is worth 40 million".
_WORTH = frozenset(("cost",))
_WORTHY = frozenset(
    map(stem, ("bond", "bonus", "contract", "fine", "grant", "loan", "prize"))
)
# "4,100 metres of climbing": only of percentages is growth a measure.
_GROWTH = frozenset((stem("growth"),))
_NO_SHARES = PROPERTIES - _GROWTH
# "The round brought in £6m" is no harvest.
_PAYABLE = _NO_SHARES - {stem("harvest")}
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
_OVER = frozenset(
    ("buy", "intercept", "launch", "produce", "seize", "sell", "steal", "win")
)
_BOUGHT = frozenset(("buy",))
_ORDERED = frozenset(
    map(
        stem,
        word_set(
            "plane helicopter train tram locomotive bus truck boat tanker turbine tank"
        ),
    )
)
_FLYING = frozenset(("drone", "missile", "plane"))
# "The damage runs to 84 million".
_LOSS = frozenset(("lose",))
ABOARD = frozenset(("aboard",))
_ON_BOARD = frozenset(("crew",))
_NOTHING: frozenset[str] = frozenset()
# Counts that are no more over a longer time.
STANDING = frozenset(
    map(
        stem,
        (
            "capacity", "employee", "resident", "member", "student", "tenant", "panel", "turbine", "bed",
            "floor", "storey", "seat", "track", "station", "bay", "bedroom", "berth", "cabin", "classroom",
            "ward", "screen", "platform", "lane", "machine", "pump", "gate", "desk", "stall", "dormitory",
        ),
    )
)  # fmt: skip
# Counts that stay what they are for longer than a story is told.
LASTING = STANDING | frozenset(
    map(
        stem,
        (
            "turnout", "majority", "attendance", "enrolment", "circulation", "layoff", "hire",
            "spectator", "visitor", "volunteer", "convict", "support", "oppose", "painting",
            "signature", "birth", "marriage", "vacant",
        ),
    )
)  # fmt: skip


def measures(fact: Fact, kind: str) -> frozenset[str]:
    """Return the keys of what a number can be the measure of.

    Args:
        fact: The fact.
        kind: What it can be compared with, see `link.sides.kind`.
    """
    if kind in _OF_ALL:
        return _OF_ALL[kind](fact)
    if fact.mention.dimension.endswith("/share") and not _OWNERS.isdisjoint(fact.words):
        return _DIVIDEND
    known = _OF_KIND.get(kind, PROPERTIES if kind == "ratio" else _NO_SHARES)
    if kind.startswith("currency:"):
        known = _PAYABLE
    found = fact.anchors & known
    if found == _WORTH:
        found |= fact.near & _WORTHY
    if not found and kind != "ratio" and not _GROWTH.isdisjoint(fact.anchors):
        return found  # "rose above 42 degrees": one of many
    if kind == "ratio":
        return _of_share(fact, found)
    if kind == "area" and not _SPREADING.isdisjoint(fact.words):
        found -= _AREA  # a fire covers more every hour
    return found or fact.near & known or _unsaid(fact, kind)


def _of_share(fact: Fact, found: frozenset[str]) -> frozenset[str]:
    """Return what a percentage measures: "wages go up by 3%", "approved by 61%"."""
    near = fact.near
    raised = fact.motion is Motion.BY or not near.isdisjoint(_RISES)
    if raised and not near.isdisjoint(_PAY):
        return _RAISE
    if not near.isdisjoint(_APPROVED) and found <= _VOTE:
        return _SUPPORT
    return found or _FULL & fact.anchors or near & PROPERTIES


def _unsaid(fact: Fact, kind: str) -> frozenset[str]:
    """Return what a number measures by other words than those for it."""
    if kind.startswith("currency:"):
        return _of_money(fact)
    if "-" in fact.mention.surface and kind in _SIZES:
        return _SIZES[kind]
    if kind == "duration" and fact.head:
        return _DURATION
    return _AREA if fact.mention.unit in _FLOOR_UNITS else _NOTHING


def _of_money(fact: Fact) -> frozenset[str]:
    if "damage" in fact.near:
        return _LOSS
    if "win" in fact.near:
        return _AWARD
    if fact.head:
        return _WORTH | {f"{SUM}{fact.head}"}
    return frozenset([key for key in fact.anchors if key.startswith(SUM)])


def done(fact: Fact) -> frozenset[str]:
    """Return what is done to what a number counts; what flies is destroyed by intercepting it."""
    found = fact.near & PREDICATES
    if "destroy" in found and fact.head in _FLYING:
        return found - {"destroy"} | {"intercept"}
    # "An order for 24 trains", "it will buy 34 trains"
    return found | _BOUGHT if "order" in fact.near and fact.head in _ORDERED else found


def are_of_one_sale(a: Fact, b: Fact) -> bool:
    """Return whether two amounts were paid for one thing, which both sentences name.

    Who bought and who sold it may stand in one of them only.
    """
    if "sold-for" not in a.near & b.near:
        return False
    return not (a.names & b.names).isdisjoint(a.near | b.near)


def spans(fact: Fact) -> frozenset[str]:
    """Return the keys of the spans of time that the clause of a fact names."""
    return frozenset([word for word in fact.near if word[0] == SPAN])


def _of_count(fact: Fact) -> frozenset[str]:
    if fact.head in _VOTING or (not fact.head and "vote" in fact.near):
        voted = fact.near & SIDES_OF_A_VOTE
        if len(voted) == 1:
            # "By 38 votes to 21", "38 members voted in favour"
            return voted if fact.words.isdisjoint(_OTHER_VOTES) else _NOTHING
    found = _counted(fact)
    if not found.isdisjoint(_CROWD):
        return found | _CROWD
    return found | _CAPACITY if fact.head == "seat" else found


def _counted(fact: Fact) -> frozenset[str]:
    beside = fact.anchors & PROPERTIES
    if fact.head:
        beside -= _WORTH  # "put at 58 the number of boats"
    fates = fact.concepts & lexicon.FATES
    for key in _FIRST:
        people = (
            key != "resident" or fact.head in lexicon.COUNTED_PEOPLE or not fact.head
        )
        if key in beside and people and not (fates and key == fact.head):
            return frozenset((key,))
    if fates or "aboard" in fact.anchors:
        return ABOARD & fact.anchors or fates
    if fact.head in lexicon.COUNTED_PEOPLE or fact.head in _ON_BOARD:
        told = ABOARD & fact.near or fact.near & _TELLING
        if told:
            return told
    if "outage" in fact.near and fact.head in _SERVED:
        return _CUT_OFF
    if fact.head and fact.head not in _ANYBODY:
        # "Shot down 61 drones": drones, and of these the ones that were shot down.
        over = done(fact) & _OVER
        return beside | {fact.head, *[f"{fact.head} {key}" for key in over]}
    return beside | (fact.near & ROLES)


def _of_age(_: Fact) -> frozenset[str]:
    return _AGE


def _of_power(fact: Fact) -> frozenset[str]:
    return fact.near & _DRAWN or _CAPACITY


# What all numbers of a kind measure.
_OF_ALL = {"age": _of_age, "count": _of_count, "power": _of_power}
