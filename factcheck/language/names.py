"""Names in a text, without a model: who, where, which organisation.

Capitalised words in a row are a name; what it names is told by a gazetteer, by the words in it
and by the words around it. What stays open is `Kind.OTHER`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import Final

from factcheck.frozen import dataclass
from factcheck.language import lexicon, titles, verbs, words
from factcheck.language.concepts import CONCEPTS
from factcheck.language.data import word_set
from factcheck.language.places import COUNTRIES, REGIONS
from factcheck.model import Span


class Kind(StrEnum):
    """What a name names."""

    PERSON = "person"
    COUNTRY = "country"
    PLACE = "place"
    ORGANISATION = "organisation"
    DEMONYM = "demonym"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A name at a place of the text.

    Attributes:
        span: Where it stands, without title and possessive ending.
        text: As written.
        kind: What it names.
        key: The same for all ways of writing it, in lower case: "ukraine" for "Ukraine" and for
            "Ukrainian", "united kingdom" for "Britain".
    """

    span: Span
    text: str
    kind: Kind
    key: str


# Capital letters of the Latin, Greek and Cyrillic scripts, as far as news in English has them.
_UPPER: Final = (
    "[A-Z\u00c0-\u00d6\u00d8-\u00de\u0100\u0106\u010c\u010e\u0110\u0118\u011a\u011e\u0130"
    "\u0141\u0143\u0147\u0150\u0158\u015a\u015e\u0160\u0164\u016e\u0170\u0178\u0179\u017b"
    "\u017d\u0391-\u03a9\u0400-\u042f]"
)
_WORD: Final = re.compile(
    rf"(?<![\w\u2019'-])(?:(?:{_UPPER}\.)+|{_UPPER}\w*(?:[-'\u2019\u2011]\w+)*)"
)
# What may stand between two words of a name.
_LINKS: Final = frozenset(
    {
        " ",
        "\u00a0",
        ". ",
        " of ",
        " of the ",
        " for ",
        " for the ",
        " and ",
        " & ",
        " de ",
    }
    | {
        " la ",
        " de la ",
        " del ",
        " van ",
        " van der ",
        " von ",
        " der ",
        " den ",
        " bin ",
    }
    | {" al-", " da ", " dos ", " di ", " du ", " on ", "-"}
)
_SPACES: Final = frozenset({" ", "\u00a0"})
_ENDS: Final = frozenset(".!?:\u201c\u2022")
_AROUND: Final = frozenset("\"'()[]\u201c\u201d\u2018\u2019")
_CUES: Final = word_set(
    "in near at outside around across throughout inside into toward towards"
)
_INITIAL: Final = (
    lexicon.FUNCTION_WORDS
    | lexicon.ADJECTIVES
    | lexicon.NOUNS
    | lexicon.PEOPLE
    | lexicon.COLLECTIVES
    | lexicon.STATES
    | lexicon.REPORTING
    | lexicon.PREDICATES
    | lexicon.TIME_NOUNS
    | lexicon.STAND_INS
    | verbs.REGULAR
    | titles.PLACE_NOUNS
    | word_set(
        """
        yes no so total two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy
        eighty ninety hundred thousand million billion dozen zero i police officials
        government authorities residents figures data according several many most thousands
        hundreds dozens millions police meanwhile population revenue turnover profit
        production investment inflation unemployment turnout attendance spring summer autumn
        winter health war peace oil gas water power energy food education research
        correction update editor photo image video source sources story report analysis
        """
    )
)
_LABELS: Final = word_set(
    "table figure chart graph diagram box annex appendix section chapter page exhibit note"
)
_SAID: Final = word_set("said says told added who whose wrote warned insisted claimed")
_AGE: Final = re.compile(r", (?:aged )?\d{1,3}(?=[,.;)])")
_N_INITIALS: Final = 6
_N_LOOKS: Final = 5
_NEARBY: Final = 20_000
_HEADING: Final = 200  # characters; no heading is longer
_FEWEST: Final = 4  # long words; fewer tell nothing
_TITLE_CASE: Final = 0.8


@lru_cache(maxsize=1)
def _gazetteer() -> dict[str, tuple[Kind, str]]:
    """Return what well-known names name, by the name in lower case."""
    found: dict[str, tuple[Kind, str]] = {}
    for region in REGIONS.split(", "):
        found[region.lower()] = (Kind.PLACE, region.lower())
    for country, (demonyms, others, cities) in COUNTRIES.items():
        key = country.lower()
        for city in filter(None, cities.split(", ")):
            found.setdefault(city.lower(), (Kind.PLACE, _SAME.get(city, city).lower()))
        for demonym in filter(None, demonyms.split(", ")):
            found[demonym.lower()] = (Kind.DEMONYM, key)
        for other in filter(None, [country, *others.split(", ")]):
            found[other.lower()] = (Kind.COUNTRY, key)
    return found


