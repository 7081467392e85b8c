"""The words of dates (`rules/tables/dates.toml`), validated and typed."""

import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from nepalint.errors import RulebookError
from nepalint.knowledge.resources import rules_root

PATH: Final = "rules/tables/dates.toml"
CALENDARS: Final = frozenset(("gregorian", "bikram-sambat", "unknown"))
DESIGNATORS: Final = frozenset("YMWD")
MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class MonthName:
    """A month of a calendar; `days` is the most it can have. `beside_number` spellings have other meanings too."""

    calendar: str
    number: int
    days: int
    spellings: tuple[str, ...]
    beside_number: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Era:
    """How an era is written before or after a year; `offset` leads to a Gregorian year, `negative` counts down."""

    name: str
    calendar: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    negative: bool
    offset: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time: `factor` times the ISO 8601 `designator` (Y, M, W, D)."""

    name: str
    designator: str
    factor: int
    spellings: tuple[str, ...]
    adjectives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Season:
    """A season with its EDTF number; `alone` spellings may stand without the word for season."""

    number: int
    spellings: tuple[str, ...]
    alone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of the day: it adds `adds` hours to a clock hour from `since` on and below `until`."""

    words: tuple[str, ...]
    adds: int
    since: int
    until: int


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Numbers in words."""

    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_suffixes: tuple[str, ...]
    multipliers: Mapping[str, int]
    half_more: tuple[str, ...]
    quarter_more: tuple[str, ...]
    one_and_a_half: tuple[str, ...]
    two_and_a_half: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DateWords:
    """Everything the table says. The groups of words keep the table's names: `group["endings"]["from"]`."""

    months: tuple[MonthName, ...]
    historical_days: frozenset[tuple[int, int, int]]
    eras: tuple[Era, ...]
    units: tuple[Unit, ...]
    seasons: tuple[Season, ...]
    day_parts: tuple[DayPart, ...]
    numbers: NumberWords
    groups: Mapping[str, Mapping[str, tuple[str, ...]]]

    def words(self, group: str, name: str) -> tuple[str, ...]:
        """The words of one list, such as `words("endings", "from")`."""
        return self.groups[group][name]


@cache
def date_words() -> DateWords:
    """The table shipped with nepalint.

    Raises:
        RulebookError: it is missing or breaks a rule of its head.
    """
    entry = rules_root() / "tables" / "dates.toml"
    if not entry.is_file():
        raise RulebookError("this table does not exist", path=PATH)
    return read_date_words(entry.read_text("utf-8"))


