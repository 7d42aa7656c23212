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

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.checks import (
    _arithmetic,
    _columns,
    _partition,
    _sequences,
    _sums,
)
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    Group,
    Passage,
    finds,
    hint,
    passages,
    pattern,
    search,
)
from factcheck.checks._evidence import are_few
from factcheck.checks._tables import Table, all_tables
from factcheck.checks._trimmed import trimmed
from factcheck.model import (
    Cluster,
    DocumentFacts,
    Form,
    Mention,
    Outcome,
    Span,
    Verdict,
)

LAW = _columns.LAW

# What a total is not simply the sum of.
_NO_SUM = (
    r"\b(?:each|per|apiece|every|including|include[sd]?|of them|of which|of whom|than"
    r"|between|up from|down from|except|excluding|minus|less|net|average|mean|times|among them"
    r"|out of|already|so far|since|previous(?:ly)?|last year|a year earlier|estimated"
    r"|compared|against|versus|bringing|brings|brought|taking the|half|worth|rate|percent|mostly|mainly|such as|like|for example|the (?:[a-z]+est|least|most))\b"
)
# What says that a list leaves something out, or tells of each, or of one more.
_KEEPS = r"\b(?:else|(?:among|and|or|for|of|with) others|no (?:others?|further|more)|(?:an?|one|another)(?! [a-z-]+ (?:is|was|are|were|has|had|will)\b)|further|include[sd]?|including|besides|plus|also|each|per|both|except|excluding|apart from|several|some|rest|remain[a-z]*|missing|un[a-z]+ed|other [a-z]+)\b"
_RISE = (
    r"\b(?:bring|brings|bringing|brought|tak(?:es|ing)|took|push(?:es|ed|ing)"
    r"|rais(?:es|ed|ing)|lift(?:s|ed|ing)) (?:[a-z'-]+ ){1,7}to {~2}{z:cem}"
    r"(?: [a-z'-]+){0,3},? (?:up )?from {~5}{y:cem}"
)
_MORE = (
    r"\b(?:more|others?|further|another|additional|new|have died|had died|died|were)\b"
)
# What stands above a table of all the parts.
_MADE_UP = r"\b(?:as follows|made up|(?:broken|breaks|break) down|divided|divides|split|splits|shared|distributed|allocated|composed|consist(?:s|ing|ed)?|compris(?:es|ed|ing)|(?:falls?|fell|come|comes|came) (?:in|into))\b(?:[^<]|<c\d+>(?= (?:of <|[a-z]+:$)))*$"
_FROM = hint(" from ", sources=(_RISE,))
_ANY = _FROM | _sums.TELLS | _sequences.ONE_MORE
_OF_EACH, _MANY = 10, 1000
_FEWEST = 2


def check(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],  # noqa: ARG001  every law is called alike
) -> Iterator[Outcome]:
    """Yield whether each stated total is the sum of its parts."""
    groups, grids = passages(documents), all_tables(documents)
    short = groups
    if are_few(documents):
        short = tuple(trimmed(group, "cemt", _KEEPS) for group in groups)
    for group, brief, tables in zip(groups, short, grids, strict=True):
        settled: set[Span] = set()
        yield from _of_document(group, settled)
        if brief is not group:
            yield from _of_document(brief, settled)
        for table in tables:
            yield from list(_columns.tabled(table)) or _above(table, group)
            yield from _columns.across(table)


def _of_document(group: Group, settled: set[Span]) -> Iterator[Outcome]:
    """Yield whether the totals that sentences tell are right, but for what is settled."""
    known = frozenset(settled)
    for outcome in _told(group):
        spans = {each.span for each in outcome.evidence if each.span}
        if known.isdisjoint(spans):
            settled |= spans
            yield outcome


def _told(group: Sequence[Passage]) -> Iterator[Outcome]:
    """Yield whether the totals that words tell of are right."""
    told, taken = _partition.told(group)
    for at, passage in enumerate(group):
        if not (passage.hints & _ANY or at in told) or passage.in_table:
            continue
        found = _rise(passage) if passage.says(_FROM) else []
        free = passage.index not in taken
        if not found and free and _sums.may_tell(passage):
            found = list(_sums.told(group, at))
        if not found and at in told:
            found = [told[at]]
        if not found and free:
            found = _sequences.counted_off(group, at)
        yield from found
    yield from _columns.listed(group)


def _above(table: Table, group: Group) -> Iterator[Outcome]:
    """The stalls brought in 38,000 crowns, made up as follows, and below it a table."""
    start = min(cell.span.start for cell in table.rows[0])
    at = bisect_left(group, start, key=lambda passage: passage.span.start) - 1
    if at < 0 or group[at].in_table:
        return
    passage = group[at]
    between = table.document.text[passage.span.end : start]
    if any(map(str.isalnum, between)) or not finds(passage.masked, _MADE_UP):
        return
    told = [cell.fact.mention for row in table.rows[1:] for cell in row if cell.fact]
    units = {each.unit for each in told}
    most = max((each.value or 0 for each in told), default=0)
    found = [
        passage.fact(slot)
        for slot, kind in enumerate(passage.kinds)
        if kind in "cem"
        and passage.mention(slot).unit in units
        and (passage.mention(slot).value or 0) >= most
    ]
    labels = " ".join(row[0].text.lower() for row in table.rows)
    said = f"{labels} {passage.masked}"
    if (
        len(found) == 1
        and found[0].mention.modifier is None
        and not finds(said, _partition.OPEN)
        and not finds(said, _NO_SUM)
    ):
        yield from _columns.summed_up(table, found[0], sure=True)


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
