"""Rounds of edits as edits of the original text.

A fixer edits, looks again and edits the result; a reader of its ledger wants to know what became of the document that
they have. `Composition` keeps, after any number of rounds, the stretches of the original that changed and where each
lies in the current text. Between two stretches both texts are the same, so a stretch is two spans and its causes; the
texts themselves are cut out at the end.

"Original" and "current" offsets are code points of the text before the first round and after the latest one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nepalint.diagnostic import Applicability, Evidence
from nepalint.text.spans import Edit, Span, SpanSet

__all__ = ["Cause", "ComposedEdit", "Composition"]


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


@dataclass(frozen=True, slots=True)
class ComposedEdit:
    """What all rounds together did to `[start, end)` of the original: `before` became `after`, for these causes."""

    start: int
    end: int
    before: str
    after: str
    causes: tuple[Cause, ...]


class _Stretch(NamedTuple):
    """A changed stretch: where it was, where it is, and why."""

    start: int
    end: int
    now_start: int
    now_end: int
    causes: tuple[Cause, ...]


def _now_start(stretch: _Stretch) -> int:
    return stretch.now_start


class Composition:
    """The rounds so far, as sorted stretches that neither overlap nor touch."""

    __slots__ = ("_stretches",)

    def __init__(self) -> None:
        self._stretches: list[_Stretch] = []

    def add(self, edits: Sequence[tuple[Edit, tuple[Cause, ...]]]) -> None:
        """Take in one round: edits of the current text, sorted, none overlapping. Linear in edits and stretches."""
        old = self._stretches
        merged: list[_Stretch] = []
        at_old = at_edit = 0
        grown = 0  # by how much the earlier rounds lengthened the text before this place
        growing = 0  # the same for this round
        while at_old < len(old) or at_edit < len(edits):
            starts = []
            if at_old < len(old):
                starts.append(old[at_old].now_start)
            if at_edit < len(edits):
                starts.append(edits[at_edit][0].start)
            start = end = min(starts)
            was_start, now_start = start - grown, start + growing
            earlier: list[Cause] = []
            causes: list[Cause] = []
            while True:  # whatever overlaps or touches what was gathered belongs to it
                if at_old < len(old) and old[at_old].now_start <= end:
                    stretch = old[at_old]
                    end = max(end, stretch.now_end)
                    grown += (stretch.now_end - stretch.now_start) - (stretch.end - stretch.start)
                    earlier.extend(stretch.causes)
                    at_old += 1
                elif at_edit < len(edits) and edits[at_edit][0].start <= end:
                    edit, because = edits[at_edit]
                    end = max(end, edit.end)
                    growing += len(edit.replacement) - (edit.end - edit.start)
                    causes.extend(because)
                    at_edit += 1
                else:
                    break
            unique = tuple(dict.fromkeys(earlier + causes))
            merged.append(_Stretch(was_start, end - grown, now_start, end + growing, unique))
        self._stretches = merged

    def original_span(self, start: int, end: int) -> Span:
        """The span of the original from which `[start, end)` of the current text comes.

        An end that lies inside a changed stretch is moved out to that stretch's border.
        """
        index = bisect_right(self._stretches, start, key=_now_start) - 1
        was_start = start
        if index >= 0:
            stretch = self._stretches[index]
            was_start = stretch.start if start < stretch.now_end else start - stretch.now_end + stretch.end
        index = bisect_left(self._stretches, end, key=_now_start) - 1
        was_end = end
        if index >= 0:
            stretch = self._stretches[index]
            was_end = stretch.end if end < stretch.now_end else end - stretch.now_end + stretch.end
        return Span(was_start, max(was_start, was_end))

    def carried(self, spans: SpanSet) -> SpanSet:
        """Spans of the original, none of which was edited, as spans of the current text."""
        moved: list[tuple[int, int]] = []
        index = grown = 0
        for start, end in spans:
            while index < len(self._stretches) and self._stretches[index].end <= start:
                stretch = self._stretches[index]
                grown = stretch.now_end - stretch.end
                index += 1
            moved.append((start + grown, end + grown))
        return SpanSet(moved)

    def edits(self, original: str, current: str) -> tuple[ComposedEdit, ...]:
        """The stretches with their texts, without those that the rounds left as they were."""
        composed = []
        for start, end, now_start, now_end, causes in self._stretches:
            before, after = original[start:end], current[now_start:now_end]
            if before != after:
                composed.append(ComposedEdit(start, end, before, after, causes))
        return tuple(composed)