def read_date_words(text: str) -> DateWords:
    """The table written in `text`.

    Raises:
        RulebookError: naming the line where a rule of the table is broken.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RulebookError(f"this is not valid TOML: {error}", path=PATH) from error
    reader = _Reader(text)
    try:
        words = reader.build(content)
    except KeyError as error:
        raise RulebookError(f"the entry {error.args[0]!r} is missing", path=PATH) from error
    except (AttributeError, TypeError) as error:
        raise RulebookError(f"an entry has the wrong type: {error}", path=PATH) from error
    reader.check(words)
    return words


class _Reader:
    """Turns the parsed table into types; knows the text, so that an error can name the line of a word."""

    GROUPS = (
        "month_words", "endings", "slots", "approximators", "masks", "unit_words", "season_words", "clock", "life",
    )  # fmt: skip

    def __init__(self, text: str) -> None:
        self._text = text

    def error(self, message: str, word: str = "") -> RulebookError:
        """An error at the last line that holds `word`."""
        place = self._text.rfind(f'"{word}"') if word else -1
        return RulebookError(message, path=PATH, line=self._text.count("\n", 0, place) + 1 if place >= 0 else 0)

    def build(self, content: dict[str, Any]) -> DateWords:
        numbers = content["numbers"]
        return DateWords(
            months=tuple(
                MonthName(
                    row["calendar"],
                    int(row["number"]),
                    int(row["days"]),
                    self.texts(row["spellings"]),
                    self.texts(row.get("beside_number", [])),
                )
                for row in content["month"]
            ),
            historical_days=frozenset((row["year"], row["month"], row["day"]) for row in content["historical_day"]),
            eras=tuple(
                Era(
                    row["name"],
                    row["calendar"],
                    self.texts(row["before"]),
                    self.texts(row["after"]),
                    bool(row.get("negative", False)),
                    int(row.get("offset", 0)),
                )
                for row in content["era"]
            ),
            units=tuple(
                Unit(
                    row["name"],
                    row["designator"],
                    int(row.get("factor", 1)),
                    self.texts(row["spellings"]),
                    self.texts(row["adjectives"]),
                )
                for row in content["unit"]
            ),
            seasons=tuple(
                Season(int(row["number"]), self.texts(row["spellings"]), self.texts(row["alone"]))
                for row in content["season"]
            ),
            day_parts=tuple(
                DayPart(self.texts(row["words"]), int(row["adds"]), int(row["since"]), int(row["until"]))
                for row in content["day_part"]
            ),
            numbers=NumberWords(
                cardinals={word: int(n) for n, row in numbers["cardinals"].items() for word in self.texts(row)},
                ordinals=self.counts(numbers["ordinals"]),
                ordinal_suffixes=self.texts(numbers["ordinal_suffixes"]),
                multipliers=self.counts(numbers["multipliers"]),
                half_more=self.texts(numbers["half_more"]),
                quarter_more=self.texts(numbers["quarter_more"]),
                one_and_a_half=self.texts(numbers["one_and_a_half"]),
                two_and_a_half=self.texts(numbers["two_and_a_half"]),
            ),
            groups={group: {name: self.texts(row) for name, row in content[group].items()} for group in self.GROUPS},
        )

    def texts(self, row: object) -> tuple[str, ...]:
        """A list of words, each in NFC and not empty."""
        if not isinstance(row, list):
            raise self.error(f"{row!r} must be a list of words")
        for word in row:
            if not isinstance(word, str) or not word.strip():
                raise self.error(f"{word!r} must be a word")
            if not unicodedata.is_normalized("NFC", word):
                raise self.error(f"‘{word}’ is not NFC", word)
        return tuple(row)

    def counts(self, row: Mapping[str, int]) -> Mapping[str, int]:
        """Words with a number each."""
        self.texts(list(row))
        return dict(row)

    def check(self, words: DateWords) -> None:
        """Hold that calendars, months and units are ones there are, and that no word has two meanings.

        Raises:
            RulebookError: naming the line of the first word that breaks it.
        """
        for month in words.months:
            if month.calendar not in CALENDARS or not 1 <= month.number <= MONTHS:
                raise self.error(f"there is no month {month.number} in a calendar {month.calendar!r}")
        for era in words.eras:
            if era.calendar not in CALENDARS:
                raise self.error(f"unknown calendar {era.calendar!r}", era.name)
        for unit in words.units:
            if unit.designator not in DESIGNATORS:
                raise self.error(f"unknown designator {unit.designator!r}", unit.name)
        seen: dict[str, str] = {}
        for meaning, word in _meanings(words):
            if word in seen:
                raise self.error(f"‘{word}’ is both {seen[word]} and {meaning}", word)
            seen[word] = meaning


def _meanings(words: DateWords) -> Iterator[tuple[str, str]]:
    """Each word that can begin or carry a date, with its meaning said in words."""

    def each(meaning: str, spellings: Iterable[str]) -> Iterator[tuple[str, str]]:
        return ((meaning, word) for word in spellings)

    for month in words.months:
        yield from each(f"month {month.number} ({month.calendar})", month.spellings + month.beside_number)
    for unit in words.units:
        yield from each(f"the unit {unit.name}", unit.spellings + unit.adjectives)
    for season in words.seasons:
        yield from each(f"season {season.number}", season.spellings + season.alone)
    for part in words.day_parts:
        yield from each("a part of the day", part.words)
    yield from each("a number", words.numbers.cardinals)
    for word in words.numbers.multipliers:
        yield "a multiplier", word
    for name in ("hour_words", "minute_words"):
        yield from each("the clock", words.words("clock", name))
