"""General English that binding needs: closed classes, synonyms, and cue words, as data.

Everything is keyed by stems (see `link.stems`). Synonyms are grouped so that two texts that
say the same in other words share a concept: "killed", "dead", "lost their lives".
"""

from __future__ import annotations

# Words that say nothing of what is measured.
STOPWORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "some",
        "any",
        "each",
        "every",
        "either",
        "neither",
        "no",
        "all",
        "both",
        "such",
        "same",
        "own",
        "other",
        "another",
        "more",
        "most",
        "much",
        "many",
        "few",
        "less",
        "least",
        "fewer",
        "several",
        "enough",
        "i",
        "me",
        "my",
        "mine",
        "we",
        "us",
        "our",
        "ours",
        "you",
        "your",
        "yours",
        "he",
        "him",
        "his",
        "she",
        "her",
        "hers",
        "it",
        "its",
        "they",
        "them",
        "their",
        "theirs",
        "one",
        "ones",
        "who",
        "whom",
        "whose",
        "which",
        "what",
        "where",
        "when",
        "why",
        "how",
        "there",
        "here",
        "am",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "do",
        "does",
        "did",
        "done",
        "doing",
        "have",
        "has",
        "had",
        "having",
        "will",
        "would",
        "shall",
        "should",
        "can",
        "could",
        "may",
        "might",
        "must",
        "and",
        "or",
        "but",
        "nor",
        "so",
        "yet",
        "if",
        "then",
        "else",
        "than",
        "as",
        "while",
        "because",
        "since",
        "until",
        "unless",
        "though",
        "although",
        "whether",
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "to",
        "into",
        "onto",
        "upon",
        "about",
        "against",
        "between",
        "among",
        "amongst",
        "through",
        "during",
        "before",
        "after",
        "above",
        "below",
        "over",
        "under",
        "up",
        "down",
        "out",
        "off",
        "within",
        "without",
        "across",
        "along",
        "around",
        "near",
        "toward",
        "towards",
        "behind",
        "beyond",
        "except",
        "per",
        "via",
        "amid",
        "versus",
        "not",
        "only",
        "also",
        "just",
        "even",
        "still",
        "already",
        "too",
        "very",
        "quite",
        "rather",
        "almost",
        "nearly",
        "well",
        "ever",
        "never",
        "once",
        "again",
        "further",
        "now",
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
        "later",
        "earlier",
        "ago",
        "meanwhile",
        "however",
        "moreover",
        "therefore",
        "thus",
        "hence",
        "instead",
        "perhaps",
        "maybe",
        "likely",
        "said",
        "say",
        "says",
        "saying",
        "told",
        "tell",
        "according",
        "added",
        "adding",
        "noted",
        "s",
        "t",
        "re",
        "ve",
        "ll",
        "d",
        "m",
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "get",
        "got",
        "getting",
        "go",
        "goes",
        "going",
        "went",
        "gone",
        "come",
        "came",
        "coming",
        "make",
        "made",
        "making",
        "take",
        "took",
        "taken",
        "taking",
        "give",
        "gave",
        "given",
        "put",
        "set",
        "let",
        "like",
        "way",
        "thing",
        "lot",
        "bit",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "morning",
        "afternoon",
        "evening",
        "night",
        "day",
        "week",
        "month",
        "year",
        "a.m",
        "p.m",
        "am",
        "pm",
        "gmt",
        "approximately",
        "roughly",
        "some",
        "total",
        "totalling",
    ]
)

