# ruff: noqa: RUF001 - units are written with signs that look like letters
"""How people write units: the curated half of the lexicon, read by `factcheck.units.build`.

A unit is one line of data here and one line in `tests/corpus/extract`. Nothing of this module
is imported at run time.

A line of `UNITS` is `name | words | symbols | prefixes`:

- the name, as pint reads it (or as `DEFINITIONS` defines it);
- words, in the singular, separated by commas; the plural adds "s" unless given as `one/many`,
  and `one/` has none;
- symbols, case-sensitive, separated by blanks (a blank inside a symbol is written "_");
- SI prefixes that people put before words (all of them) and symbols (those that have one).
"""

from __future__ import annotations

# Words for a prefix, and its symbols (SI brochure, 9th edition, table 7; IEC 80000-13).
PREFIXES = {
    "quetta": ("Q", 10**30),
    "ronna": ("R", 10**27),
    "yotta": ("Y", 10**24),
    "zetta": ("Z", 10**21),
    "exa": ("E", 10**18),
    "peta": ("P", 10**15),
    "tera": ("T", 10**12),
    "giga": ("G", 10**9),
    "mega": ("M", 10**6),
    "kilo": ("k", 10**3),
    "hecto": ("h", 100),
    "deca": ("da", 10),
    "deci": ("d", -10),
    "centi": ("c", -100),
    "milli": ("m", -(10**3)),
    "micro": ("µ", -(10**6)),
    "nano": ("n", -(10**9)),
    "pico": ("p", -(10**12)),
    "femto": ("f", -(10**15)),
    "atto": ("a", -(10**18)),
    "kibi": ("Ki", 2**10),
    "mebi": ("Mi", 2**20),
    "gibi": ("Gi", 2**30),
    "tebi": ("Ti", 2**40),
    "pebi": ("Pi", 2**50),
    "exbi": ("Ei", 2**60),
}

SMALL = "milli micro nano pico femto"
LARGE = "kilo mega giga tera"
SI = f"{LARGE} {SMALL}"
BYTES = "kilo mega giga tera peta exa zetta yotta kibi mebi gibi tebi pebi exbi"

