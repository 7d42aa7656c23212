"""From drafts to mentions: readings, exactness, spans."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract import readings
from factcheck.extract.drafts import Draft
from factcheck.language.tokens import Tokens
from factcheck.model import Form, Interval, Mention, Span

_HUNDRED = Decimal(100)
_ZERO = Decimal(0)


def is_exact(draft: Draft) -> bool:
    """Return whether the digits leave one value: a count without rounding zeros, an age."""
    if draft.form is Form.AGE:
        return True
    value = draft.value
    if value is None or draft.unit or draft.form is not Form.PLAIN:
        return False
    if draft.point or draft.scaled:
        return False
    return not draft.zeros or abs(value) < _HUNDRED


def _digits(draft: Draft, cap: Decimal, *, exact: bool) -> Interval:
    if draft.reading is not None:
        return draft.reading
    if draft.ends is not None:
        low, high = (
            readings.of_digits(
                end.value or _ZERO,
                end.step,
                zeros=end.zeros,
                exact=(not draft.unit and not end.point and not end.scaled)
                or draft.form is Form.AGE,
                cap=cap,
            )
            for end in draft.ends
        )
        return Interval(low.low, high.high, low.low_open, high.high_open)
    if draft.form is Form.UNCERTAIN and draft.stated is not None:
        return Interval(*draft.stated)
    return readings.of_digits(
        draft.value or _ZERO,
        draft.step,
        zeros=draft.zeros,
        exact=exact,
        cap=cap,
    )


def mention(
    draft: Draft,
    tokens: Tokens,
    *,
    document: str,
    block: int,
    headers: tuple[str, ...],
) -> Mention:
    """Return the mention of a finished draft.

    Args:
        draft: What was read.
        tokens: Where.
        document: Path of the document.
        block: Index of its block.
        headers: Headers of the table cell.
    """
    span = span_of(draft, tokens)
    starts, ends = tokens.starts, tokens.ends
    exact = is_exact(draft)
    wide = plain = _digits(draft, readings.CAP, exact=exact)
    if draft.pair is not None:
        plain = _digits(draft, readings.PAIR_CAP, exact=exact)
    if draft.modifier is None:
        reading = wide
    else:
        low, high = _ends(draft)
        reading = readings.with_modifier(wide, low, high, draft.modifier)
    phrase_first = (
        draft.modifier_first if 0 <= draft.modifier_first < draft.first else draft.first
    )
    phrase_end = max(
        span.end, ends[draft.modifier_last - 1] if draft.modifier_last > 0 else 0
    )
    if draft.counted is not None:
        phrase_end = max(phrase_end, draft.counted.span.end)
    phrase = span
    if phrase_first != draft.first or phrase_end != span.end:
        phrase = Span(starts[phrase_first], phrase_end)
    number = span
    if draft.number_first != draft.first or draft.number_last != draft.last:
        number = Span(starts[draft.number_first], ends[draft.number_last - 1])
    stated = draft.stated
    return Mention(
        document,
        span,
        tokens.text[span.start : span.end],
        number,
        phrase,
        draft.form,
        draft.value,
        stated[0] if stated else None,
        stated[1] if stated else None,
        reading,
        plain,
        exact,
        draft.unit,
        draft.dimension,
        draft.modifier,
        draft.counted,
        draft.base,
        None if draft.pair is None else span_of(draft.pair, tokens),
        block,
        headers,
    )


def _ends(draft: Draft) -> tuple[Decimal, Decimal]:
    if (
        draft.reading is not None
        and draft.reading.low is not None
        and draft.reading.high is not None
    ):
        return draft.reading.low, draft.reading.high
    if draft.stated is not None:
        return draft.stated
    value = draft.value or _ZERO
    return value, value


def span_of(draft: Draft, tokens: Tokens) -> Span:
    """Return the span of a draft."""
    return Span(tokens.starts[draft.first], tokens.ends[draft.last - 1])
