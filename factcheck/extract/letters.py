# ruff: noqa: C901, PLR0911, PLR0912, PLR2004, RUF001 - one way out for each form; signs
"""Whether letters behind a number are the symbol of a unit there, or a word or part of a name."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract import symbols
from factcheck.extract.numerals import Numeral
from factcheck.language import lexicon as language
from factcheck.language.data import word_set
from factcheck.language.tokens import Tokens
from factcheck.language.words import is_plural

# Symbols that are also words or letters of names: with a space before them, only in digits
# and where nothing speaks against it.
_LETTERS = word_set(
    """
    A B C F J K L M N S T V W d g h l m s t st ha mo Mt Ma Da bp cd ct pc
    """
)
# What may stand behind a unit that is one capital letter.
_BEHIND_LETTERS = word_set(
    """
    of and in at per or to when is was for from with under while than are by were
    """
)
_SCREENS = word_set(
    """
    resolution video videos tv tvs display displays screen screens monitor ultra uhd
    camera content footage
    """
)
_LENGTH_TAILS = word_set(
    """
    thick wide long tall high deep across in x × by diameter
    """
)
_BEHIND_INCHES = word_set(
    """
    across wide long tall high deep thick x × by in diameter screen screens monitor tv
    display wheels wheel alloy alloys tablet laptop pipe
    """
)


# Elements whose signs are units as well, and the mass numbers that are named.
_ISOTOPES = {
    "C": (11, 12, 13, 14),
    "S": (32, 33, 34, 35),
    "H": (2, 3),
    "N": (13, 14, 15),
    "F": (18, 19),
    "K": (39, 40, 41),
}
_BEHIND_ISOTOPES = word_set(
    """
    dates date dating dated ages age values value ratio ratios isotope isotopes enrichment
    depletion excursion excursions labelled labeled label nmr methionine signal spectra
    spectrum spectroscopy content concentrations activity
    """
)


def _is_isotope(tokens: Tokens, k: int, numeral: Numeral, symbol: str) -> bool:
    """Return whether a mass number stands before its element: "14C dates", "35S-labelled"."""
    if numeral.point or numeral.value not in _ISOTOPES[symbol]:
        return False
    if tokens.words[k + 1] == "/" and tokens.words[k + 2][:1].isdigit():
        return True  # "13C/12C"
    if tokens.lower[k + 1] in _BEHIND_ISOTOPES:
        return True
    return (
        tokens.words[k + 1] in ("-", "‐", "‑")
        and tokens.adjacent(k + 1)
        and tokens.adjacent(k + 2)
        and tokens.words[k + 2].isalpha()
    )


_BALLISTICS = word_set("muzzle velocity bullet arrow rifle shot feet")


def is_symbol(
    tokens: Tokens,
    k: int,
    numeral: Numeral,
    symbol: str,
    *,
    spaced: bool,
    hyphened: bool,
) -> bool:
    """Return whether a symbol of letters is one here, not a word or part of a name."""
    following = tokens.words[k + 1]
    if symbol == "Mg":
        return symbols.is_divisor(tokens, k + 1)
    if symbol == "kb":
        return is_genetic(tokens, k)
    if symbol == "ct":
        return is_of_gems(tokens, k)
    if symbol == "in":
        return _is_inch(tokens, k, numeral, spaced=spaced, hyphened=hyphened)
    if symbol == "c":
        return numeral.point and abs(numeral.value) < 1
    if symbol == "fps":
        # Frames, as a rule.
        return not _BALLISTICS.isdisjoint(tokens.lower[max(0, k - 12) : k])
    if symbol in ("am", "pm"):
        return (spaced and numeral.value > 12) or (
            numeral.point and numeral.step != Decimal("0.01")
        )
    if not spaced:
        if symbol == "s":
            # "20s" is a decade, or people of that age; but "3m 20s" is a time.
            # "The 6-3/8s of 2031" are bonds.
            return not numeral.fraction and (
                numeral.point
                or int(numeral.value) % 10 != 0
                or (
                    tokens.words[k - 2] in ("m", "min", "mins")
                    and tokens.words[k - 3][-1:].isdigit()
                )
            )
        if symbol == "st":
            return int(numeral.value) % 10 != 1 or int(numeral.value) % 100 == 11
        return not (
            (symbol == "K" and tokens.lower[k + 1] in _SCREENS)
            or (symbol in _ISOTOPES and _is_isotope(tokens, k, numeral, symbol))
        )
    if symbol not in _LETTERS or symbols.is_divisor(tokens, k + 1):
        return True
    if (
        following == "."
        and tokens.words[k + 2][:1].isupper()
        and tokens.adjacent(k + 1)
        and len(symbol) == 1
    ):
        # "5 J. Smith", but the end of a sentence is no initial.
        return tokens.starts[k + 2] - tokens.ends[k + 1] > 0 and (
            symbol not in "AJ" or numeral.point
        )
    if (
        len(symbol) == 1
        and symbol.isupper()
        and following[:1].isdigit()
        and k >= 2
        and len(element := tokens.words[k - (4 if tokens.words[k - 2] in "-–" else 2)])
        <= 2
        and element[:1].isupper()
    ):
        # A list of elements: "Mo 0.40 V 0.12".
        return False
    if symbol in ("A", "S", "st", "Mt"):
        return (
            not following
            or not (following[0].isalpha() or following in ("&", "-"))
            or following in ("of", "per")
            or (numeral.point and following in _BEHIND_LETTERS)
        )
    if symbol in ("B", "T") or (symbol == "M" and not following.isalpha()):
        return (
            not following
            or not following[0].islower()
            or following in _BEHIND_LETTERS
            or (
                symbol == "T" and following in ("magnet", "magnets", "field", "scanner")
            )
        )
    return True


def is_inch_mark(tokens: Tokens, k: int) -> bool:
    """Return whether a quotation mark after digits measures: 14" across, a 32" screen."""
    text, at = tokens.text, tokens.starts[k]
    # Another mark before it in the line: it closes a quotation.
    line = text[max(text.rfind("\n", 0, at) + 1, at - 400) : at]
    return line.count('"') % 2 == 0 and tokens.lower[k + 1] in _BEHIND_INCHES


_GEMS = word_set(
    """
    gold diamond diamonds stone stones ring rings gem gems gemstone ruby rubies sapphire sapphires
    emerald emeralds jewel jewels jewellery jewelry necklace brooch pendant earring earrings tiara
    """
)
_TRADED = word_set("shares share stock stocks bonds futures trading session dealings")


def is_of_gems(tokens: Tokens, k: int) -> bool:
    """Return whether "ct" at token `k` stands among words of gems: carats, and no cents."""
    return not _GEMS.isdisjoint(tokens.lower[max(0, k - 12) : k + 8])


def _is_inch(
    tokens: Tokens, k: int, numeral: Numeral, *, spaced: bool, hyphened: bool
) -> bool:
    if hyphened or not spaced:
        return not numeral.words
    following = tokens.lower[k + 1]
    if numeral.words:
        return False
    if following in _LENGTH_TAILS:
        return True
    if numeral.fraction:
        # "It gained 2-1/4 to 31-7/8 in brisk dealings"
        return _TRADED.isdisjoint(tokens.lower[max(0, k - 12) : k + 8])
    return bool(not following or following in (".", ",", ")", ";", "(", "]"))


_GENETICS = word_set(
    """
    dna rna gene genes genome amplicon amplicons primer primers fragment fragments pcr
    sequence sequences read reads exon intron promoter deletion insertion plasmid locus
    product products band bands probe chromosome contig contigs upstream downstream
    """
)


def is_genetic(tokens: Tokens, k: int) -> bool:
    """Return whether "bp" at token `k` stands among words of genetics: base pairs."""
    return not _GENETICS.isdisjoint(tokens.lower[max(0, k - 12) : k + 8])


BASES = {"bp": "base_pair", "Mb": "megabase_pair", "Gb": "gigabase_pair"}


_BEHIND_ORBITALS = word_set(
    "orbital orbitals state states level levels electron electrons band bands core shell"
)


def is_orbital(tokens: Tokens, k: int) -> bool:
    """Return whether "6p" is a shell of an atom: "Bi 6p", "the 2p orbital"."""
    if tokens.lower[k + 1] in _BEHIND_ORBITALS:
        return True
    element = tokens.words[k - 2]
    return (
        element.istitle()
        and len(element) <= 2
        and len(tokens.words[k - 1]) == 1
        and element.lower() not in language.FUNCTION_WORDS
    )


# What has a height, a length or a depth: "9 m waves" with a blank are no millions.
IN_METRES = word_set(
    """
    waves swells seas surges tides breakers walls fences masts cliffs poles trees drops
    sprints hurdles dives jumps towers ladders trenches pipes cables boats yachts pools
    """
)
_BEFORE_PART = word_set(", : ; ( and remaining other another further from about some")
_LENGTHS = word_set(
    """
    long wide tall high deep thick across above below away apart ahead
    """
)
_LOOKED_BACK = 48  # tokens


def takes_up_millions(tokens: Tokens, j: int) -> bool:
    """Return whether "m" is that of millions told before: "19.4m tonnes: 8.1m of ore"."""
    lower = tokens.lower
    if lower[j - 2] not in _BEFORE_PART or lower[j + 1] in _LENGTHS:
        return False
    for k in range(j - 3, max(0, j - _LOOKED_BACK), -1):
        if (
            tokens.words[k] == "."
            or "\n" in tokens.text[tokens.ends[k] : tokens.starts[k + 1]]
        ):
            return False
        if tokens.words[k] == "m" and tokens.words[k - 1][:1].isdigit():
            if not tokens.adjacent(k) or lower[k + 1] in _LENGTHS | IN_METRES:
                return False
            if tokens.words[k + 1].islower() and is_plural(lower[k + 1]):
                return lower[k + 1] not in ("is", "was", "as")
    return False
