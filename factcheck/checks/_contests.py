"""Two values that a text sets against each other, and which of them has to be the larger.

"The hall seats more people than the old one. It has 1,150 seats, whereas the old one had
1,500": a comparative or a verb ("outsold", "finished ahead of") says which way, and the words
beside the two values say whose each is. What follows "than", or the verb, is the other one; its
value has its name beside it, or is told of it in a relative clause.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import NamedTuple

from factcheck.checks import _compare, _tallies
from factcheck.checks._arithmetic import Place
from factcheck.checks._context import (
    TOKEN,
    Passage,
    aligned,
    alike,
    finds,
    hint,
    pattern,
    search,
)
from factcheck.language.data import word_set
from factcheck.model import Document, DocumentFacts, Form, Mention, Outcome

# What is more, what is less, and the kinds of values that can show it.
_SCALES = (
    ("more better greater larger bigger", "fewer less smaller", "cemtrp"),
    ("higher", "lower", "cemrp"),
    ("longer", "shorter", "mt"),
    ("taller deeper wider thicker steeper hotter warmer louder heavier stronger", "shallower narrower thinner colder cooler quieter lighter weaker", "m"),
    ("older", "younger", "at"),
    ("dearer costlier pricier", "cheaper", "er"),
    ("richer", "poorer", "e"),
    ("busier", "emptier", "c"),
    ("slower", "faster quicker swifter", "t"),
    ("outsold outsell outsells outselling outnumber outnumbers outnumbered outscored outearned outspent", "", "ce"),
    ("outweighs outweighed", "", "m"),
    ("beat beats beating overtook overtakes overtaking", "trailed trails trailing", "cpm"),
    ("ahead above front", "behind below", "cp"),
    ("ahead front", "behind", "m"),
    ("", "ahead front", "t"),
    ("behind", "", "t"),
)  # fmt: skip
_WAYS = {
    (word, kind): up
    for most, least, kinds in _SCALES
    for up, words in ((True, most), (False, least))
    for word in words.split()
    for kind in kinds
}
_BEHIND = frozenset({"behind", "below", "trailed", "trailing", "trails"})
_ADJECTIVES = "|".join(
    word for most, least, _ in _SCALES[:9] for word in f"{most} {least}".split()
)
_VERBS = "|".join(
    word for most, least, _ in _SCALES[9:12] for word in f"{most} {least}".split()
)
_OBJECT = r"(?P<other>[a-z'](?:[^<;:.,()]|<[dwkq]\d+>){1,60}?)(?=[;:.,()]| <[cemtrpa]| (?:(?:with|at|on|in)(?: its| their)? <[cemtrpa]|(?:where|which|who|whose|did|does|do)\b)|$)"
_PLACED = r"finished|came(?: in| home| out)?|ranked|ranks?|placed|is|are|was|were|stands?|places?|lies|lay|just|narrowly|well|far|comfortably"
_CLAIM = (
    rf"(?:(?<![>\d] )\b(?P<than>{_ADJECTIVES})\b(?: expensive)?(?P<what>(?: [a-z'-]+| <[dwkq]\d+>){{0,7}}?) than"
    rf"|(?<!\bthe )(?<!\ba )\b(?P<verb>{_VERBS})|\b(?:(?:{_PLACED}),? (?P<near>above|below|behind)|(?P<place>ahead|in front) of)) {_OBJECT}"
)
HINTS = hint(" than ", "outs", "outn", "outw", "oute", "beat", "overt", "trail", "ahead of", "in front of", " above ", " below ", "behind ", sources=(_CLAIM,))  # fmt: skip
# A comparison that is made of something else than the bare amounts.
_LOW_WINS = r"\b(?:golf\w*|strokes?|birdies?|bogeys?|under par|over par|fairways?|penalty (?:points?|seconds?)|ranked by|points per)\b"
_OTHERWISE = (
    r"\b(?:at (?:its|their|his|her) (?:best|peak|height)|in (?:its|their|his|her) (?:best|worst) (?:year|season)|though|although|but|yet|however|even so|nevertheless|despite|per (?!cent)|an hour|a head|handicap|corrected|adjusted|allowance|average age|proportion\w*|relative|relation"
    r"|expect(?:ed|ations?)|forecasts?|plann?ed|thought|hoped|feared|not|n't|no longer|never|neither|nor|if|would|could|should|may|might|together|combined|altogether|in all|overall|total of|until|up from|down from|nowhere|nobody|none|no[ -]one|nothing|no (?:other )?[a-z]+(?: (?!<)[a-z'-]+){0,5} (?:has|have|had|is|are|was|were|[a-z]{3,}(?:s|ed)) (?:[a-z]+ ){0,2}(?:more|fewer|less|[a-z]+er) (?:[a-z]+ ){0,2}than"
    # "It shrank more than Skag, which had 212 and now has 149"
    r"|(?:gr[eo]w\w*|shr[aiu]nk\w*|r[io]ses?|fell|falls?|improve[sd]?|decline[sd]?|drop(?:s|ped)?|climb(?:s|ed)?|chang(?:es|ed)|suffer(?:s|ed)?) (?:[a-z]+ )?(?:more|less|faster|slower|further) than"
    r"|than (?:(?:in|at|on|for|by) )?(?:any|ever|normal|usual)|(?:on|at) (?:weekdays|weekends|that age|the same age|his age|her age|that time|night)|by [a-z]+ standards|for (?:its|their|his|her) (?:size|age)|games? in hand|limits?|thresholds?|capacity|target|in seats|by area)\b"
)
_BY_SO_MANY = r"<[cemtp]\d+>(?: [a-z]+)? $"
_SIZE = r"(?:\b(?:of|among|between|all|other) (?:the |its |their |all )*)$"
_DIFFERENCE = rf"^(?: (?!(?:it|he|she|they|is|was|are|were)\b)[a-z-]+){{0,2}} (?:ahead|behind|above|below|clear|{_ADJECTIVES}|away|apart|lead)\b"
_PLAYED = r"^ (?:[a-z]+ )?(?:games?|matches|rounds?|races|starts?|attempts?|outings|appearances|laps|frames|meetings|tests?)\b"
_BREAKS = (
    r"\.\)? |; | whereas | while |, where | compared with | against ",
    r",? and ",
    r", | to ",
)
_RELATIVE = r"^(?:, (?:home to|with(?: its| their)?) |, (?:pulled [^<]*|[a-z]+ed [^<,]{1,30}, )?(?:who|which|whose|where|whom)\b[^<;:]{0,50}|(?: which| who| whose| where)\b[^<;:]{0,50}| ?\(| with (?:its |their |her |his )?| on | at | in |'s )$"
_PRONOUN = r"(?:^|[.;:] |, |\bbut |\band )(?:it|they|he|she)\b"
_WORD = re.compile(r"[a-z0-9']{3,}")
# "41,200 tractors to 43,800"
_SCORE = r"^(?: [a-z]+)?,? (?:to|against|versus|compared with) $"
_COMMON = word_set(
    """
    the its their his her our and are was were has had have did does who which whose where than that this those these
    with from for per into year years month last week day now about some only just also more less most all any
    them they she one two three percent million thousand other others not but out new time
    """
)
_PERIOD = re.compile(r"<[dwkq](\d+)>")
_KINDS = frozenset("cemtrpa")
_FORMS = (Form.PLAIN, Form.AGE)
_FAR, _NEAR = 200, Decimal("2.5")
_SECOND = 1000
_PAIR, _STEM = 2, 6


class _Window(NamedTuple):
    """Sentences as one, the numbers of the second counted on from a thousand."""

    text: str
    passages: tuple[Passage, ...]

    def place(self, slot: int) -> Place:
        """Return the place of a number."""
        return Place(self.passages[slot // _SECOND], slot % _SECOND)

    def mention(self, slot: int) -> Mention:
        """Return the number."""
        return self.passages[slot // _SECOND].mention(slot % _SECOND)

    def alike(self, first: re.Match[str], second: re.Match[str]) -> bool:
        """Return whether two numbers measure the same; of counts, whatever they count."""
        a, b = (self.mention(int(token["slot"])) for token in (first, second))
        return (
            first is second or a.dimension == b.dimension or aligned(a, b) is not None
        )

    def words(self, start: int, end: int) -> set[str]:
        """Return the words of a part that name something, periods as they are written."""
        said = _PERIOD.sub(
            lambda token: self.said(int(token[1])).lower(), self.text[start:end]
        )
        return {
            word.removesuffix("'s").rstrip("s'")[:_STEM]
            for word in _WORD.findall(said)
            if word not in _COMMON
        }

    def said(self, slot: int) -> str:
        """Return a number or period as written."""
        return self.place(slot).said()


class _Value(NamedTuple):
    start: int
    end: int
    slot: int
    opens: int
    closes: int


def compared(group: Sequence[Passage], at: int) -> Iterator[Outcome]:
    """Yield the two values of which the words make the smaller one the larger.

    Args:
        group: The sentences of a document.
        at: Number of the sentence that compares them.
    """
    passage = group[at]
    if passage.in_table or search(passage.masked, _OTHERWISE):
        return
    found = list(_judged(_window("", passage, None)))
    following = group[at + 1] if at + 1 < len(group) else None
    if not found and following is not None and following.block == passage.block:
        found = list(_judged(_window("", passage, following)))
    yield from found


def led(facts: DocumentFacts, group: Sequence[Passage]) -> Iterator[Outcome]:
    """Yield the two values of a sentence that are compared in the one before, without a number."""
    text = facts.document.text
    at = text.find(" than ")
    while at >= 0:
        after = bisect_left(group, at, key=lambda passage: passage.span.start)
        if after < len(group) and (not after or group[after - 1].span.end <= at):
            passage = group[after]
            if (
                passage.span.start - at < _FAR
                and passage.amounts + passage.kinds.count("p") >= _PAIR
                and not passage.in_table
            ):
                lead = text[max(0, at - _FAR) : passage.span.start]
                said = " ".join(lead[lead.rfind("\n") + 1 :].lower().split())
                if not any(map(str.isdigit, said)):
                    yield from _judged(_window(f"{said} ", passage, None))
        at = text.find(" than ", at + 1)


def _window(lead: str, passage: Passage, following: Passage | None) -> _Window:
    if following is None:
        return _Window(lead + passage.masked, (passage,))
    told = TOKEN.sub(
        lambda token: f"<{token['kind']}{int(token['slot']) + _SECOND}>",
        following.masked,
    )
    text = passage.document.text[passage.span.end : following.span.start]
    between = " ".join(text.lower().split())
    return _Window(f"{passage.masked} {between} {told}", (passage, following))


def _judged(window: _Window) -> Iterator[Outcome]:
    text = window.text
    claims = list(pattern(_CLAIM).finditer(text))
    if not claims or finds(text, _OTHERWISE):
        return
    tokens = [token for token in TOKEN.finditer(text) if token["kind"] in _KINDS]
    past = claims[0].start()
    for claim, following in zip_longest(claims, claims[1:]):
        if following and window.words(*claim.span("other")) & window.words(
            *following.span("other")
        ):
            continue  # "overtook Denby and now is one place above Denby"
        end = following.start() if following else len(text)
        values = _values(
            window,
            claim,
            [
                token
                for token in tokens
                if token.start() < claims[0].start() or past < token.start() < end
            ],
        )
        past = end
        # "two behind Halden, who have 33, and seven ahead of Orsk": whose are not told
        aside = finds(text[: claim.start()], _BY_SO_MANY) and all(
            value.end <= claim.start() for value in values
        )
        told = _whose(window, claim, values) if values and not aside else None
        if told is not None:
            yield from _weighed(window, claim, *told)


def low_wins(document: Document) -> bool:
    """Return whether a text may tell of a contest that the lowest number wins, as in golf."""
    return finds(document.text.lower(), _LOW_WINS)


def _weighed(
    window: _Window, claim: re.Match[str], own: _Value, other: _Value
) -> Iterator[Outcome]:
    between = window.text[min(own.end, other.end) : max(own.start, other.start)]
    if between.strip() == "(":
        return  # "2.1 degrees F (1.2 degrees C) higher": one amount in two units
    first, second = window.mention(own.slot), window.mention(other.slot)
    both = aligned(first, second) or (first, second)
    named = first.counted is not None and second.counted is not None
    if named and not (claim["than"] or claim["verb"] or alike(first, second)):
        return  # "on 41 points, ahead of Holm, who have 43 players"
    way = (
        claim["than"]
        or claim["verb"]
        or (claim["place"] or claim["near"]).removeprefix("in ")
    )
    # A bare number beside a measure is one: "42.18 seconds, ahead of Dol in 41.95".
    kinds = sorted(
        (window.text[value.start + 1] for value in (own, other)), key="c".__eq__
    )
    up = next(
        (up for kind in kinds if (up := _WAYS.get((way, kind))) is not None), None
    )
    if up is None and set(kinds) == {"c"} and first.counted is None:
        up = next((up for (word, _), up in _WAYS.items() if word == way), None)
    if up is None:
        return
    a, b = (_compare.convert(m.reading, m.unit) for m in both)
    if not a.low or not b.low or not 1 / _NEAR < a.low / b.low < _NEAR:
        return
    agrees = a.meets(b) or (a.low > b.low) == up
    places = [window.place(value.slot) for value in (own, other)]
    if not agrees and low_wins(places[0].passage.document):
        return
    said = [place.said() for place in places]
    word = ("more", "less") if up else ("less", "more")
    claimed = f"said to be {word[0]} than"
    if not claim["than"]:
        claimed = "ranked behind" if way in _BEHIND else "ranked ahead of"
    yield _tallies.say(
        [place.evidence(side) for side, place in enumerate(places)],
        f"{said[0]} is {claimed} {said[1]}"
        + ("." if agrees else f", but it is {word[1]}."),
        f"The words put {said[0]} {'above' if up else 'below'} {said[1]}; the numbers say"
        " the reverse.",
        agrees=agrees,
    )


def _values(
    window: _Window, claim: re.Match[str], tokens: Sequence[re.Match[str]]
) -> list[_Value]:
    """Return the two values of one kind, with the words that go with each."""
    text = window.text
    found: list[re.Match[str]] = []
    for token in tokens:
        mention = window.mention(int(token["slot"]))
        before, after = text[: token.start()], text[token.end() :]
        if finds(before, _SIZE) or finds(after, _DIFFERENCE) or finds(after, _PLAYED):
            continue
        if mention.form not in _FORMS or mention.value is None or mention.modifier:
            return []
        if "-" in mention.surface and mention.unit:
            continue  # "a three-year contract"
        found.append(token)
    for first in found:
        like = [token for token in found if window.alike(first, token)]
        if len(like) == _PAIR:
            return _clauses(text, claim, like)
        if len(like) > _PAIR:
            return []
    return []


def _clauses(
    text: str, claim: re.Match[str], tokens: Sequence[re.Match[str]]
) -> list[_Value]:
    first, second = tokens
    between = text[first.end() : second.start()]
    cut = len(between)
    for source in _BREAKS:
        broken = pattern(source).search(between)
        if broken:
            cut = broken.start()
            break
    cut += first.end()
    start = 0
    if first.start() > claim.start():
        start = claim.end()
        opened = pattern(r"[,:;.(]").search(text[start : first.start()])
        start += opened.end() if opened else 0
    else:
        start = max(text.rfind(". ", 0, first.start()), 0)
        cut = min(cut, claim.start())
    end = text.find(". ", second.end())
    rest = cut
    if first.start() < claim.start() < second.start():
        rest = claim.end()
    return [
        _Value(first.start(), first.end(), int(first["slot"]), start, cut),
        _Value(
            second.start(),
            second.end(),
            int(second["slot"]),
            rest,
            end if end >= 0 else len(text),
        ),
    ]


def _whose(
    window: _Window, claim: re.Match[str], values: Sequence[_Value]
) -> tuple[_Value, _Value] | None:
    """Return the value of the one that is said to have more, or less, and that of the other."""
    text = window.text
    first, second = values
    between = text[first.end : second.start]
    if first.start > claim.end() and finds(between, _SCORE):
        return first, second
    start = max(
        text.rfind(". ", 0, claim.start()), text.rfind("; ", 0, claim.start()), 0
    )
    others = window.words(*claim.span("other"))
    owns = window.words(start, claim.start())
    if claim["what"]:
        owns |= window.words(*claim.span("what"))
    others, owns = others - owns, owns - others
    scores = []
    for value in values:
        words = window.words(value.opens, value.closes)
        other, own = len(words & others), len(words & owns)
        if value.start >= claim.end() and finds(
            text[claim.end() : value.start], _RELATIVE
        ):
            other += 2
        own += finds(text[value.opens : value.closes], _PRONOUN)
        own += start <= value.start < claim.start()
        scores.append((own, other))
    (own1, other1), (own2, other2) = scores
    a, b = (window.mention(value.slot) for value in values)
    if aligned(a, b) is None and not (own1 + own2 and other1 + other2):
        return None
    if other2 and other2 - own2 > other1 - own1 and not other1:
        return first, second
    if other1 and other1 - own1 > other2 - own2 and not other2:
        return second, first
    return None
