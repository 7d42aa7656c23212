"""What a count counts: the noun phrase beside a number, and its head.

A number is followed by modifiers and a run of nouns. A plural ends the run, as a rule, for a
count above one; closed-class words, finite verbs and punctuation end it always. What stays
open is left open: no noun is better than a wrong one.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Final, NamedTuple

from factcheck.extract.sharing import borrows, gapped, lends
from factcheck.language import lexicon, words
from factcheck.language.data import word_set
from factcheck.model import Counted, Span

__all__ = ["borrows", "find", "gapped", "lends"]

# The name of a model (A220s, F-16); a word with inner hyphens, apostrophes and points
# (air-defence, people's, U.S.); a number, with what is written together with it (250ml,
# 20-year-old); or one other character.
# U+2019 is the apostrophe of typeset text, U+2011 its non-breaking hyphen.
_TOKEN: Final = re.compile(
    "[A-Z][A-Za-z]{0,4}[-\u2011]?\\d{1,4}[A-Za-z]{0,2}(?![\\w-])"
    "|[^\\W\\d_]+(?:[-'\u2019\u2011](?=[^\\W\\d_])[^\\W\\d_]+|\\.(?=[A-Z]\\.)[A-Z]\\.?)*"
    "|\\d[\\d,.]*(?<![,.])(?:[-\u2011]?[^\\W\\d_]+)*|\\S"
)
_N_TOKENS: Final = 12
_N_CHARACTERS: Final = 120
_N_CHAIN: Final = 5  # "have so far been confirmed dead"
_LEAST_ACRONYM: Final = 2
_N_COMPOUND: Final = 4  # words that may follow a plural before the head

_STOPS: Final = (
    lexicon.PREPOSITIONS
    | lexicon.CONJUNCTIONS
    | lexicon.PRONOUNS
    | lexicon.AUXILIARIES
    | lexicon.ADVERBS
    | lexicon.DETERMINERS
) - word_set(
    """
    no such straight live overseas offshore near past worldwide save round inside outside
    underground opposite minus plus over like out back well still just even enough very
    next almost nearby downtown midtown uptown
    """
)
_PLACING: Final = word_set(
    "near past inside outside opposite underground nearby overseas offshore worldwide over like"
)
_CALENDAR: Final = lexicon.WEEKDAYS | lexicon.MONTHS
_ENDS: Final = frozenset(".;:!?)}>|*=/")
_QUOTES: Final = frozenset("\"'[]\u201c\u201d\u2018\u2019\u00ab\u00bb")
_APOSTROPHES: Final = frozenset("'\u2019")
_HYPHENS: Final = "-\u2011"
_CHAIN: Final = (
    lexicon.AUXILIARIES
    | lexicon.ADVERBS
    | word_set(
        "so confirmed reported left feared believed presumed remain remained listed"
    )
)
_GROUP: Final = word_set("the those these this that its their his her our my your all")
_WHOM: Final = word_set("them us whom which you these those")
_NUMBERS: Final = word_set(
    "two three four five six seven eight nine ten eleven twelve twenty dozen hundred"
)
_SCALES: Final = word_set("mln million bln billion bn")
_OR_SO: Final = word_set("so more fewer less thereabouts")
# Capitals that are no pronouns.
_ACRONYMS: Final = {"US": "u.s.", "WHO": "w.h.o.", "IT": "i.t."}
_JOINING: Final = frozenset({"and", "or"})
# What a share is taken of, in the singular: "a quarter of the population".
_WHOLES: Final = word_set(
    """
    population electorate workforce public vote territory land area total crowd audience
    staff membership fleet output production capacity supply demand market budget
    """
)
_PAIRS: Final = word_set(
    """
    men women children boys girls adults sons daughters brothers sisters husbands wives
    males females
    """
)
_FINITE: Final = word_set(
    """
    says has does was goes takes makes gives comes gets means seems becomes remains keeps
    wants needs knows thinks tells warns insists leads requires includes stands contains
    allows arises shrinks consists corresponds depends exists occurs belongs represents
    involves implies suggests appears receives pays carries brings buys sells owns employs
    earns weighs sends spends serves eats drinks loses teaches produces provides owes donates
    """
)
# With a hyphen these tell what kind of thing it is: "a two-class study".
_MANNERS: Final = word_set(
    "class body phase fold step stage level layer component factor dimension term tier probe mode state sample gauge caliber calibre"
)
# "One step closer": how near, no noun.
_NEARING: Final = word_set("closer nearer further farther ahead away")
_TAILS: Final = word_set("odd plus some ish")


# Nothing behind these words is looked at.
_LAST: Final = _STOPS - (
    _CHAIN
    | _GROUP
    | _WHOM
    | _OR_SO
    | _JOINING
    | {"of", "out", "than"}
    | lexicon.STAND_INS
)


class _Token(NamedTuple):
    """One token after the number; `lower` has plain hyphens and apostrophes."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        # "Two 4-year-olds" are two, and "12 Boeing 737s" twelve, but no decade is a thing.
        return self.lower[0].isalpha() or (
            self.lower.endswith("-olds")
            or (
                (self.lower[-1] == "s" and self.text[:-1].isdigit())
                and self.lower[-2] != "0"
            )
        )

    @property
    def is_acronym(self) -> bool:
        """Whether it is the plural of an acronym: RBIs, GPUs."""
        return len(self.text) > _LEAST_ACRONYM and (
            self.text[-1] == "s" and self.text[:-1].isupper()
        )

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()


