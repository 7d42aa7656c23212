"""How close two facts are, and how close is close enough.

Two facts are measured by the words that they share, weighted by how rare these are: in their
clauses, in their sentences, beside the number. What is close enough depends on what is
compared: a summary and its source share nearly all words, two articles on one event hardly
any but what happened to how many.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.link import lexicon
from factcheck.link.copied import (
    are_of_one_time,
    are_sums_of_others,
    are_things_and_people,
    are_told_otherwise,
    is_copied,
)
from factcheck.link.digits import (
    TELLING_DIGITS,
    UNITLESS,
    is_transposed,
    is_zero_off,
)
from factcheck.link.measures import (
    ABOARD,
    LASTING,
    PROPERTIES,
    SIDES_OF_A_VOTE,
    STANDING,
    are_of_one_sale,
    done,
)
from factcheck.link.quakes import MAGNITUDE
from factcheck.link.setting import Setting
from factcheck.link.sides import Side
from factcheck.link.soles import (
    SIZES,
    is_sole_size,
    is_sole_swap,
    may_be_sole_size,
    within,
)
from factcheck.link.tiers import Kinship, Tier
from factcheck.model import Role

PERCENT = 100
NEVER_RESTATED = 1_000_000  # numbers of a sentence, which has fewer
WEAK = 40  # percent of the words from which agreement settles a number
OTHER_SENTENCE = 70  # below, sentences whose numbers all differ are not one

# One sentence in other words; less is enough where another of its numbers agrees.
_SAME_SENTENCE = Tier(sentence=50, together=5)
_SAME_SENTENCE_AND_NUMBER = Tier(sentence=35, together=4)
_ONE_SENTENCE = Tier(sentence=70, together=5)
_SAME_CLAUSE = Tier(share=55, common=4)
_NEARLY_ALL = Tier(share=80, dice=60, common=4)
# Two statements of one thing.
_ALIKE = (
    Tier(share=75, dice=50, common=3, anchors=1)
    | Tier(share=50, common=3, anchors=1, names=1)
    | Tier(share=35, together=3, slip=2)
    | Tier(share=35, common=1, anchors=1, slip=2)
    | Tier(share=45, common=2, slip=1)
)
# "Sold 2.7 million litres of oat milk", of what is measured by no money and no percentages.
_SAME_AMOUNT = Tier(share=75, dice=60, common=2, anchors=2)
# The only counts of one noun.
_SAME_COUNT = Tier(share=60, dice=50, common=2, anchors=1, sentence=30) | Tier(
    share=90, dice=75, common=1, anchors=1
)
# One clause says nothing that the other does not.
_SAME_COUNT_THEN = Tier(share=100, common=1, anchors=2)
_SAME_COUNT_AND_TIME = Tier(share=50, anchors=1)
_SAME_COUNT_NOW = Tier(share=60, dice=50, common=1, anchors=1, sentence=30)
# A summary's numbers all stand in its source.
_SUMMARY = Tier(share=50, dice=30, common=2) | Tier(share=40, common=1, slip=1)
_SUMMARY_OF_COUNT = Tier(share=50, common=1)
_DEAL = Tier(share=80, common=1, names=3, together=5)
_TOLL = Tier(share=25)
_SAME_TOLL = Tier(share=60, together=3)
_PROPERTY = Tier(dice=40, anchors=1)
_SAID_ALIKE = Tier(share=50, common=2)
_HEADLINE = Tier(share=40, common=1)
_SWAPPED = Tier(share=30, anchors=1, slip=2)
_RESTATED_SHARE = 60
_NEAR_IN_SIZE = 2
_TOLD_TOGETHER = 4  # other numbers of a sentence; more are a list
_FAR_APART, _FARTHEST = Decimal("2.4"), 20
_ANYBODY, _SENTENCE = frozenset(("", "person")), "sentence"
MOVES = frozenset(("rise", "fall"))


def restated_from(kin: Kinship) -> int:
    """Return how many other numbers of two sentences must agree for one to restate the other.

    A summary restates its source so.
    """
    if _NEARLY_ALL.holds(kin) or (
        _SAME_CLAUSE.holds(kin) and (kin.same_head or kin.anchors > 1)
    ):
        return 0
    if not (kin.anchors or kin.same_head) and not (
        kin.common and kin.share >= _RESTATED_SHARE
    ):
        return 1 if _ONE_SENTENCE.holds(kin) else NEVER_RESTATED
    if _SAME_SENTENCE.holds(kin):
        return 0
    return 1 if _SAME_SENTENCE_AND_NUMBER.holds(kin) else NEVER_RESTATED


def is_close(x: Side, y: Side, kin: Kinship, setting: Setting, *, likely: bool) -> bool:
    """Return whether two facts are close enough to be compared, restated or not.

    Args:
        x: A fact.
        y: Another.
        kin: What they share.
        setting: The run.
        likely: Whether their words may be those of one fact, see `may_be_one`.
    """
    likely = likely or kin.slip > 0 or x.path == y.path
    if kin.event or x.kind == MAGNITUDE:
        return likely and _is_one_event(x, y, kin, setting)
    other = kin.slip > 1 and x.path != y.path and are_things_and_people(x, y)
    if other and x.measures.isdisjoint(y.measures):
        return False
    return (
        likely
        and (
            (x.path == y.path and _is_headline(x, y, kin, setting))
            or _ALIKE.holds(kin)
            or (_DEAL.holds(kin) and _is_deal(x, y))
            or _is_measure(x, y, kin, setting)
            or _is_unsaid(x, y, kin, setting)
            or is_one_of_story(x, y, setting)
            or is_sole_size(x, y, kin, setting)
            or (setting.summarises(x, y) and _is_summary(kin))
            or is_swapped(x, y, setting)
            or (kin.slip > 1 and is_copied(x, y, setting))
            or (_SWAPPED.holds(kin) and is_sole_swap(x, y, setting))
        )
    ) or _is_same_amount(x, y, kin, setting)


def may_be_one(x: Side, y: Side, kin: Kinship, setting: Setting) -> bool:
    """Return whether two facts of two documents, with any numbers but slips, may be one.

    Args:
        x: A fact.
        y: Another; of both, only what their wordings say is looked at.
        kin: What their words share.
        setting: The run.
    """
    a, b = x.fact, y.fact
    if x.kind == MAGNITUDE:
        return a.lead and b.lead
    if kin.event:
        return (a.lead or b.lead) and _TOLL.holds(kin)
    return (
        _ALIKE.holds(kin)
        or (_DEAL.holds(kin) and _is_deal(x, y))
        or _is_one_measure(x, y, kin)
        or (
            setting.are_few
            and (
                _may_be_unsaid(x, y)
                or may_be_sole_size(x, kin)
                or _may_be_one_of_story(x, y)
            )
        )
        or (setting.has_summaries and _is_summary(kin))
    )


def is_chance(x: Side, y: Side, kin: Kinship) -> bool:
    """Return whether two numbers of many stories may look like one by chance.

    Bare numbers are those of tables of one make; short ones are often others with a slip.
    """
    if x.kind == "count" and not (x.fact.head or y.fact.head):
        return True
    other = x.measures and y.measures and x.measures.isdisjoint(y.measures)
    if other and kin.sentence < OTHER_SENTENCE:
        return True
    return (
        kin.slip > 1
        and max(len(x.digits), len(y.digits)) < TELLING_DIGITS
        and x.digits != y.digits
        and not within(x, y, _FAR_APART)
    )


def is_swapped(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether two numbers are one with digits swapped, whatever their words say.

    Neither stands in the other's document, and something beside them is the same, or there
    are few numbers of their kind to look alike by chance.
    """
    if x.path == y.path or not is_transposed(x, y) or setting.numbers.stated_too(x, y):
        return False
    a, b = x.fact, y.fact
    if are_things_and_people(x, y) or are_told_otherwise(x, y):
        return False
    if not a.near.isdisjoint(b.near):
        return True
    if are_sums_of_others(x, y):
        return False
    return setting.akin(x, y) and (
        not x.measures.isdisjoint(y.measures)
        or (
            bool(a.head and b.head)
            if x.kind == "count"
            else not (a.near.isdisjoint(b.words) and b.near.isdisjoint(a.words))
        )
        or (x.kind not in UNITLESS and setting.numbers.are_few(x, y))
    )


