"""Which clauses of a marked sentence speak of some of its numbers.

"Ticket sales brought in <e0>, while others waited outside": an exception that asks for "others"
is asked of the clause of the number alone. What goes on about it stays: "but that includes
gifts", "with <e1> from the bar", "if it rains".
"""

from __future__ import annotations

import re

from factcheck.checks._context import (
    TOKEN,
    Group,
    Passage,
    finds,
    marked_as,
    pattern,
    remembered,
)
from factcheck.model import Fact, Part, Stance

_SUBJECT = (
    r"(?:(?:the|an?|his|her|our|another|other|this|some|many|no|every|each|most) )?"
)
_PRONOUN = r"(?:he|she|we|i|you|there|nobody|no one|everybody|everyone|somebody|nothing|others|another|who)\b"
_VERB = r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|do|does|did|said|says|wants?|hopes?|[a-z]{3,}ed|came|went|took|made|gave|got|began|saw|told|stood|sat|left|lost|won|rose|fell|grew|ran|knew|knows|thought|kept|held)\b"
# What goes on about the numbers before it, or about the rest; what is told on a condition.
_BACK = r"(?:it|its|they|their|this|that|these|those|both|all|half|part|(?:some|most|many|few|none|each) of (?:it|them|these|those|the <)|the (?:rest|remaining|remainder|balance|others?)|of|if|unless|including|not counting)\b"
_JOINTS = (
    rf";(?= (?!{_BACK}))",
    r" - (?=(?:but|while|although|though) )",
    rf",? (?=(?:but|yet|while|whereas|although|though|even though) (?!{_BACK}))",
    rf",? (?=(?:despite|in spite of) (?!{_BACK}))",
    rf", (?=(?:where|when|because|as) (?!{_BACK}|well\b|of\b|many\b|much\b|<)(?:<[dwqk]\d+>|[a-z'-]+))",
    rf", (?=(?:who|whose|whom) )|, (?=which (?!{_VERB})(?:[a-z'-]+ ){{1,4}}{_VERB})",
    rf",? (?=and {_PRONOUN})",
    r", (?=with (?:an? )?(?:another|further|additional) <c)",
    rf", (?=and (?!{_BACK}){_SUBJECT}(?:[a-z'-]+ ){{1,4}}{_VERB})",
    r", (?=the (?:first|last|most|least|best|worst|highest|lowest|[a-z]+est)(?: [a-z'-]+){0,3} (?:since|for|in) )",
    r", (?=(?:(?:about|roughly|much|almost|nearly|just|exactly) )?(?:the same as|as (?:in|at|on) (?:most|many|other)|(?:more|less|fewer|better|worse) than in )\b)",
    r", (?=(?:according to|as reported by) )",
    r"\b(?:said|says|told|tell|knew|known|announced|reported|confirmed|added|learned|learnt|heard|clear|emerged|believes?|thinks?|feels?|insists?|insisted|shows?|showed|found|explained|noted)(?: (?!of\b|that\b)(?:[a-z'-]+|<[dwqk]\d+>)){0,4} that (?=[a-z<])",
)
# "With <c1> volunteers on hand": of another kind than the number.
_ASIDE = r", (?=(?:with|amid|among) [^<,;]*<)"
_AMOUNTS = frozenset("cemtr")
_UNREAL = frozenset({Stance.FORECAST, Stance.TARGET, Stance.HYPOTHETICAL})
_ENDS, _FEWEST = 2, 4
_LONGEST = 1500  # characters; a longer sentence is a list
_TOKENS = re.compile(r"<([a-z])")
_LEADS = (
    r"^(?:although|though|even though|while|whereas) [^,;:]*,(?= )",
    rf"^(?:when|as|after|before|once|because|since) [^,;:]{{0,160}}?\b{_VERB}[^,;:]{{0,160}},(?= )",
    r"^(?:unlike|like|despite|in spite of|in contrast to|contrary to|as in|as at|as on|as with|as elsewhere|as so often|to (?:nobody|everybody)'s)\b[^,;:]*,(?= )",
)


@remembered
def _joints(masked: str) -> tuple[tuple[int, int], ...]:
    """Return where one clause of a marked sentence ends and the next begins."""
    found = {(0, 0), (len(masked), len(masked))}
    if len(masked) > _LONGEST or masked.count(" ") < _FEWEST:
        return tuple(found)
    for source in _JOINTS:
        found.update(match.span() for match in pattern(source).finditer(masked))
    for source in _LEADS:
        match = pattern(source).match(masked)
        if match:
            found.add((match.end() - 1, match.end() + 1))
    return tuple(sorted(found))


