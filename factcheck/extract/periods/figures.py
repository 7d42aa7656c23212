# ruff: noqa: PLR0911, RUF001, SIM905 - one way out for each form; word lists
"""Periods that begin with digits: years, decades, numeric dates and clock times."""

from __future__ import annotations

import datetime as dt
import re

from factcheck.extract.periods import calendar
from factcheck.extract.periods.dates import DATE_CUES, read_day, read_quarter
from factcheck.extract.periods.reading import (
    AGES,
    BLANK,
    COUNTED_AFTER,
    ERA,
    HEAT,
    Found,
    Lazy,
    Reader,
    back,
    century_of,
    modified,
)
from factcheck.extract.periods.years import is_year, stands_free

_ISO = Lazy(
    r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[-/.]\d)"
    r"(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z\b|[+-]\d\d:?\d\d)?)?(?!\w)"
)

_NUMERIC = Lazy(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)(?!\w|[-/.]\d)")

_YEARS = Lazy(r"(\d{4}) ?[-–—/] ?(\d{4}|\d\d)(?![\d%]|[.,-]\d|[^\W\d_])")

_YEARS_IN_WORDS = Lazy(r"(\d{4}) (?:to|and|through|until|till) (\d{4})(?!\d)")

_DASHES = frozenset("-–—/")

# Of "to", "and", "until".
_INITIALS = frozenset("tau")

# What begins a zone, "hours" or a bracket with a clock time of some zone.
_BEHIND_CLOCK = frozenset("GUBECMPIJAZKlh(")

_DECADE = Lazy(r"(\d{3}0|\d0)[’']?s(?!\w)")

_ZONE = (
    r"(?:GMT|UTC|BST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST|EET|EEST|MSK|IST|JST|"
    r"AEST|ET|PT|Z|local time|Kyiv time|Moscow time)(?!\w)"
)

_HALF_DAY = r"[ap](?:\.m(?:\.|\b)|m\b)|[AP](?:\.M(?:\.|\b)|M\b)"

_CLOCK = Lazy(
    rf"(\d{{1,2}})(?:([:.])([0-5]\d)(:[0-5]\d(?:\.\d{{1,6}})?)?)?(?!\d|[:.]\d)"
    rf"(?:{BLANK}?({_HALF_DAY})|[ -]?(o[’'`]clock))?(?: ?\(?({_ZONE})\)?)?"
)

_SPACED_CLOCK = Lazy(
    rf"(\d{{1,2}}): [0-5]\d(?![\d%]|[.,:]\d|[^\W\d_])(?:{BLANK}?({_HALF_DAY}))?"
)

_CLOCKS = Lazy(
    rf"(\d{{1,2}}(?:[:.][0-5]\d)?) ?(?:-|–|—|to|and|until) ?(?=\d{{1,2}}(?:[:.][0-5]\d)?{BLANK}?(?:{_HALF_DAY}))"
)

# Behind these digits are no day and no hour.
_CLOSING = frozenset(",);%(]") | {""}

_BLANKS = frozenset(" \n\xa0")

_APOSTROPHES = frozenset("’'‘")

# What may follow "5 " where it is an hour (then it has a group), a day or a year of an era.
_NEAR = Lazy(
    r"\d\d?\s{1,2}(?:((?:to|and|until|&) (?=\d)|[-–—] ?(?=\d)|[ap]\.?m|[AP]\.?M|o[’'`]c)"
    r"|[ABC]|[JFMASOND][a-zA-Z]|of |day of)"
)

_ERAS = frozenset({" B", " A", " C", "BC", "AD", "CE"})

_ERAS_BEFORE = frozenset({"AD ", "D. "})

_YEAR_FIRST = Lazy(
    r"(\d{4}),? ([A-Z][a-z]{2,8})\.? (\d{1,2})(?![\d:%]|[.,]\d|[^\W\d_])"
)

_ZONE_IN_BRACKETS = Lazy(rf" ?\((?:\d{{4}}|\d{{1,2}}[:.]\d\d) ?{_ZONE}")

