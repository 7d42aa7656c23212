# ruff: noqa: PLR2004, RUF001 - one way out for each form; signs
"""Ages: "40-year-old", "aged 25", "John Smith, 32,", "voters over 18"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract import counted
from factcheck.extract.drafts import Draft
from factcheck.extract.lexicon import MONTHS, OPENERS
from factcheck.language import lexicon as language
from factcheck.language import titles
from factcheck.language.data import word_set
from factcheck.language.tokens import Tokens
from factcheck.model import Form

_BEING = word_set(
    """
    is was be turned turns turn am
    """
)
_SAYING = word_set("has had is was who said says told from")
# Who may be "over 18", and whose age may be told.
_AGED = word_set(
    """
    people persons voters children kids boys girls men women adults pensioners residents
    patients players workers employees students those anyone everyone citizens drivers
    youths teenagers youngsters males females participants infants babies aged passengers
    child person adult woman man boy girl driver worker student player pupil
    customers members applicants someone travellers travelers visitors users guests
    """
)
_WHOSE = word_set("his her their whose my your our average median mean")
_AFTER_TURNING = word_set("today on this next last in tomorrow yesterday . , ;") | {""}
_AFTER_ROLE = word_set("who was is has had died from of said and told pleaded will")
_AFTER_NAME = word_set("who was is has had died of from said told pleaded a an")
_BEHIND_PERSON = frozenset({",", ".", "and", ";"})
_ROLES = word_set(
    """
    suspect victim boy girl mother father son daughter driver actor actress singer teacher
    player captain coach nurse teenager student soldier officer farmer writer author
    male female teen winner striker midfielder defender goalkeeper pilot doctor lawyer husband wife brother
    sister widow widower resident passenger gunman attacker rapper comedian artist pianist
    """
)
# "A man of 70 died", "her son of six"; a mother of three has three children.
_OF_AGE = word_set(
    """
    man woman boy girl son daughter youth teenager pensioner men women boys girls sons
    daughters youths teenagers pensioners
    """
)
_ONE = word_set(
    "man woman boy girl son daughter youth teenager pensioner widow widower"
)
# "Two men, 26 and 41, were arrested."
_LISTING = frozenset((",", "and"))
_SEVERAL = word_set(
    """
    men women boys girls sons daughters youths teenagers pensioners brothers sisters children
    people suspects victims friends students soldiers
    """
)
_OLDEST = frozenset(("oldest", "youngest", "eldest"))
_NEAR = 8  # words
_AS_MANY = {"two": 2, "three": 3, "four": 4, "five": 5}
_MOST = max(_AS_MANY.values())
_AFTER_OF = word_set(
    """
    . , ; ) and or who is was were has had have died from whose when as with
    """
) | {""}
_LIMITS = word_set("over older up above under younger")
_SIDES = frozenset({"over", "under", "above", "below"})
_BOUNDING = _SIDES | {"is", "was", "least", "than"}
_GOING_ON = frozenset({"and", "or"})
_EXPECTING = word_set("is was around about at of to nearly over under")
_PERSONS = frozenset({"he", "she", "who", "i"})
_AFTER_AGE = frozenset(
    {"", ".", ",", ";", "when", "at", "and", "by", "but", "while", "on", "now", "then"}
)
# Where none of these stands beside it, a number is no age.
_BEFORE_AGE = (
    _BEING
    | _BOUNDING
    | _EXPECTING
    | _GOING_ON
    | word_set("age aged ages of turned turning turns , (")
)
_BEHIND_AGE = _GOING_ON | _SAYING


def apply(tokens: Tokens, draft: Draft, limit: int) -> None:
    """Make an age of "40-year-old", "25 years old", "aged 25", "voters over 18".

    Args:
        tokens: Where.
        draft: What was read; it gets the form and the unit of an age if it is one.
        limit: Where the block ends.
    """
    if draft.dimension == "duration":
        _worded(tokens, draft)
        return
    value = draft.value
    if draft.unit or draft.form is not Form.PLAIN or value is None or draft.point:
        return
    lower, words = tokens.lower, tokens.words
    i, j = draft.first, draft.last
    before = lower[i - 1]
    if (before not in _BEFORE_AGE and lower[j] not in _BEHIND_AGE) or not (
        0 < value < 130
    ):
        return
    if (
        before in ("aged", "ages")
        or (before == "age" and lower[i - 2] != "-")
        or (before == "of" and lower[i - 2] in ("age", "ages"))
        or (
            value < 110
            and (_is_of_person(tokens, i, j) or _is_of_several(tokens, i, j))
        )
    ):
        draft.form, draft.unit, draft.dimension = Form.AGE, "year", "duration"
    elif 3 <= value < 110 and _is_lifetime(tokens, i):
        draft.unit, draft.dimension = "year", "duration"
    elif (
        (
            (before in _BOUNDING or lower[j] in _GOING_ON)
            and draft.first == draft.number_first
            and _is_bound(tokens, draft, limit)
        )
        or (15 <= value < 110 and not draft.words and _is_person(tokens, i, j))
        or (
            before in _BEING
            and 3 <= value < 110
            and draft.first == draft.number_first
            and (lower[i - 2] in _PERSONS or lower[i - 3] in _PERSONS)
            and lower[j] in _AFTER_AGE
        )
        or (before == "at" and not draft.words and _is_at_age(lower, i, j))
        or (
            before in ("turns", "turned", "turning")
            and value >= 3
            and not draft.words
            and words[i - 2][:1].isupper()
            and lower[j] in _AFTER_TURNING
        )
        or (
            before == ","
            and not draft.words
            and 13 < value < 110
            and lower[j] == ","
            and _is_role(lower[i - 2])
            and (
                lower[j + 1] in _AFTER_ROLE
                or lower[j + 1].endswith("ed")
                or lower[i - 3] in ("the", "a", "an")
            )
        )
        or (
            before == ","
            and not draft.words
            and 13 < value < 110
            and lower[j] in _BEHIND_PERSON
            and _is_surname(tokens, i - 2, j)
        )
        or (
            before == ","
            and value < 110
            and not draft.words
            and lower[j] in (",", ";", "who", "from", "of")
            and words[i - 2][:1].isupper()
            and words[i - 2].isalpha()
            and words[i - 3][:1].isupper()
            and words[i - 3].isalpha()
            and lower[i - 3] not in language.PREPOSITIONS
            and len(words[i - 2]) > 1
        )
    ):
        draft.form, draft.unit, draft.dimension = Form.AGE, "year", "duration"


def _is_of_person(tokens: Tokens, i: int, j: int) -> bool:
    """Return whether a number tells how old somebody is: "a man of 70 was", "boys of 9 and 14"."""
    lower = tokens.lower
    if lower[i - 1] in _GOING_ON and lower[i - 3] == "of":
        i -= 2
    if lower[i - 1] != "of" or lower[i - 2] not in _OF_AGE:
        return False
    if lower[j] in _AFTER_OF or lower[j] in language.PAST:
        return True
    # "A man of 44 lost his way": whatever one person does.
    return lower[i - 2] in _ONE and lower[j].isalpha() and not lower[j].endswith("s")


def _is_of_several(tokens: Tokens, i: int, j: int) -> bool:
    """Return whether as many ages as people stand behind them: "two men, 26 and 41, were"."""
    lower, ages = tokens.lower, 1
    while ages < _MOST and lower[i - 1] in _LISTING and lower[i - 2].isdigit():
        i, ages = i - 2, ages + 1
    if lower[i - 1] != "," or lower[i - 2] not in _SEVERAL:
        return False
    while ages < _MOST and lower[j] in _LISTING and lower[j + 1].isdigit():
        j, ages = j + 2, ages + 1
    return _AS_MANY.get(lower[i - 3]) == ages and lower[j] in _AFTER_OF


def _is_at_age(lower: Sequence[str], i: int, j: int) -> bool:
    """Return whether "at 27" tells how old somebody is: "who at 27 is", "at 27 the youngest"."""
    if lower[i - 2] == "who":
        return lower[j] in _BEING or lower[j] in ("has", ",")
    return not _OLDEST.isdisjoint(lower[j : j + _NEAR])


def _is_surname(tokens: Tokens, k: int, j: int) -> bool:
    """Return whether token `k` names whose age stands behind a comma.

    "Marsh, 23, died": one name, and what became of its bearer; "the driver, Ilya Marsh, 23.":
    a first name and a last name.
    """
    words, lower = tokens.words, tokens.lower
    name = words[k]
    if k < 0 or not name.isalpha() or not name[0].isupper() or len(name) < 3:
        return False
    if lower[k - 1] in titles.FIRST_NAMES and words[k - 1][0].isupper():
        return True
    behind = lower[j + 1]
    return (
        lower[j] == ","
        and (lower[k - 1] not in language.PREPOSITIONS)
        and lower[k] not in OPENERS
        and lower[k] not in MONTHS
        and not words[k - 1][:1].isupper()
        and (
            behind in _AFTER_NAME
            or (behind in language.PAST and behind != "were")
            or behind in language.STATES
        )
        and not _is_country(name)
    )


def _is_country(name: str) -> bool:
    """Return whether a name is of a country: "Norway, 23, had the most medals"."""
    from factcheck.language.places import COUNTRIES  # noqa: PLC0415 - rarely asked

    return name in COUNTRIES


def _is_role(word: str) -> bool:
    """Return whether a word is of one person: "the driver, 34, was"."""
    return word in _ROLES or word.endswith(("man", "woman"))


def _worded(tokens: Tokens, draft: Draft) -> None:
    """Make an age of a duration: "40-year-old", "40 years of age", "aged 40 years"."""
    lower, j = tokens.lower, draft.last
    k = j + 1 if lower[j] in ("-", "‑", "‐") else j
    if lower[k] in ("old", "olds"):
        draft.form = Form.AGE
        draft.last = k + 1
    elif lower[j] == "of" and lower[j + 1] == "age":
        draft.form = Form.AGE
        draft.last = j + 2
    elif draft.unit in ("year", "month") and (
        lower[draft.first - 1] == "aged"
        or (lower[j] in ("and", "or") and lower[j + 1] in ("older", "younger"))
    ):
        draft.form = Form.AGE


def _is_bound(tokens: Tokens, draft: Draft, limit: int) -> bool:
    """Return whether people are said to be of, over or under an age: "voters over 18"."""
    lower, i = tokens.lower, draft.first
    before, ahead = lower[i - 1], lower[i - 2]
    behind = lower[draft.last : draft.last + 2]
    if behind[0] in ("and", "or") and behind[1] in _LIMITS:
        # "adults 65 and older"
        return before in _AGED
    if before in ("is", "was"):
        return ahead == "age" and lower[i - 3] in _WHOSE
    if before == "least":
        return ahead == "at" and lower[i - 3] == "aged"
    if before == "than":
        fits = ahead in ("younger", "older")
    else:
        fits = before in _SIDES and ahead in _AGED
    end = tokens.ends[draft.number_last - 1]
    return fits and counted.find(tokens.text, end, limit) is None


def _is_lifetime(tokens: Tokens, i: int) -> bool:
    """Return whether a life expectancy is said to be the number at token `i`."""
    lower = tokens.lower
    if lower[tokens.count and i - 1] not in _EXPECTING:
        return False
    ahead = lower[max(0, i - 12) : i]
    if "expectancy" not in ahead:
        return False
    at = len(ahead) - 1 - ahead[::-1].index("expectancy")
    return ahead[at - 1] == "life" and not {".", ";"} & {*ahead[at:]}


def _is_person(tokens: Tokens, i: int, j: int) -> bool:
    """Return whether a number is the age of whom the words before name.

    "Ilya Marsh (40) was hired", "Simon Marsh 44 has spent": a first name and a last name.
    """
    words, lower = tokens.words, tokens.lower
    bracket = words[i - 1] == "(" and words[j] == ")"
    if not bracket and lower[j] not in _SAYING:
        return False
    k = i - 2 if bracket else i - 1
    if k < 1 or not all(
        w[:1].isupper() and w.isalpha() and len(w) > 1 and not w.isupper()
        for w in words[k - 1 : k + 1]
    ):
        return False
    return lower[k - 1] in titles.FIRST_NAMES or (bracket and lower[j + 1] in _SAYING)
