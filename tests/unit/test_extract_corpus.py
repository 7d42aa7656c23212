"""The corpus of quantities: every line of tests/corpus/extract that has a value.

A file maps what is stated to texts that state it, with the surface in square brackets:

    60 kilometer / hour about [54, 66]:
      - 'It was doing about [60 km/h] on the bend.'

Left of the texts stand the value (`1.5`, `1/3`, `5..7` for a range, `vague`), the base of a
ratio (`of 10`), the unit (none for a count), the modifier, the form (`as age`) where it is not
plain, and the reading where the line is about it. Several mentions of one text are parted by
` ; `, or by ` = ` where they are a pair. In `never.yaml` the texts stand under the reason why
nothing in them is a quantity.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck import documents, yamltext
from factcheck.extract import extract
from factcheck.extract.lexicon import ONES, SCALES, TENS
from factcheck.model import Document, Form, Interval, Mention, Modifier

FOLDER = Path(__file__).parents[1] / "corpus/extract"
OTHERS = {"counted.yaml", "periods.yaml"}
FILES = sorted(path for path in FOLDER.glob("*.yaml") if path.name not in OTHERS)
MARK = re.compile(r"\[([^\[\]]+)\]")
READING = re.compile(r"([\[(])(-?[\d.]+|-inf), (-?[\d.]+|inf)([\])])$")
MODIFIERS = {modifier.value for modifier in Modifier}


@dataclass(frozen=True, slots=True)
class Expected:
    """What one mention has to be."""

    low: Decimal | None
    high: Decimal | None
    unit: str
    modifier: str | None
    form: str
    base: Decimal | None
    reading: Interval | None
    paired: bool

    def matches(self, mention: Mention) -> bool:
        if self.form == Form.VAGUE:
            ends = True
        elif self.low == self.high and self.form != Form.RANGE:
            ends = mention.value is not None and near(mention.value, self.low)
        else:
            ends = (
                mention.value is None
                and near(mention.stated_low, self.low)
                and near(mention.stated_high, self.high)
            )
        return (
            ends
            and mention.unit == self.unit
            and (mention.modifier and mention.modifier.value) == self.modifier
            and mention.form.value == self.form
            and mention.base == self.base
            and (self.reading is None or mention.reading == self.reading)
            and (mention.pair is not None) == self.paired
        )


def near(found: Decimal | None, expected: Decimal | None) -> bool:
    """Compare a value, exact but for fractions that have no end (a third)."""
    if found is None or expected is None:
        return found is expected
    return found == expected or abs(found - expected) < abs(expected).scaleb(-20)


def number(text: str) -> Decimal:
    top, _, bottom = text.partition("/")
    return Decimal(top) / Decimal(bottom or 1)


def end(text: str) -> Decimal | None:
    return None if "inf" in text else Decimal(text)


def parse_one(text: str, *, paired: bool) -> Expected:
    reading = None
    match = READING.search(text)
    if match:
        text = text[: match.start()].strip()
        reading = Interval(
            end(match[2]),
            end(match[3]),
            match[1] == "(" and end(match[2]) is not None,
            match[4] == ")" and end(match[3]) is not None,
        )
    value, *words = text.split()
    low, dots, high = value.partition("..")
    base = None
    if words[:1] == ["of"]:
        base = Decimal(words[1])
        words = words[2:]
    form = Form.RANGE.value if dots else Form.PLAIN.value
    if words[-2:-1] == ["as"]:
        form = words.pop()
        words.pop()
    if value == "vague":
        form, low = Form.VAGUE.value, "0"
    modifier = words.pop() if words and words[-1] in MODIFIERS else None
    first = number(low)
    return Expected(
        first,
        number(high) if dots else first,
        " ".join(words),
        modifier,
        form,
        base,
        reading,
        paired,
    )


def parse(key: str) -> list[Expected]:
    """Return the mentions that a group of the corpus states, in order."""
    return [
        parse_one(one.strip(), paired=" = " in part)
        for part in key.split(" ; ")
        for one in part.split(" = ")
    ]


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text without its marks, and the spans that they stand for."""
    spans, shift = [], 0
    for match in MARK.finditer(marked):
        start = match.start() - shift
        spans.append((start, start + len(match[1])))
        shift += 2
    return MARK.sub(r"\1", marked), spans


