"""Whether two tolls of one event may both be right: tolls rise, and events are added up."""

from __future__ import annotations

import re
from functools import cache

from factcheck.language.patterns import Pattern
from factcheck.link import lexicon, stages
from factcheck.link.digits import alike
from factcheck.link.setting import Setting
from factcheck.link.sides import Side
from factcheck.link.stems import stem
from factcheck.link.strangers import overlap
from factcheck.model import Motion

_RISEN = frozenset(("rise", "reach", "climb"))
# "Bringing the toll to nine".
_LIFTED = frozenset(map(stem, ("raise", "bring", "push", "lift")))
_LONG_TIMES = frozenset({"month", "year", "season", "decade"})
_STORY = 20_000  # characters in which a text names what it tells of
_TWICE = 2  # what one source has counted, another may not have by half


def of_later(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether a toll may have risen between two reports."""
    later = not setting.same_day(x, y) and not _falls(x, y, setting)
    missing = "missing" in x.fact.concepts & y.fact.concepts
    if not later and missing and alike(x, y) <= 1:
        later = stages.is_logged(x, setting) != stages.is_logged(y, setting)
        later = later or _are_found(x, y, setting) or _are_found(y, x, setting)
    return later or _rises(x, y, setting) or _rises(y, x, setting)


def _are_found(now: Side, other: Side, setting: Setting) -> bool:
    """Return whether fewer are "still" missing, in a text that tells of some who were found."""
    return (
        now.path != other.path
        and now.reading.is_below(other.reading)
        and setting.tells(now, _still())
        and not setting.tells(other, _still())
        and setting.once(now, _tells_of_found)
    )


@cache
def _still() -> Pattern:
    return Pattern(r"\b(?:still|remain|remains|remained)\b")


def _tells_of_found(side: Side, setting: Setting) -> bool:
    text = setting.text(side)[:_STORY].lower()
    return _found().search(text) is not None


@cache
def _found() -> Pattern:
    return Pattern(
        r"\b(?:found|recovered|located|identified|turned up|accounted for|pulled (?:out|from)|safe and (?:sound|well)|alive)\b"
    )


def are_of_one_stretch(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether both counts are of one stretch that is over, and one has the other's digits.

    "Over the four days police made 13 arrests", "between Thursday and Sunday 31 were arrested":
    what was done in it is known, and grows no more.
    """
    return alike(x, y) > 1 and _is_over(x, setting) and _is_over(y, setting)


def _is_over(side: Side, setting: Setting) -> bool:
    period, day = side.fact.period, setting.date(side)
    if period is not None and period.parts and period.end is not None:
        return day is None or period.end <= day
    return setting.tells(side, _over(), whole=True)


@cache
def _over() -> Pattern:
    return Pattern(
        r"\b(?:over|in|during|across|for|throughout) (?:the|all|those|these|its|their) (?:(?:whole|entire|full|last|past|first|two|three|four|five|six|seven|eight|nine|ten|\d+) )*(?:days|nights|weekend|weeks|months|hours|festival|season|strike|siege|tournament|fair)\b"
    )


def _falls(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether a toll is less than it had been, and nobody takes anything back.

    It "rose to" less, or "had risen to" more before, or its digits are only swapped.
    """
    first, second = setting.date(x), setting.date(y)
    if first is None or second is None:
        return False
    before, after = (x, y) if first < second else (y, x)
    low, high = before.reading.low, after.reading.high
    if low is None or high is None or high >= low:
        return False
    return (
        alike(x, y) > 1
        or (after.fact.motion is Motion.TO and not after.fact.near.isdisjoint(_RISEN))
        or (
            before.fact.motion is Motion.TO
            and not before.fact.near.isdisjoint(_RISEN)
            and high * _TWICE >= low
        )
    )


def _rises(now: Side, other: Side, setting: Setting) -> bool:
    """Return whether a toll "rose to" more than another report says, which is no later."""
    first, second = setting.date(other), setting.date(now)
    if first is not None and second is not None and first > second:
        return False
    near = now.fact.near
    risen = now.fact.motion is Motion.TO and not near.isdisjoint(_RISEN)
    return (
        (risen or not near.isdisjoint(_LIFTED))
        and other.fact.motion is None
        and other.fact.near.isdisjoint(_LIFTED)
        and other.reading.is_below(now.reading)
    )


def of_other_scopes(x: Side, y: Side, _: Setting) -> bool:
    """Return whether a word sets the event of one fact apart from that of another."""
    mine, yours = frozenset(x.fact.scope), frozenset(y.fact.scope)
    return bool(mine) != bool(yours) or (bool(mine) and mine.isdisjoint(yours))


def of_other_attacks(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether two tolls are of attacks of two kinds, where both texts speak of both.

    "A bomber wounded three people", in reply to "air strikes, in which 120 were wounded".
    """
    if x.path == y.path:
        return False
    mine = _attacks_beside(x, setting)
    yours = _attacks_beside(y, setting) if mine else mine
    if not yours or mine & yours:
        return False
    return not (
        yours.isdisjoint(setting.once(x, _all_attacks))
        or mine.isdisjoint(setting.once(y, _all_attacks))
    )


def _all_attacks(side: Side, setting: Setting) -> frozenset[str]:
    return _attacks(setting.text(side)[:_STORY])


def _attacks_beside(side: Side, setting: Setting) -> frozenset[str]:
    """Return the kinds of attack that the sentence of a toll names."""
    span = side.fact.sentence
    return setting.read(setting.text(side)[span.start : span.end], _attacks)


def _attacks(text: str) -> frozenset[str]:
    """Return the kinds of attack that a text names."""
    found = _attack().finditer(text)
    return frozenset([match.lastgroup or "" for match in found])


@cache
def _attack() -> re.Pattern[str]:
    return re.compile(
        r"(?i)\b(?:(?P<shots>gunm[ae]n|gunfire|shootings?|shot dead|opened fire|ambush(?:ed)?|snipers?)"
        r"|(?P<strikes>strikes|air[ -]?(?:strikes?|raids?)|airstrikes?|(?:missile|rocket|drone) attacks?|shelling|warplanes|jets|gunships)"
        r"|(?P<bombs>suicide (?:bomb\w*|attack\w*)|bombers?|(?:car|truck) bombs?)"
        r"|(?P<knives>stabb\w+|knifem[ae]n|knife))\b"
    )


def of_long_times(x: Side, y: Side, _: Setting) -> bool:
    """Return whether two tolls are of long times, in sentences that may not tell of one."""
    a, b = x.fact, y.fact
    return not _LONG_TIMES.isdisjoint(a.scope) and not overlap(a.words, b.words, 70)


def of_attacker(x: Side, y: Side, _: Setting) -> bool:
    """Return whether one of two counts of the dead is one more, where there is an attacker."""
    a, b = x.fact, y.fact
    p, q = a.mention.value, b.mention.value
    if p is None or q is None or "killed" not in a.concepts:
        return False
    return abs(p - q) == 1 and bool((a.words | b.words) & lexicon.ATTACKERS)
