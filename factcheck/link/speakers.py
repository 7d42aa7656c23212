"""Who counted, by the verb behind a name: "the Health Board has determined the number"."""

from __future__ import annotations

import re
from functools import cache

from factcheck.link.stems import stem


def speakers(sentence: str) -> frozenset[str]:
    """Return the words of the names in a sentence that only say who counted or measured.

    >>> sorted(speakers("The Water Board counted 40 leaks in Arle."))
    ['board', 'water']
    """
    return frozenset(
        [
            stem(word.lower())
            for match in _spoken().finditer(sentence)
            for word in match[1].split()
        ]
    )


@cache
def _spoken() -> re.Pattern[str]:
    return re.compile(
        r"\b((?:[A-Z][\w'-]+ ){0,4}[A-Z][\w'-]+)(?: \([A-Z]+\))? (?:has |have |had )?(?:determined|established|counted|counts"
        r"|found|finds|recorded|registered|published|reported|reports|estimates|estimated|measured|calculated|confirmed"
        r"|announced|said|says|puts?|gives|gave|sets?)\b"
    )
