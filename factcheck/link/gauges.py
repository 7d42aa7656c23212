"""What the words around a number say it to be: "40 metres deep", "seats 900", "drew 6,000".

One key says the same in all wordings, whatever noun is counted: who came, who works there,
how long, how high. They are the keys of `link.measures`.
"""

from __future__ import annotations

from factcheck.language.data import word_set
from factcheck.link import cues, lexicon
from factcheck.link.positions import Place
from factcheck.link.sentences import PLACES
from factcheck.link.stems import stem

_REACH = (
    5  # words before a number among which the verb stands that says what it measures
)
# A word after a length, or before a count, that says of what it is the measure.
_EXTENTS = {
    "across": "diameter",
    "wide": "width",
    "tall": "height",
    "high": "height",
    "deep": "depth",
    "long": "length",
    "above": "height",
}
# What a verb before a length says of it.
_REACHING = {
    verb: key
    for key, verbs in {
        "length": "extends extending runs running measures measuring spans spanning stretches stretching winds",
        "height": "rises rising soars soaring stands standing towers towering",
        "depth": "plunges sinks",
    }.items()
    for verb in verbs.split()
}
# How large a thing is, and how much of something there is room for in it.
_COVERED = {
    "area": (
        word_set(
            "covers covering extends extending spans spanning stretches stretching"
        ),
        "area",
    ),
    "volume": (word_set("holds holding stores"), "capacity"),
}
_TAKES = word_set("take takes taken took last lasts lasted lasting")
_ON_THE_WAY = cues.HEDGES | word_set("for across along to up of all the its full in")
# At a sale, what was paid for a thing: "went under the hammer for 2 million".
_SALES = frozenset(map(stem, ("auction", "bid", "bidder", "buy", "hammer", "sell")))
_FETCHED = word_set("fetch fetched fetches fetching for pay pays paid paying")
_HOLDS = word_set(
    "seats holds fits sleeps accommodates carries seating seat hold accommodate"
)
_MADE = frozenset(("designed", "built"))
_EVERYBODY = word_set("all the with carrying of and")
_PASSED = word_set("passed approved adopted backed carried ratified")
_JOBS = frozenset(("job", "post", "position"))
_LOSSES = frozenset(("close", "layoff", "lose"))
_GAINS = frozenset(("hire", "open"))
# What people are counted for, whoever they are called.
_ROLES = {
    word: key
    for key, words in {
        "visitor": "attract attracts attracted attracting draw draws drew drawn drawing flock flocked flocking"
        " flocks gates turnstiles",
        "signature": "sign signs signed signing",
        "member": "membership represent represents representing",
        "student": "study studies studied studying taught teaches",
        "capacity": "fit fits",
    }.items()
    for word in words.split()
}
# Who may be any of these: people, guests, names on a list.
_ANYBODY = lexicon.COUNTED_PEOPLE | word_set("guest fan name holder signatory")
_THE_NUMBER_OF = ["the", "number", "of"]
_WHERE = frozenset(("in", "at", "on"))
SUM = "sum of "
# Of a round that brings in money, and no match: "its Series A round", "a second funding round".
_RAISING = word_set("series seed funding financing investment")
# "A total of 16 million": of whatever the rest of the clause tells.
_NO_NOUNS = word_set(
    """
    amount average equivalent estimate figure half increase level limit maximum mean median
    minimum most part portion quarter range rate record remainder rest share some sum tens
    hundreds thousands millions third threshold total value
    """
)
_DETERMINERS = word_set("a an the its their his her this that new s")


def gauge(place: Place) -> str | None:
    """Return what the words around a number say it to be, or None."""
    dimension = place.slot.dimension
    if dimension == "length":
        return _extent(place)
    if dimension in _COVERED:
        return _told(place, *_COVERED[dimension])
    if dimension == "duration":
        return _lasting(place)
    if dimension.startswith("currency:"):
        return _paid(place)
    return _count(place) if dimension == "count" else None


def _paid(place: Place) -> str | None:
    """Return "sold-for" where an amount is what was paid for a thing at a sale.

    Or the noun whose sum it is, as `SUM` begins its key: "a round of £12m".
    """
    sentence, last = place.sentence, place.at - 1
    if _SALES.isdisjoint(sentence.words):
        noun = _summed(place) or _raised(place)
        return f"{SUM}{noun}" if noun else None
    while last > place.left and sentence.lowers[last] in cues.HEDGES:
        last -= 1
    paid = last >= place.left and sentence.lowers[last] in _FETCHED
    return "sold-for" if paid else None


def _summed(place: Place) -> str:
    lowers, noun = place.sentence.lowers, place.at - 2
    if noun < place.left or lowers[noun + 1] != "of" or lowers[noun] in _NO_NOUNS:
        return ""
    return place.sentence.stems[noun]


def _raised(place: Place) -> str:
    """Return "round" where a sum was raised in one: "£6m in its Series A round"."""
    lowers, at = place.sentence.lowers, place.after
    if at >= place.right or lowers[at] != "in":
        return ""
    ahead = lowers[at + 1 : min(place.right, at + _REACH)]
    return stem("round") if "round" in ahead and _RAISING & {*ahead} else ""


