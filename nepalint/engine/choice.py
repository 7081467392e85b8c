"""Choosing among the fixes of one round.

Where fixes overlap, the first in this order is applied and the others wait for the next round:
the order of families (UNI, DAT, NAM, HIN, ORT, MRK, TYP, SUP); safe before unsafe; the code; the place where the fix
begins; the longer stretch. The edits of a fix are applied together or not at all. Two replacements overlap if they
share a code point; an insertion overlaps a replacement strictly around it and another insertion at its place. The same
edit asked for by two fixes is one edit with two causes.
"""

from collections.abc import Iterable, Sequence

from nepalint.diagnostic import FAMILY_ORDER, Applicability, Diagnostic
from nepalint.text.spans import Edit

__all__ = ["choose", "edits_of"]


def edits_of(one: Diagnostic) -> tuple[Edit, ...]:
    """The distinct edits of a finding's fix, sorted."""
    if one.fix is None:
        return ()
    return one.fix.edits if len(one.fix.edits) == 1 else tuple(sorted(set(one.fix.edits)))


def choose(admitted: Iterable[Diagnostic], length: int) -> list[tuple[Edit, list[Diagnostic]]]:
    """The edits to make to a text of `length` code points, sorted, with the findings that asked for each.

    Every finding has a fix with at least one edit; the edits of one fix do not overlap.
    """
    taken: dict[Edit, list[Diagnostic]] = {}
    ground = _Ground(length)
    for group in _by_precedence(admitted):
        group.sort(key=_place)
        for one in group:
            edits = edits_of(one)
            if len(edits) == 1 and edits[0] not in taken:
                edit = edits[0]
                if ground.is_free(edit):
                    ground.take(edit)
                    taken[edit] = [one]
            elif all(edit in taken or ground.is_free(edit) for edit in edits):
                for edit in edits:
                    if edit in taken:
                        taken[edit].append(one)
                    else:
                        ground.take(edit)
                        taken[edit] = [one]
    return sorted(taken.items())


def _by_precedence(admitted: Iterable[Diagnostic]) -> list[list[Diagnostic]]:
    """The findings of each code, safe ones and others, in the order in which they are considered."""
    groups: dict[tuple[int, bool, str], list[Diagnostic]] = {}
    for one in admitted:
        unsafe = one.fix is not None and one.fix.applicability is not Applicability.SAFE
        key = (FAMILY_ORDER.get(one.code[:3], len(FAMILY_ORDER)), unsafe, one.code)
        groups.setdefault(key, []).append(one)
    return [groups[key] for key in sorted(groups)]


def _place(one: Diagnostic) -> tuple[int, int, Sequence[Edit]]:
    """The order within a code; the edits themselves come last, so that no two orders are possible."""
    edits = edits_of(one)
    start = edits[0].start
    return start, start - edits[-1].end, edits


class _Ground:
    """Which code points of a text, and which gaps between them, edits have taken.

    Slot `2i` is the gap before code point `i` and slot `2i + 1` the code point itself. A replacement takes its code
    points and the gaps between them, an insertion its gap: two edits overlap if and only if they share a slot.
    """

    __slots__ = ("_slots",)

    def __init__(self, length: int) -> None:
        self._slots = bytearray(2 * length + 1)

    def is_free(self, edit: Edit) -> bool:
        return self._slots.find(1, *self._reach(edit)) < 0

    def take(self, edit: Edit) -> None:
        first, last = self._reach(edit)
        self._slots[first:last] = b"\x01" * (last - first)

    @staticmethod
    def _reach(edit: Edit) -> tuple[int, int]:
        if edit.start == edit.end:
            return 2 * edit.start, 2 * edit.start + 1
        return 2 * edit.start + 1, 2 * edit.end
