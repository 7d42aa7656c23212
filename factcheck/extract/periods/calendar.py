# ruff: noqa: PLR0911, RUF001 - one way out for each form; dashes as people type them
"""Names of months, days, seasons and positions, and the stretches of days they mean."""

from __future__ import annotations

import datetime as dt

Days = tuple[dt.date, dt.date]

MONTHS: dict[str, int] = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6,
    "july": 7, "august": 8, "september": 9, "october": 10, "november": 11,
    "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
"""Month names and abbreviations in lower case."""

WEEKDAYS: dict[str, int] = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4,
    "saturday": 5, "sunday": 6, "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2,
    "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
"""Names and abbreviations of the days of the week in lower case; Monday is 0."""

SEASONS: dict[str, int] = {
    "spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12,
}  # fmt: skip
"""The first month of each season of the northern hemisphere."""

NUMBERS: dict[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
"""Number words that name an hour, or follow "day", "week" and "year"."""

_ONES = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9,
}  # fmt: skip
_TEENS = {
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
    "hundredth": 100,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
ORDINALS: dict[str, int] = (
    _ONES
    | _TEENS
    | {
        f"{tens}-{ones}": ten + one
        for tens, ten in _TENS.items()
        for ones, one in _ONES.items()
    }
)
"""Ordinal words in lower case: "fourth", "twenty-first"."""

DECADES: dict[str, int] = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
"""Decades by name, as years of their century."""

HOLIDAYS: dict[str, tuple[int, int] | None] = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26),
    "new year’s eve": (12, 31), "new year's eve": (12, 31),
    "new year’s day": (1, 1), "new year's day": (1, 1),
}  # fmt: skip
"""Holidays with a date of their own: month and day."""

PARTS: dict[str, int] = {
    "early": 0, "start": 0, "beginning": 0, "mid": 1, "middle": 1, "late": 2, "end": 2,
}  # fmt: skip
"""Words for the first, the middle and the last third of a stretch."""


def ordinal(word: str) -> int | None:
    """Return the position that an ordinal names, in words or as "12th", or None.

    >>> ordinal("twenty-first"), ordinal("12th"), ordinal("12")
    (21, 12, None)
    """
    if word[:1].isdigit():
        digits, suffix = word[:-2], word[-2:]
        if suffix in {"st", "nd", "rd", "th"} and digits.isdecimal():
            return int(digits) if len(digits) < 4 else None  # noqa: PLR2004 # no 1000th day
        return None
    return ORDINALS.get(word)


def day(year: int, month: int, number: int) -> dt.date | None:
    """Return a date, or None where the calendar has no such day."""
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def move(date: dt.date, days: int) -> dt.date:
    """Return the date so many days later, stopped at the ends of the calendar."""
    try:
        return date + dt.timedelta(days)
    except OverflowError:
        return dt.date.max if days > 0 else dt.date.min


def years(first: int, last: int) -> Days | None:
    """Return the days from the first to the last year, or None outside 1 to 9999."""
    if not 1 <= first <= last <= dt.MAXYEAR:
        return None
    return dt.date(first, 1, 1), dt.date(last, 12, 31)


def months(year: int, month: int, count: int = 1) -> Days | None:
    """Return the days of `count` months; `month` may lie outside 1 to 12."""
    first = day(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    after = month + count
    following = day(year + (after - 1) // 12, (after - 1) % 12 + 1, 1)
    if first is None or following is None:
        return None
    return first, following - dt.timedelta(1)


def week(date: dt.date, offset: int) -> Days:
    """Return the week, Monday to Sunday, so many weeks after that of the date."""
    monday = move(date, 7 * offset - date.weekday())
    return monday, move(monday, 6)


def relative(unit: str, offset: int, anchor: dt.date) -> Days | None:
    """Return the calendar unit so many units after the one that holds the anchor."""
    match unit:
        case "day":
            date = move(anchor, offset)
            return date, date
        case "week":
            return week(anchor, offset)
        case "weekend":
            monday, sunday = week(anchor, offset)
            return move(monday, 5), sunday
        case "month":
            return months(anchor.year, anchor.month + offset)
        case "quarter":
            first = anchor.month - (anchor.month - 1) % 3
            return months(anchor.year, first + 3 * offset, 3)
        case "decade":
            first = anchor.year - anchor.year % 10 + 10 * offset
            return years(first, first + 9)
        case "century":
            return century((anchor.year - 1) // 100 + 1 + offset)
        case _:
            return years(anchor.year + offset, anchor.year + offset)


def trailing(unit: str, anchor: dt.date) -> Days | None:
    """Return the unit that ends on the anchor: "the past year"."""
    lengths = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
    days = lengths.get(unit)
    return None if days is None else (move(anchor, -days), anchor)


def century(number: int) -> Days | None:
    """Return the days of a century; the first began in the year 1."""
    return years(number * 100 - 99, number * 100)


def season(name: str, year: int) -> Days | None:
    """Return the days of a season; a winter is the one that starts or ends the year."""
    first = SEASONS[name]
    if first == SEASONS["winter"]:
        return months(year - 1, 12, 15)
    return months(year, first, 3)


def part(days: Days, third: int) -> Days:
    """Return the first (0), middle (1) or last (2) third of a stretch of days.

    >>> part((dt.date(2024, 1, 1), dt.date(2024, 12, 31)), 0)[1]
    datetime.date(2024, 5, 1)
    """
    start, end = days
    length = (end - start).days + 1
    return (
        move(start, length * third // 3),
        move(start, length * (third + 1) // 3 - 1) if third < 2 else end,  # noqa: PLR2004
    )


def nearest(
    month: int, number: int | None, anchor: dt.date, *, ahead: bool
) -> Days | None:
    """Return the stretch of a date without a year that is meant beside the anchor.

    The latest that has begun, unless `ahead` says that the text looks forward, or a day
    lies far nearer ahead than behind.

    Args:
        month: Month of the year.
        number: Day of the month, or None for the whole month.
        anchor: Date of the document.
        ahead: Whether the words around it speak of the future.
    """
    found: list[Days] = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        if number is None:
            stretch = months(year, month)
        else:
            date = day(year, month, number)
            stretch = None if date is None else (date, date)
        if stretch is not None:
            found.append(stretch)
    past = [days for days in found if days[0] <= anchor]
    future = [days for days in found if days[1] >= anchor]
    if ahead:
        return future[0] if future else None
    if not past:
        return None
    near = 4  # a day ahead is meant only where it is four times nearer
    if number is not None and future:
        behind, before = (anchor - past[-1][0]).days, (future[0][0] - anchor).days
        if before * near < behind:
            return future[0]
    return past[-1]
