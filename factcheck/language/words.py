"""Word forms: the lemma of a word, all forms of a term, and what a word can be."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from factcheck.language import irregular, lexicon, verbs
from factcheck.language.data import word_set

_VOWELS: Final = frozenset("aeiou")
_CONSONANTS: Final = frozenset("bcdfghjklmnpqrstvwxyz")
_SIBILANTS: Final = ("s", "x", "z", "ch", "sh")
_SHORT: Final = 3  # letters: "gas", "bus", "his" are no plurals
_INITIALISMS: Final = word_set("tvs pcs mps cds ads ids eps lps uks bbs")
_NOUN_ENDINGS: Final = (
    "tion", "sion", "ment", "ness", "ity", "ship", "hood", "ism", "ist", "ance", "ence",
    "dom", "ure", "age", "ery", "cy", "er", "or", "ee", "ian",
)  # fmt: skip
_VERB_ENDINGS: Final = ("ise", "ize", "ify", "ate")

# Form -> base, of the irregular verbs; the first verb that has a form keeps it.
_BASES: dict[str, str] = {}
for _verb, _forms in irregular.VERBS.items():
    for _form in _forms:
        _BASES.setdefault(_form, _verb)
# Words that are their own lemma though they look like, or are, a form of something else.
_OWN: Final = word_set(
    """
    being wound ground bound number during evening morning building thing
    something nothing anything everything king ring sing bring string spring wing
    ceiling feeling sibling darling sterling shilling herring pudding wedding
    hundred breed seed need feed speed weed deed bleed exceed proceed succeed indeed
    red bed shed sled wed fed led embed naked sacred wicked rugged biped
    dead shooting stabbing holding warming housing spending funding lending borrowing
    earnings savings crossing drawing painting
    """
)
_LEMMAS: Final[dict[str, str]] = (
    {verb: verb for verb in irregular.VERBS} | _BASES | {word: word for word in _OWN}
)


_SINGULAR_MEN: Final = word_set(
    """
    specimen regimen abdomen omen acumen amen semen stamen yemen hymen cyclamen ramen
    bitumen dolmen rumen lumen foramen albumen cerumen turkmen examen
    """
)


def is_plural(lower: str) -> bool:
    """Return whether a lower-case word reads as a plural noun.

    >>> is_plural("attacks"), is_plural("people"), is_plural("virus")
    (True, True, False)
    """
    if lower in lexicon.PLURALS:
        return True
    if lower[-1:] != "s":
        # Few singulars end like "oarsmen" and "gentlemen".
        return (lower[-3:] == "men" and lower not in _SINGULAR_MEN) or (
            "-" in lower and lower.rpartition("-")[2] in lexicon.PLURALS
        )
    if len(lower) <= _SHORT:
        return lower in _INITIALISMS
    return lower not in lexicon.SINGULAR_S and lower[-2] not in "sui'\u2019"


@lru_cache(maxsize=8192)
def singular(noun: str) -> str:
    """Return the singular of a noun in lower case; a singular comes back as it is.

    >>> singular("Attacks"), singular("bodies"), singular("people")
    ('attack', 'body', 'person')
    """
    word = noun.lower()
    found = irregular.NOUNS.get(word)
    if found:
        return found
    head, hyphen, tail = word.rpartition("-")
    if hyphen and tail:
        return f"{head}-{singular(tail)}"
    if word.endswith("men") and is_plural(word):
        return word[:-3] + "man"
    return _without_s(word) if is_plural(word) and word[-1] == "s" else word


def _without_s(word: str) -> str:
    """Take the ending of a plural, or of a verb's third person, off."""
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > _SHORT + 1 else word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=8192)
def lemma(word: str) -> str:
    """Return the dictionary form of a word: noun singular, verb base.

    Without its sentence a word is read as what it most often is: "rose" as rise, "houses" as
    house.

    >>> lemma("killed"), lemma("fled"), lemma("Children"), lemma("planning")
    ('kill', 'flee', 'child', 'plan')
    """
    lower = word.lower()
    if lower in irregular.NOUNS or lower in lexicon.PLURALS:
        return singular(lower)
    if lower in _LEMMAS:
        return _LEMMAS[lower]
    if lower.endswith("ed") and len(lower) > _SHORT + 1:
        return _verb_of(lower, lower[:-2])
    if lower.endswith("ing") and len(lower) > _SHORT + 2:
        return _verb_of(lower, lower[:-3])
    return singular(lower)


def _verb_of(word: str, stem: str) -> str:
    """Return the verb that an -ed or -ing form is of; the word itself where none is known."""
    candidates = [stem + "e", stem]
    if stem[-1] == stem[-2]:
        candidates.append(stem[:-1])
    if stem[-1] == "i":
        candidates.append(stem[:-1] + "y")
    for candidate in candidates:
        if candidate in verbs.REGULAR or candidate in irregular.VERBS:
            return candidate
    for candidate in candidates:
        if candidate.endswith(("ate", "ise", "ize", "ify")):
            return candidate
    return word


