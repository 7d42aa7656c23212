# ruff: noqa: PLR0911, PLR2004, RUF001, RUF003 - one way out for each form; signs
"""What is no quantity although it has digits: names, labels, addresses, scores, citations."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import units
from factcheck.extract.lexicon import (
    LABELS,
    MONTHS,
    ONES,
    OPENERS,
    SHORT_LABELS,
    SOFT_LABELS,
    STREETS,
    SURE_SUFFIXES,
    TENS,
)
from factcheck.language import lexicon as language
from factcheck.language.data import word_set
from factcheck.language.tokens import Tokens
from factcheck.language.words import is_plural
from factcheck.model import Counted

_ORDINALS = word_set(
    """
    st nd rd th ST ND RD TH
    """
)
_JOINTS = frozenset("-‐‑–")
# With the sign of minus also "mol−1", "tan−1".
_TIES = _JOINTS | {"−"}
_N_HEADING = 12
_LEAST_DOI = 6
_SCORE_WORDS = word_set(
    """
    win wins won winner winning beat beats beating lose loses lost losing loss
    losses draw draws drew drawn defeat defeats defeated defeating victory victories
    lead leads led leading score scored scores scoreline trailed trail trailing down
    thrashed thrashing vote votes voted ruling ruled majority set sets aggregate
    record penalties level equaliser goalless tie tied rout routed hammered overcame
    past edged match
    """
)
_OPENINGS = word_set(
    """
    open opens opened close closes closed start starts started begin begins began shut
    shuts meet meets met arrive arrives arrived leave leaves left depart departs departed
    dine dined wake wakes woke breakfast lunch dinner supper bed home doors curtain mass
    kick kicks train bus ferry call
    """
)
_DETERMINERS = word_set("the a an this said each every that")
_COUNT_WORDS = word_set(
    """
    total average maximum minimum number record age further last first next past
    previous other another only same top bottom nearest entire whole main final
    original initial equivalent value level rate price cost sum score toll figure
    combined mere staggering
    """
)
_COUNTING = frozenset({"page", "pages", "p", "pp", "line", "no", "number"})
_OPEN = frozenset("([{")
_CLOSE = frozenset(")]}")


def is_glued(tokens: Tokens, i: int) -> bool:
    """Return whether the digits at token `i` are part of a larger written thing."""
    text = tokens.text
    start, end = tokens.starts[i], tokens.ends[i]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before == " " and after not in "_@\\#=:.":
        return False
    if before == "=" and _is_linked(text, start):
        return True
    if before.isalpha() or before in "_/\\@#=&?§№^":
        return before not in "=/" or (
            before == "/" and not text[start - 2 : start - 1].isspace()
        )
    if after in "_@\\#=" and not (after == "=" and text[end + 1 : end + 2].isspace()):
        return True
    if after == ":" and text[end + 1 : end + 2].isdigit():
        return True
    if (
        before == ")"
        and end - start < 3
        and text[start - 2 : start - 1] != "="
        and (
            text[start - 2 : start - 1].isdigit()
            or not (after == "%" or after.isalpha())
        )
    ):
        # "Al(NO3)3," and the mark of a footnote.
        return True
    if before == "+" and text[start - 2 : start - 1].isalnum():
        return True
    if before == ":" and text[start - 2 : start - 1].isdigit():
        return True
    if (
        before == "."
        and start > 1
        and (text[start - 2].isalnum() or text[start - 2] == ".")
    ):
        return not is_pointed(tokens, i)
    return (
        after == "." and text[end + 1 : end + 2].isalpha() and text[end + 1].islower()
    )


def is_pointed(tokens: Tokens, i: int) -> bool:
    """Return whether the number goes on from a label: "Nos.3 to 9, 11 and 20"."""
    return tokens.lower[i - 2] in ("no", "nos", "fig", "figs", "eq", "eqs")


def _is_linked(text: str, start: int) -> bool:
    """Return whether the sign before a number stands in a link: "example.org/p?id=77"."""
    run = text[max(text.rfind(" ", 0, start), start - 200) + 1 : start]
    return "?" in run or "&" in run or "://" in run or run.startswith("www.")


def is_code(tokens: Tokens, i: int, j: int) -> bool:
    """Return whether a bare number is written as no quantity is: "007", "020 7946 0958"."""
    words = tokens.words
    if len(words[i]) > 1 and words[i][0] == "0":
        return True
    return words[j][:1].isdigit() and tokens.starts[j] - tokens.ends[j - 1] == 1


def is_term(tokens: Tokens, k: int) -> bool:
    """Return whether the word at token `k` is a variable: "(r/5 AU)" is a term of a formula."""
    return len(tokens.words[k]) == 1 and not _is_measured(tokens, k)


def is_ordinal(tokens: Tokens, j: int) -> bool:
    """Return whether token `j` makes an ordinal of the digits before it."""
    if tokens.words[j] not in _ORDINALS or not tokens.adjacent(j):
        return False
    # "11st" is a weight.
    return tokens.words[j] != "st" or (
        tokens.words[j - 1][-1] == "1" and tokens.words[j - 1][-2:] != "11"
    )


def is_identifier(tokens: Tokens, i: int) -> bool:
    """Return whether letters and a hyphen make a code of the digits at token `i`: F-16."""
    words = tokens.words
    if (
        words[i - 1] not in _TIES
        or i < 2
        or not tokens.adjacent(i)
        or not tokens.adjacent(i - 1)
    ):
        return False
    head = words[i - 2]
    if _is_measured(tokens, i - 2) or words[i + 1] == "%":
        # "20°C–25°C", "3km-5km", "2-hour-30-minute"; "12%Cu-4%Zn" too
        return False
    if head[-1:].isalpha() and head.lower() not in (
        "minus",
        "magnitude",
        "foot",
        "ft",
        "sub",
        "to",
        "or",
        "and",
        "than",
    ):
        return True
    return head in _CLOSE


def is_model(tokens: Tokens, k: int) -> bool:
    """Return whether letters at token `k` and digits name a model: "12 F-16s", "15 A220s"."""
    words, digits = tokens.words, k + 1
    if not words[k][:1].isupper() or tokens.starts[k] - tokens.ends[k - 1] != 1:
        return False
    hyphened = words[digits] in _JOINTS and tokens.adjacent(digits)
    digits += hyphened
    if not (tokens.adjacent(digits) and words[digits].isdigit()):
        return False
    # "5 V-10 V" is a range, and of "W2" the digit a power.
    return words[digits + 1] != words[k] if hyphened else len(words[digits]) > 1


def _is_measured(tokens: Tokens, k: int) -> bool:
    """Return whether the word at token `k` is the unit of a number before it: "20°C"."""
    words = tokens.words
    if is_model(tokens, k) or not (
        words[k] in units.SYMBOLS
        or tokens.lower[k] in units.WORDS
        or words[k] in SURE_SUFFIXES
    ):
        return False
    at = k - 1
    if words[at] in ("°", "º", "-") and at > 0:
        at -= 1
    return (
        at >= 0 and words[at][-1:].isdigit() and tokens.starts[k] - tokens.ends[at] <= 1
    )


def is_label(tokens: Tokens, i: int, *, bare: bool, measured: bool) -> bool:
    """Return whether the word before token `i` makes a name of the number: "page 5".

    Args:
        tokens: Where.
        i: First token of the number.
        bare: Whether it is a plain number without scale word, decimals or grouping.
        measured: Whether a unit follows.
    """
    lower, words = tokens.lower, tokens.words
    at = i - 1
    word = lower[at]
    if word == "." and tokens.adjacent(at):
        at -= 1
        word = lower[at]
        return word in SHORT_LABELS and (not measured or words[at][0].isupper())
    if word in ("#", "№", "§") or words[at].endswith("Figure"):  # also "heatFigure 7"
        return True
    if word == ":" and tokens.adjacent(at) and tokens.adjacent(i):
        return lower[at - 1] in ("doi", "pmid", "arxiv", "isbn", "issn", "port")
    if not word.isalpha() or at < 0:
        return False
    if (word in _SPANS and _is_any(lower, at)) or _are_numbered(lower, at):
        return False
    if word in LABELS and not (word in ("p", "v") and words[i].startswith("0.")):
        # (But "P 0.009" is phosphorus.)
        if "," in words[i] and words[at].islower() and word not in _COUNTING:
            return False  # "the north ward 2,840": no label has thousands
        if word in SOFT_LABELS:
            if word == "no" and not words[at][0].isupper():
                return False
            return not measured and bare
        return not measured or words[at][0].isupper()
    return False


# "Each day 30 came", "on an average day 30 came": no thirtieth day.
_SPANS = word_set("day week month season night")
_ANY = word_set("each every any another last next this that per")
_ONE = word_set("a an one")
# Before the verb "number".
_NUMBERING = word_set(
    """
    they who which now still today all over under elsewhere abroad together dead injured
    wounded unemployed homeless also alone currently here there outside
    """
)


def _are_numbered(lower: Sequence[str], at: int) -> bool:
    """Return whether "number" is a verb: "its members number 640", "those over 70 number 310"."""
    before = lower[at - 1] if at and lower[at] == "number" else ""
    return before in _NUMBERING or (before.isalpha() and is_plural(before))


def _is_any(lower: Sequence[str], at: int) -> bool:
    """Return whether a span of time has a word of its own that says which, so that no number does."""
    return lower[at - 1] in _ANY or (
        at > 1
        and lower[at - 1].isalpha()
        and (lower[at - 2] in _ONE or lower[at - 2] in _ANY)
    )


def is_name(tokens: Tokens, i: int, noun: Counted | None) -> bool:
    """Return whether a capitalised word before a bare number makes a name: "Windows 10"."""
    words = tokens.words
    head = words[i - 1]
    if i <= 0 or not head[:1].isupper() or not head.isalpha():
        return False
    if tokens.starts[i] - tokens.ends[i - 1] > 1:
        return False
    lower = head.lower()
    if lower in OPENERS or lower in MONTHS:
        return False
    return noun is None or not (
        opens_sentence(tokens, i - 1) or _is_where(tokens, i - 1, noun)
    )


# What an event does something to: with a place before it, its count is no part of a name.
_STRUCK = word_set(
    """
    soldiers civilians residents villagers inhabitants police policemen officers
    firefighters rescuers medics doctors nurses teachers pupils students workers miners
    employees families households victims bodies survivors casualties deaths injuries
    fatalities protesters demonstrators prisoners inmates detainees hostages migrants
    refugees fighters militants rebels gunmen homes houses buildings apartments schools
    shops churches villages streets trees bridges hospitals arrests boys girls babies
    """
)
_LOCATIVES = word_set("in near at outside around across")
_GROUPS = word_set(
    "euro expo cup cohort arm trial wave survey stratum quartile tertile quintile war"
)


def _is_where(tokens: Tokens, k: int, noun: Counted) -> bool:
    """Return whether the name that ends at token `k` says where: "In Ostrel 12 people died"."""
    words, lower = tokens.words, tokens.lower
    head = noun.head.lower()
    if not (
        head in language.PEOPLE
        or head in language.COLLECTIVES
        or head in _STRUCK
        or (noun.elided and head in language.STATES)
    ):
        return False
    if len(words[k]) < 2 or lower[k] in _GROUPS:
        return False
    for _ in range(3):
        if lower[k - 1] in _LOCATIVES and k > 0:
            return True
        k -= 1
        if k < 0 or not (words[k][:1].isupper() and words[k].isalpha()):
            return False
    return False


_CALLS = word_set(
    """
    call calls caller callers calling dispatcher dispatchers dispatch operator operators
    center centre centers centres recording recordings tape tapes audio emergency system
    transcript transcripts line
    """
)
_DIALLING = word_set(
    "call calls called calling dial dials dialed dialled dialing dialling"
)


def is_emergency(tokens: Tokens, i: int) -> bool:
    """Return whether the number at token `i` is one to call: "911 calls", "dialled 999"."""
    if tokens.words[i] not in ("911", "999", "112"):
        return False
    lower = tokens.lower
    if lower[i - 1] in ("of", "at", "in"):
        return False
    if lower[i + 1] in _CALLS:
        return tokens.words[i] != "112" or not lower[i + 1].endswith("s")
    return (lower[i + 1] == "-" and lower[i + 2] in _CALLS) or lower[i - 1] in _DIALLING


def is_hour(tokens: Tokens, i: int, j: int) -> bool:
    """Return whether a number word tells the time of day: "doors open at eight"."""
    lower = tokens.lower
    if lower[i - 1] not in ("at", "by", "until", "till", "before", "after"):
        return False
    if lower[j] in ("sharp", "tonight", "tomorrow") or (
        lower[j : j + 2] == ["at", "night"]
        or (lower[j : j + 2] == ["in", "the"] and lower[j + 2] in _DAY_PARTS)
    ):
        return True
    return lower[i - 1] == "at" and not _OPENINGS.isdisjoint(
        lower[max(0, i - 4) : i - 1]
    )


_DAY_PARTS = frozenset({"morning", "afternoon", "evening"})


def is_block(tokens: Tokens, j: int) -> bool:
    """Return whether a street goes on behind the number: "the 4200 block of", "1611 E. Oak"."""
    words, lower = tokens.words, tokens.lower
    if words[j] in ("N", "S") and words[j + 1 : j + 4] in (
        [".", "W", "."],
        [".", "E", "."],
    ):
        return True
    if lower[j] == "block" and tokens.words[j - 1].endswith("00"):
        return True
    return (
        words[j] in ("N", "S", "E", "W", "NE", "NW", "SE", "SW")
        and tokens.starts[j] - tokens.ends[j - 1] == 1
        and (words[j + 1] == "." or words[j + 1][:1].isupper())
        and len(words[j - 1]) > 2
        and (words[j] == "E" or _is_street(tokens, j + 1 + (words[j + 1] == ".")))
    )


def opens_sentence(tokens: Tokens, i: int) -> bool:
    """Return whether token `i` begins a sentence, a quotation or the text."""
    if i <= 0:
        return True
    before = tokens.words[i - 1]
    if before in ('"', "“", "‘", "'", "(", "—"):
        return (
            i == 1
            or tokens.words[i - 2] in ("", ".", "!", "?", ":", ",")
            or before in '"“'
        )
    if before in (".", "!", "?", ":", "•", "*", "|", "…"):
        return True
    return "\n" in tokens.text[tokens.ends[i - 1] : tokens.starts[i]]


def is_address(tokens: Tokens, j: int) -> bool:
    """Return whether a street follows the number that ends before token `j`."""
    return tokens.words[j][:1].isupper() and _is_street(tokens, j)


def is_numbered(tokens: Tokens, i: int) -> bool:
    """Return whether a bare number without a noun numbers the word before it.

    "ψ 1", "the lever 6 is", "the sealing ring 22.": a variable or a part with its number.
    """
    words, lower = tokens.words, tokens.lower
    head = words[i - 1]
    if i <= 0 or not head.isalpha() or tokens.starts[i] - tokens.ends[i - 1] > 1:
        return False
    if len(head) == 1:
        return head not in "aAI"
    if not head.islower() or not (is_noun(lower[i - 1]) or head in _RINGS):
        return False
    return any(
        lower[i - k] in _DETERMINERS
        and all(w.isalpha() for w in lower[i - k : i])
        # "The two mills employ 430": a verb after its subject.
        and not (k > 2 and lower[i - 2].endswith("s"))
        # "In the mill 874 voted": who did so there.
        and not (lower[i - k - 1] in _LOCATIVES and lower[i + 1] in _DID)
        for k in (2, 3, 4)
        if i - k >= 0
    )


_DID = language.PAST - {"was"} | {"were", "are", "have", "had"}
_RINGS = word_set("ring wing spring string bearing casing housing opening coating")


def is_attributive(word: str) -> bool:
    """Return whether a word may stand between a number and its unit: "517 rushing yards"."""
    return not (
        word in language.FUNCTION_WORDS
        or word in language.STATES
        or word in language.STAND_INS
        or word in language.PREDICATES
        or word in language.PLURALS
        or (word in ONES or word in TENS)  # "1,150 five years ago"
        or word.endswith(("s", "ed"))
    )


def is_noun(word: str) -> bool:
    """Return whether a word may be the noun that a number is a label of."""
    return not (
        word in language.PREPOSITIONS
        or word in language.CONJUNCTIONS
        or word in language.PRONOUNS
        or word in language.AUXILIARIES
        or word in language.ADVERBS
        or word in language.DETERMINERS
        or word in language.ADJECTIVES
        or word in language.STATES
        or word in language.STAND_INS
        or word in language.PREDICATES
        or word in language.PLURALS
        or word in _COUNT_WORDS
        or word.endswith(("ed", "ing", "ly", "s", "est"))
    )


def is_tail(tokens: Tokens, i: int, previous: int) -> bool:
    """Return whether digits at token `i` go on with a code that was not read: "A469-88"."""
    if tokens.words[i - 1] not in _JOINTS or i < 2 or not tokens.adjacent(i):
        return False
    return (
        tokens.adjacent(i - 1)
        and tokens.words[i - 2][-1:].isdigit()
        and previous != i - 1
    )


def is_year(tokens: Tokens, i: int) -> bool:
    """Return whether a bare number after "by" or "in" is a year yet to come: "by 2120"."""
    word = tokens.words[i]
    if tokens.lower[i - 1] == "." and tokens.lower[i - 2] == "al":
        return True
    return (
        len(word) == 4
        and word.isdigit()
        and "1900" <= word < "2200"
        and tokens.lower[i - 1]
        in ("by", "in", "since", "until", "till", "before", "after")
    )


def is_designation(tokens: Tokens, j: int) -> bool:
    """Return whether a name follows a bare number without a noun: "the 787 Dreamliner"."""
    following = tokens.words[j]
    return (
        following[:1].isupper()
        and following.isalpha()
        and len(following) > 1
        # "43 RBIs" are counted.
        and not following.rstrip("s").isupper()
        and tokens.starts[j] - tokens.ends[j - 1] == 1
        and following.lower() not in MONTHS
    )


def is_listing(tokens: Tokens, i: int, j: int) -> bool:
    """Return whether the number opens a line as its numbering: "1. Text", "2) Text"."""
    if tokens.words[j] not in (".", ")", ":") or not tokens.adjacent(j):
        return False
    start = tokens.starts[i]
    if (
        i
        and "\n" not in tokens.text[tokens.ends[i - 1] : start]
        and tokens.words[i - 1] != "("
    ):
        return False
    if i == 0 and tokens.text[max(0, start - 1) : start].strip(" \n*>-") and start:
        return False
    if tokens.words[i - 1] == "(" and i > 1:
        return False
    return tokens.words[j + 1] != "" and tokens.starts[j + 1] > tokens.ends[j]


def is_heading(tokens: Tokens, i: int, j: int) -> bool:
    """Return whether a decimal opens a heading as its number: "3.1 Scope"."""
    return (
        tokens.words[i].count(".") == 1
        and len(tokens.words[i]) <= 5
        and tokens.words[j][:1].isupper()
        and tokens.words[j][1:2].islower()
    ) and (
        # A numbered paragraph: "6.1 During the session, ..."
        tokens.lower[j] in language.FUNCTION_WORDS
        or (
            tokens.text.count(" ", tokens.starts[i], tokens.ends[j] + 80) < _N_HEADING
            and "." not in tokens.words[j:]
        )
    )


REFERENCES = frozenset({"/", "U", "USC", "CFR", "C"})


def is_reference(tokens: Tokens, i: int, j: int) -> bool:
    """Return whether a bare number stands in a reference: "42 U.S.C.", "doi:10.1000/182"."""
    words = tokens.words
    if words[j] == "/" and tokens.adjacent(j) and words[i].startswith("10."):
        return len(words[i]) > _LEAST_DOI
    if words[j] == "U" and words[j + 1 : j + 5] == [".", "S", ".", "C"]:
        return True
    return words[j] in ("USC", "CFR") or words[j : j + 4] == ["C", ".", "F", "."]


def is_place(tokens: Tokens, i: int, j: int) -> bool:
    """Return whether capitals make a name of a number and its unit: "Three Mile Island"."""
    words = tokens.words
    return (
        words[i][:1].isupper()
        and not words[i].isupper()
        and words[j - 1][:1].isupper()
        and words[j][:1].isupper()
        and tokens.starts[j] - tokens.ends[j - 1] == 1
    )


def is_citation(tokens: Tokens, i: int, j: int) -> bool:
    """Return whether a bare number stands alone in brackets: "[12]", "(22)", "(3, 5)"."""
    words = tokens.words
    k = i - 1
    while words[k] in (",", "-", "–", "—", ";") or words[k].isdigit():
        k -= 1
        if i - k > 40:
            return False
    if words[k] not in _OPEN or k < 0:
        return False
    m = j
    while words[m] in (",", "-", "–", "—", ";") or words[m].isdigit():
        m += 1
        if m - j > 40:
            return False
    return words[m] in _CLOSE


def is_score(tokens: Tokens, i: int) -> bool:
    """Return whether words of sport or of voting stand near the number at token `i`."""
    near = tokens.lower[max(0, i - 6) : i + 7]
    return not _SCORE_WORDS.isdisjoint(near)


def _is_street(tokens: Tokens, j: int) -> bool:
    """Return whether the words at token `j` are the name of a street: "Downing Street"."""
    words = tokens.words
    for n in range(4):
        word = words[j + n]
        if n and word.lower() in STREETS:
            return True
        if not word[:1].isupper() and not word[:1].isdigit():
            return False
    return False