# Groups of words that state one property; the first is the name of the concept.
_SYNONYMS = """
killed: kill killing die died dying dead death deaths fatality fatalities fatal fatally slain slay murdered murder homicide homicides perish perished lives toll massacre slaughter slaughtered executed
injured: injure injuring injury injuries wound wounded wounding wounds hurt hurting maimed casualty
missing: unaccounted disappeared vanished
hospitalised: hospitalized hospital hospitals hospitalisation hospitalization
arrested: arrest arrests detain detained detention custody apprehended
displaced: displace displacement fled flee fleeing evacuate evacuated evacuation uprooted
rescued: rescue rescues rescuing survivor survivors saved
infected: infection infections case cases infect
resident: residents inhabitant inhabitants population populace
employee: employees worker workers staff workforce headcount employ employs employed job jobs
revenue: revenues sales sale turnover
profit: profits earnings earned earn income
cost: costs costing cost price prices priced bill expense expenses worth value valued
rise: rises rose risen rising increase increases increased increasing grow grew grown growing growth gain gains gained climbed climb jumped jump surged surge up higher
fall: falls fell fallen falling decrease decreased decreasing decline declines declined declining drop dropped drops dropping down lower shrank shrink reduced reduce reducing reduction cut cuts
quake: earthquake earthquakes quakes tremor temblor
attack: attacks attacked assault assaults raid raids strike strikes struck
shooting: shootings gunfire shot shoot shots gunshot
fire: blaze fires inferno
home: homes house houses household dwelling dwellings
child: children kid kids pupil pupils youngster minor minors
soldier: soldiers troops troop servicemen
police: policemen officer officers cop cops
missile: missiles rocket rockets
drone: drones uav uavs
contract: contracts deal deals agreement offer offers
company: companies firm firms business corporation
country: countries nation nations national nationwide
government: governments ministry administration
area: territory land
vote: votes voted ballot ballots
runner: runners athlete athletes starter starters
capacity: capable
boat: vessel ship vessels ships boats
plane: planes aircraft jet
protest: protests protester protesters protestors demonstration demonstrators
car: cars vehicle vehicles
forecast: forecasts expects expect expected expecting anticipate anticipates anticipated guided guidance project projected projection projects outlook predicted predict
build: built building buildings
postpone: postponed postpones postponing delayed delay
occupy: occupied occupies controls control controlled hold holds held
buy: bought purchase purchased acquire acquired acquisition
aid: assistance help
dividend: dividends
share: shares stock
"""

CONCEPTS: dict[str, str] = {}
for _line in _SYNONYMS.strip().splitlines():
    _name, _, _words = _line.partition(":")
    CONCEPTS[_name] = _name
    for _word in _words.split():
        CONCEPTS[_word] = _name

# What happened to those counted: two counts of people are the same fact only under one of these.
FATES = frozenset(
    {"killed", "injured", "missing", "hospitalised", "arrested", "displaced", "rescued"}
)

# Nouns that a number of victims may follow at a distance: "the death toll rose to 43".
TOLLS = frozenset(
    """toll deaths dead fatalities injuries casualties wounded injured missing number count
    tally""".split()
)

# Nouns for people in general; a count of one may be a count of the other.
PEOPLE = frozenset(
    [
        "people",
        "person",
        "persons",
        "man",
        "men",
        "woman",
        "women",
        "civilian",
        "civilians",
        "individual",
        "individuals",
        "victim",
        "victims",
        "citizen",
        "citizens",
        "human",
        "humans",
        "soul",
        "souls",
        "other",
        "others",
        "villager",
        "villagers",
        "adult",
        "adults",
    ]
)
# People of one kind: the count is of that kind only.
KINDS_OF_PEOPLE = frozenset(
    [
        "man",
        "men",
        "woman",
        "women",
        "boy",
        "boys",
        "girl",
        "girls",
        "child",
        "children",
        "male",
        "males",
        "female",
        "females",
        "teenager",
        "teenagers",
        "teen",
        "teens",
        "student",
        "students",
        "officer",
        "officers",
        "soldier",
        "soldiers",
        "policeman",
        "policemen",
    ]
)

