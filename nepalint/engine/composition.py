"""Rounds of edits as edits of the original text.

A fixer edits, looks again and edits the result; a reader of its ledger wants to know what became of the document that
they have. `Composition` keeps, after any number of rounds, the stretches of the original that changed and where each
lies in the current text. Between two stretches both texts are the same, so a stretch is two spans and its causes; the
texts themselves are cut out at the end.

"Original" and "current" offsets are code points of the text before the first round and after the latest one.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from nepalint.diagnostic import Applicability, Evidence
from nepalint.text.spans import Edit, Span, SpanSet

__all__ = ["Cause", "ComposedEdit", "Composition", "placed"]


@dataclass(frozen=True, slots=True)
class Cause:
    """A finding whose fix had a part in an edit; `also` are the codes of the rules that explain the same fix.

    `promoted` says that an unsafe fix was applied because the profile names its rule. The spans of `evidence` are
    those of the original document; its texts are what the rule read, which in a later round may be mended already.
    """

    code: str
    name: str
    applicability: Applicability
    promoted: bool
    message: str
    message_en: str
    evidence: tuple[Evidence, ...]
    also: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The code of the finding and those of the rules that agree with it."""
        return (self.code, *self.also)


class ComposedEdit(NamedTuple):
    """What all rounds together did to `[start, end)` of the original: `before` became `after`, for these causes."""

    start: int
    end: int
    before: str
    after: str
    causes: tuple[Cause, ...]


class Composition:
    """The rounds so far, as sorted stretches that neither overlap nor touch.

    Where each was, where it is, and why: numbers in arrays, for a long document has hundreds of thousands.
    """

    __slots__ = ("_causes", "_ends", "_now_ends", "_now_starts", "_starts")

    def __init__(self) -> None:
        self._starts = array("q")
        self._ends = array("q")
        self._now_starts = array("q")
        self._now_ends = array("q")
        self._causes: list[tuple[Cause, ...]] = []

    def __len__(self) -> int:
        """The number of stretches."""
        return len(self._causes)

    def add(self, edits: Iterable[tuple[Edit, tuple[Cause, ...]]]) -> None:
        """Take in one round: edits of the current text, sorted, none overlapping. Linear in edits and stretches."""
        merged = Composition()
        at_old = 0
        old_count = len(self._causes)
        coming = iter(edits)
        following = next(coming, None)
        grown = 0  # by how much the earlier rounds lengthened the text before this place
        growing = 0  # the same for this round
        while at_old < old_count or following is not None:
            if following is None or (at_old < old_count and self._now_starts[at_old] < following[0].start):
                start = self._now_starts[at_old]
            else:
                start = following[0].start
            end = start
            was_start, now_start = start - grown, start + growing
            earlier: list[tuple[Cause, ...]] = []
            causes: list[tuple[Cause, ...]] = []
            while True:  # whatever overlaps or touches what was gathered belongs to it
                if at_old < old_count and self._now_starts[at_old] <= end:
                    now_end = self._now_ends[at_old]
                    end = max(end, now_end)
                    grown += (now_end - self._now_starts[at_old]) - (self._ends[at_old] - self._starts[at_old])
                    earlier.append(self._causes[at_old])
                    at_old += 1
                elif following is not None and following[0].start <= end:
                    edit, because = following
                    end = max(end, edit.end)
                    growing += len(edit.replacement) - (edit.end - edit.start)
                    causes.append(because)
                    following = next(coming, None)
                else:
                    break
            earlier += causes
            gathered = earlier[0]
            if len(earlier) > 1 or len(gathered) > 1:
                gathered = tuple(dict.fromkeys(chain.from_iterable(earlier)))
            merged._starts.append(was_start)
            merged._ends.append(end - grown)
            merged._now_starts.append(now_start)
            merged._now_ends.append(end + growing)
            merged._causes.append(gathered)
        self._starts, self._ends, self._causes = merged._starts, merged._ends, merged._causes
        self._now_starts, self._now_ends = merged._now_starts, merged._now_ends

    def original_span(self, start: int, end: int) -> Span:
        """The span of the original from which `[start, end)` of the current text comes.

        An end that lies inside a changed stretch is moved out to that stretch's border.
        """
        index = bisect_right(self._now_starts, start) - 1
        was_start = start
        if index >= 0:
            now_end = self._now_ends[index]
            was_start = self._starts[index] if start < now_end else start - now_end + self._ends[index]
        index = bisect_left(self._now_starts, end) - 1
        was_end = end
        if index >= 0:
            now_end = self._now_ends[index]
            was_end = self._ends[index] if end < now_end else end - now_end + self._ends[index]
        return Span(was_start, max(was_start, was_end))

    def carried(self, spans: SpanSet) -> SpanSet:
        """Spans of the original, none of which was edited, as spans of the current text."""
        moved: list[tuple[int, int]] = []
        index = grown = 0
        for start, end in spans:
            while index < len(self._ends) and self._ends[index] <= start:
                grown = self._now_ends[index] - self._ends[index]
                index += 1
            moved.append((start + grown, end + grown))
        return SpanSet(moved)

    def edits(self, original: str, current: str) -> tuple[ComposedEdit, ...]:
        """The stretches with their texts, without those that the rounds left as they were."""
        texts: dict[str, str] = {}  # many edits are alike, and their texts are kept once
        composed = []
        for start, end, now_start, now_end, causes in zip(
            self._starts, self._ends, self._now_starts, self._now_ends, self._causes, strict=True
        ):
            before, after = original[start:end], current[now_start:now_end]
            if before != after:
                before, after = texts.setdefault(before, before), texts.setdefault(after, after)
                composed.append(ComposedEdit(start, end, before, after, causes))
        return tuple(composed)


def placed(edits: Iterable[ComposedEdit]) -> Iterator[tuple[ComposedEdit, int, int]]:
    """Each edit with where its text begins and ends in the cleaned document."""
    grown = 0
    for edit in edits:
        start = edit.start + grown
        yield edit, start, start + len(edit.after)
        grown += len(edit.after) - len(edit.before)
