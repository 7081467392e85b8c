"""Reading ranges of years: what the short end of 1905-07 means, and whether a range runs backwards."""

from typing import Final, NamedTuple

CROSSING_YEARS: Final = 30
"""The longest range that is read across a century (1985-02 as 1985 to 2002), in years."""

CALENDAR_DISTANCES: Final = (56, 57)
"""By how many years Bikram Sambat is ahead of the Gregorian calendar: २०४६–१९९० is one year in two calendars."""

_MONTHS: Final = 12
_SHORT: Final = 2
_THREE: Final = 3


class RangeReading(NamedTuple):
    """The years of a written range; `first > last` where it runs backwards.

    `crossing`: the end lies in the next century. `month_like`: a backward range that is a year and a month (1928-02).
    """

    first: int
    last: int
    crossing: bool = False
    month_like: bool = False

    @property
    def backward(self) -> bool:
        """Whether the end lies before the start."""
        return self.last < self.first


def read_range(first: str, last: str) -> RangeReading | None:
    """The years of `first`-`last`, both written in digits of one or the other script.

    A short end belongs to the start's century; where that runs backwards, to the next one if the range stays within
    `CROSSING_YEARS`. None where the digits are no range of years, or one year in two
    calendars.
    """
    start, end = int(first), int(last)
    if len(last) == len(first):
        return None if start - end in CALENDAR_DISTANCES else RangeReading(start, end)
    if len(last) == _THREE and last[0] in "0०":
        # २०४६/०४७, the Nepali short form that keeps the zero of the thousands
        return RangeReading(start, start // 1000 * 1000 + end)
    if len(last) != _SHORT or len(first) <= _SHORT:
        return None
    full = start // 100 * 100 + end
    if full >= start:
        return RangeReading(start, full)
    if full + 100 - start <= CROSSING_YEARS:
        return RangeReading(start, full + 100, crossing=True)
    return RangeReading(start, full, month_like=1 <= end <= _MONTHS)
