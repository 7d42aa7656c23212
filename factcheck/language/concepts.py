"""Words and phrases that say the same thing beside a number, by concept, as data.

One line a concept: its key, and the words and phrases for it. Two words share a concept where a
number beside one could be put beside the other and stay true: "43 dead", "43 people lost their
lives". Words stand in their dictionary form where their other forms are regular or those of an
irregular verb; phrases stand as they are written. The longest phrase that fits wins.
"""

from __future__ import annotations

from itertools import product
from typing import Final

_WORDS: Final = """
# people harmed, moved, saved, held
killed: kill die dead death fatality fatal fatally slain slay murder homicide perish lives toll massacre slaughter execute deceased drown drowned
injured: injure injury wound hurt casualty maim
missing: unaccounted disappear vanish disappearance
body: corpse
hospitalised: hospitalized hospitalisation hospitalization
arrested: arrest detain detention custody apprehend detainee
displaced: displace displacement flee fled evacuate evacuation evacuee uproot homeless
rescued: rescue survivor survive saved pluck winch airlift
infected: infection case infect infected
vaccinated: vaccinate vaccination vaccine inoculate inoculation jab immunise immunize immunisation immunization
kidnapped: kidnap abduct abduction
released: freed liberate
sentence: sentenced jail jailed imprison imprisoned imprisonment
convict: convicted conviction
return: returned returnee repatriate repatriated
trap: trapped stranded
# people by what they do
crew: sailor seafarer mariner crewman crewmen crewmember
participant: randomise randomize
respondent: interviewee questioned polled
teacher: schoolteacher
patient: inpatient outpatient
person: people
resident: inhabitant population populace townspeople
vacant: vacancy unfilled
employee: worker colleague staffer staff workforce headcount employ job post payroll
layoff: layoffs redundancy redundant axe axed axing sack sacked
hire: hiring recruit recruitment
unemployment: unemployed jobless joblessness
child: children kid pupil youngster minor schoolchild schoolchildren
student: undergraduate enrol enroll enrolment enrollment enrolled
soldier: troop servicemen serviceman servicewomen
fighter: militant insurgent rebel guerrilla
police: policemen officer cop policeman
firefighter: firefighters fireman firemen
doctor: physician medic
protest: protester protestor demonstration demonstrator demonstrate marcher march marched marching rally
runner: athlete starter
passenger: traveller traveler
visitor: tourist holidaymaker visit visited
spectator: crowd attendance audience fan onlooker attendee watch watched attend attended
applicant: application applied seeker
birth: births born
painting: paint canvas canvases
panel: module
farmer: grower
cyclist: biker
swimmer: bather
delegate: envoy
shareholder: stockholder
contributor: contribute
pensioner: retiree retired
lawmaker: legislator
tenant: renter
migrant: migrants newcomer arrivals
# disasters, weather
quake: earthquake tremor temblor
fire: blaze inferno wildfire bushfire flames
burn: burnt scorch char blacken
flood: flooding floodwater
storm: hurricane typhoon cyclone
landslide: mudslide
destroy: destruction raze flatten demolish gut obliterate
damage: damaged
gust: gusting
temperature: mercury thermometer
rain: rainfall precipitation
snow: snowfall
outage: blackout
# crime
attack: assault raid strike struck
shooting: gunfire shot shoot gunshot
steal: theft stolen thief thieves loot
seize: seizure confiscate impound haul seized
robbery: robber rob
fine: penalty
burglary: burgle burglar housebreaking
breach: violation violate infringement infringe infraction
fraud: defraud embezzle embezzlement swindle swindled cheat cheated
hostage: captive
# war
missile: rocket
drone: uav
intercept: downed
deploy: deployment
occupy: control hold held
# business, money
revenue: sale turnover takings
profit: earnings earn income
lose: loss
cost: price bill expense worth value spend spending outlay pricey expenditure
save: saving savings economise economize
invest: investment investor
buy: bought purchase acquire acquisition takeover buyout
sell: sold divest
stake: holding shareholding
share: stock
debt: borrowing owe indebtedness
deficit: shortfall
salary: wage remuneration
rent: rental
dividend: dividends payout payouts
company: firm business corporation
contract: deal agreement offer
aid: assistance help
donate: donation pledge donor gift bequest bequeath
customer: client subscriber user
export: exports
tax: taxation
gdp:
fee: fees
raise: fundraise
postpone: postponed delay
cancel: cancellation scrap
close: closure shut shutdown shutter
open: opening inaugurate inauguration
produce: production output manufacture
factory: plant mill
store: shop outlet
# things
defect: fault faulty defective
consignment: shipment
leaflet: flyer pamphlet brochure
subsidy: subsidise subsidize
holiday: vacation
meadow: pasture grassland
chick: fledgling hatchling nestling
specimen: sample
sighting: sighted
inspection: inspect
ceasefire: truce armistice
download: downloaded
home: house household dwelling
film: movie picture
cinema: theatre theater
satellite: spacecraft
reservoir: lake
stadium: arena
flat: apartment
boat: vessel ship ferry trawler freighter tanker liner
plane: aircraft jet airliner airplane
car: vehicle automobile
bus: coach minibus
truck: lorry
road: highway motorway
building: edifice
school: schools
country: nation national nationwide
government: ministry administration
area: territory land surface
wood: woodland forest
# votes
vote: ballot
voter: electorate elector
poll: survey
support: favour favor backed backing endorse
oppose: opposition against
seat: mandate
majority: margin
turnout: turnouts
# what a thing has
capacity: capable accommodate
age: aged
height: tall elevation altitude tallest taller
length: long longest longer
depth: deep deepest
width: wide breadth widest
diameter: across
weight: weigh mass heaviest
speed: velocity pace
distance: far
duration: lasted lasting
# science, culture, sport
study: studied research trial
harvest: crop reap
repair: refurbish refurbishment renovate renovation restore restoration overhaul
signature: signatory
member: membership
storey: story floor
swap: exchange exchanged swapped
book: title
symptom: symptoms
strike-action: walkout stoppage
win: victory winner won triumph
trip: journey voyage tour travel
carry: carries carried carrying bring brings brought bringing
marriage: marry wedding wed
order: ordered booking
bicycle: bike
motorcycle: motorbike
driver: motorist
tree: sapling
photograph: photo snapshot
prisoner: inmate
guard: warder
tram: streetcar
helicopter: chopper
airport: airfield
phone: handset smartphone telephone cellphone
parcel: package packet
complaint: grievance
accident: crash collision
explosion: blast detonation
grave: tomb burial
concert: gig
apprentice: trainee
lawyer: attorney
journalist: reporter correspondent
author: writer novelist
competitor: contestant entrant
hiker: walker rambler trekker
climber: mountaineer
fisherman: angler fisher
baby: infant newborn
restaurant: eatery
well: borehole
waste: rubbish garbage trash litter
petrol: gasoline
timber: lumber
tablet: pill
gun: firearm
cereal: grain
episode: instalment installment
find: found discover discovery unearth uncover
collection: comprise comprises
volunteer: volunteers
goal: scored netted
medal: medals
gross: grossed
award: prize
# how numbers move
rise: rose risen increase grow grew growth gain climb jump surge up higher soar
fall: fell fallen decrease decline drop down lower shrank shrink reduce reduction cut plunge slump
forecast: forecaster expect anticipate guidance guide project projection outlook predict
build: built construct construction
weekday: mondays tuesdays wednesdays thursdays fridays saturdays sundays weekdays weekends
"""

