"""Finding the places where a date may stand, at next to no cost where there are none."""

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

import regex

from nepalint.facts.dates.items import DIGIT, SPACE
from nepalint.facts.dates.lexicon import Kind, anchor_stem, era_patterns, senses
from nepalint.text.script import MAX_WORD, WORD_CLASS

_MOST_DIGITS: Final = 4
# A number with the word after it, or the sign between it and what goes on.
_NUMBER: Final = regex.compile(
    rf"({DIGIT}++){SPACE}*+(?:([{WORD_CLASS}]++)|([-–—−‑/.,]){SPACE}*+(?=[{WORD_CLASS}0-9०-९]))?+"
)
_GAP: Final = regex.compile(rf"{SPACE}*+,?{SPACE}*+(?P<number>{DIGIT})?")
_WORD: Final = regex.compile(f"(?<![{WORD_CLASS}])[{WORD_CLASS}]{{1,{MAX_WORD}}}+")
_AFTER_SHORT: Final = frozenset((Kind.MONTH, Kind.MONTH_BESIDE_NUMBER, Kind.DAY_WORD, Kind.FROM, Kind.YEAR_WORD))
"""What a number of fewer than four digits can be a date before."""


class Anchor(NamedTuple):
    """A number, or a word of dates, at `start` (code points)."""

    start: int
    kind: Kind


def find_anchors(text: str, words: Collection[str]) -> list[Anchor]:
    """The anchors of `text` in order; `words` are its distinct words, or more."""
    anchors = list(_numbers(text))
    stems = {stem for word in words if (stem := anchor_stem(word)) is not None}
    for stem in stems:
        start = text.find(stem)
        while start >= 0:
            kind = _kind_at(text, start)
            if kind is not None:
                anchors.append(Anchor(start, kind))
            start = text.find(stem, start + len(stem))
    if stems:
        anchors = sorted(set(anchors))
    return anchors


def _numbers(text: str) -> Iterator[Anchor]:
    """The numbers that may be a year, or a day by what is around them."""
    eras = era_patterns()
    ends = {*eras.behind, ":"}
    for match in _NUMBER.finditer(text):
        start, end = match.span(1)
        if end - start > _MOST_DIGITS:
            continue
        if end - start < _MOST_DIGITS and not match[3]:
            word = match[2]
            dated = word and (_dates_short(word) or eras.after.match(text, match.start(2)))
            if not (dated or text[start - 1 : start] in ends or text[max(0, start - 2) : max(0, start - 1)] in ends):
                continue
        yield Anchor(start, Kind.NUMBER)


@lru_cache(maxsize=1 << 16)
def _dates_short(word: str) -> bool:
    """Whether a number before `word` can be a day, or a year in a short form."""
    parts = senses(word)
    return bool(parts) and parts[0].kind in _AFTER_SHORT


def _kind_at(text: str, start: int) -> Kind | None:
    """What the word that starts at `start` is; None inside a word, and for one that cannot be a date here."""
    match = _WORD.match(text, start)
    parts = senses(match[0]) if match else ()
    if not match or not parts:
        return None
    if parts[0].kind is Kind.MONTH_BESIDE_NUMBER and not _number_follows(text, match.end()):
        return None
    return parts[0].kind


def _number_follows(text: str, end: int) -> bool:
    """Whether a number, or an era before one, follows the month that ends at `end`."""
    match = _GAP.match(text, end)
    if match is None or match["number"] is not None:
        return match is not None
    return era_patterns().before.match(text, match.end()) is not None