_ELEVENTH = Lazy(r"9/11(?![\d/]|[.,]\d)")

_MILITARY = Lazy(rf"([01]\d|2[0-4])([0-5]\d)(?: ?({_ZONE})|( hours| hrs|h)\b)?")

_QUARTER_FIRST = Lazy(r"([1-4](?=Q)|[12])([QH])[ ’']?(\d{4}|\d\d)?(?!\w)")

_ORDINAL = frozenset("nrt")

_DIGIT_BEFORE = frozenset("$€£¥₹#§/\\+~_=@&<>")

_AT = (["at"], ["by"], ["until"], ["from"])

_RATIOS = frozenset(
    "ratio ratios odds scale slope gradient dilution diluted mixture aspect record".split()
)

_SLOPES = (["slope"], ["scale"], ["ratio"], ["model"], ["odds"], ["mix"])

_CHANGES = frozenset(
    "rose rise rising fell fall falling grew grow growing increased increase increasing "
    "decreased dropped drop climbed jumped soared surged declined cut up down went going "
    "reduced expanded shrank raised lowered ranging range ranged ranges".split()
)


def read_digits(
    reader: Reader, start: int, end: int, found: list[Found]
) -> Found | None:
    """Read a period that begins with digits, behind those that were found before."""
    text, size, near = reader.text, end - start, None
    before = text[start - 1] if start > reader.start else " "
    after = text[end] if end < reader.end else ""
    if size < 3 and (  # noqa: PLR2004
        after in _CLOSING
        or (after in _BLANKS and not (near := _NEAR.match(text, start, reader.end)))
    ):
        # Only what stands before can make a year of it: "'98", "AD 79".
        if size == 2 and before in _APOSTROPHES:  # noqa: PLR2004
            return _apostrophe(reader, start, end)
        if text[start - 3 : start] in _ERAS_BEFORE:
            return _era(reader, start, end)
        return None
    if before in _DIGIT_BEFORE or before.isalpha():
        return None
    if before in ".,:" and text[start - 2 : start - 1].isdigit():
        return None
    one = None
    if size == 4:  # noqa: PLR2004
        return _four(reader, start, end, after, found)
    if size == 2 and before in _APOSTROPHES:  # noqa: PLR2004
        one = _apostrophe(reader, start, end)
    if one is None and size < 3:  # noqa: PLR2004
        hourly = near is None or near[1] is not None
        one = _two(reader, start, after, found, hourly=hourly)
    if one is None and (
        text[end : end + 2] in _ERAS or text[start - 3 : start] in _ERAS_BEFORE
    ):
        return _era(reader, start, end)
    return one


def _two(
    reader: Reader, start: int, after: str, found: list[Found], *, hourly: bool
) -> Found | None:
    """Read what begins with one or two digits, by what follows them."""
    text, limit = reader.text, reader.end
    match after:
        case "-" | "/" | "." if numeric := _numeric(reader, start):
            return numeric
        case "/" if _ELEVENTH.match(text, start, limit):
            date = dt.date(2001, 9, 11)
            return Found(start, start + 4, "date", (date, date))
        case "." if not text[start + 2 : start + 4].strip(".").isdecimal():
            return None
        case "s" | "'" | "’":
            if decade := _short_decade(reader, start, found):
                return decade
        case "Q" | "H":
            part = _QUARTER_FIRST.match(text, start, limit)
            if part:
                return read_quarter(reader, part, part[2], int(part[1]), part[3])
        case ":":
            return _clock(reader, start) or _spaced_clock(reader, start)
        case _:
            pass
    day = read_day(reader, start)
    # Behind "20th" no hour can be meant.
    if day or after in _ORDINAL or not hourly:
        return day
    return _clock(reader, start)


def _apostrophe(reader: Reader, start: int, end: int) -> Found | None:
    """Read a year of two digits after an apostrophe: "in '98", "the class of '09"."""
    cue = reader.before(start - 1, 12)[-1:]
    if (
        not cue
        or cue[0] not in DATE_CUES
        or not stands_free(reader.text, end, reader.end)
    ):
        return None
    year = century_of(reader.text[start:end])
    days = calendar.years(year, year)
    return Found(start - 1, end, "year", days, precise=False)