@lru_cache(maxsize=4096)
def forms(word: str) -> frozenset[str]:
    """Return all forms of a term, in lower case, as rule terms match them.

    A term is read as noun and as verb, for the difference costs nothing in matching; British
    and American spellings are the same term. Of several words the last and every content
    word vary, one at a time or together.

    >>> sorted(forms("flee"))
    ['fled', 'flee', 'fleeing', 'flees']
    """
    parts = word.lower().split()
    if not parts:
        return frozenset()
    if len(parts) == 1:
        return _forms_of_word(parts[0])
    phrases = [""]
    for part in parts:
        varied = (
            {part}
            if part in lexicon.FUNCTION_WORDS or not part[0].isalpha()
            else _forms_of_word(part)
        )
        phrases = [f"{phrase} {form}".lstrip() for phrase in phrases for form in varied]
        if len(phrases) > _N_PHRASES:
            return frozenset({" ".join(parts)})
    return frozenset(phrases)


_N_PHRASES: Final = 4096


def _forms_of_word(word: str) -> frozenset[str]:
    found: set[str] = set()
    for spelling in spellings(word):
        base = lemma(spelling)
        for start in {spelling, base}:
            found |= spellings(start)
            if start == base or base == singular(start):
                found |= _noun_forms(start)
            if start == base or start in irregular.VERBS:
                found |= _verb_forms(start)
    return frozenset(found)


def _noun_forms(noun: str) -> set[str]:
    base = singular(noun)
    found = {noun, base}
    irregulars = [plural for plural, one in irregular.NOUNS.items() if one == base]
    found.update(irregulars)
    if not irregulars and base not in lexicon.PLURALS:
        found.add(_with_s(base))
    return found


def _with_s(base: str) -> str:
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    if base.endswith(_SIBILANTS):
        return base + "es"
    return base + "s"


def _verb_forms(base: str) -> set[str]:
    if base not in irregular.VERBS and not (base.isalpha() and is_verb_like(base)):
        return set()
    found = {base, _with_s(base)}
    stems = [base]
    doubled = base + base[-1]
    if base in irregular.DOUBLING:
        stems = [doubled, base] if base[-1] == "l" else [doubled]
    elif _doubles(base):
        stems = [doubled]
    irregular_forms = irregular.VERBS.get(base)
    if irregular_forms is not None:
        found.update(irregular_forms)
    for stem in stems:
        if irregular_forms is None:
            found.add(_with_ed(stem))
        found.add(_with_ing(stem))
    return found


def _doubles(base: str) -> bool:
    """Return whether a verb of one syllable doubles its last letter: stop, plan, ban."""
    last = base[-1]
    return (
        len(base) > 2  # noqa: PLR2004 - consonant, vowel, consonant
        and last in _CONSONANTS - frozenset("wxy")
        and base[-2] in _VOWELS
        and base[-3] not in _VOWELS
        and sum(letter in _VOWELS for letter in base) == 1
        and "y" not in base[1:-1]
    )


def _with_ed(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    if stem.endswith("y") and stem[-2:-1] not in _VOWELS:
        return stem[:-1] + "ied"
    return stem + "ed"


def _with_ing(stem: str) -> str:
    if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")):
        return (stem[:-2] + "y" if stem.endswith("ie") else stem[:-1]) + "ing"
    return stem + "ing"


_BRITISH: Final = irregular.SPELLINGS
_AMERICAN: Final = {british: american for american, british in _BRITISH.items()}


def spellings(word: str) -> set[str]:
    """Return the British and American spellings of a lower-case word, itself included.

    >>> sorted(spellings("hospitalised"))
    ['hospitalised', 'hospitalized']
    """
    found = {word}
    for table in (_BRITISH, _AMERICAN):
        if word in table:
            found.add(table[word])
        elif word[-1:] == "s" and word[:-1] in table:
            found.add(table[word[:-1]] + "s")
    for british, american in (("is", "iz"), ("ys", "yz")):
        for ending in ("e", "ed", "es", "ing", "ation", "ations", "er", "ers"):
            for one, other in ((british, american), (american, british)):
                tail = one + ending
                if (
                    word.endswith(tail)
                    and len(word) > len(tail) + _SHORT
                    and not word.endswith(_KEEPS_S)
                ):
                    found.add(word[: -len(tail)] + other + ending)
    return found


# Verbs in -ise that have no spelling in -ize.
_KEEPS_S: Final = tuple(
    stem + ending
    for stem in ("promis", "exercis", "advertis", "supervis", "televis", "surpris",
                 "compromis", "enterpris", "franchis", "expertis", "otherwis", "likewis",
                 "paradis", "merchandis", "compris", "advis", "devis", "revis",
                 "disguis", "excis", "precis", "treatis", "improvis", "cruis", "bruis",
                 "prais", "rais", "nois", "pois", "poison")
    for ending in ("e", "ed", "es", "er", "ers", "ing")
)  # fmt: skip


def is_noun_like(word: str) -> bool:
    """Return whether a word, on its own, can well be a noun."""
    lower = word.lower()
    if lower in lexicon.FUNCTION_WORDS:
        return False
    if lower in lexicon.NOUNS or is_plural(lower) or lower.endswith(_NOUN_ENDINGS):
        return True
    return not (
        lower in lexicon.ADJECTIVES
        or lower in lexicon.PREDICATES
        or lower.endswith(("ly", "ed", "ous", "ful", "less", "able", "ible", "ical"))
    )


def is_verb_like(word: str) -> bool:
    """Return whether a word, on its own, can well be a verb or a form of one."""
    lower = word.lower()
    if lower in lexicon.FUNCTION_WORDS:
        return False
    return (
        lower in verbs.REGULAR
        or lower in irregular.VERBS
        or lower in _BASES
        or lower.endswith(_VERB_ENDINGS)
        or (lemma(lower) != lower and lemma(lower) in verbs.REGULAR)
    )
