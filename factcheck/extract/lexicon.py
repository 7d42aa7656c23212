# ruff: noqa: RUF001 - signs as people type them
"""Words of the grammar: number words, scale words, modifiers, and what is no quantity."""

from __future__ import annotations

from decimal import Decimal

from factcheck.language.data import word_set
from factcheck.model import Modifier

ONES: dict[str, int] = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS: dict[str, int] = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
# Scale words: short scale, as in all of today's English news; Indian ones beside them.
SCALES: dict[str, int] = {
    "hundred": 2,
    "thousand": 3,
    "lakh": 5,
    "lac": 5,
    "million": 6,
    "crore": 7,
    "milliard": 9,
    "billion": 9,
    "trillion": 12,
    "quadrillion": 15,
    "quintillion": 18,
}
SCALES |= {
    f"{word}s": power
    for word, power in SCALES.items()
    if word in ("lakh", "crore", "million", "billion", "trillion")
}
# Suffixes and abbreviations after digits; case matters. None of these is a unit that could
# stand there, but for those in AMBIGUOUS_SUFFIXES.
SUFFIXES: dict[str, int] = {
    "bn": 9,
    "Bn": 9,
    "BN": 9,
    "bln": 9,
    "mln": 6,
    "mn": 6,
    "Mn": 6,
    "MM": 6,
    "mm": 6,
    "mil": 6,
    "tn": 12,
    "trn": 12,
    "tln": 12,
    "k": 3,
    "cr": 7,
    "Cr": 7,
    "m": 6,
    "M": 6,
    "b": 9,
    "B": 9,
    "K": 3,
    "t": 12,
    "T": 12,
    "thou": 3,
}
# Always a scale, whatever follows.
SURE_SUFFIXES = word_set(
    """
    bn Bn BN bln mln mn trn tln
    """
)

# Behind tens and a hyphen: "twenty-first". A "twenty-second" may be a time.
ORDINALS = word_set(
    """
    first third fourth fifth sixth seventh eighth ninth
    """
)
FRACTIONS: dict[str, int] = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "sevenths": 7,
    "eighth": 8,
    "eighths": 8,
    "ninth": 9,
    "ninths": 9,
    "tenth": 10,
    "tenths": 10,
    "twelfth": 12,
    "sixteenth": 16,
    "sixteenths": 16,
    "hundredth": 100,
    "hundredths": 100,
    "thousandth": 1000,
    "thousandths": 1000,
}
VULGAR: dict[str, tuple[int, int]] = {
    "¼": (1, 4),
    "½": (1, 2),
    "¾": (3, 4),
    "⅐": (1, 7),
    "⅑": (1, 9),
    "⅒": (1, 10),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}

# Vague counts: what the word spans in name, and how it is read (DESIGN section 3).
VAGUE: dict[str, tuple[int, int, int, int]] = {
    "dozens": (12, 120, 24, 99),
    "scores": (20, 200, 40, 199),
    "tens": (10, 100, 20, 99),
    "hundreds": (100, 1_000, 200, 999),
    "thousands": (1_000, 10_000, 2_000, 9_999),
    "millions": (10**6, 10**9, 2 * 10**6, 10**9 - 1),
    "billions": (10**9, 10**12, 2 * 10**9, 10**12 - 1),
    "trillions": (10**12, 10**15, 2 * 10**12, 10**15 - 1),
    "lakhs": (10**5, 10**7, 2 * 10**5, 10**7 - 1),
    "crores": (10**7, 10**9, 2 * 10**7, 10**9 - 1),
}
# Vague multipliers: "several hundred", "a few thousand", "a couple of hundred".
VAGUE_FACTORS: dict[str, tuple[int, int]] = {
    "several": (3, 9),
    "few": (2, 9),
    "couple": (2, 3),
}
MULTIPLES: dict[str, int] = {
    "twice": 2,
    "thrice": 3,
    "double": 2,
    "doubled": 2,
    "doubles": 2,
    "doubling": 2,
    "triple": 3,
    "tripled": 3,
    "triples": 3,
    "tripling": 3,
    "trebled": 3,
    "treble": 3,
    "trebling": 3,
    "quadruple": 4,
    "quadrupled": 4,
    "quadrupling": 4,
    "quintupled": 5,
    "halved": 0,
    "halving": 0,
}
MULTIPLES |= {f"{word}fold": value for word, value in ONES.items() if value > 1}
MULTIPLES |= {"twentyfold": 20, "hundredfold": 100, "thousandfold": 1000}

