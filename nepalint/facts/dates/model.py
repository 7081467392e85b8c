"""What a date expression says: `DateFact` and its parts."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Calendar(StrEnum):
    """The calendar in which a date's numbers count."""

    GREGORIAN = "gregorian"
    BIKRAM_SAMBAT = "bikram-sambat"
    UNKNOWN = "unknown"

    def agrees(self, other: "Calendar") -> bool:
        """Whether both can be one calendar."""
        return self is other or Calendar.UNKNOWN in (self, other)


class DateType(StrEnum):
    """What kind of time an expression names."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    RANGE = "range"
    FISCAL_YEAR = "fiscal-year"
    DECADE = "decade"
    CENTURY = "century"
    SEASON = "season"
    DURATION = "duration"
    AGE = "age"
    RECURRENCE = "recurrence"
    RELATIVE = "relative"
    CLOCK = "clock"


class Moment(NamedTuple):
    """A point in time as far as it is said, in the numbers of its calendar.

    Years before 1 count down from 0 as in EDTF (300 BC is -299). A month of 21 to 24 is a season.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def whole(self) -> bool:
        """Whether year, month and day are all said."""
        return None not in self


class Duration(NamedTuple):
    """A length of time; half a year is six months, but half a day (साढे सात दिन) stays a fraction."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: float = 0


class YearDigits(NamedTuple):
    """Where the digits of a year are written, `[start, end)` in code points of the document."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFact:
    """One date expression, at the code points `[start, end)` of the document.

    `edtf` is the value in EDTF (levels 0 to 2), in the numbers of `calendar`. EDTF has no durations, recurrences and
    clock times; those are written as in ISO 8601 (`P3Y`, `R/P1D`, `T18:50`), followed by `~` where the text says
    "about". It is empty where the expression has no single value. A range that runs backwards keeps its order.

    `first` and `last` are the ends of what is named: equal for a single date, None for an open end. `years` holds the
    digits of the years in order. `inherited` says that the year comes from the date before.
    """

    start: int
    end: int
    text: str
    type: DateType
    calendar: Calendar
    edtf: str
    first: Moment | None = None
    last: Moment | None = None
    duration: Duration | None = None
    years: tuple[YearDigits, ...] = ()
    about: bool = False
    inherited: bool = False

    @property
    def year(self) -> int | None:
        """The year, where the expression lies within a single one."""
        if self.first is None or self.last is None or self.first.year != self.last.year:
            return None
        return self.first.year
