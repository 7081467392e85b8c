"""Reading the tables of `rules/hindi/`: TSV with comment lines, a header, and rows that are sorted and filled."""

import tomllib
from typing import Any, NamedTuple

from nepalint.errors import RulebookError
from nepalint.knowledge.resources import rules_root

EMPTY = "-"
"""How the tables write an ending of no sound."""


class Cell(NamedTuple):
    """One cell of a paradigm: what it expresses, and the endings that express it.

    The first of `endings` is the standard one. `nonstandard` endings are recognised, and never given as right; `bound`
    ones are right before another verb alone.
    """

    features: tuple[str, ...]
    endings: tuple[str, ...]
    nonstandard: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()


class Paradigm(NamedTuple):
    """How words of a class are inflected: `strip` is what a lemma loses before an ending joins on to it.

    An irregular word has a paradigm to itself, strips everything, and has its whole forms for endings.
    """

    pos: str
    strip: str
    cells: tuple[Cell, ...]


def place(name: str) -> str:
    """What an error calls the file `name` of the folder."""
    return f"rules/hindi/{name}"


def table(name: str, columns: tuple[str, ...], *, ordered: bool = True) -> list[tuple[str, ...]]:
    """The rows of `rules/hindi/<name>.tsv`, as many cells each as there are columns; `ordered` ones must be sorted.

    Raises:
        RulebookError: the header or a row is not as it must be.
    """
    path = place(f"{name}.tsv")
    header, *lines = [line for line in _text(f"{name}.tsv").split("\n") if line and line[0] != "#"]
    if header.split("\t") != list(columns):
        raise RulebookError(f"the columns must be {', '.join(columns)}", path=path)
    if len(set(lines)) < len(lines):
        raise RulebookError(f"‘{max(lines, key=lines.count)}’ is there twice", path=path)
    if ordered and lines != sorted(lines):
        wrong = next(line for line, right in zip(lines, sorted(lines), strict=True) if line != right)
        raise RulebookError(f"‘{wrong}’ is out of order", path=path)
    width = len(columns)
    for line in lines:
        if line.count("\t") != width - 1 or line[0] == "\t":
            raise RulebookError(f"‘{line}’: a row needs {width} cells, the first of them filled", path=path)
    cells = iter("\t".join(lines).split("\t"))  # all at once: the tables are read before the first word is looked up
    return list(zip(*[cells] * width, strict=True))


def settings(name: str) -> dict[str, Any]:
    """The content of `rules/hindi/<name>.toml`.

    Raises:
        RulebookError: it is not valid TOML.
    """
    try:
        return tomllib.loads(_text(f"{name}.toml"))
    except tomllib.TOMLDecodeError as error:
        raise RulebookError(f"this is not valid TOML: {error}", path=place(f"{name}.toml")) from error


def listed(cell: str) -> list[str]:
    """The items of a cell of a table, which spaces separate; `-` is an empty one."""
    return ["" if item == EMPTY else item for item in cell.split(" ")]


def _text(name: str) -> str:
    entry = rules_root() / "hindi" / name
    if not entry.is_file():
        raise RulebookError("this table does not exist", path=place(name))
    return entry.read_text("utf-8")
