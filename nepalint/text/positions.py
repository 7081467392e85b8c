"""Offsets of a text as lines and columns and back: `LineIndex`."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from enum import StrEnum
from itertools import accumulate, count
from operator import add
from typing import NamedTuple

import regex

from nepalint.text.spans import Span

_STEP = 512
"""Code points between two checkpoints: what a query may have to encode."""

_WINDOW = 256
_CHUNK = 1 << 20
_BREAK = regex.compile(r"\r\n?|\n")
_GRAPHEME = regex.compile(r"\X")


class Unit(StrEnum):
    """What a column counts."""

    CODE_POINT = "code-point"
    UTF16 = "utf-16"
    BYTE = "byte"
    GRAPHEME = "grapheme"


class Position(NamedTuple):
    """A place as line and column, both 1-based; the column in code points, UTF-16 units and UTF-8 bytes."""

    line: int
    column: int
    utf16_column: int
    byte_column: int


class LineIndex:
    r"""Lines and columns of one text. A line ends at `\n`, `\r\n` or `\r` and at nothing else.

    Offsets are code points, 0-based, from 0 to the length of the text; those outside are clamped. A text that ends
    with a line ending has an empty last line. A lone surrogate (an invalid byte of the file) counts as one byte and
    one UTF-16 unit.

    One query costs a search among the lines and the encoding of at most some hundred code points, however long the
    line is. Grapheme columns need a pass over the line, made when first asked for and only that far.
    """

    __slots__ = ("_byte_marks", "_grapheme_marks", "_line_bytes", "_starts", "_text", "_utf16_marks")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = _line_starts(text)
        self._byte_marks: array[int] | None = None
        self._utf16_marks: array[int] | None = None
        self._grapheme_marks: dict[int, _GraphemeMarks] = {}
        self._line_bytes = (0, 0)

    @property
    def count(self) -> int:
        """The number of lines, at least 1."""
        return len(self._starts)

    def line_of(self, offset: int) -> int:
        """The line, 0-based, that holds the offset; a line ending belongs to the line it ends."""
        return bisect_right(self._starts, max(offset, 0)) - 1

    def full_span(self, line: int) -> Span:
        """The stretch of a line, 0-based, with its ending."""
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self._text)
        return Span(self._starts[line], end)

    def ending(self, line: int) -> str:
        r"""The ending of a line, 0-based: `\n`, `\r\n`, `\r`, or nothing for the last one."""
        if line + 1 == len(self._starts):
            return ""
        end = self._starts[line + 1]
        return "\r\n" if self._text[end - 2 : end] == "\r\n" else self._text[end - 1]

    def span(self, line: int) -> Span:
        """The stretch of a line, 0-based, without its ending."""
        start, end = self.full_span(line)
        return Span(start, end - len(self.ending(line)))

    def position(self, offset: int) -> Position:
        """Line and columns of an offset."""
        offset = self._clamp(offset)
        line = self.line_of(offset)
        start = self._starts[line]
        if self._line_bytes[0] != start:  # neighbouring queries mostly share the line
            self._line_bytes = (start, self.byte_offset(start))
        column = offset - start + 1
        utf16_column = column + self._astral(offset) - self._astral(start)
        return Position(line + 1, column, utf16_column, self.byte_offset(offset) - self._line_bytes[1] + 1)

    def byte_offset(self, offset: int) -> int:
        """The offset in the bytes of the document, 0-based."""
        offset = self._clamp(offset)
        if self._byte_marks is None:
            self._byte_marks = array("Q", _cumulative(self._text, _byte_length))
        mark = offset // _STEP
        return self._byte_marks[mark] + _byte_length(self._text[mark * _STEP : offset])

    def grapheme_column(self, offset: int) -> int:
        """The 1-based column of an offset, counted in grapheme clusters, as a reader sees them.

        An offset inside a cluster has the column of that cluster. Exact: counting starts at cluster boundaries only.
        """
        offset = self._clamp(offset)
        line = self.line_of(offset)
        start, end = self.full_span(line)
        if offset - start <= _WINDOW:
            return 1 + _clusters_before(self._text, start, offset, end)
        marks = self._grapheme_marks.setdefault(line, _GraphemeMarks(start))
        return 1 + marks.count_before(self._text, offset, end)

    def offset_of(self, line: int, column: int, unit: Unit = Unit.CODE_POINT) -> int:
        """The offset of a 1-based line and column, as `position` gives them.

        A line or column outside the text is clamped, a column never goes past the end of the line's text; one that
        falls inside a code point or cluster gives the start of it.
        """
        if line < 1:
            return 0
        if line > len(self._starts):
            return len(self._text)
        start, end = self.span(line - 1)
        column = max(column, 1)
        if unit is Unit.CODE_POINT:
            return min(start + column - 1, end)
        measure = {
            Unit.BYTE: self.byte_offset,
            Unit.UTF16: lambda offset: offset + self._astral(offset),
            Unit.GRAPHEME: self.grapheme_column,
        }[unit]
        wanted = measure(start) + column - 1
        offset = start + bisect_left(range(start, end), wanted, key=measure)
        if offset < end and measure(offset) > wanted:  # inside a code point
            offset -= 1
        return offset

    def _clamp(self, offset: int) -> int:
        return min(max(offset, 0), len(self._text))

    def _astral(self, offset: int) -> int:
        """How many code points before `offset` take two UTF-16 units."""
        if self._utf16_marks is None:
            marks = array("Q", _cumulative(self._text, _astral_count))
            self._utf16_marks = marks if marks[-1] else array("Q")
        if not self._utf16_marks:
            return 0
        mark = offset // _STEP
        return self._utf16_marks[mark] + _astral_count(self._text[mark * _STEP : offset])


class _GraphemeMarks:
    """Cluster boundaries of one long line, about one every `_WINDOW` code points, with the clusters before each."""

    __slots__ = ("_counts", "_offsets")

    def __init__(self, start: int) -> None:
        self._offsets = array("Q", (start,))
        self._counts = array("Q", (0,))

    def count_before(self, text: str, offset: int, end: int) -> int:
        """How many clusters of the line end at or before `offset`; the line ends at `end`."""
        while self._offsets[-1] <= offset and self._offsets[-1] < end:
            self._extend(text, end)
        mark = bisect_right(self._offsets, offset) - 1
        known = self._counts[mark]
        if mark + 1 < len(self._counts) and self._counts[mark + 1] == known + 1:
            return known  # one huge cluster
        return known + _clusters_before(text, self._offsets[mark], offset, end)

    def _extend(self, text: str, end: int) -> None:
        """Add a mark. The last cluster of a window may go on beyond it, so the mark stands before that one."""
        start = self._offsets[-1]
        size = _WINDOW
        while True:
            stop = min(start + size, end)
            clusters = _GRAPHEME.findall(text[start:stop])
            if stop == end:
                self._offsets.append(end)
                self._counts.append(self._counts[-1] + len(clusters))
                return
            if len(clusters) > 1:
                self._offsets.append(stop - len(clusters[-1]))
                self._counts.append(self._counts[-1] + len(clusters) - 1)
                return
            size *= 2


def _clusters_before(text: str, start: int, offset: int, end: int) -> int:
    """How many clusters of `text[start:end]` end at or before `offset`; `start` is a cluster boundary.

    Whether two code points may be parted depends on the second and on what stands before it, so nothing beyond
    `offset` matters.
    """
    clusters = len(_GRAPHEME.findall(text[start : min(offset + 1, end)]))
    return clusters - 1 if offset < end else clusters


def _line_starts(text: str) -> "array[int]":
    starts = array("I" if len(text) < 1 << 32 else "Q", (0,))
    if text.count("\r") != text.count("\r\n"):
        starts.extend(match.end() for match in _BREAK.finditer(text))
        return starts
    for base in range(0, len(text), _CHUNK):  # much faster than matching each ending
        pieces = text[base : base + _CHUNK].split("\n")
        pieces.pop()
        starts.extend(map(add, accumulate(map(len, pieces)), count(base + 1)))
    return starts


def _cumulative(text: str, measure: Callable[[str], int]) -> Iterator[int]:
    """The measure of the text before each checkpoint."""
    return accumulate((measure(text[at : at + _STEP]) for at in range(0, len(text), _STEP)), initial=0)


def _byte_length(text: str) -> int:
    if text.isascii():
        return len(text)
    try:
        return len(text.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:  # surrogates that stand for no byte
        return len(text.encode("utf-8", "surrogatepass")) - 2 * sum("\udc80" <= letter <= "\udcff" for letter in text)


def _astral_count(text: str) -> int:
    """How many code points take two UTF-16 units."""
    return 0 if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2 - len(text)
