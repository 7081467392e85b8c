"""What fixing would change, as a unified diff made from the edits themselves: exact, and linear in the text."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from nepalint.render.paint import Painter
from nepalint.text.spans import Edit, apply_edits

if TYPE_CHECKING:
    from nepalint.engine.fixer import FixOutcome

CONTEXT = 3


class _Change(NamedTuple):
    """Lines `[first, last)` of the text before become `lines`."""

    first: int
    last: int
    lines: list[str]


def unified(name: str, outcome: "FixOutcome", paint: Painter) -> Iterator[str]:
    """The lines of the diff, each with its ending; nothing when nothing would change."""
    if not outcome.edits:
        return
    text = outcome.before.text
    lines = _lines(text)
    changes = _changes(text, lines, [Edit(edit.start, edit.end, edit.after) for edit in outcome.edits])
    yield paint("header", f"--- {name}") + "\n"
    yield paint("header", f"+++ {name}") + "\n"
    grown = 0
    for hunk in _hunks(changes):
        first = max(0, hunk[0].first - CONTEXT)
        last = min(len(lines), hunk[-1].last + CONTEXT)
        removed = sum(change.last - change.first for change in hunk)
        added = sum(len(change.lines) for change in hunk)
        old = _range(first, last - first)
        new = _range(first + grown, last - first - removed + added)
        yield paint("hint", f"@@ -{old} +{new} @@") + "\n"
        place = first
        for change in hunk:
            yield from (_row(" ", line, paint, "") for line in lines[place : change.first])
            yield from (_row("-", line, paint, "removed") for line in lines[change.first : change.last])
            yield from (_row("+", line, paint, "added") for line in change.lines)
            place = change.last
        yield from (_row(" ", line, paint, "") for line in lines[place:last])
        grown += added - removed


def _lines(text: str) -> list[str]:
    r"""The lines as diff and patch count them: ended by `\n` and nothing else."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def _changes(text: str, lines: Sequence[str], edits: Sequence[Edit]) -> list[_Change]:
    """The edits as changes of whole lines; edits that meet on a line are one change."""
    starts = [0, *accumulate(map(len, lines))]
    # What is put behind a last line without an ending belongs to that line.
    limit = len(lines) - (bool(lines) and not text.endswith("\n"))
    groups: list[tuple[int, int, list[Edit]]] = []
    for edit in edits:
        first = min(bisect_right(starts, edit.start) - 1, limit)
        # The line that holds the edit's end too: it joins the one before where a line ending goes.
        last = min(bisect_right(starts, edit.end), len(lines))
        if groups and first < groups[-1][1]:
            before, until, group = groups[-1]
            group.append(edit)
            groups[-1] = (before, max(last, until), group)
        else:
            groups.append((first, last, [edit]))
    changes = []
    for first, last, group in groups:
        start = starts[first]
        new = _lines(apply_edits(text[start : starts[last]], [edit.shift(-start) for edit in group]))
        changes.append(_narrowed(lines, _Change(first, last, new)))
    return changes


def _narrowed(lines: Sequence[str], change: _Change) -> _Change:
    """The change without the lines at its edges that stay as they are."""
    first, last, new = change
    while first < last and new and lines[first] == new[0]:
        first, new = first + 1, new[1:]
    while first < last and new and lines[last - 1] == new[-1]:
        last, new = last - 1, new[:-1]
    return _Change(first, last, new)


def _hunks(changes: Sequence[_Change]) -> Iterator[list[_Change]]:
    hunk: list[_Change] = []
    for change in changes:
        if hunk and change.first - hunk[-1].last > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _range(first: int, count: int) -> str:
    """Lines as a diff names them; an empty range is named by the line before it."""
    if count == 1:
        return str(first + 1)
    return f"{first + 1 if count else first},{count}"


def _row(sign: str, line: str, paint: Painter, style: str) -> str:
    body = line.removesuffix("\n")
    shown = paint(style, f"{sign}{body}") if style else f"{sign}{body}"
    return f"{shown}\n" if line.endswith("\n") else f"{shown}\n\\ No newline at end of file\n"
