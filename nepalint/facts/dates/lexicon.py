"""Which words belong to dates: each word once, with its case endings cut."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final, NamedTuple

import regex

from nepalint.facts.dates.model import Calendar
from nepalint.knowledge.dates import Era, date_words
from nepalint.text.script import WORD_CLASS


class Kind(StrEnum):
    """What a word or sign is in a date. One letter each, so that a row of them can be matched by a pattern."""

    YEAR = "y"  # a number of four digits
    NUMBER = "n"  # a number of one or two digits
    THREE = "t"  # a number of three digits
    LONG_NUMBER = "l"
    MONTH = "m"
    MONTH_BESIDE_NUMBER = "q"
    ERA = "e"
    YEAR_WORD = "s"
    DAY_WORD = "g"
    WEEKDAY = "w"
    AT = "c"
    OF = "k"
    FROM = "f"
    UNTIL = "u"
    THROUGHOUT = "b"
    ABOUT = "h"
    OTHER_ENDING = "z"
    AND = "a"
    UNIT = "U"
    UNIT_ADJECTIVE = "V"
    SEASON = "S"
    SEASON_ALONE = "T"
    SEASON_WORD = "o"
    COUNTED = "v"  # a word that counts or measures what stands before it
    EVENT_NOUN = "E"
    HOUR_WORD = "H"
    MINUTE_WORD = "M"
    NEXT_DAY = "r"
    DASH = "d"
    COMMA = ","
    SLASH = "/"
    OPEN = "("
    CLOSE = ")"
    END = "|"  # the end of a sentence, line or text
    WORD = "x"
    SIGN = "p"


ANCHORS: Final = frozenset(
    (
        Kind.MONTH,
        Kind.MONTH_BESIDE_NUMBER,
        Kind.UNIT,
        Kind.UNIT_ADJECTIVE,
        Kind.SEASON,
        Kind.SEASON_ALONE,
        Kind.HOUR_WORD,
        Kind.NEXT_DAY,
    )
)
"""The kinds of words from which a date is read."""


class Sense(NamedTuple):
    """What a part of a word is: `length` code points of `kind`; `value` is a month, season or row of its table."""

    kind: Kind
    length: int
    value: int = 0
    calendar: Calendar = Calendar.UNKNOWN


@lru_cache(maxsize=1 << 16)
def senses(word: str) -> tuple[Sense, ...]:
    """What the parts of `word` are: a stem with its endings; empty for a word that dates do not know."""
    known = _stems()
    found = known.get(word)
    if found is not None:
        return (found,)
    for length in _stem_lengths():
        if length < len(word):
            stem = known.get(word[:length])
            if stem is not None and (stem.kind in ANCHORS or stem.kind in _INFLECTED):
                tail = _endings(word[length:])
                if tail:
                    return (stem, *tail)
    return ()


@lru_cache(maxsize=1 << 16)
def anchor_stem(word: str) -> str | None:
    """The stem from which a date can be read, if `word` is one with its endings."""
    parts = senses(word)
    return word[: parts[0].length] if parts and parts[0].kind in ANCHORS else None


_INFLECTED: Final = frozenset(
    (Kind.YEAR_WORD, Kind.DAY_WORD, Kind.SEASON_WORD, Kind.EVENT_NOUN, Kind.COUNTED, Kind.MINUTE_WORD)
)
_ENDING_KINDS: Final = {
    "at": Kind.AT,
    "of": Kind.OF,
    "from": Kind.FROM,
    "until": Kind.UNTIL,
    "throughout": Kind.THROUGHOUT,
    "about": Kind.ABOUT,
    "other": Kind.OTHER_ENDING,
}


@cache
def _stems() -> Mapping[str, Sense]:
    stems: dict[str, Sense] = {}
    words = date_words()

    def add(spellings: tuple[str, ...], kind: Kind, value: int = 0, calendar: str = "unknown") -> None:
        for spelling in spellings:
            stems.setdefault(spelling, Sense(kind, len(spelling), value, Calendar(calendar)))

    for month in words.months:
        add(month.spellings, Kind.MONTH, month.number, month.calendar)
        add(month.beside_number, Kind.MONTH_BESIDE_NUMBER, month.number, month.calendar)
    for row, unit in enumerate(words.units):
        add(unit.spellings, Kind.UNIT, row)
        add(unit.adjectives, Kind.UNIT_ADJECTIVE, row)
    for season in words.seasons:
        add(season.spellings, Kind.SEASON, season.number)
        add(season.alone, Kind.SEASON_ALONE, season.number)
    add(words.words("season_words", "season"), Kind.SEASON_WORD)
    add(words.words("clock", "hour_words"), Kind.HOUR_WORD)
    add(words.words("clock", "minute_words"), Kind.MINUTE_WORD)
    add(words.words("unit_words", "next_day"), Kind.NEXT_DAY)
    add(words.words("month_words", "event_nouns"), Kind.EVENT_NOUN)
    add(words.words("month_words", "day_words"), Kind.DAY_WORD)
    add(words.words("month_words", "weekdays"), Kind.WEEKDAY)
    add(words.words("endings", "year_word"), Kind.YEAR_WORD)
    add(words.words("endings", "and"), Kind.AND)
    for name, kind in _ENDING_KINDS.items():
        add(words.words("endings", name), kind)
    add(words.words("masks", "after"), Kind.COUNTED)
    return stems


@cache
def _stem_lengths() -> tuple[int, ...]:
    return tuple(sorted({len(stem) for stem in _stems()}, reverse=True))


def _endings(tail: str) -> tuple[Sense, ...]:
    """The endings that make up the whole of `tail`, longest first; empty where it is not made of endings."""
    if not tail:
        return ()
    for length in range(len(tail), 0, -1):
        kind = _ending_forms().get(tail[:length])
        if kind is not None:
            rest = _endings(tail[length:])
            if rest or length == len(tail):
                return (Sense(kind, length), *rest)
    return ()


@cache
def _ending_forms() -> Mapping[str, Kind]:
    return {form: kind for name, kind in _ENDING_KINDS.items() for form in date_words().words("endings", name)}


class EraPatterns(NamedTuple):
    """Patterns for the eras of the table, longest form first; `era_of` says which era a match is.

    `behind` has a pattern for each last letter of an era that is written before a year; an era begins with one of
    `first_letters`.
    """

    before: regex.Pattern[str]
    after: regex.Pattern[str]
    behind: Mapping[str, regex.Pattern[str]]
    first_letters: frozenset[str]


@cache
def era_patterns() -> EraPatterns:
    """`before` and `after` read an era from its start, by its place to the year; `behind` one from its end."""
    eras = date_words().eras
    before = _alternatives(form for era in eras for form in era.before)
    after = _alternatives(form for era in eras for form in era.after)
    by_last_letter: dict[str, set[str]] = {}
    for era in eras:
        for form in era.before:
            for letter in {form[-1], form.rstrip(".")[-1]}:
                by_last_letter.setdefault(letter, set()).add(form)
    return EraPatterns(
        regex.compile(f"(?:{before})(?![{WORD_CLASS}])"),
        regex.compile(f"(?:{after})(?=[{WORD_CLASS}]{{0,4}}+(?![{WORD_CLASS}]))"),
        {letter: _behind(forms) for letter, forms in by_last_letter.items()},
        frozenset(form[0] for era in eras for form in (*era.before, *era.after)),
    )


def _behind(forms: set[str]) -> regex.Pattern[str]:
    # An era does not follow a number directly: there it belongs to that number (२०४६ साल १२ गते).
    return regex.compile(rf"(?r)(?<![{WORD_CLASS}]|[0-9०-९][^\S\r\n]?)(?:{_alternatives(forms)})")


@lru_cache(maxsize=1 << 10)
def era_of(text: str) -> Era:
    """The era that a match of `era_patterns` is."""
    return _eras_by_letters()[_letters(text)]


def _alternatives(forms: Iterable[str]) -> str:
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "|".join(
        regex.escape(form).replace(r"\.", r"[^\S\r\n]?\.?[^\S\r\n]?").replace(r"\ ", r"[^\S\r\n]+") for form in ordered
    )


def _letters(text: str) -> str:
    return regex.sub(r"[\s.:]+", "", text)


@cache
def _eras_by_letters() -> Mapping[str, Era]:
    return {_letters(form): era for era in date_words().eras for form in (*era.before, *era.after)}
