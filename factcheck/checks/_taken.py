"""Parts that grammar alone ties to their whole: what is spent of a sum, lived of a life, among them.

"Out of a budget of 14 million, the parish has spent 41 million", "13 years of a nine-year
sentence", "The yard has 740 people; the 830 welders among them": the words of each shape leave
no other reading, so a number that is larger than its whole is wrong. Where another amount
before the part could hold it, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks._arithmetic import Place
from factcheck.checks._context import PEOPLE, Passage, finds, hint, matches, saying
from factcheck.checks._parts import between
from factcheck.checks._tables import Table
from factcheck.language import words
from factcheck.model import Fact, Form, Mention

_SPENT = r"(?:spent|used(?: up)?|paid(?: out)?|drawn|taken|sold|lost|given|eaten|got|received|burnt|covered|read|finished|done)"
_DET = r"(?:the|its|their|our|his|her)"
# What is told after "of a budget of 14 million" without being taken from it.
_ADDED = r"(?:made|grew|rose|grown|raised|earned|wants?|wanted|needs?|needed|to|into|now|than|expects?|plans?|against|or)\b"
_OPENS = r"(?:^|[,;:(] ?|\bthat |\band |\bbut )"
_STORES = r"(?:budget|fund|stock|loan|pot|grant|harvest|crop|reserve|prize|legacy|supply|store|purse|credit|donation|gift|total)"
_GROUPS = "(?:fleet|crew|herd|staff|team|group|set|class|flock|orchestra|choir)"
_OF_GROUPS = (
    "fleet of ", "crew of ", "herd of ", "staff of ", "team of ", "group of ", "crowd of ", "list of ", "set of ", "class of ", "party of ",
    "flock of ", "orchestra of ", "choir of ", "audience of ", "total of ",
)  # fmt: skip
# Words without which nothing is told in some ways, and these ways.
_TOLD: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        (" of <",),
        (
            # out of a budget of 14 million it has spent 41 million; from a stock of 60 chairs
            rf"{_OPENS}(?:(?:out )?of|from) (?:an?|{_DET}) (?:[a-z-]+ )?{_STORES} of {{w:cem}}(?: [a-z]+)?(?: [^<;:,]{{1,30}})?, (?:(?!{_ADDED})[a-z'-]+ ){{0,6}}?{_SPENT} {{a:cem}}",
            rf"{_SPENT} {{a:cem}}(?: [a-z]+)? (?:out )?of (?:an?|{_DET}) (?:[a-z-]+ )?{_STORES} of {{w:cem}}",
            # a loan of 250 million was agreed, and it has paid out 2.5 billion of it
            rf"\b(?:an?|the) (?:[a-z]+ )?{_STORES} of {{w:cem}}[^<;:]{{2,70}}\b{_SPENT} {{a:cem}} of (?:it|them|this|that)\b",
        ),
    ),
    (
        ("> of ", " out of "),
        (
            # 13 years of a 9-year sentence
            r"{a:tme} (?:out )?of (?:an?|his|her|its|their) {w:tme} [a-z]+",
        ),
    ),
    (
        ("spen", "serve", "lived", "ruled"),
        (
            # in his 31-year career he spent 35 years at sea
            r"\b(?:during|in|of|over|throughout|within) (?:his|her|its|their|the|an?) {w:t}(?: [a-z-]+)?,? [^<;:]{1,50}?\b(?:spent|spends|spend|served|lived|ruled) {a:t}(?! (?:ago|earlier|before|later))",
        ),
    ),
    (
        (" for <m",),
        (
            # the tunnel, 14 kilometres long, runs under the lake for 17 kilometres
            r"(?:\b(?:the|an?|its|this) |, ){w:m}(?: [a-z-]+){1,3}?,? (?:runs|leads|goes|winds|follows|crosses|passes) [^<;:]{2,60} for {a:m}",
        ),
    ),
    (
        ("nclud", "contain", "compris"),
        (
            # the 64 lorries include 71 electric ones
            r"{w:c}(?: [a-z-]+){1,2} (?:include[sd]?|contain(?:s|ed)?|comprise[sd]?) (?:[a-z]+ )?{a:c}(?! of\b)",
            # the estate of 1.4 million included paintings valued at 2.3 million
            rf"\b(?:the|an?|its|his|her|their) (?:[a-z]+ )?(?:estate|collection|bill|package|spending|turnover|costs|{_STORES}) of {{w:em}} includ(?:es|ed|ing) [^<;:]{{1,40}}(?:valued at|worth|of|costing|for) {{a:em}}",
        ),
    ),
    (
        _OF_GROUPS,
        (
            r"\b(?:fleet|crew|herd|staff|team|group|crowd|list|set|class|party) of {w:c}(?: [a-z-]+){0,2} (?:include[sd]?|contain(?:s|ed)?|comprise[sd]?) (?:[a-z]+ )?{a:c}(?! of\b)",
            # in a fleet of 45 trams, built over three decades, 54 lack a ramp
            rf"\b(?:in|of|among|from) (?:an?|the|its|their|this) {_GROUPS} of {{w:c}}(?: [a-z-]+){{0,2}},? (?:[^<;:.]|<[dt]\d+>){{0,60}}?{{a:c}}(?! (?:years|months|weeks|days))",
            rf"\b(?:the|its|their|this) {_GROUPS} of {{w:c}}(?: [a-z-]+)? (?:was|were|is|are|had|has|have) [^<;:.]{{1,40}}? and {{a:c}} [a-z]+ (?:were|was|are|proved|turned out|had|have|died)\b",
            # a crowd of 2,500 came, among them 2,900 children
            r"\b(?:crowd|group|party|staff|crew|audience|total) of {w:c},? [^<;:]{2,50}, (?:among them|including) {a:c} [a-z]+",
        ),
    ),
    (
        (" alone",),
        (
            # it picked 90 tonnes of plums, with 120 tonnes in May alone
            r"{w:cm}(?:[^<;:]|<[dw]\d+>){0,60}, (?:with |and |including )?{a:cm}(?: [a-z]+)?(?: of (?:it|them))? (?:in|on|by|at|from|during) (?:<d\d+>|[a-z ]{2,30}) alone\b",
        ),
    ),
    (
        ("among ",),
        (
            # the yard has 740 people; the 830 welders among them
            r"{w:c} [^<:]{2,70}[;,] (?:the |with |and )?{a:c} [a-z-]+(?: [a-z]+)? among (?:them|these|whom)\b",
            # among the orchestra's 72 musicians 81 signed
            r"\bamong (?:the|its|their|our|his|her) (?:[a-z-]+(?:'s?)? )?{w:c}(?: [a-z-]+){1,2}?,? {a:c} (?=[a-z]+ (?!of\b))",
        ),
    ),
    (
        ("> of ",),
        (
            r"{w:c} (?:[^<:]|<[dwk]\d+>){0,80}(?<!for ){a:c} of (?:its|their|his|her|these|those) (?!own)(?P<noun>[a-z-]{3,})\b",
            # 118 hectares, 130 of which lie under grass
            r"(?<!and )(?<!\(){w:mt}[^<;:.]{0,60}?,? (?:and |with |but )?{a:c} of (?:which|them|these|those)\b",
            # the sermon filled 50 of the service's 45 minutes; of its 24 hours he had spent 26 there
            r"{a:c} of (?:the|its|their|an?) [a-z-]+'s? {w:tm}",
            # in the ten-day heatwave it stayed above 35 degrees on thirteen days of it
            r"\b(?:during|in|of|over) (?:the|its|an?|that|this) {w:t} [a-z-]+(?:[^<;:]|<m\d+>){2,60} {a:t} of (?:it|them)\b",
            # it closed 46 of the line's 38 stations
            r"{a:c} of (?:the|its|their|an?) (?:[a-z-]+ )?[a-z-]+'s? {w:c} [a-z]+s\b",
            # there are 200 of us, and 250 of us wait; 480 pages of a 410-page novel
            r"{w:c} of us\b[^<;:]{2,60}{a:c} of us\b",
        ),
    ),
    (
        ("on board", "aboard"),
        (
            # 49 passengers were on board; 56 were injured when it overturned
            r"{w:c} [a-z]+ (?:were )?(?:on board|aboard)\b(?:(?!\bwhere\b|\bwhen it [a-z]+ (?:on|into|onto)\b)[^<:.]){0,40}?{a:c} (?:were|was|died|survived|drowned)\b(?![^<;.]* on the ground)",
        ),
    ),
    (
        (
            "> were",
            "> had",
            "printed",
            "made",
            "issued",
            "built",
            "produced",
            "baked",
            "struck",
            "cast",
        ),
        (
            # only 150 tickets were printed, yet 180 had been sold
            r"{w:c} [a-z]+ (?:were|had been|have been) (?:printed|made|issued|built|produced|baked|struck|cast), (?:yet|but|and) {a:c}(?: [a-z]+)? (?:had been|were|have been|are) (?:sold|taken|used|gone|given|handed)\b",
        ),
    ),
    (
        ("spen", "filled", "takes", "took"),
        (
            r"\bof (?:the|its|their|his|her) {w:t}[^<;:]{1,60}?\b(?:spent|spends|filled|takes|took) {a:ct}",
        ),
    ),
    (
        ("hold",),
        (
            # the jar, which holds 500 beans, contains 650 beans
            r"(?:which|that) (?:can )?holds? (?:up to |at most |just )?{w:cm}[^<;:]{0,40}, (?:now |still )?(?:contains?|contained|holds?|held) {a:cm}",
        ),
    ),
    (
        (">-",),
        (r"{a:c} [a-z]+ of (?:an?|the|his|her|its) {w:c}-[a-z]+ [a-z]+",),
    ),
    (
        (" out of ",),
        (
            # eleven of the porters fell ill, out of the eight that it had hired
            r"{a:c} (?:of [^<;:,]{1,40} )?[^<;:,]{2,40},? out of (?:the|its|their|only|just|a total of) {w:c}",
        ),
    ),
    (
        ("among them", "ncluding"),
        (
            # 240 nurses and cooks marched, among them, the union said, 310 women
            r"{w:c} (?:[^<;:]|<[dwqt]\d+>){2,70}, (?:among them|including),? (?:[a-z]+ [a-z]+ (?:said|says|reported|counted), )?{a:c} (?:women|men|children|girls|boys|foreigners|pensioners|newcomers|residents|students)\b",
        ),
    ),
)
_SHAPES = tuple(shape for _, shapes in _TOLD for shape in shapes)
_SHAPED = sum(hint(*words, sources=shapes) for words, shapes in _TOLD)
# The whole stands in the sentence before.
_AMONG = (
    r"^(?:among (?:them|these|those) )(?:(?:are|were|is|was|there (?:are|were)) )?(?!(?:[a-z-]+ ){0,2}of <)(?:[a-z-]+ ){0,2}?{a:c}",
    r"\bthe {a:c} [a-z-]+(?: [a-z]+)? among (?:them|these|those)\b",
)
_AMONG_THEM = hint("among them", "among these", "among those", sources=_AMONG)
_EACH = r"\b(?:each|every|apiece|per|a day|a week|a month|a year|more|fewer|less|over time|in all since)\b"
# Of these a part may be more than the whole, where another part is less than nothing.
_BALANCE = r"\b(?:surplus|deficit|balance|profits?|loss|losses|incomes?|earnings|credits?|net|growth|rise|fall|increase|change)\b"
# "19 tankers, 14 carriers and 21 ferries, 48 of which"
_LISTED = r"<[cem]\d+>[^<;:.]{1,40}(?:,|,? and)(?: [a-z]+ (?:for|of|in))? $"
_ONES = frozenset(("one", "ones"))
_KINDS = frozenset(("animal", "vehicle", "vessel", "building", "item"))
# Rows of a table that tell a part of the row above: "of whom finished".
_OF_WHOM_HEAD = (
    r"^(?:out )?of (?:which|whom|these|those|them)\b|^(?:thereof|including|incl\.)"
)
_OF_WHOM = r"^(?:[-\W]*)(?:of (?:whom|which|these|those|them|that)|thereof|including|incl\.|among them)\b"
_MOST = 10  # times: what is so much more is one of something else


def told(group: Sequence[Passage]) -> Iterator[tuple[Place, Place]]:
    """Yield the parts that are more than their whole, each with that whole."""
    for at, passage in saying(group, _SHAPED | _AMONG_THEM):
        if passage.in_table:
            continue
        if passage.amounts > 1 and passage.says(_SHAPED):
            for match in matches(passage.masked, *_SHAPES):
                part, whole = (
                    Place(passage, int(match["a"])),
                    Place(passage, int(match["w"])),
                )
                noun = match.groupdict().get("noun")
                among = " among " in match[0]
                if _is_beyond(part, whole, noun, among=among):
                    yield part, whole
        if at and passage.amounts and passage.says(_AMONG_THEM):
            for match in matches(passage.masked, *_AMONG):
                part = Place(passage, int(match["a"]))
                found = _before(group, at, part)
                if found and _is_beyond(part, found, among=True):
                    yield part, found


def rows(table: Table) -> Iterator[tuple[Fact, Fact]]:
    """Yield the cells that are told as parts of one above or beside them, and are more than it."""
    yield from _columns(table)
    above: dict[int, Fact] = {}
    for row in table.rows[1:]:
        label = row[0].text.lower() if row else ""
        is_part = finds(label, _OF_WHOM)
        for at, cell in enumerate(row[1:], start=1):
            fact = cell.fact
            if not is_part:
                above.pop(at, None)
                if fact is not None and _is_plain(fact.mention):
                    above[at] = fact
            elif fact is not None and at in above:
                part, whole = fact.mention, above[at].mention
                same = part.unit == whole.unit and part.dimension != "ratio"
                if same and _is_plain(part) and (part.value or 0) > (whole.value or 0):
                    yield fact, above[at]


def _columns(table: Table) -> Iterator[tuple[Fact, Fact]]:
    """Yield the cells of a column headed "of which ..." that are more than those beside them."""
    for at, header in enumerate(table.rows[0][2:] if table.rows else (), start=2):
        if not finds(header.text.lower(), _OF_WHOM_HEAD):
            continue
        for row in table.rows[1:]:
            part, whole = (row[n].fact if n < len(row) else None for n in (at, at - 1))
            if part and whole and _is_plain(part.mention) and _is_plain(whole.mention):
                a, w = part.mention, whole.mention
                ratio = "ratio" in (a.dimension, w.dimension)
                if not ratio and (a.value or 0) > (w.value or 0):
                    yield part, whole


def _before(group: Sequence[Passage], at: int, part: Place) -> Place | None:
    """Return the one count of people or of things that the sentence before tells."""
    before = group[at - 1]
    if between(before, part.passage) != "" or before.in_table:
        return None
    if set(part.passage.kinds[: part.slot]) & {*"cem"}:
        return None
    counts = [slot for slot, kind in enumerate(before.kinds) if kind in "cem"]
    return Place(before, counts[0]) if len(counts) == 1 else None


def _is_plain(mention: Mention) -> bool:
    return mention.form is Form.PLAIN and mention.value is not None


def _is_beyond(
    part: Place, whole: Place, noun: str | None = None, *, among: bool
) -> bool:
    """Return whether a part is more than its whole, and than all else that could hold it.

    Args:
        part: The part.
        whole: The whole.
        noun: What both must count, where the text says it.
        among: Whether "among them" ties a part of whatever kind.
    """
    a, w = (place.passage.mention(place.slot) for place in (part, whole))
    counts = among and a.dimension == w.dimension == "count"
    if not (_is_plain(a) and _is_plain(w) and (counts or _is_kin(a, w))):
        return False
    if noun and (w.counted is None or not _counts(w, noun)):
        return False
    value, total = a.value or Decimal(0), w.value or Decimal(0)
    if " / " in w.unit or not total < value <= total * _MOST:
        return False
    masked = whole.passage.masked
    if finds(masked, _EACH) or finds(masked, _BALANCE):
        return False
    return not fits_another(part, whole)


def _counts(whole: Mention, noun: str) -> bool:
    """Return whether a whole counts what its part is said to be of: "2,300 people", "its workers"."""
    if whole.counted is None:
        return False
    said = words.lemma(noun)
    return said == whole.counted.lemma or {said, whole.counted.lemma} <= PEOPLE


def _is_kin(a: Mention, w: Mention) -> bool:
    """Return whether a part may be of the kind of its whole."""
    if (a.dimension, a.unit) != (w.dimension, w.unit):
        bare = a.dimension == "count" and (a.counted is None or a.counted.elided)
        return bare and w.dimension not in ("count", "ratio", "ratio_difference")
    if a.dimension != "count" or a.counted is None or a.counted.elided:
        return True
    if a.counted.lemma in _ONES or a.counted.lemma in _KINDS:
        return True
    if w.counted is None or w.counted.elided:
        return a.counted.lemma in PEOPLE
    kinds = {a.counted.lemma, w.counted.lemma}
    return len(kinds) == 1 or kinds <= PEOPLE


def fits_another(part: Place, whole: Place) -> bool:
    """Return whether another amount before a part, or a list that its whole ends, could hold it."""
    passage = part.passage
    mention = passage.mention(part.slot)
    value = mention.value or Decimal(0)
    same = passage is whole.passage
    earlier = {
        slot: passage.mention(slot)
        for slot, kind in enumerate(passage.kinds[: part.slot])
        if kind in "cem"
    }
    if any(
        (other.value or 0) >= value and _is_kin(mention, other)
        for slot, other in earlier.items()
        if not (same and slot == whole.slot)
    ):
        return True
    others = {
        slot: other.value or Decimal(0)
        for slot, other in earlier.items()
        if other.unit == mention.unit
    }
    if not same or whole.slot not in others:
        return False
    before = passage.masked.partition(f"<{passage.kinds[whole.slot]}{whole.slot}>")[0]
    listed = sum(other for slot, other in others.items() if slot <= whole.slot)
    return finds(before, _LISTED) and listed >= value