# Singular unit words that "a" or "an" makes a quantity of, after a modifier.
ARTICLE_UNITS = word_set(
    """
    year month week day hour minute second decade century fortnight millennium mile
    kilometre kilometer metre meter yard foot inch acre hectare gallon litre liter
    pint ton tonne kilogram pound barrel degree dollar euro penny
    """
)

_M = Modifier

# Modifiers before a number, by the words in front of it.
BEFORE: dict[str, Modifier | None] = {
    "about": _M.ABOUT,
    "around": _M.ABOUT,
    "roughly": _M.ABOUT,
    "approximately": _M.ABOUT,
    "approx": _M.ABOUT,
    "some": _M.ABOUT,
    "circa": _M.ABOUT,
    "ca": _M.ABOUT,
    "an estimated": _M.ABOUT,
    "estimated": _M.ABOUT,
    "approximate": _M.ABOUT,
    "an approximate": _M.ABOUT,
    "estimated at": _M.ABOUT,
    "estimates of": _M.ABOUT,
    "somewhere around": _M.ABOUT,
    "something like": _M.ABOUT,
    "in the region of": _M.ABOUT,
    "in the vicinity of": _M.ABOUT,
    "in the neighbourhood of": _M.ABOUT,
    "in the neighborhood of": _M.ABOUT,
    "on the order of": _M.ABOUT,
    "in the order of": _M.ABOUT,
    "of the order of": _M.ABOUT,
    "more or less": _M.ABOUT,
    "give or take": _M.ABOUT,
    "at around": _M.ABOUT,
    "an average of about": _M.ABOUT,
    "~": _M.ABOUT,
    "∼": _M.ABOUT,
    "≈": _M.ABOUT,
    "≃": _M.ABOUT,
    "≅": _M.ABOUT,
    "nearly": _M.NEARLY,
    "almost": _M.NEARLY,
    "close to": _M.NEARLY,
    "approaching": _M.NEARLY,
    "nearing": _M.NEARLY,
    "near": _M.ABOUT,
    "near to": _M.NEARLY,
    "virtually": _M.NEARLY,
    "practically": _M.NEARLY,
    "just under": _M.NEARLY,
    "just below": _M.NEARLY,
    "just shy of": _M.NEARLY,
    "just short of": _M.NEARLY,
    "shy of": _M.NEARLY,
    "slightly under": _M.NEARLY,
    "slightly below": _M.NEARLY,
    "slightly less than": _M.NEARLY,
    "slightly fewer than": _M.NEARLY,
    "a little less than": _M.NEARLY,
    "a little under": _M.NEARLY,
    "a bit under": _M.NEARLY,
    "a bit less than": _M.NEARLY,
    "a shade under": _M.NEARLY,
    "a fraction under": _M.NEARLY,
    "just less than": _M.NEARLY,
    "not quite": _M.NEARLY,
    "just over": _M.JUST_OVER,
    "just above": _M.JUST_OVER,
    "just more than": _M.JUST_OVER,
    "slightly over": _M.JUST_OVER,
    "slightly above": _M.JUST_OVER,
    "slightly more than": _M.JUST_OVER,
    "a little more than": _M.JUST_OVER,
    "a little over": _M.JUST_OVER,
    "a little above": _M.JUST_OVER,
    "little more than": _M.JUST_OVER,
    "little over": _M.JUST_OVER,
    "a bit over": _M.JUST_OVER,
    "a bit more than": _M.JUST_OVER,
    "a shade over": _M.JUST_OVER,
    "marginally over": _M.JUST_OVER,
    "marginally above": _M.JUST_OVER,
    "marginally more than": _M.JUST_OVER,
    "at least": _M.AT_LEAST,
    "at the least": _M.AT_LEAST,
    "at the very least": _M.AT_LEAST,
    "no fewer than": _M.AT_LEAST,
    "no less than": _M.AT_LEAST,
    "not less than": _M.AT_LEAST,
    "not fewer than": _M.AT_LEAST,
    "nothing less than": _M.AT_LEAST,
    "as few as": _M.AT_LEAST,
    "as little as": _M.AT_LEAST,
    "as low as": _M.AT_LEAST,
    "a minimum of": _M.AT_LEAST,
    "minimum of": _M.AT_LEAST,
    "minimum": _M.AT_LEAST,
    "min": _M.AT_LEAST,
    "upwards of": _M.AT_LEAST,
    "upward of": _M.AT_LEAST,
    "starting at": _M.AT_LEAST,
    "starting from": _M.AT_LEAST,
    "≥": _M.AT_LEAST,
    "⩾": _M.AT_LEAST,
    "≧": _M.AT_LEAST,
    "> =": _M.AT_LEAST,
    "more than": _M.MORE_THAN,
    "greater than": _M.MORE_THAN,
    "larger than": _M.MORE_THAN,
    "bigger than": _M.MORE_THAN,
    "higher than": _M.MORE_THAN,
    "longer than": _M.MORE_THAN,
    "older than": _M.MORE_THAN,
    "heavier than": _M.MORE_THAN,
    "better than": _M.MORE_THAN,
    "in excess of": _M.MORE_THAN,
    "over": _M.MORE_THAN,
    "over than": _M.MORE_THAN,
    "well over": _M.MORE_THAN,
    "above": _M.MORE_THAN,
    "beyond": _M.MORE_THAN,
    "north of": _M.MORE_THAN,
    "exceeding": _M.MORE_THAN,
    "exceeds": _M.MORE_THAN,
    "exceed": _M.MORE_THAN,
    "exceeded": _M.MORE_THAN,
    "topping": _M.MORE_THAN,
    "topped": _M.MORE_THAN,
    "surpassing": _M.MORE_THAN,
    "surpassed": _M.MORE_THAN,
    ">": _M.MORE_THAN,
    "≫": _M.MORE_THAN,
    "up to": _M.UP_TO,
    "upto": _M.UP_TO,
    "as many as": _M.UP_TO,
    "as much as": _M.UP_TO,
    "as high as": _M.UP_TO,
    "as long as": _M.UP_TO,
    "no more than": _M.UP_TO,
    "not more than": _M.UP_TO,
    "no greater than": _M.UP_TO,
    "no longer than": _M.UP_TO,
    "no higher than": _M.UP_TO,
    "not exceeding": _M.UP_TO,
    "not exceed": _M.UP_TO,
    "not to exceed": _M.UP_TO,
    "at most": _M.UP_TO,
    "at the most": _M.UP_TO,
    "a maximum of": _M.UP_TO,
    "maximum of": _M.UP_TO,
    "maximum": _M.UP_TO,
    "max": _M.UP_TO,
    "≤": _M.UP_TO,
    "⩽": _M.UP_TO,
    "≦": _M.UP_TO,
    "≲": _M.UP_TO,
    "≳": _M.AT_LEAST,
    "< =": _M.UP_TO,
    "less than": _M.LESS_THAN,
    "fewer than": _M.LESS_THAN,
    "lower than": _M.LESS_THAN,
    "smaller than": _M.LESS_THAN,
    "shorter than": _M.LESS_THAN,
    "younger than": _M.LESS_THAN,
    "lighter than": _M.LESS_THAN,
    "under": _M.LESS_THAN,
    "below": _M.LESS_THAN,
    "south of": _M.LESS_THAN,
    "sub": _M.LESS_THAN,
    "<": _M.LESS_THAN,
    "≪": _M.LESS_THAN,
    # Said to be exact, or words that only look like a bound.
    "exactly": None,
    "precisely": None,
    "just about": _M.ABOUT,
    "rather than": None,
    "other than": None,
    "all over": None,
}
BEFORE_LAST = frozenset(key.rsplit(" ", 1)[-1] for key in BEFORE)
MAX_BEFORE = max(key.count(" ") + 1 for key in BEFORE)

