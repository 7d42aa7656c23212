"""The least and the most that are told of one thing, each by its own word.

"The minimum stay is seven nights and the maximum four", "at its shallowest it is 30 metres deep,
at its deepest 12", a row under "Minimum" and "Maximum": each amount stands beside a word that
says which end it is, and the lower end is the larger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from factcheck.checks import _arithmetic, _compare
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    TOKEN,
    Passage,
    aligned,
    finds,
    hint,
    matches,
    pattern,
    remembered,
    search,
)
from factcheck.checks._tables import Cell, Table
from factcheck.frozen import dataclass
from factcheck.language.asides import bearing
from factcheck.model import (
    Evidence,
    Fact,
    Form,
    Mention,
    Modifier,
    Outcome,
    Severity,
    Verdict,
)

LAW = "order"
# Words for either end, and what they measure: none that a time or a price can be told beside.
_OF = "(?= (?:of|was|is|at|near|around|will be|about)\\b| <)"
_LEVEL = r"(?:price|end|rate|fare|fee|wage|salary|grade|band|model|figure|estimate|bid|mark|score|speed|tier|bracket)\b"
_ENDS = (
    (
        "minimum|minimal|lower (?:limit|bound|end|quartile)|(?<=a )floor(?= of)|(?<=the )floor",
        "maximum|maximal|upper (?:limit|bound|end|quartile)|(?:ceiling|cap)(?= of| is| was)|(?<=the )ceiling",
        "",
    ),
    (
        f"lowest|bottom(?= {_LEVEL})|(?:low|lower)(?= (?:estimate|figure|forecast|end))|entry-level",
        f"highest|top(?= {_LEVEL})|(?:high|upper)(?= (?:estimate|figure|forecast|end))|top-of-the-range",
        "",
    ),
    (
        rf"(?:(?<=a )|(?<=night )|(?<=night-time )|(?<=daily )|(?<=the ))low{_OF}|lows{_OF}",
        rf"(?:(?<=a )|(?<=afternoon )|(?<=daytime )|(?<=daily )|(?<=the ))(?:high|peak){_OF}|highs{_OF}",
        "temperature angle",
    ),
    ("smallest|tiniest", "largest|biggest|greatest", "length mass area volume"),
    ("shallowest", "deepest", "length"),
    ("shortest", "longest|tallest", "length duration"),
    ("narrowest", "widest|broadest", "length"),
    ("thinnest", "thickest", "length"),
    ("lightest", "heaviest", "mass"),
    ("cheapest", "dearest|most expensive|priciest|costliest", "currency"),
    ("coldest|coolest", "warmest|hottest|mildest", "temperature angle"),
    ("youngest", "oldest|eldest", "age count"),
    ("slowest", "fastest", "speed"),
)
TELLS = hint(
    "imum", "imal", "lower ", "upper ", "floor", "ceiling", "est ", "est,", "most exp", " low ", "lows ", " high ", "highs ", "further up", "higher up", "must ", "should ", "may ", "shall ", "have to ", "has to ", "need", "required", "allowed", "permitted", "bottom", "the top", "entry-level", "low e", "high e",
)  # fmt: skip
_SET_OF = r"^ (?:[a-z]+ )?(?:of|among) (?:the |its |their |all )+$"
_ANY_END = "|".join(
    rf"\b(?:{word})\b" for low, high, _ in _ENDS for word in (low, high)
)
_BOUNDARY = re.compile(r"[,;.()]| and | but | while | whereas | to (?=<)| - ")
_HIGHER = r"<(?P<a>[cm]\d+)>[^<.;]*\b(?:further|higher) up,? (?:at|to) (?:an? [a-z]+ of )?<(?P<b>[cm]\d+)>"
_FROM_TO = (
    r"\bfrom {a:cemtrpa}(?P<one>[^<.;]{3,40}?) to {b:cemtrpa}(?P<two>[^<.;]{3,40})"
)
_PLACES = {
    True: r"\b(?:at|in|near) the (?:top|upper|higher)\b|\bhigh end\b",
    False: r"\b(?:at|in|near) the (?:bottom|lower|low end)\b",
}
# What makes the two those of two things, or of a ranking.
_APART = (
    r"\b(?:rank\w*|placed|seed\w*|par|handicap|if|than|respectively|fell|rose|raised|lowered|cut|changed|from|was once|used to"
    r"|previous\w*|earlier|formerly|old|new|record|since|ever|instead)\b"
)
_GROUP = re.compile(
    r"\b(?:for|among|in|on|of|at|by|with) (?:the |a |an |its |their )?([a-z]{3,})"
)
_KINDS = frozenset("cemtrpa")
# "At least" and "up to", where a text lays down what has to be.
_BOUNDS = {
    Modifier.AT_LEAST: False,
    Modifier.MORE_THAN: False,
    Modifier.UP_TO: True,
    Modifier.LESS_THAN: True,
}
_GOES_ON = (
    r"^ ?(?:it |they |he |she |this |these )?(?:also )?(?:must|should|may|shall|can|cannot|has to|have to|needs? to"
    r"|is|are|not|never|<)\b"
)
# "At least 60 and up to 45": one range, which has a law of its own.
_TOGETHER = r"<[a-z]\d+>(?: [a-z'-]+)? (?:and|but) (?:also |yet )?<[a-z]\d+>"
_NOT = r"\b(?:not|never|cannot)(?: [a-z]+){0,2} <[a-z]$"
_RULES = r"\b(?:must|should|may|shall|has to|have to|need to|needs to|required|allowed|permitted)\b"
_FORMS = frozenset((Form.PLAIN, Form.AGE))
_NOUN = re.compile(r"^ ([a-z]{3,})")
_NO_NOUN = frozenset(
    ("is", "are", "was", "were", "of", "point", "points", "end", "one", "ones", "with", "only", "just", "cost", "costs", "limit", "at", "has", "the", "in", "its", "a", "an", "for", "by", "on")
)  # fmt: skip
_HEADS = (
    (
        r"\b(?:min(?:imum)?|lower|lowest|smallest)\b",
        r"\b(?:max(?:imum)?|upper|highest|largest)\b",
    ),
    (r"\bfrom\b", r"\b(?:up )?to\b"),
)
_OLDEST, _ENOUGH = 120, 2


@dataclass(frozen=True, slots=True)
class _End:
    """An amount that is called the least or the most."""

    place: Place
    set: int
    high: bool
    noun: str
    groups: frozenset[str]
    goes_on: bool = True  # its clause names nothing new before it

    @property
    def mention(self) -> Mention:
        return self.place.passage.mention(self.place.slot)


def told(group: Sequence[Passage], at: int) -> Iterator[Outcome]:
    """Yield where the least in a sentence is more than the most, in it or in the next."""
    passage = group[at]
    if passage.in_table:
        return
    own = _ends(passage)
    ends = list(own)
    if len(own) == 1 and at + 1 < len(group):
        after = group[at + 1]
        if after.block == passage.block and after.index == passage.index + 1:
            ends += _ends(after)[:1]
    for first, second in pairwise(ends):
        if first.set == second.set and first.high != second.high:
            low, high = (second, first) if first.high else (first, second)
            if _are_of_one(first, second) and _is_reversed(low.mention, high.mention):
                yield _finding(low.place, high.place)
                return
    if _leads_up(passage.masked):
        yield from _upwards(passage)
        yield from _spanned(passage)


@remembered
def _leads_up(masked: str) -> bool:
    """Return whether a marked sentence leads from one number to another."""
    return any(pattern(each).search(masked) for each in (_HIGHER, _FROM_TO))


def _spanned(passage: Passage) -> Iterator[Outcome]:
    """From 64 grams for the smallest to 51 grams for the largest."""
    for match in matches(passage.masked, _FROM_TO):
        ends = [_end_named(match[name]) for name in ("one", "two")]
        if None in ends or ends[0] == ends[1]:
            continue
        places = [Place(passage, int(match[name])) for name in "ab"]
        low, high = places if ends == [False, True] else places[::-1]
        if _is_reversed(*(place.passage.mention(place.slot) for place in (low, high))):
            yield _finding(low, high)


def _end_named(words: str) -> bool | None:
    """Return whether some words name the upper end of a range; None if they name none or both."""
    said = {
        bool(number % 2)
        for number, word in enumerate(
            word for low, high, _ in _ENDS for word in (low, high)
        )
        if re.search(rf"\b(?:{word})\b", words)
    }
    said |= {high for high, word in _PLACES.items() if re.search(word, words)}
    return said.pop() if len(said) == 1 else None


def _upwards(passage: Passage) -> Iterator[Outcome]:
    """It begins at 1,400 metres and ends higher up, at 900 metres."""
    if match := search(passage.masked, _HIGHER):
        low, high = (Place(passage, int(match[end][1:])) for end in "ab")
        if _is_reversed(*(place.passage.mention(place.slot) for place in (low, high))):
            yield _finding(low, high)


def _ends(passage: Passage) -> list[_End]:
    """Return the amounts of a sentence beside one word for an end, in written order."""
    masked = passage.masked
    if not passage.says(TELLS) or not (_has_end(masked) or _is_bounded(passage)):
        return []
    found: list[_End] = []
    for slot, number, noun, groups, piece in _spoken(masked):
        place = Place(passage, slot)
        if number < 0:
            found += _of_modifier(place, piece)
        elif _measures(place, number // 2):
            found.append(_End(place, number // 2, bool(number % 2), noun, groups))
    return found


@remembered
def _has_end(masked: str) -> bool:
    return search(masked, _ANY_END) is not None


@remembered
def _spoken(masked: str) -> tuple[tuple[int, int, str, frozenset[str], str], ...]:
    """Return the amounts of a marked sentence beside one word for an end, or alone.

    Returns:
        The slot, the number of the end and -1 without any word, what it is said of, the groups
        that it is of, and the part of the sentence.
    """
    found: list[tuple[int, int, str, frozenset[str], str]] = []
    start, waiting = 0, ""
    cuts = [match.span() for match in _BOUNDARY.finditer(masked)]
    for stop, after in (*cuts, (len(masked), len(masked))):
        piece = f"{waiting}{masked[start:stop]}"
        start, waiting = after, ""
        tokens = [t for t in TOKEN.finditer(piece) if t["kind"] in _KINDS]
        said = [m for m in _pattern().finditer(piece) if m.lastgroup]
        if not said and len(tokens) == 1 and not _is_apart(masked, tokens[0]):
            found.append((int(tokens[0]["slot"]), -1, "", frozenset(), piece))
        if len(said) != 1:
            continue
        if not tokens:
            waiting = f"{piece} "  # "at its deepest, 12 metres"
        elif len(tokens) == 1 and not _is_apart(masked, tokens[0]):
            number = int((said[0].lastgroup or "")[1:])
            # "The longest of the 19 piers is 240 metres, the shortest is 12"
            if not finds(piece[said[0].end() : tokens[0].start()], _SET_OF):
                noun = _noun(piece, tokens[0].end(), *said[0].span())
                groups = frozenset(
                    word for word in _GROUP.findall(piece) if not _has_end(word)
                )
                found.append((int(tokens[0]["slot"]), number, noun, groups, piece))
    return tuple(found)


def _is_apart(masked: str, token: re.Match[str]) -> bool:
    """Return whether what bears on an amount makes it one of another thing or time."""
    return finds(bearing(masked, masked.index(token[0])), _APART)


def _noun(piece: str, end: int, start: int, stop: int) -> str:
    """Return what a word for an end is said of: "the minimum stay", "14 percent protein minimum"."""
    if end < start:
        words = piece[end:start].split()
        noun = words[-1] if words else ""
    else:
        match = _NOUN.match(piece[stop:])
        noun = match[1] if match else ""
    return "" if noun in _NO_NOUN else noun


def _is_bounded(passage: Passage) -> bool:
    """Return whether a number of a sentence is told as a least or a most."""
    return any(
        isinstance(item, Fact) and item.mention.modifier in _BOUNDS
        for item in passage.items
    )


def _of_modifier(place: Place, piece: str) -> list[_End]:
    """Return an amount whose word for an end was read with it: "and the maximum 4"."""
    mention = place.passage.mention(place.slot)
    text = place.passage.document.text
    said = text[mention.phrase.start : mention.span.start].lower().split()
    if mention.form is not Form.PLAIN or mention.value is None:
        return []
    if said[:1] in (["minimum"], ["maximum"]):
        return [_End(place, 0, said[0] == "maximum", "", frozenset())]
    # "Must be at least 60 feet long", "may measure no more than 45 feet"
    if mention.modifier not in _BOUNDS or not finds(place.passage.masked, _RULES):
        return []
    noun = mention.counted.lemma if mention.counted else ""
    before = place.passage.masked.partition(f"{place.slot}>")[0]
    high = _BOUNDS[mention.modifier] is not finds(before, _NOT)
    goes_on = finds(piece, _GOES_ON)
    return [_End(place, 0, high, noun, frozenset(), goes_on=goes_on)]


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of all words for an end, each in a group of its number."""
    words = [word for low, high, _ in _ENDS for word in (low, high)]
    return re.compile(
        "|".join(rf"(?P<w{n}>\b(?:{word})\b)" for n, word in enumerate(words))
    )


