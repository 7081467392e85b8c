"""Findings and edits packed small: a long document has hundreds of thousands, mostly alike but for their place."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from nepalint.diagnostic import Diagnostic
from nepalint.text.spans import Edit

__all__ = ["PackedEdits", "PackedFindings"]


class PackedFindings(Sequence[Diagnostic]):
    """A sequence of findings; each is made anew when asked for, equal to the one that was packed."""

    __slots__ = ("_kinds", "_samples", "_starts")

    def __init__(self, findings: Iterable[Diagnostic]) -> None:
        known: dict[Diagnostic, int] = {}
        self._starts = array("q")
        self._kinds = array("L")
        for one in findings:
            self._starts.append(one.start)
            self._kinds.append(known.setdefault(one.moved(-one.start), len(known)))
        self._samples = tuple(known)

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Diagnostic: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Diagnostic, ...]: ...
    def __getitem__(self, index: int | slice) -> Diagnostic | tuple[Diagnostic, ...]:
        if isinstance(index, slice):
            return tuple(self[each] for each in range(len(self))[index])
        return self._samples[self._kinds[index]].moved(self._starts[index])

    def __iter__(self) -> Iterator[Diagnostic]:
        samples = self._samples
        return (samples[kind].moved(start) for kind, start in zip(self._kinds, self._starts, strict=True))

    def codes(self) -> Iterator[str]:
        """The code of each, without making the findings."""
        samples = self._samples
        return (samples[kind].code for kind in self._kinds)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, (PackedFindings, tuple)):
            return len(self) == len(other) and all(one == another for one, another in zip(self, other, strict=True))
        return NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))


class PackedEdits:
    """Sorted edits as numbers and shared texts, so that none of them keeps alive what lies around it in memory."""

    __slots__ = ("_ends", "_starts", "_texts")

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._starts = array("q")
        self._ends = array("q")
        self._texts: list[str] = []
        for start, end, text in edits:
            self._starts.append(start)
            self._ends.append(end)
            self._texts.append(text)

    def __iter__(self) -> Iterator[Edit]:
        return map(Edit, self._starts, self._ends, self._texts)
