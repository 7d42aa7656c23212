"""Parts must add up to the total that is given for them.

What it does:
    Adds up the parts that a sentence, a list or a table gives for a total ("3,100 in Arle,
    1,450 in Borrow and 1,250 in Cray, 5,800 in all"; "five dead: two women and a child";
    "three of the climbers have died, bringing the toll to 14 from 11"; a row named Total).

Why it matters:
    Totals are updated without their parts, or the parts without their total; a table is
    pasted from two versions. A reader with a pencil finds it.

Example:
    "The notice went to 3,100 farms in Arle, 1,450 in Borrow and 1,250 in Cray, 8,500 in
    total." The three add up to 5,800.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import _arithmetic, _columns, _grids, _sequences
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    PEOPLE,
    TOKEN,
    Passage,
    in_table,
    matches,
    passages,
    pattern,
    search,
)
from factcheck.checks._tables import all_tables
from factcheck.model import (
    Cluster,
    DocumentFacts,
    Form,
    Interval,
    Mention,
    Outcome,
    Verdict,
)

LAW = _columns.LAW

# The total is named after its parts, or before them.
_TOTAL_RIGHT = (
    r"^(?: [a-z'-]+){0,3}? (?:in all|in total|altogether|all told|combined|overall"
    r"|between them|all together)\b"
)
_TOTAL_LEFT = (
    r"(?:\b(?:total|sum)(?: [a-z]+){0,4}?(?: of| to| is| was| at|:| comes to| came to"
    r"| stands at| stood at)(?: [a-z]+)?"
    r"|\b(?:add(?:s|ed|ing)? up to|together make|making|altogether,?|in all,?"
    r"|in total,?)(?: [a-z]+)?|\ba combined(?: [a-z]+)?) $"
)
# What a total is not simply the sum of.
_NO_SUM = (
    r"\b(?:each|per|apiece|every|including|include[sd]?|of them|of which|of whom|than"
    r"|between|up from|down from|except|excluding|minus|less|net|average|mean|times|among them"
    r"|out of|already|so far|since|previous(?:ly)?|last year|a year earlier|estimated"
    r"|compared|against|versus|bringing|brings|brought|half|worth|rate|percent|mostly|mainly|such as|like|for example)\b"
)
# "Four passengers, the driver and two cyclists": one of the parts is no number.
_ONE_MORE = (
    r"(?:,| and) (?:a|an|the|one|his|her|its|their) (?:[a-z]+ )?[a-z]+(?=,| and )"
)
_JOINT = r"(?:,| and | plus |;|&| as well as )|^ [^<]{1,40}: $"
_LEAD = (
    r"^(?P<lead>[^:(]*?(?:<[cemt]\d+>(?:[^<:(]|<[dw]\d+>){0,60}?(?:(?<=[a-z])|(?<=[dw]\d>)|(?<=[dw]\d\d>))|<[emt]\d+>))"
    r"(?:: | - | \()(?P<list>[^:]*)$"
)
_LEADS = (": ", " - ", " (")
# "131 soldiers and 19 civilians, among them four journalists": what is said of the list.
_AMONG = r",? (?:among (?:them|these|whom|those)|including|of (?:whom|them))\b"
_MADE_OF = (
    r"^(?P<lead>[^:(<]*(?:<c\d+>[^<:(]{1,60}?|<[em]\d+>[^<:(]{0,60}?)) (?:consist(?:s|ed|ing) of"
    r"|(?:is|was|were|are) (?:made up|composed) of|compris(?:es|ed|ing)|(?:breaks? down|broke down"
    r"|is divided|is split|was divided|was split) into) (?P<list>[^:<]{0,20}<[^:]*)$"
)
_HINT_MADE_OF = ("consist", "made up", "composed of", "compris", " into <")
# "... and several parts: 12 on tax": the list is of something else, or not complete.
_OTHER_WHOLE = r"\b(?:several|some|many|various|numerous|a number of|a few|different)\b"
# "He leads by 31: he lost 14 on the road" explains, it lists nothing.
_NEW_CLAUSE = r"^(?:and |but |so )?(?:he|she|it|they|we|i|you|who|there|this|that)\b"
_GAP_TO = r"^(?: [a-z]+){0,2} (?:ahead|behind|clear|adrift|short|better|worse)\b"
# "By division: Wards 246.5 million, Labs 41.3 million", the total in the sentence before.
_BREAKDOWN = (
    r"^(?:[a-z]+ ){0,2}?(?:by|per) (?:[a-z]+ )?(?:division|segment|region|country|sector|unit"
    r"|branch|department|type|category|source|product|business|area|district|market|group"
    r"|brand|party|age|kind|site|plant|line|field|purpose|quarter|month)s?: (?P<list>.*)$"
)
_ENTRY = r"^[.; ]*$|^(?: [a-z][a-z' &-]{0,40})?(?:,|;| and|, and|; and)(?: [a-z][a-z' &-]{0,40})? (?:at |with |: ?|- )?$"
_SAID_TOTAL = (
    r"\b(?:to|was|were|is|are|of|at|reached|totalled|totaled|hit|earned|sold|took|had|made"
    r"|raised|spent)(?: (?:a|the|record|total))* $"
)
# "21 medals: nine gold and seven silver" leaves the bronze to the reader.
_MEDALS = r"\b(?:golds?|silvers?)\b"
_RISE = (
    r"\b(?:bring|brings|bringing|brought|tak(?:es|ing)|took|push(?:es|ed|ing)"
    r"|rais(?:es|ed|ing)|lift(?:s|ed|ing)) (?:[a-z'-]+ ){1,7}to {~2}{z:cem}"
    r"(?: [a-z'-]+){0,3},? (?:up )?from {~5}{y:cem}"
)
_MORE = (
    r"\b(?:more|others?|further|another|additional|new|have died|had died|died|were)\b"
)
_LEFT = (
    r"\bof (?:the |its |their |those |these )?{w:cem}[^<;:]{0,60}?,? {a:cem}"
    r"[^<;:]{0,60}?,? (?:which |and )?(?:left|leaves|leaving) (?:[a-z]+ ){0,2}{r:cem}"
)
_LEFT_ALL = (
    r"\bof (?:the |its |their |those |these )?{w:cem}(?P<mid>[^;:]{0,120}?),? (?:which |and )?"
    r"(?:left|leaves|leaving) (?:[a-z]+ ){0,2}{r:cem}"
)
_OF_THEM = r"{w:cem}[^<;:]{0,60}, {a:cem}(?: [a-z]+)? of (?:them|whom|these|those)\b"
_OTHER = r"\bthe (?:other|remaining) {r:cem}"
_OF = (
    r"{a:cem}(?: [a-z]+)? (?:out )?of (?:the |its |their |our |his |her )"
    r"(?:[a-z]+ )?{w:cem}"
)
_PAIR = (
    r"{t:c}(?:[ -][a-z'-]+){0,4}?(?:,| -|:| \()(?: ?(?:of whom|of which|of them"
    r"|made up of|comprising|consisting of|including|both))? ?{a:c} {~3}and {b:c}"
)
_APPOSED = (
    r"{t:c} (?!(?:with|in|on|from|at|for|by|to) )(?:[a-z'-]+ ){0,4}?[a-z'-]+, (?:of wh(?:om|ich),? )?(?P<list><c\d+> (?:(?:were|was|are|came) )?(?:with|in|on|from|at|for|by)"
    r" [^<;:.,]{1,40}(?:, <c\d+> (?:with|in|on|from|at|for|by) [^<;:.,]{1,40}?){0,8}"
    r",? and <c\d+> (?:with|in|on|from|at|for|by) )"
)
_YOUNG = frozenset(("child", "baby", "infant", "teenager", "minor", "boy", "girl"))
_GROWN = (frozenset(("man", "woman")), frozenset(("male", "female")))
_OF_EACH, _MANY = 10, 1000
# Nouns that leave nothing over between them.
_HALVES = (
    frozenset({"man", "woman"}),
    frozenset({"boy", "girl"}),
    frozenset({"son", "daughter"}),
    frozenset({"brother", "sister"}),
    frozenset({"male", "female"}),
)
_HALF_NOUNS = (
    r"\b(?:men|women|boys?|girls?|sons?|daughters?|brothers?|sisters?|males?|females?"
    r"|adults?|child(?:ren)?)\b"
)
_SINGULAR = {
    "men": "man", "women": "woman", "boys": "boy", "girls": "girl", "sons": "son",
    "daughters": "daughter", "brothers": "brother", "sisters": "sister",
    "males": "male", "females": "female", "adults": "adult", "children": "child",
}  # fmt: skip
_AGES = frozenset({"adult", "child"})
# A cheap first look.
_TOTALS = (
    "total", "sum", "in all", "altogether", "all told", "combined", "overall", "together",
    "between them", "add", "making",
)  # fmt: skip
_SINGLE = r"(?:^|, |and )an? (?:[a-z]+ )?(?P<noun>[a-z]+)(?=[.,;)]|$| and| in| from)"
_ITEMS = r", and |, | and "
_FEWEST, _MOST, _FAR = 2, 12, 60


def check(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],  # noqa: ARG001  every law is called alike
) -> Iterator[Outcome]:
    """Yield whether each stated total is the sum of its parts."""
    groups, grids = passages(documents), all_tables(documents)
    for group, tables in zip(groups, grids, strict=True):
        previous: Passage | None = None
        for at, passage in enumerate(group):
            if not in_table(passage):
                found = list(_sentence(passage, previous))
                yield from found or _sequences.counted_off(group, at)
            previous = passage
        yield from _columns.listed(group)
        for table in tables:
            yield from _columns.tabled(table)
    yield from _grids.told(documents, LAW)


def _sentence(passage: Passage, previous: Passage | None) -> Iterator[Outcome]:
    masked = passage.masked
    found: list[Outcome] = []
    amounts = passage.amounts
    if amounts > _FEWEST:
        if " from " in masked:
            found = _rise(passage)
        if "lea" in masked or "left" in masked:
            found += _left(passage)
        if not found and passage.says(_TOTALS):
            found = _summed(passage)
        if not found and " and " in masked:
            found = _paired(passage)
    if amounts >= _FEWEST and not found and " and " in masked:
        found = _led(passage) or _apposed(passage)
    if amounts >= _FEWEST and not found and ": " in masked and previous is not None:
        found = _broken_down(passage, previous)
    if not found and passage.says(("other <", "remaining <")):
        found = _remaining(passage, previous)
    yield from found


def _additive(passage: Passage, parts: Sequence[int], total: int) -> bool:
    """Return whether the parts are plain amounts in the unit of the total."""
    whole = passage.mention(total)
    most = max(
        (passage.mention(part).value or whole.value or 0 for part in parts), default=0
    )
    if whole.value is not None and (
        whole.value < 0 or (most < _OF_EACH and whole.value >= _MANY)
    ):
        return False  # "1.2 million units of two shares and one bond": what is in each
    return whole.form is Form.PLAIN and all(
        (
            (mention.dimension, mention.unit) == (whole.dimension, whole.unit)
            and mention.form is Form.PLAIN
        )
        or _elided(mention, whole)
        for mention in map(passage.mention, parts)
    )


def _elided(part: Mention, whole: Mention) -> bool:
    """Return whether a part leaves out the money's name: "15 million on roads"."""
    bare = part.dimension == "count" and part.counted is None
    return bare and whole.dimension.startswith("currency:") and part.form is Form.PLAIN


