# ruff: noqa: C901, PLR0911, PLR0912, PLR2004, RUF001 - one way out for each form; signs
"""The quantities of one stretch of tokens: parsed, joined, named, counted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from factcheck.extract import (
    ages,
    chains,
    counted,
    fractions,
    measures,
    modifiers,
    never,
    nominal,
    phrases,
    quantities,
    spelled,
)
from factcheck.extract.drafts import Draft
from factcheck.extract.lexicon import (
    ARTICLE_UNITS,
    CHANGES,
    FRACTIONS,
    MULTIPLES,
    ONES,
    SCALES,
    TENS,
    VAGUE,
    VAGUE_FACTORS,
    VULGAR,
)
from factcheck.extract.numerals import Numeral
from factcheck.language.data import word_set
from factcheck.language.tokens import Tokens
from factcheck.model import Form, Modifier, Period

# Plural units that an adjective may stand before: "517 rushing yards".
_PLAIN_UNITS = word_set(
    """
    miles kilometres kilometers metres meters yards feet hours minutes days weeks
    months years acres hectares litres liters gallons tonnes tons barrels
    """
)
_FINITE = word_set(
    "will would were was are have had has can could may might must shall should"
)
_JOINERS = word_set(
    """
    , and or & to - – und oder bis et ou à
    """
)
# What opens no English noun: "Ansprüche 4 bis 6 mit", "revendications 3 ou 5".
_FOREIGN = word_set(
    "mit und oder bis von bei der die das des du ist sind ou et est sont à dans selon"
)
_COUNTING = frozenset({Form.PLAIN, Form.VAGUE, Form.RANGE, Form.RATIO, Form.FRACTION})
_MIXED_UNITS = word_set(
    """
    more additional further extra full consecutive straight whole long short
    successive other previous past last solid good calendar working business
    and-a-half
    """
)


class Reader:
    """Reads the quantities of one stretch of tokens."""

    def __init__(
        self,
        tokens: Tokens,
        start: int,
        limit: int,
        *,
        continental: bool,
        cell: bool = False,
    ) -> None:
        self.tokens = tokens
        self.start = start
        self.limit = limit
        self.continental = continental
        self.cell = cell
        self.period_ends: list[int] = []

    def read(self, hits: list[int], periods: list[Period]) -> list[Draft]:
        """Return the finished drafts of the candidates at `hits`, in order."""
        tokens = self.tokens
        starts = tokens.starts
        self.period_ends = [period.span.end for period in periods]
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
                (draft.unit and quantities.is_cut(tokens, draft))
                or never.is_tail(tokens, draft.first, consumed)
                or (periods and self._masked(draft, periods))
            ):
                continue
            consumed = draft.last
            drafts.append(draft)
        if not drafts:
            return []
        drafts = chains.join(tokens, drafts)
        kept: list[Draft] = []
        named = -1
        many = False
        for draft in drafts:
            if named > 0 and self._follows(named, draft, many=many):
                named = draft.last
                continue
            if self._complete(draft, kept[-1] if kept else None):
                kept.append(draft)
            elif draft.form is not Form.AGE and not draft.words:
                named = draft.last
                label = tokens.lower[draft.first - 1]
                many = label.endswith("s") or label == "."
        self._borrow(kept)
        return kept

    def _follows(self, named: int, draft: Draft, *, many: bool) -> bool:
        """Return whether a bare number goes on with a list of names: "Tables 1 and 2"."""
        glued = draft.last == draft.number_last + 1 and _is_lettered(
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
        if _is_lettered(self.tokens, named):
            # "Figures 3I and 3J"
            named += 1
        lower = self.tokens.lower
        between = lower[named : draft.first]
        # "with block 2 and 150 will go": of a list, the label would be in the plural.
        if lower[draft.last] in _FINITE and not many:
            return False
        return draft.counted is None and all(word in _JOINERS for word in between)

    def _borrow(self, drafts: list[Draft]) -> None:
        """Give a count without a noun the one that it is compared with: "compared with 63"."""
        tokens = self.tokens
        points: Draft | None = None
        for at in range(1, len(drafts)):
            a, b = drafts[at - 1], drafts[at]
            if a.counted is not None and a.counted.lemma == "point" and a.point:
                points = a
            if (
                points is not None
                and points.counted is not None
                and b.counted is None
                and b.point
                and not b.unit
                and b.form is Form.PLAIN
                and tokens.lower[b.first - 1] in ("to", "at")
                and "." not in tokens.words[points.last : b.first]
            ):
                # An index of shares: "closed at 1,463.87 points, ... climbed to 1,333.18".
                b.counted = replace(points.counted, elided=True)
                continue
            if (
                a.counted is None
                and b.counted is not None
                and not (a.unit or b.unit)
                and a.form is b.form is Form.PLAIN
                and counted.lends(
                    tokens.text, tokens.ends[a.last - 1], tokens.starts[b.first]
                )
            ):
                a.counted = replace(b.counted, elided=True)
                continue
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
            draft = fractions.ratio(tokens, i) or quantities.digits(
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
        ages.apply(tokens, draft, self.limit)
        return draft

    def _word(self, i: int, lower: str) -> Draft | None:
        tokens = self.tokens
        if lower in ONES or lower in TENS:
            draft = fractions.ratio(tokens, i) or spelled.spelled(tokens, i)
            if (
                draft is not None
                and lower == "zero"
                and tokens.lower[i - 1] == "absolute"
            ):
                draft.unit, draft.dimension = "kelvin", "temperature"
            return draft
        if lower in VAGUE:
            return phrases.vague(tokens, i)
        if lower in VAGUE_FACTORS:
            return phrases.few(tokens, i)
        if lower in SCALES or lower == "dozen":
            return spelled.spelled(tokens, i)
        if lower in ARTICLE_UNITS:
            return phrases.article(tokens, i)
        if lower in FRACTIONS:
            return fractions.fraction(tokens, i)
        if lower in MULTIPLES:
            return fractions.multiple(tokens, i)
        if lower == "none":
            return phrases.none(tokens, i)
        for k in (i - 1, i - 2):
            if tokens.lower[k] == "no" and k >= 0:
                return phrases.zero(tokens, k)
        return None

    def _late_unit(self, draft: Draft) -> None:
        """Look for the unit behind "more", "or so", "+": "four more years"."""
        tokens = self.tokens
        j = draft.last
        behind = (
            modifiers.after(tokens, j) if tokens.lower[j] in modifiers.BEHIND else None
        )
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
            tokens.lower[j + 1] in _PLAIN_UNITS
            and tokens.words[j].isalpha()
            and tokens.words[j].islower()
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

    def _masked(self, draft: Draft, periods: list[Period]) -> bool:
        """Return whether a period covers the number: a date, a year, a time of day."""
        tokens = self.tokens
        start, end = (
            tokens.starts[draft.number_first],
            tokens.ends[draft.number_last - 1],
        )
        for at in range(bisect_right(self.period_ends, start), len(periods)):
            period = periods[at]
            if period.span.start >= end:
                # "6 or 7 p.m."
                return (
                    period.kind == "time"
                    and not draft.unit
                    and tokens.text[end : period.span.start] in (" ", " or ", " and ")
                )
            if period.span.end > start:
                if (
                    draft.unit
                    and (
                        draft.dimension == "duration" or draft.last > draft.number_last
                    )
                    and (
                        period.span.end < tokens.ends[draft.last - 1]
                        or period.kind not in ("date", "month", "year", "time")
                    )
                ):
                    continue
                return True
        return False

    def _complete(self, draft: Draft, before: Draft | None) -> bool:
        """Add modifier and counted noun; say whether it is a quantity at all."""
        tokens = self.tokens
        if draft.modifier_first == -2:
            draft.modifier_first = -1
        bare = (
            draft.form is Form.PLAIN
            and not draft.unit
            and not draft.point
            and not draft.scaled
        )
        if (
            not draft.unit
            and draft.form in _COUNTING
            and draft.counted is None
            # "a 20-40 fold increase"
            and tokens.lower[draft.last - 1] != "fold"
        ):
            self._count(draft)
        if nominal.is_nominal(
            tokens, draft, bare=bare, start=self.start, cell=self.cell
        ) and not (bare and before is not None and self._is_gapped(draft, before)):
            return False
        if draft.counted is not None and draft.dimension == "count":
            end = bisect_left(tokens.starts, draft.counted.span.end, 0, tokens.count)
            quantities.add_rate(tokens, draft, end)
        elif (
            not draft.unit
            and draft.form is Form.PLAIN
            and tokens.lower[draft.last] == "per"
        ):
            quantities.add_rate(tokens, draft, draft.last)
        at = draft.first
        if draft.form is Form.AGE and tokens.lower[at - 3 : at] == ["the", "age", "of"]:
            at -= 3
        found = modifiers.before(tokens, at)
        if found is not None and self._is_during(draft, found[1], before):
            found = None
        if found is not None and modifiers.is_difference(tokens, found[1], at, before):
            if tokens.lower[draft.first] in ("a", "an"):
                return False  # "€26 more than a year ago": when, not how long
            found = None
        if (
            found is not None
            and found[0] is Modifier.UP_TO
            and modifiers.is_rise(tokens, found[1], draft)
        ):
            found = None
        if found is not None:
            if draft.modifier is None or found[0].is_bound:
                draft.modifier = found[0]
            draft.modifier_first = found[1]
        if draft.modifier is None:
            self._behind(draft)
        if draft.pair is not None and draft.modifier is None:
            draft.modifier = draft.pair.modifier
        if draft.leader is not None and draft.modifier is None and found is None:
            draft.modifier = draft.leader.modifier
        return True

    def _is_gapped(self, draft: Draft, before: Draft) -> bool:
        """Return whether a number shares verb and noun with the one before: "Selk 38"."""
        tokens = self.tokens
        if draft.counted is not None or not (before.counted or before.unit):
            return False
        start, end = tokens.starts[draft.first], tokens.ends[draft.last - 1]
        gapped = counted.gapped(
            tokens.text,
            tokens.starts[before.first],
            tokens.ends[before.last - 1],
            start,
            end,
        )
        if gapped and before.counted is not None:
            draft.counted = replace(before.counted, elided=True)
        return gapped

    def _is_during(self, draft: Draft, at: int, before: Draft | None) -> bool:
        """Return whether "over" says how long: "$2 trillion over a decade", "rose over a year"."""
        lower = self.tokens.lower
        if draft.dimension != "duration" or lower[at] != "over":
            return False
        return lower[at - 1] in CHANGES or (
            before is not None and before.last == at and before.dimension != "duration"
        )

    def _behind(self, draft: Draft) -> None:
        tokens = self.tokens
        behind = None
        if tokens.lower[draft.last] in modifiers.BEHIND:
            behind = modifiers.after(tokens, draft.last)
        if behind is None and draft.counted is not None:
            at = bisect_left(tokens.starts, draft.counted.span.end, 0, tokens.count)
            if tokens.words[at] != "+" and tokens.lower[at] in modifiers.BEHIND:
                behind = modifiers.after(tokens, at)
        if behind is not None:
            draft.modifier, draft.modifier_last = behind

    def _count(self, draft: Draft) -> None:
        tokens = self.tokens
        if tokens.lower[draft.last] in _FOREIGN:
            return
        end = tokens.ends[draft.number_last - 1]
        if draft.modifier_last > draft.number_last:
            end = tokens.ends[draft.modifier_last - 1]
        draft.counted = counted.find(
            tokens.text, end, self.limit, one=draft.value == 1 and not draft.scaled
        )


def _is_lettered(tokens: Tokens, j: int) -> bool:
    """Return whether a single letter is glued before token `j + 1`: "4c"."""
    return (
        tokens.adjacent(j) and len(tokens.words[j]) == 1 and tokens.words[j].isalpha()
    )
