"""Who says so: claimants of a sentence, and how they say it."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from factcheck.frozen import dataclass
from factcheck.language import lexicon, titles
from factcheck.language.data import word_set
from factcheck.model import Span


class Stance(StrEnum):
    """How a statement is made."""

    SAID = "said"
    CLAIMED = "claimed"
    DENIED = "denied"
    ESTIMATED = "estimated"
    EXPECTED = "expected"
    TARGET = "target"
    PREVIOUSLY = "previously"


@dataclass(frozen=True, slots=True)
class Claim:
    """A sign in a sentence that someone says something, or how it is meant.

    Attributes:
        claimant: Who says so, as written and without an article; None where nobody is named
            ("is expected to").
        span: Where the claimant stands, or the cue where there is none.
        cue: The words that show it: "according to", "said".
        stance: How it is said.
    """

    claimant: str | None
    span: Span
    cue: Span
    stance: Stance


def _forms(stance: Stance, text: str) -> dict[str, Stance]:
    return dict.fromkeys(word_set(text), stance)


_VERBS: Final[dict[str, Stance]] = {
    **_forms(
        Stance.SAID,
        """
        said says say saying told tells state stated states announced announces announce
        reported reports report confirmed confirms confirm added adds noted notes note
        wrote writes revealed reveals disclosed discloses declared declares acknowledged
        acknowledges admitted admits recorded counted shows showed show found finds
        tweeted posted explained explains testified warned warns recalled replied
        """,
    ),
    **_forms(
        Stance.CLAIMED,
        """
        claimed claims claim alleged alleges allege asserted asserts insisted insists insist
        maintained maintains contended contends argued argues boasted boasts accused accuses
        """,
    ),
    **_forms(
        Stance.DENIED,
        """
        denied denies deny rejected rejects disputed disputes dispute dismissed dismisses
        refuted refutes contested contests
        """,
    ),
    **_forms(
        Stance.ESTIMATED,
        """
        estimated estimates estimate reckoned reckons reckon believed believes believe
        thinks thought suggested suggests suggest calculated calculates assessed assesses
        """,
    ),
    **_forms(
        Stance.EXPECTED,
        """
        expected expects expect predicted predicts predict forecast forecasts projected
        projects anticipated anticipates anticipate
        """,
    ),
    **_forms(
        Stance.TARGET,
        """
        aims aimed aim pledged pledges pledge promised promises promise vowed vows plans
        planned plan targets targeted hopes hoped intends intended proposes proposed
        """,
    ),
}

# Without a claimant: "are believed to", "is expected to", "previously", "a target of".
_PASSIVE: Final = word_set(
    """
    estimated believed thought reckoned expected predicted forecast projected anticipated
    planned targeted intended proposed scheduled due set feared alleged reported said claimed
    """
)
_PASSIVE_STANCE: Final = {
    "scheduled": Stance.EXPECTED, "due": Stance.EXPECTED, "set": Stance.EXPECTED,
    "feared": Stance.ESTIMATED, "planned": Stance.EXPECTED,
}  # fmt: skip
_BE: Final = word_set("is are was were be been being")
_CUES: Final[dict[str, Stance]] = {
    **_forms(Stance.PREVIOUSLY, "previously originally initially formerly"),
    **_forms(Stance.TARGET, "target goal quota ambition"),
    **_forms(Stance.CLAIMED, "allegedly reportedly purportedly"),
    **_forms(Stance.EXPECTED, "forecast projection prediction"),
    **_forms(Stance.ESTIMATED, "estimate estimates"),
}
_EARLIER: Final = re.compile(
    r"\b(?:(?:up|down|revised (?:up|down)?) ?from an? (?:earlier|previous|initial)"
    r"|an? (?:earlier|previous|initial) (?:estimate|count|toll|figure|report|target|tally)"
    r"|(?:earlier|previously) put (?:at|the))\b"
)

# Nouns that may claim something without a name in capitals.
_SPEAKERS: Final = (
    titles.ORGANISATIONS
    | titles.TITLES
    | word_set(
        """
        officials official head heads leader leaders boss founder founders expert
        authorities police army military ministry government spokesman
        spokeswoman spokesperson report reports study survey poll researchers scientists
        experts analysts economists doctors witnesses residents rescuers sources source
        prosecutors investigators company firm bank regulator agency agencies organisers
        organizers data figures statistics statement results records census document
        documents medics firefighters lawyers campaigners activists union unions charity
        media newspaper broadcaster council mayor minister president governor spokespeople
        staff headquarters troops forces commanders commander intelligence court judge
        operator airline manufacturer developer club team coach manager management
        shareholders investors forecasters meteorologists seismologists geologists
        epidemiologists monitors observers inspectors auditors accountants developers
        astronomers engineers biologists authors author journal eyewitnesses neighbours
        neighbors parents survivors locals critics opponents supporters both he she they it
        we i who which
        """
    )
)
_NO_SPEAKERS: Final = (
    lexicon.FUNCTION_WORDS | lexicon.ADJECTIVES | lexicon.WEEKDAYS | lexicon.MONTHS
)
_SKIPPED: Final = (
    (lexicon.ADVERBS - {"nearby"})
    | lexicon.WEEKDAYS
    | word_set("has had have also later earlier on separately initially previously")
)
_BREAKS: Final = word_set(
    """
    that and but which while because although though whereas as after before when where if
    since or with than
    """
)
_TOKEN: Final = re.compile(
    "[^\\W\\d_]+(?:[-'\u2019.](?=[^\\W\\d_])[^\\W\\d_]+)*|\\d+(?:[.,]\\d+)*|[^\\w\\s]"
)
_ACCORDING: Final = re.compile(
    r"\b(?:[Aa]ccording to|[Aa]s reported by|[Cc]iting|(?:figures|data|estimates?|statistics"
    r"|numbers) (?:from|by|of|released by|published by)|[Ii]n the words of)\s"
)
_CLAIMANT_END: Final = re.compile(
    r"[,;:.\n(\u2014\u2013](?=\s|$|\u201d|\")|\s(?:show|shows|showed|said|says|that|who|which|and (?:the )?\d"
    r"|put|puts|suggest|suggests|suggested|released|published|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|earlier|last|had|has|have|is"
    r"|are|was|were)\b"
)
_AUXILIARIES: Final = word_set(
    """
    is are was were has have had will would can could may might must should do does did
    been be being takes leaves makes gives
    """
)
_NO_END: Final = (
    lexicon.FUNCTION_WORDS
    | lexicon.ADJECTIVES
    | lexicon.PAST
    | word_set(
        "two three four five six seven eight nine ten eleven twelve twenty hundred thousand million billion"
    )
) - word_set("own one")
_REACH: Final = 120  # characters within which a claimant ends
_MOST: Final = 12  # words of a claimant
_AFTER_SPEAKER: Final = _BREAKS | _SKIPPED | word_set("in at")
_LOOSE: Final = word_set("of the a an for .")
_ARTICLES: Final = word_set("the a an")


_LETTERS: Final = re.compile(r"[a-z]+")
_NOUN_TRIGGERS: Final = word_set(
    """
    according reported citing words figures data estimate estimates statistics numbers
    earlier previous previously initial
    """
)
_TRIGGERS: Final = frozenset(_VERBS) | frozenset(_CUES) | _PASSIVE | _NOUN_TRIGGERS


@dataclass(frozen=True, slots=True)
class _Row:
    """The tokens of one sentence."""

    texts: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]


def claims(text: str, start: int, end: int) -> list[Claim]:
    """Return who says what in the sentence `text[start:end]`, in order.

    >>> [(c.claimant, c.stance.value) for c in claims("The army said 43 died.", 0, 22)]
    [('army', 'said')]
    """
    triggers = _TRIGGERS.intersection(_LETTERS.findall(text[start:end].lower()))
    if not triggers:
        return []
    found = _by_phrase(text, start, end) if triggers & _NOUN_TRIGGERS else []
    row = _row(text, start, end)
    for i, lower in enumerate(row.lowers):
        if lower not in triggers:
            continue
        if lower in _CUES and not _is_verb(row, i):
            cue = Span(row.starts[i], row.ends[i])
            found.append(Claim(None, cue, cue, _CUES[lower]))
        elif lower in _VERBS or lower in _PASSIVE_STANCE:
            claim = _by_verb(text, row, i)
            if claim:
                found.append(claim)
    found.sort(key=lambda claim: (claim.cue.start, claim.cue.end))
    return found


def _by_phrase(text: str, start: int, end: int) -> list[Claim]:
    """Return the claims that a phrase shows: "according to", "an earlier count"."""
    found: list[Claim] = []
    for match in _ACCORDING.finditer(text, start, end):
        claim = _attributed(text, match, end)
        if claim:
            found.append(claim)
    for match in _EARLIER.finditer(text, start, end):
        span = Span(*match.span())
        found.append(Claim(None, span, span, Stance.PREVIOUSLY))
    return found


def _row(text: str, start: int, end: int) -> _Row:
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text, start, end):
        texts.append(match[0])
        starts.append(match.start())
        ends.append(match.end())
    return _Row(texts, [token.lower() for token in texts], starts, ends)


def _attributed(text: str, match: re.Match[str], end: int) -> Claim | None:
    """Read the claimant after "according to"."""
    begin = match.end()
    limit = min(end, begin + _REACH)
    stop = _CLAIMANT_END.search(text, begin, limit)
    limit = stop.start() if stop else limit
    while limit > begin and text[limit - 1] in " .,;\"'\u201d\u2019":
        limit -= 1
    words = text[begin:limit].split()
    if not words or len(words) > _MOST:
        return None
    if words[0].lower() in _ARTICLES and len(words) > 1:
        begin = text.index(words[1], begin + len(words[0]))
    cue = Span(match.start(), match.end() - 1)
    stance = Stance.ESTIMATED if "stimate" in match[0] else Stance.SAID
    claimant = text[begin:limit]
    if match[0][0].islower() and "stat" not in match[0] and not _can_speak(words):
        # "figures of 43 killed" names nobody; "according to" does always.
        return (
            None
            if match[0].split()[0] in _OF
            else Claim(claimant, Span(begin, limit), cue, stance)
        )
    return Claim(claimant, Span(begin, limit), cue, stance)


_BINDING: Final = word_set("of for and in from by at with")
_BY: Final = word_set("from by of")
_OF: Final = word_set("figures data estimate estimates statistics numbers")


def _is_verb(row: _Row, i: int) -> bool:
    """Return whether "forecast" or "estimates" has a claimant to its left."""
    return row.lowers[i] in _VERBS and i > 0 and _can_speak(row.texts[i - 1 : i])


def _by_verb(text: str, row: _Row, i: int) -> Claim | None:
    lower = row.lowers[i]
    cue = Span(row.starts[i], row.ends[i])
    before = row.lowers[i - 1] if i else ""
    if before in _BE or (
        i > 1 and row.lowers[i - 2] in _BE and before in lexicon.ADVERBS
    ):
        if lower not in _PASSIVE:
            return None
        following = row.lowers[i + 1] if i + 1 < len(row.lowers) else ""
        if following not in {"to", "at", "that", "dead", "by"} and before != "be":
            return None
        stance = _PASSIVE_STANCE.get(lower) or _VERBS[lower]
        return Claim(None, cue, cue, stance)
    stance_of_verb = _VERBS.get(lower)
    if stance_of_verb is None:
        return None
    span = _subject(row, i) or _inverted(row, i)
    if span is None:
        return None
    first, last = span
    if last > first + 1 and row.lowers[first] in _OF and row.lowers[first + 1] in _BY:
        first += 2  # "data from the ministry show"
    if row.lowers[first] in _ARTICLES and last > first:
        first += 1
    place = Span(row.starts[first], row.ends[last])
    return Claim(text[place.start : place.end], place, cue, stance_of_verb)


def _subject(row: _Row, i: int) -> tuple[int, int] | None:
    """Return the first and last token of the subject to the left of a reporting verb."""
    last = i - 1
    while last >= 0 and row.lowers[last] in _SKIPPED:
        last -= 1
    if last >= 0 and row.texts[last] == ",":
        # "Ann Lee, the mayor, said": the subject stands before what is put beside it.
        opening = _left(row, last - 1)
        if opening <= 0 or row.texts[opening - 1] != ",":
            return None
        last = opening - 2
    first = _left(row, last)
    if last < first or first < 0:
        return None
    first = _without_setting(row, first, last)
    if not _can_end(row.lowers[last]) or not _AUXILIARIES.isdisjoint(
        row.lowers[first:last]
    ):
        return None
    return (first, last) if _can_speak(row.texts[first : last + 1]) else None


def _can_end(lower: str) -> bool:
    """Return whether a claimant can end with a word: not "six states", "had planned"."""
    if lower in _SPEAKERS:
        return True
    return not (
        not lower[0].isalpha()
        or lower in _NO_END
        or (lower.endswith("ed") and lower not in lexicon.NOUNS)
    )


def _without_setting(row: _Row, first: int, last: int) -> int:
    """Return where the claimant begins after what sets the scene: "at noon the army"."""
    while first < last and row.lowers[first] in _SKIPPED:
        first += 1
    if row.lowers[first] in lexicon.PREPOSITIONS:
        for at in range(last - 1, first + 1, -1):
            if row.lowers[at] in _ARTICLES and row.lowers[at - 1] not in _BINDING:
                return at
        return last
    return first


def _left(row: _Row, last: int) -> int:
    """Return where the noun phrase that ends at `last` begins."""
    first = last + 1
    while first > 0 and last - first < _MOST:
        word = row.texts[first - 1]
        if (
            not (word[0].isalnum() or word in "'\u2019.&-")
            or row.lowers[first - 1] in _BREAKS
        ):
            break
        first -= 1
    return first


def _inverted(row: _Row, i: int) -> tuple[int, int] | None:
    """Return the subject to the right: '"43 died," said the ministry of health.'."""
    before = row.texts[i - 1] if i else ""
    if before not in {",", '"', "\u201d", "\u2019", "'"} or row.lowers[i] not in _VERBS:
        return None
    first = last = i + 1
    while last < len(row.texts) and last - first < _MOST:
        word, lower = row.texts[last], row.lowers[last]
        titled = word == "." and row.lowers[last - 1] in titles.TITLES
        if not (word[0].isalpha() or titled) or lower in _AFTER_SPEAKER:
            break
        last += 1
    while last > first and row.lowers[last - 1] in _LOOSE:
        last -= 1
    if last == first or not _can_speak(row.texts[first:last]):
        return None
    return first, last - 1


def _can_speak(words: list[str]) -> bool:
    """Return whether a phrase can name a claimant."""
    if not words or words[0][0].isdigit():
        return False
    return any(word.lower() in _SPEAKERS for word in words) or any(
        word[0].isupper() and word.lower() not in _NO_SPEAKERS for word in words
    )