def _four(
    reader: Reader, start: int, end: int, after: str, found: list[Found]
) -> Found | None:
    """Read what begins with four digits."""
    text, limit = reader.text, reader.end
    sign = text[end + 1 : end + 2] if after == " " else after
    if after and after in "-/., " and (date := _year_first(reader, start)):
        return date
    if after and after in "s’'" and (decade := _DECADE.match(text, start, limit)):
        return _decade(reader, decade)
    if (
        sign in _DASHES
        and (two := _YEARS.match(text, start, limit))
        and (span := _year_range(reader, two))
    ):
        return span
    if (
        sign in _INITIALS
        and (two := _YEARS_IN_WORDS.match(text, start, limit))
        and (span := _year_words(reader, two))
    ):
        return span
    era = _era(reader, start, end)
    if era is not None:
        return era
    if (sign in _BEHIND_CLOCK or text[start] == "0") and (
        clock := _four_as_clock(reader, start, end)
    ):
        return clock
    last = found[-1] if found else None
    listed = (
        last is not None
        and last.kind in {"year", "span"}
        and text[last.end : start].strip(" ,;&") in {"", "and", "or"}
        and start - last.end < 7  # noqa: PLR2004
    )
    if not is_year(text, start, end, reader.start, limit, listed=listed):
        return None
    value = int(text[start:end])
    fiscal = reader.before(start, 16)[-2:]
    if "fiscal" in fiscal or "financial" in fiscal:
        return Found(
            start - back(reader, start, ("fiscal", "financial")),
            end,
            "fiscal",
            calendar.years(value, value),
        )
    return modified(reader, Found(start, end, "year", calendar.years(value, value)))


def _year_first(reader: Reader, start: int) -> Found | None:
    """Read 2025-11-05, 2025/11/05 and "2025 Nov 5"."""
    found = _ISO.match(reader.text, start, reader.end)
    if found:
        month, number = int(found[3]), int(found[4])
    elif found := _YEAR_FIRST.match(reader.text, start, reader.end):
        month, number = calendar.MONTHS.get(found[2].lower(), 0), int(found[3])
    else:
        return None
    date = calendar.day(int(found[1]), month, number)
    if date is None or date.year < 1000:  # noqa: PLR2004
        return None
    return Found(start, found.end(), "date", (date, date))


def _four_as_clock(reader: Reader, start: int, end: int) -> Found | None:
    """Read "0900 GMT", "at 0930" and "at 1353 (1023 GMT)"."""
    found = _MILITARY.match(reader.text, start, reader.end)
    if found and (
        found[3]
        or (found[4] and reader.before(start, 8)[-1:] in _AT)
        or _at_clock(reader, start, end)
        or _ZONE_IN_BRACKETS.match(reader.text, end, reader.end)
    ):
        return Found(start, found.end(), "time", precise=False)
    return None


def _at_clock(reader: Reader, start: int, end: int) -> bool:
    """Return whether four digits such as 0930 are a clock time: "at 0930"."""
    return (
        reader.text[start] == "0"
        and reader.before(start, 8)[-1:] in _AT
        and not reader.text[end : end + 1].isalnum()
    )


def _year_range(reader: Reader, two: re.Match[str]) -> Found | None:
    """Read 2018-2020, 2019/20 and 2025-11."""
    text, start = reader.text, two.start()
    first, second = int(two[1]), int(two[2])
    short = len(two[2]) == 2  # noqa: PLR2004
    if short and second <= first % 100:
        if "-" not in two[0] or " " in two[0] or not 1 <= second <= 12:  # noqa: PLR2004
            return None
        return Found(start, two.end(), "month", calendar.months(first, second))
    if short:
        second += first - first % 100
    if not first < second <= 2100 or first < 1100:  # noqa: PLR2004
        return None
    if "/" in two[0] and second - first > 1:
        return None
    rounded = (first % 100 == 0 and second % 100 == 0) or first < 1900  # noqa: PLR2004
    at = two.start(2)
    if not short and not is_year(text, at, two.end(2), at, reader.end, listed=True):
        return None
    cue = reader.before(start, 12)[-1:]
    bracket = text[start - 1 : start] in {"(", "["}
    if rounded and not bracket and cue and cue[0] not in DATE_CUES:
        return None
    if cue in (["pages"], ["pp."], ["no."], ["nos."], ["lines"]):
        return None
    return _span_of_years(start, two, first, second)


