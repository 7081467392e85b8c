"""A table for people, aligned by the cells that Devanagari takes."""

from collections.abc import Sequence

from nepalint.render.width import width


def table(head: Sequence[str], rows: Sequence[Sequence[str]], *, left: int = 1, foot: Sequence[str] = ()) -> str:
    """The rows under `head`, and `foot` under a line; the first `left` columns are words, the others numbers."""
    everything = [head, *rows, *([foot] if foot else [])]
    widths = [max(width(row[column]) for row in everything) for column in range(len(head))]

    def line(row: Sequence[str]) -> str:
        cells = []
        for column, cell in enumerate(row):
            padding = " " * (widths[column] - width(cell))
            cells.append(cell + padding if column < left else padding + cell)
        return "  ".join(cells).rstrip()

    rule = "  ".join("─" * cells for cells in widths)
    lines = [line(head), rule, *map(line, rows)]
    if foot:
        lines += [rule, line(foot)]
    return "\n".join(lines) + "\n"
