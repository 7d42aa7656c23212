# ruff: noqa: C901, PLR0911, RUF001, SIM905 - one way out for each form; word lists
"""Whether four digits are a year: "in 2018", but not "2018 soldiers" or "1500 homes".

A number that stands before the noun that it counts, or before a unit, is no year; one
after a month, "in" or "since" is; between the two, what decides is whether people would
write a year so: 1987 looks like one, 1500 does not.
"""

from __future__ import annotations

from factcheck.extract.periods.calendar import MONTHS
from factcheck.extract.periods.reading import Lazy

_NEXT = Lazy(r"[ \t\n\xa0]{0,2}([^\W\d_][\w’'.-]{0,24}|\S)?")
_GLUED = frozenset("$€£¥₹₽₴+±~#_=<>≤≥≈@&§№°/\\×*^%‰|")
_AFTER = frozenset("%‰°×±$€£¥₹₽₴+*=<>≤≥^_#@/\\")
_HYPHEN_BEFORE = frozenset({"mid", "early", "late", "post", "pre", "since", "until"})
_HYPHEN_AFTER = frozenset(
    {"based", "born", "built", "dated", "era", "founded", "model", "made", "style"}
)

# After these a number is a year unless a unit follows.
_STRONG = frozenset(
    "in since during until till circa ca c year years fiscal early mid late ad a.d "
    "spring summer autumn winter born © copyright calendar mid- vintage".split()
) | frozenset(MONTHS)
# After these it is a year if it looks like one.
_LEADING = frozenset("by before after from through thru between pre post".split())
# After these it is none, unless it looks like one and counts nothing.
_APPROXIMATING = frozenset(
    "about around over under than nearly almost some roughly approximately only just "
    "and or to of for at into on is was are were".split()
)
# After these it is none.
_COUNTING = frozenset(
    "no nos number room route flight page pages least most exactly totalled totaled "
    "reached reaching reaches hit hits killed wounded injured lost sold bought paid "
    "per every each another all these those many as up down total figure figures "
    "us rs eur usd gbp worth cost costs costing costed charging charges charged "
    "measured weighing weighed averaging averaged highway interstate bus train "
    "unit apartment apt suite box extension ext lot item items model type code "
    "channel battalion brigade regiment division squadron score scored height "
    "altitude elevation depth speed between".split()
)
# "rose by 1500", "a total of 2018": what these words speak of is an amount.
_AMOUNTS = frozenset(
    "rose rise rises rising fell fall falls falling grew grow grows growing increased "
    "increase increases increasing decreased decrease decreases dropped drop drops "
    "dropping climbed climb climbs jumped jump soared surged surge declined decline "
    "declines slipped cut cuts cutting reduced reduce reduces reducing expanded "
    "expand shrank shrunk raised raise raises lowered lower up down went going total "
    "totals average maximum minimum record population crowd distance speed height "
    "altitude elevation depth length weight score rating index level rate ratio range "
    "count toll sum price cost value audience capacity sold bought paid worth size limit "
    "cap minimum peak".split()
)
_CHANGED = 24  # characters: "percent increase from"
_UNTIL = frozenset({"until", "till", "since", "through", "before"})
# So is what these are of: "a fleet of 1987", but not "a match set for 2027".
_COLLECTIONS = frozenset(
    "fleet force garrison batch group set series sample crowd staff army team".split()
)
_AMOUNT_LINKS = frozenset("by to from of for at than is was are were".split())
_DETERMINERS = frozenset("the a an this that its his her their our my your".split())

