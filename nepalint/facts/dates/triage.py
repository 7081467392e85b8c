"""A glance that tells most documents free of a date fault before their dates are read in full.

It may err only towards reading: where it says no, the full reading finds no fault either.
"""

from functools import cache, lru_cache
from typing import Final

import regex

from nepalint.knowledge.dates import date_words
from nepalint.text.spelling import SPLIT_VOWELS

_NUMBER: Final = regex.compile(r"[0-9०-९]++")
_REACH: Final = 64
"""Code points between the two years of a range at the most."""
_BESIDE: Final = 32
"""Code points between a day and its month at the most."""
_SHORTEST_MONTH: Final = 28
_LONGEST_DAY: Final = 99
_YEAR: Final = 4
_DAY: Final = 2
_NUMERIC_SIGNS: Final = frozenset("-/.–")


def may_run_backwards(text: str) -> bool:
    """Whether two joined numbers stand in `text` that could be the years of a range running backwards."""
    year = year_end = previous_end = 0
    for start, end, number in _numbers(text):
        length = end - start
        # Between two whole years there may be a day; the short end of a range follows its year directly.
        if year and start - year_end <= _REACH and (length == _YEAR or previous_end == year_end):
            scale = 10**length
            last = number if length == _YEAR else year // scale * scale + number
            if last < year and _joins().search(text, year_end, start):
                return True
        if length == _YEAR:
            year, year_end = number, end
        previous_end = end
    return False


def may_be_impossible(text: str) -> bool:
    """Whether a number too high for some month stands beside a month or in a date of numbers."""
    for start, end, number in _numbers(text):
        if not _SHORTEST_MONTH < number <= _LONGEST_DAY or end - start > _DAY:
            continue
        if text[max(0, start - 1) : start] in _NUMERIC_SIGNS or text[end : end + 1] in _NUMERIC_SIGNS:
            return True
        if _months().search(text, max(0, start - _BESIDE), end + _BESIDE):
            return True
    return False


@lru_cache(maxsize=1)
def _numbers(text: str) -> list[tuple[int, int, int]]:
    """The runs of digits of `text`, of four digits at most: start, end and value."""
    found = [match.span() for match in _NUMBER.finditer(text)]
    return [(start, end, int(text[start:end])) for start, end in found if end - start <= _YEAR]


@cache
def _joins() -> regex.Pattern[str]:
    words = date_words().words("endings", "from")
    return regex.compile("|".join(map(regex.escape, ("-", "–", "—", "−", "‑", *words, *SPLIT_VOWELS))))


@cache
def _months() -> regex.Pattern[str]:
    """The names of months, and vowels in pieces, in which a name may be hidden."""
    names = (name for month in date_words().months for name in (*month.spellings, *month.beside_number))
    return regex.compile("|".join(map(regex.escape, (*names, *SPLIT_VOWELS))))
