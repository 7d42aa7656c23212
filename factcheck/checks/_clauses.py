"""Which clauses of a marked sentence speak of some of its numbers.

"Ticket sales brought in <e0>, while others waited outside": an exception that asks for "others"
is asked of the clause of the number alone. What goes on about it stays: "but that includes
gifts", "with <e1> from the bar", "if it rains".
"""

from __future__ import annotations

import re

from factcheck.checks._context import Passage, pattern, remembered

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
    rf", (?=and (?!{_BACK}){_SUBJECT}(?:[a-z'-]+ ){{1,4}}{_VERB})",
    r", (?=the (?:first|last|most|least|best|worst|highest|lowest|[a-z]+est)(?: [a-z'-]+){0,3} (?:since|for|in) )",
    r", (?=(?:(?:about|roughly|much|almost|nearly|just|exactly) )?(?:the same as|as (?:in|at|on) (?:most|many|other)|(?:more|less|fewer|better|worse) than in )\b)",
    r", (?=(?:according to|as reported by) )",
    r"\b(?:said|says|told|tell|knew|known|announced|reported|confirmed|added|learned|learnt|heard|clear|emerged|believes?|thinks?|feels?|insists?|insisted|shows?|showed|found|explained|noted)(?: (?!of\b|that\b)(?:[a-z'-]+|<[dwqk]\d+>)){0,4} that (?=[a-z<])",
)
# "With <c1> volunteers on hand": of another kind than the number.
_ASIDE = r", (?=(?:with|amid|among) [^<,;]*<)"
_TOKENS = re.compile(r"<([a-z])")
_LEADS = (
    r"^(?:although|though|even though|while|whereas) [^,;:]*,(?= )",
    rf"^(?:when|as|after|before|once|because|since) [^;:]*?\b{_VERB}[^,;:]*,(?= )",
    r"^(?:unlike|like|despite|in spite of|in contrast to|contrary to|as in|as at|as on|as with|as elsewhere|as so often|to (?:nobody|everybody)'s)\b[^,;:]*,(?= )",
)


@remembered
def _joints(masked: str) -> tuple[tuple[int, int], ...]:
    """Return where one clause of a marked sentence ends and the next begins."""
    found = {(0, 0), (len(masked), len(masked))}
    for source in _JOINTS:
        found.update(match.span() for match in pattern(source).finditer(masked))
    for source in _LEADS:
        match = pattern(source).match(masked)
        if match:
            found.add((match.end() - 1, match.end() + 1))
    return tuple(sorted(found))


def span(passage: Passage, *slots: int) -> tuple[int, int]:
    """Return where the clauses of a marked sentence begin and end that hold some of its numbers."""
    masked, kinds = passage.masked, passage.kinds
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
