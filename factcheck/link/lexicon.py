"""General English that binding needs: closed classes and cue words, as data.

Everything is keyed by stems (see `link.stems`); what says the same is in `language.concepts`.
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
    may maybe me meanwhile might million millions mine mn mth monday month more moreover
    morning most mr mrs ms much must my near nearly neither never night nine
    nineteen ninety no nor not noted nov november now oct october of off on once one
    ones only onto or other our ours out over own p.m per percent perhaps pm put
    quite rather re roughly s said same saturday say saying says sep sept september
    set seven seventeen seventy several shall she should since sir six sixteen sixty
    so some still such sunday t take taken taking tell ten than that the their
    theirs them then there therefore these they thing thirteen thirty this those
    though thousand thousands three through thursday thus to today told tomorrow
    tonight too took total totalling toward towards trillion tuesday twelve twenty
    two under unless until up upon us ve versus very via vs was way we wednesday week
    well went were what when where whether which while who whom whose why will with
    within without would year yesterday yet you your yours zero
    """
)

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
    permitted plan planned plans proposal proposed quota rated requested requesting require
    required requirement requires seeks should sought target targets threshold usual
    want wants
    """
)

# The same, where they stand after the number.
TARGET_AFTER = word_set(
    """
    allowed average cap capacity ceiling goal limit limits maximum minimum needed permitted
    quota required requirement target targets threshold
    """
)

FORECAST = word_set(
    """
    anticipate anticipated anticipates could due estimate2 expect expected expects
    forecast forecasts foresee foresees guidance hope hopes may might outlook predict
    predicted predicts project projected projection sees will would
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
    originally past predecessor previous previously prior versus vs
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
    badly citywide combined consecutive crashes critical critically cumulative decade
    earlier elsewhere except excluding explosions far fires gunshot incidents inside
    last metro metropolitan months nationwide nearby neighboring neighbouring overall previous previously
    prior raids rampage recent region regional remain remained remains scene scenes
    separate series serious seriously severe severely shootings similar since spree statewide still
    string treated unrelated weekend weekends worldwide
    """
)

# All nouns that count people, as stems.
COUNTED_PEOPLE = (
    PEOPLE
    | KINDS_OF_PEOPLE
    | FATES
    | word_set(
        """
    life applicant resident child police soldier migrant refugee passenger employee patient villager peopl
    customer doctor farmer fighter firefighter nurse pensioner prisoner protest runner
    spectator student suspect teacher tenant tourist visitor volunteer voter
    """
    )
)
# Of these, the ones that leave open what kind of people.
GENERAL_PEOPLE = (
    FATES
    | word_set(
        """
    people peopl person life suspect victim other civilian resident citizen individual human soul villager
    """
    )
    | {""}
)

# "310 barges, 46 of which": of what was just counted.
RELATIVE = frozenset(("which", "whom"))

# For whom, or when, a price is another than the full one.
REDUCED = word_set(
    """
    child concession discount member pensioner reduc senior student subscriber under
    unemployed veteran weekday
    """
)

# Words that cut a part out of what is measured, and words that add to it.
NARROWING = word_set(
    """
    abroad adjusted agriculture alone arm aviation branch bronze comparable converted core division
    domestic exclud except female gold industry main male modernised organic overseas rebuilt
    refitted refurbished renovated segment silver
    subsidiary traffic transport underlying unit women woman men man youth young girl boy
    """
)
WIDENING = word_set(
    """
    agglomeration altogether combined conurbation country cumulative global greater metropolitan
    overall province region regional state statewide worldwide
    """
)
# Of a limit, wherever in the clause they stand.
LIMITS = word_set("cap ceiling limit quota target threshold")

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
minimum maximum average median
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
final semi-final semifinal quarter-final heat qualifying warm-up practice rehearsal
morning evening
early late
inside outside
indoor outdoor
short-term long-term
current former previous next last
hot cold
quake aftershock foreshock
destroy damage
support oppose
hire layoff
open close
gust wind
central general
cocaine heroin cannabis marijuana
wheat maize corn barley rice soybean potato
oil gas coal
beef pork poultry
bus train tram plane ferry
burn spare
narrow broad
return displaced
rich poor
capacity spectator
upper lower
buy sell
deposit withdrawal
"""
CONTRASTS: dict[str, int] = {
    word: number
    for number, line in enumerate(_CONTRASTS.strip().splitlines())
    for word in line.split()
}
