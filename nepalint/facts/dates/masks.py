"""Numbers that are no dates: money, pages, codes, parts of larger numbers."""

from functools import cache
from typing import Final

import regex

from nepalint.facts.dates.items import SPACE
from nepalint.knowledge.dates import date_words
from nepalint.text.script import WORD_CLASS

_ATTACHED: Final = frozenset("-–—‑−.,/:_")
_MARKS: Final = frozenset("$€£₹¥#@№=+×*<>%^~\\&?")
_LATIN: Final = regex.compile(r"[\p{L}\p{N}_]")
_WORD_BEFORE: Final = regex.compile(rf"(?r)(?P<word>[{WORD_CLASS}]++|[A-Za-z]++)[.:।]?{SPACE}*[-–]?{SPACE}*")


def is_masked(text: str, position: int) -> bool:
    """Whether what stands before the number at `position` says that it is no date."""
    if position == 0:
        return False
    before = text[position - 1]
    if before in _MARKS or before == "_":
        return True
    if before in _ATTACHED:
        # A sign between two numbers, or between a Latin code and a number, binds them: 12,345 and mRNA-1273.
        return position > 1 and _is_code(text[position - 2])
    if not before.isspace():
        return _is_code(before)
    match = _WORD_BEFORE.match(text, 0, position)
    if match is not None:
        return match["word"] in _mask_words()
    stripped = text[max(0, position - 3) : position].rstrip()
    return bool(stripped) and stripped[-1] in _MARKS


def _is_code(character: str) -> bool:
    return (character < "ऀ" or "०" <= character <= "९") and _LATIN.match(character) is not None


@cache
def _mask_words() -> frozenset[str]:
    words = date_words()
    return frozenset((*words.words("masks", "before"), *words.words("masks", "codes")))
