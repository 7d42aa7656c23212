"""Parts whose whole is named beside them, and counted elsewhere.

"Of the guests at the inn, 34 fell ill" in one text, "it had 29 guests that night" in
another: a part says what it is taken from, and how many of that there are is looked for in all
documents by its words. Where any count of such things is large enough nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from factcheck.checks import _afar
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    Group,
    Passage,
    aligned,
    finds,
    firm,
    hint,
    matches,
    pattern,
    saying,
    search,
    speaking,
)
from factcheck.checks._parts import between
from factcheck.checks._roots import root, roots
from factcheck.checks._tables import Cell, Table
from factcheck.language.words import is_plural
from factcheck.model import Fact, Form, Mention, Modifier, Motion, Part

_DET = r"(?:the|these|those|its|their|her|his|our|all|(?:the )?[a-z-]+'s?)"
_NO_WORD = (
    r"(?!(?:is|are|was|were|be|been|has|have|had|will|would|can|could|do|does|did|now|who|that|which"
    r"|in|on|at|to|for|from|with|by|said|say|says|and|or|but|not|when|while|as|than|after|before|since|because|already|also|still|never"
    r"|of|cast|sold|held|built|made|sent|taken|found|born|kept|bought|lost|seen|caught|shown|given|drawn|grown|hurt|chosen|aboard|into|goes?|went|came|comes?|[a-z]{3,}ed(?! [a-z]+s\b))\b)"
)
_NOUN = rf"(?:(?: {_NO_WORD}[a-z][a-z'-]*){{1,5}})"
# "on the coach", "arrested on Tuesday", "in the bay"
# "arrested", "that it had admitted", "they visited", "cast"
_DONE = r"(?:[a-z]{3,}ed|cast|sold|held|built|made|sent|taken|found|born|kept|bought|lost|seen|caught|shown|given|drawn|grown|hurt|chosen|left|told|hit)"
_WHO = r"(?:who|that|which)? ?(?:(?:it|they|he|she|we|(?:the )?[a-z]+) )?(?:were |was |are |is |have |has |had |been )*"
_WHICH = rf"(?: aboard| on board)?(?:(?: {_WHO}{_DONE}\b)?(?: (?:of|in|on|at|from|to|for|with|after|since|before|aboard)(?: {_NO_WORD}(?:[a-z'-]+|<d\d+>)){{0,4}})*)"
_SOURCES = (
    # 372 of the entries for the contest came from women
    rf"(?<!all )(?<!both ){{a:cem}}(?: [a-z-]+)? (?:out )?of (?P<det>{_DET})(?P<of>{_NOUN}|(?= (?:{_DONE}|aboard|on board)\b))(?P<which>{_WHICH})",
    # 4,800 cartons of the consignment; 41,500 bottles of L2207
    rf"(?<!\bthe ){{a:c}}(?P<noun> (?:[a-z-]+ )?[a-z-]+s) of (?:(?P<det>{_DET})(?P<of>{_NOUN})|(?P<code>[a-z]+-?\d[a-z0-9-]*))(?P<which>)",
    # more than half of the objections sent to the council, 1,480,
    rf"(?:\bhalf|\bmost|\bmajority|<f\d+>) of (?P<det>{_DET})(?P<of>{_NOUN})(?P<which>{_WHICH}), (?:some |about )?{{a:cem}},",
    # one of the club's 905 women members
    rf"\bone of (?P<det>{_DET}) {{a:c}}(?P<sub>(?: [a-z-]+){{1,3}}? )(?P<of>{_NO_WORD}[a-z-]+s)\b(?P<which>{_WHICH})",
    # of the guests at the inn, 34 fell ill; among the cooks are 13 Danes
    (
        rf"(?:^|[,;:] )(?:of|out of|among) (?P<det>{_DET})(?P<of>{_NOUN}|(?= (?:{_DONE}|aboard|on board)\b))(?P<which>{_WHICH})"
        r"(?:,(?: [a-z'-]+){0,3}| (?:are|were|is|was|there are|there were)(?: [a-z'-]+){0,2}) {a:cem}"
    ),
)
_CLAIMS = hint(" of ", "of ", "among ")
# What is no part of the same things: "its 905 former members", "members of the public"
_OTHERS = r"\b(?:former|past|retired|ex|new|future|additional|potential|would-be|more|other|further)\b"
_NOBODY_S = r"^ (?:public|time|year|day|week|month|world|war|kind|type|sort|age|size|past|[a-z]+ kind|same)\b"
# What is done to all of something, so that it is known how many there are.
_ACTS = (
    r"\b(?:cast|held|visited|searched|raided|examined|inspected|tested|checked|asked|polled|surveyed|interviewed|questioned|invited|admitted|treated|made|performed|conducted|completed|carried out|built|produced|printed|brewed"
    r"|baked|bottled|planted|ordered|delivered|sent|shipped|shows?|showed|shown|screens?|screened|offers?|offered|hired|recruited|collected|raised|contains?|contained|opened|stood at|stands at|lists?|listed|names?|named"
    r"|bought|rented|read|received|rescued|saved|evacuated|published|issued|launched|sold|caught|hatched|laid|found|counts|consists? of|made up of)"
    r"(?: (?:some|about|only|just|a total of|exactly))? $"
)
_DONE_TO = r"^ (?:[a-z-]+ ){0,2}?[a-z-]+ (?:were|was|are|have been|had been|took|in all|altogether)\b"
_ALONE = r"^$|, $|\bthat $"  # before a subject, with nothing that narrows it
_STOCK = frozenset(
    (
        "roll",
        "enrol",
        "list",
        "strength",
        "current",
        "altogether",
        "regist",
        "all",
        "present",
        "total",
    )
)
# Who is "we", or has no name, in a text of their own.
_HOLDER = r"\b(?:company|firm|council|group|club|school|hospital|operator|union|party|agency|ministry|city|town|county|museum|airline|railway|bank|university|network)(?='s)"
_ENDS = r" (?:for|after|with|since|before)((?: (?!(?:for|after|with|since|before|of|in|on|at|from|to|aboard)\b)[a-z'-]+)+)"
_SUMS = frozenset(
    map(root, ("money", "sum", "amount", "proceeds", "cash", "total", "funds"))
)
_ABOARD = r"\b(?:aboard|on board|(?:on|in) the (?:[a-z]+ )?(?:bus|coach|plane|aircraft|train|tram|ship|ferry|boat|lift|cable car|helicopter|flight))\b"
_NOT_YET = r"(?!(?:ordered|planned|proposed|promised|wanted|needed|required|expected|requested|announced)\b)"
_ALL_ABOARD = frozenset({"aboard"})  # crew and all
_ACT = rf"^ (?:who |that |which )?(?:were |was |are |is |(?:have|had|has) been )?{_NOT_YET}{_DONE}\b"
# "the damaged homes", "the recalled crates"
_DONE_BEFORE = rf"\b{_NOT_YET}[a-z]{{3,}}ed(?= [a-z]+s\b)"
# Houses by other names: a part of one is a part of the other.
_PREMISES = frozenset(
    map(
        root,
        (
            "premises",
            "addresses",
            "properties",
            "houses",
            "flats",
            "buildings",
            "homes",
        ),
    )
)
_SINCE = r"\b(?:so far|to date|by now|since then|meanwhile|over the years|ever)\b"
_TWICE = Decimal(2)
# How a text tells how many there are of something.
_HAS = (
    r"\b(?:ha(?:s|ve|d)|having|with|carr(?:y|ies|ied|ying)|count(?:s|ed|ing)?|there (?:are|were)|(?:on board|aboard|inside|(?:on|in) the [a-z]+) (?:are|were|was)|total(?:l?ed|l?ing)? of"
    r"|the|its|her|his|their|our|all|own(?:s|ed|ing)?|keeps?|kept|employ(?:s|ed|ing)?|identif(?:y|ies|ied)|record(?:s|ed)?|register(?:s|ed)?"
    r"|receiv(?:es|ed)|enter(?:s|ed)?|welcom(?:es|ed)|home to|hous(?:es|ed|ing)|holds?|held|compris(?:es|ed|ing)|number(?:s|ed|ing)?|drew|attract(?:s|ed)"
    r"|choose among|took|taken|arrested|detained|set aside|(?:town|village|city|island|crew|herd|fleet|flock|staff|field|budget|fund) of|covers?|numbers?:|run(?:s|ning)?|operates?)"
    r"(?: (?:some|about|only|just|on board|aboard))? $"
)
_CAME = (
    r"^ (?:[a-z-]+ ){0,2}?[a-z-]+ (?:on board|aboard|in all|altogether|live|work(?:s|ed)? (?:at|in|for)|set off|started|took part|entered|attended|came|enrolled|registered"
    r"|competed|signed up|applied|travelled|were (?:on board|aboard|registered|entered|invited|enrolled|arrested|detained))\b"
)
_NARROWED = r"^ (?:[a-z-]+ ){0,2}?[a-z-]+ (?:with|who|that|which|aged|under|over|for|without|from|in|on|at)(?! board\b)((?: [a-z'-]+){1,4})"
# "Of which girls: 352", an item of a list under its whole.
_ITEM = r"^(?:thereof|(?:out )?of (?:which|whom|these|those|them))\b[^<]*{a:cem}$"
# "More than half, 61 singers, are over sixty."
_MOST_OF = (
    r"(?:^|[,;:] )(?:(?:well |slightly |just |more |less |fewer |over |than |about |nearly |almost )*(?:<f\d+>|half|most)|(?:an? |the )(?:[a-z]+ )?(?:majority|minority|part)),"
    r" (?:or |namely |some |about )?{a:c} [a-z]+,? (?:are|were|have|had|is|was|did|do|will)\b"
)
_APPOSED = hint("half", "most", "<f", "ority")
_ALL_ROWS = r"\b(?:whole|total|entire|all|overall|altogether)\b"
_NO_STOCK = r"[%\u2030]|\b(?:rate|average|mean|median|index|per|price|cost|share|ratio|density|score|age|change|growth|temperature|balance|profit|loss|net|surplus|deficit|result|maximum|capacity)\b"
_FEWEST = 10
_BACK = 2
_ITEMS = hint("which", "whom", "th")
_PRONOUNS = frozenset(("its", "their", "her", "his", "our"))
_FATES = frozenset(
    ("killed", "injured", "missing", "arrested", "displaced", "rescued", "hospitalised")
)
_PEOPLE = frozenset(("person", "resident"))
_MOST = Decimal(3)  # a part larger than that is one of something else
_FEWEST_SHARED = 2


class Claim(NamedTuple):
    """A number that says what it is a part of.

    Attributes:
        place: It.
        of: The roots of what it is taken from.
        which: Those of the words that say which of them.
        acts: Those that say what was done to them.
        noun: Those of the part, where what it is taken from is one thing: "cartons".
        own: Whether a pronoun stands for whose that is: "its".
        loose: Those that need not stand beside the whole: who has it, as its own text does not
            say, or to what end something is done: "of the line's ships for repairs".
    """

    place: Place
    of: frozenset[str]
    which: frozenset[str]
    acts: frozenset[str]
    noun: frozenset[str]
    own: bool
    loose: frozenset[str]

    @property
    def words(self) -> frozenset[str]:
        """All that says what it is taken from."""
        return self.of | self.which


def beyond(groups: tuple[Group, ...]) -> Iterator[tuple[Place, Place]]:
    """Yield parts that are more than what all texts count of their whole, with that count."""
    claims = [
        claim
        for group in groups
        for _, passage in speaking(group, _CLAIMS, *_SOURCES)
        for claim in _claims(passage)
    ]
    if not claims:
        return
    wanted = frozenset().union(*(claim.words | claim.noun for claim in claims))
    counts: dict[str, list[Place]] = {}
    for group in groups:
        for place in _counts(group):
            for key in (_keys(place) | _afar.said(place)) & wanted:
                counts.setdefault(key, []).append(place)
    for claim in claims:
        whole = _whole(claim, counts)
        if whole is not None:
            yield claim.place, whole


def _claims(passage: Passage) -> Iterator[Claim]:
    if passage.in_table:
        return
    for match in matches(passage.masked, *_SOURCES):
        place = Place(passage, int(match["a"]))
        claim = _claim(place, match.groupdict())
        if claim is not None and _is_level(place) and _is_plain(place, bound=True):
            yield claim


def _is_level(place: Place) -> bool:
    """Return whether a part is told of what is; nothing rises by "29 of the rooms"."""
    fact = _afar.fact_of(place)
    return (
        fact.stance in _afar.SURE
        and not fact.per
        and (fact.motion is None or (fact.part is Part.OF and fact.motion is Motion.BY))
    )


def _claim(place: Place, told: dict[str, str | None]) -> Claim | None:
    """Return a part with what it is taken from, as a pattern told it."""
    det, code, noun = told["det"] or "", told.get("code"), told.get("noun") or ""
    what = code or told["of"] or ""
    if finds(what, _NOBODY_S) or finds(told.get("sub") or "", _OTHERS):
        return None
    if noun:
        what = what.split()[0] if what else ""
    said, cut = told["which"] or "", _noun(what)
    if cut != what:
        what, said = cut, ""  # "the homes belong to pensioners" tells of the part
    where = re.sub(_ACT, " ", said)  # what was done only narrows it
    bare = re.sub(_DONE_BEFORE, " ", what)
    acts = roots(f"{said} {what}") - roots(f"{where} {bare}")
    what = bare
    which = roots(det if "'" in det else where)
    of = frozenset((code,)) if code else roots(what)
    if not what and finds(said, _ABOARD):
        of, which = _ALL_ABOARD, frozenset()
    if " people" in what and finds(f"{what}{said}", _ABOARD):
        of |= {"passenger"}
        which -= {"board"}
    if of & _PREMISES:
        of |= _PREMISES
    if place.passage.kinds[place.slot] == "e" and of <= _SUMS:
        of = frozenset()
    if not of:
        which |= acts
    if not of and not which:
        return None
    loose = roots(" ".join(match[1] for match in pattern(_ENDS).finditer(said)))
    loose = loose if "'s" in f"{det}{what}" else frozenset()
    holders = roots(" ".join(pattern(_HOLDER).findall(f"{det}{what}")))
    return Claim(
        place,
        of - holders,
        which - holders,
        acts,
        roots(noun),
        det in _PRONOUNS,
        loose | holders | (of & _ALL_ABOARD),
    )


def _noun(words: str) -> str:
    """Return some words up to the first plural in them, behind which a verb may stand."""
    told = words.split()
    for at, word in enumerate(told[:-1]):
        if word.isalpha() and is_plural(word):
            return " ".join(told[: at + 1])
    return words


def _is_plain(place: Place, *, bound: bool = False) -> bool:
    """Return whether a number is told as one; of a part at least, or at most, as many may be."""
    mention = _afar.fact_of(place).mention
    return (
        mention.form is Form.PLAIN
        and (mention.value or 0) > 1
        and (bound or mention.modifier in (None, Modifier.ABOUT))
    )


def _counts(group: Group) -> Iterator[Place]:
    for passage in group:
        for slot, kind in enumerate(passage.kinds):
            place = Place(passage, slot)
            if kind in "cem" and _afar.fact_of(place).mention.form is Form.PLAIN:
                yield place


def _keys(place: Place) -> frozenset[str]:
    """Return what a number is looked for by: what it counts, or what befell those counted."""
    fact = _afar.fact_of(place)
    found = _afar.named(place) or _afar.said(place)
    if fact.mention.dimension != "count":
        return found | fact.anchors
    if fact.concepts & _PEOPLE and finds(place.passage.masked, _ABOARD):
        found |= _ALL_ABOARD | {"passenger"}
    return found | (fact.concepts - _PEOPLE)


def _is_next(first: Passage, second: Passage) -> bool:
    """Return whether a sentence follows right after another, or stands in another document."""
    if first.document is not second.document:
        return True
    return first.index < second.index and between(first, second) == ""


def _whole(claim: Claim, counts: dict[str, list[Place]]) -> Place | None:
    """Return the one count of what a part is taken from, if none is large enough."""
    part = claim.place
    size = part.passage.mention(part.slot).value or Decimal(0)
    places = dict.fromkeys(
        place
        for key in sorted(claim.words | claim.noun)
        for place in counts.get(key, ())
    )
    found: list[Place] = []
    for place in places:
        if place.passage is part.passage or not _are_alike(part, place):
            continue
        keys = (
            _keys(place)
            if claim.words - claim.which
            else _afar.said(place) | _keys(place)
        )
        related = keys & (claim.noun or claim.of or claim.which)
        if not related:
            continue
        if _value(place) >= size:
            return None
        if _is_meant(claim, place):
            found.append(place)
    if not found:
        return None
    whole = max(found, key=_value)
    alone = len({_value(place) for place in found}) == 1
    told = alone or bool(_afar.named(whole) & _STOCK)
    return whole if told and size <= _value(whole) * _MOST else None


def _value(place: Place) -> Decimal:
    mention = place.passage.mention(place.slot)
    high = mention.reading.high
    return (mention.value or Decimal(0)) if high is None else high


def _are_alike(part: Place, whole: Place) -> bool:
    a, w = (place.passage.mention(place.slot) for place in (part, whole))
    return a.dimension == w.dimension or aligned(a, w) is not None


def _is_meant(claim: Claim, whole: Place) -> bool:
    """Return whether a count is that of all that a part is taken from."""
    part, fact = claim.place, _afar.fact_of(whole)
    fates = fact.concepts & _FATES
    told = _afar.around(whole.passage, without=part.passage) | fact.concepts
    if claim.of & told & _PREMISES:
        told |= _PREMISES
    codes = {word for word in claim.of if any(map(str.isdigit, word))}
    told |= {word for word in codes if word in whole.passage.document.text.lower()}
    near = len(claim.words) >= _FEWEST_SHARED
    return (
        _afar.is_level(whole)
        and _is_plain(whole)
        and not fact.part
        and _is_named(claim, whole)
        and fates <= claim.words
        and claim.words - claim.loose <= told
        and (bool(fates) or _is_all(whole) or _is_done_to(claim, whole))
        and (not claim.own or _is_next(whole.passage, part.passage))
        and (near or _afar.on_one_story(whole.passage, part.passage))
        and (
            bool(_verb(whole) & (claim.which | claim.acts))
            or _narrowed(whole) <= _afar.around(part.passage, without=whole.passage)
        )
        and _afar.agree_in_time(part, whole)
    )


def _is_named(claim: Claim, whole: Place) -> bool:
    """Return whether a count is of the things that a part is taken from, and not of some of them."""
    named = _afar.named(whole)
    if claim.noun:
        return named <= claim.noun
    if not claim.of:
        return not named or not _afar.fact_of(whole).concepts & _FATES
    return named - _STOCK <= claim.of


def _is_done_to(claim: Claim, whole: Place) -> bool:
    """Return whether a count is of all to which something was done, or of which a text goes on."""
    passage, slot = whole.passage, whole.slot
    size = claim.place.passage.mention(claim.place.slot).value or Decimal(0)
    part = claim.place.passage
    if size > _value(whole) * _TWICE or finds(part.masked, _SINCE):
        return False
    before, after = passage.around(slot)
    if finds(before, _ACTS) or _verb(whole) & (claim.which | claim.acts):
        return True
    if (
        finds(before, _ALONE)
        and finds(after, _DONE_TO)
        and roots(after) & (claim.which | claim.acts)
    ):
        return True
    number_of = passage.mention(slot).counted is None and bool(_afar.named(whole))
    return number_of or finds(after, r"^ [a-z-]+ were cast\b")


def _verb(whole: Place) -> frozenset[str]:
    """Return the root of the word right before a count: "searched" 24 houses."""
    passage, slot = whole.passage, whole.slot
    before = passage.around(slot)[0]
    return roots(before.strip().rpartition(" ")[2])


def _is_all(whole: Place) -> bool:
    """Return whether a text tells how many there are of something."""
    passage, slot = whole.passage, whole.slot
    labelled = f": <{passage.kinds[slot]}{slot}>" in passage.masked
    if labelled and (passage.in_list or passage.amounts == 1):
        return True
    before, after = passage.around(slot)
    return finds(before, _HAS) or bool(pattern(_CAME).match(after))


def _narrowed(whole: Place) -> frozenset[str]:
    """Return the roots of what narrows those counted: "38 workers on the night shift"."""
    passage, slot = whole.passage, whole.slot
    after = passage.around(slot)[1]
    match = pattern(_NARROWED).match(after)
    return roots(match[1]) if match else frozenset()


def beside(groups: tuple[Group, ...]) -> Iterator[tuple[Place, Place]]:
    """Yield parts that are more than the whole in the item, or the sentence, before them."""
    for group in groups:
        for at, passage in saying(group, _ITEMS):
            match = search(passage.masked, _ITEM) if at and passage.in_list else None
            if match is not None and _follows(group, at):
                before = group[at - 1]
                yield from _larger(
                    Place(passage, int(match["a"])),
                    [Place(before, len(before.kinds) - 1)],
                )
        for at, passage in speaking(group, _APPOSED, _MOST_OF):
            match = search(passage.masked, _MOST_OF) if at else None
            if match is not None:
                part = Place(passage, int(match["a"]))
                yield from _larger(part, _of_same(group, at, part))


def _follows(group: Group, at: int) -> bool:
    """Return whether the item before one is another that names no part."""
    before, passage = group[at - 1], group[at]
    own = before.in_list and passage.index - before.index == 1
    return own and search(before.masked, _ITEM) is None and before.kinds[-1:] != ""


def _of_same(group: Group, at: int, part: Place) -> list[Place]:
    """Return the counts of the same things in the sentences just before a part."""
    head = _afar.head(part)
    found = [
        Place(source, slot)
        for source in group[max(0, at - _BACK) : at]
        for slot, kind in enumerate(source.kinds)
        if kind == "c"
    ]
    return [place for place in found if head and _afar.head(place) == head]


def _larger(part: Place, wholes: list[Place]) -> Iterator[tuple[Place, Place]]:
    """Yield a part with its whole, if all that may be its whole are less."""
    plain = [
        place
        for place in wholes
        if place.passage.kinds[place.slot] in "cem" and _are_alike(part, place)
    ]
    size = part.passage.mention(part.slot).value or Decimal(0)
    if not plain or not _is_plain(part) or not all(map(_is_plain, plain)):
        return
    most = max(map(_value, plain))
    levels = _afar.is_level(part) and all(map(_afar.is_level, plain))
    if levels and most < size <= most * _MOST:
        yield part, plain[0]


def rows(table: Table) -> Iterator[tuple[Fact, Fact]]:
    """Yield rows that are more than the one row that is said to be of the whole."""
    labels = [row[0].text.lower() if row else "" for row in table.rows]
    wholes = [at for at, label in enumerate(labels) if at and finds(label, _ALL_ROWS)]
    if len(wholes) != 1 or finds(" ".join(labels), _NO_STOCK):
        return
    for column in range(1, table.width):
        header = table.rows[0]
        if column < len(header) and finds(header[column].text.lower(), _NO_STOCK):
            continue
        cells = table.column(column, 0)
        counts = [_count(cell) for cell in cells]
        whole = counts[wholes[0]]
        if whole is None:
            continue
        title = header[column].text.lower().split() if column < len(header) else []
        counted = bool(title) and is_plural(title[-1])
        for at, part in enumerate(counts):
            if part is None or at == wholes[0]:
                continue
            kin = roots(labels[at]) & roots(labels[wholes[0]])
            if (kin or counted) and _exceeds(part.mention, whole.mention):
                yield part, whole


def _exceeds(part: Mention, whole: Mention) -> bool:
    """Return whether a number is larger than another, and no other kind of number."""
    low, high = firm(part).low, firm(whole).high
    if low is None or high is None or not whole.value or not part.value:
        return False
    return high < low and part.value <= whole.value * _MOST


def _count(cell: Cell | None) -> Fact | None:
    """Return the count in a cell, if it is no small one."""
    fact = cell.fact if cell is not None else None
    if fact is None or fact.mention.dimension != "count":
        return None
    return fact if (fact.mention.value or 0) >= _FEWEST else None
