"""Reading calendar dates: years, months, days and ranges of years, from a number or the name of a month."""

from typing import Final

import regex

from nepalint.facts.dates.draft import Draft
from nepalint.facts.dates.intervals import read_range
from nepalint.facts.dates.items import DIGIT, SPACE, Item, era_behind, read_items, read_row, token_before
from nepalint.facts.dates.lexicon import Kind
from nepalint.facts.dates.masks import is_masked
from nepalint.facts.dates.model import Calendar, DateType, Moment, YearDigits
from nepalint.facts.dates.rows import Row, readings
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

_SHORT_NUMBERS: Final = frozenset((Kind.NUMBER, Kind.THREE))
_DAY_BEGINS: Final = ("nm", "nq", "ng")
_NUMERIC_SIGNS: Final = frozenset((Kind.DASH, Kind.SLASH, Kind.END))
_NUMERIC: Final = regex.compile(
    rf"""(?:(?P<y>{DIGIT}{{4}})(?P<sign>[-/.])(?P<m>{DIGIT}{{1,2}})(?P=sign)(?P<d>{DIGIT}{{1,2}})
          | (?P<d>{DIGIT}{{1,2}})(?P<sign>[-/.])(?P<m>{DIGIT}{{1,2}})(?P=sign)(?P<y>{DIGIT}{{4}}))
        (?![-/.]?[\w\d])""",
    regex.VERBOSE,
)
_PARENTHESIS: Final = regex.compile(rf"(?r)[\p{{L}}\p{{M}}]{SPACE}?\({SPACE}*")


def read_from_number(text: str, position: int, floor: int = 0) -> Draft | None:
    """The calendar date whose first number stands at `position`; an era before it begins not before `floor`."""
    items, kinds = read_row(text, position)
    era: Era | None = None
    start = position
    if (before := era_behind(text, position, floor)) is not None:
        era, start = before
        if kinds[0] in _SHORT_NUMBERS and not kinds.startswith(_DAY_BEGINS):
            kinds = Kind.YEAR + kinds[1:]
    draft: Draft | None = None
    if kinds[1:2] in _NUMERIC_SIGNS and (numeric := _NUMERIC.match(text, position)) is not None:
        draft = _numeric_date(text, numeric, era)
    draft = draft or _read(text, items, kinds, era)
    if draft is None or (era is None and is_masked(text, position)):
        return None
    draft.start = start
    return draft


def read_from_month(text: str, position: int) -> Draft | None:
    """The calendar date that begins with the name of a month or season at `position`."""
    items, kinds = read_row(text, position)
    if not items or _is_pronoun(text, items[0]):
        return None
    return _read(text, items, kinds, None)


def _is_pronoun(text: str, month: Item) -> bool:
    """Whether the month's name is the relative pronoun that is written alike (हो, जुन 2018 मा)."""
    words = date_words()
    if text[month.start : month.end] not in words.words("month_words", "pronouns"):
        return False
    before = text[max(0, month.start - 2) : month.start].rstrip()
    if before.endswith((",", "–", "-", "।")):
        return True
    token = token_before(text, month.start)
    return token is not None and token.text in words.words("month_words", "before_pronoun")


def _read(text: str, items: list[Item], kinds: str, era: Era | None) -> Draft | None:
    for row in readings(kinds):
        draft = _build(text, items, row, era)
        if draft is not None:
            return draft
    return None