def _is_same_amount(x: Side, y: Side, kin: Kinship, setting: Setting) -> bool:
    """Return whether much the same is said of two amounts, or of the only counts of a noun."""
    if x.path == y.path:
        return False
    if x.kind != "count":
        money = x.kind.startswith("currency:") or x.kind in UNITLESS
        return not money and _SAME_AMOUNT.holds(kin) and setting.share_names(x, y)
    if not (kin.same_head and setting.numbers.sole_count(x, y)):
        return False
    if setting.are_few and _are_of_one_span(x, y) and _SAME_COUNT_AND_TIME.holds(kin):
        return True
    return (
        (
            _SAME_COUNT.holds(kin)
            or (_SAME_COUNT_THEN.holds(kin) and are_of_one_time(x, y))
            or (
                _SAME_COUNT_NOW.holds(kin)
                and not x.measures.isdisjoint(y.measures)
                and (x.fact.period is None) == (y.fact.period is None)
            )
        )
        and x.fact.head not in lexicon.PEOPLE
        and not (
            done(x.fact) or done(y.fact)
        )  # there may be more of them by the evening
    )


def _are_of_one_span(x: Side, y: Side) -> bool:
    """Return whether two numbers are told of the same days, and both texts say which."""
    a, b = x.fact.period, y.fact.period
    return bool(a and b and a.start and (a.start, a.end) == (b.start, b.end))


