"""Articles by the megabyte, the same at every run: our own sentences, perturbed.

Sentences come from seeds/ and from the corpora of tests/. Their digits, names and longer words
are drawn anew each time, so that no two paragraphs are alike; so many of them state a quantity
that there are 2.3 mentions a kilobyte (ordinary news has 1.7 to 3.2).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from factcheck import documents, yamltext
from factcheck.extract import extract
from factcheck.extract.lexicon import (
    FRACTIONS,
    MULTIPLES,
    ONES,
    SCALES,
    TENS,
    VAGUE,
    VAGUE_FACTORS,
)

ROOT = Path(__file__).parents[1]
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"'])")
_PART = re.compile(r"\d+|[A-Za-z]+|[^A-Za-z\d]+")
_MARK = re.compile(r"\[([^\[\]]+)\]")
_KEPT = frozenset(
    "January February March April May June July August September October November December "  # noqa: SIM905 - a word list
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Celsius Fahrenheit".split()
)
_ONSETS = "b d f g k l m n p r s t v br dr kr st tr".split()  # noqa: SIM905 - a word list
_RIMES = "al an ar el en er il in ir ol on or ul un ush esk ova".split()  # noqa: SIM905 - a word list
# As words drawn at random they would be far more frequent than they are.
_NUMBER_WORDS = frozenset().union(
    ONES, TENS, SCALES, VAGUE, VAGUE_FACTORS, MULTIPLES, FRACTIONS
)
# Not lines of prose: tables, left-overs of HTML, and what other tests read.
_OTHER_TEXTS = frozenset({"counted.yaml", "markup.yaml", "periods.yaml", "tables.yaml"})
_LONG = 5
_YEAR = 4


class Dice:
    """A linear congruential generator (Knuth's MMIX constants): the same everywhere."""

    def __init__(self, seed: int) -> None:
        self.state = seed

    def draw(self, n: int) -> int:
        """Return a number from 0 to n - 1."""
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % (
            1 << 64
        )
        return (self.state >> 33) % n


def _load(path: Path) -> dict[str, Any]:
    content = yamltext.plain(yamltext.load(path.read_text("utf-8"), path.name))
    if not isinstance(content, dict):
        raise TypeError(path)
    return content


def _texts() -> Iterator[str]:
    for path in sorted((ROOT / "seeds").iterdir()):
        if path.suffix in {".md", ".txt"}:
            document = documents.read(path, name=path.name)
            for block in document.blocks:
                yield document.text[block.span.start : block.span.end]
    for path in sorted((ROOT / "tests/corpus/clusters").glob("*.yaml")):
        for one in _load(path)["documents"]:
            yield from one["text"].split("\n\n")


def corpus() -> list[str]:
    """Return every line of the corpus of quantities, without its marks."""
    lines: list[str] = []
    for path in sorted((ROOT / "tests/corpus/extract").glob("*.yaml")):
        if path.name in _OTHER_TEXTS:
            continue
        for texts in _load(path).values():
            lines.extend(_MARK.sub(r"\1", str(text)) for text in texts)
    return lines


def sentences() -> tuple[list[str], list[str]]:
    """Return the sentences that state no quantity, and those that do."""
    plain: list[str] = []
    stating: list[str] = []
    for text in _texts():
        for sentence in _SENTENCE.split(" ".join(text.split())):
            if len(sentence) < 25 or sentence[-1] not in ".!?”\"'":  # noqa: PLR2004 - a title
                continue
            found = extract(documents.parse(sentence, name="s.txt")).mentions
            (stating if found else plain).append(sentence)
    return plain, stating


class Writer:
    """Writes articles without end.

    Attributes:
        share: One sentence in this many states a quantity.
    """

    share = 18

    def __init__(self, seed: int = 1) -> None:
        self.dice = Dice(seed)
        plain, stating = sentences()
        self.vocabulary = sorted(
            {
                word
                for sentence in plain + stating
                for word in re.findall(r"\b[a-z]+\b", sentence)
                if len(word) >= _LONG and word not in _NUMBER_WORDS
            }
        )
        self.plain = [self._template(text) for text in plain]
        self.stating = [self._template(text, fixed=True) for text in stating]
        self.lines = [self._template(text, fixed=True) for text in corpus()]

    def _template(
        self, text: str, *, fixed: bool = False
    ) -> list[str | Callable[[], str]]:
        parts: list[str | Callable[[], str]] = []
        for match in _PART.finditer(text):
            part = match[0]
            if part.isdigit() and part.isascii():
                parts.append(self._digits(part))
            elif (
                part[0].isupper()
                and part[1:].islower()
                and len(part) >= _LONG
                and match.start()
                and part not in _KEPT
            ):
                parts.append(self._name)
            elif not fixed and len(part) >= _LONG and part.islower():
                parts.append(self._word)
            elif parts and isinstance(parts[-1], str):
                parts[-1] += part
            else:
                parts.append(part)
        return parts

    def _digits(self, part: str) -> Callable[[], str]:
        draw, n = self.dice.draw, len(part)
        if n == _YEAR and part[:2] in {"19", "20"}:
            return lambda: f"{part[:2]}{draw(26):02d}"
        if part[0] == "0" or n > 9:  # noqa: PLR2004 - a code
            return lambda: part
        zeros = n - len(part.rstrip("0"))
        low = 10 ** (n - zeros - 1)
        return lambda: f"{low + draw(9 * low)}{'0' * zeros}"

    def _name(self) -> str:
        draw = self.dice.draw
        name = _ONSETS[draw(len(_ONSETS))] + _RIMES[draw(len(_RIMES))]
        if draw(2):
            name += _ONSETS[draw(9)] + _RIMES[draw(len(_RIMES))]
        return name.capitalize()

    def _word(self) -> str:
        return self.vocabulary[self.dice.draw(len(self.vocabulary))]

    def sentence(self) -> str:
        """Write a sentence."""
        draw = self.dice.draw
        pool = self.plain
        if not draw(self.share):
            pool = self.stating if draw(4) else self.lines
        return "".join(
            part if isinstance(part, str) else part() for part in pool[draw(len(pool))]
        )

    def paragraph(self) -> str:
        """Write three to six sentences."""
        return " ".join(self.sentence() for _ in range(3 + self.dice.draw(4)))

    def article(self, characters: int) -> str:
        """Write paragraphs until there are so many characters."""
        paragraphs, n = [], 0
        while n < characters:
            paragraphs.append(self.paragraph())
            n += len(paragraphs[-1]) + 2
        return "\n\n".join(paragraphs) + "\n"