def is_one(masked: str) -> bool:
    """Return whether a marked sentence is one clause, of which nothing can be left out."""
    return len(_joints(masked)) == _ENDS


def span(passage: Passage, *slots: int) -> tuple[int, int]:
    """Return where the clauses of a marked sentence begin and end that hold some of its numbers."""
    return _span(passage.masked, passage.kinds, slots)


@remembered
def _span(masked: str, kinds: str, slots: tuple[int, ...]) -> tuple[int, int]:
    places = [masked.find(f"<{kinds[slot]}{slot}>") for slot in slots]
    low, high = min(places), max(places)
    joints = _joints(masked)
    start = max(end for _, end in joints if end <= low)
    end = min(at for at, _ in joints if at > high)
    aside = pattern(_ASIDE).search(masked, high, end)
    own = {kinds[slot] for slot in slots}
    if aside and own.isdisjoint(_TOKENS.findall(masked, aside.start(), end)):
        end = aside.start()
    return start, end


def clause(passage: Passage, *slots: int) -> str:
    """Return the clauses of a marked sentence that hold some of its numbers."""
    start, end = span(passage, *slots)
    return passage.masked[start:end]


def trimmed(group: Group, letters: str, keeps: str) -> Group:
    """Return sentences without the outer clauses that hold no number of some kinds.

    Args:
        group: The sentences of a document.
        letters: The kinds of numbers, as in `Passage.kinds`.
        keeps: What a clause says that may not be left out.

    Returns:
        As many sentences, or `group` itself if nothing was left out.
    """
    return group.each(lambda passage: trim(passage, letters, keeps))


def trim(passage: Passage, letters: str, keeps: str) -> Passage:
    """Return a sentence without its outer clauses that hold no number of some kinds; see `trimmed`."""
    masked = passage.masked
    if passage.in_table or is_one(masked):
        return passage
    slots = [
        slot
        for slot, kind in enumerate(passage.kinds)
        if kind in letters and not _is_rough_count(passage, slot)
    ]
    while slots and _is_unreal(passage, slots[-1]):
        slots.pop()
    if not slots:
        return passage
    start, end = _kept(masked, passage.kinds, (slots[0], slots[-1]), keeps)
    if end - start == len(masked):
        return passage
    return _part(passage, start, end)


@remembered
def _kept(
    masked: str, kinds: str, slots: tuple[int, ...], keeps: str
) -> tuple[int, int]:
    """Return where what is kept of a marked sentence begins and ends."""
    start, end = _span(masked, kinds, slots)
    if finds(masked[:start], keeps):
        start = 0
    if finds(masked[end:], keeps):
        end = len(masked)
    return start, end


def _is_unreal(passage: Passage, slot: int) -> bool:
    """Return whether an amount is only wanted, or foreseen: "he wants it below <e0>"."""
    item = passage.items[slot]
    if not isinstance(item, Fact) or passage.kinds[slot] not in _AMOUNTS:
        return False
    return item.stance in _UNREAL


def _is_rough_count(passage: Passage, slot: int) -> bool:
    """Return whether a number says no more than how many at least, or how many others.

    "More than 30 people waited", "with a further 15 helpers": where no other counts these.
    """
    item = passage.items[slot]
    if not isinstance(item, Fact) or passage.kinds[slot] != "c":
        return False
    modifier = item.mention.modifier
    bound = modifier is not None and modifier.is_bound
    return bool(item.head and (bound or item.part is Part.OTHERS)) and not any(
        isinstance(other, Fact) and other is not item and other.head == item.head
        for other in passage.items
    )


def _part(passage: Passage, start: int, end: int) -> Passage:
    """Return what a part of a marked sentence tells, as if it were all of it."""
    masked = passage.masked
    said = masked[start:end].strip(" ,;")
    slots = [int(match["slot"]) for match in TOKEN.finditer(said)]
    if end < len(masked) and not said.endswith("."):
        said += "."
    first = slots[0]
    said = TOKEN.sub(lambda m: f"<{m['kind']}{int(m['slot']) - first}>", said)
    return marked_as(passage, said, first, len(slots))