TARGET = frozenset(
    [
        "target",
        "targets",
        "goal",
        "aim",
        "aims",
        "aimed",
        "objective",
        "limit",
        "limits",
        "cap",
        "ceiling",
        "maximum",
        "minimum",
        "require",
        "requires",
        "required",
        "requirement",
        "must",
        "should",
        "quota",
        "capacity",
        "designed",
        "allowed",
        "allows",
        "permitted",
        "needed",
        "needs",
        "need",
        "threshold",
        "standard",
        "planned",
        "plan",
        "plans",
        "budgeted",
        "authorised",
        "authorized",
        "sought",
        "seeks",
        "ask",
        "asked",
        "demanded",
        "demand",
        "proposed",
        "proposal",
        "built",
        "meant",
        "rated",
        "intended",
        "wants",
        "want",
        "norm",
        "usual",
        "normal",
        "average",
        "offered",
    ]
)
# The same, where they stand after the number.
TARGET_AFTER = frozenset(
    """target targets goal limit limits cap ceiling maximum minimum required requirement quota
    capacity allowed permitted needed threshold""".split()
)
FORECAST = frozenset(
    [
        "expect",
        "expects",
        "expected",
        "forecast",
        "forecasts",
        "project",
        "projected",
        "projection",
        "predict",
        "predicted",
        "predicts",
        "anticipate",
        "anticipated",
        "will",
        "could",
        "may",
        "might",
        "would",
        "outlook",
        "guidance",
        "estimate2",
        "due",
    ]
)
ESTIMATE = frozenset(
    [
        "estimate",
        "estimates",
        "estimated",
        "estimating",
        "believed",
        "thought",
        "reckons",
        "reckoned",
        "guess",
        "calculated",
        "calculates",
        "poll",
        "polls",
        "survey",
        "unconfirmed",
        "preliminary",
        "provisional",
    ]
)
PREVIOUS = frozenset(
    [
        "earlier",
        "previously",
        "previous",
        "originally",
        "formerly",
        "initially",
        "prior",
        "ago",
        "predecessor",
        "former",
        "past",
        "once",
        "compared",
        "against",
        "versus",
        "instead",
        "initial",
    ]
)
HYPOTHETICAL = frozenset(
    ["if", "unless", "would", "could", "might", "had", "hypothetical"]
)
DENIAL = frozenset(["denied", "denies", "deny", "denying", "rejected", "rejects"])
DISPUTE = frozenset(
    [
        "claim",
        "claims",
        "claimed",
        "claiming",
        "alleges",
        "alleged",
        "insist",
        "insists",
        "insisted",
        "denied",
        "denies",
        "disputed",
        "disputes",
        "dispute",
        "contested",
        "contend",
        "contends",
        "counter",
        "countered",
        "rejected",
        "opponents",
        "critics",
        "rival",
        "rivals",
        "contradicted",
    ]
)
SPEECH = frozenset(
    [
        "said",
        "says",
        "say",
        "told",
        "reported",
        "reports",
        "according",
        "announced",
        "confirmed",
        "claims",
        "claimed",
        "estimates",
        "estimated",
        "put",
        "puts",
        "stated",
        "insists",
        "insisted",
    ]
)
RISE = frozenset(
    [
        "rise",
        "rises",
        "rose",
        "risen",
        "rising",
        "increase",
        "increases",
        "increased",
        "grow",
        "grew",
        "grown",
        "gain",
        "gained",
        "climbed",
        "climb",
        "jumped",
        "jump",
        "surged",
        "up",
        "higher",
        "improvement",
        "addition",
        "added",
        "add",
        "extra",
        "raise",
        "raised",
    ]
)
FALL = frozenset(
    [
        "fall",
        "falls",
        "fell",
        "fallen",
        "falling",
        "decrease",
        "decreased",
        "decline",
        "declined",
        "drop",
        "dropped",
        "down",
        "lower",
        "reduced",
        "reduction",
        "cut",
        "cuts",
        "lost",
        "shed",
        "shrank",
        "loss",
        "slipped",
        "less",
        "fewer",
    ]
)

# Words that widen or narrow what is counted: a weekend, a city, a series of events.
SCOPES = frozenset(
    """weekend across citywide nationwide statewide since series string spree separate
    incidents shootings attacks accidents crashes fires explosions raids metropolitan metro
    region regional worldwide overall decade consecutive unrelated altogether combined
    cumulative far annually still remain remained remains another last earlier previous previously prior recent
    similar besides apart excluding except elsewhere treated gunshot seriously serious critical
    critically nearby inside aboard scene scenes rampage weekends months""".split()
)

# Words of one set exclude each other: a fact under one is not a fact under another.
_CONTRASTS = """
net gross
men women boys girls man woman boy girl male female
north south east west northern southern eastern western northeast northwest southeast southwest
domestic international foreign overseas
urban rural
minimum maximum average median mean
import export imports exports
highest lowest
oldest youngest
yes no
quarterly annual monthly weekly daily
adult child children adults
first second third fourth fifth sixth
new old existing
civilian military civilians soldier soldiers
public private
registered unregistered
basic diluted
winner runner-up
morning evening
inside outside
indoor outdoor
short-term long-term
current former previous next last
hot cold
upper lower
buy sell
deposit withdrawal
"""
CONTRASTS: dict[str, int] = {
    word: number
    for number, line in enumerate(_CONTRASTS.strip().splitlines())
    for word in line.split()
}

# What a thing has one of: a number beside one of these is that property of it.
PROPERTIES = frozenset(
    """altitud height length depth width weight mas diameter circumferenc speed distanc area
    capacity output power temperatur population resident turnout majority budget cost revenue
    profit debt deficit surplu salary wag rent far fee toll loan grant fine ransom reward prize
    dividend employee revenue rate unemployment inflation voltag pressur frequency wavelength
    density elevation range reach radius thicknes volume throughput production consumption
    demand yield enrolment enrollment attendanc membership circulation lifetim lifespan
    duration term mandat sentence age""".split()
)