def _sum(passage: Passage, parts: Sequence[int], total: int) -> Outcome:
    readings = [passage.reading(slot) for slot in parts]
    said = " + ".join(_arithmetic.plain(passage, slot) for slot in parts)
    return _columns.outcome(
        [Place(passage, slot) for slot in parts],
        _arithmetic.total_of(readings),
        _columns.nominal([passage.mention(slot) for slot in parts]),
        f"{said} is",
        Place(passage, total),
    )


def _summed(passage: Passage) -> list[Outcome]:
    """3,100 in Arle, 1,450 in Borrow and 1,250 in Cray, 5,800 in all."""
    masked = passage.masked
    tokens = _columns.amounts(masked)
    for at, token in enumerate(tokens):
        left, right = masked[: token.start()], masked[token.end() :]
        if at < _FEWEST or not (
            pattern(_TOTAL_RIGHT).match(right) or pattern(_TOTAL_LEFT).search(left)
        ):
            continue
        total = int(token["slot"])
        parts: list[re.Match[str]] = []
        for part in reversed(tokens[:at]):
            nearer = parts[-1] if parts else token
            between = masked[part.end() : nearer.start()]
            if not pattern(_JOINT).search(between) or (";" in between and not parts):
                break
            if not _additive(passage, [int(part["slot"])], total):
                break
            parts.append(part)
        outcome = _best(passage, masked, parts, total, token)
        if outcome:
            return [outcome]
    return []


