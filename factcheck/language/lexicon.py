"""Word classes of English as data: closed classes whole, open classes by their common words.

All words are lower case. A word may stand in several classes; who asks decides by position.
"""

from __future__ import annotations

from factcheck.language.data import word_set

DETERMINERS = word_set(
    """
    a an the this that these those each every either neither no any some all both
    half what which whatever whichever such my your his her its our their
    """
)

PRONOUNS = word_set(
    """
    i me myself you yourself yourselves he him himself she it itself we us ourselves
    they them themselves who whom whose mine yours hers ours theirs one's anyone
    anybody anything someone somebody something everyone everybody everything noone
    nobody nothing none there here where when why how whoever whomever
    """
)

PREPOSITIONS = word_set(
    """
    about above across after against along alongside amid amidst among amongst
    around as aside at atop barring before behind below beneath beside besides
    between beyond by concerning despite down during except excluding following for
    from given in including inside into like minus near of off on onto opposite out
    outside over past pending per plus regarding round save since than through
    throughout till to toward towards under underneath unlike until unto up upon
    versus vs via with within without worth apart due according because thanks
    instead regardless ahead prior compared
    """
)

CONJUNCTIONS = word_set(
    """
    and or but nor so yet if unless although though while whereas whether because
    since once lest whenever wherever then
    """
)

AUXILIARIES = word_set(
    """
    am is are was were be been being isn't aren't wasn't weren't have has had having
    haven't hasn't hadn't do does did doing done don't doesn't didn't will would
    shall should can could may might must ought cannot can't won't wouldn't
    shouldn't couldn't mustn't 'll 've 're 'd get gets got gotten getting
    """
)

# Adverbs that end a noun phrase or stand outside it. Those in -ly are known by their ending.
ADVERBS = word_set(
    """
    again ago ahead all almost alone already also altogether always anew anymore
    anyway anywhere apart apiece around aside away back backwards beforehand either
    elsewhere else enough even ever everywhere far forever forth forward forwards
    hence here hereby however indeed instead just later least likewise maybe
    meanwhile meantime much near nearby never nevertheless next nonetheless not now
    nowadays nowhere off offline offshore often on once online only onwards
    otherwise out outright over overnight overseas perhaps please quite rather
    respectively seldom sometimes somewhat soon still straight straightaway sooner
    then there thereafter thereby therefore though through throughout thus today
    together tomorrow tonight too twice upstairs downstairs very well whatsoever yes
    yesterday yet worldwide nationwide statewide countrywide abroad downtown midway
    aboard ashore afterwards afterward today's yesterday's tonight's live
    """
)

# Words in -ly that are adjectives or nouns.
NOT_ADVERBS = word_set(
    """
    daily weekly monthly yearly hourly nightly quarterly early elderly deadly
    friendly unfriendly likely unlikely costly family assembly monopoly supply reply
    ally rally bully fly jelly belly lonely lovely lively ugly holy curly silly only
    oily orderly scholarly leisurely cowardly worldly homely kindly timely untimely
    anomaly butterfly dragonfly bodily hilly woolly wooly gully lily tally folly
    trolley cleanly stately sickly poly fortnightly biweekly bimonthly biannually
    motherly fatherly brotherly heavenly ghostly earthly saintly princely burly
    surly wily
    """
)

TIME_NOUNS = word_set(
    """
    second seconds minute minutes hour hours day days night nights morning mornings
    afternoon afternoons evening evenings week weeks weekend weekends fortnight
    fortnights month months year years decade decades century centuries quarter
    quarters time times season seasons moment moments
    """
)

