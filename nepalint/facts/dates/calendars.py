"""What the calendars allow: how many days a month can have, and the value of a moment in EDTF."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from nepalint.facts.dates.model import Calendar, Duration, Moment
from nepalint.knowledge.dates import date_words

_FEBRUARY: Final = 2
_SHORT_FEBRUARY: Final = 28
_LONGEST_MONTH: Final = 31
_LAST_JULIAN_YEAR: Final = 1923  # Greece was the last to leave the Julian calendar


def most_days(calendar: Calendar, year: int | None, month: int) -> int:
    """The most days that `month` can have; without a calendar, in any of them. An unknown year may be a leap year."""
    if calendar is Calendar.UNKNOWN:
        return max(most_days(known, year, month) for known in Calendar if known is not Calendar.UNKNOWN)
    if calendar is Calendar.GREGORIAN and month == _FEBRUARY and year is not None and not _may_leap(year):
        return _SHORT_FEBRUARY
    return _month_lengths()[calendar, month]


def is_possible(calendar: Calendar, moment: Moment) -> bool:
    """Whether there can be such a day."""
    if moment.day is None or moment.month is None:
        return True
    known = (moment.year or 0, moment.month, moment.day)
    if calendar is Calendar.GREGORIAN and known in date_words().historical_days:
        return True
    return 1 <= moment.day <= most_days(calendar, moment.year, moment.month)


def month_name(calendar: Calendar, month: int) -> str:
    """The standard name of the month in a known calendar."""
    return next(
        (row.spellings + row.beside_number)[0]
        for row in date_words().months
        if (row.calendar, row.number) == (calendar, month)
    )


def edtf(moment: Moment) -> str:
    """The moment in EDTF; what is not said, or what EDTF cannot say (a 32nd), stands as X."""
    year = "XXXX" if moment.year is None else f"{moment.year:04d}" if moment.year >= 0 else f"-{-moment.year:04d}"
    if moment.day is not None:
        month = "XX" if moment.month is None else f"{moment.month:02d}"
        day = f"{moment.day:02d}" if moment.day <= _LONGEST_MONTH else "XX"
        return f"{year}-{month}-{day}"
    return year if moment.month is None else f"{year}-{moment.month:02d}"


def iso_duration(duration: Duration) -> str:
    """The duration as ISO 8601 writes it."""
    years = f"{duration.years}Y" if duration.years else ""
    months = f"{duration.months}M" if duration.months else ""
    weeks = f"{duration.weeks}W" if duration.weeks else ""
    days = f"{duration.days:g}D" if duration.days else ""
    return f"P{years}{months}{weeks}{days}" if years or months or weeks or days else "P0D"


def _may_leap(year: int) -> bool:
    """Whether the year is a leap year, or was one where the Julian calendar still held."""
    if year % 100 == 0 and year % 400:
        return year <= _LAST_JULIAN_YEAR
    return year % 4 == 0


@cache
def _month_lengths() -> Mapping[tuple[Calendar, int], int]:
    return {(Calendar(month.calendar), month.number): month.days for month in date_words().months}
