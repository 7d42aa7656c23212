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

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.checks import _arithmetic, _columns, _grids, _partition, _sequences
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    TOKEN,
    Passage,
    finds,
    hint,
    passages,
    pattern,
    search,
)
from factcheck.checks._tables import Table, all_tables
from factcheck.model import (
    Cluster,
    DocumentFacts,
    Form,
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
    r"|compared|against|versus|bringing|brings|brought|taking the|half|worth|rate|percent|mostly|mainly|such as|like|for example|the (?:[a-z]+est|least|most))\b"
)
# "Four passengers, the driver and two cyclists": one of the parts is no number.
# "14.20 a boat", "6.2 billion over three years"
_TOTAL_OF_ELSE = r"^[^<,;:.]{0,30} (?:per (?!cent)|<t\d+>)"
_ONE_MORE = (
    r"(?:,| and) (?:a|an|the|one|his|her|its|their) (?:[a-z]+ )?[a-z]+(?=,| and )"
)
_JOINT = r"(?:,| and | plus |;|&| as well as )|^ [^<]{1,40}: $"
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
    r"[^<;:]{0,60}?,? (?:which |and )?(?<!the )(?:left|leaves|leaving) (?:[a-z]+ ){0,2}{r:cem}"
)
_LEFT_ALL = (
    r"\bof (?:the |its |their |those |these )?{w:cem}(?P<mid>[^;:]{0,120}?),? (?:which |and )?"
    r"(?<!the )(?:left|leaves|leaving) (?:[a-z]+ ){0,2}{r:cem}"
)
_OF_EACH, _MANY = 10, 1000
# A cheap first look.
_TOTALS = hint(
    "total", "sum", "in all", "altogether", "all told", "combined", "overall", "together",
    "between them", "add", "making",
)  # fmt: skip
_FEWEST, _MOST, _FAR = 2, 12, 60


def check(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],  # noqa: ARG001  every law is called alike
) -> Iterator[Outcome]:
    """Yield whether each stated total is the sum of its parts."""
    groups, grids = passages(documents), all_tables(documents)
    for group, tables in zip(groups, grids, strict=True):
        told, taken = _partition.told(group)
        for at, passage in enumerate(group):
            if not passage.amounts or passage.in_table:
                continue
            found = _sentence(passage) if passage.amounts > _FEWEST else []
            if not found and at in told:
                found = [told[at]]
            if not found and passage.says(_partition.SUMS):
                found = list(_partition.summed(group, at))
            if not found and passage.index not in taken:
                found = _sequences.counted_off(group, at)
            yield from found
        yield from _columns.listed(group)
        for table in tables:
            found = list(_columns.tabled(table))
            yield from found or _below(table, group)
    yield from _grids.told(documents, LAW)


def _below(table: Table, group: Sequence[Passage]) -> Iterator[Outcome]:
    """A table of loans by kind, and under it: "Altogether 31,400 were made."."""
    end = max(cell.span.end for cell in table.rows[-1])
    at = bisect_left(group, end, key=lambda passage: passage.span.start)
    if at == len(group) or group[at].in_table:
        return
    passage = group[at]
    if table.document.text[end : passage.span.start].strip(" |\t\r\n*_:-"):
        return
    whole = _partition.named_total(passage)
    labels = " ".join(row[0].text.lower() for row in table.rows)
    if (
        whole is None
        or finds(f"{labels} {passage.masked}", _partition.OPEN)
        or finds(f"{labels} {passage.masked}", _NO_SUM)
    ):
        return
    yield from _columns.summed_up(table, passage.fact(whole.slot))


def _sentence(passage: Passage) -> list[Outcome]:
    masked = passage.masked
    found = _rise(passage) if " from " in masked else []
    if "lea" in masked or "left" in masked:
        found += _left(passage)
    return found or (_summed(passage) if passage.says(_TOTALS) else [])


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
        if pattern(_TOTAL_OF_ELSE).match(right):
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