def _is_summary(kin: Kinship) -> bool:
    return _SUMMARY.holds(kin) or (kin.same_head and _SUMMARY_OF_COUNT.holds(kin))


def _is_deal(x: Side, y: Side) -> bool:
    return x.fact.lead and y.fact.lead and x.kind.startswith("currency:")


def _is_headline(x: Side, y: Side, kin: Kinship, setting: Setting) -> bool:
    if Role.TITLE not in (x.fact.role, y.fact.role):
        return False
    # "Banker gets 12 years" beside "sentenced him to nine years in prison".
    if (
        x.kind != "count"
        and within(x, y, _NEAR_IN_SIZE)
        and setting.numbers.sole_beside(x, y)
    ):
        return True
    if _is_lead(x, y, kin, setting):
        return True
    # "Five planes go home" is not about the 83 planes of the airline.
    return kin.slip > 0 or (
        kin.same_head and kin.common > 0 and x.fact.head not in lexicon.PEOPLE
    )


def _is_lead(title: Side, side: Side, kin: Kinship, setting: Setting) -> bool:
    """Return whether a headline and the first sentence below it give one number of a kind.

    "Tram depot gets 41.5 million loan", "was granted a loan of 58 million for its depot".
    """
    return (
        _HEADLINE.holds(kin)
        and min(len(title.digits), len(side.digits)) > 1
        and title.fact.motion is side.fact.motion
        and within(title, side, _NEAR_IN_SIZE)
        and _opens(side, setting)
    )


def _opens(side: Side, setting: Setting) -> bool:
    """Return whether a fact is the only one of its kind in the first sentence of a text."""
    told = [
        other
        for other in setting.kinds[side.path][side.kind]
        if other.fact.role is not Role.TITLE
    ]
    index = side.fact.index
    return (
        side.fact.lead
        and told[0] is side
        and all(o.fact.index != index for o in told[1:])
    )


def is_plausible(x: Side, y: Side, kin: Kinship, *, restated: bool) -> bool:
    """Return whether two numbers are near enough in size to be versions of one number.

    A factor of ten or a thousand is a slip, and so is another unit; what lies elsewhere far
    apart is something else, the sooner where the sentences are not the same.
    """
    same = x.fact.mention.value == y.fact.mention.value is not None
    return (
        kin.slip > 0
        or same
        or within(x, y, _FARTHEST if restated else _FAR_APART)
        or _is_zero_off(x, y)
    )