def _measures(place: Place, number: int) -> bool:
    """Return whether a word for an end can be said of an amount."""
    item = place.passage.fact(place.slot)
    mention = item.mention
    bound = mention.modifier is not None and mention.modifier.is_bound
    if mention.form not in _FORMS or mention.value is None or bound:
        return False
    kinds = _ENDS[number][2].split()
    kind = "age" if mention.form is Form.AGE else mention.dimension.partition(":")[0]
    if kinds == ["age", "count"]:
        bare = mention.counted is None or mention.counted.elided
        return kind == "age" or (kind == "count" and bare and mention.value < _OLDEST)
    bare = kind == "count" and mention.counted is None
    return not kinds or kind in kinds or bare


def _are_of_one(first: _End, second: _End) -> bool:
    """Return whether two ends are of one thing: the second names no other, and no other group."""
    same = first.place.passage is second.place.passage
    if not second.goes_on or (same and finds(first.place.passage.masked, _TOGETHER)):
        return False
    if first.noun and second.noun and first.noun != second.noun:
        return _ENDS[first.set][2].startswith("temperature")
    if same:
        apart = (
            first.groups and second.groups and first.groups.isdisjoint(second.groups)
        )
        return not apart or _ENDS[first.set][2].startswith("temperature")
    return second.groups <= first.groups