UNITS = f"""
meter | metre, meter | m | kilo hecto deca deci centi {SMALL}
micrometer | micron | um |
microgram | | ug |
microliter | | uL ul |
kilometer | kms/ | kms |
mile | mile, statute mile, air mile, road mile | mi |
nautical_mile | nautical mile, sea mile | nmi NM |
foot | foot/feet | ft |
inch | inch/inches | in |
yard | yard | yd yds |
furlong | furlong | fur |
fathom | fathom | |
league | nautical league | |
light_year | light-year, lightyear | ly lyr | kilo mega giga
astronomical_unit | astronomical unit | AU au |
parsec | parsec | pc | kilo mega giga
angstrom | angstrom, ångström, ångstrom, angström | Å |
meter ** 2 | square metre, square meter, metre square/metres squared, meter square/meters squared, sq metre, sq meter | m2 m² m^2 sqm sq_m sq._m |
kilometer ** 2 | square kilometre, square kilometer, square km/, sq kilometre, sq kilometer, sq. kilometre, sq. kilometer, square klick | km2 km² km^2 sq_km sq._km sqkm km_sq |
centimeter ** 2 | square centimetre, square centimeter, sq centimetre | cm2 cm² cm^2 sq_cm |
millimeter ** 2 | square millimetre, square millimeter | mm2 mm² mm^2 sq_mm |
micrometer ** 2 | square micrometre, square micrometer | µm2 µm² |
nanometer ** 2 | square nanometre, square nanometer | nm2 nm² |
mile ** 2 | square mile, sq mile, sq. mile | mi2 mi² sq_mi sq._mi sqmi mi^2 |
foot ** 2 | square foot/square feet, sq foot/sq feet, sq. foot/sq. feet | ft2 ft² sq_ft sq._ft sqft ft^2 |
yard ** 2 | square yard, sq yard | yd2 yd² sq_yd |
inch ** 2 | square inch/square inches, sq inch/sq inches | in2 in² sq_in |
hectare | hectare | ha | kilo
acre | acre | ac |
are | | |
meter ** 3 | cubic metre, cubic meter, cu metre, cu meter, metre cubed/metres cubed | m3 m³ m^3 cu_m cbm |
kilometer ** 3 | cubic kilometre, cubic kilometer | km3 km³ km^3 cu_km |
centimeter ** 3 | cubic centimetre, cubic centimeter | cm3 cm³ cm^3 cc ccm |
millimeter ** 3 | cubic millimetre, cubic millimeter | mm3 mm³ |
decimeter ** 3 | cubic decimetre, cubic decimeter | dm3 dm³ |
foot ** 3 | cubic foot/cubic feet, cu foot/cu feet | ft3 ft³ cu_ft cu._ft cuft |
yard ** 3 | cubic yard, cu yard | yd3 yd³ cu_yd |
inch ** 3 | cubic inch/cubic inches | in3 in³ cu_in |
mile ** 3 | cubic mile, cu mile | cu_mi |
liter | litre, liter | l L ltr ℓ | kilo mega giga hecto deci centi milli micro nano
gallon | gallon, US gallon | gal |
imperial_gallon | imperial gallon | |
quart | quart | qt |
pint | pint | |
cup | cup, cupful | |
fluid_ounce | fluid ounce | fl_oz fl._oz floz |
tablespoon | tablespoon, tablespoonful | tbsp Tbsp tbsps |
teaspoon | teaspoon, teaspoonful | tsp tsps |
oil_barrel | barrel, oil barrel | bbl bbls |
bushel | bushel | bu |
acre_foot | acre-foot/acre-feet | |
TEU | twenty-foot equivalent unit | TEU TEUs |
gram | gram, gramme | g gm gms | kilo centi milli micro nano pico femto
kilogram | kilo | kgs |
tonne | tonne, metric ton, metric tonne | t |
kilotonne | kilotonne | kt |
megatonne | megatonne | Mt |
gigatonne | gigatonne | Gt |
teratonne | | Tt |
ton | ton, short ton, US ton | tn |
long_ton | long ton, imperial ton | |
kiloton_TNT | kiloton of TNT/kilotons of TNT | |
megaton_TNT | megaton of TNT/megatons of TNT | |
kiloton | kiloton | |
megaton | megaton | |
gigaton | gigaton | |
pound | pound, lb/lbs, pound-mass/ | lb lbs lb. lbs. lbm |
ounce | ounce | oz oz. |
troy_ounce | troy ounce, fine ounce | ozt oz_t |
stone | stone/ | st |
hundredweight | hundredweight/ | cwt |
quintal | quintal | |
carat | carat | ct |
dalton | dalton, atomic mass unit | Da | kilo mega
solar_mass | solar mass/solar masses | M☉ M⊙ M_☉ M_⊙ Msun |
earth_mass | earth mass/earth masses | M⊕ M_⊕ |
jupiter_mass | jupiter mass/jupiter masses | |
solar_radius | solar radius/solar radii | R☉ R⊙ R_☉ R_⊙ |
earth_radius | earth radius/earth radii | R⊕ R_⊕ |
second | second, sec/secs | s sec secs | milli micro nano pico femto
minute | minute, min/mins | min mins min. |
hour | hour, hr/hrs | h hr hrs |
day | day, calendar day | d |
week | week | wk wks |
fortnight | fortnight | |
month | month, calendar month | mo mos mth mths |
year | year, yr/yrs, calendar year | yr yrs |
megayear | megaannum | Myr Ma |
gigayear | gigaannum | Gyr Ga |
kiloyear | kiloannum | kyr ka |
decade | decade | |
century | century/centuries | |
millennium | millennium/millennia | |
kelvin | kelvin | K °K | milli
degree_Celsius | degree celsius/degrees celsius, degree centigrade/degrees centigrade, celsius/, centigrade/, celsius degree, degree c/degrees c | °C ºC ˚C ℃ °_C º_C degC oC o_C C |
degree_Fahrenheit | degree fahrenheit/degrees fahrenheit, fahrenheit/, fahrenheit degree, degree f/degrees f | °F ºF ˚F ℉ °_F º_F degF F |
degree_Rankine | degree rankine/degrees rankine | °R |
kilometer / hour | kilometre per hour/kilometres per hour, kilometer per hour/kilometers per hour, kilometre an hour/kilometres an hour, kilometer an hour/kilometers an hour, kmh/, kph/, kmph/ | km/h kmh kph kmph km/hr km_h KPH kmh⁻¹ km.p.h. |
mile / hour | mile per hour/miles per hour, mile an hour/miles an hour, mph/ | mph MPH mi/h m.p.h. |
meter / second | metre per second/metres per second, meter per second/meters per second, metre a second/metres a second, meter a second/meters a second | m/s |
kilometer / second | kilometre per second/kilometres per second, kilometer per second/kilometers per second, kilometre a second/kilometres a second | km/s kps |
foot / second | foot per second/feet per second, foot a second/feet a second | ft/s fps |
inch / second | inch per second/inches per second | in/s ips |
knot | knot | kn kts |
speed_of_light | speed of light/ | |
joule | joule | J | {SI}
watt_hour | watt-hour, watt hour | Wh | kilo mega giga tera peta
joule * second | joule second, joule-second | Js J·s |
watt * second | watt second, watt-second | Ws |
calorie | calorie | cal | kilo
kilocalorie | | Cal kCal |
electron_volt | electron volt, electronvolt | eV | {LARGE} milli
british_thermal_unit | british thermal unit | BTU Btu btu |
million_british_thermal_unit | | MMBtu mmBtu MMBTU |
erg | erg | |
therm | therm | thm |
watt | watt | W | {LARGE} peta milli micro nano
volt_ampere | volt-ampere, volt ampere | VA | kilo mega
horsepower | horsepower/, horse power/, brake horsepower/ | hp HP bhp |
metric_horsepower | metric horsepower/ | PS |
newton | newton | N | kilo mega milli micro nano
newton * meter | newton metre, newton meter, newton-metre, newton-meter | Nm N·m N⋅m | kilo
foot * pound_force | pound-foot/pound-feet, foot-pound, ft-lb/ft-lbs | lb-ft lb_ft ft-lb ft_lb ft-lbs ft·lb lbft |
pound_force | pound-force/, pound of thrust/pounds of thrust, pound of force/pounds of force | lbf |
kilogram_force | kilogram-force/ | kgf |
dyne | dyne | dyn |
pascal | pascal | Pa | kilo mega giga tera hecto milli micro
bar | bar/ | bar | milli micro nano kilo
psi | pound per square inch/pounds per square inch | psi PSI | kilo
standard_atmosphere | standard atmosphere, atmosphere | atm |
torr | torr/ | Torr torr | milli
millimeter_Hg | millimetre of mercury/millimetres of mercury, millimeter of mercury/millimeters of mercury | mmHg mm_Hg |
inch_Hg | inch of mercury/inches of mercury | inHg |
hertz | hertz/, cycle per second/cycles per second | Hz | {LARGE} milli
rpm | revolution per minute/revolutions per minute, rotation per minute/rotations per minute, rpm/ | rpm RPM r/min rev/min |
bpm | beat per minute/beats per minute, bpm/ | bpm BPM |
volt | volt | V | {LARGE} milli micro nano
ampere | ampere, amp | A | kilo mega milli micro nano pico
ampere_hour | ampere-hour, amp-hour, ampere hour, amp hour | Ah | kilo
milliampere_hour | milliampere-hour, milliamp-hour, milliampere hour, milliamp hour | mAh mAH |
coulomb | coulomb | | kilo milli micro nano pico
ohm | ohm | Ω Ω | kilo mega giga milli micro
farad | farad | | milli micro nano pico
henry | henry/henries | | milli micro nano
siemens | siemens/ | S | milli micro
tesla | tesla | T | milli micro nano
weber | weber | Wb | milli micro
gauss | gauss/ | |
kilogauss | kilogauss/ | kG |
oersted | oersted | Oe |
kilooersted | kilooersted | kOe |
ampere_turn / centimeter | ampere-turn per centimetre/ampere-turns per centimetre, ampere-turn per centimeter/ampere-turns per centimeter | AT/cm |
ampere_turn / meter | ampere-turn per metre/ampere-turns per metre, ampere-turn per meter/ampere-turns per meter | AT/m |
enzyme_unit / liter | | U/L U/l |
enzyme_unit / milliliter | | U/mL U/ml |
candela | candela | cd | milli
lumen | lumen | lm | kilo
lux | lux/ | lx | kilo
nit | | |
mole | mole | mol | milli micro nano pico kilo
molar | molar/ | M | milli micro nano pico
katal | katal | kat |
degree | degree, deg/degs, degree of arc/degrees of arc | ° º ˚ deg |
arcminute | arcminute, minute of arc/minutes of arc, arc minute | arcmin |
arcsecond | arcsecond, second of arc/seconds of arc, arc second | arcsec | milli micro
radian | radian | rad | milli micro
steradian | steradian | sr |
revolution | | |
bit | bit | bit | kilo mega giga tera peta exa kibi mebi gibi
byte | byte | B | {BYTES}
bit / second | bit per second/bits per second | bps bit/s b/s |
kilobit / second | kilobit per second/kilobits per second, kilobit a second/kilobits a second | kbps Kbps kbit/s kb/s |
megabit / second | megabit per second/megabits per second, megabit a second/megabits a second | Mbps mbps Mbit/s Mb/s |
gigabit / second | gigabit per second/gigabits per second, gigabit a second/gigabits a second | Gbps gbps Gbit/s Gb/s |
terabit / second | terabit per second/terabits per second | Tbps Tbit/s Tb/s |
megabyte / second | megabyte per second/megabytes per second | MB/s MBps |
gigabyte / second | gigabyte per second/gigabytes per second | GB/s GBps |
megabit | | Mbit Mb |
gigabit | | Gbit Gb |
kilobit | | kbit |
kilobyte | | kB KB |
megabyte | | |
gigabyte | | |
pixel | pixel, picture element | px | kilo mega giga
pixel / inch | pixel per inch/pixels per inch | ppi |
baud | baud/ | Bd | kilo
becquerel | becquerel | Bq | {LARGE} milli micro
curie | curie | Ci | milli micro nano
sievert | sievert | Sv | milli micro nano
gray | gray | Gy | milli micro
rem | | | milli
roentgen | roentgen | | milli micro
decibel | decibel | dB dBA dB(A) |
percent | percent/, per cent/, percentage/, pct/, pct./, per-cent/ | % % ％ ﹪ pct pct. %-ige |
percentage point | percentage point, percent point, per cent point, percentage-point, %-point | pp ppts pps p.p. %pt |
basis point | basis point | bp bips |
permille | per mille/, permille/, per mil/, per thousand/ | ‰ |
ppm | part per million/parts per million | ppm |
ppb | part per billion/parts per billion | ppb |
ppt | part per trillion/parts per trillion | ppt |
magnitude | | |
mile / gallon | mile per gallon/miles per gallon, mpg/ | mpg MPG |
oil_barrel / day | barrel per day/barrels per day, barrel a day/barrels a day | bpd b/d bbl/d bopd |
million_cubic_foot | | MMcf mmcf |
billion_cubic_foot | | Bcf bcf |
trillion_cubic_foot | | Tcf tcf |
billion_cubic_meter | | bcm Bcm |
million_barrel / day | | mbpd mb/d |
foot ** 3 / second | cubic foot per second/cubic feet per second, cubic foot a second/cubic feet a second | cfs cusec cusecs |
foot ** 3 / minute | cubic foot per minute/cubic feet per minute | cfm CFM |
meter ** 3 / second | cubic metre per second/cubic metres per second, cubic meter per second/cubic meters per second, cumec | cumecs m3/s m³/s |
meter / second ** 2 | metre per second squared/metres per second squared, meter per second squared/meters per second squared | m/s2 m/s² |
standard_gravity | g-force | |
gram / centimeter ** 3 | gram per cubic centimetre/grams per cubic centimetre, gram per cubic centimeter/grams per cubic centimeter | g/cm3 g/cm³ |
kilogram / meter ** 3 | kilogram per cubic metre/kilograms per cubic metre | kg/m3 kg/m³ |
microgram / meter ** 3 | microgram per cubic metre/micrograms per cubic metre, microgram per cubic meter/micrograms per cubic meter | µg/m3 µg/m³ |
watt / meter ** 2 | watt per square metre/watts per square metre, watt per square meter/watts per square meter | W/m2 W/m² |
poise | poise/ | | centi
stokes | stokes/ | |
jansky | jansky | Jy | milli micro
barn | | | milli nano pico femto
1 / femtobarn | inverse femtobarn | fb-1 fb−1 fb⁻¹ |
1 / centimeter | inverse centimetre, inverse centimeter | cm-1 cm−1 cm⁻¹ |
1 / second | inverse second | s-1 s−1 s⁻¹ |
denier | denier/ | |
board_foot | board foot/board feet | |
dioptre | dioptre, diopter | |
base_pair | base pair | | kilo mega giga
kilobase_pair | kilobase | kbp |
megabase_pair | megabase | Mbp |
gigabase_pair | gigabase | Gbp |
foot / minute | foot per minute/feet per minute | |
refrigeration_ton | ton of refrigeration/tons of refrigeration | |
"""

