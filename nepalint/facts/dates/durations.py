"""Reading lengths of time and what is counted by units: durations, ages, centuries, recurrences, the clock."""

from collections.abc import Mapping
from functools import cache
from typing import Final

import regex

from nepalint.facts.dates.calendars import iso_duration
from nepalint.facts.dates.draft import Draft
from nepalint.facts.dates.items import DIGIT, SPACE, Before, Item, era_behind, read_items, read_row, token_before
from nepalint.facts.dates.lexicon import Kind, senses
from nepalint.facts.dates.masks import is_masked
from nepalint.facts.dates.model import Calendar, DateType, Duration, Moment
from nepalint.knowledge.dates import Unit, date_words
from nepalint.text.script import WORD

_MOST_DIGITS: Final = 4
_LAST_CENTURY: Final = 21
_HOURS: Final = 24
_MINUTES: Final = 60
_PARTS: Final = {"Y": 12, "M": 30, "W": 7}
"""How many of the next smaller unit a fraction of one is told in (half a month, 15 days)."""
_CLOCK: Final = regex.compile(rf"(?r)(?P<h>{DIGIT}{{1,2}})[:.](?P<m>{DIGIT}{{2}}){SPACE}*")
_MONTH_AFTER: Final = regex.compile("k?(?P<m>[mq])(?P<d>n(?![vU]))?")
_MINUTES_AFTER: Final = regex.compile("n(?=M)")


def read_from_unit(text: str, position: int, floor: int = 0) -> Draft | None:
    """The expression whose unit of time (वर्ष, दिन, शताब्दी …) stands at `position` and whose number is before it."""
    before = token_before(text, position, floor)
    role = None if before is None else _role(before)
    word = WORD.match(text, position)
    stem, *endings = senses(word[0]) if word else ()
    unit = date_words().units[stem.value]
    if role is None and unit.factor == 1:
        return None
    end = position + stem.length
    if endings and endings[0].kind is Kind.OTHER_ENDING:  # the plural belongs to the unit: तीन वर्षहरू
        end += endings[0].length
    draft = Draft(start=position, end=end, type=DateType.DURATION)
    following = read_items(text, end)[0]
    draft.following, draft.following_end = following.kind, following.end
    if before is None or role is None:
        return _long(text, draft, unit, following)
    if role == "number":
        return _counted(text, draft, unit, before, floor, stem.kind)
    if stem.kind is not Kind.UNIT:
        return None
    draft.start = before.start
    if role == "every":
        draft.type, draft.edtf = DateType.RECURRENCE, f"R/{iso_duration(_length(1, unit))}"
        return draft
    if role == "same":
        return _same(text, draft, unit) if unit.factor == 1 else None
    return _century(text, draft, before, floor) if unit.name == "century" else None


def _role(before: Before) -> str | None:
    """What the token before a unit makes of it: number, ordinal, every, same, or nothing."""
    return "number" if before.text[0].isdigit() else _roles().get(before.text)


@cache
def _roles() -> Mapping[str, str]:
    words, numbers = date_words(), date_words().numbers
    ordinals = {number + suffix for number in numbers.cardinals for suffix in numbers.ordinal_suffixes}
    return {
        **dict.fromkeys((*ordinals, *numbers.ordinals, *numbers.ordinal_suffixes), "ordinal"),
        **dict.fromkeys((*numbers.cardinals, *numbers.multipliers), "number"),
        **dict.fromkeys((*numbers.one_and_a_half, *numbers.two_and_a_half), "number"),
        **dict.fromkeys(words.words("unit_words", "every"), "every"),
        **dict.fromkeys(words.words("unit_words", "same"), "same"),
    }


def _counted(text: str, draft: Draft, unit: Unit, before: Before, floor: int, kind: Kind) -> Draft | None:
    number = _number(text, before, floor)
    if number is None:
        return None
    amount, draft.start = number
    draft.duration = _length(amount, unit)
    words = date_words()
    if kind is Kind.UNIT_ADJECTIVE:
        draft.type = DateType.AGE
    elif unit.name == "year" and draft.following is Kind.OF:
        items = read_items(text, draft.following_end)
        if text[items[0].start : items[0].end] in words.words("unit_words", "age_nouns"):
            draft.type, draft.end, draft.from_birth = DateType.AGE, items[0].end, True
    about = token_before(text, draft.start, floor)
    if about is not None and about.text in words.words("approximators", "before"):
        draft.start, draft.about = about.start, True
    return draft


def _long(text: str, draft: Draft, unit: Unit, following: Item) -> Draft | None:
    """A unit that is called long without a number: about one of it (दशक लामो)."""
    if text[following.start : following.end] not in date_words().words("unit_words", "long"):
        return None
    draft.end = following.end
    draft.duration, draft.about = _length(1, unit), True
    return draft


def _same(text: str, draft: Draft, unit: Unit) -> Draft | None:
    """The year (month, day) last spoken of, perhaps with a month in it: सोही वर्ष नोभेम्बर."""
    draft.type = DateType.RELATIVE
    if unit.designator != "Y":
        draft.edtf = ""
        return draft
    draft.first = draft.last = Moment()
    items, kinds = read_row(text, draft.end)
    match = _MONTH_AFTER.match(kinds)
    if match is not None:
        month = items[match.start("m")]
        day = items[match.start("d")].value if match["d"] else None
        draft.type = DateType.MONTH if day is None else DateType.DAY
        draft.first = draft.last = Moment(None, month.value, day)
        draft.calendar = month.calendar
        draft.end = items[match.end() - 1].end
    return draft


