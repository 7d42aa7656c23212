# ruff: noqa: RUF001, SIM905 - signs as people type them; word lists
"""Laws that reading quantities keeps on any text."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract import extract, periods
from factcheck.extract.candidates import candidates
from factcheck.model import Block, BlockKind, Document, Extraction, Mention, Span

# Pieces that numbers are made of, so that random text is rich in near misses.
PIECES = st.sampled_from(
    [
        *"0123456789.,-–−+/'\"()[]%$€£×^²½:;~<>±° \n",
        *" one two three ten twenty hundred thousand million bn m k km kg °C in".split(),
        *"a an and or to of per from between half third quarter dozen dozens few".split(),
        *"year years old mile miles dollars cents percent points people at least".split(),
        *"more than about up over no survivors twice fold times e x 10 2 USD US Rs".split(),
        " ",
        "\u00a0",
        "\u2009",
    ]
)
MIXED = st.lists(PIECES | st.text(max_size=3), max_size=40).map("".join)
SPACED = st.lists(PIECES, max_size=30).map(" ".join)
TEXTS = st.text(max_size=200) | MIXED | SPACED

WHEN = st.sampled_from(
    [
        *"January may Sept. MARCH Dec Monday tue Christmas Day New Year's Eve Q3 H1 FY24".split(),
        *"2024 1998 12 5th 09:30 2024-05-06 3/4/2021 last this next early mid late".split(),
        *"year month week quarter half decade century summer winter spring today".split(),
        *"yesterday tomorrow ago days since until between and to the of in first second".split(),
        *"noon midnight o'clock a.m. pm morning night weekend eve fiscal '90s nineties".split(),
        *"-–—,.()’/é".replace(" ", ""),
    ]
)
DATED = st.lists(WHEN, max_size=20).map(" ".join) | st.lists(
    WHEN | st.text(max_size=2), max_size=20
).map("".join)


def read(*paragraphs: str) -> tuple[str, Extraction]:
    text, blocks = "", []
    for paragraph in paragraphs:
        start = len(text)
        text += paragraph
        blocks.append(Block(BlockKind.BODY, Span(start, len(text))))
        text += "\n\n"
    return text, extract(Document("x", text, tuple(blocks)))


@given(TEXTS)
def test_any_text_is_read_and_every_surface_is_the_text_at_its_span(paragraph):
    text, found = read(paragraph)
    for mention in found.mentions:
        assert text[mention.span.start : mention.span.end] == mention.surface
        assert mention.surface.strip() == mention.surface != ""
        assert mention.span.covers(mention.number) or mention.number == mention.span
        assert mention.phrase.covers(mention.span)
        assert not mention.reading.is_empty
        assert not mention.digits.is_empty


@given(TEXTS)
def test_mentions_are_ordered_and_never_overlap(paragraph):
    mentions = read(paragraph)[1].mentions
    for first, second in pairwise(mentions):
        assert first.span.end <= second.span.start


@given(DATED | TEXTS)
def test_periods_are_looked_for_where_digits_begin_and_at_all_names_with_a_capital(
    text,
):
    digits = [
        run.span()
        for run in re.finditer(r"[0-9]\d*", text)
        if not re.search(r"\d[.,]\d*$", text[: run.start()])
    ]
    names = [
        word.span()
        for word in re.finditer("[A-Z][A-Za-z]*", text)
        if not text[word.start() - 1 : word.start()].encode("ascii", "ignore").isalpha()
        and word[0].lower().encode() in periods.NAMES
    ]
    assert candidates(text, 0, len(text))[2].begins == sorted(digits + names)


@given(TEXTS)
def test_a_value_or_both_ends_are_stated(paragraph):
    for mention in read(paragraph)[1].mentions:
        if mention.value is None:
            assert mention.stated_low is not None
            assert mention.stated_high is not None
            assert mention.stated_low <= mention.stated_high
        elif mention.modifier is None:
            assert mention.reading.contains(mention.value)


@given(TEXTS)
def test_pairs_are_mutual_or_point_at_a_mention(paragraph):
    mentions = read(paragraph)[1].mentions
    spans = {mention.span for mention in mentions}
    assert all(mention.pair is None or mention.pair in spans for mention in mentions)


@given(TEXTS, TEXTS)
def test_a_paragraph_added_behind_changes_nothing_before_it(first, second):
    alone = read(first)[1].mentions
    assert read(first, second)[1].mentions[: len(alone)] == alone


VALUES = st.integers(min_value=100, max_value=10**15).filter(lambda n: n % 10)


def only(text: str) -> Mention:
    (mention,) = read(text)[1].mentions
    return mention


@given(VALUES)
@pytest.mark.parametrize(
    "style",
    [
        pytest.param(lambda n: f"{n:,}", id="commas"),
        pytest.param(lambda n: f"{n:,}".replace(",", "\u00a0"), id="no-break spaces"),
        pytest.param(lambda n: f"{n:,}".replace(",", "\u2009"), id="thin spaces"),
    ],
)
def test_a_whole_number_survives_every_style_of_grouping(style, value):
    mention = only(f"The river carried {style(value)} kilograms of sand.")
    assert mention.value == value
    assert mention.unit == "kilogram"


@given(st.integers(min_value=1_000_000, max_value=10**12), st.integers(0, 99))
def test_a_continental_number_survives(whole, part):
    written = f"{whole:,}".replace(",", ".") + f",{part:02d}"
    assert only(f"It cost {written} euros.").value == Decimal(f"{whole}.{part:02d}")


@given(st.decimals(min_value=0, max_value=9999, places=3))
def test_a_decimal_survives_with_either_sign(value):
    assert only(f"It was {value} °C there.").value == value
    if value:
        assert only(f"It was −{value} °C there.").value == -value


ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = [
    (10**12, "trillion"),
    (10**9, "billion"),
    (10**6, "million"),
    (1000, "thousand"),
]


def spell(value: int, *, joint: str = " and ") -> str:
    """Write a number in words."""
    if value < 20:
        return ONES[value]
    if value < 100:
        tens, ones = divmod(value, 10)
        return TENS[tens] + (f"-{ONES[ones]}" if ones else "")
    if value < 1000:
        hundreds, rest = divmod(value, 100)
        return f"{ONES[hundreds]} hundred" + (joint + spell(rest) if rest else "")
    for size, word in SCALES:
        if value >= size:
            count, rest = divmod(value, size)
            between = joint if 0 < rest < 100 else " "
            return f"{spell(count, joint=joint)} {word}" + (
                between + spell(rest, joint=joint) if rest else ""
            )
    raise AssertionError


@given(st.integers(min_value=2, max_value=10**15 - 1))
@pytest.mark.parametrize("joint", [" and ", " "])
def test_number_words_survive(joint, value):
    mention = only(f"They counted {spell(value, joint=joint)} kilograms there.")
    assert mention.value == value
