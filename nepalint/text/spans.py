"""Places in a text: `Span`, `Edit`, and sets of spans. All offsets are code points, ends exclusive."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_PARTS = 4096
"""Pieces of a text that are joined at a time."""


class Span(NamedTuple):
    """The stretch `[start, end)` of a text, in code points; `start == end` marks an insertion point."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether both share a code point; an empty span overlaps what lies strictly around it."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> "Span":
        """The span moved by `by` code points."""
        return Span(self.start + by, self.end + by)


class Edit(NamedTuple):
    """Replace the code points `[start, end)` by `replacement`."""

    start: int
    end: int
    replacement: str

    @property
    def span(self) -> Span:
        """The stretch that is replaced."""
        return Span(self.start, self.end)

    def shift(self, by: int) -> "Edit":
        """The edit moved by `by` code points."""
        return Edit(self.start + by, self.end + by, self.replacement)


class SpanSet:
    """An immutable set of code points kept as sorted, disjoint spans; overlapping and touching ones are merged."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(spans):
            if start >= end:
                continue
            if ends and start <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        self._starts = starts
        self._ends = ends

    def __iter__(self) -> Iterator[Span]:
        return map(Span, self._starts, self._ends)

    def __len__(self) -> int:
        return len(self._starts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SpanSet) and (self._starts, self._ends) == (other._starts, other._ends)

    def __hash__(self) -> int:
        return hash((tuple(self._starts), tuple(self._ends)))

    def __repr__(self) -> str:
        return f"SpanSet({[tuple(span) for span in self]})"

    def overlaps(self, start: int, end: int) -> bool:
        """Whether `[start, end)` shares a code point with the set; an empty stretch: whether it lies inside."""
        index = bisect_right(self._ends, start)
        return index < len(self._starts) and self._starts[index] < end

    def __contains__(self, offset: int) -> bool:
        return self.overlaps(offset, offset + 1)

    def union(self, other: "SpanSet") -> "SpanSet":
        """All code points of either set."""
        return SpanSet([*self, *other])

    def gaps(self, length: int) -> Iterator[Span]:
        """The stretches of a text of `length` code points that lie outside the set."""
        last = 0
        for start, end in zip(self._starts, self._ends, strict=True):
            if last < start:
                yield Span(last, start)
            last = end
        if last < length:
            yield Span(last, length)

    def within(self, start: int, end: int) -> Iterator[Span]:
        """The spans of the set that share a code point with `[start, end)`."""
        for index in range(bisect_right(self._ends, start), bisect_left(self._starts, end)):
            yield Span(self._starts[index], self._ends[index])


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text after all `edits`, whose offsets are those of `text`.

    Raises:
        ValueError: two edits overlap, or stand at one insertion point.
    """
    return apply_sorted(text, sorted(edits))


def apply_sorted(text: str, edits: Iterable[Edit]) -> str:
    """The same as `apply_edits` for edits that come sorted, one at a time.

    Raises:
        ValueError: two edits overlap, or stand at one insertion point.
    """
    whole: list[str] = []
    parts: list[str] = []
    last = 0
    previous: Edit | None = None
    for edit in edits:
        if len(parts) > _PARTS:  # many small strings weigh more than what they hold
            whole.append("".join(parts))
            parts.clear()
        if edit.start < last or (previous is not None and edit.start == edit.end == previous.start == previous.end):
            raise ValueError(f"overlapping edits at {edit.start}")
        parts += (text[last : edit.start], edit.replacement)
        last = edit.end
        previous = edit
    whole += (*parts, text[last:])
    return "".join(whole)
