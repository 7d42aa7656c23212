"""Common regular verbs of English, as data: the base forms that -ed and -ing lead back to."""

from __future__ import annotations

from factcheck.language.data import word_set

REGULAR = word_set(
    """
    abandon abate abduct abolish abort abound absorb abstain abuse accelerate accept
    access acclaim accommodate accompany accomplish account accrue accumulate accuse
    achieve acknowledge acquire acquit act activate adapt add address adhere adjourn
    adjust administer admire admit adopt advance advertise advise advocate affect
    affirm afford age aggravate aggregate agree aid aim air alert align allege
    alleviate allocate allot allow allude ally alter amass ambush amend amount
    amplify amputate analyse analyze anchor anger announce annoy annul answer
    anticipate apologise apologize appeal appear appease applaud apply appoint
    appraise appreciate apprehend approach approve approximate argue arm arouse
    arrange arrest arrive ask assassinate assault assemble assert assess assign
    assist associate assume assure attach attack attain attempt attend attract
    attribute auction audit augment authorise authorize average avert avoid await
    award back backfire backtrack bail bake balance ballot ban bankroll bankrupt bar
    bargain barricade base bat batter battle beautify befriend beg behave behead
    believe belittle belong benefit besiege betray bill blame blanket blast blaze
    bleach bleed blend bless blindfold block blockade blossom blur board boast
    bolster bomb bombard book boost border borrow bother bottle bounce bow box
    boycott brace brake brand brandish breach breathe brew bribe bridge brief
    broaden broker bruise brush budget bulldoze bully bump bundle burden burgle burn
    bury bus butcher cage calculate call calm campaign cancel canvass cap capitalise
    capitalize capsize capture care carry carve cascade cash castigate categorise
    categorize cater cause caution cease cede celebrate censor centre certify
    challenge champion change channel charge chart chase chastise chat cheat check
    cheer chop chronicle circle circulate circumvent cite claim clarify clash
    classify clean cleanse clear climb clinch clone close coach coerce coincide
    collaborate collapse collect collide combat combine comfort command commandeer
    commemorate commence commend comment commission commit communicate commute
    compare compel compensate compete compile complain complement complete
    complicate comply compose comprise compromise compute conceal concede conceive
    concentrate concern conclude condemn condition conduct confer confess confine
    confirm confiscate conflict conform confront confuse congest congratulate
    connect conquer consent conserve consider consist consolidate conspire
    constitute constrain construct construe consult consume contact contain
    contaminate contemplate contend contest continue contract contradict contrast
    contribute control convene convert convey convict convince convulse cook cool
    cooperate coordinate cope copy cordon correct correspond corrupt counsel count
    counter couple cover cower crack crackle craft cram crash crater crawl create
    credit cremate cripple criticise criticize cross crouch crowd crown cruise
    crumble crush cry cull cultivate curate curb cure curtail dam damage damp dance
    dare dash date dazzle debate debilitate debut decapitate deceive decelerate
    decide decimate declare decline decommission decorate decouple decrease decrypt
    dedicate deduct deem deepen deface defeat defect defend defer define deflate
    deflect deforest defraud defrost defuse defy degrade dehydrate delay delegate
    delete deliberate delight delist deliver demand demobilise demolish demonstrate
    demote denote denounce deny depart depend depict deplete deplore deploy
    depopulate deport depose deposit depreciate depress deprive derail derive
    desalinate descend describe desecrate desert deserve design designate desire
    destabilise destroy detach detail detain detect deter deteriorate determine
    detonate detour devalue devastate develop deviate devise devote diagnose dictate
    die differ differentiate digest dilute dim diminish dine dip direct disable
    disagree disappear disappoint disarm disband disburse discard discharge
    discipline disclose discontinue discount discourage discover discredit
    discriminate discuss disembark disinfect disintegrate dislike dislodge dismantle
    dismiss disorient dispatch dispel disperse displace display dispose dispute
    disqualify disrupt disseminate dissolve distance distinguish distort distract
    distribute disturb dive diversify divert divide divorce document dodge dominate
    donate double doubt douse downgrade download downplay downsize draft drag drain
    drench dress drift drill drop drown drug dry dump duplicate dwarf dwindle
    earmark earn ease echo edge edit educate eject elaborate elapse elect electrify
    electrocute elevate eliminate emanate embargo embark embarrass embed embezzle
    embolden embrace emerge emigrate emit emphasise emphasize employ empower empty
    enable enact encircle enclose encounter encourage encroach encrypt end endanger
    endorse endow endure enforce engage engineer engulf enhance enjoy enlarge enlist
    enrich enrol enroll enslave ensue ensure entail enter entertain enthuse entitle
    entrench entrust envisage epitomise equal equip eradicate erase erect erode
    erupt escalate escape escort espouse establish estimate evacuate evade evaluate
    evaporate evict evoke evolve exacerbate exaggerate examine excavate exceed excel
    exchange excite exclude excuse execute exempt exercise exert exhaust exhibit
    exhort exhume exile exist exit exonerate expand expect expel expend experience
    experiment expire explain explode exploit explore export expose express extend
    exterminate extinguish extort extract extradite extrapolate fabricate face
    facilitate fade fail faint falsify falter fan farm fascinate fashion fast fasten
    favor favour fax fear feature ferry fertilise field figure file fill film filter
    finalise finalize finance fine finish fire firebomb fish fit fix fizzle flag
    flank flare flash flatten flock flood flounder flourish flow fluctuate focus
    fold follow force foreclose forge form formulate fortify forward foster found
    fracture frame free frighten frustrate fuel fulfil fulfill fumble function fund
    furnish gain gamble garner gas gatecrash gather gauge gear generate glance glean
    gloat gouge govern grab grade graduate grant grapple grasp graze greet grill
    grip groom grope ground group guarantee guard guess guide gun gush gut hack halt
    halve hamper hand handcuff handle handpick happen harass harbor harbour harden
    harm harness harvest hasten hate haul haunt head heal heat heed heighten help
    herd hesitate highlight hijack hike hinder hint hire hoard hobble hoist honor
    honour hop hope hospitalise hospitalize host hound house hover hug humiliate
    hunt hurry identify ignite ignore illustrate imagine immigrate impact impair
    impale impeach impede implement implicate implode imply import impose impound
    impress imprison improve incapacitate incarcerate incinerate incite include
    incorporate increase incur indicate indict indoctrinate induce infect infer
    infiltrate inflate inflict influence inform infuriate inhabit inhale inherit
    inhibit initiate inject injure innovate inquire insert insist inspect inspire
    install instigate institute instruct insulate insult insure integrate intend
    intensify interact intercept interest interfere interpret interrogate interrupt
    intervene interview intimidate introduce inundate invade invalidate invent
    invest investigate invite invoke involve irradiate irrigate isolate issue jail
    jam jeopardise jettison join joke jostle judge juggle jump justify kick
    kickstart kidnap kill kiss knock label labor labour lack lament land languish
    lapse lash last laugh launch launder leak lease lecture legalise legalize
    legislate lengthen lessen level leverage levy liberate license lift like limit
    line linger link liquidate list listen live load loan lob lobby locate lock
    lodge look loosen loot love lower lure lynch maim maintain malfunction manage
    mandate manipulate manufacture mar march marginalise mark market maroon marry
    massacre master mastermind match matter mature maul maximise maximize measure
    mediate melt mention merge mesh migrate militarise mine minimise minimize mire
    miscalculate misplace miss misuse mitigate mix mobilise mobilize mock model
    moderate modernise modernize modify monitor motivate mount mourn move muddle mug
    multiply murder muster mutate mutilate nail name narrow nationalise nationalize
    need neglect negotiate neutralise nominate normalise normalize note notice
    notify nudge number nurse nurture obey object oblige obliterate observe obstruct
    obtain occupy occur offend offer open operate oppose oppress opt optimise
    optimize order organise organize orient originate oust outlast outline outnumber
    outpace outperform outrage outrank outstrip outweigh overcharge overdose
    overestimate overflow overhaul overlap overload overlook overpower overrule
    overshadow overstate overturn overwhelm owe own pack package paint pair panic
    parachute paralyse paralyze pardon park part participate pass patch patrol pause
    peak penalise penalize penetrate perceive perform perish permit perpetrate
    persecute persist persuade phase phone photograph pick picture pilfer pillage
    pilot pinpoint pioneer pivot place plague plan plant plaster play plead please
    pledge plot plough plow pluck plug plummet plunder plunge pocket point poison
    poll pollute ponder pool populate portray pose position possess post postpone
    pound pour practice practise praise pray preach precede preclude predict prefer
    prepare prescribe present preserve press presume pretend prevail prevent prey
    price print prioritise privatise probe proceed process procure produce profit
    program progress prohibit project proliferate prolong promise promote prompt
    propagate propel propose prosecute prosper protect protest provide provoke prune
    publicise publish pull pummel pump punch punish purchase purge pursue push
    quadruple qualify quantify quarantine quarrel quash quell query quest question
    queue quicken quintuple quiz quote race raid raise rally ram ramp range rank
    rape rate ratify ration ravage raze reach react realise realize reap rearm
    reason reassure rebel rebound recall recapitalise recapture recede receive
    reckon reclaim reclassify recognise recognize recommend reconcile reconsider
    reconstruct record recoup recover recruit rectify recycle redeem redeploy
    redesign redevelop redirect redistribute redouble reduce reel reelect refer
    refinance refine reflect reform refrain refuel refund refurbish refuse refute
    regain regard register regret regulate rehabilitate rehouse reignite reimburse
    rein reinforce reinstate reiterate reject rejoin relate relax relay release
    relegate relent relieve relinquish relish reload relocate rely remain remark
    remember remind remit remodel remove rename render renege renew renounce
    renovate rent reopen reorganise repair repatriate repeal repeat repel replace
    replenish reply report repossess represent repress reprimand reproduce request
    require reroute rescind rescue research resemble resent reserve resettle reshape
    reshuffle reside resign resist resolve resort respect respond rest restart
    restock restore restrain restrict restructure result resume resuscitate retain
    retaliate retire retreat retrench retrieve retrofit return reunite reuse reveal
    reverse revert review revise revisit revive revoke revolt reward ridicule rig
    riot rip risk rival roam rob rock rocket roll rot rotate round rout route row
    rub ruin rule rupture rush sabotage sack sacrifice safeguard sag sail salute
    salvage sample sanction sanitise satisfy save scald scale scan scare scatter
    schedule scorch score scour scramble scrap scrape scream screech screen scrub
    scrutinise seal search seat secure seep seize select sense sentence separate
    sequester serve settle sever shackle shape share sharpen shatter shell shelter
    shelve shield shift ship shock shop shore shorten shout shove shower shred shun
    shutter sicken side sideline sift sign signal silence simplify simulate sip
    siphon situate skid skip skirt skyrocket slam slap slash slaughter slip slow
    slump smash smoke smuggle snap snarl snatch sneak snub soak soar solicit solve
    soothe sort sound spark spawn spearhead specialise specialize specify speculate
    spiral splash splinter splurge sponsor spot sprain sprawl spray sprint spur spy
    squander squeeze stab stabilise stabilize staff stage stain stall stamp stampede
    standardise star stare start starve state station stave stay steer stem step
    stifle stimulate stipulate stir stockpile stoke stop store storm straddle strafe
    strain strand strangle strap streamline strengthen stress stretch strip stroll
    structure struggle study stumble stun subdue submerge submit subpoena subscribe
    subside subsidise subsidize substitute subtract succeed succumb sue suffer
    suffocate suggest suit summarise summon supervise supplement supply support
    suppose suppress surge surpass surprise surrender surround survey survive
    suspect suspend sustain swallow swamp swap swarm swerve switch symbolise
    sympathise tackle tail talk tally tamper tap taper target tarnish task taste
    taunt tax taxi team tease telephone televise tempt tend terminate terrorise test
    testify thank thicken threaten thrive thwart tick tie tighten time tip tolerate
    top topple torch torment torture total touch tour tout trace track trade trail
    train trample transcend transfer transform transit translate transmit transport
    trap traumatise travel treat trek tremble trend trick trickle trigger trim
    triple triumph trouble try tug tumble turn tweak tweet twist type uncover
    underestimate underline undermine underscore unearth unify unite unleash unload
    unlock unravel unveil update upgrade uproot urge use usher usurp utilise utilize
    vacate vaccinate validate value vandalise vanish vary veer ventilate venture
    verify veto vie view vilify violate visit voice volunteer vote vow wage wait
    waive walk wander wane want ward warm warn warrant wash waste watch water weaken
    weigh welcome whip whisk whittle widen wield wilt wipe wish wither witness
    wonder work worry worsen worship wound wrap wreck wrestle yell yield zero
    """
)
