"""Reading calendar dates: years, months, days and ranges of years, from a number or the name of a month."""

from collections.abc import Mapping
from typing import Final

import regex

from nepalint.facts.dates.draft import Draft
from nepalint.facts.dates.intervals import read_range
from nepalint.facts.dates.items import DIGIT, SPACE, Item, era_behind, kinds_of, read_items, token_before
from nepalint.facts.dates.lexicon import Kind, era_patterns
from nepalint.facts.dates.masks import is_masked
from nepalint.facts.dates.model import Calendar, DateType, Moment, YearDigits
from nepalint.knowledge.dates import Era, date_words

FIRST_YEAR: Final = 1600
"""A bare number below this is taken for a year only beside an era, a month or साल."""
LAST_YEAR: Final = 2100
_FIRST_POSSIBLE: Final = 1000
_LAST_POSSIBLE: Final = 2200
_MOST_DAYS: Final = 32
_MOST_DAYS_BY_WORD: Final = 99  # before गते a number is a day, even an impossible one
_MONTHS: Final = 12
_LONGEST_BARE_RANGE: Final = 150
_YEAR_DIGITS: Final = 4

# Rows of kinds (see `Kind`). A number before a counting word or a unit of time is not part of the date.
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
    r"(?P<m>[mq])k?(?P<d>n)(?:d(?P<d2>n)(?![mqvU]))?g",
    r"(?P<m>m)(?P<d>n)(?:d(?P<d2>n)(?![mqvU]))?(?=[ckfubhw),|]|d[mq])",
    r"(?P<m>q)(?P<d>n)(?:d(?P<d2>n)(?![mqvU]))?(?=[ckfubhw]|d[mq])",
    r"(?P<m>[mq]),?e?(?P<y>y)(?![vU])s?",
    r"(?P<m>m)(?!E)",
    r"(?P<season>S)o|(?P<season>T)o",
)
_NUMERIC_ROW: Final = regex.compile(r"[ny][d/|]")
_PATTERNS: Final[Mapping[str, tuple[regex.Pattern[str], ...]]] = {
    Kind.NUMBER: (_NUMERIC_ROW, *map(regex.compile, (*_DAY_FIRST, *_SHORT_YEAR_FIRST))),
    Kind.THREE: tuple(map(regex.compile, _SHORT_YEAR_FIRST)),
    Kind.YEAR: (_NUMERIC_ROW, *map(regex.compile, (*_YEAR_FIRST, *_SHORT_YEAR_FIRST, r"(?P<y>y)"))),
}
_MONTH_PATTERNS: Final = tuple(map(regex.compile, _MONTH_FIRST))
_SHORT_NUMBERS: Final = frozenset((Kind.NUMBER, Kind.THREE))
_DAY_BEGINS: Final = ("nm", "nq", "ng")
_ENDS: Final = frozenset((Kind.WORD, Kind.SIGN, Kind.COUNTED))
# What follows a bare year shows that it is one; years in a list share what follows the last.
_CUE: Final = regex.compile(r"(?:[,a]e?y){0,6}(?:[scbh]|[fu](?!k?v|e?yu?k?v)|(?P<of>k))")
_NUMERIC: Final = regex.compile(
    rf"""(?:(?P<y>{DIGIT}{{4}})(?P<sign>[-/.])(?P<m>{DIGIT}{{1,2}})(?P=sign)(?P<d>{DIGIT}{{1,2}})
          | (?P<d>{DIGIT}{{1,2}})(?P<sign>[-/.])(?P<m>{DIGIT}{{1,2}})(?P=sign)(?P<y>{DIGIT}{{4}}))
        (?![-/.]?[\w\d])""",
    regex.VERBOSE,
)
_PARENTHESIS: Final = regex.compile(rf"(?r)[\p{{L}}\p{{M}}]{SPACE}?\({SPACE}*")


def read_from_number(text: str, position: int, floor: int = 0) -> Draft | None:
    """The calendar date whose first number stands at `position`; an era before it begins not before `floor`."""
    items = read_items(text, position)
    kinds = kinds_of(items)
    era: Era | None = None
    start = position
    if (before := _era_before(text, position, floor)) is not None:
        era, start = before
        if kinds[0] in _SHORT_NUMBERS and not kinds.startswith(_DAY_BEGINS):
            kinds = Kind.YEAR + kinds[1:]
    if kinds[0] not in _PATTERNS or (len(kinds) > 1 and kinds[1] in _ENDS and kinds[0] != Kind.YEAR):
        return None
    for pattern in _PATTERNS[kinds[0]]:
        match = pattern.match(kinds)
        if match is None:
            continue
        if pattern is _NUMERIC_ROW:
            numeric = _NUMERIC.match(text, position)
            draft = None if numeric is None else _numeric_date(text, numeric, start, era)
        else:
            draft = _build(text, items, match, era)
        if draft is not None:
            if era is None and is_masked(text, position):
                return None
            draft.start = start
            return draft
    return None


