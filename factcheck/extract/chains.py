# ruff: noqa: PLR0911, PLR2004, RUF001, RUF002 - one way out for each form; signs
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
_ZERO, _TWO, _OFTEN, _THOUSAND = Decimal(0), Decimal(2), Decimal(4), Decimal(1000)


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
    """Join two linked numbers into `a`; see `_range` for what is returned."""
    if a.value is None or b.value is None:
        raise AssertionError
    opened = neighbours.opened(tokens, a)
    rate = _is_rate(tokens, a, b, opened)
    if a.unit and b.unit and a.unit != b.unit and not rate:
        return None
    if a.form is Form.AGE and not b.unit and b.number_last == b.last:
        b.unit, b.dimension = a.unit, a.dimension
    if not _share_unit(tokens, a, b, link):
        return None
    start, end = _start(tokens, a, b, link), _end_of(b)
    low, high = sorted((start.value or _ZERO, b.value))
    if (start.value or _ZERO) >= b.value and (
        low == high or not _is_backwards(tokens, a, b)
    ):
        return False if link == "to" and _is_game(tokens, a, b) else None
    if link == "or" and not (
        _is_one_more(tokens, a) and high - low == 1 and high <= _SMALL
    ):
        return None
    if link == "to" and _is_change(tokens, a, b, low, high):
        return None
    a.ends = (start, end) if start.value == low else (end, start)
    _merge(a, b, start.scaled)
    a.stated = low, high
    return True


def _is_rate(tokens: Tokens, a: Draft, b: Draft, opened: str) -> bool:
    """Return whether the end of a range says for what it is paid: "£50-£100 a head"."""
    return b.unit.startswith(f"{a.unit} / ") and (
        a.money_first
        or (a.unit in units.CURRENCIES and (opened != "" or _is_near(tokens, a, b)))
    )


def _share_unit(tokens: Tokens, a: Draft, b: Draft, link: str) -> bool:
    """Return whether two numbers can be ends of one range by where their units stand."""
    if a.unit and not b.unit:
        if link == "to" and _is_from(tokens, a):
            neighbours.take_unit(a, b)
            return False
        if not (a.money_first or a.unit == "percent" or link == "-"):
            return False
    return a.money_first or not b.money_first


def _is_from(tokens: Tokens, a: Draft) -> bool:
    """Return whether a number is what something changed from."""
    return neighbours.opened(tokens, a) == "from" and neighbours.is_change(tokens, a)


def _start(tokens: Tokens, a: Draft, b: Draft, link: str) -> Draft:
    """Return the first end of a range, in the scale of the last."""
    if a.value is None or b.value is None:
        raise AssertionError
    value, step, scaled = a.value, a.step, a.scaled
    if not a.unit and b.unit and not b.scaled and 0 < b.value < b.mantissa:
        # "Between three and nine cents"
        value, step = value * b.value / b.mantissa, step * b.value / b.mantissa
    if link == "-" and _is_elliptical(tokens, a, b):
        value, step = value * _THOUSAND, step * _THOUSAND
    if b.scaled and not a.scaled and abs(value) < abs(b.mantissa):
        value, step = value.scaleb(b.scaled), step.scaleb(b.scaled)
        scaled = b.scaled
    start = _end_of(a)
    start.value, start.step, start.scaled = value, step, scaled
    start.zeros = a.zeros or scaled > a.scaled
    return start


def _end_of(draft: Draft) -> Draft:
    """Return a number as an end of a range."""
    return Draft(
        draft.first,
        draft.last,
        draft.first,
        draft.last,
        draft.value,
        draft.step,
        zeros=draft.zeros,
        point=draft.point,
        scaled=draft.scaled,
    )


def _is_backwards(tokens: Tokens, a: Draft, b: Draft) -> bool:
    """Return whether a range is told from its upper end: "from 40 km down to 12"."""
    opened = neighbours.opened(tokens, a) == "from" and bool(a.unit or b.unit)
    return opened and not neighbours.is_change(tokens, a)


def _is_game(tokens: Tokens, a: Draft, b: Draft) -> bool:
    """Return whether "won 6 to 4" is a score."""
    bare = not (a.unit or b.unit or a.point or b.point)
    return bare and (b.value or _ZERO) < _SMALL and never.is_score(tokens, a.first)


def _is_one_more(tokens: Tokens, a: Draft) -> bool:
    """Return whether a number in words may be the less of two: "two or three"."""
    hyphen = tokens.words[a.last] in _DASHES
    return a.words and not (a.unit or a.point or hyphen)


def _is_change(tokens: Tokens, a: Draft, b: Draft, low: Decimal, high: Decimal) -> bool:
    """Return whether "from 40 to 50", "by 300 to 4,500" tells a change, and no range."""
    opened = neighbours.opened(tokens, a)
    if _is_from(tokens, a):
        if a.scaled and not (b.unit or a.unit) and b.counted is None:
            neighbours.take_unit(a, b)
        _share_scale(a, b)
        return True
    moves = not opened and tokens.lower[a.first - 1] in CHANGES
    if moves and (a.unit or (not b.unit and not a.words and high > _OFTEN * low)):
        return True
    if not neighbours.is_step(tokens, a):
        return False
    if a.unit == "percent" and not b.unit:
        return True  # "rose by 12 percent to 4,500"
    # "Rose by 300 to 4,500": by how much, and to what
    often = _TWO if a.money_first and b.money_first else _OFTEN
    return not opened and a.dimension != "ratio" and high > often * low


def _merge(a: Draft, b: Draft, scaled: int) -> None:
    """Make one range of two numbers, with what is known of either."""
    a.value = None
    if b.unit:
        a.unit, a.dimension, a.unit_last = b.unit, b.dimension, b.last
    a.last = b.last
    a.form = Form.AGE if Form.AGE in (a.form, b.form) else Form.RANGE
    a.number_last = b.number_last
    a.scaled = max(scaled, b.scaled)
    a.point = a.point or b.point
    a.counted = b.counted
    if b.form is Form.MULTIPLE:
        a.dimension = b.dimension
