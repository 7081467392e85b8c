"""Quotations: which marks open, which close, which belong together.

Marks are “ ” „ ‟ and the straight ", ‘ ’ ‚ ‛, « », ‹ ›; never the straight '. A mark may be written doubled
(""क"", ‘‘क’’). Whether a mark opens or closes is read from its direction, where it has one, and from its shape: what
stands before and after.

Marks are matched within a paragraph. An opening mark that finds no partner there makes the rest of the paragraph a
quotation: nothing is guessed. There is one exception: when a closing mark without a partner stands close below, with no
blank line and no other lost mark between, the two belong to one quotation over several lines.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import regex

from nepalint.text.spans import Span
from nepalint.text.zones.marks import FAMILY, MARKS, Mark, Paragraph, cut, plain_pairs, single
from nepalint.text.zones.model import Quotations, QuotePair, Zone

BLANK_LINE = regex.compile(r"\n[ \t]*\r?\n|\r[ \t]*\r")
"""The end of a line that an empty one follows."""

CONTINUATION = 1000
"""How far below its paragraph, in code points, an open quotation may find its closing mark."""


@cache
def _clusters(present: str) -> regex.Pattern[str]:
    """One or more of the marks `present` in a row: the fewer they are, the quicker the search."""
    return regex.compile(f"[{present}]+")


class LineBreaks:
    """Paragraph ends of a text in which every line is a paragraph; line ends inside `holes` do not count."""

    def __init__(self, text: str, holes: Sequence[Zone]) -> None:
        self._text = text
        self._holes = holes
        self._hole = 0
        self._next = dict.fromkeys((mark for mark in "\n\r" if mark in text), -1)

    def after(self, offset: int) -> int:
        """The end of the paragraph that holds `offset`; offsets must not decrease from call to call."""
        while True:
            end = min([self._find(mark, offset) for mark in self._next], default=len(self._text))
            holes = self._holes
            while self._hole < len(holes) and holes[self._hole].end <= end:
                self._hole += 1
            if self._hole < len(holes) and holes[self._hole].start <= end < len(self._text):
                offset = holes[self._hole].end
            else:
                return end

    def _find(self, mark: str, offset: int) -> int:
        if self._next[mark] < offset:
            found = self._text.find(mark, offset)
            self._next[mark] = found if found >= 0 else len(self._text)
        return self._next[mark]


class ListedBreaks:
    """Paragraph ends given as a sorted list of offsets; those within `holes` do not count."""

    def __init__(self, text: str, offsets: Iterable[int], holes: Sequence[Zone]) -> None:
        self._length = len(text)
        self._offsets: list[int] = []
        hole = 0
        for offset in offsets:
            while hole < len(holes) and holes[hole].end <= offset:
                hole += 1
            if hole == len(holes) or holes[hole].start >= offset:
                self._offsets.append(offset)

    def after(self, offset: int) -> int:
        """The end of the paragraph that holds `offset`."""
        index = bisect_left(self._offsets, offset)
        return self._offsets[index] if index < len(self._offsets) else self._length


def read_quotations(text: str, holes: Sequence[Zone], breaks: LineBreaks | ListedBreaks | None = None) -> Quotations:
    """The quotations of the prose between `holes`, which are sorted and disjoint."""
    reader = _Reader(text)
    after = (breaks or LineBreaks(text, holes)).after
    hole = 0
    paragraph_end = -1
    marks: list[Mark] = []
    present = "".join([mark for mark in MARKS if mark in text])
    for match in _clusters(present).finditer(text) if present else ():
        start, end = match.span()
        while hole < len(holes) and holes[hole].end <= start:
            hole += 1
        if hole < len(holes) and holes[hole].start <= start:
            continue
        if start > paragraph_end:
            if marks:
                reader.read_paragraph(marks, paragraph_end)
                marks = []
            paragraph_end = after(start)
        if end - start == 1:
            marks.append(single(text, start))
        else:
            marks += cut(text, start, end)
    if marks:
        reader.read_paragraph(marks, paragraph_end)
    return reader.result()


class _Pending(NamedTuple):
    """An opening mark without a partner in its paragraph, which ended at `end`."""

    span: Span
    family: str
    end: int


class _Reader:
    """Collects the quotations of paragraph after paragraph."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found = Quotations([], [], [], [])
        self._pending: _Pending | None = None

    def read_paragraph(self, marks: list[Mark], end: int) -> None:
        found = self._found
        pairs = plain_pairs(self._text, marks)
        if pairs is not None:
            for opened, closed in pairs:
                found.pairs.append(QuotePair(opened, closed, 1, clean=True))
                found.insides.append(Span(opened.end, closed.start))
            return
        paragraph = Paragraph(self._text, marks)
        stray = paragraph.stray
        if stray:
            if paragraph.late is not None and self._continues(paragraph.late):
                stray = stray[1:]
            self._give_up()
        clean = paragraph.clean
        for opened, closed, depth in paragraph.pairs:
            found.pairs.append(QuotePair(opened, closed, depth, clean))
            found.insides.append(Span(opened.end, closed.start))
        found.stray.extend(stray)
        if paragraph.open or paragraph.dropped:
            self._give_up()
            self._protect_rest(paragraph, end)

    def result(self) -> Quotations:
        self._give_up()
        return self._found

    def _continues(self, closed: Span) -> bool:
        """Whether the closing mark ends the pending quotation; if so, that is settled."""
        pending = self._pending
        if pending is None or closed.start - pending.end > CONTINUATION:
            return False
        if FAMILY[self._text[closed.start]] != pending.family:
            return False
        if BLANK_LINE.search(self._text, pending.end, closed.start):
            return False
        self._found.pairs.append(QuotePair(pending.span, closed, 1, clean=False))
        self._found.insides.append(Span(pending.span.end, closed.start))
        self._pending = None
        return True

    def _give_up(self) -> None:
        if self._pending is not None:
            self._found.unclosed.append(self._pending.span)
            self._found.insides.append(Span(self._pending.span.end, self._pending.end))
            self._pending = None

    def _protect_rest(self, paragraph: Paragraph, end: int) -> None:
        """Make the rest of the paragraph, from the first unclosed mark on, a quotation."""
        first = min(paragraph.open + paragraph.dropped)
        self._found.unclosed.extend(paragraph.dropped)
        if paragraph.open and first == paragraph.open[0]:
            self._pending = _Pending(first, FAMILY[self._text[first.start]], end)
            self._found.unclosed.extend(paragraph.open[1:])
            return
        self._found.unclosed.extend(paragraph.open)
        at = first.end
        for opened, closed, _ in sorted(paragraph.pairs, key=_closing):  # cut where the pairs around the mark close
            if opened.start < first.start and closed.start >= at:
                self._found.insides.append(Span(at, closed.start))
                at = closed.end
        self._found.insides.append(Span(at, end))


def _closing(pair: tuple[Span, Span, int]) -> Span:
    return pair[1]