def _told(place: Place, verbs: frozenset[str], key: str) -> str | None:
    """Return a key where one of some verbs stands before a number: "covers 47 hectares"."""
    lowers = place.sentence.lowers
    for i in range(place.at - 1, max(place.left, place.at - _REACH) - 1, -1):
        if lowers[i] not in _ON_THE_WAY and lowers[i] != "over":
            return key if lowers[i] in verbs else None
    return None


def measured(place: Place) -> str:
    """Return the key of the noun that a number stands before: "a £12m scheme"; "" for none."""
    sentence, after = place.sentence, place.after
    if not place.left < place.at or after >= place.right:
        return ""
    end = place.slot.end
    if sentence.starts[after] != end + 1 or sentence.lowers[place.at - 1] not in (
        _DETERMINERS
    ):
        return ""
    return sentence.stems[after]


def numbered(place: Place) -> str:
    """Return the key of the noun of "the number of beds is 90"; "" for none."""
    lowers = place.sentence.lowers
    for i in range(place.left, place.at - 2):
        if lowers[i] == "number" and lowers[i + 1] == "of":
            return _last_noun(place, i + 2, place.at)
    # "Put at 90 the number of beds"
    if lowers[place.after : place.after + 3] == _THE_NUMBER_OF:
        return _last_noun(place, place.after + 3, place.right)
    return ""


def _last_noun(place: Place, start: int, end: int) -> str:
    """Return the key of the last of the words that say what is counted."""
    lowers, stems = place.sentence.lowers, place.sentence.stems
    last = ""
    for i in range(start, end):
        if not stems[i] or lowers[i] in _WHERE:
            break
        last = stems[i]
    return last


def _extent(place: Place) -> str | None:
    lowers = place.sentence.lowers
    if place.after < place.right and lowers[place.after] in _EXTENTS:
        return _EXTENTS[lowers[place.after]]
    for i in range(place.at - 1, max(place.left, place.at - _REACH) - 1, -1):
        if lowers[i] == "down":
            return "depth" if lowers[i - 1] in ("goes", "reaches", "runs") else None
        if lowers[i] not in _ON_THE_WAY:
            return _REACHING.get(lowers[i])
    return None


def _lasting(place: Place) -> str | None:
    lowers = place.sentence.lowers
    for i in range(place.at - 1, max(place.left, place.at - _REACH) - 1, -1):
        if lowers[i] not in _ON_THE_WAY:
            return "duration" if lowers[i] in _TAKES else None
    return None


def _count(place: Place) -> str | None:
    if place.slot.lemma in _JOBS and _is_lost(place):
        return "layoff"
    if _is_against(place):
        return "oppose"
    if place.at > place.left:
        lowers, before = place.sentence.lowers, place.at - 1
        if lowers[before] in _EVERYBODY and _is_aboard(place):
            return "aboard"
        while before > place.left and lowers[before] in cues.HEDGES:
            before -= 1
        told = _voted(place, before) or _told_before(
            lowers[before - 1], lowers[before], place.slot.lemma
        )
        if told:
            return told
    return _role(place)


def _is_against(place: Place) -> bool:
    """Return whether a number is of votes against: "22 votes in favour and 15 against"."""
    behind = place.sentence.lowers[place.past : place.past + 1]
    return behind == ["against"] and "support" in place.sentence.words


def _voted(place: Place, before: int) -> str | None:
    """Return what votes are, by the word before: "by 38 votes to 21", "won by 420 votes"."""
    lowers = place.sentence.lowers
    if lowers[before] == "to" and lowers[before - 1] == "votes":
        return "oppose"
    if place.slot.lemma != "vote":
        return None
    if lowers[before] == "by":
        return (
            "support" if lowers[place.past : place.past + 1] == ["to"] else "majority"
        )
    passed = lowers[before] == "with" and not _PASSED.isdisjoint(lowers)
    return "support" if passed else None


def _told_before(first: str, last: str, counted: str) -> str | None:
    """Return what the two words before a count say it to be: "seats 900", "a town of 900"."""
    if last in _HOLDS or (last == "for" and first in _MADE):
        return "capacity"
    if last == "carrying" and stem(counted) in lexicon.COUNTED_PEOPLE:
        return "aboard"
    return "resident" if last == "of" and first in PLACES else None


def _role(place: Place) -> str | None:
    """Return for what people are counted: "46,000 flocked to the fair"."""
    if place.slot.noun is not None and place.slot.lemma not in _ANYBODY:
        return None
    lowers = place.sentence.lowers
    for word in lowers[max(place.left, place.at - _REACH) : place.at]:
        if word in _ROLES:
            return _ROLES[word]
    for word in lowers[place.after : min(place.right, place.after + _REACH)]:
        # "Won nine and four were drawn": who drew a crowd is told before it.
        if word in _ROLES and not word.startswith("dr"):
            return _ROLES[word]
    return None


def _is_aboard(place: Place) -> bool:
    """Return whether a number counts all on board: "all 84 people aboard"."""
    past, stems = place.past, place.sentence.stems
    return past < place.right and stems[past] == "aboard"


def _is_lost(place: Place) -> bool:
    """Return whether a number is of jobs that go: "the closure of the pit, and with it 84 jobs"."""
    said = place.sentence.words
    lost = not said.isdisjoint(_LOSSES) and said.isdisjoint(_GAINS)
    return lost or "go" in place.sentence.lowers[place.past : place.past + 3]