def _build(text: str, items: list[Item], row: Row, era: Era | None) -> Draft | None:
    """The draft of one reading of `items`; None where its numbers make no date."""
    named = {name: items[place] for name, place in row.places.items()}
    last, following = items[row.length - 1], items[min(row.length, len(items) - 1)]
    year = named.get("y")
    if "after" in named:
        era = named["after"].era
    elif era is None and Kind.ERA in row.kinds:
        era = next(item.era for item in items if item.era is not None)
    value = None if year is None else _year_value(text, year, era)
    if year is not None and value is None:
        return None
    draft = Draft(start=items[0].start, end=last.end, type=DateType.YEAR, years=_digits(text, year))
    draft.following = following.kind if row.length < len(items) else Kind.END
    draft.following_end = following.end
    if "m" in named:
        draft.calendar = named["m"].calendar
    elif era is not None:
        draft.calendar = Calendar(era.calendar)
    elif Kind.YEAR_WORD in row.kinds:
        draft.calendar = Calendar.BIKRAM_SAMBAT  # साल without an era counts in Bikram Sambat
    if "m" in named:
        return _month_or_day(draft, named, value, by_word=Kind.DAY_WORD in row.kinds)
    if "d" in named:
        return _month_or_day(draft, named, None, by_word=True)
    if "season" in named:
        draft.type = DateType.SEASON
        draft.first = draft.last = Moment(value, named["season"].value)
        return draft
    if "unit" in named:
        return _decade(draft, named["unit"], value)
    if "z" in named:
        return _range(text, draft, named, era, row)
    return _year(text, draft, value, era, row)


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


def _range(text: str, draft: Draft, named: dict[str, Item], era: Era | None, row: Row) -> Draft | None:
    start, end = named["y"], named["z"]
    if era is not None and era.negative:
        draft.first, draft.last = Moment(1 - start.value), Moment(1 - end.value)
    else:
        reading = read_range(text[start.start : start.end], text[end.start : end.end])
        if reading is None:
            return None
        if Kind.SLASH in row.kinds and reading.last != reading.first + 1:
            return None
        if reading.month_like and era is not None:
            return None
        bare = era is None and row.cue is None
        if reading.month_like or (bare and reading.crossing and end.value <= _MONTHS):
            # No range forwards, and nothing that speaks for one across a century: a year and a month.
            draft.type = DateType.MONTH
            draft.first = draft.last = Moment(reading.first, end.value)
            draft.cued = row.cue is not None
            return draft if FIRST_YEAR <= reading.first <= LAST_YEAR else None
        if era is None:
            if not (FIRST_YEAR <= reading.first <= LAST_YEAR and FIRST_YEAR <= reading.last <= LAST_YEAR):
                return None
            plain = not reading.backward and reading.last - reading.first <= _LONGEST_BARE_RANGE
            rounded = reading.first % 100 == 0 and reading.last % 100 == 0
            cue = row.cue is not None or _in_parentheses(text, draft)
            draft.cued = cue or (plain and not rounded)
        draft.first, draft.last = Moment(reading.first), Moment(reading.last)
    draft.type = DateType.FISCAL_YEAR if era is not None and era.name == "fiscal-year" else DateType.RANGE
    draft.years = (*_digits(text, start), *_digits(text, end))
    return draft


def _year(text: str, draft: Draft, value: int | None, era: Era | None, row: Row) -> Draft | None:
    draft.first = draft.last = Moment(value)
    if era is not None:
        if era.name == "fiscal-year" or (era.offset == 0 and Calendar(era.calendar) is Calendar.UNKNOWN):
            draft.first = draft.last = None
        elif era.offset and value is not None:
            draft.calendar = Calendar.GREGORIAN
            draft.first, draft.last = Moment(value + era.offset), Moment(value + era.offset + 1)
        return draft
    if value is None or Kind.YEAR_WORD in row.kinds:
        return draft
    if not FIRST_YEAR <= value <= LAST_YEAR:
        return None
    if row.cue is not None:
        # A round number with को counts something as often as it is a year (२००० को नोट).
        return None if value % 100 == 0 and row.cue == "of" else draft
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


def _numeric_date(text: str, match: regex.Match[str], era: Era | None) -> Draft | None:
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
    draft = Draft(start=match.start(), end=match.end(), type=DateType.DAY, first=moment, last=moment)
    draft.calendar = Calendar.UNKNOWN if era is None else Calendar(era.calendar)
    draft.years = (YearDigits(match.start("y"), match.end("y"), match["y"]),)
    if not year_first and day <= _MONTHS and day != month:
        draft.edtf = f"{year:04d}-XX-XX"
        draft.first, draft.last = Moment(year), Moment(year)
    following = read_items(text, match.end())
    draft.following, draft.following_end = (following[0].kind, following[0].end) if following else (Kind.END, 0)
    return draft