def _century(text: str, draft: Draft, before: Before, floor: int) -> Draft | None:
    ordinal = _ordinal(text, before, floor)
    if ordinal is None or not 1 <= ordinal[0] <= _LAST_CENTURY:
        return None
    number, draft.start = ordinal
    era = era_behind(text, draft.start, floor)
    draft.type = DateType.CENTURY
    if era is not None:
        draft.start = era[1]
        draft.calendar = Calendar(era[0].calendar)
        if era[0].negative:
            draft.first, draft.last = Moment(1 - number * 100), Moment(-(number - 1) * 100)
            return draft
    draft.first, draft.last = Moment(number * 100 - 99), Moment(number * 100)
    draft.edtf = f"{number - 1:02d}XX"
    return draft


def _ordinal(text: str, before: Before, floor: int) -> tuple[int, int] | None:
    """The ordinal that ends with the word `before`, and where it starts: अठारौँ, २१औँ, 21 औँ."""
    numbers = date_words().numbers
    if before.text in numbers.ordinals:
        return numbers.ordinals[before.text], before.start
    if before.text in numbers.ordinal_suffixes:
        digits = token_before(text, before.start, floor)
        if digits is not None and digits.text.isdigit() and len(digits.text) <= _MOST_DIGITS:
            return int(digits.text), digits.start
        return None
    for suffix in numbers.ordinal_suffixes:
        if before.text.endswith(suffix) and (number := numbers.cardinals.get(before.text.removesuffix(suffix))):
            return number, before.start
    return None


def _number(text: str, before: Before, floor: int) -> tuple[float, int] | None:
    """The number that ends with the token `before`, and where it starts; None for one that is vague or masked."""
    numbers = date_words().numbers
    factor = 1
    multiplier = numbers.multipliers.get(before.text)
    if multiplier is not None:
        factor = multiplier
        counted = token_before(text, before.start, floor)
        if counted is None or _simple(counted) is None:
            return float(factor), before.start
        before = counted
    if before.text in numbers.one_and_a_half:
        return 1.5 * factor, before.start
    if before.text in numbers.two_and_a_half:
        return 2.5 * factor, before.start
    amount = _simple(before)
    if amount is None or (before.text[0].isdigit() and is_masked(text, before.start)):
        return None
    start = before.start
    more = token_before(text, start, floor)
    if more is not None:
        if more.text in numbers.half_more:
            return (amount + 0.5) * factor, more.start
        if more.text in numbers.quarter_more:
            return (amount + 0.25) * factor, more.start
        if not more.text[0].isdigit() and more.text in numbers.cardinals and more.text not in _VERBS:
            return None  # two or three (दुई तीन वर्ष)
        if more.text[0].isdigit() or _is_lower_bound(text, more, floor):
            return None
    return amount * factor, start


def _is_lower_bound(text: str, word: Before, floor: int) -> bool:
    """Whether the word ends the first half of a span of numbers: दुईदेखि चार, 6 देखि 14."""
    froms = date_words().words("endings", "from")
    if word.text in froms:
        counted = token_before(text, word.start, floor)
        return counted is not None and _simple(counted) is not None
    return word.text.endswith(froms) and any(word.text.removesuffix(end) in _cardinals() for end in froms)


_VERBS: Final = frozenset(("छ",))
"""Number words that more often end the clause before (… छ, तीन वर्ष …)."""


def _simple(token: Before) -> float | None:
    if token.text[0].isdigit():
        whole = token.text.split(".", maxsplit=1)[0]
        return float(token.text) if len(whole) <= _MOST_DIGITS else None
    return _cardinals().get(token.text)


@cache
def _cardinals() -> Mapping[str, int]:
    return date_words().numbers.cardinals


def _length(amount: float, unit: Unit) -> Duration:
    amount *= unit.factor
    whole = int(amount)
    part = round((amount - whole) * _PARTS.get(unit.designator, 1))
    match unit.designator:
        case "Y":
            return Duration(years=whole, months=part)
        case "M":
            return Duration(months=whole, days=part)
        case "W":
            return Duration(weeks=whole, days=part)
        case _:
            return Duration(days=amount)


def read_next_day(text: str, position: int) -> Draft:
    """The day after the one last spoken of (भोलिपल्ट)."""
    return Draft(start=position, end=read_items(text, position)[0].end, type=DateType.RELATIVE, edtf="P1D")


def read_clock(text: str, position: int, floor: int = 0) -> Draft | None:
    """The clock time whose hour word (बजे) stands at `position`."""
    items, kinds = read_row(text, position)
    digits = _CLOCK.match(text, floor, position)
    if digits is not None:
        hour, minute, start = int(digits["h"]), int(digits["m"]), digits.start()
    else:
        before = token_before(text, position, floor)
        number = None if before is None else _number(text, before, floor)
        if number is None:
            return None
        hour, minute, start = int(number[0]), round(number[0] % 1 * _MINUTES), number[1]
    end = items[0].end
    match = _MINUTES_AFTER.match(kinds, 1)
    if match is not None:
        minute, end = items[1].value, items[2].end
    part = token_before(text, start, floor)
    if part is not None:
        for row in date_words().day_parts:
            if part.text in row.words:
                start = part.start
                hour += row.adds if row.since <= hour < row.until else 0
    if not 0 <= hour <= _HOURS or not 0 <= minute < _MINUTES:
        return None
    draft = Draft(start=start, end=end, type=DateType.CLOCK, edtf=f"T{hour:02d}:{minute:02d}")
    draft.following = items[1].kind if len(items) > 1 else Kind.END
    return draft
