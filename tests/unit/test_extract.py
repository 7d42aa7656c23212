# ruff: noqa: RUF001 - signs as people type them
"""Reading quantities: windows, tables, engines, long inputs, and what the corpus cannot say."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck import documents
from factcheck.errors import UsageError
from factcheck.extract import ENGINES, extract, readings, scanner, tables
from factcheck.language.tokens import Tokens
from factcheck.model import (
    Block,
    BlockKind,
    Document,
    Form,
    Interval,
    Mention,
    Modifier,
    Span,
)
from tests.linear import linear


def one_block(text: str) -> Document:
    return Document("x", text, (Block(BlockKind.BODY, Span(0, len(text))),))


def mentions(text: str) -> tuple[Mention, ...]:
    return extract(documents.parse(text, name="x.txt")).mentions


def only(text: str) -> Mention:
    (mention,) = mentions(text)
    return mention


SENTENCES = [
    "The ferry carried 412 passengers and 36 cars across the bay on Sunday morning. ",
    "It takes about three hours, or 180 minutes, and costs $12.50 a person. ",
    "The crew of 14 walked out for a second day over pay and hours at sea. ",
]


@pytest.mark.untraced
def test_a_long_block_gives_the_same_mentions_as_its_paragraphs():
    text = "".join(SENTENCES) * 2000
    assert len(text) > scanner.WINDOW
    whole = [(m.span, m.value, m.unit) for m in extract(one_block(text)).mentions]
    blocks, at = [], 0
    for sentence in SENTENCES * 2000:
        blocks.append(Block(BlockKind.BODY, Span(at, at + len(sentence) - 1)))
        at += len(sentence)
    parts = extract(Document("x", text, tuple(blocks))).mentions
    assert whole == [(m.span, m.value, m.unit) for m in parts]


def test_a_long_block_without_any_space_is_cut_somewhere():
    text = "(" * (scanner.WINDOW + 10)
    assert extract(one_block(text)).mentions == ()


@pytest.mark.untraced
@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        pytest.param(piece, id=piece.strip())
        for piece in (
            "1,",
            "a ",
            "(",
            "1",
            "one and ",
            "1 to ",
            "half a ",
            "5 km (",
            "1-",
        )
    ],
)
def test_a_text_four_times_as_long_takes_about_four_times_as_long(piece):
    small, large = (
        one_block((piece * (n // len(piece) + 1))[:n]) for n in (50_000, 200_000)
    )
    assert linear(extract, small, large)


@pytest.mark.parametrize(
    "number",
    [
        pytest.param("1" * 5000, id="5,000 digits"),
        pytest.param("1" + ",000" * 2000, id="2,000 groups"),
        pytest.param("1e999", id="a power beyond all use"),
        pytest.param("1e-999", id="a power below all use"),
        pytest.param("10^4000", id="a bare power"),
        pytest.param("." + "1" * 5000, id="5,000 decimals"),
    ],
)
def test_a_number_beyond_all_use_is_no_quantity(number):
    assert [m.surface for m in mentions(f"It is {number} in all and 5 km more.")] == [
        "5 km"
    ]


def test_ten_to_the_four_hundredth_is_read():
    assert only("There are 10^400 of them.").value == Decimal("1e400")


def test_an_unknown_engine_is_named_with_the_nearest():
    with pytest.raises(UsageError, match="did you mean 'native'"):
        extract(one_block(""), engine="nativ")


def test_quantulum3_is_behind_the_same_interface():
    assert set(ENGINES) == {"native", "quantulum3"}
    document = documents.parse(
        "The trench is 5 km long and cost $3.5 million.\n\nIt moves 3 to 4 miles per hour.\n\n(",
        name="x.txt",
    )
    found = extract(document, engine="quantulum3").mentions
    assert [(m.surface, m.unit) for m in found][:2] == [
        ("5 km", "kilometer"),
        ("$3.5 million", "USD"),
    ]
    assert found[2].form is Form.RANGE
    assert (found[2].stated_low, found[2].stated_high) == (Decimal(3), Decimal(4))
    assert found[2].unit == "mile / hour"


TABLE = """\
| Port | Quay (km) | Cargo in millions | Income (€m) | Share | Cost, US$ thousand | Since |
|---|---|---|---|---|---|---|
| Orla | 1.2 | 30 | 4.5 | 12% | 75 | 1998 |
| Veen (%) | 8 | 12 | 7–9 | 7 | $80 | 2003 |
"""


def test_headers_give_cells_their_unit_and_scale():
    found = extract(documents.parse(TABLE, name="x.md")).mentions
    assert [(m.surface, m.value, m.unit) for m in found if "Orla" in m.headers] == [
        ("1.2", Decimal("1.2"), "kilometer"),
        ("30", 30_000_000, ""),
        ("4.5", 4_500_000, "EUR"),
        ("12%", 12, "percent"),
        ("75", 75_000, "USD"),
    ]
    second = {m.surface: m for m in found if "Veen (%)" in m.headers}
    assert second["7–9"].stated_high == 9_000_000
    assert second["7"].unit == "percent"
    assert second["8"].headers == ("Veen (%)", "Quay (km)")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        pytest.param("Length (km)", tables.Scale("kilometer"), id="unit"),
        pytest.param("in millions", tables.Scale("", 6), id="scale"),
        pytest.param("Revenue, in millions", tables.Scale("", 6), id="after a comma"),
        pytest.param("Sales ($bn)", tables.Scale("USD", 9), id="sign and suffix"),
        pytest.param("Sales (€ million)", tables.Scale("EUR", 6), id="sign and word"),
        pytest.param("Sales (US$)", tables.Scale("USD"), id="country and sign"),
        pytest.param("Staff ('000)", tables.Scale("", 3), id="apostrophe"),
        pytest.param("%", tables.Scale("percent"), id="percent"),
        pytest.param("Weight (thousand tonnes)", tables.Scale("tonne", 3), id="both"),
        pytest.param("Depth in metres", tables.Scale("meter"), id="in"),
        pytest.param("Name", None, id="a word"),
        pytest.param("", None, id="nothing"),
        pytest.param("Notes (see below)", None, id="a remark"),
    ],
)
def test_a_header_states_a_unit_or_a_scale(header, expected):
    assert tables.scale_of(header) == expected


ABOUT_100 = Interval(Decimal(90), Decimal(110))


@pytest.mark.parametrize(
    ("modifier", "expected"),
    [
        pytest.param(Modifier.ABOUT, ABOUT_100, id="about"),
        pytest.param(Modifier.NEARLY, Interval(Decimal(90), Decimal(100)), id="nearly"),
        pytest.param(
            Modifier.JUST_OVER, Interval(Decimal(100), Decimal(110)), id="just over"
        ),
        pytest.param(Modifier.AT_LEAST, Interval(Decimal(100), None), id="at least"),
        pytest.param(
            Modifier.MORE_THAN,
            Interval(Decimal(100), None, low_open=True),
            id="more than",
        ),
        pytest.param(Modifier.UP_TO, Interval(Decimal(0), Decimal(100)), id="up to"),
        pytest.param(
            Modifier.LESS_THAN,
            Interval(Decimal(0), Decimal(100), high_open=True),
            id="less than",
        ),
        pytest.param(None, Interval.point(Decimal(100)), id="none"),
    ],
)
def test_a_modifier_makes_a_reading_of_a_number(modifier, expected):
    hundred = Decimal(100)
    plain = Interval.point(hundred)
    assert readings.with_modifier(plain, hundred, hundred, modifier) == expected


def test_bounds_of_negative_numbers_have_no_floor_at_zero():
    low = Decimal(-5)
    plain = Interval.point(low)
    assert readings.with_modifier(plain, low, low, Modifier.UP_TO) == Interval(
        None, low
    )
    assert readings.with_modifier(plain, low, low, Modifier.NEARLY) == Interval(
        Decimal("-5.5"), low
    )
    zero = Decimal(0)
    below = readings.with_modifier(plain, zero, zero, Modifier.LESS_THAN)
    assert below == Interval(None, zero, high_open=True)


def test_a_pair_reads_its_digits_more_narrowly():
    first, second = mentions("The road is 1,000 miles (1,600 km) long.")
    assert first.pair == second.span
    assert second.pair == first.span
    assert first.digits == Interval(Decimal(970), Decimal(1030))
    assert first.reading == Interval(Decimal(950), Decimal(1050))


def test_a_phrase_runs_from_the_modifier_to_the_counted_noun():
    text = "They lost at least 43 heavy mortars that night."
    mention = only(text)
    assert (
        text[mention.phrase.start : mention.phrase.end] == "at least 43 heavy mortars"
    )


def test_tokens_know_their_places():
    text = "  2½ cups, “naïve” km² £3.5m"
    tokens = Tokens(text, 2, len(text))
    assert tokens.words[: tokens.count] == [
        *["2", "½", "cups", ",", "“", "naïve", "”", "km²", "£", "3.5", "m"]
    ]
    for i in range(tokens.count):
        assert text[tokens.starts[i] : tokens.ends[i]] == tokens.words[i]
    assert tokens.adjacent(1)
    assert not tokens.adjacent(0)
    assert not tokens.adjacent(2)
    assert tokens.surface(8, 11) == "£3.5m"