class _Part(Enum):
    """What a token is to the phrase."""

    WORD = 0
    BETWEEN = 1
    END = 2


def find(text: str, at: int, limit: int, *, one: bool = False) -> Counted | None:
    """Return what the number that ends at `at` counts, or None where no noun of its own stands.

    Call it for numbers without unit, currency or percent sign only. "Population of 60,000" and
    "the toll rose to 43" give None: the count has no noun of its own.

    Args:
        text: The text of the document.
        at: Where the number with its scale word ends ("43", "two million", "dozens").
        limit: Where the block, or the sentence, ends; nothing is read beyond.
        one: Whether the count is exactly one, so that a singular noun is looked for.

    Returns:
        The phrase after the number, its head, lemma and qualifiers, or None.

    >>> find("43 separate Russian attacks in a day", 2, 36).head
    'attacks'
    """
    first = text[at : min(at + 1, limit)]
    if first and first in _HYPHENS:
        return _hyphened(text, at, limit, one=one)
    if first == "+":
        at += 1
        first = text[at : min(at + 1, limit)]
    if not first.isspace():
        return None
    tokens = _tokens(text, at, limit)
    return _after(tokens, one=one) if tokens else None


def _tokens(text: str, at: int, limit: int) -> list[_Token]:
    """Return the tokens up to the first that surely ends a phrase, at most a dozen."""
    limit = min(limit, at + _N_CHARACTERS)
    tokens: list[_Token] = []
    # Half the time of `_Token(...)`, which is written in Python.
    made = tuple.__new__
    if text.startswith("\n\n", at):
        return tokens
    for match in _TOKEN.finditer(text, at, limit):
        token = match[0]
        if token in _ENDS:
            break
        lower = _ACRONYMS.get(token) or token.lower()
        if not lower.isascii():
            lower = lower.replace("\u2019", "'").replace("\u2011", "-")
        tokens.append(made(_Token, (token, lower, *match.span())))
        if lower in _LAST or len(tokens) == _N_TOKENS:
            break
    return tokens


def _hyphened(text: str, at: int, limit: int, *, one: bool) -> Counted | None:
    """Return what a number written together with a word counts: "a 17-member council"."""
    match = _TOKEN.match(text, at + 1, limit)
    if not match or not match[0][0].isalpha():
        return None
    part = match[0].replace("\u2011", "-").partition("-")[0]
    lower = part.lower()
    span = Span(at + 1, at + 1 + len(part))
    if lower in _TAILS:
        return find(text, span.end, limit, one=one)
    if lower == "strong":
        return Counted(span, part, lower, elided=True)
    if (
        lower in _STOPS
        or lower in _MANNERS
        or _adjectival(lower)
        or lower.endswith("al")
    ):
        return None
    return Counted(span, part, words.singular(part))


def _after(tokens: list[_Token], *, one: bool) -> Counted | None:
    """Read "or so", "out of ten" and "of the ..." before the phrase itself."""
    i, n = 0, len(tokens)
    lowers = [token.lower for token in tokens[:4]]
    if lowers[0] == "or" and n > 1 and lowers[1] in _OR_SO:
        i = 2
    elif lowers[:2] == ["out", "of"] and n > 2:  # noqa: PLR2004 - what follows "out of"
        i = 1 if lowers[2] in _GROUP else 3
    if i < n and tokens[i].lower == "of":
        return _part_of(tokens, i + 1)
    return _phrase(tokens, i, one=one)


def _part_of(tokens: list[_Token], i: int) -> Counted | None:
    """Read what follows "of": "of them", "of the 43 wounded", "of people"."""
    n = len(tokens)
    if i == n:
        return None
    pronoun = tokens[i]
    i += pronoun.lower in _GROUP
    i += i < n and (tokens[i].text[0].isdigit() or tokens[i].lower in _NUMBERS)
    if pronoun.lower in _WHOM and (
        i >= n
        or tokens[i] is pronoun
        or tokens[i].lower in _STOPS
        or not tokens[i].is_word
    ):
        return _stand_in(pronoun)
    for k in range(i + 1, min(i + 4, n - 1)):
        # "a fifth of the owners' fees"
        if (
            tokens[k].lower in _APOSTROPHES
            and tokens[k].start == tokens[k - 1].end
            and tokens[k + 1].is_word
            and tokens[k + 1].lower not in _STOPS
        ):
            i = k + 1
    whole = _phrase(tokens, i, one=True)
    if whole and whole.lemma in _WHOLES:
        return whole
    return _phrase(tokens, i, one=False)


