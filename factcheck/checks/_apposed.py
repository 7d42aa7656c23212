"""Two numbers that the words between them call one amount: "5,000 acres, which is 2,023 hectares".

The extractor pairs what stands side by side. Here the second number may stand a few words on
("six feet deep, some 1.8 metres,"), open the next sentence ("That is 746 kilometres"), repeat
a sum in figures, or give a fraction in percent ("two fifths of members, 40 percent").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from factcheck.checks import _compare
from factcheck.checks._context import finds, pattern
from factcheck.model import DocumentFacts, Fact, Form, Interval, Mention

_LONGEST, _AFTER = 90, 24
_TWO, _SLACK, _CLOSE = 2, Decimal("0.02"), Decimal("0.01")
_ZERO = Decimal(0)
_TERMS_BEFORE = 4
# What may tell that an amount is another one, where a slipped point says so too.
_LINKED = r"^[^.;<]*(?:\b(?:is|are|was|were|or|mak(?:es?|ing)|made|means?|meant|equals?|comes? to|came to)(?: (?:about|some|just|nearly|almost|roughly|over|under|only|around))* |(?:[,(:=]| -)(?: (?:about|some|or))* ?)$"
_NOT_UNITS = frozenset({"count", "ratio", "ratio_difference"})
_FRACTIONS = frozenset({Form.FRACTION, Form.RATIO})
_HEDGE = r"(?: (?:about|some|roughly|exactly|almost|nearly|approximately|around|just|only|precisely|a little|well|over|under|a total of|once in|once every|as much as))*"
_NOUN = r"(?: (?!and\b|or\b|but\b|to\b|than\b|from\b|against\b|while\b|below\b|off\b|outside\b|under\b|behind\b|before\b|after\b|past\b|with\b|without\b|plus\b)[a-z'-]+)"
_IS = r"(?:is|was|are|were|equals?|equalled|makes?|made|means?|meant|corresponds? to|corresponded to|comes? to|came to|works? out at|amounts? to|amounted to|would be|translates? (?:in)?to|converts? to)(?: (?:equal|equivalent) to| the same as| to say,?)?"
_TERMS = r"in (?:metric|imperial|american|british|european|modern|other|old) (?:terms|units|measures?|measurements|money|words)"
# Words that say that the next number is the same amount.
_CALLED = (
    rf"^{_NOUN}{{0,5}}(?:,? (?:which|that) {_IS}|,? i\.e\.|,? that is,?|, or|(?: -|[,;:]) (?:or )?(?:call it|make (?:it|that)|say|read),?|,? (?:the equivalent of|meaning|equal(?:ling)? to|equivalent to|corresponding to|in other words,?)"
    rf"|[.;:,]\"? (?:that|this|which|it) {_IS}|[.;]\"? (?:those|these)|[.;,]? (?:or )?{_TERMS},?(?: (?:that|this|it|which) {_IS})?){_HEDGE} $"
)
_WRITTEN = r"\b(?:written|given|shown|printed|finds?|found|stated|listed|booked|recorded|entered|appears?|appeared|expressed|put|described|marked|posted|quoted|known|announced|labelled|signed)\b[^.;<]{0,40} as $"
_FIGURES = r"\bin (?:digits|figures|numbers|full)\b[^.;<]{0,12} $"
_BESIDE = rf"^(?: (?:long|wide|deep|high|tall|thick|across|in length|of [a-z]+(?: [a-z]+)?))?(?:,| -|:){_HEDGE} $"
_SITE = rf"^{_NOUN},{_HEDGE} $"  # the 40-acre site, some 16 hectares,
_BRACKET = rf"^{_NOUN}{{1,4}} \({_HEDGE} ?$"
_SHARE = rf"^(?: of)?{_NOUN}{{0,5}}(?:,(?: or)?| \(| -){_HEDGE} ?$"
_TAKEN_UP = rf"^{_NOUN}{{0,5}}\. (?:her|his|its|their|that|this) (?:share|part|portion|slice|stake|half|third|quarter|fifth) of{_HEDGE} $"
_ENDS = r"^(?: (?:of it|in all|long|wide|deep|high|tall|thick|across|to be exact|to be precise))?(?:[.,;:)\"]| -|$)"
# "That is 746 kilometres of cable", but no more than that.
_OF_IT = (
    r"^ (?:of|in|for|at|on) (?!which\b|them\b|it\b|those\b)(?!(?:a|an|each|every|one) )"
)
# "It is 3 metres wide, 4 feet deep": two sides of a thing.
_SIDE = r"^ (?P<side>long|wide|deep|high|tall|thick|across|broad|away|off)\b"
_DASH = re.compile(r" ?[\u2013\u2014] ?")
_SEES = (
    "(",
    ",",
    ".",
    ";",
    ":",
    " i.e",
    " or ",
    " -",
    "that is",
    " as ",
    "meaning",
    "equal",
    "equiv",
    " in ",
)


def told(facts: DocumentFacts) -> Iterator[tuple[Fact, Fact]]:
    """Yield numbers that stand for one amount, by the words between them."""
    text = facts.document.text
    for at, (fact, other) in enumerate(pairwise(facts.facts)):
        a, b = fact.mention, other.mention
        if a.dimension != b.dimension or b.span.start - a.span.end > _LONGEST:
            continue
        kind = _kind(a, b)
        if (
            kind is None
            or a.block != b.block
            or a.pair is not None
            or b.pair is not None
        ):
            continue
        between = _DASH.sub(" - ", text[a.span.end : b.span.start])
        if kind == "units" and _is_of_each(facts, at, b):
            continue
        if any(each in between for each in _SEES):
            gap = between.lower().replace("\u201d", '"').replace("\u201c", '"')
            after = text[b.span.end : b.span.end + _AFTER].replace("\u201d", '"')
            after = _DASH.sub(" - ", after)
            if _one(kind, " ".join(gap.split(" ")), after, a, b):
                yield fact, other
                continue
        if kind == "units" and finds(between.lower(), _LINKED) and _is_off(a, b):
            yield fact, other


def _kind(a: Mention, b: Mention) -> str | None:
    """Return what two numbers may be to each other: two units, a sum again, a share again."""
    if a.form in _FRACTIONS or b.form in _FRACTIONS:
        share = a.form in _FRACTIONS and b.unit == "percent" and b.form is Form.PLAIN
        if share and " of " in a.surface:  # "78 out of 120" is the share law's
            share = not any(map(str.isdigit, a.surface))
        return "share" if share else None
    if not a.unit or a.value is None or b.value is None or a.dimension != b.dimension:
        return None
    if a.dimension.startswith("currency:"):
        return "sum" if a.unit == b.unit and a.value > 0 else None
    if a.dimension in _NOT_UNITS:
        return None
    if a.unit == b.unit:  # "96 minutes, that is an hour and 36 minutes"
        return "units" if a.dimension == "duration" and " and " in b.surface else None
    return "units"


def _one(kind: str, gap: str, after: str, a: Mention, b: Mention) -> bool:
    """Return whether the words between two numbers, and those after, make them one amount."""
    if kind == "sum":
        return finds(gap, _FIGURES) or finds(gap, _WRITTEN)
    ends = pattern(_ENDS).match(after) is not None
    if kind == "share":
        return (ends and finds(gap, _SHARE)) or finds(gap, _TAKEN_UP)
    if finds(gap, _WRITTEN) or _of_two_sides(gap, after):
        return finds(gap, _WRITTEN)
    if finds(gap, _CALLED):
        return ends or pattern(_OF_IT).match(after) is not None
    if "-" in a.surface and ends and finds(gap, _SITE):
        return True
    bracket = a.dimension != "duration" and after[:1] == ")" and finds(gap, _BRACKET)
    return ends and not _is_small(a, b) and (bracket or finds(gap, _BESIDE))


def _is_of_each(facts: DocumentFacts, at: int, b: Mention) -> bool:
    """Return whether an amount is that of one, and the next that of all: "60 sacks of 50 kg make 3 tonnes"."""
    a = facts.facts[at].mention
    one, all_ = (_compare.convert(rounded.digits, rounded.unit) for rounded in (a, b))
    return any(
        each.mention.dimension == "count"
        and each.mention.block == a.block
        and one.scale(each.mention.value).meets(all_)
        for each in facts.facts[max(0, at - _TERMS_BEFORE) : at]
        if each.mention.value is not None and each.mention.value > 1
    )


def _of_two_sides(gap: str, after: str) -> bool:
    """Return whether the words after two numbers name two sides of a thing."""
    one, other = (pattern(_SIDE).match(text) for text in (gap, after))
    return one is not None and other is not None and one["side"] != other["side"]


def _is_off(a: Mention, b: Mention) -> bool:
    """Return whether two numbers are one amount, but for where the point of one stands."""
    if a.value is None or b.value is None or a.value <= 0 or b.value <= 0:
        return False
    if a.dimension == "duration" or a.unit == b.unit or "/" in a.unit or "/" in b.unit:
        return False
    if (
        min(len(m.value.normalize().as_tuple().digits) for m in (a, b) if m.value)
        < _TWO
    ):
        return False
    one, other = (
        _compare.convert(Interval.point(m.value or _ZERO), m.unit) for m in (a, b)
    )
    # A pint is one of two.
    ratios = [
        x / y for x in (one.low, one.high) for y in (other.low, other.high) if x and y
    ]
    powers = [(ratio, int(ratio.log10().to_integral_value())) for ratio in ratios]
    return all(power for _, power in powers) and any(
        abs(ratio.scaleb(-power) - 1) <= _CLOSE for ratio, power in powers
    )


def _is_small(a: Mention, b: Mention) -> bool:
    """Return whether a number goes on with a smaller unit: "6 feet, 2 inches"."""
    if a.value is None or b.value is None:
        return True
    return _compare.base_value(b.value, b.unit) < _compare.base_value(
        Decimal(1), a.unit
    )