def _best(
    passage: Passage,
    masked: str,
    parts: Sequence[re.Match[str]],
    total: int,
    token: re.Match[str],
) -> Outcome | None:
    """Return the sum of the parts that fits; else, if nothing else is meant, of all."""
    slots = [int(part["slot"]) for part in parts][::-1]
    if not _FEWEST <= len(slots) <= _MOST:
        return None
    for start in range(len(slots) - 1):
        outcome = _sum(passage, slots[start:], total)
        if outcome.verdict is Verdict.AGREE:
            return outcome
    first, said = parts[-1].start(), masked[parts[-1].start() : token.start()]
    if masked[:first].endswith(("between ", "from ")):
        return None
    if pattern(_NO_SUM).search(said) or set("abfkprtx") & {
        match["kind"] for match in TOKEN.finditer(said)
    }:
        return None
    if pattern(_ONE_MORE).search(said):
        return None
    return _sum(passage, slots, total)


def _led(passage: Passage) -> list[Outcome]:
    """Five people died: two men, two women and a child."""
    match = None
    if passage.says(_LEADS):
        match = pattern(_LEAD).match(passage.masked)
    if not match and passage.says(_HINT_MADE_OF):
        match = pattern(_MADE_OF).match(passage.masked)
    if not match:
        return []
    listed = pattern(_AMONG).split(match["list"])[0]
    parts = _columns.amounts(listed)
    slots = [int(part["slot"]) for part in parts]
    leads = [int(token["slot"]) for token in _columns.amounts(match["lead"])]
    if slots and _singles(listed):
        return _with_singles(passage, slots, leads, listed)
    if not _FEWEST <= len(slots) <= _MOST:
        return []
    most = max(passage.mention(slot).value or Decimal(0) for slot in slots)
    leads = [
        lead
        for lead in leads
        if _additive(passage, slots, lead)
        and not _bounded(passage.mention(lead))
        and (passage.mention(lead).value or Decimal(0)) > most
    ]
    outcomes = [_sum(passage, slots, lead) for lead in leads]
    right = [each for each in outcomes if each.verdict is Verdict.AGREE]
    if right:
        return right[:1]
    after = match["lead"].rpartition(">")[2]
    other = (
        pattern(_OTHER_WHOLE).search(after)
        or pattern(_NEW_CLAUSE).match(listed)
        or pattern(_GAP_TO).match(after)
        or (pattern(_MEDALS).search(listed) and "bronze" not in listed)
    )
    if other or len(outcomes) != 1 or not _closed(listed, parts):
        return []
    said = match["lead"] + listed
    return outcomes if not pattern(_NO_SUM).search(said) else []