# Units that pint does not have, or has with another meaning: an expression that pint reads.
# Astronomical values are the nominal ones of IAU 2015 resolution B3 and 2012 B2.
DEFINITIONS = {
    "decade": "10 * year",  # pint's is the logarithmic decade of frequency
    "bpm": "1 / minute",
    "ppb": "1e-9",
    "ppt": "1e-12",
    "quintal": "100 * kilogram",
    "jansky": "1e-26 * watt / meter ** 2 / hertz",
    "solar_mass": "1.988409870698051e30 * kilogram",
    "earth_mass": "5.972167867791379e24 * kilogram",
    "jupiter_mass": "1.898124597e27 * kilogram",
    "solar_radius": "6.957e8 * meter",
    "earth_radius": "6.3781e6 * meter",
    "ampere_turn": "1 * ampere",
    "kilogauss": "0.1 * tesla",
    "oersted": "79.57747154594767 * ampere / meter",  # pint's is the CGS unit, too
    "kilooersted": "79577.47154594767 * ampere / meter",
    "gauss": "1e-4 * tesla",  # pint's is the CGS unit, with half exponents
    "TEU": "1360 * foot ** 3",
    "kiloton_TNT": "1000 * ton_TNT",
    "megaton_TNT": "1000000 * ton_TNT",
    "million_british_thermal_unit": "1000000 * british_thermal_unit",
    "million_barrel": "1000000 * oil_barrel",
    "million_cubic_foot": "1e6 * foot ** 3",
    "billion_cubic_foot": "1e9 * foot ** 3",
    "trillion_cubic_foot": "1e12 * foot ** 3",
    "billion_cubic_meter": "1e9 * meter ** 3",
    "dioptre": "1 / meter",
}

