"""Whether edits leave the numbers of a text as they are.

A number is a maximal run of decimal digits of any script, compared by its digits' values: ‘१९१८’ is ‘1918’, and ‘०५’ is
not ‘5’. Numbers may change places within the stretch that is compared; none may appear, vanish, join or split.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import regex

from nepalint.text.spans import Edit

__all__ = ["changed_number"]

_NUMBER = regex.compile(r"\p{Nd}+")
_NUMBER_BACKWARDS = regex.compile(r"(?r)\p{Nd}+")
_REMEMBERED = 64
"""Code points up to which a text that was looked at is remembered."""


def changed_number(text: str, edits: Sequence[Edit], *, reach: int | None = None) -> Edit | None:
    """The first edit that changes a number, or None. `edits` are sorted and do not overlap; offsets are code points.

    Each edit is compared in a window that reaches to the ends of the digit runs it touches; edits whose windows meet
    are compared together, so that two of them cannot join what each alone keeps apart. `reach` bounds the window on
    either side: for a first look at many edits one by one, which a run of a million digits must not make slow.
    """
    furthest = len(text) if reach is None else reach
    index = 0
    while index < len(edits):
        first = edits[index]
        if _is_far_from_numbers(text, first) and (index + 1 == len(edits) or first.end < edits[index + 1].start):
            index += 1
            continue
        start = _digits_before(text, first.start, max(0, first.start - furthest))
        after = [text[start : first.start]]
        while True:
            edit = edits[index]
            index += 1
            after.append(edit.replacement)
            following = edits[index].start if index < len(edits) else len(text) + 1
            end = _digits_after(text, edit.end, min(following, edit.end + furthest))
            after.append(text[edit.end : end])
            if end < following:
                break
        if _numbers(text[start:end]) != _numbers("".join(after)):
            return first
    return None


def _is_far_from_numbers(text: str, edit: Edit) -> bool:
    """Whether an edit neither touches a digit nor brings one."""
    start, end, replacement = edit
    return not (_has_number(text[start - 1 if start else 0 : end + 1]) or _has_number(replacement))


def _has_number(text: str) -> bool:
    return _short_has_number(text) if len(text) <= _REMEMBERED else _NUMBER.search(text) is not None


@lru_cache(maxsize=1 << 14)
def _short_has_number(text: str) -> bool:
    """The same, remembered: edits and what stands around them are mostly alike."""
    return _NUMBER.search(text) is not None


def _digits_before(text: str, end: int, limit: int) -> int:
    """Where the digits that end at `end` begin, not before `limit`."""
    match = _NUMBER_BACKWARDS.match(text, limit, end)
    return match.start() if match else end


def _digits_after(text: str, start: int, limit: int) -> int:
    """Where the digits that begin at `start` end, not after `limit`."""
    match = _NUMBER.match(text, start, limit)
    return match.end() if match else start


def _numbers(text: str) -> list[str]:
    return sorted(_folded(number) for number in _NUMBER.findall(text))


def _folded(number: str) -> str:
    if number.isascii():
        return number
    return "".join(str(unicodedata.decimal(digit, digit)) for digit in number)