# What follows a year, not a number that counts it.
_FUNCTION = frozenset(
    "a an the and or but nor so yet as at by for from in into of off on onto out over "
    "than to up via with without within when where while which who whom whose that "
    "this these those there then thus though although because since until after "
    "before during through throughout between among amid against about above below "
    "under is are was were be been being has have had having do does did will would "
    "shall should can could may might must not no he she it they we you i his her its "
    "their our my your him them us if whether how what why all also again already "
    "alone altogether just only even still ever never now later earlier once twice "
    "onward onwards following according compared despite except versus vs per see "
    "saw brought began became came showed shows revealed reveals marked marks ended "
    "ends started starts found said says told made left turned proved ushered "
    "remained remains followed looked went gave took where-as both either neither "
    "too rather nearly almost some many more most less each every because respectively "
    "inclusive and/or".split()
)
# Things that one counts by the thousand; a number before one of them is a count.
_COUNTED = frozenset(
    "people persons men women children boys girls adults pupils students soldiers "
    "troops fighters militants rebels prisoners recruits conscripts officers police "
    "workers employees staff jobs miners farmers teachers doctors nurses patients "
    "residents inhabitants civilians refugees migrants households families homes "
    "houses flats apartments buildings villages schools hospitals rooms beds seats "
    "cars vehicles trucks lorries buses tanks drones missiles rockets shells rounds "
    "aircraft planes helicopters ships boats guns rifles mines weapons bombs fires "
    "cases deaths victims casualties injuries infections hospitalisations arrests "
    "attacks strikes incidents complaints tests doses units copies tickets votes "
    "voters members supporters fans spectators visitors tourists guests passengers "
    "protesters demonstrators volunteers participants respondents delegates users "
    "customers subscribers shares stores shops branches outlets sites points trees "
    "animals sheep cows cattle birds fish horses species hectares acres boxes bags "
    "bottles barrels pieces parts items pages words lines characters hits hires steps "
    "calories units dead injured wounded others samples specimens individuals "
    "subjects participants firms companies businesses others".split()
)
_UNITS = frozenset(
    "percent pct million billion trillion thousand hundred dozen km cm mm nm ft in. "
    "yd mi kg mg lb lbs oz ml hl ms hr hrs min kw mw gw kwh mwh gwh hz "
    "khz mhz ghz kj kcal cal rpm mph kph kmh knots db px dpi ppm ppb psi bar "
    "pa kpa hpa mbar sq cubic square metre metres meter meters kilometre kilometres "
    "kilometer kilometers mile miles yard yards foot feet inch inches centimetres "
    "millimetres gram grams kilogram kilograms kilos tonne tonnes ton tons pound "
    "pounds ounce ounces litre litres liter liters gallon gallons second seconds "
    "minute minutes hour hours day days week weeks month months years decades "
    "degrees watts kilowatts megawatts gigawatts volts dollar dollars euro euros "
    "rubles roubles yen yuan rupees hryvnia cents pence francs kelvin pixels bytes kb "
    "mb gb tb bps horsepower hp cc bhp nits lumens lux calories revolutions".split()
)
_SYMBOLS = frozenset("mgtlshWVKCFJNL")
# Things of which one says which year they belong to.
_DATED = frozenset(
    "results sales earnings budget budgets season seasons election elections report "
    "reports figures data edition film films model models review reviews survey "
    "surveys census study studies cup olympics games championship championships "
    "guidance forecast forecasts target targets levels revenue revenues profit profits "
    "income spending output production exports imports prices rates estimates goals "
    "average averages war wars revolution invasion crisis referendum agreement accord "
    "accords treaty deal law act constitution protests riots attacks earthquake floods "
    "fires storms hurricane pandemic outbreak summit conference world winter summer "
    "spring autumn draft class finals final race races tour campaign convention "
    "primaries vote votes polls poll emissions reforms sanctions talks".split()
)
_HEADS = frozenset({"count", "plural"})


def _word_before(text: str, at: int, start: int) -> tuple[str, int]:
    """Return the word that ends just before `at`, in lower case, and its offset."""
    stop = at
    while stop > start and at - stop < 3 and text[stop - 1] in " \t\n\xa0":  # noqa: PLR2004 # two blanks at most
        stop -= 1
    if stop == at and at > start:
        return "", at
    floor = max(start, stop - 20)
    word = text[floor:stop].rpartition(" ")[2]
    if word.isalnum():
        return word.lower(), stop - len(word)
    begin = stop
    while begin > floor and (text[begin - 1].isalnum() or text[begin - 1] in ".’'©"):
        begin -= 1
    return text[begin:stop].rstrip(".").lower(), begin


