"""The report as plain rows, in the words of the public JSON format (DESIGN.md section 9)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Context, Decimal

from factcheck import __version__, units
from factcheck.language.data import word_set
from factcheck.model import (
    Document,
    DocumentRow,
    Evidence,
    Finding,
    Ignored,
    Mention,
    MentionRow,
    Outcome,
    Report,
    Span,
    State,
    Verdict,
)
from factcheck.reports._view import REPORT_FORMAT

Value = str | int | bool | None
Row = dict[str, "Value | list[str] | list[Row] | Row"]
Flat = dict[str, Value]

VERSION = 1
_ORDERING = word_set(
    """
    more other others another additional further extra previous next last first same top
    """
)
_COLLECTIVE = frozenset({"people"})
_DIGITS = Context(prec=12)  # of what was worked out: more say nothing
_EXACT = 28  # digits that `Decimal.normalize` keeps
_LONGEST_PLAIN = 60  # digits; beyond, a number is written with an exponent


def head() -> Row:
    """Return what opens a report."""
    return {
        "format": REPORT_FORMAT,
        "version": VERSION,
        "tool": {"name": "factcheck", "version": __version__},
    }


def decimal(value: Decimal | None) -> str | None:
    """Return a number in plain digits, without trailing zeros.

    >>> decimal(Decimal("6.0E+4")), decimal(Decimal("0.50"))
    ('60000', '0.5')
    """
    if value is None:
        return None
    plain = str(value)
    if plain.isdecimal() and len(plain) <= _EXACT:
        return plain
    value = value.normalize()
    if abs(value.adjusted()) > _LONGEST_PLAIN:
        return str(value)
    return f"{value:f}" if value else "0"


def document(row: DocumentRow) -> Row:
    """Return a document."""
    read = row.document
    if read is None:
        return {
            "path": row.path,
            "title": None,
            "date": None,
            "source": None,
            "sha256": None,
            "characters": None,
            "encoding": None,
            "status": "failed",
            "error": row.error,
            "notes": [],
        }
    return {
        "path": row.path,
        "title": read.title,
        "date": read.date.isoformat() if read.date else None,
        "source": read.source,
        "sha256": read.sha256,
        "characters": len(read.text),
        "encoding": read.encoding,
        "status": "read",
        "error": None,
        "notes": list(read.notes),
    }


def counted(mention: Mention) -> str | None:
    """Return the head noun that a count counts, as written."""
    return mention.counted.head if mention.counted is not None else None


def unit(document: Document, mention: Mention) -> str | None:
    """Return a mention's unit; of a count the phrase that it counts, on one line."""
    if mention.unit or mention.counted is None:
        return mention.unit or None
    if not mention.counted.noun:
        return None
    return " ".join(document.surface(mention.counted.span).split()) or None


def canonical(mention: Mention) -> str | None:
    """Return a mention's unit; of a count what it counts, in the singular.

    What only orders or compares ("more", "previous") and adverbs tell no kind of thing.
    """
    noun = mention.counted
    if mention.unit or noun is None:
        return mention.unit or None
    if not noun.noun:
        return None
    kinds = (word for word in noun.qualifiers if _tells_kind(word))
    head = noun.head.lower()
    return " ".join([*kinds, head if head in _COLLECTIVE else noun.lemma])


def _tells_kind(word: str) -> bool:
    if word in _ORDERING or (word.endswith("ly") and "-" not in word):
        return False
    return not (word[0].isdigit() and word[-1].isalpha())  # "250ml bottles"


def phrase(report: Report, one: Mention) -> str:
    """Return a mention in its phrase, on one line."""
    return " ".join(report.document(one.document).surface(one.phrase).split())


def mention(document: Document, row: MentionRow) -> Flat:
    """Return a mention with what became of it."""
    fact, one = row.fact, row.fact.mention
    line, column = document.position(one.span.start)
    unit = canonical(one)
    base, base_unit = (one.unit and units.to_base(one.reading, one.unit)) or (
        one.reading,
        unit,
    )
    low, high = decimal(one.reading.low), decimal(one.reading.high)
    same = base is one.reading
    return {
        "id": row.id,
        "document": one.document,
        "start": one.span.start,
        "end": one.span.end,
        "line": line,
        "column": column,
        "surface": one.surface,
        "text": document.surface(one.phrase),
        "state": row.state,
        "reason": row.reason,
        "dimension": one.dimension,
        "value": decimal(one.value),
        "stated_low": decimal(one.stated_low),
        "stated_high": decimal(one.stated_high),
        "low": low,
        "high": high,
        "unit": unit,
        "base_unit": base_unit,
        "base_low": low if same else decimal(base.low),
        "base_high": high if same else decimal(base.high),
        "modifier": one.modifier.value if one.modifier else None,
        "counted": counted(one),
        "subject": fact.subject,
        "property": fact.property,
        "period": fact.period.surface if fact.period else None,
        "claimant": fact.claimant,
    }


