"""Whether edits leave the numbers of a text as they are.

A number is a maximal run of decimal digits of any script, compared by its digits' values: ‘१९१८’ is ‘1918’, and ‘०५’ is
not ‘5’. Numbers may change places within the stretch that is compared; none may appear, vanish, join or split.
"""

import unicodedata
from collections.abc import Sequence

import regex

from nepalint.text.spans import Edit

__all__ = ["changed_number"]

_NUMBER = regex.compile(r"\p{Nd}+")
_NUMBER_ENDING_HERE = regex.compile(r"(?r)\p{Nd}*")
_NUMBER_STARTING_HERE = regex.compile(r"\p{Nd}*")


def changed_number(text: str, edits: Sequence[Edit]) -> Edit | None:
    """The first edit that changes a number, or None. `edits` are sorted and do not overlap; offsets are code points.

    Each edit is compared in a window that reaches to the ends of the digit runs it touches; edits whose windows meet
    are compared together, so that two of them cannot join what each alone keeps apart.
    """
    index = 0
    while index < len(edits):
        first = edits[index]
        start = _NUMBER_ENDING_HERE.match(text, 0, first.start).start()  # type: ignore[union-attr]  # matches empty
        after = [text[start : first.start]]
        while True:
            edit = edits[index]
            index += 1
            after.append(edit.replacement)
            ceiling = edits[index].start if index < len(edits) else len(text)
            end = _NUMBER_STARTING_HERE.match(text, edit.end, ceiling).end()  # type: ignore[union-attr]
            after.append(text[edit.end : end])
            if index == len(edits) or end < ceiling:
                break
        if _numbers(text[start:end]) != _numbers("".join(after)):
            return first
    return None


def _numbers(text: str) -> list[str]:
    return sorted(_folded(number) for number in _NUMBER.findall(text))


def _folded(number: str) -> str:
    if number.isascii():
        return number
    return "".join(str(unicodedata.decimal(digit, digit)) for digit in number)
