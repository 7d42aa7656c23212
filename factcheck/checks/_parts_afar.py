"""Parts whose whole is named beside them, and counted elsewhere.

"Of the guests at the inn, 34 fell ill" in one text, "it had 29 guests that night" in
another: a part says what it is taken from, and how many of that there are is looked for in all
documents by its words. Where any count of such things is large enough nothing is said.
"""

from __future__ import annotations

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
)
from factcheck.checks._parts import between
from factcheck.checks._roots import roots
from factcheck.checks._tables import Cell, Table
from factcheck.language.words import is_plural
from factcheck.model import Fact, Form, Mention, Modifier

_DET = r"(?:the|these|those|its|their|her|his|our|all|(?:the )?[a-z-]+'s?)"
_NO_WORD = (
    r"(?!(?:is|are|was|were|be|been|has|have|had|will|would|can|could|do|does|did|now|who|that|which"
    r"|in|on|at|to|for|from|with|by|said|say|says|and|or|but|not|when|while|as|than|after|before|since|because|already|also|still|never"
    r"|of|aboard|into|goes?|went|came|comes?|[a-z]{3,}ed(?! [a-z]+s\b))\b)"
)
_NOUN = rf"(?:(?: {_NO_WORD}[a-z][a-z'-]*){{1,5}})"
# "on the coach", "arrested on Tuesday", "in the bay"
_WHICH = rf"(?:(?: (?:who (?:were )?|that (?:were )?)?[a-z]{{3,}}ed\b)?(?: (?:of|in|on|at|from|to|for|with|after|since|before|aboard)(?: {_NO_WORD}(?:[a-z'-]+|<d\d+>)){{0,4}})*)"
_SOURCES = (
    # 372 of the entries for the contest came from women
    rf"{{a:cem}}(?: [a-z-]+)? (?:out )?of (?P<det>{_DET})(?P<of>{_NOUN}|(?= [a-z]+ed\b))(?P<which>{_WHICH})",
    # of the guests at the inn, 34 fell ill; among the cooks are 13 Danes
    (
        rf"(?:^|[,;:] )(?:of|out of|among) (?P<det>{_DET})(?P<of>{_NOUN}|(?= [a-z]+ed\b))(?P<which>{_WHICH})"
        r"(?:,(?: [a-z'-]+){0,3}| (?:are|were|is|was|there are|there were)(?: [a-z'-]+){0,2}) {a:cem}"
    ),
)
_CLAIMS = hint(" of ", "of ", "among ", sources=_SOURCES)
# How a text tells how many there are of something.
_HAS = (
    r"\b(?:ha(?:s|ve|d)|having|with|carr(?:y|ies|ied|ying)|count(?:s|ed|ing)?|there (?:are|were)|(?:on board|aboard|inside) (?:are|were|was)|total(?:l?ed|l?ing)? of"
    r"|the|its|her|his|their|our|all|own(?:s|ed|ing)?|keeps?|kept|employ(?:s|ed|ing)?|identif(?:y|ies|ied)|record(?:s|ed)?|register(?:s|ed)?"
    r"|receiv(?:es|ed)|enter(?:s|ed)?|welcom(?:es|ed)|home to|hous(?:es|ed|ing)|holds?|held|compris(?:es|ed|ing)|number(?:s|ed|ing)?|drew|attract(?:s|ed)"
    r"|choose among|took|taken|arrested|detained|set aside|(?:town|village|city|island|crew|herd|fleet|flock|staff|field|budget|fund) of|covers?|numbers?:|run(?:s|ning)?|operates?)"
    r"(?: (?:some|about|only|just|on board|aboard))? $"
)
_CAME = (
    r"^ (?:[a-z-]+ ){0,2}?[a-z-]+ (?:on board|aboard|in all|altogether|live|work(?:s|ed)? (?:at|in|for)|set off|started|took part|entered|attended|came|enrolled|registered"
    r"|competed|signed up|applied|travelled|were (?:on board|aboard|registered|entered|invited|enrolled|arrested|detained))\b"
)
_NARROWED = r"^ (?:[a-z-]+ ){0,2}?[a-z-]+ (?:with|who|that|which|aged|under|over|for|without|from|in|on|at)((?: [a-z'-]+){1,4})"
# "Of which girls: 352", an item of a list under its whole.
_ITEM = r"^(?:thereof|(?:out )?of (?:which|whom|these|those|them))\b[^<]*{a:cem}$"
# "More than half, 61 singers, are over sixty."
_MOST_OF = (
    r"(?:^|[,;:] )(?:(?:well |slightly |just |more |less |fewer |over |than |about |nearly |almost )*(?:<f\d+>|half|most)|(?:an? |the )(?:[a-z]+ )?(?:majority|minority|part)),"
    r" (?:or |namely |some |about )?{a:c} [a-z]+,? (?:are|were|have|had|is|was|did|do|will)\b"
)
_APPOSED = hint("half", "most", "<f", "ority", sources=(_MOST_OF,))
_ALL_ROWS = r"\b(?:whole|total|entire|all|overall|altogether)\b"
_NO_STOCK = r"[%\u2030]|\b(?:rate|average|mean|median|index|per|price|cost|share|ratio|density|score|age|change|growth|temperature|balance|profit|loss|net|surplus|deficit|result|maximum|capacity)\b"
_FEWEST = 10
_BACK = 2
_ITEMS = hint("which", "whom", "th", sources=(_ITEM,))
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
        own: Whether a pronoun stands for whose that is: "its".
    """

    place: Place
    of: frozenset[str]
    which: frozenset[str]
    own: bool

    @property
    def words(self) -> frozenset[str]:
        """All that says what it is taken from."""
        return self.of | self.which


def beyond(groups: tuple[Group, ...]) -> Iterator[tuple[Place, Place]]:
    """Yield parts that are more than what all texts count of their whole, with that count."""
    claims = [
        claim
        for group in groups
        for _, passage in saying(group, _CLAIMS)
        for claim in _claims(passage)
    ]
    if not claims:
        return
    wanted = frozenset().union(*(claim.of | claim.which for claim in claims))
    counts: dict[str, list[Place]] = {}
    for group in groups:
        for place in _counts(group):
            for key in _keys(place) & wanted:
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
        owner = match["det"] if "'" in match["det"] else ""
        of, which = roots(match["of"]), roots(owner or match["which"])
        if not of and not which:
            continue
        if _afar.is_level(place) and _is_plain(place):
            yield Claim(place, of, which, match["det"] in _PRONOUNS)


def _is_plain(place: Place) -> bool:
    mention = _afar.fact_of(place).mention
    return (
        mention.form is Form.PLAIN
        and (mention.value or 0) > 1
        and mention.modifier in (None, Modifier.ABOUT)
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
        place for key in sorted(claim.words) for place in counts.get(key, ())
    )
    found: list[Place] = []
    for place in places:
        if place.passage is part.passage or not _are_alike(part, place):
            continue
        related = _keys(place) & (claim.of or claim.which)
        if not related:
            continue
        if _value(place) >= size:
            return None
        if _is_meant(claim, place):
            found.append(place)
    values = {_value(place) for place in found}
    if len(values) != 1 or size > values.pop() * _MOST:
        return None
    return found[0]


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
    near = len(claim.words) >= _FEWEST_SHARED
    return (
        _afar.is_level(whole)
        and _is_plain(whole)
        and not fact.part
        and _afar.named(whole) <= claim.of
        and fates <= claim.words <= told
        and (bool(fates) or _is_all(whole))
        and (not claim.own or _is_next(whole.passage, part.passage))
        and (near or _afar.on_one_story(whole.passage, part.passage))
        and _narrowed(whole) <= _afar.around(part.passage, without=whole.passage)
        and _afar.agree_in_time(part.passage, whole.passage)
    )


def _is_all(whole: Place) -> bool:
    """Return whether a text tells how many there are of something."""
    passage, slot = whole.passage, whole.slot
    if passage.in_list and f": <{passage.kinds[slot]}{slot}>" in passage.masked:
        return True
    before, _, after = passage.masked.partition(f"<{passage.kinds[slot]}{slot}>")
    return finds(before, _HAS) or bool(pattern(_CAME).match(after))


def _narrowed(whole: Place) -> frozenset[str]:
    """Return the roots of what narrows those counted: "38 workers on the night shift"."""
    passage, slot = whole.passage, whole.slot
    after = passage.masked.partition(f"<{passage.kinds[slot]}{slot}>")[2]
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
        for at, passage in saying(group, _APPOSED):
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