def _era_before(text: str, position: int, floor: int) -> tuple[Era, int] | None:
    """The era that ends just before `position` and begins not before `floor`, and where it starts."""
    last = position - 1
    while last >= floor and (text[last].isspace() or text[last] == ":"):
        last -= 1
    if last < floor or text[last] not in era_patterns().last_letters:
        return None
    found = era_behind(text, position)
    return found if found is not None and found[1] >= floor else None


def read_from_month(text: str, position: int) -> Draft | None:
    """The calendar date that begins with the name of a month or season at `position`."""
    items = read_items(text, position)
    if not items or _is_pronoun(text, items):
        return None
    kinds = kinds_of(items)
    for pattern in _MONTH_PATTERNS:
        match = pattern.match(kinds)
        if match is not None:
            draft = _build(text, items, match, None)
            if draft is not None:
                return draft
    return None


def _is_pronoun(text: str, items: list[Item]) -> bool:
    """Whether the month's name is the relative pronoun that is written alike (हो, जुन 2018 मा)."""
    words = date_words()
    if text[items[0].start : items[0].end] not in words.words("month_words", "pronouns"):
        return False
    before = text[max(0, items[0].start - 2) : items[0].start].rstrip()
    if before.endswith((",", "–", "-", "।")):
        return True
    token = token_before(text, items[0].start)
    return token is not None and token.text in words.words("month_words", "before_pronoun")


def _build(text: str, items: list[Item], match: regex.Match[str], era: Era | None) -> Draft | None:
    """The draft of one pattern's match over the kinds of `items`; None where its numbers make no date."""
    named = {name: items[place[0]] for name in match.groupdict() if (place := match.span(name))[0] >= 0}
    last, following = items[match.end() - 1], items[min(match.end(), len(items) - 1)]
    year = named.get("y")
    era = named["after"].era if "after" in named else era or _inner_era(items, match.end())
    value = None if year is None else _year_value(text, year, era)
    if year is not None and value is None:
        return None
    draft = Draft(start=items[0].start, end=last.end, type=DateType.YEAR, years=_digits(text, year))
    draft.following = following.kind if match.end() < len(items) else Kind.END
    draft.following_end = following.end
    draft.calendar = _calendar(items[: match.end()], named.get("m"), era)
    if "m" in named:
        return _month_or_day(draft, named, value, by_word=Kind.DAY_WORD in match[0])
    if "d" in named:
        return _month_or_day(draft, named, None, by_word=True)
    if "season" in named:
        draft.type = DateType.SEASON
        draft.first = draft.last = Moment(value, named["season"].value)
        return draft
    if "unit" in named:
        return _decade(draft, named["unit"], value)
    if "z" in named:
        slash = Kind.SLASH in match[0]
        return _range(text, draft, named, era, slash=slash, rest=kinds_of(items[match.end() :]))
    return _year(text, draft, value, era, match, items)


def _inner_era(items: list[Item], end: int) -> Era | None:
    return next((item.era for item in items[:end] if item.era is not None), None)


def _digits(text: str, item: Item | None) -> tuple[YearDigits, ...]:
    return () if item is None else (YearDigits(item.start, item.end, text[item.start : item.end]),)


def _year_value(text: str, item: Item, era: Era | None) -> int | None:
    digits = text[item.start : item.end]
    if era is not None and era.negative:
        return 1 - item.value
    if item.kind is Kind.THREE and digits[0] in "0०":
        return 2000 + item.value  # ०४६ साल
    if len(digits) == _YEAR_DIGITS:
        return item.value if era is not None or _FIRST_POSSIBLE <= item.value <= _LAST_POSSIBLE else None
    return item.value if era is not None and item.kind is Kind.THREE else None


def _calendar(items: list[Item], month: Item | None, era: Era | None) -> Calendar:
    if month is not None:
        return month.calendar
    if era is not None:
        return Calendar(era.calendar)
    if any(item.kind is Kind.YEAR_WORD for item in items):
        return Calendar.BIKRAM_SAMBAT  # साल without an era counts in Bikram Sambat
    return Calendar.UNKNOWN


def _month_or_day(draft: Draft, named: dict[str, Item], year: int | None, *, by_word: bool) -> Draft | None:
    month = named["m"].value if "m" in named else None
    draft.type = DateType.MONTH
    if "d" not in named:
        draft.first = draft.last = Moment(year, month)
        return draft
    most = _MOST_DAYS_BY_WORD if by_word else _MOST_DAYS
    days = [named[name].value for name in ("d", "d2") if name in named]
    if not all(1 <= day <= most for day in days):
        return None
    draft.type = DateType.RANGE if days[0] < days[-1] else DateType.DAY
    draft.first = Moment(year, month, days[0])
    draft.last = Moment(year, month, days[-1] if draft.type is DateType.RANGE else days[0])
    return draft