# Dimensions that pint does not tell from plain numbers or from another: name -> (exponent, factor).
KINDS = {
    "percent": ("ratio", "1/100"),
    "permille": ("ratio", "1/1000"),
    "ppm": ("ratio", "1/1000000"),
    "ppb": ("ratio", "1/1000000000"),
    "ppt": ("ratio", "1/1000000000000"),
    "percentage point": ("ratio_difference", "1/100"),
    "basis point": ("ratio_difference", "1/10000"),
    "decibel": ("sound_level", "1"),
    "magnitude": ("magnitude", "1"),
    "base_pair": ("base_pair", "1"),
    "kilobase_pair": ("base_pair", "1000"),
    "megabase_pair": ("base_pair", "1000000"),
    "gigabase_pair": ("base_pair", "1000000000"),
    "delta_degree_Celsius": ("temperature_difference", "1"),
    "delta_degree_Fahrenheit": ("temperature_difference", "5/9"),
    "sievert": ("dose", "1"),
    "gray": ("dose", "1"),
    "rem": ("dose", "1/100"),
}

# What else the same word may mean: a check takes all readings, so that it stays silent where
# one of them agrees (a British gallon is 1.2 American ones, a ton may be any of three).
READINGS = {
    "ton": ("tonne", "long_ton"),
    "kiloton": ("kilotonne",),
    "megaton": ("megatonne",),
    "gigaton": ("gigatonne",),
    "gallon": ("imperial_gallon",),
    "quart": ("imperial_quart",),
    "pint": ("imperial_pint",),
    "cup": ("imperial_cup",),
    "fluid_ounce": ("imperial_fluid_ounce",),
    "ounce": ("troy_ounce",),
    "hundredweight": ("long_hundredweight",),
    "horsepower": ("metric_horsepower",),
    "kilobyte": ("kibibyte",),
    "megabyte": ("mebibyte",),
    "gigabyte": ("gibibyte",),
    "terabyte": ("tebibyte",),
    "calorie": ("kilocalorie",),
}

