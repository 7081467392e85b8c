"""The grammar of calendar dates, over rows of kinds: `nmy` is a day, a month and a year (see `Kind`)."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

import regex

from nepalint.facts.dates.lexicon import Kind

# d, d2: days; m: month; y: year; z: the second year of a range; after: an era behind its year.
# A number before a counting word (v) or a unit of time (U) is not part of the date.
_DAY_FIRST: Final = (
    r"(?P<d>n)g?(?:[df](?P<d2>n)g?)?,?(?P<m>[mq])(?:,?e?(?P<y>y)(?![vU])s?|(?!E))",
    r"(?P<d>n)g",
)
_YEAR_FIRST: Final = (
    r"(?P<y>y)s?k?,?(?P<m>[mq])k?(?P<d>n)(?![vUmq])(?:[df](?P<d2>n)(?![vUmq]))?g?",
    r"(?P<y>y)s?k?,?(?P<m>[mq])(?!E)",
    r"(?P<y>y)s?k(?P<season>[ST])o?",
    r"(?P<y>y)k?(?P<unit>U)",
    r"(?P<y>y)/(?P<z>[ynt])(?![v/])",
    r"(?P<y>y)s?d(?P<z>[ynt])(?P<after>e)",
    r"(?P<y>y)s?d(?P<z>[ynt])(?![vU/d])s?",
    r"(?P<y>y)s",
)
_SHORT_YEAR_FIRST: Final = (
    r"(?P<y>[nt])d(?P<z>[nt])(?P<after>e)",
    r"(?P<y>[ynt])(?P<after>e)",
    r"(?P<y>t)s",
)
_MONTH_FIRST: Final = (
    r"(?P<m>[mq])k?(?P<d>n)(?![vU])(?:[df](?P<d2>n)(?![mqvU]))?g?,?e?(?P<y>y)(?![vU])s?",
    r"(?P<m>[mq])k?(?P<d>n)(?:[df](?P<d2>n)(?![mqvU]))?g",
    r"(?P<m>m)(?P<d>n)(?:[df](?P<d2>n)(?![mqvU]))?(?=[ckfubhw),|]|d[mq])",
    r"(?P<m>q)(?P<d>n)(?:[df](?P<d2>n)(?![mqvU]))?(?=[ckfubhw]|d[mq])",
    r"(?P<m>[mq]),?e?(?P<y>y)(?![vU])s?",
    r"(?P<m>m)(?!E)",
    r"(?P<season>[ST])o",
)
_PATTERNS: Final[Mapping[str, tuple[regex.Pattern[str], ...]]] = {
    first: tuple(map(regex.compile, patterns))
    for first, patterns in (
        (Kind.NUMBER, (*_DAY_FIRST, *_SHORT_YEAR_FIRST)),
        (Kind.THREE, _SHORT_YEAR_FIRST),
        (Kind.YEAR, (*_YEAR_FIRST, *_SHORT_YEAR_FIRST, r"(?P<y>y)")),
        (Kind.MONTH, _MONTH_FIRST),
        (Kind.MONTH_BESIDE_NUMBER, _MONTH_FIRST),
        (Kind.SEASON, _MONTH_FIRST),
        (Kind.SEASON_ALONE, _MONTH_FIRST),
    )
}
# What follows a bare year shows that it is one; years in a list share what follows the last. To or from a year is no
# cue where the number turns out to be counted (1900 देखि 2050 जना).
_CUE: Final = regex.compile(r"(?:[,a]e?y){0,6}(?:[scbh]|[fu](?!k?v|e?yu?k?v)|(?P<of>k))")


class Row(NamedTuple):
    """One way to read a row: the first `length` kinds, and at which of them the named parts stand.

    `cue`: an ending after it that belongs to dates, `of` where that is only को.
    """

    kinds: str
    length: int
    places: Mapping[str, int]
    cue: str | None


@lru_cache(maxsize=1 << 12)
def readings(kinds: str) -> tuple[Row, ...]:
    """The ways to read a row of kinds from its start, the best first."""
    found: list[Row] = []
    for pattern in _PATTERNS.get(kinds[:1], ()):
        match = pattern.match(kinds)
        if match is not None:
            places = {name: match.start(name) for name, part in match.groupdict().items() if part is not None}
            cue = _CUE.match(kinds, match.end())
            found.append(Row(match[0], match.end(), places, None if cue is None else "of" if cue["of"] else "date"))
    return tuple(found)