def _following(text: str, at: int, end: int) -> tuple[str, bool]:
    """Return what kind of phrase follows a number, and whether it starts in capitals.

    "end" is punctuation or nothing, "function" a word that no noun phrase starts with;
    else what the phrase seems to be headed by: "unit", "count", "dated" (something that
    has a year), "plural" or "singular"; "sign" is a sign that only a number has.
    """
    kind, capital = "end", False
    for place in range(5):
        found = _NEXT.match(text, at, end)
        token = found[1] if found else None
        if token is None or not token[0].isalpha():
            if place == 0 and token is not None and token in _AFTER:
                return "sign", capital
            return kind, capital
        word = token.rstrip(".-’'").removesuffix("’s").removesuffix("'s")
        lower = word.lower()
        if place == 0:
            capital = token[0].isupper()
            if (lower in _UNITS and (not capital or len(lower) < 4)) or lower == "per":  # noqa: PLR2004
                return "unit", capital
            if token in _SYMBOLS:
                return "unit", capital
        if lower in _FUNCTION:
            return ("function" if place == 0 else kind), capital
        if lower in _DATED and kind != "plural":
            return "dated", capital
        if lower in _COUNTED:
            return "count", capital
        if kind in {"end", "singular"}:
            plural = lower.endswith("s") and not lower.endswith(("ss", "us", "is"))
            kind = (
                "plural" if plural and not token.endswith(("’s", "'s")) else "singular"
            )
        if token[-1] == "." or found is None:
            break
        at = found.end()
    return kind, capital


def _fits_glue(text: str, start: int, end: int, lo: int, hi: int) -> bool:
    """Return whether what touches the digits may touch a year."""
    before = text[start - 1] if start > lo else " "
    if before.isalnum() or before in _GLUED:
        return False
    if before in ".,:" and start - 1 > lo and text[start - 2].isdigit():
        return False
    if before in "-–−":
        word, _ = _word_before(text, start - 1, lo) if start - 1 > lo else ("", 0)
        glued = text[max(lo, start - 12) : start - 1].rpartition(" ")[2].lower()
        if before != "–" and glued not in _HYPHEN_BEFORE and word not in _HYPHEN_BEFORE:
            return False
        if before == "–" and text[start - 2 : start - 1].isdigit():
            return False
    after = text[end] if end < hi else " "
    beyond = text[end + 1] if end + 1 < hi else " "
    if after in ".,:" and beyond.isdigit():
        return False
    if after in "-–‑":
        if after == "–" and not beyond.isalnum():
            return True
        word = text[end + 1 : min(hi, end + 12)].partition(" ")[0]
        return beyond == " " or word.rstrip(".,;:") in _HYPHEN_AFTER
    if after.isalpha():  # citations: 2018a
        return after in "abcd" and not beyond.isalnum()
    return after not in _AFTER and after != "_"


class _Place:
    """Four digits, with what stands before and after them.

    Attributes:
        value: The number.
        rounded: Whether it ends in 00.
        modern: Whether it is a year that people write of most, such as 1987.
        word: The word before, "" after punctuation.
        second: The word before that.
        follow: What follows, as `_following` says.
        capital: Whether that starts with a capital.
        initial: Whether the word before begins the sentence.
    """

    __slots__ = (
        "begin", "capital", "end", "follow", "initial", "lo", "modern", "rounded",
        "second", "start", "text", "value", "word",
    )  # fmt: skip

    def __init__(self, text: str, start: int, end: int, lo: int, hi: int) -> None:
        self.text, self.start, self.end, self.lo = text, start, end, lo
        self.value = value = int(text[start:end])
        self.rounded = value % 100 == 0
        self.modern = 1900 < value <= 2050 and not self.rounded  # noqa: PLR2004
        self.follow, self.capital = _following(text, end, hi)
        self.word, self.begin = begin = _word_before(text, start, lo)
        at = begin[1]
        self.second = _word_before(text, at, lo)[0] if at > lo else ""
        self.initial = (
            not text[max(lo, at - 3) : at].strip()
            or text[at - 1] in '\n\r"“('
            or text[at - 2] in ".!?:"
        )

    @property
    def likely(self) -> bool:
        """Whether it looks like a year: a modern one, or 2000."""
        return self.modern or self.value == 2000  # noqa: PLR2004


def stands_free(text: str, end: int, hi: int) -> bool:
    """Return whether nothing that a number could count or measure follows."""
    return _following(text, end, hi)[0] in {"end", "function"}


