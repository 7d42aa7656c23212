"""Words that tell what a name names, as data."""

from __future__ import annotations

from factcheck.language.data import word_set

# Before a person's name.
TITLES = word_set(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron president
    vice-president premier chancellor minister secretary governor mayor senator sen
    representative rep congressman congresswoman councillor councilman councilwoman
    commissioner ambassador chairman chairwoman chair chief director general gen lt col
    colonel lieutenant major maj captain capt sergeant sgt corporal cpl private admiral adm
    commander cmdr brigadier brig marshal inspector detective superintendent supt constable
    officer sheriff deputy judge justice attorney prosecutor king queen prince princess
    emperor sultan emir sheikh pope cardinal archbishop bishop reverend rev father sister
    brother rabbi imam ayatollah pastor coach manager spokesman spokeswoman spokesperson
    analyst economist former acting interim prime vice foreign defence defense interior
    finance deputy-minister st saint ceo cfo coo hon gov pres amb mp mep executive author actor
    actress singer driver goalkeeper striker midfielder defender captain-general
    """
)

# In the name of an organisation, anywhere.
ORGANISATIONS = word_set(
    """
    ministry department agency authority bureau office commission committee council board
    court police force forces army navy corps brigade battalion regiment division guard
    parliament congress senate assembly duma rada knesset bundestag government cabinet
    administration service services union league federation confederation association
    organisation organization society foundation institute institution centre center
    university college school academy hospital clinic church bank fund trust group
    holdings holding company corporation corp inc ltd limited plc llc gmbh ag sa nv co
    industries enterprises partners capital ventures airlines airways motors energy
    electric oil petroleum gas steel mining pharmaceuticals pharma technologies technology
    systems software solutions networks media press news times post journal herald tribune
    guardian telegraph gazette chronicle magazine radio television broadcasting party
    democrats republicans front movement alliance coalition campaign network club fc united
    rovers wanderers athletic team nato un eu opec nasa who imf fbi cia bbc cnn reuters
    museum library observatory laboratory lab labs committee's tribunal exchange treasury
    directorate inspectorate headquarters staff command ministry's consortium cooperative
    syndicate crescent cross
    """
)

# Organisations whose names go on with "for ..." or "and ...".
HEADS = word_set(
    """
    ministry department agency authority bureau office commission committee council board
    court service union federation association organisation organization society foundation
    institute centre center centers centres university college school academy fund group
    campaign coalition bank secretary minister campaigners network directorate
    """
)

# In the name of a place, at its end or, as "Lake" and "Mount", at its start.
PLACES = word_set(
    """
    street road avenue lane drive boulevard square park bridge river lake mount mountain
    mountains valley hill hills island islands isle bay beach cape coast peninsula ocean
    sea gulf strait channel canal desert forest airport station port harbour harbor stadium
    arena city town village county province region district oblast prefecture territory
    state republic kingdom heights falls creek glacier highway fort camp plaza tower
    cathedral castle palace north south east west
    """
)

# After a name in small letters: "the Skerrow region".
PLACE_NOUNS = word_set(
    """
    city town village region province district county oblast prefecture area suburb
    neighbourhood neighborhood island coast valley river lake border peninsula state
    municipality settlement resort airport
    """
)

FIRST_NAMES = word_set(
    """
    james john robert michael william david richard joseph thomas charles christopher daniel
    matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george edward
    ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin
    scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry
    tyler aaron jose adam henry nathan douglas zachary peter kyle walter ethan jeremy harold
    keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan
    bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy
    eugene vincent russell elijah louis bobby philip johnny martin simon tom tim ben sam dan
    jim bob bill mike dave steve chris tony nick matt greg jeff ken ron don jon alex max leo
    oscar hugo felix ivan igor vladimir sergei sergey dmitry dmitri alexei aleksei mikhail
    nikolai andrei andrey yuri oleg viktor victor anton pavel boris maxim volodymyr
    oleksandr andriy serhiy mykola dmytro petro yulia olena iryna svitlana ahmed ahmad
    mohammed muhammad mohamed mohammad ali hassan hussein omar khaled ibrahim yusuf mustafa
    abdullah abdul karim rashid tariq bashar recep emmanuel jean pierre jacques francois
    françois michel philippe nicolas antoine luc marc hans klaus jurgen jürgen wolfgang
    stefan angela ursula olaf friedrich giorgio giuseppe mario luigi paolo marco matteo
    silvio giorgia carlos luis miguel pedro pablo diego javier fernando alejandro jorge
    rafael lula jair will kim xi li wang chen zhang narendra rahul imran benjamin yair yoav
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy
    betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa
    deborah stephanie rebecca sharon laura cynthia kathleen amy shirley anna ruth
    brenda pamela nicole katherine catherine samantha christine emma debra rachel carolyn
    janet maria heather diane julie joyce victoria kelly christina joan evelyn lauren judith
    megan andrea cheryl hannah jacqueline martha gloria teresa ann anne sara madison frances
    kathryn janice jean alice julia grace judy olivia sophie sophia isabella charlotte mia
    lucy kate jane helen clare claire fiona rosa elena marta ingrid greta astrid eva nina
    fatima aisha leila layla yasmin priya anjali mei yuki keiko
    """
)