def _broken_down(passage: Passage, previous: Passage) -> list[Outcome]:
    """Sales rose to 386 million. By region: North 246.5 million, South 139.5 million."""
    match = pattern(_BREAKDOWN).match(passage.masked)
    if not match or previous.index + 1 != passage.index:
        return []
    parts = _columns.amounts(match["list"])
    slots = [int(part["slot"]) for part in parts]
    if not _FEWEST <= len(slots) <= _MOST:
        return []
    listed = match["list"]
    gaps = [listed[a.end() : b.start()] for a, b in itertools.pairwise(parts)]
    closed = all(pattern(_ENTRY).match(gap) for gap in gaps) and pattern(
        r"^[^<>]{0,40}$"
    ).match(listed[: parts[0].start()])
    unit = passage.mention(slots[0]).unit
    outcomes = []
    for token in _columns.amounts(previous.masked):
        whole = previous.mention(token["slot"])
        left = previous.masked[: token.start()]
        if whole.unit != unit or whole.form is not Form.PLAIN or _bounded(whole):
            continue
        if not pattern(_SAID_TOTAL).search(left) or "from <" in left[-12:]:
            continue
        outcomes.append(_sum_over(passage, slots, Place(previous, int(token["slot"]))))
    right = [each for each in outcomes if each.verdict is Verdict.AGREE]
    if right:
        return right[:1]
    tail = listed[parts[-1].end() :]
    if (
        not closed
        or len(outcomes) != 1
        or not pattern(r"^(?: [a-z]+)?\.?$").match(tail)
    ):
        return []
    plain = [passage.mention(slot) for slot in slots]
    if any(m.unit != unit or m.form is not Form.PLAIN or m.modifier for m in plain):
        return []
    return outcomes if not pattern(_NO_SUM).search(match["list"]) else []


def _sum_over(passage: Passage, parts: Sequence[int], total: Place) -> Outcome:
    said = " + ".join(_arithmetic.plain(passage, slot) for slot in parts)
    return _columns.outcome(
        [Place(passage, slot) for slot in parts],
        _arithmetic.total_of([passage.reading(slot) for slot in parts]),
        _columns.nominal([passage.mention(slot) for slot in parts]),
        f"{said} is",
        total,
    )


