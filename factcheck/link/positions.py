"""Where a mention stands among the words of its sentence: its clause, and what it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.language.data import word_set
from factcheck.link import lexicon
from factcheck.link.sentences import Sentence

_SUBJECT = 6  # words of a subject of which the clause after it says more
_THROWN_IN = 10  # words between the commas after a subject
ANDS = frozenset(("and", "or", "nor"))
_RELATIVES = frozenset(("who", "whom"))
_STOPS = frozenset(",;:)")
# With one of these a clause goes on whose subject stands before what is thrown in.
_GOES_ON = word_set(
    """
    stood stands was were is are rose fell reached came totalled amounted climbed dropped has had
    costs cost weighs measures employs
    """
)
_WHOLES = frozenset(
    ("of", "of the", "of its", "of their", "of all", "out of", "out of the", "of some")
)
# "The contract, valued at 52 million, runs for two years"
_SAID_OF = word_set(
    "valued worth estimated priced costing measuring weighing seating employing covering which"
)


class Slot(NamedTuple):
    """A mention as far as the words around it are concerned.

    Attributes:
        start: First character of its number in the sentence.
        end: End of its number there.
        past: End of what it counts, or of its number.
        noun: What it counts, as written; None where no noun is.
        lemma: The same, or its stand-in, in the singular.
        qualifiers: The words before that.
        dimension: Its dimension.
        headers: Of a table cell, the texts of its headers.
    """

    start: int
    end: int
    past: int
    noun: str | None
    lemma: str
    qualifiers: tuple[str, ...]
    dimension: str
    headers: tuple[str, ...]


class Place:
    """Where a mention stands among the words of its sentence.

    Attributes:
        slot: The mention.
        sentence: Its sentence.
        left: First word of its clause.
        at: First word of the mention, or after it.
        after: First word after the mention.
        past: First word after what it counts.
        right: First word after its clause.
        whole: Whether another number counts a part of it: "14 of the 34 people".
    """

    __slots__ = ("after", "at", "left", "past", "right", "sentence", "slot", "whole")

    def __init__(self, sentence: Sentence, slots: Sequence[Slot], number: int) -> None:
        slot = slots[number]
        self.slot = slot
        self.sentence = sentence
        self.after = self.past = sentence.at(slot.end)
        if slot.past != slot.end:
            self.past = sentence.at(slot.past)
        before = slots[number - 1] if number else None
        self.whole = (
            before is not None
            and sentence.text[before.end : slot.start].strip().lower() in _WHOLES
        )
        self.at, first, begin, fence = self._beginning(before)
        self.left = self._expand_left(first, begin, fence)
        behind = slots[number + 1] if number + 1 < len(slots) else None
        self.right = self._expand_right(behind)

    def _beginning(self, before: Slot | None) -> tuple[int, int, int, int]:
        """Return the first word, and from which word, offset and fence to look to the left."""
        sentence = self.sentence
        begin, fence = self.slot.start, -1
        if before is not None:
            if sentence.text[before.end : begin].strip(" ,-"):
                fence = sentence.at(before.end)
            else:
                # "A two-year, $30 million lease": two numbers, one phrase.
                begin = before.start
        at = sentence.at(begin)
        lowers = sentence.lowers
        if at > 1 and at - 1 in sentence.gaps and lowers[at - 1] in ("up", "down"):
            # "$3.50, up 40.6 percent": what went up stands before the comma.
            begin = sentence.starts[at - 2] + len(lowers[at - 2])
            return at, at - 1, begin, -1
        return at, at, begin, fence

    def _expand_left(self, left: int, begin: int, fence: int) -> int:
        sentence = self.sentence
        gaps, lowers = sentence.gaps, sentence.lowers
        if not left or lowers[left - 1] in ANDS or sentence.broken(left - 1, begin):
            return left
        while left > 0:
            left -= 1
            if left in gaps:
                break
            if fence >= 0 and (left < fence or lowers[left] in ANDS):
                return left + 1
        return left

    def subject(self) -> int:
        """Return where the subject before what is thrown in ends: "The toll, he said, stood at".

        The subject begins the sentence; 0 where the clause has its own.
        """
        sentence, left = self.sentence, self.left
        if not 0 < left <= self.at or left >= len(sentence.lowers):
            return 0
        if sentence.lowers[left] in _SAID_OF:
            return left if left <= _SUBJECT and left in sentence.gaps else 0
        if left == self.at or sentence.lowers[left] not in _GOES_ON:
            return 0
        stops = [gap for gap in sentence.gaps if 0 < gap < left]
        return stops[0] if len(stops) == 1 and left - stops[0] <= _THROWN_IN else 0

    def _expand_right(self, behind: Slot | None) -> int:
        sentence, right = self.sentence, self.after
        gaps, lowers = sentence.gaps, sentence.lowers
        n_words = len(lowers)
        if right >= n_words or sentence.breaks(self.slot.end, right):
            return right
        fence = n_words if behind is None else sentence.at(behind.start)
        while right < fence:
            right += 1
            if right < n_words and (
                (self.past <= right and right in gaps and not self._is_relative(right))
                or (behind is not None and lowers[right] in ANDS)
            ):
                break
        return right

    def _is_relative(self, word: int) -> bool:
        """Return whether a word goes on to say who is counted: "74 people who were saved"."""
        sentence = self.sentence
        past = self.past
        if sentence.stems[past] in lexicon.FATES:  # "the 40 injured who"
            past += 1
        return (
            word in (self.past, past)
            and sentence.lowers[word] in _RELATIVES
            and sentence.text[sentence.starts[word] - 2] not in _STOPS
        )

    def wider(self) -> int:
        """Return the first word of the clause before, of which this one is an apposition."""
        sentence, left = self.sentence, self.left
        said = sentence.text[: self.slot.start].rstrip()
        if said.endswith("):") and "(" in said:
            # The label stands before the bracket in "licensed output (net): 37 MW".
            left = sentence.at(said.rindex("("))
        while left > 0:
            left -= 1
            if left in sentence.gaps:
                break
        return left

    def following(self) -> int:
        """Return the first word after the next clause: "At 61 percent, turnout was high"."""
        sentence, right = self.sentence, self.right
        while right + 1 < len(sentence.lowers):
            right += 1
            if right in sentence.gaps:
                break
        return right

    @property
    def clause(self) -> tuple[int, int]:
        """Where its clause begins and ends in the sentence."""
        starts, length = self.sentence.starts, len(self.sentence.text)
        left, right = self.left, self.right
        start = starts[left] if 0 < left < len(starts) else 0
        end = starts[right] if right < len(starts) else length
        return min(start, end), max(start, end)
