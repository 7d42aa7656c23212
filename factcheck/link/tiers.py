"""What two facts share, in numbers, and the least of it that a way of being close needs."""

from __future__ import annotations

from typing import NamedTuple


class Kinship(NamedTuple):
    """How close two facts are.

    Attributes:
        share: Weight of the words that their clauses share, in percent of the shorter one's.
        dice: The same, in percent of the mean of both.
        common: How many words stand in both clauses, beside what is counted.
        anchors: How many of the words that say what the number is are the same.
        names: How many names stand in both sentences.
        sentence: Weight of the words that both sentences share, in percent of the shorter.
        together: How many words both sentences share.
        slip: 1 where one digit of several is off, 2 where two are swapped or the point is off.
        event: Whether both count people under one fate: killed, injured, missing.
        same_head: Whether both count the same noun.
    """

    share: int = 0
    dice: int = 0
    common: int = 0
    anchors: int = 0
    names: int = 0
    sentence: int = 0
    together: int = 0
    slip: int = 0
    event: bool = False
    same_head: bool = False

    @property
    def score(self) -> int:
        """How strong it is, for telling which of two partners is the closer one."""
        return (
            self.share
            + self.dice
            + 10 * min(self.common, 8)
            + 20 * min(self.anchors, 2)
            + 10 * self.slip
            + 30 * self.event
            + 10 * self.same_head
        )


class Tier:
    """What two facts must share at least, in one of some ways; measures as in `Kinship`."""

    __slots__ = ("_sentence", "_share", "_ways")

    def __init__(self, **needs: int) -> None:
        self._share = needs.get("share", 0)
        self._sentence = needs.get("sentence", 0)
        self._ways = [[(Kinship._fields.index(name), n) for name, n in needs.items()]]

    def __or__(self, other: Tier) -> Tier:
        both = Tier()
        both._share = min(self._share, other._share)
        both._sentence = min(self._sentence, other._sentence)
        both._ways = self._ways + other._ways
        return both

    def holds(self, kin: Kinship) -> bool:
        """Return whether a kinship reaches every measure of one of the ways."""
        if kin.share < self._share or kin.sentence < self._sentence:  # as of most
            return False
        for needs in self._ways:
            for measure_of, need in needs:
                if kin[measure_of] < need:
                    break
            else:
                return True
        return False