def _is_zero_off(x: Side, y: Side) -> bool:
    """Return whether a zero is missing in how many there are, not in how many came or went."""
    return not (x.measures & y.measures).isdisjoint(STANDING) and is_zero_off(x, y)


def _is_one_event(x: Side, y: Side, kin: Kinship, setting: Setting) -> bool:
    a, b = x.fact, y.fact
    leads = a.lead + b.lead
    if x.path == y.path and refers_back(y):
        return True
    if x.kind == MAGNITUDE or x.path == y.path:
        return leads > 1 and setting.share_names(x, y)
    # Many documents tell of many events; what says little of its own may be of any.
    if not setting.are_few and not (_SAME_TOLL.holds(kin) or (leads > 1 and kin.names)):
        return False
    return (
        leads > 0
        and _TOLL.holds(kin)
        and _tells_toll(x)
        and _tells_toll(y)
        and (
            setting.share_names(x, y)
            or (
                kin.slip > 1
                and leads > 1
                and (setting.akin(x, y) or (setting.are_few and _SAME_TOLL.holds(kin)))
            )
        )
    )


def refers_back(side: Side) -> bool:
    """Return whether a count takes up one that the text gave before: "the 16 people"."""
    return side.fact.definite and bool(side.fates) and bool(side.fact.head)


def _tells_toll(side: Side) -> bool:
    """Return whether a fact is the toll of the event that its document is about."""
    return side.fact.lead or {"killed", "injured"} <= side.fact.words


def _is_measure(x: Side, y: Side, kin: Kinship, setting: Setting) -> bool:
    """Return whether both are the one number that their documents have of one measure.

    Args:
        x: A fact.
        y: Another.
        kin: What they share.
        setting: The run.
    """
    if (
        x.path == y.path
        or not _is_one_measure(x, y, kin)
        or not (kin.slip > 1 or _is_of_one_thing(x, y, setting))
        or not (kin.slip > 0 or within(x, y, _NEAR_IN_SIZE) or _is_zero_off(x, y))
        or not _is_of_one(x, y, kin, setting)
    ):
        return False
    shared = x.measures & y.measures
    if shared.isdisjoint(LASTING):
        # What was bought stays bought.
        passing = x.kind == "count" and not any(key.endswith(" buy") for key in shared)
        if passing and not (kin.slip or setting.same_day(x, y)):
            return False
    elif (
        (x.fact.period is None) != (y.fact.period is None)
        and not kin.slip
        and not setting.told_then(x, y)
        # "The 240-bed hospital opens in May" has its beds whenever it opens.
        and not (x.fact.definite or y.fact.definite)
    ):
        return False
    if not shared.isdisjoint(SIDES_OF_A_VOTE) and _are_two_votes(x, y, setting):
        return False
    return setting.numbers.sole_measure(x, y) and (
        _telling_swap(x, y, kin)
        # "Nine years in prison for defrauding investors in Halden Leasing".
        or (kin.names > 0 and "sentence" in x.fact.anchors & y.fact.anchors)
        or (setting.knows_names(x, y) and setting.knows_names(y, x))
        or (are_of_one_sale(x.fact, y.fact) and not setting.names_strangers(x, y))
        or agree_beside(x, y, setting)
    )