# pint units without a surface of their own, kept so that rules and compositions can name them.
SILENT = """
imperial_quart imperial_pint imperial_cup imperial_fluid_ounce long_hundredweight million_barrel
delta_degree_Celsius delta_degree_Fahrenheit turn ton_TNT kip
"""

# Words of quantulum3's lexicon that do harm in running text: common words that mean something
# else far more often, names, and spellings that nobody uses.
TRAPS = """
candle circle count cycle dimensionless dot drop ell franklin gaj gal galileo group gross
hand instance key kip league mark mil mill nibble pack peck pel pence penny piece point pond
quad quarter quartet rad rhe set shake span stere tetrad tetrade tex time turn twip beep bip darcy
langley rutherford bary baryd baryed barie barad barrie barye bevatron mho stilb maxwell
faraday thermie pferdestarke hartree lustrum baud weight square radian
"""
TRAP_PHRASES = {
    "per second",
    "per thousand",
    "per myriad",
    "per ten thousand",
    "square radian",
}

# Words that are names or abbreviations in upper case: units only in lower case.
LOWER_ONLY = """
tesla teslas henry gray grays weber webers gauss siemens curie newton newtons pascal kelvin mole moles stone sec secs min mins hr hrs
"""

# Symbols that are also words, scales or abbreviations, besides all single letters: units only
# where the text around them says so.
WEAK_SYMBOLS = """
in am pm as us ps PS st ct pp NM AU au MA Ma Ga ka GA ML GL Ml Gl Da ac tn mo cd bp bps hp HP PB M kt sr Ws PW pc ppt kn bu fg cc Nm dm EB MV GV TV ly
"""

# --- currencies (ISO 4217): code | adjectives | one/many ... | signs -----------------------

