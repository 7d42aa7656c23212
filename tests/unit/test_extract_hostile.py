# ruff: noqa: RUF001 - signs as people type them
"""Texts made to hurt: endless numbers, endless lists, nothing but signs."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from factcheck import documents, yamltext
from factcheck.extract import extract, scanner
from factcheck.model import Block, BlockKind, Document, Extraction, Mention, Span
from tests.linear import linear

CORPUS = Path(__file__).parents[1] / "corpus/extract"


def read(text: str) -> tuple[Mention, ...]:
    return extract(documents.parse(text, name="a.txt")).mentions


def in_one_block(text: str) -> Extraction:
    block = Block(BlockKind.BODY, Span(0, len(text)))
    return extract(Document("a.txt", text, (block,)))


def read_linearly(piece: str, small: int, large: int) -> bool:
    texts = (piece * (n // len(piece)) for n in (small, large))
    return linear(extract, *(documents.parse(text, name="a.txt") for text in texts))


@pytest.mark.untraced
@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        pytest.param(piece, id=piece.strip())
        for piece in ("1,", "a ", "(", "7", "one and ", "$", "-", "1 to ", "1/")
    ],
)
def test_four_times_the_text_takes_about_four_times_as_long(piece):
    assert read_linearly(piece, 250_000, 1_000_000)


@pytest.mark.untraced
@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        pytest.param(piece, id=repr(piece))
        for piece in (
            *(
                "1 ",
                "1.",
                "1-",
                "1, ",
                "1\n",
                "1:",
                "1'",
                "½",
                "€1 ",
                "#1 ",
                "(1) ",
                "| 1 ",
            ),
            *(
                "10^",
                "1e",
                "1 ± ",
                "1st ",
                "5 km ",
                "5 km (",
                "5 ft ",
                "5 million ",
                "5 per ",
            ),
            *(
                "twenty-",
                "two or ",
                "a few ",
                "one in ",
                "3 out of ",
                "five years and ",
            ),
            *(
                "about ",
                "at least ",
                "2019 ",
                "May ",
                "no ",
                "hundred ",
                "million ",
                "aged 5 ",
            ),
        )
    ],
)
def test_what_repeats_is_read_in_time_linear_in_its_length(piece):
    assert read_linearly(piece, 16_000, 64_000)


@pytest.mark.parametrize("n", [401, 4_301, 5_000])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It has {} grains.", id="bare"),
        pytest.param("It cost ${} in all.", id="money"),
        pytest.param("It is {} km off.", id="unit"),
        pytest.param("It is 0.{} km off.", id="decimals"),
        pytest.param("It is {},{} km off.", id="comma"),
        pytest.param("It is 1e{} km off.", id="exponent"),
        pytest.param("It is 10^{} km off.", id="power"),
        pytest.param("It is 3 to {} km off.", id="range"),
        pytest.param("About 1/{} of it is lost.", id="fraction"),
        pytest.param("It is 5 ± {} km off.", id="uncertain"),
        pytest.param("In {}, it began.", id="year"),
        pytest.param("It met for the {}th time.", id="ordinal"),
        pytest.param("3 out of {} came.", id="ratio"),
    ],
)
def test_a_number_without_end_is_read_whole_or_not_at_all(text, n):
    digits = "7" * n
    for mention in read(text.format(digits, digits)):
        assert digits in mention.surface or "7" not in mention.surface


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("It is 10^400 km off.", Decimal("1e400"), id="caret"),
        pytest.param("It is 1e400 km off.", Decimal("1e400"), id="e"),
        pytest.param("It is 1.5 × 10^-400 km off.", Decimal("1.5e-400"), id="small"),
    ],
)
def test_a_power_of_400_is_read(text, value):
    (mention,) = read(text)
    assert mention.value == value


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It is 10^999999999 km off.", id="caret"),
        pytest.param("It is 1e999999999 km off.", id="e"),
        pytest.param("It is 1 × 10⁹⁹⁹⁹⁹ km off.", id="superscripts"),
        pytest.param("It is 1e-999999999 km off.", id="small"),
    ],
)
def test_a_power_beyond_all_quantities_is_refused(text):
    assert not [m for m in read(text) if m.value is None or m.value not in range(11)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1e400 to 1e-400 km", id="range"),
        pytest.param("1e300 ± 1e-300 km", id="uncertain"),
        pytest.param("1e399 million km", id="scale"),
        pytest.param("1e30 years and 8 months", id="compound"),
        pytest.param("1e40 ft 10 in", id="feet"),
        pytest.param("$1e200 trillion trillion", id="money"),
        pytest.param(f"{'9' * 40} years and 11 months", id="long compound"),
        pytest.param(f"{'9' * 60} dozen", id="dozens"),
        pytest.param(f"about {'9' * 60} W", id="about"),
        pytest.param(f"2 1/{'9' * 60} km", id="mixed"),
        pytest.param(f"{'9' * 30} cents", id="cents"),
        pytest.param(f"from {'9' * 50} to {'9' * 50}5 km", id="wide"),
        pytest.param(f"3 out of {'9' * 7}", id="ratio"),
        pytest.param("minus " * 50 + "5 °C", id="minus"),
        pytest.param("more than about nearly up to " * 50 + "5 km", id="modifiers"),
        pytest.param("million " * 500 + "5", id="scales"),
        pytest.param("5 " + "million " * 500, id="million million"),
        pytest.param("²³½⅐⅞↉٣٤५१𝟗𝟘①Ⅷ万" * 3, id="digits of the world"),
        pytest.param("It was 90 ⁵⁵⁵ then.", id="raised groups"),
        pytest.param("\x00\ufeff\u202e5\u200bkm\u2028\u2029", id="controls"),
        pytest.param("e\u03015 km İ 6 ß 7 ﬁ 8", id="length changes with case"),
    ],
)
def test_extremes_are_read_or_refused_and_what_is_read_holds_something(text):
    for mention in read(text):
        assert text[mention.span.start : mention.span.end] == mention.surface
        assert not mention.reading.is_empty
        assert not mention.digits.is_empty


def lines() -> list[str]:
    found: list[str] = []
    for name in ("modifiers", "ranges", "money", "pairs"):
        path = CORPUS / f"{name}.yaml"
        groups = yamltext.plain(yamltext.load(path.read_text("utf-8"), path.name))
        assert isinstance(groups, dict)
        for texts in groups.values():
            assert isinstance(texts, list)
            found += [str(text).replace("[", "").replace("]", "") for text in texts]
    return found


@pytest.mark.untraced
@pytest.mark.slow
@pytest.mark.parametrize(
    "glue", [pytest.param(" ", id="space"), pytest.param("\n", id="line")]
)
@pytest.mark.parametrize("window", [1 << 11, 1 << 13])
def test_a_long_text_reads_the_same_in_windows_as_in_one_piece(
    window, glue, monkeypatch
):
    text = glue.join(lines())
    monkeypatch.setattr(scanner, "WINDOW", 1 << 30)
    whole = in_one_block(text)
    monkeypatch.setattr(scanner, "WINDOW", window)
    assert in_one_block(text) == whole


def test_a_long_number_that_a_window_would_cut_is_not_read_in_parts():
    text = "7" * (scanner.WINDOW + 1000)
    assert all(mention.surface == text for mention in in_one_block(text).mentions)


@pytest.mark.slow
def test_a_long_text_reads_the_same_as_its_paragraphs():
    paragraphs = [" ".join(lines()[i : i + 5]) for i in range(0, 400, 5)] * 40
    assert sum(map(len, paragraphs)) > 2 * scanner.WINDOW
    text, blocks, parts = "", [], []
    for paragraph in paragraphs:
        parts.append((len(text), in_one_block(paragraph)))
        blocks.append(
            Block(BlockKind.BODY, Span(len(text), len(text) + len(paragraph)))
        )
        text += paragraph + "\n\n"
    whole = extract(Document("a.txt", text, tuple(blocks)))
    apart = [
        (m.span.start + at, m.surface, m.value, m.reading, m.modifier, m.unit)
        for at, part in parts
        for m in part.mentions
    ]
    assert apart == [
        (m.span.start, m.surface, m.value, m.reading, m.modifier, m.unit)
        for m in whole.mentions
    ]