# Words that may stand between a modifier and its number.
BETWEEN = word_set(
    """
    a an the another additional extra further its their his her of total combined
    record full whole roughly about approximately around another's further
    """
)

# Modifiers after a number or its unit.
AFTER: dict[str, Modifier] = {
    "or so": _M.ABOUT,
    "or thereabouts": _M.ABOUT,
    "give or take": _M.ABOUT,
    "or more": _M.AT_LEAST,
    "or longer": _M.AT_LEAST,
    "or older": _M.AT_LEAST,
    "or over": _M.AT_LEAST,
    "or above": _M.AT_LEAST,
    "or higher": _M.AT_LEAST,
    "or greater": _M.AT_LEAST,
    "or better": _M.AT_LEAST,
    "and above": _M.AT_LEAST,
    "and over": _M.AT_LEAST,
    "and older": _M.AT_LEAST,
    "and up": _M.AT_LEAST,
    "and upwards": _M.AT_LEAST,
    "and counting": _M.AT_LEAST,
    "at least": _M.AT_LEAST,
    "at minimum": _M.AT_LEAST,
    "minimum": _M.AT_LEAST,
    "plus": _M.AT_LEAST,
    "+": _M.AT_LEAST,
    "or less": _M.UP_TO,
    "or fewer": _M.UP_TO,
    "or under": _M.UP_TO,
    "or below": _M.UP_TO,
    "or lower": _M.UP_TO,
    "or younger": _M.UP_TO,
    "and under": _M.UP_TO,
    "and below": _M.UP_TO,
    "and younger": _M.UP_TO,
    "at most": _M.UP_TO,
    "at the most": _M.UP_TO,
    "tops": _M.UP_TO,
    "max": _M.UP_TO,
    "maximum": _M.UP_TO,
}
AFTER_FIRST = frozenset(key.split(" ", 1)[0] for key in AFTER)

