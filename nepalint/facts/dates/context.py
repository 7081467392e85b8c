"""What neighbours say of each other: the ends of a range, the year that a month inherits, open intervals."""

from functools import cache
from typing import Final

import regex

from nepalint.facts.dates.draft import Draft
from nepalint.facts.dates.items import SPACE, token_before
from nepalint.facts.dates.lexicon import Kind
from nepalint.facts.dates.model import Calendar, DateType
from nepalint.knowledge.dates import date_words

_MOST_GAP: Final = 12
_PARAGRAPHS_BACK: Final = 1
_UNDATED: Final = frozenset((DateType.DECADE, DateType.CENTURY, DateType.CLOCK))


def beside(text: str, end: int, start: int) -> bool:
    """Whether at most an ending, a comma or a parenthesis stands between `end` and `start`."""
    return 0 <= start - end <= _MOST_GAP and _between().fullmatch(text, end, start) is not None


@cache
def _between() -> regex.Pattern[str]:
    endings = "|".join(map(regex.escape, date_words().words("slots", "between")))
    return regex.compile(rf"(?:{endings})?{SPACE}*[(,]?{SPACE}*")


@cache
def _to_clock() -> regex.Pattern[str]:
    words = "|".join(map(regex.escape, date_words().words("slots", "before_clock")))
    return regex.compile(rf"{SPACE}*(?:(?:{words}){SPACE}*){{0,2}},?{SPACE}*")


def join_neighbours(text: str, drafts: list[Draft]) -> list[Draft]:
    """Two dates with देखि or a dash between become a range; a clock time is told of the day before it."""
    joined: list[Draft] = []
    for draft in drafts:
        previous = joined[-1] if joined else None
        if previous is not None and _joinable(text, previous, draft):
            joined[-1] = _range(previous, draft)
            continue
        if (
            previous is not None
            and draft.type is DateType.CLOCK
            and previous.type is DateType.DAY
            and draft.start - previous.end <= _MOST_GAP
            and _to_clock().fullmatch(text, previous.end, draft.start)
        ):
            draft.first = draft.last = previous.first
        joined.append(draft)
    return joined


def _joinable(text: str, first: Draft, last: Draft) -> bool:
    """Whether both are ends of one range: one calendar, देखि or a dash between, the second as exact as the first."""
    if first.following not in (Kind.FROM, Kind.DASH) or not (first.single and last.single):
        return False
    between = text[first.following_end : last.start]
    if first.following_end > last.start or (between and not between.isspace()) or "\n" in between:
        return False
    if first.first is None or last.last is None or not first.calendar.agrees(last.calendar):
        return False
    return not (first.type is DateType.YEAR and last.last.year is None)


def _range(first: Draft, last: Draft) -> Draft:
    start, end = first.first, last.last
    if start is not None and end is not None and start.year is None and end.year is not None:
        # असोज–फागुन २०७२ lies in one year; पुस–वैशाख २०७२ begins in the year before.
        back = start.month is not None and end.month is not None and start.month > end.month
        start = start._replace(year=end.year - back)
    return Draft(
        start=first.start,
        end=last.end,
        type=DateType.RANGE,
        calendar=last.calendar if first.calendar is Calendar.UNKNOWN else first.calendar,
        first=start,
        last=end,
        years=first.years + last.years,
        cued=first.cued or last.cued,
        following=last.following,
        following_end=last.following_end,
    )


def drop_uncued(text: str, drafts: list[Draft]) -> list[Draft]:
    """Leave out numbers that nothing shows to be dates; a duration beside a range of years does show it."""
    kept: list[Draft] = []
    for index, draft in enumerate(drafts):
        if not draft.cued:
            before = drafts[index - 1] if index else None
            after = drafts[index + 1] if index + 1 < len(drafts) else None
            if not (
                (before is not None and before.type is DateType.DURATION and beside(text, before.end, draft.start))
                or (after is not None and after.type is DateType.DURATION and beside(text, draft.end, after.start))
            ):
                continue
        kept.append(draft)
    return kept


def inherit_years(text: str, drafts: list[Draft]) -> None:
    """Give a month or day without a year the year of the nearest date before it, in the same or the last paragraph."""
    year: int | None = None
    calendar = Calendar.UNKNOWN
    place = 0
    for draft in drafts:
        moment = draft.first
        if moment is None or draft.type in _UNDATED:
            continue
        if moment.year is None:
            if year is not None and text.count("\n", place, draft.start) > _PARAGRAPHS_BACK:
                year = None
            wraps = draft.last is not None and (draft.last.month or 0) < (moment.month or 0)
            if year is not None and calendar.agrees(draft.calendar) and not wraps:
                draft.first = moment._replace(year=year)
                draft.last = None if draft.last is None else draft.last._replace(year=year)
                draft.inherited = True
                place = draft.start
            continue
        single = draft.last is not None and draft.last.year == moment.year
        year, calendar, place = (moment.year if single else None), draft.calendar, draft.end


def open_ends(drafts: list[Draft]) -> None:
    """A date with देखि alone has an open end, one with सम्म alone an open start."""
    for draft in drafts:
        if draft.first is None or not (draft.single or draft.type is DateType.SEASON):
            continue
        if draft.following is Kind.FROM:
            draft.type, draft.last = DateType.RANGE, None
        elif draft.following is Kind.UNTIL:
            draft.type, draft.first = DateType.RANGE, None
        else:
            continue
        draft.end = draft.following_end


def note_approximations(text: str, drafts: list[Draft]) -> None:
    """A calendar date with करिब before it or तिर behind it is about right."""
    words = date_words().words("approximators", "before")
    for draft in drafts:
        if draft.first is None and draft.last is None:
            continue
        if draft.following is Kind.ABOUT:
            draft.about = True
        elif text[max(0, draft.start - _MOST_GAP) : draft.start].rstrip().endswith(words):
            before = token_before(text, draft.start)
            if before is not None and before.text in words:
                draft.about, draft.start = True, before.start
