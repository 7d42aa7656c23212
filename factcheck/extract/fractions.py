"""Numbers that are told by another: half, a third more, twice as many, one in five."""

from __future__ import annotations

from decimal import Decimal

from factcheck import units
from factcheck.extract import measures, numerals, quantities, spelled
from factcheck.extract.drafts import Draft
from factcheck.extract.lexicon import ARTICLE_UNITS, FRACTIONS, MULTIPLES, SCALES
from factcheck.extract.numerals import Numeral
from factcheck.language import lexicon as language
from factcheck.language.data import word_set
from factcheck.language.tokens import Tokens
from factcheck.model import Form

_ONE, _HALF = Decimal(1), Decimal("0.5")
# "Half the members": what half is of.
HALVED = word_set("a an the of its their his her our my that this all")
_NAMED_HALVES = word_set(
    "first second other later early in better each every this that last latter"
)
_HALF_OF_A = frozenset({"in", "every", "last"})
_BEFORE_HALF = word_set("by than about nearly almost over roughly around")
_BEHIND_HALF_A = word_set("dozen per percentage point")
_QUARTERED = ARTICLE_UNITS & {"mile", "century", "hour", "pound"}
_NTHS = word_set(
    """
    third fourth fifth sixth seventh eighth ninth tenth quarter hundredth thousandth
    """
)
_ENDS = (".", ",", ";", "")
# "A third more": what a change is told with.
_COMPARED = word_set(
    """
    more fewer less higher lower larger smaller bigger greater longer shorter heavier
    lighter cheaper dearer deeper wider faster slower taller stronger weaker up down below
    above
    """
)
_BEFORE_NTH = word_set("by up down than about nearly almost over to roughly")
_TIMES = frozenset({"last", "this", "year"})
_HEDGES = word_set(
    """
    about almost around as at just least less little more most much nearly only over roughly
    slightly some than under well
    """
)
_MOST_HEDGES = 4
# "A cut of a half."
_MOVE_OF = [
    [noun, "of"]
    for noun in (
        "cut", "fall", "drop", "rise", "increase", "decrease", "reduction", "decline",
        "growth", "jump", "gain", "loss",
    )
]  # fmt: skip
_TWICE_WHAT = word_set("as the that its their his her what more this last")
_PER = word_set("a an per each every")
_DOUBLE_WHAT = word_set("the that its their his her what from to in by last")
_DOUBLED = word_set(
    """
    the its their his her to from every almost annually annual yearly quarterly net profit profits
    sales revenue revenues output capacity production dividend number staff membership prices
    """
)
_DOUBLING = word_set("the its their of from to in")
_MOST_DIGITS = 10**7
# Bases of which one speaks without counting: "one in five".
_BASES = frozenset(
    (*range(2, 11), 12, 15, 20, 25, 30, 40, 50, 100, 200, 500, *(10**n for n in range(3, 7)))
)  # fmt: skip


def fraction(tokens: Tokens, i: int) -> Draft | None:
    """Return "half", "a third", "a quarter of a million", or None where it is no amount."""
    word = tokens.lower[i]
    first = _first_of_half(tokens, i) if word == "half" else _first_of_nth(tokens, i)
    if first is None:
        return None
    return spelled.fraction(tokens, first, i + 1, _ONE / FRACTIONS[word])


def _first_of_half(tokens: Tokens, i: int) -> int | None:
    """Return where "half" as an amount begins, with its article; None for "the first half"."""
    lower = tokens.lower
    before, following = lower[i - 1], lower[i + 1]
    if before in _NAMED_HALVES and not (before in _HALF_OF_A and following == "a"):
        return None
    hyphen = following == "-" and tokens.adjacent(i + 1)
    k = i + 2 if hyphen else i + 1
    if lower[k] in SCALES or lower[k] == "dozen":
        return i - 1 if before == "a" else i
    if hyphen:
        # "half-a-million", "half-a-mile", "half-a-dozen"
        a = lower[k] == "a" and lower[k + 1] == "-"
        return i if a or lower[k] in ARTICLE_UNITS else None
    return _first_of_open_half(tokens, i)


def _first_of_open_half(tokens: Tokens, i: int) -> int | None:
    """Return where "half" begins that no number and no hyphen follows: "half of it", "by half"."""
    lower = tokens.lower
    before, following = lower[i - 1], lower[i + 1]
    if before == "and" and following != "a":
        return None
    if following in HALVED and not _is_and_a_half(tokens, i):
        return i if following != "a" or _is_halved(lower[i + 2]) else None
    if before == "a":
        return i - 1 if _is_and_a_half(tokens, i) or _is_cut(tokens, i) else None
    return i if before in _BEFORE_HALF else None


def _is_and_a_half(tokens: Tokens, i: int) -> bool:
    """Return whether an article before "half" is part of it: "a million and a half", "a half hour"."""
    lower = tokens.lower
    goes_on = lower[i - 2] == "and" and lower[i - 3] in SCALES
    return lower[i - 1] == "a" and (goes_on or lower[i + 1] in ARTICLE_UNITS)


def _is_cut(tokens: Tokens, i: int) -> bool:
    """Return whether something moved "by a half"."""
    lower = tokens.lower
    return lower[i + 1] in _ENDS and (
        lower[i - 2] == "by" or lower[i - 3 : i - 1] in _MOVE_OF
    )


