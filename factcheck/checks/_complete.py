"""Kinds that leave nothing over between them: men and women, for and against."""

from __future__ import annotations

from functools import lru_cache

from factcheck.checks._context import finds

# Kinds that leave nothing over between them; what follows "+" may join them, and must
# where a row has a star.
_SETS = (
    "men|man|males?|boys?|sons?|gentlemen|monks? / women|woman|females?|girls?|daughters?|ladies|nuns? + child|children|minors|unknown|other",
    "brothers? / sisters?",
    "adults?|grown-ups / child|children|minors|juniors? + seniors?|pensioners?|infants?|toddlers?",
    "pass|passed|succeeded / fail|failed + absent|missed|withdrew|withdrawn|retried|resat",
    "*yes|in favou?r|for|aye|approved? / no|against|opposed|nay|rejected + abstain(?:ed|ing|s)?|abstentions?|absent|invalid|blank|spoilt|spoiled|undecided|unsure|neither|missing|did not vote",
    "won|wins?|victor(?:y|ies) / lost|loss|losses|defeats? + drew|drawn|draws?|tied|ties",
    "full[ -]time(?:rs)? / part[ -]time(?:rs)? + volunteers?|trainees?|apprentices?|temporary|casual|freelance(?:rs)?",
    "urban|towns?|cit(?:y|ies) / rural|villages?|countryside",
    "indoors?|inside / outdoors?|outside",
    "wet / dry + icy|snow[a-z]*",
    "mornings? / afternoons? + evenings?|nights?",
    "days?|daytime|daylight / nights?|dark|darkness + dusk|dawn|twilight",
    "married / single|unmarried + widowed|divorced",
    "domestic|at home|home / foreign|abroad|overseas|exports?",
    "public / private",
    "light|lightly|slight|slightly|minor / serious|seriously|heavy|heavily|severe|severely + fatal|fatally|critical|critically",
    "permanent / temporary",
    "online / in person|on paper|print|printed|post|counter + phone",
    "sold / unsold",
    "guilty|convicted / acquitted|not guilty",
    "gold / silver / bronze",
    "weekdays? / weekends?",
    "smokers? / non-smokers?",
    "members? / non-members?",
    "freshwater / saltwater",
    "large|long|big / small|short + medium",
    "upheld|granted|accepted / dismissed|denied|refused|rejected|declined|turned down + withdrawn|pending|adjourned|replied|answered|responded|reply|answer",
    "reached|finished|completed|made it / turned back|gave up|dropped out|abandoned|retired + missing",
    "rescued|saved|survived|alive|unhurt|escaped / died|drowned|dead|killed|bodies|perished + missing",
    "better|improved|recovered / worse|worsened|deteriorated + same|unchanged|no change",
    "on time|punctual / late|delayed + cancelled|scrapped",
    "rose|gained|advanced|climbed / fell|lost|declined|dropped + unchanged|flat|same",
    "electric|battery / diesel|petrol|gas|hydrogen + hybrids?",
    "owned|own|owners? / rented|rent|let|tenants?",
    "open / closed|shut",
    "healthy|sound / sick|ill|rotten|broken|damaged",
    "sprouted|hatched / rotted|died|did not",
)


@lru_cache(maxsize=1024)
def leave_nothing_over(labels: tuple[str, ...], *, past: bool) -> bool:
    """Return whether the parts are kinds that leave nothing over: men and women."""
    said = "\n".join(labels)
    for sides, more, open_ in _sets():
        if not all(finds(said, side) for side in sides):
            continue
        told = set()
        for label in labels:
            kinds = [side for side in (*sides, more) if side and finds(label, side)]
            if len(kinds) != 1:
                break
            told.add(kinds[0])
        else:
            if told >= set(sides):
                return past or more in told or not open_
    return False


@lru_cache(maxsize=1)
def _sets() -> tuple[tuple[tuple[str, ...], str, bool], ...]:
    found = []
    for row in _SETS:
        sides, _, more = row.lstrip("*").partition(" + ")
        kinds = tuple(rf"\b(?:{side})\b" for side in sides.split(" / "))
        found.append((kinds, rf"\b(?:{more})\b" if more else "", row.startswith("*")))
    return tuple(found)