def _stand_in(token: _Token) -> Counted:
    return Counted(Span(token.start, token.end), token.text, token.lower, elided=True)


def _phrase(tokens: list[_Token], first: int, *, one: bool) -> Counted | None:
    head = _singular_head(tokens, first) if one else _plural_head(tokens, first)
    if head < 0:
        return _elided(tokens, first)
    token = tokens[head]
    if tokens[first].is_capitalised and _labels(tokens, first, head):
        return None
    end = token.end
    if token.lower in _PAIRS and head + 2 < len(tokens):
        joint, other = tokens[head + 1], tokens[head + 2]
        if joint.lower in _JOINING and other.lower in _PAIRS:
            end = other.end
    quoted = any(t.lower in _QUOTES for t in tokens[first + 1 : head])
    while tokens[first].lower in _QUOTES and not quoted:
        first += 1
    return Counted(
        Span(tokens[first].start, end),
        token.text,
        token.lower[:-1] if token.is_acronym else words.singular(token.lower),
        tuple(
            t.lower
            for t in tokens[first:head]
            if t.lower[0].isalnum() and t.lower not in _JOINING
        ),
    )


def _labels(tokens: list[_Token], first: int, head: int) -> bool:
    """Return whether a capitalised phrase names what comes: "vs 48,000 Sales 9.5 mln"."""
    if tokens[first].lower in _NUMBERS:
        return True
    behind = [token.lower for token in tokens[head + 1 : head + 3]]
    return (
        bool(behind)
        and behind[0][0].isdigit()
        and ("," in behind[0] or "." in behind[0] or behind[-1] in _SCALES)
    )


def _plural_head(tokens: list[_Token], first: int) -> int:
    """Return the index of the head of a phrase in the plural, or -1."""
    fallback = noun = -1
    last = len(tokens)
    for i in range(first, last):
        part = _part(tokens, first, i, noun)
        if part is _Part.END:
            last = i
            break
        if part is _Part.BETWEEN:
            continue
        lower = tokens[i].lower
        if lower == "others" or (
            noun < 0 and (lower in _FINITE or _is_predicate(tokens, first, i))
        ):
            return -1
        if words.is_plural(lower) or tokens[i].is_acronym:
            if not _compound(tokens, i):
                return i
            fallback = i
        elif fallback >= 0 and _verbal(lower):
            break
        elif not _adjectival(lower):
            noun = i
    if fallback < 0 and first < noun == last - 1 and _measures(tokens, first, noun):
        return noun
    return fallback


def _is_predicate(tokens: list[_Token], first: int, i: int) -> bool:
    """Return whether a verb stands right after the count: "43 died", "43 more died"."""
    return tokens[i].lower in lexicon.PREDICATES and (
        i == first or tokens[i - 1].lower in lexicon.STAND_INS
    )


def _measures(tokens: list[_Token], first: int, noun: int) -> bool:
    """Return whether a measure without its hyphen comes first: "a three course meal"."""
    head = tokens[noun].lower
    return not (
        _adjectival(tokens[first].lower)
        or _verbal(head)
        or head in lexicon.TIME_NOUNS
        or any(token.is_capitalised for token in tokens[first : noun + 1])
    )


def _singular_head(tokens: list[_Token], first: int) -> int:
    """Return the index of the head of a phrase in the singular, or -1."""
    noun = -1
    for i in range(first, len(tokens)):
        part = _part(tokens, first, i, noun)
        if part is _Part.END:
            break
        if part is _Part.BETWEEN:
            continue
        lower = tokens[i].lower
        if lower in lexicon.PAST or lower in _NEARING or (noun >= 0 and _verbal(lower)):
            break
        if lower in _PLACING:
            # "One near a gate", "one man inside a mill": a place, no noun.
            if noun >= 0:
                break
            continue
        if words.is_plural(lower) and lower not in lexicon.ATTRIBUTIVE:
            if lower in lexicon.PLURALS and noun < 0:
                noun = i
            break
        if not _adjectival(lower):
            noun = i
    return noun