# One key for two spellings of a city.
_SAME: Final = {
    "Kiev": "Kyiv", "Odessa": "Odesa", "Brasília": "Brasilia", "São Paulo": "Sao Paulo",
    "Bogotá": "Bogota", "Bengaluru": "Bangalore", "Kraków": "Krakow", "Zürich": "Zurich",
    "Malmö": "Malmo", "Marrakech": "Marrakesh", "Sana'a": "Sanaa", "Hague": "The Hague",
    "New York City": "New York", "St Petersburg": "St. Petersburg",
    "Saint Petersburg": "St. Petersburg", "Washington DC": "Washington",
    "Washington D.C.": "Washington", "Ulan Bator": "Ulaanbaatar",
    "Saigon": "Ho Chi Minh City", "Delhi": "New Delhi",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    lower: str
    start: int
    end: int
    link: str  # what stands between the word before and this one
    possessive: bool


def names(text: str, start: int, end: int) -> list[Name]:
    """Return the names in `text[start:end]`, one block or sentence, in order.

    >>> [(n.text, n.kind.value) for n in names("Police in Kyiv met Gen. Ann Lee.", 0, 32)]
    [('Kyiv', 'place'), ('Ann Lee', 'person')]
    """
    found: list[Name] = []
    runs = list(_runs(text, start, end))
    heading = _is_title_case(text, start, end, runs)
    for run in runs:
        if heading:
            found.extend(_known(text, run))
        else:
            found.extend(_read(text, run, start))
    return found


def _is_title_case(text: str, start: int, end: int, runs: list[list[_Word]]) -> bool:
    """Return whether a short text is a heading with every word capitalised."""
    if end - start > _HEADING or not runs or text[end - 1] == ".":
        return False
    long_words = [w for w in text[start:end].split() if len(w) > 3 and w[0].isalpha()]  # noqa: PLR2004 - "of", "the", "and"
    capitals = sum(word[0].isupper() for word in long_words)
    return len(long_words) >= _FEWEST and capitals >= _TITLE_CASE * len(long_words)


def _runs(text: str, start: int, end: int) -> Iterator[list[_Word]]:
    """Yield the rows of capitalised words that may be names."""
    run: list[_Word] = []
    for match in _WORD.finditer(text, start, end):
        word, at, stop = match[0], match.start(), match.end()
        possessive = word.endswith(("'s", "\u2019s"))
        if possessive:
            word, stop = word[:-2], stop - 2
        link = text[run[-1].end : at] if run and at - run[-1].end < 10 else "|"  # noqa: PLR2004 - the longest link
        if run and not (link in _LINKS and _links(run, link)):
            yield run
            run = []
        run.append(_Word(word, word.lower(), at, stop, link if run else "", possessive))
    if run:
        yield run


def _links(run: list[_Word], link: str) -> bool:
    before = run[-1]
    if before.possessive:
        return False
    if link in _SPACES:
        return True
    if link == ". ":
        return before.lower in titles.TITLES or len(before.text) == 1
    if link in {" for ", " for the ", " of ", " of the ", " on "}:
        return (
            before.lower in titles.HEADS
            or before.lower in titles.TITLES
            or any(word.link.startswith(" for") for word in run)
        )
    if link in {" and ", " & "}:
        return any(word.link.startswith((" of", " for")) for word in run)
    return True


def _known(text: str, run: list[_Word]) -> Iterator[Name]:
    """Yield the names of a heading that the gazetteer has; the longest first."""
    gazetteer = _gazetteer()
    i = 0
    while i < len(run):
        for j in range(min(len(run), i + 4), i, -1):
            key = text[run[i].start : run[j - 1].end].lower()
            if key in gazetteer:
                yield _name(text, run[i:j], *gazetteer[key])
                i = j
                break
        else:
            if _is_initials(run[i].text):
                yield _name(text, run[i : i + 1], Kind.ORGANISATION, run[i].lower)
            i += 1


def _name(text: str, run: list[_Word], kind: Kind, key: str) -> Name:
    span = Span(run[0].start, run[-1].end)
    return Name(span, text[span.start : span.end], kind, key)


def _read(text: str, run: list[_Word], start: int) -> Iterator[Name]:
    """Yield the names in one row of capitalised words."""
    run = _trimmed(text, run, start)
    while run:
        for i, word in enumerate(run):
            if i and (word.lower in lexicon.WEEKDAYS or word.lower in lexicon.MONTHS):
                yield from _read_part(text, run[:i])
                run = _trimmed(text, run[i + 1 :], start)
                break
        else:
            yield from _read_part(text, run)
            return


def _trimmed(text: str, run: list[_Word], start: int) -> list[_Word]:
    """Drop the words at the head of a row that are no part of a name."""
    while run:
        first = run[0]
        calendar = first.lower in lexicon.WEEKDAYS or first.lower in lexicon.MONTHS
        if not (
            calendar
            or _is_function_word(first)
            or (len(first.text) == 1 and len(run) == 1)
            or (_begins_sentence(text, first.start, start) and _is_common(text, run))
        ):
            break
        run = run[1:]
    return run


def _is_function_word(word: _Word) -> bool:
    if len(word.text) > 1 and (word.text.isupper() or word.lower in titles.FIRST_NAMES):
        return False
    return word.lower in lexicon.FUNCTION_WORDS


def _begins_sentence(text: str, at: int, start: int) -> bool:
    at -= 1
    while at >= start and (text[at].isspace() or text[at] in _AROUND):
        if text[at] == "\n":
            return True
        at -= 1
    return at < start or text[at] in _ENDS


def _is_common(text: str, run: list[_Word]) -> bool:
    """Return whether the word that begins a sentence is a common one."""
    first = run[0]
    lower = first.lower
    if (
        lower in _gazetteer()
        or lower in titles.FIRST_NAMES
        or first.text[1:2].isupper()
        or "." in first.text
    ):
        return False
    if len(run) > 1:
        return _is_common_before(run)
    singular = words.singular(lower)
    if (
        lower in _INITIAL
        or lower.partition("'")[0] in lexicon.FUNCTION_WORDS
        or lower.endswith(("ly", "ing", "ed", "tion", "ment", "ness"))
        or (singular != lower and (singular in _INITIAL or singular in titles.TITLES))
        or lower in CONCEPTS
        or words.lemma(lower) in CONCEPTS
    ):
        return True
    low, high = max(0, first.start - _NEARBY), first.end + _NEARBY
    if words.is_plural(lower):
        return not _is_inside(text, first.text, low, high)
    return text.find(f" {lower} ", low, high) >= 0


def _is_inside(text: str, word: str, low: int, high: int) -> bool:
    """Return whether a capitalised word stands inside a sentence as well."""
    at = text.find(f" {word}", low, high)
    for _ in range(_N_LOOKS):
        if at <= 0:
            return False
        if text[at - 1].isalpha() and text[at - 1].islower():
            return True
        at = text.find(f" {word}", at + 1, high)
    return False


def _is_common_before(run: list[_Word]) -> bool:
    """Return whether a common word begins a sentence before a name: "Troops entered"."""
    lower, after = run[0].lower, run[1]
    if f"{lower} {after.lower}" in _gazetteer() or lower in titles.TITLES:
        return False
    common = lower in _INITIAL or words.singular(lower) in _INITIAL
    return lower in lexicon.FUNCTION_WORDS or (
        common and after.lower not in titles.ORGANISATIONS
    )


def _read_part(text: str, run: list[_Word]) -> Iterator[Name]:
    gazetteer = _gazetteer()
    key = text[run[0].start : run[-1].end].lower()
    if key in gazetteer:
        yield _name(text, run, *gazetteer[key])
        return
    if _is_organisation(run):
        yield _name(text, run, Kind.ORGANISATION, _key(run))
        return
    size = _demonym_size(run)
    if size:
        yield _name(text, run[:size], *gazetteer[_key(run[:size])])
        run = run[size:]
    titled = False
    while run and run[0].lower in titles.TITLES:
        titled = len(run) == 1 or run[1].link in _SPACES or run[1].link == ". "
        run = run[1:]
    if not run:
        return
    key = _key(run)
    if key in gazetteer and not (titled and gazetteer[key][0] is Kind.PLACE):
        yield _name(text, run, *gazetteer[key])
        return
    if titled:
        yield _name(text, run, Kind.PERSON, key)
    elif not (
        len(run) == 1
        and ((size and run[0].lower in _INITIAL) or _is_label(text, run[0]))
    ):
        yield _name(text, run, _kind(text, run), key)


def _is_label(text: str, word: _Word) -> bool:
    """Return whether a word points to a part of the document: "Table 1"."""
    return word.lower in _LABELS and text[word.end : word.end + 2].strip().isdecimal()


def _demonym_size(run: list[_Word]) -> int:
    """Return how many words of a longer row are the word for a country's people."""
    gazetteer = _gazetteer()
    for size in (2, 1):
        entry = gazetteer.get(_key(run[:size])) if len(run) > size else None
        if entry and entry[0] is Kind.DEMONYM and run[size].link in _SPACES:
            return size
    return 0


def _key(run: list[_Word]) -> str:
    rest = (
        (" " if word.link in _SPACES else word.link) + word.lower for word in run[1:]
    )
    return (run[0].lower + "".join(rest)).strip(" .")


def _is_organisation(run: list[_Word]) -> bool:
    if len(run) == 1:
        return run[0].lower in titles.ORGANISATIONS and run[0].text.isupper()
    if run[-1].lower.rstrip(".") in titles.ORGANISATIONS:
        return run[0].lower not in titles.TITLES or run[-1].link in _SPACES
    return any(
        word.lower in titles.HEADS and after.link.startswith((" of", " for"))
        for word, after in pairwise(run)
    )


# What is said of a name beside it: "Larn, a mining town", "the port city of Larn".
_APPOSED: Final = re.compile(
    r",? (?:which is |who is )?(?:an? |the )((?:[\w-]+ ){0,4}[\w-]+)(?=[\s,.;])"
)
_PREPOSED: Final = re.compile(r"\b([a-z]+)(?: of| called| named)? $")
_WHO: Final = word_set(
    """
    president minister mayor governor chief executive director spokesman spokeswoman
    spokesperson analyst professor lawyer doctor teacher resident soldier officer commander
    senator lawmaker economist player coach striker singer actor author man woman boy girl
    """
)
_FIRMS: Final = word_set(
    """
    company firm bank maker manufacturer retailer carmaker airline operator developer
    agency charity watchdog regulator lender insurer supplier producer startup brand chain
    newspaper broadcaster organisation organization union
    """
)


# "ORIL, Norland - Two people ...": where a report was written.
_DATELINE: Final = re.compile(
    r"(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)*)?(?: \([^()]{2,30}\))? ?[-\u2013\u2014] "
)
_NO_NAMES: Final = word_set(
    """
    GMT BST EST EDT CET CEST UTC PST PDT MW GW KW KM AM PM TV CEO CFO COO GDP GNP VAT DNA
    RNA PCR HIV AIDS COVID ID PR HR IT AI GPS SMS PIN ATM SUV EV LED USB PDF FAQ USD EUR GBP
    II III IV VI VII VIII IX XI XII OK
    """
)


def _is_initials(word: str) -> bool:
    letters = word.replace(".", "")
    return (
        1 < len(letters) <= _N_INITIALS
        and letters.isalpha()
        and letters.isupper()
        and letters not in _NO_NAMES
    )


def _kind(text: str, run: list[_Word]) -> Kind:
    """Return what a name that no list has whole is, by its words and those around it."""
    first, last = run[0], run[-1]
    if last.lower in titles.PLACES or (len(run) > 1 and first.lower in titles.PLACES):
        return Kind.PLACE
    if len(run) == 1 and first.text.isupper():
        if _DATELINE.match(text, last.end):
            return Kind.PLACE
        if _is_initials(first.text):
            return Kind.ORGANISATION
    aged = len(run) > 1 and _AGE.match(text, last.end)
    if aged or first.lower in titles.FIRST_NAMES:
        return Kind.PERSON
    return _kind_by_company(text, run)


def _kind_by_company(text: str, run: list[_Word]) -> Kind:
    """Return what a name is by the words beside it."""
    first, last = run[0], run[-1]
    following = text[last.end : last.end + 24].split(maxsplit=1)
    after = following[0].strip(",.;:()").lower() if following else ""
    before = text[max(0, first.start - 24) : first.start]
    cue = before.split()[-1].lower() if before.strip() else ""
    if cue in _CUES or (after in titles.PLACE_NOUNS and not last.possessive):
        return Kind.PLACE
    if len(run) > 1 and after in _SAID:
        return Kind.PERSON
    apposed = _APPOSED.match(text, last.end)
    preposed = _PREPOSED.search(before)
    beside = apposed[1].split() if apposed else []
    for noun in [*beside, preposed[1] if preposed else ""]:
        if noun in titles.PLACE_NOUNS:
            return Kind.PLACE
        if noun in _FIRMS:
            return Kind.ORGANISATION
        if noun in _WHO:
            return Kind.PERSON
    return Kind.OTHER
