r"""Positions of the protocol and offsets, in whichever encoding the client chose.

A position is a line and a character, both 0-based; a character counts UTF-8 bytes, UTF-16 units or code points. Lines
end at `\n`, `\r\n` and `\r`, as in `LineIndex` and in the protocol. Offsets are code points.
"""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from nepalint.text.positions import LineIndex

UTF8, UTF16, UTF32 = "utf-8", "utf-16", "utf-32"

_CONTINUATION = bytes(range(0x80, 0xC0))
_HIGH, _LOW = range(0xD8, 0xDC), range(0xDC, 0xE0)


class Point(NamedTuple):
    """A position of the protocol."""

    line: int
    character: int

    def json(self) -> dict[str, int]:
        """As it is sent."""
        return {"line": self.line, "character": self.character}


class Positions:
    """The positions of one text in one encoding."""

    __slots__ = ("_encoding", "_lines", "_text")

    def __init__(self, text: str, lines: LineIndex, encoding: str) -> None:
        self._text = text
        self._lines = lines
        self._encoding = UTF32 if text.isascii() else encoding

    def offset(self, line: int, character: int) -> int:
        """The offset of a position; one outside the text is clamped, one inside a code point gives its start."""
        if line < 0:
            return 0
        if line >= self._lines.count:
            return len(self._text)
        start, end = self._lines.span(line)
        # As many code points as characters at most, so what lies behind need not be looked at.
        piece = self._text[start : min(end, start + max(character, 0))]
        return start + _code_points(piece, character, self._encoding)

    def point(self, offset: int) -> Point:
        """The position of an offset."""
        line = self._lines.line_of(offset)
        start = self._lines.full_span(line).start
        return Point(line, _units(self._text[start:offset], self._encoding))

    def points(self, offsets: Iterable[int]) -> dict[int, Point]:
        """The positions of many offsets; each stretch of text between two on one line is measured once."""
        found: dict[int, Point] = {}
        text, encoding, lines = self._text, self._encoding, self._lines
        line = last = character = 0
        line_end = -1
        for offset in sorted(set(offsets)):
            if offset > line_end:
                line = lines.line_of(offset)
                last, line_end = lines.span(line)
                character = 0
            character += offset - last if encoding == UTF32 else _units(text[last:offset], encoding)
            last = offset
            found[offset] = Point(line, character)
        return found


def _units(text: str, encoding: str) -> int:
    if encoding == UTF32 or text.isascii():
        return len(text)
    if encoding == UTF16:
        return len(text.encode("utf-16-le", "surrogatepass")) // 2
    return len(text.encode("utf-8", "surrogatepass"))


def _code_points(text: str, units: int, encoding: str) -> int:
    """How many whole code points of `text` the first `units` units hold."""
    if encoding == UTF32 or text.isascii():
        return min(len(text), units)
    if encoding == UTF16:
        data = text.encode("utf-16-le", "surrogatepass")
        cut = 2 * units
        if len(data) <= cut:
            return len(text)
        # A high surrogate with a low one behind the cut is the first half of a code point.
        whole = cut - 2 if cut and data[cut - 1] in _HIGH and data[cut + 1] in _LOW else cut
        return len(data[:whole].decode("utf-16-le", "surrogatepass"))
    data = text.encode("utf-8", "surrogatepass")
    if len(data) <= units:
        return len(text)
    begun = len(data[:units].translate(None, _CONTINUATION))
    return begun - 1 if data[units] in _CONTINUATION else begun


def joined_surrogates(text: str) -> str:
    """`text` with the two halves of a code point joined, as an edit in UTF-16 units may bring them together."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


class Change(NamedTuple):
    """The code points `[start, end)` of a text became `length` code points."""

    start: int
    end: int
    length: int

    @property
    def by(self) -> int:
        """How far what lies behind has moved."""
        return self.length - (self.end - self.start)


def difference(before: str, after: str) -> Change:
    """The one change that leads from one text to the other; what both begin and end with is left out."""
    limit = min(len(before), len(after))
    start = _alike(before, after, limit)
    tail = _alike_at_the_end(before, after, limit - start)
    return Change(start, len(before) - tail, len(after) - tail - start)


def _alike(before: str, after: str, limit: int) -> int:
    """How many code points at the beginning are the same."""
    return bisect_right(range(1, limit + 1), False, key=lambda size: before[:size] != after[:size])


def _alike_at_the_end(before: str, after: str, limit: int) -> int:
    """How many code points at the end are the same."""
    return bisect_right(
        range(1, limit + 1),
        False,
        key=lambda size: before[len(before) - size :] != after[len(after) - size :],
    )