# "a|b c" stands for "a c" and "b c"; numbers between the words do not count.
_PHRASES: Final = """
# people
body: human|skeletal|mortal remains
killed: lost|lose|loses|losing their|his|her life|lives; claimed|claim|claims|claiming|cost|costing|took|taking lives|life; put to death; passed away; did|do|does not survive
missing: unaccounted for; not been found; yet to be found
arrested: taken|took|taking into custody; rounded up; in custody
aboard: on board; on the|a bus|coach|train|plane|ship|boat|ferry|jet|helicopter|aircraft|flight|vessel|minibus
displaced: moved|taken|brought out of; had|have|has left the|their; driven|forced|fled|flee|fleeing from|out|of their homes; forced|driven from home; left|made|making homeless; told|ordered|asked to leave; leave|left|leaving|fled|flee|fleeing|quit their homes; lost their homes; moved|taken to safety; without a home|roof
rescued: lifted|winched|airlifted|taken off by helicopter; lifted|winched|airlifted to safety; pulled alive; pulled out alive; pulled|brought to safety; brought ashore; saved from
hospitalised: taken|took|carried|driven|ferried|rushed|admitted|sent|flown|brought|transported|transferred|airlifted|went to hospital|hospitals; taken|took|carried|driven|ferried|rushed|admitted|sent|flown|brought|transported|transferred|airlifted|went to the|a|local|nearby|area hospital|hospitals; in hospital; in the hospital; hospital treatment|patients
infected: caught|catch|catching|contracted|contract|contracting the|covid|measles|cholera|dengue|malaria|mumps|whooping|flu|influenza|ebola|mpox; came|come|coming down with; diagnosed with; tested positive; test positive; fell ill; fallen ill; taken ill
arrested: were|was|being|are held|holding; were|was|been|being|get|got nicked|collared|busted
full: of capacity; of its|the|their capacity; of its|the|their full capacity
kidnapped: taken|held|holding hostage
released: set free; let go; released from
resident: home to; live|lives|living|lived in|on|there|here
employee: on its|the payroll; members of staff; staff members; work|works|working for|at; people work
visitor: came|come|coming|passed|pass|passing|walked|streamed|poured|went|gone through the|its|their gates|doors|turnstiles
layoff: lose|loses|losing|lost the|their|his|her job|jobs|post|posts; job|jobs|post|posts will|to|would|could|may|might go; job|jobs|post|posts at risk; job|jobs|post|posts are at risk; lay|lays|laid|laying off; made|make|making|be redundant; job|jobs|workforce cut|cuts|loss|losses; cut|cuts|cutting|shed|sheds|shedding|lose|loses|losing|slash|slashes|eliminate jobs|posts|positions|workers|staff
hire: create|creates|created|creating jobs|posts|positions; take|takes|taking|took on; new jobs
unemployment: out of work; without a job|work; on the dole
sentence: go|goes|going|went to prison|jail; behind bars; locked up|away; put away; sent down; time in prison|jail; years inside; prison|jail sentence|sentences|term|terms; sent to prison|jail; gets|get|got|given|handed|handing|faces years|months; in prison|jail; years in prison|jail; jail|prison time
convict: found|find guilty
# harm to things
outage: without power|electricity; knocked|knock|knocking out power|electricity; power|electricity knocked out; in the dark; cut|cutting off power; lost|lose|losing power|electricity; power|electricity cut|cuts|outage|outages|failure
destroy: wiped out; burned|burnt|burning down|out; burned|burnt to the ground; reduced to rubble|ashes; torn down; swept|washed away
burn: up in flames; gone|went up in smoke
intercept: shot|shoot|shooting|brought|bring|taken|took down
steal: made|make|making off with; got|get|getting away with
seize: confiscated by
cancel: called|calls|calling|call off
postpone: put back|off; pushed back
# votes
turnout: cast|casts|casting a|an|the|their|its vote|votes|ballot|ballots; went|go|gone|going to the polls; turned out to vote; took part in the vote|election; voter|voters turnout
support: voted|vote|voting by per cent for|to; voted|vote|voting by percent for|to; say|says|said|saying yes; in favour|favor of; in favour|favor; voted|vote|voting for; voted|vote|voting yes
oppose: opposed to; was|were|is|are|be against; voted|vote|voting against|no; vote down
voter: registered|eligible voter|voters|electors; entitled to vote
# business and money
profit: net profit|income|earnings; bottom line; profit after tax; after-tax profit
cost: price tag; price tags; price of; put|puts|putting at; set|sets back; cost to build; costs to build; cost of building; cost of construction; construction cost|costs; building cost|costs; took to build
value: market capitalisation|capitalization|value|cap
debt: in debt; net debt
gdp: gross domestic product; economic output
inflation: consumer prices; consumer price; cost of living; price growth|rises|increases
interest-rate: interest|policy|key|base|benchmark|lending|repo|cash rate|rates; borrowing costs; cost of borrowing; key interest rate; base interest rate
buy: take|takes|taking|took over
invest: pour|pours|pouring|poured into; put|puts|putting into; plough|ploughs|ploughing into; capital expenditure|spending
salary: take-home pay; pay packet
raise-pay: pay rise|rises|raise|increase|increases|award
sell: disposed|dispose|disposes of
donate: given|gave to charity; chip|chips|chipped|chipping in; raised by|through
lose: in the red; loss before|after tax; pre-tax|pretax loss|losses
profit: in the black; profit before tax; pre-tax|pretax profit|profits
save: savings of; cost savings
revenue: gate receipts; box office
close: shut|shuts|shutting down; close|closes|closed|closing its|their doors; shut|shuts|shutting its|their doors; go|goes|going|went dark
open: open|opens|opened|opening its|their doors
repair: bring|bringing|brought up to standard|scratch
# nature, energy
rain: heavy rain
demand: peak|highest|maximum load|demand; load to peak; demand to peak
temperature: degrees celsius|fahrenheit
age: celebrated his|her birthday
duration: running time; run|running|runs for; goes on for; to last; will last; scheduled|expected|due|set to take
gust: wind|winds reached|reaching|hit|hitting|peaked|topped|topping; wind gusts; gusts of wind; gusts of
emission: carbon emissions; carbon dioxide; greenhouse gas|gases; greenhouse emissions
renewable: renewable energy|sources|power; clean energy|power
# what a thing has
weight: tips|tip the scales at
participant: took|taken|taking part in the study|trial; enrolled in the study|trial
strike-action: industrial action; down tools; downed tools
return: brought|bring|bringing back|home; sent|send|sending back|home
capacity: seating capacity; room|space for; seats for; designed|built to hold; built to seat; can hold|seat|take|accommodate|carry
height: above sea level; stands tall|high; high point
width: from side to side
depth: below the surface|ground|seabed; beneath the surface|seabed
age: years old; at the age of
spectator: watched by; in front of; packed into
crew: crew members
police: police officer|officers
soldier: service members|personnel; military personnel
firefighter: fire fighters
unqualified: without a|any certificate|qualification|qualifications|diploma; no qualification|qualifications
top-mark: top|full|highest mark|marks|grade|grades
student: at school; at university
win: take|takes|taking|took|taken home; walk|walks|walked off|away with
produce: turn|turns|turned|turning|churn|churns|churned|churning out
launch: lifted off; lift off; blasted off; blast off
harvest: brought in
"""


def _words() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _WORDS.strip().splitlines():
        if line.startswith("#"):
            continue
        name, _, words = line.partition(":")
        found.setdefault(name, name)
        for word in words.split():
            found.setdefault(word, name)
    return found


def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in _PHRASES.strip().splitlines():
        if line.startswith("#"):
            continue
        name, _, written = line.partition(":")
        for phrase in written.split(";"):
            for first, *rest in product(*(w.split("|") for w in phrase.split())):
                found.setdefault(first, []).append((tuple(rest), name))
    return {
        first: tuple(sorted(rests, key=lambda item: (-len(item[0]), item[0])))
        for first, rests in found.items()
    }


# Word -> concept, words in their dictionary form.
CONCEPTS: Final = _words()
# First word -> the words after it, longest first, and the concept.
PHRASES: Final = _phrases()