CURRENCIES = """
USD | US, U.S., American, United States | dollar, dlr, buck/bucks, greenback | US$ U.S.$ $ | cent
EUR | | euro/euros | € | cent
GBP | British, UK, U.K. | pound, pound sterling/pounds sterling, quid/quid | £ GB£ | penny/pence
JPY | Japanese | yen/yen | JP¥ ¥ | sen/sen
CNY | Chinese | yuan/yuan, renminbi/renminbi | CN¥ RMB RMB¥ 元 | fen/fen
CHF | Swiss | franc | SFr SFr. Fr. | rappen/rappen
AUD | Australian, Aussie | dollar, dlr | A$ AU$ | cent
CAD | Canadian | dollar, dlr, loonie | C$ CA$ Can$ CDN$ | cent
NZD | New Zealand | dollar, dlr | NZ$ | cent
HKD | Hong Kong | dollar, dlr | HK$ | cent
SGD | Singapore, Singaporean | dollar, dlr | S$ SG$ | cent
TWD | Taiwan, Taiwanese, New Taiwan | dollar, dlr | NT$ |
INR | Indian | rupee, indian rupee | ₹ Rs Rs. | paisa/paise
PKR | Pakistani, Pakistan | rupee | PKRs | paisa/paise
LKR | Sri Lankan, Sri Lanka | rupee | SLRs | cent
NPR | Nepalese, Nepali | rupee | NRs |
MUR | Mauritian, Mauritius | rupee | |
RUB | Russian | ruble, rouble | ₽ | kopeck, kopek
UAH | Ukrainian | hryvnia/hryvnias, hryvnya/hryvnyas, hryvnia/hryvnia, hryvna/hryvnas, hryven/hryvnias | ₴ | kopiyka/kopiykas
BYN | Belarusian | ruble, rouble | |
PLN | Polish | zloty/zlotys, zloty/zloties, złoty/złotys, zloty/zloty | zł | grosz/groszy
CZK | Czech | koruna/korunas, crown, koruna/koruny | Kč |
HUF | Hungarian | forint/forints, forint/forint | |
RON | Romanian | leu/lei | |
MDL | Moldovan | leu/lei | |
BGN | Bulgarian | lev/leva, lev/levs | |
RSD | Serbian | dinar | |
HRK | Croatian | kuna/kuna, kuna/kunas | |
ALL | Albanian | lek/leks, lek/lek | |
MKD | Macedonian | denar | |
BAM | Bosnian | convertible mark, mark | |
ISK | Icelandic | krona/kronur, krona/kronas | |
SEK | Swedish | krona/kronor, crown, krona/kronas | | öre/öre
NOK | Norwegian | krone/kroner, crown | |
DKK | Danish | krone/kroner, crown | | øre/øre
TRY | Turkish | lira/liras, lira/lira | ₺ | kurus/kurus
ILS | Israeli | shekel, new shekel, sheqel, new Israeli shekel | ₪ NIS | agora/agorot
EGP | Egyptian | pound | E£ | piastre
LBP | Lebanese | pound, lira/lira | |
SYP | Syrian | pound | |
SDG | Sudanese | pound | |
SSP | South Sudanese | pound | |
SAR | Saudi, Saudi Arabian | riyal, rial | | halala
QAR | Qatari | riyal, rial | |
YER | Yemeni | rial, riyal | |
OMR | Omani | rial, riyal | |
IRR | Iranian | rial, riyal | |
IRT | Iranian | toman | |
AED | Emirati, UAE, United Arab Emirates | dirham | Dh Dhs | fils/fils
MAD | Moroccan | dirham | |
KWD | Kuwaiti | dinar | |
BHD | Bahraini | dinar | |
JOD | Jordanian | dinar | |
IQD | Iraqi | dinar | |
LYD | Libyan | dinar | |
TND | Tunisian | dinar | |
DZD | Algerian | dinar | |
KRW | South Korean, Korean | won/won | ₩ |
KPW | North Korean | won/won | |
THB | Thai | baht/baht, baht/bahts | ฿ | satang/satang
IDR | Indonesian | rupiah/rupiah, rupiah/rupiahs | Rp Rp. |
MYR | Malaysian | ringgit/ringgit, ringgit/ringgits | RM | sen/sen
PHP | Philippine, Filipino | peso | ₱ | centavo
VND | Vietnamese | dong/dong, dong/dongs | ₫ |
BDT | Bangladeshi, Bangladesh | taka/taka, taka/takas | ৳ Tk |
MMK | Myanmar, Burmese | kyat/kyats, kyat/kyat | |
KHR | Cambodian | riel/riels, riel/riel | |
LAK | Lao, Laotian | kip/kip | |
MNT | Mongolian | tugrik/tugriks, togrog/togrogs | ₮ |
KZT | Kazakh, Kazakhstani | tenge/tenge | ₸ | tiyn/tiyn
UZS | Uzbek, Uzbekistani | som/som, sum/sum, soum/soum | |
KGS | Kyrgyz | som/soms, som/som | |
TJS | Tajik, Tajikistani | somoni/somoni | |
TMT | Turkmen | manat/manats, manat/manat | |
AZN | Azerbaijani, Azeri | manat/manats, manat/manat | ₼ | qapik/qapik
GEL | Georgian | lari/lari, lari/laris | ₾ | tetri/tetri
AMD | Armenian | dram/drams, dram/dram | ֏ |
AFN | Afghan | afghani/afghanis | |
MXN | Mexican | peso | MX$ Mex$ | centavo
ARS | Argentine, Argentinian | peso | AR$ | centavo
CLP | Chilean | peso | CLP$ |
COP | Colombian | peso | COL$ |
UYU | Uruguayan | peso | UY$ |
DOP | Dominican | peso | RD$ |
CUP | Cuban | peso | CU$ |
BRL | Brazilian | real/reais, real/reals | R$ | centavo
PEN | Peruvian | sol/soles, sol/sols, nuevo sol/nuevos soles | S/ S/. |
VES | Venezuelan | bolivar/bolivars, bolivar/bolivares | |
BOB | Bolivian | boliviano/bolivianos | |
PYG | Paraguayan | guarani/guaranies, guarani/guaranis | ₲ |
CRC | Costa Rican | colon/colones, colón/colones | ₡ |
GTQ | Guatemalan | quetzal/quetzales, quetzal/quetzals | |
HNL | Honduran | lempira/lempiras | |
NIO | Nicaraguan | cordoba/cordobas | |
HTG | Haitian | gourde/gourdes | |
JMD | Jamaican | dollar | J$ |
TTD | Trinidad and Tobago, Trinidadian | dollar | TT$ |
BBD | Barbadian, Barbados | dollar | Bds$ |
BSD | Bahamian | dollar | |
BZD | Belize | dollar | BZ$ |
GYD | Guyanese, Guyana | dollar | GY$ |
FJD | Fijian, Fiji | dollar | FJ$ |
BND | Brunei | dollar | B$ |
XCD | East Caribbean, Eastern Caribbean | dollar | EC$ |
LRD | Liberian | dollar | |
NAD | Namibian | dollar | N$ |
ZWL | Zimbabwean, Zimbabwe | dollar | ZW$ Z$ |
ZAR | South African | rand/rand, rand/rands | |
NGN | Nigerian | naira/naira, naira/nairas | ₦ | kobo/kobo
GHS | Ghanaian, Ghana | cedi | GH₵ GH¢ ₵ | pesewa
KES | Kenyan, Kenya | shilling | KSh Ksh KSh. | cent
UGX | Ugandan, Uganda | shilling | USh Ush |
TZS | Tanzanian, Tanzania | shilling | TSh |
SOS | Somali | shilling | |
ETB | Ethiopian | birr/birr, birr/birrs | |
RWF | Rwandan | franc | |
BIF | Burundian | franc | |
CDF | Congolese | franc | |
XAF | Central African CFA, Central African | franc, CFA franc | FCFA |
XOF | West African CFA, West African, CFA | franc, CFA franc | |
XPF | CFP | franc | |
DJF | Djiboutian | franc | |
ZMW | Zambian | kwacha/kwacha, kwacha/kwachas | |
MWK | Malawian | kwacha/kwacha, kwacha/kwachas | |
BWP | Botswana, Botswanan | pula/pula | |
MZN | Mozambican | metical/meticais, metical/meticals | |
AOA | Angolan | kwanza/kwanzas, kwanza/kwanza | |
MGA | Malagasy | ariary/ariary | |
ERN | Eritrean | nakfa/nakfa | |
MVR | Maldivian | rufiyaa/rufiyaa | |
BTN | Bhutanese | ngultrum/ngultrum, ngultrum/ngultrums | |
PGK | Papua New Guinean | kina/kina | |
MOP | Macanese, Macau | pataca/patacas | MOP$ |
XDR | | special drawing right/special drawing rights | SDR |
BTC | | bitcoin/bitcoins, bitcoin/bitcoin | ₿ | satoshi/satoshis
ETH | | ether/ether | |
DEM | German, West German | mark, deutsche mark, deutschmark, deutschemark | DM |
FRF | French | franc | |
ITL | Italian | lira/lire, lira/liras | |
ESP | Spanish | peseta/pesetas | |
NLG | Dutch | guilder | |
PTE | Portuguese | escudo/escudos | |
FIM | Finnish | markka/markkaa, mark | |
GRD | Greek | drachma/drachmas, drachma/drachmae | |
ATS | Austrian | schilling | |
BEF | Belgian | franc | |
IEP | Irish | pound, punt/punts | IR£ |
XEU | | ecu | Ecu ECU |
crown | | crown | |
"""

