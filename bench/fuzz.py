# ruff: noqa: RUF001 - signs as people type them
"""Read mutated corpus lines and Unicode soup until the time is up, and hold the reader to its laws.

    python bench/fuzz.py [--minutes 10] [--seed 1] [--show 20]

The laws: no exception; surfaces are the text at their spans; mentions are ordered and never
overlap; every reading holds something; a paragraph added behind changes nothing before it; the
same text reads the same twice; no text takes longer than its length allows. Prints each broken
law with the shortest text found for it; the exit status is 1 where there is one. The texts
depend on the seed alone, only how many of them are read depends on the machine.
"""

from __future__ import annotations

import argparse
import sys
import time
from itertools import pairwise

from articles import Dice, Writer, corpus

from factcheck import documents
from factcheck.extract import extract
from factcheck.model import Mention

# What a text of any kind may take: far beyond what is usual, far below what is quadratic.
_SECONDS = 0.25
_SECONDS_A_CHARACTER = 0.0005
_PIECES = (
    *"0123456789.,-–−+/'\"()[]%$€£¥¢×^²³½¾:;~<>±°′″#@&*_=|\\ \n\t",
    *(
        "\u00a0",
        "\u2009",
        "\u202f",
        "\u200b",
        "\u00ad",
        "\ufeff",
        "\u2028",
        "\r\n",
        "\x00",
    ),
    *(
        "٣",
        "५",
        "５",
        "①",
        "Ⅷ",
        "⅓",
        "↉",
        "⁵",
        "₂",
        "𝟗",
        "万",
        "e\u0301",
        "İ",
        "ß",
        "ﬁ",
        "🇺🇦",
        "\ud7ff",
    ),
    *(
        "one",
        "two",
        "twenty",
        "hundred",
        "thousand",
        "million",
        "bn",
        "dozen",
        "half",
        "a",
        "an",
    ),
    *(
        "and",
        "or",
        "to",
        "of",
        "per",
        "from",
        "between",
        "in",
        "out",
        "third",
        "quarter",
        "no",
    ),
    *(
        "km",
        "kg",
        "m",
        "°C",
        "years",
        "year-old",
        "ft",
        "in.",
        "per cent",
        "pp",
        "people",
        "miles",
    ),
    *(
        "at least",
        "more than",
        "about",
        "nearly",
        "up to",
        "or so",
        "or more",
        "aged",
        "US$",
        "e",
    ),
    *(
        "1,000",
        "1.5",
        "10^6",
        "1/2",
        "5-4",
        "2019",
        "10:30",
        "0.1.2",
        "1e400",
        "9" * 30,
        "1,2,3",
    ),
)


class Mutator:
    """Makes new texts out of old ones."""

    def __init__(self, seed: int) -> None:
        self.draw = Dice(seed).draw
        writer = Writer(seed)
        self.seeds = corpus() + [writer.sentence() for _ in range(500)]

    def text(self) -> str:
        """Return a text that no one has written."""
        draw = self.draw
        kind = draw(10)
        if kind == 0:
            return "".join(chr(self._character()) for _ in range(draw(80)))
        if kind == 1:
            glue = ("", " ", "-", "\n")[draw(4)]
            return glue.join(_PIECES[draw(len(_PIECES))] for _ in range(draw(30)))
        if kind == 2:  # noqa: PLR2004 - one in ten
            return _PIECES[draw(len(_PIECES))] * draw(200)
        text = self.seeds[draw(len(self.seeds))]
        for _ in range(1 + draw(4)):
            text = self._mutated(text)
        return text

    def _character(self) -> int:
        code = self.draw((0x250, 0x3000, 0x11000)[self.draw(3)])
        return 0xFFFD if 0xD800 <= code < 0xE000 else code  # noqa: PLR2004 - no surrogates

    def _mutated(self, text: str) -> str:
        draw = self.draw
        at, n = draw(len(text) + 1), draw(8)
        kind = draw(6)
        if kind == 0:
            return text[:at] + text[at + n :]
        if kind == 1:
            return text[:at] + text[at : at + n] * (1 + draw(4)) + text[at + n :]
        if kind == 2:  # noqa: PLR2004 - and so on
            return text[:at] + _PIECES[draw(len(_PIECES))] + text[at:]
        if kind == 3:  # noqa: PLR2004 - and so on
            words = text.split(" ")
            one, other = draw(len(words)), draw(len(words))
            words[one], words[other] = words[other], words[one]
            return " ".join(words)
        if kind == 4:  # noqa: PLR2004 - and so on
            return text[:at] + " " + self.seeds[draw(len(self.seeds))]
        words = text.split(" ")
        words[draw(len(words))] = _PIECES[draw(len(_PIECES))]
        return " ".join(words)