def _bounded(mention: Mention) -> bool:
    return mention.modifier is not None and mention.modifier.is_bound


def _singles(text: str) -> int:
    """Return how many of a list's people stand there as "a woman"."""
    found = [match["noun"] for match in pattern(_SINGLE).finditer(text)]
    return len(found) if all(noun in PEOPLE for noun in found) else 0


def _with_singles(
    passage: Passage, slots: Sequence[int], leads: Sequence[int], listed: str
) -> list[Outcome]:
    """Five people died: two men, two women and a child."""
    if len(leads) != 1 or search(passage.masked, _NO_SUM):
        return []
    # "Two sisters, their cousin and a boy": nothing may stand there that was not counted.
    items = pattern(_ITEMS).split(listed)
    singles = [item for item in items if pattern(_SINGLE).match(item)]
    single = len(singles)
    if single + len(slots) != len(items):
        return []
    places = [Place(passage, slot) for slot in slots]
    mentions = [passage.mention(slot) for slot in (*slots, *leads)]
    if any(m.dimension != "count" or not m.exact or m.modifier for m in mentions):
        return []
    right = (_columns.nominal(mentions[:-1]) or Decimal(0)) + single
    said = " + ".join(_arithmetic.plain(passage, slot) for slot in slots)
    return [
        _columns.outcome(
            places,
            Interval.point(right),
            right,
            f"{said} + {single} is",
            Place(passage, leads[0]),
        )
    ]


def _closed(text: str, parts: Sequence[re.Match[str]]) -> bool:
    """Return whether a list names all there is: "A x, B y and C z" to the end."""
    if not pattern(r"^(?:[a-z'-]+ ){0,3}<").match(text):
        return False
    if {match["kind"] for match in TOKEN.finditer(text)} - set("cem"):
        return False
    if pattern(
        r"\bage[sd]?\b|(?:^|, |and )(?:an?|his|her|its|their|our|my|the) [a-z]|[(=]"
    ).search(text):
        return False
    gaps = [text[a.end() : b.start()] for a, b in itertools.pairwise(parts)]
    joined = all(pattern(_JOINT).search(gap) and len(gap) < _FAR for gap in gaps)
    return joined and pattern(r"\b(?:and|plus)\b").search(gaps[-1]) is not None


def _paired(passage: Passage) -> list[Outcome]:
    """9,600 passed, of whom 5,150 were men and 4,450 women."""
    found = []
    for match in matches(passage.masked, _PAIR):
        total, a, b = (int(match[name]) for name in "tab")
        heads, noun = _heads(passage.masked, match), passage.mention(total).counted
        # "Three boys, six girls and seven adults"
        if not _additive(passage, (a, b), total) or (
            heads in _GROWN and noun is not None and noun.lemma in _YOUNG
        ):
            continue
        outcome = _sum(passage, (a, b), total)
        closed = heads in _HALVES or (heads == _AGES and "of wh" in match.group())
        if outcome.verdict is Verdict.AGREE or closed:
            found.append(outcome)
    return found


def _apposed(passage: Passage) -> list[Outcome]:
    """48 lorries, 31 with food, 12 with medicine and five with blankets."""
    match = search(passage.masked, _APPOSED)
    if not match:
        return []
    parts = [int(token["slot"]) for token in _columns.amounts(match["list"])]
    total = int(match["t"])
    if len(parts) < _FEWEST or not _additive(passage, parts, total):
        return []
    if passage.mention(total).counted is None:
        return []
    nouns = [passage.mention(slot).counted for slot in parts]
    if any(noun is not None and not noun.elided for noun in nouns):
        return []
    outcome = _sum(passage, parts, total)
    whole = passage.mention(total).value or Decimal(0)
    more = (
        _columns.nominal([passage.mention(slot) for slot in parts]) or whole
    ) > whole
    # "Of which" need not name all of them.
    whole_list = len(parts) > _FEWEST and "of wh" not in match.group()
    return [outcome] if outcome.verdict is Verdict.AGREE or more or whole_list else []


def _heads(masked: str, match: re.Match[str]) -> frozenset[str]:
    """Return which of the nouns that leave nothing over follow the two parts."""
    first = masked[match.end("a") : match.start("b")]
    second = masked[match.end("b") : match.end("b") + 20]
    found = [
        _SINGULAR.get(word.group(), word.group())
        for piece in (first, second)
        if (word := pattern(_HALF_NOUNS).search(piece))
    ]
    return frozenset(found)


