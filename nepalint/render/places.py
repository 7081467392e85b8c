"""Lines, columns and byte offsets of the findings of one document, in one pass along the text."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import regex

from nepalint.diagnostic import Diagnostic

if TYPE_CHECKING:
    from nepalint.engine.run import LintResult

_ASTRAL = regex.compile(r"[\U00010000-\U0010FFFF]")


class Place(NamedTuple):
    """Where a finding lies. Lines and columns are 1-based, bytes 0-based in the encoded text with any BOM."""

    byte_start: int
    byte_end: int
    line: int
    column: int
    utf16_column: int
    end_line: int
    end_column: int


def columns(result: "LintResult") -> Iterator[tuple[Diagnostic, int, int]]:
    """The findings of `result` with line and column, for formats that need no more of their places."""
    lines = result.document.source.lines
    line = line_start = 0
    line_end = -1
    for one in result.diagnostics:
        if one.start > line_end:
            line = lines.line_of(one.start)
            line_start, line_end = lines.span(line)
        yield one, line + 1, one.start - line_start + 1


def places(result: "LintResult") -> Iterator[tuple[Diagnostic, Place]]:
    """The findings of `result`, which are sorted by start, with their places.

    Only the text between one finding and the next is looked at, so that ten thousand findings on one long line
    cost no more than the line.
    """
    text = result.document.text
    lines = result.document.source.lines
    astral = result.diagnostics != () and _ASTRAL.search(text) is not None
    offset = byte = line = line_start = extra = 0  # `extra`: code points of the line so far that UTF-16 takes two for
    line_end = -1
    for one in result.diagnostics:
        start, end = one.start, one.end
        between = text[offset:start]
        byte += len(between.encode("utf-8", "surrogatepass"))
        if start > line_end:
            line = lines.line_of(start)
            line_start, line_end = lines.span(line)
            extra = 0
            between = text[line_start:start]
        if astral:
            extra += len(_ASTRAL.findall(between))
        offset = start
        column = start - line_start + 1
        end_line, end_start = line, line_start
        if end > line_end:
            end_line = lines.line_of(end)
            end_start = lines.span(end_line)[0]
        yield (
            one,
            Place(
                byte,
                byte + len(text[start:end].encode("utf-8", "surrogatepass")),
                line + 1,
                column,
                column + extra,
                end_line + 1,
                end - end_start + 1,
            ),
        )