def read(text: str, name: str) -> tuple[Mention, ...]:
    """Return the mentions of a text."""
    return extract(documents.parse(text, name=name)).mentions


def place(error: Exception) -> str:
    """Return the kind of an error and the line that raised it."""
    trace = error.__traceback__
    if trace is None:
        return type(error).__name__
    while trace.tb_next is not None:
        trace = trace.tb_next
    file = trace.tb_frame.f_code.co_filename
    return f"{type(error).__name__} in {file.rsplit('/', 1)[-1]}:{trace.tb_lineno}"


def misread(text: str, mention: Mention) -> str | None:
    """Return the law that a mention breaks, or None."""
    span = mention.span
    if text[span.start : span.end] != mention.surface or not mention.surface:
        return "a surface is not the text at its span"
    if not mention.phrase.covers(span):
        return "a phrase does not cover its mention"
    if mention.reading.is_empty or mention.digits.is_empty:
        return "a reading is empty"
    low, high = mention.stated_low, mention.stated_high
    if mention.value is None and (low is None or high is None or low > high):
        return "neither a value nor two ends in order"
    return None


def broken(text: str, behind: str, name: str) -> str | None:
    """Return the law that a text breaks, or None."""
    try:
        begun = time.process_time()
        mentions = read(text, name)
        seconds = time.process_time() - begun
    except Exception as error:  # noqa: BLE001 - any is a find
        return place(error)
    whole = documents.parse(text, name=name).text
    law = next(filter(None, (misread(whole, mention) for mention in mentions)), None)
    if seconds > _SECONDS + _SECONDS_A_CHARACTER * len(text):
        law = "takes too long"
    elif any(a.span.end > b.span.start for a, b in pairwise(mentions)):
        law = "two mentions overlap"
    elif read(text, name) != mentions:
        law = "the same text reads otherwise the second time"
    elif law is None and not keeps(text, behind, name):
        law = "a paragraph behind changes what stands before it"
    return law


def keeps(text: str, behind: str, name: str) -> bool:
    """Return whether one paragraph reads the same with another behind it."""
    if not name.endswith(".txt") or not text.strip() or "\n" in text or "\r" in text:
        return True
    # The first paragraph may be taken for a title, so one stands in front of both.
    head = "It was so on the day of which we speak.\n\n"
    alone = read(head + text, name)
    try:
        return read(f"{head}{text}\n\n{behind}", name)[: len(alone)] == alone
    except Exception:  # noqa: BLE001 - `behind` has its own turn
        return True


def shortest(text: str, behind: str, name: str, law: str) -> str:
    """Return a part of a text, as short as is easily found, that breaks the same law."""
    size = len(text) // 2
    while size:
        at = 0
        while at < len(text):
            less = text[:at] + text[at + size :]
            if broken(less, behind, name) == law:
                text = less
            else:
                at += size
        size //= 2
    return text


def main() -> int:
    """Fuzz until the time is up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=20)
    options = parser.parse_args()
    mutator = Mutator(options.seed)
    found: dict[str, tuple[str, str]] = {}
    until = time.monotonic() + options.minutes * 60
    n = 0
    while time.monotonic() < until and len(found) < options.show:
        text, behind = mutator.text(), mutator.text()
        name = ("a.txt", "a.md")[mutator.draw(4) == 0]
        n += 1
        law = broken(text, behind, name)
        if law is not None and law not in found:
            found[law] = shortest(text, behind, name, law), behind
            print(f"{law}: {found[law][0]!r} (then {behind!r}, {name})", flush=True)
    print(f"{n} texts read, {len(found)} laws broken")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