def _part(tokens: list[_Token], first: int, i: int, noun: int) -> _Part:
    """Return whether a token is a word of the phrase, stands inside it, or ends it."""
    token = tokens[i]
    lower = token.lower
    if not token.is_word:
        inside = (
            lower in _QUOTES
            or (lower[0].isdigit() and _designates(tokens, first, i))
            or (lower in {",", "&"} and _joins(tokens, first, i, noun))
        )
        return _Part.BETWEEN if inside else _Part.END
    if lower == "out" and i + 1 < len(tokens) and tokens[i + 1].lower == "of":
        return _Part.END
    if lower in _STOPS:
        joins = lower in _JOINING and _joins(tokens, first, i, noun)
        return _Part.BETWEEN if joins else _Part.END
    if lower in _CALENDAR and token.is_capitalised:
        return _Part.END
    return _Part.BETWEEN if lower.endswith("'s") else _Part.WORD


def _designates(tokens: list[_Token], first: int, i: int) -> bool:
    """Return whether digits are part of a modifier: 250ml bottles, Model 3 sedans."""
    if tokens[i].lower[-1].isalpha():
        return True
    before_word = i + 1 < len(tokens) and tokens[i + 1].is_word
    if before_word and tokens[i + 1].start == tokens[i].end:
        return True
    return i > first and before_word and tokens[i - 1].is_capitalised


def _joins(tokens: list[_Token], first: int, i: int, noun: int) -> bool:
    """Return whether a comma or an "and" stands between modifiers of a plural to come."""
    if i == first or i + 2 >= len(tokens):
        return False
    before, following = tokens[i - 1], tokens[i + 1]
    if (
        not following.is_word
        or following.lower in _STOPS
        or words.is_plural(following.lower)
    ):
        return False
    if tokens[i].lower == ",":
        graded = (
            following.lower.endswith(("er", "est"))
            and before.lower not in lexicon.STATES
        )
        return (
            noun < 0
            and _adjectival(before.lower)
            and (graded or _adjectival(following.lower))
        )
    if before.is_capitalised == following.is_capitalised:
        for token in tokens[i + 2 : i + 4]:
            if words.is_plural(token.lower):
                return token.lower not in _FINITE
            if not token.is_capitalised:
                break
    return False


def _compound(tokens: list[_Token], i: int) -> bool:
    """Return whether the plural at `i` stands before the head: "sports cars"."""
    if i + 1 >= len(tokens):
        return False
    token, following = tokens[i], tokens[i + 1]
    lower = following.lower
    if (
        not following.is_word
        or lower in _STOPS
        or lower in _FINITE
        or lower in _CALENDAR
        or lower in lexicon.TIME_NOUNS
        or lower in lexicon.STAND_INS
        or (following.is_capitalised and not token.is_capitalised)
    ):
        return False
    if words.is_plural(lower):
        return lower not in lexicon.PREDICATES
    return (
        token.lower in lexicon.ATTRIBUTIVE
        and not _verbal(lower)
        and _plural_ahead(tokens, i + 2)
    )


def _plural_ahead(tokens: list[_Token], i: int) -> bool:
    for token in tokens[i : i + _N_COMPOUND - 1]:
        if not token.is_word or token.lower in _STOPS:
            return False
        if words.is_plural(token.lower):
            return True
    return False


def _elided(tokens: list[_Token], first: int) -> Counted | None:
    """Return the stand-in of a phrase without a noun: others, wounded, (were) killed."""
    stand_in = state = None
    steps = 0
    for token in tokens[first:]:
        lower = token.lower
        if lower in lexicon.STATES:
            state = token
            break
        if lower in lexicon.STAND_INS and not steps:
            stand_in = token
            continue
        steps += 1
        if (lower not in _CHAIN and not lower.endswith("ly")) or steps > _N_CHAIN:
            break
    if state is None:
        return _stand_in(stand_in) if stand_in else None
    return Counted(
        Span((stand_in or state).start, state.end),
        state.text,
        state.lower,
        (stand_in.lower,) if stand_in else (),
        elided=True,
    )


def _adjectival(lower: str) -> bool:
    """Return whether a word is no noun where a phrase could end."""
    if lower in lexicon.NOUNS:
        return False
    return (
        lower in lexicon.ADJECTIVES
        or lower in lexicon.STAND_INS
        or lower in lexicon.STATES
        or (lower.endswith("ly") and lower not in lexicon.NOT_ADVERBS)
        or lower.endswith(
            ("ed", "ing", "ous", "ful", "less", "ible", "able", "ical", "ish", "-old")
        )
    )


def _verbal(lower: str) -> bool:
    """Return whether a word after a noun is its verb or an adjective rather than a noun."""
    if lower in lexicon.NOUNS:
        return False
    return (
        lower in lexicon.PREDICATES
        or lower in lexicon.STATES
        or lower in _FINITE
        or lower in lexicon.ADJECTIVES
        or lower.endswith(("ed", "ing", "ly"))
    )
