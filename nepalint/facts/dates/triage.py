"""A glance that tells most documents free of a date fault before their dates are read in full."""

from collections.abc import Iterator

import regex

from nepalint.knowledge.dates import date_words
from nepalint.text.script import fold_digits

_NUMBER = regex.compile(r"[0-9०-९]++")
_JOINS = regex.compile(r"[-–—−‑/]|देखि|बाट|सम्म")
_REACH = 48
"""Code points between the two years of a range at the most."""
_BESIDE = 32
"""Code points between a day and its month at the most."""
_SHORTEST_MONTH = 28
_LONGEST_DAY = 99
_YEAR = 4


def may_run_backwards(text: str) -> bool:
    """Whether two joined numbers stand in `text` that could be the years of a range running backwards."""
    previous: tuple[int, str] | None = None
    for start, end, number in _numbers(text):
        if previous is not None and start - previous[0] <= _REACH and len(previous[1]) == _YEAR:
            first = previous[1]
            last = number if len(number) >= _YEAR else first[: _YEAR - len(number)] + number
            if int(last) < int(first) and _JOINS.search(text, previous[0], start):
                return True
        previous = (end, number)
    return False


def may_be_impossible(text: str) -> bool:
    """Whether a number too high for some month stands beside a month or in a date of numbers."""
    months: regex.Pattern[str] | None = None
    for start, end, number in _numbers(text):
        if len(number) > 2 or not _SHORTEST_MONTH < int(number) <= _LONGEST_DAY:
            continue
        if start and text[start - 1] in "-/.–" or text[end : end + 1] in ("-", "/", ".", "–"):
            return True
        months = months or regex.compile(
            "|".join(name for month in date_words().months for name in (*month.spellings, *month.beside_number))
        )
        if months.search(text, max(0, start - _BESIDE), end + _BESIDE):
            return True
    return False


def _numbers(text: str) -> Iterator[tuple[int, int, str]]:
    """The runs of digits of `text`, of four digits at most, in ASCII digits."""
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if end - start <= _YEAR:
            yield start, end, fold_digits(match[0])
