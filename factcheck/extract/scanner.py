"""The native engine: candidates first, grammar second.

A cheap pass over each block finds where a number may stand (a digit, a number word); only the
stretches around them are cut into tokens and parsed. The work is linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from factcheck.extract import (
    chains,
    counted,
    finish,
    measures,
    modifiers,
    never,
    numerals,
    phrases,
    quantities,
    tables,
)
from factcheck.extract.drafts import Draft
from factcheck.extract.lexicon import (
    ARTICLE_UNITS,
    FRACTIONS,
    MULTIPLES,
    ONES,
    SCALES,
    TENS,
    VAGUE,
    VAGUE_FACTORS,
    VULGAR,
    ZERO_NOUNS,
)
from factcheck.extract.numerals import Numeral
from factcheck.language.tokens import Tokens
from factcheck.model import Document, Extraction, Form, Mention, Period, Span

# A block longer than this is read in pieces, cut where white space is.
WINDOW = 1 << 18
_BEFORE = 75
_AFTER = 70

_LETTERS = bytes(
    code if code in range(97, 123) else code + 32 if code in range(65, 91) else 32
    for code in range(256)
)
_DIGITS = re.compile(r"[0-9]++(?:[.,][0-9]++)*+")
_ANY_DIGITS = re.compile(r"\d++(?:[.,]\d++)*+|[¼-¾⅐-⅞↉]")

_PLAIN_WORDS = (
    set(ONES)
    | set(TENS)
    | set(SCALES)
    | set(VAGUE)
    | set(VAGUE_FACTORS)
    | set(MULTIPLES)
    | {"dozen", "half"}
)
# Words that need "a" (or, for what did not happen, "no") in front.
_AFTER_ARTICLE = (set(FRACTIONS) - {"half", "halves"}) | ARTICLE_UNITS
_TRIGGERS = frozenset(
    word.encode() for word in _PLAIN_WORDS | _AFTER_ARTICLE | ZERO_NOUNS
)
_BEING = frozenset({"is", "was", "be", "turned", "turns", "turn", "am"})
_PERSONS = frozenset({"he", "she", "who", "i"})
_AFTER_AGE = frozenset(
    {"", ".", ",", ";", "when", "at", "and", "by", "but", "while", "on", "now", "then"}
)
# How far ahead of such a word its "a", "an" or "no" may end.
_ARTICLES = frozenset({b" a ", b"an "})
_LEADS = {
    word.encode(): 2 if word in _AFTER_ARTICLE else 14
    for word in (_AFTER_ARTICLE | ZERO_NOUNS) - _PLAIN_WORDS
}
# Periods that leave no quantity inside.
_CALENDAR = frozenset({"date", "month", "year", "time"})
# Plural units that an adjective may stand before: "517 rushing yards".
_PLAIN_UNITS = frozenset(
    [
        "miles",
        "kilometres",
        "kilometers",
        "metres",
        "meters",
        "yards",
        "feet",
        "hours",
        "minutes",
        "days",
        "weeks",
        "months",
        "years",
        "acres",
        "hectares",
        "litres",
        "liters",
        "gallons",
        "tonnes",
        "tons",
        "barrels",
    ]
)
_JOINERS = frozenset({",", "and", "or", "&", "to", "-", "–"})
_COUNTING = frozenset({Form.PLAIN, Form.VAGUE, Form.RANGE, Form.RATIO, Form.FRACTION})
_MIXED_UNITS = frozenset(
    [
        "more",
        "additional",
        "further",
        "extra",
        "full",
        "consecutive",
        "straight",
        "whole",
        "long",
        "short",
        "successive",
        "other",
        "previous",
        "past",
        "last",
        "solid",
        "good",
        "calendar",
        "working",
        "business",
        "and-a-half",
    ]
)


def candidates(text: str, start: int, end: int) -> tuple[list[int], bool]:
    """Return where in a stretch of text a quantity may have its number, in order.

    The second value says whether the numbers there may be in the style 1.234,5.
    """
    body = text[start:end]
    hits: list[int] = []
    continental = False
    for match in (_DIGITS if body.isascii() else _ANY_DIGITS).finditer(body):
        hits.append(match.start() + start)
        if match.end() - match.start() > 2:  # noqa: PLR2004 - "0,5"
            number = match[0]
            if "," in number and (number[1] == "," or "." in number):
                continental = True
            elif number.count(".") > 1:
                continental = True
    # One byte a character, all but letters blank: words are then split at C speed, and
    # places are the same as in the text.
    letters = b" %b " % body.encode("ascii", "replace").translate(_LETTERS)
    for word in _TRIGGERS.intersection(letters.split()):
        padded = b" %b " % word
        lead = _LEADS.get(word)
        at = letters.find(padded)
        while at >= 0:
            if (
                lead is None
                or (lead == 2 and letters[at - 2 : at + 1] in _ARTICLES)  # noqa: PLR2004 - "a "
                or (lead > 2 and b"o " in letters[max(0, at - lead) : at + 1])  # noqa: PLR2004 - "no known "
            ):
                hits.append(at + start)
            at = letters.find(padded, at + 1)
    hits.sort()
    return hits, continental


def read(document: Document) -> Extraction:
    """Return all mentions and periods of a document, in order."""
    from factcheck.extract import periods  # noqa: PLC0415

    mentions: list[Mention] = []
    found: list[Period] = []
    headers: tables.Headers | None = None
    for index, block in enumerate(document.blocks):
        if block.table is not None and headers is None:
            headers = tables.Headers(document)
        for start, end in _pieces(document.text, block.span):
            hits, continental = candidates(document.text, start, end)
            spans = periods.scan(document.text, start, end, document.date)
            found.extend(spans)
            if spans and hits:
                hits = _unmasked(hits, spans)
            if hits:
                if continental:
                    continental = numerals.is_continental(document.text, start, end)
                mentions.extend(
                    _mentions(
                        document,
                        index,
                        (start, end),
                        hits,
                        spans,
                        headers,
                        continental=continental,
                    )
                )
    return Extraction(document.path, tuple(mentions), tuple(found))


def _unmasked(hits: list[int], periods: list[Period]) -> list[int]:
    """Return the candidates outside dates, years and times of day."""
    spans = [
        (period.span.start, period.span.end)
        for period in periods
        if period.kind in _CALENDAR
    ]
    if not spans:
        return hits
    kept: list[int] = []
    at, n = 0, len(spans)
    for hit in hits:
        while at < n and spans[at][1] <= hit:
            at += 1
        if at == n or hit < spans[at][0]:
            kept.append(hit)
    return kept


def _pieces(text: str, span: Span) -> list[tuple[int, int]]:
    if span.end - span.start <= WINDOW:
        return [(span.start, span.end)]
    pieces = []
    start = span.start
    while span.end - start > WINDOW:
        cut = start + WINDOW
        for mark in ("\n", ". ", " "):
            at = text.rfind(mark, start + WINDOW // 2, cut)
            if at > 0:
                cut = at + len(mark)
                break
        pieces.append((start, cut))
        start = cut
    pieces.append((start, span.end))
    return pieces


def _mentions(
    document: Document,
    index: int,
    piece: tuple[int, int],
    hits: list[int],
    periods: list[Period],
    headers: tables.Headers | None,
    *,
    continental: bool,
) -> Iterator[Mention]:
    """Yield the mentions of one piece of a block, stretch by stretch."""
    text, (start, end) = document.text, piece
    block = document.blocks[index]
    titles = headers.of(block) if headers is not None else ()
    at, n = 0, len(hits)
    while at < n:
        first = at
        low = max(start, hits[at] - _BEFORE)
        high = hits[at] + _AFTER
        at += 1
        while at < n and hits[at] - _BEFORE <= high:
            high = hits[at] + _AFTER
            at += 1
        low, high = _snap(text, start, end, low, high)
        tokens = Tokens(text, low, high)
        reader = _Reader(tokens, start, end, continental=continental)
        drafts = reader.read(hits[first:at], periods)
        if headers is not None and titles:
            headers.apply(drafts, titles)
        for draft in drafts:
            yield finish.mention(
                draft, tokens, document=document.path, block=index, headers=titles
            )


def _snap(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """Move the ends of a stretch to white space."""
    if low > start:
        at = text.rfind(" ", max(start, low - 40), low)
        low = at + 1 if at >= 0 else low
    if high >= end:
        return low, end
    at = text.find(" ", high, min(end, high + 40))
    return low, at if at >= 0 else high


class _Reader:
    """Reads the quantities of one stretch of tokens."""

    def __init__(
        self, tokens: Tokens, start: int, limit: int, *, continental: bool
    ) -> None:
        self.tokens = tokens
        self.start = start
        self.limit = limit
        self.continental = continental

    def read(self, hits: list[int], periods: list[Period]) -> list[Draft]:
        tokens = self.tokens
        starts = tokens.starts
        drafts: list[Draft] = []
        consumed = 0
        for hit in hits:
            i = bisect_left(starts, hit, 0, tokens.count)
            if i < consumed or i >= tokens.count:
                continue
            draft = self._one(i)
            if draft is None or draft.first < consumed:
                continue
            if (
                quantities.is_cut(tokens, draft)
                or never.is_tail(tokens, draft.first, consumed)
                or self._masked(draft, periods)
            ):
                continue
            consumed = draft.last
            drafts.append(draft)
        drafts = chains.join(tokens, drafts)
        kept: list[Draft] = []
        named = -1
        for draft in drafts:
            if named > 0 and self._follows(named, draft):
                named = draft.last
                continue
            if self._complete(draft):
                kept.append(draft)
            elif draft.form is not Form.AGE and not draft.words:
                named = draft.last
        self._borrow(kept)
        return kept

    def _follows(self, named: int, draft: Draft) -> bool:
        """Return whether a bare number goes on with a list of names: "Tables 1 and 2"."""
        glued = draft.last == draft.number_last + 1 and tokens_adjacent(
            self.tokens, draft.number_last
        )
        if (
            (draft.unit and not glued)
            or draft.scaled
            or draft.words
            or draft.first - named > 2
        ):
            return False
        if draft.counted is None and draft.form is Form.PLAIN:
            self._count(draft)
        between = self.tokens.lower[named : draft.first]
        return draft.counted is None and all(word in _JOINERS for word in between)

    def _borrow(self, drafts: list[Draft]) -> None:
        """Give a count without a noun the one that it is compared with: "compared with 63"."""
        tokens = self.tokens
        for at in range(1, len(drafts)):
            a, b = drafts[at - 1], drafts[at]
            if (
                b.counted is not None
                or a.counted is None
                or b.unit
                or a.unit
                or b.form is not Form.PLAIN
            ):
                continue
            end = max(a.counted.span.end, tokens.ends[a.last - 1])
            if counted.borrows(tokens.text, end, tokens.starts[b.first]):
                b.counted = replace(a.counted, elided=True)

    def _one(self, i: int) -> Draft | None:
        tokens = self.tokens
        word = tokens.words[i]
        if word[0].isdigit() or word in VULGAR:
            draft = phrases.ratio(tokens, i) or quantities.digits(
                tokens, i, continental=self.continental
            )
        else:
            draft = self._word(i, tokens.lower[i])
        if draft is None:
            return None
        if (
            not draft.unit
            and draft.form is Form.PLAIN
            and not quantities.multiply(tokens, draft)
            and not quantities.magnitude(tokens, draft)
        ):
            self._late_unit(draft)
        self._age(draft)
        return draft

    def _word(self, i: int, lower: str) -> Draft | None:
        tokens = self.tokens
        if lower in ONES or lower in TENS:
            return phrases.ratio(tokens, i) or quantities.spelled(tokens, i)
        if lower in VAGUE:
            return phrases.vague(tokens, i)
        if lower in VAGUE_FACTORS:
            return phrases.few(tokens, i)
        if lower in SCALES or lower == "dozen":
            return quantities.spelled(tokens, i)
        if lower in ARTICLE_UNITS:
            return phrases.article(tokens, i)
        if lower in FRACTIONS:
            return phrases.fraction(tokens, i)
        if lower in MULTIPLES:
            return phrases.multiple(tokens, i)
        for k in (i - 1, i - 2):
            if tokens.lower[k] == "no" and k >= 0:
                return phrases.zero(tokens, k)
        return None

    def _late_unit(self, draft: Draft) -> None:
        """Look for the unit behind "more", "or so", "+": "four more years"."""
        tokens = self.tokens
        j = draft.last
        behind = modifiers.after(tokens, j)
        if behind is not None:
            draft.modifier, draft.modifier_last = behind
            j = behind[1]
        elif tokens.lower[j] in _MIXED_UNITS:
            j += 1
            if tokens.lower[j] in _MIXED_UNITS:
                j += 1
            if not tokens.lower[j].endswith(("s", "feet")):
                return
        elif (
            tokens.words[j].isalpha()
            and tokens.words[j].islower()
            and tokens.lower[j + 1] in _PLAIN_UNITS
            and never.is_attributive(tokens.lower[j])
        ):
            j += 1
        else:
            return
        if draft.value is None:
            return
        numeral = Numeral(
            draft.value,
            draft.step,
            zeros=draft.zeros,
            last=j,
            words=draft.words,
            scaled=draft.scaled,
            point=draft.point,
        )
        found = measures.after(tokens, j, numeral)
        if found is not None:
            quantities.apply(draft, found)

    def _age(self, draft: Draft) -> None:
        """Read "40-year-old", "25 years old", "aged 25"."""
        lower = self.tokens.lower
        j = draft.last
        if draft.dimension == "duration":
            k = j + 1 if lower[j] in ("-", "‑", "‐") else j
            if lower[k] in ("old", "olds"):
                draft.form = Form.AGE
                draft.last = k + 1
            elif lower[j] == "of" and lower[j + 1] == "age":
                draft.form = Form.AGE
                draft.last = j + 2
            return
        if draft.unit or draft.form is not Form.PLAIN or draft.value is None:
            return
        before = lower[draft.first - 1]
        i = draft.first
        if before in ("aged", "age", "ages") and not 0 < draft.value < 130:  # noqa: PLR2004 - no one is older
            return
        if (
            before in ("aged", "ages")
            or (before == "age" and lower[i - 2] != "-")
            or (before == "of" and lower[i - 2] in ("age", "ages"))
        ):
            if draft.value < 130 and not draft.point:  # noqa: PLR2004 - no one is older
                draft.form, draft.unit, draft.dimension = Form.AGE, "year", "duration"
            return
        words = self.tokens.words
        if (
            before in _BEING
            and 3 <= draft.value < 110  # noqa: PLR2004 - no one is older
            and not draft.point
            and draft.first == draft.number_first
            and (lower[i - 2] in _PERSONS or lower[i - 3] in _PERSONS)
            and lower[j] in _AFTER_AGE
        ):
            draft.form, draft.unit, draft.dimension = Form.AGE, "year", "duration"
            return
        if (
            before == ","
            and 1 <= draft.value < 110  # noqa: PLR2004 - no one is older
            and not draft.point
            and not draft.words
            and lower[j] in (",", ".", ")", "who", "from", "of", "and", "")
            and words[i - 2][:1].isupper()
            and words[i - 2].isalpha()
            and words[i - 3][:1].isupper()
            and words[i - 3].isalpha()
            and len(words[i - 2]) > 1
            and lower[j] in (",", "who", "from", "of")
        ):
            draft.form, draft.unit, draft.dimension = Form.AGE, "year", "duration"

    def _masked(self, draft: Draft, periods: list[Period]) -> bool:
        """Return whether a period covers the number: a date, a year, a time of day."""
        tokens = self.tokens
        start, end = (
            tokens.starts[draft.number_first],
            tokens.ends[draft.number_last - 1],
        )
        for period in periods:
            if period.span.start >= end:
                break
            if period.span.end > start:
                if draft.unit and (
                    draft.dimension == "duration" or draft.last > draft.number_last
                ):
                    if period.span.end < tokens.ends[
                        draft.last - 1
                    ] or period.kind not in ("date", "month", "year", "time"):
                        continue
                return True
        return False

    def _complete(self, draft: Draft) -> bool:
        """Add modifier and counted noun; say whether it is a quantity at all."""
        tokens = self.tokens
        if draft.modifier_first == -2:  # noqa: PLR2004 - set by a list
            draft.modifier_first = -1
        bare = (
            draft.form is Form.PLAIN
            and not draft.unit
            and not draft.point
            and not draft.scaled
        )
        if not draft.unit and draft.form in _COUNTING and draft.counted is None:
            self._count(draft)
        if self._is_name(draft, bare=bare):
            return False
        if draft.counted is not None and draft.dimension == "count":
            end = bisect_left(tokens.starts, draft.counted.span.end, 0, tokens.count)
            quantities.add_rate(tokens, draft, end)
        found = modifiers.before(tokens, draft.first)
        if found is not None:
            if draft.modifier is None or found[0].is_bound:
                draft.modifier = found[0]
            draft.modifier_first = found[1]
        if draft.modifier is None:
            self._behind(draft)
        if draft.pair is not None and draft.modifier is None:
            draft.modifier = draft.pair.modifier
        return True

    def _behind(self, draft: Draft) -> None:
        tokens = self.tokens
        behind = modifiers.after(tokens, draft.last)
        if behind is None and draft.counted is not None:
            at = bisect_left(tokens.starts, draft.counted.span.end, 0, tokens.count)
            behind = modifiers.after(tokens, at) if tokens.words[at] != "+" else None
        if behind is not None:
            draft.modifier, draft.modifier_last = behind

    def _count(self, draft: Draft) -> None:
        tokens = self.tokens
        end = tokens.ends[draft.number_last - 1]
        if draft.modifier_last > draft.number_last:
            end = tokens.ends[draft.modifier_last - 1]
        draft.counted = counted.find(
            tokens.text, end, self.limit, one=draft.value == 1 and not draft.scaled
        )

    def _is_name(self, draft: Draft, *, bare: bool) -> bool:
        tokens = self.tokens
        i, j = draft.first, draft.number_last
        noun = draft.counted
        if draft.unit and draft.form is not Form.AGE:
            return (
                never.is_label(tokens, i, bare=False, measured=True) and not draft.words
            )
        if draft.form not in (Form.PLAIN, Form.RANGE, Form.AGE):
            return False
        if draft.form is Form.AGE:
            return False
        if never.is_label(
            tokens, i, bare=bare or draft.form is Form.RANGE, measured=False
        ):
            return True
        following = tokens.words[j]
        if not draft.words:
            if tokens.adjacent(j) and following[:1].isalpha():
                return True
            if (
                following in ("-", "‐", "‑", "−")
                and tokens.adjacent(j)
                and tokens.adjacent(j + 1)
            ):
                tail = tokens.words[j + 1]
                if (
                    noun is None
                    or (tail.isupper() or len(tail) == 1)
                    or following == "−"
                ):
                    return True
            plain = bare and "," not in tokens.words[i]
            if (
                draft.point
                and tokens.starts[i] == self.start
                and never.is_listing(tokens, i, j)
            ):
                return True
            if plain and (
                never.is_code(tokens, i, j)
                or never.is_name(tokens, i, counted=noun is not None)
                or never.is_listing(tokens, i, j)
                or (noun is None and never.is_address(tokens, j))
                or (
                    noun is None
                    and (never.is_year(tokens, i) or never.is_numbered(tokens, i))
                )
                or (
                    tokens.words[j] in ("≤", "<")
                    and tokens.words[j + 1].isalpha()
                    and len(tokens.words[j + 1]) == 1
                )
                or (noun is None and never.is_designation(tokens, i, j))
            ):
                return True
            if (
                noun is None
                and never.is_citation(tokens, i, j)
                and draft.form is not Form.UNCERTAIN
            ):
                return not draft.scaled
        elif draft.value == 1 and noun is None:
            return True
        return False


def tokens_adjacent(tokens: Tokens, j: int) -> bool:
    """Return whether a single letter is glued before token `j + 1`: "4c"."""
    return (
        tokens.adjacent(j) and len(tokens.words[j]) == 1 and tokens.words[j].isalpha()
    )
