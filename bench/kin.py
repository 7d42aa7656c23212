"""Make factcheck/checks/kin.txt: words that say nearly the same, from WordNet.

    python bench/kin.py /usr/share/wordnet >factcheck/checks/kin.txt

A line is one sense: the roots (`factcheck.checks._roots`) of the words for it, and of those
derived from them ("sign", "signature"). Of a word only the senses count in which it is mostly
used, by WordNet's own counts. Run it anew when the roots of words change.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from factcheck.checks._roots import root

NOTICE = """\
# Words that say nearly the same, made by bench/kin.py from WordNet 3.0.
#
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.
# Permission to use, copy, modify and distribute this software and database and its
# documentation for any purpose and without fee or royalty is hereby granted, provided that
# you agree to comply with the following copyright notice and statements, including the
# disclaimer, and that the same appear on ALL copies of the software, database and
# documentation, including modifications that you make for internal use or for distribution.
# THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO
# REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION,
# PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY OR FITNESS
# FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE OR
# DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER
# RIGHTS. The name of Princeton University or Princeton may not be used in advertising or
# publicity pertaining to distribution of the software and/or database. Title to copyright in
# this software, database and any associated documentation shall at all times remain with
# Princeton University and LICENSEE agrees to preserve same."""
# Words of the news that WordNet does not join.
MORE = """
sell sale
download e-book e-audiobook audiobook online digital electronic
lend loan borrow
vanish lose leak waste
army navy military defence
survey questionnaire consultation poll
eligible qualify entitle
ill sick unwell
poor poverty
foreign abroad overseas export
""".strip().splitlines()
PARTS = {"noun": "n", "verb": "v", "adj": "a"}
KINDS = {"1": "n", "2": "v", "3": "a", "5": "a"}
DERIVED = "+"
FEWEST, SHARE, MOST, MOST_DERIVED = 2, 0.2, 2, 3

Sense = tuple[str, str]


def main(folder: Path) -> None:
    """Print the lines."""
    words, derived = read_senses(folder)
    counts, uses = read_counts(folder), Counter[str]()
    for (word, _, _), count in counts.items():
        uses[word] += count
    index = read_index(folder)

    def main_senses(word: str, most: int) -> list[Sense]:
        told = sorted(
            (-counts[word, sense[0], number], number, sense)
            for number, sense in index.get(word, ())
        )
        least = uses[word] * SHARE
        return [sense for count, _, sense in told[:most] if -count >= max(1, least)]

    found: defaultdict[Sense, set[str]] = defaultdict(set)
    for word in index:
        if uses[word] < FEWEST or not root(word):
            continue
        for sense in main_senses(word, MOST):
            found[sense].add(word)
            for other, target in derived.get((sense, words[sense].index(word)), ()):
                if target in main_senses(other, MOST_DERIVED):
                    found[sense].add(other)
    rows = {frozenset(map(root, each)) - {""} for each in found.values()}
    rows |= {frozenset(map(root, line.split())) - {""} for line in MORE}
    print(NOTICE)
    print("\n".join(sorted(" ".join(sorted(row)) for row in rows if len(row) > 1)))


def read_senses(
    folder: Path,
) -> tuple[dict[Sense, list[str]], dict[tuple[Sense, int], list[tuple[str, Sense]]]]:
    """Return the words of each sense, and what is derived from a word in it."""
    words: dict[Sense, list[str]] = {}
    links: list[tuple[Sense, int, Sense, int]] = []
    for name, part in PARTS.items():
        for line in (folder / f"data.{name}").read_text("latin-1").splitlines():
            if line.startswith(" "):
                continue
            told = line.split()
            sense, many = (part, told[0]), int(told[3], 16)
            words[sense] = [
                re.sub(r"\(.*", "", word).lower() for word in told[4 : 4 + 2 * many : 2]
            ]
            at = 5 + 2 * many
            for n in range(at, at + 4 * int(told[at - 1]), 4):
                kind, offset, other, ends = told[n : n + 4]
                if kind == DERIVED and other in PARTS.values() and ends != "0000":
                    source, to = bytes.fromhex(ends)
                    links.append((sense, source - 1, (other, offset), to - 1))
    derived: dict[tuple[Sense, int], list[tuple[str, Sense]]] = {}
    for sense, at, target, to in links:
        derived.setdefault((sense, at), []).append((words[target][to], target))
    return words, derived


def read_counts(folder: Path) -> Counter[tuple[str, str, int]]:
    """Return how often each sense of a word was seen, by word, part of speech and number."""
    counts: Counter[tuple[str, str, int]] = Counter()
    for line in (folder / "cntlist.rev").read_text("latin-1").splitlines():
        key, number, count = line.split()
        word, _, rest = key.partition("%")
        if rest[0] in KINDS:
            counts[word, KINDS[rest[0]], int(number)] += int(count)
    return counts


def read_index(folder: Path) -> dict[str, list[tuple[int, Sense]]]:
    """Return the senses of each single word, with their numbers."""
    index: dict[str, list[tuple[int, Sense]]] = {}
    for name, part in PARTS.items():
        for line in (folder / f"index.{name}").read_text("latin-1").splitlines():
            told = line.split()
            if line.startswith(" ") or not told[0].isalpha():
                continue
            for number, offset in enumerate(told[-int(told[2]) :], 1):
                index.setdefault(told[0], []).append((number, (part, offset)))
    return index


if __name__ == "__main__":
    main(Path(sys.argv[1]))
