# ruff: noqa: C901, PLR0911, PLR0912, PLR2004, RUF001 - one way out for each form; signs
"""Currencies in front of a number: signs, codes, and countries before a sign."""

from __future__ import annotations

from factcheck import units
from factcheck.extract.lexicon import SCALES
from factcheck.extract.numerals import Numeral
from factcheck.language.data import word_set
from factcheck.language.tokens import Tokens

MONEY_WORDS = word_set(
    """
    cost costs costing worth paid pay pays price priced fine fined spend spent
    spending budget fee fees earn earned sold sell sells bought buy invest invested raised
    bill loan debt salary wage wages tax compensation grant bonus fare charge charged
    """
)
_SPACED = word_set("Rs Rp Ksh KSh Dh Dhs Tk SFr Sh")


def before(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """Return the currency that stands before token `i`, and its first token, or None."""
    words = tokens.words
    word = words[i - 1]
    if not word or i == 0:
        return None
    gap = tokens.starts[i] - tokens.ends[i - 1]
    if gap > 1:
        return None
    signs = units.CURRENCY_SIGNS
    if word.isalpha():
        if gap and not (word.isupper() or word in _SPACED):
            return None
        if (
            not gap
            and words[i - 2] in ("$", "£", "¥")
            and tokens.adjacent(i - 1)
            and i >= 2
        ):
            code = signs.get(word + words[i - 2])
            if code is not None:
                return code, i - 2
        code = signs.get(word)
        if code is None and word in units.CURRENCIES and not _is_meeting(tokens, i):
            code = word
        if code is None and word == "PS" and not gap and _is_sum(tokens, i):
            # A pound sign that was lost on the wire.
            code = "GBP"
        if word == "euro" and not gap and _is_sum(tokens, i):
            code = "EUR"
        if word == "R" and not gap and _is_rand(tokens, i):
            return "ZAR", i - 1
        if not gap and len(words[i]) == 1 and not _goes_on(tokens, i):
            # "CHF3" is a formula.
            return None
        return None if code is None else (code, i - 1)
    if word == "=" and i >= 2 and words[i - 2] == "Y":
        # A yen sign that was lost on the wire.
        return ("JPY", i - 2) if not gap and tokens.adjacent(i - 1) and i >= 2 else None
    if word == "." and i >= 2 and tokens.adjacent(i - 1):
        code = signs.get(f"{words[i - 2]}.")
        return None if code is None else (code, i - 2)
    if (
        word == "(" and i >= 2 and tokens.adjacent(i) and tokens.adjacent(i - 1)
    ) and words[i + 1] == ")":
        # "$(1,204)": a loss.
        code = signs.get(words[i - 2])
        return None if code is None else (code, i - 2)
    if (
        word in ("-", "−")
        and i >= 2
        and tokens.adjacent(i)
        and tokens.adjacent(i - 1)
        and words[i - 2] in signs
    ):
        return signs[words[i - 2]], i - 2
    code = signs.get(word)
    if code is None:
        return None
    prefix = words[i - 2] if i >= 2 else ""
    if prefix.isalpha() and prefix[0].isupper():
        near = tokens.starts[i - 1] - tokens.ends[i - 2]
        longer = signs.get(prefix + word)
        if prefix == "A" and tokens.starts[i - 1] > tokens.ends[i - 2]:
            # "A $5 entry": an article.
            longer = None
            prefix = ""
        if longer is not None and near <= 1:
            return longer, i - 2
        if not near:
            return None
    if (
        prefix == "."
        and i >= 4
        and tokens.surface(i - 5 if i >= 5 else 0, i).endswith("U.S.$")
    ):
        return "USD", i - 5
    return code, i - 1


_MASS_WORDS = word_set(
    """
    weigh weighs weighed weighing weight weights heavy heavier lost lose gained gain
    body cocaine heroin marijuana meat thrust pressure body
    """
)


def pounds(tokens: Tokens, k: int, numeral: Numeral) -> str:
    """Tell money from mass."""
    lower = tokens.lower
    if lower[k + 1] in ("of", "-") and not numeral.scaled:
        return "pound"
    if "pence" in lower[k + 1 : k + 5]:
        return "GBP"
    near = {*lower[max(0, k - 8) : k], *lower[k + 1 : k + 4]}
    if near & _MASS_WORDS:
        return "pound"
    if numeral.scaled or near & MONEY_WORDS:
        return "GBP"
    return "pound"


_CROWNS = {
    "SEK": "sweden swedish swede swedes sweden's stockholm gothenburg",
    "NOK": "norway norwegian norwegians norway's oslo bergen",
    "DKK": "denmark danish dane danes denmark's copenhagen",
    "CZK": "czech czechs czechia prague brno czechoslovak czechoslovakia",
    "ISK": "iceland icelandic iceland's reykjavik",
    "crown": "slovak slovakia slovaks bratislava estonia estonian estonians tallinn",
}


def crowns(tokens: Tokens, k: int) -> str:
    """Return whose crowns stand at token `k`, by the one country told near, else "crown"."""
    text, at = tokens.text, tokens.starts[k]
    line = text.find("\n\n", at, at + 80)
    before = text[max(text.rfind("\n\n", 0, at) + 1, at - 400) : at]
    near = {
        word.strip(".,;:()'\"")
        for word in (before + text[at : line if line >= 0 else at + 80]).lower().split()
    }
    told = [
        code for code, words in _CROWNS.items() if not near.isdisjoint(words.split())
    ]
    return told[0] if len(told) == 1 else "crown"


def _is_meeting(tokens: Tokens, i: int) -> bool:
    """Return whether "COP 26" is a conference rather than so many pesos."""
    return (
        tokens.words[i - 1] == "COP"
        and len(tokens.words[i]) <= 2
        and tokens.lower[i + 1] not in SCALES
        and tokens.words[i + 1] not in ("m", "bn", "k")
    )


def _is_sum(tokens: Tokens, i: int) -> bool:
    """Return whether digits can only be a sum of money: 2.7, 1,200, 6m, 6 million."""
    following = tokens.words[i + 1]
    return (
        not tokens.words[i].isdigit()
        or following.lower() in SCALES
        or (following in ("m", "bn", "k") and tokens.adjacent(i + 1))
    )


def _is_rand(tokens: Tokens, i: int) -> bool:
    """Return whether digits after a capital R are a sum: R1,500, R2.5bn, "costs R95"."""
    number, following = tokens.words[i], tokens.words[i + 1]
    return (
        "," in number
        or following.lower() in SCALES
        or (following in ("m", "bn", "k") and tokens.adjacent(i + 1))
        or not MONEY_WORDS.isdisjoint(tokens.lower[max(0, i - 6) : i])
    )


def _goes_on(tokens: Tokens, i: int) -> bool:
    following = tokens.lower[i + 1]
    return following in SCALES or (tokens.adjacent(i + 1) and following.isalpha())