def _rise(passage: Passage) -> list[Outcome]:
    """Three more have died, bringing the toll to 14 from 11."""
    match = search(passage.masked, _RISE)
    if not match:
        return []
    new, old = int(match["z"]), int(match["y"])
    before = passage.masked[: match.start()]
    added = [int(token["slot"]) for token in _columns.amounts(before)]
    added = [slot for slot in added if _additive(passage, (slot, old), new)]
    outcomes = [_sum(passage, (old, slot), new) for slot in added]
    if len(added) > 1:
        outcomes.append(_sum(passage, (old, *added), new))
    right = [each for each in outcomes if each.verdict is Verdict.AGREE]
    if right:
        return right[:1]
    told = len(outcomes) == 1 or len(added) == _FEWEST
    if told and outcomes and pattern(_MORE).search(before):
        return outcomes[-1:]
    return []


def _difference(whole: Place, part: Place, rest: Place) -> Outcome | None:
    """Return whether the rest is what the part leaves of the whole."""
    mentions = [p.passage.mention(p.slot) for p in (whole, part, rest)]
    w, a, _ = mentions
    if len({(m.dimension, m.unit) for m in mentions}) > 1 or any(
        m.form is not Form.PLAIN for m in mentions
    ):
        return None
    if _count_others(mentions):
        return None
    said = [_arithmetic.plain(p.passage, p.slot) for p in (whole, part)]
    return _columns.outcome(
        (whole, part),
        whole.passage.reading(whole.slot) - part.passage.reading(part.slot),
        None if w.value is None or a.value is None else w.value - a.value,
        f"{said[0]} less {said[1]} is",
        rest,
    )


def _count_others(mentions: Sequence[Mention]) -> bool:
    """Return whether a number counts other things: "two of 40 trains, leaving 300 people"."""
    nouns = {m.counted.lemma for m in mentions if m.counted and not m.counted.elided}
    return len(nouns) > 1


def _left(passage: Passage) -> list[Outcome]:
    """Of the 530 letters, 48 were illegible, which left 482."""
    match = search(passage.masked, _LEFT)
    if not match:
        return _left_of_several(passage)
    outcome = _difference(*(Place(passage, int(match[name])) for name in "war"))
    return [outcome] if outcome else []


def _left_of_several(passage: Passage) -> list[Outcome]:
    """Of the 96 flats, 40 are sold and 31 reserved, which leaves 25."""
    match = search(passage.masked, _LEFT_ALL)
    if not match:
        return []
    whole, rest = (Place(passage, int(match[name])) for name in "wr")
    parts = [
        Place(passage, int(token["slot"])) for token in _columns.amounts(match["mid"])
    ]
    mentions = [passage.mention(p.slot) for p in (whole, *parts, rest)]
    if len(parts) < _FEWEST or any(
        m.unit != mentions[0].unit or m.form is not Form.PLAIN for m in mentions
    ):
        return []
    if _count_others(mentions):
        return []
    taken = _columns.nominal(mentions[1:-1])
    total = mentions[0].value
    right = None if taken is None or total is None else total - taken
    said = " and ".join(place.said() for place in parts)
    derived = passage.reading(whole.slot) - _arithmetic.total_of(
        [passage.reading(place.slot) for place in parts]
    )
    return [
        _columns.outcome(
            (whole, *parts), derived, right, f"{whole.said()} less {said} is", rest
        )
    ]


def _remaining(passage: Passage, previous: Passage | None) -> list[Outcome]:
    """It pays 52 million of the 70 million. The remaining 18 million ..."""
    match = search(passage.masked, _OTHER)
    if not match:
        return []
    rest = Place(passage, int(match["r"]))
    sources = [(passage, passage.masked[: match.start()])]
    if previous is not None and previous.index + 1 == passage.index:
        sources.append((previous, previous.masked))
    for source, text in sources:
        pairs = list(pattern(_OF).finditer(text)) or list(
            pattern(_OF_THEM).finditer(text)
        )
        if len(pairs) != 1 or len(_columns.amounts(text)) > _FEWEST + 1:
            continue
        whole, part = (Place(source, int(pairs[0][name])) for name in "wa")
        outcome = _difference(whole, part, rest)
        if outcome is None:
            continue
        alone = len(_columns.amounts(text)) == _FEWEST
        if outcome.verdict is Verdict.AGREE or alone:
            return [outcome]
    return []
