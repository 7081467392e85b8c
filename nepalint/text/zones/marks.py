"""Quotation marks: which ones there are, what their shape says, and which of one paragraph belong together."""

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

import regex

from nepalint.text.spans import Span

MARKS = '"“”„‟‘’‚‛«»‹›'
FAMILY = dict(zip(MARKS, "dddddssssaagg", strict=True))
"""Marks that may be partners: double, single, angled, single angled."""

_SAME = {mark: mark for mark in MARKS}  # one object for each mark, however many a text holds
_PARTNER = {'"': '"', "“": "”", "‘": "’", "«": "»", "‹": "›"}
_OPENS = frozenset("“„‟‘‚‛«‹")
_CLOSES = frozenset("”’»›")
_CLOSING = frozenset(")]},;:!?।॥|\u200b")
_SOFT = frozenset(".…-–—/")  # after a gap they begin what is quoted: "…क", "-हरू"
_OPENING = frozenset("([{\ufeff\u200b")
_ARC = regex.compile(r"(?r)['’′]\s?[\d०-९]+(?:[.,][\d०-९]+)?")
_ARC_REACH = 12


class Shape(IntEnum):
    """What stands before and after a mark."""

    OPEN = 0
    """A gap before, content after."""
    CLOSE = 1
    """Content before, a gap or closing punctuation after."""
    EITHER = 2
    """Punctuation before, content after: ।‘क’ or ।"भने."""
    TIGHT = 3
    """Letters on both sides: "प्रावदा"को."""
    LOOSE = 4
    """Gaps on both sides."""


class Mark(NamedTuple):
    """A mark, doubled or not."""

    start: int
    length: int
    character: str
    shape: Shape


class _Open:
    """An opening mark that waits for its partner."""

    __slots__ = ("character", "length", "start")

    def __init__(self, start: int, length: int, character: str) -> None:
        self.start = start
        self.length = length
        self.character = character

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + self.length)


def single(text: str, start: int) -> Mark:
    """The mark that stands alone at `start`."""
    before = (
        text[start - 1] if start else "\n"
    )  # as _before and _after say, without the calls: this runs for most marks
    after = text[start + 1] if start + 1 < len(text) else "\n"
    return Mark(start, 1, _SAME[text[start]], _shape(before, after))


def cut(text: str, start: int, end: int) -> Iterator[Mark]:
    """The marks of a cluster: its runs of one character. All share the shape of the cluster."""
    shape = _shape(_before(text, start), _after(text, end))
    while start < end:
        stop = start + 1
        while stop < end and text[stop] == text[start]:
            stop += 1
        yield Mark(start, stop - start, _SAME[text[start]], shape)
        start = stop


def plain_pairs(text: str, marks: list[Mark]) -> list[tuple[Span, Span]] | None:
    """The pairs of a paragraph in which opening and closing marks of the plainest shapes take turns, else None.

    `Paragraph` would find the same; most paragraphs are like this, and most of the time goes into the marks.
    """
    if len(marks) % 2:
        return None
    pairs: list[tuple[Span, Span]] = []
    waiting = iter(marks)
    for opened, closed in zip(waiting, waiting, strict=True):
        start, length, character, shape = opened
        end, end_length, end_character, end_shape = closed
        if shape is not Shape.OPEN or _PARTNER.get(character) != end_character or length != end_length:
            return None
        if end_shape is not Shape.CLOSE and (end_shape is not Shape.TIGHT or end_character == "’"):
            return None
        if _before(text, end).isdigit():
            return None
        pairs.append((Span(start, start + length), Span(end, end + length)))
    return pairs


def _before(text: str, start: int) -> str:
    return text[start - 1] if start else "\n"


def _after(text: str, end: int) -> str:
    return text[end] if end < len(text) else "\n"


def _shape(before: str, after: str) -> Shape:
    gap_after = after.isspace() or after in _CLOSING
    if before.isspace() or before in _OPENING:
        return Shape.LOOSE if gap_after else Shape.OPEN
    if gap_after or after in _SOFT:
        return Shape.CLOSE
    return Shape.TIGHT if _is_letter(before) and _is_letter(after) else Shape.EITHER


def _is_letter(character: str) -> bool:
    # Signs such as ा and ् are no letters for `str.isalnum`.
    return character.isalnum() or "\u0900" <= character <= "\u0963" or character in "\u200c\u200d"


