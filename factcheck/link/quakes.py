"""The strength of a quake: one quake has one, whoever measured it and wherever it was felt."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from factcheck.language.patterns import Pattern
from factcheck.link.setting import Setting
from factcheck.link.sides import Side
from factcheck.link.tolls import of_other_scopes

MAGNITUDE = "magnitude"
_REVISED_BY = Decimal("0.3")  # as much as further records change it


def are_of_one_quake(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether two strengths are those of the quake that their documents are about."""
    return x.kind == MAGNITUDE and _is_main(x, setting) and _is_main(y, setting)


def of_aftershock(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether one strength is that of an aftershock."""
    return setting.is_aftershock(x) or setting.is_aftershock(y)


def of_other_readings(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether only one is a first reading, a record, of years ago, or what walls stand."""
    return _is_apart(x, setting) is not _is_apart(y, setting)


def of_later(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether the later of two reports may have more records, or tell of another quake."""
    if setting.same_day(x, y):
        return False
    return not are_of_one_quake(x, y, setting) or _may_be_revised(x, y)


def of_several(x: Side, y: Side, setting: Setting) -> bool:
    """Return whether two strengths are of other quakes, by a word beside one.

    The strongest of one day's quakes is hardly that of another's: "the strongest of magnitude 3.9".
    """
    if setting.date(x) != setting.date(y) and any(
        setting.tells(side, _of_many(), whole=True) for side in (x, y)
    ):
        return True
    return of_other_scopes(x, y, setting) and not are_of_one_quake(x, y, setting)


@cache
def _of_many() -> Pattern:
    return Pattern(
        r"\b(?:strongest|largest|biggest|most powerful)(?: one)?(?:,| of (?:them|these|those|the|which|a? ?magnitude)\b| (?:with|was|had|at|measured|measuring|reached|reaching)\b)"
    )


def _may_be_revised(x: Side, y: Side) -> bool:
    """Return whether a strength is so near another that more records may have changed it."""
    p, q = x.fact.mention.value, y.fact.mention.value
    return p is None or q is None or abs(p - q) <= _REVISED_BY


def _is_main(side: Side, setting: Setting) -> bool:
    """Return whether a strength is the first of its document, and of no other time."""
    period, day = side.fact.period, setting.date(side)
    other = period and period.start and day and period.start.year != day.year
    return (
        setting.kinds[side.path][MAGNITUDE][0] is side
        and not other
        and not setting.is_aftershock(side)
        and not setting.tells(side, _other_times(), whole=True)
        and not _is_apart(side, setting)
    )


def _is_apart(side: Side, setting: Setting) -> bool:
    """Return whether a strength is a first reading, a record, of years ago, or what walls stand."""
    return _is_of_year(side, setting) or setting.tells(side, _apart(), whole=True)


def _is_of_year(side: Side, setting: Setting) -> bool:
    """Return whether a strength is told of a year that is not that of its document."""
    period, day = side.fact.period, setting.date(side)
    if period is None or period.kind != "year" or period.start is None:
        return False
    return day is None or day.year != period.start.year


@cache
def _apart() -> Pattern:
    return Pattern(
        r"\b(?:first (?:readings?|estimates?|reports?|solutions?)|initial(?:ly)?|preliminar\w+|provisional\w*"
        r"|ever (?:felt|measured|recorded|known)|(?:years|decades) (?:after|since|ago|before|earlier)|anniversary|built (?:for|to)|withstand|resist|up to (?:a )?magnitude)\b"
    )


@cache
def _other_times() -> Pattern:
    return Pattern(
        r"\b(?:years?|decades?|centur\w+|anniversary|last (?:month|week)|(?:months|weeks) (?:ago|before|earlier|after|later)"
        r"|previous|earlier|another|second|third|since)\b"
    )
