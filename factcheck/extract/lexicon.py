"""Words of the grammar: number words, scale words, and what is no quantity."""

from __future__ import annotations

from factcheck.language.data import word_set

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
    "mln": 6,
    "crore": 7,
    "milliard": 9,
    "billion": 9,
    "bln": 9,
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
    "BLN": 9,
    "mln": 6,
    "MLN": 6,
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
    bn Bn BN bln BLN mln MLN mn trn tln
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
    pint ton tonne kilo kilogram pound barrel degree dollar euro penny
    """
)

# A word in front of a number that makes it a name: "page 5", "Flight 12", "Article 3".
LABELS = word_set(
    """
    page pages p pp chapter chapters section sections sect subsection subsections
    sec § article articles art figure figures fig figs table tables eq eqs eqn
    equation equations ref refs appendix annex clause paragraph paragraphs para paras verse
    psalm phase phases grade class type category level stage step lemma theorem
    exhibit route highway interstate flight gate platform channel room apartment apt
    suite floor lot model version ver v week day game games season episode episodes
    volume vol issue part parts act scene group groups round district division zone
    sector line lines unit units no nos number numbers num nr № building block bus pier
    reactor area berth mark schedule rule regulation resolution directive bill proposition prop
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
    html css http tls gpt anspruch ansprüche ansprüchen revendication revendications
    tabelle abbildung abb tableau expression expressions specimen specimens
    classes lysine serine threonine tyrosine arginine cysteine histidine nos cycle
    """
)
# Of these, what keeps its label's sense before a full stop: "fig. 3", not "the page. 3 people".
SHORT_LABELS = word_set(
    """
    abb apt art doi eq eqn eqs ext fig figs id isbn issn no nos nr num p para pp prop
    ref refs sec sect tel ver v vol § №
    """
)
# Labels that also stand before an ordinary count, unless the number is bare.
SOFT_LABELS = word_set(
    """
    class level stage step type phase group groups unit units line lines form code area
    test sample samples day week month part parts cases case subject patient title
    track tracks run note notes position positions site option item items bill rule
    policy issue category animal number numbers no season seasons floor world seed
    model score cycle mark berth
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
    accelerated swell swelled dwindle dwindled extend extended lengthen lengthened shorten
    shortened deepen deepened thicken thickened thin thinned broaden broadened lighten
    lightened warm warmed cool cooled trim trimmed slash
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