def is_year(
    text: str, start: int, end: int, lo: int, hi: int, *, listed: bool = False
) -> bool:
    """Return whether the four digits at text[start:end] are a year.

    Args:
        text: The text.
        start: First digit.
        end: After the last digit.
        lo: Where reading may start.
        hi: Where reading must end.
        listed: Whether a year stands just before, in one list with it.
    """
    value = int(text[start:end])
    if not 1000 < value <= 2100 or not _fits_glue(text, start, end, lo, hi):  # noqa: PLR2004
        return False
    if text[end : end + 1].isalpha():  # a citation: 2018a
        return True
    place = _Place(text, start, end, lo, hi)
    follow, word = place.follow, place.word
    if follow in {"unit", "sign"}:
        return False
    if text[start - 1 : start] == "-" and start > lo:  # "mid-2019"
        return follow != "count"
    if value < 1100 and word not in _STRONG:  # noqa: PLR2004
        return False
    if listed or word in _STRONG:
        return _after_strong(place, lead=listed or word != "in")
    if follow == "count":
        return False
    if not word:
        return _stands_alone(place)
    if word in _COUNTING:
        return _after_counting(place)
    if word in _LEADING or word in _APPROXIMATING:
        return _after_preposition(place)
    if word in _DETERMINERS or word.endswith(("’s", "'s", "s’", "s'")):
        return _after_determiner(place)
    if not place.modern:
        return False
    return follow in {"end", "function", "dated", "singular"}


def _after_strong(place: _Place, *, lead: bool) -> bool:
    """Decide after "in", "since", a month: a year, but "in 1500 homes"."""
    if place.follow not in _HEADS:
        return True
    if place.initial and place.text[place.begin].isupper():
        return True
    if place.follow == "count":
        return place.modern
    return place.likely or (lead and not place.rounded)


def _after_counting(place: _Place) -> bool:
    """Decide after "killed" or "at least": a year only in "until at least 2035"."""
    window = place.text[max(place.lo, place.begin - 12) : place.begin].lower()
    since = not _UNTIL.isdisjoint(window.split())
    return place.word == "least" and since and place.modern


def _after_preposition(place: _Place) -> bool:
    """Decide after "by", "after", "of", "was": not where an amount is spoken of."""
    word, second, follow = place.word, place.second, place.follow
    if word == "by" and place.value >= 2020:  # noqa: PLR2004 # "to be cut by 2030"
        return True
    if word == "from" and second in {"up", "down"}:
        recent = place.modern and place.value >= 1990  # noqa: PLR2004
        return recent and follow != "plural"
    if second in _AMOUNTS and word in _AMOUNT_LINKS:
        return word == "from" and _is_told_in_percent(place)
    if second in _COLLECTIONS and word == "of":
        return False
    if word in _LEADING:
        return place.modern or (not place.rounded and follow != "plural")
    if word == "of" and second in {"end", "start", "middle", "beginning", "fall"}:
        return True
    if word == "of" and follow in {"end", "function"} and not place.rounded:
        return True
    if not place.modern:
        return False
    if word in {"for", "of", "from", "and", "or", "to"} and follow == "singular":
        return True
    return follow in {"end", "function", "dated"}


def _is_told_in_percent(place: _Place) -> bool:
    """Return whether a change is told before: "a 17 percent drop from 2021"."""
    if not place.modern or place.follow not in {"end", "function"}:
        return False
    before = place.text[max(place.lo, place.begin - _CHANGED) : place.begin].split()
    told = before[-2:-1] in (["percent"], ["cent"], ["pct"]) or (
        len(before) > 1 and before[-2].endswith("%")
    )
    return told and not place.text.startswith(" to ", place.end)


def _after_determiner(place: _Place) -> bool:
    """Decide after "the" or "Britain's": "the 2018 election", not "its 1500 shops"."""
    if place.follow == "plural" and not place.capital:
        return place.modern and place.word != "a"
    dated = place.follow in {"singular", "dated"}
    return place.likely or (dated and not place.rounded)


def _stands_alone(place: _Place) -> bool:
    """Decide after punctuation or at the start: "2018 was", "(1850)"."""
    text, start, end = place.text, place.start, place.end
    if place.follow not in {"end", "function"}:
        return place.modern and place.follow in {"dated", "singular"}
    bracket = start > place.lo and text[start - 1] in "(["
    cited = text[start - 2 : start] == ", " and text[end : end + 1] in {")", ";"}
    if place.likely and (bracket or cited):
        return True
    return not place.rounded and (place.modern or bracket)