def _is_halved(word: str) -> bool:
    """Return whether a word behind "half a" is one that half is had of: a mile, a million."""
    return (
        word in ARTICLE_UNITS
        or word in SCALES
        or word in units.WORDS
        or word in _BEHIND_HALF_A
    )


def _first_of_nth(tokens: Tokens, i: int) -> int | None:
    """Return where "a third" as an amount begins; None for "a third man"."""
    lower = tokens.lower
    word, before, following = lower[i], lower[i - 1], lower[i + 1]
    if before not in ("a", "an"):
        return None
    quarter = word == "quarter" and (following in SCALES or following in _QUARTERED)
    told = following == "of" or _is_compared(tokens, i) or _is_by_nth(tokens, i)
    return i - 1 if quarter or (told and word in _NTHS) else None


def _is_compared(tokens: Tokens, i: int) -> bool:
    """Return whether something is "a third more", and not "one a fourth larger"."""
    lower = tokens.lower
    return lower[i + 1] in _COMPARED and lower[i - 2] not in ("one", "two", "three")


def _is_by_nth(tokens: Tokens, i: int) -> bool:
    """Return whether something moved by a fraction: "fell by a third", "a drop of a fifth in May"."""
    lower = tokens.lower
    before, following = lower[i - 1], lower[i + 1]
    ends = following in _ENDS
    placed = following in language.PREPOSITIONS
    if (ends or placed) and lower[i - 3 : i - 1] in _MOVE_OF:
        return True
    if before != "a":
        return False
    if ends and lower[i - 2] in _BEFORE_NTH:
        return True
    # "Fell by more than a third to 40", but "by a third party"
    goes_on = placed or following in _TIMES or following in language.CONJUNCTIONS
    return goes_on and lower[_unhedged(lower, i - 2)] == "by"


def _unhedged(lower: list[str], at: int) -> int:
    """Return the first word before `at` that hedges nothing: the "by" of "by more than a third"."""
    least = max(at - _MOST_HEDGES, 0)
    while at > least and lower[at] in _HEDGES:
        at -= 1
    return at


def multiple(tokens: Tokens, i: int) -> Draft | None:
    """Return "twice", "doubled", "threefold" as a multiple, or None."""
    lower = tokens.lower
    word, j = lower[i], i + 1
    if lower[j] in ("-", "/") and tokens.adjacent(j):
        return None
    if word in ("twice", "thrice") and lower[j] in _PER:
        times = Decimal(MULTIPLES[word])
        plain = Draft(i, j, i, j, times, _ONE, words=True, mantissa=_ONE)
        return plain if quantities.add_rate(tokens, plain, j) else None
    if not _is_multiple(tokens, i):
        return None
    value = Decimal(MULTIPLES[word]) or _HALF
    draft = Draft(
        i, j, i, j, value, _ONE, words=True, form=Form.MULTIPLE, mantissa=value
    )
    draft.dimension = "ratio"
    return draft


def _is_multiple(tokens: Tokens, i: int) -> bool:
    """Return whether a word says how many times, and is no "twice-married", no "double room"."""
    lower = tokens.lower
    word, following = lower[i], lower[i + 1]
    if word in ("twice", "thrice"):
        compares = following != "as" or tokens.words[i + 2].islower()
        return following in _TWICE_WHAT and compares
    if word in ("double", "triple", "treble", "quadruple"):
        return following in _DOUBLE_WHAT and lower[i - 1] not in ("a", "the")
    if word in ("doubles", "triples"):
        # "The best doubles player", "mixed doubles"
        return following in _DOUBLED
    if word.endswith("ing"):
        return following in _DOUBLING
    return not tokens.words[i][0].isupper()


def ratio(tokens: Tokens, i: int) -> Draft | None:
    """Return "3 out of 10", "one in five", "seven in 10" as a share of its base, or None."""
    near = tokens.lower[i + 1 : i + 9]
    if "in" not in near and "out" not in near and "every" not in near:
        return None
    top = _small(tokens, i)
    linked = _link(tokens, top.last) if top is not None else None
    if top is None or linked is None:
        return None
    at, sure = linked
    base = _small(tokens, at)
    if base is None or not 0 < top.value < base.value:
        return None
    if not sure and (
        base.value not in _BASES or measures.after(tokens, base.last, base) is not None
    ):
        return None
    last, value = base.last, top.value / base.value
    draft = Draft(
        i,
        last,
        i,
        last,
        value,
        _ONE / base.value,
        words=top.words,
        form=Form.RATIO,
        mantissa=value,
        point=True,
    )
    draft.dimension = "ratio"
    draft.base = base.value
    return draft


def _link(tokens: Tokens, j: int) -> tuple[int, bool] | None:
    """Return where the base of a ratio stands, and whether it can be nothing else ("out of")."""
    lower = tokens.lower
    if lower[j] == "out" and lower[j + 1] == "of":
        at, sure = j + 2, True
    elif lower[j] == "in":
        at, sure = j + 1, False
    elif lower[j] == "of" and lower[j + 1] == "every":
        at, sure = j + 1, True
    else:
        return None
    if lower[at] == "every":
        return at + 1, True
    if lower[at] == "a" and lower[at + 1] in SCALES:
        at += 1
    return at, sure


def _small(tokens: Tokens, i: int) -> Numeral | None:
    if tokens.words[i][:1].isdigit():
        found = numerals.digits(tokens, i, continental=False)
        small = found is not None and not found.point and found.value <= _MOST_DIGITS
        return found if small else None
    return numerals.words(tokens, i)