def _is_reversed(low: Mention, high: Mention) -> bool:
    aged = Form.AGE in (low.form, high.form)
    pair = (low, high) if aged else aligned(low, high)
    if pair is None or pair[0].value is None or pair[1].value is None:
        return False
    unit = [("" if aged else each.unit) for each in pair]
    return _compare.base_value(pair[0].value, unit[0]) > _compare.base_value(
        pair[1].value, unit[1]
    )


def _finding(low: Place, high: Place) -> Outcome:
    evidence = sorted(
        (place.evidence(0) for place in (low, high)),
        key=lambda each: each.span.start if each.span else 0,
    )
    said = [_arithmetic.plain(place.passage, place.slot) for place in (low, high)]
    return _said(evidence, *said)


def _said(evidence: Sequence[Evidence], low: str, high: str) -> Outcome:
    return _compare.outcome(
        LAW,
        Verdict.CONFLICT,
        list(evidence),
        f"The lower end is {low}, and the upper end {high}: no number lies between them.",
        explanation=f"What is called the least, {low}, is more than what is called the most, {high}."
        " The two may be swapped, or a digit was lost.",
        severity=Severity.ERROR,
    )


def in_rows(table: Table) -> Iterator[Outcome]:
    """Yield the rows whose least is more than their most, where other rows are right."""
    pair = _columns(table)
    if pair is None:
        return
    wrong: list[tuple[Fact, Fact]] = []
    right = 0
    for row in table.rows[1:]:
        cells: list[Cell | None] = [
            row[at] if at < len(row) else None for at in pair[:2]
        ]
        low, high = (cell.fact if cell else None for cell in cells)
        if low is None or high is None:
            continue
        if _is_reversed(low.mention, high.mention):
            wrong.append((low, high))
        else:
            right += 1
    # Stages of a road go "from" and "to" as well, and may count down.
    if len(wrong) > right or (pair[2] and len(wrong) * _ENOUGH > right):
        return
    for low, high in wrong:
        evidence = [
            _compare.evidence(table.document, fact, side=side)
            for side, fact in enumerate((low, high))
        ]
        yield _said(evidence, low.mention.surface, high.mention.surface)


def _columns(table: Table) -> tuple[int, int, bool] | None:
    """Return the columns for the least and the most of one thing, if there is one of each.

    Returns:
        The two, and whether they are only called "from" and "to".
    """
    headers = [cell.text.lower() for cell in table.rows[0]]
    for low, high in _HEADS:
        lower = [at for at, header in enumerate(headers) if finds(header, low)]
        upper = [at for at, header in enumerate(headers) if finds(header, high)]
        if len(lower) == len(upper) == 1 and lower != upper:
            rest = [
                re.sub(word, "", headers[at])
                for word, at in ((low, lower[0]), (high, upper[0]))
            ]
            if rest[0].split() == rest[1].split():
                return lower[0], upper[0], low == _HEADS[-1][0]
    return None
