# ruff: noqa: C901, PLR0911, PLR0912, PLR2004, RUF001, RUF002 - one way out for each form; signs
"""Numbers side by side: ranges, lists, ±, values in two units, conversions."""

from __future__ import annotations

from decimal import Decimal

from factcheck import units
from factcheck.extract import compound, counted, neighbours, never
from factcheck.extract.drafts import Draft
from factcheck.extract.lexicon import CHANGES
from factcheck.language import lexicon as language
from factcheck.language.tokens import Tokens
from factcheck.model import Form

_DASHES = frozenset("-–—‐‑−~∼")
_SMALL = 20
_WICKETS = 10
_BASES = frozenset(Decimal(10) ** n for n in range(2, 7))
_JOINABLE = frozenset({Form.PLAIN, Form.AGE, Form.MULTIPLE})
_TEN_OR_MORE = Decimal(10)
_TWO = Decimal(2)


def join(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with ranges, ± and values in two units made one, in order."""
    out = drafts[:1]
    for draft in drafts[1:]:
        last = out[-1]
        if last.last > draft.first:
            continue
        if draft.first - last.last > 4:
            out.append(draft)
            continue
        if (
            compound.add(tokens, last, draft)
            or _uncertain(tokens, last, draft)
            or _based(tokens, last, draft)
            or (last.form is Form.UNCERTAIN and _powered(tokens, last, draft))
        ):
            continue
        verdict = _range(tokens, last, draft)
        if verdict is None:
            out.append(draft)
        elif not verdict:
            # A score, a telephone number, a code: none of it is a quantity.
            out.pop()
            draft.value = None
            draft.stated = None
            draft.form = Form.RANGE
            out.append(draft)
    kept = [d for d in out if d.value is not None or d.stated is not None]
    neighbours.share(tokens, kept)
    return kept


def _uncertain(tokens: Tokens, a: Draft, b: Draft) -> bool:
    """Read 10 ± 2."""
    between = tokens.lower[a.last : b.first]
    if between not in (["±"], ["+", "/", "-"], ["+", "-"], ["+", "/", "−"], ["∓"]):
        return False
    if a.value is None or b.value is None or (a.unit and b.unit and a.unit != b.unit):
        return False
    if not a.unit:
        a.unit, a.dimension = b.unit, b.dimension
    if a.unit == "percent" and not b.unit:
        b.unit = a.unit
    if b.scaled and not a.scaled:
        a.value = a.value.scaleb(b.scaled)
    a.form = Form.UNCERTAIN
    half = abs(b.value)
    a.stated = a.value - half, a.value + half
    a.last = a.unit_last = b.last
    a.number_last = b.number_last
    return True


def _powered(tokens: Tokens, a: Draft, b: Draft) -> bool:
    """Multiply "(1.67 ± 0.02)" by the power of ten behind it: "× 10−27 kg"."""
    if (
        a.unit
        or a.value is None
        or a.stated is None
        or not b.value
        or b.form is not Form.PLAIN
        or tokens.lower[a.last : b.first] not in ([")", "×"], [")", "x"], [")", "·"])
        or tokens.words[b.number_first] != "10"
        or b.number_last == b.number_first + 1
    ):
        return False
    a.stated = a.stated[0] * b.value, a.stated[1] * b.value
    a.value, a.step = a.value * b.value, a.step * b.value
    a.unit, a.dimension = b.unit, b.dimension
    a.last, a.unit_last, a.number_last = b.last, b.unit_last, b.number_last
    return True


def _based(tokens: Tokens, a: Draft, b: Draft) -> bool:
    """Read "12 per 100,000", "3 for every 10" as a share of its base."""
    between = tokens.lower[a.last : b.first]
    noun = None
    if (
        1 < len(between) < 5
        and between[-1] == "per"
        and between[0].isalpha()
        and b.value in _BASES
    ):
        # "4.5 cases per 100,000 people"
        noun = counted.find(
            tokens.text, tokens.ends[a.number_last - 1], tokens.starts[b.first]
        )
        if noun is not None:
            between = between[-1:]
    if between not in (
        ["per"],
        ["for", "every"],
        ["in", "every"],
        ["out", "of", "every"],
    ):
        return False
    if (
        a.unit
        or b.unit
        or not a.value
        or not b.value
        or a.form is not Form.PLAIN
        or b.form is not Form.PLAIN
    ):
        return False
    if b.value < (_TEN_OR_MORE if between == ["per"] else _TWO):
        return False
    a.form, a.dimension, a.base = Form.RATIO, "ratio", b.value
    a.value /= b.value
    a.step /= b.value
    a.counted = noun
    a.last = a.number_last = b.last
    return True


def _range(tokens: Tokens, a: Draft, b: Draft) -> bool | None:
    """Join a range into `a` and say True; None where the two stand apart, False for no quantity."""
    lower = tokens.lower
    between = lower[a.last : b.first]
    if a.form is Form.RANGE and a.stated is None and between and between[0] in _DASHES:
        return False
    if _is_innings(tokens, a, b, between):
        return False
    if (
        a.form is not Form.PLAIN
        and a.form is not Form.AGE
        and a.form is not Form.FRACTION
    ):
        return None
    if b.form not in _JOINABLE or a.value is None or b.value is None:
        return None
    if a.form is Form.FRACTION and a.words and not b.words:
        return None  # "fell by a third to 40"
    link = _link(tokens, a, b, between)
    if link is None:
        return None
    if link == "-" and a.words != b.words and tokens.words[b.first][0].isupper():
        # "A 7-Eleven" is a shop.
        return False
    if link == "-" and not _hyphen_range(tokens, a, b):
        return False if not (a.unit or b.unit) else None
    return _joined(tokens, a, b, link)


def _link(tokens: Tokens, a: Draft, b: Draft, between: list[str]) -> str | None:
    """Return what links two numbers: "-", "to", "and", "or", or None."""
    if len(between) == 1 and between[0] in _DASHES:
        gap_a = tokens.starts[a.last] - tokens.ends[a.last - 1]
        gap_b = tokens.starts[b.first] - tokens.ends[a.last]
        if gap_a != gap_b and gap_a + gap_b > 1:
            return None
        if gap_a and between[0] == "—" and not (a.unit == "" and b.unit):
            return None
        if gap_a and between[0] in "−∼~":
            # "3.3 - 4.6 AU" with a minus is a range where only its end has the unit.
            spaced = a.point and b.point and b.unit and not a.unit
            return "-" if spaced and between[0] == "−" else None
        return "-"
    words = [word for word in between if word not in ("-", "–")]
    if len(words) != 1 or len(between) > 3:
        # "between 5 and about 10"
        if (
            len(words) == 2
            and words[0] in ("to", "and")
            and words[1]
            in (
                "about",
                "around",
                "nearly",
                "almost",
                "over",
                "roughly",
                "some",
                "maybe",
                "perhaps",
            )
        ):
            return (
                words[0]
                if words[0] == "to" or neighbours.opened(tokens, a) == "between"
                else None
            )
        return None
    word = words[0]
    if word in ("to", "through", "until"):
        return "to"
    if word == "and":
        in_range = tokens.lower[max(0, a.first - 2) : a.first] == ["range", "of"]
        return "and" if in_range or neighbours.opened(tokens, a) == "between" else None
    if word == "or":
        return "or"
    return None


def _hyphen_range(tokens: Tokens, a: Draft, b: Draft) -> bool:
    """Return whether A-B is a range, not a score, a code or a telephone number."""
    if a.value is None or b.value is None:
        raise AssertionError
    text = tokens.words[b.number_last]
    if (
        text in _DASHES
        and tokens.adjacent(b.number_last)
        and tokens.words[b.number_last + 1][:1].isdigit()
    ):
        return False
    if a.unit or b.unit:
        return True
    if a.scaled or b.scaled or a.point or b.point:
        return a.value < b.value or a.scaled != b.scaled
    if _is_manual(tokens, a, b):
        return False
    first, second = tokens.words[a.first], tokens.words[b.first]
    if a.value >= b.value:
        return False
    if (len(first) == 3 and len(second) == 4) or (first[0] == "0" and len(first) > 1):
        return False
    if b.value < _SMALL and never.is_score(tokens, a.first):
        return False
    return not (
        first.isdigit()
        and len(first) == 4
        and len(second) in (2, 4)
        and 1500 <= a.value <= 2100
    )


def _is_manual(tokens: Tokens, a: Draft, b: Draft) -> bool:
    """Return whether capitals make a code of the numbers: "FM 12-305 says"."""
    words, head = tokens.words, tokens.words[a.first - 1]
    behind = tokens.lower[b.last]
    return (
        a.first > 0
        and head.isalpha()
        and head.isupper()
        and 1 < len(head) < 5
        and tokens.starts[a.first] - tokens.ends[a.first - 1] == 1
        and tokens.adjacent(b.first)
        and words[a.first].isdigit()
        and (not behind.isalpha() or behind in language.FUNCTION_WORDS)
    )


def _is_innings(tokens: Tokens, a: Draft, b: Draft, between: list[str]) -> bool:
    """Return whether "3 for 89" is a score, "two-for-one" a manner: no numbers of things."""
    if (
        between not in (["for"], ["-", "for", "-"])
        or a.value is None
        or b.value is None
    ):
        return False
    if a.unit or b.unit or a.scaled or b.scaled or a.point or b.point:
        return False
    if a.form is not Form.PLAIN or b.form is not Form.PLAIN:
        return False
    if len(between) > 1:
        return tokens.adjacent(a.last) and tokens.adjacent(b.first)
    behind = tokens.lower[b.last]
    return (
        a.value <= _WICKETS
        and not b.words
        and behind not in _DASHES
        and (not behind.isalnum() or behind in language.FUNCTION_WORDS)
    )


def _share_scale(a: Draft, b: Draft) -> None:
    """Give the start of a change the scale of its end: "from 8 to 9.7 billion"."""
    if (
        b.scaled
        and not a.scaled
        and a.value
        and b.mantissa / 20 <= a.value <= b.mantissa * 20
        and a.value < 1000
    ):
        a.value, a.step = a.value.scaleb(b.scaled), a.step.scaleb(b.scaled)
        a.scaled = b.scaled


def _is_near(tokens: Tokens, a: Draft, b: Draft) -> bool:
    """Return whether "16 dollars to 17 dollars a share" can be a range, no change."""
    before = tokens.lower[a.first - 1]
    return (
        a.value is not None
        and b.value is not None
        and a.value < b.value < 5 * a.value
        and before not in CHANGES
        and before not in ("by", "up", "down")
    )


def _is_elliptical(tokens: Tokens, a: Draft, b: Draft) -> bool:
    """Return whether thousands are said once: "12-15,000 storks"."""
    first, second = tokens.words[a.number_last - 1], tokens.words[b.number_last - 1]
    head, comma, tail = second.partition(",")
    return (
        comma == ","
        and tail == "000"
        and first.isdigit()
        and not (a.scaled or b.scaled or a.unit)
        and int(first) < int(head)
    )


def _joined(tokens: Tokens, a: Draft, b: Draft, link: str) -> bool | None:
    if a.value is None or b.value is None:
        raise AssertionError
    # "£50-£100 a head"
    opened = neighbours.opened(tokens, a)
    rate = b.unit.startswith(f"{a.unit} / ") and (
        a.money_first
        or (a.unit in units.CURRENCIES and (opened != "" or _is_near(tokens, a, b)))
    )
    if a.unit and b.unit and a.unit != b.unit and not rate:
        return None
    if a.form is Form.AGE and not b.unit and b.number_last == b.last:
        b.unit, b.dimension = a.unit, a.dimension
    if (
        a.unit
        and not b.unit
        and link == "to"
        and opened == "from"
        and neighbours.is_change(tokens, a)
    ):
        neighbours.take_unit(a, b)
        return None
    if (
        a.unit
        and not b.unit
        and not (a.money_first or a.unit == "percent" or link == "-")
    ):
        return None
    if a.money_first != b.money_first and b.money_first:
        return None
    low, high = a.value, b.value
    step = a.step
    scaled = a.scaled
    if not a.unit and b.unit and not b.scaled and 0 < b.value < b.mantissa:
        # "Between three and nine cents"
        low, step = low * b.value / b.mantissa, step * b.value / b.mantissa
    if link == "-" and _is_elliptical(tokens, a, b):
        low, step = low * 1000, step * 1000
    if b.scaled and not a.scaled and abs(low) < abs(b.mantissa):
        low, step, scaled = low.scaleb(b.scaled), step.scaleb(b.scaled), b.scaled
    backwards = low > high
    if low >= high:
        if (
            not (
                opened == "from"
                and (a.unit or b.unit)
                and not neighbours.is_change(tokens, a)
            )
            or low == high
        ):
            return (
                False
                if link == "to"
                and not (a.unit or b.unit)
                and never.is_score(tokens, a.first)
                and high < _SMALL
                and not (a.point or b.point)
                else None
            )
        low, high = high, low
    if link == "or" and not (
        high - low == 1
        and high <= _SMALL
        and not a.unit
        and not a.point
        and a.words
        and tokens.words[a.last] not in _DASHES
    ):
        return None
    if link == "to":
        if opened == "from" and neighbours.is_change(tokens, a):
            if a.scaled and not (b.unit or a.unit) and b.counted is None:
                neighbours.take_unit(a, b)
            _share_scale(a, b)
            return None
        if not opened and a.unit and tokens.lower[a.first - 1] in CHANGES:
            return None
        if a.unit == "percent" and not b.unit and neighbours.is_step(tokens, a):
            return None  # "rose by 12 percent to 4,500"
        if (
            not opened
            and a.dimension != "ratio"
            and high > (2 if a.money_first and b.money_first else 4) * low
            and neighbours.is_step(tokens, a)
        ):
            return None  # "rose by 300 to 4,500": by how much, and to what
        if (
            not opened
            and not b.unit
            and not a.words
            and tokens.lower[a.first - 1] in CHANGES
            and high > 4 * low
        ):
            return None
    ends = (
        Draft(
            a.first,
            a.last,
            a.first,
            a.last,
            high if backwards else low,
            step,
            zeros=a.zeros or scaled > a.scaled,
            point=a.point,
            scaled=scaled,
        ),
        Draft(
            b.first,
            b.last,
            b.first,
            b.last,
            low if backwards else high,
            b.step,
            zeros=b.zeros,
            point=b.point,
            scaled=b.scaled,
        ),
    )
    a.ends = (ends[1], ends[0]) if backwards else ends
    a.stated = low, high
    a.value = None
    if b.unit:
        a.unit, a.dimension = b.unit, b.dimension
        a.last = a.unit_last = b.last
    else:
        a.last = b.last
    a.form = Form.AGE if Form.AGE in (a.form, b.form) else Form.RANGE
    a.number_last = b.number_last
    a.scaled = max(scaled, b.scaled)
    a.point = a.point or b.point
    a.counted = b.counted
    if b.form is Form.MULTIPLE:
        a.dimension = b.dimension
    return True
