"""Reading the tables that rules use: TSV files whose rows are sorted, unique, NFC, and name their source."""

import unicodedata
from functools import cache
from typing import NamedTuple

from nepalint.errors import RulebookError
from nepalint.knowledge import tsv
from nepalint.knowledge.resources import rules_root


class Row(NamedTuple):
    """One row of a correction table; `line` is 1-based."""

    wrong: str
    right: str
    source: str
    line: int


@cache
def correction_table(name: str) -> tuple[Row, ...]:
    """The rows of `rules/tables/<name>.tsv` with the columns wrong, right, source.

    Raises:
        RulebookError: the table is missing or breaks the hygiene that `check_rows` holds.
    """
    path = f"rules/tables/{name}.tsv"
    entry = rules_root() / "tables" / f"{name}.tsv"
    if not entry.is_file():
        raise RulebookError("this table does not exist", path=path)
    cells = tsv.rows(entry.read_text("utf-8"), path, ("wrong", "right", "source"), ordered=False)
    rows = [Row(wrong, right, source, line) for line, (wrong, right, source) in cells]
    check_rows(rows, path)
    return tuple(rows)


def check_rows(rows: list[Row], path: str) -> None:
    """Hold the hygiene of correction rows: filled, NFC, sorted, unique, and no row leads to another.

    Raises:
        RulebookError: naming the line of the first row that breaks it.
    """
    previous = ""
    wrongs = {row.wrong for row in rows}
    for row in rows:
        if not (row.wrong and row.right and row.source):
            raise RulebookError("a cell is empty", path=path, line=row.line)
        if row.wrong == row.right:
            raise RulebookError(f"‘{row.wrong}’ is corrected to itself", path=path, line=row.line)
        for cell in row[:2]:
            if not unicodedata.is_normalized("NFC", cell):
                raise RulebookError(f"‘{cell}’ is not NFC", path=path, line=row.line)
        if row.wrong <= previous:
            raise RulebookError(f"‘{row.wrong}’ is out of order or twice", path=path, line=row.line)
        if row.right in wrongs:
            raise RulebookError(
                f"‘{row.wrong}’ leads to ‘{row.right}’, which is itself wrong", path=path, line=row.line
            )
        previous = row.wrong
