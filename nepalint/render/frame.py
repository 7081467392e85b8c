"""The window of source shown under a finding, with a caret under the words meant."""

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from nepalint.render.escape import is_visible, visible
from nepalint.render.width import CLUSTERS, cluster_width, width

BEFORE = 40
AFTER = 60
"""Cells shown before and after the start of a finding; a longer line is cut, however long it is."""

_REACHES = (2, 4)
"""Code points looked at per cell: first as many as most lines need, then enough for letters with several marks each."""

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
    for reach in _REACHES[:-1]:
        shown = _at(text, line_start, line_end, start, end, reach)
        if shown.is_filled:
            return shown.frame
    return _at(text, line_start, line_end, start, end, _REACHES[-1]).frame


class _Window(NamedTuple):
    """A frame, and whether a longer stretch of the line would give the same."""

    frame: Frame
    is_filled: bool


def _at(text: str, line_start: int, line_end: int, start: int, end: int, reach: int) -> _Window:
    left = max(line_start, start - BEFORE * reach)
    right = min(line_end, start + AFTER * reach)
    end = min(max(end, start), right)
    return _window(text[left:right], start - left, end - left, left > line_start, right < line_end)


@lru_cache(maxsize=4096)
def _window(line: str, start: int, end: int, goes_back: bool, goes_on: bool) -> _Window:
    """The frame of a stretch of a line that goes on before or after it; tables and lists have many alike."""
    # Whole clusters, so that a finding on a mark alone is shown under the letter that bears it.
    clusters: list[str] = CLUSTERS.findall(line)
    ends = list(accumulate(map(len, clusters), initial=0))
    count = len(clusters)
    first = min(bisect_right(ends, start) - 1, count)
    last = min(bisect_left(ends, end, first), count)
    if start < len(line) or goes_on:
        last = max(last, min(first + 1, count))
    if is_visible(line):
        cells = list(map(cluster_width, clusters))
    else:
        clusters = list(map(visible, clusters))
        cells = list(map(width, clusters))

    low = first - _fit(cells[:first][::-1], BEFORE)
    middle = first + _fit(cells[first:last], AFTER)
    marked = sum(cells[first:middle])
    high = last + _fit(cells[last:], AFTER - marked) if middle == last else middle
    cut_before = low > 0 or goes_back
    before = (_CUT if cut_before else "") + "".join(clusters[low:first])
    after = "".join(clusters[last:high]) + (_CUT if high < count or goes_on else "")
    made = Frame(
        before,
        "".join(clusters[first:middle]),
        after,
        width(_CUT) * cut_before + sum(cells[low:first]),
        max(1, marked),
    )
    return _Window(made, (low > 0 or not goes_back) and (high < count or not goes_on))


def _fit(cells: list[int], room: int) -> int:
    """How many of `cells` fit into `room`."""
    count = 0
    for used in accumulate(cells):
        if used > room:
            break
        count += 1
    return count
