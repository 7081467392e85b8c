"""The window of source shown under a finding, with a caret under the words meant."""

from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from nepalint.render.escape import visible
from nepalint.render.width import CLUSTERS, width

BEFORE = 40
AFTER = 60
"""Cells shown before and after the start of a finding; a longer line is cut, however long it is."""

_REACH = 4
"""Code points looked at per cell: enough for letters with several marks each."""

_CUT = "…"


class Frame(NamedTuple):
    """A line, or a window of it, in three parts: before, the words meant, and after. `indent`, `length` are cells."""

    before: str
    marked: str
    after: str
    indent: int
    length: int


def frame(text: str, line_start: int, line_end: int, start: int, end: int) -> Frame:
    """The window around the code points `[start, end)` of the line `[line_start, line_end)`.

    A finding that goes on over the next line is marked to the end of the first; an empty one gets one caret.
    """
    left = max(line_start, start - BEFORE * _REACH)
    right = min(line_end, start + AFTER * _REACH)
    end = min(max(end, start), right)
    window = text[left:right]
    # Whole clusters, so that a finding on a mark alone is shown under the letter that bears it.
    clusters: list[str] = CLUSTERS.findall(window)
    ends = list(accumulate(map(len, clusters), initial=left))
    first = next((index for index in range(len(clusters)) if ends[index + 1] > start), len(clusters))
    last = next((index for index in range(first, len(clusters)) if ends[index] >= end), len(clusters))
    if start < line_end:
        last = max(last, min(first + 1, len(clusters)))
    shown: list[str] = []
    cells: list[int] = []
    for cluster in clusters:
        text_shown, cells_taken = _shown(cluster)
        shown.append(text_shown)
        cells.append(cells_taken)

    low = _fit(cells[:first][::-1], BEFORE)
    before = "".join(shown[first - low : first])
    if first > low or left > line_start:
        before = _CUT + before
    middle = _fit(cells[first:last], AFTER)
    marked = "".join(shown[first : first + middle])
    room = AFTER - sum(cells[first : first + middle])
    tail = _fit(cells[last:], room) if middle == last - first else 0
    after = "".join(shown[last : last + tail])
    if first + middle + tail < len(shown) or right < line_end:
        after += _CUT
    return Frame(before, marked, after, width(before), max(1, width(marked)))


@lru_cache(maxsize=8192)
def _shown(cluster: str) -> tuple[str, int]:
    """A cluster as it is shown, and the cells it takes; the same few hundred come up again and again."""
    made = visible(cluster)
    return made, width(made)


def _fit(cells: list[int], room: int) -> int:
    """How many of `cells` fit into `room`."""
    count = 0
    for used in accumulate(cells):
        if used > room:
            break
        count += 1
    return count