# A word in front of a number that makes it a name: "page 5", "Flight 12", "Article 3".
LABELS = word_set(
    """
    page pages p pp chapter chapters section sections sect subsection subsections
    sec § article articles art figure figures fig figs table tables eq eqs eqn
    equation equations ref refs appendix annex clause paragraph para paras verse
    psalm phase phases grade class type category level stage step lemma theorem
    exhibit route highway interstate flight gate platform channel room apartment apt
    suite floor lot model version ver v week day game games season episode episodes
    volume vol issue part parts act scene group groups round district division zone
    sector line lines unit no nos number numbers num nr № building block bus pier
    reactor area schedule rule regulation resolution directive bill proposition prop
    amendment title form code sheet item items problem question example case cases
    study experiment sample samples site station mission test patient subject animal
    lane track tracks terminal dock exit junction bay ward precinct squad unit
    brigade battalion regiment seed ranked rank world tier scenario simulation run
    hypothesis option claim claims note notes footnote box panel plate map slide
    supplement annexe policy month embodiment protocol chromosome generation exon
    residue residues position positions cluster formula psalm psalms postcode zip
    pin tel phone fax ext isbn doi issn id covid apollo voyager boeing airbus iphone
    galaxy windows python java php usb hdmi bluetooth android ios macos ubuntu debian
    fedora linux kernel firefox chrome release opengl directx postgresql mysql sqlite
    html css http tls gpt
    """
)
# Labels that also stand before an ordinary count, unless the number is bare.
SOFT_LABELS = word_set(
    """
    class level stage step type phase group groups unit line lines form code area
    test sample samples day week month part parts cases case subject patient title
    track tracks run note notes position positions site option item items bill rule
    policy issue category animal number numbers no season seasons floor world seed
    model score
    """
)

