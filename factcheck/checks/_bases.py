"""From what a change is measured: not every older number beside a percentage is its base.

"Fell by 38 to 801, against 1,248 a year ago" tells a change over a week and another over a
year; "to 4,500 shares, or 12 percent of them, from 3,600, or 9 percent" tells no change in
percent at all.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.checks._context import pattern, runs_backwards
from factcheck.model import Form, Interval, Mention, Outcome

# "Up 27 percent from the previous record", "8 percent above the plan"
_OWN_BASE = (
    r"^(?: [a-z-]+){0,2}? (?:from|than|over|above|below|on|against|under) (?:(?:[a-z',-]+|<[td]\d+>(?:'s)?) ){0,4}?"
    r"(?:record|peak|plan(?:ned)?|targets?|budget(?:ed)?|forecasts?|estimates?|expect(?:ed|ations?)"
    r"|average|mean|median|norm(?:al)?|usual|trend|projections?|quota|limit)\b(?!(?: [a-z]+){0,2} <)"
)
# "More than half the increase", "77 percent of the firms", "32 cents per six pack"
_OF_WHAT = r"^(?: of(?: the)?| the(?! [a-z]+ (?:is|was|are|were|has|have|had)\b)) (?!last\b|previous\b)[a-z]|^ (?:per|for each|for every)\b"
# "Exceeded the plan by 9 million"
_MISSED = (
    r"\b(?:exceed(?:s|ed|ing)?|beat(?:s|ing)?|miss(?:es|ed)|topped|overshot|undershot)"
    r" (?:[a-z]+ ){1,4}by (?:about )?$"
)
# "51 million, or 1.4 percent, above the 3,700 million of last year"
_ALSO_CHANGE = r">(?: [a-z]+){0,2},? or(?: about| some)? $"
_ABOVE = r"^, (?:above|below|over|under|more|less|fewer|higher|lower|from|up|down)\b"
# "To 4,500 shares, or 12 percent of them, from 3,600, or 9 percent"
_SHARES = r"\bor (?:about |some )?<p\d+>.*\bor (?:about |some )?<p\d+>"
# "By five percent and cut the week to 35 hours": what follows is another statement.
_NEXT = (
    r"\b(?:despite|although|though|even as|thanks to|because|owing to|due to"
    r"|forced|caused|led|prompted|allowed|enabled|obliged|compelled)\b"
    r"|\band an?(?: [a-z]+){0,3} (?:rise|increase|growth|jump|gain|appreciation|depreciation|fall|drop"
    r"|decline|decrease|cut|reduction) (?:of|in) (?:the |its )?[a-z]|\band (?!(?:is|was|were|are|now|so|then|thus|hence|by|an?|over|under|again)\b)[a-z]"
)
# "Against a gain of 94,000": a change itself.
_OTHER_CHANGE = (
    r"\b(?:rise|increase|growth|jump|gain|surge|improvement|fall|drop|decline|decrease|cut"
    r"|reduction|loss|profit|deficit|surplus|slump) of(?: about| some| just| only)? $"
)
# "A 2.1 million increase in savings": a change of another thing.
_CHANGE_RIGHT = (
    r"^(?:-[a-z]+)?(?: [a-z]+)? (?:rise|increase|growth|jump|gain|surge|fall|drop|decline|decrease"
    r"|cut|reduction)\b"
)
# "And an accompanying 6 percent rise in wages", "and 50 percent above the level of June"
_OF_ITS_OWN = (
    r"^(?: [a-z-]+)? (?:rise|increase|growth|jump|gain|fall|drop|decline|decrease|cut|reduction) in (?!<)"
    r"|^ (?:above|below|over|under|(?:higher|lower|more|less|fewer) than)(?: in| the)? <[dw]\d+>(?!'s| <| [a-z]+ <)"
    r"|^ (?:above|below|over|under|higher than|lower than|more than|less than) (?:the|its) [^<]{0,20}(?:<[dw]\d+>)?"
    r" (?:level|figure|rate|total)\b(?! of)"
)
_AND = r"\band (?:an?(?: [a-z]+)? )?$"
# "By the 0.3 point drop of the margin": why, not by how much.
_CAUSE = r"^(?: [a-z]+)? (?:rise|increase|growth|jump|gain|fall|drop|decline|decrease|cut|reduction) in (?!<)"
# Of two currencies one falls as the other rises.
_EXCHANGE = (
    r"\bagainst (?:the|other|most|major)(?: [a-z.]+)? (?:dollar|euro|pound|sterling|yen|yuan|mark|franc"
    r"|crown|kron[ae]|peso|real|rupee|rand|rouble|ruble|lira|won|florin|guilder|currenc(?:y|ies))\b"
)
_OPENING = r"\b(?:opening|midday|intraday|session|bid|asking)(?: [a-z]+){0,2} $"
_OTHER_SIZE = 20  # times as much is an amount, and no price for one
# "Stripping out the new shops, sales rose 8 percent to 250 from 200": of what is left.
_LEFT_OUT = (
    r"\b(?:stripp(?:ing|ed) (?:out|away)|(?:leaving|leaves?) (?:out|aside)|left (?:out|aside)|exclud(?:ing|es)|not counting|net of"
    r"|adjust(?:ed|ing) for|like[- ]for[- ]like|in (?:real|<[dw]\d+>(?:'s)?) (?:terms|money|prices))\b"
    r"|^(?:and |but )?without (?:the|its|their|his|her|this|that|these|those|such)\b[^<]*, |<p\d+> without\b"
)
# "1.4 times earnings": not "three times as many", "three times the number of last year".
_OF_MEASURE = (
    r"^ (?:(?:the|its|their|his|her|our) )?(?!(?:the|its|their|his|her|our|as|more|less|fewer|higher|lower|larger|bigger|greater|what|that|those"
    r"|this|these|over|and|or|but|while|when|than|compared|up|down|last|previous|earlier|old|former|original|initial|usual"
    r"|size|price|value|worth|level|figure|number|total|rate|amount|count|sum|share|cost"
    r"|an?|in|on|at|by|to|of|from|for|since|within|during|after|before|between|against)\b)[a-z]"
    r"(?![^<,;.]* (?:of|in|for|from|to) (?:<|(?:the|a|last) (?:last|previous|year|month|week|decade)))"
)
# "To 31 million, short of the 36 million that had been hoped for": nothing fell from there.
_HOPED = (
    r"(?:expect(?:s|ed|ations?)?|forecasts?|predict(?:ed|ions?)|project(?:ed|ions?)|budget(?:ed)?|plan(?:ned)?"
    r"|target(?:ed)?|estimates?|hoped|guidance|consensus|foreseen|anticipated|pencilled in)"
)
_HOPED_LEFT = rf"\b{_HOPED}(?: (?:of|for|at|figure|about|around|some)){{0,2}} $"
_HOPED_RIGHT = rf"^(?: (?!and\b|but\b|as\b|to\b|in\b)[a-z']+){{0,5}}? {_HOPED}\b"
# "12 percent more than the 79 million expected", "from the 79 million expected"
_FROM_HOPED = r"\bfrom [^<]*$|(?<! to )<[pfxbcemtr]\d+>(?: [a-z-]+)? (?:than|above|below|over|under|short of|on) [^<,;]*$"
_STOCK = r"\bon(?: [a-z]+){0,2} $"
_TRADED = r"\bon(?: [a-z]+){0,4} (?:turnover|volume|trading|trade) of $"
_STOCKS = r"^ (?:shares|contracts|lots)\b"
_WEAK = r"\b(?:against|versus|vs\.?|compared (?:with|to)|above|below|short of)[^<]*(?:<[dw]\d+>[^<]*)?$"
# So many times as much is hardly the same change with a slip; beside its values it may be.
FAR, FARTHER = Decimal("2.5"), Decimal(5)


# "Dropped to 24 by 30 April, having lost four in March"
_HAVING = r"<d\d+>.*\bhaving [a-z]+ $"
_IN_MONTH = r"^(?: [a-z]+)? (?:in|during) <d\d+>"


def is_elsewhere(segment: str, start: int, end: int) -> bool:
    """Return whether a change is measured from a plan, a record or what its own words name.

    So it is where two amounts are each told as a share of the whole.
    """
    left, right = segment[max(0, start - 60) : start], segment[end : end + 80]
    return bool(
        pattern(_OWN_BASE).match(right)
        or pattern(_OF_WHAT).match(right)
        or pattern(_MISSED).search(left)
        or (pattern(_ALSO_CHANGE).search(left) and pattern(_ABOVE).match(right))
        or (pattern(_AND).search(left) and pattern(_OF_ITS_OWN).match(right))
        or pattern(_SHARES).search(segment)
        or (pattern(_HAVING).search(left) and pattern(_IN_MONTH).match(right))
    )


def is_change_itself(left: str, right: str) -> bool:
    """Return whether an amount is a change, or a turnover, and no earlier value."""
    return bool(
        pattern(_OTHER_CHANGE).search(left)
        or pattern(_CHANGE_RIGHT).match(right)
        or pattern(_OPENING).search(left)
        or pattern(_TRADED).search(left)
        or (pattern(_STOCK).search(left) and pattern(_STOCKS).match(right))
    )


def is_cause(right: str) -> bool:
    """Return whether an amount is the change of another thing: "by the 0.3 point drop in"."""
    return pattern(_CAUSE).match(right) is not None


def is_exchange(segment: str) -> bool:
    """Return whether a change is that of a currency in another, which may go either way."""
    return "against " in segment and pattern(_EXCHANGE).search(segment) is not None


def leaves_out(segment: str) -> bool:
    """Return whether a change is told of what is left without a part: "without the new shops"."""
    return pattern(_LEFT_OUT).search(segment) is not None


def is_of_measure(mention: Mention, right: str) -> bool:
    """Return whether a multiple is one of another measure: "1.4 times earnings"."""
    told = mention.form is Form.MULTIPLE and mention.surface.endswith("times")
    return told and pattern(_OF_MEASURE).match(right) is not None


def was_hoped(left: str, right: str) -> bool:
    """Return whether an amount is what was expected, and none that anything changed from."""
    hoped = pattern(_HOPED_LEFT).search(left) or pattern(_HOPED_RIGHT).match(right)
    return hoped is not None and pattern(_FROM_HOPED).search(left) is None


def are_of_other_size(old: Mention, new: Mention) -> bool:
    """Return whether two values in two units are an amount and a price: "$2 a share".

    Or an amount and a bare number that can have no such unit: "50 tonnes", "43,900".
    """
    if old.unit == new.unit or not old.value or not new.value:
        return False
    low, high = sorted((abs(old.value), abs(new.value)))
    told_apart = "/" in old.unit + new.unit or not (old.unit and new.unit)
    return told_apart and high > low * _OTHER_SIZE


def goes_on(between: str) -> bool:
    """Return whether another statement begins between a change and its values."""
    return pattern(_NEXT).search(between) is not None


def is_weak(left: str) -> bool:
    """Return whether an old value may be of another time than the change: "against 40"."""
    return pattern(_WEAK).search(left) is not None


def is_far_off(outcome: Outcome, far: Decimal = FAR) -> bool:
    """Return whether what follows is so far from what is stated that it is another change."""
    if outcome.arithmetic is None or outcome.slip is not None:
        return False
    computed, stated = (
        _middle(outcome.arithmetic.computed),
        _middle(outcome.arithmetic.stated),
    )
    if computed is None or stated is None:
        return False
    return computed <= 0 or stated > computed * far or computed > stated * far


def runs_against(outcome: Outcome) -> bool:
    """Return whether what follows is a fall where a rise is stated, or a rise for a fall."""
    if outcome.arithmetic is None:
        return False
    most = outcome.arithmetic.computed.high
    return most is not None and most <= 0


def _middle(reading: Interval) -> Decimal | None:
    if reading.low is None or reading.high is None:
        return None
    return (reading.low + reading.high) / 2


def ends(mention: Mention) -> tuple[Mention, Mention] | None:
    """Return the two ends of a range as mentions, in the order they are written."""
    low, high = mention.stated_low, mention.stated_high
    if low is None or high is None:
        return None
    ends = (high, low) if runs_backwards(mention) else (low, high)
    first, second = (
        replace(
            mention,
            form=Form.PLAIN,
            value=end,
            digits=_whole(end, mention),
            reading=_whole(end, mention),
            modifier=None,
        )
        for end in ends
    )
    return first, second


def _whole(value: Decimal, mention: Mention) -> Interval:
    """Return what one end of a range can be, as its own digits have it."""
    exponent = value.as_tuple().exponent
    natural = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    assert isinstance(natural, int)
    if mention.dimension == "count" and natural <= 0:
        return Interval.point(value)
    half = Decimal("0.5").scaleb(max(exponent, natural - 1))
    return Interval(value - half, value + half)
