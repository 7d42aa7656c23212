"""General English that binding needs: closed classes, synonyms, and cue words, as data.

Everything is keyed by stems (see `link.stems`). Synonyms are grouped so that two texts that
say the same in other words share a concept: "killed", "dead", "lost their lives".
"""

from __future__ import annotations

from factcheck.language.data import word_set

# Words that say nothing of what is measured, numbers among them.
STOPWORDS = word_set(
    """
    a a.m about above according across added adding after afternoon again against
    ago all almost along already also although am amid among amongst an and another
    any approximately apr april are around as at aug august be because been before
    behind being below between beyond billion billions bit bn both but by came can
    cent come coming could d day dec december did do does doing done down dozen
    dozens dr during each earlier eight eighteen eighty either eleven else enough
    even evening ever every except feb february few fewer fifteen fifty five for
    forty four fourteen friday from further gave get getting give given gmt go goes
    going gone got had has have having he hence her here hers him his how however
    hundred hundreds i if in instead into is it its jan january jul july jun june
    just later least less let like likely ll lot m made make making many mar march
    may maybe me meanwhile might million millions mine mn monday month more moreover
    morning most mr mrs ms much must my near nearly neither never night nine
    nineteen ninety no nor not noted nov november now oct october of off on once one
    ones only onto or other our ours out over own p.m per percent perhaps pm put
    quite rather re roughly s said same saturday say saying says sep sept september
    set seven seventeen seventy several shall she should since sir six sixteen sixty
    so some still such sunday t take taken taking tell ten than that the their
    theirs them then there therefore these they thing thirteen thirty this those
    though thousand thousands three through thursday thus to today told tomorrow
    tonight too took total totalling toward towards trillion tuesday twelve twenty
    two under unless until up upon us ve versus very via was way we wednesday week
    well went were what when where whether which while who whom whose why will with
    within without would year yesterday yet you your yours zero
    """
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
weekday: mondays tuesdays wednesdays thursdays fridays saturdays sundays weekdays weekends
share: shares stock
"""

CONCEPTS: dict[str, str] = {}
for _line in _SYNONYMS.strip().splitlines():
    _name, _, _words = _line.partition(":")
    CONCEPTS[_name] = _name
    for _word in _words.split():
        CONCEPTS[_word] = _name

# What happened to those counted: two counts of people are the same fact only under one of these.
FATES = word_set(
    """
    arrested displaced hospitalised injured killed missing rescued
    """
)

# Nouns that a number of victims may follow at a distance: "the death toll rose to 43".
TOLLS = word_set(
    """
    casualties count dead deaths fatalities injured injuries missing number tally
    toll wounded
    """
)

# Nouns for people in general; a count of one may be a count of the other.
PEOPLE = word_set(
    """
    adult adults citizen citizens civilian civilians human humans individual
    individuals man men other others people person persons soul souls victim victims
    villager villagers woman women
    """
)

# People of one kind: the count is of that kind only.
KINDS_OF_PEOPLE = word_set(
    """
    boy boys child children female females girl girls male males man men officer
    officers policeman policemen soldier soldiers student students teen teenager
    teenagers teens woman women
    """
)

TARGET = word_set(
    """
    aim aimed aims allowed allows ask asked authorised authorized average budgeted
    built cap capacity ceiling demand demanded designed goal intended limit limits
    maximum meant minimum must need needed needs norm normal objective offered
    permitted plan planned plans proposal proposed quota rated require required
    requirement requires seeks should sought standard target targets threshold usual
    want wants
    """
)

# The same, where they stand after the number.
TARGET_AFTER = word_set(
    """
    allowed cap capacity ceiling goal limit limits maximum minimum needed permitted
    quota required requirement target targets threshold
    """
)

FORECAST = word_set(
    """
    anticipate anticipated could due estimate2 expect expected expects forecast
    forecasts guidance may might outlook predict predicted predicts project
    projected projection will would
    """
)

ESTIMATE = word_set(
    """
    believed calculated calculates estimate estimated estimates estimating guess
    poll polls preliminary provisional reckoned reckons survey thought unconfirmed
    """
)

PREVIOUS = word_set(
    """
    against ago compared earlier former formerly initial initially instead once
    originally past predecessor previous previously prior versus
    """
)

CONDITIONS = word_set("if unless")
DENIAL = word_set(
    """
    denied denies deny denying rejected rejects
    """
)

# Words with which a text keeps its distance from a number.
DISPUTE = word_set(
    """
    claim claims claimed claiming alleges alleged insist insists insisted disputed disputes
    dispute contested contend contends
    """
)
SPEECH = word_set(
    """
    according announced claimed claims confirmed estimated estimates insisted
    insists put puts reported reports said say says stated told
    """
)

RISE = word_set(
    """
    add added addition climb climbed extra gain gained grew grow grown higher
    improvement increase increased increases jump jumped raise raised rise risen
    rises rising rose surged up
    """
)

FALL = word_set(
    """
    cut cuts decline declined decrease decreased down drop dropped fall fallen
    falling falls fell fewer less loss lost lower reduced reduction shed shrank
    slipped
    """
)

# Words that widen or narrow what is counted: a weekend, a city, a series of events.
SCOPES = word_set(
    """
    aboard accidents across altogether annually another apart attacks besides
    citywide combined consecutive crashes critical critically cumulative decade
    earlier elsewhere except excluding explosions far fires gunshot incidents inside
    last metro metropolitan months nationwide nearby overall previous previously
    prior raids rampage recent region regional remain remained remains scene scenes
    separate series serious seriously shootings similar since spree statewide still
    string treated unrelated weekend weekends worldwide
    """
)

# What a thing has one of: a number beside one of these is that property of it.
PROPERTIES = word_set(
    """
    age altitud area attendanc budget capacity circulation circumferenc consumption
    cost debt deficit demand density depth diameter distanc dividend duration
    elevation employee enrollment enrolment far fee fine frequency grant height
    inflation length lifespan lifetim loan majority mandat mas membership output
    population power pressur prize production profit radius range ransom rate reach
    rent resident revenue reward salary sentence speed surplu temperatur term
    thicknes throughput toll turnout unemployment voltag volume wag wavelength
    weight width yield
    """
)

# All nouns that count people, as stems.
COUNTED_PEOPLE = (
    PEOPLE
    | KINDS_OF_PEOPLE
    | FATES
    | word_set(
        """
    resident child police soldier migrant refugee passenger employee patient villager peopl
    """
    )
)
# Of these, the ones that leave open what kind of people.
GENERAL_PEOPLE = (
    FATES
    | word_set(
        """
    people peopl person victim other civilian resident citizen individual human soul villager
    """
    )
    | {""}
)

# For whom, or when, a price is another than the full one.
REDUCED = word_set(
    """
    child concession discount member pensioner reduc senior student subscriber under
    unemployed veteran weekday
    """
)

ATTACKERS = word_set(
    """
    gunman gunmen shooter attacker suspect bomber assailant perpetrator himself suicid
    """
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
quake aftershock foreshock
upper lower
buy sell
deposit withdrawal
"""
CONTRASTS: dict[str, int] = {
    word: number
    for number, line in enumerate(_CONTRASTS.strip().splitlines())
    for word in line.split()
}