def _decade(draft: Draft, unit: Item, year: int | None) -> Draft | None:
    if year is None or date_words().units[unit.value].name != "decade":
        return None
    draft.type = DateType.DECADE
    draft.first, draft.last = Moment(year), Moment(year + 9)
    draft.edtf = f"{year // 10:03d}X"
    return draft


def _range(text: str, draft: Draft, named: dict[str, Item], era: Era | None, *, slash: bool, rest: str) -> Draft | None:
    start, end = named["y"], named["z"]
    if era is not None and era.negative:
        draft.first, draft.last = Moment(1 - start.value), Moment(1 - end.value)
    else:
        reading = read_range(text[start.start : start.end], text[end.start : end.end])
        if reading is None:
            return None
        if slash and reading.last != reading.first + 1:
            return None
        if reading.month_like:
            if era is not None:
                return None
            # Neither a range forwards nor one across a century: a year and a month.
            draft.type = DateType.MONTH
            draft.first = draft.last = Moment(reading.first, end.value)
            draft.cued = _CUE.match(rest) is not None
            return draft if FIRST_YEAR <= reading.first <= LAST_YEAR else None
        if era is None:
            if not FIRST_YEAR <= reading.first <= LAST_YEAR or reading.last > _LAST_POSSIBLE:
                return None
            plain = not reading.backward and reading.last - reading.first <= _LONGEST_BARE_RANGE
            rounded = reading.first % 100 == 0 and reading.last % 100 == 0
            cue = _CUE.match(rest) is not None or _in_parentheses(text, draft)
            draft.cued = cue or (plain and not rounded)
        draft.first, draft.last = Moment(reading.first), Moment(reading.last)
    draft.type = DateType.FISCAL_YEAR if era is not None and era.name == "fiscal-year" else DateType.RANGE
    draft.years = (*_digits(text, start), *_digits(text, end))
    return draft


def _year(
    text: str, draft: Draft, value: int | None, era: Era | None, match: regex.Match[str], items: list[Item]
) -> Draft | None:
    draft.first = draft.last = Moment(value)
    if era is not None:
        if era.name == "fiscal-year" or (era.offset == 0 and Calendar(era.calendar) is Calendar.UNKNOWN):
            draft.first = draft.last = None
        elif era.offset and value is not None:
            draft.calendar = Calendar.GREGORIAN
            draft.first, draft.last = Moment(value + era.offset), Moment(value + era.offset + 1)
        return draft
    if value is None or Kind.YEAR_WORD in match[0]:
        return draft
    if not FIRST_YEAR <= value <= LAST_YEAR:
        return None
    cue = _CUE.match(kinds_of(items), match.end())
    if cue is not None:
        # A round number with को counts something as often as it is a year (२००० को नोट).
        return None if value % 100 == 0 and cue["of"] else draft
    if _in_parentheses(text, draft) or _after_slot(text, draft.start):
        return draft
    return None


def _in_parentheses(text: str, draft: Draft) -> bool:
    """Whether the draft alone stands in parentheses after a word, as the year of a work or a life does."""
    return draft.following is Kind.CLOSE and _PARENTHESIS.match(text, 0, draft.start) is not None


def _after_slot(text: str, position: int) -> bool:
    stop = position - 1
    while stop > 0 and (text[stop].isspace() or text[stop] in ":–-"):
        stop -= 1
    token = token_before(text, stop + 1)
    return token is not None and token.text in date_words().words("slots", "before_year")


def _numeric_date(text: str, match: regex.Match[str], start: int, era: Era | None) -> Draft | None:
    """2021-11-30 or 30/11/2021; where day and month could change places, only the year is certain."""
    year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    if not _FIRST_POSSIBLE <= year <= _LAST_POSSIBLE or not 1 <= day <= _MOST_DAYS or not month:
        return None
    year_first = match.start("y") < match.start("d")
    if month > _MONTHS:
        if year_first or day > _MONTHS:
            return None
        month, day = day, month
    moment = Moment(year, month, day)
    draft = Draft(start=start, end=match.end(), type=DateType.DAY, first=moment, last=moment)
    draft.calendar = Calendar.UNKNOWN if era is None else Calendar(era.calendar)
    draft.years = (YearDigits(match.start("y"), match.end("y"), match["y"]),)
    if not year_first and day <= _MONTHS and day != month:
        draft.edtf = f"{year:04d}-XX-XX"
        draft.first, draft.last = Moment(year), Moment(year)
    following = read_items(text, match.end())
    draft.following, draft.following_end = (following[0].kind, following[0].end) if following else (Kind.END, 0)
    return draft
