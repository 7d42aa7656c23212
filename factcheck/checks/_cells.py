"""What a text says of a cell: the row's name, the number, and what the column counts.

"Calder will spend 29.7 million on roads in 2025" is held against the row Roads and the column
2025 of a table in another document on Calder, or in the same one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.checks import _compare, slips
from factcheck.checks._context import TOKEN, Passage, passages, pattern
from factcheck.checks._tables import Table, all_tables
from factcheck.frozen import dataclass
from factcheck.language.concepts import CONCEPTS
from factcheck.model import (
    Cluster,
    Counted,
    DocumentFacts,
    Fact,
    Form,
    Mention,
    Outcome,
    Period,
    Severity,
    Verdict,
)

_NO_ROW = r"(?i)^\W*(?:total|sum|all|others?|other .*|average|mean|rest|none|value|unknown|\d.*)?\W*$"
_TOTAL = r"(?i)^\W*(?:grand |overall )?total\W*$"
# "17 of the 40 seats"
_OF_WHOLE = r"{a:c} (?:out )?of (?:the |its |all )?{w:c}(?! [a-z]+ (?:contested|up for|at stake|in play))"
_WORD = r"[a-z][a-z'-]+"
_YEAR = r"\b(?:19|20)\d\d\b"
_ASIDE = r"[(\[].*?[)\]]|,.*$"
# "All figures in millions of dollars"
_CAPTION = (
    r"(?i)\b(?:figures|amounts|values|numbers|data|sums) (?:are |given |shown |stated )*in (?P<many>thousands?|millions?|billions?)"
    r" of (?P<what>us dollars|dollars|euros|pounds|kronor|kroner|crowns|francs|yen)\b"
)
_MANY = {"thousand": 3, "million": 6, "billion": 9}
_MONEY = {
    "us dollars": "USD", "dollars": "USD", "euros": "EUR", "pounds": "GBP", "yen": "JPY", "francs": "CHF",
}  # fmt: skip
_STOP = frozenset(
    ["the", "of", "and", "in", "per", "for", "to", "from", "with", "by", "at", "on", "number", "fiscal", "year",
     "total", "adopted", "proposed", "actual", "million", "thousand", "billion", "percent", "final", "share"]
)  # fmt: skip
# A change, a part or a comparison is not what stands in the cell.
_BEFORE = (
    r"\b(?:by|up|down|from|than|another|additional|extra|further|of|gain(?:ed|s)? of|against|between|each"
    r"|lost|los(?:es|ing)|gain(?:ed|s)|added|adds|recruited|shed|compared (?:with|to)|drop of|rise of|target of|least|most|cost(?:s|ing)?)(?: (?:the|its|an?|some|about))? $"
)
_AFTER = (
    r"^(?: [a-z]+)?(?: more| fewer| less| higher| lower| extra| of (?:them|these|those|whom|which|the)"
    r"| each| per | a (?:day|week|month|head|visitor|tonne)| ahead| behind| behind)\b"
)
_UNSURE = (
    r"\b(?:expect\w*|forecast\w*|estimat\w*|plan(?:s|ned)?|target\w*|predict\w*|project(?:s|ed|ion|ions)|hopes?|could|would|may|might|possibl[ey]|likely|ruled out|conceivable|feared?"
    r"|earlier|previous(?:ly)?|provisional\w*|revised|claim\w*|last year|ago|in those days|at (?:the|that) time|by then|once|formerly|originally|at first|used to|according to (?:his|her|their)|until)\b"
)
# Of another body, a smaller area, a shorter time, a part.
_ELSEWHERE = (
    r"^(?:and |but )?of (?:the|these|those|its|this|that)\b|\bin the (?:[a-z]+ ){0,2}(?:council|assembly|parliament|north|south|east"
    r"|west|region|county|district|province|area|suburbs?|centre|center|first|second|last)\b"
    r"|\b(?:spring|summer|autumn|winter|quarter|half-year|exports?|exported|imports?|imported|alone|only)\b"
)
_TOLD = r"\b(?:said|says|announced|decided|reported|shows?|showed|according|told|published|voted|declared)\b"
_SHORT = frozenset({"date", "month", "quarter", "week", "weekday", "relative"})
_FAR, _NEAREST, _RATIO = 60, 40, Decimal("1.34")
_FEWEST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class _Cell:
    facts: DocumentFacts
    fact: Fact
    mention: Mention
    row: frozenset[str]
    label: str
    name: str
    column: frozenset[str]
    years: frozenset[str]
    alone: bool  # whether no other column of the row has its unit
    rivals: tuple[Mention, ...]  # the rest of the row
    others: tuple[Mention, ...]  # the rest of the column


def told(
    documents: Sequence[DocumentFacts],
    clusters: Sequence[Cluster],
    law: str,
    official: frozenset[str],
) -> Iterator[Outcome]:
    """Yield what texts say of the cells of tables.

    Args:
        documents: All that were read.
        clusters: What is linked already, and not looked at again.
        law: "agreement", or "reference" for tables of official documents.
        official: The paths of those.
    """
    grids = all_tables(documents)
    if not any(grids):
        return
    cells = [
        cell
        for facts, tables in zip(documents, grids, strict=True)
        if (facts.document.path in official) == (law == "reference")
        for table in tables
        for cell in _cells(facts, table)
    ]
    names = {facts.document.path: _names(facts) for facts in documents}
    linked = _linked(clusters)
    for facts, group in zip(documents, passages(documents), strict=True):
        path = facts.document.path
        near = [
            cell
            for cell in cells
            if path == cell.facts.document.path
            or names[path] & names[cell.facts.document.path]
        ]
        for at, passage in enumerate(group) if near else ():
            if passage.in_table:
                continue
            for cell in near:
                fact = _said(group, at, cell)
                if fact is None or linked.get(_key(fact), frozenset()) & linked.get(
                    _key(cell.fact), frozenset()
                ):
                    continue
                outcome = _compared(cell, fact, facts, law)
                if outcome:
                    yield outcome


def _linked(clusters: Sequence[Cluster]) -> dict[tuple[str, int], frozenset[int]]:
    """Return the clusters that each number stands in."""
    found: dict[tuple[str, int], set[int]] = {}
    for number, cluster in enumerate(clusters):
        for fact in cluster.facts:
            found.setdefault(_key(fact), set()).add(number)
    return {key: frozenset(numbers) for key, numbers in found.items()}


def _key(fact: Fact) -> tuple[str, int]:
    return fact.mention.document, fact.mention.span.start


def _names(facts: DocumentFacts) -> frozenset[str]:
    return frozenset(re.findall(r"\b[A-Z][a-z]{3,}\b", facts.document.text[:2000])) - {
        "This",
        "That",
        "There",
        "These",
        "Those",
        "With",
        "From",
        "When",
        "Total",
    }


def _cells(facts: DocumentFacts, table: Table) -> Iterator[_Cell]:
    head = table.rows[0]
    caption = pattern(_CAPTION).search(facts.document.text)
    for row in table.rows[1:]:
        label = pattern(_ASIDE).sub("", row[0].text.lower()).strip()
        words = _content(label)
        if pattern(_TOTAL).match(label):
            words = frozenset()
        elif pattern(_NO_ROW).match(label) or not words:
            continue
        plain = [
            (at, cell.fact)
            for at, cell in enumerate(row)
            if at and cell.fact and cell.fact.mention.form is Form.PLAIN
        ]
        scaled = [(at, fact, _scaled(fact.mention, caption)) for at, fact in plain]
        for at, fact, mention in scaled:
            title = head[at].text.lower() if at < len(head) else ""
            yield _Cell(
                facts,
                fact,
                mention,
                words,
                label,
                row[0].text,
                _counted(_content(pattern(_ASIDE).sub("", title))),
                frozenset(pattern(_YEAR).findall(title)),
                sum(m.unit == mention.unit for _, _, m in scaled) == 1,
                tuple(m for other, _, m in scaled if other != at),
                tuple(
                    _scaled(found.mention, caption)
                    for each in table.rows[1:]
                    if each is not row
                    and at < len(each)
                    and (found := each[at].fact) is not None
                ),
            )


def _content(text: str) -> frozenset[str]:
    words = pattern(_WORD).findall(text)
    return frozenset(
        _stem(word)
        for word in words
        if word not in _STOP and len(word) >= _FEWEST_LETTERS
    )


def _stem(word: str) -> str:
    return word.removesuffix("'s").removesuffix("es" if word.endswith("ses") else "s")


def _scaled(mention: Mention, caption: re.Match[str] | None) -> Mention:
    """Return a bare number as the money that a line above the table says it is."""
    if caption is None or mention.dimension != "count" or mention.counted:
        return mention
    unit = _MONEY.get(caption["what"].lower())
    if unit is None or mention.value is None:
        return mention
    factor = Decimal(1).scaleb(_MANY[caption["many"].lower().rstrip("s")])
    reading = mention.digits.scale(factor)
    exponent = mention.value.as_tuple().exponent
    assert isinstance(exponent, int)
    half = Decimal("0.5").scaleb(min(exponent, 0)) * factor
    value = mention.value * factor
    reading = replace(reading, low=value - half, high=value + half)
    return replace(
        mention, value=value, unit=unit, dimension=f"currency:{unit}",
        reading=reading, digits=reading, exact=False,
    )  # fmt: skip


def _said(group: Sequence[Passage], at: int, cell: _Cell) -> Fact | None:
    """Return the number of a sentence that is said of a cell."""
    passage = group[at]
    masked = passage.masked
    if pattern(_ELSEWHERE).search(masked) or _shorter(passage):
        return None
    if not cell.row:
        return _whole(passage, cell)
    where = _named(masked, cell)
    if where is None or pattern(_UNSURE).search(masked):
        return None
    found = [
        fact
        for token in TOKEN.finditer(masked)
        if token["kind"] in "cem"
        and _fits((fact := passage.fact(token["slot"])).mention, cell, masked, token)
        and _beside(masked, where, token)
    ]
    return found[0] if len(found) == 1 and _period(group, at, cell) else None


def _named(masked: str, cell: _Cell) -> re.Match[str] | None:
    """Return where a sentence names the row; "the gallery's shop" is another thing."""
    if any(word not in masked for word in cell.row):
        return None
    where = re.search(
        r"\b" + r"[\s-]+".join(map(re.escape, cell.label.split())) + r"\b", masked
    )
    if where is None:
        return None
    after = masked[where.end() :]
    owns = re.match(r"'s (?!<)[a-z]+", after)
    title = _counted(_content(after[2:].partition("<")[0])) & cell.column
    return None if owns and not title else where


def _whole(passage: Passage, cell: _Cell) -> Fact | None:
    """Return the whole that a sentence gives for a column: "17 of the 40 seats"."""
    found = []
    for match in pattern(_OF_WHOLE).finditer(passage.masked):
        fact = passage.fact(match["w"])
        counted = fact.mention.counted
        if counted is None or cell.mention.dimension != "count":
            continue
        if _nouns(counted) & cell.column:
            found.append(fact)
    return found[0] if len(found) == 1 and not cell.years else None


def _fits(mention: Mention, cell: _Cell, masked: str, token: re.Match[str]) -> bool:
    """Return whether a number counts or measures what the column does."""
    if mention.form is not Form.PLAIN or mention.dimension != cell.mention.dimension:
        return False
    before, after = masked[: token.start()], masked[token.end() :]
    if pattern(_BEFORE).search(before) or pattern(_AFTER).match(after):
        return False
    if mention.dimension != "count":
        same = mention.unit.partition(" / ")[2] == cell.mention.unit.partition(" / ")[2]
        title = cell.column & _counted(_content(masked))
        return same and (cell.alone or bool(title) or not cell.column)
    counted = mention.counted
    if counted is None or counted.elided:
        return False
    nouns = _nouns(counted)
    return bool(nouns & cell.column) or (not cell.column and bool(nouns & cell.row))


def _nouns(counted: Counted) -> frozenset[str]:
    said = frozenset((_stem(counted.head.lower()), _stem(counted.lemma)))
    return said | _counted(said)


def _counted(words: frozenset[str]) -> frozenset[str]:
    """Return one word for what is counted under several: pupils, children."""
    return frozenset([CONCEPTS.get(word, word) for word in words])


def _beside(masked: str, where: re.Match[str], token: re.Match[str]) -> bool:
    """Return whether the row's name stands beside a number, with no other number between."""
    if where.end() <= token.start():
        between = masked[where.end() : token.start()]
        rest = masked[token.end() : token.end() + _NEAREST]
        if re.match(r" [a-z]* ?(?:on|for|of|to|in|by) (?:the )?[a-z]+ (?:and|,)", rest):
            return False
    else:
        between = masked[token.end() : where.start()]
        if not between.strip():
            return True
        if not re.match(
            r"^(?: [a-z]+){0,2} (?:on|for|of|to|in|from|by|at)(?: the| its)? $", between
        ):
            return False
    return len(between) <= _FAR and not re.search(
        r"<[cemtrpfx]\d+>|[;:]|, (?:while|and|but) | and | but ", between
    )