def _span_of_years(
    start: int, two: re.Match[str], first: int, second: int
) -> Found | None:
    one = Found(start, two.end(1), "year", calendar.years(first, first))
    other = Found(two.start(2), two.end(2), "year", calendar.years(second, second))
    return Found(
        start,
        two.end(),
        "span",
        calendar.years(first, second),
        parts=(one, other),
    )


def _year_words(reader: Reader, two: re.Match[str]) -> Found | None:
    """Read "from 2010 to 2015" and "between 1914 and 1918"."""
    text, start, limit = reader.text, two.start(), reader.end
    words = reader.before(start, 30)
    cue = words[-1] if words else ""
    joined = text[two.end(1) + 1 : two.start(2) - 1]
    if joined == "and" and cue != "between":
        return None
    first, second = int(two[1]), int(two[2])
    if not 1100 <= first < second <= 2100:  # noqa: PLR2004
        return None
    if cue not in {"from", "between", "years", "period"}:
        both = is_year(text, start, two.end(1), reader.start, limit) and is_year(
            text, two.start(2), two.end(2), reader.start, limit, listed=True
        )
        return _span_of_years(start, two, first, second) if both else None
    initial = len(words) == 1 or text[start - len(cue) - 1].isupper()
    rounded = first % 100 == 0 and second % 100 == 0
    if not is_year(
        text, two.start(2), two.end(2), reader.start, limit, listed=True
    ) and not (initial and _stands_before_clause(text, two.end(), limit)):
        return None
    if rounded and not initial:
        return None
    if cue == "from" and len(words) > 1 and _is_change(words[-2]):
        return None
    return _span_of_years(start, two, first, second)


def _is_change(word: str) -> bool:
    return word in _CHANGES


def _stands_before_clause(text: str, at: int, limit: int) -> bool:
    """Return whether the next word counts nothing: "Between 1400 and 1700 trade ..."."""
    return not COUNTED_AFTER.match(text, at, limit)


def _era(reader: Reader, start: int, end: int) -> Found | None:
    """Read "44 BC", "476 AD" and "AD 800"."""
    text = reader.text
    value = int(text[start:end])
    if text[end : end + 1] in {" ", "B", "A", "C"} and (
        era := ERA.match(text, end, reader.end)
    ):
        if era[1][0] == "B":
            return Found(start, era.end(), "year", precise=False)
        if reader.text[end : end + 1] == " " or len(era[1]) > 2:  # noqa: PLR2004
            return Found(start, era.end(), "year", calendar.years(value, value))
    for sign in ("AD ", "A.D. "):
        at = start - len(sign)
        if at >= reader.start and text.startswith(sign, at) and value:
            return Found(at, end, "year", calendar.years(value, value))
    return None


def _numeric(reader: Reader, start: int) -> Found | None:
    """Read 13/11/2025, 5.11.2025; where day and month may be swapped, nothing is resolved."""
    found = _NUMERIC.match(reader.text, start, reader.end)
    if not found:
        return None
    first, second, sign = int(found[1]), int(found[3]), found[2]
    if len(found[4]) == 2:  # noqa: PLR2004
        if sign == ".":
            return None
        year = 2000 + int(found[4])
        year -= 100 if year > 2069 else 0  # noqa: PLR2004 # POSIX strptime's pivot
    else:
        year = int(found[4])
    if not 1000 <= year <= 2999:  # noqa: PLR2004
        return None
    european = calendar.day(year, second, first)
    american = None if sign == "." else calendar.day(year, first, second)
    if european and american and european != american:
        return Found(start, found.end(), "date", precise=False)
    date = european or american
    if date is None or (len(found[4]) == 2 and sign == "-"):  # noqa: PLR2004
        return None
    return Found(start, found.end(), "date", (date, date))


