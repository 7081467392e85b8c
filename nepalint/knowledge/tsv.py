"""The form that most tables of `rules/` have: comment lines, a header with the columns, and a row a line, in NFC.

The tables of `rules/hindi/` are read at once by `hindi_tables`, which is faster; data built by scripts has other forms.
"""

import unicodedata
from collections.abc import Iterator

from nepalint.errors import RulebookError


def rows(text: str, path: str, columns: tuple[str, ...], *, ordered: bool = True) -> Iterator[tuple[int, list[str]]]:
    """The cells of each row with its line, 1-based; `ordered` tables are sorted and unique by their first cell.

    Raises:
        RulebookError: naming the line of the first row that breaks the form.
    """
    previous = ""
    header = False
    normal = unicodedata.is_normalized("NFC", text)
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line[0] == "#":
            continue
        cells = line.split("\t")
        if not header:
            if tuple(cells) != columns:
                raise RulebookError(f"the columns must be {', '.join(columns)}", path=path, line=number)
            header = True
            continue
        if len(cells) != len(columns) or not cells[0]:
            raise RulebookError(f"a row needs {len(columns)} cells, ‘{columns[0]}’ filled", path=path, line=number)
        if not (normal or unicodedata.is_normalized("NFC", line)):
            raise RulebookError(f"‘{cells[0]}’: the row is not NFC", path=path, line=number)
        if ordered and cells[0] <= previous:
            raise RulebookError(f"‘{cells[0]}’ is out of order or twice", path=path, line=number)
        previous = cells[0]
        yield number, cells