def _period(group: Sequence[Passage], at: int, cell: _Cell) -> bool:
    """Return whether a sentence, or the one before it, speaks of the year of the column."""
    said = _years(group[at])
    before = group[at - 1] if at else group[at]
    if not said and before.block == group[at].block:
        said = _years(before)
    if cell.years:
        return bool(said & cell.years)
    title = frozenset(pattern(_YEAR).findall(cell.facts.document.text[:200]))
    return not said or bool(said & title)


def _shorter(passage: Passage) -> bool:
    """Return whether a sentence speaks of a day or a month, other than that of its telling."""
    kinds = {item.kind for item in passage.items if isinstance(item, Period)}
    short = kinds & _SHORT
    return bool(short) and not (
        short <= {"date", "weekday", "relative"}
        and pattern(_TOLD).search(passage.masked)
    )


def _years(passage: Passage) -> frozenset[str]:
    return frozenset(
        year
        for item in passage.items
        if isinstance(item, Period)
        for year in pattern(_YEAR).findall(item.surface)
    )


def _compared(
    cell: _Cell, fact: Fact, facts: DocumentFacts, law: str
) -> Outcome | None:
    mention = fact.mention
    a = _compare.convert(cell.mention.reading, cell.mention.unit)
    b = _compare.convert(mention.reading, mention.unit)
    verdict = _compare.judge(a, b, exact=cell.mention.exact and mention.exact)
    evidence = [
        _compare.evidence(cell.facts.document, cell.fact, side=0),
        _compare.evidence(facts.document, fact, side=1),
    ]
    said = cell.facts.document.surface(cell.fact.mention.span)
    text = _compare.quote(facts.document, mention.span.start, mention.span.end)
    row = cell.name
    if verdict.agrees:
        return _compare.outcome(
            law,
            Verdict.AGREE,
            evidence,
            f"The row \u201c{row}\u201d has {said}, and the text says {text}.",
        )
    if any(_meets(rival, mention) for rival in (*cell.rivals, *cell.others)):
        return None
    if cell.mention.value is None or not cell.mention.value or mention.value is None:
        return None
    # "29 | +2" in the row, and 27 in the text: what it was before.
    moved = abs(cell.mention.value - mention.value)
    if any(
        rival.value is not None and abs(rival.value) == moved for rival in cell.rivals
    ):
        return None
    ratio = _compare.base_value(mention.value, mention.unit) / _compare.base_value(
        cell.mention.value, cell.mention.unit
    )
    slip = slips.between(cell.mention.value, mention.value)
    # A factor of ten or more may be a scale that the table tells elsewhere.
    if not 1 / _RATIO <= ratio <= _RATIO:
        return None
    return _compare.outcome(
        law,
        Verdict.CONFLICT,
        evidence,
        f"The row \u201c{row}\u201d has {said}, but the text says {text}.",
        explanation="No other cell of the row or the column has the number of the text.",
        severity=verdict.severity or Severity.NOTE,
        slip=slip,
    )


def _meets(rival: Mention, mention: Mention) -> bool:
    if rival.dimension != mention.dimension:
        return False
    a, b = (_compare.convert(m.reading, m.unit) for m in (rival, mention))
    return a.meets(b)