WEEKDAYS = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu
    thur thurs fri sat sun
    """
)

MONTHS = word_set(
    """
    january february march april may june july august september october november
    december jan feb mar apr jun jul aug sep sept oct nov dec
    """
)

# With "that" they open what somebody says, or what is known.
SAYING = word_set(
    """
    add added admit admitted announce announced argue argued believe believed believes claim
    claimed claims confirm confirmed emerged establish established estimate estimated estimates
    explain explained expect expects found heard insist insisted insists known learned learnt
    mean means noted recall recalled report reported reports reveal revealed ruled said say says
    show showed shown shows state stated told tells warn warned warns wrote
    """
)

# Past tenses that are no adjectives: after a number they are the predicate ("43 died").
PAST = word_set(
    """
    died fled said told went came became happened occurred took gave saw made remained
    survived stayed lived arrived attended agreed refused wanted needed seemed appeared
    voted participated abstained escaped perished succumbed drowned fell rose grew began
    won ran knew thought felt kept met held brought bought sold sent stood sat showed
    contained included entered joined worked used got responded replied opposed supported
    qualified enrolled went did had were was tested signed backed chose spoke wrote
    underwent overcame fought drove flew hid rode sank sang shook slept stole swam swore
    threw woke wore withdrew withstood forgot arose ate drank blew broke drew forbade
    """
)

# Verbs that follow a count as its predicate ("12 die in", "five remain").
PREDICATES = PAST | word_set(
    """
    die flee say tell go come become happen occur take give see make remain survive
    attend agree refuse want seem appear participate abstain escape perish succumb drown
    lose fall grow begin know think feel keep meet hold bring buy sell send sit contain
    include enter join believe arrive leave belong exist lie
    """
)

# Past participles that name people on their own after a number: "12 wounded", "43 dead".
STATES = word_set(
    """
    killed wounded injured hurt dead missing displaced evacuated rescued arrested
    detained hospitalised hospitalized homeless trapped stranded infected
    unaccounted charged convicted jailed sentenced shot slain murdered unemployed
    unhurt uninjured captured freed released abducted kidnapped executed poisoned
    buried burned burnt affected fled died drowned maimed sickened vaccinated
    quarantined
    """
)

# Stand-ins for a noun that is not written.
STAND_INS = word_set(
    """
    other others more another fewer less additional further extra such
    """
)

# Plurals without -s, and nouns that are the same in both numbers or take a plural verb.
PLURALS = word_set(
    """
    people men women children feet teeth geese mice lice oxen dice pence persons
    folk folks police cattle staff personnel crew troops livestock poultry clergy
    aircraft spacecraft watercraft hovercraft rotorcraft offspring sheep deer fish
    salmon trout cod tuna shrimp squid swine bison moose elk series species means
    headquarters crossroads barracks gallows shambles data media bacteria criteria
    phenomena strata memoranda referenda errata addenda curricula symposia fungi
    cacti nuclei alumni stimuli syllabi foci radii larvae algae antennae vertebrae
    formulae nebulae analyses crises theses hypotheses axes diagnoses bases oases
    parentheses policemen policewomen firemen firewomen fishermen businessmen
    businesswomen congressmen congresswomen spokesmen spokeswomen chairmen
    chairwomen gunmen servicemen servicewomen salesmen saleswomen sportsmen
    sportswomen frenchmen englishmen irishmen welshmen dutchmen scotsmen norsemen
    freshmen craftsmen foremen seamen airmen infantrymen cavalrymen militiamen
    clergymen councilmen laymen madmen ombudsmen postmen repairmen statesmen
    tradesmen workmen horsemen huntsmen marksmen helmsmen linemen lawmen newsmen
    anchormen assemblymen aldermen noblemen countrymen kinsmen watchmen doormen
    hitmen boatmen grandchildren schoolchildren stepchildren godchildren brethren
    wives lives knives leaves halves wolves calves shelves thieves loaves selves
    elves scarves hooves swiss chinese japanese vietnamese portuguese taiwanese
    burmese maltese lebanese sudanese senegalese nepalese congolese sinhalese
    gwich'in runs goods remains israelis iraqis pakistanis bangladeshis saudis omanis
    kuwaitis qataris bahrainis emiratis yemenis nepalis azerbaijanis azeris somalis swazis
    taxis skis safaris bikinis kiwis emus menus gurus jacuzzis paparazzis yetis
    innings kin youth bulls nationals minutiae taxa spectra
    bureaux plateaux chateaux gateaux beaux tableaux adieux forces faithful mackerel
    crayfish starfish goldfish catfish jellyfish swordfish
    """
)

# Words in -s that are not plurals.
SINGULAR_S = word_set(
    """
    bus gas plus virus campus status census bonus focus corpus genus surplus nexus
    lotus circus crocus fetus foetus cactus fungus locus minus onus opus rumpus
    stimulus sinus syllabus terminus thus chorus citrus coronavirus octopus platypus
    walrus discus hippopotamus rhinoceros crisis basis analysis thesis hypothesis
    diagnosis oasis emphasis paralysis synthesis axis synopsis metamorphosis
    psychosis neurosis prognosis catharsis arthritis hepatitis bronchitis meningitis
    tuberculosis sepsis ibis iris pelvis tennis penis chassis debris trellis news
    mathematics physics economics politics athletics gymnastics aerobics ethics
    linguistics logistics robotics genetics statistics acoustics dynamics mechanics
    optics electronics thermodynamics always perhaps besides towards afterwards
    sometimes across as is was his its this us yes has does goes says less unless
    lens atlas canvas alias bias pancreas christmas pyjamas mumps measles rabies
    diabetes herpes rickets aids business boss loss class glass grass mass pass
    press dress stress cross process access success address progress congress
    express illness fitness witness wilderness harness mattress fortress actress
    mistress waitress princess duchess hostess goddess compass bypass trespass abyss
    kiss miss chess mess excess recess jealous famous previous various serious
    numerous dangerous religious nervous obvious conscious precious curious anxious
    enormous tremendous generous gorgeous ridiculous spacious suspicious unconscious
    vicious victorious ambitious cautious contagious infectious delicious disastrous
    fabulous glamorous gracious hazardous hilarious humorous indigenous ingenious
    luxurious malicious marvellous marvelous miraculous monstrous mysterious
    notorious outrageous poisonous prestigious prosperous rebellious rigorous
    simultaneous spontaneous strenuous treacherous unanimous venomous vigorous
    autonomous anonymous contiguous continuous homogeneous heterogeneous synonymous
    erroneous courageous consecutive venus mars jesus paris texas kansas arkansas
    illinois massachusetts athens brussels damascus caracas honduras cyprus belarus
    mauritius laos naples wales los las les des st. reuters thomas james charles
    louis lewis nicholas harris jones williams davis hughes evans adams andrews
    airbus prius lexus taurus marcus magnus julius dallas vegas cannes versailles
    buenos aires
    """
)

# Plurals that stand before another noun: "sports cars", "arms dealers", "news agencies".
ATTRIBUTIVE = word_set(
    """
    sports arms weapons news savings sales systems services operations
    communications customs honours honors goods games electronics earnings
    securities futures rights human-rights trials customer-services overseas plans
    standards drugs works parks resources affairs relations careers clothes
    cosmetics credits admissions accounts appeals awards emissions solutions
    telecommunications telecoms utilities trades unions womens women men girls boys
    ladies children veterans logistics genetics physics economics politics
    statistics athletics gymnastics robotics ethics business press express congress
    process access mass class glass grass chess tennis gas bus virus coronavirus
    census campus status debris bonus crisis analysis diabetes measles rabies
    hepatitis royals robots premises headquarters series species media data aircraft
    police crew staff spacecraft personnel livestock cattle fish poultry youth thai
    chinese japanese vietnamese portuguese swiss taiwanese burmese lebanese sudanese
    maltese nepalese congolese previous various serious numerous dangerous religious
    nervous precious anxious enormous suspicious unconscious ambitious indigenous
    hazardous infectious poisonous venomous mysterious notorious prestigious
    simultaneous spontaneous unanimous anonymous autonomous continuous famous
    conscious curious generous victorious cross witness less plus minus
    special-forces forces years
    """
)

ADJECTIVES = word_set(
    """
    able absent abstract academic acceptable active actual acute additional adequate
    adult advanced adverse aerial affordable african aged aggressive agricultural
    alive allied alternative amateur ambitious american ample ancient angry annual
    anonymous another anti apparent appropriate arab arctic armed armored armoured
    artificial asian atomic attractive automatic available average aware bad bare
    basic beautiful best better big bigger biggest black blind blue bold brave brief
    bright brilliant british broad broken brown busy calm capable careful catholic
    central certain cheap cheaper chief chinese christian chronic civil civilian
    clean clear clinical close closed coastal cold collective colonial coloured
    commercial common communist compact comparable complete complex concrete
    confidential confirmed congressional conservative considerable consistent
    constant constitutional contemporary conventional cool corporate correct corrupt
    costly covert crazy cubic creative criminal critical crucial crude cultural curious
    current cute daily dangerous dark dead deadly deaf dear decent deep democratic
    dense dental different difficult digital diplomatic direct dirty disabled
    discrete distant distinct diverse domestic double dramatic dry dual dutch eager
    early eastern easy economic educational effective efficient elderly electoral
    electric electrical electronic elegant eligible eminent emotional empty
    endangered english enormous entire environmental equal essential ethnic european
    everyday evident exact excellent exceptional excess exclusive executive exotic
    expensive experienced experimental expert explicit explosive external extra
    extraordinary extreme fair faithful false familiar famous fast fatal favourite
    favorite federal fellow female feminist few fewer fierce final financial fine
    finite first fiscal fit fixed flat flexible foreign formal former fragile free
    french frequent fresh friendly frozen full fundamental further future general
    generic genetic gentle genuine german giant global golden good grand grave gray
    great greater greek green grey gross guilty half handsome happy hard harsh
    healthy heavy helpful hidden high higher highest hispanic historic historical
    holy homeless honest hot huge human humanitarian ideal identical illegal illicit
    immediate immense imminent imperial important impossible impressive independent
    indian indigenous indirect individual indoor industrial inner innocent
    innovative instant intact intelligent intense intensive interim interior
    internal international intimate islamic israeli italian japanese jewish joint
    junior just key kind korean large larger largest last late later latest latin
    lavish leading lean left legal legislative legitimate less lesser lethal liberal
    licensed light like likely limited linear liquid literary little live local
    logical long long-range longer long-term loose loud low lower lowest loyal lucky
    luxury mad magic main major male mandatory marginal marine marital maritime
    married mass massive maternal mature maximum mean medical medieval medium mental
    mere metropolitan middle mild military minimal minimum minor minority missing
    mixed mobile moderate modern modest monetary monthly moral more most multiple
    municipal muslim mutual naked narrow nasty national native natural naval nearby
    neat necessary negative nervous net neutral new newer newest next nice noble
    nominal non normal northern notable notorious novel nuclear numerous obvious
    occasional odd offensive official offshore old older oldest only open
    operational opposite optical optimal optional oral orange ordinary organic
    original orthodox other outdoor outer outright outstanding overall overseas own
    painful palestinian parallel parental parliamentary partial particular passive
    past patient peaceful peak perfect permanent personal petty physical pink plain
    plastic pleasant plenty polish polite political poor popular portable positive
    possible post potential powerful practical pre precious precise pregnant
    preliminary premier premium prepared present presidential previous primary prime
    principal prior private pro probable productive professional profitable
    prominent promising proper prospective protestant proud provincial public pure
    purple quick quiet racial radical random rapid rare raw ready real rear
    reasonable recent red regional regular related relative relevant reliable
    religious remaining remarkable remote renewable repeated residential respective
    responsible restrictive retail rich right rival romantic rough round royal rude
    rural russian sacred sad safe same scientific seasonal second secret secure
    select senior sensitive separate serious several severe sexual sharp sheer short
    shorter short-term sick significant silent silver similar simple single skilled
    slight slow small smaller smallest smart smooth so-called social socialist soft
    solar sole solid sophisticated sorry sound southern soviet spanish spare special
    specific spectacular square stable standard star statutory steady steep stolen
    straight strange strategic strict strong structural stunning stupid subject
    subsequent substantial subtle successful such sudden sufficient suitable super
    superior supreme sure surprising suspected suspicious sustainable sweet swift
    swiss symbolic syrian systematic tactical talented tall technical technological
    teenage temporary terrible terrorist thick thin third thirsty tight tiny top
    total tough toxic traditional tragic transparent tropical troubled true turkish
    twin typical ugly ukrainian ultimate unable underground undocumented unemployed
    unfair unhappy uniform unique united universal unknown unlikely unprecedented
    unusual upcoming upper upset urban urgent used useful usual valid valuable
    variable various vast verbal very viable vibrant violent viral virtual visible
    visual vital vivid voluntary vulnerable warm weak wealthy weekly weird welcome
    western white whole wide wider widespread wild willing wise wonderful wooden
    working world-class worldwide worried worse worst worthy wrong yearly yellow
    young younger youngest zero
    """
)

# Nouns that are common after a number in a singular form, or that a suffix does not show.
NOUNS = word_set(
    """
    speed seed bed shed need feed breed weed deed sled seabed moped hundred kindred
    watershed flatbed hatred
    wedding building meeting hearing painting ruling opening filing killing shooting
    stabbing bombing beating landing sighting posting listing booking recording training
    string ring wing king spring thing evening morning ceiling railing dwelling
    man woman child person boy girl baby adult teenager home house building city
    town village country nation state region district province seat vote ballot ship
    boat vessel car truck bus train plane jet helicopter drone missile rocket tank
    gun bomb shell attack strike raid case death injury fire flood storm job worker
    school hospital bed patient doctor nurse soldier officer guard game match goal
    run point win loss draw medal bird dog cat tree crop farm acre room bedroom
    bathroom floor storey story step stage member band group team club firm store
    shop branch unit site plant mine well dam bridge road street mile lane letter
    book film song album episode word page line part piece item copy share bond loan
    deal bid offer contract order call text email post lawsuit charge count judge
    juror jury witness victim suspect prisoner inmate course meal drink bottle cup
    glass bag box barrel can pack way side seater metre meter star
    """
)

# Nouns for people as such: what is counted is a person.
PEOPLE = word_set(
    """
    people person persons man men woman women child children folk folks resident
    residents inhabitant inhabitants citizen citizens civilian civilians individual
    individuals human humans soul souls
    """
)

# Nouns that name a body of members: "12 staff", "300 troops".
COLLECTIVES = word_set(
    """
    people police troops staff personnel crew cattle livestock poultry clergy folk
    population workforce military forces youth kin public crowd audience
    """
)

REPORTING = word_set(
    """
    said says say saying told tells tell stated states state announced announces
    announce reported reports report claimed claims claim alleged alleges allege
    insisted insists insist maintained maintains contended contends argued argues
    added adds confirmed confirms confirm acknowledged acknowledges admitted admits
    denied denies deny rejected rejects disputed disputes estimated estimates
    estimate reckoned reckons believed believes believe thinks think thought expects
    expect expected predicted predicts forecast forecasts projected projects warned
    warns noted notes wrote writes tweeted posted explained explains revealed
    reveals disclosed discloses declared declares asserted asserts suggested
    suggests put puts counted recorded testified quoted
    """
)

FUNCTION_WORDS = (
    DETERMINERS | PRONOUNS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | ADVERBS
)
