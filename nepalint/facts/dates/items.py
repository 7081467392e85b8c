"""Reading a stretch of text as a row of date items: numbers, months, eras, endings, signs."""

from typing import Final, NamedTuple

import regex

from nepalint.facts.dates.lexicon import Kind, era_of, era_patterns, senses
from nepalint.facts.dates.model import Calendar
from nepalint.knowledge.dates import Era
from nepalint.text.script import WORD_CLASS

DIGIT: Final = "[0-9०-९]"
SPACE: Final = r"[^\S\r\n]"
LETTER: Final = rf"[{WORD_CLASS}\p{{L}}\p{{M}}]"

_TOKEN: Final = regex.compile(rf"{SPACE}*+(?:([{WORD_CLASS}]++)|({DIGIT}++)|(\S)|([\r\n]|\Z))")
_WORD_GROUP, _DIGITS_GROUP, _SIGN_GROUP = 1, 2, 3
_PREVIOUS: Final = regex.compile(
    rf"(?r)(?P<token>[{WORD_CLASS}]++|{DIGIT}++(?:\.{DIGIT}++)?)(?P<gap>{SPACE}*+-?{SPACE}*+)"
)
_SIGNS: Final = {
    "-": Kind.DASH,
    "–": Kind.DASH,
    "—": Kind.DASH,
    "‑": Kind.DASH,
    "−": Kind.DASH,
    ",": Kind.COMMA,
    "/": Kind.SLASH,
    "(": Kind.OPEN,
    ")": Kind.CLOSE,
    "।": Kind.END,
    "॥": Kind.END,
    ".": Kind.END,
    ";": Kind.END,
    "?": Kind.END,
    "!": Kind.END,
    ":": Kind.END,
    "%": Kind.COUNTED,
    "°": Kind.COUNTED,
    "#": Kind.COUNTED,
}
_NUMBERS: Final = {1: Kind.NUMBER, 2: Kind.NUMBER, 3: Kind.THREE, 4: Kind.YEAR}
_NUMERIC: Final = frozenset((Kind.NUMBER, Kind.THREE, Kind.YEAR))
_LAST: Final = frozenset(
    (
        Kind.WORD,
        Kind.SIGN,
        Kind.END,
        Kind.COUNTED,
        Kind.EVENT_NOUN,
        Kind.UNIT,
        Kind.UNIT_ADJECTIVE,
        Kind.LONG_NUMBER,
        Kind.CLOSE,
        Kind.AT,
        Kind.ABOUT,
        Kind.THROUGHOUT,
        Kind.OTHER_ENDING,
    )
)
"""Kinds behind which no date goes on."""
_LOOSE: Final = frozenset(" \u00a0\u2009\u202f\t:")
"""What may stand between an era and its year."""
MOST_ITEMS: Final = 14


class Item(NamedTuple):
    """One piece, at the code points `[start, end)`; `value` is a number, a month, or a row of its table."""

    kind: Kind
    start: int
    end: int
    value: int = 0
    calendar: Calendar = Calendar.UNKNOWN
    era: Era | None = None


def read_row(text: str, position: int) -> tuple[list[Item], str]:
    """The items from `position` on, as `read_items` has them, and their kinds, a letter each."""
    items = read_items(text, position)
    return items, "".join([item.kind for item in items])


def read_items(text: str, position: int) -> list[Item]:
    """The items from `position` on, up to and with the first behind which no date goes on."""
    items: list[Item] = []
    previous = Kind.SIGN
    first_letters = era_patterns().first_letters
    for _ in range(MOST_ITEMS):
        token = _TOKEN.match(text, position)
        if token is None:
            break
        group = token.lastindex or 0
        start, position = token.span(group)
        if group == _WORD_GROUP:
            era = _era_at(text, start, previous) if text[start] in first_letters else None
            if era is None:
                _add_word(items, text[start:position], start)
            else:
                items.append(era)
                position = era.end
        elif group == _DIGITS_GROUP:
            kind = _NUMBERS.get(position - start, Kind.LONG_NUMBER)
            value = 0 if kind is Kind.LONG_NUMBER else int(text[start:position])
            items.append(Item(kind, start, position, value))
        elif group == _SIGN_GROUP:
            items.append(Item(_SIGNS.get(text[start], Kind.SIGN), start, position))
        else:
            items.append(Item(Kind.END, start, start))
        previous = items[-1].kind
        if previous in _LAST:
            break
    return items


def era_behind(text: str, position: int, floor: int = 0) -> tuple[Era, int] | None:
    """The era that ends just before `position` and begins not before `floor`, and where it starts."""
    end = position
    while end > floor and text[end - 1] in _LOOSE:
        end -= 1
    pattern = era_patterns().behind.get(text[end - 1]) if end > floor else None
    match = pattern.match(text, 0, end) if pattern else None
    return (era_of(match[0]), match.start()) if match and match.start() >= floor else None


class Before(NamedTuple):
    """The word or number before a place, at `[start, end)`, and whether a hyphen follows it."""

    text: str
    start: int
    end: int
    hyphen: bool


def token_before(text: str, position: int, floor: int = 0) -> Before | None:
    """The word or number that ends just before `position`, with nothing but spaces and a hyphen between."""
    match = _PREVIOUS.match(text, floor, position)
    if match is None:
        return None
    return Before(match["token"], match.start("token"), match.end("token"), "-" in match["gap"])


def _era_at(text: str, start: int, previous: Kind) -> Item | None:
    patterns = era_patterns()
    match = (patterns.after if previous in _NUMERIC else patterns.before).match(text, start)
    if match is None:
        return None
    era = era_of(match[0])
    return Item(Kind.ERA, start, start + len(match[0].rstrip()), calendar=Calendar(era.calendar), era=era)


def _add_word(items: list[Item], word: str, start: int) -> None:
    parts = senses(word)
    if not parts:
        items.append(Item(Kind.WORD, start, start + len(word)))
    for part in parts:
        items.append(Item(part.kind, start, start + part.length, part.value, part.calendar))
        start += part.length