def _are_two_votes(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether both are told with votes of another side, and those differ too."""
    both = all(
        any(other.kind == "count" for other in setting.beside(side)) for side in (x, y)
    )
    return both and not agree_beside(x, y, setting)


def agree_beside(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether each is told with one more number of one measure: "24 votes to 15"."""
    mine, yours = setting.beside(x), setting.beside(y)
    return max(len(mine), len(yours)) <= _TOLD_TOGETHER and any(
        a.kind == b.kind == x.kind
        and a.numbers == b.numbers
        and not a.measures.isdisjoint(b.measures)
        for a in mine
        for b in yours
    )


def _is_one_measure(x: Side, y: Side, kin: Kinship) -> bool:
    """Return whether the words of two facts name one measure of what may be one thing."""
    shared = x.measures & y.measures
    if not shared or not (
        kin.names or (x.fact.lead and y.fact.lead) or _PROPERTY.holds(kin)
    ):
        return False
    # What is counted grows from one bulletin to the next.
    if (
        x.kind == "count"
        and not kin.slip
        and shared.isdisjoint(LASTING)
        and not _SAID_ALIKE.holds(kin)
        and not any(" " in key for key in shared)
    ):
        return False
    return not (_is_done_otherwise(x, y) or (shared <= MOVES and not kin.common))


def _is_unsaid(x: Side, y: Side, kin: Kinship, setting: Setting) -> bool:
    """Return whether both are the one size or sum told of a thing, and one does not say which.

    "Tickets are 14 euros" beside "a ticket costs 18 euros".
    """
    a, b = x.fact, y.fact
    if (
        x.path == y.path
        or not setting.are_few
        or not _may_be_unsaid(x, y)
        or a.motion is not b.motion
        or not (
            kin.slip > 1 or (within(x, y, _NEAR_IN_SIZE) and setting.numbers.sole(x, y))
        )
    ):
        return False
    things = (a.near & b.near) - PROPERTIES
    return (
        bool(things)
        and _is_of_one(x, y, kin, setting)
        and setting.numbers.sole_of(x, y, things)
    )


def is_one_of_story(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether both are what few documents have one of: all on board, or the sentence."""
    return (
        setting.are_few
        and x.path != y.path
        and _may_be_one_of_story(x, y)
        and within(x, y, _NEAR_IN_SIZE)
        and setting.numbers.sole_measure(x, y)
    )


def _may_be_one_of_story(x: Side, y: Side) -> bool:
    """Return whether two facts tell what one story has one of.

    "Carrying 312", "one of 321 on board"; "sentenced to four years", "jailed for five".
    """
    if x.kind == "duration":
        return _SENTENCE in x.measures & y.measures
    return (
        x.measures == y.measures == ABOARD
        and x.fact.head == y.fact.head
        and x.fact.head in _ANYBODY
    )


def _may_be_unsaid(x: Side, y: Side) -> bool:
    """Return whether only one of two sizes or sums at the heads of documents says what it is."""
    if x.kind == "area" or "/" in x.kind or (x.measures and y.measures):
        return False
    leads = x.fact.lead and y.fact.lead
    return leads and (x.kind in SIZES or x.kind.startswith("currency:"))


def lasts(x: Side, y: Side) -> bool:
    """Return whether two facts are of a measure that stays what it is while a story is told."""
    return not (x.measures & y.measures).isdisjoint(LASTING)


def _is_of_one_thing(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether two sizes or sums are told by one word, or of one thing named by both."""
    a, b = x.fact, y.fact
    return (
        not (x.kind in SIZES or x.kind.startswith("currency:"))
        or not (x.measures & a.words).isdisjoint(y.measures & b.words)
        or not (a.near & b.near) <= PROPERTIES
        or are_of_one_sale(a, b)
        or setting.numbers.sole(x, y)
    )


def _is_done_otherwise(x: Side, y: Side) -> bool:
    """Return whether something else was done to what each of two facts counts."""
    mine, yours = done(x.fact), done(y.fact)
    return bool(mine and yours) and mine.isdisjoint(yours)


def _is_of_one(x: Side, y: Side, kin: Kinship, setting: Setting) -> bool:
    """Return whether two facts of one measure may be of one thing."""
    if not setting.share_capitals(x, y) and not (kin.slip > 1 and setting.akin(x, y)):
        return False
    leads = x.fact.lead and y.fact.lead and setting.share_names(x, y)
    return bool(kin.names) or leads or _PROPERTY.holds(kin)


def _telling_swap(x: Side, y: Side, kin: Kinship) -> bool:
    """Return whether two numbers of several digits are one with two of them swapped."""
    return (
        kin.slip > 1
        and x.digits != y.digits
        and min(len(x.digits), len(y.digits)) >= TELLING_DIGITS
    )