# Bare words: which currency a word means without an adjective. A word that is not here is
# a currency only with its adjective, because several share it or it is an ordinary word.
BARE = """
dollar USD, dlr USD, mark DEM, stg/ GBP, buck USD, greenback USD, euro EUR, pound GBP, pound sterling GBP, quid GBP, yen JPY,
yuan CNY, renminbi CNY, franc CHF, rupee INR, ruble RUB, rouble RUB, hryvnia UAH, hryvnya UAH,
hryvna UAH, zloty PLN, złoty PLN, koruna CZK, forint HUF, lira TRY, shekel ILS, new shekel ILS,
sheqel ILS, riyal SAR, toman IRT, dirham AED, won KRW, baht THB, rupiah IDR, ringgit MYR,
peso MXN, dong VND, taka BDT, kyat MMK, riel KHR, tugrik MNT, tenge KZT, somoni TJS, lari GEL,
afghani AFN, bolivar VES, boliviano BOB, guarani PYG, quetzal GTQ, lempira HNL, gourde HTG,
rand ZAR, naira NGN, cedi GHS, birr ETB, metical MZN, kwanza AOA, pataca MOP, bitcoin BTC,
deutsche mark DEM, deutschmark DEM, deutschemark DEM, peseta ESP, guilder NLG, escudo PTE,
markka FIM, drachma GRD, schilling ATS, special drawing right XDR, CFA franc XOF, kronor/ SEK,
rial IRR, reais/ BRL, lev BGN, leva/ BGN, manat AZN, ngultrum BTN, loonie CAD, krona SEK, krone NOK,
satoshi BTC, new Israeli shekel ILS, ecu XEU, crowns/ crown, lire/ ITL, dinars/ RSD, shillings/ KES
"""