# After a bare number: the number is a name or an address.
STREETS = word_set(
    """
    street st avenue ave road rd lane drive dr boulevard blvd way square place court
    ct terrace crescent highway hwy parkway pkwy row close mews
    """
)

# Function words and others that, capitalised before a number, make no name of it.
OPENERS = word_set(
    """
    about above after all almost also although an and another approximately around
    as at back because before below between both but by close compared currently
    during each either even every exactly except fewer following for from further
    get given had has have he her here his how however i if in including into is it
    its just last least less like many maybe meanwhile more most nearly no nor not
    now of off on once one only or other our out over overall past per perhaps plus
    roughly she since so some still such than that the their then there these they
    this those though through to today together total toward under until up upon was
    we were what when where whereas which while who with within without yesterday
    kills killing leaves left leaving injures injured injuring wounds wounded hurts
    claims tops nears reaches hits hit costs cost cuts cut buys sells wins loses gets
    jails jailed arrests fines fined pays paid raises frees rescues rescued strands
    displaces traps sees saw destroys destroyed damages
    yet you monday tuesday wednesday thursday friday saturday sunday kill killed
    total meanwhile got make makes making add adding take takes took use using
    around was his her sold paid won scored lost saw spent cost costs reach reached
    rose fell average estimated nearly minimum maximum approx approximately only mr
    mrs ms
    """
)

# Verbs and nouns of change: "rose from 3 to 5" is two values, not a range.
CHANGES = word_set(
    """
    rise rises rose risen rising fall falls fell fallen falling grow grows grew
    grown growing increase increases increased increasing decrease decreases
    decreased decreasing decline declines declined declining drop drops dropped
    dropping climb climbs climbed climbing jump jumps jumped jumping surge surged
    surging soar soared soaring plunge plunged plunging plummet plummeted slump
    slumped slip slipped slipping slide slid sliding cut cuts cutting reduce reduces
    reduced reducing reduction raise raises raised raising lower lowered lowering
    widen widened narrow narrowed shrink shrank shrunk shrinking expand expanded
    expanding improve improved improving up down gain gained advance advanced ease
    eased edge edged tumble tumbled dip dipped double doubled change changed
    changing move moved revise revised revising upgrade upgraded downgrade
    downgraded went go going goes boost boosted slow slowed slowing accelerate
    accelerated swell swelled dwindle dwindled extend extended trim trimmed slash
    slashed hike hiked lift lifted growth bring brought push pushed drive driven
    drove switch switched convert converted
    """
)

ZERO_NOUNS = word_set(
    """
    survivors survivor casualties casualty deaths death injuries injury fatalities
    fatality victims arrests
    """
)

# Hyphenated number words that are not counts.
LEXICALISED = word_set(
    """
    one-track one-off one-offs one-way one-time one-sided one-on one-to one-stop one-size
    two-way two-faced two-time two-tier two-to first-class one-another four-letter
    four-square one-by six-pack zero-sum zero-tolerance zero-emission zero-emissions
    zero-carbon zero-day zero-covid two-door three-door four-door five-door
    four-cylinder six-cylinder eight-cylinder five-speed six-speed seven-speed
    eight-speed four-stroke two-stroke one-dimensional two-dimensional
    three-dimensional four-wheel five-a one-liner
    """
)

MONTHS = word_set(
    """
    january february march april may june july august september october november
    december jan feb mar apr jun jul aug sep sept oct nov dec
    """
)

ZERO = Decimal(0)
