"""What every renderer needs: how the reader wants the report, and text made harmless."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.frozen import dataclass
from factcheck.model import (
    Evidence,
    Interval,
    Outcome,
    Report,
    Severity,
    Span,
    State,
    Verdict,
)
from factcheck.units import wording

# C0 and C1 controls, and what reorders or hides text (Unicode TR36, UTS 55): bidirectional
# embeddings, overrides and isolates, zero-width marks, line and paragraph separators; and
# what no XML may hold.
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_CONTEXT = 80
REPORT_FORMAT = "factcheck-report"
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class View:
    """How a report is shown; only the text format heeds all of it.

    Attributes:
        width: Columns of the terminal.
        colour: Whether the terminal understands colours.
        quiet: Findings alone.
        verbose: Everything, mention by mention.
        excused: With what was excused, and why.
        statistics: With a table of figures.
    """

    width: int = 100
    colour: bool = False
    quiet: bool = False
    verbose: bool = False
    excused: bool = False
    statistics: bool = False


def clean(text: str) -> str:
    r"""Return text with what could command a terminal or reorder a line made visible.

    >>> clean("\x1b[31mred")
    '\N{REPLACEMENT CHARACTER}[31mred'
    """
    # What is printable holds no control character, and no white space but plain blanks.
    return text if text.isprintable() else _CONTROL.sub(REPLACEMENT, text)


def line(text: str) -> str:
    """Return text on one line, made harmless."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return clean(" ".join(text.split()))


def sentence(text: str) -> str:
    """End a text with a full stop, where it has none."""
    return text if text.endswith((".", "!", "?")) else text + "."


def told(outcome: Outcome) -> str:
    """Return the message of an outcome as a sentence to stand under its label."""
    message, label = line(outcome.message), line(outcome.label)
    rest = message.removeprefix(f"{label}: ") if label else message
    return sentence(rest[:1].upper() + rest[1:])


def law(outcome: Outcome) -> str:
    """Return what kind of thing was checked, in words."""
    return _LAWS.get(outcome.kind, outcome.kind)


def about(outcome: Outcome) -> str:
    """Return what an outcome is about: its label, or else its law or the user's rule."""
    core = outcome.rule.startswith("core/")
    return outcome.label or (law(outcome) if core else outcome.rule)


def with_reason(outcome: Outcome) -> str:
    """Return what was said of numbers that were not compared, and why they were not."""
    said = (outcome.message or about(outcome)).removesuffix(".")
    if outcome.reason and outcome.reason not in said:
        said = f"{said} — {outcome.reason}"
    return said


def remarks(report: Report) -> Iterator[str]:
    """Yield what else a run says: of the reading, of the rules and of decisions."""
    for row in report.documents:
        for note in row.document.notes if row.document else ():
            yield f"{row.path}: {note}"
    yield from report.notes
    for rule in report.rules_without_match:
        yield f"the rule {rule} matched nothing"


def escape(text: str) -> str:
    r"""Return JSON with what could command a terminal written as escapes.

    >>> escape('"\x9b31m"')
    '"\\u009b31m"'
    """
    if text.isascii():
        return text.replace("\x7f", "\\u007f")
    return _CONTROL.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    code = match.group().encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{code[i : i + 4]}" for i in range(0, len(code), 4))


def reading(interval: Interval, unit: str) -> str:
    """Say what a number can be.

    >>> from decimal import Decimal
    >>> reading(Interval(Decimal(54000), Decimal(66000)), "residents")
    '54,000 to 66,000 residents'
    """
    said = wording.amount(interval, unit)
    return f"exactly {said}" if interval.is_point else said


def emphasis(report: Report, place: Evidence) -> tuple[str, str, str]:
    """Return a quote as what stands before the number, the number, and what follows.

    Where the number stands more than once in its quote, the document says which is meant.
    """
    quote, number = line(place.quote), line(place.text)
    starts = _starts(quote, number) if number else []
    if not starts:
        return quote, "", ""
    best = starts[0]
    if len(starts) > 1 and place.document is not None and place.span is not None:
        text = report.document(place.document).text
        before = text[max(0, place.span.start - _CONTEXT) : place.span.start]
        said = line("|" + before)[1:] + (" " if before[-1:].isspace() else "")
        best = max(starts, key=lambda at: (_common_end(quote[:at], said), -at))
    return quote[:best], number, quote[best + len(number) :]


def _starts(text: str, part: str) -> list[int]:
    found, at = [], text.find(part)
    while at >= 0:
        found.append(at)
        at = text.find(part, at + len(part))
    return found


def _common_end(a: str, b: str) -> int:
    n = 0
    while n < min(len(a), len(b)) and a[-1 - n] == b[-1 - n]:
        n += 1
    return n


_EQUALS = (
    "agreement",
    "conversion",
    "reference",
)  # kinds whose places state one amount
# Laws that a reader would call something else.
_LAWS = {"part_whole": "part of a whole", "percent": "shares of a whole"}
_Place = tuple[str | None, Span | None]


def agreements(report: Report) -> list[Outcome]:
    """Return what agrees; what a rule of the user says as well is told once."""
    agreed = [o for o in report.outcomes if o.verdict is Verdict.AGREE]
    told: dict[_Place, list[frozenset[_Place]]] = {}
    found = []
    for outcome in sorted(agreed, key=lambda o: o.rule.startswith("core/")):
        ordered = [(p.document, p.span) for p in outcome.evidence]
        places = frozenset(ordered)
        if outcome.rule.startswith("core/") and any(
            places <= other for one in ordered[:1] for other in told.get(one, ())
        ):
            continue
        for one in places:
            told.setdefault(one, []).append(places)
        found.append(outcome)
    return found


def stated(outcome: Outcome) -> str:
    """Say how places that agree state it: as equals, or as what was reckoned with them."""
    if outcome.kind in _EQUALS or not outcome.message:
        return " = ".join(dict.fromkeys(place.text for place in outcome.evidence))
    return outcome.message.removeprefix(f"{outcome.label}: ").removesuffix(".")


def count(n: int, noun: str, plural: str | None = None) -> str:
    """Say how many.

    >>> count(1, "finding"), count(2_000, "finding")
    ('1 finding', '2,000 findings')
    """
    return f"{n:,} {noun if n == 1 else plural or noun + 's'}"


def outcome_in_words(report: Report) -> str:
    """Say in one sentence what a run came to."""
    severities = [f.severity for f in report.findings if f.decision is None]
    n = len(severities)
    decided = len(report.findings) - n
    parts = [
        count(severities.count(s), s.value)
        for s in reversed(Severity)
        if severities.count(s)
    ]
    found = f"{count(n, 'finding')} ({', '.join(parts)})" if n else "No findings"
    read = sum(row.document is not None for row in report.documents)
    states = [row.state for row in report.mentions]
    checked, excused = states.count(State.CHECKED), states.count(State.EXCUSED)
    said = (
        f"{found} in {count(read, 'document')}: {count(len(states), 'number')}, "
        f"{checked:,} checked, {excused:,} excused, "
        f"{len(states) - checked - excused:,} not checked."
    )
    if decided:
        said += f" {count(decided, 'finding')} decided."
    if report.ignored:
        said += f" {count(len(report.ignored), 'finding')} ignored."
    failed = len(report.documents) - read
    if failed:
        said += f" {count(failed, 'document')} could not be checked."
    if report.partial:
        said += " The run was interrupted: this report is partial."
    return said