# Bare words that stand for several currencies: the first is `BARE`'s.
SHARED = """
dollar USD AUD CAD NZD HKD SGD TWD JMD FJD LRD NAD ZWL BSD BBD, mark DEM FIM,
dlr USD AUD CAD NZD HKD SGD TWD, pound GBP EGP LBP SYP SDG IEP,
franc CHF FRF BEF RWF XOF XAF, rupee INR PKR LKR NPR MUR, ruble RUB BYN, rouble RUB BYN,
lira TRY ITL LBP, riyal SAR QAR YER OMR, rial IRR OMR YER, dirham AED MAD, won KRW KPW,
peso MXN ARS CLP COP UYU DOP CUP PHP, manat AZN TMT, krone NOK DKK, krona SEK ISK, yuan CNY,
cent USD EUR AUD CAD NZD ZAR, shillings KES UGX TZS SOS,
dinars RSD DZD IQD JOD KWD TND LYD BHD
"""

# Subunits by their bare word: code and how many make one.
SUBUNITS = """
cent USD 100, cts/cts USD 100, penny/pence GBP 100, penny/pennies GBP 100, kopeck RUB 100, kopek RUB 100, kopiyka UAH 100,
paisa/paise INR 100, rappen/rappen CHF 100, grosz/groszy PLN 100, centavo MXN 100, øre/øre DKK 100,
öre/öre SEK 100, eurocent EUR 100, euro cent EUR 100, US cent USD 100, Australian cent AUD 100,
Canadian cent CAD 100, fils/fils AED 100, halala SAR 100, kobo/kobo NGN 100, pesewa GHS 100,
satang/satang THB 100, agora/agorot ILS 100, tetri/tetri GEL 100, dime/ USD 10, rappen/rappen CHF 100
"""
SUBUNIT_SIGNS = "¢ USD 100, p GBP 100, c USD 100, ct USD 100"

# More words of the crore-and-lakh kind are numerals and belong to the scanner.

# Other names that a rule may use for a unit of the table.
ALIASES = {
    "%": "percent",
    "barrel": "oil_barrel",
    "metric_ton": "tonne",
    "metre": "meter",
    "kilometre": "kilometer",
    "litre": "liter",
    "celsius": "degree_Celsius",
    "fahrenheit": "degree_Fahrenheit",
    "percentage_point": "percentage point",
    "percentage points": "percentage point",
    "basis_point": "basis point",
    "basis points": "basis point",
    "dimensionless": "",
    "short_ton": "ton",
}

# Words that are one unit or another, as the text around them decides; the first is `WORDS`'s.
CANDIDATES = """
pound pound GBP, pounds pound GBP, degree degree degree_Celsius degree_Fahrenheit,
degrees degree degree_Celsius degree_Fahrenheit, second second arcsecond, seconds second arcsecond,
minute minute arcminute, minutes minute arcminute, ton ton tonne long_ton, tons ton tonne long_ton
"""