def _short_decade(reader: Reader, start: int, before: list[Found]) -> Found | None:
    """Read "the '90s", "the 60s" and, after a decade, "90s"."""
    found = _DECADE.match(reader.text, start, reader.end)
    if not found:
        return None
    quoted = start > reader.start and reader.text[start - 1] in "’'‘"
    words = reader.before(start, 40)
    last = before[-1] if before else None
    listed = last is not None and last.kind == "decade" and start - last.end < 8  # noqa: PLR2004
    cue = words[-1:] == ["the"] or words[-1:] in (["early"], ["mid"], ["late"])
    if not quoted and not listed:
        if not cue or not HEAT.isdisjoint(words) or not AGES.isdisjoint(words[-3:]):
            return None
        if int(found[1]) < 20:  # noqa: PLR2004
            return None
    year = 1900 + int(found[1])
    days = calendar.years(year, year + 9)
    begin = start - 1 if quoted else start
    return modified(reader, Found(begin, found.end(), "decade", days, precise=False))


def _decade(reader: Reader, found: re.Match[str]) -> Found | None:
    value = int(found[1])
    before = reader.text[found.start() - 1] if found.start() > reader.start else " "
    if not 1000 <= value <= 2100 or before in "$€£¥":  # noqa: PLR2004
        return None
    if value % 100 == 0 and value < 2000:  # noqa: PLR2004
        one = Found(
            found.start(), found.end(), "century", calendar.years(value, value + 99)
        )
    else:
        one = Found(
            found.start(), found.end(), "decade", calendar.years(value, value + 9)
        )
    return modified(reader, one)


def _clock(reader: Reader, start: int) -> Found | None:
    """Read 10:30, 10.30am, 5 p.m., 10 o'clock, 18:29 UTC and "9 to 5pm"."""
    text = reader.text
    if several := _CLOCKS.match(text, start, reader.end):
        second = _CLOCK.match(text, several.end(), reader.end)
        if second and int(several[1].split(":")[0].split(".")[0]) <= 24:  # noqa: PLR2004
            return Found(start, second.end(), "time", precise=False)
    found = _CLOCK.match(text, start, reader.end)
    if not found:
        return None
    hour, sign = int(found[1]), found[2]
    half, oclock, zone = found[5], found[6], found[7]
    if hour > 24 or (half and hour > 12 and not sign):  # noqa: PLR2004
        return None
    if half or oclock:
        clock = True
    else:
        clock = bool(zone and sign) or _is_bare_clock(reader, found)
    return Found(start, found.end(), "time", precise=False) if clock else None


def _spaced_clock(reader: Reader, start: int) -> Found | None:
    """Read "at 12: 00" and "4: 30 pm": a blank that a scanner or a wire put in."""
    found = _SPACED_CLOCK.match(reader.text, start, reader.end)
    if not found or int(found[1]) > 24:  # noqa: PLR2004
        return None
    if not found[2] and reader.before(start, 8)[-1:] not in _AT:
        return None
    return Found(start, found.end(), "time", precise=False)


def _is_bare_clock(reader: Reader, found: re.Match[str]) -> bool:
    """Return whether 10:30 is a clock time, not a ratio, a result or a lap."""
    start, end = found.span()
    if found[2] != ":" or reader.text[end : end + 1] in {"%", "/"}:
        return False
    words = reader.before(start, 40)
    cue = words[-1] if words else ""
    if found[4] and [cue] not in _AT:
        return False
    if cue in {"in", "won", "lost"} or not _RATIOS.isdisjoint(words):
        return False
    after = reader.text[end : min(reader.end, end + 7)].split()[:1]
    return len(found[1]) > 1 or (bool(cue) and after not in _SLOPES)