class Mentions:
    """The ids of a report's mentions, by their places."""

    def __init__(self, report: Report) -> None:
        self._ids = {
            (one.document, one.span.start, one.span.end): row.id
            for row in report.mentions
            for one in (row.fact.mention,)
        }

    def of(self, places: Sequence[Evidence]) -> list[str]:
        """Return the ids of the mentions among some places."""
        found = (
            self._ids.get((place.document, place.span.start, place.span.end))
            for place in places
            if place.document is not None and place.span is not None
        )
        return list(dict.fromkeys(one for one in found if one))


def check(outcome: Outcome, mentions: Mentions) -> Row:
    """Return what a check said of some mentions."""
    return {
        "rule": outcome.rule,
        "verdict": outcome.verdict.value,
        "mentions": mentions.of(outcome.evidence),
        "message": outcome.message,
        "reason": outcome.reason,
    }


def finding(report: Report, one: Finding) -> Row:
    """Return a finding with its evidence."""
    outcome = one.outcome
    return {
        "id": one.id,
        "rule": outcome.rule,
        "kind": outcome.kind,
        "verdict": outcome.verdict.value,
        "severity": one.severity.value,
        "label": outcome.label,
        "message": outcome.message,
        "explanation": outcome.explanation,
        "slip": outcome.slip,
        "arithmetic": arithmetic(outcome),
        "fingerprint": one.fingerprint,
        "absorbed": list(one.absorbed),
        "decision": decision(one),
        "evidence": [evidence(report, place) for place in outcome.evidence],
    }


def arithmetic(outcome: Outcome) -> Row | None:
    """Return what follows from the numbers beside what is stated, or None."""
    found = outcome.arithmetic
    if found is None:
        return None
    return {
        "computed_low": _short(found.computed.low),
        "computed_high": _short(found.computed.high),
        "stated_low": _short(found.stated.low),
        "stated_high": _short(found.stated.high),
        "unit": found.unit or None,
    }


def _short(value: Decimal | None) -> str | None:
    return None if value is None else decimal(_DIGITS.plus(value))


def decision(one: Finding) -> Row | None:
    """Return what was decided on a finding, or None."""
    if one.decision is None:
        return None
    return {"decision": one.decision.choice.value, "reason": one.decision.reason}


def ignored(report: Report, one: Ignored) -> Row:
    """Return a finding that a comment takes out, and the comment."""
    comment: Row = {"document": one.document, "line": one.line, "reason": one.reason}
    return finding(report, one.finding) | comment


def evidence(report: Report, place: Evidence) -> Row:
    """Return one place, or reference value, behind a finding."""
    start = end = line = column = None
    if place.document is not None and place.span is not None:
        start, end = place.span.start, place.span.end
        line, column = position(report, place.document, place.span)
    row: Row = {
        "document": place.document,
        "start": start,
        "end": end,
        "line": line,
        "column": column,
        "text": place.text,
        "quote": place.quote,
        "low": decimal(place.reading.low) if place.reading else None,
        "high": decimal(place.reading.high) if place.reading else None,
        "unit": place_unit(place),
        "side": place.side,
        "also": place.also,
    }
    if place.reference is not None:
        row["reference"] = place.reference
    return row


def place_unit(place: Evidence) -> str | None:
    """Return the unit of a place's reading; of a count what it counts, as its mention has it."""
    counts = place.mention is not None and not place.mention.unit
    if place.mention is not None and counts and place.unit == counted(place.mention):
        return canonical(place.mention)
    return place.unit or None


def position(report: Report, path: str, span: Span) -> tuple[int, int]:
    """Return one-based line and column of a place."""
    return report.document(path).position(span.start)


def statistics(report: Report) -> Row:
    """Return the figures of a report."""
    states = [row.state for row in report.mentions]
    verdicts = [outcome.verdict for outcome in report.outcomes]
    return {
        "documents": sum(row.document is not None for row in report.documents),
        "failed": sum(row.document is None for row in report.documents),
        "mentions": len(states),
        "linked": sum(s in (State.CHECKED, State.EXCUSED) for s in states),
        "checked": states.count(State.CHECKED),
        "excused": states.count(State.EXCUSED),
        "unlinked": states.count(State.UNLINKED),
        "boilerplate": states.count(State.BOILERPLATE),
        "checks": len(verdicts),
        "agree": verdicts.count(Verdict.AGREE),
        "undetermined": verdicts.count(Verdict.UNDETERMINED),
        "findings": len(report.findings),
        "decided": sum(f.decision is not None for f in report.findings),
        "ignored": len(report.ignored),
        "rules": list(report.rules),
        "rules_without_match": list(report.rules_without_match),
    }


def mentions(report: Report) -> Iterator[Flat]:
    """Yield every mention."""
    for row in report.mentions:
        yield mention(report.document(row.fact.mention.document), row)