def load(path: Path) -> dict[str, list[str]]:
    content = yamltext.plain(yamltext.load(path.read_text("utf-8"), path.name))
    assert isinstance(content, dict)
    groups: dict[str, list[str]] = {}
    for key, texts in content.items():
        assert isinstance(texts, list)
        groups[key] = [str(text) for text in texts]
    return groups


def read(text: str, file: str) -> tuple[Document, tuple[Mention, ...]]:
    name = "a.md" if file == "tables.yaml" else "a.txt"
    document = documents.parse(text, name=name)
    return document, extract(document).mentions


def show(mention: Mention) -> str:
    value = mention.value
    stated = (
        f"{value.normalize():f}"
        if value is not None
        else f"{mention.stated_low}..{mention.stated_high}"
    )
    reading = mention.reading
    parts = [
        f"[{mention.surface}]",
        stated,
        f"of {mention.base}" if mention.base is not None else "",
        mention.unit,
        mention.modifier.value if mention.modifier else "",
        "" if mention.form in (Form.PLAIN, Form.RANGE) else f"as {mention.form.value}",
        (
            f"{'(' if reading.low_open else '['}{reading.low}, {reading.high}"
            f"{')' if reading.high_open else ']'}"
        ),
        "paired" if mention.pair else "",
    ]
    return " ".join(part for part in parts if part)


def problem(file: str, key: str, marked: str) -> str | None:
    """Return what is found instead, or None where the text is read as the corpus says."""
    if file == "never.yaml":
        _, mentions = read(marked, file)
        return "; ".join(map(show, mentions)) or None
    text, spans = unmark(marked)
    _, mentions = read(text, file)
    expected = parse(key)
    assert len(expected) in (1, len(spans)), "marks and values differ in number"
    if len(expected) == 1:
        expected *= len(spans)
    found = [(mention.span.start, mention.span.end) for mention in mentions]
    right = found == spans and all(
        one.matches(mention) for one, mention in zip(expected, mentions, strict=True)
    )
    return None if right else "; ".join(map(show, mentions)) or "nothing"


def cases():
    for path in FILES:
        for key, texts in load(path).items():
            for text in texts:
                yield pytest.param(
                    path.name, key, text, id=f"{path.stem}-{key}-{text[:50]}"
                )


@pytest.mark.parametrize(("file", "key", "text"), list(cases()))
def test_a_text_is_read_as_the_corpus_says(file, key, text):
    assert problem(file, key, text) is None


_WORDS = {*ONES, *TENS, *SCALES} - {"one"}


def shape(text: str) -> str:
    """Return a text with every number alike: what is the same has the same reason."""
    digits = re.sub(r"\d+", "0", text.replace("[", "").replace("]", ""))
    return re.sub(r"[a-z]+", lambda word: "#" if word[0] in _WORDS else word[0], digits)


def test_no_two_lines_stand_for_the_same_reason():
    seen = defaultdict(list)
    for path in FILES:
        for texts in load(path).values():
            for text in texts:
                seen[shape(text)].append(text)
    assert [texts for texts in seen.values() if len(texts) > 1] == []


def test_the_corpus_is_as_large_as_it_has_to_be():
    lines = sum(len(texts) for path in FILES for texts in load(path).values())
    assert lines >= 900


def test_a_mark_and_a_key_say_what_they_seem_to():
    assert unmark("a [5 km] b [6]") == ("a 5 km b 6", [(2, 6), (9, 10)])
    low, high = Decimal(5), Decimal("7.5")
    assert parse("5..7.5 percent up_to [0, 7.5)") == [
        Expected(
            low,
            high,
            "percent",
            "up_to",
            "range",
            None,
            Interval(Decimal(0), high, high_open=True),
            paired=False,
        )
    ]
    assert [one.paired for one in parse("1 ; 5 mile = 8 kilometer")] == [
        False,
        True,
        True,
    ]