class Paragraph:
    """The marks of one paragraph, matched.

    `pairs` are opening mark, closing mark and depth; `open` and `dropped` the opening marks without a partner, the
    latter inside a pair; `stray` the closing ones, and `late` the first of these if nothing was open there.
    """

    def __init__(self, text: str, marks: list[Mark]) -> None:
        self._text = text
        self._stack: list[_Open] = []
        self._waiting = dict.fromkeys("dsag", 0)  # how many of the stack belong to each family
        self.pairs: list[tuple[Span, Span, int]] = []
        self.dropped: list[Span] = []
        self.stray: list[Span] = []
        self.late: Span | None = None
        self.irregular = False
        for index, mark in enumerate(marks):
            self._read(mark, marks[index + 1] if index + 1 < len(marks) else None)
        self.open = [opened.span for opened in self._stack]

    @property
    def clean(self) -> bool:
        """Whether every mark has its partner beyond doubt."""
        return not (self.irregular or self.open or self.dropped or self.stray)

    def _read(self, mark: Mark, following: Mark | None) -> None:
        family = FAMILY[mark.character]
        waiting = self._waiting[family] > 0
        if self._is_no_quote(mark, waiting, following):
            return
        shape = mark.shape
        if mark.character in _OPENS:
            closes = shape is Shape.CLOSE and waiting
            self.irregular |= shape is Shape.CLOSE
        elif mark.character in _CLOSES:
            closes = waiting or shape is not Shape.OPEN
            self.irregular |= shape is Shape.OPEN
        else:
            closes = shape is Shape.CLOSE or (waiting and shape is not Shape.OPEN)
            self.irregular |= shape is Shape.LOOSE or (shape is Shape.TIGHT and not closes)
            if shape is Shape.LOOSE and not closes and mark.length > 1:
                return  # an empty quotation, "", or a row of marks
        if closes:
            self._close(mark, family)
        else:
            self._push(mark.start, mark.length, mark.character)

    def _is_no_quote(self, mark: Mark, waiting: bool, following: Mark | None) -> bool:
        """Apostrophes, and signs of minutes and seconds of arc."""
        if mark.length > 1:
            return False
        before, after = _before(self._text, mark.start), _after(self._text, mark.start + 1)
        if mark.character in "‘’":
            if mark.shape is Shape.TIGHT:
                if (before.isascii() and after.isascii()) or not (waiting or mark.character == "‘"):
                    return True
                if mark.character == "’" and following is not None and following.character == "’":
                    self.irregular = True  # भा’को inside ‘…’: the later mark closes
                    return True
            if mark.character == "’" and not waiting:
                return after.isdigit() or before == "s"
        elif mark.character in '"”' and before.isdigit():
            return _ARC.fullmatch(self._text, max(0, mark.start - _ARC_REACH), mark.start) is not None
        return False

    def _push(self, start: int, length: int, character: str) -> None:
        if character == '"' and any(opened.character == '"' for opened in self._stack[-1:]):
            self.irregular = True  # a straight mark inside straight marks is more often a lost partner than nesting
        self._stack.append(_Open(start, length, character))
        self._waiting[FAMILY[character]] += 1

    def _close(self, mark: Mark, family: str) -> None:
        """Match the mark; each code point of a doubled mark may close another opening one."""
        start, left = mark.start, mark.length
        while left and self._waiting[family]:
            while FAMILY[self._stack[-1].character] != family:
                self.dropped.append(self._pop().span)
            opened = self._stack[-1]
            length = min(left, opened.length)
            self.irregular |= opened.length != left or (opened.character == '"') != (mark.character == '"')
            if length == opened.length:
                self._pop()
            opened.length -= length
            at = opened.start + opened.length
            self.pairs.append((Span(at, at + length), Span(start, start + length), len(self._stack) + 1))
            start += length
            left -= length
        if not left:
            return
        if left < mark.length and mark.shape in (Shape.TIGHT, Shape.EITHER) and mark.character == '"':
            self._push(start, left, mark.character)  # "क""ख"
            return
        if not self.stray and not self._stack and not self.dropped:
            self.late = Span(start, start + left)
        self.stray.append(Span(start, start + left))

    def _pop(self) -> _Open:
        opened = self._stack.pop()
        self._waiting[FAMILY[opened.character]] -= 1
        return opened
